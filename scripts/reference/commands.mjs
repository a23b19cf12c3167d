// The page of commands and the man page, made from the command line itself.

/** Options without those that every command has; defaults that depend on the machine are told in words only. */
const optionsOf = (command) => command.options.filter((o) => !o.hidden);
const usageOf = (command) => `ctrust ${command.name()} ${command.registeredArguments.map((a) => { const dots = a.variadic ? '…' : ''; return a.required ? `${a.name().toUpperCase()}${dots}` : `[${a.name().toUpperCase()}${dots}]`; }).join(' ')}`.trim();
const defaultOf = (option) => (option.defaultValue === undefined || /default:/.test(option.description) || option.defaultValue === true || option.defaultValue === false ? '' : String(option.defaultValue));
const cell = (text) => text.replace(/\|/g, '\\|').replace(/</g, '&lt;');

/** docs/reference/commands.md */
export function commandsPage(program, examplesOf) {
  const one = (command) => {
    const rows = optionsOf(command).map((o) => `| \`${o.flags}\` | ${cell(o.description)}${o.argChoices ? `: ${o.argChoices.map((c) => `\`${c}\``).join(' ')}` : ''} | ${cell(defaultOf(o))} |`);
    const args = command.registeredArguments.map((a) => `\`${a.name().toUpperCase()}\`: ${a.description}${a.argChoices ? ` (${a.argChoices.join(', ')})` : ''}.`);
    return `## ctrust ${command.name()}\n\n${capital(command.description())}.\n\n\`${usageOf(command)}\`\n\n${args.join(' ')}\n\n| option | meaning | default |\n| --- | --- | --- |\n${rows.join('\n')}\n\n\`\`\`sh\n${dedent(examplesOf(command))}\n\`\`\`\n`;
  };
  return `# Every command and option\n\n<!-- made by scripts/docs.mjs from the command line itself; npm run generate writes it anew -->\n\n[Commands](../commands.md) says what they are for, the exit statuses and the settings file.\n\n${program.commands.map(one).join('\n')}`;
}

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** Lines without the indent, what an example does as a comment. */
const dedent = (text) => text.split('\n').map((l) => l.trim().replace(/ {3,}/, '   # ')).join('\n');

// roff: a backslash, a dot or an apostrophe at the head of a line, and hyphens that are to be copied.
const roff = (text) => text.replace(/\\/g, '\\e').replace(/-/g, '\\-').replace(/^([.'])/gm, '\\&$1');

const STATUSES = [['0', 'Every paper done; for validate, nothing at or above \u2011\u2011fail-on.'], ['1', 'validate: findings at or above \u2011\u2011fail-on.'], ['2', 'The command line or the settings are wrong.'], ['3', 'At least one paper could not be read; all others were done.'], ['4', 'Output could not be written.'], ['130', 'Interrupted; what was finished is kept.']];

/** man/ctrust.1 */
export function manPage(program, examplesOf, version) {
  const option = (o) => `.TP\n.B ${roff(o.flags)}\n${roff(capital(o.description))}${o.argChoices ? `: ${roff(o.argChoices.join(', '))}` : ''}.${defaultOf(o) ? ` Default: ${roff(defaultOf(o))}.` : ''}`;
  const shared = new Map();
  for (const c of program.commands) for (const o of optionsOf(c)) shared.set(o.flags, [...(shared.get(o.flags) ?? []), c.name()]);
  const everywhere = (o) => shared.get(o.flags).length === program.commands.length;
  const commands = program.commands.map((c) => `.SS ${roff(usageOf(c))}\n${roff(capital(c.description()))}.\n${optionsOf(c).filter((o) => !everywhere(o)).map(option).join('\n')}`);
  const common = optionsOf(program.commands[0]).filter(everywhere).map(option);
  const examples = program.commands.map((c) => roff(examplesOf(c)));
  return `.\\" Made by scripts/docs.mjs from the command line itself.
.TH CTRUST 1 "" "ctrust ${version}" "User commands"
.SH NAME
ctrust \\- papers of public committees to structured data
.SH SYNOPSIS
.B ctrust
.I COMMAND
.RI [ OPTION ...]
.I PAPER ...
.SH DESCRIPTION
Reads action plans, minutes, agendas, cabinet reports, decision notices, partnership reports and strategy papers
(PDF, Word, HTML, text) and writes what they say as YAML, JSON, CSV or XLSX. Every value says where it stands in the paper;
what is in no field is listed. Nothing leaves the machine.
.PP
A paper is a file, a folder (walked), or \\- for standard input.
.SH COMMANDS
${commands.join('\n')}
.SH OPTIONS OF EVERY COMMAND
${common.join('\n')}
.SH EXIT STATUS
${STATUSES.map(([n, what]) => `.TP\n.B ${n}\n${roff(what.replace(/\u2011/g, '-'))}`).join('\n')}
.SH ENVIRONMENT
.TP
.B CTRUST_PASSWORD
Opens an encrypted PDF, unseen by others who list processes.
.TP
.BR NO_COLOR ", " FORCE_COLOR
No colours, or colours where there is no terminal.
.SH FILES
.TP
.B ctrust.config.yaml
Settings and a council's own headings, found in the working folder or above it.
.SH EXAMPLES
.nf
${examples.join('\n')}
.fi
`;
}
