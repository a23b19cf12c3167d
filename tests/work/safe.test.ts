/** Text from papers on its way to a terminal or a file. */
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parse } from 'yaml';
import { safe } from '../../src/cli/safe.js';
import { toJson, toNdjson } from '../../src/write/json.js';
import { toYaml } from '../../src/write/yaml.js';

const RAW = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;
const HOSTILE = fc.array(fc.constantFrom('\u001B[31m', '\u009B2J', '\u0007', '\u0000', '\u0085', '\u2028', '\u202E', '\u2066', 'a', ' ', '\n', '\r', 'é', '𝒜', ': ', '- ', '#', '"'), { maxLength: 20 }).map((a) => a.join(''));

describe('what comes out', () => {
  it('has no raw control character, line break or bidi override on a terminal', () => {
    fc.assert(fc.property(HOSTILE, (text) => {
      const out = safe(text);
      expect(out).not.toMatch(RAW);
      expect(out).not.toMatch(/[\n\u202A-\u202E\u2066-\u2069]/);
    }));
  });

  it('has no raw control character in JSON, and the same value', () => {
    fc.assert(fc.property(HOSTILE, (text) => {
      for (const out of [toJson({ text }), toNdjson({ text })]) {
        expect(out).not.toMatch(RAW);
        expect(JSON.parse(out)).toEqual({ text });
      }
      expect(toNdjson({ text }).split(/[\n\u2028\u0085]/)).toHaveLength(2);
    }));
  });

  it('keeps white space in YAML wherever it stands', () => {
    const text = fc.array(fc.constantFrom(' ', '\n', '\t', 'a', '- ', '# ', ': ', 'a long word or two that are folded when the line is full'), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (value) => { expect(parse(toYaml({ value, list: [value] }))).toEqual({ value, list: [value] }); }), { numRuns: 2_000, examples: [[' \n'], ['\n '], ['a \n\n b']] });
  });

  it('has no raw control character in YAML, and the same value', () => {
    fc.assert(fc.property(HOSTILE, (text) => {
      const out = toYaml({ text });
      expect(out).not.toMatch(RAW);
      expect(parse(out)).toEqual({ text });
    }));
  });
});
