/**
 * Glyphs to words: grouped by baseline and by the gaps between them, never by the order in which they were drawn.
 *
 * All coordinates are PDF points, origin top left, y downwards. Text that is turned is measured in its own frame, in which
 * it reads from left to right.
 */
import { hasLetterOrDigit } from '../../../paper/characters.js';
import type { Box } from '../../../paper/locator.js';
import type { Glyph, Ruling } from '../geometry.js';
import { markShortLeaders, NO_BARS, typedBars } from './typed-marks.js';
import { joinTracked } from './tracked.js';

export interface Word {
  readonly text: string;
  readonly box: Box;
  /** y of the baseline of its line. A superscript or subscript has the baseline of the word that it hangs on. For turned text: in the frame of the text. */
  readonly baseline: number;
  /** Size of most of its glyphs in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** 0xRRGGBB */
  readonly colour: number;
  readonly font: string;
  /** Whole degrees clockwise as seen on the page, 0 to 359. */
  readonly angle: number;
  /** Indexes into the page's glyphs in reading order; the doubles of a fake bold stand beside their twins. */
  readonly glyphs: readonly number[];
  /** Least drawing order of its glyphs. */
  readonly order: number;
  /** No white space stands between it and the word before it on its line: "th" after "19", a comma after a superscript. */
  readonly glued?: true;
  readonly superscript?: true;
  readonly subscript?: true;
  /** A row of dots or underscores that leads the eye across ("Total ........ 12"). */
  readonly leader?: true;
  /** Most of its glyphs are marked as artifacts. */
  readonly artifact?: true;
  /** Marked-content id of its first glyph that has one. */
  readonly mcid?: number;
}

export interface WordOptions {
  /** Which glyphs count; all that can be seen where it is absent. */
  readonly include?: (glyph: Glyph, index: number) => boolean;
  /** Rulings; vertical ones that stand between two glyphs part the word there. */
  readonly rulings?: readonly Ruling[];
}

// Shares of the font size. A space in common text fonts is 0.25 em or more, justified text squeezes it to about 0.17; kerning and
// tracking within a word stay under 0.12.
const WORD_GAP = 0.17;
/** Of slanted glyphs only the middle is known, and a box of half the size is laid around it: a wide capital reaches this much further. */
const SLANTED_GAP = 0.6;
/** A space character that was drawn counts only where the glyphs do not overlap by more than this. */
const SPACE_OVERLAP = 0.2;
/** Baselines that differ by less than this many points are one line. */
const BASELINE_JITTER = 0.35;
/** Baselines chained together by jitter spread no further than this share of the size. */
const BASELINE_SPREAD = 0.2;
/** The twin of a fake bold stands nearer than this share of the size. */
const DOUBLE_SHIFT = 0.12;
/** Letter-spaced words: at least this many single letters, parted by gaps of at most this share of the size ... */
const SPACED_LETTERS = 4;
const SPACED_GAP = 0.85;
/** ... that are alike: a gap wider than this many times the narrower ones parts two words. */
const SPACED_UNLIKE = 1.55;
/** A superscript is at most this share of the size of its neighbour, and raised (lowered) by this share of it. */
const SCRIPT_SIZE = 0.86;
const RAISED_LEAST = 0.12;
const RAISED_MOST = 0.75;
const LOWERED_LEAST = 0.05;
const LOWERED_MOST = 0.35;
/** It stands at most this share of the size away from the word it hangs on. */
const SCRIPT_GAP = 0.22;
/** A mark of a note ("1", "a", "**") may have a word space before it: this share of the size. Only so few characters make a mark. */
const MARK_GAP = 0.45;
const MARK_LENGTH = 3;

/** From this many dots (or underscores) on they are a leader, a word of its own. */
const LEADER_DOTS = 4;
const DOT = /^[.\u2026_\u00b7\u2024]$/u;

const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const LETTER = /^\p{L}$/u;

/** A word under construction: glyphs in the frame of the text. */
interface Draft {
  readonly glyphs: number[];
  left: number; right: number; top: number; bottom: number;
  baseline: number;
  size: number;
  /** The printed text has white space, or a gap as wide, before it. */
  spaced: boolean;
  glued?: true;
  superscript?: true;
  subscript?: true;
}

/**
 * Boxes of a page's glyphs in the frame of the text, five numbers a glyph: left, top, right, bottom, baseline. One array for all, since a page has
 * thousands of glyphs and each is looked at many times.
 */
type Places = Float64Array;
const PLACE = 5;
const LEFT = 0, TOP = 1, RIGHT = 2, BOTTOM = 3, BASELINE = 4;

