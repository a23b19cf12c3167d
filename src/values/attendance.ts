/** Lists of people: those present, in attendance, with apologies, for and against. */
import { classifyPhrase } from './classify.js';
import { type PartyLexicon, type Words, wordsOf } from './lexicon.js';
import { partyLexicon } from './scope.js';
import { honorificAt, isDashPiece, isWholeName, type Piece, piecesOf, readName } from './names.js';
import { isAffiliation, isEmployer, splitBrackets, splitRole } from './party.js';
import { foldText } from './text.js';
import { type Attendee, type AttendanceStatus, type Party } from './types.js';

/** Characters of one entry; a longer one is a sentence about somebody. */
const LONGEST_ENTRY = 1000;

const CHAIR = /^(?:in the )?chair(?:man|woman|person)?$|^conven[eo]r$|^y? ?cadeirydd$|^(?:in the chair|presiding|chairing(?: the meeting)?)\b/i;
const VICE_CHAIR = /^(?:vice|deputy)[- ]?chair(?:man|woman|person)?$|^(?:vice|deput[ye])[- ]conven[eo]r$|^is-?gadeirydd$/i;
const SUBSTITUTE = /^(?:(?:as |acting as )?(?:a |named )?(?:substitut\w+|subs?|deputi[sz]ing|reserve)\b|(?:in place of|instead of|replacing|vice)\b|for (?:cllr|councillor|coun|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady)\b)/i;
/** What substitutes begins so: few remarks do. */
const MAY_SUBSTITUTE = /^(?:a|in|for|subs?|dep|res|rep|vice|named)/i;
/** "for Jane Marsh", not "for item 4": names have capitals. */
const SUBSTITUTE_FOR = /^for (?!(?:Agenda|Items?|Minutes?|Parts?)\b)\p{Lu}/u;
const AWAY = /^(?:substituted|replaced|represented|deputi[sz]ed for) by\b/i;
/** "Mr D Walker, Medical Director attended in his absence": who came for somebody. */
const STANDS_IN = /^(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|\p{Lu}[\p{Ll}’'-]+ \p{Lu})[^()]{1,120}\b(?:attend(?:ed|ing)|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|represented)\b/u;
const APOLOGIES = /^(?:apologies|apology)\b/i;
const ABSENT = /^absent\b/i;

/** What a bracket says of how or how long somebody took part. */
const NOTE =
  /\b(?:virtual(?:ly)?|remote(?:ly)?|online|on-line|via|by (?:telephone|phone|video|skype|zoom|teams)|teams|zoom|skype|webex|part of|part only|part[- ]meeting|for part|until|from \d|from item|from minute|to item|to minute|for items?|items? \d|agenda items?|minutes? (?:no|nos|number|\d)|left|arrived|arriving|joined|late|except|only|ex[- ]officio|non[- ]voting|voting|attend(?:ed|ing)|in attendance|withdrew|not present|absent for|as above|representing|on behalf of|observing)\b/i;

/** A label before a list: "Present:", "In attendance –". */
const LIST_LABEL = /^(?:also )?(?:members? )?(?:present|in attendance|attendance|apologies(?: for absence)?|officers(?: present)?|members|attendees)\s{0,2}[:–—]\s{0,2}/i;

/**
 * One entry of an attendance list: honorific, name, and what the words and brackets after it say. "(in the Chair)" is the
 * status, "(Head of Policy)" the role, "(Labour, Eastfield Ward)" the organisation, "(virtually)" the note. Without a name
 * that can be read the whole text is the name.
 */
export function readAttendee(text: string, lexicon: PartyLexicon = partyLexicon()): Attendee {
  const folded = foldText(text);
  return attendeeOf(folded, wordsOf(lexicon), undefined) ?? { text: folded, name: folded.replace(/[\s,;.]+$/, '') || folded };
}

function attendeeOf(text: string, words: Words, inherited: string | undefined): Attendee | undefined {
  if (text.length > LONGEST_ENTRY) return undefined;
  const pieces = piecesOf(text);
  const name = readName(text, pieces, 0, words, inherited) ?? looseName(text, pieces);
  if (name === undefined) return undefined;
  const rest = text.slice(pieces[name.next - 1]?.end ?? 0).trim();
  const { outside, brackets } = splitBrackets(rest);

  const roles: string[] = [];
  const organisations: string[] = [];
  const notes: string[] = [];
  let status: AttendanceStatus | undefined;
  const take = (said: Said): void => {
    if (said.role !== undefined) roles.push(said.role);
    if (said.organisation !== undefined) organisations.push(said.organisation);
    if (said.note !== undefined) notes.push(said.note);
    status ??= said.status;
  };
  const plainRest = outside.replace(/^[\s,;:–—*†-]+/, '').replace(/[\s,;:.–—-]+$/, '').trim();
  // "… were in attendance for this item": the sentence around the name.
  if (plainRest !== '' && !/^(?:was|were|also|has|had|is|are|and)\b/i.test(plainRest)) take(readRemark(plainRest, words));
  for (const bracket of brackets) {
    // "Joanne Fell (JF)": the letters by which the minutes name her from there on.
    if (isInitialsOf(bracket, name.name, words)) { notes.push(bracket); continue; }
    const said = readRemark(bracket, words);
    // "Chief Officer (Partnership Development and Business Support)": a bracket after a role belongs to it.
    if (roles.length === 1 && said.organisation !== undefined && said.role === undefined && plainRest !== '' && !isAffiliation(bracket, words) && !isEmployer(bracket, words)) {
      roles[0] = `${roles[0] ?? ''} (${bracket})`;
    } else take(said);
  }
  return {
    text,
    ...(name.honorific === undefined ? {} : { honorific: name.honorific }),
    name: name.name,
    ...(roles.length === 0 ? {} : { role: roles.join(', ') }),
    ...(organisations.length === 0 ? {} : { organisation: organisations.join(', ') }),
    ...(notes.length === 0 ? {} : { note: notes.join('; ') }),
    ...(status === undefined ? {} : { status }),
  };
}

/** Somebody's letters, at most. */
const MOST_LETTERS = 4;
/** Letters that are a party's as often as somebody's, and a post's besides ("Gail Price (GP)"). */
const PARTY_LETTERS = /^(?:PC|GP)$/;

/**
 * Two to four capitals, the first and the last those of the name's first and last word: "JF" of Joanne Fell, "FAP" of Adrian Price. The letters of a
 * party, a body or a department are never taken for somebody's ("Linda Drew (LD)").
 */
function isInitialsOf(letters: string, name: string, words: Words): boolean {
  const bare = letters.replace(/[.\s]/g, '');
  if (PARTY_LETTERS.test(bare) || words.isPoliticalParty(bare) || words.isBodyName(bare) || words.isDepartment(bare)) return false;
  if (!/^[A-Z][A-Za-z]{0,2}[A-Z]$/.test(bare) && (bare.length > MOST_LETTERS || !/^\p{Lu}[\p{L}]{0,2}\p{Lu}$/u.test(bare))) return false;
  const firsts = name.split(/[\s’'-]+/).map((word) => word.charAt(0).toUpperCase());
  return firsts.includes(bare.charAt(0)) && firsts.includes(bare.charAt(bare.length - 1));
}

/** A single capitalised word before a bracket, comma or dash: "Smith (Chair)". */
function looseName(text: string, pieces: readonly Piece[]): { name: string; next: number; honorific?: string } | undefined {
  const [first, second] = pieces;
  if (first === undefined || second === undefined || !(/^[A-Z][A-Za-z'’-]+$/.test(first.text) || (/[^\0-\u007f’]/.test(first.text) && /^\p{Lu}[\p{L}'’-]+$/u.test(first.text)))) return undefined;
  return second.text === '(' ? { name: text.slice(first.start, first.end), next: 1 } : undefined;
}

interface Said {
  role?: string;
  organisation?: string;
  note?: string;
  status?: AttendanceStatus;
}

/** "Cadeirydd / Chair": the chair in either language. */
function inOneLanguage(text: string): string {
  const [first = '', second, more] = text.includes('/') ? text.split(/\s*\/\s*/) : [text];
  if (second === undefined || more !== undefined) return text;
  return (CHAIR.test(first) && CHAIR.test(second)) || (VICE_CHAIR.test(first) && VICE_CHAIR.test(second)) ? second : text;
}

/** What a bracket or the words after a name say. */
function readRemark(remark: string, words: Words): Said {
  const text = inOneLanguage(remark.trim());
  if (VICE_CHAIR.test(text)) return { status: 'vice-chair' };
  if (CHAIR.test(text)) return text.length <= LONGEST_CHAIR ? { status: 'chair' } : { status: 'chair', note: text };
  // "(substituted by Cllr Lane)" stands beside the one who was away.
  if (AWAY.test(text)) return { note: text };
  if ((MAY_SUBSTITUTE.test(text) && SUBSTITUTE.test(text)) || SUBSTITUTE_FOR.test(text)) return { status: 'substitute', note: text };
  if (APOLOGIES.test(text)) return { status: 'apologies', ...(/^apolog(?:y|ies)$/i.test(text) ? {} : { note: text }) };
  if (ABSENT.test(text)) return { status: 'absent', ...(/^absent$/i.test(text) ? {} : { note: text }) };
  if (/attend|substitut|deputi|represented/.test(text) && STANDS_IN.test(text)) return { note: text };
  if (NOTE.test(text)) {
    // "Chair, virtually", "Head of Policy – via Teams": the parts speak for themselves.
    const parts = text.split(/\s*(?:[,;]|\s[–—-]\s)\s*/);
    if (parts.length > 1) {
      const said = parts.map((part) => (NOTE.test(part) ? { note: part } : readRemark(part, words)));
      return said.reduce<Said>((all, one) => merge(all, one), {});
    }
    return { note: text };
  }
  if (isAffiliation(text, words)) return { organisation: text };
  const parts = text.split(/\s*,\s*/);
  // "Leader, in the Chair": an office, and who took the chair.
  const chairing = parts.findIndex((part) => /^(?:in the chair|chairing|presiding)$/i.test(part));
  if (chairing >= 0 && parts.length > 1) return merge({ status: 'chair' }, readRemark(parts.filter((_, i) => i !== chairing).join(', '), words));
  // "Chair, Headteacher": who took the chair, and the post that he or she has.
  const leading = parts.length > 1 && classifyPhrase(parts[1] ?? '', words).kind === 'role' ? (CHAIR.test(parts[0] ?? '') ? 'chair' : VICE_CHAIR.test(parts[0] ?? '') ? 'vice-chair' : undefined) : undefined;
  if (leading !== undefined) return merge({ status: leading }, readRemark(parts.slice(1).join(', '), words));
  const [first = '', ...others] = parts;
  // "Chair, Northtown Council": the chair of something else.
  if (others.length > 0 && VICE_CHAIR.test(first) === false && CHAIR.test(first) === false && classifyPhrase(first, words).kind === 'none' && isWholeName(first, words)) return { note: text };
  // "Brown; Green": what semicolons part is no one organisation.
  if (text.includes(';')) return { note: text };
  const { role, organisation } = splitRole(text, words);
  if (role !== undefined) return { role, ...(organisation === undefined ? {} : { organisation }) };
  // Words in small letters are a remark, a name in capitals is where somebody is from.
  if (/^\p{Ll}/u.test(text)) return { note: text };
  // "Committee and Member Services Officer": the post is what the last word says.
  if (parts.length === 1 && /\s(?:and|&)\s/.test(text) && words.isRoleNoun(/[\p{L}-]+$/u.exec(text)?.[0] ?? '')) return { role: text };
  return { organisation: text };
}

/** "in the Chair" and "Chairing the meeting" say nothing more than the status; a longer remark is kept as a note too. */
const LONGEST_CHAIR = 20;

function merge(a: Said, b: Said): Said {
  const join = (x: string | undefined, y: string | undefined, glue: string): string | undefined => (x === undefined ? y : y === undefined ? x : x + glue + y);
  const role = join(a.role, b.role, ', ');
  const organisation = join(a.organisation, b.organisation, ', ');
  const note = join(a.note, b.note, ', ');
  const status = a.status ?? b.status;
  return { ...(role === undefined ? {} : { role }), ...(organisation === undefined ? {} : { organisation }), ...(note === undefined ? {} : { note }), ...(status === undefined ? {} : { status }) };
}

/**
 * The entries of a list of people, run in or one a line: "Cllrs A Smith, B Jones and C Brown", "Mr A Lee (Chair), Ms B Roe,
 * OBE, Head of Policy". Each has the singular of a plural title before it. Words that are no name go with the person
 * before them; words before the first name are left out.
 */
export function readAttendees(text: string, lexicon: PartyLexicon = partyLexicon()): Attendee[] {
  const words = wordsOf(lexicon);
  // "The Mayor (Councillor A Smith); the Deputy Mayor (Councillor B Jones); Councillors …"
  const offices: Attendee[] = [];
  let rest = text;
  for (let office = officeFirst(rest, words); office !== undefined; office = officeFirst(rest, words)) {
    offices.push(office.attendee);
    rest = rest.slice(office.end).replace(/^[\s,;.]*(?:and\s)?/i, '');
  }
  const entries = entriesOf(offices.length === 0 ? text : rest, words);
  const people = entries.flatMap((entry): Attendee[] => {
    if (entry.unnamed) return [{ text: foldText(entry.text), name: foldText(entry.text).replace(/[\s,;.]+$/, '') }];
    const attendee = attendeeOf(foldText(entry.text), words, entry.inherited);
    if (attendee === undefined) return [];
    const organisation = attendee.organisation ?? entry.organisation;
    const status = attendee.status ?? entry.status;
    const { honorific } = attendee;
    const both = entry.before !== undefined && honorific !== undefined && !honorific.startsWith(entry.before) ? { honorific: `${entry.before} ${honorific}` } : {};
    return [{ ...attendee, ...both, ...(organisation === undefined ? {} : { organisation }), ...(status === undefined ? {} : { status }) }];
  });
  return [...offices, ...people];
}

/** An office has at most 60 characters before its holder's name: "The Right Worshipful the Lord Mayor" has 36. What names none is not asked further. */
const OFFICE_AND_NAME = /^\s*(?:the\s)?(?<office>[a-z\u00c0-\u024f][^(),;:.\n]{2,60}?)(?:\s\((?<inside>[^()\n]{3,80})\)|,?\s[–-]?\s?(?=(?:county\s|the\s)?(?:councillor|cllr|bailie|alderman)\s)(?<after>[^(),;:\n]{3,80}))(?:[,\s]*\(?(?<chair>in the chair|presiding|chairing)\)?)?(?=\s*(?:[,;.\n]|$|and\s))/i;
const OFFICES = /\b(?:mayor|mayoress|provost|sheriff|chair|chairman|chairwoman|chairperson|convener|convenor|leader|president|cadeirydd|maer)\b/i;

/** "The Lord Mayor (Councillor Joan Attwell) in the Chair", "The Mayor, Councillor J Attwell": an office and who holds it, at the head of a list. */
function officeFirst(text: string, words: Words): { attendee: Attendee; end: number } | undefined {
  const head = text.slice(0, 300);
  const match = OFFICES.test(head) ? OFFICE_AND_NAME.exec(head) : null;
  const { office = '', inside, after, chair } = match?.groups ?? {};
  if (match === null || !OFFICES.test(office)) return undefined;
  // "Provost Alan Gunn, Councillor Mona Reay" are two.
  if (isWholeName(office, words)) return undefined;
  const named = foldText(inside ?? after ?? '');
  const pieces = piecesOf(named);
  const name = readName(named, pieces, 0, words);
  if (name === undefined || name.next !== pieces.length || name.honorific === undefined) return undefined;
  const status: AttendanceStatus | undefined = chair !== undefined ? 'chair' : /^(?:the )?chair/i.test(office) ? 'chair' : undefined;
  const attendee: Attendee = { text: foldText(match[0]), honorific: name.honorific, name: name.name, ...(/^chair/i.test(office) ? {} : { role: office }), ...(status === undefined ? {} : { status }) };
  return { attendee, end: match[0].length };
}

/** The people of a list as parties: names with their honorific, role and organisation. */
export function readPeople(text: string, lexicon: PartyLexicon = partyLexicon()): Party[] {
  return readAttendees(text, lexicon).map(({ text: printed, honorific, name, role, organisation, status }) => ({
    text: printed,
    name,
    type: 'person' as const,
    ...(honorific === undefined ? {} : { honorific }),
    ...(role !== undefined ? { role } : status === 'chair' || status === 'vice-chair' ? { role: chairAsPrinted(printed) } : {}),
    ...(organisation === undefined ? {} : { organisation }),
  }));
}

/** "Chairman", "Vice-Chair": the chair's office in the words of the entry. */
const chairAsPrinted = (text: string): string => /(?:\b(?:vice|deputy)[- ]?)?chair(?:man|woman|person)?\b/i.exec(text)?.[0] ?? 'Chair';

interface Entry {
  text: string;
  inherited: string | undefined;
  /** What the label of its line says of everybody on it, or of the first. */
  organisation?: string;
  status?: AttendanceStatus;
  /** The singular of a plural title that it has besides its own. */
  before?: string | undefined;
  /** A post without its holder ("Town Clerk"), or people who are only counted ("3 members of the public"). */
  unnamed?: true;
}

/** Cuts a list into entries, line by line where each line is an entry, else as one running text. */
function entriesOf(text: string, words: Words): Entry[] {
  const body = text.replace(/^\s+/, '');
  const begins = body.slice(0, LONGEST_LIST_LABEL);
  const labelled = /[:–—]/.test(begins) ? LIST_LABEL.exec(begins) : null;
  const source = labelled === null ? body : body.slice(labelled[0].length);
  const lines = source.split(/[\r\n\v\f\u2028\u2029]+/).map(lineOf).filter((line) => line !== '');

  // "Councillors:" on a line of its own, one name on each line after it.
  const [heading = ''] = lines;
  const headingPieces = piecesOf(heading.replace(/[:–—-]$/, ''));
  const title = honorificAt(headingPieces, 0, words);
  if (lines.length > 1 && title?.plural === true && title.next === headingPieces.length) return lines.slice(1).flatMap((line) => entriesOfLine(line, words, title.honorific));

  const runIn = lines.some((line) => isRunIn(line, words));
  const groups: string[] = [];
  for (const line of lines) {
    const previous = groups.at(-1);
    const begins = !runIn && (readName(line, piecesOf(line), 0, words)?.sure === true || /^[•·▪*–-]\s/.test(line));
    const open = previous !== undefined && (/(?:,|&|\band|\bof|\bfor)$/i.test(previous) || previous.lastIndexOf('(') > previous.lastIndexOf(')'));
    if (previous === undefined || ((begins || labelOf(line, words) !== undefined) && !open)) groups.push(line);
    else groups[groups.length - 1] = `${previous} ${line}`;
  }
  return groups.flatMap((group) => entriesOfGroup(group.replace(/^[•·▪*–-]\s+/, ''), words));
}

/** A line folded: its number gone, its columns parted by commas. */
function lineOf(line: string): string {
  const trimmed = line.trim();
  const columns = trimmed.includes(',') ? /\t+/g : /\t+| {3,}/g;
  return foldText(trimmed.replace(columns, ', ')).replace(/^\(?\d{1,3}[.)]\s/, '');
}

interface GroupLabel {
  rest: string;
  organisation?: string;
  status?: AttendanceStatus;
}

/** What stands before a colon at the head of a line: "Northtown Council: Jane Doe", "Chair: Councillor A Smith", "Officers: …". */
function labelOf(line: string, words: Words): GroupLabel | undefined {
  const match = /^([\p{Lu}][^:;,()]{1,60}):\s/u.exec(line.slice(0, LONGEST_LIST_LABEL));
  if (match === null) return undefined;
  const label = (match[1] ?? '').trim();
  // "Councillors: Smith, Jones" is a title.
  if (words.singularHonorific(label) !== undefined || words.isHonorific(label)) return undefined;
  const rest = line.slice(match[0].length);
  if (VICE_CHAIR.test(label)) return { rest, status: 'vice-chair' };
  if (CHAIR.test(label)) return { rest, status: 'chair' };
  return { rest, ...(isEmployer(label, words) ? { organisation: label } : {}) };
}

function entriesOfGroup(group: string, words: Words): Entry[] {
  const label = labelOf(group, words);
  if (label === undefined) return entriesOfLine(group, words, undefined);
  const { rest, ...said } = label;
  const entries = entriesOfLine(rest, words, undefined);
  return entries.map((entry, index) => ({ ...entry, ...(said.organisation === undefined ? {} : { organisation: said.organisation }), ...(said.status === undefined || index > 0 ? {} : { status: said.status }) }));
}

/** Characters within which a list's label stands: "Apologies for absence:" has 22. */
const LONGEST_LIST_LABEL = 80;

/** Whether a line holds several people, so that its end means nothing: "Mr A Lee, Ms B Roe, Mr C". */
function isRunIn(line: string, words: Words): boolean {
  const { outside } = splitBrackets(line);
  const pieces = piecesOf(outside);
  let people = 0;
  for (let at = 0; at < pieces.length; at += 1) {
    const begins = at === 0 || /^(?:[,;&:]|and)$/i.test(pieces[at - 1]?.text ?? '');
    if (honorificAt(pieces, at, words) !== undefined && !isTitle(pieces, at - 1, words)) people += 1;
    else if (begins && readName(outside, pieces, at, words)?.sure === true) people += 1;
    if (people > 1) return true;
  }
  return false;
}

/** Cuts one running text at commas, semicolons, "and" and titles, where a name begins there. */
function entriesOfLine(source: string, words: Words, given: string | undefined): Entry[] {
  const pieces = piecesOf(source);

  const starts: { at: number; inherited: string | undefined; fixed?: string; under?: string | undefined; place?: number; unnamed?: true }[] = [];
  let depth = 0;
  let inherited = given;
  /** The names under the plural title have been parted by commas or "and". */
  let listed = false;
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) continue;
    if (piece.text === '(' || piece.text === '[') depth += 1;
    else if (piece.text === ')' || piece.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (piece.text === ',' || /^and$/i.test(piece.text)) listed = true;
    // "Councillors A Smith, B Jones and C Brown; Margaret Anders": the title ends with its list, where commas make it one.
    if (piece.text === ';' && listed && inherited !== given && starts.length > 1 && endsTitle(source, pieces, at + 1, words)) inherited = given;
    const title = honorificAt(pieces, at, words);
    const boundary = at === 0 || isBoundary(pieces, at);
    // A title begins an entry also without a comma before it ("Councillor A Smith Councillor B Jones"), but not after "for".
    const titled = title !== undefined && !isTitle(pieces, at - 1, words) && !/^(?:for|of|the|to|by)$/i.test(pieces[at - 1]?.text ?? '');
    if (!boundary && !titled) continue;
    if (title !== undefined) {
      if (!titled) continue;
      const name = readName(source, pieces, at, words);
      if (name === undefined) {
        // "Mr and Mrs Smith" are two.
        const second = /^(?:and|&)$/i.test(pieces[title.next]?.text ?? '') ? honorificAt(pieces, title.next + 1, words) : undefined;
        const shared = second === undefined ? undefined : readName(source, pieces, second.next, words, title.honorific);
        if (shared !== undefined) starts.push({ at, inherited: title.honorific, fixed: shared.name });
        continue;
      }
      // A plural title holds on: "Councillors A Smith, Dr B Jones and C Brown".
      const under = name.plural === undefined ? inherited : undefined;
      inherited = name.plural ?? inherited;
      const place = under === undefined && /\b(?:councillor|cllr)$/i.test(title.honorific) && ofPlace(pieces, at - 1, words) ? at - 1 : undefined;
      starts.push({ at, inherited: undefined, under, ...(place === undefined ? {} : { place }) });
      at = name.next - 1;
      continue;
    }
    const name = readName(source, pieces, at, words, inherited);
    if (name === undefined && (starts.length > 0 || at === 0) && (isCounted(source.slice(piece.start, piece.start + MOST_COUNT)) || (starts.length > 0 && pieces[at - 1]?.text === ';' && isUnnamed(source, pieces, at, words)))) {
      starts.push({ at, inherited: undefined, unnamed: true });
      continue;
    }
    if (name === undefined || !endsEntry(source, pieces, name.next)) continue;
    // Without a title: the shape of a name, never letters after one, nor the words of a post.
    if (words.isPostNominal(piece.text)) continue;
    starts.push({ at, inherited });
    at = name.next - 1;
  }
  return starts.map((start, index) => {
    const from = pieces[start.at]?.start ?? 0;
    const to = pieces[starts[index + 1]?.place ?? starts[index + 1]?.at ?? pieces.length]?.start ?? source.length;
    const place = start.place === undefined ? undefined : pieces[start.place]?.text;
    // "Councillors A Smith, Mrs B Jones and C Brown": the plural title goes on past Mrs Jones, so it is hers too.
    const next = start.under === undefined ? undefined : starts.slice(index + 1).find((s) => s.under === undefined);
    const within = next?.inherited !== undefined && next.inherited === start.under && !source.slice(from, pieces[next.at]?.start).includes(';');
    // "Councillors Bell, Crane and Mrs Dodd": the last of the list, unless words after the name say who else she is. Councillors are not called Mr.
    const last = start.under !== undefined && index === starts.length - 1 && starts[index - 1]?.under === undefined && (/^and$/i.test(pieces[start.at - 1]?.text ?? '') || (index > 1 && !pieces.some((piece) => /^(?:and|&|;)$/i.test(piece.text))))
      && !/^and$/i.test(pieces[(starts[index - 1]?.at ?? 0) - 1]?.text ?? '') && /^(?:mrs|miss|ms|dr|sir|dame|lady)\b[^,(–—]*$/i.test(source.slice(from, to));
    return { text: start.fixed ?? withoutTail(source.slice(from, to)), inherited: start.inherited, ...(start.unnamed === undefined ? {} : { unnamed: start.unnamed }), ...(place !== undefined ? { before: place } : within || last ? { before: start.under } : {}) };
  });
}

/** "Cornwall Councillor M Rowse", "Ward Councillor P Nunn": the one word before the title, which begins the entry and is nobody's name. */
function ofPlace(pieces: readonly Piece[], at: number, words: Words): boolean {
  const word = pieces[at]?.text ?? '';
  return /^\p{Lu}\p{Ll}{2,}$/u.test(word) && !words.isFirstName(word) && !words.isRoleNoun(word) && (at === 0 || isBoundary(pieces, at));
}

/** "3 members of the public": people who are only counted, and the characters in which their count stands. */
const COUNT = /^(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|several)\s(?:other\s)?/i;
const COUNTED = /^(?:members?|residents?|officers?|people|persons?|parishioners?|electors?|representatives?)\b/i;
function isCounted(text: string): boolean {
  const count = COUNT.exec(text);
  return count !== null && COUNTED.test(text.slice(count[0].length));
}
const MOST_COUNT = 40;

/**
 * Whether a plural title is over after a ";": a whole name with a forename follows, or a post, and none of the further parts needs the title to be a
 * name ("Smith, Jones; Brown; Green", "A Smith, B Jones; C Brown").
 */
function endsTitle(source: string, pieces: readonly Piece[], from: number, words: Words): boolean {
  const { outside } = splitBrackets(source.slice(pieces[from]?.start ?? source.length));
  const parts = outside.split(';').map((part) => part.trim().replace(/[.]$/, '')).filter((part) => part !== '');
  const needsTitle = (part: string): boolean => /^(?:\p{Lu}\.?\s?){0,3}\p{Lu}[\p{L}’'-]*$/u.test(part.split(/\s*(?:,|\band\b|&)\s*/)[0] ?? '') && classifyPhrase(part, words).kind !== 'role';
  const [first = ''] = parts;
  const ends = /^\p{Lu}[\p{L}’'-]*\p{Ll}[\p{L}’'-]*\s/u.test(first) ? readName(first, piecesOf(first), 0, words) !== undefined : false;
  return parts.length > 0 && !parts.some(needsTitle) && (ends || isUnnamed(source, pieces, from, words));
}

/** "Town Clerk", "3 members of the public": what stands up to the next ";" is a post, or a count of people. */
function isUnnamed(source: string, pieces: readonly Piece[], at: number, words: Words): boolean {
  const end = pieces.findIndex((piece, index) => index > at && piece.text === ';');
  const text = source.slice(pieces[at]?.start ?? 0, end < 0 ? source.length : pieces[end]?.start ?? source.length).trim().replace(/[.]$/, '');
  return isCounted(text) || (classifyPhrase(text, words).kind === 'role' && !text.includes(','));
}

/** The entry without the comma, "and" or mark that parts it from the next. */
function withoutTail(text: string): string {
  let trimmed = text.trimEnd();
  for (;;) {
    const next = trimmed.replace(/(?:[,;&/|•·]|\s(?:and|And|AND|ac?)|[–—-])$/, '').trimEnd();
    if (next === trimmed) return trimmed;
    trimmed = next;
  }
}

/** Whether an entry may begin at this piece: after a comma, "and", a bullet. */
function isBoundary(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]?.text ?? '';
  return /^(?:[,;&/|•·:]|and)$/i.test(before) || WELSH_AND.test(before);
}

/** "Beca Browning a Selwyn Gruffudd": small letters, for "A" is an initial. */
const WELSH_AND = /^ac?$/;

/** Whether a name ends here as an entry's name does: at the end, a comma, bracket, dash, "and" or wide gap. */
function endsEntry(source: string, pieces: readonly Piece[], next: number): boolean {
  const after = pieces[next];
  if (after === undefined) return true;
  if (/^(?:[(,;&/|:[]|and)$/i.test(after.text) || WELSH_AND.test(after.text) || isDashPiece(after.text)) return true;
  return /[\r\n\t]| {2}/.test(source.slice(pieces[next - 1]?.end ?? 0, after.start));
}

function isTitle(pieces: readonly Piece[], at: number, words: Words): boolean {
  return at >= 0 && pieces[at] !== undefined && words.isHonorific(pieces[at]?.text ?? '');
}
