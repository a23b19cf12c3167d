/** Heads and rows of open tables of figures: numbers of columns, heads set aside from their figures, names over and over, bands, titles. */
import { describe, expect, it } from 'vitest';
import { numbersColumns, readsAsValue } from '../../../../../src/read/pdf/layout/tables/values.js';
import { across, blank, centre, right, rows, upright, write, type Drawn } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const ENDS = [260, 340, 420];
const BODY = [['Alder', '4,210', '1,107', '912'], ['Birch', '3,015', '2,480', '377'], ['Cedar', '2,112', '5,020', '645'], ['Dale', '9,337', '8,607', '118']];

/** Rules above and below the heads, and under the body. */
function ruled(page: Drawn, heads: readonly (readonly string[])[], body: readonly (readonly string[])[]): void {
  across(page, 90, 56, 430);
  const y = rows(page, heads, 60, ENDS, 102);
  across(page, y - 6, 56, 430);
  across(page, rows(page, body, 60, ENDS, y + 6) - 6, 56, 430);
}

describe('numbers of the columns', () => {
  it('are a row of their own under the heads', () => {
    const page = blank();
    ruled(page, [['Port', 'Landed', 'Sold', 'Kept'], ['(1)', '(2)', '(3)', '(4)']], BODY);
    const [found] = tablesFound(page);
    expect(found!.rows.slice(0, 3)).toEqual([['Port', 'Landed', 'Sold', 'Kept'], ['(1)', '(2)', '(3)', '(4)'], BODY[0]]);
    expect(found!.table.headerRows).toBe(2);
  });

  it('are told from small figures beside a name', () => {
    const page = blank();
    ruled(page, [['Port', 'Landed', 'Sold', 'Kept']], [['Alder', '1', '2', '3'], ...BODY.slice(1)]);
    expect(tablesFound(page)[0]!.table.headerRows).toBe(1);
    expect(numbersColumns([['(1)'], ['(2)'], ['(3)']])).toBe(true);
    expect(numbersColumns([['1'], ['2']])).toBe(false);
    expect(numbersColumns([['(1)'], ['(3)']])).toBe(false);
    expect(numbersColumns([['(7)'], ['(8)']])).toBe(false);
  });
});

describe('heads', () => {
  it('set on the left of broad columns share them with figures on the right', () => {
    const page = blank();
    [['Port', 60], ['Landed', 180], ['Sold', 290], ['Kept', 400]].forEach(([t, x]) => write(page, String(t), Number(x), 102));
    rows(page, BODY, 60, [270, 380, 490], 118);
    expect(rowsFound(page)).toEqual([[['Port', 'Landed', 'Sold', 'Kept'], ...BODY]]);
  });

  it('of a column of texts keep it apart from the figures beside it', () => {
    const page = blank();
    [['Port', 60], ['Quay', 180], ['Sold', 270]].forEach(([t, x]) => write(page, String(t), Number(x), 102));
    BODY.forEach(([port, , sold], i) => { write(page, port!, 60, 118 + 12 * i); write(page, ['North', 'South', 'East', 'West'][i]!, 180, 118 + 12 * i); right(page, sold!, 300, 118 + 12 * i); });
    expect(rowsFound(page)[0]![1]).toEqual(['Alder', 'North', '1,107']);
  });

  it('lie over names that come again, though set on the middle of broader places', () => {
    const page = blank();
    centre(page, 'Men', 180, 90); centre(page, 'Women', 320, 90);
    right(page, 'Count', 200, 104); right(page, 'Share', 260, 104); right(page, 'Count', 340, 104); right(page, 'Share', 400, 104);
    rows(page, BODY.map(([n, a, b, c]) => [n!, a!, '41.2', b!, `${c!.slice(0, 2)}.5`]), 60, [200, 260, 340, 400], 118);
    expect(rowsFound(page)[0]!.slice(0, 2)).toEqual([['', 'Men', '', 'Women', ''], ['', 'Count', 'Share', 'Count', 'Share']]);
  });

  it('that only begin a head of two lines lie over nothing', () => {
    const page = blank();
    right(page, 'Margin', 260, 92); right(page, 'Margin', 400, 92);
    right(page, 'Count', 200, 104); right(page, 'of error', 260, 104); right(page, 'Count', 340, 104); right(page, 'of error', 400, 104);
    rows(page, BODY.map(([n, a, b, c]) => [n!, a!, '41.2', b!, `${c!.slice(0, 2)}.5`]), 60, [200, 260, 340, 400], 120);
    expect(rowsFound(page)[0]![0]).toEqual(['', 'Count', 'Margin of error', 'Count', 'Margin of error']);
  });

  it('hold a year beside the lines of other heads', () => {
    const page = blank();
    right(page, 'Moored,', 260, 92); right(page, 'Moored,', 340, 92); right(page, 'Berths', 420, 92);
    write(page, 'Port', 60, 104); right(page, '2031', 260, 104); right(page, 'in spring', 340, 104); right(page, 'let', 420, 104);
    rows(page, BODY, 60, ENDS, 120);
    expect(rowsFound(page)[0]![0]).toEqual(['Port', 'Moored, 2031', 'Moored, in spring', 'Berths let']);
  });

  it('are not the title of the table, nor what it is counted in', () => {
    const page = blank();
    centre(page, 'Fish landed, sold and kept in the four ports', 240, 66);
    centre(page, '[In boxes of twenty]', 240, 79);
    rows(page, [['Port', 'Landed', 'Sold', 'Kept']], 60, ENDS, 92);
    across(page, 97, 56, 430);
    rows(page, BODY, 60, ENDS, 109);
    expect(rowsFound(page)[0]![0]).toEqual(['Port', 'Landed', 'Sold', 'Kept']);
  });
});

