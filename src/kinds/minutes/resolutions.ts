/** Resolutions: from the word RESOLVED (or its like, found by `resolved.ts`) to decisions, each with its text, outcome and sub-points. */
import { places } from '../../paper/ledger.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { locate } from '../../paper/walk.js';
import { follows, readLabel, readOutcome, type Label, type Outcome } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { filled, given } from '../shared/given.js';
import { itemsOf, referencesIn } from '../shared/items.js';
import { introduces } from '../shared/nesting.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import type { Point } from './points.js';
import type { Resolved } from './resolved.js';
import type { Decision, DecisionItem } from './schema.js';
import type { Item } from '../schemas.js';

/** The outcome of what was resolved: by its leading verb, else by the opening word, else it was agreed to. */
export function outcomeOf(text: string, word: string): Outcome {
  const own = readOutcome(text);
  // "Recommendations to Cabinet: That a plan be made", "RECOMMENDED that the policy be adopted": agreed here, and recommended there.
  if (/^recommend(?:ed|ations?)(?: to\b|$)/i.test(word) && (own === undefined || own === 'other' || own === 'agreed' || (own === 'approved' && !/ to\b/i.test(word)))) return 'recommended';
  if (own !== undefined && own !== 'other') return own;
  return /^(?:recommended|approved|noted)$/i.test(word) ? (readOutcome(word) ?? 'agreed') : 'agreed';
}

/** Labels inside one paragraph: "(i) that …; (ii) that …; and (iii) that …", in sequence from the first word on. */
export function splitInline(text: string): { number: string; start: number; end: number }[] | undefined {
  const first = readLabel(text);
  if (first?.number === undefined || first.doubtful || first.rest === '') return undefined;
  const parts: { number: string; start: number; end: number; label: Label }[] = [{ number: first.number, start: text.length - first.rest.length, end: text.length, label: first }];
  for (const m of text.matchAll(/[;:,.]\s+(?:and\s+|or\s+)?(?=\(?[a-z0-9]{1,5}[).])/giu)) {
    const at = m.index + m[0].length;
    const next = readLabel(text.slice(at, at + 80));
    const last = parts.at(-1);
    if (next?.number === undefined || !last || next.form !== last.label.form || !follows(last.label, next) || next.rest === '') continue;
    const start = at + next.raw.length + (/^\s*/.exec(text.slice(at + next.raw.length))?.[0].length ?? 0);
    last.end = m.index + m[0].trimEnd().length;
    parts.push({ number: next.number, start, end: text.length, label: next });
  }
  return parts.map(({ number, start, end }) => ({ number, start, end }));
}

/** An Item, taken for a decision. */
export function decisionOf(item: Item, word: string): Decision {
  const { text, number, items, references, tables, at, until } = item;
  return {
    ...(number === undefined ? {} : { number }), text, outcome: outcomeOf(text, word),
    ...(items ? { items: items.map(withOutcome) } : {}), ...(references ? { references } : {}), ...(tables ? { tables } : {}),
    at, ...(until === undefined ? {} : { until }),
  };
}

/** An entry of a decision, with its own outcome where its leading verb says one. */
export function withOutcome(item: Item): DecisionItem {
  const outcome = readOutcome(item.text);
  return { ...item, ...(outcome === undefined || outcome === 'other' ? {} : { outcome }) };
}

export interface Resolution {
  readonly decisions: Decision[];
  readonly introduction?: string;
  /** How many points after the first it took. */
  readonly used: number;
  readonly manner: string;
}

export interface ResolutionOptions {
  /** It was moved or voted on as a whole: its list is one decision. */
  readonly whole: boolean;
  /** True for a point at which what was resolved is surely over. */
  readonly ends: (point: Point) => boolean;
  readonly loose: (table: Table) => void;
}

