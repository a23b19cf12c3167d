/** A Word table's rows become the grid of the document model: spans to the right (gridSpan) and downwards (vMerge), header rows, layout tables opened. */
import { isLayout } from '../../paper/layout.js';
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';

/** Blocks while they are being built: their heights and bands are still being set. */
export type Building<T> = { -readonly [K in keyof T]: T[K] };

export interface RawCell {
  /** Counted from 1 among the row's w:tc. */
  readonly ordinal: number;
  span: number;
  merge?: 'restart' | 'continue';
  /** Merged into the cell on its left (w:hMerge, of old files). */
  mergedLeft?: boolean;
  blocks: Block[];
  shaded: boolean;
  /** Fill in hexadecimal. */
  colour?: string;
  boxed: boolean;
  picture: boolean;
  /** Estimated height of what stands in it, in points. */
  height: number;
}

export interface RawRow {
  readonly ordinal: number;
  header: boolean;
  before: number;
  readonly cells: RawCell[];
  /** In points; 0 where the file leaves it to the text. */
  height: number;
}

export interface RawTable {
  readonly id: number;
  readonly number: number;
  readonly rows: RawRow[];
  /** Its style sets the first row apart, and the table asks for that. */
  firstRowApart: boolean;
  /** Borders around and between its cells. */
  bordered: boolean;
}

/** Numbers for the boxes and bands of a paper. */
export interface Bands { next(): number }

/**
 * The table as the document model has it. Text of cells that a merge covers is handed to `covered`: Word does not print
 * it.
 */
export function buildTable(raw: RawTable, bands: Bands, covered: (blocks: readonly Block[]) => void): Table {
  const cells: Building<Cell>[] = [];
  const sources = new Map<Building<Cell>, RawCell>();
  /** For each column the cell that a vertical merge would prolong. */
  let above = new Map<number, Building<Cell>>();
  let columns = 0;
  raw.rows.forEach((row, rowIndex) => {
    const current = new Map<number, Building<Cell>>();
    let column = row.before;
    let left: Building<Cell> | undefined;
    for (const source of row.cells) {
      const span = Math.max(1, source.span);
      if (source.mergedLeft && left) {
        left.columnSpan += span;
        covered(source.blocks);
        column += span;
        continue;
      }
      const over = source.merge === 'continue' ? above.get(column) : undefined;
      if (over && over.row + over.rowSpan === rowIndex) {
        over.rowSpan++;
        covered(source.blocks);
        current.set(column, over);
        left = undefined;
      } else {
        const cell: Building<Cell> = {
          row: rowIndex, column, rowSpan: 1, columnSpan: span, at: { in: 'cell', table: raw.number, row: row.ordinal, cell: source.ordinal },
          blocks: source.blocks, ...(source.picture && source.blocks.length === 0 ? { picture: true } : {}),
          ...(source.colour === undefined ? {} : { colour: source.colour }),
        };
        cells.push(cell);
        sources.set(cell, source);
        if (source.merge !== undefined) current.set(column, cell);
        left = cell;
      }
      column += span;
    }
    columns = Math.max(columns, column);
    above = current;
  });
  const headerRows = countHeaderRows(raw, cells, sources);
  if (headerRows > 0) for (const cell of cells) if (cell.row < headerRows) cell.header = true;
  const table: Table = {
    type: 'table', id: raw.id, at: { in: 'cell', table: raw.number, row: 1, cell: 1 },
    headerRows, rows: raw.rows.length, columns, cells, ruled: true,
  };
  const layout = isLayout(table);
  for (const cell of cells) {
    const source = sources.get(cell);
    if (layout && source && (source.shaded || source.boxed || raw.bordered)) band(cell.blocks, bands);
  }
  return table;
}

function band(blocks: readonly Block[], bands: Bands): void {
  const free = blocks.filter((b): b is Paragraph => b.type === 'paragraph' && b.band === undefined);
  if (free.length === 0) return;
  const number = bands.next();
  for (const paragraph of free) (paragraph as Building<Paragraph>).band = number;
}

const paragraphsOf = (cell: Cell): Paragraph[] => cell.blocks.filter((b): b is Paragraph => b.type === 'paragraph');

/** Rows marked to be repeated on every page; else a first row that the table's style, its weight or its shading sets apart from the second. */
function countHeaderRows(raw: RawTable, cells: readonly Cell[], sources: ReadonlyMap<Cell, RawCell>): number {
  let marked = 0;
  while (raw.rows[marked]?.header) marked++;
  if (marked > 0) return marked < raw.rows.length ? marked : raw.rows.length > 1 ? 0 : marked;
  if (raw.rows.length < 2) return 0;
  const row = (n: number): Cell[] => cells.filter((c) => c.row === n && c.blocks.length > 0);
  const [first, second] = [row(0), row(1)];
  if (first.length < 2 || second.length === 0) return 0;
  const bold = (row: readonly Cell[]): boolean => row.every((c) => paragraphsOf(c).length > 0 && paragraphsOf(c).every((p) => p.bold));
  const shaded = (row: readonly Cell[]): boolean => row.every((c) => sources.get(c)?.shaded);
  if (raw.firstRowApart) return 1;
  return (bold(first) && !bold(second)) || (shaded(first) && !second.some((c) => sources.get(c)?.shaded)) ? 1 : 0;
}

/** Moves paragraphs down by `by` points: those of a table opened into the cell that holds it. */
export function moveDown(blocks: readonly Block[], by: number): void {
  for (const block of blocks) {
    if (block.type !== 'paragraph' || block.top === undefined) continue;
    const p = block as Building<Paragraph>;
    p.top = round((p.top ?? 0) + by);
    p.bottom = round((p.bottom ?? 0) + by);
  }
}

/** To a tenth of a point: an estimate needs no more, and the same input gives the same bytes out. */
export const round = (n: number): number => Math.round(n * 10) / 10;
