/** Plans set as forms: a table a recommendation (or several under each other), labels in the first column and what they label beside them. Pure. */
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { cellLine } from '../../paper/walk.js';
import { wordingsUnder } from '../shared/labels.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Role } from './columns.js';
import { HEADING, TELLING, type ProseRecommendation } from './prose.js';
import { paragraphsOf } from './rows.js';

/** A form has at most two labels beside each other: "Lead | … | By when | …". */
const MOST_COLUMNS = 4;
/** Of its rows this share begins with a known label. */
const LABELLED_SHARE = 0.6;

/** A label has at most this many characters. */
const LONGEST_LABEL = 60;

/** What a label says of what stands beside it. */
interface FormLabel {
  readonly role: Role;
  readonly number?: string;
  /** Labels of one key say the same of each recommendation: the words, without a number. */
  readonly key: string;
  /** The words are among the wordings, and bear out that the table is a form. */
  readonly sure: boolean;
}

const wordsOf = (cell: Cell): string => cellLine(cell).replace(/\s*[:?]+$/u, '');

/** What a label's cell says: a role, or "Recommendation 3" with its number. In a form, beside a value, any few words are a label. */
function labelIn(cell: Cell, beside: Cell | undefined, vocabulary: Vocabulary): FormLabel | undefined {
  const text = wordsOf(cell);
  if (text === '' || text.length > LONGEST_LABEL) return undefined;
  const head = HEADING.exec(text);
  if (head?.[1] !== undefined && head[0].length === text.length) return { role: 'recommendation', number: head[1], key: STATED, sure: true };
  const exact = fieldFor(text, vocabulary.columns) as Role | undefined;
  // "High" beside "Priority" ranks the recommendation, and is none.
  if (exact === 'recommendation' && beside && isOneOf(cellLine(beside), vocabulary.words['ranks'])) return { role: 'other', key: fold(text), sure: true };
  const states = exact === 'recommendation' && isOneOf(text, vocabulary.words['states']);
  if (exact !== undefined) return { role: exact, key: states ? STATED : fold(text), sure: true };
  if (!beside || /[.;,]$/u.test(text) || paragraphsOf(cell).length > 1) return undefined;
  const loose = fieldFor(text, wordingsUnder(vocabulary.words, 'column.')) as Role | undefined;
  return { role: loose ?? 'other', key: fold(text), sure: false };
}

/** The key of labels that say "recommendation". */
const STATED = 'recommendation';

/** A row of a form: its labels with what stands beside each, or a cell that holds "Recommendation 3: That …" whole. */
interface Entry { readonly label?: FormLabel; readonly cell: Cell; readonly value?: Cell; readonly begun?: ProseRecommendation }

/** The entries of one row: labels and values take turns, from a cell that is a label. */
function entriesOf(row: readonly Cell[], vocabulary: Vocabulary): Entry[] {
  const out: Entry[] = [];
  for (let i = 0; i < row.length; i++) {
    const cell = row[i];
    if (!cell) continue;
    const begun = opensIn(cell);
    const beside = row[i + 1];
    const found = begun ? undefined : labelIn(cell, beside, vocabulary);
    // Words that no wording knows are a label where labels and values take turns in the whole row.
    const label = found && (found.sure || row.length % 2 === 0) ? found : undefined;
    if (begun) out.push({ cell, begun });
    else if (label && beside) { out.push({ label, cell, value: beside }); i++; } else out.push({ cell });
  }
  return out;
}

/**
 * The label that begins each recommendation of a form: the first of the table, where it is there as often as that which says "recommendation" (a finding over
 * the recommendation for it), else that. And the label whose value is the recommendation's text.
 */
function manner(entries: readonly Entry[]): { opens: string; states: string } | undefined {
  const labels = entries.flatMap((e): FormLabel[] => (e.label ? [e.label] : e.begun ? [{ role: 'recommendation', key: BEGUN, sure: true }] : []));
  const leads = labels.filter((l) => l.role === 'recommendation');
  const [first] = labels;
  const count = (key: string): number => labels.filter((l) => l.key === key).length;
  const states = leads.find((l) => l.key === BEGUN) ?? leads.find((l) => l.key === STATED) ?? leads[0];
  if (!first || !states) return undefined;
  return { opens: count(first.key) === count(states.key) ? first.key : states.key, states: states.key };
}
/** The key of cells that hold a recommendation whole. */
const BEGUN = '';

/** The recommendations of a form, or `undefined` for a table that is none. */
export function formRecommendations(table: Table, vocabulary: Vocabulary): ProseRecommendation[] | undefined {
  if (table.columns < 2 || table.columns > MOST_COLUMNS) return undefined;
  const rows: Cell[][] = [];
  for (const cell of table.cells) if (paragraphsOf(cell).length > 0) (rows[cell.row] ??= []).push(cell);
  const filled = rows.filter((r) => r !== undefined).map((r) => entriesOf(r, vocabulary));
  const labelled = filled.filter(([first]) => first?.begun ?? first?.label?.sure);
  if (filled.length < 3 || labelled.length < filled.length * LABELLED_SHARE) return undefined;
  const entries = filled.flat();
  const how = manner(entries);
  if (!how) return undefined;
  const out: ProseRecommendation[] = [];
  // What stands over the first of them.
  const over: Entry[] = [];
  for (const entry of entries) {
    const { label, cell, begun } = entry;
    if (begun) { out.push(begun); continue; }
    const [heading] = paragraphsOf(cell);
    if (label?.key === how.opens && heading) out.push({ ...(label.number === undefined ? {} : { number: label.number }), heading, text: [], fields: [], taken: [] });
    const open = out.at(-1);
    if (!open) { over.push(entry); continue; }
    for (const e of [...over.splice(0), entry]) place(e, open, out, how.states);
  }
  const telling = out.filter((r) => r.fields.some((f) => TELLING.has(f.role)));
  return telling.length > 0 && out.some((r) => r.text.length > 0) ? out : undefined;
}

/** Puts what an entry says into the recommendation that is open, the last of the list. */
function place({ label, cell, value }: Entry, open: ProseRecommendation, out: ProseRecommendation[], states: string): void {
  const own = value ? paragraphsOf(value) : paragraphsOf(cell);
  open.taken.push(...(value ? paragraphsOf(cell) : []), ...own);
  if (label?.key === states) {
    if (label.number !== undefined && open.number === undefined) out[out.length - 1] = open = { ...open, number: label.number };
    takeText(open, own, out);
  } else if (label?.role === 'number' && open.number === undefined) out[out.length - 1] = { ...open, number: own.map((p) => p.number ?? p.text).join(' ').trim() };
  else open.fields.push({ role: label === undefined || label.role === 'recommendation' ? 'other' : label.role, label: label ? wordsOf(cell) : '', paragraphs: own, cell: true });
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

/** A cell that holds "Recommendation 3: That …" whole. */
function opensIn(cell: Cell): ProseRecommendation | undefined {
  const [first, ...more] = paragraphsOf(cell);
  const head = first && first.number === undefined ? HEADING.exec(first.text) : null;
  if (!first || !head?.[1] || (head[0].length >= first.text.length && more.length === 0)) return undefined;
  const text = head[0].length < first.text.length ? [stretchOf(first, head[0].length), ...more] : more;
  return { number: head[1], heading: first, text, fields: [], taken: [first, ...more] };
}
