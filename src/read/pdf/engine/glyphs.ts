/** Glyphs on their way from an engine to the page geometry: what both engines hand over before visibility is judged. Pure. */
import type { Box } from '../../../paper/locator.js';

/**
 * Height of a glyph's box above and below the baseline, in parts of its size. One rule for all fonts: what fonts state differs widely
 * (Arial 0.91, Calibri 0.75, some 2.0) and so do the engines' readings of it. Capitals reach 0.72, descenders 0.21.
 */
export const EM_ASCENT = 0.79;
export const EM_DESCENT = 0.21;

/** What glyphs that are drawn together have in common. */
export interface GlyphRun {
  readonly size: number;
  readonly angle: number;
  readonly font: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: number;
  /** 0 to 255. */
  readonly alpha: number;
  /** Text rendering mode; 3 is invisible. */
  readonly mode: number;
  readonly mcid: number;
  readonly artifact: boolean;
  readonly clip?: Box | undefined;
  /** Numbers of the form XObject that the page draws it with and of the one within that, -1 for none: how annotations' text is told apart. */
  readonly form: number;
  readonly inner: number;
  /** Place of its object in the order of drawing. */
  readonly order: number;
  /** Which text object it is of: an engine's handle, good for comparing only. */
  readonly object: number;
}

/** A glyph as read, with what is needed to judge whether it can be seen. Positions in points of the visible page. */
export interface RawGlyph {
  text: string;
  box: Box;
  /** Origin: where the baseline starts. */
  readonly x: number;
  readonly y: number;
  /** Width along the baseline; 0 where it is not known. */
  advance: number;
  /** One object for all glyphs of a run: they are read by the ten thousand. */
  run: GlyphRun;
  /** Place in the text stream. */
  index: number;
  spaceBefore: boolean;
  readonly unmapped: boolean;
}
