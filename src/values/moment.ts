/**
 * The grammar of dates as councils write them: tokens in, unresolved moments out. A moment knows what is printed ("June",
 * no year); `period.ts` gives it its year and turns it into days.
 */
import { type Token } from './tokens.js';

/** Years a committee paper speaks of; other numbers of four digits are quantities. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/**
 * Years that "2011/14" may span: a medium-term plan has ten at most, and "2014/31" is a minute's number.
 */
const LONGEST_FINANCIAL_SPAN = 15;

const MONTHS: Readonly<Record<string, number>> = {
  ionawr: 1, chwefror: 2, mawrth: 3, ebrill: 4, mai: 5, mehefin: 6, gorffennaf: 7, awst: 8, medi: 9, hydref: 10, tachwedd: 11, rhagfyr: 12,
  january: 1, jan: 1, february: 2, feb: 2, febuary: 2, march: 3, mar: 3, april: 4, apr: 4, may: 5, june: 6, jun: 6, july: 7, jul: 7, august: 8, aug: 8,
  september: 9, sept: 9, sep: 9, october: 10, oct: 10, november: 11, nov: 11, december: 12, dec: 12,
};

/** Month names that are other words, or short for them, in lower case. */
const MONTHS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(['may', 'march', 'mar', 'sep', 'dec', 'jan', 'jun']);

/** Shorter names of months are abbreviations, which are other words too often; but for May. */
const SHORTEST_MONTH = 4;

/** True where one of the words is a month's name in full. */
export function namesMonth(text: string): boolean {
  const isMonth = (word: string): boolean => Object.hasOwn(MONTHS, word) && (word.length >= SHORTEST_MONTH || word === 'may') && !MONTHS_THAT_ARE_NAMES.has(word);
  return text.toLowerCase().split(/[^a-z]+/).some(isMonth);
}

/** Welsh months that are also names and words of other languages ("Mai Jones", "5 Mai Road"): they need a day or a year beside them. */
const MONTHS_THAT_ARE_NAMES: ReadonlySet<string> = new Set(['mai', 'medi', 'awst']);

const WEEKDAYS: Readonly<Record<string, number>> = {
  sunday: 0, sun: 0, monday: 1, mon: 1, tuesday: 2, tues: 2, tue: 2, wednesday: 3, weds: 3, wed: 3, thursday: 4, thurs: 4, thur: 4, thu: 4, friday: 5, fri: 5,
  saturday: 6, sat: 6,
};

/** Meteorological seasons, by their first month. */
const SEASONS: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

const ORDINAL_WORDS: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, one: 1, two: 2, three: 3, four: 4, final: 4, last: 4 };

export type Modifier = 'start' | 'end' | 'early' | 'mid' | 'late';

interface Common {
  modifier?: Modifier;
  week?: 'commencing' | 'ending';
  /** Index of the token after it. */
  next: number;
  /** What makes the reading doubtful. */
  problem?: string;
}

export type Moment = Common &
  (
    | { kind: 'day'; day: number; month: number; year?: number; twoDigits?: number; weekday?: number }
    | { kind: 'month'; month: number; year?: number; twoDigits?: number }
    | { kind: 'quarter'; quarter: number; financial?: { from: number; twoDigits?: number }; calendar?: number }
    | { kind: 'season'; month: number; year?: number; twoDigits?: number; term?: boolean }
    | { kind: 'year'; year: number }
    | { kind: 'financial-year'; from: number; to: number; twoDigits?: number; months: 'financial' | 'academic' | 'unknown' }
    | { kind: 'half'; half: number; year: number }
    | { kind: 'current-financial-year'; shift: number }
  );

export interface Reader {
  tokens: readonly Token[];
  /** Running prose, where a word or number must prove that it is a date; else a cell or line that is one. */
  prose: boolean;
  timescale: boolean;
  paperYear: number | undefined;
}

