/** Phrases of lines placed in the columns of a table. */
import type { Word } from '../words.js';
import type { Column } from './columns.js';
import { median, type Line, type Phrase } from './lines.js';
import { readsAsValue } from './values.js';

/** A phrase with the columns it stands in, `to` exclusive. */
export interface Placed {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
}

export interface PlacedLine {
  readonly line: Line;
  readonly placed: readonly Placed[];
}

/** A phrase covers a column when it lies over this share of the narrower of the two. */
const OVER = 0.3;

/** Columns that a head lies over, by the first word of the head: known from what stands under it. */
export type Spreads = ReadonlyMap<number, readonly [number, number]>;

/** Which columns each phrase of the line stands in. */
export function placeLine(line: Line, columns: readonly Column[], edges: readonly number[], spreads?: Spreads, offset = 0): PlacedLine {
  const placed = line.phrases.map((phrase): Placed => {
    const spread = spreads?.get(phrase.words[0]!);
    if (spread && spread[0] >= offset && spread[1] <= offset + columns.length) return { phrase, from: spread[0] - offset, to: spread[1] - offset };
    let from = -1, to = -1, nearest = 0, distance = Infinity;
    columns.forEach((c, k) => {
      const overlap = Math.min(phrase.right, c.right) - Math.max(phrase.left, c.left);
      const narrower = Math.max(1, Math.min(phrase.right - phrase.left, c.right - c.left));
      if (overlap >= OVER * narrower) {
        if (from < 0) from = k;
        to = k + 1;
      }
      const middle = (phrase.left + phrase.right) / 2;
      const away = middle < edges[k]! ? edges[k]! - middle : middle > edges[k + 1]! ? middle - edges[k + 1]! : 0;
      if (away < distance) { distance = away; nearest = k; }
    });
    return from < 0 ? { phrase, from: nearest, to: nearest + 1 } : { phrase, from, to };
  });
  const inTurn = placed.some((p, k) => k > 0 && p.from < placed[k - 1]!.to) ? oneEach(line, columns) : undefined;
  if (inTurn) return { line, placed: inTurn };
  // Two phrases of one line in the same column are one text; they never overlap otherwise.
  const merged: Placed[] = [];
  for (const p of placed) {
    const last = merged[merged.length - 1];
    if (last && p.from < last.to) {
      merged[merged.length - 1] = {
        phrase: { words: [...last.phrase.words, ...p.phrase.words], left: Math.min(last.phrase.left, p.phrase.left), right: Math.max(last.phrase.right, p.phrase.right), size: Math.max(last.phrase.size, p.phrase.size) },
        from: Math.min(last.from, p.from), to: Math.max(last.to, p.to),
      };
    } else merged.push(p);
  }
  return { line, placed: merged };
}

/** As many phrases as columns, or as columns behind the first: one for each, where none lies beyond the next text of the columns beside its own. */
function oneEach(line: Line, columns: readonly Column[]): Placed[] | undefined {
  const n = line.phrases.length, first = columns.length - n;
  if (n < 3 || first < 0 || first > 1) return undefined;
  const stands = line.phrases.every((p, k) => p.left >= (columns[first + k - 1]?.right ?? -Infinity) - 1 && p.right <= (columns[first + k + 1]?.left ?? Infinity) + 1);
  return stands ? line.phrases.map((phrase, k) => ({ phrase, from: first + k, to: first + k + 1 })) : undefined;
}

/** The texts of a phrase's words. */
export const tokens = (words: readonly Word[], p: Phrase): string[] => p.words.map((i) => words[i]!.text);
export const isValuePhrase = (words: readonly Word[], p: Phrase): boolean => readsAsValue(tokens(words, p));

/** The columns (but the first) in which most texts are values. */
export function valueColumns(words: readonly Word[], lines: readonly PlacedLine[], columns: number): boolean[] {
  const all = new Array<number>(columns).fill(0), values = new Array<number>(columns).fill(0);
  for (const l of lines) for (const p of l.placed) {
    if (p.to - p.from !== 1) continue;
    all[p.from]!++;
    if (isValuePhrase(words, p.phrase)) values[p.from]!++;
  }
  return all.map((n, c) => n > 0 && values[c]! >= 0.55 * n);
}

/** Bands set apart have so many times the usual white, from baseline to baseline, above and below them. */
const APART = 1.6;

/** Lone texts in columns of figures, at least two of them, each with a blank line above and below it, whatever they stand on the middle of: they name the rows below. */
export function setApart(lines: readonly PlacedLine[], all: readonly PlacedLine[], fits: (p: Placed) => boolean): Placed[] {
  const pitch = median(all.slice(1).flatMap((l, k) => (l.placed.length > 1 && all[k]!.placed.length > 1 ? [l.line.baseline - all[k]!.line.baseline] : [])));
  if (pitch === 0) return [];
  const own = lines.filter((l) => {
    const k = all.indexOf(l), p = l.placed[0]!;
    return l.placed.length === 1 && p.from > 0 && p.to - p.from === 1 && fits(p) && k > 0 && k + 1 < all.length
      && l.line.baseline - all[k - 1]!.line.baseline > APART * pitch && all[k + 1]!.line.baseline - l.line.baseline > APART * pitch;
  });
  return own.length < 2 ? [] : own.map((l) => l.placed[0]!);
}
