/** Work that was cut short and taken up again: the folder is that of an undisturbed run. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers } from '../fuzz/random.js';

const COMMAND = join(import.meta.dirname, '../../bin/ctrust.js');
let folder: string;

/** When a run is ended: as soon as that many of its records are there, and some milliseconds later. */
interface End { readonly signal: NodeJS.Signals; readonly records: number; readonly after?: number }

/** How many records are in a folder. */
const recordsIn = (out: string): number => (existsSync(join(folder, out)) ? readdirSync(join(folder, out)).filter((f) => /^[^.].*\d\.[a-z]+$/.test(f)).length : 0);

/** Runs `extract` into a folder. */
function extract(out: string, extra: readonly string[] = [], end?: End, papers = 'papers'): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [COMMAND, 'extract', join(folder, papers), '-o', `${join(folder, out)}/`, ...(extra.includes('-f') ? [] : ['-f', 'json']), ...extra], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const look = end ? setInterval(() => {
    if (recordsIn(out) < end.records) return;
    clearInterval(look);
    setTimeout(() => child.kill(end.signal), end.after ?? 0);
  }, 1) : undefined;
  return new Promise((resolve) => { child.once('close', (status) => { clearInterval(look); resolve({ status, said }); }); });
}

/** The lines of a folder's manifest. */
const manifest = async (out: string): Promise<{ record: string; paper: string; by: string; reason?: string }[]> =>
  (await readFile(join(folder, out, 'ctrust-manifest.ndjson'), 'utf8')).trimEnd().split('\n').map((l) => JSON.parse(l) as { record: string; paper: string; by: string; reason?: string });

/** The names of records that a run wrote anew: those whose file is another one than before. */
async function rewritten(out: string, run: () => Promise<unknown>): Promise<string[]> {
  const files = async (): Promise<Map<string, bigint>> => {
    const names = (await readdir(join(folder, out)).catch(() => [])).filter((f) => /\d\.json$/.test(f)).sort();
    return new Map(await Promise.all(names.map(async (f): Promise<[string, bigint]> => [f, (await stat(join(folder, out, f), { bigint: true })).mtimeNs])));
  };
  const before = await files();
  await run();
  return [...await files()].filter(([name, time]) => before.get(name) !== time).map(([name]) => name);
}

