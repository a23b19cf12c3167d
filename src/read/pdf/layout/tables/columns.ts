/**
 * Columns from the text alone: upright strips of white ("rivers") that the lines of a table have in common. Headings that lie over
 * several columns cross a river and do not close it.
 */
import type { Word } from '../words.js';
import { clings, figuresApart, lineOf, median, type Line, type Phrase } from './lines.js';
import { isFigure, isValue, isYear, readsAsValue } from './values.js';

/** A strip of white between two columns. */
export interface River {
  readonly left: number;
  readonly right: number;
  /** Lines with text on both sides next to it. */
  readonly support: number;
  /** Median white between the words on both sides, as a share of the size. */
  readonly gap: number;
}

/** A column as its text has it. */
export interface Column { readonly left: number; readonly right: number }

export interface ColumnOptions {
  /** Least number of lines that have text on both sides of a river. */
  readonly support: number;
  /** Least median white at a river, as a share of the font size. */
  readonly gap: number;
  /** Least clear width of the river over all lines, as a share of the font size. */
  readonly clear: number;
}

/** For regions known to be tables: two lines that agree are enough. The gap is wider than any word space of unjustified text. */
export const IN_TABLE: ColumnOptions = { support: 2, gap: 0.8, clear: 0.3 };
/** Inside a column that has printed sides, only plain evidence parts it further. */
export const IN_PRINTED_COLUMN: ColumnOptions = { support: 3, gap: 1.6, clear: 0.9 };

/**
 * Less white will do between figures that all end at one place and texts that all begin at another: two columns set close ("12.4" and its range, the numbers of
 * rows and their names). As a share of the size; edges agree within so many points, on this share of at least so many lines.
 */
const FLUSH_GAP = 0.5;
const FLUSH = 0.7;
const FLUSH_SHARE = 0.8;
const FLUSH_LINES = 5;
/** Only texts so near, as a share of the size, speak for or against it; figures stand on the left in this share of them. */
const FLUSH_MOST = 1.6;
const FIGURES_SHARE = 0.65;

/** Share of the lines that may cross a river without closing it. */
const CROSSING = 0.1;
/** Words no further apart than this share of the size are one run, which no river passes. */
const SOLID = 0.42;
/** A line is rich, and speaks for columns, when it has this share of the phrases of the richest. */
const RICH = 0.55;
/** Between rivers that only lower heads leave open stands text in this share of the lines. */
const FILLED = 0.7;
/** Heads over several columns have no more than this share of the phrases of the richest line. */
const SPANNING = 0.75;

/** The rivers between the columns of these lines, from left to right. */
export function riversOf(words: readonly Word[], lines: readonly Line[], options: ColumnOptions): River[] {
  const several = lines.filter((l) => l.phrases.length >= 2);
  if (several.length < Math.min(options.support, 2)) return [];
  const counts = several.map((l) => l.phrases.length).sort((a, b) => b - a);
  // The second or third richest: one odd line must not set the measure.
  const most = counts[Math.min(counts.length - 1, counts.length >= 6 ? 2 : 1)]!;
  const candidates = several.filter((l) => l.phrases.length >= Math.max(2, RICH * most));
  let rich = withoutSpanning(words, candidates, SPANNING * most, 0);
  let rivers = rawRivers(words, rich, options, Math.floor(CROSSING * rich.length));
  // Heads of two levels: those of the upper one close the rivers between columns that stand near.
  const lower = rich.length < candidates.length ? rich : withoutSpanning(words, candidates, SPANNING * most, 1);
  if (lower.length < rich.length) {
    const more = rawRivers(words, lower, options, Math.floor(CROSSING * lower.length));
    const filled = (from: number, to: number): boolean => lower.filter((l) => l.words.some((i) => words[i]!.box[0] >= from - 0.5 && words[i]!.box[2] <= to + 0.5)).length >= FILLED * lower.length;
    if (more.length > rivers.length && more.every((r, k) => filled(r.right, more[k + 1]?.left ?? Infinity))) { rich = lower; rivers = more; }
  }
  // Heads set on the middle of two columns stand in the white between them, and part nothing.
  const body = rich[0]?.baseline ?? 0;
  rivers = splitBySparse(words, rivers, several.filter((l) => l.baseline > body && !rich.includes(l)), options);
  rivers = rivers.filter((r) => crossedBy(words, several, r) <= Math.max(Math.floor(CROSSING * several.length), Math.ceil(0.34 * r.support)));
  return withoutTorn(words, rivers, lines).map((r) => clearest(words, lines, r));
}

