/** The head and the foot of an agenda: committee, when and where, whom to ask, membership, who signed it and when. */
import type { Block, Paragraph } from '../../paper/model.js';
import { eachParagraph } from '../../paper/walk.js';
import { findDates, findEmails, findPhones, readParty, readPeople, type Party } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { itemOf } from '../shared/items.js';
import { isAuthority, isCommittee } from '../shared/masthead.js';
import { readParticulars, residueOf, trimJoiners, type MeetingWords, type Particulars } from '../shared/meeting.js';
import { findWording, openingOf } from '../shared/openings.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Item } from '../schemas.js';

export interface AgendaHead {
  masthead: Masthead;
  meeting: Particulars;
  contact: { name?: string; role?: string; phone?: string; email?: string };
  membership: Party[];
  notes: Item[];
  signatory?: Party;
  issued?: string;
  /** What a labelled value says beyond its field: the address after a contact's name. */
  left?: string;
}

type Field = 'date' | 'time' | 'endTime' | 'venue' | 'body' | 'contact' | 'phone' | 'email' | 'issued' | 'membership';
const FIELDS: readonly Field[] = ['date', 'time', 'endTime', 'venue', 'body', 'contact', 'phone', 'email', 'issued', 'membership'];

/** A line of the head is short (characters); a longer one is a sentence. */
const LONGEST_LINE = 160;
/** Besides its day and time a line on the meeting has at most this many words that are no place. */
const MOST_WORDS = 6;
/** Lines at the foot that may be the signature: name, office, telephone, e-mail, address, date. */
const SIGNATURE_LINES = 8;

const words = (v: Vocabulary): MeetingWords => ({ held: v.words.held ?? [], meetingOf: v.words.meetingOf ?? [] });
const wordings = (v: Vocabulary): Record<string, readonly string[]> => Object.fromEntries(FIELDS.map((f) => [f, v.headings[f] ?? []]));

/** A stretch of a paragraph that stands on a line or in a column of its own. */
interface Line { readonly paragraph: Paragraph; readonly text: string; readonly start: number; readonly end: number }

/** The lines of a paragraph: parted at tabs and line breaks. */
function linesOf(p: Paragraph, inCell = false): Line[] {
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
function labelIn(text: string, vocabulary: Vocabulary, inCell = false): { field: Field; value: string } | undefined {
  const lists = wordings(vocabulary);
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 70) {
    const field = fieldFor(text.slice(0, colon), lists) as Field | undefined;
    if (field) return { field, value: text.slice(colon + 1).trim() };
  }
  // "Venue" alone in a cell names what the next cell says.
  const cells: Record<string, readonly string[]> = inCell ? { date: lists.date ?? [], time: lists.time ?? [], endTime: lists.endTime ?? [], venue: lists.venue ?? [], issued: lists.issued ?? [] } : {};
  const bare = fieldFor(text, { ...cells, contact: lists.contact ?? [], membership: lists.membership ?? [], phone: lists.phone ?? [], email: lists.email ?? [] }) as Field | undefined;
  return bare && text.length <= 70 ? { field: bare, value: '' } : undefined;
}

/** An e-mail address broken over two lines at a dot is one. */
const rejoined = (text: string): string => text.replace(/(@[\w-]+(?:\.[\w-]+)*)\s+(?=\.[a-z])/giu, '$1').replace(/(@[\w.-]*\.)\s+(?=[a-z]{2,}\b)/giu, '$1');

