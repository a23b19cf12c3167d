import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  depthOfNumber, follows, inSequence, type Label, numberToRoman, ordinalOf, readDecisionNumber, readLabel, readMinuteNumber, relationOf, romanToNumber,
} from '../../src/values/index.js';

/** [text, number or "•" for a bullet without number, style, rest] */
const LABELS: [string, string | undefined, string, string][] = [
  ['1. Apologies', '1', 'decimal', 'Apologies'],
  ['1.', '1', 'decimal', ''],
  ['12) Next steps', '12', 'decimal', 'Next steps'],
  ['(3) Scope', '3', 'decimal', 'Scope'],
  ['(3)Scope', '3', 'decimal', 'Scope'],
  ['283. Apologies for Absence', '283', 'decimal', 'Apologies for Absence'],
  ['1.VULNERABLE ADULTS', '1', 'decimal', 'VULNERABLE ADULTS'],
  ['2.1 The Panel met twice.', '2.1', 'multilevel', 'The Panel met twice.'],
  ['2.1. The Panel met twice.', '2.1', 'multilevel', 'The Panel met twice.'],
  ['2.1\tThe Panel met twice.', '2.1', 'multilevel', 'The Panel met twice.'],
  ['4.2.2', '4.2.2', 'multilevel', ''],
  ['4.2.2 carers', '4.2.2', 'multilevel', 'carers'],
  ['2.10 as set out', '2.10', 'multilevel', 'as set out'],
  ['1.0 Introduction', '1.0', 'multilevel', 'Introduction'],
  ['2.1Governance', '2.1', 'multilevel', 'Governance'],
  ['(2.1) Governance', '2.1', 'multilevel', 'Governance'],
  ['2.1) Governance', '2.1', 'multilevel', 'Governance'],
  ['a) Libraries', 'a', 'lower-letter', 'Libraries'],
  ['(a) Libraries', 'a', 'lower-letter', 'Libraries'],
  ['a. Libraries', 'a', 'lower-letter', 'Libraries'],
  ['b.Parks', 'b', 'lower-letter', 'Parks'],
  ['(aa) Tail of a long list', 'aa', 'lower-letter', 'Tail of a long list'],
  ['(A) Libraries', 'A', 'upper-letter', 'Libraries'],
  ['B) Parks', 'B', 'upper-letter', 'Parks'],
  ['C. Museums', 'C', 'upper-letter', 'Museums'],
  ['i. first', 'i', 'lower-roman', 'first'],
  ['iv. fourth', 'iv', 'lower-roman', 'fourth'],
  ['(iv) fourth', 'iv', 'lower-roman', 'fourth'],
  ['iv) fourth', 'iv', 'lower-roman', 'fourth'],
  ['(xxxviii) late', 'xxxviii', 'lower-roman', 'late'],
  ['II. Reports', 'II', 'upper-roman', 'Reports'],
  ['(IV) Reports', 'IV', 'upper-roman', 'Reports'],
  ['2(a) The fee', '2(a)', 'mixed', 'The fee'],
  ['A1. Scope', 'A1', 'mixed', 'Scope'],
  ['A.1 Scope', 'A.1', 'mixed', 'Scope'],
  ['A1.2 Scope', 'A1.2', 'mixed', 'Scope'],
  ['3a) Scope', '3a', 'mixed', 'Scope'],
  ['- 1.1 Text', '1.1', 'multilevel', 'Text'],
  ['- 0-11 year olds', undefined, 'bullet', '0-11 year olds'],
  ['- 12 volunteers', undefined, 'bullet', '12 volunteers'],
  ['• 2.1 million visits', undefined, 'bullet', '2.1 million visits'],
  ['· Be safe', undefined, 'bullet', 'Be safe'],
  ['•Be safe', undefined, 'bullet', 'Be safe'],
  ['- June – Posters', undefined, 'bullet', 'June – Posters'],
  ['– Posters', undefined, 'bullet', 'Posters'],
  ['— Posters', undefined, 'bullet', 'Posters'],
  ['o Posters', undefined, 'bullet', 'Posters'],
  ['* Posters', undefined, 'bullet', 'Posters'],
  ['▪ Posters', undefined, 'bullet', 'Posters'],
  ['\uF0B7 Posters', undefined, 'bullet', 'Posters'],
  ['\uF0A7\tPosters', undefined, 'bullet', 'Posters'],
  ['  •   Posters  ', undefined, 'bullet', 'Posters'],
  ['•', undefined, 'bullet', ''],
  ['- a) Libraries', 'a', 'lower-letter', 'Libraries'],
];

