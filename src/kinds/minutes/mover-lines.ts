/** Who moved and who seconded, in lines of their own: "Proposed by Councillor Lane", "Seconded by Councillor Brook", over or under what was moved. Pure. */
import { places } from '../../paper/ledger.js';
import { fragment } from '../../paper/locator.js';
import type { Block } from '../../paper/model.js';
import { eachParagraph, printed } from '../../paper/walk.js';
import { readParty, type Party } from '../../values/index.js';
import { given } from '../shared/given.js';
import { findWording, openingOf, wordingAt } from '../shared/openings.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import { sentences } from './attendance.js';
import { moversIn, type Motion } from './motions.js';
import { blocksOf, type Point } from './points.js';
import type { Decision } from './schema.js';

/** A short remark on who moved: "Proposed by Cllr Lane, seconded by Cllr Brook". */
export const LONGEST_REMARK = 160;
/** A line with one name. */
const LONGEST_LINE = 80;

/** "Proposed by", "Moved:", "Seconder –", "Seconded Cllr …": where the name begins, and which of the two it is; `undefined` for a line that opens otherwise. */
function openedBy(text: string, { words }: Vocabulary): { second: boolean; name: number } | undefined {
  const verb = openingOf(text, words.movedVerb) ?? openingOf(text, words.secondedVerb);
  const noun = verb ? undefined : openingOf(text, words.moverNoun) ?? openingOf(text, words.seconderNoun);
  const opening = verb ?? noun;
  if (!opening || opening.start > 0) return undefined;
  const after = text.slice(opening.end);
  const by = (verb ? /^(?:\s+by\b\s*:?|\s*[:–-])\s*/i : /^\s*[:–-]\s*/).exec(after)?.[0].length ?? (verb && openingOf(after, words.namesBegin) ? /^\s+/.exec(after)?.[0].length : undefined);
  const second = words.secondedVerb?.includes(opening.wording) === true || words.seconderNoun?.includes(opening.wording) === true;
  return by === undefined ? undefined : { second, name: opening.end + by };
}

/** Which of the two a line names, and whom; `undefined` for any other line. */
function nameLine(text: string, vocabulary: Vocabulary): { second: boolean; party: Party } | undefined {
  const opens = text.length > LONGEST_LINE ? undefined : openedBy(text, vocabulary);
  const rest = opens ? text.slice(opens.name).replace(/[\s.,;:–-]+(?:and)?[\s.,;:–-]*$/i, '') : '';
  if (!opens || rest === '' || /\bthat\b/i.test(rest) || seconds(rest, vocabulary)) return undefined;
  const party = readParty(rest);
  return party.type === 'person' || party.type === 'role' ? { second: opens.second, party } : undefined;
}

/** True for a line that names the mover or the seconder and says nothing else. */
export const isNameLine = (text: string, vocabulary: Vocabulary): boolean => nameLine(text, vocabulary) !== undefined;

/** The text says that somebody seconds. */
const seconds = (text: string, { words }: Vocabulary): boolean => (findWording(text, words.secondedVerb) ?? findWording(text, words.seconderNoun)) !== undefined;

/** Both in one line: "Proposed by Councillor Lane and seconded by Councillor Brook". */
function namesBoth(text: string, vocabulary: Vocabulary): boolean {
  const { movedVerb, moverNoun } = vocabulary.words;
  const said = text.replace(/^it was\s/i, '');
  const opening = openingOf(said, movedVerb) ?? openingOf(said, moverNoun);
  return opening !== undefined && seconds(said.slice(opening.end), vocabulary);
}

export interface MoverLines {
  /** Index of the last point that says it: the same one, or the next. */
  readonly last: number;
  readonly text: string;
  readonly mover?: Party;
  readonly seconder?: Party;
}

