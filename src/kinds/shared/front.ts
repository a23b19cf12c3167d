/**
 * The front of a paper: council, committee, date, title, and what stands beside them as labelled lines or a table of labels and values
 * ("From:", "Wards affected", "Report author"). Which labels there are is the kind's vocabulary: word lists named `front.FIELD`.
 */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { fragment } from '../../paper/locator.js';
import { fold } from '../../paper/text.js';
import { rowsOf } from '../../paper/walk.js';
import { findDates, findEmails, findPhones, readDate } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from './context.js';
import { isAnswered, isForm, isLabelled, labelOf, paragraphsOf, saysItself, unlabelled } from './front-tables.js';
import { afterOpening, labelledValues, unknownLabel, wordingsUnder } from './labels.js';
import { dayLine, isAuthority, isCommittee } from './masthead.js';
import { monthLine } from './sign-off.js';
import { stretchOf } from './stretch.js';
import { fieldFor, isOneOf } from './vocabulary.js';

/** A line of a front is at most this long (characters); a longer paragraph is the paper's text. */
const LONGEST_LINE = 220;
/** A front has at most this many lines outside tables: the longest forms have some thirty. */
const MOST_LINES = 45;
/** A line with a date and a committee in it has at most this many characters. */
const LONGEST_MEETING = 140;
/** What stands before the committee's name. */
const TO_WHOM = /^(?:(?:meeting|report) (?:of|to)|to) (?:the )?/i;
/** How many blocks after a line that says nothing may still belong to the front. */
const LOOK_AHEAD = 4;
/** Fields whose value may run over several lines. */
const LONG_VALUES = new Set(['from', 'to', 'title', 'authors', 'pathwayPast', 'pathwayFuture', 'wards', 'portfolio', 'contact', 'organisation']);

/** A committee's name under the title has at most this many characters. */
const LONGEST_BODY = 80;
/** A report's own reference on a line of its own: letters, then figures, parted by strokes. */
const REFERENCE = /^\p{Lu}{1,6}(?:\/\p{Lu}{1,4}){0,2}(?:\/\d{1,4}){1,3}$/u;
/** The years that a strategy is for. */
const YEARS = /^\(?(?:19|20)\d\d(?:\s?\/\s?\d\d)?\s?(?:[–—-]|to)\s?(?:(?:19|20)?\d\d)(?:\s?\/\s?\d\d)?\)?$/;
/** A label that no wording knows has at most this many words where it ends the value above it. */
const LABEL_WORDS = 5;
/** True for a line's label by its length, or by the day after it. */
const isLabel = (label: string, value: string): boolean => !label.includes(',') && (label.split(/\s+/).length <= LABEL_WORDS || dayLine(value) !== undefined);
/** Fields under which a line with an address or a number goes on. */
const CONTACTS = new Set(['contact', 'authors']);
/** Of those with long values, the ones that name somebody: a whole sentence is no more of them ("The Board is asked to note the report."). */
const NAMES = new Set(['from', 'to', 'authors', 'contact', 'organisation']);
/** A sentence has this many words at the least. */
const SENTENCE_WORDS = 6;
const isSentence = (text: string): boolean => /[.!?]$/.test(text) && text.split(' ').length >= SENTENCE_WORDS;

/** Fields that a paper has one of. */
const SINGLE_VALUES = new Set(['title', 'date', 'itemNumber', 'decisionNumber', 'appendixNumber', 'portfolio', 'reportOf', 'marking', 'purpose', 'keyDecision']);

/** One labelled value: the lines that it takes, each a stretch of its paragraph, already taken from the ledger. */
export interface FrontField {
  readonly field: string;
  readonly label: string;
  readonly lines: Paragraph[];
}

export interface Front {
  readonly masthead: Masthead;
  readonly fields: FrontField[];
  /** Labelled lines with a label that no wording knows. */
  readonly others: { label: string; text: string; at: string }[];
  /** Where the line stands that was taken for the title. */
  readonly titleAt?: string;
  /** What follows the front, and blocks in it that are none of these. */
  readonly rest: Block[];
  /** The lines of the masthead, folded: printed again, they are furniture. */
  readonly printed: ReadonlySet<string>;
}

/** The value of the first field of that name, its lines joined by spaces. */
export function frontText(front: Front, field: string): string | undefined {
  const found = front.fields.find((f) => f.field === field && f.lines.some((l) => l.text !== ''));
  return found?.lines.map((l) => l.text).filter(Boolean).join(' ');
}

/** All values of the fields of that name. */
export const frontLines = (front: Front, field: string): FrontField[] => front.fields.filter((f) => f.field === field);

