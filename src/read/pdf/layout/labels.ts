/**
 * Labels at the head of a printed line: "2.1", "a)", "(iv)", a bullet. Pure.
 *
 * A label that surely is one starts a paragraph by itself; one that only may be (a number with an ordinary space behind it, a dash)
 * counts where something else says that a paragraph starts there, so that a year, a sum or a dash in prose is left in the text.
 */
import { gapBefore, span, type Line } from './lines.js';
import { isPlainWord } from './letters.js';

export interface Label {
  /** As printed: "2.1.", "(a)", "•". */
  readonly text: string;
  /** Without its punctuation; absent for a bullet. */
  readonly number?: string;
  readonly bullet: boolean;
  /** How many words of the line belong to it; 0 where it is only the beginning of the first word ("1.VISION"). */
  readonly words: number;
  /** Characters of the first word that belong to it, where it is glued to the text. */
  readonly glued?: number;
  /** It starts a paragraph whatever stands above. */
  readonly sure: boolean;
  /** Nothing follows it on its line. */
  readonly alone: boolean;
}

/** A gap wider than this share of the size is a tab, not a space (a space is 0.25 to 0.35 em). */
const TAB_GAP = 0.55;
/** In justified lines a tab is also this many times as wide as the line's middle gap. */
const TAB_TIMES = 1.6;

/** The second line of a hanging paragraph follows within so many times the size, and begins within this share of it under the first line's text. */
const HANGING_PITCH = 2;
const HANGING_EDGE = 0.15;

/** Marks that are bullets wherever they open a line. Private-use characters are those of symbol fonts. */
const BULLET = /^[\u2022\u2023\u25AA\u25AB\u25A0\u25A1\u25CF\u25CB\u25E6\u25B6\u25BA\u25B8\u25C6\u25C7\u2043\u2219\u00B7\u27A2\u27A4\u2192\u21D2\u2713\u2714\u2756\u2751\u2B25\u2B27\u29BF\u2610\u2611\u2612\uE000-\uF8FF]$/u;
/** Boxes to be ticked. They begin a paragraph as bullets do, and say something: they stay in its text. */
const TICK_BOX = /^[\u2610-\u2612]$/u;
/** Marks that may be bullets: dashes, stars, the letter o of a typewriter font. */
const MAYBE_BULLET = /^[-\u2010-\u2015\u2212*o]$/u;
/** Fonts whose letters are pictures: there any single sign is a bullet. */
const SYMBOL_FONT = /symbol|dingbat|webding|wingding/i;

const LEVELS = /^(\(?)(\d{1,3}(?:\.\d{1,3}){0,5})([.):]?|\.\))$/u;
const LETTERS = /^(\(?)([a-z]{1,2}|[ivxlc]{1,7}|[A-Z]|[IVX]{1,5})([.)]|\.\))$/u;
const MIXED = /^([A-Z]\d{1,2}(?:\.\d{1,3}){0,3}|\d{1,3}(?:\.\d{1,3}){0,3}[a-zA-Z])([.):]?)$/u;
const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
/** What such a label begins with: most words of a line do not, and the expression takes long to compile. */
const MAY_BE_GLUED = /^(?:\d{1,3}[.)]|\(?[a-z]{1,5}\)|\(\d{1,3}\))/;
/** A label without a space behind it: "1.VISION", "a)the". */
const GLUED = /^(\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\p{Lu}(?:\p{Ll}|$|\u2019|\p{Lu}{2}))|\d{1,3}\.|\d{1,3}\)|\(?[a-z]{1,3}\)|\((?:\d{1,3}|[ivx]{1,5})\))(?=\p{Lu}{2}|\p{Lu}\p{Ll}|\p{Lu}$)/u;
const CLOCK = /^(?:am|pm|a\.m|p\.m|noon|hours|hrs)\b/i;

/** True for the mark of a box to be ticked, which is read with what it says and is no bullet of a list. */
export const isTickBox = (label: Label): boolean => label.bullet && TICK_BOX.test(label.text);

/** True where the gap before a word of the line is a tab rather than a space. */
export function isTab(line: Line, index: number): boolean {
  const gap = gapBefore(line, index);
  if (gap <= TAB_GAP * line.size) return false;
  const others: number[] = [];
  for (let i = 1; i < line.words.length; i++) if (i !== index && !line.words[i]!.glued) others.push(gapBefore(line, i));
  if (others.length < 3) return true;
  others.sort((a, b) => a - b);
  return gap > TAB_TIMES * others[others.length >> 1]!;
}

