/**
 * Footnotes: small print at the foot of a page or column that opens with a mark which stands raised in the text above. Pure.
 */
import type { Label } from './labels.js';
import type { Line } from './lines.js';
import type { Draft } from './paragraphs.js';

/** Notes are set at most at this share of the size of running text. */
const SMALL = 0.95;
const MARK = /^(?:\d{1,3}|[a-z]|[*\u2020\u2021\u00A7]{1,3}|[ivx]{1,5})$/u;

/**
 * Tells which of a region's paragraphs (top to bottom) are notes: by the place in the list, the mark, and the paragraph without it.
 * `size` is that of the running text; `marks` are the raised marks in the text of the page.
 */
export function notesOf(drafts: readonly Draft[], size: number, marks: ReadonlySet<string>): Map<number, { mark: string; draft: Draft }> {
  const found = new Map<number, { mark: string; draft: Draft }>();
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!;
    const first = draft.lines[0]!;
    if (first.size > size * SMALL) break;
    const word = first.words[0]!;
    const mark = word.text.replace(/[.)\]]+$/, '').replace(/^[([]+/, '');
    if (!MARK.test(mark)) continue;
    const raised = word.superscript === true;
    if (!raised && !marks.has(mark)) continue;
    if (raised && !marks.has(mark) && first.words.length < 2) continue;
    const label: Label = { text: word.text, number: mark, bullet: false, words: 1, sure: true, alone: first.words.length === 1 };
    found.set(i, { mark, draft: { ...draft, label } });
  }
  return found;
}

/** The raised marks in lines, those that open a line of small print left out. */
export function marksIn(lines: readonly Line[], size: number): Set<string> {
  const marks = new Set<string>();
  for (const l of lines) {
    for (let i = 0; i < l.words.length; i++) {
      const w = l.words[i]!;
      if (!w.superscript || (i === 0 && l.size <= size * SMALL)) continue;
      // "12,13" and "(3)" are marks; the "th" of "19th" is none.
      for (const m of w.text.split(/[,\s]+/)) { const bare = m.replace(/[()[\].]/g, ''); if (MARK.test(bare) && !/^(?:st|nd|rd|th)$/.test(bare)) marks.add(bare); }
    }
  }
  return marks;
}

