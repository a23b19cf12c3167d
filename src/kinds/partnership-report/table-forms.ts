/** Groups' reports set as tables: a column a field, a row a field, or a row a group. */
import { fragment } from '../../paper/locator.js';
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { cellLine, cellText, rowsOf } from '../../paper/walk.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { fieldFor, isOneOf } from '../shared/vocabulary.js';
import { betweenBreaks, stretchOf } from '../shared/stretch.js';
import { dated, detailEnd } from './groups.js';
import { emptyGroup, LISTS, type ListName } from './lists.js';
import type { Group } from './schema.js';

/** Of a form's rows this share begins with the heading of a field. */
const LABELLED_SHARE = 0.6;
/** The heading of a field in a cell has at most this many characters. */
const LONGEST_LABEL = 90;

const oneLine = (cell: Cell): string => cellLine(cell).replace(/\s*[:?]$/u, '');
const headRows = (table: Table): number => Math.max(1, table.headerRows);

/** The field that a cell's words name. */
function fieldIn(context: ParseContext, cell: Cell): ListName | undefined {
  const text = oneLine(cell);
  if (text === '' || text.length > LONGEST_LABEL) return undefined;
  const found = fieldFor(text, context.vocabulary.columns) ?? fieldFor(text, context.vocabulary.headings) ?? dated(text, context.vocabulary.headings);
  return LISTS.find((name) => name === found);
}

function takeHeading(context: ParseContext, cell: Cell, group: Group, field: ListName): void {
  for (const b of cell.blocks) context.ledger.take(b);
  group.headings.push({ field, heading: cellText(cell).replace(/\n/g, ' '), at: fragment(cell.at) });
}

/** The columns that head fields, by their place. */
function columnsOf(context: ParseContext, table: Table): Map<number, ListName> {
  const fields = new Map<number, ListName>();
  for (const cell of table.cells) {
    // "Role | Action" over people's posts is a table of another kind.
    if (cell.row >= headRows(table) || isOneOf(oneLine(cell), context.vocabulary.words['peopleColumn'])) continue;
    const field = fieldIn(context, cell);
    if (field !== undefined) fields.set(cell.column, field);
  }
  return fields;
}

/** A table whose columns are the fields ("Aim", "Progress", "Risk"): its cells go to the lists. False where it is another table. */
export function fromColumns(context: ParseContext, table: Table, group: Group): boolean {
  const fields = columnsOf(context, table);
  if (fields.size < 2 || new Set(fields.values()).size !== fields.size || fields.size < table.columns) return false;
  for (const cell of table.cells) {
    const field = fields.get(cell.column);
    if (field === undefined) continue;
    if (cell.row < headRows(table)) takeHeading(context, cell, group, field);
    else group[field].push(...itemsOf(context, cell.blocks));
  }
  return true;
}

/** A row of a form: the cell of its heading, what stands beside it, and the field that it names. */
interface FormRow { readonly label: Cell; readonly value: Cell | undefined; readonly field: ListName | undefined }

/** The rows of a table of two columns with a heading in each; `undefined` for another table. */
function formRows(context: ParseContext, table: Table): FormRow[] | undefined {
  if (table.columns !== 2) return undefined;
  const rows: FormRow[] = [];
  for (const cells of rowsOf(table)) {
    const label = cells.find((c) => c.column === 0);
    if (!label || oneLine(label) === '') return undefined;
    rows.push({ label, value: cells.find((c) => c.column === 1), field: label.columnSpan > 1 ? undefined : fieldIn(context, label) });
  }
  return rows;
}

/** Puts what stands beside the headings into the group. */
function fillFrom(context: ParseContext, rows: readonly FormRow[], group: Group): void {
  for (const { label, value, field } of rows) {
    const blocks = value?.blocks ?? [];
    if (field !== undefined) {
      takeHeading(context, label, group, field);
      group[field].push(...itemsOf(context, blocks));
      continue;
    }
    for (const b of label.blocks) context.ledger.take(b);
    group.other.push({ heading: oneLine(label), items: itemsOf(context, blocks) });
  }
}

/** A table of two columns with a field a row ("Purpose | To help …", "Risks | …"): what stands beside each heading goes to its list. False where it is another table. */
export function fromRows(context: ParseContext, table: Table, group: Group): boolean {
  const rows = formRows(context, table);
  const known = rows?.filter((r) => r.field !== undefined) ?? [];
  // "Aims | Progress" over rows of both is a table of columns.
  if (!rows || known.length < 2 || known.length < rows.length * LABELLED_SHARE || (rows[0]?.value && fieldIn(context, rows[0].value) !== undefined)) return false;
  fillFrom(context, rows, group);
  return true;
}

