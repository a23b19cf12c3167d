/**
 * Several parties in one cell, parted: never inside one post ("Director of Nursing and Clinical Quality"), and not at all
 * where two readings are plausible.
 */
import { classifyPhrase, isBareRole, type Phrase } from './classify.js';
import { type PartyLexicon, type Words, wordsOf } from './lexicon.js';
import { partyLexicon } from './scope.js';
import { isWholeName, type Piece, piecesOf, readName } from './names.js';
import { cutLine, PART } from './owner-cuts.js';
import { isEmployer, LONGEST_PARTIES, partyOf } from './party.js';
import { foldText, quote } from './text.js';
import { type Party, type PartySplit } from './types.js';

/** Parties of one cell at most; more are a list of members, which `readPeople` reads. */
const MOST_PARTIES = 40;

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
export function splitParties(text: string | readonly string[], lexicon: PartyLexicon = partyLexicon()): PartySplit {
  const words = wordsOf(lexicon);
  const given = (typeof text === 'string' ? [text] : text).flatMap((part) => part.split(/[\r\n\v\f\u2028\u2029]+/));
  const lines = joinContinued(given.map((line) => foldText(line).replace(/^[•·▪◦*\uE000-\uF8FF]\s*/, '')).filter((line) => line !== ''));
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  if (length === 0) return { owners: [], certain: true, problem: 'nobody is named' };
  if (length > LONGEST_PARTIES) return { owners: [], certain: false, problem: 'too long for a list of parties' };
  if (lines.every((line) => words.isNobody(line.replace(/[.]$/, '')))) return { owners: [], certain: true, problem: `nobody is named: "${lines.join(' ')}"` };

  const owners: Owner[] = [];
  const kindOf = (part: string): string | undefined => { const { kind, known } = standingOf(part, words); return kind !== 'none' || known ? kind : undefined; };
  for (const [index, line] of lines.entries()) {
    const result: Owner[] = [];
    for (const part of cutLine(line, words, kindOf)) {
      const parties = splitLine(part, words);
      if (typeof parties === 'string') return { owners: [], certain: false, problem: parties };
      result.push(...parties);
    }
    if (lines.length > 1) {
      const doubt = doubtOfLine(lines, index, words);
      if (doubt !== undefined) return { owners: [], certain: false, problem: doubt };
    }
    owners.push(...result);
  }
  if (owners.length > MOST_PARTIES) return { owners: [], certain: false, problem: `${owners.length} parties in one place` };
  return { owners: owners.map((owner) => withoutPart(partyOf(owner.text, words, owner.inherited))), certain: true };
}

