/** The heads of a table without upright lines: how many lines they take, and which columns each lies over. */
import type { Word } from '../words.js';
import type { Column } from './columns.js';
import type { Phrase } from './lines.js';
import { isValuePhrase, setApart, tokens, valueColumns, type Placed, type PlacedLine, type Spreads } from './place.js';
import { headsColumns, isValue, isYear, numbersColumns, startsLow } from './values.js';

// As shares of the font size, baseline to baseline.
/** Names of rows are indented from the name of their section by at least this, or the section stands this many times as far from the heads as from them. */
const SECTION_INDENT = 0.5;
const SECTION_APART = 1.2;

/** Lines nearer than this are of heads side by side, one of them set on the middle of the other. */
const HALF_LINE = 0.85;

/** A head so many times as wide as the one below it is none of its lines. */
const BROADER = 1.6;

/** A head is centred over its columns within this many points, or this share of their width. */
const CENTRED = 4;
const CENTRED_SHARE = 0.06;
/** Heads that leave out a column stand so many points nearer to the middle of the others; columns of sums are left out for less. */
const LEFT_OUT = 3;
const SUMS = new Set(['all', 'total', 'both', 'overall']);
/** A unit right below the heads stands further from them than the lines of one head do, as a share of the size. */
const UNIT_APART = 1.25;
/** Bands stand off the middle of the columns by no more than this share of their width. */
const BAND_OFF = 0.1;
/** Lines of one head share an edge within this many points. */
const EDGE = 1;

/**
 * Which columns the heads lie over: those that the partial rule under a head covers, or those over whose heads it is centred. Lines are
 * the head lines from top to bottom, `figures` where the text below them stands; only heads with other heads below them can lie over several columns.
 */
