import { describe, expect, it } from 'vitest';
import type { DocumentRecord } from '../../../src/kinds/document/schema.js';
import { dayLine } from '../../../src/kinds/shared/masthead.js';
import { para, paper, recordOf } from '../paper.js';
import type { Paper } from '../../../src/paper/model.js';

const read = (p: Paper): DocumentRecord => recordOf(p, 'document') as unknown as DocumentRecord;

describe('a letter', () => {
  const r = read(paper(['Elderbeck Borough Council', 'Parks', para('Mr J. Swale'), 'Our ref: P/12', 'Date: 3 May 2016', 'Dear Mr Swale', para('The bandstand', { bold: true }), 'It will be painted in June.', 'Yours sincerely', 'Ada Frith']));
  it('has its subject for a title, and the day that it is dated', () => {
    expect(r).toMatchObject({ title: 'The bandstand', organisation: 'Elderbeck Borough Council', date: '2016-05-03' });
    expect(r.fields.map((f) => [f.label, f.text])).toEqual([['Our ref', 'P/12'], ['Date', '3 May 2016']]);
  });
  it('keeps address, salutation and close in their order', () => {
    expect(r.sections[0]?.paragraphs.map((p) => p.text)).toEqual(['Parks', 'Mr J. Swale', 'Dear Mr Swale', 'It will be painted in June.', 'Yours sincerely', 'Ada Frith']);
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('a line drawn with characters', () => {
  it('over the title is no title, and furniture', () => {
    const r = read(paper([para('______________________', { bold: true }), '# The bandstand', 'It will be painted in June.']));
    expect(r.title).toBe('The bandstand');
    expect(r.coverage.furniture.map((f) => f.text)).toEqual(['______________________']);
  });
});

describe('a minister’s letter', () => {
  const HEAD = ['Department for Learning', 'Weston Street, London', 'Helen Marsh MP', 'Minister for Families', 'Our ref: FH/7 Date: 14 March 2024', 'Dear Colleague,'];
  it('has a subject that nothing but its place shows', () => {
    const r = read(paper([...HEAD, 'Family hubs and the next year', 'I am writing to set out the next steps for the programme of family hubs.', 'Yours sincerely,', 'Helen Marsh MP']));
    expect(r).toMatchObject({ title: 'Family hubs and the next year', organisation: 'Department for Learning', date: '2024-03-14' });
  });
  it('is known by whom it greets, where it has no subject; never by its letterhead', () => {
    const r = read(paper([...HEAD, 'I am writing to set out the next steps for the programme.', 'Yours sincerely,', 'Helen Marsh MP']));
    expect(r).toMatchObject({ title: 'Dear Colleague', date: '2024-03-14' });
    expect(r.sections[0]?.paragraphs.map((p) => p.text)).toContain('Dear Colleague,');
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('a letter whose letterhead begins with who writes, in bold', () => {
  it('has neither the name nor the post for its title', () => {
    const r = read(paper(['# Helen Marsh MP', 'Minister of State for Families', '2 Weston Street', '16 December 2024', 'Dear Leaders', 'I am writing to set out the next steps for the programme.', '# Family hubs', 'They will be opened.', 'Yours ever,', 'HELEN MARSH MP']));
    expect(r).toMatchObject({ title: 'Dear Leaders', date: '2024-12-16' });
    expect(r.sections[0]?.paragraphs.map((p) => p.text)).toContain('Helen Marsh MP');
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('a paper that greets its readers', () => {
  it.each([
    ['a newsletter', 'QUAY NEWS', ['Spring 2031', 'Dear resident', 'The winter was long and the lanes have suffered.', 'Libraries', 'The library opens on Sundays.']],
    ['a newsletter with a heading under the greeting', 'QUAY NEWS', ['Dear resident', 'Libraries', 'The library opens on Sundays from May.']],
    ['a guide with a foreword', 'Quay Plan Guide', ['A guide for those who live here', 'Foreword', 'Dear reader', 'This guide tells you what the plan is.', 'Yours sincerely', 'Ada Frith']],
    ['a guide headed by a slogan', 'Better Together', ['# Families First', 'Dear reader', 'This guide tells you what the plan is.', 'Yours sincerely', 'Ada Frith']],
    ['a guide with a heading', 'Quay Plan Guide', ['# A word before', 'Dear reader', 'This guide tells you what the plan is.', 'Yours sincerely', 'Ada Frith']],
  ])('keeps its own title: %s', (_, title, rest) => {
    const r = read(paper([title, ...rest]));
    expect(r.title).toBe(title);
    expect(r.coverage.unassigned).toEqual([]);
  });
});

describe('the date of a paper of no known kind', () => {
  it.each([
    ['Tuesday 4 March 2019 at 10.00 am', '2019-03-04'], ['Cabinet, 30 January 2025', '2025-01-30'], ['Date: 1 May 1999', '1999-05-01'],
    ['Balance Sheet as at 31 March 2019', undefined], ['Accounts for the year ended 31 March 2019', undefined], ['March', undefined],
  ])('%s', (text, date) => { expect(dayLine(text)).toBe(date); });
  it('is the day on which an agreement says that it is made', () => {
    expect(read(paper(['AGREEMENT FOR BINS', 'THIS AGREEMENT is made on 1 April 2021', '# RECITALS', 'There are bins.'])).date).toBe('2021-04-01');
  });
  it('stands under a speaker’s name', () => {
    const r = read(paper(['# Budget briefing', 'Ada Frith, Treasurer', '14 September 2015', '# Money', '• There is some.']));
    expect(r.date).toBe('2015-09-14');
    expect(r.sections[0]?.paragraphs.map((p) => p.text)).toEqual(['Ada Frith, Treasurer']);
  });
});

describe('a paper of a partnership', () => {
  it('has the partnership for its issuer, and the line under it for its title', () => {
    const r = read(paper(['Quay Safeguarding Children Partnership', 'Terms of reference of the learning group', 'The group oversees audit, and learns from reviews.']));
    expect(r).toMatchObject({ organisation: 'Quay Safeguarding Children Partnership', title: 'Terms of reference of the learning group' });
    expect(read(paper(['Quay Children’s Trust', 'The trust was founded in 2008 by the council and its partners.'])).title).toBe('Quay Children’s Trust');
  });
});
