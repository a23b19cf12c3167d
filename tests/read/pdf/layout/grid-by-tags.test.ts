/** The cells of a table without upright rules as its tags have them, where the page does not speak against it. */
import { describe, expect, it } from 'vitest';
import { boxAround, type Box } from '../../../../src/paper/locator.js';
import { gridByTags } from '../../../../src/read/pdf/layout/grid-by-tags.js';
import type { TableEvidence, TagEvidence } from '../../../../src/read/pdf/layout/tag-evidence.js';
import type { FoundTable } from '../../../../src/read/pdf/layout/tables/types.js';
import type { Word } from '../../../../src/read/pdf/layout/words.js';
import { wordsOf } from '../../../../src/read/pdf/layout/words.js';
import { Sheet } from './sheet.js';

/** A text of the page: its lines from the left edge and the first baseline on, and the tagged cell (row, column, columns) that holds it. */
type Entry = readonly [lines: readonly string[], x: number, y: number, row: number, column: number, span?: number];

function drawn(entries: readonly Entry[], found: readonly (readonly number[])[][], more: Partial<FoundTable> = {}) {
  const s = new Sheet();
  for (const [lines, x, y] of entries) lines.forEach((line, k) => s.set(line, x, y + 12 * k));
  const words = wordsOf(s.page().glyphs);
  const of = ([lines, x, y]: Entry): Word[] => words.filter((w) => w.box[0] >= x - 0.1 && w.box[0] < x + Math.max(...lines.map((l) => l.length)) * 5 && w.baseline >= y && w.baseline < y + 12 * lines.length);
  const cells = entries.map((e) => ({ row: e[3], column: e[4], rowSpan: 1, columnSpan: e[5] ?? 1, words: of(e) }));
  const box = boxAround(words.map((w) => w.box));
  const evidence: TableEvidence = { rows: Math.max(...entries.map((e) => e[3])) + 1, columns: 7, box, trusted: true, layout: false, words: new Set(words), cells };
  // The found table has the entries' numbers by row and column.
  const columns = Math.max(...found.map((r) => r.length));
  const table: FoundTable = {
    box, rows: found.length, columns, headerRows: 0, look: 'half-ruled', columnEdges: [], rowEdges: found.map((_, i) => i), rowRuled: found.map(() => false), confidence: 1, why: 'rules',
    cells: found.flatMap((row, r) => row.map((held, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, box: [0, 0, 1, 1] as Box, words: held.flatMap((e) => of(entries[e]!).map((w) => words.indexOf(w))) }))),
    ...more,
  };
  const tags = (one: TableEvidence): TagEvidence => ({ leafOf: () => undefined, tables: [one], nested: [] });
  const rows = (t: FoundTable | undefined): string[][] | undefined => t && Array.from({ length: t.rows }, (_, r) => t.cells.filter((c) => c.row === r).map((c) => c.words.map((i) => words[i]!.text).join(' ')));
  return { table, evidence, words, read: (e: TableEvidence = evidence, t: FoundTable = table) => gridByTags(t, tags(e), words), rows };
}

/** Names and figures in the middle of the height of a long text; Word has an empty column for the stripe between the names and the figures. */
const CENTRED: readonly Entry[] = [
  [['Hubs'], 60, 112, 0, 0], [['8.4'], 90, 112, 0, 2], [['Fewer posts'], 150, 112, 0, 3], [['The change came sooner', 'than was planned, and so', 'more was saved.'], 260, 100, 0, 4],
  [['Care'], 60, 152, 1, 0], [['3.8'], 90, 152, 1, 2], [['Lower use'], 150, 152, 1, 3], [['There were fewer people', 'than was assumed under', 'the new contract.'], 260, 140, 1, 4],
];
const FOUND = [[[0, 1], [2], [3]], [[4, 5], [6], [7]]];

