/** An action plan: the tables (or labelled prose) of its recommendations, and the prose around them. */
import { fragment } from '../../paper/locator.js';
import { places } from '../../paper/ledger.js';
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { printed } from '../../paper/walk.js';
import { readPeriod } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { nest, type Node } from '../shared/nesting.js';
import { tableRecords } from '../shared/tables.js';
import { describeColumns, readColumns, type Layout } from './columns.js';
import { readPlanHead } from './head.js';
import { pair } from './pairing.js';
import { formRecommendations } from './forms.js';
import { HEADING, proseRecommendations, type ProseRecommendation } from './prose.js';
import { columnFor, continues, groupRows, leadNumber, paragraphsOf, type PlanGroup, type PlanRow } from './rows.js';
import type { Action, Column, Recommendation } from './schema.js';
import { setCost, setOwners, setTimescale } from './values.js';

/** A title over a table has at most this many characters: two printed lines. */
const LONGEST_TITLE = 140;

interface Indicator { text: string; timescale?: Recommendation['actions'][number]['timescale']; progress?: string; at: string }

export function parse(context: ParseContext): Parsed {
  const { plans, forms } = tablesOf(context);
  const { masthead, rest } = readPlanHead(context);
  const prose = proseRecommendations(rest, context.vocabulary);
  const columns: Column[] = [];
  const recommendations: Recommendation[] = [];
  const indicators: Indicator[] = [];
  const before: Block[] = [];
  const after: Block[] = [];
  const written = new Set(prose.flatMap((r) => r.taken.map((p) => p.id)));
  let title: Paragraph | undefined;
  for (const block of rest) {
    const layout = plans.get(block.id);
    if (block.type === 'table' && layout) {
      for (const column of describeColumns(layout.columns)) {
        if (!columns.some((c) => c.heading === column.heading && c.group === column.group)) columns.push(column);
      }
      takeHeadings(context, block, layout);
      // The title right above a plan names its group, where there are several plans or no recommendations to group by.
      const grouped = columnFor(layout, 'recommendation') === undefined || plans.size > 1;
      const own = recommendations.length === 0 ? before : after;
      const stated = title !== undefined && HEADING.test(title.text);
      if (stated) title = undefined;
      if (grouped && title && own.at(-1) === title) {
        context.heading(title, 'recommendations');
        own.pop();
      }
      const over = columnFor(layout, 'recommendation') === undefined ? statedAbove(context, own) : undefined;
      const made = groupRows(block, layout).map((group) => recommendationOf(context, group, grouped ? title : undefined));
      const [only] = made;
      if (over && only && only.text === '' && only.number === undefined) Object.assign(only, over);
      recommendations.push(...made);
      title = undefined;
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
      if (found) recommendations.push(proseRecommendation(context, found));
      continue;
    }
    title = block.type === 'paragraph' && isTitle(block) ? block : title;
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
    return { number: head[1], text: [own, ...more.map(printed)].filter(Boolean).join('\n\n'), at };
  }
  return undefined;
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

/** One recommendation with its actions, from the rows that stand under it. */
function recommendationOf(context: ParseContext, group: PlanGroup, title: Paragraph | undefined): Recommendation {
  const first = group.rows[0]?.cells.find((c) => paragraphsOf(c.cell).length > 0)?.cell ?? group.rows[0]?.cells[0]?.cell;
  const end = group.rows.at(-1)?.cells.at(-1)?.cell;
  const lead = group.lead ? paragraphsOf(group.lead) : [];
  for (const p of [...lead, ...(group.number ? paragraphsOf(group.number) : []), ...(group.band ?? [])]) context.take(p);
  const number = leadNumber(group);
  const named = group.band?.map(printed).join(' ') ?? title?.text;
  // "Recommendation 2: That …" over rows without a column for it is the recommendation.
  const stated = lead.length === 0 && number === undefined && named !== undefined ? HEADING.exec(named) : null;
  const band = stated ? undefined : named;
  const text = stated && named ? named.slice(stated[0].length) : lead.map((p, i) => (i === 0 ? p.text : printed(p))).join('\n\n');
  const label = stated?.[1] ?? number;
  const out: Recommendation = {
    ...(label === undefined ? {} : { number: label }), ...(band === undefined ? {} : { group: band }), text,
    actions: [], ...(group.continued ? { continued: true as const } : {}),
    ...(first ? places(first.at, end && end.at.in === 'page' && first.at.in === 'page' && end.at.page !== first.at.page ? end.at : undefined) : { at: '#' }),
  };
  const rows = addActions(context, out, group);
  for (const { row, continued } of rows) {
    for (const { column, cell } of row.cells) {
      if (column.role === 'action' || column.role === 'recommendation') continue;
      // A cell merged over several rows stands beside the actions of all of them.
      const beside = rows.filter((r) => r.row.row >= cell.row && r.row.row < cell.row + cell.rowSpan);
      if (column.role === 'number') setNumber(context, cell, beside.flatMap((r) => r.actions));
      else addValues(context, out, column, cell, beside, continued);
    }
  }
  return out;
}

/** A row, the entries of its action cell, and the action that each of them became or went on with. */
interface ActionRow { readonly row: PlanRow; readonly continued: boolean; readonly nodes: readonly Node[]; readonly actions: readonly Action[] }

/** Adds the actions of a group's rows to its recommendation, those that go on over a page joined. */
function addActions(context: ParseContext, recommendation: Recommendation, group: PlanGroup): ActionRow[] {
  let last: Paragraph | undefined;
  return group.rows.map((row, i) => {
    const cell = row.cells.find((c) => c.column.role === 'action')?.cell;
    const own = cell ? paragraphsOf(cell) : [];
    const nodes = nest(own);
    // A row that goes on over a page: its first entry, and the list entries that follow on that, belong to the last action above.
    let going = i > 0;
    const actions = nodes.map((node, k) => {
      const open = recommendation.actions.at(-1);
      const above = k === 0 ? last : nodes[k - 1]?.paragraph;
      going &&= open !== undefined && above !== undefined && (k === 0 || node.paragraph.label !== undefined) && continues(above, node.paragraph);
      if (going && open) { goOn(context, open, node); return open; }
      const action = actionOf(context, node);
      recommendation.actions.push(action);
      return action;
    });
    last = own.at(-1) ?? last;
    return { row, continued: i > 0 || group.continued === true, nodes, actions };
  });
}

/** Numbers from a column of their own: as many as actions, or all that of the first; one that numbered the recommendation was taken with it. */
function setNumber(context: ParseContext, cell: Cell, actions: readonly Action[]): void {
  const paragraphs = paragraphsOf(cell).filter((p) => context.ledger.isFree(p));
  const labels = paragraphs.map((p) => p.number ?? p.text.replace(/[.):]+$/, '').trim());
  const own = labels.length === actions.length ? labels : [labels.join(' ').trim()];
  if (paragraphs.length === 0 || actions.length === 0) return;
  for (const p of paragraphs) context.take(p);
  own.forEach((label, i) => {
    const action = actions[i];
    if (action && label !== '') action.number = label;
  });
}

