/** Groups of lines into paragraphs with their labels. Pure. */
import { follows, isFirst, splitLabel } from '../../paper/label.js';
import type { Locator } from '../../paper/locator.js';
import type { Paragraph } from '../../paper/model.js';
import { allOf, slice, TextBuilder, type Built } from './builder.js';
import { hangs } from './hanging.js';
import { addMarkdown, plainMarks, type InlineState } from './inline.js';
import type { Line } from './lines.js';
import { decodeReferences, hasMarkup } from './markup.js';
import { goesOn, isMidSentence, keepsHyphen } from './wrap.js';

/** A paragraph on its way to a block. */
export interface Draft {
  readonly type: 'paragraph';
  built: Built;
  label?: string;
  number?: string;
  bullet?: boolean;
  readonly at: Locator;
  /** Columns before the label (or the text), and before the text. */
  readonly labelColumn: number;
  readonly textColumn: number;
  /** Blank lines above; Infinity at the start. */
  readonly above: number;
  /** A blank line, or the end, stands below. */
  below: boolean;
  /** The text stands on one line. */
  readonly oneLine: boolean;
  heading?: Paragraph['heading'];
  depth?: number;
}

export interface Manner {
  readonly markdown: boolean;
  /** Width at which lines are wrapped; undefined where a line is a paragraph. */
  readonly wide: number | undefined;
  /** Lines (by number) whose bare number or initial is a label, by the sequence they stand in. */
  readonly known: ReadonlySet<number>;
  readonly words: ReadonlySet<string>;
  /** Lines (by number) of code, in which no mark means anything. */
  readonly code: ReadonlySet<number>;
}

/** In Markdown whose lines are no wrapped prose, two lines are one paragraph only where both are long: a sentence a line. In characters. */
const SENTENCE_LINE = 60;
/** Lines ahead in which emphasis may close. */
const AHEAD = 30;
/** Members a sequence of bare numbers must have to be labels. */
const SEQUENCE = 3;

const unmarked = (text: string): string => text.replace(/^(?:\*\*\*|\*\*|__)(?=\S)/, '');
const hasGap = (text: string): boolean => /^\S{1,9}(?:\t|\s\s+)\S/u.test(text);

/** The label that a line begins with. */
export function lineLabel(line: Line, known: ReadonlySet<number>): ReturnType<typeof splitLabel> {
  const text = unmarked(line.text);
  return splitLabel(text, { known: known.has(line.number) || hasGap(text) });
}

/** Lines that begin with a bare number ("1 Apologies") or an initial ("A. Introduction") and stand in a sequence of three or more. */
export function knownSequences(lines: Iterable<Line>): Set<number> {
  const known = new Set<number>();
  const chains = new Map<string, { number: string; members: number[] }>();
  const keep = (chain: { members: number[] } | undefined): void => {
    if (chain && chain.members.length >= SEQUENCE) for (const n of chain.members) known.add(n);
  };
  for (const line of lines) {
    if (line.text === '' || line.apart) continue;
    const text = unmarked(line.text);
    const label = splitLabel(text, { known: true });
    if (!label?.number || label.rest === '' || splitLabel(text)) continue;
    const dress = label.label.replace(/[A-Za-z0-9]+/, (s) => (/^\d/.test(s) ? '1' : 'A'));
    const chain = chains.get(dress);
    if (chain && follows(chain.number, label.number)) { chain.number = label.number; chain.members.push(line.number); }
    else if (isFirst(label.number)) { keep(chain); chains.set(dress, { number: label.number, members: [line.number] }); }
  }
  for (const chain of chains.values()) keep(chain);
  return known;
}

/** A group of lines without a blank one between them, as paragraphs. `above` counts the blank lines before the group. */
export function groupParagraphs(group: readonly Line[], above: number, manner: Manner): Draft[] {
  const runs: Line[][] = [];
  for (const [i, line] of group.entries()) {
    const before = group[i - 1];
    const run = runs.at(-1);
    if (before && run && joins(before, line, run, manner)) run.push(line);
    else runs.push([line]);
  }
  return runs.map((run, i) => draft(run, i === 0 ? above : 0, i === runs.length - 1, manner));
}

