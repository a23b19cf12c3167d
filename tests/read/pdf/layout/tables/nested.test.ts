/** Tables within a cell of another: each word in one of them, the inner one in its cell. */
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../../src/paper/model.js';
import { cellAt, cellText, eachParagraph, eachTable } from '../../../../../src/paper/walk.js';
import type { PageGeometry, Tag } from '../../../../../src/read/pdf/geometry.js';
import { paperOf } from '../../../../../src/read/pdf/layout/paper.js';
import { findTables } from '../../../../../src/read/pdf/layout/tables/index.js';
import { Sheet } from '../sheet.js';
import { frame, blank, across, tablePage, upright, write } from './drawn.js';

const INNER = [['Slip', 'Boats', 'Dues'], ['North', '12', '340'], ['South', '9', '128'], ['East', '17', '655']];

/** A form of two columns; the second cell of its first row holds a sentence and a table of its own. */
function form(): Sheet {
  const s = new Sheet();
  for (const y of [100, 240, 270, 300]) s.rule(60, 540, y);
  for (const x of [60, 200, 540]) s.rule(100, 300, x, 'vertical');
  s.set('Where boats lay', 65, 114).set('As counted in May:', 205, 114).set('Counted by', 65, 259).set('The harbour master', 205, 259).set('Next count', 65, 289).set('May 2031', 205, 289);
  for (let k = 0; k <= 4; k++) s.rule(210, 530, 130 + 20 * k);
  for (const x of [210, 330, 430, 530]) s.rule(130, 210, x, 'vertical');
  INNER.forEach((row, r) => row.forEach((text, c) => s.set(text, [214, 334, 434][c]!, 144 + 20 * r, { bold: r === 0 })));
  return s;
}

describe('a table within a cell', () => {
  it('is a table of its own there, and leaves the outer one as it is drawn', () => {
    const paper = paperOf([form().page()]);
    const outer = paper.blocks.filter((b): b is Table => b.type === 'table');
    expect(outer).toHaveLength(1);
    expect(outer[0]).toMatchObject({ rows: 3, columns: 2 });
    expect(outer[0]!.cells.map((c) => cellText(c))).toEqual(['Where boats lay', 'As counted in May:', 'Counted by', 'The harbour master', 'Next count', 'May 2031']);
    const [inner] = cellAt(outer[0]!, 0, 1)!.blocks.filter((b): b is Table => b.type === 'table');
    expect(inner).toMatchObject({ rows: 4, columns: 3 });
    expect(inner!.cells.map((c) => cellText(c))).toEqual(INNER.flat());
    expect(eachTable(paper.blocks)).toHaveLength(2);
  });

  it('has each of its words once', () => {
    const printed = form().glyphs.map((g) => g.text).sort().join('');
    const read = eachParagraph(paperOf([form().page()]).blocks).map((p) => p.text).join('').replace(/\s/gu, '');
    expect([...read].sort().join('')).toBe(printed);
  });

  /** The same form, the inner table's sides on those of its cell, tagged. */
  const flush = (rows: number): PageGeometry => {
    const s = new Sheet();
    let next = 0;
    const cell = (text: string, x: number, y: number): Tag => { s.set(text, x, y, { mcid: next }); return { type: 'TD', mcids: [next++], children: [] }; };
    for (const y of [100, 240, 270, 300]) s.rule(60, 540, y);
    for (const x of [60, 200, 540]) s.rule(100, 300, x, 'vertical');
    for (let k = 0; k <= 4; k++) s.rule(200, 540, 130 + 20 * k);
    for (const x of [330, 430]) s.rule(130, 210, x, 'vertical');
    const sentence = cell('As counted in May:', 205, 114);
    const inner: Tag = { type: 'Table', mcids: [], children: INNER.slice(0, rows).map((row, r) => ({ type: 'TR', mcids: [], children: row.map((text, c) => cell(text, [204, 334, 434][c]!, 144 + 20 * r)) })) };
    const row = (...children: Tag[]): Tag => ({ type: 'TR', mcids: [], children });
    return {
      ...s.page(), tags: [{ type: 'Table', mcids: [], children: [
        row(cell('Where boats lay', 65, 114), { type: 'TD', mcids: [], children: [{ ...sentence, type: 'P' }, inner] }),
        row(cell('Counted by', 65, 259), cell('The harbour master', 205, 259)), row(cell('Next count', 65, 289), cell('May 2031', 205, 289))] }],
      glyphs: s.glyphs, rulings: s.rulings,
    };
  };

  it('is told by its tags where its sides lie on those of the cell', () => {
    const [outer] = paperOf([flush(4)]).blocks.filter((b): b is Table => b.type === 'table');
    expect(outer!.cells.map((c) => cellText(c))).toEqual(['Where boats lay', 'As counted in May:', 'Counted by', 'The harbour master', 'Next count', 'May 2031']);
    const [inner] = cellAt(outer!, 0, 1)!.blocks.filter((b): b is Table => b.type === 'table');
    expect(inner).toMatchObject({ rows: 4, columns: 3 });
    expect(inner!.cells.map((c) => cellText(c))).toEqual(INNER.flat());
  });

  it('is left in the one grid where what is printed is not what is tagged', () => {
    const found = paperOf([flush(3)]).blocks.filter((b): b is Table => b.type === 'table');
    expect(found.flatMap((t) => eachTable([t]))).toHaveLength(1);
  });

  it('is none where a mere frame stands within the cell', () => {
    const page = blank();
    for (const y of [100, 160, 190]) across(page, y, 60, 540);
    for (const x of [60, 200, 540]) upright(page, x, 100, 190);
    write(page, 'Where boats lay', 65, 114); write(page, 'As counted in May', 214, 144); write(page, 'Counted by', 65, 179); write(page, 'The clerk', 205, 179);
    frame(page, [210, 130, 400, 150]);
    const { tables } = findTables(tablePage(page));
    expect(tables).toHaveLength(1);
    expect(tables[0]).toMatchObject({ rows: 2, columns: 2 });
  });
});
