// Heads of plans, recommendations stated over the tables of what is done for them, and labels of plans in prose. Invented papers.
import { describe, expect, it } from 'vitest';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): ActionPlanRecord => recordOf(paper(blocks), 'action-plan') as unknown as ActionPlanRecord;
const lamps = () => table([['Action', 'Lead', 'By when'], ['Lamps.', 'Clerk', 'June 2022']]);

describe('the head of a plan', () => {
  it.each([
    ['a partnership over the title', ['Lanes Children’s Trust', 'Action Plan'], { title: 'Action Plan', organisation: 'Lanes Children’s Trust' }],
    ['a partnership under it', ['Delivery Plan for Lamps', 'Lanes Children and Young People’s Partnership'], { title: 'Delivery Plan for Lamps', organisation: 'Lanes Children and Young People’s Partnership' }],
    ['an authority under it, with the day', ['Lamps Improvement Plan', 'Lanes County Council and NHS Lanes', 'Last updated: 4 May 2022'], { title: 'Lamps Improvement Plan', organisation: 'Lanes County Council and NHS Lanes', date: '2022-05-04' }],
    ['a trust’s board, which is the body', ['Lanes Children’s Trust Board', 'Joint Action Plan'], { title: 'Joint Action Plan', body: 'Lanes Children’s Trust Board', organisation: undefined }],
    ['a committee beside the day', ['LANES COUNCIL', 'RESPONSE TO THE lamps() REVIEW', 'Cabinet: 4 May 2022'], { title: 'RESPONSE TO THE lamps() REVIEW', organisation: 'LANES COUNCIL', body: 'Cabinet', date: '2022-05-04' }],
    ['a title that goes on in the council’s name', ['Response of', 'Lanes Borough Council', '4 May 2022'], { title: 'Response of Lanes Borough Council', organisation: undefined }],
  ])('%s', (_, lines, expected) => {
    const r = read(...lines, lamps());
    for (const [key, value] of Object.entries(expected)) expect(r[key as 'title'], key).toBe(value);
  });
});

describe('a title in words that no wording knows', () => {
  it('stands under the committee and the day, where it is set apart', () => {
    expect(read('EXECUTIVE', '4 May 2022', '# Lamps: what the Executive says', 'Five things were asked for.', lamps())).toMatchObject({ title: 'Lamps: what the Executive says', body: 'EXECUTIVE', date: '2022-05-04' });
  });
  it.each([['plain words', 'The Executive thanks the Group'], ['a theme of the plan', '# Theme 1: Light'], ['a recommendation', '# Recommendation 1: That lamps be lit']])('%s are none', (_, line) => {
    expect(read('EXECUTIVE', '4 May 2022', line, lamps()).title).toBe('EXECUTIVE');
  });
});

describe('a masthead printed again', () => {
  it('in a running head that says the beginning of the title is no line of it', () => {
    const r = read('Lamps Plan', '# Lanes Lamps Partnership', '# Lamps Plan 2022: Delivery Plan', '4 May 2022', lamps());
    expect([r.title, r.organisation, r.coverage.furniture.map((f) => f.text), r.coverage.ratio]).toEqual(['Lamps Plan 2022: Delivery Plan', 'Lanes Lamps Partnership', ['Lamps Plan'], 1]);
    expect(read('Lanes and Lamps', '# Lamps Plan 2022: Delivery Plan', '4 May 2022', lamps()).title).toContain('Lanes and Lamps');
  });
  it('under a running head is no line of the title', () => {
    const r = read('Lanes Council', 'Lanes Council', '# Lamps Action Plan', '4 May 2022', lamps());
    expect([r.title, r.organisation, r.coverage.ratio]).toEqual(['Lamps Action Plan', 'Lanes Council', 1]);
  });
});

describe('a line that speaks of a committee beside the day', () => {
  it.each(['Cabinet response: 4 May 2022', 'Agreed by Cabinet: 4 May 2022', 'Draft for Cabinet: 4 May 2022', 'Report to: Cabinet, 4 May 2022', 'Cabinet Member for Lamps, 4 May 2022', 'Scrutiny Panel review, 4 May 2022'])('names no body: %s', (line) => {
    const r = read('# Lamps Action Plan', line, lamps());
    expect([r.title, r.date, r.body]).toEqual(['Lamps Action Plan', '2022-05-04', undefined]);
  });
});

describe('a recommendation stated over its table', () => {
  const stated = (n: number, ...more: string[]) => [`# Recommendation ${n}`, `That lamp ${n} be lit.`, ...more, lamps()];
  it('has the actions of the table, with the response between', () => {
    const r = read('Lanes Council', 'Response to the Lamps Review', '4 May 2022', ...stated(1, 'Response: Agreed'), ...stated(2, 'Response: Agreed in part'));
    expect(r.recommendations.map((x) => [x.number, x.text, x.response, x.actions.map((a) => a.text)])).toEqual([['1', 'That lamp 1 be lit.', 'Agreed', ['Lamps.']], ['2', 'That lamp 2 be lit.', 'Agreed in part', ['Lamps.']]]);
  });
  it('has none of a table under another heading', () => {
    const r = read('Lanes Council', 'Response to the Lamps Review', '4 May 2022', '# Recommendation 1', 'That lamp 1 be lit.', 'Response: Agreed', '# Other works', lamps());
    expect(r.recommendations.map((x) => [x.number, x.actions.length])).toEqual([['1', 0], [undefined, 1]]);
  });
  it('makes a plan of the paper, though the tables alone are less than half of it', () => {
    const long = 'That the Council lights each of the lamps in the lanes between the church and the mill before the days grow short again. Response: Agreed';
    const r = recordOf(paper(['Lanes Council', 'Answer to the Lamps Inquiry', ...[1, 2].flatMap((n) => [`# Recommendation ${n}`, long, lamps()])]));
    expect(r.kind).toBe('action-plan');
  });
  it('makes none of a report to a committee, which has recommendations among its parts', () => {
    const long = 'That the Council lights each of the lamps in the lanes between the church and the mill before the days grow short again. Response: Agreed';
    const text = 'The Committee heard from officers and from residents of the lanes, and looked at figures of other councils before it came to what it asks for below.';
    const r = recordOf(paper(['Lanes Council', 'Report to: Scrutiny Committee', 'Report of: Head of Lanes', 'Subject: Lamps', '# 1. Summary', text, '# 2. Recommendations', 'That the Committee agrees the report.', '# 3. Findings', text, ...[1, 2].flatMap((n) => [`# Recommendation ${n}`, long, lamps()]), '# 4. Financial implications', 'None.']));
    expect(r.kind).toBe('cabinet-report');
  });
});

