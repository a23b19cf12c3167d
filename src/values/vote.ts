/** Votes as minutes print them. */
import { readAttendees } from './attendance.js';
import { type PartyLexicon, wordsOf } from './lexicon.js';
import { honorificAt, piecesOf } from './names.js';
import { partyLexicon } from './scope.js';
import { foldText, lower } from './text.js';
import type { Vote, VoteNames } from './types.js';
import { Counts, type Head, headsOf, type Side, SIDES } from './vote-counts.js';
import { resultIn } from './vote-result.js';
import { hasOneOf } from './words.js';

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
  const small = lower(text);
  const result = resultIn(small);
  // Whatever counts a side names it.
  const said = hasOneOf(small, SAID_OF_SIDES) ? new Counts(small) : undefined;

  const dashed = said?.dashed();
  if (dashed && dashed.size > 1) return Object.assign(vote, Object.fromEntries(dashed), result === undefined ? {} : { result });
  const heads = said ? headsOf(small) : [];
  const named = namesOf(text, heads, lexicon);
  const counts = new Map<Side, number>();
  for (const head of heads) if (head.count !== undefined && !counts.has(head.side)) counts.set(head.side, head.count);
  if (said && (counts.size < 2 || named === undefined)) for (const [side, count] of said.counted()) if (!counts.has(side)) counts.set(side, count);
  const score = small.includes('vote') && !(counts.has('for') && counts.has('against')) ? (said ?? new Counts(small)).score() : undefined;
  if (score !== undefined) {
    // "Lost by 7 votes to 4" names the larger number first, as "lost by 4 votes to 7" does not; the result decides.
    const [first, second] = score;
    counts.set('for', result === 'lost' ? Math.min(first, second) : result === 'carried' ? Math.max(first, second) : first);
    counts.set('against', result === 'lost' ? Math.max(first, second) : result === 'carried' ? Math.min(first, second) : second);
  }
  const won = counts.has('for') || result === 'lost' ? undefined : said?.wonBy();
  if (won !== undefined) counts.set('for', won);
  // One number beside "for" is no vote yet ("for 12 months"), unless the text speaks of votes.
  if (counts.size === 1 && !(/\b(?:votes?|voted|voting|abst\w+|recorded|in favour|against)\b/.test(small) || /^\s*for\s*\(\d/.test(small))) counts.clear();
  if (named !== undefined) {
    vote.names = named;
    for (const side of SIDES) if (!counts.has(side) && named[side].length > 0) counts.set(side, named[side].length);
  }
  for (const [side, count] of counts) vote[side] = count;
  if (result !== undefined) vote.result = result;
  return counts.size === 0 && result === undefined ? undefined : vote;
}

const SAID_OF_SIDES = ['for', 'favour', 'against', 'abst'];

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
