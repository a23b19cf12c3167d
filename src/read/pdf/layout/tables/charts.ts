/**
 * Charts drawn with lines and text: their axes give them away. An axis is a run of figures in even steps at even distances, highest
 * figure on top (upright axis) or under what it measures (level axis). Tables do not count down evenly from row to row.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Fill } from '../../geometry.js';
import type { Word } from '../words.js';
import { linesOf, median, type Line } from './lines.js';
import { numbersColumns, readsAsValue } from './values.js';
import type { Edges } from './rulings.js';
import type { FoundTable } from './types.js';

export interface Axis { readonly upright: boolean; readonly ticks: number; readonly box: Box }

/** Axes of small charts that are drawn to one scale end within this many points of one another; so near to its axis a chart goes on. */
const SAME_SCALE = 2;

/** An axis has at least this many figures. */
const LEAST_TICKS = 4;
/** An axis with so many is one where another of the same scale stands beside or under it: small charts in a grid. */
const SMALL_TICKS = 3;
/** A level axis that counts by one has at least this many: fewer may be the numbers of a table's columns. */
const LEAST_COUNT = 5;
/** Distances between its figures differ by no more than this share. */
const EVEN = 0.12;
/** Figures of an upright axis are aligned within this many points. */
const ALIGNED = 2.5;

