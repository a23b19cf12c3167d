/** The rows of a plan's table, grouped by recommendation. Pure. */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { eachParagraph, unmarked, rowsOf } from '../../paper/walk.js';
import { isCapitals } from '../shared/looks.js';
import { openingOf } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { HEADING } from './prose.js';
import { bandIn, type Layout, type PlanColumn, type Role } from './columns.js';

export interface PlanRow {
  readonly row: number;
  /** The cells that begin in this row, with their columns. */
  readonly cells: readonly { readonly column: PlanColumn; readonly cell: Cell }[];
  /** It is the first of a page. */
  readonly startsPage?: true;
  /** It may go on with a recommendation from before: the first row of a page, or, where the source shows no pages, one with an empty lead cell of its own. */
  readonly mayContinue: boolean;
}

export interface PlanGroup {
  /** The band above, where there is one. */
  readonly band?: Paragraph[];
  /** The cell of the recommendation column; absent in rows that continue one which is not in the paper, or where there is no such column. */
  readonly lead?: Cell;
  readonly number?: Cell;
  readonly rows: PlanRow[];
  /** Rows under it that add up what the plan costs, and are no action. */
  totals?: PlanRow[];
  continued?: boolean;
}

export const paragraphsOf = (cell: Cell): Paragraph[] => eachParagraph(cell.blocks).filter((p) => p.text !== '' || p.label !== undefined);
const filled = (cell: Cell | undefined): boolean => cell !== undefined && paragraphsOf(cell).length > 0;

export const columnFor = (layout: Layout, role: Role): PlanColumn | undefined => layout.columns.find((c) => c.role === role);

/** The number that a recommendation begins with, where it has one: its label, or the text of its number column. */
export function leadNumber(group: Pick<PlanGroup, 'lead' | 'number'>): string | undefined {
  const own = group.lead ? paragraphsOf(group.lead)[0]?.number : undefined;
  if (own !== undefined) return own;
  const cell = group.number ? paragraphsOf(group.number)[0] : undefined;
  return cell ? (cell.number ?? (cell.text.replace(/[.):]+$/, '').trim() || undefined)) : undefined;
}

/** Groups the rows under the heading rows. A row whose recommendation cell is empty goes on with the one above. */
export function groupRows(table: Table, layout: Layout, words: Vocabulary['words'] = {}): PlanGroup[] {
  const lead = columnFor(layout, 'recommendation');
  const action = columnFor(layout, 'action');
  const number = columnFor(layout, 'number');
  // A number beside the action is the action's.
  const leadNumbers = number && lead && (!action || number.index < lead.index);
  const groups: PlanGroup[] = [];
  // A title over the headings, inside the table, names the rows as one above it would.
  const titles = Array.from({ length: layout.headerRows }, (_, r) => bandIn(table, r)).filter((c, i, all): c is Cell => c !== undefined && all.indexOf(c) === i);
  let band: Paragraph[] | undefined = titles.length > 0 ? titles.flatMap(paragraphsOf) : undefined;
  const pageStarts = table.pageStarts ? new Set(table.pageStarts) : undefined;
  const grid = gridOf(table, layout);
  for (let r = layout.headerRows; r < table.rows; r++) {
    const cells = grid.rows[r] ?? [];
    const inked = cells.filter(filled);
    const only = inked[0];
    if (inked.length === 0 || !only) continue;
    if (inked.length === 1 && (isBand(only, table, cells, lead?.index) || isLoneBand(only, r, grid, layout, words))) { band = paragraphsOf(only); groups.push({ band, rows: [] }); continue; }
    const row: PlanRow = {
      row: r, ...(pageStarts?.has(r) ? { startsPage: true as const } : {}), mayContinue: pageStarts ? pageStarts.has(r) : lead !== undefined && cells.some((c) => c.column === lead.index && !filled(c)),
      cells: cells.flatMap((cell) => {
        const column = layout.columns.find((c) => c.index >= cell.column && c.index < cell.column + cell.columnSpan && (c.role !== 'other' || cell.columnSpan === 1)) ?? layout.columns[cell.column];
        return column ? [{ column, cell }] : [];
      }),
    };
    const above = groups.findLast((g) => g.rows.length > 0);
    if (above && isTotal(row, words)) { above.totals = [...(above.totals ?? []), row]; continue; }
    const own = lead ? row.cells.find((c) => c.column === lead)?.cell : undefined;
    const numbered = leadNumbers ? row.cells.find((c) => c.column === number)?.cell : undefined;
    const last = groups.at(-1);
    if (lead ? filled(own) || (filled(numbered) && !filled(own) && own !== undefined) : !last || (last.rows.length > 0 && last.band !== band)) {
      groups.push({ ...(band ? { band } : {}), ...(own && filled(own) ? { lead: own } : {}), ...(numbered && filled(numbered) ? { number: numbered } : {}), rows: [row] });
    } else if (last) last.rows.push(row);
    else groups.push({ rows: [row], continued: lead !== undefined });
  }
  return splitLost(groups.filter((g) => g.rows.length > 0));
}

