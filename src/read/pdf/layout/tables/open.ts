/**
 * Tables without upright lines: half-ruled (rules across only), banded (shaded rows) and borderless. All three are a run of lines whose
 * phrases stand in columns; rules and shading say where the run starts, ends and is cut.
 */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { build, type Built } from './build.js';
import type { Axis } from './charts.js';
import type { River } from './columns.js';
import { finishTable } from './finish.js';
import type { GridCell } from './grid.js';
import { firstText, joinKeys, joinMiddles, joinNames } from './keys.js';
import type { Rule } from './rules.js';
import type { Line, Phrase } from './lines.js';
import { inBrackets, isCaption, isOneRemark, keeps } from './prose.js';
import { refusesOpen } from './refuse.js';
import { inRows, type FoundCell, type FoundTable, type TableLook } from './types.js';
import { headsColumns, isValue, numbersColumns, readsAsValue, startsLow } from './values.js';

/** A head over several columns has no more words than this; longer lines are captions. */
const SPANNING_WORDS = 9;
/** A head on the middle of the last figures ends no further behind them than this share of its size, or 10 points. */
const HEAD_BEYOND = 2;
/** One line of the head of the key column has no more than this. */
const KEY_WORDS = 4;

/** A lone line so many times as large as the heads below it is the table's title. */
const TITLE_SIZE = 1.08;
/** Above heads, a lone line of so many words that is off the middle of the table by no more than this share of its width names it. */
const TITLE_WORDS = 3;
const TITLE_OFF = 0.03;
/** ... and stands no further above the other heads than this share of its size. */
const LONE_HEAD = 1.7;

/** Lines of a caption stand at most this share of the size apart; one that goes on fills this share of the table's width, and its words begin within this share. */
const CAPTION_LEADING = 1.6;
const CAPTION_FULL = 0.75;
const CAPTION_HANG = 0.35;
/** Heads stand no further above the next line than this share of the size, from baseline to baseline; above a rule, or numbers of the columns, they may stand further. */
const HEAD_ABOVE = 1.9;
const HEAD_ABOVE_RULE = 2.8;

/**
 * Lines above the first rule (`rule`, where there is one) that are heads: near, several phrases in the columns or one over several, never a line of prose.
 * Where heads stand under the rule already (`headed`), a line set on the middle of the table names it.
 */
export function headsAbove(words: readonly Word[], above: readonly Line[], inside: readonly Line[], rivers: readonly River[], rule?: number, headed = false): Line[] {
  const out: Line[] = [], pending: Line[] = [];
  let next = inside[0];
  const left = Math.min(...inside.map((l) => l.left)), right = Math.max(...inside.map((l) => l.right));
  /** On the middle of the table, not of the columns behind its first. */
  const onMiddle = (l: Line): boolean => Math.abs(l.left + l.right - left - right) < Math.abs(l.left + l.right - (rivers[0]!.left + rivers[0]!.right) / 2 - right);
  /** Several words across columns, set on the middle of the whole table. */
  const isTitle = (l: Line): boolean => l.words.length >= TITLE_WORDS && Math.abs(l.left + l.right - left - right) <= 2 * TITLE_OFF * (right - left) && !keeps(l, words, rivers) && onMiddle(l);
  for (let i = above.length - 1; i >= 0 && next; i--) {
    const line = above[i]!;
    const ruled = next === inside[0] && rule !== undefined && rule > line.baseline && rule < next.baseline;
    if (next.baseline - line.baseline > (ruled || numbersColumns(next.phrases.map((p) => p.words.map((i) => words[i]!.text))) ? HEAD_ABOVE_RULE : HEAD_ABOVE) * Math.max(line.size, next.size)) break;
    if (isCaption(line, words)) break;
    const firstRiver = rivers[0]!;
    // A word of the key column's head between the levels of the others counts when heads stand above it.
    if (line.phrases.length === 1 && line.right <= firstRiver.right && line.words.length <= KEY_WORDS && pending.length < 2) {
      pending.unshift(line);
      next = line;
      continue;
    }
    if (line.phrases.length === 1 && ((headed && onMiddle(line)) || (out.some((l) => l.phrases.length > 1) && isTitle(line)) || isRemark(line, words) || (line.words.length > 1 && inBrackets(line, words, '(', ')') && (onMiddle(line) || line.left <= left + 2)) || line.size > TITLE_SIZE * next.size)) break;
    if (isOneRemark(line, words)) break;
    if (line.phrases.length === 1 && goesOnCaption(above[i - 1], line, words, inside[0]!, right)) break;
    const heads = line.phrases.length >= 2 ? keeps(line, words, rivers) || spansOnly(line, firstRiver) || keyOverNames(line, words, rivers) : line.left >= firstRiver.left - 2 && line.right <= right + Math.max(10, HEAD_BEYOND * line.size) && (line.left + line.right) / 2 <= right && line.phrases[0]!.words.length <= SPANNING_WORDS;
    if (!heads) break;
    out.unshift(line, ...pending.splice(0));
    next = line;
  }
  // A lone line is a head only where it lies over several columns, near.
  const lone = out.length === 1 ? out[0]! : undefined;
  if (lone && lone.phrases.length < 2 && !isFirstLine(words, lone, inside[0]!, rivers[0]!) && (inside[0]!.baseline - lone.baseline > LONE_HEAD * lone.size
    || !rivers.some((r) => lone.left < (r.left + r.right) / 2 && lone.right > (r.left + r.right) / 2))) return [];
  return out;
}

