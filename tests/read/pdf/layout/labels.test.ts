import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../src/paper/model.js';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const paragraphs = (...sheets: Sheet[]): Paragraph[] => [...eachParagraph(paperOf(sheets.map((s) => s.page())).blocks)];
/** One line, with its label parted from the text by `gap` points. */
const line = (label: string, text: string, gap: number, font?: string): Paragraph => {
  const s = new Sheet();
  s.set(label, 60, 100, font ? { font } : {});
  s.set(text, 60 + label.length * 5 + gap, 100);
  return paragraphs(s)[0]!;
};

describe('labels', () => {
  it.each([
    ['2.1', '2.1'], ['2.1.', '2.1'], ['4.2.2', '4.2.2'], ['a)', 'a'], ['(iv)', 'iv'], ['12.', '12'], ['b.', 'b'], ['(3)', '3'],
  ])('takes %s for a label', (label, number) => {
    expect(line(label, 'That the quay be mended', 18)).toMatchObject({ label, number, text: 'That the quay be mended' });
  });

  it.each(['\u2022', '\u25AA', '\uF0B7', '\u00B7', '-', '\u2013', 'o'])('takes %s for a bullet', (mark) => {
    const p = line(mark, 'That the quay be mended', 14);
    expect(p).toMatchObject({ label: mark, bullet: true, text: 'That the quay be mended' });
    expect(p.number).toBeUndefined();
  });

  it('takes a letter of a picture font for a bullet', () => {
    expect(line('n', 'That the quay be mended', 6, 'ABCDEF+Wingdings')).toMatchObject({ bullet: true, text: 'That the quay be mended' });
  });

  it.each([
    ['2010', '\u2013 2012 was a quiet time'], ['2.5', 'million tons of slate'], ['10.30', 'am in the custom house'], ['1.75', 'metres at low water'], ['12', 'boats were counted'], ['A.', 'Penhallow took the chair'],
  ])('leaves %s %s in the text', (first, rest) => {
    const p = line(first, rest, 5);
    expect(p.label).toBeUndefined();
    expect(p.text).toBe(`${first} ${rest}`);
  });

  it('leaves a dash in the middle of a sentence in the text', () => {
    const s = new Sheet();
    s.set('The board spoke for the whole of the harbour and for those who live by it', 60, 100);
    s.set('- from pilots and porters to the people of the market \u2013 and was heard at', 60, 112);
    s.set('some length before the motion was put to the vote and lost by one.', 60, 124);
    expect(paragraphs(s)).toHaveLength(1);
  });

  it('takes a capital with a full stop for a label where it hangs beside its paragraph', () => {
    const s = new Sheet();
    s.set('A.', 60, 100).set('Agree to mend the slip, and to leave the', 75, 100).set('steps below it as they are until spring.', 75, 112);
    expect(paragraphs(s)).toMatchObject([{ label: 'A.', number: 'A', text: 'Agree to mend the slip, and to leave the steps below it as they are until spring.' }]);
  });

  it('parts a label that is set without a space from capitals', () => {
    expect(line('1.QUAYS', 'AND SLIPS', 5)).toMatchObject({ label: '1.', number: '1', text: 'QUAYS AND SLIPS' });
    expect(line('1.4A', 'meeting of pilots was held', 5)).toMatchObject({ label: '1.4', number: '1.4' });
  });

  it('joins a label on a line of its own to the text below', () => {
    const s = new Sheet();
    s.set('2.', 60, 100, { bold: true }).set('THE EASTERN QUAY', 60, 112, { bold: true });
    s.run(prose(3), 60, 140, 400);
    expect(paragraphs(s)[0]).toMatchObject({ label: '2.', number: '2', text: 'THE EASTERN QUAY' });
  });

  it('measures the indents of label and text from the edge of the column', () => {
    const s = new Sheet();
    s.run(prose(4), 60, 100, 400);
    s.set('\u2022', 78, 170).set('mend the slip', 96, 170);
    s.set('\u2022', 78, 184).set('paint the light', 96, 184);
    const [, a, b] = paragraphs(s);
    expect(a).toMatchObject({ bullet: true, labelIndent: 18, indent: 36 });
    expect(b).toMatchObject({ bullet: true, text: 'paint the light' });
  });

  it('keeps duplicated numbers as they are', () => {
    const s = new Sheet();
    for (const [i, n] of ['5.8.', '5.8.', '5.10.'].entries()) s.set(n, 60, 100 + i * 14).set('Agree the dues', 100, 100 + i * 14);
    expect(paragraphs(s).map((p) => p.number)).toEqual(['5.8', '5.8', '5.10']);
  });
});
