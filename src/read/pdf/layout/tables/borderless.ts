/** Tables by alignment alone: runs of lines whose phrases stand in common columns, nothing drawn or only shading. */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { proseBeside } from './beside.js';
import type { Axis } from './charts.js';
import { IN_TABLE, riversOf } from './columns.js';
import { linesOf, type Line, type Phrase } from './lines.js';
import { typicalPitch } from './build.js';
import { shadingEdges, straighten, type Edge } from './rulings.js';
import { headsAbove, openTable } from './open.js';
import { inColumns, isCaption, isOneRemark, isProse, keeps, LOOSE_LINES, NAME_LINES } from './prose.js';
import { rulesOf, SAME_HEIGHT, type Rule } from './rules.js';
import type { FoundTable } from './types.js';
import { isYear, readsAsValue } from './values.js';

/** Lines further apart than this many times their size do not belong to one table. */
const FAR = 2.6;
/** A borderless table has at least this many lines in columns. */
const LEAST_LINES = 3;
/** A table of heads and one row has at least so many figures. */
const ONE_ROW_VALUES = 3;
/** Heads take no more lines than this before the first figures. */
const HEAD_LINES = 4;
/** Shading that runs along this share of a table's width, edge to edge, is a band of it. */
const BAND_WIDTH = 0.6;
/** Two columns of prose have at least this many lines side by side ... */
const GUTTER_LINES = 8;
/** ... of at least this many words each. */
const GUTTER_WORDS = 5;
/** Lines no further apart than this share of the size may be of columns side by side. */
const NEXT_LINE = 0.8;
/** Lines of one head stand no further apart than this share of the size, and the first is no more than so many times as broad as the next. */
const HEAD_LEADING = 1.35;
const HEAD_BROADER = 3;
/** A table may begin this many points left of its caption. */
const BESIDE_CAPTION = 6;
/** A gap this many times the usual pitch may part two tables of one run. */
const PARTING = 1.45;
/** How often a run is parted in search of tables. */
const PARTINGS = 4;

/** Tables by alignment alone. `taken` are areas of other tables, `shades` shaded areas; `width` is the page's, all in points. */
export function borderless(words: readonly Word[], free: readonly number[], taken: readonly Box[], shades: readonly Box[], width: number, axes: readonly Axis[], edges: readonly Edge[] = []): FoundTable[] {
  const rules = rulesOf(edges);
  const bands = straighten(shadingEdges(shades).horizontal, 10);
  return pageColumns(words, free, width).flatMap((column) => underCaptions(words, column)).flatMap((column) => {
    const { lines } = column;
    if (lines.length < 2) return [];
    const left = Math.min(...lines.map((l) => l.left));
    const textWidth = Math.min(width, Math.max(...lines.map((l) => l.right)) - left);
    return runsInColumns(words, lines, [...taken, ...column.barriers], left, textWidth).flatMap((run) => anewAt(words, run)).flatMap((run) => fromRun(words, run, lines.slice(Math.max(0, lines.indexOf(run[0]!) - 3), lines.indexOf(run[0]!)), bands, axes, rules, PARTINGS));
  });
}

/** Lines of one column of the page's text, and what lies across it and its neighbours: barriers to tables in any of them. */
interface PageColumn { readonly lines: Line[]; readonly barriers: Box[] }

/** The page's columns of text: one, unless prose stands side by side. */
function pageColumns(words: readonly Word[], free: readonly number[], width: number): PageColumn[] {
  const lines = linesOf(words, free);
  return atGutter(words, lines, 0, width) ?? partedFromProse(words, lines, width);
}

