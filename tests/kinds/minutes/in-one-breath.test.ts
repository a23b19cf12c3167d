// What clerks of small councils say in one breath: lists of people in one paragraph, movers with the result, a debate with what was agreed.
import { describe, expect, it } from 'vitest';
import type { Decision, MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const TITLE = 'Minutes of a meeting of the Harbour Committee held on 4 May 2021';
const HEAD = [TITLE, 'Present: Cllr A Lane (Chair), Cllr B Brook'];
const BODY = ['1. APOLOGIES', 'None.', '2. THE QUAY', 'RESOLVED that the report be noted.'];
const who = (r: MinutesRecord): string[] => r.attendance.map((a) => [a.status, a.name, a.note].filter((v) => v !== undefined).join(' | '));
const decided = (...said: string[]): Decision[] => {
  const r = minutesOf(...HEAD, '1. APOLOGIES', 'None.', '2. THE QUAY', ...said, '3. BOATS', 'The boats were discussed.');
  expect(r.coverage.ratio).toBe(1);
  return r.items[1]?.decisions ?? [];
};
const plain = (...said: string[]): unknown[] => decided(...said).map((d) => [d.text, d.outcome, d.mover?.name, d.seconder?.name, d.vote?.result]);

describe('lists of people in one paragraph', () => {
  it('are parted at the stop before a heading of a list', () => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair), Cllr B Brook. Apologies: Cllr C Moss. In attendance: Mrs D Lyle (Clerk).', ...BODY);
    expect(who(r)).toEqual(['chair | A Lane', 'present | B Brook', 'apologies | C Moss', 'in-attendance | D Lyle']);
    expect(r.coverage.ratio).toBe(1);
  });
  it('are parted at line breaks, and left whole where no heading follows', () => {
    const text = 'Attendees: Cllr A Lane (Chair), Cllr B Brook Absent: Cllr C Moss';
    const cut = text.indexOf(' Absent');
    const r = minutesOf(TITLE, para(text, { spans: [{ start: cut, end: cut + 1, style: 'break' }] }), ...BODY);
    expect(who(r)).toEqual(['chair | A Lane', 'present | B Brook', 'absent | C Moss']);
    expect(who(minutesOf(TITLE, 'Present: Cllr A Lane (Chair), Cllr B Brook. Observers: Mr E Pole', ...BODY))).toEqual(['chair | A Lane', 'present | B Brook', 'in-attendance | E Pole']);
    expect(who(minutesOf(TITLE, 'Present: Cllr A Lane (Chair), Cllr B Brook', 'Note: the roll was called. Result: a quorum.', ...BODY))).toEqual(['chair | A Lane', 'present | B Brook']);
  });
  it('may be marked in a column of their own', () => {
    const r = minutesOf(TITLE, table([['Member', 'Present', 'Apologies'], ['Cllr A Lane (Chair)', '✓', ''], ['Cllr B Brook', '', '✓'], ['Cllr C Moss', '✓', '-']]), ...BODY);
    expect(who(r)).toEqual(['chair | A Lane', 'apologies | B Brook', 'present | C Moss']);
  });
  it('have a substitute once, who is listed as present too', () => {
    const r = minutesOf(TITLE, 'Present: Cllr A Lane (Chair), Cllr B Brook', '1. APOLOGIES', 'Apologies were received from Cllr C Moss.', 'Cllr B Brook was substituting for Cllr C Moss.', ...BODY.slice(2));
    expect(who(r)).toEqual(['chair | A Lane', 'substitute | B Brook | for Cllr C Moss', 'apologies | C Moss']);
  });
  it('may stand under an office in the chair, without a heading', () => {
    expect(who(minutesOf(TITLE, 'The Lord Mayor (Councillor Jean Harcourt) in the Chair', 'Councillors Adeyemi, Barton and Hull.', ...BODY))).toEqual(['chair | Jean Harcourt', 'present | Adeyemi', 'present | Barton', 'present | Hull']);
  });
});

