/** What is generated and checked in is what would be generated now. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ctrust } from './run.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const { pages } = await import(new URL('../../scripts/docs.mjs', import.meta.url).href) as { pages(): Promise<Map<string, string>> };

describe('the generated pages and the man page', () => {
  it('are those of the commands, schemas and rules now (npm run generate writes them anew)', async () => {
    const now = await pages();
    const stale = [...now].filter(([path, text]) => !existsSync(join(ROOT, path)) || readFileSync(join(ROOT, path), 'utf8') !== text).map(([path]) => path);
    expect(stale).toEqual([]);
    for (const folder of ['docs/rules', 'docs/reference']) expect(readdirSync(join(ROOT, folder)).map((f) => `${folder}/${f}`).filter((f) => !now.has(f))).toEqual([]);
  });

  it('say nothing of the machine that made them', async () => {
    for (const text of (await pages()).values()) expect(text).not.toMatch(/\/(?:home|work|tmp|Users)\//);
  });
});

describe('the documentation', () => {
  const files = ['README.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.md')).map((f) => `docs/${f}`)];
  it.each(files)('%s: every link within the project leads somewhere', (file) => {
    const text = readFileSync(join(ROOT, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
    const dead = [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map((m) => m[1] ?? '').filter((to) => !existsSync(join(ROOT, file, '..', to)));
    expect(dead).toEqual([]);
  });
});

describe('the README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  it('shows what the program prints', async () => {
    const sample = (/^```yaml\n([\s\S]*?)^```/m.exec(readme)?.[1] ?? 'no sample').trimEnd().split('\n');
    const { out } = await ctrust(['extract', join(ROOT, 'fixtures/papers/ardmere-skatepark-action-plan.pdf')]);
    const lines = out.split('\n');
    const from = lines.findIndex((l) => l.trimStart() === sample[0]);
    const indent = (lines[from] ?? '').length - (lines[from] ?? '').trimStart().length;
    expect(lines.slice(from, from + sample.length).map((l) => l.slice(indent))).toEqual(sample);
  });
  it('has the test command where the checks look for it', () => {
    expect(readme).toMatch(/<!-- test command -->\n```sh\nnpm ci && npm test\n```/);
  });
});
