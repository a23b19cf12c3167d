/**
 * Periods: when something is to happen, as a paper says it, turned into first and last day.
 *
 * `tokens.ts` cuts a text into words and numbers, `moment.ts` reads single moments off them ("end of March"), `expression.ts`
 * joins moments ("from … to …"), `evidence.ts` says whether they are a time at all, `resolve.ts` gives them their years and
 * days. Here a cell, a sentence or the head of a step becomes the contract's Period. Whatever cannot be read keeps its text
 * and says why.
 */
import { isSlight, isCount, isCounted, isNamed, isRelative, standsAsTime, TIME_UNITS } from './evidence.js';
import { canStart, connectorAt, type Expression, ongoingAt, parseExpression, placeOf, readerOf, shorter, textOf, unconfirmedAt } from './expression.js';
import { isDash, isMark, isWord, parseDay, parseSharedDay } from './moment.js';
import { datesOf, evaluate, inferYear, momentYear, resolve } from './resolve.js';
import { isSchoolTime, labelledEnds, standingTime } from './standing.js';
import { foldText, quote } from './text.js';
import { type Token, tokenize } from './tokens.js';
import { type DateContext, type FoundPeriod, type IsoDate, type Period, type Place, type Reading } from './types.js';

/** A cell with more words than this is read with the caution of prose. A timescale of two lines has some 15. */
const MOST_WORDS_IN_A_CELL = 25;

/** Characters of a timescale at most; what is longer is an account of something, with dates in it. */
const LONGEST_CELL = 2000;

/** Words of a timescale that add nothing to its time. */
const FILLER: ReadonlySet<string> = new Set(
  (
    'complete completed completing completion achieve achieved done due target date dates deadline draft final initial approx approximately circa around about c the a at ' +
    'in on during of for within throughout over from to by financial year years calendar month months inclusive estimated expected anticipated planned provisional provisionally ' +
    'scheduled be is was are will implemented implementation timescale timeframe time end ends ending finish finished start starts and then latest period meeting'
  ).split(' '),
);

/**
 * A whole text as one period: a cell of a timescale column, the words after "By when:".
 *
 * `value.text` is always there; without dates, or with a doubt, `problem` says why. Several times that do not make one
 * span ("July 2010 and March 2011") go to `value.parts`.
 */
export function readPeriod(text: string, context: DateContext = {}): Reading<Period> {
  const folded = foldText(text);
  if (folded === '') return { value: { text: folded }, problem: 'the timescale is empty' };
  if (folded.length > LONGEST_CELL) return { value: { text: folded }, problem: 'too long for a timescale' };
  const now = standingTime(folded);
  if (now !== undefined) {
    const { value, problem } = readPeriod(now, context);
    if (value.start !== undefined || value.end !== undefined) return withProblem({ ...value, text: folded }, problem);
  }
  const ends = labelledEnds(folded);
  if (ends) {
    const [{ value: from }, { value: to }] = [readPeriod(ends.start, context), readPeriod(ends.end, context)];
    if (from.start !== undefined && to.end !== undefined && from.start <= to.end) return { value: { text: folded, start: from.start, end: to.end, precision: 'range' } };
    if (from.start !== undefined && to.ongoing === true) return { value: { text: folded, start: from.start, ...(from.precision === undefined ? {} : { precision: from.precision }), ongoing: true } };
  }
  const tokens = tokenize(folded);
  const words = tokens.filter((token) => token.kind === 'word').length;
  const reader = readerOf(tokens, context, words > MOST_WORDS_IN_A_CELL);

  const found: Expression[] = [];
  const running: Running[] = [];
  const leftover: string[] = [];
  let unconfirmed = false;
  let at = 0;
  while (at < tokens.length) {
    const status = unconfirmedAt(tokens, at);
    if (status !== undefined) {
      unconfirmed = true;
      at = status;
      continue;
    }
    const ongoing = ongoingAt(tokens, at);
    if (ongoing !== undefined) {
      running.push({ start: at, next: ongoing });
      at = ongoing;
      continue;
    }
    const head = at === 0;
    const expression = head || canStart(tokens[at]) ? parseExpression(reader, at, head) : undefined;
    if (expression !== undefined) {
      found.push(expression);
      at = expression.next;
      continue;
    }
    const token = tokens[at];
    if (token !== undefined && (token.kind !== 'mark' || token.text === '?') && !FILLER.has(token.lower) && !(token.kind === 'number' && tokens[at - 1]?.lower === 'year')) leftover.push(token.text);
    at += 1;
  }
  return assemble({ folded, tokens, found, running, leftover, unconfirmed }, context);
}

