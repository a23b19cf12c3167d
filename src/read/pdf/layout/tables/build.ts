/**
 * A frame of printed edges and the words in it to a table: columns and rows that no line parts are read off the text, then every
 * phrase goes to the places that it stands in.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { columnsBetween, IN_PRINTED_COLUMN, IN_TABLE, partAt, riversOf, type Column } from './columns.js';
import { cellBox, type GridCell } from './grid.js';
import { inReadingOrder, linesOf, median, wordsIn, type Line } from './lines.js';
import { headLines, spreadBands, spreadHeads } from './heads.js';
import { placeLine, valueColumns, type PlacedLine, type Spreads } from './place.js';
import { rowsOfLines } from './rows.js';
import type { Edge } from './rulings.js';
import { readsAsValue } from './values.js';
import { inRows, type FoundCell } from './types.js';

export interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Columns and rows have printed sides: the text parts them only where the evidence is plain. */
  readonly printed: boolean;
  /** Rivers known already (positions), for a frame without upright edges. */
  readonly separators?: readonly number[];
  /** The separators are printed lines, though nothing is printed between the rows, which are of figures or of texts. */
  readonly upright?: 'figures' | 'texts';
  /** Its first row is the rest of one from the page before: it has no heads. */
  readonly headless?: boolean;
  /** Pieces of rules under heads that lie over several columns. */
  readonly pieces?: readonly Edge[];
}

export interface Built {
  readonly columnEdges: readonly number[];
  readonly rowEdges: readonly number[];
  readonly rowRuled: readonly boolean[];
  readonly cells: readonly FoundCell[];
  readonly headRows: number;
  /** It has no heads: its first row is the rest of one from the page before. */
  readonly headless?: true;
}

/** A phrase keeps to one column where the white at an edge is at least this share of the size. */
const PART_GAP = 0.45;
/** A first band of more lines than this is no band of heads. */
const HEAD_BAND_LINES = 4;
/** A rule stands at an edge within so many points. */
const SAME_RULE = 3;
/** A line of at least so many words is part of a sentence rather than a head. */
const SENTENCE = 5;
/** With at least this many bands of one row each, all bands are rows. */
const RULED_BANDS = 3;
/** Rows of texts without rules between them: a frame of no more bands, texts in this share of the columns, so much more white between rows than lines. */
const TEXT_BANDS = 3;
const TEXT_FILLS = 0.6;
const TEXT_APART = 1.08;
/** Figures side by side on this share of the lines are of several columns. */
const FIGURES_BESIDE = 0.8;
/** Bands of a printed table are parted only into at least this many rows of values. */
const BAND_ROWS = 3;

