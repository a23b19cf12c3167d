/** Who was there: lists, run-in lists, two columns, tables; apologies; people named again under one item. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { readAttendee, readAttendees, readParty, type Attendee } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { findWording, openingOf } from '../shared/openings.js';
import { tableAttendance } from './attendance-tables.js';
import { attendanceOpening, mannerOf } from './outline.js';
import { attendantOf, isEntry, isStatus, isSubheading, peopleIn, stretches } from './people.js';
import { partedRolls } from './run-in-roll.js';
import type { Attendant, Status } from './schema.js';

/** A sentence on apologies says so within this many characters. */
const EARLY = 80;

/** Under a heading: nobody. */
const NOBODY = /^(?:none|nil|no apologies|there were (?:none|no apologies)|n\/a)\b[^,]{0,60}$/i;

/** How many there were, and no name. */
const COUNT = /^\s*(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|several|approximately \d{1,4})\.?\s*$/i;

/** "Pat Lowe<tab>Chief Executive, Ashby Trust": one person, with the post or body in the next column. */
function postBeside(p: Paragraph, parts: readonly { start: number; end: number }[]): Attendee | undefined {
  const [name, post, more] = parts;
  if (!name || !post || more || !(p.spans ?? []).some((s) => s.style === 'tab' && s.start >= name.end && s.start <= post.start)) return undefined;
  const [who, words] = [p.text.slice(name.start, name.end).trim(), p.text.slice(post.start, post.end).trim()];
  const [person, another] = readAttendees(who);
  if (!person || another || readParty(words).type === 'person') return undefined;
  const both = readAttendee(`${who}, ${words}`);
  return both.name === person.name ? both : { ...person, organisation: person.organisation ?? words };
}

/** The people of a whole paragraph (from an offset on), each taken where it stands. */
function takePeople(context: ParseContext, p: Paragraph, from: number, status: Status, prefix = ''): Attendant[] {
  const out: Attendant[] = [];
  const parts = stretches(p, from);
  const beside = postBeside(p, parts);
  if (beside) {
    const person = attendantOf(beside, status, context.takePart(p, parts[0]?.start ?? from, p.text.length));
    if (prefix !== '') person.honorific ??= prefix;
    context.take(p);
    return [person];
  }
  for (const { start, end } of parts) {
    // "Applicant:", a tab, and the names: a heading, whatever its words.
    if (parts.length > 1 && isSubheading({ ...p, text: p.text.slice(start, end).trim(), label: undefined })) {
      context.headings.push({ field: 'attendance', heading: p.text.slice(start, end).replace(/\s*:\s*$/u, '').trim(), at: context.takePart(p, start, end).at });
      continue;
    }
    const people = peopleIn(p, start, end, status, (s, e) => context.takePart(p, s, e));
    if (prefix !== '') for (const person of people) person.honorific ??= prefix;
    out.push(...people);
  }
  context.take(p);
  return out;
}

/** "Councillors" over a list is each one's honorific. */
function honorificOf(heading: string): string {
  const found = /^(?:the )?(councillor|alderman|cllr|baroness|lord)s?(?: present)?$/i.exec(fold(heading));
  if (!found?.[1]) return '';
  const word = heading.trim().split(/\s+/)[0] ?? '';
  return word.replace(/s$/i, '').replace(/^(.)(.*)$/, (_, a: string, b: string) => a.toUpperCase() + b.toLowerCase());
}

export interface Attendance {
  readonly attendance: Attendant[];
  readonly rest: Block[];
}

/**
 * Reads the attendance off the blocks before the first item: a heading ("Present:") gives the standing of the names after it,
 * in the same paragraph or in those that follow, until a line that names nobody. Takes what it reads.
 */
