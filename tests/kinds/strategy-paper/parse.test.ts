import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/kinds/record.js';
import type { StrategyPaper } from '../../../src/kinds/records.js';
import type { Paper } from '../../../src/paper/model.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (p: Paper): StrategyPaper => recordOf(p, 'strategy-paper') as unknown as StrategyPaper;

const inParts = (): Paper => paper([
  'Appendix 9.1', 'Developing the Harbour Trust', 'Harbour Areas – Part 1',
  '1. Vision', 'Our aim is for every boat:', '• to float', '• to be found', 'This means work.',
  '2. Delivery.', '2.1. What is a harbour area?', '2.1.1. An area is a stretch of water.', '2.1.2. There are five, each with a manager who answers to the trust and to its partners in the town.',
  '2.2. Who is involved?', '2.2.1. Everybody who has a boat, and those who build, mend and insure them along the whole of the coast.', '2.3. Principles of the harbour.', '• Boats first', '• Fair fees',
  'Harbour Areas (Part 2)',
  '1. Next Steps.', '1.1. The trust to agree consultation with all of its partners.', '1.2. Key questions to be addressed through consultation;', '• Have we found all boats?', '• Is the water right?',
  '1.3. Consultation over 4 weeks, Oct/Nov.', '1.4. A project group to be set up by July, 06.', '1.4. Fees to be agreed.', '1.6. Implementation',
  'Peter Sailor,', 'Head of Harbours,', 'Ports and Coast', '7th October, 2005.',
]);

