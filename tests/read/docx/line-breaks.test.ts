/** Line breaks inside a paragraph: where a reader sees a new one begin, and where not. */
import { describe, expect, it } from 'vitest';
import { fragment } from '../../../src/paper/locator.js';
import { cellText } from '../../../src/paper/walk.js';
import { lines, onlyTable, paragraphs, read, spanned } from './reading.js';
import { paragraph, run, table } from './word-file.js';

const br = '<w:r><w:br/></w:r>';
const page = '<w:r><w:br w:type="page"/></w:r>';
const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';

describe('lists typed with line breaks', () => {
  it('are paragraphs, at the place of theirs', async () => {
    const paper = await read(paragraph('First') + paragraph(run('That Cabinet:') + br + run('1. approves the plan; and') + br + run('2. notes the cost', '<w:b/>') + run('.')));
    expect(lines(paper)).toEqual(['First', 'That Cabinet:', '1. approves the plan; and', '2. notes the cost.']);
    expect(paragraphs(paper).map((p) => [p.number, fragment(p.at)])).toEqual([[undefined, '#paragraph=1'], [undefined, '#paragraph=2'], ['1', '#paragraph=2'], ['2', '#paragraph=2']]);
    expect(spanned(paragraphs(paper)[3]!, 'bold')).toEqual(['notes the cost']);
  });

  it('stand under a number that Word counts, which counts on behind them', async () => {
    const paper = await read({ numbering, body: paragraph(run('The reasons are:') + br + run('• it is cheap') + br + run('• it is quick'), numPr) + paragraph('Next', numPr) });
    expect(lines(paper)).toEqual(['1. The reasons are:', '• it is cheap', '• it is quick', '2. Next']);
  });

  it('part a cell, each entry beside what its height says', async () => {
    const paper = await read(table([[paragraph('Action'), paragraph('Owner')], [paragraph(run('a) Survey the paths') + br + run('b) Clear them')), paragraph('Parks') + paragraph('Ranger')]]));
    expect(onlyTable(paper).cells.map(cellText)).toEqual(['Action', 'Owner', 'a) Survey the paths\nb) Clear them', 'Parks\nRanger']);
    const [, , list, owners] = onlyTable(paper).cells;
    expect(list!.blocks.map((b) => (b.type === 'paragraph' ? b.top : 0))).toEqual(owners!.blocks.map((b) => (b.type === 'paragraph' ? b.top : 0)));
  });
});

describe('an empty line, and a page break', () => {
  it('part paragraphs', async () => {
    expect(lines(await read(paragraph(run('One.') + br + br + run('Two.')) + paragraph(run('End of the report.') + page + run('Appendix 1'))))).toEqual(['One.', 'Two.', 'End of the report.', 'Appendix 1']);
  });

  it('leave no number behind, and stand a line apart', async () => {
    const paper = await read({ numbering, body: paragraph(run('One.') + br + br + run('Two.'), numPr) + paragraph('Three', numPr) });
    expect(lines(paper)).toEqual(['1. One.', 'Two.', '2. Three']);
    expect(paragraphs(paper)[1]!.gapAbove).toBeGreaterThan(0);
  });
});

describe('a first line in bold', () => {
  it('is a heading over the text behind it, and keeps the number', async () => {
    const paper = await read(paragraph('Ardle Council') + paragraph(run('2. Reasons', '<w:b/>') + br + run('The path is worn.')) + paragraph(run('Costs', '<w:b/>') + br + run('None.') + br + run('Later, perhaps some.')));
    expect(lines(paper)).toEqual(['Ardle Council', '2. Reasons', 'The path is worn.', 'Costs', 'None. Later, perhaps some.']);
    expect(paragraphs(paper).map((p) => [p.number, p.heading?.by])).toEqual([[undefined, undefined], ['2', 'looks'], [undefined, undefined], [undefined, 'looks'], [undefined, undefined]]);
  });

  it.each([
    ['a name over a post', run('Jane Doe', '<w:b/>') + br + run('Director of Place'), 'Jane Doe Director of Place'],
    ['words that lead over', run('RESOLVED –', '<w:b/>') + br + run('That it be so.'), 'RESOLVED – That it be so.'],
    ['bold that goes on', run('All in', '<w:b/>') + br + run('Bold here.', '<w:b/>'), 'All in Bold here.'],
    ['a sentence that goes on', run('Much of it', '<w:b/>') + br + run('is worn.'), 'Much of it is worn.'],
  ])('is none: %s', async (_, content, text) => {
    expect(lines(await read(paragraph('x') + paragraph(content)))).toEqual(['x', text]);
  });

  it('is none in a cell', async () => {
    expect(lines(await read(table([[paragraph(run('Reasons', '<w:b/>') + br + run('The path is worn.')), paragraph('x')], [paragraph('y'), paragraph('z')]])))[0]).toBe('Reasons The path is worn.');
  });
});

describe('other line breaks', () => {
  it.each([
    ['lines of an address', run('1 High Street') + br + run('Ardle') + br + run('AR1 2QQ'), '1 High Street Ardle AR1 2QQ'],
    ['a page break within a sentence', run('cut in the mid') + page + run('sentence of it'), 'cut in the mid sentence of it'],
    ['breaks at either end', br + br + run('Alone') + br + br, 'Alone'],
  ])('part lines alone: %s', async (_, content, text) => {
    expect(lines(await read(paragraph(content)))).toEqual([text]);
  });

  it('keep a title whole', async () => {
    expect(lines(await read({ styles, body: paragraph(run('Annual report') + br + br + run('2024'), '<w:pStyle w:val="T"/>') }))).toEqual(['Annual report 2024']);
  });

  it('count for nothing in a cell where they begin a page', async () => {
    expect(lines(await read(table([[paragraph(run('One.') + page + run('Two.')), paragraph('x')], [paragraph('y'), paragraph('z')]])))[0]).toBe('One. Two.');
  });
});
