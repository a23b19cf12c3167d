/** A record or notice of an executive decision. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { eachParagraph, printed } from '../../paper/walk.js';
import { findDates, readDate, readParty } from '../../values/index.js';
import type { Masthead, Parsed } from '../kind.js';
import { AREAS } from '../names.js';
import type { Implication, Item, Party } from '../schemas.js';
import { withBareNumbers } from '../shared/bare-numbers.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { afterOpening, labelledValues } from '../shared/labels.js';
import { readsAsHeading } from '../shared/looks.js';
import { isAuthority } from '../shared/masthead.js';
import { openingOf } from '../shared/openings.js';
import { isOneOf } from '../shared/vocabulary.js';
import { partsOf, SHORT } from './boxes.js';
import { type Effect, effectIn } from './sentences.js';
import { numberedLines } from './numbered-lines.js';
import { chosenLines, type Extra, leftOf, type ShortValue, textOf } from './lines.js';

const LONG = ['decision', 'reasons', 'consultation', 'alternatives', 'interests', 'dispensations', 'backgroundPapers'] as const;
type Area = (typeof AREAS)[number];
/** "Consultation" is a box of its own in a notice, and no implication; a box that no wording knows is a labelled value. */
const isArea = (field: string): field is Area => field !== 'other' && (AREAS as readonly string[]).includes(field) && !(LONG as readonly string[]).includes(field);

/** The heading over all areas. */
const IMPLICATIONS = 'implications';

/** The head is at most this many lines before the first label. */
const HEAD_LINES = 8;
/** A short bold line, or one that ends in a colon, of at most this many characters heads what follows it in a box. */
const SUBHEADING_LENGTH = 90;

/** Short fields that become a date, or yes or no: what they say beyond that is kept as it stands. */
const VALUED = ['keyDecision', 'noCallIn', 'callIn', 'decided', 'published', 'callInDeadline', 'effective'] as const;
/** Words beside a date that say nothing more: its day of the week, the time, the joining words. */
const BESIDE_DATE = /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|at|on|by|from|the|noon|midnight|[ap]\.?m|hours|hrs)\b/giu;

/** True where a line says more than the value that its field makes of it. */
function saysMore(context: ParseContext, field: (typeof VALUED)[number], text: string): boolean {
  if (field === 'keyDecision' || field === 'noCallIn' || field === 'callIn') return !/^\p{L}+[.]?$/u.test(text) || !(isOneOf(text, context.vocabulary.words['yes']) || isOneOf(text, context.vocabulary.words['no']));
  const [first] = findDates(text);
  return !first || /\p{L}{2}/u.test(`${text.slice(0, first.start)} ${text.slice(first.end)}`.replace(BESIDE_DATE, ' '));
}

/** True where the source itself says that a line is a heading. */
const isMarked = (p: Paragraph): boolean => p.heading !== undefined && p.heading.by !== 'looks';

/** "Decision details", the first line of a web page, where the next says what was decided on: a heading of the next rank, or a line over labels. */
function isPageKind(context: ParseContext, p: Paragraph): boolean {
  const at = context.blocks.indexOf(p);
  if (at < 0 || context.blocks.slice(0, at).some((b) => b.type === 'table' || b.heading !== undefined)) return false;
  const [next, after] = context.blocks.slice(at + 1).filter((b) => b.type === 'table' || b.text !== '');
  if (next?.type !== 'paragraph' || next.text.endsWith(':')) return false;
  if (p.heading && isMarked(p)) return isMarked(next) && next.heading?.level === p.heading.level + 1;
  // Without marks: nothing but the page's name stands before, and the labels of a form follow.
  const named = p.label === undefined && !p.text.endsWith(':') && next.label === undefined && readsAsHeading(next) && labelledValues(next, context.vocabulary.headings).length === 0;
  return at === 0 && named && after?.type === 'paragraph' && labelledValues(after, context.vocabulary.headings).some((v) => SHORT.has(v.field) && v.start < v.end);
}

/** A heading of the page that ends in a colon labels a box of its own, whatever its words, where no heading of a higher rank is open. */
const isLabelHeading = (p: Paragraph, open: Paragraph | undefined): boolean => p.heading !== undefined && isMarked(p) && p.text.endsWith(':')
  && p.text.length <= SUBHEADING_LENGTH && (open === undefined || (open.heading?.level ?? 0) >= p.heading.level);

