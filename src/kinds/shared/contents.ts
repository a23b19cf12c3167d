/** A list of contents in the text: the lines between "Contents" and the first of them that comes again. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { isOneOf } from './vocabulary.js';

/** An entry of a list of contents has at most this many characters: two printed lines. */
const LONGEST_ENTRY = 140;
/** A list of contents has at least, and at most, this many entries. */
const FEWEST_ENTRIES = 2;
const MOST_ENTRIES = 120;

/** An entry's words without dots and the page. */
const keyOf = (p: Paragraph): string => fold(p.text.replace(/[\s.…]*\d*$/u, ''));

/** Where the list of contents stands, by the wordings of its heading: that heading, and the place after its last entry; `undefined` where there is none that comes to an end. */
export function contentsIn(blocks: readonly Block[], wordings: readonly string[] | undefined): { heading: number; end: number } | undefined {
  const heading = blocks.findIndex((b) => b.type === 'paragraph' && b.label === undefined && isOneOf(b.text, wordings));
  if (heading < 0) return undefined;
  const seen = new Set<string>();
  for (let i = heading + 1; i < blocks.length; i++) {
    const b = blocks[i];
    if (b?.type !== 'paragraph' || b.text.length > LONGEST_ENTRY || seen.size > MOST_ENTRIES) return undefined;
    const key = keyOf(b);
    if (key === '') continue;
    if (seen.has(key)) return seen.size >= FEWEST_ENTRIES ? { heading, end: i } : undefined;
    if (/[;:,]$|[^.]\.$/.test(b.text)) return undefined;
    seen.add(key);
  }
  return undefined;
}
