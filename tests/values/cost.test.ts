import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cost, foldText, readCost, readCostUnit } from '../../src/values/index.js';

type Expected = Omit<Cost, 'text'>;
const gbp = (amount: number, more: Expected = {}): Expected => ({ amount, currency: 'GBP', ...more });

const COSTS: [string, Expected][] = [
  ['£0', gbp(0)],
  ['£45k', gbp(45_000)],
  ['£45K', gbp(45_000)],
  ['£1.2m', gbp(1_200_000)],
  ['£1.25m', gbp(1_250_000)],
  ['£1.25 million', gbp(1_250_000)],
  ['£1.1m', gbp(1_100_000)],
  ['£2bn', gbp(2e9)],
  ['£20,000', gbp(20_000)],
  ['£20 000', gbp(20_000)],
  ['£ 20,000', gbp(20_000)],
  ['£20,000.50', gbp(20_000.5)],
  ['£1,234,567', gbp(1_234_567)],
  ['£350', gbp(350)],
  ['£45 thousand', gbp(45_000)],
  ['50p', gbp(0.5)],
  ['20,000 pounds', gbp(20_000)],
  ['GBP 20,000', gbp(20_000)],
  ['€20,000', { amount: 20_000, currency: 'EUR' }],
  ['$20,000', { amount: 20_000, currency: 'USD' }],
  ['-£5k', gbp(-5_000)],
  ['£-5k', gbp(-5_000)],
  ['£45k pa', gbp(45_000, { per: 'year' })],
  ['£45k p.a.', gbp(45_000, { per: 'year' })],
  ['£45,000 per annum', gbp(45_000, { per: 'year' })],
  ['£45,000 a year', gbp(45_000, { per: 'year' })],
  ['£45k/yr', gbp(45_000, { per: 'year' })],
  ['£200 per month', gbp(200, { per: 'month' })],
  ['£12 per head', gbp(12, { per: 'person' })],
  ['£30 an hour', gbp(30, { per: 'hour' })],
  ['c. £20,000', gbp(20_000, { approximate: true })],
  ['c£20k', gbp(20_000, { approximate: true })],
  ['circa £20,000', gbp(20_000, { approximate: true })],
  ['Approx. £20k', gbp(20_000, { approximate: true })],
  ['approximately £1.5m', gbp(1_500_000, { approximate: true })],
  ['~£5k', gbp(5_000, { approximate: true })],
  ['Estimated £5k', gbp(5_000, { approximate: true })],
  ['up to £20,000', gbp(20_000, { bound: 'maximum' })],
  ['Maximum of £20,000', gbp(20_000, { bound: 'maximum' })],
  ['over £20,000', gbp(20_000, { bound: 'minimum' })],
  ['at least £20,000', gbp(20_000, { bound: 'minimum' })],
  ['£20k+', gbp(20_000, { bound: 'minimum' })],
  ['£45k one-off', gbp(45_000)],
  ['Total cost £45k', gbp(45_000)],
  ['£45k (revenue)', gbp(45_000)],
  ['£45k from existing budgets', gbp(45_000, { status: 'within-existing-budget' })],
  ['£45k (tbc)', gbp(45_000, { status: 'to-be-confirmed' })],
  ['£45k (2010/11)', gbp(45_000)],
  ['£45,000 p/a', gbp(45_000, { per: 'year' })],
  ['No resource implications', gbp(0)],
  ['nil', gbp(0)],
  ['Nil cost', gbp(0)],
  ['No cost', gbp(0)],
  ['No additional cost', gbp(0)],
  ['No costs.', gbp(0)],
  ['None', gbp(0)],
  ['Cost neutral', gbp(0)],
  ['Free', gbp(0)],
  ['met from existing budgets', { status: 'within-existing-budget' }],
  ['Within existing resources', { status: 'within-existing-budget' }],
  ['To be met from existing resources', { status: 'within-existing-budget' }],
  ['Existing staff resources', { status: 'within-existing-budget' }],
  ['Contained within current budget', { status: 'within-existing-budget' }],
  ['No additional cost – within existing budget', { status: 'within-existing-budget' }],
  ['Funded from the parks budget', { status: 'within-existing-budget' }],
  ['Within budget', { status: 'within-existing-budget' }],
  ['N/A', { status: 'not-applicable' }],
  ['n/a', { status: 'not-applicable' }],
  ['NA', { status: 'not-applicable' }],
  ['Not applicable', { status: 'not-applicable' }],
  ['Not applicable.', { status: 'not-applicable' }],
  ['Not known at this point', { status: 'unknown' }],
  ['Unknown', { status: 'unknown' }],
  ['Not yet known', { status: 'unknown' }],
  ['Not yet costed', { status: 'unknown' }],
  ['Cannot be quantified', { status: 'unknown' }],
  ['TBC', { status: 'to-be-confirmed' }],
  ['tbc', { status: 'to-be-confirmed' }],
  ['To be confirmed', { status: 'to-be-confirmed' }],
  ['To be agreed with partners', { status: 'to-be-confirmed' }],
  ['Cost to be determined', { status: 'to-be-confirmed' }],
];

