/** Spreadsheets as others read them: LibreOffice opens the workbook, and its CSV is held against the program's own. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { unzipSync, strFromU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLines, type dataPackage, harmless, plainText } from '../../src/write/csv.js';
import { COLUMNS } from '../../src/write/rows.js';
import { linkTo } from '../../src/write/xlsx.js';
import { ctrust } from '../cli/run.js';

const SOFFICE = [process.env['CTRUST_SOFFICE'], '/usr/bin/soffice', '/usr/bin/libreoffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find((p) => p !== undefined && existsSync(p));
const PAPERS = fileURLToPath(new URL('../../fixtures/papers/', import.meta.url));
const ONE_OF_EACH = [
  'ardmere-skatepark-action-plan.pdf', 'brackenford-council-minutes.pdf', 'marlcombe-libraries-cabinet-report.docx', 'ravensholt-safer-partnership.pdf',
  'saltmarch-play-strategy.docx', 'penllwyn-cabinet-agenda.pdf', 'tarnbridge-leader-decision.docx', 'eskerdale-residents-letter.pdf',
].map((f) => join(PAPERS, f));
const FORMULAS = ["# Notes of a clerk", '=1+1 is two', '-cmd|calc!A0', '+44 1632 960112', "'=quoted", '-12.5', '@clerk to act', '=HYPERLINK("http://a.example","x")'];

/** CSV by RFC 4180, read by its own rules. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += '"'; i++; } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') { row.push(field); field = ''; }
    else if (c === '\n') { rows.push([...row, field]); row = []; field = ''; }
    else if (c !== '\r') field += c;
  }
  return field === '' && row.length === 0 ? rows : [...rows, [...row, field]];
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-sheets-'));
  await writeFile(join(folder, 'formulas.md'), FORMULAS.join('\n\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('CSV', () => {
  it('quotes every line break, and is read back by the rules of RFC 4180', () => {
    const rows = [['a\nb', 'c\rd', 'e,f', 'g"h', ''], ['=1', 'plain', '-5', ' x ', '\t']];
    expect(readCsv(csvLines(rows)).map((r) => r.map(plainText))).toEqual(rows);
  });

  it('a workbook, turned to CSV by LibreOffice, says the same for every kind', { skip: SOFFICE === undefined, timeout: 180_000 }, async () => {
    const papers = [...ONE_OF_EACH, join(folder, 'formulas.md')];
    expect((await ctrust(['extract', ...papers, '-o', join(folder, 'all.csv'), '--quiet'])).status).toBe(0);
    expect((await ctrust(['extract', ...papers, '-o', join(folder, 'all.xlsx'), '--quiet'])).status).toBe(0);
    const out = join(folder, 'lo');
    await new Promise<void>((resolve, reject) => {
      execFile(SOFFICE ?? '', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false', '--outdir', out, join(folder, 'all.xlsx')], { timeout: 150_000 }, (error) => (error ? reject(error) : resolve()));
    });
    const own = readCsv(await readFile(join(folder, 'all.csv'), 'utf8')).map((r) => r.map(plainText));
    const theirs = readCsv(await readFile(join(out, 'all.csv'), 'utf8'));
    expect(new Set(own.slice(1).map((r) => r[1])).size).toBe(8);
    expect(theirs).toEqual(own);
  });

  it('is described by a data package whose fields are the columns', async () => {
    const records = join(folder, 'records/');
    await ctrust(['extract', ONE_OF_EACH[0] ?? '', ONE_OF_EACH[1] ?? '', '-f', 'csv', '-o', records, '--quiet']);
    const described = JSON.parse(await readFile(join(records, 'datapackage.json'), 'utf8')) as ReturnType<typeof dataPackage> & { resources: { name: string; path: string; schema: { fields: { name: string; type: string }[] } }[] };
    expect(described.resources.map((r) => r.path)).toEqual(['ardmere-skatepark-action-plan.csv', 'brackenford-council-minutes.csv']);
    for (const { name, path, schema } of described.resources) {
      expect(name).toMatch(/^[a-z0-9._-]+$/);
      const [head, ...rows] = readCsv(await readFile(join(records, path), 'utf8'));
      expect(schema.fields.map((f) => f.name)).toEqual(head);
      expect(rows.length).toBeGreaterThan(3);
      // The types that Table Schema promises hold for every value; an empty one is missing.
      for (const row of rows) {
        expect(row).toHaveLength(schema.fields.length);
        schema.fields.forEach((f, i) => {
          const value = row[i] ?? '';
          if (value === '') return;
          if (f.type === 'date') expect(value).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          if (f.type === 'number') expect(Number.isFinite(Number(value))).toBe(true);
        });
      }
    }
  }, 60_000);

  it('makes formulas harmless without touching plain numbers', () => {
    for (const text of FORMULAS) expect(plainText(harmless(text))).toBe(text);
    expect(harmless('=1+1 is two')).toBe("'=1+1 is two");
    expect(harmless('-12.5')).toBe('-12.5');
  });
});

describe('XLSX', () => {
  it('has real dates and numbers, frozen and filtered heads, wrapped text, widths, a sheet a table, diagnostics, and links with a zoom beside the place', async () => {
    const book = join(folder, 'one.xlsx');
    await ctrust(['extract', ONE_OF_EACH[0] ?? '', '-o', book]);
    const files = unzipSync(new Uint8Array(await readFile(book)));
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*state="frozen"/);
    expect(sheet).toMatch(/<autoFilter ref="A1:/);
    expect(sheet).toMatch(/<col [^>]*width="60"/);
    expect(part('xl/styles.xml')).toContain('wrapText="1"');
    expect(part('xl/styles.xml')).toContain('yyyy-mm-dd');
    // 14 September 2011 as a spreadsheet counts days, and £1.5k as a number.
    expect(sheet).toContain('<v>40800</v>');
    expect(sheet).toContain('<v>1500</v>');
    expect(sheet).toMatch(/HYPERLINK\(&quot;ardmere-skatepark-action-plan\.pdf#page=1&amp;viewrect=[\d,]+&amp;zoom=100,\d+,\d+&quot;|HYPERLINK\("ardmere-skatepark-action-plan\.pdf#page=1&amp;viewrect=[\d,]+&amp;zoom=100,\d+,\d+"/);
    expect([...part('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map((m) => m[1]).at(-1)).toBe('diagnostics');
  });

  it('links where every viewer goes', () => {
    expect(linkTo('my plan.pdf', '#page=3&viewrect=72,510,178,50')).toBe('my%20plan.pdf#page=3&viewrect=72,510,178,50&zoom=100,72,510');
    expect(linkTo('a.txt', '#line=3,4')).toBe('a.txt#line=3,4');
  });

  it('is the same bytes for the same paper', async () => {
    const [one, two] = [join(folder, 'a.xlsx'), join(folder, 'b.xlsx')];
    await ctrust(['extract', ONE_OF_EACH[0] ?? '', '-o', one]);
    await new Promise((resolve) => { setTimeout(resolve, 2100); }); // a zip counts time in steps of two seconds
    await ctrust(['extract', ONE_OF_EACH[0] ?? '', '-o', two]);
    expect(Buffer.compare(await readFile(one), await readFile(two))).toBe(0);
  }, 60_000);

  it('has a column for each name, never twice', () => {
    expect(new Set(COLUMNS.map((c) => c.name)).size).toBe(COLUMNS.length);
  });
});
