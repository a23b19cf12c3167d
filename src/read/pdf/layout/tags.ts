/**
 * Reads the tags of a page and says whether they may be believed: what share of the text they hold, whether they run with the page, whether
 * they say anything beyond "paragraph". Where they are sane they decide order, headings, lists, tables and furniture. Pure.
 */
import { boxAround, type Box } from '../../../paper/locator.js';
import type { Glyph, PageGeometry } from '../geometry.js';
import { byContent, boxOf, nodesOf, type TaggedArtifact, type TaggedNode } from './tags-tree.js';

export { boxOf, glyphsOf } from './tags-tree.js';
export type { GlyphIndexes, TaggedArtifact, TaggedFigure, TaggedHeading, TaggedItem, TaggedNode, TaggedParagraph } from './tags-tree.js';
export { printedColumn } from './tags-tables.js';
export type { TaggedCell, TaggedTable } from './tags-tables.js';

export interface PageTags {
  /** Tags decide on this page: enough of the text is tagged, in the page's order, and the tags tell more than paragraphs. */
  readonly usable: boolean;
  /** Why, or why not, in words for `inspect`. */
  readonly why: string;
  /** The order of the nodes runs with the page. */
  readonly ordered: boolean;
  /** The tags name headings, lists, tables or figures, not paragraphs alone. */
  readonly structured: boolean;
  /** Paragraph tags hold whole paragraphs, not one line each. */
  readonly paragraphs: boolean;
  /** Part of the visible glyphs that is tagged, artifacts included; 0 to 1. */
  readonly share: number;
  /** Blocks in the order of the tags; artifacts marked on the page without a tag are not among them but in `artifacts`. */
  readonly nodes: readonly TaggedNode[];
  /** Text marked as an artifact on the page, run by run in the order of drawing. */
  readonly artifacts: readonly TaggedArtifact[];
  /** Visible glyphs that no tag and no artifact holds: stamps of page numbers, drawings. Geometry places them. */
  readonly untagged: readonly number[];
}

/** Part of the visible text that must be tagged: a page number stamped on later is less than a hundredth, a forgotten table more than a twentieth. */
const TAGGED_SHARE = 0.95;
/** Part of the steps from block to block that may climb the page: text boxes and side notes are tagged where they are anchored. */
const CLIMBS = 0.15;
/** Fewest climbs that count as wrong order. */
const FEWEST_CLIMBS = 2;
/** Part of the text that artifacts may be, where running heads and feet alone are marked so. */
const ARTIFACT_SHARE = 0.5;
/** Points by which a block may reach above the one before without climbing. */
const SLACK = 4;
/** From how many paragraphs on it is telling that each is one line. */
const FEWEST_PARAGRAPHS = 8;
/** Part of the text's width from which a line is full: the paragraph would run on. */
const FULL_LINE = 0.85;
/** Part of paragraphs of one full line each from which the tags are lines, not paragraphs. */
const LINE_TAGS = 0.5;

/** Reads the tags of one page. */
export function readTags(page: Pick<PageGeometry, 'glyphs' | 'tags'>): PageTags {
  const { glyphs } = page;
  const visible = glyphs.reduce((n, g) => n + (g.unseen ? 0 : 1), 0);
  const content = byContent(glyphs);
  const met = new Set<number>();
  const nodes = nodesOf(page.tags, { glyphs, content, met });
  const artifacts = runsOf(glyphs, (g) => g.artifact === true && !g.unseen);
  const artifactCount = artifacts.reduce((n, a) => n + a.glyphs.length, 0);
  const untagged: number[] = [];
  glyphs.forEach((g, i) => { if (!g.unseen && !g.artifact && (g.mcid === undefined || !met.has(g.mcid))) untagged.push(i); });
  const share = visible === 0 ? 0 : (visible - untagged.length) / visible;

  const structured = nodes.some((n) => n.type !== 'paragraph' && n.type !== 'artifact');
  const climbs = climbsOf(nodes);
  const ordered = !(climbs.up >= FEWEST_CLIMBS && climbs.up > CLIMBS * climbs.steps);
  const paragraphs = !isByLine(nodes, glyphs);
  const verdict = (usable: boolean, why: string): PageTags => ({ usable, why, ordered, structured, paragraphs, share, nodes, artifacts, untagged });

  if (page.tags.length === 0) return verdict(false, 'the page has no tags');
  if (visible === 0) return verdict(false, 'the page shows no text');
  if (share < TAGGED_SHARE) return verdict(false, `only ${percent(share)} of the text is tagged`);
  if (artifactCount > ARTIFACT_SHARE * visible) return verdict(false, `${percent(artifactCount / visible)} of the text is marked as artifact`);
  if (!ordered) return verdict(false, `the tags run against the page in ${climbs.up} of ${climbs.steps} steps`);
  if (!paragraphs) return verdict(false, 'each line is tagged as a paragraph of its own');
  if (!structured) return verdict(false, 'the tags name paragraphs only');
  return verdict(true, `${percent(share)} of the text is tagged, in the page's order: ${summary(nodes)}`);
}

