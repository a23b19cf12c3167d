/** `ctrust review`: a self-contained HTML page with the paper beside its record. */
import type { Reviewed } from '../work/task.js';
import { reviewHtml } from '../write/review/html.js';
import { jsonSchema } from '../kinds/json-schema.js';
import { isKindName } from '../kinds/registry.js';
import { batch, keepPapers } from './batch.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { Folder, namesIn, targetOf, toStdout, writeWhole } from './output.js';
import { safe } from './safe.js';

export async function review(arg: string, options: CommonOptions): Promise<void> {
  const target = await targetOf(options.output);
  if (target.to === 'stdout' && process.stdout.isTTY) throw new CommandError(EXIT.usage, 'give a file for the page: -o review.html');
  const { papers, results } = await batch('review', [arg], { ...options, jobs: 1 });
  if (papers.length > 1 && target.to !== 'folder') throw new CommandError(EXIT.usage, 'a page is for one paper; give a folder (ending in /) for the pages of several');
  const names = target.to === 'folder' ? namesIn(target.path, papers, '.html') : [];
  await keepPapers(papers, target.to === 'file' ? [target.path] : names);
  const folder = target.to === 'folder' ? new Folder(target.path) : undefined;
  for await (const { index, value } of results) {
    const reviewed = value as Reviewed;
    const html = reviewHtml({ ...reviewed, schemas: schemasOf(reviewed.record) });
    if (target.to === 'stdout') await toStdout(html);
    else {
      const path = target.to === 'file' ? target.path : names[index] ?? '';
      await (folder ? folder.write(path, html) : writeWhole(path, html));
      if (process.stderr.isTTY && options.quiet !== true) process.stderr.write(`${safe(path)}: open it in a browser\n`);
    }
  }
}

/** The schemas of a record's kind and of those attached to it: what a value may be corrected to. */
function schemasOf(record: Reviewed['record']): Record<string, Record<string, unknown>> {
  const attached = Array.isArray(record['attached']) ? record['attached'] as { kind?: unknown }[] : [];
  const kinds = new Set([record, ...attached].map((r) => r.kind).filter((k) => typeof k === 'string').filter(isKindName));
  return Object.fromEntries([...kinds].map((k) => [k, jsonSchema(k)]));
}
