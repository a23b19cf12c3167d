/** Tables as offices of statistics print them: numbers of columns, units, columns set close, heads in boxes, captions and sums between rules; and charts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axesOf } from '../../../../../src/read/pdf/layout/tables/charts.js';
import { across, blank, centre, frame, right, rows, upright, wordsFrom, write, type Drawn } from './drawn.js';
import { rowsFound, tablesFound } from './found.js';

const BODY = [['Alder', '4,210', '41.0', '310'], ['Birch', '3,015', '29.4', '288'], ['Cedar', '2,112', '20.6', '197'], ['Dale', '937', '9.0', '64']];
const ENDS = [250, 350, 450];
const FIGURES = [487, 112, 935, 260, 718, 344, 869, 151, 602, 177, 530, 298, 941, 666];
/** Figures that count in no even steps, as an axis would. */
const figure = (k: number, r: number): string => String(FIGURES[(3 * k + 5 * r) % FIGURES.length]);

describe('numbers of columns', () => {
  const NAMES = ['Alder', 'Birch', 'Cedar', 'Dale'];
  const numbered = (columns: number, body: boolean): Drawn => {
    const page = blank(842, 595), ends = Array.from({ length: columns }, (_, k) => 150 + 45 * k);
    rows(page, [['1', ...ends.map((_, k) => String(k + 2))]], 80, ends, 112);
    if (body) {
      for (const y of [90, 102, 116, 180]) across(page, y, 60, ends[columns - 1]! + 10);
      rows(page, [['Port', ...ends.map((_, k) => `Q${k}`)]], 80, ends, 99);
      rows(page, NAMES.map((n, r) => [n, ...ends.map((_, k) => figure(k, r))]), 80, ends, 130);
    }
    return page;
  };

  it('are no axis of a chart where figures stand under them', () => {
    fc.assert(fc.property(fc.integer({ min: 5, max: 14 }), (columns) => {
      expect(axesOf(wordsFrom(numbered(columns, true)))).toEqual([]);
      expect(tablesFound(numbered(columns, true))[0]!.table.columns).toBe(columns + 1);
    }), { numRuns: 10, seed: 4 });
  });

  it('are an axis where nothing stands under them', () => {
    expect(axesOf(wordsFrom(numbered(8, false)))).toHaveLength(1);
  });
});

describe('heads', () => {
  it('may be ordinals over figures', () => {
    const page = blank();
    for (const y of [90, 118, 172]) across(page, y, 55, 460);
    rows(page, [['Grade', '1st', '2nd', '3rd'], ['', 'grade', 'grade', 'grade']], 60, ENDS, 100, 11);
    rows(page, BODY, 60, ENDS, 131);
    const [found] = tablesFound(page);
    expect(found!.rows[0]).toEqual(['Grade', '1st grade', '2nd grade', '3rd grade']);
    expect(found!.table.headerRows).toBe(1);
  });

  it('do not take in ranks, under which stand none but ranks', () => {
    const page = blank();
    for (const y of [90, 106, 160]) across(page, y, 55, 460);
    rows(page, [['Club', 'Spring', 'Summer', 'Autumn'], ['Alder', '1st', '3rd', '2nd'], ['Birch', '2nd', '1st', '1st'], ['Cedar', '3rd', '2nd', '3rd']], 60, ENDS, 100, 15);
    expect(tablesFound(page)[0]!.rows[1]).toEqual(['Alder', '1st', '3rd', '2nd']);
  });

  it('share the columns under one rule between them, the first columns under none', () => {
    const page = blank(), ends = [200, 260, 320, 380, 440, 500];
    across(page, 90, 55, 505); across(page, 105, 215, 505); across(page, 121, 55, 505);
    centre(page, 'Vessels', 305, 101); centre(page, 'Crews', 465, 101);
    rows(page, [['Port', 'All', 'Sail', 'Steam', 'Other', 'Men', 'Boys']], 60, ends, 117);
    rows(page, ['Alder', 'Birch', 'Cedar', 'Dale'].map((n, r) => [n, ...ends.map((_, k) => figure(k, r))]), 60, ends, 135);
    across(page, 182, 55, 505);
    const heads = tablesFound(page)[0]!.table.cells.filter((c) => c.row === 0 && c.columnSpan > 1).map((c) => [c.column, c.columnSpan]);
    expect(heads).toEqual([[2, 3], [5, 2]]);
  });

  it('have lines of their own above the others, where one stands on the middle of its neighbours', () => {
    const page = blank(), ends = [250, 340, 430, 520];
    for (const y of [84, 132, 186]) across(page, y, 55, 525);
    centre(page, 'Number', 275, 95); centre(page, 'Percent', 455, 95);
    for (const x of [320, 500]) { centre(page, 'Margin of', x, 110); centre(page, 'error', x, 122); }
    for (const x of [230, 410]) centre(page, 'Value', x, 116);
    rows(page, ['Alder', 'Birch', 'Cedar', 'Dale'].map((n, r) => [n, `${4 + r},210`, '±310', `2${r}.4`, '±0.5']), 60, ends, 145);
    expect(tablesFound(page)[0]!.rows.slice(0, 2)).toEqual([['', 'Number', '', 'Percent', ''], ['', 'Value', 'Margin of error', 'Value', 'Margin of error']]);
  });

  it('of the last column may have a line more than the others, but no unit of the table', () => {
    const withAbove = (above: string): string[] => {
      const page = blank();
      right(page, above, 450, 100);
      rows(page, [['Port', 'Boats', 'Share', 'dollars']], 60, ENDS, 111);
      rows(page, BODY, 60, ENDS, 127);
      return rowsFound(page)[0]![0]!;
    };
    expect(withAbove('Thousand')).toEqual(['Port', 'Boats', 'Share', 'Thousand dollars']);
    expect(withAbove('(000)')).toEqual(['Port', 'Boats', 'Share', 'dollars']);
  });
});

