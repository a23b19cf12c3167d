/** `ctrust completion`: scripts for bash, zsh and fish, made from the commands and options themselves. Pure. */
import type { Argument, Command, Option } from 'commander';
import { KIND_NAMES } from '../kinds/names.js';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

interface Flag { readonly short?: string; readonly long: string; readonly about: string; readonly takesValue: boolean; readonly choices: readonly string[]; readonly folder: boolean }
interface Told { readonly name: string; readonly about: string; readonly flags: readonly Flag[]; readonly words: readonly string[]; readonly takesFiles: boolean }

const kinds: readonly string[] = [...KIND_NAMES].sort();

function flagOf(option: Option): Flag {
  return {
    ...(option.short ? { short: option.short } : {}), long: option.long ?? option.flags, about: option.description,
    takesValue: option.required || option.optional, choices: option.argChoices ?? (option.long === '--kind' ? kinds : []), folder: option.long === '--draw',
  };
}

const wordsOf = (argument: Argument): readonly string[] => argument.argChoices ?? (argument.name() === 'kind' ? kinds : []);

/** The commands as completion needs them. */
function told(program: Command): Told[] {
  return program.commands.map((c) => ({
    name: c.name(), about: c.description(),
    flags: [...c.options.filter((o) => !o.hidden).map(flagOf), { short: '-h', long: '--help', about: 'what the command takes', takesValue: false, choices: [], folder: false }],
    words: c.registeredArguments.flatMap(wordsOf), takesFiles: c.registeredArguments.some((a) => /^papers?$/.test(a.name())),
  }));
}

/** The completion script of a shell. */
export function completion(program: Command, shell: Shell): string {
  const commands = told(program);
  return { bash, zsh, fish }[shell](commands);
}

const names = (f: Flag): string[] => [...(f.short ? [f.short] : []), f.long];

function bash(commands: readonly Told[]): string {
  const values = commands.flatMap((c) => c.flags.filter((f) => f.takesValue).map((f) => `    ${names(f).map((n) => `${c.name}:${n}`).join('|')}) ${f.choices.length > 0 ? `COMPREPLY=($(compgen -W '${f.choices.join(' ')}' -- "$cur")); ` : ''}return ;;`));
  const flags = commands.map((c) => `      ${c.name}) COMPREPLY=($(compgen -W '${c.flags.flatMap(names).join(' ')}' -- "$cur")) ;;`);
  const words = commands.filter((c) => c.words.length > 0).map((c) => `    ${c.name}) COMPREPLY=($(compgen -W '${c.words.join(' ')}' -- "$cur")) ;;`);
  const all = commands.map((c) => c.name);
  return `# bash completion for ctrust: source <(ctrust completion bash)
_ctrust() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in ${all.join('|')}) command=\${COMP_WORDS[i]}; break ;; esac
  done
  if [[ -z $command ]]; then
    COMPREPLY=($(compgen -W '${all.join(' ')} help --help --version' -- "$cur"))
    return
  fi
  case $command:$prev in
${values.join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${flags.join('\n')}
    esac
    return
  fi
  case $command in
${words.join('\n')}
  esac
}
complete -o default -F _ctrust ctrust
`;
}

/** A text inside single quotes of a shell. */
const quoted = (text: string): string => text.replace(/'/g, "'\\''");
/** A text inside the brackets of zsh's _arguments. */
const bracketed = (text: string): string => quoted(text).replace(/([[\]\\])/g, '\\$1');

function zsh(commands: readonly Told[]): string {
  const spec = (f: Flag): string => {
    const value = f.takesValue ? `:value:${f.choices.length > 0 ? `(${f.choices.join(' ')})` : f.folder ? '_files -/' : '_files'}` : '';
    return f.short ? `'(${f.short} ${f.long})'{${f.short},${f.long}}'[${bracketed(f.about)}]${value}'` : `'${f.long}[${bracketed(f.about)}]${value}'`;
  };
  const cases = commands.map((c) => `    ${c.name})
      _arguments -s \\
        ${[...c.flags.map(spec), c.takesFiles ? `'*:paper:_files'` : c.words.length > 0 ? `'1:name:(${c.words.join(' ')})'` : ''].filter(Boolean).join(' \\\n        ')}
      ;;`);
  return `#compdef ctrust
# zsh completion for ctrust: source <(ctrust completion zsh), or put it into a folder of $fpath as _ctrust
_ctrust() {
  local -a commands
  commands=(
${commands.map((c) => `    '${quoted(c.name)}:${quoted(c.about)}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _ctrust ]]; then _ctrust "$@"; else compdef _ctrust ctrust; fi
`;
}

function fish(commands: readonly Told[]): string {
  const lines = commands.flatMap((c) => {
    const seen = `-n '__fish_seen_subcommand_from ${c.name}'`;
    return [
      `complete -c ctrust -n __fish_use_subcommand -f -a ${c.name} -d '${quoted(c.about)}'`,
      ...c.flags.map((f) => `complete -c ctrust ${seen}${f.short ? ` -s ${f.short.slice(1)}` : ''} -l ${f.long.slice(2)}${f.takesValue ? (f.choices.length > 0 ? ` -x -a '${f.choices.join(' ')}'` : ' -r') : ''} -d '${quoted(f.about)}'`),
      ...(c.words.length > 0 ? [`complete -c ctrust ${seen} -f -a '${c.words.join(' ')}'`] : []),
    ];
  });
  return `# fish completion for ctrust: ctrust completion fish | source\n${lines.join('\n')}\n`;
}
