/** Labelled values of a paper's front ("Report author: …", "Wards affected<tab>All"): labels and the stretches that they label. Pure. */
import { isWordAt } from '../../paper/characters.js';
import type { Paragraph } from '../../paper/model.js';
import { fold, mayFoldTo } from '../../paper/text.js';
import { oncePer } from './remember.js';
import { fieldFor, matchWording } from './vocabulary.js';

type Wordings = Readonly<Record<string, readonly string[]>>;

/** A label has at most this many characters ("Is this a key decision within the definition of the constitution?" has 67). */
const LONGEST_LABEL = 90;

/** A label, and where its value stands in the paragraph's text. */
export interface Labelled {
  readonly field: string;
  readonly label: string;
  /** Where the label begins; not 0 for the second of two in one line. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/** Offsets at which a label may end: colons, tabs, question marks; each with where its value begins. */
function* ends(p: Paragraph): Generator<{ end: number; start: number; firm: boolean }> {
  for (const m of p.text.matchAll(/\s*:\s*|(?<=\?)\s+/g)) yield { end: m.index, start: m.index + m[0].length, firm: m[0].includes(':') };
  for (const s of p.spans ?? []) if (s.style === 'tab' || s.style === 'break') yield { end: s.start, start: s.end, firm: false };
}

/** True where a label may end early enough in a paragraph: most prose has no colon there, and thousands of paragraphs are asked. */
function mayLabel(p: Paragraph): boolean {
  const head = p.text.slice(0, LONGEST_LABEL + 1);
  return head.includes(':') || head.includes('?') || /^\s/.test(p.text.slice(LONGEST_LABEL)) || (p.spans ?? []).some((s) => (s.style === 'tab' || s.style === 'break') && s.start <= LONGEST_LABEL);
}

/**
 * The labelled values in a paragraph, in order; none where it does not begin with a label of the wordings. Several stand in one line
 * ("Decision no: 12   Key decision: Yes").
 */
export function labelledValues(p: Paragraph, wordings: Wordings): Labelled[] {
  if (p.bullet || !mayLabel(p)) return [];
  const all = [...ends(p)].sort((a, b) => a.end - b.end);
  const found: { field: string; label: string; from: number; start: number }[] = [];
  for (const { end, start, firm } of all) {
    const last = found.at(-1);
    const from = last ? last.start : 0;
    if (end <= from) continue;
    if (!last) {
      if (end > LONGEST_LABEL) break;
      const label = p.text.slice(0, end).trim();
      const field = fieldFor(label.replace(/\?$/, ''), wordings);
      if (field !== undefined) found.push({ field, label, from: 0, start });
      continue;
    }
    const closing = closingLabel(p.text.slice(Math.max(from, end - LONGEST_LABEL), end), wordings);
    // Before a tab the last word of a value may be a label's ("Health Board<tab>Date: …"): a label stands alone between tabs.
    const begins = closing ? end - closing.length : 0;
    const alone = firm || !closing || begins <= last.start || (p.spans ?? []).some((s) => (s.style === 'tab' || s.style === 'break') && s.end === begins);
    if (closing && alone) found.push({ field: closing.field, label: closing.label, from: end - closing.length, start });
  }
  return found.map((f, i) => ({ ...f, end: found[i + 1]?.from ?? p.text.length }));
}

/** The label that a text ends with, beginning with a capital after white space. */
function closingLabel(text: string, wordings: Wordings): { field: string; label: string; length: number } | undefined {
  for (const m of text.matchAll(/(?<=\s)\p{Lu}/gu)) {
    const label = text.slice(m.index).trim().replace(/\?$/, '');
    for (const [field, list] of Object.entries(wordings)) {
      // Inside a line only the very words of a label count: a wording with a star would swallow prose.
      if (list.some((w) => !w.includes('*') && matchWording(label, w) === 3)) return { field, label, length: text.length - m.index };
    }
  }
  return undefined;
}

/** A form's line with a label that no wording knows ("Is the decision eligible for call-in? Yes"): the label, and where the value begins. */
export function unknownLabel(p: Paragraph): { label: string; start: number } | undefined {
  const m = /^(\p{Lu}[^:?.;]{2,70})(:|\?)\s+(?=\S)/u.exec(p.text);
  if (!m?.[1] || p.bullet || p.text.length > 260 || m[1].split(' ').length > 12) return undefined;
  return { label: m[2] === '?' ? `${m[1]}?` : m[1], start: m[0].length };
}

const parted = new WeakMap<object, Map<string, Record<string, readonly string[]>>>();

/** The wordings of the lists whose name begins with the prefix, by the rest of the name ("front.author" under "front." is "author"). The same object for the same lists. */
export function wordingsUnder(words: Wordings, prefix: string): Record<string, readonly string[]> {
  let own = parted.get(words);
  if (!own) { own = new Map(); parted.set(words, own); }
  let found = own.get(prefix);
  if (!found) {
    found = Object.fromEntries(Object.entries(words).filter(([k]) => k.startsWith(prefix)).map(([k, v]) => [k.slice(prefix.length), v]));
    own.set(prefix, found);
  }
  return found;
}

/** Wordings folded, by the letter that a text must begin with. */
const byFirst = oncePer((wordings: readonly string[]): ReadonlyMap<number, readonly string[]> => {
  const found = new Map<number, string[]>();
  for (const folded of wordings.map(fold)) found.set(folded.charCodeAt(0), [...(found.get(folded.charCodeAt(0)) ?? []), folded]);
  return found;
});

/** True where the text begins with one of the wordings as whole words; gives the rest of the text after it. */
export function afterOpening(text: string, wordings: readonly string[] | undefined): string | undefined {
  if (!wordings) return undefined;
  const known = byFirst(wordings);
  if (!mayFoldTo(text, known)) return undefined;
  const t = fold(text);
  let best = -1;
  for (const f of known.get(t.charCodeAt(0)) ?? []) {
    if (t.startsWith(f) && !isWordAt(t, f.length) && f.length > best) best = f.length;
  }
  if (best < 0) return undefined;
  // Folding may shorten or lengthen a text (ligatures, double spaces): the opening ends where what stands before folds to it.
  const opening = t.slice(0, best);
  let end = 0;
  while (end < text.length && fold(text.slice(0, end)) !== opening) end++;
  return text.slice(end).trim();
}
