/**
 * Pages of marks to the blocks of a paper: the chain of all layout stages. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box, type Locator } from '../../../paper/locator.js';
import { isLayout, openLayouts } from '../../../paper/layout.js';
import type { Block, Cell, Diagnostic, Paper, Paragraph, SetApart, Table } from '../../../paper/model.js';
import { tidy } from '../../../paper/text.js';
import type { Glyph, PageGeometry } from '../geometry.js';
import { joinBreaks, joinedDraft } from './breaks.js';
import { tableOf, type TableShape } from './cells.js';
import { compose, type Inks } from './compose.js';
import { decorationsOf, type Decoration } from './decoration.js';
import { marginsOf, passagesOf, stretchesOf, type PageContent } from './flow.js';
import { furnitureOf } from './furniture.js';
import { bodyLookOf, headingsOf } from './headings.js';
import { hyphensOf } from './hyphens.js';
import { linesOf, lineText, prevailing } from './lines.js';
import { pitchOf, type Tie } from './paragraphs.js';
import { evidenceOf, speaksAgainst, tablesFromTags, tieOf, type TagEvidence } from './tag-evidence.js';
import { findTables } from './tables/find.js';
import { joinTables, type JoinedTable } from './tables/join.js';
import { readTags, type PageTags } from './tags.js';
import { wordsOf, type Word } from './words.js';

export type ReadPages = Pick<Paper, 'blocks' | 'furniture' | 'hidden' | 'diagnostics'> & { readonly reading: NonNullable<Paper['reading']> };

/** A picture that covers this share of a page makes text without ink on it the text of a scan. */
const SCAN = 0.5;

interface ReadPage {
  readonly geometry: PageGeometry;
  readonly words: readonly Word[];
  readonly scanned: boolean;
  readonly tags: PageTags;
  readonly evidence?: TagEvidence | undefined;
}

const area = (b: Box): number => Math.max(0, b[2] - b[0]) * Math.max(0, b[3] - b[1]);

