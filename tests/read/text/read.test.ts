import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Block, Paper, Paragraph, Table } from '../../../src/paper/model.js';
import { fragment } from '../../../src/paper/locator.js';
import { inkLength } from '../../../src/paper/text.js';
import { cellText, eachParagraph } from '../../../src/paper/walk.js';
import { PaperError } from '../../../src/read/reader.js';
import { laidOutTableAt } from '../../../src/read/text/laid-out.js';
import { splitLines } from '../../../src/read/text/lines.js';
import { readMarkdown, readText } from '../../../src/read/text/read.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (source: string): Promise<Paper> => readText(bytes(source), {});
const markdown = (source: string): Promise<Paper> => readMarkdown(bytes(source), {});
const paragraphs = (paper: Paper): Paragraph[] => paper.blocks.filter((b): b is Paragraph => b.type === 'paragraph');
const table = (paper: Paper): Table => paper.blocks.find((b): b is Table => b.type === 'table') as Table;
const rows = (t: Table): string[][] => {
  const out = Array.from({ length: t.rows }, () => Array.from({ length: t.columns }, () => ''));
  for (const c of t.cells) (out[c.row] as string[])[c.column] = cellText(c);
  return out;
};
const lines = (paper: Paper): string[] => paragraphs(paper).map((p) => [p.label, p.text].filter((t) => t !== undefined && t !== '').join(' '));
const headings = (paper: Paper): string[] => paragraphs(paper).filter((p) => p.heading).map((p) => p.text);
const inkOf = (blocks: readonly Block[]): number => [...eachParagraph(blocks)].reduce((n, p) => n + inkLength(p.label ?? '') + inkLength(p.text), 0);

describe('tables laid out with spaces', () => {
  const HEAD = 'Recommendation          Action                  Lead            By when';
  const LAID = [
    'River Action Plan', '', HEAD, '',
    '1. That the river be    Clear the reeds by      Ranger          June 2031',
    'cleared of reeds.       hand.                                   (or sooner)',
    '                        Count the frogs.', '',
    'THE LOWER RIVER, FROM THE BRIDGE TO THE WEIR', '',
    '2. That fish return.    Build a ladder.         River Trust     2032', '',
    'Nothing more is planned for this year, and the work will be looked at again.',
  ].join('\n');
  it('may be as long as a file, and a line as long as one', async () => {
    const row = (n: number): string => [String(n), 'sweep', 'crew', 'May'].map((c) => c.padEnd(12)).join('');
    const lines = ['Step        Task        Lead        When', ...Array.from({ length: 130_000 }, (_, n) => row(n % 900 + 1))];
    expect(laidOutTableAt(splitLines(lines.join('\n')), 0)?.columns).toBe(4);
    const began = performance.now();
    expect(laidOutTableAt(splitLines(`Step  Task${' '.repeat(60_000)}`), 0)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1000);
  });
  it('have rows of several lines, paragraphs in their cells, and bands', async () => {
    const paper = await text(LAID);
    expect(rows(table(paper))).toEqual([
      ['Recommendation', 'Action', 'Lead', 'By when'], ['1. That the river be cleared of reeds.', 'Clear the reeds by hand.\nCount the frogs.', 'Ranger', 'June 2031 (or sooner)'],
      ['THE LOWER RIVER, FROM THE BRIDGE TO THE WEIR', '', '', ''], ['2. That fish return.', 'Build a ladder.', 'River Trust', '2032'],
    ]);
    expect(lines(paper)).toEqual(['River Action Plan', 'Nothing more is planned for this year, and the work will be looked at again.']);
  });
  it('keep the list of a cell in its row, and a stated recommendation over the rows for it', async () => {
    const paper = await text([HEAD, '', 'Recommendation 1: That verges be left uncut until the flowers have set their seed.', '', 'Verges                  Leave uncut:            Clerk           June 2031', '                        (a) Church Lane', '                        (b) Mill Road', '',
      'Ponds                   Dig one.                Ranger          2032'].join('\n'));
    expect(rows(table(paper))).toEqual([['Recommendation', 'Action', 'Lead', 'By when'], ['Recommendation 1: That verges be left uncut until the flowers have set their seed.', '', '', ''], ['Verges', 'Leave uncut:\n(a) Church Lane\n(b) Mill Road', 'Clerk', 'June 2031'], ['Ponds', 'Dig one.', 'Ranger', '2032']]);
  });
  it('end where the headings come again', async () => {
    const row = '1. That it be done.     Do it.                  Ranger          2031';
    const paper = await text([HEAD, '', row, '', 'Lower river', '', HEAD, '', row, '', row].join('\n'));
    expect(paper.blocks.filter((b) => b.type === 'table').map((t) => (t as Table).rows)).toEqual([2, 3]);
    expect(lines(paper)).toEqual(['Lower river']);
  });
  it('may have headings under a heading over several columns', async () => {
    const paper = await text([
      'Recommendation          Status          Work', '                                        What to do      Who leads       By when', '',
      '1. That it be done.     Open            Do it.          Ranger          2031', '', '2. That more be done.   Open            Do more.        Ranger          2032',
    ].join('\n'));
    expect(rows(table(paper))).toEqual([
      ['Recommendation', 'Status', 'Work', '', ''], ['', '', 'What to do', 'Who leads', 'By when'],
      ['1. That it be done.', 'Open', 'Do it.', 'Ranger', '2031'], ['2. That more be done.', 'Open', 'Do more.', 'Ranger', '2032'],
    ]);
  });
  it('are none where words run over the columns, or nothing parts the rows', async () => {
    const prose = [HEAD, '', 'The panel met in June and heard from the ranger and from those who fish there.', '', 'It will meet again in July, when the count of frogs is known to all.'].join('\n');
    expect((await text(prose)).blocks.every((b) => b.type === 'paragraph')).toBe(true);
    const names = ['Councillors Ash          Councillor Beech        Councillor Cedar', 'Mr Dunn                  Ms East                 Dr Finch and Mrs Grey', ].join('\n');
    expect((await text(names)).blocks.every((b) => b.type === 'paragraph')).toBe(true);
  });
});

