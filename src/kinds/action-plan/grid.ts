/** A plan's table: its groups of rows as recommendations, their actions, and the values that stand beside each. */
import { fragment } from '../../paper/locator.js';
import { places } from '../../paper/ledger.js';
import type { Cell, Paragraph } from '../../paper/model.js';
import { unmarked } from '../../paper/walk.js';
import type { ParseContext } from '../shared/context.js';
import { nest, type Node } from '../shared/nesting.js';
import { isOneOf } from '../shared/vocabulary.js';
import { actionOf, flatten, goOn, setNumber, setValue } from './actions.js';
import type { PlanColumn, Role } from './columns.js';
import { pair } from './pairing.js';
import { HEADING } from './prose.js';
import { continues, leadNumber, paragraphsOf, type PlanGroup, type PlanRow } from './rows.js';
import type { Action, Recommendation } from './schema.js';
import { brokenStretches, isWhole, runTogether } from './whole.js';

/** One recommendation with its actions, from the rows that stand under it. `actions`: the table has a column for them. */
export function recommendationOf(context: ParseContext, group: PlanGroup, title: Paragraph | undefined, { actions }: { readonly actions: boolean }): Recommendation {
  const first = group.rows[0]?.cells.find((c) => paragraphsOf(c.cell).length > 0)?.cell ?? group.rows[0]?.cells[0]?.cell;
  const end = group.rows.at(-1)?.cells.at(-1)?.cell;
  const lead = group.lead ? paragraphsOf(group.lead) : [];
  for (const p of [...lead, ...(group.number ? paragraphsOf(group.number) : []), ...(group.band ?? [])]) context.take(p);
  const number = leadNumber(group);
  const named = group.band?.map(unmarked).join(' ') ?? title?.text;
  // "Recommendation 2: That …" over rows without a column for it is the recommendation.
  const stated = lead.length === 0 && number === undefined && named !== undefined ? HEADING.exec(named) : null;
  const band = stated ? undefined : named;
  const text = stated && named ? named.slice(stated[0].length) : lead.map((p, i) => (i === 0 ? p.text : unmarked(p))).join('\n\n');
  const label = stated?.[1] ?? number;
  const out: Recommendation = {
    ...(label === undefined ? {} : { number: label }), ...(band === undefined ? {} : { group: band }), text,
    actions: [], ...(group.continued ? { continued: true as const } : {}),
    ...(first ? places(first.at, end && end.at.in === 'page' && first.at.in === 'page' && end.at.page !== first.at.page ? end.at : undefined) : { at: '#' }),
  };
  const rows = actions ? addActions(context, out, group) : addAnswers(context, out, group);
  for (const total of group.totals ?? []) {
    const cells = total.cells.filter(({ cell }) => paragraphsOf(cell).length > 0);
    const at = cells.flatMap(({ cell }) => paragraphsOf(cell)).map((p) => context.take(p).at)[0] ?? out.at;
    out.unplaced = [...(out.unplaced ?? []), { field: 'cost', text: cells.flatMap(({ cell }) => paragraphsOf(cell)).map(unmarked).join(' '), at }];
  }
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
    const own = cell ? lineByLine(row, paragraphsOf(cell), context) : [];
    const nodes = nest(own);
    // A row that goes on over a page: its first entry, and the list entries that follow on that, belong to the last action above.
    let going = i > 0;
    const actions = nodes.map((node, k) => {
      const open = recommendation.actions.at(-1);
      const above = k === 0 ? last : nodes[k - 1]?.paragraph;
      going &&= open !== undefined && above !== undefined && (k === 0 || node.paragraph.label !== undefined) && continues(above, node.paragraph)
        // The next number in a row of its own is the next action, unless a page broke the list.
        && (k > 0 || node.paragraph.number === undefined || row.startsPage === true || pageOf(above) !== pageOf(node.paragraph));
      if (going && open) { goOn(context, open, node); return open; }
      const action = actionOf(context, node);
      recommendation.actions.push(action);
      return action;
    });
    last = own.at(-1) ?? last;
    return { row, continued: i > 0 || group.continued === true, nodes, actions };
  });
}

/** Values that say that something is done: who does it, when, at what cost, how far it is. */
const TELLING: ReadonlySet<string> = new Set(['owner', 'timescale', 'cost', 'status']);

/**
 * In a table without a column of actions ("Recommendation | Response | Officer | Due") who and when are said of what the response says will be done, or of the
 * recommendation itself: an action a row, as in a plan written as prose. A bare answer ("Accepted") says no more than that.
 */
