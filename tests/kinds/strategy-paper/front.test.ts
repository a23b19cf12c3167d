import { describe, expect, it } from 'vitest';
import type { StrategyPaper } from '../../../src/kinds/records.js';
import type { Paper } from '../../../src/paper/model.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (p: Paper): StrategyPaper => recordOf(p, 'strategy-paper') as unknown as StrategyPaper;

describe('what stands before and after a strategy', () => {
  it('keeps subtitle and month as lines of the front, in their order', () => {
    const r = read(paper(['Elderbeck County Council', 'Cyngor Sir Elderbeck', 'Play Strategy', 'Consultation paper', 'June 2023', '# Vision', 'Play.', '# Next steps', '• Replies by July']));
    expect(r).toMatchObject({ title: 'Play Strategy', organisation: 'Elderbeck County Council' });
    expect(r.date).toBeUndefined();
    expect(r.fields?.map((f) => f.text)).toEqual(['Cyngor Sir Elderbeck', 'Consultation paper', 'June 2023']);
    expect(r.nextSteps[0]?.timescale?.end).toBe('2023-07-31');
  });
  it('knows the partnership under the title, and who wrote the paper under that', () => {
    const r = read(paper(['Play Strategy 2010–2013', 'Elderbeck Children’s Trust', '# Vision', 'Play.']));
    expect(r).toMatchObject({ title: 'Play Strategy 2010–2013', organisation: 'Elderbeck Children’s Trust', parts: [{ sections: [{ title: 'Vision' }] }] });
    expect(read(paper(['Play Strategy', 'Elderbeck Council and NHS Elderbeck', 'Author: Ada Frith, Head of Play', '# Vision', 'Play.'])).authors).toMatchObject([{ name: 'Ada Frith' }]);
    expect(read(paper(['Play Strategy', '# Elderbeck Play Partnership', 'It meets.', '# Vision', 'Play.'])).organisation).toBeUndefined();
  });
  it('knows a month under the author for what it is', () => {
    const r = read(paper(['Play Strategy', 'Author: Dr Ada Frith, Head of Play', 'May 2024', '# Vision', 'Play.', '# Next steps', '• Replies by July']));
    expect([r.authors.map((a) => a.name), r.fields?.map((f) => f.text), r.nextSteps[0]?.timescale?.end]).toEqual([['Ada Frith'], ['May 2024'], '2024-07-31']);
  });
  it('takes the title of a paper in parts from the first part, where a department stands over it', () => {
    const r = read(paper(['Elderbeck Children’s Services', '# Play Strategy - Part 1', '## 1. Vision', 'Play.']));
    expect(r).toMatchObject({ title: 'Play Strategy', parts: [{ number: '1', title: 'Play Strategy' }] });
    expect(r.fields?.map((f) => f.text)).toEqual(['Elderbeck Children’s Services']);
    expect(read(paper(['Elderbeck Play Strategy', '# Places to play - Part 1', '## 1. Vision', 'Play.'])).title).toBe('Elderbeck Play Strategy');
  });
  it('parts the month from the department of a sign-off, and its lines where they are broken', () => {
    const text = 'Ada Frith Head of Play October 2008';
    const breaks = [{ style: 'break' as const, start: 9, end: 10 }, { style: 'break' as const, start: 22, end: 23 }];
    for (const end of [['Ada Frith', 'Head of Play', 'October 2008'], [para(text, { spans: breaks })]]) {
      const r = read(paper(['Play Strategy', '# 1. Vision', '1.1 Play is good for all of the people of the county, whatever their age may be.', ...end]));
      expect(r.authors).toEqual([{ text: 'Ada Frith, Head of Play', name: 'Ada Frith', type: 'person', role: 'Head of Play' }]);
      expect(r.fields?.map((f) => f.text)).toEqual(['October 2008']);
    }
  });
  it('reads a table of document control: a version that looks like a label, an owner who is no author', () => {
    const r = read(paper(['Play Strategy', table([['Document owner', 'Chief Officer'], ['Version', '3.2'], ['Author', 'Ada Frith, Planner']], 0), '# Vision', 'Play.']));
    expect(r.fields?.map((f) => [f.label, f.text])).toEqual([['Document owner', 'Chief Officer'], ['Version', '3.2']]);
    expect(r.authors.map((a) => a.name)).toEqual(['Ada Frith']);
  });
  it('takes a labelled question in bold for a question, not for a heading', () => {
    const r = read(paper(['Play Strategy', '# Parks', 'There are parks.', para('Question 1: Which do you use?', { bold: true, heading: { level: 2, by: 'looks' } })]));
    expect(r.questions.map((q) => q.text)).toEqual(['Question 1: Which do you use?']);
    expect(r.parts[0]?.sections).toHaveLength(1);
  });
});
