import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Paper, Paragraph, Table } from '../../../src/paper/model.js';
import { cellText, eachParagraph, eachTable } from '../../../src/paper/walk.js';
import { PaperError } from '../../../src/read/reader.js';
import { readHtml } from '../../../src/read/html/read.js';

const html = (source: string): Promise<Paper> => readHtml(new TextEncoder().encode(source), {});
const all = (paper: Paper): Paragraph[] => [...eachParagraph(paper.blocks)];
const lines = (paper: Paper): string[] => all(paper).map((p) => [p.label, p.text].filter((t) => t !== undefined && t !== '').join(' '));
const rows = (t: Table): string[][] => {
  const out = Array.from({ length: t.rows }, () => Array.from({ length: t.columns }, () => ''));
  for (const c of t.cells) (out[c.row] as string[])[c.column] = cellText(c);
  return out;
};
const table = async (source: string): Promise<Table> => (await html(source)).blocks.find((b): b is Table => b.type === 'table') as Table;

const PAGE = (main: string, head = ''): string => `<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Agenda item - Bus fares - Amberford Council</title>${head}
<style>/* theme */ .away { position: absolute; left: -9999px } @media print { #modgov { display: none } } .gone, p.gone2 { display:none }</style></head>
<body><a class="away" href="#modgov">Skip to the page</a>
<div id="header"><div class="logo">Amberford Council</div><form><label for="q">Find</label><input id="q"></form></div>
<div id="crumbs"><ol><li><a href="/">Home</a></li><li><a href="mgCommitteeDetails.aspx?ID=3">Transport Panel</a></li></ol></div>
<div id="modgov" role="main">${main}</div>
<div id="footer"><p>© Amberford Council</p></div><script>var a = "<p>not text</p>";</script></body></html>`;

