/**
 * Lists as a reader sees them: turns a run of paragraphs, some with labels, into a tree. A label goes on the innermost open
 * list that it continues ("h" then "i" is a letter, "c:" then "i" opens roman numbers); one that continues none opens
 * a list, under the paragraph above where that introduces it, or where it stands further in.
 */
import type { Paragraph } from '../../paper/model.js';
import { ordinalOf } from '../../values/index.js';

export interface Node {
  readonly paragraph: Paragraph;
  readonly children: Node[];
}

/** Two left edges nearer than this (points) are one edge: tabs and rounding move labels by a few points, a list level by 9 or more. */
const SAME_EDGE = 8;

type Style = 'bullet' | 'decimal' | 'multilevel' | 'lower-letter' | 'upper-letter' | 'lower-roman' | 'upper-roman' | 'other';

interface Reading { readonly style: Style; readonly value: number }

interface Frame {
  /** The readings of the last label that are still possible. */
  readings: readonly Reading[];
  readonly signature: string;
  last: Paragraph;
  readonly entries: Node[];
  /** A list of entries that begin with small letters under a bullet that ends in a colon: a capital ends it. */
  readonly lowercase: boolean;
}

/** What a number may be read as; "i" is a letter and a roman number. */
function readingsOf(number: string | undefined, bullet: boolean): Reading[] {
  if (number === undefined) return bullet ? [{ style: 'bullet', value: 0 }] : [];
  if (/^\d+$/.test(number)) return [{ style: 'decimal', value: Number(number) }];
  if (/^\d+(?:\.\d+)+$/.test(number)) return [{ style: 'multilevel', value: Number(number.slice(number.lastIndexOf('.') + 1)) }];
  const out: Reading[] = [];
  for (const style of ['lower-letter', 'upper-letter', 'lower-roman', 'upper-roman'] as const) {
    const value = ordinalOf(number, style);
    if (value !== undefined) out.push({ style, value });
  }
  return out.length > 0 ? out : [{ style: 'other', value: 0 }];
}

/** Punctuation around a label: "(a)" and "a." are different lists. */
function signature(p: Paragraph): string {
  const label = p.label ?? '';
  if (p.bullet) return label;
  return /[^\0-\u007f]/.test(label) ? label.replace(/[\p{L}\p{N}]+/gu, 'n') : label.replace(/[A-Za-z\d]+/g, 'n');
}

const edge = (p: Paragraph): number | undefined => p.labelIndent ?? p.indent;

/** +1 where `a` stands clearly further in than `b`, -1 further out, 0 level or not known. */
function furtherIn(a: Paragraph, b: Paragraph): -1 | 0 | 1 {
  if (a.depth !== undefined && b.depth !== undefined && a.depth !== b.depth) return a.depth > b.depth ? 1 : -1;
  const x = edge(a);
  const y = edge(b);
  if (x === undefined || y === undefined || Math.abs(x - y) < SAME_EDGE) return 0;
  return x > y ? 1 : -1;
}

/** The end of a text in which the words that introduce a list stand (characters): the longest of them, and room before it. */
const TAIL = 40;

