/**
 * Tells a table of data from a table used for layout alone (a boxed form, one box a row; a title bar; an ITEM box), and
 * opens the latter into the blocks that it holds. Shared by all readers, so that a paper reads alike in every format.
 */
import type { Block, Table } from './model.js';
import { cellText } from './walk.js';

/** True for a table that only places text on the page: it has no two columns that a reader would compare down the page. */
export function isLayout(table: Table): boolean {
  if (table.cells.length === 0) return true;
  const filled = table.cells.filter((c) => c.blocks.some((b) => b.type === 'table' || b.text !== '' || b.label !== undefined));
  if (filled.length <= 1) return true;
  // One box a row: nothing stands beside anything.
  const columnsUsed = new Set(filled.map((c) => c.column));
  const besides = new Map<number, number>();
  for (const c of filled) besides.set(c.row, (besides.get(c.row) ?? 0) + 1);
  const sharedRows = [...besides.values()].filter((n) => n > 1).length;
  if (columnsUsed.size === 1 || sharedRows === 0) return true;
  // A single row of boxes (a masthead with an ITEM box) compares nothing down the page, unless its first row is a heading, or it is a name
  // with its sums: the totals of a table, boxed apart from it.
  if (besides.size === 1) return !filled.some((c) => c.header) && filled.every((c) => cellText(c).length > 0) && !namedSums(filled.map(cellText));
  return false;
}

/** Fewer sums than this beside a name may be the number of an item or a page. */
const LEAST_SUMS = 2;
/** A sum: digits with a sign of money, a fraction, thousands or a per cent sign. A bare whole number may be anything. */
const SUM = /^[-+\u2212\u2013(]*(?:[£$€]\s?\d[\d,]*(?:\.\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+(?=\s?[%mk]))\s?(?:%|m|k|bn|million)?\)?$/iu;

/** One name, its sums, and nothing else but whole numbers (of the row, say). */
function namedSums(texts: readonly string[]): boolean {
  const sums = texts.filter((t) => SUM.test(t.trim())).length;
  const names = texts.filter((t) => /\p{L}/u.test(t) && !SUM.test(t.trim()));
  return sums >= LEAST_SUMS && names.length === 1 && texts.every((t) => names.includes(t) || SUM.test(t.trim()) || /^\d{1,4}$/u.test(t.trim()));
}

/** Opens layout tables, outermost first, into the blocks of their cells in reading order; data tables stay. */
export function openLayouts(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [block];
    if (!isLayout(block)) return [block];
    return block.cells.flatMap((cell) => openLayouts(cell.blocks));
  });
}
