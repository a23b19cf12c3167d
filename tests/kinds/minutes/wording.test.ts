// How meetings word what they did: passives, votes in a sentence, motions that change words, lists that go on.
import { describe, expect, it } from 'vitest';
import type { MinuteItem, MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { inkLength } from '../../../src/paper/text.js';
import { findWording, openingOf } from '../../../src/kinds/shared/openings.js';
import { paper, para, recordOf } from '../paper.js';

const HEAD = ['Larkmouth Council', 'Minutes of the Harbour Committee held on 4 May 2021', 'Present: Councillor A Lane (Chair), Councillor B Dale'];
const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper(blocks), 'minutes') as unknown as MinutesRecord;
const itemOf = (...blocks: Parameters<typeof paper>[0]): MinuteItem => {
  const r = minutesOf(...HEAD, '1. APOLOGIES', 'None.', '2. THE QUAY', ...blocks);
  expect(r.coverage.unassigned).toEqual([]);
  expect(r.items.map((i) => i.title)).toEqual(['APOLOGIES', 'THE QUAY']);
  return r.items[1] as MinuteItem;
};
const inkOf = (value: unknown): number => (typeof value === 'string' ? inkLength(value) : value !== null && typeof value === 'object' ? Object.entries(value).reduce((n, [key, v]) => n + (key === 'at' ? 0 : inkOf(v)), 0) : 0);

describe('a wording with a word in capitals', () => {
  it('wants that word in capitals, and no other', () => {
    expect(openingOf('The Board NOTED that', ['The * NOTED'])?.end).toBe(15);
    expect(openingOf('THE BOARD NOTED that', ['The * NOTED'])?.end).toBe(15);
    expect(openingOf('The report was noted.', ['The * NOTED'])).toBeUndefined();
    // An abbreviation is printed as it comes.
    expect(findWording('held on ms teams', ['MS Teams'])?.start).toBe(8);
  });
});

describe('what is said to have been agreed', () => {
  it('is a decision of the meeting, not the word of one', () => {
    for (const said of ['The Chair agreed that the junction was busy.', 'The Director of Roads agreed to look into it.', 'The Treasurer and the Clerk agreed to meet.']) expect(itemOf(said)).toMatchObject({ decisions: [], discussion: [{ text: said }] });
    expect(itemOf('The Harbour Committee agreed that the crane be sold.').decisions).toMatchObject([{ text: 'that the crane be sold.' }]);
    expect(itemOf('The Executive Member agreed to close the slip.').decisions).toMatchObject([{ text: 'to close the slip.' }]);
  });
  it('is resolved without the word only where it says what is to be', () => {
    expect(itemOf('That the hours be cut.').decisions).toHaveLength(1);
    expect(itemOf('That the lamps to be sold be listed.').decisions).toHaveLength(1);
    for (const said of ['That the work would be finished by May was welcome.', 'That the hours should not be cut was plain to all.', 'That the slip might be closed was a worry.']) expect(itemOf(said).decisions).toEqual([]);
  });
  it('is no election where one is told of', () => {
    const chosen = (text: string) => minutesOf(...HEAD, '1. APOLOGIES', 'None.', '2. APPOINTMENT OF CLERK', text).items[1]?.decisions;
    expect(chosen('Mrs Dodd was duly appointed.')).toMatchObject([{ outcome: 'appointed' }]);
    expect(chosen('It was reported that Mrs Dodd was appointed by the county in May.')).toEqual([]);
  });
  it('keeps all of a motion, however long', () => {
    const long = `Councillor A Lane moved, seconded by Councillor B Dale, that the quay be swept${' and swept again'.repeat(400)}.`;
    const [decision] = itemOf(long, 'The motion was put to the vote and carried by 4 votes to 1.').decisions;
    expect(decision?.text).toBe(long.slice(long.indexOf('that the quay')));
  });
  it('keeps its subject', () => {
    expect(itemOf('The clerk spoke.', 'The three recommendations were AGREED.').decisions).toMatchObject([{ text: 'The three recommendations were AGREED.', outcome: 'agreed' }]);
    expect(itemOf('The clerk spoke.', 'It was AGREED that the quay be swept.').decisions).toMatchObject([{ text: 'that the quay be swept.', outcome: 'agreed' }]);
    expect(itemOf('The clerk spoke.', 'The following were AGREED: that the quay be swept.').decisions).toMatchObject([{ text: 'that the quay be swept.' }]);
  });
  it('is not lost where it is an entry of a list', () => {
    const item = itemOf('The officer spoke.', para('Outcomes:'), para('The report was noted.', { bullet: true, label: '•' }), para('The budget was welcomed.', { bullet: true, label: '•' }), 'RESOLVED that it be so.');
    expect(inkOf(item)).toBeGreaterThan(inkLength('The report was noted. The budget was welcomed.'));
    expect(JSON.stringify(item)).toContain('The report was noted.');
    expect(item.decisions.map((d) => d.text)).toEqual(['that it be so.']);
  });
  it('is the list below where the sentence ends in "agreed"', () => {
    const item = itemOf('The Committee heard the harbour master and, having considered the report, agreed:-', '(i) to note the report; and', '(ii) to dredge the quay.');
    expect(item.decisions.map((d) => [d.number, d.text, d.outcome])).toEqual([['i', 'to note the report; and', 'noted'], ['ii', 'to dredge the quay.', 'agreed']]);
    expect(item.discussion.map((d) => d.text)).toEqual(['The Committee heard the harbour master and, having considered the report,']);
  });
  it('is debate where it had been agreed before, or somebody only agreed', () => {
    expect(itemOf('The Committee heard that last year it had been agreed:', '(i) to note the report; and', '(ii) to dredge the quay.', 'RESOLVED that more be said.').decisions).toHaveLength(1);
    expect(itemOf('The harbour master, on being asked, said that both engineers agreed:', '(i) the wall was sound; and', '(ii) the quay was not.').decisions).toEqual([]);
  });
});

