/** Contacts: lines with names, posts, telephone numbers and e-mail addresses to one record a person. */
import type { Block, Cell, Paragraph, Table } from '../../paper/model.js';
import { eachParagraph } from '../../paper/walk.js';
import { findEmails, findPhones, readParty, readPeople, withoutContacts } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { afterOpening, wordingsUnder } from '../shared/labels.js';
import type { RunIn } from '../shared/stretch.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import type { Contact } from './schema.js';

/** Labels before numbers and addresses, left standing when those are taken out. */
const LEFTOVER = /(?:^|[\s,;(|/–—-])(?:tel(?:ephone)?|phone|ext(?:ension)?|mobile|mob|fax|e-?mail|email address|direct dial|direct line|contact (?:number|details)|rhif ffôn|ffôn|e-bost)(?:\s*(?:no|number|address))?\.?\s*:?\s*(?=$|[\s,;)|/–—-])/giu;

/** An extension of the council's own exchange. */
const EXTENSION = /(?:^|[\s,;(])(ext(?:ension|n)?\.?\s{0,2}(?:no\.?\s?)?:?\s{0,2}\d{3,6})(?=$|[\s,;.)])/iu;

/** Two to four capitalised words: a name, where the post stood before it. */
const NAME = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}$/u;

/** A label for several people: "Report authors", "Lead directors", "Contact officer(s)", "Heads of service". */
const PLURAL = /(?:(?:author|director|officer|member|holder|manager|contact|sponsor)s|\(s\)|^heads of .+)$/iu;

interface Draft { name?: string; honorific?: string; role?: string; capacity?: string; phone?: string; email?: string; note?: string; at?: string }

/**
 * Reads contacts off the paragraphs of one place (a section, a field of the front), already taken or not: takes them. `capacity` is the
 * label that stood before them.
 */