const DOUBTFUL: [string, Expected, RegExp][] = [
  ['£10-15k', { currency: 'GBP', amountFrom: 10_000, amountTo: 15_000 }, /range/],
  ['£10k-£15k', { currency: 'GBP', amountFrom: 10_000, amountTo: 15_000 }, /range/],
  ['£10k – 15k', { currency: 'GBP', amountFrom: 10_000, amountTo: 15_000 }, /range/],
  ['£10,000 to £15,000', { currency: 'GBP', amountFrom: 10_000, amountTo: 15_000 }, /range/],
  ['between £10k and £15k', { currency: 'GBP', amountFrom: 10_000, amountTo: 15_000 }, /range/],
  ['£500 - £1k', { currency: 'GBP', amountFrom: 500, amountTo: 1000 }, /range/],
  ['£1-2m per annum', { currency: 'GBP', amountFrom: 1e6, amountTo: 2e6, per: 'year' }, /range/],
  ['£10k in 2010/11 and £12k in 2011/12', {}, /2 amounts/],
  ['£30-£40k', { currency: 'GBP', amountFrom: 30_000, amountTo: 40_000 }, /range/],
  ['3 x £50k', {}, /several times/],
  ['£50k x 2', {}, /several times/],
  ['£5k each', gbp(5_000), /other words/],
  ['£45k + £5k on-costs', {}, /2 amounts/],
  ['0.5 FTE', {}, /no currency/],
  ['2 days of officer time', {}, /no currency/],
  ['Officer time', {}, /not a cost/],
  ['45,000', {}, /no currency/],
  ['(£5,000)', {}, /credit/],
  ['£45.000', {}, /not a cost/],
  ['-', {}, /not a cost/],
  ['', {}, /empty/],
  ['£45k for a caseworker', gbp(45_000), /other words/],
  ['See report', {}, /not a cost/],
];

describe('readCost', () => {
  it.each(COSTS)('%s', (text, expected) => expect(readCost(text)).toEqual({ value: { text, ...expected } }));
  it.each(DOUBTFUL)('%s, in doubt', (text, expected, problem) => {
    const read = readCost(text);
    expect(read.value).toEqual({ text, ...expected });
    expect(read.problem).toMatch(problem);
  });
  it('takes currency and scale from the heading', () => {
    expect(readCost('45', { currency: 'GBP', scale: 1000 }).value).toEqual({ text: '45', amount: 45_000, currency: 'GBP' });
    expect(readCost('1,200', { currency: 'GBP' }).value.amount).toBe(1200);
    expect(readCost('45k', { currency: 'GBP', scale: 1000 }).value.amount).toBe(45_000);
    expect(readCost('£45', { currency: 'GBP', scale: 1000 }).value.amount).toBe(45);
    expect(readCost('0.5 FTE', { currency: 'GBP' }).value.amount).toBeUndefined();
  });
  it.each<[string, string | undefined, number | undefined]>([
    ['Cost (£000)', 'GBP', 1000], ["£'000", 'GBP', 1000], ['£k', 'GBP', 1000], ['£m', 'GBP', 1e6], ['Budget (£)', 'GBP', 1], ['Cost', undefined, undefined], ['', undefined, undefined],
  ])('heading "%s"', (heading, currency, scale) => expect(readCostUnit(heading)).toEqual(currency === undefined ? undefined : { currency, scale }));
  it('throws nothing, keeps the text, and says the same twice', () => {
    const piece = fc.constantFrom('£', '1', '45', ',', '.', '000', 'k', 'm', ' ', '-', '–', 'pa', 'per ', 'to ', 'c. ', 'existing ', 'budget', 'TBC', 'N/A', 'nil', '(', ')', '+', 'no ', 'cost');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 12 }).map((all) => all.join(''))), fc.boolean(), (text, headed) => {
      const context = headed ? { currency: 'GBP', scale: 1000 } : {};
      const read = readCost(text, context);
      expect(read.value.text).toBe(foldText(text));
      if (read.value.amount === undefined && read.value.status === undefined) expect(read.problem).toBeDefined();
      if (read.value.amount !== undefined) expect(Number.isFinite(read.value.amount) && read.value.currency !== undefined).toBe(true);
      if (read.value.amountFrom !== undefined && read.value.amountTo !== undefined) expect(read.value.amountTo).toBeGreaterThanOrEqual(read.value.amountFrom);
      expect(readCost(text, context)).toEqual(read);
    }), { numRuns: 500 });
  });
});
