/** Minutes of a meeting, or of one item of one: head, attendance, items, and what stands at the foot. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates, readAttendee } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { inEitherLanguage } from '../shared/bilingual.js';
import { findWording, openingOf } from '../shared/openings.js';
import { dateLine, isAuthority, isCommittee } from '../shared/masthead.js';
import { readParticulars } from '../shared/meeting.js';
import { stretchOf } from '../shared/stretch.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Item } from '../schemas.js';
import { openActionColumn } from './action-column.js';
import { readAttendance } from './attendance.js';
import { openMinuteTables } from './grid.js';
import { meetingWords, nextMeetingOf, readHead, readRemark, type Head, type Meeting } from './head.js';
import { readFoot } from './foot.js';
import { readItem } from './item.js';
import { meetingsIn } from './meetings.js';
import { agendaItemIn, attendanceOpening, outlineOf, type ItemHead, type Outline, type OutlinedItem } from './outline.js';
import type { Attendant, MinuteItem } from './schema.js';

/** The line on an item's page that says which meeting it was (characters). */
const LONGEST_MEETING_LINE = 200;

export function parse(context: ParseContext): Parsed {
  const opened = openMinuteTables(context.blocks, context.vocabulary);
  const column = openActionColumn(opened.blocks, context.vocabulary);
  const { blocks } = column;
  const actions = new Set([...opened.actions, ...column.actions]);
  for (const p of [...opened.headings, ...column.headings]) context.heading(p, 'column');
  const outline = outlineOfAll(context, blocks);
  for (const { paragraph, field } of outline.bands) context.heading(paragraph, field === 'exempt' ? 'items (exempt)' : 'items');
  const single = outline.items.length === 0;
  const meeting: Meeting = {};
  const { before, item: only } = single ? loneItem(context, outline.before, meeting) : { before: outline.before, item: undefined };
  const { attendance, rest } = readAttendance(context, before);
  const head = readHead(context, only ? withoutTitle(rest, only) : remarks(context, rest, meeting));
  const { masthead } = head;
  Object.assign(meeting, { ...head.meeting, ...meeting });
  const page = pageOf(context);
  if (only && head.masthead.body === undefined && meeting.body === undefined && page.body !== undefined) meeting.body = page.body;
  if (meeting.date === undefined && page.date !== undefined) Object.assign(meeting, { date: page.date, ...(page.startTime === undefined ? {} : { startTime: page.startTime }) });
  if (meeting.date !== undefined) { context.date = meeting.date; masthead.date = meeting.date; }

  const outlined = only ? [only] : outline.items;
  const listed = attendance.length > 0;
  const foot = readFoot(context, outlined, meeting);
  const items: MinuteItem[] = [];
  let exempt = false;
  for (const [i, entry] of outlined.entries()) {
    const own = entry.head.meeting ? readAttendance(context, entry.blocks) : undefined;
    const roll = own ? { people: [], blocks: own.rest } : rollOf(context, entry, listed);
    attendance.push(...roll.people);
    const read = readItem(context, { head: entry.head, blocks: roll.blocks }, listed || roll.people.length > 0, actions);
    if (own) {
      read.item.attendance = own.attendance;
      exempt = false;
    }
    attendance.push(...read.people, ...withoutRepeats(attendance, read.apologies));
    if (only && read.item.number === undefined && page.item !== undefined) read.item.agendaItem ??= page.item;
    if (exempt) read.item.exempt = true;
    if (read.excludes !== undefined) exempt = read.excludes;
    // "Next meeting: 11 June 2018 at 7.30pm", all in the title.
    if ([entry.head.title, ...inEitherLanguage(entry.head.title), entry.head.title.split(/\s*(?::|\s[–-]\s)\s*/)[0] ?? ''].some((title) => isOneOf(title, context.vocabulary.headings.nextMeetingItem))) nextFrom(context, read.item, meeting);
    // "Duration of meeting", and the hours under it.
    if (isOneOf(entry.head.title, context.vocabulary.headings.time)) hoursFrom(context, read.item, meeting);
    for (const remark of texts(read.item.discussion)) readRemark(context, remark.text, remark.at, meeting);
    if (only && i === 0) masthead.title ??= entry.head.title;
    items.push(inOrder(read.item));
  }
  afterTheStart(meeting);
  const body = bodyOf(head, meeting, items);
  masthead.body = committeeIn(masthead.body ?? body);
  // The page of a whole meeting has no other title: "Agenda and minutes".
  if (!only && head.page !== undefined) masthead.title ??= head.page;
  actedByLetters(attendance, items);
  const notes = [...head.notes, ...foot.notes];
  return {
    masthead,
    fields: {
      meeting: {
        body: masthead.body ?? '', ...pick(meeting, 'date'), ...pick(meeting, 'startTime'), ...pick(meeting, 'endTime'), ...pick(meeting, 'venue'),
        ...pick(meeting, 'nextMeeting'), ...pick(meeting, 'adjournments'),
      },
      attendance, items,
      ...(notes.length > 0 ? { notes } : {}),
      ...(foot.signature ? { signature: foot.signature } : {}),
    },
  };
}

