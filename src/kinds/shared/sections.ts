/** Headings and the sections under them. */
import { places } from '../../paper/ledger.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import type { Section } from '../schemas.js';
import type { ParseContext } from './context.js';
import { itemsOf } from './items.js';
import { tableRecords } from './tables.js';

/** Longer than this (characters), a line is a sentence and no heading, whatever it looks like: two printed lines of a wide page. */
const LONGEST_HEADING = 180;
/** A numbered line without a reader's word for it is a heading only up to this length: one printed line. */
const LONGEST_INFERRED = 110;

/** The depth of a section's number: "2" and "2.0" are of the first level, "2.1" of the second. */
export const depthOf = (number: string): number => number.replace(/\.0$/, '').split('.').length;

/** "Parking changed hands when it was decriminalised." says something; "Child protection and complex needs." may head what follows. */
const isSentence = (text: string): boolean => /\.$/.test(text) && /\b(?:is|are|was|were|has|have|had|will|would|can|may|must|should)\b/i.test(text);
const isSentenceEnd = (text: string): boolean => /[;:,]$/.test(text);

/**
 * Paragraphs that are headings by their place alone, where the source has no style that says so (plain text): a short
 * numbered line whose own sub-points follow it at once ("4.1. What do we mean?" then "4.1.1."), or a short first-level numbered
 * line without a full stop that no next number follows. Returns blocks with `heading` set; the given ones stay as they are. Pure.
 */
export function inferHeadings(blocks: readonly Block[]): Block[] {
  return withMissing(blocks.map((block, i) => {
    if (block.type !== 'paragraph') return block;
    if (block.heading) return block.text.length > LONGEST_HEADING || isPoint(blocks, i, block) ? without(block) : block;
    const { number, text } = block;
    if (number === undefined || !/^\d+(?:\.\d+)*$/.test(number) || text === '' || text.length > LONGEST_INFERRED || isSentenceEnd(text)) return block;
    const next = nextWhere(blocks, i, (b): b is Paragraph => b.type === 'paragraph' && (b.text !== '' || b.label !== undefined));
    if (!next) return block;
    const depth = depthOf(number);
    const child = next.number?.startsWith(`${number.replace(/\.0$/, '')}.`) === true && !/\.0$/.test(next.number);
    const lone = depth === 1 && !/[.]$/.test(text) && text.length <= 60 && next.number === undefined && !next.heading && !hasSibling(blocks, i, number) ;
    // "2.1 Parking changed in 2017." over "2.1.1" is a point with points of its own.
    if ((!child || (depth > 1 && isSentence(text))) && !lone) return block;
    return { ...block, heading: { level: depth, by: 'looks' as const } };
  }));
}

/** The line between the headings 3 and 5 that has the number 4 and reads as a heading is one. */
function withMissing(blocks: Block[]): Block[] {
  let last: { number: number; at: number; level: number } | undefined;
  for (let i = 0; i < blocks.length; i++) {
    const b = blocks[i];
    if (b?.type !== 'paragraph' || !b.heading || !/^\d{1,2}$/.test(b.number ?? '')) continue;
    const number = Number(b.number);
    if (last && number === last.number + 2 && last.level === b.heading.level) {
      const wanted = String(number - 1);
      const between = blocks.slice(last.at + 1, i).flatMap((m, k) => (m.type === 'paragraph' && m.number === wanted ? [(last?.at ?? 0) + 1 + k] : []));
      const [at, another] = between;
      const missing = at === undefined || another !== undefined ? undefined : blocks[at];
      const before = at === undefined ? undefined : blocks[at - 1];
      if (at !== undefined && missing?.type === 'paragraph' && /^\p{Lu}/u.test(missing.text) && missing.text.length <= LONGEST_INFERRED && !/[.;:,]$/.test(missing.text)
        // The next of a list that counts on is an entry of it.
        && !(before?.type === 'paragraph' && before.number === String(number - 2))) blocks[at] = { ...missing, heading: { level: last.level, by: 'looks' } };
    }
    last = { number, at: i, level: b.heading.level };
  }
  return blocks;
}

