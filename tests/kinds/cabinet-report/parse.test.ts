import { describe, expect, it } from 'vitest';
import { inkLength } from '../../../src/paper/text.js';
import { eachParagraph } from '../../../src/paper/walk.js';
import type { CabinetReport } from '../../../src/kinds/records.js';
import type { Paper } from '../../../src/paper/model.js';
import { paper, para, recordOf, table } from '../paper.js';

const read = (p: Paper): CabinetReport => recordOf(p, 'cabinet-report') as unknown as CabinetReport;
const texts = (items: readonly { text: string }[]): string[] => items.map((i) => i.text);

/** Every character of the paper is counted once. */
function balanced(p: Paper, r: CabinetReport): void {
  let ink = 0;
  for (const b of eachParagraph(p.blocks)) ink += inkLength(b.label ?? '') + inkLength(b.text);
  expect(r.coverage.characters).toBe(ink + [...p.furniture, ...p.hidden].reduce((n, f) => n + inkLength(f.text), 0));
  const rest = (list: readonly { text: string }[]): number => list.reduce((n, u) => n + inkLength(u.text), 0);
  expect(r.coverage.captured + rest(r.coverage.unassigned) + rest(r.coverage.furniture) + rest(r.coverage.hidden)).toBe(r.coverage.characters);
}

const bandedReport = (): Paper => paper([
  'FENWICK CITY COUNCIL', 'COUNCIL CABINET', '6 MAY 2008', 'Cabinet Member for Streets & Parks', 'ITEM 4', 'Repairing the Harbour Wall – First Stage',
  para('SUMMARY', { band: 1, bold: true }),
  '1.1 The wall is cracked.', '1.2 Subject to the meeting, I support the recommendations.',
  para('RECOMMENDATIONS', { band: 2, bold: true }),
  '2.1 To note the survey.', '2.2 To approve the first stage of repair.', '2.3 That Council be recommended to add the cost to the budget.',
  para('REASON FOR RECOMMENDATION', { band: 3, bold: true }),
  '3.1 The wall protects forty homes.',
  'FENWICK CITY COUNCIL', 'COUNCIL CABINET 6 MAY 2008', 'Report of the Director of Works', 'Repairing the Harbour Wall – First Stage',
  'SUPPORTING INFORMATION',
  '1.1 The stages are:', '- June – tenders invited', '- August/September – works', '- January – inspection',
  'OTHER OPTIONS CONSIDERED', '2.1 To do nothing.',
  table([['For more information contact:', 'Ann Archer, 01632 960001|ann.archer@fenwick.gov.uk'], ['Background papers:', ''], ['List of appendices:', 'Appendix 1 – Implications|Appendix 2 – Drawings']], 0),
  'IMPLICATIONS', 'Financial', '1. The cost is £90,000.', 'Legal', '2. None.', 'Equalities impact', '3. None.',
  para('Drawings of the wall', { heading: { level: 2, by: 'looks' } }), 'The drawings show the wall from the north.',
]);

