/** Counts of a vote, read word by word: "12 votes for", "For (14)", "5 – For", "by 7 votes to 4". */
import type { VoteNames } from './types.js';
import { isWord } from './words.js';

const NUMBER_WORDS: ReadonlyMap<string, number> = new Map(Object.entries({
  no: 0, nil: 0, none: 0, zero: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16,
  seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}));
/** Words from this number on take a unit after them: "twenty-one". */
const FIRST_TENS = 20;
/** A count of votes has at most this many figures. */
const COUNT_FIGURES = 3;

export type Side = keyof VoteNames;
export const SIDES: readonly Side[] = ['for', 'against', 'abstained'];

/** A word of the text in small letters, with its place; `count` where a number begins with it, which ends at `countEnd` after the word `countLast`. */
interface Word { readonly word: string; readonly start: number; readonly end: number; count?: number; countEnd: number; countLast: number }

/** The number that one word says, in figures or letters. */
function numberOf(word: string): number | undefined {
  const code = word.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 ? (word.length <= COUNT_FIGURES && /^\d+$/.test(word) ? Number(word) : undefined) : NUMBER_WORDS.get(word);
}

/** The words of a text in small letters, and the numbers among them. */
function wordsIn(small: string): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < small.length; i += 1) {
    if (!isWord(small.charCodeAt(i))) continue;
    const start = i;
    while (i < small.length && isWord(small.charCodeAt(i))) i += 1;
    words.push({ word: small.slice(start, i), start, end: i, countEnd: i, countLast: words.length });
  }
  for (const [i, word] of words.entries()) {
    const count = numberOf(word.word);
    if (count === undefined) continue;
    const unit = words[i + 1];
    const ones = count >= FIRST_TENS && unit && !/^\d/.test(word.word) && unit.start === word.end + 1 && '- '.includes(small.charAt(word.end)) ? NUMBER_WORDS.get(unit.word) ?? 0 : 0;
    const joined = unit !== undefined && ones > 0 && ones < 10;
    Object.assign(word, { count: joined ? count + ones : count, ...(joined ? { countEnd: unit.end, countLast: i + 1 } : {}) });
  }
  return words;
}

const isBlank = (text: string, at: number): boolean => text.charCodeAt(at) === 0x20 || /^\s$/.test(text.charAt(at));
const isDash = (char: string): boolean => char === '–' || char === '—' || char === '-';

/** Past a dash at a place, with a space before it or without; -1 where there is none. */
function pastDash(small: string, at: number): number {
  const dash = isBlank(small, at) ? at + 1 : at;
  return dash < small.length && isDash(small.charAt(dash)) ? dash + 1 : -1;
}

/** The counts and sides in a text that is in small letters. */
export class Counts {
  readonly #words: readonly Word[];
  constructor(readonly small: string) { this.#words = wordsIn(small); }

  /** The word that stands after a place and one space; -1 where there is none. */
  #after(end: number, next: number): number {
    return this.#words[next]?.start === end + 1 && isBlank(this.small, end) ? next : -1;
  }

