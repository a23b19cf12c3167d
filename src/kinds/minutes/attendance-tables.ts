/** Tables of those present: with a heading over each column, or with "Present:" beside or above the names. */
import { fragment } from '../../paper/locator.js';
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { cellAt, cellText, eachParagraph } from '../../paper/walk.js';
import { readAttendee, readAttendees, readParty } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { attendanceOpening, attendanceWords } from './outline.js';
import { attendantOf, isEntry, isStatus, isSubheading, peopleIn, standingOf, stretches } from './people.js';
import type { Attendant, Status } from './schema.js';

type Column = 'name' | 'role' | 'organisation' | 'attended' | 'note';

/** A table of those present, or `undefined` where it is none. Takes it. */
export function tableAttendance(context: ParseContext, table: Table, status: Status | undefined): Attendant[] | undefined {
  const { vocabulary } = context;
  const byHeading = headedTable(table, vocabulary, status ?? 'present');
  if (byHeading && byHeading.people.length > 0) {
    if (byHeading.vacant.size === 0) context.ledger.take(table);
    else for (const c of table.cells) if (!byHeading.vacant.has(c.row)) for (const block of c.blocks) context.ledger.take(block);
    return byHeading.people;
  }
  const labelled = labelledTable(table, vocabulary, status);
  if (!labelled || labelled.people.length === 0) return undefined;
  for (const p of labelled.used) context.take(p);
  return labelled.people;
}

const cell = (table: Table, row: number, column: number): string => {
  const found = cellAt(table, row, column);
  const said = found ? cellText(found).replace(/\n/g, ' ').trim() : '';
  // A tick alone is read as a bullet without text.
  return said === '' && found ? eachParagraph(found.blocks)[0]?.label ?? '' : said;
};

/** A table whose first row names its columns: its people, and the rows of seats that nobody has. */
function headedTable(table: Table, vocabulary: Vocabulary, status: Status): { people: Attendant[]; vacant: ReadonlySet<number> } | undefined {
  const columns = Object.fromEntries(['name', 'role', 'organisation', 'attended', 'note'].map((f) => [f, vocabulary.columns[f] ?? []]));
  const named = Array.from({ length: table.columns }, (_, c) => fieldFor(cell(table, 0, c).replace(/\s*\/\s*/g, '/'), columns) as Column | undefined);
  const nameAt = named.indexOf('name') >= 0 ? named.indexOf('name') : named.filter((f) => f !== undefined).length >= 2 ? 0 : -1;
  // "Present" heads names, and beside a column of names the marks of those who were.
  const fields = named.map((f, c) => (f === 'name' && c !== nameAt && fieldFor(cell(table, 0, c), { attended: columns['attended'] ?? [] }) ? 'attended' : f));
  if (nameAt < 0 || table.rows < 2 || fields.filter((f) => f !== undefined).length < 2) return undefined;
  // "Present | Apologies": a mark under the second says that the person was not there.
  const missing = fields.map((field, c) => (field === 'attended' ? missedBy(fieldFor(cell(table, 0, c), attendanceWords(vocabulary))) : undefined));
  const out: Attendant[] = [];
  const vacant = new Set<number>();
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
    if (isOneOf(name, vocabulary.words['vacant'])) { vacant.add(row); continue; }
    const person = attendantOf(readAttendee(name), standing, { at: fragment(at.at) });
    fields.forEach((field, c) => {
      const value = cell(table, row, c);
      if (value === '' || c === nameAt) return;
      if (field === 'role') chairIn(value, person);
      // "Representing: Head of Finance", of an officer, is a post.
      else if (field === 'organisation' && standing === 'in-attendance' && person.role === undefined && !fields.includes('role') && readParty(value).type === 'role') person.role = value;
      else if (field === 'organisation') person.organisation ??= value;
      else if (field === 'note') person.note ??= value;
      else if (field === 'attended') markedAs(value, person, missing[c]);
      else person.note = [person.note, `${cell(table, 0, c)}: ${value}`].filter(Boolean).join('; ');
    });
    out.push(person);
  }
  return { people: out, vacant };
}

/** A role in a column; "Director of Housing (Chair)" and a bare "Chair" say who took the chair. */
function chairIn(value: string, person: Attendant): void {
  const said = readAttendee(`${person.name}, ${value}`);
  const chairing = said.status === 'chair' || said.status === 'vice-chair' ? said.status : undefined;
  if (chairing === undefined || person.status === 'apologies' || person.status === 'absent') { person.role ??= value; return; }
  person.status = chairing;
  const bracket = /^(.*\S)\s*\([^()]*\)$/.exec(value)?.[1];
  if (bracket !== undefined) person.role ??= bracket;
  else if (said.role !== undefined) person.role ??= value;
}

/** The standing of those who are marked in a column for people who were not there. */
const missedBy = (named: string | undefined): Status | undefined => (named === 'apologies' || named === 'absent' ? named : undefined);

/** A mark that says yes, or no, to the heading of its column. */
const YES = /^(?:[✓✔☑√xX✗✘•●*1]|yes|y|tick)$/i;
const NO = /^(?:[-–—0]|no|n|n\/a)$/i;

/** A mark in a column of attendance, and what stands beside it: "✓ (sub for Ann Bell)". `missing` is what the column itself says of those marked in it. */
function markedAs(value: string, person: Attendant, missing: Status | undefined): void {
  if (missing !== undefined && NO.test(value)) return;
  if (missing !== undefined && YES.test(value)) { person.status = missing; return; }
  const beside = /^[^()]{0,20}\(([^()]{2,80})\)\s*$/.exec(value)?.[1];
  const said = beside === undefined ? undefined : readAttendee(`${person.name} (${beside})`);
  person.status = standingOf(said?.status, statusOfMark(beside === undefined ? value : value.slice(0, value.indexOf('(')).trim(), person.status));
  if (said?.note !== undefined) person.note ??= said.note;
}

/** What a mark in an attendance column says: "Present", "✓", "Apologies", "A". */
function statusOfMark(mark: string, otherwise: Status): Status {
  const m = fold(mark);
  if (/^(?:a|ap|apol|apols|apologies|apology)\b/.test(m)) return 'apologies';
  if (/^(?:x|n|no|absent|-|did not attend|not present)$/.test(m)) return 'absent';
  if (/^sub/.test(m)) return 'substitute';
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
      // "Applicant:", among the headings: it heads those beside it, whatever its words.
      if (own !== undefined && labels > 0 && isSubheading(p)) {
        current = own;
        used.push(p);
        continue;
      }
      if (own === undefined || !isEntry(p.text)) continue;
      used.push(p);
      // "(Cabinet Member for Housing)" in the cell beside a name is that person's office.
      const beside = c.column > 0 && lastNamed?.row === c.row ? lastNamed.person : undefined;
      if (beside && /^\(.*\)$/.test(p.text.trim())) {
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
