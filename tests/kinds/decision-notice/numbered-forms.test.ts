// Forms whose lines are numbered on two levels, headings that no wording knows under the subject, and comments of officers.
import { describe, expect, it } from 'vitest';
import type { DecisionNoticeRecord } from '../../../src/kinds/decision-notice/schema.js';
import { paper, para, recordOf } from '../paper.js';

const noticeOf = (...blocks: Parameters<typeof paper>[0]): DecisionNoticeRecord => recordOf(paper(['# RECORD OF DECISION', ...blocks]), 'decision-notice') as unknown as DecisionNoticeRecord;
const bold = (text: string) => para(text, { bold: true });

describe('a numbered form', () => {
  it('gives its values without the numbers of its lines', () => {
    const r = noticeOf(bold('1. Decision maker'), '1.1 Ann Lee, Director of Place', bold('2. Subject of decision'), '2.1 Closing a car park', bold('3. Key decision'), '3.1 Yes', bold('4. Decision'), '4.1 To close it.', '4.2 To mend it.');
    expect(r.decisionMaker).toMatchObject({ name: 'Ann Lee', role: 'Director of Place', type: 'person' });
    expect(r).toMatchObject({ subject: 'Closing a car park', keyDecision: true });
    expect(r.decision.map((d) => [d.number, d.text])).toEqual([['4.1', 'To close it.'], ['4.2', 'To mend it.']]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('keeps a number that is the value', () => {
    expect(noticeOf('Decision number: 24.1', 'Title: A road', 'Decision:', 'To mend it.').decisionNumber).toBe('24.1');
  });
});

describe('a heading right under the subject', () => {
  it('ends it; a plain line goes on with it', () => {
    const r = noticeOf('Title: Grants for victims', para('Executive Summary', { bold: true, heading: { level: 3, by: 'looks' } }), 'Nine bids were received.', 'Decision:', 'To pay six.', 'Legal comments', 'There is power to pay.');
    expect(r.subject).toBe('Grants for victims');
    expect(r.fields).toMatchObject([{ label: 'Executive Summary', text: 'Nine bids were received.' }]);
    expect(r.implications?.map((i) => i.area)).toEqual(['legal']);
    expect(noticeOf('Title: Grants for victims', 'and witnesses', 'Decision:', 'To pay six.').subject).toBe('Grants for victims and witnesses');
  });
});

describe('a signature', () => {
  it('ends where a sentence begins, and may have a post on its next line', () => {
    const r = noticeOf('Title: A road', 'Decision:', 'To mend it.', 'Signed: Ann Lee', 'The new scheme was written with the help of all that live there.');
    expect(r.signatory).toMatchObject({ name: 'Ann Lee', text: 'Ann Lee' });
    expect(r.fields).toMatchObject([{ label: '', text: 'The new scheme was written with the help of all that live there.' }]);
    expect(noticeOf('Title: A road', 'Decision:', 'To mend it.', 'Signed: Ann Lee', 'Director of Place').signatory).toMatchObject({ name: 'Ann Lee', role: 'Director of Place' });
  });
});

describe('a sentence on when it takes effect', () => {
  it('stands under a date, and is of the decision', () => {
    expect(noticeOf('Title: A road', 'Decision:', 'To mend it.', 'Signed: A Lee', 'Date: 30 June 2025', 'The decision will come into effect on 10 July 2025 unless called in.')).toMatchObject({ decided: '2025-06-30', effective: '2025-07-10', callIn: true });
  });
});