/** Lines parted where columns of prose stand side by side between these sides, and the columns again where there are more than two. */
function atGutter(words: readonly Word[], lines: readonly Line[], from: number, to: number): PageColumn[] | undefined {
  const pairs = proseSideBySide(lines);
  let gutter = 0, most = 0;
  if (pairs.length < GUTTER_LINES) return undefined;
  for (let x = from + 0.3 * (to - from); x <= from + 0.7 * (to - from); x += 4) {
    let n = 0;
    for (const [right, left] of pairs) if (right <= x && left >= x) n++;
    if (n > most) { most = n; gutter = x; }
  }
  if (most < GUTTER_LINES) return undefined;
  const left: number[] = [], right: number[] = [], across: number[] = [], barriers: Box[] = [];
  const tables = tablesAcross(words, lines, gutter);
  for (const line of lines) {
    if (tables.has(line) || line.phrases.some((p) => p.left < gutter - 1 && p.right > gutter + 1)) {
      across.push(...line.words);
      barriers.push([line.left, line.top, line.right, line.bottom]);
    } else {
      for (const i of line.words) (words[i]!.box[0] < gutter ? left : right).push(i);
    }
  }
  const side = (own: readonly number[], a: number, b: number): PageColumn[] => {
    const column = linesOf(words, own);
    return atGutter(words, column, a, b)?.map((c) => ({ lines: c.lines, barriers: [...barriers, ...c.barriers] })) ?? [{ lines: column, barriers }];
  };
  return [...side(left, from, gutter), ...side(right, gutter, to), { lines: linesOf(words, across), barriers: [] }];
}

/** Phrases of prose that stand side by side, on one line or, where columns keep to no common lines, on the next: the end of the left one, the start of the right one. */
function proseSideBySide(lines: readonly Line[]): [right: number, left: number][] {
  const pairs: [number, number][] = [];
  const isLong = (p: Phrase): boolean => p.words.length >= GUTTER_WORDS;
  for (let i = 0; i < lines.length; i++) for (const a of lines[i]!.phrases) {
    if (!isLong(a)) continue;
    let next: Phrase | undefined;
    for (const k of [i, i + 1]) {
      if (k >= lines.length || (k > i && (next || lines[k]!.baseline - lines[i]!.baseline > NEXT_LINE * a.size))) continue;
      next = lines[k]!.phrases.find((p) => p.left > a.right);
    }
    if (next && isLong(next)) pairs.push([a.right, next.left]);
  }
  return pairs;
}

/**
 * Lines of tables that lie across both columns of prose, though none of their texts does: names on the left and nothing but figures right of the gutter, and
 * the heads right above them.
 */
function tablesAcross(words: readonly Word[], lines: readonly Line[], gutter: number): Set<Line> {
  const out = new Set<Line>();
  const onRight = (l: Line): Phrase[] => l.phrases.filter((p) => p.left >= gutter);
  const short = (l: Line): boolean => l.phrases.length >= 2 && l.phrases.every((p) => p.words.length < GUTTER_WORDS) && l.left < gutter && l.right > gutter;
  const row = (l: Line): boolean => short(l) && l.phrases.length >= 3 && !isValuePhrase(words, l.phrases[0]!) && onRight(l).every((p) => isValuePhrase(words, p));
  for (let i = 0; i < lines.length; i++) {
    if (!row(lines[i]!)) continue;
    let from = i, end = i + 1, rows = 1;
    // Names of groups stand alone between rows.
    for (let k = end; k < lines.length && k - end <= LOOSE_LINES; k++) {
      if (row(lines[k]!)) { end = k + 1; rows++; } else if (onRight(lines[k]!).length > 0 || lines[k]!.phrases[0]!.words.length > GUTTER_WORDS) break;
    }
    const near = (l: Line, below: Line): boolean => below.baseline - l.baseline <= FAR * Math.max(l.size, below.size);
    // First lines of wrapped heads may stand on one side alone, each over what it goes on with.
    const heads = (l: Line, below: Line): boolean => below.baseline - l.baseline <= HEAD_LEADING * below.size
      && l.phrases.every((p) => p.words.length < GUTTER_WORDS && below.phrases.some((q) => q.left < p.right && q.right > p.left && p.right - p.left < HEAD_BROADER * (q.right - q.left)));
    while (from > 0 && i - from < HEAD_LINES && near(lines[from - 1]!, lines[from]!) && (short(lines[from - 1]!) || heads(lines[from - 1]!, lines[from]!))) from--;
    if (rows >= LEAST_LINES) for (let k = from; k < end; k++) out.add(lines[k]!);
    i = end - 1;
  }
  return out;
}

