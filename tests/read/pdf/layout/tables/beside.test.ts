/** What stands beside a table, and what only looks like one: prose, bars, blocks of lines. */
import { describe, expect, it } from 'vitest';
import { proseBeside } from '../../../../../src/read/pdf/layout/tables/beside.js';
import { barsOf } from '../../../../../src/read/pdf/layout/tables/charts.js';
import { linesOf } from '../../../../../src/read/pdf/layout/tables/lines.js';
import { across, blank, rows, widthOf, wordsFrom, write, type Drawn } from './drawn.js';
import { rowsFound } from './found.js';

const PROSE = 'The harbour board met twice in the spring and looked at the state of the eastern quay in some detail. Members heard that the dredging had been put off until the tides allow the larger barge to come in. It was felt that the ferry office ought to stay open on market days for as long as the season lasts, and that the lighthouse stairs want lime and patience.';

/** Lines no wider than the measure, from y; returns the baseline below. */
function prose(page: Drawn, text: string, x: number, y: number, measure: number, pitch = 12): number {
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > measure) { write(page, line, x, y); y += pitch; line = word; } else line = longer;
  }
  write(page, line, x, y);
  return y + pitch;
}

const TABLE = [['Port', '2031', '2032'], ['Alder', '446', '118'], ['Birch', '641', '860'], ['Cedar', '923', '888'], ['Dale', '127', '300']];

describe('a table beside prose', () => {
  it('is read apart from it, whether their lines stand at one height or not', () => {
    for (const pitch of [12, 15]) {
      const page = blank();
      prose(page, `${PROSE} ${PROSE}`, 60, 100, 200);
      rows(page, TABLE, 330, [450, 510], 124, pitch);
      expect(rowsFound(page), `pitch ${pitch}`).toEqual([TABLE]);
    }
  });

  it('may stand on the left of it', () => {
    const page = blank();
    rows(page, TABLE, 60, [180, 240], 124);
    prose(page, `${PROSE} ${PROSE}`, 300, 100, 240);
    expect(rowsFound(page)).toEqual([TABLE]);
  });

  it('is told from long names that have their figures beside them', () => {
    const page = blank();
    const names = ['Keeping the larger barges clear of the quay', 'Mending the lighthouse stairs with new lime', 'Sounding the eastern channel once every year', 'Painting all the buoys red before each May', 'Selling tickets for ferries on market days', 'Storing oil for the lamps of both the piers', 'Paying the pilots for calls made after dark', 'Printing tables of tides for the fishermen'];
    rows(page, [['Work', '2031', '2032'], ...names.map((n, i) => [n, String(310 + 7 * i), String(120 + 9 * i)])], 60, [330, 400], 100);
    const [found, ...others] = rowsFound(page);
    expect(others).toEqual([]);
    expect(found!.map((r) => r[0])).toEqual(['Work', ...names]);
  });
});

describe('long texts of rows', () => {
  it('are no prose, though short texts stand at the middle of each', () => {
    const page = blank(), heads = ['Matter', 'What was said of it', 'Votes'];
    heads.forEach((t, c) => write(page, t, [60, 150, 400][c]!, 90));
    const matters = [['Quay', 'the eastern quay wants mending before the herring comes in and must wait for the tides', '12'], ['Ferry', 'the ferry office ought to stay open on market days for as long as the season of it lasts', '9'], ['Light', 'the stairs of the lighthouse want lime and patience and a new keeper for the winter nights', '14'],
      ['Barge', 'the larger barge may come in when the channel has been dredged for the second time now', '7'], ['Buoys', 'the buoys are to be painted red before the first of May as they were in the old days', '11']];
    let y = 110;
    for (const [matter, text, votes] of matters) {
      const end = prose(page, text!, 150, y, 220);
      const middle = (y + end - 12) / 2;
      write(page, matter!, 60, middle); write(page, votes!, 410, middle);
      y = end + 8;
    }
    const words = wordsFrom(page);
    expect(proseBeside(words, linesOf(words, words.map((_, i) => i)), 595)).toBeUndefined();
  });

  it('are told from prose that goes on beside a table', () => {
    const page = blank();
    prose(page, `${PROSE} ${PROSE}`, 60, 100, 200);
    rows(page, TABLE, 330, [450, 510], 124, 15);
    const words = wordsFrom(page);
    expect(proseBeside(words, linesOf(words, words.map((_, i) => i)), 595)?.x).toBeGreaterThan(250);
  });
});