/** Places of the glyphs named in the frame of text that runs at `angle`. */
function placesOf(glyphs: readonly Glyph[], indexes: readonly number[], angle: number): Places {
  const places = new Float64Array(glyphs.length * PLACE);
  const turn = (angle * Math.PI) / 180, cos = Math.cos(turn), sin = Math.sin(turn);
  for (let k = 0; k < indexes.length; k++) {
    const i = indexes[k]!;
    const g = glyphs[i]!;
    const [l, t, r, b] = g.box;
    let left: number, top: number, right: number, bottom: number, baseline: number;
    switch (angle) {
      case 0: left = l; top = t; right = r; bottom = b; baseline = g.baseline; break;
      case 90: left = t; top = -r; right = b; bottom = -l; baseline = -l - 0.2 * g.size; break;
      case 180: left = -r; top = -b; right = -l; bottom = -t; baseline = -g.baseline; break;
      case 270: left = -b; top = l; right = -t; bottom = r; baseline = r - 0.2 * g.size; break;
      default: {
        const x = (l + r) / 2, y = (t + b) / 2;
        const along = x * cos + y * sin, down = -x * sin + y * cos, half = g.size * 0.25;
        left = along - half; top = down - g.size / 2; right = along + half; bottom = down + g.size / 2; baseline = down + g.size * 0.3;
      }
    }
    const at = i * PLACE;
    places[at + LEFT] = left; places[at + TOP] = top; places[at + RIGHT] = right; places[at + BOTTOM] = bottom; places[at + BASELINE] = baseline;
  }
  return places;
}

/**
 * The words of a page, from top to bottom and left to right of their own frames, upright text first. Unseen glyphs are left out
 * unless `include` asks for them. The result does not depend on the order of the glyphs (but for the indexes in it).
 */
export function wordsOf(glyphs: readonly Glyph[], options: WordOptions = {}): Word[] {
  const include = options.include ?? ((g: Glyph) => g.unseen === undefined);
  const byAngle = new Map<number, number[]>();
  for (let i = 0; i < glyphs.length; i++) {
    const g = glyphs[i]!;
    if (!include(g, i)) continue;
    const angle = ((Math.round(g.angle) % 360) + 360) % 360;
    const list = byAngle.get(angle);
    if (list) list.push(i); else byAngle.set(angle, [i]);
  }
  const words: Word[] = [];
  for (const [angle, indexes] of [...byAngle].sort((a, b) => a[0] - b[0])) {
    const walls = angle === 0 ? (options.rulings ?? []).filter((r) => r.direction === 'vertical') : [];
    for (const word of wordsInFrame(glyphs, indexes, angle, walls)) words.push(word);
  }
  markShortLeaders(words);
  return words;
}

function wordsInFrame(glyphs: readonly Glyph[], indexes: readonly number[], angle: number, walls: readonly Ruling[]): Word[] {
  const places = placesOf(glyphs, indexes, angle);
  const bars = angle === 0 ? typedBars(glyphs, indexes) : NO_BARS;
  const byBaseline = [...indexes].sort((a, b) => places[a * PLACE + BASELINE]! - places[b * PLACE + BASELINE]! || places[a * PLACE]! - places[b * PLACE]! || compareText(glyphs[a]!.text, glyphs[b]!.text));
  const drafts: Draft[] = [];
  for (const line of baselines(byBaseline, places, glyphs)) {
    for (const draft of partLine(glyphs, line, places, walls, bars)) drafts.push(draft);
  }
  hangScripts(drafts);
  drafts.sort((a, b) => a.baseline - b.baseline || a.left - b.left || a.right - b.right);
  return drafts.map((d) => finish(glyphs, d, angle));
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Runs of items whose baselines differ by jitter only. Items come sorted by baseline. */
function baselines(sorted: readonly number[], places: Places, glyphs: readonly Glyph[]): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  let start = 0, last = 0;
  for (const i of sorted) {
    const y = places[i * PLACE + BASELINE]!;
    if (line.length > 0 && y - last <= BASELINE_JITTER && y - start <= Math.max(BASELINE_JITTER, BASELINE_SPREAD * glyphs[i]!.size)) {
      line.push(i);
    } else {
      line = [i];
      lines.push(line);
      start = y;
    }
    last = y;
  }
  return lines;
}

