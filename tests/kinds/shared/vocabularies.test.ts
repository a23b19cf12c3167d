// What holds for the word lists of all kinds: no wording twice in a list, no star where none is read.
import { describe, expect, it } from 'vitest';
import { vocabularies } from '../../../src/work/vocabularies.js';

const all = Object.entries(vocabularies());
/** In headings and columns the case does not count; in words a wording all in capitals is another one. */
const twice = (list: readonly string[], anyCase: boolean): string[] => {
  const keys = list.map((w) => (anyCase ? w.toLowerCase() : w));
  return list.filter((_, i) => keys.indexOf(keys[i] ?? '') !== i);
};

describe.each(all)('the vocabulary of %s', (_kind, vocabulary) => {
  it('holds no wording twice in one list', () => {
    const found = (['headings', 'columns', 'words'] as const).flatMap((part) => Object.entries(vocabulary[part]).flatMap(([name, list]) => twice(list, part !== 'words').map((w) => `${part}.${name}: ${w}`)));
    expect(found).toEqual([]);
  });
  it('has stars in headings and columns at an end only: inside a wording none is read', () => {
    const found = (['headings', 'columns'] as const).flatMap((part) => Object.entries(vocabulary[part]).flatMap(([name, list]) => list.filter((w) => w.slice(1, -1).includes('*')).map((w) => `${part}.${name}: ${w}`)));
    expect(found).toEqual([]);
  });
});
