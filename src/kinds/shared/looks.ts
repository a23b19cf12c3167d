/** How a paragraph looks to a reader, where the source has no style that says what it is. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';

/** A line that may be a heading has at most this many characters: two printed lines. */
const LONGEST_HEADING = 140;

/** True where all letters are capitals, and there are at least three. */
export function isCapitals(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '');
  return letters.length >= 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

const OPENS = /^[A-Z\d‘“"'(]/;
/** The same of other letters and figures, which takes a hundred times as long to compile. */
const OPENS_OTHERWISE = /^[\p{Lu}\p{N}]/u;
const LAST_ASCII = 0x7f;

/** True for a line that reads as a heading: short, begins with a capital or a digit, and does not end as a sentence or the head of a list. */
export function readsAsHeading(p: Paragraph, longest = LONGEST_HEADING): boolean {
  const { text } = p;
  return !p.bullet && text !== '' && text.length <= longest && (OPENS.test(text) || (text.charCodeAt(0) > LAST_ASCII && OPENS_OTHERWISE.test(text))) && !/[.;:,]$/.test(text.replace(/\betc\.$/u, ''));
}

/** The next paragraph or table with something in it. */
export function nextFilled(blocks: readonly Block[], i: number): Block | undefined {
  for (let j = i + 1; j < blocks.length; j++) {
    const b = blocks[j];
    if (b && (b.type === 'table' || b.text !== '' || b.label !== undefined)) return b;
  }
  return undefined;
}

/** The paragraph or table before with something in it. */
export function previousFilled(blocks: readonly Block[], i: number): Block | undefined {
  for (let j = i - 1; j >= 0; j--) {
    const b = blocks[j];
    if (b && (b.type === 'table' || b.text !== '' || b.label !== undefined)) return b;
  }
  return undefined;
}
