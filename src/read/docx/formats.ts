/** How Word prints a counter: the values of ST_NumberFormat (ISO 29500-1, 17.18.59) that papers in English use. Pure. */

const ONES = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen',
  'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS: Readonly<Record<string, string>> = { one: 'first', two: 'second', three: 'third', five: 'fifth', eight: 'eighth', nine: 'ninth', twelve: 'twelfth' };
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];
/** Marks of the Chicago Manual of Style for notes, in their order. */
const CHICAGO = ['*', '†', '‡', '§'];
/** Above this no list of a paper counts in letters, Roman numbers or words; digits keep a made-up start value short. */
const LONGEST_COUNT = 9_999;

function roman(n: number): string {
  let rest = n;
  let text = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}

/** a … z, aa, bb …: the letter is repeated, not counted on. */
function letter(n: number): string {
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

function cardinal(n: number): string {
  if (n < 20) return ONES[n] ?? '';
  if (n < 100) return [TENS[Math.floor(n / 10)], ONES[n % 10]].filter(Boolean).join('-');
  if (n < 1000) return [`${ONES[Math.floor(n / 100)]} hundred`, n % 100 ? cardinal(n % 100) : ''].filter(Boolean).join(' ');
  return [`${cardinal(Math.floor(n / 1000))} thousand`, n % 1000 ? cardinal(n % 1000) : ''].filter(Boolean).join(' ');
}

function ordinalWord(n: number): string {
  return cardinal(n).replace(/[a-z]+$/, (last) => ORDINALS[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`));
}

function ordinal(n: number): string {
  const tail = n % 100;
  if (tail >= 11 && tail <= 13) return `${n}th`;
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * A counter as its format prints it. `none` and `bullet` print nothing; a format that this table does not have (those
 * of other scripts) prints plain digits, as Word does where it lacks them.
 */
export function formatNumber(n: number, format: string): string {
  if (format === 'none' || format === 'bullet') return '';
  if (n <= 0 || n > LONGEST_COUNT) return format === 'decimalZero' && n === 0 ? '00' : String(n);
  switch (format) {
    case 'decimalZero': return n < 10 ? `0${n}` : String(n);
    case 'lowerLetter': return letter(n);
    case 'upperLetter': return letter(n).toUpperCase();
    case 'lowerRoman': return roman(n);
    case 'upperRoman': return roman(n).toUpperCase();
    case 'ordinal': return ordinal(n);
    case 'cardinalText': return capital(cardinal(n));
    case 'ordinalText': return capital(ordinalWord(n));
    case 'hex': return n.toString(16).toUpperCase();
    case 'chicago': return (CHICAGO[(n - 1) % 4] ?? '*').repeat(Math.floor((n - 1) / 4) + 1);
    case 'numberInDash': return `- ${n} -`;
    case 'decimalEnclosedParen': return `(${n})`;
    case 'decimalEnclosedFullstop': return `${n}.`;
    case 'decimalEnclosedCircle': case 'decimalEnclosedCircleChinese': return n <= 20 ? String.fromCodePoint(0x245f + n) : String(n);
    default: return String(n);
  }
}
