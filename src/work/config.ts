/** `ctrust.config.yaml`: a council's own headings and words, and which rules hold. Found in the working folder or above it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { RulesConfig } from '../check/config.js';
import { KIND_NAMES } from '../kinds/schemas.js';

const Wordings = z.record(z.string(), z.array(z.string().min(1)));

/** What the file may say. */
export const ConfigSchema = z.strictObject({
  kinds: z.partialRecord(z.enum(KIND_NAMES), z.strictObject({
    evidence: z.array(z.strictObject({ phrase: z.string().min(1), where: z.enum(['title', 'heading', 'column', 'start', 'text']), weight: z.number() })).optional(),
    headings: Wordings.optional(), columns: Wordings.optional(), words: Wordings.optional(),
  })).optional().describe('headings, column names and words to add to a kind\'s vocabulary'),
  ...RulesConfig,
});
export type Config = z.infer<typeof ConfigSchema>;

/** A settings file that cannot be used. The message says where and why. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const NAME = 'ctrust.config.yaml';

/** The nearest settings file, from a folder upwards. */
export function findConfig(from: string): string | undefined {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    if (dirname(folder) === folder) return undefined;
  }
}

/** Reads and checks a settings file. Throws a ConfigError. */
export function readConfig(path: string): Config {
  let raw: unknown;
  try {
    raw = parseYaml(readFileSync(path, 'utf8')) ?? {};
  } catch (cause) {
    const message = (cause as Error).message.split('\n')[0] ?? '';
    throw new ConfigError((cause as NodeJS.ErrnoException).code === 'ENOENT' ? `there is no settings file ${path}` : `${path} is no YAML that can be read: ${message}`, { cause });
  }
  const checked = ConfigSchema.safeParse(raw);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new ConfigError(`${path}: ${issue?.path.map(String).join('.') || 'the file'}: ${issue?.message ?? 'not as it should be'}`);
  }
  return checked.data;
}
