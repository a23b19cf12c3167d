/** One paper in this process: bytes to Paper to record. The child process and the library both call this. */
import { createHash } from 'node:crypto';
import { classify, toRecord, type AnyRecord, type Classification, type Vocabularies } from '../kinds/record.js';
import type { KindName } from '../kinds/schemas.js';
import type { Paper } from '../paper/model.js';
import type { AddedWords } from '../values/index.js';
import { PaperError, type ReadOptions } from '../read/reader.js';
import { GENERATOR } from './about.js';
import { vocabularies } from './vocabularies.js';

export interface ExtractOptions extends ReadOptions {
  /** Take the paper for this kind instead of recognising it. */
  readonly kind?: KindName;
  /** What the paper is called in the record: a name, never a path. */
  readonly file?: string;
  /** The vocabularies to read by; the built-in ones where absent. */
  readonly vocabularies?: Vocabularies;
  /** A council's own posts, bodies and outcome verbs. */
  readonly words?: AddedWords;
}

/** Bytes to Paper, by the reader that the content asks for. Throws a PaperError for a paper that cannot be read. */
export async function readBytes(bytes: Uint8Array, options: ReadOptions = {}): Promise<Paper> {
  if (bytes.byteLength === 0) throw new PaperError('empty', 'the file is empty');
  const { readPaper } = await import('../read/read.js');
  return readPaper(bytes, options);
}

/** Bytes to record. Throws a PaperError for a paper that cannot be read. Same bytes and options, same record. */
export async function extractBytes(bytes: Uint8Array, options: ExtractOptions = {}): Promise<AnyRecord> {
  return recordOf(await readBytes(bytes, options), bytes, options);
}

/** The record of a paper that was read from these bytes. */
export function recordOf(paper: Paper, bytes: Uint8Array, options: Pick<ExtractOptions, 'file' | 'kind' | 'vocabularies' | 'words'>): AnyRecord {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return toRecord(paper, { file: options.file ?? 'paper', sha256, bytes: bytes.byteLength }, options.vocabularies ?? vocabularies(), {
    generator: GENERATOR, ...(options.kind === undefined ? {} : { kind: options.kind }), ...(options.words === undefined ? {} : { words: options.words }),
  });
}

/** What `inspect` shows: the paper as read, and what spoke for each kind. */
export async function inspectBytes(bytes: Uint8Array, options: ExtractOptions = {}): Promise<{ paper: Paper; classification: Classification }> {
  const paper = await readBytes(bytes, options);
  return { paper, classification: classify(paper, options.vocabularies ?? vocabularies()) };
}
