/**
 * The parts that records of every kind are made of, as Zod schemas: the source of the output contract. The JSON Schemas
 * in `schemas/` are generated from these. Names are fixed: tools outside this project read them.
 */
import { z } from 'zod';
import { AREAS, KIND_NAMES, type KindName, OUTCOMES, SCHEMA_VERSION } from './names.js';

const Iso = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).describe('ISO date');
const Clock = z.string().regex(/^\d{2}:\d{2}$/).describe('time as HH:MM');
export const IsoDate = Iso;
export const ClockTime = Clock;
export const At = z.string().regex(/^#/).describe('where it stands in its source: a URI fragment');

export const Reference = z.strictObject({
  type: z.enum(['recommendation', 'minute', 'section', 'paragraph', 'page', 'appendix', 'decision']),
  number: z.string(),
}).describe('something that the text names by number');

export const Period = z.strictObject({
  text: z.string(), start: Iso.optional(), end: Iso.optional(),
  precision: z.enum(['day', 'month', 'quarter', 'season', 'year', 'financial-year', 'range']).optional(),
  ongoing: z.literal(true).optional(), status: z.literal('to-be-confirmed').optional(),
  get parts() { return z.array(Period).optional(); },
}).describe('a time or a stretch of time; start and end inclusive');

export const Cost = z.strictObject({
  text: z.string(), amount: z.number().optional(), currency: z.string().optional(),
  amountFrom: z.number().optional(), amountTo: z.number().optional(), per: z.string().optional(),
  approximate: z.literal(true).optional(), bound: z.enum(['minimum', 'maximum']).optional(),
  status: z.enum(['not-applicable', 'unknown', 'within-existing-budget', 'to-be-confirmed']).optional(),
}).describe('a cost');

export const Party = z.strictObject({
  text: z.string(), name: z.string(), type: z.enum(['person', 'role', 'body']),
  honorific: z.string().optional(), role: z.string().optional(), organisation: z.string().optional(),
}).describe('somebody named in the paper');

export const TableCell = z.strictObject({
  row: z.int().min(0), column: z.int().min(0), rowSpan: z.int().min(1), columnSpan: z.int().min(1),
  text: z.string(), header: z.boolean().optional(), picture: z.boolean().optional(), at: At.optional(),
});
export const Table = z.strictObject({
  title: z.string().optional(), headerRows: z.int().min(0), columns: z.int().min(0),
  rows: z.array(z.array(z.string())), cells: z.array(TableCell),
  inside: z.strictObject({ table: z.int().min(0), row: z.int().min(0), column: z.int().min(0) }).optional(),
  at: At, until: At.optional(),
}).describe('a table of data');

export const Item = z.strictObject({
  number: z.string().optional().describe('the label as printed, without the punctuation around it'),
  text: z.string(),
  heading: z.literal(true).optional(),
  get items() { return z.array(Item).optional(); },
  tables: z.array(Table).optional(),
  references: z.array(Reference).optional(),
  struck: z.literal(true).optional(),
  inserted: z.literal(true).optional(),
  at: At, until: At.optional(),
}).describe('one paragraph, list entry or numbered point');

export const Section = z.strictObject({
  number: z.string().optional(), title: z.string(),
  paragraphs: z.array(Item),
  get sections() { return z.array(Section); },
  tables: z.array(Table).optional(),
  at: At, until: At.optional(),
});

export const Outcome = z.enum(OUTCOMES);

export const Implication = z.strictObject({
  number: z.string().optional(), area: z.enum(AREAS), heading: z.string(), items: z.array(Item), at: At,
});

export const Heading = z.strictObject({
  field: z.string(), number: z.string().optional(), heading: z.string(), at: At,
}).describe("one of the paper's own headings that became a field name here");

export const DiagnosticRecord = z.strictObject({
  rule: z.string(), severity: z.enum(['error', 'warning', 'info']), message: z.string(), at: At.optional(),
});

export { KIND_NAMES, type KindName };

const Apart = z.array(z.strictObject({ text: z.string(), at: At }));

/** The fields that every record has, whatever its kind. */
export const envelope = {
  schemaVersion: z.literal(SCHEMA_VERSION),
  title: z.string(),
  organisation: z.string().optional(),
  body: z.string().optional(),
  date: Iso.optional(),
  source: z.strictObject({
    file: z.string(), format: z.string(), sha256: z.string(), bytes: z.int(), pages: z.int().optional(), language: z.string().optional(),
    metadata: z.record(z.string(), z.string()).optional(),
  }),
  generator: z.strictObject({ name: z.string(), version: z.string() }),
  classification: z.strictObject({
    kind: z.enum(KIND_NAMES), confidence: z.number().min(0).max(1),
    evidence: z.array(z.strictObject({ text: z.string(), at: At.optional() })),
  }),
  headings: z.array(Heading),
  coverage: z.strictObject({
    characters: z.int(), captured: z.int(), ratio: z.number(), unassigned: Apart, furniture: Apart, hidden: Apart,
    interpreted: z.array(z.strictObject({ text: z.string(), at: At, until: At.optional() })).optional().describe('captured words that stand in no field as printed: labels, and what was read as a date, a number or an outcome'),
  }),
  attached: z.array(z.record(z.string(), z.unknown())).optional().describe('records of other kinds that the same file holds'),
  diagnostics: z.array(DiagnosticRecord),
};

/** The schema of a kind's record: the envelope, the kind's name, and the kind's own fields. */
export function recordSchema<K extends KindName, S extends z.ZodRawShape>(kind: K, fields: S) {
  const { schemaVersion, ...rest } = envelope;
  return z.strictObject({ schemaVersion, kind: z.literal(kind), ...rest, ...fields });
}

export type Reference = z.infer<typeof Reference>;
export type Period = z.infer<typeof Period>;
export type Cost = z.infer<typeof Cost>;
export type Party = z.infer<typeof Party>;
export type TableCell = z.infer<typeof TableCell>;
export type Table = z.infer<typeof Table>;
export type Item = z.infer<typeof Item>;
export type Section = z.infer<typeof Section>;
export type Outcome = z.infer<typeof Outcome>;
export type Implication = z.infer<typeof Implication>;
export type Heading = z.infer<typeof Heading>;
export type DiagnosticRecord = z.infer<typeof DiagnosticRecord>;