export function spreadHeads(words: readonly Word[], heads: readonly PlacedLine[], columns: readonly Column[], figures: readonly Column[], pieces: readonly { readonly at: number; readonly from: number; readonly to: number }[]): Spreads {
  const spreads = new Map<number, readonly [number, number]>();
  // Numbers of columns are under every head.
  const lines = heads.filter((l) => !numbersColumns(l.placed.map((p) => tokens(words, p.phrase))));
  lines.forEach((upper, i) => {
    const ruled = upper.placed.map((p, k) => overPiece(upper, p, k, columns, pieces));
    // Half a line below may stand a head that is set on the middle of those beside it.
    const between = i + 2 < lines.length && lines[i + 1]!.line.baseline - upper.line.baseline < HALF_LINE * upper.line.size;
    const wrapped = areFirstLines(upper, lines[between ? i + 2 : i + 1], figures.length);
    if (!ruled.some((r) => r)) underOnePiece(words, upper, lines.slice(i + 1), columns, figures, pieces).forEach((range, k) => { if (range) ruled[k] = range; });
    const even = ruled.some((r) => r) || wrapped ? undefined : overSame(upper, lines.slice(0, i), spreads) ?? overRepeats(words, upper, lines.slice(i + 1), columns) ?? headsOfGroups(words, upper, lines.slice(i + 1), figures) ?? (i + 1 === lines.length && !headedAbove(lines.slice(0, i), upper, figures.length) ? overPairs(upper, figures) : undefined);
    if (even) {
      even.forEach((range, k) => { if (range) spreads.set(upper.placed[k]!.phrase.words[0]!, range); });
      return;
    }
    upper.placed.forEach((p, k) => {
      const key = p.phrase.words[0]!;
      if (ruled[k]) { spreads.set(key, ruled[k]); return; }
      // The heads right under this one, column by column.
      const below = lines.slice(i + 1).flatMap((l) => l.placed).filter((q) => q.to - q.from === 1);
      if (below.length === 0) return;
      const own = columns[p.from]!;
      const middle = middleOf(p.phrase);
      const centredOn = (left: number, right: number): number => Math.abs(middle - (left + right) / 2);
      // Spread already over several columns, it may still be centred over more.
      const lying = p.to - p.from > 1 ? centredOn(own.left, columns[p.to - 1]!.right) : Infinity;
      const firstLine = below.some((q) => q.from === p.from && (Math.abs(q.phrase.left - p.phrase.left) <= EDGE || Math.abs(q.phrase.right - p.phrase.right) <= EDGE));
      const goesOn = firstLine && below.some((q) => q.from === p.from && startsLow(words[q.phrase.words[0]!]!.text));
      if (p.to - p.from === 1 && wrapped) return;
      if (p.to - p.from === 1 && (goesOn || !broader(upper, p, below)) && (firstLine || centredOn(own.left, own.right) <= Math.max(3, 0.1 * (own.right - own.left)) || Math.abs(p.phrase.left - own.left) <= 2.5 || Math.abs(p.phrase.right - own.right) <= 2.5)) return;
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

/** The middle of a phrase. */
const middleOf = (p: Phrase): number => (p.left + p.right) / 2;

/** Lines of one head stand no further apart than this share of the size. */
const WRAPPED = 1.4;
/** On the middle of one another within this many points. */
const ON_MIDDLE = 1;

/**
 * The first lines of heads of two lines, set on the middle of the second: each stands on the middle of one text right below it, and there are fewer of them
 * than would lie over all columns in runs of the same odd number.
 */
function areFirstLines(upper: PlacedLine, next: PlacedLine | undefined, columns: number): boolean {
  const heads = upper.placed.filter((p) => p.from > 0);
  if (heads.length < 2 || !next || next.placed.length < heads.length || next.line.baseline - upper.line.baseline > WRAPPED * Math.max(upper.line.size, next.line.size)) return false;
  const under = heads.map((p) => next.placed.filter((q) => Math.abs(middleOf(q.phrase) - middleOf(p.phrase)) <= ON_MIDDLE));
  if (under.some((q) => q.length !== 1 || q[0]!.to - q[0]!.from !== 1)) return false;
  const run = (columns - 1) / heads.length;
  return !(Number.isInteger(run) && run % 2 === 1 && run > 1 && under.every((q, k) => q[0]!.from === 1 + k * run + (run - 1) / 2));
}

/** The last line of heads says the unit of each head over several columns above it: as many texts, on the middles of those. */
function overSame(upper: PlacedLine, above: readonly PlacedLine[], spreads: Spreads): (readonly [number, number] | undefined)[] | undefined {
  const own = upper.placed.filter((p) => p.from > 0);
  if (own.length < 2 || spreads.size < own.length) return undefined;
  for (const line of above) {
    const over = line.placed.flatMap((p) => { const run = spreads.get(p.phrase.words[0]!); return run && run[0] > 0 ? [{ run, at: middleOf(p.phrase) }] : []; });
    if (over.length !== own.length || own.some((p, k) => Math.abs(middleOf(p.phrase) - over[k]!.at) > CENTRED / 2)) continue;
    return upper.placed.map((p) => (p.from > 0 ? over[own.indexOf(p)]!.run : undefined));
  }
  return undefined;
}

/**
 * Heads over names that come again and again ("Number Percent Number Percent"): each lies over one run of them, though it may be set on the middle of wider
 * places than the text below shows.
 */
function overRepeats(words: readonly Word[], upper: PlacedLine, below: readonly PlacedLine[], columns: readonly Column[]): (readonly [number, number] | undefined)[] | undefined {
  const first = upper.placed.findIndex((p) => p.from > 0), heads = first < 0 ? [] : upper.placed.slice(first);
  if (heads.length < 2) return undefined;
  const lower = below.flatMap((l) => l.placed).filter((q) => q.from > 0);
  const all = [...new Set(lower.map((q) => q.from))].sort((x, y) => x - y);
  // First columns may stand under none of the heads.
  const under = all.slice(all.length % heads.length), size = under.length / heads.length;
  if (size < 2 || !Number.isInteger(size) || lower.some((q) => q.to - q.from !== 1) || under[under.length - 1]! - under[0]! !== under.length - 1) return undefined;
  const names = under.map((c) => lower.filter((q) => q.from === c).map((q) => tokens(words, q.phrase).join(' ')).join(' '));
  if (names.some((n, k) => n !== names[k % size]) || new Set(names.slice(0, size)).size < size) return undefined;
  const fits = heads.map((p, k) => {
    const [from, to] = [under[k * size]!, under[(k + 1) * size - 1]!];
    return p.phrase.left >= columns[from]!.left - p.phrase.size && p.phrase.right <= columns[to]!.right + p.phrase.size;
  });
  const onMiddle = heads.every((p, k) => {
    const own = lower.filter((q) => q.from >= under[k * size]! && q.from <= under[(k + 1) * size - 1]!).map((q) => q.phrase);
    const off = (left: number, right: number): number => Math.abs(p.phrase.left + p.phrase.right - left - right) / 2;
    return Math.min(off(Math.min(...own.map((q) => q.left)), Math.max(...own.map((q) => q.right))), off(columns[under[k * size]!]!.left, columns[under[(k + 1) * size - 1]!]!.right)) <= CENTRED;
  });
  // The first lines of heads keep to an edge or the middle of what stands below them.
  const firstLines = heads.every((p) => lower.some((q) => keepsTo(p.phrase, q.phrase) && (!onMiddle || startsLow(words[q.phrase.words[0]!]!.text))));
  return !firstLines && fits.every(Boolean) ? upper.placed.map((_, k) => (k < first ? undefined : [under[(k - first) * size]!, under[(k - first + 1) * size - 1]! + 1] as const)) : undefined;
}

const keepsTo = (a: Phrase, b: Phrase): boolean => [a.left - b.left, a.right - b.right, (a.left + a.right - b.left - b.right) / 2].some((d) => Math.abs(d) <= 2 * EDGE);

/** The columns that a partial rule right under the head covers, where it has one of its own. */
function overPiece(upper: PlacedLine, p: Placed, k: number, columns: readonly Column[], pieces: readonly { readonly at: number; readonly from: number; readonly to: number }[]): readonly [number, number] | undefined {
  const piece = pieces.find((e) => e.at > upper.line.baseline && e.at - upper.line.baseline < 1.1 * p.phrase.size
    && e.from <= p.phrase.left + 3 && e.to >= p.phrase.right - 3
    && !upper.placed.some((q, n) => n !== k && q.phrase.left < e.to && q.phrase.right > e.from));
  if (!piece) return undefined;
  const under = columns.map((c, n) => ({ n, over: Math.min(c.right, piece.to) - Math.max(c.left, piece.from), width: c.right - c.left })).filter((x) => x.over > 0.5 * x.width).map((x) => x.n);
  return under.length > 0 && under.length < columns.length ? [Math.min(...under), Math.max(...under) + 1] : undefined;
}

/** A rule ends within this many points of the columns that it runs along. */
const PIECE_END = 8;

/** Of the heads over one rule, which runs along some of the columns but not all, the columns that each lies over: all under the rule between them. */
function underOnePiece(words: readonly Word[], upper: PlacedLine, below: readonly PlacedLine[], columns: readonly Column[], figures: readonly Column[], pieces: readonly { readonly at: number; readonly from: number; readonly to: number }[]): (readonly [number, number] | undefined)[] {
  const piece = pieces.find((e) => e.at > upper.line.baseline && e.at - upper.line.baseline < 1.1 * upper.line.size && upper.placed.filter((p) => p.phrase.left >= e.from && p.phrase.right <= e.to).length > 1);
  if (!piece) return [];
  const toLast = piece.to > columns[columns.length - 1]!.right - PIECE_END, most = toLast ? columns.length - 1 : columns.findLastIndex((c) => (c.left + c.right) / 2 < piece.to);
  const least = columns.findIndex((c) => (c.left + c.right) / 2 > piece.from);
  if (least < (toLast ? 2 : 1) || upper.placed.some((p) => (p.phrase.left < piece.from && p.phrase.right > piece.from) || (p.phrase.left < piece.to && p.phrase.right > piece.to))) return [];
  return headsOfGroups(words, upper, below, figures, least, most) ?? [];
}

/** Alone on its line over the figures, of several words and much wider than the head below it: no part of that head, though it may be centred over it. */
function broader(upper: PlacedLine, p: Placed, below: readonly Placed[]): boolean {
  const under = below.filter((q) => q.from === p.from && q.to === p.to).map((q) => q.phrase.right - q.phrase.left);
  return p.phrase.words.length > 1 && under.length > 0 && upper.placed.every((q) => q === p || q.from === 0) && p.phrase.right - p.phrase.left > BROADER * Math.max(...under);
}

/**
 * Several heads that between them lie over all columns named below, each on the middle of its own run of them, or nearer to that than to the middle of the
 * column right below it: "Men" and "Women" over three columns each. A head may stand alone over the key column, and first columns under none. `undefined`
 * where the line is not so regular, or most heads stand edge to edge on the one below them and are its first lines.
 */
function headsOfGroups(words: readonly Word[], upper: PlacedLine, below: readonly PlacedLine[], columns: readonly Column[], least = 1, most = columns.length - 1): (readonly [number, number] | undefined)[] | undefined {
  const first = upper.placed.findIndex((p) => p.from >= least), heads = first < 0 ? [] : upper.placed.slice(first).filter((p) => p.from <= most);
  const lower = below.flatMap((l) => l.placed).filter((q) => q.to - q.from === 1 && q.from >= least && q.from <= most);
  const under = [...new Set(lower.map((q) => q.from))].sort((a, b) => a - b), n = under.length;
  if (heads.length < 2 || n < 2 * heads.length || under[n - 1]! - under[0]! !== n - 1) return undefined;
  const firstLines = heads.filter((p) => lower.some((q) => q.from === p.from && (Math.abs(q.phrase.left - p.phrase.left) <= EDGE || Math.abs(q.phrase.right - p.phrase.right) <= EDGE)));
  if (2 * firstLines.length >= heads.length) return undefined;
  const middle = (left: number, right: number): number => (columns[left]!.left + columns[right]!.right) / 2;
  /** The names of each column, whose middles tell more than figures set on one side do. */
  const named = new Map(under.map((c) => { const own = lower.filter((q) => q.from === c).map((q) => q.phrase); return [c, [Math.min(...own.map((q) => q.left)), Math.max(...own.map((q) => q.right))] as const]; }));
  /** How far from the middle of the names from column a to b, by their ends or by their own middles. */
  const offNames = (at: number, a: number, b: number): number => {
    const [l, r] = [named.get(a)!, named.get(b)!];
    return Math.min(Math.abs(at - (l[0] + r[1]) / 2), Math.abs(at - (l[0] + l[1] + r[0] + r[1]) / 4));
  };
  /** How far a head stands off the middle of the columns under[from] to under[to]. */
  const off = (p: Placed, from: number, to: number): number => {
    const [a, b] = [under[from]!, under[to]!], at = middleOf(p.phrase), away = Math.min(Math.abs(at - middle(a, b)), offNames(at, a, b)), width = columns[b]!.right - columns[a]!.left;
    const own = Math.min(...under.slice(from, to + 1).map((c) => Math.abs(at - middle(c, c))));
    return p.phrase.left >= columns[a]!.left - p.phrase.size && p.phrase.right <= columns[b]!.right + p.phrase.size && (away <= Math.max(CENTRED, 2 * CENTRED_SHARE * width) || away < own - 1) ? away : Infinity;
  };
  /** What it costs to leave columns under no head: little where they are the sum of the others. */
  const leftOut = (from: number, to: number): number => under.slice(from, to).reduce((sum, c) => sum + (lower.some((q) => q.from === c && SUMS.has(words[q.phrase.words[0]!]!.text.toLowerCase())) ? 1 : LEFT_OUT), 0);
  // best[k][e]: how far the first k heads stand off, when the columns before under[e] are theirs.
  const best: { cost: number; from: number }[][] = [Array.from({ length: n + 1 }, (_, e) => ({ cost: e <= n - 2 * heads.length ? leftOut(0, e) : Infinity, from: 0 }))];
  for (let k = 1; k <= heads.length; k++) {
    best.push(Array.from({ length: n + 1 }, (_, e) => {
      let cost = Infinity, from = 0;
      for (let f = 0; f + 2 <= e; f++) { const c = best[k - 1]![f]!.cost + off(heads[k - 1]!, f, e - 1); if (c < cost) { cost = c; from = f; } }
      return { cost, from };
    }));
  }
  // Last columns under no head ("All") are left out only where the heads stand far better without them.
  const costs = best[heads.length]!;
  let end = n;
  for (let e = n - 1; e >= 2 * heads.length; e--) if (costs[e]!.cost + leftOut(e, n) < costs[end]!.cost + leftOut(end, n)) end = e;
  if (costs[end]!.cost === Infinity) return undefined;
  const ranges: (readonly [number, number] | undefined)[] = upper.placed.map(() => undefined);
  for (let k = heads.length, e = end; k > 0; k--) { const { from } = best[k]![e]!; ranges[first + k - 1] = [under[from]!, under[e - 1]! + 1]; e = from; }
  return ranges;
}

/** The lines above head several columns of the same share one by one: the last line only goes on with some of them. */
function headedAbove(above: readonly PlacedLine[], upper: PlacedLine, columns: number): boolean {
  const heads = upper.placed.filter((p) => p.from > 0).length, size = (columns - 1) / Math.max(1, heads);
  const own = new Set(above.flatMap((l) => l.placed).filter((q) => q.from > 0 && q.to - q.from === 1).map((q) => q.from));
  const shares = [...own].map((c) => Math.floor((c - 1) / size));
  return new Set(shares).size < shares.length;
}

/**
 * The last line of heads, each over as many columns as the others, on their middle or out of its own towards them: a figure and its error or share under
 * each of them.
 */
function overPairs(upper: PlacedLine, columns: readonly Column[]): (readonly [number, number] | undefined)[] | undefined {
  const heads = upper.placed.filter((p) => p.from > 0), size = (columns.length - 1) / heads.length;
  if (heads.length < 2 || size < 2 || !Number.isInteger(size)) return undefined;
  const middle = (from: number, to: number): number => (columns[from]!.left + columns[to - 1]!.right) / 2;
  const first = upper.placed.length - heads.length;
  const own = heads.every((p, n) => {
    const at = middleOf(p.phrase), from = 1 + n * size;
    return p.from >= from && p.to <= from + size
      && (Math.abs(at - middle(from, from + size)) < Math.abs(at - middle(p.from, p.from + 1)) - 1 || (p.from === from && p.phrase.right > columns[from]!.right + 1));
  });
  return own ? upper.placed.map((_, k) => (k < first ? undefined : [1 + (k - first) * size, 1 + (k - first + 1) * size] as const)) : undefined;
}

/**
 * To the spreads of the heads those of texts in the body, or right above it, that stand on columns of figures: a lone one on the middle of the table, or of
 * all columns of figures, names the rows below it ("Women"); those on the middle of what a head lies over say its unit ("1,000 acres"). `figures` is where
 * the text of the body stands.
 */
export function spreadBands(words: readonly Word[], lines: readonly PlacedLine[], columns: readonly Column[], figures: readonly Column[], edges: readonly number[], headsEnd: number, heads: Spreads): Spreads {
  const above = lines.filter((l) => l.line.baseline < headsEnd), last = above[above.length - 1];
  const body = lines.filter((l) => l.line.baseline >= headsEnd);
  if (headsEnd === -Infinity || columns.length < 3) return heads;
  const isValue = valueColumns(words, body, columns.length);
  const over = lines.flatMap((l) => l.placed).flatMap(({ phrase: { words: own, left, right } }): Run[] => { const run = heads.get(own[0]!); return run ? [{ run, middles: [(left + right) / 2] }] : []; });
  // Figures keep to one side of their columns: the middles of the outermost heads tell better where the middle of all of them is.
  const named = above.flatMap((l) => l.placed).filter((p) => p.to - p.from === 1 && !heads.has(p.phrase.words[0]!)), ends = [1, columns.length - 1].map((c) => named.find((p) => p.from === c));
  const all: Run[] = [0, 1].map((from) => ({ run: [from, columns.length], middles: from === 1 && ends[0] && ends[1] ? [(middleOf(ends[0].phrase) + middleOf(ends[1].phrase)) / 2] : [] }));
  const out = new Map(heads);
  const unit = last && above.length > 1 && last.placed.length === 1 && !heads.has(last.placed[0]!.phrase.words[0]!)
    && last.line.baseline - above[above.length - 2]!.line.baseline > UNIT_APART * last.line.size && !goesOnHead(words, last.placed[0]!.phrase, above[above.length - 2]!) ? [last] : [];
  const lone = bandsOnOneMiddle([...unit, ...body].filter((l) => l.placed.length === 1).map((l) => l.placed[0]!).filter((p) => p.from > 0 && isValue[p.from] && !isPlain(words, p.phrase)), columns, figures, edges);
  for (const p of lone.phrases) out.set(p.phrase.words[0]!, lone.run);
  for (const p of setApart([...unit, ...body], lines, (q) => isValue[q.from] === true && !isPlain(words, q.phrase))) if (!out.has(p.phrase.words[0]!)) out.set(p.phrase.words[0]!, [1, columns.length]);
  for (const { placed } of [...unit, ...body]) {
    if (placed.some((p) => p.from === 0 || !isValue[p.from] || isPlain(words, p.phrase))) continue;
    /** Beside units of heads over several columns stand those of single columns. */
    const ofOne = (p: Placed): boolean => placed.length > 1 && p.to - p.from === 1 && !over.some(({ run }) => run[0] <= p.from && p.from < run[1]);
    const wide = placed.map((p) => nearest(p.phrase, placed.length === 1 ? [...over, ...all] : over, columns, figures, edges));
    if (wide.every((w, k) => w !== undefined || ofOne(placed[k]!))) placed.forEach((p, k) => { if (wide[k]) out.set(p.phrase.words[0]!, wide[k]); });
  }
  return out;
}

/** Begun in a small letter and set like the heads above it, a text goes on with one of them rather than says the unit of all. */
const goesOnHead = (words: readonly Word[], phrase: Phrase, above: PlacedLine): boolean => {
  const first = words[phrase.words[0]!]!;
  return startsLow(first.text) && above.line.words.some((i) => words[i]!.italic === first.italic && words[i]!.bold === first.bold);
};

/** Lone texts among figures, several of them on one middle that is near that of all columns of figures, or of the table: bands, as set on the middle of cells that are broader than their text. */
function bandsOnOneMiddle(phrases: readonly Placed[], columns: readonly Column[], figures: readonly Column[], edges: readonly number[]): { readonly phrases: readonly Placed[]; readonly run: readonly [number, number] } {
  const n = columns.length, none = { phrases: [], run: [0, n] as const };
  const at = ({ phrase }: Placed): number => middleOf(phrase);
  const first = phrases[0];
  if (phrases.length < 2 || !first || phrases.some((p) => Math.abs(at(p) - at(first)) > EDGE)) return none;
  // Texts as broad as one another may as well share the left edge of a column, unless they reach out of it.
  if (phrases.every((p) => Math.abs(p.phrase.left - first.phrase.left) <= EDGE && p.phrase.right <= figures[p.from]!.right + 2 * EDGE)) return none;
  const off = (from: number): number => Math.min(Math.abs(at(first) - (figures[from]!.left + figures[n - 1]!.right) / 2), Math.abs(at(first) - (edges[from]! + edges[n]!) / 2));
  const from = off(1) <= off(0) ? 1 : 0;
  return off(from) <= BAND_OFF * (edges[n]! - edges[from]!) ? { phrases, run: [from, n] } : none;
}

/** A run of columns, and the middle of the head over it. */
interface Run { readonly run: readonly [number, number]; readonly middles: readonly number[] }

/** The run of columns on whose middle, by its head, its text or its edges, the phrase stands. */
function nearest(phrase: Phrase, runs: readonly Run[], columns: readonly Column[], figures: readonly Column[], edges: readonly number[]): readonly [number, number] | undefined {
  const at = middleOf(phrase);
  let best: readonly [number, number] | undefined, least = CENTRED;
  for (const { run: [from, to], middles } of runs) {
    const away = Math.min(...[...middles, (columns[from]!.left + columns[to - 1]!.right) / 2, (figures[from]!.left + figures[to - 1]!.right) / 2, (edges[from]! + edges[to]!) / 2].map((m) => Math.abs(at - m)));
    if (away <= least && phrase.left >= edges[from]! - 1 && phrase.right <= edges[to]! + 1) { least = away; best = [from, to]; }
  }
  return best;
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
    const read = inValues.filter((p) => isValuePhrase(words, p.phrase));
    const values = read.some((p) => saysWhich(words, p)) && overPlain(words, lines.slice(i + 1), read) ? read.filter((p) => !saysWhich(words, p)) : read;
    if (i > 0 && isEntry(words, l)) return i;
    if (values.length === 0 || values.length * 2 < inValues.length) continue;
    const years = values.every((p) => isHeadish(words, p.phrase));
    const next = lines[i + 1];
    if (numbersColumns(l.placed.map((p) => tokens(words, p.phrase))) && next) continue;
    // Heads that name sizes ("$100 million", "$25,000 under / $50,000") over an empty key column; plain figures come below.
    if (isSizes(words, l, values, next) && lines.slice(i + 1, i + 1 + SIZE_LINES).some((n) => n.placed.filter((p) => p.from > 0 && isPlain(words, p.phrase)).length >= Math.max(values.length, 2))) continue;
    // The year before may come first, on the left of the names of the rows.
    const keyed = l.placed.some((p) => p.from === 0 && (!years || !isHeadish(words, p.phrase)));
    if (years && !keyed && i + 1 < lines.length) continue;
    // Units and years under the heads, over an empty key column: "(000)", "1995".
    if (!keyed && next && next.placed.some((p) => p.from === 0) && next.placed.some((p) => p.from > 0 && isValuePhrase(words, p.phrase)) && values.length < inValues.length + 1
      && (values.length < l.placed.length || i > 0) && values.length < wanted) continue;
    // "2006 2007 2008" beside a word that heads the key column, or one of them beside lines of other heads, over columns that hold other figures.
    if (years && (values.length >= 2 || values.length < inValues.length || (next && namesColumns(words, next, isValueColumn))) && lines.slice(i + 1).some((n) => n.placed.some((p) => p.from > 0 && values.some((v) => v.from === p.from) && isValuePhrase(words, p.phrase) && !tokens(words, p.phrase).every((t) => isYear(t))))) continue;
    // A lone text in the key column right above the first values heads a section of the body, where the key column has its head already.
    let heads = i;
    while (heads > 1 && lines[heads - 1]!.placed.length === 1 && lines[heads - 1]!.placed[0]!.to === 1
      && (lines.slice(0, heads - 1).some((h) => h.placed.length > 1 && h.placed[0]!.from === 0) || namesSection(lines, heads - 1))) heads--;
    // Nor is a band the last of the heads, where others like it stand further down.
    if (heads > 1 && setApart([...lines], lines, (p) => isValueColumn[p.from] === true && !isPlain(words, p.phrase)).includes(lines[heads - 1]!.placed[0]!)) heads--;
    return heads;
  }
  return 0;
}

/** "1st", "10th": of which grade, quarter or floor the figures below are, or a rank. "Yes" and "No": which answer they count. */
const WHICH = /^(?:\d{1,3}(?:st|nd|rd|th)|yes|no)$/iu;
const saysWhich = (words: readonly Word[], p: Placed): boolean => p.phrase.words.every((i) => WHICH.test(words[i]!.text));

/** Below an ordinal stand figures that are none: it heads them. */
const overPlain = (words: readonly Word[], below: readonly PlacedLine[], read: readonly Placed[]): boolean =>
  below.some((l) => l.placed.some((p) => isValuePhrase(words, p.phrase) && !saysWhich(words, p) && read.some((r) => r.from === p.from && saysWhich(words, r))));

/** Words stand in columns of values, and fewer values than words: a line of heads. */
function namesColumns(words: readonly Word[], line: PlacedLine, isValueColumn: readonly boolean[]): boolean {
  const own = line.placed.filter((p) => p.from > 0 && p.to - p.from === 1 && isValueColumn[p.from]);
  return 2 * own.filter((p) => isValuePhrase(words, p.phrase)).length < own.length;
}

/** Heads of sizes take no more lines than this. */
const SIZE_LINES = 3;

/** Figures alone: "1,204", not "$100 million". */
const isPlain = (words: readonly Word[], p: Phrase): boolean => tokens(words, p).every(isValue);

/** Nothing in the key column, and figures with words to each, beside them or on the next line. */
const isSizes = (words: readonly Word[], l: PlacedLine, values: readonly Placed[], next: PlacedLine | undefined): boolean =>
  l.placed.every((p) => p.from > 0) && (values.every((p) => !isPlain(words, p.phrase)) || (next !== undefined && values.every((v) => next.placed.some((p) => p.from === v.from && !isPlain(words, p.phrase)))));

/** A lone text in the key column, set apart from the heads above it or over names that are indented from it: it names the rows below. */
function namesSection(lines: readonly PlacedLine[], at: number): boolean {
  const [above, own, below] = [lines[at - 1]!, lines[at]!, lines[at + 1]];
  const name = below?.placed[0];
  if (!below || !name || name.from > 0) return false;
  const up = own.line.baseline - above.line.baseline, down = below.line.baseline - own.line.baseline;
  return name.phrase.left - own.placed[0]!.phrase.left > SECTION_INDENT * own.line.size || up > SECTION_APART * down;
}
