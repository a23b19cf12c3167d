/** Structure: headings, lists, tables, text boxes, notes, headers and footers, places. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fragment } from '../../../src/paper/locator.js';
import { isLayout } from '../../../src/paper/layout.js';
import type { Table } from '../../../src/paper/model.js';
import { cellText, eachTable } from '../../../src/paper/walk.js';
import { readDocx } from '../../../src/read/docx/read.js';
import { readWithMammoth } from '../../../src/read/docx/second.js';
import { lines, onlyTable, paragraphs, read } from './reading.js';
import { paragraph, run, table, wordFile, zip } from './word-file.js';

const heading = (level: number): string => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`;

describe('headings', () => {
  it('by style, by outline level, and by neither where a style only looks like one', async () => {
    const styles = heading(1) + heading(2) + '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Council Sub"/><w:basedOn w:val="Heading2"/></w:style><w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>';
    const paper = await read({ styles, body: paragraph('Plan', '<w:pStyle w:val="T"/>') + paragraph('Aims', '<w:pStyle w:val="Heading1"/>') + paragraph('Means', '<w:pStyle w:val="Sub"/>') + paragraph('Ends', '<w:outlineLvl w:val="2"/>') + paragraph('Text', '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="9"/>') });
    expect(paragraphs(paper).map((p) => p.heading)).toEqual([{ level: 1, by: 'style' }, { level: 1, by: 'style' }, { level: 2, by: 'style' }, { level: 3, by: 'style' }, undefined]);
  });

  it('takes no sentence for a heading because its template numbers paragraphs with a heading style', async () => {
    const long = 'The Committee is asked to note the progress made since its last meeting, and to agree that a further report be brought in the spring of next year when the figures are known.';
    const paper = await read({ styles: heading(2), body: paragraph(long, '<w:pStyle w:val="Heading2"/>') });
    expect(paragraphs(paper)[0]!.heading).toBeUndefined();
  });

  it('by looks: a short bold line of its own, larger ones first', async () => {
    const paper = await read(paragraph(run('Ambleton Borough Council', '<w:b/><w:sz w:val="36"/>')) + paragraph(run('Purpose', '<w:b/>')) + paragraph('To tell members of the plan.') + paragraph(run('Note that ', '<w:b/>') + run('this is plain.')) + paragraph(run('Date:', '<w:b/>') + '<w:r><w:rPr><w:b/></w:rPr><w:tab/><w:t>3 May</w:t></w:r>') + paragraph('More.'));
    expect(paragraphs(paper).map((p) => p.heading?.level)).toEqual([1, 2, undefined, undefined, undefined, undefined]);
  });
});

describe('nesting of lists', () => {
  const numbering = ['<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>',
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="1080" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum>',
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'].join('');
  const item = (list: number, level: number): string => paragraph('x', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

  it('goes by the level within a list and by indent between lists', async () => {
    const paper = await read({ numbering, body: item(1, 0) + item(1, 1) + item(2, 0) + item(2, 0) + item(1, 1) + item(1, 0) + item(2, 0) });
    expect(paragraphs(paper).map((p) => p.depth)).toEqual([0, 1, 2, 2, 1, 0, 1]);
  });

  it('ends lists at a plain paragraph on their own margin', async () => {
    const paper = await read({ numbering, body: item(1, 0) + paragraph('prose') + item(2, 0) + item(1, 1) });
    expect(paragraphs(paper).map((p) => p.depth)).toEqual([0, undefined, 0, 1]);
  });

  it('tells the indents of text and label in points', async () => {
    const [p] = paragraphs(await read({ numbering, body: item(2, 0) }));
    expect([p!.indent, p!.labelIndent]).toEqual([54, 36]);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = ''): string => (properties ? `<w:tcPr>${properties}</w:tcPr>` : '') + paragraph(text);

  it('spans columns and rows, and repeats header rows', async () => {
    const xml = table([
      [cell('Measure', '<w:vMerge w:val="restart"/>'), cell('Figures', '<w:gridSpan w:val="2"/>')],
      [cell('', '<w:vMerge/>'), cell('2023'), cell('2024')],
      [cell('Homes'), cell('12'), cell('15')],
    ], undefined, [2000, 2000, 2000]).replace('<w:tr><w:tc>', '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>');
    const t = onlyTable(await read(xml));
    expect([t.rows, t.columns, t.headerRows]).toEqual([3, 3, 1]);
    expect(t.cells.map((c) => [c.row, c.column, c.rowSpan, c.columnSpan, cellText(c)])).toEqual([
      [0, 0, 2, 1, 'Measure'], [0, 1, 1, 2, 'Figures'], [1, 1, 1, 1, '2023'], [1, 2, 1, 1, '2024'], [2, 0, 1, 1, 'Homes'], [2, 1, 1, 1, '12'], [2, 2, 1, 1, '15'],
    ]);
    expect(t.cells.map((c) => fragment(c.at))).toContain('#table=1&row=3&cell=2');
  });

  it('knows a header row by its weight', async () => {
    const b = (text: string): string => paragraph(run(text, '<w:b/>'));
    const t = onlyTable(await read(table([[b('Action'), b('Owner')], [cell('Write'), cell('Clerk')]])));
    expect(t.headerRows).toBe(1);
    expect(t.cells.filter((c) => c.header)).toHaveLength(2);
  });

  it('opens layout tables in place, and keeps data tables inside', async () => {
    const inner = table([[cell('a'), cell('b')], [cell('c'), cell('d')]]);
    const paper = await read(paragraph('Before') + table([[cell('A box of its own')], [inner + paragraph('')]]) + paragraph('After'));
    expect(paper.blocks.map((b) => b.type)).toEqual(['paragraph', 'paragraph', 'table', 'paragraph']);
    expect(fragment(paper.blocks[1]!.at)).toBe('#table=1&row=1&cell=1');
    expect(fragment(paper.blocks[2]!.at)).toBe('#table=2&row=1&cell=1');
    expect(fragment(paper.blocks[3]!.at)).toBe('#paragraph=2');
  });

  it('keeps a table in a cell of a data table', async () => {
    const inner = table([[cell('a'), cell('b')], [cell('c'), cell('d')]]);
    const paper = await read(table([[cell('1'), cell('2')], [cell('3'), inner + paragraph('')]]));
    const tables = [...eachTable(paper.blocks)];
    expect(tables).toHaveLength(2);
    expect(tables.every((t: Table) => !isLayout(t))).toBe(true);
  });

  it('sets text that a merge covers apart', async () => {
    const paper = await read(table([[cell('Top', '<w:vMerge w:val="restart"/>'), cell('x')], [cell('3.1 Covered', '<w:vMerge/>'), cell('y')]]));
    expect(lines(paper)).toEqual(['Top', 'x', 'y']);
    expect(paper.hidden.map((h) => [h.text, h.why])).toEqual([['3.1 Covered', 'covered']]);
  });

  it('marks a cell that holds a picture alone', async () => {
    const picture = '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/></wp:inline></w:drawing></w:r></w:p>';
    const t = onlyTable(await read(table([[cell('a'), picture], [cell('c'), cell('d')]])));
    expect(t.cells.map((c) => c.picture)).toEqual([undefined, true, undefined, undefined]);
  });

  it('gives paragraphs of shaded layout rows one band', async () => {
    const shaded = (text: string): string => `<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>${paragraph(run(text, '<w:color w:val="FFFFFF"/>'))}${paragraph('second')}`;
    const paper = await read(table([[shaded('PURPOSE')]]) + paragraph('text'));
    const [a, b, c] = paragraphs(paper);
    expect(a!.text).toBe('PURPOSE');
    expect(a!.band).toBeDefined();
    expect(b!.band).toBe(a!.band);
    expect(c!.band).toBeUndefined();
    expect(paper.hidden).toEqual([]);
  });
});

describe('text boxes', () => {
  const box = (inner: string): string => `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;

  it('are read once, after the paragraph that holds them, at its place', async () => {
    const paper = await read(paragraph(run('Host') + `<w:r>${box(paragraph('ITEM 7') + paragraph('Appendix A'))}</w:r>`) + paragraph('Next'));
    expect(lines(paper)).toEqual(['Host', 'ITEM 7', 'Appendix A', 'Next']);
    expect(paragraphs(paper).map((p) => fragment(p.at))).toEqual(['#paragraph=1', '#paragraph=1', '#paragraph=1', '#paragraph=2']);
    expect(paragraphs(paper)[1]!.band).toBe(paragraphs(paper)[2]!.band);
  });

  it('may hold tables', async () => {
    const paper = await read(paragraph(`<w:r>${box(table([[`<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${paragraph('a')}`], [paragraph('b'), paragraph('c')], [paragraph('d'), paragraph('e')]]))}</w:r>`));
    expect(onlyTable(paper).cells[0]!.columnSpan).toBe(2);
  });
});

describe('notes', () => {
  it('stand at the end, tied to their marks', async () => {
    const footnotes = '<w:footnote w:id="-1" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Census of 2021.</w:t></w:r></w:p></w:footnote><w:footnote w:id="3"><w:p><w:r><w:t>Draft.</w:t></w:r></w:p></w:footnote>';
    const endnotes = '<w:endnote w:id="5"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t>See the minutes.</w:t></w:r></w:p></w:endnote>';
    const paper = await read({ footnotes, endnotes, body: paragraph(run('Ambleton has 40,000 homes') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(' and a plan') + '<w:r><w:footnoteReference w:id="3" w:customMarkFollows="1"/><w:t>*</w:t></w:r>' + '<w:r><w:endnoteReference w:id="5"/></w:r>') + paragraph('End') });
    expect(paragraphs(paper).map((p) => [p.text, p.label, p.note])).toEqual([
      ['Ambleton has 40,000 homes1 and a plan*i', undefined, undefined], ['End', undefined, undefined], ['Census of 2021.', '1', '1'], ['Draft.', undefined, '*'], ['See the minutes.', 'i', 'i'],
    ]);
    expect(paragraphs(paper)[0]!.spans!.filter((s) => s.style === 'superscript').map((s) => s.start)).toContain(25);
    expect(fragment(paragraphs(paper)[2]!.at)).toBe('#paragraph=1');
  });
});

describe('marks of notes', () => {
  const note = (id: number): string => `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>`;
  const end = '<w:endnote w:id="1"><w:p><w:r><w:endnoteRef/></w:r><w:r><w:t>End.</w:t></w:r></w:p></w:endnote>';
  const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const body = (first: string, last: string): string => paragraph(run('One') + mark(1)) + `<w:p><w:pPr><w:sectPr>${first}</w:sectPr></w:pPr>${run('Two')}${mark(2)}</w:p>` + paragraph(run('Three') + mark(3) + '<w:r><w:endnoteReference w:id="1"/></w:r>') + `<w:sectPr>${last}</w:sectPr>`;
  const marks = async (first: string, last: string, settings = ''): Promise<string[]> => lines(await read({ settings, footnotes: note(1) + note(2) + note(3), endnotes: end, body: body(first, last) })).slice(0, 3);

  it.each([
    ['count through', '', '', ['One1', 'Two2', 'Three3i']],
    ['begin anew where a section says so', '', '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>', ['One1', 'Two2', 'Three1i']],
    ['have the format and the start of their section', '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>', '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>', ['Onec', 'Twod', 'Three51']],
    ['not what a section was before a change', '', '<w:sectPrChange w:id="1" w:author="A"><w:sectPr><w:footnotePr><w:numFmt w:val="lowerLetter"/></w:footnotePr></w:sectPr></w:sectPrChange>', ['One1', 'Two2', 'Three3i']],
  ])('%s', async (_, first, last, expected) => {
    expect(await marks(first, last)).toEqual(expected);
  });

  it('follow the settings where the section says nothing, and are doubted where pages would number them', async () => {
    expect(await marks('', '', '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>')).toEqual(['One1', 'Two2', 'Three1i']);
    const paper = await read({ settings: '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>', footnotes: note(1), body: paragraph(run('One') + mark(1)) });
    expect(paper.diagnostics.map((d) => d.rule)).toEqual(['notes-by-page']);
  });
});

describe('headers and footers', () => {
  const page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';

  it('are furniture once each; those that no page prints are hidden', async () => {
    const section = (first: string): string => `<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/>${first}`;
    const paper = await read({
      running: { header1: paragraph('Appendix 12.2'), header2: paragraph('Draft only'), footer1: paragraph(run('Page ') + page) },
      body: paragraph('One', `<w:sectPr>${section('')}</w:sectPr>`) + paragraph('Two') + `<w:sectPr>${section('')}</w:sectPr>`,
    });
    expect(lines(paper)).toEqual(['One', 'Two']);
    expect(paper.furniture.map((f) => [f.text, f.why])).toEqual([['Appendix 12.2', 'header'], ['Page 1', 'page-number']]);
    expect(paper.hidden.map((h) => h.text)).toEqual(['Draft only']);
  });

  it('prints the header of a first page where its section asks for one', async () => {
    const paper = await read({ running: { header2: paragraph('Draft only') }, body: `${paragraph('One')}<w:sectPr><w:headerReference w:type="first" r:id="header2"/><w:titlePg/></w:sectPr>` });
    expect(paper.furniture.map((f) => f.text)).toEqual(['Draft only']);
  });
});

describe('places', () => {
  it('count paragraphs of the body, tables apart, empty ones included', async () => {
    const paper = await read(paragraph('a') + paragraph('') + table([[paragraph('x'), paragraph('y')], [paragraph('z'), paragraph('')]]) + paragraph('b'));
    expect(paragraphs(paper).map((p) => fragment(p.at))).toEqual(['#paragraph=1', '#table=1&row=1&cell=1', '#table=1&row=1&cell=2', '#table=1&row=2&cell=1', '#paragraph=3']);
  });

  it('are the same with tracked changes in or out', async () => {
    const body = `<w:p><w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>${paragraph('kept')}`;
    expect(fragment(paragraphs(await read(body))[0]!.at)).toBe('#paragraph=2');
    expect(paragraphs(await read(body, { tracked: 'original' })).map((p) => fragment(p.at))).toEqual(['#paragraph=1', '#paragraph=2']);
  });
});

describe('drawn text', () => {
  const art = (text: string): string => paragraph(`<w:r><w:pict><v:shape><v:textpath string="${text}"/></v:shape></w:pict></w:r>`);

  it('is a watermark in a header, once, and text in the body', async () => {
    const sections = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:titlePg/></w:sectPr>';
    const paper = await read({ running: { header1: art('DRAFT'), header2: art('DRAFT') }, body: `${art('Summer fair')}${paragraph('Come.')}${sections}` });
    expect(lines(paper)).toEqual(['Summer fair', 'Come.']);
    expect(paper.furniture.map((f) => [f.text, f.why])).toEqual([['DRAFT', 'watermark']]);
  });
});

describe('the second reader', () => {
  it('gives the words alone, and says that numbers are missing', async () => {
    const paper = await readWithMammoth(wordFile({ body: paragraph('First') + paragraph('') + table([[paragraph('a'), paragraph('b')]]) }), undefined);
    expect(lines(paper)).toEqual(['First', 'a', 'b']);
    expect(paper.diagnostics).toMatchObject([{ rule: 'second-reader', severity: 'error' }]);
  });

  it('is refused by mammoth too where nothing can be read', async () => {
    await expect(readWithMammoth(new Uint8Array([1, 2, 3]), undefined)).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('what is not read is told', () => {
  it('another document embedded in this one', async () => {
    const paper = await read(`${paragraph('Before')}<w:altChunk r:id="rId9"/>${paragraph('After')}`);
    expect(paper.diagnostics).toMatchObject([{ rule: 'embedded-document', severity: 'warning', at: { in: 'paragraph', paragraph: 2 } }]);
  });

  it('text after a field that never ends', async () => {
    const paper = await read(paragraph('Before') + paragraph(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('stranded')}`));
    expect(lines(paper)).toEqual(['Before']);
    expect(paper.hidden.map((h) => h.text)).toEqual(['stranded']);
    expect(paper.diagnostics.map((d) => d.rule)).toEqual(['unclosed-field', 'hidden-text']);
  });

  it('a mark whose note is missing', async () => {
    const paper = await read({ footnotes: '', body: paragraph(run('Text') + '<w:r><w:footnoteReference w:id="9"/></w:r>') });
    expect(paper.diagnostics.map((d) => d.rule)).toEqual(['missing-note']);
  });
});

describe('diagrams', () => {
  it('have their text read where they stand', async () => {
    const bytes = wordFile({ body: paragraph(run('Our plan') + '<w:r><w:drawing><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rIdD"/></w:drawing></w:r>') + paragraph('Next') });
    const parts = unzipSync(bytes);
    parts['word/_rels/document.xml.rels'] = strToU8(strFromU8(parts['word/_rels/document.xml.rels']!).replace('</Relationships>', '<Relationship Id="rIdD" Type="x/diagramData" Target="diagrams/data1.xml"/></Relationships>'));
    parts['word/diagrams/data1.xml'] = strToU8('<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>Ask</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>De</a:t></a:r><a:r><a:t>cide</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:dataModel>');
    expect(lines(await readDocx(zip(parts), {}))).toEqual(['Our plan', 'Ask', 'Decide', 'Next']);
  });
});

describe('drawings', () => {
  it('have the text of shapes pasted from slides, and the titles of charts', async () => {
    const canvas = '<w:r><w:drawing><a:graphic><a:graphicData><a:sp><a:txBody><a:p><a:r><a:t>From a </a:t></a:r><a:r><a:t>slide</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Second</a:t></a:r></a:p></a:txBody></a:sp></a:graphicData></a:graphic></w:drawing></w:r>';
    const chart = '<w:r><w:drawing><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rIdC"/></w:drawing></w:r>';
    const parts = unzipSync(wordFile({ body: paragraph(run('Our plan') + canvas) + paragraph(chart) + paragraph('Next') }));
    parts['word/_rels/document.xml.rels'] = strToU8(strFromU8(parts['word/_rels/document.xml.rels']!).replace('</Relationships>', '<Relationship Id="rIdC" Type="x/chart" Target="charts/chart1.xml"/></Relationships>'));
    parts['word/charts/chart1.xml'] = strToU8('<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><c:title><a:p><a:r><a:t>Trips by year</a:t></a:r></a:p></c:title><c:v>12</c:v></c:chartSpace>');
    expect(lines(await readDocx(zip(parts), {}))).toEqual(['Our plan', 'From a slide', 'Second', 'Trips by year', 'Next']);
  });
});

it('tells what a cell is filled with', async () => {
  const cell = (text: string, fill?: string): string => `<w:tc><w:tcPr>${fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
  const t = onlyTable(await read(`<w:tbl><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>${row(cell('Action'), cell('RAG'))}${row(cell('Mend it'), cell('', 'FF0000'))}${row(cell('Paint it', 'FFFFFF'), cell('', 'auto'))}</w:tbl>`));
  expect(t.cells.map((c) => c.colour)).toEqual([undefined, undefined, undefined, 'ff0000', undefined, undefined]);
});
