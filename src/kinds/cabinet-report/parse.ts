/** A report to a deciding body: front, fields by their headings, the rest as sections. */
import { fragment } from '../../paper/locator.js';
import { fold } from '../../paper/text.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { eachParagraph } from '../../paper/walk.js';
import type { Parsed } from '../kind.js';
import type { Item, Section } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { readFront, type Front } from '../shared/front.js';
import { filled, given } from '../shared/given.js';
import { reportIrregular, reportIrregularItems, reportIrregularSections, reportRepeated } from '../shared/irregular.js';
import { itemsOf } from '../shared/items.js';
import { afterOpening } from '../shared/labels.js';
import { joinLoneLabels } from '../shared/lone-labels.js';
import { nextFilled, previousFilled } from '../shared/looks.js';
import { sectionsOf } from '../shared/sections.js';
import { tableRecords } from '../shared/tables.js';
import { isOneOf } from '../shared/vocabulary.js';
import { appendicesOf, appendixLine } from './appendices.js';
import { beginsBody, IMPLICATIONS, markHeadings, partBody, type Segment } from './body.js';
import { contactsOf } from './contacts.js';
import { frontRecord } from './front-fields.js';
import { implicationOf, implicationsInTable } from './implications.js';
import { milestonesIn } from './milestones.js';
import { recommendationsOf } from './recommendations.js';
import type { Appendix, Contact, Recommendation } from './schema.js';

/** Fields that are lists of items. */
const LISTS = ['summary', 'reasons', 'supportingInformation', 'otherOptions', 'backgroundPapers'] as const;
type ListName = (typeof LISTS)[number];
const isList = (field: string): field is ListName => (LISTS as readonly string[]).includes(field);

export function parse(context: ParseContext): Parsed {
  const { vocabulary } = context;
  const front = readFront(context, context.blocks, { stop: (p) => beginsBody(p, vocabulary) });
  const body = repeatsAside(context, front, joinLoneLabels(context, front.rest));
  const marked = markHeadings(context, body);
  const { segments, rest } = partBody(context, marked);
  const record = new ReportBuilder(context);
  for (const segment of segments) record.add(segment);
  const { before, sections } = sectionsOf(context, rest);
  const lead = record.section(before, front.masthead.title ?? '');
  const own = frontRecord(context, front);
  const all = inOrder(context, [...(lead ? [lead] : []), ...sections, ...record.extra]);
  const contacts = [...own.contacts, ...record.contacts];
  const authors = own.fields['authors'] ?? filled(record.contacts.filter((c) => c.name !== '' && isOneOf(c.capacity ?? '', vocabulary.words['author']))
    .map((c) => ({ text: [c.honorific, c.name].filter(Boolean).join(' '), name: c.name, type: 'person', ...given({ honorific: c.honorific, role: c.role }) })));
  const { lists, implications, appendices, recommendations, introduction } = record;
  for (const list of LISTS) { reportIrregularItems(context, lists[list]); reportRepeated(context, lists[list]); }
  reportIrregularItems(context, recommendations);
  reportRepeated(context, recommendations);
  // Numbers of headings run through fields and sections alike, up to the first appendix.
  const end = marked.findIndex((b) => b.type === 'paragraph' && b.heading !== undefined && b.number === undefined && appendixLine(b.text, vocabulary) !== undefined);
  reportIrregular(context, marked.slice(0, end < 0 ? undefined : end).flatMap((b) => (b.type === 'paragraph' && b.heading && b.number !== undefined && /^\d+$/.test(b.number)
    ? [{ number: b.number, at: fragment(b.at) }] : [])), 'section');
  for (const s of all) { reportIrregularItems(context, s.paragraphs); reportIrregularSections(context, s.sections); }
  if (recommendations.length === 0) context.diagnose('no-recommendations', 'info', 'No recommendations could be told apart in this report.');
  const milestones = milestonesIn(context, [lists.summary, lists.reasons, lists.supportingInformation, lists.otherOptions, ...implications.map((i) => i.items)], all);
  const { body: meetingBody, date } = front.masthead;
  const { authors: _, ...frontFields } = own.fields;
  return {
    masthead: front.masthead,
    fields: {
      meeting: given({ body: meetingBody, date }), ...frontFields, ...given({ authors }),
      summary: lists.summary, ...given({ recommendationsIntroduction: introduction }), recommendations, reasons: lists.reasons, supportingInformation: lists.supportingInformation,
      otherOptions: lists.otherOptions, implications, contacts, backgroundPapers: lists.backgroundPapers, appendices, milestones, sections: all,
    },
  };
}

/** Sections in the paper's order; those made of what a field had no room for are put where they stand. */
function inOrder(context: ParseContext, sections: Section[]): Section[] {
  const order = new Map<string, number>();
  let n = 0;
  for (const p of eachParagraph(context.blocks)) { const at = fragment(p.at); if (!order.has(at)) order.set(at, n); n++; }
  return sections.map((s, i) => ({ s, at: order.get(s.at), i })).sort((a, b) => (a.at !== undefined && b.at !== undefined ? a.at - b.at : 0) || a.i - b.i).map(({ s }) => s);
}

/**
 * Sets lines of the masthead aside that are printed again (on the first page of the officer's report); the line that names whose report
 * it is may stand among them for the first time.
 */
