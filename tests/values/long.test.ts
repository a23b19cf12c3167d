import { describe, expect, it } from 'vitest';
import * as values from '../../src/values/index.js';

/** Characters of a text that no cell or paragraph has, and that a crafted file may. */
const LONG = 100_000;
/** Milliseconds for one function over one such text: a linear one takes a tenth of it, a quadratic one minutes; the rest is for a busy machine. */
const LIMIT = 3000;

const TEXTS: [string, string][] = [
  'a', ' ', '1', '1.', '1,', '(', '((1', '- ', '/', '£1', '£1,000', '£1 000 ', '111 ', '01632 960001 ', '@', 'a@b.', '.', ',', ' and ', 'July ', '4 July ', '4, ', 'July/', 'July 2010 – ', 'by July ', 'end of ', '2010-', '2010/11 and ',
  'Q2 ', 'w/c ', 'Monday ', 'Act 2004 and ', 'Mr ', 'Mr Smith, ', 'Cllrs A, ', 'A. ', 'Jane Doe\n', ', OBE', 'Director of Finance and ', 'Board and ', '(Chair', 'Smith (', 'recommendation 1 and ', 'paragraphs 2.1 to ', 'in 1.1.1 ', 'section 1 of ',
  'For (1) ', '1 votes to 1 ', 'motion ', 'be noted ', 'Resolved that ', 'moved by ', 'proposed and ', 'TBC ', 'existing ', 'c. ', '10.00 am ', '10.00 – ', '•', '\u00AD', '\u{1F600}', "'", 'i', 'priorities 1-', 'Tel: ', '1 minute ',
].map((unit) => [unit, unit.repeat(Math.ceil(LONG / unit.length)).slice(0, LONG)]);

const context = { paperDate: '2010-07-19' };
const FUNCTIONS: [string, (text: string) => unknown][] = [
  ['readPeriod', (text) => values.readPeriod(text, context)],
  ['findPeriods', (text) => values.findPeriods(text, context)],
  ['leadingPeriod', (text) => values.leadingPeriod(text, context)],
  ['findDates', (text) => values.findDates(text, context)],
  ['findTimes', values.findTimes],
  ['readCost', (text) => values.readCost(text, { currency: 'GBP' })],
  ['readParty', (text) => values.readParty(text)],
  ['splitParties', (text) => values.splitParties(text)],
  ['readAttendee', (text) => values.readAttendee(text)],
  ['readAttendees', (text) => values.readAttendees(text)],
  ['readLabel', (text) => values.readLabel(text, { bare: true })],
  ['readMinuteNumber', values.readMinuteNumber],
  ['readDecisionNumber', values.readDecisionNumber],
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
