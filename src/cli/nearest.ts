/** The nearest right word, for "did you mean". Pure. */

/** Letters that may be put in, left out or exchanged, whatever the length of the word; of longer words, a third of their letters. */
const MOST_CHANGES = 3;

/** Letters put in, left out or exchanged that make one word the other (Levenshtein, 1966). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The word of a list that is nearest to what was typed, or nothing where none is near. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  // No word is as long as a text given by mistake, whose distance would take its time.
  if (typed.length > 100) return undefined;
  const [best] = words.map((word) => ({ word, changes: distance(typed.toLowerCase(), word) })).sort((a, b) => a.changes - b.changes);
  return best && best.changes <= Math.max(MOST_CHANGES, typed.length / 3) ? best.word : undefined;
}
