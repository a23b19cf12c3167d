/** Plans in tables: rows to recommendations and actions, numbers, bands, merged cells, several plans, what cannot be placed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import type { Cell, Table } from '../../../src/paper/model.js';
import { inkLength } from '../../../src/paper/text.js';
import { paper, para, recordOf, table } from '../paper.js';

const planOf = (blocks: Parameters<typeof paper>[0]): ActionPlanRecord => recordOf(paper(blocks), 'action-plan') as unknown as ActionPlanRecord;
const HEADINGS = ['Recommendation', 'Action', 'Lead', 'Cost', 'By when'];

/** Everything accounted for, once. */
function balance(r: ActionPlanRecord): void {
  const set = [...r.coverage.unassigned, ...r.coverage.furniture, ...r.coverage.hidden].reduce((n, f) => n + inkLength(f.text), 0);
  expect(r.coverage.captured + set).toBe(r.coverage.characters);
}

describe('the head', () => {
  it('joins a bare "Action plan" to the body whose plan it is', () => {
    const r = planOf(['Allotments Review Panel', 'ACTION PLAN', '3 June 2008', table([HEADINGS, ['1. Dig.', 'Spades.', 'Clerk', '£5', '2009']])]);
    expect(r).toMatchObject({ title: 'Allotments Review Panel ACTION PLAN', body: 'Allotments Review Panel', date: '2008-06-03' });
  });
  it('parts council, committee and a title that says more', () => {
    const r = planOf(['Westmere Borough Council', 'Allotments Review Panel', 'Allotments: Implementation Plan', table([HEADINGS, ['1. Dig.', 'Spades.', 'Clerk', '£5', '2009']])]);
    expect(r).toMatchObject({ title: 'Allotments: Implementation Plan', organisation: 'Westmere Borough Council', body: 'Allotments Review Panel' });
  });
  it('reads whose plan it is under the title, and keeps the month as it stands', () => {
    const r = planOf(['Ageing Well: Delivery Plan', 'Older People’s Partnership Board', 'January 2014', table([HEADINGS, ['1. Visit.', 'Visits.', 'Clerk', '£5', 'June']])]);
    expect(r).toMatchObject({ title: 'Ageing Well: Delivery Plan', body: 'Older People’s Partnership Board', introduction: [{ text: 'January 2014' }] });
    expect(r.recommendations[0]?.actions[0]?.timescale).toMatchObject({ start: '2014-06-01', end: '2014-06-30' });
  });
});

describe('what stands beside the title', () => {
  const rows = table([HEADINGS, ['1. Dig.', 'Spades.', 'Clerk', '£5', 'June']]);
  const head = (...blocks: Parameters<typeof paper>[0]) => planOf([...blocks, rows]);

  it('is no part of it where it is a slogan or a caption', () => {
    expect(head(para('Working together for greener streets', { italic: true }), 'Allotments: Implementation Plan', '3 June 2008')).toMatchObject({ title: 'Allotments: Implementation Plan', introduction: [{ text: 'Working together for greener streets' }] });
    expect(head('“Dig for all”', 'Westmere Borough Council', 'Allotments: Implementation Plan')).toMatchObject({ title: 'Allotments: Implementation Plan', organisation: 'Westmere Borough Council', introduction: [{ text: '“Dig for all”' }] });
    expect(head('A place to grow', 'Westmere Borough Council', 'Allotments: Implementation Plan')).toMatchObject({ title: 'Allotments: Implementation Plan', organisation: 'Westmere Borough Council' });
    const captioned = head('APPENDIX 2', 'Westmere Borough Council', 'Allotments: Implementation Plan');
    expect(captioned).toMatchObject({ title: 'Allotments: Implementation Plan', organisation: 'Westmere Borough Council', introduction: [] });
    balance(captioned);
  });
  it('is a line of it where it has the title’s own face', () => {
    expect(head('Improving plots for new growers', 'Action Plan', '3 June 2008')).toMatchObject({ title: 'Improving plots for new growers Action Plan' });
    expect(head('Appendix to the Review of Allotments', 'Action Plan')).toMatchObject({ title: 'Appendix to the Review of Allotments Action Plan' });
  });
  it('parts a month from the council that stands before it, and names councils with their health board', () => {
    const r = head('Allotments: Action Plan', 'Westmere City Council, March 2014');
    expect(r).toMatchObject({ organisation: 'Westmere City Council' });
    expect(r.recommendations[0]?.actions[0]?.timescale).toMatchObject({ start: '2014-06-01' });
    expect(head('Growing Well: Delivery Plan', 'Westmere Council and NHS Westmere Integrated Care Board')).toMatchObject({ organisation: 'Westmere Council and NHS Westmere Integrated Care Board' });
  });
  it('is no body where it only says who answers', () => {
    const r = head('Cabinet Response to the Review of Allotments', 'Lead Cabinet Member: Ann Lyle, Environment');
    expect(r).toMatchObject({ title: 'Cabinet Response to the Review of Allotments' });
    expect(r.body).toBeUndefined();
  });
  it('is the body where the title names a plan of another sort', () => {
    expect(head('Westmere Safeguarding Adults Board', 'Business Plan 2022–2025')).toMatchObject({ title: 'Business Plan 2022–2025', body: 'Westmere Safeguarding Adults Board' });
  });
});

