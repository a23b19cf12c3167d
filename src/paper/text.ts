/** Small text functions that readers and kinds share. Pure. */
import { isAlphanumeric } from './characters.js';

const SPACE = /\s/;
/** White space as ECMAScript has it (`\s`), of a UTF-16 code unit. */
export const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || (code >= 0xa0 && SPACE.test(String.fromCharCode(code)));

/** How many characters of the text are not white space: the unit in which coverage is counted. */
export function inkLength(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a character outside the basic plane is no character of its own.
    if (code > 0x20 && code < 0x7f) n++;
    else if (!isSpace(code) && !(code >= 0xdc00 && code <= 0xdfff && i > 0 && text.charCodeAt(i - 1) >= 0xd800 && text.charCodeAt(i - 1) <= 0xdbff)) n++;
  }
  return n;
}

const LIGATURES: Readonly<Record<string, string>> = {
  '\uFB00': 'ff', '\uFB01': 'fi', '\uFB02': 'fl', '\uFB03': 'ffi', '\uFB04': 'ffl', '\uFB05': 'st', '\uFB06': 'st',
};

/** Control characters (C0, C1, DEL) but tab and line ends, which are white space. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;
/** Soft hyphen, zero-width characters, byte order mark. Bidi marks stay: they change how text reads. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** The text is tidy as it is: printable ASCII, pound signs, dashes and curly quotes, with single spaces between. False is not certain. */
function isTidyText(text: string): boolean {
  let before = 0x20;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x20 ? before === 0x20 : (code < 0x21 || code > 0x7e) && code !== 0xa3 && !(code >= 0x2013 && code <= 0x201d)) return false;
    before = code;
  }
  return before !== 0x20;
}

/** Text as the contract has it: NFC, ligatures spelled out, soft hyphens and control characters gone, white space folded and trimmed. */
export function tidy(text: string): string {
  if (isTidyText(text)) return text;
  return text.normalize('NFC').replace(/[\uFB00-\uFB06]/g, (c) => LIGATURES[c] ?? c)
    .replace(INVISIBLE, '').replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
}

/** Texts folded lately: a heading is compared with the wordings of one kind after another. Emptied when it has grown to `MOST_FOLDED`. */
const folded = new Map<string, string>();
const MOST_FOLDED = 10_000;
/** Longer texts (characters) are prose, seldom folded twice. */
const LONGEST_KEPT = 200;

/** Printable ASCII but the grave accent: nothing to normalise, and most of what is folded. */
const PLAIN = /^[ -_a-~]*$/;

function foldPlain(text: string): string {
  let out = text.toLowerCase().trim();
  if (out.includes('  ')) out = out.replace(/ +/g, ' ');
  let end = out.length;
  while (end > 0 && '.:;,'.includes(out[end - 1] ?? ' ')) end--;
  return end === out.length ? out : out.slice(0, end).trim();
}

/** For comparing: one case, straight quotes, one dash, one space, no full stop or colon at the end. */
export function fold(text: string): string {
  const known = folded.get(text);
  if (known !== undefined) return known;
  const out = foldAnew(text);
  if (text.length <= LONGEST_KEPT) {
    if (folded.size >= MOST_FOLDED) folded.clear();
    folded.set(text, out);
  }
  return out;
}

/** The same for a text that is folded once, by somebody who keeps it. */
export function foldAnew(text: string): string {
  return PLAIN.test(text) ? foldPlain(text) : text.normalize('NFKC').toLowerCase().replace(/[\u2018\u2019\u201B\u2032`]/g, "'").replace(/[\u201C\u201D]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-').replace(/\s+/gu, ' ').trim().replace(/\s*[.:;,]+$/u, '').trim();
}

/** The bit by which a small ASCII letter differs from its capital; digits have it set. */
const SMALL = 0x20;

/** False where the text, folded, certainly begins with none of these codes: told by its first letter or figure, since to fold it all takes longer. */
export function mayFoldTo(text: string, codes: { has(code: number): boolean }): boolean {
  const first = text.charCodeAt(0);
  return !isAlphanumeric(first) || codes.has(first | SMALL);
}
