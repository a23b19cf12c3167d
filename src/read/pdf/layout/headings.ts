/**
 * Headings by their looks: larger, bold, in capitals or underlined, short, and not a sentence of the running text. Pure.
 */
import { hasLetterOrDigit } from '../../../paper/characters.js';
import type { Paragraph } from '../../../paper/model.js';
import { greatest, least } from './lines.js';

/** What running text looks like in a paper. */
export interface BodyLook {
  /** Size of most characters, in points. */
  readonly size: number;
  /** Most of the running text is bold (a form printed in bold): then weight tells nothing. */
  readonly bold: boolean;
}

/** Type this much larger than the running text is a heading's. */
const LARGER = 1.12;
/** A heading has at most so many words ... */
const LONGEST = 30;
/** ... and where it looks like running text but for its weight, at most so many. */
const LONGEST_BOLD = 24;
const MOST_LEVELS = 6;
/** Two sums and more at the end of a line: "Total 1,432.3 +53.7". */
const SUMS = /(?:\s[-+\u2013\u2212\u00A3(]{0,3}\d[\d,]*\.\d+[)%mk]{0,2}){2,}$/u;
/** A day: at the very end of a paper it says when it was sent out, and heads nothing. */
const DATE = /^(?:\p{L}+day,? )?(?:the )?\d{1,2}(?:st|nd|rd|th)? \p{L}+,? \d{4}\.?$/u;
/** How a letter ends: below it stands a name, which heads nothing. */
const CLOSING = /^(?:yours (?:ever|sincerely|faithfully|truly)|(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards)[,.]?$/iu;
/** A title in quotation marks has fewer words. */
const LONG_QUOTATION = 12;

const letters = (text: string): string => text.replace(/[^\p{L}]/gu, '');
const capitals = (text: string): boolean => { const l = letters(text); return l.length >= 4 && l === l.toUpperCase() && l !== l.toLowerCase(); };

/** Measures the running text of a paper. */
export function bodyLookOf(paragraphs: readonly Paragraph[]): BodyLook {
  const bySize = new Map<number, number>();
  for (const p of paragraphs) {
    const size = Math.round((p.size ?? 0) * 2) / 2;
    bySize.set(size, (bySize.get(size) ?? 0) + p.text.length);
  }
  let size = 0, most = -1;
  for (const [s, n] of [...bySize].sort((a, b) => a[0] - b[0])) if (n > most) { size = s; most = n; }
  let bold = 0, all = 0;
  for (const p of paragraphs) if (Math.abs((p.size ?? 0) - size) < 0.6) { all += p.text.length; if (p.bold) bold += p.text.length; }
  return { size, bold: bold * 2 > all };
}

/** What makes a paragraph a heading, as a key by which headings of one look share a level; `undefined` where it is none. */
function look(p: Paragraph, body: BodyLook, tagged: boolean): { size: number; caps: boolean; bold: boolean; italic: boolean; underlined: boolean } | undefined {
  if (p.text === '' || p.bullet || p.note !== undefined) return undefined;
  if (letters(p.text).length < 2) return undefined;
  const words = p.text.split(' ').length;
  if (words > LONGEST) return undefined;
  const size = p.size ?? body.size;
  const larger = size >= body.size * LARGER;
  const caps = capitals(p.text);
  const bold = p.bold === true && !body.bold;
  const sentence = /[.;,]$/u.test(p.text) && words > 3;
  if (/[,;]$/u.test(p.text)) return undefined;
  // The sums at the foot of a table, and a quotation set in bold, are no headings.
  if (SUMS.test(p.text) || (!tagged && words > LONG_QUOTATION && /^[\u201C"]/u.test(p.text))) return undefined;
  // "Decision number:   24/1": a form's label with its value behind a tab.
  if (p.spans?.some((x) => x.style === 'tab' && /:\s*$/u.test(p.text.slice(0, x.start)))) return undefined;
  // A bold recommendation or resolution is a sentence of its own: long, with a full stop, or a lettered point.
  const listed = p.number !== undefined && /^(?:[a-z]{1,2}|[ivxl]+)$/u.test(p.number);
  const fits = larger ? !(sentence && words > LONGEST_BOLD)
    : bold ? words <= LONGEST_BOLD && !(sentence && words > 14) && !(listed && !caps && sentence)
    : caps ? words <= 12 && letters(p.text).length >= 5 && !/^[A-Z0-9 ]*\d[A-Z0-9 ]*$/u.test(p.text)
    : p.underlined ? words <= 14 && !sentence && !p.spans?.some((s) => s.style === 'link' || s.style === 'inserted')
    : false;
  if (!fits && !tagged) return undefined;
  return { size: Math.round(size), caps, bold: p.bold === true, italic: p.italic === true, underlined: p.underlined === true };
}

const keyOf = (l: NonNullable<ReturnType<typeof look>>): string => [String(l.size).padStart(4, '0'), +l.caps, +l.bold, +l.underlined, +!l.italic].join(' ');

/** How deep a number is: "2" 1, "2.1" 2; 0 without one. */
const depthOf = (p: Paragraph): number => (p.number !== undefined && /^\d/u.test(p.number) ? p.number.split('.').length : 0);

/** Edges further apart than this many points are different indents. */
const INDENT = 6;

/**
 * Finds the headings among paragraphs in reading order and gives them levels, 1 the outermost: larger type first, then capitals, weight,
 * underlining, upright before italic; within one look the centred ones before the others, then by the depth of the number, an unnumbered one that is
 * indented from the numbers last. Returns the level by the paragraph's place in the list.
 * Paragraphs in `tagged` are headings by their tags, unless their length says otherwise.
 */
export function headingsOf(paragraphs: readonly Paragraph[], body: BodyLook, tagged: ReadonlySet<number> = new Set()): Map<number, number> {
  const found = paragraphs.flatMap((p, i) => {
    // A line of underscores heads nothing.
    if (p.number === undefined && !hasLetterOrDigit(p.text)) return [];
    if (i === paragraphs.length - 1 && !tagged.has(i) && /\d{4}\.?$/.test(p.text) && DATE.test(p.text)) return [];
    if (i > 0 && CLOSING.test(paragraphs[i - 1]!.text)) return [];
    const l = look(p, body, tagged.has(i)); return l ? [{ i, p, key: keyOf(l) }] : [];
  });
  const byLook = new Map<string, Paragraph[]>();
  for (const f of found) byLook.set(f.key, [...(byLook.get(f.key) ?? []), f.p]);
  const numbers = new Map([...byLook].map(([key, alike]) => {
    const numbered = alike.filter((a) => depthOf(a) > 0);
    return [key, { any: numbered.length > 0, edge: least(numbered, (a) => a.labelIndent ?? 0), deepest: greatest(numbered, depthOf) }] as const;
  }));
  const ranked = found.map(({ i, p, key }) => {
    const { any, edge, deepest } = numbers.get(key)!;
    let rank = depthOf(p);
    if (rank === 0 && p.align !== 'centre') {
      const indented = any && (p.labelIndent ?? p.indent ?? 0) > edge + INDENT;
      rank = indented ? deepest + 1 : 1;
    }
    return { i, key: `${key} ${9 - Math.min(9, rank)}` };
  });
  const keys = [...new Set(ranked.map((f) => f.key))].sort().reverse();
  return new Map(ranked.map((f) => [f.i, Math.min(MOST_LEVELS, keys.indexOf(f.key) + 1)]));
}
