/** A paper changed at random, the same for the same seed: by what it is made of, or by its bytes. */
import { mutateBytes } from './bytes.js';
import { mutateMarkup } from './markup.js';
import { mutatePdf } from './pdf.js';
import { Dice, numbers } from './random.js';
import { mutateText } from './text.js';
import { mutateZip } from './zip.js';

export interface Seed { readonly name: string; readonly bytes: Uint8Array }

/** The share of papers whose bytes are changed without a thought for what they mean: most of those are refused at the door. */
const BLIND = 0.15;

const endingOf = (name: string): string => /[^.]*$/.exec(name)?.[0] ?? '';
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The changed paper of a seed, and which paper it was. */
export function changed(seeds: readonly Seed[], seed: number): Seed {
  const dice = new Dice(numbers(seed));
  const ending = dice.of(['pdf', 'pdf', 'docx', 'docx', 'html', 'txt', 'md']);
  const same = seeds.filter((s) => endingOf(s.name) === ending);
  const paper = dice.of(same);
  const other = dice.of(dice.sometimes(0.9) ? same : seeds);
  if (dice.sometimes(BLIND)) return { name: paper.name, bytes: mutateBytes(paper.bytes, other.bytes, dice) };
  const like = endingOf(other.name) === ending ? other : paper;
  switch (ending) {
    case 'pdf': return { name: paper.name, bytes: mutatePdf(paper.bytes, like.bytes, dice) };
    case 'docx': return { name: paper.name, bytes: mutateZip(paper.bytes, like.bytes, dice) };
    case 'html': return { name: paper.name, bytes: new TextEncoder().encode(mutateMarkup(text(paper.bytes), text(like.bytes), dice)) };
    default: return { name: paper.name, bytes: new TextEncoder().encode(mutateText(text(paper.bytes), text(like.bytes), dice)) };
  }
}
