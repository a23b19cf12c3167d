/** A text's lines with their numbers, and which of them are furniture: page numbers, running heads and feet of a dump of pages. Pure. */
import { fold } from '../../paper/text.js';

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** As it stands, without its line end; trailing spaces and tabs are still there. */
  readonly raw: string;
  /** `raw` trimmed. */
  readonly text: string;
  /** White space before the text, in columns; a tab goes to the next multiple of four. */
  readonly indent: number;
  /** A form feed stands before it: it begins a page. */
  readonly newPage: boolean;
  /** Set apart as furniture, and why. */
  readonly apart?: 'page-number' | 'header' | 'footer';
}

const TAB_COLUMNS = 4;
/** Lines at either end of a page that can be a running head or foot. */
const EDGE_LINES = 3;
/** Pages on which a line must come again to be a running head or foot: two may be chance. */
const REPEATS = 3;

export function splitLines(text: string): Line[] {
  const out: Line[] = [];
  let newPage = false;
  const raws = text.split(/\r\n|\n|\r/);
  for (const [i, whole] of raws.entries()) {
    const cut = whole.lastIndexOf('\f');
    if (cut >= 0) newPage = true;
    const raw = whole.replace(/[\f\v]/g, ' ');
    const line = raw.trim();
    if (cut >= 0 && line !== '' && whole.slice(cut + 1).trim() === '') {
      out.push(makeLine(i + 1, raw, line, false)); // a form feed at the end of a line begins the page after it
      continue;
    }
    out.push(makeLine(i + 1, raw, line, newPage));
    newPage = newPage && line === '';
  }
  return out;
}

/** A line of the source; `text` is `raw` trimmed. */
export function makeLine(number: number, raw: string, text: string, newPage: boolean): Line {
  let indent = 0;
  for (const c of raw) {
    if (c === '\t') indent += TAB_COLUMNS - (indent % TAB_COLUMNS);
    else if (/\s/u.test(c)) indent++;
    else break;
  }
  return { number, raw, text, indent: text === '' ? 0 : indent, newPage };
}

const PAGE_OF = /^[-–—\s]*page\s+(\d{1,4})(?:\s*(?:of|\/)\s*(\d{1,4}))?[-–—\s]*$/i;
const LONE_NUMBER = /^[-–—\s]*(\d{1,4})[-–—\s]*$/;

/**
 * Marks the lines that are furniture: "Page 3 of 9" where such lines count up; at the edges of pages parted by form feeds, lone
 * page numbers and lines that come again, but for their numbers, on three pages or more.
 */
export function markFurniture(lines: readonly Line[]): Line[] {
  const why = new Map<number, NonNullable<Line['apart']>>();
  const counted = lines.flatMap((line, i) => {
    const m = PAGE_OF.exec(line.text);
    return m ? [{ i, page: Number(m[1]), of: m[2] }] : [];
  });
  const rising = counted.length > 0 && counted.every((c, k) => k === 0 || c.page === (counted[k - 1]?.page ?? 0) + 1);
  if (rising && (counted.length > 1 || counted[0]?.of !== undefined)) for (const c of counted) why.set(c.i, 'page-number');
  const pages = pagesOf(lines);
  if (pages.length > 1) markEdges(lines, pages, why);
  return lines.map((line, i) => {
    const apart = why.get(i);
    return apart ? { ...line, apart } : line;
  });
}

function pagesOf(lines: readonly Line[]): number[][] {
  const pages: number[][] = [[]];
  for (const [i, line] of lines.entries()) {
    if (line.newPage && (pages.at(-1)?.length ?? 0) > 0) pages.push([]);
    if (line.text !== '') pages.at(-1)?.push(i);
  }
  return pages;
}

function markEdges(lines: readonly Line[], pages: readonly number[][], why: Map<number, NonNullable<Line['apart']>>): void {
  const seen = new Map<string, number>();
  // Rows of a table that goes on are no running heads, and a short page is not all edge.
  const edges = pages.map((page) => {
    const n = Math.max(1, Math.min(EDGE_LINES, Math.floor(page.length / 3)));
    const edge = (indices: number[]): number[] => indices.filter((i) => !/[\t|]/.test(lines[i]?.raw ?? ''));
    return { head: edge(page.slice(0, n)), foot: edge(page.slice(n).slice(-n)) };
  });
  const key = (side: string, i: number): string => {
    const text = fold(lines[i]?.text ?? '');
    return `${side} ${/\bpage\b|\d\s*(?:of|\/)\s*\d/.test(text) ? text.replace(/\d+/g, '#') : text}`;
  };
  for (const { head, foot } of edges) {
    for (const k of new Set([...head.map((i) => key('head', i)), ...foot.map((i) => key('foot', i))])) seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  for (const [p, { head, foot }] of edges.entries()) {
    for (const [side, indices] of [['head', head], ['foot', foot]] as const) {
      // From the outside in: what stands inside a line of the body is body.
      for (const i of side === 'head' ? indices : [...indices].reverse()) {
        const line = lines[i];
        if (!line || why.has(i)) continue;
        const lone = LONE_NUMBER.exec(line.text);
        if (lone && nextPageToo(lines, edges, p, Number(lone[1]))) why.set(i, 'page-number');
        else if (!lone && (seen.get(key(side, i)) ?? 0) >= REPEATS) {
          // The first page's is the paper's own masthead or title; what comes again is not.
          if (p > 0 || side === 'foot') why.set(i, side === 'head' ? 'header' : 'footer');
        } else break;
      }
    }
  }
}

/** True where a neighbouring page bears, at its edge, the number before or after this one. */
function nextPageToo(lines: readonly Line[], edges: readonly { head: number[]; foot: number[] }[], page: number, number: number): boolean {
  return [-1, 1].some((step) => {
    const edge = edges[page + step];
    return edge !== undefined && [...edge.head, ...edge.foot].some((i) => Number(LONE_NUMBER.exec(lines[i]?.text ?? '')?.[1] ?? NaN) === number + step);
  });
}
