/** Small changes to the bytes of a paper, the same for the same seed. */

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

/** Values at which arithmetic of readers turns over. */
const EDGES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x20, 0x0a, 0x3c, 0x3e, 0x28, 0x29];

/** The bytes with one to eight changes: bits and bytes set, stretches dropped, doubled, swapped with another paper's, numbers made huge, the end cut off. */
export function mutate(bytes: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
  let out = Buffer.from(bytes);
  const at = (length: number): number => Math.floor(next() * length);
  for (let n = 1 + at(8); n > 0 && out.length > 0; n--) {
    const from = at(out.length);
    const length = Math.min(1 + Math.floor(next() ** 4 * 4096), out.length - from);
    switch (at(7)) {
      case 0: out[from] = (out[from] ?? 0) ^ (1 << at(8)); break;
      case 1: out[from] = EDGES[at(EDGES.length)] ?? 0; break;
      case 2: out = Buffer.concat([out.subarray(0, from), out.subarray(from + length)]); break;
      case 3: out = Buffer.concat([out.subarray(0, from + length), out.subarray(from, from + length), out.subarray(from + length)]); break;
      case 4: { const begin = at(Math.max(1, other.length - length)); out = Buffer.concat([out.subarray(0, from), other.subarray(begin, begin + length), out.subarray(from + length)]); break; }
      case 5: { const text = out.subarray(from, from + 2048).toString('latin1'); const found = /\d+/.exec(text);
        if (found) out = Buffer.concat([out.subarray(0, from + found.index), Buffer.from(String([0, -1, 2147483647, 4294967296, 99999][at(5)])), out.subarray(from + found.index + found[0].length)]); break; }
      default: if (next() < 0.2) out = out.subarray(0, from);
    }
  }
  return new Uint8Array(out);
}
