/** Does one task in this process. Never throws: what goes wrong is the answer. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import type { AnyRecord, Vocabularies } from '../kinds/record.js';
import { marksOf } from '../kinds/marks.js';
import { fragment } from '../paper/locator.js';
import type { Paper } from '../paper/model.js';
import { eachParagraph, printed as asPrinted } from '../paper/walk.js';
import { pdfiumWasm } from '../read/pdf/engine/pdfium-wasm.js';
import { PaperError, type PaperProblem, type ReadOptions } from '../read/reader.js';
import { sniff } from '../read/sniff.js';
import { newSpaceGrows } from './flags.js';
import { extractBytes, inspectBytes, readBytes, recordOf } from './extract.js';
import { tablesOf } from './tables.js';
import type { Answer, Drawing, FlowLine, Printed, Reviewed, ReviewPage, Task } from './task.js';
import { vocabularies, withWordings } from './vocabularies.js';

/** Files larger than this (bytes) are refused before they are read: Node cannot hold a longer buffer safely beside its copies. */
const LARGEST_FILE = 1024 * 1024 * 1024;

/** The bytes of a paper's file. At once: there is nothing else to do meanwhile, and what Node needs to read beside takes it as long as reading. Throws a PaperError. */
export function readFileBytes(path: string): Uint8Array {
  let file: number;
  try {
    // A pipe without a writer would hold up whoever opens it.
    const { mode } = statSync(path);
    if ((mode & constants.S_IFMT) === constants.S_IFDIR) throw new PaperError('unsupported', 'it is a folder, not a file');
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) throw new PaperError('unsupported', 'it is no ordinary file');
    file = openSync(path, 'r');
  } catch (cause) {
    if (cause instanceof PaperError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new PaperError('not-found', 'there is no such file', { cause });
    throw new PaperError('not-found', `it cannot be opened (${code ?? 'unknown reason'})`, { cause });
  }
  try {
    const facts = fstatSync(file);
    if (facts.size > LARGEST_FILE) throw new PaperError('too-large', `it is larger than ${LARGEST_FILE / 1024 / 1024} MB`);
    const bytes = readFileSync(file);
    const after = fstatSync(file);
    if (after.size !== facts.size || after.mtimeMs !== facts.mtimeMs) throw new PaperError('damaged', 'it was changed while it was being read; run again when it is whole');
    return bytes;
  } catch (cause) {
    if (cause instanceof PaperError) throw cause;
    throw new PaperError('not-found', `it cannot be read (${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'})`, { cause });
  } finally {
    closeSync(file);
  }
}

export async function run(task: Task): Promise<Answer> {
  const started = performance.now();
  const seconds = (): number => Math.round(performance.now() - started) / 1000;
  let bytes: Uint8Array | undefined;
  const failed = (code: PaperProblem | 'fault', message: string, error: unknown): Answer =>
    ({ ok: false, code, message, ...stackOf(error), seconds: seconds(), ...(bytes ? { source: createHash('sha256').update(bytes).digest('hex') } : {}) });
  try {
    bytes = task.bytes ?? readFileBytes(task.path ?? '');
    return { ok: true, value: await work(task, bytes), seconds: seconds() };
  } catch (error) {
    if (error instanceof PaperError) return failed(error.code, error.message, error);
    if (error instanceof RangeError && /call stack/i.test(error.message)) return failed('too-large', 'it is nested too deeply to be read', error);
    return failed('fault', error instanceof Error ? error.message : String(error), error);
  }
}

/** Endings that promise a format which no text can be taken for. (Web pages named .doc are what some programs call Word files.) */
const PROMISING = /\.(pdf|docx)$/i;

/** Refuses a text or web page under the name of a PDF or Word file: an error page saved in its place is not the paper. */
function checkName(file: string, bytes: Uint8Array): void {
  const ending = PROMISING.exec(file)?.[1]?.toLowerCase();
  if (ending === undefined) return;
  const format = sniff(bytes);
  const what = format === 'html' ? 'a web page' : format === 'text' || format === 'markdown' ? 'plain text' : undefined;
  if (what) throw new PaperError('unsupported', `it is named .${ending} but holds ${what}, perhaps an error message saved in its place; fetch it again, or name it ${format === 'html' ? '.html' : '.txt'} if that is what it is`);
}

/**
 * From so many pages on, new space grows for a PDF: papers of 174 and 290 pages were read 5 to 8 % sooner in a large one, those of up to 58 as soon or sooner in a small one.
 * What was measured between, on a busy machine, set no closer bound.
 */
const LONG_PDF = 60;

/** Whether this process was given a paper before. */
let used = false;

/** Chooses how new space behaves for this paper, and returns the options to read it with. */
async function settled(bytes: Uint8Array, read: ReadOptions): Promise<ReadOptions> {
  newSpaceGrows(false);
  if (used) {
    // PDFium's kept code is taken under the flags that a child begins with only.
    if (read.engine !== 'pdfjs' && sniff(bytes) === 'pdf') await pdfiumWasm().catch(() => undefined);
    newSpaceGrows(true);
  }
  used = true;
  return { ...read, opened: (pages) => { if (pages >= LONG_PDF) newSpaceGrows(true); } };
}

