/** What the tags of a page state, and when they are believed. */
import { describe, expect, it } from 'vitest';
import type { Glyph, Tag } from '../../../../src/read/pdf/geometry.js';
import { glyphsOf, printedColumn, readTags, type TaggedItem, type TaggedNode, type TaggedTable } from '../../../../src/read/pdf/layout/tags.js';

interface Run { readonly text: string; readonly x: number; readonly y: number; readonly mcid?: number; readonly artifact?: boolean; readonly unseen?: Glyph['unseen'] }

const SIZE = 10;
const STEP = 5;

/** Glyphs of lines of text, each character 5 points wide and 10 high, `y` the top. */
function glyphs(...runs: readonly Run[]): Glyph[] {
  const out: Glyph[] = [];
  for (const run of runs) {
    [...run.text].forEach((text, i) => {
      if (text === ' ') return;
      const x = run.x + i * STEP;
      out.push({
        text, box: [x, run.y, x + STEP, run.y + SIZE], baseline: run.y + 8, size: SIZE, font: 'Sans', bold: false, italic: false, colour: 0, angle: 0, order: out.length,
        ...(run.mcid === undefined ? {} : { mcid: run.mcid }), ...(run.artifact ? { artifact: true } : {}), ...(run.unseen ? { unseen: run.unseen } : {}),
      });
    });
  }
  return out;
}

function tag(type: string, ...kids: (Tag | number)[]): Tag {
  return { type, kids, children: kids.filter((k): k is Tag => typeof k !== 'number'), mcids: kids.filter((k): k is number => typeof k === 'number') };
}

const textOf = (indexes: readonly number[], all: readonly Glyph[]): string => indexes.map((i) => all[i]?.text).join('');
const tableOf = (nodes: readonly TaggedNode[]): TaggedTable => {
  const table = nodes.find((n): n is TaggedTable => n.type === 'table');
  if (!table) throw new Error('no table');
  return table;
};