  /** The side that the word at `i` names. */
  #side(i: number): Side | undefined {
    const word = this.#words[i];
    if (!word) return undefined;
    if (word.word === 'for') return 'for';
    if (word.word === 'in') return this.small.startsWith(' favour', word.end) ? 'for' : undefined;
    if (word.word.startsWith('against')) return 'against';
    return ABSTAINED.some((said) => word.word.startsWith(said)) ? 'abstained' : undefined;
  }

  /** "12 votes for", "3 against", "with no abstentions", "7 members voted in favour", "2 abstained": the first count of each side. */
  counted(): Map<Side, number> {
    const out = new Map<Side, number>();
    for (const { count, countEnd, countLast } of this.#words) {
      if (count === undefined) continue;
      let at = this.#after(countEnd, countLast + 1);
      for (const between of [VOTERS, CAST]) {
        const word = this.#words[at];
        if (word && between.has(word.word)) at = this.#after(word.end, at + 1);
      }
      const side = this.#side(at);
      if (side !== undefined && !out.has(side)) out.set(side, count);
    }
    return out;
  }

  /** "5 – For 1 – Against 0 – Abstentions": the number before the dash, as planning committees print it. */
  dashed(): Map<Side, number> {
    const out = new Map<Side, number>();
    for (const { count, countEnd } of this.#words) {
      const dash = count === undefined ? -1 : pastDash(this.small, countEnd);
      if (dash < 0 || count === undefined) continue;
      const from = isBlank(this.small, dash) ? dash + 1 : dash;
      const found = SIDES.find((side) => SIDE_AT[side](this.small, from) > 0);
      if (found !== undefined && !out.has(found) && this.#isOver(SIDE_AT[found](this.small, from))) out.set(found, count);
    }
    return out;
  }

  /** True where a side of such a vote ends at `end`: before a stop, or before the next number and its dash. */
  #isOver(end: number): boolean {
    let at = end;
    for (let spaces = 0; at < this.small.length && !'\n.,;'.includes(this.small.charAt(at)); at += 1, spaces += 1) {
      if (spaces === SPACES || !isBlank(this.small, at)) return this.#isNext(at);
    }
    return true;
  }

  #isNext(at: number): boolean {
    const i = this.#words.findIndex((w) => w.start === at);
    const next = this.#words[this.#words[i]?.word === 'and' ? this.#after(this.#words[i].end, i + 1) : i];
    return next?.count !== undefined && (pastDash(this.small, next.countEnd) > 0 || pastDash(this.small, next.end) > 0);
  }

  /** "by 12 votes to 3", "7 votes to 4". */
  score(): readonly [number, number] | undefined {
    for (const { count, countEnd, countLast } of this.#words) {
      if (count === undefined) continue;
      const votes = this.#after(countEnd, countLast + 1);
      const to = this.#isVotes(votes) ? this.#after(this.#words[votes]?.end ?? 0, votes + 1) : -1;
      const second = this.#words[to]?.word === 'to' || this.#words[to]?.word === 'against' ? this.#words[this.#after(this.#words[to].end, to + 1)] : undefined;
      if (second?.count !== undefined) return [count, second.count];
    }
    return undefined;
  }

  #isVotes(i: number): boolean {
    const word = this.#words[i]?.word;
    return word === 'vote' || word === 'votes';
  }

  /** "by 4 votes with 1 abstention": those for it alone. */
  wonBy(): number | undefined {
    for (const [i, { word, end }] of this.#words.entries()) {
      const first = word === 'by' ? this.#words[this.#after(end, i + 1)] : undefined;
      const votes = first?.count === undefined ? -1 : this.#after(first.countEnd, first.countLast + 1);
      if (!this.#isVotes(votes)) continue;
      const over = this.#words[votes]?.end ?? 0;
      const joined = this.#after(this.small.charAt(over) === ',' ? over + 1 : over, votes + 1);
      const other = this.#words[joined]?.word === 'with' || this.#words[joined]?.word === 'and' ? this.#words[this.#after(this.#words[joined].end, joined + 1)] : undefined;
      if (other?.count !== undefined && this.#words[this.#after(other.countEnd, other.countLast + 1)]?.word.startsWith('abst') === true) return first?.count;
    }
    return undefined;
  }
}

/** What may stand between a count and its side: "12 votes for", "7 members voted in favour". */
const VOTERS: ReadonlySet<string> = new Set(['vote', 'votes', 'member', 'members', 'councillor', 'councillors', 'people']);
const CAST: ReadonlySet<string> = new Set(['were', 'voted', 'voting', 'cast', 'was']);
const ABSTAINED = ['abstention', 'abstaining', 'abstained'];
/** Spaces between a side and the next number, at most. */
const SPACES = 3;

/** Where a side's name ends that begins at a place, or -1: "Abstentions" may be cut short ("Abst'd" is not). */
const SIDE_AT: Readonly<Record<Side, (small: string, at: number) => number>> = {
  for: (small, at) => (small.startsWith('in favour', at) ? at + 'in favour'.length : small.startsWith('for', at) ? at + 'for'.length : -1),
  against: (small, at) => (small.startsWith('against', at) ? at + 'against'.length : -1),
  abstained: (small, at) => {
    if (!small.startsWith('abst', at)) return -1;
    let end = at;
    while (end < small.length && isWord(small.charCodeAt(end))) end += 1;
    return end - at >= SHORTEST_ABSTAINED && end - at <= LONGEST_ABSTAINED ? end : -1;
  },
};
/** "Abstain" to "Abstentions", and what abbreviates them. */
const SHORTEST_ABSTAINED = 7;
const LONGEST_ABSTAINED = 12;

/** "For (14)", "Against: 3", "Abstentions – 1", "Vote: For 7, …", with the number or without, at the head of a line or sentence: up to where the number may begin. */
const HEADED = /(?:^|[\n\r.;,(]|(?<=\bvot(?:es?|ing)\s?:)|\s{2}|(?<=\)|\d)\s|\s(?=(?:in favour|for|against|abst\w{3,8})\s{0,2}[(:]))\s{0,3}(?:members\s|councillors\s|votes?\s|voting\s|voted\s|those\s)?(?:(in favour|for\b(?!\sthe\b))|(against)|abstentions?|abstaining|abstained|abstain)(?:\sthe\s(?:motion|amendment|proposal))?\s{0,2}(?:[:–—=-]\s{0,2}|\s?(?=\())?\(?/g;

/** A side of a recorded vote: its count, and where its head begins and ends. */
export interface Head {
  side: Side;
  count: number | undefined;
  start: number;
  end: number;
}

/** The heads of a text in small letters, in order. */
export function headsOf(small: string): Head[] {
  const heads: Head[] = [];
  HEADED.lastIndex = 0;
  for (let match = HEADED.exec(small); match !== null; match = HEADED.exec(small)) {
    const from = match.index + match[0].length;
    const { count, end } = countAt(small, from);
    const over = small.charAt(end) === ')' ? end + 1 : end;
    heads.push({ side: match[1] !== undefined ? 'for' : match[2] !== undefined ? 'against' : 'abstained', count, start: match.index, end: over });
    HEADED.lastIndex = over;
  }
  return heads;
}

/** The number that stands right at a place, and where it ends. */
function countAt(small: string, at: number): { count: number | undefined; end: number } {
  const [first] = wordsIn(small.slice(at, at + LONGEST_COUNT));
  return first?.start === 0 && first.count !== undefined ? { count: first.count, end: at + first.countEnd } : { count: undefined, end: at };
}
/** "Seventy-seven" and what shows that it ends there, in characters. */
const LONGEST_COUNT = 20;
