/** Options that several commands share, and their values read and checked. */
import { availableParallelism } from 'node:os';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { isKindName, KIND_NAMES, type KindName } from '../kinds/names.js';
import type { ReadOptions } from '../read/reader.js';
import { USUAL_MEMORY } from '../work/flags.js';
import { nearest } from './nearest.js';

export interface CommonOptions {
  output?: string;
  kind?: KindName;
  jobs: number;
  timeout: number;
  memory: number;
  pages?: number[];
  password?: string;
  tracked?: 'original' | 'final';
  engine?: 'pdfium' | 'pdfjs';
  config?: string;
  quiet?: boolean;
  verbose?: boolean;
  color?: boolean;
  debug?: boolean;
}

/** Reads a number over 0, up to the most there can be; a whole one where parts make no sense. Throws an InvalidArgumentError. */
const positive = (what: string, most: number, whole: boolean) => (value: string): number => {
  const n = (whole ? /^\d+$/ : /^\d+(?:\.\d+)?$/).test(value.trim()) ? Number(value) : NaN;
  if (!(n > 0 && n <= most)) throw new InvalidArgumentError(`Give a ${whole ? 'whole ' : ''}number of ${what} over 0, at most ${most}.`);
  return n;
};

/** Largest page number that is taken: no paper is longer, and a range must not make a list without end. */
const LAST_PAGE = 100_000;

/** "3-12,15" as a list of page numbers, ascending, each once. Throws an InvalidArgumentError. */
export function readPages(value: string): number[] {
  const pages = new Set<number>();
  for (const part of value.split(',')) {
    const range = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(part);
    const from = Number(range?.[1]);
    const to = Number(range?.[2] ?? range?.[1]);
    if (!range || from < 1 || to < from || to > LAST_PAGE) throw new InvalidArgumentError('Give pages like 3-12,15.');
    for (let n = from; n <= to; n++) pages.add(n);
  }
  return [...pages].sort((a, b) => a - b);
}

const kindName = (value: string): KindName => {
  if (!isKindName(value)) {
    const guess = nearest(value, KIND_NAMES);
    throw new InvalidArgumentError(guess === undefined ? 'There is no such kind; "ctrust schema" lists them.' : `Did you mean ${guess}? "ctrust schema" lists the kinds.`);
  }
  return value;
};

/** Adds the options that every command over papers has. */
export function withReading(command: Command): Command {
  return command
    .option('--pages <list>', 'only these pages of a PDF, like 3-12,15', readPages)
    .addOption(new Option('--password <text>', 'to open an encrypted PDF; better unseen in CTRUST_PASSWORD').env('CTRUST_PASSWORD'))
    .addOption(new Option('--tracked <version>', 'tracked changes of a Word file: the text before or after them').choices(['original', 'final']).default('final'))
    .addOption(new Option('--engine <name>', 'the PDF engine').choices(['pdfium', 'pdfjs']).hideHelp())
    .option('--timeout <seconds>', 'longest time for one paper', positive('seconds', 86_400, false), 120)
    .option('--memory <megabytes>', 'most memory for one paper', positive('megabytes', 1_048_576, true), USUAL_MEMORY)
    .option('--config <file>', 'settings and a council\'s own headings (default: ctrust.config.yaml, found upwards)');
}

export function withJobs(command: Command): Command {
  return command.option('--jobs <number>', 'papers at once (default: processors)', positive('papers', 1024, true), availableParallelism());
}

export function withKind(command: Command): Command {
  return command.option('-k, --kind <kind>', 'take it for this kind (default: recognised)', kindName);
}

/** What the readers are told. */
export function readOptions(options: CommonOptions): ReadOptions {
  return {
    ...(options.pages ? { pages: options.pages } : {}),
    ...(options.password ? { password: options.password } : {}),
    ...(options.tracked ? { tracked: options.tracked } : {}),
    ...(options.engine ? { engine: options.engine } : {}),
  };
}