/** "Total | | | £64,000": nothing but sums beside the word. */
function isTotal(row: PlanRow, words: Vocabulary['words']): boolean {
  const [first, ...sums] = row.cells.filter(({ cell }) => filled(cell));
  return first !== undefined && sums.length > 0 && isOneOf(linesOf(first.cell).join(' '), words['total']) && sums.some(({ column }) => column.role === 'cost')
    && sums.every(({ cell }) => /^[£€]?[\d\s.,()+–-]+(?:k|m|bn|million|pa|p\.a\.)?$/iu.test(linesOf(cell).join(' ')));
}

/** A band names a group of rows: one cell over all columns, or the only filled cell of a row in a plan without recommendations. */
function isBand(cell: Cell, table: Table, cells: readonly Cell[], lead: number | undefined): boolean {
  if (cell.columnSpan >= Math.max(2, table.columns - 1)) return true;
  return lead === undefined && cell.column === 0 && cells.length > 1 && cell.columnSpan > 1;
}

/** A plan's table by its rows. */
interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly width: number;
  /** True where the entries of the first column, two or more, all have numbers; an entry has something beside it. */
  isNumbered(): boolean;
}

function gridOf(table: Table, layout: Layout): Grid {
  const rows = rowsOf(table);
  let numbered: boolean | undefined;
  const look = (): boolean => {
    const entries = rows.slice(layout.headerRows).flatMap((cells) => (cells.some((c) => c.column > 0 && filled(c)) ? cells.filter((c) => c.column === 0 && filled(c)) : []));
    return entries.length > 1 && entries.every((c) => paragraphsOf(c)[0]?.number !== undefined);
  };
  return { rows, width: table.columns, isNumbered: () => (numbered ??= look()) };
}

/** A band's text has at most this many characters: two printed lines. */
const LONGEST_BAND = 160;

/**
 * A band that no merged cell shows, as in text: the first cell of a row with nothing beside it and a row that begins anew under it, where it is plainly no
 * entry of its column: words in a column of numbers, capitals, "Priority 2: …", or no number where the others of its column are numbered.
 */
function isLoneBand(cell: Cell, row: number, grid: Grid, layout: Layout, words: Vocabulary['words']): boolean {
  const [p, ...more] = paragraphsOf(cell);
  const column = layout.columns.find((c) => c.index === cell.column);
  if (!p || more.length > 0 || cell.column !== 0 || column === undefined || grid.width < 3) return false;
  // "Recommendation 2: That …" over the actions for it may be of any length.
  const stated = column.role !== 'recommendation' && HEADING.test(unmarked(p));
  if (!stated && unmarked(p).length > LONGEST_BAND) return false;
  const below = (grid.rows[row + 1] ?? []).filter(filled);
  if (below.length < 2 || !below.some((c) => c.column === 0)) return false;
  if (column.role === 'number') return p.number === undefined && /\p{L}{3}.*\s/u.test(p.text);
  if (column.role !== 'recommendation' && column.role !== 'action') return false;
  if (p.number !== undefined || p.bullet) return false;
  const opening = openingOf(p.text, words['priority']);
  if (stated || isCapitals(p.text) || (opening?.start === 0 && /^\s*(?:\d|[A-Z]\b|[:–—-])/u.test(p.text.slice(opening.end)))) return true;
  return column.role === 'recommendation' && grid.isNumbered();
}

