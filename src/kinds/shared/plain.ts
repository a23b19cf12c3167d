/** Records as plain data, whatever their kind: walks, and small readings that rules need. Pure. */
import type { Hit } from '../rule.js';

export type Plain = Readonly<Record<string, unknown>>;

/** A text in a record, with where it stands: the `at` of the nearest object around it that has one. */
export interface Text { readonly text: string; readonly at?: string; readonly key: string; readonly owner: Plain }

/** Keys whose texts are not the paper's: what the program says of itself, or what is derived from other fields. */
const NOT_THE_PAPERS = new Set(['schemaVersion', 'kind', 'source', 'generator', 'classification', 'coverage', 'diagnostics', 'at', 'until', 'ownersText', 'questions', 'milestones', 'cells', 'type', 'outcome', 'status', 'precision', 'start', 'end', 'date']);

export const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Plain[] => (Array.isArray(value) ? value.filter(isPlain) : []);
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const atOf = (value: Plain): { at?: string } => (typeof value['at'] === 'string' ? { at: value['at'] } : {});

/** Every text of the paper in a record, in its order. */
export function* eachText(value: unknown, at?: string, key = '', owner: Plain = {}): Generator<Text> {
  if (typeof value === 'string') {
    if (value !== '') yield { text: value, key, owner, ...(at === undefined ? {} : { at }) };
  } else if (Array.isArray(value)) {
    for (const v of value) yield* eachText(v, at, key, owner);
  } else if (isPlain(value)) {
    const here = typeof value['at'] === 'string' ? value['at'] : at;
    for (const [k, v] of Object.entries(value)) if (!NOT_THE_PAPERS.has(k)) yield* eachText(v, here, k, value);
  }
}

/** Every object in a record that has a `text` (Items, decisions, actions …), in its order, with how deep it stands. */
export function* eachItem(value: unknown): Generator<Plain> {
  if (Array.isArray(value)) for (const v of value) yield* eachItem(v);
  else if (isPlain(value)) {
    if (typeof value['text'] === 'string' && typeof value['at'] === 'string') yield value;
    for (const [k, v] of Object.entries(value)) if (!NOT_THE_PAPERS.has(k)) yield* eachItem(v);
  }
}

/** The first words of a text, for a message. */
export const clip = (text: string, length = 80): string => (text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`);

export const isEmpty = (value: unknown): boolean => !Array.isArray(value) || value.length === 0;

/** What a rule found on an object: where it stands and its first words. */
export const hitOn = (on: Plain, message: string, quote = textOf(on['text'])): Hit => ({ message, ...atOf(on), ...(quote ? { quote: clip(quote) } : {}) });
