/** Values in the form in which pdf.js hands them over, made ours. Pure. */
import type { Box } from '../../../paper/locator.js';
import { EM_ASCENT, EM_DESCENT } from './glyphs.js';
import { boxThrough, type Matrix } from './matrix.js';
import type { Outline } from './paths.js';

/** pdf.js's path operators: moveTo, lineTo, curveTo, closePath. */
const MOVE = 0, LINE = 1, CURVE = 2, CLOSE = 3;

/** A path of pdf.js as outlines, through a matrix. */
export function outlinesOf(data: Float32Array, [a, b, c, d, e, f]: Matrix): Outline[] {
  const outlines: Outline[] = [];
  let points: number[] = [];
  let curved = false;
  let closed = false;
  const finish = (): void => {
    if (points.length >= 4) outlines.push({ points, curved, closed });
    points = []; curved = false; closed = false;
  };
  const add = (x: number, y: number): void => { points.push(a * x + c * y + e, b * x + d * y + f); };
  for (let i = 0; i < data.length;) {
    const what = data[i++];
    if (what === MOVE) { finish(); add(data[i] ?? 0, data[i + 1] ?? 0); i += 2; }
    else if (what === LINE) { add(data[i] ?? 0, data[i + 1] ?? 0); i += 2; }
    else if (what === CURVE) { curved = true; add(data[i + 4] ?? 0, data[i + 5] ?? 0); i += 6; }
    else if (what === CLOSE) closed = true;
    else break;
  }
  finish();
  return outlines;
}

/** Box of a glyph by its origin, advance and size; upright, turned by quarters, or around a glyph at any other angle. */
export function glyphBox(x: number, y: number, advance: number, size: number, angle: number): Box {
  const up = EM_ASCENT * size;
  const down = EM_DESCENT * size;
  switch (angle) {
    case 0: return [x, y - up, x + advance, y + down];
    case 90: return [x - down, y, x + up, y + advance];
    case 180: return [x - advance, y - down, x, y + up];
    case 270: return [x - up, y - advance, x + down, y];
    default: {
      const radians = angle * Math.PI / 180;
      const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
      return boxThrough([cos, sin, -sin, cos, x, y], 0, -up, advance, down);
    }
  }
}

/** True for a control character: what a font without a map yields. */
export function isControl(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/** The number, 0 for anything else. */
export function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** Six numbers as a matrix. */
export function matrixOf(value: ArrayLike<unknown>): Matrix {
  return [numberOf(value[0]), numberOf(value[1]), numberOf(value[2]), numberOf(value[3]), numberOf(value[4]), numberOf(value[5])];
}

/** Four numbers: the corners of a rectangle. */
export function corners(box: unknown): [number, number, number, number] {
  const b = box as ArrayLike<unknown>;
  return [numberOf(b[0]), numberOf(b[1]), numberOf(b[2]), numberOf(b[3])];
}

/** A colour written #rrggbb as 0xRRGGBB; black where it is none. */
export function colourOf(value: unknown): number {
  const hex = typeof value === 'string' ? /^#([0-9a-f]{6})$/i.exec(value)?.[1] : undefined;
  return hex === undefined ? 0 : parseInt(hex, 16);
}
