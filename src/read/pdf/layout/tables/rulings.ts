/**
 * Rulings as they are drawn to rulings as they are meant: near-parallel ones snapped together, pieces joined, doubled rules made one,
 * underlines of text set apart, edges of shading added.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Fill, Ruling } from '../../geometry.js';
import type { Word } from '../words.js';

/** A straight edge of a table. `at` is y of a horizontal one, x of a vertical one. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Drawn as a line, not inferred from shading. */
  readonly drawn: boolean;
}

export interface Edges {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
}

// All in points.
/** Parallel rulings nearer than this are one: cells that each draw their own border, double rules. */
const SNAP = 2.6;
/** ... and so chained together they spread no further than this. */
const SNAP_SPREAD = 4.5;
/** Collinear pieces with a gap up to this are one ruling: dashes, corners that do not meet. */
const JOIN = 4;
/** Shorter edges, once joined, are ticks and serifs. */
const SHORTEST_HORIZONTAL = 7;
const SHORTEST_VERTICAL = 5;
/** An underline lies at most this far below the baseline of its text, as a share of the size. */
const UNDERLINE_DROP = 0.32;
/** ... and ends at most this far from the ends of the text, in points, and as a share of the size: sides of cells stand near small print. */
const UNDERLINE_OVERHANG = 2.5;
const UNDERLINE_OVERHANG_SHARE = 0.25;
/** Words under which one underline runs are at most this share of the size apart. */
const UNDERLINE_GAP = 0.9;
/** Pieces at one height that abut within this are one line: the sides of cells, each drawn by its own. */
const ABUTS = 1;
const SAME_LINE = 0.5;
/** Shading smaller than this in either direction is a bullet or a tick. */
const SHADE_LEAST = 6;

/** Snaps and joins the rulings of one direction. */
export function straighten(edges: readonly Edge[], shortest: number): Edge[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from || a.to - b.to);
  const out: Edge[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.at - sorted[j - 1]!.at <= SNAP && sorted[j]!.at - sorted[i]!.at <= SNAP_SPREAD) j++;
    const group = sorted.slice(i, j);
    out.push(...joinPieces(group));
    i = j;
  }
  return out.filter((e) => e.to - e.from >= shortest);
}

/** Joins the pieces of one snapped group; each joined edge stands at the mean of its own pieces, weighted by length. */
function joinPieces(group: readonly Edge[]): Edge[] {
  const byStart = [...group].sort((a, b) => a.from - b.from || a.to - b.to || a.at - b.at);
  const out: Edge[] = [];
  let from = 0, to = 0, weight = 0, sum = 0, drawn = false, open = false;
  const close = () => { if (open) out.push({ at: sum / weight, from, to, drawn }); };
  for (const e of byStart) {
    // Drawn lines say better where an edge is than shading does.
    const length = Math.max(0.1, e.to - e.from) * (e.drawn ? 20 : 1);
    if (open && e.from - to <= JOIN) {
      to = Math.max(to, e.to);
    } else {
      close();
      open = true; from = e.from; to = e.to; weight = 0; sum = 0; drawn = false;
    }
    weight += length; sum += e.at * length; drawn ||= e.drawn;
  }
  close();
  return out;
}

/** Upright words by the height of their baselines, for looking up those near a ruling. */
export interface WordsByBaseline {
  readonly largest: number;
  between(from: number, to: number): Word[];
}

export function byBaseline(words: readonly Word[]): WordsByBaseline {
  const sorted = words.filter((w) => w.angle === 0).sort((a, b) => a.baseline - b.baseline);
  const largest = sorted.reduce((most, w) => Math.max(most, w.size), 0);
  return {
    largest,
    between(from, to) {
      let low = 0, high = sorted.length;
      while (low < high) { const middle = (low + high) >> 1; if (sorted[middle]!.baseline < from) low = middle + 1; else high = middle; }
      let end = low;
      while (end < sorted.length && sorted[end]!.baseline <= to) end++;
      return sorted.slice(low, end);
    },
  };
}

/** True where a horizontal ruling only underlines (or strikes) the text above it: text without wide gaps runs along all of it. */
export function isUnderline(ruling: Ruling, words: WordsByBaseline): boolean {
  if (ruling.direction !== 'horizontal') return false;
  const above: Word[] = [];
  for (const w of words.between(ruling.at - UNDERLINE_DROP * words.largest, ruling.at + 0.5 * words.largest)) {
    const drop = ruling.at - w.baseline;
    if (drop < -0.5 * w.size || drop > UNDERLINE_DROP * w.size) continue;
    if (w.box[2] < ruling.from - UNDERLINE_OVERHANG || w.box[0] > ruling.to + UNDERLINE_OVERHANG) continue;
    above.push(w);
  }
  if (above.length === 0) return false;
  above.sort((a, b) => a.box[0] - b.box[0]);
  let reached = above[0]!.box[0];
  const overhang = Math.min(UNDERLINE_OVERHANG, UNDERLINE_OVERHANG_SHARE * above[0]!.size);
  if (ruling.from < reached - overhang) return false;
  for (const w of above) {
    if (w.box[0] - reached > UNDERLINE_GAP * w.size) return false;
    reached = Math.max(reached, w.box[2]);
  }
  return ruling.to <= reached + overhang;
}

/** Slices of a gradient or hatching are no thicker than this, in points, abut within SLICE_GAP and come at least this many at once. */
const SLICE_THICKNESS = 8;
const SLICE_GAP = 0.7;
const SLICES = 4;
/** Where at least this share of the slices hold a word each, as high as the word, they are the shaded rows of a table in small print. */
const ROWS_OF_TEXT = 0.5;

