/** Lists set as tables: a column of numbers and the text beside them (recommendations, background papers). Pure. */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';

/** A number that stands alone in a cell: "2.1", "(a)", "iv.", "12". */
const NUMBER = /^\(?((?:\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?)|[a-z]|[A-Z]|[ivx]{1,5})\)?[.)]?$/u;

/**
 * The rows of a table as numbered paragraphs, where its first column holds nothing but numbers (at least two) and text stands beside them;
 * `undefined` for any other table. A number's paragraph keeps its own place in the ledger: the caller takes the table.
 */
export function listRows(table: Table): Block[] | undefined {
  if (table.columns < 2 || table.columns > 3) return undefined;
  const rows: Cell[][] = [];
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell);
  const out: Block[] = [];
  let numbers = 0;
  for (const row of rows) {
    if (!row || row.every((c) => cellText(c) === '')) continue;
    const [first, ...rest] = row;
    if (!first || first.column !== 0 || rest.length === 0) return undefined;
    const paragraphs = rest.flatMap((c) => [...c.blocks]);
    const several = first.blocks.map((b) => (b.type === 'paragraph' ? (NUMBER.exec((b.label ?? b.text).trim())?.[1] ?? '') : ''));
    if (several.length > 1) {
      // Several numbers in one cell, as many paragraphs beside them.
      if (several.includes('') || several.length !== paragraphs.length || rest.length > 1) return undefined;
      for (const [i, b] of paragraphs.entries()) {
        if (b.type !== 'paragraph') return undefined;
        out.push({ ...b, label: several[i] ?? '', number: several[i] ?? '' });
        numbers++;
      }
      continue;
    }
    const label = first.blocks.map((b) => (b.type === 'paragraph' ? (b.label ?? b.text) : '')).join('').trim();
    const number = NUMBER.exec(label)?.[1];
    if (label !== '' && number === undefined) return undefined;
    if (first.blocks.some((b) => b.type === 'paragraph' && b.label !== undefined && b.text !== '')) return undefined;
    const [head, ...more] = paragraphs;
    if (head?.type !== 'paragraph') return undefined;
    if (number === undefined || head.number !== undefined) out.push(...paragraphs);
    else {
      numbers++;
      const { bullet: _bullet, ...plain } = head;
      out.push({ ...plain, label, number } satisfies Paragraph, ...more);
    }
  }
  return numbers >= 2 ? out : undefined;
}
