/** Tables as programs for lists, newsletters and accounts print them: rules typed in dashes, figures set close, tables in one of several columns of text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageGeometry } from '../../../../../src/read/pdf/geometry.js';
import { numbersColumns } from '../../../../../src/read/pdf/layout/tables/values.js';
import { paperOf } from '../../../../../src/read/pdf/layout/paper.js';
import { across, blank, centre, frame, right, rows, SIZE, upright, widthOf, wordsFrom, write, type Drawn } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const BODY = [['Alder', '446', '118', '945'], ['Birch', '641', '860', '907'], ['Cedar', '923', '888', '804'], ['Dale', '127', '300', '655']];
const ENDS = [200, 270, 340];
/** Figures that count in no even steps, as an axis would. */
const FIGURES = [487, 112, 935, 260, 718, 344, 869, 151, 602, 177, 530, 298, 941, 666];
const PROSE = ['officers compared the returns of', 'each district with those of the', 'year before and asked for reasons', 'where they differed by a tenth'];

/** A column of prose from one height to another. */
function prose(page: Drawn, x: number, from: number, to: number, pitch = 11): void {
  for (let y = from, k = 0; y <= to; y += pitch, k++) write(page, PROSE[k % PROSE.length]!, x, y);
}

describe('rules drawn cell by cell', () => {
  /** The rule under a head over three columns, in pieces over each of them; `gap` between the pieces. */
  const page = (gap: number): Drawn => {
    const p = blank(), xs = [130, 200, 270, 340];
    across(p, 80, 60, 350);
    centre(p, 'Used in this year', 235, 91);
    for (let k = 0; k < 3; k++) across(p, 93.5, xs[k]! + gap / 2, xs[k + 1]! - gap / 2);
    write(p, 'Who', 60, 104);
    ['Once', 'Twice', 'More'].forEach((t, k) => right(p, t, ENDS[k]!, 104));
    across(p, rows(p, BODY, 60, ENDS, 118), 60, 350);
    return p;
  };

  it('are one line, though the piece in the middle runs under its text as an underline does', () => {
    for (const gap of [0, 0.8]) {
      const [found] = tablesFound(page(gap));
      expect(found!.rows[0]!.slice(1)).toEqual(['Used in this year', '', '']);
      expect(found!.table.cells.find((c) => c.row === 0 && c.column === 1)!.columnSpan).toBe(3);
    }
  });

  it('are told from underlined words', () => {
    const p = blank();
    across(p, 80, 60, 350);
    rows(p, [['Who', 'Once', 'Twice', 'More']], 60, ENDS, 91);
    for (const [k, t] of ['Once', 'Twice', 'More'].entries()) across(p, 92.5, ENDS[k]! - widthOf(t), ENDS[k]!);
    across(p, rows(p, BODY, 60, ENDS, 106), 60, 350);
    expect(rowsFound(p)).toEqual([[['Who', 'Once', 'Twice', 'More'], ...BODY]]);
  });
});

describe('tables in a column of text', () => {
  const heads = [['County', 'Farms', 'Acres']], body = BODY.map((r) => r.slice(0, 3));
  const page = (ruled: boolean): Drawn => {
    const p = blank();
    across(p, 50, 40, 555);
    prose(p, 40, 64, 400);
    prose(p, 215, 64, 97); prose(p, 215, 190, 400);
    prose(p, 390, 64, 400);
    if (ruled) for (const y of [110, 124, 178]) across(p, y, 215, 365);
    rows(p, [...heads, ...body], 218, [310, 360], 120);
    return p;
  };

  it('are found under a rule that runs over all columns', () => { expect(rowsFound(page(true))).toEqual([[...heads, ...body]]); });
  it('are found without rules in the second of three columns', () => { expect(rowsFound(page(false))).toEqual([[...heads, ...body]]); });

  it('are not cut out of a table whose names are long', () => {
    const p = blank();
    for (const y of [90, 104, 156]) across(p, y, 60, 420);
    across(p, 142, 300, 420);
    write(p, 'Purpose', 60, 100); right(p, 'Paid', 350, 100); right(p, 'Owed', 415, 100);
    ['Payments to towns for the care of children', 'Payments to towns for the mending of roads', 'Payments to towns for all of the schools', 'Total of what was paid to the towns'].forEach((t, k) => {
      write(p, t, 60, 114 + 12 * k); right(p, String(FIGURES[k]), 350, 114 + 12 * k); right(p, String(FIGURES[k + 5]), 415, 114 + 12 * k);
    });
    expect(tablesFound(p).map((t) => t.table.columns)).toEqual([3]);
  });
});