const isDash = (token: Token | undefined): boolean => token?.kind === 'mark' && /^[-–—−‐‑]$/.test(token.text);
const isApostrophe = (token: Token | undefined): boolean => token?.kind === 'mark' && /^['’‘`]$/.test(token.text);
const isMark = (token: Token | undefined, mark: string): boolean => token?.kind === 'mark' && token.text === mark;
const isWord = (token: Token | undefined, ...words: string[]): boolean => token?.kind === 'word' && words.includes(token.lower);
const valueOf = (token: Token | undefined): number => (token?.kind === 'number' && token.text.length <= 4 ? Number(token.text) : NaN);
const isYear = (token: Token | undefined): boolean => token?.kind === 'number' && token.text.length === 4 && Number(token.text) >= FIRST_YEAR && Number(token.text) <= LAST_YEAR;
const isTwoDigits = (token: Token | undefined): boolean => token?.kind === 'number' && token.text.length === 2;
const isShort = (token: Token | undefined): boolean => token?.kind === 'number' && token.text.length <= 2;

export { isApostrophe, isDash, isMark, isWord };

/** The month a word names, or undefined; in prose "may" and "march" need their capital. */
export function monthOf(token: Token | undefined, prose: boolean): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const month = Object.hasOwn(MONTHS, token.lower) ? MONTHS[token.lower] : undefined;
  if (month === undefined) return undefined;
  if (prose && token.text === token.lower && MONTHS_THAT_ARE_WORDS.has(token.lower)) return undefined;
  return month;
}

/** True where the word at `at` may be somebody's or a street's name rather than a month, and the next token goes on with the name. */
function isNamed({ tokens }: Reader, at: number, next: number): boolean {
  const after = tokens[next];
  return MONTHS_THAT_ARE_NAMES.has(tokens[at]?.lower ?? '') && after?.kind === 'word' && /^\p{Lu}/u.test(after.text);
}

function weekdayAt(token: Token | undefined): number | undefined {
  return token?.kind === 'word' && Object.hasOwn(WEEKDAYS, token.lower) ? WEEKDAYS[token.lower] : undefined;
}

export function seasonOf(token: Token | undefined): number | undefined {
  return token?.kind === 'word' && Object.hasOwn(SEASONS, token.lower) ? SEASONS[token.lower] : undefined;
}

/** Words after a number that make it a quantity or a time and no year: "10 people" is judged elsewhere. */
const NOT_AFTER_A_YEAR: ReadonlySet<string> = new Set(['am', 'pm', 'noon', 'th', 'st', 'nd', 'rd', 'hrs', 'hours', 'of', 'weeks', 'days', 'months', 'years', 'week', 'day', 'month', 'year', 'x']);

/** Words that may follow a year of two digits in prose. */
const AFTER_A_YEAR: ReadonlySet<string> = new Set(['to', 'and', 'until', 'till', 'onwards', 'onward', 'or', 'at', 'for', 'through', 'inclusive', 'in', 'with', 'by', 'as']);

/** Whether the two-digit number at `at` can be a year, by what follows it. */
function twoDigitYearAt(reader: Reader, at: number): boolean {
  const { tokens } = reader;
  const token = tokens[at];
  if (!isTwoDigits(token)) return false;
  const next = tokens[at + 1];
  if (next === undefined) return true;
  if (next.kind === 'number') return !reader.prose;
  if (next.kind === 'word') {
    if (NOT_AFTER_A_YEAR.has(next.lower) || monthOf(next, reader.prose) !== undefined) return false;
    return next.spaced && (!reader.prose || AFTER_A_YEAR.has(next.lower));
  }
  if (/^[%£:]$/.test(next.text)) return false;
  // "10.30", "06/07", "10,000": parts of something longer.
  const after = tokens[at + 2];
  return !(/^[.,/]$/.test(next.text) && !next.spaced && after?.kind === 'number' && !after.spaced);
}

/** "Sept" has four letters. */
const LONGEST_ABBREVIATION = 4;

/** A year that may stand after a day, month or season: 4 digits, or 2 with or without an apostrophe. */
function yearAt(reader: Reader, from: number): { year?: number; twoDigits?: number; next: number; apostrophe: boolean; comma: boolean } | undefined {
  const { tokens } = reader;
  let at = from;
  let comma = false;
  // A full stop only after an abbreviation: "Sept. 2010", not "… in September. 2010 was …".
  if (isMark(tokens[at], ',') || (isMark(tokens[at], '.') && (tokens[at - 1]?.text.length ?? 0) <= LONGEST_ABBREVIATION)) {
    comma = true;
    at += 1;
  }
  if (isWord(tokens[at], 'of') && !comma) at += 1;
  if (isApostrophe(tokens[at]) && isTwoDigits(tokens[at + 1]) && tokens[at + 1]?.spaced === false) {
    return { twoDigits: valueOf(tokens[at + 1]), next: at + 2, apostrophe: true, comma };
  }
  if (isYear(tokens[at])) return { year: valueOf(tokens[at]), next: at + 1, apostrophe: false, comma };
  if (at === from || comma) {
    if (twoDigitYearAt(reader, at) && tokens[at]?.spaced !== false) return { twoDigits: valueOf(tokens[at]), next: at + 1, apostrophe: false, comma };
    // "July,06" without the space
    if (comma && isMark(tokens[from], ',') && twoDigitYearAt(reader, at)) return { twoDigits: valueOf(tokens[at]), next: at + 1, apostrophe: false, comma };
  }
  return undefined;
}

