// Numbers typed without a stop: labels where they run on, words of the line where they do not. Invented papers.
import { describe, expect, it } from 'vitest';
import { paper, para, recordOf } from '../paper.js';

type Node = { number?: string; title: string; paragraphs: { number?: string; text: string }[]; sections: Node[] };
const FRONT = ['Quay Council', 'Report to: Harbour Committee', 'Date: 1 March 2016', 'Subject: Pontoons'];

describe('numbers typed with a space after them', () => {
  it('number the headings of a report that no reader parted from them', () => {
    const r = recordOf(paper([...FRONT, '# 1 Executive Summary', '1.1 The pontoons are worn.', '# 2 Recommendations', '2.1 That the survey be noted.', '# 3 Background', '3.1 They were built in 1986.']), 'cabinet-report') as unknown as { summary: unknown[]; recommendations: { number?: string }[]; sections: Node[]; coverage: { unassigned: unknown[]; ratio: number } };
    expect(r.summary).toMatchObject([{ number: '1.1' }]);
    expect(r.recommendations).toMatchObject([{ number: '2.1' }]);
    expect(r.sections).toMatchObject([{ number: '3', title: 'Background' }]);
    expect(r.coverage).toMatchObject({ unassigned: [], ratio: 1 });
  });
  it('number paragraphs that count on from heading to heading', () => {
    const r = recordOf(paper([...FRONT, '# Background', '1 The pontoons are worn.', '2 They were built in 1986.', '# Financial implications', '3 The cost is £9,000.']), 'cabinet-report') as unknown as { sections: Node[]; implications: { items: { number?: string }[] }[] };
    expect(r.sections[0]?.paragraphs.map((p) => p.number)).toEqual(['1', '2']);
    expect(r.implications[0]?.items).toMatchObject([{ number: '3' }]);
  });
  it('are the line’s own words where they are two, quantities, or out of order', () => {
    const r = recordOf(paper([...FRONT, '# Background', '1 Court Street was sold.', '2 Court Street was let.', '1 pontoon is new', '2 pontoons are worn', '3 pontoons are lost', '7 Members came.']), 'cabinet-report') as unknown as { sections: Node[] };
    expect(r.sections[0]?.paragraphs.map((p) => p.number)).toEqual([undefined, undefined, undefined, undefined, undefined, undefined]);
  });
  it('are houses where all of them stand before streets', () => {
    const said = (...lines: string[]) => (recordOf(paper([...FRONT, '# Background', ...lines]), 'cabinet-report') as unknown as { sections: Node[] }).sections[0]?.paragraphs.map((p) => p.number);
    expect(said('1 High Street', '2 High Street', '3 Mill Lane, Quay')).toEqual([undefined, undefined, undefined]);
    expect(said('1 High Street', '2 The bridge', '3 Mill Lane')).toEqual(['1', '2', '3']);
  });
  it('number the sections of a strategy whose lines have no look', () => {
    const r = recordOf(paper(['QUAY COUNCIL', 'MOORINGS STRATEGY: A DISCUSSION PAPER', '1 PURPOSE', '1.1 To ask what is wanted.', '2 BACKGROUND', '2.1 Moorings were counted in 2014.', '2.1.1 There were ninety.', '3 NEXT STEPS', '3.1 Views are asked for by June 2016.']), 'strategy-paper') as unknown as { parts: { sections: Node[] }[]; nextSteps: unknown[] };
    expect(r.parts[0]?.sections.map((s) => [s.number, s.title])).toEqual([['1', 'PURPOSE'], ['2', 'BACKGROUND'], ['3', 'NEXT STEPS']]);
    expect(r.nextSteps).toMatchObject([{ number: '3.1' }]);
  });
  it('number the boxes of a notice', () => {
    const bold = (text: string) => para(text, { bold: true });
    const r = recordOf(paper(['Quay Council', 'RECORD OF OFFICER DECISION', 'Subject: Pontoons', bold('1 Decision'), 'To mend them.', bold('2 Reasons for the decision'), 'They are worn.', bold('3 Alternative options considered'), 'None.']), 'decision-notice') as unknown as { decision: unknown[]; reasons: unknown[]; alternatives: unknown[] };
    expect([r.decision, r.reasons, r.alternatives].map((l) => l.length)).toEqual([1, 1, 1]);
  });
});