/** True for a text that plainly introduces the list after it: it ends in a colon or semicolon, or breaks off before what it names. */
export function introduces(whole: string): boolean {
  const text = whole.trimEnd().slice(-TAIL);
  if (/[:;]\s*[-–—]?$/u.test(text) || /[:;]["'”’)]$/u.test(text) || /[-–—]$/u.test(text)) return true;
  // Every paragraph of prose is asked: to look its last words up takes a tenth of what an expression of them all does.
  const last = wordBefore(text, text.length);
  if (BREAKS_OFF.has(last.toLowerCase())) return true;
  const first = PAIRS.get(last.toLowerCase());
  const gap = text.length - last.length - 1;
  return first !== undefined && text.charAt(gap) === ' ' && wordBefore(text, gap).toLowerCase() === first;
}

/** The letters of the English alphabet that stand right before a place. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && /\w/.test(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}

/** Words with which a sentence breaks off before what it names. */
const BREAKS_OFF: ReadonlySet<string> = new Set(['below', 'include', 'includes', 'included', 'including', 'namely', 'comprise', 'comprises', 'comprising', 'that', 'to', 'by', 'for', 'of', 'are', 'were', 'is', 'will', 'should']);
/** The same of two words: the second, and the first. */
const PAIRS: ReadonlyMap<string, string> = new Map([['follows', 'as'], ['following', 'the'], ['as', 'such']]);

/** "The Board agreed" / "(a) that …": a numbered entry in small letters completes the sentence that breaks off above it. */
const completes = (p: Paragraph, above: Paragraph): boolean => p.number !== undefined && above.label === undefined && startsSmall(p) && /[\p{L}\p{N},][”’"')]?$/u.test(above.text);

const startsSmall = (p: Paragraph): boolean => /^[\p{Ll}]/u.test(p.text);

/** The tree of a run of paragraphs, in their order. Headings are not treated here: `items.ts` parts the run at them. Pure. */
export function nest(paragraphs: readonly Paragraph[]): Node[] {
  const root: Node[] = [];
  let stack: Frame[] = [];
  let lastNode: Node | undefined;
  let lastOuter: Node | undefined;

  for (const p of paragraphs) {
    const node: Node = { paragraph: p, children: [] };
    const readings = readingsOf(p.number, p.bullet === true);
    if (readings.length === 0) {
      stack = [];
      root.push(node);
      lastNode = lastOuter = node;
      continue;
    }
    const sig = signature(p);
    const opensBelow = lastNode !== undefined && stack.length > 0 && p.bullet === true && lastNode.paragraph.bullet === true
      && furtherIn(p, lastNode.paragraph) >= 0 && /:\s*$/.test(lastNode.paragraph.text) && startsSmall(p) && !startsSmall(lastNode.paragraph);
    let found: { index: number; readings: Reading[] } | undefined;
    for (let i = stack.length - 1; i >= 0 && !found && !opensBelow; i--) {
      const frame = stack[i];
      if (!frame) continue;
      const going = continuing(frame, p, readings, sig);
      if (going.length > 0) found = { index: i, readings: going };
    }
    // An irregular label (skipped, repeated, out of order) still belongs to the list of its own look, innermost first.
    const opens = lastNode !== undefined && (introduces(lastNode.paragraph.text) || furtherIn(p, lastNode.paragraph) > 0 || completes(p, lastNode.paragraph));
    if (!found && !opensBelow && !(opens && readings.some((r) => r.value <= 1))) {
      for (let i = stack.length - 1; i >= 0 && !found; i--) {
        const frame = stack[i];
        if (!frame || frame.signature !== sig || furtherIn(p, frame.last) !== 0) continue;
        const alike = readings.filter((r) => frame.readings.some((f) => f.style === r.style));
        if (alike.length > 0 && !(frame.lowercase && !startsSmall(p)) && sameBranch(frame, p)) found = { index: i, readings: alike };
      }
    }
    if (found) {
      stack = stack.slice(0, found.index + 1);
      const frame = stack[found.index];
      if (frame) {
        frame.readings = found.readings;
        frame.last = p;
        frame.entries.push(node);
      }
      lastNode = node;
      if (stack.length === 1 && frame?.entries === root) lastOuter = node;
      continue;
    }
    // A new list.
    const parent = newListParent(p, readings, lastNode, lastOuter, stack, opens || opensBelow);
    while (stack.length > 0 && parent !== undefined && !stack.at(-1)?.entries.includes(parent)) stack.pop();
    if (parent === undefined) stack = [];
    const entries = parent?.children ?? root;
    entries.push(node);
    stack.push({ readings, signature: sig, last: p, entries, lowercase: opensBelow && furtherIn(p, parent?.paragraph ?? p) === 0 });
    lastNode = node;
    if (entries === root) lastOuter = node;
  }
  return root;
}

/** The readings under which the label continues the list, none where it does not. */
function continuing(frame: Frame, p: Paragraph, readings: readonly Reading[], sig: string): Reading[] {
  if (frame.lowercase && !startsSmall(p)) return [];
  const side = furtherIn(p, frame.last);
  return readings.filter((r) => frame.readings.some((f) => {
    if (f.style !== r.style) return false;
    if (r.style === 'bullet') return side === 0 && sig === frame.signature;
    if (r.style === 'other') return side === 0 && sig === frame.signature;
    if (r.style === 'multilevel') return sameBranch(frame, p);
    return r.value === f.value + 1 && (sig === frame.signature || side === 0);
  }));
}

/** For labels of several levels: both stand under one number ("4.2.1" and "4.2.3"). */
function sameBranch(frame: Frame, p: Paragraph): boolean {
  const a = frame.last.number ?? '';
  const b = p.number ?? '';
  if (!a.includes('.') || !b.includes('.')) return true;
  return a.slice(0, a.lastIndexOf('.')) === b.slice(0, b.lastIndexOf('.')) || a.split('.').length === b.split('.').length;
}

/** Under which entry a new list opens; `undefined` for the outermost level. */
function newListParent(p: Paragraph, readings: readonly Reading[], last: Node | undefined, outer: Node | undefined, stack: readonly Frame[], opens: boolean): Node | undefined {
  if (!last) return undefined;
  const multi = readings[0]?.style === 'multilevel';
  if (multi) {
    // "4.2.1" goes under "4.2" where that is open, never under anything else.
    const branch = (p.number ?? '').slice(0, (p.number ?? '').lastIndexOf('.'));
    for (let i = stack.length - 1; i >= 0; i--) if (stack[i]?.last.number === branch) return stack[i]?.entries.at(-1);
    return undefined;
  }
  if (opens && furtherIn(p, last.paragraph) >= 0) return last;
  // Bullets at the margin under a numbered point whose text hangs further in: Word's usual list, under its usual numbers. A semicolon ends an entry among others.
  if (p.bullet && stack.length <= 1 && last.paragraph.number !== undefined && introduces(last.paragraph.text) && !last.paragraph.text.trimEnd().endsWith(';')) return last;
  // A paragraph with an indent of its own may introduce a list that hangs further out than its first line.
  if (opens && stack.length === 0 && last.paragraph.label === undefined) return last;
  // Sub-points of a numbered paragraph, whatever it ends with.
  const number = last.paragraph.number;
  const small = readings.every((r) => r.style !== 'decimal' && r.style !== 'upper-letter');
  if (number !== undefined && small && furtherIn(p, last.paragraph) >= 0 && /\d/.test(number)) return last;
  // Back out to an open entry that stands further out than the new list.
  for (let i = stack.length - 1; i >= 0; i--) {
    const frame = stack[i];
    const entry = frame?.entries.at(-1);
    if (frame && entry && furtherIn(p, frame.last) > 0) return entry;
  }
  if (outer && outer !== last && introduces(outer.paragraph.text) && furtherIn(p, outer.paragraph) >= 0) return outer;
  return undefined;
}
