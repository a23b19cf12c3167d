/** What stands in a value's cell, part by part: lines that the author broke, and values whose line ends were lost. Pure. */
import type { Paragraph } from '../../paper/model.js';
import { unmarked } from '../../paper/walk.js';
import { readCost, splitParties } from '../../values/index.js';
import { betweenBreaks, stretchOf } from '../shared/stretch.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Role } from './columns.js';
import { isTime } from './who-and-when.js';

/** Words of a paragraph that may be several values run together, at most: a longer one is a text. */
const MOST_WORDS = 16;

/** A value begins and ends with a letter or digit; "2010 –" is half of one. */
const EDGES = /^[\p{L}\p{N}£](?:.*[\p{L}\p{N})])?$/u;

/** True for a text that is by itself all that a value of its column says: a date, an amount, a post, a mark. */
export function isWhole(role: Role, text: string, vocabulary: Vocabulary): boolean {
  switch (role) {
    case 'timescale': return isTime(text) || isOneOf(text, vocabulary.words['wholeTime']);
    case 'cost': {
      const { value } = readCost(text);
      return value.amount !== undefined || value.amountFrom !== undefined || value.status !== undefined;
    }
    case 'owner': {
      const { certain, owners } = splitParties(text);
      return certain && owners.length > 0;
    }
    case 'status': return isOneOf(text, vocabulary.words['marks']);
    default: return false;
  }
}

/** The stretches of a paragraph that its author set one under the other, where there are two or more. */
export function brokenStretches(p: Paragraph): Paragraph[] {
  const lines = p.label === undefined ? betweenBreaks(p) : [];
  return lines.length > 1 ? lines.filter((line) => line.text !== '') : [];
}

/** The paragraph's lines as its author broke them: one post under the other in one paragraph. */
export function brokenLines(p: Paragraph): string[] {
  const lines = betweenBreaks(p).map(unmarked);
  return lines.length > 1 ? lines.filter((line) => line !== '') : lines;
}

/**
 * One paragraph that holds as many values as there are actions, its line ends lost ("June 2024 September 2024"), parted; `undefined` where it is no such
 * paragraph, or can be parted in more than one way.
 */
export function runTogether(p: Paragraph, role: Role, count: number, vocabulary: Vocabulary): Paragraph[] | undefined {
  if (p.label !== undefined) return undefined;
  if (role === 'owner') return saidAgain(p, count) ?? postsIn(p, count);
  if (role !== 'timescale' && role !== 'cost' && role !== 'status') return undefined;
  const words = [...p.text.matchAll(/\S+/gu)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
  if (count < 2 || words.length < count || words.length > MOST_WORDS || isOneOf(unmarked(p), vocabulary.words['marks'])) return undefined;
  const wholeFrom = (from: number, to: number): boolean => {
    const text = p.text.slice(words[from]?.from, words[to]?.to);
    return EDGES.test(text) && isWhole(role, text, vocabulary) && isBare(role, text);
  };
  let found: number[] | undefined;
  let ways = 0;
  const look = (from: number, starts: number[]): void => {
    if (ways > 1) return;
    if (starts.length === count - 1) {
      if (wholeFrom(from, words.length - 1)) { ways++; found = [...starts, from]; }
      return;
    }
    for (let to = from; to < words.length - 1; to++) if (wholeFrom(from, to)) look(to + 1, [...starts, from]);
  };
  look(0, []);
  if (ways !== 1 || !found) return undefined;
  const starts = found;
  return starts.map((start, i) => stretchOf(p, words[start]?.from ?? 0, words[(starts[i + 1] ?? words.length) - 1]?.to));
}

/** "Parks Team Parks Team": one name as often as there are actions. */
function saidAgain(p: Paragraph, count: number): Paragraph[] | undefined {
  const length = (p.text.length + 1) / count - 1;
  if (count < 2 || !Number.isInteger(length) || length < 2) return undefined;
  const starts = Array.from({ length: count }, (_, i) => i * (length + 1));
  const name = p.text.slice(0, length);
  return starts.every((at) => p.text.slice(at, at + length) === name && (at === 0 || p.text[at - 1] === ' ')) ? starts.map((at) => stretchOf(p, at, at + length)) : undefined;
}

/** "Parks Manager Head of Roads": as many posts as there are actions, with nothing between them that would join them. */
function postsIn(p: Paragraph, count: number): Paragraph[] | undefined {
  const { owners, certain } = splitParties(p.text);
  if (!certain || count < 2 || owners.length !== count || owners.map((o) => o.text).join(' ') !== p.text) return undefined;
  let from = 0;
  return owners.map((o) => {
    const at = from;
    from += o.text.length + 1;
    return stretchOf(p, at, at + o.text.length);
  });
}

/** True for a value with no word beside it that the reader passes over. */
function isBare(role: Role, text: string): boolean {
  return role !== 'cost' || readCost(text).problem === undefined;
}
