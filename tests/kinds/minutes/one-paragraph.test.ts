// Motion, amendment and votes told in one paragraph, what stands at the ends of resolutions, and whom lists of those present name: invented papers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partedMotions } from '../../../src/kinds/minutes/parted-motions.js';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf, table } from '../paper.js';

const HEAD = ['Minutes of a meeting of the Quay Committee held on 4 May 2021', 'Present: Cllrs A Brook (Chair), B Lane and C Dow'];
/** The minutes of the items given, and of one more. */
const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => {
  const last = blocks.filter((b) => typeof b === 'string' && /^\d\. \p{Lu}[^.]+$/u.test(b)).length;
  return recordOf(paper([...HEAD, ...blocks, `${last + 1}. Any other business`, 'There was none.']), 'minutes') as unknown as MinutesRecord;
};
const decided = (r: MinutesRecord, i = 0) => (r.items[i]?.decisions ?? []).map((d) => [d.text, d.outcome, d.amendment === true, d.mover?.name, d.seconder?.name, d.vote?.for, d.vote?.against]);
const discussed = (r: MinutesRecord, i = 0): string[] => (r.items[i]?.discussion ?? []).map((d) => d.text);

describe('a motion and what is moved against it, in one paragraph', () => {
  it('each have their own vote', () => {
    const r = minutesOf('1. Harbour dues', 'Cllr Lane, seconded by Cllr Dow, moved that the plan be remitted to the Board. Dr Pell, seconded by Ms Frame, moved as an amendment that the plan be approved.',
      'On a vote being taken there voted for the amendment 3 and for the motion 2. The amendment was declared carried.');
    expect(decided(r)).toEqual([
      ['that the plan be approved.', 'agreed', true, 'Pell', 'Frame', 3, 2], ['that the plan be remitted to the Board.', 'rejected', false, 'Lane', 'Dow', 2, 3],
    ]);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('that found no seconder leaves the motion as it was', () => {
    const r = minutesOf('1. Mowing', 'Cllr Lane proposed that the offer of Green Ltd be accepted, seconded by Cllr Dow. Cllr Brook proposed an amendment that it wait for March; there was no seconder. The motion was carried by 4 votes to 1.');
    expect(decided(r)).toEqual([['that the offer of Green Ltd be accepted', 'approved', false, 'Lane', 'Dow', 4, 1]]);
    expect(discussed(r)).toEqual(['Cllr Brook proposed an amendment that it wait for March; there was no seconder.']);
  });
  it('moved without a seconder is no motion, whatever is said of it', () => {
    expect(decided(minutesOf('1. Mowing', 'Cllr Lane proposed that the bench be sold; there was no seconder.', 'Members spoke of the bench for some time.'))).toEqual([]);
  });
  it('that another sentence speaks of does not undo a motion that was seconded', () => {
    const r = minutesOf('1. Mowing', 'Cllr Lane proposed that the bench be sold, seconded by Cllr Dow. For Cllr Brook’s wording there was no seconder. The motion was carried by 4 votes to 1.');
    expect(decided(r).map((d) => d.slice(3))).toEqual([['Lane', 'Dow', 4, 1]]);
  });
  it('is left whole where it quotes, or moves one thing', () => {
    const vocabulary = vocabularies().minutes;
    for (const text of [
      'Cllr Lane moved, seconded by Cllr Dow, “That the plan be approved. An amendment proposed by others, seconded by none, be refused.”',
      'Cllr Lane moved, seconded by Cllr Dow, that the plan be approved. Members spoke of an amendment that the County had proposed.',
      'The Clerk proposed an amendment to the minutes. This was agreed.',
    ]) expect(partedMotions([{ lead: para(text), more: [] }], vocabulary).map((p) => p.lead.text)[0]?.startsWith(text.slice(0, 60)), text).toBe(true);
    expect(partedMotions([{ lead: para('The Clerk proposed an amendment to the minutes. This was agreed.'), more: [] }], vocabulary)).toHaveLength(1);
  });
  it('loses no word', () => {
    const sentence = fc.constantFrom('Cllr Lane moved, seconded by Cllr Dow, that the quay be closed.', 'Cllr Brook moved an amendment, seconded by Cllr Pell, that it stay open.', 'The amendment was lost.', 'The motion was put and carried.', 'It rained.', 'There was no seconder.');
    fc.assert(fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (all) => {
      const text = all.join(' ');
      expect(partedMotions([{ lead: para(text), more: [] }], vocabularies().minutes).map((p) => p.lead.text).join(' ')).toBe(text);
    }));
  });
});

describe('who moved, beside what was decided', () => {
  it('stands in short, in two sentences, or in the sentence itself', () => {
    const r = minutesOf('1. Bills', 'RESOLVED to pay £20 to the printer. Prop. Cllr Lane, sec. Cllr Dow.', '2. Bench', 'RESOLVED to sell the bench. Proposed: Cllr. Brian Lane. Seconded: Cllr. Cath Dow.',
      '3. Minutes', 'The minute of the last meeting was approved on the motion of Cllr Lane, seconded by Ms Frame.', '4. Hall', 'RESOLVED to let the hall. Proposed Cllr Lane, seconded Cllr Dow, all in favour.');
    expect([0, 1, 2, 3].map((i) => decided(r, i).map((d) => [d[0], d[3], d[4]]))).toEqual([
      [['to pay £20 to the printer.', 'Lane', 'Dow']], [['to sell the bench.', 'Brian Lane', 'Cath Dow']],
      [['The minute of the last meeting was approved on the motion of Cllr Lane, seconded by Ms Frame.', 'Lane', 'Frame']], [['to let the hall.', 'Lane', 'Dow']],
    ]);
    expect(r.items[3]?.decisions[0]?.seconder).toEqual({ text: 'Cllr Dow', name: 'Dow', type: 'person', honorific: 'Cllr' });
    expect(r.items[3]?.decisions[0]?.vote).toMatchObject({ result: 'carried', text: 'all in favour' });
  });
  it('goes on to RESOLVED, and says nothing of the sentence above', () => {
    const r = minutesOf('1. Mowing', 'Members noted the contents.', 'Proposed by Councillor Lane', 'Seconded by Councillor Dow and', 'Resolved: That the items below be taken in confidential business.', '2. Contract', 'Resolved: That the report be noted.');
    expect(discussed(r)).toEqual(['Members noted the contents.']);
    expect(decided(r).map((d) => [d[0], d[3], d[4]])).toEqual([['That the items below be taken in confidential business.', 'Lane', 'Dow']]);
    expect(r.items.map((i) => i.exempt === true)).toEqual([false, true, true]);
  });
  it('is a post where somebody seconds', () => {
    const r = minutesOf('1. Parking', 'The Chair moved that the matter be referred back. This was seconded by Councillor Dow. On being put to the vote there were 4 votes in favour and 2 against.', 'RESOLVED: That the matter be referred back.');
    expect(decided(r)).toEqual([['That the matter be referred back.', 'referred', false, 'Chair', 'Dow', 4, 2]]);
  });
});

describe('lists', () => {
  it('under the name of a body are decisions, however deep they are set', () => {
    const deep = (text: string) => para(text, { depth: 2 });
    const r = minutesOf('1. Carers', para('The Board:', { number: '1.1', label: '1.1', depth: 1 }), deep('(a) approved the strategy;'), deep('(b) noted that a plan would follow; and'), deep('(c) directed the Council to carry it out.'));
    expect(r.items[0]?.decisions.map((d) => [d.number, d.outcome])).toEqual([['a', 'approved'], ['b', 'noted'], ['c', 'agreed']]);
    expect(r.items[0]?.decisionsIntroduction).toBe('The Board:');
  });
  it('that begin with a letter that resolves go on with points of their own, but for what goes on with the resolution', () => {
    const r = minutesOf('1. Finance', '(a) RESOLVED to pay the printer.', '(b) The balance was reported.', '2. Works', '(a) RESOLVED that the quay be mended.', '(b) that the bill be paid.');
    expect(r.items[0]?.decisions.map((d) => [d.text, d.items])).toEqual([['to pay the printer.', undefined]]);
    expect(discussed(r)).toEqual(['The balance was reported.']);
    expect(r.items[1]?.decisions.map((d) => [d.number, d.text, d.items])).toEqual([['a', 'that the quay be mended.', undefined], ['b', 'that the bill be paid.', undefined]]);
    const listed = minutesOf('1. Police', 'Members heard the Sergeant.', '(a) AGREED that a letter be sent;', '(b) to ask for figures each month.');
    expect(listed.items[0]?.decisions.map((d) => [d.number, d.text])).toEqual([['a', 'that a letter be sent;'], ['b', 'to ask for figures each month.']]);
  });
  it('of conditions are the decision’s, and reasons stand under a heading of their own', () => {
    const r = minutesOf('1. Review of a licence', 'The parties were heard.', '# Decision', 'That the licence be modified by adding the following conditions:', '(a) nobody is let in after 11.30 pm; and', '(b) two stewards are at the door.', 'Reasons for decision', 'They were proportionate.');
    expect(r.items[0]?.decisions.map((d) => [d.text, d.items?.map((i) => i.number), d.reasons?.map((i) => i.text)])).toEqual([['That the licence be modified by adding the following conditions:', ['a', 'b'], ['They were proportionate.']]]);
    expect(minutesOf('1. Review of a licence', 'The parties were heard.', '2. Close', 'The hearing finished at 12.40 pm').meeting.endTime).toBe('12:40');
  });
  it('under RESOLVED among an item’s minutes go with its motion; under a heading "Decision" they stay apart', () => {
    const r = minutesOf('1. Precept', 'Minutes:', 'It was moved by Cllr Lane and seconded by Cllr Dow that the precept be supported.', 'A vote was taken: 8 in favour, 3 against.', 'RESOLVED:', '1. That the precept be supported; and', '2. That the Chair write.');
    expect(r.items[0]?.decisions.map((d) => [d.mover?.name, d.vote?.for, d.items?.map((i) => i.number)])).toEqual([['Lane', 8, ['1', '2']]]);
    const apart = minutesOf('1. Precept', 'Decision:', 'That the precept be supported.', 'Minutes:', 'Members spoke of it.');
    expect(apart.items[0]?.decisions.map((d) => d.text)).toEqual(['That the precept be supported.']);
  });
});

describe('who was there', () => {
  const who = (r: MinutesRecord): string[] => r.attendance.map((a) => [a.honorific, a.name, a.status, a.role, a.organisation].filter(Boolean).join(' '));
  const of = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper([HEAD[0] ?? '', ...blocks, '1. MINUTES', 'RESOLVED that the minutes be approved.']), 'minutes') as unknown as MinutesRecord;
  it('is nobody in a seat that is vacant, and a post where an officer represents one', () => {
    const r = of(table([['Name', 'Representing', 'Present'], ['Karen Dodd (Chair)', 'Primary schools', '✓'], ['VACANCY', 'Nurseries', ''], ['Officers', '', ''], ['Dawn Hibbs', 'Head of Schools Finance', '✓']]));
    expect(who(r)).toEqual(['Karen Dodd chair Primary schools', 'Dawn Hibbs in-attendance Head of Schools Finance']);
    expect(r.coverage.unassigned?.map((u) => u.text)).toEqual(['VACANCY', 'Nurseries']);
  });
  it('is no heading, whatever its words', () => {
    expect(who(of(table([['Present:', 'Councillors Ann Brook (Chair) and Ian Dow'], ['Officers:', 'Jill Abbot – Legal Adviser'], ['Applicant:', 'Mr Resul Demir']], 0)))).toEqual(['Councillor Ann Brook chair', 'Councillor Ian Dow present', 'Jill Abbot in-attendance Legal Adviser', 'Mr Resul Demir in-attendance']);
  });
  it('is the chair in two languages, and who was late sent no apologies for absence', () => {
    const r = recordOf(paper([HEAD[0] ?? '', 'Present: Cllrs Gwen Rees (Cadeirydd / Chair) and Iwan Pugh', '1. APOLOGIES', 'Apologies for absence were received from Cllr Mair Elis. Cllr Pugh had sent apologies for lateness and arrived at 6.50 pm.', '2. MINUTES', 'Penderfynwyd derbyn y cofnodion.']), 'minutes') as unknown as MinutesRecord;
    expect(who(r)).toEqual(['Cllr Gwen Rees chair', 'Cllr Iwan Pugh present', 'Cllr Mair Elis apologies']);
    expect(r.items[1]?.decisions).toMatchObject([{ text: 'derbyn y cofnodion.', outcome: 'received' }]);
  });
});

describe('lists of officers’ decisions', () => {
  it('are no minutes', () => {
    const r = recordOf(paper(['# Record of officer delegated decisions', 'Decisions taken by officers between 1 and 31 March 2025.', '## ODD/25/017 – Grant to a food bank', 'Decision maker: Head of Communities', 'Decision: To award a grant of £8,000.', 'Reasons for decision: Demand has risen.', '## ODD/25/018 – Lease of Unit 4', 'Decision maker: Estates Manager', 'Decision: To renew the lease.', 'Reasons for decision: A good tenant.']));
    expect(r.kind).not.toBe('minutes');
  });
});
