/**
 * Pages of marks to the blocks of a paper: the chain of all layout stages. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, isWithin } from '../../../paper/locator.js';
import { isLayout, openLayouts } from '../../../paper/layout.js';
import type { Block, Cell, Diagnostic, Paper, Paragraph, SetApart, Table } from '../../../paper/model.js';
import { tidy } from '../../../paper/text.js';
import type { PageGeometry } from '../geometry.js';
import { joinBreaks, joinedDraft } from './breaks.js';
import { tableOf, type TableShape } from './cells.js';
import { compose, type Inks } from './compose.js';
import { decorationsOf, type Decoration } from './decoration.js';
import { marginsOf, passagesOf, stretchesOf, type PageContent } from './flow.js';
import { furnitureOf } from './furniture.js';
import { bodyLookOf, headingsOf } from './headings.js';
import { hyphensOf } from './hyphens.js';
import { linesOf, lineText, prevailing, textLength, type Line } from './lines.js';
import { pageOf, type ReadPage } from './page.js';
import { pitchOf, TITLE_TIMES, type Tie } from './paragraphs.js';
import { withNested } from './nested.js';
import { partedByTags } from './parted.js';
import { inTagOrder } from './tag-order.js';
import { withTaggedRows } from './rows-by-tags.js';
import { tablesFromTags, tieOf } from './tag-evidence.js';
import { findTables } from './tables/find.js';
import { runningTitles } from './running.js';
import { isFoot, isRest, joinTables, single, type JoinedTable, type PageTable } from './tables/join.js';
import { openRest } from './tables/rest.js';
import type { FoundTable } from './tables/types.js';
import type { Word } from './words.js';

export type ReadPages = Pick<Paper, 'blocks' | 'furniture' | 'hidden' | 'diagnostics'> & { readonly reading: NonNullable<Paper['reading']> };

/** The blocks, furniture and hidden text of pages as an engine hands them over. */
export function paperOf(geometries: readonly PageGeometry[]): ReadPages {
  return assemble(geometries.map(pageOf));
}

