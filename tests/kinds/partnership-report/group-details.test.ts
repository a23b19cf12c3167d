// Groups in forms that name them, and what is told of a group beside its aims and progress. Invented papers.
import { describe, expect, it } from 'vitest';
import type { PartnershipReport } from '../../../src/kinds/records.js';
import { para, paper, recordOf, table } from '../paper.js';

const read = (...blocks: Parameters<typeof paper>[0]): PartnershipReport => recordOf(paper(['QUAY CHILDREN’S TRUST', 'REPORTS OF THE PARTNERSHIP SUB-GROUPS', '4 May 2010', ...blocks]), 'partnership-report') as unknown as PartnershipReport;
const looksLike = (text: string) => para(text, { heading: { level: 1, by: 'looks' } });
const texts = (items: readonly { text: string }[] | undefined): string[] => (items ?? []).map((i) => i.text);

describe('a form a group', () => {
  const form = (name: string, ...more: string[][]) => table([['Name of group', name], ['Chair', 'Ivy Lane'], ['Terms of reference', 'To plan play.'], ['Progress', 'Two sites.'], ...more], 0);
  it('is one where its first row names the group', () => {
    const r = read(form('Play Group', ['Risks', 'None']), 'Two groups have met.', form('Sport Group', ['Risks', 'Rain.']));
    expect(r.groups.map((g) => [g.name, texts(g.termsOfReference), texts(g.progress), g.risksStatement ?? texts(g.risks)])).toEqual([['Play Group', ['To plan play.'], ['Two sites.'], 'None'], ['Sport Group', ['To plan play.'], ['Two sites.'], ['Rain.']]]);
    expect(r.groups[0]?.other).toMatchObject([{ heading: 'Chair', items: [{ text: 'Ivy Lane' }] }]);
    expect([texts(r.introduction), r.coverage.ratio]).toEqual([['Two groups have met.'], 1]);
  });
  it('may follow on another in one table', () => {
    const r = read(table([['Group name', 'Play Group'], ['Aims', 'Play.'], ['Progress', 'Some.'], ['Group name', 'Sport Group'], ['Aims', 'Sport.'], ['Progress', 'Little.']], 0));
    expect(r.groups.map((g) => [g.name, texts(g.aims), texts(g.progress)])).toEqual([['Play Group', ['Play.'], ['Some.']], ['Sport Group', ['Sport.'], ['Little.']]]);
  });
  it('is none without fields, or where no row names a group', () => {
    expect(read(table([['Name of group', 'Play Group'], ['Telephone', '01632 960111']], 0)).groups).toEqual([]);
    expect(read(table([['Chair', 'Ivy Lane'], ['Telephone', '01632 960111'], ['Group name', 'Play Group']], 0)).groups).toEqual([]);
  });
});

describe('bands of a form that speak of a group', () => {
  /** A form whose rows of one cell go over both columns. */
  const banded = (rows: readonly (readonly string[])[]) => {
    const form = table(rows, 0);
    return { ...form, cells: form.cells.map((c) => (rows[c.row]?.length === 1 ? { ...c, columnSpan: 2 } : c)) };
  };
  it('name none', () => {
    for (const band of ['About the group', 'Reporting to the Board', 'Working in partnership', 'Work of the sub-group']) {
      const r = read(banded([[band], ['Purpose', 'To play.'], ['Progress', 'Some.']]));
      expect(r.groups.map((g) => g.name), band).not.toContain(band);
    }
  });
  it('end no form of a group', () => {
    const r = read(banded([['Name of group', 'Play Group'], ['Purpose', 'To play.'], ['Progress', 'Some.'], ['Messages to the Board'], ['Risks', 'Rain.'], ['Achievements', 'A park.']]));
    expect(r.groups.map((g) => [g.name, texts(g.risks), texts(g.achievements)])).toEqual([['Play Group', ['Rain.'], ['A park.']]]);
  });
});

describe('lines that tell of a group', () => {
  it('are no groups themselves, though they name bodies', () => {
    const r = read('1. PLAY GROUP', 'Chair: Dr Ivy Lane', 'Reporting to: Quay Trust Board', 'Aims', 'To play.', 'Progress', '- Some', '2. SPORT GROUP', 'Reports to', 'Quay Sports Board', 'Aims', 'Sport.', 'Progress', '- None yet');
    expect(r.groups.map((g) => [g.number, g.name, texts(g.introduction), texts(g.termsOfReference), texts(g.aims)])).toEqual([['1', 'PLAY GROUP', ['Chair: Dr Ivy Lane'], ['Quay Trust Board'], ['To play.']], ['2', 'SPORT GROUP', [], ['Quay Sports Board'], ['Sport.']]]);
  });
  it('end what was said behind a label before them', () => {
    const [g] = read('1. PLAY GROUP', 'Purpose: To play.', 'Chair: Ivy Lane', 'Membership: Council, Police', 'Frequency of meetings: Termly', 'Objectives for 2009/10:', '1. A park', 'Progress:', '- Some', '2. SPORT GROUP', 'Purpose: Sport.', 'Progress:', '- None yet').groups;
    expect([texts(g?.aims), texts(g?.termsOfReference)]).toEqual([['To play.', 'A park'], ['Council, Police']]);
    expect(g?.other.map((o) => [o.heading, ...texts(o.items)])).toEqual([['Chair', 'Ivy Lane'], ['Frequency of meetings', 'Termly']]);
  });
  it('are none where a sentence stands behind the label', () => {
    const [g] = read('1. PLAY GROUP', 'Purpose: To play.', 'Progress: Good in most lanes.', 'Meetings: three were held with parents.', 'Lead: pipes were taken out of the park.', '2. SPORT GROUP', 'Purpose: Sport.', 'Progress: None yet').groups;
    expect([texts(g?.progress), g?.other]).toEqual([['Good in most lanes.', 'Meetings: three were held with parents.', 'Lead: pipes were taken out of the park.'], []]);
  });
  it('other labelled lines go on with the text above them', () => {
    const [g] = read('1. PLAY GROUP', 'Aims: To play.', 'Progress: Good, see below.', 'Harbour park: opened in May', 'Risks: None', '2. SPORT GROUP', 'Aims: Sport.', 'Progress: None yet').groups;
    expect(texts(g?.progress)).toEqual(['Good, see below.', 'Harbour park: opened in May']);
  });
  it('a plain name right under a section of the paper may be a group all the same', () => {
    const r = read('# Updates', 'Early Years Group', '## Aims', 'Play.', '## Progress', 'Some.', 'Sport Group', '## Aims', 'Sport.', '## Progress', 'Little.');
    expect(r.groups.map((g) => g.name)).toContain('Sport Group');
  });
});

