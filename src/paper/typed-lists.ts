/**
 * Lists that an author typed within one paragraph, a line break (Shift+Enter in Word, `<br>` in a page) after each entry. Shared by the readers of formats that
 * tell a line break from the end of a paragraph. Pure.
 */
import { follows, splitLabel, type SplitLabel } from './label.js';

/** Entries of one list stand no further apart than this many labelled lines: its sub-entries are between. */
const NEAR = 40;

/** The lines (counted from 0) that begin an entry: each has a label and words, and another line near it has the next label, the one before, or the same bullet. */
export function entryLines(lines: readonly string[]): number[] {
  const labelled: { line: number; label: SplitLabel }[] = [];
  for (const [line, text] of lines.entries()) {
    const label = splitLabel(text);
    if (label && label.rest !== '') labelled.push({ line, label });
  }
  const found = new Set<number>();
  for (const [i, one] of labelled.entries()) {
    for (let k = i + 1; k < labelled.length && k <= i + NEAR; k++) {
      const other = labelled[k];
      if (!other || !isNext(one.label, other.label)) continue;
      found.add(one.line);
      found.add(other.line);
      break;
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The signs around a label's number: "(a)" and "a." are of two lists. */
const dress = (label: SplitLabel): string => label.label.replace(label.number ?? '', '#');

function isNext(one: SplitLabel, other: SplitLabel): boolean {
  if (one.bullet || other.bullet) return one.bullet && other.bullet && one.label === other.label;
  return dress(one) === dress(other) && follows(one.number ?? '', other.number ?? '');
}
