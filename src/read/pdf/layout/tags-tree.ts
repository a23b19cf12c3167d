/**
 * Turns a page's tag tree (ISO 32000-2, 14.8) into the blocks that it states: paragraphs, headings, list entries, tables, figures, each
 * with the glyphs that belong to it. Says nothing yet about whether to believe it; that is `tags.ts`. Pure.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Glyph, Tag } from '../geometry.js';
import { gridOf, type TaggedTable } from './tags-tables.js';

/** Indexes into the page's glyphs, in the order of the tags. Within one paragraph trust the geometry: links are often tagged after the words around them. */
export type GlyphIndexes = readonly number[];

export interface TaggedParagraph {
  readonly type: 'paragraph';
  readonly glyphs: GlyphIndexes;
  readonly box: Box;
  /** What the tag says beyond P. */
  readonly role?: 'caption' | 'note' | 'contents' | 'label';
  /** The paragraph has content on an earlier or a later page. */
  readonly continues?: { readonly before: boolean; readonly after: boolean };
}

export interface TaggedHeading {
  readonly type: 'heading';
  /** 1 is the outermost. */
  readonly level: number;
  readonly glyphs: GlyphIndexes;
  readonly box: Box;
}

export interface TaggedItem {
  readonly type: 'item';
  /** Empty where the mark is part of the body, or not tagged. */
  readonly label: GlyphIndexes;
  /** The first paragraph of the body; may be empty (the body is tagged elsewhere). */
  readonly body: GlyphIndexes;
  /** Lists around it, 0 for the outermost. */
  readonly depth: number;
  /** What follows in the same body: more paragraphs, inner entries, tables. */
  readonly children: readonly TaggedNode[];
  readonly box: Box;
  /** The entry has content on an earlier or a later page. */
  readonly continues?: { readonly before: boolean; readonly after: boolean };
}

export interface TaggedFigure {
  readonly type: 'figure';
  readonly alternate?: string;
  /** Text drawn in the figure that is tagged with nothing finer. */
  readonly glyphs: GlyphIndexes;
  /** Text in shapes is often tagged as paragraphs within the figure. */
  readonly children: readonly TaggedNode[];
  readonly box: Box;
}

/** Text marked as an artifact: running heads and feet, page numbers, watermarks. */
export interface TaggedArtifact {
  readonly type: 'artifact';
  readonly glyphs: GlyphIndexes;
  readonly box: Box;
}

export type TaggedNode = TaggedParagraph | TaggedHeading | TaggedItem | TaggedTable | TaggedFigure | TaggedArtifact;

