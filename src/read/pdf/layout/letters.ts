/**
 * Questions about the characters of a word, asked of every word of a paper: answered from the character codes where a word is plain ASCII, as most are,
 * and by Unicode's properties for the rest. Pure.
 */

import { isAlphanumeric } from '../../../paper/characters.js';

/** The text is made of ASCII letters alone. */
export function isPlainWord(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i) | 32;
    if (code < 97 || code > 122) return false;
  }
  return text.length > 0;
}

/** The text is made of ASCII letters and digits alone. */
export function isPlainAlphanumeric(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (!isAlphanumeric(text.charCodeAt(i))) return false;
  return text.length > 0;
}

/** The first character from which scripts written from right to left begin (Hebrew). */
const FIRST_RTL = 0x590;

/** The text may have letters of a script that is written from right to left; false is certain. */
export function mayReadBackwards(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= FIRST_RTL) return true;
  return false;
}
