// Notices of several decisions, points set in one cell, and the day on a dotted line.
import { describe, expect, it } from 'vitest';
import type { DecisionNoticeRecord } from '../../../src/kinds/decision-notice/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const noticeOf = (...blocks: Parameters<typeof paper>[0]): DecisionNoticeRecord => recordOf(paper(blocks), 'decision-notice') as unknown as DecisionNoticeRecord;
const TITLE = '# RECORD OF DECISION';

describe('several decisions', () => {
  it('have their parts in the boxes of the first, each under its subject', () => {
    const r = noticeOf(TITLE, 'Contact: Lena Fitch', '## Item 5: Allocations', 'Decision made:', 'That the scheme be adopted.', 'Reasons for decision:', 'It is old.', '## Item 6: Dogs', 'Decision made:', 'That the order be extended.', 'Reasons for decision:', 'Dogs still run.');
    expect(r.decision.map((d) => [d.text, d.items?.map((i) => i.text)])).toEqual([['That the scheme be adopted.', undefined], ['Item 6: Dogs', ['That the order be extended.']]]);
    expect(r.reasons.map((d) => [d.text, d.items?.map((i) => i.text)])).toEqual([['It is old.', undefined], ['Item 6: Dogs', ['Dogs still run.']]]);
    expect(r.coverage.ratio).toBe(1);
  });
  it('in one paragraph of a cell are a point each', () => {
    const text = 'To award Lot 1 to Bannerman Ltd. 2. To award Lot 2 to Coppice Ltd.';
    const cut = text.indexOf(' 2.');
    const form = table([['Decision maker', 'Director of Place, Samir Haddad'], ['Subject', 'Resurfacing'], ['Decisions', '.'], ['Subject to call-in?', 'Yes – call-in expires at 5pm on 21 June 2024'], ['Reasons for the decisions', 'The best value.'], ['Declarations of interest and any dispensation granted', 'None']], 0);
    const points = para(`1. ${text}`, { spans: [{ start: cut, end: cut + 1, style: 'break' }] });
    const cells = form.cells.map((c) => (c.row === 2 && c.column === 1 ? { ...c, blocks: [points] } : c));
    const r = noticeOf(TITLE, { ...form, cells }, 'Signed: S Haddad, Director of Place');
    expect(r.decision.map((d) => [d.number, d.text])).toEqual([['1', 'To award Lot 1 to Bannerman Ltd.'], ['2', 'To award Lot 2 to Coppice Ltd.']]);
    expect(r.decisionMaker).toMatchObject({ name: 'Samir Haddad', role: 'Director of Place', type: 'person' });
    expect(r).toMatchObject({ callIn: true, callInDeadline: '2024-06-21', signatory: { name: 'S Haddad' } });
    expect([r.reasons.length, r.interests.length, r.coverage.ratio]).toEqual([1, 1, 1]);
  });
});

describe('the foot and the head', () => {
  it('give the day on a dotted line over its captions', () => {
    const r = noticeOf(TITLE, 'Subject: Beds', 'Decision:', 'I agree to buy beds.', 'Any interest declared when the decision was taken:', 'None', '........................... 22 May 2024 signed date');
    expect([r.decided, r.interests.map((i) => i.text)]).toEqual(['2024-05-22', ['None']]);
    // A dotted line in a sentence is the text's.
    expect(noticeOf(TITLE, 'Subject: Beds', 'Decision:', 'I agree to buy beds ..... before 22 May 2024.').decision.length).toBe(1);
  });
  it('have a number that ends with its line', () => {
    const r = noticeOf(TITLE, table([['DECISION TO BE TAKEN BY:|Clare Whitlock, Cabinet Member for Care', 'DECISION NUMBER:|24/00061']], 0), 'For publication', 'Key decision: YES', 'Subject: Beds', 'Decision:', 'I agree to buy beds.');
    expect([r.decisionNumber, r.keyDecision, r.coverage.ratio]).toEqual(['24/00061', true, 1]);
  });
  it('have no label in a sentence of a box', () => {
    const said = 'Options considered in March were costly, so bins are better.';
    const r = noticeOf(TITLE, 'Subject: Bins', 'Decision:', 'To buy bins.', 'Reasons for decision:', said, 'Declarations of interest and dispensations were not made.');
    expect(r.reasons.map((i) => i.text)).toEqual([said, 'Declarations of interest and dispensations were not made.']);
    expect([r.alternatives.length, r.interests.length]).toEqual([0, 0]);
  });
});
