/** Tracked changes and comments. */
import { describe, expect, it } from 'vitest';
import { fragment } from '../../../src/paper/locator.js';
import { lines, onlyTable, paragraphs, read } from './reading.js';
import { paragraph, run, table } from './word-file.js';

const BY = 'w:id="1" w:author="A. Clerk" w:date="2024-05-01T09:00:00Z"';
const ins = (inner: string): string => `<w:ins ${BY}>${inner}</w:ins>`;
const del = (text: string): string => `<w:del ${BY}><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`;

describe('tracked changes', () => {
  const body = paragraph(run('The panel ') + del('noted ') + ins(run('agreed ')) + run('the plan.'));

  it('read as after them, or as before them', async () => {
    expect(lines(await read(body))).toEqual(['The panel agreed the plan.']);
    expect(lines(await read(body, { tracked: 'original' }))).toEqual(['The panel noted the plan.']);
  });

  it('are told of', async () => {
    const [told] = (await read(body)).diagnostics;
    expect(told).toEqual({ rule: 'tracked-changes', severity: 'info', message: 'The file holds tracked changes (1 insertion, 1 deletion); the text after them was read.' });
  });

  it('moved text stands once', async () => {
    const moved = paragraph(`<w:moveFromRangeStart ${BY} w:name="m"/><w:moveFrom ${BY}>${run('Moved. ')}</w:moveFrom><w:moveFromRangeEnd w:id="1"/>${run('First.')}`)
      + paragraph(`<w:moveTo ${BY}>${run('Moved. ')}</w:moveTo>${run('Second.')}`);
    expect(lines(await read(moved))).toEqual(['First.', 'Moved. Second.']);
    expect(lines(await read(moved, { tracked: 'original' }))).toEqual(['Moved. First.', 'Second.']);
  });

  it('a deleted paragraph mark joins two paragraphs, an inserted one parts them', async () => {
    const joined = paragraph(run('One '), `<w:rPr><w:del ${BY}/></w:rPr>`) + paragraph(run('two.'));
    expect(lines(await read(joined))).toEqual(['One two.']);
    expect(lines(await read(joined, { tracked: 'original' }))).toEqual(['One', 'two.']);
    const parted = paragraph(run('One '), `<w:rPr><w:ins ${BY}/></w:rPr>`) + paragraph(run('two.'));
    expect(lines(await read(parted))).toEqual(['One', 'two.']);
    expect(lines(await read(parted, { tracked: 'original' }))).toEqual(['One two.']);
  });

  it('rows come and go', async () => {
    const row = (mark: string, a: string, b: string): string => `<w:tr><w:trPr>${mark}</w:trPr><w:tc>${paragraph(a)}</w:tc><w:tc>${paragraph(b)}</w:tc></w:tr>`;
    const xml = table([[paragraph('a'), paragraph('b')], [paragraph('c'), paragraph('d')]]).replace('</w:tbl>', `${row(`<w:del ${BY}/>`, 'old', 'old')}${row(`<w:ins ${BY}/>`, 'new', 'new')}</w:tbl>`);
    expect(lines(await read(xml))).toEqual(['a', 'b', 'c', 'd', 'new', 'new']);
    expect(lines(await read(xml, { tracked: 'original' }))).toEqual(['a', 'b', 'c', 'd', 'old', 'old']);
  });

  it('cells come and go', async () => {
    const cell = (mark: string, content: string): string => `<w:tc><w:tcPr>${mark}</w:tcPr>${content}</w:tc>`;
    const row = (name: string, old: string, fresh: string): string => `<w:tr>${cell('', paragraph(name))}${cell(`<w:cellDel ${BY}/>`, paragraph(del(old)))}${cell(`<w:cellIns ${BY}/>`, paragraph(ins(run(fresh))))}</w:tr>`;
    const xml = `<w:tbl><w:tblGrid/>${row('Action', 'Owner', 'Cost')}${row('Mow', 'Ann', '£5')}</w:tbl>`;
    const final = await read(xml);
    expect(lines(final)).toEqual(['Action', 'Cost', 'Mow', '£5']);
    expect(onlyTable(final)).toMatchObject({ columns: 2, rows: 2 });
    expect(onlyTable(final).cells.map((c) => fragment(c.at))).toEqual(['#table=1&row=1&cell=1', '#table=1&row=1&cell=3', '#table=1&row=2&cell=1', '#table=1&row=2&cell=3']);
    expect(lines(await read(xml, { tracked: 'original' }))).toEqual(['Action', 'Owner', 'Mow', 'Ann']);
  });

  it('numbers as before a change of the paragraph where that is asked for', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = paragraph('One', numPr) + paragraph('Two', `${numPr}<w:pPrChange ${BY}><w:pPr/></w:pPrChange>`) + paragraph('Three', numPr);
    expect(lines(await read({ numbering, body }))).toEqual(['1. One', '2. Two', '3. Three']);
    expect(lines(await read({ numbering, body }, { tracked: 'original' }))).toEqual(['1. One', 'Two', '2. Three']);
  });

  it('leaves the text of a deleted text box out', async () => {
    const box = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${paragraph('boxed')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const body = paragraph(run('Kept') + `<w:del ${BY}>${box}</w:del>`);
    expect(lines(await read(body))).toEqual(['Kept']);
    expect(lines(await read(body, { tracked: 'original' }))).toEqual(['Kept', 'boxed']);
  });
});

describe('comments', () => {
  it('leave the text and are told of, with their place', async () => {
    const comments = `<w:comment ${BY.replace('"1"', '"4"')}>${paragraph('Check this figure')}</w:comment>`;
    const paper = await read({ comments, body: paragraph('x') + paragraph(run('It cost £4m') + '<w:r><w:commentReference w:id="4"/></w:r>') });
    expect(lines(paper)).toEqual(['x', 'It cost £4m']);
    expect(paper.diagnostics).toEqual([{ rule: 'comment', severity: 'info', message: 'A comment was left out: “Check this figure”', at: paragraphs(paper)[1]!.at }]);
  });
});
