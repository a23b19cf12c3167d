// Fronts, bands and feet of agendas of invented bodies: authorities for one purpose, members and whom they act for, whom to ask, who signs.
import { describe, expect, it } from 'vitest';
import type { AgendaRecord } from '../../../src/kinds/agenda/schema.js';
import { isAuthority } from '../../../src/kinds/shared/masthead.js';
import { paper, recordOf, table } from '../paper.js';

const agendaOf = (...blocks: Parameters<typeof paper>[0]): AgendaRecord => recordOf(paper(blocks), 'agenda') as unknown as AgendaRecord;
const ITEMS = ['AGENDA', '1. Apologies', '2. Declarations of interest', '3. Minutes (Pages 3 - 8)'];
const HEAD = ['Westmere Borough Council', 'Audit Committee', 'Wednesday, 5 March 2025 at 6.00 pm'];
const members = (r: AgendaRecord): string[] => r.membership.map((m) => [m.honorific, m.name, m.role, m.organisation].filter(Boolean).join(' '));

describe('who issues a paper', () => {
  it.each(['NORTH MARSHIRE FIRE AND RESCUE AUTHORITY', 'Blackfell National Park Authority', 'The Ashby Police Authority', 'Trent & Dove Combined County Authority', 'Office of the Police and Crime Commissioner for Northmoor'])('is an authority: %s', (text) => { expect(isAuthority(text)).toBe(true); });
  it.each(['Report of the Fire Authority', 'Members of the National Park Authority', 'Annual report of the Ashby Police Authority', 'The planning authority', 'Questions to the Police and Crime Commissioner'])('is none: %s', (text) => { expect(isAuthority(text)).toBe(false); });
});

describe('members', () => {
  it('follow what is addressed to them, on its line or the next', () => {
    expect(members(agendaOf(...HEAD, 'To all members of the Council: Cllrs D Hurst (Chair), L Beard', 'You are hereby summoned to a meeting in the Reading Room, Church Lane.', ...ITEMS))).toEqual(['Cllr D Hurst Chair', 'Cllr L Beard']);
    expect(members(agendaOf(...HEAD, 'TO: All Members of the Audit Committee', 'Mrs P Stokes (Chair), Cllr D Airey', ...ITEMS))).toEqual(['Mrs P Stokes Chair', 'Cllr D Airey']);
    expect(members(agendaOf(...HEAD, 'TO: All Members of the Audit Committee', 'Webcasting Notice', ...ITEMS))).toEqual([]);
  });
  it('stand in a table beside whom they act for; a vacant seat is nobody', () => {
    const r = agendaOf(...HEAD, 'Membership', table([['Name', 'Authority'], ['Councillor Ann Voss (Chair)', 'Northwick Borough Council'], ['Vacancy', 'Valeside District Council'], ['Councillor Ian Prowse', 'Valeside District Council'], ['Ms Jo Keane', 'Independent Person']]), ...ITEMS);
    expect(members(r)).toEqual(['Councillor Ann Voss Chair Northwick Borough Council', 'Councillor Ian Prowse Valeside District Council', 'Ms Jo Keane Independent Person']);
    expect(r.organisation).toBe('Westmere Borough Council');
  });
  it('of two names a row are read as before', () => {
    expect(members(agendaOf(...HEAD, 'Membership', table([['Councillor A Voss', 'Councillor B Prowse'], ['Councillor C Iqbal', 'Councillor D Tanner']], 0), ...ITEMS))).toHaveLength(4);
  });
  it('may be called Dean', () => {
    expect(members(agendaOf(...HEAD, 'Membership', table([['Councillors:', 'K Abbott'], ['', 'L Dean'], ['', 'M Frost']], 0), ...ITEMS))).toEqual(['K Abbott', 'L Dean', 'M Frost']);
  });
});

