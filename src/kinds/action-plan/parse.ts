/** An action plan: the tables (or labelled prose) of its recommendations, and the prose around them. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { unmarked } from '../../paper/walk.js';
import type { Parsed } from '../kind.js';
import type { Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { wordingsUnder } from '../shared/labels.js';
import { tableRecords } from '../shared/tables.js';
import { fieldFor, isOneOf } from '../shared/vocabulary.js';
import { describeColumns, readColumns, type Layout } from './columns.js';
import { formRecommendations } from './forms.js';
import { recommendationOf } from './grid.js';
import { readPlanHead } from './head.js';
import { readIndicators, type Indicator } from './indicators.js';
import { namedHeading, priorityRecommendations } from './priorities.js';
import { HEADING, proseRecommendations, type ProseRecommendation } from './prose.js';
import { columnFor, groupRows, paragraphsOf } from './rows.js';
import type { Column, Recommendation } from './schema.js';
import { proseRecommendation } from './written.js';

/** A title over a table has at most this many characters: two printed lines. */
const LONGEST_TITLE = 140;

export function parse(context: ParseContext): Parsed {
  const { plans, forms } = tablesOf(context);
  const { masthead, rest } = readPlanHead(context);
  const stated = proseRecommendations(rest, context.vocabulary);
  const prose = stated.length > 0 || plans.size > 0 || forms.size > 0 ? stated : priorityRecommendations(rest, context.vocabulary);
  const columns: Column[] = [];
  const recommendations: Recommendation[] = [];
  const indicators: Indicator[] = [];
  const before: Block[] = [];
  const after: Block[] = [];
  const written = new Set(prose.flatMap((r) => r.taken.map((p) => p.id)));
  let title: Paragraph | undefined;
  // A recommendation stated in prose, which nothing is done for yet.
  let stem: Recommendation | undefined;
  for (const block of rest) {
    const layout = plans.get(block.id);
    if (block.type === 'table' && layout) {
      for (const column of describeColumns(layout.columns)) {
        if (!columns.some((c) => c.heading === column.heading && c.group === column.group)) columns.push(column);
      }
      takeHeadings(context, block, layout);
      checkColours(context, block, layout);
      // The title right above a plan names its group, where there are several plans or no recommendations to group by.
      const grouped = columnFor(layout, 'recommendation') === undefined || plans.size > 1;
      const own = recommendations.length === 0 ? before : after;
      const stated = title !== undefined && HEADING.test(title.text);
      if (stated) title = undefined;
      const titled = title ? own.lastIndexOf(title) : -1;
      let leads: Paragraph[] = [];
      if (grouped && title && titled >= 0 && titled >= own.length - LINES_UNDER_TITLE - 1) {
        context.heading(title, 'recommendations');
        leads = own.slice(titled + 1).filter((b): b is Paragraph => b.type === 'paragraph' && namesOwner(context, b));
        own.splice(titled, own.length - titled, ...own.slice(titled + 1).filter((b) => !(leads as Block[]).includes(b)));
      }
      const over = columnFor(layout, 'recommendation') === undefined ? statedAbove(context, own) : undefined;
      const made = groupRows(block, layout, context.vocabulary.words).map((group) => recommendationOf(context, group, grouped ? title : undefined, { actions: columnFor(layout, 'action') !== undefined }));
      const [only] = made;
      if (over && only && only.text === '' && only.number === undefined) Object.assign(only, over);
      // "Theme lead: …" under the title: somebody for all of the rows, beside none of them.
      if (made[0] && leads.length > 0) made[0].unplaced = [...leads.map((p) => ({ field: 'owner', text: p.text, at: context.take(p).at })), ...(made[0].unplaced ?? [])];
      // The table under "Recommendation 2: That …" and "Response: Agreed" says what is done for it.
      if (stem && only && made.length === 1 && columnFor(layout, 'recommendation') === undefined) join(stem, only);
      else recommendations.push(...made);
      title = undefined;
      stem = undefined;
      continue;
    }
    const form = forms.get(block.id);
    if (form) {
      recommendations.push(...form.map((r) => proseRecommendation(context, r)));
      for (const { label, role } of form.flatMap((r) => r.fields)) {
        const [column] = describeColumns([{ index: 0, heading: label, role }]);
        if (column && !columns.some((c) => c.heading === column.heading)) columns.push(column);
      }
      title = undefined;
      continue;
    }
    if (block.type === 'table') {
      const found = readIndicators(context, block);
      indicators.push(...found);
      if (found.length > 0) {
        // The heading over the indicators became their field.
        const over = (recommendations.length === 0 ? before : after).at(-1);
        if (over?.type === 'paragraph' && over === title) {
          context.heading(over, 'indicators');
          (recommendations.length === 0 ? before : after).pop();
          title = undefined;
        }
        continue;
      }
    }
    const list = recommendations.length === 0 ? before : after;
    if (written.has(block.id)) {
      const found = prose.find((r) => r.heading === block);
      if (found) {
        const made = proseRecommendation(context, found);
        recommendations.push(made);
        stem = made.actions.length === 0 ? made : undefined;
      }
      continue;
    }
    if (block.type === 'paragraph' && block.heading) stem = undefined;
    if (block.type === 'paragraph' && (isTitle(block) || namedHeading(block, context.vocabulary) !== undefined) && !namesOwner(context, block)) title = isOneOf(block.text, context.vocabulary.words['noGroup']) ? undefined : block;
    list.push(block);
  }
  const introduction = proseItems(context, before);
  const notes = after.length > 0 ? proseItems(context, after) : [];
  checkNumbers(context, recommendations);
  return {
    masthead,
    fields: { columns, recommendations, introduction, indicators, ...(notes.length > 0 ? { notes } : {}) },
  };
}

