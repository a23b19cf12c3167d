/**
 * Says which glyphs a reader of the printed page cannot see, and why; drops the second drawing of fake bold. Pure.
 */
import type { Box } from '../../../paper/locator.js';
import { PaperError } from '../../reader.js';
import type { Glyph } from '../geometry.js';
import type { GlyphRun, RawGlyph } from './glyphs.js';
import type { Shade } from './paths.js';

/** A glyph is clipped away where less than this part of its width and height lies inside the clip; tight clips of table cells cut accents and tails. */
const SEEN_PART = 0.1;
/** Furthest that two channels (0 to 255) of text and ground may differ for the text to vanish: one step in sixty-four. */
const SAME_COLOUR = 4;
/** Alpha (0 to 255) under which text is not there for the eye. */
const FAINTEST = 8;
/** Part of the page that a picture fills where the page is a scan. */
const SCAN = 0.5;
/** Fake bold draws a glyph again within this part of its size: real programs shift by 0.02 to 0.06. */
const TWIN_SHIFT = 0.12;
/** Furthest shift, in points, that is looked for: the twins of letters of 300 points. Letters made to be larger than any paper would be looked for everywhere. */
const FURTHEST_SHIFT = 36;
/** Places this many points from the corner of the page are on no paper (the largest page has 14,400), and are not looked at. */
const NOWHERE = 1_000_000;
/** Height, in points, of the strips by which areas are looked up. */
const ROW = 16;
/** Side of the squares, in points, by which neighbours are looked up. */
const TWIN_CELL = 8;
/** Most glyphs of one square that are looked at: more lie over each other only in files made to be slow. */
const MOST_NEIGHBOURS = 200;
/** A page of more glyphs than this, of which fewer than this part stand at places of their own, is a blot: a dense page has 10,000. */
const BLOT = 10_000;
const BLOT_PART = 0.05;
/** Factors that spread neighbouring squares over the table. */
const ACROSS = 73_856_093;
const DOWN = 19_349_663;
const WHITE = 0xffffff;
const UNKNOWN = -1;

export interface Ground {
  readonly shades: readonly Shade[];
  readonly pictures: readonly { readonly box: Box; readonly order: number; readonly opaque: boolean }[];
  readonly page: Box;
}

/**
 * Makes the page's glyphs of the raw ones: twins dropped, what cannot be seen marked, numbered in the order of drawing. Throws a PaperError `damaged`
 * for a page whose characters are drawn over one another by the thousand.
 */
export function settle(raw: readonly RawGlyph[], ground: Ground): Glyph[] {
  const drawn = isInOrder(raw) ? raw : [...raw].sort(byOrder);
  const unseen = judge(drawn, ground);
  const twins = findTwins(drawn, unseen);
  const glyphs: Glyph[] = [];
  for (let i = 0; i < drawn.length; i++) {
    const g = drawn[i] as RawGlyph;
    if (twins[i]) continue;
    const { run } = g;
    // All of one shape, what is absent as well: layout asks each glyph many times over, and many shapes are slow to ask.
    glyphs.push({
      text: g.text, box: g.box, baseline: isTurned(run.angle) ? g.x : g.y, size: run.size, font: run.font, bold: run.bold, italic: run.italic,
      colour: run.colour, angle: run.angle, order: glyphs.length, mcid: run.mcid >= 0 ? run.mcid : undefined, artifact: run.artifact ? true : undefined,
      unmapped: g.unmapped ? true : undefined, unseen: unseen[i], spaceBefore: g.spaceBefore ? true : undefined,
    });
  }
  if (raw.length > BLOT && glyphs.length < raw.length * BLOT_PART) {
    throw new PaperError('damaged', 'its characters are drawn over one another by the thousand, and cannot be told apart');
  }
  return glyphs;
}

const byOrder = (a: RawGlyph, b: RawGlyph): number => a.run.order - b.run.order || a.index - b.index;

function isInOrder(glyphs: readonly RawGlyph[]): boolean {
  for (let i = 1; i < glyphs.length; i++) {
    const [before, g] = [glyphs[i - 1] as RawGlyph, glyphs[i] as RawGlyph];
    if (before.run === g.run ? before.index > g.index : byOrder(before, g) > 0) return false;
  }
  return true;
}

function isTurned(angle: number): boolean {
  return (angle > 45 && angle < 135) || (angle > 225 && angle < 315);
}

