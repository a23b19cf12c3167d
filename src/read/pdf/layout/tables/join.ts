/**
 * Tables over consecutive pages to one: columns matched by their edges, heads printed again dropped, a row that runs over the break
 * joined cell by cell.
 */
import type { Box } from '../../../../paper/locator.js';
import { fold } from '../../../../paper/text.js';
import type { Word } from '../words.js';
import { plainText } from './lines.js';
import { isListLabel, readsAsValue, startsLow } from './values.js';
import { inRows, type FoundCell, type FoundTable, type TableLook } from './types.js';

/** A table of one page, with the words that its cells name. */
export interface PageTable {
  readonly page: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly table: FoundTable;
}

/** The part of a cell that stands on one page; `words` are indexes into that page's words. */
export interface CellPart { readonly page: number; readonly box: Box; readonly words: readonly number[] }

export interface JoinedCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header?: true;
  readonly parts: readonly CellPart[];
}

export interface JoinedTable {
  readonly rows: number;
  readonly columns: number;
  readonly headerRows: number;
  readonly look: TableLook;
  readonly cells: readonly JoinedCell[];
  /** Where it stands on each page, in order. */
  readonly places: readonly { readonly page: number; readonly box: Box }[];
  /** Rows (counted from 0) at which a new page begins; a row that runs over the break is not among them. */
  readonly pageStarts: readonly number[];
  /** Heads printed again on later pages: furniture. */
  readonly repeated: readonly CellPart[];
  readonly rowRuled: readonly boolean[];
  readonly confidence: number;
  readonly why: string;
  /** Index into the list given, of the tables it is made of. */
  readonly of: readonly number[];
}

export interface JoinOptions {
  /** True for words that are running heads, feet or page numbers; by default those in the outer eighth of the page. */
  readonly isFurniture?: (page: number, word: number) => boolean;
}

/** Outer edges of the parts of one table differ by no more than this, in points; slides and spreadsheets shift a little. */
const OUTER_SHIFT = 12;
/** Inner edges by no more than this. */
const INNER_SHIFT = 7;
/** Texts of one column begin, or end, within this many points of one another on both pages ... */
const TEXT_SHIFT = 2.5;
/** ... and this share of the columns has text on both. */
const BOTH_SHARE = 0.7;
/** Share of the page's height, at top and bottom, in which text is taken for furniture where nobody knows better. */
const MARGIN = 0.125;

/** Joins the tables that go on over page breaks. Tables come in reading order; those of one page may be several. */
export function joinTables(tables: readonly PageTable[], options: JoinOptions = {}): JoinedTable[] {
  const joined: JoinedTable[] = [];
  /** For the last table of the page before, the joined table that it ended. */
  let open: { joined: number; part: PageTable } | undefined;
  tables.forEach((part, index) => {
    const first = !tables.some((t) => t.page === part.page && t !== part && t.table.box[1] < part.table.box[1] && sideBySide(t.table.box, part.table.box) > 0);
    const last = !tables.some((t) => t.page === part.page && t !== part && t.table.box[3] > part.table.box[3]);
    const before = open;
    if (last) open = undefined;
    const plan = before && first && part.page === before.part.page + 1 ? matches(before.part, part, joined[before.joined]!, tables, options) : undefined;
    if (plan && before) {
      joined[before.joined] = append(joined[before.joined]!, part, index, plan, tables);
      if (last) open = { joined: before.joined, part };
      return;
    }
    joined.push(single(part, index));
    if (last) open = { joined: joined.length - 1, part };
  });
  return joined;
}

const sideBySide = (a: Box, b: Box): number => Math.min(a[2], b[2]) - Math.max(a[0], b[0]);

/** A table of one page as a joined table. */
export function single(part: PageTable, index = 0): JoinedTable {
  const { table, page } = part;
  return {
    rows: table.rows, columns: table.columns, headerRows: table.headerRows, look: table.look,
    cells: table.cells.map((c) => ({ row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan, ...(c.header && { header: true as const }), parts: [{ page, box: c.box, words: c.words }] })),
    places: [{ page, box: table.box }], pageStarts: [], repeated: [], rowRuled: table.rowRuled, confidence: table.confidence, why: table.why, of: [index],
  };
}

