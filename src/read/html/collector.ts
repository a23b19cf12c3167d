/**
 * Gathers paragraphs, tables and what is set apart while a page is walked. It knows nodes only by what it is told: begin, text, end.
 */
import { openLayouts } from '../../paper/layout.js';
import type { Locator } from '../../paper/locator.js';
import type { Block, Cell, Paragraph, SetApart, Span, Table } from '../../paper/model.js';
import { entryLines } from '../../paper/typed-lists.js';
import { allOf, linesOf, slice, TextBuilder } from '../text/builder.js';
import { CellHeights } from './heights.js';
import { gridOf, type HtmlCell, type HtmlRow } from './grid.js';
import { hasLabelGap, typedLabel, wordLabel, type Labelled } from './labels.js';
import type { Apart } from './regions.js';
import { fileSizeAt, leadsAway } from './regions.js';

/** What the elements around a paragraph say of it. */
export interface Context {
  readonly heading?: number;
  /** Level of Word's list, 0 the outermost. */
  readonly wordLevel?: number;
  readonly align?: Paragraph['align'];
  readonly indent?: number;
  readonly labelIndent?: number;
  /** Class or element says that it is a list entry of Word's. */
  readonly wordList?: boolean;
  readonly note?: string;
  readonly caption?: boolean;
  /** Of the letters, in points. */
  readonly size?: number;
}

interface Pending {
  readonly marker: { readonly label: string; readonly number?: string } | undefined;
  /** Nesting of the list; `undefined` outside of lists. */
  readonly depth: number | undefined;
}

interface TableFrame {
  readonly id: number;
  readonly rows: { group: HtmlRow['group']; cells: HtmlCell[]; heights: CellHeights[] }[];
  group: HtmlRow['group'];
  title?: string;
  readonly at: Locator;
}

interface Draft {
  builder: TextBuilder;
  label: TextBuilder | undefined;
  context: Context | undefined;
  /** The first characters as they stand, no-break spaces and all. */
  head: string;
  line: number;
  size: number | undefined;
}

/** A bold line of its own is a heading when it is short. In characters. */
const HEADING_CHARACTERS = 90;
const HEAD_CHARACTERS = 48;
/** Height of an empty paragraph, in points. */
const LINE_POINTS = 12;
/** What a list entry is set in by, in points: browsers' 40 pixels. */
const LIST_INDENT = 30;

export class Collector {
  readonly furniture: SetApart[] = [];
  readonly hidden: SetApart[] = [];
  readonly #mostCells: number;
  #sinks: Block[][] = [[]];
  #tables: TableFrame[] = [];
  #draft: Draft = fresh();
  #suspended: { draft: Draft; handles: Map<Span['style'], ReturnType<TextBuilder['open']> | undefined>; pending: Pending | undefined }[] = [];
  #apart: Apart[] = [];
  #styles = new Map<Span['style'], { count: number; targets: (string | undefined)[]; handle: ReturnType<TextBuilder['open']> | undefined }>();
  #inLabel = false;
  #pending: Pending | undefined;
  /** Letter size of the empty paragraph that ended last. */
  #emptySize: number | undefined;
  #deepest = 1;
  #blanks = 0;
  #heights: CellHeights[] = [];
  #id = 0;

