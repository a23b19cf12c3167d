/** One item of business: its paragraphs are sorted into purpose, discussion, motions, votes, resolutions, declarations, documents, actions. */
import { places } from '../../paper/ledger.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { fold } from '../../paper/text.js';
import type { ParseContext } from '../shared/context.js';
import { inEitherLanguage } from '../shared/bilingual.js';
import { FETCHED } from '../shared/fetched.js';
import { itemOf, itemsOf } from '../shared/items.js';
import { findWording, openingOf } from '../shared/openings.js';
import { given } from '../shared/given.js';
import { tableRecords } from '../shared/tables.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Item } from '../schemas.js';
import { actionCell, actionOf, actionTable, addToAction, opensAction, partedActions } from './actions.js';
import { apologiesIn, itemAttendance } from './attendance.js';
import { declarationOf, declarationsOf, declares, isDeclarationEntry, isKindFirst } from './declarations.js';
import { Debate } from './debate.js';
import { type OutlinedItem } from './outline.js';
import { isNameLine } from './mover-lines.js';
import { partedMotions } from './parted-motions.js';
import { blocksOf, pointsOf, type Point } from './points.js';
import { agreesMinutes, electedIn, listedDecisions, plainDecisions } from './plain-decisions.js';
import { resolvedIn } from './resolved.js';
import { isResult, tallyOf } from './votes.js';
import type { Attendant, Decision, MinuteAction, MinuteItem } from './schema.js';
import { eachParagraph } from '../../paper/walk.js';

export interface ReadItem {
  readonly item: MinuteItem;
  /** People whom the item names as present or apologising: theirs is the meeting's attendance where it has no list of its own. */
  readonly people: Attendant[];
  readonly apologies: Attendant[];
  /** True where the item resolves to go on without press and public, false where they are let in again. */
  readonly excludes?: boolean;
}

/** A document of the list without the size of its file, which is the website's. */
function withoutSize(context: ParseContext, block: Block): Block {
  const size = block.type === 'paragraph' ? FETCHED.exec(block.text) : null;
  if (block.type !== 'paragraph' || !size || size.index === 0) return block;
  context.ledger.setTextAside(block, size.index, block.text.length);
  return stretchOf(block, 0, size.index);
}

/** The parts of an item that the paper heads with a word: "Minutes:", "Decision:", "Supporting documents:". */
interface Parts { before: Block[]; minutes?: Block[]; decision?: Block[]; documents: Block[] }

function partsOf(context: ParseContext, blocks: readonly Block[]): Parts {
  const { minutes = [], decision = [], documents = [] } = context.vocabulary.headings;
  const parts: Parts = { before: [], documents: [] };
  // On a published page "Decision:" and "Minutes:" head parts; in running minutes "DECISION" opens the resolution like any other word.
  const page = blocks.some((b) => b.type === 'paragraph' && b.text.length <= 60 && /:\s*$/.test(b.text) && fieldFor(b.text, { minutes }) !== undefined);
  let into: Block[] = parts.before;
  for (const block of blocks) {
    if (block.type === 'paragraph' && block.number === undefined && block.text.length <= 60) {
      const marked = /:\s*$/.test(block.text) || block.heading !== undefined || block.bold === true;
      const field = marked ? fieldFor(block.text, { minutes, decision, documents }) : undefined;
      if (field === 'minutes' && parts.minutes === undefined) { context.heading(block, 'discussion'); into = parts.minutes = []; continue; }
      if (field === 'documents') { context.heading(block, 'documents'); into = parts.documents; continue; }
      // "RESOLVED:" among the minutes goes on with them.
      const running = into === parts.minutes && isOneOf(block.text, context.vocabulary.words.resolvedAlone);
      if (field === 'decision' && parts.decision === undefined && !running && (page || !openingOf(block.text, context.vocabulary.words.resolved))) {
        context.heading(block, 'decisions');
        into = parts.decision = [];
        continue;
      }
    }
    into.push(block);
  }
  return parts;
}

