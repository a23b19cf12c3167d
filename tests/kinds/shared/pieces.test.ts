import { describe, expect, it } from 'vitest';
import { afterOpening, labelledValues, unknownLabel, wordingsUnder } from '../../../src/kinds/shared/labels.js';
import { listRows } from '../../../src/kinds/shared/list-tables.js';
import { isCapitals, readsAsHeading } from '../../../src/kinds/shared/looks.js';
import { headSiblings } from '../../../src/kinds/shared/siblings.js';
import { runInHeading, stretchOf } from '../../../src/kinds/shared/stretch.js';
import { matchWording } from '../../../src/kinds/shared/vocabulary.js';
import { para, table } from '../paper.js';

describe('stretches of a paragraph', () => {
  const p = para('Summary: The roof leaks.', { pieces: [{ offset: 0, at: { in: 'lines', from: 1, to: 1 } }, { offset: 13, at: { in: 'lines', from: 2, to: 2 } }], spans: [{ start: 0, end: 8, style: 'bold' }, { start: 13, end: 17, style: 'italic' }] });
  it('keep their place and their styles', () => {
    expect(stretchOf(p, 9)).toMatchObject({ id: p.id, text: 'The roof leaks.', at: { from: 1, to: 2 }, spans: [{ start: 4, end: 8, style: 'italic' }] });
    expect(stretchOf(p, 13)).toMatchObject({ text: 'roof leaks.', at: { from: 2, to: 2 } });
    expect(stretchOf(p, 0)).toBe(p);
  });
  it('give the label to the first', () => {
    const labelled = para('2.1 Cost: none');
    expect(stretchOf(labelled, 0, 5)).toMatchObject({ number: '2.1', text: 'Cost:' });
    expect(stretchOf(labelled, 5).number).toBeUndefined();
  });
});

describe('headings at the head of their paragraph', () => {
  const wordings = { summary: ['summary'], money: ['financial*'] };
  it('are told by their words', () => {
    expect(runInHeading(para('Summary: It leaks.'), wordings)).toEqual({ field: 'summary', heading: 'Summary', rest: 9 });
    expect(runInHeading(para('Summary – It leaks.'), wordings)).toMatchObject({ field: 'summary' });
    expect(runInHeading(para('Financial matters: none'), wordings)).toMatchObject({ field: 'money', heading: 'Financial matters' });
  });
  it('are no sentences, bullets or bare labels', () => {
    for (const text of ['In summary: it leaks.', '• Summary: it leaks.', 'Summary:', 'We saw it. Summary: no', 'Financial matters – none']) expect(runInHeading(para(text), wordings)).toBeUndefined();
  });
});

describe('labels', () => {
  const wordings = { key: ['key decision'], number: ['decision no'], wards: ['wards*'] };
  it('part a line into its values', () => {
    const text = 'Decision no: 12/3   Key decision: No';
    expect(labelledValues(para(text), wordings).map((v) => [v.field, text.slice(v.start, v.end).trim()])).toEqual([['number', '12/3'], ['key', 'No']]);
    expect(labelledValues(para('Key decision? Yes'), wordings)).toMatchObject([{ field: 'key' }]);
    expect(labelledValues(para('Wards affected All', { spans: [{ start: 14, end: 15, style: 'tab' }] }), wordings)).toMatchObject([{ field: 'wards', start: 15 }]);
    expect(labelledValues(para('Nothing: 12'), wordings)).toEqual([]);
  });
  it('that no wording knows are short and begin with a capital', () => {
    expect(unknownLabel(para('Is it urgent? No'))).toEqual({ label: 'Is it urgent?', start: 14 });
    expect(unknownLabel(para('shoe size: 9'))).toBeUndefined();
  });
  it('open a line as whole words', () => {
    expect(afterOpening('Report of the Leader', ['report of'])).toBe('the Leader');
    expect(afterOpening('Reports of the Leader', ['report'])).toBeUndefined();
    expect(wordingsUnder({ 'front.to': ['to'], other: ['x'] }, 'front.')).toEqual({ to: ['to'] });
  });
  it('match a star less well than the words themselves', () => {
    expect([matchWording('Risks', 'risks'), matchWording('Risks', 'risks*'), matchWording('Risks to plan', 'risks*'), matchWording('Riskson', 'risks*')]).toEqual([3, 2, 2, 0]);
  });
});

describe('lists set as tables', () => {
  it('become numbered paragraphs', () => {
    expect(listRows(table([['2.1', 'Note it.'], ['2.2', 'Agree it.']], 0))).toMatchObject([{ number: '2.1', text: 'Note it.' }, { number: '2.2', text: 'Agree it.' }]);
    expect(listRows(table([['1|2', 'One|Two']], 0))).toMatchObject([{ number: '1' }, { number: '2' }]);
  });
  it('are not tables of data', () => {
    expect(listRows(table([['Year', 'Cost'], ['2012', '£4']]))).toBeUndefined();
    expect(listRows(table([['1', 'One']], 0))).toBeUndefined();
  });
});

describe('looks', () => {
  it('tell headings from sentences', () => {
    expect([readsAsHeading(para('Next steps')), readsAsHeading(para('We met.')), readsAsHeading(para('such as')), readsAsHeading(para('As follows:'))]).toEqual([true, false, false, false]);
    expect([isCapitals('THE 4 AIMS'), isCapitals('The aims'), isCapitals('A')]).toEqual([true, false, false]);
  });
  it('make a numbered line a heading beside its fellows, where it heads something', () => {
    const blocks = [para('5.1 What?', { heading: { level: 2, by: 'looks' } }), para('5.1.1 That.'), para('5.2 Principles of it'), para('• One'), para('5.3 Nothing below'), para('6. End')];
    expect(headSiblings(blocks).map((b) => b.type === 'paragraph' && b.heading !== undefined)).toEqual([true, false, true, false, false, false]);
  });
});
