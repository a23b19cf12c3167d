/** Tables in the front of a paper: labels and their values, and what else such a table may hold. Pure. */
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { rowsOf } from '../../paper/walk.js';
import { afterOpening, labelledValues, wordingsUnder } from './labels.js';
import { isAuthority } from './masthead.js';
import { fieldFor, isOneOf } from './vocabulary.js';

type Wordings = Readonly<Record<string, readonly string[]>>;

/** A question of a form has at most this many characters, another label as many as a line. */
const LONGEST_QUESTION = 180;
const LONGEST_LABEL = 90;

/** What a cell labels, by its words: the field where a wording knows it. `undefined` for an empty cell, and for one too long for a label. */
export function labelOf(cell: Cell | undefined, labels: Wordings): { field?: string; label: string } | undefined {
  const lines = paragraphsOf(cell);
  // A label over its own value ("Report author:", "Name: …") labels no cell beside it.
  if (lines.length > 1 && /:$/.test(lines[0]?.text ?? '')) return undefined;
  const text = lines.map((b) => b.text).join(' ').trim();
  if (text === '' || text.length > (/[:?]$/.test(text) ? LONGEST_QUESTION : LONGEST_LABEL)) return undefined;
  const field = fieldFor(text.replace(/\?$/, ''), labels);
  return { ...(field === undefined ? {} : { field }), label: text.replace(/\s*:$/, '') };
}

/** True for a table of labels and values: half of its rows or more begin with a label, or hold one alone. */
export function isForm(table: Table, words: Wordings, labels: Wordings): boolean {
  const rows = rowsOf(table);
  const firsts = rows.filter((r) => r.length > 1 && paragraphsOf(r[0]).length > 0).map((r) => labelOf(r[0], labels));
  const parts = Object.values(wordingsUnder(words, 'contact.'));
  const hits = rows.filter((r, i) => isLabelled(r[0], labels) || (r.length > 1 && labelOf(r[0], labels)?.field !== undefined)
    // Parts of a contact among labels ("Name:", "Post:").
    || (i > 0 && r.length > 1 && parts.some((list) => isOneOf(labelOf(r[0], labels)?.label ?? '', list)))).length;
  return hits >= Math.max(2, firsts.length / 2);
}

/** True for a cell that holds a label with its value ("Wards affected: All"). */
export function isLabelled(cell: Cell | undefined, labels: Wordings): boolean {
  return paragraphsOf(cell).some((b) => labelledValues(b, labels).some((v) => v.start < v.end));
}

/** True for a line that says what it is without a label: the authority, whose report it is, who may read it, what it is for. */
export function saysItself(p: Paragraph | undefined, words: Wordings, labels: Wordings): boolean {
  return p !== undefined && (isAuthority(p.text) || !!afterOpening(p.text, words['reportOf']) && fieldFor(p.text, labels) === undefined
    || isOneOf(p.text, words['marking']) || isOneOf(p.text, words['purpose'])) && !p.text.endsWith(':');
}

/** "Key decision" beside "No": words that say something by themselves are a label where the cell beside them answers it. */
export function isAnswered(cell: Cell, value: Cell | undefined, words: Wordings, labels: Wordings): boolean {
  const [answer, more] = paragraphsOf(value);
  return answer !== undefined && !more && (isOneOf(answer.text, words['yes']) || isOneOf(answer.text, words['no'])) && labelOf(cell, labels)?.field !== undefined;
}

/** The paragraphs of a cell that have something in them. */
export const paragraphsOf = (cell: Cell | undefined): Paragraph[] => (cell?.blocks ?? []).filter((b): b is Paragraph => b.type === 'paragraph' && (b.text !== '' || b.label !== undefined));

/** A value that reads as a label alone ("3.2", a version) is the value. */
export function unlabelled(p: Paragraph): Paragraph {
  if (p.text !== '' || p.label === undefined) return p;
  const { label, number: _, bullet: __, ...rest } = p;
  return { ...rest, text: label };
}
