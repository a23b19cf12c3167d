/** A strategy paper: front, parts, the whole tree of its sections, questions, next steps, sign-off. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph, Table as PaperTable } from '../../paper/model.js';
import { follows } from '../../paper/label.js';
import { fold } from '../../paper/text.js';
import { readPeople, readParty } from '../../values/index.js';
import type { Parsed } from '../kind.js';
import type { Party, Section } from '../schemas.js';
import { withBareNumbers } from '../shared/bare-numbers.js';
import { withoutCaptions } from '../shared/captions.js';
import { contentsIn } from '../shared/contents.js';
import type { ParseContext } from '../shared/context.js';
import { frontLines, frontText, readFront, type Front } from '../shared/front.js';
import { filled, given } from '../shared/given.js';
import { reportIrregular, reportIrregularSections } from '../shared/irregular.js';
import { itemsOf } from '../shared/items.js';
import { afterOpening, labelledValues, wordingsUnder } from '../shared/labels.js';
import { joinLoneLabels } from '../shared/lone-labels.js';
import { nextFilled, readsAsHeading } from '../shared/looks.js';
import { inPaperOrder } from '../shared/order.js';
import { inferHeadings, sectionsOf } from '../shared/sections.js';
import { headSiblings } from '../shared/siblings.js';
import { monthLine, readSignOff } from '../shared/sign-off.js';
import { stretchOf } from '../shared/stretch.js';
import { tableRecords } from '../shared/tables.js';
import { isPartnership } from '../shared/partnership.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { intoParts, isAppendixHeading, isTitleLine, partHeading, type PartHeading } from './parts.js';
import type { Part } from './schema.js';
import { nextStepsIn, questionsIn } from './steps.js';

/** Lines at the end among which the author may be named. */
const LAST_LINES = 8;

export function parse(context: ParseContext): Parsed {
  const { vocabulary } = context;
  const front = readFront(context, withBareNumbers(context, context.blocks), { subtitles: true, stop: (p) => p.number !== undefined || partHeading(p, vocabulary) !== undefined });
  const joined = withHeadings(lateAuthors(context, front, underIssuer(context, front, joinLoneLabels(context, repeatsAside(context, front)))), vocabulary);
  const appendix = joined.findIndex((b, i) => i > 0 && b.type === 'paragraph' && isAppendixHeading(b, vocabulary));
  const main = readSignOff(context, appendix > 0 ? joined.slice(0, appendix) : joined);
  const masthead = front.masthead;
  if (masthead.date === undefined && main.date !== undefined) masthead.date = main.date;
  if (masthead.date !== undefined) context.date = masthead.date;
  else if (main.month) context.date = monthLine(main.month.text);
  if (main.month) front.others.push({ label: '', text: main.month.text, at: fragment(main.month.at) });
  const all = withoutAsked(headSiblings(inferHeadings(withoutSigners(withoutCaptions([...main.rest, ...(appendix > 0 ? joined.slice(appendix) : [])], vocabulary.words['caption']))))).map((b) => raised(b, context));
  const parts: Part[] = [];
  for (const { heading, part, blocks } of intoParts(all, vocabulary)) {
    const made = partOf(context, heading, part, blocks, masthead.title ?? '');
    if (made) parts.push(made);
  }
  const sections = parts.flatMap((p) => p.sections);
  for (const p of parts) reportIrregularSections(context, p.sections);
  reportIrregular(context, parts.map((p) => ({ ...(p.number === undefined ? {} : { number: p.number }), ...(p.at === undefined ? {} : { at: p.at }) })), 'part');
  const questions = questionsIn(context, sections);
  const nextSteps = nextStepsIn(context, sections, questions);
  const appendixNumber = frontText(front, 'appendixNumber') ?? appendixInHeader(context);
  const authors = [...frontAuthors(front), ...main.authors];
  const rest = front.fields.filter((f) => !['authors', 'appendixNumber', 'title', 'date', 'to', 'reportOf'].includes(f.field));
  const fields = [...rest.map((f) => ({ label: f.label, text: f.lines.map((l) => l.text).join('\n'), at: f.lines[0] ? fragment(f.lines[0].at) : '#' })), ...front.others];
  return { masthead, fields: { ...given({ appendixNumber, fields: filled(inPaperOrder(context, fields)) }), authors, parts, questions, nextSteps } };
}

