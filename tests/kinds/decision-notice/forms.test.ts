// Notices and records of decisions in forms of many makes: invented councils.
import { describe, expect, it } from 'vitest';
import type { DecisionNotice } from '../../../src/kinds/records.js';
import { paper, para, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): DecisionNotice => recordOf(paper(blocks), 'decision-notice') as unknown as DecisionNotice;
const texts = (items: readonly { text: string }[]): string[] => items.map((i) => i.text);
const HEAD = ['Quay Council', 'RECORD OF OFFICER DECISION'];

describe('a form of boxes', () => {
  it('has numbers that are no text of the boxes above', () => {
    const r = read(...HEAD, table([['Box 1', ''], ['Subject:', 'Pontoons'], ['Box 2', ''], ['Decision taken:', 'To mend them.'], ['Box 3', ''], ['Options considered & reasons for recommended option:', 'To sell them.']], 0));
    expect(r).toMatchObject({ subject: 'Pontoons' });
    expect([texts(r.decision), texts(r.alternatives)]).toEqual([['To mend them.'], ['To sell them.']]);
    expect(r.coverage.furniture.map((f) => f.text)).toEqual(['Box 1', 'Box 2', 'Box 3']);
  });
  it('keeps a box that is spoken of', () => {
    const r = read(...HEAD, table([['Subject:', 'Pontoons'], ['Decision taken:', 'Box 3 of the survey is accepted.']], 0));
    expect(texts(r.decision)).toEqual(['Box 3 of the survey is accepted.']);
  });
  it('asks inside a box what the box is for', () => {
    const r = read(...HEAD, table([['Subject:', 'Clubs'], ['Decision details:', 'What decision has been taken?|To pay the grants.|A brief statement of the reasons for the decision|Children need meals.|Brief details of any alternative options considered and rejected by the decision maker at the time of making the decision|None.'], ['Details of consultation undertaken:', 'Executive Member: 2 May 2024|Ward Councillors: none'], ['Approval of decision', 'Authorised decision maker: Jo Marr, Director of Clubs']], 0));
    expect([texts(r.decision), texts(r.reasons), texts(r.alternatives)]).toEqual([['To pay the grants.'], ['Children need meals.'], ['None.']]);
    expect(texts(r.consultation)).toEqual(['Executive Member: 2 May 2024', 'Ward Councillors: none']);
    expect(r.decisionMaker).toMatchObject({ name: 'Jo Marr' });
  });
  it('has two labelled values side by side', () => {
    const r = read(...HEAD, table([['Subject:', 'Pontoons'], ['Contact name: Jo Marr', 'Tel. no.: 01632 960188'], ['Decision taken:', 'To mend them.']], 0));
    expect(r.fields).toMatchObject([{ label: 'Contact name', text: 'Jo Marr' }, { label: 'Tel. no.', text: '01632 960188' }]);
  });
  it('sets the heading over the areas apart from the box before', () => {
    const bold = (text: string) => para(text, { bold: true });
    const r = read(...HEAD, bold('Decision'), 'To mend them.', bold('Conflicts of interest declared'), 'None.', bold('Implications'), bold('Financial'), '£900.', bold('Equality'), 'None.');
    expect(texts(r.interests)).toEqual(['None.']);
    expect(r.implications?.map((i) => [i.area, texts(i.items)])).toEqual([['financial', ['£900.']], ['equalities', ['None.']]]);
  });
});

describe('a sentence on when something takes effect', () => {
  it('is read where it is said of the decision', () => {
    const form = (reason: string) => read(...HEAD, 'Subject: Pontoons', 'Decision', 'To mend them.', 'Reasons for decision', 'They are old.', reason);
    expect(form('This decision comes into force on 1 April 2031.')).toMatchObject({ effective: '2031-04-01' });
    const other = form('The new harbour law comes into force on 1 April 2031.');
    expect(other.effective).toBeUndefined();
    expect(texts(other.reasons)).toEqual(['They are old.', 'The new harbour law comes into force on 1 April 2031.']);
  });
});

describe('several labels of one field', () => {
  it('are one value and labelled values beside it', () => {
    const r = read(...HEAD, table([['Title of decision:', 'Floods'], ['Decision maker:', 'Cabinet'], ['Portfolio holder:', 'Councillor Ann Ewing'], ['Date:', '3 May 2024'], ['Date of decision:', '2 May 2024'], ['Decision:', 'To adopt it.'], ['Name:', 'Bo Gay'], ['Signed:', 'Jo Marr']], 0));
    expect(r).toMatchObject({ decisionMaker: { name: 'Cabinet', type: 'body' }, decided: '2024-05-02', signatory: { name: 'Jo Marr' } });
    expect(r.fields?.map((f) => f.text)).toEqual(expect.arrayContaining(['Councillor Ann Ewing', '3 May 2024', 'Bo Gay']));
  });
  it('take the weaker where no other stands', () => {
    expect(read(...HEAD, 'Portfolio holder: Councillor Ann Ewing', 'Date: 3 May 2024', 'Decision: To adopt it.', 'Name: Bo Gay')).toMatchObject({ decisionMaker: { name: 'Ann Ewing' }, decided: '2024-05-03', signatory: { name: 'Bo Gay' } });
  });
  it('end at a label that no wording knows', () => {
    const r = read(...HEAD, 'Decision maker: Cabinet Member for Housing', 'Stage reached: approved', 'Key decision: No', 'Decision: To buy it.');
    expect(r.decisionMaker).toMatchObject({ name: 'Cabinet Member for Housing' });
    expect(r.fields).toMatchObject([{ label: 'Stage reached', text: 'approved' }]);
  });
});

