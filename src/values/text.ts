/** Small helpers over text that every value shares. */

/**
 * The paper's own wording as a value's `text`: Unicode NFC, soft hyphens gone, runs of white space folded to one
 * space, trimmed. Nothing else changes.
 */
export function foldText(text: string): string {
  // trim() and a single-class replace are linear; `/\s+$/` would not be on a long run of spaces.
  return text.normalize('NFC').replace(/\u00AD/g, '').replace(/\s+/g, ' ').trim();
}
