/** Tables drawn with characters: pipe tables (GitHub Flavored Markdown 4.10), grids of "+---+", and columns aligned by spaces. Pure. */
import { cellOf, type RowLine } from './laid-out.js';
import type { Line } from './lines.js';
import type { RawCell, RawTable } from './tabbed.js';

/** Rows from which columns aligned by spaces cannot be chance. */
const ALIGNED_ROWS = 3;
const ALIGNED_COLUMNS = 3;

const isDelimiter = (text: string): boolean => /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/.test(text) && text.includes('|');
const isGridRule = (text: string): boolean => /^\+[-=+:]+\+$/.test(text);
const isPipeRow = (text: string): boolean => text.startsWith('|') && text.endsWith('|') && text.length > 1;

/** The cells of a pipe row; `\|` is a bar that parts nothing. */
function pipeCells(line: Line): RawCell[] {
  const inner = line.text.replace(/^\|/, '').replace(/\|$/, (bar, at: number, all: string) => (all[at - 1] === '\\' ? bar : ''));
  return inner.split(/(?<!\\)\|/).map((text) => [{ text: text.replaceAll('\\|', '|').trim(), line: line.number }]);
}

/** The pipe or grid table that begins at line `start`, if one does. */
export function pipeTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const first = lines[start];
  if (!first || first.apart) return undefined;
  if (isGridRule(first.text)) return gridTable(lines, start);
  const second = lines[start + 1];
  const delimited = first.text.includes('|') && second !== undefined && isDelimiter(second.text)
    && pipeCells(first).length === pipeCells(second).length;
  if (!delimited && !(isPipeRow(first.text) && second !== undefined && isPipeRow(second.text))) return undefined;
  const columns = pipeCells(first).length;
  if (columns < 2 && !delimited) return undefined;
  const rows = [pipeCells(first)];
  let i = start + (delimited ? 2 : 1);
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text === '' || line.apart || (delimited ? !line.text.includes('|') : !isPipeRow(line.text))) break;
    if (isDelimiter(line.text)) continue;
    const row = pipeCells(line);
    // Cells past the last column would be dropped by Markdown; here nothing is, they join the last.
    if (row.length > columns) row[columns - 1] = row.splice(columns - 1).flat();
    while (row.length < columns) row.push([]);
    rows.push(row);
  }
  return plainTable(start, i, columns, rows, delimited ? 1 : 0);
}

/** "+---+" above and below rows of bars; a row's lines are one row until the next rule, and wrapped in the width of their column. */
function gridTable(lines: readonly Line[], start: number): RawTable | undefined {
  const rows: RowLine[][] = [];
  let open: RowLine[] | undefined;
  let headerRows = 0;
  let i = start;
  for (; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.apart) break;
    if (isGridRule(line.text)) {
      open = undefined;
      if (line.text.includes('=')) headerRows = rows.length;
      continue;
    }
    if (!isPipeRow(line.text)) break;
    if (!open) rows.push((open = []));
    open.push({ line: line.number, pieces: pipeCells(line).map((cell) => cell[0]?.text ?? '') });
  }
  if (rows.length === 0) return undefined;
  const columns = Math.max(...rows.flatMap((row) => row.map((l) => l.pieces.length)));
  const widest = Array.from({ length: columns }, (_, c) => Math.max(...rows.flatMap((row) => row.map((l) => l.pieces[c]?.length ?? 0))));
  return plainTable(start, i, columns, rows.map((row) => widest.map((wide, c) => cellOf(row, c, wide))), headerRows);
}

/**
 * Columns aligned by spaces, only where that is certain: three lines or more, three cells or more on each, parted by two spaces or
 * more, every cell beginning (or every cell ending) in the same column of the page as the one above it.
 */
export function alignedTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const run: { line: Line; cells: { text: string; from: number; to: number }[] }[] = [];
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.text === '' || line.apart || line.raw.includes('\t')) break;
    const cells = [...line.raw.matchAll(/\S+(?:\s\S+)*/gu)].map((m) => ({ text: m[0], from: m.index, to: m.index + m[0].length }));
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
  const heading = head.cells.every((c) => /\p{L}/u.test(c.text) && !/^[£\d]/.test(c.text)) && run.slice(1).some((r) => r.cells.some((c) => /^[£\d]/.test(c.text)));
  return plainTable(start, start + run.length, columns, rows, heading ? 1 : 0);
}

const plainTable = (from: number, to: number, columns: number, rows: RawCell[][], headerRows: number): RawTable =>
  ({ from, to, columns, rows, headerRows, bands: new Set(), pageStarts: [], repeats: [] });
