/**
 * Headings by looks in text without markup: short lines of their own, in capitals or without a full stop, that are no list entries.
 * Also the list depth that indentation states. Pure; works on the paragraphs of a paper in order.
 */
import { follows } from '../../paper/label.js';
import type { Draft } from './paragraphs.js';

/** A heading is short. In characters, and in words. */
const HEADING_CHARACTERS = 90;
const HEADING_WORDS = 12;
/** This many short lines on end, not in capitals, are a list without bullets or an address. */
const LIST_RUN = 4;
/** Columns by which a nested list is set in, at the least. */
const NESTING_COLUMNS = 2;

const DATE = /\b(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december),?\s+\d{4}\b/i;
const CONTACT = /@|\b\d{5,}\b|https?:|www\./;
/** What an empty box is filled with; it heads nothing. */
const FILLER = /^(?:none|nil|n\/a|not applicable|yes|no|tbc|to be confirmed|as above|noted|agreed|dim)\W*$/iu;

/** "Lead Officer: Jane Poll, Head of Finance": a label, a name, and behind the comma a post; "Case Study: Mill Road, Amberford" is a title. */
const VALUED = /^[^:]{2,40}:\s+(?:\p{Lu}[^\s,]*\s+){1,3}\p{Lu}[^\s,]*,\s.*\b(?:officer|manager|director|head|clerk|chief|assistant|deputy|secretary|treasurer|solicitor|engineer|co-?ordinator|leader|member|chair(?:man|woman|person)?)\b/iu;
/** "HMRC – PAYE – £53.00": an entry of a list of payments ends in a sum. */
const SUM = /£\s?\d[\d,.]*(?:\s?(?:k|m|bn|million))?\)?$/iu;
/** A letter's greeting. */
const GREETING = /^(?:dear|annwyl)\s[^\s\d(]/i;
/** A saying in quotation marks, whole: a slogan or what somebody said. */
const SAYING = /^(?:["“][^"“”]*["”]|[‘][^‘’]*[’])$/u;
const isOther = (text: string): boolean => VALUED.test(text) || SUM.test(text) || GREETING.test(text) || SAYING.test(text);

const parts = (number: string | undefined): number => (number === undefined ? 0 : number.split('.').length);
const isNumeric = (d: Draft): boolean => d.number !== undefined && /^\d+(?:\.\d+)*$/.test(d.number);
const isCapitals = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 3 && text === text.toUpperCase();
const stem = (number: string): string => number.replace(/[^.]*$/, '');

type Entry = Draft | 'table';

/** Marks headings among the paragraphs; `entries` are all blocks of the paper in order. Those that markup made headings stay as they are. */
export function markHeadings(entries: readonly Entry[]): void {
  const drafts = entries.map((e) => (e === 'table' ? undefined : e));
  const shape = drafts.map((d, i) => (d && !d.heading ? shapeOf(d, drafts[i - 1], drafts[i + 1], i === drafts.length - 1) : undefined));
  dropRuns(drafts, shape);
  addPeers(drafts, shape);
  for (const [i, d] of drafts.entries()) {
    const s = shape[i];
    if (!d || !s) continue;
    const level = isNumeric(d) ? (s === 'capitals' ? Math.max(1, parts(d.number)) : parts(d.number) + 1) : s === 'capitals' ? 1 : 2;
    d.heading = { level: Math.min(level, 6), by: 'looks' };
  }
}

type Shape = 'capitals' | 'words';

function shapeOf(d: Draft, before: Draft | undefined, after: Draft | undefined, last: boolean): Shape | undefined {
  const text = d.built.text;
  if (d.bullet || text === '' || !d.oneLine || text.length > HEADING_CHARACTERS || text.split(' ').length > HEADING_WORDS) return undefined;
  if (!/\p{L}{2}/u.test(text) || DATE.test(text) || CONTACT.test(text) || FILLER.test(text) || /[,;–—-]$/.test(text)) return undefined;
  if (d.label === undefined && isOther(text)) return undefined;
  if (isCapitals(text) && !/[.:]$/.test(text)) return last && d.label === undefined ? undefined : 'capitals';
  if (!/^[\p{Lu}\d‘“"']/u.test(text)) return undefined;
  // "4. Delivery." over "4.1": a label with one below it of its own is a heading, full stop or not.
  const over = isNumeric(d) && after?.number !== undefined && after.number.startsWith(`${d.number}.`);
  if (over) return /[.?]$/.test(text) || !/[:!]$/.test(text) ? 'words' : undefined;
  if (/[.!]["'”’)]?$/.test(text)) return undefined;
  if (text.endsWith(':') && (text.split(' ').length > 3 || /\b(?:is|are|was|were|that|to|by)\b/i.test(text))) return undefined;
  if (d.label !== undefined && !isNumeric(d)) return undefined;
  if (isNumeric(d)) return isListEntry(d, before, after) ? undefined : 'words';
  return d.above > 0 && d.below && (!last || text.endsWith(':')) ? 'words' : undefined;
}

/** True where a numbered line stands next to another of its own list. */
function isListEntry(d: Draft, before: Draft | undefined, after: Draft | undefined): boolean {
  const number = d.number ?? '';
  if (after === undefined) return true;
  if (after.number !== undefined && after.label !== undefined && isNumeric(after) && (follows(number, after.number) || (parts(number) > 1 && stem(number) === stem(after.number)))) return true;
  return before !== undefined && isNumeric(before) && (follows(before.number ?? '', number) || (parts(number) > 1 && stem(number) === stem(before.number ?? '')))
    && before.heading === undefined && !(after.number !== undefined && after.number.startsWith(`${number}.`));
}

/** "5.3" is a heading where it is a short line and all of its fellows before it ("5.1", "5.2") are headings, whatever stop it ends in. */
function addPeers(drafts: readonly (Draft | undefined)[], shape: (Shape | undefined)[]): void {
  /** By the number of the one above: whether all so far are headings. */
  let peers = new Map<string, { last: string; all: boolean }>();
  for (const [i, d] of drafts.entries()) {
    if (!d?.number || !isNumeric(d) || parts(d.number) < 2) {
      if (d?.number === '1') peers = new Map();
      continue;
    }
    const own = stem(d.number);
    const peer = peers.get(own);
    const isHeading = shape[i] !== undefined || d.heading !== undefined;
    const short = d.oneLine && d.built.text.length <= HEADING_CHARACTERS && d.built.text.split(' ').length <= HEADING_WORDS && /^\p{Lu}/u.test(d.built.text) && !/[;:,]$/.test(d.built.text);
    if (!isHeading && peer?.all && short && follows(peer.last, d.number)) shape[i] = 'words';
    peers.set(own, { last: d.number, all: (peer?.all ?? true) && shape[i] !== undefined });
  }
}

/** A run of short unlabelled lines is a list, not one heading after another. */
function dropRuns(drafts: readonly (Draft | undefined)[], shape: (Shape | undefined)[]): void {
  for (let i = 0; i < shape.length;) {
    let end = i;
    while (end < shape.length && shape[end] === 'words' && drafts[end]?.label === undefined) end++;
    if (end - i >= LIST_RUN) shape.fill(undefined, i, end);
    i = Math.max(end, i + 1);
  }
}

/** Gives list entries the depth that their indentation states, in runs where it states more than one. */
export function markDepths(entries: readonly Entry[]): void {
  let run: Draft[] = [];
  const end = (): void => {
    const stack: number[] = [];
    const depths = run.map((d) => {
      while (stack.length > 1 && d.labelColumn < (stack.at(-1) ?? 0) - 1) stack.pop();
      const top = stack.at(-1);
      if (top === undefined) stack.push(d.labelColumn);
      else if (d.labelColumn >= top + NESTING_COLUMNS) stack.push(d.labelColumn);
      return stack.length - 1;
    });
    if (depths.some((x) => x > 0)) for (const [i, d] of run.entries()) d.depth = depths[i];
    run = [];
  };
  for (const e of entries) {
    if (e !== 'table' && e.label !== undefined && !e.heading) run.push(e);
    else if (e === 'table' || e.labelColumn === 0 || e.heading) end();
  }
  end();
}