describe('moved and agreed in one sentence', () => {
  it('is a decision with its mover and seconder', () => {
    expect(plain('It was proposed by Cllr Lane, seconded by Cllr Brook and agreed that the quay be swept.')).toEqual([['that the quay be swept.', 'agreed', 'Lane', 'Brook', undefined]]);
    expect(plain('Proposed by Cllr Lane, seconded by Cllr Brook, that two bollards be bought; all in favour.')).toEqual([['that two bollards be bought', 'agreed', 'Lane', 'Brook', 'carried']]);
    expect(plain('Cllr Lane proposed that the quay be swept. This was seconded by Cllr Brook and agreed unanimously.')).toEqual([['that the quay be swept.', 'agreed', 'Lane', 'Brook', 'carried']]);
    expect(plain('It was proposed by Cllr Lane and seconded by Cllr Brook that the dues be raised. This was agreed by all.')).toEqual([['that the dues be raised.', 'agreed', 'Lane', 'Brook', 'carried']]);
    expect(plain('RESOLVED (prop. Cllr Lane, sec. Cllr Brook) that the quay be swept.')).toEqual([['that the quay be swept.', 'agreed', 'Lane', 'Brook', undefined]]);
    expect(plain('RESOLVED: to raise the dues by 3% (proposed Cllr Lane, seconded Cllr Brook).')).toEqual([['to raise the dues by 3%', 'agreed', 'Lane', 'Brook', undefined]]);
    expect(plain('RESOLVED: to raise the dues by 3% (see the second table).')).toEqual([['to raise the dues by 3% (see the second table).', 'agreed', undefined, undefined, undefined]]);
    expect(plain('Cllr Lane proposed that the quote of £300 be accepted, seconded by Cllr Brook. 3 in favour, 1 against.')).toEqual([['that the quote of £300 be accepted', 'approved', 'Lane', 'Brook', 'carried']]);
    expect(decided('It was proposed by Cllr Lane, seconded by Cllr Brook and unanimously agreed that the quay be swept.')[0]?.seconder?.text).toBe('Cllr Brook');
    expect(plain('RESOLVED, on the motion of Cllr Lane seconded by Cllr Brook, that the quay be swept.')).toEqual([['that the quay be swept.', 'agreed', 'Lane', 'Brook', undefined]]);
  });
  it('is none where only the mover agrees, nobody seconds, or the result is not said', () => {
    expect(plain('Cllr Lane proposed that the quay be swept. This was seconded by Cllr Brook and agreed by the mover of the amendment.')).toEqual([]);
    expect(plain('Cllr Lane proposed that the quay be swept. There was no seconder.')).toEqual([]);
    expect(plain('It was proposed by Cllr Lane, seconded by Cllr Brook, that the quay be swept.')).toEqual([]);
  });
  it('may be told under a sentence of debate, with mover and seconder on lines of their own', () => {
    const [d] = decided('Two quotations were received. The Committee agreed to buy the bollards.', 'Proposed by Cllr Lane', 'Seconded by Cllr Brook', 'All in favour.');
    expect([d?.text, d?.mover?.name, d?.seconder?.name]).toEqual(['The Committee agreed to buy the bollards.', 'Lane', 'Brook']);
  });
});

describe('a vote', () => {
  it('may have its numbers before a dash', () => {
    const [d] = decided('RESOLVED: That permission be refused.', 'Voting: 5 – For 1 – Against 1 – Abstention');
    expect(d?.vote).toMatchObject({ for: 5, against: 1, abstained: 1, result: 'carried' });
    expect(decided('RESOLVED: That permission be granted.', 'Voting: Unanimous')[0]?.vote).toMatchObject({ result: 'carried' });
  });
  it('may count those for it alone', () => {
    expect(decided('RESOLVED by 4 votes with 1 abstention to approve the dues.')[0]).toMatchObject({ text: 'to approve the dues.', vote: { for: 4, abstained: 1 } });
  });
});

