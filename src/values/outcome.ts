import { type Outcome, type Party, type Vote } from './types.js';
export interface OutcomeLexicon { verbs: Readonly<Record<string, Outcome>> }
export const OUTCOME_LEXICON: OutcomeLexicon = { verbs: {} };
export function readOutcome(_text: string, _lexicon: OutcomeLexicon = OUTCOME_LEXICON): Outcome | undefined { return undefined; }
export function isCarried(_text: string): boolean { return false; }
export function isLost(_text: string): boolean { return false; }
export function readVote(_text: string): Vote | undefined { return undefined; }
export function readMovers(_text: string): { mover?: Party; seconder?: Party } { return {}; }
