/** A report to a deciding body: front, fields by their headings, the rest as sections. */
import { splitLabel } from '../../paper/label.js';
import { fragment } from '../../paper/locator.js';
import { fold } from '../../paper/text.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { readDate, readParty } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { Item, Section } from '../schemas.js';
import { withBareNumbers } from '../shared/bare-numbers.js';
import type { ParseContext } from '../shared/context.js';
import { readFront, type Front } from '../shared/front.js';
import { filled, given } from '../shared/given.js';
import { reportIrregular, reportIrregularItems, reportRepeated, reportWithin } from '../shared/irregular.js';
import { itemsOf } from '../shared/items.js';
import { afterOpening, labelledValues, wordingsUnder } from '../shared/labels.js';
import { listRows } from '../shared/list-tables.js';
import { dayLine } from '../shared/masthead.js';
import { joinLoneLabels } from '../shared/lone-labels.js';
import { nextFilled, previousFilled } from '../shared/looks.js';
import { inPaperOrder } from '../shared/order.js';
import { sectionsOf } from '../shared/sections.js';
import { stretchOf } from '../shared/stretch.js';
import { tableRecords } from '../shared/tables.js';
import { isOneOf } from '../shared/vocabulary.js';
import { appendicesAmong, appendicesOf, appendixLine } from './appendices.js';
import { markHeadings, partBody, type Segment } from './body.js';
import { contactsIn, hasContact } from './contacts.js';
import { frontRecord } from './front-fields.js';
import { beginsBody, IMPLICATIONS, partedLabels } from './headings.js';
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
  const labels = wordingsUnder(vocabulary.words, 'front.');
  // "Report author: …" among the labels of the front is one of them; further on it heads the contacts.
  const front = readFront(context, withBareNumbers(context, partedLabels(context.blocks, vocabulary)), { subtitles: true, stop: (p) => { const field = beginsBody(p, vocabulary); return field !== undefined && !(field === 'contacts' && labelledValues(p, labels).length > 0); } });
  const body = signedOff(context, front, lateLabels(context, front, repeatsAside(context, front, joinLoneLabels(context, front.rest)), labels));
  const marked = markHeadings(context, body);
  const { segments, rest } = partBody(context, marked);
  const own = frontRecord(context, front);
  const record = new ReportBuilder(context);
  for (const segment of segments) record.add(segment);
  const { before, sections } = sectionsOf(context, rest);
  const lead = record.section(before, front.masthead.title ?? '');
  // Sections made of what a field had no room for are put where they stand.
  const all = inPaperOrder(context, [...(lead ? [lead] : []), ...sections, ...record.extra]);
  const contacts = [...own.contacts, ...record.contacts];
  const authors = own.fields['authors'] ?? filled(record.contacts.filter((c) => c.name !== '' && isOneOf(c.capacity ?? '', vocabulary.words['author']))
    .map((c) => ({ text: [c.honorific, c.name].filter(Boolean).join(' '), name: c.name, type: 'person', ...given({ honorific: c.honorific, role: c.role }) })));
  const { lists, implications, recommendations, introduction } = record;
  const appendices = record.appendices.length > 0 ? record.appendices : appendicesAmong(all, vocabulary);
  for (const list of LISTS) { reportIrregularItems(context, lists[list]); reportRepeated(context, lists[list]); }
  reportIrregularItems(context, recommendations);
  reportRepeated(context, recommendations);
  // Numbers of headings run through fields and sections alike, up to the first appendix.
  const end = marked.findIndex((b) => b.type === 'paragraph' && b.heading !== undefined && b.number === undefined && appendixLine(b.text, vocabulary) !== undefined);
  reportIrregular(context, marked.slice(0, end < 0 ? undefined : end).flatMap((b) => (b.type === 'paragraph' && b.heading && b.number !== undefined && /^\d+(?:\.0)?$/.test(b.number)
    ? [{ number: b.number.replace(/\.0$/, ''), at: fragment(b.at) }] : [])), 'section');
  for (const s of all) reportWithin(context, s);
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
    if (by && (repeated(nextFilled(blocks, i)) || repeated(previousFilled(blocks, i)))) {
      const { at } = context.take(b);
      const name = by.replace(/^(?:the|a)\s+/iu, '');
      // A member's report with the officer's behind it: the first is the paper's, the second a labelled line.
      if (front.fields.some((f) => f.field === 'reportOf')) front.others.push({ label: b.text.slice(0, b.text.length - name.length).trim(), text: name, at });
      else front.fields.push({ field: 'reportOf', label: '', lines: [{ ...b, text: name }] });
      return false;
    }
    return true;
  });
}