/** Day of the month at `at` ("4", "4th", "the 4th"), with the index after it. */
function dayAt(reader: Reader, from: number): { day: number; ordinal: boolean; next: number } | undefined {
  const { tokens } = reader;
  let at = from;
  if (isWord(tokens[at], 'the')) at += 1;
  const token = tokens[at];
  if (!isShort(token)) return undefined;
  // The end of "SO6", "4.24" or "1,024" is no day.
  if (token?.spaced === false && tokens[at - 1]?.kind === 'word') return undefined;
  if (token?.spaced === false && /^[.,£]$/.test(tokens[at - 1]?.text ?? '') && tokens[at - 2]?.kind === 'number') return undefined;
  const day = valueOf(token);
  if (day < 1 || day > 31) return undefined;
  const suffix = tokens[at + 1];
  if (isWord(suffix, 'st', 'nd', 'rd', 'th')) return { day, ordinal: true, next: at + 2 };
  // A superscript that lost its place: "19 th July" is covered above; "19º" is not English.
  return { day, ordinal: false, next: at + 1 };
}

/** "24 January 2012", "19th of July", "24-Jan-12", "24/01/2012", "2012-01-24", each with a weekday before it or not. */
export function parseDay(reader: Reader, from: number): Extract<Moment, { kind: 'day' }> | undefined {
  const { tokens } = reader;
  const weekday = weekdayAt(tokens[from]);
  if (weekday !== undefined) {
    let at = from + 1;
    if (isMark(tokens[at], '.')) at += 1;
    if (isMark(tokens[at], ',')) at += 1;
    const day = parseNumericDate(reader, at) ?? parseWrittenDay(reader, at) ?? parseMonthFirstDay(reader, at);
    return day === undefined ? undefined : { ...day, weekday };
  }
  return parseNumericDate(reader, from) ?? parseWrittenDay(reader, from) ?? parseMonthFirstDay(reader, from);
}

function parseWrittenDay(reader: Reader, from: number): Extract<Moment, { kind: 'day' }> | undefined {
  const { tokens, prose } = reader;
  const day = dayAt(reader, from);
  if (day === undefined) return undefined;
  let at = day.next;
  if (isWord(tokens[at], 'of')) at += 1;
  else if ((isDash(tokens[at]) || isMark(tokens[at], '/') || isMark(tokens[at], '.')) && tokens[at]?.spaced === false) at += 1; // 24-Jan-12
  const month = monthOf(tokens[at], prose && !day.ordinal && tokens[at]?.lower === 'may');
  if (month === undefined) return undefined;
  at += 1;
  // 24-Jan-12, 24/Jan/2012
  if ((isDash(tokens[at]) || isMark(tokens[at], '/')) && tokens[at]?.spaced === false && tokens[at + 1]?.spaced === false && isDashOrSlash(tokens[at - 2])) {
    if (isYear(tokens[at + 1])) return { kind: 'day', day: day.day, month, year: valueOf(tokens[at + 1]), next: at + 2 };
    if (isTwoDigits(tokens[at + 1])) return { kind: 'day', day: day.day, month, twoDigits: valueOf(tokens[at + 1]), next: at + 2 };
  }
  if (isNamed(reader, at - 1, at)) return undefined;
  const year = yearAt(reader, at);
  return { kind: 'day', day: day.day, month, ...yearOf(year), next: year?.next ?? at };
}

const isDashOrSlash = (token: Token | undefined): boolean => isDash(token) || isMark(token, '/');

function yearOf(year: { year?: number; twoDigits?: number } | undefined): { year?: number; twoDigits?: number } {
  if (year?.year !== undefined) return { year: year.year };
  return year?.twoDigits !== undefined ? { twoDigits: year.twoDigits } : {};
}