function percent(part: number): string {
  return `${Math.floor(part * 100)} %`;
}

function summary(nodes: readonly TaggedNode[]): string {
  const counts = { headings: 0, items: 0, tables: 0, boxes: 0, doubted: 0 };
  const count = (list: readonly TaggedNode[]): void => {
    for (const n of list) {
      if (n.type === 'heading') counts.headings++;
      else if (n.type === 'item') { counts.items++; count(n.children); }
      else if (n.type === 'figure') count(n.children);
      else if (n.type === 'table') {
        if (n.layout) counts.boxes++;
        else if (n.trusted) counts.tables++;
        else counts.doubted++;
        for (const c of n.cells) count(c.children);
      }
    }
  };
  count(nodes);
  const words = (n: number, one: string, more = `${one}s`): string[] => (n === 0 ? [] : [`${n} ${n === 1 ? one : more}`]);
  const parts = [...words(counts.headings, 'heading'), ...words(counts.items, 'list entry', 'list entries'), ...words(counts.tables, 'table'),
    ...words(counts.boxes, 'table for layout alone', 'tables for layout alone'), ...words(counts.doubted, 'table that the page speaks against', 'tables that the page speaks against')];
  return parts.length === 0 ? 'figures and paragraphs' : parts.join(', ');
}

/** Runs of glyphs drawn one after the other for which the test holds, split where the drawing jumps to another line. */
function runsOf(glyphs: readonly Glyph[], test: (g: Glyph) => boolean): TaggedArtifact[] {
  const runs: TaggedArtifact[] = [];
  let run: number[] = [];
  const flush = (): void => {
    if (run.length > 0) runs.push({ type: 'artifact', glyphs: run, box: boxOf(run, glyphs) });
    run = [];
  };
  let last: Glyph | undefined;
  glyphs.forEach((g, i) => {
    if (!test(g)) return;
    if (last && (g.angle !== last.angle || (g.angle === 0 && Math.abs(g.baseline - last.baseline) > Math.max(g.size, last.size)))) flush();
    run.push(i);
    last = g;
  });
  flush();
  return runs;
}

/** Steps from one block to the next, and how many of them go up the page within the same column. */
function climbsOf(nodes: readonly TaggedNode[]): { steps: number; up: number } {
  let steps = 0;
  let up = 0;
  let before: Box | undefined;
  for (const { box, type } of nodes) {
    if (type === 'artifact' || type === 'figure') continue;
    if (before) {
      steps++;
      const across = Math.min(before[2], box[2]) - Math.max(before[0], box[0]);
      const shared = across > 0.5 * Math.min(before[2] - before[0], box[2] - box[0]);
      if (shared && box[3] <= before[1] + SLACK) up++;
    }
    before = box;
  }
  return { steps, up };
}

/** Converters without knowledge of paragraphs tag line by line: most paragraphs are then one line that fills the column. */
function isByLine(nodes: readonly TaggedNode[], glyphs: readonly Glyph[]): boolean {
  const texts = nodes.flatMap((n) => (n.type === 'paragraph' && n.glyphs.length > 0 ? [n] : []));
  if (texts.length < FEWEST_PARAGRAPHS) return false;
  // The column is as wide as all that stands on the page: short lines beside tables fill none.
  const [left, , right] = boxAround(nodes.filter((n) => n.type !== 'artifact' && n.type !== 'figure').map((n) => n.box));
  const lines = texts.filter((t) => {
    const size = glyphs[t.glyphs[0] ?? 0]?.size ?? 0;
    return t.box[3] - t.box[1] < 1.5 * size && t.box[2] - t.box[0] >= FULL_LINE * (right - left);
  });
  return lines.length > LINE_TAGS * texts.length;
}
