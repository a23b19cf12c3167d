import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPriorities, findReferences, locateReferences } from '../../src/values/index.js';

/** [text, references as "type number"] */
const REFERENCES: [string, string[]][] = [
  ['to progress recommendation 11 to the satisfaction of the Panel', ['recommendation 11']],
  ['Recommendation 11 - The Panel asked for more.', ['recommendation 11']],
  ['Recommendation 4 – Concern was raised as referred to in 3.5.7', ['recommendation 4', 'paragraph 3.5.7']],
  ['Recommendation 3: open the hall', ['recommendation 3']],
  ['Recommendations 4, 9 and 10', ['recommendation 4', 'recommendation 9', 'recommendation 10']],
  ['recommendations 1-3', ['recommendation 1', 'recommendation 2', 'recommendation 3']],
  ['recommendations 1 to 3 and 7', ['recommendation 1', 'recommendation 2', 'recommendation 3', 'recommendation 7']],
  ['Recommendations 1 & 2', ['recommendation 1', 'recommendation 2']],
  ['recommendation (a)', ['recommendation a']],
  ['recommendations (a) to (c)', ['recommendation a', 'recommendation b', 'recommendation c']],
  ['recommendation 2(b)', ['recommendation 2(b)']],
  ['Recommendation A', ['recommendation A']],
  ['the information set out on page 17 of the agenda', ['page 17']],
  ['(pages 11 – 84)', ['page 11', 'page 84']],
  ['pp. 3-4', ['page 3', 'page 4']],
  ['see p.17', ['page 17']],
  ['pages 3, 5 and 9', ['page 3', 'page 5', 'page 9']],
  ['Appendix 2', ['appendix 2']],
  ['Appendix A provides a picture', ['appendix A']],
  ['Appendices A and B', ['appendix A', 'appendix B']],
  ['Appendices 1–3', ['appendix 1', 'appendix 2', 'appendix 3']],
  ['Appendix 12.2', ['appendix 12.2']],
  ['(see Appendix 1a)', ['appendix 1a']],
  ['Appendix IV', ['appendix IV']],
  ['paragraph 2', ['paragraph 2']],
  ['(as set out in paragraph 2)', ['paragraph 2']],
  ['paragraphs 2.1 to 2.3', ['paragraph 2.1', 'paragraph 2.2', 'paragraph 2.3']],
  ['paragraphs 2.1, 2.4 and 3', ['paragraph 2.1', 'paragraph 2.4', 'paragraph 3']],
  ['para 4.2.2', ['paragraph 4.2.2']],
  ['paras. 4.2 and 4.3', ['paragraph 4.2', 'paragraph 4.3']],
  ['paragraph 3(a) to (c)', ['paragraph 3(a)', 'paragraph 3(b)', 'paragraph 3(c)']],
  ['paragraph 2.1-2.3', ['paragraph 2.1', 'paragraph 2.2', 'paragraph 2.3']],
  ['set out in paragraph 2.1 above', ['paragraph 2.1']],
  ['set out in 2.1 above', ['paragraph 2.1']],
  ['as described in 4.2', ['paragraph 4.2']],
  ['see 2.1.', ['paragraph 2.1']],
  ['the figures at 3.5.7 are wrong', ['paragraph 3.5.7']],
  ['4.2 above', ['paragraph 4.2']],
  ['Minute 52', ['minute 52']],
  ['(Minute No. 2014/31 refers)', ['minute 2014/31']],
  ['minutes 52 and 53', ['minute 52', 'minute 53']],
  ['Minute CAB.14', ['minute CAB.14']],
  ['decision 24/00108', ['decision 24/00108']],
  ['Decision Number: 24/00115', ['decision 24/00115']],
  ['decision no. 12', ['decision 12']],
  ['Section 4', ['section 4']],
  ['sections 4 and 5 of this report', ['section 4', 'section 5']],
  ['Section 4.2', ['section 4.2']],
  ['Section A of the form', ['section A']],
  ['recommendation 4, page 2, recommendation 4 and Appendix 1', ['recommendation 4', 'page 2', 'appendix 1']],
  ['Recommendations 12 and 3 and section 2', ['recommendation 12', 'recommendation 3', 'section 2']],
  // None of these names a part of a paper.
  ['Recommendation(s): that Cabinet', []],
  ['Page 4 of 54', []],
  ['Sections 14.15 to 14.22 of the Constitution', []],
  ['2.1 million people, rose to 2.1 per cent, in 2.1 million homes', []],
  ['a Section 106 agreement and Section 136 presentations', []],
  ['the Section 151 Officer', []],
  ['section 4 of the Local Freedom Act 2000', []],
  ['paragraph 3 of Part 1 of Schedule 12A of the Local Government Act 1972', []],
  ['a meeting of 10 minutes', []],
  ['lasted 10 minutes 20 seconds', []],
  ['the minutes of 4 July', []],
  ['the minutes 4 July 2010', []],
  ['recommendations I made', []],
  ['the recommendations of the Panel', []],
  ['the decision 12 months ago', []],
  ['a section of the road', []],
  ['in 24.01.12 the', []],
  ['at 10.30 am', []],
  ['page one', []],
  ['Appendix to the report', []],
  ['version 3.5.7', []],
  ['The Chair of the Board', []],
  ['paragraph 2.1% of', []],
  ['', []],
];

describe('findReferences', () => {
  it.each(REFERENCES)('%s', (text, expected) => expect(findReferences(text).map(({ type, number }) => `${type} ${number}`)).toEqual(expected));
  it('keeps places and repeats on request', () => {
    const text = 'Page 4, then page 4 and Recommendations 1, 2.';
    const found = locateReferences(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['4', '4', '1', '2']);
  });
  it('throws nothing, repeats nothing, keeps the order', () => {
    const piece = fc.constantFrom('recommendation', 'Recommendations ', 'page ', 'Appendix ', 'paragraphs ', 'Minute ', 'section ', 'see ', 'in ', '1', '2', '.', ',', ' and ', ' to ', '-', '(a)', 'A', ' ', 'No. ', 'Act', '24/00108', 'above');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 16 }).map((all) => all.join(''))), (text) => {
      const references = findReferences(text);
      expect(findReferences(text)).toEqual(references);
      expect(new Set(references.map(({ type, number }) => `${type} ${number}`)).size).toBe(references.length);
      const places = locateReferences(text);
      for (const [index, { start, end }] of places.entries()) {
        expect(end).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(places[index - 1]?.start ?? 0);
      }
    }), { numRuns: 500 });
  });
});

describe('findPriorities', () => {
  it.each<[string, number[]]>([
    ['Priorities 4, 9 and 10: talks go on', [4, 9, 10]], ['Priority 1: a group was formed', [1]], ['priorities 2-4', [2, 3, 4]], ['Priority areas 1 & 2', [1, 2]], ['priority 2 and priority 7', [2, 7]],
    ['our priorities are many', []], ['priority for 2012', []], ['8 priorities', []], ['', []],
  ])('%s', (text, numbers) => expect(findPriorities(text)).toEqual(numbers));
});
