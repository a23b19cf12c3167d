// Labels that no wording knows, alone on a line under a short value. Invented papers.
import { expect, it } from 'vitest';
import { paper, recordOf } from '../paper.js';

interface Notice { keyDecision?: boolean; callIn?: boolean; fields?: { label: string; text: string }[]; decision: { text: string }[] }
const noticeOf = (...lines: string[]) => recordOf(paper(['Decision details', 'Award of Contract', 'Decision Maker: Director of Resources', 'Is Key decision?: Yes', 'Is subject to call in?: Yes', ...lines, 'Decision:', 'To award it.']), 'decision-notice') as unknown as Notice;

it('head a value of their own', () => {
  const r = noticeOf('Purpose:', 'To award contracts for short breaks.');
  expect(r).toMatchObject({ callIn: true, decision: [{ text: 'To award it.' }] });
  expect(r.fields).toContainEqual(expect.objectContaining({ label: 'Purpose', text: 'To award contracts for short breaks.' }));
});

it('are part of the value where they have more words than a label', () => {
  expect(noticeOf('The decision may be called in by any five members until:', '4 May 2022').fields?.some((f) => f.label.startsWith('The decision'))).toBe(false);
});
