// Who issues minutes and who met; who took the chair; where the next meeting is. Invented papers.
import { expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, recordOf, table } from '../paper.js';

const ITEMS = ['1. Apologies', 'None.', '2. Pontoons', 'RESOLVED that the report be noted.'];
const minutesOf = (...head: string[]) => recordOf(paper([...head, ...ITEMS]), 'minutes') as unknown as MinutesRecord & { organisation?: string; body?: string };

it.each([
  [['NHS Wendmoor Integrated Care Board', 'Minutes of the Quality Committee', 'Held on Thursday 18 July 2024', 'Present: A Lane (Chair), B Brook'], 'NHS Wendmoor Integrated Care Board', 'Quality Committee'],
  [['NHS Wendmoor Integrated Care Board', 'Minutes of a meeting of the Quality Committee held on 18 July 2024 at Moor House', 'Present: A Lane (Chair), B Brook'], 'NHS Wendmoor Integrated Care Board', 'Quality Committee'],
  [['Minutes of a meeting of the Works Committee of Fernhill Town Council held in the Town Hall on 3 June 2014', 'Present: Councillors A Lane (Chair), B Brook'], 'Fernhill Town Council', 'Works Committee'],
  [['Minutes of the Meeting of Penhallow Town Council', 'Held on Thursday 6th July 2023 at 7.00pm at the Guildhall', 'Present: Councillors A Lane (Chair), B Brook'], 'Penhallow Town Council', 'Penhallow Town Council'],
  [['Minutes of the meeting of Full Council held on 3 June 2014 at the Guildhall', 'Present: Councillors A Lane (Chair), B Brook'], undefined, 'Full Council'],
  [['Minutes of the meeting of the Youth Council held on 3 June 2014 at the Guildhall', 'Present: A Lane (Chair), B Brook'], undefined, 'Youth Council'],
  [['Minutes of the meeting of the Annual Council held on 3 June 2014 at the Guildhall', 'Present: Councillors A Lane (Chair), B Brook'], undefined, 'Annual Council'],
  [['Minutes of the meeting of Penhallow Youth Council held on 3 June 2014 at the Guildhall', 'Present: A Lane (Chair), B Brook'], 'Penhallow Youth Council', 'Penhallow Youth Council'],
  [['Quay Safeguarding Children Board', 'Minutes of a meeting of the Housing Task Group held on 3 June 2014', 'Present: A Lane (Chair), B Brook'], 'Quay Safeguarding Children Board', 'Housing Task Group'],
  [['Harbour Board', 'Minutes of a meeting of the Harbour Board held on 3 June 2014', 'Present: A Lane (Chair), B Brook'], undefined, 'Harbour Board'],
  [['Action notes of the Early Help Steering Group held on 9 October 2019', 'Present: A Lane (Chair), B Brook'], undefined, 'Early Help Steering Group'],
])('%j', (head, organisation, body) => {
  const r = minutesOf(...head);
  expect([r.organisation, r.body, r.meeting.body]).toEqual([organisation, body, body]);
});

it('a committee issues no minutes of its group, and “Full Council” none of its committee', () => {
  const r = minutesOf('Overview and Scrutiny Committee', 'Minutes of the meeting of the Housing Task Group held on 3 June 2014', 'Present: Councillors A Lane (Chair), B Brook');
  expect([r.organisation, r.body]).toEqual([undefined, 'Overview and Scrutiny Committee']);
  expect(r.title).toContain('Housing Task Group');
  expect(minutesOf('Full Council', 'Minutes of a meeting held on 3 June 2014', 'Present: Councillors A Lane (Chair), B Brook')).not.toHaveProperty('organisation');
});

it('the one who has the chair’s post among those present took the chair, where nobody else did', () => {
  const people = (...lines: string[]) => minutesOf('Quay Safeguarding Adults Board', 'Minutes', 'Date: 14 March 2023', 'Attendees:', ...lines).attendance.map((a) => a.status);
  expect(people('Maureen Tully - Independent Chair', 'Joy Okafor - Director of Adult Services')).toEqual(['chair', 'present']);
  expect(people('Maureen Tully - Chair of Governors', 'Joy Okafor - Director of Adult Services')).toEqual(['present', 'present']);
  expect(people('Maureen Tully - Independent Chair', 'Joy Okafor (in the Chair)')).toEqual(['present', 'chair']);
  // Whoever chairs another body.
  expect(people('Jane Dow, Chair, Friends of Fernhill Park', 'Joy Okafor - Director of Adult Services')).toEqual(['present', 'present']);
  expect(people('Jane Dow, Chair', 'Joy Okafor - Director of Adult Services')).toEqual(['chair', 'present']);
});

it('apologies are recorded for people too, and the next meeting is no name among them', () => {
  const r = recordOf(paper(['Minutes of the Harbour Committee held on 4 May 2021', 'Present: Councillors A Lane (Chair), B Brook', 'Apologies: Councillor D Hart', 'Next meeting: 8 June 2021, 9.30am, Quay House', '1. Apologies', 'Apologies were recorded for Councillor Laverty.', '2. Date of next meeting', '8 June 2021, 2pm, via Teams']), 'minutes') as unknown as MinutesRecord;
  expect(r.attendance.map((a) => [a.name, a.status])).toEqual([['A Lane', 'chair'], ['B Brook', 'present'], ['D Hart', 'apologies'], ['Laverty', 'apologies']]);
  expect(r.meeting.nextMeeting).toMatchObject({ date: '2021-06-08' });
});

it('a post of two things is a post, and the end of a sentence ends the meeting', () => {
  const r = minutesOf('Minutes of the Harbour Committee held on 4 May 2021', 'Present: A Lane (Chair)', 'Officers present: S Quigg, Committee and Member Services Officer');
  expect(r.attendance[1]).toMatchObject({ name: 'S Quigg', role: 'Committee and Member Services Officer' });
  const closed = recordOf(paper(['Minutes of the Harbour Committee held on 4 May 2021', 'Present: A Lane (Chair)', ...ITEMS, 'This being all the business the meeting closed at 8.10 pm.']), 'minutes') as unknown as MinutesRecord;
  expect(closed.meeting.endTime).toBe('20:10');
});

it('a group of one name met where its partnership’s stands over it', () => {
  const at = (name: string, group: string) => { const r = minutesOf('Cover', name, group, 'Minutes of the meeting held on Tuesday 5 December 2023', 'Present: A Lane (Chair), B Brook'); return [r.organisation, r.body]; };
  expect(at('Denholme Safeguarding Children Partnership', 'Executive Group')).toEqual(['Denholme Safeguarding Children Partnership', 'Executive Group']);
  expect(at('Denholme Safeguarding Children Partnership', 'Working together')).toEqual([undefined, 'Denholme Safeguarding Children Partnership']);
});

it('a column of standing is read whatever stands about its stroke', () => {
  const r = recordOf(paper(['Minutes of the Harbour Committee held on 4 May 2021', table([['Name', 'Agency', 'Present / Apologies'], ['Marcia Bell', 'Police', 'Present'], ['Fay Unwin', 'ICB', 'Apologies']]), ...ITEMS]), 'minutes') as unknown as MinutesRecord;
  expect(r.attendance.map((a) => [a.name, a.status, a.note])).toEqual([['Marcia Bell', 'present', undefined], ['Fay Unwin', 'apologies', undefined]]);
});
