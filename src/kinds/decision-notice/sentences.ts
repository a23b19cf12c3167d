/** What sentences of a notice say of the decision's days. Pure. */
import type { Paragraph } from '../../paper/model.js';
import { findDates } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { findWording } from '../shared/openings.js';

/** When a decision takes effect, or the last day on which it may be called in, as a sentence of the notice says it. */
export interface Effect { readonly date: string; readonly field: 'effective' | 'callInDeadline'; readonly calledIn: boolean }

/** The day that a sentence gives; `undefined` for any other paragraph, and for points of a list. */
export function effectIn(context: ParseContext, p: Paragraph): Effect | undefined {
  const { words } = context.vocabulary;
  if (p.bullet || p.number !== undefined) return undefined;
  // "The new Act comes into force on 1 April 2031." is said of something else.
  const takes = findWording(p.text, words['effectOf']) ? findWording(p.text, words['effects']) : undefined;
  const found = takes ?? findWording(p.text, words['callInEnds']);
  const date = found ? findDates(p.text.slice(found.end))[0]?.date ?? findDates(p.text.slice(0, found.start)).at(-1)?.date : undefined;
  return date === undefined ? undefined : { date, field: takes ? 'effective' : 'callInDeadline', calledIn: !takes || findWording(p.text, words['unlessCalledIn']) !== undefined };
}
