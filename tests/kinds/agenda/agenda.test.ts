// Agendas of invented councils: front sheets, boards' tables, a parish council's summons.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agenda } from '../../../src/kinds/agenda/index.js';
import { pagesIn } from '../../../src/kinds/agenda/items.js';
import type { AgendaRecord } from '../../../src/kinds/agenda/schema.js';
import { weightOf } from '../../../src/kinds/shared/recognise.js';
import { inkLength } from '../../../src/paper/text.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf, table } from '../paper.js';

const agendaOf = (blocks: Parameters<typeof paper>[0]): AgendaRecord => recordOf(paper(blocks), 'agenda') as unknown as AgendaRecord;
const vocabulary = vocabularies().agenda;

const FRONT = [
  'Westmere Borough Council', 'Adults Scrutiny Committee', 'Date: Wednesday, 3rd March 2010', 'Time: 6.00 pm', 'Venue: Committee Room 2, Town Hall, Westmere',
  'Membership:', 'Councillors H Ashdown (Chair), B Carrick (Vice-Chair), F Gale and E Hart',
  'For further information please contact: Vic Whelan, Scrutiny Officer, tel 01632 960111, vic.whelan@westmere.example',
  'AGENDA', 'PART 1 - PUBLIC', '(These items are open to the public.)', '1. Apologies for absence', '2. Minutes (Pages 3 - 8)', 'To confirm the minutes of the meeting held on 20th January 2010.',
  '3. 10/00042 - Day centres: response of the Cabinet (Pages 9 - 24)', 'Report of the Director of Adult Services', 'Ward(s): All',
  'PART 2 - PRIVATE', '4. Contract for home care (Pages 25 - 40)', 'Alison Reed', 'Chief Executive', '01632 960100', 'Tuesday, 23 February 2010',
];

describe('the council’s address', () => {
  it('is no venue where a label names one', () => {
    const r = agendaOf(['Westmere Borough Council', 'Town Hall, Market Square, Westmere', 'Adults Scrutiny Committee', 'Date: Wednesday, 3rd March 2010', 'Venue: Committee Room 2', 'AGENDA', '1. Apologies', '2. Minutes']);
    expect(r.meeting.venue).toBe('Committee Room 2');
    expect(r.notes.map((n) => n.text)).toContain('Town Hall, Market Square, Westmere');
    expect(agendaOf(['Westmere Borough Council', 'Adults Scrutiny Committee', 'Wednesday, 3rd March 2010', 'Town Hall, Market Square, Westmere', 'AGENDA', '1. Apologies', '2. Minutes']).meeting.venue).toBe('Town Hall, Market Square, Westmere');
  });
});

describe('a front sheet', () => {
  const r = agendaOf(FRONT);

  it('says when, where, who and whom to ask', () => {
    expect(r).toMatchObject({ organisation: 'Westmere Borough Council', body: 'Adults Scrutiny Committee', date: '2010-03-03', issued: '2010-02-23' });
    expect(r.meeting).toEqual({ body: 'Adults Scrutiny Committee', date: '2010-03-03', startTime: '18:00', venue: 'Committee Room 2, Town Hall, Westmere' });
    expect(r.contact).toEqual({ name: 'Vic Whelan', role: 'Scrutiny Officer', phone: '01632 960111', email: 'vic.whelan@westmere.example' });
    expect(r.membership.map((m) => [m.name, m.role])).toEqual([['H Ashdown', 'Chair'], ['B Carrick', 'Vice-Chair'], ['F Gale', undefined], ['E Hart', undefined]]);
    expect(r.signatory).toMatchObject({ name: 'Alison Reed', role: 'Chief Executive', type: 'person' });
  });

  it('reads the items', () => {
    expect(r.items.map(({ at: _at, ...item }) => item)).toEqual([
      { number: '1', title: 'Apologies for absence' },
      { number: '2', title: 'Minutes', pages: { from: 3, to: 8 }, purpose: 'To confirm the minutes of the meeting held on 20th January 2010.' },
      { number: '3', title: 'Day centres: response of the Cabinet', reference: '10/00042', pages: { from: 9, to: 24 }, lead: 'Report of the Director of Adult Services', note: 'Ward(s): All' },
      { number: '4', title: 'Contract for home care', pages: { from: 25, to: 40 }, exempt: true },
    ]);
    expect(r.notes.map((n) => n.text)).toEqual(['PART 1 - PUBLIC', '(These items are open to the public.)', 'PART 2 - PRIVATE']);
    expect(r.coverage.ratio).toBe(1);
    expect(r.diagnostics).toEqual([]);
  });
});

