/** Who signs an agenda, and the day on which it was issued: at the head of a summons, or under the last item. */
import type { Block, Paragraph } from '../../paper/model.js';
import { findDates, findEmails, findPhones, readParty } from '../../values/index.js';
import type { ParseContext } from '../shared/context.js';
import { itemOf } from '../shared/items.js';
import { findWording, openingOf } from '../shared/openings.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import { fillField, type AgendaHead } from './fields.js';
import { labelIn, linesOf, rejoined, type Field, type Line } from './lines.js';

/** Lines at the foot that may be the signature: name, office, telephone, e-mail, address, date. */
const SIGNATURE_LINES = 8;

/** A summons is signed at its head: a name, and under it an office, leave the notes for the signatory. `summoned` says that the head calls members to the meeting. */
export function signedAtHead(head: AgendaHead, vocabulary: Vocabulary, summoned: boolean): void {
  for (let i = 0; i + 1 < head.notes.length; i++) {
    const [name, office] = [head.notes[i], head.notes[i + 1]];
    if (!name || !office || name.text.length > 60 || office.text.length > 80 || name.items || office.items) continue;
    const found = findWording(office.text, vocabulary.words.signatory);
    if (found?.start !== 0 || findWording(name.text, vocabulary.words.signatory) || !isSignatureLine(name.text, vocabulary)) continue;
    const text = `${name.text}, ${office.text}`;
    const party = readParty(text);
    if (party.type !== 'person') continue;
    head.signatory = { ...party, text };
    head.notes.splice(i, 2);
    return;
  }
  // "Ruth Ives, Clerk to the Council", on one line under the summons.
  if (head.signatory || !summoned) return;
  const at = head.notes.findIndex((n) => n.text.length <= 80 && !n.items && signsAlone(n.text, vocabulary));
  const signed = head.notes[at];
  if (!signed) return;
  head.signatory = readParty(signed.text);
  head.notes.splice(at, 1);
}

/** A name and an office after it, and nothing else. */
function signsAlone(text: string, vocabulary: Vocabulary): boolean {
  const party = readParty(text);
  return party.type === 'person' && party.role !== undefined && findWording(party.role, vocabulary.words.signatory)?.start === 0 && !/[:.]$/u.test(text);
}

/** The signature and the day of issue under the last item: gives the blocks that are none. Takes what it reads. */
export function readFoot(context: ParseContext, head: AgendaHead, blocks: readonly Block[]): Block[] {
  // Remarks to members may stand under the signature: sentences, where a signature is above them.
  const sentence = (b: Block | undefined): b is Paragraph => b?.type === 'paragraph' && b.number === undefined && b.text.length > 40 && /[.!?)]$/u.test(b.text);
  let end = blocks.length;
  while (end > 0 && blocks.length - end < REMARK_LINES && sentence(blocks[end - 1])) end--;
  if (end < blocks.length && end > 0) {
    const had = head.signatory;
    const left = readSignature(context, head, blocks.slice(0, end));
    if (head.signatory && head.signatory !== had) {
      for (const b of blocks.slice(end)) if (b.type === 'paragraph') head.notes.push(itemOf(context, b));
      return left;
    }
  }
  return readSignature(context, head, blocks);
}

/** Remarks under a signature that are looked past. */
const REMARK_LINES = 4;

