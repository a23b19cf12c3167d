/** Actions that the meeting asked for: lines that open with "Action:", and tables of actions. */
import { fragment } from '../../paper/locator.js';
import type { Block, Paragraph, Table } from '../../paper/model.js';
import { cellAt, cellText } from '../../paper/walk.js';
import { namesMonth, readPeriod, splitParties } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { labelledValues } from '../shared/labels.js';
import { findWording, openingOf } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Point } from './points.js';
import type { MinuteAction } from './schema.js';

/** A cell that names who is to act, and no more, is short (characters). */
const LONGEST_NAMES = 40;

type Column = 'action' | 'owner' | 'timescale' | 'status' | 'number';

/** "Send the list of play areas" to members: a verb and its object, and nobody's name. */
const ORDER = /^(?!all\b|both\b)[a-z\u00c0-\u024f]{2,}\s+(?:the|an?|all|our|their|its|any|this|these)\s/i;

/** "PH / SP", "JM, PH": letters and nothing else. */
const ALL_LETTERS = /^\p{Lu}{2,4}(?:\s*(?:[/,&+]|and)\s*\p{Lu}{2,4})+$/u;

/** Owner and text of "J Brook to send the figures by 4 May", "to send the figures (J Brook)", "send the figures – J Brook". */
function ownersIn(text: string): { owners: string; rest: string } | undefined {
  const to = /^(\S.{0,80}?)\s+(?=to\s+\p{Ll})/u.exec(text);
  if (to?.[1] && !/[.;:]/.test(to[1]) && /^\p{Lu}/u.test(to[1]) && !ORDER.test(to[1])) return { owners: to[1], rest: text.slice(to[0].length) };
  // "Cllr Peel / Treasurer - review the cover": somebody, a dash, and a verb.
  const dash = /^(\p{Lu}.{0,58}?)\s+[–—-]\s+(?=\p{Ll}+\s)/u.exec(text);
  if (dash?.[1] && (ALL_LETTERS.test(dash[1]) || splitParties(dash[1]).owners.some((o) => o.type !== 'body'))) return { owners: dash[1], rest: text.slice(dash[0].length) };
  const end = /\s*(?:\(([^()]{2,60})\)|\s[–—-]\s+(\p{Lu}[^.;:]{1,58}))\.?$/u.exec(text);
  const owners = end?.[1] ?? end?.[2];
  // "(March 2021)" is nobody.
  if (end && owners && /^\p{Lu}/u.test(owners) && !/\s\d{4}$/.test(owners)) return { owners: owners.trim(), rest: text.slice(0, end.index) };
  return undefined;
}

/** "Action: Deputy Town Clerk" names only who is to act: posts, and people with their titles. */
function ownerAlone(text: string): { owners: string; rest: string } | undefined {
  const who = text.replace(/[.\s]+$/, '');
  if (who === '' || who.length > LONGEST_NAMES || ORDER.test(who) || !who.split(/[\s,/&]+/).every((word) => /^\p{Lu}/u.test(word) || /^(?:of|for|and|the|to)?$/.test(word))) return undefined;
  const { owners, certain } = splitParties(who);
  return certain && owners.length > 0 && owners.every((o) => o.type === 'role' || (o.type === 'person' && o.honorific !== undefined)) ? { owners: who, rest: '' } : undefined;
}

/** What stands after the first word of a time is short (characters). */
const LONGEST_TIME = 40;

/** "by 1 April 2013", "by the next meeting", at the end of a text: when it is due, and where "by" stands. */
function dueAt(text: string, { words }: Vocabulary): { index: number; due: string } | undefined {
  for (const { 0: by, index } of text.matchAll(/\bby\s+/gi)) {
    const due = text.slice(index + by.length).replace(/[.;]$/, '');
    const day = /^[a-z]+/i.exec(due)?.[0] ?? '';
    const begins = /^\d/.test(due) ? 1 : /day$/i.test(day) || namesMonth(day) ? day.length : openingOf(due, words.dueBegins)?.end;
    if (begins !== undefined && due.length <= begins + LONGEST_TIME && !due.includes('\n')) return { index, due };
  }
  return undefined;
}

/** "Report on the learning - September 2023", "… (May 2024)": a month or a day after a mark, at the end. */
const AFTER_DASH = /(?:\s[–—-]\s+|\s\()((?:\d{1,2}(?:st|nd|rd|th)?\s)?\p{Lu}\p{Ll}{2,8}\s\d{4})\)?[.;]?$/u;

/** "… by 1 April 2013", "… by the next meeting": when it is due. */
function dueIn(context: ParseContext, text: string): { timescale?: MinuteAction['timescale'] } {
  const due = dueAt(text, context.vocabulary)?.due;
  const after = due === undefined ? AFTER_DASH.exec(text)?.[1] : undefined;
  if (due === undefined && after === undefined) return {};
  const period = readPeriod(due === undefined ? after ?? '' : `by ${due}`, { paperDate: context.date, timescale: true });
  if (period.problem !== undefined) return {};
  // "the Structures Review (March 2021)", in minutes of a later year: the day of a paper, by which nothing is due.
  const { end } = period.value;
  return after !== undefined && end !== undefined && context.date !== undefined && end < context.date ? {} : { timescale: period.value };
}

