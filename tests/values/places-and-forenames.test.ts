// A place before a councillor's title, and surnames that are words of bodies too.
import { describe, expect, it } from 'vitest';
import { readAttendees } from '../../src/values/index.js';

const said = (text: string) => readAttendees(text).map(({ honorific, name, role, organisation }) => [honorific, name, role, organisation].filter((s) => s !== undefined).join(' | '));

describe('attendees', () => {
  it('keep the place of a councillor with the title', () => {
    expect(said('Mrs T Bray (Town Clerk), Cornwall Councillor M Rowse')).toEqual(['Mrs | T Bray | Town Clerk', 'Cornwall Councillor | M Rowse']);
    expect(said('Councillors Bell, Crane and Councillor Dodd')).toEqual(['Councillor | Bell', 'Councillor | Crane', 'Councillor | Dodd']);
  });
  it('have a surname after a title and a forename', () => {
    expect(said('Superintendent Ray Flood')).toEqual(['Superintendent | Ray Flood']);
    expect(said('Mr Ray, Flood Officer')).toEqual(['Mr | Ray | Flood Officer']);
  });
});
