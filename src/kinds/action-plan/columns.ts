/** The columns of a plan's table: which is the action, which the owner. Pure. */
import type { Cell, Table } from '../../paper/model.js';
import { cellLine } from '../../paper/walk.js';
import { readPeriod } from '../../values/index.js';
import { wordingsUnder } from '../shared/labels.js';
import { remembered } from '../shared/remember.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Column, ColumnField } from './schema.js';

/** A column's role; `response` and `indicator` are no column fields of the contract, and are listed as `other`. */
export type Role = ColumnField | 'response' | 'indicator';

export interface PlanColumn {
  readonly index: number;
  readonly role: Role;
  readonly heading: string;
  readonly group?: string;
  /** A column of owners that says when, too ("Lead and timescale"). */
  readonly timed?: true;
  /** A plan with a column for the start and one for the end: which of the two this is. */
  readonly bound?: 'start' | 'end';
}

export interface Layout {
  readonly columns: readonly PlanColumn[];
  /** Rows that are headings. */
  readonly headerRows: number;
}

/** Heading rows are looked for among this many rows: a title band, a group row and the headings. */
const LOOKED_AT = 4;

const oneLine = (cell: Cell | undefined): string => (cell ? cellLine(cell) : '');

/** A heading is at most this many characters; a longer cell is text. */
const LONGEST_HEADING = 80;

/**
 * What a heading's words say the column is: one of the wordings, a pair of them that mean the same ("Action / milestone"), or what it ends or begins with. A question mark
 * or a remark in brackets ("By when? (month)") says nothing of it.
 */
function roleOf(text: string, vocabulary: Vocabulary): Role | undefined {
  const bare = text.replace(/\s*[?:]\s*$/u, '');
  const bracketless = bare.replace(/\s*\([^()]*\)\s*$/u, '').replace(/\s*\?$/u, '');
  const plain = bracketless.includes('(s)') || bracketless.includes('/s') ? bracketless.replace(/(?<=\p{L}\p{L})(?:\(s\)|\/s)(?![\p{L}])/gu, '') : bracketless;
  for (const form of new Set([text, bare, plain])) {
    const found = fieldFor(form, vocabulary.columns);
    if (found !== undefined) return found as Role;
  }
  // A narrow column breaks a word with no hyphen: "Timescal e".
  const mended = /\s.{1,3}$/.test(plain) && /[A-Za-zÀ-ɏ]{4}\s[a-zß-ɏ]{1,3}$/.test(plain) ? fieldFor(plain.replace(/\s/gu, ''), vocabulary.columns) : undefined;
  if (mended !== undefined) return mended as Role;
  if (plain.length > LONGEST_HEADING || /[.;]$/u.test(plain)) return undefined;
  const loose = wordingsUnder(vocabulary.words, 'column.');
  const parts = plain.split(/\s*(?:[/&+,]|\s[–—-]\s|\s(?:and|or)\s)\s*/u).filter((part) => part !== '');
  const roles = parts.map((part) => (fieldFor(part, vocabulary.columns) ?? fieldFor(part, loose)) as Role | undefined);
  const [first] = roles;
  if (parts.length > 1 && first !== undefined && first !== 'other' && roles.every((role) => role === first)) return first;
  const ends = fieldFor(plain, loose) as Role | undefined;
  return ends === 'other' ? undefined : ends;
}

/** "Lead and timescale", "By whom / by when": two headings in one. */
function saysWhoAndWhen(heading: string, vocabulary: Vocabulary): boolean {
  if (heading.length > 80) return false;
  return [...heading.matchAll(/\s*[/&+,]\s*|\s+(?:and|&)\s+/giu)].some((m) => {
    const roles = [heading.slice(0, m.index), heading.slice(m.index + m[0].length)].map((part) => roleOf(part.trim(), vocabulary));
    return roles.includes('owner') && roles.includes('timescale');
  });
}

/** The heading rows of a plan and what its columns mean, or `undefined` for a table that is no plan. */
export const readColumns = remembered((table: Table, vocabulary: Vocabulary): Layout | undefined => layoutOf(withGroupHeadings(table, vocabulary), vocabulary));

