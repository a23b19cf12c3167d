/** The values room: text in, value out. Everything another room may import from it. */
export type * from './types.js';
export { foldText, lower } from './text.js';
export { findDates, findPeriods, leadingPeriod, readDate, readPeriod } from './period.js';
export { namesMonth } from './moment.js';
export { findTimes, readTime } from './time.js';
export { type CostContext, readCost, readCostUnit } from './cost.js';
export { extendPartyLexicon, PARTY_LEXICON, type PartyLexicon } from './lexicon.js';
export { readParty } from './party.js';
export { splitParties } from './owners.js';
export { readAttendee, readAttendees, readPeople } from './attendance.js';
export {
  depthOfNumber, follows, inSequence, type LabelOptions, type LeadingNumber, numberToRoman, ordinalOf, readDecisionNumber, readLabel, readMinuteNumber,
  type Relation, relationOf, romanToNumber,
} from './label.js';
export { extendOutcomeLexicon, OUTCOME_LEXICON, type OutcomeLexicon, readOutcome } from './outcome.js';
export { type Movers, readMovers } from './movers.js';
export { readVote } from './vote.js';
export { isCarried, isLost } from './vote-result.js';
export { findPriorities, findReferences, locateReferences } from './reference.js';
export { findEmails, findPhones, withoutContacts } from './contact.js';
export { type AddedWords, withWords } from './scope.js';