export function contactsOf(context: ParseContext, paragraphs: readonly Paragraph[], capacity?: string): Contact[] {
  const out: Draft[] = [];
  let now: Draft = capacity === undefined ? {} : { capacity };
  const close = (): void => {
    if (now.name !== undefined || now.phone !== undefined || now.email !== undefined || now.note !== undefined || now.role !== undefined) out.push(now);
    now = {};
  };
  for (const p of paragraphs) {
    const { at } = context.take(p);
    let text = p.text;
    const label = capacityOf(text, context);
    if (label) {
      close();
      now = { capacity: label.capacity, at };
      text = label.rest;
      if (text === '') continue;
    }
    // "Name: …", "Job title: …" on lines of their own.
    const part = partOf(text, context);
    if (part) {
      if (part.field === 'name' && now.name !== undefined) { const kept = now.capacity; close(); now = { ...(kept === undefined ? {} : { capacity: kept }), at }; }
      now.at ??= at;
      if (part.field === 'name') {
        const party = readParty(part.value);
        // "Councillors A Dent and B Gay" are two: as printed.
        if (readPeople(part.value).length > 1) { now.name = part.value; continue; }
        now.name = party.type === 'person' ? party.name : part.value;
        if (party.honorific !== undefined) now.honorific = party.honorific;
        if (party.role !== undefined) now.role = party.role;
      } else if (part.field === 'role') now.role = now.role === undefined ? part.value : `${now.role}, ${part.value}`;
      else now.note = now.note === undefined ? part.value : `${now.note}, ${part.value}`;
      continue;
    }
    // Several people in one line, one after another, each with their own address.
    for (const piece of onePerson(text)) read(piece, at);
  }
  close();
  return out.map((d) => ({ ...clean(d), name: d.name ?? '' })).map(order);

  function read(text: string, at: string): void {
    const full = findPhones(text)[0]?.phone;
    const email = findEmails(text)[0]?.email;
    // "Ext. 4417" alone is how the switchboard reached somebody.
    const extension = full === undefined ? EXTENSION.exec(text)?.[1] : undefined;
    const phone = full ?? extension;
    const words = tidyWords(withoutContacts(extension === undefined ? text : text.replace(extension, ' ')));
    // Figures that are no telephone number are nobody's name or post.
    if (words !== '' && !/\p{L}/u.test(words)) now.note = now.note === undefined ? words : `${now.note}, ${words}`;
    else if (words !== '') {
      const party = readParty(words);
      const person = party.type === 'person';
      // In a table the post may stand before the name.
      if (now.name === undefined && now.role === undefined && party.type === 'role' && phone === undefined && email === undefined) {
        now.role = words;
        now.at ??= at;
        return;
      }
      // A new person begins a new record, once this one has somebody and their post or number.
      if (now.name !== undefined && (person || now.email !== undefined || now.phone !== undefined) && !(now.role === undefined && !person)) {
        const kept = now.capacity;
        close();
        // "Report authors:" is said of all who follow.
        if (person && kept !== undefined && (PLURAL.test(kept) || (phone === undefined && email === undefined && out.at(-1)?.role === undefined))) now = { capacity: kept };
      }
      if (person && now.name === undefined) {
        now.name = party.name;
        if (party.honorific !== undefined) now.honorific = party.honorific;
        // "Service Manager (IRO)" stays as it is printed.
        const bracketed = party.role !== undefined && party.organisation !== undefined && words.includes(`${party.role} (${party.organisation})`);
        const role = bracketed ? `${party.role} (${party.organisation})` : [party.role, party.organisation].filter((s) => s !== undefined && /\p{L}/u.test(s)).join(', ');
        if (role !== '') now.role ??= role;
        const figures = [party.role, party.organisation].find((s) => s !== undefined && !/\p{L}/u.test(s));
        if (figures !== undefined) now.note ??= figures;
      } else if (now.name === undefined && now.role !== undefined && NAME.test(words)) now.name = words;
      else if (now.name === undefined && now.role === undefined && now.email === undefined && now.phone === undefined) now.name = words;
      else if (now.role === undefined) now.role = words;
      else if (now.email === undefined && now.phone === undefined && !/\d/.test(words)) now.role = `${now.role}, ${words}`;
      else now.note = now.note === undefined ? words : `${now.note}, ${words}`;
    }
    now.at ??= at;
    if (phone !== undefined) { if (now.phone === undefined) now.phone = phone; else if (now.phone !== phone) now.note = [now.note, phone].filter(Boolean).join(', '); }
    if (email !== undefined) { if (now.email === undefined) now.email = email; else if (now.email !== email) now.note = [now.note, email].filter(Boolean).join(', '); }
  }
}

/** The contacts in the blocks of a section: paragraphs, and tables with a person a row or a person a column. */
export function contactsIn(context: ParseContext, blocks: readonly Block[], capacity?: string): Contact[] {
  const out: Contact[] = [];
  let run: Paragraph[] = [];
  const flush = (): void => {
    if (run.length > 0) out.push(...contactsOf(context, run, out.length === 0 ? capacity : undefined));
    run = [];
  };
  for (const block of blocks) {
    if (block.type === 'paragraph') { if (block.text !== '' || block.label !== undefined) run.push(block); continue; }
    flush();
    for (const group of groupsOf(block)) out.push(...contactsOf(context, group));
  }
  flush();
  return out;
}

/** A table's paragraphs, by columns where two people stand beside each other in one row, else by rows. */
function groupsOf(table: Table): Paragraph[][] {
  const own = (cells: readonly Cell[]): Paragraph[] => eachParagraph(cells.flatMap((c) => c.blocks)).filter((p) => p.text !== '');
  const rows: Cell[][] = [];
  const columns: Cell[][] = [];
  for (const cell of table.cells) {
    (rows[cell.row] ??= []).push(cell);
    (columns[cell.column] ??= []).push(cell);
  }
  const beside = rows.some((r) => r && r.filter((c) => own([c]).some((p) => findEmails(p.text).length > 0 || readParty(withoutContacts(p.text)).type === 'person')).length > 1
    && r.filter((c) => own([c]).some((p) => findEmails(p.text).length > 0)).length !== 1);
  return (beside ? columns : rows).filter(Boolean).map(own).filter((g) => g.length > 0);
}

