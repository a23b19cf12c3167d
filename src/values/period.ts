/**
 * Periods: when something is to happen, as a paper says it, turned into first and last day.
 *
 * `moment.ts` reads single moments off the tokens; here they are joined ("August/September", "from … to …"), given their
 * years by the paper's date, and turned into the contract's Period. Whatever cannot be read keeps its text and says why.
 */
import { addDays, iso, lastDayOf, parts as partsOf, weekdayOf } from './calendar.js';
import { isDash, isMark, isWord, fullYear, type Moment, monthOf, parseDay, parseMoment, parseSharedDay, type Reader, seasonOf, weekAt } from './moment.js';
import { foldText } from './text.js';
import { type Token, tokenize } from './tokens.js';
import { type DateContext, type FoundPeriod, type IsoDate, type Period, type Place, type Precision, type Reading } from './types.js';

/** A month may lie so many months before the paper's date and still be in the paper's year (output contract, "June"). */
const MONTHS_BACK_IN_SAME_YEAR = 6;

/** Moments that one expression joins at most; a longer chain is a list of something else. */
const MOST_MOMENTS = 12;

/** A cell with more words than this is read with the caution of prose. A timescale of two lines has some 15. */
const MOST_WORDS_IN_A_CELL = 25;

/** Characters of a timescale at most; what is longer is an account of something, with dates in it. */
const LONGEST_CELL = 2000;

/** First month of the financial year of public bodies in the United Kingdom (1 April). */
const FINANCIAL_YEAR_MONTH = 4;
/** First month of the academic year in England. */
const ACADEMIC_YEAR_MONTH = 9;

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What a word before a moment makes of it. */
type Relation = 'until' | 'before' | 'from' | 'after' | 'between' | 'at';

const PREFIXES: readonly (readonly [Relation, readonly string[]])[] = [
  ['until', ['on', 'or', 'before']],
  ['until', ['no', 'later', 'than']],
  ['until', ['not', 'later', 'than']],
  ['until', ['up', 'to']],
  ['until', ['up', 'until']],
  ['until', ['by']],
  ['until', ['until']],
  ['until', ['till']],
  ['until', ['til']],
  ['until', ['latest']],
  ['before', ['before']],
  ['before', ['prior', 'to']],
  ['before', ['in', 'advance', 'of']],
  ['before', ['ahead', 'of']],
  ['from', ['with', 'effect', 'from']],
  ['from', ['effective', 'from']],
  ['from', ['as', 'from']],
  ['from', ['as', 'of']],
  ['from', ['not', 'before']],
  ['from', ['no', 'earlier', 'than']],
  ['from', ['from']],
  ['from', ['since']],
  ['from', ['starting']],
  ['from', ['commencing']],
  ['after', ['after']],
  ['after', ['post']],
  ['between', ['between']],
  ['at', ['in']],
  ['at', ['on']],
  ['at', ['during']],
  ['at', ['throughout']],
  ['at', ['within']],
  ['at', ['around']],
  ['at', ['circa']],
];

/** In a cell these say when something began; in a sentence they are its verb. */
const CELL_PREFIXES: readonly (readonly [Relation, readonly string[]])[] = ['started', 'starts', 'commenced', 'commences', 'commence', 'begun', 'began', 'begins'].map(
  (word) => ['from', [word]] as const,
);

/** Words that may stand between such a prefix and the moment: "commenced in October". */
const AFTER_PREFIX: ReadonlySet<string> = new Set(['in', 'on', 'at', 'around', 'about', 'approximately', 'circa']);

type Suffix = 'onwards' | 'ongoing' | 'latest' | 'unconfirmed' | 'inclusive';

const SUFFIXES: readonly (readonly [Suffix, readonly string[]])[] = [
  ['onwards', ['onwards']],
  ['onwards', ['onward']],
  ['onwards', ['and', 'onwards']],
  ['onwards', ['and', 'beyond']],
  ['onwards', ['and', 'thereafter']],
  ['ongoing', ['to', 'date']],
  ['ongoing', ['to', 'present']],
  ['ongoing', ['to', 'ongoing']],
  ['ongoing', ['and', 'ongoing']],
  ['ongoing', ['then', 'ongoing']],
  ['ongoing', ['and', 'then', 'ongoing']],
  ['ongoing', ['and', 'continuing']],
  ['latest', ['at', 'the', 'latest']],
  ['latest', ['at', 'latest']],
  ['latest', ['latest']],
  ['latest', ['or', 'earlier']],
  ['latest', ['or', 'sooner']],
  ['inclusive', ['inclusive']],
];

