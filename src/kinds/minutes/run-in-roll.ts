/**
 * Attendance run together in one paragraph ("Present: … Apologies: … In attendance: …"): parted at each heading of a list, which
 * stands after a line break, a tab, or the stop that ends the list before. Pure.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { attendanceOpening, attendanceWords } from './outline.js';
import { isEntry } from './people.js';

/** A heading of a list is at most this many characters: "Apologies for absence were received from" has 40. */
const LONGEST_HEADING = 60;

/** Where a heading of another list begins inside a paragraph. */
function headingsIn(p: Paragraph, vocabulary: Vocabulary): number[] {
  const out: number[] = [];
  const edges = (p.spans ?? []).filter((s) => s.style === 'break' || s.style === 'tab').map((s) => s.end);
  for (let colon = p.text.indexOf(':', 1); colon > 0; colon = p.text.indexOf(':', colon + 1)) {
    const from = Math.max(0, colon - LONGEST_HEADING);
    const before = p.text.slice(from, colon);
    // The nearest edge before the colon: what stands between is the heading, or nothing is.
    const stop = Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '));
    const edge = Math.max(stop < 0 ? -1 : from + stop + 2, ...edges.filter((e) => e <= colon && e > from));
    if (edge > 0 && fieldFor(p.text.slice(edge, colon).trim(), attendanceWords(vocabulary)) !== undefined) out.push(edge);
  }
  return out;
}

/** The blocks, each paragraph that holds several lists of people parted into one for each list. */
export function partedRolls(blocks: readonly Block[], vocabulary: Vocabulary): Block[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'paragraph' || !block.text.includes(':', 1)) return [block];
    const cuts = headingsIn(block, vocabulary);
    if (cuts.length === 0) return [block];
    const parts = [0, ...cuts].map((start, i) => stretchOf(block, start, cuts[i] ?? block.text.length));
    const [first] = parts;
    // A sentence that speaks of a list ("The roll was called. Present: …") is left whole.
    return first && (attendanceOpening(first, vocabulary) !== undefined || isEntry(first.text)) ? parts : [block];
  });
}
