import { describe, expect, it } from 'vitest';
import { readOutcome, readParty, splitParties, withWords } from '../../src/values/index.js';

describe("a council's own words", () => {
  it('hold for the work that they are given to, and no longer', () => {
    const before = readParty('Keeper of the Common');
    const inside = withWords({ parties: { roleNouns: ['keeper'] }, outcomes: { noted: ['behold'] } }, () => ({
      party: readParty('Keeper of the Common'), owners: splitParties('Keeper of the Common / Head of Parks').owners.length, outcome: readOutcome('To behold the report.'),
    }));
    expect(inside).toMatchObject({ party: { type: 'role' }, owners: 2, outcome: 'noted' });
    expect(readParty('Keeper of the Common')).toEqual(before);
    expect(readOutcome('To behold the report.')).not.toBe('noted');
  });

  it('are put back where the work fails', () => {
    expect(() => withWords({ outcomes: { noted: ['behold'] } }, () => { throw new Error('no'); })).toThrow('no');
    expect(readOutcome('To behold the report.')).not.toBe('noted');
  });
});
