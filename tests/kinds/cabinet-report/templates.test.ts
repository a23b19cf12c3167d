import { describe, expect, it } from 'vitest';
import type { CabinetReport } from '../../../src/kinds/records.js';
import type { Paper } from '../../../src/paper/model.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (p: Paper): CabinetReport => recordOf(p, 'cabinet-report') as unknown as CabinetReport;

describe('a member’s report with the officer’s behind it', () => {
  const r = read(paper([
    'ELDERBECK CITY COUNCIL', 'COUNCIL CABINET', '12 SEPTEMBER 2007', 'Report of the Cabinet Member for Parks', 'Park gates', 'SUMMARY', '1.1 Gates are shut.', 'RECOMMENDATIONS', '2.1 To open the gates.',
    'ELDERBECK CITY COUNCIL', 'COUNCIL CABINET', '12 SEPTEMBER 2007', 'Report of the Director of Parks', 'Park gates', 'SUPPORTING INFORMATION', '1.1 There are nine gates.',
    para('Appendix 1', { bold: true }), para('IMPLICATIONS', { bold: true }), para('Financial', { bold: true }), '1. Hinges cost £90.', para('Legal', { bold: true }), '2. None.',
  ]));
  it('keeps the first for its own, the second as a labelled line', () => {
    expect(r.reportOf).toBe('Cabinet Member for Parks');
    expect(r.fields?.map((f) => [f.label, f.text])).toEqual([['Report of the', 'Director of Parks']]);
    expect(r.coverage.furniture.map((f) => f.text)).toContain('ELDERBECK CITY COUNCIL');
  });
  it('reads an appendix that is headed Implications as those', () => {
    expect(r.implications.map((i) => [i.area, i.items.length])).toEqual([['financial', 1], ['legal', 1]]);
    expect(r.sections).toEqual([]);
  });
});

describe('a report by a Scottish officer', () => {
  const r = read(paper([
    'ELDERBECK COUNCIL', 'HARBOUR BOARD', '5 DECEMBER 2019', 'PIERS', 'Report by the Executive Director for Roads', '1.0 EXECUTIVE SUMMARY', '1.1 This report tells of piers.', '1.2 It is recommended that the Harbour Board:',
    'a) notes the piers; and', 'b) recommends to the Policy and Resources Committee that one be mended.', '2.0 DETAIL', '2.1 There are two piers, each of them a hundred years old and more, and neither is straight.',
    '3.0 IMPLICATIONS', '3.1 Policy – None.', '3.2 Financial – £5.', '3.3 Ferry timetables – They stay.', 'Executive Director for Roads: Morag Dall', '21 November 2019',
  ]));
  it('finds recommendations within the summary', () => {
    expect(r.summary.map((i) => i.number)).toEqual(['1.1']);
    expect(r.recommendationsIntroduction).toBe('It is recommended that the Harbour Board:');
    expect(r.recommendations.map((i) => [i.number, i.outcome, i.recommendedTo])).toEqual([['a', 'noted', undefined], ['b', 'recommended', 'Policy and Resources Committee']]);
  });
  it('takes areas run in among the numbered ones, known or not', () => {
    expect(r.implications.map((i) => [i.number, i.area, i.heading])).toEqual([['3.1', 'corporate-objectives', 'Policy'], ['3.2', 'financial', 'Financial'], ['3.3', 'other', 'Ferry timetables']]);
  });
  it('reads post and name at the foot', () => {
    expect(r.authors).toEqual([{ text: 'Morag Dall, Executive Director for Roads', name: 'Morag Dall', type: 'person', role: 'Executive Director for Roads' }]);
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('a front with two of what a report has one of', () => {
  it('keeps the second as labelled lines, and says nothing twice', () => {
    const r = read(paper([
      'Westmere Borough Council', 'Report to: Cabinet', 'Date: 20 May 2024', 'Title: Ferry fares', 'Report author: Jo Amery, Head of Quays', 'Key decision: Yes', 'Portfolio holder: Cllr Ann Quill', 'Portfolio holder: Cllr Ann Quill',
      'Title: Ferry times', 'Report author: Sam Teal, Harbour Master', 'Key decision: No', '# Summary', '1. Fares go up.', '# Recommendations', '2. That Cabinet agree the fares.',
    ]));
    expect(r).toMatchObject({ title: 'Ferry fares', keyDecision: true, portfolio: 'Cllr Ann Quill' });
    expect(r.authors?.map((a) => a.name)).toEqual(['Jo Amery', 'Sam Teal']);
    expect(r.fields?.map((f) => [f.label, f.text])).toEqual([['Title', 'Ferry times'], ['Key decision', 'No']]);
  });
});

describe('what stands among recommendations and is none', () => {
  const r = read(paper(['Westmere Borough Council', 'Report to: Cabinet', 'Title: Grants', '# Recommendations', 'That Cabinet agree grants as follows:', table([['Club', 'Grant'], ['Rowing', '£400']]), '1. That the money be paid in May.',
    '2. That clubs report in June.', '# Recommendations', 'Cabinet is further asked to:', '3. Thank the volunteers by letter.', '4. Publish the list of grants.']));
  it('is kept: a table under the words that introduce the list, and words that introduce another', () => {
    expect(r.recommendationsIntroduction).toBe('That Cabinet agree grants as follows:');
    expect(r.recommendations.map((x) => x.number)).toEqual(['1', '2', '3', '4']);
    expect(JSON.stringify(r.sections)).toContain('Rowing');
    expect(JSON.stringify(r.sections)).toContain('Cabinet is further asked to:');
  });
});
