/**
 * Furniture: running heads and feet, page numbers, watermarks, line numbers; recognised by repetition and place over the pages of a paper,
 * and by tags that call them artifacts. Pure. Coordinates are PDF points, origin top left, y downwards.
 */
import { hasLetterOrDigit } from '../../../paper/characters.js';
import type { Fill, Link, Ruling } from '../geometry.js';
import { gapBefore, lineOf, lineText, linesOf, prevailing, type Line } from './lines.js';
import { navigationOf } from './webpage.js';
import type { Word } from './words.js';

/** What furniture needs to know of a page. */
export interface FurniturePage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly links: readonly Link[];
}

export interface FurnitureLine {
  readonly words: readonly Word[];
  readonly why: 'header' | 'footer' | 'page-number' | 'watermark' | 'line-number' | 'repeated-heading' | 'blank-page' | 'navigation';
}

/** Heads and feet stand within this share of the page's height from its edge. */
const MARGIN = 0.14;
/** Lines that differ in their digits count only within this share: "1. Apologies" may open the body of one page and "2. Minutes" that of the next. */
const DIGITS_MARGIN = 0.095;
/** Artifacts by tag count within this share, where nothing but artifacts stands nearer to the edge. */
const ARTIFACT_MARGIN = 0.3;
/** Marks on more than this share of a page's words are not believed. */
const MOST_ARTIFACTS = 0.5;
/** Only so many lines from the edge are looked at. */
const OUTER_LINES = 5;
/** The same line on two pages stands at the same height within so many points. */
const SAME_PLACE = 4;
/** Repetition on so many pages in a row (or on every other page) is enough, */
const IN_A_ROW = 3;
/** or on this share of all pages. */
const MOST_PAGES = 0.5;
/** Type larger than the running text by this share is a heading: its first printing stays in the text. */
const HEADING_SIZE = 1.08;
/** Watermarks: this much larger than the running text, or neither upright nor turned by a right angle. */
const WATERMARK_SIZE = 2.2;
const WATERMARK_WORDS = 4;
/** Line numbers: at least so many on a page, in steps of 1 or 5. */
const LINE_NUMBERS = 8;
/** Beside every fifth line fewer will do, where five lines are counted from most of them to the next. */
const FIFTH_NUMBERS = 4;
const FIFTHS = 0.8;

const PAGE_NUMBER = /^[-\u2010-\u2015|\s]*(?:page|p\.?|pg\.?)?\s*(\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|\/)\s*\d{1,4})?[-\u2010-\u2015|\s]*$/iu;
const PAGE_WORDED = /\bpage\s+(\d{1,4})(?:\s+of\s+\d{1,4})?\b/iu;

const ONLY_PAGE = /^page 1 of 1\b|\bpage 1 of 1$/iu;
/** A head or foot keeps clear of the text by more than so many times its size, and is set smaller than the text by this share. */
const CLEAR_SIZES = 2;
const SMALLER = 0.95;

const BLANK = /^\W*this page (?:is|has been) (?:\w+ )?left blank\W*$/iu;

interface Margin { readonly page: FurniturePage; readonly line: Line; readonly text: string; readonly key: string; readonly edge: 'top' | 'bottom'; readonly place: number; readonly rank: number; readonly clear: number; readonly boxed: boolean; readonly tabular: boolean }

/** Light grey or nearly white. */
const pale = (colour: number): boolean => ((colour >> 16) & 255) > 150 && ((colour >> 8) & 255) > 150 && (colour & 255) > 150;

/** Heads of a table stand over at least so many columns, and its first row at most this many times their size below them. */
const HEADS_PARTS = 4;
const HEADS_PITCH = 2;

