/** What is no table, however it is drawn: charts, prose in boxes, forms of one box a row. Each test says why, or `undefined`. */
import type { Word } from '../words.js';
import { alignment, crossedShare, hasAxis, hasPanels, type Axis } from './charts.js';
import { median, type Line } from './lines.js';
import type { Edges } from './rulings.js';
import { inRows, type FoundCell, type FoundTable } from './types.js';
import { isListLabel, readsAsValue } from './values.js';

/** A grid with text in fewer of its cells than this is a chart with grid lines, or squared paper. */
const FILLED_LEAST = 0.18;

/** A grid of so many rows and columns with text in this share of its cells is a table, though some of its figures count evenly. */
const FULL_GRID = 5;
const FULL_SHARE = 0.9;

/** Lines run through more than this share of a chart's words. */
const CROSSED_MOST = 0.12;

/** Edges run along less than this share of the width, and of the height: boxes joined by lines, as in a chart of who answers to whom. */
const DRAWN_LEAST = 0.6;
/** Edges nearer than this, in points, stand at one place. */
const SAME_PLACE = 2.6;

/** The share of the area's width (or height) that the edges of one direction run along, on average over the places at which there are any. */
function drawnShare(edges: Edges['horizontal'], from: number, to: number): number {
  const at: { y: number; length: number }[] = [];
  for (const e of [...edges].sort((a, b) => a.at - b.at)) {
    const length = Math.min(e.to, to) - Math.max(e.from, from), last = at[at.length - 1];
    if (last && e.at - last.y <= SAME_PLACE) last.length += length; else at.push({ y: e.at, length });
  }
  return at.reduce((sum, p) => sum + Math.min(1, p.length / Math.max(1, to - from)), 0) / Math.max(1, at.length);
}

/** Boxes set apart are at least so many. */
const BOXES = 4;

/** No cell with text has a side in common with another: boxes with white between them, joined by lines. */
function setApart(filled: readonly FoundCell[]): boolean {
  return filled.length >= BOXES && !filled.some((a, k) => filled.slice(k + 1).some((b) => {
    const rows = Math.min(a.row + a.rowSpan, b.row + b.rowSpan) - Math.max(a.row, b.row), columns = Math.min(a.column + a.columnSpan, b.column + b.columnSpan) - Math.max(a.column, b.column);
    return (rows > 0 && columns === 0) || (columns > 0 && rows === 0);
  }));
}

/** A form has at least so many numbered boxes, and they are this share of those with text. */
const NUMBERED_BOXES = 4;
const NUMBERED_SHARE = 0.7;

