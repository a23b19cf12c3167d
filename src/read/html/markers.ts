/** What a browser prints in front of a list entry (WHATWG HTML 4.4.5 to 4.4.8; CSS Counter Styles 3). Pure. */

export type Style = '1' | '01' | 'a' | 'A' | 'i' | 'I' | 'disc' | 'circle' | 'square' | 'dash' | 'none';

const CSS: Readonly<Record<string, Style>> = {
  decimal: '1', 'decimal-leading-zero': '01', 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A', 'lower-roman': 'i', 'upper-roman': 'I',
  disc: 'disc', circle: 'circle', square: 'square', none: 'none',
};
const TYPES: Readonly<Record<string, Style>> = { 1: '1', a: 'a', A: 'A', i: 'i', I: 'I', disc: 'disc', circle: 'circle', square: 'square' };
const BULLETS: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪', dash: '–' };

/** The style that a `type` attribute or a `list-style(-type)` declaration names. */
export function styleOf(type: string | undefined, css: string | undefined): Style | undefined {
  for (const word of css?.split(/\s+/) ?? []) {
    const style = CSS[word];
    if (style) return style;
    if (/^["']/.test(word)) return 'dash';
  }
  if (type === undefined) return undefined;
  return TYPES[type] ?? TYPES[type.toLowerCase()];
}

/** The marker of the entry with this value; undefined where the style prints none. */
export function marker(style: Style, value: number): { label: string; number?: string } | undefined {
  if (style === 'none') return undefined;
  const bullet = BULLETS[style];
  if (bullet) return { label: bullet };
  const number = counterText(style, value);
  return { label: `${number}.`, number };
}

/** The value of a counter in a style of numbers. */
export function counterText(style: Style, value: number): string {
  if (style === '01') return value >= 0 && value < 10 ? `0${value}` : String(value);
  const upper = style === 'A' || style === 'I';
  const text = style === 'a' || style === 'A' ? alphabetic(value) : style === 'i' || style === 'I' ? roman(value) : undefined;
  // Out of range, a style falls back to decimal.
  if (text === undefined) return String(value);
  return upper ? text.toUpperCase() : text;
}

function alphabetic(value: number): string | undefined {
  if (value < 1) return undefined;
  let out = '';
  for (let n = value; n > 0; n = Math.floor((n - 1) / 26)) out = String.fromCharCode(97 + ((n - 1) % 26)) + out;
  return out;
}

const ROMAN: readonly (readonly [number, string])[] = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']];

function roman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let out = '';
  let left = value;
  for (const [worth, letters] of ROMAN) for (; left >= worth; left -= worth) out += letters;
  return out;
}