describe('what was discussed and agreed', () => {
  it('is parted into debate and decision', () => {
    const r = minutesOf(...HEAD, '1. APOLOGIES', 'None.', '2. THE QUAY', 'Members discussed the quay and agreed that it should be swept.');
    expect(r.items[1]?.discussion.map((i) => i.text)).toEqual(['Members discussed the quay']);
    expect(r.items[1]?.decisions.map((d) => d.text)).toEqual(['that it should be swept.']);
    expect(plain('The Committee considered the fence and agreed to write to the owner.').length).toBe(1);
  });
  it('is none where it is what they think, what somebody else agreed, or one person’s word', () => {
    expect(plain('Members discussed the quay and agreed that the steps were dangerous.')).toEqual([]);
    expect(plain('Members discussed the quay with the engineer, who had seen it and agreed to write.')).toEqual([]);
    expect(plain('The Chair considered the signs and agreed to write to the County.')).toEqual([]);
  });
  it('keeps both things that were done', () => {
    expect(plain('The Committee noted the programme and agreed to add an item on trees.')).toEqual([['The Committee noted the programme and agreed to add an item on trees.', 'noted', undefined, undefined, undefined]]);
  });
  it('may be put off, or recommended to another body', () => {
    expect(plain('Deferred to the June meeting.')).toEqual([['Deferred to the June meeting.', 'deferred', undefined, undefined, undefined]]);
    expect(plain('The rules were deferred to by all. The quay was swept.')).toEqual([]);
    expect(plain('RECOMMENDED: That the policy be adopted.')).toEqual([['That the policy be adopted.', 'recommended', undefined, undefined, undefined]]);
    expect(decided('RECOMMENDED: That the report be noted.')[0]).toMatchObject({ text: 'That the report be noted.', outcome: 'noted' });
  });
});

describe('items', () => {
  it('may be rows of a table without headings, their paragraphs rows of their own', () => {
    const r = minutesOf(...HEAD, table([
      ['80', 'Public participation'], ['', 'There were no speakers at this meeting, nor had any been registered before it.'],
      ['81', 'Budget monitoring'], ['', 'The Executive Member presented the report, which told of an underspend in the year to date.'], ['', 'RESOLVED that the forecast be noted.'],
    ], 0));
    expect(r.items.map((i) => [i.number, i.title, i.decisions.length])).toEqual([['80', 'Public participation', 0], ['81', 'Budget monitoring', 1]]);
    expect(r.coverage.ratio).toBe(1);
    // Rows that each begin with a number are a list of something.
    expect(minutesOf(...HEAD, ...BODY, table([['1', 'Quay'], ['2', 'Pier'], ['3', 'Slip']], 0)).items.at(-1)?.tables?.length).toBe(1);
  });
  it('may have a usual title and what is said of it on one line', () => {
    const r = minutesOf(...HEAD, '1. Apologies for absence: Cllr C Moss (ill).', '2. Declarations of interest: none.', '3. THE QUAY', 'The quay was swept.', '4. Date of next meeting: Monday 7 June 2021 at 7pm.');
    expect(r.items.map((i) => i.title)).toEqual(['Apologies for absence', 'Declarations of interest', 'THE QUAY', 'Date of next meeting']);
    expect(r.meeting.nextMeeting).toMatchObject({ date: '2021-06-07', time: '19:00' });
    expect(who(r)).toContain('apologies | C Moss | ill');
  });
  it('keep a title of which a usual one is only the first word', () => {
    expect(minutesOf(...HEAD, '1. Call-in: closure of the youth centre', 'The call-in was heard.', '2. Petitions: Quay Road', 'Ms Wren spoke.').items.map((i) => i.title)).toEqual(['Call-in: closure of the youth centre', 'Petitions: Quay Road']);
  });
  it('may name the agenda before their number of it', () => {
    expect(minutesOf(...HEAD, '15. Declarations of Interest in items on the agenda (Item 2)', 'There were none.', '16. The quay (Item 3)', 'The quay was swept.').items.map((i) => [i.title, i.agendaItem])).toEqual([['Declarations of Interest in items on the agenda', '2'], ['The quay', '3']]);
  });
  it('may say how long the meeting took', () => {
    expect(minutesOf(...HEAD, ...BODY, '3. DURATION OF MEETING', '6.00 p.m. to 8.25 p.m.').meeting).toMatchObject({ startTime: '18:00', endTime: '20:25' });
  });
});

it('a sub-committee that met under the name of its committee is the body', () => {
  const r = minutesOf('Governance and Audit Committee', 'MINUTES OF A MEETING OF THE MEMBER STANDARDS SUB-COMMITTEE', 'held at the Guildhall on 9 April 2024', 'Present: Councillors A Lane and B Brook', ...BODY);
  expect(r.meeting.body).toBe('MEMBER STANDARDS SUB-COMMITTEE');
  expect(r.coverage.ratio).toBe(1);
});

