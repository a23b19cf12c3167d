/** Actions of minutes whose owner and time stand in labelled lines under them. */
import { expect, it } from 'vitest';
import { paper, recordOf } from '../paper.js';

it('an action has the owner and the time of the lines under it, and a verb is nobody', () => {
  const r = recordOf(paper([
    'Larkmouth Council', 'Minutes of the Parks Forum held on 3 June 2025', 'Present: Cllr A Lane (Chair), Cllr B Moss', '1. Minutes of the last meeting', 'The minutes were agreed.',
    '2. Play areas', 'The Head of Parks spoke about the play areas.', 'Action: Send the list of play areas to members.', 'Lead: Head of Parks', 'By when: July 2025', 'Members welcomed this.',
    '3. Trees', 'Action: Count the trees.', 'Lead: Tree Officer; By when: August 2025', 'Lead: nobody knows',
  ]), 'minutes') as unknown as { items: { discussion: { text: string }[]; actions?: unknown[] }[]; coverage: { ratio: number } };
  expect(r.items[1]?.actions).toMatchObject([{ text: 'Send the list of play areas to members.', ownersText: 'Head of Parks', owners: [{ name: 'Head of Parks', type: 'role' }], timescale: { start: '2025-07-01' } }]);
  expect(r.items[1]?.discussion.map((d) => d.text)).toEqual(['The Head of Parks spoke about the play areas.', 'Members welcomed this.']);
  expect(r.items[2]?.actions).toMatchObject([{ ownersText: 'Tree Officer', timescale: { end: '2025-08-31' } }]);
  expect(r.items[2]?.discussion.map((d) => d.text)).toEqual(['Lead: nobody knows']);
  expect(r.coverage.ratio).toBe(1);
});
