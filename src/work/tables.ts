/** Every table of a paper, whatever its kind: what `ctrust tables` prints. */
import { describeTable } from '../kinds/shared/tables.js';
import type { Table } from '../kinds/schemas.js';
import type { Box } from '../paper/locator.js';
import type { Block, Paper } from '../paper/model.js';

/** A table with the page and box that it stands on, for a PDF; of one that runs over pages, those of its start, and all in `pages`. */
export interface PlacedTable extends Table {
  page?: number;
  /** [left, top, right, bottom] in PDF points, origin top left. */
  box?: number[];
  pages?: { page: number; box: number[] }[];
}

const rounded = (box: Box): number[] => box.map((n) => Math.round(n * 100) / 100);

/** All tables in reading order, tables inside cells after the one that holds them. Pure. */
export function tablesOf(paper: Paper): PlacedTable[] {
  const out: PlacedTable[] = [];
  const walk = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.type !== 'table') continue;
      const described = describeTable(block, out.length);
      const places = block.places ?? (block.at.in === 'page' ? [{ page: block.at.page, box: block.at.box }] : []);
      const [first] = places;
      described.forEach((table, i) => {
        const placed: PlacedTable = { ...table };
        if (i === 0 && first) {
          placed.page = first.page;
          placed.box = rounded(first.box);
          if (places.length > 1) placed.pages = places.map((p) => ({ page: p.page, box: rounded(p.box) }));
        }
        out.push(placed);
      });
    }
  };
  walk(paper.blocks);
  return out;
}
