/** Implications by area, under headings or in a table of areas. */
import { fragment } from '../../paper/locator.js';
import type { Cell, Paragraph, Table } from '../../paper/model.js';
import { cellText } from '../../paper/walk.js';
import { AREAS } from '../names.js';
import type { Implication, Item } from '../schemas.js';
import type { ParseContext } from '../shared/context.js';
import { itemsOf } from '../shared/items.js';
import { wordingsUnder } from '../shared/labels.js';
import { fieldFor, isOneOf, type Vocabulary } from '../shared/vocabulary.js';
import { withoutBrackets } from './headings.js';

const areaNamed = (name: string): Implication['area'] => AREAS.find((a) => a === name) ?? 'other';

/** The implications under one heading. Takes the heading. */
export function implicationOf(context: ParseContext, area: string, heading: Paragraph, items: Item[]): Implication {
  const { at } = context.take(heading);
  return { ...(heading.number === undefined ? {} : { number: heading.number }), area: areaNamed(area), heading: heading.text, items, at };
}

const namesArea = (text: string, vocabulary: Vocabulary): boolean => isOneOf(text, vocabulary.words['areaColumn']) || areaIn(vocabulary, text) !== undefined;

/** The area that a heading's words name, in a place where only areas stand. */
export const areaOf = (context: ParseContext, text: string): string | undefined => areaIn(context.vocabulary, text);

function areaIn({ headings, words }: Vocabulary, text: string): string | undefined {
  const named = (said: string): string | undefined => fieldFor(said, wordingsUnder(headings, 'implications.')) ?? fieldFor(said, wordingsUnder(words, 'area.'));
  // "Financial (including value for money)": the brackets say what the area takes in.
  const plain = withoutBrackets(text);
  return named(text) ?? (plain !== '' && plain !== text ? named(plain) : undefined);
}

/** What heads a column is a few words (characters) and no sentence. */
const LONGEST_COLUMN = 60;
const isColumn = (text: string): boolean => text !== '' && text.length <= LONGEST_COLUMN && !/[.]$/.test(text);

/** True for the row over a table of areas that names its columns ("Implication", "Comments"). */
export function headsAreas([head, beside]: readonly Cell[], vocabulary: Vocabulary): boolean {
  // "Resource Implications | Implications/None": what stands beside the area names a column.
  if (head !== undefined && beside !== undefined && isOneOf(cellText(beside), vocabulary.words['besideArea']) && namesArea(cellText(head), vocabulary)) return true;
  return head !== undefined && beside !== undefined && isOneOf(cellText(head), vocabulary.words['areaColumn']) && isColumn(cellText(beside));
}

/** A table with an area in the first column of its rows and what is said of it beside: an implication a row. `undefined` for other tables. */
export function implicationsInTable(context: ParseContext, table: Table): Implication[] | undefined {
  if (table.columns < 2) return undefined;
  const rows: Cell[][] = [];
  for (const cell of table.cells) (rows[cell.row] ??= []).push(cell);
  const body = rows.filter((r) => r && r.length >= 2);
  const areas = body.map((r) => (r[0] ? areaOf(context, cellText(r[0]).replace(/\n/g, ' ')) : undefined));
  if (areas.filter((a) => a !== undefined).length < Math.max(2, body.length / 2)) return undefined;
  const out: Implication[] = [];
  const first = rows.find((r) => r !== undefined)?.[0]?.row;
  rows.forEach((row) => {
    if (!row) return;
    const [head, ...rest] = row;
    if (!head) return;
    const text = cellText(head).replace(/\n/g, ' ');
    for (const b of head.blocks) context.ledger.take(b);
    const named = head.row === first && headsAreas(row, context.vocabulary);
    if (named || (head.row < table.headerRows && areaOf(context, text) === undefined)) {
      // The table's own headings ("Area", "Implication") are noted, not read as an area.
      for (const c of rest) for (const b of c.blocks) context.ledger.take(b);
      context.headings.push({ field: 'implications', heading: [text, ...rest.map((c) => cellText(c))].join(' | '), at: fragment(head.at) });
      return;
    }
    const items = rest.flatMap((c) => itemsOf(context, c.blocks));
    if (text === '' && out.length > 0) out.at(-1)?.items.push(...items);
    else out.push({ area: areaNamed(areaOf(context, text) ?? 'other'), heading: text, items, at: fragment(head.at) });
  });
  return out;
}