/** Words of a timescale that add nothing to its time. */
const FILLER: ReadonlySet<string> = new Set(
  (
    'complete completed completing completion achieve achieved done due target date dates deadline draft final initial approx approximately circa around about c the a at ' +
    'in on during of for within throughout over from to by financial year years calendar month months inclusive estimated expected anticipated planned provisional provisionally ' +
    'scheduled be is was are will implemented implementation timescale timeframe time end ends ending finish finished start starts and then latest period meeting'
  ).split(' '),
);

/** Nouns that measure time; with a number before and an anchor after they make it relative: "6 weeks from approval". */
const TIME_UNITS: ReadonlySet<string> = new Set(['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'quarter', 'quarters', 'meeting', 'meetings', 'term', 'terms', 'cycle', 'cycles']);
const ANCHORS: ReadonlySet<string> = new Set(['from', 'of', 'after', 'following', 'before', 'prior', 'post']);

/** Prepositions that show in prose that a month or year without more is a time. */
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'by', 'during', 'from', 'until', 'till', 'since', 'before', 'after', 'throughout', 'this', 'next', 'for', 'to', 'around', 'early', 'late', 'mid']);
const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'by', 'during', 'from', 'until', 'till', 'since', 'before', 'after', 'throughout', 'to', 'between', 'for']);

/** Months that are first names too: "by April Jones". */
const NAMES_THAT_ARE_MONTHS: ReadonlySet<string> = new Set(['april', 'may', 'june', 'august', 'jan']);