function addAnswers(context: ParseContext, recommendation: Recommendation, group: PlanGroup): ActionRow[] {
  return group.rows.map((row, i) => {
    const of = (role: string): Paragraph[] => row.cells.filter(({ column }) => column.role === role).flatMap(({ cell }) => paragraphsOf(cell));
    const response = of('response').map(unmarked).join('\n\n');
    const [first] = row.cells.filter(({ column, cell }) => TELLING.has(column.role) && paragraphsOf(cell).length > 0);
    // What a page parted goes on with the row above.
    const open = row.startsPage === true ? recommendation.actions.at(-1) : undefined;
    if (open) return { row, continued: true, nodes: [], actions: [open] };
    const actions: Action[] = first ? [{ text: isOneOf(response, context.vocabulary.words['answers']) ? '' : response, owners: [], at: fragment((of('response')[0] ?? first.cell).at) }] : [];
    recommendation.actions.push(...actions);
    return { row, continued: i > 0, nodes: [], actions };
  });
}

/** Values that stand one beside each action. */
const BESIDE: ReadonlySet<string> = new Set(['owner', 'timescale', 'cost', 'status']);

/** Actions set one a line in one paragraph, where as many owners or times stand beside them, each a line too; else the paragraphs as they are. */
function lineByLine(row: PlanRow, own: Paragraph[], context: ParseContext): Paragraph[] {
  const [only, ...more] = own;
  const lines = only && more.length === 0 ? brokenStretches(only) : [];
  if (lines.length < 2 || !lines.every((line) => /^\p{Lu}/u.test(line.text))) return own;
  const beside = row.cells.some(({ column, cell }) => {
    if (!BESIDE.has(column.role)) return false;
    const values = paragraphsOf(cell);
    const parts = values.length === 1 && values[0] ? brokenStretches(values[0]) : values;
    return parts.length === lines.length && parts.every((v) => isWhole(column.role as Role, unmarked(v), context.vocabulary));
  });
  return beside ? lines : own;
}

const pageOf = (p: Paragraph): number => (p.at.in === 'page' ? p.at.page : 0);

/** Gives the values of one cell to the actions that they stand beside. */
function addValues(context: ParseContext, recommendation: Recommendation, column: PlanColumn, cell: Cell, rows: readonly ActionRow[], continued: boolean): void {
  const values = paragraphsOf(cell);
  if (values.length === 0) return;
  if (column.role === 'response') {
    recommendation.response = [recommendation.response, ...values.map((p) => { context.take(p); return unmarked(p); })].filter(Boolean).join('\n\n');
    return;
  }
  const text = values.map(unmarked).join(' ').trim();
  if (rows.length > 1 && rows.some((r) => r.actions.length > 0)) {
    const at = values.map((p) => context.take(p).at)[0] ?? fragment(cell.at);
    for (const action of new Set(rows.flatMap((r) => r.actions))) setValue(context, action, column, values, text, at);
    return;
  }
  const [row] = rows;
  const actions = row?.actions ?? [];
  // An answer's own row says nothing beside it of anything else.
  const answered = row?.nodes.length === 0 && actions.length === 1;
  for (const [index, list] of answered ? [[0, values] as const] : sharesOf(context, column, row?.nodes ?? [], values, continued)) {
    const action = actions[index];
    const at = list[0] ? context.take(list[0]).at : fragment(cell.at);
    for (const p of list) context.take(p);
    const share = list.map(unmarked).join(' ').trim();
    if (!action) {
      recommendation.unplaced = [...(recommendation.unplaced ?? []), { field: column.role === 'other' ? column.heading || 'other' : column.role, text: share, at }];
      context.diagnose('value-beside-no-action', 'warning', `"${share}" stands in the column "${column.heading}" beside no action that can be told.`, at);
      continue;
    }
    setValue(context, action, column, list, share, at);
  }
}

/** The values of a cell by the index of the action that each stands beside; -1 where that cannot be told. */
function sharesOf(context: ParseContext, column: PlanColumn, nodes: readonly Node[], values: readonly Paragraph[], continued: boolean): Map<number, Paragraph[]> {
  const [only, ...more] = values;
  // Line beside line, where the actions are lines of one paragraph too.
  const inLines = nodes.length > 1 && nodes.every((n) => n.paragraph.id === nodes[0]?.paragraph.id);
  const lines = only && more.length === 0 && inLines ? brokenStretches(only) : [];
  const parted = only && more.length === 0 ? lines.length === nodes.length && lines.length > 1 ? lines : runTogether(only, column.role, nodes.length, context.vocabulary) : undefined;
  const whole = parted === undefined && values.length === nodes.length && values.length > 1 && values.every((p) => isWhole(column.role, unmarked(p), context.vocabulary));
  const beside = parted?.map((_, i) => i) ?? pair(nodes.map(placeOf), values, continued, whole);
  const shares = new Map<number, Paragraph[]>();
  for (const [i, p] of (parted ?? values).entries()) {
    const index = beside[i] ?? -1;
    shares.set(index, [...(shares.get(index) ?? []), p]);
  }
  return shares;
}

/** Where an action stands in its row: from its first line to the last line of what is nested in it. */
function placeOf(node: Node): { top?: number; bottom?: number } {
  const all = flatten(node);
  const bottom = all.at(-1)?.bottom;
  return { ...(node.paragraph.top === undefined ? {} : { top: node.paragraph.top }), ...(bottom === undefined ? {} : { bottom }) };
}
