import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/values/tokens.js';

/** What a token is, said by Unicode's properties alone. */
const TOKEN = /\d+|\p{L}+(?:['’]\p{L}+)*|[^\s\p{L}\d]/gu;

describe('tokens', () => {
  it('are the same by the quick way for European letters as by Unicode', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('a', 'É', 'ŵ', 'ª', 'º', '×', '9', '²', '’', "'", ' ', '\t', '–', '£', '€', 'Ж', '中', '😀') }));
    fc.assert(fc.property(text, (t) => {
      const tokens = tokenize(t);
      expect(tokens.map((x) => x.text)).toEqual(t.match(TOKEN) ?? []);
      for (const { kind, text: own, start, end } of tokens) {
        expect(t.slice(start, end)).toBe(own);
        expect(kind).toBe(/^\d/.test(own) ? 'number' : /^\p{L}/u.test(own) ? 'word' : 'mark');
      }
    }));
  });
});
