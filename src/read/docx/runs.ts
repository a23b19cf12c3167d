/** A paragraph's runs become its text and spans, as the document model has them: white space folded, soft hyphens gone. Pure. */
import type { Span } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';

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

const STARTS_WITH_SPACE = /^[\u00AD\u200B\u2060\uFEFF]*[\s\u0000-\u001F\u007F-\u009F]/u;
const ENDS_WITH_SPACE = /[\s\u0000-\u001F\u007F-\u009F][\u00AD\u200B\u2060\uFEFF]*$/u;
const COMBINING = /^\p{M}+/u;
const STYLES = ['bold', 'italic', 'underline', 'struck', 'superscript'] as const;

/** Moves combining marks that start a segment to the one before, so that each segment can be brought to NFC by itself. */
function joinMarks(segments: readonly Segment[]): readonly Segment[] {
  if (!segments.some((s) => s.kind === 'text' && COMBINING.test(s.text))) return segments;
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

/** Text and spans of a paragraph. Spans of one style touch no more than one another's ends; those of white space alone are left out. */
export function assemble(segments: readonly Segment[]): Assembled {
  const parts: string[] = [];
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
      if (STARTS_WITH_SPACE.test(segment.text)) due = true;
      continue;
    }
    if ((due || STARTS_WITH_SPACE.test(segment.text)) && length > 0) {
      for (const style of dueMarks) marks.push({ start: length, end: length + 1, style });
      parts.push(' ');
      length++;
    }
    dueMarks = new Set();
    due = ENDS_WITH_SPACE.test(segment.text);
    const { look } = segment;
    const start = length;
    parts.push(clean);
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
    text: parts.join(''), spans: marks, bold: ink > 0 && boldInk === ink, italic: ink > 0 && italicInk === ink, underlined: ink > 0 && underlineInk === ink,
    size: Number(most.slice(0, bar)), font: most.slice(bar + 1),
  };
}
