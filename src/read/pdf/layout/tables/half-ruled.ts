/**
 * Half-ruled tables: rules across, none upright. Rules of one width with lines in columns between them are one table; a rule under the
 * heads alone is followed down as far as the columns go on.
 */
import type { Word } from '../words.js';
import { typicalPitch } from './build.js';
import type { Axis } from './charts.js';
import { IN_TABLE, riversOf, solidRuns, type River } from './columns.js';
import { linesOf, median, type Line, type Phrase } from './lines.js';
import { headsAbove, openTable } from './open.js';
import { ROWS_BETWEEN, riversIn, withSeams, zonesOf } from './bands.js';
import { startsAnew } from './neighbours.js';
import { aside, captionsTable, inColumns, isCaption, isProse, keeps, LOOSE_LINES, NAME_LINES, namesTable } from './prose.js';
import type { Ruling } from '../../geometry.js';
import { SAME_END, SAME_HEIGHT, type Rule } from './rules.js';
import type { FoundTable } from './types.js';
import { headsColumns, isFigure, isValue, numbersColumns, readsAsValue } from './values.js';

// In points.
/** Lines of one text start within this. */
const SAME_LEFT = 2;
/** Texts of one column begin, end or have their middle within this of one another. */
const ROW_EDGE = 3;
/** White between two rules higher than this parts two tables. */
const EMPTY_ZONE = 16;

// As shares.
/** A band heading has no more white above and below it, together, than this share of its size. */
const LONE_WHITE = 1.5;
/** Rules under figures alone have at least so many lines between them, this share of them figures with a name of at most so many words on their left. */
const LEAST_FIGURES = 3;
const NAMED = 0.75;
const NAME_WORDS = 9;
/** Heads of the next table stand so many times as far below the last row as the rows do below one another. */
const HEADS_APART = 1.8;
/** A row left blank between others is no higher than this share of the size. */
const BLANK_ROW = 2.8;
/** White within a zone, from line to line, higher than this share of the size parts two tables; twice as much above its first line. */
const WHITE = 3.5;
/** Lines further apart than this many times the usual pitch do not belong to one table without a rule. */
const FAR = 2.1;
/** A row beyond the outermost rule starts at most this many times its size away, its further lines follow at most this many. */
const FIRST_BEYOND = 3.2;
const NEXT_BEYOND = 1.9;
/** ... and fills this share of the columns. */
const ROW_FILLS = 0.6;
/** ... and this share of its texts begins, ends or has its middle where at least that share of the others in its column do. */
const KEPT_LEAST = 0.5;
const EDGE_SHARE = 0.25;
/** A line with so many words in one phrase is of a sentence, not of heads. */
const SENTENCE_WORDS = 5;
/** The first line of a caption stands among so many lines above the first rule, no further from it than this share of its size. */
const CAPTION_LINES = 3;
const CAPTION_ABOVE = 4;
/** A rule is full when it runs along this share of the widest of its group. */
const FULL = 0.8;
/** ... or along this share of it, up to its right end. */
const BUT_KEY = 0.55;

/** Above all figures, a rule that begins so many points behind the others leaves out the head of the key column. */
const INDENTED = 30;

/** A rule along all of the width, or all of it but the key column, whose head is often left blank. */
const isFull = (r: Rule, from: number, to: number): boolean =>
  r.to - r.from >= FULL * (to - from) || (r.to - r.from >= BUT_KEY * (to - from) && Math.abs(r.to - to) <= SAME_END);

/** So many zones above one tell the columns that it may keep. */
const LOOK_BACK = 40;
/** A run of zones that makes no table is tried again without its first so many, one by one. */
const TRIES = 4;