describe('bands that a reader takes for headings', () => {
  const cell = (row: number, column: number, text: string, columnSpan = 1): Cell => ({ row, column, rowSpan: 1, columnSpan, at: { in: 'lines', from: 1, to: 1 }, blocks: text === '' ? [] : [para(text)] });
  const rowOf = (row: number, texts: readonly string[]): Cell[] => texts.map((text, c) => cell(row, c, text));
  const plan = (headerRows: number, cells: readonly Cell[][]): Table => ({ ...table([], 0), headerRows, rows: cells.length, columns: 3, cells: cells.flat() });

  it.each([1, 2, 3])('one under the headings names the rows after it, with %i heading rows marked', (marked) => {
    const r = planOf([plan(marked, [rowOf(0, ['What we will do', 'Lead', 'By when']), [cell(1, 0, 'Quieter streets for walking', 3)], rowOf(2, ['Lay kerbs.', 'Engineer', '2031']), [cell(3, 0, 'Cleaner water', 3)], rowOf(4, ['Dig ponds.', 'Ranger', '2032'])])]);
    expect(r.recommendations.map((g) => [g.group, g.actions.map((a) => a.text)])).toEqual([['Quieter streets for walking', ['Lay kerbs.']], ['Cleaner water', ['Dig ponds.']]]);
    balance(r);
  });

  it('one over the headings names all rows', () => {
    const r = planOf([plan(2, [[cell(0, 0, 'Priority one: the river', 3)], rowOf(1, ['What we will do', 'Lead', 'By when']), rowOf(2, ['Dig ponds.', 'Ranger', '2032'])])]);
    expect(r.columns?.map((c) => c.heading)).toEqual(['What we will do', 'Lead', 'By when']);
    expect(r.recommendations.map((g) => g.group)).toEqual(['Priority one: the river']);
    balance(r);
  });

  it('headings one over the other over the other are all kept', () => {
    const r = planOf([plan(3, [[cell(0, 0, 'Work'), cell(0, 1, 'Delivery', 2)], [cell(1, 0, ''), cell(1, 1, 'Phase one', 2)], rowOf(2, ['What we will do', 'Lead', 'By when']), rowOf(3, ['Dig ponds.', 'Ranger', '2032'])])]);
    expect(r.columns?.map((c) => [c.group, c.heading])).toEqual([['Work', 'What we will do'], ['Delivery – Phase one', 'Lead'], ['Delivery – Phase one', 'By when']]);
    balance(r);
  });
});

