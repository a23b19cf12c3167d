/** What the head of any paper says: title, issuing authority, committee, date. Kinds with a head of their own shape read it themselves. */
import { hasLetterOrDigit } from '../../paper/characters.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from './context.js';
import { nextFilled, readsAsHeading } from './looks.js';
import { isPartnership } from './partnership.js';

/** A head is at most this many paragraphs: council, committee, date, title, and a line or two beside them. */
const HEAD_LINES = 10;
/** A head line is short; a longer paragraph (characters) is the paper's text. */
const HEAD_LENGTH = 160;

/** The authority that issues a paper. */
const AUTHORITY = /\b(?:(?:county|city|borough|district|metropolitan|unitary|town|parish)\s+council|council of the|corporation|combined authority|combined county authority|health authority|nhs trust)\b|\bcouncil$/i;
/** Authorities for one purpose, by the end of their name: "North Moor Fire and Rescue Authority"; "Report of the Police Authority" names one, and is none. */
const AUTHORITY_FOR = /^(?:the\s)?(?!.*\b(?:report|meeting|minute|member|clerk|chair|business|agenda|statement|plan)s?\b)\p{Lu}[\p{L}'’&., -]*?\b(?:fire(?:\s(?:and|&)\s(?:rescue|civil defence))?|national park|police|waste(?: disposal)?|transport|broads|port health)\sauthority$/iu;
/** "The Police and Crime Commissioner for North Moor", and the office of one. */
const COMMISSIONER_FOR = /^(?:(?:the\s)?office of the\s|the\s)?police,?\s(?:fire\s)?(?:and|&)\scrime commissioner for\s\p{Lu}/iu;
const BOROUGH = /^(?:the\s+)?(?:(?:royal|london|metropolitan|county)\s+)*borough\s+of\s+\p{Lu}[\p{L}'’-]*(?:\s+(?:and|upon|under|on|\p{Lu}[\p{L}'’-]*)){0,5}$/iu;
const COUNCIL_OF = /^(?:cyngor|comhairle)(?:\s\p{L}\S*){1,6}$/iu;
/** The four above are asked of lines with these words only: few papers have any, and they take long to compile. */
const isNamedOtherwise = (text: string): boolean => (/\bborough\s/i.test(text) && BOROUGH.test(text)) || (/^(?:cyngor|comhairle)\s/i.test(text) && COUNCIL_OF.test(text))
  || (/\sauthority$/i.test(text) && AUTHORITY_FOR.test(text)) || (/crime commissioner for\s/i.test(text) && COMMISSIONER_FOR.test(text));
/** A committee, board, panel or cabinet. */
const COMMITTEE = /\b(?:cabinet|committee|sub-committee|board|panel|executive|forum|commission|council meeting|(?:task|working|steering|reference|review|task and finish|task-and-finish|task & finish) group|working party|task force|governing body|governing board|governing body meeting|board of (?:governors|trustees))$|\bpanel\b|\bscrutiny\b.*\b(?:board|committee|commission|panel)\b|^(?:council )?cabinet\b/i;

export const isAuthority = (text: string): boolean => text.length <= 80 && (AUTHORITY.test(text) || isNamedOtherwise(text)) && !/\bcabinet\b|\bcommittee\b|\bmembers\b|\bcouncillors\b|\bgroup\b/i.test(text);
export const isCommittee = (text: string): boolean => text.length <= 100 && COMMITTEE.test(text);

/** A line that has a date in it and is short. */
export function dateLine(text: string): string | undefined {
  return text.length > 60 ? undefined : findDates(text)[0]?.date;
}

/** Words that may stand beside the date in a line that dates a paper, beside a committee's name. */
const BESIDE_DATE = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|date|dated|day|meeting|held|on|of|at|the|from|starting|commencing|am|pm|noon|issued|published|dyddiad|cyfarfod)$/i;

