import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, paper, para, table } from '../paper.js';
import { inkLength } from '../../../src/paper/text.js';
import { eachParagraph } from '../../../src/paper/walk.js';

/** Lines that papers are made of, in any order. */
const LINES = ['Fenwick Council', 'Cabinet', '3 March 2014', 'ITEM 4', 'Roads', 'From: A Ng, Leader', 'Report author:', 'Wards affected: All   Key decision: No', 'Summary', 'Summary: It leaks.',
  'Recommendations', 'Cabinet is asked to:', '(a) note it;', '2.1 That it be agreed.', '• a bullet', 'IMPLICATIONS', 'Legal', 'Risk: none', 'Options', 'Option 1 – stay', 'Appendices', 'Appendix A – Map', 'Appendix A',
  'Contact officer: B Oh, 01632 960001', 'Background papers: None', 'June – begin', 'Part 1', 'Harbour (Part 2)', '1. Vision', '1.1. Why?', '1.1.1. Because.', 'Next steps', 'By May 2015', 'Key questions;', '• Is it?',
  'Peter Sailor', 'Head of Harbours', '1. ROADS GROUP', '2.', 'Aims', 'Progress', 'Risks', 'None identified.', 'Priorities 1 and 2: done', '.', '', 'The end of it all.'];

const block = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES).map((t) => ({ text: t, level: 0 })) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...LINES), fc.integer({ min: 1, max: 4 })).map(([text, level]) => ({ text, level })) },
  { weight: 1, arbitrary: fc.array(fc.array(fc.constantFrom('', ...LINES), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }).map((rows) => ({ rows })) },
);

describe.each(['cabinet-report', 'strategy-paper', 'partnership-report'] as const)('any paper taken for a %s', (kind) => {
  it('gives a record that fits its schema and counts every character once', () => {
    fc.assert(fc.property(fc.array(block, { maxLength: 30 }), (made) => {
      const p = paper(made.map((m) => ('rows' in m ? table(m.rows) : para(m.text, m.level > 0 ? { heading: { level: m.level, by: 'looks' } } : {}))));
      const { coverage } = recordOf(p, kind) as unknown as { coverage: { characters: number; captured: number; unassigned: { text: string }[]; furniture: { text: string }[] } };
      let ink = 0;
      for (const b of eachParagraph(p.blocks)) ink += inkLength(b.label ?? '') + inkLength(b.text);
      expect(coverage.characters).toBe(ink);
      const counted = [...coverage.unassigned, ...coverage.furniture].reduce((n, u) => n + inkLength(u.text), 0);
      expect(coverage.captured + counted).toBe(ink);
    }), { numRuns: 150, seed: 7 });
  });
});
