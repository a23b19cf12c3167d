import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { introduces, nest, type Node } from '../../../src/kinds/shared/nesting.js';
import { para } from '../paper.js';

type Tree = [string, Tree[]];
const tree = (nodes: readonly Node[]): Tree[] => nodes.map((n) => [n.paragraph.number ?? (n.paragraph.bullet ? '•' : n.paragraph.text.slice(0, 12)), tree(n.children)]);
const of = (...lines: string[]): Tree[] => tree(nest(lines.map((l) => para(l))));

describe('nesting of lists', () => {
  it('puts the entries of an introduced list under the paragraph that introduces it', () => {
    expect(of('The aims are:', '• one', '• two', 'A paragraph after.')).toEqual([['The aims are', [['•', []], ['•', []]]], ['A paragraph ', []]]);
  });

  it('tells the letter i from the roman number i by the list that it continues', () => {
    expect(of('g. Pathways', 'h. Access', 'i. Involvement', 'j. Reduction')).toEqual([['g', []], ['h', []], ['i', []], ['j', []]]);
    expect(of('c. Improvements that:', 'i. streamline', 'ii. ensure', 'iii. widen', 'd. Communication')).toEqual([
      ['c', [['i', []], ['ii', []], ['iii', []]]], ['d', []]]);
  });

  it('nests sub-points of numbered paragraphs, whatever the paragraph ends with', () => {
    expect(of('1.5 Some processes were tried.', '• the first', '• the second', '1.6 All went well.')).toEqual([['1.5', [['•', []], ['•', []]]], ['1.6', []]]);
    expect(of('4.2 Options', '4.2.1 Do nothing', '4.2.2 Do more', '4.3 Costs')).toEqual([['4.2', [['4.2.1', []], ['4.2.2', []]]], ['4.3', []]]);
  });

  it('keeps bullets after a plain sentence beside it', () => {
    expect(of('The panel met twice.', '• one', '• two')).toEqual([['The panel me', []], ['•', []], ['•', []]]);
  });

  it('reads a bullet that ends in a colon, and bullets in small letters after it, as a list in a list', () => {
    expect(of('• Staffing pressures.', '• Costs at this tier for:', '• reducing waiting lists', '• other provision', '• Buildings.')).toEqual([
      ['•', []], ['•', [['•', []], ['•', []]]], ['•', []]]);
  });

  it('puts bullets at the margin under a numbered point that introduces them, and no others', () => {
    const point = (text: string) => para(text, { labelIndent: 36 });
    const bullet = (text: string) => para(text, { labelIndent: 18 });
    expect(tree(nest([point('4.2 The review found:'), bullet('• one'), bullet('• two'), point('4.3 All agreed.')]))).toEqual([['4.2', [['•', []], ['•', []]]], ['4.3', []]]);
    expect(tree(nest([point('4.2 The review is done.'), bullet('• one')]))).toEqual([['4.2', []], ['•', []]]);
    expect(tree(nest([point('1. note the report;'), point('2. thank officers;'), bullet('• Copies may be had from the clerk.')]))).toEqual([['1', []], ['2', []], ['•', []]]);
  });

  it('goes by indents where the source shows them', () => {
    const p = [para('• outer', { labelIndent: 18 }), para('• inner', { labelIndent: 36 }), para('• inner too', { labelIndent: 36 }), para('• outer again', { labelIndent: 18 })];
    expect(tree(nest(p))).toEqual([['•', [['•', []], ['•', []]]], ['•', []]]);
  });

  it('keeps skipped and repeated numbers in their list', () => {
    expect(of('5.8 Project group.', '5.8 Staffing.', '5.10 Drafts.', '5.9 Agreement.')).toEqual([['5.8', []], ['5.8', []], ['5.10', []], ['5.9', []]]);
  });

  it('starts a list again after a paragraph without a label', () => {
    expect(of('1. One', 'Between.', '2. Two')).toEqual([['1', []], ['Between.', []], ['2', []]]);
  });

  it('loses no paragraph and keeps their order', () => {
    const line = fc.tuple(fc.constantFrom('', '• ', '1. ', '2. ', 'a. ', 'b. ', 'i. ', 'ii. ', '1.1 ', '1.2 ', '(a) ', '4.2.1 '), fc.constantFrom('Text', 'text that:', 'Words;', 'the end.'));
    fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const ps = lines.map(([label, text]) => para(`${label}${text}`));
      const flat = (nodes: readonly Node[]): number[] => nodes.flatMap((n) => [n.paragraph.id, ...flat(n.children)]);
      expect(flat(nest(ps))).toEqual(ps.map((p) => p.id));
    }));
  });
});

describe('texts that introduce a list', () => {
  it.each(['These are as follows', 'Practice improvements that', 'We have 8 priorities, as follows:', 'which will have responsibility for;', 'They comprise:', 'The group will include'])('%s', (text) => {
    expect(introduces(text)).toBe(true);
  });
  it.each(['The panel met twice.', 'Family support', 'A reference to Appendix 2'])('not: %s', (text) => {
    expect(introduces(text)).toBe(false);
  });
});
