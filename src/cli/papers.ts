/** The papers that a command line names: files, folders (walked), and `-` for standard input. */
import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative } from 'node:path';
import { why } from './why.js';

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

/** What walked folders hold beside papers: files of other types, and links, which are not followed: they may lead anywhere. */
export interface Passed { readonly others: number; readonly links: number }

/** A folder that could not be looked into. */
export interface Closed { readonly shown: string; readonly code: string; readonly message: string }

export interface Found { readonly papers: PaperPath[]; readonly passed: Passed; readonly closed: Closed[] }

/** What was passed over, in words; nothing where nothing was. */
export function passedOver({ others, links }: Passed): string {
  const parts = [
    ...(others > 0 ? [others === 1 ? '1 file of another type' : `${others} files of other types`] : []),
    ...(links > 0 ? [links === 1 ? '1 link' : `${links} links`] : []),
  ];
  return parts.length > 0 ? `${parts.join(' and ')} passed over` : '';
}

/** Files and folders to papers, in the order given, folders in the order of their names. */
export async function findPapers(args: readonly string[], endings: ReadonlySet<string> = PAPER_ENDINGS): Promise<Found> {
  const papers: PaperPath[] = [];
  const closed: Closed[] = [];
  let [others, links] = [0, 0];
  for (const arg of args) {
    if (arg === '-') { papers.push({ path: '-', shown: 'standard input', below: 'stdin' }); continue; }
    const facts = await stat(arg).catch(() => undefined);
    if (!facts?.isDirectory()) { papers.push({ path: arg, shown: arg, below: basename(arg) }); continue; }
    const files: string[] = [];
    for (const folders = [arg]; ;) {
      const folder = folders.pop();
      if (folder === undefined) break;
      try {
        for (const entry of await readdir(folder, { withFileTypes: true })) {
          const path = join(folder, entry.name);
          if (entry.isDirectory()) folders.push(path);
          else if (entry.isFile()) files.push(path);
          else if (entry.isSymbolicLink()) links++;
          else others++;
        }
      } catch (cause) {
        closed.push({ shown: folder, code: 'not-found', message: `the folder cannot be opened: ${why(cause)}` });
      }
    }
    for (const file of files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))) {
      const name = basename(file);
      if (OWN.has(name) || name.endsWith('.part')) continue;
      if (!SHADOW.test(name) && endings.has(extname(file).toLowerCase())) papers.push({ path: file, shown: file, below: relative(arg, file) });
      else others++;
    }
  }
  return { papers, passed: { others, links }, closed: closed.sort((a, b) => (a.shown < b.shown ? -1 : 1)) };
}

/** All of standard input. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk as string));
  return new Uint8Array(Buffer.concat(chunks));
}
