import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../../src/paper/model.js';
import { cellText } from '../../../../src/paper/walk.js';
import type { Tag } from '../../../../src/read/pdf/geometry.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const tag = (type: string, mcids: number[] = [], children: Tag[] = []): Tag => ({ type, mcids, children });
const rowsOf = (paper: { readonly blocks: readonly Block[] }): string[][] | undefined => {
  const table = paper.blocks.find((b): b is Table => b.type === 'table');
  return table && Array.from({ length: table.rows }, (_, r) => table.cells.filter((c) => c.row === r).map((c) => cellText(c).replace(/\n/g, ' ')));
};

/** Rows between rules across, each cell of one or two lines; `mcid` of a cell is 10 times its row and its column more. */
function sheet(rows: readonly (readonly (readonly string[])[])[], apart = false): { page: Sheet; tags: Tag[] } {
  const s = new Sheet();
  let y = s.run(prose(4), 60, 60, 450, { mcid: 1 }) + 30;
  const rule = (at: number): void => { s.rule(58, 520, at); };
  rule(y - 12);
  const lines: Tag[] = [];
  rows.forEach((row, r) => {
    const height = Math.max(...row.map((c) => c.length));
    row.forEach((cell, c) => cell.forEach((line, k) => s.set(line, 60 + c * 160, y + k * 12, { mcid: 10 * (r + 1) + c + (apart && k > 0 ? 100 : 0) })));
    lines.push(tag('TR', [], row.map((_, c) => tag('TD', [], [tag('P', [10 * (r + 1) + c])]))));
    if (apart && height > 1) lines.push(tag('TR', [], row.map((_, c) => tag('TD', [], [tag('P', [10 * (r + 1) + c + 100])]))));
    y += height * 12 + 8;
    rule(y - 12);
  });
  s.run(prose(4), 60, y + 30, 450, { mcid: 2 });
  return { page: s, tags: [tag('P', [1]), tag('Table', [], lines), tag('P', [2])] };
}

describe('rows of a table without upright rules', () => {
  const rows = [[['What'], ['Who'], ['When']], [['Hold two meetings with', 'the friends of lamps'], ['Head of', 'Lanes'], ['June', '2022']], [['Buy lamps'], ['Clerk'], ['July 2022']]];
  const joined = [['What', 'Who', 'When'], ['Hold two meetings with the friends of lamps', 'Head of Lanes', 'June 2022'], ['Buy lamps', 'Clerk', 'July 2022']];

  it('are those of the tags, where each line would be one', () => {
    const { page, tags } = sheet(rows);
    expect(rowsOf(paperOf([{ ...page.page(), tags }]))).toEqual(joined);
  });

  it('are the lines where the tags have them so', () => {
    const { page, tags } = sheet(rows, true);
    expect(rowsOf(paperOf([{ ...page.page(), tags }]))).toHaveLength(4);
  });

  it('are the lines where the tags have other columns', () => {
    const { page, tags } = sheet(rows);
    const [first, grid, last] = tags;
    const two = { ...grid!, children: grid!.children.map((tr) => ({ ...tr, children: [tr.children[0]!, tag('TD', [], tr.children.slice(1).flatMap((td) => td.children))] })) };
    expect(rowsOf(paperOf([{ ...page.page(), tags: [first!, two, last!] }]))?.length).not.toBe(3);
  });
});