export function readAttendance(context: ParseContext, blocks: readonly Block[]): Attendance {
  const { vocabulary } = context;
  const attendance: Attendant[] = [];
  const rest: Block[] = [];
  let status: Status | undefined;
  let prefix = '';
  let manner: string | undefined;
  /** The standing of those after a chair. */
  let after: Status | undefined;
  /** Whether the list began with somebody in the chair, and no heading has come since. */
  let titled = false;
  const joined = (people: Attendant[]): Attendant[] => (manner === undefined ? people : people.map(({ at, until, ...person }) => ({ ...person, note: person.note ?? manner, at, ...(until === undefined ? {} : { until }) })) as Attendant[]);
  for (const block of partedRolls(blocks, vocabulary)) {
    if (block.type === 'table') {
      const people = tableAttendance(context, block, status);
      if (people) attendance.push(...joined(people));
      else rest.push(block);
      continue;
    }
    const opening = attendanceOpening(block, vocabulary);
    if (opening && isStatus(opening.status)) {
      const heading = block.text.slice(0, opening.rest).replace(/[\s:–—-]+$/, '');
      const names = block.text.slice(opening.rest).trim();
      if (names === '' || isEntry(names) || NOBODY.test(names)) {
        const own = honorificOf(heading);
        // "Councillors:" under "Apologies" keeps the apologies' standing.
        const before = status;
        if (!(own !== '' && status !== undefined && opening.status === 'present')) status = opening.status;
        // "Chair: Councillor Lane" says who took it; those on the next lines are as they were before.
        after = (status === 'chair' || status === 'vice-chair') ? (before === undefined || before === 'chair' || before === 'vice-chair' ? 'present' : before) : undefined;
        prefix = own;
        if (own === '') manner = mannerOf(heading);
        const nobody = NOBODY.test(names);
        context.headings.push({ field: 'attendance', heading: nobody ? block.text : heading, at: context.takePart(block, 0, nobody ? block.text.length : opening.rest).at });
        if (!nobody && names !== '') {
          attendance.push(...joined(takePeople(context, block, opening.rest, status, prefix)));
          if (after !== undefined) status = after;
        }
        continue;
      }
    }
    // "Members of the public: 3": people who are only counted.
    if (opening && isStatus(opening.status) && COUNT.test(block.text.slice(opening.rest))) {
      attendance.push({ name: block.text, status: opening.status, ...context.take(block) });
      continue;
    }
    if (status !== undefined && (NOBODY.test(block.text) || openingOf(block.text, vocabulary.words.nextMeeting))) { rest.push(block); continue; }
    const sorry = findWording(block.text, vocabulary.words.apologiesFrom);
    // A sentence on a substitute; an entry of the list has its remark in brackets.
    const stood = /[([]/.test(block.text) ? undefined : findWording(block.text, vocabulary.words.substituting);
    if ((sorry && sorry.start < EARLY) || (stood && stood.start < EARLY && /\.\s*$/.test(block.text))) {
      const people = apologiesIn(context, [block]);
      if (people.length > 0) {
        attendance.push(...people);
        context.take(block);
        continue;
      }
    }
    // "The Lord Mayor (Councillor Jean Harcourt) in the Chair", over the others, without a heading; "With Councillor Lane in the Chair" is half a sentence.
    const marked = status === undefined && isEntry(block.text) && /\((?:in the chair|chair|chairman|chairperson|chairing)\)/i.test(block.text);
    const unmarked = !marked && status === undefined && isEntry(block.text) && /\bin the chair\b/i.test(block.text) && !/^with\s/i.test(block.text) && readAttendees(block.text)[0]?.status === 'chair';
    const chair = marked || unmarked;
    if (unmarked) titled = true;
    // "Webcast, Filming and Photographs" under such a chair is nobody: those there have titles, as the chair has.
    if (titled && !chair && isEntry(block.text) && !readAttendees(block.text).some((a) => a.honorific !== undefined)) { rest.push(block); continue; }
    // "Religious Representatives:" among the names heads those after it, whatever its words.
    if (status !== undefined && isSubheading(block)) {
      prefix = '';
      context.headings.push({ field: 'attendance', heading: block.text.replace(/\s*:\s*$/, ''), at: context.take(block).at });
      continue;
    }
    if ((status !== undefined || chair) && isEntry(block.text)) {
      status ??= 'present';
      attendance.push(...joined(takePeople(context, block, 0, status, prefix)));
      if (after !== undefined) status = after;
      continue;
    }
    rest.push(block);
  }
  return { attendance: withChair(attendance), rest };
}

/** The post of somebody who chairs what meets: no "Chair of Governors", and no chair of another body. */
const IN_THE_CHAIR = /^(?:(?:independent|interim|acting|lay) )?(?:chair(?:man|woman|person)?|convener|convenor)$/i;

/** "Councillor Reay in the Chair", under a list that has her: she is in it once, as the chair. */
function withChair(people: readonly Attendant[]): Attendant[] {
  // "Maureen Tully, Independent Chair" among partners: she took the chair where nobody else is said to have; "Chair, Friends of the Park" chairs those.
  const posts = people.some((a) => a.status === 'chair') ? [] : people.filter((a) => a.status === 'present' && a.organisation === undefined && a.role !== undefined && IN_THE_CHAIR.test(a.role));
  const inTheChair = new Set(posts.length === 1 ? posts : []);
  const same = (a: Attendant, b: Attendant): boolean => a.name === b.name || (a.name.endsWith(` ${b.name}`) && a.honorific === b.honorific);
  const twice = new Set<Attendant>();
  for (const chair of people.filter((a) => a.status === 'chair' && a.role === undefined)) {
    const [listed, another] = people.filter((a) => a !== chair && a.status === 'present' && same(a, chair));
    if (!listed || another) continue;
    twice.add(chair);
    inTheChair.add(listed);
  }
  return people.filter((a) => !twice.has(a)).map((a) => (inTheChair.has(a) ? { ...a, status: 'chair' } : a));
}

/**
 * The people whom a text on apologies names, and those that it says were there otherwise; `listed` says that it stands under
 * "Apologies". Derived: takes nothing.
 */
export function apologiesIn(context: ParseContext, paragraphs: readonly Paragraph[], listed = false): Attendant[] {
  const { words } = context.vocabulary;
  const out: Attendant[] = [];
  for (const p of paragraphs) {
    for (const { start, end } of sentences(p.text)) {
      const text = p.text.slice(start, end);
      const place = (): { at: string; until?: string } => ({ at: fragment(p.at), ...(p.until ? { until: fragment(p.until) } : {}) });
      const after = findWording(text, words.apologiesFrom);
      const said = after ? undefined : findWording(text, words.apologiesAfter);
      // "… had sent apologies for lateness and arrived at 6.50 pm": no absence.
      const before = said && LATE.test(text.slice(said.end)) ? undefined : said;
      if (after) {
        const stop = findWording(text.slice(after.end), words.substituting);
        const to = end - (/[.;]\s*$/.test(text) ? 1 : 0);
        const until = stop ? start + after.end + stop.start : to;
        // "… and for lateness from Councillor Wills": no absence.
        const said = p.text.slice(start + after.end, until);
        const late = said.includes(' for ') ? FOR_LATENESS.exec(said) : null;
        out.push(...peopleIn(p, start + after.end, late ? start + after.end + late.index : until, 'apologies', place));
        if (late?.[1]) for (const person of peopleIn(p, start + after.end + late.index + late[0].length, until, 'apologies', place)) out.push({ ...person, note: person.note ?? late[1] });
      } else if (before) {
        const remote = findWording(text, words.attendingRemotely);
        const people = peopleIn(p, start, start + before.start, remote ? 'in-attendance' : 'apologies', place);
        if (remote) for (const person of people) person.note ??= 'virtually';
        out.push(...people);
      }
      const substitute = after || before ? undefined : findWording(text, words.substituting);
      if (substitute) {
        const people = peopleIn(p, start, start + substitute.start, 'substitute', place);
        const note = `for ${text.slice(substitute.end).replace(/[.;]\s*$/, '').trim()}`;
        for (const person of people) person.note ??= note;
        out.push(...people);
      }
    }
  }
  // Under "Apologies" a bare list of names says it without a sentence; "Apologies accepted." after it names nobody.
  if (listed && out.length === 0) {
    for (const p of paragraphs) {
      for (const { start, end } of sentences(p.text)) {
        const text = p.text.slice(start, end);
        if (!isEntry(text) || NOBODY.test(text)) continue;
        const people = peopleIn(p, start, start + text.replace(/[.;]\s*$/, '').length, 'apologies', () => ({ at: fragment(p.at) }));
        if (people.every((person) => person.honorific !== undefined)) out.push(...people);
      }
    }
  }
  return out.filter((person) => person.name.length <= 80 && /^\p{Lu}/u.test(person.name));
}

/** What somebody who came apologised for. */
const LATE = /^\sfor (?:lateness|late arrival|arriving late|being late)\b/i;
const FOR_LATENESS = /[;,]?\s(?:and\s)?(?:apologies\s)?(for (?:lateness|late arrival|early departure|leaving early|part of the meeting))\s(?:(?:were|was|had been) received\s)?(?:from|by)\s/i;

/** The sentences of a text, as offsets; initials and honorifics with a full stop end none. */
export function sentences(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let start = 0;
  for (const m of text.matchAll(/[.;]\s+(?=["“‘(]?\p{Lu})/gu)) {
    const word = /(\S+)$/.exec(text.slice(Math.max(start, m.index - 12), m.index))?.[1] ?? '';
    if (m[0].startsWith('.') && (/^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Cllr|Cllrs|St|Rev|Hon|Prof|No|Nos|Sgt|Supt|Insp|Capt|Col|Maj|Lt|[Pp]rop|[Ss]ec)$/u.test(word))) continue;
    out.push({ start, end: m.index + 1 });
    start = m.index + m[0].length;
  }
  out.push({ start, end: text.length });
  return out.filter((s) => text.slice(s.start, s.end).trim() !== '');
}

/**
 * A sentence or list under an item that says who came for it. Gives the people and how many of `following` (list entries
 * after the paragraph) name them; `undefined` where the paragraph says nothing of the kind. Takes them.
 */
export function itemAttendance(context: ParseContext, p: Paragraph, following: readonly Block[]): { introduction: string; people: Attendant[]; used: number } | undefined {
  const found = findWording(p.text, context.vocabulary.words.attendedItem);
  if (!found || openingOf(p.text, context.vocabulary.words.resolved)) return undefined;
  const people: Attendant[] = [];
  let used = 0;
  if (/[:–-]\s*$/.test(p.text)) {
    for (const block of following) {
      if (block.type !== 'paragraph' || !isEntry(block.text) || (!block.bullet && block.number === undefined && block.text.length > 120)) break;
      people.push(...takePeople(context, block, 0, 'in-attendance'));
      used++;
    }
    if (people.length === 0) return undefined;
  } else {
    // Only a sentence that is about nothing else: the names come first, or after the wording.
    if (sentences(p.text).length > 1) return undefined;
    const lead = p.text.slice(0, found.start).trim();
    const colon = p.text.indexOf(':', found.end);
    if (colon > 0) people.push(...peopleIn(p, colon + 1, p.text.length, 'in-attendance', (s, e) => context.takePart(p, s, e)));
    else if (/^\p{Lu}/u.test(lead) && !/^(?:the following|there|no )/i.test(lead)) people.push(...peopleIn(p, 0, found.start, 'in-attendance', (s, e) => context.takePart(p, s, e)));
    if (people.length === 0 || people.some((person) => person.name.split(/\s+/).length > 6)) return undefined;
  }
  context.take(p);
  return { introduction: p.text, people, used };
}
