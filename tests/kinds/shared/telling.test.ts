import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWording, openingOf } from '../../../src/kinds/shared/openings.js';

const WORDINGS = ['moved by', 'The * agreed', 'The * noted', 'The * NOTED', 'The * resolved', 'the meeting agreed', 'The Chair said', "it's so", 'RESOLVED', '* was carried', 'the vote'];

describe('wordings whose telling words a text lacks', () => {
  const word = fc.constantFrom('The', 'the', 'Board', 'agreed', 'noted', 'NOTED', 'resolved', 'RESOLVED', 'moved', 'by', 'Chair', 'said', 'it’s', "it's", 'so', 'meeting', 'vote', 'was', 'carried', 'unmoved');
  const text = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
  // Looked for one by one, a wording has no others that its list could pass over.
  const alone = (t: string, find: typeof openingOf): number[] => WORDINGS.flatMap((w) => find(t, [w])?.start ?? []);

  it('are found where each of them is found by itself', () => {
    fc.assert(fc.property(text, (t) => {
      expect(findWording(t, WORDINGS)?.start).toBe(alone(t, findWording).sort((a, b) => a - b)[0]);
      expect(openingOf(t, WORDINGS) !== undefined).toBe(alone(t, openingOf).length > 0);
    }));
  });
});
