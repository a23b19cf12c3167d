/** Names in the key column that belong to several rows: wrapped beside rows of their own, or set on the middle of them. */
import type { Word } from '../words.js';
import type { Built } from './build.js';
import { inReadingOrder } from './lines.js';
import { inRows, type FoundCell } from './types.js';
import { readsAsValue, startsLow } from './values.js';

/** The first word of a cell. */
export const firstText = (words: readonly Word[], c: FoundCell): string => inReadingOrder(words, c.words).map((i) => words[i]!.text)[0] ?? '';

/** The cell of one row and one column at this place. */
const single = (built: Built, row: number, column: number): FoundCell | undefined => built.cells.find((c) => c.row === row && c.column === column && c.rowSpan === 1 && c.columnSpan === 1);

/** One cell from the top of the first to the bottom of the last, with these words. */
const over = (first: FoundCell, last: FoundCell, words: readonly number[]): FoundCell =>
  ({ ...first, rowSpan: last.row + last.rowSpan - first.row, box: [first.box[0], first.box[1], first.box[2], last.box[3]], words });

/** In a table whose second column tells over and over what is measured, names stand beside several rows: this share of the rows or more has no name. */
const UNNAMED = 0.25;

/** Names wrapped beside rows of their own ("Chronic / fatigue" beside count and percentage): one cell over those rows. */
export function joinNames(words: readonly Word[], built: Built): Built {
  const rows = built.rowEdges.length - 1, body = rows - built.headRows;
  if (built.columnEdges.length < 4 || body < 4) return built;
  const at = (column: number): FoundCell[] => built.cells.filter((c) => c.row >= built.headRows && c.column === column && c.columnSpan === 1 && c.words.length > 0);
  const names = at(0), measures = at(1).map((c) => c.words.map((i) => words[i]!.text));
  if (body - names.length < UNNAMED * body || measures.length < 0.7 * body || measures.some((m) => readsAsValue(m)) || new Set(measures.map((m) => m.join(' '))).size > measures.length / 2) return built;
  let cells = [...built.cells];
  for (const name of names) {
    if (name.rowSpan > 1 || !startsLow(firstText(words, name))) continue;
    const above = cells.find((c) => c.column === 0 && c.columnSpan === 1 && c.row + c.rowSpan === name.row && c.row >= built.headRows && c.words.length > 0);
    if (!above) continue;
    cells = cells.filter((c) => c !== above && c !== name);
    cells.push(over(above, name, [...above.words, ...name.words]));
  }
  cells.sort(inRows);
  return { ...built, cells };
}

/** Keys set in the middle of their rows: so many bands between rules have one. */
const MIDDLE_KEYS = 2;

/** Between rules across, a name set in the middle of several rows, each with a text of its own in the second column, belongs to all of them. */
export function joinKeys(built: Built): Built {
  const rows = built.rowEdges.length - 1, columns = built.columnEdges.length - 1;
  const starts = built.rowRuled.flatMap((ruled, r) => (ruled && r >= built.headRows ? [r] : []));
  const bands = starts.map((r, k) => [r, starts[k + 1] ?? rows] as const).filter(([from, to]) => to - from > 1);
  if (columns < 3) return built;
  const joined = bands.flatMap(([from, to]) => {
    const own = Array.from({ length: to - from }, (_, i) => from + i);
    const keys = own.map((r) => single(built, r, 0)), seconds = own.map((r) => single(built, r, 1));
    if (keys.some((c) => !c) || seconds.some((c) => !c || c.words.length === 0)) return [];
    const filled = keys.filter((c) => c!.words.length > 0).map((c) => c!);
    return filled.length > 0 && keys[0]!.words.length === 0 && filled.every((c, i) => c.row === filled[0]!.row + i) ? [{ keys: keys.map((c) => c!), words: filled.flatMap((c) => [...c.words]) }] : [];
  });
  if (joined.length < MIDDLE_KEYS) return built;
  const gone = new Set(joined.flatMap((j) => j.keys));
  const cells = built.cells.filter((c) => !gone.has(c));
  for (const j of joined) cells.push(over(j.keys[0]!, j.keys.at(-1)!, j.words));
  cells.sort(inRows);
  return { ...built, cells };
}

/** A name stands on the middle of its rows within this share of the distance of two rows. */
const OFF_MIDDLE = 0.25;
/** So many names or more have rows above and below them. */
const MIDDLE_NAMES = 2;

/**
 * Without rules between the groups: names each on the middle of the rows from where the group above it ends, which so take in all rows to the last. A first row
 * without a name, and a second column filled in every row, say that the names are not set beside the first of their rows.
 */
export function joinMiddles(words: readonly Word[], built: Built): Built {
  const rows = built.rowEdges.length - 1, columns = built.columnEdges.length - 1, first = built.headRows;
  if (columns < 3 || rows - first < 2 * MIDDLE_NAMES) return built;
  // Nearly every table has a name in its first row.
  const corner = single(built, first, 0);
  if (!corner || corner.words.length > 0) return built;
  const keys: FoundCell[] = [], at: number[] = [];
  for (let r = first; r < rows; r++) {
    const key = single(built, r, 0), second = single(built, r, 1);
    if (!key || !second || second.words.length === 0) return built;
    keys.push(key);
    at.push(heightOf(words, second));
  }
  const names = keys.filter((c) => c.words.length > 0);
  const groups: { from: number; end: number; name: FoundCell }[] = [];
  let from = 0;
  for (const name of names) {
    const y = heightOf(words, name);
    let end = from;
    while (end + 1 < keys.length && (at[from]! + at[end]!) / 2 < y - OFF_MIDDLE * (at[end + 1]! - at[end]!)) end++;
    const pitch = end > from ? (at[end]! - at[from]!) / (end - from) : Infinity;
    if (from >= keys.length || (end > from && Math.abs((at[from]! + at[end]!) / 2 - y) > OFF_MIDDLE * pitch) || (end === from && keys[from] !== name)) return built;
    groups.push({ from, end, name });
    from = end + 1;
  }
  if (from !== keys.length || groups.filter((g) => g.end > g.from).length < MIDDLE_NAMES) return built;
  const cells = built.cells.filter((c) => !keys.includes(c));
  for (const g of groups) cells.push(over(keys[g.from]!, keys[g.end]!, g.name.words));
  cells.sort(inRows);
  return { ...built, cells };
}

/** Where the middle of a cell's text stands, by its first and last baselines. */
function heightOf(words: readonly Word[], cell: FoundCell): number {
  let first = Infinity, last = -Infinity;
  for (const i of cell.words) { first = Math.min(first, words[i]!.baseline); last = Math.max(last, words[i]!.baseline); }
  return (first + last) / 2;
}
