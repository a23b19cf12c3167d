/** Personal data that has no place in a public paper. */
import type { Hit, Rule } from '../../kinds/rule.js';
import { eachText, type Plain } from '../../kinds/shared/plain.js';

/** HMRC, National Insurance Manual NIM39110: the letters that are not used, and the suffix A to D. */
const NINO = /\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/gu;
/** Ten digits, written whole or as 3 3 4; the check digit decides. */
const NHS = /(?<![\d.,£])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d.,]*\d)/gu;
const SORT_CODE = /\bsort\s*code\b[^\d]{0,20}\d{2}[ -]?\d{2}[ -]?\d{2}\b/giu;
const ACCOUNT = /\b(?:bank\s+)?account\s+(?:no\.?|number)\b[^\d]{0,20}\d{8}\b/giu;
/** Mail boxes that are people's own, not an organisation's. */
const PRIVATE_MAIL = /\b[\w.+-]+@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|btopenworld|sky|talktalk|virginmedia|ntlworld|me|msn|protonmail|proton|tiscali|blueyonder)\.(?:com|co\.uk|net|me)\b/giu;

/** Modulus 11 check of an NHS number (NHS Data Dictionary): weights 10 to 2 over the first nine digits. */
export function isNhsNumber(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  if (digits.length !== 10) return false;
  const sum = digits.slice(0, 9).reduce((n, d, i) => n + d * (10 - i), 0);
  const check = 11 - (sum % 11);
  return check !== 10 && (check === 11 ? 0 : check) === digits[9];
}

/** Hits of a pattern in all texts of the paper, what is left over included. The number itself is not repeated whole in the report. */
function find(record: Plain, pattern: RegExp, message: string, fits: (found: string, text: string) => boolean = () => true): Hit[] {
  const seen = new Set<string>();
  const hits: Hit[] = [];
  const coverage = record['coverage'] as Plain | undefined;
  for (const { text, at } of [...eachText(record), ...eachText(coverage?.['unassigned'])]) {
    for (const m of text.matchAll(pattern)) {
      const key = `${at ?? ''}${m[0]}`;
      if (seen.has(key) || !fits(m[0], text)) continue;
      seen.add(key);
      hits.push({ message, quote: mask(m[0]), ...(at === undefined ? {} : { at }) });
    }
  }
  return hits;
}

/** The first and last two characters, so that it can be found on the page and the report does not publish it again. */
const mask = (text: string): string => `${text.slice(0, 2)}${'•'.repeat(Math.max(3, text.length - 4))}${text.slice(-2)}`;

const help = 'Take it out before the paper is published, and tell the data protection officer where it already was. The report shows it masked.';

export const privacyRules: readonly Rule[] = [
  { id: 'national-insurance-number', severity: 'error', about: 'The paper has what looks like a National Insurance number.', help, check: (record) => find(record, NINO, 'This looks like a National Insurance number.') },
  {
    id: 'nhs-number', severity: 'error', about: 'The paper has an NHS number: ten digits with the right check digit.', help,
    // Telephone numbers of ten digits begin with 0; an NHS number never does.
    check: (record) => find(record, NHS, 'This looks like an NHS number.', (found) => !found.startsWith('0') && isNhsNumber(found)),
  },
  {
    id: 'bank-details', severity: 'error', about: 'The paper has bank details: a sort code or an account number.', help,
    check: (record) => [...find(record, SORT_CODE, 'This looks like a sort code.'), ...find(record, ACCOUNT, 'This looks like a bank account number.')],
  },
  { id: 'private-email', severity: 'warning', about: "The paper has a person's private e-mail address.", help, check: (record) => find(record, PRIVATE_MAIL, 'This is a private e-mail address.') },
];
