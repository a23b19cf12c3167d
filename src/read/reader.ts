/** What every reader offers, and the errors that all of them speak. */
import type { Paper } from '../paper/model.js';

export interface ReadOptions {
  /** Pages of a PDF to read, counted from 1; all where absent. Blocks keep their true page numbers. */
  readonly pages?: readonly number[];
  readonly password?: string;
  /** Tracked changes of a Word file: the text before (`original`) or after them (`final`, the default). */
  readonly tracked?: 'original' | 'final';
  /** PDF engine; the default is the one that was measured better. */
  readonly engine?: 'pdfium' | 'pdfjs';
  readonly limits?: Partial<Limits>;
  /** Told how many pages a PDF has, before any of them is read. */
  readonly opened?: (pages: number) => void;
}

/** Bounds that end the reading of a paper made to be too large. */
export interface Limits {
  /** Pages of a PDF. */
  readonly pages: number;
  /** Glyphs on one page. */
  readonly glyphs: number;
  /** Bytes of all inflated entries of a zip together. */
  readonly inflated: number;
  /** Entries of a zip. */
  readonly entries: number;
  /** Depth of nested elements, tables or lists. */
  readonly depth: number;
  /** Cells of one table. */
  readonly cells: number;
}

export const LIMITS: Limits = {
  pages: 5_000, // the longest council packs run to some 2,000 pages
  glyphs: 400_000, // a dense page has 10,000
  inflated: 512 * 1024 * 1024, // a 900-page DOCX inflates to some 60 MB
  entries: 20_000,
  depth: 256, // real papers nest under 40 deep
  cells: 500_000,
};

/** Why a paper could not be read: the words of `--verbose` and of the batch summary. */
export type PaperProblem =
  | 'not-found' | 'unsupported' | 'damaged' | 'encrypted' | 'too-large' | 'timed-out' | 'out-of-memory' | 'empty' | 'no-text' | 'needs-libreoffice';

/** A paper that cannot be read. The message is one plain sentence without the file's name, and says what to do next where something can be done. */
export class PaperError extends Error {
  constructor(readonly code: PaperProblem, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'PaperError';
  }
}

export type Reader = (bytes: Uint8Array, options: ReadOptions) => Promise<Paper>;
