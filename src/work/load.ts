/**
 * Loads the files of the bundled program, each with the code that V8 made of it when the program was built: compiling them takes longer than a short paper
 * does. Code made by another release of V8, or for other flags, is passed over by V8, and the file is compiled as ever.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';

type Wrapped = (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, file: string, folder: string, load: (id: string) => unknown, importing: (id: string) => Promise<unknown>) => void;

const modules = new Map<string, { exports: unknown }>();
const scripts = new Map<string, Script>();

/** The command and its child run under other flags, and so have each their own code. */
export type Part = 'command' | 'child';

/** Where the code of a file is kept. */
const codeOf = (file: string, part: Part): string => `${file}.${part}.code`;

/** The code kept for a file; none where the program was not built to its end. */
function kept(file: string, part: Part): Buffer | undefined {
  try {
    return readFileSync(codeOf(file, part));
  } catch {
    return undefined;
  }
}

/** Loads packages, and what Node brings: from here, since `import` does not work in a script of one's own. */
const outside = (id: string): Promise<unknown> => import(id);

/** Loads one file of the folder, `./name.js`, and returns its exports; each file once. */
function load(folder: string, id: string, part: Part): unknown {
  const file = join(folder, id);
  const known = modules.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const cachedData = kept(file, part);
  const script = new Script(`(function (exports, require, module, __filename, __dirname, __load, __import) {${readFileSync(file, 'utf8')}\n})`, { filename: file, ...(cachedData ? { cachedData } : {}) });
  scripts.set(file, script);
  (script.runInThisContext() as Wrapped)(module.exports, createRequire(file), module, file, folder, (other) => load(folder, other, part), outside);
  return module.exports;
}

/** What the files of a folder use in place of `require` (for each other) and of `import` (for packages). */
export const loaderOf = (folder: string, part: Part): { load: (id: string) => unknown; outside: (id: string) => Promise<unknown> } => ({ load: (id) => load(folder, id, part), outside });

/** Files whose kept code V8 refused. */
export const refused = (): string[] => [...scripts].filter(([, script]) => script.cachedDataRejected === true).map(([file]) => file);

/** Keeps the code of every file loaded so far, with all functions that have run. For the build. */
export function keepCode(part: Part): void {
  for (const [file, script] of scripts) writeFileSync(codeOf(file, part), script.createCachedData());
}
