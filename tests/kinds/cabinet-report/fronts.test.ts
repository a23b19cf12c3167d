// Fronts of reports in many layouts, and the headings of their bodies: invented councils.
import { describe, expect, it } from 'vitest';
import type { CabinetReport } from '../../../src/kinds/records.js';
import { paper, para, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): CabinetReport => recordOf(paper(blocks), 'cabinet-report') as unknown as CabinetReport;
const BODY = ['# Recommendations', '1. That the plan be noted.'];
const looks = (text: string) => para(text, { heading: { level: 2, by: 'looks' } });

describe('a front in a table', () => {
  it('with questions that a form asks', () => {
    const r = read('Quay Council', table([['Subject:', 'Pontoons'], ['Are specific wards affected?', 'Yes'], ['If yes, name(s) of ward(s):', 'Haven; Quayside'], ['Does the report contain confidential or exempt information?', 'No'], ['If relevant, state which appendix is exempt, and the number of the paragraph of the schedule or the reason if it is confidential:', 'Exempt Appendix B']], 0), ...BODY);
    expect(r).toMatchObject({ title: 'Pontoons', wards: ['Haven', 'Quayside'] });
    expect(r.marking).toBeUndefined();
    expect(r.fields?.map((f) => f.text)).toEqual(['Yes', 'No', 'Exempt Appendix B']);
  });
  it('with posts under somebody who has one, and posts that go on below a name', () => {
    const from = (...lines: string[]) => read('Quay Council', table([['From:', lines.join('|')], ['To:', 'Cabinet – 30 January 2031'], ['Subject:', 'Pontoons']], 0), ...BODY).from?.map((p) => p.text);
    expect(from('Rose Ng, Leader', 'Director of Harbours, John Penn', 'Corporate Directors')).toEqual(['Rose Ng, Leader', 'Director of Harbours, John Penn', 'Corporate Directors']);
    expect(from('Ivor Penn', 'Director of Harbours')).toEqual(['Ivor Penn Director of Harbours']);
    expect(from('Ivor Penn, Director of Harbours', 'and Quays')).toEqual(['Ivor Penn, Director of Harbours and Quays']);
    expect(from('Ivor Penn, Strategic', 'Director of Harbours')).toEqual(['Ivor Penn, Strategic Director of Harbours']);
  });
  it('with words that say something by themselves, where yes or no answers them', () => {
    const front = (...rows: string[][]) => read('Quay Council', table([['Subject', 'Pontoons'], ['Report of', 'Director of Harbours'], ...rows], 0), ...BODY);
    expect(front(['Key decision', 'No'])).toMatchObject({ keyDecision: false });
    expect(front(['Key decision', 'No']).purpose).toBeUndefined();
    expect(front(['For decision', 'Open'])).toMatchObject({ purpose: 'For decision' });
  });
  it('with a label and its value in one cell, two in a row', () => {
    const r = read('CABINET', '21 February 2023', table([['Title: Mooring fees', ''], ['Report of the Cabinet Member for Harbours', ''], ['Open Report', 'For Decision'], ['Wards Affected: All', 'Key Decision: Yes'], ['Report Author: Nell Frayne, Finance Manager', 'Contact Details:|Tel: 020 8496 0222|E-mail: nell.frayne@quay.gov.uk']], 0), ...BODY);
    expect(r).toMatchObject({ title: 'Mooring fees', reportOf: 'Cabinet Member for Harbours', marking: 'Open Report', purpose: 'For Decision', wards: ['All'], keyDecision: true });
    expect(r.contacts).toMatchObject([{ name: 'Nell Frayne', role: 'Finance Manager', capacity: 'Report Author', phone: '020 8496 0222', email: 'nell.frayne@quay.gov.uk' }]);
  });
  it('with what is recommended, and contacts a row a part', () => {
    const r = read('Mooring Fees', table([['To:', 'Harbour Committee'], ['Meeting Date:', '16 March 2023'], ['Recommendation:', 'The Committee is recommended to:|a) agree the fees; and|b) note the survey.'], ['Officer contact:', ''], ['Name:', 'Jo Marr'], ['Post:', 'Harbour Master'], ['Email:', 'jo.marr@quay.gov.uk'], ['Tel:', '01632 960415'], ['Member contacts:', ''], ['Names:', 'Councillors Ann Dent and Bo Gay']], 0), '# 1. Background', '1.1 Fees are old.');
    expect(r).toMatchObject({ title: 'Mooring Fees', body: 'Harbour Committee', recommendationsIntroduction: 'The Committee is recommended to:' });
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['a', 'agreed'], ['b', 'noted']]);
    expect(r.contacts).toMatchObject([{ name: 'Jo Marr', role: 'Harbour Master', phone: '01632 960415', email: 'jo.marr@quay.gov.uk' }, { name: 'Councillors Ann Dent and Bo Gay' }]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('with the council and the item in its first rows', () => {
    const r = read(table([['THE KILBRANNOCH COUNCIL', 'Agenda Item', '9'], ['', 'Report No', 'CHC/14/23'], ['Committee:', 'Coast Committee', ''], ['Report Title:', 'Coastal Plan', '']], 0), ...BODY);
    expect(r).toMatchObject({ organisation: 'THE KILBRANNOCH COUNCIL', itemNumber: '9', decisionNumber: 'CHC/14/23', body: 'Coast Committee', title: 'Coastal Plan' });
  });
  it('but a table of facts is none', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Mooring fees', table([['Visitors: by month', '2021'], ['June', '40'], ['July', '60']], 1), ...BODY);
    expect(r.fields).toBeUndefined();
  });
});