/**
 * The lines but for heads over several columns: first lines of fewer phrases without a figure, above richer lines that begin with figures behind their name, or
 * do so after `between` lines of heads.
 */
function withoutSpanning(words: readonly Word[], lines: readonly Line[], most: number, between: number): Line[] {
  const isValue = (p: Phrase): boolean => readsAsValue(p.words.map((i) => words[i]!.text));
  let from = 0;
  while (from < lines.length && lines[from]!.phrases.length <= most && !lines[from]!.phrases.some(isValue)) from++;
  const first = lines[from + between];
  return from > 0 && first && lines.length - from > 2 && first.phrases.slice(1).every(isValue) ? lines.slice(from) : [...lines];
}

/** Drops rivers that tear a phrase of one line apart where nothing else stands in the torn-off column: the spaces of a head over short values. */
function withoutTorn(words: readonly Word[], rivers: readonly River[], lines: readonly Line[]): River[] {
  const kept = [...rivers];
  for (let k = 0; k < kept.length;) {
    const river = kept[k]!;
    const end = kept[k + 1]?.left ?? Infinity, start = kept[k - 1]?.right ?? -Infinity;
    const within = (from: number, to: number): Line[] => lines.filter((l) => l.words.some((i) => words[i]!.box[0] >= from - 0.5 && words[i]!.box[2] <= to + 0.5));
    const torn = lines.filter((l) => l.phrases.some((p) => p.left < river.left - 0.5 && p.right > river.right + 0.5));
    const alone = (found: readonly Line[]): boolean => found.length === 1 && torn.includes(found[0]!);
    if (torn.length > 0 && (alone(within(river.right, end)) || alone(within(start, river.left)))) kept.splice(k, 1);
    else k++;
  }
  return kept;
}

/** White within a river that fewer lines cross than its middle is at least this wide, as a share of the size. */
const CLEARER = 0.3;

/**
 * The part of a river that the fewest rows of figures cross: a long name, or a sign of currency on the left of its column, may leave white on one side of the
 * middle only.
 */
function clearest(words: readonly Word[], lines: readonly Line[], river: River): River {
  const events: { x: number; step: number }[] = [];
  for (const line of lines) {
    if (!line.phrases.some((p) => p.left < river.right - 0.5 && p.right > river.left + 0.5)) continue;
    // Heads lie over several columns, and the white between their words tells nothing.
    const end = words[line.words[line.words.length - 1]!]!.text;
    if (line.words.length < 2 || !isValue(end) || isYear(end)) continue;
    for (const [left, right] of solidRuns(words, line)) {
      if (left < river.right - 0.5 && right > river.left + 0.5) events.push({ x: Math.max(left, river.left), step: 1 }, { x: Math.min(right, river.right), step: -1 });
    }
  }
  if (events.length === 0) return river;
  events.push({ x: river.right, step: 0 });
  events.sort((a, b) => a.x - b.x || a.step - b.step);
  const strips: { left: number; right: number; depth: number }[] = [];
  const middle = (river.left + river.right) / 2;
  let depth = 0, from = river.left, atMiddle = 0, least = Infinity;
  for (const e of events) {
    if (e.x > from + 0.01) {
      if (from < middle && e.x >= middle) atMiddle = depth;
      if (e.x - from >= CLEARER * sizeOf(lines)) { strips.push({ left: from, right: e.x, depth }); least = Math.min(least, depth); }
      from = e.x;
    }
    depth += e.step;
  }
  if (least >= atMiddle) return river;
  const best = strips.filter((t) => t.depth === least).reduce((a, b) => (b.right - b.left > a.right - a.left ? b : a));
  return { ...river, left: best.left, right: best.right };
}

