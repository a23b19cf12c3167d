import { z } from 'zod';
import { At, Implication, IsoDate, Item, Party, recordSchema } from '../schemas.js';

/**
 * A record of an executive decision, or notice of one: what regulation 12 of the Local Authorities (Executive Arrangements)
 * (Meetings and Access to Information) (England) Regulations 2012 has it contain, and what goes before it.
 */
export const DecisionNoticeRecord = recordSchema('decision-notice', {
  decisionNumber: z.string().optional(), decisionMaker: Party.optional(), subject: z.string(),
  keyDecision: z.boolean().optional(), callIn: z.boolean().optional(),
  decided: IsoDate.optional(), published: IsoDate.optional(), effective: IsoDate.optional(),
  callInDeadline: IsoDate.optional().describe('the last day on which it may be called in'),
  signatory: Party.optional(), proposed: z.literal(true).optional().describe('the decision is yet to be taken'),
  implications: z.array(Implication).optional(),
  decision: z.array(Item), reasons: z.array(Item), consultation: z.array(Item), alternatives: z.array(Item),
  interests: z.array(Item), dispensations: z.array(Item), backgroundPapers: z.array(Item).optional(),
  fields: z.array(z.strictObject({ label: z.string(), text: z.string(), at: At })).optional().describe('labelled values that have no field of their own'),
});
export type DecisionNoticeRecord = z.infer<typeof DecisionNoticeRecord>;
