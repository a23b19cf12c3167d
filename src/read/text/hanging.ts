/**
 * Lines that hang under the text behind a label ("(b)<tab>that the Clerk report to the" / "<tab><tab>next meeting"), in texts whose other lines are not wrapped:
 * forms and minutes typed by hand. Pure.
 */
import type { Line } from './lines.js';

/** Where tab stops may be: a typewriter's, an editor's. In columns. */
const TAB_STOPS = [8, 4] as const;
/** A line that was broken because it was full ends no further left than this. In columns. */
const LEAST_END = 40;
/** Typed with spaces, a line may begin this much beside the column. */
const BESIDE = 1;

/** A label or a field's name, and the gap behind it. */
const LABELLED = /^\s*(?:\S{1,9}|\p{Lu}[^\t:]{0,40}:)(?:\t+ *| {2,})(?=\S)/u;
const ENDS = /[.:;!?]["'”’)]?$/;
/** The line above cannot end there. */
const MID_PHRASE = /(?:[,–—-]|\b(?:a|an|and|at|by|for|from|in|its|of|on|or|the|their|to|with))$/u;

function column(raw: string, length: number, stops: number): number {
  let at = 0;
  for (let i = 0; i < length; i++) at += raw.charAt(i) === '\t' ? stops - (at % stops) : 1;
  return at;
}

/** True where `line` goes on with the paragraph that begins with the labelled line `first` and now ends with `before`. */
export function hangs(first: Line, before: Line, line: Line): boolean {
  if (!/^\s/.test(line.raw) || ENDS.test(before.text) || /\S(?:\t| {3,})\S/.test(line.text)) return false;
  if (!/^[\p{Ll}(]/u.test(line.text) && !MID_PHRASE.test(before.text)) return false;
  const gap = LABELLED.exec(first.raw)?.[0].length;
  if (gap === undefined) return false;
  const indent = line.raw.length - line.raw.trimStart().length;
  return TAB_STOPS.some((stops) => {
    const aside = Math.abs(column(first.raw, gap, stops) - column(line.raw, indent, stops));
    return aside <= (first.raw.includes('\t') ? 0 : BESIDE) && column(before.raw, before.raw.trimEnd().length, stops) >= LEAST_END;
  });
}
