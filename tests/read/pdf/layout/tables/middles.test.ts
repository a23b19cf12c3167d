/** What stands on the middle of other things: heads on their columns, names on their rows; and rivers that long names and signs narrow. */
import { describe, expect, it } from 'vitest';
import { across, blank, centre, right, rows, write, type Drawn } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const FOUR = [['Alder', '44', '11', '62', '31'], ['Birch', '64', '86', '17', '28'], ['Cedar', '92', '88', '53', '40'], ['Dale', '12', '30', '71', '66']];
const FIGURES = [61, 17, 88, 42, 93, 24, 75, 36, 11, 58, 70];
const ENDS = [210, 280, 350, 420];

/** Heads from y, each text on its own middle. */
const heads = (page: Drawn, y: number, texts: readonly (readonly [string, number])[]): void => texts.forEach(([text, x]) => centre(page, text, x, y));
const span = (page: Drawn, text: string): { row: number; column: number; columnSpan: number } | undefined => {
  const { table, rows: found } = tablesFound(page)[0]!;
  const cell = table.cells.find((c) => c.words.length > 0 && found[c.row]![c.column] === text);
  return cell && { row: cell.row, column: cell.column, columnSpan: cell.columnSpan };
};

describe('rivers', () => {
  it('run right of a name that reaches nearly to its figures', () => {
    const page = blank();
    const y = rows(page, [['Town', 'Farms', 'Acres'], ['Ash', '8,240', '7,296'], ['Bay', '5,051', '5,069'], ['Yew', '8,986', '1,412']], 60, [128, 170], 100);
    rows(page, [['Dogwood', '6,908', '8,069'], ['Elm', '1,582', '6,891']], 60, [128, 170], y);
    expect(rowsFound(page)[0]![4]).toEqual(['Dogwood', '6,908', '8,069']);
  });

  it('run left of signs of currency near the figures before them', () => {
    const page = blank();
    let y = rows(page, [['', '2031', '2032', '2033'], ['Rents', '9,182,172', '2,445,112', '1,710,685'], ['Fines', '863,054', '6,928,438', '2,195,312'], ['Tolls', '5,365,557', '790,727', '471,937']], 60, [200, 264, 328], 100);
    write(page, 'Taxes', 60, y);
    ['3,456,662', '7,443,189', '1,202,118'].forEach((t, i) => { right(page, t, [200, 264, 328][i]!, y); write(page, '$', [142, 206, 270][i]!, y); });
    y += 12;
    expect(rowsFound(page)[0]!.at(-1)).toEqual(['Taxes', '$ 3,456,662', '$ 7,443,189', '$ 1,202,118']);
  });
});

describe('heads on the middle of columns', () => {
  it('leave out a last column of sums that lies under none', () => {
    const page = blank();
    heads(page, 100, [['Age', 270], ['Member', 450]]);
    heads(page, 113, [['18-29', 180], ['30-44', 240], ['45-64', 300], ['65+', 360], ['Yes', 420], ['No', 480], ['All', 540]]);
    for (let i = 0; i < 4; i++) { write(page, ['Pleased', 'Content', 'Neither', 'Cross'][i]!, 60, 128 + 12 * i); for (let c = 0; c < 7; c++) centre(page, `${FIGURES[(i * 7 + c * 3) % 11]}%`, 180 + 60 * c, 128 + 12 * i); }
    expect(span(page, 'Age')).toEqual({ row: 0, column: 1, columnSpan: 4 });
    expect(span(page, 'Member')).toEqual({ row: 0, column: 5, columnSpan: 2 });
  });

  it('are first lines where they stand on the middle of one text each', () => {
    const page = blank();
    heads(page, 100, [['Actual', 265], ['Change', 405]]);
    heads(page, 112, [['Budget', 195], ['to date', 265], ['Forecast', 335], ['since Q2', 405]]);
    rows(page, FOUR, 60, ENDS, 128);
    expect(rowsFound(page)[0]![0]).toEqual(['', 'Budget', 'Actual to date', 'Forecast', 'Change since Q2']);
  });

  it('lie over three columns each where the middle one only stands below them', () => {
    const page = blank();
    heads(page, 100, [['Men', 240], ['Women', 420]]);
    heads(page, 112, [['Low', 180], ['Mid', 240], ['Top', 300], ['Low', 360], ['Mid', 420], ['Top', 480]]);
    for (let i = 0; i < 4; i++) { write(page, ['Alder', 'Birch', 'Cedar', 'Dale'][i]!, 60, 127 + 12 * i); for (let c = 0; c < 6; c++) centre(page, `${FIGURES[(i * 7 + c * 3) % 11]}`, 180 + 60 * c, 127 + 12 * i); }
    expect(span(page, 'Men')).toEqual({ row: 0, column: 1, columnSpan: 3 });
    expect(span(page, 'Women')).toEqual({ row: 0, column: 4, columnSpan: 3 });
  });

  it('have units below them that lie over the same columns', () => {
    const page = blank();
    const places = [['Area planted', 220], ['Yield', 360]] as const;
    heads(page, 100, places);
    heads(page, 112, [['2031', 195], ['2032', 245], ['2031', 335], ['2032', 385]]);
    heads(page, 124, [['1,000 acres', 220], ['Pounds', 360]]);
    rows(page, FOUR, 60, [205, 255, 345, 395], 140);
    expect(span(page, '1,000 acres')).toMatchObject({ column: 1, columnSpan: 2 });
    expect(span(page, 'Pounds')).toMatchObject({ column: 3, columnSpan: 2 });
  });

  it('make no column of the white that they stand in', () => {
    const page = blank();
    heads(page, 100, [['Men', 235], ['All', 395]]);
    heads(page, 113, [['Percent', 200], ['Error', 270], ['Percent', 360], ['Error', 430]]);
    rows(page, FOUR, 60, [210, 280, 370, 440], 129);
    expect(tablesFound(page)[0]!.table.columns).toBe(5);
  });

  it('are not remarks in brackets on the middle of the table', () => {
    const page = blank();
    centre(page, '(Dollars in thousands)', 240, 100);
    rows(page, [['', '2031', '2032', '2033', '2034'], ...FOUR], 60, ENDS, 114);
    expect(rowsFound(page)[0]!.flat()).not.toContain('(Dollars in thousands)');
  });
});