describe('a list under a body’s name', () => {
  it('is what it did, under a numbered paragraph too', () => {
    const item = itemOf('2.1 The officer spoke.', '2.2 The Board:', para('noted the survey;', { label: '(a)', number: 'a' }), para('agreed that the wall be mended; and', { label: '(b)', number: 'b' }), para('requested a report.', { label: '(c)', number: 'c' }));
    expect(item.decisions.map((d) => [d.number, d.outcome])).toEqual([['a', 'noted'], ['b', 'agreed'], ['c', 'requested']]);
    expect(item.decisionsIntroduction).toBe('The Board:');
  });
  it('goes on with its own numbers where those of the item would fit as well', () => {
    const edge = { indent: 36, labelIndent: 0 };
    const item = itemOf(para('1. The officer spoke.', edge), para('2. Members asked about cost.', edge), 'It was proposed by Cllr Lane, seconded by Cllr Dale, and RESOLVED:', para('1. To approve the plan;', edge), para('2. To note the cost; and', edge), para('3. To report in June.', edge));
    expect(item.discussion.map((d) => d.number)).toEqual(['1', '2']);
    expect(item.decisions[0]?.items?.map((d) => d.number)).toEqual(['1', '2', '3']);
  });
  it('ends where the item’s own points go on further out', () => {
    const outer = { indent: 36, labelIndent: 0 };
    const inner = { indent: 90, labelIndent: 60 };
    const item = itemOf(para('1. The officer spoke.', outer), para('2. Members asked about:', outer), para('1. the cost;', inner), para('2. the time.', inner), para('3. The officer replied.', outer));
    expect(item.discussion.map((d) => [d.number, d.items?.length])).toEqual([['1', undefined], ['2', 2], ['3', undefined]]);
  });
});

