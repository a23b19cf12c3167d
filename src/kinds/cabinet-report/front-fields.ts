/** The front of a report as the record has it: people, wards, key decision, numbers. */
import { fragment } from '../../paper/locator.js';
import type { Paragraph } from '../../paper/model.js';
import { readParty } from '../../values/index.js';
import type { Party } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { frontLines, frontText, type Front } from '../shared/front.js';
import { filled, given } from '../shared/given.js';
import { inPaperOrder } from '../shared/order.js';
import { isOneOf } from '../shared/vocabulary.js';
import { contactsOf, hasContact } from './contacts.js';
import type { Contact } from './schema.js';

export interface FrontRecord {
  readonly fields: Record<string, unknown>;
  readonly contacts: Contact[];
}

/** Fields of the front that become fields of the record; others stay labelled lines. */
const OWN = new Set(['from', 'to', 'date', 'title', 'authors', 'wards', 'keyDecision', 'decisionNumber', 'itemNumber', 'marking', 'pathwayPast', 'pathwayFuture',
  'portfolio', 'reportOf', 'contact', 'appendixNumber', 'purpose', 'organisation']);

/** Names of the record for fields of the front that are called otherwise there. */
const NAMES: Readonly<Record<string, string>> = { to: 'meeting', date: 'meeting.date', pathwayPast: 'pathway.past', pathwayFuture: 'pathway.future', contact: 'contacts' };

export function frontRecord(context: ParseContext, front: Front): FrontRecord {
  const { words } = context.vocabulary;
  // Labels that became field names are headings too, and say where the values stand.
  for (const f of front.fields) {
    const [line] = f.lines;
    if (OWN.has(f.field) && f.label !== '' && line) context.headings.push({ field: NAMES[f.field] ?? f.field, heading: f.label, at: fragment(line.at) });
  }
  const others = [...front.others];
  for (const f of front.fields) {
    if (!OWN.has(f.field)) others.push({ label: f.label, text: f.lines.map((l) => l.text).join('\n'), at: f.lines[0] ? fragment(f.lines[0].at) : '#' });
  }
  const lines = (field: string): Paragraph[] => frontLines(front, field).flatMap((f) => f.lines).filter((l) => l.text !== '');
  const contacts: Contact[] = [];
  const authors: Party[] = [];
  for (const f of frontLines(front, 'authors')) {
    if (f.lines.some((l) => hasContact(l.text))) {
      const found = contactsOf(context, f.lines, f.label === '' ? undefined : f.label);
      contacts.push(...found);
      authors.push(...found.filter((c) => c.name !== '').map((c) => partyOf(c)));
    } else authors.push(...partiesOf(f.lines));
  }
  for (const f of frontLines(front, 'contact')) contacts.push(...contactsOf(context, f.lines, isOneOf(f.label, words['capacity']) ? f.label : undefined));
  nameNameless(contacts, authors, frontLines(front, 'authors')[0]?.label);
  const key = frontLines(front, 'keyDecision')[0];
  const keyText = key?.lines.map((l) => l.text).join(' ');
  const keyDecision = keyText === undefined ? undefined : isOneOf(keyText, words['yes']) ? true : isOneOf(keyText, words['no']) ? false : undefined;
  // More than yes or no is kept as it stands.
  if (key && keyText && (keyDecision === undefined || !/^\p{L}+[.]?$/u.test(keyText))) others.push({ label: key.label, text: keyText, at: key.lines[0] ? fragment(key.lines[0].at) : '#' });
  const past = lines('pathwayPast').map((l) => l.text).join('\n\n');
  const future = lines('pathwayFuture').map((l) => l.text).join('\n\n');
  const pathway = given({ past: past || undefined, future: future || undefined });
  const wards = lines('wards').flatMap((l) => l.text.split(/\s*[,;•]\s*|\s+(?:and|&)\s+(?=\p{Lu})|\s*\/\s*/u)).map((w) => w.replace(/\.$/, '').trim()).filter(Boolean);
  const from = partiesOf(lines('from'));
  return {
    contacts,
    fields: given({
      itemNumber: numberOf(frontText(front, 'itemNumber')), decisionNumber: frontText(front, 'decisionNumber'), appendixNumber: frontText(front, 'appendixNumber'),
      portfolio: frontText(front, 'portfolio'), reportOf: frontText(front, 'reportOf'), from: filled(from), authors: filled(authors), wards: filled(wards), keyDecision,
      marking: frontText(front, 'marking'), purpose: frontText(front, 'purpose'), pathway: Object.keys(pathway).length > 0 ? pathway : undefined, fields: filled(inPaperOrder(context, others)),
    }),
  };
}

/** A number and an address beside the one author ("Contact details:") are the author's. */
function nameNameless(contacts: Contact[], authors: readonly Party[], label: string | undefined): void {
  const [author] = authors;
  const [nameless] = contacts;
  if (!author || !nameless || authors.length > 1 || contacts.length > 1 || author.type !== 'person' || nameless.name !== '' || nameless.role !== undefined) return;
  const { name: _, ...rest } = nameless;
  contacts[0] = { ...given({ honorific: author.honorific, name: author.name, role: author.role, capacity: label }), ...rest } as Contact;
}

const numberOf = (text: string | undefined): string | undefined => text?.replace(/^(?:no\.?|number|item)\s*:?\s*/iu, '').replace(/[.\s]+$/, '');

const partyOf = (c: Contact): Party => ({
  text: [c.honorific, c.name].filter(Boolean).join(' '), name: c.name, type: 'person', ...given({ honorific: c.honorific, role: c.role }),
});

/** "Corporate Directors", under somebody who has a whole post beside the name: others, and no part of that post. */
function isAnother(above: string, text: string): boolean {
  if (/,\s*$/u.test(above) || !/^\p{Lu}/u.test(text)) return false;
  const { type, role } = readParty(above);
  return type === 'person' && role !== undefined && readParty(role).type === 'role' && readParty(text).type === 'role';
}

/** Parties, a line each; a line that names nobody goes on with the post of the line above, and one that breaks off with the next. */
export function partiesOf(lines: readonly Paragraph[]): Party[] {
  const texts: string[] = [];
  for (const l of lines) {
    for (const part of l.text.split(/\s*;\s*/)) {
      const text = part.trim();
      const above = texts.at(-1);
      const name = text.replace(/,\s*$/, '');
      if (name === '') continue;
      if (above !== undefined && !isAnother(above, name) && (/\b(?:and|of|for|the|&)$/iu.test(above) || readParty(name).type !== 'person')) texts[texts.length - 1] = `${above.replace(/,\s*$/, ',')} ${text}`;
      else texts.push(text);
    }
  }
  return texts.map((t) => readParty(t.replace(/[\s,]+$/u, '')));
}
