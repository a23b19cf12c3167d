/** When and where a meeting is: read off sentences ("MINUTES of a meeting of … held in … on …") and off short lines. Shared by minutes and agendas. */
import { findDates, findTimes } from '../../values/index.js';
import { findWording } from './openings.js';

export interface Particulars {
  body?: string;
  date?: string;
  startTime?: string;
  endTime?: string;
  venue?: string;
}

/** The word lists that this needs, under `words` in a kind's vocabulary. */
export interface MeetingWords {
  /** What stands before the place and the day: "held", "to be held", "took place". */
  readonly held?: readonly string[];
  /** What stands before the committee's name: "meeting of the", "minutes of the". */
  readonly meetingOf?: readonly string[];
}

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\\.?';
/** Words that join a time or a day to the sentence, left over when the time and the day are taken out. */
const JOINERS_END = new RegExp(`(?:[\\s,;–-]|\\b(?:on|at|in|from|commencing|starting|beginning|the|between|and|to|until|this|${WEEKDAY}))+$`, 'iu');
const JOINERS_START = new RegExp(`^(?:[\\s,;:–-]|\\b(?:on|at|in|via|from|commencing|starting|beginning|the|between|and|to|until|${WEEKDAY})\\b)+`, 'iu');
/** A venue is a short phrase (characters): a longer stretch is the sentence itself. */
const LONGEST_VENUE = 140;

/** What stands between the hour at which a meeting began and that at which it ended. */
const TO_THE_END = /^\s*(?:[-–—]|to|until|and|,?\s*(?:and\s+)?(?:finish|end|conclud|clos|terminat|adjourn)(?:ing|ed)\s+(?:at\s+)?)\s*$/iu;
/** How a meeting is held, and no place. */
const MANNER_HELD = /^(?:public|private|person|session|public session|private session|hybrid(?: form(?:at)?)?|(?:open|closed) session)$/iu;

/** "Minutes of the meeting held …" names nobody who met. */
const JUST_A_MEETING = /^(?:(?:annual|extraordinary|special|ordinary|general|last|previous|virtual|remote|inquorate|monthly|quarterly|regular|scheduled|full|bi-monthly)\s){0,3}meetings?$/iu;

interface Cut { start: number; end: number }

/** The text without the cuts, which become commas. */
function without(text: string, cuts: readonly Cut[]): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a.start - b.start)) {
    if (cut.start >= from) parts.push(text.slice(from, cut.start));
    from = Math.max(from, cut.end);
  }
  parts.push(text.slice(from));
  return parts;
}

/** A phrase freed of the joining words at its ends, and of a closing full stop. */
export function trimJoiners(text: string): string {
  return text.replace(/[\s.,;:]+$/u, '').replace(JOINERS_END, '').replace(JOINERS_START, '').trim();
}

/** Date, times, committee and venue of one sentence or line that says when and where a meeting is or was. Pure. */
export function readParticulars(text: string, words: MeetingWords, paperDate?: string): Particulars {
  const out: Particulars = {};
  const dates = findDates(text, { paperDate });
  const times = findTimes(text);
  if (dates[0]) out.date = dates[0].date;
  if (times[0]) out.startTime = times[0].time;
  if (times[1] && TO_THE_END.test(text.slice(times[0]?.end ?? 0, times[1].start))) out.endTime = times[1].time;
  const held = findWording(text, words.held);
  const of = findWording(text, words.meetingOf);
  if (of) {
    const stop = [held?.start, ...[...dates, ...times].map((d) => d.start)].filter((n): n is number => n !== undefined && n > of.end);
    const raw = text.slice(of.end, stop.length > 0 ? Math.min(...stop) : undefined);
    const body = trimJoiners(raw.replace(/,?\s(?:which|that)\s.*$/iu, '').replace(/\s(?:will be|is to be|was|were|to be)\s*$/iu, '').replace(/^\s*the\s+/iu, ''));
    if (body !== '' && body.length <= 100 && !JUST_A_MEETING.test(body)) out.body = body;
  }
  if (held) {
    // "… on Tuesday 6 June 2023. The meeting will be held in the Old Library."
    const again = text.slice(held.end).search(/\.\s(?=The meeting\b)/u);
    const next = again < 0 ? undefined : readParticulars(text.slice(held.end + again + 2), words);
    if (next?.startTime !== undefined) out.startTime ??= next.startTime;
    const said = again < 0 ? text.slice(held.end) : text.slice(held.end, held.end + again);
    const parts = without(said, [...dates, ...times].map(({ start, end }) => ({ start: start - held.end, end: end - held.end })).filter((c) => c.end > 0 && c.end <= said.length));
    const venue = parts.map((p) => trimJoiners(p.split(/(?<=[\p{Ll}\d)])\.\s|\s(?:to|for the purpose of|for the|when|at which) (?:deal|consider|transact|discuss|the following|there|purpose|business)/u)[0] ?? ''))
      // "… for the transaction of the business set out below" says what for, not where.
      .filter((p) => /\p{L}{3}/u.test(p) && !MANNER_HELD.test(p) && !/^(?:for|to|when|at which|in order)\s/u.test(p) && !/\b(?:are|is|were|was|will|shall|may|must)\s\p{Ll}/u.test(p)).sort((a, b) => b.length - a.length)[0];
    if (venue !== undefined && venue.length <= LONGEST_VENUE && !/^of\s/iu.test(venue)) out.venue = venue;
    else if (next?.venue !== undefined) out.venue = next.venue;
  }
  return out;
}

/** A line without its days and times: the longest stretch that is left, freed of joining words; `undefined` where nothing is. */
export function residueOf(text: string): string | undefined {
  return without(text, [...findDates(text), ...findTimes(text)]).map(trimJoiners).filter((s) => /\p{L}{3}/u.test(s)).sort((a, b) => b.length - a.length)[0];
}
