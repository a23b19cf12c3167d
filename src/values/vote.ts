/** Votes, motions and who moved them. */
import { readAttendees } from './attendance.js';
import { classifyPhrase } from './classify.js';
import { type PartyLexicon, wordsOf } from './lexicon.js';
import { partyLexicon } from './scope.js';
import { honorificAt, isWholeName, type Piece, piecesOf, readName } from './names.js';
import { readParty } from './party.js';
import { foldText } from './text.js';
import { type Party, type Vote, type VoteNames } from './types.js';

/** Characters between "the motion" and what became of it. */
const RESULT_WINDOW = 120;

const QUESTION = '(?:motion|amendment|proposal|proposition|vote|resolution|recommendations?|nomination|question|it|this)';
const LOST = '(?:lost|defeated|fell|falls|failed|negatived|rejected|not\\s(?:\\w+\\s)?(?:carried|agreed|passed|approved|supported))';
const CARRIED = '(?:carried|passed|won|agreed|approved|successful)';

const LOST_SENTENCE = new RegExp(`\\b${QUESTION}\\b[^.;\\n]{0,${RESULT_WINDOW}}?\\b${LOST}\\b`, 'i');
const CARRIED_SENTENCE = new RegExp(`\\b${QUESTION}\\b[^.;\\n]{0,${RESULT_WINDOW}}?(?<!\\bnot\\s)\\b${CARRIED}\\b`, 'i');
/** A remark that is nothing but a result: "LOST", "Carried unanimously.", "Agreed nem. con." */
const LOST_REMARK = /^\W{0,3}(?:(?:voting|vote)\s?[:–-]\s?)?(?:declared\s)?(?:lost|defeated|not carried|not agreed|fell)\b/i;
const CARRIED_REMARK = /^\W{0,3}(?:(?:voting|vote)\s?[:–-]\s?)?(?:(?:declared\s|unanimously\s)?carried\b|(?:agreed|approved|passed)\s(?:unanimously|nem\.?\s?con|by\s(?:a majority|general (?:assent|consent|agreement)|\w+ votes|show of hands))|(?:unanimously\s)(?:agreed|approved|passed)|unanimous(?:ly)?\b|all\s(?:(?:members|councillors|those)\s)?(?:present\s)?(?:(?:were|voted|voting)\s)?(?:in favour|agreed)\b|by\sgeneral\s(?:assent|consent|agreement))/i;
const TIED = /\b(?:tied|equality of votes|equal (?:number of )?votes|votes (?:were|being) equal)\b/i;

/** Whether the text says that a motion, amendment or vote was lost. "Time was lost" says nothing. */
export function isLost(text: string): boolean {
  return LOST_REMARK.test(text.trimStart()) || LOST_SENTENCE.test(text);
}

/** Whether the text says that a motion, amendment or vote was carried ("CARRIED", "Agreed unanimously", "the motion was put and carried"). */
export function isCarried(text: string): boolean {
  return !isLost(text) && (CARRIED_REMARK.test(text.trimStart()) || CARRIED_SENTENCE.test(text));
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  no: 0, nil: 0, none: 0, zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
};

const COUNT = '(?:\\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](?:one|two|three|four|five|six|seven|eight|nine)|' + Object.keys(NUMBER_WORDS).join('|') + ')';

type Side = keyof VoteNames;

/** "For (14)", "Against: 3", "Abstentions – 1", "Vote: For 7, …", with the number or without, at the head of a line or sentence. */
const HEADED = new RegExp(`(?:^|[\\n\\r.;,(]|(?<=\\bvot(?:es?|ing)\\s?:)|\\s{2}|(?<=\\)|\\d)\\s|\\s(?=(?:in favour|for|against|abst\\w{3,8})\\s{0,2}[(:]))\\s{0,3}(?:members\\s|councillors\\s|votes?\\s|voting\\s|voted\\s|those\\s)?(?:(?<for>in favour|for\\b(?!\\sthe\\b))|(?<against>against)|(?<abstained>abstentions?|abstaining|abstained|abstain))(?:\\sthe\\s(?:motion|amendment|proposal))?\\s{0,2}(?:[:–—=-]\\s{0,2}|\\s{0,1}(?=\\())?\\(?(?<count>${COUNT}\\b)?\\)?`, 'giu');
/** "12 votes for", "3 against", "with no abstentions", "7 members voted in favour", "2 abstained". */
const COUNTED = new RegExp(`\\b(?<count>${COUNT})\\s(?:(?:votes?|members?|councillors?|people)\\s)?(?:(?:were|voted|voting|cast|was)\\s)?(?:(?<for>in favour|for\\b)|(?<against>against)|(?<abstained>abstentions?|abstaining|abstained))`, 'giu');
/** "by 12 votes to 3", "7 votes to 4". */
const SCORE = new RegExp(`\\b(?<first>${COUNT})\\svotes?\\s(?:to|against)\\s(?<second>${COUNT})\\b`, 'iu');

