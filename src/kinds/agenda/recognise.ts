/** What speaks for a paper's being an agenda: the word, a run of numbered titles with page references, the usual first items, and no text to speak of. */
import type { Block, Paper, Paragraph } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { heaviestRun } from '../shared/numbering.js';
import { openingOf } from '../shared/openings.js';
import { lookedAt, mastheadOf, phraseEvidence } from '../shared/recognise.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { unspaced } from './head.js';
import { pagesIn } from './items.js';

/** An agenda is a list of titles: a paper with more than this share of its characters in long paragraphs is something else. */
const MOST_PROSE = 0.5;
/** A paragraph longer than this (characters) is prose. */
const PROSE = 350;

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const found = phraseEvidence(paper, vocabulary);
  const paragraphs = lookedAt(paper);
  const total = paragraphs.reduce((n, p) => n + p.text.length, 0);
  const prose = paragraphs.reduce((n, p) => n + (p.text.length > PROSE ? p.text.length : 0), 0);
  const first = paragraphs[0];
  if (!first || total === 0) return found;
  const agenda = mastheadOf(paper).find((p) => isOneOf(unspaced(p.text), vocabulary.headings.title)) ?? paragraphs.slice(0, 40).find((p) => isOneOf(unspaced(p.text), vocabulary.headings.title));
  const numbered = (paper.blocks as readonly Block[]).flatMap((b, index) => (b.type === 'paragraph' && b.number !== undefined && /^\d{1,3}$/.test(b.number)
    ? [{ index, number: b.number, ...(b.label === undefined ? {} : { label: b.label }), weight: 1, paragraph: b }] : []));
  const { run } = heaviestRun(numbered);
  const usual = paragraphs.filter((p) => p.text.length < 120 && openingOf(p.text, vocabulary.words.usual) !== undefined);
  const paged = paragraphs.filter((p) => p.text.length < 400 && /\(\s*pages?\b/iu.test(p.text) && pagesIn(p, vocabulary) !== undefined);
  const add = (p: Paragraph | undefined, weight: number): void => { if (p) found.push({ text: p.text.slice(0, 160), weight, at: p.at }); };
  if (agenda) add(agenda, 2);
  if (run.length >= 3) add(run[0]?.paragraph, 1);
  if (usual.length > 0) add(usual[0], Math.min(3, 1 + 0.5 * usual.length));
  if (paged.length > 0) add(paged[0], Math.min(4, 2 + 0.5 * paged.length));
  // Minutes have the same titles, and text under them.
  if (prose / total > MOST_PROSE) found.push({ text: 'most of it is prose', weight: -6, at: first.at });
  else if (prose / total > MOST_PROSE / 2) found.push({ text: 'much of it is prose', weight: -3, at: first.at });
  const resolved = paragraphs.find((p) => openingOf(p.text, vocabulary.words.resolved) !== undefined);
  if (resolved) add(resolved, -4);
  return found;
}
