/** The sign-off at the end of a paper: name, post, department and date, a line each. */
import type { Block, Paragraph } from '../../paper/model.js';
import { findEmails, findPhones, readDate, readParty, readPeriod } from '../../values/index.js';
import type { Party } from '../schemas.js';
import type { ParseContext } from './context.js';
import { betweenBreaks } from './stretch.js';

/** A line of a sign-off has at most this many characters. */
const LONGEST_LINE = 90;
/** A sign-off has at most this many lines: two signatories of four lines, and a date. */
const MOST_LINES = 10;

export interface SignOff {
  readonly authors: Party[];
  readonly date?: string;
  /** A line that dates the paper by its month alone ("October 2008"), already taken. */
  readonly month?: Paragraph;
  /** The blocks without the sign-off. */
  readonly rest: Block[];
}

/** The first day of the month that a line names and nothing else: "October 2008". */
export function monthLine(text: string): string | undefined {
  if (text.length > 40 || !/\d{4}\.?$/.test(text) || !/^\p{Lu}\p{L}+,?\s+\d{4}\.?$/u.test(text)) return undefined;
  const { value, problem } = readPeriod(text.replace(/\.$/, ''));
  return problem === undefined && (value.precision === 'month' || value.precision === 'season') ? value.start : undefined;
}

const line = (text: string): string => text.replace(/[\s,;]+$/u, '').trim();

/** True for a line that is a person's name, with or without a post after it. */
export const isPersonLine = (text: string): boolean => readParty(line(text)).type === 'person';

/**
 * Reads the sign-off off the end of the blocks, where there is one: unlabelled short lines that begin with a person's name. Takes its lines.
 * Each person's lines are one `text`, joined by ", "; the first line under the name is the post, those after it the department.
 */
export function readSignOff(context: ParseContext, given: readonly Block[]): SignOff {
  const blocks = given.flatMap((b, i) => (i >= given.length - MOST_LINES ? brokenLines(b) : [b]));
  const tail: { p: Paragraph; i: number }[] = [];
  for (let i = blocks.length - 1; i >= 0 && tail.length < MOST_LINES; i--) {
    const b = blocks[i];
    if (b?.type !== 'paragraph' || b.label !== undefined || (b.heading && b.heading.by !== 'looks') || b.text.length > LONGEST_LINE) break;
    if (b.text === '') continue;
    if (/[.:;?]$/.test(b.text) && readDate(b.text) === undefined) break;
    tail.unshift({ p: b, i });
  }
  const first = tail.findIndex((t) => isPersonLine(t.p.text));
  if (first < 0) {
    // A date alone at the end dates the paper.
    const last = tail.at(-1);
    const date = last && tail.length === 1 && last.p.text.length <= 40 ? readDate(last.p.text) : undefined;
    if (!last || date === undefined) return { authors: [], rest: [...given] };
    context.take(last.p);
    return { authors: [], date, rest: blocks.filter((b) => b !== last.p) };
  }
  // Only the date may stand above the first name.
  const above = tail[first - 1];
  // What a heading stands over ("References") is its section.
  if (above?.p.heading && readDate(above.p.text) === undefined) return { authors: [], rest: [...given] };
  const from = above && readDate(above.p.text) !== undefined ? first - 1 : first;
  const own = tail.slice(from);
  let date: string | undefined;
  let month: Paragraph | undefined;
  const people: Paragraph[][] = [];
  for (const { p } of own) {
    const day = p.text.length <= 40 && !isPersonLine(p.text) ? readDate(p.text) : undefined;
    if (day !== undefined) { date ??= day; context.take(p); continue; }
    if (month === undefined && monthLine(p.text) !== undefined) { month = p; context.take(p); continue; }
    if (isPersonLine(p.text) || people.length === 0) people.push([p]);
    else people.at(-1)?.push(p);
  }
  const authors = people.map((lines) => signatory(context, lines));
  const taken = new Set(own.map((t) => t.i));
  return { authors, ...(date === undefined ? {} : { date }), ...(month === undefined ? {} : { month }), rest: blocks.filter((_, i) => !taken.has(i)) };
}

/** The lines of a sign-off that is one paragraph with line breaks in it; any other block as it is. */
function brokenLines(b: Block): Block[] {
  if (b.type !== 'paragraph' || b.label !== undefined) return [b];
  const lines = betweenBreaks(b).filter((l) => l.text !== '');
  return lines.length > 1 && lines.every((l) => l.text.length <= LONGEST_LINE) && lines.some((l) => isPersonLine(l.text)) ? lines : [b];
}

function signatory(context: ParseContext, lines: readonly Paragraph[]): Party {
  for (const p of lines) context.take(p);
  const texts = lines.map((p) => line(p.text));
  const [head = '', ...below] = texts;
  const party = readParty(head);
  const plain = below.filter((t) => findEmails(t).length === 0 && findPhones(t).length === 0);
  const role = party.role ?? plain[0];
  const after = party.role === undefined ? plain.slice(1) : plain;
  const organisation = party.organisation ?? (after.length > 0 ? after.join(', ') : undefined);
  return {
    text: texts.join(', '), name: party.name, type: 'person',
    ...(party.honorific === undefined ? {} : { honorific: party.honorific }),
    ...(role === undefined || role === '' ? {} : { role }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

