/** Votes: sentences that put something to the vote, tallies ("For (14)") with or without names, and lines that give the result alone. */
import type { Paragraph } from '../../paper/model.js';
import { isCarried, isLost, readVote } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { findWording, openingOf } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Vote } from './schema.js';

export type Side = 'for' | 'against' | 'abstained';

/** A line with a tally and nothing else is short (characters) unless names follow on it. */
const LONGEST_TALLY = 60;
/** A line that counts all sides is one printed line or two (characters). */
const LONGEST_VOTE_LINE = 160;

export interface Tally { readonly side: Side; readonly count?: number; /** Offset of the names in the text. */ readonly names: number }

/** "For (14)", "AGAINST: 3", "Abstained – Councillors Brook and Lane (2)": a side of a vote; none for other text. */
export function tallyOf(text: string, vocabulary: Vocabulary): Tally | undefined {
  const { voteFor, voteAgainst, voteAbstain } = vocabulary.words;
  const sides = ([['for', voteFor], ['against', voteAgainst], ['abstained', voteAbstain]] as const)
    .map(([side, words]) => ({ side, opening: openingOf(text, words) })).filter((s) => s.opening)
    .sort((a, b) => (b.opening?.end ?? 0) - (a.opening?.end ?? 0));
  const [best] = sides;
  if (!best?.opening) return undefined;
  const after = text.slice(best.opening.end);
  // "For: 4 Against: 2" on one line is read as a whole.
  if (isVoteLine(text, vocabulary)) return undefined;
  const m = /^\s*(?:[:=–-]\s*)?(?:\(\s*(\d{1,3})\s*\)|(\d{1,3})(?![\d\p{L}/])(?:\s+(?:votes?|members?|councillors?))?)?\s*[:=–-]?\s*/iu.exec(after);
  const count = m?.[1] ?? m?.[2];
  const rest = after.slice(m?.[0].length ?? 0);
  const marked = /^\s*[:=–-]/u.test(after) || count !== undefined;
  if (rest.trim() !== '' && !marked) return undefined;
  if (rest.trim() === '' || text.length <= LONGEST_TALLY || /^(?:Councillors?|Cllrs?|Members?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|The Mayor|None|Nil)\b/u.test(rest) || /^\p{Lu}[^.;:]*,/u.test(rest)) {
    // "… (14)" at the end of the names.
    const end = count === undefined ? /\((\d{1,3})\)\s*\.?\s*$/.exec(rest) : null;
    const number = count ?? end?.[1] ?? (/^\s*(?:none|nil)\b/iu.test(rest) ? '0' : undefined);
    return { side: best.side, ...(number === undefined ? {} : { count: Number(number) }), names: text.length - rest.length };
  }
  return undefined;
}

/** True for a short line that counts both sides: "For: 4, Against: 2, Abstentions: 1". */
export function isVoteLine(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST_VOTE_LINE) return false;
  const { voteFor, voteAgainst } = vocabulary.words;
  return findWording(text, voteFor) !== undefined && findWording(text, voteAgainst) !== undefined && (text.match(/\d{1,3}/gu)?.length ?? 0) >= 2 && readVote(text)?.for !== undefined;
}

/** Names as printed, parted at commas and at the last "and"; letters after a name stay with it. Pure. */
export function namesIn(text: string): string[] {
  const bare = text.replace(/\(\d{1,3}\)\s*\.?\s*$/u, '').replace(/[.;]\s*$/u, '').trim();
  if (bare === '' || /^(?:none|nil|0)$/iu.test(bare)) return [];
  const out: string[] = [];
  for (const part of bare.split(/\s*[,;]\s*|\s+(?:and|&)\s+/u)) {
    // "Councillors Brook, Lane": the plural title is the list's, and no part of a name.
    const name = part.replace(/^and\s+/u, '').replace(/^(?:councillors|cllrs|members|messrs)\s+(?=\p{Lu})/iu, '').replace(/\s+[–—-]$/u, '').trim();
    if (name === '') continue;
    // "OBE", "MBE": what follows a comma after a name but is none.
    if (/^[A-Z]{2,5}$/.test(name) && out.length > 0) out[out.length - 1] += `, ${name}`;
    else out.push(name);
  }
  return out;
}

/** True for a paragraph that may be the names under a tally: no label, names parted by commas, no sentence. */
export function areNames(p: Paragraph): boolean {
  if (p.number !== undefined || p.heading) return false;
  return /^\p{Lu}/u.test(p.text) && !/\b(?:was|were|the motion|that)\b/iu.test(p.text) && namesIn(p.text).every((n) => n.length <= 60);
}

/** "The original motion", "The amendment, on being put,": what was voted on, at the head of a line that may give its result. */
const PUT = /^(?:(?:the )?[\p{L}-]+(?: [\p{L}-]+)? declared )?(?:the|this|that)?\s*(?:(?:original|substantive|main|first|second|third|further|final|amended|composite)\s+){0,2}(?:motion|amendment|proposition)\b/iu;

