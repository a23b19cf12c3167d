/** A partnership's report: its front, then group after group, each with the same few headings. */
import { splitLabel } from '../../paper/label.js';
import { fragment } from '../../paper/locator.js';
import { hasLetterOrDigit } from '../../paper/characters.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { findPriorities } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { frontText, readFront } from '../shared/front.js';
import { filled, given } from '../shared/given.js';
import { reportIrregularItems, reportRepeated } from '../shared/irregular.js';
import { itemsOf } from '../shared/items.js';
import { joinLoneLabels } from '../shared/lone-labels.js';
import { inPaperOrder } from '../shared/order.js';
import { nextFilled, previousFilled, readsAsHeading } from '../shared/looks.js';
import { runInHeading, stretchOf } from '../shared/stretch.js';
import { tableRecords } from '../shared/tables.js';
import { isOneOf } from '../shared/vocabulary.js';
import { detailEnd, groupField, groupLabel, groupStarts, isLettered, isLetteredField } from './groups.js';
import { emptyGroup, LISTS, type ListName } from './lists.js';
import type { Group } from './schema.js';
import { fromColumns, fromRows, groupsFromForms, groupsFromTable } from './table-forms.js';

export function parse(context: ParseContext): Parsed {
  const front = readFront(context, context.blocks, { stop: (p) => (groupField(p, context.vocabulary) !== undefined && p.number !== undefined) || groupLabel(p, context.vocabulary) !== undefined });
  const blocks = joinLoneLabels(context, repeatsAside(context, front.rest, front.printed));
  let starts = groupStarts(blocks, context.vocabulary);
  if (starts.length === 0 && blocks.some((b) => b.type === 'paragraph' && groupField(b, context.vocabulary) !== undefined)) starts = [-1];
  const tabled = starts.length === 0 || starts[0] === -1 ? blocks.flatMap((b) => (b.type === 'table' ? tableGroups(context, b).map((group) => ({ group, table: b })) : [])) : [];
  if (tabled.length > 0) starts = [];
  const first = starts[0] ?? blocks.length;
  const introduction = withTables(context, inked(blocks.slice(0, Math.max(0, first))).filter((b) => !tabled.some((t) => t.table === b)));
  const groups = tabled.length > 0 ? tabled.map((t) => finished(context, t.group)) : starts.map((start, n) => groupOf(context, blocks.slice(Math.max(0, start), starts[n + 1] ?? blocks.length), start < 0 ? (front.masthead.title ?? '') : undefined));
  if (groups.length === 0) context.diagnose('no-groups', 'warning', 'No group of the partnership could be told apart in this paper.');
  reportIrregularItems(context, groups.map((g) => ({ ...(g.number === undefined ? {} : { number: g.number }), text: g.name, at: g.at })));
  const named = ['authors', 'contact', 'to', 'from', 'itemNumber', 'reportOf', 'portfolio', 'marking', 'appendixNumber'];
  const fields = [...front.fields.filter((f) => named.includes(f.field)).map((f) => ({
    label: f.label, text: f.lines.map((l) => l.text).join('\n'), at: f.lines[0] ? fragment(f.lines[0].at) : '#',
  })), ...front.others];
  return {
    masthead: front.masthead,
    fields: { ...given({ purpose: frontText(front, 'purpose'), introduction: filled(introduction), fields: filled(inPaperOrder(context, fields)) }), groups },
  };
}

/** The groups that a table holds: a row each, or a form each. */
function tableGroups(context: ParseContext, table: PaperTable): Group[] {
  const rows = groupsFromTable(context, table);
  return rows.length > 0 ? rows : groupsFromForms(context, table);
}

/** Sets lines of the masthead aside that are printed again. */
function repeatsAside(context: ParseContext, blocks: readonly Block[], printed: ReadonlySet<string>): Block[] {
  return blocks.filter((b) => {
    if (b.type !== 'paragraph' || b.number !== undefined || b.bullet || !printed.has(b.text.toLowerCase())) return true;
    context.ledger.setAside(b);
    return false;
  });
}

/** Paragraphs with a letter or a digit in them; a full stop that stands alone says nothing. */
const inked = (blocks: readonly Block[]): Block[] => blocks.filter((b) => b.type === 'table' || b.label !== undefined || hasLetterOrDigit(b.text));

interface Part { readonly field: ListName | 'other'; readonly heading?: Paragraph; readonly blocks: Block[] }

function groupOf(context: ParseContext, blocks: readonly Block[], name?: string): Group {
  const [head, ...rest] = blocks;
  const heading = name === undefined && head?.type === 'paragraph' ? head : undefined;
  // A number typed close up to the name ("1.YOUTH BOARD") may have been left in the text.
  const typed = heading && heading.number === undefined ? splitLabel(heading.text, { known: true }) : undefined;
  const number = heading?.number ?? (typed && !typed.bullet ? typed.number : undefined);
  const named = heading ? groupLabel(heading, context.vocabulary) : undefined;
  const group = emptyGroup((named !== undefined ? heading?.text.slice(named) : typed && !typed.bullet ? typed.rest : heading?.text) ?? name ?? '', heading ? context.take(heading).at : fragment(head?.at ?? { in: 'lines', from: 1, to: 1 }), number);
  for (const part of partsOf(context, inked(heading ? rest : blocks))) {
    if (part.heading && part.field !== 'other') {
      const { at } = context.take(part.heading);
      group.headings.push({ field: part.field, ...(part.heading.number === undefined ? {} : { number: part.heading.number }), heading: part.heading.text, at });
    }
    const list = part.field === 'other' ? 'other' : part.field;
    const read = part.blocks.filter((b): b is PaperTable => b.type === 'table').filter((t) => fromColumns(context, t, group) || fromRows(context, t, group));
    const items = withTables(context, part.blocks.filter((b) => !read.includes(b as PaperTable)));
    if (list === 'other') { if (part.heading) context.take(part.heading); group.other.push({ heading: part.heading?.text ?? '', items }); }
    else group[list].push(...items);
  }
  return finished(context, group);
}

