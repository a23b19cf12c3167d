/** Plans set as forms: a table a recommendation (or several under each other), labels in the first column and what they label beside them. Pure. */
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { cellLine } from '../../paper/walk.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { stretchOf } from '../shared/stretch.js';
import type { Role } from './columns.js';
import { HEADING, TELLING, type ProseField, type ProseRecommendation } from './prose.js';
import { paragraphsOf } from './rows.js';

/** A form has at most two labels beside each other: "Lead | … | By when | …". */
const MOST_COLUMNS = 4;
/** Of its rows this share begins with a known label. */
const LABELLED_SHARE = 0.6;

/** What a label's cell says: a role, or "Recommendation 3" with its number. */
function labelIn(cell: Cell, vocabulary: Vocabulary): { role: Role; number?: string } | undefined {
  const text = cellLine(cell).replace(/\s*[:?]+$/u, '');
  if (text === '' || text.length > 60) return undefined;
  const head = HEADING.exec(text);
  if (head?.[1] !== undefined && head[0].length === text.length) return { role: 'recommendation', number: head[1] };
  const role = fieldFor(text, vocabulary.columns) as Role | undefined;
  return role === undefined ? undefined : { role };
}

/** The recommendations of a form, or `undefined` for a table that is none. */
export function formRecommendations(table: Table, vocabulary: Vocabulary): ProseRecommendation[] | undefined {
  if (table.columns < 2 || table.columns > MOST_COLUMNS) return undefined;
  const rows: Cell[][] = [];
  for (const cell of table.cells) if (paragraphsOf(cell).length > 0) (rows[cell.row] ??= []).push(cell);
  const filled = rows.filter((r) => r !== undefined);
  const labelled = filled.filter((r) => r[0] && (labelIn(r[0], vocabulary) ?? opensIn(r[0])) !== undefined);
  if (filled.length < 3 || labelled.length < filled.length * LABELLED_SHARE) return undefined;
  const out: ProseRecommendation[] = [];
  let open: ProseRecommendation | undefined;
  for (const row of filled) {
    let waiting: { role: Role; label: Cell } | undefined;
    for (const [i, cell] of row.entries()) {
      const own = paragraphsOf(cell);
      const begun = opensIn(cell);
      const label = waiting ? undefined : labelIn(cell, vocabulary);
      if (!waiting && begun) {
        open = begun;
        out.push(open);
        continue;
      }
      if (label && i + 1 < row.length) {
        waiting = { role: label.role, label: cell };
        if (label.role === 'recommendation' || open === undefined) {
          const heading = own[0];
          if (!heading) continue;
          open = { ...(label.number === undefined ? {} : { number: label.number }), heading, text: [], fields: [], taken: [] };
          out.push(open);
        }
        open.taken.push(...own);
        continue;
      }
      if (!open) continue;
      open.taken.push(...own);
      if (waiting?.role === 'recommendation') takeText(open, own, out);
      else if (waiting?.role === 'number' && open.number === undefined) out[out.length - 1] = open = { ...open, number: own.map((p) => p.number ?? p.text).join(' ').trim() };
      else open.fields.push(fieldOf(waiting, own));
      waiting = undefined;
    }
  }
  const telling = out.filter((r) => r.fields.some((f) => TELLING.has(f.role)));
  return telling.length > 0 && out.some((r) => r.text.length > 0) ? out : undefined;
}

/** The text of a recommendation; its first label is its number. */
function takeText(open: ProseRecommendation, own: Paragraph[], out: ProseRecommendation[]): void {
  const [first, ...more] = own;
  if (!first) return;
  if (open.number === undefined && first.number !== undefined) {
    const { label: _label, number, ...bare } = first;
    out[out.length - 1] = Object.assign(open, { number, text: [bare, ...more] });
    return;
  }
  open.text.push(...own);
}

const fieldOf = (waiting: { role: Role; label: Cell } | undefined, paragraphs: Paragraph[]): ProseField => ({
  role: waiting?.role ?? 'other', label: waiting ? cellLine(waiting.label).replace(/\s*[:?]+$/u, '') : '', paragraphs, cell: true,
});

/** A cell that holds "Recommendation 3: That …" whole. */
function opensIn(cell: Cell): ProseRecommendation | undefined {
  const [first, ...more] = paragraphsOf(cell);
  const head = first && first.number === undefined ? HEADING.exec(first.text) : null;
  if (!first || !head?.[1] || (head[0].length >= first.text.length && more.length === 0)) return undefined;
  const text = head[0].length < first.text.length ? [stretchOf(first, head[0].length), ...more] : more;
  return { number: head[1], heading: first, text, fields: [], taken: [first, ...more] };
}
