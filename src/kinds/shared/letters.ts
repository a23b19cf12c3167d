/** How letters greet and close, wherever one stands before other papers. Pure. */
import type { Block } from '../../paper/model.js';

const GREETING = /^(?:dear|annwyl)\s+[^\s\d(]/i;
const CLOSING = /^(?:yours\s+(?:sincerely|faithfully|truly|ever)|(?:kind|best|with best|with kind)\s+(?:regards|wishes)|yn gywir)\b/iu;
/** A line that greets or closes has at most this many characters. */
const LONGEST_LINE = 80;

const has = (block: Block | undefined, wording: RegExp): boolean => block?.type === 'paragraph' && block.text.length <= LONGEST_LINE && wording.test(block.text);

/** True for "Yours sincerely" and its like. */
export const closes = (block: Block | undefined): boolean => has(block, CLOSING);

/** True for blocks that greet somebody and close as letters do. */
export const isLetter = (blocks: readonly Block[]): boolean => blocks.some((b) => has(b, GREETING)) && blocks.some(closes);