/** "July 19, 2010", "July 19th": the order of other countries, where nothing else is possible. */
function parseMonthFirstDay(reader: Reader, from: number): Extract<Moment, { kind: 'day' }> | undefined {
  const { tokens, prose } = reader;
  const month = monthOf(tokens[from], prose);
  if (month === undefined) return undefined;
  const day = dayAt(reader, from + 1);
  if (day === undefined || isWord(tokens[from + 1], 'the')) return undefined;
  // "August 4th August": the day belongs to the month after it.
  if (monthOf(tokens[day.next], prose) !== undefined || isWord(tokens[day.next], 'of')) return undefined;
  const at = isMark(tokens[day.next], ',') ? day.next + 1 : day.next;
  if (isYear(tokens[at])) return { kind: 'day', day: day.day, month, year: valueOf(tokens[at]), next: at + 1 };
  return day.ordinal ? { kind: 'day', day: day.day, month, next: day.next } : undefined;
}

/** "24/01/2012", "24.01.12", "24-01-2012", day first as in the United Kingdom, and ISO "2012-01-24". */
function parseNumericDate(reader: Reader, from: number): Extract<Moment, { kind: 'day' }> | undefined {
  const [a, first, b, second, c] = reader.tokens.slice(from, from + 5);
  if (a?.kind !== 'number' || b?.kind !== 'number' || c?.kind !== 'number' || first === undefined || second === undefined) return undefined;
  if (first.text !== second.text || !/^[./\-–]$/.test(first.text) || first.spaced || b.spaced || second.spaced || c.spaced) return undefined;
  const before = reader.tokens[from - 1];
  if (before?.kind === 'mark' && /^[./\-–£]$/.test(before.text) && !a.spaced) return undefined;
  const following = reader.tokens[from + 5];
  if (following !== undefined && !following.spaced && (following.kind !== 'mark' || (/^[./%-]$/.test(following.text) && reader.tokens[from + 6]?.kind === 'number' && reader.tokens[from + 6]?.spaced === false))) return undefined;
  if (isYear(a)) {
    if (first.text !== '-' || b.text.length !== 2 || c.text.length !== 2) return undefined;
    return { kind: 'day', day: valueOf(c), month: valueOf(b), year: valueOf(a), next: from + 5 };
  }
  if (a.text.length > 2 || b.text.length > 2) return undefined;
  const [day, month] = [valueOf(a), valueOf(b)];
  if (day < 1 || day > 31 || month < 1 || month > 12) return undefined;
  if (isYear(c)) return { kind: 'day', day, month, year: valueOf(c), next: from + 5 };
  if (c.text.length !== 2) return undefined;
  // "4.2.10" is a paragraph of three levels as well: in prose only "24.01.12" is a date.
  if (reader.prose && first.text !== '/' && (a.text.length < 2 || b.text.length < 2 || !(a.text.startsWith('0') || b.text.startsWith('0') || day > 12))) return undefined;
  return { kind: 'day', day, month, twoDigits: valueOf(c), next: from + 5 };
}

/** Paper's years before and after in which a bare "April 10" is read as a year: plans look far ahead and a little back. */
const PLAUSIBLE_YEARS_BACK = 5;
const PLAUSIBLE_YEARS_AHEAD = 20;

function parseMonth(reader: Reader, from: number): Moment | undefined {
  const { tokens, prose } = reader;
  const month = monthOf(tokens[from], prose);
  if (month === undefined) return undefined;
  const at = from + 1;
  // "Jul-10", "Oct/2010", as spreadsheets print a month
  if (isDashOrSlash(tokens[at]) && tokens[at]?.spaced === false && tokens[at + 1]?.spaced === false && tokens[at + 1]?.kind === 'number') {
    const number = tokens[at + 1];
    if (isYear(number)) return { kind: 'month', month, year: valueOf(number), next: at + 2 };
    if (twoDigitYearAt(reader, at + 1)) return { kind: 'month', month, twoDigits: valueOf(number), next: at + 2 };
  }
  const year = yearAt(reader, at);
  // "Medi" is a month where it is all that a cell of dates says, or a year follows.
  const bare = MONTHS_THAT_ARE_NAMES.has(tokens[from]?.lower ?? '') && !(reader.timescale && tokens.length === 1);
  if (bare && (year === undefined || (year.year === undefined && isNamed(reader, from, year.next)))) return undefined;
  if (year === undefined) return { kind: 'month', month, next: at };
  if (year.year !== undefined || year.apostrophe) return { kind: 'month', month, ...yearOf(year), next: year.next };

  const number = tokens[year.next - 1];
  const value = valueOf(number);
  const surelyYear = value > 31 || number?.text.startsWith('0') === true;
  if (surelyYear) return { kind: 'month', month, twoDigits: value, next: year.next };
  const plausible = reader.paperYear === undefined ? reader.timescale : isPlausible(value, reader.paperYear);
  if (reader.timescale && plausible) return { kind: 'month', month, twoDigits: value, next: year.next };
  const day: Moment = { kind: 'day', day: value, month, next: year.next };
  if (isWord(tokens[from - 1], 'on') || !plausible) return value >= 1 ? day : { kind: 'month', month, next: at };
  return { kind: 'month', month, twoDigits: value, next: year.next, problem: `"${tokens[from]?.text ?? ''} ${number?.text ?? ''}" is read as a month and a year; it may be a day` };
}

