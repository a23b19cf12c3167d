// Habits of parish councils, Scottish committees, schools forums, safeguarding partnerships and council websites: invented papers, one habit a test.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const who = (r: MinutesRecord): string[] => r.attendance.map((a) => `${[a.honorific, a.name].filter(Boolean).join(' ')}: ${a.status}`);
const HEAD = ['Minutes of a meeting of the Quay Committee held on 4 May 2021', 'Present: Councillor A Brook (Chair)'];

describe('parish and town councils', () => {
  it('reads the minute’s reference and the agenda’s number before one title', () => {
    const r = minutesOf('Minutes of the Parish Council Meeting held on 4 May 2021', 'THOSE ATTENDING:', 'Cllr A Brook (Chair)', 'Cllr B Lane',
      'Q048/21 1. APOLOGIES FOR ABSENCE', 'Apologies were received and accepted from Cllrs Dale (holiday) and Ings (ill).',
      'Q049/21 2. PUBLIC QUESTIONS', 'No questions had been received', 'Q050/21 3. ALLOTMENTS', 'Members received and noted the minutes of the working party.');
    expect(r.items.map((i) => [i.number, i.agendaItem, i.title])).toEqual([['Q048/21', '1', 'APOLOGIES FOR ABSENCE'], ['Q049/21', '2', 'PUBLIC QUESTIONS'], ['Q050/21', '3', 'ALLOTMENTS']]);
    expect(who(r)).toEqual(['Cllr A Brook: chair', 'Cllr B Lane: present', 'Cllr Dale: apologies', 'Cllr Ings: apologies']);
    expect(r.items[2]?.decisions).toMatchObject([{ outcome: 'received' }]);
    expect(r.meeting.body).toBe('Parish Council');
  });
  it('parts the vote from who seconded', () => {
    const r = minutesOf(...HEAD, '1. MINUTES', 'RESOLVED that the minutes be signed.', 'Proposed: Cllr Lane Seconded: Cllr Dale. All in favour.');
    expect(r.items[0]?.decisions).toMatchObject([{ mover: { name: 'Lane' }, seconder: { name: 'Dale' }, vote: { result: 'carried' } }]);
    expect(r.items[0]?.decisions[0]?.seconder).not.toHaveProperty('organisation');
  });
  it('takes the chair’s name at the foot for the signature', () => {
    const r = minutesOf(...HEAD, '1. MINUTES', 'RESOLVED that the minutes be signed.', '2. ROADS', 'The report was discussed at some length.', 'CHAIR: Councillor Ann Brook', 'Signed by Chair ………………', 'Date ………………');
    expect(r.signature?.text).toBe('CHAIR: Councillor Ann Brook, Signed by Chair ………………, Date ………………');
  });
});

