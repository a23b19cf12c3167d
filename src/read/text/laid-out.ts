/**
 * Tables laid out with spaces whose cells run over several lines, as typed papers and dumps of pages have them: a line of headings, and under it rows
 * parted by blank lines (or begun by a number each), every line keeping to the columns that the headings begin. Pure.
 */
import { splitLabel } from '../../paper/label.js';
import type { Line } from './lines.js';
import type { RawCell, RawTable } from './tabbed.js';

/** Fewer columns than this may be chance: words of prose happen to stand over each other. */
const LEAST_COLUMNS = 3;
/** A heading cell is a name, not a sentence. In characters. */
const HEADING_CHARACTERS = 60;
/** A band over all columns has at most this many characters: a printed line. */
const BAND_CHARACTERS = 120;
/** What stands in a column may be set in from its edge by this much: a list. */
const SET_IN = 3;
/** Rows that a table has at the least, each with words in two columns or more. */
const LEAST_ROWS = 2;
/** One row that fills this many columns under the headings is a table. */
const SURE_COLUMNS = 4;
/** A column narrower than this wraps so often that a short line tells nothing. In characters. */
const NARROW = 12;

/** "Recommendation 3: That …", whole, over its actions. */
const STATED = /^\p{Lu}\p{L}+\s\d{1,2}[:.]\s/u;
/** Before each column but the first stands white: a gap of two spaces or more. */
const GAP = /\s{2,}/gu;
const RULE = /^[-=_\s]+$/u;

/** Where the headings begin; `undefined` for a line that is none. */
function columnStarts(line: Line): number[] | undefined {
  if (line.apart || line.raw.includes('\t') || (line.text.match(GAP)?.length ?? 0) < LEAST_COLUMNS - 1) return undefined;
  const cells = [...line.raw.matchAll(/\S+(?:\s\S+)*/gu)];
  const named = cells.every((m) => m[0].length <= HEADING_CHARACTERS && /^\p{Lu}/u.test(m[0]) && !/[.;,]$/u.test(m[0].replace(/\bno\.$/iu, '')));
  return cells.length >= LEAST_COLUMNS && named ? cells.map((m) => m.index) : undefined;
}

/** What a line has in each column; `undefined` where a word runs over an edge, or begins away from it. */
function piecesOf(line: Line, starts: readonly number[]): string[] | undefined {
  const { raw } = line;
  if (raw.includes('\t')) return undefined;
  const pieces: string[] = [];
  for (const [k, from] of starts.entries()) {
    if (k > 0 && from < raw.length && !/\s/u.test(raw.charAt(from - 1))) return undefined;
    const piece = raw.slice(from, starts[k + 1]);
    const text = piece.trim();
    if (text !== '' && piece.length - piece.trimStart().length > SET_IN) return undefined;
    pieces.push(text);
  }
  return (starts[0] ?? 0) > 0 && raw.slice(0, starts[0]).trim() !== '' ? undefined : pieces;
}

interface Row { readonly lines: RowLine[]; readonly band?: string }
/** What a source line has in each column of a row. */
export interface RowLine { readonly line: number; readonly pieces: readonly string[] }

/** The laid-out table whose headings stand on line `start`, if they do. */
export function laidOutTableAt(lines: readonly Line[], start: number): RawTable | undefined {
  const head = lines[start];
  const own = head && columnStarts(head);
  if (!own) return undefined;
  // Headings under a heading that stands over several columns begin columns of their own.
  const under = lines.slice(start + 1).find((l) => l.text !== '');
  const more = under && !under.apart && under.text !== head.text ? columnStarts(under)?.filter((from) => !own.some((at) => Math.abs(at - from) <= 1)) ?? [] : [];
  const both = more.length > 0 ? tableUnder(lines, start, head, [...own, ...more].sort((a, b) => a - b), under) : undefined;
  return both ?? tableUnder(lines, start, head, own);
}

