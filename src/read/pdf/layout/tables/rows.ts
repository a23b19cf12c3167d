/**
 * Printed lines to table rows: a row is one line, or a line with the wrapped lines of its cells. What speaks for a wrap: the next word
 * would not have fitted, it starts in lower case, the lines stand closer than rows do, and the key column stays empty.
 */
import type { Word } from '../words.js';
import type { Column } from './columns.js';
import { median, type Line, type Phrase } from './lines.js';
import { headsColumns, isYear, readsAsValue, startsLow } from './values.js';

/** A phrase with the columns it stands in, `to` exclusive. */
export interface Placed {
  readonly phrase: Phrase;
  readonly from: number;
  readonly to: number;
}

export interface PlacedLine {
  readonly line: Line;
  readonly placed: readonly Placed[];
}

// All as shares of the font size, baseline to baseline.
/** Lines of one wrapped text stand no further apart than this. */
const LEADING_MOST = 1.55;
/** Lines nearer than this cannot be two rows: one of them is set between the lines of its neighbour. */
const HALF_LINE = 0.85;
/** Lines of one heading cell stand no further apart than this. */
const HEAD_LEADING_MOST = 2.3;
/** White after the last word of a line that a further word would have needed besides its own width. */
const WORD_SPACE = 0.28;
/** Lines this much closer than rows usually stand are one text. */
const CLOSE = 0.88;
/** Names of rows are indented from the name of their section by at least this, or the section stands this many times as far from the heads as from them. */
const SECTION_INDENT = 0.5;
const SECTION_APART = 1.2;
/** A phrase covers a column when it lies over this share of the narrower of the two. */
const OVER = 0.3;

/** A head so many times as wide as the one below it is none of its lines. */
const BROADER = 1.6;

/** Columns that a head lies over, by the first word of the head: known from what stands under it. */
export type Spreads = ReadonlyMap<number, readonly [number, number]>;

/** A head is centred over its columns within this many points, or this share of their width. */
const CENTRED = 4;
const CENTRED_SHARE = 0.06;

/**
 * Which columns the heads lie over: those that the partial rule under a head covers, or those over whose heads it is centred. Lines are
 * the head lines from top to bottom; only heads with other heads below them can lie over several columns.
 */
export function spreadHeads(lines: readonly PlacedLine[], columns: readonly Column[], pieces: readonly { readonly at: number; readonly from: number; readonly to: number }[]): Spreads {
  const spreads = new Map<number, readonly [number, number]>();
  lines.forEach((upper, i) => {
    const even = evenGroups(upper, lines.slice(i + 1), columns);
    if (even) {
      even.forEach((range, k) => { if (range) spreads.set(upper.placed[k]!.phrase.words[0]!, range); });
      return;
    }
    upper.placed.forEach((p, k) => {
      const key = p.phrase.words[0]!;
      const piece = pieces.find((e) => e.at > upper.line.baseline && e.at - upper.line.baseline < 1.1 * p.phrase.size
        && e.from <= p.phrase.left + 3 && e.to >= p.phrase.right - 3
        && !upper.placed.some((q, n) => n !== k && q.phrase.left < e.to && q.phrase.right > e.from));
      if (piece) {
        const under = columns.map((c, n) => ({ n, over: Math.min(c.right, piece.to) - Math.max(c.left, piece.from), width: c.right - c.left })).filter((x) => x.over > 0.5 * x.width).map((x) => x.n);
        if (under.length > 0 && under.length < columns.length) { spreads.set(key, [Math.min(...under), Math.max(...under) + 1]); return; }
      }
      // The heads right under this one, column by column.
      const below = lines.slice(i + 1).flatMap((l) => l.placed).filter((q) => q.to - q.from === 1);
      if (below.length === 0) return;
      const own = columns[p.from]!;
      const middle = (p.phrase.left + p.phrase.right) / 2;
      const centredOn = (left: number, right: number): number => Math.abs(middle - (left + right) / 2);
      // Spread already over several columns, it may still be centred over more.
      const lying = p.to - p.from > 1 ? centredOn(own.left, columns[p.to - 1]!.right) : Infinity;
      if (p.to - p.from === 1 && !broader(upper, p, below) && (centredOn(own.left, own.right) <= Math.max(3, 0.1 * (own.right - own.left)) || Math.abs(p.phrase.left - own.left) <= 2.5 || Math.abs(p.phrase.right - own.right) <= 2.5)) return;
      const least = k > 0 ? upper.placed[k - 1]!.to : 0, most = k + 1 < upper.placed.length ? upper.placed[k + 1]!.from : columns.length;
      let best: readonly [number, number] | undefined, distance = Infinity;
      for (let a = least; a <= p.from; a++) for (let b = p.to; b <= most; b++) {
        if (b - a < 2 || b - a <= p.to - p.from) continue;
        const heads = below.filter((q) => q.from >= a && q.to <= b);
        if (new Set(heads.map((q) => q.from)).size < b - a) continue;
        const left = Math.min(columns[a]!.left, ...heads.filter((q) => q.from === a).map((q) => q.phrase.left));
        const right = Math.max(columns[b - 1]!.right, ...heads.filter((q) => q.from === b - 1).map((q) => q.phrase.right));
        const away = Math.min(centredOn(left, right), centredOn(columns[a]!.left, columns[b - 1]!.right));
        if (away <= Math.max(CENTRED, CENTRED_SHARE * (right - left)) && away < distance && away < lying - 2) { distance = away; best = [a, b]; }
      }
      if (best) spreads.set(key, best);
    });
  });
  return spreads;
}

