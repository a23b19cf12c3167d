/**
 * Papers changed at random: each is read, or refused with a reason, within bounds of time and memory; nothing else. What is read fits its schema, accounts for every
 * character, and goes through the rules. The reading is done in child processes, as the command does it, so that a hang or a crash is one failure and not the end.
 *
 * `CTRUST_FUZZ_SECONDS` says for how long (30 in CI, 600 at night; 5 here), `CTRUST_FUZZ_SEED` where to begin, `CTRUST_FUZZ_JOBS` how many at once. What fails is written
 * to the folder that `CTRUST_FUZZ_KEEP` names, to become a fixture; the seed alone makes it again.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check } from '../../src/check/check.js';
import type { AnyRecord } from '../../src/kinds/record.js';
import { KIND_NAMES } from '../../src/kinds/names.js';
import { isKindName, kindNamed } from '../../src/kinds/registry.js';
import { inkLength } from '../../src/paper/text.js';
import type { runAll as pool } from '../../src/work/pool.js';
import type { Answer, Printed, Task } from '../../src/work/task.js';
import { changed, type Seed } from './mutate.js';
import { Dice, numbers } from './random.js';
import { partsOf, pdfOf } from './pdf.js';
import { zipOf } from './zip.js';

const SECONDS = Number(process.env['CTRUST_FUZZ_SECONDS'] ?? 5);
const SEED = Number(process.env['CTRUST_FUZZ_SEED'] ?? 1);
const JOBS = Number(process.env['CTRUST_FUZZ_JOBS'] ?? 2);
const KEEP = process.env['CTRUST_FUZZ_KEEP'];
const PAPERS = join(import.meta.dirname, '../../fixtures/papers');
/** Longest time (seconds) for a paper of some pages: read whole it takes a tenth of one, and machines are slow at times. */
const BOUND = 20;
/** Papers that are made and handed over at a time: a child process lives for so many. */
const ROUND = 40;

// The pool of the build: its child processes are plain JavaScript.
const { runAll } = await import(new URL('../../dist/work/pool.js', import.meta.url).href) as { runAll: typeof pool };

const seeds: Seed[] = readdirSync(PAPERS).filter((f) => /\.(?:pdf|docx|html|txt|md)$/.test(f)).sort().map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(PAPERS, name))) }));

/** What is asked about a changed paper, by its seed: mostly its record, at times of a kind that it is not, by the second PDF engine, with tracked changes undone, as YAML. */
function taskOf({ bytes }: Seed, seed: number): Task {
  // Another stream of numbers than that of the changes.
  const dice = new Dice(numbers(seed ^ 0x5bd1e995));
  const want = dice.sometimes(0.8) ? 'record' : dice.of(['tables', 'inspect', 'review'] as const);
  return {
    want, bytes, file: 'paper',
    read: { ...(dice.sometimes(0.2) ? { engine: 'pdfjs' } : {}), ...(dice.sometimes(0.1) ? { tracked: 'original' } : {}), ...(dice.sometimes(0.1) ? { pages: [1 + dice.under(3)] } : {}) },
    ...(dice.sometimes(0.3) ? { kind: dice.of(KIND_NAMES) } : {}),
    ...(want === 'record' ? { print: { format: dice.of(['json', 'yaml'] as const) } } : {}),
  };
}

