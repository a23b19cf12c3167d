/** Tables drawn with characters: pipe tables (GitHub Flavored Markdown 4.10) and grids of "+---+". Pure. */
import { cellOf, type RowLine } from './laid-out.js';
import type { Line } from './lines.js';
import type { RawCell, RawTable } from './tabbed.js';

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

/** A table without bands, pages and repeated headings. */
export const plainTable = (from: number, to: number, columns: number, rows: RawCell[][], headerRows: number): RawTable =>
  ({ from, to, columns, rows, headerRows, bands: new Set(), pageStarts: [], repeats: [] });
