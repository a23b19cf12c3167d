/** A table with a narrow cell, drawn and read. */
import type { Table } from '../../../../src/paper/model.js';
import { cellAt, eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { Sheet, widthOf } from './sheet.js';

/** What a cell reads whose text is as wide as `letters` letters, so that the lines fill it; `prose` is what else the paper prints. */
export function cell(letters: number, lines: readonly string[], prose = ''): string[] {
  const s = new Sheet();
  if (prose !== '') s.run(prose, 60, 60, 470);
  const right = 300 + 2 * 5 + widthOf('m'.repeat(letters));
  for (const y of [120, 140, 150 + 12 * lines.length]) s.rule(60, right, y);
  for (const x of [60, 180, 300, right]) s.rule(120, 150 + 12 * lines.length, x, 'vertical');
  s.set('Action', 65, 133, { bold: true }).set('Owner', 185, 133, { bold: true }).set('Date', 305, 133, { bold: true });
  s.set('Mend the slip.', 65, 153).set('Harbour master', 185, 153);
  lines.forEach((line, i) => s.set(line, 305, 153 + 12 * i));
  const table = paperOf([s.page()]).blocks.find((b): b is Table => b.type === 'table')!;
  return [...eachParagraph(cellAt(table, 1, 2)!.blocks)].map((p) => p.text);
}
