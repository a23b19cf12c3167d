/** Recognition: what speaks for each kind is weighed, and the sum becomes a confidence. Pure. */
import type { Locator } from '../../paper/locator.js';
import type { Paper, Paragraph } from '../../paper/model.js';
import { cellText, eachParagraph, eachTable } from '../../paper/walk.js';
import { fold } from '../../paper/text.js';
import type { Evidence } from '../kind.js';
import { matchWording, type Vocabulary } from './vocabulary.js';

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

/** The evidence that a vocabulary's phrases find in a paper, each phrase once, at its first place. */
export function phraseEvidence(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const paragraphs = [...eachParagraph(paper.blocks)];
  const masthead = mastheadOf(paper);
  const columns: Line[] = [];
  for (const table of eachTable(paper.blocks)) {
    for (const cell of table.cells) if (cell.row < Math.max(1, table.headerRows)) columns.push({ text: cellText(cell).replace(/\n/g, ' '), at: cell.at });
  }
  const headings: Line[] = paragraphs.filter((p) => p.heading || p.text.length <= HEADING_LENGTH).map((p) => ({ text: p.text, at: p.at }));
  const titles: Line[] = [...masthead.map((p) => ({ text: p.text, at: p.at })),
    ...paper.furniture.filter((f) => f.why === 'header').map((f) => ({ text: f.text, at: f.at }))];
  const out: Evidence[] = [];
  for (const { phrase, where, weight } of vocabulary.evidence) {
    let found: Line | undefined;
    if (where === 'title') found = titles.find((l) => matches(l.text, phrase)) ?? (paper.declaredTitle && masthead[0] && matches(paper.declaredTitle, phrase) ? { text: paper.declaredTitle, at: masthead[0].at } : undefined);
    else if (where === 'heading') found = headings.find((l) => matchWording(l.text, phrase) > 0);
    else if (where === 'column') found = columns.find((l) => matchWording(l.text, phrase) > 0);
    else if (where === 'start') found = paragraphs.find((p) => fold(p.text).startsWith(fold(phrase)));
    else found = paragraphs.find((p) => fold(p.text).includes(fold(phrase)));
    if (found) out.push({ text: clip(found.text), weight, at: found.at });
  }
  return out;
}

/** In a title a phrase may stand anywhere, as whole words; a `*` is not needed. */
function matches(text: string, phrase: string): boolean {
  const t = ` ${fold(text).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `;
  return t.includes(` ${fold(phrase).replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `);
}

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
