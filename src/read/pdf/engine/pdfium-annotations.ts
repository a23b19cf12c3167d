/** Links, stamped annotations and form fields of one page, out of PDFium. */
import type { Limits } from '../../reader.js';
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Annotation, Link } from '../geometry.js';
import { EM_ASCENT, EM_DESCENT, type GlyphRun, type RawGlyph } from './glyphs.js';
import { boxThrough, type Matrix } from './matrix.js';
import { readGlyphs } from './pdfium-glyphs.js';
import type { Pdfium } from './pdfium-module.js';
import { readObjects } from './pdfium-objects.js';

/** PDFACTION_URI, PDFACTION_GOTO. */
const URI = 3, GOTO = 1;
/** Most links of one page. */
const MOST_LINKS = 20_000;

/** Links that lead somewhere, in the order of the page's annotations. */
export function readLinks(lib: Pdfium, document: number, page: number, visible: Matrix): Link[] {
  const { api, at } = lib;
  const links: Link[] = [];
  let position = 0;
  for (let n = 0; n < MOST_LINKS; n++) {
    lib.ints[at >> 2] = position;
    if (!api.FPDFLink_Enumerate(page, at, at + 8)) break;
    position = lib.int(0);
    const link = lib.int(2);
    if (link === 0 || !api.FPDFLink_GetAnnotRect(link, at + 16)) continue;
    const box = boxThrough(visible, lib.float(4), lib.float(7), lib.float(6), lib.float(5));
    const action = api.FPDFLink_GetAction(link);
    const type = action === 0 ? 0 : api.FPDFAction_GetType(action);
    const uri = type === URI ? lib.utf8((b, m) => api.FPDFAction_GetURIPath(document, action, b, m)) : '';
    let destination = api.FPDFLink_GetDest(document, link);
    if (destination === 0 && type === GOTO) destination = api.FPDFAction_GetDest(document, action);
    const target = destination === 0 ? -1 : api.FPDFDest_GetDestPageIndex(document, destination);
    if (!uri && target < 0) continue;
    links.push({ box, ...(uri ? { uri } : {}), ...(target >= 0 ? { page: target + 1 } : {}) });
  }
  return links;
}

/** What annotations add to a page: stamped text, which is no body text, and the values of form fields, which are. */
export interface Stamped {
  readonly annotations: readonly Annotation[];
  readonly fields: readonly RawGlyph[];
}

/** FPDF_ANNOT_… by number (fpdf_annot.h), in the words of ISO 32000-2, table 171. */
const SUBTYPES = ['Unknown', 'Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink',
  'Popup', 'FileAttachment', 'Sound', 'Movie', 'Widget', 'Screen', 'PrinterMark', 'TrapNet', 'Watermark', '3D', 'RichMedia', 'XFAWidget', 'Redact'] as const;
const WIDGET = 20, FREE_TEXT = 3;
/** Links, notes and their windows print nothing that is read; marks over text repeat what is under them. */
const SILENT: ReadonlySet<number> = new Set([1, 2, 9, 10, 11, 12, 16]);
/** Flags Hidden and NoView (ISO 32000-2, table 167). */
const UNSEEN = 0x02 | 0x20;
/** Most annotations of one page. */
const MOST_ANNOTATIONS = 20_000;
/** FLAT_NORMALDISPLAY: flatten what the screen shows. */
const NORMAL_DISPLAY = 0;
/** Flattening succeeded. */
const FLATTENED = 1;

interface Found { readonly subtype: number; readonly box: Box; readonly painted: boolean; readonly text: string }

/** The annotations of a page that may show text. */
export function findAnnotations(lib: Pdfium, page: number, visible: Matrix): Found[] {
  const { api, at } = lib;
  const found: Found[] = [];
  const count = Math.min(api.FPDFPage_GetAnnotCount(page), MOST_ANNOTATIONS);
  for (let i = 0; i < count; i++) {
    const annotation = api.FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    const subtype = api.FPDFAnnot_GetSubtype(annotation);
    if (!SILENT.has(subtype) && (api.FPDFAnnot_GetFlags(annotation) & UNSEEN) === 0 && api.FPDFAnnot_GetRect(annotation, at)) {
      const box = boxThrough(visible, lib.float(0), lib.float(3), lib.float(2), lib.float(1));
      const painted = api.FPDFAnnot_GetAP(annotation, 0, 0, 0) > 2;
      const isField = subtype === WIDGET;
      const wanted = !painted && (isField ? /^(?:Tx|Ch)$/.test(stringOf(lib, annotation, 'FT')) : subtype === FREE_TEXT);
      found.push({ subtype, box, painted, text: wanted ? stringOf(lib, annotation, isField ? 'V' : 'Contents').trim() : '' });
    }
    api.FPDFPage_CloseAnnot(annotation);
  }
  return found;
}

