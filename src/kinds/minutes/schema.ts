import { z } from 'zod';
import { STATUSES } from '../names.js';
import { At, ClockTime, Cost, IsoDate, Item, Outcome, Party, Period, Reference, Table, recordSchema } from '../schemas.js';

/** Somebody whom the minutes name as there, or as sending apologies. */
export const Attendant = z.strictObject({
  honorific: z.string().optional(), name: z.string(), role: z.string().optional(), organisation: z.string().optional(),
  status: z.enum(STATUSES),
  note: z.string().optional().describe('what stands beside the name: "virtually", "part of the meeting", "for Mr Smith"'),
  at: At, until: At.optional(),
}).describe('somebody at the meeting, or missed there');

/** A vote: numbers as numbers, names as the paper prints them. */
export const Vote = z.strictObject({
  text: z.string().optional(),
  for: z.int().min(0).optional(), against: z.int().min(0).optional(), abstained: z.int().min(0).optional(),
  result: z.enum(['carried', 'lost', 'tied']).optional(),
  names: z.strictObject({ for: z.array(z.string()), against: z.array(z.string()), abstained: z.array(z.string()) }).optional(),
});

/** An entry of a decision that was taken as a whole. */
export const DecisionItem = z.strictObject({ ...Item.shape, outcome: Outcome.optional() });

/** What was resolved. */
export const Decision = z.strictObject({
  number: z.string().optional(),
  text: z.string().describe('what was resolved, without "RESOLVED –" and the like'),
  outcome: Outcome.optional(),
  amendment: z.literal(true).optional().describe('a vote on an amendment, not on the matter itself'),
  motion: z.string().optional().describe('the paragraph that says who moved it, with what it quotes'),
  mover: Party.optional(), seconder: Party.optional(), vote: Vote.optional(),
  reasons: z.array(Item).optional(),
  alternatives: z.array(Item).optional().describe('options considered and rejected, where they are given with the decision'),
  callIn: z.array(Item).optional().describe('what is said on call-in and taking effect'),
  items: z.array(DecisionItem).optional(),
  tables: z.array(Table).optional(),
  references: z.array(Reference).optional(),
  at: At, until: At.optional(),
});

/** A declaration of interest: an Item, and what can be told from it. */
export const Declaration = z.strictObject({
  ...Item.shape,
  members: z.array(Party).optional().describe('who declared it'),
  interest: z.string().optional().describe('the kind of interest, as printed: "disclosable pecuniary", "personal"'),
  agendaItem: z.string().optional().describe('the item of the agenda that it concerns'),
  withdrew: z.boolean().optional().describe('true where it says that they left or took no part, false where it says that they stayed'),
});

/** Something that the meeting asked somebody to do. */
export const MinuteAction = z.strictObject({
  text: z.string(), items: z.array(Item).optional(), owners: z.array(Party), ownersText: z.string().optional(),
  cost: Cost.optional(), timescale: Period.optional(), status: z.string().optional(),
  other: z.record(z.string(), z.string()).optional(), at: At, until: At.optional(),
});

/** One item of business. */
export const MinuteItem = z.strictObject({
  number: z.string().optional().describe("the minute's number"),
  agendaItem: z.string().optional().describe("the agenda's number: \"(Item 3)\""),
  title: z.string(),
  purpose: z.string().optional(),
  discussion: z.array(Item),
  decisionsIntroduction: z.string().optional().describe('the words that introduce a list of decisions'),
  decisions: z.array(Decision),
  declarations: z.array(Declaration),
  documents: z.array(Item),
  actions: z.array(MinuteAction).optional(),
  tables: z.array(Table).optional(),
  attendance: z.array(Attendant).optional(),
  attendanceIntroduction: z.string().optional(),
  exempt: z.literal(true).optional(),
  at: At, until: At.optional(),
});

export const NextMeeting = z.strictObject({
  text: z.string(), date: IsoDate.optional(), time: ClockTime.optional(), venue: z.string().optional(),
});

/** The minutes of a meeting, or of one item of one. */
export const MinutesRecord = recordSchema('minutes', {
  meeting: z.strictObject({
    body: z.string(), date: IsoDate.optional(), startTime: ClockTime.optional(), endTime: ClockTime.optional(),
    venue: z.string().optional(), nextMeeting: NextMeeting.optional(),
    adjournments: z.array(z.strictObject({ text: z.string(), at: At })).optional().describe('where the minutes say that the meeting broke off or went on'),
  }),
  attendance: z.array(Attendant),
  items: z.array(MinuteItem),
  notes: z.array(Item).optional().describe('remarks at the head or the foot that belong to no item'),
  signature: z.strictObject({ text: z.string(), at: At, until: At.optional() }).optional().describe('the block in which the chair signs'),
});

export type Status = (typeof STATUSES)[number];
export type Attendant = z.infer<typeof Attendant>;
export type Vote = z.infer<typeof Vote>;
export type Decision = z.infer<typeof Decision>;
export type DecisionItem = z.infer<typeof DecisionItem>;
export type Declaration = z.infer<typeof Declaration>;
export type MinuteAction = z.infer<typeof MinuteAction>;
export type MinuteItem = z.infer<typeof MinuteItem>;
export type NextMeeting = z.infer<typeof NextMeeting>;
export type MinutesRecord = z.infer<typeof MinutesRecord>;
