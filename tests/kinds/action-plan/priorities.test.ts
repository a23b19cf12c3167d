/** Plans written as prose under their priorities: labelled actions, labels run in, owner and date in brackets, and what is no such plan. */
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { paper, para, recordOf } from '../paper.js';

const record = (blocks: Parameters<typeof paper>[0]): ActionPlanRecord => recordOf(paper(blocks)) as unknown as ActionPlanRecord;
const actions = (r: ActionPlanRecord): unknown[] => r.recommendations.flatMap((x) => x.actions.map((a) => [a.text, a.ownersText, a.timescale?.text]));

describe('labelled actions under a priority', () => {
  const r = record([
    'Larkmouth Safeguarding Children Partnership', 'Neglect Action Plan 2025-2027', 'This plan says what partners will do to find children who are neglected.',
    'Priority 1: Recognise neglect early', 'Action: Train all front-line staff to use the toolkit.', 'Lead: Workforce Development Manager', 'By when: March 2026', 'Success measure: 90% of staff trained.',
    'Action: Add a page to the website.', 'Lead: Business Manager', 'By when: July 2025',
    'Priority 2: Help families sooner', 'Action: Review the pathway with schools.', 'Lead: Head of Early Help / Designated Nurse', 'By when: Ongoing',
  ]);

  it('are an action plan: a priority is a recommendation, and every action has its own owner and time', () => {
    expect(r.kind).toBe('action-plan');
    expect(r.recommendations.map((x) => [x.number, x.text])).toEqual([['1', 'Recognise neglect early'], ['2', 'Help families sooner']]);
    expect(actions(r)).toEqual([
      ['Train all front-line staff to use the toolkit.', 'Workforce Development Manager', 'March 2026'], ['Add a page to the website.', 'Business Manager', 'July 2025'],
      ['Review the pathway with schools.', 'Head of Early Help / Designated Nurse', 'Ongoing'],
    ]);
    expect(r.recommendations[0]?.actions[0]).toMatchObject({ other: { 'Success measure': '90% of staff trained.' }, timescale: { start: '2026-03-01', end: '2026-03-31' } });
    expect(r.recommendations[1]?.actions[0]?.owners).toHaveLength(2);
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });

  it('may have the action without a label, objectives under priorities, numbers, costs, and who leads on all of it', () => {
    const plan = record([
      'Hadley Town Council', 'Climate Delivery Plan', 'Priority A – Buildings', 'Priority lead: Estates Manager', 'Objective A1: Cut gas use', 'Insulate the town hall roof', 'Owner: Estates Manager', 'Deadline: December 2025', 'Cost: £45,000',
      'Objective A2: Make our own power', 'Put solar panels on the depot', 'Owner: Estates Manager', 'Deadline: March 2027',
      'Priority B – Travel', 'Objective B1: Fewer car journeys', 'Action B1.1: Build a cycle store.', 'Owner: Town Clerk', 'Deadline: TBC',
    ]);
    expect(plan.recommendations.map((x) => [x.group, x.number, x.text])).toEqual([
      ['Priority A – Buildings', 'A1', 'Cut gas use'], ['Priority A – Buildings', 'A2', 'Make our own power'], ['Priority B – Travel', 'B1', 'Fewer car journeys'],
    ]);
    expect(plan.recommendations[0]).toMatchObject({ unplaced: [{ field: 'owner', text: 'Estates Manager' }], actions: [{ cost: { amount: 45000 } }] });
    expect(plan.recommendations[2]?.actions).toMatchObject([{ number: 'B1.1', text: 'Build a cycle store.', timescale: { status: 'to-be-confirmed' } }]);
    expect(plan.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });
});

describe('labels run in behind an action', () => {
  it('are its owner and time', () => {
    const r = record([
      'Dunmere District Council', 'Green Spaces Improvement Plan', 'Priority 1 – Safer parks', '1.1 Replace the lighting on the path. Owner: Parks Manager. Timescale: October 2025.',
      '1.2 Recruit two wardens. Owner: Head of Environment. Timescale: by April 2026.', 'Priority 2 – Wildlife', '2.1 Sow meadows on six verges. Owner: Biodiversity Officer. Timescale: Spring 2026.',
    ]);
    expect(r.kind).toBe('action-plan');
    expect(r.recommendations.flatMap((x) => x.actions.map((a) => [a.number, a.text, a.ownersText, a.timescale?.text]))).toEqual([
      ['1.1', 'Replace the lighting on the path.', 'Parks Manager', 'October 2025'], ['1.2', 'Recruit two wardens.', 'Head of Environment', 'by April 2026'],
      ['2.1', 'Sow meadows on six verges.', 'Biodiversity Officer', 'Spring 2026'],
    ]);
  });
});

describe('owner and date in brackets at the end of an entry', () => {
  const r = record([
    'Larkmouth Council', 'Children and Young People\'s Plan 2025 to 2028', 'Objective 1: Every child is safe', 'We will:',
    '• open two family hubs (Head of Early Help, March 2026)', '• teach the guide in all schools (Lead: Young Carers Coordinator; by: September 2025)', para('starting with the largest', { label: '◦', bullet: true, depth: 1 }),
    '• hear from children in care (Virtual School Head and Head of Corporate Parenting, ongoing);',
    'Objective 2: Every child can play', '• We will rebuild the playground (June 2026 – Head of Parks)', '• We will train play rangers (Play Partners, July 2026)', '• We will mend the swings',
  ]);

  it('are those of the entry', () => {
    expect(r.kind).toBe('action-plan');
    expect(actions(r)).toEqual([
      ['open two family hubs', 'Head of Early Help', 'March 2026'], ['teach the guide in all schools', 'Young Carers Coordinator', 'September 2025'], ['starting with the largest', undefined, undefined],
      ['hear from children in care', 'Virtual School Head and Head of Corporate Parenting', 'ongoing'],
      ['We will rebuild the playground', 'Head of Parks', 'June 2026'], ['We will train play rangers', 'Play Partners', 'July 2026'], ['We will mend the swings', undefined, undefined],
    ]);
    expect(r.recommendations[0]?.actions[3]?.owners.map((o) => o.name)).toEqual(['Virtual School Head', 'Head of Corporate Parenting']);
    expect(r.headings.filter((h) => h.field === 'action').map((h) => h.heading)).toEqual(['We will']);
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });

  it('are no plan where they say where a thing was read, or who counted it', () => {
    const other = record([
      'Larkmouth Council', 'Library Review', 'What we know', '• Visits fell by a third (Library Service, 2024)', '• Loans of books doubled (Sam Green, 2019)', '• Half of visitors are under 16 (Survey Team, May 2023)',
      'Aim 1: More readers', 'We want more people to read.',
    ]);
    expect(other.kind).not.toBe('action-plan');
  });
});