describe('rules over and under a sum alone', () => {
  it('leave the names of the rows to the table', () => {
    const p = blank();
    rows(p, [['Line', 'Paid', 'Lost'], ['Hail', '312', '83'], ['Flood', '478', '73'], ['Bonds', '355', '42'], ['Total', '1,145', '198']], 60, [240, 320], 100);
    for (const y of [139.5, 151.5]) across(p, y, 200, 322);
    expect(rowsFound(p)).toEqual([[['Line', 'Paid', 'Lost'], ['Hail', '312', '83'], ['Flood', '478', '73'], ['Bonds', '355', '42'], ['Total', '1,145', '198']]]);
  });
});

describe('letters and numbers of columns', () => {
  const of = (text: string): string[][] => text.split('|').map((t) => t.split(' '));

  it('count from one, or from A, those reckoned from others behind them', () => {
    for (const t of ['(A)|(B)|(C)', '(a)|(b)', '(A)|(B)|(B/A)', '(1)|(2)|(3=1+2)', '(1)|(2)|(1) - (2)', '1|2|3']) expect(numbersColumns(of(t)), t).toBe(true);
    for (const t of ['(A)|(C)', 'A|B', '(B/A)|(A)', '(A)|(B/A)', '1|2', '(X)|(NA)', '(D)|(D)', '(A)|(B)|(NA)']) expect(numbersColumns(of(t)), t).toBe(false);
  });

  it('are a row of their own', () => {
    const p = blank();
    rows(p, [['Line', 'Paid', 'Lost', 'Ratio'], ['', '(A)', '(B)', '(B/A)'], ...BODY], 60, ENDS, 100);
    expect(rowsFound(p)[0]!.slice(0, 2)).toEqual([['Line', 'Paid', 'Lost', 'Ratio'], ['', '(A)', '(B)', '(B/A)']]);
  });

  it('stand under a head beside one with a rule under it', () => {
    const p = blank();
    across(p, 80, 60, 350);
    centre(p, 'Hours', 220, 91); right(p, 'Wages', ENDS[2]!, 91);
    across(p, 94, 170, 275);
    ['(1)', '(2)', '(3)'].forEach((t, k) => right(p, t, ENDS[k]!, 104));
    across(p, 108, 60, 350);
    across(p, rows(p, BODY, 60, ENDS, 119), 60, 350);
    expect(rowsFound(p)[0]!.slice(0, 2)).toEqual([['', 'Hours', '', 'Wages'], ['', '(1)', '(2)', '(3)']]);
  });
});

describe('figures set close', () => {
  it('are columns where more white parts them than the thousands of one', () => {
    fc.assert(fc.property(fc.integer({ min: 37, max: 84 }), fc.integer({ min: 3, max: 7 }), (gap, columns) => {
      const p = blank(), width = widthOf('10,000') + gap / 10, ends = Array.from({ length: columns }, (_, k) => 150 + width * k);
      const body = Array.from({ length: 6 }, (_, r) => [`Fund ${'ABCDEF'[r]}`, ...ends.map((_, k) => `${10 + (FIGURES[(3 * k + 5 * r) % 14]! % 89)},${FIGURES[(5 * k + 3 * r) % 14]!}`)]);
      rows(p, [['Fund', ...ends.map((_, k) => `Q${k + 1}`)], ...body], 60, ends, 100);
      expect(rowsFound(p)[0]!.slice(1)).toEqual(body);
    }), { numRuns: 30 });
  });

  it('are one figure where a space parts its thousands', () => {
    const p = blank();
    const body = BODY.map(([name, a, b]) => [name!, `${a} ${b}`, `1 ${b} ${a}`]);
    rows(p, [['Fund', 'Paid', 'Owed'], ...body], 60, [200, 300], 100);
    expect(rowsFound(p)).toEqual([[['Fund', 'Paid', 'Owed'], ...body]]);
  });
});