/** Words before a number that make it a name, not a year or date: "Minute 2010/11", "Act 2004". */
const NOT_A_DATE_AFTER: ReadonlySet<string> = new Set(['minute', 'minutes', 'act', 'acts', 'regulations', 'order', 'no', 'number', 'ref', 'reference', 'decision', 'si', 'paragraph', 'section', 'page', 'item', 'para', 'paras', 'paragraphs']);

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
    if (token !== undefined && (token.kind !== 'mark' || token.text === '?') && !FILLER.has(token.lower)) leftover.push(token.text);
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
  const beside = leftover.length === 0 ? undefined : `other words stand beside the time: "${clip(leftover.join(' '))}"`;
  const [first] = found;
  const [ongoing] = running;
  if (isRelative(tokens)) return { value: { text: folded, ...status }, problem: 'the time is counted from an event, not a date' };

  if (first === undefined) {
    if (ongoing !== undefined) return withProblem({ text: folded, ongoing: true, ...status }, beside);
    if (cell.unconfirmed) return withProblem({ text: folded, ...status }, beside);
    const length = tokens.some((token, at) => TIME_UNITS.has(token.lower) && isCount(tokens[at - 1]));
    return { value: { text: folded }, problem: length ? 'a length of time, not a date' : `"${clip(folded)}" is not a time that can be read` };
  }

  // "last week of June": neither June nor a week that is known.
  if (/\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s(?:full\s)?(?:week|fortnight)\s(?:of|in)\b/i.test(folded)) {
    return { value: { text: folded, ...status }, problem: 'a part of a month is no certain time' };
  }
  const parts = partsOfCell(cell, context);
  if (found.length > 1 && parts.length > 1) return { value: { text: folded, ...status, parts }, problem: `${parts.length} times stand in one place` };

  // A month or a year alone among other words may be a word or a number of something else: "May be delayed".
  if (beside !== undefined && isSlight(first)) {
    return { value: { text: folded, ...(ongoing === undefined ? {} : { ongoing: true as const }), ...status }, problem: `"${clip(folded)}" is not a time that can be read` };
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

// ---- expressions: moments joined by "to", "/", "and" ----

type Connector = 'range' | 'slash' | 'and' | 'or';

interface Expression {
  relation: Relation | undefined;
  moments: Moment[];
  /** Token index at which each moment begins. */
  momentStarts: number[];
  connectors: Connector[];
  suffixes: Suffix[];
  /** Token indexes: of its first word, prefix included, and after its last. */
  start: number;
  next: number;
}

function readerOf(tokens: readonly Token[], context: DateContext, prose: boolean): Reader {
  return { tokens, prose: prose && context.timescale !== true, timescale: context.timescale === true || !prose, paperYear: partsOf(context.paperDate)?.year };
}

const STARTERS: ReadonlySet<string> = new Set([
  ...PREFIXES.map(([, words]) => words[0] ?? ''),
  ...CELL_PREFIXES.map(([, words]) => words[0] ?? ''),
  ...'the end start beginning mid middle early late w wc week wk fy financial fiscal academic school municipal civic budget first second third fourth q qtr quarter this current next'.split(' '),
]);
const WEEKDAY_START = /^(?:mon|tue|wed|thu|fri|sat|sun)/;

/** Whether an expression can begin with this token at all; saves the parser most words of a text. */
function canStart(token: Token | undefined): boolean {
  if (token === undefined || token.kind === 'mark') return false;
  if (token.kind === 'number') return token.text.length <= 4;
  return STARTERS.has(token.lower) || monthOf(token, false) !== undefined || seasonOf(token) !== undefined || WEEKDAY_START.test(token.lower);
}

function phraseAt(tokens: readonly Token[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => tokens[at + index]?.lower === word);
}

function relationAt(reader: Reader, at: number): { relation: Relation; next: number } | undefined {
  const { tokens } = reader;
  const isPrefix = ([, words]: readonly [Relation, readonly string[]]): boolean => phraseAt(tokens, at, words);
  const entry = PREFIXES.find(isPrefix) ?? (reader.prose ? undefined : CELL_PREFIXES.find(isPrefix));
  return entry === undefined ? undefined : { relation: entry[0], next: at + entry[1].length };
}

function connectorAt(reader: Reader, at: number): { connector: Connector; next: number } | undefined {
  const { tokens } = reader;
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (isDash(token)) return { connector: 'range', next: isDash(tokens[at + 1]) ? at + 2 : at + 1 };
  if (isWord(token, 'to', 'until', 'till', 'through', 'thru')) return { connector: 'range', next: isWord(tokens[at + 1], 'the') && tokens[at + 2]?.kind !== 'number' ? at + 2 : at + 1 };
  if (isWord(token, 'up') && isWord(tokens[at + 1], 'to')) return { connector: 'range', next: at + 2 };
  if (isMark(token, '/')) return { connector: 'slash', next: at + 1 };
  if (isWord(token, 'or')) return { connector: 'or', next: at + 1 };
  let next = at;
  if (isMark(token, ',') || isMark(token, ';') || isMark(token, '&') || isMark(token, '+')) next += 1;
  if (isWord(tokens[next], 'and')) next += 1;
  if (isWord(tokens[next], 'then') || isWord(tokens[next], 'again')) next += 1;
  if (next === at || (next === at + 1 && isWord(token, 'then', 'again'))) return undefined;
  if (isWord(tokens[next], 'in', 'on') && tokens[next + 1]?.kind !== 'mark') next += 1;
  return { connector: 'and', next };
}

/**
 * Reads the longest expression that begins at `at`: a prefix, moments with connectors between them, suffixes.
 * `head`: the expression stands at the head of a cell, where "to March" is a prefix too.
 */
function parseExpression(reader: Reader, at: number, head: boolean): Expression | undefined {
  const { tokens } = reader;
  let relation = relationAt(reader, at);
  if (relation === undefined && head && isWord(tokens[at], 'to')) relation = { relation: 'until', next: at + 1 };
  let from = relation?.next ?? at;
  if (relation !== undefined && tokens[from]?.kind === 'word' && AFTER_PREFIX.has(tokens[from]?.lower ?? '')) from += 1;

  const connect = (index: number): { connector: Connector; next: number } | undefined => connectorAt(reader, index);
  const momentAt = (index: number): Moment | undefined => {
    // "w/c 4th & 11th July"
    const week = weekAt(reader, index);
    const shared = parseSharedDay(reader, week?.next ?? index, connect);
    if (shared !== undefined) return week === undefined ? shared : { ...shared, week: week.week };
    return parseMoment(reader, index);
  };
  const first = momentAt(from);
  if (first === undefined) return undefined;

  // "on the 28 October": the article is no part of the date, "the end of October" is.
  if (isWord(tokens[from], 'the') && tokens[from + 1]?.kind === 'number') from += 1;
  const expression: Expression = { relation: relation?.relation, moments: [first], momentStarts: [from], connectors: [], suffixes: [], start: at, next: first.next };
  while (expression.moments.length < MOST_MOMENTS) {
    const connector = connect(expression.next);
    const moment = connector === undefined ? undefined : momentAt(connector.next);
    if (connector === undefined || moment === undefined) break;
    const week = expression.moments.at(-1)?.week;
    const shares = week !== undefined && connector.connector === 'and' && moment.kind === 'day' && moment.week === undefined;
    expression.moments.push(shares ? { ...moment, week } : moment);
    expression.momentStarts.push(connector.next);
    expression.connectors.push(connector.connector);
    expression.next = moment.next;
  }
  readSuffixes(tokens, expression);
  return expression;
}

function readSuffixes(tokens: readonly Token[], expression: Expression): void {
  for (;;) {
    const { next } = expression;
    const entry = SUFFIXES.find(([, words]) => phraseAt(tokens, next, words));
    if (entry !== undefined) {
      expression.suffixes.push(entry[0]);
      expression.next += entry[1].length;
      continue;
    }
    if (isDash(tokens[next]) && isWord(tokens[next + 1], 'present', 'date', 'now')) {
      expression.suffixes.push('ongoing');
      expression.next += 2;
      continue;
    }
    // "from July 2010 on"
    if (isWord(tokens[next], 'on') && expression.relation === 'from' && tokens[next + 1]?.kind !== 'number' && tokens[next + 1]?.kind !== 'word') {
      expression.suffixes.push('onwards');
      expression.next += 1;
      continue;
    }
    const bracket = isMark(tokens[next], '(') ? 1 : 0;
    const unconfirmed = unconfirmedAt(tokens, next + bracket);
    if (unconfirmed !== undefined && (bracket === 0 || isMark(tokens[unconfirmed], ')'))) {
      expression.suffixes.push('unconfirmed');
      expression.next = unconfirmed + bracket;
      continue;
    }
    return;
  }
}

/** The same expression without its last moment, or undefined when only one is left. */
function shorter(expression: Expression): Expression | undefined {
  const count = expression.moments.length - 1;
  if (count < 1) return undefined;
  const last = expression.moments[count - 1];
  return {
    ...expression,
    moments: expression.moments.slice(0, count),
    momentStarts: expression.momentStarts.slice(0, count),
    connectors: expression.connectors.slice(0, count - 1),
    suffixes: [],
    next: last?.next ?? expression.next,
  };
}

/** "ongoing", "on-going", "continuous": index after it. */
function ongoingAt(tokens: readonly Token[], at: number): number | undefined {
  if (isWord(tokens[at], 'ongoing', 'continuous', 'continuously', 'continuing', 'continual')) return at + 1;
  if (!isWord(tokens[at], 'on')) return undefined;
  if (isDash(tokens[at + 1]) && isWord(tokens[at + 2], 'going')) return at + 3;
  return isWord(tokens[at + 1], 'going') ? at + 2 : undefined;
}

/** "TBC", "to be confirmed", "not yet agreed": index after it. */
function unconfirmedAt(tokens: readonly Token[], at: number): number | undefined {
  if (isWord(tokens[at], 'tbc', 'tba', 'tbd')) return at + 1;
  // "T.B.C."
  if (isWord(tokens[at], 't') && isMark(tokens[at + 1], '.') && isWord(tokens[at + 2], 'b') && isMark(tokens[at + 3], '.') && isWord(tokens[at + 4], 'c', 'a', 'd')) {
    return isMark(tokens[at + 5], '.') ? at + 6 : at + 5;
  }
  const settled = ['confirmed', 'agreed', 'advised', 'determined', 'decided', 'announced', 'set', 'finalised', 'arranged', 'scheduled', 'fixed', 'notified'];
  if (isWord(tokens[at], 'to') && isWord(tokens[at + 1], 'be') && isWord(tokens[at + 2], ...settled)) return at + 3;
  if (isWord(tokens[at], 'not') && isWord(tokens[at + 1], 'yet') && isWord(tokens[at + 2], ...settled)) return at + 3;
  if (isWord(tokens[at], 'awaiting', 'await') && isWord(tokens[at + 1], 'confirmation')) return at + 2;
  return undefined;
}

/** One moment that leans on its surroundings: a month, season, quarter or plain year without anything else. */
function isSlight(expression: Expression): boolean {
  const [moment] = expression.moments;
  if (moment === undefined || expression.moments.length > 1 || expression.suffixes.length > 0) return false;
  if (moment.modifier !== undefined || moment.week !== undefined) return false;
  if (moment.kind === 'year') return true;
  if (moment.kind === 'quarter') return moment.financial === undefined && moment.calendar === undefined;
  return (moment.kind === 'month' || moment.kind === 'season') && moment.year === undefined && moment.twoDigits === undefined;
}

/** In prose: whether a slight moment is a time, by the word before it or by standing alone. */
function standsAsTime(tokens: readonly Token[], expression: Expression): boolean {
  const [moment] = expression.moments;
  const at = expression.momentStarts[0] ?? expression.start;
  const before = tokens[at - 1];
  const after = tokens[expression.next];
  const word = tokens[at];
  const follows = after?.kind === 'word' && after.spaced ? after : undefined;
  const capital = follows !== undefined && /^\p{Lu}/u.test(follows.text);
  if (moment?.kind === 'year') return before?.kind === 'word' && YEAR_PREPOSITIONS.has(before.lower) && !(capital && before.lower === 'for');
  if (word !== undefined && /^\p{Ll}/u.test(word.text) && moment?.kind === 'season' && before?.kind !== 'word') return false;
  if (before?.kind === 'word' && TIME_PREPOSITIONS.has(before.lower)) {
    // "by April Jones", "in June Street": a name goes on.
    return !(capital && (NAMES_THAT_ARE_MONTHS.has(word?.lower ?? '') || moment?.kind !== 'month'));
  }
  const opens = before === undefined || isMark(before, '(');
  const closes = after === undefined || isMark(after, ')') || isMark(after, ':') || isDash(after);
  return opens && closes;
}

/** "Children Act 2004", "Minute 2010/11": the number is part of a name. */
function isNamed(tokens: readonly Token[], expression: Expression): boolean {
  const at = expression.momentStarts[0] ?? expression.start;
  const before = tokens[at - 1];
  const kind = expression.moments[0]?.kind;
  return (kind === 'year' || kind === 'financial-year') && before?.kind === 'word' && NOT_A_DATE_AFTER.has(before.lower);
}

/** "within 3 months of 4 July 2010": the date is where the counting begins. */
function isCounted(tokens: readonly Token[], expression: Expression): boolean {
  const at = expression.momentStarts[0] ?? expression.start;
  for (const anchor of [at - 1, at - 2, expression.start - 1]) {
    if (!ANCHORS.has(tokens[anchor]?.lower ?? '') || !TIME_UNITS.has(tokens[anchor - 1]?.lower ?? '')) continue;
    if (!isCount(tokens[anchor - 2])) continue;
    // "for 6 months from April 2010" begins in April.
    if (isWord(tokens[anchor], 'from') && isWord(tokens[anchor - 3], 'for', 'of', 'over', 'lasting')) continue;
    return true;
  }
  return false;
}

const COUNT_WORDS: ReadonlySet<string> = new Set('a an one two three four five six seven eight nine ten twelve few several working calendar school'.split(' '));

function isCount(token: Token | undefined): boolean {
  return token?.kind === 'number' || (token?.kind === 'word' && COUNT_WORDS.has(token.lower));
}

function isRelative(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => TIME_UNITS.has(token.lower) && isCount(tokens[at - 1]) && ANCHORS.has(tokens[at + 1]?.lower ?? ''));
}

