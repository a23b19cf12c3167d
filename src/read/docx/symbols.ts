/**
 * Signs of the symbol fonts that Word files use for bullets, ticks and boxes, as Unicode.
 *
 * A file writes them as a code of the font (0x20 to 0xFF), often moved into the private-use area (0xF020 to 0xF0FF).
 * Source for Symbol: Unicode's own mapping of Adobe Symbol; for Wingdings: the names of its glyphs.
 */

const SYMBOL_UPPER = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ';
const SYMBOL_LOWER = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ';

function symbolFont(): Map<number, string> {
  const map = new Map<number, string>();
  // Digits and most punctuation are those of ASCII.
  for (let code = 0x20; code < 0x7f; code++) map.set(code, String.fromCharCode(code));
  [...SYMBOL_UPPER].forEach((c, i) => map.set(0x41 + i, c));
  [...SYMBOL_LOWER].forEach((c, i) => map.set(0x61 + i, c));
  const rest: Readonly<Record<number, string>> = {
    0x22: '∀', 0x24: '∃', 0x27: '∋', 0x2a: '∗', 0x2d: '−', 0x40: '≅', 0x5c: '∴', 0x5e: '⊥', 0x7e: '∼', 0xa0: '€', 0xa2: '′', 0xa3: '≤',
    0xa4: '⁄', 0xa5: '∞', 0xa7: '♣', 0xa8: '♦', 0xa9: '♥', 0xaa: '♠', 0xab: '↔', 0xac: '←', 0xad: '↑', 0xae: '→', 0xaf: '↓', 0xb0: '°',
    0xb1: '±', 0xb2: '″', 0xb3: '≥', 0xb4: '×', 0xb6: '∂', 0xb7: '•', 0xb8: '÷', 0xb9: '≠', 0xba: '≡', 0xbb: '≈', 0xbc: '…', 0xc5: '⊕',
    0xc6: '∅', 0xc7: '∩', 0xc8: '∪', 0xce: '∈', 0xd0: '∠', 0xd2: '®', 0xd3: '©', 0xd4: '™', 0xd5: '∏', 0xd6: '√', 0xd7: '⋅', 0xd8: '¬',
    0xd9: '∧', 0xda: '∨', 0xdb: '⇔', 0xdc: '⇐', 0xdd: '⇑', 0xde: '⇒', 0xdf: '⇓', 0xe0: '◊', 0xe5: '∑', 0xf2: '∫',
  };
  for (const [code, text] of Object.entries(rest)) map.set(Number(code), text);
  return map;
}

const WINGDINGS: Readonly<Record<number, string>> = {
  0x21: '✏', 0x22: '✂', 0x28: '☎', 0x2a: '✉', 0x46: '☞', 0x4a: '☺', 0x4c: '☹', 0x6c: '●', 0x6d: '❍', 0x6e: '■', 0x6f: '□', 0x71: '❑',
  0x72: '❒', 0x73: '⬧', 0x74: '⧫', 0x75: '◆', 0x76: '❖', 0x77: '⬥', 0x78: '⌧', 0x9e: '·', 0x9f: '•', 0xa0: '▪', 0xa1: '○', 0xa4: '◉',
  0xa5: '◎', 0xa7: '▪', 0xa8: '◻', 0xaa: '✦', 0xab: '★', 0xb2: '⟡', 0xd5: '⌫', 0xd8: '➢', 0xdf: '←', 0xe0: '→', 0xe1: '↑', 0xe2: '↓',
  0xe8: '➔', 0xf0: '⇨', 0xfb: '✗', 0xfc: '✓', 0xfd: '☒', 0xfe: '☑',
};
const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x50: '✓', 0x4f: '✗', 0x51: '☒', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0x96: '●', 0x97: '●', 0x98: '•', 0xa3: '□', 0x9f: '▪', 0xa2: '■',
};
const WINGDINGS_3: Readonly<Record<number, string>> = {
  0x7d: '▶', 0x84: '▸', 0x86: '▸', 0x75: '▶', 0xc6: '▶', 0x22: '↑', 0x23: '↓', 0x21: '→', 0x20: '←',
};
const WEBDINGS: Readonly<Record<number, string>> = { 0x3d: '●', 0x61: '✓', 0x63: '□', 0x67: '■', 0x6e: '●', 0x72: '✗', 0x34: '▶', 0x33: '◀' };

const FONTS = new Map<string, ReadonlyMap<number, string>>([
  ['symbol', symbolFont()],
  ...([['wingdings', WINGDINGS], ['wingdings 2', WINGDINGS_2], ['wingdings 3', WINGDINGS_3], ['webdings', WEBDINGS]] as const)
    .map(([name, table]) => [name, new Map(Object.entries(table).map(([code, text]) => [Number(code), text]))] as const),
]);

const PRIVATE = /[\uF000-\uF0FF]/;

/** Text of a symbol font, or with private-use characters of one, as Unicode. A sign without a twin becomes U+FFFD; a bullet where it stands alone is the caller's to say. */
export function symbolText(text: string, font: string | undefined): string {
  const table = font === undefined ? undefined : FONTS.get(font.toLowerCase());
  if (!table && !PRIVATE.test(text)) return text;
  let result = '';
  for (const ch of text) {
    const code = ch.codePointAt(0) ?? 0;
    const moved = code >= 0xf000 && code <= 0xf0ff;
    if (!moved && (!table || code > 0xff)) { result += ch; continue; }
    const own = moved ? code - 0xf000 : code;
    // Private-use characters without their font are mostly Symbol's bullet or Wingdings' signs.
    const sign = table?.get(own) ?? (table ? undefined : own === 0xb7 ? '•' : WINGDINGS[own]);
    result += sign ?? (own <= 0x20 ? ' ' : '\uFFFD');
  }
  return result;
}

/** A w:sym: a code in hexadecimal and its font. */
export function symbol(font: string | undefined, code: string | undefined): string {
  const n = Number.parseInt(code ?? '', 16);
  if (!Number.isFinite(n) || n <= 0 || n > 0xffff) return '';
  return symbolText(String.fromCharCode(n), font);
}
