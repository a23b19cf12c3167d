/** Rules across the page: pieces at one height taken together, and the groups of them that may belong to one table. */
import { median } from './lines.js';
import type { Edge } from './rulings.js';

// In points.
/** Shorter rules belong to a head or a sum, not to a table's full width. */
const LEAST_RULE = 50;
/** Rules whose ends differ by less than this span the same width. */
export const SAME_END = 8;
/** Pieces of one broken rule (one for each column) stand at one height within this ... */
export const SAME_HEIGHT = 1.6;
/** ... and leave gaps no wider than this. */
const PIECE_GAP = 45;

/** A horizontal rule or row of pieces; `pieces` from left to right. */
export interface Rule { readonly at: number; readonly from: number; readonly to: number; readonly pieces: readonly Edge[] }

/** Rules at one height taken together where they are pieces of one. */
export function rulesOf(edges: readonly Edge[]): Rule[] {
  const sorted = [...edges].sort((a, b) => a.at - b.at || a.from - b.from);
  const out: Rule[] = [];
  for (let i = 0; i < sorted.length;) {
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.at - sorted[i]!.at <= SAME_HEIGHT) j++;
    const level = sorted.slice(i, j).sort((a, b) => a.from - b.from);
    let pieces: Edge[] = [];
    const close = () => {
      if (pieces.length > 0) out.push({ at: median(pieces.map((p) => p.at)), from: pieces[0]!.from, to: Math.max(...pieces.map((p) => p.to)), pieces });
    };
    for (const e of level) {
      if (pieces.length > 0 && e.from - Math.max(...pieces.map((p) => p.to)) > PIECE_GAP) { close(); pieces = []; }
      pieces.push(e);
    }
    close();
    i = j;
  }
  return out.sort((a, b) => a.at - b.at || a.from - b.from);
}

/** Groups of rules that may belong to one table: same width, or shorter ones within that width. */
export function ruleGroups(rules: readonly Rule[]): Rule[][] {
  const wide = rules.filter((r) => r.to - r.from >= LEAST_RULE);
  const groups: { from: number; to: number; rules: Rule[] }[] = [];
  for (const r of [...wide].sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.at - b.at)) {
    const same = groups.find((g) => Math.abs(g.from - r.from) <= SAME_END && Math.abs(g.to - r.to) <= SAME_END)
      ?? groups.find((g) => r.from >= g.from - SAME_END && r.to <= g.to + SAME_END);
    if (same) same.rules.push(r); else groups.push({ from: r.from, to: r.to, rules: [r] });
  }
  for (const r of rules.filter((x) => x.to - x.from < LEAST_RULE)) {
    groups.find((g) => r.from >= g.from - SAME_END && r.to <= g.to + SAME_END)?.rules.push(r);
  }
  return groups.map((g) => g.rules.sort((a, b) => a.at - b.at || a.from - b.from));
}
