/** The columns of a plan's table: which is the action, which the owner. Pure. */
import type { Cell, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import type { Column, ColumnField } from './schema.js';

/** A column's role; `response` and `indicator` are no column fields of the contract, and are listed as `other`. */
export type Role = ColumnField | 'response' | 'indicator';

export interface PlanColumn {
  readonly index: number;
  readonly role: Role;
  readonly heading: string;
  readonly group?: string;
}

export interface Layout {
  readonly columns: readonly PlanColumn[];
  /** Rows that are headings. */
  readonly headerRows: number;
}

/** Heading rows are looked for among this many rows: a title band, a group row and the headings. */
const LOOKED_AT = 4;

const oneLine = (cell: Cell | undefined): string => (cell ? cellText(cell).replace(/\s+/g, ' ').trim() : '');

/** The heading rows of a plan and what its columns mean, or `undefined` for a table that is no plan. */
export function readColumns(table: Table, vocabulary: Vocabulary): Layout | undefined {
  let best: { row: number; roles: number } | undefined;
  for (let row = 0; row < Math.min(LOOKED_AT, table.rows); row++) {
    const roles = new Set(table.cells.filter((c) => c.row === row).map((c) => fieldFor(oneLine(c), vocabulary.columns)).filter(Boolean));
    if (roles.size >= 2 && (!best || roles.size > best.roles)) best = { row, roles: roles.size };
  }
  if (!best) return undefined;
  const headerRows = Math.max(best.row + 1, Math.min(table.headerRows, best.row + 2));
  const columns: PlanColumn[] = [];
  const taken = new Set<Role>();
  for (let index = 0; index < table.columns; index++) {
    const above: Cell[] = [];
    for (let row = 0; row < headerRows; row++) {
      const cell = table.cells.find((c) => c.row <= row && row < c.row + c.rowSpan && c.column <= index && index < c.column + c.columnSpan);
      if (cell && !above.includes(cell) && oneLine(cell) !== '') above.push(cell);
    }
    // A cell that spans the whole table is a title band, and no heading of a column.
    const heads = above.filter((c) => c.columnSpan < table.columns);
    const own = heads.at(-1);
    const heading = oneLine(own);
    const group = heads.length > 1 ? oneLine(heads[0]) : undefined;
    const found = (fieldFor(heading, vocabulary.columns) ?? fieldFor(`${group ?? ''} ${heading}`.trim(), vocabulary.columns) ?? 'other') as Role;
    // The first column of a role is the role; a second one ("Timescale", "Target date") is kept under its heading.
    const role: Role = found !== 'other' && taken.has(found) && found !== 'status' ? 'other' : found;
    taken.add(role);
    columns.push({ index, role, heading, ...(group === undefined || group === heading ? {} : { group }) });
  }
  if (!isPlan(columns)) return undefined;
  return { columns, headerRows };
}

/** A plan says what is to be done, and by whom, by when, at what cost or how far it has come. */
function isPlan(columns: readonly PlanColumn[]): boolean {
  const has = (role: Role): boolean => columns.some((c) => c.role === role);
  const beside = has('owner') || has('timescale') || has('cost') || has('status') || has('response');
  if (has('action')) return beside || has('recommendation');
  return has('recommendation') && (has('owner') || has('timescale') || has('response'));
}

/** The columns as the record lists them. */
export function describeColumns(columns: readonly PlanColumn[]): Column[] {
  return columns.filter((c) => c.heading !== '').map(({ heading, group, role }) => ({
    heading, ...(group === undefined ? {} : { group }), field: role === 'response' || role === 'indicator' ? 'other' : role,
  }));
}