interface Plan {
  /** For each column of the new part: first and last-plus-one column of the joined table. */
  readonly columns: readonly (readonly [number, number])[];
  /** Rows of the new part that repeat heads. */
  readonly repeated: number;
  /** The first row after these goes on with the last row of the joined table. */
  readonly runsOn: boolean;
}

/** How the part continues the table, or `undefined` where it does not. */
function matches(before: PageTable, part: PageTable, joined: JoinedTable, tables: readonly PageTable[], options: JoinOptions): Plan | undefined {
  if (!nothingBelow(before, options) || !nothingAbove(part, options)) return undefined;
  // The page before may have held only rows whose cells lie over several columns: the last part that has all columns is the measure.
  const measure = before.table.columns === joined.columns ? before : joined.of.map((i) => tables[i]!).findLast((t) => t.table.columns === joined.columns) ?? before;
  const columns = matchColumns(measure.table, part.table, joined.columns) ?? (measure.table.columns === joined.columns ? alignedColumns(measure, part) : undefined);
  if (!columns) return undefined;
  const texts = (cells: readonly { row: number; column: number; text: string }[], r: number): string => cells.filter((c) => c.row === r && c.text !== '').map((c) => `${c.column}:${c.text}`).join('|');
  const own = joined.cells.filter((c) => c.row < 6).map((c) => ({ row: c.row, column: c.column, text: fold(cellText(c, tables)) }));
  const theirs = part.table.cells.map((c) => ({ row: c.row, column: columns[c.column]![0], text: fold(plainText(part.words, c.words)) }));
  let repeated = 0;
  while (repeated < part.table.rows && repeated < joined.rows && texts(theirs, repeated) !== '' && texts(theirs, repeated) === texts(own, repeated)) repeated++;
  if (repeated < joined.headerRows && repeated < 1) repeated = 0;
  // A new head of its own, other than this table's, begins another table.
  if (repeated === 0 && part.table.headerRows > 0 && joined.headerRows > 0 && hasHeads(part) && !looksLikeBody(part)) return undefined;
  return { columns, repeated, runsOn: part.table.rows > repeated && runsOn(joined, part, repeated, columns, tables) };
}

/** True where a grid that alone is no table stands first on its page, and its columns are those of the ruled table that ended the page before. */
export function isRest(before: PageTable, part: PageTable, options: JoinOptions = {}): boolean {
  return part.page === before.page + 1 && before.table.look === 'ruled' && before.table.columns === part.table.columns
    && nothingBelow(before, options) && nothingAbove(part, options) && matchColumns(before.table, part.table, before.table.columns) !== undefined;
}

/** White between a table and a row of its own totals below it is at most this many points. */
const FOOT_WHITE = 40;

/** True where a grid that alone is no table stands closely below a ruled table of the same columns: its totals, boxed apart. */
export function isFoot(tables: readonly FoundTable[], part: FoundTable, words: readonly Word[]): boolean {
  return tables.some((t) => t.look === 'ruled' && t.columns === part.columns && t.box[3] <= part.box[1] + 1 && part.box[1] - t.box[3] <= FOOT_WHITE
    && matchColumns(t, part, t.columns) !== undefined && !words.some((w) => w.box[1] > t.box[3] - 1 && w.box[3] < part.box[1] + 1));
}

const hasHeads = (part: PageTable): boolean => {
  const heads = part.table.cells.filter((c) => c.row < part.table.headerRows && c.words.length > 0);
  return heads.length > 0 && heads.every((c) => c.words.every((i) => part.words[i]!.bold));
};

/** Heads were counted, but their text runs on from the page before. */
const looksLikeBody = (part: PageTable): boolean =>
  part.table.cells.some((c) => c.row === 0 && c.words.length > 0 && startsLow(plainText(part.words, c.words)));

/** True where no text of the body stands below the table on its page. */
export function nothingBelow(part: PageTable, options: JoinOptions): boolean {
  const bottom = part.table.box[3];
  return !part.words.some((w, i) => w.box[1] > bottom - 1 && w.angle === 0 && !furniture(part, i, options));
}

function nothingAbove(part: PageTable, options: JoinOptions): boolean {
  const top = part.table.box[1];
  return !part.words.some((w, i) => w.box[3] < top + 1 && w.angle === 0 && !furniture(part, i, options));
}

