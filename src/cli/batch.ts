/** Runs one kind of work over the papers of a command line, and reports on them. */
import { stat } from 'node:fs/promises';
import { runAll } from '../work/pool.js';
import type { Answer, Task, Want } from '../work/task.js';
import { settings } from './config.js';
import { CommandError, EXIT } from './fail.js';
import { type CommonOptions, readOptions } from './options.js';
import { findPapers, type Found, passedOver, type PaperPath, readStandardInput } from './papers.js';
import { colours, complain, Progress } from './progress.js';
import { Summary } from './summary.js';

export interface Done { readonly paper: PaperPath; readonly index: number; readonly value: unknown }

export interface Batch {
  readonly papers: readonly PaperPath[];
  /** What the results depend on besides the papers: options and settings. */
  readonly depends: string;
  /** The papers that were read, in order. Those that were not are complained of, and make the exit status 3. */
  readonly results: AsyncIterable<Done>;
}

/** What is done about a paper that could not be read, where complaining of it at once is not wanted. */
export type OnFailure = (paper: PaperPath, code: string, message: string) => void;

/** What an earlier run has settled about a paper: it is done, or it failed for a reason that stands. */
export type Known = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly message: string };

export interface More {
  readonly onFailure?: OnFailure;
  /** False where the command sums up itself. */
  readonly summary?: false;
  readonly draw?: boolean;
  /** Records are wanted as text of this format. */
  readonly print?: Task['print'];
  /** Papers of which this tells something are not read again; those done are counted, and not among the results. */
  readonly known?: (index: number, paper: PaperPath) => Promise<Known | undefined>;
  /** Told of each paper that could not be read, for the books; `source` is the SHA-256 of its bytes, where it gave any. */
  readonly onFailed?: (index: number, paper: PaperPath, code: string, message: string, source: string | undefined) => Promise<void>;
}

/** Throws a CommandError where one of the outputs is one of the papers: a record must never take the place of its source. */
export async function keepPapers(papers: readonly PaperPath[], outputs: readonly string[]): Promise<void> {
  const identity = async (path: string): Promise<string | undefined> => stat(path).then((f) => `${f.dev}:${f.ino}`, () => undefined);
  const own = new Map<string, string>();
  for (const paper of papers) {
    const id = paper.path === '-' ? undefined : await identity(paper.path);
    if (id !== undefined) own.set(id, paper.shown);
  }
  for (const output of outputs) {
    const id = await identity(output);
    const paper = id === undefined ? undefined : own.get(id);
    if (paper !== undefined) throw new CommandError(EXIT.usage, `${output} is the paper itself; give another place with -o`);
  }
}

/** That there is nothing to do, and what was there instead. */
export function noPapers(what: string, args: readonly string[], { passed, closed }: Pick<Found, 'passed' | 'closed'>): CommandError {
  const instead = [...closed.map((c) => `${c.shown}: ${c.message}`), ...[passedOver(passed)].filter((t) => t !== '')];
  return new CommandError(EXIT.papers, `${what} in ${args.join(', ')}${instead.length > 0 ? `: ${instead.join('; ')}` : ''}`);
}

/** Prepares the work. Throws a CommandError where there is no paper at all. */
export async function batch(want: Want, args: readonly string[], options: CommonOptions, more: More = {}): Promise<Batch> {
  const config = await settings(options.config);
  const found = await findPapers(args);
  const { papers } = found;
  if (papers.length === 0) throw noPapers('no papers', args, found);
  const input = papers.some((p) => p.path === '-') ? await readStandardInput() : undefined;
  const tasks: Task[] = papers.map((p) => ({
    want, file: p.path === '-' ? 'stdin' : basenameOf(p.path),
    ...(p.path === '-' && input ? { bytes: input } : { path: p.path }),
    read: readOptions(options), ...(options.kind ? { kind: options.kind } : {}), ...(config.kinds ? { wordings: config.kinds } : {}), ...(config.words ? { words: config.words } : {}), ...(more.draw ? { draw: true } : {}), ...(more.print ? { print: more.print } : {}),
  }));
  return { papers, depends: dependsOn(tasks[0]), results: results(found, tasks, options, more) };
}