/** What is wrong with an answer, or nothing. */
function wrongWith(task: Task, answer: Answer): string | undefined {
  if (!answer.ok) {
    if (answer.code === 'fault' || answer.code === 'timed-out' || answer.code === 'out-of-memory' || /ended the process/.test(answer.message)) return `${answer.code}: ${answer.stack?.split('\n').slice(0, 4).join(' ') ?? answer.message}`;
    return answer.message === '' || answer.message.includes('\n') ? `a message of no line or several: ${JSON.stringify(answer.message)}` : undefined;
  }
  if (task.want !== 'record') return undefined;
  try {
    const text = Buffer.from((answer.value as Printed).text).toString();
    const record = (task.print?.format === 'yaml' ? parse(text) : JSON.parse(text)) as AnyRecord;
    if (!isKindName(record.kind)) return `no kind: ${String(record.kind)}`;
    const fits = kindNamed(record.kind).schema.safeParse(record);
    if (!fits.success) return `it does not fit its schema: ${fits.error.issues[0]?.path.join('.') ?? ''} ${fits.error.issues[0]?.message ?? ''}`;
    const { characters, captured, unassigned, furniture, hidden } = record['coverage'] as { characters: number; captured: number } & Record<'unassigned' | 'furniture' | 'hidden', { text: string }[]>;
    const apart = [...unassigned, ...furniture, ...hidden].reduce((n, { text }) => n + inkLength(text), 0);
    if (characters !== captured + apart) return `its characters do not add up: ${characters} are not ${captured} and ${apart}`;
    check(record, {});
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') ?? error.message : String(error);
  }
}

describe('readers', () => {
  it(`survive papers changed at random for ${SECONDS} seconds`, { timeout: SECONDS * 1000 + 180_000 }, async () => {
    const until = performance.now() + SECONDS * 1000;
    const failed: string[] = [];
    const counts = { read: 0, refused: 0, slowest: '' };
    let longest = 0;
    for (let first = SEED; performance.now() < until; first += ROUND) {
      const papers = Array.from({ length: ROUND }, (_, i) => changed(seeds, first + i));
      const tasks = papers.map((p, i) => taskOf(p, first + i));
      for await (const { index, answer } of runAll(tasks, { jobs: JOBS, timeout: BOUND, memory: 1024 })) {
        const wrong = wrongWith(tasks[index] as Task, answer);
        counts[answer.ok ? 'read' : 'refused']++;
        if (answer.seconds > longest) { longest = answer.seconds; counts.slowest = `seed ${first + index} of ${papers[index]?.name ?? ''}, ${longest.toFixed(1)} s`; }
        if (wrong !== undefined) {
          const { name, bytes } = papers[index] as Seed;
          failed.push(`seed ${first + index} of ${name}: ${wrong}`);
          if (KEEP !== undefined) { mkdirSync(KEEP, { recursive: true }); writeFileSync(join(KEEP, `${first + index}-${name}`), bytes); }
        }
        if (performance.now() > until) break;
      }
    }
    if (SECONDS > 5) process.stderr.write(`${counts.read + counts.refused} changed papers: ${counts.read} read, ${counts.refused} refused, ${failed.length} failed; the slowest: ${counts.slowest}\n`);
    expect(failed).toEqual([]);
  });
});

describe('the changes', () => {
  it('are the same for the same seed, and others for another', () => {
    const prints = (from: number): string[] => Array.from({ length: 30 }, (_, i) => createHash('sha256').update(changed(seeds, from + i).bytes).digest('hex'));
    expect(prints(1)).toEqual(prints(1));
    expect(new Set(prints(1)).size).toBe(30);
  });

  it('begin from parts that make the same paper again', async () => {
    const name = 'brackenford-council-minutes';
    const read = (bytes: Uint8Array): Task => ({ want: 'inspect', bytes, file: 'paper', read: {} });
    const [pdf, docx] = ['pdf', 'docx'].map((e) => seeds.find((s) => s.name === `${name}.${e}`)?.bytes ?? new Uint8Array()) as [Uint8Array, Uint8Array];
    const answers: unknown[] = [];
    for await (const { answer } of runAll([read(pdf), read(pdfOf(partsOf(pdf))), read(docx), read(zipOf(unzipSync(docx)))], { jobs: 1, timeout: BOUND, memory: 1024 })) answers.push(answer.ok ? answer.value : answer);
    expect(answers[0]).toHaveProperty('paper');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toHaveProperty('paper');
    expect(answers[3]).toEqual(answers[2]);
  }, 60_000);
});
