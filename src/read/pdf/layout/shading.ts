/**
 * Bands: shaded bars and boxes that only set text apart (a title bar, an ITEM box). Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Fill } from '../geometry.js';
import type { Word } from './words.js';

/** Shading as pale as this cannot be told from the page. */
const WHITE = 0xf8;
/** Shading that covers more than this share of the page is its background. */
const BACKGROUND = 0.5;
/** Neighbouring strips of one paragraph's shading touch within so many points. */
const TOUCH = 1.5;
/** Only so many shaded areas of a page, the largest, are looked at: a drawing may be made of thousands. */
const MOST_FILLS = 400;
/** Highlighted words in running text have other words beside them within this share of the size. */
const BESIDE = 1.2;

const inside = (w: Word, b: Box): boolean => {
  const x = (w.box[0] + w.box[2]) / 2, y = (w.box[1] + w.box[3]) / 2;
  return x > b[0] && x < b[2] && y > b[1] && y < b[3];
};

const holds = (outer: Box, inner: Box): boolean => outer[0] <= inner[0] + 1 && outer[1] <= inner[1] + 1 && outer[2] >= inner[2] - 1 && outer[3] >= inner[3] - 1;

/**
 * The bands of a page, innermost, top to bottom: shaded areas with words of their own. `boxes` are drawn boxes found before (by the table
 * finder); what lies in one of `except` (tables) is left out.
 */
export function bandsOf(words: readonly Word[], fills: readonly Fill[], boxes: readonly Box[], except: readonly Box[], width: number, height: number): Box[] {
  const strips = fills.filter((f) => {
    const [l, t, r, b] = f.box;
    const white = ((f.colour >> 16) & 255) >= WHITE && ((f.colour >> 8) & 255) >= WHITE && (f.colour & 255) >= WHITE;
    return !white && (r - l) * (b - t) < BACKGROUND * width * height && b - t > 4 && r - l > 12;
  }).map((f) => f.box).sort((a, b) => size(b) - size(a) || a[1] - b[1] || a[0] - b[0]).slice(0, MOST_FILLS).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  const merged: Box[] = [];
  for (const s of strips) {
    const i = merged.findIndex((m) => Math.abs(m[0] - s[0]) <= TOUCH && Math.abs(m[2] - s[2]) <= TOUCH && s[1] - m[3] <= TOUCH && s[3] >= m[1]);
    if (i >= 0) merged[i] = boxAround([merged[i]!, s]); else merged.push(s);
  }
  const candidates = [...boxes, ...merged.filter((m) => !boxes.some((b) => overlap(b, m) > 0.5))].filter((b) => !except.some((e) => overlap(b, e) > 0.5));
  if (candidates.length === 0) return [];
  const byHeight = new Map<number, Word[]>();
  for (const w of words) {
    const key = Math.round(w.baseline);
    const row = byHeight.get(key);
    if (row) row.push(w); else byHeight.set(key, [w]);
  }
  const kept = candidates.filter((b) => {
    const own = words.filter((w) => inside(w, b));
    if (own.length === 0) return false;
    // Words beside the band on the same line: it marks words of running text.
    const runsOn = (o: Word): boolean => {
      const height = Math.round(o.baseline);
      for (let d = -2; d <= 2; d++) {
        if (byHeight.get(height + d)?.some((w) => w.angle === o.angle && Math.abs(o.baseline - w.baseline) < 0.2 * o.size && Math.max(w.box[0] - o.box[2], o.box[0] - w.box[2]) < BESIDE * o.size && !inside(w, b))) return true;
      }
      return false;
    };
    return !own.some(runsOn);
  });
  return kept.filter((b, i) => !kept.some((other, j) => j !== i && holds(b, other) && (!holds(other, b) || j < i))).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
}

const size = (x: Box): number => (x[2] - x[0]) * (x[3] - x[1]);

/** The share of the smaller box that lies in both. */
function overlap(a: Box, b: Box): number {
  const w = Math.min(a[2], b[2]) - Math.max(a[0], b[0]), h = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (w <= 0 || h <= 0) return 0;
  return (w * h) / Math.max(1, Math.min(size(a), size(b)));
}
