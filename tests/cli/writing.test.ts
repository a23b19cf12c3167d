/** Writing that fails: one plain line, the exit status that says so, and nothing half-written. None of these tests needs a full disk or an ordinary user's rights. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WholeFile } from '../../src/cli/output.js';
import { readFileBytes } from '../../src/work/run.js';
import { ctrust, type Ran } from './run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PLAN = 'plan.pdf';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-writing-'));
  await cp(join(ROOT, 'fixtures/papers/ardmere-skatepark-action-plan.pdf'), join(folder, PLAN));
  await mkdir(join(folder, 'papers'));
  for (const [i, name] of ['a.pdf', 'b.pdf', 'c.pdf', 'd.pdf', 'e.pdf', 'f.pdf', 'g.pdf', 'h.pdf'].entries()) await cp(join(ROOT, 'fixtures/papers', ['ardmere-skatepark-action-plan.pdf', 'brackenford-council-minutes.pdf'][i % 2] ?? ''), join(folder, 'papers', name));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command by a line of shell, in which `ctrust` stands for it. */
function shell(line: string): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn('sh', ['-c', line.replace('ctrust', `exec "${process.execPath}" "${join(ROOT, 'bin/ctrust.js')}"`)], { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (d: Buffer) => { out += d.toString(); });
    child.stderr.on('data', (d: Buffer) => { err += d.toString(); });
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

/** Every file below a folder, but for the journal, which is what --resume goes by. */
async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((e) => e.isFile() && e.name !== '.ctrust-journal.ndjson').map((e) => e.name).sort();
}

/** The names in a folder, at once. */
const filesNow = (path: string): string[] => readdirSync(path);

/** Waits until something is there. */
async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((resolve) => { setTimeout(resolve, 1); });
}

const OUTPUTS = [
  ...['yaml', 'json', 'ndjson', 'csv', 'xlsx'].map((f) => `extract ${PLAN} -f ${f}`),
  ...['text', 'json', 'sarif', 'junit', 'github'].map((r) => `validate papers --fail-on never --reporter ${r}`),
  ...['csv', 'json', 'xlsx', 'markdown'].map((f) => `tables ${PLAN} -f ${f}`),
  `inspect ${PLAN}`, `review ${PLAN}`, 'schema minutes',
];

describe.skipIf(!existsSync('/dev/full'))('standard output on a full disk', () => {
  it.concurrent.each([...OUTPUTS, 'schema', 'completion bash', '--help', '--version', 'extract --help'])('ctrust %s: one line, status 4', async (args) => {
    expect(await shell(`ctrust ${args} > /dev/full`)).toEqual({ status: 4, out: '', err: 'ctrust: cannot write to standard output: the disk is full\n' });
  }, 60_000);
});

describe.skipIf(process.platform === 'win32')('a file that outgrows what it may be', () => {
  // Half a kilobyte: the first blocks are written and the next fail, as on a disk that fills up.
  it.concurrent.each(OUTPUTS.filter((o) => !o.includes('github')))('ctrust %s -o: one line, status 4, no file', async (args) => {
    const name = `limited-${args.replace(/[^a-z]+/g, '-')}`;
    await mkdir(join(folder, name));
    const { status, err } = await shell(`ulimit -f 1; ctrust ${args} -o ${name}/out.file`);
    expect({ status, err }).toEqual({ status: 4, err: `ctrust: cannot write ${name}/out.file: the file would be larger than is allowed here\n` });
    expect(await filesIn(join(folder, name))).toEqual([]);
  }, 60_000);

  it.concurrent.each([
    ...['yaml', 'json', 'ndjson', 'csv', 'xlsx'].map((f) => `extract papers -f ${f} --jobs 1`), ...['csv', 'json', 'xlsx', 'markdown'].map((f) => `tables papers -f ${f}`), 'review papers', 'schema',
  ])('ctrust %s -o FOLDER/: ends at the first, however many papers wait', async (args) => {
    const name = `limited-folder-${args.replace(/[^a-z]+/g, '-')}`;
    const { status, err } = await shell(`ulimit -f 1; ctrust ${args} -o ${name}/`);
    expect(status).toBe(4);
    expect(err).toMatch(/^ctrust: cannot write limited-folder-\S+: the file would be larger than is allowed here\n$/);
    expect(await filesIn(join(folder, name))).toEqual([]);
  }, 60_000);
});

describe('a place that cannot be written', () => {
  it.each([`${PLAN}/x`, `${PLAN}/x/`, ...(existsSync('/proc/self') ? ['/proc/ctrust/x', '/proc/ctrust/'] : [])])('-o %s', async (place) => {
    for (const args of [['extract', PLAN, '-f', 'json'], ['extract', PLAN, '-f', 'xlsx'], ['tables', PLAN, '-f', 'csv'], ['review', PLAN], ['schema', ...(place.endsWith('/') ? [] : ['minutes'])]]) {
      const { status, err, out } = await ctrust([...args, '-o', place], { cwd: folder });
      expect({ status, out }).toEqual({ status: 4, out: '' });
      expect(err).toMatch(/^ctrust: cannot write (?:into )?\S+: (?:part of its path is a file|there is no such folder|permission denied|the disk is read-only)\n$/);
    }
  }, 60_000);

  it('a link that leads round in a circle is refused', async () => {
    await symlink('round', join(folder, 'round'));
    const { status, err } = await ctrust(['extract', PLAN, '-o', 'round/x.json'], { cwd: folder });
    expect(status).toBe(4);
    expect(err).toBe('ctrust: cannot write round/x.json: its path is a circle of links\n');
  });

  it('a paper of the longest name there can be is written', async () => {
    const name = 'n'.repeat(250);
    await mkdir(join(folder, 'long'));
    await cp(join(folder, PLAN), join(folder, 'long', `${name}.pdf`));
    expect((await ctrust(['extract', 'long', '-o', 'long-out/'], { cwd: folder })).status).toBe(0);
    expect(await filesIn(join(folder, 'long-out'))).toEqual(['ctrust-manifest.ndjson', `${name}.yaml`]);
  });
});