/** A box of the form: its label, and what stands under it. */
interface FormBox { readonly field: string; readonly label: Paragraph; readonly text: string; readonly blocks: Block[] }

export function parse(context: ParseContext): Parsed {
  const head: Paragraph[] = [];
  const boxes: FormBox[] = [];
  const lines: ShortValue[] = [];
  const extra: Extra[] = [];
  const effects: Effect[] = [];
  let pending: string[] = [];
  const labels = new Map<string, string>();
  let open: FormBox | undefined;
  let counted: number | undefined;
  let turn = 0;
  let before: FormBox | undefined;
  /** The subject of a second decision of the notice, or of a later one. */
  let several: Paragraph | undefined;
  for (const read of partsOf(withBareNumbers(context, context.blocks), context.vocabulary)) {
    if ('label' in read && isPageKind(context, read.paragraph)) { context.heading(read.paragraph, 'decision'); continue; }
    // Numbered headings count on through the notice: the next number heads a box of its own, whatever its words.
    const part = 'block' in read && read.block.type === 'paragraph' && (isNextHeading(read.block, counted) || isLabelHeading(read.block, open?.label) || (pending.length > 0 && lines.at(-1)?.turn === turn && isLoneLabel(read.block)) || (pending.length === 1 && pending[0] === 'subject' && lines.at(-1)?.turn === turn && isHeadingLine(read.block)))
      ? { label: read.block.text, field: 'other', paragraph: read.block, start: 0, end: read.block.text.length } : read;
    if ('label' in part) {
      if (part.start === 0 && /^\d+$/.test(part.paragraph.number ?? '')) counted = Number(part.paragraph.number);
      const inBox = open !== undefined && open.field === 'reasons' && isArea(part.field) && !isBeside(open.label, part.paragraph);
      // Two of an area are two entries, where they are headed alike.
      const again = open !== undefined && !SHORT.has(part.field) && part.field !== 'other' && boxes.some((b) => b.field === part.field) && !(isArea(part.field) && isBeside(open.label, part.paragraph));
      // "Decision details" over "What decision has been taken?": one label after another, nothing between.
      if (open && again && open.field === part.field && open.blocks.length === 0) { takeLabel(context, part.paragraph, part.start, part.end, part.field, part.label); continue; }
      // "Agenda Item 6: …", then "Decision made:" once more: a notice of several decisions, each with boxes of its own under its subject.
      const subject = again && part.field === 'decision' ? open?.blocks.at(-1) : undefined;
      if (open && subject?.type === 'paragraph' && subject.heading && boxes.some((b) => b.field === 'decision' && fold(b.text) === fold(part.label))) {
        several = subject;
        open.blocks.pop();
      }
      if (several && !inBox && again) {
        takeLabel(context, part.paragraph, part.start, part.end, part.field, part.label);
        open = { field: part.field, label: part.paragraph, text: part.label, blocks: [{ ...several, heading: { level: 1, by: several.heading?.by ?? 'looks' } }] };
        boxes.push(open);
        continue;
      }
      // An area under "Reasons" is a part of the reasons; a label that comes again is a heading in its box.
      if (open && (inBox || again)) { open.blocks.push(asHeading(part.paragraph)); continue; }
      takeLabel(context, part.paragraph, part.start, part.end, part.field, part.label);
      if (SHORT.has(part.field)) {
        // Labels side by side wait for their values together; one that comes after a value begins anew.
        const waiting = pending.filter((f) => !lines.some((l) => l.field === f));
        pending = [...waiting, part.field];
        labels.set(part.field, part.label.replace(/\s*:$/, ''));
        turn++;
        open = undefined;
        continue;
      }
      pending = [];
      // A labelled line among the text of a box: prose under it goes on with the box.
      before = part.field === 'other' && part.end < part.paragraph.text.length && part.paragraph.within === undefined ? (open?.field === 'other' ? before : open) : undefined;
      open = { field: part.field, label: part.paragraph, text: part.label, blocks: [] };
      boxes.push(open);
      continue;
    }
    const { block } = part;
    const signed = block.type === 'paragraph' && block.label === undefined ? signedOn(context, block) : undefined;
    if (signed !== undefined && block.type === 'paragraph') {
      lines.push({ field: 'decided', label: 'date', text: signed, at: context.take(block).at, turn: ++turn });
      pending = [];
      open = undefined;
      continue;
    }
    if (block.type === 'paragraph' && isBlank(context, block)) { context.ledger.setAside(block); continue; }
    const effect = block.type === 'paragraph' && open?.field !== 'decision' ? effectIn(context, block) : undefined;
    // "Subject to call-in?" asks for it: the sentence is that box's value.
    if (effect && pending.some((f) => f === 'callIn' || f === 'noCallIn')) effects.push(effect);
    else if (effect && block.type === 'paragraph') {
      effects.push(effect);
      extra.push({ label: '', text: printed(block), at: context.take(block).at });
      continue;
    }
    const other = open === undefined && block.type === 'paragraph' && block.within === undefined ? labelledLine(block) : undefined;
    // Among short fields a line with a label of its own ends the value above.
    const ends = lines.at(-1)?.turn === turn && isLabel(other?.label ?? '');
    // Beside a labelled value stands another in the form's next cell ("Exempt: No", "Urgent: No").
    const beside = open?.field === 'other' && open.blocks.length > 0 && block.type === 'paragraph' && block.within === undefined ? labelledLine(block) : undefined;
    if (beside && block.type === 'paragraph' && isLabel(beside.label) && (isOneOf(beside.text, context.vocabulary.words['yes']) || isOneOf(beside.text, context.vocabulary.words['no']))) {
      extra.push({ ...beside, at: context.take(block).at });
      continue;
    }
    if (other && block.type === 'paragraph' && (boxes.length === 0 || ends)) { extra.push({ ...other, at: context.take(block).at }); continue; }
    // A number is one line: what follows it is no part of it.
    if (pending.length === 1 && pending[0] === 'decisionNumber' && block.type === 'paragraph' && lines.at(-1)?.turn === turn && looksLikeNumber(lines.at(-1)?.text ?? '') && !looksLikeNumber(block.text)) {
      pending = [];
      extra.push({ label: '', text: printed(block), at: context.take(block).at });
      continue;
    }
    // "Signed: Ann Lee", and under it a sentence on something else.
    if (pending.length === 1 && UNDER_A_LINE.has(pending[0] ?? '') && block.type === 'paragraph' && lines.at(-1)?.turn === turn && SENTENCE.test(block.text)) {
      pending = [];
      extra.push({ label: '', text: printed(block), at: context.take(block).at });
      continue;
    }
    if (pending.length > 0 && block.type === 'paragraph') {
      const field = pending.find((f) => (f === 'decisionNumber') === looksLikeNumber(block.text)) ?? pending[0] ?? '';
      // "1.1 Ann Lee", under "1. Decision maker": the number counts the form's lines, and is no part of the value.
      const ofForm = counted !== undefined && block.number?.startsWith(`${counted}.`) === true;
      if (ofForm) context.take(block);
      lines.push({ field, label: labels.get(field) ?? '', text: ofForm ? block.text : printed(block), at: context.take(block).at, turn });
      // A value may run over lines until the next label; two labels side by side have a value each.
      if (pending.length > 1) pending = pending.filter((f) => f !== field);
      continue;
    }
    if (open) {
      if (before && open.blocks.length > 0 && block.type === 'paragraph' && /[.]$/.test(block.text)) { open = before; before = undefined; }
      open.blocks.push(...(block.type === 'paragraph' ? numberedLines(context, block).map(subheading) : [block]));
      continue;
    }
    if (block.type === 'paragraph' && head.length < HEAD_LINES) { head.push(block); continue; }
  }
  const { masthead, proposed, notes } = readHead(context, head);
  extra.push(...notes);
  const weak = context.vocabulary.words['weakLabel'];
  const value = (field: string): string | undefined => {
    const { own } = chosenLines(lines, field, weak);
    return own.length > 0 ? textOf(own) : undefined;
  };
  // What another label of the same field says ("Portfolio holder" beside "Decision maker") is a labelled value.
  for (const field of SHORT) if (field !== 'signatory') for (const other of chosenLines(lines, field, weak).others) extra.push(...leftOf(other, () => true));
  const authority = value('organisation');
  if (authority !== undefined) masthead.organisation ??= authority;
  for (const field of VALUED) extra.push(...leftOf(chosenLines(lines, field, weak).own, (text) => saysMore(context, field, text)));
  if (authority !== masthead.organisation) extra.push(...leftOf(lines.filter((l) => l.field === 'organisation'), () => true));
  const fields: Record<string, unknown> = {};
  const set = (name: string, v: unknown): void => { if (v !== undefined) fields[name] = v; };
  set('decisionNumber', value('decisionNumber'));
  const maker = makerOf(value('decisionMaker'), value('post'));
  set('decisionMaker', maker.party);
  if (!maker.withPost) extra.push(...leftOf(chosenLines(lines, 'post', weak).own, () => true));
  fields['subject'] = value('subject') ?? masthead.title ?? '';
  set('keyDecision', truth(context, value('keyDecision')));
  const exempt = truth(context, value('noCallIn'));
  set('callIn', truth(context, value('callIn')) ?? (exempt === undefined ? undefined : !exempt));
  for (const field of ['decided', 'published', 'callInDeadline', 'effective'] as const) set(field, dateOf(context, field, value(field)));
  for (const effect of effects) {
    if (fields[effect.field] === undefined) set(effect.field, effect.date);
    if (effect.calledIn && fields['callIn'] === undefined) set('callIn', true);
  }
  // Of two who sign the first is the signatory, and one who only approves is so where nobody signs; the other is a labelled value.
  const signing = lines.filter((l) => l.field === 'signatory');
  const signs = signing.filter((l) => !isOneOf(l.label, context.vocabulary.words['approves']));
  const first = signs.find((l) => !isOneOf(l.label, weak)) ?? signs[0] ?? signing[0];
  const signed = signing.filter((l) => l.turn === first?.turn);
  set('signatory', partyOf(signed.map((l) => l.text).join(' ').trim()));
  for (const t of new Set(signing.filter((l) => !signed.includes(l)).map((l) => l.turn))) extra.push(...leftOf(signing.filter((l) => l.turn === t), () => true));
  if (proposed) fields['proposed'] = true;
  if (typeof fields['decided'] === 'string') { masthead.date ??= fields['decided']; context.date ??= fields['decided']; }
  const byField = (field: string): Block[] => boxes.filter((b) => b.field === field).flatMap((b) => withoutLeads(b.blocks));
  for (const field of LONG) {
    const items: Item[] = itemsOf(context, byField(field));
    if (field !== 'backgroundPapers' || items.length > 0) fields[field] = items;
  }
  const implications: Implication[] = boxes.filter((b) => isArea(b.field) || (b.field === IMPLICATIONS && b.blocks.length > 0)).map((b) => ({
    ...(b.label.number === undefined ? {} : { number: b.label.number }), area: isArea(b.field) ? b.field : 'other', heading: b.text.replace(/\s*:$/, ''),
    items: itemsOf(context, b.blocks), at: context.take(b.label).at,
  }));
  if (implications.length > 0) fields['implications'] = implications;
  for (const box of boxes.filter((b) => b.field === 'other')) {
    const texts = eachParagraph(box.blocks).filter((p) => p.text !== '' || p.label !== undefined);
    for (const p of texts) context.take(p);
    extra.push({ label: box.text.replace(/\s*[:?]+$/, ''), text: texts.map(printed).join('\n\n'), at: context.take(box.label).at });
  }
  if (extra.length > 0) fields['fields'] = extra;
  if (fields['subject'] === '') context.diagnose('subject-missing', 'warning', 'The notice does not say what the decision is about.');
  return { masthead, fields };
}

