/**
 * One party: who owns an action, moves a motion, signs a paper. Text in, a person, role or body out.
 *
 * `names.ts` reads names, `classify.ts` tells posts from bodies; the words they go by are in `lexicon.ts`. Several parties in
 * one cell are parted in `owners.ts`, lists of people in `attendance.ts`.
 */
import { classifyPhrase } from './classify.js';
import { type PartyLexicon, type Words, wordsOf } from './lexicon.js';
import { partyLexicon } from './scope.js';
import { honorificAt, isDashPiece, isWholeName, type Piece, piecesOf, readName, withoutArticle } from './names.js';
import { foldText } from './text.js';
import { type Party } from './types.js';

/** A text with more characters than this is an account of something, not the name of somebody. */
export const LONGEST_PARTIES = 2000;
/**
 * Somebody named in a paper. Lines of a sign-off may be parted by line ends; they are joined with ", " where the paper has
 * no comma. "Gill Rolls, Executive Director" is a person with a role, "Director of Housing" a role, anything else a body.
 */
export function readParty(text: string, lexicon: PartyLexicon = partyLexicon()): Party {
  return partyOf(text, wordsOf(lexicon), undefined);
}

/** `inherited`: the singular of a plural title that stands before the list. */
export function partyOf(text: string, words: Words, inherited: string | undefined): Party {
  const lines = text.split(/[\r\n\v\f\u2028\u2029]+/).map(foldText).filter((line) => line !== '');
  const whole = joinLines(lines);
  if (whole.length > LONGEST_PARTIES) return { text: whole, name: whole, type: 'body' };
  if (lines.length > 1) {
    const signed = readSignOff(lines, whole, words);
    if (signed !== undefined) return signed;
  }
  return readPerson(whole, words, inherited) ?? readHolder(whole, words) ?? readPostOrBody(whole, words);
}

/** Capitalised words of a name whose first is not a known first name. */
const MOST_UNKNOWN_NAME_WORDS = 3;

/** Lines as one text: ", " between them, unless a line ends in punctuation of its own. */
function joinLines(lines: readonly string[]): string {
  return lines.reduce((joined, line) => (joined === '' ? line : /[,;:/&–-]$/.test(joined) ? `${joined} ${line}` : `${joined}, ${line}`), '');
}

/** A sign-off: the name on the first line, then post and organisation, each on its own. */
function readSignOff(lines: readonly string[], whole: string, words: Words): Party | undefined {
  const [first = '', ...others] = lines.map((line) => line.replace(/[,;.]+$/, '').trim());
  const pieces = piecesOf(first);
  const name = readName(first, pieces, 0, words);
  if (name === undefined || name.next !== pieces.length) return undefined;
  const roles = others.filter((line) => classifyPhrase(line, words).kind === 'role');
  const rest = others.filter((line) => classifyPhrase(line, words).kind !== 'role');
  if (others.length === 1 && roles[0] !== undefined) {
    const { role, organisation } = splitRole(roles[0], words);
    return person(whole, name, role, organisation);
  }
  return person(whole, name, roles.length === 0 ? undefined : roles.join(', '), rest.length === 0 ? undefined : rest.join(', '));
}

function person(text: string, name: { honorific?: string; name: string }, role?: string, organisation?: string): Party {
  return {
    text,
    name: name.name,
    type: 'person',
    ...(name.honorific === undefined ? {} : { honorific: name.honorific }),
    ...(role === undefined || role === '' ? {} : { role }),
    ...(organisation === undefined || organisation === '' ? {} : { organisation }),
  };
}

