/** Small helpers over text that every value shares. */

/**
 * The paper's own wording as a value's `text`: Unicode NFC, soft hyphens gone, runs of white space folded to one
 * space, trimmed. Nothing else changes.
 */
export function foldText(text: string): string {
  // trim() and a single-class replace are linear; `/\s+$/` would not be on a long run of spaces.
  return text.normalize('NFC').replace(/\u00AD/g, '').replace(/\s+/g, ' ').trim();
}

/** Longest piece of the paper that a message quotes, in characters: enough to find it by. */
const LONGEST_QUOTE = 60;

/** A piece of the paper for a message, cut where it is long. */
export function quote(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}

/** Lower case with every offset kept: the few letters that would grow stay as they are. */
export function lower(text: string): string {
  const all = text.toLowerCase();
  if (all.length === text.length) return all;
  return [...text].map((c) => (c.toLowerCase().length === c.length ? c.toLowerCase() : c)).join('');
}
