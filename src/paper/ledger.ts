/**
 * The ledger: which characters of a paper a record has used. Kinds take blocks, or stretches of them; what nobody took
 * is unassigned. A character is counted once however often it is taken, so the books always balance:
 * characters = captured + unassigned + furniture + hidden.
 */
import { fragment, joined, type Locator } from './locator.js';
import type { Block, Paper, Paragraph } from './model.js';
import { inkLength } from './text.js';
import { eachParagraph, locate } from './walk.js';

export interface Unassigned {
  readonly text: string;
  readonly at: string;
}

export interface Coverage {
  /** Non-space characters of the source: captured, unassigned, furniture and hidden together. */
  readonly characters: number;
  readonly captured: number;
  /** captured / (captured + unassigned); 1 for a paper of furniture alone. */
  readonly ratio: number;
  readonly unassigned: Unassigned[];
  readonly furniture: Unassigned[];
  readonly hidden: Unassigned[];
}

/** A stretch `[start, end)` of a paragraph's text that the record has used. */
export interface TakenStretch {
  readonly paragraph: Paragraph;
  readonly start: number;
  readonly end: number;
  /** The paragraph's label, where the record has used it too and the stretch stands right behind it. */
  readonly label?: string;
}

interface Account {
  readonly paragraph: Paragraph;
  labelTaken: boolean;
  /** Stretches of the text already taken, `[start, end)`, merged and ascending. */
  taken: [number, number][];
  /** Stretches that are furniture, whoever takes them. */
  aside: [number, number][];
}

export class Ledger {
  readonly #accounts = new Map<number, Account>();
  readonly #aside = new Map<number, Paragraph>();

