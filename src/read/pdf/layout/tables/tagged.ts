/**
 * A table as its tags have it, checked against where its words stand: cells of a row side by side, rows one under the other, columns
 * that do not cross. Word tags a cell's rest on the next page in another column than the one it is printed in; other programs tag a whole page
 * as one table. Where tags and page disagree, the page is right.
 */
import type { Box } from '../../../../paper/locator.js';
import { boxAround } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { inReadingOrder } from './lines.js';
import { inRows, type FoundCell, type FoundTable } from './types.js';

export interface TaggedCell {
  /** Indexes into the page's words. */
  readonly words: readonly number[];
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly header?: boolean;
}

/** Rows of cells in the order of the tags, for one page. */
export type TaggedRows = readonly (readonly TaggedCell[])[];

export interface TagCheck {
  /** The tags' grid with positions from the words, where it has any words. */
  readonly table?: FoundTable;
  /** Share of the neighbouring cells that stand where the tags say: right of, or under, one another. */
  readonly agreement: number;
  /** The table found by geometry that holds most of the same words. */
  readonly found?: FoundTable;
  /** Share of pairs of neighbouring words that both see in one cell, or both in two; 1 where nothing was found there. */
  readonly sameCells: number;
  /** Which to trust, and why, for `inspect`. */
  readonly trust: 'tags' | 'geometry';
  readonly why: string;
}

/** Below this agreement the order of the tags is not the order of the page. */
const AGREES = 0.9;
/** Below this share of same cells tags and printed lines part the words differently. */
const SAME_CELLS = 0.92;
/** A tagged cell that holds more than this share of all words, of several cells, frames a page rather than a table. */
const ONE_CELL = 0.85;
/** Cells may overlap by this many points and still stand side by side. */
const OVERLAP = 2.5;

interface Placed { readonly row: number; readonly column: number; readonly rowSpan: number; readonly columnSpan: number; readonly cell: TaggedCell; readonly box?: Box }

/** Lays out tagged rows on a grid as HTML does: a cell takes the first free place of its row, spans reserve places below. */
export function placeTagged(words: readonly Word[], rows: TaggedRows): { cells: Placed[]; columns: number } {
  const cells: Placed[] = [];
  const taken = new Set<string>();
  let columns = 0;
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (taken.has(`${r},${c}`)) c++;
      const rowSpan = Math.min(Math.max(1, cell.rowSpan ?? 1), rows.length - r), columnSpan = Math.max(1, cell.columnSpan ?? 1);
      for (let i = 0; i < rowSpan; i++) for (let k = 0; k < columnSpan; k++) taken.add(`${r + i},${c + k}`);
      cells.push({ row: r, column: c, rowSpan, columnSpan, cell, ...(cell.words.length > 0 && { box: boxAround(cell.words.map((i) => words[i]!.box)) }) });
      columns = Math.max(columns, c + columnSpan);
      c += columnSpan;
    }
  });
  return { cells, columns };
}

/** Checks one tagged table of a page against its words and against the tables found by geometry. */
export function checkTagged(words: readonly Word[], rows: TaggedRows, found: readonly FoundTable[] = []): TagCheck {
  const { cells, columns } = placeTagged(words, rows);
  const filled = cells.filter((c): c is Placed & { box: Box } => c.box !== undefined);
  const all = filled.reduce((n, c) => n + c.cell.words.length, 0);
  if (filled.length === 0) return { agreement: 0, sameCells: 0, trust: 'geometry', why: 'no words are tagged in it' };
  const largest = Math.max(...filled.map((c) => c.cell.words.length));
  const agreement = agreementOf(filled);
  const table = asFound(words, cells, rows.length, columns);
  const match = found.map((t) => ({ t, shared: shared(t, filled) })).sort((a, b) => b.shared - a.shared)[0];
  const near = match && match.shared >= 0.5 * all ? match.t : undefined;
  const sameCells = near ? sameCellShare(near, cells) : 1;
  const base = { table, agreement, sameCells, ...(near && { found: near }) };
  if (largest > ONE_CELL * all && all > 60 && filled.length > 1) return { ...base, trust: 'geometry', why: 'one tagged cell holds nearly all words' };
  if (agreement < AGREES) return { ...base, trust: 'geometry', why: `only ${Math.round(agreement * 100)} % of its cells stand where the tags say` };
  if (near && near.look === 'ruled' && sameCells < SAME_CELLS) return { ...base, trust: 'geometry', why: `printed lines part its words differently (${Math.round(sameCells * 100)} % alike)` };
  return { ...base, trust: 'tags', why: near ? 'tags and page agree' : 'tags agree with where the words stand' };
}