/** The blocks, furniture and hidden text of the pages, which come in order. */
export function assemble(pages: readonly ReadPage[]): ReadPages {
  let next = 0;
  const number = (): number => next++;
  const diagnostics: Diagnostic[] = [];
  const hidden: SetApart[] = [];
  const furniture: SetApart[] = [];
  const reading: { page: number; by: string; why: string }[] = [];

  const apart = furnitureOf(pages);

  /** The last table of the page before. */
  let before: PageTable | undefined;
  const contents = pages.map((g) => {
    const { words, evidence } = g;
    const taken = new Set((apart.get(g.number) ?? []).flatMap((f) => f.words));
    const body = taken.size === 0 ? words : words.filter((w) => !taken.has(w));
    const page = { words: body, rulings: g.rulings, fills: g.fills, images: g.images, width: g.width, height: g.height };
    const found = findTables(page);
    const tables = evidence ? withTaggedRows(partedByTags(page, withNested(page, found.tables, evidence), evidence), evidence, body) : [...found.tables];
    const rests = found.rests.filter((t) => (before && isRest(before, { page: g.number, height: g.height, words: body, table: t }, BODY_ONLY)) || isFoot(found.tables, t, body));
    tables.push(...rests);
    if (before && before.page + 1 === g.number) {
      const rest = restOf(before, tables, body);
      if (rest) tables.push(rest);
    }
    const boxes = found.boxes.filter((b) => !rests.some((t) => b[0] >= t.box[0] - 1 && b[1] >= t.box[1] - 1 && b[2] <= t.box[2] + 1 && b[3] <= t.box[3] + 1));
    if (evidence) {
      const held = new Set(tables.flatMap((t) => t.cells.flatMap((c) => c.words.map((i) => body[i]!))));
      tables.push(...tablesFromTags(evidence, body, held));
    }
    tables.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
    const lowest = tables.reduce<FoundTable | undefined>((low, t) => (low && low.box[3] >= t.box[3] ? low : t), undefined);
    before = lowest && { page: g.number, height: g.height, words: body, table: lowest };
    const inTables = new Set([...tables.flatMap((t) => t.cells.flatMap((c) => c.words)), ...found.typed]);
    const content: PageContent = {
      number: g.number, width: g.width, height: g.height, words: inTables.size === 0 ? body : body.filter((_, i) => !inTables.has(i)), fills: g.fills, tables: tables.map((t) => t.box), boxes,
    };
    return { content, tables, body, typed: found.typed.map((i) => body[i]!) };
  });

  const decorations = new Map<Word, Decoration>();
  for (const g of pages) for (const [w, d] of decorationsOf(g.words, g.rulings, g.links)) decorations.set(w, d);

  const evidences = new Map(pages.flatMap((p) => (p.evidence ? [[p.number, p.evidence] as const] : [])));
  const laid = contents.map(({ content }) => ({ page: content, stretches: stretchesOf(content, evidences.get(content.number)) }));
  const cellLines = contents.flatMap(({ content, tables, body }) => tables.flatMap((t) => t.cells.filter((c) => c.words.length > 0).map((c) => linesOf(c.words.map((i) => body[i]!), content.number))));
  const bodyLines = laid.flatMap((l) => l.stretches.map((s) => s.lines).filter((lines) => lines.length > 0));
  const pitch = pitchOf([...bodyLines, ...cellLines]);
  const size = prevailing([...bodyLines, ...cellLines].flat(), (l) => Math.round(l.size * 2) / 2, textLength);
  const inks: Inks = { hyphens: hyphensOf([...bodyLines, ...cellLines].flatMap((lines) => lines.map((l) => l.words.map((w) => w.text)))), decorations };

  const margins = marginsOf(laid);
  const underlinedThrough = (l: Line): boolean => l.words.every((w) => decorations.get(w)?.underlined === true && decorations.get(w)?.link === undefined);
  const tie: Tie = (above, line) => {
    if (underlinedThrough(above) && !line.words.some((w) => decorations.get(w)?.underlined)) return 'apart';
    const e = above.page === line.page ? evidences.get(line.page) : undefined;
    return e && tieOf(e, above, line);
  };
  // Line breaks within a cell's paragraph part entries of a list as often as not: there only what tags part is believed.
  const tieInCells: Tie = (above, line) => { const said = tie(above, line); return said === 'two' || said === 'entry' ? said : undefined; };
  const groups = laid.flatMap(({ page, stretches }, i) => {
    const own = passagesOf(page, stretches, margins, pitch, size, tie), evidence = evidences.get(page.number);
    if (!evidence || own.length < 2) return own;
    const { tables, body } = contents[i]!;
    return inTagOrder(own, evidence, (t) => tables[t]!.cells.flatMap((c) => c.words.map((w) => body[w]!)), (t) => tables[t]!.box);
  });
  const wordsOn = new Map(contents.map((c) => [c.content.number, c.body]));
  const placed = contents.flatMap(({ content, tables, body }) => tables.map((table, index) => ({ page: content.number, height: content.height, words: body, table, index })));
  const inner = innerTables(placed);
  const listed = inner.length === 0 ? placed : placed.filter((p) => !inner.includes(p));
  const running = runningTitles(contents.map(({ content, body }) => ({ ...content, words: body })));
  // A note at the foot of a page does not part a table that goes on overleaf. Raised words of lines are new, and share their boxes.
  const noted = new Set(groups.flat().flatMap((p) => (p.kind === 'text' && p.note !== undefined ? p.draft.lines.flatMap((l) => l.words.map((w) => w.box)) : [])));
  const joinedTables = joinTables(listed, { isFurniture: (page, word) => running(page, word) || (noted.size > 0 && noted.has(wordsOn.get(page)![word]!.box)) });
  /** By page and place on it: the joined table, at the first of its parts only. */
  const starts = new Map(joinedTables.map((t) => { const first = listed[t.of[0]!]!; return [`${first.page} ${first.index}`, t] as const; }));
  const images = new Map(pages.map((g) => [g.number, g.images]));
  let bands = 0;
  const bandIds = new Map<string, number>();
  const bandOf = (page: number, band: number): number => {
    const key = `${page} ${band}`;
    if (!bandIds.has(key)) bandIds.set(key, bands++);
    return bandIds.get(key)!;
  };

  const blocks: Block[] = [];
  const taggedHeadings = new Map<number, number>();
  let lastLeaf: number | undefined, lastSize = 0;
  const overleaf = (above: Line, line: Line): boolean =>
    evidences.get(above.page)?.leafOf(above.words.at(-1)!)?.continues?.after === true && evidences.get(line.page)?.leafOf(line.words[0]!)?.continues?.before === true;
  for (const passage of joinBreaks(groups, overleaf)) {
    if (passage.kind === 'table') {
      const table = starts.get(`${passage.page} ${passage.table}`);
      if (table) blocks.push(tableOf(shapeOf(table, wordsOn, inner), pitch, inks, number, (page) => images.get(page) ?? [], tieInCells));
      continue;
    }
    const parts = passage.kind === 'joined' ? passage.passages : [passage];
    const first = parts[0]!;
    const id = number();
    const draft = joinedDraft(parts);
    const opening = draft.lines[0]!;
    const leaf = evidences.get(opening.page)?.leafOf(opening.words[0]!);
    // Smaller print below a title in one tagged heading is what is said under it.
    if (leaf?.heading !== undefined && !(leaf.id === lastLeaf && opening.size * TITLE_TIMES < lastSize)) taggedHeadings.set(id, leaf.heading);
    lastSize = opening.size;
    // An entry of a list whose mark is drawn, not written.
    const drawn = leaf?.item && !leaf.item.labelled && !draft.label && leaf.id !== lastLeaf;
    lastLeaf = evidences.get(first.page)?.leafOf(draft.lines.at(-1)!.words.at(-1)!)?.id;
    blocks.push({
      id, type: 'paragraph', ...compose(draft, inks), ...(drawn && { bullet: true }),
      ...(first.band !== undefined && { band: bandOf(first.page, first.band) }), ...(first.note !== undefined && { note: first.note }),
    });
  }

  const opened = openLayouts(blocks.map((b) => (b.type === 'table' && isLayout(b) ? banded(b, () => bands++) : b)));
  const headed = withHeadings(opened, taggedHeadings);

  for (const part of joinedTables.flatMap((t) => t.repeated)) {
    const words = part.words.map((i) => wordsOn.get(part.page)![i]!);
    if (words.length > 0) furniture.push(setApart(number, part.page, words, 'repeated-heading'));
  }
  for (const { content, typed } of contents) for (const w of typed) furniture.push(setApart(number, content.number, [w], 'typed-rule'));
  for (const g of pages) {
    diagnostics.push(...g.diagnostics);
    for (const f of apart.get(g.number) ?? []) furniture.push(setApart(number, g.number, f.words, f.why));
    for (const a of g.annotations) { const text = tidy(a.text); if (text) furniture.push({ id: number(), text, at: { in: 'page', page: g.number, box: a.box }, why: 'annotation' }); }
    hidden.push(...g.hidden.map((h) => ({ ...h, id: number() })));
    reading.push({ page: g.number, by: g.by, why: g.why });
  }
  return { ...renumbered(headed, furniture, hidden), diagnostics, reading };
}