describe('entries that look like headings', () => {
  const looks = (text: string) => para(text, { heading: { level: 1, by: 'looks' } });
  it('stay in their list where their labels are small letters', () => {
    const r = read('1. PLAY GROUP', 'Aims', 'a) More jabs, for:', looks('i) MMR'), 'ii) flu', 'b) Parks', 'Progress', '- Some', '2. SPORT GROUP', 'Aims', 'Sport.', 'Progress', '- None yet');
    expect(r.groups.map((g) => g.name)).toEqual(['PLAY GROUP', 'SPORT GROUP']);
    expect(r.groups[0]?.aims).toMatchObject([{ number: 'a', items: [{ text: 'MMR' }, { text: 'flu' }] }, { number: 'b' }]);
  });
});

describe('headings under small letters', () => {
  it('are groups where they name them', () => {
    const r = read(looksLike('a) PLAY GROUP'), 'Aims', 'To play.', 'Progress', '- Some', looksLike('b) SPORT GROUP'), 'Aims', 'Sport.', 'Progress', '- None yet');
    expect(r.groups.map((g) => g.name)).toEqual(['PLAY GROUP', 'SPORT GROUP']);
  });
  it('are headings of a group whose fields have letters too', () => {
    const group = (n: number, name: string) => [`${n}. ${name}`, looksLike('a) AIMS'), 'To play.', looksLike('b) PROGRESS'), '- Some', looksLike('c) STAFFING'), 'Two posts.'];
    expect(read(...group(1, 'PLAY GROUP'), ...group(2, 'SPORT GROUP')).groups.map((g) => [texts(g.progress), g.other.map((o) => [o.heading, ...texts(o.items)])])).toEqual([1, 2].map(() => [['Some'], [['STAFFING', 'Two posts.']]]));
  });
});

describe('headings that ask', () => {
  it('are fields with their question mark', () => {
    const [g] = read('# Play Sub-Group', '## What is the group for?', 'Play.', '## Who is on it?', '- Council', '## What are we worried about?', 'Nothing at present.', '# Sport Sub-Group', '## What is the group for?', 'Sport.', '## What is the weather like?', 'Wet.').groups;
    expect([texts(g?.aims), texts(g?.termsOfReference), g?.risksStatement]).toEqual([['Play.'], ['Council'], 'Nothing at present.']);
  });
});

describe('headings that say for what time', () => {
  it('are the fields that they are without it, in forms and over text', () => {
    const r = read(...['Play', 'Sport'].map((name) => table([['Name of group', `${name} Group`], ['Purpose', 'To play.'], ['Achievements this quarter', 'A park.'], ['Progress in the last six months', 'Some.'], ['Dates this year', 'May.']], 0)));
    expect(r.groups.map((g) => [texts(g.achievements), texts(g.progress), g.other.map((o) => o.heading)])).toEqual([1, 2].map(() => [['A park.'], ['Some.'], ['Dates this year']]));
  });
});

describe('a table with a row for each group', () => {
  const named = (...names: string[]) => read(table([['Workstream', 'Aims', 'Progress'], ...names.map((name) => [name, 'To play.', 'Some.'])])).groups;
  it('has who leads it, in lines under its name, beside it', () => {
    const [play, sport] = named('Play|SRO: Head of Play|Chair: Ivy Lane', 'Sport');
    expect([play?.name, sport?.name]).toEqual(['Play', 'Sport']);
    expect(play?.other).toMatchObject([{ heading: 'SRO', items: [{ text: 'Head of Play' }] }, { heading: 'Chair', items: [{ text: 'Ivy Lane' }] }]);
  });
  it('keeps a name of two lines', () => {
    expect(named('Play and|Sport', 'Reading: Books').map((g) => g.name)).toEqual(['Play and Sport', 'Reading: Books']);
  });
  it('has whom each has among its terms of reference', () => {
    const [g] = read(table([['Group', 'Purpose', 'Membership', 'Progress'], ['Play', 'To play.', 'Council|Police', 'Some.'], ['Sport', 'Sport.', 'Clubs', 'Little.']])).groups;
    expect([texts(g?.termsOfReference), texts(g?.aims)]).toEqual([['Council', 'Police'], ['To play.']]);
  });
});
