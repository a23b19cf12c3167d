/** A PDF opened with PDFium: the reader's first engine. */
import { LIMITS, PaperError, type Limits } from '../../reader.js';
import type { Box } from '../../../paper/locator.js';
import type { OutlineEntry, PageGeometry, PdfFile } from '../geometry.js';
import { catalogLanguage } from './catalog.js';
import { isoDate } from './dates.js';
import type { RawGlyph } from './glyphs.js';
import { overlap, toVisible, type Matrix } from './matrix.js';
import { findAnnotations, readAnnotations, readLinks, type Stamped } from './pdfium-annotations.js';
import { readGlyphs } from './pdfium-glyphs.js';
import { discardPdfium, pdfium, type Pdfium } from './pdfium-module.js';
import { isSeeThrough, readObjects, type Picture } from './pdfium-objects.js';
import { readOutline } from './pdfium-outline.js';
import { readTags } from './pdfium-tags.js';
import { png } from './png.js';
import { withMeanings } from './second-opinion.js';
import { settle } from './visibility.js';

/** FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY. */
const ERR_PASSWORD = 4, ERR_SECURITY = 5;
const META = ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'] as const;
/** Pages whose tags are asked for the paper's language. */
const LANGUAGE_PAGES = 1;
/** Bytes of PDFium's memory from which a failure is taken for want of more. */
const FULL = 1_000_000_000;
/** Longest side of a page picture in pixels. */
const MOST_PIXELS = 8_000;
/** FPDF_ANNOT (draw annotations) and FPDF_REVERSE_BYTE_ORDER (red first). */
const RENDER_FLAGS = 0x01 | 0x10;
/** Text rendering mode 3. */
const INVISIBLE = 3;
/** FPDFBitmap_BGRx. */
const BGRX = 3;

/**
 * Opens a PDF. Throws a PaperError: `encrypted` where a password is missing or wrong, `damaged` where PDFium cannot read the file,
 * `too-large` past the limits, `empty` where it has no page.
 */
export async function openPdfium(bytes: Uint8Array, options: { password?: string | undefined; limits?: Partial<Limits> | undefined } = {}): Promise<PdfFile> {
  const limits = { ...LIMITS, ...options.limits };
  const lib = await pdfium();
  return guarded(lib, () => open(lib, bytes, options.password, limits));
}

/** A page number that the document does not have. */
class NoSuchPage extends RangeError {}

/** PDFium's own failures (a trap, memory at its end) become PaperErrors; its instance is given up, since nothing in it can be trusted after. */
function guarded<T>(lib: Pdfium, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof PaperError || cause instanceof NoSuchPage) throw cause;
    discardPdfium();
    // WebAssembly ends at 2 GiB, and PDFium where it gets no memory.
    if (lib.bytes.length >= FULL) throw new PaperError('out-of-memory', 'it needs more memory than there is', { cause });
    throw new PaperError('damaged', 'damaged: PDFium failed while reading it', { cause });
  }
}

function open(lib: Pdfium, bytes: Uint8Array, password: string | undefined, limits: Limits): PdfFile {
  const { api } = lib;
  const data = lib.keep(bytes);
  if (data === 0) throw new PaperError('too-large', `the file of ${bytes.length} bytes does not fit into memory`);
  const load = (): number => {
    const secret = password === undefined ? 0 : lib.keep(new TextEncoder().encode(`${password}\0`));
    const loaded = api.FPDF_LoadMemDocument(data, bytes.length, secret);
    if (secret !== 0) api.free(secret);
    return loaded;
  };
  const document = load();
  if (document === 0) {
    const error = api.FPDF_GetLastError();
    api.free(data);
    if (error === ERR_PASSWORD) throw new PaperError('encrypted', password === undefined ? 'encrypted; give --password' : 'encrypted; the password is wrong');
    if (error === ERR_SECURITY) throw new PaperError('encrypted', 'encrypted in a way that cannot be opened here');
    throw new PaperError('damaged', 'damaged: not a readable PDF');
  }
  const opened: Opened = { document, bytes, password, again: load, release: () => api.free(data) };
  const pageCount = api.FPDF_GetPageCount(document);
  if (pageCount < 1 || pageCount > limits.pages) {
    api.FPDF_CloseDocument(document);
    opened.release();
    throw pageCount < 1 ? new PaperError('empty', 'empty: it has no pages') : new PaperError('too-large', `it has ${pageCount} pages, more than the ${limits.pages} allowed`);
  }
  return new PdfiumFile(lib, opened, pageCount, limits);
}

interface Opened {
  readonly document: number;
  readonly bytes: Uint8Array;
  readonly password: string | undefined;
  /** Opens the same file once more, apart from the first opening; 0 where that fails. */
  readonly again: () => number;
  /** Frees the file's bytes, after its openings are closed. */
  readonly release: () => void;
}

