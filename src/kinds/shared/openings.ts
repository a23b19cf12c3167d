/**
 * Wordings looked for at the start of a text, or anywhere in it: "RESOLVED", "The * resolved". A `*` stands for up to eight
 * words of one sentence. A wording all in capitals must be printed in capitals, and so must a word of four capitals or more among
 * others ("The * NOTED"); all else matches in any case. Quotes and dashes of all shapes count as one.
 */
import { beginsInWord, endsInWord, isWordAt, isWordBefore } from '../../paper/characters.js';
import { isSpace } from '../../paper/text.js';
import { lower } from '../../values/index.js';
import { oncePer } from './remember.js';

/** Words that a `*` may stand for: "The Children and Families Scrutiny and Policy Board" is eight. */
const STAR_WORDS = 8;

export interface Opening {
  /** Offsets into the text: where the wording begins, and where it ends (white space after it not taken). */
  readonly start: number;
  readonly end: number;
  readonly wording: string;
}

/**
 * A wording taken apart into words; `*` stays as it is. Matched by hand: hundreds of wordings as regular expressions with Unicode
 * letters in either case take a second to compile, most of what a short paper costs.
 */
interface Single {
  readonly wording: string;
  /** Words in lower case where the case does not count. */
  readonly words: readonly string[];
  readonly anyCase: boolean;
  /** Which of the words must be printed in capitals all the same; none where the case counts everywhere. */
  readonly capitals?: readonly boolean[];
  /** It begins with a letter or figure, and so begins a word; it ends in one, and so ends a word. */
  readonly beginsWord: boolean;
  readonly endsWord: boolean;
}
interface Compiled {
  readonly byFirst: ReadonlyMap<number, readonly Single[]>;
  readonly starred: readonly Single[];
  /** By ASCII code: 0 where no wording begins so, 1 where all that do begin a word, 2 for others. Texts are long, and hardly any of their letters begins one. */
  readonly begins: Uint8Array;
  /** Words in lower case of which a text must have one to have any of the wordings: most texts have none. None where some wording has no word that is written in one way only. */
  readonly telling: () => readonly string[] | undefined;
}

