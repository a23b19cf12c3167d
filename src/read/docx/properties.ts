/**
 * Paragraph and run properties as they stand in a style, a numbering level or a paragraph: only what is said there,
 * so that what is inherited can be laid under it. Lengths in points.
 */
import type { Attributes } from './xml.js';

export interface RunProperties {
  style?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  struck?: boolean;
  caps?: boolean;
  smallCaps?: boolean;
  hidden?: boolean;
  /** Half-points are made points. */
  size?: number;
  font?: string;
  superscript?: boolean;
  /** RRGGBB, or "auto". */
  colour?: string;
  shaded?: boolean;
  language?: string;
}

export interface ParagraphProperties {
  style?: string;
  numId?: number;
  level?: number;
  /** 0 to 8; 9 is body text. */
  outline?: number;
  left?: number;
  /** First line less left edge: negative for a hanging indent. */
  first?: number;
  align?: 'left' | 'centre' | 'right' | 'justified';
  before?: number;
  after?: number;
  /** Line height: a multiple of a single line, or points. */
  line?: number;
  lineRule?: 'multiple' | 'exact' | 'least';
  contextual?: boolean;
  shaded?: boolean;
  boxed?: boolean;
  /** A letter set large over several lines, that begins the next paragraph's first word. */
  dropCap?: boolean;
}

/** Twentieths of a point ("720"), or a length with its unit as ISO strict writes it ("36pt", "1.27cm"), in points. */
export function points(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const m = /^\s*(-?\d+(?:\.\d+)?)\s*(pt|in|cm|mm|pc|pi)?\s*$/.exec(value);
  if (!m) return undefined;
  const n = Number(m[1]);
  switch (m[2]) {
    case undefined: return n / 20;
    case 'in': return n * 72;
    case 'cm': return (n * 72) / 2.54;
    case 'mm': return (n * 72) / 25.4;
    case 'pc': case 'pi': return n * 12;
    default: return n;
  }
}

/** An on/off property: on where it stands without a value. */
export function on(a: Attributes): boolean {
  const value = a['w:val'];
  return value === undefined || !(value === '0' || value === 'false' || value === 'off' || value === 'none');
}

export function integer(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const n = Number.parseInt(value, 10);
  return Number.isFinite(n) ? n : undefined;
}

/** True where a w:shd fills its area with a colour that is not plain white. */
export function isShaded(a: Attributes): boolean {
  const fill = (a['w:fill'] ?? 'auto').toLowerCase();
  const pattern = a['w:val'] ?? 'clear';
  return (fill !== 'auto' && fill !== 'ffffff') || (pattern !== 'clear' && pattern !== 'nil');
}

/** Takes one child element of a w:rPr into `p`. */
export function runProperty(p: RunProperties, name: string, a: Attributes): void {
  switch (name) {
    case 'w:rStyle': p.style = a['w:val']; break;
    case 'w:b': p.bold = on(a); break;
    case 'w:i': p.italic = on(a); break;
    case 'w:u': p.underline = (a['w:val'] ?? 'single') !== 'none'; break;
    case 'w:strike': case 'w:dstrike': p.struck = on(a); break;
    case 'w:caps': p.caps = on(a); break;
    case 'w:smallCaps': p.smallCaps = on(a); break;
    case 'w:vanish': p.hidden = on(a); break;
    case 'w:sz': {
      const half = Number(a['w:val']?.replace(/pt$/, ''));
      if (half > 0) p.size = a['w:val']?.endsWith('pt') ? half : half / 2;
      break;
    }
    case 'w:rFonts': p.font = a['w:ascii'] ?? a['w:hAnsi'] ?? (a['w:asciiTheme'] ? `+${a['w:asciiTheme'].startsWith('major') ? 'major' : 'minor'}` : p.font); break;
    case 'w:vertAlign': p.superscript = a['w:val'] === 'superscript'; break;
    case 'w:color': p.colour = a['w:val']?.toUpperCase(); break;
    case 'w:highlight': p.shaded = a['w:val'] !== 'none' && a['w:val'] !== 'white'; break;
    case 'w:shd': p.shaded = isShaded(a); break;
    case 'w:lang': p.language = a['w:val'] ?? p.language; break;
  }
}

const ALIGN: Readonly<Record<string, ParagraphProperties['align']>> = {
  left: 'left', start: 'left', center: 'centre', right: 'right', end: 'right', both: 'justified', distribute: 'justified',
};

/** Takes one element inside a w:pPr (children of w:numPr and w:pBdr included) into `p`. */
export function paragraphProperty(p: ParagraphProperties, name: string, a: Attributes): void {
  switch (name) {
    case 'w:pStyle': p.style = a['w:val']; break;
    case 'w:numId': p.numId = integer(a['w:val']); break;
    case 'w:ilvl': p.level = integer(a['w:val']); break;
    case 'w:outlineLvl': p.outline = integer(a['w:val']); break;
    case 'w:ind': {
      p.left = points(a['w:left'] ?? a['w:start']) ?? p.left;
      const hanging = points(a['w:hanging']);
      p.first = hanging !== undefined ? -hanging : points(a['w:firstLine']) ?? p.first;
      break;
    }
    case 'w:jc': p.align = ALIGN[a['w:val'] ?? '']; break;
    case 'w:spacing': {
      // "Auto" spacing, from HTML, is some 14 points above and below (Word's own default for it).
      p.before = a['w:beforeAutospacing'] === '1' ? 14 : points(a['w:before']) ?? p.before;
      p.after = a['w:afterAutospacing'] === '1' ? 14 : points(a['w:after']) ?? p.after;
      const line = points(a['w:line']);
      if (line !== undefined) {
        p.lineRule = a['w:lineRule'] === 'exact' ? 'exact' : a['w:lineRule'] === 'atLeast' ? 'least' : 'multiple';
        p.line = p.lineRule === 'multiple' ? line / 12 : line;
      }
      break;
    }
    case 'w:framePr': p.dropCap = a['w:dropCap'] === 'drop' || a['w:dropCap'] === 'margin'; break;
    case 'w:contextualSpacing': p.contextual = on(a); break;
    case 'w:shd': p.shaded = isShaded(a); break;
    case 'w:top': case 'w:left': case 'w:bottom': case 'w:right':
      if (a['w:val'] !== 'nil' && a['w:val'] !== 'none') p.boxed = true;
      break;
  }
}

/** What `over` says, and for the rest what `under` says. */
export function laidOver<T extends object>(over: T, under: T): T {
  const result = { ...under } as Record<string, unknown>;
  for (const [key, value] of Object.entries(over)) if (value !== undefined) result[key] = value;
  return result as T;
}
