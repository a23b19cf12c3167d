// Headings that name an area twice, figures that are nobody's post, and a last line that heads nothing. Invented papers.
import { describe, expect, it } from 'vitest';
import { paper, para, recordOf, table } from '../paper.js';

const FRONT = ['Quay Council', 'Report to: Cabinet', 'Date: 12 February 2024', 'Subject: Pontoons', '## 1. Recommendations', '1.1 That the pontoons be renewed.'];
interface Report { implications: { area: string; heading: string }[]; sections: { title: string }[]; contacts: { name: string; role?: string; note?: string }[] }
const reportOf = (...more: Parameters<typeof paper>[0]) => recordOf(paper([...FRONT, ...more]), 'cabinet-report') as unknown as Report;

describe('a heading over impact or comments', () => {
  it.each([['Climate change and environmental impact', 'environmental'], ['Legal and Finance comments', 'legal']])('%s', (heading, area) => {
    expect(reportOf(`## 2. ${heading}`, '2.1 It is small.').implications).toMatchObject([{ area, heading }]);
  });
  it.each(['Climate and housing impact', 'Visitor comments'])('%s is a section', (heading) => {
    const r = reportOf(`## 2. ${heading}`, '2.1 It is small.');
    expect([r.implications, r.sections.map((s) => s.title)]).toEqual([[], [heading]]);
  });
});

it('figures that are no telephone number are a note beside the contact', () => {
  expect(reportOf('Contact officer: Gemma Tate, tel 01234 555 0199, gemma.tate@quay.example').contacts).toMatchObject([{ name: 'Gemma Tate', note: '01234 555 0199' }]);
  expect(reportOf('Contact officer: Gemma Tate, Harbour Manager, gemma.tate@quay.example').contacts).toMatchObject([{ name: 'Gemma Tate', role: 'Harbour Manager' }]);
});

it('a last line that only its look made a heading is a paragraph; one with something under it is not', () => {
  const looks = (text: string) => para(text, { heading: { level: 2, by: 'looks' } });
  const boxes = (...more: Parameters<typeof paper>[0]) => (recordOf(paper(['Quay Council', 'RECORD OF OFFICER DECISION', 'Subject: Pontoons', para('Decision', { bold: true }), ...more]), 'decision-notice') as unknown as { decision: unknown[] }).decision;
  expect(boxes('To mend them.', looks('At the North Quay (all)'))).toEqual([expect.objectContaining({ text: 'To mend them.' }), expect.not.objectContaining({ heading: true })]);
  expect(boxes(looks('At the North Quay'), 'To mend them.')).toMatchObject([{ text: 'At the North Quay', heading: true, items: [{ text: 'To mend them.' }] }]);
});

it('labels line by line in one paragraph at the end are parted', () => {
  const text = 'Contact Officer: Donald Munro, Business Manager Appendix: Benchmarking of charges Background Papers: None';
  const breaks = [' Appendix', ' Background'].map((w) => text.indexOf(w));
  const spans = breaks.map((start) => ({ start, end: start + 1, style: 'break' as const }));
  const r = reportOf(para(text, { spans })) as Report & { appendices: unknown[]; backgroundPapers: unknown[] };
  expect(r).toMatchObject({ contacts: [{ name: 'Donald Munro', role: 'Business Manager' }], appendices: [{ title: 'Benchmarking of charges' }], backgroundPapers: [{ text: 'None' }] });
});

it('a row that names the columns of areas is no area', () => {
  const areas = (beside: string) => reportOf('## 2. Implications', table([['Resource Implications', beside], ['Financial', '£31k'], ['Legal', 'None']])).implications.map((i) => i.heading);
  expect(areas('Implications/None')).toEqual(['Financial', 'Legal']);
  expect(areas('Met from the budget of the year.')).toContain('Resource Implications');
  // A form's own labels name no columns of areas, whatever stands beside the first of them.
  const form = (beside: string) => reportOf(table([['Contact officer', beside], ['Background papers', 'None'], ['Appendices', 'Appendix A - Plan']])) as Report & { appendices: unknown[] };
  expect([form('Details').appendices.length, form('Jo Lane').appendices.length]).toEqual([1, 1]);
});

it('Part B ends the contacts, and links to a corporate plan are an area', () => {
  const r = reportOf('## Officers to contact', 'Jan Moor, Harbour Manager', 'Tel: 01632 960456', '# PART B', '## 2. Link to Corporate Plan priorities', '2.1 Safe harbours.');
  expect(r.contacts).toMatchObject([{ name: 'Jan Moor' }]);
  expect(r.contacts).toHaveLength(1);
  expect(r.implications).toMatchObject([{ area: 'corporate-objectives' }]);
});
