/** The glyphs of one page out of PDFium's text page. */
import { PaperError, type Limits } from '../../reader.js';
import type { Box } from '../../../paper/locator.js';
import { fontLook, type FontLook } from './fonts.js';
import { EM_ASCENT, EM_DESCENT, type GlyphRun, type RawGlyph } from './glyphs.js';
import { boxThrough, times, type Matrix } from './matrix.js';
import { matrixAt, type TextObject } from './pdfium-objects.js';
import type { Pdfium } from './pdfium-module.js';

interface Run {
  readonly object: number;
  readonly fontHandle: number;
  /** Widths by character, in points along the line. */
  readonly widths: Map<number, number>;
  /** What its glyphs have in common. */
  readonly look: GlyphRun;
  /** From text space at 1 unit per em to the visible page, without its shift. */
  readonly turn: Matrix;
  readonly size: number;
  readonly fontSize: number;
  readonly upright: boolean;
  readonly angle: number;
}

/** Points by which an advance box may start off its origin for rounding. */
const ORIGIN_SLACK = 0.05;
/** A ligature is no wider than so many sizes. */
const WIDEST_LIGATURE = 1.5;
/** Glyphs nearer than this share of the size touch. */
const TOUCHING = 0.02;
/** What is taken of text whose object was not met among those that the page draws. */
const UNKNOWN_OBJECT: TextObject = { order: 0, mcid: -1, artifact: false, mode: 0, colour: 0, alpha: 255, form: -1, inner: -1 };
const NO_FONT: FontLook = { name: '', bold: false, italic: false };

/** Fonts seen so far in a document, by PDFium's handle of the open page's font. */
export type FontCache = Map<number, FontLook>;

/**
 * Reads the glyphs in the order of the text stream. `visible` takes user space to the visible page.
 * Throws a PaperError (`too-large`) past `limits.glyphs`.
 */
export function readGlyphs(lib: Pdfium, textPage: number, texts: ReadonlyMap<number, TextObject>, visible: Matrix, limits: Pick<Limits, 'glyphs'>): RawGlyph[] {
  const { api, at } = lib;
  const count = api.FPDFText_CountChars(textPage);
  if (count > limits.glyphs) throw new PaperError('too-large', `a page has ${count} characters, more than the ${limits.glyphs} allowed`);
  const glyphs: RawGlyph[] = [];
  const fonts: FontCache = new Map();
  const [va, vb, vc, vd, ve, vf] = visible;
  const met = new Set<number>();
  let lastMet = -1;
  let run: Run | undefined;
  let space = false;
  let spaceAt = -1;
  /** The paper itself has a space since the last glyph. */
  let drawn = false;
  // Looked up once: the functions are members of an object of a thousand.
  const { FPDFText_GetUnicode: unicodeAt, FPDFText_GetTextObject: objectAt, FPDFText_GetCharOrigin: originAt, FPDFText_GetLooseCharBox: looseBoxAt, FPDFText_HasUnicodeMapError: isUnmapped } = api;
  for (let i = 0; i < count; i++) {
    const code = unicodeAt(textPage, i);
    const object = objectAt(textPage, i);
    if (object !== lastMet) met.add(lastMet = object);
    // Spaces and line ends that PDFium put in, and those of the paper, mean the same here.
    if (isSpace(code) || (object === 0 && api.FPDFText_IsGenerated(textPage, i) === 1)) {
      space = true;
      spaceAt = object === 0 ? -1 : i;
      drawn ||= object !== 0;
      continue;
    }
    if (run === undefined || run.object !== object) run = startRun(lib, textPage, i, object, texts, visible, fonts);
    if (!originAt(textPage, i, at, at + 8)) continue;
    const ox = lib.double(0);
    const oy = lib.double(1);
    const x = va * ox + vc * oy + ve;
    const y = vb * ox + vd * oy + vf;
    let text = characterOf(lib, textPage, i, code);
    // A space at the very place of the glyph is part of a text that the producer states for it.
    if (space && spaceAt === i - 1 && run.upright && api.FPDFText_IsGenerated(textPage, spaceAt) === 0 && api.FPDFText_GetCharOrigin(textPage, spaceAt, at, at + 8) && lib.double(0) === ox && lib.double(1) === oy) text = ` ${text}`;
    const last = glyphs[glyphs.length - 1];
    // A ligature that stands for several characters comes as several, all at one place.
    if (last !== undefined && !space && last.run === run.look && last.x === x && last.y === y && last.index === i - 1) {
      last.text += text;
      last.index = i;
      // Its box may be as wide as the first of them alone.
      if (run.upright && last.text.length === 2 && api.FPDFText_GetCharBox(textPage, i, at, at + 8, at + 16, at + 24)) {
        const right = va * lib.double(1) + ve;
        if (right > last.box[2] && right - x <= run.size * WIDEST_LIGATURE) {
          last.box = [last.box[0], last.box[1], right, last.box[3]];
          last.advance = right - x;
        }
      }
      continue;
    }
    let box: Box;
    let advance = 0;
    if (run.upright) {
      looseBoxAt(textPage, i, at);
      const left = lib.float(0);
      advance = Math.abs(va * (lib.float(2) - left));
      // Outlined text and odd fonts have a box around the ink: then the font is asked how far the next glyph stands.
      if (Math.abs(left - ox) > ORIGIN_SLACK) advance = advanceOf(lib, run, code) || advance;
      box = [x, y - EM_ASCENT * run.size, x + advance, y + EM_DESCENT * run.size];
    } else {
      api.FPDFText_GetCharBox(textPage, i, at, at + 8, at + 16, at + 24);
      const ink = boxThrough(visible, lib.double(0), lib.double(2), lib.double(1), lib.double(3));
      advance = advanceOf(lib, run, code);
      box = turnedBox(ink, x, y, advance, run);
    }
    // PDFium puts a space between some pieces of text that touch (a full stop after a word in another colour).
    if (space && !drawn && run.upright && last !== undefined && last.y === y && Math.abs(box[0] - last.box[2]) <= TOUCHING * run.size) space = false;
    glyphs.push({ text, box, x, y, advance, run: run.look, index: i, spaceBefore: space, unmapped: code === 0xfffd || (code < 32 && code !== 2) || isUnmapped(textPage, i) === 1 });
    space = false;
    drawn = false;
  }
  restoreTwins(lib, glyphs, met, texts, visible);
  return spreadReplacements(lib, glyphs, met, texts, visible);
}

