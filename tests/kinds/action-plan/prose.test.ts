/** Plans written as numbered prose: a label a paragraph, all run in, lists under a label, and what is not such a plan. */
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { paper, recordOf } from '../paper.js';

const planOf = (blocks: Parameters<typeof paper>[0]): ActionPlanRecord => recordOf(paper(blocks), 'action-plan') as unknown as ActionPlanRecord;

describe('a label a paragraph', () => {
  const r = planOf([
    'Westmere Borough Council', 'Response to Recommendations: Markets Review', '4 May 2010',
    'Recommendation 1: That the market stays on the square.', 'Response: Accepted.', 'Action: New stalls will be bought.', 'Lead: Markets Manager', 'By: July 2010', 'Cost: £4,000',
    'Recommendation 2', 'That traders meet the Council twice a year.', 'Action: Meetings will be called.', 'By: Head of Economic Development', 'Timescale: Ongoing',
    'Recommendation 4 – That rents be frozen.', 'Response: Rejected.', 'The budget does not allow it.',
  ]);

  it('gives each action the owner, date and cost that follow it', () => {
    expect(r.recommendations.map((x) => [x.number, x.text])).toEqual([
      ['1', 'That the market stays on the square.'], ['2', 'That traders meet the Council twice a year.'], ['4', 'That rents be frozen.'],
    ]);
    expect(r.recommendations[0]).toMatchObject({
      response: 'Accepted.',
      actions: [{ text: 'New stalls will be bought.', owners: [{ name: 'Markets Manager' }], timescale: { start: '2010-07-01', end: '2010-07-31' }, cost: { amount: 4000 } }],
    });
  });

  it('reads "By" as who where what follows is no time', () => {
    expect(r.recommendations[1]?.actions[0]).toMatchObject({ text: 'Meetings will be called.', ownersText: 'Head of Economic Development', timescale: { ongoing: true } });
  });

  it('keeps all paragraphs of a response, and makes no action of a refusal', () => {
    expect(r.recommendations[2]).toMatchObject({ response: 'Rejected.\n\nThe budget does not allow it.', actions: [] });
  });

  it('reports the number that is missing and loses nothing', () => {
    expect(r.diagnostics.map((d) => d.rule)).toContain('number-skipped');
    expect(r.coverage.unassigned).toEqual([]);
    expect(r.coverage.ratio).toBe(1);
  });
});

describe('other ways to write it', () => {
  it('all in one paragraph', () => {
    const r = planOf([
      'Parks Delivery Plan',
      'Recommendation 1: That paths be mended. Response: Agreed in full. Lead: Parks Manager By: March 2012',
      'Recommendation 2: That dogs be kept on leads. Response: A byelaw will be sought. Lead: Head of Legal Services By: 2012/13',
    ]);
    expect(r.recommendations).toMatchObject([
      { number: '1', text: 'That paths be mended.', response: 'Agreed in full.', actions: [{ ownersText: 'Parks Manager', timescale: { start: '2012-03-01', end: '2012-03-31' } }] },
      { number: '2', text: 'That dogs be kept on leads.', response: 'A byelaw will be sought.', actions: [{ text: 'A byelaw will be sought.', ownersText: 'Head of Legal Services', timescale: { precision: 'financial-year' } }] },
    ]);
    expect(r.coverage.ratio).toBe(1);
  });

  it('a list under "Actions:", with one owner for all', () => {
    const r = planOf(['Buses Improvement Plan', 'Recommendation 7: That shelters be lit.', 'Actions:', '1. Lamps will be ordered.', '2. Posts will be wired.', 'Lead: Transport Officer']);
    expect(r.recommendations[0]?.actions).toMatchObject([
      { number: '1', text: 'Lamps will be ordered.', ownersText: 'Transport Officer' }, { number: '2', text: 'Posts will be wired.', ownersText: 'Transport Officer' },
    ]);
  });

  it('a list in an action is its items', () => {
    const r = planOf(['Buses Improvement Plan', 'Recommendation 7: That shelters be lit.', 'Action: Lamps will be put up at', '(a) Mill Lane', '(b) Fore Street', 'Lead: Transport Officer']);
    expect(r.recommendations[0]?.actions).toMatchObject([{ text: 'Lamps will be put up at', items: [{ number: 'a', text: 'Mill Lane' }, { number: 'b', text: 'Fore Street' }], ownersText: 'Transport Officer' }]);
  });

  it('recommendations without any label are prose', () => {
    expect(planOf(['Review', 'Recommendation 1: That nothing be done.', 'It is best so.']).recommendations).toEqual([]);
  });
});

describe('recommendations that are tracked', () => {
  it('are a plan, with how far each has come', () => {
    const r = recordOf(paper(['Scrutiny Board (Harbours)', 'Inquiry into ferries', 'Recommendation tracking', 'Recommendation 1: That the Director reviews the fares.', 'Position at March 2011: The review is complete.', 'Recommendation 2: That the Director reports each term.', 'Position at March 2011: A report was brought in February.'])) as unknown as ActionPlanRecord;
    expect(r.kind).toBe('action-plan');
    expect(r.recommendations.map((x) => [x.number, x.text, x.actions[0]?.status])).toEqual([
      ['1', 'That the Director reviews the fares.', 'The review is complete.'], ['2', 'That the Director reports each term.', 'A report was brought in February.'],
    ]);
  });
});
