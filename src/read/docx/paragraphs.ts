/** A paragraph while it is open, and what becomes of it when it closes: label, text, heading, indents, height. */
import { isLayout } from '../../paper/layout.js';
import type { Locator } from '../../paper/locator.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import type { Context } from './context.js';
import { moveDown, round, type Building } from './grid.js';
import { lineCount, lineHeight } from './heights.js';
import { lookOf } from './looks.js';
import type { Label, Level } from './numbering.js';
import type { ParagraphProperties, RunProperties } from './properties.js';
import { assemble, sameLook, type Look, type Segment } from './runs.js';
import { partsOf } from './soft-breaks.js';
import type { ResolvedStyle } from './styles.js';
import { symbolText } from './symbols.js';
import { shifted, typedLabel } from './typed-labels.js';

export class OpenParagraph {
  properties: ParagraphProperties = {};
  /** Properties of the paragraph's own mark. */
  readonly mark: RunProperties = {};
  segments: Segment[] = [];
  /** Blocks of text boxes anchored in it. */
  boxes: Block[] = [];
  /** Its mark is gone (a tracked deletion): it runs on into the next paragraph. */
  joinsNext = false;
  /** Its mark is hidden (Word's style separator): the next paragraph runs on in its line, under its number. */
  runsOn = false;
  /** The end of a section hangs on its mark. */
  endsSection = false;
  /** Height of pictures that stand in its line, in points. */
  picture = 0;
  /** The label of a note, that stands before its text. */
  noteLabel?: string;
  #counted = false;
  label?: Label;
  list?: { readonly numId: number; readonly at: number; readonly level: Level };

  /** `depth` is the number of containers open around it. */
  constructor(readonly at: Locator, readonly depth: number) {}

  add(kind: Segment['kind'], text: string, look: Look, link: string | undefined, pageNumber: boolean): void {
    const shown = kind === 'text' ? symbolText(text, look.font) : text;
    const last = this.segments.at(-1);
    if (kind === 'text' && last?.kind === 'text' && last.link === link && (last.pageNumber ?? false) === pageNumber && sameLook(last.look, look)) last.text += shown;
    else this.segments.push({ kind, text: shown, look, ...(link === undefined ? {} : { link }), ...(pageNumber ? { pageNumber } : {}) });
  }

  /** Counts it in its list, once. */
  count(context: Context): void {
    if (this.#counted) return;
    this.#counted = true;
    const style = context.styles.paragraph(this.properties.style);
    const numId = this.properties.numId ?? style.paragraph.numId;
    if (numId === undefined || numId === 0) return;
    const at = this.properties.level ?? this.#styleLevel(context, numId, style);
    const level = context.numbering.level(numId, at);
    if (!level) return;
    this.list = { numId, at, level };
    this.label = context.numbering.next(numId, at);
  }

  /** A later part of it, behind a line break that parts paragraphs: it has no number of its own. */
  part(segments: Segment[]): OpenParagraph {
    const part = new OpenParagraph(this.at, this.depth);
    part.properties = { ...this.properties, before: 0 };
    Object.assign(part.mark, this.mark);
    part.segments = segments;
    part.list = this.list;
    part.#counted = true;
    return part;
  }

  #styleLevel(context: Context, numId: number, style: ResolvedStyle): number {
    if (this.properties.numId !== undefined && style.paragraph.numId === undefined) return 0;
    return context.numbering.levelOfStyle(numId, style.chain) ?? style.paragraph.level ?? 0;
  }
}

/** Where blocks are put as they close: the body, a cell, a text box, a note. Keeps count of heights from its top, in points. */
export class Container {
  readonly blocks: Block[] = [];
  y = 0;
  /** Space asked for below the last paragraph. */
  after = 0;
  /** Bottom of the last thing that can be seen. */
  #lastInk = 0;
  #lastStyle: string | undefined;
  #pending: OpenParagraph | undefined;
  shaded = false;
  band?: number;

  constructor(
    readonly kind: 'body' | 'cell' | 'box', readonly width: () => number,
    /** Where all that stands in it is said to stand; absent in the body, whose paragraphs have places of their own. */
    readonly at?: Locator,
  ) {}

  /** Closes a paragraph into blocks. */
  close(context: Context, paragraph: OpenParagraph): void {
    const before = this.#pending;
    this.#pending = undefined;
    if (before) {
      // A paragraph that was deleted whole leaves nothing at its place.
      const joined = new OpenParagraph(before.segments.length > 0 ? before.at : paragraph.at, before.depth);
      joined.properties = before.runsOn ? { ...before.properties, outline: BODY_TEXT } : paragraph.properties;
      joined.runsOn = before.runsOn;
      Object.assign(joined.mark, paragraph.mark);
      joined.segments = before.segments.concat(paragraph.segments);
      joined.boxes = before.boxes.concat(paragraph.boxes);
      joined.joinsNext = paragraph.joinsNext;
      joined.picture = Math.max(before.picture, paragraph.picture);
      this.#take(context, joined);
    } else this.#take(context, paragraph);
  }

