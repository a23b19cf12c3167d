/** Pages of council websites: the record is the paper's, and the site around it is furniture. */
import { describe, expect, it } from 'vitest';
import { extractBytes } from '../../src/work/extract.js';

type Plain = Record<string, unknown>;
const record = async (html: string): Promise<Plain> => await extractBytes(new TextEncoder().encode(html), { file: 'page.html' }) as unknown as Plain;
const furniture = (r: Plain): string[] => (r['coverage'] as { furniture: { text: string }[] }).furniture.map((f) => f.text);

const SITE = (content: string): string => `<!DOCTYPE html><html lang="en"><head><title>Page - Larkmouth Council</title></head><body>
<div class="cookie-banner"><p>We use cookies.</p></div><header><p class="logo">Larkmouth Council</p></header><div class="breadcrumb"><a href="/">Home</a></div>
${content}<footer>© Larkmouth Council</footer></body></html>`;

describe('a page of one decision', () => {
  const page = SITE(`<h1>Decision details</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Harbour dredging contract</h2>
<p><span>Decision Maker:</span> <a href="mgCommitteeDetails.aspx?ID=2">Portfolio Holder for Coast</a></p><p><span>Decision status:</span> Recommendations Approved</p>
<p><span>Is Key decision?:</span> Yes</p><p><span>Is subject to call in?:</span> No</p>
<h3 class="mgSubSubTitleTxt">Purpose:</h3><div class="mgWordPara"><p>To let the contract for dredging.</p></div>
<h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara"><p>That the contract be let for three years.</p></div>
<h3 class="mgSubSubTitleTxt">Interests and Nature of Interests Declared:</h3><div class="mgWordPara"><p>None.</p></div>
<p><span>Date of decision:</span> 04/11/2025</p><p><span>Effective from:</span> 13/11/2025</p>
<h3 class="mgSubSubTitleTxt">Accompanying Documents:</h3><ul><li><a href="documents/s1.pdf">Report</a> <span class="mgFileSize">PDF 68 KB</span></li></ul></div>`);

  it('is a decision notice on the matter that its second heading names', async () => {
    const r = await record(page);
    expect(r).toMatchObject({
      kind: 'decision-notice', title: 'Harbour dredging contract', subject: 'Harbour dredging contract', decisionMaker: { name: 'Portfolio Holder for Coast' }, keyDecision: true, callIn: false,
      decided: '2025-11-04', effective: '2025-11-13', decision: [{ text: 'That the contract be let for three years.' }], interests: [{ text: 'None.' }],
      fields: [{ label: 'Decision status', text: 'Recommendations Approved' }, { label: 'Purpose', text: 'To let the contract for dredging.' }, { label: 'Accompanying Documents', text: '• Report' }],
      coverage: { ratio: 1 },
    });
    expect(furniture(r)).toEqual(['We use cookies.', 'Larkmouth Council', 'Home', 'PDF 68 KB', '© Larkmouth Council']);
  });
});

describe('a page of one item', () => {
  it('has the body, the day and the item number that its link to the meeting says', async () => {
    const r = await record(SITE(`<h1>Agenda item</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Pier lighting</h2>
<ul class="mgActionList"><li><a href="ieListDocuments.aspx?MId=3">Meeting of Coastal Scrutiny Committee, Tuesday, 14th October, 2025 6.30 pm (Item 9.)</a></li></ul>
<div class="mgWordPara"><p>To consider the report of the Harbour Master.</p></div>
<h3>Decision:</h3><div class="mgWordPara"><p>RESOLVED – That the report be noted.</p></div>
<h3>Minutes:</h3><div class="mgWordPara"><p>The Harbour Master spoke of the cost of lamps.</p></div></div>`));
    expect(r).toMatchObject({
      kind: 'minutes', title: 'Pier lighting', body: 'Coastal Scrutiny Committee', date: '2025-10-14', meeting: { body: 'Coastal Scrutiny Committee', date: '2025-10-14', startTime: '18:30' },
      items: [{ agendaItem: '9', title: 'Pier lighting', decisions: [{ text: 'That the report be noted.', outcome: 'noted' }] }],
    });
  });
});

