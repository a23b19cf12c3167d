/**
 * A web page printed to PDF: its navigation, breadcrumb and foot, told by lines that are nothing but links. Pure.
 * Coordinates are PDF points, origin top left, y downwards.
 */
import type { Link } from '../geometry.js';
import { prevailing, type Line } from './lines.js';
import type { Word } from './words.js';

export interface WebPage {
  readonly number: number;
  readonly height: number;
  readonly words: readonly Word[];
  readonly links: readonly Link[];
}

/** A line of navigation has at least so many links, */
const LINKS = 3;
/** which take up this share of its words. */
const LINKED = 0.6;
/** The site's head stands within this share of the first page, its foot within this share of the last. */
const HEAD = 0.3;
const FOOT = 0.45;
/** Links of the site below its navigation are set this much smaller than the text of the page. */
const SMALL = 0.85;

const SEPARATOR = /^[>|/\\\u00BB\u203A\u2022\u00B7-]+$/u;

/** Lines of site navigation, by page (`linesIn` gives a page's upright lines); empty for a paper that is no web page. */
export function navigationOf<P extends WebPage>(pages: readonly P[], linesIn: (page: P) => readonly Line[]): { page: number; words: readonly Word[] }[] {
  const first = pages[0], last = pages.at(-1);
  if (!first || !last) return [];
  const opening = linesIn(first);
  const menus = opening.filter((l) => l.box[3] < first.height * HEAD && isMenu(l, first.links));
  if (menus.length === 0) return [];
  const out: { page: number; words: readonly Word[] }[] = [];
  const body = prevailing(pages.flatMap((p) => p.words), (w) => Math.round(w.size * 2) / 2, (w) => w.text.length);
  const end = opening.indexOf(menus.at(-1)!);
  for (const [i, line] of opening.entries()) {
    if (i <= end) { out.push({ page: first.number, words: line.words }); continue; }
    if (line.size >= body * 0.95 && !line.bold && !isLinks(line, first.links)) break;
    if (line.size <= body * SMALL && isLinks(line, first.links)) out.push({ page: first.number, words: line.words });
  }
  const closing = linesIn(last);
  const foot = closing.findIndex((l) => l.box[1] > last.height * FOOT && isMenu(l, last.links));
  if (foot >= 0) for (const line of closing.slice(foot)) if (line.size <= body * SMALL) out.push({ page: last.number, words: line.words });
  return out;
}

/** The link that a word lies in. */
function linkOf(word: Word, links: readonly Link[]): Link | undefined {
  const x = (word.box[0] + word.box[2]) / 2, y = (word.box[1] + word.box[3]) / 2;
  return links.find((l) => x > l.box[0] && x < l.box[2] && y > l.box[1] && y < l.box[3]);
}

function isMenu(line: Line, links: readonly Link[]): boolean {
  const words = line.words.filter((w) => !SEPARATOR.test(w.text));
  const found = words.map((w) => linkOf(w, links));
  const distinct = new Set(found.flatMap((l) => (l ? [l.uri ?? String(l.page)] : [])));
  return distinct.size >= LINKS && found.filter(Boolean).length >= LINKED * words.length;
}

function isLinks(line: Line, links: readonly Link[]): boolean {
  const linked = line.words.filter((w) => linkOf(w, links));
  return linked.length > 0 && linked.length >= LINKED * line.words.length && !line.words.some((w) => /@|:\/\//u.test(w.text));
}
