import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTimes, readTime } from '../../src/values/index.js';

describe('readTime', () => {
  it.each<[string, string | undefined]>([
    ['10.00 am', '10:00'], ['10.00am', '10:00'], ['10:00 a.m.', '10:00'], ['10.00 A.M.', '10:00'], ['2pm', '14:00'], ['2 pm', '14:00'], ['2 p.m.', '14:00'], ['7.00pm', '19:00'],
    ['7.30 p.m', '19:30'], ['14:30', '14:30'], ['14.30', '14:30'], ['09:15', '09:15'], ['9.15', '09:15'], ['noon', '12:00'], ['12 noon', '12:00'], ['12.00 noon', '12:00'],
    ['Noon', '12:00'], ['midday', '12:00'], ['midnight', '00:00'], ['12 midnight', '00:00'], ['12.30am', '00:30'], ['12.30pm', '12:30'], ['12pm', '12:00'], ['1400 hours', '14:00'],
    ['1430hrs', '14:30'], ['14.30 hrs', '14:30'], ['10 o’clock', '10:00'], ['14.30pm', '14:30'], ['Tuesday 4 July 2006 at 10.00', '10:00'], ['Thursday, 30 January, 2025, at 10.00 am', '10:00'],
    ['The meeting closed at 12.05 p.m.', '12:05'], ['Time: 18.30', '18:30'], ['2.00', undefined], ['at 2.00', undefined], ['02:00', '02:00'], ['25:00', undefined], ['10.60', undefined],
    ['£10.00', undefined], ['10.00%', undefined], ['24.01.12', undefined], ['4 July 2006', undefined], ['2 hours', undefined], ['paragraph 10.15', undefined], ['13am', undefined],
    ['I am 10', undefined], ['', undefined], ['10,000', undefined], ['0pm', undefined], ['Room 12', undefined], ['4 a month', undefined], ['2:30pm', '14:30'], ['10 AM', '10:00'],
  ])('%s', (text, time) => expect(readTime(text)).toBe(time));
});

describe('findTimes', () => {
  it.each<[string, string[]]>([
    ['10.00 am – 12.30 pm', ['10:00', '12:30']],
    ['2.00 – 4.00pm', ['14:00', '16:00']],
    ['2-4pm', ['14:00', '16:00']],
    ['10.00 – 1.00pm', ['10:00', '13:00']],
    ['11.30-12.30pm', ['11:30', '12:30']],
    ['from 09:30 to 11:45', ['09:30', '11:45']],
    ['adjourned at 11.20 am and resumed at 11.35 am', ['11:20', '11:35']],
    ['at 10.00 until 12 noon', ['10:00', '12:00']],
    ['no times in 24/00108 or 2.1', []],
    ['sections 14.15 to 14.22', []],
    ['rose from 8.50 per cent', []],
  ])('%s', (text, times) => expect(findTimes(text).map((found) => found.time)).toEqual(times));
  it.each<[string, string[]]>([
    ['The meeting closed at eight forty-five pm.', ['20:45']], ['at half past seven in the evening', ['19:30']], ['ended at quarter to nine p.m.', ['20:45']], ['at ten o’clock', ['10:00']], ['began at twelve noon', ['12:00']], ['rose at twelve at night', ['00:00']], ['rose at eleven at night', ['23:00']], ['rose at quarter to one at night', ['00:45']],
    ['at ten past four in the afternoon', ['16:10']], ['from seven pm until 9.15pm', ['19:00', '21:15']],
    // Numbers that are no times, and times that leave the half of the day open.
    ['at half past seven', []], ['eight councillors spoke in the evening', []], ['one in the morning session', []], ['at one', []], ['twenty five members', []], ['five to ten years', []], ['at seven o’clock', []],
  ])('words: %s', (text, times) => expect(findTimes(text).map((found) => found.time)).toEqual(times));
  it('gives places', () => {
    const text = 'Start 7.00pm, end 2.00 – 4.00pm';
    for (const found of findTimes(text)) expect(text.slice(found.start, found.end)).toBe(found.text);
  });
  it('never throws and gives clock times in order', () => {
    const piece = fc.constantFrom('1', '0', '2', '.', ':', ' ', 'am', 'pm', 'at ', '–', 'noon', '14', 'hrs', 'to', 'x');
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece).map((all) => all.join(''))), (text) => {
      const found = findTimes(text);
      expect(findTimes(text)).toEqual(found);
      let last = 0;
      for (const one of found) {
        expect(one.time).toMatch(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
        expect(one.start).toBeGreaterThanOrEqual(last);
        last = one.end;
      }
    }));
  });
});
