import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../src/paper/model.js';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const paragraphs = (...sheets: Sheet[]): Paragraph[] => [...eachParagraph(paperOf(sheets.map((s) => s.page())).blocks)];

describe('headings', () => {
  it('ranks headings by size, then weight and number', () => {
    const s = new Sheet();
    s.set('Review of the Harbour', 60, 60, { size: 18, bold: true });
    s.set('1.', 60, 90, { bold: true }).set('Moorings', 90, 90, { bold: true });
    let y = s.run(prose(3), 60, 110, 400);
    s.set('1.1', 60, y + 10, { bold: true }).set('Deep moorings', 90, y + 10, { bold: true });
    y = s.run(prose(3), 60, y + 30, 400);
    s.set('2.', 60, y + 10, { bold: true }).set('Lights', 90, y + 10, { bold: true });
    s.run(prose(3), 60, y + 30, 400);
    expect(paragraphs(s).flatMap((p) => (p.heading ? [[p.heading.level, p.text]] : []))).toEqual([[1, 'Review of the Harbour'], [2, 'Moorings'], [3, 'Deep moorings'], [2, 'Lights']]);
  });

  it('takes no line of underscores for one, however large', () => {
    const s = new Sheet();
    s.set('________________', 60, 80, { size: 18, bold: true });
    s.set('Lights', 60, 110, { size: 14, bold: true });
    s.run(prose(3), 60, 130, 400);
    expect(paragraphs(s).flatMap((p) => (p.heading ? [p.text] : []))).toEqual(['Lights']);
  });

  it('takes a line of capitals for a heading', () => {
    const s = new Sheet();
    s.set('RECOMMENDATIONS', 60, 80);
    s.run(prose(3), 60, 110, 400);
    expect(paragraphs(s)[0]?.heading).toMatchObject({ by: 'looks' });
  });

  it('leaves a run-in heading, a bold sentence and a form line in the text', () => {
    const s = new Sheet();
    s.set('Dues.', 60, 80, { bold: true }).set('They were raised by a tenth and nobody objected.', 90, 80);
    s.set('Subject:', 60, 110, { bold: true }).set('Lights', 200, 110, { bold: true });
    s.run(`${prose(1)} ${prose(1)}`, 60, 140, 400, { bold: true });
    s.run(prose(6), 60, 200, 400);
    expect(paragraphs(s).filter((p) => p.heading)).toEqual([]);
  });

  it('joins a centred heading of two lines', () => {
    const s = new Sheet();
    s.set('A Plan for the Mending of the Eastern', 60 + (400 - 37 * 8) / 2, 60, { size: 16, bold: true });
    s.set('Quay and of the Slip beside it', 60 + (400 - 30 * 8) / 2, 79, { size: 16, bold: true });
    s.run(prose(5), 60, 120, 400);
    expect(paragraphs(s)[0]?.text).toBe('A Plan for the Mending of the Eastern Quay and of the Slip beside it');
  });

  it('gives a letter-spaced heading its words back', () => {
    const s = new Sheet();
    s.set('A G E N D A', 240, 60, { size: 14, bold: true });
    s.run(prose(3), 60, 100, 400);
    expect(paragraphs(s)[0]).toMatchObject({ text: 'AGENDA' });
  });

  it('takes neither the sums below a table nor a quotation in bold for a heading', () => {
    const s = new Sheet();
    s.run(prose(3), 60, 60, 400);
    s.set('Overall Position 1,432.3 1,486.0 +53.7', 60, 160, { bold: true });
    s.set('\u201CThe quay is as sound as it was when the old harbour master last walked it\u201D', 60, 190, { bold: true });
    s.set('The Eastern Quay', 60, 220, { bold: true });
    s.run(prose(1), 60, 240, 400);
    expect(paragraphs(s).filter((p) => p.heading).map((p) => p.text)).toEqual(['The Eastern Quay']);
  });

  it('takes the day at the very end of a paper for no heading', () => {
    const s = new Sheet();
    s.set('Monday, 3 June 2041', 60, 60, { bold: true });
    const y = s.run(prose(5), 60, 80, 400);
    s.set('Mr T Pascoe', 60, y + 20);
    s.set('Wednesday, 22 May 2041', 60, y + 50, { bold: true });
    expect(paragraphs(s).filter((p) => p.heading).map((p) => p.text)).toEqual(['Monday, 3 June 2041']);
  });
});

describe('the end of a letter', () => {
  it('has a name below it that heads nothing', () => {
    const s = new Sheet();
    const y = s.run(prose(8), 60, 100, 400);
    s.set('Yours sincerely,', 60, y + 14);
    s.set('MARY TREMAYNE OBE', 60, y + 50, { bold: true });
    s.set('Harbour Master', 60, y + 70);
    const found = paperOf([s.page()]).blocks.flatMap((b) => (b.type === 'paragraph' ? [b] : []));
    expect(found.map((p) => p.heading)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
