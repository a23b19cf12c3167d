import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KIND_NAMES } from '../../src/kinds/names.js';
import { VocabularySchema } from '../../src/kinds/shared/vocabulary-schema.js';
import { vocabularies } from '../../src/work/vocabularies.js';

describe('the vocabularies', () => {
  // The sources read them as they are: only the build holds them to their schema.
  it.each(KIND_NAMES)('%s is what a vocabulary must be', (kind) => {
    const raw: unknown = parse(readFileSync(new URL(`../../src/kinds/${kind}/vocabulary.yaml`, import.meta.url), 'utf8')) ?? {};
    expect(vocabularies()[kind]).toEqual(VocabularySchema.parse(raw));
  });

  it('may have no key of another name', () => {
    expect(VocabularySchema.safeParse({ heading: {} }).success).toBe(false);
  });
});
