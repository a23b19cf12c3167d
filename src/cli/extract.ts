/** `ctrust extract`: papers to records. */
import { extname, join, relative } from 'node:path';
import { recordYaml } from '../write/yaml.js';
import { toJson, toNdjson } from '../write/json.js';
import { GENERATOR } from '../work/extract.js';
import { batch, type Done } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { namesIn, targetOf, toStdout, WholeFile, writeWhole } from './output.js';

export type ExtractFormat = 'yaml' | 'json' | 'ndjson' | 'csv' | 'xlsx';
export interface ExtractCommand extends CommonOptions { format?: ExtractFormat; schemaBase?: string }

const ENDINGS: Readonly<Record<string, ExtractFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv', '.xlsx': 'xlsx' };

/** The format asked for, or the one that the output's ending names, or YAML. Throws a CommandError for an ending that names none. */
function formatOf(options: ExtractCommand, file: string | undefined): ExtractFormat {
  if (options.format) return options.format;
  if (file === undefined) return 'yaml';
  const ending = extname(file).toLowerCase();
  const format = ENDINGS[ending];
  if (!format) throw new CommandError(EXIT.usage, `what format is ${file}? Give --format yaml, json, ndjson, csv or xlsx, or a name that ends in one of them`);
  return format;
}

type SchemaRecord = { kind?: unknown };

export async function extract(args: readonly string[], options: ExtractCommand): Promise<void> {
  const target = await targetOf(options.output);
  const format = formatOf(options, target.to === 'file' ? target.path : undefined);
  const { papers, results } = await batch('record', args, options);
  if (target.to === 'folder') {
    const names = namesIn(target.path, papers, `.${format}`);
    const written: string[] = [];
    for await (const { index, value } of results) {
      const name = names[index] ?? '';
      await writeWhole(name, await one(value, format, options));
      written.push(name);
    }
    if (format === 'csv' && written.length > 0) {
      const { dataPackage } = await import('../write/csv.js');
      const files = written.map((name) => relative(target.path, name).replace(/\\/g, '/'));
      await writeWhole(join(target.path, 'datapackage.json'), toJson(dataPackage(files, GENERATOR.version)));
    }
    return;
  }
  if (format === 'xlsx') { await workbook(results, target.to === 'file' ? target.path : undefined); return; }
  const file = target.to === 'file' ? new WholeFile(target.path) : undefined;
  const write = (text: string): Promise<void> => (file ? file.write(text) : toStdout(text));
  try {
    await together(results, papers.length > 1, format, options, write, file);
  } catch (error) {
    await file?.drop();
    throw error;
  }
}

/** One record as a file of its own. Spreadsheet writers are loaded when they are asked for. */
async function one(value: unknown, format: ExtractFormat, options: ExtractCommand): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml': return recordYaml(value as SchemaRecord, options.schemaBase);
    case 'json': return toJson(value);
    case 'ndjson': return toNdjson(value);
    case 'csv': return (await import('../write/csv.js')).recordCsv(value as Record<string, unknown>);
    case 'xlsx': return (await import('../write/xlsx.js')).recordsXlsx([value as Record<string, unknown>]);
  }
}

/** All records in one workbook. */
async function workbook(results: AsyncIterable<Done>, path: string | undefined): Promise<void> {
  const records: Record<string, unknown>[] = [];
  for await (const { value } of results) records.push(value as Record<string, unknown>);
  if (records.length === 0) return;
  const { recordsXlsx } = await import('../write/xlsx.js');
  const bytes = await recordsXlsx(records);
  if (path === undefined) await toStdout(bytes);
  else await writeWhole(path, bytes);
}

/** Several records in one stream: YAML documents parted by `---`, one JSON array, a line each. One paper's record stands alone. */
async function together(results: AsyncIterable<Done>, several: boolean, format: ExtractFormat, options: ExtractCommand, write: (text: string) => Promise<void>, file: WholeFile | undefined): Promise<void> {
  let written = 0;
  const list = several && format === 'json';
  for await (const { value } of results) {
    if (list) await write(`${written === 0 ? '[' : ','}\n${JSON.stringify(value, null, 2).replace(/^/gm, '  ')}`);
    else if (format === 'yaml') await write(`${written > 0 ? '---\n' : ''}${recordYaml(value as SchemaRecord, options.schemaBase)}`);
    else if (format === 'csv') { const { csvHead, csvRows } = await import('../write/csv.js'); await write((written === 0 ? csvHead() : '') + csvRows(value as Record<string, unknown>)); }
    else await write(format === 'json' ? toJson(value) : toNdjson(value));
    written++;
  }
  if (list) await write(written === 0 ? '[]\n' : '\n]\n');
  // No record, no file: an empty one would look like a finished job.
  if (file && written > 0) await file.finish();
  else await file?.drop();
}