/** "5 – For 1 – Against 0 – Abstentions": the number before the dash, as planning committees print it. */
const DASHED = new RegExp(`\\b(?<count>${COUNT})\\s?[–—-]\\s?(?:(?<for>in favour|for)|(?<against>against)|(?<abstained>abst\\w{3,8}))(?=\\s{0,3}(?:$|[\\n.,;]|(?:and\\s)?${COUNT}\\s?[–—-]))`, 'giu');
/** "by 4 votes with 1 abstention": those for it alone. */
const WON_BY = new RegExp(`\\bby\\s(?<count>${COUNT})\\svotes?(?=,?\\s(?:with|and)\\s${COUNT}\\sabst)`, 'iu');

/** Characters of the longest recorded vote: a council of a hundred by name has some 3,000. */
const LONGEST_VOTE = 20_000;

/**
 * A vote as minutes print it: "For (14) … Against (45) … Abstain (4) … Amendment lost.", "12 votes for, 3 against and 1
 * abstention", "carried by 7 votes to 4", "Agreed unanimously". Names under the heads of a recorded vote go to `names`, and
 * count where no number is printed. Undefined where the text has no vote.
 */
export function readVote(text: string, lexicon: PartyLexicon = partyLexicon()): Vote | undefined {
  if (text.length > LONGEST_VOTE) return undefined;
  const vote: Vote = { text: foldText(text) };
  const result = TIED.test(text) ? (isLost(text) ? 'lost' : isCarried(text) ? 'carried' : 'tied') : isLost(text) ? 'lost' : isCarried(text) ? 'carried' : undefined;

  const dashed = new Map<Side, number>();
  for (const match of text.matchAll(DASHED)) {
    const [side, count] = [sideOf(match.groups ?? {}), countOf(match.groups?.['count'])];
    if (side !== undefined && count !== undefined && !dashed.has(side)) dashed.set(side, count);
  }
  if (dashed.size > 1) return Object.assign(vote, Object.fromEntries(dashed), result === undefined ? {} : { result });
  const heads = headsOf(text);
  const named = namesOf(text, heads, lexicon);
  const counts = new Map<Side, number>();
  for (const head of heads) if (head.count !== undefined && !counts.has(head.side)) counts.set(head.side, head.count);
  if (counts.size < 2 || named === undefined) {
    for (const match of text.matchAll(COUNTED)) {
      const side = sideOf(match.groups ?? {});
      const count = countOf(match.groups?.['count']);
      if (side !== undefined && count !== undefined && !counts.has(side)) counts.set(side, count);
    }
  }
  const score = SCORE.exec(text);
  if (score !== null && !(counts.has('for') && counts.has('against'))) {
    const [first, second] = [countOf(score.groups?.['first']), countOf(score.groups?.['second'])];
    if (first !== undefined && second !== undefined) {
      // "Lost by 7 votes to 4" names the larger number first, as "lost by 4 votes to 7" does not; the result decides.
      counts.set('for', result === 'lost' ? Math.min(first, second) : result === 'carried' ? Math.max(first, second) : first);
      counts.set('against', result === 'lost' ? Math.max(first, second) : result === 'carried' ? Math.min(first, second) : second);
    }
  }
  const won = counts.has('for') || result === 'lost' ? undefined : countOf(WON_BY.exec(text)?.groups?.['count']);
  if (won !== undefined) counts.set('for', won);
  // One number beside "for" is no vote yet ("for 12 months"), unless the text speaks of votes.
  const voting = /\b(?:votes?|voted|voting|abst\w+|recorded|in favour|against)\b/i.test(text) || /^\s*for\s*\(\d/i.test(text);
  if (counts.size === 1 && !voting) counts.clear();
  if (named !== undefined) {
    vote.names = named;
    for (const side of ['for', 'against', 'abstained'] as const) if (!counts.has(side) && named[side].length > 0) counts.set(side, named[side].length);
  }
  for (const [side, count] of counts) vote[side] = count;
  if (result !== undefined) vote.result = result;
  return counts.size === 0 && result === undefined ? undefined : vote;
}

interface Head {
  side: Side;
  count: number | undefined;
  start: number;
  end: number;
}

function headsOf(text: string): Head[] {
  const heads: Head[] = [];
  for (const match of text.matchAll(HEADED)) {
    const side = sideOf(match.groups ?? {});
    if (side === undefined) continue;
    heads.push({ side, count: countOf(match.groups?.['count']), start: match.index, end: match.index + match[0].length });
  }
  return heads;
}

function sideOf(groups: Readonly<Record<string, string | undefined>>): Side | undefined {
  return (['for', 'against', 'abstained'] as const).find((side) => groups[side] !== undefined);
}

function countOf(printed: string | undefined): number | undefined {
  if (printed === undefined) return undefined;
  if (/^\d+$/.test(printed)) return Number(printed);
  const parts = printed.toLowerCase().split(/[- ]/).map((word) => NUMBER_WORDS[word]);
  return parts.some((part) => part === undefined) ? undefined : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
}

/** The names under each head; undefined where nobody is named. */
function namesOf(text: string, heads: readonly Head[], lexicon: PartyLexicon): VoteNames | undefined {
  const names: VoteNames = { for: [], against: [], abstained: [] };
  let any = false;
  for (const [index, head] of heads.entries()) {
    const segment = text.slice(head.end, heads[index + 1]?.start ?? text.length).replace(/^[\s:–—-]+/, '');
    const people = readAttendees(withoutResult(segment), lexicon);
    if (people.length === 0) continue;
    any = true;
    for (const person of people) {
      // "Councillors Smith, Jones": the plural title is the list's, not part of a name.
      const printed = person.text.replace(/\s*\([^()]*\)\s*$/, '').replace(/[.,;:]+$/, '');
      const plural = honorificAt(piecesOf(printed), 0, wordsOf(lexicon))?.plural === true;
      names[head.side].push(plural ? person.name : printed);
    }
  }
  return any ? names : undefined;
}

/** The list without the sentence after it: "… Dr Hart Amendment lost." */
function withoutResult(segment: string): string {
  return segment.replace(/(?:\s|^)(?:the\s)?(?:motion|amendment|proposal|substantive motion|vote)\s(?:was\s|is\s|therefore\s|declared\s){0,3}(?:carried|lost|defeated|fell|passed|agreed|won)\b[\s\S]*$/i, '');
}

export interface Movers {
  mover?: Party;
  seconder?: Party;
}

/** Characters before and after "proposed" and "seconded" within which their names stand. */
const MOVER_WINDOW = 300;

/**
 * Who moved a motion and who seconded it: "Mr Vale proposed, and Ms Reed seconded that …", "Moved by Councillor A Smith and
 * seconded by Councillor B Jones", "Proposer: A Smith; Seconder: B Jones". Only persons and posts are taken.
 */
export function readMovers(text: string, lexicon: PartyLexicon = partyLexicon()): Movers {
  const mover = passive(text, /\b(?:moved|proposed)\s(?:as\san?\s(?:\p{Ll}+\s){1,4})?by\s*:?\s|\bon the (?:motion|proposal|proposition) of\s|\b(?:motion|amendment) by\s|\b(?:mover|proposer|moved|proposed)\s?[:–—]\s/iu, lexicon) ?? passive(text, DIRECT_MOVER, lexicon);
  const seconder = passive(text, /\bseconded\sby\s*:?\s|\b(?:seconder|seconded)\s?[:–—]\s/i, lexicon) ?? passive(text, DIRECT_SECONDER, lexicon);
  const active = mover === undefined || seconder === undefined ? activeMovers(text, lexicon) : {};
  const first = mover ?? active.mover;
  const second = seconder ?? active.seconder;
  return { ...(first === undefined ? {} : { mover: first }), ...(second === undefined ? {} : { seconder: second }) };
}

/** "Proposed Cllr Lane, seconded Mrs Brook": the short form, in which a titled name follows at once and nobody stands before. */
const TITLED = '(?=(?:(?:county|district|borough|city|town|parish)\\s)?(?:cllr|councillor|coun|alderman|ald|bailie|mr|mrs|ms|miss|mx|dr|sir|dame|rev)\\b)';
const DIRECT_MOVER = new RegExp(`(?:^|[.;:(–—-]\\s{0,3})(?:it was\\s)?(?:proposed|moved)\\s${TITLED}`, 'i');
const DIRECT_SECONDER = new RegExp(`(?:^|[,.;:(–—-]\\s{0,3}|\\band\\s)seconded\\s${TITLED}`, 'i');

/** The party after "moved by". */
function passive(text: string, pattern: RegExp, lexicon: PartyLexicon): Party | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const after = foldText(text.slice(match.index + match[0].length, match.index + match[0].length + MOVER_WINDOW));
  const end = /[,;]?\s(?:and\s)?(?:duly\s)?(?:seconded|and resolved|resolved|that|to|it was|with|moved|fell|was)\b|,\s(?:and\s)?(?:all\s(?:in favour|agreed|present)|carried|agreed|approved|passed|unanimous(?:ly)?)\b|\sand(?=,|\s(?:unanimously|on|upon|carried|agreed|approved|passed|then)\b)|[;:]|\.(?=\s|$)(?<!\b(?:\p{Lu}|Cllr|Cyng|Coun|Ald|Mr|Mrs|Ms|Dr|Rev|St)\.)|\sSeconde[rd]/u.exec(after);
  return partyOf(after.slice(0, end?.index ?? after.length), lexicon, 'start');
}