/** Points by which a table within a cell may reach over the cell's sides: word processors lay its sides on them. */
const ON_SIDE = 4;

/** The tables that stand within one cell of another, which does not count their words as its own. */
function innerTables<T extends PageTable>(tables: readonly T[]): T[] {
  return tables.filter((t) => tables.some((o) => o !== t && o.page === t.page && isWithin(t.table.box, o.table.box, ON_SIDE) && o.table.cells.some((c) => isWithin(t.table.box, c.box, ON_SIDE))));
}

/** A joined table as the cells' builder takes it: each row knows where it begins on each page, and how high it is on the pages before. */
function shapeOf(table: JoinedTable, wordsOn: ReadonlyMap<number, readonly Word[]>, inner: readonly PageTable[] = []): TableShape {
  const rows = new Map<number, Map<number, { top: number; bottom: number }>>();
  for (const c of table.cells) {
    const pages = rows.get(c.row) ?? new Map<number, { top: number; bottom: number }>();
    rows.set(c.row, pages);
    for (const p of c.parts) {
      const known = pages.get(p.page);
      const bottom = c.rowSpan === 1 ? p.box[3] : -Infinity;
      pages.set(p.page, { top: Math.min(known?.top ?? Infinity, p.box[1]), bottom: Math.max(known?.bottom ?? -Infinity, bottom) });
    }
  }
  return {
    rows: table.rows, columns: table.columns, headerRows: table.headerRows, ruled: table.look === 'ruled', places: table.places, pageStarts: table.pageStarts,
    cells: table.cells.map((c) => ({
      row: c.row, column: c.column, rowSpan: c.rowSpan, columnSpan: c.columnSpan, ...(c.header && { header: true }),
      ...(inner.length > 0 && { inner: inner.filter((t) => c.parts.some((p) => p.page === t.page && isWithin(t.table.box, p.box, ON_SIDE))).map((t) => shapeOf(single(t), wordsOn)) }),
      pieces: c.parts.map((p) => {
        const pages = rows.get(c.row)!;
        let above = 0;
        if (c.rowSpan === 1) for (const [page, row] of pages) { if (page < p.page && row.bottom > row.top) above += row.bottom - row.top; }
        else for (const other of c.parts) { if (other.page < p.page) above += other.box[3] - other.box[1]; }
        return { page: p.page, box: p.box, words: p.words.map((i) => wordsOn.get(p.page)![i]!), above, rowTop: pages.get(p.page)!.top };
      }),
    })),
  };
}