describe('a page of a council’s web site', () => {
  it('has the matter under its own name, marked or not', () => {
    for (const hash of ['# ', '']) {
      const r = read(`${hash}Decision details`, `${hash === '' ? '' : '## '}Purchase of 12 Quay Street`, 'Decision Maker: Cabinet Member for Housing', 'Is Key decision?: No', 'Decision:', 'To buy it.');
      expect([r.title, r.subject]).toEqual(['Purchase of 12 Quay Street', 'Purchase of 12 Quay Street']);
      expect(texts(r.decision)).toEqual(['To buy it.']);
    }
  });
  it('is none where the words head a box', () => {
    const r = read('Decision details', 'To buy the shop and let it.', 'Reasons for decision', 'It is empty.', 'Decision maker: Jo Marr');
    expect(texts(r.decision)).toEqual(['To buy the shop and let it.']);
  });
});

describe('sentences of a notice', () => {
  it('say when it takes effect, and under which law it is made', () => {
    const r = read('Quay Council', 'NOTICE OF EXECUTIVE DECISION', 'In accordance with regulation 13 of the regulations of 2012 on meetings and access to information, notice is given of the decision below.', 'Subject: Mill Lane', 'Decision', 'To close it.', 'Contact officer:', 'Jo Marr', 'This decision comes into force and may be implemented on 18 October 2023 unless it is called in.');
    expect(r).toMatchObject({ title: 'NOTICE OF EXECUTIVE DECISION', effective: '2023-10-18', callIn: true });
    expect(r.fields?.filter((f) => f.label === '')).toHaveLength(2);
    expect(r.coverage.unassigned).toEqual([]);
  });
  it('of the decision itself do not', () => {
    const r = read(...HEAD, 'Subject: Mill Lane', 'Decision', 'That the order takes effect on 1 May 2024.', 'Reasons', 'Safety.');
    expect(r.effective).toBeUndefined();
    expect(texts(r.decision)).toHaveLength(1);
  });
  it('give the last day for a call-in', () => {
    const r = read(...HEAD, 'Subject: Mill Lane', 'Decision', 'To close it.', 'Signed: Jo Marr', 'The call-in period ends at 5 pm on 20 June 2023.');
    expect(r).toMatchObject({ callInDeadline: '2023-06-20', callIn: true, signatory: { name: 'Jo Marr' } });
    expect(r.effective).toBeUndefined();
  });
});

describe('labels with their values on one line', () => {
  it('are as many boxes', () => {
    const r = read(...HEAD, 'Name of officer: Peter Rusk', 'Position: Assistant Director', 'Decision: To let the unit for five years.', 'Reason for decision: It has been empty since March.', 'Dispensation granted: N/A', 'Ward(s): Forge');
    expect(r.decisionMaker).toMatchObject({ name: 'Peter Rusk', role: 'Assistant Director', text: 'Peter Rusk, Assistant Director' });
    expect(texts(r.dispensations)).toEqual(['N/A']);
    expect(r.fields).toMatchObject([{ label: 'Ward(s)', text: 'Forge' }]);
  });
  it('are the box’s own text where its label stands over it', () => {
    const r = read(...HEAD, 'Decision', 'To let the unit.', 'Contact: Forge Estates', 'Reasons', 'Empty.');
    expect(texts(r.decision)).toEqual(['To let the unit.', 'Contact: Forge Estates']);
  });
  it('keep a post that no name goes with', () => {
    expect(read(...HEAD, 'Decision maker: Cabinet', 'Position: agreed by all', 'Decision: To let it.').fields).toMatchObject([{ label: 'Position', text: 'agreed by all' }]);
  });
});

describe('areas of implications', () => {
  it('may come twice, by their numbers', () => {
    const bold = (text: string) => para(text, { bold: true });
    const r = read(...HEAD, bold('1. Decision'), 'To pay.', bold('2. Financial implications'), '£900.', bold('3. Legal implications'), 'None.', bold('4. Comments of the Section 151 Officer'), 'Agreed.');
    expect(r.implications?.map((i) => [i.number, i.area, texts(i.items)])).toEqual([['2', 'financial', ['£900.']], ['3', 'legal', ['None.']], ['4', 'financial', ['Agreed.']]]);
  });
  it('stand apart from answers in the same row', () => {
    const r = read(...HEAD, table([['Subject:', 'Fees'], ['Exempt: No', 'Urgent: No'], ['Decision:', 'To pay.']], 0));
    expect(r.fields?.map((f) => [f.label, f.text])).toEqual(expect.arrayContaining([['Exempt', 'No'], ['Urgent', 'No']]));
  });
});