/** Reads one item. Takes its heading and all its blocks. `listed` says that the minutes have a list of those present, `inColumn` which paragraphs stood in a column of actions. */
export function readItem(context: ParseContext, outlined: OutlinedItem, listed: boolean, inColumn: ReadonlySet<Block> = new Set()): ReadItem {
  const { head, blocks } = outlined;
  const { vocabulary } = context;
  for (const p of head.paragraphs) context.take(p);
  if (head.tail) context.ledger.setTextAside(head.tail.paragraph, head.tail.start, head.tail.end);
  const [first] = head.paragraphs;
  const end = head.paragraphs.at(-1);
  const place = first ? places(first.at, end === first ? first.until : end?.until ?? end?.at) : { at: '#' };
  const item: MinuteItem = {
    ...(head.number === undefined ? {} : { number: head.number }),
    ...(head.agendaItem === undefined ? {} : { agendaItem: head.agendaItem }),
    title: head.title, discussion: [], decisions: [], declarations: [], documents: [],
    ...(head.exempt ? { exempt: true as const } : {}),
    ...place,
  };
  const tables: Table[] = [];
  const loose = (t: Table): void => { tables.push(t); };
  const parts = partsOf(context, blocks);
  let body = parts.minutes ?? parts.before;
  if (parts.minutes) readPurpose(context, item, parts.before, loose);
  else if (parts.decision) body = parts.before;
  if (parts.documents.length > 0) item.documents = itemsOf(context, parts.documents.map((b) => withoutSize(context, b)), loose);

  const about = (field: string): boolean => [head.title, ...inEitherLanguage(head.title)].some((title) => isOneOf(title, vocabulary.headings[field]));
  const people: Attendant[] = [];
  const taken: Point[] = [];
  // "(b) agreed that …" goes on with the list that "The Board:" introduces.
  const resolves = (p: Paragraph): boolean => !/^\p{Ll}/u.test(p.text) && resolvedIn(p.text, vocabulary)?.sentence === 0 && openingOf(p.text, vocabulary.words.resolved) !== undefined;
  for (const block of body) {
    if (block.type === 'paragraph' && inColumn.has(block) && (block.text !== '' || block.label !== undefined)) (item.actions ??= []).push(actionCell(context, block));
  }
  const { points, tables: own } = pointsOf(partedActions(plain(context, body.filter((b) => !inColumn.has(b))), vocabulary), resolves);
  tables.push(...own);

  const debate = new Debate(context, partedMotions(points, vocabulary), loose);
  const discussed = debate.run();
  item.decisions.push(...debate.decisions);
  if (debate.introduction !== undefined) item.decisionsIntroduction = debate.introduction;
  const remarks = parts.decision ? readDecisionPart(context, item, parts.decision, loose) : [];

  const declarationItem = about('declarations');
  /** The item says what was resolved: a list of what somebody noted or asked is debate. */
  const resolved = item.decisions.length > 0;
  const lastSaid = discussed.findLastIndex((p) => !openingOf(p.lead.text, vocabulary.words.action) && !p.lead.heading);
  const shelf: Item[][] = [item.discussion];
  /** The action that the point before was, or said more of. */
  let acting: MinuteAction | undefined;
  for (let i = 0; i < discussed.length; i++) {
    const point = discussed[i];
    if (!point) continue;
    const { lead } = point;
    if (lead.heading) {
      // What stands under it are the next points.
      const headed = point.more.length > 0 ? itemsOf(context, [lead, ...point.more], loose) : [itemOf(context, lead)];
      item.discussion.push(...headed);
      const holder = headed.at(-1);
      shelf[0] = holder ? (holder.items ??= []) : item.discussion;
      continue;
    }
    const shelved = shelf[0] ?? item.discussion;
    const attended = itemAttendance(context, lead, point.more);
    if (attended) {
      people.push(...attended.people);
      item.attendanceIntroduction = item.attendanceIntroduction === undefined ? attended.introduction : `${item.attendanceIntroduction}\n\n${attended.introduction}`;
      const rest = point.more.slice(attended.used);
      if (rest.length > 0) shelved.push(...itemsOf(context, rest, loose));
      continue;
    }
    if (acting && addToAction(context, acting, point)) continue;
    acting = undefined;
    const action = actionOf(context, point, loose);
    if (action) { (item.actions ??= []).push(action); acting = action; continue; }
    if (declares(lead.text, vocabulary, declarationItem) || (declarationItem && isKindFirst(lead.text, vocabulary))) {
      item.declarations.push(...itemsOf(context, blocksOf(point), loose).flatMap((d) => declarationsOf(d, vocabulary)));
      continue;
    }
    // "The following declarations were made:", then each as an entry of a list.
    if (declarationItem && point.more.length > 0 && point.more.some((b) => b.type === 'paragraph' && declares(b.text, vocabulary, true))) {
      shelved.push(...itemsOf(context, [lead], loose));
      item.declarations.push(...itemsOf(context, point.more, loose).flatMap((d) => declarationsOf(d, vocabulary)));
      continue;
    }
    // "The following declarations were made:", then each as a line of its own: "Cllr Lane - item 4 - employee".
    if (declarationItem && lead.number === undefined && isDeclarationEntry(lead.text) && (listsDeclarations(discussed.slice(0, i), vocabulary) || findWording(lead.text, vocabulary.words.interestAlone))) {
      item.declarations.push(...itemsOf(context, blocksOf(point), loose).map((d) => declarationOf(d, vocabulary)));
      continue;
    }
    const named = declarationItem || resolved ? undefined : listedDecisions(context, point, loose);
    if (named) {
      item.decisionsIntroduction = item.decisionsIntroduction === undefined ? named.introduction : `${item.decisionsIntroduction}\n\n${named.introduction}`;
      item.decisions.push(...named.decisions);
      continue;
    }
    const chosen = item.decisions.length === 0 && about('electionItem') ? electedIn(context, point) : undefined;
    if (chosen) { item.decisions.push(chosen); continue; }
    if (item.decisions.length === 0 && !declarationItem && (i === lastSaid || agreesMinutes(point, vocabulary))) {
      const last = plainDecisions(context, point, vocabulary, loose, (debate) => { shelved.push(...itemsOf(context, [debate], loose)); });
      if (last.length > 0) { item.decisions.push(...last); continue; }
    }
    shelved.push(...itemsOf(context, blocksOf(point), loose));
    taken.push(point);
  }
  item.discussion.push(...remarks);
  dropEmpty(item.discussion);

  for (const table of tables) {
    const actions = actionTable(context, table);
    if (actions) {
      item.actions = [...(item.actions ?? []), ...actions];
      headsActions(context, item);
    }
    else item.tables = [...(item.tables ?? []), ...tableRecords(context, table, item.tables?.length ?? 0)];
  }
  const paragraphs = eachParagraph(taken.flatMap(blocksOf));
  const apologies = about('apologiesItem') || paragraphs.some((p) => (findWording(p.text, vocabulary.words.apologiesFrom)?.start ?? Infinity) < 80) ? apologiesIn(context, paragraphs, about('apologiesItem')) : [];
  if (listed && people.length > 0) item.attendance = people;
  const turn = turns(context, head.title, item.decisions);
  return { item, people: listed ? [] : people, apologies, ...(turn === undefined ? {} : { excludes: turn }) };
}

