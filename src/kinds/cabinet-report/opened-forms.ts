/** Headings that a report sets in a form or behind a bar, as paragraphs with their headings: a box at its foot, "2 | Recommendations". */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import type { ParseContext } from '../shared/context.js';
import { listRows } from '../shared/list-tables.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { headingField, LONGEST_HEADING } from './headings.js';
import { headsAreas } from './implications.js';

/** "2 | Recommendations", "3a | Adult care": the number of a heading set off by a bar. Contents lines end in the page, and stay. */
const BAR = /^(\d{1,2}[a-z]?)\s*\|\s+(?=\p{Lu})/u;

export function barNumber(context: ParseContext, b: Block): Block {
  if (b.type !== 'paragraph' || b.number !== undefined || b.text.length > LONGEST_HEADING || /\.{3,}|\s\d+$/.test(b.text)) return b;
  const found = BAR.exec(b.text);
  if (!found?.[1]) return b;
  context.take(b);
  return { ...stretchOf(b, found[0].length), label: found[0].trim(), number: found[1], heading: b.heading ?? { level: 1, by: 'looks' } };
}

/**
 * A table that is a form (a heading in the first column of a row, what it heads beside it) as headings and blocks; `undefined` for any other
 * table. A box at the foot of a report with contact, background papers and appendices is one.
 */
export function openedForm(table: Table, vocabulary: Vocabulary): Block[] | undefined {
  const rows: Cell[][] = [];
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell);
  const text = (cell: Cell | undefined): string => (cell ? cellText(cell).replace(/\n/g, ' ').trim() : '');
  const filled = rows.filter((r) => r?.some((c) => text(c) !== ''));
  // A heading in a row of its own above the rest of the table.
  const [top] = filled;
  const over = top?.length === 1 ? paragraphOf(top[0]) : undefined;
  if (over && filled.length > 1 && fieldFor(over.text, vocabulary.headings) !== undefined) {
    const from = (top?.[0]?.row ?? 0) + 1;
    const cells = table.cells.filter((c) => c.row >= from).map((c) => ({ ...c, row: c.row - from }));
    const left: Table = { ...table, rows: table.rows - from, headerRows: Math.max(0, table.headerRows - from), cells };
    return [{ ...over, heading: { level: 1, by: 'looks' as const } }, left];
  }
  if (filled.length === 0 || filled.some((r) => r.length > 2) || headsAreas(top ?? [], vocabulary)) return undefined;
  const fieldOf = (row: readonly Cell[]): string | undefined => {
    const p = paragraphOf(row[0]);
    return p && row.length === 2 ? fieldFor(p.text, vocabulary.headings) ?? headingField({ ...p, heading: { level: 1, by: 'looks' } }, vocabulary) : undefined;
  };
  if (filled.filter((r) => fieldOf(r) !== undefined).length < Math.max(2, filled.length / 2)) return undefined;
  return filled.flatMap((row): Block[] => {
    const p = paragraphOf(row[0]);
    if (!p || row.length < 2) return row.flatMap((c) => [...c.blocks]);
    return [{ ...p, heading: { level: 1, by: 'looks' as const } }, ...row.slice(1).flatMap((c) => [...c.blocks])];
  });
}

/** A paragraph of this many characters is text; a contents list has none. */
const LONG_TEXT = 60;

/**
 * A table that holds the body of a report, the numbers in its first column ("2.0 | Recommendations", "2.1 | The Committee is asked to …"), as
 * paragraphs; `undefined` for any other table. Takes its numbers.
 */
export function openedBody(context: ParseContext, table: Table): Block[] | undefined {
  const { vocabulary } = context;
  // A heading over both columns stands beside no number.
  const cells = table.cells.flatMap((c) => (c.column === 0 && c.columnSpan === table.columns && c.columnSpan > 1 ? [{ ...c, columnSpan: 1, blocks: [] }, { ...c, column: 1, columnSpan: table.columns - 1 }] : [c]));
  const rows = listRows({ ...table, cells });
  const paragraphs = rows?.filter((b): b is Paragraph => b.type === 'paragraph') ?? [];
  const named = paragraphs.filter((p) => headingField({ ...p, heading: p.heading ?? { level: 1, by: 'looks' } }, vocabulary) !== undefined);
  if (!rows || named.length < 2 || !paragraphs.some((p) => p.text.length >= LONG_TEXT)) return undefined;
  for (const c of table.cells) if (c.column === 0 && c.columnSpan < table.columns) for (const b of c.blocks) context.ledger.take(b);
  return rows;
}

/** A heading in a form's cell may say at length what belongs beside it (characters). */
const LONGEST_CELL = 180;

/** The one paragraph of a cell, where it is short enough for a heading. */
function paragraphOf(cell: Cell | undefined): Paragraph | undefined {
  const [first, more] = cell?.blocks ?? [];
  return first?.type === 'paragraph' && more === undefined && first.text.length <= LONGEST_CELL ? first : undefined;
}
