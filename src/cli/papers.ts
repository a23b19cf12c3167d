/** The papers that a command line names: files, folders (walked), and `-` for standard input. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { CommandError, EXIT } from './fail.js';

/** What was done into a folder, which `extract` leaves there; it is no paper and no record. */
export const MANIFEST = 'ctrust-manifest.ndjson';
export const JOURNAL = '.ctrust-journal.ndjson';
/** Files of the program's own in an output folder. */
const OWN: ReadonlySet<string> = new Set([MANIFEST, JOURNAL, 'datapackage.json']);
/** Lock files of word processors ("~$report.docx") and shadow files of other systems ("._report.pdf"): never papers, though they end like them. */
const SHADOW = /^(?:~\$|\._|\.~lock\.)/;

export interface PaperPath {
  /** As it is opened; `-` for standard input. */
  readonly path: string;
  /** As it is shown in messages. */
  readonly shown: string;
  /** Path below the folder that was walked, for laying out an output folder; the file's name otherwise. */
  readonly below: string;
}

/** Endings of papers looked for in folders. What a file is, its content decides; this only says which are worth opening. */
export const PAPER_ENDINGS: ReadonlySet<string> = new Set(['.pdf', '.docx', '.doc', '.odt', '.rtf', '.html', '.htm', '.txt', '.text', '.md', '.markdown']);

/** Files and folders to papers, in the order given, folders in the order of their names. `passed` counts files of other types. */
export async function findPapers(args: readonly string[], endings: ReadonlySet<string> = PAPER_ENDINGS): Promise<{ papers: PaperPath[]; passed: number }> {
  const papers: PaperPath[] = [];
  let passed = 0;
  for (const arg of args) {
    if (arg === '-') { papers.push({ path: '-', shown: 'standard input', below: 'stdin' }); continue; }
    const facts = await stat(arg).catch(() => undefined);
    if (!facts?.isDirectory()) { papers.push({ path: arg, shown: arg, below: basename(arg) }); continue; }
    const entries = await readdir(arg, { recursive: true, withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
      throw new CommandError(EXIT.papers, `a folder in ${arg} cannot be opened (${cause.code ?? cause.message})`, { cause });
    });
    const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name))
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    for (const file of files) {
      const name = basename(file);
      if (OWN.has(name) || name.endsWith('.part')) continue;
      if (!SHADOW.test(name) && endings.has(extname(file).toLowerCase())) papers.push({ path: file, shown: file, below: relative(arg, file) });
      else passed++;
    }
  }
  return { papers, passed };
}

/** All of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string));
  return new Uint8Array(Buffer.concat(chunks));
}