/** "SUMMARY OF ACTIONS", over the table and nothing else, heads the actions. */
function headsActions(context: ParseContext, item: MinuteItem): void {
  const last = item.discussion.at(-1);
  if (!last?.heading || last.items?.length || !isOneOf(last.text, context.vocabulary.headings.actions)) return;
  context.headings.push({ field: 'actions', heading: last.text, at: last.at });
  item.discussion.pop();
}

/** True where one of the points before introduces a list of declarations. */
const listsDeclarations = (before: readonly Point[], vocabulary: Vocabulary): boolean =>
  before.some(({ lead }) => /:\s*$/.test(lead.text) && (findWording(lead.text, vocabulary.words.interest) ?? findWording(lead.text, ['declaration', 'declarations'])) !== undefined);

/** Bold lines that a reader takes for headings, but that resolve something, introduce a list or are sentences, are paragraphs. */
function plain(context: ParseContext, blocks: readonly Block[]): Block[] {
  return blocks.map((block) => {
    if (block.type === 'table' || !block.heading) return block;
    const { text } = block;
    const prose = /[:.;]\s*$/.test(text) || opensAction(text, context.vocabulary) || resolvedIn(text, context.vocabulary) !== undefined || isResult(text, context.vocabulary) || tallyOf(text, context.vocabulary) !== undefined || isNameLine(text, context.vocabulary);
    if (!prose) return block;
    const { heading: _heading, ...rest } = block;
    return rest;
  });
}

