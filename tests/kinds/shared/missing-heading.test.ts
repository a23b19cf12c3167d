// The heading that a reader missed between two that it saw. Invented papers.
import { expect, it } from 'vitest';
import { inferHeadings } from '../../../src/kinds/shared/sections.js';
import { para, table } from '../paper.js';

const heading = (text: string) => para(text, { heading: { level: 1, by: 'looks' } });
const headed = (...blocks: Parameters<typeof inferHeadings>[0][number][]) => inferHeadings(blocks).flatMap((b) => (b.type === 'paragraph' && b.heading ? [b.text] : []));

it('is a heading by its number', () => {
  expect(headed(heading('3. Priorities'), para('Homes come first.'), para('4. How we will measure success'), table([['Measure', 'Target'], ['Homes', '80%']]), heading('5. Governance'))).toEqual(['Priorities', 'How we will measure success', 'Governance']);
});

it('is none where it is a sentence, stands in a list that counts on, or is not what is missing', () => {
  expect(headed(heading('3. Priorities'), para('4. Homes come first.'), para('More.'), heading('5. Governance'))).toEqual(['Priorities', 'Governance']);
  expect(headed(heading('3. Priorities'), para('We want:'), para('3. Homes'), para('4. Schools'), para('5. Work'), heading('5. Governance'))).toEqual(['Priorities', 'Governance']);
  expect(headed(heading('3. Priorities'), para('We want:'), para('4. Schools'), para('4. Schools'), heading('5. Governance'))).toEqual(['Priorities', 'Governance']);
});
