/** Motions and amendments: the paragraph that says who moved and seconded, with all that it quotes. */
import { places } from '../../paper/ledger.js';
import type { Locator } from '../../paper/locator.js';
import type { Paragraph } from '../../paper/model.js';
import { eachParagraph, printed } from '../../paper/walk.js';
import { readMovers, readParty, type Party } from '../../values/index.js';
import { introduces } from '../shared/nesting.js';
import { findWording, wordingAt } from '../shared/openings.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { isMoved } from './outline.js';
import { blocksOf, type Point } from './points.js';
import type { Vote } from './schema.js';
import { addSaid, isResult, isSecondedAndCarried, isToTheVote, resultAtEnd } from './votes.js';

export interface Motion {
  /** Indices of the points that the motion takes, from the one that moves it to the end of what it quotes. */
  readonly first: number;
  readonly last: number;
  readonly number?: string;
  /** The mover's paragraph and what it quotes, labels as printed. */
  readonly motion: string;
  /** What was moved, without who moved it. */
  readonly moved: string;
  readonly amendment: boolean;
  readonly mover?: Party;
  readonly seconder?: Party;
  readonly at: { at: string; until?: string };
  vote?: Vote;
  /** Only who moved and seconded, without what: its vote decides nothing that the paper says. */
  readonly bare?: true;
  /** Indices of the points that speak of its vote. */
  readonly voted: number[];
  /** The heading that it stands under ("Motion"), which it takes with it. */
  readonly heading?: { readonly text: string; readonly at: string };
}

/** A remark on who moved: "Proposed Cllr Lane, seconded Cllr Brook", "Proposed by: … Seconded by: …", or a sentence. */
export function moversIn(text: string, vocabulary: Vocabulary): { mover?: Party; seconder?: Party } {
  // "Proposed Cllr Lane, seconded Cllr Brook, all in favour."
  const result = resultAtEnd(text, vocabulary);
  if (result && findWording(text.slice(0, result.start), vocabulary.words.seconderShort)) return moversIn(text.slice(0, result.start), vocabulary);
  const [first, ...others] = sentences(text);
  // "… Seconded: Cllr Lane. All in favour."
  if (first && others.length > 0 && findWording(text.slice(first.start, first.end), vocabulary.words.seconded)) return moversIn(text.slice(first.start, first.end), vocabulary);
  const short = shortMovers(text, vocabulary);
  return short ? { mover: readParty(short.mover), seconder: readParty(short.seconder) } : readMovers(text);
}

/** Somebody's name and post, in a remark on who moved (characters). */
const LONGEST_MOVER = 81;

/** "by", a colon, and white space between what says that somebody moved and the name. */
const BY = /^(?:\s+by)?\s*:?\s+(?=\S)/i;

/** "Proposed by: Cllr Lane, and duly seconded by Cllr Brook.", and nothing else: the two names. */
function shortMovers(text: string, { words }: Vocabulary): { mover: string; seconder: string } | undefined {
  const from = /^\W*/.exec(text)?.[0].length ?? 0;
  const moves = wordingAt(text, from, words.moverShort);
  const name = moves ? BY.exec(text.slice(moves.end))?.[0].length : undefined;
  if (!moves || name === undefined || /\bthat\b/i.test(text) || findWording(text, words.theMotion)) return undefined;
  const begins = moves.end + name;
  for (let second = findWording(text, words.seconderShort, begins + 1); second; second = findWording(text, words.seconderShort, second.end)) {
    const before = text.slice(begins, second.start);
    const mover = before.replace(/[\s,;.–-]+(?:and\s+)?(?:duly\s+)?$/i, '');
    const after = text.slice(second.end);
    const seconder = after.replace(BY, '').replace(/\s*[.):;]*$/, '');
    if (mover !== before && !/\n/.test(text) && mover.length > 1 && mover.length <= LONGEST_MOVER && BY.test(after) && seconder.length > 1 && seconder.length <= LONGEST_MOVER) return { mover, seconder };
  }
  return undefined;
}

/** Points that one quotation may take: a motion of two pages has some thirty. */
const LONGEST_QUOTATION = 60;