/** True for a line that gives a vote's result and nothing more: "Amendment lost." */
export function isResult(text: string, vocabulary: Vocabulary): boolean {
  if (text.length > LONGEST_VOTE_LINE) return false;
  const bare = text.replace(/^[([]\s*|\s*[)\]]$/gu, '');
  if (bare.length <= 90 && isOneOf(bare, vocabulary.words.result)) return true;
  // "The motion was carried on the Chairman's casting vote."
  const opening = openingOf(bare, vocabulary.words.result);
  if (/\bthat\b|\bby (?:the|its|both) (?:movers?|proposers?|seconders?)\b/iu.test(bare)) return false;
  if (opening !== undefined && opening.wording.includes(' ')) return true;
  // "The original motion was then put and carried unanimously."
  return PUT.test(bare) && (isLost(bare) || RESULT_VERB.test(bare));
}

/** What became of it, as minutes say it at a vote; "was agreed with the mover", "would be carried over" say something else. */
const RESULT_VERB = /\b(?:was|were|being|put|and|is|declared|therefore|accordingly|then|duly|motion|amendment|proposition)\s(?:\p{Ll}+ly\s)?(?:carried|passed|agreed)\b(?=\s*(?:$|[.,;:(]|unanimously|nem|by|on|with\s(?:\d|no|one|two|three|four)))/iu;

/** "This was agreed by all.", right after the sentence that moves it. */
const THIS_AGREED = /^(?:this|it|which|the proposal)\s(?:was|were)\s(?:(?:duly|then|also|unanimously)\s)?(?:agreed|carried|approved|passed)(?:\s(?:by all(?: present)?|by everyone|unanimously|nem\.? con\.?))?\W*$/iu;
const BY_MOVERS = /\bby (?:the|its|both) (?:movers?|proposers?|seconders?)\b/iu;

/** A sentence that moves or seconds: what "This was agreed." right after it speaks of. */
const MOVES = /\b(?:seconde[dr]|moved|mover|proposed|proposer)\b/iu;

/**
 * A sentence after the one that moves: "This was seconded by Mr Thomas and agreed unanimously.", "This was agreed."; never "… and agreed by the mover",
 * nor "A similar plan was made last year. This was agreed."
 */
export const isSecondedAndCarried = (sentence: string, before: string): boolean =>
  (THIS_AGREED.test(sentence) && MOVES.test(before)) || (/\bseconded\b/iu.test(sentence) && !/\bthat\b/iu.test(sentence) && !BY_MOVERS.test(sentence) && RESULT_VERB.test(sentence));

/** "…, seconded by Cllr Brook and agreed.", "… that bins be bought; all in favour.": the result at the end of the sentence that moves. */
const AND_AGREED = /\bseconded\b[^.;:]{0,100}?\sand\s(?:(?:it|this)\swas\s|was\s)?(?:(?:duly|then|unanimously)\s)?(?:carried|agreed|approved|passed)(?:\s(?:unanimously|by all|nem\.? con\.?))?\W*$/iu;
const LAST_CLAUSE = /[;,–—-]\s+(?:and\s+|with\s+)?((?:all|carried|unanimous|agreed|passed|approved)\b[^;,.]{0,60})\.?\s*$/iu;
/** "all agreed costs met by the County", "all agreed with the solicitor": what was agreed is no vote. */
const ALL_AGREED_ELSE = /^all\s(?:present\s|members\s|councillors\s)?agreed\s(?!unanimously\b|nem\b|by\b|except\b|apart\b|and carried\b|with\s(?:\d|no|one|two|three|four|the exception)\b)/iu;

/** "…, seconded by Cllr Brook. 3 in favour, 1 against."; never "5 for the town, 4 against the harbour wall". */
const COUNT_AT_END = /[.;,–—-]\s+(\d{1,3}\s(?:votes?\s)?(?:in favour|for)\b(?!\s(?:the|a|an|each|every)\s(?!motion|proposal|amendment|recommendation|resolution))[^.;]{2,80})\.?\s*$/iu;

/** The words at the end of a sentence that moves something that say what became of it, and where they begin. */
export function resultAtEnd(sentence: string): { readonly start: number; readonly text: string } | undefined {
  const count = COUNT_AT_END.exec(sentence);
  const read = count?.[1] === undefined ? undefined : readVote(count[1]);
  if (count?.[1] && read?.for !== undefined && (read.against !== undefined || read.abstained !== undefined)) return { start: count.index, text: count[1] };
  const clause = LAST_CLAUSE.exec(sentence);
  if (clause?.[1] && isCarried(clause[1]) && !ALL_AGREED_ELSE.test(clause[1])) return { start: clause.index, text: clause[1] };
  const agreed = /seconded/iu.test(sentence) ? AND_AGREED.exec(sentence) : null;
  if (!agreed) return undefined;
  const start = sentence.lastIndexOf(' and ');
  return { start, text: sentence.slice(start + ' and '.length).replace(/[\s.]+$/u, '') };
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
  const before = /(\d{1,3})\D{0,40}$/u.exec(text.slice(Math.max(0, found.start - 60), found.start))?.[1];
  const after = /^\s*[:(–-]?\s*\(?(\d{1,3})(?!\d)/u.exec(text.slice(found.end))?.[1];
  return after !== undefined ? Number(after) : before === undefined ? undefined : Number(before);
}