describe('while the papers are read', () => {
  it.each([['extract', 'json', '.json'], ['tables', 'csv', '.csv']])('%s: an output folder that is moved away ends the work, and is not made anew', async (command, format, ending) => {
    const [out, away] = [join(folder, `moved-${command}`), join(folder, `away-${command}`)];
    const running = ctrust([command, 'papers', '-f', format, ...(command === 'extract' ? ['--jobs', '1'] : []), '-o', `${out}/`], { cwd: folder });
    await until(() => existsSync(join(out, `a${ending}`)));
    await rename(out, away);
    const { status, err } = await running;
    expect(status).toBe(4);
    expect(err).toMatch(/^ctrust: cannot write into \S+: the folder was moved or taken away while the papers were read\n$/);
    expect(existsSync(out)).toBe(false);
    expect(await filesIn(away)).toContain(`a${ending}`);
    expect((await filesIn(away)).filter((f) => f.endsWith('.part'))).toEqual([]);
  }, 60_000);

  it('another run that takes away a half-written record is told as that', async () => {
    const file = new WholeFile(join(folder, 'taken.json'), { alone: true });
    await file.write('{');
    await rm(join(folder, '.taken.json.part'));
    await expect(file.finish()).rejects.toMatchObject({ status: 4, message: `cannot write ${join(folder, 'taken.json')}: it was taken away before it was whole, perhaps by another run into the same folder` });
  });

  it('a paper that is taken away is one line, and the others are done', async () => {
    await cp(join(folder, 'papers'), join(folder, 'going'), { recursive: true });
    const out = join(folder, 'going-out');
    const running = ctrust(['extract', 'going', '-f', 'json', '--jobs', '1', '-o', `${out}/`], { cwd: folder });
    await until(() => existsSync(join(out, 'a.json')));
    await rm(join(folder, 'going', 'h.pdf'));
    const { status, err } = await running;
    expect(status).toBe(3);
    expect(err).toBe('ctrust: going/h.pdf: not-found: there is no such file\n7 of 8 papers read (1 not-found)\n');
    expect((await filesIn(out)).filter((f) => f.endsWith('.json'))).toHaveLength(7);
  }, 60_000);

  it('a paper that is still being written is refused, and read by the next run', async () => {
    const path = join(folder, 'growing.pdf');
    await writeFile(path, '%PDF-1.7\n');
    await truncate(path, 64 * 1024 * 1024);
    // Touched from another thread, since reading holds this one up.
    const toucher = new Worker(`const { workerData, parentPort } = require('node:worker_threads'); const { utimesSync } = require('node:fs');
      for (let time = 1_000_000_000; ; time++) { utimesSync(workerData, time, time); if (time === 1_000_000_000) parentPort.postMessage('begun'); }`, { eval: true, workerData: path });
    await new Promise((resolve) => { toucher.once('message', resolve); });
    expect(() => readFileBytes(path)).toThrow(expect.objectContaining({ code: 'damaged', message: 'it was changed while it was being read; run again when it is whole' }));
    await toucher.terminate();
  });

  it('a job that is called off leaves nothing half-written', async () => {
    await mkdir(join(folder, 'off'));
    for (const signal of ['TERM', 'HUP', 'INT']) {
      const { status, err } = await new Promise<Ran>((resolve) => {
        const child = spawn(process.execPath, [join(ROOT, 'bin/ctrust.js'), 'extract', join(folder, 'papers'), '--jobs', '1', '-o', join(folder, 'off/all.json')], { stdio: ['ignore', 'ignore', 'pipe'] });
        let said = '';
        child.stderr.on('data', (d: Buffer) => { said += d.toString(); });
        void until(() => child.exitCode !== null || filesNow(join(folder, 'off')).length > 0).then(() => child.kill(`SIG${signal}` as NodeJS.Signals));
        child.on('close', (code) => resolve({ status: code, out: '', err: said }));
      });
      expect(status).toBe(130);
      expect(err).toMatch(/^ctrust: interrupted: \d of 8 papers were done\n$/);
      expect(await filesIn(join(folder, 'off'))).toEqual([]);
    }
  }, 60_000);
});

describe('a failure is written down for what it is', () => {
  it('with the hash of the bytes that were read, and none where none were', async () => {
    await mkdir(join(folder, 'bad'));
    await writeFile(join(folder, 'bad', 'cut.pdf'), '%PDF-1.7\n1 0 obj\n<<');
    await ctrust(['extract', join(folder, 'bad'), join(folder, 'bad', 'gone.pdf'), '-o', 'bad-out/'], { cwd: folder });
    const entries = (await readFile(join(folder, 'bad-out/ctrust-manifest.ndjson'), 'utf8')).trimEnd().split('\n').map((l) => JSON.parse(l) as { paper: string; source?: string; reason?: string });
    expect(entries.map(({ paper, reason, source }) => [paper, reason, typeof source])).toEqual([['cut.pdf', 'damaged', 'string'], ['gone.pdf', 'not-found', 'undefined']]);
  });
});