/** What a result depends on besides the paper, as text that is the same for the same settings. The password is not in it. */
function dependsOn(task: Task | undefined): string {
  const { file: _file, path: _path, bytes: _bytes, read, ...rest } = task ?? { want: 'record', file: '', read: {} };
  return JSON.stringify({ ...rest, read: { ...read, password: undefined } });
}

const basenameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

/** Ctrl-C, a job that is called off, a terminal that is closed: what was finished is kept, and nothing half-written is left. */
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

async function* results({ papers, passed, closed }: Found, tasks: readonly Task[], options: CommonOptions, more: More): AsyncGenerator<Done> {
  const progress = new Progress(papers.length, options);
  const reasons = new Map<string, number>();
  const summary = new Summary();
  let failed = closed.length;
  for (const { shown, code, message } of closed) {
    reasons.set(code, (reasons.get(code) ?? 0) + 1);
    complain(shown, code, message, options);
    process.exitCode = EXIT.papers;
  }
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  for (const signal of STOPPING) process.once(signal, interrupt);
  const onDone = (_index: number, answer: Answer): void => { if (!stop.signal.aborted) progress.step(answer.ok); };
  let finished = 0;
  let answers: ReturnType<typeof runAll> | undefined;
  try {
    const known = await settled(papers, more, stop.signal);
    const todo = tasks.map((_, i) => i).filter((i) => !known.has(i));
    answers = runAll(todo.map((i) => tasks[i] as Task), { jobs: options.jobs ?? 1, timeout: options.timeout, memory: options.memory, signal: stop.signal }, onDone);
    for (const [index, paper] of papers.entries()) {
      const before = known.get(index);
      const next = before ? undefined : await answers.next();
      if (stop.signal.aborted || next?.done) break;
      finished++;
      if (before?.ok) { progress.step(true); continue; }
      const answer = before ? { ...before, stack: undefined, source: undefined } : next?.value.answer as Answer;
      if (answer.ok) { summary.add(paper.shown, answer.seconds, answer.value); yield { paper, index, value: answer.value }; continue; }
      failed++;
      reasons.set(answer.code, (reasons.get(answer.code) ?? 0) + 1);
      progress.clear();
      const fault = answer.code === 'fault';
      const [code, message] = [fault ? 'damaged' : answer.code, fault ? `the program failed on it, which is a fault of ctrust and not of the paper (${answer.message}); --debug shows where` : answer.message];
      if (!before) await more.onFailed?.(index, paper, code, message, answer.source);
      if (more.onFailure) more.onFailure(paper, code, message);
      else complain(paper.shown, code, message, options);
      if (options.debug && answer.stack) process.stderr.write(`${answer.stack}\n`);
      process.exitCode = EXIT.papers;
    }
  } finally {
    // Also where a result could not be written: a child that is not stopped would hold the command open.
    await answers?.return(undefined);
    for (const signal of STOPPING) process.removeListener(signal, interrupt);
    progress.clear();
  }
  if (stop.signal.aborted) throw new CommandError(EXIT.interrupted, `interrupted: ${finished} of ${papers.length} papers were done${more.known ? ' and are kept; --resume does the others' : ''}`);
  const all = papers.length + closed.length;
  if (all > 1 && options.quiet !== true && more.summary !== false) {
    const over = passedOver(passed);
    const why = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => `${n} ${code}`).join(', ');
    process.stderr.write(`${all - failed} of ${all} papers read${failed > 0 ? ` (${why})` : ''}${over === '' ? '' : `; ${over}`}\n`);
    if (process.stderr.isTTY || options.verbose) for (const line of summary.lines(colours(options))) process.stderr.write(`${line}\n`);
  }
}

/** What is settled already, by the papers' numbers. */
async function settled(papers: readonly PaperPath[], more: More, signal: AbortSignal): Promise<Map<number, Known>> {
  const out = new Map<number, Known>();
  if (!more.known) return out;
  for (const [i, paper] of papers.entries()) {
    if (signal.aborted) break;
    const known = await more.known(i, paper);
    if (known) out.set(i, known);
  }
  return out;
}
