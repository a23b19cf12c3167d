/** styles.xml: what a style says, laid over what the styles that it is based on say, and over the file's defaults. */
import { laidOver, paragraphProperty, runProperty, type ParagraphProperties, type RunProperties } from './properties.js';
import type { Attributes, XmlEvents } from './xml.js';

interface Style {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn?: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** Of a table style: its first row is set apart by weight or shading. */
  firstRow?: boolean;
  shadesCells?: boolean;
}

/** A paragraph style with all that it inherits. */
export interface ResolvedStyle {
  readonly id?: string;
  readonly name: string;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
  /** The style ids of the chain, the style's own first. */
  readonly chain: readonly string[];
}

/** Elements inside w:pPr whose children are properties of the paragraph too. */
const TRANSPARENT = new Set(['w:numPr', 'w:pBdr']);

export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #paragraphs = new Map<string, ResolvedStyle>();
  readonly #runs = new Map<string, RunProperties>();
  readonly defaults: { paragraph: ParagraphProperties; run: RunProperties } = { paragraph: {}, run: {} };
  /** Word's own theme, where the file has none. */
  readonly #theme = { major: 'Cambria', minor: 'Calibri' };
  #default: string | undefined;
  #defaultTable: string | undefined;

  /** The events that fill it from a styles part. */
  reader(): XmlEvents {
    let style: Style | undefined;
    let paragraph: ParagraphProperties | undefined;
    let run: RunProperties | undefined;
    /** Depth inside an element whose properties count for nothing here (conditional formats, tracked formats). */
    let aside = 0;
    let firstRow = false;
    return {
      open: (name: string, a: Attributes) => {
        if (aside > 0) {
          aside++;
          if (style && (name === 'w:shd' || (firstRow && name === 'w:b'))) {
            if (name === 'w:shd') style.shadesCells = true;
            if (firstRow) style.firstRow = true;
          }
          return;
        }
        switch (name) {
          case 'w:style': {
            const id = a['w:styleId'] ?? '';
            style = { id, type: a['w:type'] ?? 'paragraph', name: id, paragraph: {}, run: {} };
            this.#styles.set(id, style);
            if (a['w:default'] === '1' || a['w:default'] === 'true') {
              if (style.type === 'paragraph') this.#default = id;
              if (style.type === 'table') this.#defaultTable = id;
            }
            return;
          }
          case 'w:name': if (style) style.name = a['w:val'] ?? style.name; return;
          case 'w:basedOn': if (style) style.basedOn = a['w:val']; return;
          case 'w:pPrDefault': paragraph = this.defaults.paragraph; return;
          case 'w:rPrDefault': run = this.defaults.run; return;
          case 'w:pPr': if (style) paragraph = style.paragraph; return;
          case 'w:rPr': if (style && !paragraph) run = style.run; return;
          case 'w:tblStylePr': aside = 1; firstRow = a['w:type'] === 'firstRow'; return;
          case 'w:tcPr': case 'w:trPr': case 'w:pPrChange': case 'w:rPrChange': aside = 1; firstRow = false; return;
        }
        if (paragraph) { if (!TRANSPARENT.has(name)) paragraphProperty(paragraph, name, a); }
        else if (run) runProperty(run, name, a);
      },
      close: (name: string) => {
        if (aside > 0) { aside--; return; }
        if (name === 'w:style') style = undefined;
        if (name === 'w:pPr' || name === 'w:pPrDefault') paragraph = undefined;
        if (name === 'w:rPr' || name === 'w:rPrDefault') run = undefined;
      },
    };
  }

  /** The events that fill in the fonts that styles call by their place in the theme. */
  themeReader(): XmlEvents {
    let place: 'major' | 'minor' | undefined;
    return {
      open: (name: string, a: Attributes) => {
        if (name === 'a:majorFont') place = 'major';
        else if (name === 'a:minorFont') place = 'minor';
        else if (name === 'a:latin' && place && a['typeface']) this.#theme[place] = a['typeface'];
      },
      close: (name: string) => { if (name === 'a:majorFont' || name === 'a:minorFont') place = undefined; },
    };
  }

  /** The font of that name, or the one that the theme has in the place ("+minor"). */
  fontNamed(font: string): string {
    return font === '+major' || font === '+minor' ? this.#theme[font === '+major' ? 'major' : 'minor'] : font;
  }

  /** A paragraph style with what it inherits; the file's default style where the id is unknown or absent. */
  paragraph(id: string | undefined): ResolvedStyle {
    const key = id !== undefined && this.#styles.get(id)?.type === 'paragraph' ? id : this.#default ?? '';
    let resolved = this.#paragraphs.get(key);
    if (!resolved) {
      resolved = this.#resolve(key);
      this.#paragraphs.set(key, resolved);
    }
    return resolved;
  }

  /** What a character style says, with what it inherits; nothing for an unknown one. */
  character(id: string): RunProperties {
    let run = this.#runs.get(id);
    if (!run) {
      run = {};
      for (const style of this.#chain(id)) run = laidOver(run, style.run);
      this.#runs.set(id, run);
    }
    return run;
  }

  /** The numbering that a style of type "numbering" stands for. */
  numberingOf(id: string): number | undefined {
    return this.#chain(id).map((s) => s.paragraph.numId).find((n) => n !== undefined);
  }

  /** A table style: whether it sets the first row apart, and whether it shades cells. */
  table(id: string | undefined): { firstRow: boolean; shadesCells: boolean } {
    const chain = this.#chain(id ?? this.#defaultTable ?? '');
    return { firstRow: chain.some((s) => s.firstRow), shadesCells: chain.some((s) => s.shadesCells) };
  }

  #chain(id: string): Style[] {
    const chain: Style[] = [];
    const seen = new Set<string>();
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at);
      const style = this.#styles.get(at);
      if (!style) break;
      chain.push(style);
      at = style.basedOn;
    }
    return chain;
  }

  #resolve(id: string): ResolvedStyle {
    const chain = this.#chain(id);
    let paragraph: ParagraphProperties = {};
    let run: RunProperties = {};
    for (const style of chain) {
      paragraph = laidOver(paragraph, style.paragraph);
      run = laidOver(run, style.run);
    }
    return {
      id: chain[0]?.id, name: chain[0]?.name ?? '', chain: chain.map((s) => s.id),
      paragraph: laidOver(paragraph, this.defaults.paragraph), run: laidOver(run, this.defaults.run),
    };
  }
}