function isPlausible(twoDigits: number, paperYear: number): boolean {
  const year = fullYear(twoDigits, paperYear);
  return year >= paperYear - PLAUSIBLE_YEARS_BACK && year <= paperYear + PLAUSIBLE_YEARS_AHEAD;
}

/** Years on either side of the paper's within which a two-digit year is placed: half a century each, so every one has one place. */
const HALF_CENTURY = 50;
/** Where no paper date is known: POSIX strptime's rule, 69 to 99 are 19xx, 00 to 68 are 20xx (IEEE Std 1003.1). */
const POSIX_PIVOT = 69;

/** The year that two digits mean in a paper of `paperYear`: the one nearest to it. */
export function fullYear(twoDigits: number, paperYear: number | undefined): number {
  if (paperYear === undefined) return twoDigits >= POSIX_PIVOT ? 1900 + twoDigits : 2000 + twoDigits;
  const century = Math.floor(paperYear / 100) * 100;
  const year = century + twoDigits;
  if (year - paperYear > HALF_CENTURY) return year - 100;
  if (paperYear - year >= HALF_CENTURY) return year + 100;
  return year;
}

/** "2010/11", "2011-14", "2010/2011" at `from`; also "10/11" where `short` says that a financial year stands here. */
function parseFinancialYears(reader: Reader, from: number, short: boolean): { from: number; to: number; twoDigits?: number; next: number } | undefined {
  const { tokens } = reader;
  const [first, mark, second, after] = [tokens[from], tokens[from + 1], tokens[from + 2], tokens[from + 3]];
  if (first === undefined || second?.kind !== 'number' || !isDashOrSlash(mark)) return undefined;
  // "2010 – 12 March 2011", "2010-12th", "2010-11%": the second number is no year.
  if (after !== undefined) {
    if (isTwoDigits(second) && monthOf(after, reader.prose) !== undefined) return undefined;
    if (!after.spaced && (after.kind === 'word' || /^[%]$/.test(after.text))) return undefined;
    if (!after.spaced && /^[/.-]$/.test(after.text) && tokens[from + 4]?.kind === 'number' && tokens[from + 4]?.spaced === false) return undefined;
    if (isWord(after, 'st', 'nd', 'rd', 'th')) return undefined;
  }
  if (isYear(first)) {
    const start = valueOf(first);
    if (isTwoDigits(second)) {
      const span = (valueOf(second) - (start % 100) + 100) % 100;
      return span >= 1 && span <= LONGEST_FINANCIAL_SPAN ? { from: start, to: start + span, next: from + 3 } : undefined;
    }
    // Whole years with a dash are calendar years ("2010 – 2012"), with a slash financial ones ("2010/2011").
    if (isYear(second) && (isMark(mark, '/') || short)) {
      const span = valueOf(second) - start;
      return span >= 1 && span <= LONGEST_FINANCIAL_SPAN ? { from: start, to: start + span, next: from + 3 } : undefined;
    }
    return undefined;
  }
  if (short && isTwoDigits(first) && isTwoDigits(second)) {
    const span = (valueOf(second) - valueOf(first) + 100) % 100;
    const start = fullYear(valueOf(first), reader.paperYear);
    return span >= 1 && span <= LONGEST_FINANCIAL_SPAN ? { from: start, to: start + span, twoDigits: valueOf(first), next: from + 3 } : undefined;
  }
  return undefined;
}

