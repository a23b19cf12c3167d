/** What the rules across a table make of its text: the zones between them, and the columns that zones and seams of rules tell. */
import type { Word } from '../words.js';
import { IN_TABLE, riversOf, solidRuns, type ColumnOptions, type River } from './columns.js';
import { lineOf, median, type Line } from './lines.js';
import { keeps } from './prose.js';
import type { Ruling } from '../../geometry.js';
import { SAME_HEIGHT, type Rule } from './rules.js';

/** Pieces of a rule drawn cell by cell abut within this. */
const SEAM_GAP = 2.5;
/** From this many rules on they stand between rows, so that the outermost rows may lie beyond them. */
export const ROWS_BETWEEN = 3;
/** The zone of a row holds no more than this share of the lines. */
const MOST_OF = 0.5;
/** Bands are fewer than lines but hold all the text of a row: narrower white is enough. */
const IN_BANDS: ColumnOptions = { support: 2, gap: 0.5, clear: 0.35 };

/** The lines between the rules (by number, counted from 0), in their order. */
export function zonesOf(lines: readonly Line[], full: readonly Rule[]): { between(from: number, to: number): Line[] } {
  const zones: Line[][] = full.map(() => []);
  for (const line of lines) {
    const at = line.baseline - 0.3 * line.size;
    let low = 0, high = full.length;
    while (low < high) { const mid = (low + high) >> 1; if (full[mid]!.at < at) low = mid + 1; else high = mid; }
    if (low > 0) zones[low - 1]!.push(line);
  }
  return { between: (a, b) => (b === a + 1 ? zones[a]! : zones.slice(a, b).flat()) };
}

/** Rivers of the lines, or of the bands between the rules, each taken as one line: texts set in the middle of tall rows share no baseline. */
export function riversIn(words: readonly Word[], lines: readonly Line[], full: readonly Rule[]): River[] {
  const byLines = riversOf(words, lines, IN_TABLE);
  if (full.length < ROWS_BETWEEN) return byLines;
  const zones = zonesOf(lines, full);
  const own = full.map((_, k) => zones.between(k, k + 1)).filter((l) => l.length > 0);
  // A zone with most of the lines is no row.
  if (own.length < ROWS_BETWEEN || Math.max(...own.map((l) => l.length)) > MOST_OF * lines.length) return byLines;
  const filled = own.map((zone) => lineOf(words, zone.flatMap((l) => [...l.words])));
  // The first band may hold heads over several columns.
  const byBands = riversOf(words, filled.length > ROWS_BETWEEN ? filled.slice(1) : filled, IN_BANDS);
  return byBands.length > byLines.length ? withOthers(words, lines, byBands, byLines) : withOthers(words, lines, byLines, byBands);
}

/** Rivers, and those of the other reading that run where none of them does and that no line crosses. */
function withOthers(words: readonly Word[], lines: readonly Line[], rivers: readonly River[], others: readonly River[]): River[] {
  const more = others.filter((o) => !rivers.some((r) => r.left < o.right && r.right > o.left) && lines.every((l) => keeps(l, words, [o])));
  return more.length === 0 ? [...rivers] : [...rivers, ...more].sort((a, b) => a.left - b.left);
}

/**
 * Rivers, and the seams of rules that are drawn cell by cell: where the piece over one cell ends and the next begins is the edge of a
 * column, if text stands on both sides of it and hardly any across it.
 */
export function withSeams(words: readonly Word[], lines: readonly Line[], rivers: readonly River[], full: readonly Rule[], pieces: readonly Ruling[]): River[] {
  const seams: { x: number; at: number }[] = [];
  const level = pieces.filter((p) => p.direction === 'horizontal').sort((a, b) => a.at - b.at);
  let next = 0;
  for (const rule of full) {
    while (next < level.length && level[next]!.at < rule.at - SAME_HEIGHT) next++;
    let end = next;
    while (end < level.length && level[end]!.at <= rule.at + SAME_HEIGHT) end++;
    const own = level.slice(next, end).filter((p) => p.from >= rule.from - 1 && p.to <= rule.to + 1).sort((a, b) => a.from - b.from);
    for (let k = 0; k + 1 < own.length; k++) if (Math.abs(own[k + 1]!.from - own[k]!.to) <= SEAM_GAP) seams.push({ x: (own[k]!.to + own[k + 1]!.from) / 2, at: rule.at });
  }
  seams.sort((a, b) => a.x - b.x);
  const out = [...rivers];
  const byLine = seams.length === 0 ? [] : lines.map((l) => solidRuns(words, l));
  const runs = byLine.flat();
  for (let i = 0; i < seams.length;) {
    let j = i + 1;
    while (j < seams.length && seams[j]!.x - seams[i]!.x <= SEAM_GAP) j++;
    const x = median(seams.slice(i, j).map((s) => s.x));
    const heights = new Set(seams.slice(i, j).map((s) => s.at)).size;
    i = j;
    if (heights * 3 < full.length) continue;
    const crossing = byLine.filter((own) => own.some(([left, right]) => left < x - 1.5 && right > x + 1.5)).length;
    let left = -Infinity, right = Infinity;
    for (const [from, to] of runs) {
      if (to <= x + 1.5) left = Math.max(left, to);
      if (from >= x - 1.5) right = Math.min(right, from);
    }
    if (crossing > 0.2 * lines.length || left === -Infinity || right === Infinity) continue;
    // A river there already, or no text between the seam and the next river: nothing new.
    if (out.some((r) => x >= r.left - 2 && x <= r.right + 2)) continue;
    const before = out.filter((r) => r.right <= x).at(-1)?.right ?? -Infinity, after = out.find((r) => r.left >= x)?.left ?? Infinity;
    if (!runs.some((r) => r[0] >= before - 1 && r[1] <= x + 1.5) || !runs.some((r) => r[0] >= x - 1.5 && r[1] <= after + 1)) continue;
    out.push({ left: Math.min(x, left), right: Math.max(x, right), support: heights, gap: 0 });
    out.sort((a, b) => a.left - b.left);
  }
  return out;
}