/** All shapes of an apostrophe are taken for one, and all of a dash. */
const APOSTROPHES = new Set([0x27, 0x2018, 0x2019, 0x02bc, 0x60]);
const DASHES = new Set([0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212]);
const IS_APOSTROPHE = /['\u2018\u2019]/g;
const IS_DASH = /[-\u2010-\u2015]/g;
/** Longest word that a `*` stands for, in characters. */
const STAR_LENGTH = 40;

const SMALL = /\p{Ll}/u;
/** A word that is printed in capitals to be told from the same word in a sentence; fewer letters are an abbreviation. */
const IN_CAPITALS = /^\p{Lu}{4,}$/u;
/** Characters that stand for others of their kind, and a star: a word with one is not looked for as it is. */
const IN_SHAPES = /['\u2018\u2019*\u2010-\u2015-]/;

/** The words of a wording; nearly all are parted by single spaces, and there are many. */
function wordsIn(text: string): string[] {
  return /^\s| {2}|[^\S ]|\s$/.test(text) ? text.split(/\s+/) : text.split(' ');
}

/** Nearly all wordings: small letters among ASCII, single spaces, no word that must be printed in capitals. They need no more than to be parted. */
const isSimple = (wording: string): boolean => /[a-z]/.test(wording) && !/[^ -_a-~]|[A-Z]{4}|^ | {2}| $/.test(wording);

function singleOf(wording: string): Single {
  if (isSimple(wording)) return { wording, words: wording.toLowerCase().split(' '), anyCase: true, beginsWord: beginsInWord(wording), endsWord: endsInWord(wording) };
  const anyCase = SMALL.test(wording);
  const plain = wording.trim().replace(IS_APOSTROPHE, "'").replace(IS_DASH, '-');
  const capitals = anyCase ? wordsIn(plain).map((word) => IN_CAPITALS.test(word)) : [];
  return {
    wording, words: wordsIn(anyCase ? lower(plain) : plain), anyCase, ...(capitals.includes(true) ? { capitals } : {}),
    beginsWord: beginsInWord(wording), endsWord: endsInWord(wording),
  };
}

const ASCII = 128;
const BEGINS_WORD = 1;
const BEGINS = 2;

const compile = oncePer((wordings: readonly string[]): Compiled => {
  const byFirst = new Map<number, Single[]>();
  const starred: Single[] = [];
  const put = (code: number, single: Single): void => {
    const there = byFirst.get(code);
    if (!there) byFirst.set(code, [single]);
    else if (!there.includes(single)) there.push(single);
  };
  for (const wording of wordings) {
    const single = singleOf(wording);
    const first = single.words[0] ?? '';
    const code = first.charCodeAt(0);
    if (first === '' || first === '*') starred.push(single);
    else if (code === 0x27) for (const c of APOSTROPHES) put(c, single);
    else if (code === 0x2d) for (const c of DASHES) put(c, single);
    else {
      put(code, single);
      if (single.anyCase) put((first[0] ?? '').toUpperCase().charCodeAt(0), single);
    }
  }
  const begins = new Uint8Array(ASCII);
  for (const [code, singles] of byFirst) if (code < ASCII) begins[code] = singles.every((s) => s.beginsWord) ? BEGINS_WORD : BEGINS;
  // Many lists are asked for what a text opens with only, and few wordings of one first letter: then nobody asks for these.
  let telling: { readonly words: readonly string[] | undefined } | undefined;
  return { byFirst, starred, begins, telling: () => (telling ??= { words: tellingOf(wordings) }).words };
});

/** More words than this to look for take longer than to look for the wordings by their first letters: some 0.1 microseconds a word in a paragraph of 350 characters, against 3 for the wordings. */
const MOST_TELLING = 24;

/** The longest word of each wording, without those that have another of them in them. */
function tellingOf(wordings: readonly string[]): readonly string[] | undefined {
  const longest = new Set<string>();
  for (const wording of wordings) {
    let word = '';
    for (const w of wordsIn(wording)) if (w.length > word.length && !IN_SHAPES.test(w)) word = w;
    if (word === '') return undefined;
    longest.add(lower(word));
  }
  const all = [...longest];
  const least = all.length === 1 ? all : all.filter((word) => !all.some((other) => other.length < word.length && word.includes(other)));
  return least.length > MOST_TELLING ? undefined : least;
}

/** The text in lower case last: one text is looked at for many wordings in a row. */
let lastText = '';
let lastLower = '';
function lowered(text: string): string {
  if (text !== lastText) { lastText = text; lastLower = lower(text); }
  return lastLower;
}

/** Where the word ends that stands at `from`, or -1. */
function wordAt(text: string, from: number, word: string): number {
  if (text.startsWith(word, from)) return from + word.length;
  for (let i = 0; i < word.length; i++) {
    const code = text.charCodeAt(from + i);
    const wanted = word.charCodeAt(i);
    if (code === wanted || (wanted === 0x27 && APOSTROPHES.has(code)) || (wanted === 0x2d && DASHES.has(code))) continue;
    return -1;
  }
  return from + word.length;
}

/** Past the white space at `from`; -1 where there is none. */
function pastSpace(text: string, from: number): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i > from ? i : -1;
}

/** Past one word that a `*` may stand for and the white space after it, or -1. */
function pastAnyWord(text: string, from: number): number {
  let i = from;
  for (let n = 0; i < text.length; n++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) break;
    // Full stop, semicolon, colon, exclamation and question mark end a sentence.
    if (n === STAR_LENGTH || code === 0x2e || code === 0x3b || code === 0x3a || code === 0x21 || code === 0x3f) return -1;
    i += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  }
  return i > from ? pastSpace(text, i) : -1;
}

