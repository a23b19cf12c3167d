/** A table while it is open: its grid, its rows and cells as they come, and how wide each cell is. */
import type { Limits } from '../reader.js';
import { PaperError } from '../reader.js';
import type { RawCell, RawRow, RawTable } from './grid.js';
import type { Container } from './paragraphs.js';
import { integer, isShaded, on, points } from './properties.js';
import type { Attributes } from './xml.js';

/** Margin of a table's cells on the left and on the right where the file has none (Word's 0.19 cm), in points. */
const CELL_MARGIN = 5.4;
/** Columns of a Word table: Word itself allows 63. */
const MOST_COLUMNS = 1_000;

const visible = (a: Attributes): boolean => a['w:val'] !== 'nil' && a['w:val'] !== 'none';

export class OpenTable implements RawTable {
  readonly rows: RawRow[] = [];
  firstRowApart = false;
  bordered = false;
  style: string | undefined;
  /** Where what stands in the open cell goes. */
  container: Container | undefined;
  cell: RawCell | undefined;
  #row: RawRow | undefined;
  /** The open row was deleted (or, in the original, inserted). */
  #dropped = false;
  /** So was the open cell. */
  #droppedCell = false;
  /** Cells of the open row met so far, those that were dropped among them. */
  #met = 0;
  #inRow = false;
  readonly #grid: number[] = [];
  #marginLeft = CELL_MARGIN;
  #marginRight = CELL_MARGIN;
  /** Width that the open cell states, and the column of the grid at which it starts. */
  #cellWidth: number | undefined;
  #column = 0;
  #cells = 0;

  constructor(readonly id: number, readonly number: number, readonly limits: Limits) {}

  openRow(): void {
    this.#inRow = true;
    this.#dropped = false;
    this.#met = 0;
    this.#row = { ordinal: (this.#row?.ordinal ?? 0) + 1, header: false, before: 0, cells: [], height: 0 };
  }

  /** Opens a cell; `undefined` outside of a row. Throws a PaperError (`too-large`) past the limit of cells. */
  openCell(): { row: number; cell: number } | undefined {
    const row = this.#row;
    if (!row || !this.#inRow) return undefined;
    if (++this.#cells > this.limits.cells) throw new PaperError('too-large', `a table has more than ${this.limits.cells} cells`);
    this.#droppedCell = false;
    const previous = row.cells.at(-1);
    this.#column = previous ? this.#column + previous.span : row.before;
    this.cell = { ordinal: ++this.#met, span: 1, blocks: [], shaded: false, boxed: false, picture: false, height: 0 };
    this.#cellWidth = undefined;
    row.cells.push(this.cell);
    return { row: row.ordinal, cell: this.cell.ordinal };
  }

  /** Ends the open cell. */
  closeCell(): void {
    if (this.#droppedCell) this.#row?.cells.pop();
    this.cell = undefined;
    this.container = undefined;
  }

  closeRow(): void {
    this.#inRow = false;
    const row = this.#row;
    if (!row || this.#dropped) return;
    for (const cell of row.cells) row.height = Math.max(row.height, cell.height);
    this.rows.push(row);
  }

  /** Width of the open cell's text in points; `whole` is that of the text around the table. */
  width(whole: number): number {
    const cell = this.cell;
    if (!cell) return whole;
    let inGrid = 0;
    for (let i = 0; i < cell.span; i++) inGrid += this.#grid[this.#column + i] ?? 0;
    const width = this.#cellWidth || inGrid || whole / Math.max(1, this.#grid.length);
    return Math.max(1, width - this.#marginLeft - this.#marginRight);
  }

  /** A tracked change of the row itself: true where the element stands in the row's properties. */
  changeRow(out: boolean): boolean {
    if (!this.#inRow || this.cell) return false;
    if (out) this.#dropped = true;
    return true;
  }

  /** A tracked change of the open cell itself. */
  changeCell(out: boolean): void {
    if (out && this.cell) this.#droppedCell = true;
  }

  /** Takes one element of the table's, row's or cell's properties. */
  property(name: string, a: Attributes): void {
    const cell = this.cell;
    const row = this.#row;
    switch (name) {
      case 'w:gridCol': this.#grid.push(points(a['w:w']) ?? 0); return;
      case 'w:tblStyle': this.style = a['w:val']; return;
      case 'w:tblLook': this.firstRowApart = a['w:firstRow'] === '1' || (Number.parseInt(a['w:val'] ?? '0', 16) & FIRST_ROW) !== 0; return;
      case 'w:left': case 'w:start': if (!cell && a['w:w'] !== undefined) this.#marginLeft = points(a['w:w']) ?? CELL_MARGIN; return;
      case 'w:right': case 'w:end': if (!cell && a['w:w'] !== undefined) this.#marginRight = points(a['w:w']) ?? CELL_MARGIN; return;
      case 'w:top': case 'w:bottom': case 'w:insideH': case 'w:insideV':
        if (a['w:w'] !== undefined || !visible(a)) return;
        if (cell) cell.boxed = true;
        else this.bordered = true;
        return;
      case 'w:gridBefore': if (row) row.before = Math.min(Math.max(0, integer(a['w:val']) ?? 0), MOST_COLUMNS); return;
      case 'w:tblHeader': if (row) row.header = on(a); return;
      case 'w:trHeight': if (row) row.height = points(a['w:val']) ?? 0; return;
      case 'w:tcW': if (cell && (a['w:type'] ?? 'dxa') === 'dxa') this.#cellWidth = points(a['w:w']); return;
      case 'w:gridSpan': if (cell) cell.span = Math.min(Math.max(1, integer(a['w:val']) ?? 1), MOST_COLUMNS); return;
      case 'w:vMerge': if (cell) cell.merge = a['w:val'] === 'restart' ? 'restart' : 'continue'; return;
      case 'w:hMerge': if (cell && a['w:val'] !== 'restart') cell.mergedLeft = true; return;
      case 'w:shd':
        if (!cell || !isShaded(a)) return;
        cell.shaded = true;
        if (/^[0-9a-f]{6}$/i.test(a['w:fill'] ?? '')) cell.colour = a['w:fill']?.toLowerCase();
        if (this.container) this.container.shaded = true;
    }
  }
}

/** The bit of w:tblLook that asks for the first row's own format (ISO 29500-1, 17.4.55). */
const FIRST_ROW = 0x20;
