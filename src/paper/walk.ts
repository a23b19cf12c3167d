/** Walks over a paper. Pure. */
import { boxAround, type Locator } from './locator.js';
import type { Block, Cell, Paragraph, Table } from './model.js';

/** Every paragraph in reading order, those of table cells (and of tables in cells) included. */
export function eachParagraph(blocks: readonly Block[]): Paragraph[] {
  const out: Paragraph[] = [];
  addParagraphs(blocks, out);
  return out;
}

function addParagraphs(blocks: readonly Block[], out: Paragraph[]): void {
  for (const block of blocks) {
    if (block.type === 'paragraph') out.push(block);
    else for (const cell of block.cells) addParagraphs(cell.blocks, out);
  }
}

/** Every table in reading order, tables inside cells after the one that holds them. */
export function eachTable(blocks: readonly Block[]): Table[] {
  const out: Table[] = [];
  addTables(blocks, out);
  return out;
}

function addTables(blocks: readonly Block[], out: Table[]): void {
  for (const block of blocks) {
    if (block.type !== 'table') continue;
    out.push(block);
    for (const cell of block.cells) addTables(cell.blocks, out);
  }
}

/** A paragraph as printed: label and text. */
export function printed(paragraph: Paragraph): string {
  return paragraph.label === undefined ? paragraph.text : `${paragraph.label} ${paragraph.text}`.trim();
}

/** A paragraph as a cell's text has it: with its number, without a bullet's mark. */
export const unmarked = (paragraph: Paragraph): string => (paragraph.bullet ? paragraph.text : printed(paragraph));

/** A cell's text: its paragraphs parted by line breaks, numbers kept, bullet marks left out. */
export function cellText(cell: Cell): string {
  const lines: string[] = [];
  for (const block of cell.blocks) {
    if (block.type !== 'paragraph') continue;
    const line = unmarked(block);
    if (line) lines.push(line);
  }
  return lines.join('\n');
}

/** A cell's text in one line. */
export const cellLine = (cell: Cell): string => cellText(cell).replace(/\s+/g, ' ').trim();

/** The cell that covers a grid place, or `undefined`. */
export function cellAt(table: Table, row: number, column: number): Cell | undefined {
  return table.cells.find((c) => c.row <= row && row < c.row + c.rowSpan && c.column <= column && column < c.column + c.columnSpan);
}

/** Where the stretch `[start, end)` of a paragraph's text stands: as exactly as the reader knows, at worst the whole paragraph. */
export function locate(paragraph: Paragraph, start = 0, end = paragraph.text.length): { at: Locator; until?: Locator } {
  const pieces = paragraph.pieces;
  if (!pieces || pieces.length === 0 || (start <= 0 && end >= paragraph.text.length)) {
    return paragraph.until ? { at: paragraph.at, until: paragraph.until } : { at: paragraph.at };
  }
  const touched = pieces.filter((p, i) => p.offset < end && (pieces[i + 1]?.offset ?? Infinity) > start).map((p) => p.at);
  // An empty stretch touches no piece.
  if (touched.length === 0) return paragraph.until ? { at: paragraph.at, until: paragraph.until } : { at: paragraph.at };
  const first = touched[0] ?? paragraph.at;
  const last = touched.at(-1) ?? first;
  if (first.in === 'page' && last.in === 'page') {
    const on = (page: number): Locator => ({ in: 'page', page, box: boxAround(touched.flatMap((t) => (t.in === 'page' && t.page === page ? [t.box] : []))) });
    return first.page === last.page ? { at: on(first.page) } : { at: on(first.page), until: on(last.page) };
  }
  if (first.in === 'lines' && last.in === 'lines') return { at: { in: 'lines', from: first.from, to: last.to } };
  return { at: first };
}

/** The cells of a table by the rows in which they begin; no row is missing. */
export function rowsOf(table: Table): Cell[][] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  return rows;
}
