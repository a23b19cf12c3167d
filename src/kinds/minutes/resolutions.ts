/** Resolutions: from the word RESOLVED (or its like) to decisions, each with its text, outcome and sub-points. */
import { places } from '../../paper/ledger.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { locate } from '../../paper/walk.js';
import { follows, readLabel, readOutcome, readMovers, readParty, readVote, type Label, type Outcome } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { filled, given } from '../shared/given.js';
import { itemsOf, referencesIn } from '../shared/items.js';
import { introduces } from '../shared/nesting.js';
import { findWording, openingOf, type Opening } from '../shared/openings.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import type { Point } from './points.js';
import type { Decision, DecisionItem } from './schema.js';
import type { Item } from '../schemas.js';

/** Where a paragraph resolves something: the offsets of the sentence's start, of the opening word and of what was resolved. */
export interface Resolved {
  readonly sentence: number;
  readonly opening: number;
  readonly from: number;
  readonly word: string;
  /** Words between the opening and what was resolved: "unanimously". */
  readonly manner: string;
}

/** A word in capitals inside a sentence that resolves: "After debate it was RESOLVED that …". */
const CAPITALS = /(?<![\p{L}\p{N}])(?:RESOLVED|AGREED|DECIDED|RECOMMENDED|PENDERFYNWYD)(?![\p{L}\p{N}])/u;

