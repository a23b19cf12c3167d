/** Completion as a shell does it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ctrust } from './run.js';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** What bash offers for the words typed so far; the last is the one under the cursor. */
async function offered(...words: string[]): Promise<string[]> {
  const { out: script } = await ctrust(['completion', 'bash']);
  const line = `COMP_WORDS=(${['ctrust', ...words].map((w) => `'${w}'`).join(' ')}); COMP_CWORD=${words.length}; _ctrust; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-c', `${script}\n${line}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean);
}

describe.skipIf(!has('bash'))('ctrust completion bash', () => {
  it('is a script that bash takes, and registers itself', async () => {
    const { out, status } = await ctrust(['completion', 'bash']);
    expect(status).toBe(0);
    const { stdout } = spawnSync('bash', ['--noprofile', '--norc', '-c', `${out}\ncomplete -p ctrust`], { encoding: 'utf8' });
    expect(stdout).toContain('-F _ctrust ctrust');
  });
  it('offers commands, options, and the values of options', async () => {
    expect(await offered('')).toEqual(expect.arrayContaining(['extract', 'validate', 'tables', 'inspect', 'review', 'schema', 'completion']));
    expect(await offered('ex')).toEqual(['extract']);
    expect(await offered('extract', '--fo')).toEqual(['--format']);
    expect(await offered('extract', '-f', '')).toEqual(['yaml', 'json', 'ndjson', 'csv', 'xlsx']);
    expect(await offered('validate', 'x.pdf', '--reporter', 's')).toEqual(['sarif']);
    expect(await offered('extract', '--kind', 'min')).toEqual(['minutes']);
    expect(await offered('schema', 'agen')).toEqual(['agenda']);
    expect(await offered('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    // Files are the shell's own business.
    expect(await offered('extract', '')).toEqual([]);
    expect(await offered('extract', '-o', '')).toEqual([]);
  }, 60_000);
});

describe('the other shells', () => {
  it.each(['zsh', 'fish'] as const)('%s: names every command, and is taken by the shell where there is one', async (shell) => {
    const { out } = await ctrust(['completion', shell]);
    for (const command of ['extract', 'validate', 'tables', 'inspect', 'review', 'schema', 'completion']) expect(out).toContain(command);
    expect(out).toContain('xlsx');
    expect(out).not.toContain('undefined');
    if (has(shell)) expect(spawnSync(shell, ['-n'], { input: out }).status).toBe(0);
  });
  it('an unknown shell is refused with those there are', async () => {
    const { status, err } = await ctrust(['completion', 'bas']);
    expect(status).toBe(2);
    expect(err).toContain('bash, zsh, fish');
  });
});