/** Furniture by page number, each line with the words that it takes. */
export function furnitureOf(pages: readonly FurniturePage[]): Map<number, FurnitureLine[]> {
  const found = new Map<number, FurnitureLine[]>();
  const taken = new Set<Word>();
  // The lines of each page, and which of its words have been taken from them so far.
  const upright = new Map(pages.map((p) => [p.number, { lines: linesOf(p.words.filter((w) => w.angle === 0), p.number), stale: false }]));
  const left: LinesLeft = (p) => {
    const own = upright.get(p.number)!;
    if (own.stale) {
      own.lines = own.lines.flatMap((l) => {
        if (!l.words.some((w) => taken.has(w))) return [l];
        const rest = l.words.filter((w) => !taken.has(w));
        return rest.length > 0 ? [lineOf(rest, p.number)] : [];
      });
      own.stale = false;
    }
    return own.lines;
  };
  const take = (page: number, words: readonly Word[], why: FurnitureLine['why']): void => {
    const fresh = words.filter((w) => !taken.has(w));
    if (fresh.length === 0) return;
    for (const w of fresh) taken.add(w);
    const lines = upright.get(page);
    if (lines) lines.stale = true;
    found.set(page, [...(found.get(page) ?? []), { words: fresh, why }]);
  };
  const all = pages.flatMap((p) => p.words.filter((w) => w.angle === 0));
  const body = { size: prevailing(all, (w) => Math.round(w.size * 2) / 2, (w) => w.text.length), bold: all.filter((w) => w.bold).length * 2 > all.length };
  for (const page of pages) {
    watermarks(page, body.size, take);
    artifacts(page, left, take);
  }
  const margins = pages.flatMap((p) => marginLines(p, left));
  pageNumbers(margins, take);
  if (pages.length === 1) onlyPage(margins, body.size, take);
  repeated(margins.filter((m) => !m.tabular && m.line.words.some((w) => !taken.has(w))), margins, pages, body, take);
  mirrored(margins, taken, pages, body.size, take);
  turnedMargins(pages, taken, take);
  lineNumbers(pages, left, take);
  blankPages(pages, taken, left, take);
  for (const { page, words } of navigationOf(pages, left)) take(page, words, 'navigation');
  return found;
}

/** The upright lines of a page without what is furniture already. */
type LinesLeft = (page: FurniturePage) => readonly Line[];
type Take = (page: number, words: readonly Word[], why: FurnitureLine['why']) => void;

function watermarks(page: FurniturePage, size: number, take: Take): void {
  const slanted = page.words.filter((w) => w.angle % 90 !== 0);
  const byAngle = new Map<number, Word[]>();
  for (const w of slanted) byAngle.set(w.angle, [...(byAngle.get(w.angle) ?? []), w]);
  for (const [, words] of byAngle) if (words.length <= WATERMARK_WORDS && words.some((w) => w.size > size * WATERMARK_SIZE || pale(w.colour))) take(page.number, words, 'watermark');
  const large = page.words.filter((w) => w.angle % 90 === 0 && w.size > size * WATERMARK_SIZE * 1.5 && pale(w.colour) && /^(?:draft|confidential|copy|specimen|exempt|restricted|sample)$/iu.test(w.text));
  if (large.length > 0 && large.length <= WATERMARK_WORDS) take(page.number, large, 'watermark');
}

/** Words tagged as artifacts, from the page's edge inwards as far as nothing else stands there. */
function artifacts(page: FurniturePage, left: LinesLeft, take: Take): void {
  const upright = page.words.filter((w) => w.angle === 0);
  // Where most of a page is marked so, the marks mean nothing.
  const marked = upright.filter((w) => w.artifact).length;
  if (marked === 0 || marked > MOST_ARTIFACTS * upright.length) return;
  const lines = left(page);
  const run = (from: readonly Line[], inside: (l: Line) => boolean, why: 'header' | 'footer'): void => {
    for (const l of from) {
      if (!inside(l)) return;
      const own = l.words.filter((w) => w.artifact);
      // Word marks the heading rows that it prints again as artifacts: they belong to their table.
      if (own.length === 0 || inTable(l, page, why === 'header' ? 'top' : 'bottom')) return;
      take(page.number, own, PAGE_NUMBER.test(lineText({ ...l, words: own })) ? 'page-number' : why);
      if (own.length < l.words.length) return;
    }
  };
  run(lines, (l) => l.box[1] < page.height * ARTIFACT_MARGIN, 'header');
  run([...lines].reverse(), (l) => l.box[3] > page.height * (1 - ARTIFACT_MARGIN), 'footer');
}