describe('what is told, and not decided', () => {
  const HOURS = [...HEAD, ...BODY, '3. TIME'];
  it('is what members think of what they discussed', () => {
    for (const said of ['this was a serious problem', 'residents had been let down', 'more needs to be done by the County', 'it could be clearer']) expect(plain(`Members discussed the quay and agreed that ${said}.`)).toEqual([]);
    expect(plain('Members discussed the quay and agreed to disagree.')).toEqual([]);
    expect(plain('The Committee considered the quay and agreed that the steps be mended.').length).toBe(1);
  });
  it('is what another body agreed on another day', () => {
    expect(plain('The Planning Committee considered the shed at its last meeting and agreed to refuse it.')).toEqual([]);
    expect(plain('The County Council considered the bus route in March 2020 and agreed to withdraw it.')).toEqual([]);
    expect(plain('It was recalled that in 2019 it was proposed by Cllr Lane, seconded by Cllr Brook and agreed that the quay be swept.')).toEqual([]);
    expect(plain('At the County Council a motion was proposed by Cllr Lane, seconded by Cllr Brook and agreed that the bus route be kept.')).toEqual([]);
  });
  it('is what was put off by others, for ever, or to this meeting', () => {
    for (const said of ['Deferred for many years by the County.', 'Deferred to the officers as being experts.', 'This item was deferred to this meeting.', 'This item was deferred until tonight.']) expect(plain(said)).toEqual([]);
    for (const said of ['Deferred for further information.', 'Deferred until the plans are amended.', 'To be deferred to July.']) expect(plain(said).length).toBe(1);
  });
  it('is what was agreed of something else than the motion', () => {
    expect(plain('Cllr Lane proposed that the quay be swept, seconded by Cllr Brook. A similar plan was made last year. This was agreed.')).toEqual([]);
    expect(plain('Cllr Lane proposed that the quay be swept, seconded by Cllr Brook and agreed to withdraw the motion after debate.')).toEqual([]);
    expect(plain('The amendment was seconded by Cllr Moss and it was agreed to take it as a motion of its own.')).toEqual([]);
    expect(plain('The Clerk reported that Mrs Hill had been seconded to the office for a year and agreed that cover would be hard to find.')).toEqual([]);
  });
  it('is no vote where "all agreed" or two numbers say something else', () => {
    expect(plain('Proposed by Cllr Lane, seconded by Cllr Brook, that the quay be swept, with all agreed costs met by the County.')).toEqual([]);
    expect(plain('Proposed by Cllr Lane, seconded by Cllr Brook, that the terms be signed, all agreed with the solicitor.')).toEqual([]);
    expect(plain('Proposed by Cllr Lane, seconded by Cllr Brook, that there be nine members. 5 for the town, 4 against the harbour wall.')).toEqual([]);
    expect(plain('Proposed by Cllr Lane, seconded by Cllr Brook, that the quay be swept, all agreed with one abstention.')[0]).toMatchObject(['that the quay be swept', 'agreed', 'Lane', 'Brook', 'carried']);
  });
  it('leads up to a decision where something was only received, or RESOLVED stands in capitals', () => {
    expect(plain('The Committee received a presentation and agreed that the quay be swept.')).toEqual([['that the quay be swept.', 'agreed', undefined, undefined, undefined]]);
    expect(plain('The Committee noted the report and RESOLVED that the quay be swept.')).toEqual([['that the quay be swept.', 'agreed', undefined, undefined, undefined]]);
  });
  it('is how long something else than the meeting takes', () => {
    expect(minutesOf(...HOURS, 'The works on the quay will run from 9am to 5pm each day.').meeting.endTime).toBeUndefined();
    expect(minutesOf(...HOURS, 'The meeting began at 6pm and ended at 8pm.').meeting.endTime).toBe('20:00');
  });
  it('names nobody under a chair without a heading', () => {
    expect(who(minutesOf(TITLE, 'Councillor Lane in the Chair', 'Webcast, Filming and Photographs', ...BODY))).toEqual(['chair | Lane']);
    expect(who(minutesOf(TITLE, 'With Councillor Lane in the Chair', 'Councillors Brook, Moss and Pike', 'In the Chair: Councillor Lane', ...BODY))).toEqual(['chair | Lane']);
  });
  it('is a table of payments, whose rows are no sentences', () => {
    const rows = [['101', 'Hedge cutting by J Smith of Harbour for the first quarter of the year'], ['', 'paid by cheque on the first'], ['102', 'Grass cutting by J Brown of Harbour for the first quarter of the year'], ['', 'paid by cheque on the second']];
    expect(minutesOf(...HEAD, ...BODY, table(rows, 0)).items.at(-1)?.tables?.length).toBe(1);
  });
});
