/**
 * Paragraphs that run over the end of a page or column, joined again. Pure.
 */
import type { Passage } from './flow.js';
import { labelOf } from './labels.js';
import { addressBelowNumber, namesIt, startsSmall } from './line-ends.js';
import { alike, SAME_EDGE, textStart, wouldFit, type Draft } from './paragraphs.js';
import { endsSentence, type Line } from './lines.js';

type Text = Extract<Passage, { kind: 'text' }>;

/** A paragraph over pages or columns: its parts in order. */
export interface Joined {
  readonly kind: 'joined';
  readonly passages: readonly Text[];
}

/** True where `next`, the first paragraph of a page or column, goes on with `last`, the last one of the page or column before. */
export function goesOn(last: Draft, next: Draft): boolean {
  const above = last.lines.at(-1)!, below = next.lines[0]!;
  if (!alike(above, below) || addressBelowNumber(above, below)) return false;
  const alone = next.lines.length === 1 && below.words.length === 1 ? labelOf(below) : undefined;
  if (alone && namesIt(above, below, alone)) return true;
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
 * column by column) in reading order; notes and boxes between do not hinder, a table does. `one` says that the tags hold the last line of a page
 * and the first of the next in one paragraph.
 */
export function joinBreaks(stretches: readonly (readonly Passage[])[], one: OneTag = () => false): (Passage | Joined)[] {
  const chains: (Text[] | Exclude<Passage, Text>)[] = [];
  /** The paragraph that ended the stretch before, if one did; and the one before the boxes that ended the page, which may go on overleaf. */
  let open: Text[] | undefined, beforeBoxes: Text[] | undefined;
  for (const stretch of stretches) {
    let first = true;
    for (const passage of stretch) {
      if (passage.kind !== 'text') {
        chains.push(passage);
        open = beforeBoxes = undefined;
        continue;
      }
      if (passage.note !== undefined || passage.aside) { chains.push([passage]); continue; }
      const held = [open, passage.band === undefined && beforeBoxes?.at(-1)!.page !== passage.page ? beforeBoxes : undefined].find((o) => first && o && mayMeet(o.at(-1)!, passage) && (goesOn(openDraft(o), passage.draft) || continued(o.at(-1)!, passage, one)));
      if (passage.band === undefined) beforeBoxes = undefined;
      else if (beforeBoxes?.at(-1)!.page !== passage.page) beforeBoxes = open?.at(-1)!.band === undefined && open?.at(-1)!.page === passage.page ? open : undefined;
      if (held) {
        held.push(passage);
        open = held;
      } else {
        open = [passage];
        chains.push(open);
      }
      first = false;
    }
  }
  return chains.map((c) => (!Array.isArray(c) ? c : c.length === 1 ? c[0]! : { kind: 'joined', passages: c }));
}

export type OneTag = (last: Line, next: Line) => boolean;

/** A paragraph whose sentence ends with the page goes on overleaf where the tags say so, and nothing printed speaks against it. */
function continued(last: Text, next: Text, one: OneTag): boolean {
  const above = last.draft.lines.at(-1)!, below = next.draft.lines[0]!;
  return next.page === last.page + 1 && !next.draft.label && alike(above, below) && above.bold === below.bold && one(above, below);
}

/** On one page or on the next; text in a box goes on in a box on the next page, and nowhere else. */
function mayMeet(last: Text, next: Text): boolean {
  // Pages between them may not have been asked for.
  if (next.page - last.page > 1) return false;
  if (last.band === undefined && next.band === undefined) return true;
  return last.band !== undefined && next.band !== undefined && last.page !== next.page;
}

/** The parts as one draft, with the label and the place of the first. */
export function joinedDraft(passages: readonly Text[]): Draft {
  const first = passages[0]!.draft;
  return passages.length === 1 ? first : { ...first, lines: passages.flatMap((p) => p.draft.lines) };
}

/** What the next part has to go on with: the last part, with the label of the first. */
function openDraft(passages: readonly Text[]): Draft {
  const { label, ...last } = passages.at(-1)!.draft;
  const own = passages.length === 1 ? label : undefined;
  return { ...last, ...(own && { label: own }) };
}
