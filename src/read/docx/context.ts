/** What the stories of one Word file (body, notes, headers, footers, comments) share while they are read. */
import type { Locator } from '../../paper/locator.js';
import type { Diagnostic, SetApart } from '../../paper/model.js';
import { tidy } from '../../paper/text.js';
import type { Limits } from '../reader.js';
import type { ListPlace } from './nesting.js';
import { NoteNumbers, type NoteKind } from './note-numbers.js';
import type { Numbering } from './numbering.js';
import type { WordFile } from './parts.js';
import type { Styles } from './styles.js';

/** A mark in the text that a note belongs to. */
export interface NoteMark {
  readonly kind: NoteKind;
  readonly id: string;
  /** As printed. */
  mark: string;
  readonly at: Locator;
}

/** A header or footer that a section asks for. */
export interface RunningPart {
  readonly why: 'header' | 'footer';
  readonly relationship: string;
  /** Which pages print it. */
  readonly pages: string;
  /** The section sets its first page apart. */
  firstPageApart: boolean;
  /** Where the section starts. */
  readonly at: Locator;
}

export interface Comment {
  readonly id: string;
  readonly at: Locator;
}

export class Context {
  readonly hidden: SetApart[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly notes: NoteMark[] = [];
  readonly comments: Comment[] = [];
  readonly running: RunningPart[] = [];
  readonly noteNumbers = new NoteNumbers();
  /** Tracked changes met, for one line of information. */
  readonly changes = { inserted: 0, deleted: 0, moved: 0 };
  /** For numbered and bulleted paragraphs, by id: their list, and the level that it states. */
  readonly lists = new Map<number, ListPlace>();
  /** Paragraphs and tables of the body met so far. */
  paragraphs = 0;
  tables = 0;
  /** The page has a background colour: white text can be seen. */
  background = false;
  #ids = 0;
  #bands = 0;

  constructor(
    readonly file: WordFile, readonly styles: Styles, readonly numbering: Numbering, readonly limits: Limits,
    readonly tracked: 'original' | 'final',
  ) {}

  nextId(): number {
    return ++this.#ids;
  }

  readonly bands = { next: (): number => ++this.#bands };

  hide(text: string, at: Locator, why: string): void {
    const clean = tidy(text);
    if (clean !== '') this.hidden.push({ id: this.nextId(), text: clean, at, why });
  }

  /** Counts a mark in the text that a note belongs to. */
  addNote(kind: NoteMark['kind'], id: string, at: Locator, custom: boolean): NoteMark {
    const mark = custom ? '' : this.noteNumbers.next(kind);
    const note = { kind, id, mark, at };
    this.notes.push(note);
    return note;
  }

  tell(rule: string, severity: Diagnostic['severity'], message: string, at?: Locator): void {
    this.diagnostics.push({ rule, severity, message, ...(at ? { at } : {}) });
  }
}
