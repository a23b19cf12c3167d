/** What speaks for a report to a deciding body: labels of its front, recommendations, implications by area. */
import type { Paper } from '../../paper/model.js';
import { eachParagraph } from '../../paper/walk.js';
import type { Evidence } from '../kind.js';
import { labelledValues, wordingsUnder } from '../shared/labels.js';
import { phraseEvidence } from '../shared/recognise.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';

/** Labels are looked for among this many first paragraphs: the longest fronts. */
const FRONT = 40;
/** A heading has at most this many characters. */
const LONGEST_HEADING = 100;
/** Labels that reports alone have. */
const TELLING = new Set(['authors', 'wards', 'keyDecision', 'pathwayPast', 'pathwayFuture', 'from', 'to', 'portfolio', 'marking', 'decisionNumber', 'title']);

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const out = phraseEvidence(paper, vocabulary);
  const labels = wordingsUnder(vocabulary.words, 'front.');
  const seen = new Set<string>();
  const areas = new Map<string, Evidence>();
  let n = 0;
  for (const p of eachParagraph(paper.blocks)) {
    if (p.text === '') continue;
    if (n++ < FRONT) {
      for (const v of labelledValues(p, labels)) if (TELLING.has(v.field)) add(v.field, v.label, p.at);
      const alone = p.text.length <= 60 ? fieldFor(p.text, labels) : undefined;
      if (alone !== undefined && TELLING.has(alone) && p.text.endsWith(':')) add(alone, p.text, p.at);
    }
    const colon = p.text.indexOf(':');
    const head = colon > 0 && colon <= LONGEST_HEADING ? p.text.slice(0, colon) : p.text;
    if (p.bullet || head.length > LONGEST_HEADING) continue;
    const field = fieldFor(head, vocabulary.headings);
    if (field?.startsWith('implications.') && !areas.has(field)) areas.set(field, { text: head, weight: 0.9, at: p.at });
  }
  out.push(...[...areas.values()].slice(0, 4));
  return out;

  function add(field: string, label: string, at: Evidence['at']): void {
    if (seen.has(field) || seen.size >= 5) return;
    seen.add(field);
    out.push({ text: label, weight: 0.9, ...(at ? { at } : {}) });
  }
}
