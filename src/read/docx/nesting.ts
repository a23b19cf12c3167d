/**
 * How deep list paragraphs nest. Word states a level within one list only; a bulleted list under a numbered paragraph is
 * another list, at its own first level. What a reader sees decides between lists: what stands further in is inside. Pure.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import type { Building } from './grid.js';

export interface ListPlace {
  /** Lists of one key count on from each other. */
  readonly key: string;
  /** The level that the list states, from 0. */
  readonly level: number;
}

/** Labels nearer to each other than this, in points, stand at one indent: less than half of the least indent that Word's buttons make (18). */
const SAME_INDENT = 6;

interface Open { readonly place: ListPlace; readonly indent: number; readonly depth: number; readonly heading: boolean }

/** Sets `depth` on the list paragraphs among the blocks. */
export function nest(blocks: readonly Block[], lists: ReadonlyMap<number, ListPlace>): void {
  let open: Open[] = [];
  for (const block of blocks) {
    if (block.type !== 'paragraph') { open = []; continue; }
    const place = lists.get(block.id);
    const indent = block.labelIndent ?? block.indent ?? 0;
    if (!place) {
      if (block.heading) open = [];
      // A plain paragraph ends the lists that stand as far in as itself.
      else while (open.length > 0 && (open.at(-1)?.indent ?? 0) >= indent - SAME_INDENT) open.pop();
      continue;
    }
    const inside = (o: Open): boolean => (o.place.key === place.key ? o.place.level < place.level : o.indent < indent - SAME_INDENT);
    while (open.length > 0 && !inside(open.at(-1) as Open)) open.pop();
    const last = open.at(-1);
    // A numbered heading holds the levels of its own list; another list under it starts at its own first level, as under a heading without a number.
    const parent = last?.heading && last.place.key !== place.key ? undefined : last;
    const depth = !parent ? place.level
      : parent.place.key === place.key ? parent.depth + place.level - parent.place.level
      : Math.max(parent.depth + 1, place.level);
    open.push({ place, indent, depth, heading: block.heading !== undefined });
    if (!block.heading) (block as Building<Paragraph>).depth = depth;
  }
}
