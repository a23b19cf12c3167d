/** The columns of plans' tables: any council's wording and order, headings over two rows, and tables that are no plans. */
import { describe, expect, it } from 'vitest';
import { describeColumns, readColumns } from '../../../src/kinds/action-plan/columns.js';
import type { Cell, Table } from '../../../src/paper/model.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { para, table } from '../paper.js';

const vocabulary = vocabularies()['action-plan'];
const fields = (headings: readonly string[]): (string | undefined)[] | undefined => {
  const row = headings.map(() => 'Something');
  return readColumns(table([headings, row, row]), vocabulary)?.columns.map((c) => c.role);
};

describe('headings in the words of different councils', () => {
  it.each<[string[], string[]]>([
    [['PANEL RECOMMENDATION', 'PROPOSED ACTION', 'BY WHOM', 'BUDGET COST', 'TIMESCALE'], ['recommendation', 'action', 'owner', 'cost', 'timescale']],
    [['Ref', 'Recommendation', 'Agreed action', 'Lead officer', 'By when', 'Resource implications', 'RAG', 'Progress to date'], ['number', 'recommendation', 'action', 'owner', 'timescale', 'cost', 'status', 'other']],
    [['By when', 'Who', 'What we will do', 'Issue'], ['timescale', 'owner', 'action', 'recommendation']],
    [['No.', 'Finding', 'Management response', 'Action', 'Responsible Officer(s)', 'Target date for completion'], ['number', 'recommendation', 'response', 'action', 'owner', 'timescale']],
    [['Priority', 'Key tasks', 'Lead agency', 'Timescale', 'Success measures', 'Status'], ['recommendation', 'action', 'owner', 'timescale', 'indicator', 'status']],
    [['What needs to be done?', 'Who will lead?', 'When?', 'Resources'], ['action', 'owner', 'timescale', 'cost']],
    [['Actions required', 'Officer responsible', 'Deadline', 'Update at March 2011'], ['action', 'owner', 'timescale', 'status']],
    [['What', 'Who', 'When', 'Cost', 'Status'], ['action', 'owner', 'timescale', 'cost', 'status']],
    [['What', 'How', 'Who', 'When'], ['recommendation', 'action', 'owner', 'timescale']],
    [['Priority', 'Action / Milestone', 'Lead Officer / Partner', 'Target completion', 'BRAG'], ['recommendation', 'action', 'owner', 'timescale', 'status']],
    [['Ref', 'Governance issue', 'Improvement actions', 'Lead(s)', 'Date to be completed', 'Evidence of impact'], ['number', 'recommendation', 'action', 'owner', 'timescale', 'other']],
    [['Ref', 'Actions we will take', 'Who will lead on this?', 'When will it be done?', 'How will we know?'], ['number', 'action', 'owner', 'timescale', 'indicator']],
    [['Panel’s Recommendation', 'Cabinet’s Decision', 'Action Taken', 'Officer', 'Date'], ['recommendation', 'response', 'action', 'owner', 'timescale']],
  ])('%j', (headings, roles) => expect(fields(headings)).toEqual(roles));

  it('keeps a second column of a sort under its own heading, and the mark as the status', () => {
    expect(fields(['Action', 'Owner', 'Target date', 'Review date'])).toEqual(['action', 'owner', 'timescale', 'other']);
    // Start and end are the two ends of one timescale.
    expect(fields(['Action', 'Owner', 'Start date', 'End date'])).toEqual(['action', 'owner', 'timescale', 'timescale']);
    expect(fields(['Action', 'Owner', 'Progress update', 'RAG status'])).toEqual(['action', 'owner', 'other', 'status']);
  });

  it('takes no plan for what is none', () => {
    expect(fields(['Ward', 'Electors', 'Turnout'])).toBeUndefined();
    expect(fields(['Date', 'Officer', 'Mileage', 'Cost'])).toBeUndefined();
    expect(fields(['Item', 'Page'])).toBeUndefined();
    expect(fields(['Risk', 'Mitigating actions', 'Risk owner', 'Review date', 'RAG'])).toBeUndefined();
    expect(fields(['Number of actions', 'Cost', 'Officer'])).toBeUndefined();
    expect(fields(['Contract', 'Start date', 'End date', 'Lead officer', 'Value'])).toBeUndefined();
  });

  it('mends a word that a narrow column broke', () => {
    expect(fields(['Action', 'Lead', 'Timescal e'])).toEqual(['action', 'owner', 'timescale']);
    expect(fields(['Action', 'Lead', 'Time of day'])).toEqual(['action', 'owner', 'other']);
  });

  it('takes ranks under "Priority" for no priority', () => {
    const rows = (...cells: string[]) => readColumns(table([['Priority', 'Action', 'Lead', 'By when'], ...cells.map((c) => [c, 'Mow.', 'Ranger', '2030'])]), vocabulary)?.columns[0]?.role;
    expect(rows('High', 'Low')).toBe('other');
    expect(rows('Cleaner water', 'High')).toBe('recommendation');
  });
});

