/**
 * The points of an item: its numbered or plain paragraphs, each with what hangs on it (lettered and bulleted entries, tables).
 * The item's own numbering goes on from point to point; a list inside a point may begin again at 1.
 */
import type { Block, Paragraph } from '../../paper/model.js';

export interface Point {
  readonly lead: Paragraph;
  /** List entries and tables that follow on the lead, in order. */
  readonly more: Block[];
}

/** The punctuation around a label: "1)" and "(1)" number different lists. */
const look = (p: Paragraph): string => (p.label ?? '').replace(/[\p{L}\p{N}.]*[\p{L}\p{N}]/u, 'n');

/** Two left edges nearer than this (points) are one edge. */
const SAME_EDGE = 8;

const edgeOf = (p: Paragraph): number | undefined => p.labelIndent ?? p.indent;

/** True where `p` stands clearly further in than `outer`. */
function furtherIn(p: Paragraph, outer: Paragraph): boolean {
  const a = edgeOf(p);
  const b = edgeOf(outer);
  return a !== undefined && b !== undefined && a > b + SAME_EDGE;
}

/** Parts an item's blocks into points. Tables before any paragraph are handed back apart. Pure. */
export function pointsOf(blocks: readonly Block[]): { points: Point[]; loose: Block[] } {
  const points: Point[] = [];
  const loose: Block[] = [];
  let outer: { look: string; next: number; lead: Paragraph; multilevel: boolean } | undefined;
  let inner: { look: string; next: number } | undefined;
  for (const block of blocks) {
    const top = points.at(-1);
    if (block.type === 'table') {
      if (top) top.more.push(block);
      else loose.push(block);
      continue;
    }
    if (block.text === '' && block.label === undefined) continue;
    const value = block.number !== undefined && /^\d+(?:\.\d+)*$/.test(block.number) ? Number(block.number.slice(block.number.lastIndexOf('.') + 1)) : undefined;
    const multilevel = block.number?.includes('.') === true;
    const own = look(block);
    if (block.label === undefined || block.heading) {
      inner = undefined;
      points.push({ lead: block, more: [] });
      continue;
    }
    if (value !== undefined && !block.bullet) {
      if (inner?.look === own && value === inner.next && !(outer?.look === own && outer.next === value && !furtherIn(block, outer.lead) && edgeOf(block) !== undefined)) {
        inner.next++;
        top?.more.push(block);
        continue;
      }
      const continues = outer?.look === own && outer.multilevel === multilevel && value >= outer.next && value <= outer.next + 1 && !furtherIn(block, outer.lead);
      if (continues && outer) {
        outer.next = value + 1;
        inner = undefined;
        points.push({ lead: block, more: [] });
        continue;
      }
      // The item's first number opens its numbering, unless the paragraph above plainly introduces a list of its own.
      if (!outer && !(top && /[:;]["”’]?\s*$|\b(?:that|to)\s*$/u.test(top.lead.text))) {
        outer = { look: own, next: value + 1, lead: block, multilevel };
        points.push({ lead: block, more: [] });
        continue;
      }
      inner = { look: own, next: value + 1 };
    }
    if (top) top.more.push(block);
    else points.push({ lead: block, more: [] });
  }
  return { points, loose };
}

/** Everything of a point, in order. */
export const blocksOf = (point: Point): Block[] => [point.lead, ...point.more];
