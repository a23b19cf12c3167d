/** Draws invented pages as glyphs and rulings, for tests of words and tables: every character is half an em wide, a space a quarter. */
import type { Box } from '../../../../../src/paper/locator.js';
import type { Fill, Glyph, Ruling } from '../../../../../src/read/pdf/geometry.js';
import { wordsOf, type Word } from '../../../../../src/read/pdf/layout/words.js';
import type { TablePage } from '../../../../../src/read/pdf/layout/tables/types.js';

export const SIZE = 10;
const ADVANCE = 0.5;

export interface Drawn { glyphs: Glyph[]; rulings: Ruling[]; fills: Fill[]; width: number; height: number }

export const blank = (width = 595, height = 842): Drawn => ({ glyphs: [], rulings: [], fills: [], width, height });

const SPACE = 0.27;

export const widthOf = (text: string, size = SIZE): number => [...text].reduce((w, ch) => w + (ch === ' ' ? SPACE : ADVANCE) * size, 0);

/** Writes a line of text with its left end at x and its baseline at y. */
export function write(page: Drawn, text: string, x: number, y: number, style: { size?: number; bold?: boolean; tracking?: number } = {}): void {
  const size = style.size ?? SIZE;
  let space = true, left = x;
  for (const ch of text) {
    if (ch === ' ') { space = true; left += SPACE * size + (style.tracking ?? 0); continue; }
    page.glyphs.push({
      text: ch, box: [left, y - 0.8 * size, left + ADVANCE * size, y + 0.2 * size], baseline: y, size, font: 'Testa', bold: style.bold ?? false, italic: false,
      colour: 0, angle: 0, order: page.glyphs.length, ...(space && { spaceBefore: true }),
    });
    space = false;
    left += ADVANCE * size + (style.tracking ?? 0);
  }
}

/** Lines that end at x, and that stand on the middle of it. */
export const right = (page: Drawn, text: string, x: number, y: number): void => write(page, text, x - widthOf(text), y);
export const centre = (page: Drawn, text: string, x: number, y: number): void => write(page, text, x - widthOf(text) / 2, y);

/** Rows of a name and figures, the figures set on the right of their columns; returns the baseline below. */
export function rows(page: Drawn, list: readonly (readonly string[])[], x: number, ends: readonly number[], y: number, pitch = 12): number {
  list.forEach((texts, r) => texts.forEach((t, c) => { if (c === 0) write(page, t, x, y + pitch * r); else right(page, t, ends[c - 1]!, y + pitch * r); }));
  return y + pitch * list.length;
}

export const across = (page: Drawn, y: number, from: number, to: number): void => { page.rulings.push({ direction: 'horizontal', at: y, from, to, thickness: 0.5, colour: 0 }); };
export const upright = (page: Drawn, x: number, from: number, to: number): void => { page.rulings.push({ direction: 'vertical', at: x, from, to, thickness: 0.5, colour: 0 }); };

/** A closed box. */
export function frame(page: Drawn, [l, t, r, b]: Box): void {
  across(page, t, l, r); across(page, b, l, r); upright(page, l, t, b); upright(page, r, t, b);
}

export const wordsFrom = (page: Drawn): Word[] => wordsOf(page.glyphs, { rulings: page.rulings });
export const tablePage = (page: Drawn): TablePage => ({ words: wordsFrom(page), rulings: page.rulings, fills: page.fills, images: [], width: page.width, height: page.height });

/** The same marks drawn in another order: by a fixed shuffle that depends on the seed. */
export function shuffled(page: Drawn, seed: number): Drawn {
  let state = seed >>> 0 || 1;
  const next = (): number => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return state / 2 ** 32; };
  const mix = <T>(items: readonly T[]): T[] => {
    const out = [...items];
    for (let i = out.length - 1; i > 0; i--) { const j = Math.floor(next() * (i + 1)); [out[i], out[j]] = [out[j]!, out[i]!]; }
    return out;
  };
  return { ...page, glyphs: mix(page.glyphs).map((g, order) => ({ ...g, order })), rulings: mix(page.rulings), fills: mix(page.fills) };
}

export interface PlannedCell { row: number; column: number; rowSpan: number; columnSpan: number; text: string }
export interface Plan { rows: number; columns: number; cells: PlannedCell[] }
export type Style = 'ruled' | 'half-ruled' | 'header-ruled' | 'borderless';

const PAD = 4;
const LINE = 12;

/** Draws a planned table; returns the page and where the table ends. Texts of several lines are given with line ends. */
export function drawTable(page: Drawn, plan: Plan, style: Style, x = 60, y = 100, align: 'left' | 'right' = 'left', columnGap = 10): { bottom: number; xs: number[]; ys: number[] } {
  const widths = new Array<number>(plan.columns).fill(30), heights = new Array<number>(plan.rows).fill(LINE + 2 * PAD);
  for (const c of plan.cells) {
    const lines = c.text.split('\n');
    if (c.columnSpan === 1) widths[c.column] = Math.max(widths[c.column]!, Math.max(...lines.map((l) => widthOf(l))) + 2 * PAD + columnGap);
    if (c.rowSpan === 1) heights[c.row] = Math.max(heights[c.row]!, lines.length * LINE + 2 * PAD);
  }
  for (const c of plan.cells) if (c.columnSpan > 1) {
    const own = widths.slice(c.column, c.column + c.columnSpan).reduce((a, b) => a + b, 0), need = widthOf(c.text) + 2 * PAD + columnGap;
    if (own < need) widths[c.column + c.columnSpan - 1]! += need - own;
  }
  const xs = [x], ys = [y];
  for (const w of widths) xs.push(xs[xs.length - 1]! + w);
  for (const h of heights) ys.push(ys[ys.length - 1]! + h);
  const right = xs[plan.columns]!, bottom = ys[plan.rows]!;
  for (const c of plan.cells) {
    const left = xs[c.column]!, end = xs[c.column + c.columnSpan]!, top = ys[c.row]!;
    c.text.split('\n').forEach((line, i) => {
      const at = c.columnSpan > 1 ? (left + end - widthOf(line)) / 2 : align === 'right' && c.column > 0 ? end - PAD - widthOf(line) : left + PAD;
      write(page, line, at, top + PAD + i * LINE + 9);
    });
    if (style === 'ruled') frame(page, [left, top, end, ys[c.row + c.rowSpan]!]);
  }
  if (style === 'half-ruled') for (const at of ys) across(page, at, x, right);
  if (style === 'header-ruled') for (const at of [ys[0]!, ys[1]!, bottom]) across(page, at, x, right);
  return { bottom, xs, ys };
}