async function contents(out: string): Promise<Record<string, string>> {
  const files = (await readdir(join(folder, out))).sort();
  return Object.fromEntries(await Promise.all(files.map(async (f) => [f, await readFile(join(folder, out, f), 'latin1')])));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-resume-'));
  await mkdir(join(folder, 'papers'));
  for (let i = 0; i < 24; i++) await writeFile(join(folder, 'papers', `paper-${String(i).padStart(2, '0')}.txt`), `LARKHAM TOWN COUNCIL\n\nNote ${i}\n\n1. The pond was drained in week ${i}.\n2. It fills again.\n`);
  await writeFile(join(folder, 'papers', 'broken.docx'), 'PK\u0003\u0004 nothing more');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('extract --resume', () => {
  it.each(['json', 'csv', 'xlsx'])('%s: gives the folder of an undisturbed run after being killed at many moments', { timeout: 120_000 }, async (format) => {
    const whole = await extract(`whole-${format}`, ['-f', format]);
    expect(whole.status).toBe(3);
    const next = numbers(format.length);
    const out = `cut-${format}`;
    let killed = 0;
    for (let n = 0; n < 10; n++) {
      const { status } = await extract(out, ['--resume', '-f', format], { signal: 'SIGKILL', records: recordsIn(out) + Math.floor(next() * 4), after: next() * 10 });
      if (status === null) killed++;
    }
    expect(killed).toBeGreaterThan(3);
    await extract(out, ['--resume', '-f', format]);
    expect(await contents(out)).toEqual(await contents(`whole-${format}`));
  });

  it('does again what changed, and only that', { timeout: 60_000 }, async () => {
    await extract('changed');
    const name = join(folder, 'changed', 'paper-03.json');
    const before = await readFile(name, 'utf8');
    await writeFile(name, 'cut off');
    const again = await extract('changed', ['--resume']);
    expect(again.status).toBe(3);
    expect(again.said).toContain('broken.docx: damaged');
    expect(await readFile(name, 'utf8')).toBe(before);
  });

  it('ends with status 130 when interrupted, and keeps what was finished', { timeout: 60_000 }, async () => {
    const cut = await extract('interrupted', ['--jobs', '1'], { signal: 'SIGINT', records: 2 });
    // On a fast machine everything may have been done by then.
    expect([130, 3]).toContain(cut.status);
    if (cut.status === 130) expect(cut.said).toMatch(/interrupted: \d+ of 25 papers were done and are kept; --resume does the others\n$/);
  });

  it('does all again where the options, the settings or the program are others, and none where they are the same', { timeout: 120_000 }, async () => {
    await cp(join(folder, 'papers'), join(folder, 'few'), { recursive: true, filter: (from) => !/paper-(?:0[2-9]|[12]\d)/.test(from) });
    const all = ['paper-00.json', 'paper-01.json'];
    const again = (...extra: string[]): Promise<string[]> => rewritten('options', () => extract('options', ['--resume', ...extra], undefined, 'few'));
    expect(await again()).toEqual(all);
    expect(await again()).toEqual([]);
    expect(await again('--timeout', '60', '--jobs', '1')).toEqual([]);
    expect(await again('--kind', 'minutes')).toEqual(all);
    expect(await again('--kind', 'minutes')).toEqual([]);
    expect(await again('--pages', '1')).toEqual(all);
    const config = join(folder, 'words.yaml');
    await writeFile(config, 'words:\n  parties:\n    roleNouns: [Pondkeeper]\n');
    expect(await again('--config', config)).toEqual(all);
    expect(await again('--config', config)).toEqual([]);
    await writeFile(config, 'words:\n  parties:\n    roleNouns: [Keeper]\n');
    expect(await again('--config', config)).toEqual(all);
    expect(await again()).toEqual(all);
    const path = join(folder, 'options', 'ctrust-manifest.ndjson');
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(/ctrust \d+\.\d+\.\d+/g, 'ctrust 0.0.1'));
    expect(await again()).toEqual(all);
  });

  it('goes by the name of a paper too, and takes out the record of one that can no longer be read', { timeout: 60_000 }, async () => {
    await mkdir(join(folder, 'names'));
    await writeFile(join(folder, 'names', 'note-1.txt'), 'LARKHAM TOWN COUNCIL\n\nThe pond was drained.\n');
    await writeFile(join(folder, 'names', 'note-2.txt'), 'LARKHAM TOWN COUNCIL\n\nIt fills again.\n');
    const run = (): Promise<unknown> => extract('named', ['--resume'], undefined, 'names');
    await run();
    await rename(join(folder, 'names', 'note-1.txt'), join(folder, 'names', 'note-1.md'));
    expect(await rewritten('named', run)).toEqual(['note-1.json']);
    expect(await readFile(join(folder, 'named', 'note-1.json'), 'utf8')).toContain('note-1.md');
    await writeFile(join(folder, 'names', 'note-2.txt'), '');
    await run();
    expect((await manifest('named')).map(({ record, paper, reason }) => [record, paper, reason])).toEqual([['note-1.json', 'note-1.md', undefined], ['note-2.json', 'note-2.txt', 'empty']]);
    expect(existsSync(join(folder, 'named', 'note-2.json'))).toBe(false);
  });

  it('takes out no record of another paper, and none that was corrected by hand', { timeout: 60_000 }, async () => {
    for (const [name, text] of [['one/note.txt', 'LARKHAM TOWN COUNCIL\n\nThe pond was drained.\n'], ['two/note.pdf', ''], ['three/note.txt', '']] as const) {
      await mkdir(join(folder, name.slice(0, name.indexOf('/'))), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const record = join(folder, 'kept', 'note.json');
    await extract('kept', [], undefined, 'one');
    await extract('kept', [], undefined, 'two');
    expect(existsSync(record)).toBe(true);
    await extract('kept', [], undefined, 'one');
    await writeFile(record, (await readFile(record, 'utf8')).replace('drained', 'dredged'));
    await extract('kept', [], undefined, 'three');
    expect(await readFile(record, 'utf8')).toContain('dredged');
  });

  it('needs a folder', async () => {
    const child = spawn(process.execPath, [COMMAND, 'extract', join(folder, 'papers'), '--resume'], { stdio: 'ignore' });
    expect(await new Promise((resolve) => { child.once('close', resolve); })).toBe(2);
  });
});