describe('breaks in cells', () => {
  it('part paragraphs where nothing else does', async () => {
    const t = table(await text('| Action | Lead |\n|---|---|\n| Dig a pond.<br>• Plant it. | Ann Lyle<br/>Parish Clerk |\n'));
    expect(rows(t)[1]).toEqual(['Dig a pond.\n• Plant it.'.replace('• ', ''), 'Ann Lyle\nParish Clerk']);
  });
  it('stay breaks between paragraph tags', async () => {
    const t = table(await text('Action\tLead\n<p>Dig a<br>pond.</p> <p>Plant it.</p>\tAnn Lyle\n'));
    expect(rows(t)[1]?.[0]).toBe('Dig a pond.\nPlant it.');
  });
});

describe('plain text, a paragraph a line', () => {
  const SOURCE = [
    ' Amberford Learning Board', '', 'Thursday 6 March 2014', '', '1.RURAL TRANSPORT GROUP ', '', 'This is the first report of the group, which met in January.', '',
    '1. Aims/Objectives', '', '· Run the evening bus.', '', '· Keep fares as they are until the review of 2015 is done.', 'This line stands under the list.', '',
    'a. First aim', '', 'b. Second aims that:', 'i. go on', 'ii. go further', '', '2.', 'LIBRARIES AND READING GROUP (LRG) REPORT', '', '1. Outcomes', '',
    '1. More readers', '', '2. Longer hours at the town library', '2. Risks', '', 'Few.', '', '     3.   Costs', '', '    None at present.',
  ].join('\n');

  it('parts paragraphs at blank lines, labels and bullets', async () => {
    expect(lines(await text(SOURCE))).toEqual([
      'Amberford Learning Board', 'Thursday 6 March 2014', '1. RURAL TRANSPORT GROUP', 'This is the first report of the group, which met in January.', '1. Aims/Objectives',
      '· Run the evening bus.', '· Keep fares as they are until the review of 2015 is done.', 'This line stands under the list.', 'a. First aim', 'b. Second aims that:', 'i. go on', 'ii. go further',
      '2. LIBRARIES AND READING GROUP (LRG) REPORT', '1. Outcomes', '1. More readers', '2. Longer hours at the town library', '2. Risks', 'Few.', '3. Costs', 'None at present.',
    ]);
  });

  it('finds headings by looks, and no list entries among them', async () => {
    const found = headings(await text(SOURCE));
    expect(found).toEqual(expect.arrayContaining(['RURAL TRANSPORT GROUP', 'Aims/Objectives', 'LIBRARIES AND READING GROUP (LRG) REPORT', 'Outcomes', 'Costs']));
    expect(found).not.toContain('More readers');
    expect(found).not.toContain('Thursday 6 March 2014');
    const levels = new Map(paragraphs(await text(SOURCE)).map((p) => [p.text, p.heading?.level]));
    expect(levels.get('RURAL TRANSPORT GROUP')).toBe(1);
    expect(levels.get('Aims/Objectives')).toBe(2);
  });

  it('takes a labelled name, a payment, a greeting and a saying for no headings, and titles like them for headings', async () => {
    const below = 'What was said there was put into the minutes of the board.';
    const of = async (...titles: string[]): Promise<string[]> => headings(await text(['Ferry Board', ...titles.flatMap((t) => [t, below])].join('\n\n')));
    expect(await of('Lead Officer: Jane Poll, Head of Ferries', 'HMRC - PAYE - £53.00', 'Rope, 40 m (£210)', 'Dear Councillor', '“Cleaner piers for all”', '"A pier for life"')).toEqual(['Ferry Board']);
    expect(await of('Theme One: Homes, Work and Health', 'Case Study: Mill Road, Amberford', 'The £4 million question', 'Dearth of Piers', '“Cleaner Piers”: the Campaign')).toEqual(['Ferry Board', 'Theme One: Homes, Work and Health', 'Case Study: Mill Road, Amberford', 'The £4 million question', 'Dearth of Piers', '“Cleaner Piers”: the Campaign']);
  });
  it('joins a label on a line of its own to the line below, and says where both stand', async () => {
    const p = paragraphs(await text(SOURCE)).find((q) => q.text.startsWith('LIBRARIES'));
    expect(p).toMatchObject({ label: '2.', number: '2', at: { in: 'lines', from: 22, to: 23 } });
    expect(fragment(p?.at ?? { in: 'paragraph', paragraph: 0 })).toBe('#line=21,23');
  });

  it('takes the dash before a number for part of the label', async () => {
    const [first, second] = paragraphs(await text('- 1.1 The scheme has begun.\n- 1.2 It goes on:\n- one part\n - another part\n'));
    expect(first).toMatchObject({ number: '1.1', text: 'The scheme has begun.' });
    expect(second).toMatchObject({ number: '1.2' });
    expect(paragraphs(await text('- 1.2 It goes on:\n- one part\n - another part\n')).map((p) => [p.bullet, p.depth])).toEqual([[undefined, undefined], [true, undefined], [true, undefined]]);
  });

  it('counts numbered headings over deeper numbers as headings, whatever stop they end in', async () => {
    const paper = await text('4. Delivery.\n\n4.1. How will it work?\n\n4.1.1. It will work by stages which are set out in the plan.\n\n4.1.2. It will be watched.\n\n5. Costs\n\n5.1. There are none.\n');
    expect(paragraphs(paper).filter((p) => p.heading).map((p) => [p.number, p.heading?.level])).toEqual([['4', 2], ['4.1', 3], ['5', 2]]);
  });

  it('knows bare numbers by the sequence they stand in', async () => {
    const paper = await text('1 Apologies for absence\n\n2 Minutes of the last meeting\n\n3 Bus fares\n\n12 members were there.\n');
    expect(paragraphs(paper).map((p) => p.number)).toEqual(['1', '2', '3', undefined]);
  });

  it('states depth where indentation does', async () => {
    const paper = await text('- one\n    - one of one\n    - two of one\n- two\n');
    expect(paragraphs(paper).map((p) => p.depth)).toEqual([0, 1, 1, 0]);
  });

  it('reads bold over two lines as one paragraph with a break', async () => {
    const [p] = paragraphs(await text('**Amberford Scrutiny Panel\nACTION PLAN**\n\n6 March 2014\n'));
    expect(p).toMatchObject({ text: 'Amberford Scrutiny Panel ACTION PLAN', bold: true, at: { from: 1, to: 2 } });
    expect(p?.spans).toContainEqual({ start: 24, end: 25, style: 'break' });
    expect(p?.pieces).toEqual([{ offset: 0, at: { in: 'lines', from: 1, to: 1 } }, { offset: 25, at: { in: 'lines', from: 2, to: 2 } }]);
  });

  it('leaves other marks and odd brackets as they are', async () => {
    expect(lines(await text('Costs_of_2014 are 3 * 4 [see below] <see note> and C:\\temp `x`.\n\n2 < 3 & 4 > 3\n'))).toEqual(['Costs_of_2014 are 3 * 4 [see below] <see note> and C:\\temp `x`.', '2 < 3 & 4 > 3']);
  });

  it('marks tabs inside a paragraph', async () => {
    const [p] = paragraphs(await text('Present:\tCouncillor Ashdown\n\nThe meeting began.\n'));
    expect(p).toMatchObject({ text: 'Present: Councillor Ashdown', spans: [{ start: 8, end: 9, style: 'tab' }] });
  });
});

