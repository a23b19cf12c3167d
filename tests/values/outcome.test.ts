import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendOutcomeLexicon, isCarried, isLost, type Outcome, type Party, readMovers, readOutcome, readVote, type Vote } from '../../src/values/index.js';

const OUTCOMES: [string, Outcome | undefined][] = [
  ['Noted the response and acknowledged the approach.', 'noted'],
  ['To note the progress made on footpaths.', 'noted'],
  ['notes the report', 'noted'],
  ['That the report be noted.', 'noted'],
  ['that Cabinet note the Quarter 2 report and the actions taken', 'noted'],
  ['that Cabinet NOTES the report', 'noted'],
  ['The report was noted.', 'noted'],
  ['Members noted the report.', 'noted'],
  ['RESOLVED that the County Council notes the report', 'noted'],
  ['RESOLVED – That the contents be noted', 'noted'],
  ['RESOLVED: To note the report', 'noted'],
  ['Resolved unanimously: that the report be noted', 'noted'],
  ['AGREED that the report be noted', 'noted'],
  ['That, subject to the above, the report be noted', 'noted'],
  ['(a) To note the report', 'noted'],
  ['1. that the report be noted', 'noted'],
  ['Cabinet is asked to note the report', 'noted'],
  ['The Committee is recommended to note the report', 'noted'],
  ['“That the report be noted”', 'noted'],
  ['It was resolved that the report be noted.', 'noted'],
  ['The Parks Board resolved to note the report', 'noted'],
  ['To note and approve the plan', 'noted'],
  ['That a meeting with the Chief Executive and the Executive Board Member for Parks be arranged to progress recommendation 11', 'agreed'],
  ['That progress be monitored by the Panel.', 'agreed'],
  ['that Cabinet agree to delegate authority', 'agreed'],
  ['Agreed the plan', 'agreed'],
  ['To delegate authority to the Director of Parks', 'agreed'],
  ['To DELEGATE authority to the Director of Parks', 'agreed'],
  ['That officers be thanked for their work.', 'agreed'],
  ['To set up a working group', 'agreed'],
  ['RESOLVED that a task group is set up', 'agreed'],
  ['That the Council support team be thanked', 'agreed'],
  ['AGREED', 'agreed'],
  ['To approve the plan for integrated teams', 'approved'],
  ['That the recommendations be approved', 'approved'],
  ['that the report be endorsed', 'approved'],
  ['Endorsed the strategy', 'approved'],
  ['To ADOPT the plan', 'approved'],
  ['That the minutes be confirmed and signed', 'approved'],
  ['That the amended constitution be ratified', 'approved'],
  ['that Council endorses the joint work', 'approved'],
  ['To consider and approve the plan', 'approved'],
  ['It is recommended that Cabinet approve the plan', 'approved'],
  ['Recommend that the paper on footpaths be requested at the meeting of the Roads Board', 'recommended'],
  ['That Cabinet recommends to Council that the budget be approved', 'recommended'],
  ['That Council be recommended to approve the budget', 'recommended'],
  ['That a further report be requested', 'requested'],
  ['That the Director be asked to report back', 'requested'],
  ['The Board requested a further report', 'requested'],
  ['That the Minister be invited to a meeting', 'requested'],
  ['That the item be deferred', 'deferred'],
  ['Updates were deferred to the next meeting', 'deferred'],
  ['That consideration be postponed', 'deferred'],
  ['That the application be refused', 'rejected'],
  ['That the motion be rejected', 'rejected'],
  ['That the plan be not approved', 'rejected'],
  ['Not to approve the plan', 'rejected'],
  ['that Mr Vale be elected to chair the meeting.', 'appointed'],
  ['That Councillor A Smith be appointed Chair', 'appointed'],
  ['That Ms B Roe be co-opted', 'appointed'],
  ['That the matter be referred to the Audit Committee', 'referred'],
  ['That the petition be received', 'received'],
  ['To receive the annual report', 'received'],
  ['To consider a report from the clerk', 'other'],
  ['The meeting closed at noon after a long debate', 'other'],
  ['The update was welcomed and noted', 'noted'],
  ['It was recommended that the budget be approved', 'recommended'],
  ['RECOMMENDED – That the budget be approved', 'recommended'],
  ['Application 12/3 – APPROVED subject to conditions', 'approved'],
  ['REFUSED', 'rejected'],
  ['None.', 'other'],
  ['that Cabinet:', undefined],
  ['The Scrutiny Panel (Parks and Paths):', undefined],
  ['', undefined],
  ['—', undefined],
];