describe('names on the middle of their rows', () => {
  /** Rows of figures with kinds, names at the heights given. */
  const table = (counts: readonly number[], at: (first: number, last: number) => number): Drawn => {
    const page = blank();
    for (const [text, x] of [['Crop', 60], ['Kind', 140]] as const) write(page, text, x, 100);
    right(page, 'Area', 280, 100); right(page, 'Yield', 350, 100);
    let y = 116;
    counts.forEach((n, g) => {
      write(page, ['Wheat', 'Maize', 'Oats'][g]!, 60, at(y, y + 12 * (n - 1)));
      for (let i = 0; i < n; i++, y += 12) { write(page, ['Winter', 'Spring', 'Seed', 'Sweet'][i]!, 140, y); right(page, `${g + 1}${i}4`, 280, y); right(page, `${i}.${g}`, 350, y); }
    });
    return page;
  };
  const spans = (page: Drawn): number[] => tablesFound(page)[0]!.table.cells.filter((c) => c.column === 0 && c.row > 0 && c.words.length > 0).map((c) => c.rowSpan);

  it('belong to all of them, odd or even', () => {
    expect(spans(table([3, 3, 3], (a, b) => (a + b) / 2))).toEqual([3, 3, 3]);
    expect(spans(table([3, 1, 3], (a, b) => (a + b) / 2))).toEqual([3, 1, 3]);
  });

  it('belong to one row where they stand beside the first or the last', () => {
    expect(spans(table([3, 3, 3], (a) => a))).toEqual([1, 1, 1]);
    expect(spans(table([3, 3, 3], (_, b) => b))).toEqual([1, 1, 1]);
  });
});

describe('two columns of prose', () => {
  const LINE = 'the ferry office stays open on market days as';
  const prose = (page: Drawn, y: number): void => { for (let i = 0; i < 10; i++) { write(page, LINE, 60, y + 12 * i); write(page, LINE, 320, y + 12 * i); } };

  it('have a table across both read as one', () => {
    const page = blank();
    prose(page, 80);
    const list = [['Program', 'Young', 'Middle', 'Old', 'All'], ...FOUR];
    rows(page, list, 60, [180, 270, 370, 460], 220);
    prose(page, 300);
    expect(rowsFound(page)).toEqual([list]);
  });

  it('keep tables of their own apart', () => {
    const page = blank();
    prose(page, 80);
    const list = [['Port', '2031', '2032'], ['Alder', '44', '11'], ['Birch', '64', '86'], ['Cedar', '92', '88'], ['Dale', '12', '30']];
    rows(page, list, 60, [180, 260], 220);
    rows(page, list, 320, [440, 520], 220);
    prose(page, 300);
    expect(rowsFound(page)).toEqual([list, list]);
  });
});

describe('no tables', () => {
  it('are contents set in two columns', () => {
    const page = blank();
    [['Preface', '3', 'Towns', '38'], ['Prices', '5', 'Farms', '41'], ['Output', '9', 'Fish', '47'], ['Trade', '14', 'Forests', '52'], ['Jobs', '22', 'Notes', '60']].forEach((r, i) => r.forEach((t, c) => (c % 2 ? right(page, t, c === 1 ? 280 : 500, 100 + 12 * i) : write(page, t, c === 0 ? 60 : 310, 100 + 12 * i))));
    expect(rowsFound(page)).toEqual([]);
  });

  it('are answers with their codes', () => {
    const page = blank();
    [['One', '1'], ['Two', '2'], ['Three', '3'], ['Gas', '1'], ['Oil', '2'], ['Wood', '3']].forEach(([a, b], i) => { write(page, a!, 100, 100 + 12 * i); write(page, b!, 240, 100 + 12 * i); });
    expect(rowsFound(page)).toEqual([]);
  });

  it('but a table are names with few of each', () => {
    const page = blank();
    const list = [['Mill', '1'], ['Church', '1'], ['Castle', '2'], ['Quay', '1'], ['Park', '2'], ['Dock', '3']];
    list.forEach(([a, b], i) => { write(page, a!, 100, 100 + 12 * i); write(page, b!, 240, 100 + 12 * i); });
    expect(rowsFound(page)).toEqual([list]);
  });
});

describe('a rule under some of the heads', () => {
  it('joins no head to the name below it', () => {
    const page = blank();
    across(page, 88, 60, 430);
    heads(page, 100, [['Shares', 370]]);
    across(page, 104, 320, 430);
    write(page, 'Kind', 60, 116); heads(page, 116, [['Number', 195], ['Error', 265], ['Men', 335], ['Women', 405]]);
    across(page, 120, 320, 430);
    write(page, 'Owned', 60, 131);
    rows(page, FOUR, 72, ENDS, 143);
    across(page, 190, 60, 430);
    expect(rowsFound(page)[0]!.map((r) => r[0])).toContain('Owned');
  });
});
