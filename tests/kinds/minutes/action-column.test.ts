// A column at the right edge that says who is to act: set by tabs, or of a table.
import { describe, expect, it } from 'vitest';
import type { MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import type { Paragraph } from '../../../src/paper/model.js';
import { paper, para, recordOf, table } from '../paper.js';

/** A paragraph whose `|` is a tab. */
const tabbed = (text: string): Paragraph => {
  const plain = text.replaceAll('|', ' ');
  return para(plain, { spans: [...text.matchAll(/\|/g)].map((m) => ({ start: m.index, end: m.index + 1, style: 'tab' as const })) });
};
const HEAD = ['Larkmouth Parish Council', 'Minutes of the meeting of the Parish Council held on 4 May 2021', 'Present: Cllr A Lane (Chair), Cllr Bob Dale, Clare Noon (Clerk), Hal Reed (Health Service)'];
const minutesOf = (...blocks: Parameters<typeof paper>[0]): MinutesRecord => recordOf(paper([...HEAD, ...blocks]), 'minutes') as unknown as MinutesRecord;

describe('a column of actions set by tabs', () => {
  const r = minutesOf(para('ACTION', { align: 'right', bold: true }), '1. Apologies', 'None.', '2. Playground', tabbed('RESOLVED: that the swing be mended.|Clerk'), tabbed('A resident asked about the path.|BD / CN'), tabbed('Grass cutting, first quarter|£480'), '3. Any other business', 'None.');
  it('is parted from what was said', () => {
    expect(r.items[1]?.decisions.map((d) => d.text)).toEqual(['that the swing be mended.']);
    expect(r.items[1]?.discussion.map((d) => d.text)).toEqual(['A resident asked about the path.', 'Grass cutting, first quarter £480']);
    expect(r.items[1]?.actions).toMatchObject([
      { text: 'Clerk', owners: [{ name: 'Clerk', type: 'role' }], ownersText: 'Clerk' },
      { text: 'BD / CN', ownersText: 'BD / CN', owners: [{ name: 'BD', type: 'person' }, { name: 'CN', type: 'person' }] },
    ]);
  });
  it('heads no item, and nothing is lost or counted twice', () => {
    expect(r.items.map((i) => i.title)).toEqual(['Apologies', 'Playground', 'Any other business']);
    expect(r.headings).toContainEqual(expect.objectContaining({ heading: 'ACTION' }));
    expect(r.coverage).toMatchObject({ ratio: 1, unassigned: [] });
  });
  it('is none where nothing heads it', () => {
    const none = minutesOf('1. Apologies', 'None.', '2. Playground', tabbed('The swing was mended by its owner.|Clerk'), '3. Any other business', 'None.');
    expect(none.items[1]?.discussion.map((d) => d.text)).toEqual(['The swing was mended by its owner. Clerk']);
    expect(none.items[1]?.actions).toBeUndefined();
  });
});

describe('letters for who is to act', () => {
  const actions = (cell: string): unknown => minutesOf(table([
    ['No.', 'Item', 'Action'], ['1', 'Minutes|The minutes were read and agreed as a true record of what was said.', ''],
    ['2', 'Playground|The swing is to be mended before the summer, and the slide painted green again.', cell], ['3', 'Other business|There was none that anybody wished to raise at this meeting of the Council.', ''],
  ])).items[1]?.actions;
  it('are those of somebody present', () => {
    expect(actions('CN')).toMatchObject([{ owners: [{ name: 'CN', type: 'person' }] }]);
    expect(actions('CN by 31 May 2021')).toMatchObject([{ owners: [{ name: 'CN', type: 'person' }], ownersText: 'CN', timescale: { end: '2021-05-31' } }]);
  });
  it('are a body where nobody has them, and a department where it has', () => {
    expect(actions('LDC')).toMatchObject([{ owners: [{ name: 'LDC', type: 'body' }] }]);
    expect(actions('HR')).toMatchObject([{ owners: [{ name: 'HR', type: 'body' }] }]);
    expect(actions('LDC / CN')).toMatchObject([{ owners: [], ownersText: 'LDC / CN' }]);
  });
});

describe('an action in a line', () => {
  const actionOf = (line: string): unknown => minutesOf('1. Apologies', 'None.', '2. Playground', 'It was talked about.', line, '3. Any other business', 'None.').items[1]?.actions?.[0];
  it('may name its owner before a dash', () => {
    expect(actionOf('ACTION: Cllr Dale / Treasurer - review the cover.')).toMatchObject({ ownersText: 'Cllr Dale / Treasurer', owners: [{ name: 'Dale' }, { name: 'Treasurer', type: 'role' }] });
    expect(actionOf('ACTION: Insurance - review the cover.')).not.toHaveProperty('ownersText');
  });
});

describe('a numbered action', () => {
  const r = minutesOf('1. Matters arising', 'Action 14: Bob Dale confirmed that the protocol was signed.', 'Action 15: Outstanding.', '2. Playground', 'It was talked about.', 'Action 16: Clare Noon to publish the summary by 31 May 2021.', '3. Any other business', 'None.', para('SUMMARY OF ACTIONS', { bold: true, heading: { level: 2, by: 'looks' } }), table([['Ref', 'Action', 'Lead'], ['16', 'Publish the summary', 'Clare Noon']]));
  it('is one where it says who is to do what, and none where it tells what was done', () => {
    expect(r.items[0]?.actions).toBeUndefined();
    expect(r.items[0]?.discussion).toHaveLength(2);
    expect(r.items[1]?.actions).toMatchObject([{ text: 'Clare Noon to publish the summary by 31 May 2021.', ownersText: 'Clare Noon', timescale: { end: '2021-05-31' }, other: { Action: '16' } }]);
  });
  it('may stand in a table at the end, whose heading heads no discussion', () => {
    expect(r.items[2]?.discussion.map((d) => d.text)).toEqual(['None.']);
    expect(r.items[2]?.actions).toMatchObject([{ text: 'Publish the summary', other: { Ref: '16' } }]);
    expect(r.headings).toContainEqual(expect.objectContaining({ field: 'actions', heading: 'SUMMARY OF ACTIONS' }));
  });
});

describe('an action that looks like a heading', () => {
  it('is an action all the same, and a heading that only has the word is none', () => {
    const bold = { bold: true, heading: { level: 2, by: 'looks' as const } };
    const r = minutesOf('1. Apologies', 'None.', '2. Playground', 'It was talked about.', para('Action: BD/CN – provide a drawing by 31 May 2021', bold), '3. Any other business', 'None.', para('Action plans', bold), 'They were liked.');
    expect(r.items[1]?.actions).toMatchObject([{ ownersText: 'BD/CN', owners: [{ name: 'BD', type: 'person' }, { name: 'CN', type: 'person' }], timescale: { end: '2021-05-31' } }]);
    expect(r.items.flatMap((i) => i.actions ?? [])).toHaveLength(1);
  });
});
