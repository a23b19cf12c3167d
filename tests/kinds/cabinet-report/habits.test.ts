// Habits of reports whose headings have no look: invented councils.
import { describe, expect, it } from 'vitest';
import { paper, para, recordOf } from '../paper.js';

interface Report { recommendations: { number?: string; text: string }[]; reasons: { text: string }[]; otherOptions: { text: string }[]; summary: { text: string }[]; implications: { area: string; heading: string }[]; sections: { title: string; paragraphs: { text: string }[] }[]; authors?: { name: string }[]; backgroundPapers: { text: string }[]; coverage: { unassigned: unknown[] } }
const reportOf = (...blocks: Parameters<typeof paper>[0]): Report => recordOf(paper(blocks), 'cabinet-report') as unknown as Report;
const FRONT = ['Quay Council', 'Harbour Committee', '1 March 2016', 'Early Years: Update'];

describe('headings that only their place or their words show', () => {
  it('ends the recommendations at a line over the next chapter', () => {
    const r = reportOf(...FRONT, 'Recommendations', para('It is recommended that the Committee:', { label: '1.1', number: '1.1' }), para('notes the progress;', { label: '1.1.1', number: '1.1.1' }), para('refers this report on.', { label: '1.1.2', number: '1.1.2' }),
      'Where we began', para('The Act of 2014 raised the entitlement.', { label: '2.1', number: '2.1' }), 'Main report', para('Provision has grown.', { label: '3.1', number: '3.1' }),
      'Financial impact', para('The cost is £1.2m.', { label: '4.1', number: '4.1' }), 'Consultation and engagement', para('Parents were asked.', { label: '5.1', number: '5.1' }));
    expect(r.recommendations.map((x) => x.number)).toEqual(['1.1.1', '1.1.2']);
    expect(r.sections).toMatchObject([{ title: 'Where we began', paragraphs: [{ text: 'The Act of 2014 raised the entitlement.' }] }]);
    expect(r.implications.map((i) => i.area)).toEqual(['financial', 'consultation']);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('knows the headings of a form by their words', () => {
    const r = reportOf('Quay Council', 'Report to: Cabinet', 'Date of Meeting: 18 July 2023', 'Subject: Family Hubs', 'Section 1 – Summary and Recommendations', 'This report sets out the plan for hubs in the borough.',
      'Recommendations:', 'Cabinet is requested to:', '1. Approve the plan.', '2. Note the grant.', 'Reason (for recommendations):', 'To draw down the grant.', 'Section 2 – Report', 'Introductory paragraph', 'The Council was chosen.',
      'Options considered', 'Option 1: Do nothing. This was rejected.', 'Current situation', 'There are nine centres.', 'Legal Implications', 'The Act of 2006 applies.',
      'Section 3 – Statutory Officer Clearance', 'Chief Financial Officer: Dawn Carver', 'Date: 3 July 2023');
    expect(r.summary.map((s) => s.text)).toEqual(['This report sets out the plan for hubs in the borough.']);
    expect(r.reasons.map((s) => s.text)).toEqual(['To draw down the grant.']);
    expect(r.otherOptions).toHaveLength(1);
    expect(r.sections.map((s) => s.title)).toEqual(['Introductory paragraph', 'Current situation', 'Section 3 – Statutory Officer Clearance']);
    expect(r.authors).toBeUndefined();
  });
  it('takes the name and post at the end for the author’s, though a short line stands before', () => {
    const r = reportOf(...FRONT, 'Recommendations', '1. That the report be noted.', 'Background reading/external references', 'Report to Committee, 3 March 2015', 'Alastair Gaunt', 'Executive Director of Communities', 'Contact: Aileen Marr, Senior Manager');
    expect(r.backgroundPapers.map((b) => b.text)).toEqual(['Report to Committee, 3 March 2015']);
    expect(r.authors).toMatchObject([{ name: 'Alastair Gaunt' }]);
  });
});

describe('forward plans', () => {
  it('are no reports', () => {
    const r = recordOf(paper(['Quay County Council', 'FORWARD PLAN OF KEY DECISIONS', '1 May 2024 to 31 August 2024', 'Title: Ferry fares', 'Decision maker: Cabinet', 'Date of decision: 20 May 2024', 'Portfolio holder: Cllr A Frayne', 'Contact officer: Tom Hirst', 'Title: Piers', 'Decision maker: Cabinet', 'Portfolio holder: Cllr J Mears', 'Public or exempt: Public']));
    expect(r.kind).toBe('document');
  });
});

describe('recommendations that name the body over their list', () => {
  it('have it for their introduction', () => {
    const r = reportOf('REPORT TO: YOUNG PEOPLE BOARD', 'DATE: 14 June 2010', 'REPORTING OFFICER: Strategic Director – Children and Enterprise', 'SUBJECT: Inspection', para('PURPOSE OF THE REPORT', { label: '1.0', number: '1.0' }), para('To tell the Board.', { label: '1.1', number: '1.1' }),
      para('RECOMMENDATION: That the Board', { label: '2.0', number: '2.0' }), para('note the outcome; and', { label: 'i)', number: 'i' }), para('endorse the plan.', { label: 'ii)', number: 'ii' }), para('SUPPORTING INFORMATION', { label: '3.0', number: '3.0' }), para('It took place.', { label: '3.1', number: '3.1' })) as unknown as { recommendationsIntroduction?: string; recommendations: { number?: string; outcome?: string }[]; contacts: { name: string; role?: string }[] };
    expect(r.recommendationsIntroduction).toBe('That the Board');
    expect(r.recommendations.map((x) => [x.number, x.outcome])).toEqual([['i', 'noted'], ['ii', 'approved']]);
    expect(r.contacts).toMatchObject([{ name: '', role: 'Strategic Director – Children and Enterprise' }]);
  });
});

describe('usual words that head nothing', () => {
  const titles = (r: Report): string[] => r.sections.map((s) => s.title);
  it('stay the entries of a list, with marks', () => {
    const r = reportOf(...FRONT, '# Background', 'The contract will cover:', '• Governance', '• Monitoring', '• Procurement route', 'It runs for five years.', '# Financial implications', 'None.');
    expect(titles(r)).toEqual(['Background']);
    expect(r.sections[0]?.paragraphs).toMatchObject([{ text: 'The contract will cover:', items: [{ text: 'Governance' }, { text: 'Monitoring' }, { text: 'Procurement route' }] }, { text: 'It runs for five years.' }]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('stay the entries of a list, without marks, whatever follows', () => {
    const r = reportOf(...FRONT, '# Recommendation', 'That Cabinet agree the dues.', '# The dues', 'Three things were weighed:', 'Governance', 'Procurement route', 'Implementation', 'None of them ruled the dues out.');
    expect(titles(r)).toEqual(['The dues']);
  });
  it('take nothing from the recommendations', () => {
    const r = reportOf(...FRONT, 'Recommendations', 'That Cabinet approve:', 'Implementation', 'Monitoring', 'That the clerk write to members.', '# Legislation', 'The Act of 1985 applies.');
    expect(titles(r)).toEqual(['Legislation']);
    expect(JSON.stringify(r.recommendations)).toContain('Implementation');
    expect(JSON.stringify(r.recommendations)).toContain('Monitoring');
    const named = reportOf(...FRONT, 'Recommendations', '1. That the dues be agreed.', 'Governance', '2. That the board be noted.');
    expect(titles(named)).toEqual([]);
  });
  it('end finished recommendations over prose', () => {
    const r = reportOf(...FRONT, 'Recommendations', '1. That the dues be agreed.', 'Background', 'The harbour has nine berths.');
    expect(r.recommendations.map((x) => x.text)).toEqual(['That the dues be agreed.']);
    expect(titles(r)).toEqual(['Background']);
  });
  it('are too common alone for “Scope”, “Benefits” or “Links”, which need a look or a form under them', () => {
    const r = reportOf(...FRONT, 'Current situation', 'There are nine berths.', 'Scope', 'All nine are to be dredged.');
    expect(titles(r)).toEqual(['Current situation']);
    const form = reportOf(...FRONT, 'Current situation', 'There are nine berths.', 'Links', 'Pledges: P6', 'Next steps', 'Dredging begins in May.');
    expect(titles(form)).toEqual(['Current situation', 'Links', 'Next steps']);
  });
});

describe('a list of contents', () => {
  it('heads nothing: what it names stands further down', () => {
    const r = reportOf(...FRONT, 'Contents', 'Executive summary', 'Recommendations', 'Background', 'Evidence', 'Executive summary', 'The group met six times.', 'Recommendations', '1. That the clerk be trained.', '2. That the board report each year.',
      'Background', 'The Committee agreed to set up the group on 4 June 2015.');
    expect(r.recommendations.map((x) => x.text)).toEqual(['That the clerk be trained.', 'That the board report each year.']);
    expect(r.sections.map((s) => [s.title, s.paragraphs.length])).toEqual([['Contents', 4], ['Background', 1]]);
    expect(r.summary.map((s) => s.text)).toEqual(['The group met six times.']);
  });
});

describe('those who sign a report', () => {
  it.each(['Chief Executive', 'Corporate Director of Place'])('are its authors, as %s too', (post) => {
    const r = reportOf('Quay Council', 'Report to: Cabinet', 'Date: 4 March 2025', 'Subject: Dues', '# Recommendations', '1. That the report be noted.', '# Legal implications', 'None.', `${post}: Jane Marsh`, '3 March 2025');
    expect(r.authors).toMatchObject([{ name: 'Jane Marsh' }]);
  });
});
