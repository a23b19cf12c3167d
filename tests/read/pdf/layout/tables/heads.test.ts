/** Heads of open tables: what names the table above them, sizes that read as figures, heads over a figure and its error. */
import { describe, expect, it } from 'vitest';
import { across, blank, centre, right, rows, write, type Drawn } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const ENDS = [260, 340, 420, 500];
const BODY = [['Alder', '446', '118', '945', '531'], ['Birch', '641', '860', '907', '401'], ['Cedar', '923', '888', '804', '500'], ['Dale', '127', '300', '655', '710']];

/** A table between rules: one above its heads, one under them, one at its foot. */
function ruledAt(page: Drawn, heads: readonly string[], y: number): void {
  across(page, y, 60, 500);
  rows(page, [heads], 60, ENDS, y + 12);
  across(page, y + 18, 60, 500);
  across(page, rows(page, BODY, 60, ENDS, y + 30), 60, 500);
}

describe('lines above the first rule', () => {
  it('name the table where its heads stand under the rule', () => {
    const page = blank();
    centre(page, 'Harbours of the county by kind', 280, 84);
    centre(page, '(in thousands)', 280, 96);
    ruledAt(page, ['Harbour', 'Tolls', 'Rents', 'Fines', 'Gifts'], 102);
    const [found] = tablesFound(page);
    expect(found!.rows[0]).toEqual(['Harbour', 'Tolls', 'Rents', 'Fines', 'Gifts']);
    expect(found!.table.headerRows).toBe(1);
  });

  it('are a head where they stand on the middle of the columns that they head', () => {
    const page = blank();
    centre(page, 'Fiscal year', 365, 96);
    ruledAt(page, ['Harbour', '2031', '2032', '2033', '2034'], 102);
    const [found] = tablesFound(page);
    expect(found!.rows.slice(0, 2)).toEqual([['Harbour', 'Fiscal year', '', '', ''], ['', '2031', '2032', '2033', '2034']]);
  });

  it('are heads where figures stand under the rule', () => {
    const page = blank();
    rows(page, [['Harbour', 'Tolls', 'Rents', 'Fines', 'Gifts']], 60, ENDS, 96);
    across(page, 102, 60, 500);
    const y = rows(page, BODY, 60, ENDS, 116);
    across(page, y - 8, 60, 500);
    expect(rowsFound(page)[0]![0]).toEqual(['Harbour', 'Tolls', 'Rents', 'Fines', 'Gifts']);
  });
});

describe('heads of sizes', () => {
  it('are no figures, though they begin with one', () => {
    const page = blank();
    across(page, 90, 60, 500);
    [['All', 'vessels'], ['100 tons', 'or less'], ['500', 'to 1,000'], ['1,000', 'and over']].forEach(([a, b], c) => { right(page, a!, ENDS[c]!, 102); right(page, b!, ENDS[c]!, 113); });
    write(page, 'Tonnage', 60, 113);
    across(page, 118, 60, 500);
    across(page, rows(page, BODY, 60, ENDS, 130), 60, 500);
    const [found] = tablesFound(page);
    expect(found!.rows[0]).toEqual(['Tonnage', 'All vessels', '100 tons or less', '500 to 1,000', '1,000 and over']);
  });

  it('are told from rows of figures with their units', () => {
    const page = blank();
    const y = rows(page, [['Voyage', 'Out', 'Home'], ['Alder', '12 days', '14 days'], ['Birch', '3 days', '4 days'], ['Cedar', '9 days', '7 days'], ['Dale', '21 days', '20 days']], 60, [260, 340], 100);
    expect(y).toBe(160);
    expect(rowsFound(page)[0]!.map((r) => r[1])).toEqual(['Out', '12 days', '3 days', '9 days', '21 days']);
  });
});

describe('heads over a figure and its error', () => {
  const errors = [['Alder', '44.6', '(1.18)', '94.5', '(5.31)', '10.2', '(0.44)'], ['Birch', '64.1', '(8.60)', '90.7', '(4.01)', '11.9', '(0.31)'], ['Cedar', '92.3', '(8.88)', '80.4', '(5.00)', '17.0', '(0.75)'], ['Dale', '12.7', '(3.00)', '65.5', '(7.10)', '21.3', '(0.90)']];
  const ends = [220, 262, 320, 362, 420, 462];
  it('lie over both columns', () => {
    const page = blank();
    across(page, 90, 60, 470);
    write(page, 'Port', 60, 102);
    ['Men', 'Women', 'All'].forEach((t, k) => centre(page, t, 231 + 100 * k, 102));
    across(page, 107, 60, 470);
    across(page, rows(page, errors, 60, ends, 119), 60, 470);
    const [found] = tablesFound(page);
    expect(found!.table.columns).toBe(7);
    expect(found!.table.cells.filter((c) => c.row === 0).map((c) => [c.column, c.columnSpan])).toEqual([[0, 1], [1, 2], [3, 2], [5, 2]]);
  });

  it('keep to their own columns where each has one', () => {
    const page = blank();
    across(page, 90, 60, 470);
    rows(page, [['Port', 'Men', '', 'Women', '', 'All', '']], 60, ends, 102);
    across(page, 107, 60, 470);
    across(page, rows(page, errors, 60, ends, 119), 60, 470);
    expect(tablesFound(page)[0]!.table.cells.every((c) => c.columnSpan === 1)).toBe(true);
  });
});