/** The outline of all meetings of the file: a further one is an item without number, with those present as its own, and then its items. */
function outlineOfAll(context: ParseContext, blocks: readonly Block[]): Outline {
  const { first, further } = meetingsIn(blocks, context.vocabulary);
  const outline = outlineOf(context, first);
  if (further.length === 0 || outline.items.length === 0) return further.length === 0 ? outline : outlineOf(context, blocks);
  for (const { title, masthead, blocks: own } of further) {
    for (const line of masthead) context.ledger.setAside(line);
    const more = outlineOf(context, own);
    outline.items.push({ head: { title: title.text, paragraphs: [title], meeting: true }, blocks: more.before }, ...more.items);
    outline.bands.push(...more.bands);
  }
  return outline;
}

/** "Closed at 9.10" of a meeting that began at half past seven in the evening is in the evening too. */
function afterTheStart(meeting: Meeting): void {
  const { startTime, endTime } = meeting;
  if (startTime === undefined || endTime === undefined || endTime >= startTime) return;
  const later = `${String(Number(endTime.slice(0, 2)) + 12).padStart(2, '0')}${endTime.slice(2)}`;
  if (endTime < '12:00' && later > startTime) meeting.endTime = later;
}

/** What the page of one item says, in its links, of the meeting that the item was taken at. */
function pageOf(context: ParseContext): { body?: string; date?: string; startTime?: string; item?: string } {
  const { meeting, meetingBody, meetingItem } = context.paper.metadata ?? {};
  if (meeting === undefined || meetingBody === undefined) return {};
  const { date, startTime } = readParticulars(meeting, {});
  return { body: meetingBody, ...(meetingItem === undefined ? {} : { item: meetingItem }), ...(date === undefined ? {} : { date }), ...(startTime === undefined ? {} : { startTime }) };
}

/** "Planning Committee Meeting" is a meeting of the Planning Committee. */
function committeeIn(body: string | undefined): string | undefined {
  const bare = body?.replace(/\s+meeting$/i, '');
  return bare !== undefined && (/\s/.test(bare) || isCommittee(bare)) && bare !== body ? bare : body;
}

