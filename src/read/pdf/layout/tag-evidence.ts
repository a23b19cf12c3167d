/**
 * What the tags of a page say about its words: which belong to one paragraph, heading, list entry or table. Evidence for the stages that
 * work by geometry, only drawn from tags that were found sane. Pure.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import { linesOf, type Line } from './lines.js';
import type { FoundCell, FoundTable } from './tables/types.js';
import { glyphsOf, type PageTags, type TaggedCell, type TaggedNode, type TaggedTable } from './tags.js';
import type { Word } from './words.js';

/** The tagged block that a word stands in. */
export interface Leaf {
  /** Unique on the page; ascends in the order of the tags. */
  readonly id: number;
  readonly heading?: number;
  /** Body of a list entry without a tagged label, and how many lists are around it. */
  readonly item?: { readonly depth: number; readonly labelled: boolean };
  /** The row of a tagged table (of data or for layout) that it stands in, unique on the page. */
  readonly row?: number;
  /** The paragraph has content on an earlier or a later page. */
  readonly continues?: { readonly before: boolean; readonly after: boolean };
}

/** A table as tagged, with the words that stand in it. */
export interface TableEvidence {
  readonly rows: number;
  readonly columns: number;
  readonly box: Box;
  readonly trusted: boolean;
  /** It only places text on the page. */
  readonly layout: boolean;
  readonly words: ReadonlySet<Word>;
  readonly cells: readonly CellEvidence[];
}

export type CellEvidence = Pick<TaggedCell, 'row' | 'column' | 'rowSpan' | 'columnSpan'> & { readonly words: readonly Word[] };

export interface TagEvidence {
  readonly leafOf: (word: Word) => Leaf | undefined;
  /** Outermost tables of data, and tables for layout without a table in them. */
  readonly tables: readonly TableEvidence[];
  /** Tables of data within a cell of one of those, believed and of several rows and columns. */
  readonly nested: readonly TableEvidence[];
}

/** A table by geometry is believed beside sane tags when this share of its words stands in one tagged table. */
const IN_ONE_TABLE = 0.8;

/**
 * Draws the evidence of a page of so many glyphs; `undefined` where its tags are not to be believed. The words must know their glyphs still; what is handed
 * back holds on to the words alone.
 */
export function evidenceOf(tags: PageTags, words: readonly Word[], glyphs: number): TagEvidence | undefined {
  if (!tags.usable) return undefined;
  const wordAt: (Word | undefined)[] = new Array<Word | undefined>(glyphs).fill(undefined);
  for (const w of words) for (const g of w.glyphs) wordAt[g] = w;
  const leaves = new Map<Word, Leaf>();
  const outer: TaggedTable[] = [], inCells: TaggedTable[] = [];
  let next = 0, rows = 0;
  const give = (indexes: readonly number[], leaf: Leaf): void => {
    for (const g of indexes) { const w = wordAt[g]; if (w && !leaves.has(w)) leaves.set(w, leaf); }
  };
  const visit = (nodes: readonly TaggedNode[], inTable: boolean, row?: number): void => {
    const within = row === undefined ? undefined : { row };
    for (const n of nodes) {
      switch (n.type) {
        case 'table': {
          if (!inTable && (!n.layout || !n.cells.some((c) => c.children.some((x) => x.type === 'table')))) outer.push(n);
          else if (inTable && !n.layout && n.trusted && n.rows > 1 && n.columns > 1) inCells.push(n);
          visit(n.loose, inTable || !n.layout, row);
          const first = rows;
          rows += n.rows;
          for (const c of n.cells) visit(c.children, inTable || !n.layout, first + c.row);
          break;
        }
        case 'item':
          give([...n.label, ...n.body], { id: next++, item: { depth: n.depth, labelled: n.label.length > 0 }, ...within });
          visit(n.children, inTable, row);
          break;
        case 'figure':
          give(n.glyphs, { id: next++, ...within });
          visit(n.children, inTable, row);
          break;
        default: give(n.glyphs, { id: next++, ...(n.type === 'heading' && { heading: n.level }), ...(n.type === 'paragraph' && n.continues && { continues: n.continues }), ...within });
      }
    }
  };
  visit(tags.nodes, false);
  const held = (nodes: readonly TaggedNode[]): Word[] => [...new Set(nodes.flatMap(glyphsOf).flatMap((g) => wordAt[g] ?? []))];
  const evidenceFor = (t: TaggedTable): TableEvidence => {
    const seen = new Set<Word>();
    const cells = t.cells.map((c): CellEvidence => {
      const own = held(c.children).filter((w) => !seen.has(w));
      for (const w of own) seen.add(w);
      return { row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan, words: own };
    });
    for (const w of held(t.loose)) seen.add(w);
    return { rows: t.rows, columns: t.columns, box: t.box, trusted: t.trusted, layout: t.layout, words: seen, cells };
  };
  return { leafOf: (word) => leaves.get(word), tables: outer.map(evidenceFor), nested: inCells.map(evidenceFor) };
}