/** Builds the table of one frame out of the words in it. `inside` are the indexes of the words that may belong to it. */
export function build(words: readonly Word[], inside: readonly number[], frame: Frame): Built {
  const boxes = frame.cells.map((c) => cellBox(frame, c));
  const contents = boxes.map((b) => wordsIn(words, b, inside));
  const edges = columnEdges(words, frame, contents);
  // Lines of the words of single places, to learn where the text of each column stands.
  const allLines = frame.cells.flatMap((_, k) => linesOf(words, contents[k]!).map((l) => partAt(words, l, edges, PART_GAP)));
  const columns = textColumns(words, allLines, edges, frame);
  const bands = frame.ys.length - 1;
  const rowEdges: number[] = [frame.ys[0]!];
  const rowRuled: boolean[] = [];
  /** For each band the first row that it makes, and the groups of baselines in it. */
  const firstRow: number[] = [];
  const splits: (readonly number[])[] = [];
  let headRows = 0;
  const bandLines = range(0, bands).map((b) => {
    const own: number[] = [];
    frame.cells.forEach((c, k) => { if (c.row === b && c.rowSpan === 1) own.push(...contents[k]!); });
    return linesOf(words, own).map((l) => partAt(words, l, edges, PART_GAP));
  });
  const headsEnd = frame.headless ? -Infinity : headsOf(words, frame, bandLines, edges, columns);
  const placedLines = bandLines.flat().map((l) => placeLine(l, columns, edges));
  const headPlaced = placedLines.filter((l) => l.line.baseline < headsEnd);
  const figures = frame.printed ? [] : columnsBetween(words, bandLines.flat().filter((l) => l.baseline >= headsEnd), edges);
  const spreads = frame.printed ? undefined : spreadBands(words, placedLines, columns, figures, edges, headsEnd, spreadHeads(words, headPlaced, columns, figures, frame.pieces ?? []));
  const oneRowEach = !frame.printed && ruledThroughout(words, bandLines, headsEnd, edges, columns);
  for (let b = 0; b < bands; b++) {
    firstRow.push(rowRuled.length);
    const cuts = bandCuts(words, frame, bandLines[b]!, oneRowEach, headsEnd, edges, columns, spreads);
    splits.push(cuts.cuts);
    headRows += cuts.heads;
    rowRuled.push(true);
    for (const y of cuts.cuts) { rowEdges.push(y); rowRuled.push(false); }
    rowEdges.push(frame.ys[b + 1]!);
  }
  firstRow.push(rowRuled.length);
  const cells: FoundCell[] = [];
  frame.cells.forEach((cell, k) => {
    const column = edges.findIndex((x) => Math.abs(x - frame.xs[cell.column]!) < 0.01);
    const lastColumn = edges.findIndex((x) => Math.abs(x - frame.xs[cell.column + cell.columnSpan]!) < 0.01);
    const row = firstRow[cell.row]!, endRow = firstRow[cell.row + cell.rowSpan]!;
    const parts = cell.rowSpan === 1 ? range(row, endRow).map((r) => [r, r + 1] as const) : [[row, endRow] as const];
    for (const [from, to] of parts) {
      const own = contents[k]!.filter((i) => {
        const y = middle(words[i]!);
        return (from === row || y >= rowEdges[from]!) && (to === endRow || y < rowEdges[to]!);
      });
      cells.push(...placeCells(words, own, { row: from, rowSpan: to - from, column, columnSpan: lastColumn - column }, edges, rowEdges, columns, frame, spreads));
    }
  });
  cells.sort(inRows);
  return { columnEdges: edges, rowEdges, rowRuled, cells, headRows, ...(frame.headless && { headless: true as const }) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
const middle = (w: Word): number => (w.angle === 0 ? w.baseline - 0.3 * w.size : (w.box[1] + w.box[3]) / 2);

/** Column edges: the printed ones, and the rivers within each strip between two of them. */
function columnEdges(words: readonly Word[], frame: Frame, contents: readonly (readonly number[])[]): number[] {
  const edges: number[] = [frame.xs[0]!];
  for (let c = 0; c + 1 < frame.xs.length; c++) {
    const left = frame.xs[c]!, right = frame.xs[c + 1]!;
    if (frame.separators) edges.push(...frame.separators.filter((x) => x > left + 1 && x < right - 1));
    else {
      const lines: Line[] = [];
      frame.cells.forEach((cell, k) => {
        if (cell.column <= c && cell.column + cell.columnSpan > c) {
          const own = cell.columnSpan === 1 ? contents[k]! : contents[k]!.filter((i) => within(words[i]!, left, right));
          lines.push(...linesOf(words, own));
        }
      });
      const rivers = riversOf(words, lines, frame.printed && !figuresSideBySide(words, lines) ? IN_PRINTED_COLUMN : IN_TABLE);
      edges.push(...rivers.filter((r) => !frame.printed || partsValues(words, lines, (r.left + r.right) / 2)).map((r) => (r.left + r.right) / 2));
    }
    edges.push(right);
  }
  return edges;
}

const within = (w: Word, left: number, right: number): boolean => (w.box[0] + w.box[2]) / 2 >= left && (w.box[0] + w.box[2]) / 2 < right;

/** Figures stand side by side on nearly all lines between two printed sides: upright lines that set groups of columns apart, and none within a group. */
function figuresSideBySide(words: readonly Word[], lines: readonly Line[]): boolean {
  const rows = lines.filter((l) => l.phrases.length >= 2 && l.phrases.every((p) => readsAsValue(p.words.map((i) => words[i]!.text))));
  return rows.length > IN_PRINTED_COLUMN.support && rows.length >= FIGURES_BESIDE * lines.length;
}

/** Both sides of the separator hold values or short texts: a column that lacks its line, not words spaced apart. */
function partsValues(words: readonly Word[], lines: readonly Line[], x: number): boolean {
  let values = 0, n = 0;
  for (const line of lines) {
    const right = line.phrases.filter((p) => p.left > x);
    const left = line.phrases.filter((p) => p.right < x);
    if (right.length === 0 || left.length === 0) continue;
    n++;
    if (right.every((p) => readsAsValue(p.words.map((i) => words[i]!.text)))) values++;
  }
  return n >= IN_PRINTED_COLUMN.support && values >= 0.7 * n;
}

/** Where text stands in each column; the full column between printed sides. */
function textColumns(words: readonly Word[], lines: readonly Line[], edges: readonly number[], frame: Frame): Column[] {
  const byText = columnsBetween(words, lines, edges);
  if (frame.upright) return byText.map((_, k) => ({ left: edges[k]! + 1, right: edges[k + 1]! - 1 }));
  if (!frame.printed) return byText;
  return byText.map((c, k) => {
    const printedLeft = frame.xs.some((x) => Math.abs(x - edges[k]!) < 0.01), printedRight = frame.xs.some((x) => Math.abs(x - edges[k + 1]!) < 0.01);
    return { left: printedLeft ? edges[k]! + 1 : c.left, right: printedRight ? edges[k + 1]! - 1 : c.right };
  });
}

/** The y at which a band is cut into rows, and how many of these rows (from the top) are heads. */
function bandCuts(words: readonly Word[], frame: Frame, own: readonly Line[], single: boolean, headsEnd: number, edges: readonly number[], columns: readonly Column[], spreads: Spreads | undefined): { cuts: number[]; heads: number } {
  const lines = own.map((l) => placeLine(l, columns, edges, spreads));
  const heads = lines.filter((l) => l.line.baseline < headsEnd).length;
  if (lines.length < 2) return { cuts: [], heads };
  if (single && heads === 0) return { cuts: [], heads: 0 };
  const groups = rowsOfLines(words, lines, columns, heads, frame.printed || frame.upright === 'texts');
  const headGroups = groups.filter((g) => g[0]! < heads).length;
  if (groups.length < 2) return { cuts: [], heads: headGroups };
  if (frame.printed && !plainlyRows(words, lines, groups, columns.length)) return { cuts: [], heads: 0 };
  const cuts: number[] = [];
  for (let g = 1; g < groups.length; g++) {
    const above = lines[groups[g - 1]![groups[g - 1]!.length - 1]!]!.line, below = lines[groups[g]![0]!]!.line;
    const under = above.baseline + 0.22 * above.size, over = below.baseline - 0.72 * below.size;
    cuts.push((under + over) / 2);
  }
  return { cuts, heads: headGroups };
}

/** Where the heads of an open table end: the baseline of its first line of values, or the bottom of its first band where it has none. */
function headsOf(words: readonly Word[], frame: Frame, bands: readonly (readonly Line[])[], edges: readonly number[], columns: readonly Column[]): number {
  if (frame.printed) return -Infinity;
  const all = bands.flat().map((l) => placeLine(l, columns, edges));
  const heads = headLines(words, all, columns.length);
  if (heads > 0) {
    // A rule parts heads and body: values set in the middle of their row do not make heads of the lines above them.
    const end = all[heads]!.line.baseline, band = bands.findIndex((b) => b.some((l) => l.baseline === end));
    // Heads name several columns: a band of sentences in one of the later columns is the rest of a row.
    const rest = bands.findIndex((b, k) => k > 0 && k < band && b.length > 0 && oneLater(b.map((l) => placeLine(l, columns, edges))));
    // A rule under some heads only parts them from those below it, where these are several.
    const first = bands[band]?.[0], under = frame.pieces?.some((p) => Math.abs(p.at - frame.ys[band]!) <= SAME_RULE) && first !== undefined && first.phrases.length > 1;
    if (under && rest < 0) return end;
    return band > 0 ? Math.min(end, bands[rest > 0 ? rest : band]![0]!.baseline) : end;
  }
  const isValue = valueColumns(words, all, columns.length);
  if (!isValue.some((v, c) => v && c > 0) && bands.length >= 2 && bands[0]!.length > 0 && bands[0]!.length <= HEAD_BAND_LINES) return bands[1]![0]?.baseline ?? frame.ys[1]!;
  return -Infinity;
}

/** All text stands in one column behind the first, and one of its lines is long enough to be of a sentence. */
function oneLater(lines: readonly PlacedLine[]): boolean {
  const places = lines.flatMap((l) => l.placed);
  return places.every((p) => p.from > 0 && p.from === places[0]!.from && p.to === places[0]!.to) && places.some((p) => p.phrase.words.length >= SENTENCE);
}

/** True where the rules across stand between all rows, so that each band is one row: hardly any holds two lines of values. */
function ruledThroughout(words: readonly Word[], bands: readonly (readonly Line[])[], headsEnd: number, edges: readonly number[], columns: readonly Column[]): boolean {
  const body = bands.filter((b) => b.length > 0 && b[0]!.baseline >= headsEnd - 0.1).map((b) => b.map((l) => placeLine(l, columns, edges)));
  if (body.length < RULED_BANDS) return false;
  const isValue = valueColumns(words, body.flat(), columns.length);
  const several = body.filter((b) => isValue.some((v, c) => v && c > 0
    && b.filter((l) => l.placed.some((p) => p.from === c && p.to === c + 1 && readsAsValue(p.phrase.words.map((i) => words[i]!.text)))).length > 1)).length;
  return several <= 0.15 * body.length;
}

/** What stands in rows that nothing parts between the few rules of a frame with printed columns: figures, or texts set apart by white. */
export function rowsUnparted(words: readonly Word[], inside: readonly number[], frame: Frame, built: Built): Frame['upright'] {
  if (built.rowRuled.filter((r) => !r).length >= BAND_ROWS - 1) return 'figures';
  if (frame.ys.length - 1 > TEXT_BANDS) return undefined;
  const edges = built.columnEdges, last = frame.ys.length - 2;
  const whole = linesOf(words, wordsIn(words, [edges[0]!, frame.ys[last]!, edges[edges.length - 1]!, frame.ys[last + 1]!], inside));
  if (whole.length < BAND_ROWS) return undefined;
  const own = whole.map((l) => partAt(words, l, edges, PART_GAP));
  const columns = edges.slice(1).map((x, k) => ({ left: edges[k]! + 1, right: x - 1 }));
  const lines = own.map((l) => placeLine(l, columns, edges));
  return plainlyTexts(lines, rowsOfLines(words, lines, columns, 0, true), columns.length) ? 'texts' : undefined;
}

/** Rows of texts: each has its name and something beside it, and more white stands between them than between their lines. */
function plainlyTexts(lines: readonly PlacedLine[], groups: readonly (readonly number[])[], columns: number): boolean {
  if (groups.length < BAND_ROWS || columns < 2) return false;
  const filled = groups.map((g) => new Set(g.flatMap((i) => lines[i]!.placed.flatMap((p) => (p.to - p.from === 1 ? [p.from] : [])))));
  if (filled.some((f) => !f.has(0) || f.size < 2 || f.size < TEXT_FILLS * columns)) return false;
  const pitch = (i: number): number => lines[i]!.line.baseline - lines[i - 1]!.line.baseline;
  const within = groups.flatMap((g) => g.slice(1).map(pitch)), between = groups.slice(1).map((g) => pitch(g[0]!));
  return within.length === 0 ? groups.length > BAND_ROWS : Math.min(...between) > TEXT_APART * Math.max(...within);
}

/** In a band between printed lines only values side by side make rows: most columns hold one value a row. */
function plainlyRows(words: readonly Word[], lines: readonly PlacedLine[], groups: readonly (readonly number[])[], columns: number): boolean {
  if (groups.length < BAND_ROWS || columns < 2) return false;
  const isValue = valueColumns(words, lines, columns);
  const filled = new Array<number>(columns).fill(0);
  for (const l of lines) for (const p of l.placed) if (p.to - p.from === 1) filled[p.from]!++;
  const full = filled.filter((n, c) => isValue[c] && n >= 0.6 * groups.length).length;
  const used = filled.filter((n) => n > 0).length;
  const beside = groups.filter((g) => new Set(g.flatMap((i) => lines[i]!.placed.map((p) => p.from))).size >= 2).length;
  return full >= 1 && full * 2 >= used - 1 && beside >= 0.7 * groups.length;
}

/** The cells of one rectangle of places: one cell where its text lies over all of it, else one for each place, heads over several. */
function placeCells(words: readonly Word[], own: readonly number[], area: GridCell, edges: readonly number[], rowEdges: readonly number[], columns: readonly Column[], frame: Frame, spreads: Spreads | undefined): FoundCell[] {
  const make = (column: number, columnSpan: number, indexes: readonly number[]): FoundCell => ({
    row: area.row, rowSpan: area.rowSpan, column, columnSpan,
    box: [edges[column]!, rowEdges[area.row]!, edges[column + columnSpan]!, rowEdges[area.row + area.rowSpan]!] as Box,
    words: inReadingOrder(words, indexes),
  });
  if (area.columnSpan === 1) return [make(area.column, 1, own)];
  const whole = linesOf(words, own);
  const inArea = columns.slice(area.column, area.column + area.columnSpan);
  const areaEdges = edges.slice(area.column, area.column + area.columnSpan + 1);
  const printedSpan = frame.printed && printedEdges(areaEdges, frame) === areaEdges.length;
  if (own.length === 0) return printedSpan ? [make(area.column, area.columnSpan, own)] : range(0, area.columnSpan).map((k) => make(area.column + k, 1, []));
  // No line parts a printed cell over several columns: only white wider than between phrases does.
  const lines = printedSpan ? whole : whole.map((l) => partAt(words, l, edges, PART_GAP));
  const placed = lines.map((l) => placeLine(l, inArea, areaEdges, spreads, area.column));
  // A printed cell over several columns stays whole unless its text plainly stands in several of them.
  if (printedSpan && !placed.some((l) => l.placed.length >= 2)) return [make(area.column, area.columnSpan, own)];
  // Runs of columns that some phrase lies over.
  const joined = new Array<boolean>(area.columnSpan).fill(false);
  for (const l of placed) for (const p of l.placed) for (let c = p.from + 1; c < p.to; c++) joined[c] = true;
  const cells: FoundCell[] = [];
  for (let c = 0; c < area.columnSpan;) {
    let end = c + 1;
    while (end < area.columnSpan && joined[end]) end++;
    const indexes = placed.flatMap((l) => l.placed.filter((p) => p.from >= c && p.from < end).flatMap((p) => [...p.phrase.words]));
    const turned = own.filter((i) => words[i]!.angle !== 0 && within(words[i]!, areaEdges[c]!, areaEdges[end]!));
    cells.push(make(area.column + c, end - c, [...indexes, ...turned]));
    c = end;
  }
  return cells;
}

const printedEdges = (edges: readonly number[], frame: Frame): number => edges.filter((x) => frame.xs.some((y) => Math.abs(x - y) < 0.01)).length;

/** Typical distance between baselines of neighbouring lines, for finding where a table ends. */
export const typicalPitch = (lines: readonly Line[]): number => median(lines.slice(1).map((l, i) => l.baseline - lines[i]!.baseline).filter((d) => d > 0));
