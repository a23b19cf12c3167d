import { z } from 'zod';
import { At, Section, Table, recordSchema } from '../schemas.js';

/** A paper that is none of the known kinds: its sections, tables and form fields. */
export const DocumentRecord = recordSchema('document', {
  sections: z.array(Section),
  tables: z.array(Table),
  fields: z.array(z.strictObject({ label: z.string(), text: z.string(), at: At })).describe('labelled fields of a form ("Proposed by: …")'),
});
export type DocumentRecord = z.infer<typeof DocumentRecord>;
