import { describe, expect, it } from 'vitest';
import * as values from '../../src/values/index.js';

/** Characters of a text that no cell or paragraph has, and that a crafted file may. */
const LONG = 100_000;
/** Milliseconds for one function over one such text. A quadratic one takes minutes; the rest is a slow, busy machine. */
const LIMIT = 1500;

const TEXTS: [string, string][] = [
  'a', ' ', '\n', '1', '1.', '1,', '(', ')', '((1', 'a)', '-', '–', '- ', '/', '£', '£1', '£1,000', '£1 000 ', '1 ', '11 ', '111 ', '0 ', '01632 960001 ', '@', 'a@', 'a.', 'a@b.', '.', ',', '; ', ' and ', 'and ', '& ', 'July ', 'July', '4 ', '4 July ', '4, ',
  '4 and ', 'July/', 'July – ', 'July 2010 – ', 'by ', 'by July ', 'from ', 'to ', 'the ', 'end of ', '2010', '2010/', '2010-', '2010 ', '2010/11 ', '2010/11 and ', 'Q', 'Q2 ', 'w/c ', 'Monday ', 'Act 2004 and ', 'Autumn ', 'Mr ', 'Mr A ', 'Mr Smith ', 'Mr Smith, ', 'Mr Smith and ', 'Cllrs ', 'Cllrs A, ', 'A ', 'A. ',
  'Jane ', 'Jane Doe, ', 'Jane Doe\n', 'Smith', 'OBE ', ', OBE', 'Director ', 'Director of ', 'Director of Finance and ', 'Head of ', 'Board ', 'Board and ', 'of ', '(Chair) ', '(Chair', 'Smith (', 'recommendation ', 'recommendation 1', 'recommendation 1 and ', 'recommendations 1, ', '1, ', 'paragraphs 2.1 to ', 'paragraph 2.1 ', 'see ',
  'in 1.1.1 ', 'page 1-', 'section 1 of ', 'section ', 'Appendix A', 'for ', 'For (1) ', 'for 1 ', 'against ', '1 votes to 1 ', 'motion ', 'motion lost ', 'was ', 'be ', 'be noted ', 'that ', 'RESOLVED ', 'Resolved that ', 'the Board ', 'moved by ', 'proposed ', 'seconded ', 'proposed and ', 'TBC ', 'ongoing ', 'existing ', 'not known ', 'c. ',
  'up to ', 'per ', '10.00 ', '10.00 am ', '10-', '10.00 – ', 'noon ', 'at ', '•', '\u00AD', '\u{1F600}', 'e\u0301', '“', "'", 'i', 'iv', 'x', 'Priority 1, ', 'priorities 1-', 'is asked ', 'Tel: ', 'ext. ', 'minute ', '1 minute ', 'é',
].map((unit) => [unit, unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG)]);

const context = { paperDate: '2010-07-19' };
const FUNCTIONS: [string, (text: string) => unknown][] = [
  ['foldText', values.foldText],
  ['readPeriod', (text) => values.readPeriod(text, context)],
  ['readPeriod in a timescale', (text) => values.readPeriod(text, { ...context, timescale: true })],
  ['findPeriods', (text) => values.findPeriods(text, context)],
  ['leadingPeriod', (text) => values.leadingPeriod(text, context)],
  ['findDates', (text) => values.findDates(text, context)],
  ['findTimes', values.findTimes],
  ['readTime', values.readTime],
  ['readCost', (text) => values.readCost(text, { currency: 'GBP' })],
  ['readCostUnit', values.readCostUnit],
  ['readParty', (text) => values.readParty(text)],
  ['splitParties', (text) => values.splitParties(text)],
  ['readAttendee', (text) => values.readAttendee(text)],
  ['readAttendees', (text) => values.readAttendees(text)],
  ['readLabel', (text) => values.readLabel(text, { bare: true })],
  ['readMinuteNumber', values.readMinuteNumber],
  ['readDecisionNumber', values.readDecisionNumber],
  ['depthOfNumber', values.depthOfNumber],
  ['romanToNumber', values.romanToNumber],
  ['readOutcome', (text) => values.readOutcome(text)],
  ['readVote', (text) => values.readVote(text)],
  ['isCarried', values.isCarried],
  ['readMovers', (text) => values.readMovers(text)],
  ['findReferences', values.findReferences],
  ['findPriorities', values.findPriorities],
  ['findPhones', values.findPhones],
  ['findEmails', values.findEmails],
  ['withoutContacts', values.withoutContacts],
];

describe('texts of 100,000 characters', () => {
  it.each(FUNCTIONS)('%s', (name, read) => {
    const slow: string[] = [];
    for (const [unit, text] of TEXTS) {
      const before = performance.now();
      read(text);
      const took = performance.now() - before;
      if (took > LIMIT) slow.push(`${JSON.stringify(unit)}: ${Math.round(took)} ms`);
    }
    expect(slow, name).toEqual([]);
  }, 240_000);
});
