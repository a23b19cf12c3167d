/** The short fields of a notice: lines under labels, of which one field may have several. Pure. */
import { fold } from '../../paper/text.js';
import { isOneOf } from '../shared/vocabulary.js';

/** A line of a short field, taken from the ledger; lines under one label have one turn. */
export interface ShortValue { readonly field: string; readonly label: string; readonly text: string; readonly at: string; readonly turn: number }

/** A labelled value that no field of the record holds. */
export interface Extra { label: string; text: string; at: string }

/**
 * The lines that are a field's value, and those of its other labels: "Date of decision" goes before "Date", the first before any later.
 * `weak` are the labels that may say something else.
 */
export function chosenLines(lines: readonly ShortValue[], field: string, weak: readonly string[] | undefined): { own: ShortValue[]; others: ShortValue[][] } {
  const turns = new Map<number, ShortValue[]>();
  for (const line of lines) if (line.field === field && line.text !== '') turns.set(line.turn, [...(turns.get(line.turn) ?? []), line]);
  const all = [...turns.values()];
  const own = all.find(([first]) => first && !isOneOf(first.label, weak)) ?? all[0] ?? [];
  const said = fold(textOf(own));
  return { own, others: all.filter((t) => t !== own && fold(textOf(t)) !== said) };
}

/** The text of lines that are one value. */
export const textOf = (lines: readonly ShortValue[]): string => lines.map((l) => l.text).join(' ').trim();

/** The lines of a field from the first on that says more, as one labelled value. */
export function leftOf(lines: readonly ShortValue[], more: (text: string) => boolean): Extra[] {
  const from = lines.findIndex((l) => more(l.text));
  const first = lines[from];
  return first ? [{ label: first.label, text: lines.slice(from).map((l) => l.text).join('\n'), at: first.at }] : [];
}