class PdfiumFile implements PdfFile {
  readonly engine = 'pdfium';
  readonly pageCount: number;
  readonly tagged: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly #lib: Pdfium;
  readonly #document: number;
  readonly #opened: Opened;
  readonly #limits: Limits;
  /** The second opening, in which annotations are drawn into their pages; 0 as long as none is needed. */
  #copy = 0;
  readonly #stampedPages = new Map<number, Stamped>();
  #language: string | undefined | null = null;
  #outline: readonly OutlineEntry[] | undefined;
  #second: Promise<PdfFile | undefined> | undefined;
  #closed = false;

  constructor(lib: Pdfium, opened: Opened, pageCount: number, limits: Limits) {
    const { document } = opened;
    this.#lib = lib;
    this.#opened = opened;
    this.#document = document;
    this.#limits = limits;
    this.pageCount = pageCount;
    this.tagged = lib.api.FPDFCatalog_IsTagged(document) !== 0;
    this.metadata = this.#readMetadata();
    if (this.metadata.title) this.title = this.metadata.title;
  }

  get language(): string | undefined {
    if (this.#language === null) this.#language = catalogLanguage(this.#opened.bytes) ?? this.#tagLanguage();
    return this.#language;
  }

  get outline(): readonly OutlineEntry[] {
    this.#outline ??= guarded(this.#lib, () => readOutline(this.#lib, this.#document));
    return this.#outline;
  }

  async page(number: number): Promise<PageGeometry> {
    let page: PageGeometry;
    try {
      page = guarded(this.#lib, () => this.#readPage(number));
    } catch (refused) {
      // A page that PDFium does not find pdf.js may; one that brought it down is left alone.
      const absent = refused instanceof PaperError && refused.code === 'damaged' && refused.cause === undefined && !this.#closed;
      const other = absent ? await (await this.#ask())?.page(number).catch(() => undefined) : undefined;
      if (!other) throw refused;
      return other;
    }
    return page.glyphs.some((g) => g.unmapped && !g.unseen) ? this.#asked(page) : page;
  }

  /** The same file opened with pdf.js, at the first need; `undefined` where that fails. */
  #ask(): Promise<PdfFile | undefined> {
    this.#second ??= import('./pdfjs.js').then(({ openPdfjs }) => openPdfjs(this.#opened.bytes, { password: this.#opened.password, limits: this.#limits })).catch(() => undefined);
    return this.#second;
  }

  /** Glyphs of which PDFium cannot say what they mean, as pdf.js reads them: it knows more of how fonts name their glyphs. */
  async #asked(page: PageGeometry): Promise<PageGeometry> {
    const second = await this.#ask();
    const other = await second?.page(page.number).catch(() => undefined);
    return other ? { ...page, glyphs: withMeanings(page.glyphs, other.glyphs) } : page;
  }

  async picture(number: number, scale: number): Promise<Uint8Array> {
    return guarded(this.#lib, () => this.#draw(number, scale));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await (await this.#second)?.close();
    try {
      if (this.#copy !== 0) this.#lib.api.FPDF_CloseDocument(this.#copy);
      this.#lib.api.FPDF_CloseDocument(this.#document);
      this.#opened.release();
    } catch {
      // It failed inside before, or does so now: the next file gets an instance of its own.
      discardPdfium();
    }
  }

  #readMetadata(): Record<string, string> {
    const { api } = this.#lib;
    const found: Record<string, string> = {};
    for (const key of META) {
      const name = this.#lib.keep(new TextEncoder().encode(`${key}\0`));
      const value = this.#lib.utf16((b, n) => api.FPDF_GetMetaText(this.#document, name, b, n)).replaceAll('\0', '').trim();
      api.free(name);
      if (!value) continue;
      if (key === 'CreationDate') found.created = isoDate(value);
      else if (key === 'ModDate') found.modified = isoDate(value);
      else found[key.toLowerCase()] = value;
    }
    return found;
  }

  #tagLanguage(): string | undefined {
    if (!this.tagged) return undefined;
    for (let i = 0; i < Math.min(LANGUAGE_PAGES, this.pageCount); i++) {
      const page = this.#lib.api.FPDF_LoadPage(this.#document, i);
      if (page === 0) continue;
      const { language } = readTags(this.#lib, page, true);
      this.#lib.api.FPDF_ClosePage(page);
      if (language) return language;
    }
    return undefined;
  }

  #load(number: number): number {
    if (this.#closed) throw new PaperError('damaged', 'the PDF was closed before its pages were read');
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) throw new NoSuchPage(`there is no page ${number} of ${this.pageCount}`);
    const page = this.#lib.api.FPDF_LoadPage(this.#document, number - 1);
    if (page === 0) throw new PaperError('damaged', `damaged: page ${number} cannot be read`);
    return page;
  }

  #readPage(number: number): PageGeometry {
    const lib = this.#lib;
    const { api } = lib;
    const page = this.#load(number);
    try {
      const { visible, bounds, rotation } = this.#frame(page);
      const drawn = readObjects(lib, page, visible, bounds);
      const textPage = api.FPDFText_LoadPage(page);
      if (textPage === 0) throw new PaperError('damaged', `damaged: the text of page ${number} cannot be read`);
      let raw;
      try {
        raw = readGlyphs(lib, textPage, drawn.texts, visible, this.#limits);
      } finally {
        api.FPDFText_ClosePage(textPage);
      }
      const { annotations, fields } = this.#stamped(page, number, visible, bounds);
      const label = lib.utf16((b, n) => api.FPDF_GetPageLabel(this.#document, number - 1, b, n));
      return {
        number, width: bounds[2], height: bounds[3], rotation,
        ...(label ? { label } : {}),
        glyphs: settle(fields.length > 0 ? [...raw, ...fields] : raw, { shades: drawn.shades, pictures: this.#covers(page, drawn.pictures, raw), page: bounds }),
        rulings: drawn.rulings,
        fills: drawn.shades.flatMap((s) => { const box = s.boxy ? overlap(s.box, bounds) : undefined; return box ? [{ box, colour: s.colour, order: s.order }] : []; }),
        images: drawn.pictures.map((p) => ({ box: p.box })),
        links: readLinks(lib, this.#document, page, visible),
        annotations,
        tags: this.tagged ? readTags(lib, page).tags : [],
      };
    } finally {
      api.FPDF_ClosePage(page);
    }
  }

  /** The pictures, those that text drawn before them shows through marked so. Only where there is such text is it worth a look. */
  #covers(page: number, pictures: readonly Picture[], glyphs: readonly RawGlyph[]): readonly Picture[] {
    return pictures.map((p) => {
      if (!p.opaque || p.object === 0) return p;
      const over = glyphs.some((g) => g.run.order < p.order && g.run.mode !== INVISIBLE && g.box[0] < p.box[2] && g.box[2] > p.box[0] && g.box[1] < p.box[3] && g.box[3] > p.box[1]);
      return over && isSeeThrough(this.#lib, this.#document, page, p.object) ? { ...p, opaque: false } : p;
    });
  }

  #stamped(page: number, number: number, visible: Matrix, bounds: Box): Stamped {
    const found = findAnnotations(this.#lib, page, visible);
    if (found.length === 0) return { annotations: [], fields: [] };
    let stamped = this.#stampedPages.get(number);
    if (!stamped) {
      this.#copy ||= this.#opened.again();
      stamped = readAnnotations(this.#lib, this.#copy, number, found, visible, bounds, this.#limits);
      this.#stampedPages.set(number, stamped);
    }
    return stamped;
  }

  #frame(page: number): { visible: Matrix; bounds: Box; rotation: number } {
    const lib = this.#lib;
    const rotation = ((lib.api.FPDFPage_GetRotation(page) % 4) + 4) % 4 * 90;
    // Written as left, top, right, bottom.
    const known = lib.api.FPDF_GetPageBoundingBox(page, lib.at);
    const [l, t, r, b] = known ? [lib.float(0), lib.float(1), lib.float(2), lib.float(3)] : [0, lib.api.FPDF_GetPageHeightF(page), lib.api.FPDF_GetPageWidthF(page), 0];
    const sideways = rotation % 180 !== 0;
    return { visible: toVisible([l, b, r, t], rotation), bounds: sideways ? [0, 0, t - b, r - l] : [0, 0, r - l, t - b], rotation };
  }

  #draw(number: number, scale: number): Uint8Array {
    const lib = this.#lib;
    const { api } = lib;
    const page = this.#load(number);
    try {
      const { bounds } = this.#frame(page);
      const fit = Math.min(scale, MOST_PIXELS / Math.max(bounds[2], bounds[3], 1));
      const width = Math.max(1, Math.round(bounds[2] * fit));
      const height = Math.max(1, Math.round(bounds[3] * fit));
      const bitmap = api.FPDFBitmap_CreateEx(width, height, BGRX, 0, 0);
      if (bitmap === 0) throw new PaperError('too-large', `the picture of page ${number} does not fit into memory`);
      api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
      api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, RENDER_FLAGS);
      const buffer = api.FPDFBitmap_GetBuffer(bitmap);
      const stride = api.FPDFBitmap_GetStride(bitmap);
      const picture = png(lib.bytes.subarray(buffer, buffer + stride * height), width, height, stride);
      api.FPDFBitmap_Destroy(bitmap);
      return picture;
    } finally {
      api.FPDF_ClosePage(page);
    }
  }
}
