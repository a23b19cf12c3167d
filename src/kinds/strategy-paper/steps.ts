/** Next steps and consultation questions: found in the tree of sections, where they also stay. Pure but for diagnostics. */
import { findPeriods, readPeriod } from '../../values/index.js';
import type { Item, Period, Section, Table } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { fieldFor, isOneOf } from '../shared/vocabulary.js';
import type { NextStep } from './schema.js';

/** True for a text that asks, the answers to choose from after it or not ("… a permit? (Yes/No)"). */
const asks = (text: string): boolean => /\?["'”’)]*(?:\s\([^()]{1,60}\))?$/u.test(text.trim());

/** The questions put to consultation: entries that ask, under words or a heading that announce questions. */
export function questionsIn(context: ParseContext, sections: readonly Section[]): Item[] {
  const { headings, words } = context.vocabulary;
  const out: Item[] = [];
  const seen = new Set<string>();
  const add = (item: Item): void => {
    if (seen.has(item.at + item.text)) return;
    seen.add(item.at + item.text);
    out.push(item);
  };
  const visit = (items: readonly Item[], asked: boolean): void => {
    for (const item of items) {
      const announced = asked || announces(item.text);
      if (asks(item.text) && (announced && !item.items || isOneOf(item.text, words['questionLabel']))) add(item);
      else if (item.items) visit(item.items, announced);
    }
  };
  const announces = (text: string): boolean => /[:;]\s*$/.test(text) && isOneOf(text, words['questions']);
  const walk = (list: readonly Section[], asked: boolean): void => {
    for (const s of list) {
      const own = asked || fieldFor(s.title, headings) === 'questions';
      let announced = own;
      for (const p of s.paragraphs) {
        // Questions may follow their announcement as paragraphs of their own.
        if (announces(p.text) && !p.items) announced = true;
        visit([p], announced);
      }
      walk(s.sections, own);
    }
  };
  walk(sections, false);
  return out;
}

/** The next steps: the entries of the sections headed so. */
export function nextStepsIn(context: ParseContext, sections: readonly Section[], questions: readonly Item[]): NextStep[] {
  const asked = new Set(questions.map((q) => q.at + q.text));
  const out: NextStep[] = [];
  const walk = (list: readonly Section[]): void => {
    for (const s of list) {
      if (fieldFor(s.title, context.vocabulary.headings) === 'nextSteps') { out.push(...stepsOf(context, s, asked)); continue; }
      walk(s.sections);
    }
  };
  walk(sections);
  return out;
}

function stepsOf(context: ParseContext, section: Section, asked: ReadonlySet<string>): NextStep[] {
  const out: NextStep[] = [];
  const numbered = section.paragraphs.some((p) => p.number !== undefined);
  for (const p of section.paragraphs) {
    // Words that introduce questions are no step, nor are the questions.
    if (asked.has(p.at + p.text) || p.items?.some((i) => asked.has(i.at + i.text))) continue;
    const introduces = p.items !== undefined && /[:;]\s*$/.test(p.text);
    // "5.2 The timetable is:" over a table of steps is none of them.
    const rows = (p.tables ?? []).flatMap((t) => stepsFromTable(context, t));
    if (introduces && (p.number === undefined || section.paragraphs.length === 1)) out.push(...(p.items ?? []).map((i) => stepOf(context, i)));
    else if (!(rows.length > 0 && /[:;]\s*$/.test(p.text)) && (!numbered || p.number !== undefined)) {
      if (!numbered && section.paragraphs.some((q) => q.items) && !introduces) continue;
      out.push(stepOf(context, p));
    }
    out.push(...rows);
  }
  for (const t of section.tables ?? []) out.push(...stepsFromTable(context, t));
  for (const s of section.sections) {
    if (s.paragraphs.length === 0 && s.sections.length === 0) out.push({ ...(s.number === undefined ? {} : { number: s.number }), text: s.title, at: s.at });
    else out.push(...stepsOf(context, s, asked));
  }
  return out;
}

function stepOf(context: ParseContext, item: Item): NextStep {
  const timescale = timescaleIn(context, item.text, item.at);
  return {
    ...(item.number === undefined ? {} : { number: item.number }), text: item.text, ...(timescale ? { timescale } : {}),
    at: item.at, ...(item.until === undefined ? {} : { until: item.until }),
  };
}

/** The time by which a step is to be taken: the first that the text names and that does not lie before the paper's date. */
export function timescaleIn(context: ParseContext, text: string, at: string): Period | undefined {
  const dated = context.date === undefined ? {} : { paperDate: context.date };
  const found = findPeriods(text, { ...dated, timescale: true }).filter((f) => f.period.start !== undefined || f.period.end !== undefined || f.period.ongoing || f.period.status);
  const open = found.filter((f) => context.date === undefined || f.period.end === undefined || f.period.end >= context.date);
  const [first, ...more] = open;
  if (!first) return undefined;
  if (more.length > 0) context.diagnose('timescale-several', 'info', `The step names more than one time; the first is taken: ${first.period.text}.`, at);
  if (first.problem !== undefined) context.diagnose('period-unread', 'info', `The time "${first.period.text}" is read in part: ${first.problem}.`, at);
  return first.period;
}

/** Steps set out in a table with a column of times. */
function stepsFromTable(context: ParseContext, table: Table): NextStep[] {
  const heads = table.rows[0] ?? [];
  const fields = heads.map((h) => fieldFor(h.replace(/\n/g, ' '), context.vocabulary.columns));
  const time = fields.indexOf('timescale');
  const step = fields.indexOf('step');
  if (time < 0 || step < 0) return [];
  const number = fields.indexOf('number');
  const dated = context.date === undefined ? {} : { paperDate: context.date };
  return table.rows.slice(Math.max(1, table.headerRows)).flatMap((row, r) => {
    const text = (row[step] ?? '').replace(/\n/g, ' ').trim();
    if (text === '') return [];
    const when = (row[time] ?? '').replace(/\n/g, ' ').trim();
    const reading = when === '' ? undefined : readPeriod(when, { ...dated, timescale: true });
    const at = table.cells.find((c) => c.row === r + Math.max(1, table.headerRows) && c.column === step)?.at ?? table.at;
    if (reading?.problem !== undefined) context.diagnose('period-unread', 'info', `The time "${when}" is not read: ${reading.problem}.`, at);
    return [{ ...(number >= 0 && row[number] ? { number: row[number] } : {}), text, ...(reading ? { timescale: reading.value } : {}), at }];
  });
}
