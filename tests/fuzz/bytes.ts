/** Small changes to the bytes of a paper. */
import { type Dice, EDGES } from './random.js';

/** Bytes at which readers change their minds. */
const BYTES = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x20, 0x0a, 0x3c, 0x3e, 0x28, 0x29];

/** The bytes with one to eight changes: bits and bytes set, stretches dropped, doubled, swapped with another paper's, numbers made huge, the end cut off. */
export function mutateBytes(bytes: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array {
  let out = Buffer.from(bytes);
  for (let n = 1 + dice.under(8); n > 0 && out.length > 0; n--) {
    const from = dice.under(out.length);
    const length = Math.min(dice.few(4096), out.length - from);
    switch (dice.under(7)) {
      case 0: out[from] = (out[from] ?? 0) ^ (1 << dice.under(8)); break;
      case 1: out[from] = dice.of(BYTES); break;
      case 2: out = Buffer.concat([out.subarray(0, from), out.subarray(from + length)]); break;
      case 3: out = Buffer.concat([out.subarray(0, from + length), out.subarray(from, from + length), out.subarray(from + length)]); break;
      case 4: { const begin = dice.under(Math.max(1, other.length - length)); out = Buffer.concat([out.subarray(0, from), other.subarray(begin, begin + length), out.subarray(from + length)]); break; }
      case 5: {
        const found = /\d+/.exec(out.subarray(from, from + 2048).toString('latin1'));
        if (found) out = Buffer.concat([out.subarray(0, from + found.index), Buffer.from(dice.of(EDGES)), out.subarray(from + found.index + found[0].length)]);
        break;
      }
      default: if (dice.sometimes(0.2)) out = out.subarray(0, from);
    }
  }
  return new Uint8Array(out);
}
