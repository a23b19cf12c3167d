/** Owners, costs and timescales as the cells of a plan have them, with diagnostics for what is not certain. */
import { readCost, readCostUnit, readPeriod, splitParties } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import type { Action } from './schema.js';

/** Sets the owners of an action from the lines printed beside it. */
export function setOwners(context: ParseContext, action: Action, lines: readonly string[], at: string): void {
  const split = splitParties(lines);
  action.ownersText = lines.join(' ').replace(/\s+/g, ' ').trim();
  action.owners = split.certain ? split.owners : [];
  if (!split.certain) context.diagnose('owners-not-certain', 'warning', split.problem ?? `It is not certain who "${action.ownersText}" are.`, at);
}

/** Sets the cost of an action; a bare number has the unit of its column's heading ("Cost (£000)"). */
export function setCost(context: ParseContext, action: Action, text: string, heading: string, at: string): void {
  const { value, problem } = readCost(text, readCostUnit(heading));
  action.cost = value;
  if (problem && value.amountFrom !== undefined) context.diagnose('cost-range', 'info', `The cost is a range: "${text}".`, at);
  else if (problem) context.diagnose('cost-not-read', 'warning', problem, at);
}

export function setTimescale(context: ParseContext, action: Action, text: string, at: string): void {
  const { value, problem } = readPeriod(text, { timescale: true, ...(context.date ? { paperDate: context.date } : {}) });
  action.timescale = value;
  if (problem) context.diagnose('timescale-not-read', 'warning', problem, at);
}
