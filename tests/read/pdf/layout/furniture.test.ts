import { describe, expect, it } from 'vitest';
import { eachParagraph } from '../../../../src/paper/walk.js';
import { paperOf } from '../../../../src/read/pdf/layout/paper.js';
import { prose, Sheet } from './sheet.js';

const pages = (count: number, dress: (s: Sheet, n: number) => void): ReturnType<typeof paperOf> =>
  paperOf(Array.from({ length: count }, (_, i) => { const s = new Sheet(i + 1); s.run(prose(6 + (i % 3)), 60, 120 + (i % 2) * 5, 400); dress(s, i + 1); return s.page(); }));
const body = (paper: ReturnType<typeof paperOf>): string => [...eachParagraph(paper.blocks)].map((p) => p.text).join(' ');

describe('furniture', () => {
  it('finds running heads, feet and page numbers by repetition', () => {
    const paper = pages(4, (s, n) => { s.set('Wexmouth Harbour Board', 60, 40, { size: 8 }); s.set(`Page ${n} of 4`, 260, 810, { size: 8 }); });
    expect(paper.furniture.filter((f) => f.why === 'header')).toHaveLength(4);
    expect(paper.furniture.filter((f) => f.why === 'page-number').map((f) => f.text)).toEqual(['Page 1 of 4', 'Page 2 of 4', 'Page 3 of 4', 'Page 4 of 4']);
    expect(body(paper)).not.toContain('Wexmouth');
  });

  it('finds heads that change from odd to even pages', () => {
    const paper = pages(6, (s, n) => { s.set(n % 2 ? 'Harbour Board' : 'Annual Review', 60, 40, { size: 8 }); });
    expect(paper.furniture).toHaveLength(6);
  });

  it('finds feet whose parts change sides, on a page that has them once', () => {
    const foot = (words: (n: number) => string) => pages(3, (s, n) => { const [left, right] = n % 2 ? [String(n), words(n)] : [words(n), String(n)]; s.set(left, 60, 810, { size: 8 }).set(right, 420, 810, { size: 8 }); });
    const paper = foot(() => 'Wexmouth Harbour Board');
    expect(paper.furniture).toHaveLength(3);
    expect(body(paper)).not.toContain('Wexmouth');
    expect(body(foot((n) => ['The eastern quay', 'Tides', 'A lamp'][n - 1]!))).toContain('Tides');
  });

  it('finds plain numbers that count up with the pages, from another number than one', () => {
    const paper = pages(3, (s, n) => { s.set(String(n + 11), 290, 815); });
    expect(paper.furniture.map((f) => [f.text, f.why])).toEqual([['12', 'page-number'], ['13', 'page-number'], ['14', 'page-number']]);
  });

  it('leaves a masthead that is printed twice in the body the first time', () => {
    const paper = pages(4, (s, n) => { if (n < 4) s.set('WEXMOUTH HARBOUR BOARD', 60, 60, { size: 16, bold: true }); });
    expect(body(paper)).toContain('WEXMOUTH HARBOUR BOARD');
    expect(paper.furniture.map((f) => f.why)).toEqual(['repeated-heading', 'repeated-heading']);
  });

  it('leaves a figure at the head of one page alone', () => {
    const paper = pages(3, (s, n) => { if (n === 2) s.set('1846', 60, 60); });
    expect(paper.furniture).toEqual([]);
  });

  it('sets a slanted watermark apart', () => {
    const paper = pages(2, (s) => {
      for (const [i, ch] of [...'DRAFT'].entries()) s.glyphs.push({ text: ch, box: [150 + i * 40, 500 - i * 40, 190 + i * 40, 540 - i * 40], baseline: 540, size: 60, font: 'Text', bold: false, italic: false, colour: 0xcccccc, angle: 315, order: 9000 + i });
    });
    expect(paper.furniture.map((f) => [f.why, f.text])).toEqual([['watermark', 'DRAFT'], ['watermark', 'DRAFT']]);
  });

  it('takes the foot of a paper of one page that says so, and small type with it', () => {
    const paper = pages(1, (s) => { s.set('Ref. HB/12/7', 60, 780, { size: 8 }).set('Wexmouth Harbour Board, The Quay', 60, 800, { size: 8 }).set('Page 1 of 1', 400, 800, { size: 8 }); });
    expect(paper.furniture.map((f) => [f.why, f.text])).toEqual([['footer', 'Ref. HB/12/7'], ['footer', 'Wexmouth Harbour Board, The Quay Page 1 of 1']]);
  });

  it('leaves small type in the margin of one page where nothing says that it is a foot', () => {
    const paper = pages(1, (s) => { s.set('Ref. HB/12/7', 60, 780, { size: 8 }).set('The letter is at page 1 of 1846', 60, 800, { size: 8 }); });
    expect(paper.furniture).toEqual([]);
    const beside = pages(1, (s) => { s.set('Signed by the keeper', 60, 785).set('Wexmouth Harbour Board', 60, 800, { size: 8 }).set('Page 1 of 1', 400, 800, { size: 8 }); });
    expect(body(beside)).toContain('Signed by the keeper');
  });

  it('takes the numbers of lines out of the text', () => {
    const s = new Sheet();
    let n = 1;
    const lines = prose(12).match(/.{1,70}(?: |$)/gu)!;
    for (const [i, l] of lines.entries()) { s.set(String(n++), 40, 100 + i * 14, { size: 7 }); s.set(l.trim(), 70, 100 + i * 14); }
    const paper = paperOf([s.page()]);
    expect(paper.furniture.map((f) => f.why)).toEqual(['line-number']);
    expect(body(paper)).toBe(prose(12));
  });

  it('takes numbers beside every fifth line, though they are few, and leaves those that count no lines', () => {
    const numbered = (every: number): ReturnType<typeof paperOf> => {
      const s = new Sheet();
      for (let i = 0; i < 30; i++) {
        s.set('The keeper reported on the state of the quay and on its lamps.', 70, 100 + i * 14);
        if ((i + 1) % every === 0) s.set(String(5 * ((i + 1) / every)), 45, 100 + i * 14, { size: 7 });
      }
      return paperOf([s.page()]);
    };
    expect(numbered(5).furniture.map((f) => [f.why, f.text])).toEqual([['line-number', '5 10 15 20 25 30']]);
    expect(numbered(6).furniture).toEqual([]);
  });

  it('takes a page that says that it is blank for furniture', () => {
    const s = new Sheet(2);
    s.set('This page is intentionally left blank', 200, 400, { size: 14 });
    const one = new Sheet(1);
    one.run(prose(2), 60, 100, 400);
    expect(paperOf([one.page(), s.page()]).furniture.map((f) => f.why)).toEqual(['blank-page']);
  });

  it('believes artifacts in the margin, not in the body', () => {
    const s = new Sheet();
    s.set('Wexmouth', 60, 40, { artifact: true });
    s.run(prose(3), 60, 120, 400);
    s.set('A line that the producer marked wrongly', 60, 400, { artifact: true });
    s.run(prose(3), 60, 450, 400);
    const paper = paperOf([s.page()]);
    expect(paper.furniture.map((f) => f.text)).toEqual(['Wexmouth']);
    expect(body(paper)).toContain('marked wrongly');
  });

  it('sets the navigation of a printed web page apart', () => {
    const s = new Sheet();
    s.set('Home', 60, 60, { size: 8 }).set('Tides', 100, 60, { size: 8 }).set('Dues', 140, 60, { size: 8 });
    s.link([59, 52, 80, 64], 'https://harbour.example/').link([99, 52, 125, 64], 'https://harbour.example/tides').link([139, 52, 160, 64], 'https://harbour.example/dues');
    s.run(prose(4), 60, 120, 400);
    expect(paperOf([s.page()]).furniture.map((f) => [f.why, f.text])).toEqual([['navigation', 'Home Tides Dues']]);
  });
});

describe('heads of a table printed again at the head of each page', () => {
  it('are no running head where rows stand closely below them', () => {
    const page = (n: number): Sheet => {
      const s = new Sheet(n);
      [['Code', 'Pier', '1901', '1902', '1903'], ...Array.from({ length: 12 }, (_, i) => [String(100 + 12 * n + i), `Alder ${i}`, String((i * i * 7 + n) % 90), String((i * 31) % 77), String((i * i * 3) % 55)])]
        .forEach((r, i) => r.forEach((t, c) => s.set(t, [50, 110, 300, 400, 500][c]!, 40 + 13 * i)));
      return s;
    };
    const read = paperOf([1, 2, 3].map((n) => page(n).page()));
    const [table, ...rest] = read.blocks;
    expect(rest).toEqual([]);
    expect(table).toMatchObject({ type: 'table', rows: 37, columns: 5, headerRows: 1 });
    expect(new Set(read.furniture.map((f) => f.why))).toEqual(new Set(['repeated-heading']));
  });
});