/** Boxes of a form, each with its number and what is asked for: "1. Name of applicant", "2. Date". They count on from box to box, across and down. */
function isNumberedForm(words: readonly Word[], filled: readonly FoundCell[]): boolean {
  if (filled.length < NUMBERED_BOXES) return false;
  const numbers = [...filled].sort(inRows).filter((c) => c.words.length > 1).map((c) => parseInt(words[c.words[0]!]!.text.replace(/^\(/, ''), 10));
  const own = numbers.filter((n) => n > 0);
  return own.length >= NUMBERED_BOXES && own.length >= NUMBERED_SHARE * filled.length && own.every((n, k) => k === 0 || (n >= own[k - 1]! && n <= own[k - 1]! + 1)) && new Set(own).size >= NUMBERED_BOXES
    && filled.filter((c) => /^\(?\d{1,2}[a-z]?[.)]$/.test(words[c.words[0]!]!.text)).length >= own.length;
}

/** Why a printed grid is no table. */
export function refusesGrid(words: readonly Word[], table: FoundTable, edges: Edges, axes: readonly Axis[]): string | undefined {
  const [left, top, right, bottom] = table.box;
  if (drawnShare(edges.horizontal, left, right) < DRAWN_LEAST && drawnShare(edges.vertical, top, bottom) < DRAWN_LEAST) return 'chart';
  const filled = table.cells.filter((c) => c.words.length > 0);
  if (setApart(filled)) return 'layout';
  if (isNumberedForm(words, filled)) return 'form';
  if (table.cells.length >= 6 && filled.length < FILLED_LEAST * table.cells.length) return 'chart';
  const full = table.rows >= FULL_GRID && table.columns >= FULL_GRID && filled.length >= FULL_SHARE * table.cells.length;
  if (!full && (hasAxis(table.box, axes) || hasPanels(table.box, axes))) return 'chart';
  const own = filled.flatMap((c) => [...c.words]);
  if (own.length >= 3 && crossedShare(words, own, edges) > CROSSED_MOST) return 'chart';
  if (filled.length < 2) return 'box';
  if (table.columns < 2) return 'box';
  if (table.rows < 2) {
    // One row of boxes compares nothing, unless it is a label with its figures: a total set apart.
    const values = filled.filter((c) => c.column > 0 && readsAsValue(c.words.map((i) => words[i]!.text))).length;
    return filled.length >= 3 && values >= 2 && values === filled.length - 1 ? undefined : 'box';
  }
  const columnsUsed = new Set(filled.map((c) => c.column)).size;
  if (columnsUsed < 2) return 'box';
  const beside = new Map<number, number>();
  for (const c of filled) for (let r = c.row; r < c.row + c.rowSpan; r++) beside.set(r, (beside.get(r) ?? 0) + 1);
  const shared = [...beside.values()].filter((n) => n > 1).length;
  if (shared === 0) return 'layout';
  if (beside.size < 2) return 'layout';
  return undefined;
}

/** Average words in a cell above which open columns are prose set in columns. */
const PROSE_CELL = 7;
/** Rules between at least so many rows, each with a name of at most so many words, part names from what is said of them. */
const NAMED_BANDS = 4;
const NAME_WORDS = 5;
/** Least share of the texts that keep to an edge or the middle of their column. */
const ALIGNED_LEAST = 0.5;
/** Share of the cells behind the first column that are values, from which on values decide. */
const VALUES_LEAST = 0.25;
const BULLET = /^[•●○▪■◦‣⁃·\uf0a7\uf0b7\uf0d8\uf0fc]$/u;
/** Least share of rows that fill two cells or more. */
const BESIDE_LEAST = 0.5;

/** Why columns without printed lines are no table; a caption above may say that they are. */
export function refusesOpen(words: readonly Word[], table: FoundTable, lines: readonly Line[], axes: readonly Axis[], captioned = false): string | undefined {
  const filled = table.cells.filter((c) => c.words.length > 0);
  if (table.columns < 2 || table.rows < 2) return 'one column';
  const texts = filled.map((c) => c.words.map((i) => words[i]!.text));
  const isValue = texts.map(readsAsValue);
  const body = filled.map((c, k) => ({ c, value: isValue[k]!, n: texts[k]!.length })).filter((x) => x.c.row >= table.headerRows);
  const beside = new Map<number, number>();
  for (const c of filled) for (let r = c.row; r < c.row + c.rowSpan; r++) beside.set(r, (beside.get(r) ?? 0) + 1);
  const shared = [...beside.values()].filter((n) => n > 1).length;
  if (shared < 2 || shared < BESIDE_LEAST * beside.size) return 'nothing side by side';
  const others = body.filter((x) => x.c.column > 0);
  const values = others.filter((x) => x.value).length;
  const valueShare = others.length === 0 ? 0 : values / others.length;
  const wordsPerCell = median(body.map((x) => x.n));
  const firsts = body.filter((x) => x.c.column === 0).map((x) => x.c.words.map((i) => words[i]!.text).join(' '));
  const listed = firsts.filter(isListLabel).length >= 0.7 * Math.max(1, firsts.length) && firsts.length > 0;
  if (hasAxis(table.box, axes) || hasPanels(table.box, axes)) return 'chart';
  if (isContents(words, table) || isTwofoldContents(words, table)) return 'contents';
  if (codesAnswers(words, table)) return 'codes';
  if (alignment(words, table) < ALIGNED_LEAST) return 'not aligned';
  if (listed && table.columns <= 2) return 'list';
  const colons = firsts.filter((t) => /:$/.test(t)).length;
  if (colons >= 0.5 * Math.max(1, firsts.length) && table.columns <= 3 && valueShare < VALUES_LEAST) return 'form';
  if (listColumns(words, table) > 0 && valueShare < VALUES_LEAST) return 'list';
  if (table.look === 'half-ruled') {
    if (valueShare >= VALUES_LEAST) return undefined;
    // Texts alone: rules between the rows, or three columns under a head, say that they are compared.
    const bands = table.rowRuled.filter((r) => r).length;
    // Terms and what they mean: short names, and a rule between all of them.
    const named = bands >= NAMED_BANDS && bands === table.rows && shared === table.rows && median(firsts.map((t) => t.split(' ').length)) <= NAME_WORDS;
    if (wordsPerCell > 2 * PROSE_CELL && !named) return 'prose';
    if (bands < (table.columns === 2 && !captioned ? 3 : 2) || table.rows < 3) return 'few rules';
    return undefined;
  }
  // Nothing is drawn: only values in columns, or many short texts in three columns and more, make a table.
  if (valueShare >= 0.5 && values >= 4 && lines.length >= 3) return undefined;
  if (lines.length === 2 && table.headerRows === 1 && values >= 3 && values === others.length) return undefined;
  if (table.columns >= 3 && shared >= 4 && wordsPerCell <= 4 && !listed && shared >= 0.7 * beside.size) return table.headerRows === 0 ? 'no heads' : blocks(words, filled) ? 'blocks' : undefined;
  return 'no values';
}

const DIGIT = /\d/u;

/** Blocks of lines side by side (addresses): what is alike stands in one row (streets, towns, telephones), not in one column. */
function blocks(words: readonly Word[], cells: readonly FoundCell[]): boolean {
  const withDigit = new Map(cells.map((c) => [c, c.words.some((i) => DIGIT.test(words[i]!.text))]));
  const mixed = (of: 'row' | 'column'): boolean[] => [...new Set(cells.map((c) => c[of]))].map((k) => new Set(cells.filter((c) => c[of] === k).map((c) => withDigit.get(c))).size > 1);
  return mixed('column').every((m) => m) && !mixed('row').some((m) => m);
}

/** Columns that hold nothing but bullets and list numbers, behind the first: lists set side by side. */
function listColumns(words: readonly Word[], table: FoundTable): number {
  let n = 0;
  for (let c = 0; c < table.columns; c++) {
    const own = table.cells.filter((x) => x.column === c && x.columnSpan === 1 && x.words.length > 0 && x.row >= table.headerRows);
    const labels = own.filter((x) => x.words.length === 1 && BULLET.test(words[x.words[0]!]!.text)).length;
    if (own.length >= 2 && labels >= 0.7 * own.length) n++;
  }
  return n;
}

/** Two or three columns, the last of them page numbers that never fall: a table of contents. */
function isContents(words: readonly Word[], table: FoundTable): boolean {
  if (table.columns > 4) return false;
  const last: number[] = [];
  let others = 0;
  for (const c of table.cells) {
    if (c.words.length === 0 || c.row < table.headerRows) continue;
    const text = c.words.map((i) => words[i]!.text).join(' ');
    if (c.column + c.columnSpan === table.columns) {
      const page = /^(?:[.…_·\s]*)(\d{1,3})$/.exec(text);
      if (page) last.push(Number(page[1])); else others++;
    } else if (c.column > 0 && readsAsValue(text.split(' '))) return false;
  }
  if (last.length < 3 || others > 0.3 * last.length) return false;
  return last.every((p, i) => i === 0 || p >= last[i - 1]!) && last[last.length - 1]! > last[0]!;
}

/** The texts of one column's cells below the heads. */
const columnTexts = (words: readonly Word[], table: FoundTable, column: number): string[] =>
  table.cells.filter((c) => c.column === column && c.row >= table.headerRows && c.words.length > 0).map((c) => c.words.map((i) => words[i]!.text).join(' '));

/** Page numbers, each higher than the one before. */
const areRising = (texts: readonly string[]): boolean => texts.every((t, i) => /^\d{1,3}$/.test(t) && (i === 0 || Number(t) > Number(texts[i - 1])));

/** A table of contents set in two columns: names and pages twice, the pages of the second going on where those of the first end. */
function isTwofoldContents(words: readonly Word[], table: FoundTable): boolean {
  if (table.columns !== 4 || table.headerRows > 0) return false;
  const first = columnTexts(words, table, 1), second = columnTexts(words, table, 3);
  return first.length >= 3 && second.length >= 2 && areRising([...first, ...second]) && [0, 2].every((c) => !columnTexts(words, table, c).some((t) => readsAsValue(t.split(' '))));
}

/** Answers of a form with the codes beside them that they are counted by: 1, 2, 3 and from 1 again, without heads. */
function codesAnswers(words: readonly Word[], table: FoundTable): boolean {
  if (table.columns !== 2 || table.headerRows > 0) return false;
  const codes = columnTexts(words, table, 1).map(Number);
  // Few of each ("Mill Ward 1, Church Ward 1, High Ward 2") are counts: a lone 1 codes no choice.
  return codes.length > 0 && codes[0] === 1 && codes.every((n, i) => n === (i === 0 ? 1 : codes[i - 1]! + 1) || (n === 1 && codes[i - 1] !== 1)) && codes.at(-1) !== 1;
}