/** Alone on its line over the figures, of several words and much wider than the head below it: no part of that head, though it may be centred over it. */
function broader(upper: PlacedLine, p: Placed, below: readonly Placed[]): boolean {
  const under = below.filter((q) => q.from === p.from && q.to === p.to).map((q) => q.phrase.right - q.phrase.left);
  return p.phrase.words.length > 1 && under.length > 0 && upper.placed.every((q) => q === p || q.from === 0) && p.phrase.right - p.phrase.left > BROADER * Math.max(...under);
}

/**
 * Several heads, each centred over the same number of columns of the heads below: "Men" and "Women" over three columns each. A head
 * may stand alone over the key column. `undefined` where the line is not so regular.
 */
function evenGroups(upper: PlacedLine, below: readonly PlacedLine[], columns: readonly Column[]): (readonly [number, number] | undefined)[] | undefined {
  const heads = upper.placed.map((p, k) => ({ p, k })).filter((x) => x.p.from > 0);
  const under = [...new Set(below.flatMap((l) => l.placed).filter((q) => q.to - q.from === 1 && q.from > 0).map((q) => q.from))].sort((a, b) => a - b);
  if (heads.length < 2 || under.length < 2 * heads.length) return undefined;
  const size = Math.floor(under.length / heads.length);
  const skip = under.length - size * heads.length;
  const ranges: (readonly [number, number] | undefined)[] = upper.placed.map(() => undefined);
  for (let n = 0; n < heads.length; n++) {
    const first = under[skip + n * size]!, last = under[skip + (n + 1) * size - 1]!;
    const middle = (heads[n]!.p.phrase.left + heads[n]!.p.phrase.right) / 2, width = columns[last]!.right - columns[first]!.left;
    if (last - first !== size - 1 || Math.abs(middle - (columns[first]!.left + columns[last]!.right) / 2) > Math.max(CENTRED, 2 * CENTRED_SHARE * width)) return undefined;
    ranges[heads[n]!.k] = [first, last + 1];
  }
  return ranges;
}

