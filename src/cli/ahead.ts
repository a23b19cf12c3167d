/** What is done before the command line itself is loaded: the process that will read the first paper is started, so that both load their libraries side by side. */
import { USUAL_MEMORY } from '../work/flags.js';
import { start, type Spare } from '../work/start.js';

/** Commands that read papers in a child process. */
const READING: ReadonlySet<string> = new Set(['extract', 'validate', 'tables', 'inspect', 'review']);

/** Starts the child that a command line seems to ask for. What it says is not checked here: a child that is not wanted ends with this process, and does not keep it alive. */
export function startAhead(argv: readonly string[]): Spare | undefined {
  const args = argv.slice(3);
  if (!READING.has(argv[2] ?? '') || args.length === 0 || args.some((a) => a === '-h' || a === '--help')) return undefined;
  const i = args.findIndex((a) => a === '--memory' || a.startsWith('--memory='));
  const memory = i < 0 ? USUAL_MEMORY : Number(args[i]?.split('=')[1] ?? args[i + 1]);
  if (!(memory > 0)) return undefined;
  const ending = args.map((a) => /\.(pdf|docx|html?)$/i.exec(a)?.[1]).find((e) => e !== undefined);
  const child = start(memory, ending?.toLowerCase());
  child.unref();
  child.channel?.unref();
  return { child, memory };
}
