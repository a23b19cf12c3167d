/** What reading costs: no more than one and a half times mammoth's plain text, and little memory for a long document. */
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/docx/read.js';
import { paragraph, run, table, wordFile } from './word-file.js';

const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const sentence = 'The panel considered the report of the director, and agreed that a further report be brought to its meeting in the spring. ';
const numbered = (level: number): string => paragraph(run(sentence) + run('Agreed. ', '<w:b/>') + run(sentence), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`);
/** About a page of a report: some 2,500 characters and a small table. */
const page = numbered(0) + numbered(1).repeat(9) + table([[paragraph('Action'), paragraph('Owner')], [paragraph(sentence), paragraph('Clerk')]]);

const pages = (n: number): Uint8Array => wordFile({ numbering, body: page.repeat(n) });

async function fastest(times: number, work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('cost', () => {
  it.each([3, 100])('of %i pages is at most 1.5 times that of mammoth', { timeout: 60_000 }, async (n) => {
    const bytes = pages(n);
    const own = await fastest(4, () => readDocx(bytes, {}));
    const other = await fastest(4, () => mammoth.extractRawText({ buffer: Buffer.from(bytes) }));
    expect(own / other).toBeLessThan(1.5);
  });

  it('of 900 pages stays far under 400 MB', { timeout: 60_000 }, async () => {
    const bytes = pages(900);
    const before = process.memoryUsage().rss;
    const paper = await readDocx(bytes, {});
    const used = process.memoryUsage().rss - before;
    expect(paper.blocks).toHaveLength(900 * 11);
    expect(used / 2 ** 20).toBeLessThan(300);
  });

  it('grows in step with what is read: one paragraph of many runs, one table of many rows', { timeout: 60_000 }, async () => {
    const runs = (n: number): Uint8Array => wordFile({ body: paragraph(Array.from({ length: n }, (_, i) => run(`${i} `, i % 2 ? '<w:b/>' : '')).join('')) });
    const rows = (n: number): Uint8Array => wordFile({ body: table(Array.from({ length: n }, (_, i) => [paragraph(`${i}`), paragraph('x')])) });
    for (const make of [runs, rows]) {
      const [small, large] = [make(2_000), make(20_000)];
      const one = await fastest(3, () => readDocx(small, {}));
      const ten = await fastest(2, () => readDocx(large, {}));
      expect(ten / one).toBeLessThan(40);
    }
  });
});
