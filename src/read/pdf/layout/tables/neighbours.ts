/** Tables that share rules across: side by side with rules at the same heights, or one under another between rules of one width. */
import type { Word } from '../words.js';
import { IN_TABLE, riversOf } from './columns.js';
import { linesOf, type Line } from './lines.js';
import { aside, inColumns, keeps } from './prose.js';
import { rulesOf, SAME_END, SAME_HEIGHT, type Rule } from './rules.js';
import type { Edge } from './rulings.js';
import { isFigure, isValue, isYear, readsAsValue } from './values.js';

/** White between the rules of two tables side by side is at least this wide, in points. */
const GUTTER = 6;
/** Rules on both sides of the white stand at the same heights where at least this share of the fewer do. */
const SHARED_HEIGHTS = 0.5;
/** A table beside another has at least so many lines of two phrases ... */
const LEAST_LINES = 3;
/** A text of at least so many words beside a name is said of it. */
const SENTENCE = 5;
/** ... and this share of them begins with a name, not with a figure. */
const NAMED = 0.5;

/**
 * The rules of one group, parted where white runs down between their pieces and a table of its own stands on the right: one that has its names and its
 * figures. Pieces over single columns, or over figures alone, belong to one table.
 */
export function sideBySide(words: readonly Word[], free: readonly number[], group: readonly Rule[]): Rule[][] {
  if (group.every((r) => r.pieces.length < 2)) return [[...group]];
  const pieces = group.flatMap((r) => r.pieces).sort((a, b) => a.from - b.from);
  const parts: { from: number; to: number; pieces: Edge[] }[] = [];
  for (const p of pieces) {
    const last = parts[parts.length - 1];
    if (last && p.from - last.to < GUTTER) { last.to = Math.max(last.to, p.to); last.pieces.push(p); }
    else parts.push({ from: p.from, to: p.to, pieces: [p] });
  }
  if (parts.length < 2) return [[...group]];
  const out: (typeof parts)[number][] = [];
  for (const part of parts) {
    const before = out[out.length - 1];
    if (before && !(apart(before.pieces, part.pieces) || (ownTable(words, free, part) && ownTable(words, free, before)))) {
      before.to = part.to;
      before.pieces.push(...part.pieces);
    } else out.push({ ...part, pieces: [...part.pieces] });
  }
  return out.length < 2 ? [[...group]] : out.map((p) => rulesOf(p.pieces));
}

/** A line of a column of prose has at least so many words; at least so many lines, and this share of all beside a table, are such. */
const PROSE_WORDS = 5;
const PROSE_LINES = 2;
const PROSE_SHARE = 0.5;

/**
 * The rules of one group, those of tables in a column of text parted from the wider ones under running heads and titles, which lie over several columns:
 * rules of one width with a table of its own between them, and prose beside it on the page.
 */
export function besideProse(words: readonly Word[], free: readonly number[], group: readonly Rule[]): Rule[][] {
  const widest = group.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  const same = (a: Rule, b: Rule): boolean => Math.abs(a.from - b.from) <= SAME_END && Math.abs(a.to - b.to) <= SAME_END;
  const out: Rule[][] = [];
  let rest = [...group];
  for (const rule of group) {
    if (!rest.includes(rule) || same(rule, widest)) continue;
    const own = rest.filter((r) => same(r, rule));
    const { from, to } = rule, top = own[0]!.at, bottom = own[own.length - 1]!.at;
    if (bottom - top <= SAME_HEIGHT || !ownTable(words, free, { from, to, pieces: own.flatMap((r) => [...r.pieces]) })) continue;
    const beside = linesOf(words, free.filter((i) => { const w = words[i]!, x = (w.box[0] + w.box[2]) / 2; return (x < from - 3 || x > to + 3) && w.baseline > top && w.baseline < bottom + w.size; }));
    const prose = beside.filter((l) => l.phrases.some((p) => p.words.length >= PROSE_WORDS)).length;
    if (prose < PROSE_LINES || prose < PROSE_SHARE * beside.length) continue;
    // With the shorter rules among them, under heads over several columns.
    const all = rest.filter((r) => r.at >= top && r.at <= bottom && r.from >= from - SAME_END && r.to <= to + SAME_END);
    out.push(all);
    rest = rest.filter((r) => !all.includes(r));
  }
  return out.length === 0 ? [[...group]] : [rest, ...out].filter((g) => g.length > 0);
}

/** Hardly any rule of the one stands at the height of a rule of the other. */
function apart(left: readonly Edge[], right: readonly Edge[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return Math.max(few.length, many.length) > 2 && few.filter((a) => many.some((b) => Math.abs(a.at - b.at) <= SAME_HEIGHT)).length < SHARED_HEIGHTS * many.length;
}

/** Names with figures or other texts beside them stand between these sides. */
function ownTable(words: readonly Word[], free: readonly number[], part: { readonly from: number; readonly to: number; readonly pieces: readonly Edge[] }): boolean {
  const top = Math.min(...part.pieces.map((p) => p.at)), bottom = Math.max(...part.pieces.map((p) => p.at));
  const inside = free.filter((i) => { const w = words[i]!, x = (w.box[0] + w.box[2]) / 2; return x > part.from - 3 && x < part.to + 3 && w.baseline > top && w.baseline < bottom + w.size; });
  const beside = linesOf(words, inside).filter((l) => l.phrases.length >= 2);
  return beside.length >= LEAST_LINES && beside.filter((l) => !isValuePhrase(words, l, 0)).length >= NAMED * beside.length;
}

const isValuePhrase = (words: readonly Word[], line: Line, k: number): boolean => readsAsValue(line.phrases[k]!.words.map((i) => words[i]!.text));

/** Figures, units and signs alone, and not years alone. */
const areFigures = (texts: readonly string[]): boolean => texts.some(isFigure) && texts.every(isValue) && !texts.every(isYear);

/**
 * True where a table ends above a zone: its body has come, the zone holds a heading or note only (or one that lies across from the key column), and the next
 * zone starts with heads again. `zones` are the lines between neighbouring rules, of which `at` is looked at.
 */
export function startsAnew(words: readonly Word[], linesBefore: () => readonly Line[], zones: (k: number) => readonly Line[], at: number, count: number, from: number, width: number): boolean {
  const zone = zones(at);
  if (zone.length === 0 || at + 1 >= count) return false;
  // A row with figures beside its name is a row, whatever stood before: the lines of the table so far are gone through for few zones only.
  if (zone.some((l) => l.phrases.slice(1).some((p) => areFigures(p.words.map((i) => words[i]!.text))))) return false;
  const before = linesBefore();
  if (before.length === 0) return false;
  const rivers = riversOf(words, before, IN_TABLE);
  const first = rivers[0];
  if (!first) return false;
  const later = (l: Line): string[][] => l.phrases.filter((p) => p.left > first.left).map((p) => p.words.map((i) => words[i]!.text));
  const figures = (lines: readonly Line[]): boolean => lines.some((l) => later(l).some(areFigures));
  if (!figures(before) || figures(zone) || zone.some((l) => inColumns(l, words) && (keeps(l, words, rivers) || (keeps(l, words, [first]) && later(l).some((t) => t.length >= SENTENCE)))) || aside(zone, from, width)) return false;
  for (let k = at + 1; k < count; k++) {
    const next = zones(k);
    if (next.length === 0) continue;
    // Heads name several columns; a heading of two lines, or a head over all of them, may have a rule of its own.
    const first = next.findIndex((l) => figures([l]));
    if ((first < 0 ? next : next.slice(0, first)).some((l) => later(l).length > 1)) return true;
    if (first >= 0) return false;
  }
  return false;
}
