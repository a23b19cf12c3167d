// Motions, amendments, votes and resolutions, and the page of one item.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutes } from '../../../src/kinds/minutes/index.js';
import type { MinuteItem, MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { tallyOf, namesIn } from '../../../src/kinds/minutes/votes.js';
import { splitInline } from '../../../src/kinds/minutes/resolutions.js';
import { weightOf } from '../../../src/kinds/shared/recognise.js';
import { inkLength } from '../../../src/paper/text.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf, table } from '../paper.js';

const HEAD = ['Minutes of a meeting of the Borough Council held on 4 May 2011', 'Present: Councillor A Brook', '9. Apologies', 'None.'];
const minutesOf = (blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const itemOf = (...blocks: Parameters<typeof paper>[0]): MinuteItem => {
  const r = minutesOf([...HEAD, '10. Library hours', ...blocks]);
  expect(r.coverage.unassigned).toEqual([]);
  const item = r.items[1];
  if (!item) throw new Error('no item');
  return item;
};

describe('a debate', () => {
  it('joins motion, vote by name and RESOLVED into one decision', () => {
    const item = itemOf(
      '1) The Leader spoke about the libraries.',
      '2) Mr Brook proposed, and Ms Dale seconded the motion that',
      '“The Council is asked to:', '(1) Note the report', '(2) Agree the new hours”',
      '3) Mr Field said that he would vote against.',
      '4) The Mayor put the motion set out in paragraph 2 to the vote and the voting was as follows:',
      'For (2)', 'Mr Brook, Ms Dale', 'Against (1)', 'Mr Field', 'Abstain (0)', 'Motion carried.',
      '5) RESOLVED that the Council:', '(1) Notes the report', '(2) Agrees the new hours',
    );
    expect(item.discussion.map((d) => d.number)).toEqual(['1', '3']);
    expect(item.decisions).toHaveLength(1);
    expect(item.decisions[0]).toMatchObject({
      number: '5', text: 'that the Council:', outcome: 'noted',
      motion: 'Mr Brook proposed, and Ms Dale seconded the motion that\n\n“The Council is asked to:\n\n(1) Note the report\n\n(2) Agree the new hours”',
      mover: { name: 'Brook' }, seconder: { name: 'Dale' },
      vote: { for: 2, against: 1, abstained: 0, result: 'carried', names: { for: ['Mr Brook', 'Ms Dale'], against: ['Mr Field'], abstained: [] } },
      items: [{ number: '1', outcome: 'noted' }, { number: '2' }],
    });
  });

  it('keeps amendments apart from the motion that they amend', () => {
    const item = itemOf(
      '1) Mr Brook proposed and Ms Dale seconded the motion that “the hours be cut.”',
      '2) Mr Field proposed and Mr Hill seconded the following amendment to the motion: “that the hours be kept.”',
      '3) The Mayor put the amendment set out in paragraph 2 to the vote.', 'For (1)', 'Mr Field', 'Against (2)', 'Mr Brook, Ms Dale', 'Amendment lost.',
      '4) Mr Hill proposed and Mr Field seconded the following amendment to the motion: “that the hours be cut by half.”', 'Amendment carried.',
      '5) The Mayor put the substantive motion to the vote and it was agreed.',
      '6) RESOLVED that the hours be cut by half.',
    );
    expect(item.decisions.map((d) => [d.number, d.amendment, d.outcome, d.vote?.result])).toEqual([
      ['2', true, 'rejected', 'lost'], ['4', true, 'agreed', 'carried'], ['6', undefined, 'agreed', 'carried'],
    ]);
    expect(item.decisions[2]?.mover?.name).toBe('Brook');
    expect(item.discussion).toEqual([]);
  });

  it('makes a decision of a motion that was lost, with its own number and text', () => {
    const item = itemOf('1) Mr Brook proposed and Ms Dale seconded the motion that', '“This Council resolves to:', '1. write to the Minister', '2. fly the flag', '2) The Mayor put the motion set out in paragraph 1 to the vote.', 'Motion lost.');
    expect(item.decisions).toMatchObject([{ number: '1', outcome: 'rejected', vote: { result: 'lost' } }]);
    expect(item.decisions[0]?.motion).toContain('2. fly the flag');
    expect(item.decisions[0]?.text).toContain('This Council resolves to:');
  });

  it('leaves a motion without a result as discussion', () => {
    const item = itemOf('1) Mr Brook proposed and Ms Dale seconded that the matter be left.', '2) Mr Field spoke.');
    expect(item.decisions).toEqual([]);
    expect(item.discussion).toHaveLength(2);
  });

  it('reads a vote between motion and amendment under their headings', () => {
    const item = itemOf(para('# Motion'), 'Councillor Brook, seconded by Councillor Dale, moved that the report be approved.', para('# Amendment'), 'Councillor Field, seconded by Councillor Hill, moved that the report be continued.', 'On a vote being taken, 5 members voted for the motion and 2 for the amendment.', 'The Committee AGREED to approve the report.');
    expect(item.decisions).toMatchObject([
      { amendment: true, outcome: 'rejected', vote: { for: 2, against: 5, result: 'lost' } },
      { text: 'to approve the report.', outcome: 'approved', mover: { name: 'Brook' }, vote: { for: 5, against: 2, result: 'carried' } },
    ]);
  });

  it('reports a count that does not fit its names', () => {
    const r = minutesOf([...HEAD, '10. Flags', '1) Mr Brook proposed and Ms Dale seconded the motion that flags be flown.', 'For (3)', 'Mr Brook, Ms Dale', 'Against (0)', 'Motion carried.']);
    expect(r.diagnostics.map((d) => d.rule)).toContain('vote-count-differs');
  });

  it('takes a mover and a show of hands off the end of a resolution', () => {
    const item = itemOf('RESOLVED: to pay the accounts as listed. Proposed Cllr Brook, seconded Cllr Dale. All in favour.');
    expect(item.decisions).toMatchObject([{ text: 'to pay the accounts as listed.', mover: { name: 'Brook' }, seconder: { name: 'Dale' }, vote: { result: 'carried' } }]);
  });
});

describe('resolutions', () => {
  it.each([
    ['RESOLVED that the report be noted.', 'that the report be noted.', 'noted'],
    ['Resolved – That the plan be approved.', 'That the plan be approved.', 'approved'],
    ['RESOLVED: To note the report.', 'To note the report.', 'noted'],
    ['The Committee RESOLVED to defer the application.', 'to defer the application.', 'deferred'],
    ['It was resolved that a letter be sent.', 'that a letter be sent.', 'agreed'],
    ['AGREED: That officers be thanked.', 'That officers be thanked.', 'agreed'],
    ['It was agreed that a group be set up.', 'that a group be set up.', 'agreed'],
    ['IT WAS AGREED to appoint Councillor Dale to the Board.', 'to appoint Councillor Dale to the Board.', 'appointed'],
    ['Cabinet resolved to adopt the policy.', 'to adopt the policy.', 'approved'],
  ])('%s', (text, resolved, outcome) => {
    expect(itemOf(text).decisions).toMatchObject([{ text: resolved, outcome }]);
  });

  it('leaves what went before in the same paragraph as discussion', () => {
    const item = itemOf('Members asked about the cost. After debate it was RESOLVED that the cost be met.');
    expect(item.decisions.map((d) => d.text)).toEqual(['that the cost be met.']);
    expect(item.discussion[0]?.text).toContain('Members asked about the cost.');
  });

  it('does not take talk of resolving for a resolution', () => {
    const item = itemOf('Members raised these points:', '- The Board resolved last year to meet the Chief Executive.', '- It had been agreed that cars be banned.', 'RESOLVED that the points be noted.');
    expect(item.decisions).toHaveLength(1);
    expect(item.discussion[0]?.items).toHaveLength(2);
  });

  it('hands words that introduce a list to the item', () => {
    const item = itemOf('RESOLVED –', 'The Scrutiny Board (Young People):', 'a) Noted the response.', 'b) That progress be watched.');
    expect(item.decisionsIntroduction).toBe('The Scrutiny Board (Young People):');
    expect(item.decisions.map((d) => [d.number, d.outcome])).toEqual([['a', 'noted'], ['b', 'agreed']]);
  });

  it('parts a list that runs in one paragraph', () => {
    const item = itemOf('RESOLVED – (i) that the report be noted; (ii) that the fees be approved; and (iii) that a review be held.');
    expect(item.decisions.map((d) => [d.number, d.text, d.outcome])).toEqual([
      ['i', 'that the report be noted;', 'noted'], ['ii', 'that the fees be approved; and', 'approved'], ['iii', 'that a review be held.', 'agreed'],
    ]);
  });

  it('reads reasons and alternatives under their headings', () => {
    const item = itemOf('DECISION', 'That Cabinet:', '1. approves the contract;', '2. notes the risks.', 'Reasons for the decision', 'The contract ends in March.', 'Alternative options considered and rejected', '(a) To wait: prices would rise.', '(b) To stop: the law forbids it.');
    expect(item.decisions.map((d) => d.number)).toEqual(['1', '2']);
    expect(item.decisions[1]?.reasons?.map((x) => x.text)).toEqual(['The contract ends in March.']);
    expect(item.decisions[1]?.alternatives?.map((x) => x.number)).toEqual(['a', 'b']);
  });

  it('reads a plain sentence at the end of an item', () => {
    expect(itemOf('The Head of Parks spoke.', 'The Committee noted the report.').decisions).toMatchObject([{ text: 'The Committee noted the report.', outcome: 'noted' }]);
    expect(itemOf('The Head of Parks spoke.', 'The Board agreed to adopt the strategy.').decisions[0]?.text).toBe('to adopt the strategy.');
  });

  it('keeps tables with the item and reads those of actions', () => {
    const item = itemOf('The figures were seen.', table([['Year', 'Loans'], ['2010', '4,000']]), table([['Action', 'Lead', 'By when'], ['Count the books', 'Jo Lunn', '30 June 2011']]), 'Action: Bina Rao to write to schools by end of October 2011.');
    expect(item.tables).toHaveLength(1);
    expect(item.actions?.map((a) => [a.text, a.ownersText, a.timescale?.end])).toEqual([
      ['Bina Rao to write to schools by end of October 2011.', 'Bina Rao', '2011-10-31'], ['Count the books', 'Jo Lunn', '2011-06-30'],
    ]);
  });
});

describe('the page of one item', () => {
  const page = ['Agenda item', 'Response to the inquiry on play', 'To consider a report on the response.', 'Minutes:', 'The Director submitted a report.', 'The following representatives were in attendance:', '- Councillor June Moss, Executive Member', '- Kit Nash, Director of Play', 'The main points were:', '· Play is good.', 'RESOLVED –', 'The Scrutiny Board (Young People):', 'a) Noted the response.', 'Supporting documents:', '• Cover report PDF 96 KB'];

  it('reads title, purpose, attendance, decisions and documents', () => {
    const r = minutesOf(page);
    expect(r).toMatchObject({ title: 'Response to the inquiry on play', body: 'Scrutiny Board (Young People)' });
    expect(r.items).toMatchObject([{
      title: 'Response to the inquiry on play', purpose: 'To consider a report on the response.', attendanceIntroduction: 'The following representatives were in attendance:',
      discussion: [{ text: 'The Director submitted a report.' }, { text: 'The main points were:', items: [{ text: 'Play is good.' }] }],
      decisions: [{ number: 'a' }], documents: [{ text: 'Cover report' }],
    }]);
    expect(r.attendance.map((a) => [a.name, a.status])).toEqual([['June Moss', 'in-attendance'], ['Kit Nash', 'in-attendance']]);
    expect(r.coverage.ratio).toBe(1);
  });

  it('is recognised', () => {
    expect(recordOf(paper(page)).kind).toBe('minutes');
  });
});

describe('small parts', () => {
  const vocabulary = vocabularies().minutes;

  it.each([
    ['For (14)', 'for', 14], ['AGAINST: 3', 'against', 3], ['Abstentions - 2', 'abstained', 2], ['Those in favour: Councillors Brook and Dale', 'for', undefined], ['Against – Councillors Field and Hill (2)', 'against', 2],
  ])('%s is a tally', (text, side, count) => {
    const tally = tallyOf(text, vocabulary);
    expect([tally?.side, tally?.count]).toEqual([side, count]);
  });

  it.each(['For the purposes of the Act it was noted.', 'Against this background members asked for more.', 'No bus runs there.'])('%s is none', (text) => {
    expect(tallyOf(text, vocabulary)).toBeUndefined();
  });

  it('parts names and keeps the letters after them', () => {
    expect(namesIn('Mr Brook, OBE, Ms Dale and Sir John Field (3)', vocabulary)).toEqual(['Mr Brook, OBE', 'Ms Dale', 'Sir John Field']);
    expect(namesIn('None', vocabulary)).toEqual([]);
  });

  it('parts an inline list only where it counts on', () => {
    expect(splitInline('(a) one; (b) two; (d) four')?.map((p) => p.number)).toEqual(['a', 'b']);
    expect(splitInline('that (a) one')).toBeUndefined();
  });
});

describe('recognition', () => {
  const vocabulary = vocabularies().minutes;
  it('gives nothing to papers that are no minutes', () => {
    for (const blocks of [
      ['Dear Councillor Brook', 'Thank you for your letter of 4 May. I shall reply in full when the figures are known.', 'Yours sincerely', 'Jo Lunn'],
      ['AGENDA', '1. Apologies', '2. Minutes of the meeting held on 4 May 2011 (Pages 1 - 4)', '3. Library hours (Pages 5 - 9)'],
      ['Contract for services', '1. Definitions', '1.1 In this contract the words below have these meanings.', '2. Payment', '2.1 The Council pays within 30 days.'],
      [table([['Service', '2010', '2011'], ['Parks', '£400', '£410'], ['Roads', '£900', '£880']])],
    ]) expect(weightOf(minutes.recognise(paper(blocks), vocabulary))).toBeLessThan(3);
  });
});

describe('any paper', () => {
  const line = fc.constantFrom(
    'PRESENT: Mr A Brook, Mrs C Dale', 'Present:', '1. Apologies', '(Item 1)', '2. Roads', '1) Mr Brook proposed and Ms Dale seconded the motion that', '“The Council is asked to:', '(1) Note it', '(2) Agree it”',
    'For (2)', 'Mr Brook, Ms Dale', 'Against (0)', 'Motion carried.', 'Amendment lost.', '2) RESOLVED that it be noted.', 'RESOLVED –', 'a) Noted it.', '- a point', 'Minutes:', 'Agenda item', 'Reasons for decision:', 'ACTION: Jo to write.',
    'Supporting documents:', 'EXEMPT ITEMS', '3. Parks', 'The meeting closed at 9.05pm.', 'CHAIRMAN', '# Heading', 'Mr Brook declared a personal interest in item 3.', '', 'Apologies were received from Mr Hill.', 'Decision:', 'Date of next meeting',
  );
  it('is read without a throw, and every character is accounted for once', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const p = paper(lines);
      const r = recordOf(p, 'minutes') as unknown as MinutesRecord;
      const ink = p.blocks.reduce((n, b) => n + (b.type === 'paragraph' ? inkLength(b.text) + inkLength(b.label ?? '') : 0), 0);
      expect(r.coverage.characters).toBe(ink);
      const missed = r.coverage.unassigned.reduce((n, u) => n + inkLength(u.text), 0);
      const apart = r.coverage.furniture.reduce((n, u) => n + inkLength(u.text), 0);
      expect(r.coverage.captured + missed + apart).toBe(ink);
    }), { numRuns: 300 });
  });
});