describe('a report with shaded bands, its masthead printed twice', () => {
  const p = bandedReport();
  const r = read(p);
  it('reads the front', () => {
    expect(r).toMatchObject({
      title: 'Repairing the Harbour Wall – First Stage', organisation: 'FENWICK CITY COUNCIL', body: 'COUNCIL CABINET', date: '2008-05-06',
      meeting: { body: 'COUNCIL CABINET', date: '2008-05-06' }, itemNumber: '4', portfolio: 'Cabinet Member for Streets & Parks', reportOf: 'Director of Works',
    });
  });
  it('sets the second masthead aside', () => {
    expect(r.coverage.furniture.map((f) => f.text)).toEqual(['FENWICK CITY COUNCIL', 'COUNCIL CABINET 6 MAY 2008', 'Repairing the Harbour Wall – First Stage']);
    expect(r.coverage.unassigned).toEqual([]);
    balanced(p, r);
  });
  it('gives recommendations their outcomes, and the body that they go on to', () => {
    expect(r.recommendations.map((x) => [x.number, x.outcome, x.recommendedTo])).toEqual([['2.1', 'noted', undefined], ['2.2', 'approved', undefined], ['2.3', 'recommended', 'Council']]);
  });
  it('reads the fields that its headings name', () => {
    expect(texts(r.summary)).toHaveLength(2);
    expect(texts(r.reasons)).toEqual(['The wall protects forty homes.']);
    expect(r.supportingInformation[0]?.items).toHaveLength(3);
    expect(texts(r.otherOptions)).toEqual(['To do nothing.']);
    expect(r.implications.map((i) => [i.area, i.heading, i.items.length])).toEqual([['financial', 'Financial', 1], ['legal', 'Legal', 1], ['equalities', 'Equalities impact', 1]]);
    expect(r.sections.map((s) => s.title)).toEqual(['Drawings of the wall']);
    expect(r.headings.map((h) => h.field)).toContain('supportingInformation');
  });
  it('reads the box at its foot', () => {
    expect(r.contacts).toMatchObject([{ name: 'Ann Archer', phone: '01632 960001', email: 'ann.archer@fenwick.gov.uk' }]);
    expect(r.backgroundPapers).toEqual([]);
    expect(r.appendices).toMatchObject([{ number: '1', title: 'Implications' }, { number: '2', title: 'Drawings' }]);
  });
  it('infers the years of milestones from the meeting, and from the step before', () => {
    expect(r.milestones.map((m) => [m.period.text, m.period.start, m.period.end, m.text])).toEqual([
      ['June', '2008-06-01', '2008-06-30', 'tenders invited'], ['August/September', '2008-08-01', '2008-09-30', 'works'], ['January', '2009-01-01', '2009-01-31', 'inspection'],
    ]);
    expect(r.supportingInformation[0]?.items?.[0]?.text).toBe('June – tenders invited');
  });
});

describe('a front of labelled lines', () => {
  const r = read(paper([
    'Report to: Executive', 'Date of meeting: 14 September 2023', 'Title: Refitting the Baths', 'Report author: Janet Oakes, Head of Leisure', 'Tel: 01632 960002',
    'Wards affected: Quayside, Northgate and Hill', 'Key decision: Yes – over £500,000', 'Portfolio holder: Cllr Amir Hussain', 'Past pathway of report: Leisure Panel, 1 July 2023',
    'Classification: Unrestricted', 'Agenda item: 7', 'Decision no: 23/0071   Call-in: No', 'Is it urgent? No',
    '1. Purpose of report', '1.1 To seek approval.', '2. Recommendations', '2.1 That the Executive:', '(a) notes the survey at Appendix A; and', '(b) approves the works.',
    '3. Financial implications', '3.1 £1.2m.', '4. Consultation', '4.1 Swimmers were asked.', '5. Governance', '5.1 A board will meet.', '6. Next steps', '6.1 Works begin in May.',
  ]));
  it('becomes fields', () => {
    expect(r).toMatchObject({
      title: 'Refitting the Baths', body: 'Executive', date: '2023-09-14', wards: ['Quayside', 'Northgate', 'Hill'], keyDecision: true, portfolio: 'Cllr Amir Hussain', marking: 'Unrestricted',
      pathway: { past: 'Leisure Panel, 1 July 2023' }, itemNumber: '7', decisionNumber: '23/0071',
    });
    expect(r.authors).toMatchObject([{ name: 'Janet Oakes', type: 'person', role: 'Head of Leisure' }]);
    expect(r.contacts).toMatchObject([{ name: 'Janet Oakes', capacity: 'Report author', phone: '01632 960002' }]);
  });
  it('keeps what is more than yes or no, and labels that it does not know', () => {
    expect(r.fields).toEqual(expect.arrayContaining([
      expect.objectContaining({ label: 'Key decision', text: 'Yes – over £500,000' }), expect.objectContaining({ text: 'No' }), expect.objectContaining({ label: 'Is it urgent?', text: 'No' }),
    ]));
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('parts the introduction of the recommendations from the list', () => {
    expect(r.recommendationsIntroduction).toBe('That the Executive:');
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['a', 'noted'], ['b', 'approved']]);
  });
  it('takes a one-word area for one beside other areas only, and never a word that heads other sections', () => {
    expect(r.implications.map((i) => i.area)).toEqual(['financial', 'consultation']);
    expect(r.sections.map((s) => s.title)).toEqual(['Governance', 'Next steps']);
  });
});

