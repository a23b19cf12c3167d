/** The list of a report's appendices, and where the body of one begins. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph } from '../../paper/model.js';
import { eachParagraph } from '../../paper/walk.js';
import type { Section } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { afterOpening } from '../shared/labels.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Appendix } from './schema.js';

/** A line that names an appendix has at most this many characters. */
const LONGEST = 200;

export interface AppendixLine {
  readonly number?: string;
  readonly title: string;
  /** What the paper calls it ("Annex"): one report may have Annex 1 and Enclosure 1. */
  readonly word?: string;
}

/** "Appendix 2 – Costs", "Appendix B: Costs", "Annex 1"; `undefined` for other lines, and for sentences about an appendix. */
export function appendixLine(text: string, vocabulary: Vocabulary): AppendixLine | undefined {
  if (text.length > LONGEST) return undefined;
  const rest = afterOpening(text, vocabulary.words['appendix']);
  if (rest === undefined) return undefined;
  const m = /^(?:no\.?\s*)?((?:\d{1,2}|[A-Za-z])(?:[.(]?[0-9A-Za-z]{1,2}\)?)?|[ivxIVX]{1,5})(?=$|[\s:.,–—-])\s*(.*)$/u.exec(rest);
  if (!m?.[1]) return /^[:–—-]\s*\S/u.test(rest) ? { title: rest.replace(/^[:–—-]\s*/u, '') } : undefined;
  const after = m[2] ?? '';
  const word = text.slice(0, text.length - rest.length).trim();
  if (after === '') return { number: m[1], title: '', word };
  const parted = /^[:.,–—-]+\s*/u.exec(after);
  const title = parted ? after.slice(parted[0].length) : after;
  // "Appendix A provides a picture …" is a sentence.
  if (!parted && !/^[\p{Lu}(‘“"']/u.test(title)) return undefined;
  if (/[.;]$/.test(title) && title.length > 90) return undefined;
  return { number: m[1], title, word };
}

/** This many lines in a row that each name an appendix are a list of them. */
const LEAST_LISTED = 2;

/**
 * The lines of a list of appendices at the end of a report, or before its contacts and background papers, that no words stand over: plain lines in a row, each with
 * a title, no two alike. One that text follows is the heading of its appendix.
 */
export function listedAtEnd(blocks: readonly Block[], vocabulary: Vocabulary): ReadonlySet<Block> {
  const found = new Set<Block>();
  if (!blocks.some((b) => b.type === 'paragraph' && afterOpening(b.text, vocabulary.words['appendix']) !== undefined)) return found;
  let run: Paragraph[] = [];
  let seen = new Set<string>();
  const close = (next: Block | undefined): void => {
    const ends = next === undefined || (next.type === 'paragraph' && next.heading !== undefined && appendixLine(next.text, vocabulary) === undefined);
    if (ends && run.length >= LEAST_LISTED) for (const p of run) found.add(p);
    run = [];
    seen = new Set();
  };
  for (const b of blocks) {
    if (b.type === 'paragraph' && b.text === '' && b.label === undefined) continue;
    const line = b.type === 'paragraph' && !b.heading && b.label === undefined ? appendixLine(b.text, vocabulary) : undefined;
    if (b.type === 'paragraph' && line?.number !== undefined && line.title !== '' && !/[.;:]$/.test(b.text) && !seen.has(`${line.word} ${line.number}`)) {
      run.push(b);
      seen.add(`${line.word} ${line.number}`);
    } else close(b);
  }
  close(undefined);
  return found;
}

/** The appendices that a report without a list of them prints behind itself: what their headings say, in the paper's order. */
export function appendicesAmong(sections: readonly Section[], vocabulary: Vocabulary): Appendix[] {
  const seen = new Set<string>();
  return sections.flatMap((s) => {
    const line = s.number === undefined ? appendixLine(s.title, vocabulary) : undefined;
    // "Annex B – see separate paper" has no title; "Appendix 1: Fares (continued)" is printed once before.
    if (line?.number === undefined || !/^[^\p{L}]*\p{Lu}|^[^\p{L}]+$/u.test(line.title) || seen.has(`${line.word} ${line.number}`)) return [];
    seen.add(`${line.word} ${line.number}`);
    return [{ number: line.number, title: line.title, at: s.at }];
  });
}

/** The entries of a list of appendices. Takes the blocks; "None" and what follows it are left to the caller, as `none`. */
export function appendicesOf(context: ParseContext, blocks: readonly Block[]): { appendices: Appendix[]; none: Paragraph[] } {
  const appendices: Appendix[] = [];
  const none: Paragraph[] = [];
  let lone: string | undefined;
  for (const p of eachParagraph(blocks)) {
    if (p.text === '' && p.number === undefined) continue;
    // After "None" there is nothing more to list: what follows is text.
    if (none.length > 0 || isOneOf(p.text, context.vocabulary.words['none'])) { none.push(p); continue; }
    context.take(p);
    const at = fragment(p.at);
    for (const text of apart(p.text, context.vocabulary)) {
      const line = appendixLine(text, context.vocabulary) ?? closedAppendix(text, context.vocabulary);
      const own = line ?? lettered(text) ?? { ...(p.number === undefined ? {} : { number: p.number }), title: text };
      if (own.title === '' && own.number !== undefined) { lone = own.number; continue; }
      appendices.push({ ...(own.number === undefined ? (lone === undefined ? {} : { number: lone }) : { number: own.number }), title: own.title, at });
      lone = undefined;
    }
  }
  return { appendices, none };
}

/** Several appendices named in one line. */
function apart(text: string, vocabulary: Vocabulary): string[] {
  const cuts: number[] = [];
  for (const m of text.matchAll(/(?<=[;,.]?\s)\p{Lu}/gu)) {
    const line = appendixLine(text.slice(m.index, m.index + LONGEST), vocabulary);
    if (line?.number !== undefined && line.title !== '' && !isOneOf(text.slice(0, m.index).trim(), vocabulary.words['marking']) && /^\p{L}+\s+\S+\s*[:–—-]/u.test(text.slice(m.index))) cuts.push(m.index);
  }
  const out: string[] = [];
  let from = 0;
  for (const cut of [...cuts, text.length]) {
    const piece = text.slice(from, cut).trim().replace(/[;,]$/, '');
    if (piece !== '') out.push(piece);
    from = cut;
  }
  return out;
}

/** "Exempt Appendix B – Costs": the line is its title, for the first word says who may read it. */
function closedAppendix(text: string, vocabulary: Vocabulary): AppendixLine | undefined {
  for (const m of text.slice(0, LONGEST).matchAll(/\s(?=\p{Lu})/gu)) {
    const line = isOneOf(text.slice(0, m.index), vocabulary.words['marking']) ? appendixLine(text.slice(m.index + 1), vocabulary) : undefined;
    if (line?.number !== undefined) return { number: line.number, title: text };
  }
  return undefined;
}

/** "A: Costs", "1 – Costs", "A. Plan", which might be a name elsewhere. */
function lettered(text: string): AppendixLine | undefined {
  const m = /^([A-Z]|\d{1,2}|[ivx]{1,4})(?:\s*(?:[:–—]|\s-)\s*|[.]\s+)(\S.*)$/u.exec(text);
  return m?.[1] && m[2] ? { number: m[1], title: m[2] } : undefined;
}
