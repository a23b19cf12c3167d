/** What is not certain in a plan is said, not guessed: costs, times and owners that cannot be read. */
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { paper, recordOf, table } from '../paper.js';

const actionOf = (owner: string, cost: string, when: string, date = '4 May 2009') => {
  const r = recordOf(paper(['Lanes Action Plan', date, table([['Recommendation', 'Action', 'Lead', 'Cost', 'By when'], ['1. Light.', 'Lamps.', owner, cost, when]])]), 'action-plan') as unknown as ActionPlanRecord;
  return { action: r.recommendations[0]?.actions[0], rules: r.diagnostics.map((d) => d.rule) };
};

describe('the values of an action', () => {
  it('are read with what the paper says', () => {
    const { action, rules } = actionOf('Director of Nursing and Clinical Quality / Head of Parks', '£1.25m', 'by end of March 2010');
    expect(action).toMatchObject({
      owners: [{ name: 'Director of Nursing and Clinical Quality', type: 'role' }, { name: 'Head of Parks', type: 'role' }],
      cost: { amount: 1_250_000, currency: 'GBP' }, timescale: { text: 'by end of March 2010', end: '2010-03-31' },
    });
    expect(rules).toEqual([]);
  });
  it('take half-said dates by the date of the plan', () => {
    expect(actionOf('Clerk', '', 'June').action?.timescale).toMatchObject({ start: '2009-06-01', end: '2009-06-30' });
    expect(actionOf('Clerk', '', 'February').action?.timescale).toMatchObject({ start: '2009-02-01' });
    expect(actionOf('Clerk', '', 'March', '4 December 2009').action?.timescale).toMatchObject({ start: '2010-03-01' });
  });
  it('stay as text, with a diagnostic, where they cannot be read', () => {
    const { action, rules } = actionOf('Clerk', 'a good deal', 'when the moon is full');
    expect(action?.cost).toEqual({ text: 'a good deal' });
    expect(action?.timescale).toEqual({ text: 'when the moon is full' });
    expect(rules).toEqual(expect.arrayContaining(['cost-not-read', 'timescale-not-read']));
  });
  it('give no owners, but their text, where the split is not certain', () => {
    const { action, rules } = actionOf('those concerned, or their deputies, as may be', '', '');
    if (action?.owners.length === 0) expect(rules).toContain('owners-not-certain');
    expect(action?.ownersText).toBe('those concerned, or their deputies, as may be');
  });
  it('are left out where the cells are empty', () => {
    expect(Object.keys(actionOf('', '', '').action ?? {})).toEqual(['text', 'owners', 'at']);
  });
});

describe('a start and an end in columns of their own', () => {
  const spans = (...rows: string[][]) => {
    const r = recordOf(paper(['Lanes Action Plan', '4 May 2022', table([['Ref', 'Action', 'Lead', 'Start date', 'End date'], ...rows])]), 'action-plan') as unknown as ActionPlanRecord;
    return { times: r.recommendations.flatMap((x) => x.actions).map((a) => a.timescale), rules: r.diagnostics.map((d) => d.rule), other: r.recommendations[0]?.actions[0]?.other };
  };
  it('are one timescale', () => {
    const { times, rules, other } = spans(['1', 'Lamps.', 'Clerk', 'June 2022', 'Sept 2022'], ['2', 'Signs.', 'Clerk', '01/07/2022', 'Ongoing']);
    expect(times).toEqual([
      { text: 'June 2022 – Sept 2022', start: '2022-06-01', end: '2022-09-30', precision: 'range' },
      { text: '01/07/2022 – Ongoing', start: '2022-07-01', ongoing: true },
    ]);
    expect(rules).toEqual([]);
    expect(other).toBeUndefined();
  });
  it('keep what the start says, and invent no other end', () => {
    const { times, rules } = spans(['1', 'Lamps.', 'Clerk', 'TBC', 'March 2026'], ['2', 'Signs.', 'Clerk', '', 'March 2026'], ['3', 'Kerbs.', 'Clerk', 'April 2025', '']);
    expect(times).toEqual([{ text: 'TBC – March 2026', end: '2026-03-31', status: 'to-be-confirmed' }, { text: 'March 2026', end: '2026-03-31' }, { text: 'April 2025', start: '2025-04-01' }]);
    expect(rules).toEqual([]);
  });
  it('that are the wrong way round have no dates', () => {
    const { times, rules } = spans(['1', 'Lamps.', 'Clerk', 'June 2022', 'May 2021']);
    expect(times).toEqual([{ text: 'June 2022 – May 2021' }]);
    expect(rules).toContain('timescale-not-read');
  });
});

describe('the title over a plan', () => {
  it('names the group, though a line on who leads stands between', () => {
    const r = recordOf(paper(['Lanes Action Plan', '4 May 2022', '# Priority 1: Light', '# Senior responsible officer: Tessa Lane, Head of Roads', table([['Action', 'Lead', 'By when'], ['Lamps.', 'Clerk', 'June 2022']])]), 'action-plan') as unknown as ActionPlanRecord;
    expect(r.recommendations[0]?.group).toBe('Priority 1: Light');
    expect(r.recommendations[0]?.unplaced).toMatchObject([{ field: 'owner', text: 'Senior responsible officer: Tessa Lane, Head of Roads' }]);
  });
});

describe('a column headed “From”', () => {
  const planOf = (heads: string[], ...rows: string[][]) => recordOf(paper(['Lanes Action Plan', '4 May 2022', table([heads, ...rows])]), 'action-plan') as unknown as ActionPlanRecord;
  it('is no time where it holds places', () => {
    const r = planOf(['Task', 'From', 'To', 'Cost'], ['Sweeping', 'Highways', 'Waste', '£45'], ['Trees', 'Parks', 'Highways', '£5']);
    expect(r.recommendations.flatMap((x) => x.actions).map((a) => [a.timescale, a.other])).toEqual([[undefined, { From: 'Highways', To: 'Waste' }], [undefined, { From: 'Parks', To: 'Highways' }]]);
    expect(r.diagnostics).toEqual([]);
  });
  it('is one where it holds dates, and beside its other end', () => {
    expect(planOf(['Task', 'From', 'Lead'], ['Sweeping', 'May 2022', 'Clerk']).recommendations[0]?.actions[0]?.timescale).toMatchObject({ start: '2022-05-01' });
    expect(planOf(['Task', 'Lead', 'Start', 'Finish'], ['Sweeping', 'Clerk', 'May 2022', 'June 2022']).recommendations[0]?.actions[0]?.timescale).toMatchObject({ start: '2022-05-01', end: '2022-06-30', precision: 'range' });
  });
});
