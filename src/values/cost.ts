/** Costs: what an action is to cost, as a cell of an action plan says it. */
import { foldText, quote } from './text.js';
import { type Cost, type CostStatus, type Reading } from './types.js';

/** What the column's heading says of its numbers: "Cost (£000)". */
export interface CostContext {
  /** Currency of numbers that are printed without a sign, ISO 4217. */
  currency?: string | undefined;
  /** What such a number is to be multiplied by: 1000 for "£000". */
  scale?: number | undefined;
}

/** A cell with more characters than this is an explanation; its first words are not searched for a status. */
const LONGEST_COST = 2000;

const CURRENCIES: Readonly<Record<string, string>> = { '£': 'GBP', GBP: 'GBP', POUNDS: 'GBP', POUND: 'GBP', '€': 'EUR', EUR: 'EUR', EUROS: 'EUR', $: 'USD', USD: 'USD' };

const MULTIPLIERS: Readonly<Record<string, number>> = {
  k: 1e3, thousand: 1e3, thou: 1e3, m: 1e6, mn: 1e6, mil: 1e6, mill: 1e6, million: 1e6, millions: 1e6, b: 1e9, bn: 1e9, billion: 1e9,
};

/** Decimals that survive a multiplication: "£1.1m" is 1100000 and not 1100000.0000000002. */
const DECIMALS = 100;

/** An amount: sign, currency, digits, multiplier. Every repetition is bounded by its kind of character, and matches begin at distinct digits. */
const AMOUNT =
  /(?<minus>[-−–]\s?)?(?<sign>[£€$]|\b(?:GBP|EUR|USD)\b)?(?<inner>\s?[-−–])?\s{0,2}(?<![\d.,])(?<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?: \d{3})+(?![\d.,]?\d)|\d{1,15})(?<decimals>\.\d{1,6})?(?![\d])(?:\s?(?<multiplier>thousand|thou|millions?|mill|mil|mn|billion|bn|[kKmMbB])(?![\p{L}\d]))?(?:\s?(?<after>pounds?|euros?|GBP|EUR|USD|p(?=$|[\s,;)]|\.(?:$|\s))))?/giu;

interface Amount {
  value: number;
  currency: string | undefined;
  multiplied: boolean;
  /** As many characters of the text as belong to it. */
  start: number;
  end: number;
  negative: boolean;
}

