// Whole meetings of invented councils: head, attendance in its shapes, numbering, decisions, foot.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const minutesOf = (blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const names = (r: MinutesRecord, status: string): string[] => r.attendance.filter((a) => a.status === status).map((a) => [a.honorific, a.name].filter(Boolean).join(' '));

const SCRUTINY = [
  'Westmere Borough Council',
  'ADULTS SCRUTINY COMMITTEE',
  'At a meeting of the Adults Scrutiny Committee held on Wednesday, 3rd March 2010 at the Town Hall, Westmere',
  'PRESENT:',
  'Councillor H Ashdown (in the Chair)',
  'Councillor B Carrick',
  'Councillor Mrs L Dunmore (substitute for Councillor F Gale)',
  'Councillor J O’Rourke (via Teams)',
  'ALSO PRESENT: Councillor N Stamp (Cabinet Member for Adult Services)',
  'OFFICERS:',
  'Ms T Underhill, Director of Adult Services',
  'Apologies for absence were submitted on behalf of Councillors F Gale and E Hart.',
  'ASC.31 MINUTES',
  'RESOLVED - That the minutes of the meeting held on 20th January 2010 be confirmed as a correct record and signed by the Chair.',
  'ASC.32 DECLARATIONS OF INTEREST',
  'The following declarations of interest were made:',
  '(a) Councillor Carrick declared a personal and prejudicial interest in Item 5 (Day Centres) as his sister was employed there, and withdrew from the meeting.',
  '(b) Councillor Ashdown declared a personal interest in Item 6 and remained in the meeting.',
  'ASC.33 DAY CENTRES - RESPONSE OF THE CABINET',
  'The Director submitted a report on the response to recommendations 3 and 5 of the inquiry.',
  'Members raised the following points:',
  '- the cost of transport had not been met;',
  '- carers had been asked twice.',
  'RESOLVED -',
  '(i) That the report be noted;',
  '(ii) That a further report be submitted in September 2010.',
  'Reasons for decision:',
  'To let the Committee follow up its recommendations.',
  'ASC.34 EXCLUSION OF PRESS AND PUBLIC',
  'RESOLVED - That the press and public be excluded from the meeting for the following item, as defined in paragraph 3 of Part 1 of Schedule 12A.',
  'ASC.35 CONTRACT FOR HOME CARE',
  'The Committee considered a confidential report.',
  'It was moved by Councillor Ashdown, seconded by Councillor Carrick and RESOLVED (6 votes for, 2 against, 1 abstention) - That the contract be supported.',
  '(The meeting commenced at 6.00 p.m. and closed at 7.42 p.m.)',
  'CHAIR',
];

