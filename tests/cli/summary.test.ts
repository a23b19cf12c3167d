import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { Summary } from '../../src/cli/summary.js';
import { ctrust } from './run.js';

const plain = new Chalk({ level: 0 });
const record = (kind: string, ratio: number, diagnostics: string[] = []) => ({ kind, coverage: { ratio }, diagnostics: diagnostics.map((severity) => ({ severity })) });

describe('the summary after many papers', () => {
  it('tells kinds, coverage, diagnostics and the slowest', () => {
    const summary = new Summary();
    summary.add('a.pdf', 0.4, record('minutes', 1, ['warning']));
    summary.add('b\u001b[31m.pdf', 12.34, record('minutes', 0.5, ['error', 'info']));
    summary.add('c.pdf', 2, record('agenda', 0.99999));
    expect(summary.lines(plain)).toEqual([
      '  kinds       2 minutes, 1 agenda',
      '  coverage    83.3 % on average; lowest: b\\u001b[31m.pdf 50.0 %',
      '  diagnostics 1 error, 1 warning, 1 for information',
      '  slowest     b\\u001b[31m.pdf 12.3 s, c.pdf 2.0 s',
    ]);
  });

  it('says nothing of what there is not: tables have no kinds', () => {
    const summary = new Summary();
    summary.add('a.pdf', 0.1, [{ rows: [] }]);
    expect(summary.lines(plain)).toEqual([]);
  });

  it('is said with --verbose, or on a terminal; never with --quiet', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ctrust-summary-'));
    for (const name of ['a.txt', 'b.txt']) await writeFile(join(folder, name), 'Dear resident,\n\nThank you for your letter.\n');
    const said = async (...more: string[]): Promise<string> => (await ctrust(['extract', folder, '-f', 'ndjson', ...more])).err;
    expect(await said()).toBe('2 of 2 papers read\n');
    expect(await said('--verbose')).toMatch(/^2 of 2 papers read\n {2}kinds +2 document\n/);
    expect(await said('--quiet')).toBe('');
    await rm(folder, { recursive: true });
  });
});
