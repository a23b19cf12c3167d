/** Items of an agenda: title, reference, pages, lead, purpose and notes, from paragraphs or from the rows of a table. */
import { fragment } from '../../paper/locator.js';
import { places } from '../../paper/ledger.js';
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { cellAt, cellText } from '../../paper/walk.js';
import { readDecisionNumber } from '../../values/index.js';
import { bandIn } from '../shared/bands.js';
import type { ParseContext } from '../shared/context.js';
import { FETCHED } from '../shared/fetched.js';
import { paragraphsOf } from '../shared/front-tables.js';
import { findWording, openingOf } from '../shared/openings.js';
import { stretchOf } from '../shared/stretch.js';
import { fieldFor, type Vocabulary } from '../shared/vocabulary.js';
import type { AgendaEntry } from './outline.js';
import type { AgendaItem } from './schema.js';
import { titleLines } from './title-lines.js';

interface Pages { pages: { from: number; to: number }; start: number; end: number }

/** Two numbers at the end of a text: "Minutes  1 - 8". */
const TAIL = /(?:^|\s)(\d{1,4})\s*[-–—]\s*(\d{1,4})$/u;
/** What stands in the column of pages for a paper that is not in the pack. */
const NO_PAGES = /\s\(?(to follow|verbal|verbal report|verbal update|oral report|attached|enclosed|to be tabled|tabled)\)?$/iu;

/** True where the numbers at the ends of the titles count on through the agenda: they are pages, however the column was set. */
export function endInPages(entries: readonly AgendaEntry[]): boolean {
  const tails = entries.map((e) => TAIL.exec(e.title.text)).filter((m) => m !== null).map((m) => [Number(m[1]), Number(m[2])] as const);
  return tails.length > 1 && tails.every(([a, b], i) => a <= b && a > (tails[i - 1]?.[1] ?? 0));
}

/** A page reference in a text: "(Pages 1 - 10)", "Page 5", and "1 - 10" where a tab or the text's start stands before it, or `column` says that titles end so. */
export function pagesIn(p: Pick<Paragraph, 'text' | 'spans'>, vocabulary: Vocabulary, from = 0, column = false): Pages | undefined {
  const text = p.text;
  const words = vocabulary.words.pages ?? [];
  let at = from;
  for (let tries = 0; tries < 8; tries++) {
    const found = findWording(text.slice(at), words);
    if (!found) break;
    const end = at + found.end;
    const m = /^\s*(?:nos?\.?|\(s\))?\.?:?\s*(\d{1,4})(?:\s*(?:[-–—]|to|and|&)\s*(\d{1,4}))?\s*([)\]])?/iu.exec(text.slice(end));
    const start = at + found.start;
    const bracket = /[([]\s*$/u.exec(text.slice(from, start));
    if (m?.[1] && (bracket !== null || m[0].trimEnd().length + end >= text.length - 1)) {
      const [a, b] = [Number(m[1]), Number(m[2] ?? m[1])];
      if (a <= b) return { pages: { from: a, to: b }, start: start - (bracket?.[0].length ?? 0), end: end + m[0].length };
    }
    at = end;
  }
  const tail = TAIL.exec(text.slice(from));
  if (tail?.[1] && tail[2]) {
    const start = from + tail.index + (/^\s/.test(tail[0]) ? 1 : 0);
    const tabbed = column || start === 0 || (p.spans ?? []).some((s) => s.style === 'tab' && s.end === start);
    const [a, b] = [Number(tail[1]), Number(tail[2])];
    if (tabbed && a <= b) return { pages: { from: a, to: b }, start, end: text.length };
  }
  return undefined;
}

const tidyTitle = (text: string): string => text.replace(/\s+/gu, ' ').replace(/\s*\.{4,}\s*$/u, '').trim();