describe('a motion', () => {
  it('is settled by a sentence on it, whatever it is called', () => {
    const item = itemOf('Proposed by Cllr Lane, seconded by Cllr Dale:', '"That the quay be closed."', 'An amendment was proposed by Cllr Moss and seconded by Cllr Peel to delete the word "closed". The amendment was put to the vote and was LOST, 2 voting in favour and 4 against.', 'The original motion was then put and CARRIED unanimously.');
    expect(item.decisions).toMatchObject([
      { amendment: true, text: 'to delete the word "closed".', outcome: 'rejected', vote: { for: 2, against: 4, result: 'lost' } },
      { text: '"That the quay be closed."', outcome: 'agreed', mover: { name: 'Lane' }, vote: { result: 'carried' } },
    ]);
    expect(item.discussion).toEqual([]);
  });
  it('is not settled by what its mover agrees to, or by what is carried over', () => {
    const item = itemOf('Cllr Lane moved, and Cllr Dale seconded, that the quay be closed.', 'The amendment was agreed by the mover.', 'The motion carried over from March was read again.');
    expect(item.decisions).toEqual([]);
    expect(item.discussion).toHaveLength(3);
  });
  it('takes its movers and its vote from beside RESOLVED', () => {
    expect(itemOf('On the proposal of Cllr Lane, seconded by Cllr Dale, it was RESOLVED by 4 votes to 1 that:', 'a) the offer be declined; and', 'b) the clerk write.').decisions).toMatchObject([
      { mover: { name: 'Lane' }, seconder: { name: 'Dale' }, vote: { for: 4, against: 1, result: 'carried' }, items: [{ number: 'a', outcome: 'rejected' }, { number: 'b' }] },
    ]);
    expect(itemOf('RESOLVED: (on a motion by Councillor Lane, seconded by Councillor Dale, and carried by 5 votes to 2) that the review be noted.').decisions).toMatchObject([
      { text: 'that the review be noted.', mover: { name: 'Lane' }, seconder: { name: 'Dale' }, vote: { for: 5, against: 2 } },
    ]);
    expect(itemOf('RESOLVED by the Committee that the review be noted.').decisions[0]?.vote).toBeUndefined();
  });
  it('may be proposed as something', () => {
    expect(itemOf('The minutes were proposed as a correct record by Councillor Lane and seconded by Councillor Dale.', 'RESOLVED: that they be signed.').decisions).toMatchObject([{ mover: { name: 'Lane' }, seconder: { name: 'Dale' } }]);
  });
});

describe('a list under a resolution that says itself what is done', () => {
  it('names to what, and is one decision', () => {
    const item = itemOf('The officer spoke.', 'The Forum agreed to de-delegate funding for:', '- contingencies;', '- trade unions; and', '- behaviour support.');
    expect(item.decisions).toMatchObject([{ text: 'to de-delegate funding for:', items: [{ text: 'contingencies;' }, { text: 'trade unions; and' }, { text: 'behaviour support.' }] }]);
    expect(item).not.toHaveProperty('decisionsIntroduction');
  });
  it('is one decision each where the entries decide', () => {
    expect(itemOf('The officer spoke.', 'The Forum agreed to:', '- extend the agreement by a year;', '- note the cost.').decisions.map((d) => d.text)).toEqual(['extend the agreement by a year;', 'note the cost.']);
    expect(itemOf('The officer spoke.', 'RESOLVED that the following be done at once:', '- that the wall be mended;', '- that the cost be noted.').decisions).toHaveLength(2);
  });
});

describe('what stands under a heading "Decision"', () => {
  it('is no decision where it tells who left or when the meeting broke off', () => {
    const item = itemOf('The officer spoke.', para('Decision', { bold: true }), 'The Committee:', '(a) noted the report; and', '(b) agreed the plan.', 'The Committee adjourned at 12.15 pm.', 'Councillor Tait left the meeting at this point.', 'The pier is to be closed.');
    expect(item.decisions.map((d) => d.text)).not.toContain('Councillor Tait left the meeting at this point.');
    expect(item.discussion.map((d) => d.text)).toEqual(expect.arrayContaining(['The Committee adjourned at 12.15 pm.', 'Councillor Tait left the meeting at this point.']));
    expect(JSON.stringify(item.decisions)).toContain('The pier is to be closed.');
  });
});

describe('a resolution without its word', () => {
  it('is one at an item’s end, in the words of a resolution', () => {
    expect(itemOf('That the closed minutes of the meeting held on 18 March be approved as a correct record.').decisions).toMatchObject([{ outcome: 'approved' }]);
    expect(itemOf('The officer spoke.', 'That is to be borne in mind.').decisions).toEqual([]);
    expect(itemOf('That the quay be closed was what the officer asked, and he was told no.', 'The officer left.').decisions).toEqual([]);
  });
});

