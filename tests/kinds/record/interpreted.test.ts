/** What was taken and is said in other words stands in `coverage.interpreted`, as printed and with its place. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpretedIn } from '../../../src/kinds/interpreted.js';
import type { Paragraph } from '../../../src/paper/model.js';
import { paper, para, recordOf, table } from '../paper.js';

const whole = (...paragraphs: readonly Paragraph[]) => paragraphs.map((paragraph) => ({ paragraph, start: 0, end: paragraph.text.length, ...(paragraph.label === undefined ? {} : { label: paragraph.label }) }));
const texts = (record: unknown, ...paragraphs: readonly string[]) => interpretedIn(whole(...paragraphs.map((t) => para(t))), record).map((i) => i.text);
const ofRecord = (record: Record<string, unknown>) => (record['coverage'] as { interpreted: { text: string; at: string }[] }).interpreted;

describe('what a record says in words of its own', () => {
  it('is nothing where the text is a field', () => {
    expect(texts({ title: 'Ferry services', items: [{ text: 'The quay was repaired.' }] }, 'Ferry services', 'The quay was repaired.')).toEqual([]);
  });
  it.each([
    [{ date: '2025-01-30', startTime: '10:00' }, 'Thursday, 30th January, 2025, at 10.00 am', ['Thursday, 30th January, 2025, at 10.00 am']],
    [{ pages: { from: 11, to: 84 }, title: 'Budget monitoring 2024-25' }, 'Budget monitoring 2024-25 (Pages 11 - 84)', ['(Pages 11 - 84)']],
    [{ vote: { against: 45 } }, 'Against (45)', ['Against (45)']],
    [{ phone: '01632 960411' }, 'Tel: 01632 960411', ['Tel: 01632 960411']],
    [{ text: 'That the rent be paid.' }, 'RESOLVED – That the rent be paid.', ['RESOLVED']],
    [{ keyDecision: true }, 'Key decision: Yes', ['Key decision: Yes']],
  ] as const)('is listed as printed: %j', (record, text, expected) => {
    expect(texts(record, text)).toEqual(expected);
  });
  it('is nothing where names are parted, nor the word between the last two', () => {
    expect(texts({ present: [{ name: 'Mr Ash' }, { name: 'Mrs Elm' }, { name: 'Ms Oak' }] }, 'Mr Ash, Mrs Elm and Ms Oak')).toEqual([]);
  });
  it('is nothing where a text was joined to another, or something was cut out of it', () => {
    expect(texts({ text: 'The bridge over the river is closed until the spring.' }, 'The bridge over the', 'river is closed until the spring.')).toEqual([]);
    expect(texts({ title: 'Capital programme and revenue budget (including council tax)' }, 'Capital programme and revenue budget (Pages 3 - 9) (including council tax)')).toEqual(['(Pages 3 - 9)']);
  });
  it('is nothing for the short lines of a cell that one field holds', () => {
    expect(texts({ other: { Measure: 'Share of spending with: Kent firms Small firms Charities' } }, 'Share of spending with:', 'Kent firms', 'Small firms', 'Charities')).toEqual([]);
  });
  it('has labels, but for bullets and those that are numbers of the record', () => {
    const record = { items: [{ number: '16', text: 'The gate was mended.' }, { text: 'The wall was built.' }] };
    expect(interpretedIn(whole(para('16. The gate was mended.'), para('17. The wall was built.')), record).map((i) => i.text)).toEqual(['17.']);
  });
  it('says where each stands', () => {
    const lane = para('Ask for: Jo Lane');
    expect(interpretedIn(whole(lane), { contact: { name: 'Jo Lane' } })).toEqual([{ text: 'Ask for:', at: expect.stringMatching(/^#line=\d+/) as unknown }]);
  });
  it('takes words of any language for words', () => {
    expect(texts({ title: 'Siambr' }, 'Lleoliad: Tŷ’r Siambr')).toEqual(['Lleoliad: Tŷ’r']);
  });

  it('leaves no word of random texts unsaid: each is in the record or listed', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(fc.property(fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 8 }), fc.array(word, { maxLength: 12 }), (lines, kept) => {
      const printed = lines.map((l) => l.join(' '));
      // A tie between two words of the record is no loss: it has at most three letters.
      const said = new Set([...kept, ...texts({ kept }, ...printed).flatMap((t) => t.split(/[^a-z]+/))]);
      for (const w of printed.join(' ').split(' ')) expect(said.has(w) || w.length <= 3).toBe(true);
    }));
  });
  it('comes to the end of a paper made to be slow, and lists what it no longer looks for', () => {
    const same = Array.from({ length: 3_000 }, (_, i) => `same words again and again ${i}`);
    expect(texts({ items: same.map((text) => ({ text })) }, ...same.map((text) => `Unlike: ${text} unlike`)).length).toBeGreaterThan(3_000);
  });
});

describe('a record', () => {
  it('lists the words of its date, its labels and its decisions', () => {
    const record = recordOf(paper(['# Marsh Committee', '# Minutes', 'Tuesday 4 March 2025', 'Present: Councillors A Ash (Chair) and B Elm', '# 1. Sluices', 'The sluice at Long Drove has failed.', 'RESOLVED – That the sluice be replaced.']), 'minutes');
    const listed = ofRecord(record).map((i) => i.text);
    expect(listed.some((t) => t.includes('Tuesday 4 March 2025'))).toBe(true);
    expect(listed).toContain('RESOLVED');
    expect(listed.join(' ')).not.toContain('sluice');
  });
  it('lists nothing of a table that it keeps', () => {
    const record = recordOf(paper(['# Rents', 'The rents of the year are these.', table([['Plot', 'Rent'], ['North field', '40'], ['South field', '35']])]), 'document');
    expect(ofRecord(record)).toEqual([]);
  });
  it('keeps what follows in the list of a resolution whose word was left out', () => {
    const record = recordOf(paper(['# Minutes of the Parish Council', '# 1. Scope', para('That the plan be agreed.', { label: 'Recommendation 1:', number: 'Recommendation 1', depth: 0 }), para('That it be paid for.', { label: 'Recommendation 2:', number: 'Recommendation 2', depth: 0 })]), 'minutes');
    expect(JSON.stringify(record['items'])).toContain('That it be paid for.');
  });
});
