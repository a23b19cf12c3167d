/** What became of a motion: "lost", "Carried unanimously.", "the amendment was put and fell". */
import { lower } from './text.js';
import type { Vote } from './types.js';
import { hasOneOf, isWord } from './words.js';

/** "The motion … was lost", with at most 120 characters of the same sentence between what was put and what became of it. */
const LOST_SENTENCE = /\b(?:motion|amendment|proposal|proposition|vote|resolution|recommendations?|nomination|question|it|this)\b[^.;\n]{0,120}?\b(?:lost|defeated|fell|falls|failed|negatived|rejected|not\s(?:\w+\s)?(?:carried|agreed|passed|approved|supported))\b/;
const CARRIED_SENTENCE = /\b(?:motion|amendment|proposal|proposition|vote|resolution|recommendations?|nomination|question|it|this)\b[^.;\n]{0,120}?(?<!\bnot\s)\b(?:carried|passed|won|agreed|approved|successful)\b/;
/** Each of these sentences has one of these in it: a text without is not asked further. */
const LOST_WORDS = ['lost', 'defeated', 'fell', 'falls', 'failed', 'negatived', 'rejected', 'not'];
const CARRIED_WORDS = ['carried', 'passed', 'won', 'agreed', 'approved', 'successful'];

/** A remark that is nothing but a result opens with one of these: "LOST", "Carried unanimously.", "Agreed nem. con.", "By general consent". */
const LOST_REMARK = /^(?:declared\s)?(?:lost|defeated|not carried|not agreed|fell)\b/;
const OPENS_LOST: ReadonlySet<string> = new Set(['declared', 'lost', 'defeated', 'not', 'fell']);
const CARRIED_REMARK = /^(?:(?:declared\s|unanimously\s)?carried\b|(?:agreed|approved|passed)\s(?:unanimously|nem\.?\s?con|by\s(?:a majority|general (?:assent|consent|agreement)|\w+ votes|show of hands))|unanimous(?:ly)?\b|all\s(?:(?:members|councillors|those)\s)?(?:present\s)?(?:(?:were|voted|voting)\s)?(?:in favour|agreed)\b|by\sgeneral\s(?:assent|consent|agreement))/;
const OPENS_CARRIED: ReadonlySet<string> = new Set(['declared', 'unanimously', 'carried', 'agreed', 'approved', 'passed', 'unanimous', 'all', 'by']);
/** Marks that may stand before a remark: "((", "– ". */
const MARKS_BEFORE = 3;
const TIED = /\b(?:tied|equality of votes|equal (?:number of )?votes|votes (?:were|being) equal)\b/;

/** The remark that a text in small letters begins with, after marks and "Voting:"; nothing where another mark stands before it. */
function remarkIn(small: string): string {
  const marked = small.trimStart();
  let from = 0;
  while (from < MARKS_BEFORE && from < marked.length && !isWord(marked.charCodeAt(from))) from += 1;
  const remark = marked.slice(from);
  return remark.startsWith('vot') ? remark.replace(/^(?:voting|vote)\s?[:–-]\s?/, '') : remark;
}

/** The first word of a remark. */
function firstWord(remark: string): string {
  let end = 0;
  while (end < remark.length && isWord(remark.charCodeAt(end))) end += 1;
  return remark.slice(0, end);
}

/** Whether the text says that a motion, amendment or vote was lost. "Time was lost" says nothing. */
export function isLost(text: string): boolean {
  return saysLost(lower(text));
}

function saysLost(small: string): boolean {
  if (!hasOneOf(small, LOST_WORDS)) return false;
  const remark = remarkIn(small);
  return (OPENS_LOST.has(firstWord(remark)) && LOST_REMARK.test(remark)) || LOST_SENTENCE.test(small);
}

/** Whether the text says that a motion, amendment or vote was carried ("CARRIED", "Agreed unanimously", "the motion was put and carried"). */
export function isCarried(text: string): boolean {
  const small = lower(text);
  return !saysLost(small) && saysCarried(small);
}

function saysCarried(small: string): boolean {
  const remark = remarkIn(small);
  return (OPENS_CARRIED.has(firstWord(remark)) && CARRIED_REMARK.test(remark)) || (hasOneOf(small, CARRIED_WORDS) && CARRIED_SENTENCE.test(small));
}

/** What became of it, as a text in small letters says. */
export function resultIn(small: string): Vote['result'] {
  if (saysLost(small)) return 'lost';
  if (saysCarried(small)) return 'carried';
  return (small.includes('equal') || small.includes('tied')) && TIED.test(small) ? 'tied' : undefined;
}