describe('plain text quoted in a mail', () => {
  const MAIL = ['> Ferry Board', '>', '> 1. Apologies', '>', '> There were none.', '>', '> > 2. Piers'];
  it('is read without its marks, the lines numbered as they stand', async () => {
    const paper = await text(['The clerk wrote:', '', ...MAIL].join('\n'));
    expect(lines(paper)).toEqual(['The clerk wrote:', 'Ferry Board', '1. Apologies', 'There were none.', '2. Piers']);
    expect(paragraphs(paper).map((p) => fragment(p.at))).toContain('#line=4,5');
  });
  it('is not where few lines bear them', async () => {
    expect(lines(await text(['> 5 boats', '> 9 piers', 'Ferry Board', 'The board met.', 'It rose.'].join('\n\n')))[0]).toBe('> 5 boats');
  });
});

describe('plain text, wrapped', () => {
  it('joins wrapped lines, keeps short lines and labels apart, and rejoins broken words', async () => {
    const paper = await text([
      'Highwater Town Council', 'Annual Report', '',
      'The committee considered the report of the clerk on the use of the hall', 'and agreed that the charges, which had not been changed for a long', 'time, be raised from April. The consul-', 'tation will be well-', 'known to all; another consultation follows, as set out in paragraph', '3.5 and the appendix that was handed round at the meeting.', '',
      '2.1  The hall is let on most days of the week, and the hirers pay by the', '     hour. Some have done so for many years.', '2.2  The roof leaks.', '',
    ].join('\n'));
    expect(lines(paper)).toEqual([
      'Highwater Town Council', 'Annual Report',
      'The committee considered the report of the clerk on the use of the hall and agreed that the charges, which had not been changed for a long time, be raised from April. The consultation will be well-known to all; another consultation follows, as set out in paragraph 3.5 and the appendix that was handed round at the meeting.',
      '2.1 The hall is let on most days of the week, and the hirers pay by the hour. Some have done so for many years.', '2.2 The roof leaks.',
    ]);
    expect(paragraphs(paper)[2]?.at).toEqual({ in: 'lines', from: 4, to: 9 });
  });
});

