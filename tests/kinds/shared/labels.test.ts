import { describe, expect, it } from 'vitest';
import { afterOpening } from '../../../src/kinds/shared/labels.js';

describe('what follows an opening', () => {
  it('is cut where the opening ends, though folding changes lengths', () => {
    expect(afterOpening('Report of the Clerk', ['report of'])).toBe('the Clerk');
    expect(afterOpening('Of\uFB01cer  responsible: A. Bell', ['officer responsible'])).toBe(': A. Bell');
    expect(afterOpening('Reported by the Clerk', ['report'])).toBeUndefined();
  });
});
