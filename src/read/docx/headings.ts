/** Headings by looks, for papers whose authors used no heading styles: a short bold line of its own, set off from what follows. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import type { Building } from './grid.js';

/** A line longer than this, in characters, is a sentence in bold. */
const LONGEST = 120;
/** The share of a paper's paragraphs above which bold is its plain type, not a mark of headings. */
const MOST_BOLD = 0.5;

function looksLikeHeading(p: Paragraph): boolean {
  if (p.heading || p.bullet || p.note !== undefined || p.text === '' || p.text.length > LONGEST) return false;
  if (!p.bold && !(p.underlined && p.label === undefined)) return false;
  if (p.align === 'right') return false;
  // "Present:<tab>Councillor Ames" and "Date:<tab>3 May" are rows of a form, in bold or not.
  if (p.spans?.some((s) => s.style === 'tab')) return false;
  if (!/\p{L}/u.test(p.text)) return false;
  return !/[.;,]$/.test(p.text) || p.text.length < 40;
}

/** What ranks headings by looks: size first, then centring, capitals, weight. */
function rank(p: Paragraph): string {
  const size = String(Math.round((p.size ?? 0) * 2)).padStart(4, '0');
  const capitals = p.text === p.text.toUpperCase() ? '1' : '0';
  return `${size}${p.align === 'centre' ? '1' : '0'}${capitals}${p.bold ? '1' : '0'}`;
}

/** Marks headings by looks among the blocks of a body. Their levels follow those that styles state, in order of size and weight. */
export function markHeadings(blocks: readonly Block[]): void {
  const paragraphs = blocks.filter((b): b is Paragraph => b.type === 'paragraph');
  const bold = paragraphs.filter((p) => p.bold && !p.heading).length;
  if (paragraphs.length >= 10 && bold > paragraphs.length * MOST_BOLD) return;
  const found = paragraphs.filter(looksLikeHeading);
  if (found.length === 0) return;
  const stated = paragraphs.reduce((most, p) => (p.heading?.by === 'style' ? Math.max(most, p.heading.level) : most), 0);
  const ranks = [...new Set(found.map(rank))].sort().reverse();
  for (const p of found) (p as Building<Paragraph>).heading = { level: Math.min(9, stated + 1 + ranks.indexOf(rank(p))), by: 'looks' };
}
