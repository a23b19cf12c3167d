/** Last steps for every table: empty rows and columns that only doubled edges made are dropped, heads are counted. */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import type { Built } from './build.js';
import { headsColumns, readsAsValue } from './values.js';
import type { FoundCell, FoundTable, TableLook } from './types.js';

// In points.
/** An empty column narrower than this (an em of usual text) is the space between doubled edges; so is an empty row lower than the other, and any where no sides are printed. */
const NARROW_COLUMN = 10;
const LOW_ROW = 7;
/** Edges of neighbouring rows that miss one another by no more than this are meant to be one. */
const STAGGERED = 24;

/** Heads take no more rows than this. */
const MOST_HEADS = 5;

/** The finished table, or `undefined` where nothing stands in it. */
export function finishTable(words: readonly Word[], built: Built, look: TableLook, why: string, confidence = 0.9): FoundTable | undefined {
  if (!built.cells.some((c) => c.words.length > 0)) return undefined;
  const dropColumns = emptyTracks(built.cells, built.columnEdges, 'column', NARROW_COLUMN);
  for (const c of staggered(built.cells, built.columnEdges, dropColumns)) dropColumns.add(c);
  const dropRows = emptyTracks(built.cells, built.rowEdges, 'row', look === 'ruled' ? LOW_ROW : Infinity);
  const columnEdges = without(built.columnEdges, dropColumns), rowEdges = without(built.rowEdges, dropRows);
  const cells = built.cells.flatMap((c) => shrink(c, dropRows, dropColumns, rowEdges, columnEdges));
  const rowRuled = built.rowRuled.filter((_, r) => !dropRows.has(r));
  const rows = rowEdges.length - 1, columns = columnEdges.length - 1;
  const headerRows = built.headless ? 0 : Math.min(headerRowsOf(words, cells, rows, columns, built.headRows), rows);
  return {
    box: [columnEdges[0]!, rowEdges[0]!, columnEdges[columns]!, rowEdges[rows]!],
    rows, columns, headerRows, look,
    cells: cells.map((c) => (c.row < headerRows ? { ...c, header: true as const } : c)),
    columnEdges, rowEdges, rowRuled, confidence, why,
  };
}

/** Rows or columns without any text that are too narrow to hold any. */
function emptyTracks(cells: readonly FoundCell[], edges: readonly number[], of: 'row' | 'column', least: number): Set<number> {
  const used = new Set<number>();
  for (const c of cells) {
    if (c.words.length === 0) continue;
    const span = of === 'row' ? c.rowSpan : c.columnSpan;
    // A cell over several tracks does not fill the narrow ones among them.
    if (span === 1) used.add(c[of]);
    else for (let k = c[of]; k < c[of] + span; k++) if (edges[k + 1]! - edges[k]! >= least) used.add(k);
  }
  const drop = new Set<number>();
  for (let k = 0; k + 1 < edges.length; k++) if (!used.has(k) && edges[k + 1]! - edges[k]! < least) drop.add(k);
  return drop;
}

/**
 * Narrow columns in which no cell stands alone: an edge of the heads that misses the edge of the body below it by a little (slides,
 * tables edited by hand). Dropping one takes the last place of no cell.
 */
function staggered(cells: readonly FoundCell[], edges: readonly number[], dropped: ReadonlySet<number>): Set<number> {
  const drop = new Set<number>();
  for (let k = 0; k + 1 < edges.length; k++) {
    if (dropped.has(k) || edges[k + 1]! - edges[k]! > STAGGERED) continue;
    const left = (c: FoundCell): number => Array.from({ length: c.columnSpan }, (_, i) => c.column + i).filter((x) => x !== k && !drop.has(x) && !dropped.has(x)).length;
    if (cells.every((c) => c.column > k || c.column + c.columnSpan <= k || left(c) > 0)) drop.add(k);
  }
  return drop;
}

/** The edges left when tracks are dropped: the space goes to both sides, or stays outside at the ends. */
function without(edges: readonly number[], drop: ReadonlySet<number>): number[] {
  if (drop.size === 0) return [...edges];
  const last = edges.length - 2;
  const out: number[] = [];
  for (let k = 0; k < edges.length; k++) {
    const before = k > 0 && drop.has(k - 1), after = k <= last && drop.has(k);
    if (k === 0) { if (!after) out.push(edges[0]!); continue; }
    if (k === edges.length - 1) { if (!before) out.push(edges[k]!); continue; }
    if (after && out.length > 0 && k < last) { out.push((edges[k]! + edges[k + 1]!) / 2); continue; }
    if (before && k - 1 > 0) continue;
    out.push(edges[k]!);
  }
  return out;
}