/** A person at the head of the text, with what follows: role, organisation, brackets. */
function readPerson(text: string, words: Words, inherited?: string): Party | undefined {
  const pieces = piecesOf(text);
  const name = readName(text, pieces, 0, words, inherited);
  if (name === undefined) return undefined;
  const rest = text.slice(pieces[name.next - 1]?.end ?? 0).trim();
  // "Sure Start" has the look of a name, and is a body that is known.
  if (!name.sure && rest === '' && name.honorific === undefined && words.isBodyName(text)) return undefined;
  // "Active Northshire Walking Groups": many capitals without a name that is known are a body's.
  if (!name.sure && rest === '' && pieces.filter((piece) => /^\p{Lu}/u.test(piece.text)).length > MOST_UNKNOWN_NAME_WORDS) return undefined;
  if (!name.sure && name.honorific === undefined && endsPost(pieces, name.next, words)) return undefined;
  const { role, organisation } = readPosition(rest, words);
  if (!name.sure && rest !== '' && role === undefined && organisation === undefined) return undefined;
  return person(text, name, role, organisation);
}

/** Nouns that what somebody works at stands right before; "Gethin Rees Director" and "Gethin Rees Inspector" are people. */
const POST_ENDS = /^(?:co-?ordinator|officer|manager|worker|advis[eo]r|organiser)s?$/i;

/** "Teenage Pregnancy" before "Co-ordinator (PCT)": words that are no name that is known, right before the noun of a post that is never held alone. */
function endsPost(pieces: readonly Piece[], at: number, words: Words): boolean {
  const [noun, after] = [pieces[at]?.text ?? '', pieces[at + 1]?.text];
  return words.isRoleNoun(noun) && POST_ENDS.test(noun) && (after === undefined || after === '(' || after === '[');
}

/** What stands after a name: ", Executive Director, Northtown Council", " (Labour, Eastfield Ward)", " – Head of Policy". */
function readPosition(rest: string, words: Words): { role?: string; organisation?: string } {
  const { outside, brackets } = splitBrackets(rest);
  const roles: string[] = [];
  const organisations: string[] = [];
  const plainRest = outside.replace(/^[\s,;:–—-]+/, '').replace(/[\s,;:.–—-]+$/, '').trim();
  if (plainRest !== '' && !/^(?:and|&)\b/i.test(plainRest)) {
    const { role, organisation } = splitRole(plainRest, words);
    if (role !== undefined) roles.push(role);
    if (organisation !== undefined) organisations.push(organisation);
  }
  for (const bracket of brackets) {
    const { role, organisation } = splitRole(bracket, words);
    // "Head of Policy (South)": a bracket after a role belongs to it.
    if (roles.length > 0 && role === undefined && organisation !== undefined && rest.trimEnd().endsWith(')') && !isEmployer(bracket, words) && !isAffiliation(bracket, words)) {
      roles[roles.length - 1] = `${roles.at(-1) ?? ''} (${bracket})`;
      continue;
    }
    if (role !== undefined) roles.push(role);
    if (organisation !== undefined) organisations.push(organisation);
  }
  return { ...(roles.length === 0 ? {} : { role: roles.join(', ') }), ...(organisations.length === 0 ? {} : { organisation: organisations.join(', ') }) };
}

/** A body that employs people: "Northtown Council", "NHS Northtown". */
export function isEmployer(text: string, words: Words): boolean {
  const all = text.split(/\s+/);
  return words.isOrganisationNoun(all.at(-1) ?? '') || words.isBodyName(all[0] ?? '');
}

/** "Labour", "Eastfield Ward", "Labour, Eastfield": what stands in brackets after a councillor's name. */
export function isAffiliation(text: string, words: Words): boolean {
  return text.split(/[,/–;-]/).some((segment) => words.isPoliticalParty(segment.trim()) || /\b(?:ward|division)$/i.test(segment.trim()));
}

/** Text outside brackets and the contents of each, outermost; an unclosed bracket runs to the end. */
export function splitBrackets(text: string): { outside: string; brackets: string[] } {
  const brackets: string[] = [];
  let outside = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(' || character === '[') {
      if (depth === 0) from = at + 1;
      depth += 1;
    } else if ((character === ')' || character === ']') && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        brackets.push(text.slice(from, at).trim());
        outside += ' ';
      }
    } else if (depth === 0) outside += character;
  }
  if (depth > 0) {
    // "(Head of Finance (Policy & Strategy) were": the outer bracket was forgotten and ends with the inner one.
    const rest = text.slice(from);
    const inner = rest.lastIndexOf(')');
    brackets.push((inner < 0 ? rest : rest.slice(0, inner + 1)).trim());
    if (inner >= 0) outside += rest.slice(inner + 1);
  }
  return { outside: outside.replace(/ {2,}/g, ' '), brackets: brackets.filter((bracket) => bracket !== '') };
}

