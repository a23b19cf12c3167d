/** Owner and time in one column, a status that is only a colour, and numbers that go on from row to row. */
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { whoAndWhen } from '../../../src/kinds/action-plan/who-and-when.js';
import { paper, recordOf, table } from '../paper.js';

const record = (blocks: Parameters<typeof paper>[0]): ActionPlanRecord => recordOf(paper(blocks)) as unknown as ActionPlanRecord;

describe('who and when side by side', () => {
  it.each([
    ['Head of Parks, March 2026', 'Head of Parks', 'March 2026'], ['June 2026 – Play Manager', 'Play Manager', 'June 2026'], ['Town Clerk by July 2026', 'Town Clerk', 'by July 2026'],
    ['Virtual School Head and Head of Care, ongoing', 'Virtual School Head and Head of Care', 'ongoing'], ['Sam Green: May 2026', 'Sam Green', 'May 2026'],
  ])('%s', (text, who, when) => {
    expect(whoAndWhen(text)).toMatchObject({ who: { text: who }, when: { text: when } });
  });
  it.each(['Smith, 2019', 'Head of Parks', 'March 2026', 'see the map, March 2026', 'Head of Parks, when funds allow'])('is not said by "%s"', (text) => expect(whoAndWhen(text)).toBeUndefined());
});

describe('a column headed for both', () => {
  it.each(['Lead and timescale', 'By whom / by when', 'Responsible officer & deadline'])('"%s" gives each action its owner and its time', (heading) => {
    const r = record(['Larkmouth Council', 'Food Waste Action Plan', table([['Action', heading], ['Give out caddies', 'Waste Manager|March 2026'], ['Visit schools', 'Recycling Officer, June 2026'], ['Sell bins', 'Waste Manager']])]);
    expect(r.columns.map((c) => [c.heading, c.field])).toEqual([['Action', 'action'], [heading, 'owner']]);
    expect(r.recommendations.flatMap((x) => x.actions.map((a) => [a.text, a.ownersText, a.timescale?.text]))).toEqual([
      ['Give out caddies', 'Waste Manager', 'March 2026'], ['Visit schools', 'Recycling Officer', 'June 2026'], ['Sell bins', 'Waste Manager', undefined],
    ]);
    expect(r.coverage.unassigned).toEqual([]);
  });

  it('guesses nothing where they cannot be told apart', () => {
    const r = record(['Larkmouth Council', 'Food Waste Action Plan', table([['Action', 'Lead and timescale'], ['Give out caddies', 'Waste Manager to start in March 2026 with the Recycling Officer from May 2026']])]);
    expect(r.recommendations[0]?.actions[0]).toMatchObject({ owners: [], ownersText: 'Waste Manager to start in March 2026 with the Recycling Officer from May 2026' });
    expect(r.recommendations[0]?.actions[0]?.timescale).toBeUndefined();
    expect(r.diagnostics.map((d) => d.rule)).toContain('owner-and-time-together');
  });
});

describe('a status that is a colour alone', () => {
  const plan = (colours: readonly (string | undefined)[], banded = false): ActionPlanRecord => {
    const made = table([['Action', 'Lead', 'RAG'], ...colours.map((_, i) => [`Mend bridge ${i + 1}`, 'Head of Roads', ''])]);
    return record(['Larkmouth Council', 'Bridges Action Plan', {
      ...made, cells: made.cells.map((c) => { const colour = colours[c.row - 1]; return c.row > 0 && colour !== undefined && (banded || c.column === 2) ? { ...c, colour } : c; }),
    }]);
  };
  it('is told and left out', () => {
    const r = plan(['00b050', 'ff0000', undefined]);
    expect(r.diagnostics.filter((d) => d.rule === 'status-by-colour').map((d) => d.message)).toEqual(['2 statuses are shown by colour alone.']);
    expect(r.recommendations.flatMap((x) => x.actions).every((a) => a.status === undefined)).toBe(true);
  });
  it.each([['a grey', ['d9d9d9'], false], ['a row of one colour', ['ffff00'], true]] as const)('is not meant by %s', (_, colours, banded) => {
    expect(plan(colours, banded).diagnostics.map((d) => d.rule)).not.toContain('status-by-colour');
  });
});

it('actions that are numbered on from row to row are actions, each with its own owner', () => {
  const r = record(['Larkmouth Council', 'Bridges Action Plan', table([['Action', 'Lead'], ['1. Paint the rails', 'Head of Roads'], ['2. Mend the deck', 'Bridge Engineer']])]);
  expect(r.recommendations.flatMap((x) => x.actions.map((a) => [a.number, a.text, a.ownersText]))).toEqual([['1', 'Paint the rails', 'Head of Roads'], ['2', 'Mend the deck', 'Bridge Engineer']]);
});