describe('bars', () => {
  const bar = (left: number, top: number, right: number, bottom: number) => ({ box: [left, top, right, bottom] as const, colour: 0x4477aa, order: 0 });
  const chart = [30, 80, 55, 120].map((length, i) => bar(150, 100 + 16 * i, 150 + length, 109 + 16 * i));
  it('of different lengths on one line make a chart', () => {
    expect(barsOf(chart)).toEqual([{ upright: true, ticks: 4, box: [150, 100, 150, 157] }]);
    expect(barsOf([30, 80, 55].map((length, i) => bar(100 + 30 * i, 300 - length, 118 + 30 * i, 300)))).toEqual([{ upright: false, ticks: 3, box: [100, 300, 178, 300] }]);
  });

  it('are told from shaded rows and cells', () => {
    expect(barsOf([0, 1, 2, 3].map((i) => bar(60, 100 + 24 * i, 500, 112 + 24 * i)))).toEqual([]);
    expect(barsOf([100, 200, 300].map((length, i) => bar(60, 100 + 12 * i, 60 + length, 112 + 12 * i)))).toEqual([]);
  });

  it('keep their labels and figures from being a table', () => {
    const page = blank();
    for (const x of [60, 320]) [30, 80, 55, 120, 64].forEach((length, i) => {
      write(page, ['Alder', 'Birch', 'Cedar', 'Dale', 'Elm'][i]!, x, 108 + 16 * i);
      page.fills.push(bar(x + 60, 100 + 16 * i, x + 60 + length, 109 + 16 * i));
      write(page, `${length}%`, x + 64 + length, 108 + 16 * i);
    });
    expect(rowsFound(page)).toEqual([]);
  });
});

describe('lines side by side with nothing drawn', () => {
  const place = (page: Drawn, list: readonly (readonly string[])[], bold = false): void => list.forEach((r, i) => r.forEach((t, c) => write(page, t, 60 + 160 * c, 100 + 14 * i, { bold: bold && i === 0 })));
  it('are no table where they are blocks of one address each', () => {
    const page = blank();
    place(page, [['Alder Office', 'Birch Office', 'Cedar Office'], ['14 Quay Street', '9 Mill Road', '220 Main Street'], ['Alder', 'Birch', 'Cedar'], ['01632 555 0101', '01632 555 0144', '01632 555 0188']], true);
    expect(rowsFound(page)).toEqual([]);
  });

  it('are no table where they are names set in columns', () => {
    const page = blank();
    place(page, [['A Marsh', 'B Oakes', 'C Pine'], ['D Reed', 'E Stone', 'F Thorn'], ['G Vale', 'H Wood', 'I York'], ['J Ash', 'K Beck', 'L Croft']]);
    expect(rowsFound(page)).toEqual([]);
  });

  it('are a table under heads', () => {
    const page = blank();
    const list = [['Bird', 'Place', 'Season'], ['Heron', 'North marsh', 'All year'], ['Tern', 'Gull rock', 'Summer'], ['Harrier', 'Mill field', 'Autumn'], ['Duck', 'Long spit', 'Winter']];
    place(page, list, true);
    expect(rowsFound(page)).toEqual([list]);
  });

  it('are figures too where they begin with their point', () => {
    const page = blank();
    const list = [['Measure', 'Length', 'Draft'], ['Draft', '.45', '.12'], ['Crew', '.65', '.41'], ['Age', '.19', '.73'], ['Catch', '.53', '.90']];
    rows(page, list, 60, [220, 300], 100);
    expect(rowsFound(page)).toEqual([list]);
  });
});

describe('a page of very many rules', () => {
  it('is read in time, with headings between them or nothing', () => {
    for (const texts of [['Heading'], []]) {
      const page = blank(595, 10000);
      for (let i = 0; i < 600; i++) {
        for (let k = 0; k < 4; k++) across(page, 20 + 16 * i, 60 + 100 * k, 160 + 100 * k);
        if (texts.length > 0) rows(page, [i % 4 === 0 ? ['Row', '12', '31'] : texts], 64, [250, 350], 32 + 16 * i);
      }
      expect(rowsFound(page).length).toBeLessThanOrEqual(1);
    }
  }, 10_000);
});
