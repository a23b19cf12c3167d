/**
 * Words broken at the end of a printed line: whether the hyphen was the word's own ("co-ordinators", "authority-wide") or only the
 * line's. Decided by how the paper itself writes the word elsewhere. Pure.
 */

import { beginsInWord, endsInWord, isWordBefore, withoutEdges } from '../../../paper/characters.js';
import { isPlainAlphanumeric } from './letters.js';

/** What one paper shows of its words and hyphens. */
export interface Hyphens {
  /** Words printed within a line with a hyphen in them, in small letters. */
  readonly hyphened: ReadonlySet<string>;
  /** Words printed within a line without one. */
  readonly plain: ReadonlySet<string>;
  /** How often each word of `plain` was printed. */
  readonly counts: ReadonlyMap<string, number>;
  /** The paper was set with automatic hyphenation. */
  readonly automatic: boolean;
}

/** First parts that are written with a hyphen in ordinary British use, whatever follows. */
const OWN_HYPHEN = new Set([
  'all', 'anti', 'co', 'cross', 'ex', 'extra', 'far', 'fast', 'first', 'follow', 'front', 'full', 'half', 'hard', 'high', 'in', 'inter', 'large', 'life', 'long', 'low', 'mid', 'multi',
  'near', 'new', 'non', 'off', 'on', 'one', 'open', 'out', 'part', 'post', 'pre', 'pro', 're', 'risk', 'second', 'self', 'semi', 'short', 'single', 'small', 'sub', 'third', 'three', 'two', 'under',
  'up', 'vice', 'well', 'whole', 'wide', 'year',
]);
/** First parts of two letters are also what a hyphenation programme makes ("re-ceive"); there the hyphen stays only where the paper sets none itself. */
const SHORT_PART = 3;
/** "pre- and post-": a hyphen that stands for a word left out. */
const SUSPENDED = /^(?:and|or|to|und|et|ou)$/i;
/** At least so many line ends must have been hyphenated by a programme, by the paper's own spelling elsewhere. */
const ENOUGH_ENDS = 2;
/** More hyphens at line ends than this share of lines come from a programme: without one it is about 1 in 100. */
const AUTOMATIC_SHARE = 0.04;
const MANY_ENDS = 12;

const HYPHEN = /[-\u2010\u2011]/u;

const bareWord = (word: string): string => isPlainAlphanumeric(word) ? word.toLowerCase() : withoutEdges(word).toLowerCase().replace(/[\u2010\u2011]/gu, '-');

