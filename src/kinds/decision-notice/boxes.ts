/** The boxes of a decision form: its labels and headings, and what stands under each, as one stream in reading order. */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import { paragraphsOf } from '../shared/front-tables.js';
import { labelledValues } from '../shared/labels.js';
import { isCapitals } from '../shared/looks.js';
import { oncePer } from '../shared/remember.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { stretchOf } from '../shared/stretch.js';

/** A label, where one begins a box, or a piece of what stands under the last one. Its field is `other` where no wording knows the label of a form's row. */
export type Part =
  | { readonly label: string; readonly field: string; readonly paragraph: Paragraph; readonly start: number; readonly end: number }
  | { readonly block: Block };

/** Fields whose value is a line or two; a following label opens another field at once. */
export const SHORT = new Set([
  'organisation', 'decisionNumber', 'decisionMaker', 'post', 'subject', 'keyDecision', 'callIn', 'noCallIn', 'callInDeadline', 'decided', 'published', 'effective', 'signatory',
]);

/** The stream. Tables of labels and values are read row by row; other tables stay whole. Pure. */
export function partsOf(blocks: readonly Block[], vocabulary: Vocabulary): Part[] {
  let boxed = false;
  let runIn = false;
  return blocks.flatMap((block): Part[] => {
    if (block.type === 'paragraph') {
      // Where the boxes have their text beside their labels, a line with a label and a word or two is one more.
      const one = boxed && runIn && hasShortValue(block);
      const parts = paragraphParts(block, vocabulary, boxed && !one);
      const box = parts.find((part) => 'label' in part && part.field !== 'other' && !SHORT.has(part.field));
      if (box && 'label' in box) runIn = box.end < block.text.length;
      boxed ||= box !== undefined;
      return parts;
    }
    if (!isForm(block, vocabulary)) return [{ block }];
    let row: { readonly at: number; readonly field: string | undefined } | undefined;
    return block.cells.flatMap((c) => {
      if (c.column === 0) row = { at: c.row, field: field(cellText(c), vocabulary) };
      if (isUnknownLabel(c, block, vocabulary)) return labelParts(c);
      const inside = c.column > 0 && row?.at === c.row && row.field !== undefined && row.field !== 'other' && !SHORT.has(row.field);
      return partsOf(c.blocks, inside ? withoutHead(vocabulary) : vocabulary);
    });
  });
}

/** A word or two beside a label: no sentence, and at most this many characters. */
const SHORT_VALUE = 60;
const hasShortValue = (p: Paragraph): boolean => p.label === undefined && p.text.length <= SHORT_VALUE && /^\p{Lu}[^:]{1,40}:\s+\S[^:]*[^.:;]$/u.test(p.text);

/** What names the notice and who decides; beside "Consultation" such a label says who was asked ("Executive Member: 2 May"). */
const HEAD: readonly string[] = ['organisation', 'decisionNumber', 'decisionMaker', 'subject'];
const withoutHead = oncePer((vocabulary: Vocabulary): Vocabulary => ({ ...vocabulary, headings: Object.fromEntries(Object.entries(vocabulary.headings).filter(([k]) => !HEAD.includes(k))) }));

/** A label has at most this many characters: a question of the form on two lines. */
const LONGEST_LABEL = 120;

function field(text: string, { headings }: Vocabulary): string | undefined {
  const plain = text.replace(/\s+/g, ' ');
  return fieldFor(plain.replace(/\s*\?\s*:?\s*$/, ''), headings) ?? fieldFor(plain, headings) ?? (plain.includes('&') ? fieldFor(plain.replace(/\s*&\s*/g, ' and '), headings) : undefined);
}

/** The first cell of a form's row with a value beside it, where no wording knows the label. */
function isUnknownLabel(cell: Cell, table: Table, vocabulary: Vocabulary): boolean {
  if (cell.column !== 0 || table.columns < 2 || cell.columnSpan >= table.columns) return false;
  const text = cellText(cell);
  if (text === '' || text.length > LONGEST_LABEL || field(text, vocabulary) !== undefined || /:\s+\S/.test(text)) return false;
  const paragraphs = paragraphsOf(cell);
  if (paragraphs.length !== cell.blocks.length || paragraphs.some((p) => p.bullet || paragraphParts(p, vocabulary).some((part) => 'label' in part))) return false;
  return table.cells.some((c) => c.row === cell.row && c.column > 0 && cellText(c) !== '');
}

