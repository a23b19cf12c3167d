import { describe, expect, it } from 'vitest';
import { csvField, tablesCsv, tablesMarkdown } from '../../src/write/tables.js';

const table = { headerRows: 1, rows: [['Action', 'Cost'], ['Say "yes", then go', '£1,000'], ['two\nlines', '']] };

describe('tables as CSV', () => {
  it('follows RFC 4180', () => {
    expect(tablesCsv([table])).toBe('Action,Cost\r\n"Say ""yes"", then go","£1,000"\r\n"two\nlines",\r\n');
  });
  it('parts tables by an empty line', () => {
    expect(tablesCsv([{ headerRows: 0, rows: [['a']] }, { headerRows: 0, rows: [['b']] }])).toBe('a\r\n\r\nb\r\n');
  });
  it('makes formulas harmless and leaves numbers alone', () => {
    expect(csvField('=SUM(A1)')).toBe("'=SUM(A1)");
    expect(csvField('@cmd')).toBe("'@cmd");
    expect(csvField('-12.5')).toBe('-12.5');
    expect(csvField('+3%')).toBe('+3%');
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
