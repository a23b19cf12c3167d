/**
 * Plain text and Markdown to a Paper. Stages: bytes to lines (`decode`, `lines`), lines to tables (`tabbed`, `grids`, `aligned`, `laid-out`) and groups, groups to
 * paragraphs (`wrap`, `paragraphs`), headings and depth by looks (`headings`), and here the blocks out of all that.
 */
import type { Block, Cell, Diagnostic, Paper, Paragraph, SetApart, Table } from '../../paper/model.js';
import { splitLabel } from '../../paper/label.js';
import { LIMITS, PaperError, type Reader, type ReadOptions } from '../reader.js';
import { alignedTableAt } from './aligned.js';
import { allOf, linesOf, slice, type Built } from './builder.js';
import { cellParagraphs } from './cells.js';
import { cleanse, decodeText, type Decoded } from './decode.js';
import { pipeTableAt } from './grids.js';
import { markDepths, markHeadings } from './headings.js';
import { laidOutTableAt } from './laid-out.js';
import { markFurniture, splitLines, type Line } from './lines.js';
import { withoutMarkdownBlocks } from './markdown.js';
import { groupParagraphs, joinLoneLabels, knownSequences, lineLabel, type Draft, type Manner } from './paragraphs.js';
import { isRule, underlined } from './rules.js';
import { partPairs } from './side-by-side.js';
import { tabTableAt, type RawTable } from './tabbed.js';
import { undress } from './undress.js';
import { wordsOf, wrapWidth } from './wrap.js';

/** A column of typed text in points: ten characters to the inch at twelve points are 7.2; proportional type is narrower. */
const COLUMN_POINTS = 6;
/** A line of typed text in points. */
const LINE_POINTS = 12;

/** Reads plain text: a dump of a paper, typed text, tab-separated tables with or without markup in their cells. */
export const readText: Reader = async (bytes, options) => read(bytes, options, false);

/** Reads Markdown (CommonMark and pipe tables, as far as papers use them). */
export const readMarkdown: Reader = async (bytes, options) => read(bytes, options, true);

/** This many headings marked as such are all that a Markdown paper has. */
const MARKED_HEADINGS = 3;

type Segment = { readonly type: 'group'; readonly lines: Line[]; readonly above: number } | { readonly type: 'table'; readonly table: RawTable };

function read(bytes: Uint8Array, options: ReadOptions, markdown: boolean): Paper {
  const source = decodeText(bytes);
  const text = cleanse(source.text);
  if (text.trim() === '') throw new PaperError('empty', 'the file holds no text');
  const split = splitLines(text);
  const all = markFurniture(markdown ? split : undress(split));
  const { lines, setext, code } = markdown ? withoutMarkdownBlocks(all) : { lines: all, setext: new Map<number, number>(), code: new Set<number>() };
  const rules: Line[] = [];
  const headings = new Map(setext);
  const segments = segment(markdown ? lines : partPairs(lines), { ...LIMITS, ...options.limits }.cells, markdown ? undefined : { rules, headings });
  const groups = segments.flatMap((s) => (s.type === 'group' ? [s.lines] : []));
  const known = knownSequences(groups.flat());
  const manner: Manner = { markdown, wide: wrapWidth(groups, (line) => lineLabel(line, known) !== undefined), known, words: wordsOf(text), code };
  const entries = segments.flatMap((s): (Draft | RawTable)[] => (s.type === 'table' ? [s.table] : groupParagraphs(s.lines, s.above, manner)));
  const joined = joinAcross(entries);
  for (const e of joined) {
    if (!('type' in e)) continue;
    const level = e.at.in === 'lines' ? headings.get(e.at.to) ?? headings.get(e.at.from) : undefined;
    if (level === undefined) continue;
    e.heading = { level, by: 'markup' };
    // A bare number before an underlined title is its label.
    const label = markdown || e.label !== undefined ? undefined : splitLabel(e.built.text, { known: true });
    if (label?.number === undefined || label.rest === '') continue;
    e.label = label.label;
    e.number = label.number;
    e.built = slice(e.built, e.built.text.length - label.rest.length);
  }
  const plain = joined.map((e) => ('type' in e ? e : 'table'));
  // A Markdown paper that marks its headings marks them all.
  const marked = joined.filter((e) => 'type' in e && e.heading !== undefined).length;
  if (!markdown || marked < MARKED_HEADINGS) markHeadings(plain);
  markDepths(plain);
  return paperOf(markdown ? 'markdown' : 'text', joined, lines, rules, source);
}

