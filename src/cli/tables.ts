/** `ctrust tables`: every table, whatever the paper's kind. */
import { extname } from 'node:path';
import { toJson } from '../write/json.js';
import { tablesCsv, tablesMarkdown } from '../write/tables.js';
import type { PlacedTable } from '../work/tables.js';
import { batch, keepPapers } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { Folder, namesIn, targetOf, toStdout, writeWhole } from './output.js';

type TablesFormat = 'csv' | 'json' | 'xlsx' | 'markdown';
export interface TablesCommand extends CommonOptions { format?: TablesFormat }

const ENDINGS: Readonly<Record<string, TablesFormat>> = { '.csv': 'csv', '.json': 'json', '.md': 'markdown', '.markdown': 'markdown', '.xlsx': 'xlsx' };
const WRITERS: Readonly<Record<TablesFormat, (tables: readonly PlacedTable[]) => string | Promise<Uint8Array>>> = {
  csv: tablesCsv, json: toJson, markdown: tablesMarkdown, xlsx: async (tables) => (await import('../write/xlsx.js')).tablesXlsx(tables),
};

export async function tables(args: readonly string[], options: TablesCommand): Promise<void> {
  const target = await targetOf(options.output);
  const byEnding = target.to === 'file' ? ENDINGS[extname(target.path).toLowerCase()] : 'csv';
  const format = options.format ?? byEnding;
  if (!format) throw new CommandError(EXIT.usage, `what format is ${options.output}? Give --format csv, json, xlsx or markdown, or a name that ends in .csv, .json, .xlsx or .md`);
  const { papers, results } = await batch('tables', args, { ...options, jobs: options.jobs ?? 1 });
  const write = WRITERS[format];
  if (target.to === 'folder') {
    const names = namesIn(target.path, papers, format === 'markdown' ? '.md' : `.${format}`);
    await keepPapers(papers, names);
    const folder = new Folder(target.path);
    for await (const { index, value } of results) await folder.write(names[index] ?? '', await write(value as PlacedTable[]));
    return;
  }
  if (target.to === 'file') await keepPapers(papers, [target.path]);
  const all: PlacedTable[] = [];
  let read = 0;
  for await (const { paper, value } of results) {
    read++;
    all.push(...(value as PlacedTable[]).map((t) => (papers.length > 1 ? { file: paper.below, ...t } : t)));
  }
  if (read === 0) return;
  if (target.to === 'stdout') await toStdout(await write(all));
  else await writeWhole(target.path, await write(all));
}