/** Parts the glyphs of one baseline into words, by spaces and gaps, then joins letter-spaced words again. */
function partLine(glyphs: readonly Glyph[], line: readonly number[], places: Places, walls: readonly Ruling[], bars: ReadonlySet<number>): readonly Draft[] {
  const sorted = [...line].sort((a, b) => places[a * PLACE]! - places[b * PLACE]! || places[a * PLACE + RIGHT]! - places[b * PLACE + RIGHT]! || compareText(glyphs[a]!.text, glyphs[b]!.text) || glyphs[a]!.order - glyphs[b]!.order);
  const drafts: Draft[] = [];
  let word: Draft | undefined;
  const widest = glyphs[sorted[0]!]!.angle % 90 === 0 ? WORD_GAP : SLANTED_GAP;
  const first = sorted[0]! * PLACE;
  const near = walls.length === 0 ? walls : walls.filter((w) => w.from < places[first + BASELINE]! && w.to > places[first + TOP]!);
  for (const i of sorted) {
    const g = glyphs[i]!;
    const at = i * PLACE;
    const left = places[at + LEFT]!, top = places[at + TOP]!, right = places[at + RIGHT]!, bottom = places[at + BOTTOM]!, baseline = places[at + BASELINE]!;
    if (word) {
      const size = Math.max(word.size, g.size);
      const gap = left - word.right;
      if (isDouble(glyphs, word, i, places)) {
        word.glyphs.push(i);
        word.right = Math.max(word.right, right);
        continue;
      }
      const spaced = (g.spaceBefore === true && gap > -SPACE_OVERLAP * size) || gap > widest * size;
      const wall = near.length > 0 && gap > -SPACE_OVERLAP * size && near.some((w) => w.from < baseline && w.to > top && Math.abs(w.at - (left + word!.right) / 2) <= Math.max(gap, size * 0.15) / 2 + 0.25);
      if (!spaced && !wall && !bars.has(i) && !bars.has(word.glyphs[0]!)) {
        word.glyphs.push(i);
        word.right = Math.max(word.right, right);
        word.top = Math.min(word.top, top);
        word.bottom = Math.max(word.bottom, bottom);
        word.size = size;
        continue;
      }
    }
    word = { glyphs: [i], left, top, right, bottom, baseline, size: g.size, spaced: true };
    drafts.push(word);
  }
  const whole = drafts.some((d) => isDot(glyphs, d.glyphs[0]!) || d.glyphs.length >= LEADER_DOTS && d.glyphs.some((i) => isDot(glyphs, i)))
    ? joinLeaders(glyphs, drafts).flatMap((d) => partLeader(glyphs, d, places)) : drafts;
  return joinTracked(joinSpaced(glyphs, whole), (i) => glyphs[i]!.text, (i) => places[i * PLACE + LEFT]!, (i) => places[i * PLACE + RIGHT]!);
}

const isDot = (glyphs: readonly Glyph[], i: number): boolean => isDotText(glyphs[i]!.text);

/** A dot, an underscore or the like: `DOT`, without asking the expression about letters. */
function isDotText(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code === 46 || code === 95 || code > 126) && DOT.test(text);
}

/** Joins dots that are spaced apart: ". . . . ." is one leader. */
function joinLeaders(glyphs: readonly Glyph[], drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  const dots = (d: Draft): boolean => d.glyphs.every((i) => isDot(glyphs, i));
  for (const d of drafts) {
    const last = out[out.length - 1];
    if (last && dots(d) && dots(last) && d.left - last.right <= SPACED_GAP * d.size) {
      last.glyphs.push(...d.glyphs);
      last.right = Math.max(last.right, d.right);
      last.top = Math.min(last.top, d.top);
      last.bottom = Math.max(last.bottom, d.bottom);
    } else out.push(d);
  }
  return out;
}

/** Parts a word from the leader that runs on from it. */
function partLeader(glyphs: readonly Glyph[], d: Draft, places: Places): Draft[] {
  let start = -1, end = -1;
  for (let k = 0; k < d.glyphs.length;) {
    let j = k;
    while (j < d.glyphs.length && isDot(glyphs, d.glyphs[j]!)) j++;
    if (j - k >= LEADER_DOTS) { start = k; end = j; break; }
    k = Math.max(j, k + 1);
  }
  if (start < 0 || (start === 0 && end === d.glyphs.length)) return [d];
  return [[0, start], [start, end], [end, d.glyphs.length]].filter(([a, b]) => a! < b!).map(([a, b], k): Draft => {
    const own = d.glyphs.slice(a, b);
    const edge = (side: number): number[] => own.map((i) => places[i * PLACE + side]!);
    return {
      glyphs: own, left: Math.min(...edge(LEFT)), top: Math.min(...edge(TOP)), right: Math.max(...edge(RIGHT)), bottom: Math.max(...edge(BOTTOM)), baseline: d.baseline, size: d.size, spaced: k === 0 && d.spaced, ...(k > 0 && { glued: true as const }),
    };
  });
}