/** The outermost lines of a page, top and bottom, without those that belong to a table which goes on inwards. */
function marginLines(page: FurniturePage, left: LinesLeft): Margin[] {
  const lines = left(page);
  const found: Margin[] = [];
  for (const edge of ['top', 'bottom'] as const) {
    const ordered = edge === 'top' ? lines : [...lines].reverse();
    for (let i = 0; i < Math.min(OUTER_LINES, ordered.length); i++) {
      const line = ordered[i]!;
      const inMargin = edge === 'top' ? line.box[3] < page.height * MARGIN : line.box[1] > page.height * (1 - MARGIN);
      if (!inMargin) break;
      const next = ordered[i + 1];
      const tabular = inTable(line, page, edge) || (edge === 'top' && next !== undefined && headsRow(line, next));
      const clear = !next ? Infinity : edge === 'top' ? next.box[1] - line.box[3] : line.box[1] - next.box[3];
      const text = lineText(line);
      const place = edge === 'top' ? line.baseline : page.height - line.baseline;
      found.push({ page, line, text, key: text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' '), edge, place, rank: i, clear, boxed: boxed(line, page), tabular });
    }
  }
  return found;
}

/** Words of a line, part by part, by gaps wider than a space. */
function partsOf(line: Line): Word[][] {
  const parts: Word[][] = [];
  line.words.forEach((w, i) => { if (i > 0 && gapBefore(line, i) <= 2 * line.size) parts.at(-1)!.push(w); else parts.push([w]); });
  return parts;
}

/** Heads of a table without lines, printed again on each page: several parts with a row of as many close below. A running head stands clear. */
function headsRow(line: Line, next: Line): boolean {
  return next.baseline - line.baseline <= HEADS_PITCH * line.size && partsOf(line).length >= HEADS_PARTS && partsOf(next).length >= HEADS_PARTS;
}

/** The line stands between vertical rulings, or on a shaded band of several columns, that go on towards the middle of the page. */
function inTable(line: Line, page: FurniturePage, edge: 'top' | 'bottom'): boolean {
  const y = (line.box[1] + line.box[3]) / 2;
  const upright = page.rulings.filter((r) => r.direction === 'vertical');
  const walls = upright.filter((r) => r.from <= y && r.to >= y && (edge === 'top' ? reach(r, upright, 1) > line.box[3] + line.size * 1.5 : reach(r, upright, -1) < line.box[1] - line.size * 1.5));
  if (walls.length >= 2) return true;
  return partsOf(line).length >= 3 && page.fills.some((f) => f.box[1] <= y && f.box[3] >= y && f.box[2] - f.box[0] > page.width * 0.04 && !pageWide(f, page));
}

/** How far a vertical ruling reaches down (1) or up (-1), with the next piece of it where it is drawn cell by cell. */
function reach(ruling: Ruling, all: readonly Ruling[], way: 1 | -1): number {
  const end = way === 1 ? ruling.to : ruling.from;
  const on = all.filter((r) => r !== ruling && Math.abs(r.at - ruling.at) < 2 && (way === 1 ? r.from <= end + 2 && r.to > end : r.to >= end - 2 && r.from < end));
  return on.length === 0 ? end : way === 1 ? Math.max(...on.map((r) => r.to)) : Math.min(...on.map((r) => r.from));
}

/** Rulings stand at both sides of words of the line: it is in a drawn box or cell. */
function boxed(line: Line, page: FurniturePage): boolean {
  const y = (line.box[1] + line.box[3]) / 2;
  return page.rulings.filter((r) => r.direction === 'vertical' && r.from <= y && r.to >= y).length >= 2;
}