describe('whom to ask', () => {
  it('stands behind a longer label, or in a sentence without a colon', () => {
    expect(agendaOf(...HEAD, ...ITEMS, 'For further information about this meeting please contact: Priya Nair, Governance Officer, 01632 960112, p.nair@westmere.example').contact).toEqual({ name: 'Priya Nair', role: 'Governance Officer', phone: '01632 960112', email: 'p.nair@westmere.example' });
    const r = agendaOf(...HEAD, ...ITEMS, 'For further information please contact Jane Thorn on 01632 960113 or email j.thorn@westmere.example');
    expect(r.contact).toEqual({ name: 'Jane Thorn', phone: '01632 960113', email: 'j.thorn@westmere.example' });
    expect(r.signatory).toBeUndefined();
  });
  it('is a name without its address', () => {
    const r = agendaOf('Clerk: Mrs Anne Pettit, 3 Orchard Close, Soake. Tel: 01632 960112 Email: clerk@soake.example', ...HEAD, ...ITEMS);
    expect(r.contact).toEqual({ name: 'Mrs Anne Pettit', phone: '01632 960112', email: 'clerk@soake.example' });
    expect(r.notes.map((n) => n.text)).toEqual(['3 Orchard Close, Soake']);
  });
});

describe('the foot', () => {
  it('is signed by the clerk of an authority', () => {
    // The telephone and the address under the name have no field of their own, and stay with it.
    expect(agendaOf(...HEAD, ...ITEMS, 'J WINTER', 'Clerk to the Authority', '01632 960814', 'Tel: 01632 960815, Email: clerk@ardle.example', '24 February 2025')).toMatchObject({ issued: '2025-02-24', signatory: { name: 'J WINTER', role: 'Clerk to the Authority', text: 'J WINTER, Clerk to the Authority, 01632 960814, Tel: 01632 960815, Email: clerk@ardle.example' } });
    expect(agendaOf(...HEAD, ...ITEMS, 'J WINTER, Clerk to the Authority 01632 960814')).toMatchObject({ signatory: { name: 'J WINTER', role: 'Clerk to the Authority', text: 'J WINTER, Clerk to the Authority, 01632 960814' } });
    expect(agendaOf(...HEAD, ...ITEMS, 'J WINTER', 'Clerk to the Authority', '24 February 2025')).toMatchObject({ issued: '2025-02-24', signatory: { name: 'J WINTER', role: 'Clerk to the Authority' } });
  });
  it('is not issued after the meeting', () => {
    const r = agendaOf(...HEAD, ...ITEMS, '4. Date of next meeting', '25 September 2025');
    expect(r.issued).toBeUndefined();
    expect(r.items.at(-1)?.note).toBe('25 September 2025');
  });
});

describe('items', () => {
  it('after a sentence that shuts out the public are exempt, and none before it', () => {
    const shut = 'THE FOLLOWING REPORT IS NOT FOR PUBLICATION AS IT CONTAINS EXEMPT INFORMATION AS DEFINED IN PARAGRAPH 14 OF SCHEDULE 12A';
    expect(agendaOf(...HEAD, ...ITEMS, shut, '4. Disposal of land').items.map((i) => i.exempt === true)).toEqual([false, false, false, true]);
    expect(agendaOf(...HEAD, ...ITEMS, 'The following item is open to the public and not exempt.', '4. Disposal of land').items.some((i) => i.exempt)).toBe(false);
    expect(agendaOf(...HEAD, shut, ...ITEMS).items.some((i) => i.exempt)).toBe(false);
  });
  it('have titles without the size of a file, and stand before the applications under them', () => {
    const r = agendaOf(...HEAD, 'AGENDA', '1. Apologies', '2. Applications', table([['Ref', 'Site', 'Recommendation', 'Page'], ['25/0214', 'Rook Farm', 'Approve', '13'], ['25/0231', 'High Street', 'Refuse', '-']]), '3. Minutes PDF 119 KB');
    expect(r.items.map((i) => [i.number, i.title, i.note])).toEqual([['1', 'Apologies', undefined], ['2', 'Applications', undefined], ['25/0214', 'Rook Farm', undefined], ['25/0231', 'High Street', undefined], ['3', 'Minutes', undefined]]);
  });
});