/** "FY", "financial year", "academic year" before the numbers. */
function yearWords(reader: Reader, from: number): { months: 'financial' | 'academic' | 'unknown'; next: number } | undefined {
  const { tokens } = reader;
  if (isWord(tokens[from], 'fy')) return { months: 'financial', next: from + 1 };
  if (!isWord(tokens[from + 1], 'year', 'years')) return undefined;
  const next = from + 2;
  if (isWord(tokens[from], 'financial', 'fiscal', 'budget')) return { months: 'financial', next };
  if (isWord(tokens[from], 'academic', 'school')) return { months: 'academic', next };
  if (isWord(tokens[from], 'municipal', 'council', 'civic')) return { months: 'unknown', next };
  return undefined;
}

function parseYears(reader: Reader, from: number): Moment | undefined {
  const { tokens } = reader;
  const words = yearWords(reader, from);
  if (words !== undefined) {
    const years = parseFinancialYears(reader, words.next, true);
    if (years !== undefined) return { kind: 'financial-year', ...years, months: words.months };
    return undefined;
  }
  const years = parseFinancialYears(reader, from, false);
  if (years !== undefined) {
    const quarter = parseQuarterNumber(reader, years.next);
    if (quarter !== undefined) return { kind: 'quarter', quarter: quarter.quarter, financial: { from: years.from }, next: quarter.next };
    const trailing = yearWords(reader, years.next);
    return { kind: 'financial-year', ...years, months: trailing?.months ?? 'financial', next: trailing?.next ?? years.next };
  }
  if (!isYear(tokens[from])) return undefined;
  const [mark, second] = [tokens[from + 1], tokens[from + 2]];
  // "2010-07": ISO 8601 year and month. A second number that goes up is a financial year and was read above.
  if (isMark(mark, '-') && mark?.spaced === false && isTwoDigits(second) && second?.spaced === false && valueOf(second) >= 1 && valueOf(second) <= 12) {
    return { kind: 'month', month: valueOf(second), year: valueOf(tokens[from]), next: from + 3 };
  }
  // "2010/31", "2010,5": a reference or a quantity
  if (mark !== undefined && !mark.spaced && (mark.kind === 'word' || (/^[/.,%]$/.test(mark.text) && second?.kind === 'number' && !second.spaced))) return undefined;
  return { kind: 'year', year: valueOf(tokens[from]), next: from + 1 };
}

/** "7/2010" and "07/2010". */
function parseNumericMonth(reader: Reader, from: number): Moment | undefined {
  const [month, mark, year] = reader.tokens.slice(from, from + 3);
  if (!isShort(month) || !isMark(mark, '/') || mark?.spaced !== false || !isYear(year) || year?.spaced !== false) return undefined;
  if (isMark(reader.tokens[from - 1], '/')) return undefined;
  const value = valueOf(month);
  return value >= 1 && value <= 12 ? { kind: 'month', month: value, year: valueOf(year), next: from + 3 } : undefined;
}

function parseQuarterNumber(reader: Reader, from: number): { quarter: number; next: number } | undefined {
  const { tokens } = reader;
  const [first, second] = [tokens[from], tokens[from + 1]];
  const inRange = (value: number): boolean => value >= 1 && value <= 4;
  if (isWord(first, 'q', 'qtr', 'quarter') && second?.kind === 'number' && inRange(valueOf(second)) && (!isWord(first, 'q') || !second.spaced)) return { quarter: valueOf(second), next: from + 2 };
  if (isWord(first, 'quarter') && second?.kind === 'word' && Object.hasOwn(ORDINAL_WORDS, second.lower)) return { quarter: ORDINAL_WORDS[second.lower] ?? 0, next: from + 2 };
  if (first?.kind === 'word' && Object.hasOwn(ORDINAL_WORDS, first.lower) && isWord(second, 'quarter')) return { quarter: ORDINAL_WORDS[first.lower] ?? 0, next: from + 2 };
  if (first?.kind === 'number' && inRange(valueOf(first)) && isWord(second, 'st', 'nd', 'rd', 'th') && isWord(tokens[from + 2], 'quarter', 'qtr')) return { quarter: valueOf(first), next: from + 3 };
  return undefined;
}

