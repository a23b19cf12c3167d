/** ctrust as a library: the papers of public committees to structured data. */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionPlan, Agenda, CabinetReport, CommitteeRecord, DecisionNotice, DocumentRecord, KindName, Minutes, PartnershipReport, StrategyPaper } from './kinds/records.js';
import { PaperError } from './read/reader.js';
import { extractBytes, inspectBytes, readBytes, type ExtractOptions } from './work/extract.js';
import { readFileBytes } from './work/run.js';
import { tablesOf, type PlacedTable } from './work/tables.js';

export type { ExtractOptions } from './work/extract.js';
export type { PlacedTable } from './work/tables.js';
export type { Paper, Block, Paragraph, Table as PaperTable, Cell } from './paper/model.js';
export type { Box, Locator } from './paper/locator.js';
export type { Cost, Diagnostic, Implication, Item, Outcome, Party, Period, Reference, Section, Table } from './kinds/records.js';
export type { ActionPlan, Agenda, CabinetReport, CommitteeRecord, DecisionNotice, DocumentRecord, KindName, Minutes, PartnershipReport, StrategyPaper };
export { PaperError, type PaperProblem } from './read/reader.js';
export { KIND_NAMES } from './kinds/names.js';

/** A paper: its bytes, or the path of its file. */
export type Input = Uint8Array | ArrayBuffer | string | URL;

function bytesOf(input: Input, name?: string): { bytes: Uint8Array; file: string } {
  if (input instanceof Uint8Array) return { bytes: input, file: name ?? 'paper' };
  if (input instanceof ArrayBuffer) return { bytes: new Uint8Array(input), file: name ?? 'paper' };
  if (input instanceof URL && input.protocol !== 'file:') throw new PaperError('unsupported', 'only file: addresses are read; nothing is fetched from a network');
  const path = input instanceof URL ? fileURLToPath(input) : input;
  return { bytes: readFileBytes(path), file: name ?? basename(path) };
}

/**
 * Reads one paper and returns its record, checked against the schema of its kind.
 *
 * The record's `kind` says what it is: `if (record.kind === 'minutes') record.items …`. Reads in this process, without the
 * limits on time and memory that the command sets; throws a `PaperError` for a paper that cannot be read.
 */
export async function extract(input: Input, options: ExtractOptions = {}): Promise<CommitteeRecord> {
  const { bytes, file } = bytesOf(input, options.file);
  return (await extractBytes(bytes, { ...options, file })) as unknown as CommitteeRecord;
}

/** Every table of a paper, in reading order, whatever the paper's kind. */
export async function tables(input: Input, options: ExtractOptions = {}): Promise<PlacedTable[]> {
  const { bytes } = bytesOf(input, options.file);
  return tablesOf(await readBytes(bytes, options));
}

/** The paper as its reader saw it, and what spoke for each kind. */
export async function inspect(input: Input, options: ExtractOptions = {}): ReturnType<typeof inspectBytes> {
  const { bytes } = bytesOf(input, options.file);
  return inspectBytes(bytes, options);
}
