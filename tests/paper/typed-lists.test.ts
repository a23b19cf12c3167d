/** Lists typed within one paragraph: which of its lines begin an entry. */
import { describe, expect, it } from 'vitest';
import { entryLines } from '../../src/paper/typed-lists.js';

describe('lines that begin an entry', () => {
  it.each<[string, string[], number[]]>([
    ['numbers after words that introduce them', ['That the Panel:', '1. approves the plan; and', '2. notes the cost.'], [1, 2]],
    ['letters, a line that goes on among them', ['a) Survey the paths', 'b) Clear the', 'brambles', 'c) Report back'], [0, 1, 3]],
    ['bullets of one kind', ['The reasons are:', '• it is cheap', '• it is quick'], [1, 2]],
    ['an inner list in an outer one', ['1. Outer', '(a) inner', '(b) inner', '2. Outer again'], [0, 1, 2, 3]],
    ['numbers of two parts', ['2.1 The first.', '2.2 The second.'], [0, 1]],
  ])('%s', (_, lines, entries) => {
    expect(entryLines(lines)).toEqual(entries);
  });

  it.each<[string, string[]]>([
    ['an address', ['1 High Street', 'Ardle', 'AR1 2QQ']],
    ['people with initials', ['A. Smith', 'B. Jones', 'C. Hall']],
    ['hours', ['9.30 am Tea', '10.30 am Talk']],
    ['votes', ['Yes – 5', 'No – 4']],
    ['one label alone', ['See:', '1. the plan']],
    ['numbers that do not follow on each other', ['3. the third', '7. the seventh']],
    ['labels of two dresses', ['(a) one', 'b. two']],
    ['references without words', ['1.1', '1.2']],
  ])('none in %s', (_, lines) => {
    expect(entryLines(lines)).toEqual([]);
  });

  it('looks no further than its neighbours, however many lines there are', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${(i * 7) % 900}. entry`);
    expect(entryLines(lines)).toEqual([]);
  });
});
