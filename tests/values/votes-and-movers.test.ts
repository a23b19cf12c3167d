import { describe, expect, it } from 'vitest';
import { readAttendee, readMovers, readParty, readPeople, readVote } from '../../src/values/index.js';

describe('votes behind their word', () => {
  it('count from the first side on', () => {
    expect(readVote('Vote: For 7, Against 0, Abstain 1')).toMatchObject({ for: 7, against: 0, abstained: 1 });
    expect(readVote('A vote for 12 months of work')).toBeUndefined();
  });
});

describe('movers', () => {
  it('end where the result begins, and have titles with stops', () => {
    expect(readMovers('Proposed Cllr Lamb, seconded Cllr Vine, all in favour.').seconder).toEqual({ text: 'Cllr Vine', name: 'Vine', type: 'person', honorific: 'Cllr' });
    expect(readMovers('Cynigiwyd/Proposed: Cllr. David Beynon. Eiliwyd/Seconded: Cllr. Rhodri Lewis.')).toMatchObject({ mover: { name: 'David Beynon' }, seconder: { name: 'Rhodri Lewis' } });
    expect(readMovers('The Chair moved that it be referred. This was seconded by Councillor Bell.')).toMatchObject({ mover: { name: 'Chair', type: 'role' }, seconder: { name: 'Bell' } });
    expect(readMovers('Officers proposed a new road.')).toEqual({});
  });
});

describe('names and posts', () => {
  it('a surname may be a post’s word behind initials', () => {
    expect(readPeople('L Dean').map((p) => p.name)).toEqual(['L Dean']);
    expect(readPeople('A Warden')).toEqual([]);
  });
  it('a sector is nobody’s name', () => {
    expect(readParty('Third Sector Representative')).toMatchObject({ type: 'role', name: 'Third Sector Representative' });
  });
  it('the chair in two languages is the chair', () => {
    expect(readAttendee('Cllr Gwen Rees (Cadeirydd / Chair)')).toMatchObject({ name: 'Gwen Rees', status: 'chair' });
    expect(readAttendee('Cllr Gwen Rees (Chair / Leader)').status).toBeUndefined();
  });
});
