import { z } from 'zod';
import { At, ClockTime, IsoDate, Item, Party, recordSchema } from '../schemas.js';

/** One item of business on an agenda. */
export const AgendaItem = z.strictObject({
  number: z.string().optional(),
  title: z.string(),
  reference: z.string().optional().describe("a decision's number printed at the head of the title"),
  purpose: z.string().optional(),
  lead: z.string().optional().describe('who leads on it or reports, as printed'),
  note: z.string().optional().describe('any other line under the title'),
  pages: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }).optional(),
  exempt: z.literal(true).optional(),
  at: At, until: At.optional(),
});

/** The agenda of a meeting: its front sheet. */
export const AgendaRecord = recordSchema('agenda', {
  meeting: z.strictObject({
    body: z.string(), date: IsoDate.optional(), startTime: ClockTime.optional(), endTime: ClockTime.optional(), venue: z.string().optional(),
  }),
  contact: z.strictObject({ name: z.string(), role: z.string().optional(), phone: z.string().optional(), email: z.string().optional() }).optional(),
  membership: z.array(Party),
  notes: z.array(Item).describe('bracketed remarks, headings such as "EXEMPT ITEMS", advice to the public'),
  signatory: Party.optional(),
  issued: IsoDate.optional(),
  items: z.array(AgendaItem),
});

export type AgendaItem = z.infer<typeof AgendaItem>;
export type AgendaRecord = z.infer<typeof AgendaRecord>;
