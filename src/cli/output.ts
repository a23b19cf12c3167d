/** Where results go: standard output, one file, or a folder with a file a paper. A file is written beside itself and then renamed: whole or not at all. */
import { createHash, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { CommandError, EXIT } from './fail.js';
import type { PaperPath } from './papers.js';
import { toldErrors, why } from './why.js';

export type Target = { readonly to: 'stdout' } | { readonly to: 'file'; readonly path: string } | { readonly to: 'folder'; readonly path: string };

/** What `-o` means: a folder where it ends in a slash or exists as one. */
export async function targetOf(output: string | undefined): Promise<Target> {
  if (output === undefined || output === '-') return { to: 'stdout' };
  if (/[/\\]$/.test(output)) return { to: 'folder', path: output };
  const facts = await stat(output).catch(() => undefined);
  if (facts?.isDirectory()) return { to: 'folder', path: output };
  if (facts && !facts.isFile()) throw new CommandError(EXIT.usage, `${output} is no ordinary file; leave -o out and send standard output there`);
  // A link stays a link: what it leads to is written.
  return { to: 'file', path: facts ? await realpath(output) : output };
}

/** Longest file name, in bytes, that is given a dot, an ending and a number for its time beside itself; file systems take 255. */
const LONGEST_NAME = 200;

/**
 * Makes a folder and those above it. Node's own way of doing so (`recursive`) never comes back where the system will not have the folder though the one above
 * it is there, as in /proc.
 */
function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path && !existsSync(dirname(path))) {
      makeFolder(dirname(path));
      try {
        mkdirSync(path);
      } catch (again) {
        if ((again as NodeJS.ErrnoException).code !== 'EEXIST') throw again;
      }
      return;
    }
    // What is there may be a folder, which a read-only disk or a drive calls something other than "exists"; or a link that leads nowhere.
    let isFolder;
    try {
      isFolder = statSync(path).isDirectory();
    } catch (wrong) {
      throw code === 'EEXIST' ? wrong : cause;
    }
    if (!isFolder) throw cause;
  }
}

const whenOnDisk = promisify(fsync);

/** Writes all of it to an open file: the system may take less at a time than it is given. */
export function writeAll(file: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
}

/**
 * A file that appears whole when it is finished, or not at all. What takes the system no time is done at once: to hand it to a thread and to be told of it costs ten times as much,
 * and a run over many papers writes one after another. That the bytes are on the disk is waited for.
 */
export class WholeFile {
  readonly #temporary: string;
  #handle: number | undefined;

  /** `alone`: nobody else writes this file, so that what a run which was killed left behind is written over. */
  constructor(readonly path: string, readonly options: { readonly alone?: boolean } = {}) {
    const name = basename(path);
    const short = Buffer.byteLength(name) > LONGEST_NAME ? createHash('sha256').update(name).digest('hex') : name;
    this.#temporary = join(dirname(path), `.${short}.${options.alone ? '' : `${randomUUID().slice(0, 8)}.`}part`);
  }

  /** Opens the temporary file; makes its folder. Throws a CommandError. */
  start(): void {
    try {
      makeFolder(dirname(this.path));
      if (this.options.alone) rmSync(this.#temporary, { force: true });
      this.#handle = openSync(this.#temporary, 'wx');
    } catch (cause) {
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${why(cause)}`, { cause });
    }
  }

  #opened(): number {
    if (this.#handle === undefined) this.start();
    return this.#handle as number;
  }

  write(data: string | Uint8Array): void {
    try {
      writeAll(this.#opened(), data);
    } catch (cause) {
      if (cause instanceof CommandError) throw cause;
      this.drop();
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${why(cause)}`, { cause });
    }
  }

  /** Puts the finished file in its place. */
  async finish(): Promise<void> {
    try {
      const file = this.#opened();
      // From here on it is this function's to close.
      this.#handle = undefined;
      try {
        await whenOnDisk(file);
      } finally {
        closeSync(file);
      }
      renameSync(this.#temporary, this.path);
    } catch (cause) {
      if (cause instanceof CommandError) throw cause;
      this.drop();
      const gone = (cause as NodeJS.ErrnoException).code === 'ENOENT';
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${gone ? 'it was taken away before it was whole, perhaps by another run into the same folder' : why(cause)}`, { cause });
    }
  }

  /** Leaves nothing behind. */
  drop(): void {
    const file = this.#handle;
    this.#handle = undefined;
    try {
      if (file !== undefined) closeSync(file);
    } catch { /* It could not be written to its end, and is taken away. */ }
    try {
      rmSync(this.#temporary, { force: true });
    } catch { /* The folder is gone, or is not ours any longer. */ }
  }
}

/** Writes a whole file at once. */
export async function writeWhole(path: string, data: string | Uint8Array, options: { readonly alone?: boolean } = {}): Promise<void> {
  const file = new WholeFile(path, options);
  file.write(data);
  await file.finish();
}

/**
 * A folder that results go into, a file a paper. It is made when the first is written; where it is moved or taken away before the last, the work ends: what was
 * written is gone with it, and a new folder of that name would look like the whole.
 */
export class Folder {
  #made: string | undefined;

  constructor(readonly path: string) {}

  /** Makes the folder, or sees that it is the one that was made. Throws a CommandError. */
  there(): void {
    const identity = (): string | undefined => {
      const facts = statSync(this.path, { bigint: true, throwIfNoEntry: false });
      return facts && `${facts.dev}:${facts.ino}`;
    };
    if (this.#made === undefined) {
      try {
        makeFolder(this.path);
        this.#made = identity() ?? '';
      } catch (cause) {
        throw new CommandError(EXIT.output, `cannot write into ${this.path}: ${why(cause)}`, { cause });
      }
    }
    let now: string | undefined;
    try {
      now = identity();
    } catch { /* It cannot be reached any longer. */ }
    if (now !== this.#made) throw new CommandError(EXIT.output, `cannot write into ${this.path}: the folder was moved or taken away while the papers were read`);
  }

  /** Writes a whole file into it. Throws a CommandError. */
  async write(path: string, data: string | Uint8Array, options: { readonly alone?: boolean } = {}): Promise<void> {
    this.there();
    await writeWhole(path, data, options);
  }
}

/** File names in an output folder: the paper's name with the format's ending; where two papers would share one, their own endings stay in. */
export function namesIn(folder: string, papers: readonly PaperPath[], ending: string): string[] {
  const plain = papers.map((p) => join(folder, dirname(p.below), `${basename(p.below, extname(p.below))}${ending}`));
  const count = new Map<string, number>();
  for (const n of plain) count.set(n.toLowerCase(), (count.get(n.toLowerCase()) ?? 0) + 1);
  const out: string[] = [];
  const used = new Set<string>();
  papers.forEach((p, i) => {
    let name = plain[i] ?? '';
    if ((count.get(name.toLowerCase()) ?? 0) > 1) name = join(folder, `${p.below}${ending}`);
    for (let n = 2; used.has(name.toLowerCase()); n++) name = join(folder, `${p.below}-${n}${ending}`);
    used.add(name.toLowerCase());
    out.push(name);
  });
  return out;
}

/** Writes to standard output, waiting where the reader is slow. A reader that has gone away ends the command quietly. */
export async function toStdout(text: string | Uint8Array): Promise<void> {
  if (text.length === 0) return;
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (!error) resolve();
      else if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(EXIT.done);
      else {
        toldErrors.add(error);
        reject(new CommandError(EXIT.output, `cannot write to standard output: ${why(error)}`, { cause: error }));
      }
    });
  });
}
