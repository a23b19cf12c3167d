/** Whether a phrase names a post or a body, by its head noun ("Director" in "Director of Nursing", "Team" in "Youth Team"). */
import { plain, type Words } from './lexicon.js';
import { isDashPiece, isSeparator, type Piece, piecesOf } from './names.js';

export type PhraseKind = 'role' | 'body' | 'none';

export interface Phrase {
  kind: PhraseKind;
  /** Words up to "of", "for", a comma or a bracket, as printed. */
  head: string[];
  /** Something follows the head after "of", "for" or "to". */
  complement: string | undefined;
  /** The head is the whole phrase. */
  whole: boolean;
  /** Index in `head` of the noun that decided; -1 where it stands after the head. */
  noun: number;
}

/** Words that end the head of a phrase. */
const HEAD_ENDS: ReadonlySet<string> = new Set(['of', 'for', 'to', 'with', 'at', 'in', 'on', 'from', 'and', 'responsible', 'covering', 'within', 'by']);
/** Of those, the ones that begin what the head is head of. */
const COMPLEMENTS: ReadonlySet<string> = new Set(['of', 'for', 'to', 'with', 'responsible', 'covering', 'in', 'at', 'within']);

/** Splits a phrase at its head and says what its noun makes of it. */
export function classifyPhrase(text: string, words: Words): Phrase {
  const pieces = piecesOf(text).filter((piece, index, all) => !(index === all.length - 1 && piece.text === '.'));
  let start = 0;
  while (/^(?:the|a|an|all|each|both|any)$/i.test(pieces[start]?.text ?? '') && start < pieces.length - 1) start += 1;
  let end = start;
  while (end < pieces.length) {
    const word = pieces[end]?.text ?? '';
    if (isSeparator(word) || isDashPiece(word) || (end > start && HEAD_ENDS.has(word.toLowerCase()))) break;
    end += 1;
  }
  const head = pieces.slice(start, end).map((piece) => piece.text.replace(/[.,]$/, ''));
  const after = pieces[end];
  const complement = after !== undefined && COMPLEMENTS.has(after.text.toLowerCase()) ? text.slice(pieces[end + 1]?.start ?? text.length).trim() : undefined;
  const whole = end === pieces.length;
  const decided = kindOfHead(head, words);
  if (decided !== undefined) return { ...decided, head, complement, whole };

  // "Policy and Resources Committee", "Housing & Planning Manager": the noun stands at the end of the whole phrase.
  const last = lastNoun(pieces);
  if (last !== undefined) {
    if (isExecutiveBody(last.text, last.before)) return { kind: 'body', head, complement, whole, noun: -1 };
    if (words.isRoleNoun(last.text)) return { kind: 'role', head, complement, whole, noun: -1 };
    if (words.isBodyNoun(last.text)) return { kind: 'body', head, complement, whole, noun: -1 };
  }
  // A council's own words may be phrases.
  const lower = plain(text.trim());
  if (words.rolePhrases.some((phrase) => lower.startsWith(phrase) || lower.endsWith(phrase))) return { kind: 'role', head, complement, whole, noun: -1 };
  if (words.bodyPhrases.some((phrase) => lower.startsWith(phrase) || lower.endsWith(phrase))) return { kind: 'body', head, complement, whole, noun: -1 };
  return { kind: 'none', head, complement, whole, noun: -1 };
}

/** The last word before a bracket at the end, with the one before it. */
function lastNoun(pieces: readonly Piece[]): { text: string; before: string } | undefined {
  let end = pieces.length - 1;
  if (pieces[end]?.text === ')') {
    while (end >= 0 && pieces[end]?.text !== '(') end -= 1;
    end -= 1;
  }
  const piece = pieces[end];
  return piece === undefined ? undefined : { text: piece.text.replace(/[.,]$/, ''), before: pieces[end - 1]?.text ?? '' };
}

/** "Trust Executive" is a body, "Chief Executive" a post. */
function isExecutiveBody(word: string, before: string): boolean {
  return plain(word) === 'executive' && !/^(?:chief|account|sales|business|marketing|non)$/i.test(before);
}

function kindOfHead(head: readonly string[], words: Words): { kind: PhraseKind; noun: number } | undefined {
  const last = head.at(-1);
  if (last === undefined) return undefined;
  const at = head.length - 1;
  // "Lord-Lieutenant" is what its last part is.
  const isRole = (word: string): boolean => words.isRoleNoun(word) || words.isRoleAbbreviation(word) || (word.includes('-') && words.isRoleNoun(word.slice(word.lastIndexOf('-') + 1)));
  // "HR Business Partner" is a post, "Delivery Partner" a body; "Named GP" a post, "GP Practices" bodies.
  if ((plain(last) === 'partner' && /^business$/i.test(head[at - 1] ?? '')) || (last === 'GP' && at > 0)) return { kind: 'role', noun: at };
  if (isExecutiveBody(last, head[at - 1] ?? '')) return { kind: head.length === 1 || !head.slice(0, at).some((word) => isRole(word)) ? 'body' : 'role', noun: at };
  if (isRole(last)) return { kind: 'role', noun: at };
  // The first role noun that only modifiers precede: "Cabinet Member Children's Services", "Chair Scrutiny Board".
  const first = head.findIndex((word, index) => isRole(word) && !isExecutiveBody(word, head[index - 1] ?? '') && !(words.isRoleModifier(word) && index < at && followsAsModifier(head, index, words)));
  const leads = first >= 0 && head.slice(0, first).every((word) => words.isRoleModifier(word) || words.isBodyNoun(word) || words.isSubject(word));
  if (words.isBodyNoun(last) || words.isBodyName(last)) {
    // "Members Services Team" is a team; "Manager Youth Team" is its manager.
    return leads && first < at && head.slice(0, first).every((word) => words.isRoleModifier(word)) && !/s$/i.test(head[first] ?? '') ? { kind: 'role', noun: first } : { kind: 'body', noun: at };
  }
  if (leads) return { kind: 'role', noun: first };
  if (words.isBodyName(head[0] ?? '')) return { kind: 'body', noun: 0 };
  return undefined;
}

/** Whether a word that may be role noun or modifier ("Lead", "Assistant", "Chief") modifies the next role noun here. */
function followsAsModifier(head: readonly string[], index: number, words: Words): boolean {
  return head.slice(index + 1).some((word) => words.isRoleNoun(word));
}

/** Whether the phrase is one post in one word, with modifiers or not: "Chair", "Deputy Leader", "the Clerk". */
export function isBareRole(phrase: Phrase, words: Words): boolean {
  return phrase.kind === 'role' && phrase.whole && phrase.complement === undefined && phrase.noun === phrase.head.length - 1 && phrase.head.slice(0, -1).every((word) => words.isRoleModifier(word));
}
