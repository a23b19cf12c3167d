/**
 * Tables as found on pages to the paper's tables: the words of each cell to paragraphs that know their height within the row, so
 * that an action can be paired with the owner, cost and timescale that stand beside it. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box, type Locator } from '../../../paper/locator.js';
import type { Block, Cell, Paragraph, Table } from '../../../paper/model.js';
import type { Image } from '../geometry.js';
import { goesOn } from './breaks.js';
import { compose, type Inks } from './compose.js';
import { startsSmall } from './line-ends.js';
import { greatest, least, linesOf, type Line } from './lines.js';
import { paragraphsOf, type Column, type Draft, type Pitch, type Tie } from './paragraphs.js';
import type { Word } from './words.js';

/** What stands in a cell on one page. */
export interface CellPiece {
  readonly page: number;
  readonly box: Box;
  readonly words: readonly Word[];
  /** Height of its row on the pages before, in points: 0 for the first piece. */
  readonly above: number;
  /** y at which its row begins on this page. */
  readonly rowTop: number;
}

export interface TableCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header?: boolean;
  readonly pieces: readonly CellPiece[];
  /** Tables that stand inside it. */
  readonly inner?: readonly TableShape[];
}

/** A table over one or more pages. */
export interface TableShape {
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  readonly ruled: boolean;
  readonly places: readonly { readonly page: number; readonly box: Box }[];
  readonly pageStarts?: readonly number[];
  readonly cells: readonly TableCell[];
  readonly title?: string;
}

/** Text keeps at least, and at most, so many points away from its cell's edge. */
const LEAST_PAD = 1.5;
const MOST_PAD = 9;
/** Text that stays within this share of its column's width was not wrapped by it. */
const UNWRAPPED = 0.75;

/** A paragraph that runs over a page stands within so many lines of the break. */
const BREAK_LINES = 2;
/** A paragraph that runs over leaves at most one line free, to have two on the next page: less than this many times the size. */
const FREE_LINES = 2.4;

/** Blocks without their final ids: `number` gives each the next one. */
export type Numbering = () => number;

/** The paper's table. `pictures` are the images of each page. */
export function tableOf(shape: TableShape, pitch: Pitch, inks: Inks, number: Numbering, pictures: (page: number) => readonly Image[], tie?: Tie): Table {
  const first = shape.places[0]!, last = shape.places.at(-1)!;
  const columns = columnsOf(shape);
  // How much higher the table ends on each page than it does on others: white space that lines of a running row would have filled.
  const deepest = greatest(shape.places, (p) => p.box[3]);
  const room = new Map(shape.places.map((p) => [p.page, deepest - p.box[3]]));
  const cells = shape.cells.map((cell): Cell => {
    const blocks = cellBlocks(cell, columns, shape.ruled, room, pitch, inks, number, tie);
    for (const inner of cell.inner ?? []) insertByTop(blocks, tableOf(inner, pitch, inks, number, pictures, tie));
    const picture = blocks.length === 0 && cell.pieces.some((p) => pictures(p.page).some((i) => mostlyIn(i.box, p.box)));
    return {
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan, ...(cell.header && { header: true }), ...(picture && { picture: true }),
      at: placeOf(cell, first), blocks,
    };
  });
  const at: Locator = { in: 'page', page: first.page, box: first.box };
  return {
    id: number(), type: 'table', at, ...(last !== first && { until: { in: 'page', page: last.page, box: last.box } as Locator }),
    ...(shape.title !== undefined && { title: shape.title }), headerRows: shape.headerRows, rows: shape.rows, columns: shape.columns, cells,
    places: shape.places, ...(shape.pageStarts && shape.pageStarts.length > 0 && { pageStarts: shape.pageStarts }), ruled: shape.ruled,
  };
}

function placeOf(cell: TableCell, table: { page: number; box: Box }): Locator {
  const piece = cell.pieces[0];
  return { in: 'page', page: piece?.page ?? table.page, box: piece?.box ?? table.box };
}

function mostlyIn(inner: Box, outer: Box): boolean {
  const x = (inner[0] + inner[2]) / 2, y = (inner[1] + inner[3]) / 2;
  return x > outer[0] && x < outer[2] && y > outer[1] && y < outer[3];
}

function insertByTop(blocks: Block[], table: Table): void {
  const top = (b: Block): number => (b.at.in === 'page' ? b.at.page * 1e5 + b.at.box[1] : 0);
  const i = blocks.findIndex((b) => top(b) > top(table));
  if (i < 0) blocks.push(table); else blocks.splice(i, 0, table);
}

