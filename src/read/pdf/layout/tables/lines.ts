/** Words to lines and phrases, for tables: a phrase is a run of words of one line with no more than word spaces between them. */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { isFigure } from './values.js';

export interface Phrase {
  /** Indexes into the page's words, left to right. */
  readonly words: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

export interface Line {
  readonly baseline: number;
  readonly top: number;
  readonly bottom: number;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly phrases: readonly Phrase[];
  /** Indexes into the page's words, left to right. */
  readonly words: readonly number[];
}

/** Baselines nearer than this share of the size are one line. */
const SAME_LINE = 0.3;
/** A gap wider than this share of the size parts two phrases. Justified text stretches its spaces to about 0.7. */
export const PHRASE_GAP = 0.85;
/** Two figures are no text that goes on: less white parts them, wider than the space of any font that parts thousands. */
const FIGURES_GAP = 0.34;

/** The upright words among `indexes`, as lines from top to bottom. */
export function linesOf(words: readonly Word[], indexes: readonly number[], phraseGap = PHRASE_GAP): Line[] {
  const sorted = indexes.filter((i) => words[i]!.angle === 0).sort((a, b) => words[a]!.baseline - words[b]!.baseline || words[a]!.box[0] - words[b]!.box[0] || a - b);
  const lines: Line[] = [];
  for (let i = 0; i < sorted.length;) {
    const first = words[sorted[i]!]!;
    let j = i + 1;
    let size = first.size;
    while (j < sorted.length) {
      const w = words[sorted[j]!]!;
      // A mark of a note has the baseline of what it hangs on, whose size counts.
      if (w.baseline - first.baseline > SAME_LINE * (w.superscript || w.subscript ? size : Math.min(size, w.size))) break;
      size = Math.max(size, w.size);
      j++;
    }
    lines.push(lineOf(words, sorted.slice(i, j), phraseGap));
    i = j;
  }
  return lines;
}

/** One line of the words named, which share a baseline. */
export function lineOf(words: readonly Word[], indexes: readonly number[], phraseGap = PHRASE_GAP): Line {
  const sorted = [...indexes].sort((a, b) => words[a]!.box[0] - words[b]!.box[0] || a - b);
  const phrases: Phrase[] = [];
  let run: number[] = [];
  let right = -Infinity, left = 0, size = 0;
  const close = () => { if (run.length > 0) phrases.push({ words: run, left, right, size }); };
  for (const i of sorted) {
    const w = words[i]!;
    if (run.length > 0 && w.leader) {
      // A leader belongs to what it leads from, and takes no room: the white it fills parts columns.
      run.push(i);
    } else if (run.length > 0 && ((w.box[0] - right <= phraseGap * Math.max(size, w.size) && !(phraseGap < Infinity && figuresApart(words[run[run.length - 1]!]!, w))) || clings(words[run[run.length - 1]!]!, w))) {
      run.push(i);
      right = Math.max(right, w.box[2]);
      size = Math.max(size, w.size);
    } else {
      close();
      run = [i]; left = w.box[0]; right = w.box[2]; size = w.size;
    }
  }
  close();
  let top = Infinity, bottom = -Infinity, biggest = 0, baselines = 0, n = 0;
  for (const i of sorted) {
    const w = words[i]!;
    top = Math.min(top, w.box[1]);
    bottom = Math.max(bottom, w.box[3]);
    biggest = Math.max(biggest, w.size);
    baselines += w.baseline; n++;
  }
  return { baseline: baselines / n, top, bottom, size: biggest, left: phrases[0]!.left, right: phrases[phrases.length - 1]!.right, phrases, words: sorted };
}

const CURRENCY = /^[($£€¥-]*[$£€¥][(-]*$/u;
const UNIT = /^(?:%|‰|\)|%\))$/u;
/** A sign of currency set apart from its figure stands at most this many times the size before it; a sign of per cent behind it. */
const CURRENCY_GAP = 7;
const UNIT_GAP = 1.5;

/** Signs that belong to a figure however far apart they are set: "$      1,200", "12  %". */
export function clings(before: Word, after: Word): boolean {
  const gap = after.box[0] - before.box[2];
  return (CURRENCY.test(before.text) && /^[(\d.,–-]/.test(after.text) && gap <= CURRENCY_GAP * after.size)
    || (UNIT.test(after.text) && /\d$/.test(before.text) && gap <= UNIT_GAP * after.size);
}

/** Figures of two columns set close: more white between them than between the thousands of one. Years and figures in a sentence have a comma or a word between them. */
export function figuresApart(before: Word, after: Word): boolean {
  return after.box[0] - before.box[2] > FIGURES_GAP * Math.max(before.size, after.size) && /[\d%)*†‡]$/u.test(before.text) && isFigure(after.text) && isFigure(before.text);
}

/** Indexes of the words whose middle lies in the box. */
export function wordsIn(words: readonly Word[], box: Box, candidates?: readonly number[]): number[] {
  const out: number[] = [];
  const test = (i: number) => {
    const w = words[i]!;
    const x = (w.box[0] + w.box[2]) / 2, y = middleY(w);
    if (x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]) out.push(i);
  };
  if (candidates) for (const i of candidates) test(i); else for (let i = 0; i < words.length; i++) test(i);
  return out;
}

/** Height of the middle of a word's small letters: steadier than the middle of its box, whose ascent differs by font. */
export function middleY(w: Word): number {
  return w.angle === 0 ? Math.min(Math.max(w.baseline - 0.3 * w.size, w.box[1]), w.box[3]) : (w.box[1] + w.box[3]) / 2;
}

/** Reading order within a cell: top to bottom by line, left to right; turned words after the upright ones, in the page's order. */
export function inReadingOrder(words: readonly Word[], indexes: readonly number[]): number[] {
  const upright = indexes.filter((i) => words[i]!.angle === 0);
  const turned = indexes.filter((i) => words[i]!.angle !== 0).sort((a, b) => words[a]!.angle - words[b]!.angle || words[a]!.baseline - words[b]!.baseline
    || along(words[a]!) - along(words[b]!) || a - b);
  return [...linesOf(words, upright).flatMap((l) => l.words), ...turned];
}

const along = (w: Word): number => (w.angle === 270 ? -w.box[3] : w.angle === 90 ? w.box[1] : w.box[0]);

/** Median of a list; 0 for an empty one. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** The cell's text for measuring: lines joined by a space, glued words without. */
export function plainText(words: readonly Word[], indexes: readonly number[]): string {
  let text = '';
  for (const i of inReadingOrder(words, indexes)) {
    const w = words[i]!;
    text += (text === '' || w.glued ? '' : ' ') + w.text;
  }
  return text;
}
