/** What a cell's text is like: a value (number, dash, mark) or prose. For telling rows, heads and tables apart; it reads no meaning. */

/** A figure with its signs, currency, unit, footnote mark. */
const FIGURE = /^[([{<>≤≥≈~+\-–—−±£$€¥*†‡§'"]*\d[\d.,:/'’ \u00a0–\-−]*(?:[%‰°)\]}*†‡+a-d]|bn|mn|[mkM]|pp|st|nd|rd|th)*\.?$/u;
/** What tables print where there is no figure: dashes, dots, "n/a", a tick or cross. */
const NOTHING = /^(?:[-–—−.:…*/x×✓✔✗]+|n\.?\/?a\.?|nil|none|tbc|yes|no)$/iu;

/** True for one token that stands for a value. */
export const isFigure = (token: string): boolean => FIGURE.test(token);
export const isValue = (token: string): boolean => FIGURE.test(token) || NOTHING.test(token);

/** True where a cell's words read as a value: nearly all figures and signs. */
export function readsAsValue(tokens: readonly string[]): boolean {
  if (tokens.length === 0 || tokens.length > 6) return false;
  const values = tokens.filter(isValue).length;
  return values === tokens.length || (tokens.length > 1 && values >= tokens.length - 1 && tokens.length <= 4 && tokens.some(isFigure) && isFigure(tokens[0]!));
}

/** Bullets and list numbers: "•", "-", "1.", "(a)", "iv)". */
const LABEL = /^(?:[•●○▪■◦‣⁃·*o–—-]|[\uf0a7\uf0b7\uf0d8\uf0fc\u25a1\u2713\u2714\u27a2]|\(?[0-9]{1,2}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,5}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?|\[\d{1,3}\]|\(\d{1,3}\)|[A-Z]\d{0,2}\.?)$/u;
export const isListLabel = (token: string): boolean => LABEL.test(token);


/** Starts like the continuation of a sentence: a small letter, a closing bracket. */
export const startsLow = (text: string): boolean => /^[\p{Ll},;)]/u.test(text);