describe('rules typed in dashes', () => {
  const page = (sign: string): Drawn => {
    const p = blank();
    write(p, sign.repeat(56), 60, 90);
    rows(p, [['Fund', 'Paid', 'Owed', 'Lent']], 60, ENDS, 102);
    write(p, sign.repeat(56), 60, 114);
    write(p, sign.repeat(56), 60, rows(p, BODY, 60, ENDS, 126));
    return p;
  };

  it('bound the table and are no rows of it', () => {
    for (const sign of ['-', '=', '\u2500']) expect(rowsFound(page(sign)), sign).toEqual([[['Fund', 'Paid', 'Owed', 'Lent'], ...BODY]]);
  });

  it('are furniture, so that nothing is lost', () => {
    const p = page('-');
    const paper = paperOf([{ ...p, number: 1, images: [], links: [], annotations: [], tags: [] } as unknown as PageGeometry]);
    expect(paper.furniture.filter((f) => f.why === 'typed-rule').map((f) => f.text)).toEqual(Array(3).fill('-'.repeat(56)));
    expect(paper.blocks.filter((b) => b.type === 'paragraph')).toEqual([]);
  });

  it('are told from dashes in place of a figure', () => {
    const p = blank(), body = BODY.map((r, k) => (k === 1 ? [r[0]!, '-----', r[2]!, '-----'] : r));
    rows(p, [['Fund', 'Paid', 'Owed', 'Lent'], ...body], 60, ENDS, 100);
    expect(rowsFound(p)).toEqual([[['Fund', 'Paid', 'Owed', 'Lent'], ...body]]);
  });
});

describe('below the last of rules between rows', () => {
  const page = (lefts: readonly number[]): Drawn => {
    const p = blank(), at = [64, 160, 320];
    [['Plan', 'Who', 'Paid'], ['Wells', 'Towns of the river', 'Half of the cost'], ['Loans', 'Owners of farms', 'Up to a tenth'], ['Walls', 'Boards', 'All of it']].forEach((r, n) => {
      across(p, 88 + 14 * n, 60, 460);
      r.forEach((t, k) => write(p, t, at[k]!, 98 + 14 * n));
    });
    across(p, 88 + 14 * 4, 60, 460);
    ['Offices', 'Hours of the day', 'Maps and forms'].forEach((t, k) => write(p, t, lefts[k]!, 98 + 14 * 4));
    return p;
  };

  it('stands the last row where it keeps to the columns', () => { expect(rowsFound(page([64, 160, 320]))[0]).toHaveLength(5); });
  it('stands no row where lists have columns of their own', () => { expect(rowsFound(page([56, 176, 340]))[0]).toHaveLength(4); });
});

describe('two columns of texts between rules above, under the heads and below', () => {
  const page = (caption: string): Drawn => {
    const p = blank();
    write(p, caption, 60, 84);
    for (const y of [90, 104, 156]) across(p, y, 60, 400);
    [['Month', 'Task'], ['October', 'Draw the sample'], ['November', 'Train the staff'], ['December', 'Visit the towns'], ['March', 'Report']].forEach((r, n) => { write(p, r[0]!, 60, 100 + 13 * n); write(p, r[1]!, 160, 100 + 13 * n); });
    return p;
  };

  it('are a table where a caption says so', () => { expect(rowsFound(page('Table 2: Schedule of the study'))[0]).toHaveLength(5); });
  it('are none without one, or in a box or figure', () => {
    for (const c of ['Schedule of the study', 'Box 2: Schedule of the study', 'Figure 2: Schedule of the study']) expect(rowsFound(page(c)), c).toEqual([]);
  });
});

describe('names of several lines', () => {
  it('are one though each of their lines begins in a small letter', () => {
    const p = blank();
    write(p, 'Purpose', 60, 100); right(p, 'Paid', 350, 100); right(p, 'Owed', 420, 100);
    const list: [string[], string, string][] = [[['Payments to towns for the care of', 'children who were placed', 'away from home'], '1,119', '380'], [['Grants'], '63', '86'], [['Matching funds for hospitals in', 'counties with few towns and', 'no other'], '19', '45'], [['Total'], '809', '300']];
    let y = 100;
    for (const [lines, a, b] of list) { for (const l of lines) write(p, l, 60, y += 11); right(p, a, 350, y); right(p, b, 420, y); }
    expect(rowsFound(p)[0]!.slice(1)).toEqual(list.map(([lines, a, b]) => [lines.join(' '), a, b]));
  });

  it('keep the mark of a note whose name stands a little lower than its figures', () => {
    const p = blank();
    rows(p, [['Region', 'Paid', 'Owed', 'Lent'], BODY[0]!, ['', ...BODY[1]!.slice(1)], BODY[2]!, BODY[3]!], 60, ENDS, 100, 14);
    write(p, 'Birch', 60, 130.2);
    write(p, 'a', 60 + widthOf('Birch'), 126.6, { size: 6 });
    expect(rowsFound(p)[0]!.map((r) => r[0])).toEqual(['Region', 'Alder', 'Bircha', 'Cedar', 'Dale']);
  });
});

