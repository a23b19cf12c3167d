/**
 * The words in force: a council's own posts, bodies and outcome verbs hold for the reading of one paper. Readers of values take them as the
 * default of their last argument, so that the kinds need not hand them through; the scope is one synchronous call, and ends with it.
 */
import { extendPartyLexicon, PARTY_LEXICON, type PartyLexicon } from './lexicon.js';
import { extendOutcomeLexicon, OUTCOME_LEXICON, type OutcomeLexicon } from './outcome.js';
import type { Outcome } from './types.js';

/** What may be added to the built-in words. */
export interface AddedWords {
  readonly parties?: Partial<PartyLexicon>;
  readonly outcomes?: Partial<Record<Outcome, readonly string[]>>;
}

let parties = PARTY_LEXICON;
let outcomes = OUTCOME_LEXICON;

export const partyLexicon = (): PartyLexicon => parties;
export const outcomeLexicon = (): OutcomeLexicon => outcomes;

/** Does the work with words added, and puts the built-in ones back, whatever happens. The work must be synchronous. */
export function withWords<T>(added: AddedWords | undefined, work: () => T): T {
  if (!added) return work();
  const before = [parties, outcomes] as const;
  parties = added.parties ? extendPartyLexicon(added.parties) : PARTY_LEXICON;
  outcomes = added.outcomes ? extendOutcomeLexicon({ verbs: added.outcomes }) : OUTCOME_LEXICON;
  try {
    return work();
  } finally {
    [parties, outcomes] = before;
  }
}