describe('plain text of short lines with few paragraphs among them', () => {
  const form = (...more: string[]): string => [
    'Response to the Ferry Review', '', 'The review group met in May, and the officers have now looked into each of its six',
    'recommendations with the harbour master.', 'Recommendation 1: That the ferry sail on Sundays.', 'Response: Accepted. It will begin when the timetable changes in the spring.',
    'Action: The Council will', '       i. tell the harbour what the boats and their crews will cost in the year; and', '       ii. print a timetable that shows sailings on Sundays and on public holidays in', '       bold.', 'Lead: Harbour Master', ...more,
  ].join('\n');
  it('is wrapped where its unfinished lines are of a width and none is wider; lines of a form and the next label begin their own paragraphs', async () => {
    expect(lines(await text(form()))).toEqual([
      'Response to the Ferry Review', 'The review group met in May, and the officers have now looked into each of its six recommendations with the harbour master.',
      'Recommendation 1: That the ferry sail on Sundays.', 'Response: Accepted. It will begin when the timetable changes in the spring.', 'Action: The Council will',
      'i. tell the harbour what the boats and their crews will cost in the year; and', 'ii. print a timetable that shows sailings on Sundays and on public holidays in bold.', 'Lead: Harbour Master',
    ]);
  });
  it('is not where a line is far wider', async () => {
    const long = 'The harbour master wrote that the pier would bear the boats in any weather that the coast had seen in the ten years since it was built, and asked for lamps.';
    expect(lines(await text(form('', long)))).toContain('The review group met in May, and the officers have now looked into each of its six');
  });
});

