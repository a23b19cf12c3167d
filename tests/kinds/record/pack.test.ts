/** An agenda's pack: the agenda, the minutes of the last meeting and the reports, each a record of its own; and what is no pack. */
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/paper/model.js';
import { paper, recordOf, table } from '../paper.js';

interface Plain { kind: string; title: string; date?: string; items?: { title: string }[]; recommendations?: { text: string }[]; attached?: Plain[]; coverage: { ratio: number; characters: number } }
const record = (blocks: readonly (Block | string)[]): Plain => recordOf(paper(blocks)) as unknown as Plain;

const AGENDA = [
  'Larkmouth Council', 'Cabinet', 'Tuesday 3 June 2025 at 6.00 pm', 'Council Chamber, Town Hall', 'AGENDA', '1. Apologies for absence', 'To receive any apologies.', '2. Declarations of interest', '3. Minutes (Pages 3 - 4)',
  'To approve the minutes of the meeting held on 6 May 2025.', '4. Street Lighting Renewal (Pages 5 - 8)', 'Report of the Head of Highways.', '5. Library Opening Hours (Pages 9 - 12)', 'Report of the Head of Culture.',
];
const MINUTES = [
  '# Minutes of the meeting of the Cabinet held on Tuesday 6 May 2025', 'Present: Councillors A Lane (Chair), B Moss and C Reed', 'Apologies: Councillor D Hart', '1. Minutes of the last meeting',
  'RESOLVED – That the minutes of the meeting held on 1 April 2025 be approved and signed.', '2. Waste contract', 'The Head of Environment introduced the report. Members asked about the cost of bins and the number of rounds.',
  'RESOLVED – That the contract be extended by one year.', 'The meeting closed at 7.15 pm.',
];
const BODY = [
  '## 1. Purpose of report', '1.1 To seek approval to renew street lights.', '## 2. Recommendations', '2.1 That Cabinet approve the programme.', '## 3. Background', '3.1 There are 9,000 lights in the borough, and half of them are over 30 years old.',
  '## 4. Financial implications', '4.1 The cost is £2.1m over three years.', '## 5. Legal implications', '5.1 The council has a power to light highways.',
];
const boxed = (title: string, of: string): (Block | string)[] => [`# ${title}`, table([['Report to:', 'Cabinet'], ['Date:', '3 June 2025'], ['Title:', title], ['Report of:', of], ['Wards affected:', 'All']], 0), ...BODY];
const lined = (title: string, of: string): (Block | string)[] => ['Report to: Cabinet', 'Date: 3 June 2025', `Subject: ${title}`, `Report of: ${of}`, 'Wards affected: All', ...BODY];

describe('a pack', () => {
  it.each([['boxes', boxed], ['lines', lined]] as const)('is parted into its papers, the fronts of its reports set in %s', (_, report) => {
    const blocks = [...AGENDA, ...MINUTES, ...report('Street Lighting Renewal', 'Head of Highways'), ...report('Library Opening Hours', 'Head of Culture')];
    const r = record(blocks);
    expect([r.kind, r.date]).toEqual(['agenda', '2025-06-03']);
    expect(r.items?.map((i) => i.title)).toEqual(['Apologies for absence', 'Declarations of interest', 'Minutes', 'Street Lighting Renewal', 'Library Opening Hours']);
    expect(r.attached?.map((a) => [a.kind, a.date])).toEqual([['minutes', '2025-05-06'], ['cabinet-report', '2025-06-03'], ['cabinet-report', '2025-06-03']]);
    expect(r.attached?.slice(1).map((a) => a.title)).toEqual(['Street Lighting Renewal', 'Library Opening Hours']);
    expect(r.attached?.[1]?.recommendations?.map((x) => x.text)).toEqual(['That Cabinet approve the programme.']);
    const whole = record([...AGENDA, ...MINUTES]);
    expect(whole.attached?.map((a) => a.kind)).toEqual(['minutes']);
    for (const part of [r, ...r.attached ?? []]) expect(part.coverage.ratio).toBe(1);
  });

  it('keeps an appendix with the report that it belongs to', () => {
    const r = record([...AGENDA, ...boxed('Street Lighting Renewal', 'Head of Highways'), '# Appendix A: Streets', 'High Street and Fern Lane come first, and the harbour road after them.', ...boxed('Library Opening Hours', 'Head of Culture')]);
    expect(r.attached?.map((a) => a.kind)).toEqual(['cabinet-report', 'cabinet-report']);
    expect(JSON.stringify(r.attached?.[0])).toContain('High Street and Fern Lane');
  });
});

describe('no pack', () => {
  it('is a report with a front of its own, a report that another is appended to, or an agenda that says who reports', () => {
    expect(record(boxed('Street Lighting Renewal', 'Head of Highways'))).toMatchObject({ kind: 'cabinet-report' });
    expect(record(boxed('Street Lighting Renewal', 'Head of Highways')).attached).toBeUndefined();
    expect(record([...boxed('Street Lighting Renewal', 'Head of Highways'), ...boxed('Library Opening Hours', 'Head of Culture')]).attached).toBeUndefined();
    expect(record([...AGENDA, 'Contact: Ann Bell', 'Date: 27 May 2025', 'From: Town Clerk'])).toMatchObject({ kind: 'agenda' });
    expect(record([...AGENDA, 'Contact: Ann Bell', 'Date: 27 May 2025', 'From: Town Clerk']).attached).toBeUndefined();
  });
});
