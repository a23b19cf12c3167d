/** Letter-spaced words that a kerned pair of letters has broken ("H E A LT H"), told by how far the letters of the line's other words stand apart. Pure. */

/** A word under construction: glyphs by index, left to right, and its edges in points. */
export interface Piece {
  readonly glyphs: number[];
  left: number; right: number; top: number; bottom: number;
  readonly size: number;
}

/** Gaps within words of this share of the size or more are tracking; kerning, and fonts set a little wide, stay below it. */
const TRACKED = 0.08;
/** So many gaps within words show it. */
const ENOUGH_GAPS = 4;
/** A gap of at most so many times the usual one within the words of the line parts none; */
const UNLIKE = 1.3;
/** nor is one wider than this share of the size, which a word space is, ever taken for tracking. */
const WIDEST = 0.22;

const LETTER = /^\p{L}$/u;

/** Joins the pieces of letter-spaced words. `textOf`, `leftOf` and `rightOf` tell of a glyph by its index. Changes the pieces given. */
export function joinTracked<T extends Piece>(pieces: readonly T[], textOf: (glyph: number) => string, leftOf: (glyph: number) => number, rightOf: (glyph: number) => number): readonly T[] {
  const meet = (a: T, b: T): boolean => LETTER.test(textOf(a.glyphs[a.glyphs.length - 1]!)) && LETTER.test(textOf(b.glyphs[0]!));
  let near = false;
  for (let k = 1; k < pieces.length && !near; k++) {
    const a = pieces[k - 1]!, b = pieces[k]!, gap = b.left - a.right;
    near = gap > 0 && gap <= WIDEST * b.size && (a.glyphs.length === 1 || b.glyphs.length === 1) && meet(a, b);
  }
  if (!near) return pieces;
  const gaps: number[] = [];
  for (const p of pieces) for (let k = 1; k < p.glyphs.length; k++) gaps.push((leftOf(p.glyphs[k]!) - rightOf(p.glyphs[k - 1]!)) / p.size);
  if (gaps.length < ENOUGH_GAPS) return pieces;
  gaps.sort((a, b) => a - b);
  const usual = gaps[gaps.length >> 1]!;
  if (usual < TRACKED || usual > WIDEST) return pieces;
  const out: T[] = [pieces[0]!];
  for (const p of pieces.slice(1)) {
    const last = out[out.length - 1]!;
    if ((p.left - last.right) / p.size > usual * UNLIKE || !meet(last, p)) { out.push(p); continue; }
    last.glyphs.push(...p.glyphs);
    last.right = Math.max(last.right, p.right);
    last.top = Math.min(last.top, p.top);
    last.bottom = Math.max(last.bottom, p.bottom);
  }
  return out;
}
