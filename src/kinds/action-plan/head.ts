/** The head of a plan: its title (over several lines), the body whose plan it is, the date. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { findDates, readPeriod } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { findWording, openingOf } from '../shared/openings.js';
import { dateLine, isAuthority, isCommittee } from '../shared/masthead.js';
import { isPartnership } from '../shared/partnership.js';
import { namedHeading } from './priorities.js';
import { HEADING } from './prose.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** Lines of a head: authority, body, title in one or two lines, date, and one more. */
const HEAD_LINES = 8;
const HEAD_LENGTH = 140;

/** Takes the head's lines; returns the blocks after it. */
export function readPlanHead(context: ParseContext): { masthead: Masthead; rest: Block[] } {
  const words = context.vocabulary.words['title'] ?? [];
  const lines: Paragraph[] = [];
  const rest: Block[] = [];
  let over = false;
  for (const block of context.blocks) {
    if (over || block.type === 'table' || lines.length >= HEAD_LINES || block.text.length > HEAD_LENGTH || block.number !== undefined || block.bullet) {
      over = true;
      rest.push(block);
    } else if (block.text !== '') lines.push(block);
  }
  const masthead: Masthead = {};
  asideCaptions(context, lines);
  const worded = lines.findIndex((l) => !/[.;:]$/.test(l.text) && words.some((w) => fold(l.text).includes(fold(w))));
  const dateOf = (text: string): string | undefined => dateLine(text) ?? positionDate(text, context.vocabulary.words['dated']);
  const dated = lines.findIndex((l) => dateOf(l.text) !== undefined);
  const named = worded < 0 && isTitleUnder(context, lines, dated) ? dated + 1 : worded;
  // The head ends with the date or the title, whichever comes later; what follows is prose.
  const end = Math.max(named, dated, lines.length > 0 && named < 0 && dated < 0 ? 0 : -1);
  // What stands over the council's name, whose title follows that, is no line of the title.
  const issuedAt = lines.findIndex((l, i) => i < named && issuerIn(l.text, context.vocabulary) !== undefined);
  const title: Paragraph[] = [];
  const back: Paragraph[] = [];
  let month: string | undefined;
  let met: string | undefined;
  lines.forEach((line, i) => {
    if (i > end) { back.push(line); return; }
    if (i === dated) {
      const date = dateOf(line.text);
      if (date !== undefined) masthead.date = date;
      met = meetingIn(line.text, context.vocabulary);
      context.take(line);
      return;
    }
    // A running head that says the title, or the beginning of it, in plain letters over it.
    const loud = lines[named];
    if (i < named && loud && isLoud(loud) && !isLoud(line) && title.length === 0 && line.text.includes(' ') && fold(loud.text).startsWith(fold(line.text))) { context.ledger.setAside(line); return; }
    // The masthead printed again under a running head.
    if (masthead.organisation !== undefined && fold(line.text) === fold(masthead.organisation)) { context.ledger.setAside(line); return; }
    // Plain letters under a title that is set apart: whose plan it is, and no line of its title.
    const plain = i > named && named >= 0 && lines[named] !== undefined && isLoud(lines[named]) && !isLoud(line) && !isCommittee(line.text) && issuerIn(line.text, context.vocabulary) === undefined && !OPEN.test(lines[named].text);
    if (plain) { back.push(line); return; }
    if (i !== named && (isSlogan(line, lines[named], context.vocabulary) || (i < issuedAt && !isCommittee(line.text)))) { back.push(line); return; }
    // A partnership's name over a title that says more; the month beside a council's name dates the plan's own times.
    const issuer = issuerIn(line.text, context.vocabulary);
    if (masthead.organisation === undefined && (title.length === 0 || i > named) && !OPEN.test(title.at(-1)?.text ?? '') && (issuer !== undefined || (i < named && isIssuer(line.text, context.vocabulary)))) {
      masthead.organisation = issuer ?? line.text;
      month ??= monthOf(line.text);
      context.take(line);
      return;
    }
    title.push(line);
    context.take(line);
  });
  if (title.length > 0) {
    const body = bodyIn(title, context.vocabulary);
    if (body !== undefined) masthead.body = body;
    masthead.title = titleOf(title, words).map((l) => l.text).join(' ');
  }
  // Right under the title: whose plan it is, where the title does not say so.
  while (title.length > 0 && back[0]) {
    const [line] = back;
    const issuer = issuerIn(line.text, context.vocabulary);
    if (masthead.organisation === undefined && (issuer !== undefined || (masthead.body === undefined && line.heading === undefined && isIssuer(line.text, context.vocabulary)))) { masthead.organisation = issuer ?? line.text; month ??= monthOf(line.text); }
    else if (masthead.body === undefined && isCommittee(line.text)) masthead.body = line.text;
    else break;
    context.take(line);
    back.shift();
  }
  if (met !== undefined) masthead.body ??= met;
  context.date = masthead.date ?? month ?? monthOf(back[0]?.text) ?? monthOf(masthead.title);
  return { masthead, rest: [...back, ...rest] };
}