/** Reads the paper's words. `lines` are its printed lines, each the list of its words as printed. */
export function hyphensOf(lines: Iterable<readonly string[]>): Hyphens {
  const hyphened = new Set<string>();
  const counts = new Map<string, number>();
  const ends: [string, string][] = [];
  let last: string | undefined;
  let count = 0, soft = false;
  for (const words of lines) {
    if (words.length === 0) continue;
    count++;
    if (last !== undefined && /\p{L}[-\u2010]$/u.test(last) && /^\p{Ll}/u.test(words[0]!)) ends.push([last, words[0]!]);
    if (last?.endsWith('\u00AD')) soft = true;
    const from = last !== undefined && /[-\u2010\u00AD]$/u.test(last) ? 1 : 0;
    for (let i = from; i < words.length; i++) {
      if (i === words.length - 1 && /[-\u2010\u00AD]$/u.test(words[i]!)) continue;
      const plain = isPlainAlphanumeric(words[i]!);
      const word = plain ? words[i]!.toLowerCase() : bareWord(words[i]!);
      if (word.length < 2) continue;
      if (!plain && HYPHEN.test(word)) hyphened.add(word); else counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    last = words.at(-1);
  }
  const plain = new Set(counts.keys());
  let made = 0, own = 0;
  for (const [a, b] of ends) {
    const whole = bareWord(a + b);
    if (hyphened.has(whole)) own++;
    else if (plain.has(whole.replace(HYPHEN, ''))) made++;
  }
  const automatic = soft || (made >= ENOUGH_ENDS && made > own) || (ends.length >= MANY_ENDS && ends.length > AUTOMATIC_SHARE * count && made >= own);
  return { hyphened, plain, counts, automatic };
}

/**
 * How the last word of a line and the first of the next are joined: `' '` two words, `''` one word as printed (its hyphen kept),
 * `'drop'` one word without the hyphen at the line's end.
 */
export function joinOf(last: string, first: string, hyphens: Hyphens): ' ' | '' | 'drop' {
  const sign = last.at(-1) ?? '';
  if (sign === '\u00AD') return 'drop';
  const joined = isWordBefore(last, last.length - 1);
  if (HYPHEN.test(sign) && (joined || last.at(-2) === ')')) {
    if (SUSPENDED.test(first)) return ' ';
    if (!beginsInWord(first)) return ' ';
    if (!/^\p{Ll}/u.test(first)) return '';
    const head = bareWord(last.slice(0, -1)), tail = bareWord(first);
    if (head === '' || !/\p{Ll}$/u.test(last.slice(0, -1))) return '';
    const whole = `${head}-${tail}`;
    if (hyphens.hyphened.has(whole)) return '';
    if (hyphens.plain.has(head + tail)) return 'drop';
    if (HYPHEN.test(head) || HYPHEN.test(tail)) return '';
    if (!hyphens.automatic) return '';
    if (OWN_HYPHEN.has(head) && head.length >= SHORT_PART) return '';
    return hyphens.plain.has(head) && hyphens.plain.has(tail) && head.length >= SHORT_PART && tail.length >= SHORT_PART ? '' : 'drop';
  }
  // A span of numbers, or an unspaced dash.
  if ((sign === '\u2012' || sign === '\u2013') && /\p{N}.$/u.test(last) && /^\p{N}/u.test(first)) return '';
  if (joined && sign === '\u2014') return '';
  if (joined && sign === '/') {
    if (/:\/\/|^www\./i.test(last)) return '';
    // "25/01990/" above "FUL", "2024/" above "25": codes and years have no space.
    if (/^[(\[]?(?=[^/]*\d)[\dA-Z]+(?:\/[\dA-Z]+)*\/$/.test(last) && /^[\dA-Z]{1,8}[)\].,;:]*$/.test(first)) return '';
    if (hyphens.plain.has(bareWord(last + first)) || /(?:^|\W)and\/$/i.test(last)) return '';
  }
  // An e-mail address broken at the dot or the sign: no word begins with a dot and a letter, no address ends before its domain has one.
  if (last.includes('@')) {
    if (/[^\s@]@[\p{L}\p{N}.-]*$/u.test(last) && /^\.\p{L}/u.test(first)) return '';
    if (/[^\s@]@(?:[\p{L}\p{N}-]+\.)?$/u.test(last) && /^[\p{Ll}\p{N}-]+(?:\.\p{L}|$)/u.test(first)) return '';
  }
  // An address that is broken where it has no space.
  if (sign !== '' && '.?=&_%~'.includes(sign) && /:\/\/|^www\./i.test(last) && beginsInWord(first)) return '';
  return ' ';
}

/** Codes in a list without spaces: "SO1,SO2,SO" and "3,SO4". */
const CODES = /\p{Lu}\p{N}+,\p{Lu}{1,4}$/u;
const CODES_ON = /^\p{Lu}{0,3}\p{N}{1,3}(?:,|$)/u;

/**
 * True where a word was cut at the edge of a column that is narrower than the word: the two parts are one word elsewhere in the paper and (one of them)
 * no word, or a list of codes. Only asked of lines that reach their column's edge.
 */
export function isCut(last: string, first: string, hyphens: Hyphens): boolean {
  if (CODES.test(last) && CODES_ON.test(first)) return true;
  const head = bareWord(last), tail = bareWord(first);
  if (!endsInWord(last) || !/^\p{Ll}|^\p{Lu}/u.test(first) || head.length < 3) return false;
  const count = (word: string): number => hyphens.counts.get(word) ?? 0;
  // "Performance/P" and "H": the letter belongs to what follows the slash.
  const piece = /[/,(]([\p{L}\p{N}]+)$/u.exec(last)?.[1];
  if (piece !== undefined && tail.length === 1 && count(piece.toLowerCase() + tail) > 0) return true;
  const whole = count(head + tail) + (hyphens.hyphened.has(head + tail) ? 1 : 0);
  return whole > 0 && (count(head) <= 1 && head.length > 4 || tail.length === 1 || count(tail) <= 1) && !(count(head) > 1 && count(tail) > 1);
}
