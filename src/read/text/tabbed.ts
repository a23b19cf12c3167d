/**
 * Tables written as lines whose cells are parted by tabs: finds the lines that make one table. Printed pages dumped one after
 * another give a table a page, each with the heading row again; those are one table, the later headings set apart. Pure.
 */
import { splitLabel } from '../../paper/label.js';
import { fold } from '../../paper/text.js';
import type { Line } from './lines.js';
import { decodeReferences, hasMarkup, openParagraphs } from './markup.js';

/** A cell's text as it stands, line by line. */
export type RawCell = { readonly text: string; readonly line: number }[];

export interface RawTable {
  /** Index of the first line, and of the line after the last. */
  readonly from: number;
  readonly to: number;
  readonly columns: number;
  readonly rows: readonly RawCell[][];
  readonly headerRows: number;
  /** Rows that run over all columns (a band: one text, no tabs). */
  readonly bands: ReadonlySet<number>;
  /** Rows at which a printed page begins. */
  readonly pageStarts: readonly number[];
  /** Heading rows printed again. */
  readonly repeats: readonly { readonly text: string; readonly line: number }[];
}

/** A cell that runs over more lines than this was never closed. */
const CELL_LINES = 100;
/** A heading cell is a name, not a sentence. */
const HEADING_CHARACTERS = 60;
/** A table whose first rows (a heading, and one more at the least) begin with no number has no rows that begin with one. */
const ROWS_WITHOUT_NUMBER = 2;
/** Two columns parted by one tab are a table from this many rows on; fewer may be "Present:<tab>names". */
const TWO_COLUMN_ROWS = 3;

const tabs = (line: Line): number => countTabs(line.raw);
function countTabs(text: string): number {
  let n = 0;
  for (let i = text.indexOf('\t'); i >= 0; i = text.indexOf('\t', i + 1)) n++;
  return n;
}
const rowKey = (row: readonly RawCell[]): string => row.map((c) => fold(plain(c))).join('\t');
const plain = (cell: RawCell): string => cell.map((p) => decodeReferences(p.text.replace(/<[^<>]*>/g, ' '))).join(' ').replace(/\*\*/g, '').trim();

/** The table that begins at line `start`, if one does; `to` is the line from which to look again either way. */
export function tabTableAt(lines: readonly Line[], start: number): { table?: RawTable; to: number } {
  const first = lines[start];
  if (!first || first.apart || first.raw.startsWith('\t')) return { to: start + 1 };
  const wide = tabs(first);
  if (wide === 0) return { to: start + 1 };
  const rows: RawCell[][] = [];
  const bands = new Set<number>();
  const pageStarts: number[] = [];
  const repeats: { text: string; line: number }[] = [];
  let i = start;
  let to = start;
  let header: string | undefined;
  /** Rows since the last blank line, and the most of them. */
  let run = 0, longest = 0;
  while (i < lines.length) {
    const line = lines[i];
    if (!line) break;
    if (line.text === '' || line.apart) {
      const next = nextInk(lines, i);
      const row = next === undefined ? undefined : rowAt(lines, next, wide);
      if (next === undefined || !row || !row.exact || goesOnAsText(rows, row.cells)) break;
      const again = header !== undefined && rowKey(row.cells) === header;
      // Rows with a blank line between them go on the table; a new heading begins a new one.
      if (!again && longest > 1 && looksLikeHeading(row.cells)) break;
      run = 0;
      i = next;
      if (again && rows.length > 0) pageStarts.push(rows.length);
      continue;
    }
    const row = rowAt(lines, i, wide);
    // "1.<tab>APOLOGIES" under a list of those present: the text goes on, numbered.
    if (row && goesOnAsText(rows, row.cells)) break;
    if (row) {
      if (header !== undefined && rowKey(row.cells) === header) {
        repeats.push({ text: row.cells.map(plain).join(' '), line: line.number });
        if (rows.length > 0 && pageStarts.at(-1) !== rows.length) pageStarts.push(rows.length);
      } else {
        rows.push(row.cells);
        if (rows.length === 1) header = looksLikeHeading(row.cells) ? rowKey(row.cells) : undefined;
      }
      longest = Math.max(longest, ++run);
      i = to = row.to;
      continue;
    }
    // A line without tabs between two rows: a band if it is short, more of the last cell otherwise.
    const after = lines[i + 1];
    if (tabs(line) > 0 || rows.length === 0 || !after || tabs(after) !== wide) break;
    // Under "1.<tab>APOLOGIES<tab>" it is the text of the item.
    const above = rows.at(-1) ?? [];
    if (isPointLabel(above) && above.slice(2).every((c) => plain(c) === '')) break;
    if (line.text.length <= HEADING_CHARACTERS && !/[.;,]$/.test(line.text)) {
      bands.add(rows.length);
      rows.push([[{ text: line.text, line: line.number }]]);
    } else rows.at(-1)?.at(-1)?.push({ text: line.text, line: line.number });
    i = to = i + 1;
  }
  // A heading that came again is one; so is one that stands over cells of another make.
  const headerRows = header !== undefined && (repeats.length > 0 || headsOthers(rows)) ? 1 : 0;
  let columns = wide + 1;
  while (columns > 1 && rows.every((r, i) => bands.has(i) || plain(r[columns - 1] ?? []) === '')) columns--;
  const table = { from: start, to, columns, rows: rows.map((r) => r.slice(0, columns)), headerRows, bands, pageStarts: pageStarts.filter((r) => r < rows.length), repeats };
  return isTable(table) ? { table, to } : { to: Math.max(to, start + 1) };
}