  /** Opens an account for every paragraph among the blocks, those of table cells included. */
  constructor(blocks: readonly Block[]) {
    for (const paragraph of eachParagraph(blocks)) {
      if (this.#accounts.has(paragraph.id)) throw new Error(`two blocks have the id ${paragraph.id}`);
      this.#accounts.set(paragraph.id, { paragraph, labelTaken: false, taken: [], aside: [] });
    }
  }

  /** Takes a whole block, label and all; a table with all that its cells hold. */
  take(block: Block): void {
    for (const p of eachParagraph([block])) {
      if ((p.within ?? 0) === 0) this.takeLabel(p);
      this.takeText(p, 0, p.text.length);
    }
  }

  takeLabel(paragraph: Paragraph): void {
    this.#account(paragraph).labelTaken = true;
  }

  /** Takes the stretch `[start, end)` of a paragraph's text. Taking twice is no error and counts once. */
  takeText(paragraph: Paragraph, start: number, end: number): void {
    if (end <= start) return;
    const account = this.#account(paragraph);
    const offset = paragraph.within ?? 0;
    const own: [number, number] = [offset + start, offset + end];
    account.taken = account.taken.length === 0 ? [own] : merged([...account.taken, own].sort((a, b) => a[0] - b[0]));
  }

  /** Says that a block, met in the body, is furniture after all (a masthead printed again). */
  setAside(block: Block): void {
    for (const p of eachParagraph([block])) {
      this.#account(p);
      this.#aside.set(p.id, p);
    }
  }

  /** Says that the stretch `[start, end)` of a paragraph's text is furniture ("PDF 369 KB" after a title), whoever takes the paragraph. */
  setTextAside(paragraph: Paragraph, start: number, end: number): void {
    if (end <= start) return;
    const account = this.#account(paragraph);
    const offset = paragraph.within ?? 0;
    account.aside = merged([...account.aside, [offset + start, offset + end] as [number, number]].sort((a, b) => a[0] - b[0]));
  }

  /** True where nothing of the paragraph has been taken or set aside. */
  isFree(paragraph: Paragraph): boolean {
    const account = this.#account(paragraph);
    return !account.labelTaken && account.taken.length === 0 && !this.#aside.has(paragraph.id);
  }

  /** The paragraphs of which nothing was taken, in order. */
  *free(): Generator<Paragraph> {
    for (const { paragraph } of this.#accounts.values()) if (this.isFree(paragraph)) yield paragraph;
  }

  /** The stretches that were taken, in order, what is furniture left out. */
  *captured(): Generator<TakenStretch> {
    for (const { paragraph, labelTaken, taken, aside } of this.#accounts.values()) {
      if (taken.length === 0 || this.#aside.has(paragraph.id)) continue;
      const label = paragraph.bullet ? undefined : paragraph.label;
      for (const [start, end] of without(taken, aside)) yield { paragraph, start, end, ...(label !== undefined && labelTaken && start === 0 ? { label } : {}) };
    }
  }

  /** Closes the books for the paper. */
  close(paper: Pick<Paper, 'furniture' | 'hidden'>): Coverage {
    let captured = 0;
    let missed = 0;
    let apart = 0;
    const unassigned: Unassigned[] = [];
    const furniture: Unassigned[] = [];
    for (const { paragraph, labelTaken, taken: all, aside } of this.#accounts.values()) {
      const labelInk = inkLength(paragraph.label ?? '');
      if (this.#aside.has(paragraph.id)) {
        apart += labelInk + inkLength(paragraph.text);
        const text = [paragraph.label, paragraph.text].filter(Boolean).join(' ');
        if (text) furniture.push({ text, at: fragment(paragraph.at) });
        continue;
      }
      // Most paragraphs are taken whole.
      if (aside.length === 0 && all.length === 1 && all[0]?.[0] === 0 && all[0][1] >= paragraph.text.length && (labelTaken || labelInk === 0)) {
        captured += labelInk + inkLength(paragraph.text);
        continue;
      }
      for (const [s, e] of aside) {
        apart += inkLength(paragraph.text.slice(s, e));
        furniture.push({ text: paragraph.text.slice(s, e).trim(), at: fragment(locate(paragraph, s, e).at) });
      }
      const taken = without(all, aside);
      for (const [s, e] of taken) captured += inkLength(paragraph.text.slice(s, e));
      const gaps = without([[0, paragraph.text.length]], merged([...taken, ...aside].sort((a, b) => a[0] - b[0])));
      const inked = gaps.filter(([s, e]) => inkLength(paragraph.text.slice(s, e)) > 0);
      // A label stays with its text: it is missed only when the first words after it are.
      if (labelInk > 0 && !labelTaken) {
        missed += labelInk;
        if (inked[0]?.[0] !== 0) unassigned.push({ text: paragraph.label ?? '', at: fragment(paragraph.at) });
      } else captured += labelInk;
      for (const [s, e] of inked) {
        const text = paragraph.text.slice(s, e).trim();
        missed += inkLength(text);
        const withLabel = s === 0 && labelInk > 0 && !labelTaken ? `${paragraph.label} ${text}` : text;
        unassigned.push({ text: withLabel, at: fragment(locate(paragraph, s, e).at) });
      }
    }
    for (const f of paper.furniture) { apart += inkLength(f.text); furniture.push({ text: f.text, at: fragment(f.at) }); }
    const hidden = paper.hidden.map((h) => ({ text: h.text, at: fragment(h.at) }));
    const unseen = paper.hidden.reduce((n, h) => n + inkLength(h.text), 0);
    const body = captured + missed;
    return {
      characters: body + apart + unseen, captured,
      ratio: body === 0 ? 1 : Math.round((captured / body) * 10_000) / 10_000,
      unassigned, furniture, hidden,
    };
  }

  #account(paragraph: Paragraph): Account {
    const account = this.#accounts.get(paragraph.id);
    if (!account) throw new Error(`block ${paragraph.id} is not of this paper`);
    return account;
  }
}

/** Stretches in ascending order, those that touch made one. */
function merged(stretches: readonly (readonly [number, number])[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [s, e] of stretches) {
    const last = out.at(-1);
    if (last && s <= last[1]) last[1] = Math.max(last[1], e);
    else out.push([s, e]);
  }
  return out;
}

/** What of the stretches is left where others, merged and ascending, are cut out of them. */
function without(stretches: readonly (readonly [number, number])[], cuts: readonly (readonly [number, number])[]): [number, number][] {
  if (cuts.length === 0) return stretches.map(([s, e]) => [s, e]);
  return stretches.flatMap(([start, end]) => {
    const out: [number, number][] = [];
    let from = start;
    for (const [s, e] of cuts) {
      if (e <= from || s >= end) continue;
      if (s > from) out.push([from, s]);
      from = e;
    }
    if (from < end) out.push([from, end]);
    return out;
  });
}

/** `at` and, where the stretch runs over a page, `until`, as fragments: what a record carries. */
export function places(at: Locator, until?: Locator): { at: string; until?: string } {
  if (!until) return { at: fragment(at) };
  const one = joined(at, until);
  return one ? { at: fragment(one) } : { at: fragment(at), until: fragment(until) };
}