/**
 * A partnership's name stands over the title: the line under it is the title, where it reads as one. Or the name stands under it. A department's over
 * "… Strategy – Part 1" stays a line of the front. Takes the line.
 */
function underIssuer(context: ParseContext, front: Front, blocks: Block[]): Block[] {
  const { masthead } = front;
  const at = blocks.findIndex((b) => b.type === 'table' || b.text !== '');
  const line = blocks[at];
  if (masthead.title === undefined || line?.type !== 'paragraph' || line.label !== undefined) return blocks;
  const titled = isOneOf(masthead.title, context.vocabulary.words['titleWord']);
  const part = titled ? undefined : partHeading(line, context.vocabulary);
  if (part && isOneOf(part.title, context.vocabulary.words['titleWord'])) {
    if (masthead.organisation === undefined && isPartnership(masthead.title)) masthead.organisation = masthead.title;
    else front.others.push({ label: '', text: masthead.title, at: front.titleAt ?? '#' });
    masthead.title = part.title;
    return blocks;
  }
  if (masthead.organisation !== undefined) return blocks;
  if (isPartnership(line.text) && !isPartnership(masthead.title) && (line.heading === undefined || line.heading.by === 'looks')) {
    context.take(line);
    masthead.organisation = line.text;
    return blocks.filter((b) => b !== line);
  }
  if (!isPartnership(masthead.title)) return blocks;
  if (!readsAsHeading(line) || !isOneOf(line.text, context.vocabulary.words['titleWord'])) return blocks;
  context.take(line);
  masthead.organisation = masthead.title;
  masthead.title = line.text;
  return blocks.filter((b) => b !== line);
}

/** This many headings that the source itself marks are all of them. */
const MARKED_HEADINGS = 3;
/** The level of a heading that only its words show: that of a section with a number of one part in plain text. */
const WORDED_LEVEL = 2;

/** Lines that are headings by their words alone ("Contents", "Foreword", "Next steps"), in sources that mark none. */
function withHeadings(blocks: Block[], vocabulary: Vocabulary): Block[] {
  if (blocks.filter((b) => b.type === 'paragraph' && b.heading !== undefined && b.heading.by !== 'looks').length >= MARKED_HEADINGS) return blocks;
  const known = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.label === undefined && readsAsHeading(b)
    && (isOneOf(b.text, vocabulary.words['sectionHeading']) || (vocabulary.headings['nextSteps'] ?? []).some((w) => fold(w) === fold(b.text)));
  const contents = contentsIn(blocks, vocabulary.words['contents']);
  return blocks.map((b, i) => {
    if (b.type !== 'paragraph' || b.heading || !known(b)) return b;
    // What a list of contents names stands further down; of a run of such lines the last may head what follows, unless they are a list's entries.
    const listed = contents && i > contents.heading && i < contents.end;
    const next = nextFilled(blocks, i);
    if (listed || next === undefined || (contents?.heading !== i && known(next)) || endsList(blocks, i)) return b;
    return { ...b, heading: { level: WORDED_LEVEL, by: 'looks' as const } };
  });
}

/** An entry of a list without marks has at most this many characters. */
const LONGEST_ENTRY = 60;

/** True where short lines up to this one follow a line that ends in a colon. */
function endsList(blocks: readonly Block[], i: number): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const b = blocks[j];
    if (b?.type !== 'paragraph' || b.heading) return false;
    if (b.text === '' && b.label === undefined) continue;
    if (/[:;,]$/.test(b.text)) return true;
    if (b.label !== undefined || !readsAsHeading(b, LONGEST_ENTRY)) return false;
  }
  return false;
}

/** "Prepared by: …" at the end of the paper. */
function lateAuthors(context: ParseContext, front: Front, blocks: Block[]): Block[] {
  const labels = { authors: wordingsUnder(context.vocabulary.words, 'front.')['authors'] ?? [] };
  const from = blocks.length - LAST_LINES;
  return blocks.filter((b, i) => {
    if (i < from || b.type !== 'paragraph' || b.number !== undefined || b.bullet || !b.text.includes(':') || b.text.length > 160) return true;
    const values = labelledValues(b, labels).filter((v) => v.start < v.end);
    if (values.length === 0) return true;
    context.take(b);
    for (const v of values) front.fields.push({ field: v.field, label: v.label, lines: [stretchOf(b, v.start, v.end)] });
    return false;
  });
}

