/**
 * Reading order of a page: parts its words, and the tables and boxes among them, into regions that are each read from top to bottom. Pure.
 *
 * A recursive cut after Nagy and Seth's X-Y tree (1984), with white rectangles found between words (Breuel 2002) instead of projections, and strict: columns are
 * cut only where both sides are running text, so that a form, a list of names with their posts or a table without rules is read
 * line by line. Coordinates are PDF points, origin top left, y downwards.
 */
import type { Box } from '../../../paper/locator.js';
import { gapBefore, least, lineText, linesOf, type Line } from './lines.js';
import type { Word } from './words.js';

/** A table or box that stands among the words: read as one thing. */
export interface Island {
  readonly box: Box;
  /** What it is, for the caller. */
  readonly index: number;
}

/** Words and islands that are read from top to bottom. */
export interface Region {
  readonly words: readonly Word[];
  readonly islands: readonly Island[];
  /** It is one column beside others. */
  readonly column: boolean;
  /** The lines of its words, where they were needed to find that out. */
  readonly lines?: readonly Line[];
}

/** The white between two columns is at least so many points wide. */
const GUTTER = 8;
/** A column has at least so many lines, */
const COLUMN_LINES = 4;
/** so many characters a line on average (a narrow newspaper column has 25), */
const COLUMN_CHARACTERS = 17;
/** and is running text: this share of its lines begins with a small letter. */
const RUNNING = 0.3;
/** Two flows of text are independent of each other when this share of the shorter one's lines stands at other heights than the other's. */
const INDEPENDENT = 0.5;
/** Left edges of a column's lines agree within so many points. */
const EDGE = 3;
/** A column is at least so many points wide. */
const NARROWEST = 60;
/** Pages are cut at most so deep: columns of columns are not read by people either. */
const DEEPEST = 6;

/** The regions of a page, in reading order. */
export function regionsOf(words: readonly Word[], islands: readonly Island[], page: number): Region[] {
  const upright = words.filter((w) => w.angle === 0);
  const turned = words.filter((w) => w.angle !== 0);
  const regions = cut(upright, islands, page, 0, false);
  if (turned.length > 0) regions.push({ words: turned, islands: [], column: false });
  return regions;
}

const middle = (box: Box): number => (box[1] + box[3]) / 2;

function cut(words: readonly Word[], islands: readonly Island[], page: number, depth: number, column: boolean): Region[] {
  const lines = depth < DEEPEST && words.length >= COLUMN_LINES * 4 ? linesOf(words, page) : undefined;
  const gutter = lines && gutterOf(lines, words, islands, page);
  if (!gutter) return words.length + islands.length > 0 ? [{ words, islands, column, ...(lines && { lines }) }] : [];
  const { x, top, bottom } = gutter;
  const above = (b: Box): boolean => middle(b) < top, below = (b: Box): boolean => middle(b) > bottom;
  const within = (b: Box): boolean => !above(b) && !below(b);
  const left = (b: Box): boolean => within(b) && (b[0] + b[2]) / 2 < x, right = (b: Box): boolean => within(b) && (b[0] + b[2]) / 2 >= x;
  const part = (of: (b: Box) => boolean, beside: boolean): Region[] => cut(words.filter((w) => of(w.box)), islands.filter((i) => of(i.box)), page, depth + 1, beside);
  if (gutter.notes) {
    // Each note, and what it stands beside.
    const tops = [-Infinity, ...gutter.notes, Infinity];
    const rows = tops.slice(1).map((bottomOf, k) => (b: Box): boolean => middle(b) >= tops[k]! && middle(b) < bottomOf);
    const [side, text] = gutter.notesRight ? [right, left] : [left, right];
    return [...part(above, column), ...rows.flatMap((row) => [...part((b) => side(b) && row(b), true), ...part((b) => text(b) && row(b), true)]), ...part(below, column)];
  }
  return [...part(above, column), ...part(left, true), ...part(right, true), ...part(below, column)];
}

interface Gutter {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** What stands on one side are notes in the margin, each beside its paragraph: where they begin. */
  readonly notes?: readonly number[];
  /** They stand on the right. */
  readonly notesRight?: true;
}