/** Reads the blocks before the items. Takes all. */
export function readHead(context: ParseContext, blocks: readonly Block[]): AgendaHead {
  const { vocabulary } = context;
  const head: AgendaHead = { masthead: {}, meeting: {}, contact: {}, membership: [], notes: [] };
  const waiting: Field[] = [];
  let members = false;
  let dated = false;
  let summoned = false;
  // Where a label names the venue, the council's address under its name is none.
  const placed = [...eachParagraph(blocks)].some((p) => linesOf(p, false).some((line) => { const label = labelIn(line.text, vocabulary); return label?.field === 'venue' && label.value !== ''; }));
  for (const block of blocks) {
    const inTable = block.type === 'table';
    for (const p of eachParagraph([block])) {
      if (p.text === '' && p.label === undefined) continue;
      const lines = linesOf(p, inTable);
      const unread = lines.filter((line) => {
        summoned ||= findWording(line.text, vocabulary.words.summons) !== undefined;
        const label = labelIn(line.text, vocabulary, inTable);
        if (label) {
          members = label.field === 'membership';
          if (label.value === '') { if (!members) waiting.push(label.field); return false; }
          if (set(context, head, label.field, label.value)) {
            noteLeft(context, head, line);
            const at = waiting.indexOf(label.field);
            if (at >= 0) waiting.splice(at, 1);
            return false;
          }
        }
        const next = waiting[0];
        if (next !== undefined && !label && set(context, head, next, line.text)) { waiting.shift(); return false; }
        if (members && !isHeadLine(context, head, line.text)) {
          const people = readPeople(line.text);
          if (people.length > 0) { head.membership.push(...people); return false; }
          members = false;
        }
        const before = head.meeting.date;
        const known = readLine(context, head, line.text, dated, placed);
        dated = known && before === undefined && head.meeting.date !== undefined;
        return !known;
      });
      // What no field took is a note.
      if (unread.length === lines.length) head.notes.push(itemOf(context, p));
      else {
        context.take(p);
        for (const line of unread) noteLine(context, head, line);
      }
    }
  }
  if (head.meeting.date !== undefined) head.masthead.date = head.meeting.date;
  head.masthead.body ??= head.meeting.body;
  signedAtHead(head, vocabulary, summoned);
  return head;
}

/** A summons is signed at its head: a name, and under it an office, leave the notes for the signatory. `summoned` says that the head calls members to the meeting. */
function signedAtHead(head: AgendaHead, vocabulary: Vocabulary, summoned: boolean): void {
  for (let i = 0; i + 1 < head.notes.length; i++) {
    const [name, office] = [head.notes[i], head.notes[i + 1]];
    if (!name || !office || name.text.length > 60 || office.text.length > 80 || name.items || office.items) continue;
    const found = findWording(office.text, vocabulary.words.signatory);
    if (found?.start !== 0 || findWording(name.text, vocabulary.words.signatory) || !isSignatureLine(name.text, vocabulary)) continue;
    const text = `${name.text}, ${office.text}`;
    const party = readParty(text);
    if (party.type !== 'person') continue;
    head.signatory = { ...party, text };
    head.notes.splice(i, 2);
    return;
  }
  // "Ruth Ives, Clerk to the Council", on one line under the summons.
  if (head.signatory || !summoned) return;
  const at = head.notes.findIndex((n) => n.text.length <= 80 && !n.items && signsAlone(n.text, vocabulary));
  const signed = head.notes[at];
  if (!signed) return;
  head.signatory = readParty(signed.text);
  head.notes.splice(at, 1);
}

/** A name and an office after it, and nothing else. */
function signsAlone(text: string, vocabulary: Vocabulary): boolean {
  const party = readParty(text);
  return party.type === 'person' && party.role !== undefined && findWording(party.role, vocabulary.words.signatory)?.start === 0 && !/[:.]$/u.test(text);
}

function noteLine(context: ParseContext, head: AgendaHead, line: Line): void {
  head.notes.push({ text: line.text, ...context.takePart(line.paragraph, line.start, line.end) });
}

const isHeadLine = (context: ParseContext, head: AgendaHead, text: string): boolean =>
  isOneOf(text, context.vocabulary.headings.title) || (findDates(text).length > 0 && text.length < LONGEST_LINE) || (head.masthead.body === undefined && isCommittee(text));