/** Reads the resolution that begins at a point. Takes what it reads; words before the resolving sentence are left to the caller. */
export function readResolution(context: ParseContext, points: readonly Point[], first: number, found: Resolved, options: ResolutionOptions): Resolution {
  const point = points[first];
  if (!point) return { decisions: [], used: 0, manner: '' };
  const { lead } = point;
  const text = lead.text.slice(found.from).trim();
  // A list of reasons or conditions belongs to the one decision that it follows.
  const whole = options.whole || endsWith(text, context.vocabulary.words.reasonsFollow) || endsWith(text, context.vocabulary.words.conditionsFollow);
  const number = lead.number;
  const done = (decisions: Decision[], used: number, introduction?: string): Resolution => ({
    // "RESOLVED that:" introduces a list by no words of its own.
    decisions, used, manner: found.manner, ...(introduction === undefined || /^(?:that|to|as follows)?\s*[:;–-]?$/i.test(introduction) ? {} : { introduction }),
  });
  context.takePart(lead, found.sentence === 0 ? 0 : found.opening, lead.text.length);
  const entries = (blocks: readonly Block[]): Item[] => itemsOf(context, blocks, options.loose);

  if (text === '') {
    if (point.more.length > 0) return done(asWhole(entries(point.more).map((i) => decisionOf(i, found.word)), number, options), 0);
    const next = points[first + 1];
    if (!next || options.ends(next)) return done([], 0);
    // "RESOLVED –", "The Board:", then the list.
    if (next.lead.number === undefined && introduces(next.lead.text) && next.more.length > 0) {
      const introduction = next.lead.text;
      context.take(next.lead);
      if (options.whole) return done([wholeOf(context, next.lead, 0, introduction, number, entries(next.more), found.word)], 1);
      return done(entries(next.more).map((i) => decisionOf(i, found.word)), 1, introduction);
    }
    const decisions: Decision[] = [];
    let used = 0;
    for (const after of points.slice(first + 1)) {
      if (options.ends(after)) break;
      // After the first only what goes on in the same way: "That …", "That …", or the next number.
      if (used > 0 && !/^(?:that|to)\b/i.test(after.lead.text) && after.lead.number === undefined) break;
      if (used > 0 && after.lead.number !== undefined && points[first + 1]?.lead.number === undefined) break;
      decisions.push(...asDecisions(context, after, found.word, options));
      used++;
    }
    if (number !== undefined && decisions.length === 1 && decisions[0] && decisions[0].number === undefined) decisions[0] = { number, ...decisions[0] };
    return done(asWhole(decisions, number, options), used);
  }

  const inline = splitInline(text);
  if (inline) {
    const offset = found.from + (lead.text.slice(found.from).length - lead.text.slice(found.from).trimStart().length);
    const decisions = inline.map(({ number: n, start, end }): Decision => {
      const own = text.slice(start, end).trim();
      return { number: n, text: own, outcome: outcomeOf(own, found.word), ...referencesIn(own), ...partPlace(lead, offset + start, offset + end) };
    });
    const more = entries(point.more);
    const last = decisions.at(-1);
    // The list goes on in paragraphs of its own; what is not its next number hangs on its last point.
    for (const item of more) {
      if (item.number !== undefined && last && /\d|[a-z]/i.test(item.number)) decisions.push(decisionOf(item, found.word));
      else if (last) last.items = [...(last.items ?? []), withOutcome(item)];
    }
    return done(decisions, 0);
  }
  if (point.more.length === 0 && introduces(text)) {
    // The list stands under a paragraph of its own, or the reader made its entries points.
    const next = points[first + 1];
    if (next && !options.ends(next) && next.lead.number !== undefined && next.lead.number !== String(Number(number) + 1)) {
      const blocks: Block[] = [];
      let used = 0;
      for (const after of points.slice(first + 1)) {
        if (options.ends(after) || after.lead.label === undefined) break;
        blocks.push(after.lead, ...after.more);
        used++;
      }
      const items = entries(blocks);
      if (whole || isNamedBelow(text, items)) return done([wholeOf(context, lead, found.from, text, number, items, found.word)], used);
      return done(items.map((i) => decisionOf(i, found.word)), used, text);
    }
  }
  // "RESOLVED that:", then what was resolved as a paragraph of its own.
  if (point.more.length === 0 && /^(?:that|to)\s*[:–—-]?$/i.test(text)) {
    const next = points[first + 1];
    // In small letters it goes on with the sentence, whatever else its words would say.
    if (next && next.lead.label === undefined && (!options.ends(next) || /^\p{Ll}/u.test(next.lead.text))) return done(asDecisions(context, next, found.word, options).map((d) => ({ ...(number === undefined ? {} : { number }), ...d })), 1);
  }
  if (point.more.length > 0) {
    const items = entries(point.more);
    // "(a) AGREED that a letter be sent;", "(b) to ask for figures.": the list has begun with what was resolved, and introduces nothing.
    if (!whole && goesOnIn(lead, point.more)) return done([wholeOf(context, lead, found.from, text, number, [], found.word), ...items.map((i) => decisionOf(i, found.word))], 0);
    if (introduces(text) && items.length > 0 && !whole && !isNamedBelow(text, items)) return done(items.map((i) => decisionOf(i, found.word)), 0, text);
    return done([wholeOf(context, lead, found.from, text, number, items, found.word)], 0);
  }
  return done([wholeOf(context, lead, found.from, text, number, [], found.word)], 0);
}

