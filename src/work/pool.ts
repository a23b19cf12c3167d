/**
 * Many papers, each in a child process with limits on wall time and resident memory. A crash, a hang or a runaway takes
 * one paper; the pool goes on with a fresh process. (Worker threads do not hold memory bombs: see docs/decisions.md.)
 */
import type { Answer, Task } from './task.js';
import { Worker, type WorkerLimits } from './worker.js';

export interface PoolOptions extends WorkerLimits {
  /** Papers at once. */
  readonly jobs: number;
  /** Ends the work: papers that are being read are dropped, those that were read have been handed over. */
  readonly signal?: AbortSignal;
}

/**
 * Does the tasks, `jobs` at a time, and yields the answers in the order of the tasks. At most a few answers wait in memory for
 * an earlier one. Ends its processes when the caller stops asking, or when the signal says so.
 */
export async function* runAll(tasks: readonly Task[], options: PoolOptions, onDone?: (index: number, answer: Answer) => void): AsyncGenerator<{ index: number; answer: Answer }> {
  let started = 0;
  const workers = Array.from({ length: Math.max(1, Math.min(options.jobs, tasks.length)) }, () => new Worker(options));
  const waiting = new Map<number, Promise<Answer>>();
  const idle = [...workers].reverse();
  const queue: ((w: Worker) => void)[] = [];
  const { signal } = options;
  const stopped = new Promise<undefined>((resolve) => {
    if (signal?.aborted) resolve(undefined);
    else signal?.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const free = (w: Worker): void => {
    const next = queue.shift();
    if (next) next(w);
    // With no paper left to begin, its process goes while the results are written.
    else if (started >= tasks.length) void w.stop();
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
  try {
    for (let i = 0; i < tasks.length; i++) {
      while (started < tasks.length && started < i + ahead) start(started++);
      const answer = await (signal ? Promise.race([waiting.get(i), stopped]) : waiting.get(i));
      if (signal?.aborted) return;
      waiting.delete(i);
      if (answer) yield { index: i, answer };
    }
  } finally {
    await Promise.all(workers.map((w) => w.stop()));
  }
}
