/** What stands beside a decision: headings of its reasons, and remarks at its end on who moved it and how it was voted on. */
import type { Table } from '../../paper/model.js';
import type { Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { findWording, openingOf } from '../shared/openings.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { moversIn, type Motion } from './motions.js';
import { LONGEST_REMARK } from './mover-lines.js';
import { isMoved } from './outline.js';
import { blocksOf, type Point } from './points.js';
import type { Decision } from './schema.js';
import { addSaid, countBeside, isResult, isToTheVote, resultAtEnd } from './votes.js';

/** The field that a line heads, or opens with: reasons, alternatives, call-in. */
export function sideHeading(text: string, vocabulary: Vocabulary): 'reasons' | 'alternatives' | 'callIn' | undefined {
  const { reasons = [], alternatives = [], callIn = [] } = vocabulary.headings;
  const colon = text.indexOf(':');
  const head = colon > 0 && colon <= 80 ? text.slice(0, colon) : text.length <= 80 ? text : '';
  return head === '' ? undefined : fieldFor(head.replace(/\s*[-–—]\s*$/, ''), { reasons, alternatives, callIn }) as 'reasons' | undefined;
}

/** The words before the colon are the heading, up to here (characters). */
const LONGEST_HEADING = 80;

/** Reads the reasons, alternatives or call-in of a decision from the point at `i`, after a heading of their own or run in after it. Takes them; gives the index of the last point used. */
export function readSide(
  context: ParseContext, decision: Decision, side: 'reasons' | 'alternatives' | 'callIn', points: readonly Point[], i: number, ends: (point: Point) => boolean, loose: (table: Table) => void,
): number {
  const point = points[i];
  if (!point) return i;
  const { lead } = point;
  const colon = lead.text.indexOf(':');
  const headed = colon > 0 && colon <= LONGEST_HEADING && lead.text.slice(colon + 1).trim() !== '';
  const heading = headed ? lead.text.slice(0, colon) : lead.text;
  context.headings.push({ field: side, heading: heading.replace(/[\s:–-]+$/, ''), at: context.takePart(lead, 0, headed ? colon + 1 : lead.text.length).at });
  let last = i;
  const blocks = [...point.more];
  const items: Item[] = [];
  if (headed) {
    const from = colon + 1 + (/^\s*/.exec(lead.text.slice(colon + 1))?.[0].length ?? 0);
    items.push({ text: lead.text.slice(from), ...context.takePart(lead, from, lead.text.length) });
  } else {
    for (let next = points[last + 1]; next && !ends(next); next = points[last + 1]) {
      blocks.push(...blocksOf(next));
      last++;
    }
  }
  items.push(...itemsOf(context, blocks, loose));
  decision[side] = [...(decision[side] ?? []), ...items];
  return last;
}

/** "… Proposed Cllr Lane, seconded Cllr Brook. All in favour.", at the end of what was resolved, is the motion and the vote. */
export function peel(decision: Decision, vocabulary: Vocabulary): void {
  const parts = sentences(decision.text);
  while (parts.length > 1) {
    const last = parts.at(-1);
    if (!last) return;
    let text = decision.text.slice(last.start, last.end).trim();
    const before = parts.at(-2);
    // "… Proposed: Cllr Lane. Seconded: Cllr Brook.": a sentence each.
    if (before && parts.length > 2 && decision.motion === undefined && !isMoved(text, vocabulary) && openingOf(text, vocabulary.words.seconded)) {
      const both = decision.text.slice(before.start, last.end).trim();
      if (isMoved(both, vocabulary) && openingOf(both, vocabulary.words.moved)) { parts.pop(); text = both; }
    }
    if (isResult(text, vocabulary) || isToTheVote(text, vocabulary) && text.length <= LONGEST_REMARK) {
      const vote = (decision.vote ??= {});
      const after = vote.text;
      delete vote.text;
      addSaid(vote, text);
      if (after !== undefined) vote.text = `${vote.text ?? ''} ${after}`.trim();
      if (vote.result === undefined) vote.result = 'carried';
    } else if (decision.motion === undefined && text.length <= LONGEST_REMARK && isMoved(text, vocabulary) && !/\bthat\b/i.test(text)) {
      const { mover, seconder } = moversIn(text, vocabulary);
      const result = resultAtEnd(text, vocabulary);
      if (result) addSaid((decision.vote ??= {}), result.text);
      decision.motion = text;
      if (mover) decision.mover = mover;
      if (seconder) decision.seconder = seconder;
    } else return;
    parts.pop();
    decision.text = decision.text.slice(0, parts.at(-1)?.end).trim();
  }
}

/** "5 members voted for the motion and 2 for the amendment": one vote between the two, which settles both. */
export function setAgainst(main: Motion, amendment: Motion, text: string, vocabulary: Vocabulary): boolean {
  const { forMotion, forAmendment } = vocabulary.words;
  const [ayes, noes] = [countBeside(text, findWording(text, forMotion)), countBeside(text, findWording(text, forAmendment))];
  if (ayes === undefined || noes === undefined) return false;
  main.vote = { text, for: ayes, against: noes };
  amendment.vote = { text, for: noes, against: ayes };
  return true;
}
