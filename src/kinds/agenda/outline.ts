/** The outline of an agenda: its head, its items in order with the lines under each, and what stands after them. */
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import { readMinuteNumber } from '../../values/index.js';
import { bandIn } from '../shared/bands.js';
import type { ParseContext } from '../shared/context.js';
import { heaviestRun, type Numbered } from '../shared/numbering.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { unspaced } from './head.js';

export interface AgendaEntry {
  readonly number?: string;
  /** The paragraph with the title, which may be another than that with the number. */
  readonly title: Paragraph;
  readonly numberOf?: Paragraph;
  /** Offset of the title in its paragraph, where the number stands in the text. */
  readonly from: number;
  readonly exempt?: true;
  readonly lines: Block[];
}

export interface AgendaOutline {
  readonly before: Block[];
  readonly entries: AgendaEntry[];
  /** Lines over several items, and remarks right under them. */
  readonly notes: Paragraph[];
}

/** Longer (characters) than any title of an agenda item with what stands beside it. */
const LONGEST_TITLE = 700;

const isText = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph';

interface Candidate extends Numbered {
  readonly title: Paragraph;
  readonly numberOf: Paragraph;
  readonly from: number;
  readonly length: number;
}

function candidates(blocks: readonly Block[]): Candidate[] {
  const out: Candidate[] = [];
  blocks.forEach((p, index) => {
    if (!isText(p) || p.bullet) return;
    const read = p.number !== undefined ? { number: p.number, rest: p.text } : readMinuteNumber(p.text);
    if (!read || !/\d/.test(read.number) || /\.\d/.test(read.number)) return;
    let title = p;
    let from = p.number !== undefined ? 0 : p.text.length - read.rest.length;
    let length = 1;
    if (read.rest === '') {
      const after = blocks[index + 1];
      if (!isText(after) || after.number !== undefined || after.bullet) return;
      title = after;
      from = 0;
      length = 2;
    }
    const text = title.text.slice(from);
    if (text === '' || text.length > LONGEST_TITLE || !/\p{L}{2}/u.test(text)) return;
    let weight = 2;
    if (p.heading || title.heading || title.bold) weight += 1;
    if (/^\p{Ll}/u.test(text)) weight -= 1.5;
    if (text.length > 250) weight -= 1;
    // "03000 414043", "30 January": numbers of the head.
    if (p.number === undefined && text.length < 3) weight -= 2;
    if (weight > 0) out.push({ index, number: read.number, ...(p.label === undefined ? {} : { label: p.label }), weight, title, numberOf: p, from, length });
  });
  return out;
}

/** A line over several items: "EXEMPT ITEMS"; `undefined` for other lines. */
export function bandOf(p: Paragraph, vocabulary: Vocabulary): 'open' | 'exempt' | undefined {
  if (p.text.length > 100 || p.bullet || (p.number !== undefined && /^\d/.test(p.number))) return undefined;
  return bandIn(p.text, vocabulary);
}

/** A sentence on the items that follow, that they are exempt. */
const LONGEST_SENTENCE = 500;
function shutsOut(p: Paragraph, { words }: Vocabulary): boolean {
  return p.text.length <= LONGEST_SENTENCE && !p.bullet && p.number === undefined && openingOf(p.text, words.following) !== undefined && findWording(p.text, words.exempt) !== undefined && findWording(p.text, words.notExempt) === undefined;
}

/** True for a table with a number in the first cell of most of its rows. */
function tableOfItems(table: Table): boolean {
  const counted = table.cells.filter((c) => c.column === 0 && /^\(?\d{1,3}[.)]*$/.test(cellText(c).trim())).length;
  return table.columns >= 2 && counted >= Math.max(2, table.rows / 2);
}

/** Parts an agenda's blocks. Says what is odd in the numbering. Takes nothing. */
export function outlineOf(context: ParseContext, blocks: readonly Block[]): AgendaOutline {
  const { vocabulary } = context;
  const { run, places, total } = heaviestRun(candidates(blocks));
  const numbered = new Map((run.length > 1 || total >= 2 ? run : []).map((c) => [c.index, c]));
  run.forEach((c, i) => {
    const before = run[i - 1];
    if (!before) return;
    const [a = 0, b = 0] = [places[i - 1], places[i]];
    if (a === b) context.diagnose('number-repeated', 'warning', `Item ${c.number} comes twice.`, c.title.at);
    else if (b > a + 1) context.diagnose('number-skipped', 'warning', `After item ${before.number} comes ${c.number}.`, c.title.at);
  });
  const out: AgendaOutline = { before: [], entries: [], notes: [] };
  // Where a table holds the items, lines beside it are none.
  const tabled = blocks.some((b) => b.type === 'table' && tableOfItems(b));
  let exempt = false;
  let begun = numbered.size > 0;
  let skip = 0;
  let underBand = false;
  const first = run[0]?.index ?? Infinity;
  const lastAt = run.at(-1)?.index ?? -1;
  blocks.forEach((block, index) => {
    if (skip > 0) { skip--; return; }
    const c = numbered.get(index);
    if (c) {
      underBand = false;
      out.entries.push({ number: c.number, title: c.title, numberOf: c.numberOf, from: c.from, lines: [], ...(exempt ? { exempt: true as const } : {}) });
      skip = c.length - 1;
      return;
    }
    if (isText(block)) {
      const band = begun || out.entries.length > 0 ? bandOf(block, vocabulary) : undefined;
      // "The following report is not for publication …", after an item: said of those to come, as such a line over them would.
      const shut = band === undefined && out.entries.length > 0 && shutsOut(block, vocabulary);
      if (shut) { exempt = true; underBand = true; out.notes.push(block); return; }
      if (band !== undefined) {
        exempt = band === 'exempt';
        underBand = true;
        out.notes.push(block);
        return;
      }
      // What stands between such a line and the next number is said of the items to come.
      if (underBand && (index < lastAt || /^[([]/u.test(block.text))) { out.notes.push(block); return; }
      if (numbered.size === 0) {
        // An agenda without numbers: each line under the word "Agenda" is an item.
        if (isOneOf(unspaced(block.text), vocabulary.headings.title)) { begun = true; out.before.push(block); return; }
        if (begun && !tabled && block.text.length <= LONGEST_TITLE && !/^[([]/u.test(block.text)) {
          out.entries.push({ title: block, from: 0, lines: [], ...(exempt ? { exempt: true as const } : {}) });
          return;
        }
      }
    }
    (index < first ? out.before : out.entries.at(-1)?.lines ?? out.before).push(block);
  });
  return out;
}