describe('other looks', () => {
  it('reads labels and values that stand in columns of a table', () => {
    const r = agendaOf(['AGENDA', 'CABINET', table([['Thursday, 4th March, 2010, at 10.00 am', 'Ask for:', 'Jo Lunn'], ['Council Chamber, Shire Hall, Fernhill', 'Telephone:|Email:', '01632 960222|jo.lunn@fernhill.example']], 0), '1. Apologies', '2. Budget (Page 5)']);
    expect(r.meeting).toEqual({ body: 'CABINET', date: '2010-03-04', startTime: '10:00', venue: 'Council Chamber, Shire Hall, Fernhill' });
    expect(r.contact).toEqual({ name: 'Jo Lunn', phone: '01632 960222', email: 'jo.lunn@fernhill.example' });
    expect(r.items[1]?.pages).toEqual({ from: 5, to: 5 });
    expect(r.coverage.ratio).toBe(1);
  });

  it('reads items that are the rows of a table', () => {
    const r = agendaOf(['Northvale Board', 'Wednesday 21 September 2011, 2.00pm – 4.15pm, Room 4, Riverside House', 'Agenda',
      table([['Item', 'Subject', 'Lead', 'Purpose', 'Page'], ['1', 'Welcome', 'Alan Pike', '', ''], ['2', 'Strategy', 'Bina Rao', 'For decision', '7-31'], ['Exempt items', '', '', '', ''], ['3', 'Contract', 'Jo Lunn', '', '32']])]);
    expect(r.meeting).toMatchObject({ startTime: '14:00', endTime: '16:15', venue: 'Room 4, Riverside House' });
    expect(r.items).toMatchObject([
      { number: '1', title: 'Welcome', lead: 'Alan Pike' }, { number: '2', title: 'Strategy', purpose: 'For decision', pages: { from: 7, to: 31 } }, { number: '3', title: 'Contract', exempt: true },
    ]);
    expect(r.coverage.ratio).toBe(1);
  });

  it('reads a summons, signed at its head', () => {
    const r = agendaOf(['LARKBY PARISH COUNCIL', 'NOTICE OF MEETING', 'You are hereby summoned to attend a meeting of the Parish Council to be held in the Village Hall, Mill Lane on Tuesday 14th May 2019 at 7.30pm.',
      'A. Fell', 'Clerk to the Council', '8th May 2019', 'AGENDA', '24/51 To receive apologies for absence', '24/52 Finance', 'a) to approve payments', '24/53 Date of next meeting: 11th June 2019']);
    expect(r).toMatchObject({ title: 'NOTICE OF MEETING', body: 'Parish Council', date: '2019-05-14', issued: '2019-05-08', signatory: { name: 'A. Fell', role: 'Clerk to the Council' } });
    expect(r.meeting).toMatchObject({ startTime: '19:30', venue: 'Village Hall, Mill Lane' });
    expect(r.items.map((i) => i.number)).toEqual(['24/51', '24/52', '24/53']);
    expect(r.items[1]?.note).toBe('a) to approve payments');
  });

  it('reads an agenda without numbers', () => {
    const r = agendaOf(['Fernhill Youth Forum', 'Monday 4 July 2011 at 5pm', 'Agenda', 'Welcome', 'What we did last term', 'Any other business']);
    expect(r.items.map((i) => i.title)).toEqual(['Welcome', 'What we did last term', 'Any other business']);
  });

  it('reports a number that is missing', () => {
    expect(agendaOf(['AGENDA', '1. Apologies', '2. Minutes', '4. Budget']).diagnostics.map((d) => d.rule)).toEqual(['number-skipped']);
  });
});

describe('page references', () => {
  it.each([
    ['Minutes (Pages 1 - 10)', 1, 10], ['Minutes (Page 5)', 5, 5], ['Budget [pp. 3–9]', 3, 9], ['Budget (Pages 461 – 610)', 461, 610], ['Budget Pages 12 to 14', 12, 14],
  ])('%s', (text, from, to) => {
    expect(pagesIn(para(text), vocabulary)?.pages).toEqual({ from, to });
  });
  it.each(['Plan 2010 - 11', 'The page of history', 'Pages of the report', 'Budget 2025-26'])('none in %s', (text) => {
    expect(pagesIn(para(text), vocabulary)).toBeUndefined();
  });
  it('takes a range after a tab', () => {
    expect(pagesIn(para('Minutes 1 - 10', { spans: [{ start: 7, end: 8, style: 'tab' }] }), vocabulary)?.pages).toEqual({ from: 1, to: 10 });
  });
});

