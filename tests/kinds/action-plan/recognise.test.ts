/** What is an action plan, and what only has words of one. */
import { describe, expect, it } from 'vitest';
import { paper, recordOf, table } from '../paper.js';

const kindOf = (blocks: Parameters<typeof paper>[0]): string => recordOf(paper(blocks)).kind;
const ROWS = [['1. That lamps be lit.', 'Lamps will be bought for the four darkest lanes.', 'Head of Highways', '£500', 'May 2009'], ['2. That paths be swept.', 'A sweeper will be hired.', 'Clerk', 'nil', 'Ongoing']];

describe('an action plan', () => {
  it('is known by its table and title', () => {
    expect(kindOf(['Lanes Review: Action Plan', table([['Recommendation', 'Action', 'Lead', 'Cost', 'By when'], ...ROWS])])).toBe('action-plan');
  });
  it('is known by its table alone', () => {
    expect(kindOf(['The Lanes', table([['What the review said', 'What we will do', 'Who will do it', 'Resources', 'When'], ...ROWS])])).toBe('action-plan');
  });
  it('is known when it is written as prose', () => {
    expect(kindOf([
      'Response to Recommendations', 'Recommendation 1: That lamps be lit.', 'Response: Accepted.', 'Lead: Head of Highways', 'By: May 2009',
      'Recommendation 2: That paths be swept.', 'Response: Accepted.', 'Lead: Clerk', 'By: Ongoing',
    ])).toBe('action-plan');
  });
});

describe('other papers with such words', () => {
  it('minutes that list actions are minutes', () => {
    expect(kindOf([
      'Westmere Borough Council', 'Minutes of a meeting of the Lanes Panel held on 4 May 2009 at 6.00 pm', 'Present: Councillors A Brook, C Dale and E Frost', '1. Apologies', 'There were none.',
      '2. Lanes', 'The Panel talked at length of the lanes and of their lamps, and of what should be done about them before the winter.', 'RESOLVED – That lamps be bought.',
      '3. Actions', table([['Action', 'Who', 'When'], ['Buy lamps', 'Clerk', 'June']]), 'The meeting ended at 7.00 pm.',
    ])).toBe('minutes');
  });
  it('accounts, contracts and letters are none', () => {
    expect(kindOf(['Statement of Accounts', table([['Item', 'Budget', 'Actual', 'Variance'], ['Lamps', '£500', '£480', '-£20'], ['Paths', '£200', '£230', '£30']])])).toBe('document');
    expect(kindOf(['Dear Sir', 'I write about the lamps. What action will the Council take, and who is responsible?', 'Yours faithfully', 'A Brook'])).toBe('document');
  });
});
