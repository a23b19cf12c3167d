// Actions, owners and times that a cell sets line by line in one paragraph. Invented papers.
import { expect, it } from 'vitest';
import type { Paragraph, Table } from '../../../src/paper/model.js';
import { paper, para, recordOf, table } from '../paper.js';

const broken = (...lines: string[]): Paragraph => {
  const text = lines.join(' ');
  const spans = lines.slice(0, -1).map((_, i) => ({ start: lines.slice(0, i + 1).join(' ').length, end: lines.slice(0, i + 1).join(' ').length + 1, style: 'break' as const }));
  return para(text, { spans });
};
function planOf(...cells: Paragraph[]): Table {
  const plan = table([['Recommendation', 'Action', 'Lead', 'By when'], ['1. Schools have a lead.', '', '', ''], ['2. Waits are told.', 'Publish them', 'Data Manager', 'May 2023']]);
  return { ...plan, cells: plan.cells.map((c) => (c.row === 1 && c.column > 0 ? { ...c, blocks: [cells[c.column - 1] ?? para('')] } : c)) };
}
const actionsOf = (...cells: Paragraph[]) => (recordOf(paper(['# Action Plan', planOf(...cells)]), 'action-plan')['recommendations'] as { actions: unknown[] }[])[0]?.actions;

it('are as many actions, where as many owners or times stand beside them', () => {
  expect(actionsOf(broken('Write to headteachers', 'Publish a directory'), broken('Head of Inclusion', 'Public Health Manager'), broken('March 2023', 'September 2023'))).toMatchObject([
    { text: 'Write to headteachers', owners: [{ name: 'Head of Inclusion' }], timescale: { text: 'March 2023' } },
    { text: 'Publish a directory', owners: [{ name: 'Public Health Manager' }], timescale: { text: 'September 2023' } },
  ]);
});

it('are one action where one owner and one time stand beside them, or a line goes on', () => {
  expect(actionsOf(broken('Write to headteachers', 'Publish a directory'), para('Head of Inclusion'), para('March 2023'))).toMatchObject([{ text: 'Write to headteachers Publish a directory' }]);
  expect(actionsOf(broken('Write to headteachers', 'and publish a directory'), broken('Head of Inclusion', 'Public Health Manager'), para('March 2023'))).toHaveLength(1);
});