/** The lines of a page, those beside a column of prose parted from it. */
function partedFromProse(words: readonly Word[], lines: Line[], width: number): { lines: Line[]; barriers: Box[] }[] {
  const beside = proseBeside(words, lines, width);
  if (!beside) return [{ lines, barriers: [] }];
  const own = lines.slice(beside.from, beside.end).flatMap((l) => [...l.words]);
  const side = (of: (left: number) => boolean): Line[] => linesOf(words, own.filter((i) => of(words[i]!.box[0])));
  return [lines.slice(0, beside.from), side((left) => left < beside.x), side((left) => left >= beside.x), lines.slice(beside.end)].filter((l) => l.length > 0).map((l) => ({ lines: l, barriers: [] }));
}

/** The lines of a column, those under two captions side by side parted between the tables that they name, as far down as nothing lies across. */
function underCaptions(words: readonly Word[], column: { lines: Line[]; barriers: Box[] }): { lines: Line[]; barriers: Box[] }[] {
  const { lines, barriers } = column;
  const second = (l: Line): number | undefined => {
    const own = l.phrases.filter((p) => isCaption({ ...l, words: p.words }, words));
    return own.length === 2 && own[0] === l.phrases[0] ? own[1]!.left : undefined;
  };
  const at = lines.findIndex((l) => second(l) !== undefined);
  if (at < 0) return [column];
  const x = second(lines[at]!)! - BESIDE_CAPTION;
  let end = at + 1;
  while (end < lines.length && second(lines[end]!) === undefined && !lines[end]!.phrases.some((p) => p.left < x && p.right > x)) end++;
  const own = lines.slice(at, end).flatMap((l) => [...l.words]);
  const side = (of: (left: number) => boolean): { lines: Line[]; barriers: Box[] } => ({ lines: linesOf(words, own.filter((i) => of(words[i]!.box[0]))), barriers });
  return [...(at > 0 ? [{ lines: lines.slice(0, at), barriers }] : []), side((left) => left < x), side((left) => left >= x), ...(end < lines.length ? underCaptions(words, { lines: lines.slice(end), barriers }) : [])];
}

/** Runs of neighbouring lines most of which stand in columns. */
function runsInColumns(words: readonly Word[], lines: readonly Line[], taken: readonly Box[], left: number, width: number): Line[][] {
  const runs: Line[][] = [];
  let run: Line[] = [], loose = 0;
  const close = () => {
    run = trimmed(words, run, (l) => inColumns(l, words));
    if (run.filter((l) => inColumns(l, words)).length >= LEAST_LINES || headed(words, run)) runs.push(run);
    run = []; loose = 0;
  };
  for (const line of lines) {
    const last = run[run.length - 1];
    if (last) {
      const parted = taken.some((b) => b[1] >= last.baseline - last.size && b[3] <= line.baseline + 2 && b[3] > b[1]);
      if (parted || line.baseline - last.baseline > FAR * Math.max(line.size, last.size)) close();
    }
    if (isProse(line, words, left, width) || isCaption(line, words) || isOneRemark(line, words)) { close(); continue; }
    if (inColumns(line, words)) { run.push(line); loose = 0; }
    else if (run.length > 0) {
      const figures = run.findLast((l) => inColumns(l, words))!.phrases;
      if (endOfRow(words, run, line)) run.push(line);
      else if (++loose > (figures.length > 2 && line.right < figures[1]!.left ? NAME_LINES : LOOSE_LINES)) close(); else run.push(line);
    }
  }
  close();
  return runs;
}

/** Lines of one text of a row begin within this many points, and stand no further apart than this share of the size. */
const SAME_LEFT = 2;
const LEADING_MOST = 1.55;

/** Lines without the last ones that are no rows (`fits` tells), but with those on which texts of the last row go on. */
function trimmed(words: readonly Word[], lines: readonly Line[], fits: (l: Line) => boolean): Line[] {
  let end = lines.length;
  while (end > 0 && !fits(lines[end - 1]!)) end--;
  while (end > 0 && end < lines.length && endOfRow(words, lines.slice(0, end), lines[end]!)) end++;
  return lines.slice(0, end);
}