describe('recognition', () => {
  it('knows an agenda', () => {
    const r = recordOf(paper(FRONT));
    expect([r.kind, (r.classification as { confidence: number }).confidence > 0.9]).toEqual(['agenda', true]);
  });
  it('gives little to other papers', () => {
    for (const blocks of [
      ['Minutes of a meeting of the Audit Panel held on 4 May 2011', 'PRESENT: Mr A Brook', '1. Apologies', 'None.', '2. Declarations of interest', 'None.', '3. Minutes', 'RESOLVED that they be signed.'],
      ['Dear Councillor Brook', 'Thank you for your letter.', 'Yours sincerely', 'Jo Lunn'],
      [table([['Service', '2010', '2011'], ['Parks', '£400', '£410']])],
    ]) expect(weightOf(agenda.recognise(paper(blocks), vocabulary))).toBeLessThan(3);
  });
});

describe('any paper', () => {
  const line = fc.constantFrom(...FRONT, 'Email:', 'Tel: 01632 960333', '5. Exempt report', '(Exempt under paragraph 3)', 'Lead: Jo Lunn', '- a point', '', '# Heading', 'To: All members', 'Councillor A Brook');
  it('is read without a throw, and every character is accounted for once', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const p = paper(lines);
      const r = recordOf(p, 'agenda') as unknown as AgendaRecord;
      const ink = p.blocks.reduce((n, b) => n + (b.type === 'paragraph' ? inkLength(b.text) + inkLength(b.label ?? '') : 0), 0);
      const missed = r.coverage.unassigned.reduce((n, u) => n + inkLength(u.text), 0);
      const apart = r.coverage.furniture.reduce((n, u) => n + inkLength(u.text), 0);
      expect(r.coverage.captured + missed + apart).toBe(ink);
    }), { numRuns: 200 });
  });
});

describe('a head that says more than an agenda has room for', () => {
  it('keeps a second contact, a second place and a sentence with an hour in it as notes', () => {
    const r = agendaOf(['Westmere Borough Council', 'Adults Scrutiny Committee', 'Date: Wednesday, 3rd March 2010', 'Time: 6.00 pm', 'Venue: Town Hall, Westmere', 'Venue: Quay House, Westmere', 'Contact: Vic Whelan, Scrutiny Officer', 'Contact: Jo Lunn, Clerk',
      'If the counters are shared then each branch can stay open until 7.30 pm.', 'AGENDA', '1. Apologies', '2. Minutes (Pages 3 - 8)']);
    expect(r.meeting).toMatchObject({ startTime: '18:00', venue: 'Town Hall, Westmere' });
    expect(r.contact?.name).toBe('Vic Whelan');
    expect(r.notes?.map((n) => n.text)).toEqual(['Venue: Quay House, Westmere', 'Contact: Jo Lunn, Clerk', 'If the counters are shared then each branch can stay open until 7.30 pm.']);
  });
  it('leaves a row of the table of items that says no item unassigned', () => {
    const r = agendaOf(['Adults Board', 'Agenda', table([['Item', 'Subject', 'Lead'], ['', '', 'Tea will be served at the back of the hall'], ['1', 'Welcome', 'Alan Pike'], ['2', 'Strategy', 'Bina Rao']], 2)]);
    expect(r.items.map((i) => i.title)).toEqual(['Welcome', 'Strategy']);
    expect(r.coverage.unassigned.map((u) => u.text)).toEqual(['Tea will be served at the back of the hall']);
  });
});

describe('parts of an agenda', () => {
  const exempt = (line: string): (boolean | undefined)[] => agendaOf(['Westmere Borough Council', 'Cabinet', 'AGENDA', '1. Apologies', '2. Minutes (Pages 3 - 8)', line, '3. Ferry pier (Pages 9 - 24)', '4. Any other business']).items.map((i) => i.exempt);
  it.each(['Part 2', 'PART B – EXEMPT ITEMS', 'Part II (closed to the public)', 'Part 2 - Private business'])('%s shuts out the public', (line) => expect(exempt(line).slice(-2)).toEqual([true, true]));
  it.each(['Part 2 of the Local Plan', 'Part B of the constitution', 'Part 2 – items open to the public'])('%s does not', (line) => expect(exempt(line)).not.toContain(true));
});

