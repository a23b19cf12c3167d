/**
 * Lines drawn under and through words, links over them: what a reader of the page sees besides the letters. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import type { Link, Ruling } from '../geometry.js';
import { greatest, least } from './lines.js';
import type { Word } from './words.js';

export interface Decoration {
  readonly underlined?: true;
  readonly struck?: true;
  /** Printed in colour with a line of that colour under it, as word processors print what was inserted. */
  readonly inserted?: true;
  readonly link?: string;
}

/** A line belongs to a word where it runs along this share of its width. */
const COVER = 0.6;
/** Lines under text stand at most this share of the size below the baseline ... */
const UNDER_LEAST = -0.04;
const UNDER_MOST = 0.3;
/** ... and lines through text within this band above it (the middle of small letters is at a quarter). */
const THROUGH_LEAST = 0.14;
const THROUGH_MOST = 0.48;
/** No such line is thicker than this share of the size. */
const THICK = 0.18;

/** Red, green and blue differ: a colour, not black, grey or white. */
function coloured(colour: number): boolean {
  const r = (colour >> 16) & 255, g = (colour >> 8) & 255, b = colour & 255;
  return Math.max(r, g, b) - Math.min(r, g, b) > 70;
}

function near(a: number, b: number): boolean {
  return Math.abs(((a >> 16) & 255) - ((b >> 16) & 255)) + Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) + Math.abs((a & 255) - (b & 255)) < 40;
}

/** The decorations of a page's words; words without any have no entry. Rulings that are long beside the text on them (a table's) do not decorate. */
export function decorationsOf(words: readonly Word[], rulings: readonly Ruling[], links: readonly Link[]): Map<Word, Decoration> {
  const found = new Map<Word, Decoration>();
  const lines = rulings.filter((r) => r.direction === 'horizontal').sort((a, b) => a.at - b.at);
  if (lines.length === 0 && !links.some((l) => l.uri !== undefined)) return found;
  const upright = words.filter((w) => w.angle === 0);
  // What each ruling runs along: a line under text spans words, a table's ruling spans blanks too.
  const under = new Map<Ruling, { inked: number; words: Word[]; through: boolean }>();
  const heights = lines.map((l) => l.at);
  const from = (y: number): number => {
    let low = 0, high = heights.length;
    while (low < high) { const middle = (low + high) >> 1; if (heights[middle]! < y) low = middle + 1; else high = middle; }
    return low;
  };
  for (const w of upright) {
    for (let i = from(w.baseline - THROUGH_MOST * w.size); i < lines.length && heights[i]! <= w.baseline + UNDER_MOST * w.size; i++) {
      const line = lines[i]!;
      if (line.thickness > THICK * w.size) continue;
      const overlap = Math.min(line.to, w.box[2]) - Math.max(line.from, w.box[0]);
      if (overlap < COVER * (w.box[2] - w.box[0])) continue;
      const below = (line.at - w.baseline) / w.size;
      const through = -below >= THROUGH_LEAST && -below <= THROUGH_MOST;
      if (!through && below < UNDER_LEAST) continue;
      const entry = under.get(line) ?? { inked: 0, words: [], through };
      entry.inked += overlap;
      entry.words.push(w);
      under.set(line, entry);
    }
  }
  const underlines = new Map<Word, Ruling[]>();
  for (const [line, { words: on, through }] of under) {
    const left = least(on, (w) => w.box[0]), right = greatest(on, (w) => w.box[2]);
    const size = greatest(on, (w) => w.size);
    if (line.from < left - size || line.to > right + size) continue;
    for (const w of on) {
      if (through) found.set(w, { ...found.get(w), struck: true });
      else { underlines.set(w, [...(underlines.get(w) ?? []), line]); found.set(w, { ...found.get(w), underlined: true }); }
    }
  }
  for (const link of links) {
    const target = link.uri;
    if (target === undefined) continue;
    for (const w of upright) {
      const x = (w.box[0] + w.box[2]) / 2, y = (w.box[1] + w.box[3]) / 2;
      if (x > link.box[0] && x < link.box[2] && y > link.box[1] && y < link.box[3]) found.set(w, { ...found.get(w), link: target });
    }
  }
  for (const [w, drawn] of underlines) {
    if (found.get(w)?.link === undefined && coloured(w.colour) && drawn.some((r) => near(r.colour, w.colour)) && !/@|:\/\/|^www\./iu.test(w.text)) {
      found.set(w, { ...found.get(w), inserted: true });
    }
  }
  return found;
}