/** Wordings that say what a cost is without a number. The first that fits decides, so the most telling come first. */
const STATUSES: readonly (readonly [CostStatus, RegExp])[] = [
  ['within-existing-budget', /\b(?:existing|current|core|agreed|approved|allocated|identified|base|mainstream|own|available|allotted)\s(?:\w+\s){0,3}?(?:budgets?|resources?|resourcing|funding|funds|capacity|allocations?|provision|staffing|establishment|costs)\b/i],
  ['within-existing-budget', /^(?:within |from |met (?:from|by|within) |use of |covered by )?(?:the )?existing (?:staff|officers?|workforce|posts|contracts?|programmes?)(?: time| resources?| team| teams)?[.]?$/i],
  ['within-existing-budget', /\b(?:met|contained|absorbed|funded|covered|managed|delivered|accommodated|resourced)\s(?:from|within|by|through|in|out of)\s(?:the\s|our\s|its\s|\w+['’]s?\s)?(?:\w+\s){0,3}?(?:budgets?|resources?)\b/i],
  ['within-existing-budget', /\bwithin\s(?:the\s|our\s|its\s)?(?:\w+\s)?(?:budgets?|resources?)\b/i],
  ['to-be-confirmed', /\b(?:tbc|tba|tbd|t\.b\.c\.?)(?![\p{L}])/iu],
  ['to-be-confirmed', /\bto be (?:confirmed|agreed|determined|decided|advised|identified|costed|quantified|established|finalised|assessed|calculated|scoped|negotiated)\b/i],
  ['to-be-confirmed', /\b(?:not yet|yet to be) (?:confirmed|agreed|determined|decided|finalised)\b/i],
  ['unknown', /\b(?:unknown|unquantified|unquantifiable|not known|not yet known|not (?:yet |currently )?(?:costed|quantified|identified|available|assessed|calculated|established)|(?:cannot|can not) (?:yet )?be (?:quantified|known|estimated)|unclear|uncosted)\b/i],
  ['not-applicable', /^\W{0,3}(?:n\s?\/\s?a|n\.a\.?|na|not applicable|none applicable|does not apply)(?![\p{L}])/iu],
];

/** A cell that says there is nothing to pay. */
const NOTHING =
  /^\W{0,3}(?:nil|none|zero|0(?:\.00)?|free(?: of charge)?|no charge|(?:cost|budget)[ -]?neutral|no (?:further |additional |extra |direct |new |significant |financial |net |resource |resources |budget |cost |revenue |capital )*(?:costs?|costings?|expenditure|cost implications?|financial implications?|budget implications?|implications?|funding required|resources? required))(?: (?:costs?|cost implications?|required|anticipated|expected|implications?|to the council|to the authority))*\W{0,3}$/i;

/** The same with a remark behind it: "Nil – officer time", "None at this stage"; nothing there may be money. */
const NOTHING_BUT =
  /^\W{0,3}(?:nil|none|£?0(?:\.00)?|no (?:further |additional |extra |direct |new |significant )*(?:costs?|cost implications?|financial implications?))(?:\s(?:cost|costs|currently|at this stage|at present|identified|anticipated|expected|required|envisaged)\b|\s?[–—;:(,.-]\s)[^\d£]*$/i;

const APPROXIMATE = /(?:\b(?:c|ca|circa|approx|approximately|around|about|roughly|est|estimated|estimate|indicative|some)\b\.?|~|≈)\s{0,2}(?:to be |of |at |cost |costs |cost of )?$/i;
const MAXIMUM = /(?:\b(?:up to|max|maximum|maximum of|no more than|not more than|not exceeding|not to exceed|less than|under|below|within)\b\.?|[<≤])\s{0,2}$/i;
const MINIMUM = /(?:\b(?:over|more than|at least|min|minimum|minimum of|in excess of|excess of|above|from|not less than|no less than)\b\.?|[>≥])\s{0,2}$/i;

const RATE = /^\s{0,2}(?:(?:p\.?\s?a\b\.?|p\.?\s?a\.|p\/a\b|per annum|per year|a year|annually|each year|every year|yearly|\/\s?(?:year|yr|annum)|per yr)(?<year>)|(?:per|each|\/|an|a)\s?(?<each>month|week|day|hour|quarter|head|person|place|child|pupil|school|session|unit|household|member|visit|annum|post))(?![\p{L}])/iu;

const RATE_NAMES: Readonly<Record<string, string>> = { annum: 'year', head: 'person' };

/** Words beside an amount that leave it what it is. */
const FILLER =
  /\b(?:c|ca|circa|approx|approximately|around|about|roughly|est|estimated|estimate|indicative|some|up to|max|maximum|of|over|more than|less than|under|at least|min|minimum|in excess|cost|costs|costing|total|totalling|budget|one[- ]?off|one off|recurring|recurrent|revenue|capital|non|plus|vat|excluding|including|ex|inc|incl|excl|exc|pa|per annum|funding|in|for|the|a|to be|be|is|will|at|and|new|additional|further|per|year|initial|grant|provisional|from|within|existing|current|resources?|budgets?|met|funded|only|allocated|allocation|approved|agreed|required|net|gross)\b/gi;

/**
 * A whole cell as a cost. `value.text` is always there; where no single amount and no status can be read, `problem` says
 * why. A range ("£10-15k") has `amountFrom` and `amountTo` and no `amount`. "Nil", "No cost" are 0 pounds.
 */
export function readCost(text: string, context: CostContext = {}): Reading<Cost> {
  const folded = foldText(text);
  if (folded === '') return { value: { text: folded }, problem: 'the cost is empty' };
  if (folded.length > LONGEST_COST) return { value: { text: folded }, problem: 'too long for a cost' };

  const status = STATUSES.find(([, pattern]) => pattern.test(folded))?.[0];
  const withStatus = status === undefined ? {} : { status };
  const money = amountsOf(folded, context).filter((amount) => amount.currency !== undefined);
  const [first, second] = money;

  if (first === undefined) {
    if (NOTHING.test(folded) && status === undefined) return { value: { text: folded, amount: 0, currency: context.currency ?? 'GBP' } };
    if (status !== undefined) return { value: { text: folded, status } };
    if (NOTHING_BUT.test(folded)) return { value: { text: folded, amount: 0, currency: context.currency ?? 'GBP' } };
    const bare = amountsOf(folded, context).length > 0;
    return { value: { text: folded }, problem: bare ? `"${quote(folded)}" has no currency` : `"${quote(folded)}" is not a cost that can be read` };
  }
  const currency = first.currency ?? 'GBP';

  const range = second === undefined ? undefined : rangeOf(folded, first, second);
  if (range !== undefined && money.length === 2) {
    const per = rateAfter(folded, second?.end ?? first.end);
    return {
      value: { text: folded, currency, amountFrom: range.from, amountTo: range.to, ...(per === undefined ? {} : { per }), ...withStatus },
      problem: `a range of costs: ${String(range.from)} to ${String(range.to)}`,
    };
  }
  if (second !== undefined) {
    const same = money.every((amount) => amount.value === first.value && amount.currency === first.currency);
    if (!same || money.length > 2) return { value: { text: folded, ...withStatus }, problem: `${money.length} amounts stand in one place` };
  }

  const before = folded.slice(0, first.start);
  const after = folded.slice(first.end);
  // "(£5,000)" is a credit in accounts and a remark in a plan.
  if (before.trimEnd().endsWith('(') && /^\s?\)/.test(after) && before.trim() === '(') {
    return { value: { text: folded, ...withStatus }, problem: 'an amount in brackets may be a credit' };
  }
  const per = rateAfter(folded, first.end);
  const bound = MAXIMUM.test(before) ? ('maximum' as const) : MINIMUM.test(before) || /^\s?\+(?!\s?\d)/.test(after) ? ('minimum' as const) : undefined;
  // "3 x £50k" is not 50,000.
  if (/\b\d+\s?[x×]\s?$|^\s?[x×]\s?\d/i.test(before) || /^\s?[x×]\s?\d/i.test(after)) return { value: { text: folded, ...withStatus }, problem: 'an amount several times over' };
  const rest = (before + ' ' + after)
    .replace(/\b(?:19|20)\d\d(?:\s?[/–-]\s?\d{2,4})?\b/g, ' ')
    .replace(RATE, ' ')
    .replace(FILLER, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
  return {
    value: {
      text: folded,
      amount: first.negative ? -first.value : first.value,
      currency,
      ...(per === undefined ? {} : { per }),
      ...(APPROXIMATE.test(before) ? { approximate: true as const } : {}),
      ...(bound === undefined ? {} : { bound }),
      ...withStatus,
    },
    ...(rest === '' || status !== undefined ? {} : { problem: `other words stand beside the amount: "${quote(rest)}"` }),
  };
}

/** The currency and scale that a column's heading gives to its numbers: "Cost (£000)", "£m", "Budget £". Undefined where it names none. */
export function readCostUnit(heading: string): CostContext | undefined {
  const match = /(?<sign>[£€$])\s?['’]?(?<scale>000s?|0{3}|k\b|m\b|millions?\b|thousands?\b)?/iu.exec(heading.slice(0, LONGEST_COST));
  const currency = CURRENCIES[match?.groups?.['sign'] ?? ''];
  if (currency === undefined) return undefined;
  const scale = match?.groups?.['scale']?.toLowerCase();
  if (scale === undefined) return { currency, scale: 1 };
  return { currency, scale: scale.startsWith('m') ? 1e6 : 1e3 };
}

function amountsOf(text: string, context: CostContext): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const groups = match.groups ?? {};
    const printed = (groups['digits'] ?? '').replace(/[, ]/g, '');
    const decimals = groups['decimals'] ?? '';
    const multiplier = groups['multiplier']?.toLowerCase();
    const sign = groups['sign'] ?? '';
    const unit = (groups['after'] ?? '').toUpperCase();
    const pence = unit === 'P' && sign === '' && multiplier === undefined;
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    const next = text.slice(end, end + 12);
    // "£1,25", "10.30.40": digits that are no number; "£45.000" is not 45 pounds.
    if (/^[.,]\d/.test(next) || (decimals.length === 4 && multiplier === undefined)) continue;
    let currency = CURRENCIES[sign.toUpperCase()] ?? (pence ? 'GBP' : CURRENCIES[unit]);
    let scale = 1;
    if (currency === undefined) {
      // A plain number is an amount only in a column whose heading says so, and never a year, a share or a count.
      if (context.currency !== undefined && /^\s?(?:$|[pk]|per\b|pa\b|[),;(])/i.test(next) && !isYearLike(text, match.index, printed)) {
        currency = context.currency;
        if (multiplier === undefined) scale = context.scale ?? 1;
      }
    }
    const factor = multiplier === undefined ? scale : (MULTIPLIERS[multiplier] ?? 1);
    const value = pence ? Number(printed + decimals) / 100 : Math.round(Number(printed + decimals) * factor * DECIMALS) / DECIMALS;
    if (!Number.isFinite(value)) continue;
    // A dash is a minus only at the start of the text or after a space, and next to its amount: "-£5k".
    const previous = match.index === 0 ? '' : text.charAt(match.index - 1);
    const leading = groups['minus'] !== undefined && (previous === '' || previous === '(') && !/\s$/.test(groups['minus']);
    const negative = value !== 0 && sign !== '' && (leading || groups['inner'] !== undefined);
    amounts.push({ value, currency, multiplied: multiplier !== undefined, start, end, negative });
  }
  return linked(text, amounts);
}

/** "£10-15k", "£10k-15k", "10-15k": the ends of a range share sign and multiplier. */
function linked(text: string, amounts: Amount[]): Amount[] {
  for (let index = 0; index + 1 < amounts.length; index += 1) {
    const [first, second] = [amounts[index], amounts[index + 1]];
    if (first === undefined || second === undefined || !isRangeBetween(text, first, second)) continue;
    second.negative = false;
    if (first.currency !== undefined) second.currency ??= first.currency;
    else if (second.currency !== undefined) first.currency = second.currency;
    // "£10-15k", "£10-£15k": the thousand belongs to both; not in "£500-£1k", which would go down.
    if (second.multiplied && !first.multiplied) {
      const factor = MULTIPLIERS[/([a-z]+)\W*$/i.exec(text.slice(second.start, second.end))?.[1]?.toLowerCase() ?? ''] ?? 1;
      if (first.value * factor <= second.value) first.value *= factor;
    }
  }
  return amounts;
}

function isRangeBetween(text: string, first: Amount, second: Amount): boolean {
  const between = text.slice(first.end, second.start);
  return /^\s{0,2}(?:[-–—−]|to)\s{0,2}$/.test(between) || (between.trim() === '' && /^[-–—−]/.test(text.slice(second.start, second.start + 1)));
}

function rangeOf(text: string, first: Amount, second: Amount): { from: number; to: number } | undefined {
  const isRange = isRangeBetween(text, first, second) || (/^\s?and\s?$/.test(text.slice(first.end, second.start)) && /between\s$/i.test(text.slice(0, first.start)));
  return isRange && second.value >= first.value && second.currency === first.currency ? { from: first.value, to: second.value } : undefined;
}

function rateAfter(text: string, at: number): string | undefined {
  const match = RATE.exec(text.slice(at, at + 24));
  if (match === null) return undefined;
  const each = match.groups?.['each']?.toLowerCase();
  return each === undefined ? 'year' : (RATE_NAMES[each] ?? each);
}

/** "2010/11", "in 2010": a number of four digits that is a year. */
function isYearLike(text: string, at: number, digits: string): boolean {
  return /^(?:19|20)\d\d$/.test(digits) && !/[,.]/.test(text.slice(at, at + 5)) && text.trim() !== digits;
}
