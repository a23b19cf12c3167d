import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../../src/paper/model.js';
import { forgetPaper, oncePerBlock, remembered } from '../../../src/kinds/shared/remember.js';
import type { Vocabulary } from '../../../src/kinds/shared/vocabulary.js';

const paragraph = (id: number, text: string): Paragraph => ({ type: 'paragraph', id, text, at: { in: 'paragraph', paragraph: 1 } });

describe('what was asked of a block', () => {
  it('is asked once, also where the answer is none', () => {
    let asked = 0;
    const ask = oncePerBlock((p: Paragraph) => { asked++; return p.text === '' ? undefined : p.text.length; });
    const [a, none] = [paragraph(7, 'four'), paragraph(3, '')];
    for (let i = 0; i < 3; i++) expect([ask(a), ask(none)]).toEqual([4, undefined]);
    expect(asked).toBe(2);
  });

  it('is of the block itself, not of another with its number', () => {
    const ask = oncePerBlock((p: Paragraph) => p.text);
    const [a, b] = [paragraph(1, 'one'), paragraph(1, 'other')];
    expect([ask(a), ask(b), ask(a)]).toEqual(['one', 'other', 'one']);
  });

  it('is not kept of blocks that have no place in a paper', () => {
    let asked = 0;
    const ask = oncePerBlock((p: Paragraph) => { asked++; return p.text; });
    for (const id of [-1, 2 ** 30]) expect([ask(paragraph(id, 'x')), ask(paragraph(id, 'y'))]).toEqual(['x', 'y']);
    expect(asked).toBe(4);
  });

  it('is let go of with the paper', () => {
    let asked = 0;
    const ask = oncePerBlock((p: Paragraph) => { asked++; return p.text; });
    const a = paragraph(2, 'x');
    ask(a);
    forgetPaper();
    expect(ask(a)).toBe('x');
    expect(asked).toBe(2);
  });

  it('is kept for each vocabulary', () => {
    const ask = remembered((p: Paragraph, v: Vocabulary) => `${p.text} ${Object.keys(v.words).join()}`);
    const [one, two] = [{ words: { a: [] } }, { words: { b: [] } }] as unknown as [Vocabulary, Vocabulary];
    const p = paragraph(0, 'x');
    expect([ask(p, one), ask(p, two), ask(p, one)]).toEqual(['x a', 'x b', 'x a']);
  });
});