/**
 * Cuts the lines into tables and groups of text lines parted by blank lines. In plain text lines drawn with characters part them too: they are gathered in
 * `drawn`, with the level of the headings (by line) that they underline.
 */
function segment(lines: readonly Line[], mostCells: number, drawn?: { readonly rules: Line[]; readonly headings: Map<number, number> }): Segment[] {
  const out: Segment[] = [];
  let group: Line[] = [];
  let blank = Infinity;
  let above = Infinity;
  let noTabsBefore = 0;
  const end = (): void => {
    if (group.length > 0) out.push({ type: 'group', lines: group, above });
    group = [];
  };
  for (let i = 0; i < lines.length;) {
    const line = lines[i] as Line;
    if (line.text === '' || line.apart) {
      end();
      if (line.text === '') blank++;
      i++;
      continue;
    }
    let table: RawTable | undefined;
    if (line.raw.includes('\t') && i >= noTabsBefore) {
      const found = tabTableAt(lines, i);
      table = found.table;
      noTabsBefore = found.to;
    }
    table ??= line.text.includes('|') || line.text.startsWith('+') ? pipeTableAt(lines, i) : undefined;
    table ??= group.length <= 1 ? alignedTableAt(lines, i) ?? laidOutTableAt(lines, i) : undefined;
    if (table) {
      if (table.rows.length * table.columns > mostCells) throw new PaperError('too-large', `a table has more than ${mostCells} cells`);
      end();
      out.push({ type: 'table', table });
      i = table.to;
      blank = 0;
      continue;
    }
    if (drawn && isRule(line)) {
      const level = group.length === 1 && group[0] ? underlined(group[0], line) : undefined;
      if (level !== undefined) drawn.headings.set(line.number - 1, level);
      drawn.rules.push(line);
      end();
      blank++;
      i++;
      continue;
    }
    if (group.length === 0) { above = blank; blank = 0; }
    group.push(line);
    i++;
  }
  end();
  return out;
}

/** Joins lone labels to the paragraph after them, between tables. */
function joinAcross(entries: readonly (Draft | RawTable)[]): (Draft | RawTable)[] {
  const out: (Draft | RawTable)[] = [];
  let run: Draft[] = [];
  for (const e of entries) {
    if ('type' in e) { run.push(e); continue; }
    for (const d of joinLoneLabels(run)) out.push(d);
    out.push(e);
    run = [];
  }
  return [...out, ...joinLoneLabels(run)];
}

function paperOf(format: 'text' | 'markdown', entries: readonly (Draft | RawTable)[], lines: readonly Line[], rules: readonly Line[], source: Decoded): Paper {
  let id = 0;
  const blocks: Block[] = [];
  const furniture: SetApart[] = [];
  const pageLines = lines.filter((l) => l.apart);
  for (const e of entries) {
    if ('type' in e) { blocks.push(paragraphOf(e, ++id)); continue; }
    blocks.push(tableOf(e, format === 'markdown', () => ++id));
    for (const r of e.repeats) furniture.push({ id: ++id, text: r.text, at: { in: 'lines', from: r.line, to: r.line }, why: 'repeated-heading' });
  }
  for (const l of pageLines) furniture.push({ id: ++id, text: l.text.replace(/\s+/gu, ' '), at: { in: 'lines', from: l.number, to: l.number }, why: l.apart ?? '' });
  for (const l of rules) furniture.push({ id: ++id, text: l.text, at: { in: 'lines', from: l.number, to: l.number }, why: 'rule' });
  furniture.sort((a, b) => lineOf(a) - lineOf(b) || a.id - b.id);
  if (blocks.length === 0) throw new PaperError('empty', 'the file holds no text but page numbers and running heads');
  const pages = 1 + lines.reduce((n, l, i) => n + (i > 0 && l.newPage ? 1 : 0), 0);
  return { format, blocks, furniture, hidden: [], diagnostics: diagnose(source), ...(pages > 1 ? { pages } : {}) };
}

