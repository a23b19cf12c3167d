/**
 * Paragraph drafts to the paper's paragraphs: text, spans, pieces, label. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { hasLetterOrDigit } from '../../../paper/characters.js';
import { boxAround, type Box, type Locator } from '../../../paper/locator.js';
import type { Paragraph, Piece, Span } from '../../../paper/model.js';
import { tidy } from '../../../paper/text.js';
import { cutsWord } from './cuts.js';
import type { Decoration } from './decoration.js';
import { isCut, joinOf, type Hyphens } from './hyphens.js';
import type { Label } from './labels.js';
import { isTab, isTickBox } from './labels.js';
import { prevailing, type Line } from './lines.js';
import { brokenOff, centred, textStart, type Column } from './paragraphs.js';
import { movedBehindLabel, tailLast } from './tails.js';
import type { Word } from './words.js';

/** Lines of one paragraph, over pages and columns, and what is known of it. */
export interface Composed {
  readonly lines: readonly Line[];
  readonly label?: Label;
  readonly column: Column;
  readonly gapAbove?: number;
}

export interface Inks {
  readonly hyphens: Hyphens;
  readonly decorations: ReadonlyMap<Word, Decoration>;
}

/** A word is cut by its column only in lines of so few words. */
const NARROW_WORDS = 2;
/** A letter that is no word in English. */
const LONE_LETTER = /^[b-hj-np-z]$/u;

type Fields = Omit<Paragraph, 'id' | 'type'>;

/** Boxes of a paragraph's lines, as one locator a page. */
export function placesOf(lines: readonly Line[]): { at: Locator; until?: Locator } {
  const pages = new Map<number, Box[]>();
  for (const l of lines) pages.set(l.page, [...(pages.get(l.page) ?? []), l.box]);
  const all = [...pages].map(([page, boxes]): Locator => ({ in: 'page', page, box: boxAround(boxes) }));
  const first = all[0], last = all.at(-1);
  if (!first || !last) throw new RangeError('a paragraph needs at least one line');
  return all.length > 1 ? { at: first, until: last } : { at: first };
}

interface Mark { readonly start: number; readonly end: number; readonly word: Word }

const UNDECORATED: Decoration = {};