/** Where the wording's words from number `k` on end when they begin at `from`, or -1. A `*` takes as few words as will do. `printed` is the text in its own case. */
function endOf(text: string, from: number, single: Single, k: number, printed: string): number {
  const { words } = single;
  if (k === words.length) return single.endsWord && from < text.length && isWordAt(text, from) ? -1 : from;
  const word = words[k] ?? '';
  if (word === '*') {
    // Most texts do not have the word that comes after: then no number of words will do.
    const next = words[k + 1] ?? '';
    if (!IN_SHAPES.test(next) && !text.includes(next, from)) return -1;
    for (let n = 0, at = from; n <= STAR_WORDS && at >= 0; n++, at = pastAnyWord(text, at)) {
      const end = endOf(text, at, single, k + 1, printed);
      if (end >= 0) return end;
    }
    return -1;
  }
  if (single.capitals?.[k] === true && SMALL.test(printed.slice(from, from + word.length))) return -1;
  let at = wordAt(text, from, word);
  if (at >= 0 && k < words.length - 1) at = pastSpace(text, at);
  return at < 0 ? -1 : endOf(text, at, single, k + 1, printed);
}

/** The longest of the wordings that begin at `from`. */
function longestAt(text: string, from: number, { byFirst, starred }: Compiled): Opening | undefined {
  let best: Opening | undefined;
  const look = (singles: readonly Single[]): void => {
    for (const single of singles) {
      if (single.beginsWord && isWordBefore(text, from)) continue;
      const end = endOf(single.anyCase ? lowered(text) : text, from, single, 0, text);
      if (end >= 0 && (!best || end > best.end)) best = { start: from, end, wording: single.wording };
    }
  };
  const there = byFirst.get(text.charCodeAt(from));
  if (there) look(there);
  if (starred.length > 0) look(starred);
  return best;
}

const NONE: readonly string[] = [];

/** The longest of the wordings that the text starts with, or `undefined`. */
export function openingOf(text: string, wordings: readonly string[] = NONE): Opening | undefined {
  const list = compile(wordings);
  const from = Math.max(0, pastSpace(text, 0));
  const alike = (list.byFirst.get(text.charCodeAt(from))?.length ?? 0) + list.starred.length;
  if (alike === 0 || (alike >= MANY_ALIKE && lacks(text, list))) return undefined;
  return longestAt(text, from, list);
}

/** With so many wordings of one first letter ("The * agreed", "The * noted"), half a microsecond each, it takes less to look for their telling words in the whole text. */
const MANY_ALIKE = 6;

/** The text has none of the words of which it must have one. */
function lacks(text: string, list: Compiled): boolean {
  const telling = list.telling();
  if (!telling) return false;
  const small = lowered(text);
  for (const word of telling) if (small.includes(word)) return false;
  return true;
}

/** The longest of the wordings that begin right at an offset, or `undefined`. */
export function wordingAt(text: string, from: number, wordings: readonly string[] = NONE): Opening | undefined {
  return longestAt(text, from, compile(wordings));
}

/** The first place, from an offset on, where one of the wordings stands, or `undefined`; of several that begin there, the longest. */
export function findWording(text: string, wordings: readonly string[] = NONE, from = 0): Opening | undefined {
  const list = compile(wordings);
  if (lacks(text, list)) return undefined;
  const { begins } = list;
  const any = list.starred.length > 0;
  for (let i = from; i < text.length; i++) {
    if (!any) {
      const code = text.charCodeAt(i);
      const how = code < ASCII ? begins[code] : list.byFirst.has(code) ? BEGINS : 0;
      if (how === 0 || (how === BEGINS_WORD && isWordBefore(text, i))) continue;
    }
    const found = longestAt(text, i, list);
    if (found) return found;
  }
  return undefined;
}
