/** Tables that geometry takes for one though the tags say that they are several, one under another: each is looked for again by itself. Pure. */
import { speaksAgainst, type TableEvidence, type TagEvidence } from './tag-evidence.js';
import { findTables } from './tables/find.js';
import type { FoundTable, TablePage } from './tables/types.js';

/** A tagged table stands in a found one with this share of its words. */
const INSIDE = 0.8;
/** A table's last rule lies at most so many points below its last text. */
const RULE_BELOW = 6;

/** The found tables that sane tags do not speak against, and the parts of those that the tags part. */
export function partedByTags(page: TablePage, found: readonly FoundTable[], evidence: TagEvidence): FoundTable[] {
  return found.flatMap((table) => {
    if (!speaksAgainst(evidence, table, page.words)) return [table];
    const own = new Set(table.cells.flatMap((c) => c.words.map((i) => page.words[i]!)));
    const tagged = evidence.tables.filter((t) => !t.layout && t.words.size > 0 && [...t.words].filter((w) => own.has(w)).length >= INSIDE * t.words.size).sort((a, b) => a.box[1] - b.box[1]);
    if (tagged.length < 2 || tagged.some((t, k) => k > 0 && t.box[1] < tagged[k - 1]!.box[3])) return [];
    return between(page, table, tagged).filter((t) => !speaksAgainst(evidence, t, page.words));
  });
}

/** What is found from the end of one tagged table to the end of the next. */
function between(page: TablePage, table: FoundTable, tagged: readonly TableEvidence[]): FoundTable[] {
  const ends = tagged.map((t, k) => (k + 1 < tagged.length ? Math.min(t.box[3] + RULE_BELOW, (t.box[3] + tagged[k + 1]!.box[1]) / 2) : Infinity));
  return ends.flatMap((end, k) => {
    const start = k === 0 ? -Infinity : ends[k - 1]!;
    const indexes = page.words.flatMap((w, i) => (w.baseline > start && w.baseline <= end ? [i] : []));
    const inside = (from: number, to: number): boolean => from > start - 1 && to <= end + 1;
    const part = findTables({
      ...page, words: indexes.map((i) => page.words[i]!),
      rulings: page.rulings.filter((r) => (r.direction === 'horizontal' ? inside(r.at, r.at) : inside(r.from, r.to))), fills: page.fills.filter((f) => inside(f.box[1], f.box[3])),
    });
    return part.tables.filter((t) => t.box[3] > table.box[1] && t.box[1] < table.box[3]).map((t) => ({ ...t, cells: t.cells.map((c) => ({ ...c, words: c.words.map((i) => indexes[i]!) })) }));
  });
}