/** Types that group and mean nothing by themselves. */
const GROUPING: ReadonlySet<string> = new Set(['Document', 'DocumentFragment', 'Part', 'Art', 'Sect', 'Div', 'NonStruct', 'Private', 'BlockQuote', 'TOC', 'Index', 'Aside', 'Form', 'Textbox', 'Workbook', 'Worksheet', 'Slide']);
/** Types that run within a line. */
const INLINE: ReadonlySet<string> = new Set(['Span', 'Quote', 'Link', 'Reference', 'BibEntry', 'Code', 'Annot', 'Em', 'Strong', 'Sub', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Lbl']);
const HEADING = /^H([1-9]\d?)?$/;
/** Deepest nesting that is followed: a list in a list's body may loop. */
const DEEPEST = 100;

/** Glyphs by marked-content id; those that cannot be seen are left out. */
export function byContent(glyphs: readonly Glyph[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  glyphs.forEach((g, i) => {
    if (g.mcid === undefined || g.unseen || g.artifact) return;
    const own = found.get(g.mcid);
    if (own) own.push(i);
    else found.set(g.mcid, [i]);
  });
  return found;
}

/** What reading the tree needs and gathers. */
export interface TreeReading {
  readonly glyphs: readonly Glyph[];
  readonly content: ReadonlyMap<number, readonly number[]>;
  /** Ids met in the tree so far: an id counts where it is met first. */
  readonly met: Set<number>;
}

/** The blocks of a list of tags, in the order of the tree. Blocks without a visible glyph are left out, figures with a description kept. */
export function nodesOf(tags: readonly Tag[], reading: TreeReading): TaggedNode[] {
  const out: TaggedNode[] = [];
  for (const tag of tags) readBlock(tag, reading, 0, 0, out);
  return out;
}

function kidsOf(tag: Tag): readonly (Tag | number)[] {
  return tag.kids ?? [...tag.mcids, ...tag.children];
}

function take(id: number, reading: TreeReading): readonly number[] {
  if (reading.met.has(id)) return [];
  reading.met.add(id);
  return reading.content.get(id) ?? [];
}

/** The box around glyphs. Throws on an empty list. */
export function boxOf(indexes: GlyphIndexes, glyphs: readonly Glyph[]): Box {
  return boxAround(indexes.flatMap((i) => { const g = glyphs[i]; return g ? [g.box] : []; }));
}

function readBlock(tag: Tag, reading: TreeReading, lists: number, depth: number, out: TaggedNode[]): void {
  if (depth > DEEPEST) return;
  const { type } = tag;
  if (type === 'Artifact') {
    const glyphs = allGlyphs(tag, reading, depth);
    if (glyphs.length > 0) out.push({ type: 'artifact', glyphs, box: boxOf(glyphs, reading.glyphs) });
  } else if (type === 'Table') {
    const table = gridOf(tag, { glyphs: reading.glyphs, kidsOf, blocks: (kids) => blocksOf(kids, reading, lists, depth + 1) });
    if (table) out.push(table);
  } else if (type === 'L') {
    for (const kid of kidsOf(tag)) {
      if (typeof kid === 'number') pushText([...take(kid, reading)], reading, out);
      else readBlock(kid, reading, kid.type === 'Caption' ? lists : lists + 1, depth + 1, out);
    }
  } else if (type === 'LI') {
    readItem(tag, reading, Math.max(1, lists), depth, out);
  } else if (type === 'Figure' || type === 'Formula') {
    const inner = blocksOf(kidsOf(tag), reading, lists, depth + 1);
    // What hangs on the figure itself comes as a paragraph without a role.
    const own = inner.filter((n) => n.type === 'paragraph' && !n.role && kidsOf(tag).some((k) => typeof k === 'number'));
    const glyphs = own.flatMap((n) => (n.type === 'paragraph' ? n.glyphs : []));
    const children = inner.filter((n) => !own.includes(n));
    if (inner.length > 0) out.push({ type: 'figure', glyphs, children, box: boxAround(inner.map((n) => n.box)), ...(tag.alternate ? { alternate: tag.alternate } : {}) });
  } else if (type === 'TOCI') {
    const glyphs = allGlyphs(tag, reading, depth);
    if (glyphs.length > 0) out.push({ type: 'paragraph', role: 'contents', glyphs, box: boxOf(glyphs, reading.glyphs) });
  } else {
    const heading = HEADING.exec(type);
    const level = heading ? Number(heading[1] ?? 1) : type === 'Title' ? 1 : 0;
    const role = type === 'Caption' ? 'caption' : type === 'Note' || type === 'FENote' ? 'note' : undefined;
    const blocks = blocksOf(kidsOf(tag), reading, lists, depth + 1);
    out.push(...blocks.map((node): TaggedNode => {
      if (node.type !== 'paragraph' || node.role) return node;
      if (level > 0) return { type: 'heading', level, glyphs: node.glyphs, box: node.box };
      if (role) return { ...node, role };
      return type === 'P' && tag.elsewhere && blocks.length === 1 ? { ...node, continues: tag.elsewhere } : node;
    }));
  }
}

/** The blocks of an element's kids: text and inline elements that follow each other make one paragraph. */
function blocksOf(kids: readonly (Tag | number)[], reading: TreeReading, lists: number, depth: number): TaggedNode[] {
  const out: TaggedNode[] = [];
  if (depth > DEEPEST) return out;
  let text: number[] = [];
  const flush = (): void => {
    pushText(text, reading, out);
    text = [];
  };
  const inline = (list: readonly (Tag | number)[], level: number): void => {
    if (level > DEEPEST) return;
    for (const kid of list) {
      if (typeof kid === 'number') text.push(...take(kid, reading));
      else if (INLINE.has(kid.type) || isPlain(kid)) inline(kidsOf(kid), level + 1);
      else {
        flush();
        readBlock(kid, reading, lists, level + 1, out);
      }
    }
  };
  inline(kids, depth);
  flush();
  return out;
}

/** An element of a type that no standard knows, with text alone in it, runs within its line. */
function isPlain(tag: Tag): boolean {
  return !GROUPING.has(tag.type) && !KNOWN_BLOCKS.has(tag.type) && !HEADING.test(tag.type) && tag.children.length === 0;
}

const KNOWN_BLOCKS: ReadonlySet<string> = new Set(['P', 'Title', 'Caption', 'Note', 'FENote', 'Table', 'L', 'LI', 'LBody', 'Figure', 'Formula', 'TOCI', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Artifact']);

function pushText(glyphs: number[], reading: TreeReading, out: TaggedNode[]): void {
  if (glyphs.length > 0) out.push({ type: 'paragraph', glyphs, box: boxOf(glyphs, reading.glyphs) });
}

function readItem(tag: Tag, reading: TreeReading, lists: number, depth: number, out: TaggedNode[]): void {
  const label: number[] = [];
  const rest: TaggedNode[] = [];
  let loose: (Tag | number)[] = [];
  const body = (): void => {
    rest.push(...blocksOf(loose, reading, lists, depth + 1));
    loose = [];
  };
  for (const kid of kidsOf(tag)) {
    if (typeof kid !== 'number' && kid.type === 'Lbl') {
      body();
      label.push(...allGlyphs(kid, reading, depth + 1));
    } else if (typeof kid !== 'number' && kid.type === 'LBody') {
      body();
      rest.push(...blocksOf(kidsOf(kid), reading, lists, depth + 1));
    } else loose.push(kid);
  }
  body();
  const [first] = rest;
  const text = first?.type === 'paragraph' ? first.glyphs : [];
  const children = text.length > 0 ? rest.slice(1) : rest;
  if (label.length === 0 && text.length === 0) {
    // An entry that only holds other blocks (a list in a list's body) is no entry of its own.
    out.push(...children);
    return;
  }
  out.push({
    type: 'item', label, body: text, depth: lists - 1, children,
    box: boxAround([...(label.length > 0 ? [boxOf(label, reading.glyphs)] : []), ...(text.length > 0 ? [boxOf(text, reading.glyphs)] : []), ...children.map((c) => c.box)]),
    ...(tag.elsewhere ? { continues: tag.elsewhere } : {}),
  });
}

function allGlyphs(tag: Tag, reading: TreeReading, depth: number): number[] {
  if (depth > DEEPEST) return [];
  return kidsOf(tag).flatMap((kid) => (typeof kid === 'number' ? [...take(kid, reading)] : allGlyphs(kid, reading, depth + 1)));
}

/** Every glyph of a node, those of its children included. */
export function glyphsOf(node: TaggedNode): number[] {
  switch (node.type) {
    case 'item': return [...node.label, ...node.body, ...node.children.flatMap(glyphsOf)];
    case 'figure': return [...node.glyphs, ...node.children.flatMap(glyphsOf)];
    case 'table': return [...node.loose.flatMap(glyphsOf), ...node.cells.flatMap((c) => c.children.flatMap(glyphsOf))];
    default: return [...node.glyphs];
  }
}
