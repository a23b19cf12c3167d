/**
 * What a file is, by its content and never by its name. Looks at the first bytes, and at the list of parts at the end of a zip; what is no
 * paper is refused with a sentence that says what it is.
 */
import type { SourceFormat } from '../paper/model.js';
import { PaperError } from './reader.js';
import { decodeText } from './text/decode.js';
import { hasMarkup } from './text/markup.js';
import { zipNames, type ZipNames } from './zip-names.js';

/** A PDF's header may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H, note 13; what viewers accept). */
const PDF_HEADER_BYTES = 1024;
/** Text enough to tell HTML and Markdown from plain text. */
const TEXT_BYTES = 64 * 1024;
/** Share of control characters and undecodable bytes above which a file is no text; text has next to none. */
const BINARY = 0.1;
/** Where OLE stream names are looked for: the directory of a small file, or the first megabytes of a large one. */
const OLE_BYTES = 4 * 1024 * 1024;

/**
 * Names the format of a file. Throws a PaperError: `empty`, `encrypted` (a Word file with a password), `damaged` (a zip cut off), or `unsupported`
 * with what it is.
 */
export function sniff(bytes: Uint8Array): SourceFormat {
  if (bytes.length === 0) throw new PaperError('empty', 'the file is empty');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return sniffOle(bytes);
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06) || starts(bytes, 0x50, 0x4b, 0x07, 0x08)) return sniffZip(bytes);
  const head = latin1(bytes.subarray(0, PDF_HEADER_BYTES));
  if (head.includes('%PDF-')) return 'pdf';
  if (/^\s*\{\\rtf/.test(head.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'rtf';
  refuseKnown(bytes, head);
  return sniffText(bytes);
}

const starts = (bytes: Uint8Array, ...magic: number[]): boolean => magic.every((b, i) => bytes[i] === b);
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const unsupported = (what: string): PaperError => new PaperError('unsupported', `${what}, not a paper; give a PDF, DOCX, HTML or text file`);

const PICTURE = 'a picture (scan it with text recognition to PDF first)';

/** First bytes of what is often sent along with papers, and what to call it. */
const MAGIC: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], PICTURE], [[0xff, 0xd8, 0xff], PICTURE], [[0x47, 0x49, 0x46, 0x38], PICTURE], [[0x49, 0x49, 0x2a, 0x00], PICTURE], [[0x4d, 0x4d, 0x00, 0x2a], PICTURE],
  [[0x42, 0x4d], 'a picture or program'], [[0x1f, 0x8b], 'a gzip archive'], [[0x37, 0x7a, 0xbc, 0xaf], 'a 7-Zip archive'], [[0x52, 0x61, 0x72, 0x21], 'a RAR archive'],
  [[0x42, 0x5a, 0x68], 'a bzip2 archive'], [[0x7f, 0x45, 0x4c, 0x46], 'a program'], [[0x4d, 0x5a], 'a program'], [[0x4f, 0x67, 0x67, 0x53], 'a sound file'], [[0x49, 0x44, 0x33], 'a sound file'],
];

function refuseKnown(bytes: Uint8Array, head: string): void {
  if (head.startsWith('RIFF')) throw unsupported(head.startsWith('WEBP', 8) ? PICTURE : 'a sound or film file');
  if (head.startsWith('ftyp', 4)) throw unsupported(/^hei|^mif|^avi/.test(head.slice(8, 11)) ? PICTURE : 'a film or sound file');
  if (head.startsWith('%!PS')) throw unsupported('a PostScript file');
  for (const [magic, what] of MAGIC) {
    // Two letters may begin a text too ("BM", "MZ"); what follows in these formats is no text.
    if (starts(bytes, ...magic) && (magic.length > 2 || isBinary(bytes))) throw unsupported(what);
  }
}

function isBinary(bytes: Uint8Array): boolean {
  const { text, bad } = decodeText(bytes.subarray(0, TEXT_BYTES));
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return text.includes('\u0000') || (controls + bad) / Math.max(1, text.length) > BINARY;
}

// ---------------------------------------------------------------------------------------------------------------- zip and OLE

const OTHER_PARTS: readonly (readonly [part: string, what: string])[] = [
  ['xl/', 'an Excel workbook'], ['ppt/', 'a PowerPoint presentation'], ['visio/', 'a Visio drawing'], ['META-INF/MANIFEST.MF', 'a Java archive'],
  ['Index/Document.iwa', 'an Apple Pages or Numbers file'], ['Index.zip', 'an Apple Pages or Numbers file'],
];