describe('a page of a council meeting system', () => {
  const ITEM = `
<h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">Bus fares</h2>
<ul class="mgActionList"><li>Meeting: <a href="ieListDocuments.aspx?CId=3">papers of this meeting</a></li>
<li><a href="ieListMeetings.aspx?CId=3" title="Link to browse meetings of the Transport Panel (East)">All meetings</a></li></ul>
<div class="mgWordPara"><p class="MsoNormal">To consider a report
of the clerk.</p></div>
<p class="mgSubTitleTxt">Minutes:</p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>
<p class="MsoListParagraph" style="margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0
level2 lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">·<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp; </span></span></span><!--[endif]-->Fares will
rise.</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">a)<span>&nbsp; </span></span>Noted the <b>report</b>.</p>
<p><b>RESOLVED –</b></p><p><b>Next steps</b></p>
<p class="mgSubTitleTxt">Supporting documents:</p>
<ul><li><a href="documents/s1/Fares.pdf" title="Link to document Fares">Fares</a> <span>PDF 9 KB</span></li></ul>
<p>As agreed at <a href="ieListDocuments.aspx?MId=1">the last meeting of the panel</a>, fares stay as they were until then.</p>`;

  it('reads the item, and sets the site around it apart', async () => {
    const paper = await html(PAGE(ITEM));
    expect(lines(paper)).toEqual([
      'Agenda item', 'Bus fares', 'To consider a report of the clerk.', 'Minutes:', '· Fares will rise.', 'a) Noted the report.', 'RESOLVED –', 'Next steps', 'Supporting documents:', '• Fares',
      'As agreed at the last meeting of the panel, fares stay as they were until then.',
    ]);
    expect(paper.furniture.map((f) => [f.why, f.text])).toEqual([
      ['header', 'Amberford Council'], ['header', 'Find'], ['navigation', 'Home'], ['navigation', 'Transport Panel'], ['navigation', 'Meeting: papers of this meeting'], ['navigation', 'All meetings'],
      ['file-size', 'PDF 9 KB'], ['footer', '© Amberford Council'],
    ]);
    expect(paper.hidden).toMatchObject([{ text: 'Skip to the page', why: 'invisible' }]);
    expect(paper).toMatchObject({ language: 'en-GB', declaredTitle: 'Agenda item - Bus fares - Amberford Council', metadata: { meetingBody: 'Transport Panel (East)', site: 'Amberford Council' } });
  });

  it('gives headings, labels, depth, indents and source lines', async () => {
    const paper = await html(PAGE(ITEM));
    const by = new Map(all(paper).map((p) => [p.text, p]));
    expect(all(paper).filter((p) => p.heading).map((p) => [p.text, p.heading?.level, p.heading?.by])).toEqual([
      ['Agenda item', 1, 'markup'], ['Bus fares', 2, 'markup'], ['Minutes:', 3, 'markup'], ['Next steps', 4, 'looks'], ['Supporting documents:', 3, 'markup'],
    ]);
    expect(by.get('Fares will rise.')).toMatchObject({ label: '·', bullet: true, depth: 1, indent: 36, labelIndent: 18, at: { in: 'lines', from: 17, to: 18 } });
    expect(by.get('Noted the report.')).toMatchObject({ label: 'a)', number: 'a', depth: 0, spans: [{ start: 10, end: 16, style: 'bold' }] });
    expect(by.get('To consider a report of the clerk.')).toMatchObject({ at: { from: 12, to: 13 }, pieces: [{ offset: 0, at: { from: 12 } }, { offset: 21, at: { from: 13 } }] });
    expect(by.get('Fares')?.spans).toEqual([{ start: 0, end: 5, style: 'link', target: 'documents/s1/Fares.pdf' }]);
  });

  it('opens the agenda of a whole meeting into its numbered items', async () => {
    const paper = await html(PAGE(`<h1>Agenda and minutes</h1><p>Monday 3 March 2014, 10.00 am</p>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td><p class="mgAiNumberTxt">1.</p></td><td><p class="mgAiTitleTxt"><a href="ieIssueDetails.aspx?IId=1">Apologies</a></p><div class="mgWordPara"><p>To receive apologies.</p></div></td></tr>
<tr><td><p>2.</p></td><td><p class="mgAiTitleTxt">Bus fares</p><p>To consider a report.</p><ul><li><a href="documents/f.pdf">Report</a></li></ul></td></tr>
<tr><td></td><td><p>The press may be excluded.</p></td></tr></table>`));
    expect(paper.blocks.every((b) => b.type === 'paragraph')).toBe(true);
    expect(lines(paper)).toEqual(['Agenda and minutes', 'Monday 3 March 2014, 10.00 am', '1. Apologies', 'To receive apologies.', '2. Bus fares', 'To consider a report.', '• Report', 'The press may be excluded.']);
    expect(all(paper).filter((p) => p.number).map((p) => [p.number, p.heading?.level])).toEqual([['1', 3], ['2', 3]]);
    expect(paper.furniture.map((f) => f.text)).toEqual(expect.arrayContaining(['No.', 'Item']));
  });

  it('keeps a page title that stands outside the main part', async () => {
    const paper = await html('<body><header><h1>Site</h1></header><div class="title"><h1>Bus fares</h1></div><nav><ul><li><a href="/">Home</a></li></ul></nav><main><p>The fares will rise in April for all who travel.</p></main><aside>More</aside>');
    expect(lines(paper)).toEqual(['Bus fares', 'The fares will rise in April for all who travel.']);
    expect(paper.furniture.map((f) => f.text)).toEqual(['Site', 'Home', 'More']);
    const other = await html('<body><header><h1>Site</h1></header><main><p>The fares will rise in April for all who travel.</p></main>');
    expect(lines(other)).toEqual(['The fares will rise in April for all who travel.']);
  });

  it('keeps the headings of a meeting system that stand outside its content', async () => {
    const paper = await html(`<body><header><h1>Site</h1></header><div class="inner"><h1>Agenda item</h1><h2>Transport Panel - Monday, 3rd March, 2014 10.00 am</h2>
<div class="left"><h2>In this section</h2></div><div class="mgContent"><p>The fares will rise in April for all who travel.</p></div></div>`);
    expect(lines(paper)).toEqual(['Agenda item', 'Transport Panel - Monday, 3rd March, 2014 10.00 am', 'The fares will rise in April for all who travel.']);
    expect(paper.furniture.map((f) => f.text)).toEqual(['Site', 'In this section']);
    const own = await html('<body><h2 class="mgSubTitleTxt">Bus fares</h2><h2>Menu</h2><div class="mgContent"><p>The fares will rise in April for all who travel.</p></div>');
    expect(lines(own)).toEqual(['Bus fares', 'The fares will rise in April for all who travel.']);
  });

  it('keeps a labelled value that is a link to its body, and reads off the links which meeting an item was of', async () => {
    const paper = await html(`<div class="mgContent"><ul class="mgActionList"><li><a href="ieListDocuments.aspx?MId=7">Meeting of the Transport Panel, Monday, 3rd March, 2014 10.00 am (Item 4.)</a></li></ul>
<p>Decision Maker: <a href="mgCommitteeDetails.aspx?ID=2">Portfolio Holder for Roads</a></p><p>Committee: <a href="mgCommitteeDetails.aspx?ID=3">Transport Panel</a></p><p>That the fares rise in April.</p></div>`);
    expect(lines(paper)).toEqual(['Decision Maker: Portfolio Holder for Roads', 'That the fares rise in April.']);
    expect(paper.metadata).toEqual({ meeting: 'Monday, 3rd March, 2014 10.00 am', meetingBody: 'Transport Panel', meetingItem: '4' });
  });

  it.each([
    ['<a href="a/documents/s1.pdf">Fares</a>, item 4. <span>PDF 1 MB</span>', 'Fares, item 4.', 'PDF 1 MB'],
    ['<a href="fares.docx">Fares (Word, 1.2MB)</a>', 'Fares', '(Word, 1.2MB)'],
    ['<a href="fares.pdf"><img alt="PDF">Fares 98 KB</a>', 'Fares', '98 KB'],
    ['<a href="/fares">Fares for 10 MB</a>', 'Fares for 10 MB', undefined],
    ['Each file may have 10 MB', 'Each file may have 10 MB', undefined],
  ])('takes the size of a file for furniture where its line fetches one: %s', async (markup, text, size) => {
    const paper = await html(`<main><p>The fares.</p><p>${markup}</p></main>`);
    expect(lines(paper)).toEqual(['The fares.', text]);
    expect(paper.furniture).toMatchObject(size === undefined ? [] : [{ why: 'file-size', text: size }]);
  });

  it('sets apart the header and footer that a word processor writes, and nothing else that has such a title', async () => {
    const paper = await html('<body><div title="header"><p>Ferry Board</p></div><h1>Piers</h1><div><div title="header"><p>Stays too.</p></div></div><p title="footer">Stays.</p><div title="footer"><p>Page 3</p></div></body>');
    expect(paper.furniture.map((f) => [f.why, f.text])).toEqual([['header', 'Ferry Board'], ['footer', 'Page 3']]);
    expect(lines(paper)).toEqual(['Piers', 'Stays too.', 'Stays.']);
  });

  it('parts paragraphs at two breaks on end, and at no single one', async () => {
    expect(lines(await html('<p>The pier leans.<br>It is old.<br>\n<br/>It costs <b>much<br><br>too</b> much.</p>'))).toEqual(['The pier leans. It is old.', 'It costs much', 'too much.']);
  });

  it('sets apart the trail of pages and the link that prints, and no sentence like them', async () => {
    const paper = await html('<main><h1>Piers</h1><p>You are here: <a href="/">Home</a> &gt; <a href="/d">Piers</a></p><p><a href="javascript:window.print()">Print this page</a></p><p>You are here to decide on <a href="/p">piers</a>.</p><p><a href="/print.pdf">Print</a></p></main>');
    expect(paper.furniture.map((f) => f.text)).toEqual(['You are here: Home > Piers', 'Print this page']);
    expect(lines(paper)).toEqual(['Piers', 'You are here to decide on piers.', 'Print']);
  });

  it('sets apart what a blog adds to a post', async () => {
    const paper = await html(`<main><article><h1>Minutes</h1><div class="entry-meta">Posted by the clerk</div><div class="entry-content"><p>The bridge is open again.</p>
<div class="wp-block-file"><a href="m.pdf">Minutes</a><a class="wp-block-file__button" href="m.pdf">Download</a></div><div class="sharedaddy"><h3>Share this:</h3></div></div>
<footer class="entry-footer">Posted in News</footer></article><div class="comments-area"><h3>Leave a Reply</h3></div><p>Is this page useful?</p></main>`);
    expect(lines(paper)).toEqual(['Minutes', 'The bridge is open again.', 'Minutes']);
  });

  it('parts a bold first line from the text under it', async () => {
    const paper = await html('<p><strong>24/7 Planning</strong><br>No objection was raised.</p><p><b>RESOLVED:</b><br>That it be so.</p><p><b>Bold</b><br><b>twice</b></p><table><tr><td><b>Name</b><br>Jo</td><td>x</td></tr></table>');
    expect(lines(paper)).toEqual(['24/7 Planning', 'No objection was raised.', 'RESOLVED: That it be so.', 'Bold twice', 'Name Jo', 'x']);
    expect(all(paper)[0]).toMatchObject({ bold: true, heading: { by: 'looks' } });
  });

  it('takes link lists at the edges of an unmarked page for navigation', async () => {
    const links = (n: string): string => `<ul>${['a', 'b', 'c'].map((x) => `<li><a href="/${x}">${n} ${x}</a></li>`).join('')}</ul>`;
    const paper = await html(`<body>${links('Top')}<h1>Minutes</h1><p>Text.</p>${links('Foot')}`);
    expect(lines(paper)).toEqual(['Minutes', 'Text.']);
    expect(paper.furniture.map((f) => f.text)).toEqual(['Top a', 'Top b', 'Top c', 'Foot a', 'Foot b', 'Foot c']);
  });
});

