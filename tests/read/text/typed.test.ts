/** Papers typed by hand: lines that hang under a tab, headings underlined with characters, names in two columns. */
import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../src/paper/model.js';
import { eachParagraph, printed } from '../../../src/paper/walk.js';
import { readMarkdown, readText } from '../../../src/read/text/read.js';

const text = (source: string): Promise<Paper> => readText(new TextEncoder().encode(source), {});
const lines = (paper: Paper): string[] => [...eachParagraph(paper.blocks)].map(printed);

describe('lines that hang under the text behind a label', () => {
  it.each<[string, string, string[]]>([
    ['a form’s', 'Subject:\tMill Lane\nReasons:\tThe crossing is used by four hundred\n\t\tchildren each day and was asked for by\n\t\tthe school.\nCall-in:\tNo\n', ['Subject: Mill Lane', 'Reasons: The crossing is used by four hundred children each day and was asked for by the school.', 'Call-in: No']],
    ['a point’s', '\t(a)\tthat six benches be bought; and\n\t(b)\tthat the Clerk report back to the\n\t\tnext meeting.\n', ['(a) that six benches be bought; and', '(b) that the Clerk report back to the next meeting.']],
    ['names behind a comma', 'Present:\tCllr A. Ash (Chair), Cllr B. Elm,\n\t\tCllr C. Fir\n', ['Present: Cllr A. Ash (Chair), Cllr B. Elm, Cllr C. Fir']],
    ['set in with spaces', 'Officer:        Ann Poole, who has led the work on\n                benches since the spring.\n', ['Officer: Ann Poole, who has led the work on benches since the spring.']],
  ])('go on: %s', async (_, source, expected) => {
    const paper = await text(source);
    expect(lines(paper)).toEqual(expected);
    expect([...eachParagraph(paper.blocks)].flatMap((p) => p.spans ?? []).filter((s) => s.style === 'break')).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['a name a line', 'Present:\tCllr Ash of the Quay ward, as chairman\n\t\tCllr Elm\n\t\tCllr Fir\n', ['Present: Cllr Ash of the Quay ward, as chairman', 'Cllr Elm', 'Cllr Fir']],
    ['short words, a line each', 'Wards:\tquay\n\t\thill\n', ['Wards: quay', 'hill']],
    ['behind a full stop', 'Reasons:\tThe crossing is used by four hundred.\n\t\tchildren\n', ['Reasons: The crossing is used by four hundred.', 'children']],
    ['from another column', 'Reasons:\tThe crossing is used by four hundred\nchildren each day\n', ['Reasons: The crossing is used by four hundred', 'children each day']],
  ])('are their own: %s', async (_, source, expected) => {
    expect(lines(await text(source))).toEqual(expected);
  });
});

describe('lines drawn with characters', () => {
  it('make headings of what they underline, and are furniture', async () => {
    const paper = await text('ARDLE COUNCIL\n=============\n\n1 Aims\n------\nTo keep the green open.\n\n2 Costs:\n~~~~~~~\nNone.\n');
    expect([...eachParagraph(paper.blocks)].map((p) => [p.heading?.level, p.heading?.by, p.number, p.text])).toEqual([
      [1, 'markup', undefined, 'ARDLE COUNCIL'], [2, 'markup', '1', 'Aims'], [undefined, undefined, undefined, 'To keep the green open.'], [2, 'markup', '2', 'Costs:'], [undefined, undefined, undefined, 'None.'],
    ]);
    expect(paper.furniture.map((f) => [f.text, f.why, f.at])).toEqual([
      ['=============', 'rule', { in: 'lines', from: 2, to: 2 }], ['------', 'rule', { in: 'lines', from: 5, to: 5 }], ['~~~~~~~', 'rule', { in: 'lines', from: 9, to: 9 }],
    ]);
  });

  it.each<[string, string, string[]]>([
    ['a rule far longer than the line', `Benches were bought.\n${'-'.repeat(72)}\nLamps were lit.\n`, ['Benches were bought.', 'Lamps were lit.']],
    ['a sum', '£120\n----\n£240\n', ['£120', '£240']],
    ['the last of several lines', 'The panel met\nin the old hall\n---------------\nand went home.\n', ['The panel met', 'in the old hall', 'and went home.']],
    ['heads of columns', 'Ward      Cost\n--------------\nQuay      £5\n', ['Ward Cost', 'Quay £5']],
  ])('only part what is above and below: %s', async (_, source, expected) => {
    const paper = await text(source);
    expect(lines(paper)).toEqual(expected);
    expect([...eachParagraph(paper.blocks)].filter((p) => p.heading?.by === 'markup')).toEqual([]);
  });

  it('stay what they are in tables and in Markdown', async () => {
    expect(lines(await text('| Ward | Cost |\n|------|------|\n| Quay | £5 |\n'))).toEqual(['Ward', 'Cost', 'Quay', '£5']);
    const paper = await readMarkdown(new TextEncoder().encode('Aims\n====\n\nWords.\n'), {});
    expect(lines(paper)).toEqual(['Aims', 'Words.']);
    expect(paper.furniture).toEqual([]);
  });
});

describe('names in two columns', () => {
  it('are a line each, at the line that they share', async () => {
    const paper = await text('In attendance:\n\nAnn Poole, Chief Executive            Raj Patel (Head of Parks)\nTom Reed, Democratic Services         Sue Lane, Solicitor\nJo Hill, Head of Finance              Bill Moss, Ranger\n\nThe meeting began.\n');
    expect(lines(paper)).toEqual(['In attendance:', 'Ann Poole, Chief Executive', 'Raj Patel (Head of Parks)', 'Tom Reed, Democratic Services', 'Sue Lane, Solicitor', 'Jo Hill, Head of Finance', 'Bill Moss, Ranger', 'The meeting began.']);
    expect([...eachParagraph(paper.blocks)].map((p) => p.at)).toMatchObject([1, 3, 3, 4, 4, 5, 5, 7].map((from) => ({ from, to: from })));
    expect(lines(await text('Cllr Ash       Cllr Elm\nCllr Fir       Cllr Oak\nCllr Yew       Cllr Box\n'))).toEqual(['Cllr Ash', 'Cllr Elm', 'Cllr Fir', 'Cllr Oak', 'Cllr Yew', 'Cllr Box']);
  });

  it.each<[string, string]>([
    ['a name and its value', 'Venue        Council Chamber\nChairman     Cllr Ash\nClerk        Ann Poole\n'],
    ['a label and a post', 'Lead officer        Ann Poole, Clerk\nReport author       Raj Patel, Ranger\nContact             Jo Hill, Finance\n'],
    ['two lines alone', 'Ann Poole, Clerk        Raj Patel, Ranger\nTom Reed, Usher         Sue Lane, Solicitor\n'],
    ['no column', 'Ann Poole, Clerk        Raj Patel, Ranger\nTom Reed, Usher     Sue Lane, Solicitor\nJo Hill, Finance            Bill Moss, Ranger\n'],
    ['figures', 'Quay, north       £5\nHill, south       £6\nMill, east        £7\n'],
  ])('%s stay on their line', async (_, source) => {
    expect(lines(await text(source))).toEqual(source.trim().split('\n').map((l) => l.replace(/\s+/g, ' ')));
  });
});
