/** The names of a zip's entries, read from its central directory by hand: enough to say what a file is without unpacking it. Pure. */

export interface ZipNames {
  readonly all: readonly string[];
  /** The text of an uncompressed first entry called "mimetype" (OpenDocument 1.2 part 3, 3.3; EPUB). */
  readonly mimetype?: string;
  /** False where the directory could not be found: names then come from the entries themselves, as far as they go. */
  readonly complete: boolean;
  /** True where an entry has this name, or for a name that ends in "/", stands under it. */
  has(name: string): boolean;
}

/** End of central directory record: 22 bytes and a comment of up to 65535 (APPNOTE 6.3.10, 4.3.16). */
const END_BYTES = 22 + 65_535;
/** More entries than any document has; names past them are not read. */
const MOST_NAMES = 50_000;

export function zipNames(bytes: Uint8Array): ZipNames {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const listed = directoryNames(bytes, view);
  const all = listed ?? localNames(bytes, view);
  return {
    all, complete: listed !== undefined, mimetype: mimetypeOf(bytes, view),
    has: (name) => all.some((n) => (name.endsWith('/') ? n.startsWith(name) : n === name)),
  };
}

const name = (bytes: Uint8Array, from: number, length: number): string =>
  new TextDecoder('utf-8').decode(bytes.subarray(from, from + length)).replaceAll('\\', '/').replace(/^\/+/, '');

function directoryNames(bytes: Uint8Array, view: DataView): string[] | undefined {
  for (let end = bytes.length - 22; end >= Math.max(0, bytes.length - END_BYTES); end--) {
    if (view.getUint32(end, true) !== 0x06054b50) continue;
    const size = view.getUint32(end + 12, true);
    let at = view.getUint32(end + 16, true);
    // Where bytes were put before the archive, or it is Zip64, the directory still ends where its end record begins.
    if (at + 4 > bytes.length || view.getUint32(at, true) !== 0x02014b50) at = end - size;
    const names: string[] = [];
    while (at >= 0 && at + 46 <= end && view.getUint32(at, true) === 0x02014b50 && names.length < MOST_NAMES) {
      const length = view.getUint16(at + 28, true);
      names.push(name(bytes, at + 46, length));
      at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    if (names.length > 0) return names;
  }
  return undefined;
}

/** Names out of the local headers of a zip without a directory: one that was cut off. */
function localNames(bytes: Uint8Array, view: DataView): string[] {
  const names: string[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === 0x04034b50 && names.length < MOST_NAMES) {
    const length = view.getUint16(at + 26, true);
    names.push(name(bytes, at + 30, length));
    const packed = view.getUint32(at + 18, true);
    const streamed = (view.getUint16(at + 6, true) & 8) !== 0 && packed === 0;
    if (streamed) break;
    at += 30 + length + view.getUint16(at + 28, true) + packed;
  }
  return names;
}

function mimetypeOf(bytes: Uint8Array, view: DataView): string | undefined {
  if (bytes.length < 38 || view.getUint32(0, true) !== 0x04034b50 || view.getUint16(8, true) !== 0) return undefined;
  const length = view.getUint16(26, true);
  if (name(bytes, 30, length) !== 'mimetype') return undefined;
  const from = 30 + length + view.getUint16(28, true);
  const size = Math.min(view.getUint32(22, true) || 80, 200);
  return new TextDecoder('latin1').decode(bytes.subarray(from, from + size)).split(/[^\x21-\x7e]|PK/)[0];
}
