/**
 * Printed lines of one column (or cell) to paragraphs, by line pitch, gaps, indents, labels, changes of size and weight, and by
 * asking of each line whether the next line's first word would still have fitted on it. Pure.
 *
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { isTab, labelOf, type Label } from './labels.js';
import { endsSentence, greatest, prevailing, span, type Line } from './lines.js';
import { addressBelowNumber, brokenEnd, capitalsApart, capitalsOnly, entriesOfList, goesOnPlainly, namesIt, onlyNumber, openEnd, rangeBroken, refersTo, startsSmall } from './line-ends.js';
import { endedBeforeTail } from './tails.js';

/** The left and right edge between which text is set, in the frame of the text. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** A paragraph as found on the page: its lines, the label of its first line, and where it stands. */
export interface Draft {
  readonly lines: readonly Line[];
  readonly label?: Label;
  readonly column: Column;
  /** White space above its first line in points, where something stands above it in its column. */
  readonly gapAbove?: number;
}

/** Usual distance between baselines, as a multiple of the size: by size, and over all. */
export interface Pitch {
  readonly bySize: ReadonlyMap<number, number>;
  readonly usual: number;
}

/**
 * What tags say of two lines that follow each other (`entry`: the lower begins an entry of a list or a row of a table); `apart` where the upper is underlined from end to end and the lower is not at all; nothing
 * where there is no such evidence.
 */
export type Tie = (above: Line, line: Line) => 'one' | 'two' | 'entry' | 'apart' | undefined;

/** Without any evidence: single spacing of the common text fonts is 1.15 to 1.22. */
const SINGLE = 1.18;
/** Lines further apart than this (in multiples of the size) are not lines of one paragraph: double spacing is 2.3. */
const WIDEST_PITCH = 2.45;
/** A gap wider than the usual pitch by this share of the size parts paragraphs ... */
const PARTS = 0.22;
/** ... and by this share where the sentence runs on in small letters: a raised figure may push a line down. */
const PARTS_SENTENCE = 0.5;
/** Sizes that differ by more than this share part paragraphs. */
const SIZE_SHARE = 0.09;
/** A title is at least so many times as large as the print below it. */
export const TITLE_TIMES = 1.3;
/** Left edges nearer than this share of the size are the same. */
export const SAME_EDGE = 0.35;
/** A line that leaves more than this share of the measure empty though the next word would have fitted ends its paragraph, even before a small letter. */
const MUCH_LEFT = 0.35;
/** A line that leaves less than this share empty may have been ended by a space that does not break. */
const LITTLE_LEFT = 0.32;
/** A line of a centred title this wide (as a share of the column) may have been wrapped. */
const TITLE_WIDTH = 0.45;
/** A first line may be indented by at most this many times the size. */
const FIRST_INDENT = 5;
/** At least so many pairs of lines tell the pitch of a column. */
const ENOUGH_PAIRS = 3;

const DATE_START = /^(?:\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)/u;

const sizeKey = (size: number): number => Math.round(size * 2) / 2;

/** Left edge of what follows the label on a line; the line's own left edge where there is no label. */
export function textStart(line: Line, label: Label | undefined): number {
  const word = label ? line.words[label.words] : undefined;
  return word && label!.words > 0 ? span(word)[0] : line.start;
}

/** Measures the usual pitch over many columns of lines. Each column's lines come from top to bottom. */
export function pitchOf(columns: Iterable<readonly Line[]>): Pitch {
  const samples: { size: number; ratio: number }[] = [];
  for (const lines of columns) {
    const right = greatest(lines, (l) => l.end);
    for (let i = 1; i < lines.length; i++) {
      const a = lines[i - 1]!, b = lines[i]!;
      if (!alike(a, b)) continue;
      const ratio = (b.baseline - a.baseline) / a.size;
      if (ratio < 0.8 || ratio > WIDEST_PITCH) continue;
      // Lines of one paragraph: the sentence runs on, or the first of them is full.
      if (((startsSmall(b) && !endsSentence(a)) || a.end > right - 3 * a.size) && !labelOf(b)) samples.push({ size: sizeKey(a.size), ratio: Math.round(ratio * 25) / 25 });
    }
  }
  const bySize = new Map<number, number>();
  for (const size of new Set(samples.map((s) => s.size))) {
    const own = samples.filter((s) => s.size === size);
    if (own.length >= ENOUGH_PAIRS) bySize.set(size, prevailing(own, (s) => s.ratio, () => 1));
  }
  return { bySize, usual: samples.length >= ENOUGH_PAIRS ? prevailing(samples, (s) => s.ratio, () => 1) : SINGLE };
}