/** Gives the paragraphs of each cell of a layout table the number of their box. */
function banded(table: Table, number: () => number): Table {
  return { ...table, cells: table.cells.map((c) => { const band = number(); return { ...c, blocks: c.blocks.map((b) => (b.type === 'paragraph' ? { ...b, band } : b)) }; }) };
}

/** The rows at the top of a page that go on with an open table of the page before, where no table stands there. */
function restOf(before: PageTable, tables: readonly FoundTable[], body: readonly Word[]): FoundTable | undefined {
  if (before.table.look === 'ruled') return undefined;
  const top = Math.min(...tables.map((t) => t.box[1])), free: number[] = [];
  body.forEach((w, i) => { if (w.box[3] < top) free.push(i); });
  return openRest(before, body, free, BODY_ONLY);
}

/** Furniture is gone from the words by now: what is left in the margin is text, and parts the tables above and below it. */
const BODY_ONLY = { isFurniture: (): boolean => false };

/** Tags decide the levels where they name this share of the headings that can be seen. */
const TAGS_DECIDE = 0.7;

function withHeadings(blocks: readonly Block[], tagged: ReadonlyMap<number, number>): Block[] {
  const outer = blocks.filter((b): b is Paragraph => b.type === 'paragraph');
  const all = blocks.flatMap((b) => (b.type === 'paragraph' ? [b] : b.cells.flatMap((c) => c.blocks.filter((x): x is Paragraph => x.type === 'paragraph'))));
  const levels = headingsOf(outer, bodyLookOf(all), new Set(outer.flatMap((p, i) => (tagged.has(p.id) ? [i] : []))));
  const found = new Map([...levels].map(([i, level]) => [outer[i]!.id, level]));
  const named = [...found.keys()].filter((id) => tagged.has(id)).length;
  const decide = named >= 2 && named >= TAGS_DECIDE * found.size;
  return blocks.map((b): Block => {
    if (b.type !== 'paragraph') return b;
    const level = found.get(b.id), tag = tagged.get(b.id);
    if (level === undefined) return b;
    return { ...b, heading: { level: decide && tag !== undefined ? tag : level, by: tag !== undefined ? 'tag' : 'looks' } };
  });
}

function setApart(number: () => number, page: number, words: readonly Word[], why: string): SetApart {
  const lines = linesOf(words, page);
  return { id: number(), text: tidy(lines.map(lineText).join(' ')), at: { in: 'page', page, box: boxAround(words.map((w) => w.box)) }, why };
}

/** Ids in reading order: blocks first, cells' blocks after their table, then furniture and hidden text. */
function renumbered(blocks: readonly Block[], furniture: readonly SetApart[], hidden: readonly SetApart[]): Pick<ReadPages, 'blocks' | 'furniture' | 'hidden'> {
  let next = 1;
  const visit = (b: Block): Block => {
    const id = next++;
    if (b.type === 'paragraph') return { ...b, id };
    return { ...b, id, cells: b.cells.map((c): Cell => ({ ...c, blocks: c.blocks.map(visit) })) };
  };
  return { blocks: blocks.map(visit), furniture: furniture.map((f) => ({ ...f, id: next++ })), hidden: hidden.map((h) => ({ ...h, id: next++ })) };
}
