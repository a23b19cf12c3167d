/**
 * A motion, what was moved against it and the votes on them, told in one paragraph: parted into points of their own, so that each
 * vote goes to what was voted on. Pure.
 */
import { findWording } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { isMoved } from './outline.js';
import type { Point } from './points.js';
import { resolvedIn } from './resolved.js';
import { isResult, isToTheVote } from './votes.js';

/** True for a sentence that moves something: with its seconder, or against what was moved. */
const moves = (sentence: string, vocabulary: Vocabulary): boolean =>
  isMoved(sentence, vocabulary) || (findWording(sentence, vocabulary.words.moved) !== undefined && findWording(sentence, vocabulary.words.amendment) !== undefined);

/** True where nobody seconded what the text moves, so that it was never put; what another sentence of it moves has its seconder. */
export function isUnseconded(text: string, vocabulary: Vocabulary): boolean {
  const { unseconded } = vocabulary.words;
  if (findWording(text, unseconded) === undefined) return false;
  const seconded = sentences(text).map(({ start, end }) => text.slice(start, end)).filter((sentence) => findWording(sentence, unseconded) === undefined);
  return !isMoved(seconded.join(' '), vocabulary);
}

/** Where the second of the matters that a text moves begins, and then each vote, result, resolution or further motion. */
function cutsIn(text: string, vocabulary: Vocabulary): number[] {
  // What is quoted is the motion's own text, whatever it says.
  if (/["“]/u.test(text) || findWording(text, vocabulary.words.moved) === undefined || findWording(text, vocabulary.words.amendment) === undefined) return [];
  const cuts: number[] = [];
  let moved = 0;
  for (const { start, end } of sentences(text)) {
    const sentence = text.slice(start, end);
    const moving = moves(sentence, vocabulary);
    if (moving) moved++;
    const apart = moved > 1 && (moving || isToTheVote(sentence, vocabulary) || isResult(sentence, vocabulary) || resolvedIn(sentence, vocabulary)?.sentence === 0);
    if (apart && start > 0) cuts.push(start);
  }
  return cuts;
}

/** The points, each paragraph that moves a motion and something against it parted. */
export function partedMotions(points: readonly Point[], vocabulary: Vocabulary): Point[] {
  return points.flatMap((point) => {
    const { lead, more } = point;
    if (more.length > 0 || lead.heading) return [point];
    const cuts = cutsIn(lead.text, vocabulary);
    return cuts.length === 0 ? [point] : [0, ...cuts].map((from, i) => ({ lead: stretchOf(lead, from, cuts[i]), more: [] }));
  });
}