function takeLabel(context: ParseContext, p: Paragraph, start: number, end: number, field: string, label: string): void {
  const { at } = context.takePart(p, start, end);
  context.headings.push({ field, ...(p.number === undefined || start > 0 ? {} : { number: p.number }), heading: label.replace(/\s*:$/, ''), at });
}

/** A short numbered line that looks like a heading, with the number after the last heading's. */
function isNextHeading(p: Paragraph, counted: number | undefined): boolean {
  return counted !== undefined && p.number === String(counted + 1) && (p.bold === true || p.heading !== undefined) && p.text.length <= SUBHEADING_LENGTH && /[^.;,]$/.test(p.text);
}

/** Two headings that the source itself ranks alike, or that are numbered alike, head boxes side by side. */
function isBeside(a: Paragraph, b: Paragraph): boolean {
  if (a.number !== undefined || b.number !== undefined) return a.number !== undefined && b.number !== undefined;
  return a.heading !== undefined && b.heading !== undefined && a.heading.by !== 'looks' && a.heading.by === b.heading.by && a.heading.level === b.heading.level;
}

/** Headings inside a box are of one level, whatever their looks. */
const asHeading = (p: Paragraph): Paragraph => ({ ...p, heading: { level: 2, by: p.heading?.by ?? 'looks' } });

