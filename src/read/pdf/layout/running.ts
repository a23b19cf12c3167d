/**
 * Titles that a slide or sheet prints again above the rest of a table. They are text, not furniture, but do not part the table. Pure.
 * Coordinates are PDF points, origin top left.
 */
import { fold } from '../../../paper/text.js';
import { linesOf, lineText } from './lines.js';
import type { Word } from './words.js';

/** Share of the page's height, at top and bottom, in which a title or note printed again may stand. */
const MARGIN = 0.125;
/** A page number that furniture did not know. */
const NUMBER = /^\W*(?:page )?\d{1,4}(?: of \d{1,4})?\W*$/iu;

interface Page { readonly number: number; readonly height: number; readonly words: readonly Word[] }

/**
 * Tells of a word, by page (counted from 1) and place among the page's words, whether it stands in the margin in a line that the page before prints
 * there too, or at the foot in one that the next page prints there. A title that is new on its page heads what is below it.
 */
export function runningTitles(pages: readonly Page[]): (page: number, word: number) => boolean {
  const margins = new Map(pages.map((p) => {
    const place = (w: Word): 'head' | 'foot' | undefined => (w.box[3] < MARGIN * p.height ? 'head' : w.box[1] > (1 - MARGIN) * p.height ? 'foot' : undefined);
    const found = new Map<Word, { readonly place: 'head' | 'foot'; readonly text: string }>();
    for (const side of ['head', 'foot'] as const) {
      for (const line of linesOf(p.words.filter((w) => place(w) === side), p.number)) for (const w of line.words) found.set(w, { place: side, text: fold(lineText(line)) });
    }
    return [p.number, { found, texts: new Set([...found.values()].map((l) => `${l.place} ${l.text}`)) }] as const;
  }));
  const words = new Map(pages.map((p) => [p.number, p.words]));
  return (page, index) => {
    const word = words.get(page)?.[index];
    const line = word && margins.get(page)?.found.get(word);
    if (!line) return false;
    const key = `${line.place} ${line.text}`;
    return NUMBER.test(line.text) || margins.get(page - 1)?.texts.has(key) === true || (line.place === 'foot' && margins.get(page + 1)?.texts.has(key) === true);
  };
}
