// Heads of minutes as clerks set them: who took the chair, offices before names, counts of people, hours and places on lines of their own.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const TITLE = 'Minutes of a meeting of the Harbour Committee held on 4 May 2021';
const BODY = ['1. APOLOGIES', 'None.', '2. THE QUAY', 'RESOLVED that the report be noted.'];
const who = (r: MinutesRecord): unknown[] => r.attendance.map((a) => [a.status, a.honorific, a.name, a.role, a.note].filter((v) => v !== undefined).join(' | '));

describe('those present', () => {
  it('are in the list once where a line says who took the chair', () => {
    expect(who(minutesOf(TITLE, 'Present: Provost Alan Gunn, Councillor Mona Reay, Councillor Ivor Tait', 'Councillor Mona Reay in the Chair', ...BODY))).toEqual(['present | Provost | Alan Gunn', 'chair | Councillor | Mona Reay', 'present | Councillor | Ivor Tait']);
    // Somebody else of that surname is not she.
    expect(who(minutesOf(TITLE, 'Present: Mrs Mona Reay, Councillor Ivor Tait', 'Councillor Reay in the Chair', ...BODY))).toContain('chair | Councillor | Reay');
  });
  it('may be offices with their holders, one after the other', () => {
    expect(who(minutesOf(TITLE, 'Present: The Mayor (Councillor Dora Pole) in the Chair; The Deputy Mayor (Councillor Faiz Rana); Councillors Ainley and Mrs. Bell.', ...BODY)))
      .toEqual(['chair | Councillor | Dora Pole | Mayor', 'present | Councillor | Faiz Rana | Deputy Mayor', 'present | Councillor | Ainley', 'present | Councillor Mrs | Bell']);
  });
  it('may be called as a post is, and a post stays one', () => {
    expect(who(minutesOf(TITLE, 'Present: Councillor Edwin Clerk, Councillor Clerk, Councillor A Dean, Mrs J Moss (Clerk), Ann Peel, Clerk', ...BODY)))
      .toEqual(['present | Councillor | Edwin Clerk', 'present | Councillor | Clerk', 'present | Councillor | A Dean', 'present | Mrs | J Moss | Clerk', 'present | Ann Peel | Clerk']);
  });
  it('are no sentence below them', () => {
    expect(who(minutesOf(TITLE, 'Present: Cllr A Lane (Chair), Cllr B Moss', 'The Long Drove sluice has failed.', 'The Clerk would write to the Board.', ...BODY))).toEqual(['chair | Cllr | A Lane', 'present | Cllr | B Moss']);
  });
  it('may only be counted', () => {
    expect(who(minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', 'Apologies: Cllr B Moss', 'Members of the press and public: 3', ...BODY))).toEqual(['chair | Cllr | A Lane', 'apologies | Cllr | B Moss', 'in-attendance | Members of the press and public: 3']);
  });
  it('are not the words that head the column beside them', () => {
    const tab = (text: string) => para(text.replace('|', ' '), { spans: [{ start: text.indexOf('|'), end: text.indexOf('|') + 1, style: 'tab' as const }] });
    expect(who(minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', 'Officers:', tab('Whole of meeting|Martin Nash, Director for Children’s Services'), ...BODY))).toEqual(['chair | Cllr | A Lane', 'in-attendance | Martin Nash | Director for Children’s Services']);
  });
  it('keep what stands beside the mark in their column', () => {
    const r = minutesOf(TITLE, table([['Name', 'Representing', 'Attendance'], ['Sue Dent', 'Nurseries', '✓ (sub for Ann Bell)'], ['Tim Old', 'Schools', 'Apologies (illness)'], ['Jo Lane', 'Schools', '✓']]), ...BODY);
    expect(r.attendance.map((a) => [a.status, a.name, a.note])).toEqual([['substitute', 'Sue Dent', 'sub for Ann Bell'], ['apologies', 'Tim Old', 'illness'], ['present', 'Jo Lane', undefined]]);
  });
});

describe('apologies', () => {
  it('name who came instead as a remark on the one who did not', () => {
    const r = minutesOf(TITLE, 'Present: Councillor A Lane (Chair)', '1. APOLOGIES', 'Apologies were received from Councillor Gary Low, for whom Councillor Fay Mercer substituted, and from Councillor Nina Sorrel.', ...BODY.slice(2));
    expect(who(r).slice(1)).toEqual(['apologies | Councillor | Gary Low | for whom Councillor Fay Mercer substituted', 'apologies | Councillor | Nina Sorrel']);
    expect(r.coverage.ratio).toBe(1);
  });
  it('may come with reasons', () => {
    expect(who(minutesOf(TITLE, 'Present: Councillor A Lane (Chair)', '1. APOLOGIES', 'Apologies with reasons were received from Cllrs Bird (illness) and Rudd (on holiday).', ...BODY.slice(2))).slice(1)).toEqual(['apologies | Cllr | Bird | illness', 'apologies | Cllr | Rudd | on holiday']);
  });
});

describe('when and where', () => {
  const meeting = (...head: string[]): MinutesRecord['meeting'] => minutesOf(...head, 'Present: Cllr A Lane (Chair)', ...BODY).meeting;
  it('may stand on lines of their own', () => {
    expect(meeting('Larkmouth Harbour Board', 'Notes of Meeting', 'Tuesday 8 November 2011', '2pm – 4pm', 'The Hub, Station Approach, Larkmouth')).toMatchObject({ date: '2011-11-08', startTime: '14:00', endTime: '16:00', venue: 'Hub, Station Approach, Larkmouth' });
    expect(meeting('Larkmouth Harbour Board', 'Minutes of the meeting held in public on 12 May 2021', '10.00am - 12.15pm, Committee Room A, Larkmouth Civic Centre')).toMatchObject({ startTime: '10:00', endTime: '12:15', venue: 'Committee Room A, Larkmouth Civic Centre' });
  });
  it('is no place where it says how, or names somebody', () => {
    expect(meeting('Larkmouth Harbour Board', 'Minutes of the meeting held in public on 12 May 2021')).not.toHaveProperty('venue');
    expect(meeting('Larkmouth Harbour Board', 'Notes of Meeting', 'Tuesday 8 November 2011', 'Jane Marsh, Head of Policy')).not.toHaveProperty('venue');
  });
  it('may say when it finished, or close in the evening by a clock of twelve hours', () => {
    expect(meeting('Larkmouth Harbour Board', 'Minutes of the meeting held on 12 May 2021 in the Guildhall, commencing at 6.00 pm and finishing at 8.22 pm')).toMatchObject({ startTime: '18:00', endTime: '20:22' });
    const closed = (line: string) => minutesOf('Minutes of a meeting of the Harbour Committee held on 4 May 2021 at 7.30pm', 'Present: Cllr A Lane (Chair)', ...BODY, line).meeting.endTime;
    expect(closed('The meeting closed at 9.10.')).toBe('21:10');
    expect(closed('The meeting closed at eight forty-five pm.')).toBe('20:45');
    expect(closed('The meeting closed at 12.15 am.')).toBe('00:15');
  });
  it('takes no meeting for a body, and an authority that names none for its own', () => {
    expect(meeting('LARKMOUTH COMBINED AUTHORITY', 'MINUTES OF THE MEETING HELD AT 11:00 AM ON FRIDAY, 26 JULY 2024 AT THE GUILDHALL').body).toBe('LARKMOUTH COMBINED AUTHORITY');
  });
});

describe('the foot', () => {
  it('is signed by the name over the office', () => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', ...BODY, 'County Councillor G. Arwel Prys', 'Chair');
    expect(r.signature?.text).toBe('County Councillor G. Arwel Prys, Chair');
    expect(minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', ...BODY, 'Councillor Prys thanked all who came.', 'Chair').signature?.text).toBe('Chair');
  });
});

describe('numbers of minutes', () => {
  it.each([['CA23-24/01', 'CA23-24/02', 'CA23-24/03'], ['113/24-25', '114/24-25', '115/24-25'], ['001/24', '002/24', '003/24'], ['24/25-7', '24/25-8', '24/25-9']])('are read with the years in them: %s', (a, b, c) => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', `${a} Apologies`, 'None.', `${b} The quay`, 'It was seen to.', `${c} Other business`, 'None.');
    expect(r.items.map((i) => [i.number, i.title])).toEqual([[a, 'Apologies'], [b, 'The quay'], [c, 'Other business']]);
    expect(r.diagnostics).toEqual([]);
  });
});

describe('a vote', () => {
  it('printed under what was resolved is its own', () => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', '1. APOLOGIES', 'None.', '2. BUSES', 'RESOLVED:', '1. To buy a bus; and', '2. To note its cost.', 'A vote was taken in accordance with the Constitution: For: 4; Against: 1; Abstentions: 0.');
    expect(r.items[1]?.decisions.at(-1)?.vote).toMatchObject({ for: 4, against: 1, abstained: 0, result: 'carried' });
    // A sentence that gives neither numbers nor a result is none's.
    const none = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', '1. APOLOGIES', 'None.', '2. BUSES', 'RESOLVED that a bus be bought.', 'A member asked whether a vote was taken last year.');
    expect(none.items[1]?.decisions[0]?.vote).toBeUndefined();
    expect(none.items[1]?.discussion).toHaveLength(1);
  });
});

describe('a chair’s line', () => {
  it('is one person’s, and those after it are present', () => {
    const r = minutesOf(TITLE, 'Committee Members:', 'Chairman: Councillor Mrs Pauline Hurst', 'Vice-Chairman: Councillor Rod Beer', 'Councillors Mike Cole, Edward Marsh and Paul Parfit', 'Apologies: Councillor Karen Ash', ...BODY);
    expect(r.attendance.map((a) => [a.name, a.status])).toEqual([['Pauline Hurst', 'chair'], ['Rod Beer', 'vice-chair'], ['Mike Cole', 'present'], ['Edward Marsh', 'present'], ['Paul Parfit', 'present'], ['Karen Ash', 'apologies']]);
  });
});

describe('apologies for something else', () => {
  it('are marked so', () => {
    const r = minutesOf(TITLE, 'Present: Councillor A Lane (Chair)', '1. APOLOGIES', 'Apologies for absence were received from Councillors Ian Wing and Rich Lives; and for lateness from Councillor Mark Wills.', ...BODY.slice(2));
    expect(r.attendance.slice(1).map((a) => [a.name, a.note])).toEqual([['Ian Wing', undefined], ['Rich Lives', undefined], ['Mark Wills', 'for lateness']]);
  });
});

describe('several meetings in one file', () => {
  const head = ['LITTLE ORME PARISH COUNCIL', 'MINUTES OF THE ANNUAL PARISH COUNCIL MEETING HELD ON 14 MAY 2018 AT 7.00PM IN THE READING ROOM', 'Present: Cllrs A Bram (Chair), S Coe', '1. Election of Chairman', 'Cllr Bram was proposed by Cllr Coe, seconded by Cllr Dale and duly elected.', '2. Apologies', 'None.', 'Meeting closed at 7.15pm.'];
  const r = minutesOf(...head, 'LITTLE ORME PARISH COUNCIL', 'MINUTES OF THE ORDINARY PARISH COUNCIL MEETING HELD ON 14 MAY 2018 AT 7.20PM IN THE READING ROOM', 'Present: Cllrs A Bram (Chair), S Coe, T Dale, Mrs P Egan.', '1. Minutes', 'The minutes were agreed.', '2. Highways', 'Cllr Dale spoke.', '3. Next meeting: 11 June 2018 at 7.30pm', 'Meeting closed 8.40pm');
  it('are each read with its own list and its own numbers', () => {
    expect(r.items.map((i) => [i.number, i.title.slice(0, 22), i.attendance?.length])).toEqual([['1', 'Election of Chairman', undefined], ['2', 'Apologies', undefined], [undefined, 'MINUTES OF THE ORDINAR', 4], ['1', 'Minutes', undefined], ['2', 'Highways', undefined], ['3', 'Next meeting', undefined]]);
    expect(r.attendance).toHaveLength(2);
    expect(r.meeting).toMatchObject({ startTime: '19:00', endTime: '19:15', nextMeeting: { date: '2018-06-11', time: '19:30' } });
    expect(r.diagnostics).toEqual([]);
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });
  it('gives the plural title to each, the last as well', () => {
    expect(r.items[2]?.attendance?.at(-1)).toMatchObject({ honorific: 'Cllr Mrs', name: 'P Egan' });
  });
  it('reads the chosen', () => {
    expect(r.items[0]?.decisions).toMatchObject([{ outcome: 'appointed', mover: { name: 'Coe' }, seconder: { name: 'Dale' } }]);
    const none = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', '1. Election of Chair', 'Members asked how the Chair had been elected last year.', '2. Other business', 'It was said that Cllr Moss was elected in 2003.');
    expect(none.items.flatMap((i) => i.decisions)).toEqual([]);
  });
  it('are one where an item is the minutes of another meeting', () => {
    const one = minutesOf(...head, '3. Other business', 'None.', 'Minutes of the meeting held on 4 March 2018 at 7.00pm', 'They were read.');
    expect(one.items.every((i) => i.attendance === undefined)).toBe(true);
  });
});

describe('the foot of minutes', () => {
  it('may say when the meeting began and when it closed', () => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair)', ...BODY, 'The meeting, having commenced at 2.15pm, closed at 4.02pm.');
    expect(r.meeting).toMatchObject({ startTime: '14:15', endTime: '16:02' });
    expect(r.items[1]?.discussion).toEqual([]);
  });
});