/** Labels of the front that stand further down as well, in a line of their own ("Wards affected: All"). */
const LATE = new Set(['wards', 'keyDecision', 'decisionNumber', 'portfolio', 'callIn', 'pathwayPast', 'pathwayFuture', 'marking']);
/** A labelled line past the front has at most this many characters: longer, it is a paragraph. */
const LONGEST_LATE = 160;

/** Takes labelled lines of the front that stand in the body. */
function lateLabels(context: ParseContext, front: Front, blocks: readonly Block[], labels: Readonly<Record<string, readonly string[]>>): Block[] {
  return blocks.filter((b) => {
    if (b.type !== 'paragraph' || b.number !== undefined || b.bullet || b.text.length > LONGEST_LATE || !b.text.includes(':') || /[.;]$/.test(b.text)) return true;
    const values = labelledValues(b, labels);
    if (values.length === 0 || !values.every((v) => LATE.has(v.field) && v.start < v.end)) return true;
    context.take(b);
    for (const v of values) front.fields.push({ field: v.field, label: v.label, lines: [stretchOf(b, v.start, v.end)] });
    return false;
  });
}

/** One or two words without a figure, over a name: a label that no wording knows ("Drafted by"). */
const headless = (text: string): boolean => /^[^\d,.;]{2,40}$/u.test(text);

/** Takes a sign-off in the body (a name, the post under it, the day): the author's, as many reports end. */
function signedOff(context: ParseContext, front: Front, blocks: readonly Block[]): Block[] {
  const plain = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.label === undefined && !b.band && b.text !== '' && b.text.length <= 90;
  for (let i = 1; i < blocks.length; i++) {
    const name = blocks[i];
    const post = blocks[i + 1];
    // "Executive Director, Roads: Morag Dalziel", the day under it.
    const one = plain(name) && plain(post) && post.text.length <= 40 ? postAndName(name.text, context) : undefined;
    if (one !== undefined && plain(name) && plain(post) && dayLine(post.text) !== undefined) {
      for (const p of [name, post]) context.take(p);
      front.fields.push({ field: 'authors', label: '', lines: [{ ...name, text: one }] }, { field: 'signed', label: '', lines: [post] });
      return blocks.filter((b) => b !== name && b !== post);
    }
    const before = blocks[i - 1];
    if (!plain(name) || !plain(post) || beginsBody(post, context.vocabulary) !== undefined || hasContact(post.text)) continue;
    // Under a label of capacity the lines are a contact's.
    if (before?.type === 'paragraph' && before.text.length <= 40 && before.label === undefined && (/:$/.test(before.text) || isOneOf(before.text, context.vocabulary.words['capacity']) || beginsBody(before, context.vocabulary) !== undefined || headless(before.text))) continue;
    const party = readParty(name.text.replace(/[\s,]+$/u, ''));
    if (party.type !== 'person' || party.role !== undefined || readParty(post.text.replace(/[\s,]+$/u, '')).type !== 'role') continue;
    const after = blocks[i + 2];
    const day = plain(after) && after.text.length <= 40 ? readDate(after.text) : undefined;
    const next = blocks[i + (day === undefined ? 2 : 3)];
    if (plain(next) && hasContact(next.text)) continue;
    const lines = [name, post];
    for (const p of lines) context.take(p);
    front.fields.push({ field: 'authors', label: '', lines: [{ ...name, text: `${name.text.replace(/[\s,]+$/u, '')}, ${post.text.replace(/[\s,]+$/u, '')}` }] });
    if (day !== undefined && after?.type === 'paragraph') {
      context.take(after);
      front.fields.push({ field: 'signed', label: '', lines: [after] });
    }
    return blocks.filter((b) => b !== name && b !== post && !(day !== undefined && b === after));
  }
  return [...blocks];
}