export interface FrontOptions {
  /** True for the paragraph that begins the body (a heading of the kind's): the front ends before it. */
  readonly stop: (p: Paragraph) => boolean;
  /** A line that says nothing ("Quarter 3", under the title) does not end the front where labels follow it. */
  readonly subtitles?: boolean;
}

/** Reads the front off the blocks and takes its lines. */
export function readFront(context: ParseContext, blocks: readonly Block[], options: FrontOptions): Front {
  const reader = new FrontReader(context, options);
  return reader.read(blocks);
}

class FrontReader {
  readonly #masthead: Masthead = {};
  readonly #fields: FrontField[] = [];
  readonly #others: { label: string; text: string; at: string }[] = [];
  readonly #rest: Block[] = [];
  readonly #printed: string[] = [];
  readonly #labels: Readonly<Record<string, readonly string[]>>;
  readonly #words: Readonly<Record<string, readonly string[]>>;
  #open: FrontField | undefined;
  #title: Paragraph | undefined;
  /** The line read before this one. */
  #last: Paragraph | undefined;

  constructor(readonly context: ParseContext, readonly options: FrontOptions) {
    this.#words = context.vocabulary.words;
    this.#labels = wordingsUnder(this.#words, 'front.');
  }

  read(blocks: readonly Block[]): Front {
    let seen = 0;
    let i = 0;
    for (; i < blocks.length; i++) {
      const block = blocks[i];
      if (!block) break;
      if (block.type === 'table') {
        if (!this.#table(block)) break;
        continue;
      }
      if (block.text === '' && block.label === undefined) { this.#rest.push(block); continue; }
      if (this.options.stop(block) || block.text.length > LONGEST_LINE || block.bullet || ++seen > MOST_LINES) break;
      const taken = this.#line(block, blocks[i + 1]);
      this.#last = block;
      if (taken) continue;
      // A line under the title ("Quarter 3") that more of the front follows: it stays with the text.
      if (this.options.subtitles && block.number === undefined && this.#goesOn(blocks.slice(i + 1, i + 1 + LOOK_AHEAD))) { this.#rest.push(block); continue; }
      break;
    }
    this.#rest.push(...blocks.slice(i));
    this.#keepSecond();
    const title = frontText(this.#front(), 'title');
    if (title !== undefined) {
      // A line taken for the title before "Subject:" was met is the heading of the form ("REPORT TO CABINET").
      if (this.#title && this.#masthead.title !== undefined && fold(this.#masthead.title) !== fold(title)) {
        this.#others.push({ label: '', text: this.#masthead.title, at: this.context.take(this.#title).at });
      }
      this.#masthead.title = title;
    }
    this.#date();
    return this.#front();
  }

  /** A second value of what has one ("Title:" twice, of two matters in one front) stays a labelled line; the same again says nothing new. */
  #keepSecond(): void {
    const first = new Map<string, string>();
    for (let i = 0; i < this.#fields.length; i++) {
      const entry = this.#fields[i];
      const [line] = entry?.lines ?? [];
      const text = entry?.lines.map((l) => l.text).filter(Boolean).join('\n') ?? '';
      if (!entry || !line || text === '' || !SINGLE_VALUES.has(entry.field)) continue;
      const known = first.get(entry.field);
      if (known === undefined) { first.set(entry.field, fold(text)); continue; }
      if (known !== fold(text)) this.#others.push({ label: entry.label, text, at: fragment(line.at) });
      this.#fields.splice(i--, 1);
    }
  }

  /** True where one of the blocks is a line with a label of the front, or names the meeting. */
  #goesOn(blocks: readonly Block[]): boolean {
    for (const b of blocks) {
      if (b.type === 'table') return isForm(b, this.#words, this.#labels);
      if (this.options.stop(b) || b.text.length > LONGEST_LINE || b.bullet || b.number !== undefined) return false;
      if (labelledValues(b, this.#labels).length > 0) return true;
    }
    return false;
  }

  #front(): Front {
    const printed = new Set<string>();
    const lines = this.#printed.map(fold);
    // Combinations of neighbouring lines: "COUNCIL CABINET 4 JULY 2006" printed on one line the second time.
    for (let i = 0; i < lines.length; i++) {
      let joined = '';
      for (let j = i; j < Math.min(lines.length, i + 4); j++) {
        joined = joined === '' ? (lines[j] ?? '') : `${joined} ${lines[j]}`;
        printed.add(joined);
      }
    }
    if (this.#masthead.title !== undefined) printed.add(fold(this.#masthead.title));
    return { masthead: this.#masthead, ...(this.#title ? { titleAt: fragment(this.#title.at) } : {}), fields: this.#fields, others: this.#others, rest: this.#rest, printed };
  }

  /** The paper's date: a labelled one, or the one in the line that says for which meeting it is. */
  #date(): void {
    const labelled = this.#fields.find((f) => f.field === 'date');
    for (const line of labelled?.lines ?? []) this.#masthead.date ??= readDate(line.text);
    const to = this.#fields.filter((f) => f.field === 'to').flatMap((f) => f.lines);
    for (const line of to) this.#meeting(line.text, true);
    if (this.#masthead.date !== undefined) this.context.date = this.#masthead.date;
  }

  /** "Cabinet, 30 January 2025": the committee and the day. */
  #meeting(text: string, sure = false): boolean {
    if (text.length > LONGEST_MEETING) return false;
    const dates = findDates(text);
    const date = dates[0];
    const words = (date ? text.slice(0, date.start) : text)
      .replace(TO_WHOM, '').replace(/[\s,;:–—-]+$/, '').replace(/\s+(?:on|held on|meeting)$/i, '').replace(/\s*(?:[–—-]|,|\()\s*(?:meeting\s)?(?:held\s)?in\s(?:public|private)\)?$/i, '')
      .replace(/[\s,–—-]+(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i, '').trim();
    if (!sure && !(date && date.end >= text.trimEnd().length - 2)) return false;
    if (words === '' && !sure) return false;
    if (words !== '' && (sure || isCommittee(words))) this.#masthead.body ??= words;
    else if (words !== '') return false;
    if (date) this.#masthead.date ??= date.date;
    return true;
  }

  #take(p: Paragraph): void {
    this.context.take(p);
    this.#printed.push(p.text);
  }

  #add(field: string, label: string, line: Paragraph | undefined): void {
    const entry: FrontField = { field, label, lines: line ? [line] : [] };
    this.#fields.push(entry);
    this.#open = entry;
  }

  /** Reads one line; false where it does not belong to a front. */
  #line(p: Paragraph, next: Block | undefined): boolean {
    const values = p.number === undefined ? labelledValues(p, this.#labels) : [];
    if (values.length > 0) {
      this.context.take(p);
      for (const v of values) this.#add(v.field, v.label, v.start < v.end ? stretchOf(p, v.start, v.end) : undefined);
      return true;
    }
    // "Council" over the day is who meets, and labels nothing.
    if (this.#masthead.body === undefined && next?.type === 'paragraph' && isOneOf(p.text, this.#words['wholeCouncil']) && !p.text.endsWith(':') && dayLine(next.text) !== undefined) {
      this.#masthead.body = p.text;
      this.#take(p);
      return true;
    }
    const exact = p.number === undefined ? fieldFor(p.text.replace(/\?$/, ''), this.#labels) : undefined;
    // A label on a line of its own, its value on the next.
    if (exact !== undefined && (p.text.endsWith(':') || (next?.type === 'paragraph' && next.number === undefined && !this.options.stop(next)))) {
      this.context.take(p);
      this.#add(exact, p.text.replace(/:$/, ''), undefined);
      return true;
    }
    if (this.#known(p)) return true;
    if (p.number !== undefined) return false;
    const unknown = this.#fields.length >= 2 ? unknownLabel(p) : undefined;
    const labels = unknown !== undefined && this.#open !== undefined && this.#open.lines.length > 0 && isLabel(unknown.label, p.text.slice(unknown.start))
      && !(CONTACTS.has(this.#open.field) && (findEmails(p.text).length > 0 || findPhones(p.text).length > 0));
    // Once a form has begun, a short line under a label goes on with its value; not a line with a label of its own.
    if (this.#open && !labels && (this.#open.lines.length === 0 || (LONG_VALUES.has(this.#open.field) && !(NAMES.has(this.#open.field) && isSentence(p.text)))) && (!p.heading || p.heading.by === 'looks')) {
      this.context.take(p);
      this.#open.lines.push(p);
      return true;
    }
    if (unknown) {
      this.#others.push({ label: unknown.label, text: p.text.slice(unknown.start), at: this.context.take(p).at });
      this.#open = undefined;
      return true;
    }
    // The partnership's own name stood first: the line after it is the title.
    if (this.#title && this.#masthead.organisation === undefined && this.#masthead.title === this.#title.text && isOneOf(this.#title.text, this.#words['organisation']) && !isOneOf(p.text, this.#words['organisation']) && !/[.;:,]$/.test(p.text)) {
      this.#masthead.organisation = this.#title.text;
      this.#printed.push(this.#title.text);
      this.#title = undefined;
      delete this.#masthead.title;
    }
    if (!this.#title && this.#masthead.title === undefined) {
      this.#title = p;
      this.#masthead.title = p.text;
      this.context.take(p);
      this.#open = undefined;
      return true;
    }
    return this.#continuesTitle(p);
  }

  /** Lines that say what they are without a label. */
  #known(p: Paragraph): boolean {
    const words = this.#words;
    const { text, item: beside } = this.#apart(p);
    const opened = (list: string): string | undefined => afterOpening(text, words[list]);
    const done = (field?: string, value?: string): boolean => {
      this.#take(p);
      if (beside) this.#fields.push(beside);
      if (field !== undefined && value !== undefined) {
        const at = value === '' ? -1 : text.lastIndexOf(value);
        this.#fields.push({ field, label: at > 0 ? text.slice(0, at).trim() : '', lines: [at > 0 ? stretchOf(p, at) : p] });
      }
      this.#open = undefined;
      return true;
    };
    if (p.number === undefined && this.#masthead.organisation === undefined && isAuthority(text)) { this.#masthead.organisation = text; return done(); }
    // The council's name in the other language, under the first.
    if (p.number === undefined && this.#masthead.organisation !== undefined && !this.#title && this.#fields.length === 0 && isAuthority(text) && fold(text) !== fold(this.#masthead.organisation)) {
      this.#others.push({ label: '', text, at: fragment(p.at) });
      return done();
    }
    const item = opened('itemNumber')?.replace(/^[.:\s]+/, '');
    if (item !== undefined && /^(?:no\.?|number)?\s*:?\s*\d{1,3}[a-z]?$/i.test(item)) return done('itemNumber', item.replace(/^(?:no\.?|number)?\s*:?\s*/i, ''));
    const appendix = opened('appendix');
    if (appendix !== undefined && /^[A-Z0-9]{1,4}(?:[.\-/][A-Z0-9]{1,4}){0,3}$/.test(appendix)) return done('appendixNumber', appendix);
    const by = opened('reportOf');
    if (by !== undefined && by !== '' && text.length <= 160 && !isOneOf(by, words['reportOfGroups'])) {
      const name = by.replace(/^(?:the|a)\s+/i, '');
      return done('reportOf', name);
    }
    if (isOneOf(text, words['marking'])) return done('marking', text);
    if (isOneOf(text, words['purpose'])) return done('purpose', text);
    if (p.number === undefined && !this.#open && this.#meeting(text)) return done();
    if (text.length <= 60) {
      const date = readDate(text);
      // In a form "To be decided on or after: 4 May 2022" says more than a day.
      const says = this.#fields.length >= 2 && unknownLabel(p) !== undefined;
      if (date !== undefined && p.number === undefined && !says) { this.#masthead.date ??= date; return done(); }
      // A month says when, but on no day: it is kept as it stands, and times in the text are read from it.
      // Under a name that a label has it is no more of that name.
      const said = this.#open === undefined || (NAMES.has(this.#open.field) && this.#open.lines.length > 0);
      const month = p.number === undefined && said ? monthLine(text) : undefined;
      if (month !== undefined) {
        this.#others.push({ label: '', text, at: this.context.take(p).at });
        this.context.date ??= month;
        return true;
      }
    }
    if (opened('portfolio') !== undefined && text.length <= 120 && !this.#open) return done('portfolio', text);
    // "CET/23/57" over the title.
    if (!this.#title && this.#fields.length === 0 && this.#labels['decisionNumber'] !== undefined && p.number === undefined && text.includes('/') && REFERENCE.test(text)) return done('decisionNumber', text);
    const under = this.#title !== undefined && this.#title === this.#last && this.#fields.length === 0 && text.length <= LONGEST_BODY && (p.heading === undefined || p.heading.by === 'looks');
    if (this.#masthead.body === undefined && (!this.#title || under) && p.number === undefined && isCommittee(text) && !this.#open) { this.#masthead.body = text.replace(TO_WHOM, ''); return done(); }
    return false;
  }

  /** "MARLWICK COUNCIL      Agenda Item 6": the number of the item at the end of the line, and the line without it. */
  #apart(p: Paragraph): { text: string; item?: FrontField } {
    for (const m of p.text.matchAll(/\s(?=\p{L})/gu)) {
      const tail = p.text.slice(m.index + 1);
      const rest = afterOpening(tail, this.#words['itemNumber']);
      const number = rest === undefined ? undefined : /^(?:no\.?|number)?[.:\s]*(\d{1,3}[a-z]?)$/i.exec(rest)?.[1];
      const head = p.text.slice(0, m.index).trim();
      if (number === undefined || !(isAuthority(head) || isCommittee(head))) continue;
      return { text: head, item: { field: 'itemNumber', label: tail.slice(0, tail.length - number.length).trim(), lines: [stretchOf(p, p.text.length - number.length)] } };
    }
    return { text: p.text };
  }

  /** The second line of a title that is set over two: same band, or the same look. */
  #continuesTitle(p: Paragraph): boolean {
    const first = this.#title;
    if (!first || this.#masthead.title === undefined) return false;
    // "Housing Strategy" over "2024 – 2029".
    const years = first === this.#last && YEARS.test(p.text) && !/\d{4}/.test(first.text);
    const band = first.band !== undefined && first.band === p.band;
    const look = first.heading !== undefined && p.heading?.level === first.heading.level && p.heading.level === 1 && first.size !== undefined && first.size === p.size && first.align === 'centre' && p.align === 'centre';
    if (!band && !look && !years) return false;
    this.context.take(p);
    this.#masthead.title = `${this.#masthead.title} ${p.text}`;
    return true;
  }

  /** Reads a table of labels and values; false where the table is none. */
  #table(table: Table): boolean {
    if (!isForm(table, this.#words, this.#labels)) return false;
    const rows = rowsOf(table);
    for (const row of rows) {
      // Nothing beside a value: it goes on with the label above.
      if (row.length > 1 && row[0] && paragraphsOf(row[0]).length === 0 && this.#open && labelOf(row[1], this.#labels)?.field === undefined) {
        for (const b of row.slice(1).flatMap((cell) => paragraphsOf(cell))) {
          this.context.take(b);
          this.#open.lines.push(b);
        }
        continue;
      }
      for (let c = 0; c < row.length; c++) {
        const cell = row[c];
        const own = paragraphsOf(cell);
        if (own.length === 0 || !cell) continue;
        const value = row[c + 1];
        const label = isLabelled(cell, this.#labels) || (saysItself(own[0], this.#words, this.#labels) && !isAnswered(cell, value, this.#words, this.#labels)) ? undefined : labelOf(cell, this.#labels);
        const [head] = own;
        const [said, more] = paragraphsOf(value);
        // "Purpose of report" beside "For decision" is no heading of the text.
        if (label?.field === undefined && head && own.length === 1 && this.options.stop(head) && said && !more && isOneOf(said.text, this.#words['purpose'])) {
          for (const b of [...own, said]) this.context.take(b);
          this.#fields.push({ field: 'purpose', label: label?.label ?? '', lines: [said] });
          c++;
          continue;
        }
        if (label?.field === undefined && value && head && own.length === 1 && this.options.stop(head)) {
          // "Recommendation:" in the front, and what is recommended beside it, are the paper's text.
          this.#rest.push({ ...head, heading: head.heading ?? { level: 1, by: 'looks' } }, ...value.blocks);
          c++;
          continue;
        }
        if (label && value && this.#open?.field === 'contact' && label.field === undefined && this.#contactPart(label.label, value)) {
          for (const b of own) this.context.take(b);
          c++;
          continue;
        }
        if (label && value && (label.field !== undefined || c === 0)) {
          for (const b of own) this.context.take(b);
          for (const b of paragraphsOf(value)) this.context.take(b);
          const lines = paragraphsOf(value).map(unlabelled);
          if (label.field !== undefined) { this.#add(label.field, label.label, undefined); this.#open?.lines.push(...lines); }
          else this.#others.push({ label: label.label, text: lines.map((b) => b.text).join('\n'), at: this.context.take(own[0] as Paragraph).at });
          c++;
          continue;
        }
        for (const b of own) if (!this.#line(b, undefined)) this.#rest.push(b);
      }
    }
    this.#open = undefined;
    return true;
  }

  /** "Post" and its value under "Officer contact": a line more of the contact, said as a line would say it. */
  #contactPart(label: string, value: Cell): boolean {
    const known = Object.values(wordingsUnder(this.#words, 'contact.')).some((list) => isOneOf(label, list));
    const lines = paragraphsOf(value);
    if (!known && !lines.some((l) => findEmails(l.text).length > 0 || findPhones(l.text).length > 0)) return false;
    for (const b of lines) {
      this.context.take(b);
      this.#open?.lines.push({ ...b, text: `${label}: ${b.text}` });
    }
    return true;
  }
}
