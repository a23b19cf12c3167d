/**
 * Turns drawn paths into what layout asks for: rulings (straight lines, thin boxes) and fills (areas). Pure; both engines
 * hand their paths over in the same form.
 */
import type { Box } from '../../../paper/locator.js';
import type { Fill, Ruling } from '../geometry.js';
import { overlap } from './matrix.js';

/** Thickest filled box, in points, that still is a line: real papers rule with boxes of 0.25 to 2 points; 3 leaves room for heavy frames. */
const RULING_THICKNESS = 3;
/** A filled box is a ruling only where it is this many times longer than thick; anything stubbier is a bullet or a letter. */
const RULING_RATIO = 2;
/** A stroke is horizontal or vertical where its ends differ by no more than this, in points: drawing programs round to about a fifth. */
const STRAIGHT = 0.5;
/** Part of its bounding box that an outline must enclose to count as a box: a rounded bar has about 0.95, a circle 0.79. */
const BOXY = 0.9;

/** One unbroken outline: x, y, x, y … in points of the visible page. Curves are given by their end points. */
export interface Outline {
  readonly points: readonly number[];
  readonly closed: boolean;
  /** True where some segment is a curve. */
  readonly curved: boolean;
}

export interface DrawnPath {
  readonly outlines: readonly Outline[];
  /** Colour of the filling as 0xRRGGBB; absent where the path is not filled. */
  readonly fill?: number;
  /** The even-odd rule, not the winding rule, says what is inside. */
  readonly evenOdd: boolean;
  /** Colour of the stroke, absent where there is none, and its width in points. */
  readonly stroke?: number;
  readonly width: number;
  /** What of it can be seen at most; absent for all. */
  readonly clip?: Box;
  /** False where something beneath shows through (alpha, blending). */
  readonly opaque: boolean;
  readonly order: number;
}

/** A fill as visibility needs it. */
export interface Shade extends Fill {
  readonly opaque: boolean;
  /** False for a shape that does not fill its box (a bubble, a curve): it may lie under text, but it hides nothing for certain. */
  readonly boxy: boolean;
}

/** A thin box, filled or a picture, before it is known to be a line of its own or one of many that make a gradient. */
interface Strip extends Ruling { readonly order: number; readonly opaque: boolean; readonly picture: boolean }

/** Gathers what the paths and pictures of one page draw. Linear in their points. */
export class Drawing {
  readonly shades: Shade[] = [];
  /** Boxes of pictures cut into strips. */
  readonly pictures: { readonly box: Box; readonly order: number; readonly opaque: boolean }[] = [];
  readonly #rulings: Ruling[] = [];
  readonly #strips: Strip[] = [];

  addPath(path: DrawnPath): void {
    if (path.fill !== undefined) this.#fill(path, path.fill);
    if (path.stroke !== undefined) for (const outline of path.outlines) strokeOutline(outline, path, path.stroke, this.#rulings);
  }

  /** Takes a thin box for a line and says so; a thicker one is not taken. */
  addThin(box: Box, colour: number, order: number, opaque = true, picture = false): boolean {
    const width = box[2] - box[0];
    const height = box[3] - box[1];
    if (Math.min(width, height) > RULING_THICKNESS || Math.max(width, height) < RULING_RATIO * Math.min(width, height) || Math.max(width, height) < 1) return false;
    const how = { colour, order, opaque, picture };
    if (width >= height) this.#strips.push({ direction: 'horizontal', at: (box[1] + box[3]) / 2, from: box[0], to: box[2], thickness: height, ...how });
    else this.#strips.push({ direction: 'vertical', at: (box[0] + box[2]) / 2, from: box[1], to: box[3], thickness: width, ...how });
    return true;
  }

  /** The rulings of the page; strips that lie edge to edge become the areas that they look like. */
  rulings(): Ruling[] {
    for (let i = 0; i < this.#strips.length;) {
      const first = this.#strips[i] as Strip;
      let end = i + 1;
      for (let last = first; end < this.#strips.length; end++) {
        const next = this.#strips[end] as Strip;
        if (!abuts(last, next)) break;
        last = next;
      }
      const run = this.#strips.slice(i, end);
      i = end;
      const from = Math.min(...run.map((s) => s.at - s.thickness / 2));
      const to = Math.max(...run.map((s) => s.at + s.thickness / 2));
      const middle = run[run.length >> 1] as Strip;
      if (run.length === 1 || to - from <= RULING_THICKNESS) {
        for (const { direction, at, from: start, to: stop, thickness, colour } of run) this.#rulings.push({ direction, at, from: start, to: stop, thickness, colour });
        continue;
      }
      const box: Box = first.direction === 'horizontal' ? [first.from, from, first.to, to] : [from, first.from, to, first.to];
      if (first.picture) this.pictures.push({ box, order: first.order, opaque: first.opaque });
      else this.shades.push({ box, colour: middle.colour, order: first.order, opaque: run.every((s) => s.opaque), boxy: true });
    }
    this.#strips.length = 0;
    return this.#rulings;
  }

  #fill(path: DrawnPath, colour: number): void {
    const { outlines } = path;
    for (let i = 0; i < outlines.length; i++) {
      const outline = outlines[i] as Outline;
      const next = outlines[i + 1];
      const bounds = boundsOf(outline.points);
      // A frame is drawn as a box with a box cut out of it, in either order.
      if (next && isBox(outline, bounds)) {
        const other = boundsOf(next.points);
        if (isBox(next, other) && (path.evenOdd || area(outline.points) * area(next.points) < 0)) {
          const frame = holds(bounds, other) ? [bounds, other] as const : holds(other, bounds) ? [other, bounds] as const : undefined;
          if (frame) {
            this.#frame(frame[0], frame[1], path, colour);
            i++;
            continue;
          }
        }
      }
      this.#area(bounds, isBox(outline, bounds), path, colour);
    }
  }