function activeMovers(text: string, lexicon: PartyLexicon): Movers {
  const match = /\b(?:proposed|moved)\b(?!\sby\b)/i.exec(text);
  if (match === null) return {};
  const from = match.index + match[0].length;
  const after = text.slice(from, from + MOVER_WINDOW);
  const seconded = /\bseconded\b(?!\sby\b)/i.exec(after);
  // "Councillor Dow, seconded by Councillor Imrie, moved that": the seconder stands between the mover and the verb.
  const before = sentenceBefore(text, match.index);
  const cut = before.search(/,?\s\(?seconded\sby\s/iu);
  const mover = partyOf(cut < 0 ? before : before.slice(0, cut), lexicon, 'end', seconded !== null || cut >= 0);
  const between = seconded === null ? undefined : foldText(after.slice(0, seconded.index)).replace(/^[,\s]*(?:and\s)?/i, '');
  const seconder = between === undefined ? undefined : partyOf(between, lexicon, 'end', true);
  // "Officers proposed a new road": a post moves a motion only where somebody seconds it.
  const moved = mover?.type === 'person' || seconded !== null || /\bseconded\sby\b/i.test(after) ? mover : undefined;
  return { ...(moved === undefined ? {} : { mover: moved }), ...(seconder === undefined ? {} : { seconder }) };
}

/** What stands before a place in its sentence. A full stop after an initial ends none. */
function sentenceBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - MOVER_WINDOW), at);
  let from = 0;
  for (const match of before.matchAll(/[\p{Ll}\d)”"]{2}[.;:]\s|[\n\r]/gu)) from = match.index + match[0].length;
  return foldText(before.slice(from));
}

/** The person or post that a stretch of text names, at its start or end; other words of the sentence are left out. */
function partyOf(text: string, lexicon: PartyLexicon, side: 'start' | 'end', bare = false): Party | undefined {
  const words = wordsOf(lexicon);
  const trimmed = text.replace(/^[\s,]+/, '').replace(/[\s,;:]+$/, '').replace(/[,\s]+(?:then|also|formally|duly|therefore|subsequently|and)$/i, '');
  if (trimmed === '') return undefined;
  const party = readParty(trimmed, lexicon);
  if (party.type === 'role' && classifyPhrase(trimmed, words).head.length <= LONGEST_POST) return party;
  const pieces = piecesOf(trimmed);
  if (side === 'start') return party.type === 'person' ? party : undefined;
  // "Jenni Hawk proposed, and Mr Vale seconded": a name and nothing else, though the first name is not a known one.
  if (bare && party.type === 'person' && isWholeName(trimmed, words)) return party;
  // The last name in the sentence before the verb: "After debate Mr Vale".
  for (let at = 0; at < pieces.length; at += 1) {
    if (!startsName(pieces, at)) continue;
    const name = readName(trimmed, pieces, at, words);
    if (name === undefined || !name.sure) continue;
    const rest = trimmed.slice(pieces[at]?.start ?? 0);
    const own = readParty(rest, lexicon);
    if (own.type === 'person' && (name.next === pieces.length || own.role !== undefined || own.organisation !== undefined)) return own;
    at = name.next - 1;
  }
  return undefined;
}

/** Words of a post that moves a motion: "Deputy Leader and Cabinet Member" has less. */
const LONGEST_POST = 8;

function startsName(pieces: readonly Piece[], at: number): boolean {
  return /^\p{Lu}/u.test(pieces[at]?.text ?? '');
}
