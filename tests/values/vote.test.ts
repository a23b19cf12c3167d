/** Votes counted in words and in figures. Invented sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesMonth, readMovers, readVote } from '../../src/values/index.js';

const ONES = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number below a hundred in letters. */
function inWords(n: number, joiner: string): string {
  if (n < 20) return ONES[n] ?? '';
  return n % 10 === 0 ? TENS[n / 10] ?? '' : `${TENS[Math.floor(n / 10)] ?? ''}${joiner}${ONES[n % 10] ?? ''}`;
}

const count = fc.nat(99);
const joiner = fc.constantFrom('-', ' ');
const sentence = fc.constantFrom(
  (a: string, b: string) => `There were ${a} votes for, ${b} against.`, (a: string, b: string) => `${a} members voted in favour and ${b} against`, (a: string, b: string) => `the motion was carried by ${a} votes to ${b}`,
  (a: string, b: string) => `For: ${a} Against: ${b}`, (a: string, b: string) => `${a} – For ${b} – Against`, (a: string, b: string) => `For (${a}); Against (${b})`,
);

describe('a vote', () => {
  it('counts the same in words, in capitals and in figures', () => {
    fc.assert(fc.property(count, count, joiner, sentence, fc.boolean(), (a, b, by, say, loud) => {
      const words = say(inWords(a, by), inWords(b, by));
      const figures = say(String(a), String(b));
      const [x, y] = [readVote(loud ? words.toUpperCase() : words), readVote(figures)];
      expect([x?.for, x?.against, x?.result]).toEqual([y?.for, y?.against, y?.result]);
    }));
  });

  it.each(['By the way, this was said for two years.', 'It waited for 1000 days.', 'Seventy-two boats left for the islands.', 'twenty-first for all', 'No vote was taken.'])('is none: %s', (text) => {
    expect(readVote(text)).toBeUndefined();
  });

  it('takes a number that another word joins for none', () => {
    expect(readVote('x12 votes for, 3 against')).toMatchObject({ against: 3 });
    expect(readVote('x12 votes for, 3 against')?.for).toBeUndefined();
  });
});

it('movers are named only where something is moved', () => {
  expect(readMovers('Councillor A Brook sent a motion picture.')).toEqual({});
  expect(readMovers('Moved as a further amendment by Cllr Lane, seconded by Cllr Brook')).toMatchObject({ mover: { name: 'Lane' }, seconder: { name: 'Brook' } });
});

it('a month is told by its name in full', () => {
  expect(['on 4 March 2019', 'by May', 'in SEPTEMBER.', '3 Rhagfyr'].map(namesMonth)).toEqual([true, true, true, true]);
  expect(['Marching', 'sept', 'Mai Jones', 'constructor', ''].map(namesMonth)).toEqual([false, true, false, false, false]);
});