/** What is left of a contact line without its numbers and addresses: labels and punctuation around them gone. */
function tidyWords(text: string): string {
  let t = ` ${text} `;
  for (let i = 0; i < 3; i++) t = t.replace(LEFTOVER, ' ');
  return t.replace(/\(\s*\)/g, ' ').replace(/\s+/g, ' ').replace(/^[\s,;:|/–—-]+|[\s,;:|/–—-]+$/gu, '').trim();
}

/** A line parted after each e-mail address that a capital follows: "A Smith a@x.gov.uk B Jones b@x.gov.uk". */
function onePerson(text: string): string[] {
  const emails = findEmails(text);
  if (emails.length < 2) return [text];
  const out: string[] = [];
  let from = 0;
  for (const e of emails) {
    out.push(text.slice(from, e.end));
    from = e.end;
  }
  const tail = text.slice(from).trim();
  if (tail !== '' && out.length > 0) out[out.length - 1] += ` ${tail}`;
  return out;
}

/** "Report author:" alone or before a name. */
function capacityOf(text: string, context: ParseContext): { capacity: string; rest: string } | undefined {
  const list = context.vocabulary.words['capacity'];
  const colon = text.indexOf(':');
  if (colon > 0 && colon <= 60) {
    const label = text.slice(0, colon).trim();
    if (isOneOf(label, list)) return { capacity: label, rest: text.slice(colon + 1).trim() };
  }
  if (text.length <= 60 && isOneOf(text, list)) return { capacity: text.replace(/\s*:$/, ''), rest: '' };
  const rest = afterOpening(text, (list ?? []).filter((w) => !w.includes('*')));
  // "Strategic Director – Children and Enterprise" is a post with its field; "Lead officer – Jo Lane" a label.
  const named = rest === undefined ? '' : rest.replace(/^[–—-]\s*/u, '');
  if (rest !== undefined && /^[–—-]\s*\S/u.test(rest) && !(readParty(text).type === 'role' && /\sand\s/u.test(named) && !hasContact(named) && !named.includes(','))) return { capacity: text.slice(0, text.length - rest.length).trim(), rest: rest.replace(/^[–—-]\s*/u, '') };
  return undefined;
}

/** A labelled part of a contact without a number or address in it. */
function partOf(text: string, context: ParseContext): { field: string; value: string } | undefined {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > 40 || hasContact(text)) return undefined;
  const field = fieldFor(text.slice(0, colon), wordingsUnder(context.vocabulary.words, 'contact.'));
  const value = text.slice(colon + 1).trim();
  return field === undefined || value === '' ? undefined : { field, value };
}

const clean = (d: Draft): Draft => Object.fromEntries(Object.entries(d).filter(([, v]) => v !== undefined && v !== '')) as Draft;

/** Keys in the contract's order. */
function order(c: Contact): Contact {
  const { honorific, name, role, capacity, phone, email, note, at } = c;
  return Object.fromEntries(Object.entries({ honorific, name, role, capacity, phone, email, note, at }).filter(([, v]) => v !== undefined)) as Contact;
}

/** True for a line that has a telephone number or an e-mail address in it. */
export const hasContact = (text: string): boolean => findEmails(text).length > 0 || findPhones(text).length > 0;

/** "For further information please contact Jo Lane, Roads Officer, on 01632 960111": the sentence's opening stands for the heading of contacts. */
export function askedOf(p: Paragraph, vocabulary: Vocabulary): RunIn | undefined {
  if (p.bullet || p.text.length > LONGEST_ASKED || !hasContact(p.text)) return undefined;
  const rest = afterOpening(p.text, vocabulary.words['contactOpens']);
  const at = rest === undefined ? 0 : p.text.length - rest.length;
  return at > 0 && at < p.text.length ? { field: 'contacts', heading: p.text.slice(0, at).replace(/[\s:,]+$/u, ''), rest: at } : undefined;
}
/** A sentence that says whom to ask has at most this many characters. */
const LONGEST_ASKED = 240;
