/** What a kind of paper is: one folder under `src/kinds/`, and one line in the registry. */
import type { z } from 'zod';
import type { Locator } from '../paper/locator.js';
import type { Paper } from '../paper/model.js';
import type { Rule } from './rule.js';
import type { KindName } from './schemas.js';
import type { ParseContext } from './shared/context.js';
import type { Vocabulary } from './shared/vocabulary.js';

/** A phrase or a feature that speaks for a kind. Weights are logits: 1 makes the kind some three times as likely. */
export interface Evidence {
  readonly text: string;
  readonly weight: number;
  readonly at?: Locator;
}

/** The fields of the envelope that a kind reads off the paper itself. */
export interface Masthead {
  title?: string;
  organisation?: string;
  body?: string;
  date?: string;
}

/** What a kind's parser yields: the envelope's fields that it read, and its own. */
export interface Parsed {
  masthead: Masthead;
  fields: Record<string, unknown>;
}

export interface Kind {
  readonly name: KindName;
  /** One line for `ctrust schema`. */
  readonly about: string;
  /** Schema of the whole record. */
  readonly schema: z.ZodObject;
  /** All that speaks for the paper's being of this kind (positive weights) and against it (negative). Pure. */
  recognise(paper: Paper, vocabulary: Vocabulary): Evidence[];
  /** Reads the paper; takes what it uses from the context's ledger; never throws for a strange paper. */
  parse(context: ParseContext): Parsed;
  /** What is held against its records. */
  readonly rules: readonly Rule[];
}