describe('units below the heads', () => {
  const drawn = (unit: string, heads = ['Farm', 'Feed', 'Export']): ReturnType<typeof tablesFound>[number] => {
    const page = blank();
    for (const y of [88, 164]) across(page, y, 55, 460);
    write(page, 'Crop', 60, 100);
    heads.forEach((t, k) => centre(page, t, ENDS[k]! - 20, 100));
    centre(page, unit, 330, 114);
    rows(page, BODY, 60, ENDS, 128);
    return tablesFound(page)[0]!;
  };

  it('on the middle of all of them are one cell over their columns, though figures keep to the right', () => {
    expect(drawn('Million bushels').table.cells.find((c) => c.row === 1 && c.columnSpan > 1)).toMatchObject({ column: 1, columnSpan: 3 });
  });

  it('are not the second line of the head in the middle', () => {
    expect(drawn('for stock').table.cells.some((c) => c.columnSpan > 1)).toBe(false);
  });

  it('stand over several columns beside those of single columns', () => {
    const page = blank(), ends = [200, 250, 320, 370, 450];
    across(page, 88, 55, 460); across(page, 104, 170, 255); across(page, 104, 290, 375); across(page, 120, 55, 460); across(page, 186, 55, 460);
    centre(page, 'Area', 215, 100); centre(page, 'Yield', 335, 100);
    rows(page, [['Crop', '2031', '2032', '2031', '2032', 'Stocks']], 60, ends, 116);
    centre(page, 'Acres', 215, 133); centre(page, 'Tons', 335, 133); centre(page, 'Bales', 437, 133);
    rows(page, ['Oats', 'Rye', 'Flax', 'Peas'].map((n, r) => [n, `${2 + r},210`, `${3 + r},015`, `2.1${r}`, `2.4${r}`, `4${r}0`]), 60, ends, 147);
    const units = tablesFound(page)[0]!.table.cells.filter((c) => c.row === 2 && c.words.length > 0).map((c) => [c.column, c.columnSpan]);
    expect(units).toEqual([[1, 2], [3, 2], [5, 1]]);
  });
});

describe('columns set close', () => {
  const COUNTED = ['Mill Ward', 'High Ward', 'Church Ward', 'Quay Ward', 'Dock Ward', 'Moor Ward'];
  const close = (gap: number, aligned: boolean): string[][] => {
    const page = blank();
    COUNTED.forEach((name, k) => {
      const y = 100 + 14 * k, rank = String(9 + k);
      right(page, rank, 80, y);
      write(page, name, aligned ? 80 + gap : 80 + gap + (k % 3) * 1.5, y);
      right(page, figure(1, k), 300, y);
    });
    return rowsFound(page)[0]!;
  };

  it('are two where figures end at one place and texts begin at another', () => {
    expect(close(6, true)[0]).toEqual(['9', 'Mill Ward', '260']);
  });

  it('are one where a word space parts them, or the texts begin anywhere', () => {
    expect(close(3, true)[0]).toEqual(['9 Mill Ward', '260']);
    expect(close(5.2, false)[0]).toEqual(['9 Mill Ward', '260']);
  });
});

