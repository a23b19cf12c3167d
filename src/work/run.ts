/** Does one task in this process. Never throws: what goes wrong is the answer. */
import { readFile, stat } from 'node:fs/promises';
import { PaperError } from '../read/reader.js';
import { extractBytes, inspectBytes, readBytes } from './extract.js';
import { tablesOf } from './tables.js';
import type { Answer, Task } from './task.js';
import { vocabularies, withWordings } from './vocabularies.js';

/** Files larger than this (bytes) are refused before they are read: Node cannot hold a longer buffer safely beside its copies. */
const LARGEST_FILE = 1024 * 1024 * 1024;

/** The bytes of a paper's file. Throws a PaperError. */
export async function readFileBytes(path: string): Promise<Uint8Array> {
  let facts;
  try {
    facts = await stat(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new PaperError('not-found', 'there is no such file', { cause });
    throw new PaperError('not-found', `it cannot be opened (${code ?? 'unknown reason'})`, { cause });
  }
  if (facts.isDirectory()) throw new PaperError('unsupported', 'it is a folder, not a file');
  if (!facts.isFile()) throw new PaperError('unsupported', 'it is no ordinary file');
  if (facts.size > LARGEST_FILE) throw new PaperError('too-large', `it is larger than ${LARGEST_FILE / 1024 / 1024} MB`);
  try {
    return await readFile(path);
  } catch (cause) {
    throw new PaperError('not-found', `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'})`, { cause });
  }
}

export async function run(task: Task): Promise<Answer> {
  const started = performance.now();
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  try {
    const bytes = task.bytes ?? await readFileBytes(task.path ?? '');
    return { ok: true, value: await work(task, bytes), seconds: seconds() };
  } catch (error) {
    if (error instanceof PaperError) return { ok: false, code: error.code, message: error.message, ...stackOf(error), seconds: seconds() };
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      return { ok: false, code: 'too-large', message: 'it is nested too deeply to be read', ...stackOf(error), seconds: seconds() };
    }
    return { ok: false, code: 'fault', message: error instanceof Error ? error.message : String(error), ...stackOf(error), seconds: seconds() };
  }
}

async function work(task: Task, bytes: Uint8Array): Promise<unknown> {
  const words = task.wordings ? withWordings(vocabularies(), task.wordings) : vocabularies();
  switch (task.want) {
    case 'record': return extractBytes(bytes, { ...task.read, file: task.file, vocabularies: words, ...(task.kind ? { kind: task.kind } : {}) });
    case 'tables': return tablesOf(await readBytes(bytes, task.read));
    case 'inspect': return inspectBytes(bytes, { ...task.read, vocabularies: words });
  }
}

const stackOf = (error: unknown): { stack?: string } => (error instanceof Error && error.stack ? { stack: error.stack } : {});
