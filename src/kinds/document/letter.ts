/** A letter's head: who sends it, its day, and the subject under the salutation, which is its title. */
import type { Block, Paragraph } from '../../paper/model.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { afterOpening } from '../shared/labels.js';
import { isCapitals, nextFilled, readsAsHeading } from '../shared/looks.js';
import { dayLine, isAuthority } from '../shared/masthead.js';

/** The salutation stands among this many first paragraphs: letterhead, address, references. */
const HEAD_LINES = 30;
/** A salutation has at most this many characters. */
const LONGEST_SALUTATION = 60;
/** A subject has at most this many characters: two printed lines. */
const LONGEST_SUBJECT = 160;

const isSubject = (p: Paragraph): boolean => p.label === undefined && p.text.length <= LONGEST_SUBJECT
  && (p.heading !== undefined || p.bold === true || p.underlined === true || isCapitals(p.text)) && readsAsHeading(p, LONGEST_SUBJECT);

/**
 * Reads the head of a letter and takes its lines; `undefined` for a paper that is none, or a letter without a subject. Addresses and
 * references stay in `rest`, in their order.
 */
export function readLetter(context: ParseContext): { masthead: Masthead; rest: Block[] } | undefined {
  const { blocks } = context;
  const greeted = blocks.findIndex((b, i) => i < HEAD_LINES && b.type === 'paragraph' && b.text.length <= LONGEST_SALUTATION && b.label === undefined
    && afterOpening(b.text, context.vocabulary.words['salutation']) !== undefined && !/[.:;?!]$/.test(b.text));
  const subject = greeted < 0 ? undefined : nextFilled(blocks, greeted);
  if (subject?.type !== 'paragraph' || !isSubject(subject)) return undefined;
  const masthead: Masthead = { title: subject.text };
  context.take(subject);
  const rest = blocks.filter((b, i) => {
    if (b === subject) return false;
    if (b.type !== 'paragraph' || i > greeted || b.label !== undefined) return true;
    if (masthead.organisation === undefined && isAuthority(b.text)) { masthead.organisation = b.text; context.take(b); return false; }
    const date = masthead.date === undefined ? dayLine(b.text) : undefined;
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

/** The letterhead may be set in bold: its lines head nothing. */
const plain = (p: Paragraph): Paragraph => {
  const { heading: _, ...rest } = p;
  return rest;
};
