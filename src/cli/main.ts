/** The command line: what each command is called and takes. A command's own work is in a file of its name, loaded when it is called. */
import type { CommanderError } from 'commander';
import { CommandError, EXIT } from './fail.js';
import { toldErrors, why } from './why.js';
import { safe } from './safe.js';
import { GENERATOR } from '../work/about.js';
import { USUAL_MEMORY } from '../work/flags.js';
import { startAhead } from '../work/worker.js';

/** Runs the command line; sets `process.exitCode`. Never throws. */
export async function main(argv: readonly string[]): Promise<void> {
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
  startReading(argv);
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

/** Commands that read papers in a child process. */
const READING: ReadonlySet<string> = new Set(['extract', 'validate', 'tables', 'inspect', 'review']);

/**
 * Starts the child process that will read the first paper, so that both processes load their libraries side by side. What the command line says is not
 * checked here: a child that is not wanted ends with this process.
 */
function startReading(argv: readonly string[]): void {
  const args = argv.slice(3);
  if (!READING.has(argv[2] ?? '') || args.length === 0 || args.some((a) => a === '-h' || a === '--help')) return;
  const i = args.findIndex((a) => a === '--memory' || a.startsWith('--memory='));
  const asked = i < 0 ? USUAL_MEMORY : Number(args[i]?.split('=')[1] ?? args[i + 1]);
  if (!(asked > 0)) return;
  const ending = args.map((a) => /\.(pdf|docx|html?)$/i.exec(a)?.[1]).find((e) => e !== undefined);
  startAhead(asked, ending?.toLowerCase());
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