/** "Director of Housing (lead)": the bracket says the party's part in the work, and is no part of its name. */
function withoutPart(party: Party): Party {
  const name = party.name.replace(PART, '');
  const role = party.role?.replace(PART, '');
  return name === '' || (name === party.name && role === party.role) ? party : { ...party, name, ...(role === undefined || role === '' ? {} : { role }) };
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
  if (standing.kind === 'none' && !standing.known) return `"${quote(line)}" may go with the line before it`;
  const previous = lines[index - 1];
  if (previous === undefined) return undefined;
  const before = standingOf(previous, words);
  // "Jane Doe" over "Head of Policy": one party as well as two.
  if (before.kind === 'person' && standing.kind === 'role' && isWholeName(previous, words)) return `"${quote(line)}" may be the post of "${quote(previous)}"`;
  // "Assistant Director" over "Housing": a post without its field.
  if (before.kind === 'role' && isBareRole(before.phrase, words) && standing.kind !== 'role' && standing.kind !== 'person' && !isWellKnownBody(standing)) {
    return words.isBareRole(before.phrase.head.at(-1) ?? '') ? undefined : `"${quote(line)}" may belong to "${quote(previous)}"`;
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
  for (const segment of withCompounds(segments, words)) {
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

/**
 * "Housing Manager & Care and Repair Officer": a post is whole at its noun, so the half phrase after it goes with what follows,
 * not with the post. Words that are no party by themselves are joined to the next segment where the two make one.
 */
function withCompounds(segments: readonly Segment[], words: Words): Segment[] {
  const out: Segment[] = [];
  for (let at = 0; at < segments.length; at += 1) {
    const [segment, next] = [segments[at], segments[at + 1]];
    const before = out.at(-1);
    if (segment === undefined) continue;
    if (before !== undefined && next !== undefined && segment.separator === 'and' && next.separator === 'and' && isWholePost(standingOf(before.text, words))) {
      const own = standingOf(segment.text, words);
      const joined = segment.text + glue(next) + next.text;
      const both = standingOf(joined, words);
      const end = standingOf(next.text, words);
      if (own.kind === 'none' && !own.known && (both.kind === 'role' || both.kind === 'body') && end.kind === both.kind && end.phrase.noun === end.phrase.head.length - 1 && end.phrase.head.length > 1) {
        out.push({ ...segment, text: joined });
        at += 1;
        continue;
      }
    }
    out.push(segment);
  }
  return out;
}

/** "Parking Manager": the noun of the post ends it, so that nothing after "and" can be its field. */
function isWholePost({ kind, phrase }: Standing): boolean {
  return kind === 'role' && phrase.whole && phrase.complement === undefined && phrase.head.length > 1 && phrase.noun === phrase.head.length - 1;
}

/** "Youth Forum": the noun of the body ends it, and words stand before it. */
function isWholeBody({ kind, phrase }: Standing): boolean {
  return kind === 'body' && phrase.whole && phrase.complement === undefined && phrase.head.length > 1 && phrase.noun === phrase.head.length - 1;
}

/** Letters for somebody or some body that no list knows: "PN", "ICB". */
const isLetters = (text: string, words: Words): boolean => /^\p{Lu}{2,4}$/u.test(text) && !words.isDepartment(text);

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
    else if (piece.text === '&' || piece.text === '+' || /^(?:and|with)$/i.test(piece.text)) close(piece, 'and', piece.text);
  }
  close(undefined, 'line');
  return segments;
}

/** "Probation Service", "Leisure Services": a service by its name. */
const NAMED_SERVICE = /^(?:\p{Lu}[\p{L}’'-]*\s+(?:(?:and|&)\s+)?){1,4}Services?$/u;
const isNamedService = (text: string): boolean => /Services?$/.test(text) && NAMED_SERVICE.test(text);

/** "Carers Centre and Support Service": a service by what it does for whomever stands before it. */
const PLAIN_SERVICE = /^(?:Support|Advice|Information|Guidance|Referral|Advocacy|Outreach|Rescue|Reception|Delivery|Review)\s+Services?$/;

function standingOf(text: string, words: Words): Standing {
  const phrase = classifyPhrase(text, words);
  const name = readName(text, piecesOf(text), 0, words);
  const trimmed = text.replace(/[.]$/, '');
  const known = words.isDepartment(trimmed) || words.isBodyName(trimmed) || words.isRoleAbbreviation(trimmed) || isNamedService(trimmed);
  if (name !== undefined && (name.sure || phrase.kind === 'none')) return { kind: 'person', phrase, known: true };
  return { kind: phrase.kind, phrase, known };
}

function judge(left: string, right: Segment, segments: readonly Segment[], words: Words, holdsPerson: boolean): { verdict: Verdict; why: string } {
  const a = standingOf(left, words);
  const b = standingOf(right.text, words);
  const why = `"${quote(left)}" and "${quote(right.text)}" may be one party or two`;
  const verdict =
    right.separator === ';'
      ? 'split'
      : right.separator === '/'
        ? judgeSlash(a, b, right, words, left)
        : right.separator === ','
          ? judgeComma(a, b, right, segments, words, holdsPerson)
          : judgeAnd(a, b, right, words, left);
  return { verdict, why };
}

/** "Chair of CYP Trust/ all members" is two; "Head of HR/OD" one; "Performance/PH Consultant" nobody knows. */
function judgeSlash(a: Standing, b: Standing, right: Segment, words: Words, left: string): Verdict {
  const complete = (standing: Standing): boolean => standing.kind !== 'none';
  if (complete(a) && complete(b)) {
    // "Director/Head of Service": of what is the first?
    if (a.kind === 'role' && b.kind === 'role' && isBareRole(a.phrase, words) && b.phrase.complement !== undefined) return 'doubt';
    return 'split';
  }
  // "LA/ICB": letters beside a body that is known; "JS/AB" may be anybody.
  if ((a.known && b.known) || ((a.known || b.known) && isLetters(left, words) && isLetters(right.text, words))) return 'split';
  if (a.known && complete(b) && b.kind === 'role' && !isLeading(b.phrase)) return 'doubt'; // "Housing/Planning Manager"
  if ((a.known && complete(b)) || (complete(a) && b.known && a.kind !== 'role')) return 'split';
  if (a.kind === 'role' && !complete(b) && !right.spaced && right.text.split(' ').length <= 2) return 'join';
  return 'doubt';
}

/** The role noun stands before its field: "Head of Legal". */
function isLeading(phrase: Phrase): boolean {
  return phrase.kind === 'role' && phrase.complement !== undefined;
}

/** People of whom a post or a team may be "with" something: "Head of Service for Children with Disabilities Team". */
const PEOPLE_WITH = /\b(?:children|adults|people|persons|families|men|women|parents|pupils|residents|patients|those)$/i;
/** "Head of Housing working with …", "Lead for work shared with …". */
const PARTICIPLE = /\p{Ll}(?:ing|ed)$/iu;

/** "Head of Placements with Youth Council" is two, "Officer with responsibility for Parks" and "Children with Disabilities Team" one; of the rest nobody knows. */
function judgeWith(a: Standing, b: Standing, right: Segment, words: Words, left: string): Verdict {
  if (PEOPLE_WITH.test(left) || a.kind === 'none' || b.kind === 'none' || ((b.phrase.head.length === 1 || b.phrase.noun < 0) && !b.known)) return 'join';
  const last = b.phrase.head.at(-1) ?? '';
  // "Youth Council", not "Parish Councils": those are all that there are. Or a second post, "Housing Options Manager".
  const named = b.known || isWholePost(b) || /^(?:the\s|NHS\b)/.test(right.text) || (b.kind === 'body' && isEmployer(right.text, words) && !/s$/i.test(last));
  const whole = isWholePost(a) || isLeading(a.phrase);
  return named && whole && !PARTICIPLE.test(left) ? 'split' : 'doubt';
}

function judgeAnd(a: Standing, b: Standing, right: Segment, words: Words, left: string): Verdict {
  if (/^with$/i.test(right.printed ?? '')) return judgeWith(a, b, right, words, left);
  if (isLetters(left, words) && isLetters(right.text, words)) return 'split';
  if (b.kind === 'none') {
    if (a.kind === 'person' && isWholeName(left, words)) return b.known ? 'split' : 'doubt';
    if (a.known && b.known && a.kind !== 'role') return 'split';
    // "Youth Forum and Psychology Service": a body whole at its noun, and a service with a name.
    if (isWholeBody(a) && isNamedService(right.text) && !PLAIN_SERVICE.test(right.text)) return 'split';
    if (isWholePost(a)) return b.known ? 'split' : 'doubt'; // "Project Manager and HR"
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
    if (isNamed || (isWholePost(a) && !single)) return 'split';
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
  return (a.known && isNamed) || isNamedService(left) ? 'split' : 'join';
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
  if (!a.known || !b.known) return 'doubt';
  // "Housing, Health and Planning Committee" is one; "Housing, Health and Planning" are three.
  const last = segments.at(-1);
  const end = last?.separator === 'and' ? standingOf(last.text, words) : undefined;
  return end?.kind === 'body' && end.phrase.head.length > 1 && !end.known ? 'doubt' : 'split';
}

/** Nouns of posts and bodies in a row without a word between them: more are several parties run together. */
const MOST_NOUNS_IN_A_ROW = 4;

/** Words of a post's field before another noun of a post, at the least: "Head of Safeguarding Officers" is one. */
const LEAST_FIELD = 2;

/** Why one party's text looks like several whose separators were lost, if so: "DCS Lead Member Trust Executive Trust Board". */
function jumbled(text: string, words: Words): string | undefined {
  const pieces = piecesOf(text);
  let nouns = 0;
  let posts = 0;
  /** Words since the "of" of a post; 0 where none is open. */
  let field = 0;
  for (const [at, piece] of pieces.entries()) {
    const word = piece.text.replace(/[.,]$/, '');
    if (/^(?:of|for|to|and|the|with|in|at|on|from|[(),/&:;[\]–—-])$/i.test(word)) {
      // "Director of Finance Head of Legal": a second post after the first one's field.
      nouns = 0;
      const before = pieces[at - 1]?.text ?? '';
      const beforeThat = pieces[at - 2]?.text ?? '';
      if (/^of$/i.test(word) && words.isRoleNoun(before)) {
        const free = at >= 2 && !/^(?:of|for|to|and|the|a|with|by|as|[(),/&:;–—-])$/i.test(beforeThat) && !words.isRoleModifier(beforeThat);
        if (posts > 0 && free) return `"${quote(text)}" may be several parties run together`;
        posts += 1;
      }
      field = /^of$/i.test(word) && words.isRoleNoun(before) ? 1 : 0;
      continue;
    }
    const isNoun = words.isRoleNoun(word) || words.isRoleAbbreviation(word) || words.isBodyNoun(word);
    if (isNoun) nouns += 1;
    // "Head of Parks Public Health Consultant": a field of two words or more that ends in a post, and nothing after it.
    if (field > LEAST_FIELD && at === pieces.length - 1 && words.isRoleNoun(word) && !words.isBodyNoun(word)) return `"${quote(text)}" may be several parties run together`;
    if (field > 0) field += 1;
    if (nouns > MOST_NOUNS_IN_A_ROW && /\s/.test(text)) return `"${quote(text)}" may be several parties run together`;
  }
  return undefined;
}
