/**
 * The course of a debate: a motion is moved, amendments to it are moved and voted on, the motion is put to the vote, and
 * something is RESOLVED. What belongs to one matter becomes one decision; everything else is left as discussion.
 */
import type { Table } from '../../paper/model.js';
import { readVote, type Party } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { given } from '../shared/given.js';
import { itemsOf } from '../shared/items.js';
import { findWording, openingOf } from '../shared/openings.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import { moversIn, readMotion, voteInMotion, type Motion } from './motions.js';
import { headedMotion, isNameLine, linedMotion, LONGEST_REMARK, movedAtEnd, moverLines, type MoverLines } from './mover-lines.js';
import { isMoved } from './outline.js';
import { sentences } from './attendance.js';
import { isUnseconded } from './parted-motions.js';
import { peel, readSide, setAgainst, sideHeading } from './beside.js';
import { namesBody } from './plain-decisions.js';
import { blocksOf, type Point } from './points.js';
import { decisionOf, endsWith, outcomeOf, readResolution } from './resolutions.js';
import { resolvedIn } from './resolved.js';
import type { Decision, Vote } from './schema.js';
import { addSaid, addTally, areNames, isResult, isMotionCarried, isToTheVote, namesIn, resultAtEnd, settle, tallyOf, type Side } from './votes.js';

type Slot = { readonly point: Point; use: 'discussion' | 'decision' };

/** A clause before the resolving word says something of its own from this many words on ("Having considered the report, the Board"). */
const CLAUSE_WORDS = 4;

export class Debate {
  readonly decisions: Decision[] = [];
  introduction?: string;
  readonly #slots: Slot[];
  #main: Motion | undefined;
  #amendment: Motion | undefined;
  /** A vote that no motion goes before: that of the next resolution. */
  #vote: { vote: Vote; points: number[] } | undefined;
  /** The side whose names are still to come. */
  #naming: { vote: Vote; side: Side; count?: number } | undefined;
  /** The heading that the point stands under, where minutes head motions and amendments so. */
  #under: 'motion' | 'amendment' | undefined;
  /** Index of that heading. */
  #headed = -1;
  readonly #words: Vocabulary;

  /** `headed` says that the paper heads the points as what was decided. */
  constructor(readonly context: ParseContext, readonly points: readonly Point[], readonly loose: (table: Table) => void, readonly headed = false) {
    this.#slots = points.map((point) => ({ point, use: 'discussion' }));
    this.#words = context.vocabulary;
  }

  /** Sorts the points; gives back those that are discussion. Takes those that are decisions. */
  run(): Point[] {
    for (let i = 0; i < this.points.length; i++) i = this.#step(i);
    this.#closeAmendment();
    this.#closeMain();
    this.#letGoVote();
    return this.#slots.filter((s) => s.use === 'discussion').map((s) => s.point);
  }

