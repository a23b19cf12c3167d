/**
 * Whether words that look like a time are one: "in March" and "March on", "2014" and "the Act of 2014", "4 July" and
 * "within 3 months of 4 July".
 */
import { type Expression } from './expression.js';
import { isDash, isMark, isWord } from './moment.js';
import { type Token } from './tokens.js';

/** Nouns that measure time; with a number before and an anchor after they make it relative: "6 weeks from approval". */
export const TIME_UNITS: ReadonlySet<string> = new Set(['day', 'days', 'week', 'weeks', 'month', 'months', 'year', 'years', 'quarter', 'quarters', 'meeting', 'meetings', 'term', 'terms', 'cycle', 'cycles']);
const ANCHORS: ReadonlySet<string> = new Set(['from', 'of', 'after', 'following', 'before', 'prior', 'post']);

/** Prepositions that show in prose that a month or year without more is a time. */
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'by', 'during', 'from', 'until', 'till', 'since', 'before', 'after', 'throughout', 'this', 'next', 'for', 'to', 'around', 'early', 'late', 'mid']);
const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'by', 'during', 'from', 'until', 'till', 'since', 'before', 'after', 'throughout', 'to', 'between', 'for']);

/** Months that are first names too: "by April Jones". */
const NAMES_THAT_ARE_MONTHS: ReadonlySet<string> = new Set(['april', 'may', 'june', 'august', 'jan']);

/** Words before a number that make it a name, not a year or date: "Minute 2010/11", "Act 2004". */
const NOT_A_DATE_AFTER: ReadonlySet<string> = new Set(['minute', 'minutes', 'act', 'acts', 'regulations', 'order', 'no', 'number', 'ref', 'reference', 'decision', 'si', 'paragraph', 'section', 'page', 'item', 'para', 'paras', 'paragraphs']);

/** One moment that leans on its surroundings: a month, season, quarter or plain year without anything else. */
export function isSlight(expression: Expression): boolean {
  const [moment] = expression.moments;
  if (moment === undefined || expression.moments.length > 1 || expression.suffixes.length > 0) return false;
  if (moment.modifier !== undefined || moment.week !== undefined) return false;
  if (moment.kind === 'year') return true;
  if (moment.kind === 'quarter') return moment.financial === undefined && moment.calendar === undefined;
  return (moment.kind === 'month' || moment.kind === 'season') && moment.year === undefined && moment.twoDigits === undefined;
}

/** In prose: whether a slight moment is a time, by the word before it or by standing alone. */
export function standsAsTime(tokens: readonly Token[], expression: Expression): boolean {
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
export function isNamed(tokens: readonly Token[], expression: Expression): boolean {
  const at = expression.momentStarts[0] ?? expression.start;
  const before = tokens[at - 1];
  const kind = expression.moments[0]?.kind;
  return (kind === 'year' || kind === 'financial-year') && before?.kind === 'word' && NOT_A_DATE_AFTER.has(before.lower);
}

/** "within 3 months of 4 July 2010": the date is where the counting begins. */
export function isCounted(tokens: readonly Token[], expression: Expression): boolean {
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

export function isCount(token: Token | undefined): boolean {
  return token?.kind === 'number' || (token?.kind === 'word' && COUNT_WORDS.has(token.lower));
}

export function isRelative(tokens: readonly Token[]): boolean {
  return tokens.some((token, at) => TIME_UNITS.has(token.lower) && isCount(tokens[at - 1]) && ANCHORS.has(tokens[at + 1]?.lower ?? ''));
}
