/**
 * numbering.xml, and the counting that Word does with it (ISO 29500-1, 17.9): which label stands before a paragraph.
 *
 * Lists that share an abstract list share its counters; a start override counts once, where its list first reaches
 * that level.
 */
import { splitLabel } from '../../paper/label.js';
import { formatNumber } from './formats.js';
import { integer, on, paragraphProperty, runProperty, type ParagraphProperties, type RunProperties } from './properties.js';
import { symbolText } from './symbols.js';
import type { Attributes, XmlEvents } from './xml.js';

/** One level of a list. */
export interface Level {
  start: number;
  format: string;
  /** Digits that a custom format such as "001, 002, 003, ..." pads to. */
  digits?: number;
  text: string;
  /** Restarts after a level up to this one, counted from 1; 0 never; absent after any level above. */
  restart?: number;
  /** Numbers of other levels print as digits. */
  legal: boolean;
  /** The paragraph style tied to the level. */
  style?: string;
  picture: boolean;
  readonly paragraph: ParagraphProperties;
  readonly run: RunProperties;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** The numbering style that it stands for, defined elsewhere. */
  standsFor?: string;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** What Word prints before a paragraph. */
export interface Label {
  /** With its punctuation; empty where the level prints nothing. */
  readonly text: string;
  /** Without its punctuation; absent for bullets and for words without a counter. */
  readonly number?: string;
  readonly bullet: boolean;
}

/** Levels of a Word list. */
const LEVELS = 9;

/** A counter; without a value where no paragraph has reached it since it was last reset. */
interface Count { value?: number }

export class Numbering {
  readonly #abstracts = new Map<string, AbstractList>();
  readonly #lists = new Map<number, List>();
  readonly #counts = new Map<string, Count[]>();
  readonly #overridden = new Set<string>();
  readonly #numberingOf: (style: string) => number | undefined;

  /** `numberingOf` says which list a numbering style stands for. */
  constructor(numberingOf: (style: string) => number | undefined) {
    this.#numberingOf = numberingOf;
  }

  /** The events that fill it from a numbering part. */
  reader(): XmlEvents {
    let abstract: AbstractList | undefined;
    let list: List | undefined;
    let overridden: number | undefined;
    let level: Level | undefined;
    let inside: 'paragraph' | 'run' | undefined;
    /** Depth inside the fallback of an alternative: its first choice is taken. */
    let fallback = 0;
    return {
      open: (name: string, a: Attributes) => {
        if (fallback > 0 || name === 'mc:Fallback') { fallback++; return; }
        switch (name) {
          case 'w:abstractNum': abstract = { levels: new Map() }; this.#abstracts.set(a['w:abstractNumId'] ?? '', abstract); return;
          case 'w:numStyleLink': if (abstract) abstract.standsFor = a['w:val']; return;
          case 'w:num': list = { abstract: '', starts: new Map(), levels: new Map() }; this.#lists.set(integer(a['w:numId']) ?? -1, list); return;
          case 'w:abstractNumId': if (list) list.abstract = a['w:val'] ?? ''; return;
          case 'w:lvlOverride': overridden = integer(a['w:ilvl']); return;
          case 'w:startOverride': if (list && overridden !== undefined) list.starts.set(overridden, integer(a['w:val']) ?? 0); return;
          case 'w:lvl': {
            level = { start: 0, format: 'decimal', text: '', legal: false, picture: false, paragraph: {}, run: {} };
            const at = integer(a['w:ilvl']) ?? 0;
            (list ? list.levels : abstract?.levels)?.set(at, level);
            return;
          }
        }
        if (!level) return;
        if (inside === 'paragraph') paragraphProperty(level.paragraph, name, a);
        else if (inside === 'run') runProperty(level.run, name, a);
        else levelProperty(level, name, a);
        if (name === 'w:pPr') inside = 'paragraph';
        if (name === 'w:rPr') inside = 'run';
      },
      close: (name: string) => {
        if (fallback > 0) { fallback--; return; }
        switch (name) {
          case 'w:abstractNum': abstract = undefined; break;
          case 'w:num': list = undefined; break;
          case 'w:lvlOverride': overridden = undefined; break;
          case 'w:lvl': level = undefined; break;
          case 'w:pPr': case 'w:rPr': inside = undefined; break;
        }
      },
    };
  }

  /** The level that a list's paragraph stands on, or `undefined` where there is no such list. */
  level(numId: number, at: number): Level | undefined {
    return this.#lists.get(numId)?.levels.get(at) ?? this.#abstractOf(numId)?.levels.get(at);
  }

  /** The level tied to the first of the styles that has one. */
  levelOfStyle(numId: number, styles: readonly string[]): number | undefined {
    for (const style of styles) {
      for (let at = 0; at < LEVELS; at++) if (this.level(numId, at)?.style === style) return at;
    }
    return undefined;
  }

