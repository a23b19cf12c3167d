import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTables, joinTables, rowsOf, type PageTable } from '../../../../../src/read/pdf/layout/tables/index.js';
import { across, blank, drawTable, frame, tablePage, write, type Drawn, type Plan, type Style } from './drawn.js';

/** The tables of pages in order, each with its page number. */
function found(pages: readonly Drawn[]): PageTable[] {
  return pages.flatMap((p, i) => {
    const input = tablePage(p);
    return findTables(input).tables.map((table): PageTable => ({ page: i + 1, height: p.height, words: input.words, table }));
  });
}

const plan = (rows: readonly (readonly string[])[]): Plan => ({
  rows: rows.length, columns: rows[0]!.length,
  cells: rows.flatMap((r, row) => r.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text }))),
});

/** Columns keep their width over the pages: every page is padded by the widest texts. */
function pagesOf(parts: readonly (readonly (readonly string[])[])[], style: Style): Drawn[] {
  const widest = parts[0]![0]!.map((_, c) => Math.max(...parts.flat().flatMap((r) => r[c]!.split('\n').map((l) => l.length))));
  return parts.map((rows) => {
    const page = blank(1000, 842);
    const p = plan(rows);
    // A place-holder cell widens the columns without being drawn.
    const holder = blank(1000, 842);
    const { xs } = drawTable(holder, { ...p, rows: p.rows + 1, cells: [...p.cells, ...widest.map((n, column) => ({ row: p.rows, column, rowSpan: 1, columnSpan: 1, text: 'x'.repeat(n) }))] }, style);
    const ys = drawTable(blank(), p, style).ys;
    const keep = ys[ys.length - 1]! + 0.1;
    page.glyphs.push(...holder.glyphs.filter((g) => g.baseline < keep));
    page.rulings.push(...holder.rulings.filter((r) => (r.direction === 'horizontal' ? r.at <= keep : r.to <= keep)));
    expect(xs[0]).toBe(60);
    return page;
  });
}

const HEAD = ['Action', 'Owner', 'Cost'];

describe('tables over pages', () => {
  const place = fc.constantFrom('Mend the roof of the hall', 'Plant the lower field', 'Open the path to the weir', 'Survey the bridge');
  const owner = fc.constantFrom('Parks team', 'Clerk', 'Works depot');
  const row = fc.tuple(place, owner, fc.integer({ min: 1, max: 900 }).map((n) => `£${n}`)).map((r): string[] => [...r]);

  it('equal the same table on one long page, heads printed again dropped', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean(), (first, second, again) => {
      const [whole] = joinTables(found(pagesOf([[HEAD, ...first, ...second]], 'ruled')));
      const tables = found(pagesOf([[HEAD, ...first], [...(again ? [HEAD] : []), ...second]], 'ruled'));
      fc.pre(tables.length === 2);
      const joined = joinTables(tables);
      expect(joined).toHaveLength(1);
      expect(rowsOf(joined[0]!, tables)).toEqual([HEAD, ...first, ...second]);
      expect(whole!.rows).toBe(joined[0]!.rows);
      expect(joined[0]!.places.map((p) => p.page)).toEqual([1, 2]);
      expect(joined[0]!.pageStarts).toEqual([first.length + 1]);
      expect(joined[0]!.repeated.length).toBe(again ? 3 : 0);
    }), { numRuns: 40, seed: 4 });
  });

  it('a form goes on behind a page whose rows fill fewer columns', () => {
    /** A form page: rows of two or three boxes between printed sides. */
    const form = (rows: readonly (readonly string[])[]): Drawn => {
      const page = blank();
      rows.forEach((texts, r) => {
        const xs = texts.length === 3 ? [60, 200, 340, 520] : [60, 340, 520];
        texts.forEach((t, c) => {
          frame(page, [xs[c]!, 60 + 20 * r, xs[c + 1]!, 80 + 20 * r]);
          write(page, t, xs[c]! + 4, 74 + 20 * r);
        });
      });
      return page;
    };
    const tables = found([
      form([['Officer', 'Clerk', 'Quay'], ['Aim', 'Mending', 'Paths'], ['Service', 'Harbour', 'Light']]),
      form([['Who is served?', 'All'], ['Was anyone asked?', 'Yes']]),
      form([['Is there harm by age?', 'No'], ['Is there harm by sex?', 'No']]),
    ]);
    expect(tables.map((t) => t.table.columns)).toEqual([3, 2, 2]);
    const joined = joinTables(tables);
    expect(joined).toHaveLength(1);
    expect(rowsOf(joined[0]!, tables).at(-1)).toEqual(['Is there harm by sex?', '', 'No']);
  });

  it('a row that runs over the break is joined cell by cell', () => {
    const tables = found(pagesOf([
      [HEAD, ['Plant the lower field', 'Parks team', '£40'], ['Survey the bridge and report on', 'Works depot', '£90']],
      [HEAD, ['the state of its piers', '', ''], ['Open the path', 'Clerk', '£12']],
    ], 'ruled'));
    const [table] = joinTables(tables);
    expect(rowsOf(table!, tables)).toEqual([HEAD, ['Plant the lower field', 'Parks team', '£40'], ['Survey the bridge and report on the state of its piers', 'Works depot', '£90'], ['Open the path', 'Clerk', '£12']]);
    expect(table!.pageStarts).toEqual([3]);
  });

  it('a continuation with an empty first cell belongs to the row above', () => {
    const tables = found(pagesOf([
      [HEAD, ['Plant the field', 'Parks team', '£40'], ['Survey the bridge', 'Works depot', '£90']],
      [['', 'Clerk, from the spring', ''], ['Open the path', 'Clerk', '£12'], ['Mend the roof', 'Clerk', '£19']],
    ], 'ruled'));
    const [table] = joinTables(tables);
    expect(rowsOf(table!, tables)[2]).toEqual(['Survey the bridge', 'Works depot Clerk, from the spring', '£90']);
  });

  it('text between two tables, other columns or another head keep them apart', () => {
    const rows = [HEAD, ['Plant the field', 'Parks team', '£40'], ['Survey the bridge', 'Works depot', '£90']];
    const between = pagesOf([rows, rows.map((r) => [...r])], 'ruled');
    write(between[0]!, 'The committee then turned to the accounts.', 60, 500);
    expect(joinTables(found(between))).toHaveLength(2);
    const other = pagesOf([rows], 'ruled').concat(pagesOf([[['Ward', 'Sum'], ['Elm', '12'], ['Oak', '9']]], 'ruled'));
    expect(joinTables(found(other))).toHaveLength(2);
  });

  it('running heads and page numbers do not come between', () => {
    const rows = [HEAD, ['Plant the field', 'Parks team', '£40'], ['Survey the bridge', 'Works depot', '£90']];
    const pages = pagesOf([rows, rows.map((r) => [...r])], 'ruled');
    pages.forEach((p, i) => { write(p, 'Wealdham Town Council', 60, 30); write(p, `Page ${i + 1}`, 300, 820); });
    expect(joinTables(found(pages))).toHaveLength(1);
  });
});