/** True for a text that opens with "Action:" or the like, and says something after it or under it. */
export function opensAction(text: string, vocabulary: Vocabulary): boolean {
  const opening = openingOf(text, vocabulary.words.action);
  return opening !== undefined && (/[:–-]$/.test(text.slice(0, opening.end).trimEnd()) || /^\s*[:–—-]/.test(text.slice(opening.end)));
}

/** Where a sentence of a paragraph may begin: behind a stop, a bracket or a quotation. */
const BEGINS = /(?<=[.;!?)”"]\s{1,3})(?=[A-Z])/g;

/** "The Committee noted …", "The Chair thanked …", "Members then discussed …": somebody who meets, and a verb; "Members to write …" goes on with what is to be done. */
const MEETS = /^(?:The\s((?:(?:[A-Z][\w&-]*,?|and|of|for|&)\s){1,9})|(?:All\smembers|Members|Councillors)\s)(?!(?:to|should|will|must|and|or|is|are|has|have|would|may|can)\b)[a-z]/;

/** True where a sentence tells of the meeting again, and so ends the action before it. */
function endsAction(sentence: string, { words }: Vocabulary): boolean {
  if (openingOf(sentence, words.resolved) ?? openingOf(sentence, words.decided) ?? openingOf(sentence, words.minutesAgreed)) return true;
  const m = MEETS.exec(sentence);
  const who = m?.[1]?.trim();
  return m !== null && (who === undefined || isOneOf(who, words.speaksAlone) || isOneOf(who.split(/\s/).at(-1) ?? '', words.decidingBody));
}

/** The blocks with what a paragraph says before "ACTION: …", and after it, parted from it. */
export function partedActions(blocks: readonly Block[], vocabulary: Vocabulary): Block[] {
  return blocks.flatMap((b) => {
    if (b.type !== 'paragraph' || b.heading || !findWording(b.text, vocabulary.words.action)) return [b];
    const cuts: number[] = [];
    let acting = opensAction(b.text, vocabulary);
    for (const { index } of b.text.matchAll(BEGINS)) {
      const sentence = b.text.slice(index);
      if (opensAction(sentence, vocabulary)) acting = true;
      else if (acting && /[.!?]\s{1,3}$/.test(b.text.slice(Math.max(0, index - 4), index)) && endsAction(sentence, vocabulary)) acting = false;
      else continue;
      cuts.push(index);
    }
    return cuts.length === 0 ? [b] : [0, ...cuts].map((at, i) => stretchOf(b, at, cuts[i]));
  });
}

/** An action that a point opens with ("Action: …"), or `undefined`. Takes the point. */
export function actionOf(context: ParseContext, point: Point, loose: (table: Table) => void): MinuteAction | undefined {
  const { lead } = point;
  const opening = openingOf(lead.text, context.vocabulary.words.action);
  if (!opening || !opensAction(lead.text, context.vocabulary)) return numberedAction(context, point);
  const text = lead.text.slice(opening.end).replace(/^[\s:–—-]+/, '');
  if (text === '' && point.more.length === 0) return undefined;
  const where = context.take(lead);
  const items = point.more.length > 0 ? itemsOf(context, point.more, loose) : [];
  const found = ownersIn(text) ?? (items.length === 0 ? ownerAlone(text) : undefined);
  const split = found ? splitParties(found.owners) : undefined;
  return {
    text, ...(items.length > 0 ? { items } : {}),
    owners: split?.certain ? split.owners : [], ...(found ? { ownersText: found.owners } : {}),
    ...dueIn(context, text), ...where,
  };
}

/** "Action 16: Jane Holloway to publish the summary": its number, and somebody who is to do something. */
const NUMBERED = /^(actions?(?:\spoints?)?|AP)\s*(?:no\.?\s*)?((?:[A-Z]{1,6}[/-])?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)\s*[:.–—-]\s*(?=\S)/i;

/** A numbered action that says who is to do what; what was done about one of the last meeting ("Action 14: Jo Lane said …") is none. Takes the point. */
function numberedAction(context: ParseContext, point: Point): MinuteAction | undefined {
  const m = /^a/i.test(point.lead.text) ? NUMBERED.exec(point.lead.text) : null;
  const text = point.lead.text.slice(m?.[0].length ?? 0);
  if (!m?.[1] || !m[2] || point.more.length > 0 || !/^\p{Lu}[^.;:]{0,80}?\sto\s\p{Ll}/u.test(text)) return undefined;
  const found = ownersIn(text);
  if (!found || /\b(?:was|were|had|has|have|confirmed|reported|said|asked)\b/i.test(found.owners)) return undefined;
  const split = splitParties(found.owners);
  return { text, owners: split.certain ? split.owners : [], ownersText: found.owners, ...dueIn(context, text), other: { [m[1]]: m[2] }, ...context.take(point.lead) };
}

/** "Lead: Tree Officer", "By when: May 2012" in lines of their own under an action: sets them on it and takes them; `false` for another point. */
export function addToAction(context: ParseContext, action: MinuteAction, point: Point): boolean {
  const { lead } = point;
  const { owner = [], timescale = [], status = [] } = context.vocabulary.columns;
  if (point.more.length > 0 || lead.heading !== undefined || lead.text.length > LONGEST_LABELLED) return false;
  const values = labelledValues(lead, { owner, timescale, status }).filter((v) => /:\s*$/.test(lead.text.slice(0, v.start)) && v.end > v.start);
  const is = (field: string): boolean => values.some((v) => v.field === field);
  if (values.length === 0 || (is('owner') && action.ownersText !== undefined) || (is('timescale') && action.timescale !== undefined) || (is('status') && action.status !== undefined)) return false;
  const { at } = context.take(lead);
  for (const { field, label, start, end } of values) {
    const text = lead.text.slice(start, end).replace(/[\s;,]+$/, '');
    context.headings.push({ field, heading: label, at });
    if (field === 'owner') {
      const split = splitParties(text);
      action.ownersText = text;
      action.owners = split.certain ? split.owners : [];
    } else if (field === 'timescale') action.timescale = readPeriod(text, { paperDate: context.date, timescale: true }).value;
    else action.status = text;
  }
  return true;
}
/** Such a line has at most this many characters. */
const LONGEST_LABELLED = 160;

/** A paragraph in a column of actions: an action, or just who is to act. Takes it. */
export function actionCell(context: ParseContext, p: Paragraph): MinuteAction {
  const where = context.take(p);
  const found = ownersIn(p.text);
  // "MR by 31 January 2020"
  const due = found ? undefined : dueAt(p.text, context.vocabulary)?.index;
  const who = p.text.slice(0, due).trim();
  const named = found?.owners ?? (who !== '' && who.length <= LONGEST_NAMES ? who : undefined);
  const split = named === undefined ? undefined : splitParties(named);
  const sure = split?.certain === true || (named !== undefined && ALL_LETTERS.test(named));
  return { text: p.text, owners: split?.certain === true ? split.owners : [], ...(named !== undefined && (sure || found) ? { ownersText: named } : {}), ...dueIn(context, p.text), ...where };
}

/** The actions of a table whose headings name an action and somebody who owes it, or a time; `undefined` for another table. Takes it. */
export function actionTable(context: ParseContext, table: Table): MinuteAction[] | undefined {
  const { columns } = context.vocabulary;
  const lists = Object.fromEntries(['action', 'owner', 'timescale', 'status'].map((f) => [f, columns[f] ?? []]));
  const cell = (row: number, column: number): string => {
    const found = cellAt(table, row, column);
    return found && found.row === row && found.column === column ? cellText(found) : '';
  };
  const fields = Array.from({ length: table.columns }, (_, c) => fieldFor(cell(0, c).replace(/\n/g, ' '), lists) as Column | undefined);
  if (!fields.includes('action') || !(fields.includes('owner') || fields.includes('timescale'))) return undefined;
  const actionAt = fields.indexOf('action');
  // "Update" beside "Status": what says how it stands is the status, the other a column of its own.
  const { statusColumn } = context.vocabulary.words;
  if (fields.filter((f) => f === 'status').length > 1) {
    const own = fields.findIndex((f, c) => f === 'status' && isOneOf(cell(0, c), statusColumn));
    if (own >= 0) fields.forEach((f, c) => { if (f === 'status' && c !== own) fields[c] = undefined; });
  }
  const headings = fields.map((_, c) => cell(0, c).replace(/\n/g, ' '));
  const out: MinuteAction[] = [];
  for (let row = 1; row < table.rows; row++) {
    // A second row of headings; what a reader only takes for one (a row in bold) has an action.
    if (row < table.headerRows && fieldFor(cell(row, actionAt).replace(/\n/g, ' '), lists) !== undefined) continue;
    const place = cellAt(table, row, actionAt);
    const text = cell(row, actionAt).replace(/\n/g, '\n\n');
    if (!place || text === '') continue;
    const action: MinuteAction = { text, owners: [], at: fragment(place.at) };
    fields.forEach((field, c) => {
      const value = cell(row, c);
      if (value === '' || c === actionAt) return;
      if (field === 'owner' && action.ownersText === undefined) {
        const split = splitParties(value);
        action.owners = split.certain ? split.owners : [];
        action.ownersText = value.replace(/\n/g, ', ');
      } else if (field === 'timescale' && action.timescale === undefined) action.timescale = readPeriod(value, { paperDate: context.date, timescale: true }).value;
      else if (field === 'status' && action.status === undefined) action.status = value;
      else action.other = { ...action.other, [headings[c] || `column ${c + 1}`]: value };
    });
    out.push(action);
  }
  context.ledger.take(table);
  return out;
}