/** The paragraph, without its id. */
export function compose(draft: Composed, inks: Inks): Fields {
  const label = draft.label && !isTickBox(draft.label) ? draft.label : undefined;
  let text = '';
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  const spans: Span[] = [];
  let labelText = label?.text;
  let last: Word | undefined;
  const lines = tailLast(draft.lines);
  for (const [n, line] of lines.entries()) {
    const skip = n === 0 && label ? label.words : 0;
    let begun = false;
    for (let i = skip; i < line.words.length; i++) {
      const word = line.words[i]!;
      let ink = word.text;
      if (n === 0 && i === 0 && label?.glued) ink = ink.slice(label.glued);
      const tidied = tidy(ink);
      if (tidied === '') { last = word; continue; }
      let between = '';
      if (text !== '') {
        if (i > skip || n === 0) between = word.glued ? '' : ' ';
        else {
          const above = lines[n - 1]!;
          // A lone letter that is no word is cut off wherever the line ends: the sides of cells in a head set on the right are not always printed.
          const reaches = draft.column.right - above.end < above.size || (line.words.length === 1 && LONE_LETTER.test(word.text));
          const cut = (above.words.length <= NARROW_WORDS && reaches && isCut(last!.text, word.text, inks.hyphens))
            || cutsWord(text.slice(text.lastIndexOf(' ') + 1), { lines, skip: label?.words ?? 0, right: draft.column.right }, n, inks.hyphens);
          const how = cut ? '' : joinOf(last!.text, word.text, inks.hyphens);
          if (how === 'drop') { if (/[-\u2010\u2011]$/u.test(text)) text = text.slice(0, -1); }
          else between = how;
          if (how === ' ' && movedBehindLabel(lines, n)) spans.push({ start: text.length, end: text.length + 1, style: 'tab' });
          else if (how === ' ' && above.page === line.page && line.baseline > above.baseline && brokenOff(draft.lines, above, line, draft.column)) spans.push({ start: text.length, end: text.length + 1, style: 'break' });
        }
      }
      if (between === ' ' && i > skip && isTab(line, i)) spans.push({ start: text.length, end: text.length + 1, style: 'tab' });
      const start = text.length + between.length;
      text += between + tidied;
      if (!begun) { pieces.push({ offset: pieces.length === 0 ? 0 : start, at: { in: 'page', page: line.page, box: line.box } }); begun = true; }
      marks.push({ start, end: text.length, word });
      last = word;
    }
  }
  if (labelText !== undefined) labelText = tidy(labelText);
  const words = marks.map((m) => m.word);
  const lettered = words.filter((w) => hasLetterOrDigit(w.text));
  const telling = lettered.length > 0 ? lettered : words.length > 0 ? words : draft.lines[0]!.words;
  const bold = telling.every((w) => w.bold), italic = telling.every((w) => w.italic);
  const plain = !words.some((w) => inks.decorations.has(w)) && !telling.some((w) => inks.decorations.has(w));
  const decorated = (w: Word): Decoration => (plain ? undefined : inks.decorations.get(w)) ?? UNDECORATED;
  const underlined = telling.every((w) => decorated(w).underlined);
  const style = (name: Span['style'], has: (w: Word) => boolean): void => { spans.push(...runs(marks, has).map(([start, end]) => ({ start, end, style: name }))); };
  if (!bold) style('bold', (w) => w.bold);
  if (!italic) style('italic', (w) => w.italic);
  if (!underlined && !plain) style('underline', (w) => decorated(w).underlined === true);
  if (!plain) style('struck', (w) => decorated(w).struck === true);
  if (!plain) style('inserted', (w) => decorated(w).inserted === true);
  if (words.some((w) => w.superscript)) style('superscript', (w) => w.superscript === true);
  if (!plain) for (const target of new Set(words.map((w) => decorated(w).link))) {
    if (target !== undefined) spans.push(...runs(marks, (w) => decorated(w).link === target).map(([start, end]): Span => ({ start, end, style: 'link', target })));
  }
  spans.sort((a, b) => a.start - b.start || a.end - b.end || (a.style < b.style ? -1 : 1));
  const first = draft.lines[0]!;
  const align = alignOf(draft);
  return {
    ...placesOf(draft.lines),
    text,
    ...(labelText !== undefined && { label: labelText }),
    ...(label?.number !== undefined && { number: label.number }),
    ...(label?.bullet && { bullet: true }),
    indent: tenth(textStart(first, label) - draft.column.left),
    ...(label && { labelIndent: tenth(first.start - draft.column.left) }),
    size: prevailing(telling, (w) => tenth(w.size), (w) => w.text.length),
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underlined && { underlined }),
    ...(align && { align }),
    ...(draft.gapAbove !== undefined && { gapAbove: tenth(draft.gapAbove) }),
    ...(pieces.length > 0 && { pieces }),
    ...(spans.length > 0 && { spans }),
  };
}

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** Stretches of text whose words have a trait, spaces between them included. */
function runs(marks: readonly Mark[], has: (w: Word) => boolean): [number, number][] {
  const found: [number, number][] = [];
  let open = false;
  for (const m of marks) {
    if (!has(m.word)) { open = false; continue; }
    if (open) found.at(-1)![1] = m.end; else found.push([m.start, m.end]);
    open = true;
  }
  return found;
}

/** How the paragraph is set within its column; nothing where one line cannot tell left from justified. */
function alignOf({ lines, column, label }: Composed): Paragraph['align'] {
  const slack = 2;
  if (!label && lines.every((l) => centred(l, column))) return 'centre';
  if (!label && lines.every((l) => column.right - l.end < slack && l.start - column.left > 0.3 * (column.right - column.left))) return 'right';
  const full = lines.slice(0, -1);
  if (full.length >= 2 && full.every((l) => Math.abs(l.end - full[0]!.end) < slack)) return 'justified';
  return lines.length > 1 ? 'left' : undefined;
}