  /** The points as decisions, one each: for a part that is headed as such. `whole` says that they were moved together. */
  asDecisions(points: readonly Point[], whole = false): Decision[] {
    const [first] = points;
    // "The Committee:", then the list.
    if (!whole && first && first.lead.number === undefined && first.more.length > 0 && !endsWith(first.lead.text, this.#words.words.conditionsFollow) && /^(?:that\s+)?(?:the\s+)?\p{Lu}[^.;]{2,80}:$/iu.test(first.lead.text)) {
      this.context.take(first.lead);
      this.introduction = first.lead.text;
      return [...itemsOf(this.context, first.more, this.loose).map((item) => decisionOf(item, 'resolved')), ...this.asDecisions(points.slice(1))];
    }
    return points.flatMap((p) => itemsOf(this.context, blocksOf(p), this.loose)).map((item) => decisionOf(item, 'resolved'));
  }

  /** True for a point at which a quotation or a list of decisions is surely over. */
  readonly #ends = (point: Point): boolean => {
    const { text } = point.lead;
    return point.lead.heading !== undefined || isResult(text, this.#words) || isToTheVote(text, this.#words) || isMoved(text, this.#words) || isNameLine(text, this.#words)
      || resolvedIn(text, this.#words) !== undefined || sideHeading(text, this.#words) !== undefined;
  };

  /** Handles the point at `i`; gives the index of the last point that it used. */
  #step(i: number): number {
    const point = this.points[i];
    if (!point) return i;
    const { lead } = point;
    const { text } = lead;
    if (point.more.length === 0 && lead.number === undefined && text.length <= 60) {
      const { motionHeading = [], amendmentHeading = [] } = this.#words.words;
      const under = fieldFor(text, { motion: motionHeading, amendment: amendmentHeading }) as 'motion' | 'amendment' | undefined;
      if (under !== undefined) { this.#under = under; this.#headed = i; return i; }
    }
    if (this.#naming && this.#names(point, i)) return i;
    this.#naming = undefined;
    if (this.#tally(point, i)) return i;
    if (isResult(text, this.#words)) { this.#result(point, i); return i; }
    const side = sideHeading(text, this.#words);
    if (side && this.headed && this.decisions.length === 0) this.#decideAbove(i);
    const decided = side ? this.decisions.at(-1) : undefined;
    if (side && decided) {
      const last = readSide(this.context, decided, side, this.points, i, this.#ends, this.loose);
      for (let k = i; k <= last; k++) { const slot = this.#slots[k]; if (slot) slot.use = 'decision'; }
      return last;
    }
    const resolved = resolvedIn(text, this.#words);
    if (resolved) return this.#resolution(i, resolved);
    const lines = moverLines(this.points, i, this.#words);
    if (lines || (isMoved(text, this.#words) && !isUnseconded(text, this.#words))) {
      if (!(lines && lines.last > i) && this.#remark(point)) return i;
      const above = this.#underHeading(i, lines);
      if (above) { this.#moved(above); return above.last; }
      const lined = lines ? this.#lined(i, lines) : undefined;
      if (lined !== undefined) return lined;
      const motion = readMotion(this.points, i, this.#words, this.#ends);
      if (motion) {
        if (lines && motion.last === i && this.#seconds(i, lines)) return i;
        this.#moved(lines && motion.last === i ? { ...motion, bare: true } : motion);
        const open = this.#amendment ?? this.#main;
        if (open && motion.first === motion.last) voteInMotion(open, text, this.#words);
        return motion.last;
      }
    }
    if (isToTheVote(text, this.#words)) this.#put(point, i);
    return i;
  }

  #use(index: number): void {
    const slot = this.#slots[index];
    if (!slot) return;
    slot.use = 'decision';
    for (const block of blocksOf(slot.point)) this.context.ledger.take(block);
  }

  /** A line that became a vote; a list that hangs on it says something of its own, and stays discussion. */
  #spend(index: number): void {
    const slot = this.#slots[index];
    const [first, ...more] = slot?.point.more ?? [];
    if (!slot || first?.type !== 'paragraph') { this.#use(index); return; }
    this.context.ledger.take(slot.point.lead);
    this.#slots[index] = { point: { lead: first, more }, use: 'discussion' };
  }

  // ── Motions ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #moved(motion: Motion): void {
    this.#closeAmendment();
    const amends = motion.amendment || this.#under === 'amendment';
    this.#under = undefined;
    if (amends) this.#amendment = { ...motion, amendment: true };
    else { this.#closeMain(); this.#main = motion; }
  }

  /** The motion of lines that name mover and seconder; none where what they belong to was read already. Gives the last point used. */
  #lined(i: number, lines: MoverLines): number | undefined {
    const last = this.decisions.at(-1);
    // Right under what was resolved they are a remark on it.
    if (last && last.motion === undefined && last.mover === undefined && i > 0 && this.#slots[i - 1]?.use === 'decision') {
      last.motion = lines.text;
      if (lines.mover) last.mover = lines.mover;
      if (lines.seconder) last.seconder = lines.seconder;
      for (let k = i; k <= lines.last; k++) this.#use(k);
      return lines.last;
    }
    const motion = linedMotion(this.points, i, lines, this.#words, (index) => this.#slots[index]?.use === 'discussion' && index > (this.#main?.last ?? -1) && index > (this.#amendment?.last ?? -1));
    if (!motion) return undefined;
    if (!motion.bare || !this.#seconds(i, lines)) this.#moved(motion);
    return motion.last;
  }

  /** Lines that name who moved and seconded belong to the motion or amendment that is open, unless others did. */
  #seconds(i: number, { last, text, mover, seconder }: MoverLines): boolean {
    const open = this.#amendment ?? this.#main;
    const differ = (a?: Party, b?: Party): boolean => a !== undefined && b !== undefined && a.name !== b.name;
    if (!open || open.bare || open.vote || differ(open.mover, mover) || differ(open.seconder, seconder)) return false;
    const voted = [...open.voted, ...this.points.slice(i, last + 1).map((_, k) => i + k)];
    const named: Motion = { ...open, voted, motion: `${open.motion}\n\n${text}`, ...given({ mover: open.mover ?? mover, seconder: open.seconder ?? seconder }) };
    if (open === this.#amendment) this.#amendment = named;
    else this.#main = named;
    return true;
  }

  /** The motion under a heading, where what stands before its mover's line is all of it. */
  #underHeading(i: number, lines: MoverLines | undefined): Motion | undefined {
    if (this.#under === undefined || this.points.slice(this.#headed + 1, i).some((p) => this.#ends(p))) return undefined;
    const motion = headedMotion(this.points, this.#headed, i, lines, this.#words);
    return motion ? { ...motion, amendment: this.#under === 'amendment' } : undefined;
  }

  /** "Proposed by …, seconded by …" in a line of its own under a resolution. */
  #remark(point: Point): boolean {
    const last = this.decisions.at(-1);
    const { text } = point.lead;
    if (!last || last.motion !== undefined || last.mover || text.length > LONGEST_REMARK || point.more.length > 0 || /\bthat\b|["“]/.test(text)) return false;
    const { mover, seconder } = moversIn(text, this.#words);
    if (!mover && !seconder) return false;
    for (const { start, end } of sentences(text).slice(1)) if (isResult(text.slice(start, end), this.#words)) addSaid((last.vote ??= {}), text.slice(start, end));
    const result = resultAtEnd(text, this.#words);
    if (result) addSaid((last.vote ??= {}), result.text);
    last.motion = text;
    if (mover) last.mover = mover;
    if (seconder) last.seconder = seconder;
    this.#use(this.points.indexOf(point));
    return true;
  }

  #decide(motion: Motion, number: string | undefined, text: string, outcome: Decision['outcome']): Decision {
    if (motion.vote) settle(this.context, motion.vote, motion.at.at);
    for (let i = motion.first; i <= motion.last; i++) this.#use(i);
    if (motion.heading) this.context.headings.push({ field: 'motion', heading: motion.heading.text, at: motion.heading.at });
    for (const i of motion.voted) this.#spend(i);
    return {
      ...(number === undefined ? {} : { number }), text, ...(outcome === undefined ? {} : { outcome }),
      ...(motion.amendment ? { amendment: true as const } : {}), motion: motion.motion,
      ...(motion.mover ? { mover: motion.mover } : {}), ...(motion.seconder ? { seconder: motion.seconder } : {}),
      ...(motion.vote ? { vote: motion.vote } : {}), ...motion.at,
    };
  }

  /** An amendment is a decision of its own once its vote is known; one without a vote is discussion. */
  #closeAmendment(): void {
    const a = this.#amendment;
    this.#amendment = undefined;
    if (!a?.vote || a.bare) return;
    settle(this.context, a.vote, a.at.at);
    if (a.vote.result === undefined) return;
    this.decisions.push(this.#decide(a, a.number, a.moved, a.vote.result === 'carried' ? 'agreed' : 'rejected'));
  }

  /** A motion that no RESOLVED follows is a decision where its vote is known, else discussion. */
  #closeMain(): void {
    const m = this.#main;
    this.#main = undefined;
    if (!m?.vote || m.bare) return;
    settle(this.context, m.vote, m.at.at);
    if (m.vote.result === undefined) return;
    this.decisions.push(this.#decide(m, m.number, m.moved, m.vote.result === 'carried' ? outcomeOf(m.moved, 'agreed') : 'rejected'));
  }

  // ── Votes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** The vote that a line speaks of: the amendment's while it is open, the motion's, that of the last decision, or one to come. */
  #voteFor(index: number, text: string, ahead: boolean): Vote | undefined {
    // "The motion was then put …", after a vote on the amendment: another vote.
    const { ownMotion, theMotion, amendment } = this.#words.words;
    const onMotion = findWording(text, ownMotion) !== undefined || (this.#amendment?.vote !== undefined && openingOf(text, theMotion) !== undefined);
    // "The Motion was carried by 5 votes to 2", no vote on the amendment before it: it was the one against the other.
    if (this.#amendment && !this.#amendment.vote && this.#main && isMotionCarried(text, this.#words) && !findWording(text, amendment)) {
      this.#amendment.vote = { text, result: 'lost' };
      this.#closeAmendment();
    }
    if (this.#amendment && onMotion && !findWording(text.slice(0, 60), amendment)) this.#closeAmendment();
    const motion = this.#amendment ?? this.#main;
    if (motion) {
      motion.voted.push(index);
      return (motion.vote ??= {});
    }
    if (this.#vote) { this.#vote.points.push(index); return this.#vote.vote; }
    const last = this.decisions.at(-1);
    if (last && !ahead) {
      this.#spend(index);
      return (last.vote ??= {});
    }
    this.#vote = { vote: {}, points: [index] };
    return this.#vote.vote;
  }

  #put(point: Point, index: number): void {
    if (this.#main && this.#amendment && setAgainst(this.#main, this.#amendment, point.lead.text, this.#words)) { this.#main.voted.push(index); return; }
    const vote = this.#voteFor(index, point.lead.text, true);
    if (vote) addSaid(vote, point.lead.text);
  }

  #result(point: Point, index: number): void {
    const vote = this.#voteFor(index, point.lead.text, false);
    if (vote) addSaid(vote, point.lead.text);
  }

  #tally(point: Point, index: number): boolean {
    if (point.lead.heading || point.more.length > 0) return false;
    const inVote = this.#amendment !== undefined || this.#main !== undefined || this.#vote !== undefined || this.decisions.length > 0;
    const tally = inVote ? tallyOf(point.lead.text, this.#words) : undefined;
    if (!tally) return false;
    const vote = this.#voteFor(index, '', this.#vote !== undefined);
    if (!vote) return false;
    const printed = point.lead.text.slice(tally.names);
    const names = printed.trim() === '' || !areNames({ ...point.lead, text: printed }, this.#words) ? [] : namesIn(printed, this.#words);
    addTally(vote, tally, names);
    if (names.length === 0 && tally.count !== 0) this.#naming = { vote, side: tally.side, ...(tally.count === undefined ? {} : { count: tally.count }) };
    return true;
  }

  /** The names under a tally. */
  #names(point: Point, index: number): boolean {
    const naming = this.#naming;
    if (!naming || tallyOf(point.lead.text, this.#words) || isResult(point.lead.text, this.#words) || !areNames(point.lead, this.#words) || this.#ends(point)) return false;
    const names = namesIn(point.lead.text, this.#words);
    const had = naming.vote.names?.[naming.side].length ?? 0;
    if (naming.count !== undefined && had >= naming.count) return false;
    addTally(naming.vote, { side: naming.side, names: 0, ...(naming.count === undefined ? {} : { count: naming.count }) }, names);
    const motion = this.#amendment ?? this.#main;
    if (motion) motion.voted.push(index);
    else if (this.#vote) this.#vote.points.push(index);
    else this.#use(index);
    return true;
  }

  /** A vote that nothing resolves after it is that of the last decision, where it has none. */
  #letGoVote(): void {
    const last = this.decisions.at(-1);
    const pending = this.#vote;
    this.#vote = undefined;
    if (!pending || !last || last.vote || (pending.vote.for === undefined && pending.vote.result === undefined)) return;
    settle(this.context, pending.vote, last.at);
    last.vote = pending.vote;
    for (const k of pending.points) this.#spend(k);
  }

  // ── Resolutions ────────────────────────────────────────────────────────────────────────────────────────────────────

  #resolution(i: number, resolved: NonNullable<ReturnType<typeof resolvedIn>>): number {
    this.#closeAmendment();
    const point = this.points[i];
    if (!point) return i;
    const { lead } = point;
    const motion = this.#main;
    this.#main = undefined;
    const lost = motion?.vote?.result === 'lost';
    if (motion && lost) { this.#main = motion; this.#closeMain(); }
    const own = motion && !lost ? motion : undefined;
    // "On the motion of Cllr Lane, seconded by Cllr Brook, it was RESOLVED …": the lead words are the motion.
    const leadWords = lead.text.slice(resolved.sentence, resolved.opening).trim();
    // … or they stand after it: "RESOLVED (on the motion of Cllr Lane, seconded by Cllr Brook) that …".
    const motionWords = [leadWords, resolved.manner].find((words) => isMoved(words, this.#words));
    const movedHere = motionWords === undefined ? undefined : moversIn(motionWords, this.#words);
    const counted = readVote(resolved.manner)?.for !== undefined;
    const read = readResolution(this.context, this.points, i, resolved, {
      whole: own !== undefined || this.#vote !== undefined || movedHere?.mover !== undefined || counted, ends: this.#ends, loose: this.loose,
    });
    if (read.decisions.length === 0) return i;
    for (let k = i; k <= i + read.used; k++) { const slot = this.#slots[k]; if (slot) slot.use = 'decision'; }
    const [first] = read.decisions;
    if (first && own) {
      const joined = this.#decide(own, first.number, first.text, first.outcome);
      const { at: _at, until: _until, ...rest } = joined;
      Object.assign(first, rest, { text: first.text });
    } else if (first && movedHere) {
      first.motion = motionWords ?? leadWords;
      if (movedHere.mover) first.mover = movedHere.mover;
      if (movedHere.seconder) first.seconder = movedHere.seconder;
    }
    if (first && this.#vote && !own) {
      settle(this.context, this.#vote.vote, first.at);
      first.vote = this.#vote.vote;
      for (const k of this.#vote.points) this.#spend(k);
    }
    this.#vote = undefined;
    for (const decision of read.decisions) { peel(decision, this.#words); movedAtEnd(decision, this.#words); }
    // "… and on a vote of 3 in favour and 1 against it was RESOLVED"
    const voted = [read.manner, ...[leadWords, own?.motion ?? ''].filter((words) => findWording(words, this.#words.words.voting) !== undefined)].find((words) => words !== '' && readVote(words)?.for !== undefined) ?? '';
    const said = voted === '' || !first || first.vote ? undefined : readVote(voted);
    if (first && said && (said.for !== undefined || said.against !== undefined)) {
      const { names: _names, ...counts } = said;
      first.vote = { ...counts, text: voted };
      settle(this.context, first.vote, first.at);
    }
    const how = `${leadWords} ${resolved.word} ${read.manner}`;
    const consent = first && first.vote === undefined ? findWording(how, this.#words.words.byConsent) : undefined;
    if (first && consent) first.vote = { text: how.slice(consent.start, consent.end), result: 'carried' };
    this.#introduced(i);
    if (read.introduction !== undefined) this.introduction = this.introduction === undefined ? read.introduction : `${this.introduction}\n\n${read.introduction}`;
    this.decisions.push(...read.decisions);
    this.#before(i, movedHere?.mover === undefined && leadWords.split(/\s+/).length >= CLAUSE_WORDS ? resolved.opening : resolved.sentence, resolved.opening);
    return i + read.used;
  }

  /** "The Committee:" over entries that each resolve something ("- NOTED …") introduces the first of them. */
  #introduced(i: number): void {
    const slot = this.#slots[i - 1];
    if (slot?.use !== 'discussion' || this.points[i]?.lead.label === undefined || slot.point.more.length > 0 || slot.point.lead.label !== undefined || !namesBody(slot.point.lead.text, this.#words)) return;
    this.#use(i - 1);
    this.introduction = this.introduction === undefined ? slot.point.lead.text : `${this.introduction}\n\n${slot.point.lead.text}`;
  }

  /** What the paragraph says before it resolves is discussion: the point stays, cut short. */
  #before(i: number, sentence: number, opening: number): void {
    const slot = this.#slots[i];
    if (!slot) return;
    const { lead } = slot.point;
    if (sentence > 0) {
      const text = lead.text.slice(0, sentence).trim();
      this.#slots[i] = { point: { lead: { ...lead, text, pieces: undefined, spans: undefined }, more: [] }, use: 'discussion' };
      this.context.takePart(lead, 0, sentence);
    }
    this.context.takePart(lead, sentence, opening);
  }

  /** Under a heading "Decision" what stands above "Reasons" was decided. */
  #decideAbove(i: number): void {
    const above = this.#slots.slice(0, i).filter((s) => s.use === 'discussion');
    this.decisions.push(...this.asDecisions(above.map((s) => s.point)));
    for (const slot of above) slot.use = 'decision';
  }
}
