/** What speaks for a strategy paper: its title and headings, a deep tree of numbers, parts, questions put to consultation. */
import type { Paper, Paragraph } from '../../paper/model.js';
import { depthOfNumber } from '../../values/index.js';
import type { Evidence } from '../kind.js';
import { afterOpening } from '../shared/labels.js';
import { lookedAt, mastheadOf, phraseEvidence } from '../shared/recognise.js';
import { oncePer, remembered } from '../shared/remember.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { partHeading } from './parts.js';

/** A strategy that a committee is given numbers at least this many of its sections and paragraphs. */
const FEWEST_NUMBERED = 6;

/** The title stands among this many first lines, and has at most this many characters. */
const TITLE_LINES = 6;
const LONGEST_TITLE = 120;
/** "Neglect Strategy 2022–2025", "Strategy for Play": the paper calls itself one, and the line says nothing else. The words before the name are the first group. */
const NAMED = /^(?!(?:our|the|a|draft)?\s*(?:strategy|policy|framework)$)((?:[^\s:]+\s+){0,12})(?:strategy|strategic plan|policy framework|framework|policy|strategaeth)(?:\s+(?:for|on|to)\s+[^.:;]{3,60})?(?:[\s,:(–—-]+(?:(?:19|20)\d\d|refresh|draft|final|summary|\d{1,2})\b[\s,)–—/-]*){0,5}$/iu;

/** True where a line is a strategy's name, and not what a report on it says of it ("Delivery of the Play Strategy"). */
function isName(p: Paragraph, vocabulary: Vocabulary): boolean {
  const before = p.text.length <= LONGEST_TITLE && /strateg|policy|framework/i.test(p.text) ? NAMED.exec(p.text)?.[1] : undefined;
  return before !== undefined && !before.split(/\s+/u).some((word) => word !== '' && isOneOf(word, vocabulary.words['about']));
}

/** A report's labels stand among this many first lines. */
const FRONT_LINES = 30;

/** What makes a paper a report on a strategy: a label of its front, or its headings. */
function reportSigns(paper: Paper, vocabulary: Vocabulary): { label: boolean; heading: boolean } {
  const signs = { label: false, heading: false };
  let n = 0;
  for (const p of lookedAt(paper)) {
    if (n++ < FRONT_LINES && !p.bullet && p.heading === undefined && afterOpening(p.text, vocabulary.words['reportLabel']) !== undefined) signs.label = true;
    if (isReportHeading(p, vocabulary)) signs.heading = true;
  }
  return signs;
}

/** The vocabulary without the headings that a report quotes; the same object for the same vocabulary. */
const withoutQuoted = oncePer((vocabulary: Vocabulary): Vocabulary => {
  const quoted = vocabulary.words['quoted'] ?? [];
  return { ...vocabulary, evidence: vocabulary.evidence.filter((e) => e.where !== 'heading' || !quoted.includes(e.phrase)) };
});

/** A heading of a report ("Recommendations", "Legal implications"). */
const isReportHeading = remembered((p: Paragraph, vocabulary: Vocabulary) => !p.bullet && p.text.length <= LONGEST_TITLE && isOneOf(p.text, vocabulary.words['reportHeading']));

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const signs = reportSigns(paper, vocabulary);
  const out = phraseEvidence(paper, signs.label || signs.heading ? withoutQuoted(vocabulary) : vocabulary);
  let parts = 0;
  let deep = 0;
  let asked: Evidence | undefined;
  let steps: Evidence | undefined;
  let lastPart: Evidence | undefined;
  let announced = false;
  let numbered = 0;
  let questions = 0;
  for (const p of lookedAt(paper)) {
    if (p.number !== undefined && /^\d+(?:\.\d+)*$/.test(p.number)) numbered++;
    if (partHeading(p, vocabulary)) { parts++; lastPart = { text: p.text, weight: 1.5, at: p.at }; }
    if (p.number !== undefined && /^\d+(?:\.\d+){2,}$/.test(p.number) && depthOfNumber(p.number) >= 3) deep++;
    if (/[:;]$/.test(p.text) && isOneOf(p.text, vocabulary.words['questions'])) announced = true;
    else if (announced && /\?$/.test(p.text)) { questions++; asked ??= { text: p.text, weight: 1.5, at: p.at }; }
    if (!steps && p.text.length <= 80 && !p.bullet && fieldFor(p.text, vocabulary.headings) === 'nextSteps') steps = { text: p.text, weight: 1, at: p.at };
  }
  if (parts >= 2 && lastPart) out.push(lastPart);
  if (deep >= 5) out.push({ text: `${deep} paragraphs numbered three deep or more`, weight: 1 });
  if (questions >= 2 && asked) out.push(asked);
  if (steps) out.push(steps);
  const named = signs.label ? undefined : mastheadOf(paper, TITLE_LINES).find((p) => isName(p, vocabulary));
  if (named) out.push({ text: named.text, weight: 2.2, at: named.at });
  const headings = lookedAt(paper).filter((p) => p.heading !== undefined && !p.bullet).length;
  // A strategy for readers at large has headings and prose, and no numbers.
  if (named && numbered < FEWEST_NUMBERED && headings >= FEWEST_NUMBERED) out.push({ text: 'hardly any numbered paragraphs', weight: -0.5 });
  // Slides and leaflets have the words of a strategy, and no numbered paragraphs.
  else if (numbered < FEWEST_NUMBERED && lookedAt(paper).length >= FEWEST_NUMBERED) out.push({ text: 'hardly any numbered paragraphs', weight: -3.5 });
  else if (numbered >= FEWEST_NUMBERED * 2) out.push({ text: `${numbered} numbered paragraphs`, weight: 0.8 });
  return out;
}
