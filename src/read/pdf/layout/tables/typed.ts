/**
 * Rulings that are typed: lines of dashes or equals signs, and bars one under another, as programs for lists and typewriters print them in place of drawn ones.
 * Pure; coordinates are PDF points, origin top left, y downwards.
 */
import type { Ruling } from '../../geometry.js';
import type { Word } from '../words.js';
import { linesOf, middleY } from './lines.js';

/** A typed rule has at least so many signs: fewer stand for a figure that is missing. */
const SIGNS = 5;
const SIGN = '-=\u2013\u2014\u2500\u2501\u2550';
/** Where typed lines cross. */
const CROSS = '+';
const BAR = '|';
/** Baselines nearer than this share of the size are one line. */
const SAME_LINE = 0.3;
/** Bars of one line stand one under another within this many points, at least so many of them, their lines no further apart than this share of the size. */
const BAR_OFF = 1;
const LEAST_BARS = 3;
const NEXT_LINE = 1.6;
/** A rule typed between bars ends no further from them than this share of the size. */
const BESIDE_BAR = 0.7;

export interface TypedRules {
  readonly rulings: readonly Ruling[];
  /** Indexes of the words that they are typed with. */
  readonly words: ReadonlySet<number>;
}

/** A page of more typed rules is a picture typed with signs: a list of 200 lines with a rule of ten pieces under each has so many. */
const MOST_RULES = 2_000;

const NONE: TypedRules = { rulings: [], words: new Set() };

/** The typed rulings of a page: words of such signs alone, on lines that hold nothing else, and the bars between them. */
export function typedRules(words: readonly Word[]): TypedRules {
  const found: number[] = [], bars: number[] = [];
  for (let i = 0; i < words.length; i++) { const w = words[i]!; if (isRule(w, SIGNS)) found.push(i); else if (w.text === BAR && w.angle === 0) bars.push(i); }
  if (found.length === 0 || found.length > MOST_RULES) return NONE;
  // Under short heads stand short rules, on the line of longer ones.
  const levels = found.map((i) => words[i]!);
  for (let i = 0; i < words.length; i++) if (isRule(words[i]!, 1) && !isRule(words[i]!, SIGNS) && levels.some((w) => Math.abs(w.baseline - words[i]!.baseline) < SAME_LINE * w.size)) found.push(i);
  const own = new Set([...found, ...bars]);
  const onLine = (w: Word, to: Word): boolean => Math.abs(w.baseline - to.baseline) < SAME_LINE * w.size;
  const alone = found.filter((i) => !words.some((w, k) => !own.has(k) && w.angle === 0 && onLine(w, words[i]!)));
  const across = alone.map((i): Ruling => {
    const w = words[i]!, beside = bars.map((k) => words[k]!).filter((b) => onLine(b, w)).map(middleX);
    const reach = BESIDE_BAR * w.size;
    const from = beside.find((x) => x < w.box[0] && w.box[0] - x <= reach) ?? w.box[0], to = beside.find((x) => x > w.box[2] && x - w.box[2] <= reach) ?? w.box[2];
    return { direction: 'horizontal', at: middleY(w), from, to, thickness: THICKNESS, colour: w.colour };
  });
  const under = underHeads(words, own, across);
  const upright = uprightOf(bars.map((i) => ({ i, x: middleX(words[i]!), y: middleY(words[i]!), size: words[i]!.size })), across);
  return { rulings: [...under, ...upright.rulings], words: new Set([...alone, ...upright.bars]) };
}

/** Rules under the heads of single columns, on one line, are at least so many. */
const LEAST_HEADS = 3;

/** The rules, those of one line made one where each stands under one head: over no more than one text of the next line. Those under heads over several columns stay apart. */
function underHeads(words: readonly Word[], own: ReadonlySet<number>, across: readonly Ruling[]): Ruling[] {
  const out: Ruling[] = [];
  for (const rule of across) {
    const level = across.filter((r) => Math.abs(r.at - rule.at) <= BAR_OFF);
    if (level.length < LEAST_HEADS) { out.push(rule); continue; }
    if (level[0] !== rule) continue;
    const below = linesOf(words, words.flatMap((w, i) => (!own.has(i) && middleY(w) > rule.at + BAR_OFF && middleY(w) < rule.at + 2 * NEXT_LINE * w.size ? [i] : [])))[0];
    const single = below !== undefined && level.every((r) => below.phrases.filter((p) => p.left < r.to && p.right > r.from).length <= 1);
    out.push(...(single ? [{ ...rule, from: Math.min(...level.map((r) => r.from)), to: Math.max(...level.map((r) => r.to)) }] : level));
  }
  return out;
}

/** A typed line is taken to be as thick as a drawn one, in points. */
const THICKNESS = 0.5;
const middleX = (w: Word): number => (w.box[0] + w.box[2]) / 2;

interface Bar { readonly i: number; readonly x: number; readonly y: number; readonly size: number }

/** Bars one under another, from line to line and from the rule above them to the one below. */
function uprightOf(bars: readonly Bar[], across: readonly Ruling[]): { rulings: Ruling[]; bars: number[] } {
  const rulings: Ruling[] = [], used: number[] = [];
  const sorted = [...bars].sort((a, b) => a.x - b.x || a.y - b.y);
  for (let i = 0; i < sorted.length;) {
    let j = i + 1;
    while (j < sorted.length && sorted[j]!.x - sorted[i]!.x <= BAR_OFF) j++;
    const own = sorted.slice(i, j).sort((a, b) => a.y - b.y), { x, size } = own[0]!;
    i = j;
    if (own.length < LEAST_BARS) continue;
    const levels = [...own.map((b) => b.y), ...across.filter((r) => r.from <= x + BAR_OFF && r.to >= x - BAR_OFF).map((r) => r.at)].sort((a, b) => a - b);
    for (let a = 0; a < levels.length;) {
      let b = a + 1;
      while (b < levels.length && levels[b]! - levels[b - 1]! <= NEXT_LINE * size) b++;
      const inside = own.filter((bar) => bar.y >= levels[a]! && bar.y <= levels[b - 1]!);
      if (b - a > 1 && inside.length > 0) {
        rulings.push({ direction: 'vertical', at: x, from: levels[a]!, to: levels[b - 1]!, thickness: THICKNESS, colour: 0 });
        used.push(...inside.map((bar) => bar.i));
      }
      a = b;
    }
  }
  return { rulings, bars: used };
}

/** Signs of one kind alone, at least so many, but for crosses among them. */
function isRule({ text, angle }: Word, least: number): boolean {
  if (angle !== 0 || text.length < least) return false;
  const sign = text[0] === CROSS ? text[1] : text[0];
  if (sign === undefined || !SIGN.includes(sign)) return false;
  for (let k = 0; k < text.length; k++) if (text[k] !== sign && text[k] !== CROSS) return false;
  return true;
}