/** The first block after the given place that is wanted. */
function nextWhere<B extends Block>(blocks: readonly Block[], i: number, wanted: (b: Block) => b is B): B | undefined {
  for (let j = i + 1; j < blocks.length; j++) {
    const b = blocks[j];
    if (b && wanted(b)) return b;
  }
  return undefined;
}

/** A short numbered sentence ("1.1 To tell members.") that looks set it as a heading, with nothing or points of its own under it, or words over a list ("4.1 We will:"): a point of its section. */
function isPoint(blocks: readonly Block[], i: number, p: Paragraph): boolean {
  const { number } = p;
  if (p.heading?.by !== 'looks' || p.bold || p.underlined || number === undefined || !/^\d+(?:\.\d+)*\.(?!0$)\d+$/.test(number) || !/[.:]$/.test(p.text)) return false;
  const next = nextWhere(blocks, i, (b): b is Block => b.type === 'table' || b.text !== '' || b.label !== undefined);
  if (/:$/.test(p.text)) return next?.type === 'paragraph' && next.bullet === true;
  return next === undefined || (next.type === 'paragraph' && (next.heading !== undefined || /^\d/.test(next.number ?? ''))
    && (next.number?.startsWith(`${number}.`) !== true || isSentence(p.text)));
}

const without = (p: Paragraph): Paragraph => {
  const { heading: _, ...rest } = p;
  return rest;
};

/** True where the next number of the same depth follows as the very next numbered paragraph: a list, not headings. */
function hasSibling(blocks: readonly Block[], i: number, number: string): boolean {
  const next = nextWhere(blocks, i, (b): b is Paragraph => b.type === 'paragraph' && b.number !== undefined);
  return next?.number === String(Number(number) + 1) && next === blocks[i + 1];
}

/** A heading and the blocks up to the next heading. The first has no heading: what stands before any. */
export interface Segment {
  readonly heading?: Paragraph;
  readonly blocks: Block[];
}

/** Parts the blocks at their headings. Pure. */
export function segments(blocks: readonly Block[], isHeading: (p: Paragraph) => boolean = (p) => p.heading !== undefined): Segment[] {
  const out: { heading?: Paragraph; blocks: Block[] }[] = [{ blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'paragraph' && isHeading(block)) out.push({ heading: block, blocks: [] });
    else out.at(-1)?.blocks.push(block);
  }
  return out;
}

interface Open { readonly section: Section; readonly level: number; readonly number?: string; readonly blocks: Block[] }

/** True where a section with heading `a` holds one with heading `b`: by the numbers where both have them, else by level. */
function holds(a: Open, b: { level: number; number?: string }): boolean {
  const numbered = /^\d+(?:\.\d+)*$/;
  if (a.number !== undefined && b.number !== undefined && numbered.test(a.number) && numbered.test(b.number)) {
    return depthOf(a.number) < depthOf(b.number);
  }
  return a.level < b.level;
}

/**
 * The tree of sections of the blocks, and what stands before the first heading. Takes all blocks. A heading's number goes
 * to the section; tables go to the section's `tables` where no paragraph stands before them.
 */
export function sectionsOf(context: ParseContext, blocks: readonly Block[]): { before: Block[]; sections: Section[] } {
  const [lead, ...rest] = segments(blocks);
  const sections: Section[] = [];
  const open: Open[] = [];
  for (const { heading, blocks: own } of rest) {
    if (!heading?.heading) continue;
    const entry = { level: heading.heading.level, ...(heading.number === undefined ? {} : { number: heading.number }) };
    while (open.length > 0) {
      const top = open.at(-1);
      if (top && holds(top, entry)) break;
      open.pop();
    }
    context.ledger.take(heading);
    const tables: PaperTable[] = [];
    const section: Section = {
      ...(heading.number === undefined ? {} : { number: heading.number }),
      title: heading.text, paragraphs: [], sections: [], ...places(heading.at, heading.until),
    };
    section.paragraphs = itemsOf(context, own, (t) => tables.push(t));
    if (tables.length > 0) section.tables = tables.flatMap((t) => tableRecords(context, t));
    (open.at(-1)?.section.sections ?? sections).push(section);
    open.push({ section, ...entry, blocks: own });
  }
  return { before: lead?.blocks ?? [], sections };
}
