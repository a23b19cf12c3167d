/**
 * The outline of minutes: which paragraphs head the items of business. Numbers alone do not say it, for the points inside an
 * item are numbered too; so each numbered paragraph is weighed for looking like a heading, and the heaviest unbroken run of
 * numbers through the paper is the minutes' own numbering. Headings without a number are found by their look or their words.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import { readAttendee, readMinuteNumber } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { bandIn } from '../shared/bands.js';
import { FETCHED } from '../shared/fetched.js';
import { heaviestRun, type Numbered } from '../shared/numbering.js';
import { findWording, openingOf } from '../shared/openings.js';
import { oncePer, remembered } from '../shared/remember.js';
import { inEitherLanguage } from '../shared/bilingual.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** The heading of an item, of one paragraph or several (a number, a title, "(Item 3)"). */
export interface ItemHead {
  readonly number?: string;
  readonly agendaItem?: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly exempt?: boolean;
  /** The title of a further meeting in the same file: what stands under it is its head. */
  readonly meeting?: true;
  /** What the page puts after the title ("PDF 369 KB"): a stretch of one of the paragraphs, and furniture. */
  readonly tail?: Tail;
}
interface Tail { readonly paragraph: Paragraph; readonly start: number; readonly end: number }
export interface OutlinedItem { readonly head: ItemHead; readonly blocks: Block[] }
export interface Outline {
  /** What stands before the first item: masthead and attendance. */
  readonly before: Block[];
  readonly items: OutlinedItem[];
  /** Lines that stand over several items ("UNRESTRICTED ITEMS"), with the field that each names. */
  readonly bands: { readonly paragraph: Paragraph; readonly field: string }[];
}

/** Longer (characters) than any title of an item: five printed lines. */
const LONGEST_TITLE = 400;
/** A title up to this length looks like one: two printed lines. */
const SHORT_TITLE = 160;
/** A run of headings must weigh this much a heading: one sign of a heading at least. */
const LEAST_MEAN = 1.5;
/** A run of one heading must be sure of itself. */
const LEAST_ALONE = 4;

/** "Item 4: Winter pressures", "Agenda item 2 – Minutes": the agenda's number stands before the title. */
const ITEM_LABEL = /^(?:agenda\s+)?(?:item|eitem)\s+(?:no\.?\s*)?(\d{1,3})\s*[:.–—-]\s*(?=\S)/i;