function furniture(part: PageTable, i: number, options: JoinOptions): boolean {
  if (part.words[i]!.artifact) return true;
  if (options.isFurniture) return options.isFurniture(part.page, i);
  const box = part.words[i]!.box;
  return box[3] < MARGIN * part.height || box[1] > (1 - MARGIN) * part.height;
}

/** Which columns of the table the part's columns are, by their edges; `undefined` where they do not match. */
export function matchColumns(before: FoundTable, part: FoundTable, columns: number): (readonly [number, number])[] | undefined {
  const a = before.columnEdges, b = part.columnEdges;
  if (Math.abs(a[0]! - b[0]!) > OUTER_SHIFT || Math.abs(a[a.length - 1]! - b[b.length - 1]!) > OUTER_SHIFT) return undefined;
  if (before.columns !== columns) return undefined;
  if (a.length === b.length) {
    // Open tables have their edges in the white between columns, which differs by page.
    const shift = before.look === 'ruled' && part.look === 'ruled' ? INNER_SHIFT : 2 * OUTER_SHIFT;
    return a.every((x, k) => Math.abs(x - b[k]!) <= Math.max(shift, 0)) ? part.columnEdges.slice(1).map((_, k) => [k, k + 1] as const) : undefined;
  }
  // Fewer columns: each of the part's edges is an edge of the table, so its cells lie over several columns.
  if (b.length > a.length || b.length < 2 || (b.length === 2 && a.length > 2)) return undefined;
  const at = b.map((x) => a.findIndex((y) => Math.abs(x - y) <= INNER_SHIFT));
  at[0] = 0; at[at.length - 1] = a.length - 1;
  if (at.some((k, i) => k < 0 || (i > 0 && k <= at[i - 1]!))) return undefined;
  return at.slice(1).map((k, i) => [at[i]!, k] as const);
}

/** Columns of open tables, whose edges fall anywhere in the white, by where their texts begin or end: all columns that have text on both pages agree. */
function alignedColumns(before: PageTable, part: PageTable): (readonly [number, number])[] | undefined {
  const a = before.table, b = part.table;
  if (a.look === 'ruled' || b.look === 'ruled' || a.columns !== b.columns || Math.abs(a.columnEdges[0]! - b.columnEdges[0]!) > OUTER_SHIFT) return undefined;
  let both = 0;
  for (let k = 0; k < a.columns; k++) {
    const one = columnTexts(before, k), other = columnTexts(part, k);
    if (!one || !other) continue;
    if (Math.abs(one[0] - other[0]) > TEXT_SHIFT && Math.abs(one[1] - other[1]) > TEXT_SHIFT) return undefined;
    both++;
  }
  return both >= Math.max(2, BOTH_SHARE * a.columns) ? Array.from({ length: a.columns }, (_, k) => [k, k + 1] as const) : undefined;
}

/** Outermost left and right edge of the texts of a column, heads that lie over several columns left out. */
export function columnTexts(part: PageTable, column: number): readonly [number, number] | undefined {
  const boxes = part.table.cells.filter((c) => c.column === column && c.columnSpan === 1).flatMap((c) => c.words.map((i) => part.words[i]!.box));
  return boxes.length === 0 ? undefined : [Math.min(...boxes.map((b) => b[0])), Math.max(...boxes.map((b) => b[2]))];
}

/** The text of a joined cell, pages in order. */
export function cellText(cell: JoinedCell, tables: readonly PageTable[]): string {
  return cell.parts.map((p) => plainText(tables.find((t) => t.page === p.page)!.words, p.words)).filter((t) => t !== '').join(' ');
}