describe('headings over two rows', () => {
  const cell = (row: number, column: number, text: string, more: Partial<Cell> = {}): Cell => ({ row, column, rowSpan: 1, columnSpan: 1, at: { in: 'lines', from: 1, to: 1 }, blocks: text === '' ? [] : [para(text)], ...more });
  const plan = (headerRows: number): Table => ({
    ...table([], 0), headerRows, rows: 3, columns: 5, cells: [
      cell(0, 0, 'Recommendation', { rowSpan: 2 }), cell(0, 1, 'Implementation', { columnSpan: 3 }), cell(0, 4, 'Progress', { rowSpan: 2 }),
      cell(1, 1, 'Action'), cell(1, 2, 'Lead'), cell(1, 3, 'Target date'),
      ...['That it be done.', 'Do it.', 'Head of Parks', 'May 2009', 'Done'].map((t, c) => cell(2, c, t)),
    ],
  });

  it.each([0, 1, 2])('are read with %i heading rows marked', (marked) => {
    const layout = readColumns(plan(marked), vocabulary);
    expect(layout?.headerRows).toBe(2);
    expect(describeColumns(layout?.columns ?? [])).toEqual([
      { heading: 'Recommendation', field: 'recommendation' }, { heading: 'Action', group: 'Implementation', field: 'action' },
      { heading: 'Lead', group: 'Implementation', field: 'owner' }, { heading: 'Target date', group: 'Implementation', field: 'timescale' }, { heading: 'Progress', field: 'status' },
    ]);
  });

  it('are read in text, which has no cells over several columns', () => {
    const rows = [['Recommendation', 'Implementation', '', '', 'Progress'], ['', 'Action', 'Lead', 'Target date', ''], ['That it be done.', 'Do it.', 'Head of Parks', 'May 2009', 'Done']];
    expect(describeColumns(readColumns(table(rows), vocabulary)?.columns ?? [])).toEqual([
      { heading: 'Recommendation', field: 'recommendation' }, { heading: 'Action', group: 'Implementation', field: 'action' },
      { heading: 'Lead', group: 'Implementation', field: 'owner' }, { heading: 'Target date', group: 'Implementation', field: 'timescale' }, { heading: 'Progress', field: 'status' },
    ]);
    // An empty heading over the cells of the first row groups nothing.
    expect(readColumns(table([['Recommendation', 'Action', '', 'Lead'], ['That it be done.', 'Do it.', 'soon', 'Head of Parks'], ['', 'Do more.', '', '']]), vocabulary)?.headerRows).toBe(1);
  });

  it('look past a title band over the whole table', () => {
    const banded: Table = { ...table([], 0), headerRows: 2, rows: 3, columns: 3, cells: [
      cell(0, 0, 'Parks action plan', { columnSpan: 3 }), cell(1, 0, 'Action'), cell(1, 1, 'Who'), cell(1, 2, 'When'), ...['Mow.', 'Ranger', '2010'].map((t, c) => cell(2, c, t)),
    ] };
    expect(readColumns(banded, vocabulary)?.columns.map((c) => c.heading)).toEqual(['Action', 'Who', 'When']);
    expect(readColumns(banded, vocabulary)?.headerRows).toBe(2);
  });
});
