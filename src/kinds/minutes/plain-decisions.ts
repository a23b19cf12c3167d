/** Decisions that plain sentences and lists make, without the word RESOLVED: "The Committee noted the report.", "The Board:" over what it did. */
import { places } from '../../paper/ledger.js';
import type { Paragraph, Table } from '../../paper/model.js';
import { namesMonth, readMovers, readParty } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { given } from '../shared/given.js';
import { itemsOf, referencesIn } from '../shared/items.js';
import { findWording, openingOf, type Opening } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import { isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { isMoved } from './outline.js';
import type { Point } from './points.js';
import { decisionOf, outcomeOf, withOutcome } from './resolutions.js';
import { isOfMinutes, isSaidByOne, isThought, saidOfMinutes } from './resolved.js';
import type { Decision } from './schema.js';

/** True for a sentence that agrees the minutes of the last meeting, and says nothing else. */
export const agreesMinutes = (point: Point, vocabulary: Vocabulary): boolean =>
  point.more.length === 0 && sentences(point.lead.text).length === 1 && isMinutesAgreed(point.lead.text, vocabulary);

function isMinutesAgreed(text: string, vocabulary: Vocabulary): boolean {
  const opening = openingOf(text, vocabulary.words.minutesAgreed);
  return opening !== undefined && !isOpinion(text, opening, vocabulary);
}

/** "The Harbour Board:", "Cabinet:", "The Joint Board (JB):" and nothing more: every word a name or a joiner. */
const NAMED = /^(?:the\s+)?((?:\p{Lu}[\p{L}\p{M}'’&-]*,?\s+(?:(?:and|of|for|the|on|&)\s+){0,2}){0,10}\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+\(\p{Lu}{2,8}\))?\s*:$/u;

/** True for a line that names a body and introduces what it did: never a person, a post ("The Executive Member:") or members at large. */
export function namesBody(text: string, vocabulary: Vocabulary): boolean {
  const name = NAMED.exec(text)?.[1];
  if (name === undefined || name.length > LONGEST_BODY) return false;
  const last = name.split(/\s+/).at(-1);
  return isOneOf(last ?? '', vocabulary.words.decidingBody) && !isOneOf(name.split(/\s+/).slice(-2).join(' '), vocabulary.words.noBody) && !['person', 'role'].includes(readParty(name).type ?? '');
}
/** The name of a body is at most this many characters. */
const LONGEST_BODY = 90;

/** The decisions of a body that is named over a list of what it noted, agreed or instructed; none for any other point. */
export function listedDecisions(context: ParseContext, point: Point, loose: (table: Table) => void): { introduction: string; decisions: Decision[] } | undefined {
  const { lead, more } = point;
  // The list's own entries, however deep the word processor sets it: "(a)" under "4.3" is on its third level.
  const paragraphs = more.filter((b): b is Paragraph => b.type === 'paragraph');
  const depth = Math.min(...paragraphs.map((p) => p.depth ?? 0));
  const tops = paragraphs.filter((p) => (p.depth ?? 0) === depth);
  if (tops.length === 0 || !namesBody(lead.text, context.vocabulary)) return undefined;
  // "confirmed" and "welcomed" are said of debate too: they are decisions only beside one that is none.
  const { bodyDid = [], bodyAlsoDid = [] } = context.vocabulary.words;
  const said = tops.map((p) => p.text.replace(/^and\s+/i, ''));
  if (!said.some((text) => openingOf(text, bodyDid)) || !said.every((text) => openingOf(text, bodyDid) ?? openingOf(text, bodyAlsoDid))) return undefined;
  context.take(lead);
  return { introduction: lead.text, decisions: itemsOf(context, more, loose).map((item) => decisionOf(item, 'resolved')) };
}

/** What a body agreed begins so: "agreed that …", "agreed the budget", "agreed: …"; "agreed with the speaker" is debate. */
const AGREED_WHAT = /^\s*(?:$|[,:;.–—-]|\(|(?:that|to|the|an?|these|this|those|all|both|its|their|not|unanimously|in principle|by)\b|["“‘£\d]|\p{Lu})/u;
/** True where an opening that says "agreed" goes on as no decision does. */
function isOpinion(text: string, { start, end }: Opening, vocabulary: Vocabulary): boolean {
  const opening = text.slice(start, end);
  if (!/\bagreed$/i.test(opening)) return false;
  if (isSaidByOne(opening, vocabulary)) return true;
  const after = text.slice(end);
  if (/^\s+that\b/.test(after) && isThought(opening, after, vocabulary)) return true;
  return isOfMinutes(opening, vocabulary) ? saidOfMinutes(opening, after, vocabulary) : !AGREED_WHAT.test(after);
}

/** "Cllr Coe was unanimously elected", "… seconded by Cllr Dale and duly elected"; never of another time ("had been elected", "be elected"). */
const BEFORE_ELECTED = /\b(?:was|were|and|accordingly)\s(?:(?:then|also|therefore|[a-z]+ly)\s){0,3}$/i;
function elects(sentence: string, { words }: Vocabulary): boolean {
  for (let verb = findWording(sentence, words.elected); verb; verb = findWording(sentence, words.elected, verb.end)) {
    const was = BEFORE_ELECTED.exec(sentence.slice(0, verb.start))?.index;
    if (was === undefined) continue;
    // "It was noted that Mrs Dodd was appointed in 2019": what is told of it, and no election.
    const before = /[^.;]*$/.exec(sentence.slice(0, was))?.[0] ?? '';
    const told = findWording(before, words.told) ?? findWording(before, words.toldOfElection);
    return !(told && /\bthat\b/i.test(before.slice(told.end)));
  }
  return false;
}
/** Somebody's election takes a sentence or two (characters). */
const LONGEST_ELECTION = 400;

/** Who was chosen, in an item on an election; none for any other point. Takes it. */
export function electedIn(context: ParseContext, { lead, more }: Point): Decision | undefined {
  const first = sentences(lead.text).map((s) => lead.text.slice(s.start, s.end)).find((s) => elects(s, context.vocabulary));
  if (first === undefined || more.length > 0 || lead.text.length > LONGEST_ELECTION || !/^\p{Lu}/u.test(first)) return undefined;
  // "Cllr Dale proposed Cllr Coe, seconded by Cllr Lane. … Cllr Coe was duly elected."
  const own = readMovers(first);
  const { mover, seconder } = own.mover || first === lead.text ? own : readMovers(lead.text);
  context.take(lead);
  return { ...given({ number: lead.number }), text: lead.text, outcome: 'appointed', ...given({ mover, seconder }), ...referencesIn(lead.text), ...places(lead.at, lead.until) };
}

/** "That the hours be cut", never "That the hours should be cut was plain". */
const THAT_BE = /^That\s(?!is\b|was\b|said\b|would\b|might\b|could\b)(?:the|a|an|this|these|all|no|any|it|\p{Lu}\p{L}+)\s[^.;:]{0,400}?(?<!\b(?:should|would|will|could|can|cannot|may|might|must|to)(?:\s(?:not|also|now|soon|then|only))?)\s(?:not\s)?be\s(?:\p{Ll}+ly\s)?\p{Ll}+(?:ed|en|t|ne|de)\b/u;

/** One word or two (characters). */
const LONGEST_ALONE = 40;

/** That a matter was put off, and until when or for what; "deferred for many years", "to the experts" and "to this meeting" put nothing off here. */
function isDeferral(text: string, { words }: Vocabulary): boolean {
  const opening = openingOf(text, words.deferred);
  if (!opening) return false;
  const joiner = text.slice(0, opening.end).split(' ').at(-1)?.toLowerCase();
  const what = text.slice(opening.end);
  if (!/^\s[^.;:]+\.?$/.test(what) || openingOf(what, words.today)) return false;
  // "for years", "for many years"
  if (joiner === 'for') return ![0, /^\s[a-z]+/i.exec(what)?.[0].length ?? 0].some((at) => openingOf(what.slice(at), words.longTime));
  return joiner !== 'to' || findWording(what, words.deferredTo) !== undefined || /\b\d{4}\b/.test(what) || namesMonth(what);
}
/** It takes a line (characters). */
const LONGEST_DEFERRAL = 100;

/** "discussed the gate and agreed that": one body, one sentence, nobody else between. */
const AND_AGREED = /^[^.;:]{2,200}?\s(?:and|,\sand)\s(?:(?:then|therefore|also|[a-z]+ly)\s)?agreed\s(?=(?:that|to)\s)/i;
/** A clause that names somebody else before the verb: "discussed the gate with the Clerk, who had met the builder and agreed that …". */
const SOMEBODY_ELSE = /\b(?:who|which|whom|had|has|have|that|they|he|she|it)\b/i;
/** What is to be done: "to write", "that it should be mended", "that bins be bought"; never "to disagree", "that residents had been let down", "that more needs to be done". */
const TO_BE_DONE = /^(?:to\s(?!(?:dis)?agree\b|differ\b)|that\s[^.;:]*?\b(?:should|would|will|shall|must|(?<!\b(?:to|could|can|cannot|may|might|not)\s)be)\b)/i;

/** "considered this matter on 4 March and agreed …", "at its last meeting": what another body did on another day is told, and not decided. `said` ends before "agreed". */
const isAnotherDay = (said: string, { words }: Vocabulary): boolean => findWording(said, words.anotherDay) !== undefined || said.split(/,?\sand\s/i).slice(0, -1).some(endsInMonth);
/** "in March", "on 4 March 2019", at the end of what was done. */
function endsInMonth(said: string): boolean {
  const m = /\b(?:in|on|of)\s(?:\d{1,2}(?:st|nd|rd|th)?\s)?([a-z]{3,9})(?:\s(?:19|20)\d\d)?$/i.exec(said);
  return m?.[1] !== undefined && namesMonth(m[1]);
}

/** Where the debate ends and what was agreed begins, in a sentence on what members or a body discussed and agreed; none where it is what they think. */
function discussedAndAgreed(text: string, vocabulary: Vocabulary): { debate: number; from: number } | undefined {
  if (!text.includes(' agreed ')) return undefined;
  const { membersAgreed, decidingBody, discussed } = vocabulary.words;
  const verb = findWording(text, discussed);
  const subject = verb && text.slice(0, verb.start).replace(/\sthen\s$/, ' ').trimEnd();
  const last = subject?.split(/\s+/).at(-1);
  if (!verb || subject === undefined || last === undefined || !/^(?:[Tt]he\s)?(?:\p{Lu}[\p{L}-]*\s?){1,5}$/u.test(subject)) return undefined;
  const members = openingOf(`${subject} agreed`, membersAgreed) !== undefined;
  if (!members && !isOneOf(last, decidingBody)) return undefined;
  const m = /^\s/.test(text.slice(verb.end)) ? AND_AGREED.exec(text.slice(verb.end + 1)) : null;
  if (!m || SOMEBODY_ELSE.test(m[0]) || isAnotherDay(m[0], vocabulary)) return undefined;
  const from = verb.end + 1 + m[0].length;
  return !TO_BE_DONE.test(text.slice(from)) || isThought('Members agreed', text.slice(from), vocabulary) ? undefined : { debate: text.slice(0, from).search(/,?\sand\s(?!.*\sand\s)/), from };
}

/** The decisions that a plain sentence at an item's end makes ("The Committee noted the report."), and what is listed beside it; none for other text. `shelve` is given what the sentence says of the debate. */
export function plainDecisions(context: ParseContext, point: Point, vocabulary: Vocabulary, loose: (table: Table) => void, shelve: (debate: Paragraph) => void): Decision[] {
  // "That the closed minutes be approved.": a resolution whose word was left out. What follows in the same list ("Recommendation 2") is one too.
  const { text } = point.lead;
  if (text.startsWith('That ') && THAT_BE.test(text) && !openingOf(text, vocabulary.words.decided) && !openingOf(text, vocabulary.words.minutesAgreed)) {
    return itemsOf(context, [point.lead, ...point.more], loose).map((item) => decisionOf(item, 'resolved'));
  }
  const one = plainDecision(context, point, vocabulary, loose, shelve);
  return one ? [one] : [];
}

/** The decision of such a sentence, with its list. */
function plainDecision(context: ParseContext, point: Point, vocabulary: Vocabulary, loose: (table: Table) => void, shelve: (debate: Paragraph) => void): Decision | undefined {
  const { lead } = point;
  const opening = openingOf(lead.text, vocabulary.words.decided) ?? openingOf(lead.text, vocabulary.words.minutesAgreed);
  const said = sentences(lead.text);
  // "Noted.", and nothing else.
  if (lead.text.length <= LONGEST_ALONE && point.more.length === 0 && !lead.heading && isOneOf(lead.text.replace(/\.$/, ''), vocabulary.words.decidedAlone)) {
    context.take(lead);
    return { ...given({ number: lead.number }), text: lead.text, outcome: outcomeOf(lead.text, 'agreed'), ...places(lead.at, lead.until) };
  }
  // "Deferred to the June meeting."
  if (point.more.length === 0 && !lead.heading && lead.text.length <= LONGEST_DEFERRAL && isDeferral(lead.text, vocabulary)) {
    context.take(lead);
    return { ...given({ number: lead.number }), text: lead.text, outcome: 'deferred', ...places(lead.at, lead.until) };
  }
  // "Members discussed the gate and agreed that it should be replaced."
  const agreed = point.more.length === 0 && said.length === 1 && !lead.heading ? discussedAndAgreed(lead.text, vocabulary) : undefined;
  if (agreed) {
    const text = lead.text.slice(agreed.from);
    shelve(stretchOf(lead, 0, agreed.debate));
    context.take(lead);
    return { ...given({ number: lead.number }), text, outcome: outcomeOf(text, 'agreed'), ...referencesIn(text), ...places(lead.at, lead.until) };
  }
  // "The minutes were agreed. Progress was reported as follows:" with its list: the list is what was reported.
  if (!opening || isOpinion(lead.text, opening, vocabulary) || said.length > 2 || (said.length > 1 && point.more.length > 0)) return undefined;
  const after = lead.text.slice(opening.end);
  const cut = /\b(?:agreed|resolved)$/i.test(lead.text.slice(0, opening.end)) && /^\s+(?:that|to)\b/i.test(after);
  const text = cut ? after.trim() : lead.text;
  const items = point.more.length > 0 ? itemsOf(context, point.more, loose) : [];
  context.take(lead);
  const verb = findWording(lead.text.slice(0, opening.end), vocabulary.words.decidingVerb);
  return {
    ...(lead.number === undefined ? {} : { number: lead.number }), text, outcome: outcomeOf(cut ? text : lead.text.slice(verb?.start ?? 0), 'agreed'),
    // "The minute was approved on the motion of Cllr Lane, seconded by Ms Brook."
    ...(isMoved(lead.text, vocabulary) ? readMovers(lead.text) : {}),
    ...(items.length > 0 ? { items: items.map(withOutcome) } : {}), ...referencesIn(text), ...places(lead.at, lead.until),
  };
}