/** The tables of plans, and those that are forms. A table without headings that goes on right after a plan of as many columns is part of it. */
function tablesOf(context: ParseContext): { plans: Map<number, Layout>; forms: Map<number, ProseRecommendation[]> } {
  const plans = new Map<number, Layout>();
  const forms = new Map<number, ProseRecommendation[]>();
  let last: { layout: Layout; columns: number } | undefined;
  for (const block of context.blocks) {
    if (block.type !== 'table') {
      if (block.text !== '') last = undefined;
      continue;
    }
    const layout = readColumns(block, context.vocabulary);
    if (layout) {
      plans.set(block.id, layout);
      last = { layout, columns: block.columns };
      continue;
    }
    const form = formRecommendations(block, context.vocabulary);
    if (form) forms.set(block.id, form);
    else if (last?.columns === block.columns && !block.cells.some((c) => c.row === 0 && c.header)) plans.set(block.id, { ...last.layout, headerRows: 0 });
    else last = undefined;
  }
  return { plans, forms };
}

/** "Recommendation 2: That …" in the paragraphs right above a table that has no column for it: its number and text. Takes them off the list. */
function statedAbove(context: ParseContext, above: Block[]): Pick<Recommendation, 'number' | 'text' | 'at'> | undefined {
  for (const back of [1, 2]) {
    const block = above.at(-back);
    if (block?.type !== 'paragraph') return undefined;
    const head = block.number === undefined ? HEADING.exec(block.text) : null;
    if (!head?.[1]) continue;
    const own = block.text.slice(head[0].length).trim();
    const more = above.slice(above.length - back + 1).filter((b): b is Paragraph => b.type === 'paragraph');
    if (own === '' && more.length === 0) return undefined;
    above.splice(above.length - back);
    const { at } = context.take(block);
    for (const p of more) context.take(p);
    return { number: head[1], text: [own, ...more.map(unmarked)].filter(Boolean).join('\n\n'), at };
  }
  return undefined;
}

/** Puts what a table says is done into the recommendation stated above it. */
function join(stem: Recommendation, rows: Recommendation): void {
  stem.actions.push(...rows.actions);
  if (rows.unplaced) stem.unplaced = [...(stem.unplaced ?? []), ...rows.unplaced];
  if (stem.group === undefined && rows.group !== undefined) stem.group = rows.group;
}

