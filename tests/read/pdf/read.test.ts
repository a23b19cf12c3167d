import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../src/paper/ledger.js';
import { eachParagraph } from '../../../src/paper/walk.js';
import { decode, drawPages, outlinesOf } from '../../../src/read/pdf/draw.js';
import { png } from '../../../src/read/pdf/engine/png.js';
import { readPdf } from '../../../src/read/pdf/read.js';
import { line, writePdf } from './engine/pdf-writer.js';

const paper = (count: number): Uint8Array => writePdf(Array.from({ length: count }, (_, i) => ({
  content: [line('Wexmouth Harbour Board', 60, 800, 9), line(`${i + 1}.`, 60, 740), line('The slip is to be mended before winter.', 90, 740), line(`Page ${i + 1} of ${count}`, 270, 30, 9)].join('\n'),
})));

describe('reading a PDF', () => {
  it('gives blocks, furniture, and where they stand', async () => {
    const read = await readPdf(paper(3), {});
    expect([...eachParagraph(read.blocks)].map((p) => [p.number, p.text])).toEqual([['1', 'The slip is to be mended before winter.'], ['2', 'The slip is to be mended before winter.'], ['3', 'The slip is to be mended before winter.']]);
    expect(read.furniture.map((f) => f.why).sort()).toEqual(['header', 'header', 'header', 'page-number', 'page-number', 'page-number']);
    expect(read).toMatchObject({ format: 'pdf', pages: 3 });
    const [first] = read.blocks;
    expect(first!.at).toMatchObject({ in: 'page', page: 1 });
  });

  it('balances its books', async () => {
    const read = await readPdf(paper(2), {});
    const ledger = new Ledger(read.blocks);
    for (const b of read.blocks) ledger.take(b);
    const coverage = ledger.close(read);
    expect(coverage.ratio).toBe(1);
    expect(coverage.unassigned).toEqual([]);
  });

  it('reads only the pages asked for, under their true numbers', async () => {
    const read = await readPdf(paper(4), { pages: [2, 3] });
    expect(read.reading?.map((r) => r.page)).toEqual([2, 3]);
    expect(read.pages).toBe(4);
    expect([...eachParagraph(read.blocks)].map((p) => p.number)).toEqual(['2', '3']);
  });

  it('says of a paper without text that it has none', async () => {
    await expect(readPdf(writePdf([{ content: '0 0 100 100 re f' }]), {})).rejects.toMatchObject({ name: 'PaperError', code: 'no-text' });
  });

  it('gives the same paper again', async () => {
    expect(await readPdf(paper(2), {})).toEqual(await readPdf(paper(2), {}));
  });

  it('refuses what is no PDF with a reason', async () => {
    await expect(readPdf(new TextEncoder().encode('no such thing'), {})).rejects.toMatchObject({ name: 'PaperError' });
    await expect(readPdf(new Uint8Array(0), {})).rejects.toMatchObject({ code: 'empty' });
  });
});

describe('drawing what was read', () => {
  it('outlines blocks and furniture on the pictures of the pages', async () => {
    const bytes = paper(1);
    const read = await readPdf(bytes, {});
    expect(outlinesOf(read).map((o) => o.what)).toContain('numbered');
    const pages = [];
    for await (const p of drawPages(bytes, read, { scale: 1 })) pages.push(p);
    expect(pages.map((p) => p.page)).toEqual([1]);
    const picture = decode(pages[0]!.png);
    expect([picture.width, picture.height]).toEqual([595, 842]);
    // The outline of the numbered point is green.
    const green = [...Array(picture.width * picture.height).keys()].some((i) => picture.pixels[i * 4] === 0x14 && picture.pixels[i * 4 + 1] === 0x86 && picture.pixels[i * 4 + 2] === 0x4a);
    expect(green).toBe(true);
  });

  it('reads back the pictures that it writes, whatever their filter', () => {
    const pixels = Uint8Array.from({ length: 5 * 3 * 4 }, (_, i) => (i % 4 === 3 ? 0 : (i * 37) % 256));
    expect(decode(png(pixels, 5, 3, 20)).pixels).toEqual(pixels);
    const filtered = refilter(png(pixels, 5, 3, 20), pixels);
    expect(decode(filtered).pixels).toEqual(pixels);
  });

  it('refuses pictures of another sort', () => {
    const data = png(new Uint8Array(4), 1, 1, 4);
    data[24] = 16;
    expect(() => decode(data)).toThrow(RangeError);
  });
});

/** The same picture with the filters 1 to 3 on its three rows. */
function refilter(data: Uint8Array, pixels: Uint8Array): Uint8Array {
  const row = (y: number): number[] => Array.from({ length: 15 }, (_, i) => pixels[(y * 5 + Math.floor(i / 3)) * 4 + (i % 3)]!);
  const raw = [0, 1, 2].flatMap((y) => {
    const own = row(y), above = y > 0 ? row(y - 1) : own.map(() => 0);
    return [y + 1, ...own.map((v, i) => (v - (y === 0 ? own[i - 3] ?? 0 : y === 1 ? above[i]! : ((own[i - 3] ?? 0) + above[i]!) >> 1)) & 255)];
  });
  const body = deflateSync(Uint8Array.from(raw));
  const view = Buffer.from(data);
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length, 0);
  chunk.write('IDAT', 4);
  chunk.set(body, 8);
  return Uint8Array.from(Buffer.concat([view.subarray(0, 33), chunk]));
}
