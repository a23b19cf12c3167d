/**
 * Minutes set out as a table: a row an item, the number in the first column, what was said in the next, and often who is to
 * act in the last. Opened into paragraphs in reading order, so that they read like any other minutes.
 */
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { cellAt, cellText, eachParagraph } from '../../paper/walk.js';
import { readMinuteNumber } from '../../values/index.js';
import { findWording } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';

/** Of its rows this share must be numbered for a table to be the minutes themselves. */
const NUMBERED_SHARE = 0.3;
/** Fewer numbered rows are no list of items. */
const LEAST_ROWS = 3;
/** What was said is prose: its column holds this many characters a row at least, on average. */
const LEAST_PROSE = 60;

export interface Opened {
  readonly blocks: Block[];
  /** Paragraphs that stood in a column of actions. */
  readonly actions: ReadonlySet<Block>;
  /** The tables' own column headings, which head no item. */
  readonly headings: readonly Paragraph[];
}

/** Opens the tables that are the minutes themselves; all others stay. Pure. */
export function openMinuteTables(blocks: readonly Block[], vocabulary: Vocabulary): Opened {
  const actions = new Set<Block>();
  const headings: Paragraph[] = [];
  const out: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'table' && isMinutes(block, vocabulary)) out.push(...opened(block, vocabulary, actions, headings));
    else out.push(block);
  }
  return { blocks: out, actions, headings };
}

const text = (table: Table, row: number, column: number): string => {
  const c = cellAt(table, row, column);
  return c && c.row === row && c.column === column ? cellText(c) : '';
};

/** The columns with a heading of the vocabulary's: what was said, and who is to act. */
function columnsOf(table: Table, vocabulary: Vocabulary): (string | undefined)[] {
  const { minute = [], itemNumber = [], action = [], owner = [] } = vocabulary.columns;
  return Array.from({ length: table.columns }, (_, c) => fieldFor(text(table, 0, c).replace(/\n/g, ' '), { minute, itemNumber, action: [...action, ...owner] }));
}

const numberIn = (cell: string): boolean => {
  const first = cell.split('\n')[0] ?? '';
  return /^\d{1,3}[.)]?$/.test(first) || (readMinuteNumber(first)?.number ?? '') !== '';
};

/** Fewer items than this, over as many rows of their paragraphs each, are no minutes. */
const LEAST_SPREAD = 2;

/**
 * Minutes laid out in two columns without headings, a paragraph a row: the number stands beside the title, and nothing beside what
 * was said under it. In a list of anything else every row begins with something.
 */
function isSpread(table: Table): boolean {
  if (table.columns !== 2 || table.headerRows > 0) return false;
  const rows = Array.from({ length: table.rows }, (_, r) => ({ number: text(table, r, 0), said: text(table, r, 1) })).filter((r) => r.number !== '' || r.said !== '');
  const numbers = rows.filter((r) => r.number !== '');
  const prose = rows.reduce((sum, r) => sum + r.said.length, 0);
  // Of payments and the like, no row is a sentence.
  const under = rows.filter((r) => r.number === '');
  if (under.filter((r) => /[.:;]["”’)]?$/.test(r.said)).length * 2 < under.length) return false;
  return numbers.length >= LEAST_SPREAD && numbers.length * 2 <= rows.length && numbers.every((r) => numberIn(r.number) && r.said !== '') && rows[0]?.number !== '' && prose >= numbers.length * LEAST_PROSE;
}

function isMinutes(table: Table, vocabulary: Vocabulary): boolean {
  if (table.columns < 2 || table.rows < LEAST_ROWS) return false;
  if (isSpread(table)) return true;
  const fields = columnsOf(table, vocabulary);
  const numbered = Array.from({ length: table.rows }, (_, r) => numberIn(text(table, r, 0))).filter(Boolean).length;
  if (numbered < LEAST_ROWS || numbered < table.rows * NUMBERED_SHARE) return false;
  const prose = Array.from({ length: table.rows }, (_, r) => text(table, r, 1).length + text(table, r, 0).length).reduce((a, b) => a + b, 0);
  // Applications, targets and the like have a heading of their own over every column.
  const strange = fields.filter((f, c) => f === undefined && text(table, 0, c) !== '' && table.headerRows > 0).length;
  return prose / table.rows >= LEAST_PROSE && (fields.includes('minute') || strange === 0);
}

/** A title at the head of a cell has at most this many characters. */
const LONGEST_TITLE = 90;

/** "Matters arising: the protocol is signed", beside a number of its own: the words before the colon are the item's title. */
function runInTitle(number: Block | undefined, block: Block | undefined, vocabulary: Vocabulary): Paragraph[] | undefined {
  if (number?.type !== 'paragraph' || !/^\d{1,3}[.)]?$/.test(number.text === '' ? number.label ?? '' : number.text)) return undefined;
  if (block?.type !== 'paragraph' || block.label !== undefined || block.heading) return undefined;
  const colon = /:\s+(?=\S)/.exec(block.text.slice(0, LONGEST_TITLE + 2));
  // "Minutes of the last meeting – 10th May The minutes were agreed.", its lines joined: the title ends where the sentence begins.
  const agreed = colon ? undefined : findWording(block.text.slice(0, LONGEST_TITLE * 2), vocabulary.words.minutesAgreed);
  if (agreed && agreed.start > 0 && agreed.start <= LONGEST_TITLE && !/[.;:,]\s*$/.test(block.text.slice(0, agreed.start)) && /^\p{Lu}/u.test(block.text.slice(agreed.start))) {
    return [{ ...stretchOf(block, 0, agreed.start), heading: { level: 2, by: 'looks' } }, stretchOf(block, agreed.start)];
  }
  if (!colon || !/^\p{Lu}[^.;!?]+$/u.test(block.text.slice(0, colon.index))) return undefined;
  return [{ ...stretchOf(block, 0, colon.index + 1), heading: { level: 2, by: 'looks' } }, stretchOf(block, colon.index + colon[0].length)];
}

function opened(table: Table, vocabulary: Vocabulary, actions: Set<Block>, headings: Paragraph[]): Block[] {
  const fields = columnsOf(table, vocabulary);
  const headed = fields.filter((f) => f !== undefined).length >= 2;
  const out: Block[] = [];
  for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const field = fields[cell.column];
    if (cell.row === 0 && headed) { headings.push(...eachParagraph(cell.blocks)); continue; }
    const titled = field === 'minute' && out.length > 0 ? runInTitle(out.at(-1), cell.blocks[0], vocabulary) : undefined;
    for (const block of titled ? [...titled, ...cell.blocks.slice(1)] : cell.blocks) {
      if (block.type === 'paragraph' && field === 'action' && cell.column > 0) actions.add(block);
      out.push(block);
    }
  }
  return out;
}
