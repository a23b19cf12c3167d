/**
 * Labels typed in front of a paragraph: "2.1", "(a)", "iv.", "•". Shared by all readers, so that a paper's numbering reads
 * alike in every format. Pure; looks at the start of the text only, in constant time.
 *
 * What begins like a label but is none: years ("2013-16 plan"), dates ("4 July", "01.02.2012"), times ("9.30 am"),
 * ordinals ("21st"), quantities ("1.5 million"), initials ("A. Smith"), words ("I agree").
 */

export interface SplitLabel {
  /** As printed, punctuation included: "2.1.", "(a)", "- 1.1", "•". Private-use glyphs of symbol fonts become "•". */
  readonly label: string;
  /** Without the punctuation around it: "2.1", "a". None for a bullet. */
  readonly number?: string;
  readonly bullet: boolean;
  /** What follows, without the white space before it: always a suffix of the text, so its offset is `text.length - rest.length`. */
  readonly rest: string;
}

export interface LabelHints {
  /**
   * The caller knows by other means (a tab or wide gap, a hanging indent, the labels before and after) that a label stands
   * here: then bare numbers ("1 Apologies", "45/24 Minutes") and what looks like an initial ("A. Introduction") count too.
   */
  readonly known?: boolean;
}

/** No label in use is longer: "(viii)(aa)", "- 10.12.10." leave room. */
const LONGEST = 24;
/** Marks that are a bullet wherever they begin a paragraph. */
const BULLETS = '•·●○∙⋅▪▫■□◦‣⁃◆◇❖❑❒➢➣➤►▶▸✓✔✗✘→⇒★☐☑☒';
/** Marks that are a bullet only before white space and text: dashes, asterisk, Courier's "o", Wingdings letters as text dumps show them. */
const SHY_BULLETS = '-–—‒−*o§Øü';

const MONTH = /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])/i;
/** Units that make the number before them a quantity; "2 Minutes" with a capital is an agenda's second item. */
const QUANTITY = /^(?:%|per\s?cent|million|billion|thousand|hundred|m|M|bn|k|K|fte|FTE|wte|WTE|hectares?|ha|acres?|miles?|km|kilometres?|met(?:re|er)s?|tonnes?|hours?|hrs|minutes?|mins|days?|weeks?|months?|years?|times|and a half|degrees?|p\.a\.|pence|pounds?)(?![A-Za-z])/;
const HALF_DAY = /^(?:a\.?m|p\.?m|noon|midday|midnight|hours|hrs)(?![a-z])/i;

const ROMAN = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;

/** True for the letters of a label: one letter, a doubled one ("aa"), or a Roman numeral under 90. */
function isLetters(s: string): boolean {
  if (s.length === 1) return true;
  if (s !== s.toLowerCase() && s !== s.toUpperCase()) return false;
  return (s.length === 2 && s[0] === s[1]) || ROMAN.test(s);
}

/**
 * Splits the label off the front of a paragraph, or gives `undefined` where none stands there.
 * @param text one paragraph; white space may be folded or not
 */
export function splitLabel(text: string, hints: LabelHints = {}): SplitLabel | undefined {
  const start = text.length - text.trimStart().length;
  const body = text.slice(start);
  if (body === '') return undefined;
  return bullet(body, hints) ?? numbered(body, hints);
}

function bullet(body: string, hints: LabelHints): SplitLabel | undefined {
  const mark = String.fromCodePoint(body.codePointAt(0) ?? 0);
  const after = body.slice(mark.length);
  const privateUse = mark >= '\uE000' && mark <= '\uF8FF';
  if (privateUse || BULLETS.includes(mark)) return { label: privateUse ? '•' : mark, bullet: true, rest: after.trimStart() };
  if (!SHY_BULLETS.includes(mark) || !/^\s+\S/u.test(after)) return undefined;
  const rest = after.trimStart();
  // Some converters turn numbered paragraphs into list entries and keep the number as text: "- 1.1 Work has begun".
  if (mark !== 'o') {
    const inner = numbered(rest, hints);
    if (inner && !/^\d+$/.test(inner.label)) {
      const printed = body.slice(0, body.length - inner.rest.length).trim().replace(/\s+/gu, ' ');
      return { label: printed, number: inner.number, bullet: false, rest: inner.rest };
    }
  }
  return { label: mark, bullet: true, rest };
}