/** Several characters at one place are a ligature where the run ends within this many advances of the glyph, or this part of its size. */
const LIGATURE_ADVANCES = 1.3;
const LIGATURE_WIDTH = 0.55;

/**
 * Where a producer states the text of a run itself (ActualText, ISO 32000-2, 14.9.4), PDFium gives all its characters at the place of the
 * first glyph. They are spread over the run here, by the widths that the font has for them.
 */
function spreadReplacements(lib: Pdfium, glyphs: RawGlyph[], met: ReadonlySet<number>, texts: ReadonlyMap<number, TextObject>, visible: Matrix): RawGlyph[] {
  if (!glyphs.some((g) => g.text.length > 1 && g.run.angle === 0)) return glyphs;
  const next = new Map<number, number>();
  let before = 0;
  for (const object of texts.keys()) {
    next.set(before, object);
    before = object;
  }
  // A stated text stands for a whole text object; a ligature has other glyphs beside it, or ends where it ends.
  const counts = new Map<number, number>();
  for (const { run } of glyphs) counts.set(run.object, (counts.get(run.object) ?? 0) + 1);
  return glyphs.flatMap((g) => {
    const characters = [...g.text];
    const { run } = g;
    if (characters.length < 2 || run.angle !== 0) return [g];
    const whole = (): RawGlyph[] => [g.text === g.text.trim() ? g : { ...g, text: g.text.trim() }];
    let right = boundsOf(lib, run.object, visible)?.[2] ?? 0;
    // The rest of the run may be drawn by objects of their own, which PDFium then passes over.
    for (let object = next.get(run.object); object !== undefined && !met.has(object); object = next.get(object)) {
      const box = boundsOf(lib, object, visible);
      if (!box || box[1] > g.box[3] || box[3] < g.box[1] || box[0] < right - run.size) break;
      right = Math.max(right, box[2]);
    }
    if (run.form >= 0 || counts.get(run.object) !== 1 || right - g.x < Math.max(LIGATURE_ADVANCES * g.advance, LIGATURE_WIDTH * run.size)) return whole();
    const handle = lib.api.FPDFTextObj_GetFont(run.object);
    const widths = characters.map((c) => (handle !== 0 && lib.api.FPDFFont_GetGlyphWidth(handle, c.codePointAt(0) ?? 0, 1, lib.at) && lib.float(0) > 0 ? lib.float(0) : 0.5));
    const scale = (right - g.x) / widths.reduce((a, b) => a + b, 0);
    let x = g.x;
    let space = g.spaceBefore;
    return characters.flatMap((text, i) => {
      const advance = (widths[i] ?? 0) * scale;
      const at = x;
      x += advance;
      if (isSpace(text.codePointAt(0) ?? 0)) { space = true; return []; }
      const glyph: RawGlyph = { ...g, text, x: at, advance, box: [at, g.box[1], at + advance, g.box[3]], spaceBefore: space };
      space = false;
      return [glyph];
    });
  });
}