/** Lines typed in letters of one width. */
function typed(page: Drawn, lines: readonly string[], x = 60, y = 90, pitch = 11.5): void {
  lines.forEach((line, n) => [...line].forEach((ch, k) => {
    if (ch === ' ') return;
    const left = x + 0.6 * SIZE * k, at = y + pitch * n;
    page.glyphs.push({
      text: ch, box: [left, at - 0.8 * SIZE, left + 0.6 * SIZE, at + 0.2 * SIZE], baseline: at, size: SIZE, font: 'Typa', bold: false, italic: false, colour: 0, angle: 0, order: page.glyphs.length,
      ...((k === 0 || line[k - 1] === ' ') && { spaceBefore: true }),
    });
  }));
}

describe('grids typed with bars', () => {
  const GRID = [
    '-------------------------------------',
    '|           |   Men     |   Women   |',
    '|           |-----------+-----------|',
    '|           |  N  | Pct |  N  | Pct |',
    '|-----------+-----+-----+-----+-----|',
    '|Single     |  422| 12.1|  819| 35.5|',
    '|-----------+-----+-----+-----+-----|',
    '|Widowed    |  616| 45.6|  148| 47.4|',
    '-------------------------------------',
  ];

  it('are tables, their bars and crosses no text', () => {
    const p = blank();
    typed(p, GRID);
    const [found] = tablesFound(p);
    expect(found!.rows).toEqual([['', 'Men', '', 'Women', ''], ['', 'N', 'Pct', 'N', 'Pct'], ['Single', '422', '12.1', '819', '35.5'], ['Widowed', '616', '45.6', '148', '47.4']]);
    expect(found!.table.cells.find((c) => c.row === 0 && c.column === 1)!.columnSpan).toBe(2);
  });

  it('are told from bars in a line of text', () => {
    const p = blank();
    typed(p, ['Home | Papers | Maps', 'Home | Papers | Maps', 'Home | Papers | Maps']);
    expect(wordsFrom(p).filter((w) => w.text === '|')).toHaveLength(6);
    expect(rowsFound(p)).toEqual([]);
  });
});

describe('listings', () => {
  const LISTING = [
    'AGE AND SEX: 2031 TO 2033',
    '(In thousands.   -- rounds to zero)',
    '',
    'Age                   2031     2032     2033',
    '',
    '                      MALE',
    '',
    'All ages ........    6,306    7,020    7,271',
    'Under 5 years ...    1,493    5,871    2,535',
    '85 years and over    7,061    6,788    4,135',
    '',
    '                      FEMALE',
    '',
    'All ages ........      524    6,562    5,119',
    'Under 5 years ...    5,227    5,894    4,706',
    '85 years or so ..    2,461    6,202    8,344',
  ];

  it('have bands over their figures, leaders of two dots, and remarks that are no heads', () => {
    const p = blank();
    typed(p, LISTING);
    const [found] = tablesFound(p);
    expect(found!.rows[0]).toEqual(['Age', '2031', '2032', '2033']);
    expect(found!.table.columns).toBe(4);
    expect(found!.rows[8]![0]).toBe('85 years or so ..');
    for (const row of [1, 5]) expect(found!.table.cells.find((c) => c.row === row && c.column === 1)!.columnSpan).toBe(3);
  });

  it('have heads over one row of figures without a name', () => {
    const p = blank();
    typed(p, ['        N      Mean   Std Dev   Minimum', '   -------------------------------------', '        8    3412.4    2210.5       322', '   -------------------------------------']);
    expect(rowsFound(p)).toEqual([[['N', 'Mean', 'Std Dev', 'Minimum'], ['8', '3412.4', '2210.5', '322']]]);
  });
});