/** What stands before "Minutes:" on an item's page says what the item is for. */
function readPurpose(context: ParseContext, item: MinuteItem, before: readonly Block[], loose: (t: Table) => void): void {
  const texts: string[] = [];
  const other: Block[] = [];
  for (const block of before) {
    if (block.type === 'table' || (block.label !== undefined && texts.length === 0)) { other.push(block); continue; }
    if (block.text === '' && block.label === undefined) continue;
    context.take(block);
    texts.push(block.label === undefined ? block.text : `${block.label} ${block.text}`);
  }
  if (texts.length > 0) item.purpose = texts.join('\n\n');
  if (other.length > 0) item.discussion.push(...itemsOf(context, other, loose));
}

/** The blocks under a heading "Decision": the resolution again, or its only printing. Gives back what stands there and decides nothing. */
function readDecisionPart(context: ParseContext, item: MinuteItem, blocks: readonly Block[], loose: (t: Table) => void): Item[] {
  const { points, tables } = pointsOf(plain(context, blocks));
  for (const table of tables) loose(table);
  const debate = new Debate(context, points, loose, true);
  const rest = debate.run();
  const own: Decision[] = [...debate.decisions];
  const remarks: Item[] = [];
  const carried = item.decisions.filter((d) => d.motion !== undefined && d.amendment === undefined && d.vote?.result === 'carried');
  if (own.length === 0) {
    // A remark in brackets decides nothing.
    const said = rest.filter((p) => (!/^[([]/.test(p.lead.text) || p.lead.label !== undefined) && !isOnTheMeeting(p, context.vocabulary));
    own.push(...debate.asDecisions(said, carried.length > 0));
    remarks.push(...itemsOf(context, rest.filter((p) => !said.includes(p)).flatMap(blocksOf), loose));
  }
  else remarks.push(...itemsOf(context, rest.flatMap(blocksOf), loose));
  // Printed under "Minutes" too: it stands once.
  if (item.decisions.length === 0) {
    item.decisions.push(...own);
    if (debate.introduction !== undefined) item.decisionsIntroduction ??= debate.introduction;
    return remarks;
  }
  // What the part says beside that (a vote was recorded above, its outcome in points here) is not lost.
  const [only] = own;
  // One motion was carried, one thing decided: the motion and the vote are that decision's.
  if (only && own.length === 1 && only.motion === undefined && carried.length === 1 && carried[0]) {
    const { at: _at, until: _until, vote, ...rest } = only;
    Object.assign(carried[0], rest, given({ vote: carried[0].vote ?? vote }));
    return remarks;
  }
  const printed = new Set(item.decisions.flatMap((d) => [d.text, ...(d.items ?? []).map((i) => i.text)]).map(fold));
  item.decisions.push(...own.filter((d) => !printed.has(fold(d.text)) || (d.items ?? []).some((i) => !printed.has(fold(i.text)))));
  return remarks;
}

/** A remark on who came and went, or on a break, is long by this many characters at most. */
const LONGEST_REMARK = 160;
/** "Councillor Tait left the meeting at this point.", "The Committee adjourned at 12.15 pm." */
const isOnTheMeeting = ({ lead, more }: Point, vocabulary: Vocabulary): boolean =>
  more.length === 0 && lead.label === undefined && lead.text.length <= LONGEST_REMARK && (findWording(lead.text, vocabulary.words.cameOrWent) ?? openingOf(lead.text, vocabulary.words.adjourned)) !== undefined;

/** Whether the item shuts out press and public, or lets them in again. */
function turns(context: ParseContext, title: string, decisions: readonly Decision[]): boolean | undefined {
  const { words } = context.vocabulary;
  for (const { text } of decisions) {
    if (findWording(text, words.excluded)) return true;
    if (findWording(text, words.readmitted)) return false;
  }
  return findWording(title, words.readmitted) ? false : undefined;
}

function dropEmpty(items: Item[]): void {
  for (const i of items) if (i.heading && i.items?.length === 0) delete i.items;
}