/** The line below begins where the text behind the first word does: that word hangs to the left of its paragraph. */
function hangs(line: Line, below: Line | undefined): boolean {
  const second = line.words[1];
  if (!below || !second || below.angle !== line.angle || below.baseline - line.baseline > HANGING_PITCH * line.size) return false;
  const text = span(second)[0];
  return Math.abs(below.start - text) <= HANGING_EDGE * line.size && text - line.start > line.size;
}

/** The label that a line opens with, or `undefined`. The line below it, where there is one, shows whether the first word hangs. */
export function labelOf(line: Line, below?: Line): Label | undefined {
  const first = line.words[0];
  if (!first || first.superscript) return undefined;
  const next = line.words[1];
  const text = first.text;
  // No label is made of letters alone, but for the "o" of a typewriter.
  if (text.length > 1 && isPlainWord(text)) return undefined;
  const alone = next === undefined;
  if (next?.glued) return undefined;
  const tab = !alone && (isTab(line, 1) || hangs(line, below));
  const one = (sure: boolean, number?: string): Label => ({ text, ...(number !== undefined && { number }), bullet: number === undefined, words: 1, sure, alone });

  if (BULLET.test(text) || ([...text].length === 1 && SYMBOL_FONT.test(first.font) && !/^[\p{N}(),.]$/u.test(text))) return one(true);
  if (MAYBE_BULLET.test(text)) return alone ? undefined : one(tab);
  // A bullet set without a space: "•Text".
  const led = /^([\u2022\u25AA\u25CF\u00B7\uF0B7\uF0A7])(?=\p{L}|\p{N})/u.exec(text);
  if (led) return { text: led[1]!, bullet: true, words: 0, glued: led[1]!.length, sure: true, alone: false };

  const follows = next?.text ?? '';
  const capital = /^[\p{Lu}\u2018\u201C"'(\[]/u.test(follows);
  const levels = LEVELS.exec(text);
  if (levels) {
    const [, open, number = '', close] = levels;
    const deep = number.split('.').length - 1;
    const marked = close !== '' && (open === '' || close!.includes(')'));
    if (open && !close!.includes(')')) return undefined;
    if (CLOCK.test(follows) || /^\d[\d.,:%]*$/.test(follows)) return undefined;
    if (alone) return marked || deep >= 2 ? one(false, number) : undefined;
    // "1.50" is a sum and "10.30" a time unless a tab follows; in real papers points are numbered below 100.
    if (marked) return one(tab, number);
    if (deep > 0) return tab ? one(true, number) : capital || deep >= 2 ? one(false, number) : undefined;
    return tab && number.length <= 2 && /^[\p{L}\u2018\u201C"'(]/u.test(follows) ? one(false, number) : undefined;
  }
  const letters = LETTERS.exec(text) ?? /^()([A-Z])(:)$/u.exec(text);
  if (letters) {
    const [, open, number = '', close = ''] = letters;
    if (open && !close.includes(')')) return undefined;
    const dotted = !close.includes(')');
    // Two letters with a full stop are an abbreviation unless they are a Roman number or double ("aa."); a capital is an initial unless a tab follows.
    const roman = ROMAN.test(number.toLowerCase());
    if (number.length > 1 && !roman && number[0] !== number[1]) return undefined;
    if (alone) return one(false, number);
    if (dotted && close !== ':' && /\p{Lu}/u.test(number) && !tab) return undefined;
    return one(tab, number);
  }
  const mixed = MIXED.exec(text);
  if (mixed && !alone && (tab || mixed[2] !== '') && /^\p{L}/u.test(follows)) return one(false, mixed[1]);
  const glued = MAY_BE_GLUED.test(text) ? GLUED.exec(text) : null;
  if (glued) {
    const label = glued[1]!;
    return { text: label, number: bare(label), bullet: false, words: 0, glued: label.length, sure: false, alone: false };
  }
  return undefined;
}

/** A printed label without the punctuation around it: "(a)" is "a", "2.1." is "2.1". */
export function bare(label: string): string {
  return label.replace(/^[([]+/, '').replace(/[\]).:]+$/, '');
}