/** "C048/23 1. Apologies": the minute's reference and the agenda's number, one after the other. */
const TWO_NUMBERS = /^([A-Z]{0,6}\d{1,4}\/\d{2,4}(?:[/-]\d{1,4})?)[.:]?\s+(\d{1,2}(?:\.\d{1,2})?)[.):]?\s+(?=["“‘(]?\p{Lu})/u;
/** Nobody heads an item with it: "None". A sentence that says so ("No declarations were made") is known by its opening. */
const NOTHING = /^(?:none|nil|nothing)$/i;

/** What was decided begins so, no title. */
const PARTICIPLE = /^(?:noted|agreed|approved|endorsed|resolved|recommended|authorised|delegated|instructed|requested|welcomed|received)\b\s+(?!minutes|reports?\b)[a-z\u00c0-\u024f]/i;

interface Candidate extends Numbered {
  /** The number is the agenda's, not the minute's. */
  readonly ofAgenda?: true;
  readonly title: string;
  /** Where the title ends in its paragraph, when text follows on it. */
  readonly cut?: number;
  /** Blocks that the heading takes. */
  readonly length: number;
  readonly agendaItem?: string;
  readonly tail?: Tail;
}

/** The title without what a website puts after it, and where that stands in the title's paragraph. */
function withoutTail(title: string, paragraph: Paragraph): { title: string; tail?: Tail } {
  const said = FETCHED.exec(title)?.[0];
  if (said === undefined || said.length === title.length) return { title };
  const words = said.trim();
  const start = paragraph.text.lastIndexOf(words);
  return start < 0 ? { title } : { title: title.slice(0, -said.length), tail: { paragraph, start, end: start + words.length } };
}

/** The agenda's number at the end of a heading, or alone on its line: "(Item 3)", "[Agenda Item 4a]". Offsets into the text. */
export function agendaItemIn(text: string, words: readonly string[] | undefined): { number: string; start: number } | undefined {
  const from = Math.max(0, text.length - 48);
  const tail = text.slice(from);
  // "… in items on the agenda (Item 2)": the last of the words that could stand before the number.
  for (let at = 0; at < tail.length;) {
    const found = findWording(tail.slice(at), words);
    if (!found) return undefined;
    const start = at + found.start;
    at += found.end;
    const m = /^\s*[:.–-]?\s*(\d{1,3}(?:\.\d{1,2})?\s?(?:[A-Za-z]|\([a-z]\))?)\.?\s*([)\]])?\s*$/.exec(tail.slice(at));
    if (!m?.[1]) continue;
    const open = /[([]\s*$/.exec(tail.slice(0, start));
    // Without brackets it must be the whole line: a title may end in "item 3".
    if (!open && from + start > 0) return undefined;
    return { number: m[1].replace(/\s+/g, ''), start: from + start - (open?.[0].length ?? 0) };
  }
  return undefined;
}

const isText = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph';
const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);

/** How much a numbered paragraph looks like the heading of an item; under 0 not at all. */
function weigh(p: Paragraph, title: string, titleOf: Paragraph, next: Paragraph | undefined, agendaItem: string | undefined, vocabulary: Vocabulary): number {
  let weight = 0;
  if (p.heading || titleOf.heading) weight += 3;
  else if (p.bold || titleOf.bold) weight += 2.5;
  else if (titleOf.underlined) weight += 1.5;
  if (agendaItem !== undefined) weight += 3;
  if (isCapitals(title)) weight += 2;
  if (title.length <= SHORT_TITLE && !/[.;:,]["”’)]?$/.test(title)) weight += 1.5;
  else if (/[.;:,]["”’)]?$/.test(title)) weight -= 2;
  if (title.length > SHORT_TITLE) weight -= (title.length - SHORT_TITLE) / 60;
  if (isKnownTitle(title, vocabulary)) weight += 2;
  if (/^\p{Ll}/u.test(title)) weight -= 4;
  if (title.length > 60 && /\b(?:was|were|had been|has been|have been|said|noted|thanked|explained|asked|would be)\b/.test(title)) weight -= 2;
  if (openingOf(title, vocabulary.words.resolved) ?? openingOf(title, vocabulary.words.decided)) weight -= 5;
  if (isMoved(title, vocabulary)) weight -= 4;
  // "Noted the report; and": an entry of what was decided.
  if (/[;,]\s*(?:and|or)$/i.test(title)) weight -= 4;
  if (PARTICIPLE.test(title)) weight -= 2;
  // What follows an item's heading is its text; a list's entry is followed by the next entry.
  if (next && next.number === undefined && next.text.length > title.length) weight += 0.5;
  return weight;
}

/** True where the paragraph says that somebody moved and somebody seconded. */
export function isMoved(text: string, vocabulary: Vocabulary): boolean {
  return findWording(text, vocabulary.words.moved) !== undefined && findWording(text, vocabulary.words.seconded) !== undefined;
}

const TITLE_FIELDS = ['declarations', 'apologiesItem', 'nextMeetingItem', 'itemTitle'] as const;

export function isKnownTitle(text: string, vocabulary: Vocabulary): boolean {
  return TITLE_FIELDS.some((f) => isOneOf(text, vocabulary.headings[f]) || inEitherLanguage(text).some((half) => isOneOf(half, vocabulary.headings[f])));
}

function candidates(blocks: readonly Block[], vocabulary: Vocabulary): Candidate[] {
  const out: Candidate[] = [];
  blocks.forEach((p, index) => {
    if (!isText(p) || p.bullet) return;
    const bare = /^(\d{1,3})[.)]?$/.exec(p.text)?.[1];
    const item = p.number === undefined ? ITEM_LABEL.exec(p.text) : null;
    const two = p.number === undefined && !item && p.text.includes('/') ? TWO_NUMBERS.exec(p.text) : null;
    const read = two?.[1] !== undefined ? { number: two[1], rest: p.text.slice(two[0].length) } : item?.[1] !== undefined ? { number: item[1], rest: p.text.slice(item[0].length) } : p.number !== undefined ? { number: p.number, rest: p.text } : bare !== undefined ? { number: bare, rest: '' } : readMinuteNumber(p.text);
    if (!read || !/\d/.test(read.number)) return;
    let length = 1;
    let titleOf = p;
    let title = read.rest;
    let cut: number | undefined;
    if (title === '') {
      const after = blocks[index + 1];
      if (!isText(after) || after.number !== undefined || after.bullet) return;
      titleOf = after;
      // A cell that holds title and text: the title is its first line.
      const line = (after.spans ?? []).find((s) => s.style === 'break');
      cut = line?.start;
      title = after.text.slice(0, cut).replace(/\s*:$/, '');
      length = 2;
    }
    // A cell or paragraph whose first words are bold: they are the title.
    const lead = cut === undefined && titleOf === p && item === null && p.number !== undefined && !p.heading ? boldLead(p) : undefined;
    if (lead !== undefined) {
      cut = lead;
      title = p.text.slice(0, lead).trim();
    }
    // "Declarations of interest: none.", "Date of next meeting: Monday 12 August": a usual title, and what is said of it on the same line.
    const runIn = cut === undefined && titleOf === p && item === null && p.heading === undefined && p.text.endsWith(title) ? knownRunIn(title, vocabulary) : undefined;
    if (runIn !== undefined) {
      cut = p.text.length - title.length + runIn + 1;
      title = title.slice(0, runIn).trim();
    }
    const inTitle = agendaItemIn(title, vocabulary.words.agendaItem);
    let agendaItem = inTitle?.number ?? two?.[2];
    if (inTitle) title = title.slice(0, inTitle.start).trim();
    const below = blocks[index + length];
    if (!inTitle && isText(below)) {
      const alone = agendaItemIn(below.text, vocabulary.words.agendaItem);
      if (alone?.start === 0) { agendaItem = alone.number; length++; }
    }
    const bared = withoutTail(title, titleOf);
    title = bared.title;
    if (title === '' || title.length > LONGEST_TITLE) return;
    const next = blocks.slice(index + length, index + length + 3).find(isText);
    const weight = weigh(p, title, titleOf, next, item ? item[1] : agendaItem, vocabulary) + (lead === undefined ? 0 : BOLD_LEAD);
    if (weight > 0) out.push({ index, number: read.number, ...(item ? { ofAgenda: true as const } : {}), ...(p.label === undefined ? {} : { label: p.label }), title, length, weight, ...(cut === undefined ? {} : { cut }), ...(agendaItem === undefined ? {} : { agendaItem }), ...(bared.tail ? { tail: bared.tail } : {}) });
  });
  return out;
}

/** Items whose title says all that they are about: what follows it is said under it. "Call-in: the youth centre" is one title. */
const RUN_IN_FIELDS = ['declarations', 'apologiesItem', 'nextMeetingItem'] as const;

/** Where the colon stands after such a title, with text of its own behind it. */
function knownRunIn(title: string, vocabulary: Vocabulary): number | undefined {
  const colon = title.indexOf(': ');
  return colon > 0 && colon <= SHORT_TITLE / 2 && RUN_IN_FIELDS.some((f) => isOneOf(title.slice(0, colon), vocabulary.headings[f])) ? colon : undefined;
}

/** What bold words at the head of a paragraph weigh: as much as a paragraph that is bold. */
const BOLD_LEAD = 2.5;

/** Where the bold words end with which a paragraph begins, and after which it goes on in plain ones. */
function boldLead(p: Paragraph): number | undefined {
  const span = (p.spans ?? []).find((s) => s.style === 'bold' && s.start === 0);
  if (!span || span.end > SHORT_TITLE || !/\p{L}{3}/u.test(p.text.slice(0, span.end)) || !/^\s*\p{Lu}/u.test(p.text.slice(span.end))) return undefined;
  return span.end;
}

/** The numbered headings of the items: the heaviest run, where it weighs enough to be one. */
function headingRun(list: readonly Candidate[]): { run: Candidate[]; places: number[] } {
  const { run, places, total } = heaviestRun(list);
  const sure = run.length === 1 ? total >= LEAST_ALONE : run.length > 1 && total / run.length >= LEAST_MEAN;
  return sure ? { run, places } : { run: [], places: [] };
}

/** The band that a line is: "UNRESTRICTED ITEMS", "EXEMPT ITEMS"; none for a longer line or one with a number. */
function bandOf(p: Paragraph, vocabulary: Vocabulary): string | undefined {
  if (p.text.length > 90 || p.bullet || (p.number !== undefined && /^\d/.test(p.number))) return undefined;
  return bandIn(p.text, vocabulary);
}

/** A heading without a number: it looks like the numbered ones, or its words are those of a usual item. */
function isPlainHeading(p: Paragraph, like: Paragraph | undefined, vocabulary: Vocabulary, first: boolean, levels: ReadonlySet<number>): boolean {
  if (p.number !== undefined || p.bullet || p.text === '' || p.text.length > SHORT_TITLE || /[.;:,]$/.test(p.text) || NOTHING.test(p.text)) return false;
  if (openingOf(p.text, vocabulary.words.resolved) || openingOf(p.text, vocabulary.words.nothing) || (attendanceOpening(p, vocabulary) && !isApologiesHeading(p, vocabulary, levels))) return false;
  // A name in bold, in the list of those present.
  if (readAttendee(p.text).honorific !== undefined) return false;
  const known = isKnownTitle(p.text, vocabulary);
  if (!like) return p.heading !== undefined || known || (p.bold === true && !p.italic) || (first && isCapitals(p.text) && p.text.length > 6);
  const alike = like.heading ? p.heading?.level === like.heading.level : like.bold === true ? p.bold === true && p.heading === undefined : false;
  if (first) return alike || known || p.heading !== undefined || p.bold === true;
  return known && (alike || (!like.heading && !like.bold));
}

/** What stands in the title's paragraph after the title: a paragraph of the item. The heading takes the whole from the ledger. */
function textAfter(candidate: Candidate, blocks: readonly Block[]): Block[] {
  const p = blocks[candidate.index + candidate.length - 1];
  if (candidate.cut === undefined || !isText(p)) return [];
  const { pieces: _pieces, spans: _spans, heading: _heading, bold: _bold, label: _label, number: _number, ...rest } = p;
  return [{ ...rest, text: p.text.slice(candidate.cut).trim() }];
}

/** "Apologies" as a heading of the same level as the items' headings. */
const isApologiesHeading = (p: Paragraph, vocabulary: Vocabulary, levels: ReadonlySet<number>): boolean =>
  p.heading !== undefined && levels.has(p.heading.level) && attendanceOpening(p, vocabulary)?.status === 'apologies';

/** The headings that name those who were there. */
export const attendanceWords = oncePer((vocabulary: Vocabulary): Record<string, readonly string[]> =>
  Object.fromEntries(['present', 'chair', 'vice-chair', 'in-attendance', 'substitute', 'apologies', 'absent'].map((f) => [f, vocabulary.headings[f] ?? []])));

/**
 * Parts the blocks into what stands before the items, and the items. Says what is odd in the numbering. Takes nothing.
 */
export function outlineOf(context: ParseContext, blocks: readonly Block[]): Outline {
  const { vocabulary } = context;
  const { run, places } = headingRun(candidates(blocks, vocabulary));
  reportGaps(context, run, places, blocks);
  const numbered = new Map(run.map((c) => [c.index, c]));
  const firstAt = run[0]?.index ?? Infinity;
  const likeBlock = run[0] ? blocks[run[0].index + (isText(blocks[run[0].index]) && (blocks[run[0].index] as Paragraph).text === '' ? 1 : 0)] : undefined;
  const like = isText(likeBlock) ? likeBlock : undefined;
  // Levels of headings that head no attendance: among them "Apologies" is an item like the others.
  const levels = new Set(run.length > 0 ? [] : blocks.filter(isText).filter((p, i) => i > 0 && p.heading && !attendanceOpening(p, vocabulary) && p.number === undefined).map((p) => p.heading?.level ?? 0));
  const before: Block[] = [];
  const items: OutlinedItem[] = [];
  const bands: Outline['bands'] = [];
  let exempt = false;
  // Headings without a number count once the attendance has been seen, or the first band: what comes earlier is the masthead.
  let begun = false;
  let skip = 0;
  blocks.forEach((block, index) => {
    if (skip > 0) { skip--; return; }
    const candidate = numbered.get(index);
    if (candidate) {
      const { number, title, agendaItem, length, tail } = candidate;
      items.push({
        head: { ...(candidate.ofAgenda ? { agendaItem: number } : { number }), title, ...(agendaItem === undefined ? {} : { agendaItem }), ...(exempt ? { exempt } : {}), ...(tail ? { tail } : {}), paragraphs: blocks.slice(index, index + length).filter(isText) },
        blocks: textAfter(candidate, blocks),
      });
      skip = length - 1;
      return;
    }
    if (isText(block)) {
      const band = begun || items.length > 0 || like ? bandOf(block, vocabulary) : undefined;
      if (band !== undefined) {
        exempt = band === 'exempt';
        begun = true;
        bands.push({ paragraph: block, field: band });
        return;
      }
      if (!begun && items.length === 0 && !isApologiesHeading(block, vocabulary, levels)) begun = attendanceOpening(block, vocabulary) !== undefined;
      else if (isPlainHeading(block, like, vocabulary, items.length === 0 || index < firstAt, levels)) {
        const inTitle = agendaItemIn(block.text, vocabulary.words.agendaItem);
        items.push({
          head: {
            ...withoutTail(inTitle ? block.text.slice(0, inTitle.start).trim() : block.text, block), paragraphs: [block],
            ...(inTitle ? { agendaItem: inTitle.number } : {}), ...(exempt ? { exempt } : {}),
          },
          blocks: [],
        });
        return;
      }
    }
    (items.at(-1)?.blocks ?? before).push(block);
  });
  return { before, items, bands };
}

/** How those under a heading took part: "Members present in person", "Officers attending (virtually)". */
const MANNER = /[\s,(–—-]+(?:in person|in the (?:council )?(?:chamber|room)|virtually|remotely|on-?line|via (?:microsoft |ms )?(?:teams|zoom)|by video ?(?:link|conference))\)?$/i;

/** The standing that a heading's words give: as they are, without the manner of taking part, or in one of two languages ("Yn bresennol / Present"). */
function standingNamed(heading: string, words: Record<string, readonly string[]>): string | undefined {
  return fieldFor(heading, words) ?? (MANNER.test(heading) ? fieldFor(heading.replace(MANNER, ''), words) : undefined)
    ?? inEitherLanguage(heading).map((half) => fieldFor(half, words)).find((status) => status !== undefined);
}

/** The manner of taking part that a heading of attendance says, where it is not the usual one: "virtually"; none for "in person". */
export function mannerOf(heading: string): string | undefined {
  const said = /(virtually|remotely|on-?line|via (?:microsoft |ms )?(?:teams|zoom)|by video ?(?:link|conference))\)?\s*:?\s*$/i.exec(heading)?.[1];
  return said === undefined ? undefined : said.charAt(0).toLowerCase() + said.slice(1);
}

/** What stands before the first titled name of a line. */
const BEFORE_A_NAME = /^\p{Lu}[^\d.,:;()'’&/–—]{4,38}$/u;
/** A title, where a name may begin; most lines have none. */
const TITLED = /\s+(?=(?:County |Borough |City |District |Town )?(?:Councillors?|Cllrs?|Aldermen|Alderman|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Provost|Bailie)\b\.?\s)/g;
/** The longest heading that such a name follows (characters), and the white space after it. */
const LONGEST_BEFORE = 45;

/** What stands before the first titled name of a line, and where the name begins. */
function beforeName(text: string): { said: string; name: number } | undefined {
  for (const m of text.slice(0, LONGEST_BEFORE * 2).matchAll(TITLED)) {
    const said = text.slice(0, m.index);
    const name = m.index + m[0].length;
    if (said.length > LONGEST_BEFORE) return undefined;
    if (BEFORE_A_NAME.test(said) && /^(?:[A-Z][a-z]+ )?[A-Z][a-z]+\.?\s\p{Lu}/u.test(text.slice(name))) return { said, name };
  }
  return undefined;
}

/** The heading of an attendance list that a paragraph is or opens with: "Present:", "PRESENT: Mr Brook, Ms Lane". `rest` is the offset of the names. */
export const attendanceOpening = remembered((p: Paragraph, vocabulary: Vocabulary): { status: string; rest: number } | undefined => {
  const words = attendanceWords(vocabulary);
  const colon = p.text.indexOf(':');
  if (colon > 0 && colon <= 90) {
    const status = standingNamed(p.text.slice(0, colon), words);
    if (status !== undefined) return { status, rest: colon + 1 };
  }
  if (p.text.length <= 90) {
    const status = standingNamed(p.text.replace(/\s*[-–—:]+\s*$/, ''), words);
    if (status !== undefined) return { status, rest: p.text.length };
  }
  // "Apologies for absence   Councillors Ives and Jay", in columns that only spaces part.
  const titled = p.label === undefined ? beforeName(p.text) : undefined;
  if (titled) {
    const status = standingNamed(titled.said, words);
    if (status !== undefined) return { status, rest: titled.name };
  }
  const dash = /^(.{3,60}?)\s+[-–—]\s+(?=\p{Lu})/u.exec(p.text);
  if (dash?.[1]) {
    const status = standingNamed(dash[1], words);
    if (status !== undefined) return { status, rest: dash[0].length };
  }
  return undefined;
});

function reportGaps(context: ParseContext, run: readonly Candidate[], places: readonly number[], blocks: readonly Block[]): void {
  run.forEach((c, i) => {
    const before = run[i - 1];
    if (!before) return;
    const [last = 0, value = 0] = [places[i - 1], places[i]];
    const at = blocks[c.index]?.at;
    if (value === last) context.diagnose('number-repeated', 'warning', `Minute ${c.number} comes twice.`, at);
    else if (value > last + 1) context.diagnose('number-skipped', 'warning', `After minute ${before.number} comes ${c.number}.`, at);
  });
}