describe('boxes of a form', () => {
  const boxes = (texts: readonly (readonly string[])[]): Drawn => {
    const p = blank();
    texts.forEach((row, r) => row.forEach((t, c) => {
      const left = 60 + (400 / row.length) * c, top = 90 + 24 * r;
      frame(p, [left, top, left + 400 / row.length, top + 24]);
      write(p, t, left + 3, top + 10);
    }));
    return p;
  };

  it('are no table where they are numbered', () => {
    expect(rowsFound(boxes([['1. Name of applicant', '2. Date'], ['3. Street and town', '4. Post code'], ['5. Kind of permit', '6. Remarks']]))).toEqual([]);
  });

  it('are one where numbers stand before names of rows alone', () => {
    expect(rowsFound(boxes([['Aim', 'Who'], ['1. Clean water', 'Surveys'], ['2. Safe roads', 'Works'], ['3. Open courts', 'Clerk']]))).toHaveLength(1);
  });
});

describe('listings one under another', () => {
  it('are tables of their own, each with its heads on one rule', () => {
    const p = blank();
    typed(p, [
      'Size          Offices      Paid', '------------------------------', 'Small             214    50,006', 'Middling          780    30,280', 'Large             179    11,448', '', '',
      '      By region', '', 'Region        Offices      Paid    Rank', '---------------------------------------', 'North             552    11,875       4', 'South             205    55,365       2', 'East              322    49,118       1',
    ]);
    expect(rowsFound(p)).toEqual([
      [['Size', 'Offices', 'Paid'], ['Small', '214', '50,006'], ['Middling', '780', '30,280'], ['Large', '179', '11,448']],
      [['Region', 'Offices', 'Paid', 'Rank'], ['North', '552', '11,875', '4'], ['South', '205', '55,365', '2'], ['East', '322', '49,118', '1']],
    ]);
  });

  it('have a rule under each head, short ones under short heads', () => {
    const p = blank();
    typed(p, ['District      Sex   N     Mean', '--------      ---   -   ------', 'Alder         Men   7    14.05', '              All   9    10.87', 'Birch         Men   4    38.30', '              All   6     2.26']);
    expect(rowsFound(p)).toEqual([[['District', 'Sex', 'N', 'Mean'], ['Alder', 'Men', '7', '14.05'], ['', 'All', '9', '10.87'], ['Birch', 'Men', '4', '38.30'], ['', 'All', '6', '2.26']]]);
  });

  it('keep rules under heads over several columns apart', () => {
    const p = blank();
    typed(p, ['            Men             Women            All', '          ----------      ----------      ----------', 'Area        N   Mean        N   Mean        N   Mean', '----------------------------------------------------', 'Alder     210    4.1      118    6.2      328    5.0', 'Birch     641    3.0      860    9.9      501    7.4', 'Cedar     923    8.8      804    5.5      727    1.3']);
    const [found] = tablesFound(p);
    expect(found!.rows[0]).toEqual(['Area', 'Men', '', 'Women', '', 'All', '']);
  });
});

describe('heads', () => {
  it('are years that go on below', () => {
    const p = blank();
    for (const y of [80, 120]) across(p, y, 60, 350);
    across(p, 94, 160, 350);
    centre(p, 'By year', 270, 91);
    ['2031', '2032', '2031–'].forEach((t, k) => right(p, t, ENDS[k]!, 105));
    right(p, '2034', ENDS[2]!, 116);
    across(p, rows(p, BODY, 60, ENDS, 132), 60, 350);
    expect(rowsFound(p)[0]!.slice(0, 2)).toEqual([['', 'By year', '', ''], ['', '2031', '2032', '2031– 2034']]);
  });

  it('lie over pairs of columns, with one rule under all of them and none under the heads below', () => {
    const p = blank(), ends = [150, 190, 250, 290, 350];
    across(p, 80, 60, 355); across(p, 94, 115, 205); across(p, 94, 205, 295);
    centre(p, '2031', 160, 91); centre(p, '2034', 260, 91);
    rows(p, [['Place', 'Acres', 'off', 'Acres', 'off', 'Change'], ...BODY.map((r, k) => [...r, String(FIGURES[k]), String(FIGURES[k + 4])])], 60, ends, 105);
    across(p, 160, 60, 355);
    const [found] = tablesFound(p);
    expect(found!.rows.slice(0, 2)).toEqual([['Place', '2031', '', '2034', '', 'Change'], ['', 'Acres', 'off', 'Acres', 'off', '']]);
    expect([1, 3].map((c) => found!.table.cells.find((x) => x.row === 0 && x.column === c)!.columnSpan)).toEqual([2, 2]);
  });

  it('are answers, where figures count them below', () => {
    const p = blank();
    rows(p, [['Question', 'Yes', 'No', 'Unsure'], ...BODY], 60, ENDS, 100);
    expect(tablesFound(p)[0]!.table.headerRows).toBe(1);
    const q = blank(), answers = [['Alder', 'Yes', 'No', '945'], ['Birch', 'No', 'No', '907'], ['Cedar', 'Yes', 'Yes', '804'], ['Dale', 'No', 'Yes', '655']];
    rows(q, [['Town', 'Pier', 'Lock', 'Boats'], ...answers], 60, ENDS, 100);
    expect(rowsFound(q)).toEqual([[['Town', 'Pier', 'Lock', 'Boats'], ...answers]]);
  });

  it('may reach out behind narrow figures', () => {
    const p = blank(), ends = [200, 270, 325];
    rows(p, BODY.map((r) => r.map((t, c) => (c === 3 ? t.slice(0, 1) : t))), 60, ends, 120);
    across(p, 108, 60, 350); across(p, 160, 60, 350);
    rows(p, [['Town', 'Piers', 'Locks']], 60, ends, 104);
    centre(p, 'Without', 322.5, 93); centre(p, 'answer', 322.5, 104);
    expect(rowsFound(p)[0]![0]).toEqual(['Town', 'Piers', 'Locks', 'Without answer']);
  });
});