/** The line is no more than the next one of a text in a later column of the last row: right below it, begun where that begins, its sentence not ended. */
function endOfRow(words: readonly Word[], above: readonly Line[], line: Line): boolean {
  const last = above[above.length - 1], row = above.findLast((l) => inColumns(l, words));
  if (!last || !row || line.phrases.length !== 1 || line.baseline - last.baseline > LEADING_MOST * line.size) return false;
  const k = row.phrases.findIndex((p, n) => n > 0 && Math.abs(p.left - line.left) <= SAME_LEFT), ended = /[.!?:;]$/u;
  const text = last === row ? row.phrases[k] : last.phrases[0];
  return k > 0 && text !== undefined && Math.abs(text.left - line.left) <= SAME_LEFT && line.right < (row.phrases[k + 1]?.left ?? Infinity) && !ended.test(words[text.words[text.words.length - 1]!]!.text)
    && !isValuePhrase(words, text) && !isValuePhrase(words, line.phrases[0]!);
}

/** Two lines that are plainly a table: heads (names or years), and under each of them the figure of one named row. */
function headed(words: readonly Word[], run: readonly Line[]): boolean {
  const [heads, row] = run;
  if (run.length !== 2 || !heads || !row || row.phrases.length <= ONE_ROW_VALUES || isValuePhrase(words, row.phrases[0]!)) return false;
  const values = row.phrases.slice(1);
  const own = heads.phrases.slice(heads.phrases.length - values.length);
  const texts = own.map((p) => p.words.map((i) => words[i]!.text));
  return own.length === values.length && heads.phrases.length <= row.phrases.length && values.every((p) => isValuePhrase(words, p))
    && (texts.every((t) => !readsAsValue(t)) || texts.every((t) => t.every(isYear))) && !row.words.some((i, k) => k > 0 && isYear(words[i]!.text))
    && own.every((h, k) => Math.min(h.right, values[k]!.right) > Math.max(h.left, values[k]!.left));
}

/** A run parted where a line out of columns, a heading of the next table, stands between the figures of one table and the heads of another. */
function anewAt(words: readonly Word[], run: readonly Line[]): Line[][] {
  const out: Line[][] = [];
  let from = 0;
  for (let i = LEAST_LINES; i + LEAST_LINES < run.length; i++) {
    if (inColumns(run[i]!, words)) continue;
    let next = i + 1;
    while (next < run.length && !inColumns(run[next]!, words)) next++;
    if (i - from < LEAST_LINES || run.length - next < LEAST_LINES) break;
    const first = riversOf(words, run.slice(from, i), { ...IN_TABLE, support: 3 })[0];
    const later = first ? run[next]!.phrases.filter((p) => p.left > first.left) : [];
    if (later.length >= 2 && !later.some((p) => isValuePhrase(words, p)) && run.slice(from, i).some((l) => l.phrases.length > 1 && l.phrases.slice(1).every((p) => isValuePhrase(words, p)))
      && run.slice(next + 1, next + 1 + HEAD_LINES).some((l) => l.phrases.length > 1 && l.phrases.slice(1).every((p) => isValuePhrase(words, p)))) {
      out.push(run.slice(from, i));
      from = i;
    }
    i = next;
  }
  out.push(run.slice(from));
  return out;
}

const isValuePhrase = (words: readonly Word[], p: Phrase): boolean => readsAsValue(p.words.map((i) => words[i]!.text));

