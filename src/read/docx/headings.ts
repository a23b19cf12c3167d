/** Headings by looks, for papers whose authors used no heading styles: a short bold line of its own, set off from what follows. Pure. */
import type { Block, Paragraph } from '../../paper/model.js';
import type { Building } from './grid.js';

/** A line longer than this, in characters, is a sentence in bold. */
const LONGEST = 120;
/** The share of a paper's characters above which bold is its plain type, not a mark of headings: of its paragraphs, headings may be the most. */
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

/** What ranks headings: size first, then weight; of those by looks also centring and capitals. */
function rank(p: Paragraph): string {
  const size = String(Math.round((p.size ?? 0) * 2)).padStart(4, '0');
  if (p.heading) return `${size}${p.bold ? '1' : '0'}`;
  const capitals = p.text === p.text.toUpperCase() ? '1' : '0';
  return `${size}${p.bold ? '1' : '0'}${p.align === 'centre' ? '1' : '0'}${capitals}`;
}

/** Length of the part of a rank that headings by style have, too. */
const SHARED = 5;

/**
 * Marks headings by looks among the blocks of a body. One that looks like a heading by style has its level; the others
 * come in the order of their size and weight, below the last heading by style that stands out more.
 */
export function markHeadings(blocks: readonly Block[]): void {
  const paragraphs = blocks.filter((b): b is Paragraph => b.type === 'paragraph');
  const letters = (list: readonly Paragraph[]): number => list.reduce((n, p) => n + p.text.length, 0);
  if (paragraphs.length >= FEW && letters(paragraphs.filter((p) => p.bold && !p.heading)) > letters(paragraphs) * MOST_BOLD) return;
  const found = paragraphs.filter(looksLikeHeading);
  if (found.length === 0) return;
  const stated = new Map<string, number>();
  for (const p of paragraphs) if (p.heading?.by === 'style') stated.set(rank(p), Math.min(p.heading.level, stated.get(rank(p)) ?? DEEPEST));
  const levels = new Map<string, number>();
  let level = 0;
  for (const key of [...new Set([...stated.keys(), ...found.map(rank)])].sort().reverse()) {
    const own = stated.get(key);
    if (own !== undefined) { level = Math.max(level, own); continue; }
    const alike = stated.get(key.slice(0, SHARED));
    levels.set(key, alike ?? ++level);
  }
  for (const p of found) (p as Building<Paragraph>).heading = { level: Math.min(DEEPEST, levels.get(rank(p)) ?? 1), by: 'looks' };
}

/** Levels of headings in Word. */
const DEEPEST = 9;
/** A paper of fewer paragraphs than this says too little of what its plain type is. */
const FEW = 10;
