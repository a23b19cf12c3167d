/**
 * Labels: what stands before a paragraph to number it. Text in, label and the rest of the text out.
 *
 * Only the first LABEL_WINDOW characters are looked at, so a long paragraph costs no more than a short one.
 */
import { type Label, type LabelStyle } from './types.js';

/** Longest label that is looked for, in characters: "(xxxviii)" and "10.10.10.10" are far below it. */
const LABEL_WINDOW = 64;

/** Lists in committee papers do not go past roman 50; above it words such as "mix" (1009) and "di" (501) begin. */
const LARGEST_ROMAN_LABEL = 50;

/** Marks that are nothing but bullets, with or without a space after them. U+E000..F8FF: Symbol and Wingdings bullets as PDF and Word give them. */
const BULLET_MARK = /^[•·∙●○◦▪▫■□◆◇❖►▶▸➢➤➔✓✔✗⁃‣¨\uE000-\uF8FF]/u;

/** Marks that are bullets only where white space (or nothing) follows: "-5" and "often" are not. "§", "Ø", "ü" and "q" are Wingdings bullets whose font was lost. */
const BULLET_BEFORE_SPACE = /^(?:[-–—−‐‑*+o§Øü])(?=\s|$)/u;

/**
 * What follows a decimal fraction and not a label: "2.1 million", "3.5 FTE", "10.30 am". In lower case as the words of
 * a sentence are ("2.1 Days of action" is a heading).
 */
const UNIT_AFTER =
  /^\s*(?:%|°|(?:million|billion|thousand|per\s?cent|percent|percentage|points?|[mbk]n?|p|fte|wte|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|miles?|km|metres?|kg|tonnes?|hectares?|acres?|times|litres?|[ap]\.?m)(?![\p{L}])|FTEs?\b|WTEs?\b|[AP]M\b)/u;

/** Month names after a bare number make it a day: "24 January 2012". */
const MONTH_AFTER = /^\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b/i;

export interface LabelOptions {
  /**
   * Also read a number without any punctuation ("1 Introduction", "4<tab>Reasons") or a letter before a tab. Such a
   * label is `doubtful`: "3 Members" looks the same. Off by default.
   */
  bare?: boolean | undefined;
}

/** A number at the head of a minute, decision or heading. */
export interface LeadingNumber {
  /** As printed, punctuation included. */
  raw: string;
  number: string;
  /** The text after it. */
  rest: string;
  /** True where it can be something else: "2010/11" may be a minute or a financial year. */
  doubtful?: true;
}

/**
 * The label at the start of a paragraph, or undefined where it has none.
 *
 * "Recommendation 3:", "2011-14 plan", "2010 was", "21st Century", "24 January 2012" and "I agree" have none; "1.VULNERABLE",
 * "(iv)", "- 1.1 Text" (as text dumps write an automatic number) and "2." alone on its line do.
 */
export function readLabel(text: string, options: LabelOptions = {}): Label | undefined {
  const begin = firstNonSpace(text);
  const window = text.slice(begin, begin + LABEL_WINDOW);
  const bullet = (BULLET_MARK.exec(window) ?? BULLET_BEFORE_SPACE.exec(window))?.[0];
  if (bullet === undefined) return readNumber(text, begin, begin, options);

  const after = skipSpace(text, begin + bullet.length);
  // A number after a bullet is the label itself, if it could be nothing else: "- 1.1 Text".
  const inner = readNumber(text, after, begin, {});
  if (inner !== undefined && inner.doubtful === undefined) return { ...inner, bullet };
  return { raw: text.slice(begin, begin + bullet.length), bullet, style: 'bullet', rest: text.slice(after).trimEnd(), form: bullet };
}

const NUMBERED = /^(\(?)(\d{1,3}(?:\.\d{1,3}){0,7})(\)\.?|\.\)?)?/;
const LETTERED = /^(\(?)([a-z]{1,7}|[A-Z]{1,7})(\)\.?|\.\)?)?/;
const MIXED =
  /^(\(?)([A-Z]{1,2}\d{1,3}(?:\.\d{1,3}){0,6}|[A-Z](?:\.\d{1,3}){1,6}|\d{1,3}(?:\.\d{1,3}){0,6}(?:[a-z]|\([a-z]{1,4}\)))(\)|\.)?(?=\s|$)/;