/** Tables that one group of rules delimits. */
export function halfRuled(words: readonly Word[], free: readonly number[], rules: readonly Rule[], pieces: readonly Ruling[], axes: readonly Axis[]): FoundTable[] {
  const from = Math.min(...rules.map((r) => r.from)), to = Math.max(...rules.map((r) => r.to));
  const inWidth = free.filter((i) => { const x = (words[i]!.box[0] + words[i]!.box[2]) / 2; return x >= from - 3 && x <= to + 3; });
  const lines = linesOf(words, inWidth);
  const width = to - from;
  const full = rules.filter((r) => isFull(r, from, to));
  const tables: FoundTable[] = [];
  if (underFigures(words, free, lines, rules, from)) return tables;
  const zones = zonesOf(lines, full);
  const known: boolean[] = [];
  const goesOn = (a: number): boolean => a + 1 < full.length && (known[a] ??= tabular(zones.between(a, a + 1), full[a]!.at, full[a + 1]!.at - full[a]!.at, words, from, width));
  for (let k = 0, failed = 0; k < full.length;) {
    let end = k;
    for (;;) {
      if (end > k && end + 1 < full.length && startsAnew(words, () => zones.between(Math.max(k, end - LOOK_BACK), end), (n) => zones.between(n, n + 1), end, full.length - 1, from, width)) break;
      if (goesOn(end)) end++;
      else if (end > k && end + 2 < full.length && goesOn(end + 1) && blankRow(words, zones.between(Math.max(k, end - LOOK_BACK), end), zones.between(end, end + 1), zones.between(end + 1, end + 2), full[end + 1]!.at - full[end]!.at)) end += 2;
      else break;
    }
    if (end > k + 1 && isNote(words, zones.between(k, end - 1), zones.between(end - 1, end), from, width)) end--;
    const table = between(words, lines, rules, full.slice(k, end + 1), from, to, k > 0 ? full[k - 1]!.at : -Infinity, end + 1 < full.length ? full[end + 1]!.at : Infinity, pieces, axes);
    if (table) {
      tables.push(table);
      failed = 0;
      // The last rule of a table may not open the next, unless another follows.
      k = end + 1;
    } else {
      // First zones may be what spoils a run: it is tried again from further down, by longer and longer steps.
      k += Math.min(Math.max(1, end - k), failed < TRIES ? 1 : 2 ** (failed - TRIES));
      failed++;
    }
  }
  return tables;
}

/**
 * The rules stand under figures alone, as in accounts: names stand left of them on nearly all lines, and what begins within them is a figure. Such rules bound no
 * table.
 */
function underFigures(words: readonly Word[], free: readonly number[], lines: readonly Line[], rules: readonly Rule[], from: number): boolean {
  const top = rules[0]!.at, bottom = rules[rules.length - 1]!.at;
  // Rules at one height only stand under heads over several columns: what follows closely is under them.
  const isRow = (l: Line): boolean => readsAsValue(l.phrases[0]!.words.map((i) => words[i]!.text));
  const under = bottom - top > SAME_HEIGHT ? [] : closeBelow(lines, top);
  // What follows the last figures may be the text that goes on below the table.
  const within = bottom - top > SAME_HEIGHT ? lines.filter((l) => l.baseline > top && l.baseline < bottom) : under.slice(0, under.findLastIndex(isRow) + 1);
  // Rules over and under a sum alone: the figures that it sums up stand right above.
  const own = within.length >= LEAST_FIGURES ? within : [...figuresAbove(words, lines, top), ...within];
  if (own.length < LEAST_FIGURES) return false;
  const figures = own.filter(isRow);
  if (figures.length < NAMED * own.length) return false;
  const left = linesOf(words, free.filter((i) => words[i]!.box[2] <= from && words[i]!.baseline > Math.min(top, own[0]!.baseline) - 1 && words[i]!.baseline < own[own.length - 1]!.baseline + 1));
  const named = figures.filter((l) => left.some((o) => Math.abs(o.baseline - l.baseline) < 0.3 * l.size && o.phrases[0]!.words.length <= NAME_WORDS && /\p{L}/u.test(words[o.words[0]!]!.text)
    && o.phrases.slice(1).every((p) => readsAsValue(p.words.map((i) => words[i]!.text)))));
  return named.length >= NAMED * figures.length;
}

/** The lines of figures right above a rule, from the first to the last, as far as none stands far above the one below it. */
function figuresAbove(words: readonly Word[], lines: readonly Line[], rule: number): Line[] {
  const out: Line[] = [];
  let last = rule;
  for (const l of lines.filter((x) => x.baseline <= rule).reverse()) {
    if (last - l.baseline > FAR * 1.2 * l.size || !l.phrases.every((p) => readsAsValue(p.words.map((i) => words[i]!.text)))) break;
    out.unshift(l);
    last = l.baseline;
  }
  return out;
}