/** A post and the organisation after it: "Head of Policy, Northtown Council". Without a role noun all of it is organisation. */
export function splitRole(text: string, words: Words): { role?: string; organisation?: string } {
  const whole = classifyPhrase(text, words);
  if (whole.kind !== 'role') return { organisation: text };
  const segments = splitAtCommas(text);
  if (segments.length < 2) {
    const dash = /^(.{1,200}?)\s[–—-]\s(.{1,200})$/.exec(text);
    if (dash !== null && isOrganisation(dash[2] ?? '', words)) return { role: (dash[1] ?? '').trim(), organisation: (dash[2] ?? '').trim() };
    return { role: text };
  }
  const last = segments.at(-1) ?? '';
  const role = text.slice(0, text.lastIndexOf(',')).replace(/,\s*$/, '').trim();
  return role === '' || !isOrganisation(last, words) ? { role: text } : { role, organisation: last };
}

/** A body that is no part of a post's title: its last noun says so ("Northtown Council", "Eastfield Partnership", "NHS Northtown"). */
function isOrganisation(text: string, words: Words): boolean {
  const phrase = classifyPhrase(text, words);
  return phrase.kind === 'body';
}

function splitAtCommas(text: string): string[] {
  const segments: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    if (at === text.length || (character === ',' && depth === 0)) {
      segments.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return segments;
}

/** A post with its holder after it: "Leader of the Council (Councillor A Smith)", "Head of Policy – Jane Doe". */
function readHolder(text: string, words: Words): Party | undefined {
  const { outside, brackets } = splitBrackets(text);
  const inBrackets = brackets.at(-1);
  if (inBrackets !== undefined && text.trimEnd().endsWith(')') && isWholeName(inBrackets, words)) {
    const role = withoutArticle(outside.trim());
    if (role !== '' && classifyPhrase(role, words).kind === 'role') return holder(text, inBrackets, role, words);
  }
  const pieces = piecesOf(text);
  for (let at = 1; at < pieces.length; at += 1) {
    const before = pieces[at - 1]?.text ?? '';
    const parted = before === ',' || before === ':' || isDashPiece(before);
    // Without punctuation only a title shows where the name begins: "Leader of the Council Councillor A Smith".
    if (!parted && honorificAt(pieces, at, words) === undefined) continue;
    const name = readName(text, pieces, at, words);
    if (name === undefined || !name.sure || name.next !== pieces.length) continue;
    const role = withoutArticle(text.slice(0, pieces[at]?.start ?? 0).replace(/[\s,:–—-]+$/, ''));
    if (classifyPhrase(role, words).kind !== 'role') return undefined;
    return person(text, name, role);
  }
  return undefined;
}

function holder(text: string, name: string, role: string, words: Words): Party | undefined {
  const read = readName(name, piecesOf(name), 0, words);
  return read === undefined ? undefined : person(text, read, role);
}

function readPostOrBody(text: string, words: Words): Party {
  const name = withoutArticle(trimmed(text)) || text;
  const phrase = classifyPhrase(name, words);
  if (phrase.kind === 'role') {
    const { role = name, organisation } = splitRole(name, words);
    return { text, name: role, type: 'role', ...(organisation === undefined ? {} : { organisation }) };
  }
  // "Councillor", "Members": a title without a name is a post.
  if (wordsOnly(name).every((word) => words.isHonorific(word) || words.singularHonorific(word) !== undefined) && name !== '') return { text, name, type: 'role' };
  return { text, name, type: 'body' };
}

/** Without the punctuation at either end: a comma left over from a list. */
function trimmed(text: string): string {
  const start = /[^\s,;:.]/.exec(text)?.index ?? text.length;
  let end = text.length;
  while (end > start && /[\s,;:.]/.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function wordsOnly(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
