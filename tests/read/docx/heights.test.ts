/** Where paragraphs stand in their row: estimated from column widths, sizes of letters, and blank paragraphs used as padding. */
import { describe, expect, it } from 'vitest';
import type { Paragraph, Table } from '../../../src/paper/model.js';
import { lineCount, lineHeight } from '../../../src/read/docx/heights.js';
import { onlyTable, read } from './reading.js';
import { paragraph, run, table } from './word-file.js';

describe('lines of a paragraph', () => {
  it('follow from its width and letters', () => {
    const text = 'The clerk will write to every parish in the district before the spring meeting.';
    expect(lineCount(text, 1000, 11, 'Arial', false)).toBe(1);
    expect(lineCount(text, 200, 11, 'Arial', false)).toBe(2);
    expect(lineCount(text, 100, 11, 'Arial', false)).toBe(4);
    expect(lineCount(text, 80, 11, 'Times New Roman', false)).toBeLessThan(lineCount(text, 80, 11, 'Arial', false));
    expect(lineCount('iiii iiii', 20, 11, 'Courier New', false)).toBeGreaterThan(lineCount('iiii iiii', 20, 11, 'Arial', false));
  });

  it('count breaks, words wider than the column, and nothing as one', () => {
    expect(lineCount('a\nb\nc', 100, 11, 'Arial', false)).toBe(3);
    expect(lineCount('m'.repeat(30), 90, 10, 'Arial', false)).toBe(3);
    expect(lineCount('', 100, 11, 'Arial', false)).toBe(1);
    expect(lineCount('wide', 0, 11, 'Arial', false)).toBeGreaterThan(0);
  });

  it('are as high as the font, or as the paragraph says', () => {
    expect(lineHeight(12, 'Arial', {})).toBeCloseTo(13.8);
    expect(lineHeight(12, 'Arial', { line: 1.5, lineRule: 'multiple' })).toBeCloseTo(20.7);
    expect(lineHeight(12, 'Arial', { line: 30, lineRule: 'exact' })).toBe(30);
    expect(lineHeight(12, 'Arial', { line: 10, lineRule: 'least' })).toBeCloseTo(13.8);
  });
});

const ARIAL = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:style>';
const blank = paragraph('');

/** Paragraphs of a cell of the last row, by column. */
function inCell(t: Table, column: number): Paragraph[] {
  const cell = t.cells.filter((c) => c.row === t.rows - 1).find((c) => c.column === column);
  return (cell?.blocks ?? []).filter((b): b is Paragraph => b.type === 'paragraph');
}

/** The paragraph of the second list that stands nearest to each of the first. */
const nearest = (among: readonly Paragraph[], to: readonly Paragraph[]): string[] =>
  to.map((p) => [...among].sort((a, b) => Math.abs((a.top ?? 0) - (p.top ?? 0)) - Math.abs((b.top ?? 0) - (p.top ?? 0)))[0]?.text ?? '');

describe('paragraphs of neighbouring cells', () => {
  const first = 'Write to all parish councils and ask which of them would take on the care of their own verges and greens.'; // four lines in its column
  const second = 'Bring a report to the panel.';
  const third = 'Publish the result.';

  it('stand beside each other where blank paragraphs pad them', async () => {
    const body = table([
      [paragraph(run('Action', '<w:b/>')), paragraph(run('Owner', '<w:b/>')), paragraph(run('When', '<w:b/>'))],
      [
        paragraph(first) + blank + paragraph(second) + blank + paragraph(third),
        paragraph('Clerk') + blank.repeat(4) + paragraph('Chair') + blank + paragraph('Press office'),
        paragraph('May') + blank.repeat(6) + paragraph('June'),
      ],
    ], undefined, [3200, 2000, 1500]);
    const t = onlyTable(await read({ styles: ARIAL, body }));
    const actions = inCell(t, 0);
    expect(nearest(actions, inCell(t, 1))).toEqual([first, second, third]);
    expect(nearest(actions, inCell(t, 2))).toEqual([first, third]);
  });

  it('count space above and below, and a paragraph’s own indents', async () => {
    const body = table([[paragraph('a', '<w:spacing w:before="240" w:after="120"/>') + paragraph('b', '<w:spacing w:before="200"/>') + paragraph('c'), paragraph('x')], [paragraph('d'), paragraph('e')]], undefined, [3000, 3000]);
    const t = onlyTable(await read({ styles: ARIAL, body }));
    const [a, b, c] = t.cells[0]!.blocks as Paragraph[];
    expect(a!.top).toBeCloseTo(12, 0);
    expect(b!.top! - a!.bottom!).toBeCloseTo(10, 0);
    expect(c!.top! - b!.bottom!).toBeCloseTo(0, 0);
    expect(b!.gapAbove).toBeCloseTo(10, 0);
  });

  it('are rows of their own where one cell is merged over them', async () => {
    const merged = (kind: string, inner: string): string => `<w:tcPr><w:vMerge${kind}/></w:tcPr>${inner}`;
    const body = table([
      [paragraph('Recommendation'), paragraph('Action')],
      [merged(' w:val="restart"', paragraph('Care for verges')), paragraph(first)],
      [merged('', blank), paragraph(second)],
    ]);
    const t = onlyTable(await read({ styles: ARIAL, body }));
    const verge = t.cells.find((c) => c.column === 0 && c.row === 1)!;
    expect(verge.rowSpan).toBe(2);
    expect((t.cells.find((c) => c.column === 1 && c.row === 2)!.blocks[0] as Paragraph).top).toBe(0);
  });

  it('keep their places when a layout table inside the cell is opened', async () => {
    const inner = table([[paragraph('inner one')], [paragraph('inner two')]], undefined, [3000]);
    const t = onlyTable(await read({ styles: ARIAL, body: table([[paragraph('head') + inner + paragraph('tail'), paragraph('x')], [paragraph('a'), paragraph('b')]], undefined, [4000, 4000]) }));
    const tops = (t.cells[0]!.blocks as Paragraph[]).map((p) => p.top ?? -1);
    expect(tops).toHaveLength(4);
    expect([...tops].sort((x, y) => x - y)).toEqual(tops);
    expect(new Set(tops).size).toBe(4);
  });

  it('have no place in a row once a layout table around them is opened', async () => {
    const paper = await read({ styles: ARIAL, body: table([[paragraph('A box of its own')]]) });
    expect((paper.blocks[0] as Paragraph).top).toBeUndefined();
  });
});

describe('white space above', () => {
  it('counts blank paragraphs and spacing between paragraphs of the body', async () => {
    const paper = await read({ styles: ARIAL, body: paragraph('a', '<w:spacing w:after="200"/>') + paragraph('b') + blank + blank + paragraph('c') });
    const gaps = (paper.blocks as Paragraph[]).map((p) => p.gapAbove ?? 0);
    expect(gaps[1]).toBeCloseTo(10, 0);
    expect(gaps[2]).toBeCloseTo(25.3, 0);
  });
});
