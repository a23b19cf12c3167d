// Groups named behind a label, and titles that speak of groups' reports. Invented papers.
import { describe, expect, it } from 'vitest';
import { paper, recordOf } from '../paper.js';

interface Report { title: string; reportOf?: string; groups: { name: string; termsOfReference: unknown[]; introduction: { text: string }[] }[]; coverage: { ratio: number }; fields?: { label: string; text: string }[] }
const reportOf = (title: string, ...blocks: string[]) => recordOf(paper(['QUAY CHILDREN’S TRUST', title, 'March 2010', 'Purpose: To tell the Board.', ...blocks]), 'partnership-report') as unknown as Report;
const GROUPS = ['Be Healthy Group', 'Stay Safe Group'].flatMap((name) => [`Sub-group: ${name}`, 'Chair: Dr Sunita Rao', 'Terms of reference', `To lead on ${name}.`, 'Achievements', '- A target was met']);

describe('a label before a group’s name', () => {
  it('begins the group, the first too', () => {
    const r = reportOf('REPORT OF THE PARTNERSHIP SUB-GROUPS', ...GROUPS);
    expect(r.title).toBe('REPORT OF THE PARTNERSHIP SUB-GROUPS');
    expect(r.groups).toMatchObject([{ name: 'Be Healthy Group', introduction: [{ text: 'Chair: Dr Sunita Rao' }], termsOfReference: [{}] }, { name: 'Stay Safe Group', termsOfReference: [{}] }]);
    expect(r.coverage.ratio).toBe(1);
  });
  it('is one only with a name after it, and somebody may report', () => {
    const r = reportOf('Report of the Director of Children’s Services', 'Group: all of us', ...GROUPS);
    expect(r.groups.map((g) => g.name)).toEqual(['Be Healthy Group', 'Stay Safe Group']);
    expect(r.fields).toContainEqual(expect.objectContaining({ text: 'Director of Children’s Services' }));
  });
});