describe('minutes of a scrutiny committee', () => {
  const r = minutesOf(SCRUTINY);

  it('reads the head and the foot', () => {
    expect(r).toMatchObject({ organisation: 'Westmere Borough Council', body: 'ADULTS SCRUTINY COMMITTEE', date: '2010-03-03' });
    expect(r.meeting).toMatchObject({ date: '2010-03-03', startTime: '18:00', endTime: '19:42', venue: 'Town Hall, Westmere' });
    expect(r.signature?.text).toBe('CHAIR');
    expect(r.notes?.map((n) => n.text)).toEqual(['(The meeting commenced at 6.00 p.m. and closed at 7.42 p.m.)']);
  });

  it('reads who was there, and how', () => {
    expect(names(r, 'chair')).toEqual(['Councillor H Ashdown']);
    expect(names(r, 'present')).toEqual(['Councillor B Carrick', 'Councillor J O’Rourke']);
    expect(names(r, 'substitute')).toHaveLength(1);
    expect(names(r, 'in-attendance')).toEqual(['Councillor N Stamp', 'Ms T Underhill']);
    expect(names(r, 'apologies')).toEqual(['Councillor F Gale', 'Councillor E Hart']);
    expect(r.attendance.find((a) => a.name === 'J O’Rourke')?.note).toBe('via Teams');
    expect(r.attendance.every((a) => a.at.startsWith('#'))).toBe(true);
  });

  it('takes the minute numbers for the items', () => {
    expect(r.items.map((i) => i.number)).toEqual(['ASC.31', 'ASC.32', 'ASC.33', 'ASC.34', 'ASC.35']);
    expect(r.items[2]?.title).toBe('DAY CENTRES - RESPONSE OF THE CABINET');
    expect(r.diagnostics).toEqual([]);
  });

  it('reads declarations with member, kind, item and what was done', () => {
    const [first, second] = r.items[1]?.declarations ?? [];
    expect(first).toMatchObject({ number: 'a', interest: 'personal and prejudicial', agendaItem: '5', withdrew: true });
    expect(first?.members?.map((m) => m.name)).toEqual(['Carrick']);
    expect(second).toMatchObject({ number: 'b', interest: 'personal', agendaItem: '6', withdrew: false });
    expect(r.items[1]?.discussion.map((d) => d.text)).toEqual(['The following declarations of interest were made:']);
  });

  it('makes a decision of each entry of a list, with reasons at the last', () => {
    const item = r.items[2];
    expect(item?.decisions.map((d) => [d.number, d.text, d.outcome])).toEqual([
      ['i', 'That the report be noted;', 'noted'], ['ii', 'That a further report be submitted in September 2010.', 'agreed'],
    ]);
    expect(item?.decisions[1]?.reasons?.map((x) => x.text)).toEqual(['To let the Committee follow up its recommendations.']);
    expect(item?.discussion.map((d) => [d.text, d.items?.length])).toEqual([
      ['The Director submitted a report on the response to recommendations 3 and 5 of the inquiry.', undefined], ['Members raised the following points:', 2],
    ]);
  });

  it('marks what is taken after the public is excluded', () => {
    expect(r.items.map((i) => i.exempt)).toEqual([undefined, undefined, undefined, undefined, true]);
  });

  it('reads mover, seconder and votes from the words before and after RESOLVED', () => {
    expect(r.items[4]?.decisions).toMatchObject([{
      text: 'That the contract be supported.', motion: 'It was moved by Councillor Ashdown, seconded by Councillor Carrick and',
      mover: { name: 'Ashdown' }, seconder: { name: 'Carrick' }, vote: { for: 6, against: 2, abstained: 1, result: 'carried' },
    }]);
  });

  it('accounts for every character', () => {
    expect(r.coverage.ratio).toBe(1);
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('attendance in other shapes', () => {
  const items = ['1. Apologies', 'None were received.', '2. Minutes', 'RESOLVED that the minutes be signed.'];

  it('reads a run-in list', () => {
    const r = minutesOf(['Minutes of a meeting of the Audit Panel held on 4 May 2011', 'PRESENT: Mr A Brook (Chairman), Mrs C Dale, OBE, and Miss E Field', 'IN ATTENDANCE: Mr G Hill (Head of Audit) and Ms I Jay (Clerk)', ...items]);
    expect(names(r, 'chair')).toEqual(['Mr A Brook']);
    expect(names(r, 'present')).toEqual(['Mrs C Dale, OBE', 'Miss E Field']);
    expect(r.attendance.filter((a) => a.status === 'in-attendance').map((a) => a.role)).toEqual(['Head of Audit', 'Clerk']);
  });

  it('reads two columns parted by tabs', () => {
    const two = 'Councillor A Brook Councillor C Dale';
    const r = minutesOf(['Minutes of a meeting of the Audit Panel held on 4 May 2011', 'Present:', para(two, { spans: [{ start: 18, end: 19, style: 'tab' }] }), 'Councillor E Field', ...items]);
    expect(names(r, 'present')).toEqual(['Councillor A Brook', 'Councillor C Dale', 'Councillor E Field']);
  });

  it('reads a table with headings, and bands in it', () => {
    const r = minutesOf(['Minutes of the meeting of the Fernhill Board held on 4 May 2011',
      table([['Name', 'Organisation', 'Attendance'], ['Alan Pike (Chair)', 'Fernhill Council', 'Present'], ['Dr Bina Rao', 'Fernhill PCT', 'Apologies'], ['Officers', '', ''], ['Jo Lunn', 'Fernhill Council', 'Present']]), ...items]);
    expect(r.attendance.map((a) => [a.name, a.organisation, a.status])).toEqual([
      ['Alan Pike', 'Fernhill Council', 'chair'], ['Bina Rao', 'Fernhill PCT', 'apologies'], ['Jo Lunn', 'Fernhill Council', 'in-attendance'],
    ]);
    expect(r.coverage.ratio).toBe(1);
  });

  it('reads a table with labels beside the names', () => {
    const r = minutesOf(['Minutes of a meeting of the Audit Panel held on 4 May 2011', table([['Present:', 'Councillor A Brook|Councillor C Dale'], ['Apologies:', 'Councillor E Field']], 0), ...items]);
    expect(names(r, 'present')).toEqual(['Councillor A Brook', 'Councillor C Dale']);
    expect(names(r, 'apologies')).toEqual(['Councillor E Field']);
  });

  it('reads an honorific over a list, and offices without names', () => {
    const r = minutesOf(['Minutes of a meeting of the Cabinet held on 4 May 2011', 'PRESENT', 'Councillor Ruth Vane (Chairman)', 'Councillors: Abel Ward and Mina Yates', 'OFFICERS PRESENT', 'Chief Executive, Director of Finance and Democratic Services Manager', ...items]);
    expect(names(r, 'present')).toEqual(['Councillor Abel Ward', 'Councillor Mina Yates']);
    expect(names(r, 'in-attendance')).toEqual(['Chief Executive', 'Director of Finance', 'Democratic Services Manager']);
  });

  it('derives apologies from an item, which keeps them, and somebody who came virtually', () => {
    const r = minutesOf(['Minutes of a meeting of the Cabinet held on 4 May 2011', 'Present: Councillor A Brook', '7. Apologies for absence', 'Apologies were received from Councillor Dale and Mr Field.', 'Mrs Jay had sent apologies but was attending virtually.', '8. Urgent business', 'There was none.']);
    expect(names(r, 'apologies')).toEqual(['Councillor Dale', 'Mr Field']);
    expect(r.attendance.find((a) => a.name === 'Jay')).toMatchObject({ status: 'in-attendance', note: 'virtually' });
    expect(r.items[0]?.discussion).toHaveLength(2);
  });

  it('keeps people named under one item there, where there is a list at the head', () => {
    const r = minutesOf(['Minutes of a meeting of the Cabinet held on 4 May 2011', 'Present: Councillor A Brook', '7. Budget (Item 4)', 'Jo Lunn (Head of Finance) and Tim Moss (Accountant) were in attendance for this item.', 'RESOLVED that the budget be approved.', '8. Urgent business', 'There was none.']);
    expect(r.items[0]).toMatchObject({ agendaItem: '4', attendanceIntroduction: 'Jo Lunn (Head of Finance) and Tim Moss (Accountant) were in attendance for this item.' });
    expect(r.items[0]?.attendance?.map((a) => a.name)).toEqual(['Jo Lunn', 'Tim Moss']);
    expect(r.attendance).toHaveLength(1);
  });
});

describe('numbering', () => {
  const head = ['Minutes of a meeting of the Parish Council held on 14th May 2019', 'Present: Cllr J Tanner'];

  it('tells minutes from the numbered points inside them', () => {
    const r = minutesOf([...head, '76. Apologies', '(Item 1)', 'None.', '77. Roads', '(Item 2)', '1. Mr Hill said that the road had been closed for a month and that nobody had been told.', '2. Ms Jay asked when it would be opened again, and was told in June.', '3. RESOLVED that the report be noted.', '78. Parks', '(Item 3)', '1. The Clerk reported that the swings were broken and would be mended in the spring.', '2. RESOLVED that this be noted.']);
    expect(r.items.map((i) => [i.number, i.agendaItem, i.title])).toEqual([['76', '1', 'Apologies'], ['77', '2', 'Roads'], ['78', '3', 'Parks']]);
    expect(r.items[1]?.decisions).toMatchObject([{ number: '3', text: 'that the report be noted.', outcome: 'noted' }]);
    expect(r.items[1]?.discussion.map((d) => d.number)).toEqual(['1', '2']);
  });

  it.each([['24/51', '24/52', '24/53'], ['2014/31', '2014/32', '2014/33'], ['31/14', '32/14', '33/14'], ['CAB.14', 'CAB.15', 'CAB.16'], ['52', '53', '54']])('reads %s, %s, %s', (a, b, c) => {
    const r = minutesOf([...head, `${a} Declarations of interest`, 'None.', `${b} Finance`, 'The balances were reported.', `${c} Playground`, 'It would be painted.']);
    expect(r.items.map((i) => i.number)).toEqual([a, b, c]);
    expect(r.diagnostics).toEqual([]);
  });

  it('reports a number that is missing and one that comes twice', () => {
    const skipped = minutesOf([...head, '10. Apologies', 'None.', '12. Finance', 'It was read.', '12. Roads', 'They were seen.']);
    expect(skipped.diagnostics.map((d) => d.rule)).toEqual(['number-skipped', 'number-repeated']);
  });

  it('takes headings without numbers, before the numbered ones and where there are none', () => {
    const r = minutesOf([...head, 'UNRESTRICTED ITEMS', '# Election of Chair', 'RESOLVED that Cllr Tanner be elected.', '# 10. Apologies', 'None.', '# 11. Finance', 'It was read.']);
    expect(r.items.map((i) => [i.number, i.title])).toEqual([[undefined, 'Election of Chair'], ['10', 'Apologies'], ['11', 'Finance']]);
    expect(r.headings.some((h) => h.heading === 'UNRESTRICTED ITEMS')).toBe(true);
    const plain = minutesOf([...head, '# Apologies', 'None.', '# Finance', 'It was read.']);
    expect(plain.items.map((i) => i.title)).toEqual(['Apologies', 'Finance']);
  });

  it('opens minutes that are set out as a table', () => {
    const r = minutesOf([...head, table([['Item', 'Discussion', 'Action'],
      ['1', 'Welcome|The Chair welcomed everyone to the meeting, and apologies were noted.', ''],
      ['2', 'Review|Ann Pell introduced the draft report, and the Board discussed its timing.', 'AP to circulate the final report by 1 April 2020'],
      ['3', 'Training|Raj Sood reported that uptake had fallen in the second quarter.', '']])]);
    expect(r.items.map((i) => [i.number, i.title])).toEqual([['1', 'Welcome'], ['2', 'Review'], ['3', 'Training']]);
    expect(r.items[1]?.actions).toMatchObject([{ text: 'AP to circulate the final report by 1 April 2020', timescale: { end: '2020-04-01' } }]);
    expect(r.coverage.ratio).toBe(1);
  });
});

describe('the foot', () => {
  it('reads the next meeting, the end and the signature', () => {
    const r = minutesOf(['Minutes of the Meeting of Larkby Parish Council held at 7.30pm on Tuesday 14th May 2019 in the Village Hall, Mill Lane', 'Present: Cllr J Tanner', '1. Finance', 'It was read.', '2. Date of next meeting', 'The next meeting will be held on Tuesday 11th June 2019 at 7.30pm in the Village Hall.', 'There being no further business the Chairman closed the meeting at 9.05pm.', 'Signed ........................ Chairman        Date ....................']);
    expect(r.meeting).toMatchObject({ startTime: '19:30', endTime: '21:05', venue: 'Village Hall, Mill Lane', nextMeeting: { date: '2019-06-11', time: '19:30', venue: 'Village Hall' } });
    expect(r.signature?.text).toContain('Signed');
    expect(r.items[1]?.discussion).toHaveLength(1);
  });
});