describe('a front set as a table', () => {
  const r = read(paper([
    table([['From:', 'Rose Ng, Leader'], ['', 'Dr Ivor Penn, Director of Roads'], ['To:', 'Cabinet – 30 January 2031'], ['Subject:', 'Mending the roads'], ['Decision no:', '31/00007'], ['Electoral Division:', 'All']], 0),
    'Summary: The roads are worn.', 'More of them wear out every year.', 'Recommendations: Cabinet is asked to agree the programme.',
    '1. Background', '1.1 Roads were mended in 2029.', '2. Recommendation(s):', '2.1 Cabinet is asked to agree the programme.',
    '3. Appendices', 'Proposed decision', 'A: Map of the roads', 'B: Costs', '4. Contact details', 'Author', 'Dr Ivor Penn', 'Director of Roads', 'ivor.penn@example.gov.uk', 'Relevant director', 'Sue Hart', 'Director of Places', '01632 960003',
  ]));
  it('is read row by row, with values over several rows', () => {
    expect(r).toMatchObject({ title: 'Mending the roads', body: 'Cabinet', date: '2031-01-30', decisionNumber: '31/00007', wards: ['All'] });
    expect(r.from).toMatchObject([{ name: 'Rose Ng', role: 'Leader' }, { name: 'Ivor Penn', honorific: 'Dr', role: 'Director of Roads' }]);
  });
  it('parts headings that stand at the head of their paragraph', () => {
    expect(texts(r.summary)).toEqual(['The roads are worn.', 'More of them wear out every year.']);
    expect(r.recommendations).toMatchObject([{ text: 'Cabinet is asked to agree the programme.', outcome: 'agreed' }]);
  });
  it('makes recommendations printed again a section', () => {
    expect(r.recommendations).toHaveLength(1);
    expect(r.sections.map((s) => [s.number, s.title, s.paragraphs.length])).toEqual([['1', 'Background', 1], ['2', 'Recommendation(s):', 1]]);
    expect(r.diagnostics.filter((d) => d.rule.startsWith('number-'))).toEqual([]);
  });
  it('reads appendices and contacts', () => {
    expect(r.appendices.map((a) => [a.number, a.title])).toEqual([[undefined, 'Proposed decision'], ['A', 'Map of the roads'], ['B', 'Costs']]);
    expect(r.contacts).toMatchObject([
      { name: 'Ivor Penn', honorific: 'Dr', role: 'Director of Roads', capacity: 'Author', email: 'ivor.penn@example.gov.uk' }, { name: 'Sue Hart', role: 'Director of Places', capacity: 'Relevant director', phone: '01632 960003' },
    ]);
  });
});

