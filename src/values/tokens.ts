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

/** Splits a text in one pass. Words are runs of letters (apostrophes inside them), numbers runs of digits, marks single characters. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previous = 0;
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const word = match[0];
    const first = word.charCodeAt(0);
    const gap = text.slice(previous, start);
    previous = start + word.length;
    tokens.push({
      kind: first >= 48 && first <= 57 ? 'number' : /^\p{L}/u.test(word) ? 'word' : 'mark',
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