/** "PN to share the report": letters that the list of those present gives to somebody, or that are those of one name in it alone, are a person, no body. */
function actedByLetters(attendance: readonly Attendant[], items: readonly MinuteItem[]): void {
  const given = new Set(attendance.flatMap((a) => a.note?.split(/;\s*/) ?? []).filter((note) => isLetters(note)));
  // What a bracket after a name would say of the same letters: those of a body or a department are nobody's.
  const names = [...new Set(attendance.map((a) => a.name))];
  const isPerson = (letters: string): boolean => given.has(letters) || (isLetters(letters) && names.filter((name) => readAttendee(`${name} (${letters})`).note === letters).length === 1);
  for (const action of items.flatMap((i) => i.actions ?? [])) {
    for (const owner of action.owners) if (isPerson(owner.name)) owner.type = 'person';
    // "PH / SP" may be one body or two people, unless both are known.
    const parts = action.ownersText?.split(/\s*(?:[/,&+]|\band\b)\s*/) ?? [];
    if (action.owners.length === 0 && parts.length > 1 && parts.every(isPerson)) action.owners = parts.map((name) => ({ text: name, name, type: 'person' as const }));
  }
}
/** Two to four letters, the first and the last of them capitals. */
const isLetters = (text: string): boolean => /^[A-Z][A-Za-z]{0,2}[A-Z]$/.test(text) || (text.length <= MOST_LETTERS && /^\p{Lu}\p{L}{0,2}\p{Lu}$/u.test(text));
const MOST_LETTERS = 4;

/** The item's fields in the contract's order. */
function inOrder(item: MinuteItem): MinuteItem {
  const order = ['number', 'agendaItem', 'title', 'purpose', 'attendanceIntroduction', 'attendance', 'discussion', 'decisionsIntroduction', 'decisions', 'declarations', 'documents', 'actions', 'tables', 'exempt', 'at', 'until'] as const;
  return Object.fromEntries(order.flatMap((key) => (item[key] === undefined ? [] : [[key, item[key]]]))) as unknown as MinuteItem;
}

const pick = <K extends keyof Meeting>(meeting: Meeting, key: K): Partial<Pick<Meeting, K>> => (meeting[key] === undefined ? {} : { [key]: meeting[key] } as Pick<Meeting, K>);

const isText = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph';

/** The committee: from the masthead, the sentence on the meeting, or the words that introduce the decisions ("The Board:"). */
function bodyOf(head: Head, meeting: Meeting, items: readonly MinuteItem[]): string | undefined {
  if (head.masthead.body !== undefined) return head.masthead.body;
  if (meeting.body !== undefined) return meeting.body;
  // "MINUTES OF THE CABINET"
  const of = /^(?:draft |unconfirmed |confirmed )?minutes? of (?:the |a )?(?:meeting of (?:the )?)?(\p{Lu}.{2,90})$/iu.exec(head.masthead.title ?? '')?.[1];
  if (of !== undefined && isCommittee(of)) return of;
  for (const { decisionsIntroduction } of items) {
    const said = /^(?:that\s+)?(?:the\s+)?(\p{Lu}.{2,90}?)\s*:?$/iu.exec(decisionsIntroduction ?? '')?.[1];
    if (said !== undefined && isCommittee(said.replace(/\s*\([^)]*\)$/, ''))) return said;
  }
  // An authority that names no committee met itself.
  const { organisation } = head.masthead;
  return organisation !== undefined && isAuthority(organisation) ? organisation : undefined;
}

