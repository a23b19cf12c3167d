/**
 * One page's marks to passages in reading order: paragraphs and tables. Two steps, since the pitch of lines and the margins are
 * measured over the whole paper in between. Pure. Coordinates are PDF points, origin top left, y downwards.
 */
import type { Box } from '../../../paper/locator.js';
import type { Fill } from '../geometry.js';
import { withoutAsides } from './asides.js';
import { greatest, least, linesOf, type Line } from './lines.js';
import { marksIn, notesOf } from './notes.js';
import { paragraphsOf, type Column, type Draft, type Pitch, type Tie } from './paragraphs.js';
import { regionsOf, type Island } from './regions.js';
import { bandsOf } from './shading.js';
import type { TagEvidence } from './tag-evidence.js';
import type { Word } from './words.js';

/** What is left of a page when furniture is taken away. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Words of the body that stand in no table. */
  readonly words: readonly Word[];
  readonly fills: readonly Fill[];
  /** Where the page's tables stand, by their index. */
  readonly tables: readonly Box[];
  /** Boxes drawn around text that is no table. */
  readonly boxes: readonly Box[];
}

/** Lines (and tables among them) that are read from top to bottom. */
export interface Stretch {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly islands: readonly Island[];
  /** One of several columns, or a box: its own edges count, not the page's. */
  readonly apart: boolean;
  /** The box it stands in. */
  readonly box?: Box;
  /** Number of the box within the page, from 0. */
  readonly band?: number;
  /** A note beside the text that the tags tell from it. */
  readonly aside?: true;
}

export type Passage =
  | { readonly kind: 'text'; readonly page: number; readonly draft: Draft; readonly band?: number; readonly note?: string; /** One of several columns. */ readonly apart: boolean; /** A note beside the text. */ readonly aside?: true }
  | { readonly kind: 'table'; readonly page: number; /** Index among the page's tables. */ readonly table: number };

/** Fewer lines than this do not show a page's margins. */
const FEW_LINES = 8;

const within = (w: Word, b: Box): boolean => {
  const x = (w.box[0] + w.box[2]) / 2, y = (w.box[1] + w.box[3]) / 2;
  return x > b[0] && x < b[2] && y > b[1] && y < b[3];
};

/** First step: the stretches of a page in reading order; notes that its tags tell from the text beside them follow that text. */
export function stretchesOf(page: PageContent, evidence?: TagEvidence): Stretch[] {
  const bands = bandsOf(page.words, page.fills, page.boxes, page.tables, page.width, page.height);
  const held = new Map<number, Word[]>();
  const free: Word[] = [];
  for (const w of page.words) {
    const i = bands.length === 0 ? -1 : bands.findIndex((b) => within(w, b));
    if (i < 0) free.push(w);
    else { const own = held.get(i); if (own) own.push(w); else held.set(i, [w]); }
  }
  const tables = page.tables.length;
  const islands: Island[] = [...page.tables.map((box, index) => ({ box, index })), ...[...held.keys()].map((i) => ({ box: bands[i]!, index: tables + i }))];
  const out: Stretch[] = [];
  for (const region of regionsOf(free, islands, page.number)) {
    const all = region.lines ?? linesOf(region.words, page.number);
    const parted = evidence && withoutAsides(all, page.words, evidence, page.number);
    const lines = parted?.lines ?? all;
    for (const part of aroundIslands(lines, region.islands)) {
      if ('lines' in part) { out.push({ page: page.number, lines: part.lines, islands: [], apart: region.column }); continue; }
      if (part.island.index < tables) { out.push({ page: page.number, lines: [], islands: [part.island], apart: region.column }); continue; }
      const band = part.island.index - tables;
      const inner = held.get(band)!;
      for (const r of regionsOf(inner, [], page.number)) out.push({ page: page.number, lines: r.lines ?? linesOf(r.words, page.number), islands: [], apart: true, box: bands[band]!, band });
    }
    for (const aside of parted?.asides ?? []) out.push({ page: page.number, lines: aside, islands: [], apart: true, aside: true });
  }
  return out;
}

/** Lines and islands in turn, from top to bottom; lines to the left of an island come before it. */
function aroundIslands(lines: readonly Line[], islands: readonly Island[]): ({ lines: Line[] } | { island: Island })[] {
  const out: ({ lines: Line[] } | { island: Island })[] = [];
  const waiting = [...islands].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const add = (line: Line): void => { const last = out.at(-1); if (last && 'lines' in last) last.lines.push(line); else out.push({ lines: [line] }); };
  for (const line of lines) {
    const y = (line.box[1] + line.box[3]) / 2;
    while (waiting.length > 0) {
      const next = waiting[0]!;
      if (y < next.box[1] || (y < next.box[3] && line.box[2] <= next.box[0] + 1)) break;
      out.push({ island: next });
      waiting.shift();
    }
    add(line);
  }
  for (const island of waiting) out.push({ island });
  return out;
}

/** Left and right edges of running text, by the sort of page: its size, and its side of the sheet. */
export type Margins = ReadonlyMap<string, Column>;