// ---- from moments to days ----

interface Dates {
  start?: IsoDate;
  end?: IsoDate;
  precision?: Precision;
}

interface Evaluated extends Dates {
  ongoing?: true;
  status?: 'to-be-confirmed';
  problem?: string;
  /** The single times where they make no span, with their places in the text. */
  parts?: (Place & { text: string; dates: Dates })[];
}

function datesOf(result: Evaluated): Omit<Period, 'text'> {
  return {
    ...(result.start === undefined ? {} : { start: result.start }),
    ...(result.end === undefined ? {} : { end: result.end }),
    ...(result.precision === undefined ? {} : { precision: result.precision }),
    ...(result.ongoing === undefined ? {} : { ongoing: result.ongoing }),
    ...(result.status === undefined ? {} : { status: result.status }),
    ...(result.parts === undefined ? {} : { parts: result.parts.map((part) => ({ text: part.text, ...part.dates })) }),
  };
}

function evaluate(expression: Expression, context: DateContext, tokens: readonly Token[], text: string): Evaluated {
  const { moments, connectors } = expression;
  const status = expression.suffixes.includes('unconfirmed') ? { status: 'to-be-confirmed' as const } : {};
  const problems = moments.map((moment) => moment.problem).filter((problem) => problem !== undefined);
  const years = yearsOf(moments, context);
  const spans = moments.map((moment, index) => resolve(moment, years[index], context));
  for (const span of spans) {
    if (span.start === undefined || span.end === undefined) return { ...status, problem: span.problem ?? 'not a time that can be read' };
    if (span.problem !== undefined) problems.push(span.problem);
  }

  // Ranges bind closest: "July – September and November 2010" is two times.
  const groups: (Required<Dates> & { from: number; to: number; or: boolean })[] = [];
  for (const [index, span] of spans.entries()) {
    const connector = connectors[index - 1];
    const range = connector === 'range' || (connector === 'and' && index === 1 && expression.relation === 'between');
    const last = groups.at(-1);
    const complete = { start: span.start ?? '', end: span.end ?? '', precision: span.precision ?? 'day' };
    if (last === undefined || !range) {
      groups.push({ ...complete, from: index, to: index, or: connector === 'or' });
      continue;
    }
    if (complete.end < last.start || complete.start < last.start) return { ...status, problem: 'the time ends before it starts' };
    if (complete.end < last.end) return { ...status, problem: 'the time ends before it starts' };
    last.precision = last.from === last.to ? joinedPrecision(last.precision, complete.precision) : 'range';
    last.end = complete.end;
    last.to = index;
  }

  // Neighbours make one span: "August/September", "2010/11 and 2011/12".
  const merged: typeof groups = [];
  for (const group of groups) {
    const last = merged.at(-1);
    if (last !== undefined && !group.or && group.start > last.start && group.start <= addDays(last.end, 1)) {
      last.precision = joinedPrecision(last.precision, group.precision);
      last.end = group.end > last.end ? group.end : last.end;
      last.to = group.to;
    } else if (last === undefined || group.or || group.start !== last.start || group.end !== last.end) {
      merged.push({ ...group });
    }
  }

  const problem = problems.length === 0 ? {} : { problem: problems.join('; ') };
  const [only] = merged;
  if (only !== undefined && merged.length === 1) {
    const { start, end, precision } = only;
    return { ...relate({ start, end, precision }, expression), ...(expression.suffixes.includes('ongoing') ? { ongoing: true as const } : {}), ...status, ...problem };
  }
  const places = merged.map((group, index) => {
    const firstToken = index === 0 ? startOfText(expression) : (expression.momentStarts[group.from] ?? 0);
    const lastToken = (moments[group.to]?.next ?? 1) - 1;
    const { start, end, precision } = group;
    const place = { start: tokens[firstToken]?.start ?? 0, end: tokens[lastToken]?.end ?? text.length };
    return { ...place, text: foldText(text.slice(place.start, place.end)), dates: relate({ start, end, precision }, expression) };
  });
  return { ...status, problem: `${merged.length} times stand in one place`, parts: places };
}