/** A paper without headings of items is the minutes of one: its title, and all that is no masthead. */
function loneItem(context: ParseContext, blocks: readonly Block[], meeting: Meeting): { before: Block[]; item?: OutlinedItem } {
  const { vocabulary } = context;
  const texts = blocks.map((b) => (isText(b) && b.number === undefined ? b.text : ''));
  const page = texts.findIndex((t) => isOneOf(t, vocabulary.words.pageKind));
  const minutes = texts.findIndex((t) => /:\s*$/.test(t) && isOneOf(t, vocabulary.headings.minutes));
  let at = page >= 0 ? page + 1 : -1;
  if (at < 0 && minutes > 0) {
    // The title stands before "Minutes:", before what says the item's purpose.
    const titled = texts.findIndex((t, i) => i < minutes && t !== '' && t.length <= 200 && !/[.:;]$/.test(t));
    at = titled;
  }
  if (at < 0) {
    // No page of an item: the first line that resolves, or the first long paragraph, is past the head.
    const first = blocks.findIndex((b) => isText(b) && (b.text.length > 300 || openingOf(b.text, vocabulary.words.resolved) !== undefined));
    if (first < 0) return { before: [...blocks] };
    // The line right above is its title, where it is none of the masthead's.
    const line = blocks.slice(0, first).findLastIndex((b) => isText(b) && b.text !== '' && b.text.length <= 200 && !/[.:;]$/.test(b.text) && dateLine(b.text) === undefined && attendanceOpening(b, vocabulary) === undefined && !isEntryOf(b));
    const above = line > 0 ? blocks[line] : undefined;
    const head = isText(above) && !isAuthority(above.text) && !isCommittee(above.text) ? [above] : [];
    const own = head.length > 0 ? head : blocks.slice(first, first + 1).filter(isText);
    return {
      before: blocks.slice(0, first),
      item: { head: { title: head[0]?.text ?? texts.slice(0, first).find((t) => t !== '') ?? '', paragraphs: own }, blocks: blocks.slice(first) },
    };
  }
  while (at < blocks.length && (texts[at] === '' || isOneOf(texts[at] ?? '', vocabulary.words.navigation))) at++;
  const title = blocks[at];
  if (!isText(title)) return { before: [...blocks] };
  const own: Block[] = [];
  let agendaItem: string | undefined;
  for (const block of blocks.slice(at + 1)) {
    if (isText(block) && isOneOf(block.text, vocabulary.words.navigation)) { context.ledger.setAside(block); continue; }
    // Under the title of an item's page: "Meeting of Harbour Board, Monday, 7th March, 2022 2.00 pm (Item 6.)".
    if (own.length === 0 && isText(block) && isOfMeeting(block, vocabulary)) {
      const item = agendaItemIn(block.text, vocabulary.words.agendaItem);
      const found = readParticulars(block.text.slice(0, item?.start), meetingWords(vocabulary));
      for (const key of ['body', 'date', 'startTime', 'endTime', 'venue'] as const) if (found[key] !== undefined) meeting[key] ??= found[key];
      agendaItem ??= item?.number;
      context.take(block);
      continue;
    }
    own.push(block);
  }
  return { before: blocks.slice(0, at), item: { head: { title: title.text, ...(agendaItem === undefined ? {} : { agendaItem }), paragraphs: [title] }, blocks: own } };
}

/** A line that says which meeting it was, and when. */
function isOfMeeting(p: Paragraph, vocabulary: Vocabulary): boolean {
  return p.number === undefined && p.text.length <= LONGEST_MEETING_LINE && openingOf(p.text, vocabulary.words.meetingOf) !== undefined && findDates(p.text).length > 0;
}

/** A name under "Present" is no title. */
const isEntryOf = (p: Paragraph): boolean => readAttendee(p.text).honorific !== undefined;

/** The head of one item's page: its title is the item's. */
function withoutTitle(rest: readonly Block[], only: OutlinedItem): Block[] {
  const taken = new Set(only.head.paragraphs.map((p) => p.id));
  return rest.filter((b) => !taken.has(b.id));
}

/** Takes lines on the start of the meeting out of the head; others stay. */
function remarks(context: ParseContext, blocks: readonly Block[], meeting: Meeting): Block[] {
  return blocks.filter((block) => {
    if (!isText(block) || block.text.length > 200) return true;
    const said = readRemark(context, block.text, fragment(block.at), meeting);
    if (said === undefined) return true;
    context.take(block);
    return false;
  });
}

