/** What speaks for a paper's being minutes: its masthead, RESOLVED and its like, lists of those present, "(Item 3)" under headings, recorded votes. */
import type { Paper, Paragraph } from '../../paper/model.js';
import type { Evidence } from '../kind.js';
import { findWording, openingOf } from '../shared/openings.js';
import { lookedAt, mastheadOf, phraseEvidence } from '../shared/recognise.js';
import { remembered } from '../shared/remember.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { attendanceOpening, isMoved } from './outline.js';
import { tallyOf } from './votes.js';
import { resolvedIn } from './resolved.js';

interface Sign { first?: Evidence; count: number }

/** The signs that a paragraph is. */
const signsOf = remembered((p: Paragraph, vocabulary: Vocabulary): ('resolved' | 'minutes' | 'votes' | 'moved' | 'ended')[] => {
  const out: ReturnType<typeof signsOf> = [];
  const resolved = resolvedIn(p.text, vocabulary);
  if (resolved && /^(?:resolved|resolution|agreed|it was|decided|decision|the|penderfyn)/i.test(resolved.word)) out.push('resolved');
  if (p.number === undefined && /:\s*$/.test(p.text) && isOneOf(p.text, vocabulary.headings.minutes?.filter((w) => /minut|cofnod/i.test(w)))) out.push('minutes');
  if (/\(\d{1,3}\)\s*$/.test(p.text) && p.text.length < 30 && tallyOf(p.text, vocabulary)) out.push('votes');
  if (isMoved(p.text, vocabulary)) out.push('moved');
  if (p.text.length < 160 && findWording(p.text, vocabulary.words.ended) && /\d/.test(p.text)) out.push('ended');
  return out;
});

export function recognise(paper: Paper, vocabulary: Vocabulary): Evidence[] {
  const found = phraseEvidence(paper, vocabulary);
  const signs = { resolved: { count: 0 } as Sign, present: { count: 0 } as Sign, minutes: { count: 0 } as Sign, votes: { count: 0 } as Sign, page: { count: 0 } as Sign, title: { count: 0 } as Sign, moved: { count: 0 } as Sign, ended: { count: 0 } as Sign };
  const see = (sign: Sign, text: string, at: Evidence['at']): void => {
    sign.count++;
    sign.first ??= { text: text.length > 160 ? `${text.slice(0, 157)}…` : text, weight: 0, ...(at ? { at } : {}) };
  };
  const titled = [...(vocabulary.words.meetingOf ?? []), ...(vocabulary.words.held ?? []), 'meeting'];
  let present: string | undefined;
  for (const p of lookedAt(paper)) {
    for (const sign of signsOf(p, vocabulary)) see(signs[sign], p.text, p.at);
    const opening = attendanceOpening(p, vocabulary);
    if (opening && (opening.status === 'present' || opening.status === 'in-attendance') && opening.status !== present) {
      present = opening.status;
      see(signs.present, p.text, p.at);
    }
  }
  for (const p of mastheadOf(paper)) {
    // "2. Minutes of the last meeting" is an agenda's item; a title has no number.
    if (p.number === undefined && !p.bullet && openingOf(p.text, vocabulary.words.title) && findWording(p.text, titled)) see(signs.title, p.text, p.at);
    if (p.text.length < 60 && /^(?:draft |unconfirmed |confirmed )?minutes$/i.test(p.text.replace(/[\s:.]+$/, '')) && !signs.minutes.first) see(signs.page, p.text, p.at);
  }
  const add = (sign: Sign, weight: (count: number) => number): void => { if (sign.first) found.push({ ...sign.first, weight: weight(sign.count) }); };
  add(signs.resolved, (n) => Math.min(4, 2.5 + 0.3 * n));
  add(signs.present, (n) => (n > 1 ? 3.5 : 2.5));
  add(signs.minutes, () => 4);
  add(signs.page, () => 4);
  add(signs.title, () => 5);
  add(signs.votes, () => 1.5);
  add(signs.moved, () => 1.5);
  add(signs.ended, () => 2);
  return found;
}
