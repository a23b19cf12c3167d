/** Owners, costs and timescales as the cells of a plan have them, with diagnostics for what is not certain. */
import { readCost, readCostUnit, readPeriod, splitParties } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import type { Action } from './schema.js';
import { isTime, whoAndWhen } from './who-and-when.js';

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

/** Sets owners and time from lines that say both: each on lines of its own, or side by side in one. */
export function setWhoAndWhen(context: ParseContext, action: Action, lines: readonly string[], at: string): void {
  const times = lines.filter(isTime);
  const [only, ...more] = lines;
  const pair = only !== undefined && more.length === 0 ? whoAndWhen(only) : undefined;
  if (pair) {
    setOwners(context, action, [pair.who.text], at);
    setTimescale(context, action, pair.when.text, at);
  } else if (times.length <= 1 && (lines.length === times.length || lines.every((line) => isTime(line) || whoAndWhen(line) === undefined) && (times.length > 0 || !/\b(?:19|20)\d\d\b/u.test(lines.join(' '))))) {
    const names = lines.filter((line) => !isTime(line));
    if (names.length > 0) setOwners(context, action, names, at);
    if (times[0] !== undefined) setTimescale(context, action, times[0], at);
  } else {
    action.ownersText = lines.join(' ').replace(/\s+/g, ' ').trim();
    context.diagnose('owner-and-time-together', 'warning', `"${action.ownersText}" says who and when, and cannot be parted with certainty.`, at);
  }
}

export function setTimescale(context: ParseContext, action: Action, text: string, at: string): void {
  const { value, problem } = readPeriod(text, { timescale: true, ...(context.date ? { paperDate: context.date } : {}) });
  action.timescale = value;
  if (problem) context.diagnose('timescale-not-read', 'warning', problem, at);
}

/** The end of a timescale whose start stands in a column of its own. */
export function setSpan(context: ParseContext, action: Action, text: string, at: string): void {
  const from = action.timescale;
  if (!from) return;
  const { value: to, problem } = readPeriod(text, { timescale: true, ...(context.date ? { paperDate: context.date } : {}) });
  if (problem) context.diagnose('timescale-not-read', 'warning', problem, at);
  const { start } = from;
  const { end } = to;
  const whole = `${from.text} – ${text}`;
  // An end before its start was misprinted: the words say it, no dates.
  if (start !== undefined && end !== undefined && end < start) {
    context.diagnose('timescale-not-read', 'warning', `"${whole}" ends before it starts`, at);
    action.timescale = { text: whole };
    return;
  }
  action.timescale = {
    text: whole, ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }),
    ...(start !== undefined && end !== undefined ? { precision: 'range' as const } : {}), ...(to.ongoing ?? from.ongoing ? { ongoing: true } : {}), ...(to.status ?? from.status ? { status: to.status ?? from.status } : {}),
  };
}

/** One end of a timescale, from a column for it: "March 2026" under "End date" says nothing of the start. */
export function setBound(context: ParseContext, action: Action, bound: 'start' | 'end', text: string, at: string): void {
  setTimescale(context, action, text, at);
  if (!action.timescale) return;
  const { start, end, precision: _precision, ...rest } = action.timescale;
  const day = bound === 'start' ? start : end;
  action.timescale = { ...rest, ...(day === undefined ? {} : { [bound]: day }) };
}
