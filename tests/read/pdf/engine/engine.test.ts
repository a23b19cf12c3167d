/** What both engines must see on a page, case by case, in files written by hand. */
import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import type { Glyph, PageGeometry } from '../../../../src/read/pdf/geometry.js';
import { openPdf } from '../../../../src/read/pdf/engine/open.js';
import { line, writePdf, type WrittenObject, type WrittenPage } from './pdf-writer.js';

/** Glyphs as text, with spaces where the stream has them. */
const words = (glyphs: readonly Glyph[]): string => glyphs.map((g) => (g.spaceBefore ? ` ${g.text}` : g.text)).join('').trim();
const seen = (page: PageGeometry): string => words(page.glyphs.filter((g) => !g.unseen));
const unseen = (page: PageGeometry, why: Glyph['unseen']): string => words(page.glyphs.filter((g) => g.unseen === why));

describe.each(['pdfium', 'pdfjs'] as const)('%s', (engine) => {
  const read = async (page: WrittenPage, more: { objects?: readonly WrittenObject[]; catalog?: string } = {}): Promise<PageGeometry> => {
    const file = await openPdf(writePdf([page], more), { engine });
    try {
      return await file.page(1);
    } finally {
      await file.close();
    }
  };

  it('gives glyphs with their boxes from the top left, baselines, sizes and fonts', async () => {
    const page = await read({ content: line('Hallow Ward', 72, 700) + line('Bold', 72, 650, 20, 'F2') });
    expect(page).toMatchObject({ number: 1, width: 595, height: 842, rotation: 0 });
    expect(seen(page).replace(/\s+/g, ' ')).toBe('Hallow Ward Bold');
    const [h, a] = page.glyphs;
    expect(h).toMatchObject({ text: 'H', size: 12, bold: false, angle: 0, colour: 0 });
    expect(h?.font).toMatch(/Helvetica/);
    expect(h?.baseline).toBeCloseTo(142, 2);
    // Helvetica's H is 0.722 wide.
    expect(h?.box[0]).toBeCloseTo(72, 2);
    expect(h?.box[2]).toBeCloseTo(72 + 0.722 * 12, 1);
    expect((h?.box[3] ?? 0) - (h?.box[1] ?? 0)).toBeCloseTo(12, 3);
    expect(a?.box[0]).toBeCloseTo(72 + 0.722 * 12, 1);
    expect(page.glyphs.find((g) => g.text === 'B')).toMatchObject({ size: 20, bold: true });
    expect(page.glyphs.find((g) => g.text === 'W')?.spaceBefore).toBe(true);
    expect(page.glyphs.map((g) => g.order)).toEqual(page.glyphs.map((_, i) => i));
  });

  it('finds the space that is only a gap, and none between letters set wide by the font alone', async () => {
    const page = await read({ content: 'BT /F1 12 Tf 1 0 0 1 72 700 Tm [(Two)-600(words)] TJ ET\n' });
    expect(seen(page)).toBe('Two words');
  });

  it('gives a ligature a box that reaches to the next glyph', async () => {
    const objects: WrittenObject[] = [
      { id: 1000, body: '/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Resources << /Font << /L 1001 0 R >> >>', stream: 'BT /L 20 Tf 10 100 Td <0063006f006e00010072006d00650064> Tj ET' },
      { id: 1001, body: '<< /Type /Font /Subtype /Type0 /BaseFont /Ligatures /Encoding /Identity-H /DescendantFonts [1003 0 R] /ToUnicode 1002 0 R >>' },
      { id: 1002, body: '', stream: ['/CIDInit /ProcSet findresource begin', '12 dict begin', 'begincmap', '/CMapName /L def', '/CMapType 2 def', '1 begincodespacerange', '<0000> <ffff>', 'endcodespacerange', '1 beginbfchar', '<0001> <00660069>', 'endbfchar', '1 beginbfrange', '<0061> <007a> <0061>', 'endbfrange', 'endcmap', 'end', 'end'].join('\n') },
      { id: 1003, body: '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Ligatures /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /W [1 [900] 102 [300]] /FontDescriptor << /Type /FontDescriptor /FontName /Ligatures /Flags 32 /FontBBox [0 -200 900 800] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>' },
    ];
    const page = await read({ content: '/X1 Do', resources: '/XObject << /X1 1000 0 R >>' }, { objects });
    expect(seen(page).normalize('NFKC')).toBe('confirmed');
    const i = page.glyphs.findIndex((g) => g.text.normalize('NFKC') === 'fi');
    expect((page.glyphs[i + 1]?.box[0] ?? 0) - (page.glyphs[i]?.box[2] ?? 0)).toBeLessThan(3);
  });

  it('finds no gap behind a ligature of an embedded font that has its first letter too', async () => {
    // "The clerk confirmed half of the figures." in DejaVu Sans, printed by a browser.
    const file = await openPdf(readFileSync(new URL('ligatures.pdf', import.meta.url)), { engine });
    const { glyphs } = await file.page(1);
    await file.close();
    for (const [i, g] of glyphs.entries()) if (g.text.normalize('NFKC') === 'fi') expect((glyphs[i + 1]?.box[0] ?? 0) - g.box[2]).toBeLessThan(0.1 * g.size);
    expect(seen({ glyphs } as PageGeometry).normalize('NFKC')).toBe('The clerk confirmed half of the figures.');
  });

  it('finds no space before a piece of text that touches the one before, below a longer line', async () => {
    const at = (text: string, x: number, y: number): string => line(text, x, y, 11);
    const page = await read({ content: at('may', 453, 610.62) + at('expect', 476.67, 610.62) + at('six', 136, 594.12) + at('days', 152.5, 594.12) + at('.', 175.732, 594.12) });
    expect(seen(page)).toBe('may expect six days.');
    const parted = await read({ content: at('may', 453, 610.62) + at('expect', 476.67, 610.62) + at('six', 136, 594.12) + at('days', 152.5, 594.12) + at('A', 179.4, 594.12) });
    expect(seen(parted)).toBe('may expect six days A');
  });

  it('turns coordinates with the page, and counts from its crop box', async () => {
    const content = line('Top', 110, 690);
    const upright = await read({ content, cropBox: [100, 100, 500, 700] });
    expect([upright.width, upright.height]).toEqual([400, 600]);
    expect(upright.glyphs[0]?.box[0]).toBeCloseTo(10, 2);
    expect(upright.glyphs[0]?.baseline).toBeCloseTo(10, 2);
    const turned = await read({ content, cropBox: [100, 100, 500, 700], rotate: 90 });
    expect([turned.width, turned.height, turned.rotation]).toEqual([600, 400, 90]);
    const t = turned.glyphs[0];
    expect(t?.angle).toBe(90);
    // Text at the top left of the unturned page runs down the right-hand side.
    expect(t?.box[1]).toBeCloseTo(10, 2);
    expect(t?.baseline).toBeCloseTo(590, 2);
    expect((t?.box[3] ?? 0) - (t?.box[1] ?? 0)).toBeCloseTo(0.611 * 12, 1);
  });

  it('reads a landscape page made by turning: text that is upright for the reader has angle 0', async () => {
    const page = await read({ content: 'BT /F1 12 Tf 0 1 -1 0 300 72 Tm (Risk register) Tj ET\n', rotate: 90 });
    expect(page.width).toBe(842);
    expect(seen(page)).toBe('Risk register');
    const [r, i] = page.glyphs;
    expect(r?.angle).toBe(0);
    expect(r?.baseline).toBeCloseTo(300, 2);
    expect(r?.box[0]).toBeCloseTo(72, 2);
    expect(r?.box[2]).toBeCloseTo(72 + 0.722 * 12, 1);
    expect(i?.box[0]).toBeCloseTo(72 + 0.722 * 12, 1);
  });

  it('tells text that reads upwards', async () => {
    const page = await read({ content: 'BT /F1 10 Tf 0 1 -1 0 300 400 Tm (Up) Tj ET\n' });
    expect(page.glyphs[0]).toMatchObject({ angle: 270 });
    expect(page.glyphs[0]?.box[3]).toBeCloseTo(442, 2);
    expect(page.glyphs[1]?.box[3]).toBeCloseTo(442 - 7.22, 1);
  });

  it('takes strokes, thin boxes and frames for rulings, and thick boxes for fills', async () => {
    const page = await read({ content: '1 w 100 700 m 300 700 l S\n 100 600 0.5 50 re f\n 1 0 0 rg 100 500 200 30 re f\n 0 g 100 400 200 50 re 101 401 198 48 re f*\n 2 w 100 300 200 50 re S\n' });
    const horizontal = page.rulings.filter((r) => r.direction === 'horizontal').map((r) => [Math.round(r.at), Math.round(r.from), Math.round(r.to), r.thickness]);
    expect(horizontal).toContainEqual([142, 100, 300, 1]);
    expect(horizontal).toHaveLength(5);
    const vertical = page.rulings.filter((r) => r.direction === 'vertical');
    expect(vertical).toHaveLength(5);
    expect(vertical.find((r) => Math.abs(r.thickness - 0.5) < 0.01)).toMatchObject({ from: 192, to: 242 });
    expect(page.fills).toHaveLength(1);
    expect(page.fills[0]).toMatchObject({ box: [100, 312, 300, 342], colour: 0xff0000 });
  });

  it('makes one area of a gradient drawn in slim bars', async () => {
    const bars = Array.from({ length: 20 }, (_, i) => `${i / 20} 0.5 0.5 rg 100 ${500 + i * 2} 200 2 re f`).join('\n');
    const page = await read({ content: bars });
    expect(page.rulings).toEqual([]);
    expect(page.fills).toHaveLength(1);
    expect(page.fills[0]?.box).toEqual([100, 302, 300, 342]);
  });

  it('follows form XObjects with their matrices', async () => {
    const page = await read({ content: 'q 2 0 0 2 100 100 cm /X1 Do Q', resources: '/XObject << /X1 1000 0 R >>' }, {
      objects: [{ id: 1000, body: '/Type /XObject /Subtype /Form /BBox [0 0 200 200] /Matrix [1 0 0 1 10 0] /Resources << /Font << /F1 3 0 R >> >>', stream: `${line('In', 5, 50, 6)}1 w 0 20 m 50 20 l S` }],
    });
    expect(seen(page)).toBe('In');
    expect(page.glyphs[0]?.size).toBeCloseTo(12, 3);
    expect(page.glyphs[0]?.box[0]).toBeCloseTo(130, 2);
    expect(page.glyphs[0]?.baseline).toBeCloseTo(842 - 200, 2);
    expect(page.rulings[0]).toMatchObject({ direction: 'horizontal', at: 842 - 140, from: 120, to: 220, thickness: 2 });
  });

  it('says of hidden text why it cannot be seen', async () => {
    const page = await read({
      content: [
        line('Plain', 72, 800),
        `BT 3 Tr /F1 12 Tf 1 0 0 1 72 760 Tm (Ghost) Tj ET 0 Tr`,
        `q 300 700 50 20 re W n ${line('Outside', 72, 700)} Q`,
        `1 1 1 rg ${line('White', 72, 660)} 0 g`,
        `0 0 0.5 rg 60 610 200 30 re f 1 1 1 rg ${line('Title', 72, 620)} 0 g`,
        `${line('Under', 72, 560)} 1 0 0 rg 60 550 200 30 re f 0 g`,
        line('Beyond', 700, 500),
      ].join('\n'),
    });
    expect(seen(page)).toBe('Plain Title');
    expect(unseen(page, 'invisible')).toBe('Ghost');
    expect(unseen(page, 'clipped')).toBe('Outside Beyond');
    expect(unseen(page, 'white')).toBe('White');
    expect(unseen(page, 'covered')).toBe('Under');
  });

  it('keeps the text layer of a scan, but not where visible text stands in its place', async () => {
    const picture: WrittenObject = { id: 1000, body: '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8', stream: '\x80' };
    const scan = await read({ content: `q 595 0 0 842 0 0 cm /I1 Do Q BT 3 Tr /F1 12 Tf 1 0 0 1 72 760 Tm (Scanned) Tj ET`, resources: '/XObject << /I1 1000 0 R >>' }, { objects: [picture] });
    expect(seen(scan)).toBe('Scanned');
    expect(scan.images).toHaveLength(1);
    const under = await read({ content: `${line('Beneath', 72, 760)} q 595 0 0 842 0 0 cm /I1 Do Q`, resources: '/XObject << /I1 1000 0 R >>' }, { objects: [picture] });
    expect(seen(under)).toBe('Beneath');
    const twin = await read({ content: `BT 3 Tr /F1 12 Tf 1 0 0 1 72 760 Tm (Twice) Tj ET BT 0 Tr /F1 12 Tf 1 0 0 1 72 760 Tm (Twice) Tj ET`, resources: '/XObject << /I1 1000 0 R >>' }, { objects: [picture] });
    expect(seen(twin)).toBe('Twice');
    expect(unseen(twin, 'invisible')).toBe('Twice');
  });

  it('sees text beneath a picture with transparent parts, and none beneath one without', async () => {
    const size = '/Type /XObject /Subtype /Image /Width 2 /Height 2 /BitsPerComponent 8';
    const objects: WrittenObject[] = [
      { id: 1000, body: `${size} /ColorSpace /DeviceGray /SMask 1001 0 R`, stream: '\x80\x80\x80\x80' },
      { id: 1001, body: `${size} /ColorSpace /DeviceGray`, stream: '\x10\x00\x00\x10' },
      { id: 1002, body: `${size} /ColorSpace /DeviceGray`, stream: '\x80\x80\x80\x80' },
    ];
    const page = await read({
      content: `${line('Watermarked', 72, 760)}${line('Pasted over', 72, 560)} q 200 0 0 40 60 750 cm /I1 Do Q q 200 0 0 40 60 550 cm /I2 Do Q`, resources: '/XObject << /I1 1000 0 R /I2 1002 0 R >>',
    }, { objects });
    expect(seen(page)).toBe('Watermarked');
    expect(unseen(page, 'covered')).toBe('Pasted over');
  });

  it('is not held up by letters larger than any paper, or a million points from it', async () => {
    const huge = ['1000000000 0 0 1000000000 72 700', '1 0 0 1 99999999999999999999 700', '100000 0 0 1 72 -9007199254740993'];
    const page = await read({ content: `${huge.map((m) => `BT /F1 12 Tf ${m} Tm (Larkham) Tj (Larkham) Tj ET\n`).join('')}${line('Ordinary', 72, 600)}` });
    expect(seen(page)).toContain('Ordinary');
  }, 10_000);

  it('drops the second drawing of fake bold and marks the first', async () => {
    const page = await read({ content: `${line('Heavy', 72, 700)}${line('Heavy', 72.4, 700)}${line('Light all', 72, 650)}` });
    expect(seen(page)).toBe('Heavy Light all');
    expect(page.glyphs.filter((g) => g.bold).map((g) => g.text).join('')).toBe('Heavy');
    const outlined = await read({ content: `BT 2 Tr /F1 12 Tf 1 0 0 1 72 760 Tm (Fat) Tj ET` });
    expect(outlined.glyphs.every((g) => g.bold)).toBe(true);
  });

  it('ties glyphs to their tags, and gives the tree in its order', async () => {
    const tree: WrittenObject[] = [
      { id: 1000, body: '<< /Type /StructTreeRoot /K [1001 0 R] /ParentTree << /Nums [0 [1002 0 R 1005 0 R 1002 0 R]] >> /RoleMap << /Heading#20One /H1 >> >>' },
      { id: 1001, body: '<< /Type /StructElem /S /Document /P 1000 0 R /K [1002 0 R 1003 0 R] >>' },
      { id: 1002, body: '<< /Type /StructElem /S /Heading#20One /P 1001 0 R /Pg 10 0 R /K [0 2] >>' },
      { id: 1003, body: '<< /Type /StructElem /S /Table /P 1001 0 R /K [1004 0 R] >>' },
      { id: 1004, body: '<< /Type /StructElem /S /TR /P 1003 0 R /K [1005 0 R] >>' },
      { id: 1005, body: '<< /Type /StructElem /S /TH /P 1004 0 R /Pg 10 0 R /K [1] /A << /O /Table /ColSpan 2 /RowSpan 3 /Scope /Column >> >>' },
    ];
    const page = await read({
      content: `/Artifact <</Type /Pagination>> BDC ${line('Head', 72, 810)} EMC /H1 <</MCID 0>> BDC ${line('One', 72, 700)} EMC /TH <</MCID 1>> BDC ${line('Cell', 72, 600)} EMC /H1 <</MCID 2>> BDC ${line('more', 120, 700)} EMC`,
      more: '/StructParents 0',
    }, { objects: tree, catalog: '/MarkInfo << /Marked true >> /StructTreeRoot 1000 0 R /Lang (en-GB)' });
    const one = (text: string): Glyph | undefined => page.glyphs.find((g) => g.text === text);
    expect(one('H')).toMatchObject({ artifact: true });
    expect(one('H')?.mcid).toBeUndefined();
    expect(one('O')).toMatchObject({ mcid: 0 });
    expect(one('C')).toMatchObject({ mcid: 1 });
    expect(page.tags).toHaveLength(1);
    const [heading, table] = page.tags[0]?.children ?? [];
    expect(heading).toMatchObject({ type: 'H1', mcids: [0, 2] });
    expect(table?.children[0]?.children[0]).toMatchObject({ type: 'TH', mcids: [1] });
    // pdf.js keeps the attributes of cells to itself.
    if (engine === 'pdfium') expect(table?.children[0]?.children[0]).toMatchObject({ rowSpan: 3, columnSpan: 2, scope: 'Column' });
  });

  it('keeps stamped text out of the glyphs, and form values in', async () => {
    const form = (text: string): string => `/Type /XObject /Subtype /Form /BBox [0 0 200 30] /Resources << /Font << /F1 3 0 R >> >>`.concat(text);
    const content = line('Body text', 72, 700);
    const pdf = writePdf([{
      content,
      annotations: [
        '/Subtype /Stamp /Rect [400 780 600 810] /F 4 /Contents (ignored) /AP << /N 1000 0 R >>',
        '/Subtype /Widget /FT /Tx /T (name) /V (Ada Penrose) /Rect [100 600 300 630] /F 4 /AP << /N 1001 0 R >>',
        '/Subtype /Link /Rect [72 695 120 712] /A << /S /URI /URI (https://example.org/paper) >>',
        '/Subtype /Stamp /Rect [0 0 50 50] /F 2 /AP << /N 1002 0 R >>',
      ],
    }], {
      objects: [
        { id: 1000, body: form(''), stream: line('Item 153b', 5, 10) },
        { id: 1001, body: form(''), stream: line('Ada Penrose', 5, 10) },
        { id: 1002, body: form(''), stream: line('Hidden', 5, 10) },
      ],
    });
    const file = await openPdf(pdf, { engine });
    // Twice: what was read once must not change the page.
    for (let i = 0; i < 2; i++) {
      const page = await file.page(1);
      expect(seen(page).replace(/\s+/g, ' ')).toBe('Body text Ada Penrose');
      expect(page.annotations).toHaveLength(1);
      expect(page.annotations[0]).toMatchObject({ text: 'Item 153b', subtype: 'Stamp' });
      expect(page.annotations[0]?.box[0]).toBeCloseTo(405, 0);
      const a = page.glyphs.filter((g) => g.text === 'A')[0];
      expect(a?.box[0]).toBeCloseTo(105, 1);
      expect(a?.baseline).toBeCloseTo(842 - 610, 1);
      expect(page.links).toEqual([expect.objectContaining({ uri: 'https://example.org/paper' })]);
      expect(page.links[0]?.box.map(Math.round)).toEqual([72, 130, 120, 147]);
    }
    await file.close();
  });

  it('reads what the file says of itself', async () => {
    const bytes = writePdf([{ content: line('One', 72, 700) }, { content: line('Two', 72, 700) }], {
      info: "/Title (Budget plan) /Author (Clerk) /CreationDate (D:20250109143000+01'00')",
      catalog: '/Lang (cy-GB) /Outlines 1000 0 R /PageLabels << /Nums [0 << /S /r >>] >>',
      objects: [
        { id: 1000, body: '<< /Type /Outlines /First 1001 0 R /Last 1001 0 R /Count 1 >>' },
        { id: 1001, body: '<< /Title (Start) /Parent 1000 0 R /Dest [12 0 R /Fit] /First 1002 0 R /Last 1002 0 R /Count 1 >>' },
        { id: 1002, body: '<< /Title (Within) /Parent 1001 0 R /Dest [10 0 R /Fit] >>' },
      ],
    });
    const file = await openPdf(bytes, { engine });
    expect(file).toMatchObject({ engine, pageCount: 2, tagged: false, language: 'cy-GB', title: 'Budget plan' });
    expect(file.metadata).toMatchObject({ title: 'Budget plan', author: 'Clerk', created: '2025-01-09T14:30:00+01:00' });
    expect(file.outline).toEqual([{ title: 'Start', level: 1, page: 2 }, { title: 'Within', level: 2, page: 1 }]);
    expect((await file.page(2)).label).toBe('ii');
    const picture = await file.picture(1, 0.5);
    expect([...picture.subarray(1, 4)]).toEqual([0x50, 0x4e, 0x47]);
    expect(Math.abs(new DataView(picture.buffer, picture.byteOffset).getUint32(16) - 297.5)).toBeLessThan(1);
    await file.close();
    await file.close();
  });

  it('opens an encrypted paper with its password only, and says which is amiss', async () => {
    const bytes = await new Promise<Uint8Array>((done) => {
      const document = new PDFDocument({ userPassword: 'heron', pdfVersion: '1.7' });
      const chunks: Buffer[] = [];
      document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(new Uint8Array(Buffer.concat(chunks))));
      document.text('Exempt report').end();
    });
    await expect(openPdf(bytes, { engine })).rejects.toMatchObject({ code: 'encrypted', message: 'encrypted; give --password' });
    await expect(openPdf(bytes, { engine, password: 'stork' })).rejects.toMatchObject({ code: 'encrypted', message: 'encrypted; the password is wrong' });
    const file = await openPdf(bytes, { engine, password: 'heron' });
    expect(seen(await file.page(1))).toBe('Exempt report');
    await file.close();
  });

  it('refuses in plain words', async () => {
    await expect(openPdf(new TextEncoder().encode('%PDF-1.7 and then nothing'), { engine })).rejects.toMatchObject({ code: 'damaged' });
    await expect(openPdf(new Uint8Array(0), { engine })).rejects.toMatchObject({ code: 'empty' });
    const three = writePdf([{ content: '' }, { content: '' }, { content: '' }]);
    await expect(openPdf(three, { engine, limits: { pages: 2 } })).rejects.toMatchObject({ code: 'too-large' });
    const file = await openPdf(writePdf([{ content: line('A dozen glyphs', 72, 700) }]), { engine, limits: { glyphs: 5 } });
    await expect(file.page(1)).rejects.toMatchObject({ code: 'too-large' });
    await expect(file.page(7)).rejects.toThrow(RangeError);
    await file.close();
  });
});
