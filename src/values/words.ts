/** Words of a text in small letters, asked by hand: an expression with many words in it takes a millisecond to compile. */

/** An ASCII letter, figure or low line, by its code: what `\w` is. */
export const isWord = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;

/** True where the text has one of the words in it, alone or inside another. */
export const hasOneOf = (small: string, words: readonly string[]): boolean => words.some((word) => small.includes(word));