describe('rules', () => {
  it('round the heads alone belong to the rows below them', () => {
    const page = blank();
    frame(page, [55, 88, 460, 106]);
    for (const x of [180, 280, 370]) upright(page, x, 88, 106);
    rows(page, [['Port', 'Boats', 'Share', 'Crews']], 60, ENDS, 101);
    rows(page, BODY, 60, ENDS, 120);
    across(page, 162, 55, 460);
    const found = tablesFound(page);
    expect(found).toHaveLength(1);
    expect(found[0]!.rows).toEqual([['Port', 'Boats', 'Share', 'Crews'], ...BODY]);
  });

  it('round texts over rows of other columns are a table of their own', () => {
    const page = blank();
    frame(page, [55, 68, 460, 106]); across(page, 87, 55, 460); upright(page, 300, 68, 106);
    write(page, 'Lamp', 60, 81); write(page, 'Trimmed daily', 310, 81); write(page, 'Bell', 60, 100); write(page, 'Tied', 310, 100);
    rows(page, BODY.map(([a, b, c, d]) => [a!, b!, `${c!} and more`, d!]), 60, [250, 350, 450], 122);
    expect(tablesFound(page)[0]!.rows).toEqual([['Lamp', 'Trimmed daily'], ['Bell', 'Tied']]);
  });

  it('of two tables leave out the one that a caption names between them', () => {
    const page = blank();
    const table = (y: number, ruled: boolean): void => {
      if (ruled) for (const at of [y - 12, y + 4, y + 54]) across(page, at, 55, 460);
      rows(page, [['Port', 'Boats', 'Share', 'Crews'], ...BODY], 60, ENDS, y);
    };
    table(100, true);
    write(page, 'Table 2. Boats laid up', 60, 178);
    table(191, false);
    write(page, 'Table 3. Boats at sea', 60, 268);
    table(288, true);
    expect(tablesFound(page).map((t) => t.rows.length)).toEqual([5, 5, 5]);
  });

  it('over the sum may be the last', () => {
    const drawn = (last: readonly string[]): string[][] => {
      const page = blank();
      across(page, 90, 55, 460); across(page, 157, 55, 460);
      rows(page, [['Port', 'Boats', 'Share', 'Crews']], 60, ENDS, 86);
      rows(page, [...BODY, last], 60, ENDS, 106, 15);
      return rowsFound(page)[0]!;
    };
    expect(drawn(['All', '10,274', '100.0', '859']).at(-1)).toEqual(['All', '10,274', '100.0', '859']);
    expect(drawn(['Boats of all ports', '', '', '']).at(-1)![0]).toBe('Dale');
  });
});

describe('rows of texts', () => {
  const TEXTS = [['31', 'Ask the trust for its', 'Clerk', '1 May'], ['32', 'Mend the gate and the', 'Abel', '30 June'], ['33', 'Paint the hut with the', 'All', 'Done']];
  const drawn = (end: string, x = 110): string[][] => {
    const page = blank();
    const at = [60, 110, 300, 380];
    const put = (r: readonly string[], y: number, bold = false): void => r.forEach((t, c) => write(page, t, at[c]!, y, { bold }));
    put(['No.', 'Action', 'Who', 'When'], 100, true);
    TEXTS.forEach((r, k) => { put(r, 120 + 30 * k); write(page, k === 2 ? end : 'money of the last year', k === 2 ? x : 110, 131 + 30 * k); });
    return rowsFound(page)[0]!;
  };

  it('keep the last lines of their last texts', () => {
    expect(drawn('green of the other one').at(-1)![1]).toBe('Paint the hut with the green of the other one');
  });

  it('do not take in what stands below and begins elsewhere', () => {
    expect(drawn('Next meeting', 60).at(-1)![1]).toBe('Paint the hut with the');
  });
});

describe('charts', () => {
  it('are boxes set apart and joined by lines', () => {
    const drawn = (apart: number): number => {
      const page = blank(), width = 110;
      ['Locks', 'Piers', 'Charts', 'Stores'].forEach((t, k) => {
        const x = 40 + k * (width + apart);
        for (const [y, text] of [[150, t], [184 + apart, `${t} staff`]] as const) { frame(page, [x, y, x + width, y + 34]); write(page, text, x + 10, y + 20); }
        if (apart > 0) upright(page, x + width / 2, 184, 184 + apart);
      });
      if (apart > 0) { across(page, 167, 40, 40 + 4 * width + 3 * apart); }
      return tablesFound(page).length;
    };
    expect(drawn(20)).toBe(0);
    expect(drawn(0)).toBe(1);
  });

  it('have the names of their bars and a key below the line on which the bars stand', () => {
    const page = blank();
    across(page, 280, 70, 480);
    for (let k = 0; k < 16; k++) {
      const x = 80 + 12 * k + 26 * Math.floor(k / 2);
      page.fills.push({ box: [x, 280 - 20 - ((k * 37) % 90), x + 11, 280], colour: 0x333366, order: k });
      if (k % 2 === 0) centre(page, String(2027 + k / 2), x + 12, 292);
    }
    write(page, 'Exports', 150, 312); write(page, 'Imports', 330, 312);
    expect(rowsFound(page)).toEqual([]);
  });
});
