/**
 * Tables within a cell whose sides lie on those of the cell, as word processors draw them: one grid to the eye. The tags tell which words are the inner
 * table's; both are found again, each from its own words and rules, and believed where rows and columns come out as they are tagged. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Ruling } from '../geometry.js';
import type { TableEvidence, TagEvidence } from './tag-evidence.js';
import { findTables } from './tables/find.js';
import type { FoundTable, TablePage } from './tables/types.js';

/** Rules within so many points of the inner table's sides are its own. */
const SIDES = 2;

/** The tables, those parted that hold a tagged table within a cell. */
export function withNested(page: TablePage, found: readonly FoundTable[], evidence: TagEvidence): readonly FoundTable[] {
  if (evidence.nested.length === 0) return found;
  return found.flatMap((table) => {
    const own = new Set(table.cells.flatMap((c) => c.words.map((i) => page.words[i]!)));
    const inner = evidence.nested.filter((n) => n.words.size < own.size && [...n.words].every((w) => own.has(w)));
    const outer = inner.length === 0 || table.look !== 'ruled' ? undefined : evidence.tables.find((t) => t.trusted && inner.every((n) => [...n.words].every((w) => t.words.has(w))));
    return (outer && parted(page, table, outer, inner)) ?? [table];
  });
}

/** The outer table and the inner ones, where each comes out as it is tagged. */
function parted(page: TablePage, table: FoundTable, outer: TableEvidence, inner: readonly TableEvidence[]): FoundTable[] | undefined {
  const own = table.cells.flatMap((c) => c.words);
  const within = inner.map((n) => {
    // The places of the one grid that its words stand in.
    const [left, top, right, bottom] = boxAround(table.cells.filter((c) => c.words.some((i) => n.words.has(page.words[i]!))).map((c) => c.box));
    return { n, sides: [left - SIDES, top - SIDES, right + SIDES, bottom + SIDES] as Box, words: own.filter((i) => n.words.has(page.words[i]!)) };
  });
  const held = new Set(within.flatMap((w) => w.words));
  const rest = only(page, own.filter((i) => !held.has(i)), page.rulings.flatMap((r) => (within.some((w) => inside(r, w.sides)) ? [] : [r])), table.box);
  if (rest?.rows !== outer.rows || rest.columns !== outer.columns) return undefined;
  const parts = within.map((w) => {
    const found = only(page, w.words, page.rulings.flatMap((r) => clipped(r, w.sides)), w.sides);
    return found?.rows === w.n.rows && found.columns === w.n.columns ? found : undefined;
  });
  return parts.every((p) => p !== undefined) ? [rest, ...parts] : undefined;
}

/** The one table that these words and rules make. */
function only(page: TablePage, words: readonly number[], rulings: readonly Ruling[], box: Box): FoundTable | undefined {
  const sorted = [...words].sort((a, b) => a - b);
  const fills = page.fills.filter((f) => f.box[0] < box[2] && f.box[2] > box[0] && f.box[1] < box[3] && f.box[3] > box[1]);
  const { tables } = findTables({ ...page, words: sorted.map((i) => page.words[i]!), rulings, fills });
  const [one, another] = tables;
  return one && !another ? { ...one, cells: one.cells.map((c) => ({ ...c, words: c.words.map((i) => sorted[i]!) })) } : undefined;
}

/** The rule stands in the box from end to end. */
function inside(r: Ruling, [left, top, right, bottom]: Box): boolean {
  const [from, to, first, last] = r.direction === 'horizontal' ? [left, right, top, bottom] : [top, bottom, left, right];
  return r.at >= first && r.at <= last && r.from >= from && r.to <= to;
}

/** What of the rule stands in the box. */
function clipped(r: Ruling, [left, top, right, bottom]: Box): Ruling[] {
  const [from, to, first, last] = r.direction === 'horizontal' ? [left, right, top, bottom] : [top, bottom, left, right];
  return r.at < first || r.at > last || r.to <= from || r.from >= to ? [] : [{ ...r, from: Math.max(r.from, from), to: Math.min(r.to, to) }];
}