/** Where the text of each column begins and ends, over all its rows. */
function columnsOf(shape: TableShape): Map<number, Column> {
  const found = new Map<number, Column>();
  for (const c of shape.cells) {
    if (c.columnSpan > 1) continue;
    for (const w of c.pieces.flatMap((p) => p.words)) {
      if (w.angle !== 0) continue;
      const known = found.get(c.column);
      found.set(c.column, { left: Math.min(known?.left ?? Infinity, w.box[0]), right: Math.max(known?.right ?? -Infinity, w.box[2]) });
    }
  }
  return found;
}

/** The edges of the text in one piece of a cell. */
function measure(cell: TableCell, piece: CellPiece, lines: readonly Line[], columns: ReadonlyMap<number, Column>, ruled: boolean): Column {
  const starts = least(lines, (l) => l.start), ends = greatest(lines, (l) => l.end);
  if (lines[0]!.angle !== 0) return { left: starts, right: ends };
  const usual = cell.columnSpan === 1 ? columns.get(cell.column) : undefined;
  const left = usual && usual.left >= piece.box[0] - 1 && usual.left <= starts ? usual.left : starts;
  // Without printed sides the text itself shows the width, unless it is so narrow that nothing in the column was ever wrapped.
  const furthest = Math.max(ends, usual?.right ?? ends);
  if (!ruled && furthest - piece.box[0] > UNWRAPPED * (piece.box[2] - piece.box[0])) return { left, right: furthest };
  const pad = Math.min(MOST_PAD, Math.max(LEAST_PAD, left - piece.box[0]));
  return { left, right: Math.max(ends, piece.box[2] - pad) };
}

function cellBlocks(cell: TableCell, columns: ReadonlyMap<number, Column>, ruled: boolean, room: ReadonlyMap<number, number>, pitch: Pitch, inks: Inks, number: Numbering, tie?: Tie): Block[] {
  const found: { drafts: Draft[]; top: number; bottom: number }[] = [];
  for (const piece of cell.pieces) {
    if (piece.words.length === 0) continue;
    const lines = linesOf(piece.words, piece.page);
    const angles = [...new Set(lines.map((l) => l.angle))];
    let opening = true;
    for (const angle of angles) {
      const own = lines.filter((l) => l.angle === angle);
      for (const draft of paragraphsOf(own, measure(cell, piece, own, columns, ruled), pitch, tie)) {
        const box = boxAround(draft.lines.map((l) => l.box));
        const top = piece.above + box[1] - piece.rowTop, bottom = piece.above + box[3] - piece.rowTop;
        const last = found.at(-1);
        if (opening && last && piece !== cell.pieces[0] && atBreak(last.drafts.at(-1)!, cell.pieces, piece, draft, room) && goesOn(last.drafts.at(-1)!, draft)) { last.drafts.push(draft); last.bottom = bottom; }
        else found.push({ drafts: [draft], top, bottom });
        opening = false;
      }
    }
  }
  // A mark that is all that a cell holds is what the cell says (a tick, a dot in a matrix), not the bullet of an empty entry.
  const mark = found.length === 1 && cell.pieces.reduce((n, p) => n + p.words.length, 0) === 1;
  return found.map(({ drafts, top, bottom }): Paragraph => {
    const { label, ...rest } = drafts[0]!;
    const first: Draft = label && !(mark && label.bullet) ? { ...rest, label } : rest;
    const draft = drafts.length === 1 ? first : { ...first, lines: drafts.flatMap((d) => d.lines) };
    return { id: number(), type: 'paragraph', ...compose(draft, inks), top: tenth(top), bottom: tenth(bottom) };
  });
}

/** The paragraph stands at the foot of the cell's piece before, and the next one at the head of this piece. */
function atBreak(last: Draft, pieces: readonly CellPiece[], piece: CellPiece, next: Draft, room: ReadonlyMap<number, number>): boolean {
  const before = pieces[pieces.indexOf(piece) - 1]!;
  const end = last.lines.at(-1)!, start = next.lines[0]!;
  if ((room.get(before.page) ?? 0) > FREE_LINES * end.size && !startsSmall(start)) return false;
  return end.page === before.page && before.box[3] - end.box[3] < BREAK_LINES * end.size && start.box[1] - piece.rowTop < BREAK_LINES * start.size;
}

const tenth = (n: number): number => Math.round(n * 10) / 10;