/** How far back, in objects, PDFium looks for a text object that is drawn again; how far apart the two may lie, in parts of their size. */
const TWIN_REACH = 24;
const TWIN_SHIFT = 1;
/** Points by which a space that was passed over may start right of the glyph that it precedes. */
const SPACE_REACH = 0.5;

/**
 * PDFium leaves out a text object that repeats one drawn shortly before at about the same place. Which of the two can be seen is not for it
 * to say (the first may be clipped away, the second not), so the second is put back here, glyph by glyph.
 */
function restoreTwins(lib: Pdfium, glyphs: RawGlyph[], met: ReadonlySet<number>, texts: ReadonlyMap<number, TextObject>, visible: Matrix): void {
  const dropped: [number, TextObject][] = [];
  for (const [object, drawn] of texts) if (!met.has(object)) dropped.push([object, drawn]);
  if (dropped.length === 0) return;
  const byObject = new Map<number, RawGlyph[]>();
  for (const g of glyphs) {
    const own = byObject.get(g.run.object);
    if (own) own.push(g);
    else byObject.set(g.run.object, [g]);
  }
  const inOrder = [...texts].sort(([, a], [, b]) => a.order - b.order);
  const places = new Map(inOrder.map(([object], i) => [object, i]));
  for (const [object, drawn] of dropped) {
    const place = places.get(object) ?? 0;
    const at = boundsOf(lib, object, visible);
    if (!at) continue;
    let twin = false;
    for (let i = place - 1; at[2] - at[0] > 0.01 && i >= Math.max(0, place - TWIN_REACH); i--) {
      const [first] = inOrder[i] ?? [0];
      const own = byObject.get(first);
      const box = own?.[0] && own[0].run.form === drawn.form ? boundsOf(lib, first, visible) : undefined;
      if (!own?.[0] || !box) continue;
      const dx = at[0] - box[0];
      const dy = at[1] - box[1];
      const reach = TWIN_SHIFT * own[0].run.size;
      if (Math.abs(dx) > reach || Math.abs(dy) > reach || Math.abs(at[2] - box[2] - dx) > 0.1 * reach || Math.abs(at[3] - box[3] - dy) > 0.1 * reach) continue;
      const { order, mode, clip, colour, alpha, mcid, artifact } = drawn;
      const run = { ...own[0].run, order, object, mode, clip, colour, alpha, mcid, artifact };
      for (const g of own) glyphs.push({ ...g, box: [g.box[0] + dx, g.box[1] + dy, g.box[2] + dx, g.box[3] + dy], x: g.x + dx, y: g.y + dy, run });
      twin = true;
      break;
    }
    if (twin) continue;
    // What else it passes over is a space in a gap that it finds too narrow ("1.1", tab): the next glyph on the line has it before it.
    const after = inOrder.slice(place + 1, place + 3).map(([next]) => byObject.get(next)?.[0]).find((g) => g !== undefined);
    if (after && after.run.form === drawn.form && after.run.form < 0 && after.run.angle === 0 && at[0] <= after.x + SPACE_REACH && at[1] < after.box[3] && at[3] > after.box[1]) after.spaceBefore = true;
  }
}

