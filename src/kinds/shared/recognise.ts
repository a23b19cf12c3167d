/** Recognition: what speaks for each kind is weighed, and the sum becomes a confidence. Pure. */
import type { Locator } from '../../paper/locator.js';
import type { Paper, Paragraph } from '../../paper/model.js';
import { cellText, eachParagraph, eachTable } from '../../paper/walk.js';
import { fold } from '../../paper/text.js';
import type { Evidence } from '../kind.js';
import { oncePer, remembered } from './remember.js';
import { matchFolded, type Vocabulary } from './vocabulary.js';

/** Lines in which a paper says what it is: the masthead. */
const MASTHEAD_LINES = 12;
/** Longer than this (characters) a paragraph is not looked at as a heading. */
const HEADING_LENGTH = 120;
/** Longer than this (characters) a line of the masthead is prose, and no title: "MINUTES of a meeting of … held in … on …" has some 200. */
const TITLE_LENGTH = 300;

export interface Line { readonly text: string; readonly at: Locator }

/** The masthead: the first paragraphs with text. */
export function mastheadOf(paper: Paper, count = MASTHEAD_LINES): Paragraph[] {
  const out: Paragraph[] = [];
  for (const p of eachParagraph(paper.blocks)) {
    if (p.text === '') continue;
    out.push(p);
    if (out.length >= count) break;
  }
  return out;
}

/** A line of the masthead or a heading of a column, made ready for every kind to look at: its words folded once, not once a phrase. */
interface Ready extends Line { readonly folded: string; readonly words: string }

/** The lines of a paper that phrases are looked for in. */
interface Lines {
  readonly titles: readonly Ready[];
  readonly declared: Ready | undefined;
  readonly columns: readonly Ready[];
  readonly paragraphs: readonly Paragraph[];
}

const linesOf = oncePer((paper: Paper): Lines => {
  const titled = (text: string, at: Locator): Ready => ({ text, at, folded: '', words: wordsOf(text) });
  const masthead = mastheadOf(paper);
  const columns: Ready[] = [];
  for (const table of eachTable(paper.blocks)) {
    for (const cell of table.cells) {
      if (cell.row >= Math.max(1, table.headerRows)) continue;
      const text = cellText(cell).replace(/\n/g, ' ');
      columns.push({ text, at: cell.at, folded: fold(text), words: '' });
    }
  }
  return {
    titles: [...masthead.filter((p) => p.text.length <= TITLE_LENGTH).map((p) => titled(p.text, p.at)), ...paper.furniture.filter((f) => f.why === 'header').map((f) => titled(f.text, f.at))],
    declared: paper.declaredTitle && masthead[0] ? titled(paper.declaredTitle, masthead[0].at) : undefined,
    columns, paragraphs: [...eachParagraph(paper.blocks)],
  };
});

const NONE: readonly number[] = [];

/** A paragraph's folded text: every kind asks for it. */
const foldedOf = oncePer((p: Paragraph) => fold(p.text));

/** The phrases (places in the vocabulary's list) that a paragraph satisfies: at its start, anywhere in it, or as a heading. */
const phrasesIn = remembered((p: Paragraph, vocabulary: Vocabulary): readonly number[] => {
  const folded = foldedOf(p);
  const short = p.heading !== undefined || p.text.length <= HEADING_LENGTH;
  let out: number[] | undefined;
  vocabulary.evidence.forEach(({ phrase, where }, i) => {
    if (where === 'title' || where === 'column' || (where === 'heading' && !short)) return;
    const there = where === 'heading' ? matchFolded(folded, phrase) > 0 : where === 'start' ? folded.startsWith(fold(phrase)) : folded.includes(fold(phrase));
    if (there) (out ??= []).push(i);
  });
  return out ?? NONE;
});

/** The words of a vocabulary's phrases, in its order: they are looked for in every stretch of a paper that might be one of its own. */
const phraseWords = oncePer((vocabulary: Vocabulary): readonly string[] => vocabulary.evidence.map(({ phrase, where }) => (where === 'title' ? wordsOf(phrase) : '')));

/** The evidence that a vocabulary's phrases find in a paper, each phrase once, at its first place. */
export function phraseEvidence(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const { titles, declared, columns, paragraphs } = linesOf(paper);
  const known = phraseWords(vocabulary);
  const first = new Map<number, Line>();
  for (const p of paragraphs) for (const i of phrasesIn(p, vocabulary)) if (!first.has(i)) first.set(i, p);
  const out: Evidence[] = [];
  vocabulary.evidence.forEach(({ phrase, where, weight }, i) => {
    let found = first.get(i);
    if (where === 'title') {
      const words = known[i] ?? '';
      found = titles.find((l) => l.words.includes(words)) ?? (declared?.words.includes(words) ? declared : undefined);
    } else if (where === 'column') found = columns.find((l) => matchFolded(l.folded, phrase) > 0);
    if (found) out.push({ text: clip(found.text), weight, at: found.at });
  });
  return out;
}

/** In a title a phrase may stand anywhere, as whole words; a `*` is not needed. */
const wordsOf = (text: string): string => ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;

const clip = (text: string): string => (text.length <= 160 ? text : `${text.slice(0, 157)}…`);

/** The weight at which a paper of a kind is as likely as not: evidence under it leaves the paper a `document`. */
const PRIOR = 3;

/** The sum of weights of evidence. */
export const weightOf = (evidence: readonly Evidence[]): number => evidence.reduce((n, e) => n + e.weight, 0);

/**
 * Confidence of a kind whose evidence weighs `weight`, beside the next best that weighs `other`: the logistic function of the
 * smaller of its lead over the prior and its lead over the other.
 */
export function confidenceOf(weight: number, other: number): number {
  const lead = Math.min(weight - PRIOR, weight - other);
  return Math.round((1 / (1 + Math.exp(-lead))) * 1000) / 1000;
}
