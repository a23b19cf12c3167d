/** The commands, their options and their help. */
import { Argument, Command, Option } from 'commander';
import { SHELLS, type Shell } from './completion.js';
import type { ValidateCommand } from './validate.js';
import { type CommonOptions, withJobs, withKind, withReading } from './options.js';

/** Options of every command. */
function everywhere(command: Command): Command {
  return command
    .option('--quiet', 'say nothing but errors')
    .option('--verbose', 'say more; the reasons of failures as JSON')
    .option('--no-color', 'no colours (NO_COLOR and FORCE_COLOR count too)')
    .option('--debug', 'show stack traces');
}

const examples = new WeakMap<Command, string>();
/** The examples at the end of a command's help, a line each. */
export const examplesOf = (command: Command): string => examples.get(command) ?? '';
function withExamples(command: Command, text: string): Command {
  examples.set(command, text.replace(/^\n/, ''));
  return command.addHelpText('after', `\nExamples:\n${text.replace(/^\n/, '')}`);
}

/** The whole command line, ready to parse. */
export function program(version: string): Command {
  const ctrust = new Command('ctrust')
    .description('Turns the papers of public committees (PDF, Word, HTML, text) into structured data.')
    .version(version, '-V, --version')
    .showHelpAfterError('(ctrust --help shows what there is)')
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .exitOverride();
  const add = (command: Command): Command => {
    ctrust.addCommand(everywhere(command).exitOverride().showSuggestionAfterError().showHelpAfterError(`(ctrust ${command.name()} --help shows what there is)`));
    return command;
  };

  withExamples(add(withJobs(withKind(withReading(new Command('extract')
    .description('papers to records')
    .argument('<papers...>', 'files, folders (walked), or - for standard input')
    .option('-o, --output <path>', 'a file; or a folder (ends in /, or exists), one record a paper (default: standard output)')
    .addOption(new Option('-f, --format <format>', 'by the ending of -o, else yaml').choices(['yaml', 'json', 'ndjson', 'csv', 'xlsx']))
    .option('--resume', 'into a folder: do only what an earlier run has not done')
    .option('--schema-base <place>', 'where editors find the schemas named at the head of YAML', 'schemas'))))), `
  ctrust extract report.pdf                        a record as YAML
  ctrust extract minutes.docx -f json | jq .items  for other tools
  ctrust extract papers/ -o records/               every paper of a folder, a file each
  ctrust extract papers/ -o all.xlsx               one workbook: a row an action, a decision …
  cat page.html | ctrust extract -                 from standard input`)
    .action(async (papers: string[], options: CommonOptions) => {
      const { extract } = await import('./extract.js');
      await extract(papers, options);
    });

  withExamples(add(withJobs(withKind(withReading(new Command('validate')
    .description('rules over papers, or over records extracted earlier (.yaml, .json)')
    .argument('<papers...>', 'files, folders (walked), or - for standard input')
    .option('-o, --output <path>', 'a file for the report (default: standard output)')
    .addOption(new Option('--reporter <name>', 'how the findings are told').choices(['text', 'json', 'sarif', 'junit', 'github']).default('text'))
    .addOption(new Option('--fail-on <severity>', 'the least severity that makes the exit status 1').choices(['error', 'warning', 'info', 'never']).default('error')))))), `
  ctrust validate report.pdf                                    findings, page first
  ctrust validate papers/ --fail-on warning                     exit status 1 at any warning
  ctrust validate papers/ --reporter sarif -o findings.sarif    for code scanning
  ctrust validate records/*.yaml                                records extracted earlier, or corrected`)
    .action(async (papers: string[], options: ValidateCommand) => {
      const { validate } = await import('./validate.js');
      await validate(papers, options);
    });

  withExamples(add(withReading(new Command('tables')
    .description("every table, whatever the paper's kind")
    .argument('<papers...>', 'files, folders (walked), or - for standard input')
    .option('-o, --output <path>', 'a file; or a folder, one file a paper (default: standard output)')
    .addOption(new Option('-f, --format <format>', 'by the ending of -o, else csv').choices(['csv', 'json', 'xlsx', 'markdown'])))), `
  ctrust tables budget.pdf                 as CSV, a blank line between tables
  ctrust tables budget.pdf -f json         with pages, boxes and spans
  ctrust tables plan.docx -o plan.md       as Markdown`)
    .action(async (papers: string[], options: CommonOptions) => {
      const { tables } = await import('./tables.js');
      await tables(papers, options);
    });

  withExamples(add(withReading(new Command('inspect')
    .description('what the reader saw: blocks with locators, and why this kind was chosen')
    .argument('<paper>', 'a file, or - for standard input')
    .option('-o, --output <path>', 'a file (default: standard output)')
    .addOption(new Option('-f, --format <format>', 'text for people, json for tools').choices(['text', 'json']).default('text'))
    .option('--draw <folder>', 'for a PDF: each page as a picture with blocks, cells and furniture outlined'))), `
  ctrust inspect report.pdf                blocks, furniture, and the evidence for the kind
  ctrust inspect report.pdf --draw out/    and pictures of the pages`)
    .action(async (paper: string, options: CommonOptions & { format: 'text' | 'json'; draw?: string }) => {
      const { inspect } = await import('./inspect.js');
      await inspect(paper, options);
    });

  withExamples(add(withKind(withReading(new Command('review')
    .description('a self-contained HTML page: the paper beside its fields, each lit up where it stands')
    .argument('<paper>', 'a file, a folder, or - for standard input')
    .option('-o, --output <path>', 'a file; or a folder, one page a paper')))), `
  ctrust review report.pdf -o review.html      open it in a browser; no network is needed`)
    .action(async (paper: string, options: CommonOptions) => {
      const { review } = await import('./review.js');
      await review(paper, options);
    });

  withExamples(add(new Command('schema')
    .description('the JSON Schema of a kind (no KIND: the list of kinds)')
    .argument('[kind]', 'the name of a kind')
    .option('-o, --output <path>', 'a file; or a folder, for the schemas of all kinds (default: standard output)')), `
  ctrust schema                   the kinds
  ctrust schema minutes           the JSON Schema of minutes
  ctrust schema -o schemas/       all of them`)
    .action(async (kind: string | undefined, options: CommonOptions) => {
      const { schema } = await import('./schema.js');
      await schema(kind, options);
    });

  withExamples(add(new Command('completion')
    .description('a script that completes commands and options in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))), `
  source <(ctrust completion bash)                                          in ~/.bashrc
  ctrust completion zsh > "\${fpath[1]}/_ctrust"                             once, for zsh
  ctrust completion fish > ~/.config/fish/completions/ctrust.fish           once, for fish`)
    .action(async (shell: Shell) => {
      const [{ completion }, { toStdout }] = await Promise.all([import('./completion.js'), import('./output.js')]);
      await toStdout(completion(ctrust, shell));
    });

  return ctrust;
}
