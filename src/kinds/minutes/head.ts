/** The head of minutes: council, committee, title, when and where; and lines about the meeting wherever they stand. */
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates, findTimes, readParty, readTime } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { inEitherLanguage } from '../shared/bilingual.js';
import { itemOf } from '../shared/items.js';
import { labelledValues, type Labelled } from '../shared/labels.js';
import { dateLine, isAuthority, isCommittee } from '../shared/masthead.js';
import { isGroup, isPartnership, isSubgroup } from '../shared/partnership.js';
import { readParticulars, residueOf, trimJoiners, type MeetingWords, type Particulars } from '../shared/meeting.js';
import { findWording, openingOf, type Opening } from '../shared/openings.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Item } from '../schemas.js';
import type { NextMeeting } from './schema.js';

export interface Meeting extends Particulars {
  nextMeeting?: NextMeeting;
  adjournments?: { text: string; at: string }[];
}

export interface Head {
  masthead: Masthead;
  meeting: Meeting;
  notes: Item[];
  /** What the page is ("Agenda item"): its title is the next line. */
  page?: string;
  /** The line that is the title so far, and the one that named the committee. */
  titleLine?: Paragraph;
  bodyLine?: Paragraph;
}

/** A line of the head is short (characters); a longer one is a sentence on the meeting, or a note. */
const LONGEST_LINE = 200;

/** "10.00 a.m.", "6.30pm – 8.15pm" alone on a line (characters). */
const LONGEST_HOUR = 24;

export const meetingWords = (v: Vocabulary): MeetingWords => ({ held: v.words.held ?? [], meetingOf: v.words.meetingOf ?? [] });

const merge = (into: Meeting, more: Particulars): void => {
  for (const key of ['body', 'date', 'startTime', 'endTime', 'venue'] as const) if (more[key] !== undefined) into[key] ??= more[key];
};

/** A labelled line ("Venue: Town Hall") in the words of the vocabulary's particulars; the offset where the value begins. */
function labelled(text: string, vocabulary: Vocabulary): { field: string; value: number } | undefined {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon > 40) return undefined;
  const { date = [], time = [], endTime = [], venue = [], body = [] } = vocabulary.headings;
  const fields = { date, time, endTime, venue, body };
  const field = fieldFor(text.slice(0, colon), fields) ?? inEitherLanguage(text.slice(0, colon)).map((half) => fieldFor(half, fields)).find((found) => found !== undefined);
  return field === undefined ? undefined : { field, value: colon + 1 };
}

/** The labelled values of a line that has several, each with a label of its own. */
function particularsIn(p: Paragraph, vocabulary: Vocabulary): Labelled[] {
  const { date = [], time = [], endTime = [], venue = [], body = [] } = vocabulary.headings;
  return (p.text.match(/:/g)?.length ?? 0) > 1 ? labelledValues(p, { date, time, endTime, venue, body }).filter((v) => v.end > v.start && /:\s*$/.test(p.text.slice(0, v.start))) : [];
}

/**
 * Reads the blocks before the items that are no attendance. The first line that no field claims is the title. Takes all but
 * tables.
 */
