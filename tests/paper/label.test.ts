import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { follows, isFirst, splitLabel } from '../../src/paper/label.js';

const parts = (text: string, known = false): [string, string | undefined, string] | undefined => {
  const s = splitLabel(text, { known });
  return s && [s.label, s.bullet ? undefined : s.number, s.rest];
};

describe('splitLabel', () => {
  it.each([
    ['1. Vision', '1.', '1', 'Vision'],
    ['1.RURAL TRANSPORT GROUP', '1.', '1', 'RURAL TRANSPORT GROUP'],
    ['2.1 The Board met.', '2.1', '2.1', 'The Board met.'],
    ['2.1. The Board met.', '2.1.', '2.1', 'The Board met.'],
    ['4.2.2.\tText', '4.2.2.', '4.2.2', 'Text'],
    ['1.01 Text', '1.01', '1.01', 'Text'],
    ['3.0 Background', '3.0', '3.0', 'Background'],
    ['2.1 note the report', '2.1', '2.1', 'note the report'],
    ['12) Text', '12)', '12', 'Text'],
    ['(12) Text', '(12)', '12', 'Text'],
    ['(a) text', '(a)', 'a', 'text'],
    ['(a)Text', '(a)', 'a', 'Text'],
    ['a) text', 'a)', 'a', 'text'],
    ['a. Reducing waste', 'a.', 'a', 'Reducing waste'],
    ['iv. text', 'iv.', 'iv', 'text'],
    ['(xii) text', '(xii)', 'xii', 'text'],
    ['aa) text', 'aa)', 'aa', 'text'],
    ['B. The second of our aims is this', 'B.', 'B', 'The second of our aims is this'],
    ['1a. text', '1a.', '1a', 'text'],
    ['3(b) text', '3(b)', '3(b)', 'text'],
    ['(a)(ii) text', '(a)(ii)', '(a)(ii)', 'text'],
    ['A.1 Scope', 'A.1', 'A.1', 'Scope'],
    ['R4. Text', 'R4.', 'R4', 'Text'],
    ['12: Text', '12:', '12', 'Text'],
    ['2.', '2.', '2', ''],
    ['(b)', '(b)', 'b', ''],
    ['45 – APOLOGIES', '45 –', '45', 'APOLOGIES'],
    ['- 1.1 Work has begun', '- 1.1', '1.1', 'Work has begun'],
    ['-  (a) Work', '- (a)', 'a', 'Work'],
    ['1. 21st birthday', '1.', '1', '21st birthday'],
    ['10.15 Welcome', '10.15', '10.15', 'Welcome'],
  ])('%s has the label %s', (text, label, number, rest) => {
    expect(parts(text)).toEqual([label, number, rest]);
  });

  it.each([
    ['• Text', '•', 'Text'], ['•Text', '•', 'Text'], ['·  Text', '·', 'Text'], ['\uF0B7 Text', '•', 'Text'],
    ['- Text', '-', 'Text'], [' - Text', '-', 'Text'], ['– text', '–', 'text'], ['* Text', '*', 'Text'], ['o Text', 'o', 'Text'], ['§ Text', '§', 'Text'],
    ['- 5 new homes', '-', '5 new homes'], ['- 1.5 million pounds', '-', '1.5 million pounds'], ['•', '•', ''], ['- 2013-16 plan', '-', '2013-16 plan'],
  ])('%s is a bullet', (text, label, rest) => {
    expect(splitLabel(text)).toEqual({ label, bullet: true, rest });
  });

  it.each([
    '2013-16 plan, with more', '2010 – 2012', '2010/11 accounts', '2014. It should', '4 July 2006', '24 January 2012', '21st century', '£45k for this',
    'A. Smith', 'J. R. Smith, Director', 'A. O’Neill (Chair)', 'A. Smith and B. Jones', 'I agree', 'a new plan', 'e.g. this', 'i.e. that', 'a.m. and p.m.',
    '9.30 am in Committee Room 2', '10.00 Start', '01.02.2012', '1.2.2012', '01.02.12 meeting', '1.5 million pounds', '2.5% of it', '(c) Crown copyright', '(see below)',
    '01632 960001', '020 7946 0000', '-', '–', '*', 'o', '', '   ', '.', '10.5 – 12.5 hours', 'no. 5', 'p.3', 'No) thing', '1st', '3D models', '-5 degrees', '1 Apologies', '**Bold**', "o'clock",
  ])('%j has none', (text) => {
    expect(splitLabel(text)).toBeUndefined();
  });

  it('takes bare numbers and initials where the caller knows that a label stands there', () => {
    expect(parts('1 Apologies for absence', true)).toEqual(['1', '1', 'Apologies for absence']);
    expect(parts('45/24 Minutes', true)).toEqual(['45/24', '45/24', 'Minutes']);
    expect(parts('A. Introduction', true)).toEqual(['A.', 'A', 'Introduction']);
    expect(parts('2 Minutes of the last meeting', true)).toEqual(['2', '2', 'Minutes of the last meeting']);
    expect(splitLabel('20 minutes', { known: true })).toBeUndefined();
    expect(parts('7', true)).toEqual(['7', '7', '']);
    expect(splitLabel('4 July 2006', { known: true })).toBeUndefined();
    expect(splitLabel('3 months', { known: true })).toBeUndefined();
    expect(splitLabel('2010', { known: true })).toBeUndefined();
  });

  it('loses no ink but the gap', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-•(]{0,2} ?[0-9a-vA-C.]{0,6}[.):]{0,2} ?[A-Za-z .]{0,8}$/)), fc.boolean(), (text, known) => {
      const s = splitLabel(text, { known });
      if (!s) return;
      expect(text.endsWith(s.rest)).toBe(true);
      const ink = (t: string): string => t.replace(/\s+/gu, '').replace(/^[\uE000-\uF8FF]/, '•');
      expect(ink(s.label + s.rest)).toBe(ink(text));
    }));
  });
});

describe('follows', () => {
  it.each([['1', '2'], ['9', '10'], ['2.9', '2.10'], ['a', 'b'], ['iv', 'v'], ['viii', 'ix'], ['h', 'i'], ['C', 'D'], ['z', 'aa'], ['3(a)', '3(b)'], ['4.2.2', '4.2.3']])('%s then %s', (a, b) => {
    expect(follows(a, b)).toBe(true);
  });
  it.each([['1', '3'], ['1', '1'], ['1.9', '2.10'], ['a', 'B'], ['iv', 'vi'], ['1', 'b']])('not %s then %s', (a, b) => {
    expect(follows(a, b)).toBe(false);
  });
  it('knows what can begin a list', () => {
    expect(['1', 'a', 'i', '2.1', 'A', '4(a)'].every(isFirst)).toBe(true);
    expect(['2', 'b', 'ii', '2.2'].some(isFirst)).toBe(false);
  });
});
