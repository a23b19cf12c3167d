/** A child process that reads papers one at a time, and the parent's watch over it: wall time and resident memory. */
import type { ChildProcess } from 'node:child_process';
import { residentMemory } from './memory.js';
import { start, type Spare } from './start.js';
import type { Answer, Task } from './task.js';

export interface WorkerLimits {
  /** Longest time for one paper, in seconds. */
  readonly timeout: number;
  /** Most resident memory for one paper's process, in megabytes. */
  readonly memory: number;
}

/** How often a child's memory is looked at, in milliseconds: a bomb grows by some 100 MB in this time. */
const LOOK_EVERY = 50;
/**
 * A child is replaced after this many papers, or once it holds this much memory (megabytes, or this part of its limit) when a paper is done, so that what a library never gives
 * back does not add up. A new one is slower by a second in all, until its code is compiled; one that reads ordinary papers comes to 230 MB and stays there.
 */
const PAPERS_A_CHILD = 2_000;
const WORN = 320;
const WORN_PART = 0.5;
/**
 * A child that is stopped may have started LibreOffice, and ends it when it is asked to go; this long (milliseconds) it has for that. While it waits for
 * LibreOffice it answers at once; one that is busy would not answer in any time.
 */
const GRACE = 100;

let spare: Spare | undefined;

/** Takes a child that was started ahead of need, for the first worker that asks for one like it. */
export function keepReady(ahead: Spare): void {
  const gone = (): void => { spare = undefined; };
  ahead.child.once('error', gone).once('exit', gone);
  spare = ahead;
}

function take(memory: number): ChildProcess {
  const ready = spare?.memory === memory ? spare.child : undefined;
  if (!ready) return start(memory);
  spare = undefined;
  ready.removeAllListeners();
  ready.ref();
  ready.channel?.ref();
  return ready;
}

/** Ends a child: asked first, killed shortly after. */
function end(child: ChildProcess): void {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE);
  child.once('exit', () => clearTimeout(timer));
}

const NEVER = new Promise<never>(() => undefined);

export class Worker {
  #child: ChildProcess | undefined;
  #done = 0;
  #busy = false;
  #stopped = false;
  #ended: Promise<void> | undefined;

  constructor(readonly limits: WorkerLimits) {}

  /** Does one task; never rejects, and does not settle once the worker is stopped: a new process would hold the command open. */
  async do(task: Task): Promise<Answer> {
    if (this.#done >= PAPERS_A_CHILD || await this.#isWorn()) await this.#end();
    if (this.#stopped) return NEVER;
    this.#child ??= take(this.limits.memory);
    const child = this.#child;
    this.#done++;
    this.#busy = true;
    const { timeout, memory } = this.limits;
    const started = performance.now();
    const seconds = (): number => Math.round(performance.now() - started) / 1000;
    return new Promise<Answer>((resolve) => {
      let over: Answer | undefined;
      let watching = false;
      const finish = (answer: Answer): void => {
        clearTimeout(limit);
        clearInterval(look);
        child.off('message', onMessage).off('error', onError).off('exit', onExit);
        this.#busy = false;
        resolve(answer);
      };
      const kill = (answer: Answer): void => {
        if (over) return;
        over = answer;
        end(child);
      };
      const limit = setTimeout(() => kill({ ok: false, code: 'timed-out', message: `it took longer than ${timeout} seconds; give --timeout for more`, seconds: seconds() }), timeout * 1000);
      const look = setInterval(() => {
        if (watching || child.pid === undefined) return;
        watching = true;
        void residentMemory(child.pid).then((bytes) => {
          watching = false;
          if (bytes !== undefined && bytes > memory * 1024 * 1024) kill({ ok: false, code: 'out-of-memory', message: `it took more than ${memory} MB of memory; give --memory for more`, seconds: seconds() });
        });
      }, LOOK_EVERY);
      // An answer that comes after the child was told to go is too late: the child is on its way out.
      const onMessage = (answer: Answer): void => { if (!over) finish(answer); };
      const onError = (error: Error): void => {
        this.#forget();
        finish(over ?? { ok: false, code: 'fault', message: `its process could not be started (${error.message})`, seconds: seconds() });
      };
      const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => {
        this.#forget();
        finish(over ?? {
          // A system that runs out of memory ends the process with SIGKILL; the engines end themselves with SIGABRT or SIGTRAP.
          ok: false, code: signal === 'SIGABRT' || signal === 'SIGTRAP' || signal === 'SIGKILL' ? 'out-of-memory' : 'damaged',
          message: signal === 'SIGKILL' ? 'the system ended the process that read it, most likely for want of memory; give fewer --jobs'
            : signal === 'SIGABRT' || signal === 'SIGTRAP' ? 'it took more memory than there is; give --memory for more' : `it ended the process that read it${signal ? ` (${signal})` : ''}`, seconds: seconds(),
        });
      };
      child.on('message', onMessage).on('error', onError).on('exit', onExit);
      child.send(task, (error) => { if (error) child.kill('SIGKILL'); });
    });
  }

  /** The child holds more memory than it should between two papers. */
  async #isWorn(): Promise<boolean> {
    const held = this.#child?.pid === undefined ? undefined : await residentMemory(this.#child.pid);
    return held !== undefined && held > Math.min(WORN, WORN_PART * this.limits.memory) * 1024 * 1024;
  }

  #forget(): void {
    this.#child = undefined;
    this.#done = 0;
  }

  /** Ends the process, for good. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    this.#forget();
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.on('error', () => undefined);
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      // One that waits for work has nothing to end in good order, and to take leave costs it as much as some pages.
      if (this.#busy) end(child);
      else child.kill('SIGKILL');
    });
  }
}