function joinedPrecision(a: Precision, b: Precision): Precision {
  return a === b && (a === 'year' || a === 'financial-year') ? a : 'range';
}

/** What "by", "from", "before", "onwards" and the like leave of a span. */
function relate(dates: Required<Dates>, expression: Expression): Dates {
  const { start, end, precision } = dates;
  if (expression.suffixes.includes('onwards') || expression.suffixes.includes('ongoing')) return { start, precision };
  if (expression.suffixes.includes('latest')) return { end, precision };
  const isRange = expression.connectors.includes('range');
  switch (expression.relation) {
    case 'until':
      return { end, precision };
    case 'before':
      // "before the end of March" has March to the end.
      if (expression.moments.every((moment) => moment.modifier === 'end')) return { end, precision };
      return { end: addDays(start, -1), precision: 'day' };
    case 'from':
      // "from April 2010 to March 2011" has both ends.
      return isRange ? dates : { start, precision };
    case 'after':
      return { start: addDays(end, 1), precision: 'day' };
    default:
      return dates;
  }
}

/** The year printed with a moment, if any. */
function momentYear(moment: Moment, context: DateContext): number | undefined {
  const paperYear = partsOf(context.paperDate)?.year;
  switch (moment.kind) {
    case 'day':
    case 'month':
    case 'season':
      return moment.year ?? (moment.twoDigits === undefined ? undefined : fullYear(moment.twoDigits, paperYear));
    case 'quarter':
      return moment.financial?.from;
    default:
      return undefined;
  }
}

