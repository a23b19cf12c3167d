import { z } from 'zod';
import { At, Item, Party, Period, Section, recordSchema } from '../schemas.js';

/** A step to come, with the time that it names. It also stands in its place in `parts`. */
export const NextStep = z.strictObject({
  number: z.string().optional(), text: z.string(), timescale: Period.optional(), at: At, until: At.optional(),
});
export type NextStep = z.infer<typeof NextStep>;

export const Part = z.strictObject({ number: z.string().optional(), title: z.string(), sections: z.array(Section), at: At.optional() });
export type Part = z.infer<typeof Part>;

/** A strategy, vision or policy paper: a tree of numbered sections, in parts. */
export const StrategyPaperRecord = recordSchema('strategy-paper', {
  appendixNumber: z.string().optional().describe('where the paper is an appendix to another'),
  authors: z.array(Party),
  fields: z.array(z.strictObject({ label: z.string(), text: z.string(), at: At })).optional().describe('labelled lines of the front'),
  parts: z.array(Part),
  questions: z.array(Item).describe('questions put to consultation; they also stand in their place'),
  nextSteps: z.array(NextStep),
});
export type StrategyPaperRecord = z.infer<typeof StrategyPaperRecord>;
