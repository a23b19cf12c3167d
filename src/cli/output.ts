/** Where results go: standard output, one file, or a folder with a file a paper. A file is written beside itself and then renamed: whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { CommandError, EXIT } from './fail.js';
import type { PaperPath } from './papers.js';

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

/** Why something could not be written, in words. */
export const why = (cause: unknown): string => {
  const { code } = cause as NodeJS.ErrnoException;
  return { ENOSPC: 'the disk is full', EROFS: 'the disk is read-only', EACCES: 'permission denied', EPERM: 'permission denied', ENOENT: 'there is no such folder', ENOTDIR: 'part of its path is a file', EISDIR: 'it is a folder', EEXIST: 'part of its path is a file', EMFILE: 'too many files are open' }[code ?? ''] ?? code ?? String(cause);
};

/** A file that appears whole when it is finished, or not at all. */
export class WholeFile {
  readonly #temporary: string;
  #handle: Awaited<ReturnType<typeof open>> | undefined;

  /** `alone`: nobody else writes this file, so that what a run which was killed left behind is written over. */
  constructor(readonly path: string, readonly options: { readonly alone?: boolean } = {}) {
    this.#temporary = join(dirname(path), `.${basename(path)}.${options.alone ? '' : `${randomUUID().slice(0, 8)}.`}part`);
  }

  /** Opens the temporary file; makes its folder. Throws a CommandError. */
  async start(): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true });
      if (this.options.alone) await rm(this.#temporary, { force: true });
      this.#handle = await open(this.#temporary, 'wx');
    } catch (cause) {
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${why(cause)}`, { cause });
    }
  }

  async write(data: string | Uint8Array): Promise<void> {
    try {
      if (!this.#handle) await this.start();
      await this.#handle?.writeFile(data);
    } catch (cause) {
      if (cause instanceof CommandError) throw cause;
      await this.drop();
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${why(cause)}`, { cause });
    }
  }

  /** Puts the finished file in its place. */
  async finish(): Promise<void> {
    try {
      if (!this.#handle) await this.start();
      await this.#handle?.sync();
      await this.#handle?.close();
      this.#handle = undefined;
      await rename(this.#temporary, this.path);
    } catch (cause) {
      await this.drop();
      throw new CommandError(EXIT.output, `cannot write ${this.path}: ${why(cause)}`, { cause });
    }
  }

  /** Leaves nothing behind. */
  async drop(): Promise<void> {
    await this.#handle?.close().catch(() => undefined);
    this.#handle = undefined;
    await rm(this.#temporary, { force: true }).catch(() => undefined);
  }
}

/** Writes a whole file at once. */
export async function writeWhole(path: string, data: string | Uint8Array, options: { readonly alone?: boolean } = {}): Promise<void> {
  const file = new WholeFile(path, options);
  await file.write(data);
  await file.finish();
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
      else reject(new CommandError(EXIT.output, `cannot write to standard output: ${why(error)}`, { cause: error }));
    });
  });
}