/** The same glyph drawn again a hair's breadth away, as word processors do to fake a bold face. */
function isDouble(glyphs: readonly Glyph[], word: Draft, i: number, places: Places): boolean {
  const g = glyphs[i]!;
  for (let k = word.glyphs.length - 1; k >= 0 && k >= word.glyphs.length - 3; k--) {
    const j = word.glyphs[k]!;
    const twin = glyphs[j]!;
    if (twin.text === g.text && Math.abs(places[i * PLACE]! - places[j * PLACE]!) <= DOUBLE_SHIFT * g.size && Math.abs(twin.size - g.size) < 0.1 * g.size) return true;
  }
  return false;
}

/** Joins runs of single letters with even gaps: "A G E N D A". */
function joinSpaced(glyphs: readonly Glyph[], drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  const single = (d: Draft): boolean => d.glyphs.length === 1 && LETTER.test(glyphs[d.glyphs[0]!]!.text);
  for (let i = 0; i < drafts.length;) {
    let j = i;
    while (j + 1 < drafts.length && single(drafts[j]!) && single(drafts[j + 1]!)
      && drafts[j + 1]!.left - drafts[j]!.right <= SPACED_GAP * drafts[j]!.size * 2) j++;
    if (j - i + 1 < SPACED_LETTERS) {
      out.push(drafts[i]!);
      i++;
      continue;
    }
    const run = drafts.slice(i, j + 1);
    const gaps = run.slice(1).map((d, k) => d.left - run[k]!.right);
    const narrow = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)]!;
    if (narrow > SPACED_GAP * run[0]!.size) {
      out.push(...run);
    } else {
      let word = run[0]!;
      out.push(word);
      for (let k = 1; k < run.length; k++) {
        const next = run[k]!;
        if (gaps[k - 1]! > Math.max(narrow, 0.05 * next.size) * SPACED_UNLIKE) {
          out.push(word = next);
          continue;
        }
        word.glyphs.push(...next.glyphs);
        word.right = next.right;
        word.top = Math.min(word.top, next.top);
        word.bottom = Math.max(word.bottom, next.bottom);
      }
    }
    i = j + 1;
  }
  return out;
}

/** Gives small raised or lowered words the baseline of the word that they hang on, and glues what follows a raised word. */
function hangScripts(drafts: readonly Draft[]): void {
  const byLine = [...drafts].sort((a, b) => a.baseline - b.baseline);
  const lines: number[] = byLine.map((d) => d.baseline);
  const between = (from: number, to: number): Draft[] => {
    let low = 0, high = lines.length;
    while (low < high) { const middle = (low + high) >> 1; if (lines[middle]! < from) low = middle + 1; else high = middle; }
    const found: Draft[] = [];
    for (let k = low; k < lines.length && lines[k]! <= to; k++) found.push(byLine[k]!);
    return found;
  };
  const largest = byLine.reduce((most, d) => Math.max(most, d.size), 0);
  const hung: { script: Draft; base: Draft; raised: boolean; after: boolean }[] = [];
  for (const d of drafts) {
    if (d.size > SCRIPT_SIZE * largest) continue;
    let best: { base: Draft; raised: boolean; after: boolean; gap: number } | undefined;
    for (const base of between(d.baseline - LOWERED_MOST * largest, d.baseline + RAISED_MOST * Math.min(largest, d.size * 2.5))) {
      if (base === d || d.size > SCRIPT_SIZE * base.size) continue;
      const rise = base.baseline - d.baseline;
      const raised = rise >= RAISED_LEAST * base.size && rise <= RAISED_MOST * base.size;
      const lowered = -rise >= LOWERED_LEAST * base.size && -rise <= LOWERED_MOST * base.size;
      if (!raised && !lowered) continue;
      for (const after of [true, false]) {
        if (!after && !raised) continue;
        const gap = after ? d.left - base.right : base.left - d.right;
        const inside = after && d.left > base.left + 0.3 * base.size && d.right < base.right;
        const most = after && raised && d.glyphs.length <= MARK_LENGTH ? MARK_GAP : SCRIPT_GAP;
        if (!inside && (gap < -SCRIPT_GAP * base.size || gap > most * base.size)) continue;
        const distance = Math.abs(gap) + (after ? 0 : base.size);
        if (!best || distance < best.gap) best = { base, raised, after, gap: distance };
      }
    }
    if (best) hung.push({ script: d, base: best.base, raised: best.raised, after: best.after });
  }
  for (const { script, base, raised, after } of hung) {
    script.baseline = base.baseline;
    if (raised) script.superscript = true; else script.subscript = true;
    if (!after) continue;
    if (script.left - base.right <= SCRIPT_GAP * base.size) script.glued = true;
    // What follows at once on the script, at the size of its base, belongs to the same word: "19th," or "CO2e".
    for (const next of between(base.baseline - BASELINE_JITTER, base.baseline + BASELINE_JITTER)) {
      if (next !== base && next !== script && Math.abs(next.left - script.right) < WORD_GAP * base.size && next.left > base.right) next.glued = true;
    }
  }
}

