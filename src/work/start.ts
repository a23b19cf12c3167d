/** Starts the child process that reads papers (child.ts). Knows little, so that it can be loaded before all else. */
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { childArguments, childEnvironment } from './flags.js';

/** A child started before it was known what for: it loads its libraries while the parent loads its own and reads its options. */
export interface Spare { readonly child: ChildProcess; /** In megabytes. */ readonly memory: number }

/** Starts a child with this much memory (megabytes). `hint` is the ending of the first paper's name ("pdf"), for what to load. */
export function start(memory: number, hint?: string): ChildProcess {
  return fork(fileURLToPath(new URL('./child.js', import.meta.url)), hint === undefined ? [] : [hint], {
    serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: childArguments(memory), env: childEnvironment(process.env),
  });
}