/** Token indexes of an "ongoing". */
interface Running {
  start: number;
  next: number;
}

/** What a cell was found to hold. */
interface Cell {
  folded: string;
  tokens: readonly Token[];
  found: readonly Expression[];
  running: readonly Running[];
  leftover: readonly string[];
  unconfirmed: boolean;
}

function assemble(cell: Cell, context: DateContext): Reading<Period> {
  const { folded, tokens, found, running, leftover } = cell;
  const status = cell.unconfirmed ? { status: 'to-be-confirmed' as const } : {};
  const beside = leftover.length === 0 ? undefined : `other words stand beside the time: "${quote(leftover.join(' '))}"`;
  const [first] = found;
  const [ongoing] = running;
  if (isRelative(tokens)) return { value: { text: folded, ...status }, problem: 'the time is counted from an event, not a date' };

  if (first === undefined) {
    if (ongoing !== undefined) return withProblem({ text: folded, ongoing: true, ...status }, beside);
    if (cell.unconfirmed) return withProblem({ text: folded, ...status }, beside);
    const length = tokens.some((token, at) => TIME_UNITS.has(token.lower) && isCount(tokens[at - 1]));
    return { value: { text: folded }, problem: length ? 'a length of time, not a date' : `"${quote(folded)}" is not a time that can be read` };
  }

  // "last week of June": neither June nor a week that is known.
  if (/\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:full\s)?(?:week|fortnight)\s(?:of|in)\b/i.test(folded)) {
    return { value: { text: folded, ...status }, problem: 'a part of a month is no certain time' };
  }
  if (isSchoolTime(folded) && !found.some((e) => e.moments.some((m) => m.kind === 'day' || ((m.kind === 'month' || m.kind === 'season') && (m.year ?? m.twoDigits) !== undefined)))) {
    return { value: { text: folded, ...status }, problem: 'the dates of a school’s or council’s year differ from place to place' };
  }
  const parts = partsOfCell(cell, context);
  if (found.length > 1 && parts.length > 1) return { value: { text: folded, ...status, parts }, problem: `${parts.length} times stand in one place` };

  // A month or a year alone among other words may be a word or a number of something else: "May be delayed".
  if (beside !== undefined && isSlight(first)) {
    return { value: { text: folded, ...(ongoing === undefined ? {} : { ongoing: true as const }), ...status }, problem: `"${quote(folded)}" is not a time that can be read` };
  }
  const result = evaluate(first, context, tokens, folded);
  if (ongoing === undefined) return withProblem({ text: folded, ...datesOf(result), ...status }, result.problem ?? beside);

  // "Ongoing – report July 2010": the date is the report's, not the work's.
  if (beside !== undefined) return { value: { text: folded, ongoing: true, ...status }, problem: beside };
  const dates = datesOf(result);
  const between = tokens.slice(Math.min(ongoing.start, first.next), Math.max(ongoing.start, first.start));
  if (between.some((token) => token.text === '/' || token.lower === 'or')) return { value: { text: folded, ...status, parts }, problem: `${parts.length} times stand in one place` };
  if (ongoing.start > first.start) {
    // "June 2010 – ongoing", "July 2010, then ongoing": from then on.
    const { end: _end, ...open } = dates;
    return withProblem({ text: folded, ...(open.start === undefined ? dates : open), ongoing: true, ...status }, result.problem);
  }
  // "Ongoing – March 2011", "Ongoing to March 2011": until then.
  const until = first.relation === 'until' || between.some((token) => isDash(token) || isWord(token, 'to', 'until', 'till'));
  if (until) {
    const { start: _start, ...open } = dates;
    return withProblem({ text: folded, ...(open.end === undefined ? dates : open), ongoing: true, ...status }, result.problem);
  }
  return withProblem({ text: folded, ...dates, ongoing: true, ...status }, result.problem);
}