describe('the body', () => {
  const front = ['Marlwick District Council', 'Scrutiny Committee', '3 March 2014', 'Report of the Head of Parks', 'The bandstand'];
  it('nests what is said of each option under it', () => {
    const r = read(paper([...front, 'Options', 'Option 1 – Mend it', 'Advantages: it lasts.', 'Disadvantages: it costs.', 'Option 2 – Leave it', 'Advantages: it is cheap.', 'Recommendation', 'Option 1 is recommended.']));
    expect(r.otherOptions.map((o) => [o.text, o.items?.length])).toEqual([['Option 1 – Mend it', 2], ['Option 2 – Leave it', 1]]);
  });
  it('reads implications from a table, from run-in headings, and unknown areas between known ones', () => {
    const r = read(paper([...front, 'Recommendation', 'That the report be noted.', 'IMPLICATIONS', table([['Area', 'Implication'], ['Financial', 'None.'], ['Legal', 'The Parks Act applies.'], ['Gypsies and travellers', 'None.']]),
      'Risk: the roof may fall.', 'Climate change: none.']));
    expect(r.implications.map((i) => [i.area, i.heading])).toEqual([['financial', 'Financial'], ['legal', 'Legal'], ['other', 'Gypsies and travellers'], ['risk', 'Risk'], ['environmental', 'Climate change']]);
  });
  it('takes "The Committee is asked to:" for the heading in a report that has none, and leaves appendices whole', () => {
    const r = read(paper([...front, '# 1. Introduction', '1.1 The bandstand leaks.', '1.2 The Committee is asked to:', '(i) note the leak;', '(ii) request a survey.',
      '# Appendix A – Earlier report', '# Summary', 'It leaked before.', '# Recommendations', 'That it be mended.']));
    expect(r.recommendationsIntroduction).toBe('The Committee is asked to:');
    expect(r.recommendations.map((x) => x.outcome)).toEqual(['noted', 'requested']);
    expect(r.summary).toEqual([]);
    expect(r.sections.map((s) => [s.title, s.sections.map((t) => t.title)])).toEqual([['Introduction', []], ['Appendix A – Earlier report', ['Summary', 'Recommendations']]]);
  });
  it('reads lists set as tables, and notes after the recommendations as a section', () => {
    const r = read(paper([...front, '# Recommendations', table([['2.1', 'Note the report.'], ['2.2', 'Approve the works.']], 0), '# Background papers', table([['1|2', 'Survey of 2012|Survey of 2013']], 0),
      '# Comments', 'Nothing more.']));
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['2.1', 'noted'], ['2.2', 'approved']]);
    expect(r.backgroundPapers.map((b) => [b.number, b.text])).toEqual([['1', 'Survey of 2012'], ['2', 'Survey of 2013']]);
  });
  it('keeps "None" where it is printed, and a sign-off as the author', () => {
    const r = read(paper([...front, 'Recommendation', 'That the report be noted.', 'Background papers: None', 'Appendices: None', 'The end of this report is here, and nothing follows it.', 'MARY STONE', 'Director of Places', '1 March 2014']));
    expect(texts(r.backgroundPapers)).toEqual(['None']);
    expect(r.appendices).toEqual([]);
    expect(r.sections[0]).toMatchObject({ title: 'Appendices' });
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('reports numbers that are missing or repeated', () => {
    const r = read(paper([...front, '# 1. Summary', '1.1 One.', '1.3 Three.', '# 3. Recommendations', '3.1 That it be noted.', '3.1 That it be approved.']));
    expect(r.diagnostics.map((d) => d.rule).sort()).toEqual(['number-repeated', 'number-skipped', 'number-skipped']);
  });
  it('reads milestones from a table, but no history', () => {
    const r = read(paper([...front, '# Timetable', table([['Stage', 'Target date'], ['Tender', 'April'], ['Start on site', 'September 2014']]), '# History', 'It was:', '- 1902 – built', '- 1950 – painted']));
    expect(r.milestones.map((m) => [m.text, m.period.start])).toEqual([['Tender', '2014-04-01'], ['Start on site', '2014-09-01']]);
  });
});

