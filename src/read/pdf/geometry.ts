/**
 * What a PDF engine hands over, whichever library opened the file: marks on pages, as plain numbers.
 *
 * All coordinates are PDF points, origin top left of the visible page (crop box, rotation applied), y downwards.
 */
import type { Box } from '../../paper/locator.js';

export interface Glyph {
  /** The Unicode text of the glyph: mostly one character; a ligature may have several. Never white space alone. */
  readonly text: string;
  /** Advance box: from origin to origin + advance across, ascent to descent down. Good for words and columns. */
  readonly box: Box;
  /** y of the baseline; of text that is turned (`angle` near 90 or 270) its x. */
  readonly baseline: number;
  /** Effective font size in points. */
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Fill colour as 0xRRGGBB. */
  readonly colour: number;
  /** Direction of writing in degrees clockwise as seen on the page: 0 for upright text, 90 for text that reads downwards, 270 upwards. */
  readonly angle: number;
  /** Marked-content id that ties it to the tag tree; absent where there is none. */
  readonly mcid?: number;
  /** The mark of content is an artifact (running head, foot). */
  readonly artifact?: boolean;
  /** The font has no Unicode map for it: `text` is a guess or U+FFFD. */
  readonly unmapped?: boolean;
  /** Why it cannot be seen, where it cannot. */
  readonly unseen?: 'invisible' | 'clipped' | 'covered' | 'white';
  /** White space (a space character, or a gap as wide as one) stands before it in the text stream. */
  readonly spaceBefore?: boolean;
  /** Order of drawing on the page, from 0. */
  readonly order: number;
}

/** A straight line, drawn as a stroke or as a thin filled box; horizontal or vertical only. */
export interface Ruling {
  readonly direction: 'horizontal' | 'vertical';
  /** y of a horizontal ruling, x of a vertical one: its middle. */
  readonly at: number;
  /** Where it starts and ends along its direction, `from` < `to`. */
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly colour: number;
}

/** A filled area that is too thick to be a ruling: shading, a bar. */
export interface Fill {
  readonly box: Box;
  readonly colour: number;
  readonly order: number;
}

export interface Image { readonly box: Box }
export interface Link { readonly box: Box; readonly uri?: string; readonly page?: number }
/** Text stamped on the page by an annotation ("Item 153b"). */
export interface Annotation { readonly box: Box; readonly text: string; readonly subtype: string }

/** A node of the tag tree (ISO 32000-2, 14.7), for one page. */
export interface Tag {
  /** The standard type after role mapping: P, H1, L, LI, Lbl, LBody, Table, TR, TH, TD, Artifact … */
  readonly type: string;
  readonly children: readonly Tag[];
  /** Marked-content ids of this page that hang directly on it. */
  readonly mcids: readonly number[];
  /** Children and marked-content ids of this page in the tree's order: what `children` and `mcids` hold, interleaved. */
  readonly kids?: readonly (Tag | number)[];
  /** The element has content on other pages too (a table or list that runs over a page under one tag). */
  readonly elsewhere?: { readonly before: boolean; readonly after: boolean };
  readonly rowSpan?: number;
  readonly columnSpan?: number;
  readonly scope?: string;
  readonly title?: string;
  readonly alternate?: string;
  readonly actualText?: string;
}

export interface PageGeometry {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** The page's /Rotate, already applied. */
  readonly rotation: number;
  readonly label?: string;
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly images: readonly Image[];
  readonly links: readonly Link[];
  readonly annotations: readonly Annotation[];
  /** Roots of the page's tag tree; empty for an untagged page. */
  readonly tags: readonly Tag[];
}

export interface OutlineEntry { readonly title: string; readonly level: number; readonly page?: number }

/** An open PDF. Pages are read one at a time and may be forgotten after; `close` frees the engine's memory. */
export interface PdfFile {
  readonly engine: 'pdfium' | 'pdfjs';
  readonly pageCount: number;
  readonly tagged: boolean;
  readonly language?: string;
  readonly title?: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly outline: readonly OutlineEntry[];
  /** Throws a PaperError where the page is damaged beyond reading, or too large. */
  page(number: number): Promise<PageGeometry>;
  /** The page as a PNG at `scale` pixels per point. */
  picture(number: number, scale: number): Promise<Uint8Array>;
  close(): Promise<void>;
}