/** Gives a labelled value to its field; false where it does not fit. */
function set(context: ParseContext, head: AgendaHead, field: Field, raw: string): boolean {
  const value = rejoined(raw);
  const { meeting, contact } = head;
  switch (field) {
    case 'date': case 'time': case 'endTime': {
      const found = readParticulars(value, words(context.vocabulary));
      if (found.date === undefined && found.startTime === undefined) return false;
      if (field === 'endTime') { if (found.startTime !== undefined) meeting.endTime ??= found.startTime; return true; }
      if (found.date !== undefined) meeting.date ??= found.date;
      if (found.startTime !== undefined) meeting.startTime ??= found.startTime;
      if (found.endTime !== undefined) meeting.endTime ??= found.endTime;
      return true;
    }
    case 'venue': meeting.venue ??= trimJoiners(value); return meeting.venue === trimJoiners(value);
    case 'body': if (head.masthead.body !== undefined) return false; head.masthead.body = value; return true;
    case 'issued': {
      const date = findDates(value, { paperDate: meeting.date })[0]?.date;
      if (date === undefined) return false;
      head.issued ??= date;
      return true;
    }
    case 'phone': case 'email': {
      // "Tel: 01234 567890 Email: …": both in one line.
      const phone = findPhones(value)[0]?.phone;
      const email = findEmails(value)[0]?.email;
      if (phone !== undefined) contact.phone ??= phone;
      if (email !== undefined) contact.email ??= email;
      return (field === 'phone' ? phone : email) !== undefined;
    }
    case 'contact': {
      const address = ADDRESS_AFTER.exec(value)?.[1];
      const told = readContact(contact, address === undefined ? value : value.slice(0, value.length - address.length).replace(/[\s,]+$/u, ''));
      if (told && address !== undefined) head.left = address;
      return told;
    }
    case 'membership': head.membership.push(...readPeople(value)); return true;
  }
}

/** An address after a name: it begins with the number of a house, and says no telephone or e-mail. */
const ADDRESS_AFTER = /^\p{Lu}[^,@\d]{2,60},\s((?:\d{1,4}[A-Za-z]?|Flat\s\d{1,3},?|Unit\s\d{1,3},?|P\.?O\.? Box\s\d{1,5},?)\s\p{Lu}[^@:]{3,120})$/u;

/** What a value says beyond its field is a note of its own. */
function noteLeft(context: ParseContext, head: AgendaHead, line: Line): void {
  const { left } = head;
  if (left === undefined) return;
  delete head.left;
  const start = line.paragraph.text.indexOf(left, line.start);
  if (start >= 0) noteLine(context, head, { ...line, text: left, start, end: start + left.length });
}

/** A contact's name and post have at most this many characters. */
const LONGEST_CONTACT = 80;