function readSignature(context: ParseContext, head: AgendaHead, blocks: readonly Block[]): Block[] {
  const { vocabulary } = context;
  const from = Math.max(0, blocks.length - SIGNATURE_LINES);
  const tail: Line[] = [];
  let cut = blocks.length;
  for (let i = blocks.length - 1; i >= from; i--) {
    const block = blocks[i];
    if (block?.type !== 'paragraph' || block.number !== undefined || block.bullet || block.text.length > 200) break;
    const lines = linesOf(block);
    if (!lines.every((l) => isSignatureLine(l.text, vocabulary)) || lines.some((l) => isLater(l.text, head.meeting.date))) break;
    tail.unshift(...lines);
    cut = i;
  }
  if (tail.length === 0) return [...blocks];
  const name: string[] = [];
  /** What stands under the name and has no field: a telephone, an e-mail address. */
  const reach: string[] = [];
  /** Lines whose label gave a field its value. */
  let told = 0;
  for (const line of tail) {
    const labelled = labelIn(line.text, vocabulary);
    const date = findDates(line.text, { paperDate: head.meeting.date })[0];
    if (date && line.text.length < 80) { head.issued ??= date.date; continue; }
    if (labelled && labelled.value !== '' && labelled.field !== 'membership' && !(reaches(labelled.field) && head.contact.name === undefined)) { if (fillField(context, head, labelled.field, labelled.value)) { told++; continue; } }
    const email = findEmails(rejoined(line.text))[0];
    const phone = findPhones(line.text)[0];
    if (email ?? phone) {
      // A name and an office on the same line as the telephone.
      const from = Math.min(email?.start ?? Infinity, phone?.start ?? Infinity);
      const before = line.text.slice(0, from).trim();
      const named = /\p{L}{3}/u.test(before) && !/^(?:tel|telephone|e-?mail)\b/iu.test(before);
      if (named) name.push(before);
      reach.push(named ? line.text.slice(from).trim() : line.text);
      continue;
    }
    if (/\p{L}/u.test(line.text)) name.push(line.text);
  }
  const signed = name.filter((n) => !/^(?:signed|yours sincerely|yours faithfully|by order(?: of the .*)?)[\s,:]*$/iu.test(n));
  if (signed.length > 0) {
    // The paper's words are all kept; who signs is read from the name and the office alone.
    head.signatory = { ...readParty(splitOffice(signed.join(', '), vocabulary)), text: [...signed, ...reach].join(', ') };
  } else if (head.issued === undefined && told < tail.length) return [...blocks];
  for (const block of blocks.slice(cut)) if (block.type === 'paragraph') context.take(block);
  return blocks.slice(0, cut);
}

/** A telephone or an e-mail address: of nobody that is named, it stays with who signs. */
const reaches = (field: Field): boolean => field === 'phone' || field === 'email';

/** "25 September 2025", under the date of the next meeting: no agenda is issued after its meeting. */
function isLater(text: string, meeting: string | undefined): boolean {
  const [day] = meeting === undefined ? [] : findDates(text, { paperDate: meeting });
  return meeting !== undefined && day !== undefined && day.date > meeting;
}

/** "Benjamin Hart Chief Executive" on one line: a comma before the office, where the words of one stand. */
function splitOffice(text: string, vocabulary: Vocabulary): string {
  if (text.includes(',')) return text;
  const office = findWording(text, vocabulary.words.signatory);
  return office && office.start > 3 ? `${text.slice(0, office.start).trim()}, ${text.slice(office.start)}` : text;
}

/** An office on a line of its own (characters). */
const LONGEST_OFFICE = 60;

/** A line that may belong to a signature: a name, an office, a telephone, an address, a day. */
function isSignatureLine(text: string, vocabulary: Vocabulary): boolean {
  const labelled = labelIn(text, vocabulary);
  if (/^[([]/u.test(text) || /[:;]$/u.test(text) && !labelled) return false;
  // "For further information please contact: …" may stand under the signature.
  if (labelled && labelled.field !== 'membership' && labelled.value !== '') return true;
  // "Report by Head of Facilities" belongs to the last item.
  if (openingOf(text, vocabulary.words.lead)?.wording.includes(' ')) return false;
  if (findDates(text).length > 0 && text.length < 80) return true;
  if (findEmails(rejoined(text)).length > 0 || findPhones(text).length > 0) return text.length < 120;
  if (text === '' || /^[._…\s-]+$/u.test(text)) return true;
  if (/^(?:signed|yours sincerely|yours faithfully|by order)\b/iu.test(text)) return true;
  // "Clerk to the Authority": an office that is known.
  if (text.length <= LONGEST_OFFICE && findWording(text, vocabulary.words.signatory)?.start === 0 && !/[.?!]$/.test(text)) return true;
  // Names and offices are in capitals and short; a sentence is not.
  const parts = text.split(/\s+/);
  return parts.length <= 9 && parts.filter((w) => /^\p{Lu}/u.test(w)).length >= Math.ceil(parts.length * 0.6) && !/[.?!]$/.test(text);
}
