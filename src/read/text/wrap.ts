/** Whether a text's lines are printed lines, to be joined into paragraphs, or paragraphs; decided once for a whole text. Pure. */
import type { Line } from './lines.js';

/** Lines of typed or printed text are no longer; a dump with a paragraph a line soon is. In characters. */
const WIDEST = 160;
/** Narrower "lines" are lists of names and addresses. In characters. */
const NARROWEST = 30;
/**
 * Share of lines, inside groups, that go on in the middle of a sentence (begin in lower case). Prose wrapped at any width has over 0.7,
 * text with a paragraph a line next to none.
 */
const CONTINUED = 0.4;
/** Lines that go on in lower case, all about as long as each other and no line longer, show a text to be wrapped, however many short lines it has beside. */
const SHOWN_LINES = 2;
/** Such lines are printed lines, not the ends of short entries. In characters. */
const SHOWN_NARROWEST = 60;
/** A line is full when the next word would have run past this share of the width: dumps of proportional type vary by a tenth. */
const FULL = 0.88;

const beginsLower = (text: string): boolean => /^[\p{Ll}(]/u.test(text);
const endsSentence = (text: string): boolean => /[.:;!?]["'”’)]?$/.test(text);
const width = (line: Line): number => line.indent + line.text.length;

/** The width in characters at which the text is wrapped, or `undefined` where a line is a paragraph. */
export function wrapWidth(groups: readonly (readonly Line[])[], hasLabel: (line: Line) => boolean): number | undefined {
  const widths: number[] = [];
  let lower = 0;
  for (const group of groups) {
    for (const [i, line] of group.entries()) {
      const next = group[i + 1];
      if (!next || hasLabel(next)) continue;
      widths.push(width(line));
      if (beginsLower(next.text)) lower++;
    }
  }
  if (widths.length === 0) return undefined;
  if (lower / widths.length < CONTINUED) return shownWidth(groups, hasLabel);
  widths.sort((a, b) => a - b);
  const wide = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  return wide >= NARROWEST && wide <= WIDEST ? wide : undefined;
}

/**
 * The width of a text that is mostly short lines (a form, a list of those present) with few paragraphs among them: that of the lines that go on in the
 * middle of a sentence, where these are of a width and no other line of running text is wider.
 */
function shownWidth(groups: readonly (readonly Line[])[], hasLabel: (line: Line) => boolean): number | undefined {
  const shown = groups.flatMap((group) => group.filter((line, i) => {
    const next = group[i + 1];
    return next !== undefined && !hasLabel(next) && /^\p{Ll}/u.test(next.text) && !endsSentence(line.text) && !isSpaced(line);
  }).map(width)).sort((a, b) => a - b);
  const wide = shown.at(-1) ?? 0;
  if (shown.length < SHOWN_LINES || wide < SHOWN_NARROWEST || wide > WIDEST) return undefined;
  if (shown.filter((w) => w >= wide * FULL).length < shown.length / 2) return undefined;
  return groups.every((group) => group.every((line) => width(line) <= wide / FULL || isSpaced(line))) ? wide : undefined;
}

/** Parted by white space into columns: no running text. */
const isSpaced = (line: Line): boolean => /\S(?:\s{2,}|\t)\S/u.test(behindLabel(line));
/** The gap behind a label is none of a column's. */
const behindLabel = (line: Line): string => line.text.replace(/^[(\d•·–-]\S{0,8}\s+/u, '');

/** True where `next` goes on with the paragraph of `line` in a text wrapped at `wide` characters. */
export function goesOn(line: Line, next: Line, wide: number): boolean {
  if (COLUMNS.test(behindLabel(line)) || COLUMNS.test(next.text)) return false;
  if (beginsLower(next.text) && !endsSentence(line.text)) return true;
  if (FIELD.test(next.text) && !MID_PHRASE.test(line.text)) return false;
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  // A long first word leaves much of a line empty; behind a full stop that is as well the end of a paragraph.
  const room = endsSentence(line.text) ? Math.min(word, LONG_WORD) : word;
  return width(line) + 1 + room >= wide * FULL;
}

/** "Response: Accepted.", "Subject: …": a line of a form begins its own paragraph. */
const FIELD = /^\p{Lu}[\p{L}\d’'/]*(?: [\p{L}\d’'/]+){0,3}:\s/u;
/** The line above cannot end there. */
const MID_PHRASE = /(?:[,–—-]|\b(?:a|an|and|at|by|for|from|in|its|of|on|or|the|their|to|with))$/u;
/** White space that no justified line has between its words. */
const COLUMNS = /\S(?: {5,}|\t)\S/u;
/** The first word of a line is taken for no longer than this behind a full stop. In characters. */
const LONG_WORD = 8;

/** True where what looks like a label at the start of `next` is the middle of a sentence ("as set out in ⏎ 3.5.7 and below"). */
export function isMidSentence(line: Line, rest: string, wide: number): boolean {
  return /[\p{L}\d]$/u.test(line.text) && /^\p{Ll}/u.test(rest) && width(line) >= wide * FULL - 8;
}

/** Prefixes that keep their hyphen when a word breaks behind them. */
const HYPHENATED = new Set(['co', 're', 'pre', 'multi', 'non', 'self', 'well', 'long', 'short', 'cross', 'sub', 'inter', 'semi', 'anti', 'ex', 'all', 'part', 'full', 'high', 'low', 'mid', 'north', 'south', 'east', 'west', 'face', 'year', 'follow', 'on', 'up', 'one', 'two', 'three', 'four', 'five', 'six']);

/**
 * True where the hyphen at a line's end belongs to the word: the paper has the word so elsewhere, or both halves as words, or the first half
 * is a prefix that is written so; false where it only broke the word.
 */
export function keepsHyphen(before: string, after: string, words: ReadonlySet<string>): boolean {
  const head = /([\p{L}\d]+)-$/u.exec(before)?.[1]?.toLowerCase();
  const tail = /^[\p{L}\d]+/u.exec(after)?.[0].toLowerCase();
  if (head === undefined || tail === undefined || /\d/.test(head + tail) || /^\p{Lu}/u.test(after)) return true;
  if (words.has(`${head}-${tail}`)) return true;
  if (words.has(head + tail)) return false;
  return HYPHENATED.has(head) || (words.has(head) && words.has(tail));
}

/** The words of a text in lower case, hyphenated ones whole. */
export function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu) ?? []);
}
