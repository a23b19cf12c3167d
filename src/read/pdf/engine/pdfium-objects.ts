/**
 * Walks the objects that a page draws, form XObjects included: paths become rulings and fills, pictures boxes, and of each text
 * object it is noted what its glyphs need (order, clip, marked content, how it is painted).
 */
import type { Box } from '../../../paper/locator.js';
import type { Image, Ruling } from '../geometry.js';
import { boxThrough, overlap, scaleOf, times, type Matrix } from './matrix.js';
import { Drawing, type Outline, type Shade } from './paths.js';
import type { Pdfium } from './pdfium-module.js';

/** Deepest nesting of form XObjects that is followed. */
const DEEPEST = 24;
/** Most objects of one page that are read; a detailed map has some 200,000. */
const MOST_OBJECTS = 2_000_000;
/** A clip with more segments than this is drawing, not a frame: it is taken to hide nothing. */
const MOST_CLIP_SEGMENTS = 200;
/** Alpha (0 to 255) from which a fill hides what lies beneath. */
const OPAQUE = 250;

/** FPDF_PAGEOBJ_… */
const TEXT = 1, PATH = 2, IMAGE = 3, SHADING = 4, FORM = 5;
/** FPDF_SEGMENT_… */
const MOVE = 2, BEZIER = 1;
/** FPDF_FILLMODE_ALTERNATE. */
const EVEN_ODD = 1;
/** Colour that stands for a gradient, of which PDFium tells nothing. */
const GRADIENT = 0x808080;

/** How a text object is painted and where it belongs. */
export interface TextObject {
  readonly order: number;
  readonly mcid: number;
  readonly artifact: boolean;
  readonly clip?: Box;
  /** Text rendering mode (ISO 32000-2, table 104): 3 is invisible. */
  readonly mode: number;
  readonly colour: number;
  /** Alpha of the paint, 0 to 255. */
  readonly alpha: number;
  /** Number of the form XObject among those that the page itself draws, from 0; -1 for what is on the page. */
  readonly form: number;
  /** Number of the form XObject within that one, from 0; -1 for none. */
  readonly inner: number;
}

/** A picture as visibility needs it. */
export interface Picture extends Image {
  readonly order: number;
  readonly opaque: boolean;
  /** The engine's handle, for a look at its transparency; 0 for none. */
  readonly object: number;
}

export interface Drawn {
  readonly texts: Map<number, TextObject>;
  readonly rulings: Ruling[];
  readonly shades: Shade[];
  readonly pictures: Picture[];
  /** How many form XObjects the page itself draws. */
  readonly forms: number;
}

/** Reads what a page draws. `visible` takes the page's user space to the visible page, `bounds` is the visible page. */
export function readObjects(lib: Pdfium, page: number, visible: Matrix, bounds: Box): Drawn {
  const { api, at } = lib;
  const drawing = new Drawing();
  const texts = new Map<number, TextObject>();
  const pictures: Picture[] = [];
  let order = 0;
  let left = MOST_OBJECTS;
  let forms = 0;
  let inners = 0;

  const read = (object: number, space: Matrix, depth: number, mcid: number, artifact: boolean, clip: Box | undefined, form: number, inner: number): void => {
    if (left-- <= 0) return;
    const here = order++;
    const own = api.FPDFPageObj_GetMarkedContentID(object);
    const id = own >= 0 ? own : mcid;
    const isArtifact = artifact || (own < 0 && hasArtifactMark(lib, object));
    const frame = clipOf(lib, object, space);
    const shown = frame === undefined ? clip : clip === undefined ? frame : overlap(frame, clip) ?? [0, 0, 0, 0];
    switch (api.FPDFPageObj_GetType(object)) {
      case TEXT: {
        const painted = api.FPDFTextObj_GetTextRenderMode(object);
        // Stroked text has its colour from the stroke.
        const [colour, alpha] = painted === 1 || painted === 5 ? strokeColour(lib, object) : fillColour(lib, object);
        texts.set(object, { order: here, mcid: id, artifact: isArtifact, clip: shown, mode: painted, colour, alpha, form, inner });
        return;
      }
      case PATH: return readPathObject(lib, object, space, shown, here, drawing);
      case IMAGE: case SHADING: {
        if (!api.FPDFPageObj_GetBounds(object, at, at + 4, at + 8, at + 12)) return;
        const full = boxThrough(space, lib.float(0), lib.float(1), lib.float(2), lib.float(3));
        const seen = overlap(full, shown ? overlap(shown, bounds) ?? [0, 0, 0, 0] : bounds);
        if (!seen) return;
        const gradient = api.FPDFPageObj_GetType(object) === SHADING;
        const opaque = !api.FPDFPageObj_HasTransparency(object);
        if (gradient) drawing.shades.push({ box: seen, colour: GRADIENT, order: here, opaque, boxy: true });
        // Some programs draw their lines as pictures one pixel high.
        else if (!drawing.addThin(seen, 0, here, opaque, true)) pictures.push({ box: seen, order: here, opaque, object });
        return;
      }
      case FORM: {
        if (depth >= DEEPEST) return;
        const within = api.FPDFPageObj_GetMatrix(object, at) ? times(matrixAt(lib), space) : space;
        if (depth === 0) inners = 0;
        const outer = depth === 0 ? forms++ : form;
        const nested = depth === 1 ? inners++ : inner;
        const count = api.FPDFFormObj_CountObjects(object);
        for (let i = 0; i < count; i++) read(api.FPDFFormObj_GetObject(object, i), within, depth + 1, id, isArtifact, shown, outer, nested);
      }
    }
  };

  const count = api.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) read(api.FPDFPage_GetObject(page, i), visible, 0, -1, false, undefined, -1, -1);
  const rulings = drawing.rulings();
  for (const p of drawing.pictures) pictures.push({ ...p, object: 0 });
  return { texts, rulings, shades: drawing.shades, pictures, forms };
}

