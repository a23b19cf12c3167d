/**
 * Printed lines to table rows: a row is one line, or a line with the wrapped lines of its cells. What speaks for a wrap: the next word
 * would not have fitted, it starts in lower case, the lines stand closer than rows do, and the key column stays empty.
 */
import type { Word } from '../words.js';
import type { Column } from './columns.js';
import { median, type Phrase } from './lines.js';
import { isValuePhrase, tokens, type Placed, type PlacedLine } from './place.js';
import { numbersColumns, startsLow } from './values.js';

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

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

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
      joins.push(!numbered(i) && !numbered(i + 1) && joinsHeads(lines.slice(start, i + 1).flatMap((l) => l.placed), lines[i + 1]!, ratio(i)));
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

  /** The line counts the columns, and is a row of its own under the heads. */
  function numbered(i: number): boolean {
    return numbersColumns(lines[i]!.placed.map((p) => tokens(words, p.phrase)));
  }

  /** The text of column `c` in line `i` goes on in the next line: the next word did not fit, and it looks like the same text. */
  function wraps(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    if (!a || !b) return false;
    if (isValueAt(c, a) || (isValuePhrase(words, b) && a.words.length === 1)) return false;
    const last = words[a.words[a.words.length - 1]!]!, first = words[b.words[0]!]!;
    if (last.bold !== first.bold || Math.abs(last.size - first.size) > 0.15 * last.size) return false;
    return !fits(words, a, b, columns[c]!.right);
  }

  /** Names of rows are no values though they begin with a figure: "25 to 34", and "years" below it. */
  function isValueAt(c: number, p: Phrase): boolean {
    return isValuePhrase(words, p) && !(c === 0 && p.words.some((i) => isLetter(words[i]!.text.charCodeAt(0))));
  }

  /** The widest text of an open column always seems to wrap: a capital after it starts a text of its own unless the lines stand close. */
  function wrapsSurely(i: number, c: number): boolean {
    return wraps(i, c) && (printed || lowercase(i, c) || tighterThanNext(i) || ratio(i) < CLOSE * rowRatio);
  }

  function lowercase(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    // Lines that go on with the one above belong to what began there.
    let first = i;
    while (first > 0 && joins[first - 1] && at(first - 1, c)) first--;
    return a !== undefined && b !== undefined && !isValueAt(c, a) && startsLow(words[b.words[0]!]!.text) && !startsLow(words[at(first, c)!.words[0]!]!.text);
  }

  /** The next line of the column is a text in brackets, which says more of the name above it. */
  function bracketed(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    return a !== undefined && b !== undefined && !isValuePhrase(words, b) && /^\(.{3,}\)$/u.test(tokens(words, b).join(' ')) && !/^\(/u.test(words[a.words[0]!]!.text);
  }

  /** The next line of the column closes the bracket that this one opens. */
  function closes(i: number, c: number): boolean {
    const a = at(i, c), b = at(i + 1, c);
    if (!a || !b) return false;
    const before = tokens(words, a).join(' '), after = tokens(words, b).join(' ');
    return before.lastIndexOf('(') > before.lastIndexOf(')') && after.indexOf(')') >= 0 && !after.slice(0, after.indexOf(')')).includes('(');
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
      return [...a].every((c) => b.has(c) && (wrapsSurely(i, c) || lowercase(i, c) || closes(i, c)));
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

/** Lines of heads are one row unless one of them lies over several columns that the other one heads one by one. */
function joinsHeads(upper: readonly Placed[], lower: PlacedLine, ratio: number): boolean {
  if (ratio > HEAD_LEADING_MOST) return false;
  for (const p of upper) {
    if (p.to - p.from < 2) continue;
    const again = lower.placed.some((q) => q.from === p.from && q.to === p.to);
    if (again) continue;
    const under = lower.placed.filter((q) => q.from >= p.from && q.to <= p.to);
    if (under.length > 0) return false;
  }
  return !lower.placed.some((q) => q.to - q.from > 1 && new Set(upper.filter((p) => p.from >= q.from && p.to <= q.to && p.to - p.from === 1).map((p) => p.from)).size === q.to - q.from);
}
