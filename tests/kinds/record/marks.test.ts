/** Fields without a place of their own are found in the paper. */
import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../src/kinds/marks.js';
import type { AnyRecord } from '../../../src/kinds/record.js';
import { paper, para } from '../paper.js';

const lines = ['Quay Council', 'HARBOUR COMMITTEE', 'Thursday, 30th January 2025', 'Council Chamber, The', 'Maltings, Quay', 'Ask for: Jo Lane, a person of the board', 'jo.lane@quay .example', 'Ruth Ives, Clerk'].map((t) => para(t));
const of = (fields: Record<string, unknown>): Record<string, number> => {
  const places = new Map(lines.map((p, i) => [p.at.in === 'lines' ? p.at.from : -1, i]));
  const marks = marksOf({ kind: 'agenda', ...fields } as AnyRecord, paper(lines));
  return Object.fromEntries(Object.entries(marks).map(([path, { at }]) => [path, places.get(Number(/^#line=(\d+)/.exec(at)?.[1]) + 1) ?? -1]));
};

describe('places of fields that have none of their own', () => {
  it('are those of their words, at any depth', () => {
    expect(of({ title: 'Harbour Committee', meeting: { venue: 'Council Chamber, The Maltings, Quay' }, contact: { name: 'Jo Lane' }, authors: [{ text: 'Ruth Ives, Clerk', name: 'Ruth Ives' }] }))
      .toEqual({ title: 1, 'meeting.venue': 3, 'contact.name': 5, 'authors.0.text': 7, 'authors.0.name': 7 });
  });
  it('are those of a day, and of an address that the paper breaks', () => {
    expect(of({ date: '2025-01-30', contact: { email: 'jo.lane@quay.example' } })).toEqual({ date: 2, 'contact.email': 6 });
  });
  it('are none for what has a place, for words of the contract and for what the program did', () => {
    expect(of({ items: [{ text: 'Quay Council', at: '#line=0,1' }], signatory: { type: 'person' }, source: { file: 'Quay Council' } })).toEqual({});
  });
});
