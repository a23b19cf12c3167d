/**
 * Labels equal those that LibreOffice prints: against the checked-in result everywhere, and where LibreOffice is
 * installed also that result against LibreOffice itself. `UPDATE_LABELS=1` writes the result anew.
 */
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eachParagraph } from '../../../src/paper/walk.js';
import { readDocx } from '../../../src/read/docx/read.js';
import { checkedFile, hasLibreOffice, oneBullet, printedLabels, readChecked } from './libreoffice.js';
import { CASES, type NumberingCase } from './numbering-cases.js';

async function ownLabels(c: NumberingCase): Promise<string[]> {
  const paper = await readDocx(c.file, {});
  const labels = Array.from({ length: c.items }, () => '(not printed)');
  for (const p of eachParagraph(paper.blocks)) {
    const item = /^Item(\d+)/.exec(p.text)?.[1];
    if (item !== undefined) labels[Number(item) - 1] = oneBullet(p.label ?? '');
  }
  return labels;
}

const installed = hasLibreOffice();
const checked = readChecked();

describe('labels of numbered paragraphs', () => {
  it('has at least 40 cases that LibreOffice prints as Word does', () => {
    expect(CASES.filter((c) => !(c.name in checked.word)).length).toBeGreaterThanOrEqual(40);
  });

  it.each(CASES.map((c) => [c.name, c] as const))('%s', async (name, c) => {
    expect(await ownLabels(c)).toEqual(checked.word[name]?.labels ?? checked.libreOffice[name]);
  });

  it.runIf(installed)('are what LibreOffice prints today', { timeout: 180_000 }, () => {
    const printed = printedLabels(CASES);
    if (process.env['UPDATE_LABELS']) writeFileSync(checkedFile, `${JSON.stringify({ libreOffice: printed, word: checked.word }, null, 1)}\n`);
    expect(printed).toEqual(process.env['UPDATE_LABELS'] ? printed : checked.libreOffice);
  });
});

describe('number of a label', () => {
  it.each([
    ['three-levels', ['1', '1.1', '1.1.1', '1.1.2', '1.2', '1.2.1', '2', '2.1', '2.1.1']],
    ['lower-letter-brackets', ['a', 'b', 'c']],
    ['lower-roman', ['i', 'ii', 'iii', 'iv', 'v']],
    ['bullet-symbol', [undefined, undefined]],
    ['none-with-words', [undefined, undefined]],
    ['words-around-number', ['Appendix A', 'Appendix B']],
  ])('%s', async (name, numbers) => {
    const c = CASES.find((x) => x.name === name)!;
    const paper = await readDocx(c.file, {});
    expect([...eachParagraph(paper.blocks)].map((p) => p.number)).toEqual(numbers);
  });
});
