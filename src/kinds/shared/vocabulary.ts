/**
 * A kind's vocabulary: what a council may word differently, as data. Read from `vocabulary.yaml` in the kind's folder (and
 * from a council's own configuration) at the edge of the program, and handed to the kind as a plain object.
 */
import { isWordAt, isWordBefore } from '../../paper/characters.js';
import { fold, foldAnew } from '../../paper/text.js';

/** Lists of wordings by what they mean. */
type Wordings = Record<string, string[]>;

export interface Vocabulary {
  /** Phrases that speak for the kind. */
  evidence: {
    phrase: string;
    /** title: among the first lines or in the declared title; heading: a heading or short line; column: a heading cell of a table; start: at the start of a paragraph; text: anywhere. */
    where: 'title' | 'heading' | 'column' | 'start' | 'text';
    weight: number;
  }[];
  /** Field name to the headings that mean it. A `*` at the end stands for any further words, one at the start for any before. */
  headings: Wordings;
  /** Field name to the column headings that mean it. */
  columns: Wordings;
  /** Other word lists of the kind, by name. */
  words: Wordings;
}

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

/** A wording taken apart: what must stand in the text, and whether a `*` takes in more before or after it. Its words are folded. */
interface Pattern {
  readonly core: string;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Characters of the wording as written: among equal matches the longest wins. */
  readonly length: number;
}

const patterns = new Map<string, Pattern>();

function patternOf(wording: string): Pattern {
  let pattern = patterns.get(wording);
  if (!pattern) {
    const opens = wording.startsWith('*');
    const closes = wording.endsWith('*') && wording.length > 1;
    pattern = { core: foldAnew(wording.slice(opens ? 1 : 0, closes ? -1 : undefined)), opens, closes, length: wording.length };
    patterns.set(wording, pattern);
  }
  return pattern;
}

/** The text folded last: one text is compared with many wordings in a row. */
let lastText = '';
let lastFolded = '';
function foldText(text: string): string {
  if (text !== lastText) { lastText = text; lastFolded = fold(text); }
  return lastFolded;
}

/** True where a folded text is a wording's words and what its stars take in. */
function fits(t: string, { core, opens, closes }: Pattern): boolean {
  if (t.length <= core.length) return t === core;
  if (core === '') return true;
  if (opens) return closes ? t.includes(core) : t.endsWith(core) && !isWordBefore(t, t.length - core.length);
  return closes && t.startsWith(core) && !isWordAt(t, core.length);
}

/** How well a text matches a wording: 3 the same, 2 by a `*`, 0 not at all. Case, quotes, dashes and closing punctuation do not count. */
export function matchWording(text: string, wording: string): 0 | 2 | 3 {
  return matchFolded(foldText(text), wording);
}

/** The same for a text that is folded already. */
export function matchFolded(t: string, wording: string): 0 | 2 | 3 {
  const pattern = patternOf(wording);
  if (!fits(t, pattern)) return 0;
  // The very words of a wording without a star count for more than what a star takes in.
  return pattern.opens || pattern.closes ? 2 : 3;
}

/** A wording and the field that it means; its place in the vocabulary settles what is equal otherwise. */
interface Meaning { readonly field: string; readonly pattern: Pattern; readonly order: number }

/**
 * Wordings made ready for matching: those without a star by their words, those with a star at the end by the first letter that the text must have, and
 * the others in a list.
 */
interface Ready {
  readonly exact: ReadonlyMap<string, Meaning>;
  readonly closing: ReadonlyMap<number, readonly Meaning[]>;
  readonly others: readonly Meaning[];
}

function makeReady(lists: Iterable<readonly [string, readonly string[]]>): Ready {
  const exact = new Map<string, Meaning>();
  const closing = new Map<number, Meaning[]>();
  const others: Meaning[] = [];
  let order = 0;
  for (const [field, list] of lists) {
    for (const wording of list) {
      const meaning = { field, pattern: patternOf(wording), order: order++ };
      const { core, opens, closes } = meaning.pattern;
      if (!opens && !closes) {
        const other = exact.get(core);
        if (!other || meaning.pattern.length > other.pattern.length) exact.set(core, meaning);
      } else if (opens || core === '') others.push(meaning);
      else {
        const there = closing.get(core.charCodeAt(0));
        if (there) there.push(meaning);
        else closing.set(core.charCodeAt(0), [meaning]);
      }
    }
  }
  return { exact, closing, others };
}

/** The meaning that a folded text has by these wordings. */
function meaningOf(t: string, { exact, closing, others }: Ready): Meaning | undefined {
  let best = exact.get(t);
  if (best) return best;
  const look = (meaning: Meaning): void => {
    const longer = meaning.pattern.length - (best?.pattern.length ?? -1);
    if ((longer > 0 || (longer === 0 && meaning.order < (best?.order ?? Infinity))) && fits(t, meaning.pattern)) best = meaning;
  };
  for (const meaning of closing.get(t.charCodeAt(0)) ?? NONE) look(meaning);
  for (const meaning of others) look(meaning);
  return best;
}
const NONE: readonly Meaning[] = [];

/** What was made ready; or how often a set was asked before: many callers put one together for one question, and that is not worth making ready. */
const made = new WeakMap<object, Ready | number>();
/** A set that is asked so often is asked again. */
const ASKED_OFTEN = 8;

function readyAgain(key: object, lists: () => Iterable<readonly [string, readonly string[]]>): Ready | undefined {
  const found = made.get(key) ?? 0;
  if (typeof found !== 'number') return found;
  const ready = found < ASKED_OFTEN ? undefined : makeReady(lists());
  made.set(key, ready ?? found + 1);
  return ready;
}

/** A list made ready: the lists of a vocabulary stay the same, whatever they are put together to. */
function readyList(list: readonly string[]): Ready {
  const found = made.get(list);
  if (found !== undefined && typeof found !== 'number') return found;
  const ready = makeReady([['', list]]);
  made.set(list, ready);
  return ready;
}

/** The field whose wordings match the text best, or `undefined`. The very words go before a star, then the longest wording. */
export function fieldFor(text: string, wordings: Readonly<Record<string, readonly string[]>>): string | undefined {
  const t = foldText(text);
  const ready = readyAgain(wordings, () => Object.entries(wordings));
  if (ready) return meaningOf(t, ready)?.field;
  let best: { field: string; score: number } | undefined;
  for (const [field, list] of Object.entries(wordings)) {
    const pattern = meaningOf(t, readyList(list))?.pattern;
    if (!pattern) continue;
    const score = (pattern.opens || pattern.closes ? 0 : EXACT) + pattern.length;
    if (!best || score > best.score) best = { field, score };
  }
  return best?.field;
}

/** Put before the length of a wording that a text is in so many words: more than any wording's length in characters. */
const EXACT = 1_000_000;

/** True where the text matches any of the wordings. */
export function isOneOf(text: string, wordings: readonly string[] | undefined): boolean {
  if (!wordings || wordings.length === 0) return false;
  const t = foldText(text);
  const ready = readyAgain(wordings, () => [['', wordings]]);
  return ready ? meaningOf(t, ready) !== undefined : wordings.some((w) => fits(t, patternOf(w)));
}
