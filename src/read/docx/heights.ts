/**
 * How tall a paragraph stands in its column, estimated: a Word file has no line breaks, so that what stands beside what
 * in neighbouring cells follows from the widths of their columns and the sizes of their letters.
 *
 * The estimate: words are laid into lines greedily, letters as wide as those of Helvetica, Times or Calibri at the font's
 * size; a line is as high as the font's own line spacing. Blank paragraphs count one line each. Against LibreOffice, of
 * 360 paragraphs of up to 20 lines in Arial and Times, 349 have the same number of lines and 11 differ by one. Pure.
 */
import type { ParagraphProperties } from './properties.js';

/** Advance widths of ASCII 32 to 126 in thousandths of the size: Adobe's font metrics for Helvetica and Times Roman. */
const HELVETICA = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const TIMES = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
  921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
  333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** The same of Calibri, in 2048ths of the size. */
const CALIBRI = [
  463, 667, 821, 1020, 1038, 1464, 1397, 452, 621, 621, 1020, 1020, 511, 627, 517, 791, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 1038, 548, 548, 1020,
  1020, 1020, 949, 1831, 1185, 1114, 1092, 1260, 1000, 941, 1292, 1276, 516, 653, 1064, 861, 1751, 1322, 1356, 1058, 1378, 1112, 941, 998, 1314, 1162, 1822, 1063,
  998, 959, 628, 791, 628, 1020, 1020, 596, 981, 1076, 866, 1076, 1019, 625, 964, 1076, 470, 490, 931, 470, 1636, 1076, 1080, 1076, 1076, 714, 801, 686, 1076, 925,
  1464, 887, 927, 809, 644, 943, 644, 1020,
].map((w) => (w * 1000) / 2048);
const EVEN: readonly number[] = HELVETICA.map(() => 600);

interface Face {
  readonly widths: readonly number[];
  /** Its letters against those of the table. */
  readonly factor: number;
  /** Its bold letters against its regular ones. */
  readonly bold: number;
  /** Height of a single line against the size. */
  readonly line: number;
}

const SANS: Face = { widths: HELVETICA, factor: 1, bold: 1.08, line: 1.15 };
/** Fonts of council papers whose letters or lines differ from Helvetica's by more than 2%. */
const FACES: readonly (readonly [RegExp, Face])[] = [
  [/times|garamond|georgia|serif\b/i, { widths: TIMES, factor: 1, bold: 1.06, line: 1.15 }],
  [/cambria/i, { widths: TIMES, factor: 1.06, bold: 1.06, line: 1.17 }],
  [/calibri|carlito/i, { widths: CALIBRI, factor: 1, bold: 1.03, line: 1.22 }],
  [/verdana/i, { widths: HELVETICA, factor: 1.14, bold: 1.16, line: 1.21 }],
  [/tahoma/i, { widths: HELVETICA, factor: 0.98, bold: 1.16, line: 1.21 }],
  [/narrow/i, { widths: HELVETICA, factor: 0.82, bold: 1.08, line: 1.15 }],
  [/courier|consolas|mono/i, { widths: EVEN, factor: 1, bold: 1, line: 1.13 }],
];
/** A letter outside ASCII, in thousandths of the size. */
const OTHER = 556;

function face(font: string): Face {
  return FACES.find(([pattern]) => pattern.test(font))?.[1] ?? SANS;
}

/** Number of printed lines of a text in a column of `width` points, its first line `first` points further in. Breaks are `\n`. */
export function lineCount(text: string, width: number, size: number, font: string, bold: boolean, first = 0): number {
  if (text === '') return 1;
  const { widths, factor, bold: heavier } = face(font);
  const unit = (size * factor * (bold ? heavier : 1)) / 1000;
  const room = Math.max(width, size);
  const space = (widths[0] ?? 278) * unit;
  let lines = 1;
  let x = Math.max(0, first);
  let word = 0;
  const place = (): void => {
    if (word === 0) return;
    if (x > 0 && x + word > room) {
      lines++;
      x = 0;
    }
    // A word wider than the column runs on over several lines.
    const over = Math.max(0, Math.ceil(word / room) - 1);
    lines += over;
    x += word - over * room;
    word = 0;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 32) { place(); x += space; }
    else if (code === 10) { place(); lines++; x = 0; }
    else {
      word += (widths[code - 32] ?? OTHER) * unit;
      // Lines may break after a hyphen or slash within a word.
      if (code === 45) place();
    }
  }
  place();
  return lines;
}

/** Height of one line in points. */
export function lineHeight(size: number, font: string, properties: ParagraphProperties): number {
  const single = size * face(font).line;
  if (properties.line === undefined) return single;
  switch (properties.lineRule) {
    case 'exact': return properties.line;
    case 'least': return Math.max(properties.line, single);
    default: return properties.line * single;
  }
}
