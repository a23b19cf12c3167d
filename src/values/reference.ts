/**
 * References: recommendations, minutes, sections, paragraphs, pages, appendices and decisions that a text names by number.
 */
import { type Place, type Reference, type ReferenceType } from './types.js';

/** The words that name a kind of thing, singular or plural. */
const KEYWORD =
  /\b(?:(?<recommendation>recommendations?|recs?\.)|(?<minute>minutes?)|(?<section>sections?)|(?<paragraph>paragraphs?|paras?\b\.?)|(?<page>pages?\b|pp?\.)|(?<appendix>appendix|appendices|apps?\.)|(?<decision>decisions?))(?<middle>\s{1,4}(?:nos?\.?|numbers?|numbered|refs?\.?|references?)\b\.?:?)?\s{0,4}/gi;

/** Sections of the papers themselves go to about this; "Section 106", "Section 151" and "Section 136" are of Acts. */
const LARGEST_SECTION = 30;

/** Numbers that a range is written out to ("paragraphs 2.1 to 2.4"); a longer one ("pages 11 – 84") keeps its two ends. */
const LONGEST_RANGE = 10;

/** References of one text at most that follow one keyword: a list of every recommendation has some thirty. */
const MOST_IN_A_LIST = 60;

const NUMBERS: Readonly<Record<ReferenceType, RegExp>> = {
  recommendation: /^(?:\d{1,3}(?:\.\d{1,3}){0,4}[a-z]?(?:\s?\([a-z]{1,4}\))*|\([a-z]{1,5}\)|\(\d{1,3}\)|[A-Z]\d{0,3}(?![\p{L}\d]))/u,
  minute: /^(?:[A-Z]{1,6}[./]?\d{1,4}(?:[./]\d{1,4})*|\d{1,4}(?:[./]\d{1,4})*[A-Z]?)/u,
  section: /^(?:\d{1,3}(?:\.\d{1,3}){0,5}[A-Z]?(?:\s?\([a-z0-9]{1,4}\))*|[A-Z](?![\p{L}\d'’]))/u,
  paragraph: /^(?:[A-Z]?\d{1,3}(?:\.\d{1,3}){0,5}[a-z]?(?:\s?\([a-z0-9]{1,4}\))*|\([a-z]{1,5}\))/u,
  page: /^[A-Z]?\d{1,4}/u,
  appendix: /^(?:\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]?|[A-Z]{1,2}\d{0,2}(?:\.\d{1,2})?|(?:[IVX]{1,5}))(?![\p{L}\d'’])/u,
  decision: /^(?:\d{2,4}\/\d{2,6}(?:[/-]\d{1,4})?|[A-Z]{1,6}[ /-]?\d{2,6}(?:[/-]\d{1,6})*|\d{1,4}[a-z]?)/u,
};

/** Between the numbers of a list: ", ", " and ", " to ", "-". */
const GLUE =
  /^(?:\s{0,2}(?<dash>[-–—])\s{0,2}|\s{1,2}(?<to>to|through)\s{1,2}|\s{0,2}[,;&/]\s{0,2}(?:(?:and|or|&)\s{1,2})?|\s{1,2}(?:and|or)\s{1,2}(?:to\s{1,2})?)/iu;

/** After a number, these make it a quantity or part of something longer: "recommendation 2.1 million", "page 3rd". */
const NOT_AFTER = /^(?:%|\s?(?:million|billion|per cent|percent)\b|(?:st|nd|rd|th)\b)/i;

/** "paragraph 3 of Part 1 of Schedule 12A of the Local Government Act": the law's paragraphs, not a paper's. */
const OF_AN_ACT = /^[^.;]{0,40}?\bof (?:part \d|schedule \d|(?:the |this |our )?(?:\p{Lu}[^.;]{0,80}?)?\b(?:Act|Regulations|Order|Measure|Constitution)\b)/u;
const SECTION_OF_LAW = /^\s?(?:agreements?|notices?|officers?|orders?|monies|money|funds?|funding|contributions?|presentations?|reports? (?:under|by the)|of the \d{4} act)\b/i;

/** Words after which a number of two levels or more is a paragraph: "as referred to in 3.5.7". */
const CUE = /\b(?:(?:referred to|refers?|set out|outlined|detailed|described|mentioned|shown|given|stated|listed|contained|identified|noted|highlighted|discussed|explained|summari[sz]ed|as per)\s{1,3}(?:in|at|under|to|within)|see(?:\s{1,3}also)?|refer to|in accordance with|as per|under)\s{1,3}(?=\d{1,3}\.\d)/gi;
/** A bare number of three levels needs no more than "in", "at", "to", "of", "per". */
const SHORT_CUE = /\b(?:in|at|to|per|from|with|by|of|and)\s{1,3}(?=\d{1,3}\.\d{1,3}\.\d)/gi;
const BARE = /^\d{1,3}(?:\.\d{1,3}){1,5}[a-z]?(?:\([a-z]{1,4}\))?(?![\p{L}\d/])/u;
const ABOVE_OR_BELOW = /(?<![\d.£])\d{1,3}(?:\.\d{1,3}){1,5}(?=\s(?:above|below|refers)\b)/gi;

/** A date printed with full stops: "24.01.12". */
const DATE_LIKE = /^(?:0?[1-9]|[12]\d|3[01])\.(?:0\d|1[0-2])\.\d{2}$|(?:^|\.)0\d/;

/** What a text refers to by number, in the order of the text, each once. Lists are taken apart ("recommendations 4, 9 and 10"). */
export function findReferences(text: string): Reference[] {
  const seen = new Set<string>();
  const references: Reference[] = [];
  for (const { type, number } of locateReferences(text)) {
    const key = `${type} ${number}`;
    if (seen.has(key)) continue;
    seen.add(key);
    references.push({ type, number });
  }
  return references;
}

/** The same with places, repeats included. Offsets are those of the number. */
export function locateReferences(text: string): (Place & Reference)[] {
  const found: (Place & Reference)[] = [];
  for (const match of text.matchAll(KEYWORD)) {
    const type = typeOf(match.groups ?? {});
    if (type === undefined) continue;
    const from = match.index + match[0].length;
    // "sections" runs on as "sectional" does; "p.17" needs no space.
    if (/^[\p{L}\d(]/u.test(text.charAt(from)) && !/[\s.:]$/.test(match[0])) continue; // "Recommendation(s)" too
    readList(text, match.index, from, type, found);
  }
  // Hardly any prose has a number of several levels.
  if (/\d\.\d/.test(text)) {
    for (const pattern of [CUE, SHORT_CUE]) {
      for (const match of text.matchAll(pattern)) readBare(text, match.index + match[0].length, found);
    }
    for (const match of text.matchAll(ABOVE_OR_BELOW)) readBare(text, match.index, found);
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || a.end - b.end);
  // A number that a keyword names and a cue too ("set out in paragraph 2.1 above") counts for the keyword.
  const unique = new Map<string, Place & Reference>();
  for (const one of found) {
    const key = `${one.start}-${one.number}`;
    if (!unique.has(key)) unique.set(key, one);
  }
  return [...unique.values()];
}

function typeOf(groups: Readonly<Record<string, string | undefined>>): ReferenceType | undefined {
  const types: readonly ReferenceType[] = ['recommendation', 'minute', 'section', 'paragraph', 'page', 'appendix', 'decision'];
  return types.find((type) => groups[type] !== undefined);
}

/** Characters of the longest number: "CAB/2014/123" and "2.10.3(iv)" are far below. */
const NUMBER_WINDOW = 40;
/** Characters after a number that are looked at to see whose paragraph it is. */
const CONTEXT_WINDOW = 140;

/** Reads the numbers after the keyword that begins at `begin` and ends before `from`. */
function readList(text: string, begin: number, from: number, type: ReferenceType, found: (Place & Reference)[]): void {
  const keyword = text.slice(begin, from).trim();
  const plural = /^(?:pp\.|appendices|[a-z]+s\b)/i.test(keyword);
  const read: (Place & Reference)[] = [];
  let at = from;
  let ranged = false;
  while (read.length < MOST_IN_A_LIST) {
    const number = numberAt(text, at, type);
    if (number === undefined) break;
    const place = { start: at, end: at + number.length };
    const previous = read.at(-1);
    const full = fullNumber(number, previous?.number);
    if (ranged && previous !== undefined) for (const middle of between(previous.number, full)) read.push({ type, number: middle, ...place });
    read.push({ type, number: full, ...place });
    at = place.end;

    const glue = GLUE.exec(text.slice(at, at + 16));
    if (glue === null) break;
    ranged = glue.groups?.['dash'] !== undefined || glue.groups?.['to'] !== undefined;
    const next = text.slice(at + glue[0].length, at + glue[0].length + 2);
    // Numbers go on with numbers and letters with letters: "Recommendations 1-3 – A review".
    if (/^\(?\d/.test(number) !== /^\(?\d/.test(next) && !next.startsWith('(')) break;
    // After a singular only what cannot be a word of the sentence: "paragraph 2.1-2.3", "paragraph 4(a) and (b)", never "page 4, 12 people".
    if (!plural && !(ranged ? !/\s/.test(glue[0]) || glue.groups?.['to'] !== undefined : number.includes('.') || next.startsWith('('))) break;
    at += glue[0].length;
  }
  const [first] = read;
  const last = read.at(-1);
  if (first === undefined || last === undefined) return;
  if (isOfLaw(text, read, last.end, type) || !isPlausible(text, first, type, keyword, begin)) return;
  found.push(...read);
}

/** The number without its brackets; a letter alone goes with the number before it: "3(a) and (c)". */
function fullNumber(number: string, previous: string | undefined): string {
  const printed = number.replace(/\s/g, '');
  if (printed.startsWith('(') && previous?.endsWith(')') === true) return previous.replace(/\([^()]*\)$/, '') + printed;
  return printed.replace(/^\(([^()]*)\)$/, '$1');
}

function numberAt(text: string, at: number, type: ReferenceType): string | undefined {
  const number = NUMBERS[type].exec(text.slice(at, at + NUMBER_WINDOW))?.[0];
  if (number === undefined) return undefined;
  const after = text.slice(at + number.length, at + number.length + CLOSE_WINDOW);
  // A word, a longer number, a quantity or a sum goes on.
  if (!number.endsWith(')') && /^[\p{L}\d]/u.test(after)) return undefined;
  return /^[.,]\d/.test(after) || NOT_AFTER.test(after) ? undefined : number;
}

/** Characters after a number that say whether it ends there: " per cent". */
const CLOSE_WINDOW = 16;

function isOfLaw(text: string, read: readonly Reference[], end: number, type: ReferenceType): boolean {
  if (type !== 'section' && type !== 'paragraph') return false;
  const after = text.slice(end, end + CONTEXT_WINDOW);
  if (/\bof (?:part|schedule|[^.;]*(?:Act|Regulations|Order|Measure|Constitution)\b)/.test(after) && OF_AN_ACT.test(after)) return true;
  return type === 'section' && (SECTION_OF_LAW.test(after) || read.some(({ number }) => !number.includes('.') && Number.parseInt(number, 10) > LARGEST_SECTION));
}

const MONTH_AFTER = /^(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether keyword and number are a name here and not words of a sentence. */
function isPlausible(text: string, first: Place & Reference, type: ReferenceType, keyword: string, begin: number): boolean {
  const after = text.slice(first.end, first.end + CLOSE_WINDOW);
  const capital = /^\p{Lu}/u.test(keyword);
  const sentenceGoesOn = /^\s\p{Ll}/u.test(after) && !/^\s(?:and|or|to|of|is|was|in|on|be)\b/.test(after);
  switch (type) {
    case 'minute': {
      // "for 10 minutes 20 seconds" is a length, "the minutes 4 July" a date.
      const before = text.slice(Math.max(0, begin - CLOSE_WINDOW), begin).trimEnd();
      return !/\d$/.test(before) && !MONTH_AFTER.test(after);
    }
    case 'page':
      // "Page 4 of 54" is a page's own number.
      return !/^\sof\s\d/.test(after);
    case 'section':
      return !/^[A-Z]$/.test(first.number) || capital;
    case 'recommendation':
      return !/^[A-Z]$/.test(first.number) || (first.number !== 'I' && (capital || !sentenceGoesOn));
    case 'appendix':
      return first.number !== 'I' || !sentenceGoesOn;
    case 'decision':
      // "the decision 12 months ago": a plain number needs the word "number" or a capital.
      return !/^\d{1,4}[a-z]?$/.test(first.number) || /(?:no|nos|numbers?|numbered|refs?|references?)[.:]{0,2}$/i.test(keyword) || (capital && !sentenceGoesOn);
    default:
      return true;
  }
}

/** A number without its keyword, after "as referred to in" and the like. */
function readBare(text: string, at: number, found: (Place & Reference)[]): void {
  const number = BARE.exec(text.slice(at, at + NUMBER_WINDOW))?.[0];
  if (number === undefined || DATE_LIKE.test(number)) return;
  const after = text.slice(at + number.length, at + number.length + 16);
  if (/^(?:\.\d|,\d|[%°])/.test(after) || /^\s{0,2}(?:million|billion|thousand|per cent|percent|percentage|points?|[mkb]n?\b|fte|wte|days?|weeks?|months?|years?|hours?|hrs?|minutes?|miles?|am\b|pm\b|a\.m|p\.m|times\b|hectares?|tonnes?|metres?)/i.test(after)) return;
  found.push({ type: 'paragraph', number, start: at, end: at + number.length });
}

/** The numbers between two of one list: 2.1 and 2.4 give 2.2, 2.3. Nothing where they have no common beginning or lie far apart. */
function between(first: string, last: string): string[] {
  const a = /^(.*?)(\d{1,6})$/.exec(first);
  const b = /^(.*?)(\d{1,6})$/.exec(last);
  if (a !== null && b !== null && a[1] === b[1]) {
    const [from, to] = [Number(a[2]), Number(b[2])];
    if (to - from > LONGEST_RANGE) return [];
    return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => `${a[1] ?? ''}${from + 1 + index}`);
  }
  const c = /^(.*?)\(?([a-zA-Z])\)?$/.exec(first);
  const d = /^(.*?)\(?([a-zA-Z])\)?$/.exec(last);
  if (c === null || d === null || c[1] !== d[1]) return [];
  const [from, to] = [(c[2] ?? '').charCodeAt(0), (d[2] ?? '').charCodeAt(0)];
  if (to - from > LONGEST_RANGE) return [];
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, index) => first.replace(/[a-zA-Z](\)?)$/, `${String.fromCharCode(from + 1 + index)}$1`));
}

const PRIORITIES = /\bpriorit(?:y|ies)\s{1,3}(?:areas?\s{1,3})?(?:nos?\.?\s{0,3}|numbers?\s{1,3})?(?=\d)/giu;

/** The priorities a text names by number: "Priorities 4, 9 and 10: …" gives 4, 9, 10. In the order of the text, each once. */
export function findPriorities(text: string): number[] {
  const found = new Set<number>();
  for (const match of text.matchAll(PRIORITIES)) {
    let at = match.index + match[0].length;
    let previous: number | undefined;
    let ranged = false;
    for (let count = 0; count < MOST_IN_A_LIST; count += 1) {
      const digits = /^\d{1,3}(?![\d%.]\d|\d|%|st\b|nd\b|rd\b|th\b)/.exec(text.slice(at, at + 8))?.[0];
      if (digits === undefined) break;
      const value = Number(digits);
      if (ranged && previous !== undefined && value - previous <= LONGEST_RANGE) for (let middle = previous + 1; middle < value; middle += 1) found.add(middle);
      found.add(value);
      previous = value;
      at += digits.length;
      const glue = GLUE.exec(text.slice(at, at + 16));
      if (glue === null) break;
      ranged = glue.groups?.['dash'] !== undefined || glue.groups?.['to'] !== undefined;
      at += glue[0].length;
    }
  }
  return [...found];
}
