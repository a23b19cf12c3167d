/** What speaks for a report to a deciding body: labels of its front, recommendations, implications by area. */
import type { Paper, Paragraph } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { afterOpening, labelledValues, wordingsUnder } from '../shared/labels.js';
import { lookedAt, phraseEvidence } from '../shared/recognise.js';
import { remembered } from '../shared/remember.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';

/** Labels are looked for among this many first paragraphs: the longest fronts. */
const FRONT = 40;
/** A heading has at most this many characters. */
const LONGEST_HEADING = 100;
/** Whose report it is stands among this many first paragraphs. */
const MASTHEAD = 9;
/** Such a line has at most this many characters. */
const LONGEST_LINE = 160;
/** Labels that reports alone have. */
const TELLING = new Set(['authors', 'wards', 'keyDecision', 'pathwayPast', 'pathwayFuture', 'from', 'to', 'portfolio', 'marking', 'decisionNumber', 'title']);

/** "The committee is asked to: …", "Cabinet is recommended to note …": who is asked stands at the head of the paragraph. */
const asksFor = remembered((p: Paragraph, vocabulary: Vocabulary): boolean => {
  const head = p.text.slice(0, LONGEST_HEADING);
  const verb = /\b(?:to|that)\b/gu;
  for (const m of head.matchAll(verb)) if (isOneOf(head.slice(0, m.index + m[0].length), vocabulary.words['asks'])) return true;
  return false;
});

/** The implications that a paragraph is headed by: "Financial implications: …". */
const areaOf = remembered((p: Paragraph, vocabulary: Vocabulary): { field: string; head: string } | undefined => {
  const colon = p.text.indexOf(':');
  const head = colon > 0 && colon <= LONGEST_HEADING ? p.text.slice(0, colon) : p.text;
  if (p.bullet || head.length > LONGEST_HEADING) return undefined;
  const field = fieldFor(head, vocabulary.headings);
  return field?.startsWith('implications.') ? { field, head } : undefined;
});

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const out = phraseEvidence(paper, vocabulary);
  const labels = wordingsUnder(vocabulary.words, 'front.');
  const seen = new Set<string>();
  const told = new Set<string>();
  const areas = new Map<string, Evidence>();
  let n = 0;
  for (const p of lookedAt(paper)) {
    if (n++ < FRONT) {
      for (const v of labelledValues(p, labels)) if (TELLING.has(v.field)) add(v.field, v.label, p.at);
      const alone = p.text.length <= 60 ? fieldFor(p.text, labels) : undefined;
      if (alone !== undefined && TELLING.has(alone) && p.text.endsWith(':')) add(alone, p.text, p.at);
    }
    if (n <= MASTHEAD && p.number === undefined && p.text.length <= LONGEST_LINE && afterOpening(p.text, vocabulary.words['reportOf'])) once('reportOf', p.text, p.at, 2.2);
    if (asksFor(p, vocabulary)) once('asks', p.text, p.at, 1);
    const area = areaOf(p, vocabulary);
    if (area && !areas.has(area.field)) areas.set(area.field, { text: area.head, weight: 0.9, at: p.at });
  }
  out.push(...[...areas.values()].slice(0, 4));
  return out;

  function once(what: string, text: string, at: Evidence['at'], weight: number): void {
    if (told.has(what)) return;
    told.add(what);
    out.push({ text: text.slice(0, LONGEST_LINE), weight, ...(at ? { at } : {}) });
  }

  function add(field: string, label: string, at: Evidence['at']): void {
    if (seen.has(field) || seen.size >= 5) return;
    seen.add(field);
    out.push({ text: label, weight: 0.9, ...(at ? { at } : {}) });
  }
}