function shrink(cell: FoundCell, rows: ReadonlySet<number>, columns: ReadonlySet<number>, rowEdges: readonly number[], columnEdges: readonly number[]): FoundCell[] {
  const move = (start: number, span: number, drop: ReadonlySet<number>): [number, number] => {
    let at = start, length = span;
    for (const d of drop) { if (d < start) at--; else if (d < start + span) length--; }
    return [at, length];
  };
  const [row, rowSpan] = move(cell.row, cell.rowSpan, rows);
  const [column, columnSpan] = move(cell.column, cell.columnSpan, columns);
  if (rowSpan < 1 || columnSpan < 1) return [];
  const box: Box = [columnEdges[column]!, rowEdges[row]!, columnEdges[column + columnSpan]!, rowEdges[row + rowSpan]!];
  return [{ ...cell, row, rowSpan, column, columnSpan, box }];
}

/** Below heads of which some lie over several columns stand years or units over each of those, and nothing else. */
function unitsBelow(words: readonly Word[], cells: readonly FoundCell[], rows: number, known: number): boolean {
  if (known + 1 >= rows || !cells.some((c) => c.row < known && c.columnSpan > 1 && c.words.length > 0)) return false;
  const row = cells.filter((c) => c.row === known && c.words.length > 0);
  return row.length > 1 && row.every((c) => c.column > 0 && c.columnSpan === 1 && headsColumns(c.words.map((i) => words[i]!.text)));
}

/** How many rows at the top are heads: known from the text, else those in bold or spanned above the first row of values, at least none. */
export function headerRowsOf(words: readonly Word[], cells: readonly FoundCell[], rows: number, columns: number, known: number): number {
  if (known > 0) return known + (unitsBelow(words, cells, rows, known) ? 1 : 0);
  if (rows < 2) return 0;
  const isBold = (c: FoundCell): boolean => c.words.length > 0 && c.words.every((i) => words[i]!.bold);
  const ofRow = (r: number): FoundCell[] => cells.filter((c) => c.row === r && c.words.length > 0);
  const bodyBold = cells.filter((c) => c.row > 0 && c.column > 0 && c.words.length > 0);
  const mostlyBold = bodyBold.filter(isBold).length > 0.6 * bodyBold.length;
  const tokens = (c: FoundCell): string[] => c.words.map((i) => words[i]!.text);
  const isFigureCell = (c: FoundCell): boolean => c.column > 0 && readsAsValue(tokens(c)) && !headsColumns(tokens(c));
  /** The first row at or below `from` that has text. */
  const nextFilled = (from: number): FoundCell[] => { for (let k = from; k < rows; k++) { const row = ofRow(k); if (row.length > 0) return row; } return []; };
  let r = 0;
  while (r < Math.min(rows - 1, MOST_HEADS)) {
    const row = ofRow(r);
    if (row.length === 0) {
      // A blank row under the heads parts them from the body.
      if (r > 0 && !headsUnder(r + 1)) break;
      r++;
      continue;
    }
    const figures = row.filter(isFigureCell);
    const bold = !mostlyBold && row.every(isBold) && (row.length > 1 || columns === 1 || row[0]!.columnSpan > 1);
    const spanned = r === 0 && row.some((c) => c.rowSpan > 1);
    // Dates in bold over an empty corner are heads, though they read as values.
    const cornered = r === 0 && row.length > 1 && row.every((c) => c.column > 0);
    // Alone on its row under the heads, a text names the rows below it.
    const section = r > 0 && row.length === 1 && columns > 2 && !nextFilled(r + 1).every(isBold);
    if (bold && !section && (figures.length < row.length || cornered)) { r = spanned ? Math.max(r + 1, ...row.map((c) => c.row + c.rowSpan)) : r + 1; continue; }
    if (r === 0 && figures.length === 0) {
      // A first row without figures over rows with them, and further rows of heads (units, dates) beside an empty corner between.
      let end = spanned ? Math.max(...row.map((c) => c.row + c.rowSpan)) : 1;
      while (end < Math.min(rows - 1, MOST_HEADS) && headsUnder(end)) end++;
      const below = ofRow(end).length > 0 ? ofRow(end).concat(ofRow(end + 1)) : nextFilled(end);
      const behind = below.filter((c) => c.column > 0);
      const figuresBelow = behind.filter(isFigureCell).length;
      if (figuresBelow * 2 >= behind.length && figuresBelow > 0) { r = end; continue; }
    }
    if (r > 0 && headsUnder(r)) { r++; continue; }
    break;
  }
  /** A row of several units, dates or the like with nothing in the key column. */
  function headsUnder(k: number): boolean {
    const row = ofRow(k);
    return row.length > 1 && row.every((c) => c.column > 0 && c.row === k) && row.some((c) => headsColumns(tokens(c))) && !row.some(isFigureCell);
  }
  return Math.min(r, rows - 1);
}
