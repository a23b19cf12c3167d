/** Records and notices of executive decisions of invented councils: forms in tables, headings, labelled lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecisionNoticeRecord } from '../../../src/kinds/decision-notice/schema.js';
import { inkLength } from '../../../src/paper/text.js';
import { paper, recordOf, table } from '../paper.js';

const noticeOf = (blocks: Parameters<typeof paper>[0]): DecisionNoticeRecord => recordOf(paper(blocks), 'decision-notice') as unknown as DecisionNoticeRecord;
const texts = (items: readonly { text: string }[]): string[] => items.map((i) => i.text);

function balance(r: DecisionNoticeRecord): void {
  const set = [...r.coverage.unassigned, ...r.coverage.furniture, ...r.coverage.hidden].reduce((n, f) => n + inkLength(f.text), 0);
  expect(r.coverage.captured + set).toBe(r.coverage.characters);
}

describe('a form in a table', () => {
  const r = noticeOf([
    'Westmere Borough Council', 'RECORD OF OFFICER DECISION',
    table([
      ['Decision reference:', 'ODN/12/004'], ['Title of decision', 'Closure of Ferry Lane'], ['Decision maker', 'Jo Amery, Head of Highways'], ['Date of decision', '3 September 2012'],
      ['Ward(s) affected', 'Quay and Castle'], ['Is this a key decision?', 'No'], ['Subject to call-in?', 'Yes'], ['Call-in deadline', '14 September 2012'],
      ['Details of decision', 'That the lane be closed.|That signs be put up.'], ['Reasons for decision', 'The lane is narrow.'],
      ['Alternative options considered and rejected', 'Doing nothing.'], ['Consultation', 'The police.'], ['Conflicts of interest declared', 'None.'], ['Dispensations granted', 'None.'],
      ['Background papers', 'Application of 1 August'], ['Signed', 'J Amery'],
    ], 0),
  ]);

  it('gives what the regulations ask for', () => {
    expect(r).toMatchObject({
      organisation: 'Westmere Borough Council', title: 'RECORD OF OFFICER DECISION', date: '2012-09-03',
      decisionNumber: 'ODN/12/004', subject: 'Closure of Ferry Lane', decisionMaker: { name: 'Jo Amery', role: 'Head of Highways', type: 'person' },
      keyDecision: false, callIn: true, callInDeadline: '2012-09-14', decided: '2012-09-03', signatory: { name: 'J Amery' },
    });
    expect(texts(r.decision)).toEqual(['That the lane be closed.', 'That signs be put up.']);
    for (const [field, text] of [['reasons', 'The lane is narrow.'], ['alternatives', 'Doing nothing.'], ['consultation', 'The police.'], ['interests', 'None.'], ['dispensations', 'None.']] as const) {
      expect(texts(r[field])).toEqual([text]);
    }
  });

  it('keeps a label that it does not know, with its value', () => {
    expect(r.fields).toMatchObject([{ label: 'Ward(s) affected', text: 'Quay and Castle' }]);
    balance(r);
  });
});

describe('under headings', () => {
  const r = noticeOf([
    'PENWARDINE COUNTY COUNCIL', 'NOTICE OF EXECUTIVE DECISION', 'Decision number: EM 18/0092', 'Decision made by: Councillor Hugh Pardoe, Executive Member for Libraries',
    'Subject: Opening hours', 'Date of decision: 22 May 2018', 'Date of publication: 24 May 2018', 'Effective from: 1 June 2018', 'Key decision: Yes – two wards',
    '# Decision', 'The Executive Member agreed', '(a) that branches open on Saturdays; and', '(b) that evening hours end.', '# Reasons for the decision', 'Few come at night.',
    '# Financial implications', 'None.', '# Legal implications', 'The Act of 1964 applies.', '# Other options considered', 'None.',
    '# Any interest declared when the decision was taken and any dispensation granted by the Proper Officer', 'None.',
  ]);

  it('reads the labelled lines', () => {
    expect(r).toMatchObject({ decisionNumber: 'EM 18/0092', subject: 'Opening hours', decided: '2018-05-22', published: '2018-05-24', effective: '2018-06-01', keyDecision: true });
    expect(r.decisionMaker).toMatchObject({ honorific: 'Councillor', name: 'Hugh Pardoe', role: 'Executive Member for Libraries' });
  });
  it('keeps what stands beside a yes', () => expect(r.fields).toMatchObject([{ label: 'Key decision', text: 'Yes – two wards' }]));
  it('nests the list under the words that introduce it', () => {
    expect(r.decision).toMatchObject([{ text: 'The Executive Member agreed', items: [{ number: 'a' }, { number: 'b' }] }]);
  });
  it('gives implications by area', () => {
    expect(r.implications?.map((i) => [i.area, i.heading, texts(i.items)])).toEqual([['financial', 'Financial implications', ['None.']], ['legal', 'Legal implications', ['The Act of 1964 applies.']]]);
  });
  it('puts a box for interests and dispensations together to the interests', () => {
    expect(texts(r.interests)).toEqual(['None.']);
    expect(r.dispensations).toEqual([]);
    balance(r);
  });
});

describe('odds and ends', () => {
  it('a proposed decision says so, and an area under its reasons stays there', () => {
    const r = noticeOf(['PROPOSED RECORD OF DECISION', 'Title of decision: A bridge', '# Proposed decision', 'To build it.', '# Reasons for decision', 'It fell.', '## Financial implications', 'Dear.']);
    expect(r.proposed).toBe(true);
    expect(r.reasons).toMatchObject([{ text: 'It fell.' }, { text: 'Financial implications', heading: true, items: [{ text: 'Dear.' }] }]);
    expect(r.implications).toBeUndefined();
  });
  it('"exempt from call-in" turns the answer round', () => {
    expect(noticeOf(['Decision record', 'Subject: A', 'Exempt from call-in: Yes', '# Decision', 'So.']).callIn).toBe(false);
    expect(noticeOf(['Decision record', 'Subject: A', 'Is the decision exempt from call-in? No', '# Decision', 'So.']).callIn).toBe(true);
  });
  it('an answer that is neither yes nor no is left out and reported', () => {
    const r = noticeOf(['Decision record', 'Subject: A', 'Key decision: See the report', '# Decision', 'So.']);
    expect(r).not.toHaveProperty('keyDecision');
    expect(r.diagnostics.map((d) => d.rule)).toContain('answer-not-read');
  });
  it('a date that cannot be read is reported', () => {
    const r = noticeOf(['Decision record', 'Subject: A', 'Date of decision: when the Leader returns', '# Decision', 'So.']);
    expect(r).not.toHaveProperty('decided');
    expect(r.diagnostics.map((d) => d.rule)).toContain('date-not-read');
  });
  it('dotted lines for a signature are set aside', () => {
    const r = noticeOf(['Decision record', 'Subject: A', '# Decision', 'So.', 'Signed: ……………………………', 'Date: ……………………']);
    expect(texts(r.decision)).toEqual(['So.']);
    expect(r).not.toHaveProperty('signatory');
    balance(r);
  });
  it('says that there is no subject', () => {
    expect(noticeOf([table([['Decision', 'So.'], ['Reasons', 'Thus.']], 0)]).diagnostics.map((d) => d.rule)).toContain('subject-missing');
  });
  it('boxes of one row each read as headings do', () => {
    const r = noticeOf(['RECORD OF DECISION', table([['SUBJECT MATTER|A sale'], ['DECISION|1. That it be sold.|2. That the money be kept.'], ['REASONS FOR DECISION|It is dear.'], ['INTERESTS DECLARED|None.']], 0)]);
    expect(r).toMatchObject({ subject: 'A sale', decision: [{ number: '1' }, { number: '2' }], reasons: [{ text: 'It is dear.' }], interests: [{ text: 'None.' }] });
    balance(r);
  });
});

describe('any notice', () => {
  it('is read without a throw, and every character is accounted for once', () => {
    const line = fc.constantFrom('Decision', 'Decision:', 'Subject: A lane', 'Reasons', 'Key decision: Yes', 'Date of decision: 3 May 2011', 'Ref: 12/3', 'None.', '1. That it be so.', '(a) a', '• b', 'Signed: ……………', 'Financial implications', 'Background papers: Report', 'Call-in', 'A Council', 'Wards: All');
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), fc.array(fc.array(line, { minLength: 2, maxLength: 2 }), { maxLength: 4 }), (lines, rows) => {
      balance(noticeOf(['Record of decision', ...lines, ...(rows.length > 0 ? [table(rows, 0)] : [])]));
    }), { numRuns: 150 });
  });
});

describe('short fields that say more than their value', () => {
  const r = noticeOf([
    'Westmere Borough Council', 'RECORD OF OFFICER DECISION', 'Decision number: 12/004', 'Subject: Ferry Lane',
    'Date of decision: Monday 3 September 2012 at 2.00 pm', 'Date of publication: as soon as the minutes are signed', 'Effective from: 1 October 2012, subject to the consent of the harbour master',
    'Is this a key decision? Only in Castle ward', 'Subject to call-in? Yes',
  ]);
  it('are read as far as they go, and the rest is kept as it stands', () => {
    expect(r).toMatchObject({ decided: '2012-09-03', effective: '2012-10-01', callIn: true });
    expect(r.published).toBeUndefined();
    expect(r.keyDecision).toBeUndefined();
    expect(r.fields?.map((f) => [f.label, f.text])).toEqual([
      ['Is this a key decision?', 'Only in Castle ward'], ['Date of publication', 'as soon as the minutes are signed'], ['Effective from', '1 October 2012, subject to the consent of the harbour master'],
    ]);
    balance(r);
  });
});

describe('a decision taken under delegated powers', () => {
  const r = recordOf(paper(['DECISION TAKEN UNDER DELEGATED POWERS', 'Kestrel Metropolitan Borough Council', 'Contact Officer: Ian Mott', 'SUBJECT', 'Short breaks', 'DATE OF DECISION', '3rd February 2021', 'DECISION', '1. That the contract be extended.', '2. That it be signed.',
    'REASONS FOR THE DECISION', 'To go on with the work.', 'ALTERNATIVE OPTIONS CONSIDERED', 'None.', 'Any conflict of interest declared by any Cabinet Member consulted: None', 'Financial implications: It costs £20.', 'Date decision may be implemented: 12 February 2021', 'Further information: Jo Quill, tel 01999 555666'])) as unknown as DecisionNoticeRecord;
  it('is a notice, no minutes', () => { expect(r.kind).toBe('decision-notice'); });
  it('keeps the values of labels that a star would take in, and of labels that are no field', () => {
    expect(r).toMatchObject({ subject: 'Short breaks', decided: '2021-02-03', effective: '2021-02-12' });
    expect(texts(r.decision)).toEqual(['That the contract be extended.', 'That it be signed.']);
    expect(texts(r.interests)).toEqual(['None']);
    expect(r.implications).toMatchObject([{ area: 'financial', heading: 'Financial implications', items: [{ text: 'It costs £20.' }] }]);
    expect((r as unknown as { fields: { label: string; text: string }[] }).fields.map((f) => [f.label, f.text])).toEqual([['Contact Officer', 'Ian Mott'], ['Further information', 'Jo Quill, tel 01999 555666']]);
    balance(r);
  });
});

describe('common words in the text of a box', () => {
  const HEAD = ['Westmere Borough Council', 'RECORD OF OFFICER DECISION', 'Decision number: 12/004', 'Decision maker: Director of Place', 'Subject: Ferry Lane', 'Date of decision: 4 March 2031'];
  const fieldsOf = (r: DecisionNoticeRecord): string[] => ((r as unknown as { fields?: { label: string }[] }).fields ?? []).map((f) => f.label);
  it('label no value there', () => {
    const r = noticeOf([...HEAD, 'Decision:', 'To award the contract. The works are as follows.', 'Cost: £12,000', 'Value: good', 'Service: surface dressing', 'The works start in May.', 'Reasons for decision:', 'The lane is worn.', 'Budget: the sum was set aside in 2030.', 'Contact was made by letter.', 'Alternatives considered:', 'None.']);
    expect(texts(r.decision)).toEqual(['To award the contract. The works are as follows.', 'Cost: £12,000', 'Value: good', 'Service: surface dressing', 'The works start in May.']);
    expect(texts(r.reasons)).toEqual(['The lane is worn.', 'Budget: the sum was set aside in 2030.', 'Contact was made by letter.']);
    expect(fieldsOf(r)).toEqual([]);
    balance(r);
  });
  it('stay lines of a list', () => {
    const r = noticeOf([...HEAD, 'Decision', 'To build the park with these parts:', 'Contact officer', 'Budget', 'Portfolio', 'Consultation was held in May.', 'Reasons', 'The young asked for it.']);
    expect(JSON.stringify(r.decision)).toContain('Contact officer');
    expect(JSON.stringify(r.decision)).toContain('Portfolio');
    expect(JSON.stringify(r.decision)).toContain('Consultation was held in May.');
    expect(fieldsOf(r)).toEqual([]);
    balance(r);
  });
  it('are labels in the head, and in a form', () => {
    const r = noticeOf([...HEAD, 'Directorate: Places', table([['Decision', 'To close it.'], ['Budget', '£400'], ['Reasons for decision', 'Narrow.']], 0)]);
    expect(fieldsOf(r)).toEqual(['Directorate', 'Budget']);
    expect(texts(r.decision)).toEqual(['To close it.']);
  });
  it('prose under a labelled line goes on with the box', () => {
    const r = noticeOf([...HEAD, 'Decision', 'To close it.', 'Contact officer: Jo Amery', 'It opens again in May.']);
    expect(texts(r.decision)).toEqual(['To close it.', 'It opens again in May.']);
  });
});

describe('two who sign', () => {
  const HEAD = ['Westmere Borough Council', 'NOTICE OF KEY DECISION', 'Decision number: 12/004', 'Subject: Ferry Lane', 'Decision: To close the lane.'];
  it.each([
    ['the first is the signatory', ['Signed: Jo Amery, Director of Place', 'Reasons for decision: The wall is unsafe.', 'Signed by: Councillor A Lane'], 'Jo Amery', [['Signed by', 'Councillor A Lane']]],
    ['who signs comes before who approves', ['Approved by: Cabinet on 3 February 2031', 'Reasons for decision: The wall is unsafe.', 'Signed: Councillor A Lane'], 'A Lane', [['Approved by', 'Cabinet on 3 February 2031']]],
  ])('are not one: %s', (_, rest, name, fields) => {
    const r = noticeOf([...HEAD, ...rest]);
    expect(r.signatory).toMatchObject({ name });
    expect((r as unknown as { fields: { label: string; text: string }[] }).fields.map((f) => [f.label, f.text])).toEqual(fields);
    balance(r);
  });
  it('one who approves is the signatory where nobody signs', () => {
    expect(noticeOf([...HEAD, 'Approved by: Jo Amery, Director of Place']).signatory).toMatchObject({ name: 'Jo Amery' });
  });
});