describe('lines of a front', () => {
  it('with labels that no wording knows end the value above', () => {
    const r = read('Report for: Cabinet 14 March 2023', 'Item number: 11', 'Title: Leased homes', 'Report signed off by: Lyn Fenn', 'Key decision: Yes', ...BODY);
    expect(r.title).toBe('Leased homes');
    expect(r.fields).toMatchObject([{ label: 'Report signed off by', text: 'Lyn Fenn' }]);
  });
  it('go on with the value above where they have none', () => {
    const r = read('Report for: Cabinet 14 March 2023', 'Item number: 11', 'Title: Leased homes', 'for families', 'Key decision: Yes', ...BODY);
    expect(r.title).toBe('Leased homes for families');
  });
  it('keep the words beside a day', () => {
    const r = read('Quay Council', 'Report number: 14/24', 'Title: Ferry times', 'To be decided on or after: 4 November 2024', 'Key decision: Yes', ...BODY);
    expect(r.fields).toMatchObject([{ label: 'To be decided on or after', text: '4 November 2024' }]);
    expect(r.date).toBeUndefined();
  });
  it('name the report by a reference, and the body under the title', () => {
    expect(read('CET/23/57', 'Cabinet', '12 July 2023', 'Riverbank path', 'Report of the Director of Transport', ...BODY)).toMatchObject({ decisionNumber: 'CET/23/57', body: 'Cabinet', title: 'Riverbank path', date: '2023-07-12' });
    expect(read('Riverbank path', 'Harbour Committee', '12 July 2023', ...BODY)).toMatchObject({ title: 'Riverbank path', body: 'Harbour Committee', date: '2023-07-12' });
    // A title with a stroke in it is no reference.
    expect(read('A27/M27 JUNCTION', 'Cabinet', '12 July 2023', ...BODY).decisionNumber).toBeUndefined();
  });
});

describe('headings', () => {
  const areas = (...headings: string[]): string[] => read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', ...headings.flatMap((h) => [`# ${h}`, 'It was looked at.'])).implications.map((i) => i.area);
  it('of several words are of the area that the first of them names', () => {
    expect(areas('Statutory, Legal and Risk Implications', 'Engagement and Communications Implications', 'Environmental Impact Considerations (Including Climate Change)', 'Risk Management and Implications:', 'Equality Considerations', 'Procurement/Contractual Implications'))
      .toEqual(['legal', 'consultation', 'environmental', 'risk', 'equalities', 'other']);
  });
  it('of sections and sentences are of none', () => {
    expect(areas('Planning considerations', 'Main considerations', 'There may be legal implications', 'Policy considerations')).toEqual([]);
  });
  it('that ask are read by what they ask for', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', '# What is the report about?', 'It is about boats.', '# What are the Recommendations?', '1. That the plan be noted.', '# What will it cost and how will it affect other services?', 'Nothing.', '# What consultations have been carried out with Scrutiny and others?', 'Two.', '# What risks are there and is there anything we can do to reduce them?', 'Few.', '# Power to make the decision', 'Section 2.');
    expect([r.summary.length, r.recommendations.length]).toEqual([1, 1]);
    expect(r.implications.map((i) => i.area)).toEqual(['financial', 'consultation', 'risk', 'legal']);
  });
  it('that say two things are of the first field that they name', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', '# Purpose/Executive Summary', 'It is about boats.', '# Options / Alternatives', 'None.', '# Reasons for Recommendation/Conclusion', 'It is best.', '# Background / Introduction', 'Old.', '# Sources/background papers', 'Act of 1980');
    expect([r.summary, r.otherOptions, r.reasons, r.backgroundPapers].map((l) => l.length)).toEqual([1, 1, 1, 1]);
    expect(r.sections.map((s) => s.title)).toEqual(['Background / Introduction']);
  });
  it('in the cells of a table may say at length what belongs beside them', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', '# Summary', 'It is about boats.', table([['Environmental Impact Assessment - what the matters in this report do for the target of a city without carbon by the year that it has set', 'Less smoke.'], ['Equality, Diversity and Inclusion - what they do for the duty', 'Ramps.']], 0), '# Background', 'Old.');
    expect(r.implications.map((i) => [i.area, i.items.map((x) => x.text)])).toEqual([['environmental', ['Less smoke.']], ['equalities', ['Ramps.']]]);
  });
  it('are no lines that name somebody, however short', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', '# Contact for enquiries', looks('Name: Jo Marr'), looks('Telephone: 01632 960415'), looks('Address: The Quay'));
    expect(r.contacts).toMatchObject([{ name: 'Jo Marr', phone: '01632 960415', note: 'The Quay' }]);
    expect(read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', '# Background', 'Old.', looks('Priority 1: Prevention First'), 'We act early.').sections.flatMap((x) => [x, ...x.sections]).map((x) => x.title)).toContain('Priority 1: Prevention First');
  });
});

