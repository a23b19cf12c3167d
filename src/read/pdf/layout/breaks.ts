/**
 * Paragraphs that run over the end of a page or column, joined again. Pure.
 */
import type { Passage } from './flow.js';
import { alike, endsSentence, SAME_EDGE, startsSmall, textStart, wouldFit, type Draft } from './paragraphs.js';

type Text = Extract<Passage, { kind: 'text' }>;

/** A paragraph over pages or columns: its parts in order. */
export interface Joined {
  readonly kind: 'joined';
  readonly passages: readonly Text[];
}

/** True where `next`, the first paragraph of a page or column, goes on with `last`, the last one of the page or column before. */
export function goesOn(last: Draft, next: Draft): boolean {
  const above = last.lines.at(-1)!, below = next.lines[0]!;
  if (!alike(above, below)) return false;
  if (next.label?.sure || (next.label && !next.label.bullet && endsSentence(above))) return false;
  if (last.label?.alone && last.lines.length === 1) return false;
  const small = startsSmall(below);
  const unfinished = !endsSentence(above);
  const fits = wouldFit(last.lines, above, { ...below }, last.column);
  if (small && unfinished) {
    if (next.label) return !fits;
    return !fits || above.end - last.column.left > 0.4 * (last.column.right - last.column.left);
  }
  if (fits || !unfinished || next.label) return false;
  if (above.bold !== below.bold || above.bold) return false;
  // A new sentence, name or number at the head of the page: only where the edges agree.
  const start = last.lines.length > 1 ? above.start : textStart(last.lines[0]!, last.label);
  const slack = SAME_EDGE * below.size * 2;
  return Math.abs((start - last.column.left) - (below.start - next.column.left)) <= slack;
}

/**
 * Joins the paragraphs that run over a break between one stretch of passages and the next. Passages come page by page (or
 * column by column) in reading order; notes and boxes between do not hinder, a table does.
 */
export function joinBreaks(stretches: readonly (readonly Passage[])[]): (Passage | Joined)[] {
  const chains: (Text[] | Exclude<Passage, Text>)[] = [];
  let open: Text[] | undefined;
  for (const stretch of stretches) {
    let first = true;
    let last: Text[] | undefined | null = open ?? null;
    for (const passage of stretch) {
      if (passage.kind !== 'text') { chains.push(passage); last = undefined; first = false; continue; }
      if (passage.note !== undefined || passage.band !== undefined) {
        chains.push([passage]);
        if (passage.note === undefined) { last = undefined; first = false; }
        continue;
      }
      if (first && open && goesOn(joinedDraft(open), passage.draft)) {
        open.push(passage);
        last = open;
      } else {
        last = [passage];
        chains.push(last);
      }
      first = false;
    }
    open = last ?? undefined;
  }
  return chains.map((c) => (!Array.isArray(c) ? c : c.length === 1 ? c[0]! : { kind: 'joined', passages: c }));
}

/** The parts as one draft: all lines, the first part's label, the last part's column. */
export function joinedDraft(passages: readonly Text[]): Draft {
  const first = passages[0]!.draft, last = passages.at(-1)!.draft;
  return passages.length === 1 ? first : { ...last, ...(first.label && { label: first.label }), lines: passages.flatMap((p) => p.draft.lines) };
}
