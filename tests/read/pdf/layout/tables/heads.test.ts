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

describe('heads over groups of columns', () => {
  const six = [300, 350, 400, 450, 500];
  const body = [['Alder', '118', '92', '7', '304', '55'], ['Birch', '21', '402', '83', '4', '625'], ['Cedar', '731', '62', '303', '94', '15'], ['Dale', '44', '5', '43', '214', '88']];
  it('of different sizes need no rules under them', () => {
    const page = blank();
    centre(page, '2031', 342, 100); centre(page, '2032', 470, 100);
    rows(page, [['Port', 'II', 'III', 'IV', 'I', 'II'], ...body], 60, six, 112);
    const [found] = tablesFound(page);
    expect(found!.table.cells.filter((c) => c.row === 0 && c.words.length > 0).map((c) => [c.column, c.columnSpan])).toEqual(expect.arrayContaining([[1, 3], [4, 2]]));
  });

  it('are told from the first lines of heads that stand edge to edge', () => {
    const page = blank();
    right(page, 'Motor', 350, 100); right(page, 'Violent', 450, 100);
    rows(page, [['Port', 'Theft', 'theft', 'Arson', 'crime', 'Fraud'], ...body], 60, six, 112);
    expect(rowsFound(page)[0]![0]).toEqual(['Port', 'Theft', 'Motor theft', 'Arson', 'Violent crime', 'Fraud']);
  });

  it('do not take in a first row that is named by a year and has few figures', () => {
    const page = blank();
    rows(page, [['Year', 'Spring', 'Summer', 'Autumn', 'Winter'], ['1999', '', '', '10.5', '23.8'], ['2000', '64.5', '66.6', '28.1', '24.3'], ['2001', '23.6', '18.4', '15.6', '23.0']], 60, [200, 270, 340, 410], 100);
    expect(rowsFound(page)[0]!.slice(0, 2)).toEqual([['Year', 'Spring', 'Summer', 'Autumn', 'Winter'], ['1999', '', '', '10.5', '23.8']]);
  });
});

describe('texts across the body', () => {
  const spans = (page: Drawn): [number, number, number][] => tablesFound(page)[0]!.table.cells.filter((c) => c.columnSpan > 1 && c.words.length > 0).map((c) => [c.row, c.column, c.columnSpan]);
  it('on the middle of the table name the rows below them', () => {
    const page = blank();
    across(page, 90, 60, 500);
    rows(page, [['Age', '2031', '2032', '2033', '2034']], 60, ENDS, 102);
    across(page, 107, 60, 500);
    let y = 119;
    for (const who of ['Men', 'Women']) { centre(page, who, 280, y); y = rows(page, BODY, 60, ENDS, y + 12); }
    across(page, y, 60, 500);
    expect(spans(page)).toEqual([[1, 0, 5], [6, 0, 5]]);
  });

  it('on the middle of what a head lies over say its unit', () => {
    const page = blank();
    across(page, 90, 60, 500);
    centre(page, 'Area planted', 290, 102); centre(page, 'Crop', 450, 102);
    across(page, 106, 240, 340); across(page, 106, 400, 500);
    rows(page, [['County', '2031', '2032', '2031', '2032']], 60, ENDS, 117);
    across(page, 122, 60, 500);
    centre(page, '1,000 acres', 290, 134); centre(page, 'Tons', 450, 134);
    across(page, rows(page, BODY, 60, ENDS, 146), 60, 500);
    expect(spans(page)).toEqual([[0, 1, 2], [0, 3, 2], [2, 1, 2], [2, 3, 2]]);
  });

  it('that stand in a column of texts keep to it', () => {
    const page = blank();
    across(page, 90, 60, 500);
    const lines = [['Port', 'Keeper', 'Built', 'Lamps'], ['Alder', 'Marsh', '1801', '2'], ['', 'Oakes', '', ''], ['Birch', 'Pine', '1822', '4'], ['Cedar', 'Reed', '1850', '1']];
    lines.forEach((r, i) => r.forEach((t, c) => write(page, t, [60, 260, 380, 460][c]!, 102 + 14 * i)));
    across(page, 107, 60, 500); across(page, 165, 60, 500);
    expect(spans(page)).toEqual([]);
  });
});

describe('notes between the last two rules', () => {
  const withLast = (write3: (page: Drawn, y: number) => number): string[][][] => {
    const page = blank();
    across(page, 90, 60, 500); rows(page, [['Port', 'Tolls', 'Rents', 'Fines', 'Gifts']], 60, ENDS, 102); across(page, 107, 60, 500);
    const y = rows(page, BODY, 60, ENDS, 119);
    across(page, y - 6, 60, 500);
    across(page, write3(page, y + 6), 60, 500);
    return rowsFound(page);
  };
  it('are no row', () => {
    const found = withLast((page, y) => { write(page, 'a. With what was taken over from the old bureau of lights and buoys', 60, y); return y + 6; });
    expect(found[0]!.map((r) => r[0])).toEqual(['Port', 'Alder', 'Birch', 'Cedar', 'Dale']);
  });
  it('are told from a last row that fills columns', () => {
    const found = withLast((page, y) => rows(page, [['All', '999', '888', '777', '666']], 60, ENDS, y) - 6);
    expect(found[0]!.map((r) => r[0])).toEqual(['Port', 'Alder', 'Birch', 'Cedar', 'Dale', 'All']);
  });
});