describe('what cannot be seen', () => {
  it('goes to hidden, in the middle of a paragraph too', async () => {
    const paper = await html('<style>.x{display:none}</style><p>One <b>two <span style="display:none">secret <i>a</i></span>three</b> <span class="x">b</span><span class="sr-only">c</span><em aria-hidden="true">d</em>four<span hidden>e</span>.</p><div style="visibility:hidden"><p>f</p><p>g</p></div>');
    expect(lines(paper)).toEqual(['One two three four.']);
    expect(all(paper)[0]?.spans).toEqual([{ start: 4, end: 13, style: 'bold' }]);
    expect(paper.hidden.map((h) => h.text)).toEqual(['secret a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });
  it('scripts, styles, templates and comments are no text', async () => {
    expect(lines(await html('<p>a<!-- b --><script>c</script><template><p>d</p></template></p><noscript>e</noscript><svg><desc>f</desc></svg><iframe>g</iframe>'))).toEqual(['a']);
  });
});

describe('numbers that a sheet makes', () => {
  it.each<[string, string, string, string[]]>([
    ['of a list and the lists in it', 'ol{counter-reset:item;list-style-type:none} ol>li{counter-increment:item} ol>li:before{content:counters(item,".") " "}', '<ol><li>Purpose<ol><li>To agree.</li><li>To note.</li></ol></li><li>Costs<ol><li>None.</li></ol></li></ol>', ['1 Purpose', '1.1 To agree.', '1.2 To note.', '2 Costs', '2.1 None.']],
    ['raised by what stands before the entry', 'ol{counter-reset:i} li:before{content:counters(i,".") ". ";counter-increment:i}', '<ol><li>a<ol><li>b</li></ol></li><li>c</li></ol>', ['1. a', '1.1. b', '2. c']],
    ['of headings and paragraphs', 'body{counter-reset:s} h2{counter-increment:s;counter-reset:p} h2:before{content:"Part " counter(s,upper-roman) ": "} p.n{counter-increment:p} p.n::before{content:counter(s) "." counter(p) "\\00a0 "}', '<h2>Aims</h2><p class=n>First.</p><p class=n>Second.</p><p>Plain.</p><h2>Money</h2><p class=n>Third.</p>', ['Part I: Aims', '1.1 First.', '1.2 Second.', 'Plain.', 'Part II: Money', '2.1 Third.']],
    ['that go on in a later list', 'ol.s.start{counter-reset:k 0} .s>li{counter-increment:k} .s>li:before{content:"(" counter(k,lower-latin) ") "}', '<ol class="s start"><li>one</li></ol><p>between</p><ol class=s><li>two</li></ol>', ['(a) one', 'between', '(b) two']],
    ['that are the entry’s own', 'ol::marker{content:"x"} li::marker{content:"(" counter(list-item,lower-roman) ") "}', '<ol start=3><li>three</li><li>four</li></ol>', ['(iii) three', '(iv) four']],
    ['set by an element itself', 'p:before{content:counter(n) ". "} p{counter-increment:n}', '<div style="counter-reset: n 4"><p>five</p></div>', ['5. five']],
    ['within a line', '.x:before{content:counter(t) ")"} .x{counter-increment:t}', '<p>See <span class=x>rule</span></p>', ['See 1) rule']],
  ])('%s', async (_, css, body, expected) => {
    expect(lines(await html(`<style>${css}</style>${body}`))).toEqual(expected);
  });

  it('takes the mark before an entry of a list without markers for its bullet, and no other decoration', async () => {
    const paper = await html('<style>ul.g{list-style-type:none} .g>li:before{content:"\\0025cf   "} .icon:before{content:"\\f105"} .req:after{content:"*"} a:before{content:"» "}</style><ul class=g><li>dot</li></ul><p class="icon req">Text</p><p>See <a href=x>link</a></p>');
    expect(lines(paper)).toEqual(['● dot', 'Text', 'See link']);
    expect(all(paper)[0]?.bullet).toBe(true);
  });

  it('reads on past rules that are broken', async () => {
    expect(lines(await html('<style>h2:before{content:counter(} p{counter-increment:} li:before{content:"\\110000 x"} {} }{ .a::before{content:counter(nope)}</style><h2>Head</h2><p>para</p><ol><li>x</li></ol>'))).toEqual(['Head', 'para', '1. x']);
  });

  it('takes no long time over a sheet made to take long', { timeout: 30_000 }, async () => {
    const css = Array.from({ length: 900 }, (_, i) => `div div div p.c${i} span:before{content:counter(a${i})}`).join('');
    const start = performance.now();
    await html(`<style>${css}</style>${'<div>'.repeat(200)}<p>${'<span>x</span>'.repeat(500)}`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('notes and quotations', () => {
  it('ties notes of Word’s plain pages and of LibreOffice’s to their marks', async () => {
    const paper = await html('<p>Text<a href="#_ftn1">[1]</a></p><div id=ftn1><p><a href="#_ftnref1">[1]</a> See the survey.</p></div><div id=sdfootnote2><p><a class=sdfootnotesym href="#x">2</a>A note.</p></div><div id=other1><p>1 Plain</p></div>');
    expect(all(paper).map((p) => [p.note, p.label, p.text])).toEqual([[undefined, undefined, 'Text[1]'], ['1', undefined, '[1] See the survey.'], ['2', '2', 'A note.'], [undefined, undefined, '1 Plain']]);
  });
  it('prints the quotation marks of a quotation', async () => {
    expect(lines(await html('<p>A <q>quoted <q>inner</q></q> word</p>'))).toEqual(['A “quoted ‘inner’” word']);
  });
});

describe('lists typed with line breaks', () => {
  it('are paragraphs, in a cell and in an entry too; lines of another kind stay one', async () => {
    const paper = await html('<p>That the Panel:<br>1. agrees;<br>2. notes.</p><p>Present:<br>Cllr A. Ash<br>Cllr B. Elm</p><ul><li>Lead:<br>• one<br>• two</li></ul><table><tr><td>Action</td><td>Who</td></tr><tr><td>a) survey<br>b) clear</td><td>Parks<br>Ranger</td></tr></table>');
    expect(lines(paper)).toEqual(['That the Panel:', '1. agrees;', '2. notes.', 'Present: Cllr A. Ash Cllr B. Elm', '• Lead:', '• one', '• two', 'Action', 'Who', 'a) survey', 'b) clear', 'Parks Ranger']);
    expect(all(paper).slice(0, 3).map((p) => p.number)).toEqual([undefined, '1', '2']);
  });
});

describe('lists', () => {
  it('computes labels as a browser prints them', async () => {
    const paper = await html(`<ol start="3"><li>three</li><li value="7">seven</li><li>eight<ol type="a"><li>a<ol style="list-style-type: upper-roman"><li>I</li><li>II</li></ol></li><li>b</li></ol></li></ol>
<ol reversed><li>x</li><li>y</li></ol><ul><li>disc<ul><li>circle</li></ul></li></ul><ul style="list-style:none"><li>plain</li><li>(b) typed</li></ul><ul><li>1.1 typed too</li></ul><ol><li></li><li><p>first</p><p>more</p></li></ol>`);
    expect(lines(paper)).toEqual(['3. three', '7. seven', '8. eight', 'a. a', 'I. I', 'II. II', 'b. b', '2. x', '1. y', '• disc', '◦ circle', 'plain', '(b) typed', '1.1 typed too', '2. first', 'more']);
    expect(all(paper).map((p) => p.depth)).toEqual([0, 0, 0, 1, 2, 2, 1, 0, 0, 0, 1, undefined, 0, 0, 0, undefined]);
    expect(all(paper).find((p) => p.text === 'typed too')?.number).toBe('1.1');
  });
  it('takes the markers that the page’s own sheets choose, and leaves a reset of every list alone', async () => {
    const css = '<style>ol.la{list-style-type:lower-alpha} .lr > li {list-style: lower-roman inside} .plain{list-style-type:none} ol ol {list-style-type: upper-alpha} @media print{ol.la{list-style-type:decimal}}</style>';
    expect(lines(await html(`${css}<ol class=la><li>a</li></ol><ol class=lr><li>b<li>c</ol><ul class=plain><li>d</li></ul><ol><li>e<ol><li>f</li></ol></li></ol>`))).toEqual(['a. a', 'i. b', 'ii. c', 'd', '1. e', 'A. f']);
    expect(lines(await html('<style>ol,ul{list-style:none} li:before{content:"\\2022"}</style><ol><li>one</li><li>two</li></ol>'))).toEqual(['1. one', '2. two']);
  });
  it('reads labels that Word typed before wide gaps', async () => {
    const paper = await html('<p class=MsoListParagraph style="text-indent:-18pt"><span style="font-family:Symbol">·<span style="font:7.0pt">&nbsp;&nbsp;&nbsp; </span></span>bullet</p><p>1&nbsp;&nbsp; Apologies</p><p>12<span style="mso-tab-count:1">   </span>Minutes</p><p>12 people came</p>');
    expect(all(paper).map((p) => [p.label, p.text])).toEqual([['·', 'bullet'], ['1', 'Apologies'], ['12', 'Minutes'], [undefined, '12 people came']]);
  });
});

describe('tables', () => {
  it('places spanning cells, headings and captions', async () => {
    const source = '<table><caption>Table 1: fares</caption><thead><tr><th rowspan=2>Ward</th><th colspan=2>Fare</th></tr><tr><th>Old</th><th>New</th></tr></thead><tfoot><tr><td>All</td><td>2</td><td>4</td></tr></tfoot><tbody><tr><td rowspan=0>East</td><td>1</td><td>2</td></tr><tr><td>1</td><td><img src=x alt=y></td></tr></tbody></table>';
    const t = await table(source);
    expect(t).toMatchObject({ title: 'Table 1: fares', headerRows: 2, rows: 5, columns: 3 });
    expect(rows(t)).toEqual([['Ward', 'Fare', ''], ['', 'Old', 'New'], ['East', '1', '2'], ['', '1', ''], ['All', '2', '4']]);
    expect(t.cells.find((c) => c.row === 2 && c.column === 0)).toMatchObject({ rowSpan: 2, columnSpan: 1 });
    expect(t.cells.find((c) => c.row === 3 && c.column === 2)?.picture).toBe(true);
    expect(lines(await html(source))[0]).toBe('Table 1: fares');
  });
  it('never puts two cells in one place, and drops columns in which none begins', async () => {
    const t = await table('<table><tr><td colspan=2 rowspan=2>a</td><td colspan=4>b</td></tr><tr><td colspan=3>c</td><td>d</td></tr><tr><td>e</td><td colspan=1000>f</td></tr></table>');
    const seen = new Set<string>();
    for (const c of t.cells) for (let r = c.row; r < c.row + c.rowSpan; r++) for (let k = c.column; k < c.column + c.columnSpan; k++) { expect(seen.has(`${r},${k}`)).toBe(false); expect(k).toBeLessThan(t.columns); seen.add(`${r},${k}`); }
  });
  it('opens layout tables, keeps tables inside cells', async () => {
    const paper = await html('<table><tr><td><p>Left</p></td></tr><tr><td><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table></td></tr></table><table role=presentation><tr><td>x</td><td>y</td></tr><tr><td>z</td><td>w</td></tr></table>');
    expect(paper.blocks.map((b) => (b.type === 'table' ? rows(b) : b.text))).toEqual(['Left', [['A', 'B'], ['1', '2']], 'x', 'y', 'z', 'w']);
    const nested = await html('<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>text<table><tr><th>C</th><th>D</th></tr><tr><td>3</td><td>4</td></tr></table></td></tr></table>');
    expect([...eachTable(nested.blocks)].map((t) => t.columns)).toEqual([2, 2]);
  });
  it('takes a first row in bold for the heading', async () => {
    expect(await table('<table><tr><td><b>Ward</b></td><td><p style="font-weight:bold">Fare</p></td></tr><tr><td>East</td><td>1</td></tr></table>')).toMatchObject({ headerRows: 1 });
  });
  it('makes numbers in a column of their own labels where the table is no data', async () => {
    const paper = await html('<table><tr><td>1.</td><td><p>Apologies</p><p>There were none.</p></td></tr><tr><td>2.</td><td><p>Fares</p><p>They rise.</p></td></tr></table>');
    expect(lines(paper)).toEqual(['1. Apologies', 'There were none.', '2. Fares', 'They rise.']);
  });
});

describe('inline', () => {
  it('keeps what was struck out and inserted, breaks and links', async () => {
    const [p] = all(await html('<p>The <del>old</del> <ins>new</ins> fare<sup>1</sup><br>is <a href=" x.pdf ">here</a><b style="font-weight:normal">.</b></p>'));
    expect(p?.text).toBe('The old new fare1 is here.');
    expect(p?.spans).toEqual([
      { start: 4, end: 7, style: 'struck' }, { start: 8, end: 11, style: 'inserted' }, { start: 16, end: 17, style: 'superscript' }, { start: 17, end: 18, style: 'break' }, { start: 21, end: 25, style: 'link', target: 'x.pdf' },
    ]);
  });
  it('estimates how far down a padded cell its paragraphs stand, where widths are told', async () => {
    const words = 'The hall will be opened on every evening of the week but one. '.repeat(4);
    const source = (width: string): string => `<style>p.MsoNormal, li.MsoNormal { font-size: 10.0pt }</style><table><tr><th>Action</th><th>Cost</th></tr><tr><td ${width}><p class=MsoNormal>${words}</p><p class=MsoNormal>Second.</p></td><td ${width}>${'<p class=MsoNormal>&nbsp;</p>'.repeat(6)}<p class=MsoNormal>£2</p></td></tr></table>`;
    const [action, second, cost] = all(await html(source('width=200'))).slice(2);
    expect(action).toMatchObject({ top: 0 });
    expect(Math.abs((second?.top ?? 0) - (action?.bottom ?? 0))).toBeLessThan(1);
    expect(cost).toMatchObject({ top: 69, bottom: 81 });
    expect(second?.top).toBeGreaterThan(60);
    expect(all(await html(source('width="20%"'))).every((p) => p.top === undefined)).toBe(true);
  });
  it('counts empty paragraphs as white space above, and source tabs as spaces', async () => {
    const paper = await html('<table><tr><th>A</th><th>B</th></tr><tr><td><p>one</p><p>&nbsp;</p><p><br></p><p>two\n\tmore</p></td><td>x</td></tr></table><p>after</p>');
    expect(all(paper).map((p) => [p.text, p.gapAbove, p.spans])).toEqual([['A', undefined, undefined], ['B', undefined, undefined], ['one', undefined, undefined], ['two more', 24, undefined], ['x', undefined, undefined], ['after', undefined, undefined]]);
  });
  it('keeps lines of preformatted text', async () => {
    const paper = await html('<pre>one\n  two\n\nthree</pre>');
    expect(lines(paper)).toEqual(['one two', 'three']);
  });
  it.each([
    ['<meta charset=windows-1252>', [0x93, 0x61, 0x94]], ['<meta http-equiv=Content-Type content="text/html; charset=ISO-8859-1">', [0x93, 0x61, 0x94]], ['', [0x93, 0x61, 0x94]], ['<meta charset=iso-8859-1>', [0xe2, 0x80, 0x9c, 0x61, 0xe2, 0x80, 0x9d]],
  ])('decodes %s', async (head, word) => {
    const bytes = Uint8Array.from([...Buffer.from(`<html><head>${head}</head><body><p>`), ...word, ...Buffer.from('</p></body></html>')]);
    expect(lines(await readHtml(bytes, {}))).toEqual(['“a”']);
  });
});

describe('odd and hostile pages', () => {
  it.each([
    ['nested elements', '<div>'.repeat(10_000) + 'x'], ['nested emphasis', `${'<b>'.repeat(10_000)}x<p>y`], ['nested lists', '<ul><li>a'.repeat(10_000)], ['nested tables', '<table><tr><td>a'.repeat(3_000)],
    ['unclosed', '<p><b>a<i>b</b>c<table><tr>d<td>e</table></i>f<!-- <p'],
  ])('reads %s', async (_, source) => {
    expect((await html(source)).blocks.length).toBeGreaterThan(0);
  });
  it('ends a page that multiplies its elements, or its table places', async () => {
    const wide = `<table>${`<tr>${'<td colspan=1000 rowspan=65534>a'.repeat(100)}`.repeat(100)}`;
    await expect(html(wide)).rejects.toMatchObject({ code: 'too-large' });
    await expect(html('<div>'.repeat(40_000))).rejects.toMatchObject({ code: 'too-large' });
  });
  it('says that a page without text has none', async () => {
    await expect(html('<html><body><div id="root"></div><script>fill()</script></body></html>')).rejects.toMatchObject({ code: 'no-text' });
    await expect(html('')).rejects.toBeInstanceOf(PaperError);
  });
});

describe('conservation', () => {
  const word = fc.constantFrom('bus', 'fare', '12', '(a)', '•', '£4', '&amp;', '–', 'A.');
  const inline = fc.oneof(word, fc.tuple(fc.constantFrom('b', 'i', 'span', 'a href=x', 'del', 'span hidden', 'span style="display:none"'), word).map(([t, w]) => `<${t}>${w}</${t.split(' ')[0]}>`), fc.constant('<br>'));
  const flow = fc.array(inline, { minLength: 1, maxLength: 4 }).map((x) => x.join(' '));
  const block = fc.letrec((tie) => ({
    block: fc.oneof({ maxDepth: 4 },
      fc.tuple(fc.constantFrom('p', 'h2', 'div', 'pre', 'nav', 'td', 'li'), flow).map(([t, x]) => `<${t}>${x}</${t}>`),
      fc.tuple(fc.constantFrom('div', 'ul', 'section', 'blockquote', 'form', 'main', 'footer', 'b', 'div hidden'), fc.array(tie('block'), { maxLength: 3 })).map(([t, x]) => `<${t}>${x.join('')}</${t.split(' ')[0]}>`),
      fc.array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((r) => `<table>${r.map((c) => `<tr>${c.map((x) => `<td>${String(x)}</td>`).join('')}</tr>`).join('')}</table>`)),
  })).block as fc.Arbitrary<string>;

  it('every character that the tree holds is in a block, furniture or hidden, once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(block, { maxLength: 5 }), async (parts) => {
      const source = `<body>${parts.join('\n')}</body>`;
      const paper = await html(source).catch((e: unknown) => { expect(e).toMatchObject({ code: 'no-text' }); return undefined; });
      if (!paper) return;
      const strip = (s: string): string => [...s.replace(/[\s•◦▪]+/gu, '')].sort().join('');
      const source2 = source.replace(/<[^>]*>/g, ' ').replaceAll('&amp;', '&');
      const read = [...all(paper).flatMap((p) => [p.label ?? '', p.text]), ...paper.furniture.map((f) => f.text), ...paper.hidden.map((f) => f.text)].join('');
      expect(strip(read)).toBe(strip(source2));
      const ids = [...all(paper), ...eachTable(paper.blocks), ...paper.furniture, ...paper.hidden].map((x) => x.id);
      expect(new Set(ids).size).toBe(ids.length);
    }), { numRuns: 400 });
  });
});

describe('what a cell is filled with', () => {
  it('is told by style or by the old attribute, and white is nothing', async () => {
    const t = await table('<table><tr><td style="background-color:#FF0000">a</td><td bgcolor="Green">b</td><td style="background:#fff">c</td><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td><td>h</td></tr></table>');
    expect(t.cells.slice(0, 5).map((c) => c.colour)).toEqual(['ff0000', 'green', undefined, undefined, undefined]);
  });
});
