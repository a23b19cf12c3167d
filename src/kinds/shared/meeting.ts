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

/** Words that join a time or a day to the sentence, left over when the time and the day are taken out; days of the week; and what joins at one end only. */
const JOINERS: ReadonlySet<string> = new Set([
  'on', 'at', 'in', 'from', 'commencing', 'starting', 'beginning', 'the', 'between', 'and', 'to', 'until',
  'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday', 'mon', 'tue', 'tues', 'wed', 'thu', 'thur', 'thurs', 'fri', 'sat', 'sun',
]);
const AT_THE_END = 'this';
const AT_THE_START = 'via';
/** A day of the week cut short may have a stop. */
const CUT_DAY = /^(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)$/;
/** A venue is a short phrase (characters): a longer stretch is the sentence itself. */
const LONGEST_VENUE = 140;

/** What stands between the hour at which a meeting began and that at which it ended. */
const TO_THE_END = /^\s*(?:[-–—]|to|until|and|,?\s*(?:and\s+)?(?:finish|end|conclud|clos|terminat|adjourn)(?:ing|ed)\s+(?:at\s+)?)\s*$/i;
/** How a meeting is held, and no place. */
const MANNER_HELD = /^(?:public|private|person|session|public session|private session|hybrid(?: form(?:at)?)?|(?:open|closed) session)$/i;

/** "Minutes of the meeting held …" names nobody who met. */
const JUST_A_MEETING: ReadonlySet<string> = new Set(['annual', 'extraordinary', 'special', 'ordinary', 'general', 'last', 'previous', 'virtual', 'remote', 'inquorate', 'monthly', 'quarterly', 'regular', 'scheduled', 'full', 'bi-monthly']);
const isJustAMeeting = (text: string): boolean => /(?:^|\s)meetings?$/i.test(text) && text.toLowerCase().split(/\s/).slice(0, -1).every((word) => JUST_A_MEETING.has(word));

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
  let out = text.replace(/[\s.,;:]+$/, '');
  for (;;) {
    out = out.replace(/[\s,;–-]+$/, '');
    const last = /(?<!\w)([a-z]+)(\.?)$/i.exec(out);
    const word = last?.[1]?.toLowerCase() ?? '';
    if (!last || !(JOINERS.has(word) || word === AT_THE_END) || (last[2] === '.' && !CUT_DAY.test(word))) break;
    out = out.slice(0, last.index);
  }
  for (;;) {
    out = out.replace(/^[\s,;:–-]+/, '');
    const word = /^[a-z]+(?!\w)/i.exec(out)?.[0].toLowerCase() ?? '';
    if (!JOINERS.has(word) && word !== AT_THE_START) break;
    // "Mon.Room": the stop is the day's where a word follows at once.
    out = out.slice(word.length + (CUT_DAY.test(word) && /^\.\w/.test(out.slice(word.length)) ? 1 : 0));
  }
  return out.trim();
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
    const body = trimJoiners(raw.replace(/,?\s(?:which|that)\s.*$/i, '').replace(/\s(?:will be|is to be|was|were|to be)\s*$/i, '').replace(/^\s*the\s+/i, ''));
    if (body !== '' && body.length <= 100 && !isJustAMeeting(body)) out.body = body;
  }
  if (held) {
    // "… on Tuesday 6 June 2023. The meeting will be held in the Old Library."
    const again = text.slice(held.end).search(/\.\s(?=The meeting\b)/);
    const next = again < 0 ? undefined : readParticulars(text.slice(held.end + again + 2), words);
    if (next?.startTime !== undefined) out.startTime ??= next.startTime;
    const said = again < 0 ? text.slice(held.end) : text.slice(held.end, held.end + again);
    const parts = without(said, [...dates, ...times].map(({ start, end }) => ({ start: start - held.end, end: end - held.end })).filter((c) => c.end > 0 && c.end <= said.length));
    const venue = parts.map((p) => trimJoiners(p.split(/(?<=[\p{Ll}\d)])\.\s|\s(?:to|for the purpose of|for the|when|at which) (?:deal|consider|transact|discuss|the following|there|purpose|business)/u)[0] ?? ''))
      // "… for the transaction of the business set out below" says what for, not where.
      .filter((p) => /[A-Za-zÀ-ɏ]{3}/.test(p) && !MANNER_HELD.test(p) && !/^(?:for|to|when|at which|in order)\s/.test(p) && !/\b(?:are|is|were|was|will|shall|may|must)\s\p{Ll}/u.test(p)).sort((a, b) => b.length - a.length)[0];
    if (venue !== undefined && venue.length <= LONGEST_VENUE && !/^of\s/i.test(venue)) out.venue = venue;
    else if (next?.venue !== undefined) out.venue = next.venue;
  }
  return out;
}

/** A line without its days and times: the longest stretch that is left, freed of joining words; `undefined` where nothing is. */
export function residueOf(text: string): string | undefined {
  return without(text, [...findDates(text), ...findTimes(text)]).map(trimJoiners).filter((s) => /[A-Za-zÀ-ɏ]{3}/.test(s)).sort((a, b) => b.length - a.length)[0];
}
