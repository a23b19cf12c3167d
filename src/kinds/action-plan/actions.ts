/** One action of a plan: its text and list from a cell's paragraphs, and the values that are set on it. */
import { places } from '../../paper/ledger.js';
import type { Cell, Paragraph } from '../../paper/model.js';
import type { Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import type { Node } from '../shared/nesting.js';
import { paragraphsOf } from './rows.js';
import type { Action } from './schema.js';
import { setBound, setCost, setOwners, setSpan, setTimescale, setWhoAndWhen } from './values.js';
import { brokenLines } from './whole.js';

/** Numbers from a column of their own: as many as actions, or all that of the first; one that numbered the recommendation was taken with it. */
export function setNumber(context: ParseContext, cell: Cell, actions: readonly Action[]): void {
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

/** The action of an entry of a cell, with its list. Takes its paragraphs. */
export function actionOf(context: ParseContext, node: Node): Action {
  const { paragraph } = node;
  const { at, until } = context.take(paragraph);
  const items = node.children.map((c) => childItem(context, c));
  return {
    ...(paragraph.number === undefined ? {} : { number: paragraph.number }), text: paragraph.text, ...(items.length > 0 ? { items } : {}), owners: [], at, ...(until === undefined ? {} : { until }),
  };
}

/** An entry of an action's list. Takes its paragraphs. */
export function childItem(context: ParseContext, node: Node): Item {
  return itemsOf(context, flatten(node))[0] ?? { text: node.paragraph.text, at: context.take(node.paragraph).at };
}
/** A node's paragraph and all under it, in order. */
export const flatten = (node: Node): Paragraph[] => [node.paragraph, ...node.children.flatMap(flatten)];

/** Goes on with an action from the page before: its sentence, or its list. */
export function goOn(context: ParseContext, action: Action, node: Node): void {
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

/** Sets what a column or label says on an action; more of the same goes on with what was there. */
export function setValue(context: ParseContext, action: Action, column: { role: string; heading: string; bound?: 'start' | 'end'; timed?: true }, list: readonly Paragraph[], text: string, at: string): void {
  const more = (before: string | undefined): string => (before === undefined ? text : `${before} ${text}`);
  switch (column.role) {
    case 'owner':
      if (column.timed) { setWhoAndWhen(context, action, list.flatMap(brokenLines), at); break; }
      setOwners(context, action, [...(action.ownersText === undefined ? [] : [action.ownersText]), ...list.flatMap(brokenLines)], at); break;
    case 'cost': setCost(context, action, more(action.cost?.text), column.heading, at); break;
    case 'timescale':
      if (column.bound === 'end' && action.timescale) setSpan(context, action, text, at);
      else if (column.bound) setBound(context, action, column.bound, more(action.timescale?.text), at);
      else setTimescale(context, action, more(action.timescale?.text), at);
      break;
    case 'status': action.status = more(action.status); break;
    default: action.other = { ...action.other, [column.heading || `column ${column.role}`]: more(action.other?.[column.heading]) };
  }
}