function repeatsAside(context: ParseContext, front: Front, blocks: readonly Block[]): Block[] {
  const repeated = (b: Block | undefined): boolean => b?.type === 'paragraph' && b.number === undefined && !b.bullet && b.text.length >= 5 && front.printed.has(fold(b.text));
  return blocks.filter((b, i) => {
    if (b.type !== 'paragraph') return true;
    if (repeated(b)) { context.ledger.setAside(b); return false; }
    const by = b.number === undefined && b.text.length <= 160 ? afterOpening(b.text, context.vocabulary.words['reportOf']) : undefined;
    if (by && (repeated(nextFilled(blocks, i)) || repeated(previousFilled(blocks, i))) && !front.fields.some((f) => f.field === 'reportOf')) {
      context.take(b);
      front.fields.push({ field: 'reportOf', label: '', lines: [{ ...b, text: by.replace(/^(?:the|a)\s+/iu, '') }] });
      return false;
    }
    return true;
  });
}

class ReportBuilder {
  readonly lists: Record<ListName, Item[]> = { summary: [], reasons: [], supportingInformation: [], otherOptions: [], backgroundPapers: [] };
  readonly implications: ReturnType<typeof implicationOf>[] = [];
  readonly contacts: Contact[] = [];
  readonly appendices: Appendix[] = [];
  recommendations: Recommendation[] = [];
  introduction: string | undefined;
  /** Sections made of what a field had no room for. */
  readonly extra: Section[] = [];

  constructor(readonly context: ParseContext) {}

  add(segment: Segment): void {
    const { field, heading, blocks } = segment;
    if (isList(field)) {
      this.context.heading(heading, field);
      this.lists[field].push(...this.items(blocks));
    } else if (field === 'recommendations') this.#recommend(segment);
    else if (field === IMPLICATIONS) {
      this.context.heading(heading, IMPLICATIONS);
      const tables = blocks.filter((b): b is PaperTable => b.type === 'table');
      const read = new Map(tables.map((t) => [t, implicationsInTable(this.context, t)]));
      for (const found of read.values()) this.implications.push(...(found ?? []));
      const left = blocks.filter((b) => b.type !== 'table' || !read.get(b));
      if (left.length > 0) this.implications.push(implicationOf(this.context, 'other', heading, this.items(left)));
    } else if (field.startsWith(`${IMPLICATIONS}.`)) {
      this.context.heading(heading, field);
      this.implications.push(implicationOf(this.context, field.slice(IMPLICATIONS.length + 1), heading, this.items(blocks)));
    } else if (field === 'contacts') {
      this.context.heading(heading, field);
      const capacity = isOneOf(heading.text, this.context.vocabulary.words['capacity']) ? heading.text.replace(/\s*:$/, '') : undefined;
      this.contacts.push(...contactsOf(this.context, [...eachParagraph(blocks)].filter((p) => p.text !== ''), capacity));
    } else if (field === 'appendices') {
      const { appendices, none } = appendicesOf(this.context, blocks);
      if (none.length > 0) this.#section(heading, none);
      else this.context.heading(heading, field);
      this.appendices.push(...appendices);
    }
  }

  /** The blocks as items; a table with nothing before it becomes an item of its own. */
  items(blocks: readonly Block[]): Item[] {
    const loose: Item[] = [];
    const items = itemsOf(this.context, blocks, (t) => loose.push({ text: t.title ?? '', tables: tableRecords(this.context, t), at: fragment(t.at) }));
    return [...loose, ...items];
  }

  /** Blocks without a heading, as a section with that title. */
  section(blocks: readonly Block[], title: string): Section | undefined {
    const first = blocks[0];
    if (!first) return undefined;
    const tables: PaperTable[] = [];
    const paragraphs = itemsOf(this.context, blocks, (t) => tables.push(t));
    if (paragraphs.length === 0 && tables.length === 0) return undefined;
    return { title, paragraphs, sections: [], ...(tables.length > 0 ? { tables: tables.flatMap((t) => tableRecords(this.context, t)) } : {}), at: fragment(first.at) };
  }

  #section(heading: Paragraph, blocks: readonly Block[]): void {
    const { at } = this.context.take(heading);
    const made = this.section(blocks, heading.text);
    this.extra.push({ ...(heading.number === undefined ? {} : { number: heading.number }), title: heading.text, paragraphs: made?.paragraphs ?? [], sections: [], ...(made?.tables ? { tables: made.tables } : {}), at });
  }

  /** The first printing is the field; a second of the same words is a section. */
  #recommend({ heading, blocks }: Segment): void {
    const items = this.items(blocks);
    const found = recommendationsOf(items);
    const known = new Set([...this.recommendations.flatMap((r) => [r, ...(r.items ?? [])]).map((r) => fold(r.text)), ...(this.introduction === undefined ? [] : [fold(this.introduction)])]);
    const again = found.recommendations.filter((r) => known.has(fold(r.text))).length;
    if (this.recommendations.length > 0 && again * 2 >= found.recommendations.length) {
      this.extra.push({ ...(heading.number === undefined ? {} : { number: heading.number }), title: heading.text, paragraphs: items, sections: [], at: this.context.take(heading).at });
      if (again < found.recommendations.length) this.context.diagnose('recommendations-differ', 'warning', 'The recommendations are printed twice, and not in the same words.', heading.at);
      return;
    }
    this.context.heading(heading, 'recommendations');
    this.introduction ??= found.introduction;
    this.recommendations.push(...found.recommendations);
    const first = found.notes[0];
    if (first) this.extra.push({ title: heading.text, paragraphs: found.notes, sections: [], at: first.at });
  }
}
