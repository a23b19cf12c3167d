/** What every reporter is given, and its signature. */
import type { Finding } from '../finding.js';

/** A paper that was checked, or could not be read. */
export interface Checked {
  /** As the user named it: a path relative to where the command runs, with forward slashes. */
  readonly file: string;
  /** Format of the source ("pdf", "text" …); absent where it could not be read. */
  readonly format?: string;
  readonly findings: readonly Finding[];
  /** Why it could not be read. */
  readonly failure?: { readonly code: string; readonly message: string };
}

export interface About { readonly version: string; /** Paint for a terminal; plain text where it is none. */ readonly paint?: Paint }
export interface Paint { error(text: string): string; warning(text: string): string; info(text: string): string; dim(text: string): string; bold(text: string): string }

/** Turns what was found into the text of a report. Pure. */
export type Reporter = (papers: readonly Checked[], about: About) => string;

/** Page and box of a PDF locator, lines of a text locator. */
export interface Place { readonly page?: number; readonly box?: readonly [number, number, number, number]; readonly line?: number; readonly endLine?: number }

/** What a locator says, in numbers. Lines are counted from 1 (RFC 5147 counts the gaps between lines). */
export function placeOf(at: string | undefined): Place {
  const page = /^#page=(\d+)(?:&viewrect=(-?[\d.]+),(-?[\d.]+),([\d.]+),([\d.]+))?/.exec(at ?? '');
  if (page) {
    const box = page[2] === undefined ? undefined : [Number(page[2]), Number(page[3]), Number(page[4]), Number(page[5])] as const;
    return { page: Number(page[1]), ...(box ? { box } : {}) };
  }
  const line = /^#line=(\d+),(\d+)/.exec(at ?? '');
  return line ? { line: Number(line[1]) + 1, endLine: Number(line[2]) } : {};
}

/** A locator in words: "page 3", "line 12", "paragraph 4", "table 1, row 2, cell 3". */
export function inWords(at: string | undefined): string {
  const { page, line } = placeOf(at);
  if (page !== undefined) return `page ${page}`;
  if (line !== undefined) return `line ${line}`;
  const rest = (at ?? '').replace(/^#/, '');
  return rest.split('&').map((p) => p.replace('=', ' ')).join(', ');
}