const pageOf = (b: Block): number => (b.at.in === 'page' ? b.at.page : 0);

/** A row that a reader joined over page breaks, parted at the start of a page: what stands before it, and what stands from it on. */
function partAt(row: PlanRow, page: number): [PlanRow, PlanRow] {
  const part = (keep: (b: Block) => boolean): PlanRow['cells'] => row.cells.map(({ column, cell }) => {
    const blocks = cell.blocks.filter(keep);
    return { column, cell: { ...cell, at: blocks[0]?.at ?? cell.at, blocks } };
  });
  return [{ ...row, cells: part((b) => pageOf(b) < page) }, { ...row, startsPage: true, mayContinue: true, cells: part((b) => pageOf(b) >= page) }];
}

/** The rows with every row parted in two at the last page break inside it where its text does not go on. */
function partedAtBreaks(rows: readonly PlanRow[]): PlanRow[] {
  return rows.flatMap((row) => {
    const pages = [...new Set(actionParagraphs(row).map(pageOf))].sort((a, b) => b - a);
    for (const page of pages.slice(0, -1)) {
      const [before, from] = partAt(row, page);
      if (!goesOn(before, from)) return [before, from];
    }
    return [row];
  });
}

/**
 * Rows that begin a page, before a jump in the numbers (2, then 5), continue a recommendation that is not in the paper, unless their
 * text goes on with the sentence or the list above.
 */
function splitLost(groups: PlanGroup[]): PlanGroup[] {
  const out: PlanGroup[] = [];
  groups.forEach((group, i) => {
    const number = Number(leadNumber(group));
    const next = groups[i + 1];
    const after = next ? Number(leadNumber(next)) : NaN;
    const jump = Number.isInteger(number) && Number.isInteger(after) && after > number + 1;
    const rows = jump ? partedAtBreaks(group.rows) : group.rows;
    const at = jump ? rows.findLastIndex((r, k) => k > 0 && r.mayContinue && !goesOn(rows[k - 1], r)) : -1;
    if (at < 1) { out.push(group); return; }
    const { totals, ...own } = group;
    out.push({ ...own, rows: rows.slice(0, at) }, { ...(group.band ? { band: group.band } : {}), rows: rows.slice(at), ...(totals ? { totals } : {}), continued: true });
  });
  return out;
}

const actionParagraphs = (row: PlanRow | undefined): Paragraph[] => {
  const cell = row?.cells.find((c) => c.column.role === 'action')?.cell;
  return cell ? paragraphsOf(cell) : [];
};

/** True where the first action paragraph of a row goes on with the last one of the row above. */
export function goesOn(above: PlanRow | undefined, row: PlanRow): boolean {
  const last = actionParagraphs(above).at(-1);
  const first = actionParagraphs(row)[0];
  return last !== undefined && first !== undefined && continues(last, first);
}

/** True where the second paragraph goes on with the first: a sentence broken in two, or the next label of its list. */
export function continues(last: Paragraph, first: Paragraph): boolean {
  if (first.number !== undefined) return last.number !== undefined && isNext(last.number, first.number);
  if (first.bullet) return last.bullet === true && last.label === first.label;
  return /^[\p{Ll}(]/u.test(first.text) && !/[.!?:;]["'”’)]?$/u.test(last.text);
}

const isNext = (a: string, b: string): boolean => (/^\d+$/.test(a) && /^\d+$/.test(b) ? Number(b) === Number(a) + 1
  : a.length === 1 && b.length === 1 && b.charCodeAt(0) === a.charCodeAt(0) + 1);

/** All text of a cell, a line a paragraph. */
export const linesOf = (cell: Cell): string[] => paragraphsOf(cell).map(unmarked);

export type { Block };
