/** Numbered lines that are headings because their fellows are: "5.3" beside the headings "5.1" and "5.2". Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import { nextFilled } from './looks.js';

/** Longer than this (characters), a numbered line is a paragraph. */
const LONGEST_HEADING = 110;
/** "2.1", "2.1.3"; "2.0" numbers a section of the first level. */
const MULTILEVEL = /^\d+(?:\.\d+)*\.(?!0$)\d+$/;

/**
 * Marks as headings the short numbered lines whose fellows (the same number but for its last part) are headings already, none of them a
 * long paragraph, and that no fellow follows at once. For sources without styles, after `inferHeadings`.
 */
export function headSiblings(blocks: readonly Block[]): Block[] {
  const families = new Map<string, { headings: number; paragraphs: number; level: number }>();
  const familyOf = (p: Paragraph): string => {
    const number = p.number ?? '';
    return number.slice(0, number.lastIndexOf('.'));
  };
  // Numbers begin again in every part and appendix: a family ends where its parent's number is met once more.
  let era = 0;
  const eras: number[] = [];
  let lastTop = 0;
  for (const b of blocks) {
    if (b.type === 'paragraph' && b.heading && b.number !== undefined && /^\d+(?:\.0)?$/.test(b.number)) {
      const top = Number.parseInt(b.number, 10);
      if (top <= lastTop) era++;
      lastTop = top;
    }
    eras.push(era);
  }
  blocks.forEach((b, i) => {
    if (b.type !== 'paragraph' || b.number === undefined || !MULTILEVEL.test(b.number)) return;
    const key = `${eras[i]}:${familyOf(b)}`;
    const family = families.get(key) ?? { headings: 0, paragraphs: 0, level: 9 };
    if (b.heading) { family.headings++; family.level = Math.min(family.level, b.heading.level); } else if (b.text.length > LONGEST_HEADING) family.paragraphs++;
    families.set(key, family);
  });
  return blocks.map((b, i) => {
    if (b.type !== 'paragraph' || b.heading || b.number === undefined || !MULTILEVEL.test(b.number) || b.text === '' || b.text.length > LONGEST_HEADING || /[:;,]$/.test(b.text)) return b;
    const family = families.get(`${eras[i]}:${familyOf(b)}`);
    if (!family || family.headings === 0 || family.paragraphs > 0) return b;
    const next = nextFilled(blocks, i);
    // It heads what follows: text, a list, or points of its own number.
    if (!next || (next.type === 'paragraph' && (next.heading || (next.number !== undefined && /^\d/.test(next.number) && !next.number.startsWith(`${b.number}.`))))) return b;
    return { ...b, heading: { level: family.level, by: 'looks' as const } };
  });
}
