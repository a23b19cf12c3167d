import { z } from 'zod';
import { At, Cost, Item, Party, Period, recordSchema } from '../schemas.js';

export const COLUMN_FIELDS = ['recommendation', 'action', 'owner', 'cost', 'timescale', 'status', 'number', 'other'] as const;

const Column = z.strictObject({
  heading: z.string(), group: z.string().optional().describe('the heading that spans this column and others'), field: z.enum(COLUMN_FIELDS),
});

export const Action = z.strictObject({
  number: z.string().optional(),
  text: z.string(), items: z.array(Item).optional(),
  owners: z.array(Party), ownersText: z.string().optional(),
  cost: Cost.optional(), timescale: Period.optional(), status: z.string().optional(),
  other: z.record(z.string(), z.string()).optional().describe('cells of columns that have no field of their own, by heading'),
  at: At, until: At.optional(),
});

const Unplaced = z.strictObject({ field: z.string(), text: z.string(), at: At });

export const Recommendation = z.strictObject({
  number: z.string().optional(), group: z.string().optional().describe('the band row or title above the rows'),
  text: z.string(), actions: z.array(Action), response: z.string().optional(),
  continued: z.literal(true).optional().describe('its beginning is not in the paper'),
  unplaced: z.array(Unplaced).optional().describe('values that stand beside no action'),
  at: At, until: At.optional(),
});

/** An action plan: recommendations, the actions proposed for each, and the owner, cost and timescale that stand beside each action. */
export const ActionPlanRecord = recordSchema('action-plan', {
  columns: z.array(Column), recommendations: z.array(Recommendation), introduction: z.array(Item),
  indicators: z.array(z.strictObject({ text: z.string(), timescale: Period.optional(), progress: z.string().optional(), at: At })),
  notes: z.array(Item).optional().describe('prose after the plan'),
});

export type ColumnField = (typeof COLUMN_FIELDS)[number];
export type Column = z.infer<typeof Column>;
export type Action = z.infer<typeof Action>;
export type Recommendation = z.infer<typeof Recommendation>;
export type ActionPlanRecord = z.infer<typeof ActionPlanRecord>;
