/** Labels that an author typed in a Word file: "2.1<tab>All services", "(a) the report". The label leaves the text and its spans, as that of an automatic list does. Pure. */
import { splitLabel } from '../../paper/label.js';
import type { Span } from '../../paper/model.js';

export interface TypedLabel {
  readonly label: string;
  readonly number?: string;
  readonly bullet: boolean;
  /** Where the text after the label starts. */
  readonly length: number;
}

/** The label at the head of a paragraph's text, or `undefined`. A tab after it makes a bare number ("7<tab>Any other business") a label too. */
export function typedLabel(text: string, spans: readonly Span[]): TypedLabel | undefined {
  const tab = spans.find((s) => s.style === 'tab')?.start;
  if (tab !== undefined) {
    const known = splitLabel(text, { known: true });
    if (known && known.label.length === tab) return { ...known, length: text.length - known.rest.length };
  }
  const found = splitLabel(text);
  return found && { ...found, length: text.length - found.rest.length };
}

/** The spans of a text that lost its first `cut` characters. */
export function shifted(spans: readonly Span[], cut: number): Span[] {
  return spans.flatMap((s) => (s.end <= cut ? [] : [{ ...s, start: Math.max(0, s.start - cut), end: s.end - cut }]));
}
