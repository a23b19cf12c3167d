/** The command line: what each command is called and takes. A command's own work is in a file of its name, loaded when it is called. */
import type { CommanderError } from 'commander';
import { CommandError, EXIT } from './fail.js';
import { toldErrors, why } from './why.js';
import { safe } from './safe.js';
import { GENERATOR } from '../work/about.js';
import type { Spare } from '../work/start.js';
import { keepReady } from '../work/worker.js';

/** Runs the command line, with the child that was started ahead for it (ahead.ts); sets `process.exitCode`. Never throws. */
export async function main(argv: readonly string[], ahead?: Spare): Promise<void> {
  if (ahead) keepReady(ahead);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    if (toldErrors.has(error)) return;
    process.exitCode = EXIT.output;
    process.stderr.write(`ctrust: cannot write to standard output: ${why(error)}\n`);
  });
  if (argv.length === 3 && (argv[2] === '--version' || argv[2] === '-V')) {
    process.stdout.write(`${GENERATOR.version}\n`);
    return;
  }
  try {
    const { program } = await import('./program.js');
    const command = program(GENERATOR.version);
    if (argv.length <= 2) {
      process.stdout.write(command.helpInformation());
      return;
    }
    await command.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = report(error, argv);
  }
}

/** Says what went wrong in one line, and returns the exit status. */
function report(error: unknown, argv: readonly string[]): number {
  if (error instanceof Error && error.name === 'CommanderError') return (error as CommanderError).exitCode === 0 ? EXIT.done : EXIT.usage;
  const debug = argv.includes('--debug');
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`ctrust: ${safe(message)}\n`);
  if (debug && error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`);
  if (error instanceof CommandError) return error.status;
  if (!debug) process.stderr.write('ctrust: this is a fault of the program; run again with --debug for its trace\n');
  return EXIT.papers;
}
