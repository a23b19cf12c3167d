import { describe, expect, it } from 'vitest';
import type { Block, Paragraph } from '../../../../src/paper/model.js';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet, widthOf } from './sheet.js';

const read = (...sheets: Sheet[]): readonly Block[] => paperOf(sheets.map((s) => s.page())).blocks;
const paragraphs = (...sheets: Sheet[]): Paragraph[] => [...eachParagraph(read(...sheets))];
const texts = (...sheets: Sheet[]): string[] => paragraphs(...sheets).map((p) => p.text);

describe('paragraphs', () => {
  it('parts paragraphs by the gap between them', () => {
    const s = new Sheet();
    const below = s.run(prose(2), 60, 100, 400);
    s.run(prose(1), 60, below + 8, 400);
    expect(texts(s)).toEqual([prose(2), prose(1)]);
  });

  it('ends a paragraph at a line on which the next word would have fitted', () => {
    const s = new Sheet();
    const below = s.run(prose(3), 60, 100, 400);
    s.set('Market days only.', 60, below);
    s.set('Ferry office, lower quay.', 60, below + 12);
    expect(texts(s).slice(-2)).toEqual(['Market days only.', 'Ferry office, lower quay.']);
  });

  it('keeps names together that spaces without a break hold on one line', () => {
    const s = new Sheet();
    const y = s.run(prose(3), 60, 100, 400);
    s.set('PRESENT: Mr A Penhallow (Chairman), Mrs B Trewin, Mr C Nance and', 60, y + 10);
    s.set('Mr D Opie, Dr E Carlyon, who joined the meeting by telephone from Lundy.', 60, y + 22);
    expect(texts(s)[1]).toBe('PRESENT: Mr A Penhallow (Chairman), Mrs B Trewin, Mr C Nance and Mr D Opie, Dr E Carlyon, who joined the meeting by telephone from Lundy.');
  });

  it('joins a paragraph that runs over the page, and says where it ends', () => {
    const one = new Sheet(1), two = new Sheet(2);
    one.run(prose(3), 60, 100, 400);
    one.set('The clerk was asked to write to the owners of the two vessels which had', 60, 700);
    two.set('been left on the slipway since November.', 60, 80);
    two.run(prose(2), 60, 110, 400);
    const found = paragraphs(one, two)[1]!;
    expect(found.text).toBe('The clerk was asked to write to the owners of the two vessels which had been left on the slipway since November.');
    expect(found.at).toMatchObject({ in: 'page', page: 1 });
    expect(found.until).toMatchObject({ in: 'page', page: 2 });
    expect(found.pieces?.map((p) => p.offset)).toEqual([0, 'The clerk was asked to write to the owners of the two vessels which had '.length]);
  });

  it('joins nothing over pages that were not asked for', () => {
    const one = new Sheet(1), nine = new Sheet(9);
    one.set('The clerk was asked to write to the owners of the two vessels which had', 60, 700);
    nine.set('been left on the slipway since November.', 60, 80);
    expect(texts(one, nine)).toHaveLength(2);
  });

  it('starts anew on the next page after a full stop', () => {
    const one = new Sheet(1), two = new Sheet(2);
    one.run(prose(4), 60, 600, 400);
    two.run(prose(1), 60, 80, 400);
    expect(texts(one, two)).toEqual([prose(4), prose(1)]);
  });

  it('reads a raised ordinal as part of its word', () => {
    const s = new Sheet();
    s.set('Held on the 19', 60, 100).set('th', 60 + 14 * 5, 96, { size: 6 }).set('of July', 60 + 14 * 5 + 8, 100);
    const [p] = paragraphs(s);
    expect(p?.text).toBe('Held on the 19th of July');
    expect(p?.spans).toContainEqual({ start: 14, end: 16, style: 'superscript' });
  });

  it('marks bold words within a sentence, and says of a wholly bold paragraph that it is', () => {
    const s = new Sheet();
    s.set('Key decision:', 60, 100, { bold: true }).set('yes, by the board', 60 + 14 * 5, 100);
    s.set('All of it', 60, 140, { bold: true });
    const [a, b] = paragraphs(s);
    expect(a?.spans).toContainEqual({ start: 0, end: 13, style: 'bold' });
    expect(b?.bold).toBe(true);
    expect(b?.spans).toBeUndefined();
  });

  it('marks text that a line is drawn through, and text inserted in colour over a line of that colour', () => {
    const s = new Sheet();
    s.set('three boats', 60, 100).set('four boats', 60 + 12 * 5, 100, { colour: 0xcc0000 });
    s.rule(60, 115, 97.2);
    s.rule(120, 170, 101.5, 'horizontal', 0xcc0000);
    const [p] = paragraphs(s);
    expect(p?.spans).toContainEqual({ start: 0, end: 11, style: 'struck' });
    expect(p?.spans).toContainEqual({ start: 12, end: 22, style: 'inserted' });
  });

  it('leaves ids in reading order and unique over nested blocks', () => {
    const s = new Sheet();
    s.run(prose(2), 60, 100, 400);
    s.set('Last line', 60, 200);
    const ids = paragraphs(s).map((p) => p.id);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('words broken at line ends', () => {
  const broken = (first: string, second: string, elsewhere = ''): string => {
    const s = new Sheet();
    s.set(first, 60, 100).set(second, 60, 112);
    if (elsewhere) s.run(elsewhere, 60, 200, 400);
    return texts(s)[0]!;
  };
  it('keeps a hyphen that the paper has elsewhere', () => {
    expect(broken('a review of the authority-', 'wide pilotage scheme and more besides it', 'The authority-wide scheme.')).toContain('authority-wide');
  });
  it('drops it where the paper writes the word without one', () => {
    expect(broken('a review of the pilot-', 'age scheme and of more besides it here', 'Dues for pilotage.')).toContain('pilotage');
  });
  it('keeps it where nothing else is known, as word processors break only at hyphens', () => {
    expect(broken('the case for re-', 'procurement of the barge was made out well')).toContain('re-procurement');
  });
  it('leaves a suspended hyphen alone', () => {
    expect(broken('the use of the quay in pre-', 'and post-war years was looked at too')).toContain('pre- and post-war');
  });
});

describe('lines that belong together or apart by what is printed on them', () => {
  it('keep a range of years in one paragraph that is broken behind its dash', () => {
    const s = new Sheet();
    s.set('The dues rose in each year between the first survey of the quay and 2031-', 60, 100);
    s.set('32. The second survey found that hardly any of the moorings had been let.', 60, 112);
    expect(paragraphs(s).map((p) => [p.label, p.text])).toEqual([[undefined, 'The dues rose in each year between the first survey of the quay and 2031-32. The second survey found that hardly any of the moorings had been let.']]);
  });

  it('part a line on the middle of the page from the text below it', () => {
    const head = 'Report to the Board of the Quay, 19 February 2018';
    const full = 'The dues rose in each year between the first survey of the quay and the second, which found it';
    const body = (s: Sheet): Sheet => s.set(full, 60, 116.6).set('so. They fell again.', 60, 128.6);
    expect(texts(body(new Sheet().set(head, 60 + (widthOf(full) - widthOf(head)) / 2, 100)))[0]).toBe(head);
    // A first line that is only set in a little is the sentence's own.
    expect(texts(body(new Sheet().set('Dues were paid to the harbour master of the quay on the first day of the month', 80, 100)))[0]).toMatch(/^Dues were .* The dues/);
  });

  it('part an underlined line from the text below it', () => {
    const s = new Sheet();
    s.set('F) Grant for the upkeep of lights and of the buoys', 60, 100).rule(60, 60 + widthOf('F) Grant for the upkeep of lights and of the buoys'), 101.5);
    s.set('The grant began in the year of the flood and has been paid in each year since then to all.', 60, 112);
    s.set('Of the counties four have asked for it.', 60, 124);
    expect(texts(s)).toEqual(['Grant for the upkeep of lights and of the buoys', 'The grant began in the year of the flood and has been paid in each year since then to all. Of the counties four have asked for it.']);
  });

  it('stay one sentence where the underlining ends within it', () => {
    const s = new Sheet();
    const upper = 'Members whose dues have not been paid for two months or longer at the time of';
    s.set(upper, 60, 100).rule(60, 60 + widthOf(upper), 101.5);
    s.set('the meeting may not vote on the dues of others.', 60, 112);
    expect(texts(s)).toEqual([`${upper} the meeting may not vote on the dues of others.`]);
  });
});
