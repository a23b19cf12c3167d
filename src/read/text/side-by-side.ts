/** Names set in two columns to save lines ("Ann Lee, Clerk          Raj Patel, Ranger"): each is a line of its own. Pure. */
import { splitLabel } from '../../paper/label.js';
import { makeLine, type Line } from './lines.js';

/** Fewer lines than this may be aligned by chance. */
const LEAST_LINES = 3;
/** The right column's lines begin within so many characters of each other. */
const DRIFT = 1;
/** An entry is a name with what it is, not a sentence. In characters. */
const LONGEST = 60;

interface Pair { readonly left: string; readonly right: string; readonly at: number }

function pairOf(line: Line): Pair | undefined {
  if (line.text === '' || line.apart || line.raw.includes('\t')) return undefined;
  const m = /^(\s*)(\S+(?: \S+)*)(\s{3,})(\S+(?: \S+)*)\s*$/u.exec(line.raw);
  if (!m) return undefined;
  const [, indent = '', left = '', gap = '', right = ''] = m;
  return { left, right, at: indent.length + left.length + gap.length };
}

/** "Ann Lee, Clerk", "Raj Patel (Ranger)": a name, and what its bearer is. */
const isPost = (text: string): boolean => /^\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){0,4}(?:, \p{L}| \()/u.test(text) && text.length <= LONGEST && !/[.;:]$/.test(text) && !splitLabel(text);
const firstWord = (text: string): string => /^\S+/u.exec(text)?.[0] ?? '';

/** True where all entries are of one make: names with posts, or names under one title ("Cllr Ash", "Cllr Elm"). A label and its value are not. */
function isList(entries: readonly string[]): boolean {
  if (entries.every(isPost)) return true;
  const title = firstWord(entries[0] ?? '');
  return /^\p{Lu}\p{Ll}+\.?$/u.test(title) && entries.every((e) => firstWord(e) === title && /^\S+ \p{Lu}/u.test(e) && e.length <= LONGEST && !/[.;:]$/.test(e));
}

/** The lines, those of such lists parted into their entries, the left one of each line first. */
export function partPairs(lines: readonly Line[]): readonly Line[] {
  if (!lines.some((l) => pairOf(l) !== undefined)) return lines;
  const out: Line[] = [];
  for (let i = 0; i < lines.length;) {
    const run: Pair[] = [];
    let end = i;
    for (let pair = pairOf(lines[end] as Line); pair && Math.abs(pair.at - (run[0]?.at ?? pair.at)) <= DRIFT; pair = end < lines.length ? pairOf(lines[end] as Line) : undefined) {
      run.push(pair);
      end++;
    }
    if (run.length >= LEAST_LINES && isList(run.flatMap((p) => [p.left, p.right]))) {
      for (const [k, pair] of run.entries()) {
        const line = lines[i + k] as Line;
        out.push(makeLine(line.number, line.raw.slice(0, pair.at).trimEnd(), pair.left, line.newPage), makeLine(line.number, pair.right, pair.right, false));
      }
      i = end;
    } else out.push(lines[i++] as Line);
  }
  return out;
}