describe('a table of names and posts', () => {
  it('has the chair beside the name, and remarks in brackets', () => {
    const r = minutesOf(TITLE, table([['Members present', ''], ['Sir Adrian Cole', 'Chair'], ['Dr Beth Nwosu', 'Chief Medical Officer'], ['In attendance', ''], ['Gail Moss', 'Governance Manager (minutes)']], 0), ...BODY);
    expect(who(r)).toEqual(['chair | Sir | Adrian Cole', 'present | Dr | Beth Nwosu | Chief Medical Officer', 'in-attendance | Gail Moss | Governance Manager | minutes']);
  });
});

describe('minutes in a table', () => {
  it('have a title where its line and the next came as one', () => {
    const r = minutesOf(TITLE, 'Present: Ann Lane (Chair)', table([['Item', 'Discussion', 'Action'], ['1.', 'Welcome|All were welcomed to the meeting by the chair, who thanked them for coming so far.', ''], ['2.', 'Minutes of last meeting – 10th May 2010 The minutes were agreed as a correct record. The leaflet has been sent.', ''], ['3.', 'Youth crime|It was reported that first time entrants had fallen by an eighth.', '']]));
    expect(r.items.map((i) => [i.number, i.title])).toEqual([['1', 'Welcome'], ['2', 'Minutes of last meeting – 10th May 2010'], ['3', 'Youth crime']]);
    expect(r.items[1]?.decisions).toHaveLength(1);
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });
});

