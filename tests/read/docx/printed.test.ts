/** What Word prints that is no text of the file: signs of formulas, codes of fields, letters set large, marks that are hidden. */
import { describe, expect, it } from 'vitest';
import { fragment } from '../../../src/paper/locator.js';
import { lines, paragraphs, read, spanned } from './reading.js';
import { paragraph, run } from './word-file.js';

const m = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
const formula = (inner: string): string => paragraph(`<m:oMath>${inner}</m:oMath>`);
const fraction = (over: string, under: string): string => `<m:f><m:num>${over}</m:num><m:den>${under}</m:den></m:f>`;
const bare = (code: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const BY = 'w:id="1" w:author="A. Clerk" w:date="2024-05-01T09:00:00Z"';

describe('formulas', () => {
  it.each([
    ['a fraction', fraction(m('1'), m('2')), '1/2'],
    ['a fraction of sums', fraction(m('a+b'), m('c')), '(a+b)/c'],
    ['brackets', `<m:d><m:e>${m('a+b')}</m:e></m:d>`, '(a+b)'],
    ['other brackets, with what parts their terms', `<m:d><m:dPr><m:begChr m:val="["/><m:sepChr m:val=";"/><m:endChr m:val="]"/></m:dPr><m:e>${m('a')}</m:e><m:e>${m('b')}</m:e></m:d>`, '[a;b]'],
    ['a bracket on one side', `<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e>${m('a')}</m:e></m:d>`, '{a'],
    ['a square root', `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>${m('9')}</m:e></m:rad>`, '√9'],
    ['a cube root', `<m:rad><m:deg>${m('3')}</m:deg><m:e>${m('x+1')}</m:e></m:rad>`, '3√(x+1)'],
    ['a sum', `<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>${m('i=1')}</m:sub><m:sup>${m('n')}</m:sup><m:e>${m('x')}</m:e></m:nary>`, '∑i=1nx'],
    ['a matrix', `<m:m><m:mr><m:e>${m('a')}</m:e><m:e>${m('b')}</m:e></m:mr><m:mr><m:e>${m('c')}</m:e><m:e>${m('d')}</m:e></m:mr></m:m>`, 'a b c d'],
    ['signs of nothing', `${m('x')}<m:d><m:e/></m:d>${fraction('', '')}`, 'x'],
  ])('%s', async (_, inner, text) => {
    expect(lines(await read(formula(inner)))).toEqual([text]);
  });

  it('keep what is raised, and leave deleted terms out with their signs', async () => {
    const paper = await read(formula(`<m:sSup><m:e>${m('m')}</m:e><m:sup>${m('2')}</m:sup></m:sSup><w:del ${BY}>${fraction(m('1'), m('2'))}</w:del>`));
    expect(lines(paper)).toEqual(['m2']);
    expect(spanned(paragraphs(paper)[0]!, 'superscript')).toEqual(['2']);
  });
});

describe('fields that have no result', () => {
  it.each([
    ['MACROBUTTON NoMacro [Click here and type name]', '[Click here and type name]'],
    ['GOTOBUTTON _Ref1 Section 2', 'Section 2'],
    ['SYMBOL 254 \\f "Wingdings" \\s 12', '☑'],
    ['EQ \\f(1,2)', '1/2'],
  ])('%s', async (code, text) => {
    const paper = await read(paragraph(run('Is ') + bare(code)));
    expect(lines(paper)).toEqual([`Is ${text}`]);
    expect(paper.diagnostics).toEqual([]);
  });

  it('print nothing where their code is no text, and are told of where Word computes one', async () => {
    expect(lines(await read(paragraph(run('Index') + bare('XE "buses"') + bare('TC "Index" \\l 1'))))).toEqual(['Index']);
    const odd = await read(paragraph(run('Half') + bare('EQ \\r(3,x)')));
    expect(lines(odd)).toEqual(['Half']);
    expect(odd.diagnostics.map((d) => d.rule)).toEqual(['computed-field']);
  });
});

describe('a letter set large', () => {
  const large = (frame: string): string => paragraph('T', `<w:framePr ${frame}/>`);
  it('begins the word after it', async () => {
    expect(lines(await read(large('w:dropCap="drop" w:lines="3"') + paragraph('he council met.')))).toEqual(['The council met.']);
  });
  it('is a paragraph where it is only framed', async () => {
    expect(lines(await read(large('w:dropCap="none" w:w="400"') + paragraph('he council met.')))).toEqual(['T', 'he council met.']);
  });
});

describe('a hidden paragraph mark', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>';
  const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const head = (mark: string): string => paragraph('Scope.', `<w:pStyle w:val="Heading1"/><w:rPr>${mark}</w:rPr>`);
  it('lets the next paragraph run on under its number; the two are no heading', async () => {
    const paper = await read({ styles, numbering, body: head('<w:vanish/><w:specVanish/>') + paragraph(' It covers buses.') + paragraph('Costs', '<w:pStyle w:val="Heading1"/>') });
    expect(lines(paper)).toEqual(['1. Scope. It covers buses.', '2. Costs']);
    expect(paragraphs(paper).map((p) => p.heading?.by)).toEqual([undefined, 'style']);
  });
  it('is none that can be seen', async () => {
    expect(lines(await read({ styles, numbering, body: head('<w:b/>') + paragraph(' It covers buses.') }))).toEqual(['1. Scope.', 'It covers buses.']);
  });
});

it('a paragraph after one that was deleted whole stands at its own place', async () => {
  const paper = await read(paragraph('One') + paragraph(`<w:del ${BY}><w:r><w:delText>Two</w:delText></w:r></w:del>`, `<w:rPr><w:del ${BY}/></w:rPr>`) + paragraph('Three'));
  expect(paragraphs(paper).map((p) => [p.text, fragment(p.at)])).toEqual([['One', '#paragraph=1'], ['Three', '#paragraph=3']]);
});
