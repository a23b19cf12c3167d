/** Reads the kinds' vocabularies from their folders: the edge where data files become plain objects. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Yaml from 'yaml';
import type { Vocabularies } from '../kinds/record.js';
import { KINDS } from '../kinds/registry.js';
import type { KindName } from '../kinds/names.js';
import { mergeVocabulary, type Vocabulary } from '../kinds/shared/vocabulary.js';

/** YAML is read by the sources only, and loaded for them only. */
const parseYaml = existsSync(jsonOf('document')) ? undefined : (createRequire(import.meta.url)('yaml') as typeof Yaml).parse;

let loaded: Vocabularies | undefined;

/** The built-in vocabularies, read once. A build puts each beside its kind as JSON, which starts faster; the sources have YAML. */
export function vocabularies(): Vocabularies {
  loaded ??= Object.fromEntries(KINDS.map(({ name }) => [name, read(name)])) as Record<KindName, Vocabulary>;
  return loaded;
}

function jsonOf(kind: KindName): string {
  return fileURLToPath(new URL(`../kinds/${kind}/vocabulary.json`, import.meta.url));
}

function read(kind: KindName): Vocabulary {
  const json = jsonOf(kind);
  if (!parseYaml) return JSON.parse(readFileSync(json, 'utf8')) as Vocabulary;
  const yaml = fileURLToPath(new URL(`../kinds/${kind}/vocabulary.yaml`, import.meta.url));
  return { evidence: [], headings: {}, columns: {}, words: {}, ...parseYaml(readFileSync(yaml, 'utf8')) as Partial<Vocabulary> | null };
}

/** The vocabularies with a council's own wordings added. */
export function withWordings(base: Vocabularies, extra: Partial<Record<KindName, Partial<Vocabulary>>>): Vocabularies {
  const out: Record<string, Vocabulary> = { ...base };
  for (const [name, words] of Object.entries(extra)) {
    const own = base[name as KindName];
    if (words) out[name] = mergeVocabulary(own, words);
  }
  return out as Vocabularies;
}