/** What the tags say of two lines that follow each other: parts of one block, of two, or the lower begins an entry of a list or a row of a table; nothing where they say nothing. */
export function tieOf(evidence: TagEvidence, above: Line, line: Line): 'one' | 'two' | 'entry' | undefined {
  const a = evidence.leafOf(above.words.at(-1)!), b = evidence.leafOf(line.words[0]!);
  if (!a || !b) return undefined;
  if (a.id === b.id) return 'one';
  // A block that begins in the middle of the line above runs on here: inline pieces tagged as blocks.
  return above.words.some((w) => evidence.leafOf(w)?.id === b.id) || line.words.some((w) => evidence.leafOf(w)?.id === a.id) ? 'one' : b.item || (a.row !== undefined && b.row !== undefined && a.row !== b.row) ? 'entry' : 'two';
}

/** True where sane tags speak against a table that geometry found without a printed grid: its words stand in no tagged table, or in several. */
export function speaksAgainst(evidence: TagEvidence, table: FoundTable, words: readonly Word[]): boolean {
  if (table.look === 'ruled') return false;
  const own = table.cells.flatMap((c) => c.words.map((i) => words[i]!));
  return !evidence.tables.some((t) => !t.layout && own.filter((w) => t.words.has(w)).length >= IN_ONE_TABLE * own.length);
}

/**
 * Tagged tables that geometry cannot see, and that would be read wrongly line by line: two cells of one row both run over several lines. Given in the shape
 * of found tables; words are indexes into `words`. Those whose words lie in `taken` are left out.
 */
export function tablesFromTags(evidence: TagEvidence, words: readonly Word[], taken: ReadonlySet<Word>): FoundTable[] {
  const index = new Map(words.map((w, i) => [w, i]));
  return evidence.tables.flatMap((table) => {
    if (!table.trusted || [...table.words].some((w) => taken.has(w) || !index.has(w))) return [];
    if (table.cells.reduce((n, c) => n + c.words.length, 0) < table.words.size || !interleaved(table.cells)) return [];
    return [shapeOf(table, index)];
  });
}

/** Two cells that begin in one row have lines at the same heights, beside each other, and more than one of them. */
function interleaved(cells: readonly CellEvidence[]): boolean {
  const filled = cells.flatMap((c) => (c.words.length > 0 ? [{ column: c.column, box: boxOfWords(c.words), size: c.words[0]!.size, words: c.words }] : []));
  filled.sort((a, b) => a.box[1] - b.box[1]);
  for (const [i, a] of filled.entries()) {
    for (let j = i + 1; j < filled.length && filled[j]!.box[1] < a.box[3]; j++) {
      const b = filled[j]!;
      if (b.column !== a.column && overlap(a.box, b.box) > a.size * 1.2 && (linesOf(a.words, 1).length > 1 || linesOf(b.words, 1).length > 1)) return true;
    }
  }
  return false;
}

const overlap = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
const boxOfWords = (words: readonly Word[]): Box => boxAround(words.map((w) => w.box));

function shapeOf(table: TableEvidence, index: ReadonlyMap<Word, number>): FoundTable {
  const [left, top, right, bottom] = table.box;
  const filled = table.cells.flatMap((c) => (c.words.length > 0 ? [{ ...c, box: boxOfWords(c.words) }] : []));
  const columnEdges = edges(table.columns, left, right, filled.flatMap((c) => (c.columnSpan === 1 ? [{ at: c.column, from: c.box[0] }] : [])));
  const rowEdges = edges(table.rows, top, bottom, filled.map((c) => ({ at: c.row, from: c.box[1] })));
  return {
    box: table.box, rows: table.rows, columns: table.columns, headerRows: 0, look: 'borderless', columnEdges, rowEdges, rowRuled: rowEdges.slice(1).map(() => false), confidence: 0.8, why: 'tagged as a table',
    cells: table.cells.map((c): FoundCell => ({
      row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan,
      box: [columnEdges[c.column]!, rowEdges[c.row]!, columnEdges[Math.min(table.columns, c.column + c.columnSpan)]!, Math.max(rowEdges[Math.min(table.rows, c.row + c.rowSpan)]!, ...(c.words.length > 0 ? [boxOfWords(c.words)[3]] : []))],
      words: c.words.map((w) => index.get(w)!).sort((a, b) => a - b),
    })),
  };
}

/** Where each row or column begins; those without text of their own begin where the next one does. */
function edges(count: number, first: number, last: number, starts: readonly { at: number; from: number }[]): number[] {
  const found: number[] = [];
  for (let i = count; i >= 0; i--) {
    const own = starts.filter((s) => s.at === i).map((s) => s.from);
    found[i] = i === count ? last : i === 0 ? first : own.length > 0 ? Math.min(...own) : found[i + 1]!;
  }
  return found;
}