/** "The Executive Member agreed" over "(a) that …" begins the sentence of the list, and heads nothing. */
function withoutLeads(blocks: readonly Block[]): Block[] {
  return blocks.map((block, i) => {
    const next = blocks[i + 1];
    if (block.type === 'table' || block.heading?.by !== 'looks' || next?.type !== 'paragraph' || next.label === undefined || !/^\p{Ll}/u.test(next.text)) return block;
    const { heading: _heading, ...rest } = block;
    return rest;
  });
}

/** A line in a box that heads what follows: it is bold, or the reader says so, and is short. */
function subheading(p: Paragraph): Paragraph {
  if (p.heading) return asHeading(p);
  if (p.label !== undefined || p.text.length > SUBHEADING_LENGTH) return p;
  return p.bold === true && /[^.;]$/.test(p.text) ? asHeading(p) : p;
}

const looksLikeNumber = (text: string): boolean => /\d/.test(text) && text.length <= 30 && !/\s\p{L}{4,}/u.test(text);

/** Dotted lines for a signature, and their captions. */
function isBlank(context: ParseContext, p: Paragraph): boolean {
  const words = p.text.replace(/[.…_\s]{3,}/g, ' ').trim();
  if (/^[.…_\s]+$/.test(p.text) && p.text.length >= 3) return true;
  // "Box 3" numbers a part of the form.
  if (/^(?:\d{1,2}|[A-Z])$/.test(afterOpening(p.text, context.vocabulary.words['formPart']) ?? '')) return true;
  return /[.…_]{5,}/.test(p.text) && isOneOf(words, context.vocabulary.words['blank'])
    || (p.text === p.text.toLowerCase() && (isOneOf(p.text, context.vocabulary.words['blank']) || p.text.split(/\s+/u).every((w) => isOneOf(w, context.vocabulary.words['blank']))));
}

