import { describe, expect, it } from 'vitest';
import { cabinetReport } from '../../../src/kinds/cabinet-report/index.js';
import { frontText, readFront, type Front } from '../../../src/kinds/shared/front.js';
import type { Block } from '../../../src/paper/model.js';
import { contextFor, paper, para, table } from '../paper.js';

function front(blocks: (Block | string)[]): Front {
  const context = contextFor(paper(blocks), cabinetReport);
  return readFront(context, context.blocks, { stop: (p) => p.text.startsWith('Summary') });
}

describe('the front of a paper', () => {
  it('tells council, committee, date, title and item apart without labels', () => {
    const f = front(['Marlwick Borough Council', 'Planning Committee', 'Tuesday 3 March 2014', 'AGENDA ITEM NO. 7', 'Report of the Head of Parks', 'Mending the bandstand', 'Summary']);
    expect(f.masthead).toEqual({ organisation: 'Marlwick Borough Council', body: 'Planning Committee', date: '2014-03-03', title: 'Mending the bandstand' });
    expect([frontText(f, 'itemNumber'), frontText(f, 'reportOf')]).toEqual(['7', 'Head of Parks']);
    expect(f.rest.map((b) => (b.type === 'paragraph' ? b.text : ''))).toEqual(['Summary']);
  });
  it('reads the committee and the day from one line', () => {
    expect(front(['Cabinet – 30 January 2025', 'Roads', 'Summary']).masthead).toEqual({ body: 'Cabinet', date: '2025-01-30', title: 'Roads' });
    expect(front(['To: Overview and Scrutiny Panel, 4th May 2021', 'Subject: Roads', 'Summary']).masthead).toEqual({ body: 'Overview and Scrutiny Panel', date: '2021-05-04', title: 'Roads' });
  });
  it('takes a label alone with the value on the next line, and several labels in one line', () => {
    const f = front(['Report author:', 'Jo Oakes', 'Decision no: 12   Key decision: Yes', 'Subject: Roads', 'Summary']);
    expect([frontText(f, 'authors'), frontText(f, 'decisionNumber'), frontText(f, 'keyDecision')]).toEqual(['Jo Oakes', '12', 'Yes']);
  });
  it('goes on with a value in the row below, and keeps rows with labels that it does not know', () => {
    const f = front([table([['From:', 'A Ng, Leader'], ['', 'B Oh, Director'], ['Subject:', 'Roads'], ['Shoe size', '9']], 0), 'Summary']);
    expect(f.fields.find((x) => x.field === 'from')?.lines.map((l) => l.text)).toEqual(['A Ng, Leader', 'B Oh, Director']);
    expect(f.others).toMatchObject([{ label: 'Shoe size', text: '9' }]);
  });
  it('joins a title set over two lines of one band, and leaves a table of data alone', () => {
    const f = front([para('Mending the bandstand', { band: 1 }), para('in the park', { band: 1 }), table([['Year', 'Cost'], ['2012', '£4']])]);
    expect(f.masthead.title).toBe('Mending the bandstand in the park');
    expect(f.rest).toHaveLength(1);
  });
  it('knows the lines of its masthead again, two in one too', () => {
    const f = front(['Marlwick Borough Council', 'Cabinet', '3 March 2014', 'Roads', 'Summary']);
    expect([...f.printed]).toEqual(expect.arrayContaining(['marlwick borough council', 'cabinet 3 march 2014', 'roads']));
  });
});