/** Same direction and size. */
export function alike(a: Line, b: Line): boolean {
  return a.angle === b.angle && Math.abs(a.size - b.size) <= SIZE_SHARE * Math.max(a.size, b.size);
}

/**
 * Parts the lines of one column, which come from top to bottom, into paragraphs. `pitch` is the paper's own; a column
 * with lines enough is measured for itself.
 */
export function paragraphsOf(lines: readonly Line[], column: Column, pitch: Pitch, tie?: Tie): Draft[] {
  if (lines.length === 0) return [];
  const own = pitchOf([lines]);
  const usual = (size: number): number => own.bySize.get(sizeKey(size)) ?? pitch.bySize.get(sizeKey(size)) ?? pitch.usual;
  const labels = lines.map((line, i) => labelOf(line, lines[i + 1]));
  const hanging = hangingEdges(lines, labels);
  const drafts: { lines: Line[]; label?: Label; gapAbove?: number }[] = [];
  let draft: (typeof drafts)[number] | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const label = labels[i];
    const above = lines[i - 1];
    const gapAbove = above && above.angle === line.angle ? Math.max(0, line.box[1] - above.box[3]) : undefined;
    const tied = above && tie?.(above, line);
    if (draft && above && runsOn(draft, above, line, label, column, usual(line.size), hanging, lines[i + 1], tied)) {
      if (draft.label?.alone && draft.lines.length === 1) draft.label = { ...draft.label, alone: false };
      draft.lines.push(line);
      continue;
    }
    // A label that only may be one still counts: this line starts a paragraph.
    draft = { lines: [line], ...(label && accepted(label, line, lines[i + 1]) && { label }), ...(gapAbove !== undefined && { gapAbove }) };
    drafts.push(draft);
  }
  return drafts.map((d) => ({ ...d, column }));
}

/** A label alone on its line counts where text follows it on the next, or where it carries punctuation. */
function accepted(label: Label, line: Line, next: Line | undefined): boolean {
  if (!label.alone) return true;
  if (label.bullet) return true;
  return next !== undefined && next.angle === line.angle && next.baseline - line.baseline <= WIDEST_PITCH * line.size;
}

/** Left edges of labels whose text hangs: paragraphs there have their second lines further right. */
function hangingEdges(lines: readonly Line[], labels: readonly (Label | undefined)[]): number[] {
  const edges: number[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const label = labels[i];
    if (!label || label.words === 0 || label.alone) continue;
    const next = lines[i + 1]!;
    const hang = next.start - lines[i]!.start;
    if (!labelOf(next) && startsSmall(next) && hang > SAME_EDGE * next.size) edges.push(lines[i]!.start);
  }
  return edges;
}

