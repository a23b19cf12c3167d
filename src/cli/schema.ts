/** `ctrust schema`: the JSON Schemas. */
import { join } from 'node:path';
import { isKindName, KINDS } from '../kinds/registry.js';
import { jsonSchema } from '../kinds/json-schema.js';
import { toJson } from '../write/json.js';
import { CommandError, EXIT } from './fail.js';
import type { CommonOptions } from './options.js';
import { targetOf, toStdout, writeWhole } from './output.js';

/** The nearest kind's name, for "did you mean". */
function nearest(name: string): string | undefined {
  const distance = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
      row = next;
    }
    return row[b.length] ?? 0;
  };
  const [best] = KINDS.map((k) => ({ name: k.name, d: distance(name, k.name) })).sort((a, b) => a.d - b.d);
  return best && best.d <= Math.max(3, name.length / 3) ? best.name : undefined;
}

export async function schema(kind: string | undefined, options: Pick<CommonOptions, 'output'>): Promise<void> {
  const target = await targetOf(options.output);
  if (kind !== undefined) {
    if (!isKindName(kind)) {
      const guess = nearest(kind);
      throw new CommandError(EXIT.usage, `no kind is named ${kind}${guess ? ` (did you mean ${guess}?)` : ''}; the kinds are ${KINDS.map((k) => k.name).join(', ')}`);
    }
    const text = toJson(jsonSchema(kind));
    if (target.to === 'stdout') await toStdout(text);
    else await writeWhole(target.to === 'file' ? target.path : join(target.path, `${kind}.schema.json`), text);
    return;
  }
  if (target.to === 'stdout') {
    const width = Math.max(...KINDS.map((k) => k.name.length));
    await toStdout(KINDS.map((k) => `${k.name.padEnd(width)}  ${k.about}\n`).join(''));
    return;
  }
  if (target.to === 'file') throw new CommandError(EXIT.usage, 'give the name of a kind, or a folder (ending in /) for the schemas of all');
  for (const k of KINDS) await writeWhole(join(target.path, `${k.name}.schema.json`), toJson(jsonSchema(k.name)));
}
