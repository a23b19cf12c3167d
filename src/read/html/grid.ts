/** Rows and cells of an HTML table to a grid (WHATWG HTML 4.9.12, forming a table). Pure. */
import type { Locator } from '../../paper/locator.js';
import type { Block, Cell, Table } from '../../paper/model.js';
import { PaperError } from '../reader.js';

export interface HtmlCell {
  readonly header: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly picture: boolean;
  readonly colour?: string | undefined;
  readonly at: Locator;
  readonly blocks: readonly Block[];
}

export interface HtmlRow {
  readonly group: 'head' | 'body' | 'foot';
  readonly cells: readonly HtmlCell[];
}

/** HTML itself cuts `colspan` at 1000. */
const WIDEST_SPAN = 1_000;
/** Grid places that the spans of one table may cover together, as a multiple of the most cells: a page made to be too large has no end of them. */
const SPAN_FACTOR = 8;

/** Places the cells. Heading rows come first and a `tfoot` written early comes last, as they are shown. Throws a PaperError where the grid would be too large. */
export function gridOf(rows: readonly HtmlRow[], id: number, at: Locator, title: string | undefined, mostCells: number): Table {
  const order = [...rows.filter((r) => r.group === 'head'), ...rows.filter((r) => r.group === 'body'), ...rows.filter((r) => r.group === 'foot')];
  const ends = { head: 0, body: 0, foot: 0 };
  for (const [i, row] of order.entries()) ends[row.group] = i + 1;
  const cells: Cell[] = [];
  /** For each column, the first row that is free again. */
  const free: number[] = [];
  const starts = new Set<number>();
  let covered = 0;
  for (const [row, { cells: own, group }] of order.entries()) {
    let column = 0;
    for (const cell of own) {
      while ((free[column] ?? 0) > row) column++;
      const rowSpan = Math.max(1, Math.min(cell.rowSpan === 0 ? ends[group] - row : cell.rowSpan, ends[group] - row));
      let columnSpan = 1;
      while (columnSpan < Math.min(cell.columnSpan, WIDEST_SPAN) && (free[column + columnSpan] ?? 0) <= row) columnSpan++;
      covered += columnSpan;
      if (covered > mostCells * SPAN_FACTOR) throw new PaperError('too-large', `a table has more than ${mostCells} cells`);
      for (let c = column; c < column + columnSpan; c++) free[c] = row + rowSpan;
      starts.add(column);
      cells.push({
        row, column, rowSpan, columnSpan, at: cell.at, blocks: cell.blocks, ...(cell.header ? { header: true } : {}), ...(cell.picture ? { picture: true } : {}), ...(cell.colour === undefined ? {} : { colour: cell.colour }),
      });
      column += columnSpan;
    }
  }
  const headerRows = countHeaderRows(order);
  const columns = [...starts].sort((a, b) => a - b);
  return {
    type: 'table', id, at, headerRows, rows: order.length, columns: columns.length, ruled: true, ...(title ? { title } : {}),
    cells: packed(cells, columns).map((c) => (c.row < headerRows ? { ...c, header: true } : c)),
  };
}

/** Leaves out columns in which no cell begins: they have no width of their own. */
function packed(cells: readonly Cell[], columns: readonly number[]): Cell[] {
  const last = (columns.at(-1) ?? 0) + 1;
  const before = new Array<number>(last + 1).fill(0);
  for (const c of columns) before[c + 1] = 1;
  for (let i = 1; i <= last; i++) before[i] = (before[i] ?? 0) + (before[i - 1] ?? 0);
  const place = (c: number): number => before[Math.min(c, last)] ?? 0;
  return cells.map((c) => ({ ...c, column: place(c.column), columnSpan: Math.max(1, place(c.column + c.columnSpan) - place(c.column)) }));
}

/** Rows of the `thead`; else the first rows made of `th` alone; else a first row all in bold over rows that are not. */
function countHeaderRows(rows: readonly HtmlRow[]): number {
  const head = rows.filter((r) => r.group === 'head').length;
  if (head > 0 && head < rows.length) return head;
  let n = 0;
  while (n < rows.length && (rows[n]?.cells.length ?? 0) > 0 && rows[n]?.cells.every((c) => c.header)) n++;
  if (n > 0) return n === rows.length ? 0 : n;
  const [first, ...others] = rows;
  return first && others.length > 0 && first.cells.length > 1 && isBold(first) && !others.every(isBold) ? 1 : 0;
}

function isBold(row: HtmlRow): boolean {
  const blocks = row.cells.flatMap((c) => c.blocks);
  return blocks.length > 0 && row.cells.every((c) => c.blocks.length > 0) && blocks.every((b) => b.type === 'paragraph' && b.bold === true);
}