/** The lines below a rule, as far as none stands far below the one above it. */
function closeBelow(lines: readonly Line[], rule: number): Line[] {
  const out: Line[] = [];
  let last = rule;
  for (const l of lines) {
    if (l.baseline <= rule) continue;
    if (l.baseline - last > FAR * 1.2 * l.size) break;
    out.push(l);
    last = l.baseline;
  }
  return out;
}

/** A zone between two rules that a table may have: no more prose than columns, and no white or lone heading set apart by white. */
function tabular(lines: readonly Line[], top: number, height: number, words: readonly Word[], from: number, width: number): boolean {
  if (lines.length === 0) return height <= EMPTY_ZONE;
  // Lines below the second text of the first line go on with what is said beside a name.
  const beside = inColumns(lines[0]!, words) && !isCaption(lines[0]!, words) ? lines[0]!.phrases[1]!.left - SAME_LEFT : Infinity;
  const prose = lines.filter((l) => l.left < beside && isProse(l, words, from, width)).length;
  const columns = lines.filter((l) => inColumns(l, words)).length;
  if (prose * 2 > lines.length) return false;
  const sizes = median(lines.map((l) => l.size));
  // A caption over heads begins another table.
  if (lines.some((l, i) => l.phrases.length === 1 && namesTable(l, words) && lines.slice(i + 1).some((n) => inColumns(n, words)))) return false;
  if (headsAtFoot(words, lines)) return false;
  if (lines.some((l, i) => i > 0 && l.baseline - l.size - lines[i - 1]!.baseline > WHITE * sizes)) return false;
  if (lines[0]!.baseline - lines[0]!.size - top > 2 * WHITE * sizes) return false;
  if (columns > 0) return true;
  if (aside(lines, from, width)) return true;
  // A heading between two tables stands free; a band heading within a table fills its band.
  const text = lines[lines.length - 1]!.baseline - lines[0]!.baseline + lines[0]!.size;
  return lines.length <= 2 && height <= text + LONE_WHITE * lines[0]!.size;
}

/** Below rows of figures and more white than between them, with nothing but a heading before them, stand heads right above the lower rule: those of the next table. */
function headsAtFoot(words: readonly Word[], lines: readonly Line[]): boolean {
  const last = lines[lines.length - 1]!;
  if (lines.length < LEAST_FIGURES + 1 || last.phrases.length < 2) return false;
  const end = lines.findLastIndex((l) => l.phrases.slice(1).some((p) => { const texts = p.words.map((i) => words[i]!.text); return readsAsValue(texts) && !headsColumns(texts); }));
  return end > 0 && end + 1 < lines.length && lines[end + 1]!.baseline - lines[end]!.baseline > HEADS_APART * typicalPitch(lines.slice(0, end + 1));
}

/**
 * A row left blank to set the next rows apart, as high as a row of one line: what stands below keeps the columns, and starts with figures or a name
 * in the key column rather than with heads of its own.
 */
function blankRow(words: readonly Word[], above: readonly Line[], blank: readonly Line[], below: readonly Line[], height: number): boolean {
  const first = below[0];
  if (blank.length > 0 || !first || above.length === 0 || height > BLANK_ROW * first.size) return false;
  const rivers = riversOf(words, above, IN_TABLE);
  if (rivers.length === 0 || !below.every((l) => keeps(l, words, rivers))) return false;
  const later = first.phrases.filter((p) => p.left > rivers[0]!.left);
  return later.length === 0 ? first.right <= rivers[0]!.right : later.some((p) => readsAsValue(p.words.map((i) => words[i]!.text)));
}

/** Between the last two rules stand no columns, but a text that lies across those above: notes within the rules of a table. */
function isNote(words: readonly Word[], above: readonly Line[], last: readonly Line[], from: number, width: number): boolean {
  if (last.length === 0 || last.some((l) => inColumns(l, words)) || aside(last, from, width)) return false;
  const first = riversOf(words, above, IN_TABLE)[0];
  return first !== undefined && last.some((l) => l.phrases.some((p) => p.words.length >= SENTENCE_WORDS && p.left < first.left && p.right > first.right));
}

