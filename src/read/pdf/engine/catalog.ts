/** The paper's language out of the document catalogue, which PDFium does not tell. Reads the file's bytes, within bounds. */
import { inflateSync } from 'node:zlib';

/** Most object streams that are opened in search of the catalogue, and most bytes that one may inflate to. */
const MOST_STREAMS = 40;
const LARGEST_STREAM = 4 << 20;
/** How far into an object its dictionary is looked at, in bytes. */
const DICTIONARY = 16_384;
/** A language tag (RFC 5646). */
const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/;

/** The catalogue's /Lang ("en-GB"), or `undefined` where there is none, or it cannot be found (encrypted files). */
export function catalogLanguage(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = text.lastIndexOf('/Root');
  if (tail < 0 || text.includes('/Encrypt', Math.max(0, tail - DICTIONARY)) ) return undefined;
  const root = /^\/Root\s+(\d{1,10})\s+(\d{1,5})\s+R/.exec(text.toString('latin1', tail, tail + 64));
  if (!root) return undefined;
  const id = root[1] ?? '';
  const own = objectAt(text, id, root[2] ?? '0');
  const dictionary = own ?? packedObject(text, id);
  return dictionary === undefined ? undefined : languageOf(dictionary);
}

function objectAt(text: Buffer, id: string, generation: string): string | undefined {
  const head = `${id} ${generation} obj`;
  // The last one counts: a file that was changed has its new catalogue after the old.
  for (let at = text.lastIndexOf(head); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(head, at - 1)) {
    const before = text[at - 1];
    if (at > 0 && before !== 10 && before !== 13 && before !== 32) continue;
    const body = text.toString('latin1', at, at + DICTIONARY);
    const end = body.indexOf('endobj');
    return end < 0 ? body : body.slice(0, end);
  }
  return undefined;
}

/** The object out of a compressed object stream (ISO 32000-2, 7.5.7). */
function packedObject(text: Buffer, id: string): string | undefined {
  let at = text.length;
  for (let i = 0; i < MOST_STREAMS; i++) {
    at = text.lastIndexOf('/ObjStm', at - 1);
    if (at < 0) return undefined;
    const start = text.indexOf('stream', at);
    if (start < 0 || start - at > DICTIONARY) continue;
    const from = start + 6 + (text[start + 6] === 13 ? 2 : 1);
    const to = text.indexOf('endstream', from);
    const objectHead = text.lastIndexOf(' obj', at);
    const first = /\/First\s+(\d{1,9})/.exec(text.toString('latin1', Math.max(0, objectHead), start));
    if (to < 0 || !first) continue;
    let body: string;
    try {
      body = inflateSync(text.subarray(from, to), { maxOutputLength: LARGEST_STREAM }).toString('latin1');
    } catch {
      continue;
    }
    const offset = Number(first[1]);
    const numbers = body.slice(0, offset).trim().split(/\s+/);
    for (let k = 0; k + 1 < numbers.length; k += 2) {
      if (numbers[k] !== id) continue;
      const next = numbers[k + 3];
      return body.slice(offset + Number(numbers[k + 1]), next === undefined ? undefined : offset + Number(next));
    }
  }
  return undefined;
}

function languageOf(dictionary: string): string | undefined {
  const plain = /\/Lang\s*\(([^()\\]{1,80})\)/.exec(dictionary)?.[1];
  const hex = plain === undefined ? /\/Lang\s*<([0-9A-Fa-f\s]{2,200})>/.exec(dictionary)?.[1] : undefined;
  const value = (plain ?? (hex === undefined ? '' : Buffer.from(hex.replace(/\s/g, ''), 'hex').toString('latin1'))).replace(/[^A-Za-z0-9-]/g, '');
  return TAG.test(value) ? value : undefined;
}
