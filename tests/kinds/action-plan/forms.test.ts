// Plans set as forms, one a recommendation or several in a table: audits print what was found over what is recommended, and dates twice. Invented papers.
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord, Recommendation } from '../../../src/kinds/action-plan/schema.js';
import { paper, recordOf, table } from '../paper.js';

const read = (...forms: (readonly (readonly string[])[])[]): ActionPlanRecord => recordOf(paper(['Lanes Council', 'Lamps Action Plan', '4 May 2022', ...forms.map((rows) => table(rows, 0))]), 'action-plan') as unknown as ActionPlanRecord;
const told = (r: ActionPlanRecord): unknown => r.recommendations.map((x: Recommendation) => [x.number, x.text, x.actions.map((a) => [a.text, a.ownersText, a.status, a.other])]);

describe('a form for a recommendation', () => {
  it('keeps what is found and how it ranks beside the action, whatever comes first', () => {
    const r = read([['Recommendation 1', 'Light the lane.'], ['Priority', 'High', 'Status', 'Open'], ['Finding', 'It is dark.'], ['Agreed management action', 'Lamps will be lit.'], ['Responsible officer', 'Head of Lanes']]);
    expect(told(r)).toEqual([['1', 'Light the lane.', [['Lamps will be lit.', 'Head of Lanes', 'Open', { Priority: 'High', Finding: 'It is dark.' }]]]]);
    expect([r.coverage.unassigned, r.coverage.ratio]).toEqual([[], 1]);
  });

  it('begins with the finding where each has one, and its text is what is recommended', () => {
    const one = (n: string): string[][] => [['Finding', `Lane ${n} is dark.`], ['Recommendation', `Light lane ${n}.`], ['Action', `Lamps for ${n}.`], ['Owner', 'Head of Lanes']];
    expect(told(read([...one('1'), ...one('2')]))).toEqual([
      [undefined, 'Light lane 1.', [['Lamps for 1.', 'Head of Lanes', undefined, { Finding: 'Lane 1 is dark.' }]]], [undefined, 'Light lane 2.', [['Lamps for 2.', 'Head of Lanes', undefined, { Finding: 'Lane 2 is dark.' }]]],
    ]);
  });

  it('begins with its number', () => {
    expect(told(read([['Ref', '7'], ['Recommendation', 'Light it.'], ['Action', 'Lamps.'], ['Lead', 'Head of Lanes']]))).toEqual([['7', 'Light it.', [['Lamps.', 'Head of Lanes', undefined, undefined]]]]);
  });

  it('what stands over several of them is said of the first', () => {
    const r = read([['Directorate', 'Lanes and Parks'], ['Recommendation 1', 'Light it.'], ['Action', 'Lamps.'], ['Lead', 'Head of Lanes'], ['Recommendation 2', 'Sweep it.'], ['Action', 'Brooms.'], ['Lead', 'Head of Parks']]);
    expect(told(r)).toEqual([['1', 'Light it.', [['Lamps.', 'Head of Lanes', undefined, { Directorate: 'Lanes and Parks' }]]], ['2', 'Sweep it.', [['Brooms.', 'Head of Parks', undefined, undefined]]]]);
  });

  it('an aim is the recommendation where nothing else states one', () => {
    expect(told(read([['Aim', 'Lanes are light.'], ['Action', 'Lamps.'], ['Lead', 'Head of Lanes'], ['By when', 'June 2022']]))).toMatchObject([[undefined, 'Lanes are light.', [['Lamps.', 'Head of Lanes', undefined, undefined]]]]);
  });

  it('has the first of two dates for its timescale, and both where they are the ends of one', () => {
    const dates = (...more: string[][]) => read([['Recommendation 1', 'Light it.'], ['Action', 'Lamps.'], ['Lead', 'Head of Lanes'], ...more]).recommendations[0]?.actions[0];
    expect(dates(['Original target date', 'May 2022', 'Revised target date', 'July 2022'])).toMatchObject({ timescale: { text: 'May 2022' }, other: { 'Revised target date': 'July 2022' } });
    expect(dates(['Start date', 'May 2022'], ['End date', 'July 2022'])).toMatchObject({ timescale: { start: '2022-05-01', end: '2022-07-31', precision: 'range' } });
  });

  it('two actions have each what follows them', () => {
    expect(told(read([['Recommendation 1', 'Light it.'], ['Action', 'Lamps.'], ['Lead', 'Head of Lanes'], ['Action', 'Posts.'], ['Lead', 'Head of Parks']]))).toEqual([['1', 'Light it.', [['Lamps.', 'Head of Lanes', undefined, undefined], ['Posts.', 'Head of Parks', undefined, undefined]]]]);
  });

  it('a form of contacts is none', () => {
    expect(read([['Name', 'Tessa Lane'], ['Post', 'Head of Lanes'], ['Telephone', '01632 960111']]).recommendations).toEqual([]);
  });
});