  /** Ends what waits for a next paragraph. Called where there is none. */
  flush(context: Context): void {
    const last = this.#pending;
    this.#pending = undefined;
    if (last && (last.segments.length > 0 || last.boxes.length > 0)) this.#emit(context, last);
  }

  /** Puts a finished table. In a cell, one that only lays out is opened at once, so that heights stay those of the cell. */
  place(context: Context, table: Table, rowHeights: readonly number[]): void {
    this.flush(context);
    const top = this.y + this.after;
    const height = rowHeights.reduce((sum, h) => sum + h, 0);
    if (this.kind !== 'body' && isLayout(table)) {
      const tops: number[] = [];
      rowHeights.reduce((sum, h) => { tops.push(sum); return sum + h; }, top);
      for (const cell of table.cells) {
        moveDown(cell.blocks, tops[cell.row] ?? top);
        for (const block of cell.blocks) this.blocks.push(block);
      }
    } else this.blocks.push(table);
    this.y = top + height;
    this.after = 0;
    this.#lastInk = this.y;
    this.#lastStyle = undefined;
  }

  #take(context: Context, paragraph: OpenParagraph): void {
    const { joinsNext, properties, mark, segments } = paragraph;
    const hidesMark = mark.hidden === true && segments.some((s) => s.kind === 'text' && !s.look.hidden && s.text.trim() !== '');
    if (hidesMark) paragraph.runsOn = true;
    if (joinsNext || hidesMark || (properties.dropCap && segments.length > 0)) this.#pending = paragraph;
    else this.#emit(context, paragraph);
  }

  #emit(context: Context, open: OpenParagraph): void {
    const style = context.styles.paragraph(open.properties.style);
    if (!open.segments.some((s) => s.kind === 'break')) { this.#emitOne(context, open, style); return; }
    const [first = [], ...others] = partsOf(open.segments, outlineOf(open, style) !== undefined, this.kind === 'body');
    if (others.length === 0) { this.#emitOne(context, open, style); return; }
    const { boxes, endsSection, properties } = open;
    open.segments = first;
    open.boxes = [];
    open.endsSection = false;
    open.properties = { ...properties, after: 0 };
    this.#emitOne(context, open, style);
    for (const [i, segments] of others.entries()) {
      const part = open.part(segments);
      if (i === others.length - 1) Object.assign(part, { boxes, endsSection, properties: { ...properties, before: 0 } });
      this.#emitOne(context, part, style);
    }
  }

  #emitOne(context: Context, open: OpenParagraph, style: ResolvedStyle): void {
    const seen = this.#setHiddenApart(context, open, style);
    const hiddenWhole = seen.length === 0 && open.segments.length > 0 && lookOf(context.styles, open.properties.style, open.mark).hidden;
    // An empty paragraph that only carries the end of a section is not printed, and not counted.
    if (!hiddenWhole && !(open.endsSection && seen.length === 0)) open.count(context);
    const content = assemble(seen.length > 0 ? seen : [{ kind: 'text', text: '', look: lookOf(context.styles, open.properties.style, open.mark) }]);
    const measures = this.#measure(open, style, content, seen, hiddenWhole);
    const label = open.noteLabel !== undefined ? { text: open.noteLabel, number: open.noteLabel, bullet: false } : open.label;
    if (content.text !== '' || label?.text) {
      const block = buildParagraph(context, open, style, content, label);
      if (this.kind === 'cell') { block.top = round(measures.top); block.bottom = round(measures.bottom); }
      const gap = round(measures.top - this.#lastInk);
      if (gap > 0) block.gapAbove = gap;
      if (this.band !== undefined) block.band = this.band;
      this.#lastInk = measures.bottom;
      this.blocks.push(block);
    }
    for (const block of open.boxes) this.blocks.push(block);
  }

  #setHiddenApart(context: Context, open: OpenParagraph, style: ResolvedStyle): Segment[] {
    // White on white only where nothing behind it can have a colour.
    const plain = this.kind === 'body' && !context.background && !open.properties.shaded && !style.paragraph.shaded;
    const unseen = (s: Segment): boolean => s.look.hidden || (plain && s.look.white);
    if (!open.segments.some(unseen)) return open.segments;
    const texts = { invisible: '', white: '' };
    for (const s of open.segments) if (unseen(s)) texts[s.look.hidden ? 'invisible' : 'white'] += s.text;
    context.hide(texts.invisible, open.at, 'invisible');
    context.hide(texts.white, open.at, 'white');
    return open.segments.filter((s) => !unseen(s));
  }

  /** Moves down over the paragraph and says where it stands. */
  #measure(open: OpenParagraph, style: ResolvedStyle, content: { size: number; font: string; bold: boolean }, seen: readonly Segment[], gone: boolean): { top: number; bottom: number } {
    if (gone) return { top: this.y, bottom: this.y };
    const own = open.properties;
    const inherited = style.paragraph;
    const tight = (own.contextual ?? inherited.contextual ?? false) && this.#lastStyle === (style.id ?? '');
    const before = tight ? 0 : Math.max(own.before ?? inherited.before ?? 0, this.after);
    const properties: ParagraphProperties = { line: own.line ?? inherited.line, lineRule: own.lineRule ?? inherited.lineRule };
    const size = content.size || 10;
    const height = lineHeight(size, content.font, properties);
    const indents = indentsOf(open, style);
    const lines = this.kind !== 'cell' ? 1
      : lineCount(seen.map((s) => s.text).join(''), this.width() - indents.left, size, content.font, content.bold, Math.max(0, indents.first));
    // Space above the first paragraph of a cell is kept, as Word keeps it.
    const top = this.y + before;
    const bottom = top + Math.max(lines * height, open.picture);
    this.y = bottom;
    this.after = own.after ?? inherited.after ?? 0;
    this.#lastStyle = style.id ?? '';
    return { top, bottom };
  }
}