describe('groups of columns between upright lines', () => {
  const page = (texts: readonly (readonly string[])[]): Drawn => {
    const p = blank();
    for (const y of [88, 102, 166]) across(p, y, 60, 250);
    upright(p, 110, 88, 166); upright(p, 214, 88, 166);
    rows(p, texts, 64, [138, 172, 206, 244], 98);
    return p;
  };

  it('are columns where figures stand side by side', () => {
    const texts = [['Age', 'Oak', 'Ash', 'Fir', 'All'], ['0–10', '42.0', '47.5', '2.4', '7.61'], ['10–20', '98.0', '78.3', '74.6', '1.73'], ['20–30', '52.7', '15.2', '98.5', '8.40'], ['30–40', '43.0', '43.8', '94.8', '8.30'], ['40–50', '69.0', '44.3', '92.9', '6.96']];
    expect(rowsFound(page(texts))).toEqual([texts]);
  });

  it('are one column where words do', () => {
    const texts = [['Age', 'Kind', 'of', 'tree', 'All'], ['10', 'Red', 'oak', 'fir', '7.61'], ['20', 'White', 'oak', 'ash', '1.73'], ['30', 'Black', 'oak', 'elm', '8.40'], ['40', 'Old', 'ash', 'fir', '8.30'], ['50', 'Young', 'elm', 'yew', '6.96']];
    expect(tablesFound(page(texts))[0]!.table.columns).toBe(3);
  });
});

describe('names in brackets', () => {
  it('go on to the bracket that closes', () => {
    const p = blank();
    for (const y of [88, 104, 166]) across(p, y, 60, 350);
    rows(p, [['Cause', 'Men', 'Women', 'All']], 60, ENDS, 99);
    rows(p, [BODY[0]!, ['Falls (W00–W19,'], ['W80)', ...BODY[1]!.slice(1)], BODY[2]!, BODY[3]!], 60, ENDS, 115, 11);
    expect(rowsFound(p)[0]!.map((r) => r[0])).toEqual(['Cause', 'Alder', 'Falls (W00–W19, W80)', 'Cedar', 'Dale']);
  });
});

describe('a table across two columns of text', () => {
  it('has the first lines of its heads, though they stand on one side', () => {
    const p = blank();
    for (const x of [40, 310]) { for (let y = 60, k = 0; y < 180; y += 11, k++) write(p, `${PROSE[k % 4]!} and more`, x, y); for (let y = 330, k = 0; y < 460; y += 11, k++) write(p, `${PROSE[k % 4]!} and more`, x, y); }
    const ends = [200, 390, 470, 540];
    right(p, 'Cost', ends[1]!, 209); right(p, 'Days', ends[2]!, 209);
    rows(p, [['Works', 'Miles', 'in all', 'a mile', 'Done'], ['Paving', '219', '23,911', '84.7', '45'], ['Signs', '999', '50,329', '27.6', '66'], ['Walls', '434', '21,852', '14.3', '53'], ['Drains', '620', '88,958', '64.0', '28']], 44, ends, 220);
    expect(rowsFound(p)[0]![0]).toEqual(['Works', 'Miles', 'Cost in all', 'Days a mile', 'Done']);
  });
});