describe('Scottish committees', () => {
  it('takes a motion and its amendment from under their headings, and settles both by the one vote', () => {
    const r = minutesOf(...HEAD, '1. FERRY PIER', 'Motion', 'That the Committee agrees to the new pier.', 'Moved Councillor Lane, seconded Councillor Dale.',
      'Amendment', 'That the Committee continues the matter.', 'Moved Councillor Ings, seconded Councillor Finn.', 'On a show of hands, the Motion was carried by 5 votes to 2.', '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions).toMatchObject([
      { text: 'That the Committee continues the matter.', amendment: true, outcome: 'rejected', mover: { name: 'Ings' }, vote: { result: 'lost' } },
      { text: 'That the Committee agrees to the new pier.', outcome: 'agreed', mover: { name: 'Lane' }, seconder: { name: 'Dale' }, vote: { for: 5, against: 2, result: 'carried' } },
    ]);
    expect(r.items[0]?.discussion).toEqual([]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('introduces decisions by the committee’s name under a heading, and leaves what follows for the end', () => {
    const r = minutesOf(...HEAD, '1. HARBOUR DUES', 'The Committee considered a report on harbour dues.', para('Decision', { bold: true }), 'The Committee:',
      para('Noted the report; and', { label: '1.', number: '1' }), para('Agreed that dues be frozen.', { label: '2.', number: '2' }), '(Ref: Report by the Harbour Master, submitted)', '2. ROADS', 'RESOLVED that the report be noted.');
    const [item] = r.items;
    expect(item?.decisionsIntroduction).toBe('The Committee:');
    expect(item?.decisions.map((d) => [d.number, d.outcome])).toEqual([['1', 'noted'], ['2', 'agreed']]);
    expect(item?.discussion.map((d) => d.text)).toEqual(['The Committee considered a report on harbour dues.', '(Ref: Report by the Harbour Master, submitted)']);
  });
  it('takes what a named body noted and instructed, entry by entry, for decisions', () => {
    const r = minutesOf(...HEAD, '1. MONEY', 'The officer spoke to the report.', 'The Quay Joint Board:', para('noted the overspend; and', { label: '•', bullet: true }), para('instructed the officer to bring a plan.', { label: '•', bullet: true }), '2. ROADS', 'The Quay Joint Board:', para('Mr Lane', { label: '•', bullet: true }), para('Mrs Dale', { label: '•', bullet: true }));
    expect(r.items[0]).toMatchObject({ decisionsIntroduction: 'The Quay Joint Board:', decisions: [{ text: 'noted the overspend; and', outcome: 'noted' }, { outcome: 'agreed' }], discussion: [{ text: 'The officer spoke to the report.' }] });
    expect(r.items[1]?.decisions).toEqual([]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('takes an exclusion in terms of an act for a resolution', () => {
    const r = minutesOf(...HEAD, '1. EXEMPT BUSINESS', 'The Committee resolved in terms of Section 50A(4) of the Act of 1973 to exclude the public for the following item.', '2. LEASE', 'The lease was discussed.');
    expect(r.items[0]?.decisions).toHaveLength(1);
    expect(r.items[1]?.exempt).toBe(true);
  });
});

describe('forums and partnerships', () => {
  it('does not take a list of progress for what was decided with the minutes', () => {
    const r = minutesOf(...HEAD, '1. MINUTES AND MATTERS ARISING', 'The minutes of 4 April 2021 were agreed as a correct record. Progress was reported as follows:', para('Item 5: a figure was requested.', { bullet: true, label: '-' }), para('Item 7: done.', { bullet: true, label: '-' }), '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions).toEqual([]);
    expect(r.items[0]?.discussion[0]?.items).toHaveLength(2);
  });
  it('takes the agreement of the minutes for a decision, wherever it stands and however long the committee’s name', () => {
    const r = minutesOf(...HEAD, '1. MINUTES', 'The Minutes of the Education, Lifelong Learning and Children’s Services Scrutiny Committee of 31 October 2013 were approved as a correct record.', 'Mrs Lane asked after the ferry.', '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions).toMatchObject([{ outcome: 'approved' }]);
    expect(r.items[0]?.discussion).toHaveLength(1);
  });
  it('reads group, partnership, initials and the chair out of a table', () => {
    const people = table([['Name', 'Role', 'Organisation'], ['Joan Fell (JF)', 'Director of Services (Chair)', 'Quay Council'], ['Ian Marl (IM)', 'Head of Protection', 'Eastmere Police']]);
    const r = minutesOf('Quay Safeguarding Children Partnership', 'Executive Group Meeting', 'Minutes', 'Date: 12 March 2024', 'Attendees:', people, '1. Welcome', 'JF welcomed everyone.', '2. Audit', 'Action: IM and JF to share the report by 30 April 2024.');
    expect([r.organisation, r.body]).toEqual(['Quay Safeguarding Children Partnership', 'Executive Group']);
    expect(r.attendance).toMatchObject([{ name: 'Joan Fell', status: 'chair', role: 'Director of Services', organisation: 'Quay Council', note: 'JF' }, { name: 'Ian Marl', status: 'present', organisation: 'Eastmere Police', note: 'IM' }]);
    expect(r.items[1]?.actions?.[0]?.owners).toMatchObject([{ name: 'IM', type: 'person' }, { name: 'JF', type: 'person' }]);
  });
  it('finds the place on the line after the day', () => {
    const r = minutesOf('Schools Forum', 'Minutes of the Meeting', 'Held on Wednesday 18 January 2012 at', 'Tithe Hall School', 'PRESENT', 'School members:', 'Ann Brook, Bea Lane (Chair)', '1. Minutes', 'The minutes of 14 December 2011 were agreed.', '2. Grants', 'The Forum agreed:', para('to pay £5.', { label: '(a)', number: 'a' }));
    expect(r.meeting).toMatchObject({ body: 'Schools Forum', date: '2012-01-18', venue: 'Tithe Hall School' });
  });
});

describe('pages of council websites', () => {
  it('keeps apologies under "Minutes:", and titles the page by what it is', () => {
    const r = minutesOf('Agenda and draft minutes', 'Quay Health and Wellbeing Board', 'Thursday, 18th April, 2019 10.00 am', 'Venue: Council Chamber', 'No. Item', '1. Apologies for Absence', 'To receive any apologies for absence.', 'Minutes:',
      'Apologies for absence were received from Mr D Black (Ms H Horn attended as substitute) and Ms B Rell, NHS England.', '2. Minutes', 'To confirm the minutes.', 'Minutes:', 'RESOLVED, that the minutes be agreed.');
    expect(r.title).toBe('Agenda and draft minutes');
    expect(r.items.map((i) => i.title)).toEqual(['Apologies for Absence', 'Minutes']);
    expect(r.items[0]).toMatchObject({ purpose: 'To receive any apologies for absence.', discussion: [{ text: expect.stringMatching(/^Apologies for absence were/) as string }] });
    expect(r.attendance).toMatchObject([{ name: 'D Black', status: 'apologies', note: 'Ms H Horn attended as substitute' }, { name: 'B Rell', organisation: 'NHS England' }]);
  });
  it('reads minutes in Welsh', () => {
    const r = minutesOf('CYNGOR TREFARIAN', 'CYFARFOD / MEETING: Pwyllgor Craffu / Scrutiny Committee', 'DYDDIAD / DATE: Dydd Iau, 14 Mawrth 2019', 'Cofnodion y cyfarfod', 'PRESENNOL:', 'Y Cynghorydd Elwyn Rees (Cadeirydd)', 'Y Cynghorwyr Beca Bowen, Annwen Davies a Huw Ellis',
      '1. YMDDIHEURIADAU', 'Derbyniwyd ymddiheuriadau gan y Cynghorydd Nia Puw.', '2. CYLLIDEB', 'PENDERFYNWYD:', para('nodi cynnwys yr adroddiad;', { label: '(a)', number: 'a' }), para('gofyn am adroddiad pellach.', { label: '(b)', number: 'b' }));
    expect(r.date).toBe('2019-03-14');
    expect(who(r)).toEqual(['Y Cynghorydd Elwyn Rees: chair', 'Y Cynghorydd Beca Bowen: present', 'Y Cynghorydd Annwen Davies: present', 'Y Cynghorydd Huw Ellis: present', 'Cynghorydd Nia Puw: apologies']);
    expect(r.items[1]?.decisions.map((d) => d.outcome)).toEqual(['noted', 'requested']);
  });
});

describe('notes of a trust board in columns', () => {
  const r = minutesOf("CHILDREN'S TRUST BOARD", 'NOTES OF MEETING: 21 SEPTEMBER 2011, 2.00-4.00PM, CIVIC CENTRE', 'Present:',
    table([['Chris Roe (Chair)', 'Director of Services, Quay Council'], ['Pat Low', 'Chief Executive, Quay Trust'], ['Jim Few', 'Quay Police']], 0), 'Apologies: Sue Tarn (VCS)',
    table([['Item', 'Discussion', 'Action'], ['1', 'Minutes of last meeting (20 July 2011): agreed as accurate.', ''], ['2', 'Matters arising: the protocol is signed by all partners, and the website will be launched in October.', 'PL'], ['3', 'Plan refresh: the Board saw the draft priorities and agreed all five of them after some talk.', 'All'], ['4', 'Any other business: there was none to be raised at this meeting, nor had any been sent in.', '']]),
    'Date of next meeting: 16 November 2011');
  it('takes the words before a colon for the item’s title', () => {
    expect(r.items.map((i) => [i.number, i.title])).toEqual([['1', 'Minutes of last meeting (20 July 2011)'], ['2', 'Matters arising'], ['3', 'Plan refresh'], ['4', 'Any other business']]);
    expect(r.items[1]).toMatchObject({ discussion: [{ text: expect.stringMatching(/^the protocol/) as string }], actions: [{ text: 'PL' }] });
    expect(r.coverage.unassigned).toEqual([]);
    expect(r.coverage.captured).toBe(r.coverage.characters);
  });
  it('reads day, hours and place off the title, and posts beside names', () => {
    expect(r.meeting).toMatchObject({ date: '2011-09-21', startTime: '14:00', endTime: '16:00', venue: 'CIVIC CENTRE' });
    expect(r.attendance).toMatchObject([{ name: 'Chris Roe', status: 'chair', role: 'Director of Services' }, { name: 'Pat Low', role: 'Chief Executive' }, { name: 'Jim Few', organisation: 'Quay Police' }, { name: 'Sue Tarn', status: 'apologies' }]);
    expect(r.attendance).toHaveLength(4);
  });
});

describe('what a vote is taken on', () => {
  it('keeps a list under the line that speaks of the vote', () => {
    const r = minutesOf(...HEAD, '1. SILT', 'The motion was then put to the vote and a recorded vote was taken as follows:', '(a) the silt was clean enough for the marsh;', '(b) two firms owned a dredger.', 'RESOLVED that the report be noted.');
    expect(JSON.stringify(r.items[0]?.discussion)).toContain('two firms owned a dredger');
    expect(r.items[0]?.decisions).toMatchObject([{ outcome: 'noted' }]);
  });
  it('carries entries within entries of a resolution that was moved as a whole', () => {
    const r = minutesOf(...HEAD, '1. BRICKS', 'It was moved by Councillor Lane and seconded by Councillor Dale that the recommendations be approved.', 'RESOLVED –',
      '(a) That a brick for swifts be asked for;', '(b) That the clerk write to the following:', '(i) the harbour master be asked to agree;', '(ii) the county be asked to pay.', '(c) That it be reviewed.');
    expect(r.items[0]?.decisions).toHaveLength(1);
    expect(r.items[0]?.decisions[0]?.items).toHaveLength(3);
    expect(r.items[0]?.decisions[0]?.items?.[1]?.items?.map((i) => i.text)).toEqual(['the harbour master be asked to agree;', 'the county be asked to pay.']);
  });
});
