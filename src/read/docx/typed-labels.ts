/**
 * Labels that an author typed: "2.1<tab>All services", "(a) the report", "• Be healthy". The label leaves the text and
 * its spans, as that of an automatic list does. Pure.
 */
import type { Span } from '../../paper/model.js';

export interface TypedLabel {
  readonly label: string;
  readonly bullet: boolean;
  /** Where the text after the label starts. */
  readonly length: number;
}

/** Signs that stand for a bullet. A hyphen or dash does only before a space. */
const BULLET = /^([•‣◦▪▫■□●○◆◇❖➢►▶▸✓✔⁃·∙*–—-]|o(?=\t))(?=\s|$)/u;
/** A number, letter or Roman number in brackets, or with a full stop or bracket after it; numbers in parts ("2.1", "4.2.2", "A1.3") with or without. */
const LABEL = /^(?:\((?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,7})\)|\[\d{1,3}\]|(?:\d{1,3}|[a-z]|[ivxlc]{1,7})[.)]|[A-Z]?\d{1,3}(?:\.\d{1,3}){1,5}[.)]?|\d{1,3}\.\([a-z]\))(?=\s|$)/i;
/** A plain number or letter, which is a label only before a tab. */
const BARE = /^(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,7})(?=\t)/;

/**
 * The label at the head of a paragraph's text, or `undefined`. `tabbed` says that what parts it from the words is a tab.
 * "2.5 million" and "3.2 FTE" are no labels: without a tab, a number in parts needs a capital, a quote or the end after it.
 */
export function typedLabel(text: string, spans: readonly Span[]): TypedLabel | undefined {
  const space = text.indexOf(' ');
  const head = space < 0 ? text : text.slice(0, space);
  if (head.length > 24) return undefined;
  const tabbed = space >= 0 && spans.some((s) => s.style === 'tab' && s.start === space);
  const probe = space < 0 ? head : `${head}${tabbed ? '\t' : ' '}`;
  const bullet = BULLET.exec(probe);
  if (bullet) {
    if (space < 0) return head === '*' || /[–—-]/.test(head) ? undefined : { label: head, bullet: true, length: text.length };
    return { label: head, bullet: true, length: space + 1 };
  }
  if (tabbed && BARE.test(probe)) return { label: head, bullet: false, length: space + 1 };
  const label = LABEL.exec(probe);
  if (!label || label[0] !== head) return undefined;
  // "i.e." never matches; "a." and "I." alone at the end of a line are words or initials.
  if (space < 0) return /\d/.test(head) ? { label: head, bullet: false, length: text.length } : undefined;
  const rest = text.slice(space + 1);
  if (!tabbed && /^[A-Z]?\d+(?:\.\d+)+$/i.test(head) && !/^[\p{Lu}"“‘'(£[]/u.test(rest)) return undefined;
  // Initials of a name: "A. Mason".
  if (!tabbed && /^[A-Z]\.$/.test(head) && /^\p{Lu}/u.test(rest) && rest.split(' ', 4).length <= 3) return undefined;
  return { label: head, bullet: false, length: space + 1 };
}

/** The spans of a text that lost its first `cut` characters. */
export function shifted(spans: readonly Span[], cut: number): Span[] {
  return spans.flatMap((s) => (s.end <= cut ? [] : [{ ...s, start: Math.max(0, s.start - cut), end: s.end - cut }]));
}