/**
 * Reads the text of the annotations found on a page. Their appearance is drawn into the page itself first (flattened), so `copy` must be
 * a second opening of the document that serves nothing else, and each page may be read so but once.
 */
export function readAnnotations(lib: Pdfium, copy: number, number: number, found: readonly Found[], visible: Matrix, bounds: Box, limits: Limits): Stamped {
  const { api } = lib;
  const annotations: Annotation[] = [];
  const fields: RawGlyph[] = [];
  for (const f of found) {
    if (f.painted || !f.text) continue;
    // No appearance is drawn for these: viewers set the value themselves, somewhere in the box.
    if (f.subtype === WIDGET) fields.push(...setInBox(f.text, f.box));
    else annotations.push({ box: f.box, text: tidyLine(f.text), subtype: SUBTYPES[f.subtype] ?? 'Unknown' });
  }
  if (!found.some((f) => f.painted)) return { annotations, fields };
  const first = api.FPDF_LoadPage(copy, number - 1);
  if (first === 0) return { annotations, fields };
  const done = api.FPDFPage_Flatten(first, NORMAL_DISPLAY);
  api.FPDF_ClosePage(first);
  const page = done === FLATTENED ? api.FPDF_LoadPage(copy, number - 1) : 0;
  if (page === 0) return { annotations, fields };
  const drawn = readObjects(lib, page, visible, bounds);
  const textPage = api.FPDFText_LoadPage(page);
  if (textPage !== 0) {
    const groups = new Map<number, RawGlyph[]>();
    for (const g of readGlyphs(lib, textPage, drawn.texts, visible, limits)) {
      if (g.run.form !== drawn.forms - 1) continue;
      const group = groups.get(g.run.inner);
      if (group) group.push(g);
      else groups.set(g.run.inner, [g]);
    }
    for (const group of groups.values()) {
      const owner = ownerOf(boxAround(group.map((g) => g.box)), found);
      if (owner?.subtype === WIDGET) fields.push(...group);
      else annotations.push({ box: boxAround(group.map((g) => g.box)), text: tidyLine(group.map((g) => (g.spaceBefore ? ` ${g.text}` : g.text)).join('')), subtype: SUBTYPES[owner?.subtype ?? 0] ?? 'Unknown' });
    }
    api.FPDFText_ClosePage(textPage);
  }
  api.FPDF_ClosePage(page);
  return { annotations, fields };
}

/** The smallest annotation in whose box the middle of the text lies. */
function ownerOf(box: Box, found: readonly Found[]): Found | undefined {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  const size = (f: Found): number => (f.box[2] - f.box[0]) * (f.box[3] - f.box[1]);
  return found.filter((f) => f.painted && x >= f.box[0] && x <= f.box[2] && y >= f.box[1] && y <= f.box[3]).sort((a, b) => size(a) - size(b))[0];
}

/** Size in points, and width of a character in parts of it, at which a value without an appearance is taken to stand in its box. */
const FIELD_SIZE = 10;
const FIELD_WIDTH = 0.5;

const FIELD_RUN: GlyphRun = {
  size: FIELD_SIZE, angle: 0, font: '', bold: false, italic: false, colour: 0, alpha: 255, mode: 0, mcid: -1, artifact: false, form: -1, inner: -1, order: Number.MAX_SAFE_INTEGER, object: 0,
};

function setInBox(text: string, box: Box): RawGlyph[] {
  const glyphs: RawGlyph[] = [];
  const lines = text.split(/\r\n?|\n/);
  lines.forEach((line, row) => {
    const y = lines.length === 1 ? (box[1] + box[3]) / 2 + 0.3 * FIELD_SIZE : box[1] + (row + 1) * 1.2 * FIELD_SIZE;
    const step = Math.min(FIELD_WIDTH * FIELD_SIZE, (box[2] - box[0]) / Math.max(1, line.length));
    let space = true;
    [...line].forEach((character, i) => {
      if (/\s/u.test(character)) { space = true; return; }
      const x = box[0] + i * step;
      glyphs.push({
        text: character, box: [x, y - EM_ASCENT * FIELD_SIZE, x + step, y + EM_DESCENT * FIELD_SIZE], x, y, advance: step, run: FIELD_RUN, index: glyphs.length, spaceBefore: space, unmapped: false,
      });
      space = false;
    });
  });
  return glyphs;
}

function stringOf(lib: Pdfium, annotation: number, key: string): string {
  const name = lib.keep(new TextEncoder().encode(`${key}\0`));
  const value = lib.utf16((b, n) => lib.api.FPDFAnnot_GetStringValue(annotation, name, b, n));
  lib.api.free(name);
  return value;
}

function tidyLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