/** `second`: the line of a second row of headings. */
function tableUnder(lines: readonly Line[], start: number, head: Line, starts: readonly number[], second?: Line): RawTable | undefined {
  const rows: Row[] = [];
  let open: Row | undefined;
  let to = start;
  let blanks = 0;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.apart) break;
    if (line.text === '' || RULE.test(line.text)) {
      if (open && line.text === '') blanks++;
      open = undefined;
      continue;
    }
    // The headings again, of the next table.
    if (i > start && line.text === head.text) break;
    const pieces = piecesOf(line, starts);
    const alone = !open && (lines[i + 1]?.text ?? '') === '' && pieces?.slice(1).every((p) => p === '') !== false;
    if (alone && i > start) {
      if (!rowFollows(lines, i + 1, starts, head)) break;
      if (pieces === undefined || pieces[0]?.length === line.text.length) {
        if (!STATED.test(line.text) && (line.text.length > BAND_CHARACTERS || /[.;,]$/u.test(line.text))) break;
        rows.push({ lines: [{ line: line.number, pieces: [line.text] }], band: line.text });
        to = i + 1;
        continue;
      }
    }
    if (!pieces) break;
    if (line === second) open = undefined;
    // The first row right under the headings.
    if (open && rows.length === 1 && numbered(pieces)) open = undefined;
    if (open && numbered(pieces) && numbered(open.lines[0]?.pieces ?? []) && blanks === 0) open = undefined;
    if (!open) rows.push((open = { lines: [] }));
    open.lines.push({ line: line.number, pieces });
    to = i + 1;
  }
  return tableOf(start, to, starts.length, rows, blanks);
}

/** The first column holds a number: the row begins there. */
const numbered = (pieces: readonly string[]): boolean => splitLabel(pieces[0] ?? '', { known: true })?.number !== undefined;

/** True where the next line with ink keeps to the columns with words in two or more of them, and is no heading line. */
function rowFollows(lines: readonly Line[], from: number, starts: readonly number[], head: Line): boolean {
  const next = lines.slice(from).find((l) => l.text !== '');
  if (!next || next.apart || next.text === head.text) return false;
  return (piecesOf(next, starts) ?? []).filter((p) => p !== '').length >= 2;
}

function tableOf(from: number, to: number, columns: number, rows: readonly Row[], blanks: number): RawTable | undefined {
  const body = rows.slice(1).filter((r) => r.band === undefined);
  const full = body.filter((r) => Array.from({ length: columns }, (_, c) => r.lines.some((l) => (l.pieces[c] ?? '') !== '')).filter(Boolean).length >= 2);
  // Without blank lines between them only numbers tell where rows begin.
  const wide = full.length === 1 && columns >= SURE_COLUMNS && (full[0]?.lines[0]?.pieces ?? []).filter((p) => p !== '').length >= SURE_COLUMNS;
  if (full.length < (wide ? 1 : LEAST_ROWS) || full.length < body.length / 2 || (blanks < Math.min(LEAST_ROWS, full.length) && !body.every((r) => numbered(r.lines[0]?.pieces ?? [])))) return undefined;
  const widest = new Array<number>(columns).fill(0);
  for (const row of body) for (const { pieces } of row.lines) pieces.forEach((piece, c) => { widest[c] = Math.max(widest[c] ?? 0, piece.length); });
  const bands = new Set<number>();
  const cells = rows.map((row, r): RawCell[] => {
    if (row.band !== undefined) { bands.add(r); return [[{ text: row.band, line: row.lines[0]?.line ?? 0 }]]; }
    return Array.from({ length: columns }, (_, c) => cellOf(row.lines, c, r === 0 ? Infinity : widest[c] ?? 0));
  });
  return { from, to, columns, rows: cells, headerRows: 1, bands, pageStarts: [], repeats: [] };
}

/** The paragraphs of a cell: a line begins one where it has a label, or where its first word would have had room on the line above (`widest`: the column's widest line). */
export function cellOf(lines: readonly RowLine[], column: number, widest: number): RawCell {
  const out: { text: string; line: number }[] = [];
  let last = '';
  for (const { line, pieces } of lines) {
    const piece = pieces[column] ?? '';
    if (piece === '') continue;
    const word = /^\S+/u.exec(piece)?.[0].length ?? 0;
    const label = splitLabel(piece);
    const roomy = widest >= NARROW && widest < Infinity && last.length + 1 + word <= widest && /^[\p{Lu}£]/u.test(piece);
    const before = out.at(-1);
    if (!before || label !== undefined || roomy) out.push({ text: piece, line });
    else before.text = `${before.text} ${piece}`;
    last = piece;
  }
  return out;
}
