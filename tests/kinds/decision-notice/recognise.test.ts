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
  it('a list of what was determined under delegated powers is a document, with its table', () => {
    const r = recordOf(paper(['# Planning applications determined under delegated powers', 'These were determined in March 2031.', table([['Application', 'Site', 'Decision', 'Date of decision'], ['31/00012', '4 Quay Lane', 'Approved', '4 March 2031'], ['31/00013', '6 Quay Lane', 'Refused', '6 March 2031']])])) as unknown as { kind: string; tables: unknown[] };
    expect(r.kind).toBe('document');
    expect(r.tables).toHaveLength(1);
  });
  it('a report on decisions of officers is a report', () => {
    expect(recordFor(['# Scrutiny panel', '# Officer decisions taken under delegated powers', 'Report to: Council', 'Date: 4 March 2031', '# Purpose', 'To tell Council what was decided.', '# Recommendation', 'That Council note the list.', table([['Ref', 'Decision', 'Date of decision'], ['1', 'Buy a van', '4 March 2031']])]).kind).toBe('cabinet-report');
  });
});

describe('a list in a notice', () => {
  it('stays a table, though its columns are headed as parts of one', () => {
    const r = recordOf(paper(['Westmere Borough Council', 'RECORD OF OFFICER DECISION', 'Subject: Grants', 'Decision maker: Jo Amery', '# Decision', 'To pay these:', table([['Reference', 'Decision', 'Date of decision'], ['1', 'Rowing club', '4 March 2031'], ['2', 'Brass band', '5 March 2031']]), '# Reasons for decision', 'Both asked.']), 'decision-notice') as unknown as { decision: unknown };
    expect(JSON.stringify(r.decision)).toContain('Brass band');
    expect(JSON.stringify(r.decision)).toContain('"tables"');
  });
});
