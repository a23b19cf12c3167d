/** `ctrust extract`: papers to records. */
import { extname, join, relative } from 'node:path';
import { GENERATOR } from '../work/about.js';
import type { Printed } from '../work/task.js';
import { batch, type Done, keepPapers } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { hashOfText, Manifest } from './manifest.js';
import { namesIn, targetOf, toStdout, WholeFile, writeWhole } from './output.js';

export type ExtractFormat = 'yaml' | 'json' | 'ndjson' | 'csv' | 'xlsx';
export interface ExtractCommand extends CommonOptions { format?: ExtractFormat; schemaBase?: string; resume?: boolean }

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

/** Formats that the child processes write; of the others the record itself is wanted. */
const isPrinted = (format: ExtractFormat): format is 'yaml' | 'json' | 'ndjson' => format === 'yaml' || format === 'json' || format === 'ndjson';
const printOf = (format: ExtractFormat, options: ExtractCommand) =>
  (isPrinted(format) ? { print: { format, ...(format === 'yaml' && options.schemaBase !== undefined ? { schemaBase: options.schemaBase } : {}) } } : {});

export async function extract(args: readonly string[], options: ExtractCommand): Promise<void> {
  const target = await targetOf(options.output);
  const format = formatOf(options, target.to === 'file' ? target.path : undefined);
  if (target.to === 'folder') { await intoFolder(target.path, args, format, options); return; }
  if (options.resume) throw new CommandError(EXIT.usage, '--resume goes with an output folder: -o records/');
  const { papers, results } = await batch('record', args, options, printOf(format, options));
  if (target.to === 'file') await keepPapers(papers, [target.path]);
  if (format === 'xlsx') { await workbook(results, target.to === 'file' ? target.path : undefined); return; }
  const file = target.to === 'file' ? new WholeFile(target.path) : undefined;
  const write = async (text: string | Uint8Array): Promise<void> => { if (file) file.write(text); else await toStdout(text); };
  try {
    await together(results, papers.length > 1, format, write, file);
  } catch (error) {
    file?.drop();
    throw error;
  }
}

/** A record a paper, and the manifest of them; with `--resume` only what an earlier run has not done. */
async function intoFolder(folder: string, args: readonly string[], format: ExtractFormat, options: ExtractCommand): Promise<void> {
  let names: string[] = [];
  let manifest: Manifest | undefined = undefined as Manifest | undefined;
  const nameOf = (index: number): string => relative(folder, names[index] ?? '').replace(/\\/g, '/');
  const { papers, results, depends } = await batch('record', args, options, {
    ...printOf(format, options),
    known: async (index, paper) => {
      if (!options.resume || paper.path === '-') return undefined;
      const entry = await manifest?.done(nameOf(index), paper.below.replace(/\\/g, '/'), paper.path);
      return entry && (entry.reason === undefined ? { ok: true } : { ok: false, code: entry.reason, message: entry.message ?? '' });
    },
    onFailed: async (index, paper, reason, message, source) => {
      await manifest?.add({ record: nameOf(index), paper: paper.below.replace(/\\/g, '/'), ...(source === undefined ? {} : { source }), reason, message });
    },
  });
  names = namesIn(folder, papers, `.${format}`);
  manifest = new Manifest(folder, `ctrust ${GENERATOR.version} ${hashOfText(depends + format).slice(0, 16)}`);
  await manifest.start(options.resume === true);
  try {
    for await (const { index, paper, value } of results) {
      const data = await one(value, format);
      await manifest.write(names[index] ?? '', data);
      await manifest.add({ record: nameOf(index), paper: paper.below.replace(/\\/g, '/'), source: sourceOf(value), sha256: hashOfText(data) });
    }
    const records = names.map((_, i) => nameOf(i));
    if (format === 'csv') await describe(manifest, folder, records.filter((r) => manifest?.has(r)));
    await manifest.finish(records);
  } finally {
    manifest.close();
  }
}

/** Says in a data package what the CSV files of a folder are. */
async function describe(manifest: Manifest, folder: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const [{ dataPackage }, { toJson }] = await Promise.all([import('../write/csv.js'), import('../write/json.js')]);
  await manifest.write(join(folder, 'datapackage.json'), toJson(dataPackage([...files], GENERATOR.version)));
}

/** SHA-256 of the paper that a result comes from. */
const sourceOf = (value: unknown): string => (value as { source: { sha256: string } }).source.sha256;

/** One record as a file of its own. Spreadsheet writers are loaded when they are asked for. */
async function one(value: unknown, format: ExtractFormat): Promise<string | Uint8Array> {
  switch (format) {
    case 'yaml': case 'json': case 'ndjson': return (value as Printed).text;
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
async function together(results: AsyncIterable<Done>, several: boolean, format: ExtractFormat, write: (text: string | Uint8Array) => Promise<void>, file: WholeFile | undefined): Promise<void> {
  let written = 0;
  const list = several && format === 'json';
  for await (const { value } of results) {
    if (format === 'csv') { const { csvHead, csvRows } = await import('../write/csv.js'); await write((written === 0 ? csvHead() : '') + csvRows(value as Record<string, unknown>)); }
    else {
      const { text } = value as Printed;
      if (list) await write(`${written === 0 ? '[' : ','}\n${Buffer.from(text).toString().trimEnd().replace(/^/gm, '  ')}`);
      else {
        if (format === 'yaml' && written > 0) await write('---\n');
        await write(text);
      }
    }
    written++;
  }
  if (list) await write(written === 0 ? '[]\n' : '\n]\n');
  // No record, no file: an empty one would look like a finished job.
  if (file && written > 0) await file.finish();
  else file?.drop();
}