/** A group whose lists are full: what is repeated or out of order in them is told, priorities are found, and a sentence in place of risks set apart. */
function finished(context: ParseContext, group: Group): Group {
  for (const list of LISTS) { reportRepeated(context, group[list]); reportIrregularItems(context, group[list]); }
  for (const list of ['progress', 'achievements'] as const) group[list] = group[list].map(withPriorities);
  const [risk, more] = group.risks;
  if (risk && !more && !risk.items && risk.number === undefined && isOneOf(risk.text, context.vocabulary.words['none'])) {
    group.risksStatement = risk.text;
    group.risks = [];
  }
  return group;
}

/** The blocks as items; a table with nothing before it is an item of its own, with the table's title as its text. */
function withTables(context: ParseContext, blocks: readonly Block[]): Item[] {
  const loose: Item[] = [];
  const items = itemsOf(context, blocks, (t) => loose.push({ text: t.title ?? '', tables: tableRecords(context, t), at: fragment(t.at) }));
  return [...loose, ...items];
}

const withPriorities = (item: Item): Item & { priorities?: number[] } => {
  const priorities = findPriorities(item.text);
  return priorities.length > 0 ? { ...item, priorities } : item;
};

/** The group's blocks, parted at its headings; what stands before the first is the introduction. */
function partsOf(context: ParseContext, blocks: readonly Block[]): Part[] {
  const parts: Part[] = [{ field: 'introduction', blocks: [] }];
  let lastNumber: number | undefined;
  let lastListed: number | undefined;
  // A field said in one line with its label stands open.
  let beside = false;
  // Where the headings that are known have no look of their own, one that is not known has none either.
  const bare = blocks.some((b) => b.type === 'paragraph' && b.number === undefined && !b.heading && groupField(b, context.vocabulary) !== undefined);
  const lettered = blocks.some((b) => isLetteredField(b, context.vocabulary));
  for (const [i, found] of blocks.entries()) {
    const block = found.type === 'paragraph' && isListed(found, parts.at(-1)) && !(lettered && isLettered(found)) ? { ...found, heading: undefined } as Paragraph : found;
    if (block.type === 'paragraph') {
      const field = groupField(block, context.vocabulary) as ListName | undefined;
      const run = field === undefined ? runInHeading(block, context.vocabulary.headings) : undefined;
      const number = block.number !== undefined && /^\d+$/.test(block.number) ? Number(block.number) : undefined;
      if (field !== undefined || isOther(block, number, lastNumber, lastListed) || (bare && isBare(blocks, i, block))) {
        parts.push({ field: field ?? 'other', heading: block, blocks: [] });
        if (number !== undefined) lastNumber = number;
        lastListed = undefined;
        beside = false;
        continue;
      }
      if (run) {
        beside = true;
        context.take(block);
        parts.push({ field: run.field as ListName, heading: stretchOf(block, 0, run.rest - 1), blocks: [stretchOf(block, run.rest)] });
        continue;
      }
      // "Chair: …" after "Purpose: …" is no more of the purpose.
      const detail = beside && !block.bullet && block.number === undefined ? detailEnd(block, context.vocabulary) : undefined;
      if (detail !== undefined) {
        context.take(block);
        parts.push({ field: 'other', heading: stretchOf(block, 0, block.text.indexOf(':')), blocks: [stretchOf(block, detail)] });
        continue;
      }
      if (number !== undefined) lastListed = number;
    }
    // A labelled line ("Chair: A Smith") is text, however it is set.
    parts.at(-1)?.blocks.push(block.type === 'paragraph' && block.heading && /:\s*\S/.test(block.text) ? { ...block, heading: undefined } : block);
  }
  return parts.filter((p) => p.heading !== undefined || p.blocks.length > 0);
}

/** An entry of a list that looks like a heading, and is none: lettered, or the first under a heading that ends in a colon ("Objectives:"). */
const isListed = (p: Paragraph, under: Part | undefined): boolean => isLettered(p)
  || (p.heading?.by === 'looks' && p.number !== undefined && under?.blocks.length === 0 && under.heading?.text.endsWith(':') === true);

/** A heading that no wording knows: one that the source says is a heading, or a short line that carries the numbers of the headings on. */
function isOther(p: Paragraph, number: number | undefined, lastNumber: number | undefined, lastListed: number | undefined): boolean {
  // "Chair: A Smith" is a line of the introduction.
  if (p.bullet || !readsAsHeading(p, 90) || /:\s*\S/.test(p.text)) return false;
  if (p.heading) return true;
  return number !== undefined && lastNumber !== undefined && number === lastNumber + 1 && lastListed !== number - 1;
}

/** A short unlabelled line between a finished sentence or list and text that it heads. */
function isBare(blocks: readonly Block[], i: number, p: Paragraph): boolean {
  if (p.label !== undefined || !readsAsHeading(p, 60) || /:\s*\S/.test(p.text)) return false;
  const before = previousFilled(blocks, i);
  const after = nextFilled(blocks, i);
  const ended = before?.type === 'table' || (before?.type === 'paragraph' && (before.label !== undefined || /[.!?]$/.test(before.text)));
  const headed = after?.type === 'table' || (after?.type === 'paragraph' && (after.label !== undefined || /[.:]$/.test(after.text)));
  return ended && headed && !(before?.type === 'paragraph' && before.label !== undefined && after?.type === 'paragraph' && after.label !== undefined && before.bullet === after.bullet);
}
