import { z } from 'zod';
import { At, Implication, IsoDate, Item, Outcome, Party, Period, Section, recordSchema } from '../schemas.js';

/** What the body is asked to do, with the outcome that it is asked for. */
export const Recommendation = z.strictObject({
  ...Item.shape,
  outcome: Outcome.optional(),
  recommendedTo: z.string().optional().describe('the body that the recommendation goes on to, where it is said ("recommends to Council")'),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const Contact = z.strictObject({
  honorific: z.string().optional(), name: z.string(), role: z.string().optional(),
  capacity: z.string().optional().describe('in what capacity ("Report author")'),
  phone: z.string().optional(), email: z.string().optional(),
  note: z.string().optional().describe('what else stands there: an address, a second number'),
  at: At.optional(),
});
export type Contact = z.infer<typeof Contact>;

export const Appendix = z.strictObject({ number: z.string().optional(), title: z.string(), at: At });
export type Appendix = z.infer<typeof Appendix>;

export const Milestone = z.strictObject({ period: Period, text: z.string(), at: At });
export type Milestone = z.infer<typeof Milestone>;

/** A report to any decision-making or scrutiny body. */
export const CabinetReportRecord = recordSchema('cabinet-report', {
  meeting: z.strictObject({ body: z.string().optional(), date: IsoDate.optional() }),
  itemNumber: z.string().optional(),
  decisionNumber: z.string().optional(),
  appendixNumber: z.string().optional(),
  portfolio: z.string().optional(),
  reportOf: z.string().optional(),
  from: z.array(Party).optional(),
  authors: z.array(Party).optional(),
  wards: z.array(z.string()).optional(),
  keyDecision: z.boolean().optional(),
  marking: z.string().optional(),
  purpose: z.string().optional().describe('what the body is to do with it ("For decision")'),
  pathway: z.strictObject({ past: z.string().optional(), future: z.string().optional() }).optional(),
  fields: z.array(z.strictObject({ label: z.string(), text: z.string(), at: At })).optional().describe('labelled lines of the front that have no field of their own'),
  summary: z.array(Item),
  recommendationsIntroduction: z.string().optional(),
  recommendations: z.array(Recommendation),
  reasons: z.array(Item),
  supportingInformation: z.array(Item),
  otherOptions: z.array(Item),
  implications: z.array(Implication),
  contacts: z.array(Contact),
  backgroundPapers: z.array(Item),
  appendices: z.array(Appendix),
  milestones: z.array(Milestone).describe('dated steps; they also stay where they are'),
  sections: z.array(Section),
});
export type CabinetReportRecord = z.infer<typeof CabinetReportRecord>;
