import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../../src/paper/model.js';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { cell } from './narrow-cell.js';
import { prose, Sheet } from './sheet.js';

const paragraphs = (...sheets: Sheet[]): Paragraph[] => [...eachParagraph(paperOf(sheets.map((s) => s.page())).blocks)];
const texts = (...sheets: Sheet[]): string[] => paragraphs(...sheets).map((p) => p.text);

describe('entries that fill a narrow cell', () => {
  it('are parted where each is a post', () => {
    expect(cell(15, ['Parks Manager', 'Head of Leisure', 'Chief Executive'])).toEqual(['Parks Manager', 'Head of Leisure', 'Chief Executive']);
  });

  it('are one where a post goes on, or a sentence has its name', () => {
    expect(cell(15, ['Parks Manager,', 'Head of Leisure'])).toEqual(['Parks Manager, Head of Leisure']);
    expect(cell(14, ['Senior Manager', 'Harbour Estate'])).toEqual(['Senior Manager Harbour Estate']);
    expect(cell(14, ['Deputy Head of', 'Quay Services'])).toEqual(['Deputy Head of Quay Services']);
    expect(cell(17, ['ask the Manager or', 'Head of Leisure'])).toEqual(['ask the Manager or Head of Leisure']);
  });

  it('are parted where each is a date, or stands for one', () => {
    expect(cell(9, ['May 2012', 'June 2012', 'Spring', '2013', 'Ongoing'])).toEqual(['May 2012', 'June 2012', 'Spring 2013', 'Ongoing']);
    expect(cell(8, ['Ongoing', 'TBC', 'By July', '2013'])).toEqual(['Ongoing', 'TBC', 'By July 2013']);
  });

  it('are parted where the cell also cut a month', () => {
    expect(cell(7, ['Septemb', 'er 2012', 'Ongoing', 'Septemb', 'er 2013'])).toEqual(['September 2012', 'Ongoing', 'September 2013']);
  });

  it('are one where a range or a sentence of dates goes on', () => {
    expect(cell(10, ['May 2012 \u2013', 'July 2012'])).toEqual(['May 2012 \u2013 July 2012']);
    expect(cell(10, ['First of', 'May 2012', 'and', 'June 2012'])).toEqual(['First of May 2012 and June 2012']);
    expect(cell(8, ['Pilots', '2012', 'Dredgers'])).toEqual(['Pilots 2012 Dredgers']);
    expect(cell(8, ['Ongoing', 'Dredging'])).toEqual(['Ongoing Dredging']);
  });

  it('are parted where each is a name with a title', () => {
    expect(cell(15, ['Cllr A Pascoe', 'Cllr T Roskilly', 'Cllr M Nance'])).toEqual(['Cllr A Pascoe', 'Cllr T Roskilly', 'Cllr M Nance']);
    expect(cell(8, ['Keepers', 'Keepers'])).toEqual(['Keepers', 'Keepers']);
  });

  it('are one where the sentence or the list of names goes on', () => {
    expect(cell(12, ['Cllr Pascoe,', 'Cllr Roskilly'])).toEqual(['Cllr Pascoe, Cllr Roskilly']);
    expect(cell(17, ['Cllr Pascoe asked', 'Cllr Roskilly to', 'speak'])).toEqual(['Cllr Pascoe asked Cllr Roskilly to speak']);
    expect(cell(8, ['Keepers', 'Clerks'])).toEqual(['Keepers Clerks']);
  });
});

describe('a number that the sentence asks for', () => {
  const asks = 'The letters that the board was sent are attached in full as Appendix';
  it('stays in it, though it would have fitted on the line above', () => {
    const s = new Sheet();
    const y = s.run(prose(3), 60, 100, 400);
    s.set(asks, 60, y + 20).set('C.', 60, y + 32).set('Quays were mended in spring.', 60, y + 60);
    expect(texts(s).slice(1)).toEqual([`${asks} C.`, 'Quays were mended in spring.']);
  });

  it('stays in it over a page', () => {
    const one = new Sheet(1), two = new Sheet(2);
    const y = one.run(prose(3), 60, 100, 400);
    one.set(asks, 60, y + 20);
    two.set('C.', 60, 100).run(prose(2), 60, 130, 400);
    expect(texts(one, two)[1]).toBe(`${asks} C.`);
  });

  it('is the label of what is below where a heading stands above it', () => {
    const s = new Sheet();
    const y = s.run(prose(3), 60, 100, 400);
    s.set('Appendix', 60, y + 20, { bold: true }).set('C.', 60, y + 40).set('Quays were mended in spring.', 60, y + 52);
    expect(paragraphs(s).at(-1)).toMatchObject({ number: 'C', text: 'Quays were mended in spring.' });
  });
});

describe('a line of capitals', () => {
  const full = 'The harbour board looked at the state of the quay in some detail in the spring now.';
  it('is parted from the sentence above that fills its line', () => {
    const s = new Sheet();
    s.set(`${full.slice(0, -1)} and`, 60, 100).set(full, 60, 112).set('REPORT', 60, 124);
    expect(texts(s)).toEqual([`${full.slice(0, -1)} and ${full}`, 'REPORT']);
  });

  it('stays where it ends the paragraph: an abbreviation, or a sentence', () => {
    const s = new Sheet();
    s.set(full, 60, 100).set('RESOLVED.', 60, 112);
    expect(texts(s)).toEqual([`${full} RESOLVED.`]);
  });
});

describe('a typed o', () => {
  it('is a bullet at the head of each line, behind an ordinary space too', () => {
    const s = new Sheet();
    s.set('The board asked for', 60, 100).set('o the cost of chains', 60, 120).set('o the state of the quay', 60, 134);
    expect(paragraphs(s).slice(1)).toMatchObject([{ bullet: true, text: 'the cost of chains' }, { bullet: true, text: 'the state of the quay' }]);
  });

  it('is a word within a Welsh sentence', () => {
    const s = new Sheet();
    s.set('Cafodd y bwrdd adroddiad gan y meistr am gyflwr y cei ac am y gwaith', 60, 100).set('o drwsio cadwyni a wnaed yn y gwanwyn gan y cwmni lleol eleni.', 60, 112);
    expect(paragraphs(s)).toHaveLength(1);
  });
});