const pageWide = (f: Fill, page: FurniturePage): boolean => (f.box[2] - f.box[0]) > page.width * 0.98 && (f.box[3] - f.box[1]) > page.height * 0.5;

/** Lines that are page numbers: they count up with the pages, or say so ("Page 3 of 9"). */
function pageNumbers(margins: readonly Margin[], take: Take): void {
  const numbered = margins.flatMap((m) => {
    // A word may be drawn in parts ("Pag e 14").
    const text = /^page\d+$/iu.test(m.text.replace(/\s/g, '')) ? m.text.replace(/\s/g, '').replace(/(?<=\p{L})(?=\d)/u, ' ') : m.text;
    const plain = PAGE_NUMBER.exec(text);
    const worded = PAGE_WORDED.exec(text);
    const n = plain ? numberOf(plain[1]!) : worded ? Number(worded[1]) : undefined;
    return n === undefined ? [] : [{ m, n, plain: plain !== null, worded: worded !== null && plain !== null }];
  });
  const offsets = new Map<string, Set<number>>();
  const keyOf = (m: Margin, n: number): string => `${m.edge} ${n - m.page.number}`;
  for (const { m, n } of numbered) offsets.set(keyOf(m, n), (offsets.get(keyOf(m, n)) ?? new Set()).add(m.page.number));
  for (const { m, n, plain, worded } of numbered) {
    const together = offsets.get(keyOf(m, n))!.size;
    // In the rows of a table a number is data, unless it says that it is a page's and the pages agree.
    if (!plain || (m.tabular && !(worded && together >= 2))) continue;
    if (worded || together >= 2 || (m.rank === 0 && n === m.page.number && m.edge === 'bottom' && m.clear > 2 * m.line.size)) take(m.page.number, m.line.words, 'page-number');
  }
}

/**
 * The head or foot of a paper of one page, where nothing is printed again: the line that says "Page 1 of 1" beside other words, what stands
 * between it and the edge, and lines in smaller type that stand with it, clear of the text.
 */
function onlyPage(margins: readonly Margin[], size: number, take: Take): void {
  for (const edge of ['top', 'bottom'] as const) {
    const lines = margins.filter((m) => m.edge === edge && !m.tabular && !m.boxed);
    const numbered = lines.findIndex((m) => ONLY_PAGE.test(m.text));
    if (numbered < 0) continue;
    const inner = lines.findIndex((m, i) => i >= numbered && m.clear > CLEAR_SIZES * m.line.size);
    const own = lines.slice(0, inner + 1);
    if (own.some((m, i) => i !== numbered && m.line.size > size * SMALLER)) continue;
    for (const m of edge === 'top' ? own : own.reverse()) take(m.page.number, m.line.words, edge === 'top' ? 'header' : 'footer');
  }
}

function numberOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let sum = 0;
  const digits = [...text.toLowerCase()].map((c) => values[c] ?? 0);
  for (const [i, d] of digits.entries()) sum += d < (digits[i + 1] ?? 0) ? -d : d;
  return sum > 0 ? sum : undefined;
}