/** Of the pairs of neighbours (next in the row, next in the column), the share that stand so on the page. */
function agreementOf(filled: readonly (Placed & { box: Box })[]): number {
  let right = 0, all = 0;
  const byRow = [...filled].sort(inRows);
  for (let i = 0; i + 1 < byRow.length; i++) {
    const a = byRow[i]!, b = byRow[i + 1]!;
    if (a.row !== b.row) continue;
    all++;
    if (b.box[0] >= a.box[2] - OVERLAP) right++;
  }
  const byColumn = [...filled].sort((a, b) => a.column - b.column || a.row - b.row);
  for (let i = 0; i + 1 < byColumn.length; i++) {
    const a = byColumn[i]!, b = byColumn[i + 1]!;
    if (a.column !== b.column || a.columnSpan !== b.columnSpan || a.row + a.rowSpan > b.row) continue;
    all++;
    // Under it, and not in another column's place.
    if (b.box[1] >= a.box[3] - OVERLAP - 0.3 * (a.box[3] - a.box[1]) && b.box[0] < a.box[2] + 60 && b.box[2] > a.box[0] - 60) right++;
  }
  return all === 0 ? 1 : right / all;
}

const shared = (t: FoundTable, filled: readonly Placed[]): number => {
  const own = new Set(t.cells.flatMap((c) => [...c.words]));
  return filled.reduce((n, c) => n + c.cell.words.filter((i) => own.has(i)).length, 0);
};

/** Words next to one another in the tags' order: do tags and page both keep them in one cell, or both part them? */
function sameCellShare(t: FoundTable, cells: readonly Placed[]): number {
  const cellOf = new Map<number, number>();
  t.cells.forEach((c, k) => { for (const i of c.words) cellOf.set(i, k); });
  let same = 0, all = 0;
  let before: { word: number; cell: number } | undefined;
  cells.forEach((c, k) => {
    for (const word of c.cell.words) {
      if (!cellOf.has(word)) continue;
      if (before) {
        all++;
        if ((before.cell === k) === (cellOf.get(before.word) === cellOf.get(word))) same++;
      }
      before = { word, cell: k };
    }
  });
  return all === 0 ? 1 : same / all;
}

/** The tags' grid as a found table: edges halfway between the texts of neighbouring rows and columns. */
function asFound(words: readonly Word[], cells: readonly Placed[], rows: number, columns: number): FoundTable {
  const filled = cells.filter((c): c is Placed & { box: Box } => c.box !== undefined);
  const box = boxAround(filled.map((c) => c.box));
  const edges = (count: number, near: 0 | 1, of: 'row' | 'column', span: 'rowSpan' | 'columnSpan'): number[] => {
    const from = new Array<number>(count).fill(Infinity), to = new Array<number>(count).fill(-Infinity);
    for (const c of filled) {
      from[c[of]] = Math.min(from[c[of]]!, c.box[near]);
      const last = Math.min(count - 1, c[of] + c[span] - 1);
      if (c[span] === 1) to[last] = Math.max(to[last]!, c.box[near + 2]!);
    }
    const out = [box[near]!];
    for (let k = 1; k < count; k++) {
      const before = Math.max(out[k - 1]!, ...to.slice(0, k).filter((x) => x > -Infinity).slice(-1));
      const after = from.slice(k).find((x) => x < Infinity) ?? box[near + 2]!;
      out.push(Math.max(out[k - 1]!, after >= before ? (before + after) / 2 : after));
    }
    out.push(box[near + 2]!);
    return out;
  };
  const columnEdges = edges(columns, 0, 'column', 'columnSpan'), rowEdges = edges(rows, 1, 'row', 'rowSpan');
  const found: FoundCell[] = cells.map((c) => ({
    row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan,
    box: [columnEdges[c.column]!, rowEdges[c.row]!, columnEdges[c.column + c.columnSpan]!, rowEdges[c.row + c.rowSpan]!],
    words: inReadingOrder(words, c.cell.words), ...(c.cell.header && { header: true as const }),
  }));
  let headerRows = 0;
  while (headerRows < rows && found.some((c) => c.row === headerRows) && found.filter((c) => c.row === headerRows).every((c) => c.header)) headerRows++;
  return { box, rows, columns, headerRows: Math.min(headerRows, rows), look: 'ruled', cells: found, columnEdges, rowEdges, rowRuled: new Array<boolean>(rows).fill(true), confidence: 0.9, why: 'tags' };
}