function sniffZip(bytes: Uint8Array): SourceFormat {
  const names = zipNames(bytes);
  if (names.has('word/')) return 'docx';
  const mime = names.mimetype;
  if (mime?.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  if (mime?.startsWith('application/vnd.oasis.opendocument.spreadsheet')) throw unsupported('an OpenDocument spreadsheet');
  if (mime?.startsWith('application/vnd.oasis.opendocument')) throw unsupported('an OpenDocument file other than a text');
  if (mime === 'application/epub+zip') throw unsupported('an e-book');
  for (const [part, what] of OTHER_PARTS) if (names.has(part)) throw unsupported(what);
  // Some writers name their main part otherwise; the package list says that it is an Office file, the reader will find it.
  if (names.has('[Content_Types].xml') && names.has('_rels/.rels') && hasOfficeText(names)) return 'docx';
  if (!names.complete) throw new PaperError('damaged', 'a zip or Word file that is cut off or damaged');
  throw unsupported('a zip archive that is no Word file (unpack it, and give the folder)');
}

const hasOfficeText = (names: ZipNames): boolean => names.all.some((n) => /(?:^|\/)document\d*\.xml$/i.test(n));

function sniffOle(bytes: Uint8Array): SourceFormat {
  // Directory entries hold their names in UTF-16; ends of sectors do not matter to so short a search.
  const parts = [bytes.subarray(0, OLE_BYTES), bytes.length > OLE_BYTES ? bytes.subarray(-OLE_BYTES) : new Uint8Array()];
  const has = (name: string): boolean => parts.some((p) => includesWide(p, name));
  if (has('EncryptedPackage')) throw new PaperError('encrypted', 'an Office file with a password; save a copy without one');
  if (has('WordDocument')) return 'doc';
  if (has('Workbook') || has('Book')) throw unsupported('an old Excel workbook');
  if (has('PowerPoint Document')) throw unsupported('an old PowerPoint presentation');
  if (has('__properties_version1.0')) throw unsupported('an Outlook message');
  throw unsupported('an old Office file other than a Word document');
}

function includesWide(bytes: Uint8Array, name: string): boolean {
  const wide = Buffer.from(name, 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide);
}

// ------------------------------------------------------------------------------------------------------------------------ text

function sniffText(bytes: Uint8Array): SourceFormat {
  if (isBinary(bytes)) throw unsupported('not text and no format that is known');
  const head = decodeText(bytes.subarray(0, TEXT_BYTES)).text;
  if (head.trim() === '') {
    if (decodeText(bytes).text.trim() === '') throw new PaperError('empty', 'the file holds nothing but white space');
    return 'text';
  }
  if (isHtml(head)) return 'html';
  if (/^\s*<\?xml/.test(head)) throw unsupported('an XML file that is no HTML');
  if (/^(?:From |Received: |Return-Path: |MIME-Version: )/m.test(head.slice(0, 500)) && /^Content-Type: multipart\//im.test(head)) throw unsupported('a mail message or web archive');
  return isMarkdown(head) ? 'markdown' : 'text';
}

/**
 * HTML by its doctype or root, else by structure: the file begins with a tag, or tags that only a page has stand in it. A text dump with `<p>` in
 * tab-separated cells is text: its lines carry the structure.
 */
function isHtml(text: string): boolean {
  const start = text.replace(/^(?:\s|\uFEFF|<\?xml[^>]*>|<!--[^]*?-->)+/, '').slice(0, 4096);
  if (/^<!doctype\s+html|^<html[\s>]/i.test(start)) return true;
  if (/^<\?xml/i.test(text) || /^<!doctype/i.test(start)) return false;
  if (/<(?:html|head|body)[\s>]/i.test(text)) return true;
  if (!/^<(?:!--|[a-z])/i.test(start) || !hasMarkup(text)) return false;
  if (/^[^\n]*\t/.test(start) && /\n[^\n<]*<[^\n]*\t/.test(text)) return false;
  return /^<(?:div|p|h[1-6]|table|ul|ol|section|article|main|header|nav|span|b|strong|meta|title|style|script|center|font|dl|form|a|br|hr|blockquote|pre|aside|figure)[\s>/]/i.test(start);
}

/** Lines of a kind that Markdown has and plain text seldom; two kinds, or one plain one twice, make a text Markdown. */
function isMarkdown(text: string): boolean {
  const count = (expression: RegExp): number => text.match(expression)?.length ?? 0;
  const headings = count(/^#{1,6} \S/gm);
  const setext = count(/^\S[^\n|\t]*\n(?:={3,}|-{3,})[ \t]*$/gm);
  const bold = count(/\*\*\S[^*\n]{0,200}\S?\*\*/g);
  const links = count(/\[[^[\]\n]{1,200}\]\((?:https?:|mailto:|\/|#|\.)[^()\s]{0,500}\)/g);
  const pipes = count(/^\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/gm);
  const fences = count(/^(?:```|~~~)/gm) > 1 ? 1 : 0;
  if (headings > 1 || pipes > 0 || links > 1) return true;
  const kinds = [headings, setext, bold, links, fences].filter((n) => n > 0).length;
  return kinds > 1 || (headings === 1 && /^\s*# \S/.test(text)) || bold > 3;
}