/** Which columns each phrase of the line stands in. */
export function placeLine(line: Line, columns: readonly Column[], edges: readonly number[], spreads?: Spreads, offset = 0): PlacedLine {
  const placed = line.phrases.map((phrase): Placed => {
    const spread = spreads?.get(phrase.words[0]!);
    if (spread && spread[0] >= offset && spread[1] <= offset + columns.length) return { phrase, from: spread[0] - offset, to: spread[1] - offset };
    let from = -1, to = -1, nearest = 0, distance = Infinity;
    columns.forEach((c, k) => {
      const overlap = Math.min(phrase.right, c.right) - Math.max(phrase.left, c.left);
      const narrower = Math.max(1, Math.min(phrase.right - phrase.left, c.right - c.left));
      if (overlap >= OVER * narrower) {
        if (from < 0) from = k;
        to = k + 1;
      }
      const middle = (phrase.left + phrase.right) / 2;
      const away = middle < edges[k]! ? edges[k]! - middle : middle > edges[k + 1]! ? middle - edges[k + 1]! : 0;
      if (away < distance) { distance = away; nearest = k; }
    });
    return from < 0 ? { phrase, from: nearest, to: nearest + 1 } : { phrase, from, to };
  });
  // Two phrases of one line in the same column are one text; they never overlap otherwise.
  const merged: Placed[] = [];
  for (const p of placed) {
    const last = merged[merged.length - 1];
    if (last && p.from < last.to) {
      merged[merged.length - 1] = {
        phrase: { words: [...last.phrase.words, ...p.phrase.words], left: Math.min(last.phrase.left, p.phrase.left), right: Math.max(last.phrase.right, p.phrase.right), size: Math.max(last.phrase.size, p.phrase.size) },
        from: Math.min(last.from, p.from), to: Math.max(last.to, p.to),
      };
    } else merged.push(p);
  }
  return { line, placed: merged };
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
const tokens = (words: readonly Word[], p: Phrase): string[] => p.words.map((i) => words[i]!.text);
const isValuePhrase = (words: readonly Word[], p: Phrase): boolean => readsAsValue(tokens(words, p));

/** The columns (but the first) in which most texts are values. */
export function valueColumns(words: readonly Word[], lines: readonly PlacedLine[], columns: number): boolean[] {
  const all = new Array<number>(columns).fill(0), values = new Array<number>(columns).fill(0);
  for (const l of lines) for (const p of l.placed) {
    if (p.to - p.from !== 1) continue;
    all[p.from]!++;
    if (isValuePhrase(words, p.phrase)) values[p.from]!++;
  }
  return all.map((n, c) => n > 0 && values[c]! >= 0.55 * n);
}

const isHeadish = (words: readonly Word[], p: Phrase): boolean => headsColumns(tokens(words, p));

/** "1." or "(a)" in the key column beside words: an entry of a numbered list, which no head is. Columns numbered throughout ("(1) (2) (3)") are. */
const ENTRY = /^\(?(?:\d{1,3}|[a-z])[.)]$/u;
const isEntry = (words: readonly Word[], l: PlacedLine): boolean =>
  l.placed.some((p) => p.from === 0 && p.to === 1 && p.phrase.words.length === 1 && ENTRY.test(words[p.phrase.words[0]!]!.text))
  && l.placed.some((p) => p.from > 0 && !isValuePhrase(words, p.phrase) && !tokens(words, p.phrase).every((t) => ENTRY.test(t)));

/**
 * How many lines at the top are heads: those before the first line that holds values in columns of values. A first line of years
 * over an empty key column is a head too. 0 where the columns hold no values.
 */
export function headLines(words: readonly Word[], lines: readonly PlacedLine[], columns: number): number {
  const isValueColumn = valueColumns(words, lines, columns);
  const wanted = isValueColumn.filter((v, c) => v && c > 0).length;
  if (wanted === 0) return 0;
  for (let i = 0; i < lines.length; i++) {
    const l = lines[i]!;
    const inValues = l.placed.filter((p) => p.to - p.from === 1 && p.from > 0 && isValueColumn[p.from]);
    const values = inValues.filter((p) => isValuePhrase(words, p.phrase));
    if (i > 0 && isEntry(words, l)) return i;
    if (values.length === 0 || values.length * 2 < inValues.length) continue;
    const years = values.every((p) => isHeadish(words, p.phrase));
    // The year before may come first, on the left of the names of the rows.
    const keyed = l.placed.some((p) => p.from === 0 && !isHeadish(words, p.phrase));
    if (years && !keyed && i + 1 < lines.length) continue;
    // Units and years under the heads, over an empty key column: "(000)", "1995".
    const next = lines[i + 1];
    if (!keyed && next && next.placed.some((p) => p.from === 0) && next.placed.some((p) => p.from > 0 && isValuePhrase(words, p.phrase)) && values.length < inValues.length + 1
      && (values.length < l.placed.length || i > 0) && values.length < wanted) continue;
    // "2006 2007 2008" beside a word that heads the key column, over columns that hold other figures.
    if (years && values.length >= 2 && lines.slice(i + 1).some((n) => n.placed.some((p) => p.from > 0 && values.some((v) => v.from === p.from) && isValuePhrase(words, p.phrase) && !tokens(words, p.phrase).every((t) => isYear(t))))) continue;
    // A lone text in the key column right above the first values heads a section of the body, where the key column has its head already.
    let heads = i;
    while (heads > 1 && lines[heads - 1]!.placed.length === 1 && lines[heads - 1]!.placed[0]!.to === 1
      && (lines.slice(0, heads - 1).some((h) => h.placed.length > 1 && h.placed[0]!.from === 0) || namesSection(lines, heads - 1))) heads--;
    return heads;
  }
  return 0;
}

/** A lone text in the key column, set apart from the heads above it or over names that are indented from it: it names the rows below. */
function namesSection(lines: readonly PlacedLine[], at: number): boolean {
  const [above, own, below] = [lines[at - 1]!, lines[at]!, lines[at + 1]];
  const name = below?.placed[0];
  if (!below || !name || name.from > 0) return false;
  const up = own.line.baseline - above.line.baseline, down = below.line.baseline - own.line.baseline;
  return name.phrase.left - own.placed[0]!.phrase.left > SECTION_INDENT * own.line.size || up > SECTION_APART * down;
}

/** True where the first word of `next` would have fitted behind `phrase`: the line was ended on purpose. */
function fits(words: readonly Word[], phrase: Phrase, next: Phrase, limit: number): boolean {
  const first = words[next.words[0]!]!;
  return phrase.right + WORD_SPACE * phrase.size + (first.box[2] - first.box[0]) <= limit + 0.5;
}

/** Groups lines into rows; each group is a run of line indexes. Lines come from top to bottom and lie between two drawn edges. */
export function rowsOfLines(words: readonly Word[], lines: readonly PlacedLine[], columns: readonly Column[], heads: number, printed: boolean): number[][] {
  const n = lines.length;
  if (n === 0) return [];
  const occupied = lines.map((l) => new Set(l.placed.filter((p) => p.to - p.from === 1).map((p) => p.from)));
  const typical = median(occupied.filter((o) => o.size >= 2).map((o) => o.size)) || 2;
  const core = occupied.map((o) => o.size >= Math.max(2, 0.5 * typical));
  const at = (i: number, c: number): Phrase | undefined => lines[i]!.placed.find((p) => p.from === c && p.to === c + 1)?.phrase;
  const pitch = (i: number): number => lines[i + 1]!.line.baseline - lines[i]!.line.baseline;
  const ratio = (i: number): number => pitch(i) / Math.max(1, Math.min(lines[i]!.line.size, lines[i + 1]!.line.size));
  /** Usual distance of neighbouring lines that both fill several columns. */
  const rowRatio = median(range(Math.max(0, heads), n - 1).filter((i) => core[i] && core[i + 1]).map(ratio)) || Infinity;
  const joins: boolean[] = [];
  for (let i = 0; i + 1 < n; i++) {
    if (i + 1 < heads) {
      let start = i;
      while (start > 0 && joins[start - 1]) start--;
      joins.push(joinsHeads(lines.slice(start, i + 1).flatMap((l) => l.placed), lines[i + 1]!, ratio(i)));
    }
    else if (i < heads) joins.push(false);
    else joins.push(joinsBody(i));
  }
  splitDoubleCores();
  const groups: number[][] = [];
  for (let i = 0; i < n; i++) {
    if (i > 0 && joins[i - 1]) groups[groups.length - 1]!.push(i); else groups.push([i]);
  }
  return groups;

  /** The text of column `c` in line `i` goes on in the next line: the next word did not fit, and it looks like the same text. */
  function wraps(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    if (!a || !b) return false;
    if (isValuePhrase(words, a) || (isValuePhrase(words, b) && a.words.length === 1)) return false;
    const last = words[a.words[a.words.length - 1]!]!, first = words[b.words[0]!]!;
    if (last.bold !== first.bold || Math.abs(last.size - first.size) > 0.15 * last.size) return false;
    return !fits(words, a, b, columns[c]!.right);
  }

  /** The widest text of an open column always seems to wrap: a capital after it starts a text of its own unless the lines stand close. */
  function wrapsSurely(i: number, c: number): boolean {
    return wraps(i, c) && (printed || lowercase(i, c) || tighterThanNext(i) || ratio(i) < CLOSE * rowRatio);
  }

  function lowercase(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    return a !== undefined && b !== undefined && !isValuePhrase(words, a) && startsLow(words[b.words[0]!]!.text) && !startsLow(words[a.words[0]!]!.text);
  }

  /** The next line of the column is a text in brackets, which says more of the name above it. */
  function bracketed(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    return a !== undefined && b !== undefined && !isValuePhrase(words, b) && /^\(.{3,}\)$/u.test(tokens(words, b).join(' ')) && !/^\(/u.test(words[a.words[0]!]!.text);
  }

  /** The lines stand closer together than the next pair of lines does (where there is one). */
  function tighterThanNext(i: number): boolean {
    return i + 2 < n && pitch(i) * 1.2 < pitch(i + 1) && (i === 0 || pitch(i) * 1.12 < pitch(i - 1) || joins[i - 1] === true);
  }

  function joinsBody(i: number): boolean {
    const a = occupied[i]!, b = occupied[i + 1]!;
    const spans = lines[i]!.placed.some((p) => p.to - p.from > 1) || lines[i + 1]!.placed.some((p) => p.to - p.from > 1);
    if (ratio(i) < HALF_LINE) return ![...a].some((c) => b.has(c)) && !spans;
    if (ratio(i) > LEADING_MOST || spans) return false;
    const shared = [...a].filter((c) => b.has(c));
    if (core[i] && core[i + 1]) {
      return shared.length > 0 && shared.every((c) => wraps(i, c)) && shared.some((c) => wrapsSurely(i, c)) && [...b].every((c) => a.has(c)) && !shared.some((c) => isValuePhrase(words, at(i, c)!));
    }
    if (core[i]) {
      if (b.size === 0 || ![...b].every((c) => a.has(c))) return false;
      if ([...b].some((c) => isValuePhrase(words, at(i + 1, c)!) && isValuePhrase(words, at(i, c)!))) return false;
      return [...b].every((c) => wrapsSurely(i, c) || lowercase(i, c) || bracketed(i, c)) || tighterThanNext(i);
    }
    if (core[i + 1]) {
      if (a.size === 0) return false;
      const key = Math.min(...a);
      if (!b.has(key)) return a.size === 1 && key === 0;
      // The key column starts again while the lines above continued another column: a new row.
      if (key > 0 && b.has(0)) return false;
      return [...a].every((c) => b.has(c) && (wrapsSurely(i, c) || lowercase(i, c)));
    }
    if (shared.length > 0) return [...b].every((c) => a.has(c)) && shared.every((c) => wrapsSurely(i, c) || lowercase(i, c) || tighterThanNext(i));
    return false;
  }

  /** Of a row that has taken in two lines with values, gives the lines between to the nearer one; to the upper where they wrap from it. */
  function splitDoubleCores(): void {
    let last = -1;
    for (let i = heads; i < n; i++) {
      if (!core[i]) continue;
      let linked = last >= 0;
      for (let k = last; linked && k < i; k++) linked = joins[k] === true;
      if (linked && i - last > 1) {
        let cut = last;
        for (let k = last; k < i; k++) if (pitch(k) > pitch(cut) * 1.05 || (Math.abs(pitch(k) - pitch(cut)) <= 0.05 * pitch(cut) && k === i - 1)) cut = k;
        joins[cut] = false;
      }
      last = i;
    }
  }
}

/** Lines of heads are one row unless the upper one lies over several columns that the lower one heads one by one. */
function joinsHeads(upper: readonly Placed[], lower: PlacedLine, ratio: number): boolean {
  if (ratio > HEAD_LEADING_MOST) return false;
  for (const p of upper) {
    if (p.to - p.from < 2) continue;
    const again = lower.placed.some((q) => q.from === p.from && q.to === p.to);
    if (again) continue;
    const under = lower.placed.filter((q) => q.from >= p.from && q.to <= p.to);
    if (under.length > 0) return false;
  }
  return true;
}
