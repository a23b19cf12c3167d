/**
 * What the tags of a page say about its words: which belong to one paragraph, heading, list entry or table. Evidence for the stages that
 * work by geometry, only drawn from tags that were found sane. Pure.
 */
import type { Box } from '../../../paper/locator.js';
import { lineOf, linesOf, type Line } from './lines.js';
import type { FoundCell, FoundTable } from './tables/types.js';
import { glyphsOf, type PageTags, type TaggedCell, type TaggedNode, type TaggedTable } from './tags.js';
import type { Word } from './words.js';

/** The tagged block that a word stands in. */
export interface Leaf {
  /** Unique on the page. */
  readonly id: number;
  readonly heading?: number;
  /** Body of a list entry without a tagged label, and how many lists are around it. */
  readonly item?: { readonly depth: number; readonly labelled: boolean };
}

export interface TagEvidence {
  readonly leafOf: (word: Word) => Leaf | undefined;
  /** Tables as tagged, outermost, with the words that stand in them. */
  readonly tables: readonly { readonly table: TaggedTable; readonly words: ReadonlySet<Word> }[];
}

/** A table by geometry is believed beside sane tags when this share of its words stands in one tagged table. */
const IN_ONE_TABLE = 0.8;

/** Draws the evidence of a page; `undefined` where its tags are not to be believed. */
export function evidenceOf(tags: PageTags, words: readonly Word[]): TagEvidence | undefined {
  if (!tags.usable) return undefined;
  const leaves = new Map<number, Leaf>();
  const outer: TaggedTable[] = [];
  let next = 0;
  const visit = (nodes: readonly TaggedNode[], inTable: boolean): void => {
    for (const n of nodes) {
      if (n.type === 'table') {
        if (!inTable && n.layout) visit([...n.loose, ...n.cells.flatMap((c) => c.children)], false);
        else {
          if (!inTable) outer.push(n);
          visit([...n.loose, ...n.cells.flatMap((c) => c.children)], true);
        }
        continue;
      }
      const leaf: Leaf = { id: next++, ...(n.type === 'heading' && { heading: n.level }), ...(n.type === 'item' && { item: { depth: n.depth, labelled: n.label.length > 0 } }) };
      const own = n.type === 'item' ? [...n.label, ...n.body] : n.type === 'figure' ? [] : n.glyphs;
      for (const i of own) leaves.set(i, leaf);
      if (n.type === 'item' || n.type === 'figure') {
        if (n.type === 'figure') { const loose: Leaf = { id: next++ }; for (const i of n.glyphs) leaves.set(i, loose); }
        visit(n.children, inTable);
      }
    }
  };
  visit(tags.nodes, false);
  const byGlyph = new Map<number, Word>();
  for (const w of words) for (const g of w.glyphs) byGlyph.set(g, w);
  const tables = outer.map((table) => ({ table, words: new Set(glyphsOf(table).flatMap((g) => { const w = byGlyph.get(g); return w ? [w] : []; })) }));
  return { leafOf: (word) => { for (const g of word.glyphs) { const leaf = leaves.get(g); if (leaf) return leaf; } return undefined; }, tables };
}

/** What the tags say of two lines that follow each other: parts of one block, or of two; nothing where they say nothing. */
export function tieOf(evidence: TagEvidence, above: Line, line: Line): 'one' | 'two' | undefined {
  const a = evidence.leafOf(above.words.at(-1)!), b = evidence.leafOf(line.words[0]!);
  if (!a || !b) return undefined;
  if (a.id === b.id) return 'one';
  // A block that begins in the middle of the line above runs on here: inline pieces tagged as blocks.
  return above.words.some((w) => evidence.leafOf(w)?.id === b.id) || line.words.some((w) => evidence.leafOf(w)?.id === a.id) ? 'one' : 'two';
}

/** True where sane tags speak against a table that geometry found without a printed grid: its words stand in no tagged table, or in several. */
export function speaksAgainst(evidence: TagEvidence, table: FoundTable, words: readonly Word[]): boolean {
  if (table.look === 'ruled') return false;
  const own = table.cells.flatMap((c) => c.words.map((i) => words[i]!));
  return !evidence.tables.some((t) => own.filter((w) => t.words.has(w)).length >= IN_ONE_TABLE * own.length);
}