/** The date of a line that is a date and little else: "Tuesday 4 March 2019 at 10.00 am", "Cabinet, 30 January 2025"; "Balance Sheet as at 31 March 2019" is none. */
export function dayLine(text: string): string | undefined {
  const found = text.length > 60 ? undefined : findDates(text)[0];
  if (!found) return undefined;
  const before = text.slice(0, found.start).replace(/[\s,;:–—-]+$/, '');
  const beside = `${before} ${text.slice(found.end)}`.match(/\p{L}+/gu) ?? [];
  return beside.every((w) => BESIDE_DATE.test(w)) || isCommittee(before) ? found.date : undefined;
}

/**
 * Reads the head off the blocks: the lines that say authority, committee and date go to their fields, the first other
 * line (or the lines of one heading) is the title. Takes those lines; returns the blocks after them.
 */
export function readMasthead(context: ParseContext): { masthead: Masthead; rest: Block[] } {
  const masthead: Masthead = {};
  const rest: Block[] = [];
  let title: Paragraph | undefined;
  let done = false;
  let seen = 0;
  for (const block of context.blocks) {
    if (done || block.type === 'table' || seen >= HEAD_LINES) { done = true; rest.push(block); continue; }
    const text = block.text;
    if (text === '') { rest.push(block); continue; }
    // A line drawn with characters.
    if (!hasLetterOrDigit(text)) { context.ledger.setAside(block); continue; }
    seen++;
    if (text.length > HEAD_LENGTH || block.bullet) { done = true; rest.push(block); continue; }
    if (!title && block.number === undefined && isAuthority(text) && masthead.organisation === undefined) { masthead.organisation = text; context.take(block); continue; }
    const date = dayLine(text);
    if (date !== undefined && masthead.date === undefined) { masthead.date = date; context.take(block); continue; }
    // A partnership's name over the title, as a council's would stand.
    if (!title && masthead.organisation === undefined && isPartnership(text) && headsNext(context.blocks, block)) { masthead.organisation = text; context.take(block); continue; }
    if (!title && isCommittee(text) && masthead.body === undefined) { masthead.body = text; context.take(block); continue; }
    if (title) {
      // A speaker's name between the title and the day.
      done = block.heading !== undefined || masthead.date !== undefined || !dated(context.blocks, block);
      rest.push(block);
      continue;
    }
    if (block.number !== undefined) { done = true; rest.push(block); continue; }
    if (isCaption(context.blocks, block)) { rest.push(block); continue; }
    title = block;
    masthead.title = text;
    context.take(block);
  }
  if (masthead.date !== undefined) context.date = masthead.date;
  return { masthead, rest };
}

/** A caption ("Policy paper") has at most this many characters. */
const CAPTION_LENGTH = 40;

/** What a page calls the sort of paper, right over the one heading of the first rank that it has. */
function isCaption(blocks: readonly Block[], block: Paragraph): boolean {
  if (block.heading !== undefined || block.text.length > CAPTION_LENGTH || block.bold === true) return false;
  const next = nextFilled(blocks, blocks.indexOf(block));
  const isFirst = (b: Block): boolean => b.type === 'paragraph' && b.heading?.by === 'markup' && b.heading.level === 1;
  return next !== undefined && isFirst(next) && blocks.filter(isFirst).length === 1;
}

/** True where the next line reads as a title. */
function headsNext(blocks: readonly Block[], block: Paragraph): boolean {
  const next = nextFilled(blocks, blocks.indexOf(block));
  return next?.type === 'paragraph' && next.label === undefined && readsAsHeading(next) && dayLine(next.text) === undefined && !isCommittee(next.text);
}

/** How many lines may stand between the title and the day. */
const LINES_BETWEEN = 2;

/** True where a line that is a date follows within the next lines, no heading before it. */
function dated(blocks: readonly Block[], from: Block): boolean {
  const i = blocks.indexOf(from);
  const next = blocks.slice(i + 1).filter((b) => b.type === 'table' || b.text !== '').slice(0, LINES_BETWEEN);
  for (const b of next) {
    if (b.type === 'table' || b.heading || b.label !== undefined) return false;
    if (dayLine(b.text) !== undefined) return true;
  }
  return false;
}
