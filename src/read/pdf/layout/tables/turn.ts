/** Pages whose text is printed sideways (a broad table on an upright page): turned upright for finding tables, and back. */
import type { Box } from '../../../../paper/locator.js';
import type { Fill, Ruling } from '../../geometry.js';
import type { Word } from '../words.js';
import type { FoundCell, FoundTable, FoundTables, TablePage } from './types.js';

/** A page is turned when this share of its words runs in one direction other than upright. */
const TURNED_SHARE = 0.65;

type Turn = 90 | 270;

/** The page turned upright, where most of its text is sideways; `undefined` for an upright page. Cells of turned tables keep boxes on the page as it is. */
export function turned(page: TablePage): { readonly page: TablePage; readonly angle: Turn } | undefined {
  if (page.words.length < 8) return undefined;
  for (const angle of [90, 270] as const) {
    if (page.words.filter((w) => w.angle === angle).length < TURNED_SHARE * page.words.length) continue;
    const box = (b: Box): Box => upright(b, angle, page.width, page.height);
    const words = page.words.map((w): Word => {
      const b = box(w.box);
      // A word of the turned text has its baseline in its own frame: moved to the origin of the upright page.
      const baseline = w.angle === angle ? w.baseline + (angle === 90 ? page.width : 0) : b[3] - 0.2 * w.size;
      return { ...w, box: b, baseline, angle: (w.angle - angle + 360) % 360 };
    });
    const rulings = page.rulings.map((r): Ruling => {
      const b = box(r.direction === 'horizontal' ? [r.from, r.at, r.to, r.at] : [r.at, r.from, r.at, r.to]);
      return r.direction === 'horizontal'
        ? { ...r, direction: 'vertical', at: b[0], from: b[1], to: b[3] }
        : { ...r, direction: 'horizontal', at: b[1], from: b[0], to: b[2] };
    });
    const fills = page.fills.map((f): Fill => ({ ...f, box: box(f.box) }));
    const images = page.images.map((i) => ({ ...i, box: box(i.box) }));
    return { angle, page: { words, rulings, fills, images, width: page.height, height: page.width } };
  }
  return undefined;
}

/** A box of the page in the upright frame. For 90 (text reads downwards) the top of the text is the right side of the page. */
function upright([l, t, r, b]: Box, angle: Turn, width: number, height: number): Box {
  return angle === 90 ? [t, width - r, b, width - l] : [height - b, l, height - t, r];
}

/** Tables found on the upright page, with boxes on the page as it is. Edges stay in the upright frame, in which rows run down. */
export function turnBack(found: FoundTables, angle: Turn, page: TablePage): FoundTables {
  const back = ([l, t, r, b]: Box): Box => (angle === 90 ? [page.width - b, l, page.width - t, r] : [t, page.height - r, b, page.height - l]);
  return {
    tables: found.tables.map((t): FoundTable => ({ ...t, box: back(t.box), cells: t.cells.map((c): FoundCell => ({ ...c, box: back(c.box) })) })),
    boxes: found.boxes.map(back),
    rests: [],
    typed: found.typed,
  };
}
