/** The agenda of a meeting: head, items, notes, signature. */
import type { Block } from '../../paper/model.js';
import { findDates } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { itemOf as noteOf, itemsOf } from '../shared/items.js';
import { openingOf } from '../shared/openings.js';
import { isCommittee } from '../shared/masthead.js';
import type { Item } from '../schemas.js';
import { readHead } from './head.js';
import { readFoot } from './signature.js';
import { endInPages, itemOf, tableItems } from './items.js';
import { outlineOf } from './outline.js';
import type { AgendaItem } from './schema.js';

/** Such a line has at most this many characters. */
const LONGEST_LINE = 140;

/** "Cabinet - Tuesday, 3rd June, 2025 6.00 pm", as council websites head a meeting's page: the body before the dash. */
function bodyBesideDay(lines: readonly Block[]): string | undefined {
  for (const line of lines) {
    if (line.type !== 'paragraph' || line.text.length > LONGEST_LINE || line.number !== undefined) continue;
    const day = findDates(line.text)[0];
    const named = day ? /^(.{3,100}?)\s+[–—-]\s+(?:\p{L}+day\b,?\s*)?$/u.exec(line.text.slice(0, day.start))?.[1] : undefined;
    if (named !== undefined && (isCommittee(named) || /^(?:full |extraordinary )?council$/iu.test(named))) return named;
  }
  return undefined;
}

export function parse(context: ParseContext): Parsed {
  const outline = outlineOf(context, context.blocks);
  const items: AgendaItem[] = [];
  // Tables of items may stand before any numbered paragraph, or be the whole agenda.
  const before: Block[] = [];
  const tables: { items: AgendaItem[]; order: number }[] = [];
  for (const [order, block] of outline.before.entries()) {
    const rows = block.type === 'table' ? tableItems(context, block) : undefined;
    if (rows) tables.push({ items: rows, order });
    else before.push(block);
  }
  for (const t of tables) items.push(...t.items);
  const firstTable = tables[0]?.order ?? Infinity;
  const lines = before.filter((b) => outline.before.indexOf(b) < firstTable || outline.entries.length > 0);
  const after = before.filter((b) => !lines.includes(b));

  const head = readHead(context, lines);
  const { masthead, meeting } = head;
  masthead.body ??= bodyBesideDay(lines);
  if (meeting.date !== undefined) context.date = meeting.date;
  const last = outline.entries.at(-1);
  if (last) last.lines.splice(0, last.lines.length, ...readFoot(context, head, last.lines));
  const notes: Item[] = [...head.notes];
  const rest = last ? [] : readFoot(context, head, after);
  const column = endInPages(outline.entries);
  for (const entry of outline.entries) {
    const own: Block[] = [];
    // A table of further items under an item, the applications of a planning committee among them: they come after it.
    const further: AgendaItem[] = [];
    for (const block of entry.lines) {
      const rows = block.type === 'table' ? tableItems(context, block) : undefined;
      if (rows) further.push(...rows);
      else own.push(block);
    }
    // Advice to the public in full paragraphs after the last item is no line under it.
    const advice = entry === last ? own.findIndex((b) => b.type === 'paragraph' && b.number === undefined && openingOf(b.text, context.vocabulary.words.advice) !== undefined) : -1;
    const under = entry === last ? own.slice(0, advice < 0 ? undefined : advice).filter((b) => b.type === 'table' || b.text.length <= 400) : own;
    const tail = own.filter((b) => !under.includes(b));
    items.push(itemOf(context, { ...entry, lines: under }, column), ...further);
    notes.push(...itemsOf(context, tail));
  }
  for (const p of outline.notes) notes.push(noteOf(context, p));
  notes.push(...itemsOf(context, rest));
  const { contact } = head;
  return {
    masthead: { ...masthead, ...(masthead.title === undefined && masthead.body !== undefined ? { title: masthead.body } : {}) },
    fields: {
      meeting: {
        body: masthead.body ?? '',
        ...(meeting.date === undefined ? {} : { date: meeting.date }), ...(meeting.startTime === undefined ? {} : { startTime: meeting.startTime }),
        ...(meeting.endTime === undefined ? {} : { endTime: meeting.endTime }), ...(meeting.venue === undefined ? {} : { venue: meeting.venue }),
      },
      ...(contact.name === undefined ? {} : { contact: { name: contact.name, ...(contact.role === undefined ? {} : { role: contact.role }), ...(contact.phone === undefined ? {} : { phone: contact.phone }), ...(contact.email === undefined ? {} : { email: contact.email }) } }),
      membership: head.membership,
      notes,
      ...(head.signatory ? { signatory: head.signatory } : {}),
      ...(head.issued === undefined ? {} : { issued: head.issued }),
      items,
    },
  };
}
