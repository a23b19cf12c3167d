/** What the finder makes of small print, drawn charts and rows set apart by a blank one. */
import { describe, expect, it } from 'vitest';
import { axesOf, hasAxis } from '../../../../../src/read/pdf/layout/tables/charts.js';
import { across, blank, frame, tablePage, upright, widthOf, write, type Drawn } from './drawn.js';
import { rowsFound } from './found.js';

describe('small print', () => {
  /** Rows of shaded cells, 8 points high, each with its own sides; the figures nearly fill their cells. */
  const dense = (): Drawn => {
    const page = blank();
    const rows = [['Quayend', 'Lengths'], ['Amberly', '1,204.5'], ['Birches', '1,031.4'], ['Cedarly', '2,117.9'], ['Dalemen', '1,140.2'], ['Elmside', '1,211.6']];
    rows.forEach((row, r) => row.forEach((text, c) => {
      const left = 100 + 22.5 * c, top = 100 + 7.6 * r;
      write(page, text, left + 1.8, top + 5.6, { size: 5.4 });
      page.fills.push({ box: [left, top, left + 22.5, top + 7.6], colour: 0xeeeeee, order: 0 });
      frame(page, [left, top, left + 22.5, top + 7.6]);
    }));
    return page;
  };
  it('keeps the lines between low shaded rows, which are no slices of a gradient, nor underlines', () => {
    expect(rowsFound(dense())).toEqual([[['Quayend', 'Lengths'], ['Amberly', '1,204.5'], ['Birches', '1,031.4'], ['Cedarly', '2,117.9'], ['Dalemen', '1,140.2'], ['Elmside', '1,211.6']]]);
  });
});

describe('charts', () => {
  it('sees the axes of charts that stand under one another', () => {
    const page = blank();
    const axis = (top: number): void => [400, 300, 200, 100, 0].forEach((v, i) => write(page, String(v), 100 - widthOf(String(v)), top + 20 * i));
    axis(100);
    axis(400);
    const axes = axesOf(tablePage(page).words);
    expect(hasAxis([104, 100, 300, 180], axes)).toBe(true);
    expect(hasAxis([104, 400, 300, 480], axes)).toBe(true);
    expect(hasAxis([104, 550, 300, 640], axes)).toBe(false);
  });

  it('sees the short scales of small charts in a grid, whose frames are no table', () => {
    const panels = (scale: readonly number[]): Drawn => {
      const page = blank();
      for (const x of [80, 220, 360, 500]) upright(page, x, 100, 280);
      for (const y of [100, 190, 280]) across(page, y, 80, 500);
      for (const x of [80, 220, 360]) for (const y of [100, 190]) {
        scale.forEach((v, i) => write(page, String(v), x + 24 - widthOf(String(v)), y + 14 + 30 * i));
        write(page, x === 80 ? 'Alder' : 'Birch', x + 50, y + 14);
      }
      return page;
    };
    expect(rowsFound(panels([100, 50, 0]))).toEqual([]);
    // Nor is a table a grid of charts where two columns count down alike, in round steps: its figures are named on their lines.
    const page = blank();
    const rows = [['Grade', 'Target', 'Actual'], ['Gold', '300', '300'], ['Silver', '200', '200'], ['Bronze', '100', '100']];
    rows.forEach((row, r) => row.forEach((text, c) => write(page, text, 100 + 120 * c, 112 + 22 * r)));
    for (let r = 0; r <= rows.length; r++) across(page, 96 + 22 * r, 95, 420);
    expect(rowsFound(page)).toEqual([rows]);
    // Figures of a table that fall evenly count in no round steps.
    expect(rowsFound(panels([88, 79, 70]))).toHaveLength(1);
  });

  it('takes bars with their figures over a level axis for a drawing, though the bars are shorter than the axis', () => {
    const page = blank();
    ['Under 25', '25 to 34', '35 to 44', '45 to 54', '55 and over'].forEach((name, i) => {
      write(page, name, 150 - widthOf(name), 100 + 18 * i);
      const bar = [120, 60, 200, 170, 90][i]!;
      page.fills.push({ box: [156, 92 + 18 * i, 156 + bar, 102 + 18 * i], colour: 0xaabbcc, order: 0 });
      write(page, `${(bar / 3).toFixed(1)}`, 160 + bar, 100 + 18 * i);
    });
    [0, 20, 40, 60, 80, 100].forEach((v, i) => write(page, String(v), 156 + 60 * i - widthOf(String(v)) / 2, 196));
    expect(rowsFound(page)).toEqual([]);
  });

  it('takes boxes joined by lines for a drawing', () => {
    const page = blank();
    const box = (text: string, l: number, t: number, r: number, b: number): void => { frame(page, [l, t, r, b]); write(page, text, l + 4, t + 14); };
    box('Harbour board', 200, 100, 290, 122);
    box('Clerk', 90, 160, 150, 182);
    box('Pilots', 210, 161, 270, 183);
    box('Quay men', 330, 158, 400, 180);
    box('Lamps', 212, 220, 268, 242);
    upright(page, 245, 122, 161); upright(page, 240, 183, 220);
    across(page, 171, 150, 210); across(page, 170, 270, 330);
    expect(rowsFound(page)).toEqual([]);
  });
});

describe('half-ruled tables with a blank row', () => {
  const row = (page: Drawn, y: number, texts: readonly string[]): void => texts.forEach((t, c) => write(page, t, c === 0 ? 60 : 220 + 90 * c - widthOf(t), y));
  const totals = (below: readonly (readonly string[])[]): Drawn => {
    const page = blank();
    const rows = [['Section', 'Budget', 'Outturn'], ['Quay', '120.4', '131.0'], ['Ferry', '88.1', '80.9'], ['Lamps', '3.0', '2.9'], ['All sections', '211.5', '214.8']];
    rows.forEach((r, i) => { row(page, 114 + 22 * i, r); across(page, 100 + 22 * i, 55, 410); });
    across(page, 100 + 22 * rows.length, 55, 410);
    const from = 100 + 22 * rows.length + 24;
    below.forEach((r, i) => { row(page, from + 14 + 22 * i, r); across(page, from + 22 * i, 55, 410); });
    across(page, from + 22 * below.length, 55, 410);
    return page;
  };
  it('go on behind it where the next row holds figures in the same columns', () => {
    const [table, ...others] = rowsFound(totals([['Schools', '0.0', '30.4'], ['Overall', '211.5', '245.2']]));
    expect(others).toEqual([]);
    expect(table).toHaveLength(7);
    expect(table!.slice(5)).toEqual([['Schools', '0.0', '30.4'], ['Overall', '211.5', '245.2']]);
  });
  it('end where heads follow', () => {
    const found = rowsFound(totals([['Grant', 'Sum', 'Spent'], ['Dredging', '10.0', '9.1'], ['Buoys', '4.0', '4.4']]));
    expect(found.map((t) => t.length)).toEqual([5, 3]);
  });
});
