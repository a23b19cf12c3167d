/**
 * Tables without upright lines: half-ruled (rules across only), banded (shaded rows) and borderless. All three are a run of lines whose
 * phrases stand in columns; rules and shading say where the run starts, ends and is cut.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { build, type Built } from './build.js';
import type { Axis } from './charts.js';
import type { River } from './columns.js';
import { finishTable } from './finish.js';
import type { Rule } from './half-ruled.js';
import type { Line } from './lines.js';
import { isCaption, keeps } from './prose.js';
import { refusesOpen } from './refuse.js';
import type { FoundCell, FoundTable, TableLook } from './types.js';

/** A head over several columns has no more words than this; longer lines are captions. */
const SPANNING_WORDS = 9;
/** One line of the head of the key column has no more than this. */
const KEY_WORDS = 4;

/** ... and stands no further above the other heads than this share of its size. */
const LONE_HEAD = 1.7;

/** Lines above the first rule that are heads: near, several phrases in the columns or one over several, never a line of prose. */
export function headsAbove(words: readonly Word[], above: readonly Line[], inside: readonly Line[], rivers: readonly River[]): Line[] {
  const out: Line[] = [], pending: Line[] = [];
  let next = inside[0];
  const right = Math.max(...inside.map((l) => l.right));
  for (let i = above.length - 1; i >= 0 && next; i--) {
    const line = above[i]!;
    if (next.baseline - line.baseline > 1.9 * Math.max(line.size, next.size)) break;
    if (isCaption(line, words)) break;
    const firstRiver = rivers[0]!;
    // A word of the key column's head between the levels of the others counts when heads stand above it.
    if (line.phrases.length === 1 && line.right <= firstRiver.right && line.words.length <= KEY_WORDS && pending.length < 2) {
      pending.unshift(line);
      next = line;
      continue;
    }
    const heads = line.phrases.length >= 2 ? keeps(line, words, rivers) || spansOnly(line, firstRiver) : line.left >= firstRiver.left - 2 && line.right <= right + 10 && line.phrases[0]!.words.length <= SPANNING_WORDS;
    if (!heads) break;
    out.unshift(line, ...pending.splice(0));
    next = line;
  }
  // A lone line is a head only where it lies over several columns, near.
  const lone = out.length === 1 ? out[0]! : undefined;
  if (lone && lone.phrases.length < 2 && (inside[0]!.baseline - lone.baseline > LONE_HEAD * lone.size
    || !rivers.some((r) => lone.left < (r.left + r.right) / 2 && lone.right > (r.left + r.right) / 2))) return [];
  return out;
}

/** Phrases that lie over columns side by side, none of them from the key column across: heads over several columns. */
const spansOnly = (line: Line, firstRiver: River): boolean =>
  line.phrases.every((p) => p.words.length <= SPANNING_WORDS / 1.5 && (p.left >= firstRiver.left - 2 || p.right <= firstRiver.right + 2));

/** Builds, checks and finishes one open table. */
export function openTable(words: readonly Word[], lines: readonly Line[], xs: readonly number[], ys: readonly number[], rivers: readonly River[], partial: readonly Rule[], look: TableLook, why: string, axes: readonly Axis[]): FoundTable | undefined {
  const inside = lines.flatMap((l) => [...l.words]);
  const cells = ys.slice(1).map((_, b) => ({ row: b, column: 0, rowSpan: 1, columnSpan: 1 }));
  const separators = rivers.map((r) => (r.left + r.right) / 2);
  const built = build(words, inside, { xs, ys, cells, printed: false, separators, pieces: partial.flatMap((r) => [...r.pieces]) });
  const merged = raiseHeads(words, joinUnderPartial(look === 'half-ruled' ? built : withoutLoneRows(built), partial));
  const found = finishTable(words, merged, look, why, look === 'half-ruled' ? 0.8 : 0.6);
  if (!found) return undefined;
  return refusesOpen(words, found, lines, axes) ? undefined : found;
}

