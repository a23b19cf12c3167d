/**
 * Wordings looked for at the start of a text, or anywhere in it: "RESOLVED", "The * resolved". A `*` stands for up to eight
 * words of one sentence. A wording all in capitals must be printed in capitals; any other matches in any case. Quotes and dashes
 * of all shapes count as one.
 */

/** Words that a `*` may stand for: "The Children and Families Scrutiny and Policy Board" is eight. */
const STAR_WORDS = 8;

export interface Opening {
  /** Offsets into the text: where the wording begins, and where it ends (white space after it not taken). */
  readonly start: number;
  readonly end: number;
  readonly wording: string;
}

interface Single { readonly atStart: RegExp; readonly here: RegExp; readonly wording: string }
/** One look for all wordings of a list; the single ones then say which it was. */
interface Compiled { readonly atStart: readonly RegExp[]; readonly anywhere: readonly RegExp[]; readonly singles: readonly Single[] }

const compiled = new WeakMap<readonly string[], Compiled>();

const APOSTROPHES = "['\\u2018\\u2019\\u02BC`]";
const DASHES = '[-\\u2010-\\u2015\\u2212]';

function source(wording: string): string {
  const words = wording.trim().split(/\s+/u).map((word) => (word === '*' ? '*' : word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/['\u2018\u2019]/g, APOSTROPHES).replace(/[-\u2010-\u2015]/g, DASHES)));
  let out = '';
  words.forEach((word, i) => {
    if (word === '*') out += `(?:[^\\s.;:!?]{1,40}\\s+){0,${STAR_WORDS}}?`;
    else out += i === words.length - 1 ? word : `${word}\\s+`;
  });
  return out;
}

/** A wording with its word boundaries: one that ends in a letter ends a word, one that begins with a letter begins one. */
function bounded(wording: string): string {
  const head = /^[\p{L}\p{N}]/u.test(wording) ? '(?<![\\p{L}\\p{N}])' : '';
  const tail = /[\p{L}\p{N}]$/u.test(wording) ? '(?![\\p{L}\\p{N}])' : '';
  return `${head}(?:${source(wording)})${tail}`;
}

function compile(wordings: readonly string[]): Compiled {
  let list = compiled.get(wordings);
  if (!list) {
    const flagsOf = (wording: string): string => (/\p{Ll}/u.test(wording) ? 'iu' : 'u');
    const groups = ['iu', 'u'].map((flags) => ({ flags, core: wordings.filter((w) => flagsOf(w) === flags).map(bounded).join('|') })).filter((g) => g.core !== '');
    list = {
      atStart: groups.map(({ flags, core }) => new RegExp(`^\\s*(?:${core})`, flags)),
      anywhere: groups.map(({ flags, core }) => new RegExp(core, flags)),
      singles: wordings.map((wording) => ({ wording, atStart: new RegExp(`^\\s*${bounded(wording)}`, flagsOf(wording)), here: new RegExp(bounded(wording), `${flagsOf(wording)}y`) })),
    };
    compiled.set(wordings, list);
  }
  return list;
}

const NONE: readonly string[] = [];

/** The longest of the wordings that the text starts with, or `undefined`. */
export function openingOf(text: string, wordings: readonly string[] = NONE): Opening | undefined {
  const { atStart: all, singles } = compile(wordings);
  if (!all.some((r) => r.test(text))) return undefined;
  let best: Opening | undefined;
  for (const { atStart, wording } of singles) {
    const m = atStart.exec(text);
    if (m && (!best || m[0].length > best.end)) best = { start: m[0].length - m[0].trimStart().length, end: m[0].length, wording };
  }
  return best;
}

/** The first place where one of the wordings stands, or `undefined`; of several that begin there, the longest. */
export function findWording(text: string, wordings: readonly string[] = NONE): Opening | undefined {
  const { anywhere, singles } = compile(wordings);
  let start = Infinity;
  for (const r of anywhere) start = Math.min(start, r.exec(text)?.index ?? Infinity);
  if (start === Infinity) return undefined;
  let best: Opening | undefined;
  for (const { here, wording } of singles) {
    here.lastIndex = start;
    const m = here.exec(text);
    if (m && (!best || start + m[0].length > best.end)) best = { start, end: start + m[0].length, wording };
  }
  return best;
}

/** The field one of whose wordings opens the text; the longest opening wins. */
export function fieldOpening(text: string, wordings: Readonly<Record<string, readonly string[]>>): (Opening & { field: string }) | undefined {
  let best: (Opening & { field: string }) | undefined;
  for (const [field, list] of Object.entries(wordings)) {
    const found = openingOf(text, list);
    if (found && (!best || found.end > best.end)) best = { ...found, field };
  }
  return best;
}
