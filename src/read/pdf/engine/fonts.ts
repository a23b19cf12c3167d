/** What a font's name and flags say about how it looks. Pure. */

export interface FontLook {
  /** Name without the subset prefix ("ABCDEF+"). */
  readonly name: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Bits of a font descriptor's /Flags (ISO 32000-2, table 121). */
const ITALIC = 1 << 6;
const FORCE_BOLD = 1 << 18;
/** Weight from which type looks bold beside regular text. */
const BOLD_WEIGHT = 600;

const BOLD_NAME = /bold|black|heavy|demi|semibold|extrabold/i;
const ITALIC_NAME = /italic|oblique|kursiv/i;

/** Reads a font's look. `weight` is 0 where the font does not state one. */
export function fontLook(baseName: string, flags = 0, weight = 0, italicAngle = 0): FontLook {
  const name = baseName.replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    bold: BOLD_NAME.test(name) || (flags & FORCE_BOLD) !== 0 || weight >= BOLD_WEIGHT,
    italic: ITALIC_NAME.test(name) || (flags & ITALIC) !== 0 || italicAngle < 0,
  };
}
