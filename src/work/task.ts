/** What the parent asks of a child process, and what it answers. Plain data, sent between processes. */
import type { PaperProblem, ReadOptions } from '../read/reader.js';
import type { AnyRecord } from '../kinds/record.js';
import type { KindName } from '../kinds/schemas.js';
import type { AddedWords } from '../values/index.js';
import type { Vocabulary } from '../kinds/shared/vocabulary.js';

export type Want = 'record' | 'tables' | 'inspect' | 'review';

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
  /** A council's own posts, bodies and outcome verbs. */
  readonly words?: AddedWords;
  /** For a record: hand it back as text of this format, not as data. */
  readonly print?: { readonly format: 'yaml' | 'json' | 'ndjson'; readonly schemaBase?: string };
  /** For `inspect`: pictures of the pages, with what was read outlined. */
  readonly draw?: boolean;
}

/** A record as text (UTF-8, as it is to be written), with what is said of it in the summary and the manifest. */
export interface Printed {
  readonly text: Uint8Array;
  readonly kind: string;
  readonly source: { readonly sha256: string };
  readonly coverage: { readonly ratio: number };
  readonly diagnostics: readonly { readonly severity: string }[];
}

/** A page drawn for `inspect`. */
export interface Drawing { readonly page: number; readonly png: Uint8Array }

/** A page of a PDF: its size in points, and its picture as base64. */
export interface ReviewPage { readonly number: number; readonly width: number; readonly height: number; readonly png: string }
/** A paragraph of a paper without pages, where it stands, and how it looks. */
export interface FlowLine { readonly at: string; readonly text: string; /** Level of a heading, 2 to 6. */ readonly heading?: number; /** It stands in a table. */ readonly cell?: boolean }
/** What a review page is made of. `marks` says where fields without a place of their own stand, by their path joined with dots ("meeting.date"). */
export interface Reviewed { readonly record: AnyRecord; readonly pages: readonly ReviewPage[]; readonly flow: readonly FlowLine[]; readonly marks: Readonly<Record<string, { readonly at: string; readonly until?: string }>> }

export type Answer =
  | { readonly ok: true; readonly value: unknown; readonly seconds: number }
  | {
    readonly ok: false; readonly code: PaperProblem | 'fault'; readonly message: string; readonly stack?: string; readonly seconds: number;
    /** SHA-256 of the bytes that could not be read as a paper; absent where the file gave no bytes, or where the process was ended. */
    readonly source?: string;
  };