/** Each time of a cell by itself, in order, the same one once. */
function partsOfCell(cell: Cell, context: DateContext): Period[] {
  const { folded, tokens } = cell;
  const placed: { at: number; periods: Period[] }[] = cell.found.map((expression) => {
    const result = evaluate(expression, context, tokens, folded);
    const { parts, ...dates } = datesOf(result);
    return { at: expression.start, periods: parts ?? [{ text: textOf(folded, tokens, expression), ...dates }] };
  });
  for (const { start, next } of cell.running) {
    placed.push({ at: start, periods: [{ text: folded.slice(tokens[start]?.start ?? 0, tokens[next - 1]?.end ?? 0), ongoing: true }] });
  }
  const parts: Period[] = [];
  for (const period of placed.sort((a, b) => a.at - b.at).flatMap(({ periods }) => periods)) {
    const same = parts.some((known) => known.start === period.start && known.end === period.end && known.ongoing === period.ongoing && (period.start !== undefined || period.end !== undefined || period.ongoing === true));
    if (!same) parts.push(period);
  }
  return parts;
}

/**
 * The dates inside running text, in order, with their places: "… over a 4 week period, Oct/Nov." gives "Oct/Nov",
 * "implement by July, 06" gives "by July, 06". Words that change the meaning ("by", "from", "end of", "w/c") belong to a
 * period's text, others ("in", "on") do not. A month or year alone counts only after a preposition or on its own.
 */
export function findPeriods(text: string, context: DateContext = {}): FoundPeriod[] {
  const tokens = tokenize(text);
  const reader = readerOf(tokens, context, true);
  const found: FoundPeriod[] = [];
  let at = 0;
  while (at < tokens.length) {
    const expression = canStart(tokens[at]) ? parseExpression(reader, at, false) : undefined;
    if (expression === undefined) {
      at += 1;
      continue;
    }
    if (isNamed(tokens, expression) || isCounted(tokens, expression) || (isSlight(expression) && !standsAsTime(tokens, expression))) {
      at = Math.max(at + 1, expression.momentStarts[0] === undefined ? at + 1 : expression.momentStarts[0] + 1);
      continue;
    }
    const result = evaluate(expression, context, tokens, text);
    if (result.parts !== undefined) {
      for (const part of result.parts) {
        const { start, end } = part;
        found.push({ period: { text: part.text, ...part.dates }, start, end });
      }
    } else {
      const { start, end } = placeOf(tokens, expression);
      found.push({ period: { text: foldText(text.slice(start, end)), ...datesOf(result) }, start, end, ...(result.problem === undefined ? {} : { problem: result.problem }) });
    }
    at = expression.next;
  }
  return found;
}

/**
 * The time at the head of a dated step and the step itself: "June – Human resources issues", "w/c 4 July: Interviews".
 * Undefined where the text does not begin with a time and a dash, a colon or a gap.
 */
