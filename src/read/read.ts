/** From bytes to a Paper: what the file is decides which reader is loaded, and only that one. */
import type { Paper, SourceFormat } from '../paper/model.js';
import { eachParagraph } from '../paper/walk.js';
import { PaperError, type Reader, type ReadOptions } from './reader.js';
import { sniff } from './sniff.js';

/** Longest paragraph, in characters: a report of 900 pages has some 2.5 million in all. What is longer is no prose, and costs minutes. */
const LONGEST_PARAGRAPH = 5_000_000;

/**
 * Reads a paper of any format. Throws a PaperError where it cannot be read.
 * @param bytes the whole file
 */
export async function readPaper(bytes: Uint8Array, options: ReadOptions = {}): Promise<Paper> {
  const reader = await readerOf(sniff(bytes));
  const paper = await reader(bytes, options);
  for (const { text } of eachParagraph(paper.blocks)) {
    if (text.length > LONGEST_PARAGRAPH) throw new PaperError('too-large', `a single paragraph holds more than ${LONGEST_PARAGRAPH} characters`);
  }
  return paper;
}

/** The reader of a format; the libraries that it stands on are loaded here and not before. */
async function readerOf(format: SourceFormat): Promise<Reader> {
  switch (format) {
    case 'pdf': return (await import('./pdf/read.js')).readPdf;
    case 'docx': return (await import('./docx/read.js')).readDocx;
    case 'html': return (await import('./html/read.js')).readHtml;
    case 'text': return (await import('./text/read.js')).readText;
    case 'markdown': return (await import('./text/read.js')).readMarkdown;
    case 'doc': case 'odt': case 'rtf': return (await import('./office/read.js')).readOffice(format);
  }
}
