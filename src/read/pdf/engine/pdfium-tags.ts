/** The tag tree of one page, out of PDFium. */
import type { Tag } from '../geometry.js';
import type { Pdfium } from './pdfium-module.js';

/** Deepest nesting that is followed: real trees are under 40 deep, and some written by machines loop. */
const DEEPEST = 128;
/** Most elements that one page's tree is read for; a dense page has some 2,000. */
const MOST = 100_000;

/** Elements of which spans and scope, or a description, are asked: each question costs, and a page has a thousand elements. */
const CELLS: ReadonlySet<string> = new Set(['TH', 'TD']);
const PICTURES: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Form', 'Span', 'Link']);

/** Reads the roots of the page's tag tree; none for an untagged page. `language`, where it is asked for, is the first language that an element states. */
export function readTags(lib: Pdfium, page: number, withLanguage = false): { tags: Tag[]; language?: string } {
  const { api } = lib;
  const tree = api.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return { tags: [] };
  let left = MOST;
  let language: string | undefined;

  const element = (pointer: number, depth: number): Tag | undefined => {
    if (depth > DEEPEST || left-- <= 0) return undefined;
    const type = lib.utf16((b, n) => api.FPDF_StructElement_GetType(pointer, b, n));
    const kids: (Tag | number)[] = [];
    const count = api.FPDF_StructElement_CountChildren(pointer);
    let before = false;
    let after = false;
    for (let i = 0; i < count; i++) {
      const id = api.FPDF_StructElement_GetChildMarkedContentID(pointer, i);
      if (id >= 0) { kids.push(id); after = false; continue; }
      const child = api.FPDF_StructElement_GetChildAtIndex(pointer, i);
      const tag = child === 0 ? undefined : element(child, depth + 1);
      if (tag) { kids.push(tag); after = false; } else if (kids.length === 0) before = true; else after = true;
    }
    if (withLanguage) language ??= lib.utf16((b, n) => api.FPDF_StructElement_GetLang(pointer, b, n)) || undefined;
    return {
      type, kids,
      children: kids.filter((k): k is Tag => typeof k !== 'number'),
      mcids: kids.filter((k): k is number => typeof k === 'number'),
      ...(before || after ? { elsewhere: { before, after } } : {}),
      ...(CELLS.has(type) ? attributes(lib, pointer) : undefined),
      ...(PICTURES.has(type) ? texts(lib, pointer) : undefined),
    };
  };

  const tags: Tag[] = [];
  const roots = api.FPDF_StructTree_CountChildren(tree);
  for (let i = 0; i < roots; i++) {
    const root = api.FPDF_StructTree_GetChildAtIndex(tree, i);
    const tag = root === 0 ? undefined : element(root, 0);
    if (tag) tags.push(tag);
  }
  api.FPDF_StructTree_Close(tree);
  return { tags, language };
}

function attributes(lib: Pdfium, element: number): Pick<Tag, 'rowSpan' | 'columnSpan' | 'scope'> {
  const { api } = lib;
  const found: { rowSpan?: number; columnSpan?: number; scope?: string } = {};
  const count = api.FPDF_StructElement_GetAttributeCount(element);
  for (let i = 0; i < count; i++) {
    const attribute = api.FPDF_StructElement_GetAttributeAtIndex(element, i);
    if (attribute === 0) continue;
    const rows = spanOf(lib, attribute, 'RowSpan');
    if (rows !== undefined) found.rowSpan = rows;
    const columns = spanOf(lib, attribute, 'ColSpan');
    if (columns !== undefined) found.columnSpan = columns;
    const scope = valueOf(lib, attribute, 'Scope');
    if (scope !== 0) {
      const text = lib.utf16Out((b, n, out) => api.FPDF_StructElement_Attr_GetStringValue(scope, b, n, out));
      if (text) found.scope = text;
    }
  }
  return found;
}

function spanOf(lib: Pdfium, attribute: number, name: string): number | undefined {
  const value = valueOf(lib, attribute, name);
  if (value === 0 || !lib.api.FPDF_StructElement_Attr_GetNumberValue(value, lib.at)) return undefined;
  const span = Math.round(lib.float(0));
  return span >= 1 ? span : undefined;
}

function valueOf(lib: Pdfium, attribute: number, name: string): number {
  const bytes = lib.bytes;
  const at = lib.at + 128;
  for (let i = 0; i < name.length; i++) bytes[at + i] = name.charCodeAt(i);
  bytes[at + name.length] = 0;
  return lib.api.FPDF_StructElement_Attr_GetValue(attribute, at);
}

function texts(lib: Pdfium, element: number): Pick<Tag, 'title' | 'alternate' | 'actualText'> {
  const { api } = lib;
  const title = lib.utf16((b, n) => api.FPDF_StructElement_GetTitle(element, b, n));
  const alternate = lib.utf16((b, n) => api.FPDF_StructElement_GetAltText(element, b, n));
  const actualText = lib.utf16((b, n) => api.FPDF_StructElement_GetActualText(element, b, n));
  return { ...(title ? { title } : {}), ...(alternate ? { alternate } : {}), ...(actualText ? { actualText } : {}) };
}