/** Pages of one size and side of the sheet share their margins. */
export function sortOfPage(page: { readonly number: number; readonly width: number; readonly height: number }): string {
  return `${Math.round(page.width)}x${Math.round(page.height)} ${page.number % 2}`;
}

/** An edge of the text is where at least this share of the lines, and so many of them, begin or end; or the outermost line. */
const EDGE_SHARE = 0.02;
const EDGE_LINES = 3;
/** Line ends that differ by this many points are one edge of justified or ragged text. */
const EDGE_WIDTH = 3;
/** Odd and even pages are mirrored where their edges differ by more than this, both to the same side. */
const MIRRORED = 6;

/** Measures the margins of running text over all pages of one size; odd and even pages apart only where they are mirrored. */
export function marginsOf(pages: readonly { readonly page: PageContent; readonly stretches: readonly Stretch[] }[]): Margins {
  const sheets = new Map<string, { start: number; end: number; odd: number; sort: string }[]>();
  for (const { page, stretches } of pages) {
    const lines = stretches.filter((s) => !s.apart).flatMap((s) => s.lines).filter((l) => l.angle === 0);
    // A page of few lines shows its edges by its tables.
    const tables = lines.length < FEW_LINES ? page.tables : [];
    const sort = sortOfPage(page);
    const size = sort.split(' ')[0]!;
    const entry = sheets.get(size) ?? [];
    sheets.set(size, entry);
    const odd = page.number % 2;
    for (const l of lines) entry.push({ start: l.start, end: l.end, odd, sort });
    for (const t of tables) for (let i = 0; i < EDGE_LINES; i++) entry.push({ start: t[0], end: t[2], odd, sort });
  }
  const margins = new Map<string, Column>();
  for (const [, lines] of sheets) {
    if (lines.length < EDGE_LINES) continue;
    const both = edgesOf(lines);
    const sides = [0, 1].map((odd) => lines.filter((l) => l.odd === odd)).map((l) => (l.length >= FEW_LINES ? edgesOf(l) : both));
    const [even, odd] = [sides[0]!, sides[1]!];
    const shift = odd.left - even.left;
    const mirrored = Math.abs(shift) > MIRRORED && Math.abs(odd.right - even.right - shift) < MIRRORED;
    for (const l of lines) margins.set(l.sort, mirrored ? sides[l.odd]! : both);
  }
  return margins;
}

function edgesOf(lines: readonly { start: number; end: number }[]): Column {
  const enough = Math.max(EDGE_LINES, EDGE_SHARE * lines.length);
  const starts = lines.map((l) => l.start).sort((a, b) => a - b), ends = lines.map((l) => l.end).sort((a, b) => b - a);
  const left = starts.find((s, i) => (starts[i + Math.ceil(enough) - 1] ?? Infinity) - s <= EDGE_WIDTH) ?? starts[0]!;
  const right = ends.find((e, i) => e - (ends[i + Math.ceil(enough) - 1] ?? -Infinity) <= EDGE_WIDTH) ?? ends[0]!;
  return { left, right };
}

/** Second step: paragraphs and tables of a page, stretch by stretch. `size` is that of running text. */
export function passagesOf(page: PageContent, stretches: readonly Stretch[], margins: Margins, pitch: Pitch, size: number, tie?: Tie): Passage[][] {
  const all: Passage[][] = [];
  const usual = margins.get(sortOfPage(page));
  const marks = marksIn(stretches.flatMap((s) => s.lines), size);
  for (const s of stretches) {
    const out: Passage[] = [];
    all.push(out);
    for (const island of s.islands) out.push({ kind: 'table', page: page.number, table: island.index });
    if (s.lines.length === 0) continue;
    for (const lines of byAngle(s.lines)) {
      const column = columnOf(lines, s, usual);
      const drafts = paragraphsOf(lines, column, pitch, tie);
      const notes = notesOf(drafts, size, marks);
      for (const [i, draft] of drafts.entries()) {
        const note = notes.get(i);
        out.push({ kind: 'text', page: page.number, draft: note?.draft ?? draft, apart: s.apart, ...(s.band !== undefined && { band: s.band }), ...(note && { note: note.mark }), ...(s.aside && { aside: true }) });
      }
    }
  }
  return all;
}

function byAngle(lines: readonly Line[]): Line[][] {
  const groups = new Map<number, Line[]>();
  for (const l of lines) groups.set(l.angle, [...(groups.get(l.angle) ?? []), l]);
  return [...groups].sort((a, b) => a[0] - b[0]).map(([, g]) => g);
}

/** The edges between which a stretch is set. */
function columnOf(lines: readonly Line[], stretch: Stretch, usual: Column | undefined): Column {
  const left = least(lines, (l) => l.start), right = greatest(lines, (l) => l.end);
  if (lines[0]!.angle !== 0) return { left, right };
  if (stretch.box) {
    const pad = Math.min(Math.max(0, left - stretch.box[0]), 10);
    return { left, right: Math.max(right, stretch.box[2] - pad) };
  }
  if (stretch.apart || !usual) return { left, right };
  return { left: usual.left, right: Math.max(right, usual.right) };
}
