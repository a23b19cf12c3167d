/** The data that the page carries, and helpers over it. Everything is shown as text: nothing from a paper is ever markup or script. */

export interface PageData { readonly number: number; readonly width: number; readonly height: number }
export interface FlowLine { readonly at: string; readonly text: string; readonly heading?: number; readonly cell?: boolean }
export interface Mark { readonly at: string; readonly until?: string }
export type Plain = Record<string, unknown>;
/** A way down into a record: keys of objects, indexes of lists. */
export type Path = readonly string[];
export interface ReviewData {
  readonly record: Plain;
  readonly pages: readonly PageData[];
  readonly flow: readonly FlowLine[];
  /** Where fields of the record's head stand, by their path joined with dots. */
  readonly marks: Readonly<Record<string, Mark>>;
  /** JSON Schemas of the record's kind and of those attached to it. */
  readonly schemas: Readonly<Record<string, Plain>>;
  readonly file: string;
}

/** Reads the data out of the page. */
export function readData(): ReviewData {
  return JSON.parse(document.getElementById('data')?.textContent ?? '{}') as ReviewData;
}

/** The bytes of a page's picture. Each picture has an element of its own, so that opening the page does not parse them all. */
export function pictureOf(page: number): Blob {
  const bytes = Uint8Array.from(atob(document.getElementById(`picture-${page}`)?.textContent ?? ''), (c) => c.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
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

/** A button that does something. */
export function button(className: string, text: string, act: () => void): HTMLButtonElement {
  const b = element('button', className, text);
  b.type = 'button';
  b.addEventListener('click', act);
  return b;
}

let ids = 0;
/** An id that no other element has. */
export const freshId = (): string => `e${++ids}`;

export const isPlain = (v: unknown): v is Plain => typeof v === 'object' && v !== null && !Array.isArray(v);
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const list = (value: unknown): Plain[] => (Array.isArray(value) ? value.filter(isPlain) : []);
/** "votesFor" as "votes for". */
export const words = (key: string): string => (/^\d+$/.test(key) ? `entry ${Number(key) + 1}` : key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
/** The first part of a text, whole characters. */
export const clip = (value: string, length: number): string => (value.length <= length ? value : `${[...value].slice(0, length - 1).join('').trimEnd()}…`);
