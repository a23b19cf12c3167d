/** What one engine makes of glyphs that the other has no meaning for. Pure. */
import type { Glyph } from '../geometry.js';

/** Furthest that the two engines' places of one glyph lie apart, in points. */
const SAME_PLACE = 0.75;

/** The glyphs, those without a Unicode map given the text of the glyph that stands at the same place in `other`, where that one has a map. */
export function withMeanings(glyphs: readonly Glyph[], other: readonly Glyph[]): Glyph[] {
  const places = new Map<string, { along: number; across: number; glyph: Glyph }[]>();
  const key = (along: number, across: number, angle: number): string => `${Math.floor(along)},${Math.floor(across)},${angle}`;
  for (const glyph of other) {
    if (glyph.unmapped) continue;
    const [along, across] = originOf(glyph);
    const at = key(along, across, glyph.angle);
    const there = places.get(at);
    if (there) there.push({ along, across, glyph });
    else places.set(at, [{ along, across, glyph }]);
  }
  return glyphs.map((g) => {
    if (!g.unmapped) return g;
    const [along, across] = originOf(g);
    for (let i = -1; i <= 1; i++) {
      for (let k = -1; k <= 1; k++) {
        const twin = places.get(key(along + i, across + k, g.angle))?.find((o) => Math.abs(o.along - along) <= SAME_PLACE && Math.abs(o.across - across) <= SAME_PLACE);
        if (!twin) continue;
        const { unmapped: _, ...mapped } = g;
        return { ...mapped, text: twin.glyph.text };
      }
    }
    return g;
  });
}

/** Where a glyph starts along its line, and where its baseline lies across it. */
function originOf(g: Glyph): [along: number, across: number] {
  switch (g.angle) {
    case 90: return [g.box[1], g.baseline];
    case 180: return [g.box[2], g.baseline];
    case 270: return [g.box[3], g.baseline];
    default: return [g.box[0], g.baseline];
  }
}
