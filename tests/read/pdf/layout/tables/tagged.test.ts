import { describe, expect, it } from 'vitest';
import { checkTagged, findTables, placeTagged, type TaggedRows } from '../../../../../src/read/pdf/layout/tables/index.js';
import { blank, drawTable, tablePage } from './drawn.js';

const TEXTS = [['Ward', 'Seats', 'Votes'], ['Elm', '2', '310'], ['Oak', '3', '415'], ['Ash', '1', '96']];

function drawn() {
  const page = blank();
  drawTable(page, { rows: 4, columns: 3, cells: TEXTS.flatMap((r, row) => r.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))) }, 'ruled');
  const input = tablePage(page);
  const word = (t: string): number => input.words.findIndex((w) => w.text === t);
  return { words: input.words, found: findTables(input).tables, word };
}

describe('tagged tables', () => {
  it('are trusted where they agree with the page', () => {
    const { words, found, word } = drawn();
    const rows: TaggedRows = TEXTS.map((r, i) => r.map((t) => ({ words: [word(t)], header: i === 0 })));
    const check = checkTagged(words, rows, found);
    expect(check.trust).toBe('tags');
    expect(check.agreement).toBe(1);
    expect(check.sameCells).toBe(1);
    expect(check.table!.headerRows).toBe(1);
    expect([check.table!.rows, check.table!.columns]).toEqual([4, 3]);
  });

  it('are not trusted where cells are tagged in the wrong columns', () => {
    const { words, found, word } = drawn();
    const rows: TaggedRows = TEXTS.map((r, i) => (i % 2 ? [...r].reverse() : r).map((t) => ({ words: [word(t)] })));
    expect(checkTagged(words, rows, found).trust).toBe('geometry');
  });

  it('are not trusted where printed lines part the words of their cells', () => {
    const { words, found, word } = drawn();
    const rows: TaggedRows = TEXTS.map((r) => [{ words: r.slice(0, 2).map(word) }, { words: [word(r[2]!)] }]);
    const check = checkTagged(words, rows, found);
    expect(check.trust).toBe('geometry');
    expect(check.found).toBe(found[0]);
  });

  it('without words say nothing', () => {
    expect(checkTagged([], [[{ words: [] }]]).trust).toBe('geometry');
  });

  it('lie on a grid as spans push them', () => {
    const { cells, columns } = placeTagged([], [[{ words: [], rowSpan: 2 }, { words: [], columnSpan: 2 }], [{ words: [] }, { words: [] }]]);
    expect(cells.map((c) => [c.row, c.column])).toEqual([[0, 0], [0, 1], [1, 1], [1, 2]]);
    expect(columns).toBe(3);
  });
});