/**
 * Finds each glyph that is drawn again at nearly the same place in the same size: in the same colour it is fake bold, and the glyph that
 * stays is marked as bold; in another it is a shadow, and the colour on top counts. A glyph that can be seen is no twin of one that cannot.
 */
function findTwins(glyphs: readonly RawGlyph[], unseen: readonly Why[]): Uint8Array {
  const twins = new Uint8Array(glyphs.length);
  // Squares of the page, each with a chain of the glyphs in it. Squares share the places of a table, so the chain of a place may hold glyphs of others.
  let places = 64;
  while (places < 2 * glyphs.length) places *= 2;
  const heads = new Int32Array(places).fill(-1);
  const chain = new Int32Array(glyphs.length).fill(-1);
  // Whole numbers apart: code that is not compiled for good makes an object of every other number that it reads.
  const across = new Int32Array(glyphs.length);
  const down = new Int32Array(glyphs.length);
  const placeOf = (x: number, y: number): number => (Math.imul(x, ACROSS) ^ Math.imul(y, DOWN)) & (places - 1);
  let last: GlyphRun | undefined;
  let reach = 0;
  for (let index = 0; index < glyphs.length; index++) {
    const g = glyphs[index] as RawGlyph;
    if (!(g.x < NOWHERE && g.x > -NOWHERE && g.y < NOWHERE && g.y > -NOWHERE)) continue;
    const { run } = g;
    if (run !== last) {
      reach = Math.min(TWIN_SHIFT * run.size, FURTHEST_SHIFT);
      last = run;
    }
    const x1 = Math.floor((g.x + reach) / TWIN_CELL);
    const y1 = Math.floor((g.y + reach) / TWIN_CELL);
    search: for (let x = Math.floor((g.x - reach) / TWIN_CELL); x <= x1; x++) {
      for (let y = Math.floor((g.y - reach) / TWIN_CELL); y <= y1; y++) {
        let steps = 0;
        for (let at = heads[placeOf(x, y)] ?? -1; at >= 0 && steps < MOST_NEIGHBOURS; at = chain[at] ?? -1) {
          if (across[at] !== x || down[at] !== y) continue;
          steps++;
          const o = glyphs[at] as RawGlyph;
          if (o.text !== g.text || twins[at] || Math.abs(o.x - g.x) > reach || Math.abs(o.y - g.y) > reach || o.run.angle !== run.angle
            || Math.abs(o.run.size - run.size) > 0.1 * run.size || unseen[at] !== unseen[index]) continue;
          const stays = o.run.mcid < 0 && run.mcid >= 0 ? g : o;
          if (o.run.colour !== run.colour) stays.run = { ...stays.run, colour: run.colour };
          else if (!stays.run.bold) stays.run = { ...stays.run, bold: true };
          twins[stays === g ? at : index] = 1;
          break search;
        }
      }
    }
    if (twins[index]) continue;
    const x = Math.floor(g.x / TWIN_CELL);
    const y = Math.floor(g.y / TWIN_CELL);
    const own = placeOf(x, y);
    across[index] = x;
    down[index] = y;
    chain[index] = heads[own] ?? -1;
    heads[own] = index;
  }
  return twins;
}

type Why = NonNullable<Glyph['unseen']> | undefined;

function judge(glyphs: readonly RawGlyph[], ground: Ground): Why[] {
  const why: Why[] = [];
  const { page } = ground;
  let last: GlyphRun | undefined;
  let invisible = false;
  for (const { box, run } of glyphs) {
    if (run !== last) {
      invisible = run.mode === 3 || run.mode === 7 || run.alpha < FAINTEST;
      last = run;
    }
    why.push(isOutside(box, page) || (run.clip !== undefined && isOutside(box, run.clip)) ? 'clipped' : invisible ? 'invisible' : undefined);
  }
  covered(glyphs, ground, why);
  unhideScans(glyphs, ground, why);
  return why;
}

/** Every glyph is taken to be at least this wide, in points. */
const NARROWEST = 0.01;

/** Too little of the box lies in the frame to be seen. Nearly all lie in it with all of theirs. */
const isOutside = (box: Box, frame: Box): boolean =>
  !(box[0] >= frame[0] && box[2] <= frame[2] && box[1] >= frame[1] && box[3] <= frame[3] && box[2] - box[0] >= NARROWEST && box[3] > box[1]) && outside(box, frame);

