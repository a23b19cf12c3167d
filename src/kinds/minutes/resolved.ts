/** Where a paragraph resolves something: RESOLVED and its like, by their wording and what they go on with. */
import { isWordAt, isWordBefore } from '../../paper/characters.js';
import { readVote } from '../../values/index.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';

/** Where a paragraph resolves something: the offsets of the sentence's start, of the opening word and of what was resolved. */
export interface Resolved {
  readonly sentence: number;
  readonly opening: number;
  readonly from: number;
  readonly word: string;
  /** Words between the opening and what was resolved: "unanimously". */
  readonly manner: string;
}

/** A word in capitals inside a sentence that resolves: "After debate it was RESOLVED that …". */
const CAPITALS = ['RESOLVED', 'AGREED', 'DECIDED', 'RECOMMENDED', 'PENDERFYNWYD'];

/** The first of them that stands as a word of its own. */
function inCapitals(text: string): { readonly index: number; readonly word: string } | undefined {
  let first: { readonly index: number; readonly word: string } | undefined;
  for (const word of CAPITALS) {
    for (let index = text.indexOf(word); index >= 0 && index < (first?.index ?? Infinity); index = text.indexOf(word, index + 1)) {
      if (!isWordBefore(text, index) && !isWordAt(text, index + word.length)) first = { index, word };
    }
  }
  return first;
}

/** True where the opening is followed by what a resolution goes on with: its end, a mark, "that", "to", or a capital after a mark. */
function goesOn(word: string, after: string): boolean {
  if (saidOfMinutes(word, after)) return false;
  if (/^\s*$/.test(after) || /^\s*[:–—\-.,(]/u.test(after) || /[:–-]$/u.test(word)) return true;
  if (/^\s*(?:that|to|unanimously|by|nem|as follows|accordingly|the following|in terms of|in accordance with|pursuant to|under|not to)\b/iu.test(after)) return true;
  // "RESOLVED The report be noted", in capitals; "Resolved issues" is a heading of its own.
  return !/\p{Ll}/u.test(word) || / (?:that|to)$/iu.test(word);
}

/** "The Chair agreed that …", "The Clerk agreed to …": one person's word, whom alone no meeting is. In capitals it is the meeting's all the same. */
export function isSaidByOne(opening: string, vocabulary: Vocabulary): boolean {
  const who = /^the\s(.*?)\sagreed\b/iu.exec(opening)?.[1];
  return who !== undefined && !/\bAGREED\b/u.test(opening) && isOneOf(who, vocabulary.words.speaksAlone);
}

/** What is to be done, or was there and then: "that officers would write", "that the report be noted", "that the report was noted". What is only needed is no deed. */
const TO_BE_DONE = /\b(?:be|would|should|will|shall|must|ought|can|could|may|(?:is|are|was|were|needs?|needed|has|have|had) to|(?:is|are|was|were) (?:not |\p{Ll}+ly )?(?!(?:need|requir|concern|disappoint|pleas)ed\b)(?:\p{Ll}[\p{Ll}-]*(?:ed|en)|sent|put|kept|held|paid|made|left|cut|let))\b/u;
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
/** Verbs that say what is so. */
const IS_SO = set('was were is are had has have seemed looked remained');
/** Words that begin another clause, in which the verb tells nothing of the first. */
const CLAUSE = set('that which who whom what when where how why as if whether because since while until unless');
/** "the Clerk check the site": a second article without a preposition stands after a verb. */
const ARTICLE = set('the a an this these those its their his her any all');
const PREPOSITION = set('of in at on for to from by with and or between near about over under all both');
/** The subject of what is so has at most this many words. */
const SUBJECT_WORDS = 8;
/** "… were a correct record": the form that agrees minutes. */
const IS_A_RECORD = /\b(?:correct|true|accurate|fair)\b/u;

/** True where the verb of the clause after "that" only describes. */
function describes(sentence: string): boolean {
  const words = sentence.trim().split(/\s+/u, SUBJECT_WORDS + 2).map((w) => w.toLowerCase());
  if (words[0] === 'that') words.shift();
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? '';
    if (IS_SO.has(word)) return true;
    if (CLAUSE.has(word) || /[,;:]$/u.test(words[i - 1] ?? '') || (ARTICLE.has(word) && !PREPOSITION.has(words[i - 1] ?? ''))) return false;
  }
  return false;
}

/** "Members agreed that the junction was dangerous": what they think, and nothing that is done about it. `said` is what follows "agreed", "that" included or not. */
export function isThought(said: string): boolean {
  const [first] = sentences(said);
  const sentence = first ? said.slice(first.start, first.end) : said;
  return describes(sentence) && !/:\s*$/u.test(sentence) && !TO_BE_DONE.test(sentence) && !IS_A_RECORD.test(sentence);
}

