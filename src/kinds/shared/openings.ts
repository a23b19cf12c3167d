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

interface Compiled { readonly atStart: RegExp; readonly anywhere: RegExp; readonly wording: string }

const compiled = new WeakMap<readonly string[], readonly Compiled[]>();

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

function compile(wordings: readonly string[]): readonly Compiled[] {
  let list = compiled.get(wordings);
  if (!list) {
    list = wordings.map((wording) => {
      const flags = /\p{Ll}/u.test(wording) ? 'iu' : 'u';
      const core = source(wording);
      // A wording that ends in a letter ends a word; one that begins with a letter begins one.
      const tail = /[\p{L}\p{N}]$/u.test(wording) ? '(?![\\p{L}\\p{N}])' : '';
      const head = /^[\p{L}\p{N}]/u.test(wording) ? '(?<![\\p{L}\\p{N}])' : '';
      return { atStart: new RegExp(`^\\s*(?:${core})${tail}`, flags), anywhere: new RegExp(`${head}(?:${core})${tail}`, flags), wording };
    });
    compiled.set(wordings, list);
  }
  return list;
}

const NONE: readonly string[] = [];

/** The longest of the wordings that the text starts with, or `undefined`. */
export function openingOf(text: string, wordings: readonly string[] = NONE): Opening | undefined {
  let best: Opening | undefined;
  for (const { atStart, wording } of compile(wordings)) {
    const m = atStart.exec(text);
    if (m && (!best || m[0].length > best.end)) best = { start: m[0].length - m[0].trimStart().length, end: m[0].length, wording };
  }
  return best;
}

/** The first place where one of the wordings stands, or `undefined`; of several that begin there, the longest. */
export function findWording(text: string, wordings: readonly string[] = NONE): Opening | undefined {
  let best: Opening | undefined;
  for (const { anywhere, wording } of compile(wordings)) {
    const m = anywhere.exec(text);
    if (!m) continue;
    const end = m.index + m[0].length;
    if (!best || m.index < best.start || (m.index === best.start && end > best.end)) best = { start: m.index, end, wording };
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