const lineOf = (s: SetApart): number => (s.at.in === 'lines' ? s.at.from : 0);

function diagnose(source: Decoded): Diagnostic[] {
  const out: Diagnostic[] = [];
  if (source.inferred) out.push({ rule: 'encoding-inferred', severity: 'info', message: `the file does not say how it is encoded and is not plain UTF-8; it was read as ${source.encoding}` });
  if (source.bad > 0) out.push({ rule: 'characters-lost', severity: 'warning', message: `${source.bad} characters could not be decoded and stand as U+FFFD` });
  return out;
}

function paragraphOf(d: Draft, id: number): Paragraph {
  return {
    type: 'paragraph', id, at: d.at, text: d.built.text,
    ...(d.label === undefined ? {} : { label: d.label, labelIndent: d.labelColumn * COLUMN_POINTS }),
    ...(d.number === undefined ? {} : { number: d.number }),
    ...(d.bullet ? { bullet: true } : {}),
    ...(d.heading ? { heading: d.heading } : {}),
    ...(d.depth === undefined ? {} : { depth: d.depth }),
    indent: d.textColumn * COLUMN_POINTS,
    ...(Number.isFinite(d.above) ? { gapAbove: d.above * LINE_POINTS } : {}),
    ...marks(d.built),
  };
}

function marks(built: Built): Partial<Paragraph> {
  return {
    ...(allOf(built, 'bold') ? { bold: true } : {}),
    ...(allOf(built, 'italic') ? { italic: true } : {}),
    ...(built.pieces.length > 1 ? { pieces: built.pieces } : {}),
    ...(built.spans.length > 0 ? { spans: built.spans } : {}),
  };
}

function tableOf(raw: RawTable, markdown: boolean, nextId: () => number): Table {
  const id = nextId();
  const cells: Cell[] = [];
  for (const [row, columns] of raw.rows.entries()) {
    const band = raw.bands.has(row);
    for (const [column, content] of columns.entries()) {
      const first = content[0]?.line ?? columns.find((c) => c.length > 0)?.[0]?.line ?? raw.from + 1;
      const at = { in: 'lines', from: first, to: content.at(-1)?.line ?? first } as const;
      const blocks = cellParagraphs(content, markdown).map(({ built, item }): Paragraph => {
        const label = splitLabel(built.text) ?? (item ? { label: '•', bullet: true, rest: built.text, number: undefined } : undefined);
        const text = label ? slice(built, built.text.length - label.rest.length) : built;
        return {
          type: 'paragraph', id: nextId(), at: linesOf(built, at), text: text.text,
          ...(label ? { label: label.label } : {}), ...(label?.number === undefined ? {} : { number: label.number }), ...(label?.bullet ? { bullet: true } : {}),
          ...marks(text),
        };
      });
      cells.push({ row, column, rowSpan: 1, columnSpan: band ? raw.columns : 1, ...(row < raw.headerRows ? { header: true } : {}), at, blocks });
    }
  }
  const from = raw.from + 1;
  return {
    type: 'table', id, at: { in: 'lines', from, to: Math.max(from, raw.to) }, headerRows: raw.headerRows, rows: raw.rows.length, columns: raw.columns, cells, ruled: true,
    ...(raw.pageStarts.length > 0 ? { pageStarts: raw.pageStarts } : {}),
  };
}
