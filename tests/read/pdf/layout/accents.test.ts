/** Accents drawn over their letters are part of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withAccents } from '../../../../src/read/pdf/layout/accents.js';
import { pageOf } from '../../../../src/read/pdf/layout/page.js';
import { Sheet } from './sheet.js';

const words = (s: Sheet): string[] => pageOf(s.page()).words.map((w) => w.text);
/** A word with an accent over its letter `index`, `off` points to the right of it and `up` points above. */
const accented = (word: string, accent: string, index: number, off = 0, up = 0): Sheet => new Sheet().set(word, 60, 100).set(accent, 60 + index * 5 + off, 100 - up);

describe('an accent over a letter', () => {
  it.each([['Borsch', '\u00a8', 1, 'Börsch'], ['cafe', '\u00b4', 3, 'café'], ['tr\u0131a', '\u00b4', 2, 'tría'], ['Ty', '\u02c6', 1, 'Tŷ'], ['garcon', '\u00b8', 3, 'garçon']])('makes %s with %s one word', (word, accent, index, printed) => {
    expect(words(accented(word, accent, index))).toEqual([printed]);
    expect(words(accented(word, accent, index, 1, 2))).toEqual([printed]);
  });
  it('belongs to no letter that it stands beside, nor to one that never has it', () => {
    expect(words(accented('cafe', '\u00b4', 4))).toEqual(['cafe', '\u00b4']);
    const page = accented('rob', '\u00b8', 2).page();
    expect(withAccents(page.glyphs)).toBe(page.glyphs);
  });
  it('leaves degrees, quotes and powers alone', () => {
    expect(words(new Sheet().set('20\u00b0C and x^2 or `so\u00b4', 60, 100))).toEqual(['20\u00b0C', 'and', 'x^2', 'or', '`so\u00b4']);
  });
  it('gives the very same glyphs where there is none, and the same words in any order of drawing', () => {
    const plain = new Sheet().set('No accents here', 60, 100).page().glyphs;
    expect(withAccents(plain)).toBe(plain);
    fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom('aeiou', 'sound', 'Borsch'), fc.constantFrom('\u00a8', '\u00b4'), fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 6 }), (lines) => {
      const s = new Sheet();
      lines.forEach(([word, accent, index], k) => s.set(word, 60, 100 + 20 * k).set(accent, 60 + index * 5, 100 + 20 * k));
      const texts = (glyphs: readonly { text: string; order: number }[]): string[] => glyphs.map((g) => `${g.order} ${g.text}`).sort();
      const page = s.page();
      expect(texts(withAccents([...page.glyphs].reverse()))).toEqual(texts(withAccents(page.glyphs)));
    }), { numRuns: 50 });
  });
});
