/**
 * What the table finder takes and gives. Coordinates are PDF points, origin top left, y downwards; rows and columns are counted from 0.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Fill, Image, Ruling } from '../../geometry.js';
import type { Word } from '../words.js';

/** The marks of one page that say where tables are. */
export interface TablePage {
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly images: readonly Image[];
  readonly width: number;
  readonly height: number;
}

/** How the table is drawn: full grid, horizontal rules only, shaded bands, or nothing but alignment. */
export type TableLook = 'ruled' | 'half-ruled' | 'banded' | 'borderless';

export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Between the edges of its rows and columns. */
  readonly box: Box;
  /** Indexes into the page's words, in reading order. */
  readonly words: readonly number[];
  readonly header?: true;
}

/** In the order of rows, and in a row from left to right. */
export const inRows = (a: { readonly row: number; readonly column: number }, b: { readonly row: number; readonly column: number }): number => a.row - b.row || a.column - b.column;

export interface FoundTable {
  readonly box: Box;
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  readonly look: TableLook;
  /** In row-major order; grid places without a cell do not occur, empty cells are listed. */
  readonly cells: readonly FoundCell[];
  /** `columns + 1` positions from left to right, and `rows + 1` from top to bottom. */
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  /** For each row: it starts at a printed line or shading edge (true) or was inferred from the text (false). */
  readonly rowRuled: readonly boolean[];
  /** 0 to 1. */
  readonly confidence: number;
  /** What made it a table, for `inspect`. */
  readonly why: string;
}

export interface FoundTables {
  readonly tables: readonly FoundTable[];
  /** Drawn boxes that only place text on the page: a title bar, a boxed form field, an ITEM box. Innermost boxes, top to bottom. */
  readonly boxes: readonly Box[];
  /** Grids with printed columns that alone are no table (one row, one cell filled), but may be the rest of one from the page before. */
  readonly rests: readonly FoundTable[];
  /** Words that are rules of these tables, typed in dashes: indexes into the page's words. */
  readonly typed: readonly number[];
}
