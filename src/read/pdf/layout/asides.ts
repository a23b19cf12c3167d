/**
 * Notes and boxes beside running text, on the same printed lines, that the tags tell from it: parted before the lines are read across. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import { gapBefore, linesOf, type Line } from './lines.js';
import type { Leaf, TagEvidence } from './tag-evidence.js';
import type { Word } from './words.js';

/** White between a text and a note beside it is wider than a space: at least this share of the size. */
const GUTTER = 0.45;
/** The text beside a note has at least so many lines. */
const TEXT_LINES = 3;
/** A note has at least so many words: one alone may be a label, a sum or a page number. */
const NOTE_WORDS = 2;

export interface Parted {
  readonly lines: readonly Line[];
  /** Lines of each note, in the order of the tags. */
  readonly asides: readonly (readonly Line[])[];
}

/**
 * The lines without the notes (or parts of them) that are tagged as blocks of their own beside a tagged paragraph; `undefined` where there are none. `words` are all
 * words of the page. Rows of tagged tables are left alone.
 */
export function withoutAsides(lines: readonly Line[], words: readonly Word[], evidence: TagEvidence, page: number): Parted | undefined {
  const pairs: [Leaf, Leaf][] = [];
  const pair = (left: Word, right: Word): void => {
    const a = evidence.leafOf(left), b = evidence.leafOf(right);
    if (a && b && a.id !== b.id && a.row === undefined && b.row === undefined) pairs.push([a, b]);
  };
  lines.forEach((line, i) => {
    for (let k = 1; k < line.words.length; k++) if (gapBefore(line, k) >= GUTTER * line.size) pair(line.words[k - 1]!, line.words[k]!);
    // Lines beside each other that do not quite stand at one height.
    const above = lines[i - 1];
    if (!above || line.angle !== 0 || above.angle !== 0 || above.box[3] <= line.box[1]) return;
    if (line.start - above.end >= GUTTER * line.size) pair(above.words.at(-1)!, line.words[0]!);
    else if (above.start - line.end >= GUTTER * line.size) pair(line.words.at(-1)!, above.words[0]!);
  });
  if (pairs.length === 0) return undefined;
  const blocks = new Map<number, { readonly words: Word[]; readonly baselines: Set<number> }>();
  for (const w of words) {
    const id = evidence.leafOf(w)?.id;
    if (id === undefined) continue;
    const block = blocks.get(id) ?? { words: [], baselines: new Set() };
    blocks.set(id, block);
    block.words.push(w);
    block.baselines.add(Math.round(w.baseline));
  }
  const found = new Set<number>();
  for (const [a, b] of pairs) {
    const left = blocks.get(a.id)!, right = blocks.get(b.id)!;
    if (clear(left.words, right.words) < GUTTER * left.words[0]!.size) continue;
    const [note, text] = left.words.length < right.words.length ? [a, right] : [b, left];
    const own = blocks.get(note.id)!.words;
    // A label that hangs beside its text ("Purpose:", "3.2") is read with it.
    if (text.baselines.size >= TEXT_LINES && own.length < text.words.length && own.length >= NOTE_WORDS && !own.at(-1)!.text.endsWith(':')) found.add(note.id);
  }
  if (found.size === 0) return undefined;
  const noteOf = (w: Word): number | undefined => { const id = evidence.leafOf(w)?.id; return id !== undefined && found.has(id) ? id : undefined; };
  const here = lines.flatMap((l) => l.words);
  return {
    lines: linesOf(here.filter((w) => noteOf(w) === undefined), page),
    asides: [...found].sort((a, b) => a - b).map((id) => linesOf(here.filter((w) => noteOf(w) === id), page)).filter((l) => l.length > 0),
  };
}

/** How far the right block begins from where the left one ends. */
function clear(left: readonly Word[], right: readonly Word[]): number {
  const box = (words: readonly Word[]): Box => boxAround(words.map((w) => w.box));
  return box(right)[0] - box(left)[2];
}
