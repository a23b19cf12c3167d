/** Hand-made papers for the tests of kinds. */
import { ParseContext } from '../../src/kinds/shared/context.js';
import { toRecord, type AnyRecord } from '../../src/kinds/record.js';
import type { Kind } from '../../src/kinds/kind.js';
import type { KindName } from '../../src/kinds/schemas.js';
import { splitLabel } from '../../src/paper/label.js';
import type { Block, Cell, Paper, Paragraph, Table } from '../../src/paper/model.js';
import { vocabularies } from '../../src/work/vocabularies.js';

let next = 0;
const at = (line: number) => ({ in: 'lines', from: line, to: line }) as const;

/** A paragraph; a label at the start of the text is split off, as a reader does it. A text that begins with `# ` is a heading. */
export function para(text: string, more: Partial<Paragraph> = {}): Paragraph {
  const id = ++next;
  const hashes = /^(#+) /.exec(text)?.[1];
  const bare = hashes ? text.slice(hashes.length + 1) : text;
  const split = splitLabel(bare);
  return {
    type: 'paragraph', id, at: at(id), text: split ? split.rest : bare,
    ...(split ? { label: split.label, ...(split.number === undefined ? {} : { number: split.number }), ...(split.bullet ? { bullet: true } : {}) } : {}),
    ...(hashes ? { heading: { level: hashes.length, by: 'style' as const } } : {}),
    ...more,
  };
}

/** A table from rows of cell texts; a cell's paragraphs are parted by `|`. The first `headerRows` rows are headings. */
export function table(rows: readonly (readonly string[])[], headerRows = 1, more: Partial<Table> = {}): Table {
  const id = ++next;
  const cells: Cell[] = rows.flatMap((row, r) => row.map((text, c) => ({
    row: r, column: c, rowSpan: 1, columnSpan: 1, at: at(id), ...(r < headerRows ? { header: true } : {}),
    blocks: text === '' ? [] : text.split('|').map((t) => para(t)),
  })));
  return { type: 'table', id, at: at(id), headerRows, rows: rows.length, columns: Math.max(0, ...rows.map((r) => r.length)), cells, ...more };
}

/** A paper of blocks; strings are paragraphs. */
export function paper(blocks: readonly (Block | string)[], more: Partial<Paper> = {}): Paper {
  return { format: 'text', blocks: blocks.map((b) => (typeof b === 'string' ? para(b) : b)), furniture: [], hidden: [], diagnostics: [], ...more };
}

/** A context over a paper with the built-in vocabulary of a kind. */
export function contextFor(p: Paper, kind: Kind): ParseContext {
  return new ParseContext(p, p.blocks, vocabularies()[kind.name]);
}

/** The record of a paper, through the whole pipeline. */
export function recordOf(p: Paper, kind?: KindName): AnyRecord {
  return toRecord(p, { file: 'paper.txt', sha256: '0'.repeat(64), bytes: 1 }, vocabularies(), { generator: { name: 'ctrust', version: '0' }, ...(kind ? { kind } : {}) });
}
