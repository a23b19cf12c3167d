/** The outline (bookmarks) of a document, out of PDFium. */
import type { OutlineEntry } from '../geometry.js';
import type { Pdfium } from './pdfium-module.js';

/** Deepest outline that is followed, and most entries: an outline may loop. */
const DEEPEST = 32;
const MOST = 50_000;
/** PDFACTION_GOTO. */
const GOTO = 1;

/** The outline in its printed order, levels counted from 1. */
export function readOutline(lib: Pdfium, document: number): OutlineEntry[] {
  const { api } = lib;
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const walk = (first: number, level: number): void => {
    for (let mark = first; mark !== 0 && !seen.has(mark) && entries.length < MOST; mark = api.FPDFBookmark_GetNextSibling(document, mark)) {
      seen.add(mark);
      const title = lib.utf16((b, n) => api.FPDFBookmark_GetTitle(mark, b, n)).replaceAll('\0', '').trim();
      const page = pageOf(lib, document, mark);
      entries.push({ title, level, ...(page === undefined ? {} : { page }) });
      if (level < DEEPEST) walk(api.FPDFBookmark_GetFirstChild(document, mark), level + 1);
    }
  };
  walk(api.FPDFBookmark_GetFirstChild(document, 0), 1);
  return entries;
}

function pageOf(lib: Pdfium, document: number, mark: number): number | undefined {
  const { api } = lib;
  let destination = api.FPDFBookmark_GetDest(document, mark);
  if (destination === 0) {
    const action = api.FPDFBookmark_GetAction(mark);
    if (action !== 0 && api.FPDFAction_GetType(action) === GOTO) destination = api.FPDFAction_GetDest(document, action);
  }
  const index = destination === 0 ? -1 : api.FPDFDest_GetDestPageIndex(document, destination);
  return index >= 0 ? index + 1 : undefined;
}
