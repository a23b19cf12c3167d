/** Where a paragraph resolves something: RESOLVED and its like, by their wording and what they go on with. */
import { isWordAt, isWordBefore } from '../../paper/characters.js';
import { readVote } from '../../values/index.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { isMoved } from './outline.js';

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
  // "Penderfynwyd derbyn …": the verb of what was resolved follows at once.
  if (/^penderfynwyd$/iu.test(word)) return /^\s+\p{Ll}/u.test(after);
  // "RESOLVED The report be noted", in capitals; "Resolved issues" is a heading of its own.
  return !/\p{Ll}/u.test(word) || / (?:that|to)$/iu.test(word);
}

/** "The Chair agreed that …", "The Clerk agreed to …": one person's word, whom alone no meeting is. In capitals it is the meeting's all the same. */
export function isSaidByOne(opening: string, vocabulary: Vocabulary): boolean {
  const who = /^the\s(.*?)\sagreed\b/iu.exec(opening)?.[1];
  return who !== undefined && !/\bAGREED\b/u.test(opening) && isOneOf(who, vocabulary.words.speaksAlone);
}

/** What says what something was, behind its subject. */
const BE = /\s(?:was|were|is|are|(?:had|has|have) been)\s/;
/** The subject of what is only thought has at most this many words, and no clause or mark in it: "the Clerk say the site" has a verb and its object. */
const SUBJECT_WORDS = 6;
const NO_SUBJECT = /[,;:]|(?<!^|\b(?:of|in|at|on|for|to|from|with|by|near|through|along))\s(?:the|an?|that|it|they|this|these|its|their)\b/i;
/** What another clause begins with. */
const ANOTHER = /\s?[,;:]\s?(?:and\s|but\s|so\s)?|\s(?:and|but|so)\s/;
/** Minutes that were "a good record" are agreed. */
const OF_MINUTES = /^(?:the\s)?(?:minutes?|notes)\b/i;

/** True where all that a sentence says is what something was like. `ofThem` says that it goes on with the subject of the clause before. */
function describes(sentence: string, evaluative: Vocabulary['words'][string], ofThem = false): boolean {
  const said = sentence.replace(/^\s*(?:that\s)?\s*/i, '');
  const be = BE.exec(` ${said}`);
  const subject = said.slice(0, Math.max(0, (be?.index ?? 0) - 1));
  if (!be ? !ofThem : subject === '' || OF_MINUTES.test(subject) || NO_SUBJECT.test(subject) || subject.split(/\s+/).length > SUBJECT_WORDS) return false;
  const like = said.slice(be ? be.index + be[0].length - 1 : 0).replace(/^(?:(?:not|very|most|also|so|quite|[a-z]+ly)\s){1,2}/, '');
  const word = openingOf(like, evaluative);
  if (!word) return false;
  const rest = like.slice(word.end);
  const more = ANOTHER.exec(rest);
  // "… important that a survey be made": it may be what is to be done.
  if (/\b(?:that|be|would|should|will|shall|must)\b/.test(rest.slice(0, more?.index))) return false;
  return !more || describes(rest.slice(more.index + more[0].length), evaluative, true);
}

/**
 * "Members agreed that the junction was dangerous": what they think, and nothing that is done about it. Only members at large think; what "it was agreed"
 * or a body agreed is decided. `opening` is "Members agreed" with its "that" or without, `said` what follows.
 */
