/** Timescales of which a part no longer stands, or is labelled as an end, and school times that no calendar tells. */
import { describe, expect, it } from 'vitest';
import { readCost, readPeriod } from '../../src/values/index.js';

const read = (text: string) => readPeriod(text, { timescale: true, paperDate: '2031-09-15' });

describe('a date that another has replaced', () => {
  it.each([
    ['Dec 2031 (revised from Sept 2031)', '2031-12-01', '2031-12-31'], ['Original: June 2031 Revised: October 2031', '2031-10-01', '2031-10-31'],
    ['June 2031 – revised to October 2031', '2031-10-01', '2031-10-31'], ['March 2032 (was June 2031)', '2032-03-01', '2032-03-31'], ['30/06/2031 Revised 31/10/2031', '2031-10-31', '2031-10-31'],
  ])('%s', (text, start, end) => expect(read(text).value).toMatchObject({ text, start, end }));
  it.each(['June 2031 and October 2031', 'June 2031; review October 2031', '2031 (revised plan)'])('not in: %s', (text) => expect(read(text).value.start).toBeUndefined());
});

describe('labelled ends', () => {
  it.each(['Start: April 2031 End: March 2032', 'Start date: April 2031, end date: March 2032'])('%s', (text) => {
    expect(read(text).value).toEqual({ text, start: '2031-04-01', end: '2032-03-31', precision: 'range' });
  });
  it('are none where the end comes first, or nothing is labelled', () => {
    expect(read('Start: March 2032 End: April 2031').value.precision).toBeUndefined();
    expect(read('Phase 1: April 2031; Phase 2: March 2032').value.parts).toHaveLength(2);
  });
});

describe('school times', () => {
  it.each(['Summer recess 2032', 'February half term 2032', 'Term 3 2031/32'])('have no dates: %s', (text) => {
    expect(read(text)).toMatchObject({ value: { text }, problem: expect.stringContaining('differ from place to place') as string });
  });
  it.each([['Year 2 (2031/32)', '2031-04-01'], ['14 February 2032 (half term)', '2032-02-14'], ['Short term: March 2032', '2032-03-01']])('but %s has', (text, start) => {
    expect(read(text).value.start).toBe(start);
  });
});

describe('nothing to pay, with a remark', () => {
  it.each(['0', 'Nil – officer time', 'None at this stage', 'No additional costs – officer time', 'Budget neutral'])('%s', (text) => expect(readCost(text)).toEqual({ value: { text, amount: 0, currency: 'GBP' } }));
  it.each(['Existing staff', 'Within existing officer time'])('%s', (text) => expect(readCost(text).value.status).toBe('within-existing-budget'));
  it.each(['None of the grant', 'No costs are known', 'Nil return in 3 years', 'Existing staff of the contractor'])('is not said by: %s', (text) => expect(readCost(text).value).toEqual({ text }));
});
