/**
 * Words that a column narrower than the word cut without a hyphen: "Timescal" above "e", "Decembe" above "r 2012". A setter cuts a word only where it
 * stands alone on its line and not one letter more would have fitted; a line of one whole word may be as full by chance, so that the pieces
 * must tell too. Pure. Coordinates are PDF points.
 */
import type { Hyphens } from './hyphens.js';
import type { Line } from './lines.js';
import { ENDINGS, LONG_WORDS, ONSETS, PARTS, SHORT_WORDS } from './vocabulary.js';

/** Widths of letters in the common text fonts, as shares of the size; bold ones are the wider. */
const NARROW_LETTER = 0.4;
const USUAL_LETTER = 0.66;
const WIDE_LETTER = 0.95;
/** A first piece has at least so many letters. */
const LEAST_HEAD = 3;
/** Words shorter than this are all in the vocabulary's list. */
const SHORT = 3;
/** A word is cut into at most so many pieces more. */
const MOST_PIECES = 4;

const CONSONANTS = /^[b-df-hj-np-tv-xz]{2}/u;
const PIECE = /^[\p{L}\u2019']+$/u;
const OPENING = /^["'\u2018\u201C([]+/u;
const CLOSING = /["'\u2019\u201D)\].,;:!?]+$/u;
/** Marks that no line begins with. */
const CLOSES = /^[,.;:!?)\]]+$/u;

/** The width that the first letter of a word takes. */
function letterWidth(text: string, size: number): number {
  const c = text[0]!;
  return size * ('fijlrt.,;:!\u2019\')('.includes(c) ? NARROW_LETTER : 'mwMWQOGDHNU'.includes(c) ? WIDE_LETTER : USUAL_LETTER);
}

/** Where a line of a paragraph stands: `skip` words of its first line are its label. */
export interface Stand {
  readonly lines: readonly Line[];
  readonly skip: number;
  /** Right edge of the column. */
  readonly right: number;
}

/** The line has one word, and not one letter more of `next` would have fitted behind it. */
function full(stand: Stand, n: number, next: string): boolean {
  const line = stand.lines[n]!;
  return line.words.length - (n === 0 ? stand.skip : 0) === 1 && !line.backwards && stand.right - line.end < letterWidth(next, line.size);
}

/**
 * True where line `n` begins with a piece of the word that the line above ends with. `head` is that word as far as it has been read, pieces of the lines
 * before included.
 */
export function cutsWord(head: string, stand: Stand, n: number, hyphens: Hyphens): boolean {
  const above = stand.lines[n - 1]!, line = stand.lines[n]!;
  const tail = line.words[0]!.text;
  if (above.page !== line.page || above.angle !== line.angle || above.bold !== line.bold || !full(stand, n - 1, tail)) return false;
  if (CLOSES.test(tail)) return /\p{L}$/u.test(head);
  if (cutsFigures(head, tail)) return true;
  // Behind a hyphen or slash a new piece begins: "cross-depart" above "mental".
  const begun = /[\p{L}\u2019]+$/u.exec(head.replace(OPENING, ''))?.[0] ?? '';
  const end = tail.replace(CLOSING, '');
  if (!PIECE.test(begun) || !PIECE.test(end) || begun.length < LEAST_HEAD || begun !== head.replace(OPENING, '').split(/[-\u2010\u2011/]/u).at(-1)) return false;
  const capitals = end === end.toUpperCase();
  if (capitals ? begun !== begun.toUpperCase() : !/^\p{Ll}/u.test(end)) return false;
  const first = begun.toLowerCase(), second = end.toLowerCase();
  const whole = wholeOf(first, stand, n, hyphens);
  if (whole === 'usual') return true;
  if (SHORT_WORDS.has(second) || (PARTS.has(first) && PARTS.has(second))) return false;
  if (whole === 'printed') return !(isWord(first, hyphens) && isWord(second, hyphens));
  return !capitals && noWord(second);
}

/** Figures that are whole: a day, a financial year, a sum in thousands. */
const WHOLE_FIGURES = /^(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{2}|(?:19|20)\d{2})|(?:19|20)\d{2}[/\u2013-]\d{2}|[£€$]?\d{1,3}(?:,\d{3})+(?:\.\d\d?)?)$/u;
/** A day with a year of two figures, which two figures more make one of four. */
const SHORT_YEAR = /[/.-](?:19|20)$/u;

/** "31/10/2" above "3", "£1,250,0" above "00": figures that are whole together and not by the first piece alone. */
function cutsFigures(head: string, tail: string): boolean {
  if (!/^\d+[.,;)]?$/u.test(tail)) return false;
  const first = head.replace(OPENING, ''), rest = tail.replace(CLOSING, '');
  return WHOLE_FIGURES.test(first + rest) && (!WHOLE_FIGURES.test(first) || (SHORT_YEAR.test(first) && rest.length === 2));
}

/** Whether the pieces from line `n` on make a word with what was read: a usual long one, or one that the paper prints elsewhere. */
function wholeOf(first: string, stand: Stand, n: number, hyphens: Hyphens): 'usual' | 'printed' | undefined {
  let word = first;
  for (let i = n; i < stand.lines.length && i < n + MOST_PIECES; i++) {
    const piece = stand.lines[i]!.words[0]!.text;
    word += piece.replace(CLOSING, '').toLowerCase();
    if (LONG_WORDS.has(word)) return 'usual';
    if (hyphens.plain.has(word)) return 'printed';
    if (stand.lines[i]!.words.length > 1) return undefined;
  }
  return undefined;
}

/** The paper prints it more often than by this cut. */
const isWord = (word: string, hyphens: Hyphens): boolean => !noWord(word) && (hyphens.counts.get(word) ?? 0) > 1;

/** No word is written so: an ending, or the inside of a word. */
const noWord = (word: string): boolean => ENDINGS.has(word) || (word.length < SHORT && !SHORT_WORDS.has(word)) || (CONSONANTS.test(word) && !ONSETS.has(word.slice(0, 2)));