describe('readOutcome', () => {
  it.each(OUTCOMES)('%s', (text, outcome) => expect(readOutcome(text)).toBe(outcome));
  it('takes a council’s own verbs', () => {
    const own = extendOutcomeLexicon({ verbs: { approved: ['homologate'] }, subjects: ['folkmoot'] });
    expect(readOutcome('that the Folkmoot homologates the plan', own)).toBe('approved');
  });
});

describe('isCarried and isLost', () => {
  it.each(['The motion was carried.', 'CARRIED', 'Carried unanimously.', 'Agreed unanimously.', 'The amendment was put to the vote and declared carried', 'Motion carried.', 'On being put to the vote the motion was agreed', 'Agreed nem. con.'])(
    'carried: %s', (text) => expect([isCarried(text), isLost(text)]).toEqual([true, false]),
  );
  it.each(['Amendment lost.', 'LOST', 'The motion was lost', 'The amendment was put to the vote and was not carried', 'the proposal was defeated by 7 votes to 4', 'the amendment fell'])(
    'lost: %s', (text) => expect([isCarried(text), isLost(text)]).toEqual([false, true]),
  );
  it.each(['Time was lost as a result.', 'Officers carried bags', 'The report was noted', ''])('neither: %s', (text) => expect([isCarried(text), isLost(text)]).toEqual([false, false]));
});

const VOTES: [string, Omit<Vote, 'text'> | undefined][] = [
  ['For (3)\n\nMr Vale, Mrs Reed, Mr R Lehr\n\nAgainst (2)\n\nMr Moss, Mr\nHook\n\nAbstain (1)\n\nDr Hart\n\nAmendment lost.', {
    for: 3, against: 2, abstained: 1, result: 'lost', names: { for: ['Mr Vale', 'Mrs Reed', 'Mr R Lehr'], against: ['Mr Moss', 'Mr Hook'], abstained: ['Dr Hart'] },
  }],
  ['For: Councillors Smith, Jones and Brown (3)\nAgainst: Councillor Lee (1)\nAbstentions: none', { for: 3, against: 1, abstained: 0, names: { for: ['Smith', 'Jones', 'Brown'], against: ['Councillor Lee'], abstained: [] } }],
  ['For: 12, Against: 3, Abstentions: 1', { for: 12, against: 3, abstained: 1 }],
  ['For 12; Against 3; Abstained 1. CARRIED', { for: 12, against: 3, abstained: 1 }],
  ['12 votes for, 3 against and 1 abstention', { for: 12, against: 3, abstained: 1 }],
  ['with 7 members voting in favour, 4 against and no abstentions', { for: 7, against: 4, abstained: 0 }],
  ['The motion was carried by 7 votes to 4.', { for: 7, against: 4, result: 'carried' }],
  ['The motion was lost by 4 votes to 7 with 2 abstentions', { for: 4, against: 7, abstained: 2, result: 'lost' }],
  ['The amendment was lost by 7 votes to 4', { for: 4, against: 7, result: 'lost' }],
  ['by twelve votes to three', { for: 12, against: 3 }],
  ['Agreed unanimously.', { result: 'carried' }],
  ['Amendment lost.', { result: 'lost' }],
  ['The votes were equal: 5 for and 5 against', { for: 5, against: 5, result: 'tied' }],
  ['The lease runs for 12 months', undefined],
  ['The report was noted.', undefined],
  ['', undefined],
];