const NO_LABELS = [
  'Recommendation 3: open the hall', '2011-14 plan', '2010 was a dry year', '21st Century skills', '24 January 2012', 'I agree', 'A plan',
  '2.1 million people', '2.1% of homes', '3.5 FTE posts', '10.30 am Registration', '10.00 Registration', '0.5 FTE', '24.01.12', '24.01.2012 Meeting', '1.5m',
  'e.g. schools', 'i.e. schools', 'U.K. policy', '(NHS) staff', '(UK) law', '2010. The year', '-5 degrees', 'often', 'old', '12 volunteers', '3 Members',
  'p. 17', 's. 106 money', 'c. £20,000', '£5', '', ' ', 'mix) it', '(1', '1/ one', '18-25 section', 'A19 improvements', '**bold**', '1,200 homes', '2.1.2010',
  'Vi. Smith', 'did. it', '(Item 3)', '24/00108 - Title', '9.30am start',
];

const RAW: [string, string][] = [
  ['(iv) fourth', '(iv)'], ['- 1.1 Text', '- 1.1'], ['2.1. Text', '2.1.'], ['  a)\tText', 'a)'], ['• Text', '•'], ['1.VULNERABLE', '1.'], ['-  2.1. Text', '-  2.1.'],
];

const label = (text: string): Label => {
  const read = readLabel(text);
  if (read === undefined) throw new Error(`no label in ${text}`);
  return read;
};

describe('readLabel', () => {
  it.each(LABELS)('%s', (text, number, style, rest) => {
    const read = readLabel(text);
    expect({ number: read?.number, style: read?.style, rest: read?.rest }).toEqual({ number, style, rest });
  });
  it.each(NO_LABELS)('no label in "%s"', (text) => expect(readLabel(text)).toBeUndefined());
  it.each(RAW)('%s has raw %s', (text, raw) => expect(label(text).raw).toBe(raw));

  it('leaves "i" and "v" open between roman and letter', () => {
    expect(label('i. one').alternatives).toEqual(['lower-letter']);
    expect(label('V) one').alternatives).toEqual(['upper-letter']);
    expect(label('ii. two').alternatives).toBeUndefined();
    expect(label('c. three').alternatives).toBeUndefined();
  });
  it('doubts an initial', () => {
    expect(label('A. Smith').doubtful).toBe(true);
    expect(label('c. 20 places').doubtful).toBe(true);
    expect(label('A) Smith').doubtful).toBeUndefined();
  });
  it('reads bare numbers on request, in doubt', () => {
    expect(readLabel('1 Introduction', { bare: true })).toMatchObject({ number: '1', rest: 'Introduction', doubtful: true });
    expect(readLabel('4\treasons', { bare: true })).toMatchObject({ number: '4', rest: 'reasons' });
    expect(readLabel('3 – Reasons', { bare: true })).toMatchObject({ number: '3' });
    expect(readLabel('a\tfirst', { bare: true })).toMatchObject({ number: 'a' });
    for (const text of ['24 January 2012', '3 members', '2010 Review', '12', '10 – 12 March']) expect(readLabel(text, { bare: true })).toBeUndefined();
  });
  it('throws nothing, loses nothing, and says the same twice', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read = readLabel(text);
      expect(readLabel(text)).toEqual(read);
      if (read !== undefined) expect((read.raw + read.rest).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    }));
    const piece = fc.constantFrom('1', '.', ')', '(', 'a', 'iv', '-', ' ', '•', 'x', 'A', '2.1', '\t', 'Text', '£', '%');
    fc.assert(fc.property(fc.array(piece, { maxLength: 8 }).map((all) => all.join('')), (text) => {
      const read = readLabel(text, { bare: true });
      if (read !== undefined) expect((read.raw + read.rest).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    }));
  });
});

describe('readMinuteNumber', () => {
  it.each([
    ['52 Apologies', '52', 'Apologies'],
    ['52. Apologies', '52', 'Apologies'],
    ['52', '52', ''],
    ['CAB.14 Apologies', 'CAB.14', 'Apologies'],
    ['CAB14 Apologies', 'CAB14', 'Apologies'],
    ['CAB/14/3 Apologies', 'CAB/14/3', 'Apologies'],
    ['2014/31 Apologies', '2014/31', 'Apologies'],
    ['2014/31. Apologies', '2014/31', 'Apologies'],
    ['12/34 Apologies', '12/34', 'Apologies'],
    ['Minute 52 Apologies', '52', 'Apologies'],
    ['Minute No. 2014/31', '2014/31', ''],
    ['52A. Urgent business', '52A', 'Urgent business'],
    ['3.2 Apologies', '3.2', 'Apologies'],
    ['283.   Apologies for Absence', '283', 'Apologies for Absence'],
    ['52 – Apologies', '52', 'Apologies'],
  ])('%s', (text, number, rest) => expect(readMinuteNumber(text)).toMatchObject({ number, rest }));
  it.each(['24 January 2012', '52 members', '2010 was', '2010 Review', '2010. Review', 'NHS 111 Service', 'Apologies', '', '21st Century', '2.1 million', 'a) one', '1,200 homes', '£52'])(
    'none in "%s"', (text) => expect(readMinuteNumber(text)).toBeUndefined(),
  );
  it('doubts what may be a financial year', () => expect(readMinuteNumber('2014/15 Budget')).toMatchObject({ number: '2014/15', doubtful: true }));
});