/** "Having considered the report, the Committee agreed:-": what was agreed is the list below. "It had been agreed:" tells of another time. */
const AGREED_AT_END = /(?:agreed|resolved|decided)(?=(?:\s(?:that|to))?\s?:\s?[-–—]?\s*$)(?<=^(?:(?:having|after|following)\s|[^.;:]{0,300}\b(?:committee|board|panel|forum|cabinet|council|executive|partnership|members|meeting|it was)\b)[^.;:]{0,300}[\s,](?:agreed|resolved|decided))/isu;

/** "… it had been agreed", "had already resolved". */
const AT_ANOTHER_TIME = /\bhad\s(?:[^\s.,;:()]+\s){0,2}(?:agreed|resolved|decided|noted|approved)(?:\s(?:that|to))?\W*$/i;

function closingWord(text: string): { readonly index: number; readonly word: string } | undefined {
  if (!/:\s?[-–—]?\s*$/.test(text.slice(-MARKS_AT_END)) || AT_ANOTHER_TIME.test(text)) return undefined;
  const m = AGREED_AT_END.exec(text);
  return m ? { index: m.index, word: m[0] } : undefined;
}
/** A colon, a dash and the spaces around them at the end of a paragraph, in characters. */
const MARKS_AT_END = 8;

/** "The report was", "All three recommendations were duly": the verb after it says what became of its subject; "it was" has none. */
const PASSIVE = /^(?!(?:[^.;:]*\s)?it\s(?:was|is)\b)\S.*\b(?:was|were|is|are|be|been|being)(?:\s\S+ly|\s(?:then|also|therefore|duly))?$/is;
/** … and nothing but how it was done stands after the verb: no list, and no "that". */
const OF_ITS_SUBJECT = /^\s*(?:$|[.,;(]|(?:as|by|subject|with|without|unanimously|nem|on|in|for)\b)/iu;

/** True where the sentence says that its subject was agreed, noted or the like: the whole sentence is what was decided. */
function isPassive(sentence: string, word: string, after: string): boolean {
  const verb = /\p{L}+$/u.exec(word)?.[0] ?? '';
  return verb !== '' && PASSIVE.test(`${sentence}${word}`.slice(0, -verb.length).trim()) && OF_ITS_SUBJECT.test(after);
}

/** Finds what a paragraph resolves: at its start, or by a word in capitals later on. */
export function resolvedIn(text: string, vocabulary: Vocabulary): Resolved | undefined {
  const opening = openingOf(text, vocabulary.words.resolved);
  if (opening && !isSaidByOne(text.slice(opening.start, opening.end), vocabulary) && goesOn(text.slice(opening.start, opening.end), text.slice(opening.end))) {
    const word = text.slice(opening.start, opening.end);
    if (AT_ANOTHER_TIME.test(word)) return undefined;
    if (/\bagreed that$/u.test(word) && isThought(text.slice(opening.end))) return undefined;
    if (!isPassive('', word, text.slice(opening.end))) return trimmed(text, 0, opening.start, opening.end, vocabulary);
    // "The plan was agreed", in small letters, may be debate: only its place in the item can tell.
    return /\p{Ll}$/u.test(word) ? undefined : sentenceOf(text, 0, word);
  }
  const inside = inCapitals(text) ?? closingWord(text);
  if (!inside) return lastSentence(text, vocabulary);
  const sentence = sentences(text).find((s) => s.start <= inside.index && inside.index < s.end)?.start ?? 0;
  const end = inside.index + inside.word.length;
  if (isPassive(text.slice(sentence, inside.index), inside.word, text.slice(end))) return sentenceOf(text, sentence, inside.word);
  return trimmed(text, sentence, inside.index, end, vocabulary);
}

const IT_WAS = ['it was'];

/** "… It was decided by 4 votes to 1 to object.", as the last of several sentences. */
const IT_WAS_AGREED = /^it was (?:(?:unanimously|also|then|therefore|further|subsequently|accordingly)\s){0,2}(agreed|resolved|decided)(?=\s?(?:[:–—-]|that\b|to\b|by\s|unanimously\b))/iu;

function lastSentence(text: string, vocabulary: Vocabulary): Resolved | undefined {
  if (findWording(text, IT_WAS) === undefined) return undefined;
  const last = sentences(text).at(-1);
  const m = last && last.start > 0 ? IT_WAS_AGREED.exec(text.slice(last.start, last.end)) : null;
  return last && m && !(m[1] === 'agreed' && isThought(text.slice(last.start + m[0].length, last.end))) ? trimmed(text, last.start, last.start, last.start + m[0].length, vocabulary) : undefined;
}

/** A resolution that is a whole sentence: "The recommendations were AGREED." */
const sentenceOf = (text: string, start: number, word: string): Resolved => ({ sentence: start, opening: start, from: start, word: /\p{L}+$/u.exec(word)?.[0] ?? word, manner: '' });

/** What a vote begins with, where it stands after the verb; the expressions for it are not worth compiling for other papers. */
const HOW = /^(?:by|with|on)\s/i;

/** "by 4 votes to 1", "by a majority of 4 votes to 1 with 2 abstentions". */
const BY_SCORE = /^(?:by|with|on)\s(?:an?\s(?:majority|vote)\s(?:vote\s)?(?:of\s)?)?[\p{L}\d-]{1,12}\svotes?\s(?:to|against|in favour)\b\s?[\p{L}\d-]{0,12}(?:,?\s(?:with|and)\s[\p{L}\d-]{1,12}\s(?:against|abst\p{L}+))*(?=\s*(?:[:,;–—-]|that\b|to\b))/iu;

/** "with 4 votes for, none against and 1 abstention, that": whatever it counts, up to what was resolved. */
const WITH_VOTES = /^(?:by|with|on)\s[^:;.]{3,120}?(?=,?\s(?:that|to)\b|\s*[:–—])/iu;

/** "TO THE MAYOR", "to Full Council:", and no more. */
const TO_WHOM = /^\s+[Tt][Oo]\s+(?:(?:the|THE)\s+)?\p{Lu}[\p{L}&-]*(?:\s(?:(?:and|of|for|the)\s)?\p{Lu}[\p{L}&-]*){0,5}\s*[:–—-]?$/u;

function trimmed(text: string, sentence: number, opening: number, end: number, vocabulary: Vocabulary): Resolved {
  let from = end;
  // "Agreed that", "It was agreed to": the joining word belongs to what was agreed.
  const joined = /\s(that|to)$/iu.exec(text.slice(opening, end));
  if (joined?.[1]) from = end - joined[1].length;
  // "PENDERFYNWYD / RESOLVED": the same word in the other language.
  const slash = /^\s*[/|]\s*/u.exec(text.slice(from));
  const other = slash ? openingOf(text.slice(from + slash[0].length), vocabulary.words.resolved) : undefined;
  if (slash && other) from += slash[0].length + other.end;
  const manner: string[] = [];
  // "RECOMMENDED TO THE MAYOR", and what in the next paragraph.
  const toWhom = /recommended$/iu.test(text.slice(opening, from)) ? TO_WHOM.exec(text.slice(from, from + 80)) : null;
  if (toWhom && from + toWhom[0].length === text.length) return { sentence, opening, from: text.length, word: text.slice(opening).replace(/[\s:–—-]+$/u, ''), manner: '' };
  for (let step = 0; step < 4; step++) {
    const mark = /^[\s:;,.–—-]+/u.exec(text.slice(from));
    if (mark) from += mark[0].length;
    // "RESOLVED by 6 votes to 2 –", "RESOLVED (6 for, 2 against) –": the vote.
    const score = !HOW.test(text.slice(from, from + 5)) ? undefined : BY_SCORE.exec(text.slice(from, from + 80))?.[0] ?? WITH_VOTES.exec(text.slice(from, from + 160))?.[0];
    if (score !== undefined && readVote(score)?.for !== undefined) {
      manner.push(score.trim());
      from += score.length;
      continue;
    }
    const vote = /^\(([^()]{3,120})\)/u.exec(text.slice(from, from + 130));
    if (vote?.[1] && (readVote(vote[1]) !== undefined || /\b(?:unanimous\w*|majority|votes?|against)\b/iu.test(vote[1]))) {
      manner.push(vote[1]);
      from += vote[0].length;
      continue;
    }
    const word = openingOf(text.slice(from), vocabulary.words.afterResolved);
    if (!word) break;
    manner.push(text.slice(from + word.start, from + word.end));
    from += word.end;
  }
  return { sentence, opening, from, word: text.slice(opening, end).replace(/[\s:–-]+$/u, ''), manner: manner.join(' ') };
}

/** "The minutes were agreed by the Chairman to be too long": what was said of them, unless it was that they are a record. */
const SAID_OF_MINUTES = /^\s+by\b[^.;]{1,80}?\bto be\s+(?!an?\s+(?:true|correct|accurate|fair))/iu;
export const saidOfMinutes = (opening: string, after: string): boolean => /^(?:the )?(?:minutes?|notes)\b/iu.test(opening) && SAID_OF_MINUTES.test(after);