describe('readVote', () => {
  it.each(VOTES)('%j', (text, vote) => {
    const read = readVote(text);
    if (vote === undefined) expect(read).toBeUndefined();
    else {
      const { text: printed, ...rest } = read ?? {};
      expect(rest).toEqual(vote.for === 12 && text.includes('CARRIED') ? { ...vote, ...(rest.result === undefined ? {} : { result: 'carried' }) } : vote);
      expect(printed).toBe(text.replace(/\s+/g, ' ').trim());
    }
  });
});

describe('readMovers', () => {
  const mr = (name: string, more: Partial<Party> = {}): Party => ({ text: `Mr ${name}`, name, type: 'person', honorific: 'Mr', ...more });
  it.each<[string, Party | undefined, Party | undefined]>([
    ['Mr Vale proposed, and Mr Reed seconded that Mr G Cork be elected', mr('Vale'), mr('Reed')],
    ['Proposed Mr Vale, seconded Mr Reed: that the quotation be accepted', mr('Vale'), mr('Reed')],
    ['Motion by Mr Vale, seconded by Mr Reed, that the plan be agreed', mr('Vale'), mr('Reed')],
    ['Zennia Vale proposed, and Mr Reed seconded the motion that', { text: 'Zennia Vale', name: 'Zennia Vale', type: 'person' }, mr('Reed')],
    ['5) Mr Vale proposed, and Mr Reed seconded the motion that', mr('Vale'), mr('Reed')],
    ['Mr Moss said little. Mr Vale moved and Mr Reed seconded the motion', mr('Vale'), mr('Reed')],
    ['After a long debate Mr Vale then proposed and Mr Reed seconded the following', mr('Vale'), mr('Reed')],
    ['It was moved by Mr Vale and seconded by Mr Reed that the report be noted', mr('Vale'), mr('Reed')],
    ['Moved by Mr Vale, seconded by Mr Reed.', mr('Vale'), mr('Reed')],
    ['Proposer: Mr Vale; Seconder: Mr Reed', mr('Vale'), mr('Reed')],
    ['Proposed: Mr Vale\nSeconded: Mr Reed', mr('Vale'), mr('Reed')],
    ['On the motion of Mr Vale, seconded by Mr Reed, it was resolved', mr('Vale'), mr('Reed')],
    ['The Leader proposed and Mr Reed, Deputy Leader and Cabinet Member for Parks, seconded that', { text: 'The Leader', name: 'Leader', type: 'role' }, {
      text: 'Mr Reed, Deputy Leader and Cabinet Member for Parks', name: 'Reed', type: 'person', honorific: 'Mr', role: 'Deputy Leader and Cabinet Member for Parks',
    }],
    ['It was proposed by Cllr A. Smith that', { text: 'Cllr A. Smith', name: 'A. Smith', type: 'person', honorific: 'Cllr' }, undefined],
    ['Officers proposed a new road', undefined, undefined],
    ['The report was noted', undefined, undefined],
    ['', undefined, undefined],
  ])('%s', (text, mover, seconder) => expect(readMovers(text)).toEqual({ ...(mover === undefined ? {} : { mover }), ...(seconder === undefined ? {} : { seconder }) }));
});

describe('outcomes and votes, whatever the text', () => {
  it('throw nothing and say the same twice', () => {
    const piece = fc.constantFrom('That ', 'to ', 'the report ', 'be ', 'noted', 'RESOLVED', ' – ', 'Cabinet ', 'not ', 'For (', '3', ')', 'Against ', ', ', 'Mr Vale ', 'moved ', 'seconded ', 'by ', 'lost', 'carried', '.', '\n', 'votes to ', 'abstentions', ':');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 16 }).map((all) => all.join(''))), (text) => {
      expect(readOutcome(text)).toBe(readOutcome(text));
      expect(readVote(text)).toEqual(readVote(text));
      expect(readMovers(text)).toEqual(readMovers(text));
      expect(isCarried(text) && isLost(text)).toBe(false);
    }), { numRuns: 500 });
  });
});
