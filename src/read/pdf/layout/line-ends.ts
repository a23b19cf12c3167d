/**
 * What the words at the end of one line and at the head of the next say of whether they belong together: a phrase left open, a number that is
 * asked for, an address below a telephone number, two entries of a list. Pure.
 */
import type { Label } from './labels.js';
import { endsSentence, lineText, type Line } from './lines.js';
import { POST_STARTS, POSTS } from './vocabulary.js';

/** Lines of at least so many words are parts of sentences rather than entries of a list. */
const SENTENCE_WORDS = 7;
const SMALL_START = /^[\u2018\u201C"'(\[]?\p{Ll}/u;
const OPEN_END = /^(?:and|or|of|the|to|for|in|with|by|a|an|from|on|at|as|that|&)$/iu;
/** Words behind which a number is named, not begun. */
const POINTS = /^(?:paragraphs?|paras?\.?|sections?|appendix|appendices|recommendations?|minutes?|items?|pages?|tables?|figures?|parts?|rules?|articles?|no\.?|nos\.?)$/iu;
/** One of them: a sentence does not end on it, its number follows. */
const POINTS_AT_ONE = /^(?:paragraph|para\.?|section|appendix|annex|recommendation|minute|item|page|table|figure|part|rule|article)$/iu;
/** Lines of fewer words may be a heading ("Appendix") with its number below. */
const POINTING_WORDS = 4;
/** A heading in capitals has a word of at least so many letters; shorter ones are abbreviations, with which a sentence may end its last line. */
const CAPITALS_WORD = 5;
/** Months and seasons of timescales, which print them whole, shortened ("Sept.") or cut by the cell ("Septemb"). */
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December', 'Spring', 'Summer', 'Autumn', 'Winter'];
const MONTH_LETTERS = 3;
/** A month or day with its year and nothing else, spaces left out; and what begins like one. */
const WHOLE_DATE = /^(?:By|From|[Ee]nd|of|\d{1,2}(?:st|nd|rd|th)?)*(\p{Lu}\p{Ll}{2,}?)[.,]?(?:19|20)\d\d$/u;
const DATE_AGAIN = /^(?:(?:By|From|End|\d{1,2}(?:st|nd|rd|th)?) )?(?:of )?(\p{Lu}\p{Ll}{2,})[.,]?(?: |$)/u;
/** What stands for a date where there is none, as a line of its own. */
const WHOLE_VALUE = new Set(['annual', 'annually', 'complete', 'completed', 'done', 'immediate', 'immediately', 'monthly', 'n/a', 'none', 'ongoing', 'quarterly', 'tba', 'tbc', 'weekly']);
/** Names with a title, one a line, have at most so many words. */
const TITLED = /^(?:Cllrs?\.?|Councillor|Mrs?\.?|Ms\.?|Miss|Dr\.?)$/u;
const NAME_WORDS = 5;
const NAME_WORD = /^\(?\p{Lu}/u;
/** An e-mail or web address that is a line's only word. */
const ADDRESS = /^(?:[^\s@]+@[^\s@]+|(?:https?:\/\/|www\.)\S+)$/iu;
const MAIL_LABEL = /^(?:e-?mail|web(?:site)?):$/iu;
/** A telephone number at the end of a line has at least nine digits, in at most so many groups. */
const PHONE_END = /(?:\+|\b|\D)\(?0?\d[\d()-]{7,}\d$/u;
const PHONE_WORDS = 4;

/** The line begins with a small letter. */
export const startsSmall = (line: Line): boolean => {
  const text = line.words[0]?.text ?? '';
  const code = text.charCodeAt(0);
  if (code >= 97 && code <= 122) return true;
  return !(code >= 48 && code <= 90) && SMALL_START.test(text);
};

/** Lines of an address: one ends in a telephone number, and the next is an e-mail address or a page of the web and nothing else. */
export function addressBelowNumber(above: Line, line: Line): boolean {
  const [first, second, third] = line.words;
  const address = second === undefined ? first : /:$/u.test(first!.text) && third === undefined ? second : undefined;
  return address !== undefined && (ADDRESS.test(address.text) || MAIL_LABEL.test(address.text)) && PHONE_END.test(above.words.slice(-PHONE_WORDS).map((w) => w.text).join(''));
}

/** The line is a telephone number and nothing else. */
export const onlyNumber = (line: Line): boolean => /^[+(]?\d[\d()-]+$/u.test(line.words.map((w) => w.text).join(''));

/** The line ends in the middle of a phrase: on "and", "of" or the like. */
export const openEnd = (line: Line): boolean => OPEN_END.test(line.words.at(-1)!.text);

/** A number at the head of a line that the sentence above names ("as referred to in / 3.5.7 will change"): the words run on in small letters, or point at a number. */
export function refersTo(above: Line, line: Line, label: Label): boolean {
  if (label.bullet || label.number === undefined || label.sure || endsSentence(above)) return false;
  const next = line.words[label.words];
  return openEnd(above) || POINTS.test(above.words.at(-1)!.text) || (next !== undefined && SMALL_START.test(next.text));
}

/** A label alone on its line that the sentence above asks for: "... is attached as Appendix" above "C." */
export function namesIt(above: Line, line: Line, label: Label): boolean {
  return label.alone && !label.bullet && !label.sure && above.words.length >= POINTING_WORDS && POINTS_AT_ONE.test(above.words.at(-1)!.text) && line.words.length === 1;
}

/** The line is one of these. */
const stands = (line: Line): boolean => line.words.length === 1 && /^\p{Lu}/u.test(line.words[0]!.text) && WHOLE_VALUE.has(line.words[0]!.text.toLowerCase());

/** The word is a month or the beginning of one. */
const isMonth = (word: string | undefined): boolean => word !== undefined && word.length >= MONTH_LETTERS && MONTHS.some((m) => m.startsWith(word));

/** A title and a name, and nothing else. */
const titledName = (line: Line): boolean => line.words.length > 1 && line.words.length <= NAME_WORDS && line.words.every((w) => NAME_WORD.test(w.text)) && !/[,;:&]$/u.test(line.words.at(-1)!.text);

/** All of the entry so far is the name of a post, in capitals and with its noun at the end: "Parks Manager". */
const isPost = (line: Line, lines: readonly Line[]): boolean =>
  lines.length === 1 && line.words.length > 1 && line.words.length <= NAME_WORDS && POSTS.has(line.words.at(-1)!.text.toLowerCase()) && line.words.every((w) => NAME_WORD.test(w.text));

/** "Head of Leisure", "Director for Places". */
const startsPost = (line: Line): boolean => line.words.length > 2 && line.words.length <= NAME_WORDS && NAME_WORD.test(line.words[0]!.text) && POST_STARTS.has(line.words[0]!.text.toLowerCase()) && /^(?:of|for)$/.test(line.words[1]!.text);

/** Two entries of a list, one a line, that fill their narrow cell by chance: a date (or what stands for one) and another, a name with its title and another, a post and another, a line and the same again. */
export function entriesOfList(lines: readonly Line[], above: Line, line: Line): boolean {
  const first = line.words[0]!.text, over = above.words[0]!.text;
  if ((isPost(above, lines) || (lines.length === 1 && startsPost(above))) && (isPost(line, [line]) || startsPost(line))) return true;
  if (TITLED.test(first) && TITLED.test(over)) return titledName(above) && NAME_WORD.test(line.words[1]?.text ?? '');
  if (above.words.length === line.words.length && /^\p{Lu}/u.test(first) && first === over && lineText(above) === lineText(line)) return true;
  const whole = (lines.length === 1 && stands(above)) || (/\d$/u.test(above.words.at(-1)!.text) && isMonth(WHOLE_DATE.exec(lines.map(lineText).join('').replace(/\s/gu, ''))?.[1]));
  return whole && (stands(line) || isMonth(DATE_AGAIN.exec(lineText(line))?.[1]));
}

/** A line of capitals below a sentence in small letters that has ended. */
export function capitalsApart(above: Line, line: Line): boolean {
  return endsSentence(above) && !endsSentence(line) && capitalsOnly(line) && !capitalsOnly(above) && line.words.some((w) => w.text.length >= CAPITALS_WORD && /^\p{Lu}+$/u.test(w.text));
}

/** A range of years or figures is broken after its dash: "2019-" above "20. The grant ...". */
export const rangeBroken = (above: Line, line: Line): boolean => /\d[-\u2010\u2011\u2013]$/u.test(above.words.at(-1)!.text) && /^\d/u.test(line.words[0]!.text) && above.words.length > 1;

/** The line ends within a word. */
export const brokenEnd = (line: Line): boolean => /\p{L}[-\u2010\u00AD]$/u.test(line.words.at(-1)!.text);

/**
 * The lines read as one sentence although the next word would have fitted: names kept together by spaces that do not break ("Mr R Hill"), or
 * a line ended by hand inside a sentence.
 */
export function goesOnPlainly(above: Line, line: Line): boolean {
  if (above.bold || line.bold || above.italic !== line.italic) return false;
  if (above.words.at(-1)!.text.endsWith(',')) return true;
  return above.words.length >= SENTENCE_WORDS && line.words.length >= SENTENCE_WORDS;
}

/** The line has no small letter. */
export const capitalsOnly = (line: Line): boolean => { const t = line.words.map((w) => w.text).join(''); return t === t.toUpperCase(); };
