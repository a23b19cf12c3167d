/**
 * Marks inside a line of Markdown (emphasis, links, code, escapes), read as what they stand for (CommonMark 0.31, chapter 6,
 * as far as papers use it). Pure, linear: every delimiter is paired in one pass from a table of where its kind closes.
 */
import type { Span } from '../../paper/model.js';
import type { TextBuilder } from './builder.js';
import { decodeReferences, hasMarkup, tokens } from './markup.js';

type Handle = ReturnType<TextBuilder['open']>;

/** Escapable characters (CommonMark 2.4). */
const PUNCTUATION = /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/;
/** An address longer than this is no link but a mistake. */
const LINK_CHARACTERS = 2048;

export interface InlineState {
  /** Emphasis still open at the end of the line; it may close on the next line of the paragraph. */
  open: { mark: string; handle: Handle; style: Span['style'] }[];
}

/** Adds one line to the builder. `rest` is all that follows in the paragraph, to tell a mark that closes from one that never does. */
export function addMarkdown(builder: TextBuilder, text: string, line: number, rest: string, state: InlineState): void {
  let buffer = '';
  const flush = (): void => {
    if (buffer === '') return;
    if (hasMarkup(buffer)) addMarked(builder, buffer, line, state);
    else builder.add(decodeReferences(buffer), line);
    buffer = '';
  };
  const all = `${text}\n${rest}`;
  const last = new Map<string, number>();
  for (const mark of ['**', '__', '*', '_', '~~', '`']) if (all.includes(mark)) last.set(mark, lastClosing(all, mark));
  for (let i = 0; i < text.length;) {
    const c = text[i] ?? '';
    const next = text[i + 1] ?? '';
    if (c === '\\' && PUNCTUATION.test(next)) { buffer += next; i += 2; continue; }
    if (c === '`') {
      const end = (last.get('`') ?? -1) > i ? text.indexOf('`', i + 1) : -1;
      if (end > i) { flush(); builder.add(text.slice(i + 1, end), line); i = end + 1; continue; }
    }
    if ((c === '[' || (c === '!' && next === '[')) && text.length - i > 3) {
      const link = linkAt(text, c === '!' ? i + 1 : i);
      if (link) {
        flush();
        if (c !== '!') {
          const handle = builder.open('link', link.target);
          addMarkdown(builder, link.text, line, '', { open: [] });
          builder.close(handle);
        }
        i = link.end;
        continue;
      }
    }
    if (c === '*' || c === '_' || (c === '~' && next === '~')) {
      const taken = emphasisAt(text, i, last, state);
      if (taken) {
        flush();
        if (taken.close) builder.close(taken.close);
        else state.open.push({ mark: taken.mark, style: taken.style, handle: builder.open(taken.style) });
        i += taken.mark.length;
        continue;
      }
    }
    buffer += c;
    i++;
  }
  flush();
}

function emphasisAt(text: string, i: number, last: ReadonlyMap<string, number>, state: InlineState): { mark: string; style: Span['style']; close?: Handle } | undefined {
  const c = text[i] ?? '';
  const double = text[i + 1] === c;
  const before = text[i - 1] ?? ' ';
  for (const mark of double ? [c + c, c] : [c]) {
    if (mark === '~') continue;
    const after = text[i + mark.length] ?? ' ';
    const style: Span['style'] = mark === '~~' ? 'struck' : mark.length === 2 ? 'bold' : 'italic';
    const k = state.open.findLastIndex((o) => o.mark === mark);
    // An underscore inside a word is part of it ("file_name").
    const wordy = c === '_';
    if (k >= 0 && !/\s/.test(before) && !(wordy && /[\p{L}\p{N}]/u.test(after))) {
      const [opened] = state.open.splice(k, 1);
      if (opened) return { mark, style, close: opened.handle };
    }
    if (k < 0 && !/\s/.test(after) && !(wordy && /[\p{L}\p{N}]/u.test(before)) && (last.get(mark) ?? -1) >= i + mark.length + 1) return { mark, style };
  }
  return undefined;
}

/** Where the mark last stands so that it can close: behind something that is no space. -1 where it never does. */
function lastClosing(all: string, mark: string): number {
  for (let at = all.lastIndexOf(mark); at >= 0; at = at === 0 ? -1 : all.lastIndexOf(mark, at - 1)) {
    if (mark === '`' || (!/\s/.test(all[at - 1] ?? ' ') && all[at - 1] !== '\\')) return at;
  }
  return -1;
}

/** "[text](address "title")" or "<address>" forms; brackets in the text may nest once. */
function linkAt(text: string, i: number): { text: string; target: string; end: number } | undefined {
  const m = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s*<?([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/.exec(text.slice(i, i + LINK_CHARACTERS));
  if (!m) return undefined;
  return { text: m[1] ?? '', target: m[2] ?? '', end: i + m[0].length };
}

/** A stretch with HTML tags in it. */
function addMarked(builder: TextBuilder, text: string, line: number, state: InlineState): void {
  for (const token of tokens([{ text, line }])) {
    if (token.type === 'text') builder.add(token.text, line);
    else if (token.type === 'break') builder.break();
    else if (token.type === 'style') {
      if (token.on) state.open.push({ mark: `<${token.style}>`, style: token.style, handle: builder.open(token.style) });
      else {
        const k = state.open.findLastIndex((o) => o.mark === `<${token.style}>`);
        const [opened] = k >= 0 ? state.open.splice(k, 1) : [];
        if (opened) builder.close(opened.handle);
      }
    }
  }
}

/** Plain text, so escaped that of all marks only `**` means anything. */
export const plainMarks = (text: string): string => text.replace(/\\/g, '\\\\').replace(/[_`[\]~]/g, '\\$&').replace(/(?<!\*)\*(?!\*)/g, '\\*');
