/** A stretch of a paragraph treated as a paragraph of its own: what follows a run-in heading ("Summary: The board …") or a label. Pure. */
import { sameSheet } from '../../paper/locator.js';
import type { Paragraph } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import { locate } from '../../paper/walk.js';
import { fieldFor } from './vocabulary.js';

/**
 * The stretch `[start, end)` of the paragraph's text, white space around it left out. The label goes with the paragraph's
 * first stretch only. The id stays and `within` says where it begins, so taking the stretch takes its place in the whole paragraph.
 */
export function stretchOf(p: Paragraph, start: number, end = p.text.length): Paragraph {
  const slice = p.text.slice(start, end);
  const from = start + (slice.length - slice.trimStart().length);
  const text = slice.trim();
  if (from === 0 && text.length === p.text.length) return p;
  const { label, number, bullet, heading: _heading, pieces: _pieces, spans, until: _until, ...rest } = p;
  const place = locate(p, from, from + text.length);
  const own = from === 0 ? { ...(label === undefined ? {} : { label }), ...(number === undefined ? {} : { number }), ...(bullet === undefined ? {} : { bullet }) } : {};
  const kept = (spans ?? []).filter((s) => s.end > from && s.start < from + text.length)
    .map((s) => ({ ...s, start: Math.max(0, s.start - from), end: Math.min(text.length, s.end - from) }));
  // What stands inside a line has no edge of its own.
  const { indent: _indent, labelIndent: _labelIndent, ...inside } = rest;
  return {
    ...(from === 0 ? rest : { ...inside, within: (p.within ?? 0) + from }), ...own, text, at: place.at,
    ...(place.until && !sameSheet(place.at, place.until) ? { until: place.until } : {}),
    ...(kept.length > 0 ? { spans: kept } : {}),
  };
}

/** A run-in heading is at most this many characters: a few words before the colon. */
const LONGEST_RUN_IN = 90;

export interface RunIn {
  readonly field: string;
  /** The heading's words, without the colon. */
  readonly heading: string;
  /** Where the text after the heading begins. */
  readonly rest: number;
}

/**
 * A heading set at the head of the paragraph that it heads ("Summary: …", "Financial implications – …"), where its words are one of the
 * wordings; `undefined` for any other paragraph, and for a heading on a line of its own.
 */
export function runInHeading(p: Paragraph, wordings: Readonly<Record<string, readonly string[]>>): RunIn | undefined {
  if (p.bullet) return undefined;
  const head = p.text.slice(0, LONGEST_RUN_IN);
  let dashed: RunIn | undefined;
  for (const m of head.matchAll(/\s*(?::|\s[–—-]\s)\s*/gu)) {
    const heading = p.text.slice(0, m.index).trim();
    if (heading === '' || /[.;!?]/.test(heading)) return dashed;
    const rest = m.index + m[0].length;
    if (rest >= p.text.length) return dashed;
    const field = fieldFor(heading, wordings);
    // A dash is a weaker sign than a colon: only the very words of a heading count before it, and it may stand within a heading.
    if (field !== undefined && m[0].includes(':')) return { field, heading, rest };
    if (field !== undefined && (wordings[field] ?? []).some((w) => fold(w) === fold(heading))) dashed = { field, heading, rest };
    if (m[0].includes(':')) return dashed;
  }
  return dashed;
}

/** The stretches of a paragraph between the line ends that its author set; the paragraph itself where there are none. */
export function betweenBreaks(p: Paragraph): Paragraph[] {
  const breaks = (p.spans ?? []).filter((s) => s.style === 'break').map((s) => s.start);
  return breaks.length === 0 ? [p] : [...breaks, p.text.length].map((end, i, all) => stretchOf(p, i === 0 ? 0 : (all[i - 1] ?? 0) + 1, end));
}