function layoutOf(table: Table, vocabulary: Vocabulary): Layout | undefined {
  let best: { row: number; roles: number } | undefined;
  for (let row = 0; row < Math.min(LOOKED_AT, table.rows); row++) {
    const roles = new Set(table.cells.filter((c) => c.row === row).map((c) => (saysWhoAndWhen(oneLine(c), vocabulary) ? 'owner' : roleOf(oneLine(c), vocabulary))).filter(Boolean));
    if (roles.size >= 2 && (!best || roles.size > best.roles)) best = { row, roles: roles.size };
  }
  if (!best) return undefined;
  const headerRows = headingRows(table, best.row, vocabulary);
  const columns: PlanColumn[] = [];
  for (let index = 0; index < table.columns; index++) {
    const above: Cell[] = [];
    for (let row = 0; row < headerRows; row++) {
      const cell = table.cells.find((c) => c.row <= row && row < c.row + c.rowSpan && c.column <= index && index < c.column + c.columnSpan);
      if (cell && !above.includes(cell) && oneLine(cell) !== '') above.push(cell);
    }
    // A cell that spans the whole table is a title band, and no heading of a column.
    const heads = above.filter((c) => c.columnSpan < table.columns);
    const own = heads.at(-1);
    const heading = oneLine(own);
    const group = heads.length > 1 ? heads.slice(0, -1).map(oneLine).join(' – ') : undefined;
    const timed = saysWhoAndWhen(heading, vocabulary);
    const found = timed ? 'owner' : roleOf(heading, vocabulary) ?? roleOf(`${group ?? ''} ${heading}`.trim(), vocabulary) ?? 'other';
    columns.push({ index, role: found, heading, ...(timed ? { timed: true as const } : {}), ...(group === undefined || group === heading ? {} : { group }) });
  }
  const single = oneOfEach(withoutPlaces(whatAndHow(columns, vocabulary), table, headerRows, vocabulary), vocabulary);
  if (!isPlan(single)) return undefined;
  return { columns: single, headerRows };
}

/**
 * Text has no cells over several columns: a heading with empty cells beside it, and headings under all of them, stands over those. Gives the table with
 * that cell spread out; the same table where there is none.
 */
function withGroupHeadings(table: Table, vocabulary: Vocabulary): Table {
  if (table.rows < 3 || table.cells.some((c) => c.columnSpan > 1 && c.row < LOOKED_AT)) return table;
  const at = (row: number, column: number): Cell | undefined => table.cells.find((c) => c.row === row && c.column === column);
  const filled = (row: number, column: number): boolean => oneLine(at(row, column)) !== '';
  const spans = new Map<Cell, number>();
  for (let column = 0; column < table.columns; column++) {
    const head = at(0, column);
    if (!head || !filled(0, column) || !filled(1, column)) continue;
    let end = column + 1;
    while (end < table.columns && !filled(0, end) && filled(1, end)) end++;
    if (end > column + 1) spans.set(head, end - column);
  }
  const under = table.cells.filter((c) => c.row === 1 && oneLine(c) !== '');
  const covered = (c: Cell): boolean => [...spans].some(([head, span]) => c.column >= head.column && c.column < head.column + span);
  if (spans.size === 0 || !under.every(covered) || under.filter((c) => roleOf(oneLine(c), vocabulary) !== undefined).length < 2) return table;
  const cells = table.cells.flatMap((c) => {
    const span = spans.get(c);
    if (span !== undefined) return [{ ...c, columnSpan: span }];
    return c.row === 0 && oneLine(c) === '' && covered(c) ? [] : [c];
  });
  return { ...table, cells };
}

/**
 * How many rows the headings take: the row where most of them stand, what a cell of it reaches down to, and the row under a
 * heading that spans several columns, where that names them.
 */
function headingRows(table: Table, row: number, vocabulary: Vocabulary): number {
  const own = table.cells.filter((c) => c.row === row);
  const stated = Math.min(table.headerRows, row + 2);
  const deepest = Math.max(row + 1, ...own.filter((c) => c.columnSpan < table.columns).map((c) => Math.min(c.row + c.rowSpan, row + 3)));
  const under = table.cells.filter((c) => c.row === row + 1 && oneLine(c) !== '');
  const groups = own.filter((c) => c.columnSpan > 1 && c.columnSpan < table.columns && oneLine(c) !== '');
  const named = groups.length > 0 && under.length > 1 && under.every((c) => groups.some((g) => c.column >= g.column && c.column < g.column + g.columnSpan))
    && under.some((c) => roleOf(oneLine(c), vocabulary) !== undefined);
  let rows = Math.max(row + 1, stated, deepest, named ? row + 2 : 0);
  // A band under the headings stands over the rows that follow it.
  while (rows - 1 > row && bandIn(table, rows - 1)) rows--;
  return rows;
}

/** The cell that is all there is in a row, over the whole table: a title, or the name of the rows under it. */
export function bandIn(table: Table, row: number): Cell | undefined {
  const filled = table.cells.filter((c) => c.row <= row && row < c.row + c.rowSpan && oneLine(c) !== '');
  const [only] = filled;
  return filled.length === 1 && only && only.columnSpan >= Math.max(2, table.columns) ? only : undefined;
}