describe('bands that no merged cell shows', () => {
  const groups = (rows: string[][], head = ['Objective', 'Action', 'Lead', 'By when']) => planOf([table([head, ...rows])]).recommendations.map((g) => [g.group, g.number, g.text]);
  it('are known by capitals, by their number, or by having none', () => {
    expect(groups([['STARTING WELL', '', '', ''], ['1. Warm rooms', 'Heat.', 'Clerk', '2031'], ['AGEING WELL', '', '', ''], ['2. Dry rooms', 'Mop.', 'Clerk', '2032']])).toEqual([['STARTING WELL', '1', 'Warm rooms'], ['AGEING WELL', '2', 'Dry rooms']]);
    expect(groups([['Priority 1: The house', '', '', ''], ['Warm rooms', 'Heat.', 'Clerk', '2031']])).toEqual([['Priority 1: The house', undefined, 'Warm rooms']]);
    expect(groups([['The house', '', '', ''], ['1. Warm rooms', 'Heat.', 'Clerk', '2031'], ['2. Dry rooms', 'Mop.', 'Clerk', '2032']])).toEqual([['The house', '1', 'Warm rooms'], ['The house', '2', 'Dry rooms']]);
    expect(groups([['Outcome 1: rooms are warm', '', '', ''], ['1.1', 'Heat.', 'Clerk', '2031']], ['Ref', 'Action', 'Lead', 'By when'])).toEqual([['Outcome 1: rooms are warm', undefined, '']]);
  });
  it('may state the recommendation that the rows are for', () => {
    const r = planOf([table([['Proposed action', 'Lead', 'By when'], ['Recommendation 1: That the rooms be warm, and the halls.', '', ''], ['1.1 Heat.', 'Clerk', '2031'], ['Recommendation 2: That they be dry.', '', ''], ['2.1 Mop.', 'Clerk', '2032']])]);
    expect(r.recommendations.map((g) => [g.number, g.text, g.actions.length])).toEqual([['1', 'That the rooms be warm, and the halls.', 1], ['2', 'That they be dry.', 1]]);
    balance(r);
  });
  it('are none where the row is an entry of its column', () => {
    expect(groups([['1. Warm rooms', '', '', ''], ['2. Dry rooms', 'Mop.', 'Clerk', '2032']])).toEqual([[undefined, '1', 'Warm rooms'], [undefined, '2', 'Dry rooms']]);
    expect(groups([['Warm rooms', '', '', ''], ['Dry rooms', 'Mop.', 'Clerk', '2032']])).toEqual([[undefined, undefined, 'Warm rooms'], [undefined, undefined, 'Dry rooms']]);
    expect(groups([['WARM ROOMS', '', '', ''], ['', 'Mop.', 'Clerk', '2032']])).toEqual([[undefined, undefined, 'WARM ROOMS']]);
  });
});

describe('the title over a plan without recommendations', () => {
  const plan = table([['What we will do', 'Lead', 'By when'], ['Heat.', 'Clerk', '2031']]);
  it('may be a line that is no heading, and is never one that says nothing of the rows', () => {
    expect(planOf(['House Action Plan', '# Introduction', 'It is cold.', 'Area of significant weakness 1: The rooms are cold all through the winter and nobody has mended the stove', 'Responsible officer: Ann Lyle, Clerk', plan]).recommendations[0]?.group).toMatch(/^Area of significant weakness 1/);
    expect(planOf(['House Action Plan', '# Introduction', plan]).recommendations[0]?.group).toBeUndefined();
    expect(planOf(['House Action Plan', '# Warmer rooms', 'We looked at area 1 first.', plan]).recommendations[0]?.group).toBe('Warmer rooms');
  });
});

