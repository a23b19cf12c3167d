/**
 * Parties: who owns an action, moves a motion, signs a paper. Text in, persons, roles and bodies out.
 *
 * `names.ts` reads names, `classify.ts` tells posts from bodies, `attendance.ts` reads lists of names; the words they go by
 * are in `lexicon.ts`.
 */
import { classifyPhrase, isBareRole, type Phrase } from './classify.js';
import { PARTY_LEXICON, type PartyLexicon, type Words, wordsOf } from './lexicon.js';
import { honorificAt, isDashPiece, isWholeName, type Piece, piecesOf, readName, withoutArticle } from './names.js';
import { foldText } from './text.js';
import { type Party, type PartySplit } from './types.js';

/** A cell with more characters than this is an account of something, not a list of owners. */
const LONGEST_PARTIES = 2000;
/** Parties of one cell at most; more are a list of members, which `readPeople` reads. */
const MOST_PARTIES = 40;

/**
 * Somebody named in a paper. Lines of a sign-off may be parted by line ends; they are joined with ", " where the paper has
 * no comma. "Gill Rolls, Executive Director" is a person with a role, "Director of Housing" a role, anything else a body.
 */
export function readParty(text: string, lexicon: PartyLexicon = PARTY_LEXICON): Party {
  return partyOf(text, wordsOf(lexicon), undefined);
}

