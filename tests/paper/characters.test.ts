import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsInWord, endsInWord, hasLetterOrDigit, isWordAt, isWordBefore, withoutEdges, wordsAlone } from '../../src/paper/characters.js';

/** Texts with letters, figures and marks of many scripts, halves of characters outside the basic plane among them. */
const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('a', 'Ÿ', '9', '²', 'ª', '×', '÷', 'ß', '–', '’', ' ', '٣', '中', '𝒜', '😀', '\ud835') }));

describe('letters and figures, told by their codes', () => {
  it('are those of Unicode', () => {
    fc.assert(fc.property(text, (t) => {
      for (let i = 0; i < t.length; i++) {
        const character = String.fromCodePoint(t.codePointAt(i)!);
        expect(isWordAt(t, i)).toBe(/[\p{L}\p{N}]/u.test(character));
      }
      expect(beginsInWord(t)).toBe(/^[\p{L}\p{N}]/u.test(t));
      expect(endsInWord(t)).toBe(/[\p{L}\p{N}]$/u.test(t));
      expect(hasLetterOrDigit(t)).toBe(/[\p{L}\p{N}]/u.test(t));
    }));
  });

  it('part a text as the expressions do', () => {
    fc.assert(fc.property(text, (t) => {
      expect(wordsAlone(t)).toBe(t.replace(/[^\p{L}\p{N}]+/gu, ' ').trim());
      expect(withoutEdges(t)).toBe(t.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
    }));
  });

  it('stand at no place outside a text', () => {
    expect([isWordAt('a', 1), isWordBefore('a', 0), beginsInWord(''), endsInWord('')]).toEqual([false, false, false, false]);
  });
});
