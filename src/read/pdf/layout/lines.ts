/**
 * Words to printed lines: words of one region that share a baseline, from left to right (right to left where the line is
 * written so). Pure.
 *
 * Coordinates are PDF points, origin top left, y downwards. Lines of turned text keep their true boxes; `start`, `end`
 * and `baseline` are in the frame of the text, in which it reads from left to right.
 */
import { hasLetterOrDigit } from '../../../paper/characters.js';
import type { Box } from '../../../paper/locator.js';
import { mayReadBackwards } from './letters.js';
import type { Word } from './words.js';

export interface Line {
  /** Page, counted from 1. */
  readonly page: number;
  /** In reading order. */
  readonly words: readonly Word[];
  readonly box: Box;
  readonly baseline: number;
  /** Left and right edge in the frame of the text. */
  readonly start: number;
  readonly end: number;
  /** Size of most of its characters, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly angle: number;
  /** Written from right to left. */
  readonly backwards: boolean;
}

/** Baselines nearer than this share of the smaller size are one line: kerned raises and mixed fonts stay well below it. */
const BASELINE_SHARE = 0.28;

/** Raised and lowered words are at most this share of the size of their line, raised or lowered by at most these shares of it. */
const SCRIPT_SIZE = 0.8;
const SCRIPT_RISE = 0.6;
const SCRIPT_DROP = 0.3;
const FEW_SCRIPTS = 4;

const RTL_LETTER = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/gu;
const LETTER = /\p{L}/gu;

/** How a sentence or clause ends. */
const TERMINAL = /[.!?:;]["'\u2019\u201D)\]]*$/u;

/** The line ends with the stop of a sentence or clause. */
export const endsSentence = (line: Line): boolean => TERMINAL.test(line.words.at(-1)?.text ?? '');

/** Left, right, and top edge of a word in the frame of its text. */
export function span(word: { readonly box: Box; readonly angle: number }): readonly [start: number, end: number] {
  const [left, top, right, bottom] = word.box;
  switch (word.angle) {
    case 90: return [top, bottom];
    case 180: return [-right, -left];
    case 270: return [-bottom, -top];
    default: return [left, right];
  }
}

/** The first of `span`. */
export function startOf(word: { readonly box: Box; readonly angle: number }): number {
  return word.angle === 0 ? word.box[0] : span(word)[0];
}

/** The second of `span`. */
export function endOf(word: { readonly box: Box; readonly angle: number }): number {
  return word.angle === 0 ? word.box[2] : span(word)[1];
}

/** The least and the greatest value over items; infinite for none. Loops, since a page may be made of more words than a call takes arguments. */
export function least<T>(items: Iterable<T>, value: (item: T) => number): number {
  let found = Infinity;
  for (const item of items) found = Math.min(found, value(item));
  return found;
}
export function greatest<T>(items: Iterable<T>, value: (item: T) => number): number {
  let found = -Infinity;
  for (const item of items) found = Math.max(found, value(item));
  return found;
}

/** Where the greatest weight of the items lies; ties go to the smaller value. */
export function prevailing<T>(items: readonly T[], value: (item: T) => number, weight: (item: T) => number): number {
  if (items.length === 0) return 0;
  const one = value(items[0]!);
  let alike = !Number.isNaN(one);
  for (let i = 1; alike && i < items.length; i++) alike = value(items[i]!) === one;
  if (alike) {
    let sum = 0;
    for (const item of items) sum += weight(item);
    // Zeros of either sign are one value, and come out as the plain one.
    return sum > -1 ? one + 0 : 0;
  }
  const weights = new Map<number, number>();
  for (const item of items) {
    const v = value(item);
    weights.set(v, (weights.get(v) ?? 0) + weight(item));
  }
  let best = 0, most = -1;
  for (const [v, w] of [...weights].sort((a, b) => a[0] - b[0])) if (w > most) { best = v; most = w; }
  return best;
}

const alongLine = (a: Word, b: Word): number => startOf(a) - startOf(b) || endOf(a) - endOf(b) || a.order - b.order;
const isOnBaseline = (w: Word): boolean => !w.superscript && !w.subscript;
const isLettered = (w: Word): boolean => hasLetterOrDigit(w.text);
const isBold = (w: Word): boolean => w.bold;
const isItalic = (w: Word): boolean => w.italic;
const baselineOf = (w: Word): number => w.baseline;
const tenthOfSize = (w: Word): number => Math.round(w.size * 10) / 10;
const lengthOf = (w: Word): number => w.text.length;

/** Those of the words for which the test holds, or all where it holds for none. */
function mostOf(words: readonly Word[], test: (w: Word) => boolean): readonly Word[] {
  if (words.every(test)) return words;
  const own = words.filter(test);
  return own.length > 0 ? own : words;
}

/** More than half of the text's letters are of scripts that are written from right to left. */
function isBackwards(text: string): boolean {
  const foreign = text.match(RTL_LETTER);
  return foreign !== null && foreign.length * 2 > (text.match(LETTER)?.length ?? 0);
}

/** A line made of words that are known to stand on one baseline. Throws a RangeError on an empty list. */
export function lineOf(words: readonly Word[], page: number): Line {
  const sorted = [...words].sort(alongLine);
  const backwards = sorted.some((w) => mayReadBackwards(w.text)) && isBackwards(sorted.map((w) => w.text).join(''));
  const body = mostOf(sorted, isOnBaseline);
  const telling = mostOf(body, isLettered);
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, start = Infinity, end = -Infinity;
  for (const w of sorted) {
    const box = w.box;
    if (box[0] < left) left = box[0];
    if (box[1] < top) top = box[1];
    if (box[2] > right) right = box[2];
    if (box[3] > bottom) bottom = box[3];
    start = Math.min(start, startOf(w));
    end = Math.max(end, endOf(w));
  }
  if (left === Infinity) throw new RangeError('a line needs at least one word');
  return {
    page,
    words: backwards ? readBackwards(sorted) : sorted,
    box: [left, top, right, bottom],
    baseline: prevailing(body, baselineOf, lengthOf),
    start,
    end,
    size: prevailing(telling, tenthOfSize, lengthOf),
    bold: telling.every(isBold),
    italic: telling.every(isItalic),
    angle: sorted[0]!.angle,
    backwards,
  };
}

/** Reading order of a right-to-left line: words from the right, but runs of left-to-right words (numbers, Latin names) among them as printed. */
function readBackwards(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let i = words.length - 1; i >= 0;) {
    let j = i;
    while (j >= 0 && !new RegExp(RTL_LETTER.source, 'u').test(words[j]!.text)) j--;
    if (j === i) { out.push(words[i]!); i--; continue; }
    out.push(...words.slice(j + 1, i + 1));
    i = j;
  }
  return out;
}

