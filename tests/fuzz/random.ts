/** Numbers that are the same for the same seed, and choices by them. */

/** A stream of numbers in [0, 1) (mulberry32, public domain). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A source of choices. */
export class Dice {
  constructor(readonly next: () => number) {}
  /** A whole number under `n`. */
  under(n: number): number { return Math.floor(this.next() * n); }
  /** True in this share of the cases. */
  sometimes(share: number): boolean { return this.next() < share; }
  /** One of a list, which is not empty. */
  of<T>(list: readonly T[]): T { return list[this.under(list.length)] as T; }
  /** How many times: mostly few, seldom up to `most`. */
  few(most: number): number { return 1 + Math.floor(this.next() ** 5 * most); }
}

/** Numbers at which arithmetic of readers turns over, as text. */
export const EDGES = ['0', '-1', '1', '-0', '255', '256', '32767', '65535', '65536', '2147483647', '-2147483648', '4294967296', '9007199254740993', '99999999999999999999', '0.0000001', '-99999.5', '1e308', 'NaN', ''];

/** Text that readers, kinds and writers stumble over where they do. */
export const HOSTILE = [
  '\u0000', '\u001B[2J', '\u0085', '\u00A0', '\u00AD', '\u200B', '\u202E', '\u2028', '\uFEFF', '\uFFFD', '\uD800', 'e\u0301', 'ﬃ', '𝟙𝟚', 'Ⅷ', '½', '½ %', '٣', '=1+1', '---', '...', ': ', '- ', '#', '"', "'", '\\', '%', '${x}', '{{', '__proto__', 'constructor', 'toString',
  '31 February 2011', '29/02/2100', '00/00/0000', '99 December 9999', '1 January 0000', '24:61', '12 noon', '10.30am–', '£', '£1.2.3', '£1,00,0', '£99999999999999999999m', '£-5k', '0%', 'Q5 2011', '2011/10', '2012-2011',
  'RESOLVED', 'RESOLVED –', 'Moved by Councillor , seconded by Councillor', 'For 9999999999, Against -1', 'Present:', 'Apologies:', 'In attendance: (Chair), (Chair)', 'Recommendation', 'Recommendation 0', 'Recommendation 99999999999', '1.1.1.1.1.1.1.1.1', '(a)(i)(A)(1)', 'iiii.', 'zz)', '0.', 'Appendix', 'Page 1 of 0', 'Minute', 'by July, 06', 'ongoing', 'TBC', '.', ' ', '\t', '\n\n', '\r',
];
