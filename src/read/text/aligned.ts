/** Tables whose columns are aligned by spaces, a row a line or little more. Pure. */
import { plainTable } from './grids.js';
import { cellOf, type RowLine } from './laid-out.js';
import type { Line } from './lines.js';
import type { RawCell, RawTable } from './tabbed.js';

/** Rows from which columns aligned by spaces cannot be chance. */
const ALIGNED_ROWS = 3;
const ALIGNED_COLUMNS = 3;
/** Typed cells drift from the edge of their column by this much. In characters. */
const DRIFT = 2;
/** Blank lines behind which a table may go on. */
const NEAR = 5;

interface Placed { readonly text: string; readonly from: number; readonly to: number }

const cellsOf = (line: Line): Placed[] => [...line.raw.matchAll(/\S+(?:\s\S+)*/gu)].map((m) => ({ text: m[0], from: m.index, to: m.index + m[0].length }));

/** The table aligned by spaces that begins at line `start`, if one does. */
export function alignedTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const strict = strictTableAt(lines, start);
  const drifting = driftingTableAt(lines, start);
  return drifting && drifting.to > (strict?.to ?? start) ? drifting : strict;
}

/**
 * Only where that is certain: three lines or more, three cells or more on each, parted by two spaces or
 * more, every cell beginning (or every cell ending) in the same column of the page as the one above it.
 */
function strictTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const run: { line: Line; cells: Placed[] }[] = [];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text === '' || line.apart || line.raw.includes('\t')) break;
    const cells = cellsOf(line);
    if (cells.length < ALIGNED_COLUMNS || (run[0] && cells.length !== run[0].cells.length)) break;
    run.push({ line, cells });
  }
  const head = run[0];
  if (!head || run.length < ALIGNED_ROWS) return undefined;
  const columns = head.cells.length;
  for (let c = 0; c < columns; c++) {
    const starts = run.map((r) => r.cells[c]?.from ?? 0);
    const ends = run.map((r) => r.cells[c]?.to ?? 0);
    const spread = (all: number[]): number => Math.max(...all) - Math.min(...all);
    if (Math.min(spread(starts.slice(0, 500)), spread(ends.slice(0, 500))) > 1) return undefined;
  }
  const rows = run.map((r) => r.cells.map((c): RawCell => [{ text: c.text, line: r.line.number }]));
  const heading = head.cells.every(isName) && run.slice(1).some((r) => r.cells.some((c) => /^[£\d]/.test(c.text)));
  return plainTable(start, start + run.length, columns, rows, heading ? 1 : 0);
}

/** What a heading can be: words, no figure. */
const isName = (cell: Placed): boolean => /\p{L}/u.test(cell.text) && !/^[£\d]/.test(cell.text);

/**
 * Columns under a line of names, whose cells drift by a character or two, may be empty, and may go on on the next line; a row begins
 * in the first column with a capital or a figure. Three lines or more fill every column.
 */
function driftingTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const head = lines[start];
  if (!head || head.text === '' || head.apart || head.raw.includes('\t')) return undefined;
  const names = cellsOf(head);
  if (names.length < ALIGNED_COLUMNS || !names.every((c) => isName(c) && /^\p{Lu}/u.test(c.text) && !/[.;:,]$/u.test(c.text))) return undefined;
  const starts = names.map((c) => c.from);
  const rows: RowLine[][] = [];
  let i = start;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text === '' || line.apart || line.raw.includes('\t')) break;
    const cells = cellsOf(line);
    const pieces = placed(cells, starts);
    if (!pieces) break;
    const row = rows.at(-1);
    const goesOn = row && rows.length > 1 && cells.length < starts.length && (pieces[0] === '' || cells.every((c) => /^[\p{Ll}(]/u.test(c.text)));
    if (goesOn) row.push({ line: line.number, pieces });
    else if (cells.length >= 2 && pieces[0] !== '') rows.push([{ line: line.number, pieces }]);
    else break;
  }
  // A table that goes on behind a blank line, or in a line that does not fit, is of another make.
  if ((lines[i]?.text ?? '') !== '' && !lines[i]?.apart) return undefined;
  const next = lines.slice(i, i + NEAR).find((l) => l.text !== '');
  if (next && placed(cellsOf(next), starts)?.slice(1).some((piece) => piece !== '')) return undefined;
  const full = rows.filter((row) => starts.every((_, c) => row.some((l) => l.pieces[c] !== '')));
  if (full.length < ALIGNED_ROWS || full.length < rows.length / 2) return undefined;
  const widest = starts.map((_, c) => Math.max(...rows.flatMap((row) => row.map((l) => l.pieces[c]?.length ?? 0))));
  return plainTable(start, i, starts.length, rows.map((row) => widest.map((wide, c) => cellOf(row, c, wide))), 1);
}

/** The cells by column; `undefined` where one begins away from every column, or two in one. */
function placed(cells: readonly Placed[], starts: readonly number[]): string[] | undefined {
  const out = starts.map(() => '');
  for (const cell of cells) {
    const column = starts.findIndex((from) => Math.abs(from - cell.from) <= DRIFT);
    if (column < 0 || out[column] !== '') return undefined;
    out[column] = cell.text;
  }
  return out;
}