/** True where the council, its committee and the day are all that stands over a line set apart: a title in words that no wording knows. */
function isTitleUnder(context: ParseContext, lines: readonly Paragraph[], dated: number): boolean {
  const line = lines[dated + 1];
  if (dated < 1 || !line || !isLoud(line) || /[.;:]$/.test(line.text) || HEADING.test(line.text) || namedHeading(line, context.vocabulary) !== undefined) return false;
  return lines.slice(0, dated).every((l) => isCommittee(l.text) || issuerIn(l.text, context.vocabulary) !== undefined || isIssuer(l.text, context.vocabulary));
}

/** A title's line that goes on in the next: "Action Plan of". */
const OPEN = /\b(?:of|for|to|by|from|and|with|the|in|on)$/i;

/** "Cabinet: 3 March 2008": the committee in the line that dates the plan. */
function meetingIn(text: string, { words }: Vocabulary): string | undefined {
  const [found] = findDates(text);
  const said = found === undefined ? '' : text.slice(0, found.start).replace(/[\s,;:(–—-]+$/, '');
  // "Report to: Cabinet" is a label, whose value names whom the plan was sent to.
  const of = openingOf(said, words['meetingOf'])?.end ?? 0;
  const before = /^\s/.test(said.slice(of)) ? said.slice(of).trimStart() : said;
  // "Cabinet response" and "Scrutiny Panel review" name no committee, "Agreed by Cabinet" and "Draft for Cabinet" speak of one.
  return isCommittee(before) && isOneOf(lastWord(before), words['meets']) && !SPOKEN_OF.test(before) ? before : undefined;
}
const SPOKEN_OF = /\b(?:to|for|by|from|with)\b/i;
const lastWord = (text: string): string => text.split(/\s/).at(-1) ?? '';

/** A partnership by its name. Its board is the body that the plan is for. */
const isIssuer = (text: string, { words }: Vocabulary): boolean => isPartnership(text) && !isOneOf(text, words['boardOfIssuer']);

/** The number of an appendix or an item, after its word: "2", "No. 3a", "B1". */
const CAPTION_NUMBER = /^\.?\s*(?:no\.?\s*)?:?\s*(?:\d{1,3}[a-z]?|[A-Z]{1,2}\d{0,2})?$/i;

/** "Appendix 2", "Agenda item 7": where the plan stands among the papers of a meeting, and no part of its title. A running head prints it as well. */
function isCaption(text: string, { words }: Vocabulary): boolean {
  const opening = openingOf(text, words['caption']);
  return opening !== undefined && CAPTION_NUMBER.test(text.slice(opening.end));
}

/** Sets such lines at the top aside. */
function asideCaptions(context: ParseContext, lines: Paragraph[]): void {
  while (lines.length > 1 && lines[0] && isCaption(lines[0].text, context.vocabulary)) {
    context.ledger.setAside(lines[0]);
    lines.shift();
  }
}

/** The authority that a line names: "Northtown City Council", with the month beside it, or with a health board ("… and NHS Northtown"). */
function issuerIn(text: string, { words }: Vocabulary): string | undefined {
  if (isAuthority(text) && !/\d{4}$/u.test(text)) return text;
  const dated = !/\d\d\)?$/.test(text) ? null : /^(.+?)(?:\s*[,–—-]\s*|\s+\()(?:\p{L}+\s+)?(?:19|20)\d\d\)?$/u.exec(text);
  if (dated?.[1] !== undefined && isAuthority(dated[1]) && monthOf(text) !== undefined) return dated[1];
  const joint = [...text.matchAll(/\s+(?:and|&|with)\s+/g)].find((m) => isOneOf(text.slice(m.index + m[0].length), words['healthBody']));
  return joint !== undefined && isAuthority(text.slice(0, joint.index)) && text.length <= HEAD_LENGTH ? text : undefined;
}

