/**
 * Minutes of several meetings in one file ("Annual Meeting … at 7.00 pm", then "Ordinary Meeting … at 7.20 pm"): each begins with its
 * title and its own list of those present, and numbers its items anew.
 */
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates } from '../../values/index.js';
import { isAuthority } from '../shared/masthead.js';
import { findWording, openingOf } from '../shared/openings.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import { attendanceOpening } from './outline.js';

/** A title that says what met, when and where is no longer than this (characters). */
const LONGEST_TITLE = 400;
/** Between a meeting's title and those present stand a few lines at most: the place, the hour, who clerked. */
const LINES_BETWEEN = 8;

export interface FurtherMeeting {
  readonly title: Paragraph;
  /** The council's name over the title, printed again. */
  readonly masthead: readonly Paragraph[];
  /** All that follows, up to the next meeting. */
  readonly blocks: Block[];
}

const isText = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph';

const listsPresent = (b: Block, vocabulary: Vocabulary): boolean => isText(b) && attendanceOpening(b, vocabulary)?.status === 'present';

/** True for the title of minutes with a list of those present under it; "Minutes of the meeting held on 4 May", an item, has none. */
function beginsMeeting(blocks: readonly Block[], index: number, vocabulary: Vocabulary): boolean {
  const p = blocks[index];
  if (!isText(p) || p.label !== undefined || p.text.length > LONGEST_TITLE) return false;
  const { title, meetingOf, held } = vocabulary.words;
  if (!openingOf(p.text, title) || findDates(p.text).length === 0 || !(findWording(p.text, held) ?? findWording(p.text, meetingOf))) return false;
  for (const block of blocks.slice(index + 1, index + 1 + LINES_BETWEEN)) {
    if (listsPresent(block, vocabulary)) return true;
    if (isText(block) && block.label !== undefined) return false;
  }
  return false;
}

/** Parts the minutes of the first meeting from those of any that follow. Pure. */
export function meetingsIn(blocks: readonly Block[], vocabulary: Vocabulary): { first: Block[]; further: FurtherMeeting[] } {
  const from = blocks.findIndex((b) => listsPresent(b, vocabulary));
  const starts = from < 0 ? [] : blocks.flatMap((_, i) => (i > from && beginsMeeting(blocks, i, vocabulary) ? [i] : []));
  const head = (start: number): number => { const above = blocks[start - 1]; return isText(above) && isAuthority(above.text) && above.label === undefined ? start - 1 : start; };
  const further = starts.map((start, i): FurtherMeeting => {
    const end = starts[i + 1];
    return { title: blocks[start] as Paragraph, masthead: blocks.slice(head(start), start).filter(isText), blocks: blocks.slice(start + 1, end === undefined ? undefined : head(end)) };
  });
  return { first: blocks.slice(0, starts[0] === undefined ? undefined : head(starts[0])), further };
}
