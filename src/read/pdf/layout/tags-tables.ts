/**
 * Tables as tags state them, checked against where their cells are printed: rows and columns, spans, headings, and what speaks
 * against believing them. Pure.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Glyph, Tag } from '../geometry.js';
import type { TaggedNode } from './tags-tree.js';

export interface TaggedCell {
  /** Counted from 0; the column is the one in which the cell is printed where that can be told, see `taggedColumn`. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Tagged TH. Whether it truly heads anything is for the reader of the whole table to say: body rows are tagged so too. */
  readonly header: boolean;
  readonly scope?: string;
  /** Around what is printed in it; absent for an empty cell. */
  readonly box?: Box;
  readonly children: readonly TaggedNode[];
  /** The column that the order of the tags gives, where it is another one than that in which the cell is printed. */
  readonly taggedColumn?: number;
}

export interface TaggedTable {
  readonly type: 'table';
  readonly rows: number;
  readonly columns: number;
  /** In row-major order of the tags. */
  readonly cells: readonly TaggedCell[];
  /** For each row: the part of the table that it is tagged in, and the box of what is printed in it. */
  readonly rowParts: readonly { readonly part: 'head' | 'body' | 'foot'; readonly box?: Box }[];
  /** Left and right edge of what is printed in each column, in points; absent for a column of which no cell stands alone. */
  readonly columnEdges: readonly ({ readonly left: number; readonly right: number } | undefined)[];
  readonly box: Box;
  /** Content of the table that is in no cell: captions, stray paragraphs. */
  readonly loose: readonly TaggedNode[];
  /** Its cells only place text on the page: one box, or one box a row. */
  readonly layout: boolean;
  /** The tags hold against the page; where not, geometry decides in `box`. */
  readonly trusted: boolean;
  /** What speaks against it, in words. */
  readonly doubts: readonly string[];
  /** The same element has content on an earlier or a later page. Word closes its tables at each page, so absence says nothing. */
  readonly continues?: { readonly before: boolean; readonly after: boolean };
}

/** Most rows or columns that one span may cover: larger ones are mistakes of the producer. */
const MOST_SPAN = 1_000;
/** Most columns of a table. */
const MOST_COLUMNS = 500;
/** Points by which boxes of neighbouring cells may overlap: text is set to the edge, and glyph boxes are a little taller than their ink. */
const OVERLAP_SLACK = 3;
/** Part of the cells that may stand against the page before the table is not believed. */
const WRONG_SHARE = 0.1;

interface Context {
  readonly glyphs: readonly Glyph[];
  readonly kidsOf: (tag: Tag) => readonly (Tag | number)[];
  readonly blocks: (kids: readonly (Tag | number)[]) => TaggedNode[];
}

interface Draft {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  header: boolean;
  scope?: string | undefined;
  children: TaggedNode[];
  box?: Box | undefined;
  printed?: number;
}