describe('decisions with reasons or conditions', () => {
  it('hangs the reasons of a refusal on it', () => {
    const item = itemOf('RESOLVED: That planning permission be REFUSED for the following reasons:', '1. The scale would harm the lane.', '2. The access would be unsafe.');
    expect(item.decisions).toMatchObject([{ text: 'That planning permission be REFUSED for the following reasons:', outcome: 'rejected', reasons: [{ number: '1' }, { number: '2' }] }]);
  });
  it('keeps conditions as its items', () => {
    const item = itemOf('RESOLVED: That permission be granted subject to the following conditions:', '(a) work to begin within three years;', '(b) hours of work to be agreed.');
    expect(item.decisions).toHaveLength(1);
    expect(item.decisions[0]?.items?.map((i) => i.number)).toEqual(['a', 'b']);
  });
  it('reads several declarations in one paragraph', () => {
    const item = itemOf('Councillors Birch and Cedar each declared a personal interest in item 4. Councillor Elm declared a pecuniary interest in item 5 and left the room.');
    expect(item.declarations.map((d) => d.members?.map((m) => m.name))).toEqual([['Birch', 'Cedar'], ['Elm']]);
    expect(item.declarations.map((d) => [d.interest, d.agendaItem, d.withdrew])).toEqual([['personal', '4', undefined], ['pecuniary', '5', true]]);
  });
});
