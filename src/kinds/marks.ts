/** Where the fields of a record's head stand: those that have no `at` of their own (title, organisation, date …) are looked up in the paper. Pure. */
import type { AnyRecord } from './record.js';
import { fragment } from '../paper/locator.js';
import type { Paper } from '../paper/model.js';
import { eachParagraph, printed } from '../paper/walk.js';
import { findDates } from '../values/period.js';

export interface Mark { readonly at: string; readonly until?: string }

/** The head of a paper is looked for in so many of its first paragraphs; its sign-off and dates may be at its end. */
const HEAD = 60;
/** Shorter texts (characters) stand in too many places to say which is meant. */
const LEAST = 4;
const ISO = /^\d{4}-\d{2}-\d{2}$/;

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Keys that say what the program did, or have places of their own. */
const APART: ReadonlySet<string> = new Set(['kind', 'schemaVersion', 'source', 'generator', 'classification', 'headings', 'columns', 'coverage', 'diagnostics', 'attached']);

/** Keys whose values are words of the contract, not of the paper. */
const CHOSEN: ReadonlySet<string> = new Set(['type', 'status', 'outcome', 'precision', 'area', 'result', 'currency']);

/** Places of the texts and dates of a record that have no `at`, nor stand in anything that has one, by their path joined with dots ("meeting.venue", "authors.0.text"). */
export function marksOf(record: AnyRecord, paper: Paper): Record<string, Mark> {
  const paragraphs = eachParagraph(paper.blocks).map((p) => ({ at: fragment(p.at), text: folded(printed(p)) })).filter((p) => p.text !== '');
  const head = paragraphs.slice(0, HEAD);
  const dates = head.map((p) => new Set(findDates(p.text).map((d) => d.date as string)));
  const find = (value: string): Mark | undefined => {
    if (ISO.test(value)) {
      const i = dates.findIndex((d) => d.has(value));
      return i < 0 ? undefined : { at: head[i]?.at ?? '' };
    }
    const wanted = folded(value);
    if (wanted.length < LEAST) return undefined;
    const whole = paragraphs.find((p) => p.text.includes(wanted)) ?? (wanted.includes('@') ? paragraphs.find((p) => p.text.replaceAll(' ', '').includes(wanted)) : undefined);
    if (whole) return { at: whole.at };
    // A value of several lines of the paper: the lines that make it up one after the other.
    const from = head.findIndex((p) => p.text.length >= LEAST && wanted.startsWith(p.text));
    if (from < 0) return undefined;
    let [to, rest] = [from, wanted.slice(head[from]?.text.length ?? 0).trim()];
    for (let next = head[to + 1]; next && rest !== '' && rest.startsWith(next.text); next = head[to + 1]) { rest = rest.slice(next.text.length).trim(); to++; }
    return { at: head[from]?.at ?? '', ...(to > from ? { until: head[to]?.at ?? '' } : {}) };
  };
  const out: Record<string, Mark> = {};
  const look = (path: string, value: unknown): void => {
    if (typeof value === 'string') {
      const mark = find(value);
      if (mark) out[path] = mark;
    } else if (typeof value === 'object' && value !== null && !Object.hasOwn(value, 'at')) for (const [key, v] of Object.entries(value)) if (!CHOSEN.has(key)) look(`${path}.${key}`, v);
  };
  for (const [key, value] of Object.entries(record)) if (!APART.has(key)) look(key, value);
  return out;
}