const needsYear = (moment: Moment): boolean => moment.kind === 'day' || moment.kind === 'month' || moment.kind === 'season' || (moment.kind === 'quarter' && moment.calendar === undefined);

/** Place within its year, to see which of two moments comes first. */
function orderInYear(moment: Moment): number {
  if (moment.kind === 'day') return moment.month * 32 + moment.day;
  if (moment.kind === 'month' || moment.kind === 'season') return moment.month * 32;
  return moment.kind === 'quarter' ? moment.quarter : 0;
}

/** Years of moments that have none, from their neighbours ("Dec – Feb 2011", "Nov 2010 – March") or the paper's date. */
function yearsOf(moments: readonly Moment[], context: DateContext): (number | undefined)[] {
  const years = moments.map((moment) => momentYear(moment, context));
  const comparable = (a: Moment | undefined, b: Moment | undefined): boolean => a !== undefined && b !== undefined && needsYear(a) && needsYear(b) && (a.kind === 'quarter') === (b.kind === 'quarter');
  for (let index = moments.length - 2; index >= 0; index -= 1) {
    const [moment, next, year] = [moments[index], moments[index + 1], years[index + 1]];
    if (years[index] !== undefined || year === undefined || moment === undefined || next === undefined || !comparable(moment, next)) continue;
    years[index] = orderInYear(moment) <= orderInYear(next) ? year : year - 1;
  }
  for (const [index, moment] of moments.entries()) {
    if (years[index] !== undefined || !needsYear(moment)) continue;
    const [previous, year] = [moments[index - 1], years[index - 1]];
    if (previous !== undefined && year !== undefined && comparable(previous, moment)) years[index] = orderInYear(moment) >= orderInYear(previous) ? year : year + 1;
    else years[index] = inferYear(moment, context);
  }
  return years;
}

