/**
 * Line breaks inside a paragraph (Shift+Enter) at which a reader sees a new paragraph begin: a page or column break, an empty line, an entry of a list typed
 * by hand, the text under a heading that is a first line in bold. Other line breaks only part the lines of one. Pure.
 */
import { entryLines } from '../../paper/typed-lists.js';
import { tidy } from '../../paper/text.js';
import type { Segment } from './runs.js';

/** Text of the segment that stands for a page or column break. */
export const PAGE_BREAK = '\f';

/** What stands between two breaks. */
interface Line { readonly segments: Segment[]; readonly text: string; readonly newPage: boolean }

/**
 * The parts of a paragraph; one where nothing parts it. An empty part stands for an empty line that is kept for its height.
 * @param isHeading its lines are one heading, whatever parts them but a page break
 * @param pages page breaks count (they do not in a cell)
 */
export function partsOf(segments: readonly Segment[], isHeading: boolean, pages: boolean): Segment[][] {
  const lines = linesOf(segments);
  const entries = isHeading ? new Set<number>() : new Set(entryLines(lines.map((l) => l.text)));
  const parts: Segment[][] = [];
  let open: Segment[] = [];
  let inked = false;
  for (const [i, line] of lines.entries()) {
    const blank = !isHeading && i > 0 && line.text !== '' && lines[i - 1]?.text === '' && inked;
    // In the middle of a sentence a page break moves the rest of the line, no more.
    const paged = pages && line.newPage && inked && line.text !== '' && !/^\p{Ll}/u.test(line.text);
    if (inked && (blank || paged || entries.has(i) || (i === 1 && pages && !isHeading && isHead(lines)))) {
      parts.push(trimmed(open));
      if (blank) parts.push([]);
      open = line.segments.slice(1);
      inked = false;
    } else for (const s of line.segments) open.push(s);
    if (line.text !== '') inked = true;
  }
  parts.push(parts.length === 0 ? [...segments] : open);
  return parts;
}

/** A bold line over text is a heading when it is short. In characters. */
const HEADING_CHARACTERS = 90;
/** Lines under a bold one that are longer than this together, or end as sentences do, are text; a post under a name is none. In characters. */
const TEXT_CHARACTERS = 90;

const boldness = (line: Line): { all: boolean; first: boolean } => {
  const inked = line.segments.filter((s) => s.kind === 'text' && s.text.trim() !== '');
  return { all: inked.length > 0 && inked.every((s) => s.look.bold), first: inked[0]?.look.bold === true };
};

/** True where the first line heads the others: all of it is bold, and plain text follows ("<b>2. Reasons</b>" over "The path is worn."). */
function isHead(lines: readonly Line[]): boolean {
  const [head, next, ...others] = lines;
  if (!head || !next || head.text.length > HEADING_CHARACTERS || /[,;:.–—-]$/u.test(head.text) || !/^[\p{Lu}\p{N}("“‘'£]/u.test(next.text)) return false;
  if (!boldness(head).all || boldness(next).first) return false;
  const under = [next, ...others].map((l) => l.text);
  return under.some((text) => /[.?!;:]["'”’)]?$/u.test(text)) || under.join(' ').length > TEXT_CHARACTERS;
}

function linesOf(segments: readonly Segment[]): Line[] {
  const lines: Line[] = [];
  let own: Segment[] = [];
  let newPage = false;
  const end = (): void => { lines.push({ segments: own, text: tidy(own.map((s) => (s.kind === 'break' ? '' : s.text)).join('')), newPage }); };
  for (const s of segments) {
    if (s.kind === 'break') {
      end();
      own = [s];
      newPage = s.text === PAGE_BREAK;
    } else own.push(s);
  }
  end();
  return lines;
}

/** Without the breaks at its end. */
function trimmed(segments: readonly Segment[]): Segment[] {
  let end = segments.length;
  while (end > 0 && segments[end - 1]?.kind === 'break') end--;
  return segments.slice(0, end);
}