export function readHead(context: ParseContext, blocks: readonly Block[]): Head {
  const { vocabulary } = context;
  const head: Head = { masthead: {}, meeting: {}, notes: [] };
  const { masthead, meeting } = head;
  let label: string | undefined;
  let placeNext = false;
  let timed = false;
  for (const block of blocks) {
    if (block.type === 'table') { tableParticulars(context, block, head); continue; }
    const { text } = block;
    if (text === '' && block.label === undefined) continue;
    if (isOneOf(text, vocabulary.words.navigation)) { context.ledger.setAside(block); continue; }
    const placed = (placeNext && isPlace(text, vocabulary)) || (timed && meeting.venue === undefined && isAddress(text, vocabulary));
    placeNext = false;
    timed = false;
    if (placed) { setField(context, head, 'venue', text); context.take(block); continue; }
    // "Venue:" on a line of its own, its value on the next.
    if (label !== undefined) {
      const field = label;
      label = undefined;
      if (setField(context, head, field, text)) { context.take(block); continue; }
    }
    // "Date: 8 March 2023   Time: 6.00pm   Venue: School Library", all in one line.
    const several = particularsIn(block, vocabulary);
    if (several.length > 1 && several.every((v) => setField(context, head, v.field, text.slice(v.start, v.end).trim()))) { context.take(block); continue; }
    const known = labelled(text, vocabulary);
    if (known) {
      const value = text.slice(known.value).trim();
      if (value === '') { label = known.field; context.take(block); continue; }
      if (setField(context, head, known.field, value)) { context.take(block); continue; }
    }
    if (particular(context, block, head)) {
      timed = true;
      // "Held on Monday 4 March 2019 at", and the place on the next line.
      placeNext = /\s(?:at|in)$/i.test(text) && meeting.venue === undefined;
      continue;
    }
    if (isOneOf(text, vocabulary.words.pageKind) && head.page === undefined) { head.page = text; context.take(block); continue; }
    if (text.length <= LONGEST_LINE && block.number === undefined && !block.bullet) {
      if (masthead.organisation === undefined && isAuthority(text) && !isSitting(text, vocabulary) && !isTitle(text, vocabulary) && !isOneOf(text, ['council meeting'])) { masthead.organisation = text; context.take(block); continue; }
      const council = isOneOf(text, vocabulary.words.council);
      if (masthead.body === undefined && (isCommittee(text) || council) && !openingOf(text, vocabulary.words.title) && findDates(text).length === 0) { masthead.body = text; head.bodyLine = block; context.take(block); continue; }
      // "Audit Panel - Tuesday 8th June 2021 10.00 am", as council websites head a meeting's page.
      const day = findDates(text)[0];
      const named = day ? trimJoiners(text.slice(0, day.start)).replace(/\s*[-–—]\s*$/, '') : '';
      if (day && masthead.body === undefined && (isCommittee(named) || isOneOf(named, vocabulary.words.council))) {
        masthead.body = named;
        merge(meeting, readParticulars(text, {}));
        if (masthead.title === undefined) { masthead.title = text; head.titleLine = block; }
        context.take(block);
        continue;
      }
      const date = dateLine(text) ?? inEitherLanguage(text).map(dateLine).find((day) => day !== undefined);
      if (date !== undefined && meeting.date === undefined) {
        meeting.date = date;
        merge(meeting, readParticulars(text, {}));
        const place = inEitherLanguage(text).length > 0 ? undefined : residueOf(text);
        if (place !== undefined && /\s(?:in|at)\s|,/.test(text)) meeting.venue ??= place;
        timed = true;
        context.take(block);
        continue;
      }
      // The hours on a line of their own, with the place or without.
      const hour = text.length <= LONGEST_HOUR && meeting.startTime === undefined && !/[A-Za-zÀ-ɏ]{3}/.test(text.replace(/\b(?:noon|midday|time|until)\b/gi, '')) ? readTime(text) : undefined;
      const place = hour === undefined && meeting.startTime === undefined && findTimes(text)[0]?.start === 0 ? residueOf(text) : undefined;
      if (hour !== undefined || (place !== undefined && (isPlace(place, vocabulary) || isAddress(place, vocabulary)))) {
        merge(meeting, readParticulars(text, {}));
        meeting.startTime ??= hour;
        if (place !== undefined) meeting.venue ??= place;
        timed = true;
        context.take(block);
        continue;
      }
      const same = [masthead.organisation, masthead.body, masthead.title].includes(text);
      if (same) { context.ledger.setAside(block); continue; }
      const field = /^[^:]{2,30}:\s/.test(text) && !isTitle(text, vocabulary);
      if (!field && (masthead.title === undefined || (isTitle(text, vocabulary) && !isTitle(masthead.title, vocabulary)))) {
        // A line that was the title for want of a better one is a note.
        if (masthead.title !== undefined) head.notes.unshift(noteOf(masthead.title, head, context));
        masthead.title = text;
        head.titleLine = block;
        // "NOTES OF MEETING: 21 SEPTEMBER 2011, 2.00 PM, CIVIC CENTRE"
        if (isTitle(text, vocabulary) && findDates(text).length > 0) {
          merge(meeting, readParticulars(text, meetingWords(vocabulary)));
          meeting.venue ??= venueAfter(text);
        } else if (isTitle(text, vocabulary)) {
          // "Minutes of the Quality Committee", the day in a line of its own.
          const { body } = readParticulars(text, meetingWords(vocabulary));
          if (body !== undefined && (isCommittee(body) || isGroup(body) || isAuthority(body))) meeting.body ??= body;
        }
        context.take(block);
        continue;
      }
    } else if (openingOf(text, vocabulary.words.title) && masthead.title === undefined) {
      masthead.title = text;
      head.titleLine = block;
      merge(meeting, readParticulars(text, meetingWords(vocabulary)));
      context.take(block);
      continue;
    }
    head.notes.push(itemOf(context, block));
  }
  nameGroup(head);
  nameIssuer(head, context);
  if (meeting.date !== undefined) masthead.date = meeting.date;
  return head;
}

