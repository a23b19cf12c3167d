/** Numbers typed with a space after them ("1 Purpose", "2 Background") that only their run shows to be labels, in sources whose reader leaves them in the text. */
import { follows, isFirst, splitLabel, type SplitLabel } from '../../paper/label.js';
import type { Block, Paragraph } from '../../paper/model.js';
import type { ParseContext } from './context.js';
import { stretchOf } from './stretch.js';
import { isOneOf, type Vocabulary } from './vocabulary.js';

/** This many numbers, each after the one before, are a run: two may be chance ("1 Court Street", "2 Court Street"). */
const RUN = 3;
/** What a label stands before begins with a capital or a quotation mark: "2 chairs" is a quantity. */
const BEGINS = /^[\p{Lu}‘“"'(]/u;

/** The name of a street has at most this many words. */
const STREET_WORDS = 4;

/** True for the name of a street, alone or before the rest of an address: "1 High Street", "2 Mill Lane" and "3 High Street" are houses, and no paragraphs. */
function isStreet(text: string, { words: { street } }: Vocabulary): boolean {
  const words = (text.split(',', 1)[0] ?? '').replace(/\.$/, '').split(' ');
  return words.length > 1 && words.length <= STREET_WORDS && isOneOf(words.at(-1) ?? '', street);
}

interface Chain { number: string; members: Paragraph[] }

/** The number at the head of a paragraph without a label, where only its run can show that it is one. */
function bareNumber(p: Paragraph): SplitLabel | undefined {
  if (p.label !== undefined || !/^\d{1,3}\s/u.test(p.text)) return undefined;
  const split = splitLabel(p.text, { known: true });
  return split?.number !== undefined && /^\d+$/.test(split.number) && BEGINS.test(split.rest) ? split : undefined;
}

/** The blocks with such numbers as labels, where three or more of one rank go on from 1. Headings and paragraphs may each have a run. Takes the numbers. */
export function withBareNumbers(context: ParseContext, blocks: readonly Block[]): Block[] {
  const kept = new Set<number>();
  const chains = new Map<string, Chain>();
  const found = new Map<number, SplitLabel>();
  const isAddresses = (chain: Chain): boolean => chain.members.every((p) => isStreet(found.get(p.id)?.rest ?? '', context.vocabulary));
  const close = (chain: Chain | undefined): void => { if (chain && chain.members.length >= RUN && !isAddresses(chain)) for (const p of chain.members) kept.add(p.id); };
  for (const b of blocks) {
    const split = b.type === 'paragraph' ? bareNumber(b) : undefined;
    if (b.type !== 'paragraph' || split?.number === undefined) continue;
    found.set(b.id, split);
    // One run through the paper, or one of its headings and another of its paragraphs.
    for (const key of ['all', b.heading ? 'headings' : 'paragraphs']) {
      const chain = chains.get(key);
      if (chain && follows(chain.number, split.number)) { chain.number = split.number; chain.members.push(b); }
      else if (isFirst(split.number)) { close(chain); chains.set(key, { number: split.number, members: [b] }); }
    }
  }
  for (const chain of chains.values()) close(chain);
  if (kept.size === 0) return [...blocks];
  return blocks.map((b) => {
    const split = b.type === 'paragraph' && kept.has(b.id) ? found.get(b.id) : undefined;
    if (b.type !== 'paragraph' || split?.number === undefined) return b;
    context.takePart(b, 0, split.label.length);
    const { heading, at, until } = b;
    return { ...stretchOf(b, b.text.length - split.rest.length), label: split.label, number: split.number, at, ...(until ? { until } : {}), ...(heading ? { heading } : {}) };
  });
}