describe('tables in text', () => {
  const PLAN = [
    '**ACTION PLAN**', '', 'RECOMMENDATION\tACTION\tBY WHOM\tCOST',
    '<p>1. That the Trust opens the hall.</p>\t<p>Open it. The aims are</p> <ul style="list-style-type:none"> a. Warmth b. Light \t<p>Head of Halls</p> <p>Clerk &amp; Keeper</p>\t<p>£0</p> <p>&pound;45k</p>', '',
    'RECOMMENDATION\tACTION\tBY WHOM\tCOST', '\t<p>c. Sound d. A roof</p> <p>Mend it</p>\t\t£10',
    '<p>2. That it stays open.</p>\t<p>Keep it', 'open on two', '', 'lines</p>\t<p>Clerk</p>\t', '',
  ].join('\n');

  it('joins the tables of several pages, sets repeated headings apart, and reads markup as structure', async () => {
    const paper = await text(PLAN);
    const t = table(paper);
    expect(t).toMatchObject({ headerRows: 1, rows: 4, columns: 4, pageStarts: [2], at: { in: 'lines', from: 3, to: 11 } });
    expect(rows(t)).toEqual([
      ['RECOMMENDATION', 'ACTION', 'BY WHOM', 'COST'],
      ['1. That the Trust opens the hall.', 'Open it. The aims are\na. Warmth\nb. Light', 'Head of Halls\nClerk & Keeper', '£0\n£45k'],
      ['', 'c. Sound\nd. A roof\nMend it', '', '£10'],
      ['2. That it stays open.', 'Keep it open on two lines', 'Clerk', ''],
    ]);
    expect(paper.furniture).toEqual([{ id: expect.any(Number) as number, text: 'RECOMMENDATION ACTION BY WHOM COST', at: { in: 'lines', from: 6, to: 6 }, why: 'repeated-heading' }]);
    expect(t.cells.find((c) => c.row === 3 && c.column === 1)?.at).toEqual({ in: 'lines', from: 8, to: 11 });
    const labels = [...eachParagraph([t])].map((p) => p.number).filter(Boolean);
    expect(labels).toEqual(['1', 'a', 'b', 'c', 'd', '2']);
  });

  it('does not split a sentence at what only looks like the next label', async () => {
    const paper = await text('A\tB\n<p>1. See table 2. The rest follows.</p>\t<p>x</p>\n');
    expect(rows(table(paper))[1]).toEqual(['1. See table 2. The rest follows.', 'x']);
  });

  it('keeps tables with different headings apart', async () => {
    const paper = await text('Name\tPost\tWard\nA\tClerk\tEast\n\nRoom\tSeats\tFloor\nHall\t90\t1\n');
    expect(paper.blocks.filter((b) => b.type === 'table').map((t) => rows(t as Table)[0])).toEqual([['Name', 'Post', 'Ward'], ['Room', 'Seats', 'Floor']]);
  });

  it.each([
    ['numbered paragraphs', '1.\tApologies\n2.\tMinutes\n3.\tBuses\n'], ['a form', 'Present:\tA\nApologies:\tB\nOfficers:\tC\n'], ['contents', 'Introduction\t1\nBuses\t4\nTrains\t9\n'],
  ])('takes %s for paragraphs', async (_, source) => {
    expect((await text(source)).blocks.every((b) => b.type === 'paragraph')).toBe(true);
  });

  it('ends a table where numbered text goes on after it', async () => {
    for (const gap of ['', '\n']) {
      const paper = await text(`Name\tRole\tOrganisation\nAnn Lane\tChair\tQuay Council\nBea Dale\tNurse\tNHS Quay\n${gap}1.\tAPOLOGIES\t\nNone were sent.\n2.\tMINUTES\t\n`);
      expect(rows(table(paper))).toHaveLength(3);
      expect(paragraphs(paper).map((p) => p.text)).toContain('APOLOGIES');
    }
    // One with a column of numbers by its heading stays one, whatever its first rows are.
    expect(rows(table(await text('No.\tTitle\tPages\nPart A\tGeneral\t1\n1.\tMinutes\t3\n2.\tBudget\t5\n')))).toHaveLength(4);
    // A table numbered from its first row on stays one.
    expect(rows(table(await text('No.\tAction\tLead\n1.\tMend it\tClerk\n2.\tPaint it\tClerk\n')))).toHaveLength(3);
  });

  it('takes no line for a heading by its looks where Markdown marks the headings', async () => {
    expect(headings(await markdown('# Plan\n\n## Foreword\n\nWe want what any parent wants.\n\nCllr Noor Hale, Lead Member\n\n## Vision\n\nEvery child is safe.\n'))).toEqual(['Plan', 'Foreword', 'Vision']);
  });

  it('takes "None" on a line of its own for no heading', async () => {
    expect(headings(await text('2. Disclosures of interest\n\nNone\n\n3. Minutes\n\nThey were agreed as a correct record.\n'))).not.toContain('None');
  });

  it('reads pipe tables', async () => {
    const t = table(await markdown('Before\n\n| Item | Cost |\n|------|-----:|\n| Bus \\| tram | **£4** |\n| Train | |\n\nAfter\n'));
    expect(t).toMatchObject({ headerRows: 1, rows: 3, columns: 2 });
    expect(rows(t)).toEqual([['Item', 'Cost'], ['Bus | tram', '£4'], ['Train', '']]);
  });

  it('reads grids of characters', async () => {
    const t = table(await text('+------+-----+\n| Item | £   |\n+======+=====+\n| Long | 4   |\n| name |     |\n+------+-----+\n'));
    expect(rows(t)).toEqual([['Item', '£'], ['Long name', '4']]);
    expect(t.headerRows).toBe(1);
  });

  it('reads grids of box characters, their wrapped lines joined', async () => {
    const paper = await text(['┌──────────────┬───────────┐', '│ Action       │ Owner     │', '╞══════════════╪═══════════╡', '│ Paint all of │ Warden    │', '│ the doors    │           │', '├──────────────┼───────────┤', '│ (a) Mend     │ Clerk     │', '│ (b) Sweep    │           │', '└──────────────┴───────────┘', '', 'The pier – a ─ b – stays.'].join('\n'));
    expect(table(paper).headerRows).toBe(1);
    expect(rows(table(paper))).toEqual([['Action', 'Owner'], ['Paint all of the doors', 'Warden'], ['(a) Mend\n(b) Sweep', 'Clerk']]);
    expect(lines(paper)).toEqual(['The pier – a ─ b – stays.']);
  });
  it('reads columns aligned by spaces only where that is certain', async () => {
    const t = table(await text('Ward        Seats   Cost\nEast            3   £400\nNorth West     12    £90\n'));
    expect(rows(t)).toEqual([['Ward', 'Seats', 'Cost'], ['East', '3', '£400'], ['North West', '12', '£90']]);
    expect((await text('Some words  here and   there\nmore  words of   no columns at all\nand   the end  of it\n')).blocks.every((b) => b.type === 'paragraph')).toBe(true);
  });
});