/** Groups and partnerships have names like those of other lines: they are the meeting's body only where nothing else is. */
function nameGroup(head: Head): void {
  const { masthead, meeting, notes } = head;
  if (masthead.body !== undefined || meeting.body !== undefined) return;
  const lines = notes.filter((n) => n.number === undefined && !n.items && isGroup(n.text));
  const last = lines.at(-1);
  // "Executive Group" under the partnership's name.
  const next = last && lines.length === 1 && isPartnership(last.text) ? notes[notes.indexOf(last) + 1] : undefined;
  const under = next && next.number === undefined && !next.items && isSubgroup(next.text) ? next : undefined;
  const body = under ?? last;
  const above = under ? last : lines.length > 1 ? lines[0] : undefined;
  if (body === undefined) return;
  masthead.body = body.text;
  if (above && masthead.organisation === undefined) masthead.organisation = above.text;
  head.notes = notes.filter((n) => n !== body && n !== above);
}

/** "Works Committee of Fernhill Town Council" is a committee and its council. */
const COMMITTEE_OF = /^(.{3,60}?)\s+of\s+(?:the\s+)?(\p{Lu}.{3,60})$/u;

/** "Full Council", "the Annual Council": how a council sits, and no council's name. */
const isSitting = (text: string, vocabulary: Vocabulary): boolean => isOneOf(text.trim().replace(/^the\s/i, ''), vocabulary.words.sitting);

const SUB_COMMITTEE = /\bsub[- ]?committee\b/i;

/** A sub-committee's meeting, under the name of its committee: the sub-committee met, and the line above is a note. */
function nameSubCommittee(head: Head, context: ParseContext): void {
  const { masthead, meeting } = head;
  const line = head.bodyLine;
  if (!line || masthead.body !== line.text || SUB_COMMITTEE.test(line.text) || !isCommittee(line.text) || meeting.body === undefined || !SUB_COMMITTEE.test(meeting.body)) return;
  masthead.body = meeting.body;
  head.notes.unshift(itemOf(context, line));
}

/** A board whose committee met issues the minutes, and so does the council whose committee it is; the committee is the body. */
function nameIssuer(head: Head, context: ParseContext): void {
  const { masthead, meeting } = head;
  const { vocabulary } = context;
  const issues = (text: string): boolean => isAuthority(text) && !isSitting(text, vocabulary) && !isOneOf(text, vocabulary.words.council);
  const of = /\sof\s/.test(meeting.body ?? '') ? COMMITTEE_OF.exec(meeting.body ?? '') : null;
  if (of?.[1] && of[2] && isCommittee(of[1]) && issues(of[2])) {
    meeting.body = of[1];
    masthead.organisation ??= of[2];
  }
  // "Minutes of the Meeting of Penhallow Town Council": the council that met issues them.
  if (masthead.organisation === undefined && meeting.body !== undefined && masthead.body === undefined && issues(meeting.body)) masthead.organisation = meeting.body;
  nameSubCommittee(head, context);
  const [line, said] = [masthead.body, meeting.body];
  if (line === undefined || said === undefined || masthead.organisation !== undefined || !(isCommittee(said) || isGroup(said))) return;
  const [a, b] = [line.toLowerCase(), said.toLowerCase()];
  // The committee whose group met issues nothing.
  if (a.includes(b) || b.includes(a) || !(issues(line) || isPartnership(line))) return;
  masthead.organisation = line;
  masthead.body = said;
}

