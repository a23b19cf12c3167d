/** The child process: does the tasks that its parent sends, one at a time, until the parent is gone. */
import { run } from './run.js';
import type { Task } from './task.js';

process.on('message', (task: Task) => {
  void run(task).then((answer) => process.send?.(answer));
});
process.on('disconnect', () => process.exit(0));
// An interrupt is the parent's to handle: it lets finished papers be written first.
process.on('SIGINT', () => undefined);