/** The word that most of a list of values name; ties go to the first in order. */
function most<T extends string | number | boolean>(values: readonly T[]): T {
  if (values.every((v) => v === values[0])) return values[0] as T;
  const counts = new Map<T, number>();
  let best: T = values[0] as T, n = 0;
  for (const v of values) {
    const c = (counts.get(v) ?? 0) + 1;
    counts.set(v, c);
    if (c > n) { n = c; best = v; }
  }
  return best;
}

const NO_GLYPHS: readonly Glyph[] = [];

function finish(glyphs: readonly Glyph[], d: Draft, angle: number): Word {
  const first = glyphs[d.glyphs[0]!]!;
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, order = Infinity, artifacts = 0;
  let mcid: number | undefined;
  let alike = true, rightward = 0, dots = 0;
  let distinct: Glyph[] | undefined;
  let written = '';
  const count = d.glyphs.length;
  for (let k = 0; k < count; k++) {
    const g = glyphs[d.glyphs[k]!]!;
    const box = g.box;
    if (box[0] < left) left = box[0];
    if (box[1] < top) top = box[1];
    if (box[2] > right) right = box[2];
    if (box[3] > bottom) bottom = box[3];
    if (g.order < order) order = g.order;
    if (g.artifact) artifacts++;
    if (mcid === undefined) mcid = g.mcid;
    alike &&= g.size === first.size && g.bold === first.bold && g.italic === first.italic && g.colour === first.colour && g.font === first.font;
    if (g.text > '\u0589' && RTL.test(g.text)) rightward++;
    else if (hasLetterOrDigit(g.text)) rightward = -Infinity;
    if (isDotText(g.text)) dots++;
    if (k > 0 && isTwin(glyphs, d, k)) distinct ??= d.glyphs.slice(0, k).map((i) => glyphs[i]!);
    else distinct?.push(g);
    written += g.text;
  }
  const backwards = angle === 0 && rightward > 0;
  const plain = alike && !backwards && distinct === undefined;
  // In most words all glyphs look alike and stand once: then nothing is left to be counted.
  const kept = plain ? NO_GLYPHS : distinct ?? d.glyphs.map((i) => glyphs[i]!);
  let text = '';
  if (plain) text = written;
  else if (backwards) for (let k = kept.length - 1; k >= 0; k--) text += kept[k]!.text;
  else for (const g of kept) text += g.text;
  const doubled = plain ? 0 : count - kept.length;
  const word: { -readonly [K in keyof Word]: Word[K] } = {
    text,
    box: [left, top, right, bottom],
    baseline: d.baseline,
    size: alike ? first.size : most(kept.map((g) => g.size)),
    bold: (alike ? first.bold : most(kept.map((g) => g.bold))) || (doubled > 0 && doubled * 2 > kept.length),
    italic: alike ? first.italic : most(kept.map((g) => g.italic)),
    colour: alike ? first.colour : most(kept.map((g) => g.colour)),
    font: alike ? first.font : most(kept.map((g) => g.font)),
    angle,
    glyphs: backwards ? [...d.glyphs].reverse() : d.glyphs,
    order,
  };
  // Set one by one: spreading empty objects costs as much as the rest.
  if (d.glued) word.glued = true;
  if (d.superscript) word.superscript = true;
  if (d.subscript) word.subscript = true;
  if (dots >= LEADER_DOTS && dots === count) word.leader = true;
  if (artifacts * 2 > count) word.artifact = true;
  if (mcid !== undefined) word.mcid = mcid;
  return word;
}

/** The glyph at place `k` of the word is drawn over one shortly before it. */
function isTwin(glyphs: readonly Glyph[], d: Draft, k: number): boolean {
  const g = glyphs[d.glyphs[k]!]!;
  for (let j = k - 1; j >= 0 && j >= k - 3; j--) {
    const t = glyphs[d.glyphs[j]!]!;
    if (t.text === g.text && Math.abs(t.box[0] - g.box[0]) + Math.abs(t.box[1] - g.box[1]) <= DOUBLE_SHIFT * g.size) return true;
  }
  return false;
}
