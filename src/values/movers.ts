/** Who moved a motion and who seconded it. */
import { classifyPhrase } from './classify.js';
import { type PartyLexicon, wordsOf } from './lexicon.js';
import { isWholeName, type Piece, piecesOf, readName } from './names.js';
import { readParty } from './party.js';
import { partyLexicon } from './scope.js';
import { foldText, lower } from './text.js';
import type { Party } from './types.js';
import { hasOneOf } from './words.js';

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
  const small = lower(text);
  const moves = hasOneOf(small, MOVING_WORDS);
  const seconds = small.includes('seconde');
  const mover = moves ? passive(text, MOVED_BY, lexicon) ?? passive(text, DIRECT_MOVER, lexicon) : undefined;
  const seconder = seconds ? passive(text, SECONDED_BY, lexicon) ?? passive(text, DIRECT_SECONDER, lexicon) : undefined;
  const active = moves && (mover === undefined || seconder === undefined) ? activeMovers(text, lexicon) : {};
  const first = mover ?? active.mover;
  const second = seconder ?? active.seconder;
  return { ...(first === undefined ? {} : { mover: first }), ...(second === undefined ? {} : { seconder: second }) };
}

/** A text that says who moved something has one of these in it. */
const MOVING_WORDS = ['move', 'propose', 'motion', 'proposal', 'proposition', 'amendment'];
const MOVED_BY = /\b(?:moved|proposed)\s(?:as\san?\s(?:[a-z]+\s){1,4})?by\s*:?\s|\bon the (?:motion|proposal|proposition) of\s|\b(?:motion|amendment) by\s|\b(?:mover|proposer|moved|proposed)\s?[:–—]\s/i;
const SECONDED_BY = /\bseconded\sby\s*:?\s|\b(?:seconder|seconded)\s?[:–—]\s/i;

/** "Proposed Cllr Lane, seconded Mrs Brook": the short form, in which a titled name follows at once and nobody stands before. */
const DIRECT_MOVER = /(?:^|[.;:(–—-]\s{0,3})(?:it was\s)?(?:proposed|moved)\s(?=(?:(?:county|district|borough|city|town|parish)\s)?(?:cllr|councillor|coun|alderman|ald|bailie|mr|mrs|ms|miss|mx|dr|sir|dame|rev)\b)/i;
const DIRECT_SECONDER = /(?:^|[,.;:(–—-]\s{0,3}|\band\s)seconded\s(?=(?:(?:county|district|borough|city|town|parish)\s)?(?:cllr|councillor|coun|alderman|ald|bailie|mr|mrs|ms|miss|mx|dr|sir|dame|rev)\b)/i;

/** Where the name after "moved by" ends: at what was moved, at who seconded it, at the vote, at a stop that is none of an initial or title. */
const NAME_ENDS = /[,;]?\s(?:and\s)?(?:duly\s)?(?:seconded|and resolved|resolved|that|to|it was|with|moved|fell|was)\b|,\s(?:and\s)?(?:all\s(?:in favour|agreed|present)|carried|agreed|approved|passed|unanimous(?:ly)?)\b|\sand(?=,|\s(?:unanimously|on|upon|carried|agreed|approved|passed|then)\b)|[;:]|\.(?=\s|$)(?<!\b(?:[A-Z]|Cllr|Cyng|Coun|Ald|Mr|Mrs|Ms|Dr|Rev|St)\.)|\sSeconde[rd]/;

/** The party after "moved by". */
function passive(text: string, pattern: RegExp, lexicon: PartyLexicon): Party | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const after = foldText(text.slice(match.index + match[0].length, match.index + match[0].length + MOVER_WINDOW));
  return partyOf(after.slice(0, NAME_ENDS.exec(after)?.index ?? after.length), lexicon, 'start');
}

function activeMovers(text: string, lexicon: PartyLexicon): Movers {
  const match = /\b(?:proposed|moved)\b(?!\sby\b)/i.exec(text);
  if (match === null) return {};
  const from = match.index + match[0].length;
  const after = text.slice(from, from + MOVER_WINDOW);
  const seconded = /\bseconded\b(?!\sby\b)/i.exec(after);
  // "Councillor Dow, seconded by Councillor Imrie, moved that": the seconder stands between the mover and the verb.
  const before = sentenceBefore(text, match.index);
  const cut = before.search(/,?\s\(?seconded\sby\s/i);
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
  if (/[.;:\n\r]/.test(before)) for (const match of before.matchAll(/[\p{Ll}\d)”"]{2}[.;:]\s|[\n\r]/gu)) from = match.index + match[0].length;
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
