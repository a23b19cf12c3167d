import { describe, expect, it } from 'vitest';
import { recordOf, paper, table } from '../paper.js';

describe('a column headed with a unit', () => {
  it('gives its unit to bare numbers, and leaves money that says its own', () => {
    const record = recordOf(paper(['# Parks action plan', table([
      ['Action', 'Lead officer', 'Cost (£000)', 'By when'],
      ['Mend the gates of the park', 'Head of Parks', '45', 'May 2012'],
      ['Paint the bandstand in green', 'Head of Parks', '£300', 'June 2012'],
    ])]));
    const costs = (record['recommendations'] as { actions: { cost: { amount: number } }[] }[]).flatMap((r) => r.actions.map((a) => a.cost.amount));
    expect(costs).toEqual([45_000, 300]);
  });
});