/**
 * Groups words of one region (a column, a cell, a box) into lines, top to bottom. The words' order does not matter.
 * Turned text makes lines of its own, after the upright ones.
 */
export function linesOf(words: readonly Word[], page: number): Line[] {
  if (words.length === 0) return [];
  const first = words[0]!.angle;
  const angles = words.every((w) => w.angle === first) ? [first] : [...new Set(words.map((w) => w.angle))].sort((a, b) => a - b);
  return angles.flatMap((angle) => {
    const sorted = (angles.length === 1 ? [...words] : words.filter((w) => w.angle === angle)).sort((a, b) => a.baseline - b.baseline || startOf(a) - startOf(b));
    const rows: Word[][] = [];
    let row: Word[] = [];
    let base = 0, smallest = 0;
    for (const w of sorted) {
      if (row.length > 0 && w.baseline - base <= BASELINE_SHARE * Math.min(smallest, w.size)) {
        row.push(w);
        smallest = Math.min(smallest, w.size);
      } else {
        row = [w];
        rows.push(row);
        base = w.baseline;
        smallest = w.size;
      }
    }
    return rejoinScripts(rows).map((r) => lineOf(r, page));
  });
}

/** Rows of small raised or lowered words that stand in the gaps of a larger row ("18th of" where "th of" is raised) go into it. */
function rejoinScripts(kept: Word[][]): Word[][] {
  const size = (r: readonly Word[]): number => greatest(r, (w) => w.size);
  for (let i = 0; i < kept.length; i++) {
    const small = kept[i]!;
    if (small.length === 0 || small.length > FEW_SCRIPTS) continue;
    const largest = size(small);
    for (const j of [i + 1, i - 1]) {
      const base = kept[j];
      if (!base || base.length === 0) continue;
      const large = size(base);
      const rise = base[0]!.baseline - small[0]!.baseline;
      if (largest > SCRIPT_SIZE * large || rise > SCRIPT_RISE * large || rise < -SCRIPT_DROP * large) continue;
      const clear = small.every((w) => base.every((b) => span(w)[0] > span(b)[1] - 0.1 * large || span(w)[1] < span(b)[0] + 0.1 * large));
      const [from, to] = [least(base, (w) => span(w)[0]), greatest(base, (w) => span(w)[1])];
      if (!clear || small.some((w) => span(w)[1] < from - 1.2 * large || span(w)[0] > to + large)) continue;
      for (const w of small) base.push(rise > 0 ? { ...w, baseline: base[0]!.baseline, superscript: true } : { ...w, baseline: base[0]!.baseline, subscript: true });
      kept[i] = [];
      break;
    }
  }
  return kept.filter((r) => r.length > 0);
}

/** The line's text, its words parted by single spaces where the print parts them. */
export function lineText(line: Line): string {
  let text = '';
  for (let i = 0; i < line.words.length; i++) {
    const w = line.words[i]!;
    if (i > 0 && !w.glued) text += ' ';
    text += w.text;
  }
  return text;
}

/** Length of `lineText`. */
export function textLength(line: Line): number {
  let length = 0;
  for (let i = 0; i < line.words.length; i++) {
    const w = line.words[i]!;
    length += w.text.length + (i > 0 && !w.glued ? 1 : 0);
  }
  return length;
}

/** White space between a word of a line and the one before it, in points. */
export function gapBefore(line: Line, index: number): number {
  if (index <= 0) return 0;
  const a = line.words[index - 1]!, b = line.words[index]!;
  const as = startOf(a), bs = startOf(b);
  return bs >= as ? bs - endOf(a) : as - endOf(b);
}
