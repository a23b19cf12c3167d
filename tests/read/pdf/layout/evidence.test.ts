import { describe, expect, it } from 'vitest';
import { eachParagraph } from '../../../../src/paper/walk.js';
import type { PageGeometry, Tag } from '../../../../src/read/pdf/geometry.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const tag = (type: string, mcids: number[] = [], children: Tag[] = []): Tag => ({ type, mcids, children });
const tagged = (s: Sheet, ...tags: Tag[]): PageGeometry => ({ ...s.page(), tags });
const texts = (page: PageGeometry): string[] => [...eachParagraph(paperOf([page]).blocks)].map((p) => p.text);

describe('evidence from tags', () => {
  /** Two lines that geometry would part: the first leaves room for the next word. */
  const address = (): Sheet => {
    const s = new Sheet();
    s.set('Tides', 60, 40, { bold: true, size: 14, mcid: 9 });
    s.set('The custom house', 60, 80, { mcid: 1 }).set('Lower Quay', 60, 92, { mcid: 2 });
    s.run(prose(4), 60, 130, 400, { mcid: 3 });
    return s;
  };

  it('joins the lines of one tagged paragraph', () => {
    const page = tagged(address(), tag('H1', [9]), tag('P', [1, 2]), tag('P', [3]));
    expect(texts(page)[1]).toBe('The custom house Lower Quay');
  });

  it('parts the lines of two', () => {
    const page = tagged(address(), tag('H1', [9]), tag('P', [1]), tag('P', [2]), tag('P', [3]));
    expect(texts(page).slice(1, 3)).toEqual(['The custom house', 'Lower Quay']);
  });

  it('takes headings from tags and says so', () => {
    const page = tagged(address(), tag('H2', [9]), tag('P', [1]), tag('P', [2]), tag('P', [3]));
    const paper = paperOf([page]);
    expect([...eachParagraph(paper.blocks)][0]?.heading).toMatchObject({ by: 'tag' });
    expect(paper.reading).toMatchObject([{ page: 1, by: 'tags' }]);
  });

  it('passes over tags that part a sentence', () => {
    const s = new Sheet();
    s.set('Tides', 60, 40, { bold: true, size: 14, mcid: 9 });
    s.set('The clerk was asked to write to the owners of the two vessels, by way of re-', 60, 80, { mcid: 1 });
    s.set('procurement of the slip.', 60, 92, { mcid: 2 });
    s.set('Nothing more was heard of it that year.', 60, 120, { mcid: 3 });
    expect(texts(tagged(s, tag('H1', [9]), tag('P', [1]), tag('P', [2]), tag('P', [3])))[1]).toMatch(/re-procurement of the slip\.$/);
  });

  it('reads a tagged table without lines cell by cell where lines would mix the cells', () => {
    const s = new Sheet();
    s.set('Notice', 60, 40, { bold: true, size: 14, mcid: 9 });
    s.set('Thursday the third of May at ten,', 60, 80, { mcid: 1 }).set('in the custom house', 60, 92, { mcid: 1 });
    s.set('Ask for:', 240, 80, { mcid: 2 });
    s.set('A Penhallow', 360, 80, { mcid: 3 }).set('Lower Quay 12', 360, 92, { mcid: 3 });
    s.run(prose(4), 60, 140, 400, { mcid: 4 });
    const page = tagged(s, tag('H1', [9]), tag('Table', [], [tag('TR', [], [tag('TD', [], [tag('P', [1])]), tag('TD', [], [tag('P', [2])]), tag('TD', [], [tag('P', [3])])])]), tag('P', [4]));
    expect(texts(page).slice(1, 4)).toEqual(['Thursday the third of May at ten, in the custom house', 'Ask for:', 'A Penhallow Lower Quay 12']);
  });

  it('reads by geometry where there are no tags, and says so', () => {
    expect(paperOf([address().page()]).reading).toMatchObject([{ page: 1, by: 'geometry', why: 'the page has no tags' }]);
  });

  it('marks entries of a tagged list whose bullets are drawn', () => {
    const s = new Sheet();
    s.run(prose(3), 60, 60, 400, { mcid: 1 });
    s.set('Cover report', 90, 130, { mcid: 2 }).set('Appendix one', 90, 146, { mcid: 3 });
    const page = tagged(s, tag('P', [1]), tag('L', [], [tag('LI', [], [tag('LBody', [2])]), tag('LI', [], [tag('LBody', [3])])]));
    const found = [...eachParagraph(paperOf([page]).blocks)];
    expect(found.map((p) => [p.text, p.bullet, p.label])).toEqual([[prose(3), undefined, undefined], ['Cover report', true, undefined], ['Appendix one', true, undefined]]);
  });
});

describe('two tables between rules of one width', () => {
  const PORTS = [['Port', '2031', '2032'], ['Alder', '446', '118'], ['Birch', '641', '860'], ['Cedar', '923', '888']];
  /** Rules at one distance, as if all rows were of one table; the cells' tags say where the second begins. */
  const page = (parted: boolean): PageGeometry => {
    const s = new Sheet();
    const trs: Tag[] = [];
    [...PORTS, ...PORTS].forEach((row, r) => {
      s.rule(60, 400, 100 + 20 * r);
      trs.push(tag('TR', [], row.map((text, c) => { const id = 10 * r + c; s.set(text, [64, 200, 300][c]!, 114 + 20 * r, { mcid: id }); return tag('TD', [id]); })));
    });
    s.rule(60, 400, 260);
    return tagged(s, ...(parted ? [tag('Table', [], trs.slice(0, 4)), tag('Table', [], trs.slice(4))] : [tag('Table', [], trs)]));
  };
  const rowCounts = (p: PageGeometry): number[] => paperOf([p]).blocks.flatMap((b) => (b.type === 'table' ? [b.rows] : []));

  it('are two where the tags part them', () => {
    expect(rowCounts(page(true))).toEqual([4, 4]);
  });

  it('are one where they do not', () => {
    expect(rowCounts(page(false))).toEqual([8]);
  });
});