const sizeOf = (lines: readonly Line[]): number => median(lines.map((l) => l.size)) || 10;

/** The line's words run together where only a word space parts them: [left, right] of each run. */
export function solidRuns(words: readonly Word[], line: Line): [number, number][] {
  const runs: [number, number][] = [];
  let before: Word | undefined;
  for (const i of line.words) {
    const w = words[i]!;
    if (w.leader) continue;
    const last = runs[runs.length - 1];
    if (last && before && ((w.box[0] - last[1] <= SOLID * w.size && !figuresApart(before, w)) || clings(before, w))) last[1] = Math.max(last[1], w.box[2]);
    else runs.push([w.box[0], w.box[2]]);
    before = w;
  }
  return runs;
}

/** Maximal strips that no more than `tolerated` lines cross, with enough lines on both sides. */
function rawRivers(words: readonly Word[], lines: readonly Line[], options: ColumnOptions, tolerated: number): River[] {
  const size = sizeOf(lines);
  const events: { x: number; step: number }[] = [];
  for (const line of lines) {
    for (const [left, right] of solidRuns(words, line)) events.push({ x: left, step: 1 }, { x: right, step: -1 });
  }
  // Ends before starts at the same place would open empty strips.
  events.sort((a, b) => a.x - b.x || b.step - a.step);
  const rivers: River[] = [];
  let depth = 0, start = -Infinity, open = false;
  for (const e of events) {
    const before = depth;
    depth += e.step;
    if (before > tolerated && depth <= tolerated) { start = e.x; open = true; }
    else if (before <= tolerated && depth > tolerated && open) {
      const river = measure(words, lines, start, e.x, size);
      if (e.x - start >= options.clear * size && river.support >= options.support && (river.gap >= options.gap || (options.gap < 1 && ((river.gap >= FLUSH_GAP && isFlush(words, lines, river)) || areFiguresApart(words, lines, river))))) rivers.push(river);
      open = false;
    }
  }
  return rivers;
}

/** Support and gap of the strip. */
function measure(words: readonly Word[], lines: readonly Line[], left: number, right: number, size: number): River {
  const middle = (left + right) / 2;
  const gaps: number[] = [];
  for (const line of lines) {
    let before = -Infinity, after = Infinity;
    for (const i of line.words) {
      const w = words[i]!;
      if (w.leader) continue;
      const x = (w.box[0] + w.box[2]) / 2;
      if (x < middle) before = Math.max(before, w.box[2]); else after = Math.min(after, w.box[0]);
    }
    if (before > -Infinity && after < Infinity) gaps.push((after - before) / size);
  }
  return { left, right, support: gaps.length, gap: median(gaps) };
}

/** The words of a line nearest to a place, the one left of it and the one right of it, where they stand close. */
function nearOf(words: readonly Word[], line: Line, at: number): readonly [Word, Word] | undefined {
  let before: Word | undefined, after: Word | undefined;
  for (const i of line.words) {
    const w = words[i]!;
    if ((w.box[0] + w.box[2]) / 2 < at) before = w; else after ??= w;
  }
  return !before || !after || after.box[0] - before.box[2] > FLUSH_MOST * before.size ? undefined : [before, after];
}

/** Figures end at one place on the left of the strip, texts begin at one on its right. */
function isFlush(words: readonly Word[], lines: readonly Line[], { left, right }: River): boolean {
  const middle = (left + right) / 2, ends: number[] = [], starts: number[] = [];
  let pairs = 0;
  for (const line of lines) {
    const pair = nearOf(words, line, middle);
    if (!pair) continue;
    const [before, after] = pair;
    pairs++;
    if (!isFigure(before.text)) continue;
    ends.push(before.box[2]);
    starts.push(after.box[0]);
  }
  return ends.length >= FLUSH_LINES && ends.length >= FIGURES_SHARE * pairs && agree(ends) && agree(starts);
}