/** "What | How | Who | When": what is to be achieved, and the action for it. */
function whatAndHow(columns: readonly PlanColumn[], vocabulary: Vocabulary): PlanColumn[] {
  const what = columns.find((c) => isOneOf(c.heading, vocabulary.words['what']));
  const how = columns.find((c) => isOneOf(c.heading, vocabulary.words['how']));
  if (!what || !how || how.index < what.index || columns.some((c) => c !== what && c !== how && (c.role === 'recommendation' || c.role === 'action'))) return [...columns];
  return columns.map((c) => (c === what ? { ...c, role: 'recommendation' as const } : c === how ? { ...c, role: 'action' as const } : c));
}

/** The columns, of which one headed "From" or "Start" is a time only beside its other end, or where most of its cells are times, and one of ranks is no field. */
function withoutPlaces(columns: readonly PlanColumn[], table: Table, headerRows: number, vocabulary: Vocabulary): PlanColumn[] {
  const { bareTime, startDate, endDate } = vocabulary.words;
  const times = columns.filter((c) => c.role === 'timescale');
  const cellsOf = (c: PlanColumn): string[] => table.cells.filter((cell) => cell.row >= headerRows && cell.column === c.index).map(oneLine).filter((text) => text !== '');
  // "High" under "Priority" ranks an action, and is no priority that the actions stand under.
  const isRank = (c: PlanColumn): boolean => c.role === 'recommendation' && cellsOf(c).length > 0 && cellsOf(c).every((text) => isOneOf(text, vocabulary.words['ranks']));
  const isTime = (c: PlanColumn): boolean => {
    if (times.some((o) => (o.index > c.index && isOneOf(c.heading, startDate) && isOneOf(o.heading, endDate)) || (o.index < c.index && isOneOf(o.heading, startDate) && isOneOf(c.heading, endDate)))) return true;
    const cells = cellsOf(c);
    const read = cells.filter((text) => { const { value } = readPeriod(text, { timescale: true }); return (value.start ?? value.end ?? value.status ?? value.ongoing) !== undefined; });
    return read.length * 2 > cells.length;
  };
  return columns.map((c) => (isRank(c) || (c.role === 'timescale' && isOneOf(c.heading, bareTime) && !isTime(c)) ? { ...c, role: 'other' as const } : c));
}

/**
 * One column has each role, the first ("Timescale", "Target date"); a second one is kept under its heading. Of several that say how
 * far things are, that with the mark ("RAG", "Status") comes before that with the story ("Progress to date").
 */
function oneOfEach(columns: readonly PlanColumn[], vocabulary: Vocabulary): PlanColumn[] {
  const marks = columns.find((c) => c.role === 'status' && isOneOf(c.heading, vocabulary.words['mark']));
  // Beside "Finding" or "Theme", the column headed "Recommendation" is that.
  const stated = columns.find((c) => c.role === 'recommendation' && isOneOf(c.heading, vocabulary.words['states']));
  const keeper = (role: Role): PlanColumn | undefined => (role === 'status' ? marks : role === 'recommendation' ? stated : undefined) ?? columns.find((c) => c.role === role);
  // "Rec. no." and "Action no.": one numbers the recommendations, the other the actions.
  const lead = keeper('recommendation')?.index ?? -1;
  const numbersActions = (c: PlanColumn): boolean => c.role === 'number' && lead >= 0 && c.index > lead && isOneOf(c.heading, vocabulary.words['actionNumber']);
  // "Start date" and "End date" are one timescale.
  const times = columns.filter((c) => c.role === 'timescale');
  const start = times.find((c) => isOneOf(c.heading, vocabulary.words['startDate']));
  const end = start && times.find((c) => c.index > start.index && isOneOf(c.heading, vocabulary.words['endDate']));
  return columns.map((c) => {
    if (end && (c === start || c === end)) return { ...c, bound: c === start ? 'start' as const : 'end' as const };
    return c.role === 'other' || (keeper(c.role) === c && !(end && c.role === 'timescale')) || numbersActions(c) ? c : { ...c, role: 'other' as const };
  });
}

/** A plan says what is to be done, and by whom, by when, at what cost or how far it has come. */
function isPlan(columns: readonly PlanColumn[]): boolean {
  const has = (role: Role): boolean => columns.some((c) => c.role === role);
  const beside = has('owner') || has('timescale') || has('cost') || has('status') || has('response');
  if (has('action')) return beside || has('recommendation');
  return has('recommendation') && (has('owner') || has('timescale') || has('response'));
}

/** The columns as the record lists them. */
export function describeColumns(columns: readonly PlanColumn[]): Column[] {
  return columns.filter((c) => c.heading !== '').map(({ heading, group, role }) => ({
    heading, ...(group === undefined ? {} : { group }), field: role === 'response' || role === 'indicator' ? 'other' : role,
  }));
}
