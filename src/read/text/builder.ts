/**
 * Builds a paragraph's text piece by piece with white space folded, keeping the places of styles, tabs, breaks and source
 * lines as offsets into the finished text. Shared by the text, Markdown and HTML readers.
 */
import type { Locator } from '../../paper/locator.js';
import type { Piece, Span } from '../../paper/model.js';

export interface Built {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly pieces: readonly Piece[];
}

interface OpenSpan {
  readonly style: Span['style'];
  readonly target?: string;
  /** -1 until the first ink after it was opened. */
  start: number;
}

export class TextBuilder {
  #chunks: string[] = [];
  #length = 0;
  #gap: '' | 'space' | 'tab' | 'break' = '';
  #waiting: OpenSpan[] = [];
  #spans: Span[] = [];
  #pieces: Piece[] = [];
  #line: number | undefined;

  get length(): number { return this.#length; }
  get isEmpty(): boolean { return this.#length === 0; }

  /** Adds text that begins on source line `line` (counted from 1). White space is folded; a tab leaves a `tab` span. */
  add(text: string, line?: number): void {
    if (!text.includes('\n') && !text.includes('\r')) { this.#addLine(text, line); return; }
    for (const [i, part] of text.split(/\r\n|\n|\r/).entries()) {
      if (i > 0) this.space();
      this.#addLine(part, line === undefined ? undefined : line + i);
    }
  }

  #addLine(text: string, line: number | undefined): void {
    if (text.includes('\t')) {
      for (const [i, part] of text.split('\t').entries()) {
        if (i > 0 && this.#gap !== 'break') this.#gap = 'tab';
        this.#addWords(part, line);
      }
    } else this.#addWords(text, line);
  }

  #addWords(text: string, line: number | undefined): void {
    if (text === '') return;
    const words = text.trim();
    if (words === '' || /^\s/u.test(text)) this.space();
    if (words === '') return;
    this.#ink(/\s\s|[^\S ]/u.test(words) ? words.replace(/\s+/gu, ' ') : words, line);
    if (/\s$/u.test(text)) this.space();
  }

  /** A line break that the author meant; a space in the text, marked. */
  break(): void {
    this.#gap = 'break';
  }

  /** True where a break waits for the text after it. */
  get endsInBreak(): boolean { return this.#length > 0 && this.#gap === 'break'; }

  /** A space, for joined lines. */
  space(): void {
    if (this.#gap === '') this.#gap = 'space';
  }

  /** Takes back the last character (the hyphen of a word broken across a line end). */
  unhyphen(): void {
    const last = this.#chunks.at(-1);
    if (!last || this.#gap !== '') return;
    this.#chunks[this.#chunks.length - 1] = last.slice(0, -1);
    this.#length--;
  }

  open(style: Span['style'], target?: string): OpenSpan {
    const span: OpenSpan = target === undefined ? { style, start: -1 } : { style, target, start: -1 };
    this.#waiting.push(span);
    return span;
  }

  close(span: OpenSpan): void {
    this.#waiting = this.#waiting.filter((s) => s !== span);
    if (span.start >= 0 && span.start < this.#length) this.#spans.push(finished(span, this.#length));
  }

  done(): Built {
    for (const span of [...this.#waiting]) this.close(span);
    const spans = merged(this.#spans);
    return { text: this.#chunks.join(''), spans, pieces: this.#pieces };
  }

  #ink(word: string, line: number | undefined): void {
    if (this.#gap !== '' && this.#length > 0) {
      if (this.#gap !== 'space') this.#spans.push({ start: this.#length, end: this.#length + 1, style: this.#gap });
      this.#chunks.push(' ');
      this.#length++;
    }
    this.#gap = '';
    if (line !== undefined && line !== this.#line) {
      this.#pieces.push({ offset: this.#pieces.length === 0 ? 0 : this.#length, at: { in: 'lines', from: line, to: line } });
      this.#line = line;
    }
    for (const span of this.#waiting) if (span.start < 0) span.start = this.#length;
    this.#chunks.push(word);
    this.#length += word.length;
  }
}

const finished = (span: OpenSpan, end: number): Span =>
  (span.target === undefined ? { start: span.start, end, style: span.style } : { start: span.start, end, style: span.style, target: span.target });

/** Spans in order; those of one style (and target) that touch, or overlap, become one. */
function merged(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  const out: Span[] = [];
  const last = new Map<string, number>();
  for (const span of sorted) {
    const key = `${span.style} ${span.target ?? ''}`;
    const at = last.get(key);
    const before = at === undefined ? undefined : out[at];
    const joins = before && span.style !== 'tab' && span.style !== 'break' && span.start <= before.end + 1;
    if (joins && at !== undefined) out[at] = { ...before, end: Math.max(before.end, span.end) };
    else { last.set(key, out.length); out.push(span); }
  }
  return out;
}

/** The part `[start, end)` of a built text, trimmed, its spans and pieces moved along. */
export function slice(built: Built, start: number, end = built.text.length): Built {
  while (start < end && built.text[start] === ' ') start++;
  while (end > start && built.text[end - 1] === ' ') end--;
  const spans = built.spans.flatMap((s) => {
    const from = Math.max(s.start, start), to = Math.min(s.end, end);
    return from < to ? [{ ...s, start: from - start, end: to - start }] : [];
  });
  const pieces = built.pieces.flatMap((p, i) => {
    const next = built.pieces[i + 1]?.offset ?? Infinity;
    return p.offset < end && next > start ? [{ ...p, offset: Math.max(0, p.offset - start) }] : [];
  });
  return { text: built.text.slice(start, end), spans, pieces };
}

/** True where one span of the style covers all of the text. */
export function allOf(built: Built, style: Span['style']): boolean {
  if (built.text === '') return false;
  let to = 0;
  for (const s of built.spans) if (s.style === style && s.start <= to + 1) to = Math.max(to, s.end);
  return to >= built.text.length;
}

/** The lines that a built text stands on. */
export function linesOf(built: Built, otherwise: Locator): Locator {
  const first = built.pieces[0]?.at, last = built.pieces.at(-1)?.at;
  if (first?.in !== 'lines' || last?.in !== 'lines') return otherwise;
  return { in: 'lines', from: first.from, to: Math.max(first.to, last.to) };
}