describe('what stands around the items', () => {
  const head = ['LARKMOUTH PARISH COUNCIL', 'Clerk: Mrs Ruth Ives, 3 Glebe Cottages, Larkmouth LM4 2QT', 'Tel: 01632 960144', 'You are hereby summoned to attend the meeting of the Parish Council to be held in the Village Hall on Wednesday 7 May 2025 at 7.15pm.', 'Ruth Ives, Clerk to the Council', '1 May 2025', 'AGENDA'];
  const r = agendaOf([...head, '1. Apologies', '2. Minutes', 'To approve the minutes.', 'PART 2 - PRIVATE', 'To consider excluding the press and public.', '3. The lease', 'To receive the report.', '4. Date of next meeting', 'Members of the public and press are welcome to attend.']);
  it('is a note: an address, a line under a band, advice to the public', () => {
    expect(r.contact).toMatchObject({ name: 'Mrs Ruth Ives', phone: '01632 960144' });
    expect(r.notes.map((n) => n.text)).toEqual(expect.arrayContaining(['3 Glebe Cottages, Larkmouth LM4 2QT', 'To consider excluding the press and public.', 'Members of the public and press are welcome to attend.']));
    expect(r.items.map((i) => [i.title, i.purpose, i.note, i.exempt])).toEqual([['Apologies', undefined, undefined, undefined], ['Minutes', 'To approve the minutes.', undefined, undefined], ['The lease', 'To receive the report.', undefined, true], ['Date of next meeting', undefined, undefined, true]]);
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });
  it('is the signatory where somebody signs the summons on one line', () => {
    expect(r.signatory).toMatchObject({ name: 'Ruth Ives', role: 'Clerk to the Council' });
  });
  it('is no address where the name is followed by a post, and no signatory without a summons', () => {
    const other = agendaOf(['LARKMOUTH COUNCIL', 'Agenda for the Harbour Board on 7 May 2025 at 7.15pm', 'Contact: Ruth Ives, Head of Governance', 'Jo Lane, Director of Harbours', '1. Apologies', '2. Minutes']);
    expect(other.contact).toMatchObject({ name: 'Ruth Ives', role: 'Head of Governance' });
    expect(other.signatory).toBeUndefined();
    expect(other.notes.map((n) => n.text)).toContain('Jo Lane, Director of Harbours');
  });
});

describe('pages at the ends of titles', () => {
  const titles = (...lines: string[]) => agendaOf(['LARKMOUTH COUNCIL', 'Agenda for the Harbour Board on 7 May 2025 at 7.15pm', ...lines]).items.map((i) => [i.title, i.pages?.from, i.pages?.to, i.note]);
  it('are read where they count on, in a text that has lost its column', () => {
    expect(titles('1. MINUTES 1 - 8', '2. SAFEGUARDING REPORT 9 - 24', '3. BUDGET To Follow', '4. FORWARD PLAN 25 - 26')).toEqual([['MINUTES', 1, 8, undefined], ['SAFEGUARDING REPORT', 9, 24, undefined], ['BUDGET', undefined, undefined, 'To Follow'], ['FORWARD PLAN', 25, 26, undefined]]);
  });
  it('are no pages where they do not, or one title alone has them', () => {
    expect(titles('1. MINUTES', '2. CAPITAL PLAN 2025 - 2030', '3. STRATEGY 2024 - 2027')).toEqual([['MINUTES', undefined, undefined, undefined], ['CAPITAL PLAN 2025 - 2030', undefined, undefined, undefined], ['STRATEGY 2024 - 2027', undefined, undefined, undefined]]);
    expect(titles('1. MINUTES', '2. CAPITAL PLAN 2025 - 2030', '3. A PAPER TO FOLLOW')[1]).toEqual(['CAPITAL PLAN 2025 - 2030', undefined, undefined, undefined]);
  });
});

describe('a head set as a table', () => {
  it('has labels without colons, which are no notes', () => {
    const r = agendaOf(['Larkmouth Harbour Board', table([['Date', 'Wednesday 4 December 2013'], ['Time', '2.00pm to 4.30pm'], ['Venue', 'Room 1, Town Hall, Larkmouth']], 0), 'AGENDA', '1. Apologies', '2. Minutes']);
    expect(r.meeting).toMatchObject({ date: '2013-12-04', startTime: '14:00', endTime: '16:30', venue: 'Room 1, Town Hall, Larkmouth' });
    expect(r.notes).toEqual([]);
    // In a line of text the same word is only a word.
    expect(agendaOf(['Larkmouth Harbour Board', '4 December 2013', 'Time', 'AGENDA', '1. Apologies', '2. Minutes']).notes.map((n) => n.text)).toEqual(['Time']);
  });
});

describe('a summons', () => {
  it('is an agenda, its heading spaced and its numbers those of minutes', () => {
    const p = paper(['Brackmoor Town Council', 'Dear Councillor,', 'You are summoned to a meeting of the PLANNING COMMITTEE on Tuesday 22 October 2024 at 6.30pm in the Council Chamber, Town Hall.', 'S. Field', 'Town Clerk', 'A G E N D A', 'PL24/40 To receive apologies for absence', 'PL24/41 To receive declarations of interest', 'PL24/42 To confirm the minutes of the meeting held on 1 October 2024']);
    const r = recordOf(p) as unknown as AgendaRecord;
    expect(r.kind).toBe('agenda');
    expect(r.items.map((i) => i.number)).toEqual(['PL24/40', 'PL24/41', 'PL24/42']);
    expect(recordOf(paper(['Brackmoor Town Council', 'Dear Councillor,', 'You are summoned in dreams to a meeting that is not.', 'S. Field'])).kind).not.toBe('agenda');
  });
});
