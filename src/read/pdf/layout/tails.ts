/**
 * Text set at the right margin beside the first line of a wrapped paragraph, as agendas print the pages of an item:
 *
 *     3.  Minutes of the meeting held on 4 May and of   (Pages 1 - 6)
 *         the special meeting held on 11 May
 *
 * and the value that stands beside the first line of a wrapped label:
 *
 *     Does the report contain exempt     No
 *     information?
 *
 * Read line by line it would fall into the middle of the sentence. Pure. Coordinates are PDF points.
 */
import { isTab } from './labels.js';
import { endsSentence, greatest, lineOf, span, type Line } from './lines.js';

/** A number, a range of pages, or words in brackets. */
const ASIDE = /^(?:\(.+\)|(?:pages? ?)?[\d\u2013-][\d \u2013-]*)$/iu;
/** A label is over with its colon or question mark. */
const LABEL_ENDS = /[:?]$/u;
/** A label has at most so many lines. */
const LABEL_LINES = 3;
/** A space between words, in sizes. */
const SPACE = 0.3;

/** The lines with such text behind them instead of between them; the lines themselves where there is none. */
export function tailLast(lines: readonly Line[]): readonly Line[] {
  const [first, second] = lines;
  if (!first || !second || first.page !== second.page || first.backwards || first.angle !== second.angle) return lines;
  for (let i = first.words.length - 1; i > 0; i--) {
    if (!isTab(first, i)) continue;
    const head = lineOf(first.words.slice(0, i), first.page), tail = lineOf(first.words.slice(i), first.page);
    if ((!ASIDE.test(tail.words.map((w) => w.text).join(' ')) && !labels(head, lines)) || endsSentence(head)) return lines;
    // All other lines stay clear of it ...
    if (greatest(lines.slice(1), (l) => (l.page === first.page ? l.end : -Infinity)) > tail.start) return lines;
    // ... and the head is full: the next word would not have fitted before it.
    const [from, to] = span(second.words[0]!);
    if (head.end + SPACE * head.size + (to - from) < tail.start - SPACE * head.size) return lines;
    return [head, ...lines.slice(1), tail];
  }
  return lines;
}

/** The first line up to the tail and the lines below it are a label: the last of them closes it, and no other. */
function labels(head: Line, lines: readonly Line[]): boolean {
  const closes = (l: Line): boolean => LABEL_ENDS.test(l.words.at(-1)?.text ?? '');
  return lines.length <= LABEL_LINES && closes(lines.at(-1)!) && !closes(head) && !lines.slice(1, -1).some(closes);
}

/** True for a value that was put behind its label. */
export const movedBehindLabel = (lines: readonly Line[], n: number): boolean =>
  n > 1 && lines[n]!.page === lines[0]!.page && lines[n]!.baseline === lines[0]!.baseline && LABEL_ENDS.test(lines[n - 1]!.words.at(-1)?.text ?? '');

/** True where the line has such text at its right, and the first word of the next line would have fitted before it: what stands left of it was ended on purpose. */
export function endedBeforeTail(above: Line, line: Line): boolean {
  for (let i = above.words.length - 1; i > 0; i--) {
    if (!isTab(above, i)) continue;
    const head = above.words[i - 1]!, tail = above.words.slice(i);
    if (above.backwards || !ASIDE.test(tail.map((w) => w.text).join(' '))) return false;
    const [from, to] = span(line.words[0]!);
    return line.end <= span(tail[0]!)[0] && span(head)[1] + 2 * SPACE * above.size + (to - from) < span(tail[0]!)[0];
  }
  return false;
}
