/** Which words of a timescale stand: a date that another has replaced no longer does, and one that is labelled as the start or the end is that. Pure. */

/** "December 2025 (revised from September 2025)", "March 2026 (was June 2025)": what is in the bracket is past. */
const REPLACED = /^(?<now>[^()]+?)\s*[([](?:(?:date\s+)?(?:revised|changed|moved|slipped|extended|deferred|amended|rescheduled)\s+from|previously|originally|original(?:\s+date)?|formerly|was|were|initially)\b[^()[\]]*[)\]]\.?$/iu;
/** "Original: June 2025 Revised: October 2025", "June 2025 – revised to October 2025", "was June 2025, now October 2025". */
const REVISED = /^(?:(?:original(?:ly)?|initial(?:ly)?|was|previously)\b.*?|[^()]*?\d{2})[\s,;:/–—(-]+(?:revised|now|new|amended|extended|moved|slipped|rescheduled)\b(?:\s+(?:date|target|deadline|timescale|target\s+date))?\s*(?:to|until|as)?\s*[:–—-]?\s*(?<now>[^()]*\d[^()]*)\)?$/iu;
/** "Start: April 2025 End: March 2026". */
const ENDS = /^(?:start(?:s|ed|ing)?|begin(?:s|ning)?|commenc(?:es|ing|ed)|from)(?:\s+date)?\s*[:–—-]\s*(?<start>[^:]+?)[\s,;/–—-]+(?:end(?:s|ing)?|finish(?:es)?|complet(?:e|es|ion|ed)|to|until)(?:\s+(?:by|date))?\s*[:–—-]\s*(?<end>[^:]+)$/iu;
/** A part of a school's or a council's year whose days no calendar tells. */
const SCHOOL_TIME = /\b(?:half[\s-]?terms?|recess|term\s+[1-6](?![\d/])|(?:school|easter|summer|christmas|half[\s-]term)\s+holidays?)\b/iu;

/** A timescale of more characters than this is an account of one. */
const LONGEST = 120;

/** The words that stand where the text says that another date no longer does; `undefined` for any other text. */
export function standingTime(text: string): string | undefined {
  return text.length > LONGEST ? undefined : (REPLACED.exec(text) ?? REVISED.exec(text))?.groups?.['now']?.trim();
}

/** The two ends of a timescale that are labelled as its start and end. */
export function labelledEnds(text: string): { start: string; end: string } | undefined {
  const found = text.length > LONGEST ? undefined : ENDS.exec(text)?.groups;
  return found?.['start'] === undefined || found['end'] === undefined ? undefined : { start: found['start'], end: found['end'] };
}

/** True where the words say a school's half term, holidays or the like. */
export const isSchoolTime = (text: string): boolean => text.length <= LONGEST && SCHOOL_TIME.test(text);