/** "Jo Lane, 01234 567890, jo.lane@…": name, telephone and e-mail of a contact. */
function readContact(contact: AgendaHead['contact'], value: string): boolean {
  const phone = findPhones(value)[0];
  const email = findEmails(value)[0];
  const stop = Math.min(phone?.start ?? Infinity, email?.start ?? Infinity, value.length);
  const name = value.slice(0, stop).replace(/\s*(?:\b(?:tel|telephone|email|e-mail|on|at|ext|direct dial|phone)\b[\s:.]*)+$/iu, '').replace(/[\s,;:–(-]+$/u, '').trim();
  // The record has room for one: a second contact stays a note.
  if (contact.name !== undefined && name !== '' && !name.startsWith(contact.name)) return false;
  if (name.length > LONGEST_CONTACT) return false;
  if (phone) contact.phone ??= phone.phone;
  if (email) contact.email ??= email.email;
  if (name !== '' && /\p{L}/u.test(name) && contact.name === undefined) {
    const party = readParty(name);
    const person = party.type === 'person' && party.role !== undefined;
    contact.name = person ? party.name : name;
    if (person) contact.role = party.role;
  }
  return name !== '' || phone !== undefined || email !== undefined;
}

/** "A G E N D A": a word set with spaces between its letters, without them. */
export const unspaced = (text: string): string => (text[1] === ' ' && text[3] === ' ' && /^(?:\p{Lu} ){2,}\p{Lu}$/u.test(text) ? text.replace(/ /g, '') : text);

/** "All Members of the County Council" are those whom the agenda is sent to. */
const ADDRESSEES = /^(?:to:?\s+)?(?:(?:to )?all )?(?:the )?(?:members|councillors)\b/iu;

/** A line without a label. `dated` says that the line before gave the day, `placed` that a label elsewhere names the venue. */
function readLine(context: ParseContext, head: AgendaHead, text: string, dated: boolean, placed: boolean): boolean {
  const { vocabulary } = context;
  const { masthead, meeting, contact } = head;
  if (isOneOf(unspaced(text), vocabulary.headings.title)) { masthead.title ??= unspaced(text); return true; }
  if (masthead.title === undefined && text.length <= LONGEST_LINE && openingOf(text, vocabulary.words.titleOpening)) {
    masthead.title = text;
    const found = readParticulars(text, words(vocabulary));
    for (const key of ['date', 'startTime', 'endTime', 'venue', 'body'] as const) if (found[key] !== undefined) meeting[key] ??= found[key];
    return true;
  }
  if (masthead.organisation === undefined && isAuthority(text) && !isOneOf(text, ['county council', 'council']) && !ADDRESSEES.test(text)) { masthead.organisation = text; return true; }
  if (text.length <= LONGEST_LINE && masthead.body === undefined && findDates(text).length === 0 && (isCommittee(text) || isOneOf(text, vocabulary.words.council))) { masthead.body = text; return true; }
  if ([masthead.title, masthead.body, masthead.organisation].includes(text)) return true;
  const found = readParticulars(text, words(vocabulary));
  if (found.date !== undefined && meeting.date !== undefined && text.length < 60 && found.startTime === undefined) {
    // A second day, alone on its line, before the meeting's: the day of issue.
    if (found.date < meeting.date) { head.issued ??= found.date; return true; }
    return found.date === meeting.date;
  }
  if (found.date !== undefined || found.startTime !== undefined) {
    const plain = text.length <= LONGEST_LINE || found.venue !== undefined || found.body !== undefined;
    if (!plain) return false;
    const said = found.venue === undefined && found.body === undefined ? residueOf(text) : undefined;
    const sentence = said !== undefined && said.split(/\s+/u).length > MOST_WORDS && !findWording(said, vocabulary.words.place);
    // "The library is open until 7 pm on two evenings a week": a time, and of no meeting.
    if (sentence && found.date === undefined) return false;
    // The paper's own day, printed before the meeting's.
    if (found.date !== undefined && found.startTime === undefined && found.venue === undefined && found.body === undefined && meeting.date === undefined && text.length < 60) { meeting.date = found.date; return true; }
    if (meeting.date !== undefined && found.date !== undefined && found.date > meeting.date && meeting.startTime === undefined && found.startTime !== undefined) {
      head.issued ??= meeting.date;
      meeting.date = found.date;
    }
    for (const key of ['date', 'startTime', 'endTime', 'venue', 'body'] as const) if (found[key] !== undefined) meeting[key] ??= found[key];
    if (meeting.venue === undefined && found.venue === undefined) {
      const rest = residueOf(text);
      if (rest !== undefined && findWording(rest, vocabulary.words.place)) meeting.venue = rest;
    }
    if (found.body !== undefined && masthead.title === undefined && text.length <= LONGEST_LINE) masthead.title = text;
    return text.length <= LONGEST_LINE && !sentence;
  }
  if (meeting.venue === undefined && !placed && text.length <= LONGEST_LINE && (dated || /,/.test(text)) && !/[.:]$/.test(text) && findWording(text, vocabulary.words.place) && /^\p{Lu}/u.test(text)) {
    meeting.venue = trimJoiners(text);
    return true;
  }
  const email = findEmails(rejoined(text))[0];
  const phone = findPhones(text)[0];
  if ((email ?? phone) && text.length <= LONGEST_LINE) {
    if (email) contact.email ??= email.email;
    if (phone) contact.phone ??= phone.phone;
    return true;
  }
  return false;
}

/** The signature and the day of issue under the last item: gives the blocks that are none. Takes what it reads. */
export function readFoot(context: ParseContext, head: AgendaHead, blocks: readonly Block[]): Block[] {
  // Remarks to members may stand under the signature: sentences, where a signature is above them.
  const sentence = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.number === undefined && b.text.length > 40 && /[.!?)]$/u.test(b.text);
  let end = blocks.length;
  while (end > 0 && blocks.length - end < REMARK_LINES && sentence(blocks[end - 1])) end--;
  if (end < blocks.length && end > 0) {
    const had = head.signatory;
    const left = readSignature(context, head, blocks.slice(0, end));
    if (head.signatory && head.signatory !== had) {
      for (const b of blocks.slice(end)) if (b.type === 'paragraph') head.notes.push(itemOf(context, b));
      return left;
    }
  }
  return readSignature(context, head, blocks);
}