/** The matrix that a function has just written to the results. */
export function matrixAt(lib: Pdfium): Matrix {
  return [lib.float(0), lib.float(1), lib.float(2), lib.float(3), lib.float(4), lib.float(5)];
}

function readPathObject(lib: Pdfium, object: number, space: Matrix, clip: Box | undefined, order: number, drawing: Drawing): void {
  const { api, at } = lib;
  if (!api.FPDFPath_GetDrawMode(object, at, at + 4)) return;
  const filled = lib.int(0) !== 0;
  const evenOdd = lib.int(0) === EVEN_ODD;
  const stroked = lib.int(1) !== 0;
  if (!filled && !stroked) return;
  const matrix = api.FPDFPageObj_GetMatrix(object, at) ? times(matrixAt(lib), space) : space;
  const [a, b, c, d, e, f] = matrix;
  const outlines: Outline[] = [];
  let points: number[] = [];
  let curved = false;
  let closed = false;
  const finish = (): void => {
    if (points.length >= 4) outlines.push({ points, curved, closed });
    points = []; curved = false; closed = false;
  };
  const count = api.FPDFPath_CountSegments(object);
  let beziers = 0;
  for (let i = 0; i < count; i++) {
    const segment = api.FPDFPath_GetPathSegment(object, i);
    const type = api.FPDFPathSegment_GetType(segment);
    if (type === MOVE) { finish(); beziers = 0; }
    // Of a curve's three points the last lies on the curve.
    if (type === BEZIER) {
      curved = true;
      if (++beziers % 3 !== 0) continue;
    }
    if (!api.FPDFPathSegment_GetPoint(segment, at, at + 4)) continue;
    const x = lib.float(0);
    const y = lib.float(1);
    points.push(a * x + c * y + e, b * x + d * y + f);
    if (api.FPDFPathSegment_GetClose(segment)) closed = true;
  }
  finish();
  if (outlines.length === 0) return;
  const [fill, alpha] = filled ? fillColour(lib, object) : [0, 255];
  if (filled && alpha === 0 && !stroked) return;
  const stroke = stroked ? strokeColour(lib, object) : undefined;
  let width = 0;
  if (stroke && api.FPDFPageObj_GetStrokeWidth(object, at)) width = lib.float(0) * scaleOf(matrix);
  drawing.addPath({
    outlines, evenOdd, width, clip, order,
    opaque: alpha >= OPAQUE && !api.FPDFPageObj_HasTransparency(object),
    ...(filled && alpha > 0 ? { fill } : {}),
    ...(stroke && stroke[1] > 0 ? { stroke: stroke[0] } : {}),
  });
}

