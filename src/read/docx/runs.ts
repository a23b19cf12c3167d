/** A paragraph's runs become its text and spans, as the document model has them: white space folded, soft hyphens gone. Pure. */
import type { Span } from '../../paper/model.js';
import { isSpace, tidy } from '../../paper/text.js';

/** How a run of text looks, all inheritance resolved. */
export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly struck: boolean;
  readonly superscript: boolean;
  /** Printed in capitals, whatever the file has. */
  readonly capitals: boolean;
  /** In points. */
  readonly size: number;
  readonly font: string;
  readonly hidden: boolean;
  readonly white: boolean;
}

/** A stretch of a paragraph that looks alike, or a tab or break. */
export interface Segment {
  readonly kind: 'text' | 'tab' | 'break';
  text: string;
  readonly look: Look;
  readonly link?: string;
  /** The result of a field that counts pages. */
  readonly pageNumber?: boolean;
}

export interface Assembled {
  readonly text: string;
  readonly spans: Span[];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underlined: boolean;
  /** Size of most of its characters, in points; of the first run where there are none. */
  readonly size: number;
  readonly font: string;
}

export function sameLook(a: Look, b: Look): boolean {
  return a === b || (a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.struck === b.struck && a.superscript === b.superscript
    && a.capitals === b.capitals && a.size === b.size && a.font === b.font && a.hidden === b.hidden && a.white === b.white);
}

/** Soft hyphen, zero-width characters, byte order mark. */
const isInvisible = (code: number): boolean => code === 0xad || code === 0x200b || code === 0x2060 || code === 0xfeff;
/** White space, or a control character, which is taken for some. */
const isSpaceOrControl = (code: number): boolean => code < 0x20 || (code >= 0x7f && code <= 0x9f) || isSpace(code);

/** The text begins, or ends, with white space, but for what cannot be seen. */
function startsWithSpace(text: string): boolean {
  let i = 0;
  while (i < text.length && isInvisible(text.charCodeAt(i))) i++;
  return i < text.length && isSpaceOrControl(text.charCodeAt(i));
}
function endsWithSpace(text: string): boolean {
  let i = text.length - 1;
  while (i >= 0 && isInvisible(text.charCodeAt(i))) i--;
  return i >= 0 && isSpaceOrControl(text.charCodeAt(i));
}

const COMBINING = /^\p{M}+/u;
/** The first of the combining marks. */
const FIRST_MARK = 0x300;
const startsWithMark = (text: string): boolean => text.charCodeAt(0) >= FIRST_MARK && COMBINING.test(text);
const STYLES = ['bold', 'italic', 'underline', 'struck', 'superscript'] as const;

/** Moves combining marks that start a segment to the one before, so that each segment can be brought to NFC by itself. */
function joinMarks(segments: readonly Segment[]): readonly Segment[] {
  if (!segments.some((s) => s.kind === 'text' && startsWithMark(s.text))) return segments;
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const marks = segment.kind === 'text' && last?.kind === 'text' ? COMBINING.exec(segment.text)?.[0] : undefined;
    if (marks && last) {
      last.text += marks;
      joined.push({ ...segment, text: segment.text.slice(marks.length) });
    } else joined.push({ ...segment });
  }
  return joined;
}

/** A paragraph of one run, as most are. */
function assembleOne({ text, look, link }: Segment): Assembled {
  const clean = tidy(look.capitals ? text.toUpperCase() : text);
  const whole = (style: Span['style'], target?: string): Span => ({ start: 0, end: clean.length, style, ...(target === undefined ? {} : { target }) });
  const spans = clean === '' ? [] : STYLES.filter((style) => look[style]).map((style) => whole(style));
  if (clean !== '' && link !== undefined) spans.push(whole('link', link));
  const inked = clean !== '';
  return { text: clean, spans, bold: inked && look.bold, italic: inked && look.italic, underlined: inked && look.underline, size: look.size, font: look.font };
}

/** Text and spans of a paragraph. Spans of one style touch no more than one another's ends; those of white space alone are left out. */
export function assemble(segments: readonly Segment[]): Assembled {
  const [first] = segments;
  if (first?.kind === 'text' && segments.length === 1) return assembleOne(first);
  const pieces: string[] = [];
  const marks: Span[] = [];
  let length = 0;
  /** A space is due before the next word; with the marks that stand on it. */
  let due = false;
  let dueMarks = new Set<'tab' | 'break'>();
  const open = new Map<string, { start: number; end: number; target?: string }>();
  const sizes = new Map<string, number>();
  let ink = 0;
  let boldInk = 0, italicInk = 0, underlineInk = 0;

  const mark = (style: Span['style'], start: number, end: number, target?: string): void => {
    const last = open.get(style);
    if (last && last.target === target && start - last.end <= 1) last.end = end;
    else {
      if (last) marks.push({ start: last.start, end: last.end, style, ...(last.target === undefined ? {} : { target: last.target }) });
      open.set(style, { start, end, target });
    }
  };

  for (const segment of joinMarks(segments)) {
    if (segment.kind !== 'text') {
      due = true;
      dueMarks.add(segment.kind);
      continue;
    }
    const clean = tidy(segment.look.capitals ? segment.text.toUpperCase() : segment.text);
    if (clean === '') {
      if (startsWithSpace(segment.text)) due = true;
      continue;
    }
    if ((due || startsWithSpace(segment.text)) && length > 0) {
      for (const style of dueMarks) marks.push({ start: length, end: length + 1, style });
      pieces.push(' ');
      length++;
    }
    dueMarks = new Set();
    due = endsWithSpace(segment.text);
    const { look } = segment;
    const start = length;
    pieces.push(clean);
    length += clean.length;
    for (const style of STYLES) if (look[style]) mark(style, start, length);
    if (segment.link !== undefined) mark('link', start, length, segment.link);
    ink += clean.length;
    if (look.bold) boldInk += clean.length;
    if (look.italic) italicInk += clean.length;
    if (look.underline) underlineInk += clean.length;
    const face = `${look.size}|${look.font}`;
    sizes.set(face, (sizes.get(face) ?? 0) + clean.length);
  }
  for (const [style, { start, end, target }] of open) marks.push({ start, end, style: style as Span['style'], ...(target === undefined ? {} : { target }) });
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  const most = [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? `${segments[0]?.look.size ?? 0}|${segments[0]?.look.font ?? ''}`;
  const bar = most.indexOf('|');
  return {
    text: pieces.join(''), spans: marks, bold: ink > 0 && boldInk === ink, italic: ink > 0 && italicInk === ink, underlined: ink > 0 && underlineInk === ink,
    size: Number(most.slice(0, bar)), font: most.slice(bar + 1),
  };
}