function parseQuarter(reader: Reader, from: number): Moment | undefined {
  const { tokens } = reader;
  const quarter = parseQuarterNumber(reader, from);
  if (quarter === undefined) return undefined;
  let at = quarter.next;
  const bracket = isMark(tokens[at], '(');
  if (bracket || isMark(tokens[at], ',') || isDash(tokens[at]) || isWord(tokens[at], 'of', 'in')) at += 1;
  const words = yearWords(reader, at);
  const years = parseFinancialYears(reader, words?.next ?? at, true);
  if (years !== undefined && years.to === years.from + 1) {
    return { kind: 'quarter', quarter: quarter.quarter, financial: { from: years.from }, next: years.next + (bracket && isMark(tokens[years.next], ')') ? 1 : 0) };
  }
  if (isYear(tokens[at]) && words === undefined && years === undefined) {
    return { kind: 'quarter', quarter: quarter.quarter, calendar: valueOf(tokens[at]), next: at + 1 + (bracket && isMark(tokens[at + 1], ')') ? 1 : 0) };
  }
  return { kind: 'quarter', quarter: quarter.quarter, next: quarter.next };
}

function parseSeason(reader: Reader, from: number): Moment | undefined {
  const { tokens } = reader;
  const month = seasonOf(tokens[from]);
  if (month === undefined) return undefined;
  let at = from + 1;
  const term = isWord(tokens[at], 'term', 'terms');
  if (term) at += 1;
  const years = parseFinancialYears(reader, at, false);
  // "Winter 2010/11" begins in the first year; of other seasons the pair of years says nothing certain.
  if (years !== undefined && month === 12 && !term) return { kind: 'season', month, year: years.from, next: years.next };
  const year = yearAt(reader, at);
  return { kind: 'season', month, ...yearOf(year), ...(term ? { term } : {}), next: year?.next ?? at };
}

function parseHalf(reader: Reader, from: number): Moment | undefined {
  const { tokens } = reader;
  const first = tokens[from];
  if (!isWord(first, 'first', 'second') || !isWord(tokens[from + 1], 'half') || !isWord(tokens[from + 2], 'of') || !isYear(tokens[from + 3])) return undefined;
  if (parseFinancialYears(reader, from + 3, false) !== undefined) return undefined;
  return { kind: 'half', half: ORDINAL_WORDS[first?.lower ?? ''] ?? 1, year: valueOf(tokens[from + 3]), next: from + 4 };
}

/** "this financial year", "the current financial year", "next financial year". */
function parseCurrentFinancialYear(reader: Reader, from: number): Moment | undefined {
  const { tokens } = reader;
  let at = from;
  let shift = 0;
  if (isWord(tokens[at], 'the')) at += 1;
  if (isWord(tokens[at], 'this', 'current', 'present')) at += 1;
  else if (isWord(tokens[at], 'next')) {
    shift = 1;
    at += 1;
  }
  if (at === from) return undefined;
  if (!isWord(tokens[at], 'financial', 'fiscal') || !isWord(tokens[at + 1], 'year')) return undefined;
  return parseFinancialYears(reader, at + 2, true) === undefined ? { kind: 'current-financial-year', shift, next: at + 2 } : undefined;
}

/** "w/c", "week commencing", "week ending", with the index after it. */
export function weekAt(reader: Reader, from: number): { week: 'commencing' | 'ending'; next: number } | undefined {
  const { tokens } = reader;
  let at = from;
  if (isWord(tokens[at], 'w') && isMark(tokens[at + 1], '/') && tokens[at + 2]?.kind === 'word') {
    const word = tokens[at + 2]?.lower ?? '';
    if (word === 'c' || word === 'b' || word === 'e') at += 3;
    else return undefined;
    if (isMark(tokens[at], '.') || isMark(tokens[at], ':')) at += 1;
    return { week: word === 'e' ? 'ending' : 'commencing', next: at };
  }
  if (isWord(tokens[at], 'wc')) return { week: 'commencing', next: at + 1 };
  if (isWord(tokens[at], 'week', 'wk')) {
    if (isWord(tokens[at + 1], 'commencing', 'beginning', 'starting', 'of', 'from')) return { week: 'commencing', next: at + 2 };
    if (isWord(tokens[at + 1], 'ending')) return { week: 'ending', next: at + 2 };
  }
  return undefined;
}