describe('bands', () => {
  const withBands = (place: (page: Drawn, text: string, y: number) => void): string[][] => {
    const page = blank();
    const y = rows(page, [['Port', 'Landed', 'Sold', 'Kept']], 60, ENDS, 92);
    place(page, 'Boxes', y + 2);
    rows(page, BODY.slice(0, 3), 60, ENDS, y + 16);
    place(page, 'Thousand pounds', y + 54);
    rows(page, BODY.slice(1), 60, ENDS, y + 68);
    return tablesFound(page)[0]!.table.cells.filter((c) => c.columnSpan > 1 && c.words.length > 0).map((c) => [String(c.column), String(c.columnSpan)]);
  };

  it('on one middle lie over all columns of figures', () => {
    expect(withBands((page, text, y) => centre(page, text, 318, y))).toEqual([['1', '3'], ['1', '3']]);
  });

  it('are told from texts on the left edge of one column', () => {
    expect(withBands((page, text, y) => write(page, text, 320, y))).toEqual([]);
  });
});

describe('names', () => {
  it('that begin with figures go on in the next line', () => {
    const page = blank();
    ruled(page, [['Age', 'Landed', 'Sold', 'Kept']], []);
    let y = 120;
    for (const first of ['15 to 24', '25 to 34', '35 to 44']) {
      rows(page, [[first, '412', '300', '118']], 60, ENDS, y); write(page, 'years', 60, y + 11);
      y += 28;
    }
    across(page, y, 56, 430);
    expect(rowsFound(page)[0]!.slice(1).map((r) => r[0])).toEqual(['15 to 24 years', '25 to 34 years', '35 to 44 years']);
  });

  it('may take four lines before their figures', () => {
    const page = blank();
    write(page, 'Work', 60, 100); ENDS.forEach((x, k) => right(page, ['2031', '2032', '2033'][k]!, x, 100));
    across(page, 106, 56, 430);
    let y = 120;
    for (const lines of [['Mending of', 'nets and', 'all other', 'gear'], ['Painting of', 'all of the', 'buoys each', 'springtime'], ['Sounding of', 'the eastern', 'and western', 'channels']]) {
      lines.forEach((t, i) => write(page, t, 60, y + 11 * i));
      ENDS.forEach((x, k) => right(page, String(310 + 7 * k), x, y + 33));
      y += 50;
    }
    const [found, ...others] = rowsFound(page);
    expect(others).toEqual([]);
    expect(found!.map((r) => r[0])).toEqual(['Work', 'Mending of nets and all other gear', 'Painting of all of the buoys each springtime', 'Sounding of the eastern and western channels']);
  });
});

describe('printed columns without printed rows', () => {
  const TEXTS = [['Mending', ['Nets and lines are', 'mended ashore.'], 'Net loft'], ['Painting', ['Buoys are painted red', 'before May.'], 'Keeper'], ['Sounding', ['The eastern channel is', 'sounded each year.'], 'Pilot']] as const;
  const columns = (page: Drawn, bottom: number): void => {
    for (const y of [90, 108, bottom]) across(page, y, 56, 360);
    for (const x of [56, 130, 270, 360]) upright(page, x, 90, bottom);
    [['Work', 60], ['What is done', 134], ['By whom', 274]].forEach(([t, x]) => write(page, String(t), Number(x), 102));
  };

  it('have rows of texts that white sets apart', () => {
    const page = blank();
    columns(page, 220);
    TEXTS.forEach(([work, lines, whom], i) => { const y = 122 + 34 * i; write(page, work, 60, y); lines.forEach((t, k) => write(page, t, 134, y + 12 * k)); write(page, whom, 274, y); });
    expect(rowsFound(page)).toEqual([[['Work', 'What is done', 'By whom'], ...TEXTS.map(([w, l, b]) => [w, l.join(' '), b])]]);
  });

  it('have one row where one name stands beside all texts', () => {
    const page = blank();
    columns(page, 220);
    write(page, 'Mending', 60, 122);
    TEXTS.forEach(([, lines, whom], i) => { const y = 122 + 34 * i; lines.forEach((t, k) => write(page, t, 134, y + 12 * k)); write(page, whom, 274, y); });
    expect(rowsFound(page)[0]).toHaveLength(2);
  });

  it('have heads of two levels and numbers under them', () => {
    const page = blank();
    for (const y of [84, 126, 200]) across(page, y, 56, 430);
    for (const x of [56, 180, 430]) upright(page, x, 84, 200);
    upright(page, 300, 98, 200);
    centre(page, 'Boxes landed', 305, 95);
    rows(page, [['Port', '2031', '2032'], ['(1)', '(2)', '(3)']], 60, [260, 380], 109);
    rows(page, BODY.map((r) => r.slice(0, 3)), 60, [260, 380], 140);
    expect(rowsFound(page)[0]!.slice(0, 4)).toEqual([['', 'Boxes landed', ''], ['Port', '2031', '2032'], ['(1)', '(2)', '(3)'], ['Alder', '4,210', '1,107']]);
  });
});

it('a figure that is withheld is a value, a label in brackets is none', () => {
  expect(['(X)', '(D)', '(NA)'].every((t) => readsAsValue([t]))).toBe(true);
  expect(['(a)', '(iv)', '(Quay)'].some((t) => readsAsValue([t]))).toBe(false);
});
