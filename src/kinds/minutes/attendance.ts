/** Who was there: lists, run-in lists, two columns, tables; apologies; people named again under one item. */
import { fragment } from '../../paper/locator.js';
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { cellAt, cellText, eachParagraph } from '../../paper/walk.js';
import { readAttendee, readAttendees, readParty, splitParties, type Attendee } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { findWording, openingOf } from '../shared/openings.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { attendanceOpening, attendanceWords, mannerOf } from './outline.js';
import { STATUSES, type Attendant, type Status } from './schema.js';

/** A name with all that stands beside it is no longer than this (characters). */
const LONGEST_ENTRY = 220;

/** A sentence on apologies says so within this many characters. */
const EARLY = 80;

/** Under a heading: nobody. */
const NOBODY = /^(?:none|nil|no apologies|there were (?:none|no apologies)|n\/a)\b[^,]{0,60}$/iu;

/** How many there were, and no name. */
const COUNT = /^\s*(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|several|approximately \d{1,4})\.?\s*$/iu;

/** A line that ends in a colon and is short heads the names after it. */
const SUBHEADING = /^\p{Lu}[^:.;\d]{2,60}:\s*$/u;

const isStatus = (s: string | undefined): s is Status => (STATUSES as readonly (string | undefined)[]).includes(s);

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
function standingOf(own: Status | undefined, list: Status): Status {
  if (own === undefined) return list;
  return (list === 'apologies' || list === 'absent') && own !== 'substitute' ? list : own;
}