/** "end of", "the end of", "mid-", "early in" and the like before a moment. */
function modifierAt(reader: Reader, from: number): { modifier: Modifier; next: number } | undefined {
  const { tokens } = reader;
  let at = from;
  if (isWord(tokens[at], 'the')) at += 1;
  const word = tokens[at];
  let modifier: Modifier | undefined;
  if (isWord(word, 'end')) modifier = 'end';
  else if (isWord(word, 'start', 'beginning')) modifier = 'start';
  else if (isWord(word, 'mid', 'middle')) modifier = 'mid';
  else if (isWord(word, 'early')) modifier = 'early';
  else if (isWord(word, 'late')) modifier = 'late';
  if (modifier === undefined) return undefined;
  at += 1;
  if (isDash(tokens[at])) at += 1;
  // "Contracts start in April": a verb, and no first day of the month. "By end in March" and "April to end in March" mean the day.
  const before = tokens[from - 1];
  const isNoun = isWord(tokens[from], 'the') || isWord(before, 'the', 'by', 'before', 'until') || (modifier === 'end' && isWord(before, 'to'));
  if ((modifier === 'start' || modifier === 'end') && isWord(tokens[at], 'in') && !isNoun) return undefined;
  if (isWord(tokens[at], 'of', 'in')) at += 1;
  return { modifier, next: at };
}

/** One moment at `from`, with its modifier ("end of") or week ("w/c"). Looks ahead a fixed number of tokens. */
export function parseMoment(reader: Reader, from: number): Moment | undefined {
  const week = weekAt(reader, from);
  if (week !== undefined) {
    const day = parseDay(reader, week.next);
    return day === undefined ? undefined : { ...day, week: week.week };
  }
  const modifier = modifierAt(reader, from);
  if (modifier !== undefined) {
    const { tokens } = reader;
    const at = isWord(tokens[modifier.next], 'the') && parseCurrentFinancialYear(reader, modifier.next) === undefined ? modifier.next + 1 : modifier.next;
    // "end of financial year": without a number it is the paper's.
    const words = yearWords(reader, at);
    const bare: Moment | undefined = words?.months === 'financial' && parseFinancialYears(reader, words.next, true) === undefined ? { kind: 'current-financial-year', shift: 0, next: words.next } : undefined;
    const moment = parsePlain(reader, at) ?? bare;
    return moment === undefined || moment.kind === 'day' ? undefined : { ...moment, modifier: modifier.modifier };
  }
  return parsePlain(reader, from);
}

function parsePlain(reader: Reader, from: number): Moment | undefined {
  const token = reader.tokens[from];
  if (token === undefined || (token.kind === 'mark')) return undefined;
  return (
    parseCurrentFinancialYear(reader, from) ??
    parseDay(reader, from) ??
    parseNumericMonth(reader, from) ??
    parseQuarter(reader, from) ??
    parseHalf(reader, from) ??
    parseMonth(reader, from) ??
    parseSeason(reader, from) ??
    parseYears(reader, from)
  );
}

/** Days that share the month after them ("4, 11 and 18 July"); more than this in a row are a list of numbers. */
const MOST_DAYS_IN_A_ROW = 8;

/**
 * A day without its month ("4 – 6 July 2010", "4th and 11th July"): the number at `from`, if a connector and, in the end,
 * a full day follow. Gives it the month and year of that day.
 */
export function parseSharedDay(reader: Reader, from: number, connectorAt: (at: number) => { next: number } | undefined): Extract<Moment, { kind: 'day' }> | undefined {
  let at = from;
  // "Monday 4 and Tuesday 5 July": the weekday of the first
  if (weekdayAt(reader.tokens[at]) !== undefined) at += 1;
  const first = dayAt(reader, at);
  if (first === undefined) return undefined;
  let connector = connectorAt(first.next);
  for (let count = 0; count < MOST_DAYS_IN_A_ROW && connector !== undefined; count += 1) {
    // A numeric date does not lend its month: "4 - 24/01/2012".
    const full = parseWrittenDay(reader, weekdayAt(reader.tokens[connector.next]) === undefined ? connector.next : connector.next + 1);
    if (full !== undefined) {
      const { weekday: _weekday, week: _week, problem: _problem, ...day } = full;
      return { ...day, day: first.day, next: first.next };
    }
    const middle = weekdayAt(reader.tokens[connector.next]) !== undefined ? dayAt(reader, connector.next + 1) : dayAt(reader, connector.next);
    if (middle === undefined) return undefined;
    connector = connectorAt(middle.next);
  }
  return undefined;
}