describe('a strategy in parts', () => {
  const r = read(inParts());
  it('reads front and sign-off', () => {
    expect(r).toMatchObject({ title: 'Developing the Harbour Trust', appendixNumber: '9.1', date: '2005-10-07' });
    expect(r.authors).toEqual([{ text: 'Peter Sailor, Head of Harbours, Ports and Coast', name: 'Peter Sailor', type: 'person', role: 'Head of Harbours', organisation: 'Ports and Coast' }]);
  });
  it('has the number of a part leave its title', () => {
    expect(r.parts.map((p) => [p.number, p.title])).toEqual([['1', 'Harbour Areas'], ['2', 'Harbour Areas']]);
  });
  it('builds the tree of sections, with headings that only their fellows show', () => {
    const delivery = r.parts[0]?.sections[1];
    expect(delivery?.title).toBe('Delivery.');
    expect(delivery?.sections.map((s) => [s.number, s.title, s.paragraphs.length])).toEqual([['2.1', 'What is a harbour area?', 2], ['2.2', 'Who is involved?', 1], ['2.3', 'Principles of the harbour.', 2]]);
    expect(r.parts[0]?.sections[0]?.paragraphs.map((p) => [p.text, p.items?.length])).toEqual([['Our aim is for every boat:', 2], ['This means work.', undefined]]);
  });
  it('takes consultation questions, and no headings that ask', () => {
    expect(r.questions.map((q) => q.text)).toEqual(['Have we found all boats?', 'Is the water right?']);
    expect(r.parts[1]?.sections[0]?.paragraphs[1]?.items).toHaveLength(2);
  });
  it('takes next steps with their times, as numbered', () => {
    expect(r.nextSteps.map((s) => s.number)).toEqual(['1.1', '1.3', '1.4', '1.4', '1.6']);
    expect(r.nextSteps[1]?.timescale).toMatchObject({ start: '2005-10-01', end: '2005-11-30', precision: 'range' });
    expect(r.nextSteps[2]?.timescale).toMatchObject({ end: '2006-07-31' });
    expect(r.nextSteps[3]?.timescale).toBeUndefined();
  });
  it('reports irregular numbers', () => {
    expect(r.diagnostics.map((d) => d.rule)).toEqual(expect.arrayContaining(['number-repeated', 'number-skipped']));
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('other looks', () => {
  it('reads parts in words, labelled questions, steps in a table, appendices outermost', () => {
    const r = read(paper(['Elderbeck Council', 'Housing Strategy', '# PART ONE', '# WHERE WE ARE', '## 1. Homes', '1.1 There are some.', '# PART TWO: WHERE WE GO',
      '## 2. Consultation questions', 'Question 1: Do you agree?', 'Question 2: What is missing?', '## 3. Timetable', table([['Step', 'By when'], ['Draft', 'March 2020'], ['Final', 'June 2020']]),
      '# Appendix A: Glossary', '## 1. Home', 'A place.', 'Prepared by: Rhian Cole, Housing Manager']));
    expect(r.parts.map((p) => [p.number, p.title])).toEqual([['ONE', 'WHERE WE ARE'], ['TWO', 'WHERE WE GO']]);
    expect(r.questions).toHaveLength(2);
    expect(r.nextSteps.map((s) => [s.text, s.timescale?.start])).toEqual([['Draft', '2020-03-01'], ['Final', '2020-06-01']]);
    expect(r.parts[1]?.sections.map((s) => [s.title, s.sections.length])).toEqual([['Consultation questions', 0], ['Timetable', 0], ['Appendix A: Glossary', 1]]);
    expect(r.authors).toMatchObject([{ name: 'Rhian Cole', role: 'Housing Manager' }]);
    expect(r).toMatchObject({ organisation: 'Elderbeck Council', title: 'Housing Strategy' });
  });
  it('has one part where there are none, and keeps text before the first heading', () => {
    const r = read(paper(['Parks Vision', 'Parks matter to everybody in the borough, whoever they are and wherever it is that they live or work.', '# 1. Trees', '1.1 More of them.']));
    expect(r.parts).toHaveLength(1);
    expect(r.parts[0]?.sections.map((s) => s.title)).toEqual(['Parks Vision', 'Trees']);
  });
  it('reads the number of an appendix off a running header', () => {
    const r = read(paper(['Parks Vision', '# 1. Trees', '1.1 More of them.'], { furniture: [{ id: 9_999, text: 'Appendix B2', at: { in: 'lines', from: 1, to: 1 }, why: 'header' }] }));
    expect(r.appendixNumber).toBe('B2');
  });
});

describe('recognition', () => {
  it('knows a strategy, and takes no slides, letters or reports for one', () => {
    expect(classify(inParts(), vocabularies()).kind).toBe('strategy-paper');
    expect(classify(paper(['Our strategy', 'Our vision', '• Boats', '• Water', 'Next steps', '• Swim', '• Row', '• Sail']), vocabularies()).kind).toBe('document');
    expect(classify(paper(['The Minister', 'Dear Leader', 'Our vision and strategy are enclosed.', 'Yours sincerely']), vocabularies()).kind).toBe('document');
  });
});

describe('strategies of partnerships', () => {
  const TEXT = ['Rydal Safeguarding Children Partnership', 'Neglect Strategy 2022–2025', 'Contents', '1. Introduction 3', '2. Our priorities 8', 'Foreword', 'Neglect is what most children here suffer from, and we mean to end it.',
    para('Introduction', { label: '1.', number: '1', heading: { level: 2, by: 'looks' } }), 'This strategy replaces that of 2018.', para('Our priorities', { label: '2.', number: '2', heading: { level: 2, by: 'looks' } }), 'We will train two hundred people a year.', 'Next steps', 'The action plan will be agreed in October 2022.'];
  it('have the partnership for issuer and the line under it for title', () => {
    const r = recordOf(paper(TEXT));
    expect(r).toMatchObject({ kind: 'strategy-paper', title: 'Neglect Strategy 2022–2025', organisation: 'Rydal Safeguarding Children Partnership' });
    expect((r.classification as { confidence: number }).confidence).toBeGreaterThan(0.75);
  });
  it('have headings that only their words show', () => {
    const r = recordOf(paper(TEXT), 'strategy-paper') as unknown as { parts: { sections: { title: string }[] }[]; nextSteps: { text: string }[] };
    expect(r.parts[0]?.sections.map((s) => s.title)).toEqual(['Contents', 'Foreword', 'Introduction', 'Our priorities', 'Next steps']);
    expect(r.nextSteps).toMatchObject([{ text: 'The action plan will be agreed in October 2022.', timescale: { start: '2022-10-01' } }]);
  });
  it('are known without a number in them, by their name and headings', () => {
    const r = recordOf(paper(['# Fern Corporate Parenting Strategy 2023-2026', '## Foreword', 'We want what any good parent wants.', '## Our vision', 'Every child is safe.', '## Our principles', '• We listen.', '• We stay.', '## Our priorities', '### Priority 1: A home', 'We will find forty carers.', '## What success looks like', 'Fewer moves.']));
    expect(r.kind).toBe('strategy-paper');
  });
});

describe('reports on a strategy', () => {
  const HEADINGS = ['# Our vision', 'A place for all.', '# Our priorities', 'There are three.', '# Our approach', 'Together.', '# Governance and accountability', 'A board meets.', '# Measuring success', 'By the year.', '# Delivering the strategy', 'By teams.'];
  const kindOf = (...blocks: string[]): string => recordOf(paper(blocks)).kind;
  it.each(['Subject: Moorings and Berths Strategy', 'Subject: Adoption of the Moorings Strategy', 'Subject: Delivery of the Climate Strategy 2031', 'Subject: Moorings'])('are reports, though they quote it: %s', (subject) => {
    expect(kindOf('Quay Borough Council', 'Report to: Cabinet', 'Date: 4 March 2031', subject, '# Purpose', 'To adopt the strategy.', '# Recommendations', 'That Cabinet adopt it.', ...HEADINGS)).toBe('cabinet-report');
    expect(kindOf('Quay Borough Council', 'Report to: Cabinet', 'Date: 4 March 2031', subject, 'Moorings Strategy 2031-2035', '# Foreword', 'Much was done.', ...HEADINGS)).not.toBe('strategy-paper');
  });
  it('are not named as one', () => {
    for (const title of ['Update on the Moorings Strategy', 'Annual Report of the Moorings Strategy 2031', 'Review and Delivery of our Strategy 2031']) {
      const { classification } = read(paper([`# ${title}`, ...HEADINGS]));
      const evidence = classification.evidence.filter((e) => e.text === title);
      expect(evidence.length).toBeLessThan(2);
    }
  });
  it('a strategy is one with the same headings', () => {
    expect(kindOf('# Quay Moorings Strategy 2031–2035', '# Foreword', 'Much was done.', ...HEADINGS)).toBe('strategy-paper');
  });
});

describe('usual words that head nothing in a strategy', () => {
  it('are a list of contents, and entries of a list', () => {
    const r = recordOf(paper(['Quay Play Strategy 2031-2035', 'Contents', 'Foreword', 'Introduction', 'Our priorities', 'What success looks like', 'Foreword', 'Play matters to every child in the town.', 'Introduction', 'This strategy says what we will do.',
      'Our priorities', 'We will work on the following:', 'Prevention', 'Delivery', 'Resources', 'The first is the most urgent.', 'What success looks like', 'More children play outdoors.']), 'strategy-paper') as unknown as StrategyPaper & { parts: { sections: { title: string; paragraphs: { text: string }[] }[] }[] };
    expect(r.parts[0]?.sections.map((s) => s.title)).toEqual(['Contents', 'Foreword', 'Introduction', 'Our priorities', 'What success looks like']);
    expect(r.parts[0]?.sections[0]?.paragraphs).toHaveLength(4);
    expect(JSON.stringify(r.parts[0]?.sections[3]?.paragraphs)).toContain('Resources');
  });
});