function fillColour(lib: Pdfium, object: number): [colour: number, alpha: number] {
  const { at } = lib;
  return lib.api.FPDFPageObj_GetFillColor(object, at, at + 4, at + 8, at + 12) ? [(lib.int(0) << 16) | (lib.int(1) << 8) | lib.int(2), lib.int(3)] : [0, 255];
}

function strokeColour(lib: Pdfium, object: number): [colour: number, alpha: number] {
  const { at } = lib;
  return lib.api.FPDFPageObj_GetStrokeColor(object, at, at + 4, at + 8, at + 12) ? [(lib.int(0) << 16) | (lib.int(1) << 8) | lib.int(2), lib.int(3)] : [0, 255];
}

const ARTIFACT = 'Artifact';

function hasArtifactMark(lib: Pdfium, object: number): boolean {
  const { api, at } = lib;
  const count = api.FPDFPageObj_CountMarks(object);
  for (let i = 0; i < count; i++) {
    const mark = api.FPDFPageObj_GetMark(object, i);
    if (mark === 0 || !api.FPDFPageObjMark_GetName(mark, at, 64, at + 128)) continue;
    if (lib.int(32) !== (ARTIFACT.length + 1) * 2) continue;
    let same = true;
    for (let k = 0; same && k < ARTIFACT.length; k++) same = lib.bytes[at + 2 * k] === ARTIFACT.charCodeAt(k);
    if (same) return true;
  }
  return false;
}

/** The box of an object's clip on the visible page, or `undefined` where nothing clips it. */
function clipOf(lib: Pdfium, object: number, space: Matrix): Box | undefined {
  const { api, at } = lib;
  const clip = api.FPDFPageObj_GetClipPath(object);
  if (clip === 0) return undefined;
  const paths = api.FPDFClipPath_CountPaths(clip);
  let shown: Box | undefined;
  for (let i = 0; i < paths; i++) {
    const segments = api.FPDFClipPath_CountPathSegments(clip, i);
    if (segments > MOST_CLIP_SEGMENTS) continue;
    let l = Infinity, b = Infinity, r = -Infinity, t = -Infinity;
    for (let k = 0; k < segments; k++) {
      if (!api.FPDFPathSegment_GetPoint(api.FPDFClipPath_GetPathSegment(clip, i, k), at, at + 4)) continue;
      const x = lib.float(0);
      const y = lib.float(1);
      if (x < l) l = x;
      if (x > r) r = x;
      if (y < b) b = y;
      if (y > t) t = y;
    }
    // An empty clip shows nothing at all.
    const box: Box = l <= r ? boxThrough(space, l, b, r, t) : [0, 0, 0, 0];
    shown = shown === undefined ? box : overlap(shown, box) ?? [0, 0, 0, 0];
  }
  return shown;
}

/** Part of a picture's pixels that may be see-through at its edges for it to hide what lies beneath. */
const THIN_PIXELS = 0.02;
/** Most pixels that are looked at, spread over the picture. */
const SAMPLES = 4_000;
/** FPDFBitmap_BGRA, with alpha as it is and multiplied in. */
const BGRA = 4, BGRA_PREMULTIPLIED = 5;

/** True where a picture lets what lies beneath show through (a soft mask): PDFium tells it of the drawn picture alone. */
export function isSeeThrough(lib: Pdfium, document: number, page: number, object: number): boolean {
  const { api } = lib;
  const bitmap = api.FPDFImageObj_GetRenderedBitmap(document, page, object);
  if (bitmap === 0) return false;
  const format = api.FPDFBitmap_GetFormat(bitmap);
  let thin = 0;
  let looked = 0;
  if (format === BGRA || format === BGRA_PREMULTIPLIED) {
    const width = api.FPDFBitmap_GetWidth(bitmap);
    const height = api.FPDFBitmap_GetHeight(bitmap);
    const stride = api.FPDFBitmap_GetStride(bitmap);
    const from = api.FPDFBitmap_GetBuffer(bitmap);
    const step = Math.max(1, Math.floor(width * height / SAMPLES));
    for (let i = 0; i < width * height; i += step) {
      looked++;
      if ((lib.bytes[from + Math.floor(i / width) * stride + (i % width) * 4 + 3] ?? 255) < OPAQUE) thin++;
    }
  }
  api.FPDFBitmap_Destroy(bitmap);
  return thin > THIN_PIXELS * looked;
}
