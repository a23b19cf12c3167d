import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchema } from '../../src/kinds/json-schema.js';
import { KINDS } from '../../src/kinds/registry.js';
import { KIND_NAMES } from '../../src/kinds/schemas.js';
import { toJson } from '../../src/write/json.js';

const folder = new URL('../../schemas/', import.meta.url);

describe('the checked-in JSON Schemas', () => {
  it('are those of the kinds, no more and no fewer', () => {
    expect(readdirSync(folder).filter((f) => f.endsWith('.schema.json')).sort()).toEqual([...KIND_NAMES].map((k) => `${k}.schema.json`).sort());
    expect(KINDS.map((k) => k.name).sort()).toEqual([...KIND_NAMES].sort());
  });

  it.each(KINDS.map((k) => k.name))('%s is what the Zod schema says now (npm run generate writes it anew)', (name) => {
    expect(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')).toBe(toJson(jsonSchema(name)));
  });

  it.each(KINDS.map((k) => k.name))('%s is a schema that a validator takes', (name) => {
    const ajv = new Ajv2020({ strict: false });
    expect(() => ajv.compile(jsonSchema(name))).not.toThrow();
  });
});