async function work(task: Task, bytes: Uint8Array): Promise<unknown> {
  checkName(task.file, bytes);
  const read = await settled(bytes, task.read);
  const words = task.wordings ? withWordings(vocabularies(), task.wordings) : vocabularies();
  switch (task.want) {
    case 'record': {
      const record = await extractBytes(bytes, { ...read, file: task.file, vocabularies: words, ...(task.kind ? { kind: task.kind } : {}), ...(task.words ? { words: task.words } : {}) });
      return task.print ? printed(record, task.print) : record;
    }
    case 'tables': return tablesOf(await readBytes(bytes, read));
    case 'inspect': {
      const seen = await inspectBytes(bytes, { ...read, vocabularies: words });
      return task.draw === true ? { ...seen, drawings: await drawingsOf(bytes, seen.paper, task.read) } : seen;
    }
    case 'review': return review(task, bytes, words);
  }
}

/** The record as the bytes of its text: made here rather than by the parent, which has all papers to see to. */
async function printed(record: AnyRecord, print: NonNullable<Task['print']>): Promise<Printed> {
  const { source, coverage, diagnostics } = record as unknown as Printed;
  return {
    text: Buffer.from(await textOf(record, print)), kind: record.kind, source: { sha256: source.sha256 }, coverage: { ratio: coverage.ratio },
    diagnostics: diagnostics.map(({ severity }) => ({ severity })),
  };
}

async function textOf(record: AnyRecord, { format, schemaBase }: NonNullable<Task['print']>): Promise<string> {
  if (format === 'yaml') return (await import('../write/yaml.js')).recordYaml(record, schemaBase);
  const { toJson, toNdjson } = await import('../write/json.js');
  return format === 'json' ? toJson(record) : toNdjson(record);
}

/** Loads what a paper of this ending will need, while there is nothing else to do. */
export async function warm(hint: string): Promise<void> {
  if (hint === 'pdf') {
    const [, , { pdfium }] = await Promise.all([import('../read/pdf/read.js'), import('../read/pdf/engine/pdfium.js'), import('../read/pdf/engine/pdfium-module.js')]);
    await pdfium();
  } else if (hint === 'docx') await import('../read/docx/read.js');
  else if (hint === 'html' || hint === 'htm') await import('../read/html/read.js');
  await import('../read/read.js');
  vocabularies();
}

/** Keeps what V8 has made of PDFium in this process. For the build. */
export const keepWasm = async (): Promise<number> => (await import('../read/pdf/engine/pdfium-wasm.js')).keepWasm();

const stackOf = (error: unknown): { stack?: string } => (error instanceof Error && error.stack ? { stack: error.stack } : {});

/** Pictures of the pages of a PDF with what was read outlined; none for other formats. */
async function drawingsOf(bytes: Uint8Array, paper: Paper, read: ReadOptions): Promise<Drawing[]> {
  if (paper.format !== 'pdf') return [];
  const { drawPages } = await import('../read/pdf/draw.js');
  const out: Drawing[] = [];
  for await (const drawing of drawPages(bytes, paper, { ...(read.password ? { password: read.password } : {}), ...(read.engine ? { engine: read.engine } : {}) })) out.push(drawing);
  return out;
}

/** Pixels a point for the pictures of a review page: sharp at reading size, some 100 to 250 kB a page in the file. */
const REVIEW_SCALE = 1.5;

/** The record, and what stands beside it: pictures of the pages, or the text flow of a paper that has no pages. */
async function review(task: Task, bytes: Uint8Array, words: Vocabularies): Promise<Reviewed> {
  const paper = await readBytes(bytes, task.read);
  const record = recordOf(paper, bytes, { file: task.file, vocabularies: words, ...(task.kind ? { kind: task.kind } : {}), ...(task.words ? { words: task.words } : {}) });
  const marks = marksOf(record, paper);
  if (paper.format !== 'pdf') return { record, pages: [], flow: flowOf(paper), marks };
  const { openPdf } = await import('../read/pdf/engine/open.js');
  const file = await openPdf(bytes, task.read);
  try {
    const pages: ReviewPage[] = [];
    const wanted = task.read.pages ?? Array.from({ length: file.pageCount }, (_, i) => i + 1);
    for (const number of wanted.filter((n) => n <= file.pageCount)) {
      const { width, height } = await file.page(number);
      pages.push({ number, width, height, png: Buffer.from(await file.picture(number, REVIEW_SCALE)).toString('base64') });
    }
    return { record, pages, flow: [], marks };
  } finally {
    await file.close();
  }
}

/** The paragraphs of a paper in reading order, with their places. */
function flowOf(paper: Paper): FlowLine[] {
  return eachParagraph(paper.blocks).map((p) => ({
    at: fragment(p.at), text: asPrinted(p), ...(p.heading ? { heading: Math.min(6, p.heading.level + 1) } : {}), ...(p.at.in === 'cell' ? { cell: true } : {}),
  }));
}