/** The tables that a run of lines makes: one, trimmed to the lines that keep its columns, or several where white parts them. */
function fromRun(words: readonly Word[], run: readonly Line[], above: readonly Line[], bands: readonly Edge[], axes: readonly Axis[], rules: readonly Rule[], partings: number): FoundTable[] {
  const whole = wholeRun(words, run, above, bands, axes, rules);
  if (partings === 0 || run.length < 2 * LEAST_LINES) return whole ? [whole] : [];
  let at = -1, widest = 0;
  for (let i = LEAST_LINES; i <= run.length - LEAST_LINES; i++) {
    const gap = run[i]!.baseline - run[i - 1]!.baseline + (inColumns(run[i]!, words) ? 0 : 0.5 * run[i]!.size);
    if (gap > widest) { widest = gap; at = i; }
  }
  if (widest < PARTING * typicalPitch(run)) return whole ? [whole] : [];
  const upper = fromRun(words, run.slice(0, at), above, bands, axes, rules, partings - 1), lower = fromRun(words, run.slice(at), run.slice(Math.max(0, at - 3), at), bands, axes, rules, partings - 1);
  if (!whole) return [...upper, ...lower];
  // Parts that have more columns each than the whole are tables of their own.
  const parts = [...upper, ...lower];
  return upper.length > 0 && lower.length > 0 && parts.some((t) => t.columns > whole.columns) ? parts : [whole];
}

function wholeRun(words: readonly Word[], run: readonly Line[], above: readonly Line[], bands: readonly Edge[], axes: readonly Axis[], rules: readonly Rule[]): FoundTable | undefined {
  let lines = [...run];
  const two = headed(words, run), support = two ? 1 : LEAST_LINES;
  let rivers = riversOf(words, lines, { ...IN_TABLE, support });
  if (rivers.length === 0) return undefined;
  const fitting = (l: Line): boolean => keeps(l, words, rivers) && inColumns(l, words);
  while (lines.length > 0 && !fitting(lines[0]!)) lines = lines.slice(1);
  lines = trimmed(words, lines, fitting);
  if (lines.length < (two ? 2 : LEAST_LINES)) return undefined;
  rivers = riversOf(words, lines, { ...IN_TABLE, support });
  if (rivers.length === 0) return undefined;
  const start = run.indexOf(lines[0]!);
  const heads = headsAbove(words, [...above, ...run.slice(0, start)], lines, rivers);
  lines = [...heads, ...lines];
  const left = Math.min(...lines.map((l) => l.left)), right = Math.max(...lines.map((l) => l.right));
  const first = lines[0]!, last = lines[lines.length - 1]!;
  const top = Math.min(first.top, first.baseline - 0.9 * first.size), bottom = Math.max(last.bottom, last.baseline + 0.25 * last.size);
  const cuts = bands.filter((e) => e.at > top + 2 && e.at < bottom - 2 && Math.min(e.to, right) - Math.max(e.from, left) >= BAND_WIDTH * (right - left)
    && !lines.some((l) => e.at > l.baseline - 0.45 * l.size && e.at < l.baseline)).map((e) => e.at);
  const look = cuts.length > 0 ? 'banded' : 'borderless';
  const partial = underHeads(rules, lines);
  return openTable(words, lines, [left - 1, right + 1], [top, ...[...cuts, ...partial.map((r) => r.at)].sort((a, b) => a - b), bottom], rivers, partial, look, `${lines.length} lines in ${rivers.length + 1} columns`, axes);
}

/** Rules under heads over several columns: among the first lines, each as wide as columns under it and with a head on it. */
function underHeads(rules: readonly Rule[], lines: readonly Line[]): Rule[] {
  const levels: { at: number; pieces: Edge[] }[] = [];
  for (const r of rules) for (const p of r.pieces) {
    const k = lines.findIndex((l) => l.baseline > p.at);
    if (k < 1 || k > HEAD_LINES) continue;
    const on = lines[k - 1]!.phrases.filter((x) => x.left >= p.from - 2 && x.right <= p.to + 2);
    const under = lines[k]!.phrases.filter((x) => x.left >= p.from - 2 && x.right <= p.to + 2);
    if (on.length !== 1 || under.length < 2) continue;
    const level = levels.find((l) => Math.abs(l.at - p.at) <= SAME_HEIGHT);
    if (level) level.pieces.push(p); else levels.push({ at: p.at, pieces: [p] });
  }
  return levels.map(({ at, pieces }) => ({ at, from: Math.min(...pieces.map((p) => p.from)), to: Math.max(...pieces.map((p) => p.to)), pieces }));
}
