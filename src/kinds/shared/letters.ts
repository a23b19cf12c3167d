/** How letters greet and close, wherever one stands before other papers. Pure. */
import type { Block } from '../../paper/model.js';
import { openingOf } from './openings.js';
import type { Vocabulary } from './vocabulary.js';

/** A line that greets or closes has at most this many characters. */
const LONGEST_LINE = 80;

/** What stands in a short line after one of the wordings; `undefined` for any other block. */
function after(block: Block | undefined, wordings: readonly string[] | undefined): string | undefined {
  if (block?.type !== 'paragraph' || block.text.length > LONGEST_LINE) return undefined;
  const opening = openingOf(block.text, wordings);
  return opening && block.text.slice(opening.end);
}

/** True for "Yours sincerely" and its like. `vocabulary` is that of reports, which letters cover. */
export const closes = (block: Block | undefined, { words }: Vocabulary): boolean => after(block, words.letterCloses) !== undefined;

/** "Dear Mrs Lane": somebody, and no sum. */
const greets = (block: Block, { words }: Vocabulary): boolean => /^\s+[^\s\d(]/.test(after(block, words.letterGreets) ?? '');

/** True for blocks that greet somebody and close as letters do. */
export const isLetter = (blocks: readonly Block[], vocabulary: Vocabulary): boolean => blocks.some((b) => greets(b, vocabulary)) && blocks.some((b) => closes(b, vocabulary));
