/**
 * Tables drawn without upright rules whose columns the text alone shows wrongly (a name set against the figure beside it, entries centred beside a long text): tags that
 * make a grid of the very same words, with columns side by side and rows one below the other on the page, say which word stands in which cell. Pure. Coordinates are PDF points.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { CellEvidence, TagEvidence } from './tag-evidence.js';
import { inRows, type FoundCell, type FoundTable } from './tables/types.js';
import type { Word } from './words.js';

/** Boxes of glyphs reach a little beyond their ink: columns and rows may overlap by so many points. */
const SLACK = 1.5;

/** A row or column of the tagged grid: what stands in it alone, from one side to the other. */
interface Track { from: number; to: number }

/** The table as tagged, where the tags hold the same words and agree with the page in all that can be seen, and see more columns, or the same and fewer rows, than were found. */
export function gridByTags(table: FoundTable, evidence: TagEvidence, words: readonly Word[]): FoundTable | undefined {
  const own = new Map<Word, number>(table.cells.flatMap((c) => c.words.map((i) => [words[i]!, i] as const)));
  const tagged = evidence.tables.find((t) => t.trusted && !t.layout && t.words.size === own.size && [...own.keys()].every((w) => t.words.has(w)));
  if (!tagged) return undefined;
  const filled = tagged.cells.filter((c) => c.words.length > 0);
  const columns = placesOf(filled, (c) => c.column, (c) => c.columnSpan);
  const rows = placesOf(filled, (c) => c.row, (c) => c.rowSpan);
  if (columns.size < 2 || columns.size < table.columns || (columns.size === table.columns && rows.size >= table.rows)) return undefined;
  if (filled.reduce((n, c) => n + c.words.length, 0) !== own.size) return undefined;
  const across = tracksOf(filled, columns, (c) => c.column, (c) => c.columnSpan, 0);
  const down = tracksOf(filled, rows, (c) => c.row, (c) => c.rowSpan, 1);
  if (!across || !down) return undefined;
  const columnEdges = edgesOf(across, table.box[0], table.box[2]);
  const rowEdges = edgesOf(down, table.box[1], table.box[3]);
  const taken = new Set<string>();
  const cells: FoundCell[] = [];
  const put = (row: number, column: number, rowSpan: number, columnSpan: number, holds: readonly number[]): void => {
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`);
    const box: Box = [columnEdges[column]!, rowEdges[row]!, columnEdges[column + columnSpan]!, rowEdges[row + rowSpan]!];
    cells.push({ row, column, rowSpan, columnSpan, box, words: holds });
  };
  for (const c of filled) {
    const [row, rowSpan] = within(rows, c.row, c.rowSpan), [column, columnSpan] = within(columns, c.column, c.columnSpan);
    put(row, column, rowSpan, columnSpan, c.words.map((w) => own.get(w)!).sort((a, b) => a - b));
  }
  for (let r = 0; r < rows.size; r++) for (let c = 0; c < columns.size; c++) if (!taken.has(`${r},${c}`)) put(r, c, 1, 1, []);
  const heads = new Set(table.cells.filter((c) => c.row < table.headerRows).flatMap((c) => c.words));
  let headerRows = 0;
  while (headerRows < rows.size && cells.some((c) => c.row === headerRows && c.words.length > 0) && cells.every((c) => c.row !== headerRows || c.words.every((i) => heads.has(i)))) headerRows++;
  return {
    ...table, rows: rows.size, columns: columns.size, headerRows: headerRows === rows.size ? 0 : headerRows, columnEdges, rowEdges, rowRuled: rowEdges.slice(0, -1).map((y) => ruledAt(table, y)),
    cells: cells.sort(inRows).map((c) => (c.row < headerRows && headerRows < rows.size ? { ...c, header: true as const } : c)), why: `${table.why}, cells as tagged`,
  };
}

/** The rows (columns) in which something begins or ends alone, numbered anew: Word draws stripes of colour as empty columns. */
function placesOf(cells: readonly CellEvidence[], at: (c: CellEvidence) => number, span: (c: CellEvidence) => number): Map<number, number> {
  const own = [...new Set(cells.filter((c) => span(c) === 1).map(at))];
  // What only cells over several places hold has its first place.
  for (const c of cells) if (span(c) > 1 && !own.some((p) => p >= at(c) && p < at(c) + span(c))) own.push(at(c));
  return new Map(own.sort((a, b) => a - b).map((p, i) => [p, i]));
}

/** First place and span of a cell among those that are left. */
function within(places: ReadonlyMap<number, number>, at: number, span: number): [number, number] {
  const covered = [...places].filter(([p]) => p >= at && p < at + span).map(([, i]) => i);
  return [covered[0]!, covered.length];
}

/** From where to where each row (column) reaches, by the cells that stand in it alone; `undefined` where two overlap, one is empty, or a cell over several leaves them. */
function tracksOf(cells: readonly CellEvidence[], places: ReadonlyMap<number, number>, at: (c: CellEvidence) => number, span: (c: CellEvidence) => number, side: 0 | 1): Track[] | undefined {
  const tracks: Track[] = Array.from({ length: places.size }, () => ({ from: Infinity, to: -Infinity }));
  const wide: { readonly first: number; readonly last: number; readonly box: Box }[] = [];
  for (const c of cells) {
    const [first, n] = within(places, at(c), span(c));
    const box = boxAround(c.words.map((w) => w.box));
    if (n > 1) { wide.push({ first, last: first + n - 1, box }); continue; }
    const track = tracks[first]!;
    track.from = Math.min(track.from, box[side]);
    track.to = Math.max(track.to, box[side + 2]!);
  }
  if (tracks.some((t, i) => t.from > t.to || (i > 0 && t.from < tracks[i - 1]!.to - SLACK))) return undefined;
  const leaves = wide.some(({ first, last, box }) => (first > 0 && box[side] < tracks[first - 1]!.to - SLACK) || (last + 1 < tracks.length && box[side + 2]! > tracks[last + 1]!.from + SLACK));
  return leaves ? undefined : tracks;
}

/** Edges half-way between the tracks, from one side of the table to the other. */
function edgesOf(tracks: readonly Track[], first: number, last: number): number[] {
  return [Math.min(first, tracks[0]!.from), ...tracks.slice(1).map((t, i) => (tracks[i]!.to + t.from) / 2), Math.max(last, tracks.at(-1)!.to)];
}

/** A row that was found to begin at a rule begins within a line of this height. */
const SAME_RULE = 6;
const ruledAt = (table: FoundTable, y: number): boolean => table.rowRuled.some((ruled, r) => ruled && Math.abs(table.rowEdges[r]! - y) <= SAME_RULE);
