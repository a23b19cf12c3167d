import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../src/paper/ledger.js';
import type { Paragraph, SetApart } from '../../src/paper/model.js';
import { inkLength } from '../../src/paper/text.js';

const at = { in: 'lines', from: 1, to: 1 } as const;
const paragraph = (id: number, text: string, label?: string): Paragraph => ({ type: 'paragraph', id, at, text, ...(label === undefined ? {} : { label }) });
const aside = (id: number, text: string): SetApart => ({ id, text, at, why: 'header' });

describe('the ledger', () => {
  it('lists what nobody took, label and all', () => {
    const ledger = new Ledger([paragraph(1, 'Taken whole.'), paragraph(2, 'Not taken.', '2.')]);
    ledger.take(paragraph(1, 'Taken whole.'));
    const books = ledger.close({ furniture: [], hidden: [] });
    expect(books.unassigned).toEqual([{ text: '2. Not taken.', at: '#line=0,1' }]);
    expect(books.captured).toBe(11);
    expect(books.characters).toBe(11 + 11);
    expect(books.ratio).toBe(0.5);
  });

  it('counts a stretch once, however often it is taken', () => {
    const p = paragraph(1, 'Present: A. Bell and C. Dow');
    const ledger = new Ledger([p]);
    ledger.takeText(p, 0, 8);
    ledger.takeText(p, 4, 16);
    ledger.takeText(p, 0, 16);
    const books = ledger.close({ furniture: [], hidden: [] });
    expect(books.unassigned.map((u) => u.text)).toEqual(['and C. Dow']);
    expect(books.captured).toBe(inkLength('Present: A. Bell'));
  });

  it('moves a block that is furniture after all', () => {
    const p = paragraph(1, 'Council of Ardmere');
    const ledger = new Ledger([p]);
    ledger.setAside(p);
    const books = ledger.close({ furniture: [aside(9, 'Page 2')], hidden: [aside(10, 'unseen')] });
    expect(books).toMatchObject({ captured: 0, ratio: 1, characters: 16 + 5 + 6, unassigned: [] });
    expect(books.furniture.map((f) => f.text)).toEqual(['Council of Ardmere', 'Page 2']);
  });

  it('sets a stretch aside, whoever takes the paragraph', () => {
    const p = paragraph(1, 'Needs assessment PDF 369 KB (Item 3)', '4.');
    const ledger = new Ledger([p]);
    ledger.take(p);
    ledger.setTextAside(p, 17, 27);
    const books = ledger.close({ furniture: [], hidden: [] });
    expect(books.furniture).toEqual([{ text: 'PDF 369 KB', at: '#line=0,1' }]);
    expect(books).toMatchObject({ captured: inkLength('4.Needs assessment(Item 3)'), ratio: 1, characters: inkLength(p.text) + 2, unassigned: [] });
    const other = new Ledger([p]);
    other.setTextAside(p, 17, 27);
    expect(other.close({ furniture: [], hidden: [] })).toMatchObject({ captured: 0, unassigned: [{ text: '4. Needs assessment' }, { text: '(Item 3)' }] });
  });

  it('refuses a block of another paper, and two of one id', () => {
    const ledger = new Ledger([paragraph(1, 'a')]);
    expect(() => ledger.take(paragraph(2, 'b'))).toThrow(/not of this paper/);
    expect(() => new Ledger([paragraph(1, 'a'), paragraph(1, 'b')])).toThrow(/two blocks/);
  });

  it('balances, whatever is taken', () => {
    const text = fc.string({ maxLength: 30 });
    fc.assert(fc.property(fc.array(fc.tuple(text, fc.option(fc.constantFrom('1.', 'a)', '•'))), { maxLength: 8 }), fc.array(fc.tuple(fc.nat(7), fc.nat(30), fc.nat(30)), { maxLength: 12 }), fc.array(text, { maxLength: 3 }), (texts, takes, heads) => {
      const blocks = texts.map(([t, label], i) => paragraph(i, t, label ?? undefined));
      const furniture = heads.map((t, i) => aside(100 + i, t));
      const ledger = new Ledger(blocks);
      for (const [i, a, b] of takes) {
        const p = blocks[i];
        if (p) ledger.takeText(p, Math.min(a, b, p.text.length), Math.min(Math.max(a, b), p.text.length));
      }
      const books = ledger.close({ furniture, hidden: [] });
      const all = blocks.reduce((n, p) => n + inkLength(p.text) + inkLength(p.label ?? ''), 0);
      const sum = (list: readonly { text: string }[]): number => list.reduce((n, u) => n + inkLength(u.text), 0);
      expect(books.captured + sum(books.unassigned)).toBe(all);
      expect(books.characters).toBe(all + sum(furniture));
      expect(books.ratio).toBeGreaterThanOrEqual(0);
      expect(books.ratio).toBeLessThanOrEqual(1);
    }));
  });
});
