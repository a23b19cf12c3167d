/** `ctrust extract`: papers to records. */
import { extname } from 'node:path';
import { recordYaml } from '../write/yaml.js';
import { toJson, toNdjson } from '../write/json.js';
import { batch, type Done } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { namesIn, targetOf, toStdout, WholeFile, writeWhole } from './output.js';

export type ExtractFormat = 'yaml' | 'json' | 'ndjson';
export interface ExtractCommand extends CommonOptions { format?: ExtractFormat; schemaBase?: string }

const ENDINGS: Readonly<Record<string, ExtractFormat>> = { '.yaml': 'yaml', '.yml': 'yaml', '.json': 'json', '.ndjson': 'ndjson', '.jsonl': 'ndjson' };

/** The format asked for, or the one that the output's ending names, or YAML. Throws a CommandError for an ending that names none. */
function formatOf(options: ExtractCommand, file: string | undefined): ExtractFormat {
  if (options.format) return options.format;
  if (file === undefined) return 'yaml';
  const ending = extname(file).toLowerCase();
  const format = ENDINGS[ending];
  if (!format) throw new CommandError(EXIT.usage, `what format is ${file}? Give --format yaml, json or ndjson, or a name that ends in one of them`);
  return format;
}

type SchemaRecord = { kind?: unknown };

export async function extract(args: readonly string[], options: ExtractCommand): Promise<void> {
  const target = await targetOf(options.output);
  const format = formatOf(options, target.to === 'file' ? target.path : undefined);
  const { papers, results } = await batch('record', args, options);
  if (target.to === 'folder') {
    const names = namesIn(target.path, papers, `.${format}`);
    for await (const { index, value } of results) await writeWhole(names[index] ?? '', one(value, format, options));
    return;
  }
  const file = target.to === 'file' ? new WholeFile(target.path) : undefined;
  const write = (text: string): Promise<void> => (file ? file.write(text) : toStdout(text));
  try {
    await together(results, papers.length > 1, format, options, write, file);
  } catch (error) {
    await file?.drop();
    throw error;
  }
}

const one = (value: unknown, format: ExtractFormat, options: ExtractCommand): string => (
  format === 'yaml' ? recordYaml(value as SchemaRecord, options.schemaBase) : format === 'json' ? toJson(value) : toNdjson(value));

/** Several records in one stream: YAML documents parted by `---`, one JSON array, a line each. One paper's record stands alone. */
async function together(results: AsyncIterable<Done>, several: boolean, format: ExtractFormat, options: ExtractCommand, write: (text: string) => Promise<void>, file: WholeFile | undefined): Promise<void> {
  let written = 0;
  const list = several && format === 'json';
  for await (const { value } of results) {
    if (list) await write(`${written === 0 ? '[' : ','}\n${JSON.stringify(value, null, 2).replace(/^/gm, '  ')}`);
    else if (format === 'yaml') await write(`${written > 0 ? '---\n' : ''}${one(value, format, options)}`);
    else await write(one(value, format, options));
    written++;
  }
  if (list) await write(written === 0 ? '[]\n' : '\n]\n');
  // No record, no file: an empty one would look like a finished job.
  if (file && written > 0) await file.finish();
  else await file?.drop();
}
