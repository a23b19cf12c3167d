/** The child process: does the tasks that its parent sends, one at a time, until the parent is gone. */
import { pdfiumWasm } from '../read/pdf/engine/pdfium-wasm.js';
import type { Task } from './task.js';

// PDFium is compiled beside the main thread, while that loads the rest.
const hint = process.argv[2];
if (hint === 'pdf') pdfiumWasm().catch(() => undefined);

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
// So is a terminal that was closed.
process.on('SIGHUP', () => undefined);

if (hint !== undefined) void loaded.then(({ warm }) => warm(hint)).catch(() => undefined);
