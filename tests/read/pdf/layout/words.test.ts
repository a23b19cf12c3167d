import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glyph } from '../../../../src/read/pdf/geometry.js';
import { wordsOf } from '../../../../src/read/pdf/layout/words.js';
import { blank, shuffled, upright, write, type Drawn } from './tables/drawn.js';

const texts = (page: Drawn): string[] => wordsOf(page.glyphs, { rulings: page.rulings }).map((w) => w.text);

/** A glyph of size 60 whose middle is given, on a line that rises to the right. */
const glyphAt = (text: string, x: number, y: number): Glyph => ({ text, box: [x - 1, y - 1, x + 1, y + 1], baseline: y, size: 60, font: 'Testa', bold: true, italic: false, colour: 0xdddddd, angle: 315, order: 0 });

describe('words', () => {
  it('are parted by spaces and by gaps, and come line by line', () => {
    const page = blank();
    write(page, 'Second line', 50, 120);
    write(page, 'First line of', 50, 100);
    write(page, 'text', 200, 100);
    expect(texts(page)).toEqual(['First', 'line', 'of', 'text', 'Second', 'line']);
  });

  it('do not depend on the order of drawing', () => {
    fc.assert(fc.property(fc.array(fc.record({ t: fc.constantFrom('Moor Lane', '1,204', 'a', 'Elm-side ward', '12th'), x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: 1, max: 50 }) }), { maxLength: 30 }), fc.integer(), (items, seed) => {
      const page = blank();
      items.forEach((i) => write(page, i.t, i.x * 12, i.y * 14));
      const plain = (p: Drawn) => wordsOf(p.glyphs).map((w) => ({ text: w.text, box: w.box, baseline: w.baseline, glued: w.glued }));
      expect(plain(shuffled(page, seed))).toEqual(plain(page));
    }), { numRuns: 60, seed: 2 });
  });

  it('hold each glyph that is seen exactly once', () => {
    const page = blank();
    write(page, 'All of these are kept ...... 12', 50, 100);
    page.glyphs.push({ ...page.glyphs[0]!, unseen: 'clipped', order: 999 });
    const kept = wordsOf(page.glyphs).flatMap((w) => [...w.glyphs]).sort((a, b) => a - b);
    expect(kept).toEqual(page.glyphs.map((_, i) => i).slice(0, -1));
    expect(wordsOf(page.glyphs, { include: () => true }).flatMap((w) => [...w.glyphs])).toHaveLength(page.glyphs.length);
  });

  it('join letter-spaced headings, with and without drawn spaces', () => {
    const spaced = blank();
    write(spaced, 'A G E N D A', 50, 100);
    expect(texts(spaced)).toEqual(['AGENDA']);
    const tracked = blank();
    write(tracked, 'MINUTES OF', 50, 100, { tracking: 4 });
    expect(texts(tracked)).toEqual(['MINUTES', 'OF']);
    const grades = blank();
    ['A', 'B', 'C', 'D', 'E'].forEach((g, i) => write(grades, g, 50 + 60 * i, 100));
    expect(texts(grades)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('join letter-spaced words that a kerned pair has broken, as wide as the words beside them are set', () => {
    const page = blank();
    // The pair LT stands closer than the rest: six glyphs in five pieces.
    let x = 50;
    for (const piece of ['H', 'E', 'A', 'LT', 'H']) { write(page, piece, x, 100); x += 5 * piece.length + 1.8; }
    write(page, 'AND WELFARE', x + 4, 100, { tracking: 1.8 });
    page.glyphs.forEach((g, i) => { if (i < 6) Object.assign(g, { spaceBefore: true }); });
    Object.assign(page.glyphs[4]!, { spaceBefore: undefined });
    expect(texts(page)).toEqual(['HEALTH', 'AND', 'WELFARE']);
  });

  it('leave single letters apart where the words beside them are not set wide, and figures always', () => {
    const page = blank();
    let x = 50;
    for (const piece of ['Class', 'A', 'B', 'drugs']) { write(page, piece, x, 100); x += 5 * piece.length + 1.8; }
    expect(texts(page)).toEqual(['Class', 'A', 'B', 'drugs']);
    const figures = blank();
    x = 50;
    for (const piece of ['1', '2', '3']) { write(figures, piece, x, 100); x += 5 + 1.8; }
    write(figures, 'AND WELFARE', x + 4, 100, { tracking: 1.8 });
    expect(texts(figures)).toEqual(['1', '2', '3', 'AND', 'WELFARE']);
  });

  it('hang marks of notes on the word before them, a word space away too', () => {
    const marked = (mark: string, gap: number) => {
      const page = blank();
      write(page, 'Yield', 50, 100);
      write(page, mark, 75 + gap, 96.5, { size: 6 });
      const word = wordsOf(page.glyphs).find((w) => w.text === mark)!;
      return [word.superscript ?? false, word.glued ?? false, word.baseline];
    };
    expect(marked('1', 1)).toEqual([true, true, 100]);
    expect(marked('1', 3)).toEqual([true, false, 100]);
    expect(marked('1', 9)).toEqual([false, false, 96.5]);
    expect(marked('per', 3)).toEqual([true, false, 100]);
    expect(marked('acre', 3)).toEqual([false, false, 96.5]);
  });

  it('keep superscripts apart, glued to what they hang on', () => {
    const page = blank();
    write(page, 'on 19', 50, 100);
    write(page, 'th', 71.5, 96, { size: 6 });
    write(page, ', July', 77.5, 100);
    const words = wordsOf(page.glyphs);
    expect(words.map((w) => [w.text, w.glued ?? false, w.superscript ?? false])).toEqual([['on', false, false], ['19', false, false], ['th', true, true], [',', true, false], ['July', false, false]]);
    expect(words[2]!.baseline).toBe(100);
  });

  it('know a subscript', () => {
    const page = blank();
    write(page, 'CO', 50, 100);
    write(page, '2', 60.2, 102, { size: 6 });
    expect(wordsOf(page.glyphs).map((w) => [w.text, w.subscript ?? false])).toEqual([['CO', false], ['2', true]]);
  });

  it('read the doubled glyphs of a fake bold once', () => {
    const page = blank();
    write(page, 'Deputy', 50, 100);
    const twins: Glyph[] = page.glyphs.map((g, i) => ({ ...g, box: [g.box[0] + 0.4, g.box[1], g.box[2] + 0.4, g.box[3]], order: 100 + i }));
    const [word] = wordsOf([...page.glyphs, ...twins]);
    expect(word!.text).toBe('Deputy');
    expect(word!.bold).toBe(true);
    expect(word!.glyphs).toHaveLength(12);
  });

  it('part leaders from the text they lead from', () => {
    const page = blank();
    write(page, 'Total.......... 12', 50, 100);
    const words = wordsOf(page.glyphs);
    expect(words.map((w) => w.text)).toEqual(['Total', '..........', '12']);
    expect(words[1]!.leader).toBe(true);
  });

  it('are parted by an upright ruling that stands between glyphs', () => {
    const page = blank();
    write(page, '1234', 50, 100);
    upright(page, 60, 80, 120);
    expect(texts(page)).toEqual(['12', '34']);
  });

  it('are read along the direction in which they are printed', () => {
    const page = blank();
    write(page, 'Risk level', 50, 100);
    // The same text reading upwards.
    const turned: Glyph[] = page.glyphs.map((g) => ({ ...g, angle: 270, box: [300 + (g.box[1] - 92), 500 - (g.box[2] - 50), 300 + (g.box[3] - 92), 500 - (g.box[0] - 50)] }));
    const words = wordsOf(turned);
    expect(words.map((w) => w.text)).toEqual(['Risk', 'level']);
    expect(words[0]!.angle).toBe(270);
  });

  it('keep the wide letters of slanted text together, whose boxes are not known', () => {
    const page = blank();
    // A capital in the face of the watermark is seven tenths of its size wide.
    [...'DRAFT COPY'].forEach((ch, i) => { if (ch !== ' ') page.glyphs.push({ ...glyphAt(ch, 100 + i * 42 * Math.SQRT1_2, 500 - i * 42 * Math.SQRT1_2), order: i, ...(i === 6 && { spaceBefore: true as const }) }); });
    expect(texts(page)).toEqual(['DRAFT', 'COPY']);
  });

  it('read Hebrew from the right', () => {
    const page = blank();
    // Drawn as it is seen: the last letter at the left.
    write(page, '\u05DD\u05D5\u05DC\u05E9', 50, 100);
    expect(texts(page)).toEqual(['\u05E9\u05DC\u05D5\u05DD']);
  });

  it('takes time in proportion to the glyphs', () => {
    const time = (n: number): number => {
      const page = blank(2000, 20_000);
      for (let i = 0; i < n; i++) write(page, 'Ten letter words in a line of', 50 + 160 * (i % 10), 20 + 13 * Math.floor(i / 10));
      const start = performance.now();
      wordsOf(page.glyphs);
      return performance.now() - start;
    };
    time(200);
    // 24,000 glyphs: far beyond a page. The bound is loose, for a machine that does other work.
    expect(time(1000)).toBeLessThan(1500);
  });
});
