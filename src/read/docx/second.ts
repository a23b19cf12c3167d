/**
 * The second reader: mammoth's plain text, for a file on which the first one fails by a fault of its own. It gives the
 * words in their order and nothing else, and says so.
 */
import type { Paper, Paragraph } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';
import { PaperError } from '../reader.js';

/** The file's text by mammoth. Throws a PaperError (`damaged`) where that fails too; `cause` is what went wrong at first. */
export async function readWithMammoth(bytes: Uint8Array, cause: unknown): Promise<Paper> {
  try {
    const { default: mammoth } = await import('mammoth');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
    // mammoth ends each paragraph with two line breaks, those of cells too.
    const texts = value.split('\n\n').map(tidy);
    const blocks = texts.flatMap((text, i): Paragraph[] => (text === '' ? [] : [{ type: 'paragraph', id: i + 1, at: { in: 'paragraph', paragraph: i + 1 }, text }]));
    return {
      format: 'docx', blocks, furniture: [], hidden: [],
      diagnostics: [{ rule: 'second-reader', severity: 'error', message: 'The file could be read as plain text only: automatic numbers, headings, lists and tables are missing.' }],
    };
  } catch (error) {
    throw new PaperError('damaged', 'the Word file cannot be read', { cause: cause ?? error });
  }
}