/** Reads a Table element; `undefined` where it holds nothing that can be seen. */
export function gridOf(table: Tag, context: Context): TaggedTable | undefined {
  const loose: TaggedNode[] = [];
  const rows: { part: 'head' | 'body' | 'foot'; cells: Draft[] }[] = [];
  const readRows = (tag: Tag, part: 'head' | 'body' | 'foot', depth: number): void => {
    let stray: (Tag | number)[] = [];
    for (const kid of context.kidsOf(tag)) {
      if (typeof kid === 'number') { stray.push(kid); continue; }
      const inner = kid.type === 'THead' ? 'head' : kid.type === 'TFoot' ? 'foot' : kid.type === 'TBody' ? 'body' : undefined;
      if (inner && depth < 3) readRows(kid, inner, depth + 1);
      else if (kid.type === 'TR') rows.push({ part, cells: readCells(kid, context, loose) });
      else stray.push(kid);
    }
    if (stray.length > 0) loose.push(...context.blocks(stray));
    stray = [];
  };
  readRows(table, 'body', 0);
  const printed = [...rows.flatMap((r) => r.cells.flatMap((c) => (c.box ? [c.box] : []))), ...loose.map((n) => n.box)];
  if (printed.length === 0) return undefined;
  const columns = place(rows.map((r) => r.cells));
  const cells = rows.flatMap((r) => r.cells);
  const edges = columnEdges(cells, columns);
  correctColumns(rows.map((r) => r.cells), edges);
  const doubts = doubtsOf(rows.map((r) => r.cells), cells, columns);
  const filled = cells.filter((c) => c.box);
  const layout = isLayoutGrid(rows.map((r) => r.cells.filter((c) => c.box)));
  return {
    type: 'table', rows: rows.length, columns,
    cells: cells.map((c) => ({
      row: c.row, column: c.printed ?? c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan, header: c.header, children: c.children,
      ...(c.scope ? { scope: c.scope } : {}), ...(c.box ? { box: c.box } : {}), ...(c.printed !== undefined && c.printed !== c.column ? { taggedColumn: c.column } : {}),
    })),
    rowParts: rows.map((r) => { const boxes = r.cells.flatMap((c) => (c.box ? [c.box] : [])); return { part: r.part, ...(boxes.length > 0 ? { box: boxAround(boxes) } : {}) }; }),
    columnEdges: edges, box: boxAround(printed), loose, layout,
    trusted: doubts.length === 0 && filled.length > 0,
    doubts,
    ...(table.elsewhere ? { continues: table.elsewhere } : {}),
  };
}

function readCells(row: Tag, context: Context, loose: TaggedNode[]): Draft[] {
  const cells: Draft[] = [];
  const stray: (Tag | number)[] = [];
  for (const kid of context.kidsOf(row)) {
    if (typeof kid === 'number' || (kid.type !== 'TH' && kid.type !== 'TD')) { stray.push(kid); continue; }
    const children = context.blocks(context.kidsOf(kid));
    cells.push({
      row: 0, column: 0, header: kid.type === 'TH', scope: kid.scope, children,
      rowSpan: Math.min(kid.rowSpan ?? 1, MOST_SPAN), columnSpan: Math.min(kid.columnSpan ?? 1, MOST_SPAN),
      box: children.length > 0 ? boxAround(children.map((c) => c.box)) : undefined,
    });
  }
  if (stray.length > 0) loose.push(...context.blocks(stray));
  return cells;
}

/** Gives each cell its row and column as HTML does: in order, past the cells that reach down from above. Returns the count of columns. */
function place(rows: readonly Draft[][]): number {
  let columns = 0;
  const reach: number[] = [];
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while ((reach[column] ?? 0) > row && column < MOST_COLUMNS) column++;
      cell.row = row;
      cell.column = column;
      cell.rowSpan = Math.min(cell.rowSpan, rows.length - row);
      for (let k = 0; k < cell.columnSpan && column < MOST_COLUMNS; k++) reach[column++] = row + cell.rowSpan;
    }
    columns = Math.max(columns, column);
  });
  return columns;
}

