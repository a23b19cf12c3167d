/**
 * Finds the parts of a Word file: the main part by relationship and content type (ECMA-376 part 2, OPC), and the parts
 * that it refers to. Also says plainly what a file is that looks like a Word file and is none.
 */
import { PaperError, type Limits } from '../reader.js';
import { readXml, type Attributes, type XmlEvents } from './xml.js';
import { Package } from './zip.js';

/** What a relationship of a part leads to. */
export interface Relationship {
  /** The last word of the type's address: "styles", "header", "hyperlink". */
  readonly type: string;
  /** A part's name in the package, or an address outside of it where `external`. */
  readonly target: string;
  readonly external: boolean;
}

export type Relationships = ReadonlyMap<string, Relationship>;

/** First bytes of an OLE compound file ([MS-CFB] 2.2), which holds encrypted Word files and those of before 2007. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((b, i) => bytes[i] === b);

const MAIN_TYPES = /wordprocessingml\.(?:document|template)\.main\+xml$|\.ms-word\.(?:document|template)\.macroenabled(?:template)?\.main\+xml$/i;

/** An open Word file: its parts by name, and its main part. */
export class WordFile {
  readonly zip: Package;
  readonly main: string;
  readonly #limits: Limits;

  /** Throws a PaperError (`encrypted`, `unsupported`, `damaged`, `too-large`, `empty`) where the bytes are no Word file. */
  constructor(bytes: Uint8Array, limits: Limits) {
    if (bytes.length === 0) throw new PaperError('empty', 'the file is empty');
    if (startsWith(bytes, COMPOUND_FILE)) throw compoundFile(bytes);
    this.#limits = limits;
    try {
      this.zip = new Package(bytes, limits);
    } catch (error) {
      // Without a zip's first bytes nor its directory it is no zip at all.
      if (startsWith(bytes, [0x50, 0x4b]) || !(error instanceof PaperError) || error.code !== 'damaged') throw error;
      throw new PaperError('unsupported', 'it is not a Word file (.docx is a zip file, and this is none)');
    }
    this.main = this.#findMain();
  }

  /** Streams a part's XML; false where the package does not have it. `peek` may read it once before, by its bytes. */
  parse(part: string, events: XmlEvents, peek?: (bytes: Uint8Array) => XmlEvents | undefined): boolean {
    const bytes = this.zip.read(part);
    if (!bytes) return false;
    if (bytes.length === 0) return false;
    const first = peek?.(bytes);
    if (first) readXml(bytes, part, this.#limits.depth, first);
    readXml(bytes, part, this.#limits.depth, events);
    return true;
  }

  /** The relationships of a part, by id; of the package itself where `part` is empty. */
  relationships(part: string): Relationships {
    const cut = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, cut);
    const found = new Map<string, Relationship>();
    this.parse(`${folder}_rels/${part.slice(cut)}.rels`, {
      open: (name: string, a: Attributes) => {
        if (name !== 'pr:Relationship' || a['Id'] === undefined || a['Target'] === undefined) return;
        const external = a['TargetMode'] === 'External';
        const type = (a['Type'] ?? '').slice((a['Type'] ?? '').lastIndexOf('/') + 1);
        found.set(a['Id'], { type, external, target: external ? a['Target'] : resolve(folder, a['Target']) });
      },
    });
    return found;
  }

  #findMain(): string {
    for (const { type, external, target } of this.relationships('').values()) {
      if (type === 'officeDocument' && !external && this.zip.has(target)) return this.#checkedMain(target);
    }
    const byType = this.#partsByType().find(([, type]) => MAIN_TYPES.test(type))?.[0];
    if (byType !== undefined && this.zip.has(byType)) return byType;
    if (this.zip.has('word/document.xml')) return 'word/document.xml';
    if (this.zip.has('mimetype') && this.zip.has('content.xml')) throw new PaperError('unsupported', 'it is an OpenDocument file, not a Word file');
    if (this.zip.has('[Content_Types].xml')) throw new PaperError('damaged', 'the Word file has no document in it');
    throw new PaperError('unsupported', 'it is a zip file, but not a Word file');
  }

  /** Refuses workbooks and slides, which are built alike. */
  #checkedMain(target: string): string {
    const folder = target.split('/')[0];
    if (folder === 'xl') throw new PaperError('unsupported', 'it is an Excel workbook, not a Word file');
    if (folder === 'ppt') throw new PaperError('unsupported', 'it is a PowerPoint file, not a Word file');
    return target;
  }

  #partsByType(): [string, string][] {
    const parts: [string, string][] = [];
    this.parse('[Content_Types].xml', {
      open: (name: string, a: Attributes) => {
        if (name === 'ct:Override' && a['PartName'] !== undefined) parts.push([a['PartName'].replace(/^\//, ''), a['ContentType'] ?? '']);
      },
    });
    return parts;
  }
}

/** A target as a part name: relative to the folder of the part that names it, or from the root. `..` ends at the root. */
function resolve(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const kept: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '.' && step !== '') kept.push(step);
  }
  return kept.join('/');
}

function compoundFile(bytes: Uint8Array): PaperError {
  // Names of streams in the compound file's directory are UTF-16.
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? new PaperError('encrypted', 'encrypted; open it in Word and save it without a password')
    : new PaperError('unsupported', 'it is a Word file of before 2007 (.doc), not a .docx');
}
