/**
 * Papers changed at random: each is read, or refused with a reason; nothing else. `CTRUST_FUZZ_SECONDS` says for how long (30 in CI, 600 at night; 5 here),
 * `CTRUST_FUZZ_SEED` where to begin. What fails is written to the folder that `CTRUST_FUZZ_KEEP` names, to become a fixture.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PaperError } from '../../src/read/reader.js';
import { extractBytes } from '../../src/work/extract.js';
import { mutate, numbers } from './mutate.js';

const SECONDS = Number(process.env['CTRUST_FUZZ_SECONDS'] ?? 5);
const SEED = Number(process.env['CTRUST_FUZZ_SEED'] ?? 1);
const KEEP = process.env['CTRUST_FUZZ_KEEP'];
const PAPERS = join(import.meta.dirname, '../../fixtures/papers');

describe('readers', () => {
  it(`survive papers changed at random for ${SECONDS} seconds`, { timeout: SECONDS * 1000 + 120_000 }, async () => {
    const seeds = readdirSync(PAPERS).filter((f) => /\.(?:pdf|docx|html|txt|md)$/.test(f)).sort().map((f) => ({ name: f, bytes: new Uint8Array(readFileSync(join(PAPERS, f))) }));
    const until = performance.now() + SECONDS * 1000;
    const failed: string[] = [];
    for (let n = SEED; performance.now() < until; n++) {
      const next = numbers(n);
      const pick = () => seeds[Math.floor(next() * seeds.length)] ?? { name: '', bytes: new Uint8Array() };
      const [paper, other] = [pick(), pick()];
      const bytes = mutate(paper.bytes, other.bytes, next);
      try {
        await extractBytes(bytes, { file: 'paper' });
      } catch (error) {
        if (error instanceof PaperError && error.message !== '' && !error.message.includes('\n')) continue;
        failed.push(`seed ${n} of ${paper.name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : String(error)}`);
        if (KEEP) { mkdirSync(KEEP, { recursive: true }); writeFileSync(join(KEEP, `${n}-${paper.name}`), bytes); }
      }
    }
    expect(failed).toEqual([]);
  });
});