describe('columns of typed text that drift', () => {
  const DRIFTING = ['Action                   Lead             By when', 'Mend the pier            Warden           May 2031', 'Count the terns           Ranger          June 2031', 'Paint the boats at        Ranger           2032', 'the north slip', '                         A. Finn', 'Print a map              Clerk'];
  it('are a table under a line of names, with cells that go on in lower case or are empty', async () => {
    const paper = await text(['Plan', '', ...DRIFTING, '', 'The board will look at it in May.'].join('\n'));
    expect(rows(table(paper))).toEqual([['Action', 'Lead', 'By when'], ['Mend the pier', 'Warden', 'May 2031'], ['Count the terns', 'Ranger', 'June 2031'], ['Paint the boats at the north slip', 'Ranger A. Finn', '2032'], ['Print a map', 'Clerk', '']]);
    expect(table(paper).headerRows).toBe(1);
    expect(lines(paper)).toEqual(['Plan', 'The board will look at it in May.']);
  });
  it('are left to other ways of laying out where the columns go on behind a blank line', async () => {
    expect((await text([...DRIFTING, '', '                         And more.'].join('\n'))).blocks.some((b) => b.type === 'table' && b.rows === 5)).toBe(false);
  });
  it('are none in prose with wide gaps, or where the first line is no line of names', async () => {
    const spread = DRIFTING.map((line, i) => (i % 2 === 1 ? line.replace(/ {6,}/g, '   ') : line));
    expect((await text(spread.join('\n'))).blocks.some((b) => b.type === 'table')).toBe(false);
    expect((await text(['the pier                 was old,         and it leaned', ...DRIFTING.slice(1, 2), 'Count the terns            Ranger          June 2031'].join('\n'))).blocks.some((b) => b.type === 'table')).toBe(false);
  });
});

