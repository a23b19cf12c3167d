import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'ctrust-load-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const loader = join(import.meta.dirname, '../../dist/run/load.js');
const { AROUND } = await import(loader) as { AROUND: [string, string] };
const write = (name: string, source: string): void => writeFileSync(join(folder, name), AROUND.join(source));
write('first.js', "exports.answer = () => __load('./second.js').twice(21);\nexports.again = () => __load('./second.js') === __load('./second.js');\nexports.path = () => __import('node:path').then((p) => p.sep.length);\n");
write('second.js', 'exports.twice = (n) => n + n;\n');

/** Loads the two files in a process of their own; says what they answer and whether V8 refused the code kept for them. */
function run(script = '', flags: string[] = [], before = ''): { answer: number; again: boolean; path: number; refused: string[] } {
  const code = `const { loaderOf, keepCode, refused } = require(${JSON.stringify(loader)});
    const { answer, again, path } = loaderOf(${JSON.stringify(folder)}, 'child'${before}).load('./first.js');
    const got = { answer: answer(), again: again() };
    ${script}
    path().then((p) => process.stdout.write(JSON.stringify({ ...got, path: p, refused: refused() })));`;
  const done = spawnSync(process.execPath, [...flags, '-e', code], { encoding: 'utf8' });
  expect(done.stderr).toBe('');
  return JSON.parse(done.stdout) as ReturnType<typeof run>;
}
const works = { answer: 42, again: true, path: 1 };
const kept = (name: string): string => join(folder, `${name}.js.child.code`);

describe('loading with kept code', () => {
  it('works without any, and keeps it when asked', () => {
    expect(run()).toEqual({ ...works, refused: [] });
    expect(existsSync(kept('first'))).toBe(false);
    expect(run("keepCode('child');")).toEqual({ ...works, refused: [] });
    expect(existsSync(kept('first'))).toBe(true);
    expect(existsSync(kept('second'))).toBe(true);
  });

  it('takes what was kept, and compiles where that is for other flags, cut short or no code at all', () => {
    run("keepCode('child');");
    expect(run()).toEqual({ ...works, refused: [] });
    expect(run('', ['--max-semi-space-size=7']).refused).toHaveLength(2);
    writeFileSync(kept('first'), readFileSync(kept('first')).subarray(0, 40));
    writeFileSync(kept('second'), 'no code');
    expect(run()).toEqual({ ...works, refused: [join(folder, 'first.js')] });
  });

  it('takes what was kept whatever flags the process has come to, where it is told what to set before', () => {
    const small = "() => require('node:v8').setFlagsFromString('--semi-space-growth-factor=1')";
    run(`(${small})(); keepCode('child');`);
    expect(run('', ['--semi-space-growth-factor=3']).refused).toHaveLength(2);
    expect(run('', ['--semi-space-growth-factor=3'], `, ${small}`)).toEqual({ ...works, refused: [] });
  });

  it('passes over the code of a source that has changed since, be it as long as before', () => {
    run("keepCode('child');");
    const source = readFileSync(join(folder, 'second.js'), 'utf8');
    writeFileSync(join(folder, 'second.js'), source.replace('n + n', 'n - n'));
    try {
      expect(run()).toMatchObject({ answer: 0 });
    } finally {
      writeFileSync(join(folder, 'second.js'), source);
    }
  });

  it('fails again on a file that failed, and names no folder of the build', () => {
    const code = `const { load } = require(${JSON.stringify(loader)}).loaderOf(${JSON.stringify(folder)}, 'child'); for (let i = 0; i < 2; i++) try { load('./third.js'); process.stdout.write('loaded'); } catch (e) { process.stdout.write(e.message + ';'); }`;
    write('third.js', "throw new Error('no');\n");
    expect(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stdout).toBe('no;no;');
    const run = join(loader, '..');
    for (const name of readdirSync(run).filter((f) => f.endsWith('.code'))) expect(readFileSync(join(run, name)).includes(Buffer.from(run)), name).toBe(false);
  });
});

const dist = join(import.meta.dirname, '../../dist');

/** Whether the code of PDFium kept in a file is taken by a process with the child's flags and these. */
function takesWasm(file: string, flags: string[] = []): boolean {
  const code = `const { setFlagsFromString } = await import('node:v8');
    const { CHILD_FLAGS } = await import(${JSON.stringify(join(dist, 'work/flags.js'))});
    for (const flag of [...CHILD_FLAGS, ...${JSON.stringify(flags)}]) setFlagsFromString(flag);
    const { wasmOf } = await import(${JSON.stringify(join(dist, 'read/pdf/engine/pdfium-wasm.js'))});
    process.stdout.write(String((await wasmOf(${JSON.stringify(file)})).kept));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });
  expect(done.stderr).toBe('');
  return done.stdout === 'true';
}

describe('the code of PDFium', () => {
  it('is taken where the build kept it, and compiled anew where it is for other flags, cut short, changed or no code at all', () => {
    const built = join(dist, 'run/pdfium.code');
    expect(takesWasm(built)).toBe(true);
    expect(takesWasm(built, ['--wasm-tiering-budget=7'])).toBe(false);
    const file = join(folder, 'pdfium.code');
    expect(takesWasm(file)).toBe(false);
    const whole = readFileSync(built);
    const changed = Buffer.from(whole);
    changed[changed.length >> 1]! ^= 1;
    for (const bytes of [whole.subarray(0, whole.length - 1), whole.subarray(0, 8), changed, 'no code']) {
      writeFileSync(file, bytes);
      expect(takesWasm(file)).toBe(false);
    }
  });
});

describe('the built program', () => {

  it('has kept code that this Node takes', () => {
    const code = `const { loaderOf, refused } = require(${JSON.stringify(loader)}); loaderOf(${JSON.stringify(join(loader, '..'))}, 'command').load('./command.js'); process.stdout.write(JSON.stringify(refused()));`;
    expect(JSON.parse(spawnSync(process.execPath, ['-e', code], { encoding: 'utf8' }).stdout)).toEqual([]);
  });
});
