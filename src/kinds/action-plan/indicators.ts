/** Performance indicators beside a plan: a table with a column of them, and none of actions. */
import { fragment } from '../../paper/locator.js';
import type { Cell, Table } from '../../paper/model.js';
import { unmarked } from '../../paper/walk.js';
import { readPeriod } from '../../values/index.js';
import type { Period } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { paragraphsOf } from './rows.js';

export interface Indicator { text: string; timescale?: Period; progress?: string; at: string }

/** The indicators of a table; none for another table. Takes what it reads. */
export function readIndicators(context: ParseContext, table: Table): Indicator[] {
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
const linesText = (cell: Cell): string => paragraphsOf(cell).map(unmarked).join(' ');
