/** Votes: sentences that put something to the vote, tallies ("For (14)") with or without names, and lines that give the result alone. */
import type { Paragraph } from '../../paper/model.js';
import { isCarried, isLost, readVote } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { findWording, openingOf, wordingAt } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Vote } from './schema.js';

export type Side = 'for' | 'against' | 'abstained';

/** A line with a tally and nothing else is short (characters) unless names follow on it. */
const LONGEST_TALLY = 60;
/** A line that counts all sides is one printed line or two (characters). */
const LONGEST_VOTE_LINE = 160;
/** A name with its title (characters). */
const LONGEST_NAME = 60;

export interface Tally { readonly side: Side; readonly count?: number; /** Offset of the names in the text. */ readonly names: number }

/** "For (14)", "AGAINST: 3", "Abstained – Councillors Brook and Lane (2)": a side of a vote; none for other text. */
export function tallyOf(text: string, vocabulary: Vocabulary): Tally | undefined {
  const { voteFor, voteAgainst, voteAbstain, voters, namesBegin, nobody } = vocabulary.words;
  const sides = ([['for', voteFor], ['against', voteAgainst], ['abstained', voteAbstain]] as const)
    .map(([side, words]) => ({ side, opening: openingOf(text, words) })).filter((s) => s.opening)
    .sort((a, b) => (b.opening?.end ?? 0) - (a.opening?.end ?? 0));
  const [best] = sides;
  if (!best?.opening) return undefined;
  const after = text.slice(best.opening.end);
  // "For: 4 Against: 2" on one line is read as a whole.
  if (isVoteLine(text, vocabulary)) return undefined;
  const m = /^\s*(?:[:=–-]\s*)?(?:\(\s*(\d{1,3})\s*\)|(\d{1,3})(?![\da-z\u00c0-\u024f/]))?/i.exec(after);
  const count = m?.[1] ?? m?.[2];
  const counted = after.slice(m?.[0].length ?? 0);
  const who = m?.[2] === undefined || !/^\s/.test(counted) ? undefined : openingOf(counted, voters);
  const rest = counted.slice(who?.end ?? 0).replace(/^\s*[:=–-]?\s*/, '');
  const marked = /^\s*[:=–-]/.test(after) || count !== undefined;
  if (rest.trim() !== '' && !marked) return undefined;
  const none = openingOf(rest, nobody);
  if (rest.trim() === '' || text.length <= LONGEST_TALLY || none || (/^\p{Lu}/u.test(rest) && (openingOf(rest, namesBegin) || /^[^.;:]+,/.test(rest)))) {
    // "… (14)" at the end of the names.
    const end = count === undefined ? /\((\d{1,3})\)\s*\.?\s*$/.exec(rest) : null;
    const number = count ?? end?.[1] ?? (none ? '0' : undefined);
    return { side: best.side, ...(number === undefined ? {} : { count: Number(number) }), names: text.length - rest.length };
  }
  return undefined;
}

/** True for a short line that counts both sides: "For: 4, Against: 2, Abstentions: 1". */
export function isVoteLine(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST_VOTE_LINE || !/\d\D+\d|\d{4}/.test(text)) return false;
  const { voteFor, voteAgainst } = vocabulary.words;
  return findWording(text, voteFor) !== undefined && findWording(text, voteAgainst) !== undefined && readVote(text)?.for !== undefined;
}

/** Names as printed, parted at commas and at the last "and"; letters after a name stay with it. Pure. */
export function namesIn(text: string, { words }: Vocabulary): string[] {
  const bare = text.replace(/\(\d{1,3}\)\s*\.?\s*$/, '').replace(/[.;]\s*$/, '').trim();
  if (bare === '' || bare === '0' || isOneOf(bare, words.nobody)) return [];
  const out: string[] = [];
  for (const part of bare.split(/\s*[,;]\s*|\s+(?:and|&)\s+/)) {
    // "Councillors Brook, Lane": the plural title is the list's, and no part of a name.
    const whole = part.replace(/^and\s+/, '');
    const titles = openingOf(whole, words.pluralTitles);
    const name = (titles && /^\s+\p{Lu}/u.test(whole.slice(titles.end)) ? whole.slice(titles.end) : whole).replace(/\s+[–—-]$/, '').trim();
    if (name === '') continue;
    // "OBE", "MBE": what follows a comma after a name but is none.
    if (/^[A-Z]{2,5}$/.test(name) && out.length > 0) out[out.length - 1] += `, ${name}`;
    else out.push(name);
  }
  return out;
}