/** The contract's rule: the paper's year, or the next where the month would lie more than six months before the paper. */
function inferYear(moment: Moment, context: DateContext): number | undefined {
  const paper = partsOf(context.paperDate);
  if (paper === undefined) return undefined;
  if (moment.kind === 'quarter') {
    const year = financialYearOf(paper);
    const monthsIn = (paper.month - FINANCIAL_YEAR_MONTH + 12) % 12;
    return monthsIn - (moment.quarter * 3 - 1) > MONTHS_BACK_IN_SAME_YEAR ? year + 1 : year;
  }
  if (moment.kind !== 'day' && moment.kind !== 'month' && moment.kind !== 'season') return undefined;
  // A season counts by its last month; winter ends in the next year anyway.
  const month = moment.kind === 'season' ? Math.min(moment.month + 2, 12) : moment.month;
  return paper.month - month > MONTHS_BACK_IN_SAME_YEAR ? paper.year + 1 : paper.year;
}

function financialYearOf(date: { year: number; month: number }): number {
  return date.month >= FINANCIAL_YEAR_MONTH ? date.year : date.year - 1;
}

const NO_YEAR = 'no year is printed, and the date of the paper is not known';

/** First and last day of a moment in the year given; without `start`, `problem` says why not. */
function resolve(moment: Moment, year: number | undefined, context: DateContext): Dates & { problem?: string } {
  const whole = resolveWhole(moment, year, context);
  if (whole.start === undefined || whole.end === undefined || moment.modifier === undefined) return whole;
  const { start, end } = whole;
  switch (moment.modifier) {
    case 'end':
      return { start: end, end, precision: 'day' };
    case 'start':
      return { start, end: start, precision: 'day' };
    default:
      // "mid June" is June to the nearest; "early 2011" is not 2011.
      if (moment.kind === 'month') return { ...whole, problem: `"${moment.modifier}" is read as the whole month` };
      return { problem: `"${moment.modifier}" in a ${moment.kind} is no certain time` };
  }
}

