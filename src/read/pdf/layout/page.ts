/**
 * One page's marks to words, with all that later stages ask of the page: evidence from its tags, what cannot be seen, what is not certain. Glyphs are
 * forgotten here, so that a pack of a thousand pages fits in memory. Pure. Coordinates are PDF points, origin top left, y downwards.
 */
import { boxAround, type Box, type Locator } from '../../../paper/locator.js';
import type { Diagnostic, SetApart } from '../../../paper/model.js';
import { tidy } from '../../../paper/text.js';
import type { Annotation, Fill, Glyph, Image, Link, PageGeometry, Ruling } from '../geometry.js';
import { withAccents } from './accents.js';
import { linesOf, lineText } from './lines.js';
import { evidenceOf, type TagEvidence } from './tag-evidence.js';
import { readTags } from './tags.js';
import { wordsOf, type Word } from './words.js';

export interface ReadPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly rulings: readonly Ruling[];
  readonly fills: readonly Fill[];
  readonly images: readonly Image[];
  readonly links: readonly Link[];
  readonly annotations: readonly Annotation[];
  /** What can be seen; without their glyphs. */
  readonly words: readonly Word[];
  readonly evidence?: TagEvidence | undefined;
  /** How the page is read, and why so. */
  readonly by: 'tags' | 'geometry';
  readonly why: string;
  readonly hidden: readonly Omit<SetApart, 'id'>[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A picture that covers this share of a page makes text without ink on it the text of a scan. */
const SCAN = 0.5;

/** Rulings beyond which a page is a drawing, not a form: a dense spreadsheet that draws four sides of every cell has some 5,000. */
const MOST_RULINGS = 15_000;

const NONE: readonly number[] = [];
const area = (b: Box): number => Math.max(0, b[2] - b[0]) * Math.max(0, b[3] - b[1]);

/** Reads one page. */
export function pageOf(page: PageGeometry): ReadPage {
  const drawn = page.rulings.length > MOST_RULINGS;
  const glyphs = withAccents(page.glyphs);
  const g: PageGeometry = drawn ? { ...page, glyphs, rulings: [], fills: [] } : glyphs === page.glyphs ? page : { ...page, glyphs };
  const scanned = isScan(g);
  const full = wordsOf(g.glyphs, { rulings: g.rulings, ...(scanned && { include: (x: Glyph) => x.unseen === undefined || x.unseen === 'invisible' || x.unseen === 'covered' }) });
  const tags = readTags(g);
  const evidence = scanned ? undefined : evidenceOf(tags, full, g.glyphs.length);
  const hidden = hiddenOf(g, full, scanned);
  return {
    number: g.number, width: g.width, height: g.height, rulings: g.rulings, fills: g.fills, images: g.images, links: g.links, annotations: g.annotations, words: withoutGlyphs(full), evidence,
    by: evidence ? 'tags' : 'geometry', why: scanned ? 'the text of a scan' : tags.why,
    hidden, diagnostics: [...pageDiagnostics(g, scanned), ...(drawn ? [tooDrawn(page)] : [])],
  };
}

/** The same words, which forget their glyphs: they are this page's own, and a pack's words made twice cost a tenth of its reading. */
function withoutGlyphs(words: readonly { -readonly [K in keyof Word]: Word[K] }[]): readonly Word[] {
  for (const w of words) w.glyphs = NONE;
  return words;
}

/** A page whose only text lies unseen over (or under) a picture of it. */
function isScan(g: PageGeometry): boolean {
  if (g.glyphs.length === 0 || g.glyphs.some((x) => x.unseen === undefined)) return false;
  return g.images.some((i) => area(i.box) > SCAN * g.width * g.height) && g.glyphs.some((x) => x.unseen === 'invisible' || x.unseen === 'covered');
}

/** Tables are not looked for among so many lines; the text is read all the same. */
const tooDrawn = (page: PageGeometry): Diagnostic => ({
  rule: 'rulings-left-out', severity: 'warning', message: `Page ${page.number} draws ${page.rulings.length} lines, as a picture does and no table: they were left out of account.`,
  at: { in: 'page', page: page.number, box: [0, 0, page.width, page.height] },
});

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

/** Text that cannot be seen, line by line, with the reason. */
function hiddenOf(g: PageGeometry, seen: readonly Word[], scanned: boolean): Omit<SetApart, 'id'>[] {
  if (!g.glyphs.some((x) => x.unseen)) return [];
  const used = scanned ? new Set(seen.flatMap((w) => w.glyphs)) : undefined;
  const out: Omit<SetApart, 'id'>[] = [];
  for (const why of ['invisible', 'clipped', 'covered', 'white'] as const) {
    const words = wordsOf(g.glyphs, { include: (x, i) => x.unseen === why && !used?.has(i) });
    for (const line of linesOf(words, g.number)) {
      const text = tidy(lineText(line));
      if (text !== '') out.push({ text, at: { in: 'page', page: g.number, box: line.box }, why });
    }
  }
  return out;
}