interface Slice { readonly from: number; readonly to: number; readonly near: number; readonly far: number; readonly ruling?: Ruling }

/** Shaded rows of small print: text as high as the shading stands in them. */
function areRows(run: readonly Slice[], words: WordsByBaseline): boolean {
  const shaded = run.filter((s) => !s.ruling);
  const held = shaded.filter((s) => words.between(s.near, s.far).some((w) => w.size <= 1.1 * (s.far - s.near) && w.box[0] >= s.from - 1 && w.box[2] <= s.to + 1));
  return shaded.length > 0 && held.length >= ROWS_OF_TEXT * shaded.length;
}

/** The rulings that are slices of a gradient: same ends, one directly on the other, many of them. */
export function gradientSlices(rulings: readonly Ruling[], fills: readonly Fill[], words?: WordsByBaseline): Set<Ruling> {
  const out = new Set<Ruling>();
  for (const direction of ['horizontal', 'vertical'] as const) {
    const slices: Slice[] = rulings.filter((r) => r.direction === direction)
      .map((r) => ({ from: r.from, to: r.to, near: r.at - r.thickness / 2, far: r.at + r.thickness / 2, ruling: r }));
    const k = direction === 'horizontal' ? 0 : 1;
    for (const { box } of fills) if (box[3 - k]! - box[1 - k]! <= SLICE_THICKNESS) slices.push({ from: box[k]!, to: box[k + 2]!, near: box[1 - k]!, far: box[3 - k]! });
    const byEnds = new Map<string, typeof slices>();
    for (const s of slices) {
      const key = `${Math.round(s.from)} ${Math.round(s.to)}`;
      const list = byEnds.get(key);
      if (list) list.push(s); else byEnds.set(key, [s]);
    }
    for (const list of byEnds.values()) {
      if (list.length < SLICES) continue;
      list.sort((a, b) => a.near - b.near || a.far - b.far);
      for (let i = 0; i < list.length;) {
        let j = i + 1;
        let far = list[i]!.far;
        while (j < list.length && list[j]!.near - far <= SLICE_GAP && list[j]!.near - list[j - 1]!.near > 0.05) { far = Math.max(far, list[j]!.far); j++; }
        const run = list.slice(i, j);
        if (run.length >= SLICES && !(direction === 'horizontal' && words && areRows(run, words))) for (const s of run) if (s.ruling) out.add(s.ruling);
        i = j;
      }
    }
  }
  return out;
}

/**
 * For each horizontal ruling that abuts on others at its height the line that they make together: the side of a cell may run under its text and no further,
 * as an underline does, but goes on in the cells beside it.
 */
function wholeLines(rulings: readonly Ruling[]): Map<Ruling, Ruling> {
  const sorted = rulings.filter((r) => r.direction === 'horizontal').sort((a, b) => a.at - b.at);
  const out = new Map<Ruling, Ruling>();
  for (let i = 0; i < sorted.length;) {
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.at - sorted[i]!.at <= SAME_LINE) j++;
    const level = j - i < 2 ? [] : sorted.slice(i, j).sort((a, b) => a.from - b.from);
    for (let k = 0; k < level.length;) {
      let end = k + 1, to = level[k]!.to;
      while (end < level.length && level[end]!.from - to <= ABUTS) to = Math.max(to, level[end++]!.to);
      if (end - k > 1) for (const r of level.slice(k, end)) out.set(r, { ...r, from: level[k]!.from, to });
      k = end;
    }
    i = j;
  }
  return out;
}

/** The edges of a page's rulings, underlines and gradients left out. */
export function edgesOf(rulings: readonly Ruling[], words: readonly Word[], fills: readonly Fill[] = []): Edges {
  const index = byBaseline(words);
  const slices = gradientSlices(rulings, fills, index);
  const whole = wholeLines(rulings);
  const kept = rulings.filter((r) => !slices.has(r) && !isUnderline(whole.get(r) ?? r, index));
  const ofDirection = (direction: Ruling['direction']): Edge[] =>
    kept.filter((r) => r.direction === direction).map((r) => ({ at: r.at, from: r.from, to: r.to, drawn: true }));
  return {
    horizontal: straighten(ofDirection('horizontal'), SHORTEST_HORIZONTAL),
    vertical: straighten(ofDirection('vertical'), SHORTEST_VERTICAL),
  };
}

/** Shaded areas that can shade cells: neither specks nor the whole page. */
export function shadings(fills: readonly Fill[], width: number, height: number): Box[] {
  return fills
    .filter((f) => f.box[2] - f.box[0] >= SHADE_LEAST && f.box[3] - f.box[1] >= SHADE_LEAST
      && !((f.box[2] - f.box[0]) > 0.9 * width && (f.box[3] - f.box[1]) > 0.5 * height))
    .map((f) => f.box);
}

/** The four edges of each shaded area. */
export function shadingEdges(boxes: readonly Box[]): { horizontal: Edge[]; vertical: Edge[] } {
  const horizontal: Edge[] = [], vertical: Edge[] = [];
  for (const [left, top, right, bottom] of boxes) {
    horizontal.push({ at: top, from: left, to: right, drawn: false }, { at: bottom, from: left, to: right, drawn: false });
    vertical.push({ at: left, from: top, to: bottom, drawn: false }, { at: right, from: top, to: bottom, drawn: false });
  }
  return { horizontal, vertical };
}
