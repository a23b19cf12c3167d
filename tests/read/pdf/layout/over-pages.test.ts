import { describe, expect, it } from 'vitest';
import type { Block, Table } from '../../../../src/paper/model.js';
import { cellText } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { findTables } from '../../../../src/read/pdf/layout/tables/index.js';
import { Sheet, widthOf } from './sheet.js';
import { across, blank, tablePage, write } from './tables/drawn.js';

const blocks = (...sheets: Sheet[]): readonly Block[] => paperOf(sheets.map((s) => s.page())).blocks;
const tables = (...sheets: Sheet[]): Table[] => blocks(...sheets).filter((b): b is Table => b.type === 'table');
const COLUMNS = [60, 120, 300, 540];

function grid(s: Sheet, ys: readonly number[], cells: readonly (readonly [column: number, y: number, text: string])[]): Sheet {
  for (const y of ys) s.rule(60, 540, y);
  for (const x of COLUMNS) s.rule(ys[0]!, ys.at(-1)!, x, 'vertical');
  for (const [c, y, text] of cells) s.set(text, COLUMNS[c]! + 5, y);
  return s;
}

/** A page whose table runs to its foot. */
const first = (): Sheet => grid(new Sheet(1), [120, 140, 160, 780], [[0, 134, '1'], [1, 134, 'Is the quay lit?'], [2, 134, 'No'], [0, 154, '2'], [1, 154, 'Is it paved?'], [2, 154, 'Yes'],
  [0, 174, '3'], [1, 174, 'Describe the works'], [2, 174, 'The works begin at the slip and go on along'], [2, 770, 'the eastern wall, where the old stones are']]);

describe('tables over pages', () => {
  it('take a page that holds the rest of one cell as part of the table', () => {
    const second = grid(new Sheet(2), [60, 760], [[2, 74, 'loose and have been so since the flood.'], [2, 740, 'They end at the light.']]);
    const third = grid(new Sheet(3), [60, 100, 140], [[2, 74, 'Nothing further is planned.'], [0, 114, '4'], [1, 114, 'Is there a plan?'], [2, 114, 'Yes']]);
    const found = tables(first(), second, third);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ columns: 3, rows: 4 });
    expect(cellText(found[0]!.cells.find((c) => c.row === 2 && c.column === 2)!)).toContain('where the old stones are loose');
    expect(cellText(found[0]!.cells.find((c) => c.row === 3 && c.column === 1)!)).toBe('Is there a plan?');
  });

  it('run on over a footnote at the foot of the page, and not over a sentence of the body', () => {
    const under = (text: string): Sheet => {
      const s = grid(new Sheet(1), [300, 320, 340, 700], [[0, 314, '1'], [1, 314, 'Is the quay lit?'], [2, 314, 'No'], [0, 334, '2'], [1, 334, 'Is it paved?'], [2, 334, 'Yes'],
        [0, 354, '3'], [1, 354, 'Describe the works'], [2, 354, 'The works begin at the slip and go on along the']]);
      const sentence = 'The harbour board looked at the state of the eastern quay in some detail.';
      s.set(sentence, 60, 100).set('1', 60 + widthOf(sentence), 96, { size: 6 }).set('Dues are shown before tax.', 60, 130);
      return text === '' ? s : s.set('1', 60, 732, { size: 5 }).set(text, 65, 736, { size: 8 });
    };
    const second = (): Sheet => grid(new Sheet(2), [60, 100, 140], [[2, 74, 'eastern wall.'], [0, 114, '4'], [1, 114, 'Is there a plan?'], [2, 114, 'Yes']]);
    expect(tables(under('As of the first of May, when the dredging had ended.'), second()).map((t) => t.rows)).toEqual([4]);
    const body = under('').set('Nothing else was asked of the board in that year.', 60, 736);
    expect(tables(body, second())).toHaveLength(2);
  });

  it('part at a title that is new in the margin, and run on below one that is printed again', () => {
    const body = (page: number, title: string): Sheet => grid(new Sheet(page), [120, 140, 160, 180],
      [[0, 134, String(page)], [1, 134, 'Moorings'], [2, 134, 'Sound'], [0, 154, `${page}a`], [1, 154, 'Chains'], [2, 154, 'Worn'], [0, 174, `${page}b`], [1, 174, 'Buoys'], [2, 174, 'Lost']])
      .set(title, 60, 80, { size: 14, bold: true });
    expect(tables(body(1, 'The northern quays'), body(2, 'The southern quays'))).toHaveLength(2);
    expect(tables(body(1, 'The northern quays'), body(2, 'The northern quays'))).toHaveLength(1);
  });
});

