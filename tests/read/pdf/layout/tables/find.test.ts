import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTables, plainText } from '../../../../../src/read/pdf/layout/tables/index.js';
import type { Ruling } from '../../../../../src/read/pdf/geometry.js';
import type { FoundTable } from '../../../../../src/read/pdf/layout/tables/index.js';
import type { Word } from '../../../../../src/read/pdf/layout/words.js';
import { across, blank, drawTable, frame, shuffled, tablePage, upright, write, type Drawn, type Plan, type PlannedCell, type Style } from './drawn.js';

const shape = (t: FoundTable, words: readonly Word[]) => t.cells.filter((c) => c.words.length > 0)
  .map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan} ${plainText(words, c.words)}`).sort();
const planned = (plan: Plan) => plan.cells.filter((c) => c.text !== '')
  .map((c) => `${c.row},${c.column} ${c.rowSpan}x${c.columnSpan} ${c.text.replace(/\n/g, ' ')}`).sort();

function find(page: Drawn) {
  const input = tablePage(page);
  return { ...findTables(input), words: input.words };
}

const word = fc.constantFrom('Amber', 'Birch', 'Cedar', 'Dale', 'Elm', 'Firth', 'Grove', 'Heath', 'Moor', 'Vale');
const label = fc.array(word, { minLength: 1, maxLength: 3 }).map((w) => w.join(' '));
const figure = fc.integer({ min: 0, max: 99_999 }).map((n) => n.toLocaleString('en-GB'));

/** A grid of one-place cells with a head row, labels in the first column and figures in the others. */
const figures = fc.record({ rows: fc.integer({ min: 3, max: 9 }), columns: fc.integer({ min: 2, max: 6 }) })
  .chain(({ rows, columns }) => fc.record({
    heads: fc.array(word, { minLength: columns, maxLength: columns }),
    labels: fc.array(label, { minLength: rows, maxLength: rows }),
    values: fc.array(fc.array(figure, { minLength: columns - 1, maxLength: columns - 1 }), { minLength: rows, maxLength: rows }),
  }))
  .map(({ heads, labels, values }): Plan => ({
    rows: labels.length + 1, columns: heads.length,
    cells: [
      ...heads.map((text, column): PlannedCell => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text })),
      ...labels.flatMap((text, r): PlannedCell[] => [{ row: r + 1, column: 0, rowSpan: 1, columnSpan: 1, text }, ...values[r]!.map((v, c) => ({ row: r + 1, column: c + 1, rowSpan: 1, columnSpan: 1, text: v }))]),
    ],
  }));

/** A ruled grid in which some neighbouring places are merged, right or down. */
const spanned = fc.record({
  rows: fc.integer({ min: 2, max: 6 }), columns: fc.integer({ min: 2, max: 5 }),
  merges: fc.array(fc.record({ row: fc.nat(5), column: fc.nat(4), down: fc.boolean() }), { maxLength: 4 }),
  texts: fc.array(label, { minLength: 30, maxLength: 30 }),
}).map(({ rows, columns, merges, texts }): Plan => {
  const owner = new Map<string, PlannedCell>();
  const cells: PlannedCell[] = [];
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) {
    const cell = { row, column, rowSpan: 1, columnSpan: 1, text: texts[row * columns + column]! };
    cells.push(cell);
    owner.set(`${row},${column}`, cell);
  }
  const used = new Set<PlannedCell>();
  for (const m of merges) {
    const a = owner.get(`${m.row},${m.column}`), b = owner.get(m.down ? `${m.row + 1},${m.column}` : `${m.row},${m.column + 1}`);
    if (!a || !b || used.has(a) || used.has(b)) continue;
    used.add(a); used.add(b);
    if (m.down) a.rowSpan = 2; else a.columnSpan = 2;
    cells.splice(cells.indexOf(b), 1);
  }
  return { rows, columns, cells };
});

/** Each row and column has a place of its own: else fewer edges are drawn than planned. */
const everyTrackSeen = (plan: Plan): boolean =>
  [...Array(plan.rows).keys()].every((r) => r === 0 || plan.cells.some((c) => c.row === r)) && [...Array(plan.columns).keys()].every((k) => k === 0 || plan.cells.some((c) => c.column === k));

describe('tables that are drawn come back', () => {
  for (const style of ['ruled', 'half-ruled', 'header-ruled', 'borderless'] satisfies Style[]) {
    it(`${style}, figures in columns`, () => {
      // Nothing but alignment: fewer than four figures are no evidence.
      const drawnPlans = figures.filter((p) => style !== 'borderless' || (p.rows - 1) * (p.columns - 1) >= 4);
      fc.assert(fc.property(drawnPlans, fc.constantFrom('left' as const, 'right' as const), (plan, align) => {
        const page = blank(900);
        drawTable(page, plan, style, 60, 100, align, 14);
        const { tables, words } = find(page);
        expect(tables.map((t) => t.why)).toHaveLength(1);
        expect(shape(tables[0]!, words)).toEqual(planned(plan));
      }), { numRuns: 60, seed: 7 });
    });
  }

  it('ruled, cells over several rows and columns', () => {
    fc.assert(fc.property(spanned.filter(everyTrackSeen), (plan) => {
      const page = blank(900);
      drawTable(page, plan, 'ruled');
      const { tables, words } = find(page);
      const rowsShared = new Set(plan.cells.map((c) => c.row)).size > 1;
      if (!rowsShared || tables.length === 0) return;
      expect(shape(tables[0]!, words)).toEqual(planned(plan));
    }), { numRuns: 80, seed: 11 });
  });

  it('does not depend on the order of drawing', () => {
    fc.assert(fc.property(figures, fc.constantFrom<Style>('ruled', 'half-ruled', 'borderless'), fc.integer(), (plan, style, seed) => {
      const page = blank(900);
      drawTable(page, plan, style, 60, 100, 'right', 14);
      write(page, 'A paragraph above the table of this page.', 60, 60);
      const one = find(page), two = find(shuffled(page, seed));
      expect(two.tables.map((t) => shape(t, two.words))).toEqual(one.tables.map((t) => shape(t, one.words)));
      expect(two.words.map((w) => [w.text, w.box])).toEqual(one.words.map((w) => [w.text, w.box]));
    }), { numRuns: 30, seed: 3 });
  });

  it('a head over several columns, by its partial rule', () => {
    const page = blank();
    across(page, 100, 60, 400);
    write(page, 'Spending', 200, 112);
    across(page, 116, 160, 280);
    write(page, 'Ward', 64, 128); write(page, 'Plan', 180, 128); write(page, 'Actual', 240, 128); write(page, 'Note', 340, 128);
    across(page, 132, 60, 400);
    ['Alder', 'Beech', 'Holly'].forEach((w, i) => { write(page, w, 64, 146 + 14 * i); write(page, `${i + 3}10`, 180, 146 + 14 * i); write(page, `${i + 2}25`, 240, 146 + 14 * i); write(page, 'met', 340, 146 + 14 * i); });
    across(page, 180, 60, 400);
    const { tables, words } = find(page);
    expect(tables).toHaveLength(1);
    expect(shape(tables[0]!, words)).toContain('0,1 1x2 Spending');
    expect(tables[0]!.headerRows).toBe(2);
    expect(tables[0]!.look).toBe('half-ruled');
  });

  it('joins wrapped lines to their row', () => {
    const page = blank();
    for (const y of [100, 118]) across(page, y, 60, 400);
    write(page, 'Service', 64, 113); write(page, 'Budget', 300, 113);
    write(page, 'Support for young people leaving care', 64, 134); write(page, '1,200', 300, 134);
    write(page, 'and their families', 64, 146);
    write(page, 'Libraries', 64, 164); write(page, '310', 300, 164);
    write(page, 'Parks', 64, 182); write(page, '95', 300, 182);
    across(page, 190, 60, 400);
    const { tables, words } = find(page);
    expect(shape(tables[0]!, words)).toContain('1,0 1x1 Support for young people leaving care and their families');
    expect(tables[0]!.rows).toBe(4);
  });

  it('infers outer sides that are not drawn, and reads doubled rules as one', () => {
    const page = blank();
    for (const y of [100, 101.5, 120, 140, 160]) across(page, y, 60, 300);
    upright(page, 160, 100, 160); upright(page, 230, 100, 160);
    ['Area', 'North', 'South'].forEach((t, r) => { write(page, t, 64, 114 + 20 * r); write(page, r ? `${r}5` : 'First', 165, 114 + 20 * r); write(page, r ? `${r}7` : 'Second', 235, 114 + 20 * r); });
    const { tables } = find(page);
    expect(tables).toHaveLength(1);
    expect([tables[0]!.rows, tables[0]!.columns]).toEqual([3, 3]);
  });

  it('turns a page whose text is printed sideways', () => {
    const page = blank(900, 600);
    drawTable(page, { rows: 5, columns: 2, cells: [['Head', 'Sum'], ['Elm', '12'], ['Oak', '19'], ['Yew', '7'], ['Fir', '8']].flatMap((r, row) => r.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))) }, 'ruled');
    const side: Drawn = {
      ...blank(600, 900),
      // Turned clockwise: x becomes 600 - y, y becomes x.
      glyphs: page.glyphs.map((g) => ({ ...g, angle: 90, baseline: g.box[0], box: [600 - g.box[3], g.box[0], 600 - g.box[1], g.box[2]] })),
      rulings: page.rulings.map((r): Ruling => (r.direction === 'horizontal' ? { ...r, direction: 'vertical', at: 600 - r.at } : { ...r, direction: 'horizontal', from: 600 - r.to, to: 600 - r.from })),
    };
    const { tables, words } = find(side);
    expect(tables).toHaveLength(1);
    expect(tables[0]!.cells.map((c) => plainText(words, c.words))).toEqual(['Head', 'Sum', 'Elm', '12', 'Oak', '19', 'Yew', '7', 'Fir', '8']);
  });
});

describe('what is no table is refused', () => {
  const PROSE = 'the committee heard that work on the new bridge had begun and that the first part would open in spring if all went well';
  const lines = (page: Drawn, x: number, y: number, n: number, chars: number): void => {
    const text = PROSE.repeat(8).split(' ');
    let k = 0;
    for (let i = 0; i < n; i++) {
      let line = '';
      while ((line + ' ' + text[k]).length < chars) line = (line + ' ' + text[k++]).trim();
      write(page, line, x, y + 13 * i);
    }
  };
  const none = (page: Drawn): void => expect(find(page).tables.map((t) => t.why)).toEqual([]);

  it('prose in one and in two columns', () => {
    const one = blank(); lines(one, 60, 100, 20, 90); none(one);
    const two = blank(); lines(two, 50, 100, 25, 46); lines(two, 310, 100, 25, 46); none(two);
  });
  it('prose between two rules', () => {
    const page = blank(); across(page, 90, 60, 520); lines(page, 60, 104, 12, 90); across(page, 270, 60, 520); none(page);
  });
  it('bullets and numbered paragraphs', () => {
    const page = blank();
    for (let i = 0; i < 8; i++) { write(page, i % 2 ? '•' : `${i}.`, 60, 100 + 26 * i); write(page, PROSE.slice(0, 70), 90, 100 + 26 * i); }
    none(page);
  });
  it('a table of contents', () => {
    const page = blank();
    ['Foreword', 'Purpose of the plan', 'Where we are', 'What we will do', 'How we will know'].forEach((t, i) => {
      write(page, t, 60, 100 + 16 * i); write(page, '.'.repeat(40), 200, 100 + 16 * i); write(page, `${3 + 4 * i}`, 480, 100 + 16 * i);
    });
    none(page);
  });
  it('boxes with text: a form of one box a row, a title bar', () => {
    const page = blank();
    for (let i = 0; i < 4; i++) { frame(page, [60, 100 + 60 * i, 500, 160 + 60 * i]); lines(page, 66, 114 + 60 * i, 3, 80); }
    const { tables, boxes } = find(page);
    expect(tables).toEqual([]);
    expect(boxes).toHaveLength(4);
  });
  it('a chart with grid lines and axes', () => {
    const page = blank();
    frame(page, [100, 100, 400, 300]);
    for (let i = 1; i < 5; i++) across(page, 100 + 40 * i, 100, 400);
    for (let i = 0; i <= 5; i++) write(page, `${100 - 20 * i}`, 80, 103 + 40 * i);
    ['2001', '2002', '2003'].forEach((t, i) => write(page, t, 140 + 90 * i, 315));
    none(page);
  });
  it('form lines with a label and a colon', () => {
    const page = blank();
    ['To:', 'From:', 'Date:', 'Subject:'].forEach((t, i) => { write(page, t, 60, 100 + 16 * i); write(page, PROSE.slice(0, 40), 160, 100 + 16 * i); });
    none(page);
  });
  it('never throws on odd marks', () => {
    fc.assert(fc.property(fc.array(fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 20, max: 800 }), t: word }), { maxLength: 60 }),
      fc.array(fc.record({ a: fc.integer({ min: 0, max: 500 }), b: fc.integer({ min: 0, max: 500 }), at: fc.integer({ min: 0, max: 800 }), v: fc.boolean() }), { maxLength: 25 }), (texts, rules) => {
        const page = blank();
        for (const t of texts) write(page, t.t, t.x, t.y);
        for (const r of rules) (r.v ? upright : across)(page, r.at, Math.min(r.a, r.b), Math.max(r.a, r.b) + 1);
        const { tables, words } = find(page);
        for (const t of tables) {
          const seen = t.cells.flatMap((c) => [...c.words]);
          expect(new Set(seen).size).toBe(seen.length);
          expect(seen.every((i) => i < words.length)).toBe(true);
          expect(t.columnEdges.length).toBe(t.columns + 1);
          expect(t.rowEdges.length).toBe(t.rows + 1);
        }
      }), { numRuns: 150, seed: 5 });
  });
});

describe('a full grid', () => {
  it('is a table though a column of it counts down evenly', () => {
    const rows = [['Year', 'Pier', 'Fee', 'Boats', 'Keeper'], ...[50, 40, 30, 20, 10].map((fee, i) => [`Year ${5 - i}`, 'Alder', String(fee), String((i * 7) % 5), 'Nance'])];
    const page = blank();
    drawTable(page, { rows: rows.length, columns: 5, cells: rows.flatMap((r, row) => r.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))) }, 'ruled');
    const { tables } = findTables(tablePage(page));
    expect(tables.map((t) => [t.rows, t.columns])).toEqual([[6, 5]]);
  });
});