/** ".......... 22 May 2024 signed date": the day on a dotted line, over its captions. */
function signedOn(context: ParseContext, p: Paragraph): string | undefined {
  if (p.text.length > LONGEST_SIGNING || !/[.…_]{5,}/.test(p.text)) return undefined;
  const [day, another] = findDates(p.text);
  if (!day || another) return undefined;
  const rest = `${p.text.slice(0, day.start)} ${p.text.slice(day.end)}`.replace(/[.…_:]{2,}|:/g, ' ').trim().split(/\s+/u);
  return rest.every((word) => isOneOf(word, context.vocabulary.words['blank'])) ? p.text.slice(day.start, day.end) : undefined;
}
/** A dotted line with a day and two captions (characters). */
const LONGEST_SIGNING = 200;

function truth(context: ParseContext, text: string | undefined): boolean | undefined {
  if (text === undefined || text === '') return undefined;
  if (isOneOf(text, context.vocabulary.words['no'])) return false;
  if (isOneOf(text, context.vocabulary.words['yes'])) return true;
  context.diagnose('answer-not-read', 'info', `"${text}" is neither yes nor no.`);
  return undefined;
}

function dateOf(context: ParseContext, field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = readDate(text);
  if (date === undefined) context.diagnose('date-not-read', 'warning', `"${text}" (${field}) is no date that can be read.`);
  return date;
}

const partyOf = (text: string | undefined): Party | undefined => (text === undefined || text === '' ? undefined : readParty(text));

