/** What a cell's text is like: a value (number, dash, mark) or prose. For telling rows, heads and tables apart; it reads no meaning. */

/** A figure with its signs, currency, unit, footnote mark. */
const FIGURE = /^[([{<>≤≥≈~+\-–—−±£$€¥*†‡§'"]*\.?\d[\d.,:/'’ \u00a0–\-−]*(?:[%‰°)\]}*†‡+a-d]|bn|mn|[mkM]|pp|st|nd|rd|th)*\.?$/u;
/** What tables print where there is no figure: dashes, dots, "n/a", a tick or cross. */
const NOTHING = /^(?:[-–—−.:…*/x×✓✔✗]+|n\.?\/?a\.?|nil|none|tbc|yes|no)$/iu;

/** What statistics print for a figure that is withheld or does not apply: "(X)", "(D)", "(NA)". */
const WITHHELD = /^\((?:NA|[BDNSWXZ])\)$/;

/** True for one token that stands for a value. */
export const isFigure = (token: string): boolean => FIGURE.test(token);
export const isValue = (token: string): boolean => FIGURE.test(token) || NOTHING.test(token) || WITHHELD.test(token);

/** A year, or the years of one period: "2031", "2031/32", "2031–" over "2034". */
const YEAR = /^(?:19|20)\d\d(?:[/–-](?:\d{2,4})?)?[*†]*$/;
export const isYear = (token: string): boolean => YEAR.test(token);

/** Dates and units, which stand under or in place of heads of columns: "31 March 2018", "£000", "£m", "%". */
const DATED = /^(?:(?:as )?at )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z\u00e0-\u00ff]*(?: (?:19|20)\d\d)?$/i;
const UNIT = /^\(?(?:[£$€][’'‘]?0{3}s?|[£$€](?:m|k|bn|million)?|%|no\.?)\)?$/iu;

/** True for years, dates and units: texts that read as values, or nearly, and head columns. "2031 actual" says of what sort the figures of a year are. */
export function headsColumns(tokens: readonly string[]): boolean {
  if (tokens.length === 0) return false;
  if (tokens.length > 1 && isYear(tokens[0]!) && tokens.slice(1).every((t) => /^\(?\p{L}/u.test(t))) return true;
  return tokens.every((t) => isYear(t) || UNIT.test(t)) || DATED.test(tokens.join(' '));
}

/** The number of a column as printed under its head: "3", "(3)", "[3]", or "(C)" for 3; 0 for other texts. */
function columnNumber(token: string): number {
  const marked = /^[([](?:\d{1,2}|[A-Za-z])[)\]]$/.test(token), bare = marked ? token.slice(1, -1) : token;
  if (marked && /^[A-Za-z]$/.test(bare)) return bare.toUpperCase().charCodeAt(0) - 64;
  return /^[1-9]\d?$/.test(bare) ? Number(bare) : 0;
}

/** How a column is reckoned from those before it, as printed in place of its number: "(B/A)", "(3=1+2)", "(1) - (2)". */
const RECKONED = /^[([]?(?:\d{1,2}|[A-Za-z])[)\]]?(?:[=+\-–−×x÷*/][([]?(?:\d{1,3}|[A-Za-z])[)\]]?)+[)\]]?$/u;

/**
 * True where the texts of a line count columns from 1 or 2, or from A, on: "(1) (2) (3)", "(A) (B) (B/A)", as government tables print under their heads. Bare
 * figures are three at least, and behind two that count stand those that are reckoned from them.
 */
export function numbersColumns(texts: readonly (readonly string[])[]): boolean {
  const first = texts[0]?.[0];
  if (first === undefined || texts.length < (/^\d/.test(first) ? 3 : 2)) return false;
  const start = columnNumber(first);
  if (start !== 1 && start !== 2) return false;
  const reckoned = texts.findIndex((t, k) => t.length !== 1 || columnNumber(t[0]!) !== start + k);
  return reckoned < 0 || (reckoned > 1 && /^[([]/.test(first) && texts.slice(reckoned).every((t, k) => (t.length === 1 && columnNumber(t[0]!) === start + reckoned + k) || RECKONED.test(t.join(''))));
}

/** Signs printed apart from their figure: "$ 1,200", "12 %", "( 4 )". */
const SIGN = /^(?:[($£€¥–-]*[$£€¥][(–-]*|[(]|%|‰|\)|%\))$/u;

/** True where a cell's words read as a value: nearly all figures and signs. */
export function readsAsValue(words: readonly string[]): boolean {
  const tokens = words.length > 1 && words.some((t) => SIGN.test(t)) ? words.filter((t) => !SIGN.test(t)) : words;
  if (tokens.length === 0 || tokens.length > 6) return false;
  const values = tokens.filter(isValue).length;
  return values === tokens.length || (tokens.length > 1 && values >= tokens.length - 1 && tokens.length <= 4 && tokens.some(isFigure) && isFigure(tokens[0]!));
}

/** Bullets and list numbers: "•", "-", "1.", "(a)", "iv)". */
const LABEL = /^(?:[•●○▪■◦‣⁃·*o–—-]|[\uf0a7\uf0b7\uf0d8\uf0fc\u25a1\u2713\u2714\u27a2]|\(?[0-9]{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\[\d{1,3}\]|\(\d{1,3}\)|[A-Z]\d{0,2}\.?)$/u;
export const isListLabel = (token: string): boolean => LABEL.test(token);


/** Starts like the continuation of a sentence: a small letter, a closing bracket. */
export const startsLow = (text: string): boolean => /^[\p{Ll},;)]/u.test(text);
