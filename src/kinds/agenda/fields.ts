/** What the head of an agenda says, and how a labelled value goes to its field: day, hour, place, committee, contact, members. */
import { findDates, findEmails, findPhones, readParty, readPeople, type Party } from '../../values/index.js';
import type { Masthead } from '../kind.js';
import type { ParseContext } from '../shared/context.js';
import { readParticulars, trimJoiners, type Particulars } from '../shared/meeting.js';
import type { Item } from '../schemas.js';
import { rejoined, words, type Field } from './lines.js';

export interface AgendaHead {
  masthead: Masthead;
  meeting: Particulars;
  contact: { name?: string; role?: string; phone?: string; email?: string };
  membership: Party[];
  notes: Item[];
  signatory?: Party;
  issued?: string;
  /** What a labelled value says beyond its field: the address after a contact's name. */
  left?: string;
}

/** Gives a labelled value to its field; false where it does not fit. */
export function fillField(context: ParseContext, head: AgendaHead, field: Field, raw: string): boolean {
  const value = rejoined(raw);
  const { meeting, contact } = head;
  switch (field) {
    case 'date': case 'time': case 'endTime': {
      const found = readParticulars(value, words(context.vocabulary));
      if (found.date === undefined && found.startTime === undefined) return false;
      if (field === 'endTime') { if (found.startTime !== undefined) meeting.endTime ??= found.startTime; return true; }
      if (found.date !== undefined) meeting.date ??= found.date;
      if (found.startTime !== undefined) meeting.startTime ??= found.startTime;
      if (found.endTime !== undefined) meeting.endTime ??= found.endTime;
      return true;
    }
    case 'venue': meeting.venue ??= trimJoiners(value); return meeting.venue === trimJoiners(value);
    case 'body': if (head.masthead.body !== undefined) return false; head.masthead.body = value; return true;
    case 'issued': {
      const date = findDates(value, { paperDate: meeting.date })[0]?.date;
      if (date === undefined || (meeting.date !== undefined && date > meeting.date)) return false;
      head.issued ??= date;
      return true;
    }
    case 'phone': case 'email': {
      // "Tel: 01234 567890 Email: …": both in one line.
      const phone = findPhones(value)[0]?.phone;
      const email = findEmails(value)[0]?.email;
      if (phone !== undefined) contact.phone ??= phone;
      if (email !== undefined) contact.email ??= email;
      return (field === 'phone' ? phone : email) !== undefined;
    }
    case 'contact': {
      // "Ann Lee, 3 Mill Lane, Ashby. Tel: …": the address ends where the ways to reach her begin.
      const reach = value.search(/[\s,.;]*\b(?:tel|telephone|phone|mobile|e-?mail)\b/iu);
      const named = reach < 0 ? value : value.slice(0, reach);
      const address = ADDRESS_AFTER.exec(named)?.[1];
      const told = readContact(contact, address === undefined ? value : `${named.slice(0, named.length - address.length).replace(/[\s,]+$/u, '')}${value.slice(named.length).replace(/^[\s.,;]+/u, ' ')}`);
      if (told && address !== undefined) head.left = address;
      return told;
    }
    case 'membership': head.membership.push(...readPeople(value)); return true;
  }
}

/** An address after a name: it begins with the number of a house, and says no telephone or e-mail. */
const ADDRESS_AFTER = /^\p{Lu}[^,@\d]{2,60},\s((?:\d{1,4}[A-Za-z]?|Flat\s\d{1,3},?|Unit\s\d{1,3},?|P\.?O\.? Box\s\d{1,5},?)\s\p{Lu}[^@:]{3,120})$/u;

/** A contact's name and post have at most this many characters. */
const LONGEST_CONTACT = 80;

/** "Jo Lane, 01234 567890, jo.lane@…": name, telephone and e-mail of a contact. */
function readContact(contact: AgendaHead['contact'], value: string): boolean {
  const phone = findPhones(value)[0];
  const email = findEmails(value)[0];
  const stop = Math.min(phone?.start ?? Infinity, email?.start ?? Infinity, value.length);
  const name = value.slice(0, stop).replace(/\s*(?:\b(?:tel|telephone|email|e-mail|on|at|ext|direct dial|phone)\b[\s:.]*)+$/iu, '').replace(/[\s,;:–(-]+$/u, '').trim();
  // The record has room for one: a second contact stays a note.
  if (contact.name !== undefined && name !== '' && !name.startsWith(contact.name)) return false;
  if (name.length > LONGEST_CONTACT) return false;
  if (phone) contact.phone ??= phone.phone;
  if (email) contact.email ??= email.email;
  if (name !== '' && /\p{L}/u.test(name) && contact.name === undefined) {
    const party = readParty(name);
    const person = party.type === 'person' && party.role !== undefined;
    contact.name = person ? party.name : name;
    if (person) contact.role = party.role;
  }
  return name !== '' || phone !== undefined || email !== undefined;
}
