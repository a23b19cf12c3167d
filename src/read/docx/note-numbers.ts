/**
 * How notes are marked (ISO 29500-1, 17.11): a number format, the first number, and whether each section begins anew. The settings say it for the whole file,
 * a section for itself; a section states it at its end, so that the main part is looked through for it before it is read.
 */
import { formatNumber } from './formats.js';
import { integer } from './properties.js';
import type { Attributes, XmlEvents } from './xml.js';

export type NoteKind = 'footnote' | 'endnote';

interface Rule { format?: string; start?: number; restart?: string }
export type NoteRules = Partial<Record<NoteKind, Rule>>;

/** Word's own format for endnotes is the small Roman number. */
const FORMATS: Readonly<Record<NoteKind, string>> = { footnote: 'decimal', endnote: 'lowerRoman' };
const KINDS: Readonly<Record<string, NoteKind>> = { 'w:footnotePr': 'footnote', 'w:endnotePr': 'endnote' };

/** Gathers what a part says of notes into `into`. */
export function noteRules(into: NoteRules): Required<Pick<XmlEvents, 'open' | 'close'>> {
  let rule: Rule | undefined;
  return {
    open: (name: string, a: Attributes) => {
      const kind = KINDS[name];
      if (kind) rule = into[kind] ??= {};
      if (!rule) return;
      if (name === 'w:numFmt') rule.format = a['w:val'];
      else if (name === 'w:numStart') rule.start = integer(a['w:val']);
      else if (name === 'w:numRestart') rule.restart = a['w:val'];
    },
    close: (name: string) => { if (KINDS[name]) rule = undefined; },
  };
}

/** Gathers what each section of a main part says of notes, in the order of sections. */
export function sectionNoteRules(into: NoteRules[]): XmlEvents {
  let reader: ReturnType<typeof noteRules> | undefined;
  let before = 0;
  return {
    open: (name: string, a: Attributes) => {
      // What a section was before a tracked change stands inside of it.
      if (name === 'w:sectPrChange') before++;
      else if (before > 0) return;
      else if (name === 'w:sectPr') {
        const rules: NoteRules = {};
        into.push(rules);
        reader = noteRules(rules);
      } else reader?.open(name, a);
    },
    close: (name: string) => {
      if (name === 'w:sectPrChange') before--;
      else if (before > 0) return;
      else if (name === 'w:sectPr') reader = undefined;
      else reader?.close(name);
    },
  };
}

/** Counts the marks of notes through the sections of a body. */
export class NoteNumbers {
  readonly whole: NoteRules = {};
  readonly sections: NoteRules[] = [];
  #section = 0;
  readonly #next: Partial<Record<NoteKind, number>> = {};

  /** The next mark of the kind, as it is printed. */
  next(kind: NoteKind): string {
    const n = this.#next[kind] ?? this.#said(kind, 'start') ?? 1;
    this.#next[kind] = n + 1;
    return formatNumber(n, this.#said(kind, 'format') ?? FORMATS[kind]);
  }

  endSection(): void {
    this.#section++;
    for (const kind of ['footnote', 'endnote'] as const) if (this.#said(kind, 'restart') === 'eachSect') delete this.#next[kind];
  }

  /** True where notes count from one on every page: the file does not say where its pages end. */
  get byPage(): boolean {
    return [this.whole, ...this.sections].some((rules) => rules.footnote?.restart === 'eachPage');
  }

  #said<K extends keyof Rule>(kind: NoteKind, what: K): Rule[K] {
    return this.sections[this.#section]?.[kind]?.[what] ?? this.whole[kind]?.[what];
  }
}
