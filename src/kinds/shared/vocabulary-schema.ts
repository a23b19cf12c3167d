/** What a `vocabulary.yaml` must be: checked when the program is built. */
import { z } from 'zod';
import type { Vocabulary } from './vocabulary.js';

const Wordings = z.record(z.string(), z.array(z.string().min(1)));

export const VocabularySchema = z.strictObject({
  evidence: z.array(z.strictObject({
    phrase: z.string().min(1),
    where: z.enum(['title', 'heading', 'column', 'start', 'text']),
    weight: z.number(),
  })).default([]),
  headings: Wordings.default({}),
  columns: Wordings.default({}),
  words: Wordings.default({}),
}) satisfies z.ZodType<Vocabulary>;
