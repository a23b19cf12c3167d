/**
 * The rest of an open table at the top of the next page: too few lines to make a table alone, but in the columns of the one that ended the page before. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import type { Word } from '../words.js';
import { build } from './build.js';
import { finishTable } from './finish.js';
import { linesOf, type Line, type Phrase } from './lines.js';
import { columnTexts, nothingBelow, type JoinOptions, type PageTable } from './join.js';
import type { FoundTable } from './types.js';

/** Texts of one column begin, or end, within this many points of one another on both pages. */
const SAME_EDGE = 2.5;
/** Lines further apart than this many times their size do not belong to one table. */
const FAR = 2.6;
/** A row fills this share of the columns. */
const ROW_FILLS = 0.6;
/** Texts of several words in a column that is open to the right may be this many times as broad as those before. */
const BROADER = 1.25;

/** The rows at the top of a page that go on with the open table `before`, or `undefined` where there are none. `free` are the words in no table. */
export function openRest(before: PageTable, words: readonly Word[], free: readonly number[], options: JoinOptions = {}): FoundTable | undefined {
  const { table } = before;
  if (table.look === 'ruled' || table.columns < 3 || free.length === 0 || !nothingBelow(before, options)) return undefined;
  const columns = Array.from({ length: table.columns }, (_, k) => columnTexts(before, k));
  if (columns.some((c) => c === undefined)) return undefined;
  const texts = columns.map((c) => c!);
  const column = (p: Phrase): number => texts.findIndex(([left, right], k) => (Math.abs(p.left - left) <= SAME_EDGE || Math.abs(p.right - right) <= SAME_EDGE)
    && p.left >= (texts[k - 1]?.[1] ?? -Infinity) && p.right <= (texts[k + 1]?.[0] ?? left + BROADER * (right - left)));
  const rows: Line[] = [];
  for (const line of linesOf(words, free)) {
    const last = rows[rows.length - 1], at = line.phrases.map(column);
    if ((last && line.baseline - last.baseline > FAR * line.size) || at.some((k, n) => k < 0 || (n > 0 && k <= at[n - 1]!))) break;
    rows.push(line);
  }
  const fills = (l: Line): boolean => l.phrases.length >= Math.max(2, ROW_FILLS * table.columns);
  // What stands alone at the left below the last row is the next paragraph.
  while (rows.length > 0 && !fills(rows[rows.length - 1]!) && column(rows[rows.length - 1]!.phrases[0]!) === 0) rows.pop();
  if (rows.length === 0 || !fills(rows[0]!)) return undefined;
  const inside = rows.flatMap((l) => [...l.words]), first = rows[0]!, end = rows[rows.length - 1]!;
  const xs = [table.columnEdges[0]!, table.columnEdges[table.columns]!], ys = [Math.min(first.top, first.baseline - 0.9 * first.size), Math.max(end.bottom, end.baseline + 0.25 * end.size)];
  const separators = texts.slice(1).map(([left], k) => (texts[k]![1] + left) / 2);
  const built = build(words, inside, { xs, ys, cells: [{ row: 0, column: 0, rowSpan: 1, columnSpan: 1 }], printed: false, separators });
  return finishTable(words, built, table.look, 'goes on from the page before', table.confidence);
}
