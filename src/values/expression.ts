/**
 * Expressions of time: moments joined by "to", "/" and "and", with what stands before ("by", "from") and after ("onwards").
 * Tokens in, an expression with its place out; `resolve.ts` turns it into days.
 */
import { isDash, isMark, type Moment, monthOf, isWord, parseMoment, parseSharedDay, type Reader, seasonOf, weekAt } from './moment.js';
import { parts as partsOf } from './calendar.js';
import { type Token } from './tokens.js';
import { type DateContext, type Place } from './types.js';

/** Moments that one expression joins at most; a longer chain is a list of something else. */
const MOST_MOMENTS = 12;

/** What a word before a moment makes of it. */
export type Relation = 'until' | 'before' | 'from' | 'after' | 'between' | 'at';

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

export type Connector = 'range' | 'slash' | 'and' | 'or';

export interface Expression {
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

export function readerOf(tokens: readonly Token[], context: DateContext, prose: boolean): Reader {
  return { tokens, prose: prose && context.timescale !== true, timescale: context.timescale === true || !prose, paperYear: partsOf(context.paperDate)?.year };
}

const STARTERS: ReadonlySet<string> = new Set([
  ...PREFIXES.map(([, words]) => words[0] ?? ''),
  ...CELL_PREFIXES.map(([, words]) => words[0] ?? ''),
  ...'the end start beginning mid middle early late w wc week wk fy financial fiscal academic school municipal civic budget first second third fourth q qtr quarter this current next'.split(' '),
]);
const WEEKDAY_START = /^(?:mon|tue|wed|thu|fri|sat|sun)/;

/** Whether an expression can begin with this token at all; saves the parser most words of a text. */
export function canStart(token: Token | undefined): boolean {
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

export function connectorAt(reader: Reader, at: number): { connector: Connector; next: number } | undefined {
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
export function parseExpression(reader: Reader, at: number, head: boolean): Expression | undefined {
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
export function shorter(expression: Expression): Expression | undefined {
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
export function ongoingAt(tokens: readonly Token[], at: number): number | undefined {
  if (isWord(tokens[at], 'ongoing', 'continuous', 'continuously', 'continuing', 'continual')) return at + 1;
  if (!isWord(tokens[at], 'on')) return undefined;
  if (isDash(tokens[at + 1]) && isWord(tokens[at + 2], 'going')) return at + 3;
  return isWord(tokens[at + 1], 'going') ? at + 2 : undefined;
}

/** "TBC", "to be confirmed", "not yet agreed": index after it. */
export function unconfirmedAt(tokens: readonly Token[], at: number): number | undefined {
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


/** Token index at which the text of an expression begins: with its prefix only where that changes the meaning. */
export function startOfText(expression: Expression): number {
  const at = expression.momentStarts[0] ?? expression.start;
  return expression.relation === undefined || expression.relation === 'at' ? at : expression.start;
}

export function placeOf(tokens: readonly Token[], expression: Expression, withPrefix = false): Place {
  const first = withPrefix ? expression.start : startOfText(expression);
  return { start: tokens[first]?.start ?? 0, end: tokens[expression.next - 1]?.end ?? 0 };
}

export function textOf(text: string, tokens: readonly Token[], expression: Expression): string {
  const { start, end } = placeOf(tokens, expression);
  return text.slice(start, end);
}
