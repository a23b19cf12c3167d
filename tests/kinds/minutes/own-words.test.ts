/** A council's own wordings take effect on what votes, elections and movers are told by. Invented papers. */
import { describe, expect, it } from 'vitest';
import { toRecord } from '../../../src/kinds/record.js';
import type { MinuteItem, MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { vocabularies, withWordings } from '../../../src/work/vocabularies.js';
import { paper, recordOf } from '../paper.js';

const HEAD = ['Quay Town Council', 'Minutes of the meeting of the Harbour Committee held on 4 March 2019', 'Present: Councillors A Brook, C Dale and E Ferry'];

/** The first item of minutes with these lines, read with a council's own words. */
function itemOf(words: Record<string, string[]>, title: string, ...lines: string[]): MinuteItem | undefined {
  const p = paper([...HEAD, `## 1. ${title}`, ...lines, '## 2. Close', 'The meeting closed at 9.05 pm.']);
  const own = withWordings(vocabularies(), { minutes: { words } });
  return (toRecord(p, { file: 'paper.txt', sha256: '0'.repeat(64), bytes: 1 }, own, { generator: { name: 'ctrust', version: '0' }, kind: 'minutes' }) as MinutesRecord).items[0];
}

describe('a council may word in its own way', () => {
  it('who was elected', () => {
    const lines = ['Election of Chair', 'Councillor Brook was duly enthroned.'] as const;
    expect(itemOf({}, ...lines)?.decisions).toEqual([]);
    expect(itemOf({ elected: ['enthroned'] }, ...lines)?.decisions).toMatchObject([{ text: 'Councillor Brook was duly enthroned.', outcome: 'appointed' }]);
  });

  it('what became of a motion', () => {
    const lines = ['Pontoons', 'Councillor Brook proposed that the pontoons be renewed, seconded by Councillor Dale and agreed by the whole table.'] as const;
    expect(itemOf({}, ...lines)?.decisions).toEqual([]);
    expect(itemOf({ carriedBy: ['by the whole table'] }, ...lines)?.decisions).toMatchObject([{ vote: { text: 'agreed by the whole table', result: 'carried' } }]);
  });

  it('who moved and who seconded', () => {
    const lines = ['Pontoons', 'That the pontoons be renewed.', 'Tabled by Councillor Brook', 'Backed by Councillor Ferry', 'RESOLVED that the pontoons be renewed.'] as const;
    expect(itemOf({}, ...lines)?.decisions[0]?.mover).toBeUndefined();
    expect(itemOf({ movedVerb: ['tabled'], secondedVerb: ['backed'] }, ...lines)?.decisions[0]).toMatchObject({ mover: { name: 'Brook' }, seconder: { name: 'Ferry' } });
  });
});

it('the kind is minutes without being told', () => {
  expect(recordOf(paper([...HEAD, '## 1. Pontoons', 'RESOLVED that the pontoons be renewed.', 'The meeting closed at 9.05 pm.'])).kind).toBe('minutes');
});
