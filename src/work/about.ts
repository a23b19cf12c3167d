/** The program's own name and version: read from package.json here, and nowhere else. */
import { readFileSync } from 'node:fs';

/** As records carry them. */
export const GENERATOR: { readonly name: string; readonly version: string } = (() => {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string; version: string };
  return { name, version };
})();
