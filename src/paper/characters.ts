/**
 * Letters and figures of any script, asked of thousands of texts: answered from the character codes where they are ASCII, as most are, and by Unicode's properties for
 * the rest. (An expression with those properties takes a quarter of a millisecond to compile, and most papers ask for none.) Pure.
 */

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** The first code that is not ASCII. */
const BEYOND_ASCII = 0x80;

/** An ASCII letter or digit, by its code. */
export const isAlphanumeric = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x30 && code <= 0x39);

/** The letters and figures among the signs of Latin-1 (U+0080 to U+00BF): ª ² ³ µ ¹ º ¼ ½ ¾. */
const LATIN_1_WORDS: ReadonlySet<number> = new Set([0xaa, 0xb2, 0xb3, 0xb5, 0xb9, 0xba, 0xbc, 0xbd, 0xbe]);

/**
 * What is known of a code beyond ASCII without asking Unicode: signs of Latin-1 (£, ·), the letters of European languages (U+00C0 to U+024F, but for the signs × and ÷),
 * dashes, quotes and spaces (U+2000 to U+206F), currencies (U+20A0 to U+20CF), boxes and bullets (U+2500 to U+2775) and what symbol fonts call their own (U+E000 to U+F8FF).
 */
function known(code: number): boolean | undefined {
  if (code <= 0x24f) return code < 0xc0 ? LATIN_1_WORDS.has(code) : code !== 0xd7 && code !== 0xf7;
  return (code >= 0x2000 && code <= 0x206f) || (code >= 0x20a0 && code <= 0x20cf) || (code >= 0x2500 && code <= 0x2775) || (code >= 0xe000 && code <= 0xf8ff) ? false : undefined;
}

/** A letter or figure begins at the offset `i` of the text. */
export function isWordAt(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < BEYOND_ASCII) return isAlphanumeric(code);
  return i < text.length && (known(code) ?? LETTER_OR_DIGIT.test(String.fromCodePoint(text.codePointAt(i) ?? 0)));
}

/** A letter or figure ends at the offset `i` of the text. */
export function isWordBefore(text: string, i: number): boolean {
  if (i <= 0) return false;
  const low = text.charCodeAt(i - 1);
  return isWordAt(text, low >= 0xdc00 && low <= 0xdfff && i > 1 ? i - 2 : i - 1);
}

/** The text begins, or ends, in a letter or figure. */
export const beginsInWord = (text: string): boolean => isWordAt(text, 0);
export const endsInWord = (text: string): boolean => isWordBefore(text, text.length);

/** The text has a letter or figure in it. */
export function hasLetterOrDigit(text: string): boolean {
  let plain = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isAlphanumeric(code)) return true;
    if (code >= BEYOND_ASCII) plain = false;
  }
  if (plain) return false;
  for (let i = 0; i < text.length; i++) if (isWordAt(text, i)) return true;
  return false;
}

/** The text without what stands before its first letter or figure and after its last. */
export function withoutEdges(text: string): string {
  let from = 0;
  while (from < text.length && !isWordAt(text, from)) from += (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
  let to = text.length;
  while (to > from && !isWordBefore(text, to)) to--;
  return text.slice(from, to);
}

/** The text's runs of letters and figures, parted by single spaces, without anything else. */
export function wordsAlone(text: string): string {
  let out = '';
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= BEYOND_ASCII) return text.replace(NOT_WORDS, ' ').trim();
    if (isAlphanumeric(code)) {
      if (from < 0) from = i;
    } else if (from >= 0) {
      out += out === '' ? text.slice(from, i) : ` ${text.slice(from, i)}`;
      from = -1;
    }
  }
  return out;
}
const NOT_WORDS = /[^\p{L}\p{N}]+/gu;