/** Decides whether `line` goes on with the paragraph whose last line is `above`. */
function runsOn(
  draft: { readonly lines: readonly Line[]; readonly label?: Label }, above: Line, line: Line, label: Label | undefined,
  column: Column, usual: number, hanging: readonly number[], below: Line | undefined, tied: ReturnType<Tie>,
): boolean {
  const first = draft.lines[0]!;
  const size = Math.max(above.size, line.size);
  const edge = SAME_EDGE * size;
  if (above.angle !== line.angle) return false;
  if (rangeBroken(above, line)) return alike(above, line) && line.baseline > above.baseline && (line.baseline - above.baseline) / size <= usual + PARTS_SENTENCE;
  if (label?.sure && !draft.label?.alone) return false;
  if (label && namesIt(above, line, label)) return alike(above, line) && line.baseline > above.baseline && (line.baseline - above.baseline) / size <= usual + PARTS_SENTENCE;
  // An underlined line ended by hand is the heading of what follows.
  if (tied === 'apart') { if (!startsSmall(line) && !openEnd(above) && wouldFit(draft.lines, above, line, column)) return false; }
  // One block of tags may hold lines that were broken by hand.
  if (tied === 'one' && addressBelowNumber(above, line) && onlyNumber(above)) return false;
  // A title with smaller print below it in one block: the line was ended by hand.
  if (tied === 'one' && above.size > line.size * TITLE_TIMES && wouldFit(draft.lines, above, line, column)) return false;
  if (tied === 'one') return (line.baseline - above.baseline) / size <= WIDEST_PITCH && line.baseline > above.baseline && !(label && endsSentence(above));
  if (addressBelowNumber(above, line)) return false;
  const labelAlone = draft.label?.alone === true && draft.lines.length === 1;
  if (!alike(above, line) && !labelAlone) return false;
  const ratio = (line.baseline - above.baseline) / size;
  if (ratio > WIDEST_PITCH || ratio <= 0) return false;
  if (labelAlone) return !label && ratio <= usual + PARTS && above.bold === line.bold;

  const small = startsSmall(line);
  const measure = Math.max(1, column.right - column.left);
  const left = column.right - above.end;
  const fits = wouldFit(draft.lines, above, line, column) || endedBeforeTail(above, line);
  // A line set on the column's middle, over text that begins at its edge, is a line of the paper's head.
  const headed = draft.lines.length === 1 && centred(above, column) && !centred(line, column) && line.start - column.left <= edge;
  const plainly = fits && !label && !headed && left < LITTLE_LEFT * measure && goesOnPlainly(above, line);
  const flowing = !endsSentence(above) && (small || openEnd(above) || plainly);
  // Tags that part two blocks are believed unless the sentence plainly runs on: a hyphen or a link is at times tagged as a block of its own.
  if (tied === 'two' && !(flowing && (plainly || !fits))) return false;
  // An entry of a list whose mark is drawn, or a row without lines, begins with its own line, unless the line above is full and the sentence runs on.
  if (tied === 'entry' && !(flowing && small && !fits)) return false;
  if (ratio > usual + (flowing ? PARTS_SENTENCE : PARTS)) return false;

  // Lines of one centred heading: alike in all, and the first of them wide enough to have been full in a narrower frame.
  const pair = centredPair(above, line, column);
  const title = pair && above.bold === line.bold && Math.abs(above.size - line.size) < 0.3 && !label && capitalsOnly(above) === capitalsOnly(line)
    && !endsSentence(above) && !DATE_START.test(line.words[0]!.text) && above.end - above.start > TITLE_WIDTH * measure && ratio < usual + 0.12;
  if (fits && !title && (!flowing || (left > MUCH_LEFT * measure && !openEnd(above) && !(small && brokenEnd(above))))) return false;
  if (label && (fits || endsSentence(above) || !small && !label.bullet && !refersTo(above, line, label) || siblingOf(draft, line, below, label))) return false;

  if (entriesOfList(draft.lines, above, line) || (capitalsApart(above, line) && (!below || wouldFit([line], line, below, column)))) return false;

  // Weight: a bold line is a heading of what follows, unless the sentence runs on.
  if (above.bold !== line.bold && !flowing) {
    if (first.bold && draft.lines.every((l) => l.bold) && !line.bold && line.words.some((w) => w.bold)) { /* a run-in heading that ends in this line */ }
    else if (!mixedWeight(draft.lines) && !line.words.some((w) => w.bold) && above.bold) return false;
    else if (line.bold && !above.words.some((w) => w.bold)) return false;
  }

  // Edges.
  const start = textStart(first, draft.label);
  const body = draft.lines.length > 1 ? draft.lines[1]!.start : undefined;
  if (pair) return true;
  if (line.start < first.start - edge) {
    // Less indented than the first line: only below an indented first line.
    if (draft.label || draft.lines.length > 1) return flowing && body !== undefined && Math.abs(line.start - body) <= edge;
    return first.start - line.start <= FIRST_INDENT * size && !endsSentence(above) || flowing;
  }
  if (draft.label && draft.label.words > 0) {
    const hangs = start - first.start > edge;
    if (hangs && line.start < start - edge && Math.abs(line.start - first.start) <= edge) {
      if (body !== undefined && body > first.start + edge) return flowing;
      if (hanging.some((h) => Math.abs(h - first.start) <= edge)) return flowing;
    }
    return true;
  }
  if (body !== undefined && line.start > body + edge && !flowing && !tabbedAt(first, line.start, edge)) {
    // A new first line indented from the body of this paragraph.
    return !(Math.abs(line.start - first.start) <= edge || endsSentence(above));
  }
  if (body === undefined && tabbedAt(first, line.start, edge)) return true;
  if (body === undefined && line.start > first.start + edge && !flowing) return !endsSentence(above) && line.start - first.start <= FIRST_INDENT * size;
  return true;
}

