/** A paragraph's label out of what HTML and Word's HTML say of it. Pure. */
import { splitLabel } from '../../paper/label.js';
import { tidy } from '../../paper/text.js';

export interface Labelled {
  readonly label: string;
  readonly number?: string;
  readonly bullet?: boolean;
  /** Where the text begins that is not the label. */
  readonly offset: number;
}

/** What stands in Word's `mso-list:Ignore` span. Symbol fonts show a bullet where the letter of another is written. */
export function wordLabel(raw: string): Labelled | undefined {
  const label = tidy(raw);
  if (label === '') return undefined;
  const split = splitLabel(`${label} Text`, { known: true });
  if (split && split.rest === 'Text') return { label: split.label, ...(split.number === undefined ? { bullet: true } : { number: split.number }), offset: 0 };
  if (label.length === 1 && !/\d/.test(label)) return { label, bullet: true, offset: 0 };
  // "Recommendation 1", "Item A:": words that Word numbers.
  return { label, number: label.replace(/^[([]+|[\])}.:]+$/g, ''), offset: 0 };
}

/** A typed label, or the marker of a list, or both ("•" before a typed "1.1": the number counts). */
export function typedLabel(text: string, known: boolean, marker: { label: string; number?: string } | undefined): Labelled | undefined {
  const typed = splitLabel(text, { known });
  if (marker && (!typed || marker.number !== undefined)) return { label: marker.label, ...(marker.number === undefined ? { bullet: true } : { number: marker.number }), offset: 0 };
  if (!typed) return undefined;
  return { label: typed.label, ...(typed.number === undefined ? {} : { number: typed.number }), ...(typed.bullet ? { bullet: true } : {}), offset: text.length - typed.rest.length };
}

/** True where the first word is parted from the rest as a label is: by two no-break spaces, or a tab. White space of the source counts once. */
export function hasLabelGap(head: string): boolean {
  return /^\s*[^\s\u00A0]{1,9}(?:[ \n]*\u00A0\s*\u00A0|\s*\t)/u.test(head);
}
