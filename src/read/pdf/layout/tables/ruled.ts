/** Tables with a printed grid: components of edges that meet, each a grid, its empty or doubled places cleaned away. */
import { isWithin, type Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import type { Axis } from './charts.js';
import { build, rowsUnparted, type Built } from './build.js';
import { cellBox, components, gridOf, type Grid } from './grid.js';
import { linesOf, wordsIn } from './lines.js';
import type { Edges } from './rulings.js';
import { finishTable } from './finish.js';
import { uprightTable } from './open.js';
import { refusesGrid } from './refuse.js';
import { rulesOf } from './rules.js';
import type { FoundTable } from './types.js';
import { headsColumns, readsAsValue } from './values.js';

export interface RuledTables {
  readonly tables: readonly FoundTable[];
  /** Areas of grids taken or refused: what lies in them is no table of another look. */
  readonly charts: readonly Box[];
  readonly boxes: readonly Box[];
  /** Refused grids of several columns: a row that runs over a page fills one cell of its last page. */
  readonly rests: readonly FoundTable[];
  /** Closed boxes of one place: their sides are no rules of a half-ruled table. */
  readonly frames: readonly Box[];
}

// In points.
/** A grid smaller than this in either direction is a tick box or a bullet. */
const LEAST_WIDTH = 40;
const LEAST_HEIGHT = 12;

/** Rows may stand out over the sides of the grid above them by this much. */
const OVERHANG = 4;

/** A rule along this share of the width runs across the table. */
const ACROSS = 0.9;

/** Tables with a printed grid among the edges of a page; `text` are the words that are no typed rulings, where there are such. */
export function ruledTables(words: readonly Word[], edges: Edges, axes: readonly Axis[], text?: readonly number[]): RuledTables {
  const tables: FoundTable[] = [], charts: Box[] = [], boxes: Box[] = [], frames: Box[] = [], rests: FoundTable[] = [];
  for (const { component, grid, box } of innermostFirst(edges)) {
    const all = wordsIn(words, box, text);
    // What stands in a table of its own within one cell is that table's.
    const inner = tables.filter((t) => grid.cells.length > 1 && grid.cells.some((c) => isWithin(t.box, cellBox(grid, c))));
    const inside = inner.length === 0 ? all : all.filter((i) => !inner.some((t) => t.cells.some((c) => c.words.includes(i))));
    if (grid.cells.length === 1) {
      frames.push(box);
      if (inside.length > 0) boxes.push(box);
      continue;
    }
    const frame = { xs: grid.xs, ys: grid.ys, cells: grid.cells, printed: printedInside(grid) };
    const built = build(words, inside, frame);
    const open = frame.printed ? rowsUnparted(words, inside, frame, built) : undefined;
    if (frame.printed && headsOnly(words, inside, grid, box)) continue;
    const table = finishTable(words, open ? openRows(words, inside, component, grid, built, open) : built, 'ruled', 'printed grid');
    const why = table ? refusesGrid(words, table, component, axes) : 'empty';
    if (!table || why) {
      if (table && why !== 'chart' && why !== 'form' && table.columns > 1) rests.push(table);
      if (why === 'chart' || why === 'form') charts.push(box);
      if (why !== 'chart') boxes.push(...grid.cells.map((c) => cellBox(grid, c)).filter((b) => wordsIn(words, b, inside).length > 0));
      continue;
    }
    tables.push(table);
  }
  return { tables, charts, boxes, frames, rests };
}

interface Framed { readonly component: Edges; readonly grid: Grid; readonly box: Box }

/** The grids large enough to hold text, from top to bottom, but those that lie in a cell of another before that one. */
function innermostFirst(edges: Edges): Framed[] {
  const found = components(edges).flatMap((component): Framed[] => {
    const grid = gridOf(component);
    if (!grid) return [];
    const box: Box = [grid.xs[0]!, grid.ys[0]!, grid.xs[grid.xs.length - 1]!, grid.ys[grid.ys.length - 1]!];
    return box[2] - box[0] < LEAST_WIDTH || box[3] - box[1] < LEAST_HEIGHT ? [] : [{ component, grid, box }];
  });
  if (!found.some((f) => found.some((o) => o !== f && isWithin(f.box, o.box)))) return found;
  const depth = new Map(found.map((f) => [f, found.filter((o) => o !== f && isWithin(f.box, o.box)).length]));
  return [...found].sort((a, b) => depth.get(b)! - depth.get(a)!);
}

/** A grid of heads alone has no more rows than this ... */
const HEAD_ROWS = 3;
/** ... and right below it, each no further down than this many times its size, stand at least so many lines of a name and figures. */
const BODY_NEAR = 2.6;
const BODY_LINES = 3;

/** The grid holds heads, and no figure; the rows stand right below it without lines between them, in its columns: its rules are those of an open table. */
function headsOnly(words: readonly Word[], inside: readonly number[], grid: Grid, [left, , right, bottom]: Box): boolean {
  if (grid.ys.length - 1 > HEAD_ROWS || inside.length === 0) return false;
  const texts = linesOf(words, inside).flatMap((l) => l.phrases.map((p) => p.words.map((i) => words[i]!.text)));
  if (texts.some((t) => readsAsValue(t) && !headsColumns(t))) return false;
  const under: number[] = [], reach = bottom + BODY_LINES * BODY_NEAR * Math.max(...inside.map((i) => words[i]!.size));
  words.forEach((w, i) => { if (w.baseline > bottom && w.baseline <= reach && w.box[0] >= left - OVERHANG && w.box[2] <= right + OVERHANG) under.push(i); });
  let last = bottom, rows = 0;
  for (const line of linesOf(words, under)) {
    if (line.baseline - last > BODY_NEAR * line.size) break;
    const across = line.phrases.some((p) => grid.xs.slice(1, -1).some((x) => p.left < x - 1 && p.right > x + 1));
    if (across || line.phrases.length < 2 || !line.phrases.slice(1).every((p) => readsAsValue(p.words.map((i) => words[i]!.text)))) break;
    rows++;
    last = line.baseline;
  }
  return rows >= BODY_LINES;
}

/** The table built anew, its rows and heads told by the text. */
function openRows(words: readonly Word[], inside: readonly number[], component: Edges, grid: Grid, built: Built, rows: 'figures' | 'texts'): Built {
  const rules = rulesOf(component.horizontal), [left, right] = [grid.xs[0]!, grid.xs[grid.xs.length - 1]!];
  return uprightTable(words, inside, built.columnEdges, grid.ys, rules.filter((r) => r.pieces.length > 1 || r.to - r.from < ACROSS * (right - left)), rows);
}

/** True where upright edges part the inside, so that columns are printed; a mere frame with rules across is read by its text. */
function printedInside(grid: Grid): boolean {
  return grid.xs.length > 2;
}
