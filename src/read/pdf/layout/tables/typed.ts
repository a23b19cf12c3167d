/**
 * Rules that are typed: lines of dashes or equals signs, as programs for lists and typewriters print them in place of rulings. Pure; coordinates are PDF points,
 * origin top left, y downwards.
 */
import type { Ruling } from '../../geometry.js';
import type { Word } from '../words.js';
import { middleY } from './lines.js';

/** A typed rule has at least so many signs: fewer stand for a figure that is missing. */
const SIGNS = 5;
const SIGN = '-=\u2013\u2014\u2500\u2501\u2550';
/** Baselines nearer than this share of the size are one line. */
const SAME_LINE = 0.3;

export interface TypedRules {
  readonly rulings: readonly Ruling[];
  /** Indexes of the words that they are typed with. */
  readonly words: ReadonlySet<number>;
}

const NONE: TypedRules = { rulings: [], words: new Set() };

/** The typed rules of a page: words of such signs alone, on lines that hold nothing else. */
export function typedRules(words: readonly Word[]): TypedRules {
  const found: number[] = [];
  for (let i = 0; i < words.length; i++) if (isRule(words[i]!)) found.push(i);
  if (found.length === 0) return NONE;
  const own = new Set(found);
  const alone = found.filter((i) => !words.some((w, k) => !own.has(k) && w.angle === 0 && Math.abs(w.baseline - words[i]!.baseline) < SAME_LINE * w.size));
  return {
    rulings: alone.map((i): Ruling => { const w = words[i]!; return { direction: 'horizontal', at: middleY(w), from: w.box[0], to: w.box[2], thickness: 0.5, colour: w.colour }; }),
    words: new Set(alone),
  };
}

/** Signs of one kind alone, many of them. */
function isRule({ text, angle }: Word): boolean {
  if (angle !== 0 || text.length < SIGNS || !SIGN.includes(text[0]!)) return false;
  for (let k = 1; k < text.length; k++) if (text[k] !== text[0]) return false;
  return true;
}
