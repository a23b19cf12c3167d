/** Paragraphs to Items: the contract's paragraph, list entry or numbered point, with what is nested in it. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { findReferences } from '../../values/index.js';
import type { Item, Reference } from '../schemas.js';
import type { ParseContext } from './context.js';
import { nest, type Node } from './nesting.js';
import { tableRecords } from './tables.js';

/** `references` as a field, or nothing where the text names none. */
export function referencesIn(text: string): { references?: Reference[] } {
  const references = findReferences(text);
  return references.length > 0 ? { references: [...references] } : {};
}

/** `struck` or `inserted`, where all of the text is printed so. */
function versionOf(p: Paragraph): { struck?: true; inserted?: true } {
  const whole = (style: string): boolean => (p.spans ?? []).some((s) => s.style === style && s.start === 0 && s.end >= p.text.length && p.text !== '');
  return { ...(whole('struck') ? { struck: true as const } : {}), ...(whole('inserted') ? { inserted: true as const } : {}) };
}

/** One paragraph as an Item, without what is nested in it. Takes the paragraph. */
export function itemOf(context: ParseContext, p: Paragraph, text = p.text): Item {
  const { at, until } = context.take(p);
  return {
    ...(p.number === undefined ? {} : { number: p.number }),
    text,
    ...(p.heading ? { heading: true as const } : {}),
    ...referencesIn(text),
    ...versionOf(p),
    at,
    ...(until === undefined ? {} : { until }),
  };
}

function fromNode(context: ParseContext, node: Node, tables: ReadonlyMap<number, PaperTable[]>): Item {
  const item = itemOf(context, node.paragraph);
  const items = node.children.map((child) => fromNode(context, child, tables));
  if (items.length > 0) item.items = items;
  const own = tables.get(node.paragraph.id);
  if (own) item.tables = own.flatMap((t) => tableRecords(context, t));
  return item;
}

/**
 * The blocks of one field as Items. Lists are nested (`nesting.ts`); a heading among them is an Item with `heading: true` that
 * holds what stands under it; a table hangs on the Item before it, or is handed to `loose` where there is none.
 * Takes all blocks.
 */
export function itemsOf(context: ParseContext, blocks: readonly Block[], loose: (table: PaperTable) => void = (t) => orphan(context, t)): Item[] {
  const out: Item[] = [];
  const open: { level: number; items: Item[] }[] = [];
  let run: Paragraph[] = [];
  let tables = new Map<number, PaperTable[]>();
  const target = (): Item[] => open.at(-1)?.items ?? out;
  const flush = (): void => {
    const into = target();
    for (const node of nest(run)) into.push(fromNode(context, node, tables));
    run = [];
    tables = new Map();
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      const before = run.at(-1);
      if (before) tables.set(before.id, [...(tables.get(before.id) ?? []), block]);
      else {
        const holder = target().at(-1);
        if (holder) holder.tables = [...(holder.tables ?? []), ...tableRecords(context, block)];
        else loose(block);
      }
      continue;
    }
    if (block.text === '' && block.label === undefined) continue;
    if (!block.heading) { run.push(block); continue; }
    flush();
    const { level } = block.heading;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const item = itemOf(context, block);
    target().push(item);
    const items: Item[] = [];
    item.items = items;
    open.push({ level, items });
  }
  flush();
  const last = blocks.findLast((b) => b.type === 'table' || b.text !== '' || b.label !== undefined);
  if (last?.type === 'paragraph' && last.heading?.by === 'looks') headsNothing(out);
  return dropEmpty(out);
}

/** A last line that only its look made a heading heads nothing: it is a paragraph. */
function headsNothing(items: readonly Item[]): void {
  const last = items.at(-1);
  if (last?.items && last.items.length > 0) headsNothing(last.items);
  else if (last?.heading && !last.tables) delete last.heading;
}

/** A heading with nothing under it carries no empty list. */
function dropEmpty(items: Item[]): Item[] {
  for (const item of items) {
    if (item.items && item.items.length === 0) delete item.items;
    else if (item.items) dropEmpty(item.items);
  }
  return items;
}

/** A table that stands alone in a field that has no room for tables: left unassigned, and said so. */
function orphan(context: ParseContext, table: PaperTable): void {
  context.diagnose('table-unplaced', 'warning', 'A table stands where this field has no room for one; it is listed as unassigned.', fragment(table.at));
}
