/** Text of a paragraph: runs, spans, fields, links, symbols, hidden text. */
import { describe, expect, it } from 'vitest';
import { lines, paragraphs, read, spanned } from './reading.js';
import { paragraph, run } from './word-file.js';

const field = (code: string, result: string, data = ''): string =>
  `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('runs', () => {
  it('joins runs, folds white space and keeps what was typed otherwise', async () => {
    const paper = await read(paragraph(run('The  panel ') + run(' agreed\u00a0to “meet” ') + run('again.')));
    expect(lines(paper)).toEqual(['The panel agreed to “meet” again.']);
  });

  it('a mark of byte order between runs parts no words, as within one', async () => {
    const paper = await read(paragraph(run('North') + run('\uFEFFfield ') + run('lane')) + paragraph(run('North\uFEFFfield')));
    expect(lines(paper)).toEqual(['Northfield lane', 'Northfield']);
  });

  it('marks bold, italic, underlined, struck and raised text, over run borders', async () => {
    const paper = await read(paragraph(run('A ') + run('bold ', '<w:b/>') + run('move', '<w:b/><w:i/>') + run(' by ') + run('none', '<w:strike/>') + run('2', '<w:vertAlign w:val="superscript"/>') + run(' under', '<w:u w:val="single"/>')));
    const [p] = paragraphs(paper);
    expect(p!.text).toBe('A bold move by none2 under');
    expect(spanned(p!, 'bold')).toEqual(['bold move']);
    expect(spanned(p!, 'italic')).toEqual(['move']);
    expect(spanned(p!, 'struck')).toEqual(['none']);
    expect(spanned(p!, 'superscript')).toEqual(['2']);
    expect(spanned(p!, 'underline')).toEqual(['under']);
    expect(p!.bold).toBeUndefined();
  });

  it('turns bold off again where a character style stands in a bold paragraph style', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Loud"><w:name w:val="Loud"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const paper = await read({ styles, body: paragraph(run('Loud ') + run('quiet', '<w:rStyle w:val="Strong"/>') + run(' plain', '<w:b w:val="0"/>'), '<w:pStyle w:val="Loud"/>') });
    expect(spanned(paragraphs(paper)[0]!, 'bold')).toEqual(['Loud']);
  });

  it('keeps tabs and breaks as marked spaces', async () => {
    const [p] = paragraphs(await read(paragraph('<w:r><w:t>Present:</w:t><w:tab/><w:t>Councillor Ames</w:t><w:br/><w:t>Councillor Bird</w:t></w:r>')));
    expect(p!.text).toBe('Present: Councillor Ames Councillor Bird');
    expect(p!.spans).toEqual([{ start: 8, end: 9, style: 'tab' }, { start: 24, end: 25, style: 'break' }]);
  });

  it('drops soft hyphens, keeps hard ones, spells ligatures out and brings to NFC across runs', async () => {
    const paper = await read(paragraph('<w:r><w:t>co</w:t><w:softHyphen/><w:t>op\u00aderate co</w:t><w:noBreakHyphen/><w:t>opted o\ufb03ce cafe</w:t></w:r><w:r><w:t>\u0301s</w:t></w:r>'));
    expect(lines(paper)).toEqual(['cooperate co-opted office cafés']);
  });

  it('prints capitals where the file asks for capitals', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="Caps"><w:name w:val="Caps"/><w:rPr><w:caps/></w:rPr></w:style>';
    const paper = await read({ styles, body: paragraph(run('Agenda item') + run(' as typed', '<w:caps w:val="0"/>'), '<w:pStyle w:val="Caps"/>') + paragraph(run('Small', '<w:smallCaps/>')) });
    expect(lines(paper)).toEqual(['AGENDA ITEM as typed', 'SMALL']);
  });

  it('turns signs of symbol fonts into their Unicode twins', async () => {
    const paper = await read(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> met; cost </w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\uf0fe</w:t></w:r>'));
    expect(lines(paper)).toEqual(['✓ met; cost ≥☑']);
  });

  it('reads mathematics and content controls, with a check box as it is printed', async () => {
    const box = '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt>';
    const paper = await read(`<w:sdt><w:sdtPr><w:alias w:val="not text"/></w:sdtPr><w:sdtContent>${paragraph(`${box}${run(' Yes ')}<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>`)}</w:sdtContent></w:sdt>`);
    expect(lines(paper)).toEqual(['☒ Yes a+b']);
  });
});

describe('fields and links', () => {
  it('reads results and leaves codes out, nested ones too', async () => {
    const inner = field('REF x', run('yes'));
    const paper = await read(paragraph(run('It is ') + `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>${inner}<w:r><w:instrText> = "yes" "a" "b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('so')}<w:r><w:fldChar w:fldCharType="end"/></w:r>` + run('.')));
    expect(lines(paper)).toEqual(['It is so.']);
  });

  it('prints check boxes and the chosen entry of a list', async () => {
    const check = (state: string): string => `<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="0"/>${state}</w:checkBox></w:ffData>`;
    const drop = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Open"/><w:listEntry w:val="Exempt"/></w:ddList></w:ffData>';
    const bare = (code: string, data: string): string => `<w:r><w:fldChar w:fldCharType="begin">${data}</w:fldChar></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const paper = await read(paragraph(bare('FORMCHECKBOX', check('<w:checked/>')) + run(' Key ') + bare('FORMCHECKBOX', check('')) + run(' Not key: ') + bare('FORMDROPDOWN', drop)));
    expect(lines(paper)).toEqual(['☒ Key ☐ Not key: Exempt']);
  });

  it('says where Word prints a number that the file does not have', async () => {
    const paper = await read(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> AUTONUM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run('Purpose')));
    expect(paper.diagnostics.map((d) => d.rule)).toEqual(['computed-field']);
  });

  it('marks links with their targets', async () => {
    const paper = await read({ links: { rId7: 'https://www.ambleton.example/plan' }, body: paragraph(run('See ') + `<w:hyperlink r:id="rId7" w:anchor="p2">${run('the plan')}</w:hyperlink>` + run(' and ') + field('HYPERLINK "mailto:clerk@ambleton.example"', run('the clerk'))) });
    const [p] = paragraphs(paper);
    expect(p!.spans!.filter((s) => s.style === 'link').map((s) => [p!.text.slice(s.start, s.end), s.target])).toEqual([
      ['the plan', 'https://www.ambleton.example/plan#p2'], ['the clerk', 'mailto:clerk@ambleton.example'],
    ]);
  });
});

describe('text that Word does not print', () => {
  it('is set apart: hidden runs, hidden styles, white on white', async () => {
    const styles = '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const paper = await read({ styles, body: paragraph(run('Seen') + run(' unseen', '<w:vanish/>') + run(' nor this', '<w:rStyle w:val="Gone"/>')) + paragraph(run('ghost', '<w:color w:val="FFFFFF"/>')) + paragraph(run('on black', '<w:color w:val="ffffff"/><w:shd w:val="clear" w:fill="000000"/>')) });
    expect(lines(paper)).toEqual(['Seen', 'on black']);
    expect(paper.hidden.map((h) => [h.text, h.why])).toEqual([['unseen nor this', 'invisible'], ['ghost', 'white']]);
    expect(paper.diagnostics.map((d) => d.rule)).toEqual(['hidden-text']);
  });
});

describe('typed labels', () => {
  const tab = '<w:r><w:tab/></w:r>';
  it.each([
    [run('2.1') + tab + run('All services'), '2.1', '2.1', 'All services'],
    [run('(a) the report'), '(a)', 'a', 'the report'],
    [run('iv) a plan'), 'iv)', 'iv', 'a plan'],
    [run('7') + tab + run('Any other business'), '7', '7', 'Any other business'],
    [run('3.'), '3.', '3', ''],
    [run('5.8 By July'), '5.8', '5.8', 'By July'],
  ])('%s', async (xml, label, number, text) => {
    const [p] = paragraphs(await read(paragraph(xml)));
    expect([p!.label, p!.number, p!.text]).toEqual([label, number, text]);
  });

  it.each(['2.5 million people', '2010 was a hard year', '12 members attended', 'A. Mason', 'I agree', '– 5 degrees'.slice(2), 'a plan'])('none in "%s"', async (text) => {
    const [p] = paragraphs(await read(paragraph(text)));
    expect(p!.label).toBeUndefined();
    expect(p!.text).toBe(text);
  });

  it('bullets that were typed are bullets', async () => {
    const found = paragraphs(await read(paragraph('• Be safe') + paragraph('- Be well') + paragraph(run('o') + tab + run('Be kind'))));
    expect(found.map((p) => [p.bullet, p.text, p.number])).toEqual([[true, 'Be safe', undefined], [true, 'Be well', undefined], [true, 'Be kind', undefined]]);
  });
});

describe('a number typed after an automatic bullet', () => {
  it('is the number of the paragraph', async () => {
    const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const [p] = paragraphs(await read({ numbering, body: paragraph('4.2 Work has begun', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') }));
    expect([p!.label, p!.number, p!.bullet, p!.text]).toEqual(['• 4.2', '4.2', undefined, 'Work has begun']);
  });
});