/** The blocks, furniture and hidden text of the pages, which come in order. */
export function paperOf(geometries: readonly PageGeometry[]): ReadPages {
  let next = 0;
  const number = (): number => next++;
  const diagnostics: Diagnostic[] = [];
  const hidden: SetApart[] = [];
  const furniture: SetApart[] = [];
  const reading: { page: number; by: string; why: string }[] = [];

  const pages = geometries.map((geometry): ReadPage => {
    const scanned = isScan(geometry);
    const words = wordsOf(geometry.glyphs, { rulings: geometry.rulings, ...(scanned && { include: (g: Glyph) => g.unseen === undefined || g.unseen === 'invisible' || g.unseen === 'covered' }) });
    diagnostics.push(...pageDiagnostics(geometry, scanned));
    const tags = readTags(geometry);
    return { geometry, words, scanned, tags, evidence: scanned ? undefined : evidenceOf(tags, words) };
  });

  const apart = furnitureOf(pages.map(({ geometry: g, words }) => ({ number: g.number, width: g.width, height: g.height, words, rulings: g.rulings, fills: g.fills })));

  const contents = pages.map(({ geometry: g, words, evidence }) => {
    const taken = new Set((apart.get(g.number) ?? []).flatMap((f) => f.words));
    const body = words.filter((w) => !taken.has(w));
    const found = findTables({ words: body, rulings: g.rulings, fills: g.fills, images: g.images, width: g.width, height: g.height });
    const { boxes } = found;
    const tables = evidence ? found.tables.filter((t) => !speaksAgainst(evidence, t, body)) : [...found.tables];
    if (evidence) {
      const held = new Set(tables.flatMap((t) => t.cells.flatMap((c) => c.words.map((i) => body[i]!))));
      tables.push(...tablesFromTags(evidence, body, held));
      tables.sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
    }
    const inTables = new Set(tables.flatMap((t) => t.cells.flatMap((c) => c.words)));
    const content: PageContent = {
      number: g.number, width: g.width, height: g.height, words: body.filter((_, i) => !inTables.has(i)), fills: g.fills, tables: tables.map((t) => t.box), boxes,
    };
    return { content, tables, body };
  });

  const decorations = new Map<Word, Decoration>();
  for (const { geometry: g, words } of pages) for (const [w, d] of decorationsOf(words, g.rulings, g.links)) decorations.set(w, d);

  const laid = contents.map(({ content }) => ({ page: content, stretches: stretchesOf(content) }));
  const cellLines = contents.flatMap(({ content, tables, body }) => tables.flatMap((t) => t.cells.filter((c) => c.words.length > 0).map((c) => linesOf(c.words.map((i) => body[i]!), content.number))));
  const bodyLines = laid.flatMap((l) => l.stretches.map((s) => s.lines).filter((lines) => lines.length > 0));
  const pitch = pitchOf([...bodyLines, ...cellLines]);
  const size = prevailing([...bodyLines, ...cellLines].flat(), (l) => Math.round(l.size * 2) / 2, (l) => lineText(l).length);
  const inks: Inks = { hyphens: hyphensOf([...bodyLines, ...cellLines].flatMap((lines) => lines.map((l) => l.words.map((w) => w.text)))), decorations };

  const margins = marginsOf(laid);
  const evidences = new Map(pages.flatMap((p) => (p.evidence ? [[p.geometry.number, p.evidence] as const] : [])));
  const tie: Tie = (above, line) => { const e = above.page === line.page ? evidences.get(line.page) : undefined; return e && tieOf(e, above, line); };
  const groups = laid.flatMap(({ page, stretches }) => passagesOf(page, stretches, margins, pitch, size, tie));
  const wordsOn = new Map(contents.map((c) => [c.content.number, c.body]));
  const listed = contents.flatMap(({ content, tables, body }) => tables.map((table, index) => ({ page: content.number, height: content.height, words: body, table, index })));
  const joinedTables = joinTables(listed);
  /** By page and place on it: the joined table, at the first of its parts only. */
  const starts = new Map(joinedTables.map((t) => { const first = listed[t.of[0]!]!; return [`${first.page} ${first.index}`, t] as const; }));
  const images = new Map(geometries.map((g) => [g.number, g.images]));
  let bands = 0;
  const bandIds = new Map<string, number>();
  const bandOf = (page: number, band: number): number => {
    const key = `${page} ${band}`;
    if (!bandIds.has(key)) bandIds.set(key, bands++);
    return bandIds.get(key)!;
  };

  const blocks: Block[] = [];
  const taggedHeadings = new Map<number, number>();
  let lastLeaf: number | undefined;
  for (const passage of joinBreaks(groups)) {
    if (passage.kind === 'table') {
      const table = starts.get(`${passage.page} ${passage.table}`);
      if (table) blocks.push(tableOf(shapeOf(table, wordsOn), pitch, inks, number, (page) => images.get(page) ?? [], tie));
      continue;
    }
    const parts = passage.kind === 'joined' ? passage.passages : [passage];
    const first = parts[0]!;
    const id = number();
    const draft = joinedDraft(parts);
    const opening = draft.lines[0]!;
    const leaf = evidences.get(opening.page)?.leafOf(opening.words[0]!);
    if (leaf?.heading !== undefined) taggedHeadings.set(id, leaf.heading);
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
  for (const { geometry: g, words, scanned, tags, evidence } of pages) {
    for (const f of apart.get(g.number) ?? []) furniture.push(setApart(number, g.number, f.words, f.why));
    for (const a of g.annotations) { const text = tidy(a.text); if (text) furniture.push({ id: number(), text, at: { in: 'page', page: g.number, box: a.box }, why: 'annotation' }); }
    hidden.push(...hiddenOf(g, words, scanned, number));
    reading.push({ page: g.number, by: evidence ? 'tags' : 'geometry', why: scanned ? 'the text of a scan' : tags.why });
  }
  return { ...renumbered(headed, furniture, hidden), diagnostics, reading };
}

/** A page whose only text lies unseen over (or under) a picture of it. */
function isScan(g: PageGeometry): boolean {
  if (g.glyphs.length === 0 || g.glyphs.some((x) => x.unseen === undefined)) return false;
  return g.images.some((i) => area(i.box) > SCAN * g.width * g.height) && g.glyphs.some((x) => x.unseen === 'invisible' || x.unseen === 'covered');
}

function pageDiagnostics(g: PageGeometry, scanned: boolean): Diagnostic[] {
  const at: Locator = { in: 'page', page: g.number, box: [0, 0, g.width, g.height] };
  const out: Diagnostic[] = [];
  const unmapped = g.glyphs.filter((x) => x.unmapped && x.unseen === undefined);
  if (unmapped.length > 0) {
    const fonts = [...new Set(unmapped.map((x) => x.font))].sort().join(', ');
    out.push({ rule: 'unmapped-glyphs', severity: 'warning', message: `${unmapped.length} glyph${unmapped.length > 1 ? 's' : ''} on page ${g.number} cannot be told for certain: the font (${fonts}) has no Unicode map.`, at: { in: 'page', page: g.number, box: boxAround(unmapped.map((x) => x.box)) } });
  }
  if (scanned) out.push({ rule: 'scanned-page', severity: 'warning', message: `Page ${g.number} is a picture; its text comes from text recognition and may be wrong.`, at });
  else if (g.glyphs.length === 0 && g.images.length > 0) out.push({ rule: 'page-without-text', severity: 'warning', message: `Page ${g.number} is a picture without text.`, at });
  return out;
}

/** A joined table as the cells' builder takes it: each row knows where it begins on each page, and how high it is on the pages before. */
function shapeOf(table: JoinedTable, wordsOn: ReadonlyMap<number, readonly Word[]>): TableShape {
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

/** Text that cannot be seen, line by line, with the reason. */
function hiddenOf(g: PageGeometry, seen: readonly Word[], scanned: boolean, number: () => number): SetApart[] {
  if (!g.glyphs.some((x) => x.unseen)) return [];
  const used = scanned ? new Set(seen.flatMap((w) => w.glyphs)) : undefined;
  const out: SetApart[] = [];
  for (const why of ['invisible', 'clipped', 'covered', 'white'] as const) {
    const words = wordsOf(g.glyphs, { include: (x, i) => x.unseen === why && !used?.has(i) });
    for (const line of linesOf(words, g.number)) out.push(setApart(number, g.number, line.words, why));
  }
  return out.filter((h) => h.text !== '');
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