describe('rows', () => {
  it('a cell of three actions yields three, each with what stands beside it', () => {
    const r = planOf([table([HEADINGS, ['1. That paths be lit.', 'Lamps will be bought.|Posts will be set.|Wires will be laid.', 'Clerk|Surveyor|Engineer', '£5|£6|nil', 'May 2009|2009/10|Ongoing']])]);
    expect(r.recommendations).toHaveLength(1);
    expect(r.recommendations[0]?.actions.map((a) => [a.text, a.ownersText, a.cost?.amount, a.timescale?.text])).toEqual([
      ['Lamps will be bought.', 'Clerk', 5, 'May 2009'], ['Posts will be set.', 'Surveyor', 6, '2009/10'], ['Wires will be laid.', 'Engineer', 0, 'Ongoing'],
    ]);
    balance(r);
  });

  it('a row with an empty recommendation goes on with the one above', () => {
    const r = planOf([table([HEADINGS, ['1. Light.', 'Lamps.', 'Clerk', '', ''], ['', 'Posts.', 'Surveyor', '', ''], ['2. Sweep.', 'Brooms.', 'Clerk', '', '']])]);
    expect(r.recommendations.map((x) => [x.number, x.actions.map((a) => a.text)])).toEqual([['1', ['Lamps.', 'Posts.']], ['2', ['Brooms.']]]);
  });

  it('rows whose recommendation is not in the paper are said to continue one', () => {
    const r = planOf([table([HEADINGS, ['', 'Posts.', 'Surveyor', '', ''], ['5. Sweep.', 'Brooms.', 'Clerk', '', '']])]);
    expect(r.recommendations[0]).toMatchObject({ text: '', continued: true, actions: [{ text: 'Posts.' }] });
    expect(r.recommendations[0]).not.toHaveProperty('number');
    expect(r.diagnostics.map((d) => d.rule)).toContain('recommendation-continued');
  });

  it('values that outnumber the actions are not guessed at', () => {
    const r = planOf([table([HEADINGS, ['1. Light.', 'Lamps.|Posts.', 'Clerk|Surveyor|Engineer', '', '']])]);
    expect(r.recommendations[0]?.actions.every((a) => a.owners.length === 0)).toBe(true);
    expect(r.recommendations[0]?.unplaced).toMatchObject([{ field: 'owner' }]);
    expect(r.diagnostics.map((d) => d.rule)).toContain('value-beside-no-action');
    balance(r);
  });

  it('a lettered list inside an action is its items', () => {
    const r = planOf([table([HEADINGS, ['1. Light.', 'Lamps will be put at:|(a) Mill Lane;|(b) Fore Street.', 'Clerk', '', '']])]);
    expect(r.recommendations[0]?.actions).toMatchObject([{ text: 'Lamps will be put at:', items: [{ number: 'a' }, { number: 'b' }], ownersText: 'Clerk' }]);
  });

  it('cells of columns without a field go to `other`, a response to the recommendation', () => {
    const r = planOf([table([['Recommendation', 'Executive response', 'Action', 'Lead', 'Links to strategy'], ['1. Light.', 'Agreed.', 'Lamps.', 'Clerk', 'Safer streets']])]);
    expect(r.recommendations[0]).toMatchObject({ response: 'Agreed.', actions: [{ other: { 'Links to strategy': 'Safer streets' } }] });
  });
});

describe('numbers', () => {
  it('from a column of their own', () => {
    const r = planOf([table([['No.', ...HEADINGS], ['1', 'Light.', 'Lamps.', 'Clerk', '', ''], ['2', 'Sweep.', 'Brooms.', 'Clerk', '', '']])]);
    expect(r.recommendations.map((x) => [x.number, x.text])).toEqual([['1', 'Light.'], ['2', 'Sweep.']]);
  });
  it('of actions, where the column stands beside them', () => {
    const r = planOf([table([['Recommendation', 'Ref', 'Action', 'Lead'], ['Light.', '1.1', 'Lamps.', 'Clerk'], ['', '1.2', 'Posts.', 'Clerk']])]);
    expect(r.recommendations).toHaveLength(1);
    expect(r.recommendations[0]?.actions.map((a) => a.number)).toEqual(['1.1', '1.2']);
  });
  it('skipped and repeated ones stay, with a diagnostic', () => {
    const r = planOf([table([HEADINGS, ['1. A.', 'B.', '', '', ''], ['3. C.', 'D.', '', '', ''], ['3. E.', 'F.', '', '', '']])]);
    expect(r.recommendations.map((x) => x.number)).toEqual(['1', '3', '3']);
    expect(r.diagnostics.map((d) => d.rule)).toEqual(expect.arrayContaining(['number-skipped', 'number-repeated']));
  });
});

