/** Where a paragraph resolves something: RESOLVED and its like, by their wording and what they go on with. */
import { readVote } from '../../values/index.js';
import { findWording, openingOf, wordingAt } from '../shared/openings.js';
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

/** The first word in capitals inside a sentence that resolves: "After debate it was RESOLVED that …". */
function inCapitals(text: string, { words }: Vocabulary): { readonly index: number; readonly word: string } | undefined {
  // Capitals are rare, and soon told.
  const found = words.resolvedInside?.some((word) => text.includes(word)) === true ? findWording(text, words.resolvedInside) : undefined;
  return found && { index: found.start, word: text.slice(found.start, found.end) };
}

/** True where the opening is followed by what a resolution goes on with: its end, a mark, "that", "to", or a capital after a mark. */
function goesOn(word: string, after: string, vocabulary: Vocabulary): boolean {
  if (saidOfMinutes(word, after, vocabulary)) return false;
  if (/^\s*$/.test(after) || /^\s*[:–—\-.,(]/.test(after) || /[:–-]$/.test(word)) return true;
  if (openingOf(after, vocabulary.words.resolvedGoesOn)) return true;
  // "Penderfynwyd derbyn …": the verb of what was resolved follows at once.
  if (word.toLowerCase() === 'penderfynwyd') return /^\s+\p{Ll}/u.test(after);
  // "RESOLVED The report be noted", in capitals; "Resolved issues" is a heading of its own.
  return !/\p{Ll}/u.test(word) || / (?:that|to)$/i.test(word);
}

/** "The Chair agreed that …", "The Clerk agreed to …": one person's word, whom alone no meeting is. In capitals it is the meeting's all the same. */
export function isSaidByOne(opening: string, vocabulary: Vocabulary): boolean {
  const who = /^the\s(.*?)\sagreed\b/i.exec(opening)?.[1];
  return who !== undefined && !/\bAGREED\b/.test(opening) && isOneOf(who, vocabulary.words.speaksAlone);
}

/** What says what something was, behind its subject. */
const BE = /\s(?:was|were|is|are|(?:had|has|have) been)\s/;
/** The subject of what is only thought has at most this many words, and no clause or mark in it: "the Clerk say the site" has a verb and its object. */
const SUBJECT_WORDS = 6;
const NO_SUBJECT = /[,;:]|(?<!^|\b(?:of|in|at|on|for|to|from|with|by|near|through|along))\s(?:the|an?|that|it|they|this|these|its|their)\b/i;
/** What another clause begins with. */
const ANOTHER = /\s?[,;:]\s?(?:and\s|but\s|so\s)?|\s(?:and|but|so)\s/;
/** True where all that a sentence says is what something was like. `ofThem` says that it goes on with the subject of the clause before. */
function describes(sentence: string, vocabulary: Vocabulary, ofThem = false): boolean {
  const said = sentence.replace(/^\s*(?:that\s)?\s*/i, '');
  const be = BE.exec(` ${said}`);
  const subject = said.slice(0, Math.max(0, (be?.index ?? 0) - 1));
  if (!be ? !ofThem : subject === '' || isOfMinutes(subject, vocabulary) || NO_SUBJECT.test(subject) || subject.split(/\s+/).length > SUBJECT_WORDS) return false;
  const like = said.slice(be ? be.index + be[0].length - 1 : 0).replace(/^(?:(?:not|very|most|also|so|quite|[a-z]+ly)\s){1,2}/, '');
  const word = openingOf(like, vocabulary.words.evaluative);
  if (!word) return false;
  const rest = like.slice(word.end);
  const more = ANOTHER.exec(rest);
  // "… important that a survey be made": it may be what is to be done.
  if (/\b(?:that|be|would|should|will|shall|must)\b/.test(rest.slice(0, more?.index))) return false;
  return !more || describes(rest.slice(more.index + more[0].length), vocabulary, true);
}

/**
 * "Members agreed that the junction was dangerous": what they think, and nothing that is done about it. Only members at large think; what "it was agreed"
 * or a body agreed is decided. `opening` is "Members agreed" with its "that" or without, `said` what follows.
 */
export function isThought(opening: string, said: string, vocabulary: Vocabulary): boolean {
  if (!/\bagreed(?:\sthat)?\s*$/.test(opening) || !openingOf(opening, vocabulary.words.membersAgreed)) return false;
  const [first] = sentences(said);
  return describes((first ? said.slice(first.start, first.end) : said).replace(/\s*\.\s*$/, ''), vocabulary);
}

/** "Having considered the report, the Committee agreed:-": what was agreed is the list below. "It had been agreed:" tells of another time. */
function closingWord(text: string, vocabulary: Vocabulary): { readonly index: number; readonly word: string } | undefined {
  const { resolvingVerb, whoResolves, havingDone } = vocabulary.words;
  const marks = /:\s?[-–—]?\s*$/.exec(text.slice(-MARKS_AT_END))?.[0];
  if (marks === undefined || isAtAnotherTime(text, vocabulary)) return undefined;
  const said = text.slice(0, text.length - marks.length).replace(/\s$/, '').replace(/\s(?:that|to)$/i, '');
  const word = /(?<=[\s,])[a-z]+$/i.exec(said)?.[0] ?? '';
  const index = said.length - word.length;
  const before = said.slice(0, index);
  // One sentence, that says who resolves or what was done before.
  if (before.length > LONGEST_CLAUSE || /[.;:]/.test(before) || !isOneOf(word, resolvingVerb)) return undefined;
  return openingOf(before, havingDone) ?? findWording(before, whoResolves) ? { index, word } : undefined;
}
/** A colon, a dash and the spaces around them at the end of a paragraph, in characters. */
const MARKS_AT_END = 8;
/** What a body did before it resolved takes a sentence of two such halves (characters). */
const LONGEST_CLAUSE = 600;

/** "… it had been agreed", "had already resolved". */
function isAtAnotherTime(text: string, { words }: Vocabulary): boolean {
  const verb = /had\s/i.test(text) ? /\bhad\s(?:[^\s.,;:()]+\s){0,2}?([a-z]+)(?:\s(?:that|to))?\W*$/i.exec(text)?.[1] : undefined;
  return verb !== undefined && isOneOf(verb, words.doneBefore);
}

/** The letters at the end of a text. */
const lastWordOf = (text: string): string => (/(?<![^\0-\u007f])[A-Za-z]+$/.exec(text) ?? /\p{L}+$/u.exec(text))?.[0] ?? '';

/** "The report was", "All three recommendations were duly": the verb after it says what became of its subject; "it was" has none. */
const BE_AT_END = /.\b(?:was|were|is|are|be|been|being)$/is;
const ADVERB_AT_END = /\s(?:\S+ly|then|also|therefore)$/i;
const IT_IS = /^(?:[^.;:]*\s)?it\s(?:was|is)\b/i;
const endsInBe = (said: string): boolean => (BE_AT_END.test(said) || BE_AT_END.test(said.replace(ADVERB_AT_END, ''))) && !IT_IS.test(said);
/** … and nothing but how it was done stands after the verb: no list, and no "that". */
const OF_ITS_SUBJECT = /^\s*(?:$|[.,;(]|(?:as|by|subject|with|without|unanimously|nem|on|in|for)\b)/i;

/** True where the sentence says that its subject was agreed, noted or the like: the whole sentence is what was decided. */
function isPassive(sentence: string, word: string, after: string): boolean {
  const verb = lastWordOf(word);
  return verb !== '' && endsInBe(`${sentence}${word}`.slice(0, -verb.length).trim()) && OF_ITS_SUBJECT.test(after);
}

/** "It was proposed by Cllr Lane, seconded by Cllr Brook and agreed that …": moved and agreed in one breath. */
const AND_AGREED = /\sand\s(?:(?:it\s)?was\s)?(?:(?:then|also|therefore|[a-z]+ly)\s){0,2}/gi;
/** Between "seconded" and "and agreed" stands who seconded (characters). */
const LONGEST_SECONDER = 120;

/** "It was recalled that in 2019 it was proposed …", "At the County Council a motion was proposed …": moved by others, or on another day. */
function isElsewhere(sentence: string, { words }: Vocabulary): boolean {
  return /^(?:at|in|on|last)\s/i.test(sentence) || (findWording(sentence, words.told)?.start ?? Infinity) <= EARLY;
}
/** What is told of another day says so within this many characters. */
const EARLY = 80;

function agreedWhenSeconded(text: string, vocabulary: Vocabulary): { readonly index: number; readonly word: string } | undefined {
  const { seconded, resolvingVerb, ofTheMotion } = vocabulary.words;
  for (let second = findWording(text, seconded); second; second = findWording(text, seconded, second.end)) {
    const { start, end: from } = second;
    for (const m of text.slice(from, from + LONGEST_SECONDER * 2).matchAll(AND_AGREED)) {
      if (m.index > LONGEST_SECONDER || /[.;:]/.test(text.slice(from, from + m.index))) break;
      const verb = wordingAt(text, from + m.index + m[0].length, resolvingVerb);
      if (!verb || !/^\s(?:unanimously\s)?(?:that|to)\s/i.test(text.slice(verb.end))) continue;
      const said = sentences(text).find((s) => s.start <= start && start < s.end);
      const sentence = said ? text.slice(said.start, verb.end) : text;
      // "An officer had been seconded from the County and it was agreed that …": nobody moves anything. "… and agreed to withdraw the motion": how the motion went on.
      if (!isMoved(sentence, vocabulary) || isElsewhere(sentence, vocabulary) || openingOf(text.slice(verb.end), ofTheMotion)) return undefined;
      return { index: verb.start, word: text.slice(verb.start, verb.end) };
    }
  }
  return undefined;
}

/** What else a body did before it agreed to something, in one sentence. To receive or welcome leads up to it; RESOLVED in capitals says where it begins. */
function isDoneAndAgreed(word: string, { words }: Vocabulary): boolean {
  const and = word.includes(' and ') ? /\sand\s(?:also\s|[a-z]+ly\s)?(?=[a-z]+(?:\s(?:that|to))?$)/.exec(word) : null;
  return and !== null && wordingAt(word, and.index + and[0].length, words.resolvingVerb) !== undefined && (findWording(word.slice(0, and.index), words.alsoDid)?.start ?? 0) > 0;
}

/** Finds what a paragraph resolves: at its start, or by a word in capitals later on. */
export function resolvedIn(text: string, vocabulary: Vocabulary): Resolved | undefined {
  const opening = openingOf(text, vocabulary.words.resolved);
  if (opening && !isSaidByOne(text.slice(opening.start, opening.end), vocabulary) && !isThought(text.slice(opening.start, opening.end), text.slice(opening.end), vocabulary) && goesOn(text.slice(opening.start, opening.end), text.slice(opening.end), vocabulary)) {
    const word = text.slice(opening.start, opening.end);
    if (isAtAnotherTime(word, vocabulary)) return undefined;
    // "The Panel noted the programme and agreed to add an item.": two things were done, and the sentence says both.
    if (isDoneAndAgreed(word, vocabulary)) return { ...sentenceOf(text, 0, word), from: opening.start };
    if (!isPassive('', word, text.slice(opening.end))) return trimmed(text, 0, opening.start, opening.end, vocabulary);
    // "The plan was agreed", in small letters, may be debate: only its place in the item can tell.
    return /\p{Ll}$/u.test(word) ? undefined : sentenceOf(text, 0, word);
  }
  const inside = inCapitals(text, vocabulary) ?? closingWord(text, vocabulary) ?? agreedWhenSeconded(text, vocabulary);
  if (!inside) return lastSentence(text, vocabulary);
  const sentence = sentences(text).find((s) => s.start <= inside.index && inside.index < s.end)?.start ?? 0;
  const end = inside.index + inside.word.length;
  if (isPassive(text.slice(sentence, inside.index), inside.word, text.slice(end))) return sentenceOf(text, sentence, inside.word);
  return trimmed(text, sentence, inside.index, end, vocabulary);
}

/** "… It was decided by 4 votes to 1 to object.", as the last of several sentences. */
const IT_WAS = /^it was (?:(?:also|then|therefore|further|[a-z]+ly)\s){0,2}/i;
const IT_GOES_ON = /^\s?(?:[:–—-]|that\b|to\b|by\s|unanimously\b)/i;

function lastSentence(text: string, vocabulary: Vocabulary): Resolved | undefined {
  if (!text.includes(' was ')) return undefined;
  const last = sentences(text).at(-1);
  const was = last && last.start > 0 ? IT_WAS.exec(text.slice(last.start, last.end))?.[0].length : undefined;
  const verb = last && was !== undefined ? wordingAt(text, last.start + was, vocabulary.words.resolvingVerb) : undefined;
  return last && verb && IT_GOES_ON.test(text.slice(verb.end)) ? trimmed(text, last.start, last.start, verb.end, vocabulary) : undefined;
}

/** A resolution that is a whole sentence: "The recommendations were AGREED." */
const sentenceOf = (text: string, start: number, word: string): Resolved => ({ sentence: start, opening: start, from: start, word: lastWordOf(word) || word, manner: '' });

/** What a vote begins with, where it stands after the verb; the expressions for it are not worth compiling for other papers. */
const HOW = /^(?:by|with|on)\s/i;

/** "by 4 votes to 1", "by a majority of 4 votes to 1 with 2 abstentions". */
const BY_SCORE = /^(?:by|with|on)\s(?:an?\s(?:majority|vote)\s(?:vote\s)?(?:of\s)?)?[\p{L}\d-]{1,12}\svotes?\s(?:to|against|in favour)\b\s?[\p{L}\d-]{0,12}(?:,?\s(?:with|and)\s[\p{L}\d-]{1,12}\s(?:against|abst\p{L}+))*(?=\s*(?:[:,;–—-]|that\b|to\b))/iu;

/** "with 4 votes for, none against and 1 abstention, that": whatever it counts, up to what was resolved. */
const WITH_VOTES = /^(?:by|with|on)\s[^:;.]{3,120}?(?=,?\s(?:that|to)\b|\s*[:–—])/i;

/** Who moved and seconded, in brackets or up to what was resolved; an offer of a look before the longer expression. */
const BY_MOVER = /^(?:\((?:it was |on the )?|on the )?(?:prop|moved|mover|motion)/i;
const MOVED_BY = /^(?:\([^()]{8,160}\)|[^():;]{8,160}?(?=,?\s(?:that|to)\b|\s*[:–—]))/i;
/** Two names with their titles and posts (characters). */
const LONGEST_MOVER = 180;

/** "TO THE MAYOR", "to Full Council:", and no more. */
const TO_WHOM = /^\s+[Tt][Oo]\s+(?:(?:the|THE)\s+)?\p{Lu}[\p{L}&-]*(?:\s(?:(?:and|of|for|the)\s)?\p{Lu}[\p{L}&-]*){0,5}\s*[:–—-]?$/u;

function trimmed(text: string, sentence: number, opening: number, end: number, vocabulary: Vocabulary): Resolved {
  let from = end;
  // "Agreed that", "It was agreed to": the joining word belongs to what was agreed.
  const joined = /\s(that|to)$/i.exec(text.slice(opening, end));
  if (joined?.[1]) from = end - joined[1].length;
  // "PENDERFYNWYD / RESOLVED": the same word in the other language.
  const slash = /^\s*[/|]\s*/.exec(text.slice(from));
  const other = slash ? openingOf(text.slice(from + slash[0].length), vocabulary.words.resolved) : undefined;
  if (slash && other) from += slash[0].length + other.end;
  const manner: string[] = [];
  // "RECOMMENDED TO THE MAYOR", and what in the next paragraph.
  const toWhom = /recommended$/i.test(text.slice(opening, from)) ? TO_WHOM.exec(text.slice(from, from + 80)) : null;
  if (toWhom && from + toWhom[0].length === text.length) return { sentence, opening, from: text.length, word: text.slice(opening).replace(/[\s:–—-]+$/, ''), manner: '' };
  for (let step = 0; step < 4; step++) {
    const mark = /^[\s:;,.–—-]+/.exec(text.slice(from));
    if (mark) from += mark[0].length;
    // "RESOLVED by 6 votes to 2 –", "RESOLVED (6 for, 2 against) –": the vote.
    const score = !HOW.test(text.slice(from, from + 5)) ? undefined : BY_SCORE.exec(text.slice(from, from + 80))?.[0] ?? WITH_VOTES.exec(text.slice(from, from + 160))?.[0];
    if (score !== undefined && readVote(score)?.for !== undefined) {
      manner.push(score.trim());
      from += score.length;
      continue;
    }
    const vote = /^\(([^()]{3,120})\)/.exec(text.slice(from, from + 130));
    if (vote?.[1] && (readVote(vote[1]) !== undefined || findWording(vote[1], vocabulary.words.votedSo))) {
      manner.push(vote[1]);
      from += vote[0].length;
      continue;
    }
    // "RESOLVED (prop. Cllr Lane, sec. Cllr Brook) that …", "RESOLVED, on the motion of the Leader, seconded by Cllr Brook, that …"
    const mover = BY_MOVER.test(text.slice(from, from + 20)) ? MOVED_BY.exec(text.slice(from, from + LONGEST_MOVER))?.[0] : undefined;
    if (mover !== undefined && isMoved(mover, vocabulary)) {
      manner.push(mover.replace(/^\(|\)$/g, ''));
      from += mover.length;
      continue;
    }
    const word = openingOf(text.slice(from), vocabulary.words.afterResolved);
    if (!word) break;
    manner.push(text.slice(from + word.start, from + word.end));
    from += word.end;
  }
  return { sentence, opening, from, word: text.slice(opening, end).replace(/[\s:–-]+$/, ''), manner: manner.join(' ') };
}

/** "The minutes were agreed by the Chairman to be too long": what was said of them, unless it was that they are a record. */
export function saidOfMinutes(opening: string, after: string, vocabulary: Vocabulary): boolean {
  const toBe = isOfMinutes(opening, vocabulary) ? /^\s+by\b[^.;]{1,80}?\bto be\s+/i.exec(after) : null;
  return toBe !== null && wordingAt(after, toBe[0].length, vocabulary.words.trueRecord) === undefined;
}

/** What minutes are called, alone or with an article: minutes that were "a good record" are agreed. */
export const isOfMinutes = (text: string, vocabulary: Vocabulary): boolean => openingOf(text, vocabulary.words.minutesThemselves) !== undefined;