/** An address, right under the day and the hour: "The Hub, Station Approach, Larkmouth". Not somebody and his or her post. */
function isAddress(text: string, vocabulary: Vocabulary): boolean {
  return /^(?:The\s)?\p{Lu}[^:;.()]{2,60}(?:,\s[\p{Lu}\d][^:;.()]{1,60}){1,4}$/u.test(text) && readParty(text).type !== 'person' && !isAuthority(text) && !isCommittee(text) && !isTitle(text, vocabulary) && findDates(text).length === 0;
}

/** A room of a committee, or a council's building: no committee and no council. */
const ROOM_OF = /\b(?:committee|cabinet|board|executive|council)\s+(?:rooms?|suites?|chambers?|offices?|house|buildings?|headquarters)\b/gi;

/** True for a line that says where: it has a word for a place in it, and is no council, committee, title or line with a label. */
function isPlace(text: string, vocabulary: Vocabulary): boolean {
  const bare = text.replace(ROOM_OF, '');
  return text.length <= LONGEST_LINE && !text.includes(':') && findWording(text, vocabulary.words.place) !== undefined
    && !isAuthority(bare) && !isCommittee(bare) && !isTitle(text, vocabulary) && findDates(text).length === 0;
}

const noteOf = (text: string, head: Head, context: ParseContext): Item => {
  return head.titleLine ? itemOf(context, head.titleLine) : { text, at: '#' };
};

const isTitle = (text: string, vocabulary: Vocabulary): boolean => openingOf(text, vocabulary.words.title) !== undefined;

/** A sentence on the meeting: "MINUTES of a meeting of the Board held in …", "The meeting started at …". Takes it. */
function particular(context: ParseContext, block: Paragraph, head: Head): boolean {
  const { vocabulary } = context;
  const { text } = block;
  const words = meetingWords(vocabulary);
  const titled = openingOf(text, vocabulary.words.title) ?? openingOf(text, vocabulary.words.meetingOf);
  const held = findWording(text, vocabulary.words.held);
  if ((titled || (held && held.start < 60)) && (held || findWording(text, vocabulary.words.meetingOf)) && findDates(text)[0]) {
    merge(head.meeting, readParticulars(text, words));
    if (titled && (head.masthead.title === undefined || !isTitle(head.masthead.title, vocabulary))) {
      if (head.masthead.title !== undefined) head.notes.unshift(noteOf(head.masthead.title, head, context));
      head.masthead.title = text;
      head.titleLine = block;
      context.take(block);
    } else if (titled) context.take(block);
    else head.notes.push(itemOf(context, block));
    return true;
  }
  return false;
}

function setField(context: ParseContext, head: Head, field: string, value: string): boolean {
  const { meeting, masthead } = head;
  if (field === 'date' || field === 'time' || field === 'endTime') {
    const found = readParticulars(value, meetingWords(context.vocabulary));
    if (field === 'endTime') {
      const end = readTime(value);
      if (end === undefined) return false;
      meeting.endTime ??= end;
      return true;
    }
    if (found.date === undefined && found.startTime === undefined) return false;
    merge(meeting, found);
    return true;
  }
  if (field === 'venue') {
    const link = findWording(value, context.vocabulary.words.venueLink);
    meeting.venue ??= trimJoiners(link ? value.slice(0, link.start) : value);
    return true;
  }
  if (masthead.body !== undefined) return false;
  masthead.body = value;
  return true;
}

/** A table of particulars ("Date | 4 May 2011", "Venue | Town Hall"): read where every row is one. Takes it. */
function tableParticulars(context: ParseContext, table: Block & { type: 'table' }, head: Head): void {
  const { vocabulary } = context;
  const { date = [], time = [], endTime = [], venue = [], body = [] } = vocabulary.headings;
  const rows = new Map<number, string[]>();
  for (const cell of table.cells) {
    const text = cell.blocks.filter((b): b is Paragraph => b.type === 'paragraph').map((b) => b.text).join(' ').trim();
    if (text !== '') rows.set(cell.row, [...(rows.get(cell.row) ?? []), text]);
  }
  const read = [...rows.values()].map((cells) => ({ field: fieldFor(cells[0] ?? '', { date, time, endTime, venue, body }), value: cells.slice(1).join(' ') }));
  if (read.length === 0 || read.some((r) => r.field === undefined || r.value === '')) return;
  for (const { field, value } of read) if (field !== undefined) setField(context, head, field, value);
  context.ledger.take(table);
}

