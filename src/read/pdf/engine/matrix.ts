/** Affine matrices as PDF writes them, and the step from a page's own space to the visible page. Pure. */
import type { Box } from '../../../paper/locator.js';

/** [a b c d e f]: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-2, 8.3.3). */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner;
  const [A, B, C, D, E, F] = outer;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/**
 * From a page's user space (origin bottom left, y up) to the visible page: crop box, rotation applied, origin top left, y downwards.
 * `crop` is left, bottom, right, top in user space; `rotation` the page's /Rotate in degrees clockwise.
 */
export function toVisible(crop: readonly [number, number, number, number], rotation: number): Matrix {
  const [l, b, r, t] = crop;
  switch (((rotation % 360) + 360) % 360) {
    case 90: return [0, 1, 1, 0, -b, -l];
    case 180: return [-1, 0, 0, 1, r, -b];
    case 270: return [0, -1, -1, 0, t, r];
    default: return [1, 0, 0, -1, -l, t];
  }
}

/** The upright box around a rectangle that the matrix turns. */
export function boxThrough(m: Matrix, x0: number, y0: number, x1: number, y1: number): Box {
  const [a, b, c, d, e, f] = m;
  const ax0 = a * x0, ax1 = a * x1, cy0 = c * y0, cy1 = c * y1;
  const bx0 = b * x0, bx1 = b * x1, dy0 = d * y0, dy1 = d * y1;
  return [
    Math.min(ax0, ax1) + Math.min(cy0, cy1) + e, Math.min(bx0, bx1) + Math.min(dy0, dy1) + f,
    Math.max(ax0, ax1) + Math.max(cy0, cy1) + e, Math.max(bx0, bx1) + Math.max(dy0, dy1) + f,
  ];
}

/** How much longer a length gets on average: the square root of the area's growth. */
export function scaleOf(m: Matrix): number {
  return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
}

/** The part that two boxes share, or `undefined` where they do not touch. */
export function overlap(a: Box, b: Box): Box | undefined {
  const box: Box = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] <= box[2] && box[1] <= box[3] ? box : undefined;
}