describe('half-ruled tables', () => {
  it('hold a row of which only a later column is filled, below the heads', () => {
    const s = blank(842, 595);
    for (const y of [60, 80, 130, 150, 170, 190]) across(s, y, 60, 780);
    const row = (y: number, [key, figure, detail]: readonly [string, string, string], bold = false): void => { write(s, key, 65, y, { bold }); write(s, figure, 230, y, { bold }); write(s, detail, 345, y, { bold }); };
    row(74, ['Scheme', 'Variance', 'Detail'], true);
    write(s, 'finished over a longer time than the harbour board had hoped', 345, 94);
    write(s, 'Other schemes moved into next year.', 345, 118);
    row(144, ['Slipway', '-2.600', 'A larger barge is needed.']);
    row(164, ['Lighthouse', '-3.615', 'The lime has not come yet.']);
    row(184, ['Ferry office', '-5.705', 'Its roof leaks on the west side.']);
    const { tables: found } = findTables(tablePage(s));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rows: 5, columns: 3, headerRows: 1 });
  });

  it('have no heads below the first entry of a numbered list', () => {
    const s = new Sheet();
    for (const y of [100, 118, 136, 154, 172, 190]) s.rule(60, 540, y);
    s.set('Item', 65, 112, { bold: true }).set('Subject', 120, 112, { bold: true }).set('Page', 480, 112, { bold: true });
    s.set('1.', 65, 130).set('Apologies of members', 120, 130);
    s.set('2.', 65, 148).set('Interests of members', 120, 148);
    s.set('3.', 65, 166).set('Minutes of the harbour board', 120, 166).set('3 - 8', 480, 166);
    s.set('4.', 65, 184).set('Report on the moorings', 120, 184).set('9 - 31', 480, 184);
    expect(tables(s)[0]).toMatchObject({ rows: 5, headerRows: 1 });
  });

  describe('without lines', () => {
    const NAMES = ['Alder Hall', 'Birch Band', 'Cedar Club', 'Dale Trust', 'Elm School', 'Fir Pantry'];
    const row = (s: Sheet, k: number, y: number): void => { s.set(NAMES[k]!, 60, y).set(k % 2 ? 'Nets' : 'Signs', 220, y).set(String(FIGURES[k]), 340, y).set(String(FIGURES[5 - k]), 440, y); };
    const FIGURES = [512, 637, 775, 908, 143, 266];
    const page = (): Sheet => {
      const s = new Sheet(1);
      s.set('Body', 60, 700, { bold: true }).set('Purpose', 220, 700, { bold: true }).set('Asked', 340, 700, { bold: true }).set('Paid', 440, 700, { bold: true });
      for (let k = 0; k < 4; k++) row(s, k, 716 + 15 * k);
      return s;
    };

    it('take in one or two rows at the top of the next page that keep the columns', () => {
      for (const more of [1, 2]) {
        const second = new Sheet(2);
        for (let k = 0; k < more; k++) row(second, 4 + k, 80 + 15 * k);
        second.set('Members thanked the volunteers for all of their work in the year.', 60, 80 + 15 * more + 14);
        const found = tables(page(), second);
        expect(found.map((t) => t.rows)).toEqual([5 + more]);
        expect(cellText(found[0]!.cells.find((c) => c.row === 5 && c.column === 0)!)).toBe('Elm School');
        expect(blocks(page(), second).filter((b) => b.type === 'paragraph').map((b) => (b.type === 'paragraph' ? b.text : ''))).toEqual(['Members thanked the volunteers for all of their work in the year.']);
      }
    });

    it('take in nothing that stands elsewhere, or below a line of the body', () => {
      const shifted = new Sheet(2).set('Elm School', 60, 80).set('Nets', 240, 80).set('143', 360, 80).set('775', 460, 80);
      expect(tables(page(), shifted).map((t) => t.rows)).toEqual([5]);
      const below = new Sheet(2).set('Grants of the year before, which the panel looked at again in the spring', 60, 80);
      row(below, 4, 110);
      expect(tables(page(), below).map((t) => t.rows)).toEqual([5]);
    });
  });
});
