/** Recognition: what speaks for each kind is weighed, and the sum becomes a confidence. Pure. */
import type { Locator } from '../../paper/locator.js';
import type { Paper, Paragraph } from '../../paper/model.js';
import { cellText, eachParagraph, eachTable } from '../../paper/walk.js';
import { fold } from '../../paper/text.js';
import type { Evidence } from '../kind.js';
import { matchFolded, type Vocabulary } from './vocabulary.js';

/** Lines in which a paper says what it is: the masthead. */
const MASTHEAD_LINES = 12;
/** Longer than this (characters) a paragraph is not looked at as a heading. */
const HEADING_LENGTH = 120;

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

/** A line made ready to be looked at by every kind: its words folded once, not once a phrase. */
interface Ready extends Line { readonly folded: string; readonly words: string }

/** The lines of a paper that phrases are looked for in. */
interface Lines {
  readonly titles: readonly Ready[];
  readonly declared: Ready | undefined;
  readonly headings: readonly Ready[];
  readonly columns: readonly Ready[];
  readonly all: readonly Ready[];
}

const readied = new WeakMap<Paper, Lines>();

function linesOf(paper: Paper): Lines {
  let lines = readied.get(paper);
  if (lines) return lines;
  const ready = (text: string, at: Locator): Ready => ({ text, at, folded: fold(text), words: '' });
  const titled = (text: string, at: Locator): Ready => ({ text, at, folded: '', words: wordsOf(text) });
  const paragraphs = [...eachParagraph(paper.blocks)];
  const all = paragraphs.map((p) => ready(p.text, p.at));
  const masthead = mastheadOf(paper);
  const columns: Ready[] = [];
  for (const table of eachTable(paper.blocks)) {
    for (const cell of table.cells) if (cell.row < Math.max(1, table.headerRows)) columns.push(ready(cellText(cell).replace(/\n/g, ' '), cell.at));
  }
  lines = {
    titles: [...masthead.map((p) => titled(p.text, p.at)), ...paper.furniture.filter((f) => f.why === 'header').map((f) => titled(f.text, f.at))],
    declared: paper.declaredTitle && masthead[0] ? titled(paper.declaredTitle, masthead[0].at) : undefined,
    headings: all.filter((_, i) => paragraphs[i]?.heading || (paragraphs[i]?.text.length ?? 0) <= HEADING_LENGTH),
    columns, all,
  };
  readied.set(paper, lines);
  return lines;
}

/** The evidence that a vocabulary's phrases find in a paper, each phrase once, at its first place. */
export function phraseEvidence(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const { titles, declared, headings, columns, all } = linesOf(paper);
  const out: Evidence[] = [];
  for (const { phrase, where, weight } of vocabulary.evidence) {
    let found: Line | undefined;
    if (where === 'title') {
      const words = wordsOf(phrase);
      found = titles.find((l) => l.words.includes(words)) ?? (declared?.words.includes(words) ? declared : undefined);
    } else if (where === 'heading') found = headings.find((l) => matchFolded(l.folded, phrase) > 0);
    else if (where === 'column') found = columns.find((l) => matchFolded(l.folded, phrase) > 0);
    else {
      const words = fold(phrase);
      found = all.find((l) => (where === 'start' ? l.folded.startsWith(words) : l.folded.includes(words)));
    }
    if (found) out.push({ text: clip(found.text), weight, at: found.at });
  }
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
