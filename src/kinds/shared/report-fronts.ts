/** Where a report's own front begins inside a longer paper: a table or lines of labels that say what it is, who wrote it and for whom. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { cellLine } from '../../paper/walk.js';
import { readParty } from '../../values/index.js';
import { labelledValues, wordingsUnder } from './labels.js';
import { closes } from './letters.js';
import { fieldFor, type Vocabulary } from './vocabulary.js';

/** A front is at most this many blocks: a line a label, and the council's name among them. */
const LONGEST_FRONT = 12;
/** A front has this many different labels at least. */
const LEAST_LABELS = 3;
/** A label has at most this many characters. */
const LONGEST_LABEL = 60;
/** Lines over the labels that are still the report's: council, body, "Agenda item 4", title. */
const LINES_ABOVE = 5;
/** Such a line has at most this many characters: two printed lines of a title. */
const LONGEST_LINE = 160;

/** The blocks at which fronts of reports begin, in order, from their title on. `vocabulary` is that of reports. */
export function reportFronts(blocks: readonly Block[], vocabulary: Vocabulary): number[] {
  const wordings = wordingsUnder(vocabulary.words, 'front.');
  const fields = blocks.map((b) => fieldsOf(b, wordings));
  const out: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    if (fields[i]?.size === 0 || !isFront(blocks, fields, i)) continue;
    out.push(titleAbove(blocks, i, vocabulary));
    // The rest of this front is no front of its own.
    while (i + 1 < blocks.length && (fields[i + 1]?.size ?? 0) > 0) i++;
  }
  return out.filter((at, k) => at > 0 && at !== out[k - 1]);
}

/** Fields that a block's labels say. */
function fieldsOf(block: Block, wordings: Readonly<Record<string, readonly string[]>>): ReadonlySet<string> {
  if (block.type === 'paragraph') {
    return new Set(block.text.length > 400 || block.number !== undefined ? [] : labelledValues(block, wordings).filter((v) => /[:\t]\s*$/u.test(block.text.slice(v.from, v.start)) || hasTab(block, v.start)).map((v) => v.field));
  }
  const found = new Set<string>();
  for (const cell of block.cells) {
    const text = cellLine(cell);
    const field = text.length <= LONGEST_LABEL && /:$/u.test(text) || cell.column === 0 ? fieldFor(text.replace(/\s*:$/u, ''), wordings) : undefined;
    if (field !== undefined) found.add(field);
    for (const p of cell.blocks) if (p.type === 'paragraph') for (const v of labelledValues(p, wordings)) if (v.end > v.start) found.add(v.field);
  }
  return found;
}

const hasTab = (p: Paragraph, at: number): boolean => (p.spans ?? []).some((s) => s.style === 'tab' && s.end === at);

/** True where labels of a report stand together from here: what it is, and whose it is or who shall have it. */
function isFront(blocks: readonly Block[], fields: readonly ReadonlySet<string>[], from: number): boolean {
  const all = new Set<string>();
  let without = 0;
  for (let i = from; i < Math.min(blocks.length, from + LONGEST_FRONT) && without < 2; i++) {
    const block = blocks[i];
    if (i > from && block?.type === 'paragraph' && block.heading !== undefined && block.number !== undefined) break;
    without = fields[i]?.size === 0 ? without + 1 : 0;
    for (const f of fields[i] ?? []) all.add(f);
  }
  const has = (...names: string[]): boolean => names.some((n) => all.has(n));
  return all.size >= LEAST_LABELS && has('title', 'reportOf') && has('reportOf', 'authors', 'from', 'to');
}

/** A letter is signed by a name and a post, a line each. */
const LINES_SIGNED = 2;

/** True for a line that names somebody or a post. */
const signs = (block: Block | undefined): boolean => block?.type === 'paragraph' && ['person', 'role'].includes(readParty(block.text).type);

/** The first of the lines right above a front that are its own: headings, and what stands in bold. */
function titleAbove(blocks: readonly Block[], at: number, vocabulary: Vocabulary): number {
  let from = at;
  while (from > 0 && at - from < LINES_ABOVE) {
    const above = blocks[from - 1];
    if (above?.type !== 'paragraph' || above.text.length > LONGEST_LINE || above.number !== undefined || above.bullet || /[.;:,]$/u.test(above.text)) break;
    if (above.heading === undefined && above.bold !== true && !/^agenda item(?: no\.?)? \d/iu.test(above.text)) break;
    from--;
  }
  // The close of a covering letter and who signed it are the letter's.
  let close = at - 1;
  while (close >= from - 1 && !closes(blocks[close], vocabulary)) close--;
  if (close < from - 1 || close < 0) return from;
  from = close + 1;
  // A name and a post under it; what is printed in bold where the first of them is not, or as a heading, is a title.
  const look = (i: number): boolean => { const b = blocks[i]; return b?.type === 'paragraph' && (b.heading !== undefined || b.bold === true); };
  const signed = Math.min(at, from + LINES_SIGNED);
  for (const bold = look(from); from < signed && signs(blocks[from]) && look(from) === bold;) from++;
  return from;
}
