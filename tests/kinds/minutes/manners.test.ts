// How councils of different parts of Britain set out their minutes: invented councils, one manner a test.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { inEitherLanguage } from '../../../src/kinds/shared/bilingual.js';
import { paper, para, recordOf } from '../paper.js';

const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const who = (r: MinutesRecord): string[] => r.attendance.map((a) => `${[a.honorific, a.name].filter(Boolean).join(' ')}: ${a.status}${a.note === undefined ? '' : ` (${a.note})`}`);

describe('headings in two languages', () => {
  it('takes them apart, and nothing else', () => {
    expect(inEitherLanguage('COFNODION / MINUTES')).toEqual(['COFNODION', 'MINUTES']);
    expect(inEitherLanguage('Minutes 2010/11')).toEqual([]);
  });
  it('reads attendance, resolutions and the next meeting under either', () => {
    const r = minutesOf(
      'CYNGOR TREFARIAN / TREFARIAN COUNCIL', 'Minutes of a meeting of the Harbour Board', 'Dydd Mawrth, 14 Ionawr 2025 / Tuesday, 14 January 2025', '10.00 a.m.',
      'Yn bresennol / Present:', 'Y Cynghorydd / Councillor Nia Rees', 'Ymddiheuriadau / Apologies:', 'Councillor Huw Bevan',
      '1. COFNODION / MINUTES', 'PENDERFYNWYD / RESOLVED to confirm the minutes of 10 December 2024.',
      '2. CYFARFOD NESAF / NEXT MEETING', 'Tuesday, 11 February 2025 at 10.00 a.m.',
    );
    expect(r.meeting).toMatchObject({ date: '2025-01-14', startTime: '10:00', nextMeeting: { date: '2025-02-11', time: '10:00' } });
    expect(r.meeting.venue).toBeUndefined();
    expect(who(r)).toEqual(['Councillor Nia Rees: present', 'Councillor Huw Bevan: apologies']);
    expect(r.items[0]?.decisions).toMatchObject([{ text: 'to confirm the minutes of 10 December 2024.', outcome: 'approved' }]);
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('who was there', () => {
  const HEAD = ['Minutes of a meeting of the Quay Committee held on 4 May 2021'];
  it('notes those under a heading that says they joined from elsewhere', () => {
    const r = minutesOf(...HEAD, 'Members Present in Person:', 'Councillor A Brook (Chair)', 'Members in Attendance Virtually:', 'Councillor B Lane', '1. MINUTES', 'RESOLVED that the minutes be approved.');
    expect(who(r)).toEqual(['Councillor A Brook: chair', 'Councillor B Lane: present (virtually)']);
  });
  it('takes a line with a colon among names for a heading', () => {
    const r = minutesOf(...HEAD, 'Sederunt:', 'Councillors:', 'Ann Brook', 'Bailie Ewan Dale', 'Religious Members of the Board:', 'Rev Ian Croft', '1. MINUTES', 'RESOLVED that the minutes be approved.');
    expect(who(r)).toEqual(['Councillor Ann Brook: present', 'Bailie Ewan Dale: present', 'Rev Ian Croft: present']);
  });
  it('leaves one whom another stood in for among the apologies', () => {
    const r = minutesOf(...HEAD, 'Present: Councillor A Brook', '1. APOLOGIES', 'Apologies were received from Councillors B Hale and K Ings (substituted by Councillor S Finn).');
    expect(who(r).slice(1)).toEqual(['Councillor B Hale: apologies', 'Councillor K Ings: apologies (substituted by Councillor S Finn)']);
  });
  it('reads a bare list of apologies up to the remark after it', () => {
    const r = minutesOf(...HEAD, 'Present: Cllr A Brook, Mrs H Elms (Clerk), District Cllr M Birch', '1. Apologies', 'Cllr K Fox (work) and Cllr L Gray (holiday). Apologies accepted.');
    expect(r.attendance.map((a) => [a.honorific, a.name, a.organisation])).toEqual([
      ['Cllr', 'A Brook', undefined], ['Mrs', 'H Elms', undefined], ['District Cllr', 'M Birch', undefined], ['Cllr', 'K Fox', undefined], ['Cllr', 'L Gray', undefined],
    ]);
  });
});

describe('items of business', () => {
  it('takes "Item 4:" for the agenda’s number', () => {
    const r = minutesOf('Minutes of a meeting of the Quay Board held on 4 May 2021', 'Present: Cllr A Brook', 'Item 1: Apologies', 'None.', 'Item 2: Ferry fares', 'Agreed: That the fares be frozen.', 'Item 3: Work programme', 'Recommendations to Cabinet:', '1. That Cabinet writes to the operator;', '2. That the report be noted.');
    expect(r.items.map((i) => [i.number, i.agendaItem, i.title])).toEqual([[undefined, '1', 'Apologies'], [undefined, '2', 'Ferry fares'], [undefined, '3', 'Work programme']]);
    expect(r.items[2]?.decisions.map((d) => d.outcome)).toEqual(['recommended', 'noted']);
  });
  it('takes bold words before plain ones for the title', () => {
    const lead = (text: string, bold: number, label: string) => para(text, { label, number: label.slice(0, -1), spans: [{ start: 0, end: bold, style: 'bold' as const }] });
    const r = minutesOf('Minutes of a meeting of the Path Forum held on 4 May 2021', 'Present: Cllr A Brook',
      lead('Welcome The Chair welcomed all.', 7, '1.'), lead('Stiles The Forum noted the survey.', 6, '2.'), lead('Gates Members asked for more of them.', 5, '3.'));
    expect(r.items.map((i) => [i.number, i.title])).toEqual([['1', 'Welcome'], ['2', 'Stiles'], ['3', 'Gates']]);
    expect(r.items[0]?.discussion.map((d) => [d.number, d.text])).toEqual([[undefined, 'The Chair welcomed all.']]);
  });
  it('reads what was resolved under "RESOLVED that:" as a paragraph of its own', () => {
    const r = minutesOf('Minutes of a meeting of the Quay Board held on 4 May 2021', 'Present: Cllr A Brook', '1. MINUTES', 'RESOLVED that:', 'the minutes of 6 April 2021 be approved.');
    expect(r.items[0]?.decisions).toMatchObject([{ text: 'the minutes of 6 April 2021 be approved.', outcome: 'approved' }]);
  });
  it('gives the carried motion to the decision printed under "Decision"', () => {
    const r = minutesOf('Minute of Meeting of the Schools Committee held on 4 May 2021', 'Sederunt: Councillor A Brook', '1. SCHOOLS',
      'Motion by Councillor Brook, seconded by Councillor Lane, that the Committee agree the plan.', 'Amendment by Councillor Dale, seconded by Councillor Hale, that the Committee defer the plan.',
      'On a vote being taken, 5 members voted for the Motion and 2 for the Amendment.', para('Decision', { bold: true }), 'The Committee:', '(a) noted the report; and', '(b) agreed the plan.');
    const [amendment, decision] = r.items[0]?.decisions ?? [];
    expect(amendment).toMatchObject({ amendment: true, outcome: 'rejected', mover: { name: 'Dale' } });
    expect(decision).toMatchObject({ mover: { name: 'Brook' }, vote: { for: 5, against: 2, result: 'carried' }, items: [{ number: 'a', outcome: 'noted' }, { number: 'b', outcome: 'agreed' }] });
    expect(r.items[0]?.decisions).toHaveLength(2);
  });
  it('reads a list of declarations that is no sentence', () => {
    const r = minutesOf('Minutes of a meeting of the Quay Board held on 4 May 2021', 'Present: Cllr A Brook', '1. Declarations of interest', 'The following declarations were made:', 'Cllr Lane - item 4 - employee of the port', 'Cllr Dale - item 5 - school governor');
    expect(r.items[0]?.declarations.map((d) => [d.members?.[0]?.name, d.agendaItem])).toEqual([['Lane', '4'], ['Dale', '5']]);
  });
});
