/** Dated steps: list entries that begin or end with a time, and tables with a column of times. */
import { findPeriods, leadingPeriod, readPeriod } from '../../values/index.js';
import type { Item, Period, Section, Table } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { fieldFor, isOneOf } from '../shared/vocabulary.js';
import type { Milestone } from './schema.js';

/** What parts a time from the step after it. */
const PARTED = /^\s*[–—:-]\s*|^\s*\)\s*[–—:-]?\s*/u;

interface Dated { readonly period: Period; readonly text: string; readonly at: string; readonly problem?: string }

/**
 * The milestones among the items and tables of sections. A list counts where at least two of its entries are dated, or one under
 * words that announce a timetable, and the last does not lie before the paper's date: what is over is history, no step.
 */
export function milestonesIn(context: ParseContext, lists: readonly (readonly Item[])[], sections: readonly Section[]): Milestone[] {
  const out: Milestone[] = [];
  const visit = (items: readonly Item[], announced: boolean): void => {
    out.push(...datedList(context, items, announced));
    for (const [i, item] of items.entries()) {
      // Steps may follow their announcement as paragraphs of their own.
      if (!announced && !item.items && /:\s*$/.test(item.text) && isOneOf(item.text, context.vocabulary.words['timetable'])) {
        const after = items.slice(i + 1);
        const end = after.findIndex((x) => x.number !== undefined || x.heading);
        const steps = datedList(context, end < 0 ? after : after.slice(0, end), true);
        for (const m of steps) if (!out.some((o) => o.at === m.at)) out.push(m);
      }
      if (item.items) visit(item.items, isOneOf(item.text, context.vocabulary.words['timetable']));
      for (const t of item.tables ?? []) out.push(...datedRows(context, t));
    }
  };
  const walk = (list: readonly Section[]): void => {
    for (const s of list) {
      const announced = isOneOf(s.title, context.vocabulary.words['timetable']);
      visit(s.paragraphs, announced);
      for (const t of s.tables ?? []) out.push(...datedRows(context, t));
      walk(s.sections);
    }
  };
  for (const items of lists) visit(items, false);
  walk(sections);
  return out;
}

/** The paper's date, or the last step's where that is later: "November, January" are of two years. */
function dates(context: ParseContext, last: Period | undefined): { paperDate?: string; timescale: true } {
  const from = last?.start ?? last?.end;
  const paperDate = from !== undefined && (context.date === undefined || from > context.date) ? from : context.date;
  return { ...(paperDate === undefined ? {} : { paperDate }), timescale: true };
}

function datedList(context: ParseContext, items: readonly Item[], announced: boolean): Milestone[] {
  const found: Dated[] = [];
  let last: Period | undefined;
  const bare = announced && items.filter((item) => bareStep(context, item, undefined) !== undefined).length > 1;
  for (const item of items) {
    const dated = leading(context, item, last) ?? (announced ? trailing(context, item, last) : undefined) ?? (bare ? bareStep(context, item, last) : undefined);
    if (!dated) continue;
    found.push(dated);
    last = dated.period;
  }
  if (found.length < (announced ? 1 : 2)) return [];
  return kept(context, found);
}

/** The dated steps, where they do not all lie before the paper. */
function kept(context: ParseContext, found: readonly Dated[]): Milestone[] {
  const latest = found.map((d) => d.period.end ?? d.period.start ?? '9999').reduce((a, b) => (a > b ? a : b), '');
  if (context.date !== undefined && latest < context.date) return [];
  return found.map(({ period, text, at, problem }) => {
    if (problem !== undefined) context.diagnose('period-unread', 'info', `The time "${period.text}" is read in part: ${problem}.`, at);
    return { period, text, at };
  });
}

function leading(context: ParseContext, item: Item, last: Period | undefined): Dated | undefined {
  const found = leadingPeriod(item.text, dates(context, last));
  if (!found || (found.period.start === undefined && found.period.end === undefined)) return undefined;
  const parted = PARTED.exec(found.rest);
  const closed = /[–—:)-]\s*$/u.test(item.text.slice(0, item.text.length - found.rest.length));
  const text = parted ? found.rest.slice(parted[0].length).trim() : found.rest.trim();
  if ((!parted && !closed) || text === '') return undefined;
  return { period: found.period, text, at: item.at, ...(found.problem === undefined ? {} : { problem: found.problem }) };
}

/** "November 2005   Consultation with parishes": white space alone stands between the time and the step, which is no sentence. */
function bareStep(context: ParseContext, item: Item, last: Period | undefined): Dated | undefined {
  if (item.items || item.number !== undefined || /[.;:]$/.test(item.text)) return undefined;
  const [found] = findPeriods(item.text, dates(context, last));
  const text = found?.start === 0 ? item.text.slice(found.end).trim() : '';
  if (!found || found.period.start === undefined || !STEP_TIMES.has(found.period.precision ?? '') || !/^\p{Lu}/u.test(text)) return undefined;
  return { period: found.period, text, at: item.at, ...(found.problem === undefined ? {} : { problem: found.problem }) };
}
/** A year alone at the head of a line may be part of a name ("2024 Budget"). */
const STEP_TIMES: ReadonlySet<string> = new Set(['day', 'month', 'quarter', 'season']);

/** "Consultation begins – 4 July 2024", "Contract award (March 2025)". */
function trailing(context: ParseContext, item: Item, last: Period | undefined): Dated | undefined {
  if (item.items) return undefined;
  const found = findPeriods(item.text, dates(context, last)).at(-1);
  if (!found || (found.period.start === undefined && found.period.end === undefined) || !/^[).;,\s]*$/.test(item.text.slice(found.end))) return undefined;
  const before = item.text.slice(0, found.start);
  if (!/[–—:(,-]\s*$/u.test(before)) return undefined;
  const text = before.replace(/[\s–—:(,-]+$/u, '').trim();
  return text === '' ? undefined : { period: found.period, text, at: item.at, ...(found.problem === undefined ? {} : { problem: found.problem }) };
}

/** Rows of a table with one column of times and one of steps. */
function datedRows(context: ParseContext, table: Table): Milestone[] {
  const head = Math.max(1, table.headerRows);
  const fields = (table.rows[head - 1] ?? []).map((h) => fieldFor(h.replace(/\n/g, ' '), context.vocabulary.columns));
  const when = fields.indexOf('date');
  const what = fields.indexOf('milestone');
  if (when < 0 || what < 0) return [];
  const found: Dated[] = [];
  let last: Period | undefined;
  table.rows.slice(head).forEach((row, r) => {
    const text = (row[what] ?? '').replace(/\n/g, ' ').trim();
    const time = (row[when] ?? '').replace(/\n/g, ' ').trim();
    if (text === '' || time === '') return;
    const reading = readPeriod(time, dates(context, last));
    const at = table.cells.find((c) => c.row === head + r && c.column === what)?.at ?? table.at;
    found.push({ period: reading.value, text, at, ...(reading.problem === undefined ? {} : { problem: reading.problem }) });
    last = reading.value;
  });
  return kept(context, found);
}
