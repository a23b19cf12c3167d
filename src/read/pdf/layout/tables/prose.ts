/** What a line of text is, seen alone: prose, a caption, phrases side by side. */
import type { Word } from '../words.js';
import { solidRuns, type River } from './columns.js';
import type { Line } from './lines.js';
import { isListLabel } from './values.js';

// As shares.
/** A line of prose fills this share of the width. */
const PROSE_WIDTH = 0.62;
/** ... with at least this many words in one phrase. */
const PROSE_WORDS = 6;

/** Prose starts at the left of its column, within this share of the width. */
const PROSE_INDENT = 0.2;

/** True for a line of running text in a column that starts at `left` and is `width` wide, in points. */
export const isProse = (line: Line, words: readonly Word[], left: number, width: number): boolean =>
  line.phrases.some((p) => p.right - p.left >= PROSE_WIDTH * width && p.left <= left + PROSE_INDENT * width && p.words.length >= PROSE_WORDS) && line.phrases.length <= 2
  && !(line.phrases.length === 2 && !isListLabel(words[line.phrases[0]!.words[0]!]!.text));

/** Captions and sources, which stand outside a table however they are spaced. */
const CAPTION = /^(?:table|tab\.|figure|fig\.|chart|graph|box|exhibit)$/i;
const SOURCE = /^(?:sources?|notes?|n\.?b\.?)[:.]?$/i;
export const isCaption = (line: Line, words: readonly Word[]): boolean => {
  const first = words[line.words[0]!]!.text, second = line.words.length > 1 ? words[line.words[1]!]!.text : '';
  return namesTable(line, words) || (SOURCE.test(first) && (first.endsWith(':') || second === ':'));
};
/** A caption that gives a table or figure its number. */
export const namesTable = (line: Line, words: readonly Word[]): boolean =>
  CAPTION.test(words[line.words[0]!]!.text) && line.words.length > 1 && /^[A-Z]{0,3}[-–.]?\d|^[IVX]+[.:]?$/.test(words[line.words[1]!]!.text);

/** A caption that says it is a table's, not a figure's or a box's. */
export const captionsTable = (line: Line, words: readonly Word[]): boolean => namesTable(line, words) && /^(?:table|tab\.|exhibit)$/i.test(words[line.words[0]!]!.text);

/** The line begins and ends with these brackets. */
export const inBrackets = (line: Line, words: readonly Word[], open: string, close: string): boolean =>
  words[line.words[0]!]!.text.startsWith(open) && words[line.words[line.words.length - 1]!]!.text.endsWith(close);

/** One pair of brackets around all of a line of several phrases, though a wide space parts its sentences: "(In thousands.   -- rounds to zero)". */
export const isOneRemark = (line: Line, words: readonly Word[]): boolean => line.phrases.length > 1
  && [['(', ')'], ['[', ']']].some(([open, close]) => inBrackets(line, words, open!, close!) && !line.words.slice(0, -1).some((i) => words[i]!.text.includes(close!)));

/** Lines out of columns (a heading, a wrapped label) that a table may hold between two in columns, where no rules say what is its own. */
export const LOOSE_LINES = 2;
/** A name wrapped in a narrow key column may have this many lines before its figures. */
export const NAME_LINES = 4;

/** A line whose phrases stand in several columns: more than a list label and its text. */
export const inColumns = (line: Line, words: readonly Word[]): boolean =>
  line.phrases.length >= 3 || (line.phrases.length === 2 && !(line.phrases[0]!.words.length === 1 && isListLabel(words[line.phrases[0]!.words[0]!]!.text)));

/** True where no word of the line lies across the middle of a river, headings over several columns (one phrase over rivers) apart. */
export const keeps = (line: Line, words: readonly Word[], rivers: readonly River[]): boolean => {
  const runs = solidRuns(words, line);
  return rivers.every((r) => { const x = (r.left + r.right) / 2; return !runs.some(([left, right]) => left < x - 0.5 && right > x + 0.5); });
};

/** The key column takes at least this share of the width; text set this share of the width off its middle is not centred. */
const ASIDE = 0.15;
const OFF_MIDDLE = 0.05;

/**
 * Text that keeps to the right of the key column, and is not set on the middle as a heading is: the rest of a row that began on the page before,
 * or a row that has one cell filled.
 */
export function aside(lines: readonly Line[], from: number, width: number): boolean {
  const left = Math.min(...lines.map((l) => l.left)), right = Math.max(...lines.map((l) => l.right));
  return left >= from + ASIDE * width && Math.abs((left + right) / 2 - (from + width / 2)) > OFF_MIDDLE * width;
}
