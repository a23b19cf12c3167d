// A letter over one report. Invented papers.
import { expect, it } from 'vitest';
import { closes, isLetter } from '../../../src/kinds/shared/letters.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { paper, para, recordOf } from '../paper.js';

const vocabulary = vocabularies()['cabinet-report'];

const REPORT = [
  'Report to: Harbour Committee', 'Date: 1 March 2014', 'Report of: Head of Harbours', 'Title: Pontoons at the North Quay', 'Author: R Ford, Head of Harbours', '## 1. Purpose', '1.1 To ask the Committee to agree that the pontoons be renewed. The survey of last autumn found that eleven were unsafe.',
  '## 2. Recommendations', '2.1 That the pontoons be renewed at a cost of £90,000.', '## 3. Background', '3.1 They were built in 1986.', '## 4. Financial implications', '4.1 The cost can be met from the harbour reserve.', '## 5. Legal implications', '5.1 There are none.',
];
const LETTER = ['Quay Council', '4 March 2014', 'Dear Mrs Lane', 'Please find the report below.'];

it('a short covering letter is parted from its report, the sign-off with it', () => {
  for (const sign of ['R Ford', para('R Ford', { heading: { level: 2, by: 'looks' } })]) {
    const r = recordOf(paper([...LETTER, 'Yours sincerely', sign, ...REPORT]));
    expect(r).toMatchObject({ kind: 'document', date: '2014-03-04', attached: [{ kind: 'cabinet-report', title: 'Pontoons at the North Quay', recommendations: [{ number: '2.1' }] }] });
    expect(JSON.stringify((r['attached'] as unknown[])[0])).not.toContain('sincerely');
  }
});

it('a title like a post, in bold under the sign-off, is the report\'s', () => {
  const r = recordOf(paper([...LETTER, 'Yours sincerely', 'R Ford', 'Head of Harbours', para('Director of Harbours Annual Report', { bold: true }), ...REPORT.filter((l) => !l.startsWith('Title:'))]));
  expect(JSON.stringify((r['attached'] as unknown[])[0])).toContain('Director of Harbours Annual Report');
});

it('a short note that neither greets nor closes is not', () => {
  expect(recordOf(paper(['Quay Council', 'Please find the report below.', ...REPORT]))['attached']).toBeUndefined();
});

it('greets and closes', () => {
  const blocks = (...texts: string[]) => texts.map((text) => para(text));
  expect(isLetter(blocks('Dear Mrs Lane', 'Yours faithfully'), vocabulary)).toBe(true);
  expect(isLetter(blocks('Dear Mrs Lane', 'It is dear.'), vocabulary)).toBe(false);
  expect([closes(para('Kind regards'), vocabulary), closes(para('Kind words were said.'), vocabulary)]).toEqual([true, false]);
});
