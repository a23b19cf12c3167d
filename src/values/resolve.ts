/** From expressions of time to days: years are inferred, ranges joined, neighbours made one span. */
import { addDays, iso, lastDayOf, parts as partsOf, weekdayOf } from './calendar.js';
import { type Expression, startOfText } from './expression.js';
import { fullYear, type Moment } from './moment.js';
import { foldText } from './text.js';
import { type Token } from './tokens.js';
import { type DateContext, type IsoDate, type Period, type Place, type Precision } from './types.js';

/** A month may lie so many months before the paper's date and still be in the paper's year (output contract, "June"). */
const MONTHS_BACK_IN_SAME_YEAR = 6;

/** First month of the financial year of public bodies in the United Kingdom (1 April). */
const FINANCIAL_YEAR_MONTH = 4;
/** First month of the academic year in England. */
const ACADEMIC_YEAR_MONTH = 9;

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

interface Dates {
  start?: IsoDate;
  end?: IsoDate;
  precision?: Precision;
}

export interface Evaluated extends Dates {
  ongoing?: true;
  status?: 'to-be-confirmed';
  problem?: string;
  /** The single times where they make no span, with their places in the text. */
  parts?: (Place & { text: string; dates: Dates })[];
}

export function datesOf(result: Evaluated): Omit<Period, 'text'> {
  return {
    ...(result.start === undefined ? {} : { start: result.start }),
    ...(result.end === undefined ? {} : { end: result.end }),
    ...(result.precision === undefined ? {} : { precision: result.precision }),
    ...(result.ongoing === undefined ? {} : { ongoing: result.ongoing }),
    ...(result.status === undefined ? {} : { status: result.status }),
    ...(result.parts === undefined ? {} : { parts: result.parts.map((part) => ({ text: part.text, ...part.dates })) }),
  };
}

export function evaluate(expression: Expression, context: DateContext, tokens: readonly Token[], text: string): Evaluated {
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
export function momentYear(moment: Moment, context: DateContext): number | undefined {
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
export function inferYear(moment: Moment, context: DateContext): number | undefined {
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
export function resolve(moment: Moment, year: number | undefined, context: DateContext): Dates & { problem?: string } {
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
