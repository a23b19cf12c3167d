/** Where the settings file is: looked for at every start, apart from what reads it. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const NAME = 'ctrust.config.yaml';

/** The nearest settings file, from a folder upwards. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}