/** `inherited`: the singular of a plural title that stands before the list. */
function partyOf(text: string, words: Words, inherited: string | undefined): Party {
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
export function joinLines(lines: readonly string[]): string {
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
  // "Active Northshire Walking Groups": many capitals without a name that is known are a body's.
  if (!name.sure && rest === '' && pieces.filter((piece) => /^\p{Lu}/u.test(piece.text)).length > MOST_UNKNOWN_NAME_WORDS) return undefined;
  const { role, organisation } = readPosition(rest, words);
  if (!name.sure && rest !== '' && role === undefined && organisation === undefined) return undefined;
  return person(text, name, role, organisation);
}

/** What stands after a name: ", Executive Director, Northtown Council", " (Labour, Eastfield Ward)", " – Head of Policy". */
export function readPosition(rest: string, words: Words): { role?: string; organisation?: string } {
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

// ---- several parties in one cell ----

type Separator = ';' | '/' | 'and' | ',' | 'line';

interface Segment {
  text: string;
  /** What stands before it. */
  separator: Separator;
  /** White space on both sides of a "/". */
  spaced: boolean;
  /** "and" or "&" as printed. */
  printed?: string;
}

/** What a segment may be by itself. */
type Standing = { kind: 'person' | 'role' | 'body' | 'none'; phrase: Phrase; known: boolean };

type Verdict = 'split' | 'join' | 'doubt';

/**
 * The parties of a cell, apart. Split at ";", "/", "&", line ends, and at "and" or "," between parties, never inside one
 * ("Director of Nursing and Clinical Quality"). Where a second reading is plausible, `certain` is false, `owners` is empty
 * and `problem` says where. Lines may be given as a list, one a paragraph of the cell.
 */
export function splitParties(text: string | readonly string[], lexicon: PartyLexicon = PARTY_LEXICON): PartySplit {
  const words = wordsOf(lexicon);
  const given = (typeof text === 'string' ? [text] : text).flatMap((part) => part.split(/[\r\n\v\f\u2028\u2029]+/));
  const lines = joinContinued(given.map((line) => foldText(line).replace(/^[•·▪◦*\uE000-\uF8FF]\s*/u, '')).filter((line) => line !== ''));
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (length === 0) return { owners: [], certain: true, problem: 'nobody is named' };
  if (length > LONGEST_PARTIES) return { owners: [], certain: false, problem: 'too long for a list of parties' };
  if (lines.every((line) => words.isNobody(line.replace(/[.]$/, '')))) return { owners: [], certain: true, problem: `nobody is named: "${lines.join(' ')}"` };

  const owners: Owner[] = [];
  for (const [index, line] of lines.entries()) {
    const result = splitLine(line, words);
    if (typeof result === 'string') return { owners: [], certain: false, problem: result };
    if (lines.length > 1) {
      const doubt = doubtOfLine(lines, index, words);
      if (doubt !== undefined) return { owners: [], certain: false, problem: doubt };
    }
    owners.push(...result);
  }
  if (owners.length > MOST_PARTIES) return { owners: [], certain: false, problem: `${owners.length} parties in one place` };
  return { owners: owners.map((owner) => partyOf(owner.text, words, owner.inherited)), certain: true };
}

/** Lines that go on: the one before ends in "of", "and", "/" and the like, or this one begins in the middle. */
function joinContinued(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const open = previous !== undefined && (/(?:[,&/–-]|\b(?:of|and|for|the|to|with|in|a|an|on|at))$/i.test(previous) || isOpenBracket(previous));
    const goesOn = /^(?:[a-z(&/,–-]|and\b|of\b|for\b)/.test(line) && !/^[a-z]+\)/.test(line);
    if (previous !== undefined && (open || goesOn)) joined[joined.length - 1] = `${previous} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function isOpenBracket(text: string): boolean {
  return text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** Why a line of several may not be a party of its own, if so. */
function doubtOfLine(lines: readonly string[], index: number, words: Words): string | undefined {
  const line = lines[index] ?? '';
  const standing = standingOf(line, words);
  if (standing.kind === 'none' && !standing.known) return `"${clip(line)}" may go with the line before it`;
  const previous = lines[index - 1];
  if (previous === undefined) return undefined;
  const before = standingOf(previous, words);
  // "Jane Doe" over "Head of Policy": one party as well as two.
  if (before.kind === 'person' && standing.kind === 'role' && isWholeName(previous, words)) return `"${clip(line)}" may be the post of "${clip(previous)}"`;
  // "Assistant Director" over "Housing": a post without its field.
  if (before.kind === 'role' && isBareRole(before.phrase, words) && standing.kind !== 'role' && standing.kind !== 'person' && !isWellKnownBody(standing)) {
    return words.isBareRole(before.phrase.head.at(-1) ?? '') ? undefined : `"${clip(line)}" may belong to "${clip(previous)}"`;
  }
  return undefined;
}

function isWellKnownBody(standing: Standing): boolean {
  return standing.kind === 'body' && standing.phrase.head.length > 1;
}

interface Owner {
  text: string;
  inherited: string | undefined;
}

/** The parties of one line, or the reason why they are not certain. */
function splitLine(line: string, words: Words): Owner[] | string {
  const segments = segmentsOf(line);
  const first = readName(line, piecesOf(line), 0, words);
  // "Cllrs A Smith and Jones": the title is each one's.
  const inherited = first?.plural;
  const parties: Owner[] = [];
  let current = '';
  let title: string | undefined;
  let holdsPerson = false;
  const begin = (segment: Segment, titled: boolean): void => {
    current = segment.text;
    title = titled ? inherited : undefined;
    holdsPerson = titled || standingOf(current, words).kind === 'person';
  };
  for (const segment of segments) {
    if (current === '') {
      begin(segment, false);
      continue;
    }
    if (inherited !== undefined && readName(segment.text, piecesOf(segment.text), 0, words, inherited) !== undefined && standingOf(segment.text, words).kind === 'none') {
      parties.push({ text: current, inherited: title });
      begin(segment, true);
      continue;
    }
    const verdict = judge(current, segment, segments, words, holdsPerson);
    if (verdict.verdict === 'doubt') return verdict.why;
    if (verdict.verdict === 'split') {
      parties.push({ text: current, inherited: title });
      begin(segment, false);
    } else current += glue(segment) + segment.text;
  }
  if (current !== '') parties.push({ text: current, inherited: title });
  for (const party of parties) {
    const jumble = jumbled(party.text, words);
    if (jumble !== undefined) return jumble;
  }
  return parties;
}

function glue(segment: Segment): string {
  switch (segment.separator) {
    case ',':
      return ', ';
    case '/':
      return segment.spaced ? ' / ' : '/';
    case ';':
      return '; ';
    default:
      return segment.text === '' ? '' : ` ${segment.printed ?? 'and'} `;
  }
}

/** Cuts a line at its separators outside brackets. */
function segmentsOf(line: string): Segment[] {
  const pieces = piecesOf(line);
  const segments: Segment[] = [];
  let depth = 0;
  let from = 0;
  let separator: Separator = 'line';
  let spaced = false;
  let printed: string | undefined;
  const close = (piece: Piece | undefined, next: Separator, printedAs?: string): void => {
    const text = line.slice(from, piece?.start ?? line.length).trim();
    if (text !== '') segments.push({ text, separator, spaced, ...(printed === undefined ? {} : { printed }) });
    if (piece === undefined) return;
    // ", and": the stronger of the two counts.
    if (text !== '' || next !== ',') separator = next;
    spaced = line.charAt(piece.start - 1) === ' ' && line.charAt(piece.end) === ' ';
    printed = printedAs;
    from = piece.end;
  };
  for (const piece of pieces) {
    if (piece.text === '(' || piece.text === '[') depth += 1;
    else if (piece.text === ')' || piece.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (piece.text === ';' || piece.text === '|') close(piece, ';');
    else if (piece.text === '/') close(piece, '/');
    else if (piece.text === ',') close(piece, ',');
    else if (piece.text === '&' && line.charAt(piece.start - 1) !== ' ' && line.charAt(piece.end) !== ' ') continue; // "R&D"
    else if (piece.text === '&' || piece.text === '+' || /^and$/i.test(piece.text)) close(piece, 'and', piece.text);
  }
  close(undefined, 'line');
  return segments;
}

function standingOf(text: string, words: Words): Standing {
  const phrase = classifyPhrase(text, words);
  const name = readName(text, piecesOf(text), 0, words);
  const trimmed = text.replace(/[.]$/, '');
  const known = words.isDepartment(trimmed) || words.isBodyName(trimmed) || words.isRoleAbbreviation(trimmed);
  if (name !== undefined && (name.sure || phrase.kind === 'none')) return { kind: 'person', phrase, known: true };
  return { kind: phrase.kind, phrase, known };
}

function judge(left: string, right: Segment, segments: readonly Segment[], words: Words, holdsPerson: boolean): { verdict: Verdict; why: string } {
  const a = standingOf(left, words);
  const b = standingOf(right.text, words);
  const why = `"${clip(left)}" and "${clip(right.text)}" may be one party or two`;
  const verdict =
    right.separator === ';'
      ? 'split'
      : right.separator === '/'
        ? judgeSlash(a, b, right, words)
        : right.separator === ','
          ? judgeComma(a, b, right, segments, words, holdsPerson)
          : judgeAnd(a, b, right, words, left);
  return { verdict, why };
}

/** "Chair of CYP Trust/ all members" is two; "Head of HR/OD" one; "Performance/PH Consultant" nobody knows. */
function judgeSlash(a: Standing, b: Standing, right: Segment, words: Words): Verdict {
  const complete = (standing: Standing): boolean => standing.kind !== 'none';
  if (complete(a) && complete(b)) {
    // "Director/Head of Service": of what is the first?
    if (a.kind === 'role' && b.kind === 'role' && isBareRole(a.phrase, words) && b.phrase.complement !== undefined) return 'doubt';
    return 'split';
  }
  if (a.known && b.known) return 'split';
  if (a.known && complete(b) && b.kind === 'role' && !isLeading(b.phrase)) return 'doubt'; // "Housing/Planning Manager"
  if ((a.known && complete(b)) || (complete(a) && b.known && a.kind !== 'role')) return 'split';
  if (a.kind === 'role' && !complete(b) && !right.spaced && right.text.split(' ').length <= 2) return 'join';
  return 'doubt';
}

/** The role noun stands before its field: "Head of Legal". */
function isLeading(phrase: Phrase): boolean {
  return phrase.kind === 'role' && phrase.complement !== undefined;
}

function judgeAnd(a: Standing, b: Standing, right: Segment, words: Words, left: string): Verdict {
  if (b.kind === 'none') {
    if (a.kind === 'person' && isWholeName(left, words)) return b.known ? 'split' : 'doubt';
    if (a.known && b.known && a.kind !== 'role') return 'split';
    return 'join';
  }
  if (b.kind === 'person') return a.kind === 'none' && !a.known ? 'doubt' : 'split';
  const article = /^(?:the|all|each|both)\s/i.test(right.text);
  if (b.kind === 'role') {
    // "Jane Doe, Head of Policy and Head of Legal": a second post or a second party?
    if (a.kind === 'person') return isWholeName(left, words) ? 'split' : 'doubt';
    const last = b.phrase.head.at(b.phrase.noun >= 0 ? b.phrase.noun : -1) ?? '';
    if (a.kind === 'none') return isLeading(b.phrase) || b.phrase.noun !== b.phrase.head.length - 1 ? 'doubt' : 'join';
    const bareLeft = isBareRole(a.phrase, words) && a.kind === 'role';
    const bareRight = isBareRole(b.phrase, words);
    if (bareLeft && isLeading(b.phrase)) return 'doubt'; // "Chair and Vice-Chair of the Panel"
    if (a.kind === 'body' && !isLeading(b.phrase) && !article) return bareRight && words.isBareRole(last) ? 'split' : 'doubt'; // "Audit Committee and Board Members"
    if (bareRight && b.phrase.head.length === 1 && !words.isBareRole(last) && !words.isRoleAbbreviation(last)) return bareLeft ? 'split' : 'doubt'; // "Policy Officer and Manager"
    if (/s$/i.test(last) && !/ss$/i.test(last) && !isLeading(b.phrase) && !bareRight) return 'doubt'; // "Youth and Housing Managers"
    return 'split';
  }
  // A body on the right.
  if (a.kind === 'person') return 'split';
  const isNamed = article || /^NHS\b/.test(right.text) || b.known;
  const single = b.phrase.head.length === 1 && b.phrase.complement === undefined;
  if (a.kind === 'role') {
    if (isNamed) return 'split';
    const { complement } = a.phrase;
    if (complement === undefined) return isBareRole(a.phrase, words) && !single ? 'split' : single && isBareRole(a.phrase, words) && words.isBareRole(a.phrase.head.at(-1) ?? '') ? 'split' : 'doubt';
    const inBody = classifyPhrase(complement, words).kind === 'body';
    // "Chair of Policy and Resources Committee": the first half is no body yet.
    return !inBody && words.isRoleOfBody(a.phrase.head.at(a.phrase.noun) ?? '') ? 'join' : 'doubt';
  }
  if (a.kind === 'body') {
    if (!single) return 'split';
    // "Executive Committee and Board" share their first word; "Cabinet and Council" do not.
    return a.phrase.head.length === 1 || isNamed ? 'split' : 'doubt';
  }
  return a.known && isNamed ? 'split' : 'join';
}

function judgeComma(a: Standing, b: Standing, right: Segment, segments: readonly Segment[], words: Words, holdsPerson: boolean): Verdict {
  if (b.kind === 'person') {
    if (a.kind === 'person') return 'split';
    // "Head of Policy, Jane Doe": one party, unless there are more.
    return segments.length === 2 && a.kind === 'role' ? 'join' : a.kind === 'body' ? 'split' : 'doubt';
  }
  if (holdsPerson) return 'join';
  if (b.kind === 'role') {
    if (a.kind === 'body') return 'split';
    if (a.kind === 'none') return a.known ? 'split' : 'doubt';
    // "…, Safeguarding Director of Infection Control": the first word may end the post before or begin this one.
    const before = b.phrase.head.slice(0, Math.max(0, b.phrase.noun));
    const foreign = before.filter((word) => !words.isRoleModifier(word));
    return isLeading(b.phrase) && foreign.length > 0 ? 'doubt' : 'split';
  }
  if (b.kind === 'body') {
    if (a.kind === 'role') {
      // "Chief Executive, NHS Northtown" is one; "Head of Policy, Audit Committee" may be two.
      return segments.length === 2 && (a.phrase.complement === undefined || isEmployer(right.text, words)) ? 'join' : 'doubt';
    }
    if (a.kind === 'body') return segments.length === 2 && a.phrase.head.length === 1 && a.phrase.complement === undefined ? 'join' : 'split';
    return a.known ? 'split' : 'doubt';
  }
  // "Executive Member, Children and Families": the field of the post.
  if (a.kind === 'role' || a.kind === 'body') return b.known && a.kind === 'body' ? 'split' : 'join';
  return a.known && b.known ? 'split' : 'doubt';
}

/** Nouns of posts and bodies in a row without a word between them: more are several parties run together. */
const MOST_NOUNS_IN_A_ROW = 4;

/** Why one party's text looks like several whose separators were lost, if so: "DCS Lead Member Trust Executive Trust Board". */
function jumbled(text: string, words: Words): string | undefined {
  const pieces = piecesOf(text);
  let nouns = 0;
  let posts = 0;
  for (const [at, piece] of pieces.entries()) {
    const word = piece.text.replace(/[.,]$/, '');
    if (/^(?:of|for|to|and|the|with|in|at|on|from|[(),/&:;[\]–—-])$/i.test(word)) {
      // "Director of Finance Head of Legal": a second post after the first one's field.
      nouns = 0;
      const before = pieces[at - 1]?.text ?? '';
      const beforeThat = pieces[at - 2]?.text ?? '';
      if (/^of$/i.test(word) && words.isRoleNoun(before)) {
        const free = at >= 2 && !/^(?:of|for|to|and|the|a|with|by|as|[(),/&:;–—-])$/i.test(beforeThat) && !words.isRoleModifier(beforeThat);
        if (posts > 0 && free) return `"${clip(text)}" may be several parties run together`;
        posts += 1;
      }
      continue;
    }
    const isNoun = words.isRoleNoun(word) || words.isRoleAbbreviation(word) || words.isBodyNoun(word);
    if (isNoun) nouns += 1;
    if (nouns > MOST_NOUNS_IN_A_ROW && /\s/.test(text)) return `"${clip(text)}" may be several parties run together`;
  }
  return undefined;
}

/** Longest piece of the paper that a message quotes, in characters. */
const LONGEST_QUOTE = 60;

function clip(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}
