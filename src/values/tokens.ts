/** A text as words, numbers and marks: what the readers of dates and times walk over instead of backtracking. */

export interface Token {
  kind: 'word' | 'number' | 'mark';
  text: string;
  lower: string;
  /** Offsets into the text, `end` exclusive. */
  start: number;
  end: number;
  /** White space stands before it. */
  spaced: boolean;
  /** A tab, a line end or two spaces stand before it: a gap between columns. */
  wide: boolean;
}

const TOKEN = /\d+|\p{L}+(?:['’]\p{L}+)*|[^\s\p{L}\d]/gu;
/** The same for a text in European letters, with the usual marks: nearly every text is one, and Unicode's properties take a hundred times as long to compile. */
const LATIN_TOKEN = /\d+|[A-Za-zÀ-ÖØ-öø-ɏ]+(?:['’][A-Za-zÀ-ÖØ-öø-ɏ]+)*|[^\sA-Za-zÀ-ÖØ-öø-ɏ\d]/g;
/** ASCII, Latin-1 without its three lone letters (ª µ º), Latin Extended A and B, punctuation, currency signs. */
const LATIN = /^[\0-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u024f\u2000-\u206f\u20a0-\u20bf]*$/;
/** True for a text of which all letters are European. */
export const isLatin = (text: string): boolean => LATIN.test(text);
const LATIN_WORD = /^[A-Za-zÀ-ÖØ-öø-ɏ]/;

/** Splits a text in one pass. Words are runs of letters (apostrophes inside them), numbers runs of digits, marks single characters. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previous = 0;
  const latin = isLatin(text);
  for (const match of text.matchAll(latin ? LATIN_TOKEN : TOKEN)) {
    const start = match.index;
    const word = match[0];
    const first = word.charCodeAt(0);
    const gap = text.slice(previous, start);
    previous = start + word.length;
    tokens.push({
      kind: first >= 48 && first <= 57 ? 'number' : (LATIN_WORD.test(word) || (!latin && /^\p{L}/u.test(word))) ? 'word' : 'mark',
      text: word,
      lower: word.toLowerCase(),
      start,
      end: previous,
      spaced: gap !== '',
      wide: gap.length > 1 || gap === '\t' || gap === '\n',
    });
  }
  return tokens;
}