function actionOf(context: ParseContext, node: Node): Action {
  const { paragraph } = node;
  const { at, until } = context.take(paragraph);
  const items = node.children.map((c) => childItem(context, c));
  return {
    ...(paragraph.number === undefined ? {} : { number: paragraph.number }), text: paragraph.text, ...(items.length > 0 ? { items } : {}), owners: [], at, ...(until === undefined ? {} : { until }),
  };
}

function childItem(context: ParseContext, node: Node): Item {
  return itemsOf(context, flatten(node))[0] ?? { text: node.paragraph.text, at: context.take(node.paragraph).at };
}
const flatten = (node: Node): Paragraph[] => [node.paragraph, ...node.children.flatMap(flatten)];

/** Goes on with an action from the page before: its sentence, or its list. */
function goOn(context: ParseContext, action: Action, node: Node): void {
  const { paragraph } = node;
  if (paragraph.number !== undefined || paragraph.bullet) {
    action.items = [...(action.items ?? []), ...itemsOf(context, flatten(node))];
  } else {
    context.take(paragraph);
    action.text = `${action.text} ${paragraph.text}`;
    const more = node.children.map((c) => childItem(context, c));
    if (more.length > 0) action.items = [...(action.items ?? []), ...more];
  }
  const end = places(paragraph.at, paragraph.until);
  if (end.at !== action.at) action.until = end.until ?? end.at;
}

