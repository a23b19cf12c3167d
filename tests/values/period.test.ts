import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates, findPeriods, foldText, leadingPeriod, type Period, readDate, readPeriod } from '../../src/values/index.js';

type Expected = Omit<Period, 'text' | 'parts'> & { parts?: Omit<Period, 'parts'>[] };
const day = (date: string): Expected => ({ start: date, end: date, precision: 'day' });
const span = (start: string, end: string, precision: Period['precision']): Expected => ({ start, end, precision });
const end = (date: string, precision: Period['precision']): Expected => ({ end: date, precision });
const start = (date: string, precision: Period['precision']): Expected => ({ start: date, precision });

/** Timescale cells of a paper of 19 July 2010. */
const CELLS: [string, Expected][] = [
  // The contract's own table.
  ['July 2010', span('2010-07-01', '2010-07-31', 'month')],
  ['24 January 2012', day('2012-01-24')],
  ['19th July 2010', day('2010-07-19')],
  ['2010 – 2012', span('2010-01-01', '2012-12-31', 'year')],
  ['2010/11', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['2011/14', span('2011-04-01', '2014-03-31', 'financial-year')],
  ['April 10 – March 11', span('2010-04-01', '2011-03-31', 'range')],
  ['August/September', span('2010-08-01', '2010-09-30', 'range')],
  ['Oct/Nov', span('2010-10-01', '2010-11-30', 'range')],
  ['June', span('2010-06-01', '2010-06-30', 'month')],
  ['by end of February 2012', end('2012-02-29', 'day')],
  ['by July, 06', end('2006-07-31', 'month')],
  ['Ongoing', { ongoing: true }],
  ['TBC', { status: 'to-be-confirmed' }],
  ['to be confirmed', { status: 'to-be-confirmed' }],
  // Single days.
  ['Tuesday 24 January 2012', day('2012-01-24')],
  ['Tuesday, 24th January, 2012.', day('2012-01-24')],
  ['Tues 24 Jan 2012', day('2012-01-24')],
  ['the 4th of July 2011', day('2011-07-04')],
  ['4 JULY 2006', day('2006-07-04')],
  ['24/01/2012', day('2012-01-24')],
  ['24.01.12', day('2012-01-24')],
  ['4/7/06', day('2006-07-04')],
  ['2012-01-24', day('2012-01-24')],
  ['24-Jan-12', day('2012-01-24')],
  ['July 19, 2010', day('2010-07-19')],
  ['on 29 February 2012', day('2012-02-29')],
  ['6 September', day('2010-09-06')],
  ['6th January', day('2010-01-06')],
  // Months.
  ['Sept. 2010', span('2010-09-01', '2010-09-30', 'month')],
  ['Mar 2026', span('2026-03-01', '2026-03-31', 'month')],
  ['July ’10', span('2010-07-01', '2010-07-31', 'month')],
  ['Jul-10', span('2010-07-01', '2010-07-31', 'month')],
  ['07/2010', span('2010-07-01', '2010-07-31', 'month')],
  ['April 10', span('2010-04-01', '2010-04-30', 'month')],
  ['Dec 98', span('1998-12-01', '1998-12-31', 'month')],
  ['Completed July 2010', span('2010-07-01', '2010-07-31', 'month')],
  ['Target: March 2011', span('2011-03-01', '2011-03-31', 'month')],
  ['in March', span('2010-03-01', '2010-03-31', 'month')],
  ['May', span('2010-05-01', '2010-05-31', 'month')],
  // Quarters, seasons, years.
  ['Q2 2011/12', span('2011-07-01', '2011-09-30', 'quarter')],
  ['Quarter 4 (2011/12)', span('2012-01-01', '2012-03-31', 'quarter')],
  ['2011/12 Q1', span('2011-04-01', '2011-06-30', 'quarter')],
  ['third quarter of 2010/11', span('2010-10-01', '2010-12-31', 'quarter')],
  ['Q3', span('2010-10-01', '2010-12-31', 'quarter')],
  ['end Q3', day('2010-12-31')],
  ['Q3 and Q4 2011/12', span('2011-10-01', '2012-03-31', 'range')],
  ['Spring 2011', span('2011-03-01', '2011-05-31', 'season')],
  ['Summer 2011', span('2011-06-01', '2011-08-31', 'season')],
  ['Autumn 2010', span('2010-09-01', '2010-11-30', 'season')],
  ['autumn of 2010', span('2010-09-01', '2010-11-30', 'season')],
  ['Winter 2011', span('2011-12-01', '2012-02-29', 'season')],
  ['Winter 2010/11', span('2010-12-01', '2011-02-28', 'season')],
  ['Summer', span('2010-06-01', '2010-08-31', 'season')],
  ['2028', span('2028-01-01', '2028-12-31', 'year')],
  ['2010-2014', span('2010-01-01', '2014-12-31', 'year')],
  ['2010 to 2012', span('2010-01-01', '2012-12-31', 'year')],
  ['2010-11', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['2010 – 11', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['2013/2014', span('2013-04-01', '2014-03-31', 'financial-year')],
  ['1999/00', span('1999-04-01', '2000-03-31', 'financial-year')],
  ['FY 10/11', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['financial year 2010-11', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['2010/11 financial year', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['2010/11 and 2011/12', span('2010-04-01', '2012-03-31', 'financial-year')],
  ['academic year 2010/11', span('2010-09-01', '2011-08-31', 'range')],
  ['this financial year', span('2010-04-01', '2011-03-31', 'financial-year')],
  ['next financial year', span('2011-04-01', '2012-03-31', 'financial-year')],
  ['second half of 2011', span('2011-07-01', '2011-12-31', 'range')],
  // Weeks and parts of a month.
  ['w/c 4th July', span('2010-07-04', '2010-07-10', 'range')],
  ['w/c 4 July 2011', span('2011-07-04', '2011-07-10', 'range')],
  ['Week commencing Monday 4 July 2011', span('2011-07-04', '2011-07-10', 'range')],
  ['w/e 8 July 2011', span('2011-07-02', '2011-07-08', 'range')],
  ['end of March', day('2010-03-31')],
  ['end March 2011', day('2011-03-31')],
  ['the beginning of April 2011', day('2011-04-01')],
  ['end of 2010/11', day('2011-03-31')],
  ['End of financial year', day('2011-03-31')],
  ['the end of the current financial year', day('2011-03-31')],
  ['w/c 4th and 11th July 2011', span('2011-07-04', '2011-07-17', 'range')],
  // Before, after, from, until.
  ['by July 2010', end('2010-07-31', 'month')],
  ['By 31/03/11', end('2011-03-31', 'day')],
  ['No later than 31st March 2011', end('2011-03-31', 'day')],
  ['31 March 2011 at the latest', end('2011-03-31', 'day')],
  ['by 2014', end('2014-12-31', 'year')],
  ['before the end of March 2011', end('2011-03-31', 'day')],
  ['until March 2011', end('2011-03-31', 'month')],
  ['to March 2011', end('2011-03-31', 'month')],
  ['before July 2010', end('2010-06-30', 'day')],
  ['by Autumn 2010', end('2010-11-30', 'season')],
  ['from April 2010', start('2010-04-01', 'month')],
  ['Commenced in Oct 2009', start('2009-10-01', 'month')],
  ['April 2010 onwards', start('2010-04-01', 'month')],
  ['after 24 January 2012', start('2012-01-25', 'day')],
  ['post April 2010', start('2010-05-01', 'day')],
  ['from April 2010 to March 2011', span('2010-04-01', '2011-03-31', 'range')],
  // Ranges.
  ['between May and July 2010', span('2010-05-01', '2010-07-31', 'range')],
  ['4 July – 6 August 2010', span('2010-07-04', '2010-08-06', 'range')],
  ['4-6 July 2010', span('2010-07-04', '2010-07-06', 'range')],
  ['4th and 5th July 2010', span('2010-07-04', '2010-07-05', 'range')],
  ['24/01/2012 - 31/01/2012', span('2012-01-24', '2012-01-31', 'range')],
  ['Oct-Nov 2010', span('2010-10-01', '2010-11-30', 'range')],
  ['Nov – Feb', span('2010-11-01', '2011-02-28', 'range')],
  ['Dec/Jan 2011', span('2010-12-01', '2011-01-31', 'range')],
  ['Dec 2010 – Feb', span('2010-12-01', '2011-02-28', 'range')],
  ['July and August 2010', span('2010-07-01', '2010-08-31', 'range')],
  ['Spring/Summer 2011', span('2011-03-01', '2011-08-31', 'range')],
  ['2010 – March 2012', span('2010-01-01', '2012-03-31', 'range')],
  // Ongoing, to be confirmed, with dates.
  ['On-going', { ongoing: true }],
  ['Continuous', { ongoing: true }],
  ['June 2010 – ongoing', { start: '2010-06-01', precision: 'month', ongoing: true }],
  ['From July 2010 and ongoing', { start: '2010-07-01', precision: 'month', ongoing: true }],
  ['Ongoing from July 2010', { start: '2010-07-01', precision: 'month', ongoing: true }],
  ['Ongoing to March 2011', { end: '2011-03-31', precision: 'month', ongoing: true }],
  ['July 2010 (TBC)', { ...span('2010-07-01', '2010-07-31', 'month'), status: 'to-be-confirmed' }],
  ['March 2011 tbc', { ...span('2011-03-01', '2011-03-31', 'month'), status: 'to-be-confirmed' }],
  ['T.B.C.', { status: 'to-be-confirmed' }],
  ['Date to be agreed', { status: 'to-be-confirmed' }],
  ['Commenced Oct 09\nCommenced Oct 09'.replace('\n', ' '), start('2009-10-01', 'month')],
];

/** Cells that keep their text and say what is wrong; [text, what else is known, words of the message]. */
const DOUBTFUL: [string, Expected, RegExp][] = [
  ['by the next meeting', {}, /not a time/],
  ['6 weeks from approval', {}, /counted from an event/],
  ['within 3 months of 4 July 2010', {}, /counted from an event/],
  ['18 months', {}, /length of time/],
  ['1-2 years', {}, /length of time/],
  ['Immediate', {}, /not a time/],
  ['Monthly', {}, /not a time/],
  ['N/A', {}, /not a time/],
  ['Easter 2011', {}, /not a time/],
  ['Spring term 2011', {}, /school term/],
  ['31 June 2011', {}, /no 2011-06-31/],
  ['29 February 2011', {}, /no 2011-02-29/],
  ['31/02/2012', {}, /no 2012-02-31/],
  ['March 2010 – January 2010', {}, /ends before it starts/],
  ['2012 – 2010', {}, /ends before it starts/],
  ['Q2 2011', {}, /quarter of a single year/],
  ['municipal year 2010/11', {}, /differ from council to council/],
  ['last week of June 2010', {}, /part of a month/],
  ['w/c 4th & 18th July 2011', {
    parts: [{ text: 'w/c 4th', start: '2011-07-04', end: '2011-07-10', precision: 'range' }, { text: '18th July 2011', start: '2011-07-18', end: '2011-07-24', precision: 'range' }],
  }, /2 times/],
  ['early 2011', {}, /no certain time/],
  ['03/11', {}, /not a time/],
  ['May be delayed', {}, /not a time/],
  ['', {}, /empty/],
  ['Monday 24 January 2012', day('2012-01-24'), /is a Tuesday/],
  ['mid June 2010', span('2010-06-01', '2010-06-30', 'month'), /whole month/],
  ['July 2010?', span('2010-07-01', '2010-07-31', 'month'), /other words/],
  ['Draft plan to Board July 2010', span('2010-07-01', '2010-07-31', 'month'), /other words/],
  ['Ongoing – review July 2010', { ongoing: true }, /review/],
  ['July 2010 and March 2011', {
    parts: [{ text: 'July 2010', start: '2010-07-01', end: '2010-07-31', precision: 'month' }, { text: 'March 2011', start: '2011-03-01', end: '2011-03-31', precision: 'month' }],
  }, /2 times/],
  ['4, 11 and 18 July 2010', {
    parts: [
      { text: '4', start: '2010-07-04', end: '2010-07-04', precision: 'day' },
      { text: '11', start: '2010-07-11', end: '2010-07-11', precision: 'day' },
      { text: '18 July 2010', start: '2010-07-18', end: '2010-07-18', precision: 'day' },
    ],
  }, /3 times/],
  ['Stage 1: July 2010; stage 2: by March 2011', {
    parts: [{ text: 'July 2010', start: '2010-07-01', end: '2010-07-31', precision: 'month' }, { text: 'by March 2011', end: '2011-03-31', precision: 'month' }],
  }, /2 times/],
  ['March 2011 / Ongoing', { parts: [{ text: 'March 2011', start: '2011-03-01', end: '2011-03-31', precision: 'month' }, { text: 'Ongoing', ongoing: true }] }, /2 times/],
];

const PAPER = { paperDate: '2010-07-19', timescale: true };

describe('Welsh months that are also names', () => {
  const cell = (text: string): Period => readPeriod(text, { timescale: true, paperDate: '2025-01-01' }).value as Period;
  it.each(['5 Mai Road 2024', 'Mai Jones 12 2024', 'Medi Evans', '12 Awst Cottages', 'Mai and others'])('no date: "%s"', (text) => {
    expect(findDates(text, { paperDate: '2025-01-01' })).toEqual([]);
    expect(cell(text)).toEqual({ text });
  });
  it('leaves the name before a date alone', () => {
    expect(cell('meet Mai 2 June 2025')).toMatchObject({ start: '2025-06-02', end: '2025-06-02' });
  });
  it.each([['12 Mai', '2025-05-12'], ['12 Mai 2024', '2024-05-12'], ['Medi 2024', '2024-09-01'], ['Awst 12, 2024', '2024-08-12'], ['Medi', '2025-09-01'], ['Gorffennaf', '2025-07-01']])('a date: "%s"', (text, start) => {
    expect(cell(text)).toMatchObject({ start });
  });
});

describe('readPeriod', () => {
  it.each(CELLS)('%s', (text, expected) => expect(readPeriod(text, PAPER)).toEqual({ value: { text, ...expected } }));
  it.each(DOUBTFUL)('%s, in doubt', (text, expected, problem) => {
    const read = readPeriod(text, PAPER);
    expect(read.value).toEqual({ text, ...expected });
    expect(read.problem).toMatch(problem);
  });

  it.each<[string, string, string]>([
    ['2006-07-04', 'January', '2006-01'], ['2006-08-04', 'January', '2007-01'], ['2006-07-04', 'December', '2006-12'], ['2006-12-31', 'June', '2006-06'],
    ['2006-12-31', 'May', '2007-05'], ['2006-01-01', 'December', '2006-12'], ['2006-07-31', 'January', '2006-01'],
  ])('in a paper of %s, %s is %s', (paperDate, text, month) => expect(readPeriod(text, { paperDate, timescale: true }).value.start).toBe(`${month}-01`));
  it.each<[string | undefined, string, string]>([
    ['2006-07-04', 'July 06', '2006'], ['1998-07-04', 'July 06', '2006'], ['1998-07-04', 'July 98', '1998'], ['2049-07-04', 'July 51', '2051'], [undefined, 'July 06', '2006'], [undefined, 'July 98', '1998'],
  ])('in a paper of %s, %s is of %s', (paperDate, text, year) => expect(readPeriod(text, { paperDate, timescale: true }).value.start).toBe(`${year}-07-01`));
  it('takes a verb for no first day, and a noun for one', () => {
    expect(readPeriod('Contracts start in April 2013').value).toMatchObject({ start: '2013-04-01', end: '2013-04-30', precision: 'month' });
    for (const text of ['By end in March 2013', 'Before end in March 2013']) expect(readPeriod(text).value, text).toMatchObject({ end: '2013-03-31', precision: 'day' });
    for (const text of ['April 2012 to end in March 2013', 'April 2012 to the end in March 2013']) expect(readPeriod(text).value, text).toMatchObject({ start: '2012-04-01', end: '2013-03-31', precision: 'range' });
    expect(readPeriod('start of April 2013').value).toMatchObject({ start: '2013-04-01', end: '2013-04-01', precision: 'day' });
    expect(readPeriod('early in April 2013').value.end).toBe(readPeriod('early April 2013').value.end);
  });
  it('needs a year from somewhere', () => {
    expect(readPeriod('June')).toMatchObject({ value: { text: 'June' }, problem: expect.stringMatching(/no year/) as string });
    expect(readPeriod('June').value.start).toBeUndefined();
    expect(readPeriod('June', { paperDate: 'yesterday' }).value.start).toBeUndefined();
  });
  it('folds white space and keeps everything else', () => expect(readPeriod('  July\n 2010. ', PAPER).value.text).toBe('July 2010.'));
});

describe('findPeriods', () => {
  const found = (text: string, paperDate = '2005-10-07'): string[] =>
    findPeriods(text, { paperDate }).map(({ period }) => [period.text, period.start ?? '', period.end ?? ''].join('|'));
  it.each<[string, string[]]>([
    ['The survey will run over a 4 week period, Oct/Nov.', ['Oct/Nov|2005-10-01|2005-11-30']],
    ['Set up a group and implement by July, 06.', ['by July, 06||2006-07-31']],
    ['The board will be in place by April,  2006.', ['by April, 2006||2006-04-30']],
    ['The hall closes by end of February 2012. Work began in September 2011.', ['by end of February 2012||2012-02-29', 'September 2011|2011-09-01|2011-09-30']],
    ['Bids are due on 13 January 2012 and 6 February 2012.', ['13 January 2012|2012-01-13|2012-01-13', '6 February 2012|2012-02-06|2012-02-06']],
    ['Trustees met on the 28 October 2014.', ['28 October 2014|2014-10-28|2014-10-28']],
    ['from April 2010 to March 2011 and in June', ['from April 2010 to March 2011|2010-04-01|2011-03-31', 'June|2011-06-01|2011-06-30']],
    ['The 2011-14 plan and the 2010/11 budget', ['2011-14|2011-04-01|2014-03-31', '2010/11|2010-04-01|2011-03-31']],
    ['until 2014, since 2002', ['until 2014||2014-12-31', 'since 2002|2002-01-01|']],
    ['We started in September.', ['September|2005-09-01|2005-09-30']],
    ['expected in September/October', ['September/October|2005-09-01|2005-10-31']],
    ['w/c 4 July 2011 and the week ending 15 July 2011', ['w/c 4 July 2011|2011-07-04|2011-07-10', 'week ending 15 July 2011|2011-07-09|2011-07-15']],
    ['The library opened (September) late.', ['September|2005-09-01|2005-09-30']],
    ['In autumn 2006 the park reopens.', ['autumn 2006|2006-09-01|2006-11-30']],
    ['On 4 and 5 July 2006', ['4 and 5 July 2006|2006-07-04|2006-07-05']],
    ['The Panel met on July 10.', ['July 10|2006-07-10|2006-07-10'.replace(/2006/g, '2005')]],
    ['There is no 31 June 2011.', ['31 June 2011||']],
    ['held Tuesday, 4 July 2006 at 10.00 am', ['Tuesday, 4 July 2006|2006-07-04|2006-07-04']],
    // None of these is a time.
    ['We may march in step by April Jones.', []],
    ['the Children Act 2004, Minute 2010/11 and section 4.2.10', []],
    ['for 18 months to 2 years', []],
    ['within 3 months of 4 July 2010', []],
    ['the November meeting', []],
    ['SO1, SO6 October', []],
    ['2010 homes, £2011, 1,2012 and 24/00108', []],
    ['0-11 year olds in Area 1', []],
    ['May I ask? March on.', []],
    ['Q1 What is the aim?', []],
    ['the spring of hope, the summer reading challenge', []],
  ])('%s', (text, periods) => expect(found(text)).toEqual(periods));
  it('gives places that fit the text', () => {
    const text = 'First  by July, 06, then w/c 4 July 2011 and July 2010 and March 2011.';
    for (const { period, start, end } of findPeriods(text)) expect(foldText(text.slice(start, end))).toBe(period.text);
  });
});

describe('leadingPeriod', () => {
  it.each<[string, string, string | undefined, string]>([
    ['June – Job descriptions agreed', 'June', '2006-06-01', 'Job descriptions agreed'],
    ['April 2007 – Evaluation', 'April 2007', '2007-04-01', 'Evaluation'],
    ['August/September – Induction', 'August/September', '2006-08-01', 'Induction'],
    ['w/c 4 July: Interviews', 'w/c 4 July', '2006-07-04', 'Interviews'],
    ['24 January 2007: Cabinet', '24 January 2007', '2007-01-24', 'Cabinet'],
    ['June – May be delayed', 'June', '2006-06-01', 'May be delayed'],
    ['September – 4 teams go live', 'September', '2006-09-01', '4 teams go live'],
    ['July 2007 – March 2008 – Pilot', 'July 2007 – March 2008', '2007-07-01', 'Pilot'],
    ['July 2007\tReport', 'July 2007', '2007-07-01', 'Report'],
    ['(June) – Report', 'June', '2006-06-01', 'Report'],
    ['By July – Report', 'By July', undefined, 'Report'],
    ['2007 – Evaluation', '2007', '2007-01-01', 'Evaluation'],
    ['Ongoing – Monitoring', 'Ongoing', undefined, 'Monitoring'],
    ['TBC – Launch', 'TBC', undefined, 'Launch'],
    ['Autumn 2006 - Consultation', 'Autumn 2006', '2006-09-01', 'Consultation'],
  ])('%s', (text, period, start, rest) => {
    const read = leadingPeriod(text, { paperDate: '2006-07-04' });
    expect({ text: read?.period.text, start: read?.period.start, rest: read?.rest }).toEqual({ text: period, start, rest });
  });
  it.each(['July 2010 Report', 'In July 2010, the Panel agreed', 'Q1: Have we read it?', 'Report – July 2010', 'June', '', 'Priority 1: libraries', '12 volunteers – all trained', '10.00 – Coffee'])(
    'none in "%s"', (text) => expect(leadingPeriod(text, { paperDate: '2006-07-04' })).toBeUndefined(),
  );
});

describe('readDate', () => {
  it.each<[string, string | undefined]>([
    ['Tuesday, 24 January 2012', '2012-01-24'], ['4 JULY 2006', '2006-07-04'], ['7th October, 2005.', '2005-10-07'], ['24.01.12', '2012-01-24'], ['24/01/2012', '2012-01-24'],
    ['Thursday, 30th January, 2025, at 10.00 am Ask for:', '2025-01-30'], ['MINUTES of a meeting held in the Old Hall on Thursday, 9 January 2025.', '2025-01-09'],
    ['TOWN CABINET 4 JULY 2006', '2006-07-04'], ['4 & 5 July 2010', '2010-07-04'], ['01 Feb 10', '2010-02-01'], ['Wednesday the 22nd of January 2025', '2025-01-22'], ['2012-01-24', '2012-01-24'],
    ['24–26 January 2012', '2012-01-24'], ['1.4.2010', '2010-04-01'], ['Date: 4/7/06', '2006-07-04'], ['24TH JANUARY 2012', '2012-01-24'],
    ['July 2010', undefined], ['31/02/2012', undefined], ['2012', undefined], ['', undefined], ['Item 4', undefined], ['24/00108', undefined], ['24 January', undefined],
  ])('%s', (text, date) => expect(readDate(text)).toBe(date));
  it('takes a missing year from the paper', () => expect(readDate('Tuesday 24 January', { paperDate: '2012-01-03' })).toBe('2012-01-24'));
  it('finds every date', () => {
    const text = 'Decided 9 January 2025; published 10 January 2025; in force 20/01/2025.';
    const dates = findDates(text);
    expect(dates.map(({ date }) => date)).toEqual(['2025-01-09', '2025-01-10', '2025-01-20']);
    for (const { text: printed, start, end } of dates) expect(text.slice(start, end)).toBe(printed);
  });
});

describe('periods, whatever the text', () => {
  const piece = fc.constantFrom(
    '1', '4', '24', '31', '2010', '2011', '06', '/', '-', '–', ',', '.', ' ', ' to ', ' and ', 'July', 'June ', 'Dec', 'May ', 'by ', 'from ', 'end of ', 'mid-', 'Q2 ', 'Autumn ', 'w/c ', 'th', '’', '(', ')',
    'ongoing', 'TBC', ' FY ', 'Monday ', 'weeks ', ':', '?', 'the ', 'before ', 'until ', 'onwards', 'February ', 'winter ', 'financial year ', 'next ', 'half', 'first ', 'quarter ',
  );
  const strings = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.array(piece, { maxLength: 14 }).map((all) => all.join('')));
  const context = fc.record({ paperDate: fc.constantFrom(undefined, '2010-07-19', '2000-02-29', '1999-12-31', 'not a date', '2010-13-40'), timescale: fc.boolean() });

  const sound = (period: Period): void => {
    for (const date of [period.start, period.end]) {
      if (date !== undefined) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
    }
    if (period.start !== undefined && period.end !== undefined) expect(period.end >= period.start).toBe(true);
    if (period.start !== undefined || period.end !== undefined) expect(period.precision).toBeDefined();
    period.parts?.forEach(sound);
  };

  it('readPeriod throws nothing, keeps the text, never ends before it starts, and says the same twice', () => {
    fc.assert(fc.property(strings, context, (text, given) => {
      const read = readPeriod(text, given);
      expect(read.value.text).toBe(foldText(text));
      sound(read.value);
      const { text: _, ...rest } = read.value;
      if (Object.keys(rest).length === 0) expect(read.problem).toBeDefined();
      expect(readPeriod(text, given)).toEqual(read);
    }), { numRuns: 500 });
  });
  it('findPeriods, leadingPeriod and findDates keep to the text', () => {
    fc.assert(fc.property(strings, context, (text, given) => {
      let last = 0;
      for (const { period, start, end } of findPeriods(text, given)) {
        sound(period);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(period.text).toBe(foldText(text.slice(start, end)));
        last = end;
      }
      for (const { start, end } of findDates(text, given)) expect(end).toBeGreaterThan(start);
      const leading = leadingPeriod(text, given);
      if (leading !== undefined) {
        sound(leading.period);
        expect(text.includes(leading.rest)).toBe(true);
        expect(foldText(text).includes(leading.period.text)).toBe(true);
      }
    }), { numRuns: 500 });
  });
});
