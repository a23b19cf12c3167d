import { describe, expect, it } from 'vitest';
import { isLayout } from '../../src/paper/layout.js';
import type { Table } from '../../src/paper/model.js';

const at = { in: 'page', page: 1, box: [0, 0, 1, 1] } as const;

/** One row of boxes with these texts. */
const row = (...texts: string[]): Table => ({
  id: 1, type: 'table', rows: 1, columns: texts.length, headerRows: 0, at,
  cells: texts.map((text, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, at, blocks: text === '' ? [] : [{ id: column + 2, type: 'paragraph', text, at }] })),
});

describe('a single row of boxes', () => {
  it('is a table where it is a name with its sums', () => {
    expect(isLayout(row('Total £m', '334.7', '290.0'))).toBe(false);
    expect(isLayout(row('27', '0.0', 'All piers', '', '1,025,082.8', '-£1.4m'))).toBe(false);
  });

  it('is layout where its figures are numbers of items, or its texts are several', () => {
    expect(isLayout(row('Harbour Board', 'ITEM', '4'))).toBe(true);
    expect(isLayout(row('Part', '2', '3'))).toBe(true);
    expect(isLayout(row('Fee', '£4.50', 'Deposit', '£20.00'))).toBe(true);
  });
});