  #frame([l, t, r, b]: Box, [il, it, ir, ib]: Box, path: DrawnPath, colour: number): void {
    for (const side of [[l, t, r, it], [l, ib, r, b], [l, t, il, b], [ir, t, r, b]] as const) {
      if (side[2] > side[0] && side[3] > side[1]) this.#area(side, true, path, colour);
    }
  }

  #area(bounds: Box, boxy: boolean, path: DrawnPath, colour: number): void {
    const box = path.clip ? overlap(bounds, path.clip) : bounds;
    if (!box) return;
    // A clip that leaves a sliver of a large box is how some programs draw lines.
    if (Math.min(box[2] - box[0], box[3] - box[1]) <= RULING_THICKNESS) {
      this.addThin(box, colour, path.order, path.opaque);
      return;
    }
    this.shades.push({ box, colour, order: path.order, opaque: path.opaque && boxy, boxy });
  }
}

/** Gap and difference of ends, in points, within which strips make one area: programs round each strip to a twentieth or so. */
const ABUT = 0.3;

function abuts(a: Strip, b: Strip): boolean {
  return a.direction === b.direction && a.picture === b.picture && Math.abs(a.from - b.from) <= ABUT && Math.abs(a.to - b.to) <= ABUT
    && Math.abs(Math.abs(b.at - a.at) - (a.thickness + b.thickness) / 2) <= ABUT;
}

function isBox(outline: Outline, bounds: Box): boolean {
  const width = bounds[2] - bounds[0];
  const height = bounds[3] - bounds[1];
  return Math.min(width, height) <= RULING_THICKNESS || Math.abs(area(outline.points)) >= BOXY * width * height;
}

function holds(outer: Box, inner: Box): boolean {
  return inner[0] >= outer[0] && inner[1] >= outer[1] && inner[2] <= outer[2] && inner[3] <= outer[3];
}

function strokeOutline(outline: Outline, path: DrawnPath, colour: number, rulings: Ruling[]): void {
  const p = outline.points;
  const n = p.length;
  const segment = (x0: number, y0: number, x1: number, y1: number): void => {
    const dx = Math.abs(x1 - x0);
    const dy = Math.abs(y1 - y0);
    if (Math.max(dx, dy) < 1) return;
    let from: number, to: number, at: number;
    const horizontal = dy <= STRAIGHT && dx > dy;
    if (horizontal) {
      from = Math.min(x0, x1); to = Math.max(x0, x1); at = (y0 + y1) / 2;
    } else if (dx <= STRAIGHT && dy > dx) {
      from = Math.min(y0, y1); to = Math.max(y0, y1); at = (x0 + x1) / 2;
    } else return;
    if (path.clip) {
      const [l, t, r, b] = path.clip;
      const slack = path.width / 2 + STRAIGHT;
      if (horizontal) {
        if (at < t - slack || at > b + slack) return;
        from = Math.max(from, l); to = Math.min(to, r);
      } else {
        if (at < l - slack || at > r + slack) return;
        from = Math.max(from, t); to = Math.min(to, b);
      }
      if (to - from < 1) return;
    }
    rulings.push({ direction: horizontal ? 'horizontal' : 'vertical', at, from, to, thickness: path.width, colour });
  };
  // A curve's chord is no line that anybody sees.
  if (outline.curved) return;
  for (let i = 0; i + 3 < n; i += 2) segment(p[i] ?? 0, p[i + 1] ?? 0, p[i + 2] ?? 0, p[i + 3] ?? 0);
  if (outline.closed && n >= 6) segment(p[n - 2] ?? 0, p[n - 1] ?? 0, p[0] ?? 0, p[1] ?? 0);
}

function boundsOf(p: readonly number[]): Box {
  let l = Infinity, t = Infinity, r = -Infinity, b = -Infinity;
  for (let i = 0; i + 1 < p.length; i += 2) {
    const x = p[i] ?? 0;
    const y = p[i + 1] ?? 0;
    if (x < l) l = x;
    if (x > r) r = x;
    if (y < t) t = y;
    if (y > b) b = y;
  }
  return [l, t, r, b];
}

/** Signed area of the polygon (shoelace formula). */
function area(p: readonly number[]): number {
  let sum = 0;
  const n = p.length;
  for (let i = 0; i + 1 < n; i += 2) {
    const x1 = p[(i + 2) % n] ?? 0;
    const y1 = p[(i + 3) % n] ?? 0;
    sum += (p[i] ?? 0) * y1 - x1 * (p[i + 1] ?? 0);
  }
  return sum / 2;
}
