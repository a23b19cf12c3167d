import { describe, expect, it } from 'vitest';
import { harmless, plainText } from '../../src/write/csv.js';
import { tablesCsv, tablesMarkdown } from '../../src/write/tables.js';

const table = { headerRows: 1, rows: [['Action', 'Cost'], ['Say "yes", then go', '£1,000'], ['two\nlines', '']] };

describe('tables as CSV', () => {
  it('follows RFC 4180', () => {
    expect(tablesCsv([table])).toBe('Action,Cost\r\n"Say ""yes"", then go","£1,000"\r\n"two\nlines",\r\n');
  });
  it('parts tables by an empty line', () => {
    expect(tablesCsv([{ headerRows: 0, rows: [['a']] }, { headerRows: 0, rows: [['b']] }])).toBe('a\r\n\r\nb\r\n');
  });
  it('makes formulas harmless, leaves numbers alone, and can be undone', () => {
    expect(harmless('=SUM(A1)')).toBe("'=SUM(A1)");
    expect(harmless('@cmd')).toBe("'@cmd");
    expect(harmless('-12.5')).toBe('-12.5');
    expect(harmless('+3%')).toBe('+3%');
    for (const text of ['=1+1', "'=1", "''@x", "it's", '-', '\t=x', 'plain', "'quoted'"]) expect(plainText(harmless(text))).toBe(text);
  });
});

describe('tables as Markdown', () => {
  it('escapes what Markdown would read', () => {
    expect(tablesMarkdown([{ headerRows: 1, rows: [['A|B', 'C'], ['x\ny', '<b>']] }])).toBe('| A\\|B | C |\n| --- | --- |\n| x<br>y | &lt;b> |\n');
  });
  it('joins heading rows cell by cell', () => {
    expect(tablesMarkdown([{ headerRows: 2, rows: [['Cost', ''], ['2024', '2025'], ['1', '2']] }]).split('\n')[0]).toBe('| Cost / 2024 | 2025 |');
  });
});