/** Gives the values of one cell to the actions that they stand beside. */
function addValues(context: ParseContext, recommendation: Recommendation, column: { role: string; heading: string }, cell: Cell, rows: readonly ActionRow[], continued: boolean): void {
  const values = paragraphsOf(cell);
  if (values.length === 0) return;
  if (column.role === 'response') {
    recommendation.response = [recommendation.response, ...values.map((p) => { context.take(p); return printed(p); })].filter(Boolean).join('\n\n');
    return;
  }
  const text = values.map(printed).join(' ').trim();
  if (rows.length > 1 && rows.some((r) => r.actions.length > 0)) {
    const at = values.map((p) => context.take(p).at)[0] ?? fragment(cell.at);
    for (const action of new Set(rows.flatMap((r) => r.actions))) setValue(context, action, column, values, text, at);
    return;
  }
  const [row] = rows;
  const actions = row?.actions ?? [];
  const beside = pair((row?.nodes ?? []).map(placeOf), values, continued);
  const shares = new Map<number, Paragraph[]>();
  values.forEach((p, i) => {
    const index = beside[i] ?? -1;
    shares.set(index, [...(shares.get(index) ?? []), p]);
  });
  for (const [index, list] of shares) {
    const action = actions[index];
    const at = list[0] ? context.take(list[0]).at : fragment(cell.at);
    for (const p of list) context.take(p);
    const share = list.map(printed).join(' ').trim();
    if (!action) {
      recommendation.unplaced = [...(recommendation.unplaced ?? []), { field: column.role === 'other' ? column.heading || 'other' : column.role, text: share, at }];
      context.diagnose('value-beside-no-action', 'warning', `"${share}" stands in the column "${column.heading}" beside no action that can be told.`, at);
      continue;
    }
    setValue(context, action, column, list, share, at);
  }
}

/** Where an action stands in its row: from its first line to the last line of what is nested in it. */
function placeOf(node: Node): { top?: number; bottom?: number } {
  const all = flatten(node);
  const bottom = all.at(-1)?.bottom;
  return { ...(node.paragraph.top === undefined ? {} : { top: node.paragraph.top }), ...(bottom === undefined ? {} : { bottom }) };
}

function setValue(context: ParseContext, action: Action, column: { role: string; heading: string }, list: readonly Paragraph[], text: string, at: string): void {
  const more = (before: string | undefined): string => (before === undefined ? text : `${before} ${text}`);
  switch (column.role) {
    case 'owner': setOwners(context, action, [...(action.ownersText === undefined ? [] : [action.ownersText]), ...list.map(printed)], at); break;
    case 'cost': setCost(context, action, more(action.cost?.text), at); break;
    case 'timescale': setTimescale(context, action, more(action.timescale?.text), at); break;
    case 'status': action.status = more(action.status); break;
    default: action.other = { ...action.other, [column.heading || `column ${column.role}`]: more(action.other?.[column.heading]) };
  }
}