function resolveWhole(moment: Moment, year: number | undefined, context: DateContext): Dates & { problem?: string } {
  switch (moment.kind) {
    case 'day': {
      if (year === undefined) return { problem: NO_YEAR };
      const date = iso(year, moment.month, moment.day);
      if (partsOf(date) === undefined) return { problem: `there is no ${date}` };
      if (moment.week === 'commencing') return { start: date, end: addDays(date, 6), precision: 'range' };
      if (moment.week === 'ending') return { start: addDays(date, -6), end: date, precision: 'range' };
      const weekday = weekdayOf(date);
      const wrong = moment.weekday !== undefined && moment.weekday !== weekday ? { problem: `${date} is a ${WEEKDAY_NAMES[weekday] ?? ''}, the text says ${WEEKDAY_NAMES[moment.weekday] ?? ''}` } : {};
      return { start: date, end: date, precision: 'day', ...wrong };
    }
    case 'month':
      return year === undefined ? { problem: NO_YEAR } : { start: iso(year, moment.month, 1), end: lastDayOf(year, moment.month), precision: 'month' };
    case 'season': {
      if (moment.term === true) return { problem: 'the dates of a school term differ from place to place' };
      if (year === undefined) return { problem: NO_YEAR };
      return { ...months(year, moment.month, 3), precision: 'season' };
    }
    case 'quarter':
      if (moment.calendar !== undefined) return { problem: 'a quarter of a single year may be the calendar\'s or the financial year\'s' };
      return year === undefined ? { problem: NO_YEAR } : { ...months(year, FINANCIAL_YEAR_MONTH + (moment.quarter - 1) * 3, 3), precision: 'quarter' };
    case 'year':
      return { start: iso(moment.year, 1, 1), end: iso(moment.year, 12, 31), precision: 'year' };
    case 'financial-year':
      if (moment.months === 'unknown') return { problem: 'the days on which that kind of year begins and ends differ from council to council' };
      if (moment.months === 'academic') return { ...months(moment.from, ACADEMIC_YEAR_MONTH, (moment.to - moment.from) * 12), precision: 'range' };
      return { ...months(moment.from, FINANCIAL_YEAR_MONTH, (moment.to - moment.from) * 12), precision: 'financial-year' };
    case 'half':
      return { ...months(moment.year, moment.half === 1 ? 1 : 7, 6), precision: 'range' };
    case 'current-financial-year': {
      const paper = partsOf(context.paperDate);
      if (paper === undefined) return { problem: NO_YEAR };
      return { ...months(financialYearOf(paper) + moment.shift, FINANCIAL_YEAR_MONTH, 12), precision: 'financial-year' };
    }
  }
}

/** So many whole months from the first of a month; the month may be over 12. */
function months(year: number, month: number, count: number): { start: IsoDate; end: IsoDate } {
  const first = year * 12 + (month - 1);
  const last = first + count - 1;
  return { start: iso(Math.floor(first / 12), (first % 12) + 1, 1), end: lastDayOf(Math.floor(last / 12), (last % 12) + 1) };
}

// ---- places and messages ----

/** Token index at which the text of an expression begins: with its prefix only where that changes the meaning. */
function startOfText(expression: Expression): number {
  const at = expression.momentStarts[0] ?? expression.start;
  return expression.relation === undefined || expression.relation === 'at' ? at : expression.start;
}

function placeOf(tokens: readonly Token[], expression: Expression, withPrefix = false): Place {
  const first = withPrefix ? expression.start : startOfText(expression);
  return { start: tokens[first]?.start ?? 0, end: tokens[expression.next - 1]?.end ?? 0 };
}

function textOf(text: string, tokens: readonly Token[], expression: Expression): string {
  const { start, end } = placeOf(tokens, expression);
  return text.slice(start, end);
}

function withProblem(value: Period, problem: string | undefined): Reading<Period> {
  return problem === undefined ? { value } : { value, problem };
}

/** Longest piece of the paper that a message quotes, in characters: enough to find it by. */
const LONGEST_QUOTE = 60;

function clip(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}