/** Set apart from plain text. */
const isLoud = (p: Paragraph): boolean => p.bold === true || p.heading !== undefined;

/** A slogan has this many words at the most. */
const SLOGAN_WORDS = 12;

/**
 * A line beside the title that says no more than what the council stands for: in quotation marks, or worded as slogans are and set in a lighter face than the
 * title. "Improving outcomes for care leavers" in the title's own face is a line of it.
 */
function isSlogan(line: Paragraph, title: Paragraph | undefined, { words }: Vocabulary): boolean {
  if (line.heading !== undefined || !title || line.text.split(' ').length > SLOGAN_WORDS || /\d/.test(line.text) || isCommittee(line.text) || isPartnership(line.text)) return false;
  if (/^[“"‘'].+[”"’']$/u.test(line.text)) return true;
  const lighter = (line.italic === true && title.italic !== true) || (isLoud(title) && !isLoud(line));
  return lighter && openingOf(line.text, words['slogan']) !== undefined && /\s\p{Ll}/u.test(line.text);
}

/** "Position at 12 February 2024": the day on which a plan says how far things were. */
function positionDate(text: string, openings: readonly string[] | undefined): string | undefined {
  const opening = openingOf(text, openings);
  const found = findDates(text)[0];
  if (!opening || !found || text.length > HEAD_LENGTH || /\p{L}/u.test(text.slice(found.end))) return undefined;
  return /^[\s:,(–—-]*$/u.test(text.slice(opening.end, found.start)) ? found.date : undefined;
}

/** "January 2014", "2014–2016": no date of the paper, but years of its timescales are read by it. */
function monthOf(text: string | undefined): string | undefined {
  if (text === undefined || text.length > HEAD_LENGTH) return undefined;
  const { start } = readPeriod(text, { timescale: true }).value;
  const year = /\b(?:19|20)\d\d\b/.exec(text)?.[0];
  return start ?? (year === undefined ? undefined : `${year}-01-01`);
}

/**
 * The lines of the title: all of them where the plan has no name but its body's ("Review Panel", "ACTION PLAN"); a committee's own
 * line before a title that says more is no part of it.
 */
function titleOf(lines: readonly Paragraph[], words: readonly string[]): readonly Paragraph[] {
  const bare = (l: Paragraph): boolean => words.some((w) => fold(w) === fold(l.text));
  const own = lines.filter((l) => !isCommittee(l.text) || words.some((w) => fold(l.text).includes(fold(w))));
  return own.length > 0 && own.some((l) => !bare(l)) ? own : lines;
}

/** The body whose plan it is: a line that names a committee, or what stands before "action plan" in the title. */
function bodyIn(title: readonly Paragraph[], vocabulary: Vocabulary): string | undefined {
  const { title: words = [], respondsTo } = vocabulary.words;
  for (const line of title) {
    const word = words.find((w) => fold(line.text).includes(fold(w)));
    const before = word === undefined ? line.text : line.text.slice(0, fold(line.text).indexOf(fold(word))).replace(/[\s–—:-]+$/u, '');
    // "Cabinet Response to the Review of …" is by Cabinet, and no name of it.
    if (before && isCommittee(before) && !(word === undefined && findWording(before, respondsTo) !== undefined)) return before;
  }
  return undefined;
}