export function leadingPeriod(text: string, context: DateContext = {}): { period: Period; rest: string; problem?: string } | undefined {
  const tokens = tokenize(text.slice(0, LEADING_WINDOW));
  const reader = readerOf(tokens, { ...context, timescale: true }, false);
  const bracket = isMark(tokens[0], '(') ? 1 : 0;

  const status = unconfirmedAt(tokens, bracket) ?? ongoingAt(tokens, bracket);
  if (status !== undefined) {
    const rest = restAfterSeparator(text, tokens, status);
    if (rest !== undefined) {
      const value: Period = { text: foldText(text.slice(tokens[bracket]?.start ?? 0, tokens[status - 1]?.end)) };
      return { period: ongoingAt(tokens, bracket) === undefined ? { ...value, status: 'to-be-confirmed' } : { ...value, ongoing: true }, rest };
    }
  }

  let expression = parseExpression(reader, bracket, true);
  // "June – May be delayed": if what follows the longest reading is no separator, a shorter one may be right.
  while (expression !== undefined) {
    const closes = bracket === 1 && isMark(tokens[expression.next], ')') ? 1 : 0;
    const rest = bracket === closes ? restAfterSeparator(text, tokens, expression.next + closes) : undefined;
    // "Q1: Have we …?" is a question, not a quarter.
    if (rest !== undefined && !(isSlight(expression) && expression.moments[0]?.kind === 'quarter' && rest.endsWith('?'))) {
      const result = evaluate(expression, context, tokens, text);
      const { start, end } = placeOf(tokens, expression, true);
      return { period: { text: foldText(text.slice(start, end)), ...datesOf(result) }, rest, ...(result.problem === undefined ? {} : { problem: result.problem }) };
    }
    expression = shorter(expression);
  }
  return undefined;
}

/** Characters within which the time at the head of a step and its separator must stand. */
const LEADING_WINDOW = 160;

function restAfterSeparator(text: string, tokens: readonly Token[], at: number): string | undefined {
  const separator = tokens[at];
  if (separator === undefined) return undefined;
  if (isMark(separator, ':') || (isDash(separator) && (separator.spaced || tokens[at + 1]?.spaced === true))) return text.slice(separator.end).trim();
  return separator.wide ? text.slice(separator.start).trim() : undefined;
}

/**
 * The date of a paper or meeting out of the line that states it: "Tuesday, 24 January 2012", "7th October, 2005.",
 * "24.01.12". Days come first, as in the United Kingdom. Without a year the paper's date must be known. Undefined where the
 * text has no full, possible date.
 */
export function readDate(text: string, context: DateContext = {}): IsoDate | undefined {
  const dates = findDates(text, context);
  return dates[0]?.date;
}

/** Every single day that a text names, in order, with its place. Impossible dates are left out. */
export function findDates(text: string, context: DateContext = {}): (Place & { date: IsoDate; text: string })[] {
  const tokens = tokenize(text);
  const short = tokens.length <= SHORT_LINE;
  const reader = readerOf(tokens, context, !short);
  const found: (Place & { date: IsoDate; text: string })[] = [];
  let at = 0;
  while (at < tokens.length) {
    const token = tokens[at];
    const possible = token?.kind === 'number' || (token?.kind === 'word' && canStart(token));
    const day = possible ? (parseDay(reader, at) ?? parseSharedDay(reader, at, (next) => connectorAt(reader, next))) : undefined;
    if (day === undefined) {
      at += 1;
      continue;
    }
    const span = resolve(day, momentYear(day, context) ?? inferYear(day, context), context);
    if (span.start !== undefined && span.start === span.end) {
      const [start, end] = [token?.start ?? 0, tokens[day.next - 1]?.end ?? 0];
      found.push({ date: span.start, text: foldText(text.slice(start, end)), start, end });
    }
    at = Math.max(day.next, at + 1);
  }
  return found;
}

/** Tokens of a line that is there to state a date ("Meeting of the Board held on Tuesday, 4 July 2006 at 10.00 am"). */
const SHORT_LINE = 40;

function withProblem(value: Period, problem: string | undefined): Reading<Period> {
  return problem === undefined ? { value } : { value, problem };
}
