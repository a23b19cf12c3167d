/** Papers in disorder: paragraphs moved, doubled, left out and mixed with those of other papers, headings of tables marked anew. Nothing may be lost in silence. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Paper } from '../../src/paper/model.js';
import { readBytes, recordOf } from '../../src/work/extract.js';
import { lostIn } from './lost.js';

const folder = fileURLToPath(new URL('../../fixtures/papers/', import.meta.url));
const files = readdirSync(folder).filter((f) => f.endsWith('.docx')).sort();
const papers = await Promise.all(files.map((f) => readBytes(readFileSync(folder + f))));
const all = papers.flatMap((p) => p.blocks);

/** Where, out of how many parts: a place in a list of any length. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const edit = fc.record({ what: fc.constantFrom('foreign', 'double', 'drop', 'move', 'headings'), from: place, to: place });
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function edited(paper: Paper, edits: readonly Edit[]): Paper {
  const blocks = [...paper.blocks];
  const index = (at: number, list: readonly Block[] = blocks): number => Math.floor(at * list.length);
  for (const { what, from, to } of edits) {
    const own = blocks[index(from)];
    if (!own) continue;
    if (what === 'foreign') blocks.splice(index(to), 0, all[index(from, all)] ?? own);
    else if (what === 'double') blocks.splice(index(to), 0, own);
    else if (what === 'headings') {
      const tables = blocks.flatMap((b, i) => (b.type === 'table' ? [{ table: b, i }] : []));
      const chosen = tables[Math.floor(from * tables.length)];
      if (chosen) blocks[chosen.i] = { ...chosen.table, headerRows: Math.floor(to * Math.min(4, chosen.table.rows)) };
    } else {
      blocks.splice(index(from), 1);
      if (what === 'move') blocks.splice(index(to), 0, own);
    }
  }
  let next = 0;
  const numbered = (block: Block): Block => {
    const id = ++next;
    return block.type === 'paragraph' ? { ...block, id } : { ...block, id, cells: block.cells.map((c) => ({ ...c, blocks: c.blocks.map(numbered) })) };
  };
  return { ...paper, blocks: blocks.map(numbered) };
}

describe('a paper in disorder', () => {
  it.each(files.map((file, i) => [file, i] as const))('%s says all that it says', (file, i) => {
    const paper = papers[i];
    if (!paper) throw new Error(file);
    const { kind } = recordOf(paper, new Uint8Array(), { file });
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const other = edited(paper, edits);
      expect(lostIn(other, recordOf(other, new Uint8Array(), { file, kind }))).toEqual([]);
    }), { numRuns: 12, seed: i + 1 });
  });
});
