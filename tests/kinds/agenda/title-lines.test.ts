// What a paragraph or a cell sets under an item's title after a line break.
import { expect, it } from 'vitest';
import type { AgendaRecord } from '../../../src/kinds/agenda/schema.js';
import { paper, para, recordOf, table } from '../paper.js';

const agendaOf = (...blocks: Parameters<typeof paper>[0]): AgendaRecord => recordOf(paper(blocks), 'agenda') as unknown as AgendaRecord;
const broken = (text: string) => para(text.replace('|', ' '), { spans: [{ start: para(text).text.indexOf('|'), end: para(text).text.indexOf('|') + 1, style: 'break' as const }] });
const HEAD = ['# AGENDA', 'Licensing Committee', 'Friday 6 September 2024 at 10.00 am'];

it('is the purpose, the lead or a note, and no part of the title', () => {
  const r = agendaOf(...HEAD, broken('1. Minutes|To approve as a correct record.'), broken('2. The Copper Kettle|Report of the Licensing Manager'), '3. Urgent business');
  expect(r.items.map((i) => [i.title, i.purpose, i.lead])).toEqual([['Minutes', 'To approve as a correct record.', undefined], ['The Copper Kettle', undefined, 'Report of the Licensing Manager'], ['Urgent business', undefined, undefined]]);
  expect(r.coverage.ratio).toBe(1);
});
it('goes on with the title where it says nothing of its own', () => {
  expect(agendaOf(...HEAD, broken('1. Application for a new premises licence at|14 High Street'), '2. Urgent business').items[0]?.title).toBe('Application for a new premises licence at 14 High Street');
});
it('goes on with the title after a word that asks for more, or in a bracket that closes before the end', () => {
  const titles = agendaOf(...HEAD, broken('1. Works at|The Old Customs House, Quay Street, Harbour.'), broken('2. Review of the plan|(part one) and its annexes'), broken('3. The quay|(Ward: Harbour)')).items.map((i) => i.title);
  expect(titles).toEqual(['Works at The Old Customs House, Quay Street, Harbour.', 'Review of the plan (part one) and its annexes', 'The quay']);
});
it('is read in a cell as well', () => {
  const items = table([['1.', 'x', '3 - 8'], ['2.', 'Urgent business', '9 - 10'], ['3.', 'Close', '11 - 12']], 0);
  const cells = items.cells.map((c, i) => (i === 1 ? { ...c, blocks: [broken('Minutes|To approve as a correct record.')] } : c));
  expect(agendaOf(...HEAD, { ...items, cells }).items[0]).toMatchObject({ title: 'Minutes', purpose: 'To approve as a correct record.', pages: { from: 3, to: 8 } });
});
it('names of groups are no members, nor is a heading after them', () => {
  const r = agendaOf(...HEAD, 'Membership', 'Conservative (2): Mr P Bartle (Chair) and Mrs B Brune', 'Liberal Democrat (1): Mr R Streat', 'Webcasting Notice', '1. Minutes', '2. Urgent business');
  expect(r.membership.map((m) => m.name)).toEqual(['P Bartle', 'B Brune', 'R Streat']);
});
it('names without titles after others are members', () => {
  const r = agendaOf(...HEAD, 'Membership', 'Councillor P Bartle (Chair)', 'Councillor B Brune', 'Mary Hall', 'John Dale', 'Webcasting Notice', '1. Minutes', '2. Urgent business');
  expect(r.membership.map((m) => m.name).slice(0, 4)).toEqual(['P Bartle', 'B Brune', 'Mary Hall', 'John Dale']);
});
