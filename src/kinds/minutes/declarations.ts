/** Declarations of interest: who declared what, in which item, and whether they left. */
import { referencesIn } from '../shared/items.js';
import { findWording } from '../shared/openings.js';
import { readPeople } from '../../values/index.js';
import type { Item } from '../schemas.js';
import { sentences } from './attendance.js';
import type { Vocabulary } from '../shared/vocabulary.js';
import type { Declaration } from './schema.js';

/** In an item on something else, a declaration is a sentence that says so early: within this many characters. */
const EARLY = 160;

/** True for a text that says that nobody declared anything. */
export function declaresNothing(text: string, vocabulary: Vocabulary): boolean {
  const none = findWording(text, vocabulary.words.noInterest);
  return none !== undefined && none.start < 40 && text.length < 200 && !/\b(?:except|other than|save|further)\b/i.test(text);
}

/** True for a text in which somebody declares an interest. `heading` says that it stands under "Declarations of Interest". */
export function declares(text: string, vocabulary: Vocabulary, heading: boolean): boolean {
  if (declaresNothing(text, vocabulary)) return false;
  const declared = findWording(text, vocabulary.words.declared);
  const interest = findWording(text, vocabulary.words.interest);
  if (!declared || !interest) return false;
  if (/\b(?:invited|asked|reminded|requested)\b.{0,60}\b(?:declare|disclose)/i.test(text)) return false;
  return heading || (declared.start < EARLY && interest.start < EARLY + 100 && /^(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|The (?:Chair|Mayor|Leader|Vice|Deputy|Convener)|Rev|Prof|Alderman|Bailie|Provost)/.test(text));
}

/** "Non-registrable interests: Cllr Nance, item 9": a kind of interest heads who has it. */
const KIND_FIRST = /^(\p{Lu}[^:.]{4,50}?)\s+interests?\s*[:–-]\s*(?=\S)/u;

/** True for a line that says after the kind of interest whose it is. */
export function isKindFirst(text: string, vocabulary: Vocabulary): boolean {
  const found = KIND_FIRST.exec(text);
  return found !== null && lastKind(found[1] ?? '', vocabulary) !== undefined && readPeople(text.slice(found[0].length)).some((person) => person.honorific !== undefined);
}

/** "Cllr Lane - item 4 - employee of the Trust": a name, a mark, and what is declared. */
const ENTRY = /^(.{3,60}?)(?:\s[-–—]\s|:\s|,\s)(?=\S)/;

/** True for a line of a list of declarations: it begins with a titled name and a mark. */
export function isDeclarationEntry(text: string): boolean {
  const name = ENTRY.exec(text)?.[1];
  return name !== undefined && readPeople(name).some((person) => person.honorific !== undefined);
}

/**
 * The declarations of one paragraph: a sentence in which somebody new declares begins another, and what is said between them stays
 * with the one before. Pure.
 */
export function declarationsOf(item: Item, vocabulary: Vocabulary): Declaration[] {
  const starts = sentences(item.text).filter((s, i) => {
    const sentence = item.text.slice(s.start, s.end);
    const declared = findWording(sentence, vocabulary.words.declared);
    if (!declared || !findWording(sentence, vocabulary.words.interest)) return false;
    return i === 0 || readPeople(sentence.slice(0, declared.start).replace(LEAD_OUT, '')).some((person) => person.honorific !== undefined);
  }).map((s) => s.start);
  if (starts.length < 2) return [declarationOf(item, vocabulary)];
  const { number, text, items, tables, references: _references, ...rest } = item;
  const cuts = [0, ...starts.filter((start) => start > 0)];
  return cuts.map((start, i) => {
    const own = text.slice(start, cuts[i + 1] ?? text.length).trim();
    const last = i === cuts.length - 1;
    return declarationOf({
      ...(number === undefined ? {} : { number }), text: own, ...(last && items ? { items } : {}), ...(last && tables ? { tables } : {}), ...referencesIn(own), ...rest,
    }, vocabulary);
  });
}

/** Words between who declares and the verb. */
const LEAD_OUT = /\s+(?:each|both|also|all|had|has|have|again|then)\s*$/i;

/** What can be told from a declaration's words. Pure. */
export function declarationOf(item: Item, vocabulary: Vocabulary): Declaration {
  const { text } = item;
  const out: Declaration = { ...item };
  const each = sentences(text).map((s) => text.slice(s.start, s.end)).filter((s) => findWording(s, vocabulary.words.declared) && findWording(s, vocabulary.words.interest));
  const declaring = each.length > 0 ? each : [text];
  const members = declaring.flatMap((sentence) => {
    const declared = findWording(sentence, vocabulary.words.declared);
    return declared ? readPeople(sentence.slice(0, declared.start).replace(LEAD_OUT, '')) : [];
  });
  const kindFirst = members.length === 0 && isKindFirst(text, vocabulary) ? KIND_FIRST.exec(text) : null;
  if (kindFirst) members.push(...readPeople(text.slice(kindFirst[0].length)).filter((person) => person.honorific !== undefined).slice(0, 1).map(({ role: _role, organisation: _organisation, ...person }) => ({ ...person, text: person.honorific === undefined ? person.name : `${person.honorific} ${person.name}` })));
  if (members.length === 0) members.push(...readPeople(ENTRY.exec(text)?.[1] ?? '').filter((person) => person.honorific !== undefined));
  if (members.length > 0) out.members = members;
  // Several declarations in one paragraph: kind, item and leaving are told only where they are one member's.
  if (declaring.length > 1) return out;
  const interest = findWording(text, vocabulary.words.interest);
  if (interest) {
    const before = text.slice(Math.max(0, interest.start - 60), interest.start);
    const kind = lastKind(before, vocabulary);
    if (kind !== undefined) out.interest = kind;
  } else {
    // "Councillor Beer: item 4 - personal - a member of the club".
    const alone = ENTRY.test(text) ? findWording(text, vocabulary.words.interestAlone) : undefined;
    if (alone) out.interest = text.slice(alone.start, alone.end);
  }
  const concerned = /\bitem(?:\s+(?:no\.?|number))?\s+(\d{1,4}(?:[./]\d{1,4})?[a-z]?|[A-Z]{1,5}[./]\d{1,4})(?![a-z\u00c0-\u024f\d])/i.exec(text);
  if (concerned?.[1]) out.agendaItem = concerned[1];
  const left = findWording(text, vocabulary.words.withdrew);
  const stayed = findWording(text, vocabulary.words.stayed);
  if (left && !stayed) out.withdrew = true;
  else if (stayed && !left) out.withdrew = false;
  return out;
}

/** The kind of interest that stands right before the word "interest". */
function lastKind(before: string, vocabulary: Vocabulary): string | undefined {
  const words = vocabulary.words.interestKinds ?? [];
  let best: string | undefined;
  for (const word of words) {
    const tail = before.trimEnd().toLowerCase();
    const folded = word.toLowerCase();
    if (tail.endsWith(folded) && !/\p{L}/u.test(tail.at(-folded.length - 1) ?? '') && folded.length > (best?.length ?? 0)) best = before.trimEnd().slice(-folded.length);
  }
  return best;
}
