/** The data that the page carries, and helpers over it. Everything is shown as text: nothing from a paper is ever markup or script. */

export interface PageData { readonly number: number; readonly width: number; readonly height: number; readonly png: string }
export interface FlowLine { readonly at: string; readonly text: string; readonly heading?: number; readonly cell?: boolean }
export type Plain = Record<string, unknown>;
export interface ReviewData { readonly record: Plain; readonly pages: readonly PageData[]; readonly flow: readonly FlowLine[]; readonly file: string }

/** Reads the data out of the page. */
export function readData(): ReviewData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}') as ReviewData;
}

export interface Place { readonly page: number; readonly left: number; readonly top: number; readonly width: number; readonly height: number }

/** Page and box of a PDF locator. */
export function placeOf(at: string): Place | undefined {
  const m = /^#page=(\d+)&viewrect=(\d+),(\d+),(\d+),(\d+)/.exec(at);
  return m ? { page: Number(m[1]), left: Number(m[2]), top: Number(m[3]), width: Number(m[4]), height: Number(m[5]) } : undefined;
}

/** A locator in words. */
export function inWords(at: string): string {
  const place = placeOf(at);
  if (place) return `page ${place.page}`;
  const line = /^#line=(\d+),(\d+)/.exec(at);
  if (line) return `line ${Number(line[1]) + 1}`;
  return at.slice(1).split('&').map((p) => p.replace('=', ' ')).join(', ');
}

/** An element with a class and text. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, className = '', text = ''): HTMLElementTagNameMap[K] {
  const e = document.createElement(name);
  if (className) e.className = className;
  if (text) e.textContent = text;
  return e;
}

/** "votesFor" as "votes for". */
export const words = (key: string): string => key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
