import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/kinds/action-plan/columns.js';
import type { ActionPlanRecord } from '../../../src/kinds/action-plan/schema.js';
import { brokenLines, isWhole, runTogether } from '../../../src/kinds/action-plan/whole.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf, table } from '../paper.js';

const vocabulary = vocabularies()['action-plan'];
const parted = (text: string, role: Role, count: number): string[] | undefined => runTogether(para(text), role, count, vocabulary)?.map((p) => p.text);

describe('a text that is a whole value', () => {
  it.each<[Role, string]>([['timescale', 'June 2031'], ['timescale', 'Ongoing'], ['timescale', 'Complete'], ['cost', '£0'], ['cost', 'Nil'], ['cost', 'TBC'], ['owner', 'Head of Parks'], ['status', 'Amber'], ['status', 'In progress']])('%s: %s', (role, text) => {
    expect(isWhole(role, text, vocabulary)).toBe(true);
  });
  it.each<[Role, string]>([['timescale', 'when the lease ends'], ['cost', 'from the reserve'], ['status', 'The pond was dug in June.'], ['other', 'June 2031']])('and not %s: %s', (role, text) => {
    expect(isWhole(role, text, vocabulary)).toBe(false);
  });
});

describe('values whose line ends were lost', () => {
  it('are parted where there are as many as actions, in one way only', () => {
    expect(parted('June 2031 September 2031 Q3 2031/32', 'timescale', 3)).toEqual(['June 2031', 'September 2031', 'Q3 2031/32']);
    expect(parted('£0 £4,500 Nil', 'cost', 3)).toEqual(['£0', '£4,500', 'Nil']);
    expect(parted('G A G', 'status', 3)).toEqual(['G', 'A', 'G']);
    expect(parted('Parks Team Parks Team', 'owner', 2)).toEqual(['Parks Team', 'Parks Team']);
    expect(parted('Parks Manager Head of Roads', 'owner', 2)).toEqual(['Parks Manager', 'Head of Roads']);
  });
  it('are left whole where they are one value, or may be parted in two ways', () => {
    expect(parted('2031 - 2032', 'timescale', 2)).toBeUndefined();
    expect(parted('June to September 2031', 'timescale', 2)).toBeUndefined();
    expect(parted('June 2031 September 2031', 'timescale', 3)).toBeUndefined();
    expect(parted('£4,500 from the reserve', 'cost', 2)).toBeUndefined();
    expect(parted('On track', 'status', 2)).toBeUndefined();
    expect(parted('Head of Parks Head of Roads', 'owner', 2)).toBeUndefined();
    expect(parted('Parks Manager and Head of Roads', 'owner', 2)).toBeUndefined();
  });
});

it('takes each line of a broken paragraph for an owner of its own', () => {
  const broken = para('Parks Manager Head of Roads', { spans: [{ start: 13, end: 14, style: 'break' }] });
  expect(brokenLines(broken)).toEqual(['Parks Manager', 'Head of Roads']);
  const plan = table([['Action', 'Lead', 'By when'], ['Dig a pond.', 'x', 'June 2031']]);
  const cells = plan.cells.map((c) => (c.row === 1 && c.column === 1 ? { ...c, blocks: [broken] } : c));
  const r = recordOf(paper(['Ponds: Action Plan', { ...plan, cells }]), 'action-plan') as unknown as ActionPlanRecord;
  expect(r.recommendations[0]?.actions[0]).toMatchObject({ ownersText: 'Parks Manager Head of Roads', owners: [{ name: 'Parks Manager' }, { name: 'Head of Roads' }] });
});
