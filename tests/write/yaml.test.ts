import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { recordYaml, toYaml } from '../../src/write/yaml.js';

describe('records as YAML', () => {
  it('begins with the line that tells editors the schema', () => {
    expect(recordYaml({ kind: 'minutes' }).split('\n')[0]).toBe('# yaml-language-server: $schema=schemas/minutes.schema.json');
    expect(recordYaml({ kind: 'minutes' }, 'https://example.org/s/').split('\n')[0]).toBe('# yaml-language-server: $schema=https://example.org/s/minutes.schema.json');
  });

  it('quotes what a YAML reader could take for something else than text', () => {
    for (const text of ['NO', 'y', 'off', '12:30', '0123', '0o14', '=', '~', '<<', '1e3', '2012-01-24', '', '.5', '+1', '-', '1_000', 'null']) {
      const yaml = toYaml({ text });
      expect(parse(yaml, { version: '1.1' })).toEqual({ text });
      expect(parse(yaml, { version: '1.2' })).toEqual({ text });
    }
  });

  it('gives back the same values by YAML 1.1 and 1.2, whatever the text', () => {
    fc.assert(fc.property(fc.array(fc.record({ text: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constantFrom('Yes', 'a: b', '# x', '- y', 'a\n\nb', '  lead', 'trail ', '%')), n: fc.integer() })), (list) => {
      const yaml = toYaml({ list });
      expect(parse(yaml, { version: '1.1' })).toEqual({ list });
      expect(parse(yaml, { version: '1.2' })).toEqual({ list });
    }));
  });
});