/** Reads the number that starts at `at`; `raw` begins at `rawFrom` (before it where a bullet stands). */
function readNumber(text: string, at: number, rawFrom: number, options: LabelOptions): Label | undefined {
  const window = text.slice(at, at + LABEL_WINDOW);
  return numbered(text, window, at, rawFrom, options) ?? mixed(text, window, at, rawFrom) ?? lettered(text, window, at, rawFrom, options);
}

function label(
  text: string, at: number, rawFrom: number, match: RegExpExecArray, style: LabelStyle, extra: { alternatives?: LabelStyle[]; doubtful?: boolean } = {},
): Label {
  const [whole, open = '', number = '', close = ''] = match;
  const end = at + whole.length;
  return {
    raw: text.slice(rawFrom, end),
    number,
    style,
    rest: text.slice(skipSpace(text, end)).trimEnd(),
    form: `${open}#${close}`,
    ...(extra.alternatives === undefined ? {} : { alternatives: extra.alternatives }),
    ...(extra.doubtful === true ? { doubtful: true as const } : {}),
  };
}

function numbered(text: string, window: string, at: number, rawFrom: number, options: LabelOptions): Label | undefined {
  const match = NUMBERED.exec(window);
  if (match === null) return undefined;
  const [whole, open, number = '', close = ''] = match;
  const parts = number.split('.');
  // "0.5 FTE", "24.01.12", "10.00": decimals, dates and times have leading noughts, labels do not ("1.0" does occur).
  if (parts.some((part, index) => (part.length > 1 && part.startsWith('0')) || (index === 0 && part === '0'))) return undefined;
  if (open === '(' && !close.startsWith(')')) return undefined;

  const after = window.slice(whole.length);
  const spaced = after === '' || /^\s/.test(after);
  const style: LabelStyle = parts.length > 1 ? 'multilevel' : 'decimal';
  // "24.1.12": a date as well as a number of three levels.
  const dateLike = parts.length === 3 && Number(parts[0]) > 12 && Number(parts[0]) <= 31 && Number(parts[1]) <= 12 && parts[2]?.length === 2;

  if (close.includes(')')) return spaced || /^[\p{L}"“‘'(]/u.test(after) ? label(text, at, rawFrom, match, style) : undefined;
  if (close === '.') {
    // "1.VULNERABLE": no space after the dot, a capital follows.
    return spaced || /^[\p{Lu}“"]/u.test(after) ? label(text, at, rawFrom, match, style, { doubtful: dateLike }) : undefined;
  }
  if (style === 'multilevel') {
    if (!spaced && !/^\p{Lu}\p{Ll}/u.test(after)) return undefined;
    if (UNIT_AFTER.test(after)) return undefined;
    return label(text, at, rawFrom, match, style, { doubtful: dateLike });
  }
  if (options.bare === true && spaced && after !== '' && !MONTH_AFTER.test(after)) {
    // A bare number is a label at most before a tab, a wide gap, a spaced dash or a capital.
    if (/^(?:\t|\s{2,}\S|\s[–—-]\s\D|\s\p{Lu})/u.test(after)) return label(text, at, rawFrom, match, style, { doubtful: true });
  }
  return undefined;
}

function mixed(text: string, window: string, at: number, rawFrom: number): Label | undefined {
  const match = MIXED.exec(window);
  if (match === null) return undefined;
  const [, open, number = '', close = ''] = match;
  if (open === '(' && close !== ')') return undefined;
  // "A19 improvements", "1a Text" without punctuation are road and flat numbers; "A1.2", "2.1a" and "2(a)" are labels as they are.
  if (close === '' && !number.includes('.') && !number.includes('(')) return undefined;
  // "3m.", "50p.", "1.5m": a quantity.
  if (/^\d+(?:\.\d+)?[bkmp]$/.test(number)) return undefined;
  return label(text, at, rawFrom, match, 'mixed');
}

function lettered(text: string, window: string, at: number, rawFrom: number, options: LabelOptions): Label | undefined {
  const match = LETTERED.exec(window);
  if (match === null) return undefined;
  const [whole, open, number = '', close = ''] = match;
  const after = window.slice(whole.length);
  const upper = number === number.toUpperCase();
  const letterStyle: LabelStyle = upper ? 'upper-letter' : 'lower-letter';
  const romanStyle: LabelStyle = upper ? 'upper-roman' : 'lower-roman';
  const roman = romanToNumber(number);
  const isRoman = roman !== undefined && roman <= LARGEST_ROMAN_LABEL && (number.length > 1 || /[ivx]/i.test(number));
  const isLetter = number.length === 1 || (number.length <= 3 && new Set(number).size === 1);
  if (!isRoman && !isLetter) return undefined;

  const style = isRoman ? romanStyle : letterStyle;
  // Two letters alike ("ii", "xx") come in lists only after "z": not worth a doubt.
  const alternatives = isRoman && number.length === 1 ? [letterStyle] : undefined;
  const spaced = after === '' || /^\s/.test(after);
  if (open === '(' && !close.startsWith(')')) return undefined;
  if (close.includes(')')) return spaced || /^[\p{L}"“‘'(]/u.test(after) ? label(text, at, rawFrom, match, style, { alternatives }) : undefined;
  if (close === '.') {
    // "a.Text" is a label; "e.g.", "U.K." and "i.e." are not.
    if (!spaced && !/^\p{Lu}\p{Ll}/u.test(after)) return undefined;
    const next = after.trimStart();
    // "p. 17", "s. 106", "c. £20,000": a page, a section of an Act, circa.
    if (/^[ps]$/.test(number) && /^\d/.test(next)) return undefined;
    if (number === 'c' && /^£/.test(next)) return undefined;
    // "A. Smith" is a name as well as a label; "c. 20 places" is circa as well as a third point.
    const doubtful = (upper && number.length === 1) || (number === 'c' && /^\d/.test(next));
    return label(text, at, rawFrom, match, style, { alternatives, doubtful });
  }
  if (options.bare === true && /^\t/.test(after)) return label(text, at, rawFrom, match, style, { alternatives, doubtful: true });
  return undefined;
}

const MINUTE_WORD = /^minutes?\s+(?:(?:no|number|ref|reference)s?\.?:?\s*)?/i;
/** Few paragraphs begin so: the longer expression is not worth compiling for the others. */
const MAY_BE_NUMBER = /^[A-Z]{0,6}[\s./-]?\d/;
const MINUTE_NUMBER = /^((?:[A-Z]{1,6}[ ./-]?)?(?:\d{2,4}-\d{2}\/\d{1,4}|\d{1,4}\/\d{2,4}-\d{2}|\d{2}\/\d{2}-\d{1,4})|\d{4}\/\d{1,4}(?!\d)|[A-Z]{1,6}(?:[./-]\d{1,4}){1,3}[A-Z]?|[A-Z]{1,6}\s?\d{1,4}(?:\/\d{1,4})*[A-Z]?|\d{1,4}\/\d{1,4}|\d{1,4}(?:\.\d{1,3}){0,3}[A-Z]?)(?![\p{L}\d])(\.|\)|:)?/u;

/**
 * The number at the head of a minute: "52. Apologies", "52 Apologies", "CAB.14 Apologies", "2014/31 Apologies", "CA23-24/01",
 * "113/24-25", "Minute 52". Undefined where there is none; a date, a year or a quantity is none.
 */
export function readMinuteNumber(text: string): LeadingNumber | undefined {
  const begin = firstNonSpace(text);
  const window = text.slice(begin, begin + LABEL_WINDOW);
  const word = MINUTE_WORD.exec(window)?.[0] ?? '';
  const rest = window.slice(word.length);
  const match = MAY_BE_NUMBER.test(rest) ? MINUTE_NUMBER.exec(rest) : null;
  if (match === null) return undefined;
  const [whole, number = '', close = ''] = match;
  const end = word.length + whole.length;
  const after = window.slice(end);
  if (after !== '' && !/^\s/.test(after)) return undefined;
  const plain = /^\d+$/.test(number);
  if (word === '' && close === '') {
    // Without punctuation only a heading can follow: "52 Apologies", never "52 members" or "24 January 2012".
    if (after.trim() !== '' && !/^(?:\t|\s+[\p{Lu}“"‘(–—-])/u.test(after)) return undefined;
    if (MONTH_AFTER.test(after)) return undefined;
    if (/^[A-Z]+\s\d/.test(number) && !/^(?:\s*$|\t|\s{2,}|\s[–—-]\s)/.test(after)) return undefined; // "NHS 111 Service"
    if (/^\d+\.\d+$/.test(number) && UNIT_AFTER.test(after)) return undefined;
  }
  // "2010 Review", "2010.": a year, whatever stands after it.
  if (plain && number.length === 4 && /^(?:19|20)/.test(number)) return undefined;
  // "0.5", "1.05"; but a year's first minutes are "001/24".
  if (!number.includes('/') && /(?:^|\.)0\d/.test(number)) return undefined;
  const financial = /^(\d{2})(\d{2})\/(\d{2})$/.exec(number);
  const doubtful = word === '' && financial !== null && (Number(financial[2]) + 1) % 100 === Number(financial[3]);
  return {
    raw: text.slice(begin, begin + end),
    number,
    rest: withoutLeadingDash(text.slice(begin + end)),
    ...(doubtful ? { doubtful: true as const } : {}),
  };
}

const DECISION_WORD = /^(?:key\s+)?decision\s+(?:(?:no|number|ref|reference)\.?\s*:?\s*|:\s*)?/i;
const DECISION_NUMBER = /^(\d{2,4}\/\d{3,6}(?:[/-]\d{1,4})?|[A-Z]{1,6}[ /-]?\d{2,6}(?:[/-]\d{1,6})*)(?![\p{L}\d/])/u;

/** A decision's number at the head of a title: "24/00108 - Revenue …", "Decision No: 24/00115". The dash after it goes. */
export function readDecisionNumber(text: string): LeadingNumber | undefined {
  const begin = firstNonSpace(text);
  const window = text.slice(begin, begin + LABEL_WINDOW);
  const word = DECISION_WORD.exec(window)?.[0] ?? '';
  const match = DECISION_NUMBER.exec(window.slice(word.length));
  if (match === null) return undefined;
  const [whole, number = ''] = match;
  // A prefix of letters ("NHS 2020") is a decision's number only after the word that says so.
  if (word === '' && /^[A-Z]/.test(number) && !number.includes('/')) return undefined;
  // "2010/2011" is a pair of years.
  if (/^(?:19|20)\d\d\/(?:19|20)\d\d$/.test(number)) return undefined;
  const end = begin + word.length + whole.length;
  return { raw: text.slice(begin, end), number, rest: withoutLeadingDash(text.slice(end).replace(/^[.:]/, '')) };
}

/**
 * The place of a number in its own list, counted from 1: "c" 3, "iv" 4, "2.7" 7, "aa" 27. Undefined for a bullet, or
 * where the number is not of that style.
 */
export function ordinalOf(number: string, style: LabelStyle): number | undefined {
  switch (style) {
    case 'decimal':
      return /^\d{1,9}$/.test(number) ? Number(number) : undefined;
    case 'multilevel': {
      const last = number.slice(number.lastIndexOf('.') + 1);
      return /^\d{1,9}$/.test(last) ? Number(last) : undefined;
    }
    case 'lower-letter':
    case 'upper-letter': {
      if (!/^[A-Za-z]{1,3}$/.test(number) || new Set(number).size > 1) return undefined;
      // Word processors go on with "aa", "bb" after "z".
      return (number.length - 1) * 26 + (number.toLowerCase().charCodeAt(0) - 96);
    }
    case 'lower-roman':
    case 'upper-roman':
      return romanToNumber(number);
    case 'mixed': {
      const letter = /([a-z])\)?$/.exec(number)?.[1];
      if (letter !== undefined) return letter.charCodeAt(0) - 96;
      const digits = /(\d{1,3})$/.exec(number)?.[1];
      return digits === undefined ? undefined : Number(digits);
    }
    case 'bullet':
      return undefined;
  }
}

/**
 * How the second label stands to the first: the `next` of the same list, its first `child` ("2.1" after "2"), back `up`
 * to the next of an outer level ("3" after "2.4"), the same again (`repeat`), with numbers left out (`skip`), a lower
 * number (`back`), or nothing to do with it (`other`).
 */
export type Relation = 'next' | 'child' | 'up' | 'repeat' | 'skip' | 'back' | 'other';

const RELATIONS: readonly Relation[] = ['next', 'child', 'up', 'repeat', 'skip', 'back', 'other'];

/** The relation of two labels; where a style is open ("i"), the reading that fits best counts. */
export function relationOf(previous: Label, next: Label): Relation {
  let best: Relation = 'other';
  for (const a of stylesOf(previous)) {
    for (const b of stylesOf(next)) {
      const relation = relationAs(previous, a, next, b);
      if (RELATIONS.indexOf(relation) < RELATIONS.indexOf(best)) best = relation;
    }
  }
  return best;
}

/** Whether the second label is the next one of the first one's list: "b)" after "a)", "2.10" after "2.9", the same bullet again. */
export function follows(previous: Label, next: Label): boolean {
  return relationOf(previous, next) === 'next';
}

/**
 * The label with its style decided by the label before it in the same list: "i" after "h" is a letter, else a roman one.
 * A label whose style is not open comes back as it is.
 */
export function inSequence(current: Label, previous?: Label): Label {
  if (current.alternatives === undefined) return current;
  const { alternatives: _, ...decided } = current;
  if (previous === undefined) return decided;
  const style = stylesOf(current).find((candidate) => stylesOf(previous).some((before) => relationAs(previous, before, current, candidate) === 'next'));
  return style === undefined ? decided : { ...decided, style };
}

function stylesOf(of: Label): LabelStyle[] {
  return [of.style, ...(of.alternatives ?? [])];
}

function relationAs(previous: Label, a: LabelStyle, next: Label, b: LabelStyle): Relation {
  if (a === 'bullet' || b === 'bullet') return a === b && previous.bullet === next.bullet ? 'next' : 'other';
  const from = previous.number ?? '';
  const to = next.number ?? '';
  const outline = (style: LabelStyle): boolean => style === 'decimal' || style === 'multilevel';
  if (outline(a) && outline(b)) {
    // A dot more or less ("5.8" after "5.7.") is a slip; brackets are another list.
    const plain = (form: string): string => form.replace('.', '');
    return plain(previous.form) === plain(next.form) ? relationOfOutline(from, to) : 'other';
  }
  if (a !== b || previous.form !== next.form) return 'other';
  if (a === 'mixed' && stem(from) !== stem(to)) return 'other';
  const first = ordinalOf(from, a);
  const second = ordinalOf(to, b);
  if (first === undefined || second === undefined) return 'other';
  return stepOf(first, second);
}

function stem(number: string): string {
  return number.replace(/(?:\d+|\(?[a-z]\)?)$/, '');
}

function stepOf(first: number, second: number): Relation {
  if (second === first + 1) return 'next';
  if (second === first) return 'repeat';
  return second > first ? 'skip' : 'back';
}

function relationOfOutline(from: string, to: string): Relation {
  const a = from.split('.').map(Number);
  const b = to.split('.').map(Number);
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  if (shared === a.length && shared === b.length) return 'repeat';
  if (shared === a.length) return b.length === a.length + 1 && (b[shared] === 1 || b[shared] === 0) ? 'child' : 'skip';
  if (shared === b.length) return 'back';
  const step = stepOf(a[shared] ?? 0, b[shared] ?? 0);
  if (step !== 'next') return step;
  if (b.length === a.length) return shared === a.length - 1 ? 'next' : b.slice(shared + 1).every((part) => part <= 1) ? 'up' : 'skip';
  if (b.length < a.length) return shared === b.length - 1 ? 'up' : b.slice(shared + 1).every((part) => part <= 1) ? 'up' : 'skip';
  return b.slice(shared + 1).every((part) => part <= 1) ? 'up' : 'skip';
}

/** How many levels a number has: "4.2.2" 3, "4" 1, "" 0. */
export function depthOfNumber(number: string): number {
  return number.split('.').filter((part) => part !== '').length;
}

const ROMAN_DIGITS: readonly (readonly [string, number])[] = [
  ['m', 1000], ['cm', 900], ['d', 500], ['cd', 400], ['c', 100], ['xc', 90], ['l', 50], ['xl', 40], ['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1],
];

/** Largest number that roman digits write in the ordinary way. */
const LARGEST_ROMAN = 3999;
/** "mmmdccclxxxviii" (3888), the longest of them, has 15. */
const LONGEST_ROMAN = 15;

/** The value of a roman number in either case, written in the ordinary way ("iv", not "iiii"); undefined for anything else. */
export function romanToNumber(roman: string): number | undefined {
  if (roman === '' || roman.length > LONGEST_ROMAN) return undefined;
  const lower = roman.toLowerCase();
  let value = 0;
  let at = 0;
  for (const [digits, worth] of ROMAN_DIGITS) {
    while (lower.startsWith(digits, at)) {
      value += worth;
      at += digits.length;
    }
  }
  return at === lower.length && numberToRoman(value) === lower ? value : undefined;
}

/** The roman number in lower case for 1 to 3999, else undefined. */
export function numberToRoman(value: number): string | undefined {
  if (!Number.isInteger(value) || value < 1 || value > LARGEST_ROMAN) return undefined;
  let left = value;
  let roman = '';
  for (const [digits, worth] of ROMAN_DIGITS) {
    while (left >= worth) {
      roman += digits;
      left -= worth;
    }
  }
  return roman;
}

function firstNonSpace(text: string): number {
  return skipSpace(text, 0);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** "24/00108 - Revenue": the dash parts the number from its title and belongs to neither. */
function withoutLeadingDash(text: string): string {
  return text.trim().replace(/^[–—-]\s+/, '');
}