describe('pages in text', () => {
  it('sets page numbers and running heads apart, the first masthead excepted', async () => {
    const page = (n: number): string => `Highwater Town Council\n\nBody of page ${n} which says something of its own.\n\nMore of it here.\n\nAnd more again.\n\nPage ${n} of 3\n`;
    const paper = await text([1, 2, 3].map(page).join('\f'));
    expect(paper.furniture.map((f) => f.why)).toEqual(['page-number', 'header', 'page-number', 'header', 'page-number']);
    expect(lines(paper).filter((l) => l.startsWith('Highwater'))).toHaveLength(1);
    expect(paper.pages).toBe(3);
  });
});

describe('Markdown', () => {
  it('reads headings, emphasis, links, lists and quotes as structure', async () => {
    const paper = await markdown([
      '# Title of *it*', '', 'Agenda', '======', '', 'See [the **plan**](https://example.org/plan.pdf "a plan") and `code_x`, ~~gone~~ now\\*.', '', '* one', '  * nested', '+ two', '', '> quoted', '', '---', '',
      '**Bold line**', '', '<!-- a', 'comment -->', '', '1\\. Not a list.', '', '```', '# not a heading', '```',
    ].join('\n'));
    expect(lines(paper)).toEqual(['Title of it', 'Agenda', 'See the plan and code_x, gone now*.', '* one', '* nested', '+ two', 'quoted', 'Bold line', '1. Not a list.', '# not a heading']);
    expect(paragraphs(paper).map((p) => p.heading?.level)).toEqual([1, 1, undefined, undefined, undefined, undefined, undefined, 6, undefined, undefined]);
    expect(paragraphs(paper)[2]?.spans).toEqual([
      { start: 4, end: 12, style: 'link', target: 'https://example.org/plan.pdf' }, { start: 8, end: 12, style: 'bold' }, { start: 25, end: 29, style: 'struck' },
    ]);
    expect(paragraphs(paper).slice(3, 6).map((p) => p.depth)).toEqual([0, 1, 0]);
  });
});