describe('other councils', () => {
  it('number their sections 1.0, 2.0', () => {
    const r = read(paper(['REPORT TO: PLACES SCRUTINY COMMITTEE', 'DATE: 11th November 2019', 'REPORTING OFFICER: Deb Marsh, Director of Places', 'SUBJECT: Litter', 'WARDS: All', 'EXEMPT INFORMATION: None',
      '1.0 PURPOSE OF THE REPORT', para('1.1 To tell members.', { heading: { level: 3, by: 'looks' } }), '2.0 RECOMMENDATIONS', 'That:', '1) the report be noted;', '2) a second report be received.',
      '3.0 POLICY IMPLICATIONS', '3.1 None.', '4.0 IMPLICATIONS FOR THE COUNCIL’S PRIORITIES', '4.1 A Healthy Marsh', 'Good.', '5.0 LIST OF BACKGROUND PAPERS UNDER SECTION 100D OF THE ACT', 'None.']));
    expect(r).toMatchObject({ title: 'Litter', body: 'PLACES SCRUTINY COMMITTEE', date: '2019-11-11', fields: [{ label: 'EXEMPT INFORMATION', text: 'None' }] });
    expect(r.summary).toMatchObject([{ number: '1.1', text: 'To tell members.' }]);
    expect(r.summary[0]).not.toHaveProperty('heading');
    expect(r.recommendationsIntroduction).toBe('That:');
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['1', 'noted'], ['2', 'received']]);
    expect(r.implications.map((i) => [i.number, i.area])).toEqual([['3.0', 'corporate-objectives'], ['4.0', 'corporate-objectives']]);
    expect(r.backgroundPapers).toHaveLength(1);
    expect(r.diagnostics).toEqual([]);
  });
  it('head their sections with questions, and label the parts of a contact', () => {
    const r = read(paper(['Northvale Council', 'Cabinet', '12 July 2022', 'Title: Buses', '1. Summary', '1.1 The key milestones are:', 'Plan sent (October 2022)', 'Partnership made (January)',
      '2. Recommendations', 'Cabinet is recommended to:', '1. Approve the plan.', '2. Recommend to Full Council that the budget be amended.', '3. Why is this decision needed?', '3.1 It is law.',
      '4. What options have been considered?', 'Option A: Send it.', '5. Impact of the proposals', '5.1 Finance', 'A grant.', '5.2 Ward member consultation', 'Done.',
      '6. Report author', 'Name: Priya Nair', 'Title: Transport Planner', 'Phone: 01632 960333', 'Email: priya.nair@northvale.gov.uk']));
    expect(texts(r.reasons)).toEqual(['It is law.']);
    expect(r.otherOptions).toHaveLength(1);
    expect(r.implications.map((i) => [i.area, i.heading])).toEqual([['financial', 'Finance'], ['consultation', 'Ward member consultation']]);
    expect(r.recommendations[1]).toMatchObject({ outcome: 'recommended', recommendedTo: 'Full Council' });
    expect(r.contacts).toMatchObject([{ name: 'Priya Nair', role: 'Transport Planner', capacity: 'Report author', phone: '01632 960333', email: 'priya.nair@northvale.gov.uk' }]);
    expect(r.authors).toMatchObject([{ name: 'Priya Nair' }]);
    expect(r.milestones.map((m) => [m.text, m.period.start])).toEqual([['Plan sent', '2022-10-01'], ['Partnership made', '2023-01-01']]);
  });
  it('number with bars, and put the item beside the council', () => {
    const r = read(paper(['PORTHAVEN CITY COUNCIL Agenda Item 6', 'Report to the Audit and Governance Board', 'Money matters', 'As at Quarter 3', 'Report of: Chief Auditor', para('1 | Introduction', { heading: { level: 1, by: 'looks' } }), 'Money is spent.',
      para('2 | Recommendations', { heading: { level: 1, by: 'looks' } }), '2.1 Note the spending.', para('3 | Comments', { heading: { level: 1, by: 'looks' } }), 'None.']));
    expect(r).toMatchObject({ organisation: 'PORTHAVEN CITY COUNCIL', body: 'Audit and Governance Board', title: 'Money matters', itemNumber: '6', reportOf: 'Chief Auditor' });
    expect(r.recommendations).toMatchObject([{ number: '2.1', outcome: 'noted' }]);
    expect(r.sections.map((s) => [s.number, s.title])).toEqual([[undefined, 'Money matters'], ['1', 'Introduction'], ['3', 'Comments']]);
    expect(r.coverage.ratio).toBe(1);
  });
});

describe('labels of several people', () => {
  it('give each person the capacity, and the line under a lone "Appendix C" is its title', () => {
    const r = read(paper([
      'FENWICK CITY COUNCIL', 'CABINET', '6 May 2008', 'Harbour Wall', '1. Purpose of report', '1.1 To report on the wall.', '2. Recommendations', '2.1 To note the survey.',
      '3. Appendices', 'Appendix A', 'Survey', 'Appendix B', 'Equality impact assessment', '4. Background papers', 'None',
      'Report authors:', 'Mary Tandy, Harbour Manager', 'Tel: 01632 960200', 'mary.tandy@fenwick.gov.uk', 'Joseph Umar, Surveyor', 'Tel: 01632 960201', 'joseph.umar@fenwick.gov.uk',
    ]));
    expect(r.appendices.map((a) => [a.number, a.title])).toEqual([['A', 'Survey'], ['B', 'Equality impact assessment']]);
    expect(r.implications).toEqual([]);
    expect(r.contacts.map((c) => [c.name, c.capacity])).toEqual([['Mary Tandy', 'Report authors'], ['Joseph Umar', 'Report authors']]);
  });
});