/** One recommendation of a plan written as prose. */
function proseRecommendation(context: ParseContext, r: ProseRecommendation): Recommendation {
  const { at } = context.take(r.heading);
  for (const p of r.taken) context.take(p);
  const out: Recommendation = { ...(r.number === undefined ? {} : { number: r.number }), text: r.text.map(printed).join('\n\n'), actions: [], at };
  let actions: Action[] = [];
  for (const { role, label, paragraphs, cell } of r.fields) {
    const [first] = paragraphs;
    if (!first) continue;
    const place = context.take(first).at;
    const heading = label.trim().replace(/\s*[:–—-]$/u, '');
    if (heading !== '' && !context.headings.some((h) => h.field === role && h.heading === heading)) context.headings.push({ field: role, heading, at: place });
    const text = paragraphs.map(printed).join('\n\n');
    if (role === 'response') { out.response = [out.response, text].filter(Boolean).join('\n\n'); continue; }
    if (role === 'action') {
      actions = proseActions(context, paragraphs, cell === true);
      out.actions.push(...actions);
      continue;
    }
    if (actions.length === 0) {
      // Owner and date without an action of their own belong to what the response says will be done.
      actions = [{ text: out.response ?? '', owners: [], at: place }];
      out.actions.push(...actions);
    }
    // As many values as actions in a form's cells go with them in order; one owner or date after a list of actions is that of all of them.
    if (cell && actions.length > 1 && paragraphs.length === actions.length) {
      paragraphs.forEach((p, i) => {
        const action = actions[i];
        if (action) setValue(context, action, { role, heading: label }, [p], printed(p), context.take(p).at);
      });
      continue;
    }
    for (const action of actions) setValue(context, action, { role, heading: label }, paragraphs, paragraphs.map(printed).join(' '), place);
  }
  return out;
}

/** The actions after a label: a list that follows on a paragraph hangs on it; paragraphs without labels are one action, but in a cell each is one. */
function proseActions(context: ParseContext, paragraphs: readonly Paragraph[], inCell: boolean): Action[] {
  if (inCell) return nest(paragraphs).map((node) => actionOf(context, node));
  const out: Action[] = [];
  for (const node of nest(paragraphs)) {
    const last = out.at(-1);
    const { paragraph } = node;
    if (!last || (paragraph.label !== undefined && out.length > 1) || (paragraph.label !== undefined && !isLead(paragraphs[0]))) { out.push(actionOf(context, node)); continue; }
    if (paragraph.label === undefined) {
      context.take(paragraph);
      last.text = `${last.text}\n\n${paragraph.text}`;
      const more = node.children.map((c) => childItem(context, c));
      if (more.length > 0) last.items = [...(last.items ?? []), ...more];
    } else last.items = [...(last.items ?? []), childItem(context, node)];
  }
  return out;
}

/** The words after a label, before any list: what follows in a list is part of them. */
const isLead = (p: Paragraph | undefined): boolean => p !== undefined && p.label === undefined;

/** Performance indicators: a table with a column of indicators and none of actions. */
function readIndicators(context: ParseContext, table: Table): Indicator[] {
  const heads = table.cells.filter((c) => c.row === 0);
  const role = (cell: Cell): string | undefined => Object.entries(context.vocabulary.columns)
    .find(([, words]) => words.some((w) => w.toLowerCase() === linesText(cell).toLowerCase()))?.[0];
  const column = heads.find((c) => role(c) === 'indicator');
  if (!column) return [];
  const when = heads.find((c) => role(c) === 'timescale');
  const progress = heads.find((c) => role(c) === 'status');
  const out: Indicator[] = [];
  for (let row = 1; row < table.rows; row++) {
    const at = (head: Cell | undefined): Cell | undefined => (head ? table.cells.find((c) => c.row === row && c.column === head.column) : undefined);
    const cell = at(column);
    if (!cell || linesText(cell) === '') continue;
    const indicator: Indicator = { text: linesText(cell), at: fragment(cell.at) };
    const due = at(when);
    if (due && linesText(due)) indicator.timescale = readPeriod(linesText(due), { timescale: true, ...(context.date ? { paperDate: context.date } : {}) }).value;
    const how = at(progress);
    if (how && linesText(how)) indicator.progress = linesText(how);
    for (const c of [cell, due, how]) if (c) for (const p of paragraphsOf(c)) context.take(p);
    out.push(indicator);
  }
  for (const c of [column, when, progress]) if (c) for (const p of paragraphsOf(c)) context.take(p);
  return out;
}
const linesText = (cell: Cell): string => paragraphsOf(cell).map(printed).join(' ');

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