/** True for a paragraph that may be the names under a tally: no label, names parted by commas, no sentence. */
export function areNames(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (p.number !== undefined || p.heading) return false;
  return /^\p{Lu}/u.test(p.text) && !/\b(?:was|were|that)\b/i.test(p.text) && !findWording(p.text, vocabulary.words.theMotion) && namesIn(p.text, vocabulary).every((n) => n.length <= LONGEST_NAME);
}

/** "The original motion", "The Chair declared the amendment": what was voted on, at the head of a line that may give its result. */
function isOfMotion(text: string, { words }: Vocabulary): boolean {
  const declared = text.includes(' declared ') ? /^(?:the )?[^\s.,;:]+(?: [^\s.,;:]+)? declared /i.exec(text)?.[0].length : undefined;
  return [declared, 0].some((from) => {
    if (from === undefined) return false;
    let at = from + (/^(?:the|this|that)?\s*/i.exec(text.slice(from))?.[0].length ?? 0);
    for (let kinds = 0; kinds < MOST_KINDS; kinds++) {
      const kind = wordingAt(text, at, words.motionKind);
      if (kind) at = kind.end + (/^\s*/.exec(text.slice(kind.end))?.[0].length ?? 0);
    }
    return wordingAt(text, at, words.motionNoun) !== undefined;
  });
}
/** "The amended substantive motion" is said, and nothing longer. */
const MOST_KINDS = 2;

/** "… agreed by the mover": taken up by somebody, and not voted on. */
const isByMovers = (text: string, vocabulary: Vocabulary): boolean => findWording(text, vocabulary.words.byMovers) !== undefined;

/** True for a line that gives a vote's result and nothing more: "Amendment lost." */
export function isResult(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST_VOTE_LINE) return false;
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/g, '');
  if (bare.length <= 90 && isOneOf(bare, vocabulary.words.result)) return true;
  // "The motion was carried on the Chairman's casting vote."
  const opening = openingOf(bare, vocabulary.words.result);
  const whole = opening !== undefined && opening.wording.includes(' ');
  if (!whole && !isOfMotion(bare, vocabulary)) return false;
  if (/\bthat\b/i.test(bare) || isByMovers(bare, vocabulary)) return false;
  // "The original motion was then put and carried unanimously."
  return whole || isLost(bare) || saysCarried(bare, vocabulary);
}

/** The word right before an offset, and the one before an adverb there: "was unanimously". */
function wordsBefore(text: string, at: number): string[] {
  const m = /\b([a-z]+)\s(?:([a-z]+ly)\s)?$/i.exec(text.slice(Math.max(0, at - LONGEST_NAME), at));
  return [m?.[1], m?.[2]].filter((word) => word !== undefined);
}

/** "with 4", a number in figures. */
const WITH_COUNT = /^\s*with\s\d/i;