/** Figures stand near on both sides of the strip, those of each side end at one place, and hardly anything else stands there: columns of figures set close. */
function areFiguresApart(words: readonly Word[], lines: readonly Line[], { left, right }: River): boolean {
  const middle = (left + right) / 2, before: number[] = [], after: number[] = [];
  let near = 0;
  for (const line of lines) {
    const pair = nearOf(words, line, middle);
    if (!pair) continue;
    const [a, b] = pair;
    near++;
    if (!figuresApart(a, b)) continue;
    before.push(a.box[2]);
    after.push(b.box[2]);
  }
  return before.length >= FLUSH_LINES && before.length >= FLUSH_SHARE * near && agree(before) && agree(after);
}

/** Most of the places are one. */
function agree(xs: readonly number[]): boolean {
  const at = median(xs);
  return xs.filter((x) => Math.abs(x - at) <= FLUSH).length >= FLUSH_SHARE * xs.length;
}

/** Columns that only lines with few phrases fill: their phrases stand wholly in a river and part it in two. */
function splitBySparse(words: readonly Word[], rivers: readonly River[], sparse: readonly Line[], options: ColumnOptions): River[] {
  const out: River[] = [];
  for (const river of rivers) {
    const inside: { left: number; right: number; line: Line }[] = [];
    for (const line of sparse) {
      for (const p of line.phrases) {
        if (p.left > river.left + 0.5 && p.right < river.right - 0.5) inside.push({ left: p.left, right: p.right, line });
      }
    }
    const left = Math.min(...inside.map((p) => p.left)), right = Math.max(...inside.map((p) => p.right));
    const lines = new Set(inside.map((p) => p.line)).size;
    const size = sizeOf(sparse.length > 0 ? sparse : []);
    if (lines >= Math.max(2, options.support) && left - river.left >= options.clear * size && river.right - right >= options.clear * size) {
      out.push({ ...river, right: left, support: lines }, { ...river, left: right, support: lines });
    } else {
      out.push(river);
    }
  }
  return out;
}

/** How many lines have a word across the middle of the river. */
function crossedBy(words: readonly Word[], lines: readonly Line[], river: River): number {
  const middle = (river.left + river.right) / 2;
  return lines.filter((l) => l.words.some((i) => !words[i]!.leader && words[i]!.box[0] < middle - 0.5 && words[i]!.box[2] > middle + 0.5)).length;
}

/** Where the text of each column stands, between separators; the strip's own sides where a column has no text of its own. */
export function columnsBetween(words: readonly Word[], lines: readonly Line[], edges: readonly number[]): Column[] {
  const columns: Column[] = [];
  for (let c = 0; c + 1 < edges.length; c++) {
    const from = edges[c]!, to = edges[c + 1]!;
    let left = Infinity, right = -Infinity;
    for (const line of lines) {
      for (const p of line.phrases) {
        if (p.left < from - 2 || p.right > to + 2) continue;
        left = Math.min(left, p.left);
        right = Math.max(right, p.right);
      }
    }
    columns.push(left < right ? { left, right } : { left: from, right: to });
  }
  return columns;
}

/** Parts the phrases of a line at the separators between columns, where the white there is more than a word space. */
export function partAt(words: readonly Word[], line: Line, edges: readonly number[], leastGap: number): Line {
  const parts: number[][] = [];
  for (const phrase of line.phrases) {
    let run: number[] = [phrase.words[0]!];
    for (let k = 1; k < phrase.words.length; k++) {
      const b = words[phrase.words[k]!]!;
      if (b.leader) { run.push(phrase.words[k]!); continue; }
      const solid = run.filter((i) => !words[i]!.leader);
      const a = words[solid[solid.length - 1] ?? run[run.length - 1]!]!;
      const gap = clings(a, b) ? 0 : b.box[0] - a.box[2];
      const parted = edges.some((x) => x > a.box[2] - 1.5 && x < b.box[0] + 1.5 && (a.box[0] + a.box[2]) / 2 < x && (b.box[0] + b.box[2]) / 2 > x);
      if (parted && gap >= leastGap * Math.max(a.size, b.size)) {
        parts.push(run);
        run = [];
      }
      run.push(phrase.words[k]!);
    }
    parts.push(run);
  }
  const phrases = parts.flatMap((p) => lineOf(words, p, Infinity).phrases);
  return { ...line, phrases };
}
