/** Text from papers and file names, made safe for a terminal. */

const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
/** Characters that change the direction of what follows: shown by their names, so that a line reads as it is. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const escaped = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As JSON on one line, in which nothing moves a terminal's cursor or turns its text round: such characters are written out, and mean the same. */
export function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(CONTROL, escaped).replace(BIDI, escaped).replace(/[\u2028\u2029]/g, escaped);
}

/** The text with control characters, escape sequences and bidi overrides written out, on one line. */
export function safe(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').replace(CONTROL, escaped).replace(BIDI, escaped);
}
