/**
 * The one document model: every reader makes a Paper, every kind of paper reads it. Plain data; nothing here knows
 * a file format or a kind.
 *
 * What a reader promises:
 * - Blocks come in reading order, layout tables already opened (`layout.ts`), furniture and hidden text set apart.
 * - Every visible non-space character of the source stands in exactly one block: in a paragraph's `label` or `text`, or in a
 *   paragraph of a table cell. Block ids are unique in a paper, nested blocks (cells) included.
 * - A block's `text` is ready for output: Unicode NFC, white space folded to single spaces, broken words re-joined,
 *   soft hyphens gone, ligatures spelled out, quotes and dashes as printed.
 */
import type { Box, Locator } from './locator.js';

export type SourceFormat = 'pdf' | 'docx' | 'html' | 'text' | 'markdown' | 'doc' | 'odt' | 'rtf';

/** A printed line (or a run) of a paragraph: the text from `offset` on stands at `at`. Offsets ascend from 0. */
export interface Piece {
  readonly offset: number;
  readonly at: Locator;
}

/** A stretch of a block's text that looks or acts differently. `end` is exclusive; both are offsets into `text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly style: 'bold' | 'italic' | 'underline' | 'struck' | 'inserted' | 'superscript' | 'link' | 'tab' | 'break';
  /** For `link`: where it leads. `tab` and `break` mark a space in the text that is a tab or a line break in the source. */
  readonly target?: string;
}

interface BlockBase {
  /** Unique in the paper; the ledger of what was captured is kept by it. */
  readonly id: number;
  readonly at: Locator;
  /** Where it ends, when that is on another page. */
  readonly until?: Locator;
}

/** How a reader knows that a paragraph is a heading. */
export type HeadingSource = 'style' | 'tag' | 'markup' | 'looks';

export interface Paragraph extends BlockBase {
  readonly type: 'paragraph';
  /** The text without its label. May be empty for a label that stands alone. */
  readonly text: string;
  /** The label as printed, punctuation included ("2.1.", "(a)", "•"); printed or computed by a word processor. */
  readonly label?: string;
  /** The label without its punctuation ("2.1", "a"); none for a bullet. */
  readonly number?: string;
  readonly bullet?: boolean;
  readonly heading?: { /** 1 is the outermost. */ readonly level: number; readonly by: HeadingSource };
  /** List nesting that the source states (Word's level, HTML's nesting, tags), 0 the outermost. Absent where the source states none. */
  readonly depth?: number;
  /** Left edge of the text in points from the left edge of its column or cell, and of its label where there is one. */
  readonly indent?: number;
  readonly labelIndent?: number;
  /** Size of most of its glyphs, in points. */
  readonly size?: number;
  /** All of it bold, italic, underlined. */
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underlined?: boolean;
  readonly align?: 'left' | 'centre' | 'right' | 'justified';
  /** Left white space above it in points, where the source shows it: what parts groups of lines. */
  readonly gapAbove?: number;
  /** Top edge in points within its row, for pairing with paragraphs of neighbouring cells; absent where heights are not known. */
  readonly top?: number;
  readonly bottom?: number;
  readonly pieces?: readonly Piece[];
  readonly spans?: readonly Span[];
  /** Paragraphs drawn in one shaded band or box share its number: a title bar, an ITEM box. */
  readonly band?: number;
  /** For a stretch of a paragraph treated as one of its own: where its text begins in the whole paragraph's text. */
  readonly within?: number;
  /** It is a note (footnote, endnote) that belongs to the mark with this label in the text. */
  readonly note?: string;
}

export interface Cell {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header?: boolean;
  readonly picture?: boolean;
  /** What it is filled with, as the source writes it ("ff0000", "red"); absent for white, for none, and where the format does not say. */
  readonly colour?: string;
  readonly at: Locator;
  /** What stands in the cell; paragraphs, and tables inside it. */
  readonly blocks: readonly Block[];
}

export interface Table extends BlockBase {
  readonly type: 'table';
  readonly title?: string;
  readonly headerRows: number;
  readonly rows: number;
  readonly columns: number;
  /** In row-major order; every grid place belongs to at most one cell. */
  readonly cells: readonly Cell[];
  /** For a PDF: where it stands on each page, in order. */
  readonly places?: readonly { readonly page: number; readonly box: Box }[];
  /** Rows (counted from 0) at which a new page begins. */
  readonly pageStarts?: readonly number[];
  /** True where rows came from printed lines or tags that state rows; false where they were inferred from alignment. */
  readonly ruled?: boolean;
}

export type Block = Paragraph | Table;

/** Text set apart: running heads, feet, page numbers, navigation (furniture), or text that cannot be seen (hidden). */
export interface SetApart {
  readonly id: number;
  readonly text: string;
  readonly at: Locator;
  /** For furniture: "header", "footer", "page-number", "navigation", "watermark", "annotation", "repeated-heading", "typed-rule"…; for hidden: "clipped", "invisible", "covered", "white". */
  readonly why: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something not certain, as data: what rule says it, and where. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at?: Locator;
}

export interface Paper {
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
  readonly furniture: readonly SetApart[];
  readonly hidden: readonly SetApart[];
  readonly diagnostics: readonly Diagnostic[];
  readonly pages?: number;
  readonly language?: string;
  /** Author, created, producer …, as the file says them. Dates in ISO form. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** What the page is called by its source: an HTML <title>, a PDF or DOCX title property. Never counted as text. */
  readonly declaredTitle?: string;
  /** How each page was read ("tags", "geometry") and why; for inspect. */
  readonly reading?: readonly { readonly page: number; readonly by: string; readonly why: string }[];
}
