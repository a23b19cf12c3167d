// Mover and seconder in lines of their own, over, under or between what was moved and what was resolved. Invented papers.
import { describe, expect, it } from 'vitest';
import type { MinuteItem, MinutesRecord } from '../../../src/kinds/minutes/schema.js';
import { isNameLine } from '../../../src/kinds/minutes/mover-lines.js';
import { vocabularies } from '../../../src/work/vocabularies.js';
import { readMovers } from '../../../src/values/index.js';
import { paper, para, recordOf } from '../paper.js';

const HEAD = ['Minutes of a meeting of the Harbour Committee held on 4 May 2021', 'Present: Councillors A Lane (Chair), B Brook and C Ferry'];
const itemOf = (...blocks: Parameters<typeof paper>[0]): MinuteItem => {
  const r = recordOf(paper([...HEAD, '1. Apologies', 'None.', '2. Pontoons', ...blocks]), 'minutes') as unknown as MinutesRecord;
  expect(r.coverage.unassigned).toEqual([]);
  const item = r.items[1];
  if (!item) throw new Error('no item');
  return item;
};
const heading = (text: string) => para(text, { heading: { level: 2, by: 'looks' } });

describe('mover and seconder in two lines', () => {
  it('move what stands right over them, and the vote is its', () => {
    const item = itemOf('The Director spoke of the pontoons.', 'That the Council approves the awards.', heading('Proposed by Councillor Brook'), heading('Seconded by Councillor Ferry'), 'The Chair put the motion to the Committee to vote, 5 Members voted For, 1 Member voted Against. The Chair declared the motion carried.');
    expect(item.decisions).toMatchObject([{
      text: 'That the Council approves the awards.', outcome: 'approved', mover: { name: 'Brook' }, seconder: { name: 'Ferry' }, vote: { for: 5, against: 1, result: 'carried' },
      motion: 'That the Council approves the awards.\n\nProposed by Councillor Brook\n\nSeconded by Councillor Ferry',
    }]);
    expect(item.discussion.map((d) => d.text)).toEqual(['The Director spoke of the pontoons.']);
  });
  it('belong to what is resolved under them', () => {
    const item = itemOf('They were seen.', 'Proposed by Councillor Brook', 'Seconded by Alderman Ferry', 'AGREED: that the pontoons be renewed.');
    expect(item.decisions).toMatchObject([{ text: 'that the pontoons be renewed.', mover: { name: 'Brook' }, seconder: { honorific: 'Alderman', name: 'Ferry' } }]);
    expect(item.discussion.map((d) => d.text)).toEqual(['They were seen.']);
  });
  it('stand under what was resolved, and are a remark on it', () => {
    expect(itemOf('RESOLVED that the pontoons be renewed.', 'Proposed by Cllr Brook', 'Seconded by Cllr Ferry').decisions).toMatchObject([{ motion: 'Proposed by Cllr Brook\n\nSeconded by Cllr Ferry', mover: { name: 'Brook' }, seconder: { name: 'Ferry' } }]);
  });
  it('move what hangs under them', () => {
    expect(itemOf('Proposed by Councillor Brook', 'Seconded by Councillor Ferry', '- that the Council write to the Minister', 'The motion was carried.').decisions).toMatchObject([{ text: 'that the Council write to the Minister', mover: { name: 'Brook' }, vote: { result: 'carried' } }]);
  });
  const VOTE = 'A vote was taken and the motion was carried.';
  const LINES = ['Proposed by Councillor Brook', 'Seconded by Councillor Ferry'];
  const moved = { mover: { name: 'Brook' }, seconder: { name: 'Ferry' }, vote: { result: 'carried' } };
  it.each([
    ['RESOLVED that the pontoons be renewed.', 'that the pontoons be renewed.'],
    ['The Council agreed the budget for the pontoons.', 'The Council agreed the budget for the pontoons.'],
    ['It was proposed that the pontoons be renewed.', 'It was proposed that the pontoons be renewed.'],
  ])('are those of the motion or decision right over them, and so is the vote: %s', (over, text) => {
    const item = itemOf('They were seen.', over, ...LINES, VOTE);
    expect(item.decisions).toMatchObject([{ text, ...moved }]);
    expect(item.discussion.map((d) => d.text)).toEqual(['They were seen.']);
  });
  it('are those of the motion that is open, whatever was said of it, and of none that others moved', () => {
    const open = (who: string) => itemOf(`${who} proposed and Councillor Ferry seconded that the pontoons be renewed.`, 'Members spoke at length.', ...LINES, VOTE);
    expect(open('Councillor Brook').decisions).toMatchObject([{ text: 'that the pontoons be renewed.', ...moved }]);
    expect(open('Councillor Brook').discussion.map((d) => d.text)).toEqual(['Members spoke at length.']);
    expect(open('Councillor Lane').decisions).toEqual([]);
    expect(itemOf('Councillor Brook proposed and Councillor Ferry seconded that the pontoons be renewed.', 'Members spoke at length.', 'Proposed by Councillor Brook and seconded by Councillor Ferry', VOTE).decisions).toMatchObject([{ text: 'that the pontoons be renewed.', ...moved }]);
  });
  it.each([[LINES], [['Proposed by Councillor Brook and seconded by Councillor Ferry']]])('are discussion with their vote where nothing says what was moved: %j', (lines) => {
    const item = itemOf('Members spoke of the pontoons.', ...lines, VOTE);
    expect(item.decisions).toEqual([]);
    expect(item.discussion.map((d) => d.text)).toEqual(['Members spoke of the pontoons.', ...lines, VOTE]);
    expect(itemOf('Members spoke of the pontoons.', ...lines, VOTE, 'RESOLVED that the pontoons be renewed.').decisions).toMatchObject([{ text: 'that the pontoons be renewed.', ...moved }]);
  });
  it('are discussion where nothing comes of them', () => {
    expect(itemOf('Proposed by Councillor Brook', 'Seconded by Councillor Ferry', 'Members spoke.').decisions).toEqual([]);
  });
});

const vocabulary = vocabularies().minutes;

it('is a line of a name only where it names somebody and says nothing else', () => {
  expect(['Proposed by Councillor Brook', 'Seconder: Jo Lane', 'Moved Cllr Ferry'].map((line) => isNameLine(line, vocabulary))).toEqual([true, true, true]);
  expect(['Proposed budget', 'Proposed by the residents of Mill Lane that it be shut', 'Moved by many', 'Moving on'].map((line) => isNameLine(line, vocabulary))).toEqual([false, false, false, false]);
});

it('a seconder between the mover and the verb is no body that the mover is from', () => {
  const found = readMovers('As an amendment, Councillor Brook, seconded by Councillor Ferry, moved that nothing be done.');
  expect(found.mover).toMatchObject({ name: 'Brook' });
  expect(found.mover).not.toHaveProperty('organisation');
  expect(found.seconder).toMatchObject({ name: 'Ferry' });
});
