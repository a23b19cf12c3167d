/**
 * What was done into an output folder: a line a paper, in the order of the papers, so that a run that was cut short can be taken up. While the work goes on, lines
 * are added to a journal as papers are finished; at the end they become the manifest. No clock and no machine path: the same work gives the same lines.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandError, EXIT } from './fail.js';
import { Folder, writeAll } from './output.js';
import { JOURNAL, MANIFEST } from './papers.js';
import { why } from './why.js';

/** What became of one paper. */
export interface Entry {
  /** The name of its record, below the output folder: no two papers share one. */
  readonly record: string;
  /** The paper, by its path below the folder that was walked. */
  readonly paper: string;
  /** SHA-256 of the paper's bytes; absent where it could not be read at all. */
  readonly source?: string;
  /** Program and options that the result depends on. */
  readonly by: string;
  /** SHA-256 of the record; or the reason why there is none. */
  readonly sha256?: string;
  readonly reason?: string;
  readonly message?: string;
}

/** Reasons that may be gone the next time. */
const PASSING: ReadonlySet<string> = new Set(['not-found', 'encrypted', 'timed-out', 'out-of-memory', 'needs-libreoffice']);

/** True where a paper could not be read for a reason that lies in its bytes, and will be the same the next time. */
const stands = ({ source, reason }: Entry): boolean => reason !== undefined && source !== undefined && !PASSING.has(reason);

/** SHA-256 of a file, or `undefined` where it cannot be read. */
async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

export const hashOfText = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

export class Manifest {
  readonly #entries = new Map<string, Entry>();
  /** Records that earlier runs wrote, whatever their options were. */
  readonly #earlier = new Map<string, Entry>();
  readonly #folder: string;
  readonly #place: Folder;
  #journal: number | undefined;

  /** @param by program and options that the results depend on */
  constructor(folder: string, readonly by: string) {
    this.#folder = folder;
    this.#place = new Folder(folder);
  }

  /** Begins: with `resume`, what an earlier run wrote down is known; without, it is forgotten. Throws a CommandError. */
  async start(resume: boolean): Promise<void> {
    const known = new Map<string, Entry>();
    for (const name of [MANIFEST, JOURNAL]) for (const entry of await entriesOf(join(this.#folder, name))) known.set(entry.record, entry);
    for (const entry of known.values()) {
      if (entry.reason === undefined) this.#earlier.set(entry.record, entry);
      if (resume && entry.by === this.by) this.#entries.set(entry.record, entry);
    }
    const path = join(this.#folder, JOURNAL);
    this.#place.there();
    try {
      this.#journal = openSync(path, resume ? 'a' : 'w');
      // A line that a power cut broke off must not run into the next.
      if (resume && fstatSync(this.#journal).size > 0) writeAll(this.#journal, '\n');
    } catch (cause) {
      this.close();
      throw new CommandError(EXIT.output, `cannot write into ${this.#folder}: ${why(cause)}`, { cause });
    }
  }

  /** What was done about a paper in an earlier run, where that still holds: same name and bytes, same program, same options, and its record is there unchanged. */
  async done(record: string, paper: string, path: string): Promise<Entry | undefined> {
    const entry = this.#entries.get(record);
    if (!entry || entry.paper !== paper || (entry.reason !== undefined && !stands(entry))) return undefined;
    if (entry.source === undefined || entry.source !== await hashOf(path)) return undefined;
    if (entry.reason === undefined && entry.sha256 !== await hashOf(join(this.#folder, entry.record))) return undefined;
    return entry;
  }

  /** Writes a whole file into the folder; what a run that was killed left of it is written over. Throws a CommandError. */
  async write(path: string, data: string | Uint8Array): Promise<void> {
    await this.#place.write(path, data, { alone: true });
  }

  /** Writes down what became of a paper. Throws a CommandError. */
  async add(entry: Omit<Entry, 'by'>): Promise<void> {
    const { record, paper, ...rest } = entry;
    const whole: Entry = { record, paper, by: this.by, ...rest };
    this.#entries.set(record, whole);
    try {
      // What another run made of this paper holds no longer; but where it may be read the next time, or was corrected by hand, nothing is taken away.
      const earlier = stands(whole) ? this.#earlier.get(record) : undefined;
      if (earlier?.paper === paper && earlier.sha256 === await hashOf(join(this.#folder, record))) rmSync(join(this.#folder, record), { force: true });
      if (this.#journal !== undefined) writeAll(this.#journal, `${JSON.stringify(whole)}\n`);
    } catch (cause) {
      throw new CommandError(EXIT.output, `cannot write ${join(this.#folder, JOURNAL)}: ${why(cause)}`, { cause });
    }
  }

  /** True where the record of that name was written. */
  has(record: string): boolean {
    const entry = this.#entries.get(record);
    return entry !== undefined && entry.reason === undefined;
  }

  /** Ends: all papers are done, and the manifest says so. */
  async finish(records: readonly string[]): Promise<void> {
    const lines = records.flatMap((p) => { const e = this.#entries.get(p); return e ? [`${JSON.stringify(e)}\n`] : []; });
    await this.write(join(this.#folder, MANIFEST), lines.join(''));
    this.close();
    rmSync(join(this.#folder, JOURNAL), { force: true });
  }

  /** Lets go of the journal; what stands in it can be taken up. */
  close(): void {
    const journal = this.#journal;
    this.#journal = undefined;
    try {
      if (journal !== undefined) closeSync(journal);
    } catch { /* What was written is written. */ }
  }
}

/** The lines of a manifest or journal; those that were cut off are passed over. */
async function entriesOf(path: string): Promise<Entry[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    try {
      const entry = JSON.parse(line) as Partial<Entry>;
      return typeof entry.record === 'string' && typeof entry.by === 'string' && (typeof entry.sha256 === 'string' || typeof entry.reason === 'string') ? [entry as Entry] : [];
    } catch {
      return [];
    }
  });
}