/** Lines that stand at the same place on several pages with the same words but for their digits. */
function repeated(margins: readonly Margin[], all: readonly Margin[], pages: readonly FurniturePage[], body: { size: number; bold: boolean }, take: Take): void {
  const groups = new Map<string, Margin[]>();
  for (const m of margins) {
    const key = `${m.edge} ${m.key}`;
    groups.set(key, [...(groups.get(key) ?? []), m]);
  }
  for (const group of groups.values()) {
    const places = group.map((m) => m.place).sort((a, b) => a - b);
    const usual = places[places.length >> 1]!;
    const same = group.filter((m) => Math.abs(m.place - usual) <= SAME_PLACE);
    const on = [...new Set(same.map((m) => m.page.number))].sort((a, b) => a - b);
    if (on.length < 2) continue;
    const small = same.every((m) => m.line.size <= body.size * HEADING_SIZE);
    const plainWeight = body.bold || same.every((m) => !m.line.bold);
    const clear = same.every((m) => m.rank === 0 || m.clear > 0) && same.some((m) => m.clear > 0.6 * m.line.size);
    const enough = longestRun(on, 1) >= IN_A_ROW || longestRun(on, 2) >= IN_A_ROW || (on.length >= 3 && on.length >= MOST_PAGES * pages.length)
      || (small && clear && on.length >= MOST_PAGES * pages.length && (pages.length > 2 || plainWeight));
    if (!enough) continue;
    if (!hasLetterOrDigit(same[0]!.text)) continue;
    if (new Set(same.map((m) => m.text)).size > 1 && (usual > DIGITS_MARGIN * same[0]!.page.height || whereTextBegins(same, all))) continue;
    // Large type is a masthead or a title, and a box holds data: the first printing is the paper's own.
    const own = !small || same.some((m) => m.boxed);
    const first = own ? Math.min(...on) : undefined;
    for (const m of same) if (m.page.number !== first) take(m.page.number, m.line.words, own ? 'repeated-heading' : m.edge === 'top' ? 'header' : 'footer');
  }
}

/** Heads and feet whose parts change sides from page to page ("3 | Minutes", "Minutes | 4"): each part is on most pages at that height, or is a number that counts up with them. */
function mirrored(margins: readonly Margin[], taken: ReadonlySet<Word>, pages: readonly FurniturePage[], size: number, take: Take): void {
  const open = margins.filter((m) => !m.tabular && !m.boxed && m.line.size <= size * HEADING_SIZE && m.line.words.every((w) => !taken.has(w)));
  if (open.length === 0 || pages.length < 2) return;
  const on = new Map<string, Set<number>>();
  const keyed = (m: Margin): string[] => partsOf(m.line).map((words) => {
    const text = words.map((w) => w.text).join(' ').toLowerCase(), n = PAGE_NUMBER.exec(text)?.[1];
    return `${m.edge} ${Math.round(m.place / SAME_PLACE)} ${n === undefined ? text : `# ${(numberOf(n) ?? 0) - m.page.number}`}`;
  });
  const keys = new Map(margins.map((m) => [m, keyed(m)]));
  for (const [m, own] of keys) for (const k of own) on.set(k, (on.get(k) ?? new Set()).add(m.page.number));
  for (const m of open) {
    const own = keys.get(m)!;
    if (own.length < 2 || (m.rank > 0 && m.clear <= 0) || !hasLetterOrDigit(m.text)) continue;
    if (own.every((k) => on.get(k)!.size >= 2 && on.get(k)!.size >= MOST_PAGES * pages.length)) take(m.page.number, m.line.words, m.edge === 'top' ? 'header' : 'footer');
  }
}

/**
 * Lines that differ in their digits, each the first of its page, where other pages have their text begin: "Appendix 1" and "Appendix 2" at the
 * head of what they name. A running head stands above that place.
 */
function whereTextBegins(lines: readonly Margin[], margins: readonly Margin[]): boolean {
  if (lines.some((m) => m.edge !== 'top' || m.rank !== 0) || new Set(lines.map((m) => m.text)).size < lines.length) return false;
  const own = new Set(lines.map((m) => m.page));
  const tops = margins.filter((m) => m.edge === 'top' && m.rank === 0 && !own.has(m.page)).map((m) => m.line.box[1]);
  return tops.some((top) => lines.every((m) => Math.abs(m.line.box[1] - top) <= SAME_PLACE));
}

/** Length of the longest run of numbers that ascend by `step`. */
function longestRun(sorted: readonly number[], step: number): number {
  const all = new Set(sorted);
  let best = 0;
  for (const n of sorted) {
    if (all.has(n - step)) continue;
    let length = 1;
    while (all.has(n + step * length)) length++;
    best = Math.max(best, length);
  }
  return best;
}