/** A word behind a tab of the line begins at `x`: "Subject:   a title that", and below it "runs on". */
function tabbedAt(line: Line, x: number, edge: number): boolean {
  return line.words.some((w, i) => i > 0 && Math.abs(span(w)[0] - x) <= edge && isTab(line, i));
}

/** The paragraph has lines of both weights, or words of both weights in a line. */
function mixedWeight(lines: readonly Line[]): boolean {
  const words = lines.flatMap((l) => l.words);
  return words.some((w) => w.bold) && words.some((w) => !w.bold);
}

/** The paragraph above has a label of the same sort at the same place: this line is its next sibling. */
function siblingOf(draft: { readonly lines: readonly Line[]; readonly label?: Label }, line: Line, below: Line | undefined, label: Label): boolean {
  const edge = SAME_EDGE * line.size;
  if (draft.label && draft.label.bullet === label.bullet && Math.abs(draft.lines[0]!.start - line.start) <= edge) return true;
  if (label.bullet) {
    // Its own second line hangs, or the next line has the same mark.
    if (!below) return false;
    const next = labelOf(below);
    if (next && next.text === label.text && Math.abs(below.start - line.start) <= edge) return true;
    return !next && below.start > line.start + edge && below.baseline - line.baseline < WIDEST_PITCH * line.size;
  }
  return false;
}

/** The line's middle is the column's, and neither edge is. */
export function centred(line: Line, column: Column): boolean {
  const middle = (column.left + column.right) / 2;
  const slack = Math.max(2, 0.012 * (column.right - column.left));
  return Math.abs((line.start + line.end) / 2 - middle) <= slack && line.start - column.left > line.size;
}

/** True where the first word of `line` would have fitted on the line above: that line was ended on purpose. */
export function wouldFit(lines: readonly Line[], above: Line, line: Line, column: Column): boolean {
  const word = line.words[0]!;
  const second = line.words[1];
  const [s, e] = span(word);
  // A glued word is part of the first, and a very short one ("Mr", "£5") mostly is kept on the line of the next. A break may also come after
  // a hyphen or slash inside a word, which is left out of account on purpose.
  const kept = second && (second.glued || (word.text.length <= 2 && !/^[aI]$/.test(word.text)));
  const width = (kept ? span(second)[1] : e) - s;
  const need = width + 0.3 * line.size;
  let free: number;
  if (above.backwards) free = above.start - column.left;
  else if (centredPair(above, line, column) || rightPair(above, line, column)) free = column.right - column.left - (above.end - above.start);
  else free = narrowed(lines, column, above) - above.end;
  return need + 0.25 * line.size < free;
}

/** Two lines set on the column's middle: neither shares an edge with the other. One line alone may stand there by chance. */
function centredPair(a: Line, b: Line, column: Column): boolean {
  return centred(a, column) && centred(b, column) && Math.abs(a.start - b.start) > SAME_EDGE * a.size;
}

/** Two lines set on the column's right edge. */
function rightPair(a: Line, b: Line, column: Column): boolean {
  const set = (line: Line): boolean => column.right - line.end < line.size && line.start - column.left > 0.3 * (column.right - column.left);
  return set(a) && set(b) && Math.abs(a.start - b.start) > SAME_EDGE * a.size;
}

/** True where two lines of one paragraph are parted on purpose, as a line break within it does: the next word would have fitted, and the phrase had ended. */
export function brokenOff(lines: readonly Line[], above: Line, line: Line, column: Column): boolean {
  if (startsSmall(line) || openEnd(above) || above.words.at(-1)!.text.endsWith(',')) return false;
  const much = column.right - above.end > LITTLE_LEFT * (column.right - column.left);
  return (much || endsSentence(above)) && !centredPair(above, line, column) && wouldFit(lines, above, line, column);
}

/** The right edge of a paragraph that is set narrower than its column (a quotation, text beside a box): where three lines of running text end near each other. */
function narrowed(lines: readonly Line[], column: Column, above: Line): number {
  if (lines.length < 3) return column.right;
  const ends = lines.map((l) => l.end);
  const furthest = greatest(ends, (e) => e);
  if (column.right - furthest < 2 * above.size) return column.right;
  const near = ends.filter((e) => furthest - e < 3 * above.size).length;
  const running = lines.slice(1).filter(startsSmall).length;
  return near >= lines.length * 0.6 && running * 2 >= lines.length - 1 ? furthest : column.right;
}
