/** Finds paragraphs of a paper that its record says nothing of. */
import type { Paper } from '../../src/paper/model.js';
import { eachParagraph } from '../../src/paper/walk.js';

/** A paragraph of fewer words may become a value altogether: a date, a number, a label. */
const LONG_ENOUGH = 8;
/** One of fewer words with a figure or an address in it may be a meeting's particulars or somebody's contact. */
const PROSE = 25;
/** The share of a paragraph's words that its record must have somewhere. */
const MOST_WORDS = 0.7;
/** So many words in a row must be there as they stand; but lists of names are taken apart, and so are values in brackets. */
const IN_A_ROW = 3;
/** Keys whose texts say where or why, not what. */
const ASIDE = new Set(['at', 'until', 'classification', 'diagnostics', 'source', 'generator']);

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Every text in a record but those that say where or why. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, v]) => (ASIDE.has(key) ? [] : textsOf(v)));
}

/** The texts of the paragraphs that leave next to none of their words in the record (what is unassigned and set aside is in it too). */
export function lostIn(paper: Pick<Paper, 'blocks'>, record: unknown): string[] {
  const said = squeeze(textsOf(record).join('\n'));
  return [...eachParagraph(paper.blocks)].map((p) => p.text).filter((text) => {
    const words = text.split(/\s+/u);
    if (words.length < LONG_ENOUGH || (words.length < PROSE && /[\d@]/u.test(text))) return false;
    const there = words.filter((w) => said.includes(squeeze(w).replace(/^\P{L}+|\P{L}+$/gu, ''))).length;
    const inARow = words.some((_, i) => i + IN_A_ROW <= words.length && said.includes(squeeze(words.slice(i, i + IN_A_ROW).join(''))));
    return there < words.length * MOST_WORDS || (!inARow && !/[,;(]/u.test(text));
  });
}

/** The words of a paper, labels and all, that its record has nowhere: not as text, not as a number, not among what was read into a field or set aside. */
export function wordsLostIn(paper: Pick<Paper, 'blocks'>, record: unknown): string[] {
  const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const said = bare([...textsOf(record), ...numbersOf(record)].join(''));
  const words = [...eachParagraph(paper.blocks)].flatMap((p) => `${p.bullet ? '' : p.label ?? ''} ${p.text}`.split(/\s+/u));
  return [...new Set(words.filter((word) => bare(word) !== '' && !said.includes(bare(word))))];
}

function numbersOf(value: unknown): string[] {
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}
