/**
 * The points of an item: its numbered or plain paragraphs, each with what hangs on it (lettered and bulleted entries, tables).
 * The item's own numbering goes on from point to point; a list inside a point may begin again at 1.
 */
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { ordinalOf } from '../../values/index.js';

export interface Point {
  readonly lead: Paragraph;
  /** List entries that follow on the lead, in order. */
  readonly more: Block[];
}

/** The punctuation around a label: "1)" and "(1)" number different lists. */
function look(p: Paragraph): string {
  const label = p.label ?? '';
  // Nearly all are ASCII, and the longer expression takes half a millisecond.
  return /[^\0-\u007f]/.test(label) ? label.replace(/[\p{L}\p{N}.]*[\p{L}\p{N}]/u, 'n') : label.replace(/[A-Za-z\d.]*[A-Za-z\d]/, 'n');
}

/** Two left edges nearer than this (points) are one edge. */
const SAME_EDGE = 8;

const edgeOf = (p: Paragraph): number | undefined => p.labelIndent ?? p.indent;

/** True where `p` stands clearly further in than `outer`. */
function furtherIn(p: Paragraph, outer: Paragraph): boolean {
  const a = edgeOf(p);
  const b = edgeOf(outer);
  return a !== undefined && b !== undefined && a > b + SAME_EDGE;
}

/** A label's place in its list; letters count only where they number the item's points. */
function valueOf(p: Paragraph, letters: boolean): number | undefined {
  const { number } = p;
  if (number === undefined) return undefined;
  if (/^\d+(?:\.\d+)*$/.test(number)) return Number(number.slice(number.lastIndexOf('.') + 1));
  return letters ? ordinalOf(number, 'lower-letter') : undefined;
}

/**
 * Parts an item's blocks into points; tables are handed back apart. `alone` says which paragraphs are points of their own
 * whatever their label (a lettered point that resolves something). Pure.
 */
export function pointsOf(blocks: readonly Block[], alone: (p: Paragraph) => boolean = () => false): { points: Point[]; tables: Table[] } {
  const points: Point[] = [];
  const tables: Table[] = [];
  let outer: { look: string; next: number; lead: Paragraph; multilevel: boolean; letters: boolean } | undefined;
  let inner: { look: string; next: number; lead: Paragraph } | undefined;
  /** The lettered point that stands alone, and the letter after it. */
  let lettered: { look: string; next: number } | undefined;
  for (const block of blocks) {
    const top = points.at(-1);
    if (block.type === 'table') { tables.push(block); continue; }
    if (block.text === '' && block.label === undefined) continue;
    const value = valueOf(block, outer?.letters === true || points.length === 0);
    const letters = value !== undefined && !/^\d/.test(block.number ?? '');
    const multilevel = block.number?.includes('.') === true;
    const own = look(block);
    if (block.label === undefined || block.heading || (alone(block) && !(value !== undefined && outer?.look === own))) {
      inner = undefined;
      const first = block.number === undefined || outer ? undefined : ordinalOf(block.number, 'lower-letter');
      lettered = first === undefined ? undefined : { look: own, next: first + 1 };
      points.push({ lead: block, more: [] });
      continue;
    }
    // "(a) RESOLVED to pay the bills.", "(b) The balance was noted.": the next letter is a point beside it, unless it goes on with what was resolved.
    if (lettered?.look === own && top?.more.length === 0 && ordinalOf(block.number ?? '', 'lower-letter') === lettered.next && /[.!]["”’)]?\s*$/u.test(top.lead.text) && !/^(?:that|to|and)\b/iu.test(block.text)) {
      lettered.next++;
      points.push({ lead: block, more: [] });
      continue;
    }
    if (value !== undefined && !block.bullet) {
      // A list that stands where the item's own points stand is told from them by its numbers alone, and goes on while they do.
      const isOuters = (o: NonNullable<typeof outer>): boolean => o.look === own && o.next === value && !furtherIn(block, o.lead) && edgeOf(block) !== undefined;
      if (inner?.look === own && value === inner.next && !(outer && isOuters(outer) && furtherIn(inner.lead, outer.lead))) {
        inner.next++;
        top?.more.push(block);
        continue;
      }
      const continues = outer?.look === own && outer.multilevel === multilevel && outer.letters === letters && value >= outer.next && value <= outer.next + 1 && !furtherIn(block, outer.lead);
      if (continues && outer) {
        outer.next = value + 1;
        inner = undefined;
        points.push({ lead: block, more: [] });
        continue;
      }
      // The item's first number opens its numbering, unless the paragraph above plainly introduces a list of its own.
      if (!outer && !(top && /[:;]["”’]?\s*$|\b(?:that|to)\s*$/.test(top.lead.text))) {
        outer = { look: own, next: value + 1, lead: block, multilevel, letters };
        points.push({ lead: block, more: [] });
        continue;
      }
      inner = { look: own, next: value + 1, lead: block };
    }
    if (top) top.more.push(block);
    else points.push({ lead: block, more: [] });
  }
  return { points, tables };
}

/** Everything of a point, in order. */
export const blocksOf = (point: Point): Block[] => [point.lead, ...point.more];
