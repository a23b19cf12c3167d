/**
 * Where something stands in its source, and how that is written as a URI fragment.
 *
 * PDF: `#page=3&viewrect=72,510,178,50` (ISO 32000-2 Annex O, RFC 8118); text, Markdown, HTML: `#line=10,12`
 * (RFC 5147); DOCX has no standard of its own: `#paragraph=12`, `#table=1&row=3&cell=2`, counted from 1.
 */

/** Left, top, right, bottom in PDF points; origin top left of the visible page (crop box, rotation applied), y downwards. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

export type Locator =
  | { readonly in: 'page'; /** Counted from 1. */ readonly page: number; readonly box: Box }
  | { readonly in: 'lines'; /** First and last line, counted from 1, both inclusive. */ readonly from: number; readonly to: number }
  | { readonly in: 'paragraph'; /** Counted from 1 over the body, tables' paragraphs not among them. */ readonly paragraph: number }
  | { readonly in: 'cell'; /** All counted from 1 in document order. */ readonly table: number; readonly row: number; readonly cell: number };

const round = (n: number): number => Math.round(n);

/** The locator as a URI fragment, as the output contract writes it. Page boxes are rounded outwards to whole points. */
export function fragment(at: Locator): string {
  switch (at.in) {
    case 'page': {
      const left = Math.max(0, Math.floor(at.box[0]));
      const top = Math.max(0, Math.floor(at.box[1]));
      const width = Math.max(1, Math.ceil(at.box[2]) - left);
      const height = Math.max(1, Math.ceil(at.box[3]) - top);
      return `#page=${at.page}&viewrect=${left},${top},${round(width)},${round(height)}`;
    }
    // RFC 5147 counts the gaps between lines: the first line lies between 0 and 1.
    case 'lines': return `#line=${at.from - 1},${at.to}`;
    case 'paragraph': return `#paragraph=${at.paragraph}`;
    case 'cell': return `#table=${at.table}&row=${at.row}&cell=${at.cell}`;
  }
}

/** The inner box keeps clear of the outer one's sides, or reaches over them by less than `slack` points. */
export function isWithin(inner: Box, outer: Box, slack = 0): boolean {
  return inner[0] > outer[0] - slack && inner[1] > outer[1] - slack && inner[2] < outer[2] + slack && inner[3] < outer[3] + slack;
}

/** The smallest box that holds all of the boxes. Throws a RangeError on an empty list. */
export function boxAround(boxes: Iterable<Box>): Box {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const [l, t, r, b] of boxes) {
    if (l < left) left = l;
    if (t < top) top = t;
    if (r > right) right = r;
    if (b > bottom) bottom = b;
  }
  if (left === Infinity) throw new RangeError('boxAround needs at least one box');
  return [left, top, right, bottom];
}

/** True where both locators name the same place, or places of one page, run of lines or table. */
export function sameSheet(a: Locator, b: Locator): boolean {
  if (a.in === 'page' && b.in === 'page') return a.page === b.page;
  return a.in === b.in;
}

/** One locator for a stretch that starts at `a` and ends at `b`, or `undefined` where it takes two (a page break). */
export function joined(a: Locator, b: Locator): Locator | undefined {
  if (a.in === 'page' && b.in === 'page') return a.page === b.page ? { in: 'page', page: a.page, box: boxAround([a.box, b.box]) } : undefined;
  if (a.in === 'lines' && b.in === 'lines') return { in: 'lines', from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
  if (a.in === 'paragraph' && b.in === 'paragraph' && a.paragraph === b.paragraph) return a;
  if (a.in === 'cell' && b.in === 'cell' && a.table === b.table && a.row === b.row && a.cell === b.cell) return a;
  return undefined;
}
