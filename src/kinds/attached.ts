/**
 * Papers inside papers: minutes with an action plan appended, a report with a strategy as its appendix, the reports of an agenda's pack. The part is a record of its own
 * under `attached`, with its own coverage. Pure.
 */
import type { Block, Paper, Paragraph } from '../paper/model.js';
import type { Classification, Sought } from './record.js';
import type { KindName } from './schemas.js';

/** A part is another paper only where its kind is sure: a wrong split costs more than none. */
const SURE = 0.97;
/** And where its evidence outweighs the prior this many times over: a phrase or two of another kind occur in every paper. */
const STRONG = 8;
/** A part shorter than this (characters) is a section, whatever its heading. */
const SHORTEST = 300;

/** Kinds that papers have appended to them. A report's own front is no paper inside it; the fronts of reports behind an agenda are looked for as such. */
const APPENDED: ReadonlySet<KindName> = new Set<KindName>(['action-plan', 'minutes', 'strategy-paper', 'partnership-report', 'decision-notice']);

const REPORT: ReadonlySet<KindName> = new Set<KindName>(['cabinet-report']);

/** "Appendix A", "Annex 2 – Action plan": what a part begins with, where it is not headed by a title of its own kind. */
const APPENDIX = /^(?:appendix|annex|annexe|attachment|enclosure|schedule)\b/iu;

export interface Part {
  readonly kind: KindName;
  readonly blocks: readonly Block[];
}

export interface Split {
  /** The paper without its parts. */
  readonly main: Paper;
  readonly parts: readonly Part[];
  /** The kind of what is left: that of the whole paper, or a sure one where the whole was of none. */
  readonly found: Classification;
}

/** What the words of reports tell of blocks: where reports with fronts of their own begin, and whether they are a letter. */
export interface Looks {
  readonly frontsIn: (blocks: readonly Block[]) => readonly number[];
  readonly isLetter: (blocks: readonly Block[]) => boolean;
}
const NO_LOOKS: Looks = { frontsIn: () => [], isLetter: () => false };

/** Weighs a stretch of the paper. */
type Classify = (paper: Paper, sought?: Sought) => Classification;

const inkOf = (blocks: readonly Block[]): number => blocks.reduce((n, b) => n + (b.type === 'paragraph' ? b.text.length : b.cells.reduce((m, c) => m + inkOf(c.blocks), 0)), 0);

/** True for a paragraph that a part may begin with: an appendix heading, or the outermost heading that the paper has. */
function begins(p: Paragraph, outermost: number): boolean {
  if (p.text.length > 140 || p.bullet) return false;
  if (APPENDIX.test(p.text)) return p.heading !== undefined || p.bold === true || p.text.length <= 60;
  return p.heading !== undefined && p.heading.level <= outermost && p.number === undefined;
}

/**
 * Parts the paper where another begins. `classify` weighs a stretch of it; the main kind is that of the whole paper, and stays so
 * for what is left, or nothing is parted. Where the whole is of no kind, what is left may turn out to be of one. `asked` is the kind that
 * somebody said the paper is: then that is its kind, and no part is of the one that was overruled. `looks` say where reports with fronts of their own
 * begin: behind an agenda, and in a paper of no kind, they are papers inside it.
 */
