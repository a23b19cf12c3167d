/**
 * A kind's vocabulary: what a council may word differently, as data. Read from `vocabulary.yaml` in the kind's folder (and
 * from a council's own configuration) at the edge of the program, and handed to the kind as a plain object.
 */
import { z } from 'zod';
import { fold } from '../../paper/text.js';

const Wordings = z.record(z.string(), z.array(z.string().min(1)));

export const VocabularySchema = z.strictObject({
  /** Phrases that speak for the kind. */
  evidence: z.array(z.strictObject({
    phrase: z.string().min(1),
    /** title: among the first lines or in the declared title; heading: a heading or short line; column: a heading cell of a table; start: at the start of a paragraph; text: anywhere. */
    where: z.enum(['title', 'heading', 'column', 'start', 'text']),
    weight: z.number(),
  })).default([]),
  /** Field name to the headings that mean it. A `*` at the end stands for any further words, one at the start for any before. */
  headings: Wordings.default({}),
  /** Field name to the column headings that mean it. */
  columns: Wordings.default({}),
  /** Other word lists of the kind, by name. */
  words: Wordings.default({}),
});
export type Vocabulary = z.infer<typeof VocabularySchema>;

/** One vocabulary with another's wordings added to it; neither is changed. */
export function mergeVocabulary(base: Vocabulary, extra: Partial<Vocabulary>): Vocabulary {
  const merge = (a: Record<string, string[]>, b: Record<string, string[]> = {}): Record<string, string[]> => {
    const out: Record<string, string[]> = { ...a };
    for (const [k, v] of Object.entries(b)) out[k] = [...(out[k] ?? []), ...v];
    return out;
  };
  return {
    evidence: [...base.evidence, ...(extra.evidence ?? [])],
    headings: merge(base.headings, extra.headings), columns: merge(base.columns, extra.columns), words: merge(base.words, extra.words),
  };
}

const folded = new Map<string, string>();
const foldWording = (w: string): string => {
  let f = folded.get(w);
  if (f === undefined) { f = fold(w); folded.set(w, f); }
  return f;
};

/** The text folded last: one text is compared with many wordings in a row. */
let lastText = '';
let lastFolded = '';
function foldText(text: string): string {
  if (text !== lastText) { lastText = text; lastFolded = fold(text); }
  return lastFolded;
}

/** How well a text matches a wording: 3 the same, 2 by a `*`, 0 not at all. Case, quotes, dashes and closing punctuation do not count. */
export function matchWording(text: string, wording: string): 0 | 2 | 3 {
  return matchFolded(foldText(text), wording);
}

/** The same for a text that is folded already. */
export function matchFolded(t: string, wording: string): 0 | 2 | 3 {
  const opens = wording.startsWith('*');
  const closes = wording.endsWith('*') && wording.length > 1;
  const core = foldWording(wording.slice(opens ? 1 : 0, closes ? -1 : undefined));
  // The very words of a wording without a star count for more than what a star takes in.
  if (t === core) return opens || closes ? 2 : 3;
  if (opens && closes) return t.includes(core) ? 2 : 0;
  if (closes) return t.startsWith(core) && !/^[\p{L}\p{N}]/u.test(t.slice(core.length)) ? 2 : 0;
  if (opens) return t.endsWith(core) && !/[\p{L}\p{N}]$/u.test(t.slice(0, -core.length)) ? 2 : 0;
  return 0;
}

/** A set of wordings made ready for matching: those without a star by their words, those with one in a list. */
interface Ready {
  readonly exact: ReadonlyMap<string, { readonly field: string; readonly score: number }>;
  readonly starred: readonly { readonly field: string; readonly wording: string }[];
}

const made = new WeakMap<object, Ready>();

function ready(wordings: Readonly<Record<string, readonly string[]>>): Ready {
  let found = made.get(wordings);
  if (!found) {
    const exact = new Map<string, { field: string; score: number }>();
    const starred: { field: string; wording: string }[] = [];
    for (const [field, list] of Object.entries(wordings)) {
      for (const wording of list) {
        if (wording.startsWith('*') || (wording.endsWith('*') && wording.length > 1)) { starred.push({ field, wording }); continue; }
        const words = foldWording(wording);
        const score = 3000 + wording.length;
        const other = exact.get(words);
        if (!other || score > other.score) exact.set(words, { field, score });
      }
    }
    found = { exact, starred };
    made.set(wordings, found);
  }
  return found;
}

/** The field whose wordings match the text best, or `undefined`. Among equal matches the longest wording wins. */
export function fieldFor(text: string, wordings: Readonly<Record<string, readonly string[]>>): string | undefined {
  const { exact, starred } = ready(wordings);
  let best: { field: string; score: number } | undefined = exact.get(foldText(text));
  if (best) return best.field;
  for (const { field, wording } of starred) {
    const m = matchWording(text, wording);
    if (m === 0) continue;
    const score = m * 1000 + wording.length;
    if (!best || score > best.score) best = { field, score };
  }
  return best?.field;
}

/** True where the text matches any of the wordings. */
export function isOneOf(text: string, wordings: readonly string[] | undefined): boolean {
  return (wordings ?? []).some((w) => matchWording(text, w) > 0);
}
