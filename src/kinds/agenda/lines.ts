/** The lines of an agenda's head and foot: parted at tabs and line breaks, and what their labels name. Pure. */
import type { Paragraph } from '../../paper/model.js';
import type { MeetingWords } from '../shared/meeting.js';
import { openingOf } from '../shared/openings.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';

export type Field = 'date' | 'time' | 'endTime' | 'venue' | 'body' | 'contact' | 'phone' | 'email' | 'issued' | 'membership';
const FIELDS: readonly Field[] = ['date', 'time', 'endTime', 'venue', 'body', 'contact', 'phone', 'email', 'issued', 'membership'];

/** A line of the head is short (characters); a longer one is a sentence. */
export const LONGEST_LINE = 160;

export const words = (v: Vocabulary): MeetingWords => ({ held: v.words.held ?? [], meetingOf: v.words.meetingOf ?? [] });
const wordings = (v: Vocabulary): Record<string, readonly string[]> => Object.fromEntries(FIELDS.map((f) => [f, v.headings[f] ?? []]));

/** A stretch of a paragraph that stands on a line or in a column of its own. */
export interface Line { readonly paragraph: Paragraph; readonly text: string; readonly start: number; readonly end: number }

/** The lines of a paragraph: parted at tabs and line breaks. */
export function linesOf(p: Paragraph, inCell = false): Line[] {
  const cuts = wideGaps(p, inCell) ? (p.spans ?? []).filter((s) => s.style === 'break') : (p.spans ?? []).filter((s) => s.style === 'tab' || s.style === 'break').sort((a, b) => a.start - b.start);
  const out: Line[] = [];
  let start = 0;
  for (const end of [...cuts.map((c) => c.start), p.text.length]) {
    const text = p.text.slice(start, end).trim();
    if (text !== '') out.push({ paragraph: p, text, start, end });
    start = end;
  }
  return out;
}

/** True where the tabs are no columns: wide gaps of a justified line, or those in a cell, which has one column. */
function wideGaps(p: Paragraph, inCell: boolean): boolean {
  const tabs = (p.spans ?? []).filter((s) => s.style === 'tab');
  if (tabs.length === 0 || inCell) return inCell;
  return tabs.some((t) => /,\s*$/u.test(p.text.slice(0, t.start)) || /^[\s\p{Ll}]*\p{Ll}/u.test(p.text.slice(t.end, t.end + 2).trimStart())) && !tabs.some((t) => /:\s*$/u.test(p.text.slice(0, t.start)));
}

/** "Ask for:" alone, or "Ask for: Jo Lane": the field and the value's text ("" where it stands apart). */
export function labelIn(text: string, vocabulary: Vocabulary, inCell = false): { field: Field; value: string } | undefined {
  const lists = wordings(vocabulary);
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 70) {
    const field = fieldFor(text.slice(0, colon), lists) as Field | undefined;
    if (field) return { field, value: text.slice(colon + 1).trim() };
  }
  // "For further information please contact Ann Lee on 01234 567890": the same without a colon.
  const asked = text.length <= LONGEST_LINE && /\bcontact\s/iu.test(text) ? openingOf(text, (lists.contact ?? []).filter((w) => / contact$/iu.test(w))) : undefined;
  if (asked && /^\s+\p{Lu}/u.test(text.slice(asked.end))) return { field: 'contact', value: text.slice(asked.end).trim() };
  // "Venue" alone in a cell names what the next cell says.
  const cells: Record<string, readonly string[]> = inCell ? { date: lists.date ?? [], time: lists.time ?? [], endTime: lists.endTime ?? [], venue: lists.venue ?? [], issued: lists.issued ?? [] } : {};
  const bare = fieldFor(text, { ...cells, contact: lists.contact ?? [], membership: lists.membership ?? [], phone: lists.phone ?? [], email: lists.email ?? [] }) as Field | undefined;
  return bare && text.length <= 70 ? { field: bare, value: '' } : undefined;
}

/** An e-mail address broken over two lines at a dot is one. */
export const rejoined = (text: string): string => text.replace(/(@[\w-]+(?:\.[\w-]+)*)\s+(?=\.[a-z])/giu, '$1').replace(/(@[\w.-]*\.)\s+(?=[a-z]{2,}\b)/giu, '$1');
