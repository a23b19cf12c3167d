/**
 * Walks pdf.js's list of drawing operators for one page and keeps the graphics and text state itself: glyphs with their places, paths,
 * pictures, marked content. One pass; the list is what pdf.js would draw from.
 */
import { PaperError, type Limits } from '../../reader.js';
import type { Box } from '../../../paper/locator.js';
import type { Ruling } from '../geometry.js';
import { fontLook, type FontLook } from './fonts.js';
import type { RawGlyph } from './glyphs.js';
import { boxThrough, IDENTITY, overlap, scaleOf, times, type Matrix } from './matrix.js';
import { Drawing, type Shade } from './paths.js';
import { colourOf, corners, glyphBox, isControl, matrixOf, numberOf, outlinesOf } from './pdfjs-values.js';

/** The numbers of pdf.js's operators, by name. */
export type Operators = Readonly<Record<string, number>>;

export interface OperatorList { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

/** What of a font pdf.js tells the drawing side. */
export interface DrawnFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly italic?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly fontMatrix?: readonly number[];
}

interface ShownGlyph { readonly unicode?: string; readonly width?: number; readonly isSpace?: boolean; readonly vmetric?: readonly number[] | null }

interface State {
  space: Matrix;
  clip: Box | undefined;
  text: Matrix;
  x: number; y: number; lineX: number; lineY: number;
  size: number; flipped: boolean;
  font: DrawnFont | undefined; look: FontLook;
  characterSpacing: number; wordSpacing: number; scale: number; leading: number; rise: number; mode: number;
  fill: number; stroke: number; fillAlpha: number; strokeAlpha: number; width: number; mixed: boolean;
}

export interface Walked {
  readonly glyphs: readonly RawGlyph[];
  readonly rulings: readonly Ruling[];
  readonly shades: readonly Shade[];
  readonly pictures: readonly { readonly box: Box; readonly order: number; readonly opaque: boolean }[];
  /** Glyphs of annotations' appearances, by the annotation's id. */
  readonly stamped: ReadonlyMap<string, readonly RawGlyph[]>;
}

/** Gap between glyphs of a line, in parts of the size, that reads as a space: a space is 0.25 wide, justified letters part by under 0.1. */
const GAP = 0.18;
/** Units of a glyph's width in an em. */
const EM = 1000;
const NO_LOOK: FontLook = { name: '', bold: false, italic: false };
const GRADIENT = 0x808080;

/** Walks the list. `seeThrough` says of a picture that it has transparent parts; `visible` takes user space to the visible page. Throws a PaperError (`too-large`) past `limits.glyphs`. */
export function walkOperators(list: OperatorList, ops: Operators, fontOf: (id: string) => DrawnFont | undefined, seeThrough: (image: string) => boolean, visible: Matrix, bounds: Box, limits: Pick<Limits, 'glyphs'>): Walked {
  return new Walk(ops, fontOf, seeThrough, visible, bounds, limits).run(list);
}

class Walk {
  readonly #ops: Operators;
  readonly #fontOf: (id: string) => DrawnFont | undefined;
  readonly #seeThrough: (image: string) => boolean;
  readonly #visible: Matrix;
  readonly #bounds: Box;
  readonly #limits: Pick<Limits, 'glyphs'>;
  readonly #drawing = new Drawing();
  readonly #pictures: { box: Box; order: number; opaque: boolean }[] = [];
  readonly #glyphs: RawGlyph[] = [];
  readonly #stamped = new Map<string, RawGlyph[]>();
  readonly #looks = new Map<string, FontLook>();
  readonly #marks: { mcid: number; artifact: boolean }[] = [];
  readonly #stack: State[] = [];
  readonly #groups: boolean[] = [];
  #state: State;
  #order = 0;
  #count = 0;
  #space = false;
  #last: { x: number; y: number; endX: number; endY: number; size: number; angle: number } | undefined;
  #pendingClip = false;
  #masked = 0;
  #into: RawGlyph[] = this.#glyphs;