function numbered(body: string, { known = false }: LabelHints): SplitLabel | undefined {
  const head = body.slice(0, LONGEST);
  return bracketed(head, body) ?? dotted(head, body, known) ?? lettered(head, body, known);
}

const found = (body: string, length: number, number: string): SplitLabel =>
  ({ label: body.slice(0, length), number, bullet: false, rest: body.slice(length).trimStart() });

/** "(a)", "(iv)", "(12)", "(a)(i)". */
function bracketed(head: string, body: string): SplitLabel | undefined {
  const m = /^(?:\((?:[A-Za-z]{1,6}|\d{1,3}[a-z]?)\)){1,3}[.:]?/.exec(head);
  if (!m) return undefined;
  const parts = m[0].match(/[A-Za-z0-9]+/g) ?? [];
  if (!parts.every((p) => /\d/.test(p) || isLetters(p))) return undefined;
  const rest = body.slice(m[0].length);
  // "(s)" and the like close a word before them; a label is followed by a space, the end, or its sentence's capital.
  if (!/^(?:\s|$|[A-Z‘“"'])/u.test(rest)) return undefined;
  if (m[0] === '(c)' && /^\s*(?:crown|copyright|\d{4})/i.test(rest)) return undefined;
  return found(body, m[0].length, parts.length === 1 ? (parts[0] ?? '') : m[0].replace(/[.:]$/, ''));
}

/** "1.", "2)", "2.1", "4.2.2.", "1a.", "3(b)", "A.1", "R4.", "12:", and bare numbers where the caller knows. */
function dotted(head: string, body: string, known: boolean): SplitLabel | undefined {
  const m = /^([A-Z]{1,2}\.?)?(\d{1,4})((?:\.\d{1,3}){0,5})([A-Za-z]?)((?:\([A-Za-z0-9]{1,5}\)){0,2})([.):]{0,2})/.exec(head);
  if (!m) return undefined;
  const [all, prefix = '', first = '', more = '', letter = '', inner = '', end = ''] = m;
  const rest = body.slice(all.length);
  const next = rest.trimStart();
  const apart = rest === '' || /^\s/u.test(rest);
  const value = Number(first);
  if (first.length > 1 && first.startsWith('0') && !(known && apart && end)) return undefined;
  const plain = prefix === '' && letter === '' && inner === '';
  if (more === '') {
    if (value >= 1000 && (value >= 1800 && value < 2200 || end === '')) return undefined;
    if (end === '') {
      if ((inner !== '' || prefix.endsWith('.')) && apart) return found(body, all.length, all);
      return plain && first.length < 4 ? bare(body, all.length, first, rest, known) : undefined;
    }
    if (/^[.:]/.test(end) && !apart && !(plain && end === '.' && /^[A-Z‘“]\S/u.test(rest))) return undefined;
    if (end.startsWith(')') && !apart && !/^[A-Z‘“]/u.test(rest)) return undefined;
  } else {
    const parts = more.slice(1).split('.');
    if (isDateOrTime(value, parts, next) || value >= 1000) return undefined;
    if (!apart && !/^[A-Z][a-z]/.test(rest)) return undefined;
    if (end === '' && parts.length === 1 && QUANTITY.test(next)) return undefined;
    if (end === '' && parts.length === 1 && /^[–—-]\s?\d/.test(next)) return undefined;
  }
  const number = all.slice(0, all.length - end.length);
  // "3(b)." keeps its inner bracket, "12)" loses its own.
  return found(body, all.length, number);
}

function isDateOrTime(first: number, parts: readonly string[], next: string): boolean {
  const [second = '', third] = parts;
  if (third !== undefined && parts.length === 2 && (third.length > 2 || second.startsWith('0') || third.startsWith('0'))
    && first <= 31 && Number(second) <= 12) return true;
  if (parts.length !== 1 || second.length !== 2 || first > 24 || Number(second) > 59) return false;
  return HALF_DAY.test(next) || second === '00';
}

/** A number with no punctuation: "1 Apologies", "12 – Minutes", "45/24 Apologies". */
function bare(body: string, length: number, number: string, rest: string, known: boolean): SplitLabel | undefined {
  const dash = /^\s+[–—-]\s+(?=[A-Z])/u.exec(rest);
  if (dash && !MONTH.test(rest.slice(dash[0].length))) {
    const all = body.slice(0, length + dash[0].length).trimEnd();
    return found(body, all.length, number);
  }
  if (!known) return undefined;
  const year = /^\/\d{2}(?=\s|$)/.exec(rest);
  if (year) return found(body, length + year[0].length, number + year[0]);
  const next = rest.trimStart();
  if (rest !== '' && (!/^\s/u.test(rest) || MONTH.test(next) || QUANTITY.test(next) || !/^\p{L}|^[‘“"'(]/u.test(next))) return undefined;
  return found(body, length, number);
}

/** "a.", "b)", "iv.", "A.", "aa)". */
function lettered(head: string, body: string, known: boolean): SplitLabel | undefined {
  const m = /^([A-Za-z]{1,6})([.)]{1,2})/.exec(head);
  if (!m) return undefined;
  const [all, letters = '', end = ''] = m;
  if (!isLetters(letters)) return undefined;
  const rest = body.slice(all.length);
  // "e.g.", "i.e.", "a.m." run on without a space.
  if (end.startsWith('.') && !/^(?:\s|$)/u.test(rest)) return undefined;
  if (end.startsWith(')') && !/^(?:\s|$|[A-Z‘“])/u.test(rest)) return undefined;
  if (!known && end === '.' && letters.length === 1 && letters === letters.toUpperCase() && isSurname(rest.trimStart())) return undefined;
  return found(body, all.length, letters);
}

/** True where an initial's surname stands: "Smith", "B. Smith, Director", "Smith and C. Jones", "O’Neill (Chair)". */
function isSurname(rest: string): boolean {
  const m = /^(?:[A-Z]\.?\s?){0,3}[A-Z][a-z]*[’'-]?[A-Z]?[a-z]+(?:-[A-Z][a-z]+)?(.{0,6})/u.exec(rest);
  if (!m) return false;
  return /^(?:$|[,;(:.]|\s+[(–—-]|\s+and\s|\s+&)/u.test(m[1] ?? '') || /^\s+\S+@/u.test(rest.slice(m[0].length - (m[1] ?? '').length));
}

/** A number's place in its list, with all that stands before its last part: "2.3" is 3 under "2.". Roman and letter readings both. */
function places(number: string): { stem: string; style: string; value: number }[] {
  const m = /^(.*?)([0-9]+|[A-Za-z]+)(\)?)$/.exec(number);
  if (!m) return [];
  const [, stem = '', last = '', tail = ''] = m;
  if (/^\d/.test(last)) return [{ stem, style: `1${tail}`, value: Number(last) }];
  const out: { stem: string; style: string; value: number }[] = [];
  const upper = last === last.toUpperCase();
  const low = last.toLowerCase();
  if (ROMAN.test(low)) out.push({ stem, style: `${upper ? 'I' : 'i'}${tail}`, value: romanValue(low) });
  if ([...low].every((c) => c === low[0])) out.push({ stem, style: `${upper ? 'A' : 'a'}${tail}`, value: (low.length - 1) * 26 + low.charCodeAt(0) - 96 });
  return out;
}

function romanValue(s: string): number {
  const worth: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  let sum = 0;
  for (let i = 0; i < s.length; i++) {
    const here = worth[s[i] ?? ''] ?? 0;
    sum += here < (worth[s[i + 1] ?? ''] ?? 0) ? -here : here;
  }
  return sum;
}

/** True where `next` is the number that comes right after `previous` in one list: "1" and "2", "iv" and "v", "2.9" and "2.10". */
export function follows(previous: string, next: string): boolean {
  const after = places(next);
  return places(previous).some((p) => after.some((n) => n.stem === p.stem && n.style === p.style && n.value === p.value + 1));
}

/** True where the number can begin a list: its last part is 1, a or i. */
export function isFirst(number: string): boolean {
  return places(number).some((p) => p.value === 1);
}