describe('minutes on the page of a parish', () => {
  it('have an item for every bold line, whatever stands under it in the same paragraph', async () => {
    const r = await record(SITE(`<main><article><h1 class="entry-title">Minutes of the Parish Council Meeting – 3 March 2025</h1><div class="entry-meta">Posted on 12 March 2025 by Clerk</div><div class="entry-content">
<p>Minutes of the meeting of the Parish Council held on Monday 3 March 2025 at 7.30pm in the Reading Room.</p>
<p><strong>Present:</strong> Cllr R. Tolley (Chairman), Cllr S. Penn</p><p><strong>In attendance:</strong> Mrs J. Vale (Clerk), 3 members of the public</p>
<p><strong>24/101 Apologies</strong><br>Cllr D. Hart sent apologies, which were accepted.</p><p><strong>24/102 Declarations of interest</strong><br>None.</p>
<p><strong>24/103 Minutes of the last meeting</strong><br>It was RESOLVED that the minutes of the meeting held on 3 February 2025 be signed.</p></div></article></main>`));
    expect((r['items'] as { number: string; title: string }[]).map((i) => [i.number, i.title])).toEqual([['24/101', 'Apologies'], ['24/102', 'Declarations of interest'], ['24/103', 'Minutes of the last meeting']]);
    expect(r['attendance']).toMatchObject([{ name: 'R. Tolley' }, { name: 'S. Penn' }, { name: 'J. Vale', role: 'Clerk' }, { name: '3 members of the public' }, { name: 'D. Hart' }]);
    expect(furniture(r)).toContain('Posted on 12 March 2025 by Clerk');
  });
});

describe('a page of guidance', () => {
  it('is titled by its one heading of the first rank, not by the caption over it', async () => {
    const r = await record(SITE(`<main><span class="govuk-caption-xl">Policy paper</span><h1>Roads and Paths Plan</h1><p>Published 4 June 2025</p>
<h2>1. Introduction</h2><p>This plan says how the council will look after roads.</p><p><a href="/full.pdf">Full plan (PDF, 1.2MB)</a></p></main>`));
    expect(r).toMatchObject({ kind: 'document', title: 'Roads and Paths Plan', date: '2025-06-04' });
    expect(JSON.stringify(r['sections'])).toContain('Policy paper');
    expect(furniture(r)).toContain('(PDF, 1.2MB)');
  });
});

describe('a page of a meeting to come', () => {
  it('is an agenda of the body that its heading names beside the day', async () => {
    const r = await record(SITE(`<h1>Agenda</h1><div class="mgContent"><h2 class="mgSubTitleTxt">Cabinet - Tuesday, 3rd June, 2025 6.00 pm</h2><p>Venue: Council Chamber, Town Hall</p>
<table class="mgItemTable"><tr><td><p class="mgAiTitleTxt">1. </p></td><td><p class="mgAiTitleTxt">Apologies for absence</p></td></tr>
<tr><td><p class="mgAiTitleTxt">2. </p></td><td><p class="mgAiTitleTxt"><a href="documents/s1.pdf">Minutes</a> <span>PDF 68 KB</span></p><p>To approve the minutes.</p></td></tr></table></div>`));
    expect(r).toMatchObject({ kind: 'agenda', body: 'Cabinet', meeting: { body: 'Cabinet', date: '2025-06-03', startTime: '18:00' }, items: [{ number: '1', title: 'Apologies for absence' }, { number: '2', title: 'Minutes' }] });
    expect(furniture(r)).toContain('PDF 68 KB');
  });

  it('may be set in panes, one of which is the paper', async () => {
    const r = await record(`<body><form action="x.aspx"><div id="dnn_HeaderPane" class="HeaderPane"><p>Larkmouth Council</p></div><div id="dnn_ContentPane" class="ContentPane"><h2>Planning Committee - 2 July 2025</h2><h3>Agenda</h3>
<table><tr><th>Item</th><th>Title</th><th>Documents</th></tr><tr><td>1</td><td>Apologies for absence</td><td></td></tr><tr><td>2</td><td>Declarations of interest</td><td></td></tr><tr><td>3</td><td>Minutes of the last meeting</td><td><a href="Document.ashx?x=1">Minutes.pdf</a> (120 KB)</td></tr></table></div>
<div id="dnn_FooterPane" class="FooterPane"><a href="/p">Privacy Statement</a></div></form></body>`);
    expect(r).toMatchObject({ kind: 'agenda', items: [{ number: '1' }, { number: '2' }, { number: '3', note: 'Minutes.pdf' }] });
    expect(furniture(r)).toEqual(expect.arrayContaining(['Larkmouth Council', '(120 KB)', 'Privacy Statement']));
  });
});
