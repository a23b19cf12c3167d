// Habits of strategies of many councils: invented papers.
import { describe, expect, it } from 'vitest';
import type { StrategyPaper } from '../../../src/kinds/records.js';
import { paper, para, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): StrategyPaper => recordOf(paper(blocks), 'strategy-paper') as unknown as StrategyPaper;
const kindOf = (...blocks: Parameters<typeof paper>[0]): string => recordOf(paper(blocks)).kind;
const looks = (text: string) => para(text, { heading: { level: 2, by: 'looks' } });
const sections = (r: StrategyPaper) => r.parts.flatMap((p) => p.sections);

describe('the front of a strategy', () => {
  it('has the years under its name, and what it is', () => {
    const r = read('Quay Borough Council', 'Housing Strategy', '2024 – 2029', 'Consultation Draft', '# 1. Foreword', 'A home is a start.');
    expect(r).toMatchObject({ organisation: 'Quay Borough Council', title: 'Housing Strategy 2024 – 2029' });
    expect(sections(r).map((s) => s.title)).toEqual(['Foreword']);
  });
  it('has the board that it is of, and labels', () => {
    const r = read('Joint Health Strategy 2023-2028', para('Vale Health and Wellbeing Board', { bold: true, heading: { level: 2, by: 'looks' } }), 'Version: 1.2', 'Approved: 14 September 2023', '## Our vision', 'Long lives.');
    expect(r).toMatchObject({ title: 'Joint Health Strategy 2023-2028', body: 'Vale Health and Wellbeing Board', date: '2023-09-14' });
    expect(r.fields?.map((f) => f.label)).toEqual(['Version']);
  });
  it('does not take years of the text for its own', () => {
    expect(read('Housing Strategy 2019', '2024 – 2029', '# 1. Foreword', 'A home is a start.').title).toBe('Housing Strategy 2019');
  });
});

describe('the sections of a strategy', () => {
  it('are not headed by who signs the foreword', () => {
    const r = read('Housing Strategy', '# Foreword', 'A home is a start.', looks('Councillor Ann Lee'), looks('Cabinet Member for Housing'), '# Introduction', 'It began in 2018.', looks('Head of the river'), 'It floods.');
    expect(sections(r)[0]).toMatchObject({ title: 'Foreword', paragraphs: [{ text: 'A home is a start.' }, { text: 'Councillor Ann Lee' }, { text: 'Cabinet Member for Housing' }] });
    expect(sections(r)[1]?.sections.map((s) => s.title)).toEqual(['Head of the river']);
  });
  it('have points with a list or points under them, which head nothing', () => {
    const point = (text: string) => para(text, { heading: { level: 2, by: 'looks' } });
    const r = read('Parking Strategy', '# 2 Background', point('2.1 Parking was changed in 2017.'), '2.1.1 There are nine wardens.', '2.1.2 They are busy.', point('2.2 We will:'), '- count cars', '- paint lines', '# 3 Aims', point('3.1 What do we mean?'), '3.1.1 Less traffic.', point('3.2 Roads and lanes.'), '3.2.1 Fewer lanes.');
    expect(sections(r)[0]?.paragraphs.map((p) => [p.number, p.items?.length])).toEqual([['2.1', 2], ['2.2', 2]]);
    expect(sections(r)[1]?.sections.map((s) => s.title)).toEqual(['What do we mean?', 'Roads and lanes.']);
  });
  it('end with references, which nobody signed', () => {
    const bold = (text: string) => para(text, { bold: true, heading: { level: 2, by: 'looks' } });
    expect(read('Play Strategy', '# 1. Aims', '1.1 To play.', bold('References'), 'Convention Rights, 1989').authors).toEqual([]);
    expect(read('Play Strategy', '# 1. Aims', '1.1 To play more than before.', 'Ann Lee', 'Head of Play').authors).toMatchObject([{ name: 'Ann Lee' }]);
  });
});

describe('next steps', () => {
  it('in a table are its rows, not the words over it', () => {
    const r = read('Housing Strategy', '# Next steps', '5.1 The timetable is:', table([['Stage', 'When'], ['Consultation closes', '31 May 2024']]));
    expect(r.nextSteps.map((s) => s.text)).toEqual(['Consultation closes']);
  });
  it('over a table of other things are steps', () => {
    const r = read('Housing Strategy', '# Next steps', '5.1 We will build these:', table([['Site', 'Homes'], ['Quay', '9']]));
    expect(r.nextSteps.map((s) => s.number)).toEqual(['5.1']);
  });
});

describe('what a strategy is called', () => {
  const body = ['# 1. Background', '1.1 Reserves are held.', '1.2 They are checked.', '# 2. Strategic context', '2.1 Money is short.', '2.2 Prices rise.', '# 3. Management', '3.1 Each has a plan.', '3.2 Each has an end.', '3.3 All are reviewed.', '3.4 None is lost.'];
  it('may be a policy or a framework', () => {
    expect(kindOf('Reserves Policy', ...body)).toBe('strategy-paper');
    expect(kindOf('Play and Free Time Framework', ...body)).toBe('strategy-paper');
  });
  it('is no report’s line on one', () => {
    expect(kindOf('Review of the Reserves Policy', ...body)).toBe('document');
    expect(kindOf('Report of the Director of Finance', 'Reserves Policy', '# Recommendations', '1. That the policy be approved.', '# Legal implications', 'None.')).not.toBe('strategy-paper');
  });
});

describe('questions', () => {
  it('are no headings for what stands under them, and may name their answers', () => {
    const r = read('Digital Strategy', '# Consultation questions', '1. Do you agree?', para('2. Which groups have we missed?', { heading: { level: 1, by: 'looks' } }), 'Please explain.', '3. Would you use a library? (Yes/No)', '# Next steps', 'We will report in June 2024.');
    expect(r.questions.map((q) => q.number)).toEqual(['1', '2', '3']);
    expect(sections(r).map((s) => s.title)).toEqual(['Consultation questions', 'Next steps']);
  });
  it('are headings where sections ask', () => {
    const r = read('Digital Strategy', para('1. What do we know?', { heading: { level: 1, by: 'looks' } }), 'Much.', para('2. What do we want?', { heading: { level: 1, by: 'looks' } }), 'More (of it).');
    expect(sections(r).map((s) => s.title)).toEqual(['What do we know?', 'What do we want?']);
  });
});
