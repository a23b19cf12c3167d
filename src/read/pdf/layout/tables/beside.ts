/** Prose in a narrow column with something else beside it: the lines of both share baselines by chance, and are read apart. */
import type { Word } from '../words.js';
import { median, type Line, type Phrase } from './lines.js';
import { startsLow } from './values.js';

// As shares.
/** The column takes at least and at most so much of the page's width. */
const NARROWEST = 0.22;
const WIDEST = 0.66;
/** A full line of prose reaches this share of its column, and so many lines of it do. */
const FULL = 0.8;
const FULL_LINES = 0.7;
/** This share of its lines begins with a small letter: names of rows begin with capitals. */
const LOW = 0.5;
/** This share of the lines beside it stand at no line of the prose, or at one in the middle of a sentence. */
const APART = 0.6;

/** Texts of rows end so often as a share of the lines beside them. */
const TEXT_EACH = 0.7;

/** Texts of two rows stand so many times as far apart as lines. */
const ROW_APART = 1.2;

/** Prose in a column has at least so many lines, of so many words where they are full. */
const LEAST_LINES = 8;
const LEAST_WORDS = 5;
/** ... and at least so many lines stand beside it, some white away (in points). */
const LEAST_BESIDE = 3;
const WHITE = 8;
/** Lines of one column begin within this many points. */
const SAME_LEFT = 2;

export interface Beside {
  /** The lines from `from` up to `end` stand in two columns, parted at x. */
  readonly from: number;
  readonly end: number;
  readonly x: number;
}

/** Where prose stands beside something else, if it does; `width` is the page's. */
export function proseBeside(words: readonly Word[], lines: readonly Line[], width: number): Beside | undefined {
  return onSide(words, lines, width, 'left') ?? onSide(words, lines, width, 'right');
}

function onSide(words: readonly Word[], lines: readonly Line[], width: number, side: 'left' | 'right'): Beside | undefined {
  const outer = (l: Line): Phrase => l.phrases[side === 'left' ? 0 : l.phrases.length - 1]!;
  const wordy = lines.filter((l) => outer(l).words.length >= LEAST_WORDS && outer(l).right - outer(l).left <= WIDEST * width);
  if (wordy.length < LEAST_LINES) return undefined;
  const left = median(wordy.map((l) => outer(l).left));
  const own = wordy.filter((l) => Math.abs(outer(l).left - left) <= SAME_LEFT);
  if (own.length < LEAST_LINES) return undefined;
  const right = Math.max(...own.map((l) => outer(l).right)), measure = right - left;
  if (measure < NARROWEST * width || own.filter((l) => outer(l).right >= left + FULL * measure).length < FULL_LINES * own.length) return undefined;
  const x = side === 'left' ? right + WHITE / 2 : left - WHITE / 2;
  // As far up and down as nothing lies across.
  let from = lines.indexOf(own[own.length >> 1]!), end = from + 1;
  const clear = (l: Line): boolean => !l.phrases.some((p) => p.left < x && p.right > x);
  while (from > 0 && clear(lines[from - 1]!)) from--;
  while (end < lines.length && clear(lines[end]!)) end++;
  const within = lines.slice(from, end);
  const inProse = (p: Phrase): boolean => (side === 'left' ? p.right < x : p.left > x);
  const prose = within.filter((l) => l.phrases.some(inProse)), beside = within.filter((l) => l.phrases.some((p) => !inProse(p)));
  if (own.filter((l) => within.includes(l)).length < LEAST_LINES || beside.length < LEAST_BESIDE) return undefined;
  if (prose.filter((l) => startsLow(words[l.phrases.find(inProse)!.words[0]!]!.text)).length < LOW * prose.length) return undefined;
  /** A line of the prose begins in the middle of a sentence: the one above it is full, and does not end one. */
  const goesOn = (l: Line): boolean => {
    const phrase = l.phrases.find(inProse)!, above = prose[prose.indexOf(l) - 1]?.phrases.find(inProse);
    if (!above || above.right < left + FULL * measure) return false;
    return phrase.right >= left + FULL * measure && (startsLow(words[phrase.words[0]!]!.text) || !/[.:!?]$/u.test(words[above.words[above.words.length - 1]!]!.text));
  };
  // A long text in each row of a table, with short ones set at its middle: as many texts end as stand beside them.
  const pitches = prose.slice(1).map((l, k) => l.baseline - prose[k]!.baseline), usual = median(pitches);
  const ends = prose.filter((l, k) => l.phrases.find(inProse)!.right < left + FULL * measure || (pitches[k] ?? 0) > ROW_APART * usual).length;
  if (ends >= TEXT_EACH * beside.length) return undefined;
  return beside.filter((l) => !prose.includes(l) || goesOn(l)).length >= APART * beside.length ? { from, end, x } : undefined;
}