/** Left edge, and first line less left edge: the paragraph's own, then its list's, then its style's; of a list by style, the style's first. */
function indentsOf(open: OpenParagraph, style: ResolvedStyle): { left: number; first: number } {
  const own = open.properties;
  const list = open.list?.level.paragraph ?? {};
  const direct = own.numId !== undefined;
  const pick = (key: 'left' | 'first'): number => own[key] ?? (direct ? list[key] ?? style.paragraph[key] : style.paragraph[key] ?? list[key]) ?? 0;
  return { left: pick('left'), first: pick('first') };
}

/** The outline level of what is no heading. */
const BODY_TEXT = 9;
/** A style heading longer than this is a paragraph set in a heading's style, as templates with numbered paragraphs do. In characters. */
const LONGEST_HEADING = 160;
/** So is a sentence with its full stop, unless short or bold. */
const LONGEST_SENTENCE = 80;

function headingOf(open: OpenParagraph, style: ResolvedStyle, text: string, bold: boolean): Paragraph['heading'] {
  if (text === '' || text.length > LONGEST_HEADING || (!bold && text.length > LONGEST_SENTENCE && /[.;]$/.test(text))) return undefined;
  const level = outlineOf(open, style);
  return level === undefined ? undefined : { level, by: 'style' };
}

/** The level of heading that a paragraph's style or its own properties make of it, 1 the outermost; `undefined` for none. */
function outlineOf(open: OpenParagraph, style: ResolvedStyle): number | undefined {
  const outline = open.properties.outline ?? style.paragraph.outline;
  if (outline !== undefined) return outline < BODY_TEXT ? outline + 1 : undefined;
  const named = /^heading ([1-9])$/i.exec(style.name)?.[1];
  if (named !== undefined) return Number(named);
  return /^title$/i.test(style.name) ? 1 : undefined;
}

function buildParagraph(context: Context, open: OpenParagraph, style: ResolvedStyle, content: ReturnType<typeof assemble>, label: Label | undefined): Building<Paragraph> {
  const block: Building<Paragraph> = { type: 'paragraph', id: context.nextId(), at: open.at, text: content.text };
  let spans = content.spans;
  const typed = typedLabel(content.text, spans);
  if (label && label.text !== '') {
    block.label = label.text;
    if (label.number !== undefined) block.number = label.number;
    if (label.bullet) block.bullet = true;
  }
  // A number typed after an automatic bullet is the paragraph's number.
  if (typed && (block.label === undefined || (block.bullet && typed.number !== undefined))) {
    block.label = block.label === undefined ? typed.label : `${block.label} ${typed.label}`;
    block.text = content.text.slice(typed.length);
    spans = shifted(spans, typed.length);
    delete block.bullet;
    if (typed.bullet) block.bullet = true;
    if (typed.number !== undefined) block.number = typed.number;
  }
  const heading = headingOf(open, style, block.text, content.bold);
  if (heading) block.heading = heading;
  if (open.list && label && label.text !== '') context.lists.set(block.id, { key: context.numbering.key(open.list.numId) ?? '', level: open.list.at });
  const { left, first } = indentsOf(open, style);
  block.indent = round(left);
  if (block.label !== undefined) block.labelIndent = round(left + first);
  if (content.text !== '') block.size = content.size;
  if (content.bold) block.bold = true;
  if (content.italic) block.italic = true;
  if (content.underlined) block.underlined = true;
  const align = open.properties.align ?? style.paragraph.align;
  if (align) block.align = align;
  if (spans.length > 0) block.spans = spans;
  return block;
}
