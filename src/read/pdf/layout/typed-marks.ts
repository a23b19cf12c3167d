/** Marks that are typed in place of drawn ones: bars between the cells of a grid, and what is left of a leader. Pure; in points, upright text. */
import type { Glyph } from '../geometry.js';
import type { Word } from './words.js';

/** Grids typed with bars and dashes have at least so many dashes, and so many bars one under another, whose middles are off by so many points at most. */
const DASHES = 20;
const BARS = 3;
const BAR_OFF = 1;
const DASH = 45, BAR = 124, DOT = 46;

export const NO_BARS: ReadonlySet<number> = new Set();

/** Indexes of bars typed one under another on a page with lines of dashes: words of their own, however close the text of a cell stands. */
export function typedBars(glyphs: readonly Glyph[], indexes: readonly number[]): ReadonlySet<number> {
  let dashes = 0;
  const bars: number[] = [];
  for (const i of indexes) {
    const code = glyphs[i]!.text.charCodeAt(0);
    if (code === DASH) dashes++; else if (code === BAR) bars.push(i);
  }
  if (dashes < DASHES || bars.length < BARS) return NO_BARS;
  const placed = bars.map((i) => ({ i, x: (glyphs[i]!.box[0] + glyphs[i]!.box[2]) / 2 })).sort((a, b) => a.x - b.x);
  const own = new Set<number>();
  let from = 0, to = 0;
  for (const { i, x } of placed) {
    while (placed[from]!.x < x - BAR_OFF) from++;
    while (to < placed.length && placed[to]!.x <= x + BAR_OFF) to++;
    if (to - from >= BARS) own.add(i);
  }
  return own;
}

/** Leaders end at one place within this many points; what is left of one has no more dots than this. */
const LEADERS_END = 1.5;
const FEW_DOTS = 3;

/** Two or three dots that end where the leaders of other lines do are what is left of one behind a long name. */
export function markShortLeaders(words: readonly { -readonly [K in keyof Word]: Word[K] }[]): void {
  let ends: number[] | undefined;
  for (const w of words) {
    if (w.leader || w.text.length < 2 || w.text.length > FEW_DOTS || w.text.charCodeAt(0) !== DOT || !/^\.+$/.test(w.text)) continue;
    ends ??= words.filter((x) => x.leader && x.angle === 0).map((x) => x.box[2]);
    if (ends.some((x) => Math.abs(x - w.box[2]) <= LEADERS_END)) w.leader = true;
  }
}
