import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eachParagraph } from '../../../../src/paper/walk.js';
import type { PageGeometry } from '../../../../src/read/pdf/geometry.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const texts = (...pages: PageGeometry[]): string[] => [...eachParagraph(paperOf(pages).blocks)].map((p) => [p.label, p.text].filter(Boolean).join(' '));

describe('reading order', () => {
  it('reads two columns of running text one after the other, under a heading over both', () => {
    const s = new Sheet();
    s.set('The Harbour in the Spring', 150, 60, { size: 16, bold: true });
    s.run(prose(6), 60, 100, 220);
    s.run(`In winter ${prose(5)}`, 320, 104, 220);
    const [title, left, right] = texts(s.page());
    expect(title).toBe('The Harbour in the Spring');
    expect(left).toBe(prose(6));
    expect(right).toBe(`In winter ${prose(5)}`);
  });

  it('reads a form line by line', () => {
    const s = new Sheet();
    for (const [i, [a, b]] of [['From:', 'The harbour master'], ['To:', 'The harbour board'], ['Date:', '3 May 2011'], ['Subject:', 'Moorings']].entries()) s.set(a!, 60, 100 + i * 20).set(b!, 200, 100 + i * 20);
    expect(texts(s.page())).toEqual(['From: The harbour master', 'To: The harbour board', 'Date: 3 May 2011', 'Subject: Moorings']);
  });

  it('reads a box beside the masthead after the lines to its left', () => {
    const s = new Sheet();
    s.set('WEXMOUTH BOARD', 60, 50, { size: 14, bold: true });
    s.shade([400, 30, 480, 62]);
    s.set('ITEM 9', 420, 50, { size: 12, bold: true });
    s.run(prose(3), 60, 100, 400);
    expect(texts(s.page())).toEqual(['WEXMOUTH BOARD', 'ITEM 9', prose(3)]);
  });

  it('reads a line that is written from right to left in its own order, numbers as printed', () => {
    const s = new Sheet();
    // Drawn from left to right: "12 (third word) (second word) (first word)".
    s.set('12', 200, 100).set('\u05D2\u05D2\u05D2\u05D2', 220, 100).set('\u05D1\u05D1\u05D1', 250, 100).set('\u05D0\u05D0\u05D0', 275, 100);
    expect(texts(s.page())).toEqual(['\u05D0\u05D0\u05D0 \u05D1\u05D1\u05D1 \u05D2\u05D2\u05D2\u05D2 12']);
  });

  it('leaves words highlighted within a sentence in it', () => {
    const s = new Sheet();
    s.shade([108, 91, 142, 103], 0xffff00);
    s.run(prose(3), 60, 100, 400);
    expect(texts(s.page())).toEqual([prose(3)]);
  });

  it('takes no more than a moment over a page of many shaded pieces', () => {
    const s = new Sheet();
    for (let i = 0; i < 6000; i++) s.shade([40 + (i % 60) * 8, 40 + Math.floor(i / 60) * 7, 60 + (i % 60) * 8, 46 + Math.floor(i / 60) * 7], 0xcccccc);
    for (let y = 60; y < 800; y += 12) s.set('moorings and more of the same kind', 60, y);
    const start = performance.now();
    texts(s.page());
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('gives the paragraphs of one shaded bar one band', () => {
    const s = new Sheet();
    s.shade([55, 88, 465, 106]);
    s.set('SUMMARY', 60, 100, { bold: true });
    s.run(prose(2), 60, 130, 400);
    const [bar, rest] = [...eachParagraph(paperOf([s.page()]).blocks)];
    expect(bar?.band).toBeDefined();
    expect(rest?.band).toBeUndefined();
  });

  it('keeps a footnote apart from the text, tied to its mark', () => {
    const s = new Sheet();
    s.set('The dues were last raised in the year of the flood', 60, 100).set('1', 60 + 50 * 5, 96, { size: 6 });
    s.run(prose(3), 60, 120, 400);
    s.set('1', 60, 756, { size: 5 }).set('Minutes of the board, volume four', 66, 760, { size: 8 });
    const found = [...eachParagraph(paperOf([s.page()]).blocks)];
    expect(found.at(-1)).toMatchObject({ note: '1', text: 'Minutes of the board, volume four' });
  });

  it('does not depend on the order in which glyphs are drawn', () => {
    const s = new Sheet();
    s.set('Moorings', 60, 60, { size: 14, bold: true });
    let y = s.run(prose(3), 60, 90, 400);
    s.set('a)', 70, y + 6).run(prose(1), 95, y + 6, 360);
    y += 40;
    s.run(prose(2), 60, y, 400);
    const page = s.page();
    const straight = paperOf([page]);
    fc.assert(fc.property(fc.shuffledSubarray(page.glyphs.map((_, i) => i), { minLength: page.glyphs.length }), (order) => {
      const shuffled = paperOf([{ ...page, glyphs: order.map((i, n) => ({ ...page.glyphs[i]!, order: n })) }]);
      expect(shuffled.blocks).toEqual(straight.blocks);
    }), { numRuns: 25 });
  });
});

describe('conservation', () => {
  const ink = (text: string): string[] => [...text.replace(/\s/gu, '')].sort();
  it('puts every glyph in one place, whatever stands on the page', () => {
    const word = fc.constantFrom('quay', 'slip', '1.', '(a)', '\u2022', 'The', 'tide', '2010', '-', 'half-', 'Dues:', 'mooring,');
    const stretch = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 30 }), x: fc.integer({ min: 40, max: 320 }), y: fc.integer({ min: 30, max: 800 }), size: fc.constantFrom(8, 10, 14), bold: fc.boolean() });
    fc.assert(fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (stretches, count) => {
      const sheets = Array.from({ length: count }, (_, i) => new Sheet(i + 1));
      // Stretches that overlap are kept off each other: one in each band of the page.
      stretches.forEach((t, i) => sheets[i % count]!.run(t.words.join(' '), t.x, 40 + i * 64, 240, { size: t.size, bold: t.bold }));
      const paper = paperOf(sheets.map((s) => s.page()));
      const got = [...[...eachParagraph(paper.blocks)].map((p) => `${p.label ?? ''}${p.text}`), ...paper.furniture.map((f) => f.text), ...paper.hidden.map((h) => h.text)].join('');
      const want = sheets.flatMap((s) => s.glyphs.map((g) => g.text)).join('');
      // A hyphen at a line's end may be dropped; nothing else may.
      expect(ink(got).filter((c) => c !== '-')).toEqual(ink(want).filter((c) => c !== '-'));
    }), { numRuns: 120 });
  });

  it('sets what cannot be seen apart with its reason', () => {
    const s = new Sheet();
    s.run(prose(2), 60, 100, 400);
    s.set('Significant risks', 60, 112, { unseen: 'clipped' });
    const paper = paperOf([s.page()]);
    expect(paper.hidden).toMatchObject([{ text: 'Significant risks', why: 'clipped' }]);
    expect([...eachParagraph(paper.blocks)].map((p) => p.text)).toEqual([prose(2)]);
  });

  it('counts glyphs without a Unicode map in a diagnostic', () => {
    const s = new Sheet();
    s.set('\uFFFD\uFFFD', 60, 100, { unmapped: true, font: 'Odd' });
    expect(paperOf([s.page()]).diagnostics).toMatchObject([{ rule: 'unmapped-glyphs', severity: 'warning' }]);
  });
});

