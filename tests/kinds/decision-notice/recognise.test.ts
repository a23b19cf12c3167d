/** What is a decision notice, and what only speaks of decisions. */
import { describe, expect, it } from 'vitest';
import { paper, recordOf, table } from '../paper.js';

const recordFor = (blocks: Parameters<typeof paper>[0]) => recordOf(paper(blocks)) as unknown as { kind: string; classification: { confidence: number } };

describe('a decision notice', () => {
  it.each([
    ['RECORD OF OFFICER DECISION'], ['Notice of Executive Decision'], ['Delegated Decision Record'], ['RECORD OF DECISION TAKEN UNDER EXECUTIVE ARRANGEMENTS'], ['Cabinet Member Decision Notice'],
  ])('is known as %s', (title) => {
    const r = recordFor(['Westmere Borough Council', title, 'Subject: A lane', 'Decision maker: Jo Amery', '# Decision', 'That it be closed.', '# Reasons for decision', 'It is narrow.', '# Alternative options considered and rejected', 'None.']);
    expect(r.kind).toBe('decision-notice');
    expect(r.classification.confidence).toBeGreaterThan(0.9);
  });
  it('is known as a form', () => {
    expect(recordFor(['Officer decision notice', table([['Title of decision', 'A lane'], ['Decision maker', 'Jo Amery'], ['Decision', 'Close it.'], ['Reason for decision', 'Narrow.']], 0)]).kind).toBe('decision-notice');
  });
});

describe('other papers', () => {
  it('minutes with decisions and reasons are minutes', () => {
    expect(recordFor([
      'Westmere Borough Council', 'Minutes of a meeting of the Cabinet held on 4 May 2009 at 6.00 pm', 'Present: Councillors A Brook, C Dale and E Frost', '1. Apologies', 'There were none.',
      '2. Lanes', 'RESOLVED – That lamps be bought.', 'Reasons for decision', 'They are old.', 'Alternative options considered', 'None.', 'The meeting ended at 7.00 pm.',
    ]).kind).toBe('minutes');
  });
  it('a letter on a decision is a document', () => {
    expect(recordFor(['Dear Madam', 'I write with the decision on your request, and the reasons for it.', 'Yours sincerely', 'J Amery']).kind).toBe('document');
  });
});