describe('encodings', () => {
  const WORDS = 'The panel’s “costs” – £45k – naïve';
  const utf16 = (s: string, big: boolean): Uint8Array => {
    const b = Buffer.from(s, 'utf16le');
    return big ? b.swap16() : b;
  };
  it.each([
    ['UTF-8', bytes(WORDS)], ['UTF-8 with a mark', bytes(`\uFEFF${WORDS}`)], ['UTF-16 little-endian', utf16(`\uFEFF${WORDS}`, false)], ['UTF-16 big-endian', utf16(`\uFEFF${WORDS}`, true)],
    ['UTF-16 without a mark', utf16(WORDS, false)],
    ['Windows-1252', Uint8Array.from([...WORDS].map((c) => ({ '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 })[c] ?? c.charCodeAt(0)))],
  ])('%s', async (_, source) => {
    expect(lines(await readText(source, {}))).toEqual([WORDS]);
  });
  it('says when the encoding was inferred or characters were lost', async () => {
    expect((await readText(Uint8Array.from([0x41, 0xa3, 0x31]), {})).diagnostics).toMatchObject([{ rule: 'encoding-inferred', severity: 'info' }]);
    const torn = Uint8Array.from([...bytes('“a” – “b” – “c”'), 0xff, 0x41]);
    expect((await readText(torn, {})).diagnostics.map((d) => d.rule)).toEqual(['encoding-inferred', 'characters-lost']);
  });
  it('refuses a file of white space', async () => {
    await expect(text(' \n\t\n')).rejects.toThrowError(PaperError);
  });
});

describe('conservation', () => {
  const piece = fc.oneof(
    fc.constantFrom('1. ', '2.1 ', '(a) ', '- ', '• ', '\t', '  ', 'a\tb\tc', '| a | b |', 'ITEM 9', 'Page 1 of 2', '\f', '****', '**', '*', '12', '2.', '.', '£45k', 'A. Smith', '"', 'the end', '---', '+--+', 'Word-', 'word'),
    fc.string({ maxLength: 12, unit: 'binary-ascii' }).map((s) => s.replace(/[<&*\\\u0000-\u0008\u000b-\u001f\u007f]/g, '')),
  );
  const document = fc.array(fc.array(piece, { maxLength: 6 }).map((p) => p.join('')), { maxLength: 14 }).map((l) => l.join('\n'));

  it('plain text: every character is in a block or in furniture, once', async () => {
    await fc.assert(fc.asyncProperty(document, async (source) => {
      const paper = await text(source).catch((e: unknown) => { expect(e).toBeInstanceOf(PaperError); return undefined; });
      if (!paper) return;
      // Bold marks, and the rules of drawn tables, are no text; quotation marks around a cell of several lines are the spreadsheet's.
      const strip = (s: string): string => s.replace(/\s+/gu, '').replace(/[*|+\-=:"–—]/g, '');
      const read = [...[...eachParagraph(paper.blocks)].flatMap((p) => [p.label ?? '', p.text]), ...paper.furniture.map((f) => f.text)].join('');
      expect([...strip(read)].sort().join('')).toBe([...strip(source)].sort().join(''));
    }), { numRuns: 400 });
  });

  it('ids are unique, text is folded, spans lie within', async () => {
    await fc.assert(fc.asyncProperty(document, fc.boolean(), async (source, md) => {
      const paper = await (md ? markdown(source) : text(source)).catch(() => undefined);
      if (!paper) return;
      const all = [...eachParagraph(paper.blocks)];
      const ids = [...all.map((p) => p.id), ...paper.furniture.map((f) => f.id)];
      expect(new Set(ids).size).toBe(ids.length);
      for (const p of all) {
        expect(p.text).toBe(p.text.replace(/\s+/gu, ' ').trim());
        for (const s of p.spans ?? []) expect(s.start >= 0 && s.start < s.end && s.end <= p.text.length).toBe(true);
      }
      expect(inkOf(paper.blocks)).toBeGreaterThan(0);
    }), { numRuns: 300 });
  });
});