describe('readDecisionNumber', () => {
  it.each([
    ['24/00108 - Library charges', '24/00108', 'Library charges'],
    ['24/00108 – Library charges', '24/00108', 'Library charges'],
    ['24/00108', '24/00108', ''],
    ['Decision No: 24/00115', '24/00115', ''],
    ['Decision Number: 24/00115 Libraries', '24/00115', 'Libraries'],
    ['Key decision ref KD1234', 'KD1234', ''],
  ])('%s', (text, number, rest) => expect(readDecisionNumber(text)).toMatchObject({ number, rest }));
  it.each(['24/01/2012 meeting', 'Decision', 'NHS 2020 plan', '2010/2011', 'Libraries', ''])('none in "%s"', (text) => expect(readDecisionNumber(text)).toBeUndefined());
});

describe('sequences', () => {
  it.each<[string, string, string]>([
    ['1. x', '2. x', 'next'], ['1. x', '3. x', 'skip'], ['2. x', '2. x', 'repeat'], ['3. x', '1. x', 'back'], ['1. x', '2) x', 'other'],
    ['2.9 x', '2.10 x', 'next'], ['5.7. x', '5.8 x', 'next'], ['2. x', '2.1 x', 'child'], ['2.1 x', '2.1.1 x', 'child'], ['2.4 x', '3. x', 'up'],
    ['2.4.1 x', '2.5 x', 'up'], ['2.4 x', '3.1 x', 'up'], ['5.10 x', '5.9 x', 'back'], ['5.8 x', '5.8 x', 'repeat'], ['2.1 x', '2.1.3 x', 'skip'],
    ['a) x', 'b) x', 'next'], ['a) x', '(b) x', 'other'], ['h. x', 'i. x', 'next'], ['i. x', 'ii. x', 'next'], ['i. x', 'j. x', 'next'], ['iv. x', 'v. x', 'next'],
    ['(z) x', '(aa) x', 'next'], ['• x', '• y', 'next'], ['• x', '- y', 'other'], ['• x', '1. y', 'other'], ['c) x', 'e) x', 'skip'], ['A1. x', 'A2. x', 'next'],
    ['2(a) x', '2(b) x', 'next'], ['A1. x', 'B2. x', 'other'],
  ])('%s then %s: %s', (first, second, relation) => {
    expect(relationOf(label(first), label(second))).toBe(relation);
    expect(follows(label(first), label(second))).toBe(relation === 'next');
  });
  it('decides "i" by what stands before it', () => {
    expect(inSequence(label('i. x'), label('h. x')).style).toBe('lower-letter');
    expect(inSequence(label('i. x'), label('b. x')).style).toBe('lower-roman');
    expect(inSequence(label('i. x')).style).toBe('lower-roman');
    expect(inSequence(label('v. x'), label('iv. x')).style).toBe('lower-roman');
    expect(inSequence(label('v. x'), label('u. x')).style).toBe('lower-letter');
    expect(inSequence(label('i. x'), label('h. x')).alternatives).toBeUndefined();
    expect(inSequence(label('2. x'), label('1. x')).style).toBe('decimal');
  });
  it('counts depth and ordinals', () => {
    expect(['4.2.2', '4', '2.1.', ''].map(depthOfNumber)).toEqual([3, 1, 2, 0]);
    expect(ordinalOf('2.7', 'multilevel')).toBe(7);
    expect(ordinalOf('aa', 'lower-letter')).toBe(27);
    expect(ordinalOf('C', 'upper-letter')).toBe(3);
    expect(ordinalOf('xiv', 'lower-roman')).toBe(14);
    expect(ordinalOf('x', 'bullet')).toBeUndefined();
    expect(ordinalOf('x', 'decimal')).toBeUndefined();
  });
  it('turns roman numbers both ways', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3999 }), (value) => {
      expect(romanToNumber(numberToRoman(value) ?? '')).toBe(value);
    }));
    for (const wrong of ['', 'iiii', 'vx', 'abc', 'ixi', 'i'.repeat(1000)]) expect(romanToNumber(wrong)).toBeUndefined();
    for (const wrong of [0, -1, 1.5, 4000, NaN]) expect(numberToRoman(wrong)).toBeUndefined();
  });
});