  constructor(ops: Operators, fontOf: (id: string) => DrawnFont | undefined, seeThrough: (image: string) => boolean, visible: Matrix, bounds: Box, limits: Pick<Limits, 'glyphs'>) {
    this.#ops = ops;
    this.#fontOf = fontOf;
    this.#seeThrough = seeThrough;
    this.#visible = visible;
    this.#bounds = bounds;
    this.#limits = limits;
    this.#state = this.#fresh();
  }

  #fresh(): State {
    return {
      space: this.#visible, clip: undefined, text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0, size: 0, flipped: false, font: undefined, look: NO_LOOK,
      characterSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0, fill: 0, stroke: 0, fillAlpha: 1, strokeAlpha: 1, width: 1, mixed: false,
    };
  }

  run(list: OperatorList): Walked {
    const O = this.#ops;
    const actions = new Map<number, (args: readonly unknown[]) => void>();
    const on = (name: string, act: (args: readonly unknown[]) => void): void => { const code = O[name]; if (code !== undefined) actions.set(code, act); };
    this.#textActions(on);
    this.#stateActions(on);
    this.#paintActions(on);
    for (let i = 0; i < list.fnArray.length; i++) {
      const args = list.argsArray[i];
      actions.get(list.fnArray[i] ?? -1)?.(Array.isArray(args) ? args as unknown[] : []);
    }
    const rulings = this.#drawing.rulings();
    return { glyphs: this.#glyphs, rulings, shades: this.#drawing.shades, pictures: [...this.#pictures, ...this.#drawing.pictures], stamped: this.#stamped };
  }

  #stateActions(on: (name: string, act: (args: readonly unknown[]) => void) => void): void {
    on('save', () => this.#save());
    on('restore', () => this.#restore());
    on('transform', (args) => { this.#state.space = times(matrixOf(args), this.#state.space); });
    on('setLineWidth', ([w]) => { this.#state.width = numberOf(w); });
    on('setFillRGBColor', ([c]) => { this.#state.fill = colourOf(c); });
    on('setStrokeRGBColor', ([c]) => { this.#state.stroke = colourOf(c); });
    on('setFillColorN', () => { this.#state.fill = GRADIENT; });
    on('setStrokeColorN', () => { this.#state.stroke = GRADIENT; });
    on('setGState', ([entries]) => {
      for (const entry of Array.isArray(entries) ? entries as unknown[][] : []) {
        const [key, value] = entry;
        if (key === 'ca') this.#state.fillAlpha = numberOf(value);
        else if (key === 'CA') this.#state.strokeAlpha = numberOf(value);
        else if (key === 'LW') this.#state.width = numberOf(value);
        else if (key === 'BM') this.#state.mixed = value !== 'source-over' && value !== 'normal';
        else if (key === 'Font' && Array.isArray(value)) this.#setFont(value[0], value[1]);
      }
    });
    on('paintFormXObjectBegin', ([matrix, box]) => {
      this.#save();
      if (matrix) this.#state.space = times(matrixOf(matrix as number[]), this.#state.space);
      if (box) this.#clipTo(boxThrough(this.#state.space, ...corners(box)));
    });
    on('paintFormXObjectEnd', () => this.#restore());
    on('beginGroup', ([group]) => {
      const g = (group ?? {}) as { matrix?: number[]; bbox?: number[]; smask?: unknown };
      this.#save();
      if (g.matrix) this.#state.space = times(matrixOf(g.matrix), this.#state.space);
      if (g.bbox) this.#clipTo(boxThrough(this.#state.space, ...corners(g.bbox)));
      // What a soft mask is made of is not drawn itself.
      this.#groups.push(Boolean(g.smask));
      if (g.smask) this.#masked++;
    });
    on('endGroup', () => {
      if (this.#groups.pop()) this.#masked--;
      this.#restore();
    });
    on('beginMarkedContent', ([tag]) => { this.#marks.push({ mcid: -1, artifact: tag === 'Artifact' }); });
    on('beginMarkedContentProps', ([tag, id]) => { this.#marks.push({ mcid: typeof id === 'number' ? id : -1, artifact: tag === 'Artifact' }); });
    on('endMarkedContent', () => { this.#marks.pop(); });
    on('beginAnnotation', ([id, rect, transform, matrix]) => {
      this.#stack.push(this.#state);
      this.#state = this.#fresh();
      if (rect) {
        this.#clipTo(boxThrough(this.#visible, ...corners(rect)));
        this.#state.space = times(matrixOf(matrix as number[]), times(matrixOf(transform as number[]), this.#visible));
      }
      this.#into = [];
      this.#stamped.set(String(id), this.#into);
    });
    on('endAnnotation', () => {
      this.#into = this.#glyphs;
      this.#restore();
    });
  }

  #textActions(on: (name: string, act: (args: readonly unknown[]) => void) => void): void {
    on('beginText', () => { Object.assign(this.#state, { text: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 }); });
    on('setCharSpacing', ([v]) => { this.#state.characterSpacing = numberOf(v); });
    on('setWordSpacing', ([v]) => { this.#state.wordSpacing = numberOf(v); });
    on('setHScale', ([v]) => { this.#state.scale = numberOf(v) / 100; });
    on('setLeading', ([v]) => { this.#state.leading = -numberOf(v); });
    on('setTextRise', ([v]) => { this.#state.rise = numberOf(v); });
    on('setTextRenderingMode', ([v]) => { this.#state.mode = numberOf(v); });
    on('setFont', ([id, size]) => this.#setFont(id, size));
    on('moveText', ([x, y]) => this.#moveText(numberOf(x), numberOf(y)));
    on('setLeadingMoveText', ([x, y]) => {
      this.#state.leading = numberOf(y);
      this.#moveText(numberOf(x), numberOf(y));
    });
    on('nextLine', () => this.#moveText(0, this.#state.leading));
    on('setTextMatrix', ([m]) => { Object.assign(this.#state, { text: matrixOf(m as number[]), x: 0, y: 0, lineX: 0, lineY: 0 }); });
    on('showText', ([glyphs]) => this.#show(glyphs as readonly (ShownGlyph | number)[]));
  }

  #paintActions(on: (name: string, act: (args: readonly unknown[]) => void) => void): void {
    on('clip', () => { this.#pendingClip = true; });
    on('eoClip', () => { this.#pendingClip = true; });
    on('constructPath', ([op, data, extent]) => this.#path(numberOf(op), (data as unknown[] | undefined)?.[0], extent));
    const picture = (opaque: boolean) => (): void => this.#picture(this.#state.space, opaque);
    on('paintImageXObject', ([id]) => this.#picture(this.#state.space, !this.#seeThrough(String(id))));
    on('paintInlineImageXObject', picture(true));
    for (const name of ['paintImageMaskXObject', 'paintSolidColorImageMask']) on(name, picture(false));
    on('paintImageXObjectRepeat', ([, sx, sy, at]) => this.#repeat([numberOf(sx), 0, 0, numberOf(sy)], at, true));
    on('paintImageMaskXObjectRepeat', ([, sx, kx, ky, sy, at]) => this.#repeat([numberOf(sx), numberOf(kx), numberOf(ky), numberOf(sy)], at, false));
    const each = (maps: unknown, opaque: boolean): void => {
      for (const m of Array.isArray(maps) ? maps as { transform?: number[] }[] : []) if (m.transform) this.#picture(times(matrixOf(m.transform), this.#state.space), opaque);
    };
    on('paintInlineImageXObjectGroup', ([, maps]) => each(maps, true));
    on('paintImageMaskXObjectGroup', ([maps]) => each(maps, false));
    on('shadingFill', () => {
      if (this.#masked > 0) return;
      const box = this.#state.clip ? overlap(this.#state.clip, this.#bounds) : this.#bounds;
      if (box) this.#drawing.shades.push({ box, colour: GRADIENT, order: this.#order++, opaque: this.#state.fillAlpha >= 1 && !this.#state.mixed, boxy: true });
    });
  }

  #save(): void {
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #clipTo(box: Box): void {
    this.#state.clip = this.#state.clip ? overlap(this.#state.clip, box) ?? [0, 0, 0, 0] : box;
  }

  #setFont(id: unknown, size: unknown): void {
    const s = this.#state;
    const key = String(id);
    const font = this.#fontOf(key);
    s.font = font;
    s.size = Math.abs(numberOf(size));
    s.flipped = numberOf(size) < 0;
    let look = this.#looks.get(key);
    if (!look) {
      const named = fontLook(font?.name ?? '');
      look = { name: named.name, bold: named.bold || font?.bold === true || font?.black === true, italic: named.italic || font?.italic === true };
      this.#looks.set(key, look);
    }
    s.look = look;
  }

  #moveText(x: number, y: number): void {
    const s = this.#state;
    s.x = s.lineX += x;
    s.y = s.lineY += y;
  }

  #show(shown: readonly (ShownGlyph | number)[]): void {
    const s = this.#state;
    const { font, size } = s;
    if (!font || !Array.isArray(shown)) return;
    const direction = s.flipped ? -1 : 1;
    const across = s.scale * direction;
    const perUnit = size * (font.fontMatrix?.[0] ?? 1 / EM);
    const vertical = font.vertical === true;
    const base = times(s.text, s.space);
    const turn: Matrix = [base[0] * across, base[1] * across, base[2] * direction, base[3] * direction, 0, 0];
    const effective = size * Math.hypot(turn[2], turn[3]);
    const angle = ((Math.round(Math.atan2(turn[1], turn[0]) * 180 / Math.PI) % 360) + 360) % 360;
    const stretch = Math.hypot(turn[0], turn[1]);
    const mark = this.#mark();
    const order = this.#order++;
    // Along the line, in units of text space before scaling.
    let along = 0;
    for (const g of shown) {
      if (typeof g === 'number') {
        along += (vertical ? 1 : -1) * g * size / EM;
        continue;
      }
      const spacing = (g.isSpace ? s.wordSpacing : 0) + s.characterSpacing;
      const width = vertical ? -(g.vmetric?.[0] ?? -EM) * perUnit : (g.width ?? 0) * perUnit;
      const tx = vertical ? s.x : s.x + along * across;
      const ty = vertical ? s.y - along + s.rise : s.y + s.rise;
      const x = base[0] * tx + base[2] * ty + base[4];
      const y = base[1] * tx + base[3] * ty + base[5];
      along += vertical ? width - spacing * direction : width + spacing * direction;
      if (this.#masked === 0) this.#glyph(g.unicode ?? '', x, y, width * stretch, effective, angle, s, mark, order);
    }
    if (vertical) s.y -= along;
    else s.x += along * across;
  }

  #glyph(unicode: string, x: number, y: number, advance: number, size: number, angle: number, s: State, mark: { mcid: number; artifact: boolean }, order: number): void {
    const text = unicode.trim();
    if (text === '' && unicode !== '') {
      this.#space = true;
      return;
    }
    if (++this.#count > this.#limits.glyphs) throw new PaperError('too-large', `a page has more than the ${this.#limits.glyphs} characters allowed`);
    const radians = angle * Math.PI / 180;
    const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
    const endX = x + advance * cos;
    const endY = y + advance * sin;
    const painted = s.mode === 1 || s.mode === 5;
    this.#into.push({
      text: text === '' ? '\uFFFD' : text, box: glyphBox(x, y, advance, size, angle), x, y, advance,
      run: {
        size, angle, font: s.look.name, bold: s.look.bold || s.mode === 2, italic: s.look.italic, colour: painted ? s.stroke : s.fill, alpha: Math.round(255 * (painted ? s.strokeAlpha : s.fillAlpha)),
        mode: s.mode, mcid: mark.mcid, artifact: mark.artifact, clip: s.clip, form: -1, inner: -1, order, object: order,
      },
      index: this.#count, spaceBefore: this.#space || this.#gap(x, y, size, angle, cos, sin),
      unmapped: text === '' || text === '\uFFFD' || isControl(text),
    });
    this.#space = false;
    this.#last = { x, y, endX, endY, size, angle };
  }

  /** True where the glyph does not follow on at once from the one before: a gap as wide as a space, or another line. */
  #gap(x: number, y: number, size: number, angle: number, cos: number, sin: number): boolean {
    const last = this.#last;
    if (!last) return false;
    const dx = x - last.endX;
    const dy = y - last.endY;
    const along = dx * cos + dy * sin;
    const across = Math.abs(dy * cos - dx * sin);
    return last.angle !== angle || across > 0.5 * Math.max(size, last.size) || along > GAP * size || along < -last.size;
  }

  #mark(): { mcid: number; artifact: boolean } {
    let artifact = false;
    for (let i = this.#marks.length - 1; i >= 0; i--) {
      const m = this.#marks[i];
      if (!m) continue;
      if (m.mcid >= 0) return { mcid: m.mcid, artifact };
      artifact ||= m.artifact;
    }
    return { mcid: -1, artifact };
  }

  #path(op: number, data: unknown, extent: unknown): void {
    const O = this.#ops;
    const s = this.#state;
    const order = this.#order++;
    const clip = this.#pendingClip;
    this.#pendingClip = false;
    if (clip) {
      if (extent && Number.isFinite((extent as number[])[0])) {
        const before = s.clip;
        this.#paint(op, data, before, order);
        this.#clipTo(boxThrough(s.space, ...corners(extent)));
      } else this.#clipTo([0, 0, 0, 0]);
      return;
    }
    if (op !== O.endPath) this.#paint(op, data, s.clip, order);
  }

  #paint(op: number, data: unknown, clip: Box | undefined, order: number): void {
    const O = this.#ops;
    const s = this.#state;
    const evenOdd = op === O.eoFill || op === O.eoFillStroke || op === O.closeEOFillStroke;
    const filled = evenOdd || op === O.fill || op === O.fillStroke || op === O.closeFillStroke;
    const stroked = op === O.stroke || op === O.closeStroke || op === O.fillStroke || op === O.eoFillStroke || op === O.closeFillStroke || op === O.closeEOFillStroke;
    if ((!filled && !stroked) || !(data instanceof Float32Array) || this.#masked > 0) return;
    this.#drawing.addPath({
      outlines: outlinesOf(data, s.space), evenOdd, width: s.width * scaleOf(s.space), clip, order, opaque: s.fillAlpha >= 0.98 && !s.mixed,
      ...(filled && s.fillAlpha > 0 ? { fill: s.fill } : {}), ...(stroked && s.strokeAlpha > 0 ? { stroke: s.stroke } : {}),
    });
  }

  #picture(space: Matrix, opaque: boolean): void {
    if (this.#masked > 0) return;
    const order = this.#order++;
    const frame = this.#state.clip ? overlap(this.#state.clip, this.#bounds) : this.#bounds;
    const box = frame ? overlap(boxThrough(space, 0, 0, 1, 1), frame) : undefined;
    if (!box) return;
    const hides = opaque && this.#state.fillAlpha >= 1 && !this.#state.mixed;
    if (!this.#drawing.addThin(box, 0, order, hides, true)) this.#pictures.push({ box, order, opaque: hides });
  }

  #repeat([a, b, c, d]: readonly [number, number, number, number], at: unknown, opaque: boolean): void {
    const places = at as ArrayLike<number> | undefined;
    for (let i = 0; places && i + 1 < places.length; i += 2) this.#picture(times([a, b, c, d, places[i] ?? 0, places[i + 1] ?? 0], this.#state.space), opaque);
  }
}
