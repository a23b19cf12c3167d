/** Numbers repeated, skipped or out of order, and entries repeated word for word: kept as printed, and reported. */
import { follows } from '../../paper/label.js';
import { fold } from '../../paper/text.js';
import { depthOfNumber } from '../../values/index.js';
import type { Item, Section } from '../schemas.js';
import type { ParseContext } from './context.js';

interface Numbered { readonly number?: string; readonly at?: string }

const DECIMAL = /^\d+(?:\.\d+)*$/;
/** Text shorter than this (characters) may well stand twice in a list ("None", "To note"). */
const SHORT_ENTRY = 12;

const lastPart = (n: string): number => Number(n.slice(n.lastIndexOf('.') + 1));
const stem = (n: string): string => n.slice(0, n.lastIndexOf('.') + 1);

/** Many numbers as their first and last. */
const listed = (numbers: readonly string[]): string => (numbers.length > 4 ? `${numbers[0]} to ${numbers.at(-1)}` : numbers.join(', '));

/** Reports irregular numbers among the entries of one list (decimal numbers only: letters and romans are read by their list). */
export function reportIrregular(context: ParseContext, entries: readonly Numbered[], what: string): void {
  const seen = new Set<string>();
  let previous: string | undefined;
  for (const { number, at } of entries) {
    if (number === undefined || !DECIMAL.test(number)) continue;
    if (seen.has(number)) context.diagnose('number-repeated', 'warning', `The ${what} number ${number} stands more than once.`, at);
    else if (previous !== undefined && stem(previous) === stem(number) && !follows(previous, number)) {
      if (lastPart(number) > lastPart(previous)) {
        const from = lastPart(previous) + 1;
        const to = lastPart(number) - 1;
        // A number out of order before it may have used up what seems to be skipped.
        const missing = Array.from({ length: Math.min(to - from + 1, 50) }, (_, i) => `${stem(number)}${from + i}`).filter((n) => !seen.has(n));
        if (missing.length > 0) context.diagnose('number-skipped', 'warning', `The ${what} number ${listed(missing)} is missing before ${number}.`, at);
      } else context.diagnose('number-out-of-order', 'warning', `The ${what} number ${number} follows ${previous}.`, at);
    }
    seen.add(number);
    if (previous === undefined || depthOfNumber(number) === depthOfNumber(previous)) previous = number;
  }
}

/** Reports irregular numbers in a tree of sections: the sections of one level, and the paragraphs of each. */
export function reportIrregularSections(context: ParseContext, sections: readonly Section[]): void {
  reportIrregular(context, sections, 'section');
  for (const s of sections) reportWithin(context, s);
}

/** Reports irregular numbers under one section: its paragraphs and sub-sections share one run of numbers. */
export function reportWithin(context: ParseContext, section: Section): void {
  reportIrregular(context, [...section.paragraphs, ...section.sections], 'paragraph');
  for (const p of section.paragraphs) if (p.items) reportIrregularItems(context, p.items);
  for (const s of section.sections) reportWithin(context, s);
}

/** Reports irregular numbers in a list of items, and in the lists nested in it. */
export function reportIrregularItems(context: ParseContext, items: readonly Item[]): void {
  reportIrregular(context, items, 'paragraph');
  for (const i of items) if (i.items) reportIrregularItems(context, i.items);
}

/** Reports entries of one list that say the same word for word, nested lists included. */
export function reportRepeated(context: ParseContext, items: readonly Item[]): void {
  const seen = new Map<string, Item>();
  for (const item of items) {
    const words = fold(item.text);
    const first = seen.get(words);
    if (first && words.length >= SHORT_ENTRY && !item.heading) {
      const label = [first.number, item.number].filter((n) => n !== undefined).join(' and ');
      context.diagnose('item-repeated', 'warning', `${label ? `Entries ${label} of one list say` : 'Two entries of one list say'} the same word for word.`, item.at);
    } else seen.set(words, item);
    if (item.items) reportRepeated(context, item.items);
  }
}
