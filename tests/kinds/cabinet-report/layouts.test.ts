// Reports whose body stands in a table of numbers and text, captions over tables, what stands at a report's end without a heading, and timetables without dashes. Invented papers.
import { describe, expect, it } from 'vitest';
import type { CabinetReport } from '../../../src/kinds/records.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): CabinetReport => recordOf(paper(['Lanes Council', 'Report to: Lanes Committee', 'Date: 4 May 2022', 'Subject: Lamps', ...blocks]), 'cabinet-report') as unknown as CabinetReport;
const looks = (text: string) => para(text, { heading: { level: 2, by: 'looks' }, bold: true });
const texts = (items: readonly { text: string }[] | undefined): string[] => (items ?? []).map((i) => i.text);
const LONG = 'The lanes have been dark since the mill closed, and the lamps were taken away.';

describe('a body in a table of numbers and text', () => {
  const rows = [['1.0', 'Purpose of Report'], ['1.1', 'To light the lanes.'], ['2.0', 'Recommendations'], ['2.1', 'The Committee is asked to:|- note the report; and|- agree to buy lamps.'], ['3.0', 'Main Report'], ['', 'Key Issues'], ['3.1', LONG]];
  it('is read as the paragraphs that it holds', () => {
    const r = read(table(rows, 0));
    expect([texts(r.summary), r.recommendationsIntroduction, r.recommendations.map((x) => x.outcome)]).toEqual([['To light the lanes.'], 'The Committee is asked to:', ['noted', 'agreed']]);
    expect(r.summary[0]?.number).toBe('1.1');
    expect(r.supportingInformation).toMatchObject([{ text: 'Key Issues', heading: true, items: [{ number: '3.1', text: LONG }] }]);
    expect([r.coverage.unassigned, r.coverage.ratio]).toEqual([[], 1]);
  });
  it('a list of contents in a table is none', () => {
    const r = read('# Summary', LONG, '# Contents of the pack', table([['1', 'Purpose'], ['2', 'Recommendations'], ['3', 'Financial implications']], 0));
    expect([texts(r.summary), r.recommendations, r.implications]).toEqual([[LONG], [], []]);
  });
});

describe('a caption', () => {
  const costs = table([['Lane', 'Cost'], ['Mill Lane', '£4']]);
  it('in bold stands in the section, and its table under it', () => {
    const r = read('# 1. Summary', LONG, '# 2. Background', 'The table says what lamps cost.', looks('Table 1: What lamps cost'), costs, 'More will be known in June.');
    const [background] = r.sections;
    expect([background?.title, texts(background?.paragraphs), background?.sections]).toEqual(['Background', ['The table says what lamps cost.', 'Table 1: What lamps cost', 'More will be known in June.'], []]);
    expect(background?.paragraphs[1]?.tables).toHaveLength(1);
  });
  it.each(['Tables and chairs', 'Map of the lanes', 'Table of costs', 'Option 1: Gas'])('"%s" heads what follows', (line) => {
    expect(read('# 1. Summary', LONG, '# 2. Background', LONG, looks(line), 'This is said of it here, at length.').sections.flatMap((s) => [s.title, ...s.sections.map((x) => x.title)])).toContain(line);
  });
});

describe('the end of a report', () => {
  it('a sentence says whom to ask', () => {
    const r = read('# Summary', LONG, '# Conclusion', 'Lamps are good.', 'For further information please contact Tessa Lane, Lamps Officer, tel: 01632 960111, email: tessa.lane@lanes.example');
    expect(r.contacts).toMatchObject([{ name: 'Tessa Lane', role: 'Lamps Officer', phone: '01632 960111', email: 'tessa.lane@lanes.example' }]);
    expect(texts(r.sections[0]?.paragraphs)).toEqual(['Lamps are good.']);
  });
  it('a sentence without a number or address is text', () => {
    expect(read('# Summary', LONG, '# Conclusion', 'For further information please contact the Lamps Team.').contacts.filter((c) => c.phone ?? c.email)).toEqual([]);
  });
  it('appendices in a row are their list', () => {
    const r = read('# Summary', LONG, '# Conclusion', 'Lamps are good.', 'Appendix A: Lanes', 'Appendix B: Lamps', 'Background papers: None');
    expect(r.appendices).toMatchObject([{ number: 'A', title: 'Lanes' }, { number: 'B', title: 'Lamps' }]);
    expect([texts(r.sections[0]?.paragraphs), r.coverage.ratio]).toEqual([['Lamps are good.'], 1]);
  });
  it('a heading over their list is noted, and the first of a list without one is none', () => {
    const noted = (...lines: string[]) => read('# Summary', LONG, ...lines).headings.filter((h) => h.field === 'appendices').map((h) => h.heading);
    expect(noted('List of appendices: Appendix A: Lanes')).toEqual(['List of appendices']);
    expect(noted('# Conclusion', 'Lamps are good.', 'Appendix A: Lanes', 'Appendix B: Lamps')).toEqual([]);
  });
  it('one over text of its own is that appendix', () => {
    const r = read('# Summary', LONG, '# Conclusion', 'Lamps are good.', 'Appendix A: Lanes', LONG, 'Appendix B: Lamps', LONG);
    expect(texts(r.sections[0]?.paragraphs)).toContain('Appendix A: Lanes');
  });
});

describe('a timetable without dashes', () => {
  it('has a step a line', () => {
    const r = read('# Summary', LONG, '# Timetable', 'June 2022 Lamps are bought', '4 July 2022 Lamps are lit');
    expect(r.milestones).toMatchObject([{ text: 'Lamps are bought', period: { start: '2022-06-01', end: '2022-06-30' } }, { text: 'Lamps are lit', period: { start: '2022-07-04' } }]);
  });
  it.each([['one line', ['June 2022 Lamps are bought']], ['sentences', ['June 2022 Council agreed it.', 'July 2022 Cabinet did so.']], ['years', ['2022 Lamps', '2023 Posts']]])('%s say none', (_, lines) => {
    expect(read('# Summary', LONG, '# Timetable', ...lines).milestones).toEqual([]);
  });
  it('elsewhere has none', () => {
    expect(read('# Summary', LONG, '# Background', 'June 2022 Lamps are bought', 'July 2022 Lamps are lit').milestones).toEqual([]);
  });
});

describe('headings of areas', () => {
  it.each([['Tackling the Climate Emergency Implications', 'environmental'], ['External Consultees', 'consultation'], ['Equality or Good Relations Implications/Rural Needs Assessment', 'equalities'], ['Well-being of Future Generations implications and connection to Corporate Well-being Objectives', 'other']])('%s', (heading, area) => {
    const r = read('# Summary', LONG, '# Financial implications', 'None.', `# ${heading}`, 'Said of it.');
    expect(r.implications).toMatchObject([{ area: 'financial' }, { area, heading, items: [{ text: 'Said of it.' }] }]);
  });
});