  constructor(mostCells: number) { this.#mostCells = mostCells; }

  /** Grows with everything that is gathered. */
  get count(): number { return this.#id; }
  get tableDepth(): number { return this.#tables.length; }
  get inCell(): boolean { return this.#sinks.length > 1; }
  get isApart(): boolean { return this.#apart.length > 0; }
  /** True until a paragraph has ink. */
  get isFresh(): boolean { return this.#draft.builder.isEmpty; }

  text(value: string, line: number, context: Context): void {
    const d = this.#draft;
    if (this.#inLabel) { (d.label ??= new TextBuilder()).add(value, line); d.line ||= line; d.context ??= context; return; }
    if (d.head.length < HEAD_CHARACTERS) d.head += value.slice(0, HEAD_CHARACTERS).replace(/[ \n\r]+/g, ' ');
    d.builder.add(value, line);
    if (!d.builder.isEmpty) { d.context ??= context; d.line ||= line; }
  }

  /** An empty paragraph stood here: white space that parts what is above and below, or pads a cell. */
  blank(size: number | undefined): void {
    this.#blanks++;
    this.#heights.at(-1)?.blank(this.#emptySize ?? size ?? LINE_POINTS);
  }

  /** Size of the letters that follow, in points. */
  size(points: number): void {
    this.#draft.size ??= points;
  }

  break(): void { this.#draft.builder.break(); }
  /** A line break was the last thing, but for white space. */
  get endsInBreak(): boolean { return this.#draft.builder.endsInBreak; }

  openStyle(style: Span['style'], target?: string): void {
    const s = this.#styles.get(style) ?? { count: 0, targets: [], handle: undefined };
    this.#styles.set(style, s);
    if (s.count++ === 0 || style === 'link') {
      if (s.handle) this.#draft.builder.close(s.handle);
      s.handle = this.#draft.builder.open(style, target);
    }
    s.targets.push(target);
  }

  closeStyle(style: Span['style']): void {
    const s = this.#styles.get(style);
    if (!s || s.count === 0) return;
    s.count--;
    s.targets.pop();
    if (s.count === 0 || style === 'link') {
      if (s.handle) this.#draft.builder.close(s.handle);
      s.handle = s.count > 0 ? this.#draft.builder.open(style, s.targets.at(-1)) : undefined;
    }
  }

  /** Text from here to `endLabel` is a label that Word wrote. */
  beginLabel(): void { this.#inLabel = true; }
  endLabel(): void { this.#inLabel = false; }

  /** The next paragraph is the first of a list entry. */
  item(marker: Pending['marker'], depth: Pending['depth']): void { this.#pending = { marker, depth }; }
  endItem(): void { this.#pending = undefined; }

  /** Begins a part that is set apart; text around it goes on after `endApart`. */
  beginApart(apart: Apart): void {
    this.#suspended.push({ draft: this.#draft, handles: new Map([...this.#styles].map(([style, s]) => [style, s.handle])), pending: this.#pending });
    this.#apart.push(apart);
    this.#newDraft();
  }

  endApart(): void {
    this.endParagraph();
    this.#apart.pop();
    const before = this.#suspended.pop();
    if (!before) return;
    this.#draft = before.draft;
    this.#pending = before.pending;
    for (const [style, s] of this.#styles) s.handle = before.handles.get(style);
  }

  beginTable(at: Locator): void {
    this.endParagraph();
    this.#tables.push({ id: ++this.#id, rows: [], group: 'body', at });
  }

  group(group: HtmlRow['group']): void {
    const table = this.#tables.at(-1);
    if (table) table.group = group;
  }

  row(): void {
    const table = this.#tables.at(-1);
    table?.rows.push({ group: table.group, cells: [], heights: [] });
  }

  /** @param width in points, where the page says it */
  beginCell(width: number | undefined): void {
    this.endParagraph();
    this.#pending = undefined;
    this.#blanks = 0;
    this.#heights.push(new CellHeights(width));
    this.#sinks.push([]);
  }

  endCell(cell: Omit<HtmlCell, 'blocks'>): void {
    this.endParagraph();
    this.#pending = undefined;
    this.#blanks = 0;
    const blocks = openLayouts(this.#sinks.pop() ?? []);
    const table = this.#tables.at(-1);
    const heights = this.#heights.pop();
    if (table && table.rows.length === 0) table.rows.push({ group: table.group, cells: [], heights: [] });
    const row = table?.rows.at(-1);
    row?.cells.push({ ...cell, picture: cell.picture && blocks.length === 0, blocks });
    if (heights) row?.heights.push(heights);
  }

  /** Ends a table. `asLayout` opens it whatever it looks like; `agenda` makes its number cells labels. */
  endTable(asLayout: boolean, agenda: boolean): void {
    this.endParagraph();
    const frame = this.#tables.pop();
    if (!frame || frame.rows.every((r) => r.cells.length === 0)) return;
    const table = gridOf(frame.rows.map(withHeights), frame.id, frame.at, frame.title, this.#mostCells);
    const sink = this.#sinks.at(-1);
    const opened = asLayout ? table.cells.flatMap((c) => c.blocks) : agenda || isNumberedLayout(table) ? this.#openNumbered(table, agenda) : [table];
    for (const block of opened) sink?.push(block);
  }

  /** All that was gathered, layout tables opened. */
  finish(): Block[] {
    this.endParagraph();
    return openLayouts(this.#sinks[0] ?? []);
  }

  endParagraph(): void {
    const d = this.#draft;
    const whole = d.builder.done();
    const labelText = d.label?.done().text ?? '';
    this.#inLabel = false;
    this.#emptySize = d.size;
    const lead = this.#apart.length > 0 || this.inCell || d.context?.heading !== undefined ? undefined : boldLine(whole);
    if (lead !== undefined) {
      this.#emit(d, slice(whole, 0, lead), labelText);
      this.#emit(d, slice(whole, lead), '');
    } else if (whole.text !== '' || labelText !== '') {
      const [first = whole, ...others] = d.context?.heading === undefined && this.#apart.length === 0 ? entriesOf(whole) : [whole];
      this.#emit(d, first, labelText);
      for (const entry of others) this.#emit({ ...d, head: '', label: undefined }, entry, '');
    }
    this.#newDraft();
  }

  #emit(d: Draft, whole: ReturnType<TextBuilder['done']>, labelText: string): void {
    const lines = linesOf(whole, { in: 'lines', from: d.line || 1, to: d.line || 1 });
    // A label may stand on a line above its text.
    const at: Locator = lines.in === 'lines' && d.line > 0 ? { ...lines, from: Math.min(lines.from, d.line) } : lines;
    const apart = this.#apart.at(-1);
    if (apart) {
      const text = [labelText, whole.text].filter((t) => t !== '').join(' ');
      (apart.kind === 'hidden' ? this.hidden : this.furniture).push({ id: ++this.#id, text, at, why: apart.why });
      return;
    }
    const context = d.context ?? {};
    const blanks = this.#blanks;
    this.#blanks = 0;
    const pending = this.#pending;
    this.#pending = undefined;
    const known = context.wordList === true || hasLabelGap(d.head) || context.heading !== undefined;
    const label: Labelled | undefined = wordLabel(labelText) ?? typedLabel(whole.text, known, pending?.marker);
    const links = whole.spans.filter((s) => s.style === 'link');
    if (context.heading === undefined && !this.inCell && leadsAway(whole.text, links)) {
      this.furniture.push({ id: ++this.#id, text: [labelText, whole.text].filter((t) => t !== '').join(' '), at, why: 'navigation' });
      return;
    }
    const size = this.inCell && links.length === 0 ? undefined : fileSizeAt(whole.text, links);
    if (size !== undefined) this.furniture.push({ id: ++this.#id, text: whole.text.slice(size).replace(/^[\s,;–-]+/, ''), at, why: 'file-size' });
    const built = slice(whole, label?.offset ?? 0, size);
    const bold = allOf(whole, 'bold');
    const heading = this.#heading(context, bold, label, whole.text);
    const depth = context.wordLevel ?? (pending && label ? pending.depth : undefined);
    const table = context.caption ? this.#tables.at(-1) : undefined;
    if (table) table.title = [table.title, whole.text].filter((t) => t !== undefined).join(' ');
    const listIndent = pending?.depth !== undefined && label ? (pending.depth + 1) * LIST_INDENT : undefined;
    const indent = context.indent ?? listIndent;
    const block: Paragraph = {
      type: 'paragraph', id: ++this.#id, at, text: built.text,
      ...(label ? { label: label.label } : {}), ...(label?.number === undefined ? {} : { number: label.number }), ...(label?.bullet ? { bullet: true } : {}),
      ...(heading ? { heading } : {}), ...(blanks > 0 ? { gapAbove: blanks * LINE_POINTS } : {}), ...(depth === undefined ? {} : { depth }), ...(indent === undefined ? {} : { indent }),
      ...(label && context.labelIndent !== undefined ? { labelIndent: context.labelIndent } : {}),
      ...(context.align ? { align: context.align } : {}), ...(context.note === undefined ? {} : { note: context.note }),
      ...(bold ? { bold } : {}), ...(allOf(whole, 'italic') ? { italic: true } : {}), ...(allOf(whole, 'underline') ? { underlined: true } : {}),
      ...(built.pieces.length > 1 ? { pieces: built.pieces } : {}), ...(built.spans.length > 0 ? { spans: built.spans } : {}),
    };
    this.#heights.at(-1)?.add(block.id, [block.label, block.text].filter(Boolean).join(' '), d.size ?? context.size, bold);
    this.#sinks.at(-1)?.push(block);
  }

  #heading(context: Context, bold: boolean, label: Labelled | undefined, text: string): Paragraph['heading'] {
    if (context.heading !== undefined) {
      this.#deepest = Math.max(this.#deepest, context.heading);
      return { level: context.heading, by: 'markup' };
    }
    // Bold lines that lead over to what follows ("RESOLVED –", "The Board:") are no headings.
    if (!bold || this.inCell || label?.bullet || text.length > HEADING_CHARACTERS || /[,;:.–—-]$/.test(text)) return undefined;
    return { level: Math.min(6, this.#deepest + 1), by: 'looks' };
  }

  /** Rows of "number, matter" one after another: the number becomes the label of the matter's first paragraph. */
  #openNumbered(table: Table, agenda: boolean): Block[] {
    const out: Block[] = [];
    const rows = new Map<number, Cell[]>();
    for (const cell of table.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
    for (const [row, cells] of rows) {
      const [first, ...others] = cells;
      const blocks = others.flatMap((c) => c.blocks);
      const lone = first?.blocks.length === 1 ? first.blocks[0] : undefined;
      const next = blocks[0];
      if (agenda && row < table.headerRows) {
        for (const b of cells.flatMap((c) => c.blocks)) if (b.type === 'paragraph') this.furniture.push({ id: b.id, text: [b.label, b.text].filter(Boolean).join(' '), at: b.at, why: 'table-heading' });
      } else if (lone?.type === 'paragraph' && next?.type === 'paragraph' && next.label === undefined && bareLabel(lone)) {
        const label = bareLabel(lone);
        out.push({ ...next, at: joinLines(lone.at, next.at), label: label?.label, ...(label?.number === undefined ? {} : { number: label.number }), ...(label?.bullet ? { bullet: true } : {}) }, ...blocks.slice(1));
      } else for (const b of cells.flatMap((c) => c.blocks)) out.push(b);
    }
    return out;
  }

  #newDraft(): void {
    this.#draft = fresh();
    this.#reopen();
  }

  #reopen(): void {
    for (const [style, s] of this.#styles) s.handle = s.count > 0 ? this.#draft.builder.open(style, s.targets.at(-1)) : undefined;
  }
}

const fresh = (): Draft => ({ builder: new TextBuilder(), label: undefined, context: undefined, head: '', line: 0, size: undefined });

/** Where the text goes on after a first line that is all bold, and reads as a heading: "<b>12 Planning</b><br>No objection." */
function boldLine(whole: ReturnType<TextBuilder['done']>): number | undefined {
  const end = whole.spans.find((s) => s.style === 'break')?.start;
  if (end === undefined || end > HEADING_CHARACTERS || /[,;:.–—-]$/.test(whole.text.slice(0, end))) return undefined;
  const rest = slice(whole, end);
  return allOf(slice(whole, 0, end), 'bold') && !rest.spans.some((s) => s.style === 'bold' && s.start === 0) && /^[\p{Lu}\p{N}("“‘'£]/u.test(rest.text) ? end : undefined;
}

/** The text parted where a line begins an entry of a list that was typed with line breaks: "That:<br>1. …<br>2. …". */
function entriesOf(whole: ReturnType<TextBuilder['done']>): ReturnType<TextBuilder['done']>[] {
  const starts = [0, ...whole.spans.filter((s) => s.style === 'break').map((s) => s.start)];
  if (starts.length === 1) return [whole];
  const cuts = entryLines(starts.map((start, i) => whole.text.slice(start, starts[i + 1]).trim())).map((line) => starts[line] ?? 0).filter((at) => at > 0);
  return cuts.length === 0 ? [whole] : [0, ...cuts].map((from, i) => slice(whole, from, cuts[i]));
}

/** Places in a row are told where one of its cells was padded with empty paragraphs, and the widths of all are known. */
function withHeights(row: TableFrame['rows'][number]): HtmlRow {
  const { heights, cells, group } = row;
  if (!heights.some((h) => h.padded) || !heights.every((h) => h.isKnown)) return { group, cells };
  return { group, cells: cells.map((cell, i) => ({ ...cell, blocks: heights[i]?.placed(cell.blocks) ?? cell.blocks })) };
}

/** The label that is all a paragraph holds. */
function bareLabel(p: Paragraph): { label: string; number?: string; bullet?: boolean } | undefined {
  if (p.label !== undefined) return p.text === '' ? { label: p.label, ...(p.number === undefined ? {} : { number: p.number }), ...(p.bullet ? { bullet: true } : {}) } : undefined;
  const typed = typedLabel(p.text, true, undefined);
  return typed && typed.offset >= p.text.length ? { label: typed.label, ...(typed.number === undefined ? {} : { number: typed.number }) } : undefined;
}

/** Share of rows whose first cell is a bare number for a table to be a numbered list set out in two columns. */
const NUMBERED_ROWS = 0.6;

/** A table without headings, its first column bare numbers, its last column whole passages: an agenda or minutes, not data. */
function isNumberedLayout(table: Table): boolean {
  if (table.columns !== 2 || table.headerRows > 0 || table.rows < 2) return false;
  const firsts = table.cells.filter((c) => c.column === 0);
  const labels = firsts.filter((c) => c.blocks.length === 1 && c.blocks[0]?.type === 'paragraph' && bareLabel(c.blocks[0]));
  const others = firsts.filter((c) => c.blocks.length > 0 && !labels.includes(c));
  const passages = table.cells.some((c) => c.column === 1 && c.blocks.length > 1);
  return labels.length / firsts.length >= NUMBERED_ROWS && others.length === 0 && passages;
}

const joinLines = (a: Locator, b: Locator): Locator =>
  (a.in === 'lines' && b.in === 'lines' ? { in: 'lines', from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) } : b);