describe('a line on who leads', () => {
  it('belongs to the rows under its title', () => {
    const r = read('Lanes Action Plan', '# Theme 1: Light', 'Theme lead: Tessa Lane', lamps(), '# Theme 2: Paths', 'Theme lead: Raj Patel', lamps());
    expect(r.recommendations.map((x) => [x.group, x.unplaced?.map((u) => [u.field, u.text])])).toEqual([['Theme 1: Light', [['owner', 'Theme lead: Tessa Lane']]], ['Theme 2: Paths', [['owner', 'Theme lead: Raj Patel']]]]);
    expect([r.introduction, r.notes]).toEqual([[], undefined]);
  });
  it('over a plan without a title of its own stays in the introduction', () => {
    expect(read('Lanes Action Plan', '4 May 2022', 'The plan is reviewed each year.', 'Plan owner: Tessa Lane', lamps()).introduction.map((i) => i.text)).toContain('Plan owner: Tessa Lane');
  });
});

describe('a plan in prose', () => {
  const plan = (...more: string[]) => read('Lanes Action Plan', '4 May 2022', para('Priority 1: Light', { bold: true }), ...more, 'Action: Buy lamps.', 'Lead: Clerk', 'Timescale: June 2022', 'Progress: Two bought.', 'RAG: Amber', 'Action: Light them.', 'Lead: Lamp Officer', 'Timescale: July 2022', 'Progress: None.', 'RAG: Red').recommendations;
  it('has the mark for its status, and the story beside it', () => {
    expect(plan()[0]?.actions.map((a) => [a.status, a.other])).toEqual([['Amber', { Progress: 'Two bought.' }], ['Red', { Progress: 'None.' }]]);
  });
  it('keeps the objective under a priority with it', () => {
    expect(plan('Objective: All lanes are lit.')[0]).toMatchObject({ number: '1', text: 'Light\n\nObjective: All lanes are lit.' });
    expect(plan('It follows from the survey of lamps that the Council ordered last year, when half of all the lamps in the lanes were out and nobody knew who was to mend them or what that might cost in the end, all told.')[0]?.text).toBe('Light');
  });
  it('has progress for its status where there is no mark', () => {
    const r = read('Lanes Action Plan', '4 May 2022', 'Action: Buy lamps.', 'Lead: Clerk', 'Progress: Two bought.', 'Action: Light them.', 'Lead: Lamp Officer', 'Progress: None.');
    expect(r.recommendations.flatMap((x) => x.actions).map((a) => a.status)).toEqual(['Two bought.', 'None.']);
  });
});

describe('an action without a mark beside others that have one', () => {
  it('has its progress for its status', () => {
    const r = read('Lanes Action Plan', '4 May 2022', para('Priority 1: Light', { bold: true }), 'Action: Buy lamps.', 'Lead: Clerk', 'Progress: Two bought.', 'RAG: Amber', 'Action: Light them.', 'Lead: Lamp Officer', 'Progress: None.');
    expect(r.recommendations.flatMap((x) => x.actions).map((x) => [x.status, x.other])).toEqual([['Amber', { Progress: 'Two bought.' }], ['None.', undefined]]);
  });
});

describe('a list in a cell', () => {
  it('gives its values without the marks, and with the numbers', () => {
    const bullets = (text: string) => table([['Action', 'Lead', 'By when', 'Measure of success'], ['Lamps.', text, 'June 2022', '1. Lit|• Clean']]);
    const [action] = read('Lanes Action Plan', '4 May 2022', bullets('• Lamp Manager|• NHS Lanes')).recommendations[0]?.actions ?? [];
    expect(action).toMatchObject({ ownersText: 'Lamp Manager NHS Lanes', owners: [{ name: 'Lamp Manager' }, { name: 'NHS Lanes' }], other: { 'Measure of success': '1. Lit Clean' } });
  });
});

describe('plain letters under a title in bold', () => {
  const head = (more: object) => read(para('Lamps Action Plan', { bold: true }), para('For every lane – the Lamps Sub Group', more), '4 May 2022', lamps());
  it('are no line of it', () => {
    expect([head({}).title, head({}).introduction.map((i) => i.text)]).toEqual(['Lamps Action Plan', ['For every lane – the Lamps Sub Group']]);
    expect(head({ bold: true }).title).toBe('Lamps Action Plan For every lane – the Lamps Sub Group');
  });
});
