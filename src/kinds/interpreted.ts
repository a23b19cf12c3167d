/**
 * What a record has taken from the paper and says in words of its own: the weekday of a date, "Ask for:" over a contact, "RESOLVED" before a decision, a vote's
 * "Against". Such characters are captured, and stand in no field as they are printed; here they are listed, so that every word of the paper can be found in its record. Pure.
 */
import { isWordAt } from '../paper/characters.js';
import { places, type TakenStretch, type Unassigned } from '../paper/ledger.js';
import { locate } from '../paper/walk.js';

/** Runs of so many words that stand somewhere in the record are no chance: a sentence that was joined to the one before it, a list in one field. */
const NO_CHANCE_WORDS = 3;

/** The words beside a stretch are looked for among so many characters. */
const NEAR_CHARACTERS = 80;

/** Characters that are looked through for one paper (some 0.5 s), so that no paper made for it takes longer; words of what comes after are listed unless they make a line of the record. */
const MOST_LOOKED_THROUGH = 500_000_000;

/** A word that ties one name to the next ("and") has at most so many letters. */
const LONGEST_TIE = 3;

/** Keys whose values are places and references, not the paper's words. */
const NOT_WORDS: ReadonlySet<string> = new Set(['at', 'until', 'references']);

/** The record's words, to be looked up by what a stretch of the paper says. */
interface Said {
  /** Every line of every text. */
  readonly lines: Set<string>;
  /** The lines by their first word, longest first once sorted. */
  readonly byFirst: Map<string, string[][]>;
  /** All of its words, a line's after the others'. */
  readonly all: string;
  /** Characters and lines that may still be looked through. */
  left: number;
}

/** The stretches of the paper that were taken and stand in no field as printed, in the paper's order, each with its place. `record` holds the fields and headings alone. */
export function interpretedIn(taken: Iterable<TakenStretch>, record: unknown): (Unassigned & { until?: string })[] {
  const lines = new Set<string>();
  addLines(record, lines);
  let said: Said | undefined;
  const out: (Unassigned & { until?: string })[] = [];
  const all = [...taken];
  for (const [i, { paragraph, start, end, label }] of all.entries()) {
    const text = paragraph.text.slice(start, end);
    const known = lines.has(text.trim());
    if (known && label === undefined) continue;
    // A cell's lines have their labels.
    if (label !== undefined && lines.has(`${label} ${text}`)) continue;
    said ??= lookup(lines);
    if (label !== undefined) for (const [from, to] of unsaid(label, ALONE, said)) out.push({ text: label.slice(from, to), ...places(paragraph.at) });
    if (known) continue;
    for (const [from, to] of unsaid(text, around(all, i), said)) {
      const found = locate(paragraph, start + from, start + to);
      out.push({ text: text.slice(from, to), ...places(found.at, found.until) });
    }
  }
  return out;
}

function addLines(value: unknown, lines: Set<string>): void {
  if (typeof value === 'string') {
    if (!value.includes('\n')) lines.add(value);
    else for (const line of value.split('\n')) lines.add(line);
  } else if (typeof value === 'number') lines.add(String(value));
  else if (Array.isArray(value)) for (const v of value) addLines(v, lines);
  else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) if (!NOT_WORDS.has(key)) addLines((value as Record<string, unknown>)[key], lines);
  }
}

