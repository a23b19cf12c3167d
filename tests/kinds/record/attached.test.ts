import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '../../../src/kinds/record.js';
import { paper, recordOf, table } from '../paper.js';

const MINUTES = [
  '# Brackenhurst District Council', '# Minutes of the meeting of the Overview Panel held on 4 March 2014', 'Present: Councillors P Lane (Chair), R Ford and S Mill', 'Apologies for absence were received from Councillor T Hay.',
  '1. Minutes', 'RESOLVED – That the minutes of the last meeting be agreed as a correct record.',
  '2. Play areas', 'The Panel considered the report of the Head of Leisure on the state of the play areas in the district, and asked how repairs were ordered.', 'RESOLVED – That the report be noted.',
];
const PLAN = table([
  ['Recommendation', 'Action', 'Lead officer', 'Timescale'],
  ['1. That repairs be done sooner.', 'Order repairs within two days of the inspection, and tell the parish what was found there.', 'Head of Leisure', 'May 2014'],
  ['2. That parishes be told.', 'Write to every parish council with the dates of the inspections for the coming year.', 'Parish Liaison Officer', 'June 2014'],
  ['3. That signs be put up.', 'Put up signs with the telephone number for repairs at each of the nineteen play areas.', 'Head of Leisure', 'July 2014'],
]);
const total = (r: AnyRecord): number => {
  const c = r['coverage'] as { characters: number };
  return c.characters;
};

describe('a paper inside a paper', () => {
  it('is a record of its own, with its own coverage', () => {
    const record = recordOf(paper([...MINUTES, '# Appendix A – Action plan', PLAN]));
    expect(record.kind).toBe('minutes');
    const [plan, ...more] = record['attached'] as AnyRecord[];
    expect(more).toEqual([]);
    expect(plan).toMatchObject({ kind: 'action-plan', recommendations: [{ number: '1', actions: [{ ownersText: 'Head of Leisure' }] }, { number: '2' }, { number: '3' }] });
    expect(record['items']).toHaveLength(2);
    const alone = recordOf(paper(MINUTES));
    expect(total(record)).toBe(total(alone));
    expect(total(plan as AnyRecord)).toBeGreaterThan(300);
  });

  it('is not parted where it is of the same kind, or of none that is sure', () => {
    expect(recordOf(paper(MINUTES))['attached']).toBeUndefined();
    expect(recordOf(paper([...MINUTES, '# Appendix A', 'A map of the play areas, with their numbers and the paths that lead to them.']))['attached']).toBeUndefined();
  });

  it('is parted where the kind is asked for too, unless that overrules what the part is', () => {
    const pack = paper([...MINUTES, '# Appendix A – Action plan', PLAN]);
    expect(recordOf(pack, 'minutes')['attached']).toMatchObject([{ kind: 'action-plan', classification: { kind: 'action-plan' } }]);
    expect(recordOf(pack, 'document')).toMatchObject({ kind: 'document', attached: [{ kind: 'action-plan' }] });
    expect(recordOf(pack, 'action-plan')).toMatchObject({ kind: 'action-plan' });
    expect(recordOf(pack, 'action-plan')['attached']).toBeUndefined();
  });

  it('is parted from a letter, which is of no kind', () => {
    const letter = ['# Brackenhurst District Council', '4 March 2014', 'Dear Mrs Lane', 'Thank you for your letter about the play areas. I enclose the plan that the Panel has agreed, and should be glad to hear from the parish about it before the summer. The works are to begin in the north of the district, where the play areas are oldest, and the parishes will be told of the dates.', 'Yours sincerely', 'R Ford'];
    expect(recordOf(paper(letter)).kind).toBe('document');
    const pack = paper([...letter, '# Appendix A – Minutes', ...MINUTES.slice(1), '# Appendix B – Action plan', PLAN]);
    const record = recordOf(pack);
    expect(record).toMatchObject({ kind: 'document', date: '2014-03-04', attached: [{ kind: 'minutes' }, { kind: 'action-plan' }] });
  });
});
