/** Bytes of a text file to characters, and the clean-up that makes them fit for output. Pure. */

export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** The bytes said nothing of their encoding, or were not all good: it was inferred. */
  readonly inferred: boolean;
  /** Byte sequences that the encoding does not have, each now U+FFFD. */
  readonly bad: number;
}

/** Share of UTF-16 text in Latin script whose every second byte is zero; ASCII has 1, English with curly quotes over 0.9. */
const UTF16_ZEROS = 0.4;
/** How much of a file tells its encoding without a byte order mark. */
const SAMPLE_BYTES = 4096;
/** A file whose multi-byte sequences are nearly all good UTF-8 is damaged UTF-8, not Windows-1252, in which such pairs are gibberish. */
const GOOD_UTF8 = 0.8;

/** Decodes by byte order mark, else as UTF-8 where the bytes are that, else as Windows-1252, in which no byte is wrong (WHATWG Encoding). */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decoded(bytes.subarray(3), 'utf-8', false);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes.subarray(2), 'utf-16le', false);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes.subarray(2), 'utf-16be', false);
  const wide = wideWithoutMark(bytes);
  if (wide) return decoded(bytes, wide, true);
  const { good, bad } = countUtf8(bytes);
  if (bad === 0) return decoded(bytes, 'utf-8', false);
  return good > 0 && good / (good + bad) >= GOOD_UTF8 ? decoded(bytes, 'utf-8', true) : decoded(bytes, 'windows-1252', true);
}

function decoded(bytes: Uint8Array, encoding: Decoded['encoding'], inferred: boolean): Decoded {
  if (encoding === 'windows-1252') return { text: decode1252(bytes), encoding, inferred, bad: 0 };
  const text = new TextDecoder(encoding).decode(bytes);
  let bad = 0;
  for (let i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) bad++;
  return { text, encoding, inferred, bad };
}

/** Windows-1252 from 0x80 to 0x9F (WHATWG Encoding, index-windows-1252); the five bytes without a character are controls. */
const UPPER_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Decodes Windows-1252. By hand: Node 20's TextDecoder takes it for Latin-1, and curly quotes and dashes turn into controls. */
export function decode1252(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').replace(/[\u0080-\u009F]/g, (c) => UPPER_1252[c.charCodeAt(0) - 0x80] ?? c);
}

function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const n = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (n < 4) return undefined;
  let even = 0, odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd / (n / 2) > UTF16_ZEROS && even === 0) return 'utf-16le';
  if (even / (n / 2) > UTF16_ZEROS && odd === 0) return 'utf-16be';
  return undefined;
}

/** Multi-byte sequences that are well-formed UTF-8, and bytes that belong to none. A sequence cut by the end of the file is passed over. */
function countUtf8(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0, bad = 0;
  for (let i = 0; i < bytes.length;) {
    const b = bytes[i] ?? 0;
    if (b < 0x80) { i++; continue; }
    const more = b >= 0xc2 && b < 0xe0 ? 1 : b >= 0xe0 && b < 0xf0 ? 2 : b >= 0xf0 && b < 0xf5 ? 3 : 0;
    let k = 1;
    while (k <= more && ((bytes[i + k] ?? 0) & 0xc0) === 0x80) k++;
    if (more > 0 && k > more) { good++; i += k; }
    else if (more > 0 && i + k >= bytes.length && good > 0) i += k;
    else { bad++; i++; }
  }
  return { good, bad };
}

const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff', '\uFB01': 'fi', '\uFB02': 'fl', '\uFB03': 'ffi', '\uFB04': 'ffl', '\uFB05': 'st', '\uFB06': 'st',
};

/**
 * The same clean-up as `tidy`, but white space and line ends are left as they are: for text that is still to be cut into
 * lines, so that offsets counted afterwards are those of the output.
 */
export function cleanse(text: string): string {
  return text.normalize('NFC').replace(/[\uFB00-\uFB06]/g, (c) => LIGATURES[c] ?? c)
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u009F]/g, ' ');
}
