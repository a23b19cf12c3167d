/** A letter's head: who sends it, its day, and the subject under the salutation, which is its title. */
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates, readParty } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { afterOpening } from '../shared/labels.js';
import { isCapitals, nextFilled, readsAsHeading } from '../shared/looks.js';
import { dayLine, isAuthority } from '../shared/masthead.js';
import { isOneOf } from '../shared/vocabulary.js';

/** The salutation stands among this many first paragraphs: letterhead, address, references. */
const HEAD_LINES = 30;
/** A salutation has at most this many characters. */
const LONGEST_SALUTATION = 60;
/** A subject has at most this many characters: two printed lines. */
const LONGEST_SUBJECT = 160;

const isSubject = (p: Paragraph, next: Block | undefined, closed: boolean): boolean => p.label === undefined && p.text.length <= LONGEST_SUBJECT && readsAsHeading(p, LONGEST_SUBJECT)
  && (p.heading !== undefined || p.bold === true || p.underlined === true || isCapitals(p.text)
    // In text without looks: no sentence, the letter's first paragraph under it, and a letter's close.
    || (closed && !/[?!]$/.test(p.text) && next?.type === 'paragraph' && next.label === undefined && next.text.length > p.text.length && /[.:]$/.test(next.text)));

/**
 * Reads the head of a letter and takes its lines; `undefined` for a paper that is none. Addresses and references stay in `rest`, in
 * their order.
 */
export function readLetter(context: ParseContext): { masthead: Masthead; rest: Block[] } | undefined {
  const { blocks } = context;
  const greeted = blocks.findIndex((b, i) => i < HEAD_LINES && b.type === 'paragraph' && b.text.length <= LONGEST_SALUTATION && b.label === undefined
    && afterOpening(b.text, context.vocabulary.words['salutation']) !== undefined && !/[.:;?!]$/.test(b.text));
  const subject = greeted < 0 ? undefined : nextFilled(blocks, greeted);
  if (greeted < 0) return undefined;
  const { words } = context.vocabulary;
  const closed = blocks.some((b, i) => i > greeted && b.type === 'paragraph' && b.text.length <= LONGEST_SALUTATION && afterOpening(b.text, words['close']) !== undefined);
  const titled = subject?.type === 'paragraph' && isSubject(subject, nextFilled(blocks, blocks.indexOf(subject)), closed) ? subject : undefined;
  // Newsletters and guides greet their readers too: with no subject, only a letter's close and no heading over the greeting make a letter.
  if (!titled && (!closed || blocks.some((b, i) => i < greeted && b.type === 'paragraph' && headsMore(b, words) && !isSender(blocks, i)))) return undefined;
  const greeting = blocks[greeted];
  // A letter without a subject is known by whom it greets: its letterhead is no title.
  const masthead: Masthead = { title: titled?.text ?? context.paper.declaredTitle ?? (greeting?.type === 'paragraph' ? greeting.text.replace(/,$/, '') : '') };
  if (titled) context.take(titled);
  const rest = blocks.filter((b, i) => {
    if (b === titled) return false;
    if (b.type !== 'paragraph' || i > greeted || b.label !== undefined) return true;
    if (masthead.organisation === undefined && b.text.length <= LONGEST_SUBJECT && (isAuthority(b.text) || isOneOf(b.text, context.vocabulary.words['sender']))) { masthead.organisation = b.text; context.take(b); return false; }
    const date = masthead.date === undefined ? dayLine(b.text) ?? labelledDay(b.text) : undefined;
    if (date === undefined) return true;
    masthead.date = date;
    // "Date: 4 March 2019" is a labelled line of its own as well.
    if (b.text.includes(':')) return true;
    context.take(b);
    return false;
  });
  if (masthead.date !== undefined) context.date = masthead.date;
  return { masthead, rest: rest.map((b, i) => (b.type === 'paragraph' && b.heading && i <= greeted ? plain(b) : b)) };
}

/** "Our ref: QC/12 Date: 14 March 2024": the day after its label. */
function labelledDay(text: string): string | undefined {
  const label = text.length <= LONGEST_SUBJECT ? /\b(?:date|dated|dyddiad)\s*:\s*/iu.exec(text) : null;
  return label ? findDates(text.slice(label.index + label[0].length))[0]?.date : undefined;
}

/** True for a heading over a greeting that is no sender's name in a letterhead. */
const headsMore = (p: Paragraph, words: Readonly<Record<string, readonly string[]>>): boolean =>
  isOneOf(p.text, words['overGreeting']) || (p.heading !== undefined && !isAuthority(p.text) && !isOneOf(p.text, words['sender']));

/** The first line of a letterhead that names who writes, the post under it. */
function isSender(blocks: readonly Block[], i: number): boolean {
  const [name, post] = [blocks[i], nextFilled(blocks, i)];
  const first = blocks.findIndex((b) => b.type === 'table' || b.text !== '') === i;
  return first && name?.type === 'paragraph' && post?.type === 'paragraph' && readParty(name.text).type === 'person' && readParty(post.text).type === 'role';
}

/** The letterhead may be set in bold: its lines head nothing. */
const plain = (p: Paragraph): Paragraph => {
  const { heading: _, ...rest } = p;
  return rest;
};
