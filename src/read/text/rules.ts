/** Lines drawn with characters in plain text: under a heading they say that it is one, elsewhere they part what is above from what is below. Pure. */
import type { Line } from './lines.js';

/** An underline differs from its heading by no more than this share of its length, or this many characters: it was typed by eye. */
const SHARE = 0.3;
const CHARACTERS = 4;
/** A heading is short. In characters. */
const HEADING_CHARACTERS = 90;

export const isRule = (line: Line): boolean => /^([-=_~*–—])\1{2,}$/u.test(line.text);

/** The level of heading that `rule` makes of the line right above it, which stands alone; `undefined` where it only parts. */
export function underlined(above: Line, rule: Line): number | undefined {
  const { text } = above;
  if (above.number !== rule.number - 1 || text.length > HEADING_CHARACTERS || !/\p{L}{2}/u.test(text)) return undefined;
  // Columns under which a rule stands are the head of a table.
  if (/\s{3,}|\t/u.test(text.replace(/^[(\d]\S{0,8}\s+/u, '')) || /[,;]$/.test(text)) return undefined;
  if (Math.abs(text.length - rule.text.length) > Math.max(CHARACTERS, text.length * SHARE)) return undefined;
  return rule.text.startsWith('=') ? 1 : 2;
}
