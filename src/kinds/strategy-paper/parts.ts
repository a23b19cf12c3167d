/** The parts of a strategy paper: "Part 1: …", "… (Part 2)". Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { isCapitals, readsAsHeading } from '../shared/looks.js';
import { remembered } from '../shared/remember.js';
import type { Vocabulary } from '../shared/vocabulary.js';

/** A part's heading has at most this many characters. */
const LONGEST = 130;
/** How a part is numbered: figures, a capital letter, Roman numerals, or a word. */
const NUMBER = '(?:\\d{1,2}|[A-Za-z]|[ivxIVX]{1,5}|(?:one|two|three|four|five|six|seven|eight|nine|ten)|(?:ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN)|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten))';

export interface PartHeading { readonly number: string; readonly title: string }

/** The number and title of a part, where the line is the heading of one: the word and number stand first or last in it. */
export const partHeading = remembered((p: Paragraph, vocabulary: Vocabulary): PartHeading | undefined => {
  if (p.number !== undefined || !readsAsHeading(p, LONGEST)) return undefined;
  for (const word of vocabulary.words['part'] ?? []) {
    // White space stands after it: "Partnership" is no part.
    if (!fold(p.text).includes(`${fold(word)} `)) continue;
    const w = word.replace(/[^\p{L} ]/gu, '');
    const first = !fold(p.text).startsWith(`${fold(word)} `) ? null : new RegExp(`^${w}\\s+(${NUMBER})(?:$|\\s*[:.–—-]\\s*(.+)$|\\s+(?=\\p{Lu})(.+)$)`, 'iu').exec(p.text);
    if (first?.[1]) return { number: first[1], title: (first[2] ?? first[3] ?? '').trim() };
    const last = new RegExp(`^(.+?)\\s*[:,–—-]?\\s*\\(?\\b${w}\\s+(${NUMBER})\\)?$`, 'iu').exec(p.text);
    if (last?.[1] && last[2] && /[:,–—(-]\s*\S*\s*\S+\)?$/u.test(p.text)) return { number: last[2], title: last[1].trim() };
  }
  return undefined;
});

/** An appendix's heading: at the outermost level, whatever level its look gives it. */
export function isAppendixHeading(p: Paragraph, vocabulary: Vocabulary): boolean {
  if (p.bullet || !readsAsHeading(p, LONGEST)) return false;
  return (vocabulary.words['appendix'] ?? []).some((word) => new RegExp(`^${word.replace(/[^\p{L} ]/gu, '')}(?:\\s+(?:\\d{1,2}|[A-Z]|[ivx]{1,4}))?(?:$|\\s*[:.–—-]\\s*\\p{Lu})`, 'iu').test(p.text));
}

/** The blocks, parted at the headings of parts; the first has none. */
export function intoParts(blocks: readonly Block[], vocabulary: Vocabulary): { heading?: Paragraph; part?: PartHeading; blocks: Block[] }[] {
  const out: { heading?: Paragraph; part?: PartHeading; blocks: Block[] }[] = [{ blocks: [] }];
  for (const [i, block] of blocks.entries()) {
    const part = block.type === 'paragraph' ? partHeading(block, vocabulary) : undefined;
    // Lines of a list of contents name parts one under another, or end with the page.
    const next = blocks[i + 1];
    const listed = next?.type === 'paragraph' && partHeading(next, vocabulary) !== undefined;
    if (part && block.type === 'paragraph' && !listed && !/[.…\s]{3,}\d+$/.test(block.text)) out.push({ heading: block, part, blocks: [] });
    else out.at(-1)?.blocks.push(block);
  }
  return out;
}

/** True for a line set as a title: capitals, bold, or marked a heading. */
export const isTitleLine = (p: Paragraph): boolean => p.number === undefined && readsAsHeading(p, 100) && (p.heading !== undefined || p.bold === true || isCapitals(p.text));