/** Remarks under a signature that are looked past. */
const REMARK_LINES = 4;

function readSignature(context: ParseContext, head: AgendaHead, blocks: readonly Block[]): Block[] {
  const { vocabulary } = context;
  const from = Math.max(0, blocks.length - SIGNATURE_LINES);
  const tail: Line[] = [];
  let cut = blocks.length;
  for (let i = blocks.length - 1; i >= from; i--) {
    const block = blocks[i];
    if (block?.type !== 'paragraph' || block.number !== undefined || block.bullet || block.text.length > 200) break;
    const lines = linesOf(block);
    if (!lines.every((l) => isSignatureLine(l.text, vocabulary))) break;
    tail.unshift(...lines);
    cut = i;
  }
  if (tail.length === 0) return [...blocks];
  const name: string[] = [];
  for (const line of tail) {
    const labelled = labelIn(line.text, vocabulary);
    const date = findDates(line.text, { paperDate: head.meeting.date })[0];
    if (date && line.text.length < 80) { head.issued ??= date.date; continue; }
    if (labelled && labelled.value !== '' && labelled.field !== 'membership') { if (set(context, head, labelled.field, labelled.value)) continue; }
    const email = findEmails(rejoined(line.text))[0];
    const phone = findPhones(line.text)[0];
    if (email ?? phone) {
      // A name and an office on the same line as the telephone.
      const before = line.text.slice(0, Math.min(email?.start ?? Infinity, phone?.start ?? Infinity)).trim();
      if (/\p{L}{3}/u.test(before) && !/^(?:tel|telephone|e-?mail)\b/iu.test(before)) name.push(before);
      continue;
    }
    if (/\p{L}/u.test(line.text)) name.push(line.text);
  }
  const signed = name.filter((n) => !/^(?:signed|yours sincerely|yours faithfully|by order(?: of the .*)?)[\s,:]*$/iu.test(n));
  if (signed.length > 0) {
    const text = signed.join(', ');
    const party = readParty(splitOffice(text, vocabulary));
    head.signatory = { ...party, text };
  } else if (head.issued === undefined) return [...blocks];
  for (const block of blocks.slice(cut)) if (block.type === 'paragraph') context.take(block);
  return blocks.slice(0, cut);
}

/** "Benjamin Hart Chief Executive" on one line: a comma before the office, where the words of one stand. */
function splitOffice(text: string, vocabulary: Vocabulary): string {
  if (text.includes(',')) return text;
  const office = findWording(text, vocabulary.words.signatory);
  return office && office.start > 3 ? `${text.slice(0, office.start).trim()}, ${text.slice(office.start)}` : text;
}

/** A line that may belong to a signature: a name, an office, a telephone, an address, a day. */
function isSignatureLine(text: string, vocabulary: Vocabulary): boolean {
  const labelled = labelIn(text, vocabulary);
  if (/^[([]/u.test(text) || /[:;]$/u.test(text) && !labelled) return false;
  // "For further information please contact: …" may stand under the signature.
  if (labelled && labelled.field !== 'membership' && labelled.value !== '') return true;
  // "Report by Head of Facilities" belongs to the last item.
  if (openingOf(text, vocabulary.words.lead)?.wording.includes(' ')) return false;
  if (findDates(text).length > 0 && text.length < 80) return true;
  if (findEmails(rejoined(text)).length > 0 || findPhones(text).length > 0) return text.length < 120;
  if (text === '' || /^[._…\s-]+$/u.test(text)) return true;
  if (/^(?:signed|yours sincerely|yours faithfully|by order)\b/iu.test(text)) return true;
  // Names and offices are in capitals and short; a sentence is not.
  const parts = text.split(/\s+/);
  return parts.length <= 9 && parts.filter((w) => /^\p{Lu}/u.test(w)).length >= Math.ceil(parts.length * 0.6) && !/[.?!]$/.test(text);
}
