/**
 * Rows of tables that are drawn without upright rules, where each printed line became a row: tags that agree with the page in all else say which lines are one
 * row. Pure.
 */
import { boxAround } from '../../../paper/locator.js';
import { gridByTags } from './grid-by-tags.js';
import type { TableEvidence, TagEvidence } from './tag-evidence.js';
import { inRows, type FoundCell, type FoundTable } from './tables/types.js';
import type { Word } from './words.js';

/** A tagged table is the found one when this share of the words of each stands in the other. */
const SAME_WORDS = 0.95;

/** The tables, with the lines of one tagged row joined where tags and page agree on the columns and no line holds parts of two tagged rows. */
export function withTaggedRows(tables: readonly FoundTable[], evidence: TagEvidence, words: readonly Word[]): FoundTable[] {
  return tables.map((table) => (table.look === 'ruled' ? table : (table.look === 'banded' ? undefined : joined(table, evidence, words)) ?? gridByTags(table, evidence, words) ?? table));
}

function joined(table: FoundTable, evidence: TagEvidence, words: readonly Word[]): FoundTable | undefined {
  const own = table.cells.flatMap((c) => c.words.map((i) => words[i]!));
  const tagged = evidence.tables.find((t) => t.trusted && !t.layout && t.columns === table.columns && t.rows < table.rows
    && t.words.size * SAME_WORDS <= own.length && own.filter((w) => t.words.has(w)).length >= SAME_WORDS * Math.max(own.length, t.words.size));
  const rowOf = tagged && tagged.cells.every((c) => c.rowSpan === 1) ? taggedRows(table, tagged, words) : undefined;
  if (!rowOf) return undefined;
  const numbers = [...new Set(rowOf)];
  if (numbers.length === table.rows) return undefined;
  const place = rowOf.map((r) => numbers.indexOf(r));
  const several = place.map((r) => place.filter((o) => o === r).length > 1);
  // A heading over several columns is a row of its own.
  if (table.cells.some((c) => several[c.row] && c.columnSpan > 1) || table.cells.some((c) => c.rowSpan > 1 && place[c.row] !== place[c.row + c.rowSpan - 1])) return undefined;
  const cells = new Map<string, FoundCell>();
  for (const c of table.cells) {
    const row = place[c.row]!;
    const before = cells.get(`${row},${c.column}`);
    cells.set(`${row},${c.column}`, before
      ? { ...before, box: boxAround([before.box, c.box]), words: [...before.words, ...c.words] }
      : { ...c, row, rowSpan: 1 });
  }
  const starts = numbers.map((_, r) => place.indexOf(r));
  return {
    ...table, rows: numbers.length, headerRows: table.headerRows === 0 ? 0 : place[table.headerRows - 1]! + 1, cells: [...cells.values()].sort(inRows),
    rowEdges: [...starts.map((s) => table.rowEdges[s]!), table.rowEdges[table.rows]!], rowRuled: starts.map((s) => table.rowRuled[s]!), why: `${table.why}, rows as tagged`,
  };
}

/** For each row as found, the tagged row that its words stand in; `undefined` where one holds words of two, they are out of order, or a word is tagged in another column. */
function taggedRows(table: FoundTable, tagged: TableEvidence, words: readonly Word[]): number[] | undefined {
  const cellOf = new Map(tagged.cells.flatMap((c) => c.words.map((w) => [w, c] as const)));
  const rows = new Array<number>(table.rows).fill(-1);
  for (const c of table.cells) {
    for (const i of c.words) {
      const tag = cellOf.get(words[i]!);
      if (!tag || tag.column < c.column || tag.column >= c.column + c.columnSpan || (rows[c.row]! >= 0 && rows[c.row] !== tag.row)) return undefined;
      rows[c.row] = tag.row;
    }
  }
  return rows.every((r, i) => r >= 0 && (i === 0 || r >= rows[i - 1]!)) ? rows : undefined;
}