/** "Director of Place, Samir Haddad": the post before its holder. */
function postFirst(text: string | undefined): Party | undefined {
  const [, post, name] = /^([^,]{4,100}),\s([^,]{3,60})$/u.exec(text ?? '') ?? [];
  if (text === undefined || post === undefined || name === undefined || readParty(post).type !== 'role') return undefined;
  const holder = readParty(name);
  return holder.type === 'person' && holder.role === undefined && holder.organisation === undefined ? { ...holder, text, role: post } : undefined;
}

/** Who decides, with the post that a line of its own names. */
function makerOf(text: string | undefined, post: string | undefined): { party: Party | undefined; withPost: boolean } {
  const party = postFirst(text) ?? partyOf(text);
  if (post === undefined || party?.type !== 'person' || party.role !== undefined) return { party, withPost: false };
  return { party: { ...party, text: `${party.text}, ${post}`, role: post }, withPost: true };
}

/** Fields whose value is a name or a day, and a sentence is none: forty characters or more with words in small letters and a stop. */
const UNDER_A_LINE: ReadonlySet<string> = new Set(['signatory', 'decided', 'published', 'effective', 'callInDeadline']);
const SENTENCE = /^\p{Lu}(?=.*\s\p{Ll}+\s\p{Ll}+\s\p{Ll}+).{38,}[.]$/su;

/** A label that ends the value above it has at most this many words. */
const LABEL_WORDS = 5;
const isLabel = (label: string): boolean => label !== '' && label.split(/\s+/u).length <= LABEL_WORDS && !label.includes(',');

/** "Purpose:" alone under a short value: a label that no wording knows, over a box of its own. */
const isLoneLabel = (p: Paragraph): boolean => p.within === undefined && p.label === undefined && p.text.endsWith(':') && /^\p{Lu}/u.test(p.text) && isLabel(p.text.slice(0, -1)) && p.text.indexOf(':') === p.text.length - 1;

/** A heading of the form right under the subject ("Executive summary", in bold): a box of its own, whatever its words. */
const isHeadingLine = (p: Paragraph): boolean => p.within === undefined && p.label === undefined && (isMarked(p) || (p.bold === true && p.heading !== undefined)) && /^\p{Lu}.*[\p{L})]$/u.test(p.text) && isLabel(p.text);

/** A labelled value without a field of its own ("For publication: Yes"). */
function labelledLine(p: Paragraph): { label: string; text: string } | undefined {
  const found = /^(\p{Lu}[^:?]{2,60}):\s+(\S.*)$/u.exec(p.text);
  return found?.[1] && found[2] ? { label: found[1], text: found[2] } : undefined;
}

/** A sentence of a head is longer than this (characters): a title that ends in a stop is not. */
const LONGEST_TITLE = 100;

/** The lines before the first label: authority and title ("… COUNCIL – RECORD OF DECISION"). */
function readHead(context: ParseContext, head: readonly Paragraph[]): { masthead: Masthead; proposed: boolean; notes: Extra[] } {
  const masthead: Masthead = {};
  const title: string[] = [];
  const notes: Extra[] = [];
  for (const p of head) {
    const [first = '', ...more] = p.text.split(/\s+[–—-]\s+/u);
    if (masthead.organisation === undefined && isAuthority(first)) {
      masthead.organisation = first;
      if (more.length > 0) title.push(p.text);
      context.take(p);
      continue;
    }
    const date = p.text.length <= 60 ? readDate(p.text) : undefined;
    if (date !== undefined) { masthead.date ??= date; context.take(p); continue; }
    // The law that it is made under, and a sentence that says so, are no title.
    if (title.length > 0 && (openingOf(p.text, context.vocabulary.words['legalBasis']) || (p.text.length > LONGEST_TITLE && /[.]$/.test(p.text)))) {
      notes.push({ label: '', text: printed(p), at: context.take(p).at });
      continue;
    }
    title.push(p.text);
    context.take(p);
  }
  if (title.length > 0) masthead.title = title.join(' ');
  const words = context.vocabulary.words['proposed'] ?? [];
  const lower = title.join(' ').toLowerCase();
  return { masthead, proposed: words.some((w) => lower.includes(w)), notes };
}
