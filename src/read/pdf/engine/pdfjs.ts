/** A PDF opened with pdf.js: the reader's second engine, and its second opinion. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as PdfjsLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS, PaperError, type Limits } from '../../reader.js';
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Annotation, Link, OutlineEntry, PageGeometry, PdfFile, Tag } from '../geometry.js';
import { isoDate } from './dates.js';
import type { RawGlyph } from './glyphs.js';
import { boxThrough, overlap, toVisible, type Matrix } from './matrix.js';
import { walkOperators, type DrawnFont, type OperatorList, type Operators } from './pdfjs-walk.js';
import { settle } from './visibility.js';

type Library = typeof PdfjsLibrary;
type Document = Awaited<ReturnType<Library['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** Marks over text, notes and links print nothing of their own that is read. */
const SILENT: ReadonlySet<string> = new Set(['Link', 'Popup', 'Text', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut']);
/** Deepest nesting of tags and outlines that is followed. */
const DEEPEST = 128;
/** Most outline entries. */
const MOST_ENTRIES = 50_000;
/** Longest side of a page picture in pixels. */
const MOST_PIXELS = 8_000;
const META = { Title: 'title', Author: 'author', Subject: 'subject', Keywords: 'keywords', Creator: 'creator', Producer: 'producer' } as const;

/**
 * Opens a PDF. Throws a PaperError: `encrypted` where a password is missing or wrong, `damaged` where pdf.js cannot read the file,
 * `too-large` past the limits, `empty` where it has no page. Reads nothing but the bytes and the package's own fonts and character maps.
 */
export async function openPdfjs(bytes: Uint8Array, options: { password?: string | undefined; limits?: Partial<Limits> | undefined } = {}): Promise<PdfFile> {
  const limits = { ...LIMITS, ...options.limits };
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = library.getDocument({
    // pdf.js takes the bytes away from whoever hands them over.
    data: new Uint8Array(bytes),
    ...(options.password === undefined ? {} : { password: options.password }),
    isEvalSupported: false, useWorkerFetch: false, useSystemFonts: false, disableFontFace: true, disableAutoFetch: true, disableStream: true, enableXfa: false, verbosity: 0,
    standardFontDataUrl: join(folder, 'standard_fonts', '/'), cMapUrl: join(folder, 'cmaps', '/'), cMapPacked: true, wasmUrl: join(folder, 'wasm', '/'), iccUrl: join(folder, 'iccs', '/'),
  });
  let document: Document;
  try {
    document = await task.promise;
  } catch (cause) {
    await task.destroy().catch(() => undefined);
    throw refusal(cause, options.password);
  }
  const count = document.numPages;
  if (count < 1 || count > limits.pages) {
    await task.destroy();
    throw count < 1 ? new PaperError('empty', 'empty: it has no pages') : new PaperError('too-large', `it has ${count} pages, more than the ${limits.pages} allowed`);
  }
  try {
    const [about, marks, outline, labels] = await Promise.all([
      document.getMetadata().catch(() => undefined), document.getMarkInfo().catch(() => null), readOutline(document).catch(() => []), document.getPageLabels().catch(() => null),
    ]);
    const info = (about?.info ?? {}) as Record<string, unknown>;
    return new PdfjsFile(library, document, bytes, options.password, limits, { info, tagged: marks?.Marked === true, outline, labels });
  } catch (cause) {
    await task.destroy();
    throw refusal(cause, options.password);
  }
}

function refusal(cause: unknown, password: string | undefined): PaperError {
  if (cause instanceof PaperError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') return new PaperError('encrypted', password === undefined ? 'encrypted; give --password' : 'encrypted; the password is wrong');
  return new PaperError('damaged', 'damaged: not a readable PDF', { cause });
}

async function readOutline(document: Document): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const walk = async (items: Awaited<ReturnType<Document['getOutline']>>, level: number): Promise<void> => {
    for (const item of items ?? []) {
      if (entries.length >= MOST_ENTRIES) return;
      const page = await pageOf(document, item.dest as unknown);
      entries.push({ title: item.title.replaceAll('\0', '').trim(), level, ...(page === undefined ? {} : { page }) });
      if (level < DEEPEST) await walk(item.items as typeof items, level + 1);
    }
  };
  await walk(await document.getOutline(), 1);
  return entries;
}

/** The page, counted from 1, to which a destination leads. */
async function pageOf(document: Document, destination: unknown): Promise<number | undefined> {
  try {
    const target = typeof destination === 'string' ? await document.getDestination(destination) : destination;
    const first: unknown = Array.isArray(target) ? target[0] : undefined;
    if (typeof first === 'number') return first + 1;
    if (typeof first === 'object' && first !== null) return (await document.getPageIndex(first as { num: number; gen: number })) + 1;
  } catch {
    // A link that leads nowhere is no reason to stop.
  }
  return undefined;
}

interface About { readonly info: Record<string, unknown>; readonly tagged: boolean; readonly outline: readonly OutlineEntry[]; readonly labels: readonly string[] | null }

class PdfjsFile implements PdfFile {
  readonly engine = 'pdfjs';
  readonly pageCount: number;
  readonly tagged: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly outline: readonly OutlineEntry[];
  readonly title?: string;
  readonly language?: string;
  readonly #library: Library;
  readonly #document: Document;
  readonly #bytes: Uint8Array;
  readonly #password: string | undefined;
  readonly #limits: Limits;
  readonly #labels: readonly string[] | null;
  #closed = false;

  constructor(library: Library, document: Document, bytes: Uint8Array, password: string | undefined, limits: Limits, about: About) {
    this.#library = library;
    this.#document = document;
    this.#bytes = bytes;
    this.#password = password;
    this.#limits = limits;
    this.#labels = about.labels;
    this.pageCount = document.numPages;
    this.tagged = about.tagged;
    this.outline = about.outline;
    const metadata: Record<string, string> = {};
    const text = (key: string): string => { const v = about.info[key]; return typeof v === 'string' ? v.replaceAll('\0', '').trim() : ''; };
    for (const [key, name] of Object.entries(META)) if (text(key)) metadata[name] = text(key);
    if (text('CreationDate')) metadata.created = isoDate(text('CreationDate'));
    if (text('ModDate')) metadata.modified = isoDate(text('ModDate'));
    this.metadata = metadata;
    if (metadata.title) this.title = metadata.title;
    if (text('Language')) this.language = text('Language');
  }

  async page(number: number): Promise<PageGeometry> {
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) throw new RangeError(`there is no page ${number} of ${this.pageCount}`);
    let page: Page | undefined;
    try {
      page = await this.#document.getPage(number);
      return await this.#read(page, number);
    } catch (cause) {
      if (cause instanceof PaperError) throw cause;
      throw new PaperError('damaged', `damaged: page ${number} cannot be read`, { cause });
    } finally {
      page?.cleanup();
    }
  }

  async picture(number: number, scale: number): Promise<Uint8Array> {
    if (!Number.isInteger(number) || number < 1 || number > this.pageCount) throw new RangeError(`there is no page ${number} of ${this.pageCount}`);
    const { PDFParse } = await import('pdf-parse');
    const page = await this.#document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const parser = new PDFParse({ data: new Uint8Array(this.#bytes), ...(this.#password === undefined ? {} : { password: this.#password }), isEvalSupported: false, useWorkerFetch: false, verbosity: 0 });
    try {
      const shot = await parser.getScreenshot({ partial: [number], scale: Math.min(scale, MOST_PIXELS / Math.max(width, height, 1)), imageBuffer: true, imageDataUrl: false });
      const data = shot.pages[0]?.data;
      if (!data) throw new PaperError('damaged', `damaged: page ${number} cannot be drawn`);
      return new Uint8Array(data);
    } catch (cause) {
      if (cause instanceof PaperError) throw cause;
      throw new PaperError('damaged', `damaged: page ${number} cannot be drawn`, { cause });
    } finally {
      await parser.destroy();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#document.loadingTask.destroy();
  }

  async #read(page: Page, number: number): Promise<PageGeometry> {
    const { AnnotationMode, ImageKind, OPS } = this.#library;
    const [l, b, r, t] = page.view as [number, number, number, number];
    const rotation = ((page.rotate % 360) + 360) % 360;
    const visible = toVisible([l, b, r, t], rotation);
    const bounds: Box = rotation % 180 === 0 ? [0, 0, r - l, t - b] : [0, 0, t - b, r - l];
    const [list, marks, tree] = await Promise.all([
      page.getOperatorList({ intent: 'display', annotationMode: AnnotationMode.ENABLE }), page.getAnnotations({ intent: 'display' }).catch(() => []),
      this.tagged ? page.getStructTree().catch(() => null) : null,
    ]);
    const fontOf = (id: string): DrawnFont | undefined => (page.commonObjs.has(id) ? page.commonObjs.get(id) as DrawnFont : undefined);
    const seeThrough = (id: string): boolean => {
      const store = id.startsWith('g_') ? page.commonObjs : page.objs;
      return store.has(id) && (store.get(id) as { kind?: number } | null)?.kind === ImageKind.RGBA_32BPP;
    };
    const walked = walkOperators(list as OperatorList, OPS as Operators, fontOf, seeThrough, visible, bounds, this.#limits);
    const { annotations, fields } = stampsOf(walked.stamped, marks as Mark[], visible);
    const label = this.#labels?.[number - 1];
    return {
      number, width: bounds[2], height: bounds[3], rotation, ...(label ? { label } : {}),
      glyphs: settle([...walked.glyphs, ...fields], { shades: walked.shades, pictures: walked.pictures, page: bounds }),
      rulings: walked.rulings,
      fills: walked.shades.flatMap((s) => { const box = s.boxy ? overlap(s.box, bounds) : undefined; return box ? [{ box, colour: s.colour, order: s.order }] : []; }),
      images: walked.pictures.map((p) => ({ box: p.box })),
      links: await this.#links(marks as Mark[], visible),
      annotations,
      tags: tagsOf(tree as StructNode | null),
    };
  }

  async #links(marks: readonly Mark[], visible: Matrix): Promise<Link[]> {
    const links: Link[] = [];
    for (const mark of marks) {
      if (mark.subtype !== 'Link' || !mark.rect) continue;
      const uri = mark.url ?? mark.unsafeUrl;
      const page = uri ? undefined : await pageOf(this.#document, mark.dest);
      if (uri || page !== undefined) links.push({ box: boxThrough(visible, ...mark.rect), ...(uri ? { uri } : {}), ...(page === undefined ? {} : { page }) });
    }
    return links;
  }
}

interface Mark { readonly id: string; readonly subtype?: string; readonly rect?: [number, number, number, number]; readonly url?: string; readonly unsafeUrl?: string; readonly dest?: unknown }

function stampsOf(stamped: ReadonlyMap<string, readonly RawGlyph[]>, marks: readonly Mark[], visible: Matrix): { annotations: Annotation[]; fields: RawGlyph[] } {
  const annotations: Annotation[] = [];
  const fields: RawGlyph[] = [];
  for (const [id, glyphs] of stamped) {
    const mark = marks.find((m) => m.id === id);
    const subtype = mark?.subtype ?? 'Unknown';
    if (glyphs.length === 0 || SILENT.has(subtype)) continue;
    if (subtype === 'Widget') fields.push(...glyphs);
    else {
      const box = glyphs.length > 0 ? boxAround(glyphs.map((g) => g.box)) : mark?.rect ? boxThrough(visible, ...mark.rect) : undefined;
      if (box) annotations.push({ box, text: glyphs.map((g) => (g.spaceBefore ? ` ${g.text}` : g.text)).join('').replace(/\s+/gu, ' ').trim(), subtype });
    }
  }
  return { annotations, fields };
}

interface StructNode { readonly role?: string; readonly children?: readonly (StructNode | { readonly type: string; readonly id: string })[]; readonly alt?: string }

/** pdf.js gives roles, order and content ids; spans and scopes of table cells it keeps to itself. */
function tagsOf(tree: StructNode | null): Tag[] {
  const read = (node: StructNode, depth: number): Tag => {
    const kids: (Tag | number)[] = [];
    for (const child of depth < DEEPEST ? node.children ?? [] : []) {
      if ('role' in child) kids.push(read(child, depth + 1));
      else if ('type' in child && child.type === 'content') {
        const id = /_mc(\d+)$/.exec(child.id)?.[1];
        if (id !== undefined) kids.push(Number(id));
      }
    }
    return {
      type: node.role ?? '', kids, children: kids.filter((k): k is Tag => typeof k !== 'number'), mcids: kids.filter((k): k is number => typeof k === 'number'),
      ...(node.alt ? { alternate: node.alt } : {}),
    };
  };
  return (tree?.children ?? []).flatMap((c) => ('role' in c ? [read(c, 0)] : []));
}