/** Text turned on its side in a margin, the same on most pages. */
function turnedMargins(pages: readonly FurniturePage[], taken: ReadonlySet<Word>, take: Take): void {
  const groups = new Map<string, { page: number; words: readonly Word[] }[]>();
  for (const p of pages) {
    const turned = p.words.filter((w) => (w.angle === 90 || w.angle === 270) && !taken.has(w) && (w.box[2] < p.width * MARGIN || w.box[0] > p.width * (1 - MARGIN)));
    for (const line of linesOf(turned, p.number)) {
      const key = lineText(line).toLowerCase().replace(/\d+/g, '#');
      groups.set(key, [...(groups.get(key) ?? []), { page: p.number, words: line.words }]);
    }
  }
  for (const group of groups.values()) {
    const on = [...new Set(group.map((g) => g.page))].sort((a, b) => a - b);
    if (longestRun(on, 1) >= IN_A_ROW || (on.length >= 2 && on.length >= MOST_PAGES * pages.length)) for (const g of group) take(g.page, g.words, 'header');
  }
}

/** Pages that only say that they are blank. */
function blankPages(pages: readonly FurniturePage[], taken: ReadonlySet<Word>, left: LinesLeft, take: Take): void {
  for (const p of pages) {
    const rest = p.words.filter((w) => !taken.has(w));
    if (rest.length > 0 && rest.length <= 9 && BLANK.test(left(p).map(lineText).join(' '))) take(p.number, rest, 'blank-page');
  }
}

/** Numbers at the side of every line (or every fifth) of running text. */
function lineNumbers(pages: readonly FurniturePage[], left: LinesLeft, take: Take): void {
  const onPages: { page: number; words: Word[] }[] = [];
  for (const p of pages) {
    const lines = left(p);
    const numbers: { word: Word; n: number; at: number }[] = [];
    let running = 0;
    for (const [at, l] of lines.entries()) {
      const first = l.words[0]!;
      const alone = l.words.length === 1;
      if (/^\d{1,4}$/.test(first.text) && (alone || gapBefore(l, 1) > 0.8 * l.size)) {
        numbers.push({ word: first, n: Number(first.text), at });
        if (/^\p{Ll}/u.test(l.words[1]?.text ?? '')) running++;
      }
    }
    if ((numbers.length < LINE_NUMBERS || running < numbers.length * 0.3) && !besideFifths(numbers, lines)) continue;
    const steps = numbers.slice(1).map((x, i) => x.n - numbers[i]!.n);
    const step = prevailing(steps, (s) => s, () => 1);
    const aligned = [0, 2].some((side) => {
      const edge = prevailing(numbers, (x) => Math.round(x.word.box[side]!), () => 1);
      return numbers.filter((x) => Math.abs(x.word.box[side]! - edge) < 3).length >= numbers.length * 0.9;
    });
    if ((step !== 1 && step !== 5) || steps.filter((s) => s === step).length < steps.length * 0.9) continue;
    if (!aligned) continue;
    if (step === 1 && numbers.length < lines.length * 0.6) continue;
    onPages.push({ page: p.number, words: numbers.map((x) => x.word) });
  }
  for (const { page, words } of onPages) take(page, words, 'line-number');
}

/** Multiples of five left of all text, each five lines below the one before. */
function besideFifths(numbers: readonly { readonly word: Word; readonly n: number; readonly at: number }[], lines: readonly Line[]): boolean {
  if (numbers.length < FIFTH_NUMBERS || numbers.some((x) => x.n % 5 !== 0)) return false;
  const right = Math.max(...numbers.map((x) => x.word.box[2])), own = new Set(numbers.map((x) => x.word));
  return lines.every((l) => l.words.every((w) => own.has(w) || w.box[0] > right))
    && numbers.filter((x, k) => k > 0 && x.n - numbers[k - 1]!.n === 5 && x.at - numbers[k - 1]!.at === 5).length >= FIFTHS * (numbers.length - 1);
}
