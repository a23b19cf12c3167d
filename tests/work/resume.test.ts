/** Work that was cut short and taken up again: the folder is that of an undisturbed run. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const COMMAND = join(import.meta.dirname, '../../bin/ctrust.js');
let folder: string;

/** Runs `extract` into a folder; ends it with a signal after some milliseconds where one is named. */
function extract(out: string, extra: readonly string[] = [], end?: { signal: NodeJS.Signals; after: number }): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [COMMAND, 'extract', join(folder, 'papers'), '-o', `${join(folder, out)}/`, '-f', 'json', ...extra], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => { said += chunk.toString(); });
  const timer = end ? setTimeout(() => child.kill(end.signal), end.after) : undefined;
  return new Promise((resolve) => { child.once('close', (status) => { clearTimeout(timer); resolve({ status, said }); }); });
}

async function contents(out: string): Promise<Record<string, string>> {
  const files = (await readdir(join(folder, out))).sort();
  return Object.fromEntries(await Promise.all(files.map(async (f) => [f, await readFile(join(folder, out, f), 'utf8')])));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ctrust-resume-'));
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(folder, 'papers'));
  for (let i = 0; i < 24; i++) await writeFile(join(folder, 'papers', `paper-${String(i).padStart(2, '0')}.txt`), `LARKHAM TOWN COUNCIL\n\nNote ${i}\n\n1. The pond was drained in week ${i}.\n2. It fills again.\n`);
  await writeFile(join(folder, 'papers', 'broken.docx'), 'PK\u0003\u0004 nothing more');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('extract --resume', () => {
  it('gives the folder of an undisturbed run after being killed at random moments', { timeout: 120_000 }, async () => {
    const whole = await extract('whole');
    expect(whole.status).toBe(3);
    for (const after of [250, 400, 600, 900]) await extract('cut', ['--resume'], { signal: 'SIGKILL', after });
    await extract('cut', ['--resume']);
    expect(await contents('cut')).toEqual(await contents('whole'));
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
    const cut = await extract('interrupted', ['--jobs', '1'], { signal: 'SIGINT', after: 450 });
    // On a fast machine everything may have been done by then.
    expect([130, 3]).toContain(cut.status);
    if (cut.status === 130) expect(cut.said).toMatch(/interrupted: \d+ of 25 papers were done and are kept; --resume does the others\n$/);
  });

  it('needs a folder', async () => {
    const child = spawn(process.execPath, [COMMAND, 'extract', join(folder, 'papers'), '--resume'], { stdio: 'ignore' });
    expect(await new Promise((resolve) => { child.once('close', resolve); })).toBe(2);
  });
});