/** The next meeting, from words that speak of it. */
export function nextMeetingOf(context: ParseContext, text: string): NextMeeting | undefined {
  const found = readParticulars(text, meetingWords(context.vocabulary), context.date);
  const date = findDates(text, { paperDate: context.date })[0]?.date;
  if (date === undefined && !/\b(?:tbc|to be (?:confirmed|arranged|advised|agreed))\b/i.test(text)) return undefined;
  const venue = found.venue ?? venueAfter(text);
  return {
    text, ...(date === undefined ? {} : { date }), ...(found.startTime === undefined ? {} : { time: found.startTime }),
    ...(venue === undefined ? {} : { venue }),
  };
}

/** "… at 10.00 am in the Guildhall": the place after the time, where the sentence has no word like "held". */
function venueAfter(text: string): string | undefined {
  const marks = [...findDates(text), ...findTimes(text)].sort((a, b) => a.end - b.end);
  for (const { end } of marks) {
    const m = /^[\s,;–-]*(?:in|at|venue:?)\s+(?:the\s+)?(\p{Lu}[^.;()]{3,100})/u.exec(text.slice(end));
    if (m?.[1]) return m[1].trim();
  }
  const end = marks.at(-1)?.end;
  const online = end === undefined ? undefined : /^[\s,;–-]*(?:via|on|by|over)\s+((?:Microsoft |MS )?Teams|Zoom)\b/.exec(text.slice(end))?.[1];
  if (online !== undefined) return online;
  return end === undefined ? undefined : /^\s*[,;–-]\s*(\p{Lu}[^.;()]{3,100})/u.exec(text.slice(end))?.[1]?.trim();
}

/** Lines on the meeting's start, end and breaks, and on the next one, wherever they stand. Takes nothing. */
export function readRemark(context: ParseContext, text: string, at: string, meeting: Meeting): 'start' | 'end' | 'break' | 'next' | undefined {
  const { words } = context.vocabulary;
  const bare = text.replace(/^[([]\s*/, '');
  const adjourned = findWording(bare, words.adjourned);
  if (adjourned && adjourned.start < 40 && findTimes(bare).length > 0) {
    (meeting.adjournments ??= []).push({ text, at });
    return 'break';
  }
  const also = openingOf(bare, words.started) && bare.length <= 200 ? findWording(bare, words.endedAlso) : undefined;
  const ended = endingOf(bare, words) ?? also;
  if (ended) {
    const times = findTimes(bare);
    const time = times.find((t) => t.start >= ended.end) ?? times.find((t) => t.start >= ended.start) ?? times.at(-1);
    if (time) { meeting.endTime = time.time; startIn(bare, words.started, meeting); return 'end'; }
    if (bare.length <= 120) return 'end';
  }
  const started = openingOf(bare, words.started);
  if (started) {
    const time = findTimes(bare)[0];
    if (time) { meeting.startTime ??= time.time; return 'start'; }
  }
  if (openingOf(bare, words.nextMeeting)) {
    const next = nextMeetingOf(context, text);
    if (next) { meeting.nextMeeting ??= next; return 'next'; }
  }
  return undefined;
}

/** Somebody closes the meeting within this many characters of a sentence on it. */
const CLOSED_EARLY = 60;

/** Where a line says that the meeting ended; `undefined` for other lines. */
export function endingOf(text: string, words: Vocabulary['words']): Opening | undefined {
  const by = openingOf(text, words.ended) ?? (text.length <= LONGEST_LINE ? findWording(text, words.endedBy) : undefined);
  return by && by.start <= CLOSED_EARLY ? by : undefined;
}

/** "(The meeting began at 7.00 pm and ended at 8.15 pm)": the start beside the end. */
function startIn(text: string, words: readonly string[] | undefined, meeting: Meeting): void {
  const started = findWording(text, words);
  const time = started ? findTimes(text).find((t) => t.start >= started.start) : undefined;
  if (time && time.time !== meeting.endTime) meeting.startTime ??= time.time;
}
