// What only looks like a decision, a band, a place or a heading of minutes: each rule beside what it must leave alone.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, para, recordOf } from '../paper.js';

const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const HEAD = ['Minutes of a meeting of the Quay Committee held on 4 May 2021', 'Present: Councillor A Brook (Chair)'];
const bullet = (text: string): ReturnType<typeof para> => para(text, { label: '•', bullet: true });

describe('lists of what somebody noted', () => {
  it.each(['In response to questions the Director:', 'Councillor Lane:', 'Members:', 'The Licensing Officer:', 'The Executive Member:', 'The Chief Executive:', 'The Member for Mill Ward:', 'The Chair of the Quay Committee:', 'Mrs Board:'])('is debate under "%s"', (line) => {
    const r = minutesOf(...HEAD, '1. TAXIS', line, bullet('noted that fares were low'), bullet('requested a map of the ranks'), 'Members asked what drivers thought.', '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions).toEqual([]);
    expect(r.items[0]).not.toHaveProperty('decisionsIntroduction');
    expect(JSON.stringify(r.items[0]?.discussion)).toContain('requested a map');
  });
  it('is debate where the item resolves something of its own', () => {
    const r = minutesOf(...HEAD, '1. TAXIS', 'The Quay Committee:', bullet('noted that fares were low'), bullet('instructed the clerk to count the ranks'), 'RESOLVED that the fares stay.', '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions.map((d) => d.text)).toEqual(['that the fares stay.']);
  });
  it('is debate where nothing in it decides', () => {
    const r = minutesOf(...HEAD, '1. TAXIS', 'The Quay Joint Board:', bullet('welcomed the new ranks'), bullet('confirmed that fares were low'), '2. ROADS', 'RESOLVED that the report be noted.');
    expect(r.items[0]?.decisions).toEqual([]);
    const decided = minutesOf(...HEAD, '1. TAXIS', 'The Quay Joint Board (QJB):', bullet('welcomed the new ranks; and'), bullet('agreed the fares.'), '2. ROADS', 'RESOLVED that the report be noted.');
    expect(decided.items[0]?.decisions).toHaveLength(2);
  });
});

describe('what was agreed at an item’s end', () => {
  it.each(['The Trust agreed with the speaker that dredging was dear.', 'Members agreed with Mr Lane.', 'The minutes of 4 April 2021 were agreed by the Chairman to be too long for the website.'])('is no decision: %s', (text) => {
    expect(minutesOf(...HEAD, '1. SILT', 'The harbour master spoke.', text, '2. ROADS', 'RESOLVED that the report be noted.').items[0]?.decisions).toEqual([]);
  });
  it.each(['The Trust agreed that the quay be dredged.', 'Members agreed the budget.', 'The Forum agreed a new plan.', 'The Board agreed to pay.', 'The minutes of 4 April 2021 were agreed by the Board to be a correct record.', 'The minutes of 4 April 2021 were agreed with one amendment.'])('is one: %s', (text) => {
    expect(minutesOf(...HEAD, '1. SILT', 'The harbour master spoke.', text, '2. ROADS', 'RESOLVED that the report be noted.').items[0]?.decisions).toHaveLength(1);
  });
});

describe('lines over several items', () => {
  const exempt = (line: string): (boolean | undefined)[] => minutesOf(...HEAD, '1. PLAN', 'The plan was discussed.', line, '2. ROADS', 'The roads were discussed.', 'RESOLVED that the report be noted.').items.map((i) => i.exempt);
  it.each(['Part two of the Local Plan', 'Part 2 of the Act', 'Part B Library fees', 'Part II covers the harbour', 'Confidential session with the auditors', 'Part 2 - open to the public', 'Part 1 – Public items'])('leaves the rest public: %s', (line) => {
    expect(exempt(line)).toEqual([undefined, undefined]);
  });
  it.each(['Part 2', 'PART TWO', 'Part 2 - exempt items', 'PART B – EXEMPT', 'Part two (closed to the public)', 'Part II: Private', 'Agenda Part 2 - Exempt items', 'Part 2 items', 'Part B (Items containing exempt information)', 'Part 2 – Not for publication'])('shuts out the public: %s', (line) => {
    expect(exempt(line)).toEqual([undefined, true]);
  });
});

describe('the head', () => {
  const head = (...lines: string[]): MinutesRecord => minutesOf('Minutes of the Meeting', 'Held on Wednesday 18 January 2012 at', ...lines, 'Present: Ann Brook, Bea Lane (Chair)', '1. Minutes', 'RESOLVED that the minutes be signed.');
  it('takes no council, committee or sentence for the place', () => {
    expect(head('QUAY COUNCIL')).toMatchObject({ organisation: 'QUAY COUNCIL', meeting: { date: '2012-01-18' } });
    expect(head('QUAY COUNCIL').meeting).not.toHaveProperty('venue');
    expect(head('Quay Harbour Committee')).toMatchObject({ body: 'Quay Harbour Committee' });
    expect(head('Councillors were asked to sign the sheet').meeting).not.toHaveProperty('venue');
  });
  it.each(['Tithe Hall School', 'Committee Room 2, Town Hall', 'Quay Borough Council Offices', 'Guildhall'])('takes the place: %s', (line) => {
    expect(head(line).meeting.venue).toBe(line);
  });
  it('takes no sentence about a trust for the body', () => {
    const line = 'Councillors in the room were asked to sign the sheet for the housing trust';
    const r = minutesOf('QUAY COUNCIL', 'MINUTES', line, 'Date: 12 March 2024', 'Present: Jane Marsh, Peter Wood', '1. Welcome', 'RESOLVED that it be noted.');
    expect(r.meeting.body).not.toBe(line);
    expect(JSON.stringify(r.notes)).toContain('sign the sheet');
  });
});

describe('titles', () => {
  it('keeps in the books what a website puts after a title', () => {
    const r = minutesOf(...HEAD, '1. Needs assessment PDF 369 KB', 'RESOLVED that it be noted.', '2. Rail plan pdf icon PDF 1 MB', 'RESOLVED that it be noted.');
    expect(r.items.map((i) => i.title)).toEqual(['Needs assessment', 'Rail plan']);
    expect(r.coverage.furniture.map((f) => f.text)).toEqual(['PDF 369 KB', 'pdf icon PDF 1 MB']);
    expect(r.coverage.unassigned).toEqual([]);
    expect(r.coverage.ratio).toBe(1);
  });
  it('lets a title begin with "No", and a sentence that says nothing was declared head nothing', () => {
    const bold = (text: string): ReturnType<typeof para> => para(text, { bold: true });
    const r = minutesOf(...HEAD, bold('Declarations of interest'), bold('No declarations were made'), bold('No Smoking Policy'), 'Members discussed it.', bold('No Cold Calling Zones'), 'RESOLVED that the zones be supported.', bold('Petitions'), bold('None'));
    expect(r.items.map((i) => i.title)).toEqual(['Declarations of interest', 'No Smoking Policy', 'No Cold Calling Zones', 'Petitions']);
  });
});

describe('letters after names', () => {
  it('takes a party’s letters for no person who acts', () => {
    const r = minutesOf('Minutes of a meeting of the Quay Committee held on 4 May 2021', 'Present: Councillor Linda Drew (LD), Joan Fell (JF)', '1. ROADS', 'Action: JF to share the report by 30 May 2021.', 'RESOLVED that the report be noted.');
    expect(r.attendance).toMatchObject([{ name: 'Linda Drew', organisation: 'LD' }, { name: 'Joan Fell', note: 'JF' }]);
    expect(r.items[0]?.actions?.[0]?.owners).toMatchObject([{ name: 'JF', type: 'person' }]);
  });
});