/** The tallest white strip with running text on both sides. */
function gutterOf(lines: readonly Line[], words: readonly Word[], islands: readonly Island[], page: number): Gutter | undefined {
  if (lines.length < COLUMN_LINES) return undefined;
  // Left edges of what follows a wide gap, or stands to the right of everything on its line.
  const starts: number[] = [];
  const edge = least(lines, (l) => l.start);
  for (const l of lines) {
    if (l.start > edge + NARROWEST) starts.push(l.start);
    for (let i = 1; i < l.words.length; i++) if (gapBefore(l, i) >= GUTTER) starts.push(l.words[i]!.box[0]);
  }
  starts.sort((a, b) => a - b);
  let heights: Float64Array | undefined;
  let best: (Gutter & { lines: number }) | undefined;
  for (let i = 0; i < starts.length;) {
    let j = i;
    while (j + 1 < starts.length && starts[j + 1]! - starts[i]! <= EDGE) j++;
    if (j - i + 1 >= COLUMN_LINES) {
      heights ??= Float64Array.from(words, (w) => middle(w.box)).sort();
      const found = strip(starts[i]!, words, heights, islands, page);
      if (found && (!best || found.lines > best.lines)) best = found;
    }
    i = j + 1;
  }
  return best ?? listsBeside(lines);
}

/** Marks that are bullets wherever they stand on a slide or page. */
const BULLET = /^[\u2022\u2023\u25AA\u25A0\u25CF\u25CB\u25E6\u25BA\u00B7\u27A2\u2713\uE000-\uF8FF]$/u;
/** Lines of a list stand no further apart than this many times their size. */
const LIST_PITCH = 4;

/** Two lists with bullets side by side: the white between them, from the first line with both to the last line of either. */
function listsBeside(lines: readonly Line[]): Gutter | undefined {
  const pairs = lines.flatMap((l, at) => {
    const k = l.words.findIndex((w, i) => i > 1 && BULLET.test(w.text) && gapBefore(l, i) >= GUTTER);
    return k > 0 && l.angle === 0 && BULLET.test(l.words[0]!.text) ? [{ at, left: l.start, x: l.words[k]!.box[0] }] : [];
  });
  const first = pairs[0];
  if (!first) return undefined;
  const same = pairs.filter((p) => Math.abs(p.x - first.x) <= EDGE && Math.abs(p.left - first.left) <= EDGE);
  if (same.length < 2) return undefined;
  const x = least(same, (p) => p.x);
  const begin = same[0]!.at;
  let end = begin;
  for (let i = begin + 1; i < lines.length; i++) {
    const l = lines[i]!;
    const crosses = l.words.some((w) => w.box[0] < x - 1 && w.box[2] > x - EDGE);
    const listed = l.start >= first.left - EDGE && (BULLET.test(l.words[0]!.text) || l.start > first.left + EDGE);
    if (crosses || !listed || l.baseline - lines[i - 1]!.baseline > LIST_PITCH * l.size) break;
    end = i;
  }
  return end < same[same.length - 1]!.at ? undefined : { x: x - 1, top: lines[begin]!.box[1] - 1, bottom: lines[end]!.box[3] + 1 };
}

/** How many of the sorted values lie under `limit`, or at it where `through` says so. */
function countUpTo(sorted: Float64Array, limit: number, through: boolean): number {
  let low = 0, high = sorted.length;
  while (low < high) {
    const half = (low + high) >> 1, value = sorted[half]!;
    if (value < limit || (through && value === limit)) low = half + 1; else high = half;
  }
  return low;
}

