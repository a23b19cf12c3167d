/** `ctrust schema`: the JSON Schemas. */
import { join } from 'node:path';
import { isKindName, KINDS } from '../kinds/registry.js';
import { jsonSchema } from '../kinds/json-schema.js';
import { toJson } from '../write/json.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { nearest } from './nearest.js';
import { Folder, targetOf, toStdout, writeWhole } from './output.js';

/** The kinds, by name. */
const SORTED = [...KINDS].sort((a, b) => (a.name < b.name ? -1 : 1));

export async function schema(kind: string | undefined, options: Pick<CommonOptions, 'output'>): Promise<void> {
  const target = await targetOf(options.output);
  if (kind !== undefined) {
    if (!isKindName(kind)) {
      const guess = nearest(kind, SORTED.map((k) => k.name));
      throw new CommandError(EXIT.usage, `no kind is named ${kind}${guess ? ` (did you mean ${guess}?)` : ''}; the kinds are ${SORTED.map((k) => k.name).join(', ')}`);
    }
    const text = toJson(jsonSchema(kind));
    if (target.to === 'stdout') await toStdout(text);
    else await writeWhole(target.to === 'file' ? target.path : join(target.path, `${kind}.schema.json`), text);
    return;
  }
  if (target.to === 'stdout') {
    const width = Math.max(...KINDS.map((k) => k.name.length));
    await toStdout(SORTED.map((k) => `${k.name.padEnd(width)}  ${k.about}\n`).join(''));
    return;
  }
  if (target.to === 'file') throw new CommandError(EXIT.usage, 'give the name of a kind, or a folder (ending in /) for the schemas of all');
  const folder = new Folder(target.path);
  for (const k of SORTED) await folder.write(join(target.path, `${k.name}.schema.json`), toJson(jsonSchema(k.name)));
}