/** "About the group", "Reporting to the Board", "Working in partnership": the last words speak of a group, and name none. */
const SPOKEN_OF = /\b(?:the|this|that|our|your|each|a|an|of|in|to|by|for|from|with|as)\s(?:[\p{L}-]+\s)?[\p{L}-]+$/iu;

/** The cell that names the group a form's row begins: beside "Name of group", or alone over both columns and worded as groups' names are. */
function nameIn(context: ParseContext, row: FormRow): Cell | undefined {
  const { group, groupLabel } = context.vocabulary.words;
  if (row.label.columnSpan > 1) return isOneOf(oneLine(row.label), group) && !isOneOf(oneLine(row.label), groupLabel) && !SPOKEN_OF.test(oneLine(row.label)) ? row.label : undefined;
  return row.value && oneLine(row.value) !== '' && isOneOf(oneLine(row.label), groupLabel) ? row.value : undefined;
}

/** Forms that say themselves whose they are, one a table or one under another in it; none where the first row names no group, or one of them has fewer than two fields. */
export function groupsFromForms(context: ParseContext, table: Table): Group[] {
  const forms: { name: Cell; head: FormRow; rows: FormRow[] }[] = [];
  for (const row of formRows(context, table) ?? []) {
    const name = nameIn(context, row);
    if (name) forms.push({ name, head: row, rows: [] });
    else if (forms.length === 0) return [];
    else forms.at(-1)?.rows.push(row);
  }
  if (forms.some((f) => f.rows.filter((r) => r.field !== undefined).length < 2)) return [];
  return forms.map(({ name, head, rows }) => {
    const [first] = name.blocks;
    const group = emptyGroup(oneLine(name), fragment(name.at), first?.type === 'paragraph' ? first.number : undefined);
    for (const cell of new Set([head.label, name])) for (const b of cell.blocks) context.ledger.take(b);
    fillFrom(context, rows, group);
    return group;
  });
}

/** "SRO: …", "Chair: …" in lines of their own under a group's name in its cell, with the name above them; none where something else stands there. */
function detailsUnder(context: ParseContext, cell: Cell): { name: string; label: string; value: Paragraph }[] {
  const [first, ...more] = cell.blocks.flatMap((b) => (b.type === 'paragraph' ? betweenBreaks(b) : [])).filter((line) => line.text !== '');
  const ends = more.map((line) => detailEnd(line, context.vocabulary));
  if (!first || ends.includes(undefined) || cell.blocks.some((b) => b.type === 'table')) return [];
  return more.map((line, i) => ({ name: first.text, label: line.text.slice(0, line.text.indexOf(':')), value: stretchOf(line, ends[i] ?? 0) }));
}

/** A table with a row for each group: its name in a column of names, its fields in the others; none where it is another table. */
export function groupsFromTable(context: ParseContext, table: Table): Group[] {
  const heads = table.cells.filter((c) => c.row < headRows(table));
  const names = heads.find((c) => isOneOf(oneLine(c), context.vocabulary.words['groupColumn']));
  const fields = columnsOf(context, table);
  if (!names || names.column !== 0) return [];
  fields.delete(names.column);
  // Beside the names of groups "Membership" is whom each has.
  const members = heads.find((c) => isOneOf(oneLine(c), context.vocabulary.words['membersColumn']));
  if (members && !fields.has(members.column) && ![...fields.values()].includes('termsOfReference')) fields.set(members.column, 'termsOfReference');
  if (fields.size < 2 || new Set(fields.values()).size !== fields.size) return [];
  const groups: Group[] = [];
  for (const cells of rowsOf(table).slice(headRows(table))) {
    const name = cells.find((c) => c.column === names.column);
    if (!name || oneLine(name) === '') return [];
    const [first] = name.blocks;
    const details = detailsUnder(context, name);
    const group = emptyGroup(details[0]?.name ?? oneLine(name), fragment(name.at), first?.type === 'paragraph' ? first.number : undefined);
    for (const d of details) group.other.push({ heading: d.label, items: itemsOf(context, [d.value]) });
    for (const cell of heads) {
      const field = fields.get(cell.column);
      if (field !== undefined) group.headings.push({ field, heading: cellText(cell).replace(/\n/g, ' '), at: fragment(cell.at) });
    }
    groups.push(group);
  }
  for (const cell of heads) for (const b of cell.blocks) context.ledger.take(b);
  for (const cell of table.cells) {
    const group = groups[cell.row - headRows(table)];
    if (cell.row < headRows(table) || !group) continue;
    const field = fields.get(cell.column);
    if (cell.column === names.column) for (const b of cell.blocks) context.ledger.take(b);
    else if (field !== undefined) group[field].push(...itemsOf(context, cell.blocks));
    else {
      const items = itemsOf(context, cell.blocks);
      const head = heads.find((c) => c.column === cell.column);
      if (items.length > 0) group.other.push({ heading: head ? oneLine(head) : '', items });
    }
  }
  return groups;
}
