/** Records as a workbook: a sheet of rows, a sheet a table, a sheet of diagnostics. */
import writeXlsx, { type Feature, type Row, type Sheet } from 'write-excel-file/node';
import { COLUMNS, rowsOf, type SheetTable, tablesIn } from './rows.js';
import { withoutTimes } from './zip-times.js';

type Plain = Readonly<Record<string, unknown>>;

const HEAD = { fontWeight: 'bold', backgroundColor: '#dfe7ef', alignVertical: 'top', wrap: true } as const;
const BODY = { alignVertical: 'top', wrap: true } as const;
/** Most characters that a cell of a workbook holds (Excel specifications and limits). */
const CELL_LIMIT = 32_767;
const DATE_FORMAT = 'yyyy-mm-dd';
/** Width of the columns of a paper's own table, in characters. */
const TABLE_WIDTH = 28;

/** Characters that a worksheet's XML cannot hold. */
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, CELL_LIMIT);
const text = (value: string) => ({ value: clean(value), type: String, ...BODY });
const head = (value: string) => ({ value: clean(value), type: String, ...HEAD });

/** The place as a link that PDF viewers follow: Firefox ignores `viewrect`, and takes `zoom`. */
export function linkTo(file: string, at: string): string {
  const place = /^#page=(\d+)&viewrect=(\d+),(\d+),/.exec(at);
  return `${encodeURI(file)}${at}${place ? `&zoom=100,${place[2]},${place[3]}` : ''}`;
}

function atCell(file: string | undefined, at: string) {
  // A link of a workbook takes at most 255 characters in a formula's string.
  const link = linkTo(file ?? '', at);
  if (!file || link.length > 250 || /["\r\n]/.test(link)) return text(at);
  return { value: `=HYPERLINK("${link}","${at.replace(/"/g, '""')}")`, type: 'Formula' as const, ...BODY, textColor: '#0b5394' };
}

function rowsSheet(records: readonly Plain[]): Sheet<never>['data'] {
  const rows: Row[] = [COLUMNS.map((c) => head(c.name))];
  for (const row of records.flatMap((r) => rowsOf(r))) {
    rows.push(COLUMNS.map((c) => {
      const value = row[c.name];
      if (value === undefined || value === '') return null;
      if (c.type === 'number') return { value: Number(value), type: Number, ...BODY };
      if (c.type === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: DATE_FORMAT, ...BODY };
      return c.name === 'at' ? atCell(typeof row.file === 'string' ? row.file : undefined, String(value)) : text(String(value));
    }));
  }
  return rows;
}

function tableSheet(table: SheetTable): Row[] {
  return table.rows.map((row, i) => row.map((value) => (value === '' ? null : i < table.headerRows ? head(value) : text(value))));
}

function diagnosticsSheet(records: readonly Plain[]): Row[] {
  const rows: Row[] = [['file', 'severity', 'rule', 'message', 'at'].map(head)];
  for (const record of records) {
    const file = String((record['source'] as Plain | undefined)?.['file'] ?? '');
    for (const d of (record['diagnostics'] as Plain[] | undefined) ?? []) {
      rows.push([text(file), text(String(d['severity'])), text(String(d['rule'])), text(String(d['message'])), d['at'] ? atCell(file, String(d['at'])) : null]);
    }
  }
  return rows;
}

/** A sheet's name: at most 31 characters, none of those that Excel refuses, unlike the others. */
function sheetNames(wanted: readonly string[]): string[] {
  const used = new Set<string>();
  return wanted.map((w) => {
    const base = w.replace(/[[\]:*?/\\']/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 31) || 'table';
    let name = base;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${base.slice(0, 31 - String(n).length - 1)} ${n}`;
    used.add(name.toLowerCase());
    return name;
  });
}

const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26));

/** Puts a filter over the heading row of every sheet (ECMA-376, 18.3.1.2: `autoFilter` follows `sheetData`). */
function filters(sizes: readonly { rows: number; columns: number }[]): Feature<never> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const size = sizes[sheetIndex];
            if (!size || size.rows < 2 || size.columns < 1 || xml.includes('<autoFilter')) return xml;
            return xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${letters(size.columns - 1)}${size.rows}"/>`);
          },
        },
      },
    },
  };
}

/** The workbook of the records. The same records give the same cells. */
export async function recordsXlsx(records: readonly Plain[]): Promise<Uint8Array> {
  const tables = records.flatMap((r) => tablesIn(r).map((t) => ({ table: t, title: t.title ?? '' })));
  const names = sheetNames(['rows', ...tables.map(({ title }, i) => (title === '' ? `table ${i + 1}` : title)), 'diagnostics']);
  const widths = COLUMNS.map((c) => ({ width: c.width }));
  const all = [
    { data: rowsSheet(records) as Row[], columns: widths, frozen: 1 },
    ...tables.map(({ table }) => ({ data: tableSheet(table), columns: (table.rows[0] ?? []).map(() => ({ width: TABLE_WIDTH })), frozen: table.headerRows })),
    { data: diagnosticsSheet(records), columns: [24, 10, 24, 70, 30].map((width) => ({ width })), frozen: 1 },
  ];
  return workbook(all, names);
}

/** Tables alone, a sheet each. */
export async function tablesXlsx(tables: readonly SheetTable[]): Promise<Uint8Array> {
  const names = sheetNames(tables.map((t, i) => t.title ?? `table ${i + 1}`));
  return workbook(tables.map((table) => ({ data: tableSheet(table), columns: (table.rows[0] ?? []).map(() => ({ width: TABLE_WIDTH })), frozen: table.headerRows })), names);
}

interface SheetPlan { readonly data: Row[]; readonly columns: { width: number }[]; readonly frozen: number }

/** Frozen and filtered heading rows, one sheet at least: a workbook without any is refused by its readers. */
async function workbook(planned: readonly SheetPlan[], names: readonly string[]): Promise<Uint8Array> {
  const all = planned.length > 0 ? planned : [{ data: [[text('no tables')]], columns: [{ width: 12 }], frozen: 0 }];
  const sheets = all.map(({ data, columns, frozen }, i) => ({ data, sheet: names[i] ?? `sheet ${i + 1}`, columns, ...(frozen > 0 && data.length > frozen ? { stickyRowsCount: frozen } : {}) }));
  const sizes = all.map(({ data }) => ({ rows: data.length, columns: Math.max(0, ...data.map((r) => r.length)) }));
  const buffer = await writeXlsx(sheets as unknown as Sheet<never>[], { features: [filters(sizes)] } as never).toBuffer();
  return withoutTimes(new Uint8Array(buffer as unknown as ArrayBuffer));
}
