import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/kinds/record.js';
import type { PartnershipReport } from '../../../src/kinds/records.js';
import type { Paper } from '../../../src/paper/model.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf, table } from '../paper.js';

const read = (p: Paper): PartnershipReport => recordOf(p, 'partnership-report') as unknown as PartnershipReport;
const texts = (items: readonly { text: string }[]): string[] => items.map((i) => i.text);

const lone = (label: string) => para('', { label, number: label.replace('.', '') });

const numbered = (): Paper => paper([
  'Barrowby Children’s Trust Board', 'Tuesday 4 March 2014', 'Partnership Groups: Summary Reports', 'For Information',
  '1. EARLY YEARS PARTNERSHIP GROUP', 'This is the group’s first report.',
  '1. Terms of reference and membership', 'To join up early years.', '2. Aims/Objectives', 'Our priorities are:', '• warm rooms', '• good books', 'Most of them are old.',
  '3. Progress against milestones', '• Priority 1: rooms are warmer', '• Priorities 2, 3 and 4: more books', '.',
  lone('2.'), 'YOUTH PARTNERSHIP GROUP (YPG) SUMMARY REPORT',
  '1. Partnership outcomes', 'a. Clubs that:', 'i. open late', 'ii. open late', 'b. Fewer arrests', 'Outcomes achieved', '• One club open', '4. Risks', 'Not applicable at this stage.',
]);

describe('a report of numbered groups', () => {
  const r = read(numbered());
  it('reads the front', () => {
    expect(r).toMatchObject({ title: 'Partnership Groups: Summary Reports', body: 'Barrowby Children’s Trust Board', date: '2014-03-04', purpose: 'For Information' });
  });
  it('finds the groups, with a number on a line of its own too', () => {
    expect(r.groups.map((g) => [g.number, g.name])).toEqual([['1', 'EARLY YEARS PARTNERSHIP GROUP'], ['2', 'YOUTH PARTNERSHIP GROUP (YPG) SUMMARY REPORT']]);
    expect(r.groups[0]?.headings.map((h) => [h.field, h.number])).toEqual([['termsOfReference', '1'], ['aims', '2'], ['progress', '3']]);
  });
  it('reads the lists of a group', () => {
    const [one, two] = r.groups;
    expect(texts(one?.introduction ?? [])).toEqual(['This is the group’s first report.']);
    expect(one?.aims).toMatchObject([{ text: 'Our priorities are:', items: [{ text: 'warm rooms' }, { text: 'good books' }] }, { text: 'Most of them are old.' }]);
    expect(one?.progress).toMatchObject([{ priorities: [1] }, { priorities: [2, 3, 4] }]);
    expect(two?.outcomes).toMatchObject([{ number: 'a', items: [{ number: 'i' }, { number: 'ii' }] }, { number: 'b', text: 'Fewer arrests' }]);
    expect(texts(two?.achievements ?? [])).toEqual(['One club open']);
  });
  it('keeps a sentence in place of risks', () => {
    expect(r.groups[1]).toMatchObject({ risks: [], risksStatement: 'Not applicable at this stage.' });
  });
  it('reports entries repeated word for word only where they are of some length', () => {
    expect(r.diagnostics.filter((d) => d.rule === 'item-repeated')).toEqual([]);
    const again = read(paper(['Groups', '1. ROADS GROUP', 'Progress', '• mended the bridge', '• mended the bridge']));
    expect(again.diagnostics.map((d) => d.rule)).toContain('item-repeated');
  });
  it('leaves only the lone full stop unassigned', () => {
    expect(r.coverage.unassigned.map((u) => u.text)).toEqual(['.']);
  });
});

