/** Times of day: "10.00 am", "2pm", "14:30", "noon", "7.00pm". */
import { foldText } from './text.js';
import { type Place } from './types.js';

export interface FoundTime extends Place {
  /** `HH:MM`, 24 hours; midnight is "00:00". */
  time: string;
  text: string;
}

/**
 * A number that may be a time, with the words around it. Every repetition is bounded, and a match begins at a digit or
 * word, so a text is read in one pass.
 */
const TIME =
  /(?<![\d£:/,]|\d\.)(?:(?<four>(?:[01]\d|2[0-3])[0-5]\d)\s{0,2}(?:hrs|hours|hr|h)(?![a-z\u00c0-\u024f\d])|(?<hour>\d{1,2})(?:(?<mark>[.:])(?<minute>[0-5]\d)(?!\d))?(?:\s{0,2}(?<half>[ap]\s?\.?\s?m\b\.?|noon\b|midday\b|midnight\b|hrs\b|hours\b|o['’]clock\b))?(?![\d%]|[.:/]\d))|\b(?<word>noon|midday|midnight)\b/gi;

/** Words after which "10.00" without am or pm is a time. */
const CUE_BEFORE = /(?:^|[\s(])(?:at|from|until|till|between|time|start|starts|starting|commenced?|commencing|began|begins|closed|ended|finished|@)[\s:]{0,3}$/i;

const HOURS: readonly string[] = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const MINUTES: Readonly<Record<string, number>> = { 'oh five': 5, five: 5, ten: 10, fifteen: 15, twenty: 20, 'twenty-five': 25, thirty: 30, 'thirty-five': 35, forty: 40, 'forty-five': 45, fifty: 50, 'fifty-five': 55 };
const HOUR_WORD = `(?:${HOURS.join('|')})`;
/** "eight forty-five pm", "half past seven in the evening", "ten o'clock": with what says the half of the day, or without. */
const WORDED = new RegExp(
  `\\b(?:(?<relation>half past|quarter past|quarter to|(?:five|ten|twenty|twenty-five) (?:minutes )?(?:past|to))\\s)?(?<hour>${HOUR_WORD})(?:[\\s-](?<minute>oh five|(?:twenty|thirty|forty|fifty)[-\\s]five|twenty|thirty|forty|fifty|fifteen|ten|five))?(?:\\s?(?<clock>o['’]clock))?(?:\\s?(?<half>[ap]\\.?m\\b\\.?|in the (?:morning|afternoon|evening)(?!\\s(?:session|meeting|sitting))|at night|noon\\b))?`, 'giu',
);

/** One of the hours, in letters. */
const HOURS_IN_WORDS = /\b(?:one|t(?:wo|hree|en|welve)|f(?:our|ive)|s(?:ix|even)|e(?:ight|leven)|nine)\b/i;

/** "One at night" is after midnight, "six at night" and later before it; what lies between is not said. */
const FIRST_OF_NIGHT = 5;

/** Times in words; only with a half of the day or "o'clock", for "at one" and "half past" alone say less. */
function wordedTimes(text: string): FoundTime[] {
  if (!/[ap]\.?m\b|o['’]clock|\bin the (?:morning|afternoon|evening)|\bat night|\bnoon\b/i.test(text) || !HOURS_IN_WORDS.test(text)) return [];
  return Array.from(text.matchAll(WORDED)).flatMap((match): FoundTime[] => {
    const { relation, hour = '', minute, clock: oclock, half } = match.groups ?? {};
    if (half === undefined && oclock === undefined) return [];
    const said = relation === undefined ? (minute === undefined ? 0 : MINUTES[minute.toLowerCase().replace(/\s/, '-')] ?? MINUTES[minute.toLowerCase()]) : pastOrTo(relation.toLowerCase());
    if (said === undefined) return [];
    const value = HOURS.indexOf(hour.toLowerCase()) + 1 - (said < 0 ? 1 : 0);
    const minutes = said < 0 ? said + 60 : said;
    const printed = match[0];
    const place = { text: foldText(printed), start: match.index, end: match.index + printed.length };
    if (half === undefined) {
      const time = certain(value, minutes, printed);
      return time === undefined ? [] : [{ time, ...place }];
    }
    if (/^noon/i.test(half)) return value === 12 && minutes === 0 ? [{ time: '12:00', ...place }] : [];
    const early = /^at night/i.test(half) ? value % 12 < FIRST_OF_NIGHT : /^(?:a|in the morning)/i.test(half);
    const time = inHalf(value === 0 ? 12 : value, early ? 'am' : 'pm');
    return time === undefined ? [] : [{ time: clock(time, minutes), ...place }];
  });
}

/** Minutes after the hour that "half past" and the like say; those before it below nought. */
function pastOrTo(relation: string): number | undefined {
  const [amount = ''] = relation.split(' ');
  const minutes = amount === 'half' ? 30 : amount === 'quarter' ? 15 : MINUTES[amount];
  return minutes === undefined ? undefined : relation.endsWith('to') ? -minutes : minutes;
}

/** Characters before a time within which its cue stands: the longest cue and its spaces. */
const CUE_WINDOW = 16;

/** No meeting is held between one and seven at night: an hour printed so without "am" may be in the afternoon, and is not guessed. */
const FIRST_CERTAIN_HOUR = 8;

/** The first time of day in a text whose other words do not matter ("Tuesday 4 July at 2.00 pm"); undefined where there is none. */
export function readTime(text: string): string | undefined {
  const folded = foldText(text);
  const whole = /^(\d{1,2})[.:]([0-5]\d)\.?$/.exec(folded);
  if (whole !== null) return certain(Number(whole[1]), Number(whole[2]), folded);
  return findTimes(folded)[0]?.time;
}

/**
 * Every time of day in a text, in order, with its place. "10.00" counts only after a word such as "at" or in a range; the
 * first end of "2.00 – 4.00pm" takes its half of the day from the second.
 */
export function findTimes(text: string): FoundTime[] {
  const found = figuredTimes(text);
  const worded = wordedTimes(text).filter((w) => found.every((f) => f.end <= w.start || f.start >= w.end));
  return worded.length === 0 ? found : [...found, ...worded].sort((a, b) => a.start - b.start);
}

/** The times in figures, and "noon" and the like. */
function figuredTimes(text: string): FoundTime[] {
  const found: FoundTime[] = [];
  // Ends of ranges that wait for the half of the day of what follows.
  let waiting: { hour: number; minute: number; start: number; end: number } | undefined;
  for (const match of text.matchAll(TIME)) {
    const groups = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const at = (hour: number, minute: number): FoundTime => ({ time: clock(hour, minute), text: foldText(match[0]), start, end });
    const open = waiting;
    waiting = undefined;
    if (groups['word'] !== undefined) {
      found.push(at(/midnight/i.test(groups['word']) ? 0 : 12, 0));
      continue;
    }
    if (groups['four'] !== undefined) {
      found.push(at(Number(groups['four'].slice(0, 2)), Number(groups['four'].slice(2))));
      continue;
    }
    const hour = Number(groups['hour']);
    const minute = groups['minute'] === undefined ? 0 : Number(groups['minute']);
    if (hour > 23) continue;
    const half = (groups['half'] ?? '').toLowerCase().replace(/[^a-z]/g, '');
    if (half === 'am' || half === 'pm') {
      const resolved = inHalf(hour, half);
      if (resolved === undefined) continue;
      if (open !== undefined && /^\s{0,2}(?:[-–—]|to|until|till)\s{0,2}$/.test(text.slice(open.end, start))) {
        // "10.00 – 1.00pm" begins in the morning, "2.00 – 4.00pm" does not.
        const first = inHalf(open.hour, half === 'pm' && open.hour % 12 <= hour % 12 ? 'pm' : 'am');
        if (first !== undefined) found.push({ time: clock(first, open.minute), text: foldText(text.slice(open.start, open.end)), start: open.start, end: open.end });
      }
      found.push(at(resolved, minute));
      continue;
    }
    if (half === 'noon' || half === 'midday' || half === 'midnight') {
      if (hour === 12 && minute === 0) found.push(at(half === 'midnight' ? 0 : 12, 0));
      continue;
    }
    if (half === 'hrs' || half === 'hours') {
      // "2 hours" is a length; "14.30 hrs" is a time.
      if (groups['minute'] !== undefined) found.push(at(hour, minute));
      continue;
    }
    const isClock = half === 'oclock';
    const colon = groups['mark'] === ':';
    if (groups['minute'] !== undefined || isClock) {
      const previous = found.at(-1);
      const inRange = previous !== undefined && /^\s{0,2}(?:[-–—]|to|and|until|till)\s{0,2}$/.test(text.slice(previous.end, previous.end > start - CUE_WINDOW ? start : previous.end));
      const amount = /^\s{0,2}(?:per\s?cent|percent|million|billion|thousand|[mk]\b|p\b|pence|hours?\b|hrs?\b|days?|weeks?|years?|fte|miles?|metres?)/i.test(text.slice(end, end + CUE_WINDOW));
      const cued = isClock || colon || inRange || (!amount && CUE_BEFORE.test(text.slice(Math.max(0, start - CUE_WINDOW), start)));
      const time = cued ? certain(hour, minute, match[0]) : undefined;
      const next = text.slice(end, end + CUE_WINDOW);
      // The second end of the range, read next, says which half of the day this is.
      if (/^\s{0,2}(?:[-–—]|to|until|till)\s{0,2}\d{1,2}(?:[.:]\d{2})?\s{0,2}[ap]\.?\s?m/i.test(next)) waiting = { hour, minute, start, end };
      else if (time !== undefined) found.push({ time, text: foldText(match[0]), start, end });
    } else if (/^\s{0,2}[-–—]\s{0,2}\d{1,2}(?:[.:]\d{2})?\s{0,2}[ap]\.?\s?m/i.test(text.slice(end, end + CUE_WINDOW))) {
      waiting = { hour, minute, start, end }; // "2-4pm"
    }
  }
  return found;
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function inHalf(hour: number, half: 'am' | 'pm'): number | undefined {
  if (hour > 12) return half === 'pm' ? hour : undefined; // "14.30pm" is a slip, and certain
  if (hour === 0) return half === 'am' ? 0 : undefined;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** A time printed without am or pm, if only one half of the day is possible. */
function certain(hour: number, minute: number, printed: string): string | undefined {
  if (hour > 23) return undefined;
  if (hour < FIRST_CERTAIN_HOUR && !printed.trim().startsWith('0')) return undefined;
  return clock(hour, minute);
}
