import { describe, expect, it } from 'vitest';
import type { Cell, Paragraph, Table } from '../../../../src/paper/model.js';
import { cellAt, cellText, eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const COLUMNS = [50, 200, 330, 420, 540];

/** Draws a grid whose rows begin at the given heights, and sets the cells' lines ([column, baseline, text]). */
function grid(s: Sheet, rows: readonly number[], lines: readonly (readonly [column: number, y: number, text: string])[]): void {
  for (const y of rows) s.rule(COLUMNS[0]!, COLUMNS.at(-1)!, y);
  for (const x of COLUMNS) s.rule(rows[0]!, rows.at(-1)!, x, 'vertical');
  for (const [column, y, text] of lines) s.set(text, COLUMNS[column]! + 5, y, { bold: y < rows[1]! });
}

const tableOf = (...sheets: Sheet[]): Table => paperOf(sheets.map((s) => s.page())).blocks.find((b): b is Table => b.type === 'table')!;
const inCell = (cell: Cell | undefined): Paragraph[] => [...eachParagraph(cell?.blocks ?? [])];
const HEADS = [[0, 112, 'ACTION'], [1, 112, 'OWNER'], [2, 112, 'COST'], [3, 112, 'TIMESCALE']] as const;

describe('cells', () => {
  it('gives the paragraphs of neighbouring cells heights by which they can be paired', () => {
    const s = new Sheet();
    grid(s, [100, 118, 240], [...HEADS,
      [0, 130, 'Mend the slip before the'], [0, 142, 'herring season begins'], [1, 130, 'Harbour master'], [2, 130, '\u00A30'], [3, 130, 'July 2010'],
      [0, 170, 'Paint the light'], [1, 170, 'Keeper'], [2, 170, '\u00A345k'], [3, 170, 'Ongoing'],
      [0, 210, 'Count the moorings'], [3, 210, 'March 2011']]);
    const table = tableOf(s);
    const [actions, owners, costs, times] = [0, 1, 2, 3].map((c) => inCell(cellAt(table, 1, c)));
    expect(actions!.map((p) => p.text)).toEqual(['Mend the slip before the herring season begins', 'Paint the light', 'Count the moorings']);
    expect(owners!.map((p) => p.top)).toEqual([actions![0]!.top, actions![1]!.top]);
    expect(costs!.map((p) => p.top)).toEqual([actions![0]!.top, actions![1]!.top]);
    expect(times!.map((p) => p.top)).toEqual(actions!.map((p) => p.top));
    expect(actions![0]!.bottom).toBeGreaterThan(actions![0]!.top!);
  });

  it('goes on with heights and sentences where a row runs over the page', () => {
    const one = new Sheet(1, 595, 400), two = new Sheet(2, 595, 400);
    grid(one, [100, 118, 380], [...HEADS,
      [0, 130, 'Mend the slip'], [1, 130, 'Harbour master'],
      [0, 360, 'Write to the owners of the'], [0, 372, 'two vessels which had been']]);
    grid(two, [30, 48, 120], [...HEADS.map(([c, , t]) => [c, 42, t] as const),
      [0, 60, 'left on the slipway'], [0, 100, 'Paint the light'], [1, 100, 'Keeper']]);
    const table = tableOf(one, two);
    expect(table.places).toHaveLength(2);
    const actions = inCell(cellAt(table, 1, 0));
    expect(actions.map((p) => p.text)).toEqual(['Mend the slip', 'Write to the owners of the two vessels which had been left on the slipway', 'Paint the light']);
    expect(actions[1]!.until).toMatchObject({ page: 2 });
    const owner = inCell(cellAt(table, 1, 1)).at(-1)!;
    expect(owner).toMatchObject({ text: 'Keeper', top: actions[2]!.top });
    expect(actions[2]!.top).toBeGreaterThan(262);
  });

  it('sets heads printed again on the next page apart', () => {
    const one = new Sheet(1, 595, 400), two = new Sheet(2, 595, 400);
    grid(one, [100, 118, 250, 390], [...HEADS, [0, 130, 'Mend the slip.'], [1, 130, 'Harbour master'], [0, 262, 'Count the moorings.'], [1, 262, 'Clerk']]);
    grid(two, [30, 48, 120], [...HEADS.map(([c, , t]) => [c, 42, t] as const), [0, 60, 'Paint the light.'], [1, 60, 'Keeper']]);
    const paper = paperOf([one.page(), two.page()]);
    expect(paper.blocks.filter((b) => b.type === 'table')).toHaveLength(1);
    expect(paper.furniture.map((f) => [f.why, f.text])).toEqual(HEADS.map(([, , t]) => ['repeated-heading', t]));
  });

  it('keeps the marks of boxes to be ticked, and a mark that is all that a cell holds', () => {
    const s = new Sheet();
    grid(s, [100, 118, 140, 162, 190], [[0, 112, 'SLIP'], [1, 112, 'YES'], [2, 112, 'NO'], [3, 112, 'WHICH'],
      [0, 132, 'North'], [1, 132, '\u2612'], [2, 132, '\u2610'], [3, 132, '\u2612 Wood \u2610 Stone'],
      [0, 154, 'South'], [1, 154, '\u25CF'], [3, 154, '\u2022 Stone'],
      [0, 174, '\u2022 East'], [0, 186, '\u2022'], [2, 174, '\u2713']]);
    const table = tableOf(s);
    const rows = [1, 2, 3].map((r) => [0, 1, 2, 3].map((c) => cellText(cellAt(table, r, c)!)));
    expect(rows).toEqual([['North', '\u2612', '\u2610', '\u2612 Wood \u2610 Stone'], ['South', '\u25CF', '', 'Stone'], ['East', '', '\u2713', '']]);
  });

  it('parts the lines of a cell that were ended on purpose, and joins those that were wrapped', () => {
    const s = new Sheet();
    grid(s, [100, 118, 200], [...HEADS, [0, 130, 'Mend the slip and the steps'], [0, 142, 'below it before winter.'], [1, 130, 'Clerk'], [1, 142, 'Harbour master'], [1, 154, 'Keeper']]);
    const table = tableOf(s);
    expect(inCell(cellAt(table, 1, 0)).map((p) => p.text)).toEqual(['Mend the slip and the steps below it before winter.']);
    expect(inCell(cellAt(table, 1, 1)).map((p) => p.text)).toEqual(['Clerk', 'Harbour master', 'Keeper']);
  });

  it('joins a word and a list of codes that a narrow column cut', () => {
    const s = new Sheet();
    grid(s, [100, 118, 200], [...HEADS, [0, 130, 'Mend the slip.'], [1, 130, 'Keeper'], [2, 130, 'HB1,HB2,HB3,HB4,'], [3, 130, 'HB1,HB2,HB3,HB4,HB5,HB'], [3, 142, '6,HB7']]);
    expect(inCell(cellAt(tableOf(s), 1, 3)).map((p) => p.text)).toEqual(['HB1,HB2,HB3,HB4,HB5,HB6,HB7']);
  });

  it('opens a box around text into paragraphs of one band', () => {
    const s = new Sheet();
    s.run(prose(2), 60, 60, 400);
    for (const y of [100, 180]) s.rule(50, 480, y);
    for (const x of [50, 480]) s.rule(100, 180, x, 'vertical');
    s.run(prose(2), 60, 115, 400);
    s.set('Key decision: no', 60, 165);
    s.run(prose(2), 60, 200, 400);
    const blocks = paperOf([s.page()]).blocks;
    expect(blocks.every((b) => b.type === 'paragraph')).toBe(true);
    const bands = blocks.map((b) => (b.type === 'paragraph' ? b.band : undefined));
    expect(bands).toEqual([undefined, bands[1], bands[1], undefined]);
    expect(bands[1]).toBeDefined();
  });
});