const opensQuote = (text: string): boolean => /^["“]/.test(text);
/** A quotation has ended where the text ends in a closing mark, whatever stop stands beside it. */
const closesQuote = (text: string): boolean => /["”][.,;]?\s*$/.test(text) && !/^["“][^"”]*$/.test(text);
const balanced = (text: string): number => (text.match(/“/g)?.length ?? 0) - (text.match(/”/g)?.length ?? 0);

/** Reads the motion that begins at a point; `undefined` where the point moves nothing. `ends` says where the quotation must stop. */
export function readMotion(points: readonly Point[], first: number, vocabulary: Vocabulary, ends: (point: Point) => boolean): Motion | undefined {
  const point = points[first];
  if (!point || !isMoved(point.lead.text, vocabulary)) return undefined;
  const { lead } = point;
  const { mover, seconder } = readMovers(lead.text);
  let last = first;
  const own = paragraphsOf(point);
  const ownText = own.map((p) => p.text).join('\n');
  let open = balanced(ownText) > 0;
  const next = points[first + 1];
  // "… seconded the motion that", then the quotation as paragraphs of their own.
  if (!open && own.length === 1 && next && next.lead.number === undefined && !ends(next) && (opensQuote(next.lead.text) || (introduces(lead.text) && !/[”"]\s*$/.test(lead.text)))) {
    last = first + 1;
    open = opensQuote(next.lead.text) && !closesAnywhere(next);
  }
  const stop = Math.min(points.length - 1, first + LONGEST_QUOTATION);
  while (open && last < stop) {
    const following = points[last + 1];
    // The item's own next number, or a vote, ends a quotation whose closing mark was left out.
    if (!following || (following.lead.number !== undefined && lead.number !== undefined && !following.lead.bullet && isNext(lead, following.lead)) || ends(following)) break;
    last++;
    open = !closesAnywhere(following);
  }
  const taken = points.slice(first, last + 1).flatMap(paragraphsOf);
  const [head, ...tail] = taken;
  if (!head) return undefined;
  const motion = [head.text, ...tail.map(printed)].join('\n\n');
  const at = places(head.at, (taken.at(-1) ?? head).until ?? (taken.length > 1 ? endOf(taken.at(-1)) : head.until));
  const amends = findWording(lead.text, vocabulary.words.amendment);
  const quoteAt = lead.text.search(/["“]/);
  return {
    first, last, motion, moved: movedText(lead, tail, vocabulary), at, voted: [],
    ...(lead.number === undefined ? {} : { number: lead.number }),
    amendment: amends !== undefined && (quoteAt < 0 || amends.start < quoteAt) && !/\bas amended\b/i.test(lead.text),
    ...(mover ? { mover } : {}), ...(seconder ? { seconder } : {}),
  };
}

/** "… On being put to the vote the amendment was lost.", in the paragraph that moves it: what its sentences say of the vote goes to the motion that is open. */
export function voteInMotion(open: Motion, text: string, vocabulary: Vocabulary): void {
  let before = '';
  for (const [k, s] of sentences(text).entries()) {
    const sentence = text.slice(s.start, s.end);
    const atEnd = isMoved(sentence, vocabulary) ? resultAtEnd(sentence, vocabulary) : undefined;
    if (atEnd) {
      addSaid((open.vote ??= {}), atEnd.text);
      if (open.vote.for === undefined) open.vote.result ??= 'carried';
    } else if (k > 0 && (isToTheVote(sentence, vocabulary) || isResult(sentence, vocabulary) || isSecondedAndCarried(sentence, before, vocabulary))) addSaid((open.vote ??= {}), sentence);
    before = sentence;
  }
}

const endOf = (p: Paragraph | undefined): Locator | undefined => p?.until ?? p?.at;

const paragraphsOf = (point: Point): Paragraph[] => eachParagraph(blocksOf(point));

function closesAnywhere(point: Point): boolean {
  const all = paragraphsOf(point);
  return all.some((p) => closesQuote(p.text)) && balanced(all.map((p) => p.text).join('')) <= 0;
}

/** True where the second label is the number after the first. */
function isNext(a: Paragraph, b: Paragraph): boolean {
  return Number(b.number) === Number(a.number) + 1;
}

/** "to delete …", not "to the motion": what is to be done begins with a verb. */
const TO_BE_DONE = /(?:seconded|seconder|moved|proposed)\b.{0,160}?[\s,]((?:that\b|to\s(?!(?:the|an?|this|these|its|his|her|their|be put)\b)(?=[a-z\u00c0-\u024f])).*)$/is;

/** ", seconded by Cllr Brook and agreed": who seconded, at the end of what was moved. */
const SECONDED_AT_END = /[\s,;–-]+(?:and\s|which was\s|this was\s)?(?:duly\s)?seconded\b(?:\sby)?\s*:?\s(?=[a-z\u00c0-\u024f])[^.;:]{2,120}(?:\.\s\d[^.]{2,80})?\.?\s*$/i;
/** "Seconded by Cllr Brook.", a sentence after what was moved. */
const IS_SECONDED = /^(?:(?:this|it|which) was )?(?:duly )?(?:seconded|seconder)\b/i;

/** What was moved, without who seconded it and what became of it where the same paragraph goes on to say so. */
function movedText(lead: Paragraph, tail: readonly Paragraph[], vocabulary: Vocabulary): string {
  const text = movedWords(lead, tail, vocabulary);
  if (tail.length > 0 || /["“]/.test(text) || !/seconde[dr]/i.test(text) && resultAtEnd(text, vocabulary) === undefined) return text;
  const parts = sentences(text).map((s) => text.slice(s.start, s.end));
  const over = parts.findIndex((s, i) => i > 0 && (IS_SECONDED.test(s) || isToTheVote(s, vocabulary) || isResult(s, vocabulary)));
  const said = (over < 0 ? parts : parts.slice(0, over)).join(' ');
  const end = resultAtEnd(said, vocabulary);
  const bare = (end ? said.slice(0, end.start) : said).replace(SECONDED_AT_END, '').trim();
  // Where only who moved is left, the whole says more.
  return bare === '' || isMoved(said, vocabulary) && !/^(?:that|to)\b/i.test(bare) ? text : bare;
}

/** The quotation, or the words from "that" on; the whole paragraph where neither can be told. */
function movedWords(lead: Paragraph, tail: readonly Paragraph[], vocabulary: Vocabulary): string {
  if (tail.length > 0 && tail[0] && opensQuote(tail[0].text)) return tail.map(printed).join('\n\n');
  const rest = tail.map(printed);
  const quote = lead.text.search(/["“]/);
  const to = Math.min(quote, LONGEST_MOVING);
  const before = quote < 0 ? undefined : TO_BE_DONE.exec(lead.text.slice(0, to))?.[1];
  // "… that “the hours be cut”" quotes what was moved, "… to delete the words “at once”" a part of it.
  if (quote >= 0 && (before === undefined || /^that\W*$/i.test(before))) return [lead.text.slice(quote), ...rest].join('\n\n');
  if (tail.length === 0 && before !== undefined) return withoutVote(lead.text.slice(to - before.length), vocabulary);
  // Of several sentences the one that moves; its mover and seconder come before "that".
  const parts = sentences(lead.text).map((s) => lead.text.slice(s.start, s.end));
  const moving = tail.length > 0 ? lead.text : parts.find((s) => isMoved(s, vocabulary)) ?? lead.text;
  const that = TO_BE_DONE.exec(moving.slice(0, LONGEST_MOVING));
  if (that?.[1]) return [that[1] + moving.slice(LONGEST_MOVING), ...rest].join('\n\n');
  return [moving, ...rest].join('\n\n');
}

/** A paragraph is looked at for who moved what up to here (characters). */
const LONGEST_MOVING = 4000;

/** What was moved without the sentences on its vote that follow in the same paragraph. */
function withoutVote(text: string, vocabulary: Vocabulary): string {
  const parts = sentences(text);
  const end = parts.findIndex((s, i) => i > 0 && (isToTheVote(text.slice(s.start, s.end), vocabulary) || isResult(text.slice(s.start, s.end), vocabulary)));
  return end < 0 ? text : text.slice(0, parts[end - 1]?.end).trim();
}
