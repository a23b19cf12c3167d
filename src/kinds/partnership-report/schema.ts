import { z } from 'zod';
import { At, Heading, Item, recordSchema } from '../schemas.js';

/** An entry of progress or achievements, with the priorities that it names by number. */
export const PriorityItem = z.strictObject({ ...Item.shape, priorities: z.array(z.int()).optional() });

export const Group = z.strictObject({
  number: z.string().optional(),
  name: z.string(),
  headings: z.array(Heading),
  introduction: z.array(Item),
  termsOfReference: z.array(Item),
  aims: z.array(Item),
  outcomes: z.array(Item).describe('what the group sets out to achieve'),
  progress: z.array(PriorityItem),
  achievements: z.array(PriorityItem).describe('what the group has achieved'),
  risks: z.array(Item),
  risksStatement: z.string().optional().describe('a sentence in place of risks: "Not applicable at this stage."'),
  other: z.array(z.strictObject({ heading: z.string(), items: z.array(Item) })),
  at: At,
});
export type Group = z.infer<typeof Group>;

/** The lists of a group, in the record's order. */
export const LISTS = ['introduction', 'termsOfReference', 'aims', 'outcomes', 'progress', 'achievements', 'risks'] as const;
export type ListName = (typeof LISTS)[number];

/** A group with nothing under its name yet. */
export const emptyGroup = (name: string, at: string, number?: string): Group => ({
  ...(number === undefined ? {} : { number }), name, headings: [],
  introduction: [], termsOfReference: [], aims: [], outcomes: [], progress: [], achievements: [], risks: [], other: [], at,
});

/** The report of a partnership on the work of its groups. */
export const PartnershipReportRecord = recordSchema('partnership-report', {
  purpose: z.string().optional().describe('what the board is to do with it ("For Information")'),
  introduction: z.array(Item).optional().describe('what stands before the first group'),
  fields: z.array(z.strictObject({ label: z.string(), text: z.string(), at: At })).optional().describe('labelled lines of the front ("Report author: …")'),
  groups: z.array(Group),
});
export type PartnershipReportRecord = z.infer<typeof PartnershipReportRecord>;
