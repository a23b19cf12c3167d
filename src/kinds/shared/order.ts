/** Records back in the order of the paper. */
import { fragment } from '../../paper/locator.js';
import { eachParagraph } from '../../paper/walk.js';
import type { ParseContext } from './context.js';

/** The entries in the order in which they stand in the paper; one that no paragraph begins keeps its place. Returns a new list. */
export function inPaperOrder<T extends { readonly at: string }>(context: ParseContext, entries: readonly T[]): T[] {
  const order = new Map<string, number>();
  let n = 0;
  for (const p of eachParagraph(context.blocks)) {
    const at = fragment(p.at);
    if (!order.has(at)) order.set(at, n);
    n++;
  }
  return entries.map((e, i) => ({ e, at: order.get(e.at), i })).sort((a, b) => (a.at !== undefined && b.at !== undefined ? a.at - b.at : 0) || a.i - b.i).map(({ e }) => e);
}
