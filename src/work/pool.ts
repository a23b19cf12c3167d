/**
 * Many papers, each in a child process with limits on wall time and resident memory. A crash, a hang or a runaway takes
 * one paper; the pool goes on with a fresh process. (Worker threads do not hold memory bombs: see docs/decisions.md.)
 */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { residentMemory } from './memory.js';
import type { Answer, Task } from './task.js';

export interface PoolOptions {
  /** Papers at once. */
  readonly jobs: number;
  /** Longest time for one paper, in seconds. */
  readonly timeout: number;
  /** Most resident memory for one paper's process, in megabytes. */
  readonly memory: number;
}

/** How often a child's memory is looked at, in milliseconds: a bomb grows by some 100 MB in this time. */
const LOOK_EVERY = 50;
/** A child is replaced after this many papers, so that memory which a library never gives back does not add up. */
const PAPERS_A_CHILD = 200;

class Worker {
  #child: ChildProcess | undefined;
  #done = 0;

  constructor(readonly options: PoolOptions) {}

  /** Does one task; never rejects. */
  async do(task: Task): Promise<Answer> {
    if (this.#done >= PAPERS_A_CHILD) await this.stop();
    this.#child ??= fork(fileURLToPath(new URL('./child.js', import.meta.url)), [], {
      serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A heap limit a little over the memory limit lets the watch on resident memory, which counts everything, be first.
      execArgv: [`--max-old-space-size=${Math.round(this.options.memory * 1.25) + 64}`],
    });
    const child = this.#child;
    this.#done++;
    const started = performance.now();
    const seconds = (): number => Math.round(performance.now() - started) / 1000;
    return new Promise<Answer>((resolve) => {
      let over: Answer | undefined;
      let watching = false;
      const end = (answer: Answer): void => {
        clearTimeout(limit);
        clearInterval(look);
        child.removeAllListeners();
        resolve(answer);
      };
      const kill = (answer: Answer): void => {
        over = answer;
        child.kill('SIGKILL');
      };
      const limit = setTimeout(() => kill({
        ok: false, code: 'timed-out', message: `it took longer than ${this.options.timeout} seconds; give --timeout for more`, seconds: seconds(),
      }), this.options.timeout * 1000);
      const look = setInterval(() => {
        if (watching || child.pid === undefined) return;
        watching = true;
        void residentMemory(child.pid).then((bytes) => {
          watching = false;
          if (bytes !== undefined && bytes > this.options.memory * 1024 * 1024) kill({
            ok: false, code: 'out-of-memory', message: `it took more than ${this.options.memory} MB of memory; give --memory for more`, seconds: seconds(),
          });
        });
      }, LOOK_EVERY);
      child.on('message', (answer: Answer) => end(over ?? answer));
      child.on('error', (error) => {
        this.#forget();
        end({ ok: false, code: 'fault', message: `its process could not be started (${error.message})`, seconds: seconds() });
      });
      child.on('exit', (_code, signal) => {
        this.#forget();
        end(over ?? {
          ok: false, code: signal === 'SIGABRT' ? 'out-of-memory' : 'damaged',
          message: signal === 'SIGABRT' ? 'it took more memory than there is; give --memory for more' : 'it ended the process that read it', seconds: seconds(),
        });
      });
      child.send(task, (error) => { if (error) child.kill('SIGKILL'); });
    });
  }

  #forget(): void {
    this.#child = undefined;
    this.#done = 0;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#forget();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  }
}

/**
 * Does the tasks, `jobs` at a time, and yields the answers in the order of the tasks. At most a few answers wait in memory for
 * an earlier one. Ends its processes when the caller stops asking.
 */
export async function* runAll(tasks: readonly Task[], options: PoolOptions, onDone?: (index: number, answer: Answer) => void): AsyncGenerator<{ index: number; answer: Answer }> {
  const workers = Array.from({ length: Math.max(1, Math.min(options.jobs, tasks.length)) }, () => new Worker(options));
  const waiting = new Map<number, Promise<Answer>>();
  const idle = [...workers];
  const queue: ((w: Worker) => void)[] = [];
  const free = (w: Worker): void => {
    const next = queue.shift();
    if (next) next(w);
    else idle.push(w);
  };
  const worker = (): Promise<Worker> => {
    const w = idle.pop();
    return w ? Promise.resolve(w) : new Promise((resolve) => queue.push(resolve));
  };
  const start = (i: number): void => {
    const task = tasks[i];
    if (!task) return;
    waiting.set(i, worker().then(async (w) => {
      const answer = await w.do(task);
      free(w);
      onDone?.(i, answer);
      return answer;
    }));
  };
  // Work runs ahead of the order by this many papers, so that one slow paper does not idle the others.
  const ahead = workers.length * 4;
  let started = 0;
  try {
    for (let i = 0; i < tasks.length; i++) {
      while (started < tasks.length && started < i + ahead) start(started++);
      const answer = await waiting.get(i);
      waiting.delete(i);
      if (answer) yield { index: i, answer };
    }
  } finally {
    await Promise.all(workers.map((w) => w.stop()));
  }
}
