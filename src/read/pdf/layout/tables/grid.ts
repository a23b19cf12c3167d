/**
 * Edges to grids: edges that meet make a component; its edges span a grid of elementary places; places with no edge between them
 * are one cell. After the lattice method as pdfplumber and camelot describe it, with missing outer sides inferred.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Edge, Edges } from './rulings.js';
import { inRows } from './types.js';

/** A rectangle of grid places. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Outer sides that are not drawn but follow from the other edges. */
  readonly openSides: { readonly left: boolean; readonly right: boolean; readonly top: boolean; readonly bottom: boolean };
}

// In points.
/** Edges meet where they miss each other by no more than this. */
const MEET = 3.2;
/** Edge positions of one grid nearer than this are one. */
const SAME_POSITION = 2.6;
/** Edges that stick out over the outermost crossing edge by more than this have a side missing there. */
const STICKS_OUT = 9;
/** An edge covers the side of a place when it runs along this share of it. */
const COVERS = 0.6;

/** Groups of edges that meet, directly or through others. */
export function components(edges: Edges): Edges[] {
  const h = edges.horizontal, v = edges.vertical;
  const parent = Array.from({ length: h.length + v.length }, (_, i) => i);
  const find = (i: number): number => {
    while (parent[i] !== i) { parent[i] = parent[parent[i]!]!; i = parent[i]!; }
    return i;
  };
  const order = v.map((_, i) => i).sort((a, b) => v[a]!.at - v[b]!.at);
  h.forEach((a, i) => {
    for (const j of order) {
      const b = v[j]!;
      if (b.at < a.from - MEET) continue;
      if (b.at > a.to + MEET) break;
      if (a.at >= b.from - MEET && a.at <= b.to + MEET) parent[find(i)] = find(h.length + j);
    }
  });
  const groups = new Map<number, { horizontal: Edge[]; vertical: Edge[] }>();
  for (let i = 0; i < parent.length; i++) {
    const root = find(i);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    if (i < h.length) group.horizontal.push(h[i]!); else group.vertical.push(v[i - h.length]!);
  }
  return [...groups.values()].sort((a, b) => top(a) - top(b));
}

const top = (e: Edges): number => Math.min(...e.horizontal.map((x) => x.at), ...e.vertical.map((x) => x.from));

/** Distinct positions among edges, near ones taken together at the place of the longest. */
export function positions(edges: readonly Edge[]): number[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at);
  const out: number[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.at - sorted[j - 1]!.at <= SAME_POSITION) j++;
    let sum = 0, weight = 0;
    for (const e of sorted.slice(i, j)) { sum += e.at * (e.to - e.from); weight += e.to - e.from; }
    out.push(sum / weight);
    i = j;
  }
  return out;
}

const covers = (edges: readonly Edge[], at: number, from: number, to: number): boolean => {
  const inset = Math.min(1.5, (to - from) * 0.1);
  const length = to - from - 2 * inset;
  let covered = 0;
  for (const e of edges) {
    if (Math.abs(e.at - at) > SAME_POSITION + 0.4) continue;
    covered += Math.max(0, Math.min(e.to, to - inset) - Math.max(e.from, from + inset));
  }
  return covered >= COVERS * length;
};

/** The grid that one component spans, or `undefined` where it encloses nothing. */
export function gridOf(component: Edges): Grid | undefined {
  const { horizontal: h, vertical: v } = component;
  if (h.length === 0 || v.length === 0) return undefined;
  let xs = positions(v), ys = positions(h);
  const left = Math.min(...h.map((e) => e.from)), right = Math.max(...h.map((e) => e.to));
  const upper = Math.min(...v.map((e) => e.from)), lower = Math.max(...v.map((e) => e.to));
  const openSides = {
    left: xs[0]! - left > STICKS_OUT, right: right - xs[xs.length - 1]! > STICKS_OUT,
    top: ys[0]! - upper > STICKS_OUT, bottom: lower - ys[ys.length - 1]! > STICKS_OUT,
  };
  if (openSides.left) xs = [left, ...xs];
  if (openSides.right) xs = [...xs, right];
  if (openSides.top) ys = [upper, ...ys];
  if (openSides.bottom) ys = [...ys, lower];
  const rows = ys.length - 1, columns = xs.length - 1;
  if (rows < 1 || columns < 1) return undefined;
  // wallLeft[r][c]: an edge parts (r, c) from (r, c - 1); wallAbove likewise.
  const wallLeft = (r: number, c: number): boolean => c === 0 || covers(v, xs[c]!, ys[r]!, ys[r + 1]!);
  const wallAbove = (r: number, c: number): boolean => r === 0 || covers(h, ys[r]!, xs[c]!, xs[c + 1]!);
  // Runs within a row first, then equal runs of neighbouring rows: that always yields rectangles.
  interface Open { row: number; column: number; rowSpan: number; columnSpan: number }
  const cells: Open[] = [];
  let above: Open[] = [];
  for (let r = 0; r < rows; r++) {
    const runs: Open[] = [];
    for (let c = 0; c < columns; c++) {
      const last = runs[runs.length - 1];
      if (last && !wallLeft(r, c)) last.columnSpan++;
      else runs.push({ row: r, column: c, rowSpan: 1, columnSpan: 1 });
    }
    const here: Open[] = [];
    for (const run of runs) {
      const over = above.find((o) => o.column === run.column && o.columnSpan === run.columnSpan);
      let walled = false;
      for (let c = run.column; c < run.column + run.columnSpan; c++) walled ||= wallAbove(r, c);
      if (over && !walled) {
        over.rowSpan++;
        here.push(over);
      } else {
        cells.push(run);
        here.push(run);
      }
    }
    above = here;
  }
  cells.sort(inRows);
  return { xs, ys, cells, openSides };
}

/** The place of a grid cell on the page. */
export function cellBox(grid: { readonly xs: readonly number[]; readonly ys: readonly number[] }, cell: GridCell): Box {
  return [grid.xs[cell.column]!, grid.ys[cell.row]!, grid.xs[cell.column + cell.columnSpan]!, grid.ys[cell.row + cell.rowSpan]!];
}