function outside(box: Box, frame: Box): boolean {
  const across = Math.min(box[2], frame[2]) - Math.max(box[0], frame[0]);
  const down = Math.min(box[3], frame[3]) - Math.max(box[1], frame[1]);
  return across <= SEEN_PART * Math.max(box[2] - box[0], NARROWEST) || down <= SEEN_PART * (box[3] - box[1]);
}

/** Marks glyphs that a later opaque area covers, and those in the colour of what they stand on. */
function covered(glyphs: readonly RawGlyph[], ground: Ground, why: Why[]): void {
  const areas: { box: Box; order: number; colour: number; hides: boolean }[] = [
    // Of a shape or a mixture the colour under a glyph is not known for certain.
    ...ground.shades.map((s) => ({ box: s.box, order: s.order, colour: s.opaque ? s.colour : UNKNOWN, hides: s.opaque })),
    ...ground.pictures.map((p) => ({ box: p.box, order: p.order, colour: UNKNOWN, hides: p.opaque })),
  ];
  if (areas.length === 0 && !glyphs.some((g) => near(g.run.colour, WHITE))) return;
  // By strips, so that a glyph meets only the areas at its height.
  const rows = new Map<number, typeof areas>();
  for (const area of areas) {
    const last = Math.min(Math.floor(ground.page[3] / ROW), Math.floor(area.box[3] / ROW));
    for (let r = Math.max(0, Math.floor(area.box[1] / ROW)); r <= last; r++) {
      const row = rows.get(r);
      if (row) row.push(area);
      else rows.set(r, [area]);
    }
  }
  glyphs.forEach((g, i) => {
    if (why[i]) return;
    const x = (g.box[0] + g.box[2]) / 2;
    const y = (g.box[1] + g.box[3]) / 2;
    let under = WHITE;
    let underOrder = -1;
    for (const area of rows.get(Math.floor(y / ROW)) ?? []) {
      const [l, t, r, b] = area.box;
      if (x < l || x > r || y < t || y > b) continue;
      if (area.order > g.run.order) {
        if (area.hides) { why[i] = 'covered'; return; }
      } else if (area.order > underOrder) {
        underOrder = area.order;
        under = area.colour;
      }
    }
    if (under !== UNKNOWN && near(g.run.colour, under) && g.run.mode !== 1 && g.run.mode !== 2) why[i] = 'white';
  });
}

function near(a: number, b: number): boolean {
  return Math.abs((a >> 16) - (b >> 16)) <= SAME_COLOUR && Math.abs(((a >> 8) & 255) - ((b >> 8) & 255)) <= SAME_COLOUR && Math.abs((a & 255) - (b & 255)) <= SAME_COLOUR;
}

/**
 * The text layer of a scan is drawn invisibly, or beneath the picture of the page: it is what the reader sees in the picture, so it
 * counts as seen, unless visible glyphs stand in its place.
 */
function unhideScans(glyphs: readonly RawGlyph[], ground: Ground, why: Why[]): void {
  if (!why.some((w) => w === 'invisible' || w === 'covered')) return;
  const [, , width, height] = ground.page;
  const scans = ground.pictures.filter((p) => (p.box[2] - p.box[0]) * (p.box[3] - p.box[1]) >= SCAN * width * height);
  const seen = why.some((w) => w === undefined);
  if (seen && scans.length === 0) return;
  const twins = new Set<string>();
  const place = (g: RawGlyph, dx: number, dy: number): string => `${g.text}${Math.round(g.x / 6) + dx},${Math.round(g.y / 6) + dy}`;
  glyphs.forEach((g, i) => { if (why[i] === undefined) twins.add(place(g, 0, 0)); });
  const hasTwin = (g: RawGlyph): boolean => {
    for (let dx = -1; dx <= 1; dx++) for (let dy = -1; dy <= 1; dy++) if (twins.has(place(g, dx, dy))) return true;
    return false;
  };
  glyphs.forEach((g, i) => {
    if (why[i] !== 'invisible' && why[i] !== 'covered') return;
    const inScan = scans.some((s) => g.x >= s.box[0] && g.x <= s.box[2] && g.y >= s.box[1] && g.y <= s.box[3]);
    if (why[i] === 'covered' ? inScan && !hasTwin(g) : (inScan || !seen) && !hasTwin(g)) why[i] = undefined;
  });
}