describe('readTags', () => {
  it('gives headings, paragraphs, list entries and artifacts with their glyphs', () => {
    const g = glyphs(
      { text: 'Parish notices', x: 50, y: 20, artifact: true }, { text: 'Purpose', x: 50, y: 60, mcid: 0 }, { text: 'The panel met.', x: 50, y: 80, mcid: 1 },
      { text: '1.', x: 50, y: 100, mcid: 2 }, { text: 'Paths', x: 70, y: 100, mcid: 3 }, { text: '(a)', x: 70, y: 120, mcid: 4 }, { text: 'gravel', x: 90, y: 120, mcid: 5 },
    );
    const read = readTags({
      glyphs: g,
      tags: [tag('Document', tag('H2', 0), tag('P', tag('Span', 1)), tag('L', tag('LI', tag('Lbl', 2), tag('LBody', tag('P', 3), tag('L', tag('LI', tag('Lbl', 4), tag('LBody', 5)))))))],
    });
    expect(read).toMatchObject({ usable: true, share: 1, ordered: true, structured: true });
    expect(read.why).toBe("100 % of the text is tagged, in the page's order: 1 heading, 2 list entries");
    const [heading, paragraph, item] = read.nodes;
    expect(heading).toMatchObject({ type: 'heading', level: 2, box: [50, 60, 85, 70] });
    expect(paragraph?.type === 'paragraph' && textOf(paragraph.glyphs, g)).toBe('Thepanelmet.');
    expect(item).toMatchObject({ type: 'item', depth: 0 });
    const inner = (item as TaggedItem).children[0] as TaggedItem;
    expect([textOf((item as TaggedItem).label, g), textOf((item as TaggedItem).body, g), inner.depth, textOf(inner.label, g), textOf(inner.body, g)]).toEqual(['1.', 'Paths', 1, '(a)', 'gravel']);
    expect(read.artifacts.map((a) => textOf(a.glyphs, g))).toEqual(['Parishnotices']);
  });

  it('counts each glyph once, and leaves out what cannot be seen', () => {
    const g = glyphs({ text: 'Seen', x: 50, y: 20, mcid: 0 }, { text: 'Hidden', x: 50, y: 40, mcid: 1, unseen: 'clipped' });
    const read = readTags({ glyphs: g, tags: [tag('Document', tag('H1', 0), tag('P', 0), tag('P', 1))] });
    expect(read.nodes.flatMap(glyphsOf)).toEqual([0, 1, 2, 3]);
  });

  it('is not led by tags that hold part of the text only', () => {
    const g = glyphs({ text: 'Tagged heading', x: 50, y: 20, mcid: 0 }, { text: 'A long paragraph that nobody tagged', x: 50, y: 40 });
    const read = readTags({ glyphs: g, tags: [tag('H1', 0)] });
    expect(read.usable).toBe(false);
    expect(read.why).toBe('only 30 % of the text is tagged');
    expect(read.untagged).toHaveLength(30);
  });

  it('is not led by tags that name paragraphs only, run up the page, or hold one line each', () => {
    const lines = Array.from({ length: 12 }, (_, i) => ({ text: 'x'.repeat(80 - (i % 2)), x: 50, y: 50 + i * 14, mcid: i }));
    const plain = readTags({ glyphs: glyphs(...lines.slice(0, 3)), tags: [tag('P', 0), tag('P', 1), tag('P', 2)] });
    expect(plain).toMatchObject({ usable: false, why: 'the tags name paragraphs only' });
    const upwards = readTags({ glyphs: glyphs(...lines), tags: [tag('H1', 11), ...[9, 7, 5, 3, 1, 0, 2, 4, 6, 8, 10].map((i) => tag('P', i))] });
    expect(upwards.ordered).toBe(false);
    expect(upwards.why).toBe('the tags run against the page in 6 of 11 steps');
    const byLine = readTags({ glyphs: glyphs(...lines), tags: [tag('H1', 0), ...lines.slice(1).map((_, i) => tag('P', i + 1))] });
    expect(byLine).toMatchObject({ usable: false, paragraphs: false, why: 'each line is tagged as a paragraph of its own' });
  });

  it('says so where there are no tags, or no text', () => {
    expect(readTags({ glyphs: glyphs({ text: 'A', x: 0, y: 0 }), tags: [] }).why).toBe('the page has no tags');
    expect(readTags({ glyphs: [], tags: [tag('P', 0)] }).why).toBe('the page shows no text');
  });

  it('is not led where nearly all is marked as an artifact', () => {
    const g = glyphs({ text: 'All of the page is an artifact', x: 50, y: 20, artifact: true }, { text: 'One', x: 50, y: 40, mcid: 0 });
    expect(readTags({ glyphs: g, tags: [tag('H1', 0)] }).why).toBe('88 % of the text is marked as artifact');
  });

  it('reads rows, spans, headings and nested blocks of a table', () => {
    const g = glyphs(
      { text: 'Action', x: 50, y: 50, mcid: 0 }, { text: 'When', x: 200, y: 50, mcid: 1 }, { text: 'Start', x: 200, y: 65, mcid: 2 }, { text: 'End', x: 300, y: 65, mcid: 3 },
      { text: 'Mend', x: 50, y: 90, mcid: 4 }, { text: 'May', x: 200, y: 90, mcid: 5 }, { text: 'June', x: 300, y: 90, mcid: 6 },
    );
    const th = (kids: number[], more: Partial<Tag> = {}): Tag => ({ ...tag('TH', ...kids), ...more });
    const { nodes } = readTags({
      glyphs: g,
      tags: [tag('Table', tag('THead', tag('TR', th([0], { rowSpan: 2, scope: 'Column' }), th([1], { columnSpan: 2 })), tag('TR', th([2]), th([3]))), tag('TBody', tag('TR', tag('TD', tag('P', 4)), tag('TD', 5), tag('TD', 6))))],
    });
    const table = tableOf(nodes);
    expect(table).toMatchObject({ rows: 3, columns: 3, trusted: true, layout: false, doubts: [] });
    expect(table.cells.map((c) => [c.row, c.column, c.rowSpan, c.columnSpan, c.header])).toEqual([
      [0, 0, 2, 1, true], [0, 1, 1, 2, true], [1, 1, 1, 1, true], [1, 2, 1, 1, true], [2, 0, 1, 1, false], [2, 1, 1, 1, false], [2, 2, 1, 1, false],
    ]);
    expect(table.cells[0]?.scope).toBe('Column');
    expect(table.rowParts.map((r) => r.part)).toEqual(['head', 'head', 'body']);
  });

  it('puts cells into the column in which they are printed where the tags leave empty cells out', () => {
    const row = (y: number, first: number): Run[] => [0, 1, 2].map((k) => ({ text: 'cell text', x: 50 + k * 100, y, mcid: first + k }));
    const g = glyphs(...row(50, 0), ...row(70, 3), { text: 'first', x: 50, y: 90, mcid: 6 }, { text: 'last', x: 250, y: 90, mcid: 7 }, { text: 'run on', x: 150, y: 110, mcid: 8 });
    const full = (first: number): Tag => tag('TR', ...[0, 1, 2].map((k) => tag('TD', first + k)));
    const table = tableOf(readTags({ glyphs: g, tags: [tag('Table', full(0), full(3), tag('TR', tag('TD', 6), tag('TD', 7)), tag('TR', tag('TD', 8)))] }).nodes);
    expect(table.cells.slice(6).map((c) => [c.row, c.column, c.taggedColumn])).toEqual([[2, 0, undefined], [2, 2, 1], [3, 1, 0]]);
  });

  it('finds the column of a cell that stands alone on the next page by the edges of the page before', () => {
    const edges = [{ left: 50, right: 140 }, { left: 150, right: 190 }, { left: 250, right: 330 }];
    expect([[52, 0, 100, 9], [151, 0, 240, 9], [262, 0, 300, 9], [240, 0, 300, 9]].map((b) => printedColumn(b as unknown as readonly [number, number, number, number], edges))).toEqual([0, 1, 2, 2]);
  });

  it('knows a table that only places boxes', () => {
    const g = glyphs({ text: 'Decision', x: 50, y: 50, mcid: 0 }, { text: 'Reasons', x: 50, y: 90, mcid: 1 });
    const table = tableOf(readTags({ glyphs: g, tags: [tag('Table', tag('TR', tag('TD', 0)), tag('TR', tag('TD', 1)))] }).nodes);
    expect(table.layout).toBe(true);
  });

  it('doubts a table whose cells lie over each other or whose rows climb', () => {
    const g = glyphs({ text: 'aaaaaaaaaa', x: 50, y: 50, mcid: 0 }, { text: 'bbbbbbbbbb', x: 60, y: 50, mcid: 1 }, { text: 'cc', x: 50, y: 20, mcid: 2 }, { text: 'dd', x: 160, y: 20, mcid: 3 });
    const table = tableOf(readTags({ glyphs: g, tags: [tag('Table', tag('TR', tag('TD', 0), tag('TD', 1)), tag('TR', tag('TD', 2), tag('TD', 3)))] }).nodes);
    expect(table.trusted).toBe(false);
    expect(table.doubts).toEqual(['1 of 2 rows stand above the row before', '1 of its cells lie over another']);
  });

  it('loses no text that hangs outside the cells, and bounds loops and spans', () => {
    const g = glyphs({ text: 'Caption', x: 50, y: 30, mcid: 0 }, { text: 'one', x: 50, y: 50, mcid: 1 }, { text: 'two', x: 150, y: 50, mcid: 2 }, { text: 'deep', x: 50, y: 70, mcid: 3 });
    let deep: Tag = tag('LBody', 3);
    for (let i = 0; i < 5_000; i++) deep = tag(i % 2 === 0 ? 'LI' : 'L', deep);
    const { nodes } = readTags({ glyphs: g, tags: [tag('Table', tag('Caption', 0), tag('TR', { ...tag('TD', 1), rowSpan: 1e9 }, { ...tag('TD', 2), columnSpan: 1e9 })), deep] });
    const table = tableOf(nodes);
    expect(table.loose.flatMap(glyphsOf)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(table.columns).toBeLessThanOrEqual(500);
    expect(table.cells[0]?.rowSpan).toBe(1);
  });

  it('keeps text in shapes as blocks of their figure', () => {
    const g = glyphs({ text: 'On the figure', x: 50, y: 30, mcid: 0 }, { text: 'In a shape', x: 50, y: 50, mcid: 1 });
    const { nodes } = readTags({ glyphs: g, tags: [{ ...tag('Figure', 0, tag('Art', tag('P', 1))), alternate: 'A diagram' }] });
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ type: 'figure', alternate: 'A diagram' });
    expect(nodes.flatMap(glyphsOf)).toHaveLength(g.length);
  });
});
