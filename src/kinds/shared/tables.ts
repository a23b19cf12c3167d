/** A table of the paper as the record has it. */
import { fragment } from '../../paper/locator.js';
import { places } from '../../paper/ledger.js';
import type { Table as PaperTable } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import type { Table } from '../schemas.js';
import type { ParseContext } from './context.js';

/** The table, and after it the tables inside its cells, as records; `base` is the index that the first will have in its list. Takes nothing. */
export function describeTable(table: PaperTable, base = 0): Table[] {
  const rows = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''));
  const cells: Table['cells'] = [];
  const inner: Table[] = [];
  for (const cell of table.cells) {
    const text = cellText(cell);
    const row = rows[cell.row];
    if (row && cell.column < row.length) row[cell.column] = text;
    cells.push({
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, text,
      ...(cell.header ? { header: true } : {}), ...(cell.picture ? { picture: true } : {}), at: fragment(cell.at),
    });
    for (const block of cell.blocks) {
      if (block.type !== 'table') continue;
      const [first, ...more] = describeTable(block, base + 1 + inner.length);
      if (first) inner.push({ ...first, inside: { table: base, row: cell.row, column: cell.column } }, ...more);
    }
  }
  const own: Table = {
    ...(table.title === undefined ? {} : { title: table.title }),
    headerRows: table.headerRows, columns: table.columns, rows, cells, ...places(table.at, table.until),
  };
  return [own, ...inner];
}

/** As `describeTable`, and takes the table from the ledger. */
export function tableRecords(context: ParseContext, table: PaperTable, base = 0): Table[] {
  context.ledger.take(table);
  return describeTable(table, base);
}