describe('columns beside one another', () => {
  /** Paragraphs with notes in the margin, each beside the first line of its paragraph. */
  const noted = (notes: readonly string[]): Sheet => {
    const s = new Sheet();
    let y = 100;
    for (const [i, note] of notes.entries()) {
      s.set(note, 50, y, { bold: true });
      y = s.run(`${i + 1} vessels lay there. ${prose(3)}`, 200, y, 340) + 14;
    }
    return s;
  };

  it('reads a note in the margin before the paragraph it stands beside', () => {
    const found = texts(noted(['Opening', 'The eastern quay', 'Action: the clerk']).page());
    expect(found.map((t) => t.slice(0, 18))).toEqual(['Opening', '1 vessels lay ther', 'The eastern quay', '2 vessels lay ther', 'Action: the clerk', '3 vessels lay ther']);
  });

  it('reads a note in the right margin before the paragraph it stands beside too', () => {
    const s = new Sheet();
    let y = 100;
    for (const [i, note] of ['Opening hours', 'The eastern quay', 'See appendix two', 'Lamps and bells'].entries()) {
      s.set(note, 440, y, { size: 8 });
      y = s.run(`${i + 1} vessels lay there. ${prose(3)}`, 60, y, 340) + 14;
    }
    expect(texts(s.page()).map((t) => t.slice(0, 16))).toEqual(['Opening hours', '1 vessels lay th', 'The eastern quay', '2 vessels lay th', 'See appendix two', '3 vessels lay th', 'Lamps and bells', '4 vessels lay th']);
  });

  it('reads labels of a form beside long texts line by line', () => {
    const found = texts(noted(['Purpose:', 'Summary:', 'Reason:']).page());
    expect(found.map((t) => t.slice(0, 12))).toEqual(['Purpose: 1 v', 'Summary: 2 v', 'Reason: 3 ve']);
  });

  it('reads two lists one after the other', () => {
    const s = new Sheet();
    s.set('Progress so far', 60, 70, { size: 20 });
    const left = ['Dues fell by a tenth', 'The barge came in', 'Stairs were mended'], right = ['More moorings were let', 'The ferry ran at night', 'Two lights were lit'];
    left.forEach((t, i) => s.set(`\u2022 ${t}`, 60, 100 + 24 * i).set(`\u2022 ${right[i]!}`, 320, 100 + 24 * i));
    s.set('All of this was done by volunteers from the eastern quay and from the market.', 60, 200);
    expect(texts(s.page()).slice(1, 7)).toEqual([...left, ...right].map((t) => `\u2022 ${t}`));
  });

  it('reads two columns of text though the lines of a table in one of them reach into the white', () => {
    const s = new Sheet();
    s.run(prose(10), 60, 100, 220);
    let y = s.run(`In winter ${prose(2)}`, 300, 100, 220) + 10;
    s.rule(293, 525, y - 10);
    for (const r of [['Pier', '1901', '1902'], ['Alder', '44', '51'], ['Birch', '63', '12'], ['Cedar', '17', '98']]) { s.set(r[0]!, 300, y).set(r[1]!, 400, y).set(r[2]!, 480, y); s.rule(293, 525, y + 4); y += 14; }
    s.run(`In summer ${prose(2)}`, 300, y + 12, 220);
    const found = texts(s.page());
    expect(found[0]).toBe(prose(10));
    expect(found[1]).toBe(`In winter ${prose(2)}`);
    expect(found.at(-1)).toBe(`In summer ${prose(2)}`);
  });
});