describe('groups however headed', () => {
  it('finds plain names, unknown headings and labelled lines', () => {
    const r = read(paper(['Dunmere Strategic Partnership', 'Executive Board – 3 March 2009', 'Item 5', 'Reports from Theme Groups', 'For discussion', 'This paper brings the reports together.',
      'Safer Dunmere Group', 'Chair: Ann Lyle', 'Purpose of the group', 'To make Dunmere safer.', 'Key achievements', '• Fewer burglaries', 'Risks and issues', 'None identified.', 'Staff news', 'Two people joined.',
      'Health Group', 'What we have achieved', 'Fewer smokers.', 'Challenges', 'Money.']));
    expect(r).toMatchObject({ organisation: 'Dunmere Strategic Partnership', title: 'Reports from Theme Groups', body: 'Executive Board', date: '2009-03-03', purpose: 'For discussion' });
    expect(texts(r.introduction ?? [])).toEqual(['This paper brings the reports together.']);
    expect(r.groups.map((g) => g.name)).toEqual(['Safer Dunmere Group', 'Health Group']);
    expect(r.groups[0]).toMatchObject({ introduction: [{ text: 'Chair: Ann Lyle' }], aims: [{ text: 'To make Dunmere safer.' }], risksStatement: 'None identified.', other: [{ heading: 'Staff news', items: [{ text: 'Two people joined.' }] }] });
  });
  it('finds headings by level, and groups with text alone', () => {
    const r = read(paper(['Partnership update', '# Waterside', '## Aims', 'Jobs.', '# Uplands', 'The group did not meet.']));
    expect(r.groups.map((g) => [g.name, texts(g.introduction)])).toEqual([['Waterside', []], ['Uplands', ['The group did not meet.']]]);
  });
  it('reads headings at the head of their paragraph, and tables with a column a field', () => {
    const r = read(paper(['Partnership update', '1. Waterside Partnership', 'Aims: jobs by the water.', 'Risks: No risks to report.', '2. Town Partnership', table([['Aim', 'Progress', 'Risks'], ['Open shops', '|Two are open', 'Rents']])]));
    expect(r.groups[0]).toMatchObject({ aims: [{ text: 'jobs by the water.' }], risksStatement: 'No risks to report.' });
    expect(r.groups[1]).toMatchObject({ aims: [{ text: 'Open shops' }], progress: [{ text: 'Two are open' }], risks: [{ text: 'Rents' }] });
    expect(r.coverage.ratio).toBe(1);
  });
  it('reads a table with a field a row, and leaves a table of figures alone', () => {
    const form = (rows: string[][]) => table(rows, 0);
    const r = read(paper(['Partnership update', '1. Waterside Partnership', form([['Purpose', 'Jobs by the water.'], ['Progress since last report', '• Two quays are open|• A third is planned'], ['Key risks', 'None'], ['Staffing', 'One officer.']]),
      '2. Town Partnership', 'Progress', 'Some.', form([['Shops', '14'], ['Stalls', '6'], ['Risk', '2']])]));
    expect(r.groups[0]).toMatchObject({ aims: [{ text: 'Jobs by the water.' }], progress: [{ text: 'Two quays are open' }, { text: 'A third is planned' }], risksStatement: 'None', other: [{ heading: 'Staffing', items: [{ text: 'One officer.' }] }] });
    expect(r.groups[1]?.progress[0]).toMatchObject({ text: 'Some.', tables: [{ rows: [['Shops', '14'], ['Stalls', '6'], ['Risk', '2']] }] });
    expect(r.coverage.ratio).toBe(1);
  });
  it('reads a table with a row for each group, and no group from another table', () => {
    const r = read(paper(['Sub-group updates', 'The Board is asked to note them.', table([['Sub-group', 'Priorities', 'Progress this period', 'Comments', 'Risks'], ['Waterside Group', 'Jobs', 'Priority 1: two quays', 'Well led', 'Nil'], ['Town Group', 'Shops', 'Two are open', '', '• Rents|• Rates']])]));
    expect(r.groups.map((g) => g.name)).toEqual(['Waterside Group', 'Town Group']);
    expect(r.groups[0]).toMatchObject({ aims: [{ text: 'Jobs' }], progress: [{ priorities: [1] }], risksStatement: 'Nil', other: [{ heading: 'Comments', items: [{ text: 'Well led' }] }] });
    expect(texts(r.groups[1]?.risks ?? [])).toEqual(['Rents', 'Rates']);
    expect(r.coverage.ratio).toBe(1);
    expect(read(paper(['Sub-group updates', table([['Group', 'Chair', 'Progress'], ['Waterside Group', 'A Lyle', 'Two quays']])])).groups).toEqual([]);
  });
  it('is one group where no group is named, and says so where there is none', () => {
    expect(read(paper(['Harbour Partnership', 'Aims', 'Jobs.', 'Progress', 'Some.'])).groups).toHaveLength(1);
    expect(read(paper(['A letter', 'Nothing is reported here.'])).diagnostics.map((d) => d.rule)).toContain('no-groups');
  });
});

describe('recognition', () => {
  it('is sure of headings that come back', () => {
    const found = classify(numbered(), vocabularies());
    expect(found.kind).toBe('partnership-report');
    expect(found.confidence).toBeGreaterThan(0.95);
  });
  it('knows groups whose headings stand before a colon, and not one account so written', () => {
    const group = (name: string): string[] => [name, 'Aim: To mend the bridge.', 'Progress: It was mended in May, and the road over it was laid again.', 'Risks: The river.'];
    expect(classify(paper(['Updates from the Sub-Groups', ...group('Roads Sub-Group'), ...group('Rivers Sub-Group')]), vocabularies()).kind).toBe('partnership-report');
    expect(classify(paper(['The bridge', ...group('What was done')]), vocabularies()).kind).not.toBe('partnership-report');
  });
  it('takes no strategy or list of groups for one', () => {
    expect(classify(paper(['List of members', 'Youth Group', 'A Smith', 'Parks Group', 'B Jones']), vocabularies()).kind).toBe('document');
  });
});

describe('a table of people under a heading of a group', () => {
  it('is none of fields', () => {
    const r = read(paper(['Updates from the Sub-Groups', 'Roads Sub-Group', 'Progress', 'All is well.', table([['Role', 'Action'], ['Ranger', 'Writes the log']]), 'Risks', 'Rain.', 'Rivers Sub-Group', 'Progress', table([['Aim', 'Progress'], ['To dredge', 'Begun']])]));
    expect(r.groups[0]).toMatchObject({ termsOfReference: [], progress: [{ text: 'All is well.' }] });
    expect(JSON.stringify(r.groups[0]?.progress)).toContain('Writes the log');
    expect(r.groups[1]).toMatchObject({ aims: [{ text: 'To dredge' }], progress: [{ text: 'Begun' }] });
  });
});

describe('a paper that is none', () => {
  it('keeps all of its text', () => {
    const r = read(paper(['Fenwick accounts', table([['Year', 'Cost'], ['2012', '£4']]), 'The cost was four pounds in all, and it was paid in full by the end of the year.']));
    expect(r.groups).toEqual([]);
    expect(r.introduction?.[0]?.tables).toHaveLength(1);
    expect(r.coverage.unassigned).toEqual([]);
    const one = read(paper(['Harbour Partnership', 'It met.', 'Aims', 'Jobs.', table([['Year', 'Jobs'], ['2012', '4']])]));
    expect(one.groups[0]?.introduction).toMatchObject([{ text: 'It met.' }]);
    expect(one.coverage.ratio).toBe(1);
  });
});
