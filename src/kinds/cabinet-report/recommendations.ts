/** Recommendations: what introduces them, each with its outcome, and what stands under their heading that is none. */
import { readOutcome } from '../../values/index.js';
import type { Item } from '../schemas.js';
import type { Recommendation } from './schema.js';

export interface Recommendations {
  readonly introduction?: string;
  readonly recommendations: Recommendation[];
  /** What recommends nothing: notes after the list, headings over none of it, a table under the words that introduce it. */
  readonly notes: Item[];
}

const breaksOff = (text: string): boolean => /[:;–—-]\s*$|\b(?:to|that|is asked|are asked|is recommended|are recommended)\s*$/iu.test(text);

/** "That the Board", over a list: who is to do what the entries say. */
const NAMES_BODY = /^that\s+(?:the\s+)?\p{Lu}[\p{L}\p{M}'’&,\s-]{2,70}$/u;
const namesBody = (text: string): boolean => /^that/iu.test(text) && NAMES_BODY.test(`that${text.slice(4)}`) && (readOutcome(text) ?? 'other') === 'other';

/** Sorts the items under a heading of recommendations. */
export function recommendationsOf(items: readonly Item[]): Recommendations {
  const list = items.filter((i) => !i.heading || i.items);
  const bare = items.filter((i) => !list.includes(i));
  const [first, ...rest] = list;
  if (!first) return { recommendations: [], notes: bare };
  let introduction: string | undefined;
  let entries: Item[];
  let after: Item[] = [];
  if (first.items && first.items.length > 0 && (breaksOff(first.text) || namesBody(first.text)) && !rest.some((i) => i.number !== undefined && breaksOff(i.text) && i.items)) {
    // "Cabinet is asked to:" with the list under it; further numbered points go on with the list.
    introduction = first.text;
    const more = first.number !== undefined ? rest.filter((i) => i.number !== undefined) : rest.filter((i) => i.number !== undefined && sameStyle(i, first.items?.at(-1)));
    entries = [...first.items, ...more];
    after = rest.filter((i) => !more.includes(i));
  } else if (first.number === undefined && breaksOff(first.text) && rest.length > 0) {
    introduction = first.text;
    const numbered = rest.some((i) => i.number !== undefined);
    entries = numbered ? upToNotes(rest) : rest;
    after = rest.slice(entries.length);
  } else {
    const numbered = list.some((i) => i.number !== undefined);
    entries = numbered ? upToNotes(list) : [...list];
    after = list.slice(entries.length);
  }
  const asked = introduction === undefined ? undefined : readOutcome(introduction);
  const goesTo = introduction === undefined ? undefined : recommendedTo(introduction);
  return {
    ...(introduction === undefined ? {} : { introduction }),
    // A paragraph without a number among numbered ones is a remark: it has no outcome.
    recommendations: entries.map((item) => (item.number === undefined && entries.some((i) => i.number !== undefined) ? item : withOutcome(item, asked, goesTo))),
    notes: [...(introduction !== undefined && first.tables ? [{ text: '', tables: first.tables, at: first.at }] : []), ...bare, ...after],
  };
}

/** The entries up to the last numbered one: unnumbered paragraphs after it are notes; before and between, they stay. */
function upToNotes(items: readonly Item[]): Item[] {
  let last = items.length - 1;
  while (last >= 0 && items[last]?.number === undefined) last--;
  return items.slice(0, last + 1);
}

const styleOf = (n: string): string => (/^\d+$/.test(n) ? '1' : /^\d+(\.\d+)+$/.test(n) ? '1.1' : /^[ivx]+$/.test(n) ? 'i' : /^[a-z]$/.test(n) ? 'a' : 'A');
const sameStyle = (a: Item, b: Item | undefined): boolean => a.number !== undefined && b?.number !== undefined && styleOf(a.number) === styleOf(b.number);

function withOutcome(item: Item, asked: ReturnType<typeof readOutcome>, goesTo: string | undefined): Recommendation {
  const own = readOutcome(item.text);
  const outcome = own !== undefined && own !== 'other' ? own : nested(item) ?? asked ?? own ?? 'other';
  const to = recommendedTo(item.text) ?? goesTo;
  const { items, tables, references, struck, inserted, at, until, ...head } = item;
  return {
    ...head, outcome, ...(to === undefined ? {} : { recommendedTo: to }),
    ...(items ? { items } : {}), ...(tables ? { tables } : {}), ...(references ? { references } : {}),
    ...(struck ? { struck } : {}), ...(inserted ? { inserted } : {}), at, ...(until === undefined ? {} : { until }),
  };
}

/** The outcome on which all entries under it agree. */
function nested(item: Item): Recommendation['outcome'] {
  const all = new Set((item.items ?? []).map((i) => readOutcome(i.text)));
  return all.size === 1 ? [...all][0] : undefined;
}

/** "recommends to Council that …", "that Council be recommended to …": the body that decides in the end. */
export function recommendedTo(text: string): string | undefined {
  const body = "((?:the\\s+)?(?:Full\\s+|County\\s+|City\\s+|Borough\\s+|District\\s+)?(?:Council|Cabinet|Executive|Assembly|Authority|Board|Policy Committee)|(?:the\\s+)?\\p{Lu}[\\p{L}’'&-]*(?:\\s+(?:and|of|for|the|&|\\p{Lu}[\\p{L}’'&-]*)){0,7}\\s+(?:Committee|Board|Panel|Cabinet|Council))";
  const found = new RegExp(`\\b[Rr]ecommend(?:s|ed|ing|ation)?\\s+to\\s+${body}`, 'u').exec(text) ?? new RegExp(`(?:^|\\b[Tt]hat\\s+)${body}\\s+be\\s+recommended\\s+to\\b`, 'u').exec(text);
  return found?.[1]?.replace(/^(?:that\s+)?(?:the\s+)?/iu, '');
}
