import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../src/paper/model.js';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { hyphensOf, joinOf } from '../../../../src/read/pdf/layout/hyphens.js';
import { prose, Sheet } from './sheet.js';

const paragraphs = (...sheets: Sheet[]): Paragraph[] => [...eachParagraph(paperOf(sheets.map((s) => s.page())).blocks)];
const texts = (...sheets: Sheet[]): string[] => paragraphs(...sheets).map((p) => p.text);

describe('wrapped lines', () => {
  it('leave a number in the sentence that names it', () => {
    const s = new Sheet();
    const y = s.run(prose(3), 60, 100, 400);
    s.set('The strength of the moorings that the harbour board was told about in the paragraph', 60, y + 10);
    s.set('4.6.2 will be tested when the winter gales are over and the new chains have been laid.', 60, y + 22);
    expect(texts(s)[1]).toBe('The strength of the moorings that the harbour board was told about in the paragraph 4.6.2 will be tested when the winter gales are over and the new chains have been laid.');
  });

  it('still begin a point where the sentence above has ended', () => {
    const s = new Sheet();
    const y = s.run(prose(3), 60, 100, 400);
    s.set('4.6.2 The chains are to be laid in spring.', 60, y);
    expect(paragraphs(s)[1]).toMatchObject({ number: '4.6.2', text: 'The chains are to be laid in spring.' });
  });

  it('keep a wrapped label together, the value that stands beside its first line behind it', () => {
    const form = (...rows: readonly (readonly [string, string, string?])[]): Sheet => {
      const s = new Sheet();
      let y = 100;
      for (const [label, value, more] of rows) {
        s.set(label, 60, y).set(value, 250, y);
        if (more !== undefined) s.set(more, 60, y += 12);
        y += 20;
      }
      return s;
    };
    const [, exempt] = paragraphs(form(['Is this a key decision?', 'Yes'], ['Does this report contain any exempt', 'No', 'information?'], ['Which wards are affected?', 'All']));
    expect(exempt).toMatchObject({ text: 'Does this report contain any exempt information? No', spans: [{ start: 48, end: 49, style: 'tab' }] });
    // A label that is over on its first line, or below which more would have fitted, is followed by something else.
    expect(texts(form(['Director of the harbour undertaking:', 'Ann Lee', 'Any questions?']))).not.toContain('Director of the harbour undertaking: Any questions? Ann Lee');
    expect(texts(form(['Wards', 'Quay', 'affected?'])).join(' ')).not.toContain('affected? Quay');
  });

  it('part a number alone on its line from the address below it, over a page too', () => {
    const one = new Sheet(1), two = new Sheet(2);
    const y = one.run(prose(2), 60, 100, 400);
    one.set('+441632960417', 60, y + 14);
    one.set('thomas.pascoe.harbour.and.quay.maintenance.and.dredging.section@lundy-harbour.example', 60, y + 26);
    one.set('01632 960 418', 60, y + 60);
    two.set('clerk.of.the.harbour.board.and.keeper.of.the.quay.and.of.the.eastern.light@lundy-harbour.example', 60, 100);
    expect(texts(one, two).slice(1)).toEqual(['+441632960417', 'thomas.pascoe.harbour.and.quay.maintenance.and.dredging.section@lundy-harbour.example', '01632 960 418', 'clerk.of.the.harbour.board.and.keeper.of.the.quay.and.of.the.eastern.light@lundy-harbour.example']);
  });

  it('part the telephone number from the address below it', () => {
    const s = new Sheet();
    const y = s.run(prose(2), 60, 100, 400);
    s.set('Mr T Pascoe, 01632 960 417', 60, y + 14);
    s.set('thomas.pascoe.harbour.and.quay.maintenance.and.dredging.section@lundy-harbour.example', 60, y + 26);
    expect(texts(s).slice(1)).toEqual(['Mr T Pascoe, 01632 960 417', 'thomas.pascoe.harbour.and.quay.maintenance.and.dredging.section@lundy-harbour.example']);
  });

  it('join an e-mail address that its cell breaks at a dot', () => {
    const none = hyphensOf([]);
    expect(joinOf('clerk@lundy', '.example', none)).toBe('');
    expect(joinOf('clerk@lundy.', 'gov.example', none)).toBe('');
    expect(joinOf('clerk@', 'lundy.example', none)).toBe('');
    expect(joinOf('25/01990/', 'FUL', none)).toBe('');
    expect(joinOf('(2024/', '25)', none)).toBe('');
    expect(joinOf('Group/', 'Chair', none)).toBe(' ');
    expect(joinOf('24/7/', 'Nights', none)).toBe(' ');
    expect(joinOf('clerk@lundy.example.', 'The', none)).toBe(' ');
    expect(joinOf('clerk@lundy.example', 'or', none)).toBe(' ');
  });

  it('put the pages beside the first line of a title behind the title', () => {
    const s = new Sheet();
    s.set('3.', 60, 100).set('Minutes of the meetings held on the fourth of May and of the', 80, 100).set('(Pages 1 - 6)', 400, 100);
    s.set('special meeting held on the eleventh', 80, 112);
    s.set('4.', 60, 136).set('Moorings', 80, 136).set('(Pages 7 - 9)', 400, 136);
    expect(texts(s)).toEqual(['Minutes of the meetings held on the fourth of May and of the special meeting held on the eleventh (Pages 1 - 6)', 'Moorings (Pages 7 - 9)']);
  });

  it('join a lone letter that a narrow cell cuts off a word, however the cell is aligned', () => {
    const s = new Sheet();
    s.run('The forecast of revenue is read with care. The forecast is made each month and revenue is compared.', 60, 60, 400);
    for (const y of [100, 140, 160, 180]) s.rule(60, 540, y);
    s.set('Service', 65, 112, { bold: true }).set('Forecas', 240, 112, { bold: true }).set('t', 270, 124, { bold: true }).set('Detail', 310, 112, { bold: true });
    s.set('Quays', 65, 152).set('12.5', 255, 152).set('New chains', 310, 152).set('Ferries', 65, 172).set('13.5', 255, 172).set('Fuel', 310, 172);
    expect(texts(s)).toContain('Forecast');
  });
});

describe('text at the right margin', () => {
  it('does not hide that the line beside it was ended by hand', () => {
    const s = new Sheet();
    s.run(prose(2), 60, 60, 470);
    s.set('4.', 60, 120, { bold: true }).set('Review of the moorings', 85, 120, { bold: true }).set('13 - 40', 490, 120);
    s.set('Report of the Harbour Master', 85, 132);
    s.set('5.', 60, 152, { bold: true }).set('Dredging', 85, 152, { bold: true }).set('41 - 44', 490, 152);
    expect(texts(s).slice(1)).toEqual(['Review of the moorings 13 - 40', 'Report of the Harbour Master', 'Dredging 41 - 44']);
  });
});