const TICK = /^[-–−+]?[£$€]?\d[\d.,]*\s?[%kKmM]?$/u;
const valueOf = (text: string): number | undefined => {
  if (!TICK.test(text)) return undefined;
  const digits = text.replace(/[£$€%kKmM\s]/gu, '').replace(/[–−]/g, '-').replace(/,(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const n = Number(digits);
  return Number.isFinite(n) ? n : undefined;
};

/** Starts and ends of the stretches of steps that are even in value and distance: charts under one another have their axes in one column. */
function evenRuns(points: readonly { readonly value: number; readonly at: number }[], least: number, accept: (step: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const step = points[i + 1]!.value - points[i]!.value, distance = points[i + 1]!.at - points[i]!.at;
    if (!accept(step) || distance <= 0) continue;
    let j = i + 1;
    while (j + 1 < points.length
      && Math.abs(points[j + 1]!.value - points[j]!.value - step) <= 0.02 * Math.abs(step)
      && Math.abs(points[j + 1]!.at - points[j]!.at - distance) <= EVEN * distance) j++;
    // Figures that go on at the same distance, but not in the same steps, are a column that happens to count evenly for a while.
    const goesOn = (a: number, b: number): boolean => a >= 0 && b < points.length && Math.abs(points[b]!.at - points[a]!.at - distance) <= 2 * EVEN * distance;
    // The same scale over again is that of the next chart.
    const before = points[i - 1]?.value !== points[j]!.value && goesOn(i - 1, i), after = points[j + 1]?.value !== points[i]!.value && goesOn(j, j + 1);
    if (j - i + 1 >= least && !before && !after) { runs.push([i, j]); i = j; }
  }
  return runs;
}

/** Bars of one chart: at least so many, this share of them of lengths of their own ... */
const LEAST_BARS = 3;
const DIFFERENT = 0.6;
/** ... begun within this many points of one line, equally thick within this, with white between them; the longest longer than the shortest by this. */
const BAR_START = 1;
const BAR_THICKNESS = 1;
const BAR_LENGTHS = 4;
/** Bars further apart than this many times their thickness belong to two charts. */
const BAR_APART = 2.5;
/** A bar is no thicker than this, in points: the areas of a page are. */
const BAR_THICKEST = 48;

/**
 * The line on which the bars of a chart stand, as an axis of it: shaded areas of different lengths that begin at one line, equally thick and set apart. Shaded
 * cells and rows are as long as their columns, and abut.
 */
export function barsOf(fills: readonly Fill[]): Axis[] {
  const axes: Axis[] = [];
  for (const upright of [true, false]) {
    // Bars that grow to the right begin at their left side, those that grow upwards at their bottom.
    const start = upright ? 0 : 3, end = upright ? 2 : 1, near = upright ? 1 : 0, far = upright ? 3 : 2;
    const own = fills.map((f) => f.box).filter((b) => b[far] - b[near] <= BAR_THICKEST && b[far] - b[near] > BAR_THICKNESS).sort((a, b) => a[start] - b[start] || a[near] - b[near]);
    for (let i = 0; i < own.length;) {
      let j = i + 1;
      while (j < own.length && own[j]![start] - own[i]![start] <= BAR_START) j++;
      const level = own.slice(i, j).sort((a, b) => a[near] - b[near]);
      i = j;
      for (let k = 0; k < level.length;) {
        let n = k + 1;
        while (n < level.length && level[n]![near] - level[n - 1]![far] <= BAR_APART * (level[k]![far] - level[k]![near])) n++;
        const bars = level.slice(k, n), first = bars[0]!, last = bars[bars.length - 1]!;
        k = n;
        if (areBars(bars.map((b) => ({ from: b[near], to: b[far], length: Math.abs(b[end] - b[start]) })))) {
          axes.push({ upright, ticks: bars.length, box: upright ? [first[0], first[1], first[0], last[3]] : [first[0], first[3], last[2], first[3]] });
        }
      }
    }
  }
  return axes;
}

/** Equally thick, set apart, of different lengths. */
function areBars(bars: readonly { readonly from: number; readonly to: number; readonly length: number }[]): boolean {
  if (bars.length < LEAST_BARS) return false;
  const thickness = median(bars.map((b) => b.to - b.from)), lengths = bars.map((b) => b.length).sort((a, b) => a - b);
  return bars.every((b, k) => Math.abs(b.to - b.from - thickness) <= BAR_THICKNESS && (k === 0 || b.from - bars[k - 1]!.to > BAR_THICKNESS / 2))
    && lengths.filter((l, k) => k === 0 || l - lengths[k - 1]! > BAR_THICKNESS / 2).length >= Math.max(LEAST_BARS, DIFFERENT * bars.length) && lengths[lengths.length - 1]! - lengths[0]! >= BAR_LENGTHS;
}

/** The axes of charts on a page. */
export function axesOf(words: readonly Word[]): Axis[] {
  const ticks: { word: Word; value: number }[] = [];
  for (const word of words) {
    const value = word.angle === 0 ? valueOf(word.text) : undefined;
    if (value !== undefined) ticks.push({ word, value });
  }
  const axes: Axis[] = [], small: { axis: Axis; scale: string }[] = [];
  for (const side of [0, 2] as const) {
    const sorted = [...ticks].sort((a, b) => a.word.box[side] - b.word.box[side]);
    for (let i = 0; i < sorted.length;) {
      let j = i + 1;
      while (j < sorted.length && sorted[j]!.word.box[side] - sorted[i]!.word.box[side] <= ALIGNED) j++;
      const column = sorted.slice(i, j).sort((a, b) => a.word.baseline - b.word.baseline);
      if (column.length >= SMALL_TICKS) {
        for (const run of evenRuns(column.map((t) => ({ value: t.value, at: t.word.baseline })), SMALL_TICKS, (step) => step < 0 && step !== -1)) {
          const ticks = column.slice(run[0], run[1] + 1), own = ticks.map((t) => t.word.box);
          const axis: Axis = { upright: true, ticks: own.length, box: [Math.min(...own.map((b) => b[0])), own[0]![1], Math.max(...own.map((b) => b[2])), own[own.length - 1]![3]] };
          if (own.length >= LEAST_TICKS) axes.push(axis); else if (isRound(ticks[0]!.value, ticks[1]!.value) && !areNamed(ticks.map((t) => t.word), words)) small.push({ axis, scale: ticks.map((t) => t.value).join(' ') });
        }
      }
      i = j;
    }
  }
  for (const { axis, scale } of small) if (small.some((o) => o.scale === scale && isTwin(o.axis, axis))) axes.push(axis);
  if (ticks.length < LEAST_TICKS) return axes;
  const lines = linesOf(words, words.map((_, i) => i));
  for (const [n, line] of lines.entries()) {
    const points = line.words.map((i) => ({ word: words[i]!, value: valueOf(words[i]!.text) ?? NaN, at: (words[i]!.box[0] + words[i]!.box[2]) / 2 })).filter((p) => !Number.isNaN(p.value));
    if (points.length < LEAST_TICKS) continue;
    const years = points.every((p) => p.value >= 1900 && p.value <= 2100);
    if (years || overFigures(words, lines, n)) continue;
    for (const run of [...evenRuns(points, LEAST_TICKS, (step) => step > 0 && step !== 1), ...evenRuns(points, LEAST_COUNT, (step) => step === 1)]) {
      const own = points.slice(run[0], run[1] + 1).map((p) => p.word.box);
      axes.push({ upright: false, ticks: own.length, box: [own[0]![0], Math.min(...own.map((b) => b[1])), own[own.length - 1]![2], Math.max(...own.map((b) => b[3]))] });
    }
  }
  return axes;
}

/** Below the numbers of columns, within so many lines, figures stand under this share of them. */
const FIGURES_WITHIN = 4;
const FIGURES_UNDER = 0.6;

/** A line counts the columns of a table from 1 or 2 on: figures stand below it, under most of the numbers. Below an axis stands nothing. */
function overFigures(words: readonly Word[], lines: readonly Line[], n: number): boolean {
  const line = lines[n]!;
  if (!numbersColumns(line.phrases.map((p) => p.words.map((i) => words[i]!.text)))) return false;
  const near = lines.slice(n + 1, n + 1 + FIGURES_WITHIN).flatMap((l) => l.words.map((i) => words[i]!)).filter((w) => readsAsValue([w.text]));
  const under = line.phrases.filter((p) => near.some((w) => w.box[0] < p.right + p.size && w.box[2] > p.left - p.size));
  return under.length >= FIGURES_UNDER * line.phrases.length;
}

/** An upright axis stands at most this far beside what it measures, a level one this far under it, in points. */
const BESIDE = 45;
const UNDER = 30;
/** A level axis of this many figures is one wherever it stands: columns of a table are not as even. */
const MANY_TICKS = 8;
/** It measures this share of its height or width. */
const MEASURES = 0.35;

/** An axis that reaches beyond the area runs along this share of its height or width. */
const ALONG = 0.7;

/** True where the area is measured by an axis. */
export function hasAxis(box: Box, axes: readonly Axis[]): boolean {
  const [left, top, right, bottom] = box;
  return axes.some((a) => {
    const [l, t, r, b] = a.box;
    if (a.upright) {
      const along = Math.min(b, bottom + 8) - Math.max(t, top - 8);
      return r > left - BESIDE && l < right + BESIDE && (along >= 0.9 * (b - t) ? b - t >= MEASURES * (bottom - top) : along >= ALONG * (bottom - top));
    }
    // Right under the line on which bars stand are the names of the bars.
    const under = a.ticks >= MANY_TICKS ? b > top - SAME_SCALE : t > top + 0.55 * (bottom - top);
    const along = Math.min(r, right + 8) - Math.max(l, left - 8);
    return under && b < bottom + UNDER && (along >= 0.9 * (r - l) ? r - l >= MEASURES * (right - left) : along >= ALONG * (right - left));
  });
}

/** A scale counts in steps of its own figures: "100, 50, 0", not "88, 79, 70". */
const isRound = (first: number, second: number): boolean => Math.abs(Math.round(first / (first - second)) - first / (first - second)) < 0.01;

/** Figures of one line stand on one baseline, within this many points. */
const ON_A_LINE = 1;

/** True where each figure has words on its line to the left: what it is a figure of, in a row of a table. Beside an axis stands nothing. */
const areNamed = (figures: readonly Word[], words: readonly Word[]): boolean =>
  figures.every((f) => words.some((w) => w.angle === 0 && w.box[2] < f.box[0] && Math.abs(w.baseline - f.baseline) <= ON_A_LINE && /\p{L}/u.test(w.text)));

/** Two axes of one scale, beside or over one another. */
function isTwin(a: Axis, b: Axis): boolean {
  if (a === b || a.ticks !== b.ticks || Math.abs((a.box[3] - a.box[1]) - (b.box[3] - b.box[1])) > SAME_SCALE) return false;
  return Math.abs(a.box[1] - b.box[1]) <= SAME_SCALE ? Math.abs(a.box[0] - b.box[0]) > BESIDE : Math.abs(a.box[2] - b.box[2]) <= ALIGNED && Math.min(a.box[3], b.box[3]) < Math.max(a.box[1], b.box[1]);
}

/** True where several upright axes of one scale stand in the area: small charts in a grid. */
export function hasPanels([left, top, right, bottom]: Box, axes: readonly Axis[]): boolean {
  const own = axes.filter((a) => a.upright && a.ticks >= SMALL_TICKS && a.box[2] > left - BESIDE && a.box[0] < right && a.box[3] > top && a.box[1] < bottom);
  return own.some((a, k) => own.slice(k + 1).some((b) => isTwin(a, b)));
}

/** True for a word of a chart: a figure of an axis, or what stands right of an upright axis at its height. */
export function inChart(w: Word, axes: readonly Axis[]): boolean {
  const [left, top, right, bottom] = w.box;
  return axes.some((a) => (a.upright
    ? left >= a.box[0] - 2 && bottom > a.box[1] && top < a.box[3]
    : left >= a.box[0] - 2 && right <= a.box[2] + 2 && bottom > a.box[1] && top < a.box[3]));
}

/** Share of a grid's words that a drawn line runs through: grid lines of a chart pass behind bars and labels, a table's never do. */
export function crossedShare(words: readonly Word[], inside: readonly number[], edges: Edges): number {
  if (inside.length === 0) return 0;
  let crossed = 0;
  for (const i of inside) {
    const w = words[i]!;
    if (w.angle !== 0) continue;
    const inset = Math.min(2, (w.box[2] - w.box[0]) * 0.25);
    const upper = w.baseline - 0.5 * w.size, lower = w.baseline - 0.15 * w.size;
    const through = edges.vertical.some((e) => e.drawn && e.at > w.box[0] + inset && e.at < w.box[2] - inset && e.from < upper && e.to > lower)
      || edges.horizontal.some((e) => e.drawn && e.at > upper && e.at < lower && e.from < w.box[0] + inset && e.to > w.box[2] - inset);
    if (through) crossed++;
  }
  return crossed / inside.length;
}

/** Text within a column is aligned within this many points. */
const ALIGN = 3;

/** Share of the texts of a table's columns that keep to their column's common left edge, right edge or middle; 1 where columns are short. */
export function alignment(words: readonly Word[], table: FoundTable): number {
  let aligned = 0, all = 0;
  for (let c = 0; c < table.columns; c++) {
    const own = table.cells.filter((x) => x.column === c && x.columnSpan === 1 && x.words.length > 0 && x.row >= table.headerRows)
      .map((x) => ({ left: Math.min(...x.words.map((i) => words[i]!.box[0])), right: Math.max(...x.words.map((i) => words[i]!.box[2])), value: readsAsValue(x.words.map((i) => words[i]!.text)) }));
    if (own.length < 3) continue;
    const share = (at: (x: { left: number; right: number }) => number): number => {
      const middle = median(own.map(at));
      return own.filter((x) => Math.abs(at(x) - middle) <= ALIGN).length;
    };
    aligned += Math.max(share((x) => x.left), share((x) => x.right), share((x) => (x.left + x.right) / 2));
    all += own.length;
  }
  return all === 0 ? 1 : aligned / all;
}