describe('a cell that ends within a phrase', () => {
  it('goes on on the next page, whatever its next word begins with', () => {
    const parts = [[HEAD, ['Mend the roof', 'Warden', '£40'], ['The power of', '', '£90']], [HEAD, ['Direction over the quay', '', ''], ['Plant the field', 'Clerk', '£10']]];
    const pages = pagesOf(parts, 'ruled'), tables = found(pages);
    const [joined] = joinTables(tables, { isFurniture: () => false });
    expect(rowsOf(joined!, tables).slice(2)).toEqual([['The power of Direction over the quay', '', '£90'], ['Plant the field', 'Clerk', '£10']]);
  });
});

describe('a row of a table without upright lines that runs over the page', () => {
  const columns = [60, 200, 300];
  const line = (page: Drawn, y: number, ...texts: string[]): void => texts.forEach((t, c) => { if (t !== '') write(page, t, columns[c]!, y); });
  const text = ['The barge was hired for six weeks while the tender lay on', 'the slip, and the crew were paid for nights and for the days', 'on which the tide did not serve, as the board had agreed in', 'the spring of that year at its second meeting in the hall'];

  it('is one row, though its text fills neither page in the other columns', () => {
    const one = blank(700, 842), two = blank(700, 842);
    across(one, 90, 50, 650); line(one, 102, 'Service', 'Budget', 'Detail'); across(one, 108, 50, 650);
    line(one, 122, 'Moorings', '12.4', 'Fewer were let than had been planned for'); across(one, 128, 50, 650);
    line(one, 142, 'Ferries', '40.2', 'Fuel'); across(one, 148, 50, 650);
    line(one, 162, 'Lights', '3.3', text[0]!); text.slice(1).forEach((t, i) => line(one, 174 + 12 * i, '', '', t));
    text.slice(0, 3).forEach((t, i) => line(two, 60 + 12 * i, '', '', i === 0 ? `and ${t.slice(4)}` : t)); line(two, 110, '', '', 'A second paragraph says that all of it was met from reserves.'); across(two, 120, 50, 650);
    line(two, 134, 'Slips', '2.2', 'Put off'); across(two, 140, 50, 650);
    line(two, 154, 'Staff', '9.1', 'Vacancies'); across(two, 160, 50, 650);
    const tables = found([one, two]);
    const [joined, ...others] = joinTables(tables, { isFurniture: () => false });
    expect(others).toEqual([]);
    const rows = rowsOf(joined!, tables);
    expect(rows.map((r) => r[0])).toEqual(['Service', 'Moorings', 'Ferries', 'Lights', 'Slips', 'Staff']);
    expect(rows[3]![2]).toBe(`${text.join(' ')} and ${text[0]!.slice(4)} ${text[1]!} ${text[2]!} A second paragraph says that all of it was met from reserves.`);
  });
});