function nextInk(lines: readonly Line[], from: number): number | undefined {
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (line && line.text !== '' && !line.apart) return i;
  }
  return undefined;
}

/** The heading of a column of numbers. */
const NUMBERS = /^(?:(?:item|rec|action|agenda|minute|row)[\s.]+)?(?:no|nos|number|ref|reference|item|#|№)\.?$/iu;

/** True for "1.<tab>APOLOGIES" under rows without numbers: the text goes on, numbered. Not in a table that has a column of numbers by its heading. */
const goesOnAsText = (rows: readonly RawCell[][], row: readonly RawCell[]): boolean =>
  rows.length >= ROWS_WITHOUT_NUMBER && isPointLabel(row) && !rows.some(isPointLabel) && !(plain(rows[0]?.[0] ?? []) !== '' && NUMBERS.test(plain(rows[0]?.[0] ?? [])));

/** The first cell is a number or letter with its stop and nothing else: "1.", "(a)". */
const isPointLabel = (row: readonly RawCell[]): boolean => /^(?:\(?\d{1,3}[.)]|\(?[a-z][.)])$/iu.test(plain(row[0] ?? []));

/** The row that begins at line `i`, over as many lines as its cells take. */
function rowAt(lines: readonly Line[], i: number, wide: number): { cells: RawCell[]; to: number; exact: boolean } | undefined {
  const line = lines[i];
  if (!line) return undefined;
  const cells = cellsOf(line);
  let count = cells.length - 1;
  if (count > wide && cells.slice(wide + 1).every((c) => plain(c) === '')) { cells.length = wide + 1; count = wide; }
  if (count > wide) return undefined;
  // A cell that is still open, by its markup or its quotation mark, goes on on the next lines.
  let to = i + 1;
  const open = new OpenCell();
  open.add(cells.at(-1)?.[0]?.text ?? '', true);
  if (open.isOpen) {
    const grown = cells.map((c) => [...c]);
    for (let k = i + 1; k < lines.length && k < i + CELL_LINES; k++) {
      const more = lines[k];
      if (!more) break;
      const [head, ...others] = cellsOf(more);
      if (head && more.text !== '') { grown.at(-1)?.push(...head); open.add(head[0]?.text ?? '', false); }
      for (const cell of others) { grown.push(cell); open.add(cell[0]?.text ?? '', true); }
      if (grown.length - 1 > wide) break;
      if (!open.isOpen && grown.length - 1 === wide) { to = k + 1; count = wide; cells.splice(0, cells.length, ...grown); break; }
    }
  }
  if (count === 0) return undefined;
  const exact = count === wide;
  while (cells.length <= wide) cells.push([]);
  return { cells: cells.map(unquoted), to, exact };
}

const cellsOf = (line: Line): RawCell[] => line.raw.split('\t').map((text) => [{ text, line: line.number }]);

/** Whether the cell last added to is still open: a `<p>` or a spreadsheet's quotation mark that was not closed. */
class OpenCell {
  #paragraphs = 0;
  #quotes = 0;
  #quoted = false;

  add(text: string, begins: boolean): void {
    if (begins) { this.#paragraphs = 0; this.#quotes = 0; this.#quoted = /^\s*"/.test(text); }
    this.#paragraphs = Math.max(0, this.#paragraphs + openParagraphs(text));
    if (this.#quoted) this.#quotes += text.split('"').length - 1;
  }

  get isOpen(): boolean { return this.#paragraphs > 0 || (this.#quoted && this.#quotes % 2 === 1); }
}

/** A cell that a spreadsheet put in quotation marks because it runs over lines. */
function unquoted(cell: RawCell): RawCell {
  if (cell.length < 2 || !cell[0]?.text.trimStart().startsWith('"') || !cell.at(-1)?.text.trimEnd().endsWith('"')) return cell;
  return cell.map((p, i) => {
    let text = p.text;
    if (i === 0) text = text.trimStart().slice(1);
    if (i === cell.length - 1) text = text.trimEnd().slice(0, -1);
    return { ...p, text: text.replaceAll('""', '"') };
  });
}

/** Every cell holds a short name: no sentence, no figure, no markup. */
function looksLikeHeading(row: readonly RawCell[]): boolean {
  const filled = row.findLastIndex((c) => plain(c) !== '') + 1;
  return filled > 1 && row.slice(0, filled).every((cell) => {
    const text = plain(cell);
    return text !== '' && text.length <= HEADING_CHARACTERS && /\p{L}/u.test(text) && !/[.;]$/.test(text) && !/^[£\d]/.test(text) && !cell.some((p) => hasMarkup(p.text));
  });
}

/** The first row is set in capitals or bold, or the rows under it are plainly of another make. */
function headsOthers(rows: readonly RawCell[][]): boolean {
  const [first, ...others] = rows;
  if (!first || others.length === 0) return false;
  const words = first.map((c) => c.map((p) => p.text).join(' ').trim());
  if (words.every((w) => w === w.toUpperCase() || (w.startsWith('**') && w.endsWith('**')))) return true;
  if (first.length > 2) return true;
  return others.some((row) => row.some((c) => {
    const text = plain(c);
    return text.length > HEADING_CHARACTERS || /^[£\d]/.test(text) || c.some((p) => hasMarkup(p.text));
  }));
}

function isTable(table: RawTable): boolean {
  if (table.columns < 2) return false;
  const full = table.rows.filter((_, i) => !table.bands.has(i));
  if (full.some((row) => row.some((c) => c.some((p) => hasMarkup(p.text))))) return true;
  if (full.length < 2) return false;
  if (table.columns > 2) return true;
  if (full.length < TWO_COLUMN_ROWS) return false;
  // "(a)<tab>text" is a numbered paragraph, "Present:<tab>names" a form, "Introduction<tab>3" a list of contents.
  const half = full.length / 2;
  const firsts = full.map((row) => plain(row[0] ?? []));
  const seconds = full.map((row) => plain(row[1] ?? []));
  const labels = firsts.filter((t) => t === '' || splitLabel(t, { known: true })?.rest === '').length;
  const colons = firsts.filter((t) => t.endsWith(':')).length;
  const pages = seconds.filter((t) => /^\d{1,4}(?:\s*[-–]\s*\d{1,4})?$/.test(t)).length;
  return labels < half && colons < half && pages < half && seconds.filter((t) => t !== '').length >= half;
}
