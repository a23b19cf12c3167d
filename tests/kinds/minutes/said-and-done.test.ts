// What members think and what they decide; decisions of a word; actions inside paragraphs. Invented papers.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { paper, recordOf, table } from '../paper.js';

const HEAD = ['Minutes of a meeting of the Harbour Committee held on 4 May 2021', 'Present: Councillors A Lane (Chair), B Brook and C Ferry'];
const itemOf = (...blocks: Parameters<typeof paper>[0]) => {
  const r = recordOf(paper([...HEAD, '1. Apologies', 'None.', '2. Pontoons', ...blocks]), 'minutes') as unknown as MinutesRecord;
  expect(r.coverage).toMatchObject({ unassigned: [], ratio: 1 });
  return r.items[1];
};
const decided = (...blocks: string[]) => itemOf(...blocks)?.decisions.map((d) => d.text);

describe('members agreed that', () => {
  it.each([
    'the junction was dangerous.', 'there had been too many lorries, and that the lane was difficult to drive.', 'it is important to listen.', 'the meeting had been very useful and informative.',
    'the price at the harbour is too high.', 'the answer was not helpful but that the Clerk was excellent.', 'it was a good start.', 'this was a problem.', 'the road through the village was poor.',
  ])('%s: what they think', (said) => {
    expect(decided(`Members agreed that ${said}`)).toEqual([]);
    expect(decided(`Councillors agreed that ${said}`)).toEqual([]);
    // What "it was agreed", or a body, is decided.
    expect(decided(`It was agreed that ${said}`)).toEqual([`that ${said}`]);
    expect(decided(`The Committee agreed that ${said}`)).toEqual([`that ${said}`]);
    expect(decided(`Members AGREED that ${said}`)).toEqual([`that ${said}`]);
  });
  it.each([
    'there were no objections to the application.', 'the Council had no objection to the proposal.', 'the Clerk has authority to sign the lease.', 'the grant to the Band for 2024/25 was 500 pounds.', 'approval was not required.',
    'officers would write to the owner.', 'the bench was moved to the green.', 'the minutes were a correct record.', 'the minutes were a good record.', 'the Clerk obtain quotes, as the lane is narrow.', 'the Clerk check the site is safe.',
    'as the pole was unsafe, the flag should come down.', 'the item is deferred.', 'the Clerk was to write.', 'the Chair speak to the owner, who is away.', 'the Clerk say the site is dangerous.', 'the Clerk reply that it was unacceptable.',
    'the junction was dangerous and the Clerk write to the county.', 'the quotation was too high and to ask for others.', 'the lane was dangerous, with a sign to be put up.', 'the idea was good but that the grant be refused.', 'it is important that a survey is made.',
  ])('%s: what is done', (said) => {
    expect(decided(`Members agreed that ${said}`)).toEqual([`that ${said}`]);
    expect(decided(`It was agreed that ${said}`)).toEqual([`that ${said}`]);
  });
  it('is a decision as the last of several sentences too', () => {
    expect(decided('Members spoke of the lane. It was agreed that the Council had no objection.')).toEqual(['that the Council had no objection.']);
    expect(decided('Members agreed that the lane was dangerous. It was agreed that the Clerk write to the county.')).toEqual(['that the Clerk write to the county.']);
  });
  it('is a decision in capitals, whatever it says', () => {
    expect(decided('It was RESOLVED that the junction was dangerous.')).toEqual(['that the junction was dangerous.']);
  });
});

describe('what was done', () => {
  it('may be one word', () => {
    expect(itemOf('The report was seen.', 'Noted.')?.decisions).toMatchObject([{ text: 'Noted.', outcome: 'noted' }]);
    expect(itemOf('The report was seen.', 'Noted widely.')?.decisions).toEqual([]);
  });
  it('may be a recommendation to somebody named over it', () => {
    expect(itemOf('RECOMMENDED TO THE MAYOR', 'That:', '(i) the timetable be published; and', '(ii) the report be noted.')?.decisions).toMatchObject([{ number: 'i', outcome: 'recommended' }, { number: 'ii', outcome: 'noted' }]);
    expect(decided('RECOMMENDED to publish the timetable.')).toEqual(['to publish the timetable.']);
  });
  it('has the words that introduce its entries, where each of them resolves', () => {
    expect(itemOf('The Committee:', '• NOTED the report', '• AGREED to write to the Board')).toMatchObject({ decisionsIntroduction: 'The Committee:', decisions: [{ outcome: 'noted' }, { outcome: 'agreed' }], discussion: [] });
    expect(itemOf('Members said:', '• AGREED to write to the Board')).not.toHaveProperty('decisionsIntroduction');
  });
});

