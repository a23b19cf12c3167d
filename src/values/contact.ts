/** Telephone numbers and e-mail addresses in a text. */
import { foldText } from './text.js';
import { type Place } from './types.js';

/** Digits of a British number with its leading nought: 10 (some areas) or 11. */
const FEWEST_DIGITS = 10;
const MOST_DIGITS = 11;

/** A nought or +44, then digits with single spaces, brackets or dashes between. Starts at a digit, plus or bracket that nothing numeric precedes. */
const PHONE = /(?<![\d/.,])(?:\+\s?44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:[\s-]?[()]?[\s-]?\d){8,11}(?![\d/])/g;
/** An extension after a number. */
const EXTENSION = /^,?\s{0,2}(?:ext(?:ension)?|x)\.?:?\s{0,2}(\d{2,6})(?!\d)/i;

export interface FoundPhone extends Place {
  /** As printed, white space folded; an extension stays with it. */
  phone: string;
}

/** The telephone numbers of a text, British ones with their area code: "01632 960 001", "(020) 7946 0018", "+44 1632 960001". */
export function findPhones(text: string): FoundPhone[] {
  const found: FoundPhone[] = [];
  for (const match of text.matchAll(PHONE)) {
    const digits = match[0].replace(/\(0\)/, '').replace(/\D/g, '').replace(/^44/, '0');
    if (digits.length < FEWEST_DIGITS || digits.length > MOST_DIGITS) continue;
    // "(01632 960001)": the bracket is around the number, not its area code.
    const start = match.index + (match[0].startsWith('(') && !match[0].includes(')') ? 1 : 0);
    const extension = EXTENSION.exec(text.slice(match.index + match[0].length, match.index + match[0].length + 24));
    const end = match.index + match[0].length + (extension?.[0].length ?? 0);
    found.push({ phone: foldText(text.slice(start, end)), start, end });
  }
  return found;
}

export interface FoundEmail extends Place {
  /** In one piece, also where the paper breaks it over a line. */
  email: string;
}

/** RFC 5321, 4.5.3.1: the part before the "@" has at most 64 characters, the domain 255. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_DOMAIN = 255;

const LOCAL_END = /[A-Za-z0-9._%+'’-]+$/;
const DOMAIN = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*/;
/** The rest of a domain after a line end: "@northtown" + ".gov.uk". */
const BROKEN_DOMAIN = /^\s{1,3}((?:\.[A-Za-z0-9-]+)+)/;

/** The e-mail addresses of a text; one that is broken at a dot of its domain is joined. */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_END.exec(text.slice(Math.max(0, at - LONGEST_LOCAL_PART), at))?.[0].replace(/^[.'’-]+/, '');
    const after = text.slice(at + 1, at + 1 + LONGEST_DOMAIN);
    let domain = DOMAIN.exec(after)?.[0];
    if (local === undefined || local === '' || local.endsWith('.') || domain === undefined) continue;
    let end = at + 1 + domain.length;
    const rest = BROKEN_DOMAIN.exec(text.slice(end, end + LONGEST_DOMAIN));
    if (rest !== null && (!domain.includes('.') || /^\.(?:gov\.uk|org\.uk|co\.uk|ac\.uk|nhs\.uk|police\.uk|uk|net|com|org)\b/i.test(rest[1] ?? ''))) {
      domain += rest[1] ?? '';
      end += rest[0].length;
    }
    if (!/\.[A-Za-z]{2,}$/.test(domain)) continue;
    found.push({ email: `${local}@${domain}`, start: at - local.length, end });
  }
  return found;
}

/** Labels that stand before a number or address, one or two in a row, and say nothing once it is taken out. */
const LABEL = /(?:\b(?:tel(?:ephone)?|phone|mobile|mob|direct line|direct dial|switchboard|e-?mail|email address|contact)\b(?:\s(?:no|number|address))?\.?\s{0,2}[:.]?\s{0,2})$/i;

/** The text without its telephone numbers, e-mail addresses and the labels before them: what is left is the name and post. */
export function withoutContacts(text: string): string {
  const places = [...findPhones(text), ...findEmails(text)].sort((a, b) => a.start - b.start);
  let kept = '';
  let from = 0;
  for (const { start, end } of places) {
    if (start < from) continue;
    kept += withoutLabel(text.slice(from, start)) + ' ';
    from = end;
  }
  return foldText((kept + text.slice(from)).replace(/\(\s{0,3}\)/g, ' ')).replace(/^[\s,;:|/–—-]+/, '').replace(/(?:[\s,;:|/]|\s[–—-])+$/, '');
}

/** Characters before a number within which its label stands. */
const LABEL_WINDOW = 60;

function withoutLabel(text: string): string {
  const window = text.slice(-LABEL_WINDOW);
  return text.slice(0, text.length - window.length) + window.replace(LABEL, '').replace(LABEL, '').replace(/[,;|/]\s{0,2}$/, '');
}