/** Sets lines of the front aside that are printed again. */
function repeatsAside(context: ParseContext, front: Front): Block[] {
  return front.rest.filter((b) => {
    if (b.type !== 'paragraph' || b.number !== undefined || b.bullet || !front.printed.has(b.text.toLowerCase())) return true;
    context.ledger.setAside(b);
    return false;
  });
}

/** "2. Which groups have we missed?" after "1. Do you agree?": a question of a list, whatever stands under it. */
function withoutAsked(blocks: readonly Block[]): Block[] {
  let last: Paragraph | undefined;
  return blocks.map((b) => {
    if (b.type !== 'paragraph' || b.number === undefined) return b;
    const asked = b.heading?.by === 'looks' && /\?$/.test(b.text) && last?.number !== undefined && last.heading === undefined && /\?$/.test(last.text) && follows(last.number, b.number);
    last = asked ? { ...b, heading: undefined } as Paragraph : b;
    return last;
  });
}

/** "Councillor Ann Lee" over "Cabinet Member for Housing", under a foreword: who signs it, whatever a short line's look says. */
function withoutSigners(blocks: readonly Block[]): Block[] {
  const looks = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.heading?.by === 'looks' && b.number === undefined;
  let signed = false;
  return blocks.map((b) => {
    if (b.type === 'paragraph' && b.text === '') return b;
    const party = looks(b) ? readParty(b.text) : undefined;
    const names = party?.type === 'person' && party.honorific !== undefined;
    const post = signed && party?.type === 'role';
    signed = names;
    return (names || post) && looks(b) ? { ...b, heading: undefined } : b;
  });
}

/** An appendix is outermost, whatever its look; a part's heading is read by its words. */
function raised(block: Block, context: ParseContext): Block {
  // "Question 2: Who should pay?" is asked, in bold or not, and heads nothing.
  if (block.type === 'paragraph' && block.heading?.by === 'looks' && /\?$/.test(block.text) && isOneOf(block.text, context.vocabulary.words['questionLabel'])) return { ...block, heading: undefined };
  if (block.type !== 'paragraph' || !isAppendixHeading(block, context.vocabulary)) return block;
  return { ...block, heading: { level: 0, by: block.heading?.by ?? 'looks' } };
}

function partOf(context: ParseContext, heading: Paragraph | undefined, part: PartHeading | undefined, blocks: Block[], paperTitle: string): Part | undefined {
  let title = part?.title ?? '';
  let own = blocks;
  const at = heading ? context.take(heading).at : undefined;
  const next = own[0];
  // "PART ONE" on a line of its own has its title on the next.
  if (part && title === '' && next?.type === 'paragraph' && isTitleLine(next)) {
    context.take(next);
    title = next.text;
    own = own.slice(1);
  }
  if (!part) title = paperTitle;
  const { before, sections } = sectionsOf(context, own);
  const lead = leadOf(context, before, title);
  const found = lead ? [lead, ...sections] : sections;
  if (found.length === 0 && !part) return undefined;
  return { ...(part ? { number: part.number } : {}), title, sections: found, ...(at === undefined ? {} : { at }) };
}

/** What stands before the first heading, as a section that bears the part's title. */
function leadOf(context: ParseContext, before: readonly Block[], title: string): Section | undefined {
  const first = before[0];
  if (!first) return undefined;
  const tables: PaperTable[] = [];
  const paragraphs = itemsOf(context, before, (t) => tables.push(t));
  if (paragraphs.length === 0 && tables.length === 0) return undefined;
  return { title, paragraphs, sections: [], ...(tables.length > 0 ? { tables: tables.flatMap((t) => tableRecords(context, t)) } : {}), at: fragment(first.at) };
}

/** "Appendix 12.2" in a running header. */
function appendixInHeader(context: ParseContext): string | undefined {
  for (const f of context.paper.furniture) {
    const number = afterOpening(f.text, context.vocabulary.words['appendix']);
    if (number !== undefined && /^[A-Z0-9]{1,4}(?:[.\-/][A-Z0-9]{1,4}){0,3}$/iu.test(number)) return number;
  }
  return undefined;
}

/** Authors named in the front, labelled or after "Report of". */
function frontAuthors(front: Front): Party[] {
  const lines = [...frontLines(front, 'authors'), ...frontLines(front, 'reportOf')].flatMap((f) => f.lines);
  return lines.flatMap((l) => {
    const people = readPeople(l.text);
    return people.length > 0 ? people : [readParty(l.text)];
  });
}
