/** What tags say of order where geometry leaves a choice: notes beside text, blocks cut in two, headings below columns, entries and rows of one line each. */
import { describe, expect, it } from 'vitest';
import { eachParagraph } from '../../../../src/paper/walk.js';
import type { PageGeometry, Tag } from '../../../../src/read/pdf/geometry.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const tag = (type: string, mcids: number[] = [], children: Tag[] = []): Tag => ({ type, mcids, children });
const tagged = (s: Sheet, ...tags: Tag[]): PageGeometry => ({ ...s.page(), tags });
const texts = (...pages: PageGeometry[]): string[] => eachParagraph(paperOf(pages).blocks).map((p) => p.text);
const HEAD = tag('H1', [0]);
const headed = (): Sheet => new Sheet().set('Tides', 60, 40, { bold: true, size: 14, mcid: 0 });

describe('a note beside a paragraph', () => {
  const page = (note: string, tags: boolean): PageGeometry => {
    const s = headed();
    const y = s.run(prose(3), 60, 100, 330, { mcid: 1 });
    s.set(note, 410, 112, { mcid: 2 }).run(prose(2), 60, y + 14, 330, { mcid: 3 });
    return tags ? tagged(s, HEAD, tag('P', [1]), tag('P', [2]), tag('P', [3])) : s.page();
  };

  it('is read by itself where the tags tell the two apart', () => {
    expect(texts(page('See the chart', true))).toEqual(['Tides', prose(3), 'See the chart', prose(2)]);
  });

  it('is read with its line where nothing tells them apart, or where it is a label', () => {
    expect(texts(page('See the chart', false)).join(' ')).toMatch(/\w See the chart \w/u);
    expect(texts(page('17', true)).join(' ')).toMatch(/\w 17 \w/u);
  });

  it('stands where the tags place it, and parts no sentence that runs over the page', () => {
    const s = headed();
    s.run(prose(3), 60, 100, 330, { mcid: 1 });
    s.run('The barge that came in with the tide of the second of May was found to be too large for the basin of the old harbour, and so it was moved in the night to the', 60, 700, 330, { mcid: 3 });
    s.set('See the chart', 410, 712, { mcid: 2 });
    const next = new Sheet(2);
    next.run('northern slip on the day after. ' + prose(2), 60, 100, 330, { mcid: 1 });
    const found = texts(tagged(s, HEAD, tag('P', [1]), tag('P', [2]), tag('P', [3])), tagged(next, tag('P', [1]), tag('L', [], [])));
    expect(found[2]).toBe('See the chart');
    expect(found[3]).toContain('was moved in the night to the northern slip');
  });
});

describe('a paragraph beside a box', () => {
  it('is one where its tag holds both of its parts', () => {
    const s = headed();
    const upper = 'The harbour board met twice in the spring and looked at the state of the eastern quay in some detail, and then';
    const y = s.run(upper, 60, 100, 250, { mcid: 1 });
    s.run('Boats may not lie at the quay on market days, says the notice at the gate of the yard.', 340, 100, 200, { mcid: 2 });
    s.rule(335, 545, 88).rule(335, 545, 150).rule(88, 150, 335, 'vertical').rule(88, 150, 545, 'vertical');
    s.run('went on to the dredging of the basin, which had been put off until the tides allow the larger barge to come in again.', 60, Math.max(y, 160), 480, { mcid: 1 });
    const found = texts(tagged(s, HEAD, tag('P', [2]), tag('P', [1])));
    expect(found.some((t) => t.startsWith('The harbour board') && t.includes('and then went on to the dredging'))).toBe(true);
  });
});

describe('a box at the foot of a page', () => {
  const pages = (boxOn: 1 | 2): PageGeometry[] => {
    const one = headed(), two = new Sheet(2);
    one.run(`${prose(3)} The barge that came in with the tide of the second of May was found to be too large for the basin of the old harbour, and so it was moved in the night to the`, 60, 640, 480);
    two.run(`northern slip on the day after. ${prose(2)}`, 60, 140, 480);
    const [sheet, y] = boxOn === 1 ? [one, 740] as const : [two, 80] as const;
    sheet.rule(60, 540, y).rule(60, 540, y + 30).rule(y, y + 30, 60, 'vertical').rule(y, y + 30, 540, 'vertical').set('The harbour office is open on market days', 80, y + 18);
    return [one.page(), two.page()];
  };

  it('parts no sentence that goes on overleaf, and one at the head of the next page does', () => {
    expect(texts(...pages(1)).some((t) => t.includes('in the night to the northern slip'))).toBe(true);
    expect(texts(...pages(2)).some((t) => t.includes('in the night to the northern slip'))).toBe(false);
  });
});

