/** Sets type on made-up pages: text at a place becomes glyphs half an em wide, as an engine would hand them over. */
import type { Box } from '../../../../src/paper/locator.js';
import type { Fill, Glyph, Image, Link, PageGeometry, Ruling } from '../../../../src/read/pdf/geometry.js';

export interface Type {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly colour?: number;
  readonly angle?: number;
  readonly font?: string;
  readonly unseen?: Glyph['unseen'];
  readonly artifact?: boolean;
  readonly unmapped?: boolean;
  readonly mcid?: number;
}

/** Width of a set line, in points. */
export const widthOf = (text: string, size = 10): number => [...text].length * size * 0.5;

export class Sheet {
  readonly glyphs: Glyph[] = [];
  readonly rulings: Ruling[] = [];
  readonly fills: Fill[] = [];
  readonly images: Image[] = [];
  readonly links: Link[] = [];

  constructor(readonly number = 1, readonly width = 595, readonly height = 842) {}

  /** Sets one line whose baseline is at `y`, from `x`. */
  set(text: string, x: number, y: number, type: Type = {}): this {
    const size = type.size ?? 10;
    let at = x;
    let spaced = true;
    for (const ch of text) {
      if (ch !== ' ') {
        const box: Box = type.angle === 270 ? [y - size * 0.8, x - (at - x) - size * 0.5, y + size * 0.2, x - (at - x)] : [at, y - size * 0.8, at + size * 0.5, y + size * 0.2];
        this.glyphs.push({
          text: ch, box, baseline: type.angle === 270 ? box[3] : y, size, font: type.font ?? 'Text', bold: type.bold ?? false, italic: type.italic ?? false, colour: type.colour ?? 0, angle: type.angle ?? 0,
          order: this.glyphs.length, ...(spaced && { spaceBefore: true }), ...(type.unseen && { unseen: type.unseen }), ...(type.artifact && { artifact: true }),
          ...(type.unmapped && { unmapped: true }), ...(type.mcid !== undefined && { mcid: type.mcid }),
        });
      }
      spaced = ch === ' ';
      at += size * 0.5;
    }
    return this;
  }

  /** Sets running text in lines of at most `measure` points, `pitch` apart; returns the baseline below the last line. */
  run(text: string, x: number, y: number, measure: number, type: Type & { readonly pitch?: number; readonly hang?: number } = {}): number {
    const size = type.size ?? 10, pitch = type.pitch ?? size * 1.2;
    let line = '', left = x;
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && left + widthOf(longer, size) > x + measure) {
        this.set(line, left, y, type);
        y += pitch;
        line = word;
        left = x + (type.hang ?? 0);
      } else line = longer;
    }
    this.set(line, left, y, type);
    return y + pitch;
  }

  rule(from: number, to: number, at: number, direction: Ruling['direction'] = 'horizontal', colour = 0): this {
    this.rulings.push({ direction, at, from, to, thickness: 0.5, colour });
    return this;
  }

  shade(box: Box, colour = 0xdddddd): this {
    this.fills.push({ box, colour, order: 0 });
    return this;
  }

  link(box: Box, uri: string): this {
    this.links.push({ box, uri });
    return this;
  }

  page(): PageGeometry {
    return { number: this.number, width: this.width, height: this.height, rotation: 0, glyphs: this.glyphs, rulings: this.rulings, fills: this.fills, images: this.images, links: this.links, annotations: [], tags: [] };
  }
}

/** Invented running text of any length: sentences about a harbour board. */
export function prose(sentences: number): string {
  const all = [
    'The harbour board met twice in the spring and looked at the state of the eastern quay in some detail.',
    'Members heard that the dredging had been put off until the tides allow the larger barge to come in.',
    'It was felt that the ferry office ought to stay open on market days for as long as the season lasts.',
    'A survey of the lighthouse stairs had found nothing that could not be mended with lime and patience.',
  ];
  return Array.from({ length: sentences }, (_, i) => all[i % all.length]!).join(' ');
}
