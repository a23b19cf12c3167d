/** The head of an agenda: committee, when and where, whom to ask, membership, and what else is said before the items. */
import { hasLetterOrDigit } from '../../paper/characters.js';
import type { Block, Table } from '../../paper/model.js';
import { cellText, eachParagraph } from '../../paper/walk.js';
import { findDates, findEmails, findPhones, readParty, readPeople, type Party } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { itemOf } from '../shared/items.js';
import { isAuthority, isCommittee } from '../shared/masthead.js';
import { readParticulars, residueOf, trimJoiners } from '../shared/meeting.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf } from '../shared/vocabulary.js';
import { fillField, type AgendaHead } from './fields.js';
import { labelIn, linesOf, LONGEST_LINE, rejoined, words, type Field, type Line } from './lines.js';
import { signedAtHead } from './signature.js';

/** Besides its day and time a line on the meeting has at most this many words that are no place. */
const MOST_WORDS = 6;

/** "Liberal Democrat (1):" before the names of a group. */
const GROUP = /^\p{Lu}[\p{L}’'/& -]{2,50}\(\d{1,2}\)\s*:\s*/u;

/** Reads the blocks before the items. Takes all. */
export function readHead(context: ParseContext, blocks: readonly Block[]): AgendaHead {
  const { vocabulary } = context;
  const head: AgendaHead = { masthead: {}, meeting: {}, contact: {}, membership: [], notes: [] };
  const waiting: Field[] = [];
  let members = false;
  /** The line before is addressed to all members, and the next may name them. */
  let addressed = false;
  let dated = false;
  let summoned = false;
  /** Lines that say how somebody is reached, with their place among the notes. */
  const reached: { line: Line; at: number }[] = [];
  // Where a label or the summons names the venue, the council's address under its name is none.
  const placed = eachParagraph(blocks).some((p) => linesOf(p, false).some((line) => {
    const label = labelIn(line.text, vocabulary);
    return (label?.field === 'venue' && label.value !== '') || (!label && findWording(line.text, vocabulary.words.held) !== undefined && readParticulars(line.text, words(vocabulary)).venue !== undefined);
  }));
  /** Reads one line; true where no field took it. */
  const readOne = (line: Line, inTable: boolean): boolean => {
    summoned ||= findWording(line.text, vocabulary.words.summons) !== undefined;
    const label = labelIn(line.text, vocabulary, inTable);
    if (label) {
      // "To: All Members of the Council" names nobody.
      members = label.field === 'membership' && !ADDRESSEES.test(label.value);
      addressed = label.field === 'membership' && !members;
      if (label.value === '') { if (!members) waiting.push(label.field); return false; }
      if (fillField(context, head, label.field, label.value)) {
        noteLeft(context, head, line);
        const at = waiting.indexOf(label.field);
        if (at >= 0) waiting.splice(at, 1);
        return false;
      }
    }
    const next = waiting[0];
    if (next !== undefined && !label && fillField(context, head, next, line.text)) { waiting.shift(); return false; }
    // "To: All members of the Committee", and on the next line who they are: each with a title.
    if (addressed && !label) {
      addressed = false;
      const people = isHeadLine(context, head, line.text) ? [] : readPeople(line.text);
      if (people.length > 1 && people.every((one) => one.honorific !== undefined)) { head.membership.push(...people); members = true; return false; }
    }
    // What calls the members ends the list of them.
    if (members && !label && findWording(line.text, vocabulary.words.summons)) members = false;
    if (members && !isHeadLine(context, head, line.text)) {
      const people = readPeople(line.text.replace(GROUP, ''));
      // "Webcasting Notice", under members who all have a title before their names, is nobody; "Mary Hall", an independent member, is one.
      if (findWording(line.text, vocabulary.words.noticeLine) !== undefined && people.every((one) => one.honorific === undefined && one.role === undefined) && head.membership.length > 1 && head.membership.every((one) => one.honorific !== undefined)) { members = false; return true; }
      if (people.length > 0) { head.membership.push(...people); return false; }
      members = false;
    }
    const before = head.meeting.date;
    const known = readLine(context, head, line.text, dated, placed);
    dated = known && before === undefined && head.meeting.date !== undefined;
    return !known;
  };
  for (const block of blocks) {
    const inTable = block.type === 'table';
    const listed = block.type === 'table' && members ? memberTable(context, block) : undefined;
    if (listed) { head.membership.push(...listed); continue; }
    for (const p of eachParagraph([block])) {
      if (p.text === '' && p.label === undefined) continue;
      // "Page", alone over the pages that stand at the ends of the titles.
      if (!inTable && isOneOf(p.text, vocabulary.columns.pages)) { context.ledger.setAside(p); continue; }
      // A full stop alone on a line.
      if (!hasLetterOrDigit(p.text)) { context.ledger.setAside(p); continue; }
      const lines = linesOf(p, inTable);
      const unread = lines.filter((line) => {
        const { phone, email } = head.contact;
        const unknown = readOne(line, inTable);
        if (!unknown && (phone !== head.contact.phone || email !== head.contact.email)) reached.push({ line, at: head.notes.length });
        return unknown;
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
  // A telephone of nobody that is named has no field.
  if (head.contact.name === undefined) for (const { line, at } of reached.reverse()) head.notes.splice(at, 0, { text: line.text, ...context.takePart(line.paragraph, line.start, line.end) });
  signedAtHead(head, vocabulary, summoned);
  return head;
}

/** A row each for fewer people is no list of members. */
const FEWEST_MEMBERS = 2;

/** Members with the authority or office of each in the next column, under headings or without; `undefined` for any other table. Takes its rows that name somebody. */
function memberTable(context: ParseContext, table: Table): Party[] | undefined {
  if (table.columns !== 2) return undefined;
  const rows = Array.from({ length: table.rows }, (_, row) => [0, 1].map((column) => table.cells.find((c) => c.row === row && c.column === column)));
  const read = rows.map(([name, beside]) => {
    const [one, another] = name ? readPeople(cellText(name)) : [];
    const from = beside ? cellText(beside).replace(/\s+/gu, ' ') : '';
    return one && !another && from !== '' && readPeople(from).length === 0 ? { one, from } : undefined;
  });
  const members = read.filter((r) => r !== undefined);
  // The first row may name the columns; any other row that names nobody is a seat that is vacant.
  const strange = rows.slice(1).some(([name], i) => read[i + 1] === undefined && !isOneOf(name ? cellText(name) : '', context.vocabulary.words.vacant));
  if (members.length < FEWEST_MEMBERS || strange) return undefined;
  rows.forEach((cells, i) => { if (read[i] !== undefined || i === 0) for (const c of cells) for (const block of c?.blocks ?? []) context.ledger.take(block); });
  return members.map(({ one, from }) => {
    const party = readParty(from);
    return party.type === 'role' && one.role === undefined ? { ...one, role: from } : { ...one, organisation: one.organisation ?? from };
  });
}

function noteLine(context: ParseContext, head: AgendaHead, line: Line): void {
  head.notes.push({ text: line.text, ...context.takePart(line.paragraph, line.start, line.end) });
}

const isHeadLine = (context: ParseContext, head: AgendaHead, text: string): boolean =>
  isOneOf(text, context.vocabulary.headings.title) || (findDates(text).length > 0 && text.length < LONGEST_LINE) || (head.masthead.body === undefined && isCommittee(text));

/** What a value says beyond its field is a note of its own. */
function noteLeft(context: ParseContext, head: AgendaHead, line: Line): void {
  const { left } = head;
  if (left === undefined) return;
  delete head.left;
  const start = line.paragraph.text.indexOf(left, line.start);
  if (start >= 0) noteLine(context, head, { ...line, text: left, start, end: start + left.length });
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
  if (text.length <= LONGEST_LINE && masthead.body === undefined && findDates(text).length === 0 && (isCommittee(text) || isOneOf(text, vocabulary.words.council))) {
    // "MEETING OF THE FINANCE COMMITTEE": the committee is its body, and the line the title where no other is.
    masthead.body = readParticulars(text, words(vocabulary)).body ?? text;
    return true;
  }
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
    // What calls the members to the meeting is a sentence, and no title.
    if (/[.:]$/u.test(text) && findWording(text, vocabulary.words.summons)) return false;
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

