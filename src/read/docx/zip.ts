/**
 * Reads the parts of a zip package (APPNOTE 6.3: central directory, zip64, stored and deflated entries) out of memory.
 *
 * Nothing touches the disk, so an entry's name is only a key. The sizes that the directory declares are their author's
 * word: bytes are counted while inflating, over all parts together.
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { PaperError, type Limits } from '../reader.js';

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly compressed: number;
  readonly local: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_END = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const ENDS = new Set([END_OF_DIRECTORY, ZIP64_END]);
/** Bytes of the end record without its comment, and the longest comment (a 16-bit length). */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

const damaged = (message: string, cause?: unknown): PaperError => new PaperError('damaged', message, { cause });

/** An open zip package. */
export class Package {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();
  readonly #limit: number;
  #inflated = 0;
  /** How far the archive lies behind where its offsets say. */
  #moved = 0;
  /** Names of parts whose checksum does not match what was read. */
  readonly wrongSums: string[] = [];
  /** Names that the directory lists more than once; the first entry counts. */
  readonly duplicates: string[] = [];

  /** Throws a PaperError (`damaged`, `too-large`) where the bytes are no zip file that can be read. */
  constructor(bytes: Uint8Array, limits: Pick<Limits, 'inflated' | 'entries'>) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#limit = limits.inflated;
    this.#readDirectory(limits.entries);
  }

  get names(): IterableIterator<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#find(name) !== undefined;
  }

  /** The bytes of a part, or `undefined` where the package has none of that name (letter case aside, as OPC has it). */
  read(name: string): Uint8Array | undefined {
    const entry = this.#find(name);
    if (!entry) return undefined;
    if (entry.flags & 1) throw new PaperError('encrypted', 'its zip entries are encrypted; save it without a password');
    const at = entry.local + this.#moved;
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL_HEADER) throw damaged(`the zip entry ${name} is not where its directory says`);
    const start = at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    const end = start + entry.compressed;
    if (end > this.#bytes.length) throw damaged(`the zip entry ${name} runs past the end of the file`);
    const raw = this.#bytes.subarray(start, end);
    const data = this.#inflate(raw, entry, name);
    this.#inflated += data.length;
    if (this.#inflated > this.#limit) throw tooLarge();
    if (crc32(data) !== entry.crc) this.wrongSums.push(name);
    return data;
  }

  #inflate(raw: Uint8Array, entry: Entry, name: string): Uint8Array {
    if (entry.method === 0) return raw;
    if (entry.method !== 8) throw new PaperError('unsupported', `its zip entry ${name} is packed by method ${entry.method}, which no Word file uses; save it again in Word`);
    try {
      return inflateRawSync(raw, { maxOutputLength: Math.max(1, this.#limit - this.#inflated) });
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
      throw damaged(`the zip entry ${name} cannot be unpacked`, error);
    }
  }

  #find(name: string): Entry | undefined {
    return this.#entries.get(name.toLowerCase());
  }

  #readDirectory(most: number): void {
    const { start, count } = this.#directory();
    const names = new TextDecoder();
    let at = start;
    for (let i = 0; i < count; i++) {
      if (i >= most) throw new PaperError('too-large', `the file has more than ${most} zip entries`);
      // The end record's count is its author's word, too: what ends the directory is the end record.
      if (at + 4 <= this.#bytes.length && i > 0 && ENDS.has(this.#view.getUint32(at, true))) break;
      if (at + 46 > this.#bytes.length || this.#view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged('the directory of the zip file is broken');
      const nameLength = this.#view.getUint16(at + 28, true);
      const extraLength = this.#view.getUint16(at + 30, true);
      const commentLength = this.#view.getUint16(at + 32, true);
      // Some writers part folders with backslashes.
      const name = names.decode(this.#bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/').toLowerCase();
      const wide = this.#zip64Sizes(at, nameLength, extraLength);
      const entry: Entry = {
        flags: this.#view.getUint16(at + 8, true), method: this.#view.getUint16(at + 10, true), crc: this.#view.getUint32(at + 16, true),
        compressed: wide.compressed, local: wide.local,
      };
      if (this.#entries.has(name)) this.duplicates.push(name);
      else this.#entries.set(name, entry);
      at += 46 + nameLength + extraLength + commentLength;
    }
  }

  /** Finds the end record, searching backwards over its comment. */
  #directory(): { start: number; count: number } {
    const first = Math.max(0, this.#bytes.length - END_LENGTH - LONGEST_COMMENT);
    for (let at = this.#bytes.length - END_LENGTH; at >= first; at--) {
      if (this.#view.getUint32(at, true) !== END_OF_DIRECTORY) continue;
      const count = this.#view.getUint16(at + 10, true);
      const size = this.#view.getUint32(at + 12, true);
      const start = this.#view.getUint32(at + 16, true);
      const locator = at - 20;
      if (locator >= 0 && this.#view.getUint32(locator, true) === ZIP64_LOCATOR) {
        const end = Number(this.#view.getBigUint64(locator + 8, true));
        if (end + 56 <= this.#bytes.length && this.#view.getUint32(end, true) === ZIP64_END) {
          return { count: Number(this.#view.getBigUint64(end + 32, true)), start: Number(this.#view.getBigUint64(end + 48, true)) };
        }
      }
      // Bytes put before the archive move all that its offsets say; the directory still ends where its end record begins.
      const moved = at - size - start;
      if (count > 0 && moved > 0 && !this.#isEntry(start) && this.#isEntry(at - size)) {
        this.#moved = moved;
        return { count, start: at - size };
      }
      return { count, start };
    }
    throw damaged('the zip file has no directory at its end: it was cut short');
  }

  #isEntry(at: number): boolean {
    return at >= 0 && at + 4 <= this.#bytes.length && this.#view.getUint32(at, true) === DIRECTORY_ENTRY;
  }

  /** Sizes and offset of an entry, from its zip64 extra field where the 32-bit fields are full. */
  #zip64Sizes(at: number, nameLength: number, extraLength: number): { compressed: number; local: number } {
    let compressed = this.#view.getUint32(at + 20, true);
    let local = this.#view.getUint32(at + 42, true);
    if (compressed !== 0xffffffff && local !== 0xffffffff) return { compressed, local };
    let extra = at + 46 + nameLength;
    const end = Math.min(extra + extraLength, this.#bytes.length);
    while (extra + 4 <= end) {
      const id = this.#view.getUint16(extra, true);
      const size = this.#view.getUint16(extra + 2, true);
      if (id === 1) {
        let field = extra + 4;
        const fieldsEnd = Math.min(field + size, end);
        const next = (): number => {
          if (field + 8 > fieldsEnd) throw damaged('the directory of the zip file is broken');
          const value = Number(this.#view.getBigUint64(field, true));
          field += 8;
          return value;
        };
        if (this.#view.getUint32(at + 24, true) === 0xffffffff) next();
        if (compressed === 0xffffffff) compressed = next();
        if (local === 0xffffffff) local = next();
      }
      extra += 4 + size;
    }
    return { compressed, local };
  }
}

const tooLarge = (): PaperError => new PaperError('too-large', 'its parts inflate to more than the limit');