/** An object's box, turned as the page is; of one inside a form in the form's own space, good for comparing with its neighbours. */
function boundsOf(lib: Pdfium, object: number, visible: Matrix): Box | undefined {
  const { api, at } = lib;
  if (!api.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return undefined;
  return boxThrough(visible, lib.float(0), lib.float(1), lib.float(2), lib.float(3));
}

function startRun(lib: Pdfium, textPage: number, index: number, object: number, texts: ReadonlyMap<number, TextObject>, visible: Matrix, fonts: FontCache): Run {
  const { api, at } = lib;
  let size = 0;
  let font = NO_FONT;
  let fontHandle = 0;
  if (object !== 0) {
    if (api.FPDFTextObj_GetFontSize(object, at)) size = lib.float(0);
    fontHandle = api.FPDFTextObj_GetFont(object);
    font = fonts.get(fontHandle) ?? readFont(lib, fontHandle);
    fonts.set(fontHandle, font);
  }
  const own: Matrix = api.FPDFText_GetMatrix(textPage, index, at) ? matrixAt(lib) : [1, 0, 0, 1, 0, 0];
  const turn = times(own, [visible[0], visible[1], visible[2], visible[3], 0, 0]);
  const effective = Math.abs(size) * Math.hypot(turn[2], turn[3]);
  // Direction of writing, y downwards, so that angles run clockwise; a negative font size writes backwards.
  const sign = size < 0 ? -1 : 1;
  const angle = ((Math.round(Math.atan2(sign * turn[1], sign * turn[0]) * 180 / Math.PI) % 360) + 360) % 360;
  // The loose box knows only text that runs along the x axis of user space.
  const upright = angle === 0 && Math.abs(own[1]) < 1e-3 * Math.abs(own[0]) && visible[0] !== 0;
  const { order, mode, clip, colour, alpha, mcid, artifact, form, inner } = texts.get(object) ?? UNKNOWN_OBJECT;
  const look: GlyphRun = { size: effective, angle, font: font.name, bold: font.bold || mode === 2, italic: font.italic, colour, alpha, mode, mcid, artifact, clip, form, inner, order, object };
  return { object, fontHandle, widths: new Map(), look, turn, size: effective, fontSize: Math.abs(size), upright, angle };
}

function readFont(lib: Pdfium, handle: number): FontLook {
  if (handle === 0) return NO_FONT;
  const { api, at } = lib;
  const name = lib.utf8((b, n) => api.FPDFFont_GetBaseFontName(handle, b, n));
  const italic = api.FPDFFont_GetItalicAngle(handle, at) ? lib.int(0) : 0;
  return fontLook(name, api.FPDFFont_GetFlags(handle), api.FPDFFont_GetWeight(handle), italic);
}

/** Width of a character along its line in points, as the font states it; 0 where the font cannot be asked. */
function advanceOf(lib: Pdfium, run: Run, code: number): number {
  if (run.fontHandle === 0) return 0;
  const known = run.widths.get(code);
  if (known !== undefined) return known;
  const width = lib.api.FPDFFont_GetGlyphWidth(run.fontHandle, code, 1, lib.at) ? lib.float(0) : 0;
  const advance = width * run.fontSize * Math.hypot(run.turn[0], run.turn[1]);
  run.widths.set(code, advance);
  return advance;
}

/** Box of a glyph of turned text: as thick as an em across its line; along the line as wide as its advance, or as its ink where that is not known. */
function turnedBox(ink: Box, x: number, y: number, advance: number, run: Run): Box {
  const up = EM_ASCENT * run.size;
  const down = EM_DESCENT * run.size;
  switch (run.angle) {
    case 0: return [x, y - up, advance > 0 ? x + advance : Math.max(x, ink[2]), y + down];
    case 90: return [x - down, y, x + up, advance > 0 ? y + advance : Math.max(y, ink[3])];
    case 180: return [advance > 0 ? x - advance : Math.min(x, ink[0]), y - down, x, y + up];
    case 270: return [x - up, advance > 0 ? y - advance : Math.min(y, ink[1]), x + down, y];
    default: return ink[0] < ink[2] ? ink : [x, y - up, x + run.size / 2, y + down];
  }
}

/** PDFium reports a hyphen at a line end as U+0002. */
function characterOf(lib: Pdfium, textPage: number, index: number, code: number): string {
  if (code === 2 || (!isAsciiLetter(code) && lib.api.FPDFText_IsHyphen(textPage, index) === 1)) return '-';
  if (code <= 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\uFFFD';
  return String.fromCodePoint(code);
}

const isAsciiLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** White space, and the control characters that stand for a line's end. */
function isSpace(code: number): boolean {
  if (code === 32 || code === 13 || code === 10 || code === 160 || code === 9) return true;
  return code > 126 ? (code >= 0x2000 && code <= 0x200a) || code === 0x3000 || code === 0x202f || code === 0x205f || code === 0x2028 || code === 0x2029 || code === 0x85 || code === 0x1680 : code === 11 || code === 12;
}