/** Lines of one head stand no further apart than this share of the size, and keep to one edge or middle within so many points. */
const HEAD_LEADING = 1.35;
const KEEPS_TO = 1.5;

/** The first line of a head of a later column that has one line more than the others: right above its next line. A unit in brackets, or one alone, says more than that. */
function isFirstLine(words: readonly Word[], lone: Line, heads: Line, firstRiver: River): boolean {
  const own = lone.phrases[0]!, texts = own.words.map((i) => words[i]!.text);
  if (own.left < firstRiver.left || heads.baseline - lone.baseline > HEAD_LEADING * lone.size || headsColumns(texts) || /^[([]/u.test(texts[0]!)) return false;
  return heads.phrases.some((p) => !readsAsValue(p.words.map((i) => words[i]!.text)) && [own.left - p.left, own.right - p.right, (own.left + own.right - p.left - p.right) / 2].some((d) => Math.abs(d) <= KEEPS_TO));
}

/** A lone line in square brackets says in what the table is: "[In thousands, except percent]". */
const isRemark = (line: Line, words: readonly Word[]): boolean => inBrackets(line, words, '[', ']');


/** The second line of a caption: right below one that is as broad as the table, and not right of where that one's words begin. */
function goesOnCaption(caption: Line | undefined, line: Line, words: readonly Word[], first: Line, right: number): boolean {
  if (!caption || !isCaption(caption, words) || line.baseline - caption.baseline > CAPTION_LEADING * line.size) return false;
  return caption.right - first.left > CAPTION_FULL * (right - first.left) && line.left < caption.left + CAPTION_HANG * (right - first.left);
}

/** The head of the key column reaches over the first columns (of names within names); the other heads keep to theirs. */
const keyOverNames = (line: Line, words: readonly Word[], rivers: readonly River[]): boolean =>
  line.phrases.length >= 3 && line.phrases[0]!.words.length <= KEY_WORDS && line.phrases[0]!.right < rivers[rivers.length - 1]!.left
  && keeps({ ...line, words: line.phrases.slice(1).flatMap((p) => [...p.words]) }, words, rivers);

/** Phrases that lie over columns side by side, none of them from the key column across: heads over several columns. */
const spansOnly = (line: Line, firstRiver: River): boolean =>
  line.phrases.every((p) => p.words.length <= SPANNING_WORDS / 1.5 && (p.left >= firstRiver.left - 2 || p.right <= firstRiver.right + 2));

/** A strip with texts on no more than this share of the lines, all begun in small letters, is no column. */
const FEW_TEXTS = 0.3;

/** Figures aside from their head are at least so many. */
const LEAST_ASIDE = 2;

/** Rivers but for the wide spaces of justified heads and names: what stands between such a space and the next river are ends of phrases, and few. */
function withoutSpaces(words: readonly Word[], lines: readonly Line[], rivers: readonly River[]): River[] {
  const kept = [...rivers];
  for (let k = kept.length - 1; k >= 0; k--) {
    const from = kept[k]!.left, to = kept[k + 1]?.right ?? Infinity;
    let texts = 0, low = true;
    for (const l of lines) for (const p of l.phrases) {
      // A phrase over the river counts by what stands right of it.
      const first = p.words.find((i) => words[i]!.box[0] >= from - 0.5);
      if (first === undefined || words[first]!.box[2] > to + 0.5) continue;
      texts++;
      low &&= startsLow(words[first]!.text) && !isValue(words[first]!.text);
    }
    if (kept.length < 2) continue;
    if (low && texts > 0 && texts <= Math.max(2, FEW_TEXTS * lines.length)) kept.splice(k + 1 < kept.length && across(lines, kept[k + 1]!) > across(lines, kept[k]!) ? k + 1 : k, 1);
    else if (inTurn(words, lines, kept, k)) kept.splice(k, 1);
  }
  return withoutAsides(words, lines, withoutSpanned(words, lines, kept));
}

/**
 * Rivers, the two on the sides of a head made one where the head is all that stands between them and heads of a later line stand on both sides: it lies over
 * both, in the white between their texts.
 */
function withoutSpanned(words: readonly Word[], lines: readonly Line[], rivers: readonly River[]): River[] {
  const kept = [...rivers];
  const figures = lines.findIndex((l) => l.phrases.slice(1).some((p) => readsAsValue(p.words.map((i) => words[i]!.text))));
  for (let k = kept.length - 1; k > 0; k--) {
    const [left, right] = [kept[k - 1]!, kept[k]!];
    const own = lines.flatMap((l, n) => (l.phrases.some((p) => p.left < right.left + 0.5 && p.right > left.right - 0.5) ? [n] : []));
    const at = own[0]!;
    if (own.length !== 1 || at >= figures || !lines[at]!.phrases.some((p) => p.left >= left.right - 0.5 && p.right <= right.left + 0.5)) continue;
    const from = kept[k - 2]?.right ?? -Infinity, to = kept[k + 1]?.left ?? Infinity;
    const pair = lines.slice(at + 1, figures).some((l) => l.phrases.some((p) => p.left >= from - 0.5 && p.right <= left.left + 0.5) && l.phrases.some((p) => p.left >= right.right - 0.5 && p.right <= to + 0.5));
    if (pair) kept.splice(k - 1, 2, { ...left, right: right.right });
  }
  return kept;
}

/** How many lines have a phrase across the middle of the river: ends of heads belong to the column on the side that others of their lines reach. */
function across(lines: readonly Line[], river: River): number {
  const x = (river.left + river.right) / 2;
  return lines.filter((l) => l.phrases.some((p) => p.left < x - 0.5 && p.right > x + 0.5)).length;
}

/** On each side of the river stand words, never on both in one line and always on one: names of one column, some of them set on its right. */
function inTurn(words: readonly Word[], lines: readonly Line[], rivers: readonly River[], k: number): boolean {
  const from = rivers[k - 1]?.right ?? -Infinity, at = rivers[k]!, to = rivers[k + 1]?.left ?? Infinity;
  let left = 0, right = 0, last: Line | undefined;
  for (const l of lines) {
    if (l.phrases.length < 2) continue;
    const a = l.phrases.filter((p) => p.left >= from - 0.5 && p.right <= at.left + 0.5), b = l.phrases.filter((p) => p.left >= at.right - 0.5 && p.right <= to + 0.5);
    if (a.length > 0 && b.length > 0) return false;
    if ([...a, ...b].some((p) => readsAsValue(p.words.map((i) => words[i]!.text)))) return false;
    if (a.length > 0) left++; else if (b.length > 0) { right++; last = l; } else if (l.phrases.length > 2 && left + right > 0) return false;
  }
  // Heads alone, set between the lines of the others, are no names.
  const figures = lines.findIndex((l) => l.phrases.slice(1).some((p) => readsAsValue(p.words.map((i) => words[i]!.text))));
  return left >= 3 && right >= 2 && !(figures >= 0 && lines.indexOf(last!) < figures);
}

/** Rivers but for those between heads and their own figures. Figures on the right of one column stand near the head on the left of the next: the side that pairs more of them is theirs. */
function withoutAsides(words: readonly Word[], lines: readonly Line[], rivers: readonly River[]): River[] {
  const paired = (sides: readonly ('left' | 'right')[]): River[] => {
    const kept = [...rivers];
    for (const side of sides) for (let k = kept.length - 1; k >= 0; k--) if (kept.length > 1 && headAside(words, lines, kept, k, side)) kept.splice(k, 1);
    return kept;
  };
  const left = paired(['left', 'right']);
  if (left.length === rivers.length) return left;
  const right = paired(['right', 'left']);
  return right.length < left.length ? right : left;
}

/**
 * On one side of the river stand heads alone, on the other figures alone, below them: heads set on the left of a broad column whose figures keep to its right,
 * or the other way about.
 */
function headAside(words: readonly Word[], lines: readonly Line[], rivers: readonly River[], k: number, side: 'left' | 'right'): boolean {
  const from = rivers[k - 1]?.right ?? -Infinity, at = rivers[k]!, to = rivers[k + 1]?.left ?? Infinity;
  const heads: { n: number; p: Phrase }[] = [], figures: Phrase[] = [];
  for (let n = 0; n < lines.length; n++) {
    let above = false, below = false;
    for (const p of lines[n]!.phrases) {
      const onLeft = p.left >= from - 0.5 && p.right <= at.left + 0.5;
      if (!onLeft && !(p.left >= at.right - 0.5 && p.right <= to + 0.5)) continue;
      if (onLeft === (side === 'left')) { heads.push({ n, p }); above = true; } else { figures.push(p); below = true; }
    }
    // Heads end where figures begin: most columns stand beside one another from their first line on.
    if (above && (below || figures.length > 0)) return false;
  }
  if (heads.length === 0 || figures.length < LEAST_ASIDE) return false;
  // A head set right of the names of the rows.
  if (k === 0 && side === 'right') return true;
  const texts = (p: Phrase): string[] => p.words.map((i) => words[i]!.text);
  return figures.every((p) => readsAsValue(texts(p))) && heads.every(({ n, p }) => headsColumns(texts(p)) || !readsAsValue(texts(p)) || numbersColumns(lines[n]!.phrases.map(texts)));
}

/** What is known of an open table: `headless` where its first row is the rest of one from the page before, `captioned` where a caption above says that it is one. */
export interface OpenTable { readonly headless?: boolean; readonly captioned?: boolean }

/** Builds, checks and finishes one open table. */
export function openTable(words: readonly Word[], lines: readonly Line[], xs: readonly number[], ys: readonly number[], rivers: readonly River[], partial: readonly Rule[], look: TableLook, why: string, axes: readonly Axis[], { headless = false, captioned = false }: OpenTable = {}): FoundTable | undefined {
  const inside = lines.flatMap((l) => [...l.words]);
  const separators = withoutSpaces(words, lines, rivers).map((r) => (r.left + r.right) / 2);
  const built = build(words, inside, { xs, ys, cells: bandsOf(ys), printed: false, ...(headless && { headless }), separators, pieces: partial.flatMap((r) => [...r.pieces]) });
  const found = finishTable(words, tidied(words, look === 'half-ruled' ? built : withoutLoneRows(built), partial), look, why, look === 'half-ruled' ? 0.8 : 0.6);
  if (!found) return undefined;
  return refusesOpen(words, found, lines, axes, captioned) ? undefined : found;
}

/** A table whose columns are printed and whose rows are not: heads and rows are read as those of an open one. */
export function uprightTable(words: readonly Word[], inside: readonly number[], edges: readonly number[], ys: readonly number[], partial: readonly Rule[], upright: 'figures' | 'texts'): Built {
  const [left, right] = [edges[0]!, edges[edges.length - 1]!];
  const built = build(words, inside, { xs: [left, right], ys, cells: bandsOf(ys), printed: false, upright, separators: edges.slice(1, -1), pieces: partial.flatMap((r) => [...r.pieces]) });
  return tidied(words, built, partial);
}

const bandsOf = (ys: readonly number[]): GridCell[] => ys.slice(1).map((_, b) => ({ row: b, column: 0, rowSpan: 1, columnSpan: 1 }));

const tidied = (words: readonly Word[], built: Built, partial: readonly Rule[]): Built => joinMiddles(words, joinKeys(joinNames(words, raiseHeads(words, joinUnderPartial(words, built, partial)))));

/** Without rules nothing holds a line of one cell at the top (a caption) or under the last row (a note): such rows are dropped. */
function withoutLoneRows(built: Built): Built {
  const rows = built.rowEdges.length - 1;
  const alone = (r: number): boolean => {
    const filled = built.cells.filter((c) => c.words.length > 0 && c.row <= r && c.row + c.rowSpan > r);
    return filled.length === 0 || (filled.length === 1 && filled[0]!.column === 0);
  };
  let first = 0, end = rows;
  while (first < rows - 2 && alone(first)) first++;
  while (end > first + 2 && alone(end - 1)) end--;
  if (first === 0 && end === rows) return built;
  return {
    ...built,
    rowEdges: built.rowEdges.slice(first, end + 1),
    rowRuled: built.rowRuled.slice(first, end),
    cells: built.cells.filter((c) => c.row >= first && c.row + c.rowSpan <= end).map((c) => ({ ...c, row: c.row - first })),
    headRows: Math.max(0, built.headRows - first),
  };
}

const sameBaseline = (words: readonly Word[], a: FoundCell, b: FoundCell): boolean =>
  a.words.some((i) => b.words.some((k) => Math.abs(words[i]!.baseline - words[k]!.baseline) < 0.15 * words[i]!.size));

/** Beside heads of several levels, a column under no head that spans has one head over all levels. */
function raiseHeads(words: readonly Word[], built: Built): Built {
  const levels = built.headRows;
  if (levels < 2) return built;
  const inHeads = built.cells.filter((c) => c.row < levels);
  if (!inHeads.some((c) => c.columnSpan > 1 && c.words.length > 0)) return built;
  let cells = [...built.cells];
  for (let column = 0; column + 1 < built.columnEdges.length; column++) {
    const own = inHeads.filter((c) => c.column <= column && c.column + c.columnSpan > column);
    const depth = own.reduce((n, c) => n + c.rowSpan, 0);
    if (own.length < 2 || depth !== levels || own.some((c) => c.columnSpan > 1 || c.row + c.rowSpan > levels) || own.every((c) => c.words.length === 0)) continue;
    // Several texts that stand on the lines of the other heads are heads of their own.
    const filled = own.filter((c) => c.words.length > 0);
    const oneText = filled.slice(1).every((c) => /^\p{Ll}/u.test(firstText(words, c)));
    if (filled.length > 1 && !oneText && filled.every((c) => inHeads.some((o) => o.row === c.row && !own.includes(o) && sameBaseline(words, c, o)))) continue;
    const box: Box = [own[0]!.box[0], built.rowEdges[0]!, own[0]!.box[2], built.rowEdges[levels]!];
    cells = cells.filter((c) => !own.includes(c));
    cells.push({ ...own[0]!, row: 0, rowSpan: levels, box, words: own.flatMap((c) => [...c.words]) });
  }
  cells.sort(inRows);
  return { ...built, cells };
}

/** A partial rule parts only the columns that it lies under or over: the others' cells go through, but for numbers of the columns under it. */
function joinUnderPartial(words: readonly Word[], built: Built, partial: readonly Rule[]): Built {
  let cells = [...built.cells];
  for (const rule of partial) {
    const row = built.rowEdges.findIndex((y) => Math.abs(y - rule.at) <= 3);
    if (row <= 0 || row >= built.rowEdges.length - 1) continue;
    if (numbersColumns(cells.filter((c) => c.row === row && c.words.length > 0).sort(inRows).map((c) => c.words.map((i) => words[i]!.text)))) continue;
    /** The last head of a column and the first text of the body below it, which the rule parts though it does not run between them. */
    const headOver = (over: FoundCell, under: FoundCell): boolean => row === built.headRows && over.words.length > 0 && under.words.length > 0;
    const ruled = (c: FoundCell): boolean => rule.pieces.some((p) => Math.min(p.to, c.box[2]) - Math.max(p.from, c.box[0]) > 0.35 * Math.min(c.box[2] - c.box[0], p.to - p.from));
    cells = cells.flatMap((c) => {
      if (c.row + c.rowSpan === row && c.columnSpan === 1 && !ruled(c)) {
        const under = cells.find((d) => d.row === row && d.column === c.column && d.columnSpan === 1);
        // A rule across the other columns that stand on figures is the line over a sum, not a head.
        if (under && row <= built.headRows + 1 && !headOver(c, under)) return [{ ...c, rowSpan: c.rowSpan + under.rowSpan, box: [c.box[0], c.box[1], c.box[2], under.box[3]] as Box, words: [...c.words, ...under.words] }];
      }
      if (c.row === row && c.columnSpan === 1 && !ruled(c)) {
        const over = cells.find((d) => d.row + d.rowSpan === row && d.column === c.column && d.columnSpan === 1);
        if (over && row <= built.headRows + 1 && !ruled(over) && !headOver(over, c)) return [];
      }
      return [c];
    });
  }
  return { ...built, cells };
}

