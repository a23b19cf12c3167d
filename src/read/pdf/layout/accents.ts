/**
 * Accents that are drawn over their letters as glyphs of their own, as TeX draws them with its older fonts: "Bo" and a diaeresis over it print "ö". Pure;
 * the order of the glyphs does not matter.
 */
import type { Box } from '../../../paper/locator.js';
import type { Glyph } from '../geometry.js';

/** Spacing accents and the combining marks that say the same (Unicode, Spacing Modifier Letters and Combining Diacritical Marks). */
const COMBINING: ReadonlyMap<string, string> = new Map([
  ['\u0060', '\u0300'], ['\u00b4', '\u0301'], ['\u02ca', '\u0301'], ['\u02cb', '\u0300'], ['\u005e', '\u0302'], ['\u02c6', '\u0302'], ['\u007e', '\u0303'], ['\u02dc', '\u0303'], ['\u00a8', '\u0308'],
  ['\u00af', '\u0304'], ['\u02c9', '\u0304'], ['\u02d8', '\u0306'], ['\u02d9', '\u0307'], ['\u02da', '\u030a'], ['\u00b0', '\u030a'], ['\u02dd', '\u030b'], ['\u02c7', '\u030c'], ['\u00b8', '\u0327'], ['\u02db', '\u0328'],
]);

/** Letters that lose their dot under an accent. */
const DOTLESS: ReadonlyMap<string, string> = new Map([['\u0131', 'i'], ['\u0237', 'j']]);

/** An accent belongs to a letter over (under) whose box it lies by at least this share of the narrower of the two: signs beside letters do not overlap them. */
const OVER = 0.6;
/** Their baselines are at most this share of the size apart: an accent is raised over a capital. */
const RAISED = 0.4;
/** Their sizes are alike, to this share. */
const ALIKE = 0.15;

/** A page of more of these signs is a pattern: one of close print in a language with many accents has some 500. */
const MOST_ACCENTS = 2_000;

/** The same glyphs, where an accent over a letter is part of the letter; the very same list where there is none. */
export function withAccents(glyphs: readonly Glyph[]): readonly Glyph[] {
  const accents = glyphs.filter((g) => g.text.length === 1 && COMBINING.has(g.text));
  if (accents.length === 0 || accents.length > MOST_ACCENTS) return glyphs;
  const composed = new Map<Glyph, Glyph>();
  const gone = new Set<Glyph>();
  for (const accent of accents) {
    const mark = COMBINING.get(accent.text) ?? '';
    let best: Glyph | undefined;
    let most = OVER;
    for (const g of glyphs) {
      if (g === accent || g.angle !== accent.angle || g.unseen !== accent.unseen || Math.abs(g.size - accent.size) > ALIKE * g.size || Math.abs(g.baseline - accent.baseline) > RAISED * g.size) continue;
      const share = overlap(g.box, accent.box, g.angle);
      if (share > most && !composed.has(g) && letterWith(g.text, mark) !== undefined) { best = g; most = share; }
    }
    const text = best && letterWith(best.text, mark);
    if (!best || text === undefined) continue;
    // Where the accent is drawn first, the space before the letter stands before it.
    composed.set(best, { ...best, text, ...(accent.order < best.order && accent.spaceBefore ? { spaceBefore: true } : {}) });
    gone.add(accent);
  }
  return gone.size === 0 ? glyphs : glyphs.flatMap((g) => (gone.has(g) ? [] : [composed.get(g) ?? g]));
}

/** The one letter that a letter and a mark make; `undefined` where no alphabet has it. */
function letterWith(text: string, mark: string): string | undefined {
  const letter = DOTLESS.get(text) ?? text;
  const made = `${letter}${mark}`.normalize('NFC');
  return made.length === 1 && letter.length === 1 ? made : undefined;
}

/** How much of the narrower of two boxes lies over the other along the line of text, as a share of it. */
function overlap(a: Box, b: Box, angle: number): number {
  const [from, to] = angle === 90 || angle === 270 ? [1, 3] as const : [0, 2] as const;
  const shared = Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
  const narrow = Math.min(a[to] - a[from], b[to] - b[from]);
  return narrow <= 0 ? 0 : shared / narrow;
}
