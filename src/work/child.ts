/** The child process: does the tasks that its parent sends, one at a time, until the parent is gone. */
import { setFlagsFromString } from 'node:v8';
import type { Task } from './task.js';

// A function is worth the optimising compiler when it has run for longer than usual: most papers are over before that pays, and an eight-page PDF takes
// half the processor time. A release of V8 that does not know the flag passes it over.
setFlagsFromString('--interrupt-budget=1000000');

// Loading begins at once, and a task that comes meanwhile waits for it.
const loaded = import('./run.js');

process.on('message', (task: Task) => {
  void loaded.then(({ run }) => run(task)).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
// Asked to go: what was started (LibreOffice) is ended by the handlers of 'exit'.
process.on('SIGTERM', () => process.exit(143));
// An interrupt is the parent's to handle: it lets finished papers be written first.
process.on('SIGINT', () => undefined);

const hint = process.argv[2];
if (hint !== undefined) void loaded.then(({ warm }) => warm(hint)).catch(() => undefined);
