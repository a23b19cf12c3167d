/** The checkers that the build puts in the place of the Zod schemas, held against them: fixtures' records as they are, and with something changed in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_NAMES, type KindName } from '../../src/kinds/names.js';
import { extract } from '../../src/index.js';
import { kindNamed } from '../../src/kinds/registry.js';

interface Checker { safeParse(record: unknown): { success: boolean; error?: { issues: { path: string[]; message: string }[] } } }
const run = fileURLToPath(new URL('../../dist/run/', import.meta.url));
const { loaderOf } = createRequire(import.meta.url)(`${run}load.js`) as { loaderOf(folder: string, part: 'child'): { load(id: string): unknown } };
const { load } = loaderOf(run, 'child');
const checker = (kind: KindName): Checker => load(`./check-${kind}.js`) as Checker;

const folder = new URL('../../fixtures/papers/', import.meta.url);
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Records of the fixtures, as the program writes them: of every kind there is one. */
const RECORDS = await Promise.all(readdirSync(folder).filter((f) => f.endsWith('.docx')).map(async (f) => JSON.parse(JSON.stringify(await extract(new Uint8Array(readFileSync(new URL(f, folder)))))) as Record<string, Json>));

/** Every place in a value, as the object or list that holds it and the key there. */
function places(value: Json): [holder: Json[] | Record<string, Json>, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[value, key] as [Json[] | Record<string, Json>, string], ...places(inner)]);
}

const isGood = (kind: KindName, record: unknown): { zod: boolean; built: boolean } => ({ zod: kindNamed(kind).schema.safeParse(record).success, built: checker(kind).safeParse(record).success });

describe('the checkers of the build', () => {
  it('are there for every kind, and refuse what is no record', () => {
    for (const kind of KIND_NAMES) for (const value of [null, 1, [], {}]) expect(isGood(kind, value), kind).toEqual({ zod: false, built: false });
  });

  it('say of changed records what Zod says', () => {
    const strange: Json[] = [null, 0, -1, 1.5, '', 'x', '#page=1', '2031-02-03', true, [], {}, 'noted', ['a']];
    const counts = { good: 0, bad: 0 };
    fc.assert(fc.property(fc.constantFrom(...RECORDS), fc.nat(), fc.constantFrom('take', 'put', 'add', 'keep'), fc.constantFrom(...strange), (record, where, how, value) => {
      const changed = structuredClone(record);
      const all = places(changed);
      const [holder, key] = all[where % all.length]!;
      const own = holder as Record<string, Json>;
      if (how === 'take') delete own[key];
      else if (how === 'put') own[key] = value;
      else if (how === 'add') own[`${key}Too`] = value;
      const { zod, built } = isGood(record['kind'] as KindName, changed);
      counts[zod ? 'good' : 'bad']++;
      return zod === built;
    }), { numRuns: 500 });
    expect(Math.min(counts.good, counts.bad)).toBeGreaterThan(50);
  });

  it('take every record of the fixtures, of all kinds, and say where a changed one does not fit', () => {
    expect(new Set(RECORDS.map((r) => r['kind']))).toEqual(new Set(KIND_NAMES));
    for (const record of RECORDS) expect(isGood(record['kind'] as KindName, record), String(record['title'])).toEqual({ zod: true, built: true });
    const record = RECORDS.find((r) => r['kind'] === 'document')!;
    expect(checker('document').safeParse({ ...record, tables: [{ headerRows: 0 }] }).error?.issues[0]?.path.slice(0, 2)).toEqual(['tables', '0']);
    expect(checker('document').safeParse({ ...record, more: 1 }).error?.issues[0]).toMatchObject({ path: ['more'] });
  });
});
