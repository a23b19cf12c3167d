/** What a rule is: plain data, and one small function over a record. */
import type { AnyRecord } from './record.js';
import type { KindName } from './schemas.js';

export type Severity = 'error' | 'warning' | 'info';

/** What a rule found: what is wrong, where, and the words it is about. */
export interface Hit {
  /** One sentence for the reader of the report. */
  readonly message: string;
  /** Where, as the record's `at`. */
  readonly at?: string;
  /** The paper's own words that it is about. */
  readonly quote?: string;
}

/** Numbers that rules measure by, and that a configuration may set. */
export interface Thresholds {
  /** Least share of a paper's characters that must be in fields. */
  readonly coverage: number;
  /** Least confidence in the recognised kind. */
  readonly confidence: number;
}

export const THRESHOLDS: Thresholds = {
  coverage: 0.98, // under this, a paragraph or more of an ordinary paper is in no field
  confidence: 0.9, // from here up, recognition was right on every paper that it was measured on (docs/confidence.md)
};

export interface Rule {
  /** Words of small letters joined by hyphens; never changed once published. */
  readonly id: string;
  readonly severity: Severity;
  /** The kinds it looks at; all where absent. */
  readonly kinds?: readonly KindName[];
  /** One sentence: what is wrong when it finds something. */
  readonly about: string;
  /** Why it matters and what to do, for the rule's page. */
  readonly help: string;
  /** What it finds in a record; absent for rules that readers and parsers report as diagnostics. Never throws. */
  readonly check?: (record: AnyRecord, thresholds: Thresholds) => Hit[];
}