/** One item from its heading and the lines under it; `column` says that titles end in their pages. Takes them. */
export function itemOf(context: ParseContext, entry: AgendaEntry, column = false): AgendaItem {
  const { vocabulary } = context;
  const { title: p } = entry;
  if (entry.numberOf) context.take(entry.numberOf);
  const where = context.take(p);
  const place = entry.numberOf && entry.numberOf !== p ? places(entry.numberOf.at, p.until ?? p.at) : where;
  const item: AgendaItem = { ...(entry.number === undefined ? {} : { number: entry.number }), title: '', ...place };
  const { title, under } = titleLines(p, vocabulary);
  readTitle(item, withoutSize(context, title), entry.from, vocabulary, column);
  if (entry.exempt) item.exempt = true;
  for (const block of [...under, ...entry.lines]) line(context, item, block);
  return item;
}

/** A title without the size of its file, which is the website's. */
function withoutSize(context: ParseContext, title: Paragraph): Paragraph {
  const size = title.text.endsWith('B') ? FETCHED.exec(title.text) : null;
  if (!size || size.index === 0) return title;
  context.ledger.setTextAside(title, size.index, title.text.length);
  return stretchOf(title, 0, size.index);
}

function readTitle(item: AgendaItem, p: Paragraph, from: number, vocabulary: Vocabulary, column = false): void {
  const pages = pagesIn(p, vocabulary, from, column);
  let text = pages ? `${p.text.slice(from, pages.start)} ${p.text.slice(pages.end)}` : p.text.slice(from);
  if (pages) item.pages = pages.pages;
  const none = column && !pages ? NO_PAGES.exec(text) : null;
  if (none?.[1]) {
    note(item, none[1]);
    text = text.slice(0, none.index);
  }
  const reference = readDecisionNumber(text.trim());
  if (reference && reference.rest !== '' && /\d/.test(reference.number)) {
    item.reference = reference.number;
    text = reference.rest.replace(/^[\s:–—-]+/u, '');
  }
  const lead = /\s*\((?=(.{3,90})\)\s*$)/u.exec(text);
  if (lead?.[1] && openingOf(lead[1], vocabulary.words.lead)) {
    item.lead = leadOf(lead[1], vocabulary);
    text = text.slice(0, lead.index);
  }
  if (/[([]\s*(?:exempt|confidential|not for publication|restricted)\b/iu.test(text) || /^(?:EXEMPT|CONFIDENTIAL)\b/.test(text)) item.exempt = true;
  item.title = tidyTitle(text);
}

/** Who leads, without "Lead officer:"; "Report of the …" stays as printed but for its brackets. */
function leadOf(text: string, vocabulary: Vocabulary): string {
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 40 && openingOf(text.slice(0, colon), vocabulary.words.lead)) return text.slice(colon + 1).trim();
  return text.trim();
}

/** A line under an item: pages, lead, purpose, or a note. */
function line(context: ParseContext, item: AgendaItem, block: Block): void {
  const { vocabulary } = context;
  if (block.type === 'table') {
    const rows = block.cells.map((c) => cellText(c)).filter((t) => t !== '');
    context.ledger.take(block);
    note(item, rows.join('\n'));
    return;
  }
  if (block.text === '' && block.label === undefined) return;
  context.take(block);
  const pages = pagesIn(block, vocabulary);
  let text = [block.bullet ? undefined : block.label, block.text].filter(Boolean).join(' ');
  if (pages && item.pages === undefined) {
    item.pages = pages.pages;
    text = `${block.text.slice(0, pages.start)} ${block.text.slice(pages.end)}`.replace(/\s+/gu, ' ').replace(/\s(?=[.,;:]$)/u, '').trim();
    if (text === '') return;
  }
  let bare = text.replace(/^[([]\s*(.*?)\s*[)\]]$/u, '$1');
  const exempt = findWording(bare, vocabulary.words.exempt);
  const marking = exempt && exempt.start > 0 ? /\s*\(([^()]*)\)\s*$/u.exec(bare) : null;
  if (marking?.[1] && findWording(marking[1], vocabulary.words.exempt) && openingOf(bare, vocabulary.words.lead)) {
    bare = bare.slice(0, marking.index);
    note(item, marking[1]);
    item.exempt = true;
  }
  if (exempt && (exempt.start < 60) && !findWording(bare, vocabulary.words.notExempt)) item.exempt = true;
  if (item.lead === undefined && bare.length <= 160 && openingOf(bare, vocabulary.words.lead)) item.lead = leadOf(bare, vocabulary);
  else if (openingOf(bare, vocabulary.words.purpose) && !/^[([]/u.test(text)) item.purpose = join(item.purpose, text.replace(/^purpose:\s*/iu, ''));
  else note(item, text);
}

const join = (a: string | undefined, b: string): string => (a === undefined ? b : `${a}\n\n${b}`);
const note = (item: AgendaItem, text: string): void => { if (text !== '') item.note = join(item.note, text); };

type Column = 'number' | 'title' | 'lead' | 'pages' | 'purpose' | 'note';

/** The items that a table's rows are, where its headings say so or its first column counts; `undefined` for another table. Takes it. */
export function tableItems(context: ParseContext, table: Table): AgendaItem[] | undefined {
  const { vocabulary } = context;
  const cell = (row: number, column: number): string => {
    const c = cellAt(table, row, column);
    return c && c.row === row && c.column === column ? cellText(c) : '';
  };
  const lists = Object.fromEntries(['number', 'title', 'lead', 'pages', 'purpose', 'note'].map((f) => [f, vocabulary.columns[f] ?? []]));
  const heads = Array.from({ length: table.columns }, (_, c) => fieldFor(cell(0, c).replace(/\n/g, ' '), lists) as Column | undefined);
  const counts = Array.from({ length: table.rows }, (_, r) => /^\d{1,3}[.)]?$/.test(cell(r, 0).trim())).filter(Boolean).length;
  let fields = heads;
  let start = 1;
  if (heads.filter((h) => h !== undefined).length < 2) {
    if (table.columns < 2 || counts < Math.max(2, table.rows / 2)) return undefined;
    fields = Array.from({ length: table.columns }, (_, c) => (c === 0 ? 'number' : c === 1 ? 'title' : c === table.columns - 1 && columnIsPages(cell, table, c) ? 'pages' : 'note'));
    start = /^\d/.test(cell(0, 0)) ? 0 : 1;
  } else if (!fields.includes('title')) {
    // "Item" over the numbers and a second column without a word for it.
    const free = fields.findIndex((f, c) => c > 0 && f === undefined);
    const numbers = fields.indexOf('number');
    // "No" and "Item": the first numbers, the second names.
    const second = fields.findIndex((f, c) => c > numbers && f === 'number');
    if (numbers >= 0 && second >= 0) fields = fields.map((f, c) => (c === second ? 'title' : f));
    else if (free >= 0) fields = fields.map((f, c) => (c === free ? 'title' : f));
    else if (numbers >= 0 && counts === 0) fields = fields.map((f, c) => (c === numbers ? 'title' : f));
    else return undefined;
  }
  const out: AgendaItem[] = [];
  /** Rows that say something and became nothing: they stay unassigned. */
  const left = new Set<number>();
  let exempt = false;
  // A reader may count the first items among the heading rows; a row with a number of its own is an item.
  const numberAt = fields.indexOf('number');
  while (start > 0 && start < Math.min(table.headerRows, table.rows) && !/^\(?\d/.test(cell(start, Math.max(0, numberAt)))) start++;
  for (let row = 1; row < start; row++) if (fields.some((_, c) => cell(row, c) !== '' && fieldFor(cell(row, c).replace(/\n/g, ' '), lists) === undefined)) left.add(row);
  for (let row = start; row < table.rows; row++) {
    const at = cellAt(table, row, 0);
    const titleAt = fields.indexOf('title');
    const text = cell(row, titleAt);
    const whole = Array.from({ length: table.columns }, (_, c) => cell(row, c)).filter((t) => t !== '');
    const band = whole.length === 1 ? bandIn(whole[0] ?? '', vocabulary) : undefined;
    if (band !== undefined) { exempt = band === 'exempt'; continue; }
    if (text === '' && whole.length > 0 && out.length > 0) { const last = out.at(-1); if (last) note(last, whole.join('\n')); continue; }
    if (text === '' || !at) { if (whole.length > 0) left.add(row); continue; }
    const [first = '', ...more] = linesOf(cellAt(table, row, titleAt), text, vocabulary);
    const item: AgendaItem = { title: '', at: fragment(at.at) };
    const labelled = /^(\d{1,3}(?:\.\d{1,2})?[a-z]?)[.)]?\s+(.*)$/u.exec(first);
    const number = fields.includes('number') ? cell(row, fields.indexOf('number')).replace(/[.)\s]+$/u, '').replace(/^\(/u, '') : labelled?.[1] ?? '';
    if (number !== '') item.number = number;
    const placeholder: Paragraph = { type: 'paragraph', id: -1, at: at.at, text: fields.includes('number') || !labelled?.[2] ? first : labelled[2] };
    readTitle(item, placeholder, 0, vocabulary);
    for (const extra of more) {
      const bare = extra.replace(/^[([]\s*(.*?)\s*[)\]]$/u, '$1');
      const pages = pagesIn({ text: extra }, vocabulary);
      if (pages) item.pages ??= pages.pages;
      else if (openingOf(bare, vocabulary.words.lead) && item.lead === undefined) item.lead = leadOf(bare, vocabulary);
      else if (openingOf(bare, vocabulary.words.purpose)) item.purpose = join(item.purpose, extra);
      else note(item, extra);
    }
    fields.forEach((field, c) => {
      const value = cell(row, c).replace(/\n/g, field === 'lead' ? ', ' : '\n').trim();
      // A dash in a cell says that there is nothing to say.
      if (value === '' || field === 'title' || field === 'number' || /^[-–—]$/u.test(value)) return;
      if (field === 'pages') {
        const m = /^(?:pages?\s*)?(\d{1,4})(?:\s*[-–—to]+\s*(\d{1,4}))?$/iu.exec(value);
        if (m?.[1]) item.pages ??= { from: Number(m[1]), to: Number(m[2] ?? m[1]) };
        else note(item, value);
      } else if (field === 'lead') item.lead ??= value;
      else if (field === 'purpose') item.purpose = join(item.purpose, value);
      else note(item, value);
    });
    if (exempt) item.exempt = true;
    out.push(item);
  }
  if (out.length === 0) return undefined;
  if (left.size === 0) context.ledger.take(table);
  else for (const c of table.cells) if (!left.has(c.row)) for (const block of c.blocks) context.ledger.take(block);
  return out;
}

/** The lines of a title's cell: its paragraphs, and what a paragraph sets under the title after a line break. */
function linesOf(cell: Cell | undefined, text: string, vocabulary: Vocabulary): string[] {
  const [head, ...more] = paragraphsOf(cell);
  if (!head || head.label !== undefined) return text.split('\n');
  const { title, under } = titleLines(head, vocabulary);
  return under.length === 0 ? text.split('\n') : [title, ...under, ...more].map((p) => p.text);
}

function columnIsPages(cell: (row: number, column: number) => string, table: Table, column: number): boolean {
  const filled = Array.from({ length: table.rows }, (_, r) => cell(r, column)).filter((t) => t !== '');
  return filled.length > 0 && filled.every((t) => /^(?:pages?\s*)?\(?\d{1,4}(?:\s*[-–—]\s*\d{1,4})?\)?$/iu.test(t));
}