/** True where the opening is followed by what a resolution goes on with: its end, a mark, "that", "to", or a capital after a mark. */
function goesOn(word: string, after: string): boolean {
  if (saidOfMinutes(word, after)) return false;
  if (/^\s*$/.test(after) || /^\s*[:–—\-.,(]/u.test(after) || /[:–-]$/u.test(word)) return true;
  if (/^\s*(?:that|to|unanimously|by|nem|as follows|accordingly|the following|in terms of|in accordance with|pursuant to|under|not to)\b/iu.test(after)) return true;
  // "RESOLVED The report be noted", in capitals; "Resolved issues" is a heading of its own.
  return !/\p{Ll}/u.test(word) || / (?:that|to)$/iu.test(word);
}

/** "Having considered the report, the Committee agreed:-": what was agreed is the list below. "It had been agreed:" tells of another time. */
const AGREED_AT_END = /(?<=^(?:(?:having|after|following)\s|[^.;:]{0,300}\b(?:committee|board|panel|forum|cabinet|council|executive|partnership|members|meeting|it was)\b)[^.;:]{0,300}[\s,])(?:agreed|resolved|decided)(?=(?:\s(?:that|to))?\s?:\s?[-–—]?\s*$)/isu;

/** "… it had been agreed", "had already resolved". */
const AT_ANOTHER_TIME = /\bhad\s(?:\p{L}+\s){0,2}(?:agreed|resolved|decided|noted|approved)(?:\s(?:that|to))?\W*$/iu;

const closingWord = (text: string): RegExpExecArray | null => (/:\s?[-–—]?\s*$/u.test(text) && !AT_ANOTHER_TIME.test(text) ? AGREED_AT_END.exec(text) : null);

/** "The report was", "All three recommendations were duly": the verb after it says what became of its subject; "it was" has none. */
const PASSIVE = /^(?!(?:[^.;:]*\s)?it\s(?:was|is)\b)\S.*\b(?:was|were|is|are|be|been|being)(?:\s\p{Ll}+ly|\s(?:then|also|therefore|duly))?$/isu;
/** … and nothing but how it was done stands after the verb: no list, and no "that". */
const OF_ITS_SUBJECT = /^\s*(?:$|[.,;(]|(?:as|by|subject|with|without|unanimously|nem|on|in|for)\b)/iu;

/** True where the sentence says that its subject was agreed, noted or the like: the whole sentence is what was decided. */
function isPassive(sentence: string, word: string, after: string): boolean {
  const verb = /\p{L}+$/u.exec(word)?.[0] ?? '';
  return verb !== '' && PASSIVE.test(`${sentence}${word}`.slice(0, -verb.length).trim()) && OF_ITS_SUBJECT.test(after);
}

/** Finds what a paragraph resolves: at its start, or by a word in capitals later on. */
export function resolvedIn(text: string, vocabulary: Vocabulary): Resolved | undefined {
  const opening = openingOf(text, vocabulary.words.resolved);
  if (opening && goesOn(text.slice(opening.start, opening.end), text.slice(opening.end))) {
    const word = text.slice(opening.start, opening.end);
    if (AT_ANOTHER_TIME.test(word)) return undefined;
    if (!isPassive('', word, text.slice(opening.end))) return trimmed(text, 0, opening.start, opening.end, vocabulary);
    // "The plan was agreed", in small letters, may be debate: only its place in the item can tell.
    return /\p{Ll}$/u.test(word) ? undefined : sentenceOf(text, 0, word);
  }
  const inside = CAPITALS.exec(text) ?? closingWord(text);
  if (!inside) return lastSentence(text, vocabulary);
  const sentence = sentences(text).find((s) => s.start <= inside.index && inside.index < s.end)?.start ?? 0;
  const end = inside.index + inside[0].length;
  if (isPassive(text.slice(sentence, inside.index), inside[0], text.slice(end))) return sentenceOf(text, sentence, inside[0]);
  return trimmed(text, sentence, inside.index, end, vocabulary);
}

/** "… It was decided by 4 votes to 1 to object.", as the last of several sentences. */
const IT_WAS_AGREED = /^it was (?:(?:unanimously|also|then|therefore|further|subsequently|accordingly)\s){0,2}(agreed|resolved|decided)(?=\s?(?:[:–—-]|that\b|to\b|by\s|unanimously\b))/iu;

function lastSentence(text: string, vocabulary: Vocabulary): Resolved | undefined {
  if (!/\bit was\b/iu.test(text)) return undefined;
  const last = sentences(text).at(-1);
  const m = last && last.start > 0 ? IT_WAS_AGREED.exec(text.slice(last.start, last.end)) : null;
  return last && m ? trimmed(text, last.start, last.start, last.start + m[0].length, vocabulary) : undefined;
}

/** A resolution that is a whole sentence: "The recommendations were AGREED." */
const sentenceOf = (text: string, start: number, word: string): Resolved => ({ sentence: start, opening: start, from: start, word: /\p{L}+$/u.exec(word)?.[0] ?? word, manner: '' });

/** "by 4 votes to 1", "by a majority of 4 votes to 1 with 2 abstentions". */
const BY_SCORE = /^(?:by|with|on)\s(?:an?\s(?:majority|vote)\s(?:vote\s)?(?:of\s)?)?[\p{L}\d-]{1,12}\svotes?\s(?:to|against|in favour)\b\s?[\p{L}\d-]{0,12}(?:,?\s(?:with|and)\s[\p{L}\d-]{1,12}\s(?:against|abst\p{L}+))*(?=\s*(?:[:,;–—-]|that\b|to\b))/iu;

/** "with 4 votes for, none against and 1 abstention, that": whatever it counts, up to what was resolved. */
const WITH_VOTES = /^(?:by|with|on)\s[^:;.]{3,120}?(?=,?\s(?:that|to)\b|\s*[:–—])/iu;

function trimmed(text: string, sentence: number, opening: number, end: number, vocabulary: Vocabulary): Resolved {
  let from = end;
  // "Agreed that", "It was agreed to": the joining word belongs to what was agreed.
  const joined = /\s(that|to)$/iu.exec(text.slice(opening, end));
  if (joined?.[1]) from = end - joined[1].length;
  // "PENDERFYNWYD / RESOLVED": the same word in the other language.
  const slash = /^\s*[/|]\s*/u.exec(text.slice(from));
  const other = slash ? openingOf(text.slice(from + slash[0].length), vocabulary.words.resolved) : undefined;
  if (slash && other) from += slash[0].length + other.end;
  const manner: string[] = [];
  for (let step = 0; step < 4; step++) {
    const mark = /^[\s:;,.–—-]+/u.exec(text.slice(from));
    if (mark) from += mark[0].length;
    // "RESOLVED by 6 votes to 2 –", "RESOLVED (6 for, 2 against) –": the vote.
    const score = BY_SCORE.exec(text.slice(from, from + 80))?.[0] ?? WITH_VOTES.exec(text.slice(from, from + 160))?.[0];
    if (score !== undefined && readVote(score)?.for !== undefined) {
      manner.push(score.trim());
      from += score.length;
      continue;
    }
    const vote = /^\(([^()]{3,120})\)/u.exec(text.slice(from, from + 130));
    if (vote?.[1] && (readVote(vote[1]) !== undefined || /\b(?:unanimous\w*|majority|votes?|against)\b/iu.test(vote[1]))) {
      manner.push(vote[1]);
      from += vote[0].length;
      continue;
    }
    const word = openingOf(text.slice(from), vocabulary.words.afterResolved);
    if (!word) break;
    manner.push(text.slice(from + word.start, from + word.end));
    from += word.end;
  }
  return { sentence, opening, from, word: text.slice(opening, end).replace(/[\s:–-]+$/u, ''), manner: manner.join(' ') };
}

/** The outcome of what was resolved: by its leading verb, else by the opening word, else it was agreed to. */
export function outcomeOf(text: string, word: string): Outcome {
  const own = readOutcome(text);
  // "Recommendations to Cabinet: That a plan be made": agreed here, and recommended there.
  if (/^recommendations? to\b/iu.test(word) && (own === undefined || own === 'other' || own === 'agreed')) return 'recommended';
  if (own !== undefined && own !== 'other') return own;
  return /^(?:recommended|approved|noted)$/iu.test(word) ? (readOutcome(word) ?? 'agreed') : 'agreed';
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
    const start = at + next.raw.length + (/^\s*/u.exec(text.slice(at + next.raw.length))?.[0].length ?? 0);
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
    decisions, used, manner: found.manner, ...(introduction === undefined || /^(?:that|to|as follows)?\s*[:;–-]?$/iu.test(introduction) ? {} : { introduction }),
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
      if (used > 0 && !/^(?:that|to)\b/iu.test(after.lead.text) && after.lead.number === undefined) break;
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
  if (point.more.length === 0 && /^(?:that|to)\s*[:–—-]?$/iu.test(text)) {
    const next = points[first + 1];
    // In small letters it goes on with the sentence, whatever else its words would say.
    if (next && next.lead.label === undefined && (!options.ends(next) || /^\p{Ll}/u.test(next.lead.text))) return done(asDecisions(context, next, found.word, options).map((d) => ({ ...(number === undefined ? {} : { number }), ...d })), 1);
  }
  if (point.more.length > 0) {
    const items = entries(point.more);
    if (introduces(text) && items.length > 0 && !whole && !isNamedBelow(text, items)) return done(items.map((i) => decisionOf(i, found.word)), 0, text);
    return done([wholeOf(context, lead, found.from, text, number, items, found.word)], 0);
  }
  return done([wholeOf(context, lead, found.from, text, number, [], found.word)], 0);
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
const endsWith = (text: string, words: readonly string[] | undefined): boolean => {
  const tail = text.slice(-80).replace(/[\s:–-]+$/u, '');
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

/** True for a sentence that agrees the minutes of the last meeting, and says nothing else. */
export const agreesMinutes = (point: Point, vocabulary: Vocabulary): boolean =>
  point.more.length === 0 && sentences(point.lead.text).length === 1 && isMinutesAgreed(point.lead.text, vocabulary);

function isMinutesAgreed(text: string, vocabulary: Vocabulary): boolean {
  const opening = openingOf(text, vocabulary.words.minutesAgreed);
  return opening !== undefined && !isOpinion(text, opening);
}

/** "The Harbour Board:", "Cabinet:", "The Joint Board (JB):" and nothing more: every word a name or a joiner. */
const NAMED = /^(?:the\s+)?((?:\p{Lu}[\p{L}\p{M}'’&-]*,?\s+(?:(?:and|of|for|the|on|&)\s+){0,2}){0,10}\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+\(\p{Lu}{2,8}\))?\s*:$/u;

/** True for a line that names a body and introduces what it did: never a person, a post ("The Executive Member:") or members at large. */
function namesBody(text: string, vocabulary: Vocabulary): boolean {
  const name = NAMED.exec(text)?.[1];
  if (name === undefined || name.length > LONGEST_BODY) return false;
  const last = name.split(/\s+/u).at(-1);
  return isOneOf(last ?? '', vocabulary.words.decidingBody) && !/\bchief executive$/iu.test(name) && !['person', 'role'].includes(readParty(name).type ?? '');
}
/** The name of a body is at most this many characters. */
const LONGEST_BODY = 90;

/** The decisions of a body that is named over a list of what it noted, agreed or instructed; none for any other point. */
export function listedDecisions(context: ParseContext, point: Point, loose: (table: Table) => void): { introduction: string; decisions: Decision[] } | undefined {
  const { lead, more } = point;
  const tops = more.filter((b): b is Paragraph => b.type === 'paragraph' && (b.depth ?? 0) === 0);
  if (tops.length === 0 || !namesBody(lead.text, context.vocabulary)) return undefined;
  // "confirmed" and "welcomed" are said of debate too: they are decisions only beside one that is none.
  const { bodyDid = [], bodyAlsoDid = [] } = context.vocabulary.words;
  const said = tops.map((p) => p.text.replace(/^and\s+/iu, ''));
  if (!said.some((text) => openingOf(text, bodyDid)) || !said.every((text) => openingOf(text, bodyDid) ?? openingOf(text, bodyAlsoDid))) return undefined;
  context.take(lead);
  return { introduction: lead.text, decisions: itemsOf(context, more, loose).map((item) => decisionOf(item, 'resolved')) };
}

/** What a body agreed begins so: "agreed that …", "agreed the budget", "agreed: …"; "agreed with the speaker" is debate. */
const AGREED_WHAT = /^\s*(?:$|[,:;.–—-]|\(|(?:that|to|the|an?|these|this|those|all|both|its|their|not|unanimously|in principle|by)\b|["“‘£\d]|\p{Lu})/u;
/** "The minutes were agreed by the Chairman to be too long": what was said of them, unless it was that they are a record. */
const SAID_OF_MINUTES = /^\s+by\b[^.;]{1,80}?\bto be\s+(?!an?\s+(?:true|correct|accurate|fair))/iu;
const saidOfMinutes = (opening: string, after: string): boolean => /^(?:the )?(?:minutes?|notes)\b/iu.test(opening) && SAID_OF_MINUTES.test(after);

/** True where an opening that says "agreed" goes on as no decision does. */
function isOpinion(text: string, { start, end }: Opening): boolean {
  const opening = text.slice(start, end);
  if (!/\bagreed$/iu.test(opening)) return false;
  return /^(?:the )?(?:minutes?|notes)\b/iu.test(opening) ? saidOfMinutes(opening, text.slice(end)) : !AGREED_WHAT.test(text.slice(end));
}

/** "Cllr Coe was unanimously elected", "… seconded by Cllr Dale and duly elected"; never of another time ("had been elected", "be elected"). */
const ELECTED = /\b(?:was|were|and|accordingly)\s(?:(?:duly|then|unanimously|accordingly|therefore|also)\s){0,3}(?:re-?)?(?:elected|appointed|co-opted)\b/iu;
/** Somebody's election takes a sentence or two (characters). */
const LONGEST_ELECTION = 400;

/** Who was chosen, in an item on an election; none for any other point. Takes it. */
export function electedIn(context: ParseContext, { lead, more }: Point): Decision | undefined {
  const first = sentences(lead.text).map((s) => lead.text.slice(s.start, s.end)).find((s) => ELECTED.test(s));
  if (first === undefined || more.length > 0 || lead.text.length > LONGEST_ELECTION || !/^\p{Lu}/u.test(first)) return undefined;
  const { mover, seconder } = readMovers(first);
  context.take(lead);
  return { ...given({ number: lead.number }), text: lead.text, outcome: 'appointed', ...given({ mover, seconder }), ...referencesIn(lead.text), ...places(lead.at, lead.until) };
}

const THAT_BE = /^That\s(?!is\b|was\b|said\b|would\b|might\b|could\b)(?:the|a|an|this|these|all|no|any|it|\p{Lu}\p{L}+)\s[^.;:]{0,400}?\s(?:not\s)?be\s(?:\p{Ll}+ly\s)?\p{Ll}+(?:ed|en|t|ne|de)\b/u;

/** A decision that a plain sentence at an item's end makes ("The Committee noted the report."); none for other text. */
export function plainDecision(context: ParseContext, point: Point, vocabulary: Vocabulary, loose: (table: Table) => void): Decision | undefined {
  const { lead } = point;
  const opening = openingOf(lead.text, vocabulary.words.decided) ?? openingOf(lead.text, vocabulary.words.minutesAgreed);
  const said = sentences(lead.text);
  // "That the closed minutes be approved.": a resolution whose word was left out.
  if (!opening && THAT_BE.test(lead.text)) {
    const [item] = itemsOf(context, [lead, ...point.more], loose);
    return item ? decisionOf(item, 'resolved') : undefined;
  }
  // "The minutes were agreed. Progress was reported as follows:" with its list: the list is what was reported.
  if (!opening || isOpinion(lead.text, opening) || said.length > 2 || (said.length > 1 && point.more.length > 0)) return undefined;
  const after = lead.text.slice(opening.end);
  const cut = /\b(?:agreed|resolved)$/iu.test(lead.text.slice(0, opening.end)) && /^\s+(?:that|to)\b/iu.test(after);
  const text = cut ? after.trim() : lead.text;
  const items = point.more.length > 0 ? itemsOf(context, point.more, loose) : [];
  context.take(lead);
  const verb = findWording(lead.text.slice(0, opening.end), ['agreed', 'noted', 'approved', 'endorsed', 'recommended', 'received', 'confirmed', 'signed']);
  return {
    ...(lead.number === undefined ? {} : { number: lead.number }), text, outcome: outcomeOf(cut ? text : lead.text.slice(verb?.start ?? 0), 'agreed'),
    ...(items.length > 0 ? { items: items.map(withOutcome) } : {}), ...referencesIn(text), ...places(lead.at, lead.until),
  };
}
