/** What speaks for a report of a partnership's groups: its title, and headings that come back for one group after another. */
import type { Paper } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { lookedAt, phraseEvidence } from '../shared/recognise.js';
import { runInHeading } from '../shared/stretch.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { isGroupName } from './groups.js';

/** A heading has at most this many characters. */
const LONGEST_HEADING = 90;
/** What words before a colon weigh that come back for one group after another. */
const RUN_IN_WEIGHT = 1.5;
/** Fields whose headings tell a partnership's report from other papers when they come back. */
const TELLING = ['aims', 'progress', 'achievements', 'outcomes', 'termsOfReference', 'risks'];

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const out = phraseEvidence(paper, vocabulary);
  const times = new Map<string, { count: number; text: string; at: Evidence['at'] }>();
  const runIn = new Map<string, { count: number; text: string; at: Evidence['at'] }>();
  const names: { text: string; at: Evidence['at'] }[] = [];
  for (const p of lookedAt(paper)) {
    const run = p.text.includes(':') ? runInHeading(p, vocabulary.headings) : undefined;
    if (run && TELLING.includes(run.field)) {
      const entry = runIn.get(run.field) ?? { count: 0, text: run.heading, at: p.at };
      entry.count++;
      runIn.set(run.field, entry);
    }
    if (p.bullet || p.text.length > LONGEST_HEADING) continue;
    const field = fieldFor(p.text, vocabulary.headings);
    if (field !== undefined && TELLING.includes(field)) {
      const entry = times.get(field) ?? { count: 0, text: p.text, at: p.at };
      entry.count++;
      times.set(field, entry);
    } else if (field === undefined && isGroupName(p, vocabulary)) names.push({ text: p.text, at: p.at });
  }
  for (const { count, text, at } of times.values()) {
    if (count >= 2) out.push({ text: `${text} (${count} times)`, weight: 2, ...(at ? { at } : {}) });
    else out.push({ text, weight: 0.6, ...(at ? { at } : {}) });
  }
  // Words before a colon tell less than headings do: only where several come back, under one group's name after another.
  const back = [...runIn.values()].filter((e) => e.count >= 2);
  if (names.length >= 2 && back.length >= 2) for (const { count, text, at } of back) out.push({ text: `${text}: (${count} times)`, weight: RUN_IN_WEIGHT, ...(at ? { at } : {}) });
  const [first] = names;
  if (first && names.length >= 2) out.push({ text: `${first.text} (${names.length} groups)`, weight: 2, ...(first.at ? { at: first.at } : {}) });
  return out;
}