export function isThought(opening: string, said: string, vocabulary: Vocabulary): boolean {
  const { membersAgreed, evaluative = [] } = vocabulary.words;
  if (!/\bagreed(?:\sthat)?\s*$/.test(opening) || !openingOf(opening, membersAgreed)) return false;
  const [first] = sentences(said);
  return describes((first ? said.slice(first.start, first.end) : said).replace(/\s*\.\s*$/, ''), evaluative);
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

/** "It was proposed by Cllr Lane, seconded by Cllr Brook and agreed that …": moved and agreed in one breath. */
const SECONDED_AND_AGREED = /\bseconded\b[^.;:]{2,120}?\sand\s(?:(?:it\s)?was\s)?(?:(?:duly|unanimously|then|also|therefore)\s){0,2}(agreed|resolved|decided)(?=\s(?:unanimously\s)?(?:that|to)\s)/iu;

/** "It was recalled that in 2019 it was proposed …", "At the County Council a motion was proposed …": moved by others, or on another day. */
const ELSEWHERE = /^(?:(?:at|in|on|last)\s|.{0,80}?\b(?:recalled|reported|reminded|noted|said|stated|explained|advised|informed)\b)/iu;
/** "… and agreed to withdraw the motion", "… and agreed to be put to the vote": how the motion went on. */
const OF_THE_MOTION = /^\s(?:that\s|to\s)(?:withdraw|second|amend|take|put|be\s|it be (?:withdrawn|taken|put|voted|considered|debated|discussed)|they be|(?:the|this|his|her) (?:motion|amendment|proposal)\b)/iu;

function agreedWhenSeconded(text: string, vocabulary: Vocabulary): { readonly index: number; readonly word: string } | undefined {
  if (!text.includes('econded')) return undefined;
  const m = SECONDED_AND_AGREED.exec(text);
  if (m?.[1] === undefined) return undefined;
  const end = m.index + m[0].length;
  const said = sentences(text).find((s) => s.start <= m.index && m.index < s.end);
  const sentence = said ? text.slice(said.start, end) : text;
  // "An officer had been seconded from the County and it was agreed that …": nobody moves anything.
  if (!isMoved(sentence, vocabulary) || ELSEWHERE.test(sentence) || OF_THE_MOTION.test(text.slice(end))) return undefined;
  return { index: end - m[1].length, word: m[1] };
}

/** What else a body did before it agreed to something, in one sentence. To receive or welcome leads up to it; RESOLVED in capitals says where it begins. */
const DONE_AND_AGREED = /\s(?:noted|approved|endorsed|accepted)\s.*\sand\s(?:also\s|unanimously\s)?(?:agreed|decided|resolved)(?:\s(?:that|to))?$/u;

/** Finds what a paragraph resolves: at its start, or by a word in capitals later on. */
export function resolvedIn(text: string, vocabulary: Vocabulary): Resolved | undefined {
  const opening = openingOf(text, vocabulary.words.resolved);
  if (opening && !isSaidByOne(text.slice(opening.start, opening.end), vocabulary) && !isThought(text.slice(opening.start, opening.end), text.slice(opening.end), vocabulary) && goesOn(text.slice(opening.start, opening.end), text.slice(opening.end))) {
    const word = text.slice(opening.start, opening.end);
    if (AT_ANOTHER_TIME.test(word)) return undefined;
    // "The Panel noted the programme and agreed to add an item.": two things were done, and the sentence says both.
    if (DONE_AND_AGREED.test(word)) return { ...sentenceOf(text, 0, word), from: opening.start };
    if (!isPassive('', word, text.slice(opening.end))) return trimmed(text, 0, opening.start, opening.end, vocabulary);
    // "The plan was agreed", in small letters, may be debate: only its place in the item can tell.
    return /\p{Ll}$/u.test(word) ? undefined : sentenceOf(text, 0, word);
  }
  const inside = inCapitals(text) ?? closingWord(text) ?? agreedWhenSeconded(text, vocabulary);
  if (!inside) return lastSentence(text, vocabulary);
  const sentence = sentences(text).find((s) => s.start <= inside.index && inside.index < s.end)?.start ?? 0;
  const end = inside.index + inside.word.length;
  if (isPassive(text.slice(sentence, inside.index), inside.word, text.slice(end))) return sentenceOf(text, sentence, inside.word);
  return trimmed(text, sentence, inside.index, end, vocabulary);
}

const IT_WAS = ['it was'];

/** "… It was decided by 4 votes to 1 to object.", as the last of several sentences. */
const IT_WAS_AGREED = /^it was (?:(?:unanimously|also|then|therefore|further|subsequently|accordingly)\s){0,2}(?:agreed|resolved|decided)(?=\s?(?:[:–—-]|that\b|to\b|by\s|unanimously\b))/iu;

function lastSentence(text: string, vocabulary: Vocabulary): Resolved | undefined {
  if (findWording(text, IT_WAS) === undefined) return undefined;
  const last = sentences(text).at(-1);
  const m = last && last.start > 0 ? IT_WAS_AGREED.exec(text.slice(last.start, last.end)) : null;
  return last && m ? trimmed(text, last.start, last.start, last.start + m[0].length, vocabulary) : undefined;
}

/** A resolution that is a whole sentence: "The recommendations were AGREED." */
const sentenceOf = (text: string, start: number, word: string): Resolved => ({ sentence: start, opening: start, from: start, word: /\p{L}+$/u.exec(word)?.[0] ?? word, manner: '' });

/** What a vote begins with, where it stands after the verb; the expressions for it are not worth compiling for other papers. */
const HOW = /^(?:by|with|on)\s/i;

/** "by 4 votes to 1", "by a majority of 4 votes to 1 with 2 abstentions". */
const BY_SCORE = /^(?:by|with|on)\s(?:an?\s(?:majority|vote)\s(?:vote\s)?(?:of\s)?)?[\p{L}\d-]{1,12}\svotes?\s(?:to|against|in favour)\b\s?[\p{L}\d-]{0,12}(?:,?\s(?:with|and)\s[\p{L}\d-]{1,12}\s(?:against|abst\p{L}+))*(?=\s*(?:[:,;–—-]|that\b|to\b))/iu;

/** "with 4 votes for, none against and 1 abstention, that": whatever it counts, up to what was resolved. */
const WITH_VOTES = /^(?:by|with|on)\s[^:;.]{3,120}?(?=,?\s(?:that|to)\b|\s*[:–—])/iu;

/** Who moved and seconded, in brackets or up to what was resolved; an offer of a look before the longer expression. */
const BY_MOVER = /^(?:\((?:it was |on the )?|on the )?(?:prop|moved|mover|motion)/i;
const MOVED_BY = /^(?:\([^()]{8,160}\)|[^():;]{8,160}?(?=,?\s(?:that|to)\b|\s*[:–—]))/iu;
/** Two names with their titles and posts (characters). */
const LONGEST_MOVER = 180;

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
    // "RESOLVED (prop. Cllr Lane, sec. Cllr Brook) that …", "RESOLVED, on the motion of the Leader, seconded by Cllr Brook, that …"
    const mover = BY_MOVER.test(text.slice(from, from + 20)) ? MOVED_BY.exec(text.slice(from, from + LONGEST_MOVER))?.[0] : undefined;
    if (mover !== undefined && isMoved(mover, vocabulary)) {
      manner.push(mover.replace(/^\(|\)$/gu, ''));
      from += mover.length;
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