/** The table from the first to the last of these rules, with the lines above and below that keep its columns. */
function between(words: readonly Word[], lines: readonly Line[], rules: readonly Rule[], full: readonly Rule[], from: number, to: number, floor: number, ceiling: number, pieces: readonly Ruling[], axes: readonly Axis[]): FoundTable | undefined {
  const middle = (l: Line): number => l.baseline - 0.3 * l.size;
  let top = full[0]!.at, bottom = full[full.length - 1]!.at;
  const cutsBeyond: number[] = [];
  let inside = lines.filter((l) => middle(l) > top && middle(l) <= bottom);
  const above = lines.filter((l) => middle(l) < top && middle(l) > floor);
  let rivers = riversIn(words, inside, full);
  const bodyBelow = inside.filter((l) => inColumns(l, words)).length <= 3;
  if (rivers.length === 0 || bodyBelow) {
    // A rule under the heads alone: the body follows below.
    const under = lines.filter((l) => middle(l) > bottom && middle(l) < ceiling);
    const kept = follow(words, under, inside, rivers, from, to - from);
    // Lines of heads alone may tell the columns wrong.
    const below = kept.length > 0 || rivers.length === 0 ? kept : follow(words, under, inside, [], from, to - from);
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
  const named = rivers.length === 0 ? headsOfOneRow(words, above, inside, top) : undefined;
  if (named) {
    inside = [named, ...inside];
    top = Math.min(named.top, named.baseline - 0.95 * named.size);
    above.pop();
    rivers = riversOf(words, inside, IN_TABLE);
  }
  rivers = inside.length === 0 ? [] : withSeams(words, inside, rivers, full, pieces);
  if (rivers.length === 0) return undefined;
  const captioned = above.slice(-CAPTION_LINES).some((l) => captionsTable(l, words) && top - l.baseline < CAPTION_ABOVE * l.size);
  const rest = full.length >= ROWS_BETWEEN ? restAbove(words, above, inside, rivers, from, to - from) : [];
  const heads = rest.length > 0 ? [] : headsAbove(words, above, inside, rivers, top, headed(words, inside, full));
  if (rest.length > 0) {
    inside = [...rest, ...inside];
    cutsBeyond.push(top);
    top = Math.min(rest[0]!.top, rest[0]!.baseline - 0.95 * rest[0]!.size);
  } else if (heads.length > 0) {
    inside = [...heads, ...inside];
    top = heads[0]!.baseline - 0.95 * heads[0]!.size;
    const withHeads = riversIn(words, inside, full);
    if (withHeads.length >= rivers.length) rivers = withSeams(words, inside, withHeads, full, pieces);
  } else if (full.length >= ROWS_BETWEEN) {
    const row = rowBeyond(words, above.reverse(), inside, rivers, from, to - from, 'above').reverse();
    if (row.length > 0) { inside = [...row, ...inside]; cutsBeyond.push(top); top = Math.min(row[0]!.top, row[0]!.baseline - 0.95 * row[0]!.size); }
  }
  if (full.length > 1 && bottom === full[full.length - 1]!.at) {
    const row = rowBeyond(words, lines.filter((l) => middle(l) > bottom && middle(l) < ceiling), inside, rivers, from, to - from, 'below');
    if (row.length > 0 && (full.length >= ROWS_BETWEEN || isSum(words, row, rivers))) {
      const last = row[row.length - 1]!;
      inside = [...inside, ...row]; cutsBeyond.push(bottom); bottom = Math.max(last.bottom, last.baseline + 0.3 * last.size);
    }
  }
  if (cutsBeyond.length > 0) {
    const withRows = riversIn(words, inside, full);
    if (withRows.length >= rivers.length) rivers = withSeams(words, inside, withRows, full, pieces);
  }
  if (inside.length < 2) return undefined;
  const cuts = rules.filter((r) => r.at > top + 1 && r.at < bottom - 1);
  const figures = inside.find((l) => l.phrases.slice(1).some((p) => { const texts = p.words.map((i) => words[i]!.text); return readsAsValue(texts) && !headsColumns(texts); }))?.baseline ?? -Infinity;
  const left = Math.min(from, ...inside.map((l) => l.left)), right = Math.max(to, ...inside.map((l) => l.right));
  return openTable(words, inside, [left - 1, right + 1], [Math.min(top, inside[0]!.top), ...mergeNear([...cuts.map((r) => r.at), ...cutsBeyond].sort((a, b) => a - b)), bottom], rivers, cuts.filter((r) => !isFull(r, from, to) || r.pieces.length > 1 || (r.from - from > INDENTED && r.at < figures)), 'half-ruled', `${full.length} rules across`, axes, { headless: rest.length > 0, captioned });
}

/** One row has at least so many figures. */
const ROW_FIGURES = 3;
/** Heads stand no further above the rule over their figures than this share of the size. */
const HEADS_NEAR = 2;

/** The line of heads right above the rule over one row of figures without a name: as many of them as figures, each over its own. */
function headsOfOneRow(words: readonly Word[], above: readonly Line[], inside: readonly Line[], rule: number): Line | undefined {
  const heads = above[above.length - 1], row = inside[0];
  if (!heads || !row || inside.length !== 1 || row.phrases.length < ROW_FIGURES || heads.phrases.length !== row.phrases.length || rule - heads.baseline > HEADS_NEAR * heads.size) return undefined;
  const isFigures = (p: Phrase): boolean => readsAsValue(p.words.map((i) => words[i]!.text));
  return row.phrases.every((p, k) => isFigures(p) && !isFigures(heads.phrases[k]!) && heads.phrases[k]!.left < p.right && heads.phrases[k]!.right > p.left) ? heads : undefined;
}

/** Between the first two rules stand heads, and no figure: what stands above the first rule names the table. */
function headed(words: readonly Word[], inside: readonly Line[], full: readonly Rule[]): boolean {
  const first = full.length < 2 ? [] : inside.filter((l) => l.baseline <= full[1]!.at);
  const texts = first.map((l) => l.phrases.map((p) => p.words.map((i) => words[i]!.text)));
  return first.length < inside.length && texts.some((t) => t.length > 1) && !texts.filter((t) => !numbersColumns(t)).flat().some((t) => t.every(isValue) && t.some(isFigure) && !headsColumns(t));
}

/**
 * The row before the first rule or after the last of rules that part rows: lines that keep the columns and follow closely. A row that
 * comes from the page before has text in a later column only. Lines come in the order in which they move away from the rules.
 */
function rowBeyond(words: readonly Word[], lines: readonly Line[], inside: readonly Line[], rivers: readonly River[], from: number, width: number, side: 'above' | 'below'): Line[] {
  const out: Line[] = [];
  let last = side === 'below' ? inside[inside.length - 1] : inside[0];
  for (const line of lines) {
    // Text of a long cell, all of it right of the key column, may have paragraphs.
    const beside = line.left >= rivers[0]!.right - 1 && leavesWhite(line, words, rivers);
    if (!last || Math.abs(line.baseline - last.baseline) > (out.length === 0 || beside ? FIRST_BEYOND : NEXT_BEYOND) * Math.max(line.size, last.size)) break;
    if ((!(beside && goesOnBeside(out, line, side)) && isProse(line, words, from, width)) || isCaption(line, words) || !leavesWhite(line, words, rivers)) { if (side === 'above') return []; break; }
    out.push(line);
    last = line;
  }
  const columnOf = (p: Phrase): number => rivers.filter((r) => (r.left + r.right) / 2 < (p.left + p.right) / 2).length;
  const columns = new Set(out.flatMap((l) => l.phrases.map(columnOf)));
  const fills = columns.size >= Math.max(2, Math.ceil(ROW_FILLS * (rivers.length + 1)));
  const runsOn = side === 'above' && out.length > 0 && !columns.has(0) && lines.length === out.length;
  return runsOn || (fills && keepsEdges(out, inside, columnOf)) ? out : [];
}

/** The row's texts keep to the edges of their columns: lists set in columns of their own above or under a table keep to none. */
function keepsEdges(row: readonly Line[], inside: readonly Line[], columnOf: (p: Phrase) => number): boolean {
  const others = inside.flatMap((l) => l.phrases.map((p) => ({ p, column: columnOf(p) })));
  const own = row.flatMap((l) => l.phrases), kept = own.filter((p) => sharesEdge(p, others.filter((e) => e.column === columnOf(p)).map((e) => e.p)));
  return kept.length >= KEPT_LEAST * own.length;
}

/** Begins, ends or has its middle where a share of the others do. */
const sharesEdge = (p: Phrase, others: readonly Phrase[]): boolean =>
  [(q: Phrase) => q.left, (q: Phrase) => q.right, (q: Phrase) => (q.left + q.right) / 2].some((at) => others.filter((q) => Math.abs(at(q) - at(p)) <= ROW_EDGE).length >= Math.max(1, EDGE_SHARE * others.length));

/** One line of a name and a figure in each column: the sum under the last of two rules. */
const isSum = (words: readonly Word[], row: readonly Line[], rivers: readonly River[]): boolean => {
  const values = row[0]!.phrases.map((p) => readsAsValue(p.words.map((i) => words[i]!.text)));
  return row.length === 1 && values.length === rivers.length + 1 && !values[0] && values.slice(1).every(Boolean);
};

/** All that stands above the first rule, where it is the rest of a row that began on the page before: sentences to the right of the key column. */
function restAbove(words: readonly Word[], above: readonly Line[], inside: readonly Line[], rivers: readonly River[], from: number, width: number): Line[] {
  if (!above.some((l) => l.phrases.some((p) => p.words.length >= SENTENCE_WORDS)) || above.some((l) => l.left < rivers[0]!.right - 1 || l.words.every((i) => words[i]!.bold))) return [];
  return rowBeyond(words, [...above].reverse(), inside, rivers, from, width, 'above').reverse();
}

/** Below a table a long text goes on under a row that has begun; above it, it may be all that has come from the page before. */
const goesOnBeside = (row: readonly Line[], line: Line, side: 'above' | 'below'): boolean =>
  side === 'above' || row.some((l) => l.phrases.length > 1 && l.phrases.some((p) => Math.abs(p.left - line.left) <= SAME_LEFT));

/** True where no run of the line lies across the whole of a river: a longer text than the rows so far had may reach into it. */
const leavesWhite = (line: Line, words: readonly Word[], rivers: readonly River[]): boolean => {
  const runs = solidRuns(words, line);
  return rivers.every((r) => !runs.some(([left, right]) => left < r.left && right > r.right - 1));
};

const mergeNear = (ys: readonly number[]): number[] => ys.filter((y, i) => i === 0 || y - ys[i - 1]! > 3);

/** Lines below a head's rule that go on in its columns. */
function follow(words: readonly Word[], below: readonly Line[], inside: readonly Line[], rivers: readonly River[], from: number, width: number): Line[] {
  const out: Line[] = [];
  let loose = 0, last = inside[inside.length - 1];
  const pitch = typicalPitch(below.slice(0, 8)) || 12;
  const besides: Line[] = [];
  for (const line of below) {
    // A long text of a later column goes on under its row.
    if (last && rivers.length > 0 && line.left >= rivers[0]!.right - 1 && line.phrases.length === 1 && line.baseline - last.baseline <= FIRST_BEYOND * line.size
      && leavesWhite(line, words, rivers) && !isCaption(line, words) && goesOnBeside(out, line, 'below')) {
      out.push(line);
      besides.push(line);
      last = line;
      loose = 0;
      continue;
    }
    if (last && line.baseline - last.baseline > FAR * Math.max(pitch, line.size * 1.2)) break;
    if (isProse(line, words, from, width) || isCaption(line, words)) break;
    if (rivers.length > 0 && !keeps(line, words, rivers) && inColumns(line, words)) break;
    if (inColumns(line, words)) { out.push(line); loose = 0; }
    else if (++loose > (rivers.length > 0 && line.right <= rivers[0]!.right ? NAME_LINES : LOOSE_LINES)) break;
    else out.push(line);
    last = line;
  }
  while (out.length > 0 && !inColumns(out[out.length - 1]!, words) && !besides.includes(out[out.length - 1]!)) out.pop();
  return out.filter((l) => inColumns(l, words)).length >= 2 ? out : [];
}