/** All paragraphs of a label's cell are the label. */
function labelParts(cell: Cell): Part[] {
  return cell.blocks.filter((b): b is Paragraph => b.type === 'paragraph' && b.text !== '').map((p) => ({ label: p.text, field: 'other', paragraph: p, start: 0, end: p.text.length }));
}

/** This many rows without a label, under headings that are labels, are no form: a form has one of values. */
const FEWEST_ROWS = 2;

/** A table is a form where the cells of its first column, or of a heading row, are labels. */
function isForm(table: Table, vocabulary: Vocabulary): boolean {
  const known = (text: string): boolean => field(text, vocabulary) !== undefined;
  const first = table.cells.filter((c) => c.column === 0 && cellText(c) !== '');
  const labels = table.cells.filter((c) => known(cellText(c).split('\n')[0] ?? ''));
  // Rows under headings of columns are a list, of decisions or of anything.
  const rows = new Set(table.cells.filter((c) => c.row >= table.headerRows && cellText(c) !== '').map((c) => c.row)).size;
  if (table.headerRows > 0 && rows >= FEWEST_ROWS && labels.every((c) => c.row < table.headerRows)) return false;
  return table.columns <= 4 && (first.filter((c) => known(cellText(c).split('\n')[0] ?? '')).length >= first.length / 2 || labels.length >= 2);
}

/** True for a label that is a common word as well: among the text of a box, one word of them labels nothing, nor do more without a look or a value. */
function isCommon(fieldName: string, label: string, vocabulary: Vocabulary): boolean {
  return fieldName === 'other' || isOneOf(label, vocabulary.words['commonLabel']);
}
const isSingle = (label: string): boolean => !/\s/u.test(label.trim());
const hasLook = (p: Paragraph): boolean => p.bold === true || p.underlined === true || p.heading !== undefined || isCapitals(p.text) || /[:?]\s*$/.test(p.text);

/** The parts of a line; `boxed` where a box of text stands before it, in which common words label nothing. */
function paragraphParts(p: Paragraph, vocabulary: Vocabulary, boxed = false): Part[] {
  if (p.text === '' && p.label === undefined) return [];
  const all = labelledValues(p, vocabulary.headings);
  const text = boxed || (all[0] !== undefined && all[0].field !== 'other' && !SHORT.has(all[0].field));
  const kept = all.filter((v, i) => !(text && (i > 0 || boxed) && isCommon(v.field, v.label, vocabulary) && (i > 0 || isSingle(v.label))));
  // The line's first label goes with all that follow it.
  const values = kept[0]?.from === 0 ? kept.map((v, i) => ({ ...v, end: kept[i + 1]?.from ?? p.text.length })) : [];
  // "Any conflict of interest declared by a member consulted: None": a wording's star takes in no value.
  const valued = all.some((v) => v.from === 0 && v.end > v.start && p.text.slice(v.start, v.end).trim() !== '');
  const named = p.bullet || valued ? undefined : field(p.text, vocabulary);
  // "Options considered in March were costly, so bins are better.", among the reasons: a wording's star takes in no sentence of a box.
  const said = boxed && /\.\s*$/.test(p.text) && !hasLook(p);
  const whole = said || (named !== undefined && boxed && isCommon(named, p.text, vocabulary) && (isSingle(p.text) || !hasLook(p))) ? undefined : named;
  if (whole !== undefined) return [{ label: p.text, field: whole, paragraph: p, start: 0, end: p.text.length }];
  if (values.length === 0) return [{ block: p }];
  return values.flatMap((v): Part[] => {
    const label: Part = { label: v.label, field: v.field, paragraph: p, start: v.from, end: v.start };
    return v.end > v.start && p.text.slice(v.start, v.end).trim() !== '' ? [label, { block: stretchOf(p, v.start, v.end) }] : [label];
  });
}