describe('tags that make a grid of the same words', () => {
  it('part what was found as one column, and leave out columns for colour', () => {
    const { read, rows } = drawn(CENTRED, FOUND);
    const t = read();
    expect(rows(t)).toEqual([['Hubs', '8.4', 'Fewer posts', 'The change came sooner than was planned, and so more was saved.'], ['Care', '3.8', 'Lower use', 'There were fewer people than was assumed under the new contract.']]);
    expect(t).toMatchObject({ columns: 4, rows: 2, headerRows: 0, why: 'rules, cells as tagged' });
    expect(t!.columnEdges).toEqual([...t!.columnEdges].sort((a, b) => a - b));
    expect(t!.rowEdges).toHaveLength(3);
  });
  it('join lines that were found as rows', () => {
    const { read, rows } = drawn(CENTRED, [[[0], [1], [2], [3]], [[], [], [], []], [[4], [5], [6], [7]]]);
    expect(rows(read())).toHaveLength(2);
  });
  it('keep the heads that are whole rows', () => {
    const heads: readonly Entry[] = [[['Unit'], 60, 80, 0, 0], [['£m'], 92, 80, 0, 2], [['Why'], 150, 80, 0, 3], [['Detail'], 260, 80, 0, 4], ...CENTRED.map(([l, x, y, r, c]): Entry => [l, x, y, r + 1, c])];
    const found = [[[0, 1], [2], [3]], ...FOUND.map((r) => r.map((c) => c.map((e) => e + 4)))];
    const t = drawn(heads, found, { headerRows: 1 }).read();
    expect(t).toMatchObject({ headerRows: 1, rows: 3, columns: 4 });
    expect(t!.cells.filter((c) => c.header).map((c) => c.row)).toEqual([0, 0, 0, 0]);
    // Half a row is no head.
    expect(drawn(CENTRED, FOUND, { headerRows: 1, cells: [...drawn(CENTRED, FOUND).table.cells].map((c) => (c.column === 2 ? { ...c, row: 1 } : c)) }).read()).toMatchObject({ headerRows: 0 });
  });
  it('may have cells over several columns', () => {
    const band: readonly Entry[] = [[['All of the services of the council'], 60, 80, 0, 0, 5], ...CENTRED.map(([l, x, y, r, c]): Entry => [l, x, y, r + 1, c])];
    const t = drawn(band, [[[0]], ...FOUND.map((r) => r.map((c) => c.map((e) => e + 1)))]).read();
    expect(t!.cells[0]).toMatchObject({ row: 0, column: 0, columnSpan: 4 });
  });
});

describe('tags are not followed', () => {
  it('where they are not trusted, place text only, or hold other words', () => {
    const { read, evidence, words } = drawn(CENTRED, FOUND);
    expect(read({ ...evidence, trusted: false })).toBeUndefined();
    expect(read({ ...evidence, layout: true })).toBeUndefined();
    expect(read({ ...evidence, words: new Set(words.slice(1)) })).toBeUndefined();
  });
  it('where their columns lie over each other on the page, or their rows do', () => {
    expect(drawn(CENTRED.map(([l, x, y, r, c]): Entry => [l, x, y, r, r === 1 && c === 3 ? 2 : r === 1 && c === 2 ? 3 : c]), FOUND).read()).toBeUndefined();
    expect(drawn(CENTRED.map(([l, x, y, r, c]): Entry => [l, x, y, c === 4 ? 1 - r : r, c]), FOUND).read()).toBeUndefined();
  });
  it('where they see fewer columns, or as many and no fewer rows', () => {
    expect(drawn(CENTRED.map(([l, x, y, r, c]): Entry => [l, x, y, r, c === 0 ? 0 : 4]), [[[0], [1], [2, 3]], [[4], [5], [6, 7]]]).read()).toBeUndefined();
    expect(drawn(CENTRED, [[[0], [1], [2], [3]], [[4], [5], [6], [7]]]).read()).toBeUndefined();
  });
});
