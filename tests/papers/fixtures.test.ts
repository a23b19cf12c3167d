/** Every fixture through the built command: what it must say, that its books balance, and that its formats say the same. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBytes } from '../../src/work/extract.js';
import { ctrust } from '../cli/run.js';
import { differences, withoutPlaces } from './compare.js';
import { lostIn, wordsLostIn } from './lost.js';

const folder = fileURLToPath(new URL('../../fixtures/papers/', import.meta.url));
const names = [...new Set(readdirSync(folder).filter((f) => f.endsWith('.expected.json')).map((f) => f.replace('.expected.json', '')))].sort();
const ENDINGS = ['docx', 'pdf', 'html', 'txt', 'md'];

type Plain = Record<string, unknown>;
const records = new Map<string, Plain>();
const filesOf = (name: string): string[] => ENDINGS.map((e) => `${name}.${e}`).filter((f) => existsSync(folder + f));

beforeAll(async () => {
  const files = names.flatMap(filesOf);
  const { status, out, err } = await ctrust(['extract', ...files, '-f', 'ndjson', '--quiet'], { cwd: folder });
  expect(err).toBe('');
  expect(status).toBe(0);
  out.trimEnd().split('\n').forEach((line, i) => records.set(files[i] ?? '', JSON.parse(line) as Plain));
}, 120_000);

const total = (list: unknown): number => (list as { text: string }[]).reduce((n, f) => n + [...f.text.replace(/\s/gu, '')].length, 0);

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(readFileSync(`${folder}${name}.expected.json`, 'utf8')) as Plain;
  const files = filesOf(name);

  it.each(files)('%s says what it must', (file) => {
    expect(differences(expected, records.get(file))).toEqual([]);
  });

  it.each(files)('%s has books that balance', (file) => {
    const coverage = records.get(file)?.['coverage'] as { characters: number; captured: number; ratio: number; unassigned: unknown; furniture: unknown; hidden: unknown };
    expect(coverage.captured + total(coverage.unassigned) + total(coverage.furniture) + total(coverage.hidden)).toBe(coverage.characters);
    expect(coverage.ratio).toBeGreaterThanOrEqual(0.98);
  });

  it.each(files)('%s keeps what it says', async (file) => {
    const paper = await readBytes(readFileSync(folder + file));
    expect(lostIn(paper, records.get(file))).toEqual([]);
    expect(wordsLostIn(paper, records.get(file))).toEqual([]);
  });

  it.skipIf(files.length < 2)('says the same in every format', () => {
    const [first = '', ...others] = files;
    const one = withoutPlaces(records.get(first));
    for (const file of others) {
      const other = withoutPlaces(records.get(file));
      expect([...differences(one, other), ...differences(other, one)], `${first} and ${file}`).toEqual([]);
    }
  });
});

