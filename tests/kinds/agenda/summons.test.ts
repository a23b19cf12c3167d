// Agendas that are summonses: where the meeting is, what the paper is called, how somebody is reached. Invented papers.
import { describe, expect, it } from 'vitest';
import { readParticulars } from '../../../src/kinds/shared/meeting.js';
import { paper, recordOf } from '../paper.js';

interface Agenda { title: string; body?: string; organisation?: string; meeting: { body: string; date?: string; startTime?: string; venue?: string }; membership: unknown[]; notes: { text: string }[]; contact?: { name: string; phone?: string }; signatory?: { name: string } }
const ITEMS = ['AGENDA', '1. Apologies for absence', '2. Declarations of interest', '3. To approve the minutes of the meeting held on 12 April 2023'];
const agendaOf = (...head: string[]) => recordOf(paper([...head, ...ITEMS]), 'agenda') as unknown as Agenda;

describe('a summons', () => {
  const summons = 'You are hereby summoned to attend the ANNUAL MEETING of the Town Council to be held on Wednesday 10 May 2023 at 7.00 pm in St Mary’s Church Hall, Kirkgate.';
  it('says where the meeting is, whatever address stands over it, and is no title', () => {
    const r = agendaOf('Haxley Town Council', 'Town Hall, Market Place, Haxley, HX1 1AA', 'To: All Members of Haxley Town Council', summons, 'M Dobson', 'Town Clerk');
    expect(r).toMatchObject({ title: 'AGENDA', meeting: { date: '2023-05-10', startTime: '19:00', venue: 'St Mary’s Church Hall, Kirkgate' }, membership: [], signatory: { name: 'M Dobson' } });
    expect(r.notes.map((n) => n.text)).toContain(summons);
  });
  it('leaves the address of the place where nothing else says where', () => {
    expect(agendaOf('Haxley Town Council', 'Council Chamber, Market Place, Haxley', 'MEETING OF THE FINANCE COMMITTEE', 'Monday 5 June 2023 at 7 pm')).toMatchObject({ body: 'FINANCE COMMITTEE', meeting: { venue: 'Council Chamber, Market Place, Haxley' } });
  });
  it('keeps a telephone that is nobody’s in a note', () => {
    const r = agendaOf('Haxley Town Council', 'Tel: 01234 567890', summons);
    expect(r.contact).toBeUndefined();
    expect(r.notes.map((n) => n.text)).toEqual(['Tel: 01234 567890', summons]);
    expect(agendaOf('Haxley Town Council', 'Contact: Jo Lane', 'Tel: 01234 567890', summons)).toMatchObject({ contact: { name: 'Jo Lane', phone: '01234 567890' } });
  });
});

it('a sentence on the meeting goes on in the next', () => {
  const words = { held: ['will take place', 'will be held', 'held'], meetingOf: ['a meeting of the'] };
  expect(readParticulars('You are summoned to a meeting of the Planning Committee, which will take place on Tuesday 6 June 2023. The meeting will be held in the Old Library at 6.30 pm.', words)).toMatchObject({ body: 'Planning Committee', date: '2023-06-06', startTime: '18:30', venue: 'Old Library' });
  expect(readParticulars('a meeting of the Planning Committee held on 6 June 2023 in the Old Library', words)).toMatchObject({ body: 'Planning Committee', venue: 'Old Library' });
});

it('a sentence after the hour is no place', () => {
  expect(readParticulars('a meeting of the Parish Council will be held in the Schoolroom on Tuesday 3rd October 2023 commencing at 7.30 p.m. All members of the Council are hereby summoned to attend.', { held: ['will be held'], meetingOf: ['a meeting of the'] })).toMatchObject({ venue: 'Schoolroom', startTime: '19:30' });
});
