/** The tables of one page, by geometry alone. */
import type { Box } from '../../../../paper/locator.js';
import type { Word } from '../words.js';
import { borderless } from './borderless.js';
import { axesOf, barsOf, inChart } from './charts.js';
import { halfRuled } from './half-ruled.js';
import { middleY } from './lines.js';
import { besideProse, sideBySide } from './neighbours.js';
import { ruledTables } from './ruled.js';
import { ruleGroups, rulesOf } from './rules.js';
import { edgesOf, shadings, type Edge } from './rulings.js';
import { turnBack, turned } from './turn.js';
import { typedRules } from './typed.js';
import type { FoundTable, FoundTables, TablePage } from './types.js';

/** Finds the tables of a page, top to bottom. Words, rulings and fills in points, origin top left. */
export function findTables(page: TablePage): FoundTables {
  const turn = turned(page);
  if (turn) return turnBack(findUpright(turn.page), turn.angle, page);
  return findUpright(page);
}

function findUpright(page: TablePage): FoundTables {
  const typed = typedRules(page.words);
  const rulings = typed.rulings.length > 0 ? [...page.rulings, ...typed.rulings] : page.rulings;
  const all = page.words.map((_, i) => i), text = typed.words.size > 0 ? all.filter((i) => !typed.words.has(i)) : all;
  const edges = edgesOf(rulings, typed.words.size > 0 ? text.map((i) => page.words[i]!) : page.words, page.fills);
  const axes = [...axesOf(page.words), ...barsOf(page.fills)];
  const ruled = ruledTables(page.words, edges, axes, typed.words.size > 0 ? text : undefined);
  const taken = [...ruled.tables.map((t) => t.box), ...ruled.charts];
  let free = text.filter((i) => !taken.some((b) => holds(b, page.words[i]!)));
  const rules = edges.horizontal.filter((e) => !taken.some((b) => e.at >= b[1] - 3 && e.at <= b[3] + 3 && Math.min(e.to, b[2]) - Math.max(e.from, b[0]) > 0.5 * (e.to - e.from)));
  const ofFrame = (e: Edge): boolean => ruled.frames.some((b) => (Math.abs(e.at - b[1]) < 3 || Math.abs(e.at - b[3]) < 3) && Math.abs(e.from - b[0]) < 5 && Math.abs(e.to - b[2]) < 5);
  const tables: FoundTable[] = [...ruled.tables];
  const take = (found: readonly FoundTable[]): void => {
    if (found.length === 0) return;
    const used = new Set(found.flatMap((t) => t.cells.flatMap((c) => [...c.words])));
    tables.push(...found);
    free = free.filter((i) => !used.has(i));
  };
  for (const group of ruleGroups(rulesOf(rules.filter((e) => !ofFrame(e)))).flatMap((g) => besideProse(page.words, free, g))) {
    for (const part of sideBySide(page.words, free, group)) take(halfRuled(page.words, free, part, rulings, axes));
  }
  take(borderless(page.words, free.filter((i) => !inChart(page.words[i]!, axes)), [...taken, ...tables.map((t) => t.box)], shadings(page.fills, page.width, page.height), page.width, axes, rules));
  tables.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
  const boxes: Box[] = [...ruled.boxes].sort((a, b) => a[1] - b[1] || a[0] - b[0]);
  return { tables, boxes, rests: ruled.rests, typed: [...typed.words].filter((i) => tables.some((t) => bounds(t.box, page.words[i]!))) };
}

/** The typed rule stands in the table, or is the first or last of its lines. */
const bounds = (box: Box, w: Word): boolean => {
  const x = (w.box[0] + w.box[2]) / 2, y = middleY(w);
  return x >= box[0] && x <= box[2] && y >= box[1] - w.size && y <= box[3] + w.size;
};

const holds = (box: Box, w: Word): boolean => {
  const x = (w.box[0] + w.box[2]) / 2, y = middleY(w);
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
};