describe('a paragraph whose sentence ends with the page', () => {
  const pages = (elsewhere: boolean): PageGeometry[] => {
    const one = headed();
    one.run(prose(4), 60, 700, 480, { mcid: 1 });
    const next = new Sheet(2);
    next.run(prose(2), 60, 100, 480, { mcid: 1 });
    next.set('Lamps', 60, 200, { bold: true, size: 14, mcid: 0 });
    const part = (before: boolean): Tag => ({ ...tag('P', [1]), ...(elsewhere && { elsewhere: { before, after: !before } }) });
    return [tagged(one, HEAD, part(false)), tagged(next, part(true), tag('H2', [0]))];
  };

  it('goes on overleaf where one tag holds both of its parts, and there only', () => {
    expect(texts(...pages(true))).toEqual(['Tides', `${prose(4)} ${prose(2)}`, 'Lamps']);
    expect(texts(...pages(false))).toEqual(['Tides', prose(4), prose(2), 'Lamps']);
  });
});

describe('a heading below two columns', () => {
  /** Two columns of one height, a heading at the left edge below them, and text over the page below that. */
  const page = (order: 'columns' | 'left first'): PageGeometry => {
    const s = headed();
    s.run(prose(4), 60, 100, 220, { mcid: 1 });
    s.run(prose(4), 310, 100, 220, { mcid: 2 });
    s.set('Dues', 60, 300, { bold: true, mcid: 3 });
    const heading = tag('H2', [3]);
    return tagged(s, HEAD, tag('P', [1]), ...(order === 'columns' ? [tag('P', [2]), heading] : [heading, tag('P', [2])]));
  };

  it('is read after both where it is tagged so', () => {
    expect(texts(page('columns')).at(-1)).toBe('Dues');
  });
});

describe('lines that tags say are entries or rows', () => {
  it('are paragraphs of their own, though each could run on into the next', () => {
    const s = new Sheet();
    s.run(prose(3), 60, 60, 400, { mcid: 1 });
    s.set('Agree the plan for the slip in all five of the wards', 90, 130, { mcid: 2 }).set('Close the yard for two weeks of the spring and say so', 90, 142, { mcid: 3 });
    const page = tagged(s, tag('P', [1]), tag('L', [], [tag('LI', [], [tag('LBody', [2])]), tag('LI', [], [tag('LBody', [3])])]));
    expect(texts(page).slice(1)).toEqual(['Agree the plan for the slip in all five of the wards', 'Close the yard for two weeks of the spring and say so']);
  });

  it('are one where a full line of an entry runs on in small letters in another tag', () => {
    const s = new Sheet();
    s.run(prose(3), 60, 60, 400, { mcid: 1 });
    s.set('Agree the plan for the slip in all five of the wards that lie along the quay as it is', 60, 130, { mcid: 2 }).set('now drawn.', 60, 142, { mcid: 3 });
    const page = tagged(s, tag('P', [1]), tag('L', [], [tag('LI', [], [tag('LBody', [2])]), tag('LI', [], [tag('LBody', [3])])]));
    expect(texts(page).at(-1)).toMatch(/as it is now drawn\.$/u);
  });

  it('keep the rows of a list of names in two columns apart', () => {
    const s = headed();
    const names = [['Councillor A Penhallow (Chair)', 'Councillor B Trevose'], ['Councillor C Nance (Deputy)', 'Councillor D Carne'], ['Councillor E Moyle', 'Councillor F Roscoe (substitute)']];
    names.forEach((row, r) => row.forEach((name, c) => s.set(name, 60 + 180 * c, 80 + 12 * r, { mcid: 1 + 2 * r + c })));
    s.run(prose(4), 60, 140, 400, { mcid: 9 });
    const page = tagged(s, HEAD, tag('Table', [], names.map((row, r) => tag('TR', [], row.map((_, c) => tag('TD', [], [tag('P', [1 + 2 * r + c])]))))), tag('P', [9]));
    expect(texts(page).slice(1, 4)).toEqual(names.map((row) => row.join(' ')));
  });
});
