/** What the finder makes of a drawn page, as plain rows. */
import { findTables, plainText, type FoundTable } from '../../../../../src/read/pdf/layout/tables/index.js';
import { tablePage, type Drawn } from './drawn.js';

/** The tables found on the page, each with its rows; the text of a spanned cell stands in its first place, empty places are ''. */
export function tablesFound(page: Drawn): { readonly table: FoundTable; readonly rows: string[][] }[] {
  const input = tablePage(page);
  return findTables(input).tables.map((table) => ({
    table,
    rows: Array.from({ length: table.rows }, (_, r) => Array.from({ length: table.columns }, (_, c) => {
      const cell = table.cells.find((x) => x.row === r && x.column === c);
      return cell ? plainText(input.words, cell.words) : '';
    })),
  }));
}

export const rowsFound = (page: Drawn): string[][][] => tablesFound(page).map((t) => t.rows);
