/** Records as CSV (RFC 4180), and the Frictionless Data Package that describes CSV files in a folder. */
import { stringify } from 'csv-stringify/sync';
import { COLUMNS, rowsOf, type SheetRow } from './rows.js';

/** A spreadsheet runs a text that begins so as a formula. */
const RUNS = /^[=+\-@\t\r]/;
/** A plain number is no formula, whatever its sign. */
const NUMBER = /^[-+]?[\d.,]+%?$/;

/** Text that a spreadsheet would run gets an apostrophe before it, as spreadsheets themselves mark text; `plainText` takes it off again. */
export const harmless = (text: string): string => (RUNS.test(text) && !NUMBER.test(text) || /^'+[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** What `harmless` was given. */
export const plainText = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text);

/** Rows as CSV, formulas made harmless. Lines end in CRLF, as RFC 4180 has it; a text with any line break in it is quoted. */
export function csvLines(rows: readonly (readonly (string | number | undefined)[])[]): string {
  return stringify(rows.map((r) => r.map((v) => (typeof v === 'string' ? harmless(v) : v ?? ''))), { record_delimiter: '\r\n', quoted_match: /[\r\n]/ });
}

export const csvHead = (): string => csvLines([COLUMNS.map((c) => c.name)]);

/** The rows of one record, without a heading. */
export function csvRows(record: Readonly<Record<string, unknown>>): string {
  return csvLines(rowsOf(record).map((row: SheetRow) => COLUMNS.map((c) => row[c.name])));
}

/** One record with its heading. */
export const recordCsv = (record: Readonly<Record<string, unknown>>): string => csvHead() + csvRows(record);

/** Field types of a Table Schema (Frictionless Data, Table Schema 1.0). */
const TYPES = { string: { type: 'string' }, number: { type: 'number' }, date: { type: 'date', format: 'default' } } as const;

/** `datapackage.json` (Frictionless Data Package 1.0) for CSV files in one folder. */
export function dataPackage(files: readonly string[], version: string): Record<string, unknown> {
  const names = new Set<string>();
  const nameOf = (path: string): string => {
    const base = path.toLowerCase().replace(/\.csv$/, '').replace(/[^a-z0-9._-]+/g, '-').replace(/^-+|-+$/g, '') || 'paper';
    let name = base;
    for (let n = 2; names.has(name); n++) name = `${base}-${n}`;
    names.add(name);
    return name;
  };
  return {
    profile: 'tabular-data-package', name: 'ctrust-records', title: 'Records of committee papers', created_by: `ctrust ${version}`,
    resources: files.map((path) => ({
      profile: 'tabular-data-resource', name: nameOf(path), path, format: 'csv', mediatype: 'text/csv', encoding: 'utf-8',
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: { fields: COLUMNS.map((c) => ({ name: c.name, ...TYPES[c.type], description: c.about })), missingValues: [''] },
    })),
  };
}
