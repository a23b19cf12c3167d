// Tables that recommend and say who and when but have no column of actions, and rows that add up. Invented papers.
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { paper, recordOf, table } from '../paper.js';

const read = (...tables: (readonly (readonly string[])[])[]): ActionPlanRecord => recordOf(paper(['Lanes Council', 'Lamps Action Plan', '4 May 2022', ...tables.map((rows) => table(rows))]), 'action-plan') as unknown as ActionPlanRecord;

describe('a table without a column of actions', () => {
  it('takes what the response says will be done for the action', () => {
    const r = read([['Recommendation', 'Management response', 'Responsible officer', 'Due'], ['1. Light it.', 'Agreed. Lamps will be bought.', 'Head of Lanes', 'June 2022'], ['2. Sweep it.', 'Agreed', 'Head of Parks', 'July 2022'], ['3. Pave it.', 'Not agreed', '', '']]);
    expect(r.recommendations.map((x) => [x.number, x.response, x.actions.map((a) => [a.text, a.ownersText, a.timescale?.start])])).toEqual([
      ['1', 'Agreed. Lamps will be bought.', [['Agreed. Lamps will be bought.', 'Head of Lanes', '2022-06-01']]], ['2', 'Agreed', [['', 'Head of Parks', '2022-07-01']]], ['3', 'Not agreed', []],
    ]);
    expect([r.diagnostics.map((d) => d.rule), r.coverage.ratio]).toEqual([[], 1]);
  });

  it('has the owner and date of the recommendation itself in a tracker, and the day of the meeting is no time of it', () => {
    const r = read([['Date of meeting', 'Recommendation', 'Officer', 'Due', 'Status'], ['12/01/22', 'That lamps be lit.', 'Head of Lanes', '30/06/22', 'Open']]);
    expect(r.recommendations[0]).toMatchObject({ text: 'That lamps be lit.', actions: [{ text: '', ownersText: 'Head of Lanes', timescale: { start: '2022-06-30' }, status: 'Open', other: { 'Date of meeting': '12/01/22' } }] });
  });

  it('leaves values beside an empty cell of actions unplaced, where there is a column for them', () => {
    const r = read([['Recommendation', 'Action', 'Lead', 'By when'], ['1. Light it.', '', 'Head of Lanes', ''], ['2. Sweep it.', 'Brooms.', 'Head of Parks', '']]);
    expect(r.recommendations[0]).toMatchObject({ actions: [], unplaced: [{ field: 'owner', text: 'Head of Lanes' }] });
  });
});

describe('the column of recommendations', () => {
  it.each([['Finding'], ['Theme'], ['Priority area'], ['Issue']])('is that headed so, beside "%s"', (heading) => {
    const r = read([[heading, 'Recommendation', 'Action', 'Lead'], ['Dark lanes', 'Light them.', 'Lamps.', 'Head of Lanes']]);
    expect(r.recommendations[0]).toMatchObject({ text: 'Light them.', actions: [{ text: 'Lamps.', other: { [heading]: 'Dark lanes' } }] });
  });
  it('is the first of those that only say what it is for', () => {
    expect(read([['Theme', 'Objective', 'Action', 'Lead'], ['Light', 'Lanes are lit.', 'Lamps.', 'Head of Lanes']]).recommendations[0]).toMatchObject({ text: 'Light' });
  });
  it('says what needs to improve, beside what will be done', () => {
    expect(read([['What needs to improve', 'What we will do', 'Who', 'By when'], ['Light', 'Lamps.', 'Head of Lanes', 'June 2022']]).recommendations[0]).toMatchObject({ text: 'Light', actions: [{ text: 'Lamps.' }] });
  });
});

describe('a row that adds up', () => {
  const head = ['Ref', 'Action', 'Lead', 'Cost'];
  it('is no action: its sum stands beside none', () => {
    const r = read([head, ['1', 'Lamps.', 'Head of Lanes', '£400'], ['2', 'Posts.', 'Head of Lanes', '£600'], ['', 'Total', '', '£1,000']]);
    expect(r.recommendations[0]?.actions.map((a) => a.text)).toEqual(['Lamps.', 'Posts.']);
    expect(r.recommendations[0]?.unplaced).toMatchObject([{ field: 'cost', text: 'Total £1,000' }]);
    expect([r.coverage.unassigned, r.coverage.ratio]).toEqual([[], 1]);
  });
  it.each([[['3', 'Total ban on lamps', 'Head of Lanes', '£5']], [['3', 'Total', 'Head of Lanes', '£5']], [['3', 'Total', '', 'Officer time']]])('an action of such words is one: %j', (row) => {
    expect(read([head, ['1', 'Lamps.', 'Head of Lanes', '£400'], row]).recommendations[0]?.actions).toHaveLength(2);
  });
});

describe('a start and an end in columns of their own', () => {
  it.each([['Start', 'Complete by'], ['Start date', 'Due date'], ['Start', 'Due']])('%s, %s are one timescale', (from, to) => {
    expect(read([['Action', 'Lead', from, to], ['Lamps.', 'Head of Lanes', 'April 2022', 'June 2022']]).recommendations[0]?.actions[0]?.timescale).toMatchObject({ start: '2022-04-01', end: '2022-06-30', precision: 'range' });
  });
  it('an end alone is a timescale by itself', () => {
    expect(read([['Action', 'Lead', 'Complete by'], ['Lamps.', 'Head of Lanes', 'June 2022']]).recommendations[0]?.actions[0]?.timescale).toMatchObject({ end: '2022-06-30' });
  });
});