/** True where a text says what became of a motion as minutes say it at a vote; "was agreed with the mover", "would be carried over" say something else. */
export function saysCarried(text: string, { words }: Vocabulary): boolean {
  for (let found = findWording(text, words.resultVerb); found; found = findWording(text, words.resultVerb, found.end)) {
    if (!wordsBefore(text, found.start).some((word) => isOneOf(word, words.beforeCarried))) continue;
    const after = text.slice(found.end);
    if (/^\s*(?:$|[.,;:(])/.test(after) || WITH_COUNT.test(after) || openingOf(after, words.afterCarried)) return true;
  }
  return false;
}

/** "The motion was therefore carried": it won, by whatever number of votes. */
export function isMotionCarried(text: string, { words }: Vocabulary): boolean {
  for (let motion = findWording(text, words.motionAlone); motion; motion = findWording(text, words.motionAlone, motion.end)) {
    const from = motion.end + (/^\s+(?:(?:was|is|being|having been)\s+)?(?:(?:therefore|accordingly|duly|declared)\s+)?/i.exec(text.slice(motion.end))?.[0].length ?? 0);
    if (from > motion.end && wordingAt(text, from, words.carried)) return true;
  }
  return false;
}

/** "duly agreed by all", up to the end of the text, and nothing else. */
function isCarriedAlone(text: string, { words }: Vocabulary): boolean {
  const from = /^\s*(?:(?:then|also|[a-z]+ly)\s)?/i.exec(text)?.[0].length ?? 0;
  const carried = wordingAt(text, from, words.carried) ?? openingOf(text, words.carried);
  const rest = carried === undefined ? undefined : text.slice(carried.end);
  return rest !== undefined && (/^\W*$/.test(rest) || (/^\s/.test(rest) && isOneOf(rest.trim(), words.carriedBy)));
}

/**
 * A sentence after the one that moves: "This was seconded by Mr Thomas and agreed unanimously.", "This was agreed."; never "… and agreed by the mover",
 * nor "A similar plan was made last year. This was agreed."
 */
export function isSecondedAndCarried(sentence: string, before: string, vocabulary: Vocabulary): boolean {
  const { thisWas, moved, seconded } = vocabulary.words;
  const opening = openingOf(sentence, thisWas);
  if (opening && isCarriedAlone(sentence.slice(opening.end), vocabulary) && (findWording(before, moved) ?? findWording(before, seconded)) !== undefined) return true;
  return findWording(sentence, seconded) !== undefined && !/\bthat\b/i.test(sentence) && !isByMovers(sentence, vocabulary) && saysCarried(sentence, vocabulary);
}

/** Between "seconded" and "and agreed" stands who seconded (characters). */
const LONGEST_SECONDER = 100;

/** Where "agreed" begins, in "…, seconded by Cllr Brook and agreed." */
function andAgreed(sentence: string, vocabulary: Vocabulary): number | undefined {
  const and = sentence.lastIndexOf(' and ');
  let by: number | undefined;
  for (let found = and < 0 ? undefined : findWording(sentence, vocabulary.words.seconded); found && found.end <= and; found = findWording(sentence, vocabulary.words.seconded, found.end)) by = found.end;
  if (by === undefined || and - by > LONGEST_SECONDER || /[.;:]/.test(sentence.slice(by, and))) return undefined;
  const from = and + ' and '.length;
  return isCarriedAlone(sentence.slice(from).replace(/^(?:(?:it|this)\s)?was\s/i, ''), vocabulary) ? from : undefined;
}

/** A clause at a sentence's end that gives a result has at most this many characters. */
const LONGEST_CLAUSE = 70;

/** "all agreed costs met by the County", "all agreed with the solicitor": what was agreed is no vote. */
function isElseAgreed(clause: string, { words }: Vocabulary): boolean {
  const all = openingOf(clause, words.allAgreed);
  const after = all ? clause.slice(all.end) : '';
  return /^\s/.test(after) && !WITH_COUNT.test(after) && !openingOf(after, words.afterAllAgreed);
}

/** "3 in favour, 1 against"; never "5 for the town, 4 against the harbour wall". */
function isCount(clause: string, { words }: Vocabulary): boolean {
  const number = /^\d{1,3}\s/.exec(clause)?.[0].length ?? 0;
  const who = number > 0 ? wordingAt(clause, number, words.voters) : undefined;
  const ayes = number > 0 ? openingOf(clause.slice(who?.end ?? number), words.inFavour) : undefined;
  if (!ayes) return false;
  const after = clause.slice((who?.end ?? number) + ayes.end);
  const article = /^\s(?:the|a|an|each|every)\s/i.exec(after)?.[0].length;
  return article === undefined || wordingAt(after, article, words.votedOn) !== undefined;
}

/** The words at the end of a sentence that moves something that say what became of it, and where they begin: "… that bins be bought; all in favour." */
export function resultAtEnd(sentence: string, vocabulary: Vocabulary): { readonly start: number; readonly text: string } | undefined {
  const end = sentence.replace(/\.?\s*$/, '').length;
  const clauses = [...sentence.slice(0, end).matchAll(/[.;,–—-]\s+/g)].map((m) => ({ start: m.index, mark: m[0].charAt(0), text: sentence.slice(m.index + m[0].length, end) }));
  const count = clauses.find(({ text }) => /^\d/.test(text) && !/[.;]/.test(text) && text.length <= LONGEST_VOTE_LINE && isCount(text, vocabulary));
  const read = count === undefined ? undefined : readVote(count.text);
  if (count && read?.for !== undefined && (read.against !== undefined || read.abstained !== undefined)) return { start: count.start, text: count.text };
  for (const { start, mark, text } of clauses) {
    const clause = text.replace(/^(?:and|with)\s+/i, '');
    if (mark === '.' || clause.length > LONGEST_CLAUSE || /[;,.]/.test(clause) || !openingOf(clause, vocabulary.words.resultClause)) continue;
    if (isCarried(clause) && !isElseAgreed(clause, vocabulary)) return { start, text: clause };
    break;
  }
  const from = andAgreed(sentence, vocabulary);
  return from === undefined ? undefined : { start: from - ' and '.length, text: sentence.slice(from).replace(/[\s.]+$/, '') };
}

/** True for a paragraph that puts something to the vote. */
export const isToTheVote = (text: string, vocabulary: Vocabulary): boolean => findWording(text, vocabulary.words.toTheVote) !== undefined || isVoteLine(text, vocabulary);

const addText = (vote: Vote, text: string): void => { vote.text = vote.text === undefined ? text : `${vote.text}\n\n${text}`; };

/** Adds to a vote what a sentence or a result line says of it. */
export function addSaid(vote: Vote, text: string): void {
  const read = readVote(text);
  if (read) {
    for (const side of ['for', 'against', 'abstained'] as const) if (read[side] !== undefined) vote[side] ??= read[side];
    if (read.names && vote.names === undefined) vote.names = read.names;
  }
  if (isLost(text)) vote.result = 'lost';
  else if (read?.result !== undefined) vote.result ??= read.result;
  else if (isCarried(text)) vote.result ??= 'carried';
  addText(vote, text);
}

/** Adds a side's tally and names. */
export function addTally(vote: Vote, tally: Tally, names: readonly string[]): void {
  const count = tally.count ?? (names.length > 0 ? names.length : undefined);
  if (count !== undefined) vote[tally.side] = count;
  if (names.length === 0) return;
  vote.names ??= { for: [], against: [], abstained: [] };
  vote.names[tally.side].push(...names);
}

/** The result that the numbers give, where the paper does not say it; and a diagnostic where names and numbers differ. */
export function settle(context: ParseContext, vote: Vote, at: string): void {
  const { for: ayes, against: noes } = vote;
  if (vote.result === undefined && ayes !== undefined && noes !== undefined) vote.result = ayes > noes ? 'carried' : ayes < noes ? 'lost' : 'tied';
  for (const side of ['for', 'against', 'abstained'] as const) {
    const names = vote.names?.[side].length ?? 0;
    const count = vote[side];
    if (names > 0 && count !== undefined && names !== count) {
      context.diagnose('vote-count-differs', 'warning', `The vote counts ${count} ${side}, but ${names} are named.`, at);
    }
  }
}

/** The number that stands right before a wording, or right after it. */
export function countBeside(text: string, found: { start: number; end: number } | undefined): number | undefined {
  if (!found) return undefined;
  const before = /(\d{1,3})\D{0,40}$/.exec(text.slice(Math.max(0, found.start - 60), found.start))?.[1];
  const after = /^\s*[:(–-]?\s*\(?(\d{1,3})(?!\d)/.exec(text.slice(found.end))?.[1];
  return after !== undefined ? Number(after) : before === undefined ? undefined : Number(before);
}
