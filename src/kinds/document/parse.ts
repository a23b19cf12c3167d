/** A paper of no known kind: its title, the tree of its sections, its tables, the fields of its forms. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { readDate } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { Section, Table } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { openingOf } from '../shared/openings.js';
import { readMasthead } from '../shared/masthead.js';
import { withoutCaptions } from '../shared/captions.js';
import { inferHeadings, sectionsOf } from '../shared/sections.js';
import { tableRecords } from '../shared/tables.js';
import { readLetter } from './letter.js';

/** "Proposed by: Councillor …": a short label, a colon, and text on the same line. */
const FIELD = /^(\p{Lu}[^:.;!?]{1,48}):\s+(\S.*)$/u;
/** A label of more words is a sentence that happens to have a colon. */
const FIELD_WORDS = 6;

interface Field { label: string; text: string; at: string }

export function parse(context: ParseContext): Parsed {
  const { masthead, rest } = readLetter(context) ?? readMasthead(context);
  masthead.date ??= madeOn(context);
  const blocks = inferHeadings(withoutCaptions(rest, context.vocabulary.words['caption']));
  const tables: Table[] = [];
  const fields: Field[] = [];
  const prose: Block[] = [];
  for (const block of blocks) {
    if (block.type === 'table') tables.push(...tableRecords(context, block, tables.length));
    else {
      const field = fieldOf(context, block);
      if (field) fields.push(field);
      else prose.push(block);
    }
  }
  const { before, sections } = sectionsOf(context, prose);
  const lead = leadSection(context, before, masthead.title ?? '');
  return { masthead, fields: { sections: lead ? [lead, ...sections] : sections, tables, fields } };
}

/** The sentence that dates an agreement stands among this many first blocks. */
const FIRST_BLOCKS = 8;

/** The day on which an agreement says that it is made. */
function madeOn(context: ParseContext): string | undefined {
  for (const b of context.blocks.slice(0, FIRST_BLOCKS)) {
    const rest = b.type === 'paragraph' ? openingOf(b.text, context.vocabulary.words['madeOn']) : undefined;
    const date = rest && b.type === 'paragraph' ? readDate(b.text.slice(rest.end)) : undefined;
    if (date !== undefined) return date;
  }
  return undefined;
}

/** A labelled field, where the paragraph is one. */
function fieldOf(context: ParseContext, p: Paragraph): Field | undefined {
  if (p.label !== undefined || p.heading) return undefined;
  const found = FIELD.exec(p.text);
  const label = found?.[1];
  const text = found?.[2];
  if (!label || !text || label.split(' ').length > FIELD_WORDS || text.length > 400) return undefined;
  return { label, text, at: context.take(p).at };
}

/** What stands before the first heading, as a section that bears the paper's title. */
function leadSection(context: ParseContext, before: readonly Block[], title: string): Section | undefined {
  const first = before[0];
  if (!first) return undefined;
  const own: PaperTable[] = [];
  const paragraphs = itemsOf(context, before, (t) => own.push(t));
  if (paragraphs.length === 0) return undefined;
  return { title, paragraphs, sections: [], at: fragment(first.at) };
}
