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
  // A single row of boxes (a masthead with an ITEM box) compares nothing down the page, unless its first row is a heading.
  if (besides.size === 1) return !filled.some((c) => c.header) && filled.every((c) => cellText(c).length > 0);
  return false;
}

/** Opens layout tables, outermost first, into the blocks of their cells in reading order; data tables stay. */
export function openLayouts(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [block];
    if (!isLayout(block)) return [block];
    return block.cells.flatMap((cell) => openLayouts(cell.blocks));
  });
}