/** Words on which no cell ends: its text goes on. */
const OPEN_END = /\s(?:and|or|of|the|to|for|in|with|by|a|an|from|on|at|as|that|&)$/u;
const FINISHED = /[.!?;:]['"’”)\]]*$/;

/** True where the row after the repeated heads goes on with the last row of the table. */
function runsOn(joined: JoinedTable, part: PageTable, row: number, columns: readonly (readonly [number, number])[], tables: readonly PageTable[]): boolean {
  const lastRow = joined.rows - 1;
  if (lastRow < joined.headerRows) return false;
  const next = part.table.cells.filter((c) => c.row === row && c.words.length > 0);
  if (next.length === 0) return false;
  const last = joined.cells.filter((c) => c.row <= lastRow && c.row + c.rowSpan > lastRow);
  const lastText = (column: number): string => {
    const cell = last.find((c) => c.column <= column && c.column + c.columnSpan > column);
    return cell ? cellText(cell, tables) : '';
  };
  let goesOn = 0, anew = 0;
  for (const c of next) {
    const text = plainText(part.words, c.words);
    const above = lastText(columns[c.column]![0]);
    const tokens = c.words.map((i) => part.words[i]!.text);
    if (readsAsValue(tokens)) anew++;
    else if (above !== '' && startsLow(text) && !FINISHED.test(above)) goesOn += 2;
    else if (OPEN_END.test(above)) goesOn += 1;
    else if (above !== '' && isListLabel(tokens[0]!) && tokens.length > 1) goesOn += 0;
    else if (above === '') anew += 0.5;
    else if (FINISHED.test(above)) anew += 0.25;
  }
  const keyed = next.some((c) => columns[c.column]![0] === 0);
  if (keyed) return goesOn > anew && goesOn > 0;
  // A key that heads several rows heads those overleaf too: it says nothing of this row.
  if (last.some((c) => c.column === 0 && c.rowSpan > 1)) return goesOn > anew;
  // The key column stays empty: a continuation, unless it is often empty or this row is all values.
  const body = joined.cells.filter((c) => c.column === 0 && c.row >= joined.headerRows && c.rowSpan === 1);
  const empty = body.filter((c) => c.parts.every((p) => p.words.length === 0)).length;
  if (body.length >= 4 && empty * 3 > body.length) return goesOn > anew;
  return goesOn > 0 || !next.every((c) => readsAsValue(c.words.map((i) => part.words[i]!.text)));
}

function append(joined: JoinedTable, part: PageTable, index: number, plan: Plan, _tables: readonly PageTable[]): JoinedTable {
  const { table, page } = part;
  const repeated: CellPart[] = [];
  const cells: JoinedCell[] = [...joined.cells];
  const offset = joined.rows - plan.repeated - (plan.runsOn ? 1 : 0);
  const toPart = (c: FoundCell): CellPart => ({ page, box: c.box, words: c.words });
  for (const c of table.cells) {
    if (c.row < plan.repeated) { repeated.push(toPart(c)); continue; }
    const column = plan.columns[c.column]![0];
    const columnEnd = plan.columns[c.column + c.columnSpan - 1]![1];
    const row = c.row + offset;
    if (plan.runsOn && c.row === plan.repeated) {
      const k = cells.findIndex((o) => o.row <= row && o.row + o.rowSpan > row && o.column <= column && o.column + o.columnSpan > column);
      if (k >= 0) {
        const over = cells[k]!;
        cells[k] = { ...over, rowSpan: Math.max(over.rowSpan, row + c.rowSpan - over.row), parts: c.words.length > 0 ? [...over.parts, toPart(c)] : over.parts };
        continue;
      }
    }
    cells.push({ row, column, rowSpan: c.rowSpan, columnSpan: columnEnd - column, parts: [toPart(c)] });
  }
  cells.sort(inRows);
  return {
    ...joined,
    rows: offset + table.rows,
    cells,
    places: [...joined.places, { page, box: table.box }],
    pageStarts: plan.runsOn ? (table.rows > plan.repeated + 1 ? [...joined.pageStarts, joined.rows] : joined.pageStarts) : [...joined.pageStarts, joined.rows],
    repeated: [...joined.repeated, ...repeated],
    rowRuled: [...joined.rowRuled, ...table.rowRuled.slice(plan.repeated + (plan.runsOn ? 1 : 0))],
    confidence: Math.min(joined.confidence, table.confidence),
    of: [...joined.of, index],
  };
}

/** The joined table as rows of text, a spanned cell's text in its first place. */
export function rowsOf(table: JoinedTable, tables: readonly PageTable[]): string[][] {
  const rows = Array.from({ length: table.rows }, () => new Array<string>(table.columns).fill(''));
  for (const c of table.cells) rows[c.row]![c.column] = cellText(c, tables);
  return rows;
}