/** Without rules nothing holds a line of one cell at the top (a caption) or under the last row (a note): such rows are dropped. */
function withoutLoneRows(built: Built): Built {
  const rows = built.rowEdges.length - 1;
  const alone = (r: number): boolean => {
    const filled = built.cells.filter((c) => c.words.length > 0 && c.row <= r && c.row + c.rowSpan > r);
    return filled.length === 0 || (filled.length === 1 && filled[0]!.column === 0);
  };
  let first = 0, end = rows;
  while (first < rows - 2 && alone(first)) first++;
  while (end > first + 2 && alone(end - 1)) end--;
  if (first === 0 && end === rows) return built;
  return {
    ...built,
    rowEdges: built.rowEdges.slice(first, end + 1),
    rowRuled: built.rowRuled.slice(first, end),
    cells: built.cells.filter((c) => c.row >= first && c.row + c.rowSpan <= end).map((c) => ({ ...c, row: c.row - first })),
    headRows: Math.max(0, built.headRows - first),
  };
}

const sameBaseline = (words: readonly Word[], a: FoundCell, b: FoundCell): boolean =>
  a.words.some((i) => b.words.some((k) => Math.abs(words[i]!.baseline - words[k]!.baseline) < 0.15 * words[i]!.size));

/** Beside heads of several levels, a column under no head that spans has one head over all levels. */
function raiseHeads(words: readonly Word[], built: Built): Built {
  const levels = built.headRows;
  if (levels < 2) return built;
  const inHeads = built.cells.filter((c) => c.row < levels);
  if (!inHeads.some((c) => c.columnSpan > 1 && c.words.length > 0)) return built;
  let cells = [...built.cells];
  for (let column = 0; column + 1 < built.columnEdges.length; column++) {
    const own = inHeads.filter((c) => c.column <= column && c.column + c.columnSpan > column);
    const depth = own.reduce((n, c) => n + c.rowSpan, 0);
    if (own.length < 2 || depth !== levels || own.some((c) => c.columnSpan > 1 || c.row + c.rowSpan > levels) || own.every((c) => c.words.length === 0)) continue;
    // Several texts that stand on the lines of the other heads are heads of their own.
    const filled = own.filter((c) => c.words.length > 0);
    if (filled.length > 1 && filled.every((c) => inHeads.some((o) => o.row === c.row && !own.includes(o) && sameBaseline(words, c, o)))) continue;
    const box: Box = [own[0]!.box[0], built.rowEdges[0]!, own[0]!.box[2], built.rowEdges[levels]!];
    cells = cells.filter((c) => !own.includes(c));
    cells.push({ ...own[0]!, row: 0, rowSpan: levels, box, words: own.flatMap((c) => [...c.words]) });
  }
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { ...built, cells };
}

/** A partial rule parts only the columns that it lies under or over: the others' cells go through. */
function joinUnderPartial(built: Built, partial: readonly Rule[]): Built {
  let cells = [...built.cells];
  for (const rule of partial) {
    const row = built.rowEdges.findIndex((y) => Math.abs(y - rule.at) <= 3);
    if (row <= 0 || row >= built.rowEdges.length - 1) continue;
    const ruled = (c: FoundCell): boolean => rule.pieces.some((p) => Math.min(p.to, c.box[2]) - Math.max(p.from, c.box[0]) > 0.35 * Math.min(c.box[2] - c.box[0], p.to - p.from));
    cells = cells.flatMap((c) => {
      if (c.row + c.rowSpan === row && c.columnSpan === 1 && !ruled(c)) {
        const under = cells.find((d) => d.row === row && d.column === c.column && d.columnSpan === 1);
        // A rule across the other columns that stand on figures is the line over a sum, not a head.
        if (under && row <= built.headRows + 1) return [{ ...c, rowSpan: c.rowSpan + under.rowSpan, box: [c.box[0], c.box[1], c.box[2], under.box[3]] as Box, words: [...c.words, ...under.words] }];
      }
      if (c.row === row && c.columnSpan === 1 && !ruled(c)) {
        const over = cells.find((d) => d.row + d.rowSpan === row && d.column === c.column && d.columnSpan === 1);
        if (over && row <= built.headRows + 1 && !ruled(over)) return [];
      }
      return [c];
    });
  }
  return { ...built, cells };
}