describe('recommendations', () => {
  const FRONT = ['Quay Council', 'Report to: Cabinet', 'Title: Schools'];
  it('go on after the reason for one of them', () => {
    const r = read(...FRONT, '# Recommendations', 'It is recommended that:', '1. The number of places is cut.', 'Reason for recommendation: Births have fallen.', '2. The rest is agreed.', '# Background', '1. Old.');
    expect(r.recommendations.map((x) => x.number)).toEqual(['1', '2']);
    expect(r.reasons.map((x) => x.text)).toEqual(['Births have fallen.']);
  });
  it('end at reasons that have points of their own', () => {
    const r = read(...FRONT, '# Recommendations', '1. That the number of places is cut.', '# Reasons for recommendations', '1. Births have fallen.', '2. Places are empty.');
    expect(r.recommendations).toHaveLength(1);
    expect(r.reasons).toHaveLength(2);
  });
  it('are not what points to them', () => {
    const r = read(...FRONT, '# Recommendations', '(1) Note the report.', '# 4.0 Recommendations', '4.1 The recommendations are at the front of this report.');
    expect(r.recommendations).toHaveLength(1);
    expect(r.sections).toMatchObject([{ title: 'Recommendations', paragraphs: [{ number: '4.1' }] }]);
  });
});

describe('appendices', () => {
  it('keep what they are called apart, and the word that closes one', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Schools', '# Appendices', 'Annex 1 – Responses', 'Enclosure 1 – Arrangements', 'Exempt Appendix B – Prices', '# Background papers', 'None.');
    expect(r.appendices.map((a) => [a.number, a.title])).toEqual([['1', 'Responses'], ['1', 'Arrangements'], ['B', 'Exempt Appendix B – Prices']]);
    expect(r.backgroundPapers).toHaveLength(1);
  });
});

describe('more habits of fronts and bodies', () => {
  it('name the whole council over its day', () => {
    expect(read('# Council', '## Thursday, 23 February 2023', '### Tax Setting', 'Portfolio Holder: Councillor R Ludlow', ...BODY)).toMatchObject({ body: 'Council', title: 'Tax Setting', date: '2023-02-23' });
    expect(read('Council', 'Quay Borough Council', 'Tax Setting', 'Date: 3 May 2023', ...BODY).body).toBeUndefined();
  });
  it('say what the report is for beside a heading’s words, and keep a cell that is beside it', () => {
    const r = read(table([['Committee(s): Leisure Committee', 'Date: 15 March 2023'], ['Subject: Play areas', 'Wards Affected: All'], ['Report Author/s:|Name: Ollie Crewe, Manager|Telephone: 01277 960500', 'For Decision'], ['Purpose of report:', 'For approval']], 0), ...BODY);
    expect(r).toMatchObject({ body: 'Leisure Committee', title: 'Play areas', purpose: 'For Decision', authors: [{ name: 'Ollie Crewe', role: 'Manager' }] });
    expect(r.contacts).toMatchObject([{ name: 'Ollie Crewe', phone: '01277 960500' }]);
    expect(r.summary).toEqual([]);
  });
  it('set all headings in bold where some are known by their words', () => {
    const bold = (text: string) => para(text, { bold: true });
    const r = read('Report to: Cabinet', 'Subject: Play areas', 'Wards affected: All', bold('Summary'), 'It is about play.', bold('Reasons for recommendation'), '4. It is used.', bold('What the families say'), '5. They like it.', bold('Legal implications'), 'None.', 'One word in bold', bold('Never again'), bold('Twice'), 'Text.');
    expect(r.reasons).toHaveLength(1);
    expect(r.sections.map((s) => s.title)).toEqual(['What the families say', 'Twice']);
  });
  it('head a table of areas with the names of its columns', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', '# Implications', table([['Implications', 'Comments'], ['Financial (Ann Moss, Finance Partner)', 'The cost is £9,000.'], ['Human Resources', 'None.'], ['Health and Safety', 'None.']], 0));
    expect(r.implications.map((i) => i.area)).toEqual(['financial', 'personnel', 'other']);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('do not take an area for the name of a column', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', '# Implications', table([['Impact', 'The site is used by forty families each week.'], ['Legal', 'None.'], ['Risk', 'Low.']], 0));
    expect(r.implications).toHaveLength(3);
  });
  it('letter appendices as names are', () => {
    expect(read('Report to: Cabinet', 'Subject: Play areas', '# Appendices', para('A. Plan', { label: undefined, number: undefined, text: 'A. Plan' }), 'B. Screening').appendices.map((a) => [a.number, a.title])).toEqual([['A', 'Plan'], ['B', 'Screening']]);
  });
  it('put two areas in one heading', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', '# Equality Impact', 'None.', '# Resource and Risk', 'Some.', '# Planning and Trees', 'Few.');
    expect(r.implications.map((i) => i.area)).toEqual(['equalities', 'financial']);
    expect(r.sections.map((s) => s.title)).toEqual(['Planning and Trees']);
  });
});

