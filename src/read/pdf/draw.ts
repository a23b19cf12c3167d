/**
 * Pages of a PDF as pictures, with what was read outlined on them: paragraphs, headings, tables and their cells, furniture and hidden text each in
 * its own colour, so that a wrong table can be seen and need not be guessed at.
 */
import { inflateSync } from 'node:zlib';
import type { Box, Locator } from '../../paper/locator.js';
import type { Block, Paper } from '../../paper/model.js';
import type { Limits } from '../reader.js';
import { openPdf } from './engine/open.js';
import { png } from './engine/png.js';

/** What is outlined in which colour (0xRRGGBB). */
export const COLOURS = { paragraph: 0x1f6fd6, numbered: 0x14864a, heading: 0xc81e1e, note: 0x0f8f8f, table: 0xd97706, cell: 0xf2b24d, furniture: 0x8a8a8a, hidden: 0xb0279b } as const;

export type Outline = { readonly page: number; readonly box: Box; readonly what: keyof typeof COLOURS };

export interface DrawOptions {
  readonly password?: string | undefined;
  readonly engine?: 'pdfium' | 'pdfjs' | undefined;
  readonly limits?: Partial<Limits> | undefined;
  /** Pixels a point; 1.5 is good for looking at. */
  readonly scale?: number | undefined;
}

const SCALE = 1.5;
/** Width of an outline in points. */
const STROKE = 1;

/** Everything that a paper says stands on its pages, outermost first. Locators that name no page are passed over. */
export function outlinesOf(paper: Pick<Paper, 'blocks' | 'furniture' | 'hidden'>): Outline[] {
  const out: Outline[] = [];
  const add = (at: Locator | undefined, what: Outline['what']): void => { if (at?.in === 'page') out.push({ page: at.page, box: at.box, what }); };
  const visit = (block: Block): void => {
    if (block.type === 'paragraph') {
      const what = block.heading ? 'heading' : block.note !== undefined ? 'note' : block.label !== undefined || block.bullet ? 'numbered' : 'paragraph';
      add(block.at, what);
      add(block.until, what);
      return;
    }
    if (block.places) for (const p of block.places) add({ in: 'page', ...p }, 'table');
    else add(block.at, 'table');
    for (const c of block.cells) {
      add(c.at, 'cell');
      for (const b of c.blocks) visit(b);
    }
  };
  for (const b of paper.blocks) visit(b);
  for (const f of paper.furniture) add(f.at, 'furniture');
  for (const h of paper.hidden) add(h.at, 'hidden');
  return out;
}

/**
 * Draws the pages that were read, one after the other, as PNG pictures. Throws a PaperError where the file cannot be opened or a page cannot be drawn.
 */
export async function* drawPages(bytes: Uint8Array, paper: Paper, options: DrawOptions = {}): AsyncGenerator<{ readonly page: number; readonly png: Uint8Array }> {
  const scale = options.scale ?? SCALE;
  const file = await openPdf(bytes, options);
  try {
    const outlines = outlinesOf(paper);
    const pages = paper.reading?.map((r) => r.page) ?? [...new Set(outlines.map((o) => o.page))].sort((a, b) => a - b);
    for (const page of pages) {
      const picture = decode(await file.picture(page, scale));
      // Engines bound the size of a picture: the scale is what came out.
      const { width } = await file.page(page);
      const drawn = picture.width / width;
      for (const o of outlines) if (o.page === page) outline(picture, o.box, COLOURS[o.what], drawn);
      yield { page, png: png(picture.pixels, picture.width, picture.height, picture.width * 4) };
    }
  } finally {
    await file.close();
  }
}

interface Picture { readonly width: number; readonly height: number; /** Red, green, blue and one unused byte each. */ readonly pixels: Uint8Array }

function outline(picture: Picture, box: Box, colour: number, scale: number): void {
  const stroke = Math.max(1, Math.round(STROKE * scale));
  const [l, t, r, b] = box.map((n) => Math.round(n * scale)) as [number, number, number, number];
  const fill = (x0: number, y0: number, x1: number, y1: number): void => {
    for (let y = Math.max(0, y0); y < Math.min(picture.height, y1); y++) {
      for (let x = Math.max(0, x0); x < Math.min(picture.width, x1); x++) {
        const at = (y * picture.width + x) * 4;
        picture.pixels[at] = colour >> 16;
        picture.pixels[at + 1] = (colour >> 8) & 255;
        picture.pixels[at + 2] = colour & 255;
      }
    }
  };
  fill(l - stroke, t - stroke, r + stroke, t);
  fill(l - stroke, b, r + stroke, b + stroke);
  fill(l - stroke, t, l, b);
  fill(r, t, r + stroke, b);
}

/** Reads a PNG as the engines write it: 8 bits a channel, true colour with or without alpha, not interlaced (RFC 2083). Throws a RangeError on others. */
export function decode(data: Uint8Array): Picture {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let width = 0, height = 0, channels = 0;
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 8 <= data.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...data.subarray(at + 4, at + 8));
    if (type === 'IHDR') {
      width = view.getUint32(at + 8);
      height = view.getUint32(at + 12);
      const colour = data[at + 17];
      channels = colour === 6 ? 4 : colour === 2 ? 3 : 0;
      if (data[at + 16] !== 8 || channels === 0 || data[at + 20] !== 0) throw new RangeError('only true-colour PNG pictures of 8 bits can be drawn on');
    } else if (type === 'IDAT') parts.push(data.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const lines = new Uint8Array(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!;
    const from = y * (row + 1) + 1, to = y * row;
    for (let i = 0; i < row; i++) {
      const left = i >= channels ? lines[to + i - channels]! : 0;
      const above = y > 0 ? lines[to + i - row]! : 0;
      const corner = y > 0 && i >= channels ? lines[to + i - row - channels]! : 0;
      lines[to + i] = raw[from + i]! + predicted(filter, left, above, corner);
    }
  }
  const pixels = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) for (let c = 0; c < 3; c++) pixels[i * 4 + c] = lines[i * channels + c]!;
  return { width, height, pixels };
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1: return left;
    case 2: return above;
    case 3: return (left + above) >> 1;
    case 4: {
      const p = left + above - corner;
      const dl = Math.abs(p - left), da = Math.abs(p - above), dc = Math.abs(p - corner);
      return dl <= da && dl <= dc ? left : da <= dc ? above : corner;
    }
    default: return 0;
  }
}