/** Where each column is printed, from cells that stand in one column of a row that has all of its cells. */
function columnEdges(cells: readonly Draft[], columns: number): ({ left: number; right: number } | undefined)[] {
  const width = new Map<number, number>();
  for (const c of cells) for (let r = c.row; r < c.row + c.rowSpan; r++) width.set(r, (width.get(r) ?? 0) + c.columnSpan);
  const found: { left: number[]; right: number[] }[] = Array.from({ length: columns }, () => ({ left: [], right: [] }));
  for (const c of cells) {
    if (!c.box || c.columnSpan !== 1 || width.get(c.row) !== columns) continue;
    found[c.column]?.left.push(c.box[0]);
    found[c.column]?.right.push(c.box[2]);
  }
  return found.map(({ left, right }) => (left.length === 0 ? undefined : { left: median(left), right: Math.max(...right) }));
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/**
 * Finds the column in which a cell is printed, where the tags say another one: producers leave empty cells out of a row, and tag the
 * continuation of a cell over a page in the first column. Only where every column's place is known and they do not overlap.
 */
function correctColumns(rows: readonly Draft[][], edges: readonly ({ left: number; right: number } | undefined)[]): void {
  if (edges.length < 2 || edges.some((e) => !e)) return;
  const known = edges as readonly { left: number; right: number }[];
  for (let k = 1; k < known.length; k++) if ((known[k]?.left ?? 0) <= (known[k - 1]?.left ?? 0)) return;
  for (const cells of rows) {
    const moved = cells.map((c) => (c.box && c.columnSpan === 1 ? printedColumn(c.box, known) : c.column));
    // The order of the cells must stay that of the tags, and no two may fall into one column.
    if (moved.some((m, i) => i > 0 && m <= (moved[i - 1] ?? -1))) continue;
    cells.forEach((c, i) => { const m = moved[i]; if (m !== undefined && m !== c.column) c.printed = m; });
  }
}

/**
 * The column, counted from 0, in which a box is printed: the last one that starts left of it, or whose text its middle falls into. `edges`
 * run from left to right; those of a table's earlier page serve for its next, where a row may hold one continued cell alone.
 */
export function printedColumn(box: Box, edges: readonly { readonly left: number; readonly right: number }[]): number {
  const middle = (box[0] + box[2]) / 2;
  for (let k = edges.length - 1; k > 0; k--) {
    const e = edges[k];
    if (e && box[0] >= e.left - OVERLAP_SLACK) return k;
    if (e && middle >= e.left && middle <= e.right && box[0] > (edges[k - 1]?.right ?? 0) - OVERLAP_SLACK) return k;
  }
  return 0;
}

function doubtsOf(rows: readonly Draft[][], cells: readonly Draft[], columns: number): string[] {
  const doubts: string[] = [];
  const filled = cells.filter((c): c is Draft & { box: Box } => c.box !== undefined);
  if (columns === 0) return ['it has no cells'];
  const tolerated = WRONG_SHARE * filled.length;

  // Rows must follow each other down the page.
  let climbs = 0;
  let above: Box | undefined;
  for (const row of rows) {
    const boxes = row.flatMap((c) => (c.box && c.rowSpan === 1 ? [c.box] : []));
    if (boxes.length === 0) continue;
    const box = boxAround(boxes);
    if (above && box[3] <= above[1] + OVERLAP_SLACK) climbs++;
    above = box;
  }
  if (climbs > 0) doubts.push(`${climbs} of ${rows.length} rows stand above the row before`);

  // Cells must not lie over each other. Sweep down the page: only cells at one height can meet.
  const sorted = [...filled].sort((a, b) => a.box[1] - b.box[1]);
  let open: typeof sorted = [];
  let overlaps = 0;
  for (const c of sorted) {
    open = open.filter((o) => o.box[3] > c.box[1] + OVERLAP_SLACK);
    for (const o of open) {
      const across = Math.min(o.box[2], c.box[2]) - Math.max(o.box[0], c.box[0]);
      const down = Math.min(o.box[3], c.box[3]) - Math.max(o.box[1], c.box[1]);
      if (across > OVERLAP_SLACK && down > OVERLAP_SLACK) overlaps++;
    }
    open.push(c);
  }
  if (overlaps > tolerated) doubts.push(`${overlaps} of its cells lie over another`);

  // Cells of a row must run from left to right.
  let backwards = 0;
  for (const row of rows) {
    let left = -Infinity;
    for (const c of row) {
      if (!c.box) continue;
      if (c.box[2] <= left + OVERLAP_SLACK) backwards++;
      left = c.box[0];
    }
  }
  if (backwards > tolerated) doubts.push(`${backwards} of its cells stand left of the cell before`);
  return doubts;
}

/** One box, one box a row, or a single row without headings: nothing is compared down the page. */
function isLayoutGrid(rows: readonly Draft[][]): boolean {
  const filled = rows.filter((r) => r.length > 0);
  const shared = filled.filter((r) => r.length > 1);
  if (shared.length === 0) return true;
  return filled.length === 1 && !(filled[0] ?? []).some((c) => c.header);
}
