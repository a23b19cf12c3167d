/** Titles of tables and drawings, which a bold line makes look like headings. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { afterOpening } from './labels.js';

/** The number after the word, and what parts it from the title: "2:", "3.1 –", "4" alone. */
const NUMBERED = /^\d{1,3}(?:\.\d{1,3})?[a-z]?(?:\s*[:.–—-]|$)/u;

/** "Table 2: Largest schemes": a caption, by the words that a vocabulary has for it. */
const isCaption = (p: Paragraph, words: readonly string[] | undefined): boolean => NUMBERED.test(afterOpening(p.text, words) ?? '');

/** The blocks, captions that only their look makes headings as plain paragraphs: what stands under them goes on with the text above. */
export function withoutCaptions(blocks: readonly Block[], words: readonly string[] | undefined): Block[] {
  return blocks.map((b): Block => {
    if (b.type !== 'paragraph' || b.heading?.by !== 'looks' || b.number !== undefined || !isCaption(b, words)) return b;
    const { heading: _heading, ...plain } = b;
    return plain;
  });
}
