/**
 * Papers in Word's old binary format, OpenDocument text and Rich Text Format: LibreOffice turns them into .docx, and the
 * reader of that takes over. `at` counts paragraphs and tables as they stand in what LibreOffice made.
 */
import type { Paper } from '../../paper/model.js';
import { readDocx } from '../docx/read.js';
import { LIMITS, PaperError, type Limits, type ReadOptions, type Reader } from '../reader.js';
import { Package } from '../docx/zip.js';
import { convertToDocx, findLibreOffice } from './soffice.js';

export type OfficeFormat = 'doc' | 'odt' | 'rtf';

const NAMES: Readonly<Record<OfficeFormat, string>> = { doc: 'old Word (.doc)', odt: 'OpenDocument (.odt)', rtf: 'rich text (.rtf)' };

/** What a reader of one of the formats may be told besides; for tests. */
export interface OfficeOptions {
  /** Where to look for LibreOffice, as PATH has it. */
  readonly path?: string;
  /** Longest time for the conversion, in milliseconds. */
  readonly limit?: number;
}

/**
 * The reader of a format. It throws a PaperError: `needs-libreoffice` where LibreOffice is not installed, `encrypted`,
 * `timed-out`, `damaged`, `too-large`, `empty`.
 */
export function readOffice(format: OfficeFormat, office: OfficeOptions = {}): Reader {
  return async (bytes: Uint8Array, options: ReadOptions): Promise<Paper> => {
    if (bytes.length === 0) throw new PaperError('empty', 'the file is empty');
    const limits = { ...LIMITS, ...options.limits };
    if (isEncrypted(bytes, format, limits)) throw new PaperError('encrypted', 'encrypted; open it and save it without a password');
    const program = await findLibreOffice(office.path);
    if (program === undefined) throw new PaperError('needs-libreoffice', `LibreOffice is needed to read ${NAMES[format]} files: install it (on Debian and Ubuntu: apt install libreoffice-writer) so that soffice is on the PATH`);
    const converted = await convertToDocx(program, bytes, format, office.limit);
    const paper = await readDocx(converted, options);
    // What the converted file says of its maker says nothing of the paper's.
    const { producer: _, ...metadata } = paper.metadata ?? {};
    return { ...paper, format, metadata };
  };
}

/** Encryption that LibreOffice would ask a password for. */
function isEncrypted(bytes: Uint8Array, format: OfficeFormat, limits: Limits): boolean {
  if (format === 'odt') {
    const manifest = new Package(bytes, limits).read('META-INF/manifest.xml');
    return manifest !== undefined && Buffer.from(manifest).includes('encryption-data');
  }
  if (format === 'doc') {
    // The stream WordDocument starts with FibBase ([MS-DOC] 2.5.2) at the start of one of the compound file's 512-byte sectors; bit 8 of its flags says encrypted.
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 512; at + 12 <= bytes.length; at += 512) {
      if (view.getUint16(at, true) === 0xa5ec && view.getUint16(at + 2, true) >= 0xc0) return (view.getUint16(at + 10, true) & 0x100) !== 0;
    }
  }
  return false;
}
