/**
 * Loads the files of the bundled program, each with the code that V8 made of it when the program was built: compiling them takes longer than a short paper
 * does. Code made by another release of V8, or for other flags, is passed over by V8, and the file is compiled as ever.
 */
import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

type Wrapped = (exports: unknown, require: NodeJS.Require, module: { exports: unknown }, file: string, folder: string, load: (id: string) => unknown, importing: (id: string) => Promise<unknown>) => void;

const modules = new Map<string, { exports: unknown }>();
const scripts = new Map<string, { readonly script: Script; readonly checksum: number }>();

/** The command and its child run under other flags, and so have each their own code. */
export type Part = 'command' | 'child';

/** Where the code of a file is kept. */
const codeOf = (file: string, part: Part): string => `${file}.${part}.code`;

/** Bytes before the code: the checksum of the source that it was made of (V8 itself looks at the source's length only), and what brings the code to an address that V8 takes without a copy. */
const HEAD = 16;

/** Room that files are read into, one after the other: memory touched for the first time costs a process more than reading into it. */
let room: Buffer | undefined;
/** Bytes that the room has at first: most files fit. */
const ROOM = 1 << 19;

/** The bytes of a file, which hold until the next is read. Throws what Node does where it cannot be read. */
function bytesOf(file: string): Buffer {
  const opened = openSync(file, 'r');
  try {
    const { size } = fstatSync(opened);
    if (room === undefined || room.length < size) room = Buffer.allocUnsafeSlow(Math.max(ROOM, size));
    let length = 0;
    for (let n = -1; n !== 0 && length < size; length += n) n = readSync(opened, room, length, size - length, null);
    return room.subarray(0, length);
  } finally {
    closeSync(opened);
  }
}

/** The code kept for a file; none where the program was not built to its end, or the file has changed since. */
function kept(file: string, part: Part, checksum: number): Buffer | undefined {
  try {
    const bytes = bytesOf(codeOf(file, part));
    return bytes.length > HEAD && bytes.readUInt32LE(0) === checksum ? bytes.subarray(HEAD) : undefined;
  } catch {
    return undefined;
  }
}

/** What stands around the source of each file, as written by the build: put around it here, the source would be copied twice more. */
export const AROUND: readonly [before: string, after: string] = ['(function (exports, require, module, __filename, __dirname, __load, __import) {', '\n})'];

/** Loads packages, and what Node brings: from here, since `import` does not work in a script of one's own. */
const outside = (id: string): Promise<unknown> => import(id);

/** Loads one file of the folder, `./name.js`, and returns its exports; each file once. */
function load(folder: string, id: string, part: Part, before?: () => void): unknown {
  const file = join(folder, id);
  const known = modules.get(file);
  if (known) return known.exports;
  const bytes = bytesOf(file);
  const checksum = crc32(bytes);
  const source = bytes.toString('latin1');
  const cachedData = kept(file, part, checksum);
  before?.();
  // Named without its folder, and as a string of its own: the code would carry the name of the folder that it was made in.
  const script = new Script(source, { filename: ['ctrust', basename(file)].join('/'), ...(cachedData ? { cachedData } : {}) });
  scripts.set(file, { script, checksum });
  const module = { exports: {} };
  // Known before it has run: files may ask for each other in a circle.
  modules.set(file, module);
  try {
    (script.runInThisContext() as Wrapped)(module.exports, createRequire(file), module, file, folder, (other) => load(folder, other, part, before), outside);
  } catch (error) {
    modules.delete(file);
    throw error;
  }
  return module.exports;
}

/**
 * What the files of a folder use in place of `require` (for each other) and of `import` (for packages). V8 takes kept code only under the flags that it was made
 * under: `before` sets those that the process has changed meanwhile, each time that a file is about to be compiled.
 */
export const loaderOf = (folder: string, part: Part, before?: () => void): { load: (id: string) => unknown; outside: (id: string) => Promise<unknown> } => ({ load: (id) => load(folder, id, part, before), outside });

/** Files whose kept code V8 refused. */
export const refused = (): string[] => [...scripts].filter(([, { script }]) => script.cachedDataRejected === true).map(([file]) => file);

/** Keeps the code of every file loaded so far, with all functions that have run. For the build. */
export function keepCode(part: Part): void {
  for (const [file, { script, checksum }] of scripts) {
    const head = Buffer.alloc(HEAD);
    head.writeUInt32LE(checksum);
    writeFileSync(codeOf(file, part), Buffer.concat([head, script.createCachedData()]));
  }
}
