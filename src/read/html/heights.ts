/**
 * How far down a cell each of its paragraphs stands, estimated from the cell's width, the size of its letters and the empty paragraphs between. Only asked
 * for in rows whose author padded a cell with empty paragraphs, to bring values beside what they belong to. Pure.
 */
import type { Block } from '../../paper/model.js';
import { lineCount } from '../docx/heights.js';

/** Size of letters where the page names none: browsers' and Word's 12 points. */
const USUAL_SIZE = 12;
/** Height of a line against the size of its letters. */
const LINE = 1.15;
export class CellHeights {
  readonly #width: number | undefined;
  readonly #places = new Map<number, { top: number; bottom: number }>();
  #y = 0;
  /** An empty paragraph stands between, or above, those with text. */
  padded = false;
  #blank = 0;

  /** @param width of the cell's text in points; undefined where the page does not say */
  constructor(width: number | undefined) { this.#width = width; }

  get isKnown(): boolean { return this.#width !== undefined; }

  blank(size: number): void { this.#blank += size * LINE; }

  add(id: number, text: string, size: number | undefined, bold: boolean): void {
    if (this.#width === undefined) return;
    const letters = size ?? USUAL_SIZE;
    if (this.#blank > 0) this.padded = true;
    const top = this.#y + this.#blank;
    this.#blank = 0;
    this.#y = top + lineCount(text, this.#width, letters, '', bold) * letters * LINE;
    this.#places.set(id, { top: Math.round(top), bottom: Math.round(this.#y) });
  }

  /** The blocks with their places. */
  placed(blocks: readonly Block[]): Block[] {
    return blocks.map((b) => (b.type === 'paragraph' ? { ...b, ...this.#places.get(b.id) } : b));
  }
}