/** Mover and seconder of a line, or of two that follow each other; `undefined` where the point says more, or less. */
export function moverLines(points: readonly Point[], i: number, vocabulary: Vocabulary): MoverLines | undefined {
  const point = points[i];
  if (!point || point.lead.text.length > LONGEST_REMARK) return undefined;
  const { text } = point.lead;
  const first = nameLine(text, vocabulary);
  const next = points[i + 1];
  if (first && !first.second && point.more.length === 0 && next) {
    const second = nameLine(next.lead.text, vocabulary);
    if (second?.second) return { last: i + 1, text: `${text}\n\n${next.lead.text}`, mover: first.party, seconder: second.party };
  }
  if (first || point.more.length > 0 || !namesBoth(text, vocabulary) || /\bthat\b|["“]/i.test(text) || findWording(text, vocabulary.words.whatIsMoved)) return undefined;
  const { mover, seconder } = moversIn(text, vocabulary);
  return mover && seconder ? { last: i, text, mover, seconder } : undefined;
}

/** What is moved begins so, where it is a paragraph of its own: "That …", "It was then proposed to …", a quotation, "This Council …". */
function isWhatIsMoved(text: string, { words }: Vocabulary): boolean {
  if (/^["“]/.test(text) || openingOf(text, words.thisBody)) return true;
  const it = /^it was (?:then )?/i.exec(text)?.[0].length ?? 0;
  const verb = it > 0 ? wordingAt(text, it, words.movedVerb) : undefined;
  return /^\s*(?:that|to)\s\S/i.test(text.slice(verb?.end ?? 0));
}

/**
 * The motion that lines of mover and seconder belong to: what hangs under them ("- That …"), the paragraph right before them ("That Council approves …"),
 * a sentence that decides right before them,
 * or the paragraph after. `free` says which points are still discussion. Without any of these the lines are the motion, and what is resolved under them its words.
 */
export function linedMotion(points: readonly Point[], i: number, lines: MoverLines, vocabulary: Vocabulary, free: (index: number) => boolean): Motion | undefined {
  const { last, text, mover, seconder } = lines;
  const said = (blocks: readonly Block[]): string => eachParagraph(blocks).map((p, k) => (k === 0 ? p.text : printed(p))).join('\n\n');
  const saidAt = (index: number): string => said(points.slice(index, index + 1).flatMap(blocksOf));
  const at = (from: number, to: number) => {
    const [start, end] = [points[from]?.lead, points[to]?.lead];
    return start && end ? places(start.at, end.until ?? end.at) : { at: '#' };
  };
  const numbered = (index: number) => given({ number: points[index]?.lead.number });
  const rest = { voted: [], amendment: false, ...(mover ? { mover } : {}), ...(seconder ? { seconder } : {}) };
  const moves = (index: number): boolean => { const lead = points[index]?.lead; return lead !== undefined && lead.heading === undefined && isWhatIsMoved(lead.text, vocabulary); };
  // "Two quotations were received. Members agreed to buy the bench.": the last sentence decides, what stands before it is debate.
  const deciding = (index: number): string | undefined => {
    const point = points[index];
    const last = point && point.more.length === 0 ? sentences(point.lead.text).at(-1) : undefined;
    const text = point && last ? point.lead.text.slice(last.start, last.end) : point?.lead.text ?? '';
    return openingOf(text, vocabulary.words.decided) === undefined ? undefined : text;
  };
  const under = points[last]?.more ?? [];
  if (under.length > 0) {
    const moved = said(under);
    return { first: i, last, motion: `${text}\n\n${moved}`, moved, at: at(i, last), ...numbered(i), ...rest };
  }
  // "Seconded by Councillor Brook and", over RESOLVED: it goes on, and says nothing of what stands above.
  if (i > 0 && free(i - 1) && !/\sand\s*$/iu.test(points[last]?.lead.text ?? '') && (moves(i - 1) || deciding(i - 1) !== undefined)) {
    const above = saidAt(i - 1);
    const moved = moves(i - 1) || points[i - 1]?.more.length ? above : deciding(i - 1) ?? above;
    return { first: i - 1, last, motion: `${above}\n\n${text}`, moved, at: at(i - 1, last), ...numbered(i - 1), ...rest };
  }
  if (moves(last + 1)) {
    const moved = saidAt(last + 1);
    return { first: i, last: last + 1, motion: `${text}\n\n${moved}`, moved, at: at(i, last + 1), ...numbered(i), ...rest };
  }
  // One line is a motion like any other.
  if (last === i) return undefined;
  return { first: i, last, motion: text, moved: text, bare: true, at: at(i, last), ...numbered(i), ...rest };
}

/** "Motion", then what was moved, then mover and seconder in lines of their own: the motion is all that stands under the heading, which is the point at `headed`. */
export function headedMotion(points: readonly Point[], headed: number, i: number, lines: MoverLines | undefined, vocabulary: Vocabulary): Motion | undefined {
  const from = headed + 1;
  const point = points[i];
  if (!point || from >= i) return undefined;
  const { text } = point.lead;
  const { mover, seconder } = lines ?? moversIn(text, vocabulary);
  if (!mover || (!lines && (text.length > LONGEST_REMARK || point.more.length > 0 || /\bthat\b|["“]/.test(text)))) return undefined;
  const moved = eachParagraph(points.slice(from, i).flatMap(blocksOf)).map(printed).join('\n\n');
  const start = points[from]?.lead ?? point.lead;
  const heading = points[headed]?.lead;
  const last = lines?.last ?? i;
  const end = points[last]?.lead ?? point.lead;
  return {
    first: headed, last, motion: `${moved}\n\n${lines?.text ?? text}`, moved, amendment: false, voted: [],
    ...(heading ? { heading: { text: heading.text, at: fragment(heading.at) } } : {}),
    mover, ...(seconder ? { seconder } : {}), at: places(start.at, end.until ?? end.at),
  };
}

/** "… by 3% (proposed Cllr Moss, seconded Cllr Pike).": who moved, in brackets at the end of what was resolved. */
const BRACKET_AT_END = /\s*\(([^()]{8,120})\)\s*\.?\s*$/;

/** Takes who moved and seconded out of a decision's text where they stand in brackets at its end. */
export function movedAtEnd(decision: Decision, vocabulary: Vocabulary): void {
  const m = decision.mover || decision.items ? null : BRACKET_AT_END.exec(decision.text);
  if (!m?.[1] || m.index === 0 || !findWording(m[1], vocabulary.words.seconderShort)) return;
  const { mover, seconder } = moversIn(m[1], vocabulary);
  if (!mover || !seconder) return;
  Object.assign(decision, { text: decision.text.slice(0, m.index), motion: m[1], mover, seconder });
}