describe('lines whose look says more than their words', () => {
  const bold = (text: string, level = 2) => para(text, { bold: true, heading: { level, by: 'looks' } });
  it('are recommendations in bold', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', bold('Recommendation(s)'), 'Members are asked to:', bold('R1. Note the update.'), bold('R2. Approve the budget of £75,000.'), bold('Main Report'), '1. The strategy is old.');
    expect(r.recommendationsIntroduction).toBe('Members are asked to:');
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['R1', 'noted'], ['R2', 'approved']]);
    expect(r.supportingInformation).toHaveLength(1);
  });
  it('end the recommendations where they are numbered headings', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', bold('1. Recommendations', 1), '1.1 That the update be noted.', bold('2. What was done', 1), '2.1 Much.');
    expect(r.recommendations).toHaveLength(1);
    expect(r.sections.map((s) => s.title)).toEqual(['What was done']);
  });
  it('are the first background paper', () => {
    const r = read('Report to: Cabinet', 'Subject: Play areas', bold('Legal implications'), 'None.', bold('Background Papers'), bold('Town Plan 2016'), 'They may be seen at the Town Hall.');
    expect(r.backgroundPapers.map((b) => b.text)).toEqual(['Town Plan 2016', 'They may be seen at the Town Hall.']);
  });
  it('have a value that ends in a word that labels elsewhere', () => {
    const line = 'Committee: Health and Wellbeing Board Date: 14 December 2022';
    const tab = line.indexOf(' Date');
    expect(read(para(line, { spans: [{ start: tab, end: tab + 1, style: 'tab' }] }), 'Subject: Better care', ...BODY)).toMatchObject({ body: 'Health and Wellbeing Board', date: '2022-12-14' });
  });
  it('end at a usual heading over the text’s own count', () => {
    const r = read('Report to: Cabinet', 'Subject: Ferries', 'Recommendation', 'That option 2 be approved.', 'Background', '1. The ferry carries many.', '2. It was out of service.', 'Legal implications', '3. None.');
    expect(r.recommendations.map((x) => x.text)).toEqual(['That option 2 be approved.']);
    expect(r.sections[0]).toMatchObject({ title: 'Background', paragraphs: [{ number: '1' }, { number: '2' }] });
  });
});

describe('appendices without a list of them', () => {
  it('are those whose headings follow the report', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', ...BODY, '# Appendix 1: Fares', 'Two pounds.', '# Appendix B – Times', 'Hourly.');
    expect(r.appendices).toMatchObject([{ number: '1', title: 'Fares' }, { number: 'B', title: 'Times' }]);
    expect(r.sections.map((s) => s.title)).toEqual(['Appendix 1: Fares', 'Appendix B – Times']);
  });
  it('are named once, and by a title', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', ...BODY, '# Appendix 1: Fares', 'Two pounds.', '# Appendix 1: Fares (continued)', 'Three pounds.', '# Annex B – see separate paper', 'Exempt.');
    expect(r.appendices.map((a) => a.title)).toEqual(['Fares']);
  });
  it('are those of the list where there is one', () => {
    const r = read('Quay Council', 'Report to: Cabinet', 'Title: Ferries', ...BODY, '# Appendices', 'Appendix 1 – Fares and times', '# Appendix 1: Fares', 'Two pounds.');
    expect(r.appendices.map((a) => a.title)).toEqual(['Fares and times']);
  });
});