describe('a list without a colon', () => {
  it('is headed by what stands before the first titled name', () => {
    expect(who(minutesOf(TITLE, 'Present Councillor F Guest (Chairman) Councillors P Ash and B Bray', 'Apologies for Absence Councillors I Ives and J Jay', ...BODY))).toEqual(['chair | Councillor | F Guest', 'present | Councillor | P Ash', 'present | Councillor | B Bray', 'apologies | Councillor | I Ives', 'apologies | Councillor | J Jay']);
    expect(minutesOf(TITLE, 'Present: Cllr A Lane', ...BODY, '3. ROADS', 'Officers Mr Bell and Ms Crane left the meeting.').items[2]?.discussion).toHaveLength(1);
  });
});

describe('particulars in one line', () => {
  it('are each read, the place as well', () => {
    const r = minutesOf('St Wilf’s Primary School', 'Full Governing Body Meeting', 'Minutes', para('Date: Wednesday 8 March 2023 Time: 6.00pm Venue: School Library', { spans: [{ start: 29, end: 30, style: 'tab' }, { start: 42, end: 43, style: 'tab' }] }), 'Governors present: Ada Blunt (Chair); Ben Coe', ...BODY, 'Mrs Ross closed the meeting at 9 pm.');
    expect(r.meeting).toMatchObject({ body: 'Full Governing Body', date: '2023-03-08', startTime: '18:00', venue: 'School Library', endTime: '21:00' });
  });
});