/** An item that is the roll itself ("1. Present"): its list is the attendance. */
function rollOf(context: ParseContext, entry: OutlinedItem, listed: boolean): { people: Attendant[]; blocks: Block[] } {
  const { head, blocks } = entry;
  if (listed || !isOneOf(head.title, [...(context.vocabulary.headings.apologiesItem ?? []), ...(context.vocabulary.headings.present ?? [])])) return { people: [], blocks };
  // An item on apologies alone stays as it is printed; the attendance is derived from it.
  const { vocabulary } = context;
  const sorry = (p: Paragraph): boolean => attendanceOpening(p, vocabulary)?.status === 'apologies' || findWording(p.text, vocabulary.words.apologiesFrom) !== undefined;
  const others = blocks.some((b) => !isText(b) || (attendanceOpening(b, vocabulary)?.status ?? 'apologies') !== 'apologies');
  if (!others && blocks.some((b) => isText(b) && sorry(b)) && !isOneOf(head.title, vocabulary.headings.present)) return { people: [], blocks };
  // Only under a heading of its own ("Present:"), or where the whole item is a list.
  const { attendance, rest } = readAttendance(context, isOneOf(head.title, context.vocabulary.headings.present) ? [headingOf(head, blocks.length > 0), ...blocks].filter(isBlock) : blocks);
  return attendance.length > 0 ? { people: attendance, blocks: rest } : { people: [], blocks };
}

/** The heading's line; of a cell that holds title and names, the title alone. */
function headingOf({ paragraphs, title }: ItemHead, more: boolean): Paragraph | undefined {
  const last = paragraphs.at(-1);
  return last && more && last.text.length > title.length && last.text.startsWith(title) ? stretchOf(last, 0, title.length) : last;
}
const isBlock = (b: Block | undefined): b is Block => b !== undefined;

/** Those not yet in the list with the same words and standing. Somebody listed as present whom the item names as a substitute is marked so in the list. */
function withoutRepeats(list: readonly Attendant[], more: readonly Attendant[]): Attendant[] {
  const key = (a: Attendant): string => `${a.honorific ?? ''} ${a.name}`.toLowerCase();
  for (const substitute of more.filter((a) => a.status === 'substitute')) {
    const [listed, another] = list.filter((a) => a.status === 'present' && key(a) === key(substitute));
    if (listed && !another) Object.assign(listed, { status: 'substitute', ...(substitute.note === undefined ? {} : { note: listed.note ?? substitute.note }) });
  }
  const known = new Set(list.filter((a) => a.status === 'apologies' || a.status === 'substitute').map(key));
  // "Apologies were received from Cllr Lane", whom the list has with her forename.
  const named = (a: Attendant): boolean => list.filter((b) => b.status === 'apologies' && b.honorific === a.honorific && b.name.endsWith(` ${a.name}`)).length === 1;
  return more.filter((a) => !known.has(key(a)) && !(a.status === 'apologies' && named(a)));
}

const texts = (items: readonly Item[]): Item[] => items.flatMap((i) => [i, ...texts(i.items ?? [])]);

/** "6.00 p.m. to 8.25 p.m.", "The meeting began at 6 p.m.": hours, or a sentence on the meeting; never "The works will run from 9am to 5pm". */
const ON_THE_HOURS = /^(?:from\s)?\d|\b(?:meeting|began|opened|commenced|started|closed|ended|concluded|duration)\b/i;

function hoursFrom(context: ParseContext, item: MinuteItem, meeting: Meeting): void {
  for (const { text } of texts(item.discussion)) {
    if (!ON_THE_HOURS.test(text)) continue;
    const { startTime, endTime } = readParticulars(text, meetingWords(context.vocabulary));
    if (startTime === undefined) continue;
    meeting.startTime ??= startTime;
    if (endTime !== undefined) meeting.endTime ??= endTime;
    return;
  }
}

function nextFrom(context: ParseContext, item: MinuteItem, meeting: Meeting): void {
  const all = [...texts(item.discussion).map((i) => i.text), ...item.decisions.map((d) => d.text)];
  for (const text of [...all, item.title]) {
    const next = nextMeetingOf(context, text);
    if (next) { meeting.nextMeeting ??= next; return; }
  }
}