describe('bands and several plans', () => {
  const cell = (row: number, column: number, text: string, more: Partial<Cell> = {}): Cell => ({ row, column, rowSpan: 1, columnSpan: 1, at: { in: 'lines', from: 1, to: 1 }, blocks: text === '' ? [] : [para(text)], ...more });

  it('a band over a plan without recommendations is the group of those under it', () => {
    const plan: Table = { ...table([], 0), headerRows: 1, rows: 5, columns: 3, cells: [
      cell(0, 0, 'What we will do'), cell(0, 1, 'Who'), cell(0, 2, 'When'),
      cell(1, 0, 'Aim 1: Warm homes', { columnSpan: 3 }), cell(2, 0, 'Lag lofts.'), cell(2, 1, 'Surveyor'), cell(2, 2, '2010'),
      cell(3, 0, 'Aim 2: Safe homes', { columnSpan: 3 }), cell(4, 0, 'Fit locks.'), cell(4, 1, 'Warden'), cell(4, 2, '2011'),
    ] };
    const r = planOf([plan]);
    expect(r.recommendations).toMatchObject([
      { group: 'Aim 1: Warm homes', text: '', actions: [{ text: 'Lag lofts.' }] }, { group: 'Aim 2: Safe homes', text: '', actions: [{ text: 'Fit locks.' }] },
    ]);
    balance(r);
  });

  it('an owner merged over two rows is that of both actions', () => {
    const plan: Table = { ...table([], 0), headerRows: 1, rows: 3, columns: 2, cells: [
      cell(0, 0, 'Action'), cell(0, 1, 'Lead officer'), cell(1, 0, 'Lag lofts.'), cell(1, 1, 'Surveyor', { rowSpan: 2 }), cell(2, 0, 'Fit locks.'),
    ] };
    expect(planOf([plan]).recommendations[0]?.actions.map((a) => a.ownersText)).toEqual(['Surveyor', 'Surveyor']);
  });

  it('plans under titles of their own are groups, and their numbers may begin again', () => {
    const rows = [HEADINGS, ['1. A.', 'B.', 'Clerk', '', ''], ['2. C.', 'D.', 'Clerk', '', '']];
    const r = planOf(['Joint Action Plan', '# Housing', table(rows), '# Parks', table(rows)]);
    expect(r.recommendations.map((x) => [x.group, x.number])).toEqual([['Housing', '1'], ['Housing', '2'], ['Parks', '1'], ['Parks', '2']]);
    expect(r.diagnostics.map((d) => d.rule)).not.toContain('number-repeated');
    expect(r.columns).toHaveLength(5);
    balance(r);
  });

  it('a table of indicators is no plan', () => {
    const r = planOf(['Warmth Action Plan', table([HEADINGS, ['1. A.', 'B.', '', '', '']]), '# How we will know', table([['Performance indicator', 'By when', 'Progress'], ['Lofts lagged', 'March 2010', '17']])]);
    expect(r.indicators).toMatchObject([{ text: 'Lofts lagged', timescale: { start: '2010-03-01' }, progress: '17' }]);
    expect(r.recommendations).toHaveLength(1);
  });
});

describe('any table', () => {
  it('is read without a throw, and every character is accounted for once', () => {
    const text = fc.constantFrom('', '1. That it be done.', 'Do it.', 'Clerk|Head of Parks', '£5', '£5|nil|TBC', 'May 2009', 'Ongoing|2010', '(a) one|(b) two', 'Recommendation', 'Action');
    const row = fc.array(text, { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
      balance(planOf(['Some Action Plan', table([HEADINGS, ...rows]), 'A last word.']));
    }), { numRuns: 100 });
  });
});