describe('actions', () => {
  it('inside a paragraph are parted from what is said before them', () => {
    const item = itemOf('The shelter had been cleaned. ACTION: Clerk to thank the contractor by 4 June 2021.');
    expect(item?.discussion.map((d) => d.text)).toEqual(['The shelter had been cleaned.']);
    expect(item?.actions).toMatchObject([{ text: 'Clerk to thank the contractor by 4 June 2021.', timescale: { end: '2021-06-04' } }]);
    expect(itemOf('They spoke of the action: it was long.')?.actions).toBeUndefined();
  });
  it.each([
    ['The Clerk presented the report. Action: Clerk to write to the county. The Committee noted the report.', ['The Clerk presented the report.'], ['Clerk to write to the county.'], ['The Committee noted the report.']],
    ['The Clerk presented the report. Action: Clerk to write to the county. Members then discussed the lane.', ['The Clerk presented the report.', 'Members then discussed the lane.'], ['Clerk to write to the county.'], []],
    ['Action: Clerk to write to the county. RESOLVED that the report be noted.', [], ['Clerk to write to the county.'], ['that the report be noted.']],
    ['It was seen. Agreed action: Clerk to draft a letter. The Harbour Committee to comment. Members to reply by May. Copies go to all. ACTION: Chair to sign it.', ['It was seen.'], ['Clerk to draft a letter. The Harbour Committee to comment. Members to reply by May. Copies go to all.', 'Chair to sign it.'], []],
    ['It was seen. Action: Clerk to write to the Chair. The Chair thanked the Clerk.', ['It was seen.', 'The Chair thanked the Clerk.'], ['Clerk to write to the Chair.'], []],
    ['It was seen. The Committee noted the report. Members spoke.', ['It was seen. The Committee noted the report. Members spoke.'], [], []],
  ])('end where the meeting goes on: %s', (text, discussion, actions, decisions) => {
    const item = itemOf(text);
    expect([item?.discussion.map((d) => d.text), (item?.actions ?? []).map((d) => d.text), item?.decisions.map((d) => d.text)]).toEqual([discussion, actions, decisions]);
  });
  it('are not due on the day of a paper that they name', () => {
    const due = (text: string) => itemOf('It was seen.', text)?.actions?.[0]?.timescale;
    expect(due('Action: Clerk to circulate the Structures Review (March 2018)')).toBeUndefined();
    expect(itemOf('It was seen.', 'Action: Circulate the Structures Review (March 2018)')?.actions?.[0]).toMatchObject({ owners: [] });
    expect(due('Action: Clerk to circulate the Structures Review (June 2021)')).toMatchObject({ start: '2021-06-01' });
    expect(due('Action: Clerk to circulate the Structures Review (May 2021)')).toMatchObject({ end: '2021-05-31' });
  });
  it('may have a reference, and their month after a dash', () => {
    expect(itemOf('It was seen.', 'ACTION QPC/24/45a: Jo Lane to write to the owner - September 2021')?.actions).toMatchObject([{ ownersText: 'Jo Lane', other: { ACTION: 'QPC/24/45a' }, timescale: { start: '2021-09-01' } }]);
    expect(itemOf('It was seen.', 'Action: Jo Lane to write about the summer - the warm one')?.actions?.[0]).not.toHaveProperty('timescale');
  });
});

it('a kind of interest may stand before whose it is', () => {
  const r = recordOf(paper([...HEAD, '1. Declarations of interest', 'a) Disclosable pecuniary interests: None', 'b) Non-registrable interests: Cllr Brook, agenda item 9, member of the Boat Club', '2. Pontoons', 'They were seen.']), 'minutes') as unknown as MinutesRecord;
  expect(r.items[0]?.declarations).toMatchObject([{ number: 'b', interest: 'Non-registrable', agendaItem: '9', members: [{ name: 'Brook' }] }]);
  expect(r.items[0]?.discussion).toMatchObject([{ number: 'a' }]);
});

describe('who is to act, and how it stands', () => {
  it('may be all that an action says, where it is a post or somebody with a title', () => {
    expect(itemOf('It was seen.', 'Action: Deputy Town Clerk')?.actions).toMatchObject([{ text: 'Deputy Town Clerk', ownersText: 'Deputy Town Clerk', owners: [{ type: 'role' }] }]);
    expect(itemOf('It was seen.', 'Action: Site Visit')?.actions?.[0]).not.toHaveProperty('ownersText');
  });
  it('is told by the column that says it in a word, beside one of updates', () => {
    const log = (...heads: string[]) => itemOf('It was seen.', table([['Ref', 'Action', 'Owner', ...heads], ['23/14', 'Share the toolkit', 'Head of Parks', 'Shared in May', 'Closed']]))?.actions;
    expect(log('Update', 'Status')).toMatchObject([{ status: 'Closed', other: { Ref: '23/14', Update: 'Shared in May' } }]);
    expect(log('Update', 'Lessons')).toMatchObject([{ status: 'Shared in May', other: { Lessons: 'Closed' } }]);
  });
});

it('who proposed somebody may stand in the sentence before the election', () => {
  const r = recordOf(paper([...HEAD, '1. Election of Vice-Chair', 'Cllr Brook proposed Cllr Ferry, seconded by Cllr Lane. There being no other nominations, Cllr Ferry was duly elected.', '2. Pontoons', 'They were seen.']), 'minutes') as unknown as MinutesRecord;
  expect(r.items[0]?.decisions).toMatchObject([{ outcome: 'appointed', mover: { name: 'Brook' }, seconder: { name: 'Lane' } }]);
});
