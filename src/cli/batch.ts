/** Runs one kind of work over the papers of a command line, and reports on them. */
import { runAll } from '../work/pool.js';
import type { Answer, Task, Want } from '../work/task.js';
import { settings } from './config.js';
import { CommandError, EXIT } from './fail.js';
import { type CommonOptions, readOptions } from './options.js';
import { findPapers, type PaperPath, readStandardInput } from './papers.js';
import { colours, complain, Progress } from './progress.js';
import { Summary } from './summary.js';

export interface Done { readonly paper: PaperPath; readonly index: number; readonly value: unknown }

export interface Batch {
  readonly papers: readonly PaperPath[];
  /** Files of other types in walked folders. */
  readonly passed: number;
  /** The papers that were read, in order. Those that were not are complained of, and make the exit status 3. */
  readonly results: AsyncIterable<Done>;
}

/** What is done about a paper that could not be read, where complaining of it at once is not wanted. */
export type OnFailure = (paper: PaperPath, code: string, message: string) => void;

/** Prepares the work. Throws a CommandError where there is no paper at all. */
export async function batch(want: Want, args: readonly string[], options: CommonOptions, more: { onFailure?: OnFailure; draw?: boolean } = {}): Promise<Batch> {
  const config = await settings(options.config);
  const { papers, passed } = await findPapers(args);
  if (papers.length === 0) throw new CommandError(EXIT.papers, passed > 0 ? `no papers in ${args.join(', ')}: ${passed} files of other types were passed over` : `no papers in ${args.join(', ')}`);
  const input = papers.some((p) => p.path === '-') ? await readStandardInput() : undefined;
  const tasks: Task[] = papers.map((p) => ({
    want, file: p.path === '-' ? 'stdin' : basenameOf(p.path),
    ...(p.path === '-' && input ? { bytes: input } : { path: p.path }),
    read: readOptions(options), ...(options.kind ? { kind: options.kind } : {}), ...(config.kinds ? { wordings: config.kinds } : {}), ...(config.words ? { words: config.words } : {}), ...(more.draw ? { draw: true } : {}),
  }));
  return { papers, passed, results: results(papers, tasks, options, passed, more.onFailure) };
}

const basenameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

async function* results(papers: readonly PaperPath[], tasks: readonly Task[], options: CommonOptions, passed: number, onFailure: OnFailure | undefined): AsyncGenerator<Done> {
  const progress = new Progress(papers.length, options);
  const reasons = new Map<string, number>();
  const summary = new Summary();
  let failed = 0;
  const onDone = (_index: number, answer: Answer): void => progress.step(answer.ok);
  try {
    for await (const { index, answer } of runAll(tasks, { jobs: options.jobs ?? 1, timeout: options.timeout, memory: options.memory }, onDone)) {
      const paper = papers[index];
      if (!paper) continue;
      if (answer.ok) { summary.add(paper.shown, answer.seconds, answer.value); yield { paper, index, value: answer.value }; continue; }
      failed++;
      reasons.set(answer.code, (reasons.get(answer.code) ?? 0) + 1);
      progress.clear();
      const fault = answer.code === 'fault';
      const [code, message] = [fault ? 'damaged' : answer.code, fault ? `it could not be made sense of (${answer.message})` : answer.message];
      if (onFailure) onFailure(paper, code, message);
      else complain(paper.shown, code, message, options);
      if (options.debug && answer.stack) process.stderr.write(`${answer.stack}\n`);
      process.exitCode = EXIT.papers;
    }
  } finally {
    progress.clear();
  }
  if (papers.length > 1 && options.quiet !== true) {
    const why = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `${n} ${code}`).join(', ');
    process.stderr.write(`${papers.length - failed} of ${papers.length} papers read${failed > 0 ? ` (${why})` : ''}${passed > 0 ? `; ${passed} files of other types passed over` : ''}\n`);
    if (process.stderr.isTTY || options.verbose) for (const line of summary.lines(colours(options))) process.stderr.write(`${line}\n`);
  }
}
