/**
 * Half-ruled tables: rules across, none upright. Rules of one width with lines in columns between them are one table; a rule under the
 * heads alone is followed down as far as the columns go on.
 */
import type { Word } from '../words.js';
import { typicalPitch } from './build.js';
import type { Axis } from './charts.js';
import { IN_TABLE, riversOf, type River } from './columns.js';
import { linesOf, median, type Line } from './lines.js';
import { headsAbove, openTable } from './open.js';
import { inColumns, isCaption, isProse, keeps } from './prose.js';
import type { Edge } from './rulings.js';
import type { FoundTable } from './types.js';

// In points.
/** Shorter rules belong to a head or a sum, not to a table's full width. */
const LEAST_RULE = 50;
/** Rules whose ends differ by less than this span the same width. */
const SAME_END = 8;
/** Pieces of one broken rule (one for each column) stand at one height within this ... */
const SAME_HEIGHT = 1.6;
/** ... and leave gaps no wider than this. */
const PIECE_GAP = 45;
/** White between two rules higher than this parts two tables. */
const EMPTY_ZONE = 16;

// As shares.
/** A band heading has no more white above and below it, together, than this share of its size. */
const LONE_WHITE = 1.5;
/** Lines further apart than this many times the usual pitch do not belong to one table without a rule. */
const FAR = 2.1;
/** Lines out of columns (a heading, a wrapped label) that a table may hold between two in columns. */
const LOOSE_LINES = 2;
/** A rule is full when it runs along this share of the widest of its group. */
const FULL = 0.8;

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

/** Tables that one group of rules delimits. */
export function halfRuled(words: readonly Word[], free: readonly number[], rules: readonly Rule[], axes: readonly Axis[]): FoundTable[] {
  const from = Math.min(...rules.map((r) => r.from)), to = Math.max(...rules.map((r) => r.to));
  const inWidth = free.filter((i) => { const x = (words[i]!.box[0] + words[i]!.box[2]) / 2; return x >= from - 3 && x <= to + 3; });
  const lines = linesOf(words, inWidth);
  const width = to - from;
  const full = rules.filter((r) => r.to - r.from >= FULL * width);
  const middle = (l: Line): number => l.baseline - 0.3 * l.size;
  // Zones between neighbouring full rules; a run of zones without prose is one table.
  const zone = (a: number, b: number): Line[] => lines.filter((l) => middle(l) > a && middle(l) <= b);
  const tables: FoundTable[] = [];
  let k = 0;
  while (k < full.length) {
    let end = k;
    while (end + 1 < full.length && tabular(zone(full[end]!.at, full[end + 1]!.at), full[end + 1]!.at - full[end]!.at, words, width)) end++;
    const table = between(words, lines, rules, full.slice(k, end + 1), from, to, k > 0 ? full[k - 1]!.at : -Infinity, end + 1 < full.length ? full[end + 1]!.at : Infinity, axes);
    if (table) tables.push(table);
    k = table ? Math.max(end, k + 1) : k + 1;
    // The last rule of a table may not open the next, unless another follows.
    if (table && end > k - 1) k = end + 1;
  }
  return tables;
}

/** A zone between two rules that a table may have: no more prose than columns, and no white or lone heading set apart by white. */
function tabular(lines: readonly Line[], height: number, words: readonly Word[], width: number): boolean {
  if (lines.length === 0) return height <= EMPTY_ZONE;
  const prose = lines.filter((l) => isProse(l, words, width)).length;
  const columns = lines.filter((l) => inColumns(l, words)).length;
  if (prose * 2 > lines.length) return false;
  if (columns > 0) return true;
  // A heading between two tables stands free; a band heading within a table fills its band.
  const text = lines[lines.length - 1]!.baseline - lines[0]!.baseline + lines[0]!.size;
  return lines.length <= 2 && height <= text + LONE_WHITE * lines[0]!.size;
}

/** The table from the first to the last of these rules, with the lines above and below that keep its columns. */
function between(words: readonly Word[], lines: readonly Line[], rules: readonly Rule[], full: readonly Rule[], from: number, to: number, floor: number, ceiling: number, axes: readonly Axis[]): FoundTable | undefined {
  const middle = (l: Line): number => l.baseline - 0.3 * l.size;
  let top = full[0]!.at, bottom = full[full.length - 1]!.at;
  let inside = lines.filter((l) => middle(l) > top && middle(l) <= bottom);
  let rivers = riversOf(words, inside, IN_TABLE);
  const bodyBelow = inside.filter((l) => inColumns(l, words)).length <= 3;
  if (rivers.length === 0 || bodyBelow) {
    // A rule under the heads alone: the body follows below.
    const below = follow(words, lines.filter((l) => middle(l) > bottom && middle(l) < ceiling), inside, rivers, to - from);
    if (below.length > 0) {
      const more = riversOf(words, [...inside, ...below], IN_TABLE);
      if (more.length > 0 && more.length >= rivers.length) {
        rivers = more;
        inside = [...inside, ...below];
        const last = below[below.length - 1]!;
        bottom = last.baseline + 0.3 * last.size;
      }
    }
  }
  if (rivers.length === 0) return undefined;
  const heads = headsAbove(words, lines.filter((l) => middle(l) < top && middle(l) > floor), inside, rivers);
  if (heads.length > 0) {
    inside = [...heads, ...inside];
    top = heads[0]!.baseline - 0.95 * heads[0]!.size;
    rivers = riversOf(words, inside, IN_TABLE);
    if (rivers.length === 0) return undefined;
  }
  if (inside.length < 2) return undefined;
  const cuts = rules.filter((r) => r.at > top + 1 && r.at < bottom - 1);
  const left = Math.min(from, ...inside.map((l) => l.left)), right = Math.max(to, ...inside.map((l) => l.right));
  return openTable(words, inside, [left - 1, right + 1], [Math.min(top, inside[0]!.top), ...mergeNear(cuts.map((r) => r.at)), bottom], rivers, cuts.filter((r) => r.to - r.from < FULL * (to - from) || r.pieces.length > 1), 'half-ruled', `${full.length} rules across`, axes);
}

const mergeNear = (ys: readonly number[]): number[] => ys.filter((y, i) => i === 0 || y - ys[i - 1]! > 3);

/** Lines below a head's rule that go on in its columns. */
function follow(words: readonly Word[], below: readonly Line[], inside: readonly Line[], rivers: readonly River[], width: number): Line[] {
  const out: Line[] = [];
  let loose = 0, last = inside[inside.length - 1];
  const pitch = typicalPitch(below.slice(0, 8)) || 12;
  for (const line of below) {
    if (last && line.baseline - last.baseline > FAR * Math.max(pitch, line.size * 1.2)) break;
    if (isProse(line, words, width) || isCaption(line, words)) break;
    if (rivers.length > 0 && !keeps(line, words, rivers) && inColumns(line, words)) break;
    if (inColumns(line, words)) { out.push(line); loose = 0; }
    else if (++loose > LOOSE_LINES) break;
    else out.push(line);
    last = line;
  }
  while (out.length > 0 && !inColumns(out[out.length - 1]!, words)) out.pop();
  return out.filter((l) => inColumns(l, words)).length >= 2 ? out : [];
}

