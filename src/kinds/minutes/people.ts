/** The people that a stretch of a paragraph names, as the record has them. */
import type { Paragraph } from '../../paper/model.js';
import { readAttendee, readAttendees, splitParties, type Attendee } from '../../values/index.js';
import { STATUSES } from '../names.js';
import type { Attendant, Status } from './schema.js';

/** A name with all that stands beside it is no longer than this (characters). */
const LONGEST_ENTRY = 220;

export const isStatus = (s: string | undefined): s is Status => (STATUSES as readonly (string | undefined)[]).includes(s);

/** A person as the record has them; `status` is the list's, unless the entry says its own. */
export function attendantOf(a: Attendee, status: Status, where: { at: string; until?: string }): Attendant {
  return {
    ...(a.honorific === undefined ? {} : { honorific: a.honorific }),
    name: a.name,
    ...(a.role === undefined ? {} : { role: a.role }),
    ...(a.organisation === undefined ? {} : { organisation: a.organisation }),
    status: standingOf(a.status, status),
    ...(a.note === undefined ? {} : { note: a.note }),
    ...where,
  };
}

/** An entry's own word on its standing holds, but a chair who sent apologies was not there. */
export function standingOf(own: Status | undefined, list: Status): Status {
  if (own === undefined) return list;
  return (list === 'apologies' || list === 'absent') && own !== 'substitute' ? list : own;
}

/** True for a line that can be a list entry: it begins like a name and is no sentence. */
export function isEntry(text: string): boolean {
  const t = text.trim();
  if (t === '' || t.length > LONGEST_ENTRY && !t.includes(',')) return false;
  if (!/^[\p{Lu}("“‘*]/u.test(t)) return false;
  return !/\b(?:was|were|had|has|have|is|are|will|would|should|must|opened|commenced|started|agreed|noted|welcomed|joined the meeting|left the meeting)\b/.test(t.replace(/\([^)]*\)/gu, ''));
}

/** A line that ends in a colon and is short heads the names after it. */
const SUBHEADING = /^\p{Lu}[^:.;\d]{2,60}:\s*$/u;

/** True for a line that heads names, whatever its words, and names nobody. */
export const isSubheading = (p: Pick<Paragraph, 'text' | 'label'>): boolean => SUBHEADING.test(p.text) && p.label === undefined && readAttendee(p.text).honorific === undefined;

/** The stretches of a paragraph that a tab or a line break parts: names set in columns or one a line. */
export function stretches(p: Paragraph, from: number): { start: number; end: number }[] {
  const cuts = (p.spans ?? []).filter((s) => (s.style === 'tab' || s.style === 'break') && s.start >= from).sort((a, b) => a.start - b.start);
  const out: { start: number; end: number }[] = [];
  let start = from;
  for (const cut of cuts) {
    out.push({ start, end: cut.start });
    start = cut.end;
  }
  out.push({ start, end: p.text.length });
  const filled = out.filter((s) => p.text.slice(s.start, s.end).trim() !== '');
  // Lines that end in a comma or begin in small letters or brackets are one list, broken by the page's width.
  const broken = filled.some((s, i) => i > 0 && (/^[\s\p{Ll}(&,]/u.test(p.text.slice(s.start, s.end)) || /(?:,|\band|&|\()\s*$/.test(p.text.slice(filled[i - 1]?.start, filled[i - 1]?.end))));
  return broken ? [{ start: from, end: p.text.length }] : filled;
}

/** The people that a stretch of a paragraph names, in order. Takes nothing. */
export function peopleIn(p: Paragraph, start: number, end: number, status: Status, locate: (start: number, end: number) => { at: string; until?: string }): Attendant[] {
  const text = p.text.slice(start, end);
  if (text.trim() === '') return [];
  const single = p.bullet === true || p.number !== undefined;
  if (PART_OF_MEETING.test(text)) return [];
  const list = single ? [readAttendee(text)] : readAttendees(inBrackets(text));
  const found = rolesIn(text, list.length > 0 ? list : [readAttendee(text)]);
  let cursor = start;
  return found.filter((a) => a.name !== '').map((a) => {
    const at = p.text.indexOf(a.text, cursor);
    const place: [number, number] = at < 0 ? [start, end] : [at, at + a.text.length];
    if (at >= 0) cursor = at + a.text.length;
    return attendantOf(a, status, locate(...place));
  });
}

/** What heads names in the column beside it, and names nobody. */
const PART_OF_MEETING = /^\s*(?:whole|part|for (?:all|part)|all|remainder) of (?:the )?meeting\s*:?\s*$/i;

/** "Councillor Bell, for whom Mrs Dodd substituted, and …": who stood in is set in brackets, as a remark on the one before. The text keeps its length. */
const inBrackets = (text: string): string =>
  text.replace(/,(\s)((?:for whom|in whose place)\s[^,;()]{3,80}?\s(?:substituted|attended|deputised|was substituting|was (?:the |a )?substitute|was deputising|was present))(?=([,;.])|$)[,;.]?/giu, (whole, space: string, remark: string, mark: string | undefined) => `${space}(${remark}${mark === undefined ? '' : ')'}`.padEnd(whole.length));

/** "Chief Executive, Director of Finance and Solicitor": offices without names are each an entry. */
function rolesIn(text: string, found: Attendee[]): Attendee[] {
  const [only] = found;
  if (found.length !== 1 || !only || only.honorific !== undefined || only.role !== undefined) return found;
  const { owners, certain } = splitParties(text);
  if (!certain || owners.length < 2 || owners.some((o) => o.type === 'body')) return found;
  return owners.map((o) => ({
    text: o.text, name: o.name, ...(o.honorific === undefined ? {} : { honorific: o.honorific }), ...(o.role === undefined ? {} : { role: o.role }),
    ...(o.organisation === undefined ? {} : { organisation: o.organisation }),
  }));
}
