/** The JSON Schema of a kind's record, generated from its Zod schema (draft 2020-12). */
import { z } from 'zod';
import { kindNamed } from './registry.js';
import { SCHEMA_VERSION, type KindName } from './names.js';

/** The schema as plain data; the same for the same version of the program. */
export function jsonSchema(name: KindName): Record<string, unknown> {
  const kind = kindNamed(name);
  const { $schema, ...rest } = z.toJSONSchema(kind.schema, { target: 'draft-2020-12' }) as Record<string, unknown>;
  return { $schema, $id: `urn:ctrust:schema:${SCHEMA_VERSION}:${name}`, title: name, description: kind.about, ...rest };
}