describe('plans in other shapes', () => {
  it('a form with labels in the first column', () => {
    const r = planOf(['Lanes Action Plan', table([
      ['Recommendation 1', 'That lanes be lit.'], ['Response', 'Accepted.'], ['Action', 'Lamps will be bought.'], ['Lead officer', 'Engineer'], ['By when', 'May 2009'],
      ['Recommendation 2', 'That paths be swept.'], ['Response', 'Accepted.'], ['Action', 'A sweeper will be hired.|Brooms will be bought.'], ['Lead officer', 'Clerk'], ['By when', 'Ongoing'],
    ], 0)]);
    expect(r.recommendations).toMatchObject([
      { number: '1', text: 'That lanes be lit.', response: 'Accepted.', actions: [{ text: 'Lamps will be bought.', ownersText: 'Engineer', timescale: { start: '2009-05-01' } }] },
      { number: '2', text: 'That paths be swept.', actions: [{ text: 'A sweeper will be hired.', ownersText: 'Clerk' }, { text: 'Brooms will be bought.', ownersText: 'Clerk', timescale: { ongoing: true } }] },
    ]);
    expect(r.coverage.ratio).toBe(1);
    balance(r);
  });

  it('a form with two labels in a row', () => {
    const r = planOf(['Lanes Action Plan', table([
      ['Recommendation', '3. That lanes be lit.', '', ''], ['Action', 'Lamps will be bought.', '', ''], ['Lead', 'Engineer', 'By when', 'May 2009'],
    ], 0)]);
    expect(r.recommendations).toMatchObject([{ number: '3', text: 'That lanes be lit.', actions: [{ text: 'Lamps will be bought.', ownersText: 'Engineer', timescale: { start: '2009-05-01' } }] }]);
  });

  it('a table for each recommendation, which stands above it', () => {
    const rows = (action: string) => table([['Action', 'Lead', 'When'], [action, 'Clerk', '2010']]);
    const r = planOf(['Lanes Action Plan', '# Recommendation 1: That lanes be lit.', rows('Buy lamps.'), '# Recommendation 2', 'That paths be swept.', rows('Hire a sweeper.')]);
    expect(r.recommendations).toMatchObject([
      { number: '1', text: 'That lanes be lit.', actions: [{ text: 'Buy lamps.' }] }, { number: '2', text: 'That paths be swept.', actions: [{ text: 'Hire a sweeper.' }] },
    ]);
    expect(r.introduction).toEqual([]);
    balance(r);
  });

  it('a band that is the recommendation', () => {
    const rows = table([['Action', 'Lead', 'When'], ['Recommendation 4: That lanes be lit.', '', ''], ['Buy lamps.', 'Clerk', '2010']]);
    const wide = { ...rows, cells: rows.cells.filter((c) => c.row !== 1 || c.column === 0).map((c) => (c.row === 1 ? { ...c, columnSpan: 3 } : c)) };
    const [only] = planOf(['Lanes Action Plan', wide]).recommendations;
    expect(only).toMatchObject({ number: '4', text: 'That lanes be lit.', actions: [{ text: 'Buy lamps.' }] });
    expect(only).not.toHaveProperty('group');
  });

  it('a table without headings right after a plan goes on with it', () => {
    const r = planOf([table([HEADINGS, ['1. Light.', 'Lamps.', 'Clerk', '', '']]), table([['2. Sweep.', 'Brooms.', 'Clerk', '', ''], ['', 'Pans.', 'Clerk', '', '']], 0)]);
    expect(r.recommendations.map((x) => [x.number, x.actions.map((a) => a.text)])).toEqual([['1', ['Lamps.']], ['2', ['Brooms.', 'Pans.']]]);
  });
});
