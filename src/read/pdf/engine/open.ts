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
 * Opens a PDF. PDFium comes first: it was measured faster and finds as many words; what it cannot open, pdf.js may.
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