  /** The abstract list behind a list: paragraphs of lists with one key count on from each other. */
  key(numId: number): string | undefined {
    const list = this.#lists.get(numId);
    if (!list) return undefined;
    let key = list.abstract;
    for (let hops = 0; hops < LEVELS; hops++) {
      const standsFor = this.#abstracts.get(key)?.standsFor;
      const next = standsFor === undefined ? undefined : this.#numberingOf(standsFor);
      const found = next === undefined ? undefined : this.#lists.get(next)?.abstract;
      if (found === undefined || found === key) break;
      key = found;
    }
    return key;
  }

  /** Counts one paragraph of the list on the level and gives its label; `undefined` where there is no such list or level. */
  next(numId: number, at: number): Label | undefined {
    const key = this.key(numId);
    const level = this.level(numId, at);
    if (key === undefined || !level || at < 0 || at >= LEVELS) return undefined;
    let counts = this.#counts.get(key);
    if (!counts) this.#counts.set(key, counts = Array.from({ length: LEVELS }, () => ({})));
    const override = this.#lists.get(numId)?.starts.get(at);
    const once = `${numId}:${at}`;
    if (override !== undefined && !this.#overridden.has(once)) {
      this.#overridden.add(once);
      (counts[at] as Count).value = override - 1;
    }
    const own = counts[at];
    if (!own) return undefined;
    own.value = own.value === undefined ? this.#start(numId, at) : own.value + 1;
    for (let above = 0; above < at; above++) {
      const count = counts[above];
      // A level that was skipped counts as met once, at its own start: a start override waits for a paragraph of its own.
      if (count && count.value === undefined) count.value = this.level(numId, above)?.start ?? 1;
    }
    for (let below = at + 1; below < LEVELS; below++) {
      const restart = this.level(numId, below)?.restart;
      const count = counts[below];
      if (count && (restart === undefined || (restart > 0 && at < restart))) count.value = undefined;
    }
    return this.#label(numId, at, level, counts);
  }

  #start(numId: number, at: number): number {
    return this.#lists.get(numId)?.starts.get(at) ?? this.level(numId, at)?.start ?? 1;
  }

  #abstractOf(numId: number): AbstractList | undefined {
    const key = this.key(numId);
    return key === undefined ? undefined : this.#abstracts.get(key);
  }

  #label(numId: number, own: number, level: Level, counts: readonly Count[]): Label {
    // A number formatted as hidden text counts, and is not printed.
    if (level.run.hidden) return { text: '', bullet: false };
    if (level.picture) return { text: '•', bullet: true };
    if (level.format === 'bullet') {
      const text = bulletText(level);
      return { text, bullet: text !== '' };
    }
    let counted = false;
    const text = level.text.replace(/%([1-9])([^%]*)/g, (whole: string, digit: string, after: string, offset: number) => {
      const at = Number(digit) - 1;
      const other = this.level(numId, at);
      if (!other) return after;
      // A level above that prints nothing takes what parts it from the next number with it.
      const silent = level.format === 'none' || (at !== own && other.format === 'none');
      if (silent) return at !== own && level.text.includes('%', offset + whole.length) ? '' : after;
      const value = counts[at]?.value ?? other.start;
      // Legal style turns letters and Roman numbers into digits; a leading zero stays ([MS-DOC] 2.9.150, fLegal).
      const format = level.legal && other.format !== 'none' && other.format !== 'decimalZero' ? 'decimal' : other.format;
      const shown = format === 'decimal' && other.digits ? String(value).padStart(other.digits, '0') : formatNumber(value, format);
      if (shown !== '') counted = true;
      return shown + after;
    }).trim();
    const cased = level.run.caps ? text.toUpperCase() : text;
    const number = counted ? numberOf(cased) : '';
    return { text: cased, bullet: false, ...(number === '' ? {} : { number }) };
  }
}

function levelProperty(level: Level, name: string, a: Attributes): void {
  switch (name) {
    case 'w:start': level.start = integer(a['w:val']) ?? 0; break;
    case 'w:numFmt': {
      level.format = a['w:val'] ?? 'decimal';
      const pattern = /^0*1\b/.exec(a['w:format'] ?? '');
      if (level.format === 'custom') level.format = 'decimal';
      if (pattern) level.digits = pattern[0].length;
      break;
    }
    case 'w:lvlText': level.text = a['w:null'] === '1' ? '' : a['w:val'] ?? ''; break;
    case 'w:lvlRestart': level.restart = integer(a['w:val']); break;
    case 'w:isLgl': level.legal = on(a); break;
    case 'w:pStyle': level.style = a['w:val']; break;
    case 'w:lvlPicBulletId': level.picture = true; break;
  }
}

/** The sign of a bullet level. A sign of a symbol font that has no Unicode twin still prints as a bullet. */
function bulletText(level: Level): string {
  return symbolText(level.text, level.run.font).replace(/[\uFFFD\uE000-\uF8FF]/g, '•').trim();
}

/** A label without the signs around it, as a typed one would have it: "(a)" to "a", "2.1." to "2.1", "Appendix A:" to "Appendix A". */
function numberOf(label: string): string {
  const typed = splitLabel(`${label} Text`, { known: true });
  if (typed?.number !== undefined && typed.rest === 'Text') return typed.number;
  return label.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}
