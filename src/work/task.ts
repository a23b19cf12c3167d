/** What the parent asks of a child process, and what it answers. Plain data, sent between processes. */
import type { PaperProblem, ReadOptions } from '../read/reader.js';
import type { KindName } from '../kinds/schemas.js';
import type { Vocabulary } from '../kinds/shared/vocabulary.js';

export type Want = 'record' | 'tables' | 'inspect';

export interface Task {
  readonly want: Want;
  /** The file to read; or its bytes, for a paper from standard input. */
  readonly path?: string;
  readonly bytes?: Uint8Array;
  /** What the record calls it. */
  readonly file: string;
  readonly read: ReadOptions;
  readonly kind?: KindName;
  /** A council's own wordings, by kind. */
  readonly wordings?: Partial<Record<KindName, Partial<Vocabulary>>>;
  /** For `inspect`: a folder for pictures of the pages, with what was read outlined. */
  readonly draw?: string;
}

export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly seconds: number }
  | { readonly ok: false; readonly code: PaperProblem | 'fault'; readonly message: string; readonly stack?: string; readonly seconds: number };