function joins(before: Line, line: Line, run: readonly Line[], manner: Manner): boolean {
  if (manner.code.has(line.number)) return false;
  const label = lineLabel(line, manner.known);
  if (label) return manner.wide !== undefined && !label.bullet && !isNext(run, label.number, manner) && isMidSentence(before, label.rest, manner.wide);
  // A label on a line of its own belongs to the line below.
  if (run.length === 1 && lineLabel(before, manner.known)?.rest === '') return true;
  if (opensBold(run)) return true;
  if (/^#{1,6}\s/.test(before.text) && manner.markdown) return false;
  if (manner.markdown && isHardBreak(before)) return true;
  if (run[0] && !manner.markdown && hangs(run[0], before, line)) return true;
  if (manner.wide !== undefined) return goesOn(before, line, manner.wide);
  return manner.markdown && before.text.length >= SENTENCE_LINE && line.text.length >= SENTENCE_LINE && !/^\*\*|^__|^#/.test(line.text);
}

/** "ii." under "i. … and": the next of the list, not the middle of a sentence. */
function isNext(run: readonly Line[], number: string | undefined, manner: Manner): boolean {
  const own = run[0] && lineLabel(run[0], manner.known)?.number;
  return own !== undefined && number !== undefined && follows(own, number);
}

const isHardBreak = (line: Line): boolean => /(?: {2}|[^\\]\\)$/.test(line.raw);

/** True where bold begins with the run and has not ended: "**First line ⏎ second line**". */
function opensBold(run: readonly Line[]): boolean {
  const first = run[0];
  if (!first?.text.startsWith('**')) return false;
  let marks = 0;
  for (const line of run) marks += line.text.split('**').length - 1;
  return marks % 2 === 1 && run.length < AHEAD;
}

function draft(run: readonly Line[], above: number, below: boolean, manner: Manner): Draft {
  const first = run[0] as Line;
  const at: Locator = { in: 'lines', from: first.number, to: (run.at(-1) as Line).number };
  const hash = manner.markdown && !manner.code.has(first.number) ? /^(#{1,6})(?:\s+|$)/.exec(first.text) : null;
  const builder = new TextBuilder();
  const state: InlineState = { open: [] };
  for (const [i, line] of run.entries()) {
    let text = i === 0 && hash ? line.text.slice(hash[0].length).replace(/\s+#+$/, '') : line.text;
    const next = run[i + 1];
    if (next && manner.markdown && /[^\\]\\$/.test(text)) text = text.slice(0, -1);
    addLine(builder, text, line.number, run.slice(i + 1, i + AHEAD).map((l) => l.text).join('\n'), state, manner);
    if (!next) continue;
    if (/[\p{L}]-$/u.test(text) && manner.wide !== undefined && /^\p{Ll}/u.test(next.text)) {
      if (!keepsHyphen(text, next.text, manner.words)) builder.unhyphen();
    } else if ((manner.wide === undefined && (manner.markdown || !hangs(first, line, next))) || isHardBreak(line)) builder.break();
    else builder.space();
  }
  const whole = builder.done();
  const known = manner.known.has(first.number) || hasGap(unmarked(first.text));
  const label = hash ? splitLabel(whole.text, { known: true }) : manner.markdown && /^\+\s/.test(whole.text)
    ? { label: '+', bullet: true, rest: whole.text.slice(1).trimStart() } : splitLabel(whole.text, { known });
  const lone = label !== undefined && run.length > 1 && lineLabel(first, manner.known)?.rest === '';
  const built = label ? slice(whole, whole.text.length - label.rest.length) : whole;
  const out: Draft = {
    type: 'paragraph', built: lone ? withoutFirstBreak(built) : built, at, above, below, labelColumn: first.indent,
    textColumn: first.indent + (label && !lone ? label.label.length + 1 : 0), oneLine: run.length === 1 || (lone && run.length === 2),
  };
  if (label) { out.label = label.label; if (label.number !== undefined) out.number = label.number; if (label.bullet) out.bullet = true; }
  if (hash) out.heading = { level: hash[1]?.length ?? 1, by: 'markup' };
  else if (out.built.text.length <= 120 && allOf(whole, 'bold') && !label?.bullet) out.heading = { level: 6, by: 'markup' };
  return out;
}

const withoutFirstBreak = (built: Built): Built => ({ ...built, spans: built.spans.filter((s) => s.style !== 'break' || s.start > 0) });

function addLine(builder: TextBuilder, text: string, number: number, rest: string, state: InlineState, manner: Manner): void {
  if (manner.code.has(number)) { builder.add(text, number); return; }
  // Plain text knows one mark: bold, in pairs; Markdown all of them.
  if (manner.markdown || hasMarkup(text)) addMarkdown(builder, manner.markdown ? text : plainMarks(text), number, rest, state);
  else if (text.includes('**') || state.open.length > 0) addMarkdown(builder, plainMarks(text), number, rest, state);
  else builder.add(decodeReferences(text), number);
}

/** Joins a label that stands alone, with a blank line after it, to the unlabelled paragraph below. */
export function joinLoneLabels(drafts: readonly Draft[]): Draft[] {
  const out: Draft[] = [];
  for (const d of drafts) {
    const before = out.at(-1);
    const lone = before && before.label !== undefined && before.built.text === '' && d.label === undefined && d.built.text !== '' && d.above <= 2 && !d.heading;
    if (!lone) { out.push(d); continue; }
    const labelAt = before.at, textAt = d.at;
    const at: Locator = labelAt.in === 'lines' && textAt.in === 'lines' ? { in: 'lines', from: labelAt.from, to: textAt.to } : labelAt;
    out[out.length - 1] = {
      ...d, at, above: before.above, label: before.label, labelColumn: before.labelColumn,
      ...(before.number === undefined ? {} : { number: before.number }), ...(before.bullet ? { bullet: true } : {}),
    };
  }
  return out;
}