/**
 * Tagged tables that geometry cannot see, and that would be read wrongly line by line: two cells of one row both run over several lines. Given in the shape
 * of found tables; words are indexes into `words`. Those whose words lie in `taken` are left out.
 */
export function tablesFromTags(evidence: TagEvidence, words: readonly Word[], taken: ReadonlySet<Word>): FoundTable[] {
  const index = new Map(words.map((w, i) => [w, i]));
  return evidence.tables.flatMap(({ table, words: own }) => {
    if (!table.trusted || table.layout || [...own].some((w) => taken.has(w) || !index.has(w))) return [];
    const holder = new Map(table.cells.flatMap((c, n) => c.children.flatMap(glyphsOf).map((g) => [g, n] as const)));
    const held = table.cells.map((): Word[] => []);
    for (const w of own) { const g = w.glyphs.find((x) => holder.has(x)); if (g !== undefined) held[holder.get(g)!]!.push(w); }
    const cells = table.cells.map((cell, n) => ({ cell, words: held[n]! }));
    if (!interleaved(cells) || cells.reduce((n, c) => n + c.words.length, 0) < own.size) return [];
    return [shapeOf(table, cells, index)];
  });
}

/** Two cells that begin in one row have lines at the same heights, beside each other, and more than one of them. */
function interleaved(cells: readonly { readonly cell: TaggedCell; readonly words: readonly Word[] }[]): boolean {
  const filled = cells.flatMap((c) => (c.words.length > 0 ? [{ column: c.cell.column, box: boxOfWords(c.words), size: c.words[0]!.size, words: c.words }] : []));
  filled.sort((a, b) => a.box[1] - b.box[1]);
  for (const [i, a] of filled.entries()) {
    for (let j = i + 1; j < filled.length && filled[j]!.box[1] < a.box[3]; j++) {
      const b = filled[j]!;
      if (b.column !== a.column && overlap(a.box, b.box) > a.size * 1.2 && (linesOf(a.words, 1).length > 1 || linesOf(b.words, 1).length > 1)) return true;
    }
  }
  return false;
}

const overlap = (a: Box, b: Box): number => Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
const boxOfWords = (words: readonly Word[]): Box => lineOf(words, 1).box;

function shapeOf(table: TaggedTable, cells: readonly { readonly cell: TaggedCell; readonly words: readonly Word[] }[], index: ReadonlyMap<Word, number>): FoundTable {
  const [left, top, right, bottom] = table.box;
  const columnEdges = edges(table.columns, left, right, cells.flatMap(({ cell, words }) => (words.length > 0 && cell.columnSpan === 1 ? [{ at: cell.column, from: boxOfWords(words)[0] }] : [])));
  const rowEdges = edges(table.rows, top, bottom, cells.flatMap(({ cell, words }) => (words.length > 0 ? [{ at: cell.row, from: boxOfWords(words)[1] }] : [])));
  return {
    box: table.box, rows: table.rows, columns: table.columns, headerRows: 0, look: 'borderless', columnEdges, rowEdges, rowRuled: rowEdges.slice(1).map(() => false), confidence: 0.8, why: 'tagged as a table',
    cells: cells.map(({ cell, words }): FoundCell => ({
      row: cell.row, column: cell.column, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan,
      box: [columnEdges[cell.column]!, rowEdges[cell.row]!, columnEdges[Math.min(table.columns, cell.column + cell.columnSpan)]!, Math.max(rowEdges[Math.min(table.rows, cell.row + cell.rowSpan)]!, ...(words.length > 0 ? [boxOfWords(words)[3]] : []))],
      words: words.map((w) => index.get(w)!).sort((a, b) => a - b),
    })),
  };
}

/** Where each row or column begins; those without text of their own begin where the next one does. */
function edges(count: number, first: number, last: number, starts: readonly { at: number; from: number }[]): number[] {
  const found: number[] = [];
  for (let i = count; i >= 0; i--) {
    const own = starts.filter((s) => s.at === i).map((s) => s.from);
    found[i] = i === count ? last : i === 0 ? first : own.length > 0 ? Math.min(...own) : found[i + 1]!;
  }
  return found;
}