/** The tallest white strip to the left of `x` that parts two columns. `heights` are the middles of the words, sorted. */
function strip(x: number, words: readonly Word[], heights: Float64Array, islands: readonly Island[], page: number): (Gutter & { lines: number }) | undefined {
  const from = x - GUTTER + 0.5, to = x - 0.5;
  const crossing: Box[] = [];
  for (const { box } of words) if (box[0] < to && box[2] > from) crossing.push(box);
  // The lines of a table reach a little beyond the text that it stands among.
  for (const { box } of islands) if (box[0] < from - GUTTER && box[2] > to) crossing.push(box);
  crossing.sort((a, b) => a[1] - b[1]);
  const stops: [number, number][] = [];
  let reached = -Infinity;
  for (const b of crossing) {
    if (b[1] > reached) stops.push([reached, b[1]]);
    reached = Math.max(reached, b[3]);
  }
  stops.push([reached, Infinity]);
  let best: (Gutter & { lines: number }) | undefined;
  for (const [top, bottom] of stops) {
    // Each line has a word at least.
    if (countUpTo(heights, bottom, false) - countUpTo(heights, top, true) < COLUMN_LINES) continue;
    const inside = words.filter((w) => middle(w.box) > top && middle(w.box) < bottom);
    const before = inside.filter((w) => w.box[2] < x), after = inside.filter((w) => w.box[0] >= x - 1);
    if (before.length < COLUMN_LINES || after.length < COLUMN_LINES) continue;
    const left = linesOf(before, page), right = linesOf(after, page);
    const count = left.length + right.length;
    if (best && best.lines >= count) continue;
    const onLeft = notesBeside(left, right), notes = onLeft ?? notesBeside(right, left);
    if (!notes && !columns(left, right)) continue;
    best = { x: x - 1, top, bottom, lines: count, ...(notes && { notes, ...(!onLeft && { notesRight: true as const }) }) };
  }
  return best;
}

/** Notes in the margin: the column is at most this share as wide as the text, */
const NOTE_WIDTH = 0.45;
/** has at least so many notes, */
const LEAST_NOTES = 2;
/** each of at most so many words, */
const NOTE_WORDS = 12;
/** with at least so many lines of text for each of them on average, */
const NOTE_TEXT = 3;
/** their lines no further apart than this many times their size, */
const NOTE_PITCH = 1.7;
/** and their first baselines within this share of the size of a paragraph's first; */
const NOTE_LEVEL = 0.45;
/** a paragraph has more white above it than this share of its size. */
const PARAGRAPH_WHITE = 1.4;

/** Where notes in the margin begin, each beside the first line of a paragraph; `undefined` where their column is something else (labels of a form, numbers, text). */
function notesBeside(side: readonly Line[], text: readonly Line[]): number[] | undefined {
  if (!running(text)) return undefined;
  const width = (lines: readonly Line[]): number => Math.max(...lines.map((l) => l.end)) - least(lines, (l) => l.start);
  if (width(side) > NOTE_WIDTH * width(text)) return undefined;
  const notes: Line[][] = [];
  for (const l of side) {
    const last = notes.at(-1)?.at(-1);
    if (last && l.baseline - last.baseline <= NOTE_PITCH * l.size) notes.at(-1)!.push(l); else notes.push([l]);
  }
  if (notes.length < LEAST_NOTES || text.length < NOTE_TEXT * notes.length) return undefined;
  const begins = text.filter((l, i) => i === 0 || l.baseline - text[i - 1]!.baseline > PARAGRAPH_WHITE * l.size);
  const beside = notes.every((n) => {
    const words = n.flatMap((l) => l.words.map((w) => w.text));
    return words.length <= NOTE_WORDS && /\p{L}{3}/u.test(words.join(' ')) && !/:$/u.test(words.at(-1)!) && begins.some((l) => Math.abs(l.baseline - n[0]!.baseline) <= NOTE_LEVEL * l.size);
  });
  return beside ? notes.map((n) => n[0]!.box[1] - 0.3 * n[0]!.size) : undefined;
}

/** Strict: both sides are running text, or two flows at different heights of which one is. */
function columns(left: readonly Line[], right: readonly Line[]): boolean {
  if (left.length < COLUMN_LINES || right.length < COLUMN_LINES) return false;
  const l = running(left), r = running(right);
  if (l && r) return true;
  return (l || r) && independent(left, right);
}

function running(lines: readonly Line[]): boolean {
  const texts = lines.map(lineText);
  const characters = texts.reduce((n, t) => n + t.length, 0);
  if (characters < COLUMN_CHARACTERS * lines.length) return false;
  const small = texts.slice(1).filter((t) => /^[("'\u2018\u201C]?\p{Ll}\p{L}*/u.test(t) && !/^(?:o|[a-z]{1,3}[.)])\s/u.test(t)).length;
  return small >= RUNNING * (texts.length - 1);
}

/** Most lines of the shorter side stand at heights where the other side has none. */
function independent(left: readonly Line[], right: readonly Line[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const apart = few.filter((a) => !many.some((b) => Math.abs(a.baseline - b.baseline) < 0.15 * a.size)).length;
  return apart >= INDEPENDENT * few.length;
}