export function splitAttached(paper: Paper, found: Classification, classify: Classify, asked?: KindName, looks: Looks = NO_LOOKS): Split {
  const letter = asked === undefined && found.kind !== 'document' ? coveringLetter(paper, looks) : undefined;
  if (letter) {
    // The evidence for a kind stands in what the letter covers: the letter itself is of none.
    const left = classify({ ...paper, blocks: letter });
    const split = left.kind === 'document' ? splitAttached(paper, left, classify, undefined, looks) : undefined;
    if (split && split.parts.length > 0) return split;
  }
  const whole: Split = { main: paper, parts: [], found };
  const appended = new Set([...APPENDED].filter((kind) => kind !== asked && kind !== found.kind));
  const levels = paper.blocks.flatMap((b) => (b.type === 'paragraph' && b.heading ? [b.heading.level] : []));
  const outermost = levels.reduce((least, level) => Math.min(least, level), 2);
  const fronts = reportsIn(paper, asked ?? found.kind, classify, looks);
  const starts = paper.blocks.flatMap((b, i) => (fronts.has(i) || (i > 0 && b.type === 'paragraph' && begins(b, outermost)) ? [i] : []));
  if (starts.length === 0) return whole;
  const bounds = [...starts, paper.blocks.length];
  const parts: Part[] = [];
  const kept: Block[] = paper.blocks.slice(0, bounds[0]);
  for (let i = 0; i + 1 < bounds.length; i++) {
    const blocks = paper.blocks.slice(bounds[i], bounds[i + 1]);
    const last = fronts.has(bounds[i] ?? -1) ? endOfReport(paper, bounds, i, fronts, appended, classify) : undefined;
    if (last !== undefined) {
      parts.push({ kind: 'cabinet-report', blocks: paper.blocks.slice(bounds[i], bounds[last]) });
      i = last - 1;
      continue;
    }
    const kind = inkOf(blocks) >= SHORTEST ? surely(paper, blocks, appended, classify) : undefined;
    if (kind) parts.push({ kind, blocks });
    else kept.push(...blocks);
  }
  if (parts.length === 0 || (inkOf(kept) < SHORTEST && !looks.isLetter(kept))) return whole;
  const main = { ...paper, blocks: kept };
  if (asked !== undefined) return { main, parts, found };
  const left = classify(main);
  if (left.kind === found.kind) return { main, parts, found };
  // What made the whole look like something else were the papers behind the agenda.
  const isAgenda = left.kind === 'agenda' && parts.some((p) => p.kind === 'cabinet-report');
  return (found.kind === 'document' || isAgenda) && left.confidence >= SURE ? { main, parts, found: left } : whole;
}

/** Where reports begin that are papers of their own: behind an agenda, or in a paper of no kind. */
function reportsIn(paper: Paper, kind: KindName, classify: Classify, { frontsIn, isLetter }: Looks): ReadonlySet<number> {
  const found = frontsIn(paper.blocks);
  const [first] = found;
  const above = paper.blocks.slice(0, first);
  if (first === undefined || (inkOf(above) < SHORTEST && !isLetter(above))) return new Set();
  if (kind === 'agenda' || kind === 'document') return new Set(found);
  const before = classify({ ...paper, blocks: above, furniture: [], hidden: [] });
  return new Set(before.kind === 'agenda' && before.confidence >= SURE ? found : []);
}

/** The bound at which the report that begins at the i-th one ends: at the next front, or at a part of another kind; `undefined` where it is not surely a report. */
function endOfReport(paper: Paper, bounds: readonly number[], i: number, fronts: ReadonlySet<number>, appended: ReadonlySet<KindName>, classify: Classify): number | undefined {
  let end = i + 1;
  while (end + 1 < bounds.length && !fronts.has(bounds[end] ?? -1) && surely(paper, paper.blocks.slice(bounds[end], bounds[end + 1]), appended, classify) === undefined) end++;
  const blocks = paper.blocks.slice(bounds[i], bounds[end]);
  return surely(paper, blocks, REPORT, classify) !== undefined && inkOf(blocks) >= SHORTEST ? end : undefined;
}

/** The blocks of a letter before the first appendix or report that it covers; `undefined` where the paper does not begin with one. */
function coveringLetter(paper: Paper, { frontsIn, isLetter }: Looks): Block[] | undefined {
  if (!isLetter(paper.blocks)) return undefined;
  const appendix = paper.blocks.findIndex((b, i) => i > 0 && b.type === 'paragraph' && APPENDIX.test(b.text) && begins(b, 1));
  const ends = [appendix, frontsIn(paper.blocks)[0] ?? -1].filter((at) => at > 0);
  const head = paper.blocks.slice(0, Math.min(...ends));
  return ends.length > 0 && isLetter(head) ? head : undefined;
}

/** The kind among those sought that a stretch surely is. */
function surely(paper: Paper, blocks: readonly Block[], kinds: ReadonlySet<KindName>, classify: Classify): KindName | undefined {
  const { kind, confidence, weights } = classify({ ...paper, blocks, furniture: [], hidden: [] }, { kinds, weight: STRONG });
  const weight = weights.find((w) => w.kind === kind)?.weight ?? 0;
  return confidence >= SURE && weight >= STRONG && kinds.has(kind) ? kind : undefined;
}