/** "Head of Roads: Morag Dalziel" as "Morag Dalziel, Head of Roads"; `undefined` for other lines, and under a label of capacity. */
function postAndName(text: string, context: ParseContext): string | undefined {
  const [post = '', name = '', more] = text.split(/\s*:\s+/u);
  if (more !== undefined || isOneOf(post, context.vocabulary.words['capacity']) || isOneOf(post, context.vocabulary.words['statutoryOfficer']) || hasContact(text)) return undefined;
  const party = readParty(name);
  return party.type === 'person' && party.role === undefined && readParty(post).type === 'role' ? `${name}, ${post}` : undefined;
}

/** The words of a recommendation, without a label that a reader left in the text, and without closing "; and". */
const wordsOf = (text: string): string => fold((splitLabel(text, { known: true })?.rest ?? text).replace(/[;,]?\s+(?:and|or)$/iu, ''));
/** The same words, or the one a part of the other that is cut short or goes on. */
const sameWords = (a: string, b: string): boolean => a === b || (Math.min(a.length, b.length) >= LONG_ENOUGH && (a.startsWith(b) || b.startsWith(a)));
/** Two recommendations that share this many characters from the start are one: boilerplate openings have some forty. */
const LONG_ENOUGH = 60;

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
      this.contacts.push(...contactsIn(this.context, blocks, capacity));
    } else if (field === 'appendices') {
      const { appendices, none } = appendicesOf(this.context, blocks);
      if (none.length > 0) this.#section(heading, none);
      // Appendices named at the end of a report without words over them are their own heading.
      else if (blocks[0] !== heading) this.context.heading(heading, field);
      this.appendices.push(...appendices);
    }
  }

  /** The blocks as items; a table with nothing before it becomes an item of its own. */
  items(blocks: readonly Block[]): Item[] {
    const loose: Item[] = [];
    const opened = blocks.flatMap((b): Block[] => {
      const rows = b.type === 'table' ? listRows(b) : undefined;
      if (rows) this.context.ledger.take(b);
      return rows ?? [b];
    });
    const items = itemsOf(this.context, opened, (t) => loose.push({ text: t.title ?? '', tables: tableRecords(this.context, t), at: fragment(t.at) }));
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
    const known = this.recommendations.flatMap((r) => [r, ...(r.items ?? [])]).map((r) => wordsOf(r.text));
    const again = found.recommendations.filter((r) => known.some((k) => sameWords(k, wordsOf(r.text)))).length;
    // "5.1 The recommendations are at the front of this report" recommends nothing.
    const pointing = found.recommendations.every((r) => (r.outcome ?? 'other') === 'other') && !found.introduction;
    if (this.recommendations.length > 0 && (again * 2 >= found.recommendations.length || pointing)) {
      this.extra.push({ ...(heading.number === undefined ? {} : { number: heading.number }), title: heading.text, paragraphs: items, sections: [], at: this.context.take(heading).at });
      if (!pointing && again < found.recommendations.length) this.context.diagnose('recommendations-differ', 'warning', 'The recommendations are printed twice, and not in the same words.', heading.at);
      return;
    }
    // Words that stand for the heading introduce the list, and are its first item.
    if (blocks[0]?.id !== heading.id) this.context.heading(heading, 'recommendations');
    const notes = [...found.notes];
    // A second list under words of its own: the record has room for the first's.
    if (this.introduction !== undefined && found.introduction !== undefined && !sameWords(wordsOf(this.introduction), wordsOf(found.introduction))) notes.unshift({ text: found.introduction, at: fragment(heading.at) });
    this.introduction ??= found.introduction;
    this.recommendations.push(...found.recommendations);
    const first = notes[0];
    if (first) this.extra.push({ title: heading.text, paragraphs: notes, sections: [], at: first.at });
  }
}