/** Lines that may stand between a plan's title and its table: who leads on it, what it is measured by. */
const LINES_UNDER_TITLE = 2;

/** "Senior responsible officer: Tessa Lane": who leads on the plan under the title, and no title. */
function namesOwner(context: ParseContext, p: Paragraph): boolean {
  const colon = p.text.indexOf(':');
  return colon > 0 && colon < p.text.length - 1 && [context.vocabulary.columns, wordingsUnder(context.vocabulary.words, 'column.')].some((wordings) => fieldFor(p.text.slice(0, colon), wordings) === 'owner');
}

/** A line that may stand over a table: a heading, or short and bold, and no sentence. */
const isTitle = (p: Paragraph): boolean => p.heading !== undefined || (p.bold === true && p.text.length <= LONGEST_TITLE && !/[.;]$/.test(p.text));

/** Prose as Items; a table with no paragraph before it stands on an Item of its own title. */
function proseItems(context: ParseContext, blocks: readonly Block[]): Item[] {
  const loose: Item[] = [];
  const items = itemsOf(context, blocks, (t) => loose.push({ text: t.title ?? '', tables: tableRecords(context, t), at: fragment(t.at) }));
  return [...loose, ...items];
}

/** The heading rows became `columns`. */
function takeHeadings(context: ParseContext, table: Table, layout: Layout): void {
  for (const cell of table.cells) {
    if (cell.row >= layout.headerRows) continue;
    for (const p of paragraphsOf(cell)) context.take(p);
  }
}

/** A column of marks that are colours and no words ("RAG") says nothing that can be read: that is told, and nothing guessed. */
function checkColours(context: ParseContext, table: Table, layout: Layout): void {
  const status = columnFor(layout, 'status')?.index;
  const coloured = table.cells.filter((c) => c.column === status && c.row >= layout.headerRows && c.colour !== undefined && isVivid(c.colour) && paragraphsOf(c).length === 0
    && table.cells.some((other) => other.row === c.row && other.column !== c.column && other.colour !== c.colour));
  const [first] = coloured;
  if (first) context.diagnose('status-by-colour', 'warning', coloured.length === 1 ? 'One status is shown by colour alone.' : `${coloured.length} statuses are shown by colour alone.`, fragment(first.at));
}

/** Greys and pale tints shade headings and bands; of red, green and blue (0 to 255), a traffic light has one this much stronger than another. */
const LEAST_CHROMA = 90;

function isVivid(colour: string): boolean {
  const hex = /^[0-9a-f]{3}$/.test(colour) ? [...colour].map((c) => c + c).join('') : colour;
  if (!/^[0-9a-f]{6}$/.test(hex)) return /^(?:red|green|amber|yellow|orange|blue|lime|gold|limegreen|darkgreen|darkred|crimson)$/.test(colour);
  const parts = [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  return Math.max(...parts) - Math.min(...parts) >= LEAST_CHROMA;
}

/** Numbers skipped or repeated, and recommendations without an action. */
function checkNumbers(context: ParseContext, recommendations: readonly Recommendation[]): void {
  const seen = new Set<string>();
  let last = 0;
  for (const r of recommendations) {
    if (r.continued) context.diagnose('recommendation-continued', 'warning', 'These rows continue a recommendation whose beginning is not in the paper.', r.at);
    if (r.number === undefined) continue;
    const key = `${r.group ?? ''}\u0000${r.number}`;
    if (seen.has(key)) context.diagnose('number-repeated', 'warning', `Recommendation ${r.number} is there twice.`, r.at);
    seen.add(key);
    if (!/^\d+$/.test(r.number)) continue;
    const n = Number(r.number);
    if (n > last + 1 && last > 0) context.diagnose('number-skipped', 'warning', n === last + 2 ? `Recommendation ${last + 1} is missing.` : `Recommendations ${last + 1} to ${n - 1} are missing.`, r.at);
    last = n;
  }
}