/** True for a line that can be a list entry: it begins like a name and is no sentence. */
export function isEntry(text: string): boolean {
  const t = text.trim();
  if (t === '' || t.length > LONGEST_ENTRY && !t.includes(',')) return false;
  if (!/^[\p{Lu}("“‘*]/u.test(t)) return false;
  return !/\b(?:was|were|had|has been|have been|is|are|opened|commenced|started|agreed|noted|welcomed|joined the meeting|left the meeting)\b/u.test(t.replace(/\([^)]*\)/gu, ''));
}

/** The stretches of a paragraph that a tab or a line break parts: names set in columns or one a line. */
function stretches(p: Paragraph, from: number): { start: number; end: number }[] {
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
  const broken = filled.some((s, i) => i > 0 && (/^[\s\p{Ll}(&,]/u.test(p.text.slice(s.start, s.end)) || /(?:,|\band|&|\()\s*$/u.test(p.text.slice(filled[i - 1]?.start, filled[i - 1]?.end))));
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
const PART_OF_MEETING = /^\s*(?:whole|part|for (?:all|part)|all|remainder) of (?:the )?meeting\s*:?\s*$/iu;

/** "Councillor Bell, for whom Mrs Dodd substituted, and …": who stood in is set in brackets, as a remark on the one before. The text keeps its length. */
const inBrackets = (text: string): string =>
  text.replace(/,(\s)((?:for whom|in whose place)\s[^,;()]{3,80}?\s(?:substituted|attended|deputised|was substituting|was deputising|was present))(?=([,;.])|$)[,;.]?/giu, (whole, space: string, remark: string, mark: string | undefined) => `${space}(${remark}${mark === undefined ? '' : ')'}`.padEnd(whole.length));

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
    const people = peopleIn(p, start, end, status, (s, e) => context.takePart(p, s, e));
    if (prefix !== '') for (const person of people) person.honorific ??= prefix;
    out.push(...people);
  }
  context.take(p);
  return out;
}

/** "Councillors" over a list is each one's honorific. */
function honorificOf(heading: string): string {
  const found = /^(?:the )?(councillor|alderman|cllr|baroness|lord)s?(?: present)?$/iu.exec(fold(heading));
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
  const joined = (people: Attendant[]): Attendant[] => (manner === undefined ? people : people.map(({ at, until, ...person }) => ({ ...person, note: person.note ?? manner, at, ...(until === undefined ? {} : { until }) })) as Attendant[]);
  for (const block of blocks) {
    if (block.type === 'table') {
      const people = tableAttendance(context, block, status);
      if (people) attendance.push(...joined(people));
      else rest.push(block);
      continue;
    }
    const opening = attendanceOpening(block, vocabulary);
    if (opening && isStatus(opening.status)) {
      const heading = block.text.slice(0, opening.rest).replace(/[\s:–—-]+$/u, '');
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
    if (status !== undefined && NOBODY.test(block.text)) { rest.push(block); continue; }
    const sorry = findWording(block.text, vocabulary.words.apologiesFrom);
    // A sentence on a substitute; an entry of the list has its remark in brackets.
    const stood = /[([]/u.test(block.text) ? undefined : findWording(block.text, vocabulary.words.substituting);
    if ((sorry && sorry.start < EARLY) || (stood && stood.start < EARLY && /\.\s*$/u.test(block.text))) {
      const people = apologiesIn(context, [block]);
      if (people.length > 0) {
        attendance.push(...people);
        context.take(block);
        continue;
      }
    }
    const chair = status === undefined && /\((?:in the chair|chair|chairman|chairperson|chairing)\)/iu.test(block.text) && isEntry(block.text);
    // "Religious Representatives:" among the names heads those after it, whatever its words.
    if (status !== undefined && SUBHEADING.test(block.text) && block.label === undefined && readAttendee(block.text).honorific === undefined) {
      prefix = '';
      context.headings.push({ field: 'attendance', heading: block.text.replace(/\s*:\s*$/u, ''), at: context.take(block).at });
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

/** "Councillor Reay in the Chair", under a list that has her: she is in it once, as the chair. */
function withChair(people: readonly Attendant[]): Attendant[] {
  const same = (a: Attendant, b: Attendant): boolean => a.name === b.name || (a.name.endsWith(` ${b.name}`) && a.honorific === b.honorific);
  const twice = new Map(people.filter((a) => a.status === 'chair' && a.role === undefined).flatMap((chair) => {
    const listed = people.filter((a) => a !== chair && a.status === 'present' && same(a, chair));
    return listed.length === 1 && listed[0] ? [[chair, listed[0]] as const] : [];
  }));
  for (const listed of twice.values()) listed.status = 'chair';
  return people.filter((a) => !twice.has(a));
}

type Column = 'name' | 'role' | 'organisation' | 'attended' | 'note';

/** A table of those present, or `undefined` where it is none. Takes it. */
function tableAttendance(context: ParseContext, table: Table, status: Status | undefined): Attendant[] | undefined {
  const { vocabulary } = context;
  const byHeading = headedTable(table, vocabulary, status ?? 'present');
  if (byHeading && byHeading.length > 0) {
    context.ledger.take(table);
    return byHeading;
  }
  const labelled = labelledTable(table, vocabulary, status);
  if (!labelled || labelled.people.length === 0) return undefined;
  for (const p of labelled.used) context.take(p);
  return labelled.people;
}

const cell = (table: Table, row: number, column: number): string => {
  const found = cellAt(table, row, column);
  return found ? cellText(found).replace(/\n/g, ' ').trim() : '';
};

/** A table whose first row names its columns. */
function headedTable(table: Table, vocabulary: Vocabulary, status: Status): Attendant[] | undefined {
  const columns = Object.fromEntries(['name', 'role', 'organisation', 'attended', 'note'].map((f) => [f, vocabulary.columns[f] ?? []]));
  const fields = Array.from({ length: table.columns }, (_, c) => fieldFor(cell(table, 0, c), columns) as Column | undefined);
  const nameAt = fields.indexOf('name') >= 0 ? fields.indexOf('name') : fields.filter((f) => f !== undefined).length >= 2 ? 0 : -1;
  if (nameAt < 0 || table.rows < 2 || fields.filter((f) => f !== undefined).length < 2) return undefined;
  const out: Attendant[] = [];
  let standing = status;
  for (let row = 1; row < table.rows; row++) {
    // A second row of headings; what a reader only takes for one (a row in bold) names somebody.
    if (row < table.headerRows && (cell(table, row, nameAt) === '' || fieldFor(cell(table, row, nameAt), columns) !== undefined)) continue;
    const filled = fields.flatMap((_, c) => (cell(table, row, c) === '' ? [] : [c]));
    const at = cellAt(table, row, filled.includes(nameAt) ? nameAt : filled[0] ?? nameAt);
    const name = cell(table, row, filled.includes(nameAt) ? nameAt : filled[0] ?? nameAt);
    if (!at || name === '') continue;
    // A band over some of the rows: "Officers".
    const band = filled.length === 1 ? fieldFor(name, attendanceWords(vocabulary)) : undefined;
    if (isStatus(band)) { standing = band; continue; }
    const person = attendantOf(readAttendee(name), standing, { at: fragment(at.at) });
    fields.forEach((field, c) => {
      const value = cell(table, row, c);
      if (value === '' || c === nameAt) return;
      if (field === 'role') chairIn(value, person);
      else if (field === 'organisation') person.organisation ??= value;
      else if (field === 'note') person.note ??= value;
      else if (field === 'attended') markedAs(value, person);
      else person.note = [person.note, `${cell(table, 0, c)}: ${value}`].filter(Boolean).join('; ');
    });
    out.push(person);
  }
  return out;
}

/** A role in a column; "Director of Housing (Chair)" and a bare "Chair" say who took the chair. */
function chairIn(value: string, person: Attendant): void {
  const said = readAttendee(`${person.name}, ${value}`);
  const chairing = said.status === 'chair' || said.status === 'vice-chair' ? said.status : undefined;
  if (chairing === undefined || person.status === 'apologies' || person.status === 'absent') { person.role ??= value; return; }
  person.status = chairing;
  const bracket = /^(.*\S)\s*\([^()]*\)$/u.exec(value)?.[1];
  if (bracket !== undefined) person.role ??= bracket;
  else if (said.role !== undefined) person.role ??= value;
}

/** A mark in a column of attendance, and what stands beside it: "✓ (sub for Ann Bell)". */
function markedAs(value: string, person: Attendant): void {
  const beside = /^[^()]{0,20}\(([^()]{2,80})\)\s*$/u.exec(value)?.[1];
  const said = beside === undefined ? undefined : readAttendee(`${person.name} (${beside})`);
  person.status = standingOf(said?.status, statusOfMark(beside === undefined ? value : value.slice(0, value.indexOf('(')).trim(), person.status));
  if (said?.note !== undefined) person.note ??= said.note;
}

/** What a mark in an attendance column says: "Present", "✓", "Apologies", "A". */
function statusOfMark(mark: string, otherwise: Status): Status {
  const m = fold(mark);
  if (/^(?:a|ap|apol|apols|apologies|apology)\b/u.test(m)) return 'apologies';
  if (/^(?:x|n|no|absent|-|did not attend|not present)$/u.test(m)) return 'absent';
  if (/^sub/u.test(m)) return 'substitute';
  return otherwise;
}

/** A table with headings beside or above the names: "Present:" in one cell, the names in the next or below. */
function labelledTable(table: Table, vocabulary: Vocabulary, status: Status | undefined): { people: Attendant[]; used: Paragraph[] } | undefined {
  const used: Paragraph[] = [];
  let labels = 0;
  let lastNamed: { row: number; person: Attendant } | undefined;
  const under = new Map<number, Status>();
  const out: Attendant[] = [];
  let current = status;
  const ordered = [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  let row = -1;
  for (const c of ordered) {
    if (c.row !== row) { row = c.row; current = under.size > 0 ? undefined : current; }
    for (const p of eachParagraph(c.blocks)) {
      const opening = attendanceOpening(p, vocabulary);
      // "Chair", alone in the cell beside a name, is what that person was.
      if ((opening?.status === 'chair' || opening?.status === 'vice-chair') && opening.rest === p.text.length && c.column > 0 && lastNamed?.row === c.row) {
        used.push(p);
        lastNamed.person.status = standingOf(opening.status, lastNamed.person.status);
        continue;
      }
      if (opening && isStatus(opening.status)) {
        labels++;
        current = opening.status;
        under.set(c.column, current);
        used.push(p);
        out.push(...named(c, p, opening.rest, current));
        continue;
      }
      const own = current ?? under.get(c.column) ?? (lastNamed?.row === c.row ? lastNamed.person.status : undefined);
      if (own === undefined || !isEntry(p.text)) continue;
      used.push(p);
      // "(Cabinet Member for Housing)" in the cell beside a name is that person's office.
      const beside = c.column > 0 && lastNamed?.row === c.row ? lastNamed.person : undefined;
      if (beside && /^\(.*\)$/u.test(p.text.trim())) {
        const said = readAttendee(`${beside.name} ${p.text}`);
        if (said.role !== undefined) beside.role ??= said.role;
        else if (said.organisation !== undefined) beside.organisation ??= said.organisation;
        else if (said.note !== undefined && /^\p{Lu}[^\d]*$/u.test(said.note) && said.note === p.text.trim().slice(1, -1)) beside.role ??= said.note;
        else beside.note ??= said.note ?? p.text.trim().slice(1, -1);
        if (said.status !== undefined) beside.status = standingOf(said.status, beside.status);
        continue;
      }
      // "Pat Lowe" in one cell, "Chief Executive, Ashby Trust" in the next.
      if (beside && readAttendees(p.text).length === 0 && readParty(p.text).type !== 'person') {
        const said = readAttendee(`${beside.name}, ${p.text}`);
        const organisation = said.organisation ?? (said.role === undefined ? p.text.trim() : undefined);
        // What the person has already stays; a third cell is a note.
        if ((said.role !== undefined && beside.role !== undefined) || (organisation !== undefined && beside.organisation !== undefined)) beside.note = [beside.note, p.text.trim()].filter(Boolean).join('; ');
        if (said.role !== undefined) beside.role ??= said.role;
        if (said.status !== undefined) beside.status = standingOf(said.status, beside.status);
        else if (organisation !== undefined) beside.organisation ??= organisation;
        if (said.note !== undefined) beside.note ??= said.note;
        continue;
      }
      const before = out.length;
      out.push(...named(c, p, 0, own));
      const person = out.length === before + 1 ? out.at(-1) : undefined;
      if (person) lastNamed = { row: c.row, person };
    }
  }
  // Under a heading of attendance a table without one of its own lists people only where most that it says are people.
  const people = used.filter((p) => readAttendees(p.text).length > 0 || readParty(p.text).type === 'person').length;
  if (labels === 0 && (status === undefined || people * 2 < used.length)) return undefined;
  return { people: out, used };
}

function named(c: Cell, p: Paragraph, from: number, status: Status): Attendant[] {
  return stretches(p, from).flatMap(({ start, end }) => peopleIn(p, start, end, status, () => ({ at: fragment(c.at) })));
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
      const before = after ? undefined : findWording(text, words.apologiesAfter);
      if (after) {
        const stop = findWording(text.slice(after.end), words.substituting);
        const to = end - (/[.;]\s*$/u.test(text) ? 1 : 0);
        const until = stop ? start + after.end + stop.start : to;
        // "… and for lateness from Councillor Wills": no absence.
        const late = FOR_LATENESS.exec(p.text.slice(start + after.end, until));
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
        const note = `for ${text.slice(substitute.end).replace(/[.;]\s*$/u, '').trim()}`;
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
        const people = peopleIn(p, start, start + text.replace(/[.;]\s*$/u, '').length, 'apologies', () => ({ at: fragment(p.at) }));
        if (people.every((person) => person.honorific !== undefined)) out.push(...people);
      }
    }
  }
  return out.filter((person) => person.name.length <= 80 && /^\p{Lu}/u.test(person.name));
}

const FOR_LATENESS = /[;,]?\s(?:and\s)?(?:apologies\s)?(for (?:lateness|late arrival|early departure|leaving early|part of the meeting))\s(?:(?:were|was|had been) received\s)?(?:from|by)\s/iu;

/** The sentences of a text, as offsets; initials and honorifics with a full stop end none. */
export function sentences(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  let start = 0;
  for (const m of text.matchAll(/[.;]\s+(?=["“‘(]?\p{Lu})/gu)) {
    const word = /(\S+)$/u.exec(text.slice(Math.max(start, m.index - 12), m.index))?.[1] ?? '';
    if (m[0].startsWith('.') && (/^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Cllr|Cllrs|St|Rev|Hon|Prof|No|Nos|Sgt|Supt|Insp|Capt|Col|Maj|Lt)$/u.test(word))) continue;
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
  if (/[:–-]\s*$/u.test(p.text)) {
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
    else if (/^\p{Lu}/u.test(lead) && !/^(?:the following|there|no )/iu.test(lead)) people.push(...peopleIn(p, 0, found.start, 'in-attendance', (s, e) => context.takePart(p, s, e)));
    if (people.length === 0 || people.some((person) => person.name.split(/\s+/).length > 6)) return undefined;
  }
  context.take(p);
  return { introduction: p.text, people, used };
}
