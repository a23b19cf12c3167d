/** Bytes of a PDF to a Paper. */
import type { Block, Diagnostic, Paper } from '../../paper/model.js';
import { PaperError, type ReadOptions, type Reader } from '../reader.js';
import { openPdf } from './engine/open.js';
import { pageOf, type ReadPage } from './layout/page.js';
import { assemble } from './layout/paper.js';

/**
 * Reads a PDF: its text as paragraphs and tables in reading order, furniture and hidden text apart.
 * Throws a PaperError: `encrypted`, `damaged`, `too-large`, `empty`, and `no-text` for a paper without any text that can be seen.
 */
export const readPdf: Reader = async (bytes: Uint8Array, options: ReadOptions): Promise<Paper> => {
  const file = await openPdf(bytes, { password: options.password, engine: options.engine, limits: options.limits });
  try {
    options.opened?.(file.pageCount);
    const wanted = options.pages ? new Set(options.pages) : undefined;
    const pages: ReadPage[] = [];
    const diagnostics: Diagnostic[] = [];
    for (let n = 1; n <= file.pageCount; n++) {
      if (wanted && !wanted.has(n)) continue;
      try {
        const page = await file.page(n);
        pages.push(laidOut(() => pageOf(page)));
      } catch (problem) {
        // One page beyond reading does not lose the others; a paper that is too large ends here.
        if (!(problem instanceof PaperError) || problem.code !== 'damaged' || file.pageCount === 1) throw problem;
        diagnostics.push({ rule: 'page-damaged', severity: 'error', message: `Page ${n} is damaged and was left out.` });
      }
    }
    const read = laidOut(() => assemble(pages));
    const blocks: readonly Block[] = read.blocks;
    if (blocks.length === 0 && read.furniture.length === 0) {
      throw new PaperError('no-text', wanted ? 'the pages asked for have no text' : 'no text: the pages are pictures; run text recognition (OCR) over the file first');
    }
    return {
      format: 'pdf', blocks, furniture: read.furniture, hidden: read.hidden, diagnostics: [...diagnostics, ...read.diagnostics], pages: file.pageCount,
      ...(file.language !== undefined && { language: file.language }), ...(Object.keys(file.metadata).length > 0 && { metadata: file.metadata }),
      ...(file.title !== undefined && { declaredTitle: file.title }), reading: read.reading,
    };
  } finally {
    await file.close();
  }
};

/** Runs a stage of layout. A page made of more marks than the language can pass about ends as a paper that is too large, not as a fault. */
function laidOut<T>(stage: () => T): T {
  try {
    return stage();
  } catch (problem) {
    if (problem instanceof RangeError) throw new PaperError('too-large', 'too large: a page holds more marks than can be laid out', { cause: problem });
    throw problem;
  }
}