function lookup(lines: Set<string>): Said {
  const byFirst = new Map<string, string[][]>();
  const all: string[] = [];
  for (const line of lines) {
    const words = wordsOf(line).map((w) => w.word);
    const [first] = words;
    if (first === undefined) continue;
    all.push(words.join(' '));
    const known = byFirst.get(first);
    if (known) known.push(words);
    else byFirst.set(first, [words]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return { lines, byFirst, all: ` ${all.join(' \n ')} `, left: MOST_LOOKED_THROUGH };
}

/** The words that stand just before and just after a stretch. */
interface Around { readonly before: readonly string[]; readonly after: readonly string[] }

const ALONE: Around = { before: [], after: [] };

function around(all: readonly TakenStretch[], i: number): Around {
  const near = (from: number, to: number): string => all.slice(Math.max(0, from), to).map((s) => s.paragraph.text.slice(s.start, s.end)).join(' ');
  return {
    before: wordsOf(near(i - NO_CHANCE_WORDS, i).slice(-NEAR_CHARACTERS)).map((w) => w.word),
    after: wordsOf(near(i + 1, i + 1 + NO_CHANCE_WORDS).slice(0, NEAR_CHARACTERS)).map((w) => w.word),
  };
}

/** A short line of a list or a cell that one field holds whole: the words before it, or after it, stand beside it there too. */
function besideOthers(words: readonly string[], { before, after }: Around, said: Said): boolean {
  const lacking = NO_CHANCE_WORDS - words.length;
  if (lacking <= 0) return false;
  return (before.length >= lacking && says(said, [...before.slice(-lacking), ...words])) || (after.length >= lacking && says(said, [...words, ...after.slice(0, lacking)]));
}

interface Word { readonly word: string; readonly start: number; readonly end: number }

/** Runs of letters and figures, in lower case, each with its place in the text. */
function wordsOf(text: string): Word[] {
  const out: Word[] = [];
  let from = -1;
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && isWordAt(text, i);
    if (inside && from < 0) from = i;
    else if (!inside && from >= 0) {
      out.push({ word: text.slice(from, i).toLowerCase(), start: from, end: i });
      from = -1;
    }
  }
  return out;
}

/** The runs of words that the record does not say, as `[start, end)` with the punctuation that belongs to them. */
function unsaid(text: string, near: Around, said: Said): [number, number][] {
  const words = wordsOf(text);
  const whole = words.map((w) => w.word);
  if (words.length === 0 || besideOthers(whole, near, said) || (words.length >= NO_CHANCE_WORDS && says(said, whole))) return [];
  const open = words.map(() => true);
  const figures = words.map(() => false);
  for (let i = 0; i < words.length;) {
    const long = longestLine(words, i, said);
    const numbers = words.slice(i, i + long).every((w) => isFigure(w.word));
    for (let k = i; k < i + long; k++) { open[k] = false; figures[k] = numbers; }
    i += Math.max(1, long);
  }
  // Numbers stay with the words around them: "at 10.00 am", "Pages 11 - 84".
  for (let i = 1; i < words.length; i++) if (open[i - 1] && figures[i]) open[i] = true;
  for (let i = words.length - 1; i > 0; i--) if (open[i] && figures[i - 1]) open[i - 1] = true;
  for (let i = 0; i < words.length;) {
    const long = longestRun(words, open, i, said);
    for (let k = i; k < i + long; k++) open[k] = false;
    i += Math.max(1, long);
  }
  const out: [number, number][] = [];
  for (let i = 0; i < words.length; i++) {
    if (!open[i]) continue;
    let to = i;
    while (open[to + 1]) to++;
    const [first, last] = [words[i], words[to]];
    const ties = to === i && i > 0 && to + 1 < words.length && first !== undefined && first.end - first.start <= LONGEST_TIE && text.slice(first.start, first.end) === first.word;
    if (first && last && !ties) out.push(withSigns(text, first.start, last.end));
    i = to;
  }
  return out;
}

const isFigure = (word: string | undefined): boolean => word !== undefined && /^\d+$/.test(word);

/** How many words from here on make a line of the record. */
function longestLine(words: readonly Word[], from: number, said: Said): number {
  const lines = said.byFirst.get(words[from]?.word ?? '');
  said.left -= lines?.length ?? 0;
  return said.left < 0 ? 0 : lines?.find((line) => line.length <= words.length - from && line.every((w, k) => w === words[from + k]?.word))?.length ?? 0;
}

/** The words stand in this order somewhere in the record. */
function says(said: Said, words: readonly string[]): boolean {
  const sought = ` ${words.join(' ')} `;
  said.left -= said.all.length + sought.length;
  return said.left >= 0 && said.all.includes(sought);
}

/** How many open words from here on stand in this order within the record: a text in which something else was cut out, or which was joined to another. */
function longestRun(words: readonly Word[], open: readonly boolean[], from: number, said: Said): number {
  const run: string[] = [];
  for (let i = from; i < words.length && open[i]; i++) {
    run.push(words[i]?.word ?? '');
    if (run.length >= NO_CHANCE_WORDS && !says(said, run)) return run.length === NO_CHANCE_WORDS ? 0 : run.length - 1;
  }
  return run.length < NO_CHANCE_WORDS ? 0 : run.length;
}

/** The stretch with the colon or stop behind it, and the brackets around it. */
function withSigns(text: string, start: number, end: number): [number, number] {
  const [before, after] = [text[start - 1], text[end]];
  if (after === ')' && (before === '(' || text.lastIndexOf('(', end) >= start)) return [before === '(' ? start - 1 : start, end + 1];
  return [start, after === ':' || after === '.' ? end + 1 : end];
}