describe('a vote in the clause before RESOLVED', () => {
  it('is that of the decision', () => {
    expect(itemOf('It was then proposed by Councillor Lane, seconded by Councillor Dale, and on a vote of 3 in favour, 1 against and 1 abstention it was RESOLVED that permission be refused.').decisions).toMatchObject([{ mover: { name: 'Lane' }, vote: { for: 3, against: 1, abstained: 1, result: 'carried' } }]);
    expect(itemOf('It was proposed by Councillor Lane, seconded by Councillor Dale, and for 2 good reasons it was RESOLVED that permission be refused.').decisions[0]?.vote).toBeUndefined();
  });
});

describe('declarations in a list', () => {
  it('may say the kind without the word, and who left', () => {
    const r = minutesOf(...HEAD, '1. DECLARATIONS OF INTEREST', 'Councillor Rod Beer: item 2 - personal - a member of the club.', 'Councillor Paul Parfit: item 3 - prejudicial - owner of adjoining land; left the room.', 'Councillor Moss: said that the form was long.', '2. THE QUAY', 'None.');
    expect(r.items[0]?.declarations).toMatchObject([{ interest: 'personal', agendaItem: '2', members: [{ name: 'Rod Beer' }] }, { interest: 'prejudicial', agendaItem: '3', withdrew: true }]);
    expect(r.items[0]?.discussion).toHaveLength(1);
  });
});

describe('RESOLVED with its vote', () => {
  it('parts the vote from what was resolved', () => {
    expect(itemOf('RESOLVED, with 4 votes for, 0 against and 1 abstention, that the grants be paid.').decisions).toMatchObject([{ text: 'that the grants be paid.', vote: { for: 4, against: 0, abstained: 1, result: 'carried' } }]);
    expect(itemOf('RESOLVED, with regret for the two trees, that they be felled.').decisions).toMatchObject([{ text: 'with regret for the two trees, that they be felled.' }]);
  });
});

describe('votes on an amendment and then on the motion', () => {
  it('are two, though the motion is called no more than that', () => {
    const item = itemOf(
      '2.1 The report was moved by Councillor Lane and seconded by Councillor Dale.', '2.2 The following amendment was moved by Councillor Moss and seconded by Councillor Peel: “Add: and that no coal be burnt”.',
      '2.3 A recorded vote was taken on the amendment. The amendment was LOST, the votes being cast as follows:', 'FOR THE AMENDMENT', 'Councillors Moss and Peel', 'AGAINST THE AMENDMENT', 'Councillors Lane, Dale and Rudd',
      '2.4 The motion was then put to the vote and CARRIED as follows:', 'FOR - Councillors Lane, Dale, Rudd', 'AGAINST - Councillors Moss, Peel',
    );
    expect(item.decisions).toMatchObject([{ amendment: true, vote: { for: 2, against: 3, result: 'lost' } }, { number: '2.1', mover: { name: 'Lane' }, vote: { for: 3, against: 2, result: 'carried' } }]);
  });
  it('are settled by the chair’s word', () => {
    expect(itemOf('Cllr Lane moved, and Cllr Dale seconded, that the quay be closed.', 'The Chair put the motion to the Committee to vote.', 'The Chair declared the motion lost.').decisions).toMatchObject([{ outcome: 'rejected', vote: { result: 'lost' } }]);
    expect(itemOf('Cllr Lane moved, and Cllr Dale seconded, that the quay be closed.', 'The Chair declared the motion to be long.').decisions).toEqual([]);
  });
});

describe('what was agreed at the end of a paragraph', () => {
  it('is a decision, and what stands before it debate', () => {
    const item = itemOf('The balance is £1,204. It was agreed to renew the insurance.', 'The clerk spoke.');
    expect(item.decisions).toMatchObject([{ text: 'to renew the insurance.' }]);
    expect(item.discussion.map((d) => d.text)).toEqual(['The balance is £1,204.', 'The clerk spoke.']);
    expect(itemOf('No comment. It was decided by 4 votes to 1 to object.').decisions).toMatchObject([{ text: 'to object.', vote: { for: 4, against: 1 } }]);
  });
  it('is none in the middle of one, or where somebody is of a mind', () => {
    expect(itemOf('It rained. It was agreed that this was bad. Nobody knew why.', 'The clerk spoke.').decisions).toEqual([]);
    expect(itemOf('It rained. It was agreed with the clerk.', 'The clerk spoke.').decisions).toEqual([]);
  });
});