/** True where a lettered point is followed by the next letters of its own list, and by nothing else. */
function goesOnIn(lead: Paragraph, more: readonly Block[]): boolean {
  let last = lead.label === undefined ? undefined : readLabel(`${lead.label} x`);
  if (last?.number === undefined || !/^\p{L}$/u.test(last.number)) return false;
  for (const block of more) {
    const next = block.type === 'paragraph' && block.label !== undefined ? readLabel(`${block.label} x`) : undefined;
    if (next?.number === undefined || last === undefined || next.form !== last.form || !follows(last, next)) return false;
    last = next;
  }
  return more.length > 0;
}

/** "to fund:", "that the following be paid:": it says what is done, and the list only to what. */
const DOES_SOMETHING = /^to\s+(?!be\b)\p{Ll}[\p{L}-]+\s+\p{L}|\bbe\s+(?:\p{Ll}+ly\s+)?\p{Ll}+(?:ed|en|t)\b/u;
/** An entry that is a decision of its own: "that …", "to …", "… be paid", or a verb at its head. */
const isOwnDecision = ({ text }: Item): boolean => /^(?:that|to)\b|\bbe\s+\p{Ll}/iu.test(text) || !['other', undefined].includes(readOutcome(text));

/** True where a resolution's list only names what the resolution itself decides on. */
const isNamedBelow = (text: string, items: readonly Item[]): boolean => DOES_SOMETHING.test(text) && !items.some(isOwnDecision);

const partPlace = (p: Paragraph, start: number, end: number): { at: string; until?: string } => {
  const found = locate(p, start, end);
  return places(found.at, found.until);
};

const isDefinite = (text: string): boolean => !['agreed', 'other', undefined].includes(readOutcome(text));

/** True where the text ends in words of the list, but for a colon. */
export const endsWith = (text: string, words: readonly string[] | undefined): boolean => {
  const tail = text.slice(-80).replace(/[\s:–-]+$/, '');
  return (words ?? []).some((w) => tail.toLowerCase().endsWith(w.toLowerCase()));
};

/** A decision's list: its reasons ("… be refused for the following reasons:"), its conditions, or points with outcomes of their own. */
function entriesOf(vocabulary: Vocabulary, text: string, items: readonly Item[]): Pick<Decision, 'items' | 'reasons'> {
  if (endsWith(text, vocabulary.words.reasonsFollow)) return { reasons: [...items] };
  return { items: endsWith(text, vocabulary.words.conditionsFollow) ? [...items] : items.map(withOutcome) };
}

/** One decision of a paragraph from an offset on, and its entries. An opening sentence's first entry decides the outcome. */
function wholeOf(context: ParseContext, p: Paragraph, from: number, text: string, number: string | undefined, items: readonly Item[], word: string): Decision {
  context.takePart(p, from, p.text.length);
  const [first] = items;
  return {
    ...(number === undefined ? {} : { number }),
    text,
    // "that Cabinet:" says nothing yet; "be refused for the following reasons:" does.
    outcome: first && introduces(text) && !isDefinite(text) ? outcomeOf(first.text, word) : outcomeOf(text, word),
    ...(items.length > 0 ? entriesOf(context.vocabulary, text, items) : {}),
    ...referencesIn(text),
    ...partPlace(p, from, p.text.length),
  };
}

/** A decision as an entry of another: its own entries are plain Items, and so are its reasons, which an entry has no place for. */
function asEntry({ number, text, outcome, items = [], reasons = [], tables, references, at, until }: Decision): DecisionItem {
  const under: Item[] = [...items.map(({ outcome: _outcome, ...item }) => item), ...reasons];
  return { ...given({ number }), text, ...given({ outcome, items: filled(under), tables, references }), at, ...given({ until }) };
}

/** The entries of a list under a bare "RESOLVED": where it was moved or voted on as a whole they are one decision, which has no words of its own. */
function asWhole(decisions: Decision[], number: string | undefined, options: ResolutionOptions): Decision[] {
  const [first] = decisions;
  const end = decisions.at(-1);
  if (!options.whole || !first || decisions.length < 2) return decisions;
  const { at } = first;
  const page = (place: string | undefined): string | undefined => /^#page=\d+/.exec(place ?? '')?.[0];
  const until = end?.until ?? end?.at;
  return [{
    ...(number === undefined ? {} : { number }), text: '', ...(first.outcome === undefined ? {} : { outcome: first.outcome }),
    items: decisions.map(asEntry), at, ...(until !== undefined && page(at) !== page(until) ? { until } : {}),
  }];
}

/** A point after a bare "RESOLVED" as decisions: one, or one for each entry that it introduces. */
function asDecisions(context: ParseContext, point: Point, word: string, options: ResolutionOptions): Decision[] {
  const items = itemsOf(context, [point.lead, ...point.more], options.loose);
  return items.map((item) => decisionOf(item, word));
}
